//! The words that bound a number, on either side of it.

use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::tag::neighbour;
use crate::tag::quantity::Bound;

/// The bound of the words directly before `start`, and where they begin.
///
/// Matches: "at least 58", "well over 130", "an estimated 50", "at least another 50" (words that only stress are stepped
/// over), "~50". Known miss: a bound across other words ("more than the usual 50").
pub(in crate::tag) fn before(text: &str, start: usize, gazetteers: &Gazetteers) -> (Bound, usize) {
    let mut place = start;
    for _ in 0..2 {
        if let Some((bound, from)) = sign_before(text, place, gazetteers) {
            return (bound, from);
        }
        let Some((span, word)) =
            neighbour::phrase_before(text, place, 5, gazetteers.numbers.before_edges(), |phrase| gazetteers.numbers.before(phrase))
        else {
            break;
        };
        place = span.start;
        if word != Bound::Exact {
            return (word, place);
        }
    }
    (Bound::Exact, place)
}

/// "~50", "≥ 50", "<5%".
fn sign_before(text: &str, start: usize, gazetteers: &Gazetteers) -> Option<(Bound, usize)> {
    let before = text[..start].trim_end_matches(' ');
    let last = before.chars().next_back().filter(|character| !character.is_alphanumeric() && !character.is_whitespace())?;
    let from = before.len() - last.len_utf8();
    let mut buffer = [0; 4];
    gazetteers.numbers.before(last.encode_utf8(&mut buffer)).map(|word| (word, from))
}

/// The bound of the words directly after `end`, and where they end.
///
/// Matches: "50 or more", "20-plus", "1,000+", "50 or so", "30-odd". Refuses: "2 + 3", "20 plus 5".
pub(in crate::tag) fn after(text: &str, end: usize, gazetteers: &Gazetteers) -> Option<(Bound, usize)> {
    let rest = &text[end..];
    if let Some(sum) = rest.strip_prefix('+').or_else(|| rest.strip_prefix(" +")) {
        let adds = sum.trim_start().starts_with(|character: char| character.is_ascii_digit() || character == '$');
        return (!adds).then(|| (Bound::AtLeast, text.len() - sum.len()));
    }
    let from = if rest.starts_with('-') { end + 1 } else { end };
    let (span, word) = neighbour::phrase_after(text, from, 4, gazetteers.numbers.after_edges(), |phrase| gazetteers.numbers.after(phrase))?;
    let adds = text[span.end..].trim_start().starts_with(|character: char| character.is_ascii_digit() || character == '$');
    let joined_plus = span.of(text).eq_ignore_ascii_case("plus") && (adds || !rest.starts_with('-'));
    let joined_odd = span.of(text).eq_ignore_ascii_case("odd") && !rest.starts_with(['-', ' ']);
    (!joined_plus && !joined_odd).then_some((word, span.end))
}

/// Both sides at once: the bound that holds, and the span with the words that say it.
pub(in crate::tag) fn around(text: &str, span: Span, gazetteers: &Gazetteers) -> (Bound, Span) {
    let (mut bound, start) = before(text, span.start, gazetteers);
    let mut end = span.end;
    if let Some((after, after_end)) = after(text, span.end, gazetteers) {
        if bound == Bound::Exact {
            bound = after;
        }
        end = after_end;
    }
    let start = if bound == Bound::Exact { span.start } else { start };
    (bound, Span::new(start, end))
}
