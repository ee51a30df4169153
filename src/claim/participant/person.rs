//! Persons meant by a pronoun or by their office: "she", "the president", "the former mayor".

use super::reference::Referent;
use crate::article::Span;
use crate::claim::assemble::anchor;
use crate::claim::attribution::Scope;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::Gender;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// How many sentences back a pronoun or the name of an office may point.
const REACH: usize = 3;
/// How many sentences that go on about the same person by the same pronoun a pronoun may look past.
const TOPIC_REACH: usize = 6;

/// The person that "he" or "she" stands for: the one named last who may be meant, where nobody else was named since.
pub(super) fn by_pronoun(scene: &Scene<'_>, scopes: &[Scope], sentence: usize, pronoun: Span, kind: ReferenceKind) -> Option<Referent> {
    let gender = if kind == ReferenceKind::Woman { Gender::Woman } else { Gender::Man };
    let quoted = scene.is_quoted(pronoun);
    let speaker = scopes.iter().find(|scope| quoted && scope.holds(pronoun)).and_then(|scope| scope.name.as_deref());
    let may_be_meant = |mention: &Mention, official: &OfficialMention| {
        mention.span.end <= pronoun.start
            // "“He is a friend,” *Reid* said": who speaks is not "he", and outside the marks nobody is meant who is named inside.
            && speaker != Some(official.full_name.as_str())
            && (quoted || !scene.is_quoted(official.name))
            && gender_of(scene, official).is_none_or(|known| known == gender)
    };
    let mut reach = REACH;
    for back in 0..=TOPIC_REACH.min(sentence) {
        let at = sentence - back;
        if back > reach {
            break;
        }
        let named = |mention: &&Mention| matches!(&mention.kind, MentionKind::Official(official) if may_be_meant(mention, official));
        let named: Vec<&Mention> = scene.mentions_in(at).iter().filter(named).collect();
        if let Some(&mention) = named.iter().find(|mention| back > 0 && named.len() > 1 && is_subject(scene, at, mention)).or(named.first())
            && let MentionKind::Official(official) = &mention.kind
        {
            // Somebody else was named since: "he" may be either.
            let since = Span::new(mention.span.end, pronoun.start);
            let other = names_a_stranger(scene, since, gender) || (back > 0 && has_other_subject(scene, at, mention, gender));
            return (!other).then(|| of_official(scene, mention, official));
        }
        // "She … She … She": the sentences between are about the same person.
        if back > 0 && has_pronoun(scene, at, kind) {
            reach += 1;
        }
    }
    None
}

fn of_official(scene: &Scene<'_>, mention: &Mention, official: &OfficialMention) -> Referent {
    Referent {
        country: scene.country_of(mention, official),
        name: Some(official.full_name.clone()),
        office: official.office.clone(),
        ..Referent::default()
    }
}

/// Whether the person is a subject in the sentence.
fn is_subject(scene: &Scene<'_>, sentence: usize, mention: &Mention) -> bool {
    let tree = &scene.analysis(sentence).tree;
    anchor(tree, mention).is_some_and(|token| tree.relation(token).is_subject())
}

/// "*Darran Whiting* of the church, who backs Mr. Cruz, said": whether the sentence that names the person has another person, whom no
/// table knows, for its subject.
fn has_other_subject(scene: &Scene<'_>, sentence: usize, mention: &Mention, gender: Gender) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let Some(subject) = tree.root().and_then(|root| tree.children(root).find(|&child| tree.relation(child).is_subject())) else {
        return false;
    };
    let place = tree.token_span(subject);
    let known = scene.mentions_in(sentence).iter().any(|other| other.span.overlaps(place));
    let names = &scene.gazetteers.titles.person_names;
    let person = || {
        let named = tree.tag(subject) == PennTag::NNP
            && tree.word(scene.text, subject).starts_with(char::is_uppercase)
            && tree.child_with(subject, Relation::Det).is_none()
            && scene.gazetteers.noun_classes.kind(&tree.lemma(subject).to_lowercase()).is_none();
        let described = scene.gazetteers.noun_classes.kind(tree.lemma(subject)) == Some(NounKind::Person)
            && !tree.subtree_span(subject).overlaps(mention.span);
        named || described && matches!(tree.tag(subject), PennTag::NN | PennTag::NNP)
    };
    let fits = || {
        let phrase = tree.children(subject).filter(|&child| matches!(tree.relation(child).universal(), Relation::Flat | Relation::Compound));
        let mut words = phrase.chain([subject]).map(|token| tree.word(scene.text, token));
        words.find_map(|word| names.gender(word)).is_none_or(|known| known == gender)
    };
    !known && person() && fits()
}

/// Whether the official is a man or a woman, by a form of address, a title or the first name, here or at another place that names
/// the same person.
fn gender_of(scene: &Scene<'_>, official: &OfficialMention) -> Option<Gender> {
    let names = &scene.gazetteers.titles.person_names;
    let of_mention = |official: &OfficialMention| {
        let address = official.honorific.and_then(|honorific| names.gender(honorific.of(scene.text)));
        let title = || official.office.as_deref()?.split(' ').rev().find_map(|word| names.gender(&word.to_lowercase()));
        address.or_else(title)
    };
    let others = || {
        scene.mentions.iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(other) if other.full_name == official.full_name => of_mention(other),
            _ => None,
        })
    };
    of_mention(official).or_else(|| names.gender(official.full_name.split(' ').next()?)).or_else(others)
}

fn has_pronoun(scene: &Scene<'_>, sentence: usize, kind: ReferenceKind) -> bool {
    let words = scene.document.sentences[sentence].span.of(scene.text).split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| (2..=7).contains(&word.len())).any(|word| scene.gazetteers.cues.reference(&word.to_ascii_lowercase()) == Some(kind))
}

/// Whether a person who holds no office, and may be of the gender, is named in the passage: a first name with a capitalised word after it.
fn names_a_stranger(scene: &Scene<'_>, passage: Span, gender: Gender) -> bool {
    let names = &scene.gazetteers.titles.person_names;
    let mut first: Option<&str> = None;
    let mut next = passage.start;
    for word in passage.of(scene.text).split(' ') {
        let place = Span::new(next, next + word.len());
        next = place.end + 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capitalised = bare.starts_with(char::is_uppercase);
        if capitalised && first.is_some_and(|first| scene.gazetteers.countries.is_first_name(first)) {
            let known = scene.mentions.iter().any(|mention| mention.span.overlaps(place));
            if !known && first.and_then(|first| names.gender(first)).is_none_or(|known| known == gender) {
                return true;
            }
        }
        // "John, Paris": a comma parts two names.
        first = (capitalised && word.ends_with(char::is_alphanumeric)).then_some(bare);
    }
    false
}

/// What a description says of an office: "the former prime minister", "the Korean president".
struct Description<'t> {
    head: String,
    /// What stands before the head, "former" and the name of a country apart.
    modifiers: Vec<&'t str>,
    country: Option<&'static str>,
    former: bool,
}

impl<'t> Description<'t> {
    fn of(scene: &Scene<'t>, sentence: usize, tree: &'t Tree, noun: usize) -> Option<Self> {
        let mut description = Self { head: tree.lemma(noun).to_lowercase(), modifiers: Vec::new(), country: None, former: false };
        for child in tree.children(noun) {
            let country = scene.country_at(sentence, tree.token_span(child)).map(|(_, country)| country.iso2);
            match tree.relation(child).universal() {
                Relation::Amod | Relation::Compound if child < noun => match country {
                    Some(_) => description.country = country,
                    None if matches!(tree.lemma(child), "former" | "ex" | "then") => description.former = true,
                    None if matches!(tree.lemma(child), "current" | "new" | "outgoing") => {}
                    None => description.modifiers.push(tree.word(scene.text, child)),
                },
                // "the president of the council", "the company's chief": of something else, unless of a country.
                Relation::Nmod => description.country = Some(country?),
                _ => {}
            }
        }
        Some(description)
    }

    /// Whether somebody with the office may be meant.
    fn fits(&self, official: &OfficialMention, office: &str) -> bool {
        /// What makes another office of one, where the description does not say it.
        const OTHER: [&str; 5] = ["vice", "deputy", "assistant", "prime", "shadow"];
        let mut head = "";
        let mut before_preposition = true;
        let mut other = false;
        let mut said = 0;
        for word in office.split([' ', ',', '-']).filter(|word| !word.is_empty()) {
            before_preposition &= !matches!(word, "of" | "for" | "at" | "in" | "to" | "on");
            if before_preposition {
                head = word;
            }
            let modifies = self.modifiers.iter().any(|modifier| modifier.eq_ignore_ascii_case(word));
            said += usize::from(modifies);
            other |= !modifies && OTHER.iter().any(|other| word.eq_ignore_ascii_case(other));
        }
        head.eq_ignore_ascii_case(&self.head)
            && !other
            && said >= self.modifiers.len()
            && (self.country.is_none() || self.country == official.country)
            && (!self.former || official.former)
    }
}

/// The person whom a definite office means: "the president" after "President Ann Lee", where only one of those named lately has it.
pub(super) fn by_office(scene: &Scene<'_>, sentence: usize, tree: &Tree, noun: usize) -> Option<Referent> {
    let place = tree.token_span(noun);
    if scene.official_at(sentence, place).is_some() {
        return None;
    }
    let description = Description::of(scene, sentence, tree, noun)?;
    let before = scene.mentions.partition_point(|mention| mention.span.end <= place.start);
    let mut best: Option<(&Mention, &OfficialMention)> = None;
    for mention in scene.mentions[..before].iter().rev() {
        let MentionKind::Official(official) = &mention.kind else { continue };
        if !official.office.as_deref().is_some_and(|office| description.fits(official, office)) {
            continue;
        }
        match best {
            None => best = Some((mention, official)),
            Some((_, known)) if known.full_name == official.full_name => {}
            // Another one with the office, named as lately: it may be either.
            Some((latest, _)) => {
                if mention.sentence + REACH >= sentence || latest.sentence + REACH < sentence {
                    return None;
                }
                break;
            }
        }
    }
    best.map(|(mention, official)| of_official(scene, mention, official))
}
