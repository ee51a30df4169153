//! How much of an article is shown around the words of a claim.

use crate::article::Span;

/// The evidence with as much of its line around it as fits `room` bytes, cut between words.
pub(super) fn line_around(text: &str, evidence: Span, room: usize) -> Span {
    around(text, evidence, room, "\n")
}

/// The evidence with as much of its paragraph around it as fits `room` bytes, cut between words.
pub(super) fn paragraph_around(text: &str, evidence: Span, room: usize) -> Span {
    around(text, evidence, room, "\n\n")
}

fn around(text: &str, evidence: Span, room: usize, end_mark: &str) -> Span {
    let first = text[..evidence.start].rfind(end_mark).map_or(0, |mark| mark + end_mark.len());
    let last = text[evidence.end..].find(end_mark).map_or(text.len(), |mark| evidence.end + mark);
    let spare = room.saturating_sub(evidence.len()) / 2;
    let start = if evidence.start - first <= spare { first } else { word_start(text, evidence.start - spare, evidence.start) };
    let end = if last - evidence.end <= spare { last } else { word_end(text, evidence.end + spare, evidence.end) };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_between_words_around_the_evidence() {
        let text = "before it all came the rain and then the flood of the century rose over the town";
        let evidence = Span::new(text.find("the flood").unwrap_or(0), text.find(" rose").unwrap_or(0));
        assert_eq!(line_around(text, evidence, 50).of(text), "and then the flood of the century rose over");
    }
}
