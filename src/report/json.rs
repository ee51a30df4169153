//! Findings as JSON: one object (`json`), or one object a line (`jsonl`).

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::Findings;
use crate::article::Article;
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, Fact};

/// An article's own record: what it is and where it was read; its text where that stands in no file as it is.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleRecord<'a> {
    id: &'a str,
    source: &'a str,
    url: Option<&'a str>,
    published: Option<Date>,
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<usize>,
    /// Length of the text in bytes.
    bytes: usize,
    /// What the offsets of the claims point into, where it was taken out of markup.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> ArticleRecord<'a> {
    /// The record of an article.
    pub fn new(article: &'a Article) -> Self {
        Self {
            id: &article.id,
            source: &article.source,
            url: article.url.as_deref(),
            published: article.published,
            title: article.title.as_deref(),
            group: article.group.as_deref(),
            file: &article.place.file,
            record: article.place.record,
            bytes: article.text.len(),
            text: article.source_map.is_some().then_some(article.text.as_str()),
        }
    }
}

#[derive(Serialize)]
struct Everything<'a> {
    articles: Vec<ArticleRecord<'a>>,
    claims: &'a [Claim],
    facts: &'a [Fact],
    conflicts: &'a [Conflict],
}

/// Writes everything as one object, `{"articles": […], "claims": […], "facts": […], "conflicts": […]}`, and a newline.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write_object(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let everything = Everything {
        articles: findings.articles.iter().map(ArticleRecord::new).collect(),
        claims: &findings.claims,
        facts: &findings.ledger.facts,
        conflicts: &findings.ledger.conflicts,
    };
    serde_json::to_writer(&mut output, &everything)?;
    output.write_all(b"\n")
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Article(&'a ArticleRecord<'a>),
    Claim(&'a Claim),
    Fact(&'a Fact),
    Conflict(&'a Conflict),
}

/// Writes one object a line, each with its `type`: the articles, then claims, facts and conflicts.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write_lines(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let mut line = |line: &Line<'_>| -> io::Result<()> {
        serde_json::to_writer(&mut output, line)?;
        output.write_all(b"\n")
    };
    for article in &findings.articles {
        line(&Line::Article(&ArticleRecord::new(article)))?;
    }
    for claim in &findings.claims {
        line(&Line::Claim(claim))?;
    }
    for fact in &findings.ledger.facts {
        line(&Line::Fact(fact))?;
    }
    findings.ledger.conflicts.iter().try_for_each(|conflict| line(&Line::Conflict(conflict)))
}
