//! What an amount is paid for: "a barrel" of "$20 a barrel".

use crate::article::Span;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::word_sets::FunctionSet;
use crate::tag::context::Context;
use crate::tag::neighbour;

/// "a barrel", "per square foot", "an hour", "/day": the words, and the noun in them.
pub(super) fn per(context: &Context<'_>, end: usize) -> Option<(Span, Span)> {
    let text = context.text;
    let rest = &text[end..];
    if let Some(noun) = rest.strip_prefix('/') {
        let word = neighbour::word_after(text, end + 1)?;
        return noun.starts_with(|character: char| character.is_alphabetic()).then_some((Span::new(end, word.end), word));
    }
    let from = end + usize::from(rest.starts_with('-'));
    let first = neighbour::word_after(text, from)?;
    let article = first.of(text).to_ascii_lowercase();
    if let Some((article, noun)) = article.split_once('-') {
        let known = matches!(article, "a" | "an" | "per") && is_priced(context, noun);
        return known.then(|| (first, Span::new(first.end - noun.len(), first.end)));
    }
    let (noun, ()) = match article.as_str() {
        "per" => {
            let units = &context.gazetteers.units;
            neighbour::phrase_after(text, first.end, 2, units.name_edges(), |phrase| units.name(phrase).map(|_| ()))
        }
        .or_else(|| neighbour::word_after(text, first.end).map(|word| (word, ())))?,
        article if context.gazetteers.word_sets.has(FunctionSet::RateArticle, article) => {
            neighbour::phrase_where(text, first.end, 2, |phrase| is_priced(context, phrase).then_some(()))?
        }
        _ => return None,
    };
    text[first.end..noun.start].chars().all(neighbour::is_blank).then_some((first.join(noun), noun))
}

fn is_priced(context: &Context<'_>, noun: &str) -> bool {
    context.gazetteers.units.name(noun).is_some() || context.gazetteers.numbers.has_cue(noun, NumberCue::Priced)
}
