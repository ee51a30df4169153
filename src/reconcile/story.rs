//! Stories: articles about the same events, told by the countries and people that they name together.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::slot::Slot;

/// What each article names: the signature of its story.
#[derive(Debug, Default)]
pub(crate) struct Stories {
    names: FxHashMap<String, Vec<String>>,
}

/// Two articles are of one story where they share this many names, and this part of the shorter list.
const SHARED_NAMES: usize = 2;

impl Stories {
    /// Collects the countries and people that each article's claims name.
    pub(crate) fn of(slots: &[Slot<'_>]) -> Self {
        let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for slot in slots {
            let list = names.entry(&slot.claim.article).or_default();
            for side in [&slot.actor, &slot.target, &slot.place] {
                list.extend(side.countries.iter().cloned());
                list.extend(side.names.iter().cloned());
            }
        }
        let names = names
            .into_iter()
            .map(|(article, mut list)| {
                list.sort_unstable();
                list.dedup();
                (article.to_owned(), list)
            })
            .collect();
        Self { names }
    }

    /// Whether the articles of two claims tell one story: they are of one group that was given, or name the same countries and people.
    pub(crate) fn same(&self, a: &Slot<'_>, b: &Slot<'_>) -> bool {
        if a.claim.article == b.claim.article || a.claim.group.is_some() {
            return a.claim.group == b.claim.group;
        }
        let (Some(names_a), Some(names_b)) = (self.names.get(&a.claim.article), self.names.get(&b.claim.article)) else { return false };
        let shared = names_a.iter().filter(|name| names_b.binary_search(name).is_ok()).count();
        shared >= SHARED_NAMES && 2 * shared >= names_a.len().min(names_b.len())
    }
}
