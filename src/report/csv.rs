//! Findings as CSV, for spreadsheets and data frames: a header line, then a claim or a conflict a row.
//!
//! UTF-8, commas, `\n` at the end of a row, quotation marks where a value needs them (RFC 4180). What a record leaves open is
//! an empty cell; several values in one cell are joined by `|`, and a `|` of the text is written as `/` there.

use std::collections::BTreeMap;
use std::io::{self, Write};

use csv::{Writer, WriterBuilder};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::Findings;
use super::place::Place;
use crate::article::Article;
use crate::claim::model::{Claim, Modality, Participant, Polarity, SpeakerKind};
use crate::reconcile::model::{Conflict, ConflictCode, Severity};
use crate::tag::quantity::{self, Bound};

/// A claim as one row; the columns are the fields in their order.
#[derive(Serialize)]
struct ClaimRow<'a> {
    id: &'a str,
    article: &'a str,
    source: &'a str,
    published: Option<Date>,
    url: Option<&'a str>,
    group: Option<&'a str>,
    sentence: usize,
    start: usize,
    end: usize,
    text: &'a str,
    predicate: &'a str,
    lemma: &'a str,
    class: &'a str,
    polarity: Polarity,
    modality: Modality,
    actor: String,
    actor_country: String,
    actor_inside: String,
    target: String,
    target_country: String,
    target_inside: String,
    place: String,
    quantity: Option<&'a str>,
    #[serde(serialize_with = "quantity::number")]
    value: Option<Decimal>,
    #[serde(serialize_with = "quantity::number")]
    low: Option<Decimal>,
    #[serde(serialize_with = "quantity::number")]
    high: Option<Decimal>,
    bound: Option<Bound>,
    unit: Option<&'a str>,
    time: Option<&'a str>,
    time_start: Option<Date>,
    time_end: Option<Date>,
    speaker: Option<&'a str>,
    speaker_kind: Option<SpeakerKind>,
    quoted: Option<bool>,
    content: Option<&'a str>,
    office: Option<&'a str>,
    former: Option<bool>,
    confidence: f64,
    repeats: usize,
}

impl<'a> ClaimRow<'a> {
    fn new(claim: &'a Claim) -> Self {
        let (quantity, time, speaker) = (claim.quantity.as_ref(), claim.time.as_ref(), claim.attribution.as_ref());
        let text = |participant: &'a Participant| Some(participant.text.as_str());
        let country = |participant: &'a Participant| participant.country.as_deref();
        let inside = |participant: &'a Participant| participant.inside.then_some("true");
        Self {
            id: &claim.id,
            article: &claim.article,
            source: &claim.source,
            published: claim.published,
            url: claim.url.as_deref(),
            group: claim.group.as_deref(),
            sentence: claim.sentence,
            start: claim.start,
            end: claim.end,
            text: &claim.text,
            predicate: &claim.predicate.text,
            lemma: &claim.predicate.lemma,
            class: &claim.predicate.class,
            polarity: claim.polarity,
            modality: claim.modality,
            actor: joined(&claim.actor, text),
            actor_country: joined(&claim.actor, country),
            actor_inside: joined(&claim.actor, inside),
            target: joined(&claim.target, text),
            target_country: joined(&claim.target, country),
            target_inside: joined(&claim.target, inside),
            place: joined(&claim.place, text),
            quantity: quantity.map(|quantity| quantity.text.as_str()),
            value: quantity.and_then(|quantity| quantity.value),
            low: quantity.and_then(|quantity| quantity.low),
            high: quantity.and_then(|quantity| quantity.high),
            bound: quantity.map(|quantity| quantity.bound),
            unit: quantity.and_then(|quantity| quantity.unit.as_deref()),
            time: time.map(|time| time.text.as_str()),
            time_start: time.and_then(|time| time.start),
            time_end: time.and_then(|time| time.end),
            speaker: speaker.map(|speaker| speaker.speaker.as_str()),
            speaker_kind: speaker.map(|speaker| speaker.kind),
            quoted: speaker.map(|speaker| speaker.quoted),
            content: claim.content.as_ref().map(|content| content.text.as_str()),
            office: claim.office.as_ref().map(|office| office.title.as_str()),
            former: claim.office.as_ref().map(|office| office.former),
            confidence: f64::from(claim.confidence.0) / 100.0,
            repeats: claim.repeats.len(),
        }
    }
}

/// One value of each participant, joined by `|`: an empty one where it has none, so that the columns of a side stay in step;
/// nothing where no participant has one.
fn joined<'a>(participants: &'a [Participant], value: impl Fn(&'a Participant) -> Option<&'a str>) -> String {
    let values: Vec<String> = participants.iter().map(|participant| value(participant).unwrap_or_default().replace('|', "/")).collect();
    if values.iter().all(String::is_empty) { String::new() } else { values.join("|") }
}

/// A conflict as one row: both sides with their words and the place where they stand.
#[derive(Serialize)]
struct ConflictRow<'a> {
    id: &'a str,
    code: ConflictCode,
    severity: Severity,
    why: &'a str,
    rule: &'a str,
    fact: Option<&'a str>,
    group: Option<&'a str>,
    a_claim: &'a str,
    a_article: &'a str,
    a_source: &'a str,
    a_published: Option<Date>,
    a_file: String,
    a_line: usize,
    a_text: &'a str,
    #[serde(serialize_with = "quantity::number")]
    a_value: Option<Decimal>,
    a_unit: Option<&'a str>,
    b_claim: &'a str,
    b_article: &'a str,
    b_source: &'a str,
    b_published: Option<Date>,
    b_file: String,
    b_line: usize,
    b_text: &'a str,
    #[serde(serialize_with = "quantity::number")]
    b_value: Option<Decimal>,
    b_unit: Option<&'a str>,
}

impl<'a> ConflictRow<'a> {
    fn new(conflict: &'a Conflict, a: &'a Claim, b: &'a Claim, articles: &BTreeMap<&str, &Article>) -> Self {
        let (place_a, place_b) = (Place::of(a, conflict, articles), Place::of(b, conflict, articles));
        let (quantity_a, quantity_b) = (a.quantity.as_ref(), b.quantity.as_ref());
        Self {
            id: &conflict.id,
            code: conflict.code,
            severity: conflict.severity,
            why: &conflict.why,
            rule: &conflict.rule,
            fact: conflict.fact.as_deref(),
            group: a.group.as_deref(),
            a_claim: &a.id,
            a_article: &a.article,
            a_source: &a.source,
            a_published: a.published,
            a_file: place_a.file,
            a_line: place_a.start.line,
            a_text: &a.text,
            a_value: quantity_a.and_then(|quantity| quantity.value),
            a_unit: quantity_a.and_then(|quantity| quantity.unit.as_deref()),
            b_claim: &b.id,
            b_article: &b.article,
            b_source: &b.source,
            b_published: b.published,
            b_file: place_b.file,
            b_line: place_b.start.line,
            b_text: &b.text,
            b_value: quantity_b.and_then(|quantity| quantity.value),
            b_unit: quantity_b.and_then(|quantity| quantity.unit.as_deref()),
        }
    }
}

/// The header line of the claims' table, for a file that may get no row.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write_claims_header(output: impl Write) -> io::Result<()> {
    write_header(&ClaimRow::new(&Claim::default()), output)
}

/// Writes claims as rows, without the header line.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write_claims(claims: &[Claim], output: impl Write) -> io::Result<()> {
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(output);
    claims.iter().try_for_each(|claim| writer.serialize(ClaimRow::new(claim)))?;
    writer.flush()
}

/// Writes the conflicts as rows below a header line.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write_conflicts(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let (claims, articles) = (findings.claims_by_id(), findings.articles_by_id());
    let (none, nobody) = (no_conflict(), Claim::default());
    write_header(&ConflictRow::new(&none, &nobody, &nobody, &articles), &mut output)?;
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(output);
    for conflict in &findings.ledger.conflicts {
        let (Some(a), Some(b)) = (claims.get(conflict.a.as_str()), claims.get(conflict.b.as_str())) else { continue };
        writer.serialize(ConflictRow::new(conflict, a, b, &articles))?;
    }
    writer.flush()
}

fn no_conflict() -> Conflict {
    Conflict {
        id: String::new(),
        code: ConflictCode::CountConflict,
        severity: Severity::Tension,
        a: String::new(),
        b: String::new(),
        why: String::new(),
        rule: String::new(),
        words: None,
        fact: None,
    }
}

/// Writes the names of a row's columns, which the crate writes with a first row only.
fn write_header(row: &impl Serialize, mut output: impl Write) -> io::Result<()> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.serialize(row)?;
    let written = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let end = written.iter().position(|&byte| byte == b'\n').map_or(written.len(), |end| end + 1);
    output.write_all(&written[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn participant(text: &str, country: Option<&str>) -> Participant {
        Participant { text: text.to_owned(), country: country.map(str::to_owned), ..Participant::default() }
    }

    fn table(claims: &[Claim]) -> Vec<BTreeMap<String, String>> {
        let mut written = Vec::new();
        write_claims_header(&mut written).expect("memory");
        write_claims(claims, &mut written).expect("memory");
        csv::Reader::from_reader(&*written).deserialize().map(|row| row.expect("a row with all columns")).collect()
    }

    #[test]
    fn what_is_written_reads_back_as_it_was() {
        let texts = ["plain", "a, b", "she said \"no\"", "over\ntwo lines", "Žižkov – 4 € für İzmir", "", " spaces "];
        for text in texts {
            let rows = table(&[Claim { text: text.to_owned(), ..Claim::default() }]);
            assert_eq!(rows[0]["text"], text);
        }
    }

    #[test]
    fn participants_share_a_cell_in_step_with_their_countries() {
        let claim = Claim {
            actor: vec![
                participant("Peru", Some("PE")),
                participant("the a|b group", None),
                Participant { inside: true, ..participant("Chile", Some("CL")) },
            ],
            target: vec![participant("the fund", None)],
            ..Claim::default()
        };
        let row = &table(&[claim])[0];
        assert_eq!((&*row["actor"], &*row["actor_country"]), ("Peru|the a/b group|Chile", "PE||CL"));
        assert_eq!((&*row["target"], &*row["target_country"]), ("the fund", ""));
        assert_eq!((&*row["actor_inside"], &*row["target_inside"]), ("||true", ""));
    }

    #[test]
    fn a_table_without_rows_has_its_header() {
        assert!(table(&[]).is_empty());
        let mut written = Vec::new();
        write_conflicts(&Findings::default(), &mut written).expect("memory");
        let written = String::from_utf8(written).expect("text");
        assert!(written.starts_with("id,code,severity,why,") && written.ends_with("b_unit\n"), "{written}");
    }
}
