//! Same wording: two statements whose words line up in all but one place, and that place is what disagrees.
//!
//! Claims of slots ([`slot`](super::slot)) need a class and participants that the extractor knows. Statements need neither: two
//! of them that share rare words are read again and laid side by side, and a named rule says where they cannot both be so.
//! A statement meets at most [`COMPARED`] others, found by its rarest words, so that a hot topic grows linearly.

mod alignment;
mod alike;
mod disputed;
mod doers;
mod exchanged;
mod holders;
mod matter;
mod negation;
mod numbers;
mod opposition;
mod phrase;
mod places;
mod ranks;
mod reading;
mod roles;
mod seats;
mod sequence;
mod subject;
mod unique;
mod warrant;

use std::sync::OnceLock;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::reading::Reading;
use super::evidence;
use super::model::{ConflictCode, Severity};
use super::symbol::Symbol;
use crate::article::Span;
use crate::claim::model::Claim;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::lexical_relations::WordingCue;
use crate::gazetteer::predicates::Part;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, lemma};

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
    pub(super) source: Symbol,
    pub(super) group: Option<Symbol>,
    sentence: u32,
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
    /// It tells of a relation with two unlike sides, or of what comes about once.
    relates: bool,
}

impl Cues {
    fn of(text: &str, gazetteers: &Gazetteers) -> Self {
        let lower = text.to_lowercase();
        let mut cues = Self { counts: text.bytes().any(|byte| byte.is_ascii_digit()), ..Self::default() };
        for word in lower.split(|character: char| !character.is_alphanumeric() && character != '\'' && character != '’') {
            let plain = word.trim_end_matches("'s").trim_end_matches("’s");
            cues.negates |=
                plain.ends_with("n't") || plain.ends_with("n’t") || plain == "cannot" || gazetteers.cues.negation(plain).is_some();
            cues.counts |= reading::is_number_word(plain, gazetteers);
            let opposed = |form: &str| gazetteers.lexical_relations.can_be_opposed(form);
            let lemma = lemma::of_verb(plain);
            let relates = |form: &str| {
                gazetteers.lexical_relations.is_told_of_two(form)
                    || gazetteers.lexical_relations.kinds(form).iter().any(|kind| &**kind == "official")
            };
            cues.relates |= relates(plain) || relates(&lemma) || gazetteers.lexical_relations.is_cue(plain, WordingCue::Ordinal);
            // "rose", "won"
            cues.opposes |= opposed(plain) || opposed(&lemma) || opposed(&lemma::of(plain, PennTag::VBD));
            // A refusal is a negation by its verb: "declined", "refuses".
            let denies = |form: &str| {
                gazetteers.predicates.get(Part::Verb, form).is_some_and(|row| row.negated || row.complement == Some(Manner::Negated))
            };
            let denial = |form: &str| denies(form) || gazetteers.lexical_relations.is_cue(form, WordingCue::Denial);
            cues.negates |= denial(plain) || denial(&lemma);
        }
        cues
    }

    fn can_clash(self, other: Self) -> bool {
        self.negates || other.negates || (self.counts && other.counts) || (self.opposes && other.opposes) || (self.relates && other.relates)
    }
}

impl Statement {
    /// Whether it names a day that only the day of its article fixes.
    pub(super) fn names_a_deictic_day(&self, gazetteers: &Gazetteers) -> bool {
        let lower = self.text.to_ascii_lowercase();
        lower.split(|character: char| !character.is_alphanumeric()).any(|word| gazetteers.word_sets.has(LexicalSet::DeicticDay, word))
    }

    pub(super) fn of(claim: &Claim, symbols: &mut super::symbol::Symbols, gazetteers: &Gazetteers) -> Self {
        Self {
            id: claim.id.as_str().into(),
            article: symbols.of(&claim.article),
            source: symbols.of(&claim.source),
            sentence: claim.sentence as u32,
            group: claim.group.as_deref().map(|group| symbols.of(group)),
            start: claim.start as u32,
            end: claim.end as u32,
            published: claim.published,
            text: claim.text.as_str().into(),
            words: evidence::content_words(&claim.text, &gazetteers.word_sets),
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
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) code: ConflictCode,
    pub(super) severity: Severity,
    pub(super) rule: &'static str,
    /// The disputed words of the one and the other, in their texts.
    pub(super) words: [Span; 2],
    dispute: Dispute,
}

/// Which of two statements denies what the other says.
#[derive(Clone, Copy, Debug)]
enum Denier {
    First,
    Second,
}

/// How the disputed words stand to each other.
#[derive(Clone, Copy, Debug)]
enum Dispute {
    Denied(Denier),
    Numbers,
    Opposites,
    Exchanged,
    Roles,
    Places,
    Doers,
    Ranks,
    Other,
}

impl Finding {
    /// Whether the two differ in a number.
    pub(super) fn is_of_numbers(&self) -> bool {
        matches!(self.dispute, Dispute::Numbers)
    }

    /// One sentence that says what is disputed, in the words of both; `sides` are source and text of each.
    pub(super) fn why(&self, sides: [(&str, &str); 2]) -> String {
        let [(one, said), (other, countered)] = match self.dispute {
            Dispute::Denied(Denier::First) => [(sides[1].0, self.words[1].of(sides[1].1)), (sides[0].0, self.words[0].of(sides[0].1))],
            _ => [(sides[0].0, self.words[0].of(sides[0].1)), (sides[1].0, self.words[1].of(sides[1].1))],
        };
        match self.dispute {
            Dispute::Denied(_) => format!("{one} says “{said}”; {other} that it is not so: “{countered}”"),
            Dispute::Numbers => format!("of the same thing {one} says “{said}”, {other} “{countered}”"),
            Dispute::Opposites => format!("{one} says “{said}”; {other} the opposite: “{countered}”"),
            Dispute::Exchanged => format!("{one} says “{said}”; {other} the other way round: “{countered}”"),
            Dispute::Roles => format!("nobody is both at a time: {one} says “{said}”; {other} “{countered}”"),
            Dispute::Places => format!("it has one place: {one} says “{said}”; {other} “{countered}”"),
            Dispute::Ranks => format!("it has one place in a row: {one} says “{said}”; {other} “{countered}”"),
            Dispute::Doers => format!("{one} says “{said}”; {other} tells it of another: “{countered}”"),
            Dispute::Other => format!("what comes about there is one of {one} tells so: “{said}”; {other} so: “{countered}”"),
        }
    }
}

/// What two statements disagree in, whichever others there are; `short` where both stand in articles of a few sentences.
pub(super) fn between(a: &Statement, b: &Statement, short: bool, gazetteers: &Gazetteers) -> Option<Finding> {
    compare(&Reading::of(&a.text, gazetteers), &Reading::of(&b.text, gazetteers), short, gazetteers)
}

/// Why two statements are never compared, whatever their words.
pub(super) fn kept_apart(a: &Statement, b: &Statement) -> Option<&'static str> {
    if a.article == b.article {
        Some("they stand in one article")
    } else if a.group != b.group {
        Some("their articles are of different groups")
    } else if is_of_another_time(a, b) {
        Some("their articles were published too many days apart: what was denied may have become so")
    } else if !a.cues.can_clash(b.cues) {
        Some("nothing in them can disagree: neither denies anything, nor have both numbers or words with opposites")
    } else {
        None
    }
}

/// The articles that have more than a few sentences: a statement or another claim (article, offset) stands far down in them.
pub(super) fn long_articles(statements: &[Statement], claims: impl Iterator<Item = (Symbol, u32)>) -> FxHashSet<Symbol> {
    let far_down = |statement: &&Statement| statement.sentence > warrant::LAST_OF_SHORT || statement.start > warrant::LENGTH_OF_SHORT;
    let by_claims = claims.filter(|(_, start)| *start > warrant::LENGTH_OF_SHORT).map(|(article, _)| article);
    statements.iter().filter(far_down).map(|statement| statement.article).chain(by_claims).collect()
}

/// The statements that clash; `statements` must be in a fixed order.
pub(super) fn clashes(
    statements: &[Statement],
    long: &FxHashSet<Symbol>,
    may_meet: impl Fn(&Statement, &Statement) -> bool + Sync,
    gazetteers: &Gazetteers,
) -> Vec<Clash> {
    let is_short = |number: usize| !long.contains(&statements[number].article);
    let frequency = frequency(statements);
    let mut pairs = pairs(statements, may_meet);
    pairs.retain(|&(a, b)| (is_short(a) && is_short(b)) || share_rare_words(&statements[a], &statements[b], &frequency, statements.len()));
    let readings: Vec<OnceLock<Reading<'_>>> = (0..statements.len()).map(|_| OnceLock::new()).collect();
    let read = |number: usize| readings[number].get_or_init(|| Reading::of(&statements[number].text, gazetteers));
    pairs
        .par_iter()
        .filter_map(|&(a, b)| {
            let finding = compare(read(a), read(b), is_short(a) && is_short(b), gazetteers)?;
            Some(Clash { a, b, finding })
        })
        .collect()
}

/// How many statements have a word.
fn frequency(statements: &[Statement]) -> FxHashMap<u32, u32> {
    let mut frequency: FxHashMap<u32, u32> = FxHashMap::default();
    for word in statements.iter().flat_map(|statement| &statement.words) {
        *frequency.entry(*word).or_default() += 1;
    }
    frequency
}

/// A word is rare that stands in this many statements at most,
const RARE: u32 = 12;
/// or in one of so many.
const RARE_AMONG: usize = 200;

fn share_rare_words(a: &Statement, b: &Statement, frequency: &FxHashMap<u32, u32>, statements: usize) -> bool {
    let most = RARE.max((statements / RARE_AMONG) as u32);
    let rare = |word: &&u32| b.words.binary_search(word).is_ok() && frequency.get(word).is_some_and(|count| *count <= most);
    a.words.iter().filter(rare).count() >= warrant::SHARED_RARE
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
                statement.cues.can_clash(other.cues)
                    && may_meet(statement, other)
                    && is_near(statement, other)
                    && !is_of_another_time(statement, other)
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

/// What two statements disagree in, where their words line up; `short` where both stand in articles of a few sentences.
fn compare(a: &Reading<'_>, b: &Reading<'_>, short: bool, gazetteers: &Gazetteers) -> Option<Finding> {
    denied(a, b, short)
        .or_else(|| if short { denied_from_other_side(a, b) } else { None })
        .or_else(|| numbers_differ(a, b, short, gazetteers))
        .or_else(|| opposites(a, b, short, gazetteers))
        .or_else(|| if short { told_otherwise(a, b) } else { None })
}

/// The sides of a relation exchanged, or another agent or year of what comes about once; in articles of a few sentences.
fn told_otherwise(a: &Reading<'_>, b: &Reading<'_>) -> Option<Finding> {
    let exchanged = || exchanged::exchanged(a, b).map(|words| ("wording/exchanged", Dispute::Exchanged, words));
    let unique = || unique::other(a, b).map(|words| ("wording/unique", Dispute::Other, words));
    let holders = || holders::two_holders(a, b).map(|words| ("wording/holder", Dispute::Other, words));
    let roles = || roles::two_roles(a, b).map(|words| ("wording/role", Dispute::Roles, words));
    let places = || seats::two_places(a, b).map(|words| ("wording/place", Dispute::Places, words));
    let doers = || doers::two_doers(a, b).map(|words| ("wording/doer", Dispute::Doers, words));
    let ranks = || ranks::two_ranks(a, b).map(|words| ("wording/rank", Dispute::Ranks, words));
    let found = exchanged().or_else(unique).or_else(holders).or_else(roles).or_else(places).or_else(doers).or_else(ranks);
    let (rule, dispute, (x, y)) = found?;
    Some(Finding {
        code: ConflictCode::StanceConflict,
        severity: Severity::Conflict,
        rule,
        words: [disputed::clause(a, x, None), disputed::clause(b, y, None)],
        dispute,
    })
}

fn denied(a: &Reading<'_>, b: &Reading<'_>, short: bool) -> Option<Finding> {
    let of = |n: &Reading<'_>, a: &Reading<'_>| {
        let denied = negation::denied(n, a, short)?;
        let subjects = denied.subjects.map(|(of_n, of_a)| (of_a, of_n));
        (short || warrant::is_warranted(a, n, subjects)).then(|| {
            let subject = |of: fn((usize, usize)) -> usize| denied.subjects.map(of);
            (disputed::clause(n, denied.negated, subject(|pair| pair.0)), disputed::clause(a, denied.affirmed, subject(|pair| pair.1)))
        })
    };
    let (words, denies) = match of(a, b) {
        Some((negated, affirmed)) => ([negated, affirmed], Denier::First),
        None => of(b, a).map(|(negated, affirmed)| ([affirmed, negated], Denier::Second))?,
    };
    let (code, severity) = (ConflictCode::StanceConflict, Severity::Conflict);
    Some(Finding { code, severity, rule: "wording/negated", words, dispute: Dispute::Denied(denies) })
}

fn denied_from_other_side(a: &Reading<'_>, b: &Reading<'_>) -> Option<Finding> {
    let first = exchanged::denied_from_other_side(a, b).map(|words| (words, Denier::First));
    let ((x, y), denies) = first.or_else(|| exchanged::denied_from_other_side(b, a).map(|(y, x)| ((x, y), Denier::Second)))?;
    Some(Finding {
        code: ConflictCode::StanceConflict,
        severity: Severity::Conflict,
        rule: "wording/negated",
        words: [disputed::clause(a, x, None), disputed::clause(b, y, None)],
        dispute: Dispute::Denied(denies),
    })
}

fn numbers_differ(a: &Reading<'_>, b: &Reading<'_>, short: bool, gazetteers: &Gazetteers) -> Option<Finding> {
    let in_clauses = || if short { numbers::differing_in_clauses(a, b, gazetteers) } else { None };
    let differing = numbers::differing(a, b, gazetteers).or_else(in_clauses)?;
    if !short && !warrant::is_warranted(a, b, None) {
        return None;
    }
    Some(Finding {
        code: if differing.money { ConflictCode::AmountConflict } else { ConflictCode::CountConflict },
        severity: Severity::Conflict,
        rule: "wording/number",
        words: [disputed::number(a, differing.from[0], differing.a), disputed::number(b, differing.from[1], differing.b)],
        dispute: Dispute::Numbers,
    })
}

fn opposites(a: &Reading<'_>, b: &Reading<'_>, short: bool, gazetteers: &Gazetteers) -> Option<Finding> {
    let in_clauses = || {
        let links = || opposition::opposed_links(a, b, gazetteers);
        if short { opposition::opposed_in_clauses(a, b, gazetteers).or_else(links) } else { None }
    };
    let opposed = opposition::opposed(a, b, gazetteers).or_else(in_clauses)?;
    if !short && !warrant::is_warranted(a, b, None) {
        return None;
    }
    Some(Finding {
        code: ConflictCode::StanceConflict,
        severity: Severity::Conflict,
        rule: "wording/opposed",
        words: [disputed::clause(a, opposed.a, None), disputed::clause(b, opposed.b, None)],
        dispute: Dispute::Opposites,
    })
}
