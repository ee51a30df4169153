//! When: the time of a claim, and lengths of time that say when rather than how much.

use super::clause::preposition;
use super::model::ClaimTime;
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::Relation;
use crate::tag::mention::{DateKind, Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// "*within six weeks*", "*18 months* ago": a length of time that says when, not how much.
    pub(super) fn is_time_adjunct(&self, mention: &Mention, token: usize) -> bool {
        let unit = match &mention.kind {
            MentionKind::Measure(measure) => Some(&*measure.unit),
            MentionKind::Count(count) | MentionKind::Quantifier(count) => count.unit.as_deref(),
            _ => None,
        };
        if !unit.is_some_and(|unit| self.scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Time)) {
            return false;
        }
        let adjunct = matches!(self.tree.relation(token).universal(), Relation::Obl | Relation::Nmod | Relation::Advmod);
        let case = preposition(self.tree, token).map(|case| self.tree.lemma(case));
        let when = case.is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::SpanPreposition, case));
        // "finished *within five years*": the tagger took the preposition for a bound.
        let first = self.tree.lemma(self.tree.tokens_in(mention.span).start);
        // "must be returned *within 20 days*": what a rule sets is how much, too.
        let set_by_rule = self.tree.head(token).is_some_and(|verb| {
            self.tree
                .children(verb)
                .any(|child| self.tree.relation(child) == Relation::Aux && matches!(self.tree.lemma(child), "must" | "should" | "shall"))
        });
        let bound = case.is_none() && matches!(first, "within" | "over") && self.tree.relation(token) != Relation::Obj && !set_by_rule;
        let next = self.tree.tokens_in(mention.span).end;
        let ago = next < self.tree.len() && self.scene.gazetteers.word_sets.has(LexicalSet::BesideSpan, self.tree.lemma(next));
        (adjunct && when) || bound || ago
    }

    pub(super) fn is_time(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        self.scene
            .mentions_in(self.sentence)
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Date(_)) && mention.span.contains(place))
    }

    /// "grew 23% *on 2016*": a bare year under "on" is what is compared with, not when; "rose compared *to 2015*" likewise.
    fn is_base(&self, mention: &Mention, token: usize) -> bool {
        let words = mention.span.of(self.scene.text);
        let year = words.len() == "2016".len() && words.bytes().all(|byte| byte.is_ascii_digit());
        year && preposition(self.tree, token).is_some_and(|case| self.tree.lemma(case) == "on")
    }

    /// When: a date of the clause, else of the clause around it.
    pub(super) fn time(&self, index: usize) -> Option<ClaimTime> {
        let own = self
            .anchors
            .iter()
            .filter(|(mention, token)| matches!(mention.kind, MentionKind::Date(_)) && self.standing(self.clauses.owner[*token]) == index)
            .filter(|(mention, token)| !self.is_base(mention, *token));
        let own = own.filter_map(|(mention, _)| time_of(self.scene.text, mention)).max_by_key(|time| time.start.is_some());
        own.or_else(|| self.time_in_front(index))
    }

    /// "*In 2017* an outbreak killed three": a date with which the sentence opens is the time of the clause right behind it,
    /// whatever the tree makes of it.
    fn time_in_front(&self, index: usize) -> Option<ClaimTime> {
        let clause = self.evidence(index);
        let opening = |mention: &Mention| {
            let before = Span::new(self.tree.span.start, mention.span.start);
            let behind = clause.start.checked_sub(mention.span.end);
            matches!(mention.kind, MentionKind::Date(_))
                && self.tree.tokens_in(before).len() <= 1
                && behind.is_some_and(|gap| gap <= ", ".len())
        };
        self.anchors.iter().find(|(mention, _)| opening(mention)).and_then(|(mention, _)| time_of(self.scene.text, mention))
    }
}

pub(super) fn time_of(text: &str, mention: &Mention) -> Option<ClaimTime> {
    let MentionKind::Date(date) = &mention.kind else { return None };
    // "over five years", "every week": how long or how often, not when.
    if date.kind == DateKind::Set || (date.kind == DateKind::Duration && date.from.is_none()) {
        return None;
    }
    Some(ClaimTime { text: mention.span.of(text).to_owned(), start: date.from, end: date.to, timex: Some(date.timex.clone()) })
}
