//! Who is named or referred to inside a noun phrase without being its head: "the mayor *of Lima*", "the politics of *the country*",
//! "*her* sentence".

use crate::article::Span;
use crate::claim::clause::{is_noun, preposition};
use crate::claim::model::{Participant, ParticipantKind};
use crate::claim::participant::phrase::{Phrases, fill};
use crate::claim::participant::reference;
use crate::claim::participant::side::{Side, Sides, add_country};
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{CountryForm, MentionKind};

impl Phrases<'_, '_> {
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
                    // "into a *Chadian* family": whose it is, not where.
                    let whose = side == Side::Place && country.form == CountryForm::Demonym;
                    sides.add(
                        if whose { Side::Target } else { side },
                        Participant {
                            country: Some(country.iso2.to_owned()),
                            inside: true,
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
                                office: self.scene.office_of(official),
                                inside: true,
                                ..Participant::at(self.scene.text, mention.span, ParticipantKind::Official)
                            },
                        );
                    }
                }
                _ => {}
            }
        }
    }

    /// "the politics of *the country*", "*the country's* parliament": countries inside a noun phrase that are not named.
    pub(super) fn add_inner_references(&self, sides: &mut Sides, side: Side, head: usize, whole: Span) {
        let tree = self.tree;
        for token in tree.tokens_in(whole).filter(|&token| token != head) {
            if tree.tag(token) == PennTag::PRPS {
                self.add_possessor(sides, side, head, token);
                continue;
            }
            let kind = self.scene.gazetteers.cues.reference(tree.lemma(token));
            if !matches!(kind, Some(ReferenceKind::Country | ReferenceKind::Countries)) || self.is_under_clause(token, head) {
                continue;
            }
            // "voters across *the country*": says where they are.
            if self.is_under_spot(token) {
                continue;
            }
            let Some(referent) = reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, tree, token) else { continue };
            for country in referent.country.iter().chain(&referent.more).filter(|country| !sides.has_country(country)).collect::<Vec<_>>() {
                add_country(sides, side, self.scene.text, self.span(token), country);
            }
        }
    }

    fn is_under_spot(&self, noun: usize) -> bool {
        preposition(self.tree, noun).is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Spot, self.tree.lemma(case)))
    }

    /// "*her* sentence", "the trial of *his* minister": the person whose it is, as in "Berg's sentence".
    pub(super) fn add_possessor(&self, sides: &mut Sides, side: Side, head: usize, pronoun: usize) {
        if self.is_under_clause(pronoun, head) || self.is_relative_of(pronoun) {
            return;
        }
        let Some(referent) = reference::resolve(self.scene, self.discourse, self.scopes, self.sentence, self.tree, pronoun) else { return };
        let known = sides.actor.iter().chain(&sides.target).any(|known| known.name.is_some() && known.name == referent.name);
        if referent.name.is_none() || known || !referent.body && self.owns_followers(pronoun, head) {
            return;
        }
        let span = self.tree.token_span(pronoun);
        let mut participant = Participant { inside: true, ..Participant::at(self.scene.text, span, ParticipantKind::default()) };
        fill(&mut participant, referent);
        sides.add(side, participant);
    }

    /// "*her* campaign", "*his* advisers": who they are is told by their country, if it is.
    fn owns_followers(&self, pronoun: usize, head: usize) -> bool {
        let lemma = self.tree.lemma(head);
        let followers = self.scene.gazetteers.word_sets.has(LexicalSet::Followers, lemma)
            || self.scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Person);
        followers && self.tree.head(pronoun) == Some(head)
    }

    /// "*his* wife", "*Lind's* father": somebody else than the one named.
    pub(super) fn is_relative_of(&self, owner: usize) -> bool {
        let names = &self.scene.gazetteers.titles.person_names;
        self.tree.relation(owner) == Relation::NmodPoss
            && self.tree.head(owner).is_some_and(|noun| names.word(self.tree.lemma(noun)) == Some(NameWord::Kinship))
    }

    /// "a seat in the *Danish* parliament", "the son *of Otto Lind*": a word that belongs to a noun further on.
    pub(super) fn is_part_of_phrase(&self, token: usize) -> bool {
        let tree = self.tree;
        let mut path = std::iter::successors(Some(token), |&at| tree.head(at));
        let own = path.find(|&at| !matches!(tree.relation(at), Relation::Conj | Relation::Flat));
        own.is_some_and(|at| {
            matches!(tree.relation(at).universal(), Relation::Amod | Relation::Compound | Relation::Nmod)
                && tree.head(at).is_some_and(|noun| is_noun(tree.tag(noun)))
        })
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
                // "the campaign of Norway *against Chad*": hung on the name of whose it is.
                tree.head(at).is_some_and(|host| host == head || tree.tag(host).is_proper())
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
