//! Findings as text for people: conflicts first, each with both passages side by side, as a compiler prints an error; then
//! what several origins agree on; then a summary.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Findings;
use super::place::words_that_disagree;
use crate::article::{Article, LineColumn, Span};
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, ConflictCode, Fact, FactStatus, Severity};

/// How text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Whether to colour with ANSI escapes.
    pub colour: bool,
    /// How many columns a line may take.
    pub width: usize,
}

impl Default for Layout {
    /// No colour, 100 columns: what is written to a file or a pipe.
    fn default() -> Self {
        Self { colour: false, width: 100 }
    }
}

/// Writes the whole report.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write(findings: &Findings, layout: Layout, mut output: impl Write) -> io::Result<()> {
    let claims = findings.claims_by_id();
    let articles = findings.articles_by_id();
    let renderer = if layout.colour { Renderer::styled() } else { Renderer::plain() }.term_width(layout.width + 20);
    for dispute in disputes(&findings.ledger.conflicts) {
        let conflict = dispute[0];
        let (Some(a), Some(b)) = (claims.get(conflict.a.as_str()), claims.get(conflict.b.as_str())) else { continue };
        let passages = [Passage::new(a, conflict, &articles, layout.width), Passage::new(b, conflict, &articles, layout.width)];
        let rendered = renderer.render(&[diagnostic(conflict, &passages)]);
        for line in rendered.lines().filter(|line| without_colour(line).trim_end() != ":::") {
            writeln!(output, "{line}")?;
        }
        write_others(&dispute, &claims, &articles, &mut output)?;
        writeln!(output, " = rule {}; claims {} {}\n", conflict.rule, conflict.a, conflict.b)?;
    }
    write_facts(findings, &claims, &mut output)?;
    writeln!(output, "{}", summary(findings))
}

/// The conflicts by what they are about: those of one fact and one kind together, the worst first.
fn disputes(conflicts: &[Conflict]) -> Vec<Vec<&Conflict>> {
    let mut disputes: Vec<Vec<&Conflict>> = Vec::new();
    let mut number_of: BTreeMap<(&str, ConflictCode), usize> = BTreeMap::new();
    for conflict in conflicts {
        let about = conflict.fact.as_deref().unwrap_or(&conflict.id);
        let number = *number_of.entry((about, conflict.code)).or_insert_with(|| {
            disputes.push(Vec::new());
            disputes.len() - 1
        });
        disputes[number].push(conflict);
    }
    disputes
}

/// The other claims of a dispute, one a line: who says it, where, in which words.
fn write_others(
    dispute: &[&Conflict],
    claims: &BTreeMap<&str, &Claim>,
    articles: &BTreeMap<&str, &Article>,
    output: &mut impl Write,
) -> io::Result<()> {
    let mut shown = vec![dispute[0].a.as_str(), dispute[0].b.as_str()];
    for (conflict, id) in dispute[1..].iter().flat_map(|conflict| [(conflict, conflict.a.as_str()), (conflict, conflict.b.as_str())]) {
        let Some(claim) = claims.get(id).filter(|_| !shown.contains(&id)) else { continue };
        shown.push(id);
        let words = words_that_disagree(claim, conflict);
        let (place, said) = match articles.get(claim.article.as_str()) {
            Some(article) => {
                let at = LineColumn::at(&article.text, words.start);
                (format!("{}:{}:{}", place_of(article), at.line, at.column), words.of(&article.text))
            }
            None => (claim.article.clone(), claim.text.as_str()),
        };
        writeln!(output, " = also {place}: {} says “{}”", claim.source, said.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    Ok(())
}

/// A line without its ANSI escapes.
fn without_colour(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, text)| text));
    }
    plain
}

/// The file of an article, with its line and id where the file holds many.
fn place_of(article: &Article) -> String {
    match article.place.record {
        Some(record) => format!("{}:{record}: {}", article.place.file, article.id),
        None if article.place.file.is_empty() => article.id.clone(),
        None => article.place.file.clone(),
    }
}

/// One side of a conflict, as it is shown.
struct Passage<'a> {
    place: String,
    line_column: LineColumn,
    /// The sentence around the evidence, wrapped: blanks are replaced by line breaks, so offsets stay.
    text: String,
    /// The words that disagree, in `text`.
    underlined: Range<usize>,
    label: &'a str,
}

impl<'a> Passage<'a> {
    fn new(claim: &'a Claim, conflict: &Conflict, articles: &BTreeMap<&str, &'a Article>, width: usize) -> Self {
        let words = words_that_disagree(claim, conflict);
        let Some(article) = articles.get(claim.article.as_str()) else {
            let underlined = words.start.saturating_sub(claim.start)..words.end.saturating_sub(claim.start).min(claim.text.len());
            return Self {
                place: claim.article.clone(),
                line_column: LineColumn { line: 1, column: 1 },
                text: wrap(&claim.text, width),
                underlined,
                label: &claim.source,
            };
        };
        let shown = line_around(&article.text, claim.span(), 2 * width);
        let underlined = words.start - shown.start..words.end - shown.start;
        let place = place_of(article);
        Self {
            place,
            line_column: LineColumn::at(&article.text, words.start),
            text: wrap(shown.of(&article.text), width),
            underlined,
            label: &claim.source,
        }
    }
}

/// The evidence with as much of its line around it as fits `room` bytes, cut between words.
fn line_around(text: &str, evidence: Span, room: usize) -> Span {
    let line_start = text[..evidence.start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[evidence.end..].find('\n').map_or(text.len(), |newline| evidence.end + newline);
    let spare = room.saturating_sub(evidence.len()) / 2;
    let start = if evidence.start - line_start <= spare { line_start } else { word_start(text, evidence.start - spare, evidence.start) };
    let end = if line_end - evidence.end <= spare { line_end } else { word_end(text, evidence.end + spare, evidence.end) };
    Span::new(start, end).trim(text)
}

fn word_start(text: &str, mut offset: usize, limit: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    text[offset..limit].find(' ').map_or(limit, |blank| offset + blank + 1)
}

fn word_end(text: &str, mut offset: usize, limit: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    text[limit..offset].rfind(' ').map_or(limit, |blank| limit + blank)
}

/// Breaks lines at blanks so that each takes at most `width` columns where its words allow; as many bytes as before.
fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let mut column = 0;
    for word in text.split_inclusive(' ') {
        let length = word.trim_end().chars().count();
        if column > 0 && column + length > width && wrapped.ends_with(' ') {
            wrapped.pop();
            wrapped.push('\n');
            column = 0;
        }
        wrapped.push_str(word);
        column = word
            .rsplit('\n')
            .next()
            .map_or(0, |last| if word.contains('\n') { last.chars().count() } else { column + word.chars().count() });
    }
    wrapped
}

fn diagnostic<'a>(conflict: &'a Conflict, passages: &'a [Passage<'a>; 2]) -> Group<'a> {
    let level = match conflict.severity {
        Severity::Conflict => Level::ERROR,
        Severity::Tension => Level::WARNING,
    };
    let name = match conflict.severity {
        Severity::Conflict => "conflict",
        Severity::Tension => "tension",
    };
    let mut group = level
        .clone()
        .with_name(name)
        .primary_title(conflict.why.as_str())
        .id(conflict.code.as_str())
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    for passage in passages {
        let origin = Origin::path(passage.place.as_str()).line(passage.line_column.line).char_column(passage.line_column.column);
        let snippet = Snippet::source(passage.text.as_str())
            .line_numbering(false)
            .fold(false)
            .annotation(AnnotationKind::Primary.span(passage.underlined.clone()).label(passage.label));
        group = group.element(origin).element(snippet);
    }
    group
}

/// One line for each fact that more than one article stands behind, best supported first.
fn write_facts(findings: &Findings, claims: &BTreeMap<&str, &Claim>, output: &mut impl Write) -> io::Result<()> {
    let shown: [(FactStatus, &str); 3] = [
        (FactStatus::Corroborated, "corroborated by independent origins"),
        (FactStatus::Updated, "updated"),
        (FactStatus::Repeated, "repeated from one origin"),
    ];
    for (status, heading) in shown {
        let facts: Vec<&Fact> = findings.ledger.facts.iter().filter(|fact| fact.status == status).collect();
        if facts.is_empty() {
            continue;
        }
        writeln!(output, "{heading}:")?;
        for fact in facts {
            let sources = articles_of(fact, claims);
            let origins = fact.origins.len();
            let plural = if origins == 1 { "origin" } else { "origins" };
            let from =
                fact.origins.iter().map(|origin| origin.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("; ");
            writeln!(output, "  {}\n    {origins} {plural}, {sources}: {from}", fact.statement)?;
        }
        writeln!(output)?;
    }
    Ok(())
}

fn articles_of(fact: &Fact, claims: &BTreeMap<&str, &Claim>) -> String {
    let mut articles: Vec<&str> = fact.claims.iter().filter_map(|id| claims.get(id.as_str())).map(|claim| claim.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    match articles.len() {
        1 => "1 article".to_owned(),
        number => format!("{number} articles"),
    }
}

fn summary(findings: &Findings) -> String {
    let mut line = String::new();
    let facts = &findings.ledger.facts;
    let with = |status: FactStatus| facts.iter().filter(|fact| fact.status == status).count();
    // As many as are printed: a dispute of many articles is one.
    let disputes = disputes(&findings.ledger.conflicts);
    let severity = |severity: Severity| disputes.iter().filter(|dispute| dispute[0].severity == severity).count();
    let _ = write!(
        line,
        "{}, {}, {} ({} corroborated, {} repeated, {} updated, {} disputed); {}, {}",
        number(findings.articles.len(), "article"),
        number(findings.claims.len(), "claim"),
        number(facts.len(), "fact"),
        with(FactStatus::Corroborated),
        with(FactStatus::Repeated),
        with(FactStatus::Updated),
        with(FactStatus::Disputed),
        number(severity(Severity::Conflict), "conflict"),
        number(severity(Severity::Tension), "tension"),
    );
    line
}

fn number(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_every_offset() {
        let text = "one two three four five six seven";
        let wrapped = wrap(text, 10);
        assert_eq!(wrapped, "one two\nthree four\nfive six\nseven");
        assert_eq!(wrapped.len(), text.len());
    }

    #[test]
    fn a_long_line_is_cut_between_words_around_the_evidence() {
        let text = "before it all came the rain and then the flood of the century rose over the town";
        let evidence = Span::new(text.find("the flood").unwrap_or(0), text.find(" rose").unwrap_or(0));
        assert_eq!(line_around(text, evidence, 50).of(text), "and then the flood of the century rose over");
    }
}
