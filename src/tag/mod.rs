//! Tagging: countries, money, counts, measures, percentages, dates, officials, organizations.
//!
//! The cheap comes first: one pass of the automaton and one of the number reader over the whole text; part-of-speech tags
//! only for the words that a rule asks for, made once and kept.

mod context;
mod conversion;
pub mod count;
pub mod country;
pub mod date;
pub mod measure;
pub mod mention;
pub mod money;
pub(crate) mod neighbour;
pub mod number;
pub mod official;
pub mod organization;
pub mod percent;
pub(crate) mod place;
pub mod quantity;
mod taken;

use self::context::Context;
use self::mention::{Mention, MentionKind};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::segment::Document;
use crate::syntax::TaggedSentences;

/// All mentions of a document, by their start, then the longer first.
///
/// A number belongs to one mention only: what is a date, an amount, a percentage or a measure is no count. Mentions of
/// different things may lie inside each other ("US" inside "US President Barack Obama").
pub fn tag(document: &Document<'_>, gazetteers: &Gazetteers) -> Vec<Mention> {
    tag_with(document, gazetteers, TaggedSentences::without_trees(document.sentences.len())).0
}

/// As [`tag`], with the sentences that were tagged on the way, for [`crate::claim::extract_from`] to go on from.
pub fn tag_and_keep(document: &Document<'_>, gazetteers: &Gazetteers) -> (Vec<Mention>, TaggedSentences) {
    tag_with(document, gazetteers, TaggedSentences::new(document.sentences.len()))
}

fn tag_with(document: &Document<'_>, gazetteers: &Gazetteers, sentences: TaggedSentences) -> (Vec<Mention>, TaggedSentences) {
    let context = Context::new(document, gazetteers, sentences);
    // Mentions are large, and moving them costs: room for most articles' at once.
    let mut mentions = Vec::with_capacity(context.numbers.len() + context.hits.len() / 2);
    // Countries come first: the article's countries decide what "$" and "rupees" mean.
    country::tag(&context, &mut mentions);
    date::tag(&context, &mut mentions);
    money::tag(&context, &mut mentions);
    percent::tag(&context, &mut mentions);
    measure::tag(&context, &mut mentions);
    count::tag(&context, &mut mentions);
    organization::tag(&context, &mut mentions);
    official::tag(&context, &mut mentions);
    drop_surnames(&mut mentions);
    mentions.sort_by_cached_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (mentions, context.into_sentences())
}

/// "Robert Goldman … *Goldman*": a word that names a person of the article there is no organization.
fn drop_surnames(mentions: &mut Vec<Mention>) {
    let mut people: Vec<Span> =
        mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_))).map(|mention| mention.span).collect();
    if people.is_empty() {
        return;
    }
    people.sort_unstable_by_key(|span| (span.start, span.end));
    let is_person = |span: Span| people.binary_search_by_key(&(span.start, span.end), |span| (span.start, span.end)).is_ok();
    mentions.retain(|mention| !(matches!(mention.kind, MentionKind::Organization(_)) && is_person(mention.span)));
}
