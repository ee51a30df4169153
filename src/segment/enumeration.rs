//! Lists that are written on in one line: "1. One 2. Two".

/// An item's number in a list that is written on in one line: "1. First 2. Second", "a) first b) second".
#[derive(Clone, Copy, Debug)]
pub(super) struct Enumeration {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its number: 1 for "1", "a", "i".
    value: u32,
    style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Number,
    Lower,
    Upper,
}

impl Enumeration {
    /// The number of an item whose next one follows in the paragraph.
    pub(super) fn first(text: &str, start: usize, end: usize) -> Option<Self> {
        let item = Self::parse(text, start, end)?;
        let successor = item.value + 1;
        let name = match item.style {
            Style::Number => successor.to_string(),
            Style::Lower => char::from(b'a' + (successor - 1) as u8).to_string(),
            Style::Upper => char::from(b'A' + (successor - 1) as u8).to_string(),
        };
        let follows = text[item.end..end].match_indices(&name).any(|(offset, _)| {
            let at = item.end + offset;
            let before = text[..at].trim_end_matches(['•', '⁃', '(']);
            before.ends_with(char::is_whitespace) && item.successor_at(text, before.len(), end).is_some()
        });
        follows.then_some(item)
    }

    /// The next item's number, if it stands at `at`.
    pub(super) fn successor_at(self, text: &str, at: usize, end: usize) -> Option<Self> {
        let next = Self::parse(text, at, end)?;
        (next.value == self.value + 1 && next.style == self.style).then_some(next)
    }

    fn parse(text: &str, start: usize, end: usize) -> Option<Self> {
        let item = text[start..end].trim_start_matches(['•', '⁃', '(', ' ']);
        let marker = end - item.len();
        let length = item.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (value, style) = match &item.as_bytes()[..length] {
            digits if (1..=3).contains(&length) && digits.iter().all(u8::is_ascii_digit) => (item[..length].parse().ok()?, Style::Number),
            [letter @ b'a'..=b'z'] => (u32::from(letter - b'a') + 1, Style::Lower),
            [letter @ b'A'..=b'Z'] => (u32::from(letter - b'A') + 1, Style::Upper),
            _ => return None,
        };
        let closing = item.bytes().skip(length).take_while(|byte| matches!(byte, b'.' | b')')).count();
        let after = marker + length + closing;
        // "A. Smith and B. Jones" is no list.
        let named = style == Style::Upper && text.as_bytes()[after - 1] == b'.';
        (closing > 0 && !named && text[after..end].starts_with(' ')).then_some(Self { start, end: after, value, style })
    }
}
