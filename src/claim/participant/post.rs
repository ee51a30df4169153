//! Who is an official: somebody who holds an office in the article or in the table, not everybody of whom it says what he is.

use rustc_hash::FxHashSet;

use crate::claim::model::{Claim, Participant, ParticipantKind};
use crate::claim::scene::{Scene, before_preposition};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
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
            if let Some(office) = &participant.office {
                let told = without_owner(office, self.gazetteers);
                participant.office = (!is_no_office(office, self.gazetteers)).then(|| told.to_owned());
            }
        }
        if let Some(office) = &mut claim.office {
            office.title = without_owner(&office.title, self.gazetteers).to_owned();
        }
    }

    fn is_official(&self, participant: &Participant) -> bool {
        participant.office.as_deref().is_some_and(|office| is_post(office, self.gazetteers))
            || participant.name.as_deref().is_none_or(|name| self.names.contains(name) || self.gazetteers.office_holders.is_known(name))
    }
}

/// "lawyer" of "his lawyer", "chief executive" of "the *firm's* chief executive": whose it is, is not said by a word that stands for another.
fn without_owner<'o>(office: &'o str, gazetteers: &Gazetteers) -> &'o str {
    let Some((first, rest)) = office.split_once(' ') else { return office };
    let pronoun = gazetteers.word_sets.has(FunctionSet::ThirdPerson, &first.to_ascii_lowercase());
    let owner = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")).filter(|owner| owner.starts_with(char::is_lowercase));
    let kind = owner.and_then(|owner| gazetteers.noun_classes.kind(owner));
    let body = matches!(kind, Some(NounKind::Organization | NounKind::Government | NounKind::Country | NounKind::Place));
    if pronoun || body { rest } else { office }
}

/// "native of Chad", "student at Lund High School": says what somebody is, and gives no office.
fn is_no_office(office: &str, gazetteers: &Gazetteers) -> bool {
    let office = office.to_lowercase();
    let phrase = before_preposition(&office, gazetteers);
    // "counsel *under* the senator's father"
    let phrase = phrase.split(" under ").next().unwrap_or(phrase);
    let head = phrase.rsplit([' ', '\u{a0}']).next().unwrap_or(phrase);
    gazetteers.word_sets.has(LexicalSet::NoOffice, head) && gazetteers.titles.kind_of(phrase) != Some(TitleKind::Royal)
}

/// Whether what somebody is called is an office: "police chief", "senator"; not "actor", "rival", "news anchor".
fn is_post(office: &str, gazetteers: &Gazetteers) -> bool {
    // An office that no table knows was found by how it is said.
    !is_no_office(office, gazetteers)
        && !matches!(
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
            ("native of Chad", false),
            ("student at Lund High School", false),
        ] {
            assert_eq!(is_post(office, gazetteers), expected, "{office}");
        }
    }
}
