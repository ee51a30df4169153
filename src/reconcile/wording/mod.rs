//! Same wording: two statements whose words line up in all but one place, and that place is what disagrees.
//!
//! Claims of slots ([`slot`](super::slot)) need a class and participants that the extractor knows. Statements need neither: two
//! of them that share rare words are read again and laid side by side, and a named rule says where they cannot both be so.
//! A statement meets at most [`COMPARED`] others, found by its rarest words, so that a hot topic grows linearly.

mod alignment;
mod alike;
mod negation;
mod numbers;
mod opposition;
mod reading;

use std::sync::OnceLock;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::reading::Reading;
use super::evidence;
use super::model::{ConflictCode, Severity};
use super::symbol::Symbol;
use crate::claim::model::Claim;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::predicates::Part;

/// How many statements one is compared with at most, those with the rarest words in common first.
const COMPARED: usize = 8;
/// How many of its words a statement is looked up by, the rarest first.
const LOOKED_UP: usize = 6;
/// How many statements of one word are looked at.
const STATEMENTS_OF_WORD: usize = 24;

/// A statement as it is kept.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) id: Box<str>,
    pub(super) article: Symbol,
    pub(super) group: Option<Symbol>,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) published: Option<Date>,
    pub(super) text: Box<str>,
    words: Box<[u32]>,
    cues: Cues,
}

/// What in a statement can make it disagree with another in the same words.
#[derive(Clone, Copy, Debug, Default)]
struct Cues {
    negates: bool,
    counts: bool,
    opposes: bool,
}

impl Cues {
    fn of(text: &str, gazetteers: &Gazetteers) -> Self {
        let lower = text.to_lowercase();
        let mut cues = Self { counts: text.bytes().any(|byte| byte.is_ascii_digit()), ..Self::default() };
        for word in lower.split(|character: char| !character.is_alphanumeric() && character != '\'' && character != '’') {
            let plain = word.trim_end_matches("'s").trim_end_matches("’s");
            cues.negates |=
                plain.ends_with("n't") || plain.ends_with("n’t") || plain == "cannot" || gazetteers.cues.negation(plain).is_some();
            cues.counts |= reading::is_number_word(plain);
            let opposed = |form: &str| gazetteers.lexical_relations.has_opposite(form);
            cues.opposes |=
                opposed(plain) || ["s", "ed", "d", "ing", "es"].iter().any(|ending| plain.strip_suffix(ending).is_some_and(opposed));
            // A refusal is a negation by its verb: "declined", "refuses".
            let denies = |form: &str| {
                gazetteers.predicates.get(Part::Verb, form).is_some_and(|row| row.negated || row.complement == Some(Manner::Negated))
            };
            cues.negates |= denies(plain) || ["s", "ed", "d", "es"].iter().any(|ending| plain.strip_suffix(ending).is_some_and(denies));
        }
        cues
    }

    fn can_clash(self, other: Self) -> bool {
        self.negates || other.negates || (self.counts && other.counts) || (self.opposes && other.opposes)
    }
}

impl Statement {
    pub(super) fn of(claim: &Claim, symbols: &mut super::symbol::Symbols, gazetteers: &Gazetteers) -> Self {
        Self {
            id: claim.id.as_str().into(),
            article: symbols.of(&claim.article),
            group: claim.group.as_deref().map(|group| symbols.of(group)),
            start: claim.start as u32,
            end: claim.end as u32,
            published: claim.published,
            text: claim.text.as_str().into(),
            words: evidence::content_words(&claim.text),
            cues: Cues::of(&claim.text, gazetteers),
        }
    }
}

/// Two statements that cannot both be so, by number, and what says it.
#[derive(Debug)]
pub(super) struct Clash {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) finding: Finding,
}

/// What two statements disagree in.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) code: ConflictCode,
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    pub(super) why: String,
}

/// The statements that clash; `statements` must be in a fixed order.
pub(super) fn clashes(
    statements: &[Statement],
    may_meet: impl Fn(&Statement, &Statement) -> bool + Sync,
    gazetteers: &Gazetteers,
) -> Vec<Clash> {
    let pairs = pairs(statements, may_meet);
    let readings: Vec<OnceLock<Reading<'_>>> = (0..statements.len()).map(|_| OnceLock::new()).collect();
    let read = |number: usize| readings[number].get_or_init(|| Reading::of(&statements[number].text, gazetteers));
    pairs
        .par_iter()
        .filter_map(|&(a, b)| {
            let finding = compare(read(a), read(b), gazetteers)?;
            (!is_of_another_time(&statements[a], &statements[b])).then_some(Clash { a, b, finding })
        })
        .collect()
}

/// This part of the words of the shorter of two statements stands in the other too, in hundredths.
const SHARED: usize = 50;

fn is_near(a: &Statement, b: &Statement) -> bool {
    let shared = a.words.iter().filter(|word| b.words.binary_search(word).is_ok()).count();
    100 * shared >= SHARED * a.words.len().min(b.words.len())
}

/// What was denied may have become so: statements of articles this many days apart do not deny each other, nor do their numbers.
const DAYS_OF_ONE_STATE: i32 = 3;

fn is_of_another_time(a: &Statement, b: &Statement) -> bool {
    matches!((a.published, b.published), (Some(a), Some(b)) if a.since(b).is_ok_and(|span| span.get_days().abs() > DAYS_OF_ONE_STATE))
}

/// The pairs to compare: of one group, of two articles, with rare words in common.
fn pairs(statements: &[Statement], may_meet: impl Fn(&Statement, &Statement) -> bool) -> Vec<(usize, usize)> {
    let mut index: FxHashMap<(Option<Symbol>, u32), Vec<u32>> = FxHashMap::default();
    for (number, statement) in statements.iter().enumerate() {
        for &word in &statement.words {
            index.entry((statement.group, word)).or_default().push(number as u32);
        }
    }
    let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
    for (number, statement) in statements.iter().enumerate() {
        let mut lists: Vec<(usize, u32)> =
            statement.words.iter().map(|&word| (index[&(statement.group, word)].len(), word)).filter(|(count, _)| *count > 1).collect();
        lists.sort_unstable();
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for (_, word) in lists.iter().take(LOOKED_UP) {
            for &other in index[&(statement.group, *word)].iter().take(STATEMENTS_OF_WORD) {
                if statements[other as usize].article != statement.article {
                    *shared.entry(other).or_default() += 1;
                }
            }
        }
        let mut found: Vec<(u32, u32)> = shared
            .into_iter()
            .filter(|(other, count)| *count > 1 || statement.words.len() < 4 || statements[*other as usize].words.len() < 4)
            .filter(|(other, _)| {
                let other = &statements[*other as usize];
                statement.cues.can_clash(other.cues) && may_meet(statement, other) && is_near(statement, other)
            })
            .collect();
        found.sort_unstable_by_key(|&(other, count)| (std::cmp::Reverse(count), other));
        for (other, _) in found.into_iter().take(COMPARED) {
            pairs.insert((number.min(other as usize), number.max(other as usize)));
        }
    }
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    pairs.sort_unstable();
    pairs
}

/// What two statements disagree in, where their words line up.
fn compare(a: &Reading<'_>, b: &Reading<'_>, gazetteers: &Gazetteers) -> Option<Finding> {
    let denied = negation::denied(a, b).map(|denied| (a, b, denied)).or_else(|| negation::denied(b, a).map(|denied| (b, a, denied)));
    if let Some((negated, affirmed, denied)) = denied {
        let said = |reading: &Reading<'_>, token: usize| reading.tree.word(&reading.text, token).to_owned();
        return Some(Finding {
            code: ConflictCode::StanceConflict,
            severity: Severity::Conflict,
            rule: "wording/negated",
            why: format!("“{}” is said to be so, and “{}” not so", said(affirmed, denied.affirmed), said(negated, denied.negated)),
        });
    }
    if let Some(differing) = numbers::differing(a, b, gazetteers) {
        return Some(Finding {
            code: if differing.money { ConflictCode::AmountConflict } else { ConflictCode::CountConflict },
            severity: Severity::Conflict,
            rule: "wording/number",
            why: format!("in the same words, one says “{}” and the other “{}”", around(a, differing.a), around(b, differing.b)),
        });
    }
    if let Some(opposed) = opposition::opposed(a, b, gazetteers) {
        let said = |reading: &Reading<'_>, token: usize| reading.tree.word(&reading.text, token).to_owned();
        return Some(Finding {
            code: ConflictCode::StanceConflict,
            severity: Severity::Conflict,
            rule: "wording/opposed",
            why: format!("in the same words, one says “{}” and the other “{}”", said(a, opposed.a), said(b, opposed.b)),
        });
    }
    None
}

/// A word with the one before and the one behind it.
fn around<'r>(reading: &'r Reading<'_>, token: usize) -> &'r str {
    let (first, last) = (token.saturating_sub(2), (token + 1).min(reading.len() - 1));
    &reading.text[reading.tree.token_span(first).start..reading.tree.token_span(last).end]
}
