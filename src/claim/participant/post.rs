//! Who is an official: somebody who holds an office in the article or in the table, not everybody of whom it says what he is.

use rustc_hash::FxHashSet;

use crate::claim::model::{Claim, Participant, ParticipantKind};
use crate::claim::scene::Scene;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::titles::TitleKind;
use crate::tag::mention::MentionKind;

/// The full names of those who hold an office.
pub(crate) struct Holders<'a> {
    names: FxHashSet<&'a str>,
    gazetteers: &'a Gazetteers,
}

impl<'a> Holders<'a> {
    pub(crate) fn of(scene: &Scene<'a>) -> Self {
        let gazetteers = scene.gazetteers;
        let holds = |mention: &'a crate::tag::mention::Mention| match &mention.kind {
            MentionKind::Official(official) => {
                official.office.as_deref().is_some_and(|office| is_post(office, gazetteers)).then_some(official.full_name.as_str())
            }
            _ => None,
        };
        Self { names: scene.mentions.iter().filter_map(holds).collect(), gazetteers }
    }

    /// "the actor Lena Marsh", "Mr. Marsh": a person, whom no office makes an official.
    pub(crate) fn mark(&self, claim: &mut Claim) {
        let Claim { actor, target, place, .. } = claim;
        for participant in actor.iter_mut().chain(target).chain(place) {
            if participant.kind == ParticipantKind::Official && !self.is_official(participant) {
                participant.kind = ParticipantKind::Other;
            }
        }
    }

    fn is_official(&self, participant: &Participant) -> bool {
        participant.office.as_deref().is_some_and(|office| is_post(office, self.gazetteers))
            || participant.name.as_deref().is_none_or(|name| self.names.contains(name) || self.gazetteers.office_holders.is_known(name))
    }
}

/// Whether what somebody is called is an office: "police chief", "senator"; not "actor", "rival", "news anchor".
fn is_post(office: &str, gazetteers: &Gazetteers) -> bool {
    // An office that no table knows was found by how it is said.
    !matches!(
        gazetteers.titles.kind_of(office),
        Some(
            TitleKind::Academic
                | TitleKind::Arts
                | TitleKind::Description
                | TitleKind::Honorific
                | TitleKind::Media
                | TitleKind::Native
                | TitleKind::Profession
                | TitleKind::Relation
                | TitleKind::Sport
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_some_words_for_people_are_offices() {
        let gazetteers = Gazetteers::embedded();
        for (office, expected) in [
            ("Police Chief", true),
            ("former senator", true),
            ("chairman of the harbour board", true),
            ("television critic", false),
            ("BBC correspondent", false),
            ("his old rival", false),
            ("physician", false),
        ] {
            assert_eq!(is_post(office, gazetteers), expected, "{office}");
        }
    }
}
