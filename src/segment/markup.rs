//! Markdown inside a paragraph: which bytes are marks, not words.

use crate::article::Span;

/// Whether a text is written in Markdown though its name does not say so: headings and links as Markdown has them.
pub(super) fn is_markdown(text: &str) -> bool {
    text.contains("](http")
}

/// Adds the marks of emphasis, code, links and images inside `paragraph` to `masks`.
pub(super) fn mask(text: &str, paragraph: Span, masks: &mut Vec<Span>) {
    let bytes = &text.as_bytes()[..paragraph.end];
    let mut brackets: Vec<usize> = Vec::new();
    let mut emphasis: Vec<Run> = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                masks.push(Span::new(at, at + 1));
                at += 2;
            }
            b'`' => {
                let width = run(bytes, at);
                let close = (at + width..paragraph.end)
                    .find(|&close| bytes[close] == b'`' && bytes[close - 1] != b'`' && run(bytes, close) == width);
                if let Some(close) = close {
                    masks.push(Span::new(at, at + width));
                    masks.push(Span::new(close, close + width));
                    at = close;
                }
                at += width;
            }
            b'<' => at = tag_end(bytes, at).inspect(|&end| masks.push(Span::new(at, end))).unwrap_or(at + 1),
            b'[' => {
                brackets.push(at);
                at += 1;
            }
            b']' => at = close_bracket(bytes, at, brackets.pop(), masks),
            b'*' | b'_' => {
                let run = Run { start: at, width: run(bytes, at), byte: bytes[at] };
                at += run.width;
                run.pair(bytes, paragraph, &mut emphasis, masks);
            }
            _ => at += 1,
        }
    }
}

fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&byte| byte == bytes[at]).count()
}

/// A run of `*` or `_`.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: usize,
    width: usize,
    byte: u8,
}

impl Run {
    /// Masks the run with the one that it closes, or keeps it as one that may open.
    fn pair(self, bytes: &[u8], paragraph: Span, open: &mut Vec<Self>, masks: &mut Vec<Span>) {
        let before = (self.start > paragraph.start).then(|| bytes[self.start - 1]);
        let after = bytes.get(self.start + self.width).copied();
        let space = |byte: Option<u8>| byte.is_none_or(|byte| byte.is_ascii_whitespace());
        let word = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
        let digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
        // snake_case and 5*3 hold no emphasis.
        if (self.byte == b'_' && word(before) && word(after)) || (digit(before) && digit(after)) {
            return;
        }
        let opened = open.iter().rposition(|run| run.byte == self.byte && run.width == self.width);
        if let Some(index) = opened.filter(|_| !space(before)) {
            let opened = open[index];
            open.truncate(index);
            masks.push(Span::new(opened.start, opened.start + opened.width));
            masks.push(Span::new(self.start, self.start + self.width));
            return;
        }
        if !space(after) {
            open.push(self);
        }
    }
}

/// Masks what makes a link of the words before the bracket at `at`; where to go on.
fn close_bracket(bytes: &[u8], at: usize, open: Option<usize>, masks: &mut Vec<Span>) -> usize {
    let Some(open) = open else { return at + 1 };
    let end = match bytes.get(at + 1) {
        Some(b'(') => closing(bytes, at + 1, b'(', b')'),
        Some(b'[') => closing(bytes, at + 1, b'[', b']'),
        _ => None,
    };
    let footnote = bytes[open + 1] == b'^';
    match end {
        Some(end) if open > 0 && bytes[open - 1] == b'!' => {
            masks.push(Span::new(open - 1, end));
            end
        }
        Some(end) => {
            masks.push(Span::new(open, open + 1));
            masks.push(Span::new(at, end));
            end
        }
        None => {
            if footnote {
                masks.push(Span::new(open, at + 1));
            }
            at + 1
        }
    }
}

/// Past the bracket that closes the one at `from`, on the same line.
fn closing(bytes: &[u8], from: usize, open: u8, close: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, &byte) in bytes[from..].iter().enumerate() {
        if byte == b'\n' {
            return None;
        }
        if byte == open {
            depth += 1;
        } else if byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(from + offset + 1);
            }
        }
    }
    None
}

/// Past a tag, a comment or an address in angle brackets.
fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
    let next = *bytes.get(at + 1)?;
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!')) {
        return None;
    }
    let length = memchr::memchr2(b'>', b'\n', &bytes[at..])?;
    (bytes[at + length] == b'>').then_some(at + length + 1)
}

/// Sorts masks and joins those that touch.
pub(super) fn tidy(masks: &mut Vec<Span>) {
    masks.retain(|mask| !mask.is_empty());
    masks.sort_unstable();
    masks.dedup_by(|next, kept| {
        let touch = next.start <= kept.end;
        if touch {
            kept.end = kept.end.max(next.end);
        }
        touch
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its masks blotted out.
    fn unmasked(text: &str) -> String {
        let mut masks = Vec::new();
        mask(text, Span::new(0, text.len()), &mut masks);
        tidy(&mut masks);
        let mut words = String::new();
        let mut at = 0;
        for mask in masks {
            words.push_str(&text[at..mask.start]);
            at = mask.end;
        }
        words + &text[at..]
    }

    #[test]
    fn marks_go_and_words_stay() {
        let rows = [
            ("**Bold** and *slanted* and __both__", "Bold and slanted and both"),
            ("***Very***", "Very"),
            ("a [link](https://x.example/a_(b) \"Title\") here", "a link here"),
            ("a [link][1] and [a note[^2]](u)", "a link and a note"),
            ("![A bridge](bridge.jpg) It fell.", " It fell."),
            ("`code` and ``a ` b``", "code and a ` b"),
            ("see <https://x.example/> or<br/>not", "see  ornot"),
            ("5*3*2 and snake_case_name", "5*3*2 and snake_case_name"),
            ("a * b and 3 < 4", "a * b and 3 < 4"),
            ("\\*not slanted\\*", "*not slanted*"),
            ("an *open mark", "an *open mark"),
            ("[brackets] stay", "[brackets] stay"),
        ];
        for (text, expected) in rows {
            assert_eq!(unmasked(text), expected, "{text}");
        }
    }
}
