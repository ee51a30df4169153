//! One claim as it is kept: what reconciliation needs of it, in a few hundred bytes, so that the record itself can go.

use jiff::civil::Date;

use super::evidence::{Evidence, Sketch, stem};
use super::line::{Reads, line};
use super::slot::Slot;
use super::symbol::{Symbol, Symbols, word_hash};
use crate::claim::model::{Claim, Decimal2, Modality, Participant, ParticipantKind, Polarity, SpeakerKind};
use crate::gazetteer::Gazetteers;

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
    pub(crate) line: Option<Box<str>>,
    /// How well its line reads.
    pub(crate) reads: Reads,
}

/// The thing that a claim says there is none of: "There is no *Marburg* in Uganda".
fn denied_thing(claim: &Claim) -> Option<String> {
    let quantity = claim.quantity.as_ref().filter(|quantity| quantity.value.is_some_and(|value| value.is_zero()))?;
    (claim.predicate.lemma == "be" && claim.polarity == Polarity::Negated)
        .then(|| quantity.unit.as_deref().map(super::name::fold))
        .flatten()
}

impl Entry {
    /// What is kept of a claim, and its slot.
    pub(crate) fn of(claim: &Claim, symbols: &mut Symbols, gazetteers: &Gazetteers) -> (Self, Slot) {
        let evidence = Evidence::of(claim, gazetteers);
        let slot = Slot::of(claim, evidence.scope, symbols, gazetteers);
        let speaker = claim.attribution.as_ref().map(|attribution| attribution.speaker.as_str()).filter(|speaker| !speaker.is_empty());
        let (line, reads) = if is_plain(claim, gazetteers) {
            (None, Reads::Whole)
        } else {
            let (words, reads) = line(claim, gazetteers);
            (Some(words.into()), reads)
        };
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
            speaker: speaker.map(|speaker| symbols.of(&super::name::fold(speaker))),
            confidence: claim.confidence,
            shown: Shown {
                actor: symbols.of(&names(&claim.actor, claim, gazetteers)),
                target: symbols.of(&names(&claim.target, claim, gazetteers)),
                quantity: symbols.of(&quantity(claim, gazetteers)),
                predicate: symbols.of(first_words(&claim.predicate.text)),
                office: symbols.of(&office(claim, gazetteers)),
                time: symbols.of(claim.time.as_ref().map(|time| time.text.as_str()).unwrap_or_default()),
                line,
                reads,
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
    // "did not accept 1 figure", "sent 120,000,000": no plain sentence.
    let told = claim.quantity.as_ref().is_none_or(|quantity| quantity.unit.is_some() && claim.polarity == Polarity::Affirmed);
    // Who "agreed to accept" 50 has not accepted them yet.
    let done = !claim.predicate.text.contains(" to ");
    claim.modality == Modality::Asserted
        && done
        && told
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

/// The first words of a text, so that a message stays on a line.
fn first_words(text: &str) -> &str {
    match text.char_indices().nth(60) {
        // Between words, where there is a blank.
        Some((end, _)) => text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words),
        None => text,
    }
}

/// Participants as a list to read: "Benin, Kosovo and Rwanda"; without those that the quantity names, without those that are only named
/// inside another, and without the country of a person that is named, or of a thing that stands beside it.
fn names(participants: &[Participant], claim: &Claim, gazetteers: &Gazetteers) -> String {
    let counted = |participant: &Participant| {
        claim.quantity.as_ref().is_some_and(|quantity| {
            (participant.start < quantity.end && quantity.start < participant.end && quantity.start < quantity.end)
                || participant.text.contains(&quantity.text) && !quantity.text.is_empty()
        })
    };
    let mut names: Vec<&str> = Vec::new();
    let others = participants.iter().any(|participant| !participant.inside && !counted(participant));
    for participant in participants.iter().filter(|participant| !(counted(participant) || participant.inside && others)) {
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

pub(crate) fn name<'a>(participant: &'a Participant, gazetteers: &'a Gazetteers) -> &'a str {
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

fn office(claim: &Claim, gazetteers: &Gazetteers) -> String {
    claim.office.as_ref().map(|office| super::statement::office(office, gazetteers)).unwrap_or_default()
}
