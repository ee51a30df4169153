//! The words of a noun phrase: where it begins and where it ends.

use crate::article::Span;
use crate::claim::clause::{is_noun, is_verb, preposition};
use crate::claim::participant::phrase::Phrases;
use crate::claim::scene::is_quantity;
use crate::gazetteer::noun_classes::NounKind;
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
                // "the medicine *Amantadine*", "his brother *Otto Lind*", without who stands beside that.
                Relation::Appos if self.is_name_behind(head, child) => {
                    span = span.join(self.span(child));
                    false
                }
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
        span = self.without_words_behind(self.without_words_before(span, head), head);
        // "May 4, *2022 Seats* are €9": the end of a date is no part of what follows it.
        let date = self.scene.mentions_in(self.sentence).iter().find(|mention| {
            // "In *August,* state-run banks"
            let before_comma = mention.span.start == span.start && self.scene.text[mention.span.end..].starts_with(", ");
            matches!(mention.kind, MentionKind::Date(_))
                && (before_comma || mention.span.start < span.start && span.start < mention.span.end)
                && mention.span.end <= tree.token_span(head).start
        });
        if let Some(date) = date {
            let rest = Span::new(date.span.end, span.end);
            let comma = usize::from(rest.of(self.scene.text).starts_with(','));
            span = Span::new(rest.start + comma, rest.end).trim(self.scene.text);
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

    /// "the medicine *Amantadine*"; not "the remark *Lind* made".
    fn is_name_behind(&self, head: usize, name: usize) -> bool {
        let tree = self.tree;
        let words = tree.subtree_range(name);
        let verb = words.end < tree.len() && tree.tag(words.end).is_finite_or_modal();
        let made = verb && tree.head(words.end) == Some(head);
        words.start == head + 1 && !tree.tag(words.start).is_punctuation() && tree.tag(name).is_proper() && is_noun(tree.tag(head)) && !made
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
                    // "*at* least 112 kinds", "*off*-white walls"; not "*of* more than 100 people"
                    PennTag::IN | PennTag::TO => {
                        let never = self.scene.gazetteers.word_sets.has(FunctionSet::NeverBound, tree.lemma(token));
                        let bound = matches!(tree.tag(token + 1), PennTag::JJS | PennTag::RBS | PennTag::JJR | PennTag::RBR) && !never;
                        tree.tag(token + 1) != PennTag::HYPH && !bound && (!counted(token) || never)
                    }
                    // "*where* three people lived", "*which* Chad signed"; not "*how* many", "two *of which*".
                    PennTag::WRB => !matches!(tree.tag(token + 1), PennTag::JJ | PennTag::JJR | PennTag::RB),
                    PennTag::WDT => tree.relation(token) != Relation::Det || tree.head(token) != Some(head),
                    PennTag::Comma => true,
                    _ => false,
                }
        };
        let linking = |token: usize| {
            let word = tree.word(self.scene.text, token);
            token < head && self.scene.gazetteers.word_sets.has(FunctionSet::LinkingAdverb, &word.to_ascii_lowercase())
        };
        let mut begin = first;
        loop {
            let adverb = tree.tag(begin) == PennTag::RB && links(begin + 1) && !counted(begin);
            // "*not only* the nomination"
            let besides = tree.lemma(begin) == "not" && begin + 1 < head && matches!(tree.lemma(begin + 1), "only" | "just" | "merely");
            if besides {
                begin += 2;
            } else if links(begin) || adverb || linking(begin) {
                begin += 1;
            } else {
                break;
            }
        }
        if begin == first { span } else { Span::new(tree.token_span(begin).start, span.end) }
    }

    /// "challenges in Asia *that*", "an outbreak *of an*": words of what was left out behind; not "two *of which*".
    fn without_words_behind(&self, span: Span, head: usize) -> Span {
        let tree = self.tree;
        let tokens = tree.tokens_in(span);
        let leads = |token: usize| match tree.tag(token) {
            PennTag::CC | PennTag::IN | PennTag::TO | PennTag::DT => tree.head(token).is_some_and(|noun| noun > token),
            PennTag::WDT | PennTag::WRB => tree.child_with(token, Relation::Case).is_none(),
            PennTag::Comma => true,
            _ => false,
        };
        let kept = tokens.rev().find(|&token| token <= head || !leads(token)).unwrap_or(head);
        let end = tree.token_span(kept).end;
        if end < span.end && kept >= head { Span::new(span.start, end) } else { span }
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
            // "a refinery *and sent* prices up": a verb that joins no verb is of the clause.
            let joined = || {
                relation == Relation::Conj
                    && tree.tag(child).is_finite_or_modal()
                    && !is_verb(tree.tag(token))
                    && tree.child_with(child, Relation::Obj).is_some()
            };
            // "an account of what *happened*"
            let free = relation == Relation::AclRelcl && tree.tag(token) == PennTag::WP && tree.lemma(token) == "what";
            if free {
                span = span.join(tree.subtree_span(child));
                continue;
            }
            let outside = matches!(relation, Relation::Punct | Relation::Parataxis | Relation::AclRelcl)
                || (relation.is_clausal() && child > token && is_verb(tree.tag(child)) && !is_noun(tree.tag(child)))
                || joined();
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

    /// "one count of drive*-by shooting*", "her mother*-in-law*": no phrase ends inside a word with hyphens, nor before the noun that
    /// the word describes.
    pub(super) fn with_the_rest_of_a_word(&self, span: Span, head: usize) -> Span {
        let tree = self.tree;
        // "a *Lind*-style reform" is not Lind.
        if tree.tag(head).is_proper() || !self.scene.text[span.end..].starts_with('-') {
            return span;
        }
        let Some(first) = tree.token_at(span.end).filter(|&first| first > 0) else { return span };
        let gap = |token: usize| tree.token_span(token).start - tree.token_span(token - 1).end;
        let mut behind = first;
        while behind + 1 < tree.len() && tree.tag(behind) == PennTag::HYPH && gap(behind) == 0 && gap(behind + 1) == 0 {
            behind += 2;
        }
        if behind == first {
            return span;
        }
        while behind < tree.len() && is_noun(tree.tag(behind)) && gap(behind) == 1 {
            behind += 1;
        }
        Span::new(span.start, tree.token_span(behind - 1).end)
    }

    /// "cases of bird *flu*", "the talk of university *chancellors*": a run of nouns is one, whatever the tree makes of it; not "gave the
    /// boy *money*", "by the time *firefighters* came", and no day.
    pub(super) fn with_the_rest_of_a_compound(&self, span: Span) -> Span {
        let tree = self.tree;
        let classes = &self.scene.gazetteers.noun_classes;
        let is_time = |token: usize| classes.kind(tree.lemma(token)) == Some(NounKind::Time);
        let joins = |one: usize| {
            let next = tree.token_span(one + 1);
            let relation = tree.relation(one + 1);
            tree.tag(one) == PennTag::NN
                && matches!(tree.tag(one + 1), PennTag::NN | PennTag::NNS)
                && tree.token_span(one).end + 1 == next.start
                && !is_time(one)
                && !is_time(one + 1)
                && !relation.is_clausal()
                && !matches!(
                    relation.universal(),
                    Relation::Obj
                        | Relation::Iobj
                        | Relation::Appos
                        | Relation::Obl
                        | Relation::Advmod
                        | Relation::Root
                        | Relation::Discourse
                )
                && !self.scene.mentions_in(self.sentence).iter().any(|mention| mention.span.overlaps(next))
        };
        let mut last = tree.tokens_in(span).end.saturating_sub(1);
        while last + 1 < tree.len() && joins(last) {
            last += 1;
        }
        span.join(tree.token_span(last))
    }

    /// "*Ashby* Trucking", "Keep Britain *Tidy*": a name goes on to both sides as long as words of names stand there, and no other name
    /// begins.
    pub(super) fn with_the_rest_of_a_proper_name(&self, span: Span, head: usize) -> Span {
        let tree = self.tree;
        if !tree.tag(head).is_proper() {
            return span;
        }
        let other = |token: usize| {
            let place = tree.token_span(token);
            self.scene.mentions_in(self.sentence).iter().any(|mention| {
                let kind = matches!(
                    mention.kind,
                    MentionKind::Date(_) | MentionKind::Country(_) | MentionKind::Official(_) | MentionKind::Organization(_)
                );
                kind && mention.span.overlaps(place) && !mention.span.overlaps(span)
            })
        };
        // "POLICE INVESTIGATING": where all is in capitals, nothing tells what is a name.
        let named = |token: usize| {
            let word = tree.word(self.scene.text, token);
            tree.tag(token).is_proper() && word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
        };
        let joins = |one: usize| {
            tree.token_span(one).end + 1 == tree.token_span(one + 1).start && tree.tag(one).is_proper() && tree.tag(one + 1).is_proper()
        };
        let tokens = tree.tokens_in(span);
        let (mut first, mut last) = (tokens.start, tokens.end.saturating_sub(1).max(tokens.start));
        let country = self.scene.country_at(self.sentence, tree.token_span(first)).is_some();
        while first > 0 && !country && joins(first - 1) && named(first - 1) && !other(first - 1) {
            first -= 1;
        }
        while last + 1 < tree.len() && joins(last) && named(last + 1) && !other(last + 1) {
            last += 1;
        }
        span.join(tree.token_span(first)).join(tree.token_span(last))
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
