//! Stories: articles about the same events, told by the names, countries and figures that they share.
//!
//! Where the input gives groups, a group is a story. Elsewhere each article joins the story of the article that it is most
//! like, found by an index of what each names, rarest first, as long as the story is not over.

use jiff::civil::Date;
use std::sync::Arc;

use std::hash::BuildHasher;

use rust_decimal::Decimal;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::entry::Entry;
use super::slot::Slot;
use super::symbol::{Symbol, Symbols};

/// Two articles of one story share this many names or countries,
const SHARED: usize = 2;
/// and this part, in hundredths, of what the poorer of them names, the rare counted for more.
const SHARED_WEIGHT: f64 = 0.3;
/// and this part of all that the poorer of them says: two names alone are no story.
const SHARED_WORDS: f64 = 0.16;
/// Short reports of one event may share one name and differ in every figure; then this part of what is no figure.
const SHARED_OF_SHORT: f64 = 0.4;
/// How many features of an article are kept: names and figures first, then words, the rarest of each first.
const FEATURES: usize = 80;
/// How much more a name or a figure says than a word.
const NAME_WEIGHT: f64 = 3.0;
/// Marks a feature that is a name, a country or a figure.
const NAMED: u64 = 1 << 63;
/// Marks those of the names that are figures: what two reports of one event may differ in.
const FIGURE: u64 = 1 << 62;
/// The least figure that two articles hardly share by chance.
const TELLING_FIGURE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// A story is told within this many days.
const DAYS_OF_STORY: i32 = 10;
/// How many articles an article is compared with at most, those with the rarest names in common first.
const ARTICLES_COMPARED: usize = 16;

/// The story of each article, by number.
#[derive(Debug, Default)]
pub(crate) struct Stories {
    of_article: FxHashMap<Symbol, u32>,
}

struct Profile {
    /// What it names, sorted.
    features: Box<[u64]>,
    /// How much each feature says.
    weights: Box<[f32]>,
    weight: f64,
    named_weight: f64,
    figure_weight: f64,
    story: u32,
    /// When the story began.
    began: Option<Date>,
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
                if let Some((_, features, _)) = articles.last_mut() {
                    once_each(features);
                }
                articles.push((entry.article, Vec::new(), entry.published));
            }
            if let Some((_, features, _)) = articles.last_mut() {
                let names = [&slot.actor, &slot.target, &slot.place].into_iter().flat_map(super::slot::Side::telling);
                features.extend(names.map(|symbol| (symbols.hash(symbol) & !FIGURE) | NAMED));
                if let Some(number) = &slot.number
                    && let Some(value) = number.value.filter(|value| *value >= TELLING_FIGURE)
                {
                    let figure = FxBuildHasher.hash_one((value, number.unit.map(|unit| symbols.hash(unit))));
                    features.push(figure | NAMED | FIGURE);
                }
                features.extend(entry.words.iter().map(|word| u64::from(*word) & !NAMED));
            }
        }
        let mut frequency: FxHashMap<u64, u32> = FxHashMap::default();
        for (_, features, _) in &mut articles {
            once_each(features);
            for feature in features {
                *frequency.entry(*feature).or_default() += 1;
            }
        }
        let number = articles.len() as f64;
        let weight = |feature: u64, frequency: u32| {
            let rarity = (1.0 + number / f64::from(frequency)).ln();
            (if feature & NAMED == 0 { rarity } else { NAME_WEIGHT * rarity }) as f32
        };
        let mut known: Vec<Profile> = Vec::new();
        let mut stories = 0;
        let mut index: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        let mut of_article = FxHashMap::default();
        articles.sort_by(|a, b| (a.2, symbols.string(a.0)).cmp(&(b.2, symbols.string(b.0))));
        for (article, features, published) in articles {
            let mut features: Vec<(bool, u32, u64)> =
                features.into_iter().map(|feature| (feature & NAMED == 0, frequency[&feature], feature)).collect();
            features.sort_unstable();
            features.truncate(FEATURES);
            let named: Vec<u64> = features.iter().filter(|(word, ..)| !word).map(|(.., feature)| *feature).collect();
            let named_weight: f64 = features[..named.len()].iter().map(|(_, frequency, name)| f64::from(weight(*name, *frequency))).sum();
            features.sort_unstable_by_key(|(.., feature)| *feature);
            let weights: Box<[f32]> = features.iter().map(|(_, frequency, feature)| weight(*feature, *frequency)).collect();
            let total: f64 = weights.iter().copied().map(f64::from).sum();
            let figures = features.iter().zip(&weights).filter(|((.., feature), _)| is_figure(*feature));
            let figure_weight = figures.map(|(_, weight)| f64::from(*weight)).sum();
            let features = features.into_iter().map(|(.., feature)| feature).collect();
            let profile = Profile { features, weights, weight: total, named_weight, figure_weight, story: 0, began: None, published };
            let like = most_like(&profile, &named, &known, &index).map(|number| &known[number as usize]);
            let (story, began) = like.map_or((stories, published), |like| (like.story, like.began));
            stories = stories.max(story + 1);
            let number = known.len() as u32;
            for feature in &named {
                index.entry(*feature).or_default().push(number);
            }
            known.push(Profile { story, began, ..profile });
            of_article.insert(article, story);
        }
        Self { of_article }
    }

    /// The story of an article; none where its group says it.
    pub(crate) fn story(&self, article: Symbol) -> Option<u32> {
        self.of_article.get(&article).copied()
    }
}

fn is_figure(feature: u64) -> bool {
    feature & (NAMED | FIGURE) == NAMED | FIGURE
}

fn once_each(features: &mut Vec<u64>) {
    features.sort_unstable();
    features.dedup();
    features.shrink_to_fit();
}

/// The article that it is most like, enough to be of one story.
fn most_like(profile: &Profile, named: &[u64], known: &[Profile], index: &FxHashMap<u64, Vec<u32>>) -> Option<u32> {
    let mut seen: Vec<u32> = Vec::with_capacity(ARTICLES_COMPARED);
    let mut best: Option<(f64, u32)> = None;
    // A common name's newest articles stand last, and an old story is over: the end of a long list is the part to look at.
    let rarest_first =
        named.iter().flat_map(|feature| index.get(feature).into_iter().flat_map(|list| list.iter().rev().take(ARTICLES_COMPARED)));
    for &number in rarest_first {
        if seen.len() >= ARTICLES_COMPARED {
            break;
        }
        if seen.contains(&number) {
            continue;
        }
        seen.push(number);
        let like = &known[number as usize];
        let near = match (profile.published, like.began) {
            (Some(a), Some(b)) => a.since(b).is_ok_and(|span| span.get_days().abs() <= DAYS_OF_STORY),
            _ => true,
        };
        if !near {
            continue;
        }
        let mut shared = 0;
        let mut shared_weight = 0.0;
        let mut shared_names = 0.0;
        let mut shared_figures = 0.0;
        let mut others = like.features.iter().peekable();
        for (feature, weight) in profile.features.iter().zip(&profile.weights) {
            while others.next_if(|other| *other < feature).is_some() {}
            if others.peek() != Some(&feature) {
                continue;
            }
            shared_weight += f64::from(*weight);
            if feature & NAMED != 0 {
                shared += 1;
                shared_names += f64::from(*weight);
            }
            if is_figure(*feature) {
                shared_figures += f64::from(*weight);
            }
        }
        let in_words = shared_weight / profile.weight.min(like.weight);
        let in_names = shared_names / profile.named_weight.min(like.named_weight);
        let likeness = in_words.max(in_names);
        let without_figures = |profile: &Profile| profile.weight - profile.figure_weight;
        let in_short = (shared_weight - shared_figures) / without_figures(profile).max(without_figures(like));
        let alike = shared >= SHARED && in_words >= SHARED_WORDS && likeness >= SHARED_WEIGHT;
        if (alike || shared > 0 && in_short >= SHARED_OF_SHORT) && best.is_none_or(|(best, _)| likeness > best) {
            best = Some((likeness, number));
        }
    }
    best.map(|(_, number)| number)
}
