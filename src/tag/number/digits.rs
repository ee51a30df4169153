//! Numbers written in digits: separators, decimals, fractions, glued letters; and digits that are no number at all.

use rust_decimal::Decimal;

use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::numbers::{NumberClass, NumberCue, NumberWords};
use crate::gazetteer::word_sets::LexicalSet;
use crate::tag::neighbour;
use crate::tag::number::{is_number_joint, is_ordinal_ending};

/// A number in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// With its sign and a glued scale ("-5", "12bn").
    pub(super) span: Span,
    /// Its value without the scale.
    pub(super) value: Decimal,
    /// How many decimals are shown.
    pub(super) decimals: u32,
    /// A scale glued to it or written after it as an abbreviation: a thousand for "5k".
    pub(super) scale: Option<Decimal>,
    /// "3rd".
    pub(super) ordinal: bool,
}

/// What begins at a digit.
pub(super) enum Lexeme {
    /// A number.
    Number(Digits),
    /// Something else made with digits (a time, a date, a model's name), up to the offset.
    Other(usize),
}

/// Reads what the digit at `at` begins, or belongs to; the byte before it is no digit that was read already.
///
/// Refuses: digits glued to letters ("A320", "3D", "F-16"), times ("10:30"), dates and ratios ("9/11", "24/7"), telephone
/// numbers and ISBNs ("555-0123", "1-800-555-0123"), versions and addresses ("10.0.1"), hashtags and mail addresses,
/// numbers with a leading zero ("007"), decades ("1990s").
pub(super) fn read(text: &str, at: usize, gazetteers: &Gazetteers) -> Lexeme {
    let bytes = text.as_bytes();
    let Some(start) = start_of_number(text, at, gazetteers) else { return Lexeme::Other(end_of_token(text, at)) };
    let Some(body) = read_body(text, at) else { return Lexeme::Other(end_of_token(text, at)) };
    let mut digits = Digits { span: Span::new(start, body.end), value: body.value, decimals: body.decimals, scale: None, ordinal: false };
    if start < at && bytes[start] != b'.' {
        digits.value.set_sign_negative(true);
    }
    let next = bytes.get(body.end).copied().unwrap_or(b' ');
    let digit_follows = bytes.get(body.end + 1).is_some_and(u8::is_ascii_digit);
    if matches!(next, b'/' | b'\\') && digit_follows {
        return fraction(text, at, &body, digits).unwrap_or_else(|| Lexeme::Other(end_of_token(text, at)));
    }
    if (matches!(next, b':' | b'_' | b'@') && digit_follows) || matches!(next, b'_' | b'@') {
        return Lexeme::Other(end_of_token(text, at));
    }
    let rest = &text[body.end..];
    if body.plain && body.decimals == 0 && text[at..body.end].ends_with('0') && (rest.starts_with("'s") || rest.starts_with("’s")) {
        // "the 1990's", "in their 30's".
        return Lexeme::Other(body.end + 2);
    }
    if let Some(end) = serial_number(text, at, &body) {
        return Lexeme::Other(end);
    }
    if let Some(character) = text[body.end..].chars().next() {
        if let Some(value) = vulgar_fraction(character) {
            digits.value = digits.value.checked_add(value).unwrap_or(digits.value);
            digits.span.end += character.len_utf8();
            return Lexeme::Number(digits);
        }
        if character.is_alphabetic() {
            return glued_letters(text, digits, gazetteers).map_or_else(|| Lexeme::Other(end_of_token(text, at)), Lexeme::Number);
        }
    }
    if let Some(mixed) = mixed_fraction(text, &body) {
        digits.value = digits.value.checked_add(mixed.0).unwrap_or(digits.value);
        digits.span.end = mixed.1;
        return Lexeme::Number(digits);
    }
    spaced_abbreviation(text, &mut digits, gazetteers);
    Lexeme::Number(digits)
}

/// The value of "½" and its kind.
pub(super) fn vulgar_fraction(character: char) -> Option<Decimal> {
    let (above, below) = match character {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(Decimal::from(above) / Decimal::from(below))
}

/// The digits themselves, with separators and decimals.
struct Body {
    end: usize,
    value: Decimal,
    decimals: u32,
    /// Digits before the decimal point, as many as are written.
    length: usize,
    plain: bool,
}

/// Where the number begins: at the digit, at the sign or decimal point before it; none where it belongs to a word.
fn start_of_number(text: &str, at: usize, gazetteers: &Gazetteers) -> Option<usize> {
    let before = &text[..at];
    let Some(last) = before.chars().next_back() else { return Some(at) };
    let two_back = before[..at - last.len_utf8()].chars().next_back();
    match last {
        '=' if gazetteers.currencies.sign(&before[two_back.map_or(at - 1, |character| at - 1 - character.len_utf8())..]).is_some() => {
            Some(at)
        }
        '#' | '@' | '_' | '/' | '\\' | '=' | '&' => None,
        '"' | '\'' if two_back == Some('=') => None,
        ':' if two_back.is_some_and(|character| character.is_ascii_digit()) => None,
        '.' => match two_back {
            None => Some(at - 1),
            Some(character) if character.is_whitespace() || matches!(character, '(' | '[') => Some(at - 1),
            _ => Some(at),
        },
        '-' | '−' | '–' | '‐' => match two_back {
            None => Some(at - last.len_utf8()),
            Some(character) if character.is_whitespace() || matches!(character, '(' | '~') => {
                if last == '–' {
                    Some(at)
                } else {
                    Some(at - last.len_utf8())
                }
            }
            Some(character) if character.is_alphabetic() => {
                let word = neighbour::word_before(text, at - last.len_utf8())?.of(text);
                // "6kg-9kg"
                let unit = word.trim_start_matches(|character: char| character.is_ascii_digit() || character == '.');
                if unit.len() < word.len() && unit.len() <= 3 && unit.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    return Some(at);
                }
                let last = word.rsplit('-').next().unwrap_or(word);
                (is_number_joint(last) || last.eq_ignore_ascii_case("magnitude")).then_some(at)
            }
            _ => Some(at),
        },
        character if character.is_alphabetic() => {
            let start = before
                .rfind(|character: char| !character.is_alphabetic())
                .map_or(0, |index| index + before[index..].chars().next().map_or(1, char::len_utf8));
            let letters = &before[start..];
            let with_sign = before[..start].chars().next_back().filter(|sign| *sign == '$').map_or(start, |sign| start - sign.len_utf8());
            let known = |sign: &str| gazetteers.currencies.sign(sign).is_some();
            // "COP22" is a conference: a glued code needs a number that looks like an amount.
            let written = text[at..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',')).count();
            let amount = text[at..at + written].trim_end_matches(['.', ',']).len() > 2;
            if before[..start].ends_with(['#', '@']) {
                return None;
            }
            let acronym = letters.len() == 3 && letters.bytes().all(|byte| byte.is_ascii_uppercase()) && !amount;
            let local = || gazetteers.currencies.local_sign(letters).is_some() && is_written_as_money(text, at, &gazetteers.numbers);
            let sign = (known(letters) && !acronym) || letters == DAMAGED_POUND || (with_sign < start && known(&before[with_sign..]));
            (sign || local()).then_some(at)
        }
        _ => Some(at),
    }
}

/// Whether the digits at `at` are written as amounts are, with groups of thousands or a scale: "R1,500", "N40 billion". Not "N95 masks".
fn is_written_as_money(text: &str, at: usize, numbers: &NumberWords) -> bool {
    let bytes = text.as_bytes();
    let end = at + run_of_digits(bytes, at);
    if groups(bytes, end, b',') > end {
        return true;
    }
    let end = if bytes.get(end) == Some(&b'.') { end + 1 + run_of_digits(bytes, (end + 1).min(bytes.len())) } else { end };
    let letters = |from: &'_ str| from.find(|character: char| !character.is_alphanumeric()).unwrap_or(from.len());
    let (glued, spaced) = (&text[end..], text[end..].trim_start_matches([' ', '-']));
    let scale = numbers.named(&spaced[..letters(spaced)]).is_some_and(|word| word.class == NumberClass::Scale);
    scale || numbers.abbreviation(&glued[..letters(glued)]).is_some()
}

/// What some converters leave of "£": "PS6m".
pub(in crate::tag) const DAMAGED_POUND: &str = "PS";

fn run_of_digits(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The length of a separator of thousands at `at`, other than the comma and the point.
fn thin_space(text: &str, at: usize) -> usize {
    text[at..].chars().next().filter(|character| matches!(character, '\u{a0}' | '\u{202f}' | '\u{2009}')).map_or(0, char::len_utf8)
}

fn read_body(text: &str, at: usize) -> Option<Body> {
    let bytes = text.as_bytes();
    let decimal_only = at > 0 && bytes[at - 1] == b'.' && start_is_point(text, at);
    let first = run_of_digits(bytes, at);
    let mut end = at + first;
    if decimal_only {
        return body(text, at, at, end, first as u32, false);
    }
    let mut grouped = false;
    if first <= 3 {
        let comma_groups = groups(bytes, end, b',');
        if comma_groups > end {
            (end, grouped) = (comma_groups, true);
        } else if let Some(indian) = indian_groups(bytes, end, first) {
            (end, grouped) = (indian, true);
        } else {
            let spaced = spaced_groups(text, end);
            if spaced > end {
                (end, grouped) = (spaced, true);
            }
        }
    }
    let whole_end = end;
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        let run = run_of_digits(bytes, end + 1);
        let after = end + 1 + run;
        let again = matches!(bytes.get(after), Some(b'.')) && bytes.get(after + 1).is_some_and(u8::is_ascii_digit);
        let comma_decimals = run == 3
            && first <= 3
            && !grouped
            && bytes.get(after) == Some(&b',')
            && matches!(run_of_digits(bytes, (after + 1).min(bytes.len())), 1 | 2);
        if again || comma_decimals {
            return european(text, at, first);
        }
        decimals = run as u32;
        end = after;
    }
    let leading_zero = bytes[at] == b'0' && whole_end - at > 1;
    if leading_zero
        || (bytes.get(end) == Some(&b',')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            && decimals == 0
            && !grouped
            && run_of_digits(bytes, end + 1) > 3)
    {
        return None;
    }
    body(text, at, whole_end, end, decimals, !grouped)
}

fn start_is_point(text: &str, at: usize) -> bool {
    text[..at - 1].chars().next_back().is_none_or(|character| character.is_whitespace() || matches!(character, '(' | '['))
}

/// The end of groups of three digits after `from`, each with `separator` before it.
fn groups(bytes: &[u8], from: usize, separator: u8) -> usize {
    let mut end = from;
    while bytes.get(end) == Some(&separator) && run_of_digits(bytes, end + 1) == 3 {
        end += 4;
    }
    end
}

/// "12,34,567": groups of two, then one of three.
fn indian_groups(bytes: &[u8], from: usize, first: usize) -> Option<usize> {
    let mut end = from;
    while bytes.get(end) == Some(&b',') && run_of_digits(bytes, end + 1) == 2 {
        end += 3;
    }
    let last = bytes.get(end) == Some(&b',') && run_of_digits(bytes, end + 1) == 3;
    (first <= 2 && end > from && last).then_some(end + 4)
}

fn spaced_groups(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        let space = thin_space(text, end);
        if space == 0 || run_of_digits(text.as_bytes(), end + space) != 3 {
            return end;
        }
        end += space + 3;
    }
}

/// "1.200.000" and "1.200,50"; none for versions and addresses ("10.0.1").
fn european(text: &str, at: usize, first: usize) -> Option<Body> {
    let bytes = text.as_bytes();
    let whole_end = groups(bytes, at + first, b'.');
    if first > 3 || whole_end == at + first || bytes[at] == b'0' {
        return None;
    }
    if bytes.get(whole_end) == Some(&b'.') && bytes.get(whole_end + 1).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let mut end = whole_end;
    let mut decimals = 0;
    if bytes.get(end) == Some(&b',') {
        let run = run_of_digits(bytes, end + 1);
        if matches!(run, 1 | 2) {
            decimals = run as u32;
            end += 1 + run;
        }
    }
    body(text, at, whole_end, end, decimals, false)
}

/// The value of the digits of `at..end`, the last `decimals` of them after the point; none where it is beyond 28 digits.
fn body(text: &str, at: usize, whole_end: usize, end: usize, decimals: u32, plain: bool) -> Option<Body> {
    let mut value: i128 = 0;
    let mut length = 0;
    for byte in text[at..end].bytes().filter(u8::is_ascii_digit) {
        value = value.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
        length += 1;
    }
    if length > 27 {
        return None;
    }
    let value = Decimal::try_from_i128_with_scale(value, decimals).ok()?;
    Some(Body { end, value, decimals, length: whole_end - at, plain })
}

/// "1/2" and its kind: one of the usual denominators, alone.
fn fraction(text: &str, at: usize, above: &Body, mut digits: Digits) -> Option<Lexeme> {
    let (value, end) = slash_fraction(text, at, above)?;
    digits.value = value;
    digits.span.end = end;
    Some(Lexeme::Number(digits))
}

fn slash_fraction(text: &str, at: usize, above: &Body) -> Option<(Decimal, usize)> {
    let bytes = text.as_bytes();
    let from = above.end + 1;
    let run = run_of_digits(bytes, from);
    let end = from + run;
    let below: u32 = text[from..end].parse().ok()?;
    let next = bytes.get(end).copied().unwrap_or(b' ');
    let usual = matches!(below, 2..=6 | 8 | 10 | 16 | 32);
    if !above.plain
        || above.decimals > 0
        || !usual
        || bytes[at] == b'0'
        || above.value >= Decimal::from(below)
        || next == b'/'
        || next.is_ascii_alphanumeric()
    {
        return None;
    }
    Some((above.value.checked_div(Decimal::from(below))?, end))
}

/// The fraction of "1 1/2" after the "1", and where it ends.
fn mixed_fraction(text: &str, whole: &Body) -> Option<(Decimal, usize)> {
    let bytes = text.as_bytes();
    if whole.decimals > 0 || !matches!(bytes.get(whole.end), Some(b' ' | b'-')) {
        return None;
    }
    let from = whole.end + 1;
    if let Some(value) = text[from..].chars().next().and_then(vulgar_fraction) {
        return Some((value, from + text[from..].chars().next().map_or(0, char::len_utf8)));
    }
    let run = run_of_digits(bytes, from);
    if !(1..=2).contains(&run) || !matches!(bytes.get(from + run), Some(b'/')) {
        return None;
    }
    let above = body(text, from, from + run, from + run, 0, true)?;
    slash_fraction(text, from, &above)
}

/// The end of a telephone number, an ISBN or an ISO date that the digits begin: three groups joined by hyphens, or 3 and 4 digits.
fn serial_number(text: &str, at: usize, body: &Body) -> Option<usize> {
    let bytes = text.as_bytes();
    if !body.plain || body.decimals > 0 || bytes.get(body.end) != Some(&b'-') {
        return None;
    }
    let second = run_of_digits(bytes, body.end + 1);
    let after = body.end + 1 + second;
    // "1-800-555-0123", "1-800-LOCK".
    let third =
        bytes.get(after) == Some(&b'-') && bytes.get(after + 1).is_some_and(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let telephone = body.length == 3 && second == 4 && !bytes.get(after).is_some_and(u8::is_ascii_alphanumeric);
    (second > 0 && (third || telephone)).then(|| end_of_token(text, at))
}

/// Letters directly after the digits: an ordinal's ending, a scale, a unit, a currency; none for anything else ("3D", "1990s").
fn glued_letters(text: &str, mut digits: Digits, gazetteers: &Gazetteers) -> Option<Digits> {
    let from = digits.span.end;
    let rest = &text[from..];
    let length = rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len());
    let letters = &rest[..length];
    let next = rest[length..].chars().next();
    if next.is_some_and(|character| character.is_ascii_digit()) && gazetteers.units.symbol(&rest[..=length]).is_none() {
        return None;
    }
    if digits.decimals == 0 && is_ordinal_ending(letters) {
        digits.ordinal = true;
        digits.span.end += length;
        return Some(digits);
    }
    if let Some(scale) = gazetteers.numbers.abbreviation(letters) {
        if !(letters == "m" && !follows_money_sign(text, digits.span.start) && is_metres(text, from + length, gazetteers)) {
            digits.scale = Some(scale);
            digits.span.end += length;
        }
        return Some(digits);
    }
    // "$12.2million".
    if let Some(word) = gazetteers.numbers.named(letters).filter(|word| word.class == NumberClass::Scale) {
        digits.scale = Some(word.value);
        digits.span.end += length;
        return Some(digits);
    }
    let known = gazetteers.units.symbol(letters).is_some()
        || gazetteers.units.name(&letters.to_lowercase()).is_some()
        || gazetteers.currencies.sign(letters).is_some()
        || gazetteers.currencies.word(&letters.to_lowercase()).is_some()
        || gazetteers.word_sets.has(LexicalSet::NumberSuffix, letters);
    known.then_some(digits)
}

/// Whether a money sign stands before the digits: "£5m-a-year".
fn follows_money_sign(text: &str, start: usize) -> bool {
    text[..start].trim_end_matches(' ').ends_with(['$', '£', '€', '¥', '₹'])
}

/// Whether "m" after digits means metres by what follows: "a 20m high wall", "the 100m final", "3m x 4m".
fn is_metres(text: &str, after: usize, gazetteers: &Gazetteers) -> bool {
    neighbour::word_after(text, after).is_some_and(|word| gazetteers.numbers.has_cue(word.of(text), NumberCue::Dimension))
        || text[after..].starts_with(['/', '-'])
}

/// A scale as an abbreviation after a space: "5 bn", "8 B people".
fn spaced_abbreviation(text: &str, digits: &mut Digits, gazetteers: &Gazetteers) {
    let rest = &text[digits.span.end..];
    let Some(rest) = rest.strip_prefix(' ') else { return };
    let length = rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len());
    let letters = &rest[..length];
    let after_sign = follows_money_sign(text, digits.span.start);
    let long_enough = length >= 2 || matches!(letters, "B" | "M") || after_sign;
    // "1600 B.C." is no number of billions.
    let initial = rest[length..].strip_prefix('.').is_some_and(|after| after.starts_with(char::is_alphabetic));
    if let Some(scale) = gazetteers.numbers.abbreviation(letters).filter(|_| long_enough && !initial) {
        digits.scale = Some(scale);
        digits.span.end += 1 + length;
    }
}

/// The end of the run of letters, digits and joining marks that holds `at`.
fn end_of_token(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let length = rest
        .find(|character: char| character.is_whitespace() || matches!(character, ',' | ';' | '(' | ')' | '"' | '”' | '“' | '–' | '—'))
        .unwrap_or(rest.len());
    at + length.max(1)
}
