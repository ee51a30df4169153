//! Slots: what a value is a value of.
//!
//! A slot is a claim without the place where it stands: the class of what happens, who does it and to whom, the kind of
//! thing counted and what part of it, place, period, office. Claims that say the same thing alike have equal slots, so that a
//! report printed a thousand times is compared once.

use jiff::civil::Date;

use super::class;
use super::evidence::Scope;
use super::figure;
pub(crate) use super::figure::{Dimension, Number};
use super::name::{Name, fold, name_of};
use super::symbol::{Symbol, Symbols, sorted};
use crate::claim::model::{Claim, ClaimQuantity, ClaimTime, Modality, Participant, ParticipantKind, Polarity};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::slots::{Stage, Traits};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};

/// A key of a slot in which two claims can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The group of the articles.
    Group,
    /// What happens.
    Class,
    /// Who does it.
    Actor,
    /// To whom, with whom, where to.
    Target,
    /// What is counted, or the currency.
    Unit,
    /// A part against the whole, a rate against a sum, an addition against a total.
    Scope,
    /// Asked for, promised, or delivered; planned or done.
    Stage,
    /// Where.
    Place,
    /// When.
    Time,
    /// One article gives both values, so they are values of different things.
    SameSource,
    /// Nothing that both name brings them together.
    NothingShared,
}

impl Key {
    /// The key in a sentence: "they differ in …".
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Group => "the group of their articles",
            Self::Class => "what happens",
            Self::Actor => "who does it",
            Self::Target => "to whom or with whom it is done",
            Self::Unit => "what is counted",
            Self::Scope => "what part, addition or rate the number is",
            Self::Stage => "how far along it is: asked, promised or done",
            Self::Place => "where",
            Self::Time => "when",
            Self::SameSource => "the thing meant, as one article gives both values",
            Self::NothingShared => "everything: nothing brings them together",
        }
    }
}

/// A head noun, as its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Head {
    /// The noun class.
    pub(crate) class: Symbol,
    /// Whether it names people.
    pub(crate) people: bool,
    /// Whether it names people as such: "people", "humans".
    pub(crate) generic: bool,
    /// Whether it names a government or a part of one.
    pub(crate) government: bool,
}

impl Head {
    fn of(noun: &str, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Self {
        let class = gazetteers.noun_classes.class(noun).unwrap_or(noun);
        let people = gazetteers.noun_classes.kind(noun) == Some(NounKind::Person);
        let government = gazetteers.noun_classes.kind(noun) == Some(NounKind::Government);
        Self { class: symbols.of(class), people, generic: class == "person", government }
    }

    fn meets(self, other: Self) -> bool {
        self.class == other.class
            || (self.government && other.government)
            || (self.people && other.people && (self.generic || other.generic))
    }
}

/// Whether both name something, and nothing in common.
pub(crate) fn heads_apart(a: &[Head], b: &[Head]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|head| b.iter().any(|other| head.meets(*other)))
}

/// The people and countries on one side of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Side {
    /// Countries by their codes, sorted.
    pub(crate) countries: Box<[Symbol]>,
    /// People and organizations by name, sorted.
    pub(crate) names: Box<[Name]>,
    /// The head nouns of groups and other things without a name, as noun classes, sorted.
    pub(crate) heads: Box<[Head]>,
}

impl Side {
    fn of(participants: &[Participant], claim: &Claim, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Self {
        // "€450m", "74": the number itself is nobody; "toll", "fund" say what it is a number of, but where there was none.
        let is_number = |participant: &Participant, head: &str| {
            let within = |quantity: &ClaimQuantity| quantity.start <= participant.start && participant.end <= quantity.end;
            let amount =
                |quantity: &ClaimQuantity| quantity.unit.as_deref().is_none_or(|unit| unit.bytes().all(|byte| byte.is_ascii_uppercase()));
            head.starts_with(|character: char| !character.is_alphabetic())
                || (claim.quantity.is_some() && claim.polarity == Polarity::Affirmed && gazetteers.slots.amount_noun(head).is_some())
                || claim.quantity.as_ref().is_some_and(|quantity| quantity.start < quantity.end && within(quantity) && amount(quantity))
        };
        let (mut countries, mut names, mut heads) = (Vec::new(), Vec::new(), Vec::new());
        // "Serbia refused to align itself": the other side is not Serbia.
        let others = participants.iter().filter(|participant| !gazetteers.word_sets.has(FunctionSet::Reflexive, &participant.text));
        for participant in others {
            if let Some(country) = &participant.country {
                countries.push(symbols.of(country));
            }
            if let Some(name) = participant.name.as_deref().filter(|_| participant.kind != ParticipantKind::Country) {
                names.push(name_of(name, symbols, gazetteers));
            } else if participant.kind != ParticipantKind::Country
                && let Some(head) = participant.head.as_deref().filter(|head| !is_number(participant, head))
                // "the ministry" may be any; "police" are told of as people are.
                && (participant.kind != ParticipantKind::Organization || gazetteers.noun_classes.kind(head).is_none() && participant.name.is_none())
            {
                // "US exports" are of the United States, and exports.
                heads.push(Head::of(head, symbols, gazetteers));
            }
        }
        Self { countries: sorted(countries), names: sorted(names), heads: sorted(heads) }
    }

    /// Whether nobody is named.
    pub(crate) fn is_empty(&self) -> bool {
        self.countries.is_empty() && self.names.is_empty()
    }

    /// The symbols that an index finds the side by: countries, and last names.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = Symbol> {
        self.countries.iter().copied().chain(self.names.iter().map(|name| name.last))
    }

    /// Whom the side names, as far as two articles that name them hardly do so by chance.
    pub(crate) fn telling(&self) -> impl Iterator<Item = Symbol> {
        self.countries.iter().copied().chain(self.names.iter().filter_map(|name| name.telling))
    }
}

/// How two sides stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlap {
    /// Both name somebody, and nobody is shared.
    Apart,
    /// One of them names nobody.
    Unknown,
    /// Some are shared.
    Partial,
    /// All that the one names are among those of the other.
    Within,
    /// The same.
    Same,
}

/// How the named participants of two sides stand to each other.
pub(crate) fn overlap(a: &Side, b: &Side) -> Overlap {
    let countries = overlap_of(&a.countries, &b.countries);
    let names = overlap_of_names(&a.names, &b.names);
    match (countries, names) {
        (Overlap::Unknown, other) | (other, Overlap::Unknown) => other,
        // Who is named in full by both is one, whatever country each article leads a reader to.
        (Overlap::Apart, Overlap::Same)
            if a.names.len() == 1 && a.names[0].full != a.names[0].last && b.names[0].full != b.names[0].last =>
        {
            Overlap::Within
        }
        // Two people of one country are two; one person with and without a country is one.
        (Overlap::Apart, _) | (_, Overlap::Apart) => Overlap::Apart,
        (a, b) => a.min(b),
    }
}

fn overlap_of(a: &[Symbol], b: &[Symbol]) -> Overlap {
    if a.is_empty() || b.is_empty() {
        return Overlap::Unknown;
    }
    if a == b {
        return Overlap::Same;
    }
    graded(a.iter().filter(|value| b.binary_search(value).is_ok()).count(), a.len(), b.len())
}

fn overlap_of_names(a: &[Name], b: &[Name]) -> Overlap {
    if a.is_empty() || b.is_empty() {
        return Overlap::Unknown;
    }
    if a == b {
        return Overlap::Same;
    }
    let shared = a.iter().filter(|name| b.iter().any(|other| name.meets(*other))).count();
    if shared == a.len() && shared == b.len() { Overlap::Same } else { graded(shared, a.len(), b.len()) }
}

fn graded(shared: usize, a: usize, b: usize) -> Overlap {
    match shared {
        0 => Overlap::Apart,
        all if all == a.min(b) => Overlap::Within,
        _ => Overlap::Partial,
    }
}

/// An office that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Post {
    /// The words of the title, in lower case, without countries and small words, sorted.
    pub(crate) words: Box<[Symbol]>,
    /// The classes of the title's nouns, and its words, to find a title by its head.
    pub(crate) heads: Box<[Symbol]>,
    /// The title in lower case where one person at a time holds it in a country.
    pub(crate) unique: Option<Symbol>,
    /// Whether it is of the inside of a country, so that a story has it of one country only: a health minister, a chief justice.
    pub(crate) domestic: bool,
    /// Whether the words name the country, or the article alone tells it.
    pub(crate) country_said: bool,
    /// Whether its holder is known to have held it at some time: articles name presidents of the past by their office.
    pub(crate) known: bool,
    /// Held no longer.
    pub(crate) former: bool,
    /// Held for the time being.
    pub(crate) acting: bool,
}

/// When something is said to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Period {
    /// First day.
    pub(crate) start: Date,
    /// Last day.
    pub(crate) end: Date,
    /// Whether the words themselves name the day, as "12 March" does and "Tuesday" does not.
    pub(crate) explicit: bool,
}

impl Period {
    fn of(time: &ClaimTime) -> Option<Self> {
        let (start, end) = (time.start?, time.end?);
        (start <= end).then(|| Self { start, end, explicit: time.text.bytes().any(|byte| byte.is_ascii_digit()) })
    }

    /// Whether it is one day.
    pub(crate) fn is_day(self) -> bool {
        self.start == self.end
    }

    /// Whether the two have no day in common.
    pub(crate) fn is_apart(self, other: Self) -> bool {
        self.end < other.start || other.end < self.start
    }
}

/// A claim without the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot {
    /// The group of its article.
    pub(crate) group: Option<Symbol>,
    /// The class of what happens.
    pub(crate) class: Symbol,
    /// The family of the class.
    pub(crate) family: Symbol,
    /// The lemma of the predicate.
    pub(crate) lemma: Symbol,
    /// How claims of the class behave.
    pub(crate) traits: Traits,
    /// Whether it is said to be so.
    pub(crate) polarity: Polarity,
    /// How it is put.
    pub(crate) modality: Modality,
    /// Who does it.
    pub(crate) actor: Side,
    /// To whom, with whom, where to.
    pub(crate) target: Side,
    /// Where.
    pub(crate) place: Side,
    /// How much or how many.
    pub(crate) number: Option<Number>,
    /// What the number is a number of: a part, a rate.
    pub(crate) scope: Scope,
    /// Whether it tells who was hit, not what became of them: "seven were shot".
    pub(crate) hit: bool,
    /// Whether somebody refuses: "refused", "turned down the offer", "declined to sign".
    pub(crate) refusal: bool,
    /// Whether it tells who is in hospital, not who was hurt.
    pub(crate) in_hospital: bool,
    /// How far along a transfer is.
    pub(crate) stage: Option<Stage>,
    /// When.
    pub(crate) period: Option<Period>,
    /// The office that it is about.
    pub(crate) post: Option<Post>,
    /// Whether its lists are open ("including").
    pub(crate) open_list: bool,
    /// When its article was published.
    pub(crate) published: Option<Date>,
}

impl Slot {
    /// The slot of a claim; `scope` is what the words of its evidence say of its number.
    pub(crate) fn of(claim: &Claim, scope: Scope, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Self {
        let words = &gazetteers.slots;
        let own_class = claim.predicate.class.as_str();
        let lemma = if claim.predicate.lemma.is_empty() { own_class } else { &claim.predicate.lemma };
        let of_counted = figure::class_of_counted(claim, lemma, gazetteers);
        // "People were flown to Panama": who is flown is sent.
        let before = claim.predicate.start.checked_sub(claim.start).and_then(|start| claim.text.get(..start)).unwrap_or_default();
        let sent = matches!(own_class, "travel" | "visit") && figure::is_done_to(claim);
        let of_relative = class::class_of_relative(claim, before, gazetteers);
        let own_class = if sent { "send" } else { own_class };
        let class = of_counted.or(of_relative).or_else(|| class::class_of_construction(claim, lemma, gazetteers)).unwrap_or(own_class);
        let mut number = figure::number(claim, symbols, gazetteers);
        let traits = words.traits(class);
        let money = number.as_ref().is_some_and(|number| matches!(number.dimension, Dimension::Money(_)));
        // "Parliament approved €450 million" and "Finland grants €450 million" are one transfer.
        let family = words.family(class);
        // "Norway has delivered $120 million" and "it has disbursed $210 million" are payments.
        let handed_over = words.stage(lemma) == Some(Stage::Delivered) && !matches!(family, "receive" | "request");
        let family = if money && (traits.commits || handed_over) { "pay" } else { family };
        if let Some(number) = &mut number {
            number.dimension = figure::people_meant(family, number.dimension, symbols, &gazetteers.word_sets);
            if figure::class_of_number_of(claim, gazetteers).is_some() {
                number.dimension = Dimension::People(None);
            }
        }
        // "That brings to 80 the number of those released": the number is the whole.
        let scope = if figure::class_of_number_of(claim, gazetteers).is_some() { Scope::default() } else { scope };
        let mut actor = Side::of(&claim.actor, claim, symbols, gazetteers);
        let mut target = Side::of(&claim.target, claim, symbols, gazetteers);
        if of_counted.is_some() {
            // Who registers deaths kills nobody; a country that does is where they were.
            let presenter = std::mem::take(&mut actor);
            if target.is_empty() {
                target.countries = presenter.countries;
            }
            target.heads = Box::default();
        }
        if of_relative.is_some() {
            actor = std::mem::take(&mut target);
        }
        if class == "detain" && class::is_in_custody(claim, gazetteers) {
            target = std::mem::take(&mut actor);
            if let Some(number) = &mut number {
                number.of_doers = false;
            }
        }
        if claim.target.is_empty() && figure::counts_those_done_to(claim) {
            target = std::mem::take(&mut actor);
        }
        Self {
            group: claim.group.as_deref().map(|group| symbols.of(group)),
            class: symbols.of(class),
            family: symbols.of(family),
            lemma: symbols.of(lemma),
            traits,
            polarity: claim.polarity,
            modality: claim.modality,
            place: Side::of(&claim.place, claim, symbols, gazetteers),
            number,
            scope,
            hit: gazetteers.word_sets.has(LexicalSet::Hits, lemma),
            refusal: class::is_refusal(claim, class, gazetteers),
            in_hospital: gazetteers.word_sets.has(LexicalSet::TakesToHospital, lemma),
            stage: stage(claim, lemma, family, gazetteers).or_else(|| stage_of_actor(claim, gazetteers)),
            period: claim
                .time
                .as_ref()
                .filter(|time| !is_of_noun(claim, time))
                .and_then(Period::of)
                .or_else(|| claim.time.is_none().then(|| year_named(claim)).flatten()),
            post: post(claim, &actor, &target, symbols, gazetteers),
            open_list: claim.open_list || claim.predicate.class == "include",
            published: claim.published,
            actor,
            target,
        }
    }

    /// Whether it is put as a fact, even as an alleged one.
    pub(crate) fn is_settled(&self) -> bool {
        matches!(self.modality, Modality::Asserted | Modality::Alleged)
    }

    /// Whether it tells of a time long before its article.
    pub(crate) fn is_past(&self) -> bool {
        let Some((period, published)) = self.period.zip(self.published) else { return false };
        published.since(period.end).is_ok_and(|span| span.get_days() > DAYS_OF_NOW)
    }

    /// Whether it says that something is so.
    pub(crate) fn is_affirmed(&self) -> bool {
        self.polarity == Polarity::Affirmed
    }

    /// The kind of number, where it gives one.
    pub(crate) fn dimension(&self) -> Option<Dimension> {
        self.number.as_ref().map(|number| number.dimension)
    }

    /// Whether the claim names enough to be known for the same in any article: both sides, or a person and an office.
    pub(crate) fn is_anchored(&self) -> bool {
        let people = !self.actor.names.is_empty() || !self.target.names.is_empty();
        (self.post.is_some() && people)
            || (!self.actor.is_empty() && !self.target.is_empty() && (self.number.is_some() || people || self.target.countries.len() > 2))
    }
}

/// "The company's last *offer* included a bonus of 18m": the noun says how far along it is.
fn stage_of_actor(claim: &Claim, gazetteers: &Gazetteers) -> Option<Stage> {
    let nameless = claim.actor.iter().filter(|participant| participant.name.is_none());
    nameless.filter_map(|participant| participant.head.as_deref()).find_map(|head| gazetteers.slots.stage(head))
}

/// A claim about a day more than this many days before its article's own is about the past.
pub(crate) const DAYS_OF_NOW: i32 = 45;

/// The stage of a transfer: by the verb; a delivery that is only planned is a promise.
fn stage(claim: &Claim, lemma: &str, family: &str, gazetteers: &Gazetteers) -> Option<Stage> {
    if family != "pay" && family != "receive" && family != "request" {
        return None;
    }
    let words = &gazetteers.slots;
    // The verb says it, else a class that is itself a step ("order"); "pay" as a class holds grants and promises too.
    let class = claim.predicate.class.as_str();
    let stage = words.stage(lemma).or_else(|| if class == "pay" || class == "receive" { None } else { words.stage(class) });
    // "agreed to pay $6 million" has not paid it yet.
    let governor = claim.predicate.text.split_once(" to ").map(|(governor, _)| governor.rsplit(' ').next().unwrap_or(governor));
    let governed = governor
        .and_then(|word| word.strip_suffix('d'))
        .and_then(|verb| words.stage(verb).or_else(|| words.stage(verb.strip_suffix('e')?)));
    let stage = stage.map(|stage| governed.map_or(stage, |governed| governed.min(stage)));
    // "Parliament voted to grant €450 million" has not paid it yet.
    let stage = stage.or(words.traits(class).commits.then_some(Stage::Promised));
    match claim.modality {
        Modality::Planned | Modality::Possible => stage.map(|stage| stage.min(Stage::Promised)).or(Some(Stage::Promised)),
        Modality::Requested => Some(Stage::Asked),
        Modality::Asserted | Modality::Alleged => stage,
    }
}

/// Whether a day stands before the noun that it is the day of: "arrested a man in the *May 2* robbery".
fn is_of_noun(claim: &Claim, time: &ClaimTime) -> bool {
    let Some((before, after)) = claim.text.split_once(time.text.as_str()) else { return false };
    let article = before.ends_with("the ") || before.ends_with("The ") || before.ends_with(" a ");
    let noun = after.strip_prefix(' ').and_then(|after| after.split(|character: char| !character.is_alphanumeric()).next());
    let day = time.start.is_some() && time.start == time.end;
    day && article && noun.is_some_and(|noun| noun.len() > 4 && noun.starts_with(char::is_lowercase))
}

/// The year that the evidence names with "in", where the claim has no time: "in 2017 an outbreak killed three people".
fn year_named(claim: &Claim) -> Option<Period> {
    let mut words = claim.text.split(|character: char| !character.is_alphanumeric());
    let mut before = "";
    let mut found = None;
    for word in words.by_ref() {
        if word.len() == 4
            && before.eq_ignore_ascii_case("in")
            && let Ok(year) = word.parse::<i16>()
            && (1900..2100).contains(&year)
        {
            if found.is_some() {
                return None;
            }
            found = Some(year);
        }
        before = word;
    }
    let year = found?;
    Some(Period { start: Date::new(year, 1, 1).ok()?, end: Date::new(year, 12, 31).ok()?, explicit: true })
}

fn post(claim: &Claim, actor: &Side, target: &Side, symbols: &mut Symbols, gazetteers: &Gazetteers) -> Option<Post> {
    if claim.predicate.class != "hold_office" {
        return None;
    }
    let written = claim.office.as_ref().map(|office| office.title.as_str());
    let title = written.or_else(|| claim.participants().find_map(|participant| participant.office.as_deref())).unwrap_or_default();
    let title = fold(title).replace("foreign affairs", "foreign").replace("ministre", "minister");
    let countries: Vec<String> = actor
        .countries
        .iter()
        .chain(&target.countries)
        .filter_map(|code| gazetteers.countries.name(symbols.string(*code)).map(fold))
        .collect();
    let words: Vec<&str> = title
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && !gazetteers.word_sets.has(LexicalSet::SmallTitleWord, word))
        .filter(|word| !countries.iter().any(|country| is_form_of(word, country)))
        .collect();
    let plain = words.join(" ");
    let turned = title.split_once(" of ").map(|(office, field)| format!("{} {}", field.trim_start_matches("the "), office));
    let unique = [Some(plain), turned].into_iter().flatten().find(|title| gazetteers.slots.is_unique_office(title));
    let names = || claim.participants().filter_map(|participant| participant.name.as_deref());
    let known = unique.as_ref().is_some_and(|office| names().any(|name| gazetteers.office_holders.held(name, office)));
    let unique = unique.map(|title| symbols.of(&title.replace("defence", "defense").replace("labour", "labor")));
    let office = claim.office.as_ref();
    let name = claim.participants().find_map(|participant| participant.name.as_deref()).unwrap_or_default();
    // "Energy Minister Ana Grosu" names no country; "Moldovan Energy Minister Ana Grosu" does, "Ana Grosu, who leads it" may.
    let only_title = claim.text.len() <= written.unwrap_or_default().len() + name.len() + ", ".len();
    let of_country =
        title.split(|character: char| !character.is_alphanumeric()).any(|word| countries.iter().any(|country| is_form_of(word, country)));
    Some(Post {
        country_said: !only_title || of_country,
        heads: sorted(
            words
                .iter()
                .flat_map(|word| [gazetteers.noun_classes.class(word).unwrap_or(word), word])
                .map(|word| symbols.of(word))
                .collect(),
        ),
        words: sorted(words.iter().map(|word| symbols.of(word)).collect()),
        domestic: !words.iter().any(|word| gazetteers.word_sets.has(LexicalSet::MeetsAbroad, word)),
        unique,
        known,
        former: office.is_some_and(|office| office.former),
        acting: office.is_some_and(|office| office.acting),
    })
}

/// Whether a word is the country's name or an adjective of it: "moldovan" and "moldova".
fn is_form_of(word: &str, country: &str) -> bool {
    let stem = country.split(' ').next().unwrap_or(country);
    let length = stem.len().saturating_sub(2).max(4);
    word.len() >= 4 && stem.is_char_boundary(length.min(stem.len())) && word.starts_with(&stem[..length.min(stem.len())])
}
