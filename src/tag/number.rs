//! The number reader: one for all kinds of tags.

use super::quantity::Quantity;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::Hit;
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
    /// "3rd", "third".
    Ordinal,
    /// "dozens", "several", "a few".
    Vague,
}

/// All numbers of the document, in order, apart from each other.
pub(crate) fn read(_document: &Document<'_>, _gazetteers: &Gazetteers, _hits: &[Hit<'_>]) -> Vec<Number> {
    Vec::new()
}
