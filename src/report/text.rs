//! Findings as text for people: conflicts first, each with both passages side by side, as a compiler prints an error; then
//! what several origins agree on; then a summary.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Findings;
use super::overview::{disputes, one_line, others, shared_facts, summary, support};
use super::passage::line_around;
use super::place::{named_place, words_that_disagree};
use crate::article::{Article, LineColumn};
use crate::claim::model::Claim;
use crate::reconcile::model::{Conflict, Severity};

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

/// The other claims of a dispute, one a line: who says it, where, in which words.
fn write_others(
    dispute: &[&Conflict],
    claims: &BTreeMap<&str, &Claim>,
    articles: &BTreeMap<&str, &Article>,
    output: &mut impl Write,
) -> io::Result<()> {
    for (conflict, claim) in others(dispute, claims) {
        let words = words_that_disagree(claim, conflict);
        let (place, said) = match articles.get(claim.article.as_str()) {
            Some(article) => {
                let at = article.line_column(words.start);
                (format!("{}:{}:{}", named_place(article), at.line, at.column), words.of(&article.text))
            }
            None => (claim.article.clone(), claim.text.as_str()),
        };
        writeln!(output, " = also {place}: {} says “{}”", claim.source, one_line(said))?;
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
        let place = named_place(article);
        Self {
            place,
            line_column: article.line_column(words.start),
            text: wrap(shown.of(&article.text), width),
            underlined,
            label: &claim.source,
        }
    }
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
    for (heading, facts) in shared_facts(findings) {
        writeln!(output, "{heading}:")?;
        for fact in facts {
            writeln!(output, "  {}\n    {}", fact.statement, support(fact, claims))?;
        }
        writeln!(output)?;
    }
    Ok(())
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
}
