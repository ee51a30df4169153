//! Claims about offices: who holds what, from titles and appositions.

use crate::article::Span;
use crate::claim::model::{Office, Participant, ParticipantKind};
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::{Scene, is_office};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// A title that a mention gives a person: "Ann Lee, a former Treasury official".
#[derive(Debug)]
pub(crate) struct Held<'a> {
    /// The evidence: the name with the office.
    pub(crate) span: Span,
    /// The words of the office, where they stand.
    pub(crate) office_span: Span,
    /// The person.
    pub(crate) official: &'a OfficialMention,
    /// The country of the office.
    pub(crate) country: Option<&'static str>,
    /// The office without "former" and the like.
    pub(crate) office: Office,
}

/// The titles of an article, one for each person and office, at the first place that gives them with a full name.
///
/// "President Trump's strategy" gives none: a title before a bare last name points at somebody rather than telling us who he is.
pub(crate) fn held<'a>(scene: &Scene<'a>, discourse: &Discourse) -> Vec<(usize, Held<'a>)> {
    let mut seen: Vec<(&str, String)> = Vec::new();
    let mut found = Vec::new();
    for mention in scene.mentions.iter().filter(|mention| mention.sentence < scene.document.sentences.len()) {
        let Some(held) = of_mention(scene, discourse, mention) else { continue };
        if !scene.speaks(mention.sentence) {
            continue;
        }
        let key = (held.official.full_name.as_str(), held.office.title.to_lowercase());
        let known = seen
            .iter()
            .any(|(name, title)| *name == key.0 && (title.contains(&key.1) || key.1.contains(title.as_str()) || title.is_empty()));
        if !known {
            seen.push(key);
            found.push((mention.sentence, held));
        }
    }
    found
}

fn of_mention<'a>(scene: &Scene<'a>, discourse: &Discourse, mention: &'a Mention) -> Option<Held<'a>> {
    let MentionKind::Official(official) = &mention.kind else { return None };
    let office_span = official.office_span?;
    if !official.office.as_deref().is_some_and(|office| is_office(office, scene.gazetteers)) {
        return None;
    }
    let name = official.name.of(scene.text);
    if !name.trim().contains([' ', '-']) {
        return None;
    }
    let title = official.office.clone().unwrap_or_else(|| office_span.of(scene.text).to_owned());
    let office = Office { title, former: official.former, acting: official.acting };
    Some(Held {
        span: mention.span.join(office_span).join(official.name),
        office_span,
        official,
        country: discourse.country_of(scene, mention, official),
        office,
    })
}

/// The person as a participant.
pub(crate) fn participant(scene: &Scene<'_>, held: &Held<'_>) -> Participant {
    Participant {
        text: held.span.of(scene.text).to_owned(),
        start: held.span.start,
        end: held.span.end,
        kind: ParticipantKind::Official,
        country: held.country.map(str::to_owned),
        name: Some(held.official.full_name.clone()),
        office: Some(held.office.title.clone()),
        head: None,
    }
}
