//! From lines to paragraphs, and what each paragraph is.

use super::ParagraphKind;
use crate::article::{Article, Span};
use crate::gazetteer::Gazetteers;

/// A wrapped text has lines of such lengths, in bytes: shorter ones are lists or verse, longer ones whole paragraphs.
const WRAP_SHORTEST: usize = 40;
const WRAP_LONGEST: usize = 120;
/// A text is not taken for wrapped by fewer breaks of lines.
const WRAP_BREAKS: usize = 4;
/// Headings are no longer than this, in bytes and in words.
const HEADING_BYTES: usize = 120;
const HEADING_WORDS: usize = 16;
/// How many paragraphs after a heading are looked at for the text that it heads.
const HEADED: usize = 3;
/// Items of an unmarked list are no longer than this, in bytes.
const ITEM_BYTES: usize = 240;
const BYLINE_WORDS: usize = 12;

/// A paragraph without its sentences.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) kind: ParagraphKind,
}

/// A line that holds something.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Trimmed, without the marks before it.
    span: Span,
    mark: LineMark,
    /// Whether it is set in from the margin.
    indented: bool,
    /// Whether a blank line, or the beginning, stands before it.
    apart: bool,
}

/// What the first signs of a line make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineMark {
    None,
    /// "## ", masked.
    Heading,
    /// "• ", "- ", "1. ".
    Item,
    /// The article's own words never look like this: "--Advertisement--".
    Boilerplate,
}

/// The paragraphs of an article's body, in order; the marks that make headings, rules and lists are added to `masks`.
pub(super) fn blocks(article: &Article, gazetteers: &Gazetteers, markdown: bool, masks: &mut Vec<Span>) -> Vec<Block> {
    let layout = Layout { text: &article.text, gazetteers, markdown };
    let lines = layout.lines(article.body, masks);
    let mut blocks = Vec::with_capacity(lines.len());
    let wrap = layout.wrap_of_text(&lines);
    let mut first = 0;
    while first < lines.len() {
        let chunk = 1 + lines[first + 1..].iter().take_while(|line| !line.apart).count();
        layout.join(&lines[first..first + chunk], wrap, &mut blocks);
        first += chunk;
    }
    layout.classify(&mut blocks);
    blocks.iter().map(|&(block, _)| block).collect()
}

struct Layout<'a> {
    text: &'a str,
    gazetteers: &'a Gazetteers,
    markdown: bool,
}

impl Layout<'_> {
    fn lines(&self, body: Span, masks: &mut Vec<Span>) -> Vec<Line> {
        let bytes = self.text.as_bytes();
        let mut lines = Vec::new();
        let mut apart = true;
        let mut start = body.start;
        while start < body.end {
            let end = memchr::memchr(b'\n', &bytes[start..body.end]).map_or(body.end, |newline| start + newline);
            let whole = Span::new(start, end);
            let span = whole.trim(self.text);
            start = end + 1;
            if span.is_empty() || self.is_rule(span, masks) {
                apart = true;
                continue;
            }
            let indented = span.start >= whole.start + 2 || bytes[whole.start] == b'\t';
            let (span, mark) = self.marks(span, masks);
            if !span.is_empty() {
                lines.push(Line { span, mark, indented, apart });
                apart = false;
            }
        }
        lines
    }

    /// Whether a line is only drawn: "-----", "***", "```". It is masked.
    fn is_rule(&self, span: Span, masks: &mut Vec<Span>) -> bool {
        let words = span.of(self.text).as_bytes();
        let drawn = words.iter().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b'=' | b'~' | b'#' | b' ')) && words.len() >= 3;
        let fence = self.markdown && (words.starts_with(b"```") || words.starts_with(b"~~~"));
        let definition = self.markdown && words.starts_with(b"[") && is_definition(span.of(self.text));
        let rule = drawn || fence || definition;
        if rule {
            masks.push(span);
        }
        rule
    }

    /// Takes the marks of quotes, headings and lists off a line.
    fn marks(&self, line: Span, masks: &mut Vec<Span>) -> (Span, LineMark) {
        let mut span = line;
        if self.markdown {
            let words = span.of(self.text);
            let quoted = words.len() - words.trim_start_matches(['>', ' ']).len();
            if words.starts_with('>') {
                span.start += quoted;
            }
        }
        let words = span.of(self.text);
        let hashes = words.bytes().take_while(|&byte| byte == b'#').count();
        if (1..=6).contains(&hashes) && words[hashes..].starts_with([' ', '\t']) {
            span.start += hashes;
            span = span.trim(self.text);
            let (label, rest) = span.of(self.text).split_once(':').unwrap_or_default();
            if self.gazetteers.boilerplate.is_label(label) && rest.starts_with(' ') {
                span.start += label.len() + 1;
            }
            span = span.trim(self.text);
            let closing = span.of(self.text).trim_end_matches('#').len();
            if span.of(self.text)[..closing].ends_with(' ') {
                span.end = span.start + closing;
            }
            return (masked(line, span.trim(self.text), masks), LineMark::Heading);
        }
        if let Some(length) = item_mark(words) {
            if self.markdown {
                span.start += length;
            }
            return (masked(line, span.trim(self.text), masks), LineMark::Item);
        }
        let span = masked(line, span, masks);
        let mark = if self.gazetteers.boilerplate.is_boilerplate(span.of(self.text)) { LineMark::Boilerplate } else { LineMark::None };
        (span, mark)
    }

    /// Makes paragraphs of lines that no blank line parts.
    fn join(&self, lines: &[Line], wrap: Option<usize>, blocks: &mut Vec<(Block, LineMark)>) {
        let wrap = wrap.or_else(|| self.wrap(lines));
        let mut previous: Option<Line> = None;
        for &line in lines {
            match (previous, blocks.last_mut()) {
                (Some(before), Some((block, _))) if self.goes_on(before, line, wrap) => block.span.end = line.span.end,
                _ => blocks.push((Block { span: line.span, kind: ParagraphKind::Body }, line.mark)),
            }
            previous = Some(line);
        }
    }

    /// The width at which the whole text was wrapped: nearly every line that another follows is as long as it could be.
    fn wrap_of_text(&self, lines: &[Line]) -> Option<usize> {
        let prose = || lines.iter().filter(|line| line.span.of(self.text).contains(' '));
        let width = prose().map(|line| line.span.len()).max().filter(|width| (WRAP_SHORTEST..=WRAP_LONGEST).contains(width))?;
        let (mut breaks, mut full) = (0, 0);
        for pair in lines.windows(2).filter(|pair| !pair[1].apart) {
            breaks += 1;
            full += usize::from(self.is_full(pair[0], pair[1], width));
        }
        (breaks >= WRAP_BREAKS && full * 4 >= breaks * 3).then_some(width)
    }

    /// Whether the next line's first word had no room at the end of the line.
    fn is_full(&self, line: Line, next: Line, width: usize) -> bool {
        let word = next.span.of(self.text).split_whitespace().next().map_or(0, str::len);
        line.span.len() + 1 + word > width * 17 / 20
    }

    /// The width at which lines were wrapped; none where each line is a paragraph.
    fn wrap(&self, lines: &[Line]) -> Option<usize> {
        let widest = lines.iter().map(|line| line.span.len()).max()?;
        if lines.len() < 2 || !(WRAP_SHORTEST..=WRAP_LONGEST).contains(&widest) {
            return None;
        }
        let going_on = lines[1..].iter().filter(|line| self.begins_small(line.span)).count();
        (going_on * 3 >= lines.len() - 1).then_some(widest)
    }

    /// Whether `line` goes on with the paragraph of the line before it.
    fn goes_on(&self, before: Line, line: Line, wrap: Option<usize>) -> bool {
        if line.mark != LineMark::None || matches!(before.mark, LineMark::Heading | LineMark::Boilerplate) {
            return false;
        }
        let words = before.span.of(self.text);
        let ended = words.ends_with(['.', '!', '?', ':', ';', '…', '"', '”', ')']);
        let small = self.begins_small(line.span);
        match wrap {
            Some(_) if small && !ended => true,
            Some(_) if line.indented && !before.indented && before.mark == LineMark::None => false,
            Some(width) => self.is_full(before, line, width),
            None => words.len() >= WRAP_SHORTEST && ((small && !ended) || words.ends_with(',')),
        }
    }

    /// "By Jane Doe and John Roe, The Herald".
    fn is_byline(&self, words: &str) -> bool {
        let Some(names) = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY ")) else { return false };
        let is_name = |word: &str| {
            !word.starts_with(char::is_lowercase) || self.gazetteers.abbreviations.sentence_word(word.trim_end_matches(',')).byline
        };
        !ends_sentence(words)
            && names.starts_with(char::is_uppercase)
            && names.split_whitespace().nth(BYLINE_WORDS).is_none()
            && names.split_whitespace().all(is_name)
    }

    fn begins_small(&self, line: Span) -> bool {
        line.of(self.text).starts_with(char::is_lowercase)
    }

    fn classify(&self, blocks: &mut [(Block, LineMark)]) {
        let mut listing = false;
        for index in 0..blocks.len() {
            let (block, mark) = blocks[index];
            let words = block.span.of(self.text);
            let kind = match mark {
                LineMark::Boilerplate => ParagraphKind::Boilerplate,
                LineMark::Item => ParagraphKind::ListItem,
                LineMark::Heading if words.len() > HEADING_BYTES && ends_sentence(words) => ParagraphKind::Body,
                LineMark::Heading => ParagraphKind::Heading,
                LineMark::None if self.is_byline(words) => ParagraphKind::Boilerplate,
                LineMark::None if listing && words.len() <= ITEM_BYTES && !ends_sentence(words) => ParagraphKind::ListItem,
                LineMark::None => {
                    // A date or a byline may stand between a headline and its text.
                    let followed = blocks[index + 1..].iter().take(HEADED).any(|(next, mark)| {
                        let next = next.span.of(self.text);
                        *mark == LineMark::None && next.len() >= words.len() && ends_sentence(next)
                    });
                    if is_heading(words, followed) { ParagraphKind::Heading } else { ParagraphKind::Body }
                }
            };
            listing = match kind {
                ParagraphKind::Body => words.ends_with(':'),
                ParagraphKind::ListItem => mark == LineMark::None,
                _ => false,
            };
            blocks[index].0.kind = kind;
        }
    }
}

/// Masks what stands in `line` outside `span`, and hands `span` on.
fn masked(line: Span, span: Span, masks: &mut Vec<Span>) -> Span {
    if span.start > line.start {
        masks.push(Span::new(line.start, span.start));
    }
    if span.end < line.end {
        masks.push(Span::new(span.end.max(span.start), line.end));
    }
    span
}

/// The target of a link by reference: "[1]: https://…".
fn is_definition(line: &str) -> bool {
    line.split_once("]: ").is_some_and(|(label, target)| !label.contains(' ') && target.contains("://"))
}

/// The length of a bullet or number at the start of an item.
fn item_mark(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    if matches!(first, '•' | '⁃' | '‣' | '◦' | '▪' | '■' | '●' | '·') {
        return Some(first.len_utf8());
    }
    if matches!(first, '-' | '*' | '+' | '–') && words[first.len_utf8()..].starts_with([' ', '\t']) {
        return Some(first.len_utf8());
    }
    let open = usize::from(first == '(');
    let length = words.bytes().skip(open).take_while(u8::is_ascii_alphanumeric).count();
    let name = words.as_bytes().get(open..open + length)?;
    let numbered = match name {
        [letter] if letter.is_ascii_alphabetic() => words.as_bytes().get(open + 1) == Some(&b')'),
        digits => (1..=2).contains(&length) && digits.iter().all(u8::is_ascii_digit),
    };
    let closing = words.bytes().skip(open + length).take_while(|byte| matches!(byte, b'.' | b')')).count();
    let end = open + length + closing;
    (numbered && closing > 0 && words[end..].starts_with([' ', '\t'])).then_some(end)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_']).ends_with(['.', '!', '?', '…', ':', ';', ','])
}

/// Whether a paragraph without a full stop is a heading: in title case or capitals, or followed by the text that it heads.
fn is_heading(words: &str, followed: bool) -> bool {
    if words.len() > HEADING_BYTES || ends_sentence(words) || words.starts_with(char::is_lowercase) || is_entry(words) {
        return false;
    }
    // In title case short words stay small.
    let (mut count, mut long, mut capital, mut small) = (0, 0, 0, 0);
    for word in words.split_whitespace() {
        count += 1;
        let begins_small = word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase);
        small += usize::from(begins_small);
        if word.chars().filter(|c| c.is_alphabetic()).nth(3).is_some() {
            long += 1;
            capital += usize::from(!begins_small);
        }
    }
    let title_case = if long == 0 { small == 0 } else { capital * 10 >= long * 6 };
    (1..=HEADING_WORDS).contains(&count) && words.contains(char::is_alphabetic) && (followed || title_case)
}

/// "People displaced: about 38,000" tells something, in a list without marks.
fn is_entry(words: &str) -> bool {
    words.split_once(": ").is_some_and(|(name, value)| name.contains(char::is_lowercase) && value.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, markdown: bool) -> Vec<(&str, ParagraphKind)> {
        let article = Article::new("a", "s", text);
        let mut masks = Vec::new();
        let blocks = blocks(&article, Gazetteers::embedded(), markdown, &mut masks);
        blocks.into_iter().map(|block| (block.span.of(text), block.kind)).collect()
    }

    #[test]
    fn lines_become_paragraphs_of_their_kinds() {
        use ParagraphKind::{Body, Boilerplate, Heading, ListItem};
        let rows: [(&str, &[(&str, ParagraphKind)]); 14] = [
            (
                "Envoys Meet in Oslo\nThe envoys of six countries met in Oslo on Monday to talk about the treaty.\nA second round is planned.",
                &[
                    ("Envoys Meet in Oslo", Heading),
                    ("The envoys of six countries met in Oslo on Monday to talk about the treaty.", Body),
                    ("A second round is planned.", Body),
                ],
            ),
            (
                "The envoys of six countries met in Oslo on\nMonday to talk about the treaty that they had\nput off twice.\nShort.",
                &[
                    ("The envoys of six countries met in Oslo on\nMonday to talk about the treaty that they had\nput off twice.", Body),
                    ("Short.", Body),
                ],
            ),
            (
                "What they agreed on\n\nSix countries will sign the treaty in May.",
                &[("What they agreed on", Heading), ("Six countries will sign the treaty in May.", Body)],
            ),
            (
                "The points include:\nNorway, where the talks began\nChad, which stayed away\nNothing was signed.",
                &[
                    ("The points include:", Body),
                    ("Norway, where the talks began", ListItem),
                    ("Chad, which stayed away", ListItem),
                    ("Nothing was signed.", Body),
                ],
            ),
            (
                "• One\n• Two\n1. Three\n(a) Four",
                &[("• One", ListItem), ("• Two", ListItem), ("1. Three", ListItem), ("(a) Four", ListItem)],
            ),
            (
                "It began at noon.\n--Advertisement--\nIt ended at two.\nRead more: A second round",
                &[
                    ("It began at noon.", Body),
                    ("--Advertisement--", Boilerplate),
                    ("It ended at two.", Body),
                    ("Read more: A second round", Boilerplate),
                ],
            ),
            (
                "By Jane Doe and John Roe, The Herald\nBy May, six countries had signed.",
                &[("By Jane Doe and John Roe, The Herald", Boilerplate), ("By May, six countries had signed.", Body)],
            ),
            ("### Title: Envoys Meet\n### Summary: They met.", &[("Envoys Meet", Heading), ("They met.", Heading)]),
            ("# The Talks #\n\nThey met.\n***\nThey left.", &[("The Talks", Heading), ("They met.", Body), ("They left.", Body)]),
            ("12 countries signed\n40 did not", &[("12 countries signed", Body), ("40 did not", Body)]),
            (
                "KEY FIGURES\nPeople killed: 241\nOVERVIEW\nThe count includes people who died later in hospitals.",
                &[
                    ("KEY FIGURES", Heading),
                    ("People killed: 241", Body),
                    ("OVERVIEW", Heading),
                    ("The count includes people who died later in hospitals.", Body),
                ],
            ),
            (
                "OSLO (Nordic) — Envoys of six countries met on\nMonday in Oslo to talk of a treaty that they put\nNorway off.\n\nThe Norwegian foreign minister told the envoys of\nSweden that they must pay the costs of the second\nRound.",
                &[
                    ("OSLO (Nordic) — Envoys of six countries met on\nMonday in Oslo to talk of a treaty that they put\nNorway off.", Body),
                    ("The Norwegian foreign minister told the envoys of\nSweden that they must pay the costs of the second\nRound.", Body),
                ],
            ),
            ("", &[]),
            ("\n \n\t", &[]),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text, false), expected, "{text}");
        }
    }

    #[test]
    fn markdown_marks_stand_outside_the_paragraphs() {
        use ParagraphKind::{Body, Heading, ListItem};
        let text = "## Talks\n\n> They met.\n\n- One\n- Two\n\n```\n[1]: https://x.example/\n";
        assert_eq!(found(text, true), [("Talks", Heading), ("They met.", Body), ("One", ListItem), ("Two", ListItem)]);
    }
}
