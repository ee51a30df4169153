//! Reconciliation: what the claims of all articles come to.
//!
//! Claims are grouped by origin first ([`origin`]); then each meets, inside its block only ([`block`]), the claims that could
//! be of its slot ([`slot`]); a named rule decides how two claims stand to each other ([`rules`]); those that are of one slot
//! make a fact, and what cannot be so together makes a conflict. The result depends on the set of claims alone, not on their
//! order, and reconciling the same set twice gives the same facts.

mod accord;
mod block;
mod class;
mod conflict;
mod entry;
mod evidence;
pub mod explain;
mod fact;
mod figure;
pub(crate) mod identity;
mod line;
pub mod model;
mod name;
mod order;
mod origin;
pub mod quantity;
pub mod rules;
pub mod slot;
mod statement;
mod story;
mod symbol;
mod variant;
mod wording;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

pub use self::explain::explain;

use self::block::{Block, Members, put_together};
use self::entry::Entry;
use self::model::Ledger;
use self::rules::{Opposition, Relation, Verdict};
use self::slot::Slot;
use self::story::Stories;
use self::symbol::{Symbol, Symbols};
use self::variant::{SideBySide, Variant};
use self::wording::Statement;
use crate::claim::model::{Claim, ClaimScope};
use crate::gazetteer::Gazetteers;

/// Reconciles the claims of all articles into facts and conflicts.
pub fn reconcile(claims: &[Claim], gazetteers: &Gazetteers) -> Ledger {
    let mut reconciler = Reconciler::new(gazetteers);
    for claim in claims {
        reconciler.add(claim);
    }
    reconciler.finish()
}

/// Takes claims one by one, keeps of each what reconciling needs, and reconciles them all at the end.
///
/// A claim may be dropped as soon as it is added: some 500 bytes of it stay.
#[derive(Debug)]
pub struct Reconciler<'g> {
    gazetteers: &'g Gazetteers,
    symbols: Symbols,
    entries: Vec<Entry>,
    numbers_of_slots: FxHashMap<Arc<Slot>, u32>,
    slots: Vec<Arc<Slot>>,
    statements: Vec<Statement>,
}

/// Everything that comparing needs, built once and only read.
pub(crate) struct Ground<'r> {
    symbols: &'r Symbols,
    entries: &'r [Entry],
    slots: &'r [Arc<Slot>],
    variants: &'r [Variant],
    side_by_side: &'r SideBySide,
    opposition: &'r Opposition,
    /// Which article says of which class that it is so, or not so.
    said: &'r FxHashSet<(Symbol, Symbol, bool)>,
    /// Families that can meet, by the one that stands for them.
    meeting: &'r FxHashMap<Symbol, Symbol>,
}

impl<'g> Reconciler<'g> {
    /// A reconciler without claims.
    pub fn new(gazetteers: &'g Gazetteers) -> Self {
        Self {
            gazetteers,
            symbols: Symbols::default(),
            entries: Vec::new(),
            numbers_of_slots: FxHashMap::default(),
            slots: Vec::new(),
            statements: Vec::new(),
        }
    }

    /// Adds a claim. A claim with the id of one that was added counts once.
    pub fn add(&mut self, claim: &Claim) {
        if claim.scope == ClaimScope::Statement {
            self.statements.push(Statement::of(claim, &mut self.symbols, self.gazetteers));
            return;
        }
        let (mut entry, slot) = Entry::of(claim, &mut self.symbols, self.gazetteers);
        entry.slot = if let Some(number) = self.numbers_of_slots.get(&slot) {
            *number
        } else {
            let number = self.slots.len() as u32;
            let slot = Arc::new(slot);
            self.slots.push(Arc::clone(&slot));
            self.numbers_of_slots.insert(slot, number);
            number
        };
        self.entries.push(entry);
    }

    /// Sorts the entries by article and place, and drops what was added twice.
    fn settle(&mut self) {
        // Articles by the order of their names, so that sorting compares numbers.
        let mut articles: Vec<Symbol> = self.entries.iter().map(|entry| entry.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles.sort_by_key(|article| self.symbols.string(*article));
        let rank: FxHashMap<Symbol, u32> = articles.into_iter().zip(0..).collect();
        self.entries.par_sort_unstable_by(|a, b| {
            let key = |entry: &Entry| (rank[&entry.article], entry.start, entry.end);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        self.entries.dedup_by(|a, b| a.id == b.id);
        self.numbers_of_slots = FxHashMap::default();
        let symbols = &self.symbols;
        let key = |statement: &Statement| (symbols.string(statement.article), statement.start);
        self.statements.par_sort_unstable_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id)));
        self.statements.dedup_by(|a, b| a.id == b.id);
    }

    /// Reconciles what was added.
    pub fn finish(self) -> Ledger {
        self.finish_and_count().0
    }

    /// The same, with how many pairs were compared.
    fn finish_and_count(mut self) -> (Ledger, usize) {
        self.settle();
        let opposition = Opposition::of(&self.gazetteers.slots, &mut self.symbols);
        let meeting = meeting(self.gazetteers, &mut self.symbols);
        let origins = origin::origins(&self.entries, &self.slots, &mut self.symbols, &self.gazetteers.word_sets);
        let stories = Stories::of(&self.entries, &self.slots, &self.symbols);
        let side_by_side = SideBySide::of(&self.entries, &self.slots, &stories);
        let variants = variant::variants(&self.entries, &self.slots, &stories);
        let said = said(&self.entries, &self.slots, &opposition);
        let ground = Ground {
            said: &said,
            symbols: &self.symbols,
            entries: &self.entries,
            slots: &self.slots,
            variants: &variants,
            side_by_side: &side_by_side,
            opposition: &opposition,
            meeting: &meeting,
        };
        let blocks: Vec<Block> = partitions(&ground).par_iter().map(|partition| put_together(partition, &ground)).collect();
        let mut facts = Vec::new();
        let mut conflicts = Vec::new();
        let mut compared = 0;
        for block in blocks {
            compared += block.compared;
            facts.extend(block.facts);
            conflicts.extend(block.conflicts);
        }
        let facts = block::join_same_figures(facts, &ground);
        conflicts.sort_by_key(|(a, b, _)| (*a, *b));
        conflicts.dedup_by_key(|(a, b, _)| (*a, *b));
        let shared = accord::of_accord(&facts, &conflicts, &ground);
        conflicts.extend(shared);
        let mut ledger = written(&facts, &conflicts, &origins, &ground, self.gazetteers);
        ledger.conflicts.extend(self.worded_conflicts(&ground, &stories));
        ledger.facts.par_sort_by(|a, b| {
            let key = |fact: &model::Fact| (fact.status, Reverse((fact.origins.len(), fact.claims.len())));
            key(a).cmp(&key(b)).then_with(|| (&a.group, &a.statement, &a.id).cmp(&(&b.group, &b.statement, &b.id)))
        });
        let key = |conflict: &model::Conflict| (Reverse(conflict.severity), conflict.code, order::first_bytes(&conflict.a));
        order::sort_by(&mut ledger.conflicts, key, |a, b| (&a.a, &a.b).cmp(&(&b.a, &b.b)));
        (ledger, compared)
    }
}

impl Reconciler<'_> {
    fn long_articles(&self) -> FxHashSet<Symbol> {
        wording::long_articles(&self.statements, self.entries.iter().map(|entry| (entry.article, entry.start)))
    }

    /// The conflicts of statements whose words line up, where no claims inside the two tell already how they stand.
    fn worded_conflicts(&self, ground: &Ground<'_>, stories: &Stories) -> Vec<model::Conflict> {
        // "Markets fell today", "markets rose today": of one day only where their articles are.
        let of_other_days = |a: &Statement, b: &Statement| {
            (a.published.is_none() || b.published.is_none())
                && [a, b].iter().all(|statement| statement.names_a_deictic_day(self.gazetteers))
        };
        let may_meet = |a: &Statement, b: &Statement| {
            let one_story = || stories.story(a.article).is_some_and(|story| stories.story(b.article) == Some(story));
            a.group.is_some() || (one_story() && !of_other_days(a, b))
        };
        let clashes = wording::clashes(&self.statements, &self.long_articles(), may_meet, self.gazetteers);
        let number_of: FxHashMap<Symbol, usize> =
            self.entries.iter().enumerate().rev().map(|(number, entry)| (entry.article, number)).collect();
        let inside = |statement: &Statement| -> Vec<u32> {
            let Some(&first) = number_of.get(&statement.article) else { return Vec::new() };
            let of_article = self.entries[first..].iter().take_while(|entry| entry.article == statement.article).zip(first as u32..);
            of_article.filter(|(entry, _)| statement.start <= entry.start && entry.end <= statement.end).map(|(_, number)| number).collect()
        };
        clashes
            .into_iter()
            .filter(|clash| {
                let (inside_a, inside_b) = (inside(&self.statements[clash.a]), inside(&self.statements[clash.b]));
                let of_number = |inside: &[u32]| {
                    inside.iter().filter(|entry| ground.slots[ground.entries[**entry as usize].slot as usize].number.is_some()).count()
                };
                let one_number = of_number(&inside_a) == 1 && of_number(&inside_b) == 1;
                !inside_a
                    .iter()
                    .any(|a| inside_b.iter().any(|b| is_told(*a, *b, one_number && clash.finding.is_of_numbers(), ground, stories)))
            })
            .map(|wording::Clash { a, b, finding }| {
                let (one, other) = (&self.statements[a], &self.statements[b]);
                let side = |statement| -> (&str, &str) {
                    let statement: &Statement = statement;
                    (self.symbols.string(statement.source), &statement.text)
                };
                let why = finding.why([side(one), side(other)]);
                let words = [one, other]
                    .into_iter()
                    .zip(finding.words)
                    .map(|(statement, span)| (statement, [span.start + statement.start as usize, span.end + statement.start as usize]));
                let mut sides: Vec<(&Statement, [usize; 2])> = words.collect();
                sides.sort_by(|one, other| one.0.id.cmp(&other.0.id));
                let (a, b) = (sides[0], sides[1]);
                model::Conflict {
                    id: identity::of("conflict", &[finding.code.as_str().to_owned(), a.0.id.to_string(), b.0.id.to_string()]),
                    code: finding.code,
                    severity: finding.severity,
                    a: a.0.id.to_string(),
                    b: b.0.id.to_string(),
                    why,
                    rule: finding.rule.to_owned(),
                    fact: None,
                    words: Some([a.1, b.1]),
                }
            })
            .collect()
    }
}

/// Whether two claims inside two statements that seem to disagree were compared already: they are of one family, and of one slot
/// but for their numbers or polarity.
///
/// `one_number` where the statements differ in a number and hold one counted claim each.
fn is_told(a: u32, b: u32, one_number: bool, ground: &Ground<'_>, stories: &Stories) -> bool {
    let variant = |number: u32| {
        let entry = &ground.entries[number as usize];
        Variant { slot: entry.slot, entries: vec![number], stories: stories.story(entry.article).into_iter().collect(), articles: 1 }
    };
    let (a, b) = (variant(a), variant(b));
    let (slot_a, slot_b) = (&ground.slots[a.slot as usize], &ground.slots[b.slot as usize]);
    let around = variant::around(&a, &b, ground.entries, ground.slots, ground.side_by_side);
    let verdict = rules::compare(slot_a, slot_b, around, ground.opposition);
    let counted = slot_a.number.is_some() && slot_b.number.is_some();
    let same_numbers = slot_a.number.as_ref().and_then(|number| number.value) == slot_b.number.as_ref().and_then(|number| number.value);
    match verdict.relation {
        Relation::Conflict(..) | Relation::Update => true,
        // Where the numbers are the same, another number is what the statements differ in.
        Relation::Agree | Relation::Refine => one_number && counted && !same_numbers,
        Relation::Distinct => {
            one_number
                && counted
                && slot_a.family == slot_b.family
                && !same_numbers
                && KEYS_TOLD.iter().any(|key| verdict.differs.has(*key))
        }
    }
}

/// Where claims of one family differ in these, what seems to disagree is of two things.
const KEYS_TOLD: [slot::Key; 4] = [slot::Key::Scope, slot::Key::Stage, slot::Key::Place, slot::Key::Time];

/// The facts and conflicts as the report takes them.
fn written(
    facts: &[Members],
    conflicts: &[(u32, u32, Verdict)],
    origins: &[Symbol],
    ground: &Ground<'_>,
    gazetteers: &Gazetteers,
) -> Ledger {
    let mut fact_of = vec![0_u32; ground.variants.len()];
    for (fact, members) in facts.iter().enumerate() {
        for variant in &members.variants {
            fact_of[*variant as usize] = fact as u32;
        }
    }
    let reported = conflict::reported(conflicts, ground);
    let mut disputed = vec![false; facts.len()];
    for (a, b, _) in &reported {
        disputed[fact_of[*a as usize] as usize] = true;
        disputed[fact_of[*b as usize] as usize] = true;
    }
    let facts: Vec<model::Fact> =
        facts.par_iter().zip(&disputed).map(|(members, disputed)| fact::fact(members, *disputed, origins, ground, gazetteers)).collect();
    let conflicts = reported.into_iter().flat_map(|(a, _, conflicts)| {
        let fact = facts[fact_of[a as usize] as usize].id.clone();
        conflicts.into_iter().map(move |conflict| model::Conflict { fact: Some(fact.clone()), ..conflict })
    });
    let conflicts = conflicts.collect();
    Ledger { facts, conflicts }
}

/// Which article says of which opposed class that it is so, or not so.
fn said(entries: &[Entry], slots: &[Arc<Slot>], opposition: &Opposition) -> FxHashSet<(Symbol, Symbol, bool)> {
    let of = |entry: &Entry| {
        let slot = &slots[entry.slot as usize];
        (entry.article, slot.class, slot.is_affirmed())
    };
    entries.iter().map(of).filter(|(_, class, affirmed)| opposition.knows(*class, *affirmed)).collect()
}

/// Each family by the one that stands for all that it can meet: families of opposed classes meet.
fn meeting(gazetteers: &Gazetteers, symbols: &mut Symbols) -> FxHashMap<Symbol, Symbol> {
    fn root<'w>(stands_for: &BTreeMap<&'w str, &'w str>, mut family: &'w str) -> &'w str {
        while let Some(next) = stands_for.get(family).filter(|next| **next != family) {
            family = next;
        }
        family
    }
    let words = &gazetteers.slots;
    let mut stands_for: BTreeMap<&str, &str> = BTreeMap::new();
    for (a, _, b, _) in words.opposed() {
        let (a, b) = (root(&stands_for, words.family(a)), root(&stands_for, words.family(b)));
        if a != b {
            stands_for.insert(a.max(b), a.min(b));
        }
    }
    let families: Vec<&str> = stands_for.keys().copied().collect();
    families.into_iter().map(|family| (symbols.of(family), symbols.of(root(&stands_for, family)))).collect()
}

/// The variants by what can meet: one part a group; elsewhere one a family and those that it can meet.
fn partitions(ground: &Ground<'_>) -> Vec<Vec<u32>> {
    let mut partitions: FxHashMap<(Option<Symbol>, Option<Symbol>), usize> = FxHashMap::default();
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for (number, variant) in ground.variants.iter().enumerate() {
        let slot = &ground.slots[variant.slot as usize];
        let family = ground.meeting.get(&slot.family).copied().unwrap_or(slot.family);
        let key = if slot.group.is_some() { (slot.group, None) } else { (None, Some(family)) };
        let part = *partitions.entry(key).or_insert_with(|| {
            parts.push(Vec::new());
            parts.len() - 1
        });
        parts[part].push(number as u32);
    }
    parts
}
