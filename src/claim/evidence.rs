//! The words that a claim stands on: where its evidence begins and ends, and which words say what happens.

use super::clause::{Clause, ClauseKind, is_noun, is_verb};
use super::model::Predicate;
use super::scene::is_quantity;
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::Mention;

impl SentenceRules<'_, '_> {
    pub(super) fn evidence(&self, index: usize) -> Span {
        let own = self.clauses.span(self.tree, self.scene.text, index);
        let mut span = own;
        let clause = &self.clauses.clauses[index];
        // "He was shot *and killed*", "left four men *wounded*": a verb or two alone cannot be read without the clause that they share.
        let bare = own.of(self.scene.text).split(' ').nth(2).is_none();
        let shares = clause.subject().is_none_or(|subject| subject.shared);
        if let Some(parent) = clause.parent.filter(|&parent| bare && shares && parent != index && clause.antecedent.is_none()) {
            span = span.join(self.clauses.span(self.tree, self.scene.text, parent));
        }
        // "Lind *shot and killed his neighbour*": two verbs side by side are read together.
        let top = clause.top();
        let beside = |parent: usize| {
            shares
                && top > 1
                && self.tree.lemma(top - 1) == "and"
                && self.clauses.clauses[parent].head() == top - 2
                && is_verb(self.tree.tag(top))
        };
        if let Some(parent) = clause.parent.filter(|&parent| clause.kind == ClauseKind::Conjunct && parent != index && beside(parent)) {
            span = span.join(self.clauses.span(self.tree, self.scene.text, parent));
        }
        if clause.absorbed_by.is_some()
            && let Some(by) = clause.absorbed_by
        {
            span = span.join(self.clauses.span(self.tree, self.scene.text, by));
        }
        // The words that attribute do not belong to what is claimed.
        for scope in self.scopes.iter().filter(|scope| scope.sentence == self.sentence) {
            if !span.contains(scope.cue) {
                continue;
            }
            let place = self.tree.token_span(clause.top());
            if scope.cue.contains(place) {
                continue;
            }
            // "Police, *who say* she is safe, are looking for two men": what is attributed is another clause.
            let attributed = || scope.content.iter().any(|content| content.contains(place));
            if scope.cue.end <= place.start && scope.cue.start <= span.start + 2 && attributed() {
                span.start = scope.cue.end;
            } else if scope.cue.start >= place.end && scope.cue.end + 2 >= span.end {
                span.end = scope.cue.start;
            }
        }
        if let Some(signature) = signature(self.scene.text, span) {
            span.end = signature;
        }
        self.widen(trim(self.scene.text, span))
    }

    /// "⟦densely⟧ populated areas, which …", "the ⟦eight-⟧hour flight": no evidence begins or ends inside a noun phrase.
    fn widen(&self, span: Span) -> Span {
        let tree = self.tree;
        let tokens = tree.tokens_in(span);
        if tokens.is_empty() {
            return span;
        }
        let (mut first, mut last) = (tokens.start, tokens.end - 1);
        let modifies = |token: usize| {
            matches!(tree.relation(token).universal(), Relation::Amod | Relation::Compound | Relation::Det | Relation::Nummod)
                || matches!(tree.relation(token), Relation::NmodPoss | Relation::NmodDesc)
        };
        while let Some(before) = first.checked_sub(1) {
            let below = tree.head(before).is_some_and(|head| (first..=last).contains(&head));
            // "*narrowly* beat two rivals": an adverb right before its word.
            let adverb = tree.relation(before) == Relation::Advmod && tree.head(before) == Some(first) && tree.tag(before) == PennTag::RB;
            let dash = tree.tag(before) == PennTag::HYPH || tree.word(self.scene.text, before) == "-";
            let hyphen = dash && tree.token_span(before).end == tree.token_span(first).start && before > 0;
            if !(below && (modifies(before) || adverb) || hyphen) || self.in_cue(tree.token_span(before)) {
                break;
            }
            first = if hyphen { before - 1 } else { before };
        }
        // "in her *dusty*, half-empty ⟦shop⟧"
        while let Some(head) =
            tree.head(last).filter(|&head| modifies(last) && head > last && head <= last + 3 && tree.tag(last) != PennTag::DT)
        {
            last = head;
        }
        // "⟦up⟧ to 14 shots": a number with its bound is one piece.
        let cut = |&&(mention, _): &&(&Mention, usize)| {
            let opens = mention.span.start < tree.token_span(first).start && mention.span.end > tree.token_span(first).start;
            opens && is_quantity(mention) && !self.in_cue(mention.span)
        };
        if let Some((mention, _)) = self.anchors.iter().find(cut) {
            first = tree.tokens_in(mention.span).start.min(first);
        }
        // "fell on the ⟦roof⟧", "begin door⟦-knocking⟧", "at McDonald⟦'s⟧"
        while last + 1 < tree.len() {
            let next = last + 1;
            let joined = tree.token_span(last).end == tree.token_span(next).start && matches!(tree.tag(next), PennTag::HYPH | PennTag::POS);
            let head = tree.head(last).filter(|&head| head > last && head <= last + 3 && is_noun(tree.tag(head)));
            let opens = matches!(tree.relation(last), Relation::Det | Relation::Case)
                && matches!(tree.tag(last), PennTag::DT | PennTag::PRPS | PennTag::IN | PennTag::TO);
            let phrase = head.filter(|_| last > first && opens);
            last = match phrase {
                Some(head) => head,
                None if joined && tree.tag(next) == PennTag::POS => next,
                None if joined && next + 1 < tree.len() => next + 1,
                None => break,
            };
        }
        let (start, end) = (tree.token_span(first).start, tree.token_span(last).end);
        Span::new(if first < tokens.start { start } else { span.start }, if last >= tokens.end { end } else { span.end })
    }

    pub(super) fn predicate(&self, clause: &Clause, class: &str) -> Predicate {
        let head = clause.noun.unwrap_or(clause.head());
        let mut span = self.tree.token_span(clause.top()).join(self.tree.token_span(head));
        if let Some(copula) = self.tree.child_with(clause.top(), Relation::Cop) {
            // "Inside the car *were* two adults": the place before the copula stands apart.
            let own = self.tree.token_span(copula);
            span = if copula < clause.top() { span.join(own) } else { own };
        }
        if let Some(particle) = self.tree.child_with(head, Relation::CompoundPrt).filter(|&particle| particle == head + 1) {
            span = span.join(self.tree.token_span(particle));
        }
        // "*named* Oslo a city of culture": where the verb gives the class, it gives the lemma.
        let of_head = is_verb(self.tree.tag(head)) || class == "hold_office" || self.row_at(head).is_some_and(|row| *row.class == *class);
        let verb = || clause.chain.iter().rev().find(|&&word| is_verb(self.tree.tag(word)));
        let word = if of_head || clause.noun.is_some() { head } else { verb().copied().unwrap_or(head) };
        // "has *become* a port", "*stayed* calm": verbs that say "be" and more.
        let of_verb = |verb: &&usize| self.row_at(**verb).is_some_and(|row| &*row.class == "be");
        let lemma = match verb().filter(of_verb) {
            Some(&verb) if class == "be" => self.tree.lemma(verb),
            _ if class == "be" => "be",
            _ => self.tree.lemma(word),
        };
        Predicate::at(self.scene.text, span, lemma.to_owned(), class)
    }
}

/// "… are closed. *— Mayor Ann Lee (@mayorlee) May 2, 2024*": where the signature of a message that was
/// embedded in the article begins.
pub(super) fn signature(text: &str, span: Span) -> Option<usize> {
    let words = span.of(text);
    // One byte first: hardly any sentence holds it.
    memchr::memchr(b'@', words.as_bytes())?;
    let handle = words.find("(@")?;
    // Nothing but its date comes behind a signature.
    if words[handle..].split_whitespace().count() > 5 {
        return None;
    }
    ["— ", "– ", "-- "].iter().filter_map(|dash| words[..handle].rfind(dash)).max().map(|at| span.start + at)
}

/// Without white space and punctuation at the two ends that belongs to what is around.
fn trim(text: &str, span: Span) -> Span {
    let mut span = span.trim(text);
    loop {
        let words = span.of(text);
        let cut = words.trim_end_matches([',', ';', ':', ' ']);
        let mut next = Span::new(span.start, span.start + cut.len());
        let front = next.of(text).trim_start_matches([',', ';', ':', ' ', '-', '–', '—']);
        next.start = next.end - front.len();
        if next == span {
            return span;
        }
        span = next;
    }
}
