//! The country of a town: of "the mayor of *Guayaquil*", of "*Lahore* police", of what happens "in *Kharkiv*".

use std::cell::OnceCell;

use memchr::memmem;

use crate::article::Span;
use crate::claim::clause::preposition;
use crate::claim::model::{Claim, Participant};
use crate::claim::scene::Scene;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::places::PlaceKind;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::{neighbour, place};

/// The towns of one article.
pub(in crate::claim) struct Towns<'s, 'a> {
    scene: &'s Scene<'a>,
    /// The towns and regions that the article names.
    named: OnceCell<Vec<place::Named>>,
}

impl<'s, 'a> Towns<'s, 'a> {
    pub(in crate::claim) fn of(scene: &'s Scene<'a>) -> Self {
        Self { scene, named: OnceCell::new() }
    }

    /// Gives those who take part, and the places, the country of the town that they are named by, where nothing else gives them one.
    pub(in crate::claim) fn mark(&self, claim: &mut Claim) {
        let open = |participant: &Participant| participant.country.is_none() && participant.name.is_none();
        for participant in claim.actor.iter_mut().chain(&mut claim.target).filter(|participant| open(participant)) {
            let span = participant.antecedent.as_ref().map_or(participant.span(), |meant| Span::new(meant.start, meant.end));
            participant.country = self.of_phrase(span).map(str::to_owned);
        }
        for place in claim.place.iter_mut().filter(|place| open(place)) {
            place.country = self.of_place(place.span()).map(str::to_owned);
        }
    }

    /// The country of the people or the body that a phrase names by their town.
    fn of_phrase(&self, phrase: Span) -> Option<&'static str> {
        let scene = self.scene;
        let tree = &scene.analysis(scene.document.sentence_at(phrase.start)?).tree;
        let head = tree.tokens_in(phrase).find(|&token| tree.head(token).is_none_or(|head| !phrase.contains(tree.token_span(head))))?;
        let (lemma, sets) = (tree.lemma(head), &scene.gazetteers.word_sets);
        if !is_body(scene, lemma) || sets.has(LexicalSet::SentAbroad, lemma) {
            return None;
        }
        tree.children(head).filter(|&child| is_capital(scene, tree, child)).find_map(|child| {
            let belongs = match tree.relation(child) {
                Relation::Compound | Relation::NmodPoss | Relation::NmodDesc | Relation::Amod => {
                    child < head && (child + 1..head).all(|between| may_stand_between(scene, tree, between))
                }
                Relation::Nmod => preposition(tree, child).is_some_and(|case| match tree.lemma(case) {
                    "of" | "from" => true,
                    "in" => sets.has(LexicalSet::OfItsTown, lemma),
                    _ => false,
                }),
                _ => false,
            };
            let name = || {
                let first = (0..child).rev().take_while(|&token| is_name(scene, tree, token)).last();
                first.map_or(tree.token_span(child), |first| tree.token_span(first).join(tree.token_span(child)))
            };
            belongs.then(name).and_then(|name| self.country(name))
        })
    }

    /// The country of the one town or region that the words of a place name: "a hospital in *Lahore*", not "*Houston* Street".
    fn of_place(&self, words: Span) -> Option<&'static str> {
        let scene = self.scene;
        let tree = &scene.analysis(scene.document.sentence_at(words.start)?).tree;
        let mut found = Vec::new();
        place::named(words.of(scene.text), scene.gazetteers, |town| {
            let name = Span::new(words.start + town.span.start, words.start + town.span.end);
            let tokens = tree.tokens_in(name);
            let before = tokens.start.checked_sub(1).is_some_and(|token| is_name(scene, tree, token));
            let behind = tokens.end < tree.len() && is_name(scene, tree, tokens.end);
            if !town.person && !before && !behind {
                found.extend(self.country(name));
            }
        });
        found.dedup();
        found.pop().filter(|_| found.is_empty())
    }

    /// The country that the place of a name lies in: as the article itself says anywhere ("Lima, *Ohio*"), else as the tables have it.
    fn country(&self, name: Span) -> Option<&'static str> {
        let (scene, word) = (self.scene, name.of(self.scene.text));
        let town = scene.gazetteers.places.get(&word.to_ascii_lowercase()).filter(|place| !place.weak)?;
        let sentence = scene.document.sentence_at(name.start)?;
        let tagged = |mention: &Mention| {
            matches!(&mention.kind, MentionKind::Country(_) | MentionKind::Organization(_) | MentionKind::Official(_))
                && mention.span.overlaps(name)
        };
        if scene.gazetteers.countries.by_name(word).is_some() || scene.mentions_in(sentence).iter().any(tagged) {
            return None;
        }
        let said = [word, &word.to_uppercase()]
            .into_iter()
            .find_map(|word| memmem::find_iter(scene.text.as_bytes(), word.as_bytes()).find_map(|at| self.said_behind(at + word.len())));
        said.or_else(|| (town.kind == PlaceKind::Region || !self.is_foreign(town.country, word)).then_some(town.country))
    }

    /// "Lima, *Ohio*", "LAHORE, *Pakistan*"
    fn said_behind(&self, end: usize) -> Option<&'static str> {
        let (scene, start) = (self.scene, end + ", ".len());
        if !scene.text[end..].starts_with(", ") || !scene.text[start..].starts_with(char::is_uppercase) {
            return None;
        }
        let region =
            |name: &str| scene.gazetteers.places.get(name).filter(|place| place.kind == PlaceKind::Region).map(|place| place.country);
        neighbour::phrase_where(scene.text, start, 3, region).map(|(_, country)| country).or_else(|| {
            scene.mentions.iter().find_map(|mention| match &mention.kind {
                MentionKind::Country(country) if mention.span.start == start => Some(country.iso2),
                _ => None,
            })
        })
    }

    /// Whether the article names neither the country nor another town in it, but a state of another country, or other towns more
    /// often: its Swansea lies in South Carolina.
    fn is_foreign(&self, country: &str, word: &str) -> bool {
        let scene = self.scene;
        let named = self.named.get_or_init(|| {
            let mut named = Vec::new();
            place::named(scene.text, scene.gazetteers, |town| named.extend((!town.person).then_some(town)));
            named
        });
        let country_named = |mention: &Mention| matches!(&mention.kind, MentionKind::Country(named) if named.iso2 == country);
        let (own, others): (Vec<&place::Named>, Vec<&place::Named>) = named.iter().partition(|town| town.country == country);
        (others.len() > own.len() || others.iter().any(|town| town.is_region()))
            && own.iter().all(|town| town.span.of(scene.text).eq_ignore_ascii_case(word))
            && !scene.mentions.iter().any(country_named)
    }
}

fn is_capital(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    tree.word(scene.text, token).starts_with(char::is_uppercase)
}

/// Whether a word belongs to a name; not "*north* Minneapolis".
fn is_name(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    tree.tag(token).is_proper() && is_capital(scene, tree, token)
}

/// Whether a noun names people, or a body of them.
fn is_body(scene: &Scene<'_>, lemma: &str) -> bool {
    matches!(scene.gazetteers.noun_classes.kind(lemma), Some(NounKind::Person | NounKind::Government | NounKind::Organization))
        || scene.gazetteers.word_sets.has(LexicalSet::PluralBody, lemma)
}

/// "Houston *police* officers", "Karachi*'s city* council": what may stand between a town and who is of it.
fn may_stand_between(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let lemma = tree.lemma(token);
    !tree.tag(token).is_proper()
        && (is_body(scene, lemma)
            || scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Place)
            || matches!(tree.relation(token), Relation::Amod | Relation::Case))
}
