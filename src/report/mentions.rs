//! Mentions and sentences as `crossclaim tag` writes them, an article a line.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::article::Span;
use crate::segment::Document;
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::{self, Bound, Quantity};

/// One article's sentences and mentions.
#[derive(Debug, Serialize)]
pub struct TaggedArticle<'a> {
    article: &'a str,
    sentences: Vec<Span>,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> TaggedArticle<'a> {
    /// The record of a document and its mentions.
    pub fn new(document: &'a Document<'a>, mentions: &'a [Mention]) -> Self {
        Self {
            article: &document.article.id,
            sentences: document.sentences.iter().map(|sentence| sentence.span).collect(),
            mentions: mentions.iter().map(|mention| MentionRecord::new(document.text(), mention)).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct MentionRecord<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    value: Value<'a>,
}

#[derive(Debug, Serialize)]
struct QuantityRecord {
    #[serde(serialize_with = "quantity::number")]
    value: Option<Decimal>,
    #[serde(serialize_with = "quantity::number")]
    low: Option<Decimal>,
    #[serde(serialize_with = "quantity::number")]
    high: Option<Decimal>,
    bound: Bound,
}

impl From<&Quantity> for QuantityRecord {
    fn from(quantity: &Quantity) -> Self {
        Self { value: quantity.value, low: quantity.low, high: quantity.high, bound: quantity.bound }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Country {
        iso2: &'a str,
        form: &'static str,
    },
    Money {
        #[serde(flatten)]
        quantity: QuantityRecord,
        currency: Option<&'a str>,
        /// How many of what is counted make one unit of the currency; left out where it is the unit itself.
        #[serde(skip_serializing_if = "is_one")]
        coins_per_unit: u32,
        unit: Option<&'a str>,
        unit_text: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        per: Option<&'a str>,
    },
    Counted {
        #[serde(flatten)]
        quantity: QuantityRecord,
        unit: Option<&'a str>,
        unit_text: Option<&'a str>,
    },
    Percent {
        #[serde(flatten)]
        quantity: QuantityRecord,
        unit: &'static str,
    },
    Date {
        from: Option<Date>,
        to: Option<Date>,
        timex: &'a str,
    },
    Official {
        name: &'a str,
        full_name: &'a str,
        office: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        known_office: Option<&'a str>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        honorific: bool,
        country: Option<&'a str>,
        former: bool,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        acting: bool,
    },
    Organization {
        name: &'a str,
        outlet: bool,
        country: Option<&'a str>,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

impl<'a> MentionRecord<'a> {
    pub(crate) fn new(text: &'a str, mention: &'a Mention) -> Self {
        let of = |span: Option<Span>| span.map(|span| span.of(text));
        let (kind, value) = match &mention.kind {
            MentionKind::Country(country) => ("country", Value::Country { iso2: country.iso2, form: country.form.as_str() }),
            MentionKind::Money(money) => {
                let quantity = (&money.quantity).into();
                let (currency, coins_per_unit, unit_text) = (money.currency, money.coins_per_unit, money.unit_text.as_str());
                ("money", Value::Money { quantity, currency, coins_per_unit, unit: money.unit.as_deref(), unit_text, per: of(money.per) })
            }
            MentionKind::Count(count) | MentionKind::Quantifier(count) => (
                if matches!(mention.kind, MentionKind::Count(_)) { "count" } else { "quantifier" },
                Value::Counted { quantity: (&count.quantity).into(), unit: count.unit.as_deref(), unit_text: of(count.unit_span) },
            ),
            MentionKind::Percent(percent) => {
                ("percent", Value::Percent { quantity: (&percent.quantity).into(), unit: percent.unit.as_str() })
            }
            MentionKind::Measure(measure) => (
                "measure",
                Value::Counted { quantity: (&measure.quantity).into(), unit: Some(&measure.unit), unit_text: of(measure.unit_span) },
            ),
            MentionKind::Date(date) => ("date", Value::Date { from: date.from, to: date.to, timex: &date.timex }),
            MentionKind::Official(official) => (
                "official",
                Value::Official {
                    name: official.name.of(text),
                    full_name: &official.full_name,
                    office: official.office_span.map_or_else(|| of(official.honorific), |_| official.office.as_deref()),
                    known_office: official.office.as_deref().filter(|_| official.office_span.is_none()),
                    honorific: official.honorific.is_some() && official.office_span.is_none(),
                    country: official.country,
                    former: official.former,
                    acting: official.acting,
                },
            ),
            MentionKind::Organization(organization) => (
                "organization",
                Value::Organization { name: &organization.name, outlet: organization.outlet, country: organization.country },
            ),
        };
        Self { kind, start: mention.span.start, end: mention.span.end, text: mention.span.of(text), value }
    }
}
