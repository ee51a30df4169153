//! One claim as it is kept: what reconciliation needs of it, in a few hundred bytes, so that the record itself can go.

use jiff::civil::Date;

use super::evidence::{Evidence, Sketch, stem};
use super::slot::Slot;
use super::symbol::{Symbol, Symbols, word_hash};
use crate::claim::model::{Claim, Decimal2, Modality, Participant, ParticipantKind, Polarity, SpeakerKind};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;

/// How many characters of a claim's own words a fact shows at most.
const LONGEST_WORDS: usize = 160;

/// One claim as it is kept.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The claim's id.
    pub(crate) id: Box<str>,
    /// Its article.
    pub(crate) article: Symbol,
    /// The article's source.
    pub(crate) source: Symbol,
    /// Byte offsets of its evidence.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The day of publication.
    pub(crate) published: Option<Date>,
    /// Its slot, by number.
    pub(crate) slot: u32,
    /// Hashes of the content words of its evidence, sorted.
    pub(crate) words: Box<[u32]>,
    /// The hash of its predicate's lemma, as one of its words; of the thing, where it says that there is none.
    pub(crate) verb: u32,
    /// Hashes of the names in its evidence, sorted.
    pub(crate) names: Box<[u32]>,
    /// The sketch of its passage.
    pub(crate) sketch: Option<Box<Sketch>>,
    /// The outlet or document that is cited for it.
    pub(crate) cited: Option<Symbol>,
    /// Who says it.
    pub(crate) speaker: Option<Symbol>,
    /// How likely the record is right.
    pub(crate) confidence: Decimal2,
    /// What to show of it.
    pub(crate) shown: Shown,
}

/// The words of a claim that statements and explanations show.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Who does it.
    pub(crate) actor: Symbol,
    /// To whom.
    pub(crate) target: Symbol,
    /// The quantity's words.
    pub(crate) quantity: Symbol,
    /// The predicate's words.
    pub(crate) predicate: Symbol,
    /// The office's title, with "former".
    pub(crate) office: Symbol,
    /// When, as written.
    pub(crate) time: Symbol,
    /// The claim's own words, where its slots make no plain sentence.
    pub(crate) own_words: Option<Box<str>>,
}

/// The thing that a claim says there is none of: "There is no *Marburg* in Uganda".
fn denied_thing(claim: &Claim) -> Option<String> {
    let quantity = claim.quantity.as_ref().filter(|quantity| quantity.value.is_some_and(|value| value.is_zero()))?;
    (claim.predicate.lemma == "be" && claim.polarity == Polarity::Negated)
        .then(|| quantity.unit.as_deref().map(super::slot::fold))
        .flatten()
}

impl Entry {
    /// What is kept of a claim, and its slot.
    pub(crate) fn of(claim: &Claim, symbols: &mut Symbols, gazetteers: &Gazetteers) -> (Self, Slot) {
        let evidence = Evidence::of(claim, &gazetteers.slots);
        let slot = Slot::of(claim, evidence.scope, symbols, gazetteers);
        let speaker = claim.attribution.as_ref().map(|attribution| attribution.speaker.as_str()).filter(|speaker| !speaker.is_empty());
        let entry = Self {
            id: claim.id.as_str().into(),
            article: symbols.of(&claim.article),
            source: symbols.of(&claim.source),
            start: claim.start as u32,
            end: claim.end as u32,
            published: claim.published,
            slot: 0,
            words: evidence.words,
            verb: word_hash(stem(&denied_thing(claim).unwrap_or_else(|| claim.predicate.lemma.clone()))),
            names: evidence.names,
            sketch: evidence.sketch,
            cited: cited(claim).map(|cited| symbols.of(cited)),
            speaker: speaker.map(|speaker| symbols.of(&super::slot::fold(speaker))),
            confidence: claim.confidence,
            shown: Shown {
                actor: symbols.of(&names(&claim.actor, claim, gazetteers)),
                target: symbols.of(&names(&claim.target, claim, gazetteers)),
                quantity: symbols.of(&quantity(claim, gazetteers)),
                predicate: symbols.of(first_words(&claim.predicate.text)),
                office: symbols.of(&office(claim)),
                time: symbols.of(claim.time.as_ref().map(|time| time.text.as_str()).unwrap_or_default()),
                own_words: (!is_plain(claim, gazetteers)).then(|| own_words(claim, gazetteers).into()),
            },
        };
        (entry, slot)
    }
}

/// The outlet or document that the claim's own attribution names, else the outlet that its article credits.
fn cited(claim: &Claim) -> Option<&str> {
    let attribution = claim.attribution.as_ref();
    let cited = attribution.and_then(|attribution| {
        let itself = match attribution.kind {
            SpeakerKind::Outlet => is_named(&attribution.speaker, 0),
            // "Reports" opens a sentence and names no document; "the Mueller Report" names one.
            SpeakerKind::Document => is_named(&attribution.speaker, 1),
            SpeakerKind::Official | SpeakerKind::Organization | SpeakerKind::Unnamed => false,
        };
        let handed_on = attribution.chain.first().filter(|outlet| is_named(outlet, 0));
        handed_on.or_else(|| itself.then_some(&attribution.speaker))
    });
    cited.or_else(|| claim.credits.first()).map(String::as_str).filter(|cited| !cited.is_empty())
}

/// Whether a word after the first `skipped` is a name, by its capital: "it" and "a cable" can be anybody's.
fn is_named(speaker: &str, skipped: usize) -> bool {
    speaker.split_whitespace().skip(skipped).any(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// Whether the slots of a claim make a plain sentence: somebody with a name does something to somebody with a name, or to so many.
///
/// "Peru did not accept from this policy" is none: only what the table has words for, and only as many parts as those words join.
fn is_plain(claim: &Claim, gazetteers: &Gazetteers) -> bool {
    if claim.office.is_some() {
        return true;
    }
    let Some(row) = gazetteers.slots.class(&claim.predicate.class) else { return false };
    let named = |participant: &Participant| {
        participant.name.is_some() || participant.kind == ParticipantKind::Country && participant.country.is_some()
    };
    let counted = |participant: &&Participant| {
        claim.quantity.as_ref().is_some_and(|quantity| participant.start < quantity.end && quantity.start < participant.end)
    };
    let targets: Vec<&Participant> = claim.target.iter().filter(|participant| !counted(participant)).collect();
    let linked = !row.link.is_empty();
    let sum = claim.quantity.as_ref().and_then(|quantity| quantity.unit.as_deref()).is_some_and(is_currency);
    let amount = match &claim.quantity {
        None => !targets.is_empty(),
        // "paid Rwanda 100,000 USD"
        Some(_) if sum => claim.predicate.class == "pay",
        // "expelled 261 people to El Salvador", "accepted 50 deportees"
        Some(_) => claim.target.iter().any(|participant| counted(&participant)) && (linked || targets.is_empty()),
    };
    // A link such as "to" needs an object before it.
    let object = claim.quantity.is_some() || !linked || targets.is_empty() || row.traits.symmetric;
    claim.modality == Modality::Asserted
        && claim.predicate.class != "be"
        && !claim.actor.is_empty()
        && claim.actor.iter().all(named)
        && targets.iter().all(|participant| named(participant))
        && amount
        && object
}

fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a participant is one of several that the words of the claim list: "Kosovo" of "countries like Kosovo and Panama".
fn stands_in_a_list(claim: &Claim, participant: &Participant) -> bool {
    let around =
        |from: usize, to: usize| claim.text.get(from.saturating_sub(claim.start)..to.saturating_sub(claim.start)).unwrap_or_default();
    let (before, after) = (around(claim.start, participant.start), around(participant.end, claim.end));
    let joins = |words: &str| words.starts_with(',') || words.starts_with(" and ") || words.starts_with(" or ");
    before.ends_with("and ") || before.ends_with("or ") || (joins(after) && after.contains(" and ") && participant.country.is_some())
}

/// Words that join a clause to another and say nothing of it alone, sorted.
const JOINING_WORDS: [&str; 10] = ["although", "and", "because", "but", "in which", "that", "though", "where", "whereas", "while"];

/// The words of a clause without what joins it to another: "the court held it liable", of "because the court held it liable".
///
/// Refuses a joining word that no subject follows ("that led to a fire"), and one that opens a phrase before the clause.
fn without_joining_word<'c>(claim: &Claim, words: &'c str) -> &'c str {
    let word = JOINING_WORDS
        .into_iter()
        .find(|word| words.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) && words[word.len()..].starts_with(' '));
    let Some(word) = word else { return words };
    let before_verb = claim.predicate.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start));
    let subject = claim.participants().any(|participant| participant.start >= claim.start && participant.end <= claim.predicate.start);
    let own_clause = subject && before_verb.is_some_and(|before| !before.contains(',') && before.trim().len() > word.len());
    if own_clause { &words[word.len() + 1..] } else { words }
}

/// A line whose quotation marks are closed: a clause may end inside a quotation.
fn closed(line: String) -> String {
    if line.matches('"').count() % 2 == 1 {
        let closing = line.split_once('"').is_some_and(|(before, after)| {
            !before.is_empty() && !before.ends_with(|last: char| last == ' ' || last == '(' || last.is_ascii_digit()) && !after.is_empty()
        });
        return if closing { format!("\"{line}") } else { line + "\"" };
    }
    if line.matches('“').count() > line.matches('”').count() { line + "”" } else { line }
}

/// A clause of fewer words is a fragment: "killing four people".
const WORDS_OF_A_LINE: usize = 6;

/// The toll of a fragment as a sentence: "4 people were killed", of "killing four people".
fn toll(claim: &Claim, words: &str, gazetteers: &Gazetteers) -> Option<String> {
    let row = gazetteers.slots.class(&claim.predicate.class).filter(|row| row.traits.dead || row.traits.beside_dead)?;
    let quantity = claim.quantity.as_ref().filter(|quantity| quantity.value.is_some())?;
    let fragment = words.split(' ').count() < WORDS_OF_A_LINE && !words.contains(" were ") && !words.contains(" was ");
    let settled = claim.modality == Modality::Asserted && claim.polarity == Polarity::Affirmed;
    let people = quantity.unit.as_deref().is_none_or(|unit| gazetteers.noun_classes.kind(unit) == Some(NounKind::Person));
    if !fragment || !settled || !people || !claim.actor.is_empty() {
        return None;
    }
    let one = quantity.value == Some(rust_decimal::Decimal::ONE);
    let quantity = super::statement::quantity(quantity, gazetteers);
    let noun = if claim.quantity.as_ref().is_some_and(|quantity| quantity.unit.is_some()) {
        ""
    } else if one {
        " person"
    } else {
        " people"
    };
    Some(format!("{quantity}{noun} {} {}", if one { "was" } else { "were" }, row.participle))
}

/// The words of a claim as a line: who does it before them, where the words themselves leave that out.
fn own_words(claim: &Claim, gazetteers: &Gazetteers) -> String {
    let words = claim.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(line) = toll(claim, &words, gazetteers) {
        return line;
    }
    let words = closed(without_joining_word(claim, &words).to_owned());
    let outside = claim.actor.first().filter(|actor| {
        let outside = actor.end <= claim.start || actor.start >= claim.end;
        outside || (claim.actor.len() == 1 && stands_in_a_list(claim, actor))
    });
    let line = match outside.map(|actor| name(actor, gazetteers)).filter(|name| !name.is_empty()) {
        Some(name) => format!("{name}: {words}"),
        None => words,
    };
    match line.char_indices().nth(LONGEST_WORDS) {
        Some((end, _)) => format!("{}…", line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words)),
        None => line,
    }
}

/// The first words of a text, so that a message stays on a line.
fn first_words(text: &str) -> &str {
    match text.char_indices().nth(60) {
        // Between words, where there is a blank.
        Some((end, _)) => text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words),
        None => text,
    }
}

/// Participants as a list to read: "Benin, Kosovo and Rwanda"; without those that the quantity names, and without the country of a
/// person that is named, or of a thing that stands beside it.
fn names(participants: &[Participant], claim: &Claim, gazetteers: &Gazetteers) -> String {
    let counted = |participant: &Participant| {
        claim.quantity.as_ref().is_some_and(|quantity| {
            (participant.start < quantity.end && quantity.start < participant.end && quantity.start < quantity.end)
                || participant.text.contains(&quantity.text) && !quantity.text.is_empty()
        })
    };
    let mut names: Vec<&str> = Vec::new();
    for participant in participants.iter().filter(|participant| !counted(participant)) {
        let name = name(participant, gazetteers).trim();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn name<'a>(participant: &'a Participant, gazetteers: &'a Gazetteers) -> &'a str {
    if let Some(name) = participant.name.as_deref().filter(|_| participant.kind != ParticipantKind::Country) {
        return name;
    }
    // "an Iraqi deportee" is a deportee; "Rwanda" and "the Rwandan government" are Rwanda.
    if participant.kind == ParticipantKind::Country
        && let Some(country) = participant.country.as_deref().and_then(|code| gazetteers.countries.name(code))
    {
        return country;
    }
    first_words(&participant.text)
}

/// The quantity as a reader writes it: its bound, its number, its unit.
fn quantity(claim: &Claim, gazetteers: &Gazetteers) -> String {
    let Some(quantity) = &claim.quantity else { return String::new() };
    super::statement::quantity(quantity, gazetteers)
}

fn office(claim: &Claim) -> String {
    let Some(office) = &claim.office else { return String::new() };
    let state = match (office.former, office.acting) {
        (true, _) => "former ",
        (_, true) => "acting ",
        _ => "",
    };
    // "former official" may stand in the title as well.
    let title = office.title.strip_prefix(state).unwrap_or(&office.title);
    format!("{state}{title}")
}
