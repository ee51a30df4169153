//! Findings as one HTML page for people: disputes first, both passages side by side with the disputed words marked; then what
//! several articles stand behind, each with its passages to unfold.
//!
//! The page stands by itself: no script, nothing fetched, light and dark by the reader's setting, fit for print. Everything that
//! comes from an article is escaped, and only `http` and `https` addresses become links.

use std::collections::BTreeMap;
use std::io::{self, Write};

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::Serialize;

use super::Findings;
use super::overview::{disputes, others, shared_facts, summary, support};
use super::passage::paragraph_around;
use super::place::{named_place, words_that_count, words_that_disagree};
use crate::article::{Article, Span};
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, Fact, Severity};

const TEMPLATE: &str = include_str!("page.html");

/// How many bytes of an article's paragraph are shown around a claim.
const ROOM: usize = 700;

#[derive(Serialize)]
struct Page<'a> {
    version: &'a str,
    summary: String,
    disputes: Vec<Dispute<'a>>,
    sections: Vec<Section<'a>>,
}

/// What sources tell differently.
#[derive(Serialize)]
struct Dispute<'a> {
    id: &'a str,
    severity: Severity,
    code: &'a str,
    why: &'a str,
    rule: &'a str,
    /// The two sides of the first conflict.
    sides: Vec<Passage<'a>>,
    /// Whoever else takes part.
    others: Vec<Passage<'a>>,
}

/// The facts of one status.
#[derive(Serialize)]
struct Section<'a> {
    heading: &'a str,
    facts: Vec<Shared<'a>>,
}

/// A fact that several articles stand behind.
#[derive(Serialize)]
struct Shared<'a> {
    id: &'a str,
    statement: &'a str,
    support: String,
    passages: Vec<Passage<'a>>,
}

/// A claim where it stands: what goes before, the evidence in three parts, what follows.
#[derive(Serialize)]
struct Passage<'a> {
    claim: &'a str,
    source: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    /// The article's address, where a browser may be sent there.
    url: Option<&'a str>,
    /// File, line and column.
    place: String,
    /// Whose words the article says they are.
    speaker: Option<&'a str>,
    before: &'a str,
    lead: &'a str,
    words: &'a str,
    tail: &'a str,
    after: &'a str,
}

/// Writes the page.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(io::Error::other)?);
    // The ending of the name turns escaping on.
    let rendered = environment.render_named_str("page.html", TEMPLATE, Serde(page(findings))).map_err(io::Error::other)?;
    output.write_all(rendered.as_bytes())
}

fn page(findings: &Findings) -> Page<'_> {
    let claims = findings.claims_by_id();
    let articles = findings.articles_by_id();
    let disputes = disputes(&findings.ledger.conflicts);
    Page {
        version: env!("CARGO_PKG_VERSION"),
        summary: summary(findings),
        disputes: disputes.iter().filter_map(|dispute| Dispute::new(dispute, &claims, &articles)).collect(),
        sections: shared_facts(findings)
            .into_iter()
            .map(|(heading, facts)| Section {
                heading,
                facts: facts.into_iter().map(|fact| Shared::new(fact, &claims, &articles)).collect(),
            })
            .collect(),
    }
}

impl<'a> Dispute<'a> {
    fn new(dispute: &[&'a Conflict], claims: &BTreeMap<&str, &'a Claim>, articles: &BTreeMap<&str, &'a Article>) -> Option<Self> {
        let conflict = dispute[0];
        let disputed = |conflict: &Conflict, claim: &'a Claim| Passage::new(claim, words_that_disagree(claim, conflict), articles);
        let side = |id: &str| claims.get(id).map(|claim| disputed(conflict, claim));
        Some(Self {
            id: &conflict.id,
            severity: conflict.severity,
            code: conflict.code.as_str(),
            why: &conflict.why,
            rule: &conflict.rule,
            sides: vec![side(&conflict.a)?, side(&conflict.b)?],
            others: others(dispute, claims).into_iter().map(|(conflict, claim)| disputed(conflict, claim)).collect(),
        })
    }
}

impl<'a> Shared<'a> {
    fn new(fact: &'a Fact, claims: &BTreeMap<&str, &'a Claim>, articles: &BTreeMap<&str, &'a Article>) -> Self {
        let told = fact.claims.iter().filter_map(|id| claims.get(id.as_str()));
        Self {
            id: &fact.id,
            statement: &fact.statement,
            support: support(fact, claims),
            passages: told.map(|claim| Passage::new(claim, words_that_count(claim), articles)).collect(),
        }
    }
}

impl<'a> Passage<'a> {
    fn new(claim: &'a Claim, words: Span, articles: &BTreeMap<&str, &'a Article>) -> Self {
        let article = articles.get(claim.article.as_str()).copied();
        // A claim whose article is not at hand shows its own words.
        let (text, offset) = article.map_or((claim.text.as_str(), claim.start), |article| (article.text.as_str(), 0));
        let evidence = Span::new(claim.start - offset, claim.end - offset);
        let words = Span::new(words.start - offset, words.end - offset);
        let shown = paragraph_around(text, evidence, ROOM);
        let place = article.map_or_else(
            || claim.article.clone(),
            |article| {
                let at = article.line_column(words.start);
                format!("{}:{}:{}", named_place(article), at.line, at.column)
            },
        );
        Self {
            claim: &claim.id,
            source: &claim.source,
            title: article.and_then(|article| article.title.as_deref()),
            published: claim.published.map(|day| day.to_string()),
            url: claim.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")),
            place,
            speaker: claim.attribution.as_ref().map(|attribution| attribution.speaker.as_str()),
            before: &text[shown.start..evidence.start],
            lead: &text[evidence.start..words.start],
            words: words.of(text),
            tail: &text[words.end..evidence.end],
            after: &text[evidence.end..shown.end],
        }
    }
}
