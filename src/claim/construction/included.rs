//! Parts of what is counted: "sank 30 barges, *including 12 from Chad*" tells of a number beside that of the whole.

use crate::article::Span;
use crate::claim::clause::is_verb;
use crate::claim::draft::{Draft, DraftParts};
use crate::claim::modality;
use crate::claim::model::Predicate;
use crate::claim::participant::side::{Side, Sides};
use crate::claim::quantity::quantity_of;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::syntax::PennTag;
use crate::tag::mention::{Mention, MentionKind};

/// How many words may stand between what is counted and its parts: "30 barges in the lower harbour, including".
const LONGEST_GAP: usize = 12;

impl<'a> SentenceRules<'_, 'a> {
    /// "81 cases *including 63 deaths*", "two million acres, *including 40 acres of fen*": how many of the whole are counted by a number of
    /// their own, where the whole is counted right before.
    pub(in crate::claim) fn included(&self, drafts: &mut Vec<Draft>) {
        if !self.tree.may_have_lemma("include") {
            return;
        }
        for word in 1..self.tree.len() {
            if !self.tree.word(self.scene.text, word).eq_ignore_ascii_case("including") {
                continue;
            }
            let Some(&(part, head)) =
                self.anchors.iter().find(|(mention, _)| self.is_counted(mention) && self.begins_at(mention, word + 1))
            else {
                continue;
            };
            let Some(&(whole, whole_head)) =
                self.anchors.iter().rev().find(|(mention, _)| self.is_counted(mention) && self.leads_to(mention, word))
            else {
                continue;
            };
            self.give_back(part, whole, drafts);
            self.part(word, (part, head), (whole, whole_head), drafts);
        }
    }

    /// A number of things with their noun, or a sum or size: "30 barges", "40 acres".
    fn is_counted(&self, mention: &Mention) -> bool {
        let counted = match &mention.kind {
            MentionKind::Count(count) => count.unit.is_some(),
            MentionKind::Measure(measure) => self.scene.gazetteers.noun_classes.kind(&measure.unit) != Some(NounKind::Time),
            MentionKind::Money(_) => true,
            _ => false,
        };
        counted && self.scene.is_amount(mention) && !self.in_cue(mention.span)
    }

    fn begins_at(&self, mention: &Mention, token: usize) -> bool {
        self.tree.tokens_in(mention.span).start == token
    }

    /// Whether nothing but what belongs to the noun stands between a count and the word: no verb, and no other count.
    fn leads_to(&self, mention: &Mention, word: usize) -> bool {
        let first = self.tree.tokens_in(mention.span).end;
        first <= word
            && word - first <= LONGEST_GAP
            && !(first..word).any(|token| {
                let tag = self.tree.tag(token);
                is_verb(tag) || tag == PennTag::CC || matches!(tag, PennTag::MD | PennTag::WP | PennTag::WDT)
            })
    }

    /// The number of the part is no number of what happens to the whole.
    fn give_back(&self, part: &Mention, whole: &Mention, drafts: &mut [Draft]) {
        let known = |drafts: &[Draft], mention: &Mention, draft: &Draft| {
            drafts.iter().any(|other| {
                other.claim.predicate.start == draft.claim.predicate.start
                    && other.claim.quantity.as_ref().is_some_and(|quantity| quantity.start == mention.span.start)
            })
        };
        for at in 0..drafts.len() {
            let of_part = drafts[at].claim.quantity.as_ref().is_some_and(|quantity| quantity.start == part.span.start);
            let outside = drafts[at].claim.start < part.span.start && drafts[at].claim.predicate.end <= part.span.start;
            if of_part && outside && !known(drafts, whole, &drafts[at]) {
                drafts[at].claim.quantity = quantity_of(self.scene.text, whole);
            }
        }
    }

    fn part(&self, word: usize, (part, head): (&'a Mention, usize), (whole, whole_head): (&'a Mention, usize), drafts: &mut Vec<Draft>) {
        let place = self.tree.token_span(word);
        let known = |draft: &Draft| {
            &*draft.claim.predicate.class == "include"
                && draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.start == part.span.start)
        };
        if drafts.iter().any(known) {
            return;
        }
        let index = self.standing(self.clauses.owner[whole_head]);
        let phrases = self.phrases();
        let mut sides = Sides::default();
        let mut all = phrases.participant(whole_head);
        (all.start, all.end) = (whole.span.start, whole.span.end);
        whole.span.of(self.scene.text).clone_into(&mut all.text);
        sides.add(Side::Actor, all);
        phrases.add(&mut sides, Side::Target, head);
        let end = phrases.span(head).end.max(part.span.end);
        drafts.push(self.draft(DraftParts {
            span: Span::new(whole.span.start, end),
            place,
            predicate: Predicate::at(self.scene.text, place, "include".to_owned(), "include"),
            put: modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index),
            sides,
            quantity: Some(part),
            time: self.time_with(index, Some(part)),
            rules: vec!["part-of-a-count"],
        }));
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::extract;
    use crate::gazetteer::Gazetteers;
    use crate::segment::segment;
    use crate::tag::tag;

    #[test]
    fn a_part_with_a_number_is_a_claim_of_its_own() {
        let table = [
            ("The storm sank 30 barges in Chad, including 12 tugs.", Some("12 tugs")),
            ("Togo set aside 900 acres of fen, including 40 acres near Lome.", Some("40 acres")),
            ("The storm sank barges in Chad, including 12 tugs.", None),
            ("The storm sank 30 barges and the mayor left Chad, including 12 tugs.", None),
        ];
        for (text, expected) in table {
            let article = Article::new("a", "test", text);
            let gazetteers = Gazetteers::embedded();
            let document = segment(&article, gazetteers);
            let mentions = tag(&document, gazetteers);
            let claims = extract(&document, &mentions, gazetteers);
            let part = claims.iter().find(|claim| claim.predicate.text == "including");
            let quantity = part.and_then(|claim| claim.quantity.as_ref()).map(|quantity| quantity.text.as_str());
            assert_eq!(quantity, expected, "{text}");
        }
    }
}
