//! What somebody is asked to do, accused of doing or charged with: "asked the board *to approve the plan*", "charged with *theft, two
//! counts of assault and trespass*".

use std::ops::Range;

use crate::article::Span;
use crate::claim::clause::{Argument, Clause, Slot, has_to, is_noun, is_verb};
use crate::claim::model::{Claim, Content, Participant, ParticipantKind};
use crate::claim::participant::side::{Sides, side_of};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::predicates::{Control, PredicateRow, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};

/// How many words may stand between the word of a charge and the charge: "indicted *by a grand jury in Lima on Monday* on".
const REACH: usize = 12;

impl SentenceRules<'_, '_> {
    /// What somebody is asked to do or accused of doing: the clause in its words.
    pub(super) fn contents(&self, sides: &mut Sides, clause: &Clause, row: Option<&PredicateRow>) {
        if row.is_none_or(|row| row.control != Control::Object) {
            return;
        }
        let asks = row.is_some_and(|row| row.complement == Some(Manner::Requested) || &*row.class == "approve");
        let object = clause
            .arguments
            .iter()
            .filter(|_| asks)
            .find(|argument| matches!(argument.slot, Slot::Object | Slot::Oblique) && !argument.shared);
        for inner in 0..self.clauses.clauses.len() {
            let own = clause.absorbed.contains(&inner);
            if own && self.takes_over(inner) || !(own && self.is_content(inner) || self.is_asked_of(clause, object, inner)) {
                continue;
            }
            let top = self.clauses.clauses[inner].top();
            let to = self.tree.children(top).find(|&child| child < top && self.tree.tag(child) == PennTag::TO);
            let adverb = |token: usize| self.tree.head(token) == Some(top) && self.tree.relation(token) == Relation::Advmod;
            // "asked them *not to* go"
            let denied = |to: usize| to.checked_sub(1).filter(|&not| self.tree.lemma(not) == "not").unwrap_or(to);
            let mut start = to.map_or(top, denied);
            while let Some(before) = start.checked_sub(1).filter(|&before| to.is_none() && adverb(before)) {
                start = before;
            }
            let end = self.clauses.span(self.tree, self.scene.text, inner).end.max(self.tree.token_span(top).end);
            let span = Span::new(self.tree.token_span(start).start, end);
            sides.content = Some(sides.content.map_or(span, |known| known.join(span)));
        }
    }

    /// "ensured that *women could vote*", "called him *a dictator*", "survived *being shot*": the complement of a verb that no claim of its
    /// own need tell, in its words.
    pub(in crate::claim) fn complement_of(&self, clause: &Clause) -> Option<Content> {
        let tree = self.tree;
        let head = clause.head();
        if !is_verb(tree.tag(head)) {
            return None;
        }
        let whole = |clause: usize| {
            matches!(tree.tag(clause), PennTag::VBG | PennTag::VBN) || tree.children(clause).any(|child| tree.relation(child).is_subject())
        };
        let tells = |child: usize| match tree.relation(child) {
            Relation::Ccomp => whole(child),
            Relation::Xcomp => !is_verb(tree.tag(child)) || matches!(tree.tag(child), PennTag::VBG | PennTag::VBN),
            _ => false,
        };
        let complement =
            tree.children(head).find(|&child| tells(child) && !clause.chain.contains(&child) && tree.subtree_range(child).start > head)?;
        let mut range = tree.subtree_range(complement);
        // "He called it a shock; *the park is well run*": a sentence of its own.
        let first = range.find(|&token| !matches!(tree.tag(token), PennTag::Comma | PennTag::NFP))?;
        if tree.tag(first) == PennTag::Colon {
            return None;
        }
        let that = tree.relation(first) == Relation::Mark && tree.lemma(first) == "that";
        let start = tree.token_span(first + usize::from(that && first < complement)).start;
        let span = Span::new(start, tree.subtree_span(complement).end).trim(self.scene.text);
        Some(Content { text: span.of(self.scene.text).to_owned(), start: span.start, end: span.end })
    }

    /// "died *of gunshot wounds*", "was struck *by gunfire*": the phrases of the clause that `claim` has for nothing else.
    pub(in crate::claim) fn circumstances(&self, clause: &Clause, claim: &Claim) -> Vec<Content> {
        let predicate = Span::new(claim.predicate.start, claim.predicate.end);
        let quantity = claim.quantity.as_ref().map(|quantity| Span::new(quantity.start, quantity.end));
        let content = claim.content.as_ref().map(|content| Span::new(content.start, content.end));
        let held = |place: Span| {
            let parts = claim.participants().chain(&claim.place).map(Participant::span);
            parts.chain(quantity).chain(content).chain([predicate]).any(|part| part.contains(place))
        };
        let described = |noun: usize| {
            let describes = |child: usize| {
                matches!(self.tree.relation(child).universal(), Relation::Amod | Relation::Compound | Relation::Nmod | Relation::Nummod)
            };
            self.tree.children(noun).any(describes)
        };
        let phrases = clause.arguments.iter().filter(|argument| {
            // "suffered *a graze wound*": the class tells that, and not what it was.
            let of_predicate = argument.slot == Slot::Object
                && side_of(self.tree, self.scene.gazetteers, self.row(clause), argument).is_none()
                && described(argument.head);
            (of_predicate || matches!(argument.slot, Slot::Oblique | Slot::Agent) && argument.preposition.is_some())
                && !argument.shared
                && !self.is_time(argument.head)
                && !held(self.tree.token_span(argument.head))
        });
        let without_marks = |span: Span| {
            let words = span.of(self.scene.text);
            let bare = words.trim_start_matches([',', ' ', '–', '—', '-']);
            let start = span.end - bare.len();
            Span::new(start, start + bare.trim_end_matches([',', ' ', '.', ';', ':', '–', '—', '-']).len())
        };
        let phrases = phrases
            .filter(|argument| self.tree.tag(argument.head) != PennTag::WRB)
            .map(|argument| {
                // "of wounds | *in Lima*": where and when it was stand elsewhere.
                let told = |child: usize| {
                    let under = self.tree.subtree_span(child);
                    claim.place.iter().any(|place| under.overlaps(place.span())) || self.is_time(child)
                };
                let whole = self.tree.subtree_span(argument.head);
                let cut = self.tree.children(argument.head).find(|&child| child > argument.head && told(child));
                let end = cut.map_or(whole.end, |child| self.tree.token_span(self.tree.subtree_range(child).start).start);
                without_marks(Span::new(whole.start, end))
            })
            // "according to police": whose words it is stands elsewhere too.
            .filter(|&span| !self.scopes.iter().any(|scope| scope.rule == "according-to" && scope.cue.overlaps(span)))
            .filter(|&span| !span.is_empty() && !self.in_cue(span) && !claim.place.iter().any(|place| span.overlaps(place.span())))
            .collect::<Vec<_>>();
        let adverbs = self.adverbs(clause).filter(|&span| !held(span) && !phrases.iter().any(|phrase| phrase.contains(span)));
        let evidence = Span::new(claim.start, claim.end);
        let purposes = self.purposes(clause).map(without_marks).filter(|&span| evidence.contains(span) && !held(span));
        let mut all: Vec<Span> = adverbs.chain(phrases.iter().copied()).chain(purposes).collect();
        all.sort_unstable_by_key(|span| span.start);
        all.into_iter().map(|span| Content { text: span.of(self.scene.text).to_owned(), start: span.start, end: span.end }).collect()
    }

    /// "used a rifle *to trade shots with Lind*": what it was done for, where it stands behind the verb.
    fn purposes<'c>(&'c self, clause: &'c Clause) -> impl Iterator<Item = Span> + 'c {
        let told =
            |child: usize| self.tree.relation(child) == Relation::Advcl && self.tree.tag(child) == PennTag::VB && has_to(self.tree, child);
        let head = clause.head();
        self.tree
            .children(head)
            .filter(move |&child| child > head && !clause.chain.contains(&child) && told(child))
            .map(|child| self.tree.subtree_span(child))
    }

    /// "has *previously* been charged", "voted *unanimously*": single words that say how or when it was.
    fn adverbs<'c>(&'c self, clause: &'c Clause) -> impl Iterator<Item = Span> + 'c {
        let told = |token: usize| {
            self.tree.relation(token) == Relation::Advmod
                && self.tree.tag(token).is_adverb()
                && self.scene.gazetteers.word_sets.has(LexicalSet::CircumstantialAdverb, self.tree.lemma(token))
                && !self.is_time(token)
                && !self.tree.children(token).any(|child| self.tree.relation(child).is_clausal())
        };
        let under = clause.chain.iter().flat_map(|&word| self.tree.children(word));
        under.filter(move |&child| told(child)).map(|child| self.tree.token_span(child)).filter(|&span| !self.in_cue(span))
    }

    /// "urged the public *to come* forward": an infinitive behind the one who is asked, whatever it hangs on.
    fn is_asked_of(&self, clause: &Clause, object: Option<&Argument>, inner: usize) -> bool {
        let tree = self.tree;
        let top = self.clauses.clauses[inner].top();
        let Some(object) = object.filter(|object| object.head > clause.head() && object.head < top) else { return false };
        let hangs = tree.head(top).is_some_and(|head| head == object.head || clause.chain.contains(&head));
        let purpose = matches!(tree.relation(top), Relation::Advcl | Relation::Acl | Relation::Xcomp | Relation::Ccomp);
        hangs && purpose && tree.tag(top) == PennTag::VB && has_to(tree, top)
    }

    /// "asked the board *to approve*", "accused them *of stealing*"; no purpose, no time.
    fn is_content(&self, inner: usize) -> bool {
        let tree = self.tree;
        let top = self.clauses.clauses[inner].top();
        let asked = matches!(tree.relation(top), Relation::Xcomp | Relation::Ccomp) && has_to(tree, top);
        let accused = tree.tag(top) == PennTag::VBG
            && tree.children(top).any(|child| {
                child < top
                    && matches!(tree.relation(child), Relation::Mark | Relation::Case)
                    && self.scene.gazetteers.word_sets.has(FunctionSet::BeforeDeed, tree.lemma(child))
            });
        is_verb(tree.tag(top)) && (asked || accused)
    }

    /// The charges of a list, each as a participant.
    pub(super) fn charges(&self, sides: &mut Sides, clause: &Clause, row: Option<&PredicateRow>) {
        let charges = |row: &&PredicateRow| self.scene.gazetteers.word_sets.has(ClassSet::NamesCharges, &row.class);
        let charging = row.filter(charges);
        let Some(row) = charging.filter(|_| is_verb(self.tree.tag(clause.head())) || self.tree.lemma(clause.head()) == "guilty") else {
            return;
        };
        let Some(case) = self.before_charge(clause, row) else { return };
        let items = self.listed_charges(case + 1);
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
        // "arrested *on drug charges*", "on *suspicion of* theft"; not "arrested on the bridge".
        let named = |item: &Range<usize>| {
            item.clone().any(|token| self.scene.gazetteers.word_sets.has(LexicalSet::Accusation, self.tree.lemma(token)))
        };
        if &*row.class == "arrest" && !items.iter().any(named) {
            return;
        }
        // "sentenced *to life*": what for, is said elsewhere.
        if self.tree.lemma(clause.head()) == "sentence" && self.tree.tag(case) == PennTag::TO {
            return;
        }
        let tree = self.tree;
        let whole = tree.token_span(first.start).join(tree.token_span(last.end - 1));
        let charge = |participant: &Participant| {
            let nameless = participant.name.is_none() && participant.country.is_none();
            let own = Span::new(participant.start, participant.end);
            nameless && own.overlaps(whole) && participant.start >= whole.start
        };
        sides.target.retain(|participant| !charge(participant));
        for item in items {
            let span = tree.token_span(item.start).join(tree.token_span(item.end - 1));
            let head = item.clone().find(|&token| is_noun(tree.tag(token)) && !(token + 1 < item.end && is_noun(tree.tag(token + 1))));
            let head = head.map(|token| tree.lemma(token).to_owned());
            sides.target.push(Participant { head, ..Participant::at(self.scene.text, span, ParticipantKind::Other) });
        }
    }

    /// The preposition before the charges: the first behind the word that the table gives them.
    fn before_charge(&self, clause: &Clause, row: &PredicateRow) -> Option<usize> {
        let tree = self.tree;
        let head = clause.head();
        (head + 1..tree.len().min(head + REACH))
            .take_while(|&token| {
                let ends = self.scene.gazetteers.word_sets.has(FunctionSet::BeforeNoCharge, tree.lemma(token));
                !(ends || tree.tag(token).is_finite_or_modal())
            })
            .find(|&token| {
                matches!(tree.tag(token), PennTag::IN | PennTag::TO)
                    && row.role(tree.lemma(token)) == Some(Role::Topic)
                    && token + 1 < tree.len()
                    && !self.is_time(token + 1)
                    && matches!(
                        tree.tag(token + 1),
                        PennTag::CD | PennTag::DT | PennTag::JJ | PennTag::NN | PennTag::NNS | PennTag::VBN | PennTag::PDT
                    )
            })
    }

    /// The members of the list of charges that begins at a word.
    fn listed_charges(&self, start: usize) -> Vec<Range<usize>> {
        let tree = self.tree;
        let mut items = Vec::new();
        let mut at = start;
        while let Some(end) = self.end_of_charge(at) {
            items.push(at..end);
            let comma = end < tree.len() && tree.tag(end) == PennTag::Comma;
            let and = end + usize::from(comma);
            let joined = and < tree.len() && tree.lemma(and) == "and";
            if !comma && !joined {
                break;
            }
            at = and + usize::from(joined);
        }
        items
    }

    /// Where the charge that begins at a word ends; none where no charge begins there.
    fn end_of_charge(&self, start: usize) -> Option<usize> {
        let tree = self.tree;
        let noun =
            |token: usize| token < tree.len() && (is_noun(tree.tag(token)) || matches!(tree.tag(token), PennTag::JJ | PennTag::HYPH));
        let mut end = start;
        let mut held = false;
        while end < tree.len() {
            let goes_on = match tree.tag(end) {
                PennTag::NN | PennTag::NNS => {
                    held = true;
                    !self.is_time(end)
                }
                PennTag::NNP | PennTag::NNPS => end > start && !self.is_time(end),
                PennTag::CD | PennTag::DT | PennTag::JJ | PennTag::PDT | PennTag::HYPH | PennTag::PRPS => true,
                // "*attempted* murder", "*drinking* offences"
                PennTag::VBN | PennTag::VBG if end == start || !held => noun(end + 1) || end + 2 < tree.len() && tree.lemma(end + 1) == "-",
                PennTag::VBN => noun(end + 1),
                PennTag::VBG => held && tree.lemma(end - 1) != ",",
                // "assault *with* a deadly weapon", "discharge *of* a firearm", "intent *to kill*"
                // "child abuse *resulting in* death"
                PennTag::IN if end > start && tree.tag(end - 1) == PennTag::VBG => end + 1 < tree.len() && is_noun(tree.tag(end + 1)),
                PennTag::IN => end > start && self.scene.gazetteers.word_sets.has(FunctionSet::InsideCharge, tree.lemma(end)),
                PennTag::TO => held && end + 1 < tree.len() && tree.tag(end + 1) == PennTag::VB,
                PennTag::VB => end > start && tree.tag(end - 1) == PennTag::TO,
                _ => false,
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        while end > start && !(is_noun(tree.tag(end - 1)) || matches!(tree.tag(end - 1), PennTag::VB | PennTag::VBG | PennTag::CD)) {
            end -= 1;
        }
        let person = tree.tag(start).is_proper() || tree.tag(start) == PennTag::PRP;
        (held && end > start && !person).then_some(end)
    }
}
