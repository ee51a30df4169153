//! A claim's own words as a line to read: "Hungary had held out since June", of "Hungary, which had held out since June".

use super::entry::name;
use crate::claim::model::{Claim, Modality, Participant, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet, WordSets};

/// How many characters of a claim's own words a fact shows at most.
const LONGEST_WORDS: usize = 160;

/// How well a line reads alone, the worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reads {
    /// No sentence: "agreeing to accept up to 50 deportees".
    #[default]
    Fragment,
    /// A sentence of somebody it does not name: "It had counted 58 collapsed buildings".
    Pronoun,
    /// A subject and a finite verb.
    Whole,
}

/// The words of a claim as a line, and how well it reads.
pub(crate) fn line(claim: &Claim, gazetteers: &Gazetteers) -> (String, Reads) {
    let as_written = one_line(&claim.text);
    if let Some(line) = toll(claim, &as_written, gazetteers) {
        return (line, Reads::Whole);
    }
    let place = claim.predicate.start.checked_sub(claim.start).filter(|place| *place < claim.text.len());
    let (line, reads) = match place.and_then(|place| Some((claim.text.get(..place)?, claim.text.get(place..)?))) {
        Some((before, rest)) => clause(claim, before, without_attribution(claim, rest, &gazetteers.word_sets), gazetteers),
        None => (as_written, Reads::Fragment),
    };
    // "Three men were shot and one of them died": what counts the one stands outside the words.
    let counted = claim.quantity.as_ref().is_none_or(|quantity| claim.text.contains(&quantity.text));
    let reads = if counted { reads } else { Reads::Fragment };
    let line = closed(line);
    match line.char_indices().nth(LONGEST_WORDS) {
        Some((end, _)) => (format!("{}…", line[..end].rsplit_once(' ').map_or(&line[..end], |(words, _)| words)), reads),
        None => (line, reads),
    }
}

/// The words of a text on one line, without the marks of bold print.
fn one_line(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line of a clause that is cut at its predicate.
fn clause(claim: &Claim, before: &str, rest: &str, gazetteers: &Gazetteers) -> (String, Reads) {
    let sets = &gazetteers.word_sets;
    let before = without_joining_word(claim, before, sets);
    let before = without_place(before, sets);
    if let Some(line) = main_clause(claim, before, rest, sets) {
        return (line, Reads::Whole);
    }
    if !has_subject(before, sets) {
        return without_subject(claim, before, rest, gazetteers);
    }
    let start = claim.start + (before.as_ptr() as usize - claim.text.as_ptr() as usize);
    let opening = claim.actor.first().filter(|actor| actor.start == start && actor.end <= claim.predicate.start);
    let after = |actor: &Participant| before.get(actor.end - start..).is_some_and(|after| after.starts_with([' ', '\n', ',']));
    let of_one = |word: &str| sets.has(FunctionSet::OneNamedElsewhere, &word.to_lowercase());
    let stands_for = opening.filter(|actor| of_one(&actor.text) && after(actor));
    let named = stands_for.map(|actor| (actor, name(actor, gazetteers))).filter(|(actor, name)| *name != actor.text && !name.is_empty());
    let line = match named {
        Some((actor, name)) => one_line(&format!("{name}{}{rest}", before.get(actor.end - start..).unwrap_or_default())),
        None => one_line(&format!("{before}{rest}")),
    };
    let reads = if !is_finite_clause(claim, before, sets) {
        Reads::Fragment
    } else if named.is_none() && is_of_pronoun(before, sets) {
        Reads::Pronoun
    } else {
        Reads::Whole
    };
    (line, reads)
}

/// The line of words that open with the verb: who does it stands elsewhere. "Kosovo accepted 50 deportees", of "accepting 50 deportees".
fn without_subject(claim: &Claim, before: &str, rest: &str, gazetteers: &Gazetteers) -> (String, Reads) {
    let words = one_line(&format!("{before}{rest}"));
    let outside = claim.actor.first().filter(|actor| actor.end <= claim.start || actor.start >= claim.end);
    let actor = outside.map(|actor| name(actor, gazetteers).trim()).filter(|name| !name.is_empty());
    let Some(actor) = actor else { return (words, Reads::Fragment) };
    let verb = words.split(' ').next().unwrap_or_default();
    let reads = if is_pronoun(actor, &gazetteers.word_sets) { Reads::Pronoun } else { Reads::Whole };
    if let Some(stem) = verb.strip_suffix("ing").filter(|stem| stem.len() > 2) {
        let told = claim.modality == Modality::Asserted
            && claim.polarity == Polarity::Affirmed
            && before.trim().is_empty()
            && !gazetteers.word_sets.has(ClassSet::Harmful, &claim.predicate.class);
        return match past(stem, gazetteers).filter(|_| told && has_object(claim)) {
            Some(past) => (format!("{actor} {past}{}", &words[verb.len()..]), reads),
            None => (format!("{actor} {words}"), Reads::Fragment),
        };
    }
    let bare = verb == claim.predicate.lemma || is_pronoun(verb, &gazetteers.word_sets) || matches!(verb, "to" | "be");
    let noun = ["ment", "tion"].iter().any(|ending| claim.predicate.lemma.ends_with(ending));
    if bare || noun { (format!("{actor}: {words}"), Reads::Fragment) } else { (format!("{actor} {words}"), reads) }
}

/// The past of a verb by what stands before its "-ing", where the table of classes has it: "agreed", of "agree".
fn past<'g>(stem: &str, gazetteers: &'g Gazetteers) -> Option<&'g str> {
    let first = |words: &'g str| words.split(' ').next().unwrap_or_default();
    let with_e = format!("{stem}e");
    let row = [stem, &with_e].into_iter().find_map(|base| gazetteers.slots.class(base).filter(|row| first(&row.base) == base))?;
    Some(first(&row.past))
}

/// Whether something done, counted or agreed to stands right after the verb: "killing four people", not "shooting west of town".
fn has_object(claim: &Claim) -> bool {
    let end = claim.predicate.end;
    let follows = |start: usize| start >= end && start <= end + 8;
    claim.target.iter().any(|target| follows(target.start))
        || claim.quantity.as_ref().is_some_and(|quantity| follows(quantity.start))
        || claim.predicate.text.contains(" to ")
}

fn is_finite(word: &str, sets: &WordSets) -> bool {
    sets.has(FunctionSet::Finite, &word.to_lowercase())
}

fn is_pronoun(word: &str, sets: &WordSets) -> bool {
    sets.has(FunctionSet::LinePronoun, &word.to_lowercase())
}

/// Whether a pronoun is all the subject there is: "it had", not "its minister had".
fn is_of_pronoun(before: &str, sets: &WordSets) -> bool {
    let mut words = before.splitn(2, char::is_whitespace);
    words.next().is_some_and(|word| is_pronoun(word, sets)) && words.next().is_none_or(|after| !has_subject(after, sets))
}

/// Whether the words before a verb hold more than what goes with the verb: "will not", "however,".
fn has_subject(before: &str, sets: &WordSets) -> bool {
    let goes_with_verb = |word: &str| {
        let word = word.trim_matches(',').to_lowercase();
        is_finite(&word, sets) || word.ends_with("ly") || sets.has(FunctionSet::WithVerb, &word)
    };
    !before.split_whitespace().all(goes_with_verb)
}

/// Whether the words are a main clause: a subject before a finite verb, and nothing that makes them depend on another clause.
fn is_finite_clause(claim: &Claim, before: &str, sets: &WordSets) -> bool {
    let words: Vec<&str> = before.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let dependent = sets.has(FunctionSet::Dependent, &first.to_lowercase()) && !before.contains(',');
    if dependent || sets.has(FunctionSet::OpensRelative, last) {
        return false;
    }
    let verb = claim.predicate.text.split_whitespace().next().unwrap_or_default();
    if is_finite(verb, sets) || words.iter().rev().take(3).any(|word| is_finite(word, sets)) {
        return true;
    }
    let within = |participant: &Participant| participant.start <= claim.predicate.start && claim.predicate.start < participant.end;
    let subject = |participant: &Participant| participant.start >= claim.start && participant.end <= claim.predicate.start;
    // "a cable sent to all missions" is done to its subject; "nine people died" is not.
    let reduced = !claim.actor.iter().any(subject) && claim.target.iter().any(subject) && claim.predicate.lemma != "die";
    let verbal = !verb.ends_with("ing") && verb != "to" && claim.office.is_none();
    verbal && !reduced && !claim.participants().any(within) && claim.participants().any(subject)
}

/// "Nine people died", of "Iran, where nine people died".
fn without_place<'w>(before: &'w str, sets: &WordSets) -> &'w str {
    before.rsplit_once(", where ").map(|(_, own)| own).filter(|own| has_subject(own, sets) && !own.contains(", ")).unwrap_or(before)
}

/// A relative clause as a main clause: "Hungary had held out", of "Hungary, which had held out".
///
/// Refuses a head that is no participant, or one of several: the clause may hang on a part of it.
fn main_clause(claim: &Claim, before: &str, rest: &str, sets: &WordSets) -> Option<String> {
    let start = claim.start + (before.as_ptr() as usize - claim.text.as_ptr() as usize);
    let mut found = before.rmatch_indices(['w', 't']).filter_map(|(place, _)| {
        let head = before[..place].strip_suffix([' ', '\n'])?;
        let verbs = ["who", "which", "that"].into_iter().find_map(|relative| before[place..].strip_prefix(relative))?;
        (verbs.starts_with([' ', '\n']) && !has_subject(verbs, sets)).then_some((head, verbs))
    });
    let (head, verbs) = found.next()?;
    let (head, commas) = head.strip_suffix(',').map_or((head, false), |head| (head, true));
    let is_head = |participant: &Participant| participant.start == start && participant.end == start + head.len();
    let several = head.contains(',')
        || head.split_whitespace().any(|word| sets.has(FunctionSet::InsideHead, word))
        || !head.contains(char::is_alphabetic);
    if several || !claim.participants().any(is_head) || is_pronoun(head, sets) {
        return None;
    }
    // A comma may close the clause: "The country, which lies between Romania and Ukraine, depended on gas".
    let rest = if commas { rest.split_once(", ").map_or(rest, |(own, _)| own) } else { rest };
    Some(one_line(&format!("{head}{verbs}{rest}")))
}

/// The words of a clause without who tells them: "Turnout was 68%", of "Turnout was 68%, the commission's chairman".
fn without_attribution<'c>(claim: &Claim, rest: &'c str, sets: &WordSets) -> &'c str {
    let attribution = claim.attribution.as_ref().map(|attribution| attribution.text.as_str()).filter(|text| !text.is_empty());
    let tells = |tail: &str| {
        let tail = ["the ", "a ", "an "].into_iter().find_map(|article| tail.strip_prefix(article)).unwrap_or(tail);
        let attributed = attribution.is_some_and(|text| {
            let text = ["the ", "a ", "an "].into_iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
            tail.len() > 2 && (text.starts_with(tail) || tail.starts_with(text))
        });
        let mut words = tail.split_whitespace();
        let few = words.clone().count() < 7
            && !tail.contains(" and ")
            && !tail.contains(" or ")
            && !tail.contains(" than ")
            && !words.clone().any(|word| is_finite(word, sets));
        let teller = words.any(|word| sets.has(LexicalSet::Teller, word));
        attributed || few && (teller || tail.ends_with(" reports") || tail.ends_with(" said"))
    };
    let mut commas = rest.match_indices(',').map(|(place, _)| place);
    let told = commas.find(|place| tells(rest[place + 1..].trim_start_matches(|mark: char| mark.is_whitespace() || "\"”".contains(mark))));
    let Some(told) = told else { return rest };
    // What the speaker is may stand before the name: "the principal, Mrs Rakiya Bello".
    let own = &rest[..told];
    let office = own.rsplit_once(", the ").filter(|(_, office)| office.split_whitespace().count() < 3);
    office.map_or(own, |(own, _)| own)
}

/// The words of a clause without what joins it to another: "the court held it liable", of "because the court held it liable".
///
/// Refuses a joining word that no subject follows ("that led to a fire"), and one that opens a phrase before the clause.
fn without_joining_word<'c>(claim: &Claim, words: &'c str, sets: &WordSets) -> &'c str {
    let word = sets
        .words(FunctionSet::JoiningWord)
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
    let own_actor = claim.actor.iter().any(|actor| actor.start >= claim.start && actor.end <= claim.end);
    if !fragment || !settled || !people || own_actor {
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
