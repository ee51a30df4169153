//! Deeds and fates of people of whom no office is known, beside something else that the sentence tells: "Chad freed 12 sailors, and
//! *Lena Marsh was charged on Monday*". A sentence that names nobody else gets no tree for them: in 85 articles that gave one claim
//! more, for a thirtieth of the time.

use super::clause::{Clause, ClauseKind, Slot};
use super::modality;
use super::model::{Modality, Polarity};
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::ClassSet;
use crate::syntax::PennTag;
use crate::tag::mention::MentionKind;

impl SentenceRules<'_, '_> {
    /// Whether a clause tells what somebody named in full did or what became of him: anything of the table, of a public figure; of
    /// anybody else a class that is news whoever it is of.
    pub(super) fn is_deed_of_person(&self, index: usize, clause: &Clause) -> bool {
        let place = self.tree.token_span(clause.head());
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement)
            && self.row(clause).is_some_and(|row| {
                let class = self.class(clause, Some(row));
                let tells = row.frame == Frame::Plain || row.complement == Some(Manner::Negated);
                tells && self.has_sense(clause, Some(row), &class) && self.is_done_by_person(clause, &class)
            })
            && !self.scene.is_quoted(place)
            && !self.is_said_by_official(place)
            && {
                let put = modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index);
                put.modality() != Modality::Possible && put.polarity() == Polarity::Affirmed
            }
    }

    /// "*Officials* are moving the animals to a shelter", "*his lawyer* submitted the file": what people in office do who are named by
    /// what they are alone, where the table knows the deed and the clause says to what.
    pub(super) fn is_deed_of_officials(&self, index: usize, clause: &Clause) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        let doers = matches!(clause.kind, ClauseKind::Main | ClauseKind::Conjunct | ClauseKind::Complement)
            && clause.subject().is_some_and(|subject| {
                !subject.shared
                    && subject.slot == Slot::Subject
                    && matches!(self.tree.tag(subject.head), PennTag::NN | PennTag::NNS)
                    // "*Prosecutors:* taunts led to the blaze".
                    && self.tree.tags.get(subject.head + 1) != Some(&PennTag::Colon)
                    && self.scene.gazetteers.noun_classes.class(self.tree.lemma(subject.head)) == Some("official")
            });
        doers
            && !self.is_said_by_official(self.tree.token_span(clause.head()))
            && self.row(clause).is_some_and(|row| {
                row.frame == Frame::Plain
                    && ![ClassSet::Colourless, ClassSet::SaysLittle, ClassSet::Judges].into_iter().any(|set| sets.has(set, &row.class))
            })
            && self.has_content(clause)
            && {
                let put = modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index);
                matches!(put.modality(), Modality::Asserted | Modality::Planned) && put.polarity() == Polarity::Affirmed
            }
    }

    fn is_done_by_person(&self, clause: &Clause, class: &str) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        let deed = sets.has(ClassSet::DeedOfPerson, class);
        // What offices do every day is news of people of no note where somebody says it or says when: "was arrested *on Tuesday*".
        let place = self.tree.token_span(clause.head());
        let told = !sets.has(ClassSet::ActOfOffice, class)
            || self.scopes.iter().any(|scope| scope.holds(place))
            || self.scene.mentions_in(self.sentence).iter().any(|mention| matches!(mention.kind, MentionKind::Date(_)));
        let little = [ClassSet::Colourless, ClassSet::SaysLittle, ClassSet::Judges, ClassSet::NeedsUndergoer];
        let much = !little.into_iter().any(|set| sets.has(set, class)) && self.has_content(clause);
        clause.arguments.iter().any(|argument| {
            let place = self.tree.token_span(argument.head);
            let does = matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Agent);
            self.tree.tag(argument.head) == PennTag::NNP
                && (deed && told && (does || argument.slot == Slot::Object) && self.is_named_in_full(place)
                    || (deed || does && much) && self.is_public_figure(place))
        })
    }

    /// Whether somebody is named there whom the article names in full.
    fn is_named_in_full(&self, place: Span) -> bool {
        let in_full = |name: &str| name.contains(' ') || self.discourse.cast.full_name(name, self.scene.gazetteers).is_some();
        self.discourse.cast.at(place).is_some()
            || self.scene.mentions_in(self.sentence).iter().any(|mention| {
                matches!(&mention.kind, MentionKind::Official(official) if official.name.overlaps(place) && in_full(&official.full_name))
            })
    }

    fn is_public_figure(&self, place: Span) -> bool {
        self.scene.mentions_in(self.sentence).iter().any(|mention| {
            self.scene.names_public_figure(mention)
                && matches!(&mention.kind, MentionKind::Official(official) if official.name.overlaps(place))
        })
    }

    /// "*Sheriff Lind said* Marsh was armed": that the official says it is the claim.
    fn is_said_by_official(&self, place: Span) -> bool {
        self.scopes.iter().any(|scope| scope.holds(place) && scope.name.as_deref().is_some_and(|name| self.scene.holds_office(name)))
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::extract;
    use crate::gazetteer::Gazetteers;
    use crate::segment::segment;
    use crate::tag::tag;

    fn claims(text: &str) -> Vec<(String, String)> {
        let article = Article::new("a", "test", text);
        let gazetteers = Gazetteers::embedded();
        let document = segment(&article, gazetteers);
        let mentions = tag(&document, gazetteers);
        extract(&document, &mentions, gazetteers).into_iter().map(|claim| (claim.predicate.class, claim.text)).collect()
    }

    #[test]
    fn tells_what_became_of_somebody_named_in_full() {
        let table = [
            ("On Tuesday Laura Marsh was arrested, and Chad freed 12 sailors.", Some("arrest")),
            // Neither a date nor a source.
            ("Laura Marsh was arrested, and Chad freed 12 sailors.", Some("release")),
            ("On Tuesday Laura Marsh painted the fence, and Chad freed 12 sailors.", Some("release")),
            ("Laura Marsh was arrested on Tuesday.", None),
            // A public figure of whom the article says no office.
            ("Bernie Sanders visited the bakery.", Some("visit")),
            ("“The march goes on,” Bernie Sanders said.", Some("say")),
        ];
        for (text, expected) in table {
            let found = claims(text);
            assert_eq!(found.first().map(|(class, _)| class.as_str()), expected, "{text}: {found:?}");
        }
    }

    #[test]
    fn tells_what_officials_do() {
        let table = [
            ("In Chad the police freed 12 sailors. Officials are moving the boats to another harbour.", Some("send")),
            ("In Chad the police freed 12 sailors. Bakers are moving the boats to another harbour.", None),
            ("In Chad the police freed 12 sailors. Officials should move the boats to another harbour.", None),
            ("In Chad the police freed 12 sailors. Officials are happy with the boats.", None),
        ];
        for (text, expected) in table {
            let found = claims(text);
            assert_eq!(found.get(1).map(|(class, _)| class.as_str()), expected, "{text}: {found:?}");
        }
    }

    #[test]
    fn tells_shares_and_numbers_that_are_subjects() {
        let table = [
            ("In a survey, 61 percent of nurses said they wanted longer breaks.", Some("say")),
            ("The harbour’s log shows 2,400 barges waiting for a berth.", Some("show")),
        ];
        for (text, expected) in table {
            let found = claims(text);
            assert_eq!(found.first().map(|(class, _)| class.as_str()), expected, "{text}: {found:?}");
        }
    }
}
