//! The claim record: the interface that tests, scorers and other programs read.
//!
//! Field names and their meaning are those of the documented JSON; fields may be added, never renamed.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::tag::quantity::{self, Bound};

/// A proposition that an article asserts, or reports somebody else asserting, as one record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Stable: a hash of what is claimed and where.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The article's source.
    pub source: String,
    /// The day the article was published.
    pub published: Option<Date>,
    /// The article's address.
    pub url: Option<String>,
    /// The article's group; claims of different groups are never compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The sentence, as an index into the article's sentences.
    pub sentence: usize,
    /// Byte offset of the evidence in the article's text.
    pub start: usize,
    /// Byte offset just past the evidence.
    pub end: usize,
    /// The evidence, verbatim: the clause.
    pub text: String,
    /// What is said to happen.
    pub predicate: Predicate,
    /// Whether it is said to be so or not so.
    pub polarity: Polarity,
    /// Whether it is said to be real, planned, asked for, possible, or alleged.
    pub modality: Modality,
    /// Who does it.
    pub actor: Vec<Participant>,
    /// To whom, with whom, where to, what.
    pub target: Vec<Participant>,
    /// How much or how many.
    pub quantity: Option<ClaimQuantity>,
    /// When.
    pub time: Option<ClaimTime>,
    /// Where, when a place is named that is no participant: a country's code or the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub place: Vec<Participant>,
    /// The other phrases of the clause with a preposition, in order, as they stand: how, of what, by what means ("of gunshot wounds", "in
    /// the leg", "for treatment"); none of them says where or when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circumstances: Vec<Content>,
    /// Who says it, when it is not the article itself.
    pub attribution: Option<Attribution>,
    /// What is said, where that it was said is the claim (`say`): the clause or the quotation; what somebody is asked, ordered,
    /// allowed or accused of doing: the infinitive or the gerund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The outlets and agencies that the article as a whole credits ("(AP)", "The Wall Street Journal reported"), sorted: where
    /// its claims come from when their own attribution names no outlet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<String>,
    /// An office that the claim is about (`hold_office`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
    /// Whether the list of participants is open ("including", "such as") rather than complete.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open_list: bool,
    /// How likely the record is right, from 0 to 1 (two decimals), as measured on annotated articles.
    pub confidence: Decimal2,
    /// Other places in the article where the same passage stands.
    #[serde(default)]
    pub repeats: Vec<Span>,
    /// Whether the claim names what makes it checkable, or is a statement as such.
    #[serde(default, skip_serializing_if = "ClaimScope::is_checkable")]
    pub scope: ClaimScope,
    /// The rules that made the claim, in the order they fired.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

/// What makes a record a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimScope {
    /// It names a country, an amount, a count or an official.
    #[default]
    Checkable,
    /// It is a sentence that states something, whatever it names: compared word for word with other statements only.
    Statement,
}

impl ClaimScope {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_checkable(&self) -> bool {
        *self == Self::Checkable
    }
}

impl Claim {
    /// The evidence's span.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// All participants, the actor's side first.
    pub fn participants(&self) -> impl Iterator<Item = &Participant> {
        self.actor.iter().chain(&self.target)
    }
}

/// A number between 0 and 1 in hundredths, so that claims compare and hash exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal2(pub u8);

impl Serialize for Decimal2 {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Decimal2 {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&value) {
            return Err(serde::de::Error::custom(format!("confidence {value} is not between 0 and 1")));
        }
        Ok(Self((value * 100.0).round() as u8))
    }
}

/// The verb, noun or adjective that says what happens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predicate {
    /// As written, with its auxiliaries and what it controls: "agreed to accept".
    pub text: String,
    /// The lemma of the word that carries the meaning.
    pub lemma: String,
    /// The class by the table of predicates; a lemma without a row is its own class.
    pub class: String,
    /// Byte offset.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
}

impl Predicate {
    /// The predicate whose words stand at `span` of `text`.
    pub(crate) fn at(text: &str, span: Span, lemma: String, class: &str) -> Self {
        Self { text: span.of(text).to_owned(), lemma, class: class.to_owned(), start: span.start, end: span.end }
    }
}

/// Whether a claim says that something is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so; refusals are negated acceptances.
    Negated,
}

/// How a claim is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// As a fact.
    #[default]
    Asserted,
    /// As a plan or an intention.
    Planned,
    /// As something asked for or ordered.
    Requested,
    /// As something that may be.
    Possible,
    /// As something alleged or reported without confirmation.
    Alleged,
}

/// Somebody or something on one side of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The noun phrase as written.
    pub text: String,
    /// Byte offset.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
    /// What kind of participant it is.
    pub kind: ParticipantKind,
    /// ISO 3166-1 alpha-2 code of the country that it is or belongs to.
    pub country: Option<String>,
    /// The full name of a person or organization.
    pub name: Option<String>,
    /// The office of a person.
    pub office: Option<String>,
    /// The lemma of the head noun.
    pub head: Option<String>,
    /// Whether it is only named inside a noun phrase of the claim, most often another participant's, and takes no part itself: "his" of
    /// "his comments", "Mexico" of "the president of Mexico". Left out where it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inside: bool,
    /// The noun phrase that a pronoun takes up: "Neighbors" for "they". Left out where the participant is none, or has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub antecedent: Option<Antecedent>,
}

/// What a pronoun takes up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Antecedent {
    /// The noun phrase as written.
    pub text: String,
    /// Byte offset.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
}

impl Participant {
    /// The participant that stands at `span` of `text`, with nothing known of it yet.
    pub(crate) fn at(text: &str, span: Span, kind: ParticipantKind) -> Self {
        Self { text: span.of(text).to_owned(), start: span.start, end: span.end, kind, ..Self::default() }
    }

    /// Where its words stand.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// What kind of participant it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantKind {
    /// A country or its government.
    Country,
    /// A person with an office.
    Official,
    /// An organization.
    Organization,
    /// A group of people: "deportees", "protesters".
    Group,
    /// Anything else.
    #[default]
    Other,
}

/// A quantity of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimQuantity {
    /// As written, with number, modifier and noun.
    pub text: String,
    /// Byte offset.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
    /// The number as said; none for a range or a vague quantity.
    #[serde(serialize_with = "quantity::number", deserialize_with = "quantity::read_number", default)]
    pub value: Option<Decimal>,
    /// The least that the words allow; none is open.
    #[serde(serialize_with = "quantity::number", deserialize_with = "quantity::read_number", default)]
    pub low: Option<Decimal>,
    /// The most that the words allow; none is open.
    #[serde(serialize_with = "quantity::number", deserialize_with = "quantity::read_number", default)]
    pub high: Option<Decimal>,
    /// How the words bound it.
    pub bound: Bound,
    /// A counted noun's lemma, an ISO 4217 code, "percent", or a unit's name.
    pub unit: Option<String>,
    /// The counted noun phrase as written, without the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_text: Option<String>,
}

/// When something is said to happen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimTime {
    /// As written.
    pub text: String,
    /// First day, where it is known.
    pub start: Option<Date>,
    /// Last day, where it is known.
    pub end: Option<Date>,
    /// The TIMEX3 value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timex: Option<String>,
}

/// Who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The fullest name of the speaker in the article, where the words only describe somebody too whom it names elsewhere ("the
    /// mayor"), or the words for one without a name ("officials").
    pub speaker: String,
    /// The words that attribute: "said Ana Torres, a former …".
    pub text: String,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// Whether the claim stands between quotation marks.
    pub quoted: bool,
    /// Who hands it on, outermost first, when the speaker's words are themselves reported: the newspaper that cites officials.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<String>,
}

/// What kind of speaker it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerKind {
    /// A person with an office or a name.
    Official,
    /// An organization, a ministry, a government.
    Organization,
    /// A newspaper, agency or broadcaster.
    Outlet,
    /// A report, a cable, a filing.
    Document,
    /// "officials", "witnesses", "reports".
    #[default]
    Unnamed,
}

/// Words of the text that are taken as they stand: what somebody says, is asked to do, or ensures, what they call or find somebody; a
/// circumstance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The words: a clause without its "that", a quotation without its marks; several sentences of one quotation together.
    pub text: String,
    /// Byte offset.
    pub start: usize,
    /// Byte offset just past it.
    pub end: usize,
}

/// An office that somebody holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The office as written, without "former" and the like.
    pub title: String,
    /// Held no longer.
    pub former: bool,
    /// Held for the time being.
    pub acting: bool,
}
