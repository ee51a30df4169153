//! Where something happens: the phrases of place of a clause or of a noun that names what happens.
//!
//! "Two were shot *inside a car in the 1400 block of Elm Street*": a preposition of place before a noun that is one, by the tables
//! or by its name. Phrases that stand side by side describe one place.

use crate::article::Span;
use crate::claim::clause::{Clause, ClauseKind, Slot, is_noun, is_verb, row_of};
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::side::Sides;
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::places::PlaceKind;
use crate::gazetteer::predicates::{Frame, PredicateRow, Role};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{CountryForm, DateKind, Mention, MentionKind};

/// What makes a noun a candidate for a place.
#[derive(Clone, Copy, Debug)]
enum Opening {
    /// "*in* the park": the preposition at this token.
    Preposition(usize),
    /// "the middle *of* the park": it says what something else is part of.
    Whole,
    /// "the *Dorchester* shooting", "*Dorchester*, where": the name alone.
    Bare,
}

/// A phrase of place.
#[derive(Clone, Copy, Debug)]
pub(in crate::claim) struct Spot {
    /// The noun.
    head: usize,
    /// Its preposition.
    case: usize,
    /// Its words, the preposition left out.
    span: Span,
}

impl SentenceRules<'_, '_> {
    /// The phrases of place of the sentence.
    fn spots(&self) -> &[Spot] {
        self.spots.get_or_init(|| (0..self.tree.len()).filter_map(|case| self.spot_behind(case)).collect())
    }

    /// "*in* the park": the phrase of place that a preposition opens.
    fn spot_behind(&self, case: usize) -> Option<Spot> {
        let tree = self.tree;
        let opens = tree.relation(case) == Relation::Case && tree.tag(case) == PennTag::IN;
        let head = tree.head(case).filter(|&head| opens && case < head)?;
        let known = self.scene.gazetteers.word_sets.has(FunctionSet::PlacePreposition, tree.lemma(case));
        if !known || !self.is_place(head, Opening::Preposition(case)) {
            return None;
        }
        // "the date *on* which four states agreed"
        if (case + 1..head).any(|token| matches!(tree.tag(token), PennTag::WDT | PennTag::WP)) {
            return None;
        }
        Some(Spot { head, case, span: self.span_of_place(head) })
    }

    /// "was released *from the hospital*": a place that is left, by the preposition at `case`, and is no country or body by name.
    pub(super) fn is_place_left(&self, noun: usize, case: usize) -> bool {
        let common = matches!(self.tree.tag(noun), PennTag::NN | PennTag::NNS);
        self.tree.lemma(case) == "from" && common && self.is_place(noun, Opening::Preposition(case))
    }

    /// "shot four people *on Elm Street*": a place, by the preposition at `case`.
    pub(super) fn is_spot(&self, noun: usize, case: usize) -> bool {
        self.is_place(noun, Opening::Preposition(case))
    }

    /// Whether a noun with this opening is a place.
    fn is_place(&self, noun: usize, opening: Opening) -> bool {
        let (tree, words) = (self.tree, &self.scene.gazetteers.word_sets);
        if !is_noun(tree.tag(noun)) || self.is_time(noun) {
            return false;
        }
        if tree.tag(noun).is_proper() {
            return self.is_named_place(noun, opening);
        }
        let lemma = tree.lemma(noun);
        let whole = || self.wholes(noun).any(|whole| self.is_place(whole, Opening::Whole));
        if words.has(LexicalSet::PartOfPlace, lemma) {
            return whole();
        }
        if words.has(LexicalSet::PlaceNoun, lemma) || self.scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Place) {
            // "injured in chaotic *scenes*"
            if words.has(LexicalSet::PlaceOrSight, lemma) {
                return !self.opens_with(opening, |case| case == "in");
            }
            // "in the Elm Park *area* of Lima", not "in the *area* of trade"
            let named = tree.children(noun).any(|child| tree.relation(child) == Relation::Compound && tree.tag(child).is_proper());
            return named || !words.has(LexicalSet::PlaceOrSubject, lemma) || self.wholes(noun).next().is_none() || whole();
        }
        let beside = match opening {
            Opening::Preposition(case) => words.has(FunctionSet::BesideGathering, tree.lemma(case)),
            Opening::Whole | Opening::Bare => true,
        };
        beside && words.has(LexicalSet::Gathering, lemma)
    }

    /// "the corner *of Elm Street*": the nouns that a noun is said to be of.
    fn wholes(&self, noun: usize) -> impl Iterator<Item = usize> {
        let tree = self.tree;
        let of = |case: usize| tree.relation(case) == Relation::Case && tree.lemma(case) == "of";
        tree.children(noun).filter(move |&child| tree.relation(child) == Relation::Nmod && tree.children(child).any(of))
    }

    fn opens_with(&self, opening: Opening, is_meant: impl Fn(&str) -> bool) -> bool {
        matches!(opening, Opening::Preposition(case) if is_meant(self.tree.lemma(case)))
    }

    /// "in *Omaha*", "at *Lincoln High School*", "on *Elm Street*"; nobody, no day, no body of people, no outlet.
    fn is_named_place(&self, noun: usize, opening: Opening) -> bool {
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let place = tree.token_span(noun);
        let word = tree.word(self.scene.text, noun);
        if self.discourse.cast.at(place).is_some() || !word.starts_with(char::is_uppercase) {
            return false;
        }
        let lower = word.to_lowercase();
        let noun_kind = gazetteers.noun_classes.kind(&lower);
        let says_so = gazetteers.word_sets.has(LexicalSet::PlaceNoun, &lower) || noun_kind == Some(NounKind::Place);
        for mention in self.scene.mentions_in(self.sentence).iter().filter(|mention| mention.span.overlaps(place)) {
            match &mention.kind {
                MentionKind::Country(country) => return country.form == CountryForm::Name && !self.scene.is_currency(mention),
                MentionKind::Official(_) | MentionKind::Date(_) | MentionKind::Money(_) | MentionKind::Percent(_) => return false,
                MentionKind::Organization(_) => return says_so,
                _ => {}
            }
        }
        if says_so || gazetteers.places.get(&lower).is_some() {
            return true;
        }
        // A name that no table knows is a place by what opens it.
        if matches!(opening, Opening::Whole) || self.opens_with(opening, |case| gazetteers.word_sets.has(FunctionSet::AlongPlace, case)) {
            return false;
        }
        if self.opens_with(opening, |case| case == "in") {
            let determined = tree.children(noun).any(|child| tree.relation(child) == Relation::Det);
            return !determined && noun_kind.is_none() && word.chars().any(char::is_lowercase);
        }
        noun_kind.is_none_or(|kind| kind == NounKind::Organization)
    }

    /// The words of a phrase of place without its preposition, and without a date or a clause behind.
    fn span_of_place(&self, noun: usize) -> Span {
        let tree = self.tree;
        let front = |child: &usize| {
            *child < noun
                && !matches!(tree.relation(*child), Relation::Case | Relation::Cc | Relation::Punct | Relation::Mark | Relation::Advmod)
        };
        let first = tree.children(noun).filter(front).map(|child| tree.subtree_range(child).start).min().unwrap_or(noun);
        let case = tree.children(noun).filter(|&child| child < noun && tree.relation(child) == Relation::Case).max();
        let first = case.map_or(first, |case| first.max(case + 1));
        let span = Span::new(tree.token_span(first).start, tree.token_span(self.last_of_place(noun)).end);
        let span = self.with_place_noun(span);
        let last = tree.tokens_in(span).next_back().unwrap_or(noun);
        self.with_region(self.phrases().with_the_rest_of_a_proper_name(self.phrases().with_the_rest_of_a_compound(span), last))
    }

    /// "his parents' Algiers *home*": the noun that the name describes, whatever the tree makes of it.
    fn with_place_noun(&self, span: Span) -> Span {
        let (tree, words) = (self.tree, &self.scene.gazetteers.word_sets);
        let mut last = tree.tokens_in(span).end;
        let goes_on = |next: usize| {
            let noun = matches!(tree.tag(next), PennTag::NN | PennTag::NNS);
            let known = || [LexicalSet::PlaceNoun, LexicalSet::Gathering].iter().any(|&set| words.has(set, tree.lemma(next)));
            noun && known() && tree.token_span(next - 1).end + 1 == tree.token_span(next).start
        };
        while last < tree.len() && goes_on(last) {
            last += 1;
        }
        last.checked_sub(1).map_or(span, |last| span.join(tree.token_span(last)))
    }

    /// "Alturas*, Calif.*", "Madison*, Wisconsin*": the state or country behind the name of a town, whatever the tree makes of it.
    fn with_region(&self, span: Span) -> Span {
        let tree = self.tree;
        let Some(last) = tree.tokens_in(span).next_back() else { return span };
        let named =
            last + 2 < tree.len() && tree.tag(last).is_proper() && tree.tag(last + 1) == PennTag::Comma && tree.tag(last + 2).is_proper();
        // "in *Ohio*, Indiana and Iowa": two of a list.
        let region_before = || {
            let place = self.scene.gazetteers.places.get(&tree.word(self.scene.text, last).to_lowercase());
            place.is_some_and(|place| place.kind == PlaceKind::Region)
        };
        if !named || region_before() {
            return span;
        }
        let region = tree.token_span(last + 2);
        let known = || {
            let region = self.scene.gazetteers.places.get(&region.of(self.scene.text).to_lowercase());
            region.is_some_and(|region| region.kind == PlaceKind::Region)
        };
        let country = || self.scene.country_at(self.sentence, region).is_some_and(|(_, country)| country.form == CountryForm::Name);
        // "Marksville, *La.*"; not "Coralville, Iowa, *Mr.* Bush".
        let word = region.of(self.scene.text);
        let short =
            word.ends_with('.') && word.len() <= "Calif.".len() && !self.scene.gazetteers.word_sets.has(LexicalSet::CourtesyTitle, word);
        if known() || country() || short { span.join(region) } else { span }
    }

    /// The last word of a phrase of place.
    fn last_of_place(&self, noun: usize) -> usize {
        let tree = self.tree;
        let mut last = noun;
        for child in tree.children(noun).filter(|&child| child > noun) {
            let range = tree.subtree_range(child);
            let comma = range.start == last + 2 && tree.tag(last + 1) == PennTag::Comma;
            let joined = range.start == last + 1;
            let goes_on = match tree.relation(child) {
                Relation::Flat | Relation::Compound | Relation::Nummod | Relation::NmodDesc => joined,
                Relation::Appos => {
                    let bare = tree.child_with(child, Relation::Case).is_none();
                    (joined || comma) && bare && tree.tag(child).is_proper() && tree.tag(noun).is_proper()
                }
                Relation::Nmod => joined && self.is_part_of_place(child),
                // "the intersection of Elm Street *and Oak Avenue*"
                Relation::Conj => joined && self.cross(noun, child),
                _ => false,
            };
            if tree.relation(child) == Relation::Punct {
                continue;
            }
            // "in Houston *(Metro Video)*"
            let aside = tree.tag(range.start) == PennTag::OpenBracket;
            if !goes_on || aside || self.is_time(child) {
                break;
            }
            last = self.last_of_place(child);
        }
        last
    }

    /// Whether two streets meet where it is: "the intersection of *Elm Street* and *Oak Avenue*", "at *Elmview* and *West Oak*"; not "at
    /// the school and *the church*".
    fn cross(&self, street: usize, other: usize) -> bool {
        let tree = self.tree;
        let crossing = tree.head(street).is_some_and(|of| self.scene.gazetteers.word_sets.has(LexicalSet::Crossing, tree.lemma(of)));
        let unknown = |noun: usize| {
            let place = tree.token_span(noun);
            let bare = !tree.children(noun).any(|child| matches!(tree.relation(child), Relation::Det | Relation::NmodPoss));
            bare && tree.tag(noun).is_proper() && !self.scene.mentions_in(self.sentence).iter().any(|mention| mention.span.overlaps(place))
        };
        let at = || tree.child_with(street, Relation::Case).is_some_and(|case| tree.lemma(case) == "at");
        crossing || at() && unknown(street) && unknown(other)
    }

    /// "the block *of Elm Street*", "a house *on the lake*": what tells which place is meant.
    fn is_part_of_place(&self, noun: usize) -> bool {
        let tree = self.tree;
        let Some(case) = tree.children(noun).find(|&child| tree.relation(child) == Relation::Case) else { return false };
        tree.lemma(case) == "of" && is_noun(tree.tag(noun)) || self.spot_behind(case).is_some()
    }

    /// Adds to the sides of the clause `index` where it happens, and takes out who was only that.
    pub(in crate::claim) fn add_places(&self, sides: &mut Sides, index: usize, row: Option<&PredicateRow>, class: &str) {
        let own = self.put_places(sides, |spot| self.is_where(spot, index, row, class));
        if own || !self.scene.gazetteers.word_sets.has(ClassSet::Violence, class) {
            return;
        }
        self.add_named_event(sides, index);
        // "was shot *while sitting in a car*", "one was killed and two were hurt *at a party*".
        for (other, beside) in self.clauses.clauses.iter().enumerate() {
            let shares = beside.subject().is_none_or(|subject| subject.shared) && beside.parent == Some(index);
            let with = match beside.kind {
                ClauseKind::Adverbial if beside.parent == Some(index) => {
                    shares && self.tree.tag(beside.head()) == PennTag::VBG || self.is_at_once(beside)
                }
                ClauseKind::Conjunct => beside.parent == Some(index) && self.is_of_violence(beside),
                ClauseKind::Relative if self.tells_of_event(index, other) => true,
                _ => {
                    self.clauses.clauses[index].kind == ClauseKind::Conjunct
                        && self.clauses.clauses[index].parent == Some(other)
                        && self.is_of_violence(beside)
                }
            };
            let row = self.row(beside);
            if with && self.put_places(sides, |spot| self.is_where(spot, other, row, class)) {
                return;
            }
        }
    }

    /// "died in a shooting *that happened on Friday in Lima*": whether `other` says when and where what the clause `index` names was.
    pub(in crate::claim) fn tells_of_event(&self, index: usize, other: usize) -> bool {
        let (clause, beside) = (&self.clauses.clauses[index], &self.clauses.clauses[other]);
        // "a shooting *that also injured a woman Friday*": what it did besides, it did then and there.
        let harms = || !beside.passive && self.is_of_violence(beside);
        let tells = self.row(beside).is_some_and(|row| self.scene.gazetteers.word_sets.has(ClassSet::Happens, &row.class)) || harms();
        let happens = beside.kind == ClauseKind::Relative && tells;
        let named = |event: usize| clause.arguments.iter().any(|argument| argument.head == event && !argument.shared);
        happens && beside.antecedent.is_some_and(|event| named(event) && self.is_event(event))
    }

    /// "was hurt *when shots were fired at a house*": a clause that tells of the same moment.
    fn is_at_once(&self, clause: &Clause) -> bool {
        let (tree, words) = (self.tree, &self.scene.gazetteers.word_sets);
        tree.children(clause.top()).any(|child| child < clause.top() && words.has(FunctionSet::AtOnce, tree.lemma(child)))
    }

    fn is_of_violence(&self, clause: &Clause) -> bool {
        self.row(clause).is_some_and(|row| self.scene.gazetteers.word_sets.has(ClassSet::Violence, &row.class))
    }

    /// "injured in *Dorchester* shooting", "after an *Englewood* attack": the name before a noun of violence.
    fn add_named_event(&self, sides: &mut Sides, index: usize) {
        let tree = self.tree;
        for argument in self.clauses.clauses[index].arguments.iter().filter(|argument| argument.slot == Slot::Oblique && !argument.shared) {
            self.put_name_before(sides, argument.head);
        }
        let top = self.clauses.clauses[index].top();
        // "2 dead *in Dorchester shooting*"
        for child in tree.children(top).filter(|&child| tree.relation(child) == Relation::Nmod) {
            self.put_name_before(sides, child);
        }
    }

    fn put_name_before(&self, sides: &mut Sides, event: usize) {
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let violent = || {
            row_of(tree, gazetteers, event)
                .is_some_and(|row| row.frame == Frame::Event && gazetteers.word_sets.has(ClassSet::Violence, &row.class))
        };
        if !is_noun(tree.tag(event)) || tree.tag(event).is_proper() || !violent() {
            return;
        }
        let mut names = tree.children(event).filter(|&child| child < event && tree.relation(child) == Relation::Compound);
        let Some(name) = names.rfind(|&name| tree.tag(name).is_proper() && self.is_named_place(name, Opening::Bare)) else { return };
        let first = (0..=name).rev().take_while(|&token| tree.tag(token).is_proper()).last().unwrap_or(name);
        self.put_place(sides, tree.token_span(first).join(tree.token_span(name)));
    }

    /// Adds where the event of a noun happens: "the *shooting* in the park".
    pub(in crate::claim) fn add_places_of_event(&self, sides: &mut Sides, noun: usize) {
        if !self.put_places(sides, |spot| self.tree.head(spot.head) == Some(noun)) {
            self.put_name_before(sides, noun);
        }
    }

    /// "A shooting *at the club* left two dead": the places that the words of `event` hold.
    pub(in crate::claim) fn places_in(&self, event: Span) -> Vec<Participant> {
        let mut sides = Sides::default();
        self.put_places(&mut sides, |spot| event.contains(spot.span));
        sides.place
    }

    /// Adds the phrases of place that are meant, those side by side as one; tells whether there are any.
    fn put_places(&self, sides: &mut Sides, is_meant: impl Fn(&Spot) -> bool) -> bool {
        let mut places: Vec<Span> = Vec::new();
        for spot in self.spots().iter().filter(|spot| is_meant(spot)) {
            match places.last_mut().filter(|last| self.is_right_before(**last, spot)) {
                Some(last) => last.end = last.end.max(spot.span.end),
                None => places.push(spot.span),
            }
        }
        for &span in &places {
            self.put_place(sides, span);
        }
        !places.is_empty()
    }

    /// "*the party* where five were shot": the antecedent is the place, if it can be one; a country takes part as well. Tells whether
    /// nothing else is to be done.
    pub(in crate::claim) fn add_antecedent_place(&self, sides: &mut Sides, noun: usize) -> bool {
        let place = self.tree.token_span(noun);
        if self.scene.country_at(self.sentence, place).is_some() {
            return false;
        }
        let gathering = self.scene.gazetteers.word_sets.has(LexicalSet::Gathering, self.tree.lemma(noun));
        if gathering || self.is_place(noun, Opening::Bare) {
            self.put_place(sides, self.span_of_place(noun));
        }
        true
    }

    /// "in a car | in the garage": nothing but the preposition stands between.
    fn is_right_before(&self, before: Span, spot: &Spot) -> bool {
        let tree = self.tree;
        let between = tree.tokens_in(Span::new(before.end, spot.span.start));
        before.end <= spot.span.start
            && between.clone().all(|token| token == spot.case || matches!(tree.tag(token), PennTag::IN | PennTag::RB))
    }

    fn put_place(&self, sides: &mut Sides, span: Span) {
        let inside = |participant: &Participant| span.contains(participant.span());
        let country = self.scene.mentions_in(self.sentence).iter().rev().find_map(|mention| match &mention.kind {
            MentionKind::Country(country) if country.form == CountryForm::Name && span.contains(mention.span) => {
                Some((country.iso2, mention.span))
            }
            _ => None,
        });
        let kind = if country.is_some_and(|(_, named)| named == span) { ParticipantKind::Country } else { ParticipantKind::Other };
        // "Baghdad, the capital": a longer one goes on behind a comma; "jail on a $2 million bond" says more than where.
        let longer =
            |known: &Participant| known.span().contains(span) && (known.end == span.end || self.scene.text[span.end..].starts_with(','));
        if sides.place.iter().any(longer) {
            return;
        }
        sides.place.retain(|known| !(inside(known) || known.country.is_none() && known.span().contains(span)));
        let nobody = |participant: &Participant| {
            participant.country.is_none()
                && !matches!(participant.kind, ParticipantKind::Official | ParticipantKind::Group)
                && (span.start..span.end).contains(&participant.start)
        };
        sides.target.retain(|participant| !nobody(participant));
        // "*Inside the car* were two children": what stands for the subject is only where they were.
        let before = self.tree.tokens_in(span).start.checked_sub(1);
        if before.is_some_and(|case| self.spots().iter().any(|spot| spot.case == case && self.tree.relation(spot.head).is_subject())) {
            sides.actor.retain(|participant| !nobody(participant));
            if sides.actor.is_empty() {
                std::mem::swap(&mut sides.actor, &mut sides.target);
            }
        }
        let head = self
            .tree
            .tokens_in(span)
            .rev()
            .find(|&token| self.tree.head(token).is_none_or(|head| !span.contains(self.tree.token_span(head))));
        sides.place.push(Participant {
            country: country.map(|(code, _)| code.to_owned()),
            head: head.map(|head| self.tree.lemma(head).to_owned()),
            ..Participant::at(self.scene.text, span, kind)
        });
    }

    /// Whether a phrase of place says where the clause `index` happens.
    fn is_where(&self, spot: &Spot, index: usize, row: Option<&PredicateRow>, class: &str) -> bool {
        let (tree, clause) = (self.tree, &self.clauses.clauses[index]);
        let sets = &self.scene.gazetteers.word_sets;
        if self.standing(self.clauses.owner[spot.head]) != index || self.in_cue(tree.token_span(spot.head)) {
            return false;
        }
        // "sentenced to ten years *in prison*"
        let bare = tree.children(spot.head).all(|child| child == spot.case) && sets.has(LexicalSet::Custody, tree.lemma(spot.head));
        if bare && !matches!(class, "be" | "detain" | "kill" | "injure") {
            return false;
        }
        if clause.chain.contains(&spot.head) || tree.relation(spot.head).is_subject() && tree.head(spot.head) == Some(clause.top()) {
            return true;
        }
        let by_row = || row.and_then(|row| row.role(tree.lemma(spot.case)));
        let mut at = spot.head;
        let mut nouns = 0;
        loop {
            let Some(head) = tree.head(at) else { return false };
            let own = clause.chain.contains(&head) || clause.noun == Some(head) || is_predicate(tree.tag(head));
            if own || self.is_of_verb(head, row) {
                break;
            }
            // "on *Friday* in Chad": a date is between, whatever the tree makes of it.
            if self.is_day(head) {
                at = head;
                continue;
            }
            if self.spots().iter().any(|other| other.head == head) || nouns > 0 {
                return false;
            }
            nouns += 1;
            at = head;
        }
        if nouns == 0 {
            let governor = tree.head(at).unwrap_or(at);
            let state = || tree.children(governor).any(|child| child < governor && tree.relation(child) == Relation::Case);
            let told = !is_noun(tree.tag(governor))
                || clause.noun == Some(governor)
                || self.is_event(governor)
                || state()
                || self.is_of_verb(governor, row);
            // "were shot *at the party*", "shot two men *on the pier*": what is done to somebody is done to nothing else.
            let undergone = clause.passive
                || clause.arguments.iter().any(|argument| {
                    // "opened *fire* on three vans"
                    argument.slot == Slot::Object && argument.head < spot.case && !self.is_of_verb(argument.head, row)
                });
            let hurts = || clause.noun.is_none() && self.scene.gazetteers.word_sets.has(ClassSet::Violence, class);
            let spot = undergone && (tree.lemma(spot.case) == "at" || tree.lemma(spot.case) == "on" && hurts());
            return told && (spot || matches!(by_row(), None | Some(Role::Place | Role::Topic)));
        }
        self.is_where_of(at, clause, class)
    }

    /// "on *Friday*", not "for *three years*".
    fn is_day(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        let day = |mention: &Mention| matches!(&mention.kind, MentionKind::Date(date) if date.kind == DateKind::Date);
        self.scene.mentions_in(self.sentence).iter().any(|mention| day(mention) && mention.span.contains(place))
    }

    /// "took *place*": a noun that is part of the row of its verb.
    fn is_of_verb(&self, noun: usize, row: Option<&PredicateRow>) -> bool {
        row.and_then(|row| row.lemma.split_once(' ')).is_some_and(|(_, word)| word == self.tree.lemma(noun))
    }

    /// Whether where the noun is says where the clause happens, of which it is an argument: "*the shooting* at the club left two dead",
    /// "killed *a man* in the park".
    fn is_where_of(&self, noun: usize, clause: &Clause, class: &str) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        let Some(argument) = clause.arguments.iter().find(|argument| argument.head == noun && !argument.shared) else { return false };
        let violent = sets.has(ClassSet::Violence, class);
        let side = matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object);
        let after = sets.has(ClassSet::ComesAfter, class);
        if self.is_event(noun) {
            // "supported him *for the election* in Chad" is not in Chad.
            let during = || argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "in" | "at" | "during"));
            return violent || !after && (side || during());
        }
        // "There were *four cases* in Chad"
        let exists = || self.tree.child_with(clause.top(), Relation::Expl).is_some();
        side && (violent || exists())
            || argument.slot == Slot::Object && !after && class != "say" && is_verb(self.tree.tag(clause.head()))
            || argument.slot == Slot::Oblique && violent
    }

    /// "the *shooting*", "a *rally*".
    fn is_event(&self, noun: usize) -> bool {
        let (tree, gazetteers) = (self.tree, self.scene.gazetteers);
        let lemma = tree.lemma(noun);
        is_noun(tree.tag(noun))
            && (gazetteers.word_sets.has(LexicalSet::DatedEvent, lemma)
                || gazetteers.word_sets.has(LexicalSet::Gathering, lemma)
                || gazetteers.noun_classes.kind(lemma) == Some(NounKind::Event)
                || row_of(tree, gazetteers, noun).is_some_and(|row| row.frame == Frame::Event))
    }
}

/// Whether a word can have a phrase of its own that says where: a verb, an adjective, an adverb.
fn is_predicate(tag: PennTag) -> bool {
    is_verb(tag) || tag.is_adverb() || matches!(tag, PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::RP | PennTag::IN)
}
