//! Which of the nouns that stand with a predicate take part in what it tells.

use crate::claim::clause::{is_noun, is_passive, is_verb, preposition, row_of};
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::phrase::Phrases;
use crate::claim::participant::side::{Side, Sides, add_country, names_a_place};
use crate::claim::scene::is_quantity;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};

/// Nobody is older.
const OLDEST: u32 = 115;

impl Phrases<'_, '_> {
    /// Adds a noun phrase with its coordination, its members, and the countries and officials inside it to a side.
    pub(crate) fn add(&self, sides: &mut Sides, side: Side, head: usize) {
        for part in self.coordinated(head) {
            if self.is_bare_amount(side, part) || self.is_age(part) || self.is_open_pronoun(part) || self.is_denied(part) {
                continue;
            }
            if self.is_state(part) {
                self.add_of_state(sides, side, part);
                continue;
            }
            let members = self.members(part);
            let generic = !members.is_empty() && !self.is_counted(part);
            let participant = self.participant(part);
            let side = if side == Side::Place && self.is_only_where(head, part, &participant) { Side::Where } else { side };
            // "won *in his campaign*" says when and how as much as where.
            if side == Side::Where && !names_a_place(self.tree, self.scene.gazetteers, part) {
                continue;
            }
            if (!generic || participant.country.is_some()) && !self.is_bare_verb(part) {
                sides.add(side, participant);
            }
            for member in &members {
                sides.open_list = true;
                sides.add(side, self.participant(*member));
            }
            self.add_inner(sides, side, part);
            if let Some(referent) = self.resolve(part) {
                for country in referent.more {
                    let span = self.span(part);
                    add_country(sides, side, self.scene.text, span, country);
                }
            }
        }
    }

    /// "*twelve* countries", "*several* countries": whether a noun has a number, exact or vague.
    pub(crate) fn is_counted(&self, head: usize) -> bool {
        let place = self.tree.token_span(head);
        let counts = |mention: &Mention| matches!(mention.kind, MentionKind::Count(_) | MentionKind::Quantifier(_));
        self.tree.children(head).any(|child| self.tree.relation(child) == Relation::Nummod)
            || self.scene.mentions_in(self.sentence).iter().any(|mention| counts(mention) && mention.span.contains(place))
    }

    /// "shot *at the apartments*", "won *in Iowa*": a spot is nobody's part in what happens there; a country, a government or a person is.
    fn is_only_where(&self, head: usize, part: usize, participant: &Participant) -> bool {
        let words = &self.scene.gazetteers.word_sets;
        let spot = preposition(self.tree, head).is_some_and(|case| words.has(FunctionSet::Where, self.tree.lemma(case)));
        let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(part));
        let somebody = participant.country.is_some()
            || matches!(participant.kind, ParticipantKind::Group | ParticipantKind::Official)
            || (participant.name.is_some() && participant.kind != ParticipantKind::Organization)
            || matches!(kind, Some(NounKind::Person | NounKind::Government | NounKind::Country))
            || matches!(self.tree.tag(part), PennTag::PRP);
        spot && !somebody
    }

    /// "stands for peace, *not war*": what is named only to be ruled out.
    fn is_denied(&self, noun: usize) -> bool {
        let tree = self.tree;
        let denies = |child: usize| child < noun && tree.lemma(child) == "not" && is_noun(tree.tag(child + 1));
        tree.children(noun).any(denies) && tree.child_with(noun, Relation::Cop).is_none()
    }

    /// "is in need *of a win*", "was on trial in *Chad*": what a state is one of takes part, and who is named beside it.
    fn add_of_state(&self, sides: &mut Sides, side: Side, state: usize) {
        let of = |&child: &usize| preposition(self.tree, child).is_some_and(|case| self.tree.lemma(case) == "of");
        for child in self.tree.children(state).filter(|&child| self.tree.relation(child) == Relation::Nmod).filter(of) {
            self.add(sides, side, child);
        }
        self.add_inner(sides, side, state);
    }

    /// "is *in stable condition*", "were *on hand*": a state that the predicate itself tells takes no part; a place, somebody, and what
    /// happens ("is in talks with Chad") does.
    fn is_state(&self, noun: usize) -> bool {
        let tree = self.tree;
        let words = &self.scene.gazetteers.word_sets;
        let predicative = || tree.child_with(noun, Relation::Cop).is_some();
        let spot = || preposition(tree, noun).is_some_and(|case| words.has(FunctionSet::Spot, tree.lemma(case)));
        predicative()
            && tree.tag(noun) == PennTag::NN
            && spot()
            && self.scene.gazetteers.noun_classes.kind(tree.lemma(noun)).is_none()
            && row_of(tree, self.scene.gazetteers, noun).is_none()
            && !tree.children(noun).any(|child| matches!(tree.relation(child), Relation::Det | Relation::Nummod | Relation::NmodPoss))
    }

    /// "by *11%*", "paid *$6 million*": the amount is the claim's quantity and nobody's part in it. A bare number may stand for
    /// people where it acts or is acted on: "*40* were killed".
    fn is_bare_amount(&self, side: Side, head: usize) -> bool {
        let place = self.tree.token_span(head);
        let mention = self.scene.mentions_in(self.sentence).iter().find(|mention| is_quantity(mention) && mention.span.overlaps(place));
        match mention.map(|mention| &mention.kind) {
            Some(MentionKind::Money(_) | MentionKind::Percent(_) | MentionKind::Measure(_)) => {
                !self.tree.children(head).any(|child| self.tree.relation(child) == Relation::Nmod)
            }
            Some(MentionKind::Count(count) | MentionKind::Quantifier(count)) => match count.unit.as_deref() {
                // "is *one of the founders*": not the number alone.
                None => {
                    let of_some =
                        self.tree.child_with(head, Relation::Cop).is_some() && self.tree.child_with(head, Relation::Nmod).is_some();
                    side != Side::Actor && !of_some && !self.tree.relation(head).is_subject() && self.tree.relation(head) != Relation::Obj
                }
                // "rose *8 points*", "was shot *41 times*"
                Some(unit) => {
                    self.scene.gazetteers.word_sets.has(LexicalSet::StepOrTurn, unit)
                        && self.tree.lemma(head) == unit
                        && self.tree.child_with(head, Relation::Nmod).is_none()
                }
            },
            _ => self.tree.tag(head) == PennTag::Dollar,
        }
    }

    /// "Lena Roth, *42*, and her son": a number between commas behind a name is an age, and nobody further.
    fn is_age(&self, head: usize) -> bool {
        let tree = self.tree;
        tree.tag(head) == PennTag::CD
            && head >= 2
            && tree.tag(head - 1) == PennTag::Comma
            && is_noun(tree.tag(head - 2))
            && (head + 1 == tree.len() || matches!(tree.tag(head + 1), PennTag::Comma | PennTag::Colon | PennTag::CC | PennTag::Period))
            && tree.word(self.scene.text, head).parse::<u32>().is_ok_and(|years| years <= OLDEST)
    }

    /// "what", "which" by themselves name nobody; nor does the "it" of "*it* is forbidden to fish".
    fn is_open_pronoun(&self, head: usize) -> bool {
        let tree = self.tree;
        let stands_for_clause = tree.lemma(head) == "it"
            && tree.relation(head).is_subject()
            && tree.head(head).is_some_and(|said| {
                let passive = is_verb(tree.tag(said)) && is_passive(tree, said);
                // "*it* was Ann Lee that signed".
                let cleft = tree.tag(said).is_proper() && tree.child_with(said, Relation::Cop).is_some();
                tree.children(said).filter(|&child| child > said).any(|child| match tree.relation(child) {
                    Relation::Xcomp | Relation::Ccomp => passive,
                    Relation::Csubj | Relation::CsubjPass => true,
                    Relation::AclRelcl => cleft,
                    _ => false,
                })
            });
        stands_for_clause
            || matches!(self.tree.tag(head), PennTag::WP | PennTag::WDT) && self.tree.child_with(head, Relation::Nmod).is_none()
    }

    /// A verb that the tree took for a noun, or an adjective without one, takes part in nothing.
    fn is_bare_verb(&self, head: usize) -> bool {
        let modified = self.tree.children(head).any(|child| {
            let relation = self.tree.relation(child);
            matches!(relation, Relation::Det | Relation::Amod | Relation::Nummod | Relation::Compound | Relation::NmodPoss)
        });
        // "deportees", "states": plurals that the tagger took for verbs.
        let noun = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head)).is_some();
        let tag = self.tree.tag(head);
        // "thanked her, *then boarding* the ferry"
        let gerund = tag == PennTag::VBG
            && self
                .tree
                .children(head)
                .any(|child| matches!(self.tree.relation(child), Relation::Obj | Relation::Advmod | Relation::Xcomp | Relation::Ccomp));
        let lower = self.tree.word(self.scene.text, head).starts_with(char::is_lowercase);
        let verb = tag.is_finite_or_modal() || tag == PennTag::VBN || (tag == PennTag::VB && lower) || gerund;
        // "guilty", "humanitarian": an adjective by itself, of no country.
        let many = self.tree.child_with(head, Relation::Nmod).is_some() || matches!(self.tree.lemma(head), "many" | "few" | "several");
        let adjective = tag == PennTag::JJ && lower && !many && self.scene.country_at(self.sentence, self.tree.token_span(head)).is_none();
        (verb || adjective) && !modified && !noun
    }
}
