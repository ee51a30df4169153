//! People who share the surname of a known office-holder: "Blair" after "Chuck Blair, the mayor of East Bank".

use super::Found;
use crate::article::Span;
use crate::gazetteer::office_holders::OfficeHolder;
use crate::gazetteer::titles::TitleKind;
use crate::tag::context::Context;

/// Whether a name is a surname by which the table knows the holder without a first name.
pub(super) fn is_alone(holder: &OfficeHolder, name: &str) -> bool {
    holder.is_called(name)
}

/// Drops the surnames of holders whom the article never names in full nor by an office they held, where it gives somebody else the
/// surname: "Ron Vance, a guardsman", "Luis Morales, 23". A head of state or government of the day needs no first name and stays.
pub(super) fn drop_namesakes(context: &Context<'_>, found: &[Found<'_>], holders: &mut Vec<(Span, &OfficeHolder)>) {
    let text = context.text;
    let shares = |(span, holder): &(Span, &OfficeHolder)| is_alone(holder, span.of(text)) && is_namesake(context, found, *span, holder);
    let mut dropped: Vec<&str> = Vec::new();
    for (_, holder) in holders.iter().filter(|hit| shares(hit)) {
        let named = |(span, other): &(Span, &OfficeHolder)| {
            other.name == holder.name && (!is_alone(holder, span.of(text)) || is_called_by_office(found, *span, holder))
        };
        if !dropped.contains(&holder.name.as_str()) && !is_highest_today(context, holder) && !holders.iter().any(named) {
            dropped.push(&holder.name);
        }
    }
    if !dropped.is_empty() {
        holders.retain(|(_, holder)| !dropped.contains(&holder.name.as_str()));
    }
}

/// Whether another first name stands before the surname: one of a person found, or a known one.
fn is_namesake(context: &Context<'_>, found: &[Found<'_>], surname: Span, holder: &OfficeHolder) -> bool {
    let own = |first: &str| holder.name.split(' ').any(|word| word.trim_end_matches('.') == first.trim_end_matches('.'));
    let full = found.iter().find(|find| find.name.end == surname.end && find.name.start < surname.start);
    if let Some(find) = full {
        return !find.name.of(context.text).split_whitespace().any(|word| word != surname.of(context.text) && own(word));
    }
    let before = context.text[..surname.start].strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n', '(', '"', '“']).next());
    before.is_some_and(|first| !own(first) && context.gazetteers.titles.person_names.is_first_name(first))
}

/// "Prime Minister Blair": the surname after an office that the holder held.
fn is_called_by_office(found: &[Found<'_>], surname: Span, holder: &OfficeHolder) -> bool {
    found
        .iter()
        .any(|find| find.name == surname && holder.offices.iter().any(|office| office.office.eq_ignore_ascii_case(&find.title.name)))
}

/// Whether the holder is a head of state or government on the article's day.
fn is_highest_today(context: &Context<'_>, holder: &OfficeHolder) -> bool {
    holder.office_on(context.document.article.published).is_some_and(|(office, former)| {
        let kind = context.gazetteers.titles.kind_of(&office.office);
        !former && matches!(kind, Some(TitleKind::HeadOfState | TitleKind::HeadOfGovernment)) && !office.office.starts_with("vice ")
    })
}
