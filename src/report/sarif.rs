//! Conflicts as SARIF 2.1.0, for code scanning and other viewers of findings.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Findings;
use super::place::Place;
use crate::article::Article;
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, ConflictCode, Severity};

/// What each code means, in a sentence.
const RULES: [(ConflictCode, &str); 6] = [
    (ConflictCode::CountConflict, "Sources give different numbers of one thing."),
    (ConflictCode::AmountConflict, "Sources give different amounts of money for one thing."),
    (ConflictCode::StanceConflict, "One source says that it is so, another that it is not."),
    (ConflictCode::DateConflict, "Sources put one event on different days."),
    (ConflictCode::OfficeConflict, "Sources give one person two offices, or one office two holders."),
    (ConflictCode::ListConflict, "Sources give different complete lists of one thing."),
];

/// Writes one SARIF log with a result for each conflict.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let claims = findings.claims_by_id();
    let articles = findings.articles_by_id();
    let results: Vec<Value> = findings
        .ledger
        .conflicts
        .iter()
        .filter_map(|conflict| {
            let (a, b) = (claims.get(conflict.a.as_str())?, claims.get(conflict.b.as_str())?);
            Some(result(conflict, a, b, &articles))
        })
        .collect();
    let rules: Vec<Value> =
        RULES.iter().map(|(code, meaning)| json!({"id": code.as_str(), "shortDescription": {"text": meaning}})).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "crossclaim", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut output, &log)?;
    output.write_all(b"\n")
}

fn result(conflict: &Conflict, a: &Claim, b: &Claim, articles: &BTreeMap<&str, &Article>) -> Value {
    let level = match conflict.severity {
        Severity::Conflict => "error",
        Severity::Tension => "warning",
    };
    json!({
        "ruleId": conflict.code.as_str(),
        "level": level,
        "message": {"text": conflict.why},
        "locations": [location(a, conflict, articles)],
        "relatedLocations": [location(b, conflict, articles)],
        "partialFingerprints": {"crossclaim/v1": conflict.id},
        "properties": {"rule": conflict.rule, "claims": [conflict.a, conflict.b]},
    })
}

fn location(claim: &Claim, conflict: &Conflict, articles: &BTreeMap<&str, &Article>) -> Value {
    let place = Place::of(claim, conflict, articles);
    json!({
        "message": {"text": claim.text},
        "physicalLocation": {
            "artifactLocation": {"uri": uri(&place.file)},
            "region": {
                "startLine": place.start.line,
                "startColumn": place.start.column,
                "endLine": place.end.line,
                "endColumn": place.end.column,
            },
        },
    })
}

/// A path as a relative URI: what is neither a letter, a digit nor one of `/-._~` is percent-encoded.
fn uri(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
