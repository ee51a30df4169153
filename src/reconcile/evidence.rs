//! What the words of a claim's evidence tell beyond the record: content words, the scope of its number, a sketch of the passage.

use crate::claim::model::{Claim, ClaimQuantity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::slots::ScopeWord;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet, WordSets};

use super::symbol::word_hash;

/// What the words beside a number say that it is a number of, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Scope(u16);

impl Scope {
    fn add(&mut self, word: ScopeWord) {
        self.0 |= 1 << word as u16;
    }

    /// Whether the set holds the scope.
    pub(crate) fn has(self, word: ScopeWord) -> bool {
        self.0 & (1 << word as u16) != 0
    }

    /// The set without a scope.
    pub(crate) fn without(self, word: ScopeWord) -> Self {
        Self(self.0 & !(1 << word as u16))
    }

    /// Whether no scope is named.
    pub(crate) fn is_plain(self) -> bool {
        self.0 == 0
    }
}

/// How many content words of a claim are kept.
const WORDS_KEPT: usize = 28;
/// A text of fewer content words counts as one of this many: one word in common of two is no likeness.
const FEW_WORDS: usize = 5;
/// How many words make a shingle.
const SHINGLE: usize = 4;
/// How many minima a sketch holds.
pub(crate) const SKETCH: usize = 18;
/// A passage of fewer words is no evidence of copying.
const PASSAGE_WORDS: usize = 8;

/// The least hashes of a passage's shingles under different seeds (MinHash, Broder 1997): two sketches agree in as many
/// places, on average, as the passages share shingles.
pub(crate) type Sketch = [u32; SKETCH];

/// What the words of the evidence tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Hashes of its content words, sorted.
    pub(crate) words: Box<[u32]>,
    /// Hashes of the names in it: words with a capital, but for the first; sorted.
    pub(crate) names: Box<[u32]>,
    /// The scope of the claim's number.
    pub(crate) scope: Scope,
    /// The passage's sketch, where it is long enough.
    pub(crate) sketch: Option<Box<Sketch>>,
}

impl Evidence {
    /// Reads a claim's evidence.
    pub(crate) fn of(claim: &Claim, gazetteers: &Gazetteers) -> Self {
        let text = claim.text.to_ascii_lowercase();
        let words: Vec<(usize, &str)> = words_of(&text).collect();
        let sets = &gazetteers.word_sets;
        let speaker = words_of_speaker(claim, gazetteers);
        let of_speaker = |offset: usize| speaker.as_ref().is_some_and(|speaker| speaker.contains(&(claim.start + offset)));
        let mut content: Vec<u32> = words
            .iter()
            .filter(|(offset, word)| is_content(word, sets) && !of_speaker(*offset))
            .map(|(_, word)| word_hash(stem(word)))
            .take(2 * WORDS_KEPT)
            .collect();
        content.sort_unstable();
        content.dedup();
        content.truncate(WORDS_KEPT);
        let names = names(&claim.text, &words, sets);
        Self {
            words: content.into(),
            names,
            scope: claim.quantity.as_ref().map(|quantity| scope(claim, quantity, &words, gazetteers)).unwrap_or_default(),
            sketch: sketch(&words),
        }
    }
}

/// Where a claim of somebody's words only names who says them: "*Sheriff Ana Hale of Dover, Ohio, said* the bridge is safe", "the bridge
/// is safe, *said Ana Hale*".
fn words_of_speaker(claim: &Claim, gazetteers: &Gazetteers) -> Option<std::ops::Range<usize>> {
    let actor = claim.actor.first().filter(|_| gazetteers.slots.traits(&claim.predicate.class).speech)?;
    Some(claim.predicate.start.min(actor.start)..claim.predicate.end.max(actor.end))
}

/// Hashes of the content words of a text, sorted.
pub(crate) fn content_words(text: &str, sets: &WordSets) -> Box<[u32]> {
    let text = text.to_ascii_lowercase();
    let mut content: Vec<u32> =
        words_of(&text).filter(|(_, word)| is_content(word, sets)).map(|(_, word)| word_hash(stem(word))).take(2 * WORDS_KEPT).collect();
    content.sort_unstable();
    content.dedup();
    content.into()
}

/// The words of a text in ASCII lower case, with their byte offsets.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let separator = |character: char| !character.is_alphanumeric();
    text.split(separator).filter(|word| !word.is_empty()).map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_content(word: &str, sets: &WordSets) -> bool {
    word.len() >= 3 && !word.bytes().any(|byte| byte.is_ascii_digit()) && !sets.has(FunctionSet::StopWord, word)
}

/// The first six letters of a word: enough to bring "deportations" and "deported" together.
pub(crate) fn stem(word: &str) -> &str {
    word.char_indices().nth(6).map_or(word, |(end, _)| &word[..end])
}

/// The names in a text; none where most words have a capital, as in a headline.
fn names(text: &str, words: &[(usize, &str)], sets: &WordSets) -> Box<[u32]> {
    let capital = |offset: usize| text[offset..].chars().next().is_some_and(char::is_uppercase);
    let mut names: Vec<u32> = words
        .iter()
        .skip(1)
        .filter(|(offset, word)| word.len() >= 3 && capital(*offset) && !sets.has(LexicalSet::DayOrMonth, word))
        .map(|(_, word)| word_hash(stem(word)))
        .collect();
    if 2 * names.len() > words.len() {
        return Box::default();
    }
    names.sort_unstable();
    names.dedup();
    names.into()
}

fn opens_a_part(word: &str, sets: &WordSets) -> bool {
    word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) || sets.has(LexicalSet::PartOpener, word)
}

/// The words before a number that still speak of it: "the first part of *a package of* €450m".
fn after_part_of<'w, 't>(before: &'w [(usize, &'t str)], sets: &WordSets) -> &'w [(usize, &'t str)] {
    let part = |pair: &[(usize, &str)]| pair[1].1 == "of" && sets.has(LexicalSet::Part, pair[0].1);
    before.windows(2).rposition(part).map_or(before, |place| &before[place + 2..])
}

/// The scopes named near the number: five words before it, four after it; in the whole clause where its place is not known.
fn scope(claim: &Claim, quantity: &ClaimQuantity, words: &[(usize, &str)], gazetteers: &Gazetteers) -> Scope {
    let (slots, sets) = (&gazetteers.slots, &gazetteers.word_sets);
    let placed = quantity.end > quantity.start && claim.start <= quantity.start && quantity.end <= claim.end;
    let (first, last) = if placed {
        let (start, end) = (quantity.start - claim.start, quantity.end - claim.start);
        (words.partition_point(|(offset, _)| *offset < start), words.partition_point(|(offset, _)| *offset < end))
    } else {
        (0, words.len())
    };
    // What follows another number is said of that one: "fifty were killed, 12 of them children".
    let bracketed = |offset: usize| {
        let between = claim.text.get(quantity.end.saturating_sub(claim.start)..offset).unwrap_or_default();
        placed && between.matches('(').count() > between.matches(')').count()
    };
    let after =
        words[last..].iter().filter(|(offset, _)| !bracketed(*offset)).take(4).take_while(|(_, word)| !placed || !opens_a_part(word, sets));
    let before = after_part_of(&words[first.saturating_sub(5)..first], sets);
    let mut window: Vec<&str> = before.iter().chain(&words[first..last]).chain(after).map(|(_, word)| *word).collect();
    // "$6 million for a year" is paid once.
    if let Some(span) = window.windows(2).position(|pair| sets.has(FunctionSet::SpanOpener, pair[0]) && pair[1] == "a") {
        window.drain(span..span + 2);
    }
    if let Some(percent) = window.windows(2).position(|pair| pair == ["per", "cent"]) {
        window.drain(percent..percent + 2);
    }
    let mut scope = Scope::default();
    if before.len() < first.min(5) {
        scope.add(ScopeWord::Whole);
    }
    for word in slots.scopes(&window) {
        scope.add(word);
    }
    // "Since January" counts from where the story began; "over the past ten years" is of many.
    let all: Vec<&str> = words.iter().map(|(_, word)| *word).filter(|word| *word != "since").collect();
    if slots.scopes(&all).contains(&ScopeWord::Since) {
        scope.add(ScopeWord::Since);
    }
    let near: Vec<&str> = words[last..].iter().take(8).map(|(_, word)| *word).collect();
    if slots.scopes(&near).contains(&ScopeWord::Perpetrator) {
        scope.add(ScopeWord::Perpetrator);
    }
    // "nineteen more", "20 more people", but not "more than 20".
    let near = &words[first.saturating_sub(1)..(last + 1).min(words.len())];
    if near
        .iter()
        .enumerate()
        .any(|(index, (_, word))| *word == "more" && index > 0 && near.get(index + 1).is_none_or(|next| next.1 != "than"))
    {
        scope.add(ScopeWord::More);
    }
    // "37 of the 42 passengers", "one of four people".
    let parted = |at: usize| {
        words.get(at).is_some_and(|word| word.1 == "of")
            && words.get(at + 1).is_some_and(|word| {
                sets.has(FunctionSet::OpensWhole, word.1) || (opens_a_part(word.1, sets) && !["one", "some", "many"].contains(&word.1))
            })
    };
    if placed && (first..=last).any(parted) {
        scope.add(ScopeWord::Part);
    }
    // "Of the 402 contacts, 377 were seen": what follows "of the" and another number is a part of it.
    let before = &words[first.saturating_sub(7)..first];
    let of_number = before.windows(2).position(|pair| pair[0].1 == "of" && sets.has(FunctionSet::OpensWhole, pair[1].1));
    let opens = !placed && words.len() > 2 && words[0].1 == "of" && words[1].1 == "the";
    if opens || of_number.is_some_and(|place| before[place + 2..].iter().any(|(_, word)| word.bytes().any(|byte| byte.is_ascii_digit()))) {
        scope.add(ScopeWord::Part);
    }
    scope
}

fn sketch(words: &[(usize, &str)]) -> Option<Box<Sketch>> {
    if words.len() < PASSAGE_WORDS {
        return None;
    }
    let hashes: Vec<u32> = words.iter().map(|(_, word)| word_hash(word)).collect();
    let mut least = [u32::MAX; SKETCH];
    for shingle in hashes.windows(SHINGLE) {
        let joined =
            shingle.iter().fold(0_u64, |joined, hash| joined.rotate_left(17) ^ u64::from(*hash).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for (seed, least) in least.iter_mut().enumerate() {
            let mixed = (joined ^ (seed as u64).wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(0xff51_afd7_ed55_8ccd);
            *least = (*least).min((mixed >> 32) as u32);
        }
    }
    Some(Box::new(least))
}

/// How two sorted lists of content words stand to each other, in hundredths: the part of the shorter that the other has too,
/// then the part of the first that the second has, and of the second that the first has.
pub(crate) fn likeness(a: &[u32], b: &[u32]) -> (u32, (u32, u32)) {
    let (mut at_a, mut at_b, mut shared) = (0, 0, 0);
    while at_a < a.len() && at_b < b.len() {
        match a[at_a].cmp(&b[at_b]) {
            std::cmp::Ordering::Less => at_a += 1,
            std::cmp::Ordering::Greater => at_b += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                at_a += 1;
                at_b += 1;
            }
        }
    }
    let part = |of: usize| (100 * shared / of) as u32;
    (part(a.len().min(b.len()).max(FEW_WORDS)), (part(a.len().max(2)), part(b.len().max(2))))
}

/// Whether both name something, and nothing in common.
pub(crate) fn are_apart(a: &[u32], b: &[u32]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|name| b.binary_search(name).is_ok())
}

/// The part of shingles that two passages share, as their sketches estimate it, in hundredths.
pub(crate) fn sketch_likeness(a: &Sketch, b: &Sketch) -> u32 {
    (100 * a.iter().zip(b).filter(|(a, b)| a == b).count() / SKETCH) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(text: &str, quantity: &str) -> Evidence {
        let start = text.find(quantity).expect("the quantity stands in the text");
        let quantity = ClaimQuantity { text: quantity.to_owned(), start, end: start + quantity.len(), ..ClaimQuantity::default() };
        let claim = Claim { text: text.to_owned(), start: 0, end: text.len(), quantity: Some(quantity), ..Claim::default() };
        Evidence::of(&claim, Gazetteers::embedded())
    }

    #[test]
    fn scope_is_read_near_the_number() {
        let part = evidence("fifty were killed, 12 of them children", "12");
        assert!(part.scope.has(ScopeWord::Part));
        for whole in
            ["fifty people were killed, 12 of them children", "fifty people died, most of them women", "fifty people including 12 children"]
        {
            assert!(evidence(whole, "fifty people").scope.is_plain(), "{whole}");
        }
        assert!(evidence("nineteen more girls came home", "nineteen more girls").scope.has(ScopeWord::More));
        assert!(evidence("more than 40 people were hurt", "more than 40 people").scope.is_plain());
        for whole in
            ["the first part of a package of $90 million", "they built a third of the 600 homes", "Poland paid $6 million for a year"]
        {
            let number = whole.rsplit_once(" of ").map_or("$6 million", |(_, number)| number.trim_start_matches("the "));
            assert!(evidence(whole, number).scope.without(ScopeWord::Whole).is_plain(), "{whole}");
        }
        assert!(evidence("the first part of a package of $90 million", "$90 million").scope.has(ScopeWord::Whole));
        assert!(evidence("the first instalment of $90 million", "$90 million").scope.has(ScopeWord::Part));
        assert!(evidence("families get 25,000 pesos a day", "25,000 pesos").scope.has(ScopeWord::Daily));
    }

    #[test]
    fn a_reworded_passage_is_less_alike_than_a_copied_one() {
        let one = "the minister told parliament on monday that the bridge would be closed for repairs until the end of march";
        let copied = "the minister told parliament on monday that the bridge would be closed for repairs until the end of march this year";
        let other = "a bridge in the north has been shut by the government while workers mend its pillars, officials told reporters";
        let sketch = |text: &str| sketch(&words_of(text).collect::<Vec<_>>()).expect("long enough");
        assert!(sketch_likeness(&sketch(one), &sketch(copied)) > 60);
        assert!(sketch_likeness(&sketch(one), &sketch(other)) < 10);
    }
}
