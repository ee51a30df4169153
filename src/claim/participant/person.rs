//! Persons meant by a pronoun or by their office: "she", "the president", "the former mayor".

use super::cast::{Cast, Person};
use super::reference::{Discourse, Referent};
use super::setting;
use crate::article::Span;
use crate::claim::attribution::Scope;
use crate::claim::clause::row_of;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::{Attributing, ReferenceKind};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::Gender;
use crate::gazetteer::predicates::{Frame, Part};
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet, WordSets};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// How many sentences back a pronoun or the name of an office may point.
const REACH: usize = 3;
/// How many sentences that go on about the same person by the same pronoun a pronoun may look past.
const TOPIC_REACH: usize = 6;
/// So many sentences that each begin with "he" hand on whom the first one means, at most.
const LONGEST_CHAIN: usize = 12;

/// Somebody who may be meant, and where they were named.
#[derive(Clone, Copy)]
enum Candidate<'c> {
    Official(&'c Mention, &'c OfficialMention),
    Other(Span, &'c Person),
}

impl Candidate<'_> {
    fn place(&self) -> Span {
        match self {
            Self::Official(mention, _) => mention.span,
            Self::Other(span, _) => *span,
        }
    }

    fn full_name(&self) -> &str {
        match self {
            Self::Official(_, official) => &official.full_name,
            Self::Other(_, person) => &person.full_name,
        }
    }

    fn referent(&self, scene: &Scene<'_>, discourse: &Discourse) -> Referent {
        match self {
            Self::Official(mention, official) => of_official(scene, discourse, mention, official),
            Self::Other(_, person) => Referent { name: Some(person.full_name.clone()), ..Referent::default() },
        }
    }
}

/// The person that "he" or "she" stands for: the one named last who may be meant.
pub(super) fn by_pronoun(
    scene: &Scene<'_>,
    discourse: &Discourse,
    scopes: &[Scope],
    sentence: usize,
    tree: &Tree,
    pronoun: Span,
    kind: ReferenceKind,
) -> Option<Referent> {
    by_pronoun_in_chain(scene, discourse, scopes, sentence, (tree, pronoun), kind, LONGEST_CHAIN)
}

/// As [`by_pronoun`], for a pronoun of the sentence's tree; at most `chain` pronouns more are asked whom they stand for.
fn by_pronoun_in_chain(
    scene: &Scene<'_>,
    discourse: &Discourse,
    scopes: &[Scope],
    sentence: usize,
    (tree, pronoun): (&Tree, Span),
    kind: ReferenceKind,
    chain: usize,
) -> Option<Referent> {
    let gender = if kind == ReferenceKind::Woman { Gender::Woman } else { Gender::Man };
    let quoted = scene.is_quoted(pronoun);
    // "*he* dared to insert *himself*": whoever the subject of the clause stands for.
    let reflexive = || tree.token_at(pronoun.start).and_then(|token| subject_of_reflexive(scene, tree, token));
    if let Some(subject) = reflexive() {
        let place = tree.token_span(subject);
        if tree.tag(subject) != PennTag::PRP {
            // "*Lind* shot a man and *himself*": nobody but the subject, or whose it is: "*Lind's* plan was to give himself up".
            let owner = || tree.child_with(subject, Relation::NmodPoss).map(|owner| tree.token_span(owner));
            return named_at(scene, discourse, sentence, place)
                .or_else(|| owner().and_then(|owner| named_at(scene, discourse, sentence, owner)));
        }
        let same = scene.gazetteers.cues.reference(&tree.word(scene.text, subject).to_ascii_lowercase()) == Some(kind);
        let chain = chain.checked_sub(1).filter(|_| same)?;
        return by_pronoun_in_chain(scene, discourse, scopes, sentence, (tree, place), kind, chain);
    }
    if let Some((same, chain)) = same_pronoun_before(scene, discourse, sentence, (tree, pronoun), kind).zip(chain.checked_sub(1)) {
        return by_pronoun_in_chain(scene, discourse, scopes, sentence, (tree, tree.token_span(same)), kind, chain);
    }
    let speaker = scopes.iter().find(|scope| quoted && scope.holds(pronoun)).map(|scope| scope.name.as_deref().unwrap_or(&scope.speaker));
    let token = tree.token_at(pronoun.start);
    let speaks =
        token.is_some_and(|token| tree.relation(token).is_subject() && tree.head(token).is_some_and(|verb| says(scene, tree, verb)));
    let own = token.and_then(|token| subject_of_object(scene, tree, token)).map(|own| tree.token_span(own));
    // "Sheriff Lind said he was shot": who only tells of it all is not the one who shot or was shot.
    let of_crime = token.is_some_and(|token| is_of_crime(scene, tree, token));
    let may_be_meant = |candidate: &Candidate<'_>| {
        if let Candidate::Official(mention, official) = candidate
            && (of_crime || !speaks && is_officer(scene, official) && reports(scene, mention))
            && only_speaks(scene, official)
        {
            return false;
        }
        let known = match candidate {
            Candidate::Official(_, official) => gender_of(scene, official),
            Candidate::Other(_, person) => person.gender,
        };
        // "Lind, a member of the club all *his* life": behind the name, in what is said of it.
        let beside = matches!(candidate, Candidate::Official(mention, official)
            if mention.span.contains(pronoun)
                && official.name.end <= pronoun.start
                // "Lind, *his* aide": somebody else's.
                && scene.text[official.name.end..pronoun.start].contains(char::is_alphabetic));
        (candidate.place().end <= pronoun.start || beside)
            // "no friend of *a* Lind": somebody like him.
            && !scene.text[..candidate.place().start].ends_with(" a ")
            // "“He is a liar,” *Lind* said": who speaks is not "he", and outside the marks nobody is meant who is named inside.
            && speaker != Some(candidate.full_name())
            && own.is_none_or(|own| !candidate.place().overlaps(own))
            && (quoted || !scene.is_quoted(candidate.place()))
            && known.is_none_or(|known| known == gender)
    };
    let mut reach = REACH;
    for back in 0..=TOPIC_REACH.min(sentence) {
        let at = sentence - back;
        if back > reach {
            break;
        }
        // "*He* added that Roth was ill. *He* also said …": the one who spoke goes on, whoever was spoken of.
        if back > 0 && !quoted && tree.token_at(pronoun.start).is_some_and(|token| leads(tree, token)) && has_pronoun(scene, at, kind) {
            let last = &scene.analysis(at).tree;
            let same = (0..last.len()).find(|&token| {
                leads(last, token)
                    && last.tag(token) == PennTag::PRP
                    && scene.gazetteers.cues.reference(&last.word(scene.text, token).to_ascii_lowercase()) == Some(kind)
                    && !scene.is_quoted(last.token_span(token))
            });
            if let Some((same, chain)) = same.zip(chain.checked_sub(1)) {
                return by_pronoun_in_chain(scene, discourse, scopes, at, (last, last.token_span(same)), kind, chain);
            }
        }
        let officials = scene.mentions_in(at).iter().filter_map(|mention| match &mention.kind {
            MentionKind::Official(official) => Some(Candidate::Official(mention, official)),
            _ => None,
        });
        let others = discourse.cast.named_in(scene.document.sentences[at].span).map(|(span, person)| Candidate::Other(span, person));
        let mut named: Vec<Candidate<'_>> = officials.chain(others).filter(may_be_meant).collect();
        named.sort_by_key(|candidate| candidate.place().start);
        let around = if back == 0 { subject_around(scene, &discourse.cast, tree, pronoun, gender, &named) } else { Around::Nobody };
        let around = match around {
            Around::Candidate(candidate) => Some(candidate),
            // "The president says *he* …".
            Around::Described(noun) => return by_office(scene, discourse, sentence, tree, noun),
            // "Tove Lind says *she* …", of whom nothing is known.
            Around::Unknown => return None,
            Around::Nobody => None,
        };
        let best = || if named.len() > 1 { named.iter().min_by_key(|named| rank(scene, at, named.place(), speaks)) } else { named.first() };
        if let Some(candidate) = around.or_else(best) {
            // Somebody else was named since: "he" may be either.
            let other = back > 0 && has_other_subject(scene, &discourse.cast, at, candidate.place(), gender);
            return (!other).then(|| candidate.referent(scene, discourse));
        }
        // "Lind went home. *A fourth man* was shot. He …": somebody else is told of since.
        if back > 0 && !quoted && is_about_another(scene, &discourse.cast, at, gender) {
            return None;
        }
        // "She … She … She": the sentences between are about the same person.
        if back > 0 && has_pronoun(scene, at, kind) {
            reach += 1;
        }
    }
    None
}

/// "When *he* took the stage after Lind's speech, he said …": the same pronoun before, as a subject of the sentence, where nobody who may
/// be meant is a subject since.
fn same_pronoun_before(
    scene: &Scene<'_>,
    discourse: &Discourse,
    sentence: usize,
    (tree, pronoun): (&Tree, Span),
    kind: ReferenceKind,
) -> Option<usize> {
    let token = tree.token_at(pronoun.start).filter(|&token| tree.relation(token).is_subject())?;
    let quoted = scene.is_quoted(pronoun);
    let same = (0..token).rev().find(|&at| {
        tree.tag(at) == PennTag::PRP
            && tree.relation(at).is_subject()
            && scene.gazetteers.cues.reference(&tree.word(scene.text, at).to_ascii_lowercase()) == Some(kind)
    })?;
    let named = |at: usize| {
        let place = tree.token_span(at);
        tree.relation(at).is_subject() && (scene.official_at(sentence, place).is_some() || discourse.cast.at(place).is_some())
    };
    let described =
        |at: usize| tree.relation(at).is_subject() && scene.gazetteers.noun_classes.kind(tree.lemma(at)) == Some(NounKind::Person);
    let another = (same + 1..token).any(|at| named(at) || described(at));
    (!another && scene.is_quoted(tree.token_span(same)) == quoted).then_some(same)
}

/// Whether the sentence tells of somebody new who may be meant: "*A fourth man* was shot", "police said *an officer* fell", "*Jerome*
/// left", of whom no table and no other sentence knows more.
fn is_about_another(scene: &Scene<'_>, cast: &Cast, sentence: usize, gender: Gender) -> bool {
    let tree = match scene.tree_made(sentence) {
        Some(tree) => tree,
        None if opens_with_somebody(scene, sentence, gender) => &scene.analysis(sentence).tree,
        None => return false,
    };
    let subject_of = |verb: usize| tree.children(verb).find(|&child| tree.relation(child).is_subject());
    let Some(root) = tree.root() else { return false };
    let told = tree.child_with(root, Relation::Ccomp).filter(|_| says(scene, tree, root));
    let Some(subject) = subject_of(told.unwrap_or(root)) else { return false };
    let place = tree.token_span(subject);
    if scene.is_quoted(place) || scene.mentions_in(sentence).iter().any(|other| is_name(other) && other.span.overlaps(place)) {
        return false;
    }
    let lemma = tree.lemma(subject);
    let fits = scene.gazetteers.titles.person_names.gender(lemma).is_none_or(|known| known == gender);
    let definite = tree.children(subject).any(|child| {
        let determines = matches!(tree.relation(child), Relation::Det | Relation::NmodPoss) && child < subject;
        determines && scene.gazetteers.word_sets.has(FunctionSet::PointsOut, tree.lemma(child))
    });
    let determined = tree.children(subject).any(|child| tree.relation(child) == Relation::Det && child < subject);
    match tree.tag(subject) {
        PennTag::NN => scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Person) && determined && !definite && fits,
        PennTag::NNP => {
            let word = tree.word(scene.text, subject).to_lowercase();
            let known = cast.at(place).is_some()
                || scene.gazetteers.noun_classes.kind(&word).is_some()
                || scene.gazetteers.places.get(&word).is_some();
            !known
                && !determined
                && word.len() > 2
                && scene.gazetteers.titles.person_names.gender(tree.word(scene.text, subject)) == Some(gender)
        }
        _ => false,
    }
}

/// Whether a sentence begins as one that tells of one more person does: "*A* fourth man …", "*Jerome* …". Others that have no tree are
/// not worth one to ask.
fn opens_with_somebody(scene: &Scene<'_>, sentence: usize, gender: Gender) -> bool {
    let text = scene.document.sentences[sentence].span.of(scene.text);
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let gazetteers = scene.gazetteers;
    gazetteers.word_sets.has(FunctionSet::OpensOne, &word.to_ascii_lowercase())
        || gazetteers.titles.person_names.gender(word) == Some(gender)
}

fn is_name(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Official(_) | MentionKind::Country(_) | MentionKind::Organization(_))
}

/// "*Lind* contradicted him", "*Lind* spoke, accusing him of delays": who acts on the person that a pronoun stands for, and is somebody else.
fn subject_of_object(scene: &Scene<'_>, tree: &Tree, pronoun: usize) -> Option<usize> {
    let object = matches!(tree.relation(pronoun), Relation::Obj | Relation::Iobj | Relation::Obl) && tree.tag(pronoun) == PennTag::PRP;
    if !object || tree.word(scene.text, pronoun).ends_with("self") {
        return None;
    }
    let mut verb = tree.head(pronoun)?;
    loop {
        if let Some(subject) = tree.children(verb).find(|&child| tree.relation(child).is_subject()) {
            return Some(subject).filter(|&subject| subject < pronoun);
        }
        let blames = || scene.gazetteers.cues.attributing(tree.lemma(verb)) == Some(Attributing::Act);
        let shares = match tree.relation(verb) {
            Relation::Conj | Relation::Xcomp => true,
            Relation::Advcl => tree.tag(verb) == PennTag::VBG && blames(),
            _ => false,
        };
        verb = tree.head(verb).filter(|_| shares)?;
    }
}

/// The subject of the clause of "himself" or "herself".
fn subject_of_reflexive(scene: &Scene<'_>, tree: &Tree, token: usize) -> Option<usize> {
    if !tree.word(scene.text, token).ends_with("self") {
        return None;
    }
    // What is said has a subject of its own, whoever says it.
    let above = |at: &usize| tree.head(*at).filter(|_| !matches!(tree.relation(*at), Relation::Ccomp | Relation::Parataxis));
    let subject = std::iter::successors(tree.head(token), above)
        .find_map(|verb| tree.children(verb).find(|&child| tree.relation(child).is_subject()))?;
    // "the man *who* shot himself": whom the relative word takes up is another question.
    let relative = matches!(tree.tag(subject), PennTag::WP | PennTag::WDT);
    (subject != token && !relative).then_some(subject)
}

/// Who is named at a place.
fn named_at(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, place: Span) -> Option<Referent> {
    let official = scene.official_at(sentence, place).map(|(mention, official)| of_official(scene, discourse, mention, official));
    official.or_else(|| discourse.cast.at(place).map(|person| Referent { name: Some(person.full_name.clone()), ..Referent::default() }))
}

/// Whether a word is the subject of the sentence's own verb, or of a verb of saying beside it.
fn leads(tree: &Tree, token: usize) -> bool {
    tree.relation(token).is_subject()
        && tree.head(token).is_some_and(|verb| {
            tree.relation(verb) == Relation::Root
                || tree.relation(verb) == Relation::Parataxis && tree.head(verb).is_some_and(|above| tree.relation(above) == Relation::Root)
        })
}

/// Who is the subject of the clause around a pronoun's own.
enum Around<'n, 'c> {
    Candidate(&'n Candidate<'c>),
    /// A person who is only described: "the deputy".
    Described(usize),
    /// A name that no table and no other sentence tells of.
    Unknown,
    Nobody,
}

/// "Marsh said *Officer Lind* fell as *he* ran": of the people who may be meant, the subject of the clause that holds the pronoun's
/// own, or whom that clause says more of ("Lind, who said he …"); of its own clause for "his" alone.
fn subject_around<'n, 'c>(
    scene: &Scene<'_>,
    cast: &Cast,
    tree: &Tree,
    pronoun: Span,
    gender: Gender,
    named: &'n [Candidate<'c>],
) -> Around<'n, 'c> {
    let Some(token) = tree.token_at(pronoun.start) else { return Around::Nobody };
    let at = |token: usize| named.iter().find(|candidate| candidate.place().overlaps(tree.token_span(token)));
    // "his" and "himself" may mean the subject of their own clause, and "himself" means it.
    let reflexive = tree.word(scene.text, token).ends_with("self");
    let mut own = tree.tag(token) != PennTag::PRPS && !reflexive;
    let mut clause = token;
    let mut home = !reflexive;
    loop {
        let relation = tree.relation(clause);
        let head = tree.head(clause);
        if head.is_none() || relation.is_clausal() || matches!(relation, Relation::Conj | Relation::Parataxis) {
            let subject = tree.children(clause).find(|&child| tree.relation(child).is_subject() && child != token);
            match subject.filter(|&subject| !own && subject < token) {
                Some(subject) if at(subject).is_some() => return at(subject).map_or(Around::Nobody, Around::Candidate),
                Some(subject) if !home && is_described(scene, tree, subject, gender, named) => return Around::Described(subject),
                Some(subject) if !home && is_unknown_name(scene, cast, tree, subject) => return Around::Unknown,
                _ => {}
            }
            // A coordinated verb shares the subject of the first one, an infinitive that of its verb.
            let shares = matches!(relation, Relation::Conj | Relation::Xcomp) && subject.is_none();
            (own, home) = (own && shares, home && shares);
        }
        let Some(head) = head else { return Around::Nobody };
        if relation == Relation::AclRelcl
            && let Some(candidate) = at(head)
        {
            return Around::Candidate(candidate);
        }
        clause = head;
    }
}

/// "*Tove Lind* says she …": a name of two words at least, which is no country's, body's or place's, and nobody's who is known.
fn is_unknown_name(scene: &Scene<'_>, cast: &Cast, tree: &Tree, noun: usize) -> bool {
    let place = tree.token_span(noun);
    let parts = tree.children(noun).filter(|&child| matches!(tree.relation(child), Relation::Flat | Relation::Compound));
    let whole = parts.fold(place, |whole, part| whole.join(tree.token_span(part)));
    let name = whole.of(scene.text);
    let tagged = || {
        let sentence = scene.document.sentence_at(place.start);
        sentence.is_none_or(|sentence| scene.mentions_in(sentence).iter().any(|mention| mention.span.overlaps(whole)))
    };
    let kind = || name.rsplit(' ').next().and_then(|last| scene.gazetteers.noun_classes.kind(&last.to_lowercase()));
    tree.tag(noun) == PennTag::NNP
        && matches!(name.split(' ').count(), 2 | 3)
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase))
        && cast.at(whole).is_none()
        && !tagged()
        && kind().is_none()
        && scene.gazetteers.places.get(&name.to_lowercase()).is_none()
}

/// "the deputy", "one man": a single person of a gender that fits, who is described and not named.
fn is_described(scene: &Scene<'_>, tree: &Tree, noun: usize, gender: Gender, named: &[Candidate<'_>]) -> bool {
    let word = tree.lemma(noun);
    let phrase = tree.subtree_span(noun);
    !named.iter().any(|candidate| phrase.contains(candidate.place()))
        && tree.tag(noun) == PennTag::NN
        && scene.gazetteers.noun_classes.kind(word) == Some(NounKind::Person)
        && scene.gazetteers.titles.person_names.gender(word).is_none_or(|known| known == gender)
}

fn of_official(scene: &Scene<'_>, discourse: &Discourse, mention: &Mention, official: &OfficialMention) -> Referent {
    Referent {
        country: discourse.country_of(scene, mention, official),
        name: Some(discourse.cast.full_name(&official.full_name, scene.gazetteers).unwrap_or(&official.full_name).to_owned()),
        office: scene.office_of(official),
        official: true,
        ..Referent::default()
    }
}

/// How readily a pronoun takes up the person named at `place` before it: whom the sentence is about, who acts in it, who else is named,
/// and last whose relative or what of whom it tells of. Who only reports behind what is told ("…, *Lind* said") is meant by a
/// pronoun that `speaks` itself, before anybody else by no other.
fn rank(scene: &Scene<'_>, sentence: usize, place: Span, speaks: bool) -> u8 {
    let tree = &scene.analysis(sentence).tree;
    let rank = |token: usize| {
        if reports_behind(scene, tree, token) {
            if speaks { 0 } else { 3 }
        } else if leads(tree, token) || told_by_another(scene, tree, token) {
            u8::from(speaks)
        } else if tree.relation(token).is_subject() || is_owner_of_subject(scene, tree, token) {
            2
        } else if is_owner(tree, token) {
            4
        } else {
            3
        }
    };
    let tokens = tree.tokens_in(place);
    // A first name that hangs on the last one says nothing by itself.
    let heads = tokens.clone().filter(|&token| tree.head(token).is_none_or(|head| !tokens.contains(&head)));
    heads.map(rank).min().unwrap_or(3)
}

/// "40 had left, *Lind* said", "…, said *Lind*".
fn reports_behind(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let verb = tree.head(token).filter(|_| tree.relation(token).is_subject());
    verb.is_some_and(|verb| says(scene, tree, verb) && leads(tree, token) && tree.subtree_range(verb).start + 2 < token.min(verb))
}

/// Whether a pronoun stands for somebody who does or suffers a crime, or answers for one: "*he* was shot", "police arrested *him*".
fn is_of_crime(scene: &Scene<'_>, tree: &Tree, pronoun: usize) -> bool {
    let core = tree.relation(pronoun).is_subject() || matches!(tree.relation(pronoun), Relation::Obj | Relation::OblAgent);
    let class = |verb: usize| row_of(tree, scene.gazetteers, verb).map(|row| &*row.class);
    let crime = |verb: usize| class(verb).is_some_and(|class| scene.gazetteers.word_sets.has(ClassSet::Crime, class));
    // "he *opened fire*", "he was found *dead*", "he fled and *was arrested*"
    let joined = |verb: usize| {
        tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Xcomp | Relation::Conj | Relation::Obj) && crime(child))
    };
    core && tree.head(pronoun).is_some_and(|verb| crime(verb) || joined(verb))
}

/// Whether somebody is of the police, who tell journalists of others: "Kent *Police Lt.* Ann Lee".
fn is_officer(scene: &Scene<'_>, official: &OfficialMention) -> bool {
    let Some(office) = official.office.as_deref().map(str::to_lowercase) else { return false };
    let title = setting::title_of(&office);
    let starts = title.match_indices(' ').map(|(space, _)| space + 1);
    std::iter::once(0).chain(starts).any(|start| scene.gazetteers.titles.kind_of(&title[start..]) == Some(TitleKind::Police))
}

/// "“A boy was found,” *Lt. Lind* said", "*Lt. Lind* said a boy was found": whether somebody is named as who tells something.
fn reports(scene: &Scene<'_>, mention: &Mention) -> bool {
    let tree = &scene.analysis(mention.sentence).tree;
    let telling = |verb: usize| {
        let tells = || tree.children(verb).any(|child| matches!(tree.relation(child), Relation::Ccomp | Relation::Parataxis));
        says(scene, tree, verb) && (tree.relation(verb) == Relation::Parataxis || tells())
    };
    tree.tokens_in(mention.span).any(|token| tree.relation(token).is_subject() && tree.head(token).is_some_and(telling))
}

/// Whether all that the article tells of an official is what he said.
fn only_speaks(scene: &Scene<'_>, official: &OfficialMention) -> bool {
    scene.mentions.iter().all(|mention| {
        let MentionKind::Official(other) = &mention.kind else { return true };
        if other.full_name != official.full_name {
            return true;
        }
        let tree = &scene.analysis(mention.sentence).tree;
        let Some(mut token) = tree.token_at(other.name.start) else { return false };
        while matches!(tree.relation(token), Relation::Flat | Relation::Compound | Relation::NmodDesc | Relation::Appos) {
            match tree.head(token) {
                Some(head) => token = head,
                None => return false,
            }
        }
        let speaks = tree.relation(token).is_subject() && tree.head(token).is_some_and(|verb| says(scene, tree, verb));
        let cited = || {
            let fixed = |child: usize| child < token && tree.lemma(child) == "according";
            tree.children(token).any(fixed) || tree.head(token).is_some_and(|head| tree.lemma(head) == "according")
        };
        speaks || cited()
    })
}

/// "*Lind* left on Friday, Roth said": the subject of what is reported first.
fn told_by_another(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let clause = tree.head(token).filter(|_| tree.relation(token).is_subject());
    let verb = clause.filter(|&clause| tree.relation(clause) == Relation::Ccomp).and_then(|clause| tree.head(clause));
    verb.is_some_and(|verb| token < verb && tree.relation(verb) == Relation::Root && says(scene, tree, verb))
}

fn says(scene: &Scene<'_>, tree: &Tree, verb: usize) -> bool {
    scene.gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech)
}

/// "*Lind's* goal was …": what somebody has, as a subject, is told of them; somebody whom they have is not.
fn is_owner_of_subject(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    tree.relation(token) == Relation::NmodPoss
        && tree.head(token).is_some_and(|owned| {
            tree.relation(owned).is_subject() && scene.gazetteers.noun_classes.kind(tree.lemma(owned)) != Some(NounKind::Person)
        })
}

/// "*Lind's* brother", "the plan of *Lind*".
fn is_owner(tree: &Tree, token: usize) -> bool {
    tree.relation(token) == Relation::NmodPoss
        || tree.relation(token) == Relation::Nmod
            && tree.child_with(token, Relation::Case).is_some_and(|case| matches!(tree.lemma(case), "of" | "for" | "to"))
}

/// "*Olaf Brandt* of the church, who backs the plan, said": whether the sentence that names the person has another person, whom no
/// table knows, for its subject.
fn has_other_subject(scene: &Scene<'_>, cast: &Cast, sentence: usize, person: Span, gender: Gender) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let Some(subject) = tree.root().and_then(|root| tree.children(root).find(|&child| tree.relation(child).is_subject())) else {
        return false;
    };
    let place = tree.token_span(subject);
    let known = scene.mentions_in(sentence).iter().any(|other| other.span.overlaps(place)) || cast.at(place).is_some();
    let names = &scene.gazetteers.titles.person_names;
    let somebody = || {
        let named = tree.tag(subject) == PennTag::NNP
            && tree.word(scene.text, subject).starts_with(char::is_uppercase)
            && tree.child_with(subject, Relation::Det).is_none()
            && scene.gazetteers.noun_classes.kind(&tree.lemma(subject).to_lowercase()).is_none();
        // "*Lind's brother* said": the brother is not Lind; "the mayor, Otto Lind," is.
        let apart = !tree.subtree_span(subject).overlaps(person) || tree.tokens_in(person).any(|token| is_owner(tree, token));
        let described = scene.gazetteers.noun_classes.kind(tree.lemma(subject)) == Some(NounKind::Person) && apart;
        named || described && matches!(tree.tag(subject), PennTag::NN | PennTag::NNP)
    };
    let fits = || {
        let phrase =
            tree.children(subject).filter(|&child| matches!(tree.relation(child).universal(), Relation::Flat | Relation::Compound));
        let mut words = phrase.chain([subject]).map(|token| tree.word(scene.text, token));
        words.find_map(|word| names.gender(word)).is_none_or(|known| known == gender)
    };
    !known && somebody() && fits()
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
    fn fits(&self, official: &OfficialMention, office: &str, sets: &WordSets) -> bool {
        let mut head = "";
        let mut before_preposition = true;
        let mut other = false;
        let mut said = 0;
        for word in office.split([' ', ',', '-']).filter(|word| !word.is_empty()) {
            before_preposition &= !sets.has(FunctionSet::EndsKnownOffice, word);
            if before_preposition {
                head = word;
            }
            let modifies = self.modifiers.iter().any(|modifier| modifier.eq_ignore_ascii_case(word));
            said += usize::from(modifies);
            other |= !modifies && sets.words(LexicalSet::OtherOffice).any(|other| word.eq_ignore_ascii_case(other));
        }
        head.eq_ignore_ascii_case(&self.head)
            && !other
            && said >= self.modifiers.len()
            && (self.country.is_none() || self.country == official.country)
            && (!self.former || official.former)
    }
}

/// The person whom a definite office means: "the president" after "President Ann Lee", where only one of those named lately has it.
pub(super) fn by_office(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, tree: &Tree, noun: usize) -> Option<Referent> {
    let place = tree.token_span(noun);
    if scene.official_at(sentence, place).is_some() {
        return None;
    }
    let description = Description::of(scene, sentence, tree, noun)?;
    let before = scene.mentions.partition_point(|mention| mention.span.end <= place.start);
    let fits = |mention: &&'_ Mention| {
        matches!(&mention.kind, MentionKind::Official(official)
        if official.office.as_deref().is_some_and(|office| description.fits(official, office, &scene.gazetteers.word_sets)))
    };
    let mut best: Option<&Mention> = None;
    for mention in scene.mentions[..before].iter().rev().filter(fits) {
        match best {
            None => best = Some(mention),
            Some(latest) if is_same(latest, mention) => {}
            // Another one with the office, named as lately: it may be either.
            Some(latest) if mention.sentence + REACH >= sentence || latest.sentence + REACH < sentence => return None,
            Some(_) => break,
        }
    }
    // "Israel's prime minister has apologised": named only later.
    let later = || {
        let mut after = scene.mentions[before..].iter().filter(fits);
        let first = after.next().filter(|_| description.country.is_some())?;
        after.all(|other| is_same(first, other)).then_some(first)
    };
    let mention = best.or_else(later)?;
    match &mention.kind {
        MentionKind::Official(official) => Some(of_official(scene, discourse, mention, official)),
        _ => None,
    }
}

/// Whether two mentions name one person.
fn is_same(one: &Mention, other: &Mention) -> bool {
    matches!((&one.kind, &other.kind), (MentionKind::Official(one), MentionKind::Official(other)) if one.full_name == other.full_name)
}
