//! Constructions that give claims in ways of their own, beside the plain clause with its subject and objects: nouns that name
//! what happens, offices in titles and appositions, casualties by their words, what is left out and what is paid for.

mod apposition;
pub(in crate::claim) mod casualty;
pub(in crate::claim) mod described;
mod event;
pub(in crate::claim) mod gapping;
pub(in crate::claim) mod included;
mod named_event;
pub(in crate::claim) mod nominal;
pub(in crate::claim) mod office;
mod outcome;
pub(in crate::claim) mod own_words;
pub(in crate::claim) mod paid_for;
pub(in crate::claim) mod said;
