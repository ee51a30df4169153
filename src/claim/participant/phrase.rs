//! Noun phrases: their words, who they name, and who else is named inside them.

use crate::article::Span;
use crate::claim::attribution::Scope;
use crate::claim::clause::{is_noun, is_verb, preposition};
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::reference::{self, Discourse, Referent};
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::{Scene, is_quantity};
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::places::PlaceKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{CountryForm, MentionKind};

/// What a noun phrase is looked up in.
pub(crate) struct Phrases<'s, 'a> {
    pub(crate) scene: &'s Scene<'a>,
    pub(crate) discourse: &'s Discourse,
    pub(crate) scopes: &'s [Scope],
    pub(crate) sentence: usize,
    pub(crate) tree: &'s Tree,
}

impl Phrases<'_, '_> {
    /// The heads of a coordination: "Kosovo and Costa Rica" has two.
    pub(crate) fn coordinated(&self, head: usize) -> Vec<usize> {
        let mut heads = vec![head];
        for child in self.tree.children(head) {
            let apposed_name = self.tree.relation(child) == Relation::Conj;
            if apposed_name && !self.tree.children(child).any(|below| self.tree.relation(below).is_subject()) {
                heads.push(child);
                heads.extend(self.tree.children(child).filter(|&below| self.tree.relation(below) == Relation::Conj));
            }
        }
        heads
    }

    /// The members that a noun phrase lists: "countries *like Norway and Chad*", "others, *such as Peru*".
    pub(crate) fn members(&self, head: usize) -> Vec<usize> {
        let mut members = Vec::new();
        for child in self.tree.children(head) {
            let lists = matches!(
                self.tree.relation(child).universal(),
                Relation::Nmod | Relation::Obl | Relation::Appos | Relation::Acl | Relation::Advcl
            ) && self.introduces_members(child);
            if !lists {
                continue;
            }
            let listed = if self.is_including(child) { self.tree.child_with(child, Relation::Obj) } else { Some(child) };
            if let Some(listed) = listed {
                members.extend(self.coordinated(listed));
            }
        }
        members
    }

    fn is_including(&self, token: usize) -> bool {
        self.tree.lemma(token) == "include" && self.tree.tag(token) == PennTag::VBG
    }

    fn introduces_members(&self, token: usize) -> bool {
        self.is_including(token)
            || self.tree.children(token).any(|case| {
                case < token
                    && matches!(self.tree.relation(case), Relation::Case | Relation::Mark)
                    && (self.scene.gazetteers.word_sets.has(FunctionSet::Members, self.tree.lemma(case))
                        || (self.tree.lemma(case) == "such" && self.tree.children(case).any(|below| self.tree.lemma(below) == "as")))
            })
    }

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
            && crate::claim::clause::preposition(tree, child).is_some_and(|case| case == head + 1 && tree.lemma(case) == "of")
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

    /// The participant that a noun phrase is.
    pub(crate) fn participant(&self, head: usize) -> Participant {
        let (scene, tree, sentence) = (self.scene, self.tree, self.sentence);
        let place = tree.token_span(head);
        // "21 graffiti artists": a count is never cut.
        let counted = scene
            .mentions_in(sentence)
            .iter()
            .find(|mention| matches!(&mention.kind, MentionKind::Count(count) if count.unit_span.is_some_and(|unit| unit.contains(place))));
        let span = counted.map_or(self.span(head), |mention| self.span(head).join(mention.span));
        let span = self.with_the_rest_of_a_name(self.with_closing_mark(span));
        let lemma = tree.lemma(head);
        let mut participant = Participant { head: Some(lemma.to_owned()), ..Participant::at(scene.text, span, ParticipantKind::default()) };
        let word = tree.word(scene.text, head);
        let is_government = scene.gazetteers.cues.reference(word) == Some(ReferenceKind::Government);
        if let Some((mention, official)) =
            scene.official_at(sentence, place).filter(|(_, official)| !is_government || official.name.overlaps(place))
        {
            let whole = if mention.span.contains(span) { mention.span } else { span.join(mention.span) };
            whole.of(scene.text).clone_into(&mut participant.text);
            (participant.start, participant.end) = (whole.start, whole.end);
            participant.kind = ParticipantKind::Official;
            // "Ms Marsh" of the article's "Lena Marsh".
            let full_name = self.discourse.cast.full_name(&official.full_name, self.scene.gazetteers).unwrap_or(&official.full_name);
            participant.name = Some(full_name.to_owned());
            participant.office.clone_from(&official.office);
            participant.country =
                self.discourse.country_of(scene, mention, official).or_else(|| self.modifier_country(head)).map(str::to_owned);
            if participant.country.is_none() && official.office_span.is_some() {
                participant.country = self.country_of_owner(head).map(str::to_owned);
            }
            return participant;
        }
        if let Some((mention, country)) = scene.country_at(sentence, place) {
            participant.country = Some(country.iso2.to_owned());
            participant.kind = if country.form == CountryForm::Demonym { ParticipantKind::Group } else { ParticipantKind::Country };
            if country.form != CountryForm::Demonym && !is_government {
                mention.span.of(scene.text).clone_into(&mut participant.text);
                (participant.start, participant.end) = (mention.span.start, mention.span.end);
                return participant;
            }
        }
        if let Some((mention, organization)) = scene.organization_at(sentence, place) {
            participant.kind = ParticipantKind::Organization;
            participant.name = Some(organization.name.clone());
            let whole = span.join(mention.span);
            whole.of(scene.text).clone_into(&mut participant.text);
            (participant.start, participant.end) = (whole.start, whole.end);
            participant.country = organization.country.map(str::to_owned);
        }
        // A name that was tagged as something else still has its capital: "Aaron *Dunnings*".
        if participant.kind == ParticipantKind::Other && word.starts_with(char::is_uppercase) {
            participant.name = self.discourse.cast.at(place).map(|person| person.full_name.clone());
        }
        self.name_apposed(&mut participant, head);
        let kind = scene.gazetteers.noun_classes.kind(lemma);
        if participant.country.is_none() {
            participant.country = self.modifier_country(head).map(str::to_owned);
        }
        if participant.kind == ParticipantKind::Other {
            participant.kind = match kind {
                Some(NounKind::Government) if participant.country.is_some() => ParticipantKind::Country,
                Some(NounKind::Government | NounKind::Organization) if self.is_body(head) => ParticipantKind::Organization,
                Some(NounKind::Person) => ParticipantKind::Group,
                _ => ParticipantKind::Other,
            };
        }
        if is_government {
            // "the Trump administration": the country, with the name of who leads it.
            if let Some(official) = self.possessor(head) {
                participant.name = Some(official.0);
                if participant.country.is_none() {
                    participant.country = official.1.map(str::to_owned);
                }
                if participant.country.is_some() {
                    participant.kind = ParticipantKind::Country;
                }
            }
        }
        if participant.country.is_none()
            && participant.name.is_none()
            && let Some(referent) = self.resolve(head)
        {
            let kind = participant.kind;
            fill(&mut participant, referent);
            // "*its* harbours": of a country, and none themselves.
            if kind == ParticipantKind::Other && participant.kind == ParticipantKind::Country && !self.stands_for(head) {
                participant.kind = kind;
            }
        }
        // "the country's Supreme Court": a body by name, of what its possessor stands for.
        if participant.kind == ParticipantKind::Organization && participant.country.is_none() && participant.name.is_some() {
            participant.country = self
                .tree
                .child_with(head, Relation::NmodPoss)
                .and_then(|_| self.resolve(head))
                .and_then(|referent| referent.country)
                .map(str::to_owned);
        }
        // "Israel's prime minister": who that is.
        if participant.name.is_none()
            && participant.country.is_some()
            && kind == Some(NounKind::Person)
            && let Some(referent) = self.resolve(head).filter(|referent| referent.official)
        {
            (participant.name, participant.office) = (referent.name, referent.office);
            participant.kind = ParticipantKind::Official;
        }
        // "*President Lind's* office", "her advisers": of the country that the owner serves.
        if participant.country.is_none() && matches!(kind, Some(NounKind::Government | NounKind::Organization | NounKind::Person)) {
            participant.country = self.country_of_owner(head).map(str::to_owned);
        }
        if participant.country.is_none() && participant.name.is_none() && scene.gazetteers.noun_classes.class(lemma) == Some("government") {
            participant.country = self.discourse.country_of_body(tree, head).map(str::to_owned);
        }
        participant
    }

    /// "a “leader*”* …": the mark that closes what the phrase opens.
    fn with_closing_mark(&self, span: Span) -> Span {
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
    fn with_the_rest_of_a_name(&self, span: Span) -> Span {
        let cut = self.scene.mentions_in(self.sentence).iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) if official.name.start < span.end && span.end < official.name.end => Some(official.name),
            _ => None,
        });
        cut.filter(|name| span.start <= name.start).map_or(span, |name| span.join(name))
    }

    /// The country that the owner of a body or of people serves: "*President Lind's* office", "*her* minister".
    fn country_of_owner(&self, head: usize) -> Option<&'static str> {
        let owner = self.tree.child_with(head, Relation::NmodPoss)?;
        let class = self.scene.gazetteers.noun_classes.class(self.tree.lemma(head));
        // "her father" need not be of the country that she serves.
        if !matches!(class, Some("official" | "soldier" | "police" | "government" | "organization")) {
            return None;
        }
        if self.tree.tag(owner) == PennTag::PRPS {
            let referent = reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, self.tree, owner)?;
            return referent.country.filter(|_| referent.official || referent.body);
        }
        let (mention, official) = self.scene.official_at(self.sentence, self.tree.token_span(owner))?;
        self.discourse.country_of(self.scene, mention, official)
    }

    /// "saw *the body of a girl*", "took *office*": no body of people.
    fn is_body(&self, head: usize) -> bool {
        let tree = self.tree;
        let has = |relations: &[Relation]| tree.children(head).any(|child| child < head && relations.contains(&tree.relation(child)));
        match tree.lemma(head) {
            "body" => has(&[Relation::Amod, Relation::Compound]),
            "office" => has(&[Relation::Det, Relation::Compound, Relation::NmodPoss, Relation::NmodDesc]),
            _ => true,
        }
    }

    /// "a fourth carrier, *Norvik Air*", "the nominee, *Otto Lind*": whom a name between commas behind the phrase names.
    fn name_apposed(&self, participant: &mut Participant, head: usize) {
        let (scene, tree) = (self.scene, self.tree);
        let nameless = participant.name.is_none() && participant.country.is_none() && tree.tag(head) == PennTag::NN;
        let name = tree.children(head).find(|&child| nameless && tree.relation(child) == Relation::Appos && tree.tag(child).is_proper());
        let Some(place) = name.map(|name| tree.token_span(name)) else { return };
        let behind = |start: usize| {
            let between = scene.text.get(participant.end..start).unwrap_or_default();
            matches!(between.trim().trim_end_matches("the").trim_end(), ",")
        };
        let person = scene.gazetteers.noun_classes.kind(tree.lemma(head)) == Some(NounKind::Person);
        let whole = if let Some((mention, organization)) =
            scene.organization_at(self.sentence, place).filter(|(mention, _)| !person && behind(mention.span.start))
        {
            participant.kind = ParticipantKind::Organization;
            participant.name = Some(organization.name.clone());
            participant.country = organization.country.map(str::to_owned);
            mention.span
        } else if let Some((mention, official)) =
            scene.official_at(self.sentence, place).filter(|(mention, _)| person && behind(mention.span.start))
        {
            participant.kind = ParticipantKind::Official;
            participant.name = Some(official.full_name.clone());
            participant.office.clone_from(&official.office);
            participant.country = self.discourse.country_of(scene, mention, official).map(str::to_owned);
            mention.span
        } else {
            if let Some(named) = self.discourse.cast.at(place).filter(|_| person) {
                participant.name = Some(named.full_name.clone());
            }
            return;
        };
        let whole = Span::new(participant.start, participant.end).join(whole);
        whole.of(scene.text).clone_into(&mut participant.text);
        (participant.start, participant.end) = (whole.start, whole.end);
    }

    /// Whether a noun is itself what refers, and not only its possessor.
    fn stands_for(&self, head: usize) -> bool {
        self.tree.child_with(head, Relation::NmodPoss).is_none()
            || is_pronoun(self.tree.tag(head))
            || self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head)) == Some(NounKind::Country)
    }

    /// Whom or what the phrase stands for.
    pub(crate) fn resolve(&self, head: usize) -> Option<Referent> {
        reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, self.tree, head).or_else(|| {
            // "our country", "its government": what the possessor stands for.
            let owner = self.tree.child_with(head, Relation::NmodPoss)?;
            // "the government's project" too: what a country or its government has is the country's.
            let own = matches!(
                self.scene.gazetteers.cues.reference(&self.tree.word(self.scene.text, owner).to_ascii_lowercase()),
                Some(ReferenceKind::Own | ReferenceKind::Country | ReferenceKind::Government)
            );
            let kind = self.scene.gazetteers.noun_classes.kind(self.tree.lemma(head));
            let servant =
                || matches!(self.scene.gazetteers.noun_classes.class(self.tree.lemma(head)), Some("soldier" | "official" | "police"));
            let public = matches!(kind, Some(NounKind::Country | NounKind::Government | NounKind::Organization))
                || servant()
                || crate::claim::clause::row_of(self.tree, self.scene.gazetteers, head).is_some();
            if !own && !public {
                return None;
            }
            reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, self.tree, owner).map(|referent| Referent {
                name: None,
                office: None,
                official: false,
                ..referent
            })
        })
    }

    fn possessor(&self, head: usize) -> Option<(String, Option<&'static str>)> {
        let tree = self.tree;
        tree.children(head)
            .filter(|&child| matches!(tree.relation(child).universal(), Relation::Compound | Relation::Nmod | Relation::Amod))
            .find_map(|child| self.scene.official_at(self.sentence, tree.token_span(child)))
            .map(|(_, official)| (official.full_name.clone(), official.country))
    }

    /// The country that an adjective, a possessor or "of" gives a noun: "U.S. diplomats", "the UK's deal".
    pub(crate) fn modifier_country(&self, head: usize) -> Option<&'static str> {
        let tree = self.tree;
        let person = matches!(self.scene.gazetteers.noun_classes.kind(tree.lemma(head)), Some(NounKind::Person | NounKind::Government));
        tree.children(head)
            .filter(|&child| match tree.relation(child) {
                Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::NmodDesc | Relation::Flat => true,
                Relation::Nmod => person && preposition(tree, child).is_some_and(|case| matches!(tree.lemma(case), "of" | "from" | "in")),
                _ => false,
            })
            .find_map(|child| self.scene.country_at(self.sentence, tree.token_span(child)).map(|(_, country)| country.iso2))
            .or_else(|| self.country_of_compound(head))
            .or_else(|| self.country_of_seat(head))
    }

    /// "the *Chad-based* firm", "a *Saudi-led* coalition": the country in front of a hyphen says where it belongs.
    fn country_of_compound(&self, head: usize) -> Option<&'static str> {
        let tree = self.tree;
        tree.children(head)
            .filter(|&child| {
                child < head
                    && child >= 2
                    && tree.relation(child) == Relation::Amod
                    && tree.tag(child - 1) == PennTag::HYPH
                    && self.scene.gazetteers.word_sets.has(LexicalSet::Belonging, tree.lemma(child))
            })
            .find_map(|child| self.scene.country_at(self.sentence, tree.token_span(child - 2)).map(|(_, country)| country.iso2))
    }

    /// "the government *in Ankara*": a government is of the country whose capital it sits in.
    fn country_of_seat(&self, head: usize) -> Option<&'static str> {
        let tree = self.tree;
        let governs = self.scene.gazetteers.noun_classes.kind(tree.lemma(head)) == Some(NounKind::Government);
        let seat = tree.children(head).find(|&child| {
            governs
                && tree.relation(child) == Relation::Nmod
                && tree.tag(child).is_proper()
                && preposition(tree, child).is_some_and(|case| tree.lemma(case) == "in")
        })?;
        let place = self.scene.gazetteers.places.get(&tree.word(self.scene.text, seat).to_lowercase());
        place.filter(|place| place.kind == PlaceKind::Capital).map(|place| place.country)
    }

    /// Countries and officials that stand inside a noun phrase without being its head.
    pub(super) fn add_inner(&self, sides: &mut Sides, side: Side, head: usize) {
        let tree = self.tree;
        let whole = self.inner_extent(head);
        self.add_inner_references(sides, side, head, whole);
        for mention in self.scene.mentions_in(self.sentence).iter().filter(|mention| whole.contains(mention.span)) {
            let tokens = tree.tokens_in(mention.span);
            let in_clause = tokens.clone().any(|token| self.is_under_clause(token, head));
            let side = match side {
                // "the *anti-Chad* vote decided it": who is meant does nothing.
                Side::Actor if self.is_stance(mention.span) => Side::Target,
                Side::Actor if self.is_under(FunctionSet::Toward, mention.span, head) => Side::Target,
                Side::Actor if self.is_under(FunctionSet::Where, mention.span, head) => Side::Place,
                side => side,
            };
            match &mention.kind {
                // "*Cuban*-Americans": one group, of the country of its second word.
                MentionKind::Country(_) if self.is_half_of_a_group(mention.span) => {}
                MentionKind::Country(country) if !in_clause && !sides.has_country(country.iso2) && !self.scene.is_currency(mention) => {
                    sides.add(
                        side,
                        Participant {
                            country: Some(country.iso2.to_owned()),
                            ..Participant::at(self.scene.text, mention.span, ParticipantKind::Country)
                        },
                    );
                }
                MentionKind::Official(official)
                    if !in_clause
                        && !tokens.clone().any(|token| self.is_relative_of(token))
                        && !tree.tokens_in(official.name).any(|token| tree.head(token) == Some(head) && self.owns_somebody(token)) =>
                {
                    let known = sides.actor.iter().chain(&sides.target).any(|known| known.name.as_deref() == Some(&*official.full_name));
                    if !known {
                        sides.add(
                            side,
                            Participant {
                                country: self.discourse.country_of(self.scene, mention, official).map(str::to_owned),
                                name: Some(
                                    self.discourse
                                        .cast
                                        .full_name(&official.full_name, self.scene.gazetteers)
                                        .unwrap_or(&official.full_name)
                                        .to_owned(),
                                ),
                                office: official.office.clone(),
                                ..Participant::at(self.scene.text, mention.span, ParticipantKind::Official)
                            },
                        );
                    }
                }
                _ => {}
            }
        }
    }

    /// "*Lind's* spokeswoman", "*her* campaign", "the *Roth* family", "*Lind* staffers": somebody or some body else than the one named.
    fn owns_somebody(&self, token: usize) -> bool {
        let tree = self.tree;
        let Some(noun) = tree.head(token).filter(|&noun| noun > token) else { return false };
        let owns = match tree.relation(token) {
            Relation::NmodPoss => true,
            Relation::Compound => {
                let words = &self.scene.gazetteers.word_sets;
                words.has(LexicalSet::Family, tree.lemma(noun)) || words.has(LexicalSet::Followers, tree.lemma(noun))
            }
            _ => false,
        };
        let kind = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun));
        let place = tree.token_span(noun);
        let somebody = matches!(kind, Some(NounKind::Organization | NounKind::Government | NounKind::Person))
            || self.scene.gazetteers.word_sets.has(LexicalSet::Followers, tree.lemma(noun))
            || self.scene.organization_at(self.sentence, place).is_some()
            || self.scene.official_at(self.sentence, place).is_some_and(|(_, official)| !official.name.contains(tree.token_span(token)));
        owns && (somebody || tree.relation(token) == Relation::Compound)
    }

    /// "The campaign *against Chad* failed", "the flood *in Chad* has closed the road": whom a noun of what is done or planned is directed
    /// at, and where something is, acts in nothing.
    fn is_under(&self, prepositions: FunctionSet, place: Span, head: usize) -> bool {
        let tree = self.tree;
        let kind = self.scene.gazetteers.noun_classes.kind(tree.lemma(head));
        let acts = matches!(kind, Some(NounKind::Person | NounKind::Government | NounKind::Organization | NounKind::Country))
            || tree.tag(head).is_proper();
        let path = tree.token_at(place.start).into_iter().flat_map(|token| std::iter::successors(Some(token), |&at| tree.head(at)));
        !acts
            && path.take_while(|&at| at != head).any(|at| {
                tree.head(at) == Some(head)
                    && preposition(tree, at).is_some_and(|case| self.scene.gazetteers.word_sets.has(prepositions, tree.lemma(case)))
            })
    }

    /// "*pro-Chad*", "*anti-Lind*".
    fn is_stance(&self, place: Span) -> bool {
        let before = self.scene.text[..place.start].strip_suffix('-');
        let stance = before.and_then(|before| before.rsplit(|character: char| !character.is_alphabetic()).next());
        stance.is_some_and(|stance| self.scene.gazetteers.word_sets.has(FunctionSet::StancePrefix, &stance.to_lowercase()))
    }

    /// "*Cuban*-Americans".
    fn is_half_of_a_group(&self, place: Span) -> bool {
        let next = self.scene.text[place.end..].strip_prefix('-').map(|_| place.end + 1);
        next.is_some_and(|next| {
            let other = Span::new(next, next + 1);
            self.scene.country_at(self.sentence, other).is_some_and(|(_, country)| country.form == CountryForm::Demonym)
        })
    }

    fn inner_extent(&self, head: usize) -> Span {
        let tree = self.tree;
        let mut span = tree.token_span(head);
        for child in tree.children(head) {
            if !matches!(tree.relation(child), Relation::Conj | Relation::Parataxis | Relation::AclRelcl | Relation::Punct | Relation::Cc) {
                span = span.join(tree.subtree_span(child));
            }
        }
        span
    }

    pub(super) fn is_under_clause(&self, token: usize, head: usize) -> bool {
        let tree = self.tree;
        let mut at = token;
        while at != head {
            let relation = tree.relation(at);
            if relation == Relation::Conj && tree.head(at) == Some(head) {
                return true;
            }
            if relation.is_clausal() && !is_noun(tree.tag(at)) {
                return true;
            }
            match tree.head(at) {
                Some(next) => at = next,
                None => return true,
            }
        }
        false
    }
}

/// Takes over what a referent is known by.
pub(super) fn fill(participant: &mut Participant, referent: Referent) {
    participant.country = referent.country.map(str::to_owned);
    if referent.name.is_some() {
        let person = participant.kind == ParticipantKind::Other && referent.official;
        if participant.kind == ParticipantKind::Other && referent.body {
            participant.kind = ParticipantKind::Organization;
        }
        participant.name = referent.name;
        participant.office = referent.office;
        if person {
            participant.kind = ParticipantKind::Official;
        }
    }
    if participant.kind == ParticipantKind::Other && participant.country.is_some() && participant.name.is_none() {
        participant.kind = ParticipantKind::Country;
    }
}

fn is_pronoun(tag: PennTag) -> bool {
    matches!(tag, PennTag::PRP | PennTag::PRPS)
}
