//! Who stands on which side of a clause: its arguments, those of what it absorbed, and what else it names.

use crate::article::Span;
use crate::claim::attribution::Scope;
use crate::claim::clause::{Argument, Clause, ClauseKind, Slot, is_noun, is_verb, preposition, row_of};
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::side::{Side, Sides, side_of};
use crate::claim::repair::is_harmful_event;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, Needs, PredicateRow, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// The parts of a coordinated subject, each for a claim of its own; one empty part where nothing is split.
    pub(in crate::claim) fn subjects(&self, clause: &Clause, class: &str) -> Vec<Option<Vec<usize>>> {
        let whole = vec![None];
        let Some(subject) = clause.subject() else { return whole };
        if self.scene.gazetteers.word_sets.has(ClassSet::Together, class) {
            return whole;
        }
        let phrases = self.phrases();
        let members = phrases.members(subject.head);
        // "*twelve countries*, including Norway and Chad, signed": whatever their number is told of, all of them did it.
        if !members.is_empty() && phrases.is_counted(subject.head) {
            return whole;
        }
        let parts = if members.is_empty() { phrases.coordinated(subject.head) } else { members };
        if parts.len() < 2 {
            return whole;
        }
        let named = |&part: &usize| {
            let place = self.tree.token_span(part);
            self.scene.country_at(self.sentence, place).is_some() || self.scene.official_at(self.sentence, place).is_some()
        };
        // "16,000 dogs, 400 horses and 2,000 birds passed": each number is told by itself; casualties are summed up instead.
        let counted = |&part: &usize| self.counted_at(part).is_some();
        let casualties = matches!(class, "kill" | "injure");
        let several = parts.iter().filter(|part| counted(part)).count() >= 2 && !casualties;
        if parts.iter().filter(|part| named(part)).count() < 2 && !several {
            return whole;
        }
        parts.into_iter().map(|part| Some(vec![part])).collect()
    }

    /// The number of things that a noun is counted by.
    pub(in crate::claim) fn counted_at(&self, noun: usize) -> Option<Span> {
        let place = self.tree.token_span(noun);
        let counts = self
            .scene
            .mentions_in(self.sentence)
            .iter()
            .find(|mention| matches!(&mention.kind, MentionKind::Count(count) if count.unit.is_some()) && mention.span.contains(place));
        counts.map(|mention| mention.span)
    }

    /// "16,000 dogs, *400 horses* and 2,000 birds passed": a counted member of the list that the tree left out of the subject, where
    /// others are told one by one.
    pub(in crate::claim) fn stray_member(&self, clause: &Clause, subjects: &[Option<Vec<usize>>], quantity: &Mention) -> Option<usize> {
        let MentionKind::Count(count) = &quantity.kind else { return None };
        let mut parts = subjects.iter().flatten().flatten().peekable();
        let before = quantity.span.end <= self.tree.token_span(clause.top()).start && count.unit.is_some();
        parts.peek().filter(|_| before && subjects.len() > 1)?;
        let mut counted = parts.filter_map(|&part| self.counted_at(part)).peekable();
        counted.peek()?;
        if counted.any(|span| span == quantity.span) {
            return None;
        }
        self.anchors.iter().find(|(mention, _)| mention.span == quantity.span).map(|(_, token)| *token)
    }

    /// Whether a quantity belongs to another part of a subject that was split, or the part has a number of its own.
    pub(in crate::claim) fn is_of_another_part(&self, clause: &Clause, parts: &[usize], quantity: Span) -> bool {
        let Some(subject) = clause.subject() else { return false };
        if !self.tree.subtree_span(subject.head).contains(quantity) {
            return false;
        }
        !parts.iter().any(|&part| self.counted_at(part) == Some(quantity) || self.phrases().span(part).contains(quantity))
    }

    pub(in crate::claim) fn sides(&self, index: usize, row: Option<&PredicateRow>, subject: Option<&[usize]>) -> Sides {
        let clause = &self.clauses.clauses[index];
        let phrases = self.phrases();
        let mut sides = Sides::default();
        if let Some(noun) =
            clause.subject().filter(|_| self.listed_event(clause).is_some()).and_then(|subject| self.listed_noun(subject.head))
        {
            for child in self.tree.children(noun).filter(|&child| matches!(self.tree.relation(child), Relation::Nmod | Relation::Obl)) {
                phrases.add(&mut sides, Side::Actor, child);
            }
            for argument in clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Object | Slot::Predicative)) {
                phrases.add(&mut sides, Side::Target, argument.head);
            }
        }
        for argument in &clause.arguments {
            self.side(&mut sides, argument, row, subject, clause);
        }
        if let Some(noun) = clause.noun {
            for child in self
                .tree
                .children(noun)
                .filter(|&child| matches!(self.tree.relation(child), Relation::NmodPoss | Relation::Amod | Relation::Compound))
            {
                if self.scene.country_at(self.sentence, self.tree.token_span(child)).is_some() {
                    phrases.add(&mut sides, Side::Target, child);
                }
            }
        }
        for &inner in &clause.absorbed {
            self.absorbed(&mut sides, inner);
        }
        if clause.absorbed_by.is_some() {
            self.serve(&mut sides, clause);
        }
        let split = subject.and_then(|_| clause.subject()).map(|subject| self.tree.subtree_span(subject.head));
        self.rest(&mut sides, index, split);
        self.name_behind_colon(&mut sides, clause, row);
        self.plan_of_clause_before(&mut sides, clause);
        self.complement(&mut sides, clause, row);
        self.charges(&mut sides, clause, row);
        self.contents(&mut sides, clause, row);
        sides
    }

    /// "France aimed to send them to Chad, but *these plans* were halted": the plans are those of the clause before, and so are
    /// the countries that they are about.
    fn plan_of_clause_before(&self, sides: &mut Sides, clause: &Clause) {
        let Some(before) = clause.parent.filter(|_| clause.kind == ClauseKind::Conjunct) else { return };
        let points_back = |noun: usize| {
            row_of(self.tree, self.scene.gazetteers, noun).is_some_and(|row| row.frame == Frame::Plan)
                && self.tree.subtree_range(noun).len() == 2
                && self.tree.children(noun).any(|child| {
                    self.tree.relation(child) == Relation::Det
                        && self.scene.gazetteers.word_sets.has(FunctionSet::Demonstrative, self.tree.lemma(child))
                })
        };
        let planned = clause
            .arguments
            .iter()
            .any(|argument| matches!(argument.slot, Slot::PassiveSubject | Slot::Object) && !argument.shared && points_back(argument.head));
        if !planned {
            return;
        }
        let verb = self.tree.token_span(self.clauses.clauses[before].top());
        for (mention, token) in &self.anchors {
            if let MentionKind::Country(country) = &mention.kind
                && mention.span.start > verb.end
                && self.standing(self.clauses.owner[*token]) == before
                && !self.is_weak(mention)
                && !sides.has_country(country.iso2)
            {
                sides.add(Side::Target, self.phrases().participant(*token));
            }
        }
    }

    pub(in crate::claim) fn side(
        &self,
        sides: &mut Sides,
        argument: &Argument,
        row: Option<&PredicateRow>,
        subject: Option<&[usize]>,
        clause: &Clause,
    ) {
        let phrases = self.phrases();
        // "no case was found, *prompting Japan* to reopen": that it was so is the cause, nobody in it.
        let of_event = clause.kind == ClauseKind::Adverbial && argument.shared && row.is_some_and(|row| &*row.class == "cause");
        if of_event && matches!(argument.slot, Slot::Subject) {
            return;
        }
        if self.has_words_of_its_own(argument, clause) {
            if let Some(own) = self.own_subject_of_conjunct(clause) {
                sides.add(Side::Target, own);
            }
            return;
        }
        let mut argument = argument;
        let does_it = Argument { slot: if clause.passive { Slot::PassiveSubject } else { Slot::Subject }, ..*argument };
        if let Some(wanted) = clause.wanted(self.tree) {
            if argument.head == wanted {
                argument = &does_it;
            } else if matches!(argument.slot, Slot::Subject | Slot::PassiveSubject) {
                return;
            }
        }
        let Some(mut side) = side_of(self.tree, self.scene.gazetteers, row, argument) else { return };
        // "the party *where* five were shot": where it is, and no more.
        if argument.shared
            && argument.preposition.is_some_and(|case| self.tree.lemma(case) == "where")
            && self.add_antecedent_place(sides, argument.head)
        {
            return;
        }
        // "*the law* drew criticism from Chad": what draws it is what it is about.
        if argument.slot == Slot::Subject && self.draws_reaction(clause) {
            side = Side::Target;
        }
        if argument.slot == Slot::Subject && side == Side::Actor && self.is_bare_passive(clause, row) {
            side = Side::Target;
        }
        // "were shot *at the apartments*": what is done to the subject of a passive is done to nothing else.
        let spot = clause.passive
            && argument.slot == Slot::Oblique
            && argument.of == clause.head()
            && side == Side::Target
            && argument.preposition.is_some_and(|case| self.tree.lemma(case) == "at");
        // "Four shot *on Elm Street*", "opened fire on her family *at three places*": where, beside whom.
        let beside_victim = |case: &str| {
            case == "on"
                || case == "at"
                    && clause.arguments.iter().any(|other| {
                        let on = other.preposition.is_some_and(|case| self.tree.lemma(case) == "on");
                        other.head != argument.head && (other.slot == Slot::Object && !other.shared || on && !self.is_time(other.head))
                    })
        };
        let where_of_violence = argument.slot == Slot::Oblique
            && side == Side::Target
            && row.is_some_and(|row| self.scene.gazetteers.word_sets.has(ClassSet::Violence, &row.class))
            && argument.preposition.is_some_and(|case| beside_victim(self.tree.lemma(case)) && self.is_spot(argument.head, case));
        if spot {
            side = Side::Place;
        } else if where_of_violence {
            side = Side::Where;
        }
        // "Lind survived, *along with Berg*": whoever is named beside the subject does what it does.
        let beside = argument.slot == Slot::Oblique
            && side != Side::Actor
            && self.tree.children(argument.head).any(|word| word < argument.head && matches!(self.tree.lemma(word), "along" | "together"));
        if beside && let Some(subject) = clause.subject() {
            side = side_of(self.tree, self.scene.gazetteers, row, &Argument { slot: subject.slot, ..*argument }).unwrap_or(side);
        }
        // "injured by gunfire": a weapon is nobody; nor is what somebody goes by: "taken there *by private vehicle*".
        if argument.slot == Slot::Agent {
            let noun = argument.head;
            let bare = self.tree.tag(noun) == PennTag::NN
                && !self
                    .tree
                    .children(noun)
                    .any(|child| matches!(self.tree.relation(child), Relation::Det | Relation::NmodPoss | Relation::Nummod));
            match self.scene.gazetteers.noun_classes.class(self.tree.lemma(noun)) {
                Some("weapon") => return,
                Some("vehicle") if bare => return,
                _ => {}
            }
        }
        // "according to *a study*" says who tells it, "*for several hours*" how long it took.
        let adverbial = argument.slot == Slot::Oblique
            && (self.in_cue(self.tree.token_span(argument.head))
                || self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head)) == Some(NounKind::Time));
        if adverbial || self.is_time(argument.head) || self.is_compared(argument.head) || self.is_aside_of_subject(argument, clause) {
            return;
        }
        if matches!(argument.slot, Slot::Subject | Slot::PassiveSubject)
            && let Some(parts) = subject
        {
            for &part in parts {
                sides.add(side, phrases.participant(part));
            }
            return;
        }
        let persons = self.persons_with_ages(argument, clause);
        if !persons.is_empty() {
            for person in persons {
                sides.add(side, person);
            }
            return;
        }
        let left = argument.preposition.is_some_and(|case| self.is_place_left(argument.head, case))
            && self.phrases().modifier_country(argument.head).is_none()
            && self.phrases().resolve(argument.head).is_none();
        let weak = argument.slot == Slot::Oblique && (left || !self.is_interesting(argument, row) || self.is_circumstance(argument, row));
        if weak || Some(argument.head) == clause.noun {
            return;
        }
        phrases.add(sides, side, argument.head);
    }

    /// "*Two teens charged* in theft", "*Otto Lind dies* aged 81": a headline leaves the auxiliary out, and who dies kills nobody.
    fn is_bare_passive(&self, clause: &Clause, row: Option<&PredicateRow>) -> bool {
        let tree = self.tree;
        let Some(row) = row.filter(|row| self.scene.gazetteers.word_sets.has(ClassSet::Undergone, &row.class)) else { return false };
        let verb = clause.head();
        let object = clause.arguments.iter().any(|argument| matches!(argument.slot, Slot::Object | Slot::IndirectObject));
        let helped = tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Ccomp));
        // "Police arrested | *a* gunman": an object that the tree hung elsewhere.
        let next = (verb + 1 < tree.len()).then(|| tree.tag(verb + 1));
        let before_noun = next.is_some_and(|tag| {
            is_noun(tag) || matches!(tag, PennTag::DT | PennTag::CD | PennTag::JJ | PennTag::PRP | PennTag::PRPS | PennTag::PDT)
        });
        let event = argument_is_event(tree, self.scene.gazetteers, clause);
        let participle = matches!(tree.tag(verb), PennTag::VBD | PennTag::VBN)
            && !(object || helped || event || before_noun && !self.is_time(verb + 1))
            && row.needs != Needs::People;
        &*row.class == "kill" && tree.lemma(clause.top()) == "die" || participle && row.role("subject").is_none()
    }

    /// "The blast left a girl dead and *another child* hurt, *five* wounded": a participle with a determiner or a number of its own
    /// shares no subject.
    fn has_words_of_its_own(&self, argument: &Argument, clause: &Clause) -> bool {
        let head = clause.head();
        let shares =
            argument.shared && argument.slot == Slot::PassiveSubject && clause.kind == ClauseKind::Conjunct && clause.chain.len() == 1;
        shares
            && self.tree.children(head).any(|child| child < head && matches!(self.tree.relation(child), Relation::Det | Relation::Nummod))
    }

    /// "*another child* hurt": a number alone is the claim's quantity.
    fn own_subject_of_conjunct(&self, clause: &Clause) -> Option<Participant> {
        let head = clause.head();
        self.tree.child_with(head, Relation::Det).filter(|&determiner| determiner < head)?;
        let first = self.tree.children(head).map(|child| self.tree.subtree_range(child).start).min()?;
        let first = (first..head).find(|&token| !matches!(self.tree.tag(token), PennTag::CC | PennTag::Comma))?;
        let span = self.tree.token_span(first).join(self.tree.token_span(head - 1));
        Some(Participant::at(self.scene.text, span, ParticipantKind::Group))
    }

    /// "*drew criticism*": the noun says what others do about the subject.
    fn draws_reaction(&self, clause: &Clause) -> bool {
        let row_of = |token| row_of(self.tree, self.scene.gazetteers, token);
        clause.noun.is_some_and(|noun| {
            let is_in = |set, row: Option<&PredicateRow>| row.is_some_and(|row| self.scene.gazetteers.word_sets.has(set, &row.class));
            is_in(ClassSet::Reaction, row_of(noun)) && is_in(ClassSet::DrawsReaction, row_of(clause.head()))
        })
    }

    /// "*As Chadians*, we disagree", "went *by air*": what somebody is taken for, and the means, take no part.
    fn is_aside_of_subject(&self, argument: &Argument, clause: &Clause) -> bool {
        let Some(case) = argument.preposition else { return false };
        let before = clause.subject().is_some_and(|subject| argument.head < subject.head && !subject.shared);
        let bare = argument.head == case + 1;
        match self.tree.lemma(case) {
            "as" => argument.slot == Slot::Oblique && before,
            "by" => bare && self.scene.gazetteers.word_sets.has(LexicalSet::Means, self.tree.lemma(argument.head)),
            _ => false,
        }
    }

    /// "on *behalf of 16 agencies*", "in *turn*", "with *gunshot wounds*": a phrase for which the row has no place is on no side, unless
    /// it is headed by a name, or by a noun for people, bodies or places; what it names inside is added by [`Self::rest`].
    fn is_circumstance(&self, argument: &Argument, row: Option<&PredicateRow>) -> bool {
        let head = argument.head;
        let role = argument.preposition.and_then(|case| row.and_then(|row| row.role(self.tree.lemma(case))));
        let place = self.tree.token_span(head);
        let named = matches!(self.tree.tag(head), PennTag::NNP | PennTag::NNPS | PennTag::PRP | PennTag::RB)
            || self.scene.mentions_in(self.sentence).iter().any(|mention| {
                matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_) | MentionKind::Organization(_))
                    && mention.span.overlaps(place)
            });
        let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head));
        let somebody =
            matches!(kind, Some(NounKind::Person | NounKind::Country | NounKind::Government | NounKind::Organization | NounKind::Place));
        matches!(role, None | Some(Role::Place)) && !named && !somebody && self.phrases().resolve(head).is_none()
    }

    /// "expelled more diplomats *than Peru*": what something is compared with takes no part in it.
    pub(in crate::claim) fn is_compared(&self, token: usize) -> bool {
        let compares = |at: usize| {
            self.tree.children(at).any(|child| {
                child < at
                    && matches!(self.tree.relation(child), Relation::Case | Relation::Mark)
                    && match self.tree.lemma(child) {
                        "than" | "unlike" => true,
                        "like" => self.likens(at),
                        _ => false,
                    }
            })
        };
        std::iter::successors(Some(token), |&at| self.tree.head(at)).take_while(|&at| !is_verb(self.tree.tag(at))).any(compares)
    }

    /// "Lind, *like Berg*, has refused", "*Like Berg*, Lind has refused"; not "countries like Chad", "sounded like two shots".
    fn likens(&self, token: usize) -> bool {
        let tree = self.tree;
        let counted = tree.tag(token) == PennTag::CD || tree.child_with(token, Relation::Nummod).is_some();
        let Some(head) = tree.head(token).filter(|_| !counted) else { return false };
        tree.tag(head).is_proper() || tree.tag(head) == PennTag::PRP || is_verb(tree.tag(head)) && token < head
    }

    /// Whether a phrase with a preposition holds something that a claim is about.
    pub(in crate::claim) fn is_interesting(&self, argument: &Argument, row: Option<&PredicateRow>) -> bool {
        let under = self.tree.subtree_span(argument.head);
        let named = self.scene.mentions_in(self.sentence).iter().any(|mention| {
            !matches!(mention.kind, MentionKind::Date(_) | MentionKind::Percent(_) | MentionKind::Measure(_) | MentionKind::Money(_))
                && under.contains(mention.span)
        });
        let role = argument.preposition.and_then(|case| row.and_then(|row| row.role(self.tree.lemma(case))));
        // "is related *to the suspect*": somebody, under a preposition that says more than where.
        let somebody = || {
            let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head));
            // "was hit in *his head*": not the head of anything.
            let part = self.scene.gazetteers.noun_classes.class(self.tree.lemma(argument.head)) == Some("official")
                && self.tree.child_with(argument.head, Relation::NmodPoss).is_some_and(|owner| self.tree.tag(owner) == PennTag::PRPS);
            let linked = !part
                && argument
                    .preposition
                    .is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Linking, self.tree.lemma(case)));
            linked && matches!(kind, Some(NounKind::Person | NounKind::Government | NounKind::Organization))
        };
        // "identified the driver *as Otto Lind*", "regarded it *as a threat*"
        let taken_as = || argument.preposition.is_some_and(|case| self.tree.lemma(case) == "as") && role.is_some();
        named
            || matches!(role, Some(Role::Target | Role::Counterpart | Role::Source | Role::Actor))
            || role.is_none() && somebody()
            || taken_as()
            || self.phrases().resolve(argument.head).is_some()
    }

    /// What a purpose or a request names goes to the target's side of the clause that it belongs to.
    pub(in crate::claim) fn absorbed(&self, sides: &mut Sides, inner: usize) {
        if self.takes_over(inner) {
            return;
        }
        let phrases = self.phrases();
        let clause = &self.clauses.clauses[inner];
        for argument in clause.arguments.iter().filter(|argument| !argument.shared) {
            let circumstance = argument.slot == Slot::Oblique && self.is_circumstance(argument, self.row(clause));
            if !self.is_time(argument.head) && self.is_interesting(argument, None) && !circumstance && !self.serves_only(clause, argument) {
                let spot = argument.slot == Slot::Oblique
                    && argument
                        .preposition
                        .is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Where, self.tree.lemma(case)));
                phrases.add(sides, if spot { Side::Place } else { Side::Target }, argument.head);
            }
        }
        for &deeper in &clause.absorbed {
            self.absorbed(sides, deeper);
        }
    }

    /// "met Lind *to discuss a plan of 40 pages*": what a purpose is about takes no part, unless it is named.
    fn serves_only(&self, clause: &Clause, argument: &Argument) -> bool {
        let purpose = self.tree.relation(clause.top()) == Relation::Advcl && clause.kind == ClauseKind::Purpose;
        let head = argument.head;
        let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head));
        let somebody = matches!(kind, Some(NounKind::Person | NounKind::Country | NounKind::Government));
        purpose && matches!(self.tree.tag(head), PennTag::NN | PennTag::NNS) && !somebody && self.phrases().modifier_country(head).is_none()
    }

    /// A purpose that takes over has the subject of the clause that serves it.
    pub(in crate::claim) fn serve(&self, sides: &mut Sides, clause: &Clause) {
        let Some(matrix) = clause.absorbed_by.map(|by| &self.clauses.clauses[by]) else { return };
        if clause.subject().is_none()
            && let Some(subject) = matrix.subject()
        {
            self.phrases().add(sides, Side::Actor, subject.head);
        }
    }

    /// "Aino Tuuli said *Chad* would wait": the countries and people that somebody's words name in the sentence, where the claim is
    /// that they were said.
    pub(in crate::claim) fn spoken_of(&self, scope: &Scope, speaker: &Participant) -> Vec<Participant> {
        let said = |place: Span| scope.content.iter().any(|content| content.contains(place)) && !scope.source.overlaps(place);
        let phrases = self.phrases();
        let mut sides = Sides::default();
        for (mention, token) in &self.anchors {
            let names = matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_)) && !self.scene.is_currency(mention);
            if names && said(mention.span) && !self.is_weak(mention) {
                sides.add(Side::Target, phrases.participant(*token));
            }
        }
        for token in 0..self.tree.len() {
            let place = self.tree.token_span(token);
            let noun = matches!(self.tree.tag(token), PennTag::NNP | PennTag::NN);
            if noun && said(place) && !sides.target.iter().any(|known| known.start <= place.start && place.end <= known.end) {
                let person = self.tree.tag(token) == PennTag::NNP && self.discourse.cast.at(place).is_some();
                let country = || self.scene.gazetteers.cues.reference(self.tree.lemma(token)) == Some(ReferenceKind::Country);
                if person || country() && phrases.resolve(token).is_some() {
                    sides.add(Side::Target, phrases.participant(token));
                }
            }
        }
        let known = |participant: &Participant| participant.name.is_some() && participant.name == speaker.name;
        sides.target.retain(|participant| !known(participant) && (participant.country.is_some() || participant.name.is_some()));
        sides.target.dedup_by(|one, other| one.name == other.name && one.country == other.country);
        // They take part in what is said, not in the saying.
        for spoken_of in &mut sides.target {
            spoken_of.inside = true;
        }
        sides.target
    }

    /// Countries and officials of the clause that no argument brought in: the target's side.
    pub(in crate::claim) fn rest(&self, sides: &mut Sides, index: usize, split: Option<Span>) {
        let mut evidence = None;
        for (mention, token) in &self.anchors {
            if split.is_some_and(|span| span.overlaps(mention.span))
                || self.scene.is_currency(mention)
                || self.standing(self.clauses.owner[*token]) != index
                || self.in_cue(mention.span)
                || self.is_compared(*token)
                || (matches!(mention.kind, MentionKind::Official(_)) && self.is_said_of_when(*token))
            {
                continue;
            }
            // "*As Chadians*, we disagree": who acts.
            let aside = self.clauses.clauses[index].arguments.iter().any(|argument| {
                self.tree.subtree_range(argument.head).contains(token) && self.is_aside_of_subject(argument, &self.clauses.clauses[index])
            });
            let acts = aside || self.is_lost_subject(&self.clauses.clauses[index], mention, *token);
            // "in Chad and *in Peru*": where it happens, although no argument says so.
            let locative = || {
                preposition(self.tree, *token)
                    .is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Locative, self.tree.lemma(case)))
            };
            let side = match mention.kind {
                _ if acts => Side::Actor,
                MentionKind::Country(_) if !self.phrases().is_part_of_phrase(*token) && locative() => Side::Place,
                _ => Side::Target,
            };
            // "⟦has slimmed down to three⟧, with Lind returning": a claim names nobody outside of what it stands on.
            if !acts && !evidence.get_or_insert_with(|| self.evidence(index)).overlaps(mention.span) {
                continue;
            }
            let inside =
                sides.actor.iter().chain(&sides.target).any(|known| known.start <= mention.span.start && mention.span.end <= known.end);
            let phrases = self.phrases();
            let part = phrases.is_part_of_phrase(*token) || self.is_of_another_verb(&self.clauses.clauses[index], *token);
            let named = |token| Participant { inside: !acts && part, ..phrases.participant(token) };
            match &mention.kind {
                MentionKind::Country(country) if !sides.has_country(country.iso2) && !inside => {
                    sides.add(side, named(*token));
                }
                MentionKind::Official(official) => {
                    let known = sides.actor.iter().chain(&sides.target).any(|known| known.name.as_deref() == Some(&*official.full_name));
                    if !known && !inside {
                        sides.add(side, named(*token));
                    }
                }
                _ => {}
            }
        }
    }

    /// "gave Roth a chance *of succeeding Lind*": in what is done by a verb that is no part of the clause.
    fn is_of_another_verb(&self, clause: &Clause, token: usize) -> bool {
        let tree = self.tree;
        let mut path = std::iter::successors(Some(token), |&at| tree.head(at)).take_while(|at| !clause.chain.contains(at));
        path.any(|at| is_verb(tree.tag(at)) && tree.child_with(at, Relation::Cop).is_none())
    }

    /// "was lifted *after a talk with Lind*", "left on *the day after Lind's election*": who is named beside what says when; not
    /// "named *after Lind*".
    fn is_said_of_when(&self, token: usize) -> bool {
        let tree = self.tree;
        let path = std::iter::successors(Some(token), |&at| tree.head(at)).take_while(|&at| !is_verb(tree.tag(at)));
        let words = &self.scene.gazetteers.word_sets;
        path.into_iter().any(|at| {
            at != token
                && tree
                    .children(at)
                    .any(|case| case < at && tree.relation(case) == Relation::Case && words.has(FunctionSet::NounTime, tree.lemma(case)))
        })
    }

    /// "*Chair Ann Lee (Ohio)* and Chair Otto Lind sent a letter": a name before the verb that the tree left out of the subject, or
    /// for which it has none.
    fn is_lost_subject(&self, clause: &Clause, mention: &Mention, token: usize) -> bool {
        let tree = self.tree;
        let verb = clause.top();
        if clause.passive || !is_verb(tree.tag(verb)) || mention.span.end > tree.token_span(verb).start {
            return false;
        }
        let subject = clause.subject();
        if subject.is_some_and(|subject| subject.shared || tree.token_span(subject.head).end <= mention.span.start) {
            return false;
        }
        let own = |at: usize| {
            tree.child_with(at, Relation::Case).is_none() && !tree.relation(at).is_clausal() && tree.relation(at) != Relation::NmodPoss
        };
        let listed = |subject: &Argument| {
            let between = self.scene.text.get(mention.span.end..tree.token_span(subject.head).start).unwrap_or_default();
            tree.tokens_in(Span::new(mention.span.end, mention.span.end + between.len())).any(|at| tree.tag(at) == PennTag::CC)
        };
        let path = std::iter::successors(Some(token), |&at| tree.head(at)).take_while(|&at| !clause.chain.contains(&at));
        let reaches = std::iter::successors(Some(token), |&at| tree.head(at)).any(|at| clause.chain.contains(&at));
        reaches && path.into_iter().all(own) && subject.is_none_or(listed)
    }
}

/// "*A shooting* injured six": what hurts people is not hurt.
fn argument_is_event(tree: &Tree, gazetteers: &Gazetteers, clause: &Clause) -> bool {
    clause.subject().is_some_and(|subject| is_harmful_event(tree, gazetteers, subject.head))
}
