//! How much and how many: which quantities of a clause are told, sums of people, casualties by their words.

use rust_decimal::Decimal;

use super::clause::{Argument, Clause, ClauseKind, Slot, is_passive, is_verb};
use super::draft::{Draft, DraftParts};
use super::modality;
use super::model::{ClaimQuantity, ClaimTime, Modality, Participant, Polarity, Predicate};
use super::quantity::of_people;
use super::sentence_rules::SentenceRules;
use super::when::time_of;
use crate::article::Span;
use crate::claim::construction::casualty::{self, Casualty};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::is_quantity;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::Role;
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::quantity::{Bound, Quantity};

/// How many sentences before it people were counted that a number without a noun takes up.
const REACH: usize = 2;

impl<'a> SentenceRules<'_, 'a> {
    /// Casualties that the clauses did not give: [`casualty`].
    pub(super) fn casualties(&self, drafts: &mut Vec<Draft>) {
        let casualties = casualty::casualties(self.scene, self.sentence, self.tree);
        self.untangle(&casualties, drafts);
        for casualty in &casualties {
            let index = self.standing(self.clauses.owner[casualty.word]);
            let word = self.tree.token_span(casualty.word);
            let given = casualty.mention.map_or(casualty.people, |mention| mention.span);
            if casualty.mention.is_none() {
                // "four were killed and one injured": the clause had taken the four for its own.
                drafts.retain(|draft| !(draft.claim.predicate.start == word.start && draft.claim.predicate.class == casualty.class));
            }
            let known = drafts.iter_mut().find(|draft| {
                let quantity = draft.claim.quantity.as_ref();
                let inside = |quantity: &ClaimQuantity| {
                    (quantity.start <= given.start && given.end <= quantity.end)
                        || casualty.people.contains(Span::new(quantity.start, quantity.end))
                };
                &*draft.claim.predicate.class == casualty.class && quantity.is_some_and(inside)
            });
            if let Some(draft) = known {
                let fewer = draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.value < casualty.total);
                if draft.claim.time.is_none() {
                    draft.claim.time = self.year_said(casualty.word);
                }
                if let Some(total) = casualty.total.filter(|_| fewer) {
                    draft.claim.quantity = Some(of_people(self.scene.text, casualty.people, total));
                }
                continue;
            }
            if self.is_conditional(index) {
                continue;
            }
            // "accused of *murdering four women*", "not guilty of killing two": who is charged did it, as it is alleged.
            let charge = drafts.iter().find(|draft| {
                self.clauses.owner[casualty.word] != index
                    && draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.start == given.start)
                    && self.scene.gazetteers.word_sets.has(ClassSet::Charge, &draft.claim.predicate.class)
            });
            if charge.is_some_and(|draft| draft.claim.polarity == Polarity::Negated) {
                continue;
            }
            let charged: Vec<Participant> = charge.map_or_else(Vec::new, |draft| {
                let people = |participant: &&Participant| !casualty.people.overlaps(Span::new(participant.start, participant.end));
                draft.claim.target.iter().filter(people).cloned().collect()
            });
            let convicted = charge.is_some_and(|draft| &*draft.claim.predicate.class == "convict");
            // "two people were shot and killed": one event, told by its outcome; "left two dead" tells no leaving.
            drafts.retain(|draft| {
                let about = draft.claim.quantity.as_ref().is_some_and(|quantity| quantity.start == given.start);
                // "Injured: 1,904" is one claim, with its number.
                let headed = word.end < given.start && Span::new(word.end, given.start).of(self.scene.text).trim() == ":";
                let same = draft.claim.predicate.start == word.start && draft.claim.quantity.is_none();
                let bare = headed && same;
                // "*a total of 344 people* were killed": the people are counted in a phrase of the target.
                let hurt = |target: &Participant| target.start <= casualty.people.start && casualty.people.end <= target.end;
                let bare = bare || same && &*draft.claim.predicate.class == casualty.class && draft.claim.target.iter().any(hurt);
                !(bare || about && self.scene.gazetteers.word_sets.has(ClassSet::BesideCasualty, &draft.claim.predicate.class))
            });
            let mut sides = Sides::default();
            let put_in = |index| modality::of_clause(self.tree, self.scene.text, self.scene.gazetteers, self.clauses, index);
            let mut put = put_in(index);
            // "the charges against three cooks accused *of poisoning* nine": put as its own clause, whatever that is part of.
            if put_in(self.clauses.owner[casualty.word]).modality() == Modality::Alleged {
                put.add(Manner::Alleged);
            }
            if !charged.is_empty() && !convicted {
                put.add(Manner::Alleged);
            }
            sides.actor = charged;
            if sides.actor.is_empty() {
                self.add_doer(&mut sides, casualty);
            }
            if let Some((_, token)) = self.anchors.iter().find(|(mention, _)| mention.span == given) {
                let mut participant = self.phrases().participant(*token);
                (participant.start, participant.end) = (casualty.people.start, casualty.people.end);
                casualty.people.of(self.scene.text).clone_into(&mut participant.text);
                sides.add(Side::Target, participant);
            }
            let clause = &self.clauses.clauses[index];
            self.add_places(&mut sides, index, self.row(clause), casualty.class);
            let predicate = Predicate {
                text: word.of(self.scene.text).to_owned(),
                lemma: self.tree.lemma(casualty.word).to_owned(),
                class: casualty.class.to_owned(),
                start: word.start,
                end: word.end,
            };
            let mut draft = self.draft(DraftParts {
                span: self.span_of_casualty(casualty, &casualties),
                place: word,
                predicate,
                put,
                sides,
                quantity: casualty.mention,
                time: self.time_of_casualty(index, casualty.word),
                rules: vec!["casualty-words"],
            });
            if let Some(total) = casualty.total {
                draft.claim.quantity = Some(of_people(self.scene.text, casualty.people, total));
            }
            if clause.chain.contains(&casualty.word) {
                draft.claim.circumstances = self.circumstances(clause, &draft.claim);
            }
            drafts.push(draft);
        }
        self.outcomes(&casualties, drafts);
        self.share_time(drafts);
        // "Shooting That *Killed* 1": a clause that has neither people nor a number says nothing beside those.
        drafts.retain(|draft| {
            let claim = &draft.claim;
            let harms = matches!(&*claim.predicate.class, "kill" | "injure");
            !harms || claim.quantity.is_some() || !(claim.actor.is_empty() && claim.target.is_empty())
        });
    }

    /// "*Two guards killed in a fire at the mill* were brothers": a participle behind its people has its own phrases with it.
    fn span_of_casualty(&self, casualty: &Casualty<'_>, all: &[Casualty<'_>]) -> Span {
        let index = self.clauses.owner[casualty.word];
        let clause = &self.clauses.clauses[index];
        // "*A man shot two guards at the mill on Friday*": where the clause tells of nobody else, it is the evidence.
        let own = is_verb(self.tree.tag(casualty.word)) && clause.chain.len() == 1 && clause.top() == casualty.word;
        if own && matches!(clause.kind, ClauseKind::Main | ClauseKind::Complement | ClauseKind::Conjunct) {
            let mut whole = self.evidence(index);
            let counts = |mention: &Mention, span: Span| is_quantity(mention) && !self.is_weak(mention) && span.contains(mention.span);
            // "*344 people were killed last year*, 301 of them by gunfire": what is counted behind a comma is told apart.
            let behind = |span: Span| span.start >= casualty.span.end;
            let next = self.anchors.iter().map(|(mention, _)| *mention).filter(|mention| counts(mention, whole) && behind(mention.span));
            if let Some(next) = next.map(|mention| mention.span.start).min() {
                let between = Span::new(casualty.span.end, next).of(self.scene.text);
                // At most one word stands before it: "including", "and", "with".
                if let Some((before, _)) = between.rsplit_once(", ").filter(|(_, rest)| rest.split_whitespace().count() <= 1) {
                    whole = Span::new(whole.start, casualty.span.end + before.len());
                }
            }
            let others = self.anchors.iter().any(|(mention, _)| counts(mention, whole) && !casualty.people.overlaps(mention.span));
            let alone = !others && !all.iter().any(|other| other.word != casualty.word && other.span.overlaps(whole));
            return if alone && whole.contains(casualty.span) { whole } else { casualty.span };
        }
        let of_people = clause.antecedent.is_some_and(|noun| casualty.people.contains(self.tree.token_span(noun)));
        if clause.kind != ClauseKind::Participle || clause.top() != casualty.word || !of_people {
            return casualty.span;
        }
        let whole = self.clauses.span(self.tree, self.scene.text, index);
        Span::new(casualty.span.start, casualty.span.end.max(whole.end))
    }

    /// "*he* fatally shot two guards", "*a man* suspected of killing his wife": whoever does it, by the clause of the word.
    fn add_doer(&self, sides: &mut Sides, casualty: &Casualty<'_>) {
        let word = casualty.word;
        let acts = is_verb(self.tree.tag(word))
            && self.tree.token_span(word).end <= casualty.people.start
            && self.tree.child_with(word, Relation::Obj).is_some_and(|object| object > word)
            && !is_passive(self.tree, word);
        if !acts {
            return;
        }
        let mut clause = &self.clauses.clauses[self.clauses.owner[word]];
        // "police said Lind shot and *killed* two": a verb that the tree made part of another clause has nobody there.
        if !clause.chain.contains(&word) {
            return;
        }
        while let (None, Some(by)) = (clause.subject(), clause.absorbed_by) {
            clause = &self.clauses.clauses[by];
        }
        if let Some(subject) = clause.subject().filter(|subject| !casualty.people.overlaps(self.tree.token_span(subject.head))) {
            self.phrases().add(sides, Side::Actor, subject.head);
        }
    }

    /// "Two were killed and six injured *on Friday*": the one date of the sentence, outside of all its casualties, is that of all.
    fn share_time(&self, drafts: &mut [Draft]) {
        let harms = |draft: &Draft| matches!(&*draft.claim.predicate.class, "kill" | "injure");
        let mut dates = self.anchors.iter().filter_map(|(mention, _)| Some((mention.span, time_of(self.scene, mention)?)));
        let (Some((place, time)), None) = (dates.next(), dates.next()) else { return };
        let outside = |draft: &Draft| {
            let word = draft.claim.predicate.start;
            let people = draft.claim.quantity.as_ref().map_or(word, |quantity| quantity.start);
            (place.end <= word.min(people), place.start >= word.max(people))
        };
        let casualties: Vec<&Draft> = drafts.iter().filter(|draft| harms(draft)).collect();
        let known = casualties.iter().any(|draft| draft.claim.time.as_ref() == Some(&time));
        let before = casualties.iter().all(|draft| outside(draft).0);
        let behind = casualties.iter().all(|draft| outside(draft).1);
        if known && (before || behind) {
            for draft in drafts.iter_mut().filter(|draft| harms(draft) && draft.claim.time.is_none() && draft.claim.quantity.is_some()) {
                draft.claim.time = Some(time.clone());
            }
        }
    }

    /// "left *one woman dead and three men injured*": the tree makes all of them injured; each number goes with its own word.
    fn untangle(&self, casualties: &[Casualty<'_>], drafts: &mut Vec<Draft>) {
        let of = |draft: &Draft, casualty: &Casualty<'_>| {
            let quantity = draft.claim.quantity.as_ref();
            casualty.mention.is_some_and(|mention| quantity.is_some_and(|quantity| quantity.start == mention.span.start))
        };
        let harms = |draft: &Draft| matches!(&*draft.claim.predicate.class, "kill" | "injure");
        drafts.retain(|draft| {
            !harms(draft) || !casualties.iter().any(|casualty| of(draft, casualty) && casualty.class != draft.claim.predicate.class)
        });
        for draft in drafts.iter_mut().filter(|draft| harms(draft)) {
            let Some(own) = casualties.iter().find(|casualty| of(draft, casualty)) else { continue };
            let people = own.people;
            let mixed = casualties.iter().any(|other| {
                let held = |participant: &Participant| {
                    Span::new(participant.start, participant.end).contains(other.people)
                        && Span::new(participant.start, participant.end).contains(people)
                };
                other.class != own.class && draft.claim.target.iter().any(held)
            });
            if mixed {
                draft.claim.target.retain(|participant| !Span::new(participant.start, participant.end).contains(people));
                draft.claim.target.insert(0, self.casualties_as_participant(people));
                let word = Span::new(draft.claim.predicate.start, draft.claim.predicate.end);
                let span = people.join(word).join(Span::new(word.start, draft.claim.end.max(word.end)));
                (draft.claim.start, draft.claim.end) = (span.start, span.end);
                span.of(self.scene.text).clone_into(&mut draft.claim.text);
            }
        }
    }

    fn casualties_as_participant(&self, people: Span) -> Participant {
        let token = self.tree.tokens_in(people).end.saturating_sub(1);
        let mut participant = self.phrases().participant(token);
        (participant.start, participant.end) = (people.start, people.end);
        people.of(self.scene.text).clone_into(&mut participant.text);
        participant
    }

    /// The one date with a year in the sentence: "the March 4, 2015, ferry fire that killed 40"; not of "friends met on March 4, 2015,
    /// *after* 40 were killed".
    pub(super) fn year_said(&self, word: usize) -> Option<ClaimTime> {
        let with_year = |mention: &Mention| {
            let words = mention.span.of(self.scene.text);
            matches!(mention.kind, MentionKind::Date(_))
                && words
                    .split(|character: char| !character.is_ascii_digit())
                    .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
        };
        let mut dates = self.anchors.iter().filter(|(mention, _)| with_year(mention));
        let &(first, token) = dates.next()?;
        let sets = |at: usize| {
            let marks = |child: usize| self.tree.relation(child) == Relation::Mark && matches!(self.tree.lemma(child), "after" | "before");
            self.tree.children(at).any(marks) && !self.tree.is_ancestor(at, token)
        };
        let apart = std::iter::successors(Some(word), |&at| self.tree.head(at)).any(sets);
        (dates.next().is_none() && !apart).then(|| time_of(self.scene, first)).flatten()
    }

    /// What stands beside the words of a number: the noun that is left out ("2 dead", "three others were shot"), the lower end of a
    /// range ("three or four houses").
    pub(super) fn complete(&self, class: &str, mention: &Mention, quantity: &mut ClaimQuantity) {
        if quantity.bound == Bound::Exact
            && self.is_estimated(mention)
            && let Some(value) = quantity.value
        {
            let about = Quantity::bounded(value, Decimal::ZERO, Bound::About);
            (quantity.low, quantity.high, quantity.bound) = (about.low, about.high, about.bound);
        }
        let (MentionKind::Count(_) | MentionKind::Quantifier(_)) = &mention.kind else { return };
        if let Some((low, _)) = self.anchors.iter().find(|(other, _)| self.is_alternative(other, mention))
            && let MentionKind::Count(count) = &low.kind
        {
            quantity.start = low.span.start;
            Span::new(quantity.start, quantity.end).of(self.scene.text).clone_into(&mut quantity.text);
            (quantity.low, quantity.value, quantity.bound) = (count.quantity.value, None, Bound::Range);
        }
        match quantity.unit.as_deref() {
            None if matches!(class, "kill" | "injure") || self.counts_people(class, mention) => {
                quantity.unit = Some("person".to_owned());
            }
            None if matches!(mention.kind, MentionKind::Count(_)) => {
                quantity.unit = self.people_counted_before(mention).map(str::to_owned);
            }
            Some("other") if matches!(mention.kind, MentionKind::Count(_)) => {
                quantity.unit = Some(self.unit_before(mention).unwrap_or("person").to_owned());
            }
            _ => {}
        }
    }

    /// "*Dozens* were arrested", "sickened *thousands*": a number without a noun, of a deed that is done to people alone.
    fn counts_people(&self, class: &str, mention: &Mention) -> bool {
        self.scene.gazetteers.word_sets.has(ClassSet::CountsPeople, class)
            && self.anchors.iter().any(|(other, token)| {
                other.span == mention.span && (self.tree.relation(*token).is_subject() || self.tree.relation(*token) == Relation::Obj)
            })
    }

    /// "Five boys fled. *Two* were found", "*All four* are cooks": people without a noun are some of those counted last, in the sentence or
    /// shortly before it.
    fn people_counted_before(&self, mention: &Mention) -> Option<&'a str> {
        let MentionKind::Count(count) = &mention.kind else { return None };
        let value = count.quantity.value?;
        let takes_part = self.anchors.iter().any(|(other, token)| {
            let (tree, token) = (self.tree, *token);
            let all = matches!(tree.relation(token), Relation::Nummod | Relation::Appos | Relation::Det)
                && tree.head(token).is_some_and(|head| tree.lemma(head) == "all" && tree.relation(head).is_subject());
            other.span == mention.span && (tree.relation(token).is_subject() || all)
        });
        if !takes_part || value <= Decimal::ZERO {
            return None;
        }
        let first = self.sentence.saturating_sub(REACH);
        let before = (first..=self.sentence).rev().flat_map(|sentence| self.scene.mentions_in(sentence).iter().rev());
        let mut counted = before.filter(|other| other.span.end <= mention.span.start).filter_map(|other| match &other.kind {
            MentionKind::Count(count) => Some((count.unit.as_deref()?, count.quantity.low.or(count.quantity.value)?)),
            _ => None,
        });
        let (unit, _) = counted.find(|(_, whole)| *whole >= value)?;
        let people = self.scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Person);
        (people && unit != "other").then_some(if unit == "people" { "person" } else { unit })
    }

    /// "an *estimated* cost of $3 million": a noun of amount that says of its own amount that it is none too exact.
    fn is_estimated(&self, mention: &Mention) -> bool {
        let tree = self.tree;
        let loose = |noun: usize| {
            self.scene.gazetteers.slots.amount_noun(tree.lemma(noun)).is_some()
                && tree.children(noun).any(|child| {
                    tree.relation(child) == Relation::Amod
                        && self.scene.gazetteers.word_sets.has(LexicalSet::Approximate, &tree.word(self.scene.text, child).to_lowercase())
                })
        };
        matches!(mention.kind, MentionKind::Money(_) | MentionKind::Percent(_) | MentionKind::Count(_))
            && self.anchors.iter().filter(|(other, _)| other.span == mention.span).any(|&(_, token)| {
                tree.relation(token).universal() == Relation::Nmod && tree.head(token).is_some_and(loose)
                    || tree.children(token).any(|child| tree.relation(child).is_subject() && loose(child))
            })
    }

    /// "sold two *houses* and rented three others": the last things counted in the sentence before the number; none where they
    /// are people ("two *teachers* and three others").
    fn unit_before(&self, mention: &Mention) -> Option<&'a str> {
        let before = self.scene.mentions_in(self.sentence).iter().rev().skip_while(|other| other.span.start >= mention.span.start);
        let unit = before.filter_map(|other| match &other.kind {
            MentionKind::Count(count) => count.unit.as_deref(),
            _ => None,
        });
        let things = |unit: &&str| {
            let kind = self.scene.gazetteers.noun_classes.kind(unit);
            !matches!(kind, None | Some(NounKind::Person | NounKind::Event | NounKind::Time))
        };
        unit.into_iter().find(|unit| *unit != "other").filter(things)
    }

    /// Whether a quantity counts the people that were killed or injured: an argument itself, and people.
    pub(super) fn is_casualty(&self, clause: &Clause, mention: &Mention) -> bool {
        let MentionKind::Count(count) = &mention.kind else { return false };
        let nouns = &self.scene.gazetteers.noun_classes;
        // "two deadly shootings" counts nobody; nor does "under 15", an age.
        let people = count.unit.as_deref().is_none_or(|unit| match nouns.kind(unit) {
            Some(NounKind::Event) => matches!(nouns.class(unit), Some("death" | "injury")),
            Some(kind) => kind == NounKind::Person,
            None => true,
        });
        let age = count.unit_span.is_none() && count.quantity.bound == Bound::LessThan;
        let people = people && !age;
        let Some((_, token)) = self.anchors.iter().find(|(other, _)| other.span == mention.span) else { return false };
        let toll = self.is_death_toll(clause);
        // "two officers opened fire, wounding his father": who has an object does it; not who "*suffered* burns".
        let suffers = self.row(clause).is_some_and(|row| row.role("subject") == Some(Role::Target));
        let acts = !suffers && clause.arguments.iter().any(|argument| argument.slot == Slot::Object);
        let direct = |argument: &Argument| {
            toll || matches!(argument.slot, Slot::PassiveSubject | Slot::Object) || (argument.slot == Slot::Subject && !acts)
        };
        let phrases = self.phrases();
        people
            && clause.arguments.iter().any(|argument| {
                direct(argument)
                    && phrases
                        .coordinated(argument.head)
                        .iter()
                        .any(|&head| head == *token || self.tree.token_span(head).overlaps(mention.span) || self.counts_of(head, *token))
            })
    }

    /// "was *69* when she took office", "is *10 years old*": an age is how much where it is what the clause says.
    pub(super) fn is_age_told(&self, clause: &Clause, mention: &Mention) -> bool {
        let MentionKind::Measure(measure) = &mention.kind else { return false };
        let head = clause.head();
        measure.unit.ends_with("of age")
            && mention.span.overlaps(self.tree.token_span(head))
            && self.tree.child_with(head, Relation::Cop).is_some()
    }

    /// "is *one of nine lighthouses*": one of a number, as what the clause says that something is.
    pub(super) fn is_one_of(&self, clause: &Clause, mention: &Mention) -> bool {
        mention.span.overlaps(self.tree.token_span(clause.head()))
            && mention.span.of(self.scene.text).get(.."one of ".len()).is_some_and(|start| start.eq_ignore_ascii_case("one of "))
    }

    /// "three of the victims", "as many as 20": the number hangs on the noun, or the noun on it.
    pub(super) fn counts_of(&self, head: usize, token: usize) -> bool {
        self.tree.head(token) == Some(head)
            && matches!(self.tree.relation(token), Relation::Nummod | Relation::Advmod | Relation::Compound | Relation::Det)
    }

    /// "one man and two women were killed" is three: the parts of one coordinated argument, all of them counted people.
    pub(super) fn sum(&self, clause: &Clause, quantities: &[Option<&Mention>]) -> Option<ClaimQuantity> {
        let phrases = self.phrases();
        for argument in
            clause.arguments.iter().filter(|argument| matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object))
        {
            let heads = phrases.coordinated(argument.head);
            if heads.len() < 2 || self.is_apposition(heads[0]) {
                continue;
            }
            let mut total = Decimal::ZERO;
            let mut span: Option<Span> = None;
            let counted = heads.iter().all(|&head| {
                let place = self.tree.token_span(head);
                let number = quantities.iter().flatten().find(|mention| mention.span.overlaps(place));
                let (value, part) = if let Some(mention) = number {
                    let MentionKind::Count(count) = &mention.kind else { return false };
                    if count.quantity.bound != Bound::Exact {
                        return false;
                    }
                    (count.quantity.value, mention.span)
                } else {
                    // "a man"
                    let one = self.tree.tag(head) == PennTag::NN
                        && self.tree.children(head).any(|child| {
                            self.tree.relation(child) == Relation::Det && matches!(self.tree.lemma(child), "a" | "an" | "another")
                        })
                        && matches!(self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head)), Some(NounKind::Person));
                    (one.then_some(Decimal::ONE), phrases.span(head))
                };
                let Some(value) = value else { return false };
                total += value;
                span = Some(span.map_or(part, |span| span.join(part)));
                true
            });
            if let Some(span) = span.filter(|_| counted && total > Decimal::ONE) {
                return Some(of_people(self.scene.text, span, total));
            }
        }
        None
    }

    /// "two people, a police officer and a nurse": what follows people as such after a comma says who they are.
    fn is_apposition(&self, head: usize) -> bool {
        let generic = matches!(self.scene.gazetteers.noun_classes.class(self.tree.lemma(head)), Some("person" | "victim"));
        generic && head + 1 < self.tree.len() && matches!(self.tree.lemma(head + 1), "," | ":" | "-" | "--" | "–" | "—")
    }
}

/// Money that is sent or agreed on is paid: "sent $40,000 to Togo", "a $3 million deal with Lind".
pub(super) fn paid<'c>(class: &'c str, passive: bool, quantity: Option<&Mention>, gazetteers: &Gazetteers) -> &'c str {
    let money = quantity.is_some_and(|mention| matches!(mention.kind, MentionKind::Money(_)));
    match class {
        // "charging $4 for a shot"; not "was charged with theft of $500".
        "charge" if money && !passive => "cost",
        _ if money && gazetteers.word_sets.has(ClassSet::PaysMoney, class) => "pay",
        _ => class,
    }
}
