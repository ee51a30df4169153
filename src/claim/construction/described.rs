//! People described by a country and what they do: "*veteran Norwegian skipper Ann Lee*", "*Otto Lind, a Chilean farmer*".

use crate::article::Span;
use crate::claim::attribution::{self, Scope};
use crate::claim::construction::office::is_post;
use crate::claim::draft::Draft;
use crate::claim::model::{Participant, ParticipantKind, Predicate};
use crate::claim::near;
use crate::claim::scene::{Scene, before_preposition, is_office};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// Adds what an article says that people are whom it gives no office but a description with a country, once for each.
pub(in crate::claim) fn people(scene: &Scene<'_>, scopes: &[Scope], near_of: &[Vec<usize>], drafts: &mut Vec<Draft>) {
    let mut seen: Vec<&str> = Vec::new();
    for mention in scene.mentions {
        let Some((official, description, country)) = described(scene, mention) else { continue };
        let place = head_word(scene, description);
        let told = drafts.iter().any(|draft| draft.claim.sentence == mention.sentence && draft.place == place);
        if told || seen.contains(&official.full_name.as_str()) {
            continue;
        }
        seen.push(&official.full_name);
        let span = mention.span.join(description).join(official.name);
        let predicate = Predicate::at(scene.text, place, "be".to_owned(), "be");
        let mut draft = Draft::new(scene, mention.sentence, span, predicate, place);
        let of_country = |participant| Participant { country: Some(country.to_owned()), ..participant };
        draft.claim.actor = vec![of_country(Participant {
            name: Some(official.full_name.clone()),
            ..Participant::at(scene.text, official.name, ParticipantKind::Official)
        })];
        draft.claim.target = vec![of_country(Participant::at(scene.text, description, ParticipantKind::Group))];
        let near = near(scopes, &near_of[mention.sentence]);
        // A description in somebody's very words is theirs; in reported speech it is the writer's.
        draft.claim.attribution = attribution::of_claim(scene, &near, place).filter(|said| said.quoted);
        draft.rules = vec!["description"];
        drafts.push(draft);
    }
}

/// Somebody by full name with a description that is no office, and the country that the description names.
fn described<'a>(scene: &Scene<'a>, mention: &'a Mention) -> Option<(&'a OfficialMention, Span, &'static str)> {
    let MentionKind::Official(official) = &mention.kind else { return None };
    let description = official.office_span?;
    let office = official.office.as_deref()?;
    let full_name = official.name.of(scene.text).contains(' ') && scene.speaks(mention.sentence);
    let held = is_office(office, scene.gazetteers) && is_post(scene, mention.sentence, description);
    if !full_name || held {
        return None;
    }
    let country = scene.mentions_in(mention.sentence).iter().find_map(|other| match &other.kind {
        // "head chef *at Norway Foods*": only of or from a country.
        MentionKind::Country(country) if description.contains(other.span) && !scene.text[..other.span.start].ends_with(" at ") => {
            Some(country.iso2)
        }
        _ => None,
    })?;
    Some((official, description, country))
}

/// "weaver" of "gifted Chilean weaver of the last century".
fn head_word(scene: &Scene<'_>, description: Span) -> Span {
    let phrase = before_preposition(description.of(scene.text), scene.gazetteers);
    let start = phrase.rfind(' ').map_or(0, |at| at + 1);
    Span::new(description.start + start, description.start + phrase.len())
}
