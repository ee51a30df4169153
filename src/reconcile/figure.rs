//! Figures: what the number of a claim is a number of, beside what happens and who does it.

use rust_decimal::Decimal;

use super::name::fold;
use super::quantity::{self, Interval};
use super::symbol::{Symbol, Symbols, sorted};
use crate::claim::model::{Claim, ClaimQuantity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Part;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet, WordSets};
use crate::tag::quantity::Bound;

/// What kind of number a claim gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Dimension {
    /// Money of one currency.
    Money(Symbol),
    /// People of one noun class; `None` for people as such.
    People(Option<Symbol>),
    /// Countries and their governments.
    Countries,
    /// Things of one noun class.
    Things(Symbol),
    /// A measure, in the base unit of its dimension.
    Measure(Symbol),
    /// Per cent.
    Percent,
    /// A number without a unit.
    Bare,
}

/// What an amount is an amount of, by the noun beside it: "ransom", of "a ransom of 120 million naira".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Label {
    /// The class of the noun.
    pub(crate) class: Symbol,
    /// The word before the noun, where it tells one from another: "signing", of "a signing bonus".
    pub(crate) before: Option<Symbol>,
    /// Whether it is set once: a ransom, not a debt.
    pub(crate) fixed: bool,
}

impl Label {
    /// Whether the two can name one amount.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.class == other.class && (self.before == other.before || self.before.is_none() || other.before.is_none())
    }
}

/// The number of a slot, as intervals.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Number {
    /// What kind of number it is.
    pub(crate) dimension: Dimension,
    /// The unit as given.
    pub(crate) unit: Option<Symbol>,
    /// The number as said.
    pub(crate) value: Option<Decimal>,
    /// The words between the number and its noun, sorted: "swing", of "seven swing states".
    pub(crate) modifiers: Box<[Symbol]>,
    /// The word with which the noun goes on: "261 members of the *gang*".
    pub(crate) complement: Option<Symbol>,
    /// Whether those are counted who do it: "two men opened fire".
    pub(crate) of_doers: bool,
    /// What an amount, a share or a bare number is one of.
    pub(crate) label: Option<Label>,
    /// The noun of a currency that several countries have, where it stands alone: "peso".
    pub(crate) currency_noun: Option<Symbol>,
    /// How the words bound it.
    pub(crate) bound: Bound,
    /// What the words strictly allow, in the dimension's base unit.
    pub(crate) strict: Interval,
    /// What a reader would take them to mean, in the base unit.
    pub(crate) usual: Interval,
}

/// The number of a claim, where it gives one.
pub(crate) fn number(claim: &Claim, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Option<Number> {
    let quantity = claim.quantity.as_ref()?;
    let after = after(claim, quantity.end);
    let unit = quantity.unit.as_deref();
    let mut factor = Decimal::ONE;
    let dimension = match unit {
        None => Dimension::Bare,
        Some("percent") => Dimension::Percent,
        Some(unit) if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) => Dimension::Money(symbols.of(unit)),
        // "pesos" of a country that the article does not say.
        Some(unit) if gazetteers.currencies.word(unit).is_some_and(|word| word.undecided) => Dimension::Money(symbols.of(unit)),
        Some(unit) => match gazetteers.slots.conversion(unit) {
            Some((base, of_unit)) => {
                factor = of_unit;
                Dimension::Measure(symbols.of(base))
            }
            None => counted(unit, symbols, gazetteers),
        },
    };
    if matches!(dimension, Dimension::Measure(_)) && is_of_two_numbers(claim, quantity, after, &gazetteers.word_sets) {
        return None;
    }
    let dimension = if counts_names(claim, quantity, &gazetteers.word_sets) { Dimension::Things(symbols.of("name")) } else { dimension };
    let amount = matches!(dimension, Dimension::Money(_) | Dimension::Percent | Dimension::Measure(_) | Dimension::Bare);
    let money = matches!(dimension, Dimension::Money(_));
    let scaled = |interval: Interval| Interval {
        low: interval.low.and_then(|low| low.checked_mul(factor)),
        high: interval.high.and_then(|high| high.checked_mul(factor)),
    };
    Some(Number {
        dimension,
        unit: unit.map(|unit| symbols.of(unit)),
        value: quantity.value,
        modifiers: modifiers(claim, quantity, symbols, gazetteers),
        complement: complement(after, &gazetteers.word_sets).map(|word| symbols.of(&fold(word))),
        of_doers: of_doers(claim, quantity),
        label: if amount { label(claim, quantity, symbols, gazetteers) } else { None },
        currency_noun: if money { currency_noun(&quantity.text, symbols, gazetteers) } else { None },
        bound: quantity.bound,
        strict: scaled(quantity::strict(quantity)),
        usual: scaled(quantity::usual(quantity)),
    })
}

/// How many words before a number are read for the noun that it is an amount of.
const WORDS_BEFORE: usize = 7;
/// How many words after it.
const WORDS_AFTER: usize = 3;

/// The noun that says what an amount is an amount of.
///
/// "a *ransom* of 120 million naira", "put the *fund* at $500 million", "a €450m *aid package*", "3 million euros in *damages*".
/// Refuses a noun beyond a comma or another number, and one that the amount goes to: "€20m to the fund".
fn label(claim: &Claim, quantity: &ClaimQuantity, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Option<Label> {
    let placed = claim.start <= quantity.start && quantity.start < quantity.end && quantity.end <= claim.end;
    let start = quantity.start.checked_sub(claim.start).filter(|_| placed)?;
    let before = claim.text.get(..start)?;
    let mut following = Vec::new();
    for word in after(claim, quantity.end).split_ascii_whitespace().take(WORDS_AFTER) {
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric());
        if following.is_empty() && gazetteers.word_sets.has(FunctionSet::BesideAmount, bare) {
            break;
        }
        following.push(fold(bare));
        if word.ends_with([',', '.', ';', ')']) {
            break;
        }
    }
    if let Some(label) = label_among(&following, gazetteers, symbols) {
        return Some(label);
    }
    let mut preceding = Vec::new();
    for word in before.split_ascii_whitespace().rev().take(WORDS_BEFORE) {
        if word.ends_with([',', '.', ';', ')']) || word.bytes().any(|byte| byte.is_ascii_digit()) {
            break;
        }
        preceding
            .push(fold(word.trim_matches(|character: char| !character.is_alphanumeric()).trim_end_matches("’s").trim_end_matches("'s")));
    }
    preceding.reverse();
    // The nearest noun is the last one.
    (1..=preceding.len())
        .rev()
        .find_map(|length| label_among(&preceding[length - 1..], gazetteers, symbols).map(|found| (length, found)))
        .map(|(length, mut found)| {
            if found.before.is_none() && length > 1 {
                found.before = telling(&preceding[length - 2], gazetteers).map(|word| symbols.of(word));
            }
            found
        })
}

/// The first noun of an amount among words, with the word before it.
fn label_among(words: &[String], gazetteers: &Gazetteers, symbols: &mut Symbols) -> Option<Label> {
    let table = &gazetteers.slots;
    words.iter().enumerate().find_map(|(index, word)| {
        let two = words.get(index + 1).and_then(|next| table.amount_noun(&format!("{word} {next}")));
        let (class, fixed) = two.or_else(|| table.amount_noun(word))?;
        let before = index.checked_sub(1).and_then(|before| telling(&words[before], gazetteers)).map(|word| symbols.of(word));
        Some(Label { class: symbols.of(class), before, fixed })
    })
}

/// A word that tells one amount of a kind from another.
fn telling<'w>(word: &'w str, gazetteers: &Gazetteers) -> Option<&'w str> {
    (word.len() > 2
        && !gazetteers.word_sets.has(LexicalSet::PlainBeforeAmount, word)
        && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
    .then_some(word)
}

/// "4.2 billion *pesos*": the noun of a currency, where no country and no code stands beside it.
fn currency_noun(text: &str, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Option<Symbol> {
    // "25,000 pesos a day", "28 million pesos per head".
    let rate = |word: &str| word == "per" || gazetteers.word_sets.has(FunctionSet::RateArticle, word);
    let begins_rate = |space: usize| rate(text[space + 1..].split(' ').next().unwrap_or_default());
    let sum = text.match_indices(' ').find(|&(space, _)| begins_rate(space)).map_or(text, |(space, _)| &text[..space]);
    let last = sum.rsplit(' ').next()?;
    let noun = last.strip_suffix('s').unwrap_or(last);
    let named = sum.split(' ').any(|word| word.chars().next().is_some_and(char::is_uppercase) && word.len() > 2);
    (noun.len() > 3 && !named && noun.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| symbols.of(noun))
}

/// The class that a counted noun names, where the predicate only presents the number.
///
/// "The chambers have registered 241 *deaths*", "612 *injured* people had been counted" tell of deaths and injuries. Refuses
/// predicates that do something to them: "released 12 detained reporters".
pub(crate) fn class_of_counted<'g>(claim: &Claim, lemma: &str, gazetteers: &'g Gazetteers) -> Option<&'g str> {
    let quantity = claim.quantity.as_ref()?;
    let words = &gazetteers.slots;
    let presents = words.traits(&claim.predicate.class).presents || words.traits(lemma).presents;
    // "The paper has 14 vans stolen."
    if presents || lemma == "have" {
        let next = after(claim, quantity.end).split_ascii_whitespace().next().unwrap_or_default();
        let participle = class_of_participle(next.trim_end_matches([',', '.', ';']), gazetteers);
        let counted = quantity.unit.as_deref().is_some_and(|unit| gazetteers.noun_classes.kind(&fold(unit)) == Some(NounKind::Person));
        if let Some(class) = participle.filter(|class| counted && words.traits(class).running) {
            return Some(class);
        }
    }
    if let Some(class) = class_of_number_of(claim, gazetteers) {
        return Some(class);
    }
    if !presents {
        return None;
    }
    let unit = fold(quantity.unit.as_deref()?);
    match gazetteers.noun_classes.class(&unit).unwrap_or(&unit) {
        "death" | "fatality" => return Some("kill"),
        "injury" => return Some("injure"),
        _ => {}
    }
    let modifiers = quantity.unit_text.as_deref()?.rsplit_once(' ')?.0;
    modifiers.split(' ').filter_map(|word| class_of_participle(word, gazetteers)).find(|class| words.traits(class).running)
}

/// How many words after "the number of" are read for what happened to them.
const WORDS_OF_NUMBER: usize = 8;

/// The class of what happened to those of whom a number is told: "that brings to 80 *the number of those who have been released*".
///
/// Refuses a number that is not of people, and one that only changed by so much.
pub(crate) fn class_of_number_of<'g>(claim: &Claim, gazetteers: &'g Gazetteers) -> Option<&'g str> {
    let quantity = claim.quantity.as_ref().filter(|quantity| quantity.unit.is_none())?;
    let (before, of) = claim.text.split_once("the number of ")?;
    let number = quantity.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start))?;
    let nearby = number.ends_with(" to ") || number.ends_with(" at ");
    if !nearby || before.len() < number.len() && number.contains(" by ") {
        return None;
    }
    let mut words = of.split_ascii_whitespace().take(WORDS_OF_NUMBER);
    let whom = words.next()?;
    let people = matches!(whom, "those" | "people")
        || gazetteers.noun_classes.kind(whom.strip_suffix('s').unwrap_or(whom)) == Some(NounKind::Person);
    let mut classes = words.filter_map(|word| class_of_participle(word.trim_end_matches([',', '.', ';']), gazetteers));
    classes.find(|class| gazetteers.slots.traits(class).running).filter(|_| people)
}

/// The class of "injured", of "12 injured people".
pub(crate) fn class_of_participle<'g>(word: &str, gazetteers: &'g Gazetteers) -> Option<&'g str> {
    let predicates = &gazetteers.predicates;
    let verb = || predicates.get(Part::Verb, word.strip_suffix("ed")?).or_else(|| predicates.get(Part::Verb, word.strip_suffix('d')?));
    predicates.get(Part::Adjective, word).or_else(verb).map(|row| &*row.class)
}

/// "4 feet 5 inches": either number alone tells a part of it.
fn is_of_two_numbers(claim: &Claim, quantity: &ClaimQuantity, after: &str, sets: &WordSets) -> bool {
    let digit = |text: &str| text.starts_with(|character: char| character.is_ascii_digit());
    let before = quantity.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start)).unwrap_or_default();
    let mut words = before.split_ascii_whitespace().rev();
    let unit = words.next().is_some_and(|word| sets.has(LexicalSet::FirstOfTwoUnits, word));
    digit(after.trim_start()) || (unit && words.next().is_some_and(digit))
}

/// "The mayor released the *names of* four sailors": nobody was freed.
fn counts_names(claim: &Claim, quantity: &ClaimQuantity, sets: &WordSets) -> bool {
    let before = quantity.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start)).unwrap_or_default();
    let before = before.trim_end().trim_end_matches(" the");
    let noun = before.strip_suffix(" of").and_then(|before| before.rsplit(' ').next());
    noun.is_some_and(|noun| sets.has(LexicalSet::ToldOfPeople, &noun.to_ascii_lowercase()))
}

/// The evidence after a place in it.
fn after(claim: &Claim, end: usize) -> &str {
    end.checked_sub(claim.start).and_then(|end| claim.text.get(end..)).unwrap_or_default()
}

/// The dimension with the people that a family's numbers mean where the noun is left out; in a vote, votes, members and deputies
/// are counted alike.
pub(crate) fn people_meant(family: &str, dimension: Dimension, symbols: &mut Symbols, sets: &WordSets) -> Dimension {
    if !sets.has(ClassSet::BareNumberOfPeople, family) {
        return dimension;
    }
    let (other, vote) = (symbols.of("other"), symbols.of("vote"));
    match dimension {
        Dimension::Bare => Dimension::People(None),
        Dimension::Things(noun) if noun == other => Dimension::People(None),
        Dimension::Things(noun) if noun == vote && family == "approve" => Dimension::People(None),
        Dimension::People(_) if family == "approve" => Dimension::People(None),
        as_written => as_written,
    }
}

/// Whether a number stands in what names the actor, and not in what names the target; never in "seven were injured".
fn of_doers(claim: &Claim, quantity: &ClaimQuantity) -> bool {
    let among = |participants: &[crate::claim::model::Participant]| {
        participants.iter().any(|participant| participant.start < quantity.end && quantity.start < participant.end)
    };
    among(&claim.actor) && !among(&claim.target) && !counts_those_done_to(claim)
}

/// Whether the predicate is in the passive: "were taken".
pub(crate) fn is_done_to(claim: &Claim) -> bool {
    let before = claim.predicate.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start)).unwrap_or_default();
    let be = |word: &str| matches!(word, "was" | "were" | "been" | "being");
    claim.predicate.text.split(' ').any(be) || before.split_ascii_whitespace().next_back().is_some_and(be)
}

/// Whether a number counts those to whom it is done although they stand where the actor does: "seven others were injured".
pub(crate) fn counts_those_done_to(claim: &Claim) -> bool {
    let counted = |quantity: &ClaimQuantity| {
        claim.actor.iter().any(|participant| participant.start < quantity.end && quantity.start < participant.end)
    };
    is_done_to(claim) && claim.quantity.as_ref().is_some_and(counted)
}

/// The first word of weight after the "of" that follows a counted noun.
fn complement<'t>(after: &'t str, sets: &WordSets) -> Option<&'t str> {
    let rest = after.trim_start().strip_prefix("of ")?;
    rest.split(|character: char| !character.is_alphanumeric()).find(|word| !word.is_empty() && !sets.has(FunctionSet::Determiner, word))
}

/// The words between a number and its noun; "has confirmed 21 cases" is of 21 confirmed cases.
fn modifiers(claim: &Claim, quantity: &ClaimQuantity, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Box<[Symbol]> {
    let words = quantity.unit_text.as_deref().unwrap_or_default();
    let before = words.rsplit_once(' ').map_or("", |(before, _)| before);
    // "612 injured people" where people are injured is no narrower kind.
    let said = |word: &&str| class_of_participle(word, gazetteers).is_some_and(|class| gazetteers.slots.traits(class).running);
    let telling = before.split(' ').filter(|word| word.len() > 2 && *word != "other" && !said(word));
    let mut modifiers: Vec<Symbol> = telling.map(|word| symbols.of(&word.to_lowercase())).collect();
    if claim.predicate.lemma == "confirm" {
        modifiers.push(symbols.of("confirmed"));
    }
    sorted(modifiers)
}

/// What a counted noun counts; nouns for people as such, and for their deaths, count people.
fn counted(unit: &str, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Dimension {
    let lower = fold(unit);
    let classes = &gazetteers.noun_classes;
    let class = classes.class(&lower).unwrap_or(&lower);
    if gazetteers.word_sets.has(ClassSet::PersonNoun, class) {
        return Dimension::People(None);
    }
    // A demonym with a number ("137 Venezuelans") counts people.
    if unit.chars().next().is_some_and(char::is_uppercase) {
        return Dimension::People(Some(symbols.of(&lower)));
    }
    match classes.kind(&lower) {
        Some(NounKind::Person) => Dimension::People(Some(symbols.of(class))),
        Some(NounKind::Country | NounKind::Government) => Dimension::Countries,
        _ => Dimension::Things(symbols.of(class)),
    }
}
