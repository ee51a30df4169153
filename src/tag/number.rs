//! The number reader: one for all kinds of tags.
//!
//! One scan over the text's digits and the automaton's number words gives *atoms*; neighbouring atoms are put together
//! ([`words`]), neighbouring numbers become ranges ([`range`]), and the words on both sides bound them ([`bound`]).
//! Arithmetic is checked: a number beyond 28 digits is left out.

pub(super) mod bound;
pub(super) mod digits;
pub(super) mod range;
mod words;

use rust_decimal::Decimal;

use self::digits::Lexeme;
use self::words::{Atom, Part};
use super::neighbour;
use super::quantity::{Bound, Quantity};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::segment::Document;

/// A number in the text with the words that bound it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number itself: digits, number words and scale ("2.5 million", "one hundred and four", "40 to 50").
    pub span: Span,
    /// With the words that bound it ("at least 58", "50 or more").
    pub outer: Span,
    /// What it says.
    pub quantity: Quantity,
    /// How it is written.
    pub form: NumberForm,
    /// The scale it was multiplied with: a million for "2.5 million", 1 for "58".
    pub scale: Decimal,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberForm {
    /// "1,200", "2.5", "58".
    Digits,
    /// "2.5 million", "50k".
    Scaled,
    /// "one hundred and four".
    Words,
    /// "two thirds", "half", "a quarter of".
    Fraction,
    /// "3rd", "third".
    Ordinal,
    /// "dozens", "tens of thousands", "a few hundred".
    Vague,
    /// "several", "a few", "many", "no".
    Quantifier,
    /// "3–1", "2014-15": two numbers that are no range.
    Pair,
}

impl Number {
    fn new(span: Span, quantity: Quantity, form: NumberForm) -> Self {
        Self { span, outer: span, quantity, form, scale: Decimal::ONE }
    }

    /// Whether it is written as years are: four digits from 1000 to 2100, nothing between them.
    pub fn is_year_like(&self, text: &str) -> bool {
        let written = self.span.of(text);
        written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit()) && ("1000"..="2100").contains(&written)
    }

    /// Whether it is written as one number, no share and no vague amount.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.form, NumberForm::Digits | NumberForm::Scaled | NumberForm::Words)
    }

    /// Puts its quantity under a bound, where it has one value.
    pub(super) fn bounded(&self, bound: Bound) -> Quantity {
        bind(&self.quantity, bound)
    }
}

/// A quantity with one value under `bound`; others (ranges, vague ones) as they are.
pub(super) fn bind(quantity: &Quantity, bound: Bound) -> Quantity {
    match quantity.value {
        Some(value) if bound != Bound::Exact && quantity.bound == Bound::Exact => Quantity::bounded(value, quantity.tolerance, bound),
        _ => quantity.clone(),
    }
}

/// All numbers of the document, in order, apart from each other.
pub(crate) fn read(document: &Document<'_>, gazetteers: &Gazetteers, hits: &[Hit<'_>]) -> Vec<Number> {
    let text = document.text();
    let atoms = atoms(text, gazetteers, hits);
    let mut numbers = Vec::with_capacity(atoms.len());
    let mut next = 0;
    while next < atoms.len() {
        let (number, after) = words::assemble(text, &atoms, next);
        numbers.extend(number);
        next = after;
    }
    let mut masks = document.masks.iter().peekable();
    numbers.retain(|number| {
        while masks.next_if(|mask| mask.end <= number.span.start).is_some() {}
        masks.peek().is_none_or(|mask| !mask.overlaps(number.span))
    });
    range::join(text, &mut numbers, gazetteers);
    for number in &mut numbers {
        bound_number(text, number, gazetteers);
    }
    numbers
}

/// Whether a word before a hyphen and a number, in digits or words, leaves the number one: "five-to-ten", "minus-40".
fn is_number_joint(word: &str) -> bool {
    ["and", "minus", "or", "sub", "to"].iter().any(|joint| word.eq_ignore_ascii_case(joint))
}

/// "th" of "12th".
pub(super) fn is_ordinal_ending(letters: &str) -> bool {
    letters.len() == 2 && ["nd", "rd", "st", "th"].iter().any(|ending| letters.eq_ignore_ascii_case(ending))
}

/// Whether two neighbours with `joint` between them are two numbers of one thing: "two or three years", "3- and 4-year terms".
pub(super) fn are_alternatives(number: &Number, joint: &str, next: &Number) -> bool {
    number.is_plain() && next.is_plain() && matches!(joint, " or " | " and " | "-, " | "- and " | "- or " | " to ")
}

/// Looks for the words that bound the number.
fn bound_number(text: &str, number: &mut Number, gazetteers: &Gazetteers) {
    match number.form {
        NumberForm::Ordinal | NumberForm::Quantifier | NumberForm::Pair => {}
        _ => {
            let span = if number.quantity.bound == Bound::Range { range::outer(text, number.span) } else { number.span };
            let (bound, outer) = bound::around(text, span, gazetteers);
            number.outer = outer;
            number.quantity = bind(&number.quantity, bound);
        }
    }
}

/// Digits and number words in the order they stand; digits inside a name of another table ("9/11", "20th Century Fox") are none.
fn atoms(text: &str, gazetteers: &Gazetteers, hits: &[Hit<'_>]) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut hits = hits.iter().peekable();
    let mut at = 0;
    let mut covered = 0;
    while let Some(digit) = neighbour::next_digit(text, at) {
        while let Some(hit) = hits.next_if(|hit| hit.span.start <= digit) {
            covered = covered.max(hit.span.end);
            atoms.extend(word_atom(gazetteers, hit));
        }
        if digit < covered {
            at = covered;
            continue;
        }
        match digits::read(text, digit, gazetteers) {
            Lexeme::Number(digits) => {
                at = digits.span.end.max(digit + 1);
                atoms.push(Atom { span: digits.span, part: Part::Digits(digits) });
            }
            Lexeme::Other(end) => at = end.max(digit + 1),
        }
        covered = at;
        // An abbreviation may have been read past a number word's start ("5 mil").
        while hits.next_if(|hit| hit.span.start < at).is_some() {}
    }
    atoms.extend(hits.filter_map(|hit| word_atom(gazetteers, hit)));
    atoms
}

fn word_atom(gazetteers: &Gazetteers, hit: &Hit<'_>) -> Option<Atom> {
    let index = hit.sense(SenseKind::Number)?;
    Some(Atom { span: hit.span, part: Part::Word(gazetteers.numbers.word(index)) })
}
