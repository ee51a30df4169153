//! The words of a noun phrase: where it begins and where it ends.

use crate::article::Span;
use crate::claim::clause::{is_noun, is_verb, preposition};
use crate::claim::participant::phrase::Phrases;
use crate::claim::scene::is_quantity;
use crate::gazetteer::word_sets::FunctionSet;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::MentionKind;

impl Phrases<'_, '_> {
    /// The words of a noun phrase, without its clauses, its coordination, and the list of its members.
    pub(crate) fn span(&self, head: usize) -> Span {
        let tree = self.tree;
        let mut span = tree.token_span(head);
        for child in tree.children(head) {
            let inside = match tree.relation(child).universal() {
                Relation::Nmod => {
                    !self.introduces_members(child)
                        && !self.after_comma(child)
                        && !self.is_beside_name(head, child)
                        && !self.is_phrase_before(head, child)
                }
                Relation::Amod | Relation::Compound | Relation::Flat | Relation::Nummod => !self.is_word_behind_name(head, child),
                Relation::Det | Relation::Fixed => true,
                // "too many *of these goats*"
                Relation::Obl => self.is_whole_of(head, child),
                // "*nearly* half", not "*Nevertheless*, Poland is a member": an adverb of the clause stands before its subject or copula.
                Relation::Advmod => child < head && !self.is_adverb_of_clause(child, head) && !self.is_before_count(child, head),
                _ => false,
            };
            if inside {
                span = span.join(self.inner_span(child));
            }
        }
        span = self.without_words_before(span, head);
        // "May 4, *2022 Seats* are €9": the end of a date is no part of what follows it.
        let date = self.scene.mentions_in(self.sentence).iter().find(|mention| {
            matches!(mention.kind, MentionKind::Date(_))
                && mention.span.start < span.start
                && span.start < mention.span.end
                && mention.span.end <= tree.token_span(head).start
        });
        if let Some(date) = date {
            span = Span::new(date.span.end, span.end).trim(self.scene.text);
        }
        // "518 projects (of Chad": a bracket that does not close stays outside.
        let words = span.of(self.scene.text);
        match words.rfind('(') {
            Some(open) if !words[open..].contains(')') && tree.token_span(head).end <= span.start + open => {
                Span::new(span.start, span.start + open).trim(self.scene.text)
            }
            _ => span,
        }
    }

    /// "many *of these goats*": the whole that a word of quantity takes a part of.
    fn is_whole_of(&self, head: usize, child: usize) -> bool {
        let tree = self.tree;
        matches!(tree.tag(head), PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::CD | PennTag::DT)
            && tree.relation(head).universal() != Relation::Amod
            && preposition(tree, child).is_some_and(|case| case == head + 1 && tree.lemma(case) == "of")
    }

    /// "*according to the poll*, half of the voters": what stands before a noun with a preposition of its own is no part of its phrase.
    fn is_phrase_before(&self, head: usize, child: usize) -> bool {
        let owner = self.tree.relation(child) == Relation::NmodPoss;
        !owner && child < head && preposition(self.tree, child).is_some_and(|case| case < child)
    }

    /// "Mr. Lind *spoke*", "Mrs. Roth *untrustworthy*": a word in small letters behind a name that was taken for a part of it.
    fn is_word_behind_name(&self, head: usize, child: usize) -> bool {
        let tree = self.tree;
        child > head
            && tree.tag(head).is_proper()
            && !is_noun(tree.tag(child))
            && tree.word(self.scene.text, child).starts_with(char::is_lowercase)
    }

    /// "*and* Mayor Lind", "*only about* Chad": words of the clause at the beginning of a phrase; those of a count stay.
    fn without_words_before(&self, span: Span, head: usize) -> Span {
        let tree = self.tree;
        let Some(first) = tree.token_at(span.start) else { return span };
        let counted = |token: usize| {
            let place = tree.token_span(token);
            self.scene.mentions_in(self.sentence).iter().any(|mention| is_quantity(mention) && mention.span.contains(place))
        };
        let links = |token: usize| {
            token < head
                && match tree.tag(token) {
                    // "*both* countries"
                    PennTag::CC => matches!(tree.lemma(token), "and" | "but" | "or"),
                    // "*at* least 112 kinds", "*off*-white walls"
                    PennTag::IN | PennTag::TO => {
                        !matches!(tree.tag(token + 1), PennTag::HYPH | PennTag::JJS | PennTag::RBS | PennTag::JJR | PennTag::RBR)
                            && !counted(token)
                    }
                    PennTag::Comma => true,
                    _ => false,
                }
        };
        let mut begin = first;
        loop {
            let adverb = tree.tag(begin) == PennTag::RB && links(begin + 1) && !counted(begin);
            if links(begin) || adverb {
                begin += 1;
            } else {
                break;
            }
        }
        if begin == first { span } else { Span::new(tree.token_span(begin).start, span.end) }
    }

    /// "*Suddenly* four men stood": an adverb that the count does not take in belongs to the clause.
    fn is_before_count(&self, adverb: usize, head: usize) -> bool {
        let (place, word) = (self.tree.token_span(head), self.tree.token_span(adverb));
        self.scene
            .mentions_in(self.sentence)
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Count(_)) && mention.span.contains(place) && word.end <= mention.span.start)
    }

    /// "the company *in 1996*", "beat Otto Lind *in the elections*": a date says when, and a name takes only what is part of it
    /// ("the Bank of Mexico").
    fn is_beside_name(&self, head: usize, child: usize) -> bool {
        let place = self.tree.token_span(child);
        let date = |mention: &&crate::tag::mention::Mention| matches!(mention.kind, MentionKind::Date(_)) && mention.span.contains(place);
        let dated = self.scene.mentions_in(self.sentence).iter().any(|mention| date(&mention));
        let part = preposition(self.tree, child)
            .is_none_or(|case| self.scene.gazetteers.word_sets.has(FunctionSet::InsideName, self.tree.lemma(case)));
        dated || (self.tree.tag(head) == PennTag::NNP && !part)
    }

    fn is_adverb_of_clause(&self, adverb: usize, head: usize) -> bool {
        let determined = self.tree.children(head).find(|&child| matches!(self.tree.relation(child), Relation::Det | Relation::NmodPoss));
        self.tree
            .children(head)
            .any(|child| child < head && (self.tree.relation(child) == Relation::Cop || self.tree.relation(child).is_subject()))
            && determined.is_none_or(|determiner| adverb < determiner)
    }

    fn after_comma(&self, child: usize) -> bool {
        if self.tree.head(child).is_some_and(|head| child < head) {
            return false;
        }
        let first = self.tree.subtree_range(child).start;
        first > 0 && self.tree.tag(first - 1) == PennTag::Comma
    }

    /// The words under a token without the clauses among them: "requests" of "requests that the ministry refused".
    fn inner_span(&self, token: usize) -> Span {
        let tree = self.tree;
        let mut span = tree.token_span(token);
        for child in tree.children(token) {
            let relation = tree.relation(child);
            let outside = relation == Relation::Punct
                || relation == Relation::Parataxis
                || (relation.is_clausal() && child > token && is_verb(tree.tag(child)) && !is_noun(tree.tag(child)));
            if !outside {
                span = span.join(self.inner_span(child));
            }
        }
        span
    }

    /// "a “leader*”* …": the mark that closes what the phrase opens.
    pub(super) fn with_closing_mark(&self, span: Span) -> Span {
        let (words, rest) = (span.of(self.scene.text), &self.scene.text[span.end..]);
        let closes = |open: char, close: char| {
            let opened = if open == close {
                words.matches(open).count() % 2 == 1
            } else {
                words.contains(open) && words.matches(open).count() > words.matches(close).count()
            };
            opened && rest.starts_with(close)
        };
        let mark = [('“', '”'), ('"', '"'), ('(', ')')].into_iter().find(|&(open, close)| closes(open, close));
        mark.map_or(span, |(_, close)| Span::new(span.start, span.end + close.len_utf8()))
    }

    /// "the force of Gen. Otto *Lind*": no phrase ends inside a name.
    pub(super) fn with_the_rest_of_a_name(&self, span: Span) -> Span {
        let cut = self.scene.mentions_in(self.sentence).iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) if official.name.start < span.end && span.end < official.name.end => Some(official.name),
            _ => None,
        });
        cut.filter(|name| span.start <= name.start).map_or(span, |name| span.join(name))
    }
}
