//! Noun phrases: their words, who they name, and who else is named inside them.

use memchr::memmem;

use crate::article::Span;
use crate::claim::attribution::Scope;
use crate::claim::clause::preposition;
use crate::claim::model::{Antecedent, Participant, ParticipantKind};
use crate::claim::participant::antecedent;
use crate::claim::participant::reference::{self, Discourse, Referent};
use crate::claim::scene::Scene;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::places::PlaceKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{CountryForm, MentionKind, OfficialMention};

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
            if apposed_name && !self.is_alias(child) && !self.tree.children(child).any(|below| self.tree.relation(below).is_subject()) {
                heads.push(child);
                heads.extend(self.tree.children(child).filter(|&below| self.tree.relation(below) == Relation::Conj));
            }
        }
        heads
    }

    /// "the Port Safety Act, *or PSA*": what the same thing is called in short.
    fn is_alias(&self, token: usize) -> bool {
        let word = self.tree.word(self.scene.text, token);
        let short = (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        short && token >= 2 && self.tree.lemma(token - 1) == "or" && self.tree.tag(token - 2) == PennTag::Comma
    }

    /// The members that a noun phrase lists: "countries *like Norway and Chad*", "others, *such as Peru*".
    pub(crate) fn members(&self, head: usize) -> Vec<usize> {
        let mut members = Vec::new();
        // "*Lind*, like Berg, has refused": whom somebody is likened to is no part of him.
        if self.tree.tag(head).is_proper() || self.tree.tag(head) == PennTag::PRP {
            return members;
        }
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

    pub(super) fn introduces_members(&self, token: usize) -> bool {
        self.is_including(token)
            || self.tree.children(token).any(|case| {
                case < token
                    && matches!(self.tree.relation(case), Relation::Case | Relation::Mark)
                    && (self.scene.gazetteers.word_sets.has(FunctionSet::Members, self.tree.lemma(case))
                        || (self.tree.lemma(case) == "such" && self.tree.children(case).any(|below| self.tree.lemma(below) == "as")))
            })
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
        let span = self.with_the_rest_of_a_word(self.with_the_rest_of_a_name(self.with_closing_mark(span)), head);
        let lemma = tree.lemma(head);
        let mut participant = Participant { head: Some(lemma.to_owned()), ..Participant::at(scene.text, span, ParticipantKind::default()) };
        let word = tree.word(scene.text, head);
        let is_government = scene.gazetteers.cues.reference(word) == Some(ReferenceKind::Government);
        if let Some((mention, official)) =
            scene.official_at(sentence, place).filter(|(_, official)| !is_government || official.name.overlaps(place))
            && !self.is_body_served(head, official)
        {
            let whole = if mention.span.contains(span) { mention.span } else { span.join(mention.span) };
            whole.of(scene.text).clone_into(&mut participant.text);
            (participant.start, participant.end) = (whole.start, whole.end);
            participant.kind = ParticipantKind::Official;
            // "Ms Marsh" of the article's "Lena Marsh".
            let full_name = self.discourse.cast.full_name(&official.full_name, self.scene.gazetteers).unwrap_or(&official.full_name);
            participant.name = Some(full_name.to_owned());
            participant.office = scene.office_of(official);
            participant.country =
                self.discourse.country_of(scene, mention, official).or_else(|| self.modifier_country(head)).map(str::to_owned);
            if participant.country.is_none() && official.office_span.is_some() {
                participant.country = self.country_of_owner(head).map(str::to_owned);
            }
            return participant;
        }
        let span = self.with_the_rest_of_a_compound(self.with_the_rest_of_a_proper_name(span, head));
        span.of(scene.text).clone_into(&mut participant.text);
        (participant.start, participant.end) = (span.start, span.end);
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
                Some(NounKind::Person) if tree.tag(head) != PennTag::NN => ParticipantKind::Group,
                Some(NounKind::Person) if scene.gazetteers.noun_classes.class(lemma) == Some("official") => ParticipantKind::Official,
                None if scene.gazetteers.word_sets.has(LexicalSet::PluralBody, lemma) => ParticipantKind::Organization,
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
        if participant.kind == ParticipantKind::Organization
            && participant.country.is_none()
            && let Some(name) = &participant.name
        {
            participant.country = self.discourse.country_of_own_body(scene, name).map(str::to_owned);
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
        self.take_up(&mut participant, head);
        participant
    }

    /// "Ann Lee, spokeswoman *for the Oak Coalition*, which …", "head *of the unit* that …": the body behind its preposition is not who
    /// serves it.
    fn is_body_served(&self, head: usize, official: &OfficialMention) -> bool {
        let (tree, place) = (self.tree, self.tree.token_span(head));
        // "Ann Lee of the Oak Coalition, *who* …"
        let relative = |clause: usize, word: &str| {
            tree.relation(clause) == Relation::AclRelcl && tree.children(clause).any(|child| tree.lemma(child) == word)
        };
        let body = || self.scene.organization_at(self.sentence, place).is_some();
        tree.relation(head) == Relation::Nmod
            && !tree.children(head).any(|clause| relative(clause, "who"))
            && place.start > official.name.end
            && preposition(tree, head).is_some_and(|case| tree.token_span(case).start > official.name.end)
            && (body() || tree.children(head).any(|clause| relative(clause, "which") || relative(clause, "that")))
    }

    /// "*I* saw him," the witness said; "*We* have two men in custody," the sheriff said: whose words they are.
    fn own_speaker(&self, pronoun: usize) -> Option<&Scope> {
        let kind = self.scene.gazetteers.cues.reference(&self.tree.word(self.scene.text, pronoun).to_ascii_lowercase())?;
        let place = self.tree.token_span(pronoun);
        let own = matches!(kind, ReferenceKind::Speaker | ReferenceKind::Own);
        self.scopes.iter().filter(|scope| own && scope.holds(place) && !scope.thing).min_by_key(|scope| scope.extent())
    }

    /// The words for a speaker; where those are "she", the place of the name that she has.
    fn words_of_speaker(&self, scope: &Scope) -> Option<Antecedent> {
        let sets = &self.scene.gazetteers.word_sets;
        let words = scope.source.of(self.scene.text);
        if !sets.has(FunctionSet::SpeakingPronoun, words) {
            return Some(Antecedent { text: words.to_owned(), start: scope.source.start, end: scope.source.end });
        }
        let start = memmem::find(self.scene.text.as_bytes(), scope.speaker.as_bytes())?;
        let known = !sets.has(FunctionSet::SpeakingPronoun, &scope.speaker);
        known.then(|| Antecedent { text: scope.speaker.clone(), start, end: start + scope.speaker.len() })
    }

    fn speaks_for_several(&self, pronoun: usize) -> bool {
        let word = self.tree.word(self.scene.text, pronoun).to_ascii_lowercase();
        self.scene.gazetteers.cues.reference(&word) == Some(ReferenceKind::Own)
    }

    /// "Neighbors said *they* heard shots": what is known of the phrase that a pronoun takes up.
    fn take_up(&self, participant: &mut Participant, pronoun: usize) {
        if self.tree.tag(pronoun) == PennTag::DT
            && let Some(span) = antecedent::sentence_of(self.scene, self.sentence, self.tree, pronoun)
        {
            let text = span.of(self.scene.text).to_owned();
            participant.antecedent = Some(Antecedent { text, start: span.start, end: span.end });
        }
        if participant.name.is_some() || self.tree.tag(pronoun) != PennTag::PRP {
            return;
        }
        if let Some(scope) = self.own_speaker(pronoun) {
            participant.antecedent = self.words_of_speaker(scope);
            if self.speaks_for_several(pronoun) && participant.kind == ParticipantKind::Other {
                participant.kind = ParticipantKind::Group;
            }
            return;
        }
        let Some((sentence, noun)) = antecedent::of(self.scene, &self.discourse.cast, self.sentence, self.tree, pronoun) else { return };
        let phrases = Phrases { sentence, tree: &self.scene.analysis(sentence).tree, ..*self };
        let mut meant = phrases.participant(noun);
        // "*Lind and Berg* left. They …"
        if let Some(&last) = phrases.coordinated(noun).last().filter(|&&last| last != noun) {
            let whole = Span::new(meant.start, phrases.span(last).end.max(meant.end));
            meant = Participant { head: meant.head, ..Participant::at(self.scene.text, whole, ParticipantKind::Group) };
        }
        if participant.country.is_some() && participant.country != meant.country {
            return;
        }
        participant.antecedent = Some(Antecedent { text: meant.text, start: meant.start, end: meant.end });
        (participant.kind, participant.country, participant.name) = (meant.kind, meant.country, meant.name);
        (participant.office, participant.head) = (meant.office, meant.head);
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
            // "found *four dead bodies*": whoever is dead.
            "body" => {
                let dead = |child: usize| self.scene.gazetteers.word_sets.has(LexicalSet::Lifeless, tree.lemma(child));
                has(&[Relation::Amod, Relation::Compound]) && !tree.children(head).any(dead)
            }
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
            participant.office = scene.office_of(official);
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
        // "the *Iran* Sanctions Act": what a law is about did not make it.
        if tree.tag(head).is_proper() && matches!(tree.lemma(head), "act" | "bill") {
            return None;
        }
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
