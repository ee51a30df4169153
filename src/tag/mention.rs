//! Mentions: the typed spans that tagging finds.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::article::Span;

/// A span of the text that names a country, an amount, a count, a date, an official or an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// The sentence it stands in, as an index into the document's sentences.
    pub sentence: usize,
    /// What it names.
    pub kind: MentionKind,
}

/// What a mention names, with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionKind {
    /// A country by name, demonym, abbreviation, or its capital standing for its government.
    Country(CountryMention),
    /// An amount of money.
    Money(MoneyMention),
    /// A number of things.
    Count(CountMention),
    /// A quantifier with what it counts, where no number is said: "several countries", "no government".
    Quantifier(CountMention),
    /// A percentage or share.
    Percent(PercentMention),
    /// A length, duration, weight, magnitude, age and the like.
    Measure(MeasureMention),
    /// A day, a period, a time.
    Date(DateMention),
    /// A person with an office or title.
    Official(OfficialMention),
    /// An organization or news outlet.
    Organization(OrganizationMention),
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryMention {
    /// ISO 3166-1 alpha-2 code; XK for Kosovo.
    pub iso2: &'static str,
    /// How it is named.
    pub form: CountryForm,
}

/// How a country is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountryForm {
    /// "South Sudan", "Britain".
    Name,
    /// "Salvadoran", "Rwandans", "British".
    Demonym,
    /// "US", "U.K.", "UAE".
    Abbreviation,
    /// "Washington", "the Kremlin": standing for the government.
    Capital,
}

impl CountryForm {
    /// The word in the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Demonym => "demonym",
            Self::Abbreviation => "abbreviation",
            Self::Capital => "capital",
        }
    }
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyMention {
    /// The amount as said: 26 for "26 cents"; [`amount`](Self::amount) gives it in the currency's main unit.
    pub quantity: Quantity,
    /// ISO 4217 code; none where the words leave it open ("a six-figure sum").
    pub currency: Option<&'static str>,
    /// How many of what is counted make one unit of the currency: 1 for dollars, 100 for cents.
    pub coins_per_unit: u32,
    /// What is counted, as a lemma: "dollar", "cent"; none where the currency is left open.
    pub unit: Option<String>,
    /// The sign or name of the currency, and what the amount is paid for, as written: "$ a barrel", "Danish crowns".
    pub unit_text: String,
    /// What one amount buys: "barrel" of "$20 a barrel".
    pub per: Option<Span>,
}

impl MoneyMention {
    /// The amount in the currency's main unit: 0.26 for "26 cents".
    pub fn amount(&self) -> Quantity {
        let coins = Decimal::from(self.coins_per_unit.max(1));
        let units = |coin: Option<Decimal>| coin.map(|coin| (coin / coins).normalize());
        Quantity {
            value: units(self.quantity.value),
            low: units(self.quantity.low),
            high: units(self.quantity.high),
            bound: self.quantity.bound,
            tolerance: (self.quantity.tolerance / coins).normalize(),
        }
    }
}

/// A percentage, or a share of a whole in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PercentMention {
    /// How many per cent (or points): 40 for "40%", 50 for "half of".
    pub quantity: Quantity,
    /// What is counted.
    pub unit: PercentUnit,
}

/// What a percentage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PercentUnit {
    /// Hundredths of a whole: "40%", "a third of".
    Percent,
    /// Hundredths by which a percentage moves: "two percentage points".
    Point,
    /// Hundredths of a percentage point: "60 basis points".
    BasisPoint,
}

impl PercentUnit {
    /// The word in the interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Point => "percentage point",
            Self::BasisPoint => "basis point",
        }
    }
}

/// A number of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountMention {
    /// How many.
    pub quantity: Quantity,
    /// The lemma of the noun that is counted, lower case; none where the noun is left out ("three were killed").
    pub unit: Option<String>,
    /// The noun phrase that is counted, without the number: "alleged Venezuelan gang members".
    pub unit_span: Option<Span>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureMention {
    /// How much.
    pub quantity: Quantity,
    /// The unit's name in the table of units: "kilometre", "year".
    pub unit: String,
    /// The unit as written.
    pub unit_span: Option<Span>,
}

/// A date, a period or a time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// First day of the period, where the words and the article's date fix it.
    pub from: Option<Date>,
    /// Last day of the period.
    pub to: Option<Date>,
    /// The value in TIMEX3 notation: "2025-03", "P2W", "XXXX-03-12", "PRESENT_REF".
    pub timex: String,
    /// What kind of time it is.
    pub kind: DateKind,
}

/// What kind of time a date mention names (the types of TIMEX3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// A day or a longer period of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time: "two weeks".
    Duration,
    /// A time that comes again: "every Monday".
    Set,
}

/// A person with an office or title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialMention {
    /// The name as said here.
    pub name: Span,
    /// The fullest name of the person in the article or the table of office-holders.
    pub full_name: String,
    /// The office as said here, or at the fullest mention of the person in the article.
    pub office: Option<String>,
    /// Whether only the table of office-holders gives the office, nothing in the article.
    pub office_of_table: bool,
    /// Where the office stands, when it stands in this mention.
    pub office_span: Option<Span>,
    /// "Mr", "Dr." before the name: introduces the person, is no office.
    pub honorific: Option<Span>,
    /// The country of the office.
    pub country: Option<&'static str>,
    /// "former", "ex-", "then".
    pub former: bool,
    /// "acting", "interim".
    pub acting: bool,
}

/// An organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationMention {
    /// Its main name in the table, or the name as written.
    pub name: String,
    /// Whether it publishes news, so that it can be an origin.
    pub outlet: bool,
    /// The country it belongs to.
    pub country: Option<&'static str>,
}
