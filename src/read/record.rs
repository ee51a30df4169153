//! One line of a JSONL file: an article as a JSON object.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::ReadProblem;

/// The fields of an article as far as a record gives them; other fields are passed over.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Raw {
    id: Field,
    source: Field,
    url: Field,
    published: Field,
    title: Field,
    group: Field,
    text: Field,
}

/// The fields of an article that are known besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) id: Option<String>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<String>,
    pub(super) title: Option<String>,
    pub(super) group: Option<String>,
}

/// Reads one line.
pub(super) fn parse(line: &str) -> Result<(Fields, String), ReadProblem> {
    // Serde would take a list for the fields in their order.
    if line.trim_start().starts_with('[') {
        return Err(ReadProblem::Json { message: "it is a list".to_owned(), column: 1 });
    }
    let raw: Raw = serde_json::from_str(line).map_err(|error| json_problem(&error))?;
    let text = raw.text.string("text")?.ok_or(ReadProblem::MissingText)?;
    if text.trim().is_empty() {
        return Err(ReadProblem::EmptyText);
    }
    let fields = Fields {
        id: raw.id.string_or_number("id")?,
        source: raw.source.string("source")?,
        url: raw.url.string("url")?,
        published: raw.published.string("published")?,
        title: raw.title.string("title")?,
        group: raw.group.string_or_number("group")?,
    };
    Ok((fields.without_empty(), text))
}

impl Fields {
    /// An empty value says nothing.
    fn without_empty(self) -> Self {
        let kept = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
        Self {
            id: kept(self.id),
            source: kept(self.source),
            url: kept(self.url),
            published: kept(self.published),
            title: kept(self.title),
            group: kept(self.group),
        }
    }
}

fn json_problem(error: &serde_json::Error) -> ReadProblem {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    ReadProblem::Json { message: message.replace("EOF while parsing", "the line ends inside"), column: error.column() }
}

/// A field's value: text, nothing, or something else.
#[derive(Debug, Default)]
enum Field {
    #[default]
    Absent,
    Text(String),
    Number(String),
    Other(&'static str),
}

impl Field {
    fn string(self, field: &'static str) -> Result<Option<String>, ReadProblem> {
        match self {
            Self::Absent => Ok(None),
            Self::Text(text) => Ok(Some(text)),
            Self::Number(_) => Err(ReadProblem::WrongType { field, found: "a number" }),
            Self::Other(found) => Err(ReadProblem::WrongType { field, found }),
        }
    }

    /// Ids and groups are often plain numbers.
    fn string_or_number(self, field: &'static str) -> Result<Option<String>, ReadProblem> {
        match self {
            Self::Number(number) => Ok(Some(number)),
            other => other.string(field),
        }
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor)
    }
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Field, E> {
        Ok(Field::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Field, E> {
        Ok(Field::Text(text))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Field, E> {
        Ok(Field::Absent)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Field, E> {
        Ok(Field::Other("true or false"))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Field, E> {
        Ok(Field::Number(number.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Field, E> {
        Ok(Field::Number(number.to_string()))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Field, E> {
        Ok(Field::Other("a fraction"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Field, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Field::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Other("an object"))
    }
}
