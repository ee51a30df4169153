//! Why two claims agree, conflict, or are about different things: every key compared, and the rule that decided.

use std::fmt;

use super::entry::Entry;
use super::rules::{self, Opposition, Relation};
use super::slot::{Key, Overlap, overlap};
use super::story::Stories;
use super::variant::{SideBySide, Variant, around};
use super::wording::{self, Statement};
use super::{Ground, Reconciler, conflict, meeting, said};
use crate::claim::model::{Claim, ClaimScope};
use crate::gazetteer::Gazetteers;

/// How two claims were compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How they stand to each other.
    pub relation: Relation,
    /// The rule that decided.
    pub rule: String,
    /// The keys that both name alike.
    pub agree: Vec<Key>,
    /// The keys that only one of them names.
    pub open: Vec<Key>,
    /// The keys that differ.
    pub differ: Vec<Key>,
    /// One sentence.
    pub why: String,
}

/// Explains how claims `a` and `b` stand to each other, among `claims`: what single articles give side by side, and which
/// articles tell one story, is seen from all of them. Both are taken as part of `claims` even where they are not.
pub fn explain(a: &Claim, b: &Claim, claims: &[Claim], gazetteers: &Gazetteers) -> Explanation {
    let mut reconciler = Reconciler::new(gazetteers);
    for claim in claims.iter().chain([a, b]) {
        reconciler.add(claim);
    }
    if [a, b].iter().any(|claim| claim.scope == ClaimScope::Statement) {
        return of_statements(a, b, reconciler);
    }
    reconciler.settle();
    let opposition = Opposition::of(&gazetteers.slots, &mut reconciler.symbols);
    let meeting = meeting(gazetteers, &mut reconciler.symbols);
    let stories = Stories::of(&reconciler.entries, &reconciler.slots, &reconciler.symbols);
    let side_by_side = SideBySide::of(&reconciler.entries, &reconciler.slots, &stories);
    let find = |claim: &Claim| reconciler.entries.iter().position(|entry| *entry.id == *claim.id).unwrap_or_default();
    let variant = |claim: &Claim| {
        let index = find(claim);
        let entry = &reconciler.entries[index];
        Variant { slot: entry.slot, entries: vec![index as u32], stories: stories.story(entry.article).into_iter().collect(), articles: 1 }
    };
    let variants = [variant(a), variant(b)];
    let said = said(&reconciler.entries, &reconciler.slots, &opposition);
    let ground = Ground {
        said: &said,
        symbols: &reconciler.symbols,
        entries: &reconciler.entries,
        slots: &reconciler.slots,
        variants: &variants,
        side_by_side: &side_by_side,
        opposition: &opposition,
        meeting: &meeting,
    };
    between(&ground)
}

/// How two statements stand to each other: by the rules of wording, where these say anything.
fn of_statements(a: &Claim, b: &Claim, mut reconciler: Reconciler<'_>) -> Explanation {
    let distinct = |rule: &str, why: &str| Explanation {
        relation: Relation::Distinct,
        rule: rule.to_owned(),
        agree: Vec::new(),
        open: Vec::new(),
        differ: Vec::new(),
        why: why.to_owned(),
    };
    if a.scope != b.scope {
        return distinct("scope", "a statement is compared with statements only");
    }
    let gazetteers = reconciler.gazetteers;
    let (a, b) = (Statement::of(a, &mut reconciler.symbols, gazetteers), Statement::of(b, &mut reconciler.symbols, gazetteers));
    if let Some(why) = wording::kept_apart(&a, &b) {
        return distinct("wording/apart", why);
    }
    let long = reconciler.long_articles();
    let short = ![a.article, b.article].iter().any(|article| long.contains(article));
    let found = wording::between(&a, &b, short, gazetteers);
    let ledger = reconciler.finish();
    let ids = [&*a.id, &*b.id];
    let told = ledger.conflicts.into_iter().find(|conflict| ids.contains(&&*conflict.a) && ids.contains(&&*conflict.b));
    match (told, found) {
        (Some(conflict), _) => Explanation {
            relation: Relation::Conflict(conflict.code, conflict.severity),
            why: conflict.why,
            ..distinct(&conflict.rule, "")
        },
        (None, Some(found)) => distinct(
            found.rule,
            "their words disagree, but claims inside them tell already how they stand, or they share too few rare words or no story",
        ),
        (None, None) if short => distinct("wording", "their words do not line up, or where they do nothing disagrees"),
        (None, None) => distinct(
            "wording",
            "their words do not line up, or nothing disagrees; in articles of many sentences both must be plain reports of one thing",
        ),
    }
}

fn between(ground: &Ground<'_>) -> Explanation {
    let [variant_a, variant_b] = ground.variants else { unreachable!("two variants are made just before") };
    let (entry_a, entry_b): (&Entry, &Entry) =
        (&ground.entries[variant_a.entries[0] as usize], &ground.entries[variant_b.entries[0] as usize]);
    let (a, b) = (&ground.slots[variant_a.slot as usize], &ground.slots[variant_b.slot as usize]);
    let verdict = rules::compare(a, b, around(variant_a, variant_b, ground.entries, ground.slots, ground.side_by_side), ground.opposition);
    let (actor, target) = rules::sides(a, b);
    let both = |has_a: bool, has_b: bool, same: bool| match (has_a, has_b) {
        (true, true) if same => Some(true),
        (false, false) => None,
        _ => Some(false),
    };
    let sides = |overlap: Overlap| match overlap {
        Overlap::Unknown => Some(false),
        _ => Some(true),
    };
    let named = [
        (Key::Group, both(a.group.is_some(), b.group.is_some(), a.group == b.group)),
        (Key::Class, Some(a.family == b.family)),
        (Key::Actor, if a.actor.is_empty() && b.actor.is_empty() { None } else { sides(actor) }),
        (Key::Target, if a.target.is_empty() && b.target.is_empty() { None } else { sides(target) }),
        (Key::Unit, both(a.number.is_some(), b.number.is_some(), true)),
        (Key::Scope, both(!a.scope.is_plain(), !b.scope.is_plain(), a.scope == b.scope)),
        (Key::Stage, both(a.stage.is_some(), b.stage.is_some(), a.stage == b.stage)),
        (Key::Place, if a.place.is_empty() && b.place.is_empty() { None } else { sides(overlap(&a.place, &b.place)) }),
        (Key::Time, both(a.period.is_some(), b.period.is_some(), true)),
    ];
    let differ: Vec<Key> = verdict.differs.iter().collect();
    let keys = |wanted: bool| -> Vec<Key> {
        named.iter().filter(|(key, state)| *state == Some(wanted) && !differ.contains(key)).map(|(key, _)| *key).collect()
    };
    let why = match verdict.relation {
        Relation::Conflict(code, _) => conflict::why(entry_a, entry_b, code, verdict.rule, ground),
        Relation::Distinct => {
            let keys: Vec<&str> = differ.iter().map(|key| key.as_str()).collect();
            format!("they are about different things: they differ in {}", keys.join("; "))
        }
        Relation::Agree => "they say the same".to_owned(),
        Relation::Refine => "they agree, and one says more".to_owned(),
        Relation::Update => "the later one tells what became of the earlier".to_owned(),
    };
    Explanation { relation: verdict.relation, rule: verdict.rule.to_owned(), agree: keys(true), open: keys(false), differ, why }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let relation = match self.relation {
            Relation::Agree => "agree",
            Relation::Refine => "refine",
            Relation::Update => "update",
            Relation::Conflict(code, _) => code.as_str(),
            Relation::Distinct => "distinct",
        };
        writeln!(f, "{relation}, by the rule {}", self.rule)?;
        writeln!(f, "  {}", self.why)?;
        for (heading, keys) in [("alike", &self.agree), ("differ", &self.differ), ("named by one only", &self.open)] {
            if !keys.is_empty() {
                writeln!(f, "  {heading}: {}", keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join("; "))?;
            }
        }
        Ok(())
    }
}
