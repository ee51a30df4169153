//! Numbers put together from digits and number words: "2.5 million", "one hundred and four", "half a million", "tens of thousands".

use rust_decimal::Decimal;

use super::digits::Digits;
use super::{Number, NumberForm, is_number_joint};
use crate::article::Span;
use crate::gazetteer::numbers::{NumberClass, NumberWord};
use crate::tag::quantity::{Bound, Quantity};

/// A number in digits or a number word, where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) span: Span,
    pub(super) part: Part,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Digits(Digits),
    Word(NumberWord),
}

impl Atom {
    fn word(&self) -> Option<NumberWord> {
        match self.part {
            Part::Word(word) => Some(word),
            Part::Digits(_) => None,
        }
    }

    fn class(&self) -> Option<NumberClass> {
        self.word().map(|word| word.class)
    }
}

/// What stands between two parts of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// "twenty five", "2 million".
    Space,
    /// "twenty-five".
    Hyphen,
    /// "two hundred and five".
    And,
    /// "a million and a half".
    AndA,
    /// "half a million".
    A,
    /// "tens of thousands".
    Of,
    /// "a quarter of a million".
    OfA,
}

fn gap(text: &str, left: Span, right: Span) -> Option<Gap> {
    if left.end > right.start {
        return None;
    }
    Some(match &text[left.end..right.start] {
        " " | "\u{a0}" | "\u{202f}" | "\u{2009}" => Gap::Space,
        "-" | "‐" => Gap::Hyphen,
        " and " | "-and-" => Gap::And,
        " and a " | "-and-a-" => Gap::AndA,
        " a " => Gap::A,
        " of " => Gap::Of,
        " of a " => Gap::OfA,
        _ => return None,
    })
}

/// The start of the article directly before `start`, else `start`: "a" of "a hundred".
fn with_article(text: &str, start: usize) -> usize {
    let before = &text[..start];
    for article in ["a ", "an "] {
        if before.len() >= article.len() && before.is_char_boundary(before.len() - article.len()) {
            let (rest, found) = before.split_at(before.len() - article.len());
            if found.eq_ignore_ascii_case(article)
                && !rest.chars().next_back().is_some_and(|character| character.is_alphanumeric() || character == '.')
            {
                return start - article.len();
            }
        }
    }
    start
}

/// Puts the number together that begins at atom `first`; gives it, where it is one, and the atom after it.
pub(super) fn assemble(text: &str, atoms: &[Atom], first: usize) -> (Option<Number>, usize) {
    let atom = atoms[first];
    let Some(word) = atom.word() else {
        if let Part::Digits(digits) = atom.part
            && digits.ordinal
        {
            return (Some(Number::new(digits.span, Quantity::exact(digits.value), NumberForm::Ordinal)), first + 1);
        }
        return cardinal(text, atoms, first);
    };
    // "high-five", "production-four-door": the number is a part of a word.
    let mut before = text[..atom.span.start].chars().rev();
    if matches!(before.next(), Some('-' | '‐')) && before.next().is_some_and(char::is_alphabetic) && !joins(text, atom.span.start - 1) {
        return (None, first + 1);
    }
    match word.class {
        NumberClass::Ordinal => ordinal(text, atom, word, first),
        NumberClass::Many => many(text, atoms, first, word),
        NumberClass::Few => few(text, atoms, first, word),
        NumberClass::Quantifier => quantifier(text, atom, word, first),
        NumberClass::Part => part(text, atoms, first, word),
        NumberClass::Abbreviation => (None, first + 1),
        NumberClass::Unit | NumberClass::Ten | NumberClass::Hundred | NumberClass::Scale | NumberClass::Group => {
            cardinal(text, atoms, first)
        }
    }
}

/// Whether the word that ends at `end` joins a number to what stands before it: "five-to-ten".
fn joins(text: &str, end: usize) -> bool {
    let word = text[..end].rsplit(|character: char| !character.is_alphabetic()).next().unwrap_or_default();
    is_number_joint(word) || ["mid", "over", "under"].iter().any(|joint| word.eq_ignore_ascii_case(joint))
}

/// "third"; "a fifth of" is a share.
fn ordinal(text: &str, atom: Atom, word: NumberWord, first: usize) -> (Option<Number>, usize) {
    let start = with_article(text, atom.span.start);
    if word.value > Decimal::TWO && start < atom.span.start && text[atom.span.end..].starts_with(" of ") {
        let value = Decimal::ONE / word.value;
        return (Some(Number::new(Span::new(start, atom.span.end), Quantity::exact(value), NumberForm::Fraction)), first + 1);
    }
    (Some(Number::new(atom.span, Quantity::exact(word.value), NumberForm::Ordinal)), first + 1)
}

/// "dozens", "tens of thousands", "hundreds of millions".
fn many(text: &str, atoms: &[Atom], first: usize, word: NumberWord) -> (Option<Number>, usize) {
    let mut span = atoms[first].span;
    let (mut low, mut high) = (word.value, word.high);
    let mut next = first + 1;
    while let Some(atom) = atoms.get(next) {
        let scale = match atom.word() {
            Some(scale) if scale.class == NumberClass::Many && gap(text, span, atom.span) == Some(Gap::Of) => scale.value / Decimal::TWO,
            _ => break,
        };
        let Some(product) = low.checked_mul(scale) else { break };
        (low, high) = (product, high.and_then(|high| high.checked_mul(scale)));
        span = span.join(atom.span);
        next += 1;
    }
    let alone = next == first + 1;
    let needs_of = word.value < Decimal::from(50) && word.high.is_none();
    if alone && needs_of && !text[span.end..].starts_with(" of ") {
        return (None, next);
    }
    (Some(Number::new(span, Quantity::vague(low, high), NumberForm::Vague)), next)
}

/// "a few", "several hundred", "a couple of thousand".
fn few(text: &str, atoms: &[Atom], first: usize, word: NumberWord) -> (Option<Number>, usize) {
    let atom = atoms[first];
    let mut span = Span::new(with_article(text, atom.span.start), atom.span.end);
    let scale = atoms.get(first + 1).and_then(|scale| {
        let known = matches!(scale.class()?, NumberClass::Hundred | NumberClass::Scale | NumberClass::Group);
        let near = matches!(gap(text, span, scale.span), Some(Gap::Space | Gap::Of));
        (known && near).then(|| (scale.span, scale.word().map_or(Decimal::ONE, |scale| scale.value)))
    });
    if let Some((place, scale)) = scale
        && let Some(low) = word.value.checked_mul(scale)
    {
        span = span.join(place);
        let high = word.high.and_then(|high| high.checked_mul(scale));
        let mut number = Number::new(span, Quantity::vague(low, high), NumberForm::Vague);
        number.scale = scale;
        return (Some(number), first + 2);
    }
    let found = atom.span.of(text);
    let noun = found.eq_ignore_ascii_case("couple") || found.eq_ignore_ascii_case("handful");
    if noun && !text[atom.span.end..].starts_with(" of ") {
        return (None, first + 1);
    }
    (Some(Number::new(span, Quantity::vague(word.value, word.high), NumberForm::Quantifier)), first + 1)
}

/// "many", "no"; "No. 5" and "no longer accepts" are none.
fn quantifier(text: &str, atom: Atom, word: NumberWord, first: usize) -> (Option<Number>, usize) {
    if text[atom.span.end..].trim_start().starts_with("longer ") || !text[atom.span.end..].starts_with([' ', '\n']) {
        return (None, first + 1);
    }
    let quantity = if word.high == Some(word.value) { Quantity::exact(word.value) } else { Quantity::vague(word.value, word.high) };
    (Some(Number::new(atom.span, quantity, NumberForm::Quantifier)), first + 1)
}

/// "half", "a quarter of", "half a million", "quarter-million".
fn part(text: &str, atoms: &[Atom], first: usize, word: NumberWord) -> (Option<Number>, usize) {
    let atom = atoms[first];
    let found = atom.span.of(text);
    let start = with_article(text, atom.span.start);
    let half = found.eq_ignore_ascii_case("half");
    let span = Span::new(start, atom.span.end);
    let value = Decimal::ONE / word.value;
    if half || start < atom.span.start {
        if let Some(number) = part_of_scale(text, atoms, first + 1, span, value) {
            return (Some(number), first + 2);
        }
        let share = half || text[atom.span.end..].starts_with(" of ");
        return (share.then(|| Number::new(span, Quantity::exact(value), NumberForm::Fraction)), first + 1);
    }
    (None, first + 1)
}

/// The number that a part and a scale after it make: "half a million", "a quarter of a million", "half-dozen".
fn part_of_scale(text: &str, atoms: &[Atom], next: usize, span: Span, value: Decimal) -> Option<Number> {
    let scale = atoms.get(next)?;
    let word = scale.word()?;
    matches!(word.class, NumberClass::Hundred | NumberClass::Scale | NumberClass::Group).then_some(())?;
    matches!(gap(text, span, scale.span)?, Gap::A | Gap::Space | Gap::Hyphen | Gap::OfA).then_some(())?;
    let product = value.checked_mul(word.value)?;
    let exact = word.class == NumberClass::Group;
    let tolerance = if exact { Decimal::ZERO } else { word.value / Decimal::from(20) };
    Some(Number::new(span.join(scale.span), Quantity::bounded(product, tolerance, Bound::Exact), NumberForm::Words))
}

/// A number under construction.
struct Sum {
    span: Span,
    /// What complete scales add up to: 2,000,000 of "two million three hundred".
    total: Decimal,
    /// What is not yet multiplied by a scale.
    current: Option<Decimal>,
    /// The last scale, which every later one must be below.
    scale: Option<Decimal>,
    /// Half the weight of the last digit shown.
    tolerance: Decimal,
    /// How many parts were added after the first scale.
    additions: usize,
    digits: bool,
    decimals: u32,
    closed: bool,
    /// Whether the number is beyond 28 digits.
    overflows: bool,
}

impl Sum {
    fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.current.unwrap_or_default())
    }
}

/// Half a unit of the last of `decimals` places, times `scale`.
fn half_unit(decimals: u32, scale: Decimal) -> Decimal {
    Decimal::try_new(5, decimals + 1).ok().and_then(|half| half.checked_mul(scale)).unwrap_or_default()
}

fn cardinal(text: &str, atoms: &[Atom], first: usize) -> (Option<Number>, usize) {
    let Some(mut sum) = begin(text, atoms[first]) else { return (None, first + 1) };
    let mut next = first + 1;
    while !sum.closed
        && let Some(atom) = atoms.get(next)
        && let Some(gap) = gap(text, sum.span, atom.span)
    {
        if let Some(number) = share(text, &sum, atom, gap) {
            let value = number.quantity.value.unwrap_or_default();
            return match part_of_scale(text, atoms, next + 1, number.span, value) {
                Some(scaled) => (Some(scaled), next + 2),
                None => (Some(number), next + 1),
            };
        }
        if begins_another(text, &sum, atoms, next) {
            break;
        }
        if add(&mut sum, atom, gap).is_none() {
            if atom.class() == Some(NumberClass::Scale) && gap == Gap::Space {
                // "ten trillion trillion trillion": beyond what can be told, so all of it is left out.
                sum.overflows = true;
                sum.span = sum.span.join(atom.span);
                next += 1;
                continue;
            }
            break;
        }
        sum.span = sum.span.join(atom.span);
        next += 1;
    }
    (finish(text, &sum), next)
}

/// Whether the part at `next` begins a number of its own, with a scale as large: "five" of "three million and five million".
fn begins_another(text: &str, sum: &Sum, atoms: &[Atom], next: usize) -> bool {
    let Some(last) = sum.scale.filter(|_| atoms[next].class() != Some(NumberClass::Scale)) else { return false };
    let mut span = atoms[next].span;
    for atom in &atoms[next + 1..] {
        if gap(text, span, atom.span).is_none() {
            return false;
        }
        if let Some(word) = atom.word().filter(|word| word.class == NumberClass::Scale) {
            return word.value >= last;
        }
        span = span.join(atom.span);
    }
    false
}

fn begin(text: &str, atom: Atom) -> Option<Sum> {
    let mut sum = Sum {
        span: atom.span,
        total: Decimal::ZERO,
        current: None,
        scale: None,
        tolerance: Decimal::ZERO,
        additions: 0,
        digits: false,
        decimals: 0,
        closed: false,
        overflows: false,
    };
    match atom.part {
        Part::Digits(digits) => {
            sum.digits = true;
            sum.decimals = digits.decimals;
            sum.current = Some(digits.value);
            if digits.decimals > 0 {
                sum.tolerance = half_unit(digits.decimals, Decimal::ONE);
            }
            if let Some(scale) = digits.scale {
                multiply(&mut sum, scale)?;
            }
        }
        Part::Word(word) => match word.class {
            NumberClass::Hundred | NumberClass::Scale | NumberClass::Group => {
                sum.span.start = with_article(text, atom.span.start);
                sum.current = Some(Decimal::ONE);
                scale_by(&mut sum, word)?;
            }
            _ => sum.current = Some(word.value),
        },
    }
    Some(sum)
}

/// Adds one more part; none where it cannot belong to the number.
fn add(sum: &mut Sum, atom: &Atom, gap: Gap) -> Option<()> {
    let word = atom.word()?;
    let joined = matches!(gap, Gap::Space | Gap::Hyphen);
    match word.class {
        NumberClass::Unit | NumberClass::Ten => {
            let below = if word.class == NumberClass::Ten { Decimal::ONE_HUNDRED } else { Decimal::TEN };
            let fits = match sum.current {
                Some(current) => {
                    let after_hundred = current >= Decimal::ONE_HUNDRED && (current % Decimal::ONE_HUNDRED).is_zero();
                    let after_ten = word.class == NumberClass::Unit
                        && word.value > Decimal::ZERO
                        && word.value < Decimal::TEN
                        && current >= Decimal::TWO * Decimal::TEN
                        && (current % below).is_zero()
                        && joined;
                    (after_hundred && (joined || gap == Gap::And)) || (after_ten && !after_hundred)
                }
                None => sum.scale.is_some() && (joined || gap == Gap::And),
            };
            (fits && (!sum.digits || sum.scale.is_some()) && word.value > Decimal::ZERO).then_some(())?;
            sum.current = Some(sum.current.unwrap_or_default().checked_add(word.value)?);
            if sum.scale.is_some() {
                sum.additions += 1;
                sum.tolerance = Decimal::ZERO;
            }
        }
        NumberClass::Hundred | NumberClass::Scale | NumberClass::Group => {
            joined.then_some(())?;
            scale_by(sum, word)?;
        }
        NumberClass::Part if gap == Gap::AndA => {
            let part = Decimal::ONE / word.value;
            if let Some(current) = sum.current {
                sum.current = Some(current.checked_add(part)?);
            } else {
                let scaled = sum.scale?.checked_mul(part)?;
                sum.total = sum.total.checked_add(scaled)?;
                sum.tolerance = sum.scale? / Decimal::from(20);
                sum.closed = true;
            }
        }
        _ => return None,
    }
    Some(())
}

/// Multiplies what is open by a scale, a hundred or a dozen.
fn scale_by(sum: &mut Sum, word: NumberWord) -> Option<()> {
    match word.class {
        NumberClass::Scale => multiply(sum, word.value),
        NumberClass::Hundred => {
            let current = sum.current?;
            (current < Decimal::ONE_HUNDRED).then_some(())?;
            sum.current = Some(current.checked_mul(word.value)?);
            sum.tolerance = sum.tolerance.checked_mul(word.value)?;
            Some(())
        }
        _ => {
            sum.total = sum.total.checked_add(sum.current?.checked_mul(word.value)?)?;
            sum.current = None;
            sum.closed = true;
            Some(())
        }
    }
}

/// Multiplies what is open by a scale; scales that follow each other multiply too ("two lakh crore").
fn multiply(sum: &mut Sum, scale: Decimal) -> Option<()> {
    if let Some(current) = sum.current {
        if let Some(last) = sum.scale {
            (scale < last).then_some(())?;
            sum.additions += 1;
        }
        sum.total = sum.total.checked_add(current.checked_mul(scale)?)?;
        let rounded = sum.additions == 0 && (sum.digits || scale >= Decimal::from(1_000_000));
        sum.tolerance = if rounded { half_unit(sum.decimals, scale) } else { Decimal::ZERO };
        sum.scale = Some(scale);
    } else {
        let last = sum.scale?;
        (sum.additions == 0).then_some(())?;
        let scaled = last.checked_mul(scale)?;
        sum.total = sum.total.checked_mul(scale)?;
        sum.tolerance = sum.tolerance.checked_mul(scale)?;
        sum.scale = Some(scaled);
    }
    sum.current = None;
    Some(())
}

/// "two thirds", "three-quarters", "one-fifth": a small number and a denominator.
fn share(text: &str, sum: &Sum, atom: &Atom, gap: Gap) -> Option<Number> {
    let word = atom.word()?;
    let above = sum.current.filter(|_| sum.scale.is_none() && !sum.digits)?;
    let denominator = match word.class {
        NumberClass::Part => word.value,
        NumberClass::Ordinal if above == Decimal::ONE && word.value > Decimal::TWO => word.value,
        _ => return None,
    };
    let quarters = atom.span.of(text).eq_ignore_ascii_case("quarters");
    let reads_as_share = gap == Gap::Hyphen || (gap == Gap::Space && (!quarters || text[atom.span.end..].starts_with(" of ")));
    (reads_as_share && above < denominator && above > Decimal::ZERO).then_some(())?;
    Some(Number::new(sum.span.join(atom.span), Quantity::exact(above.checked_div(denominator)?), NumberForm::Fraction))
}

fn finish(text: &str, sum: &Sum) -> Option<Number> {
    let value = sum.value().filter(|_| !sum.overflows)?;
    let form = match (sum.digits, sum.scale) {
        (true, None) => NumberForm::Digits,
        (true, Some(_)) => NumberForm::Scaled,
        (false, _) => NumberForm::Words,
    };
    let (span, value) = with_minus(text, sum.span, value);
    let mut number = Number::new(span, Quantity::bounded(value.normalize(), sum.tolerance.normalize(), Bound::Exact), form);
    if let Some(scale) = sum.scale.filter(|_| sum.additions == 0 && sum.current.is_none()) {
        number.scale = scale;
    }
    Some(number)
}

/// "minus 40", "minus-130".
fn with_minus(text: &str, span: Span, value: Decimal) -> (Span, Decimal) {
    let before = text[..span.start].trim_end_matches([' ', '-']);
    let Some(rest) = without_ending(before, "minus").filter(|_| before.len() < span.start) else { return (span, value) };
    let sign = rest.len();
    let rest = rest.trim_end();
    // "plus or minus 3" is three.
    let alone = !rest.ends_with(|character: char| character.is_ascii_digit())
        && without_ending(rest, "plus or").is_none()
        && !rest.ends_with("plus/");
    if alone && value > Decimal::ZERO { (Span::new(sign, span.end), -value) } else { (span, value) }
}

/// The text before the words it ends in, whatever their case: "terminus" does not end in the word "minus".
fn without_ending<'t>(text: &'t str, ending: &str) -> Option<&'t str> {
    let place = text.len().checked_sub(ending.len())?;
    let rest = text.get(..place)?;
    (text[place..].eq_ignore_ascii_case(ending) && !rest.ends_with(char::is_alphabetic)).then_some(rest)
}
