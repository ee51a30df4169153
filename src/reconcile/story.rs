//! Stories: articles about the same events, told by the names, countries and figures that they share.
//!
//! Where the input gives groups, a group is a story. Elsewhere articles are gathered around the first of each story, found by
//! an index of what each names, rarest first.

use jiff::civil::Date;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::Entry;
use super::slot::Slot;
use super::symbol::{Symbol, Symbols};

/// Two articles of one story share this many names or countries,
const SHARED: usize = 2;
/// and this part, in hundredths, of what the poorer of them names, the rare counted for more.
const SHARED_WEIGHT: f64 = 0.45;
/// A story is told within this many days.
const DAYS_OF_STORY: i32 = 10;
/// How many stories an article is compared with at most, those with the rarest names in common first.
const STORIES_COMPARED: usize = 48;

/// The story of each article, by number.
#[derive(Debug, Default)]
pub(crate) struct Stories {
    of_article: FxHashMap<Symbol, u32>,
}

struct Profile {
    features: Vec<u64>,
    weight: f64,
    published: Option<Date>,
}

impl Stories {
    /// Gathers articles; `entries` must be sorted by article.
    pub(crate) fn of(entries: &[Entry], slots: &[Arc<Slot>], symbols: &Symbols) -> Self {
        let mut articles: Vec<(Symbol, Vec<u64>, Option<Date>)> = Vec::new();
        for entry in entries {
            let slot = &slots[entry.slot as usize];
            if slot.group.is_some() {
                continue;
            }
            if articles.last().is_none_or(|(article, ..)| *article != entry.article) {
                articles.push((entry.article, Vec::new(), entry.published));
            }
            if let Some((_, features, _)) = articles.last_mut() {
                let names = [&slot.actor, &slot.target, &slot.place].into_iter().flat_map(|side| side.symbols());
                features.extend(names.map(|symbol| symbols.hash(symbol)));
            }
        }
        let mut frequency: FxHashMap<u64, u32> = FxHashMap::default();
        for (_, features, _) in &mut articles {
            features.sort_unstable();
            features.dedup();
            for feature in features {
                *frequency.entry(*feature).or_default() += 1;
            }
        }
        let number = articles.len() as f64;
        let weight = |feature: u64| (1.0 + number / f64::from(frequency[&feature])).ln();
        let mut leaders: Vec<Profile> = Vec::new();
        let mut index: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        let mut of_article = FxHashMap::default();
        articles.sort_by(|a, b| (a.2, symbols.string(a.0)).cmp(&(b.2, symbols.string(b.0))));
        for (article, mut features, published) in articles {
            features.sort_by_key(|feature| (frequency[feature], *feature));
            let total = features.iter().map(|feature| weight(*feature)).sum();
            let profile = Profile { features, weight: total, published };
            let leader = best_leader(&profile, &leaders, &index, &weight);
            let story = leader.unwrap_or_else(|| {
                let story = leaders.len() as u32;
                for feature in &profile.features {
                    index.entry(*feature).or_default().push(story);
                }
                leaders.push(profile);
                story
            });
            of_article.insert(article, story);
        }
        Self { of_article }
    }

    /// The story of an article; none where its group says it.
    pub(crate) fn story(&self, article: Symbol) -> Option<u32> {
        self.of_article.get(&article).copied()
    }
}

fn best_leader(profile: &Profile, leaders: &[Profile], index: &FxHashMap<u64, Vec<u32>>, weight: &impl Fn(u64) -> f64) -> Option<u32> {
    let mut seen = FxHashSet::default();
    let mut best: Option<(f64, u32)> = None;
    // A common name's newest stories stand last, and an old story is over: the end of a long list is the part to look at.
    let rarest_first = profile
        .features
        .iter()
        .flat_map(|feature| index.get(feature).into_iter().flat_map(|list| list.iter().rev().take(STORIES_COMPARED)));
    for &story in rarest_first {
        if seen.len() >= STORIES_COMPARED {
            break;
        }
        if !seen.insert(story) {
            continue;
        }
        let leader = &leaders[story as usize];
        let near = match (profile.published, leader.published) {
            (Some(a), Some(b)) => a.since(b).is_ok_and(|span| span.get_days().abs() <= DAYS_OF_STORY),
            _ => true,
        };
        if !near {
            continue;
        }
        let mut shared = 0;
        let mut shared_weight = 0.0;
        for feature in profile.features.iter().filter(|feature| leader.features.contains(feature)) {
            shared += 1;
            shared_weight += weight(*feature);
        }
        let likeness = shared_weight / profile.weight.min(leader.weight);
        if shared >= SHARED && likeness >= SHARED_WEIGHT && best.is_none_or(|(best, _)| likeness > best) {
            best = Some((likeness, story));
        }
    }
    best.map(|(_, story)| story)
}
