//! Reference: whom or what a pronoun or a bare noun stands for, where one candidate in the article is clearly best.

use std::cell::OnceCell;

use crate::article::Span;
use crate::claim::attribution::Scope;
use crate::claim::clause::is_noun;
use crate::claim::model::SpeakerKind;
use crate::claim::participant::cast::Cast;
use crate::claim::participant::{person, setting};
use crate::claim::scene::{Scene, is_named};
use crate::claim::sentence_rules::anchor;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::organizations::OrganizationKind;
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// How many sentences back "there" may point.
const REACH: usize = 3;

/// Who or what is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Referent {
    /// The country that it is or belongs to.
    pub(crate) country: Option<&'static str>,
    /// Further countries, for "these nations".
    pub(crate) more: Vec<&'static str>,
    /// The full name of a person.
    pub(crate) name: Option<String>,
    /// The person's office.
    pub(crate) office: Option<String>,
    /// Whether the person is tagged with an office or title, not only named.
    pub(crate) official: bool,
    /// Whether the name is that of a body.
    pub(crate) body: bool,
    /// Whether they are those whom an official of a town or a police force speaks for.
    pub(crate) local: bool,
}

/// What the article has said so far of governments, for "the government" and "the administration".
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// Where a government was named, its country, and the name of who leads it ("the Trump administration").
    governments: Vec<(usize, &'static str, Option<String>)>,
    /// The country that most of the article's mentions name, where it is more than half of them.
    dominant: Option<&'static str>,
    /// The country that the article is about.
    setting: Option<&'static str>,
    /// The same, where the article names no other country first, and nobody who holds a public office of another.
    home: Option<&'static str>,
    /// The one country of its officials, and that of its towns and regions: see [`Discourse::domestic`].
    domestic: OnceCell<(Option<&'static str>, Option<&'static str>)>,
    /// The people who hold no office.
    pub(crate) cast: Cast,
}

impl Discourse {
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut discourse = Self::default();
        let mut counts: Vec<(&'static str, usize)> = Vec::new();
        let mut total = 0;
        for mention in scene.mentions {
            let (country, name) = match &mention.kind {
                MentionKind::Country(country) => (Some(country.iso2), None),
                MentionKind::Official(official) => (official.country, Some(&official.full_name)),
                _ => continue,
            };
            let Some(country) = country else { continue };
            if name.is_none() {
                total += 1;
                match counts.iter_mut().find(|(known, _)| *known == country) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((country, 1)),
                }
            }
            let rest = &scene.text[mention.span.end..];
            let rest = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s")).unwrap_or(rest);
            let next: &str = rest.trim_start_matches(' ').split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            if scene.gazetteers.cues.reference(next) == Some(ReferenceKind::Government) {
                discourse.governments.push((mention.span.start, country, name.cloned()));
            }
        }
        discourse.setting = setting::country(scene);
        let first = scene.mentions.iter().find_map(|mention| match &mention.kind {
            MentionKind::Country(country) => Some(country.iso2),
            _ => None,
        });
        discourse.home = discourse.setting.filter(|&home| {
            first == Some(home)
                && !scene.mentions.iter().any(|mention| {
                    matches!(&mention.kind, MentionKind::Official(official)
                    if official.country.is_some_and(|country| country != home)
                        && official.office.as_deref().is_some_and(|office| setting::is_public(office, scene.gazetteers)))
                })
        });
        discourse.cast = Cast::of(scene);
        discourse.dominant = counts.iter().find(|(_, count)| 2 * count > total).map(|(country, _)| *country);
        discourse
    }
}

impl Discourse {
    /// The country of an official: of the office, else that of the article where the office is one of the state.
    pub(crate) fn country_of(&self, scene: &Scene<'_>, mention: &Mention, official: &OfficialMention) -> Option<&'static str> {
        scene.country_of(mention, official).or_else(|| {
            let office = official.office.as_deref()?;
            let domestic = setting::is_domestic(office, scene.gazetteers);
            if let Some(country) = setting::of_office(office, scene.gazetteers).filter(|_| domestic) {
                return Some(country);
            }
            if self.setting.is_none() {
                // A diplomat is seldom of the place where he is.
                let abroad = setting::is_diplomat(office, scene.gazetteers);
                return self.domestic(scene, abroad).filter(|_| domestic);
            }
            let of_state = setting::is_of_state(office, scene.gazetteers);
            self.setting.filter(|_| of_state).or_else(|| self.home.filter(|_| setting::is_public(office, scene.gazetteers)))
        })
    }

    /// The country of somebody by any of the mentions that give an office.
    pub(crate) fn country_of_person(&self, scene: &Scene<'_>, full_name: &str) -> Option<&'static str> {
        scene.mentions.iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) if official.full_name == full_name => self.country_of(scene, mention, official),
            _ => None,
        })
    }

    /// The country of the article's officials, else, unless somebody may be `abroad`, of its towns and regions, where no country is
    /// named often enough to be the one that the article is about.
    fn domestic(&self, scene: &Scene<'_>, abroad: bool) -> Option<&'static str> {
        let &(of_officials, of_places) = self.domestic.get_or_init(|| (setting::of_officials(scene), setting::of_places(scene)));
        of_officials.or_else(|| of_places.filter(|_| !abroad))
    }

    /// The country of "the Senate", "the Coast Guard": a public body that many countries have, by the name alone.
    pub(crate) fn country_of_own_body(&self, scene: &Scene<'_>, name: &str) -> Option<&'static str> {
        let body = scene.gazetteers.organizations.by_name(name)?;
        let own = matches!(body.kind, OrganizationKind::Government | OrganizationKind::Court) && body.country.is_none();
        // "*Congress* must approve the deal with Iran": who speaks there tells whose it is before whom it is about.
        own.then(|| match setting::served(scene).as_slice() {
            [] => self.home.or_else(|| self.domestic(scene, false)),
            [one] => Some(*one),
            _ => None,
        })?
    }

    /// The country of "parliament", "the finance ministry": public bodies of the country that the article is about.
    pub(crate) fn country_of_body(&self, tree: &Tree, noun: usize) -> Option<&'static str> {
        let specified = tree.children(noun).any(|child| {
            matches!(tree.relation(child), Relation::Nmod | Relation::NmodPoss)
                || (tree.relation(child) == Relation::Det && !matches!(tree.lemma(child), "the" | "this"))
        });
        self.setting.filter(|_| !specified)
    }
}

/// Whom the token stands for, if it refers at all and one candidate is clearly best.
pub(crate) fn resolve(
    scene: &Scene<'_>,
    discourse: &Discourse,
    scopes: &[Scope],
    sentence: usize,
    tree: &Tree,
    token: usize,
) -> Option<Referent> {
    let word = tree.word(scene.text, token);
    let lower = word.to_ascii_lowercase();
    let span = tree.token_span(token);
    if names_an_office(scene, tree, token) && (is_definite(tree, token) || is_of_named_country(scene, sentence, tree, token)) {
        return person::by_office(scene, discourse, sentence, tree, token);
    }
    if tree.tag(token) == PennTag::NNS && names_an_office_of_state(tree, scene.gazetteers, token) && is_pair(tree, token) {
        return pair_before(scene, sentence, span.start);
    }
    let kind = scene.gazetteers.cues.reference(&lower)?;
    match kind {
        ReferenceKind::Man | ReferenceKind::Woman => person::by_pronoun(scene, discourse, scopes, sentence, tree, span, kind),
        ReferenceKind::Thing => {
            country_subject_before(scene, sentence, tree, token).or_else(|| body_before(scene, discourse, sentence, tree, token, false))
        }
        ReferenceKind::Several => body_before(scene, discourse, sentence, tree, token, true),
        ReferenceKind::Place => place_before(scene, sentence, tree, span.start).map(of_country),
        ReferenceKind::Own | ReferenceKind::Speaker => speaker(scene, scopes, span, kind),
        // "the Republic of Armenia" is named, not referred to.
        ReferenceKind::Country if is_noun(tree.tag(token)) && is_definite(tree, token) && scene.country_at(sentence, span).is_none() => {
            // "The US agreed to pay *the country*": what acts in the sentence is not meant by what it acts on.
            let named = if tree.relation(token).is_subject() {
                last_country(scene, sentence, span.start, 2)
            } else {
                place_before(scene, sentence, tree, span.start)
            };
            named.or(discourse.dominant).map(of_country)
        }
        ReferenceKind::Countries if tree.tag(token) == PennTag::NNS && points_back(tree, token) => countries_before(scene, sentence),
        ReferenceKind::Countries if tree.tag(token) == PennTag::NNS && is_pair(tree, token) => pair_before(scene, sentence, span.start),
        ReferenceKind::Government
            if is_noun(tree.tag(token)) && is_definite(tree, token) && !is_specified(tree, scene.gazetteers, token) =>
        {
            government(scene, discourse, sentence, span.start, &lower)
        }
        _ => None,
    }
}

fn of_country(country: &'static str) -> Referent {
    Referent { country: Some(country), ..Referent::default() }
}

/// Whether a noun is the name of an office: "president", "minister".
fn names_an_office(scene: &Scene<'_>, tree: &Tree, noun: usize) -> bool {
    matches!(tree.tag(noun), PennTag::NN | PennTag::NNP) && scene.gazetteers.noun_classes.class(tree.lemma(noun)) == Some("official")
}

/// "*Israel's* prime minister".
fn is_of_named_country(scene: &Scene<'_>, sentence: usize, tree: &Tree, noun: usize) -> bool {
    tree.child_with(noun, Relation::NmodPoss).is_some_and(|owner| scene.country_at(sentence, tree.token_span(owner)).is_some())
}

fn is_definite(tree: &Tree, noun: usize) -> bool {
    tree.children(noun)
        .any(|child| child < noun && tree.relation(child) == Relation::Det && matches!(tree.lemma(child), "the" | "this" | "that"))
}

fn points_back(tree: &Tree, noun: usize) -> bool {
    tree.children(noun)
        .any(|child| child < noun && tree.relation(child) == Relation::Det && matches!(tree.lemma(child), "these" | "those" | "this"))
}

/// "the local government", "the government of Ontario": said which one, so not the last one spoken of.
fn is_specified(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    tree.children(noun).any(|child| {
        matches!(tree.relation(child), Relation::Compound | Relation::Nmod | Relation::NmodPoss)
            || (tree.relation(child) == Relation::Amod && gazetteers.word_sets.has(LexicalSet::WhichGovernment, tree.lemma(child)))
    })
}

fn last_country(scene: &Scene<'_>, sentence: usize, offset: usize, reach: usize) -> Option<&'static str> {
    let first = sentence.saturating_sub(reach);
    for at in (first..=sentence).rev() {
        let named = scene.mentions_in(at).iter().rev().find_map(|mention| match &mention.kind {
            MentionKind::Country(country) if mention.span.end <= offset && is_named(country) => Some(country.iso2),
            _ => None,
        });
        if named.is_some() {
            return named;
        }
    }
    None
}

/// "Britain made a deal with Rwanda to send them *there*": the last country named that is not itself a subject.
fn place_before(scene: &Scene<'_>, sentence: usize, tree: &Tree, offset: usize) -> Option<&'static str> {
    let here = scene.mentions_in(sentence).iter().rev().find_map(|mention| match &mention.kind {
        MentionKind::Country(country) if mention.span.end <= offset && is_named(country) => {
            let head = anchor(tree, mention);
            let subject = head.is_some_and(|head| tree.relation(head).is_subject() || tree.relation(head) == Relation::Compound);
            (!subject).then_some(country.iso2)
        }
        _ => None,
    });
    here.or_else(|| last_country(scene, sentence.checked_sub(1)?, offset, REACH - 1))
}

/// "Although Peru was asked, *it* declined": a country that is a subject earlier in the sentence, or opens the one before.
fn country_subject_before(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> Option<Referent> {
    if tree.relation(token) == Relation::Expl {
        return None;
    }
    let own = subject_beside(scene, tree, token);
    let before = (0..token).rev().find_map(|at| {
        let named = scene.country_at(sentence, tree.token_span(at)).filter(|(_, country)| is_named(country));
        named.filter(|_| tree.relation(at).is_subject() && Some(at) != own).map(|(_, country)| country.iso2)
    });
    if before.is_some() {
        return before.map(of_country);
    }
    let opening = sentence.checked_sub(1)?;
    // "In March, *Sweden* said no. It …": the subject of the sentence before.
    if tree.relation(token).is_subject() && !scene.mentions_in(opening).is_empty() {
        let last = &scene.analysis(opening).tree;
        let subject = last.root().and_then(|root| last.children(root).find(|&child| last.relation(child).is_subject()));
        let named = subject.and_then(|subject| scene.country_at(opening, last.token_span(subject)));
        if let Some((_, country)) = named.filter(|(_, country)| is_named(country)) {
            return Some(of_country(country.iso2));
        }
    }
    let start = scene.document.sentences[opening].span.start;
    scene.mentions_in(opening).iter().find_map(|mention| match &mention.kind {
        MentionKind::Country(country) if is_named(country) && mention.span.start <= start + 4 => Some(of_country(country.iso2)),
        _ => None,
    })
}

/// "*Chad* has seen them", "*Chad* is said to deport them": the subject of the verb that an object depends on, which the object does
/// not stand for.
fn subject_beside(scene: &Scene<'_>, tree: &Tree, pronoun: usize) -> Option<usize> {
    let reflexive = scene.gazetteers.word_sets.has(FunctionSet::Reflexive, &tree.word(scene.text, pronoun).to_ascii_lowercase());
    if tree.relation(pronoun).is_subject() || tree.relation(pronoun) == Relation::NmodPoss || reflexive {
        return None;
    }
    std::iter::successors(tree.head(pronoun), |&at| tree.head(at))
        .find_map(|at| tree.children(at).find(|&child| tree.relation(child).is_subject()))
}

/// "the two *leaders*", "the *presidents*": each stands for a country.
fn names_an_office_of_state(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    gazetteers.word_sets.has(LexicalSet::OfficeOfState, tree.lemma(noun))
}

/// "the two countries", "both leaders", "relations between the nations": all there are, and no more said of them.
fn is_pair(tree: &Tree, noun: usize) -> bool {
    let mut counted = false;
    let mut determined = false;
    for child in tree.children(noun) {
        match tree.relation(child) {
            Relation::Nummod if tree.lemma(child) == "two" => counted = true,
            Relation::Det | Relation::DetPredet if tree.lemma(child) == "both" => counted = true,
            Relation::Det if tree.lemma(child) == "the" => determined = true,
            Relation::Case | Relation::Punct => {}
            Relation::Amod if tree.lemma(child) == "neighbouring" => {}
            _ if child < noun => return false,
            Relation::Nmod | Relation::AclRelcl => return false,
            _ => {}
        }
    }
    counted || (determined && matches!(tree.lemma(noun), "country" | "nation"))
}

/// The two countries that were spoken of last, by name, adjective or official, where there are no more than two.
fn pair_before(scene: &Scene<'_>, sentence: usize, offset: usize) -> Option<Referent> {
    let mut codes: Vec<&'static str> = Vec::new();
    for at in (sentence.saturating_sub(REACH)..=sentence).rev() {
        for mention in scene.mentions_in(at).iter().filter(|mention| mention.span.end <= offset) {
            let country = match &mention.kind {
                MentionKind::Country(country) if !scene.is_currency(mention) => Some(country.iso2),
                MentionKind::Official(official) => official.country,
                _ => None,
            };
            codes.extend(country.filter(|country| !codes.contains(country)));
        }
        match codes.len() {
            0 | 1 => {}
            2 => return Some(Referent { country: codes.first().copied(), more: codes[1..].to_vec(), ..Referent::default() }),
            _ => return None,
        }
    }
    None
}

/// "*The Israeli government* admitted mistakes but said *its* commandos …", "*Egyptian officials* came. *They* …": the body or the
/// people of a country that are the subject before the pronoun, in its sentence or the one before.
fn body_before(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, tree: &Tree, token: usize, plural: bool) -> Option<Referent> {
    if tree.relation(token) == Relation::Expl {
        return None;
    }
    let fits = |sentence: usize, tree: &Tree, noun: usize| {
        let lemma = tree.lemma(noun);
        let kind = scene.gazetteers.noun_classes.kind(lemma);
        let body = matches!(kind, Some(NounKind::Government | NounKind::Organization))
            || scene.organization_at(sentence, tree.token_span(noun)).is_some();
        let group = matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS);
        if plural { group || (body && scene.gazetteers.word_sets.has(LexicalSet::PluralBody, lemma)) } else { body && !group }
    };
    let country_of = |sentence: usize, tree: &Tree, noun: usize| -> Option<&'static str> {
        let own = scene.country_at(sentence, tree.token_span(noun)).map(|(_, country)| country.iso2);
        let modifier = || {
            tree.children(noun)
                .filter(|&child| matches!(tree.relation(child), Relation::Amod | Relation::NmodPoss | Relation::Compound))
                .find_map(|child| scene.country_at(sentence, tree.token_span(child)))
                .map(|(_, country)| country.iso2)
        };
        let organization = || {
            let (_, organization) = scene.organization_at(sentence, tree.token_span(noun))?;
            organization.country.filter(|_| !organization.outlet)
        };
        let public = || {
            let government = scene.gazetteers.noun_classes.class(tree.lemma(noun)) == Some("government");
            discourse.country_of_body(tree, noun).filter(|_| government)
        };
        own.or_else(modifier).or_else(organization).or_else(public)
    };
    let subjects = |tree: &Tree, end: usize| (0..end).rev().find(|&at| tree.relation(at).is_subject() && is_noun(tree.tag(at)));
    let referent = |sentence: usize, tree: &Tree, noun: usize| {
        let body = scene.organization_at(sentence, tree.token_span(noun)).filter(|(_, body)| !plural && !body.outlet);
        let (country, name) = (country_of(sentence, tree, noun), body.map(|(_, body)| body.name.clone()));
        (country.is_some() || name.is_some()).then(|| Referent { country, body: name.is_some(), name, ..Referent::default() })
    };
    if let Some(noun) = subjects(tree, token) {
        let other = subject_beside(scene, tree, token) != Some(noun);
        return referent(sentence, tree, noun).filter(|_| other && fits(sentence, tree, noun));
    }
    let before = sentence.checked_sub(1)?;
    if scene.mentions_in(before).is_empty() || !tree.relation(token).is_subject() && tree.relation(token) != Relation::NmodPoss {
        return None;
    }
    let last = &scene.analysis(before).tree;
    let subject = last.root().and_then(|root| last.children(root).find(|&child| last.relation(child).is_subject()))?;
    // "*It* would be a failure": stands for no body.
    let judged = tree.head(token).is_some_and(|said| tree.child_with(said, Relation::Cop).is_some());
    referent(before, last, subject)
        .filter(|referent| !(judged && referent.body))
        .filter(|_| is_noun(last.tag(subject)) && fits(before, last, subject))
}

/// "these nations": the countries listed in the sentence before, two at least.
fn countries_before(scene: &Scene<'_>, sentence: usize) -> Option<Referent> {
    let before = sentence.checked_sub(1)?;
    let mut codes: Vec<&'static str> = Vec::new();
    let mut listed = 0;
    for mention in scene.mentions_in(before) {
        if let MentionKind::Country(country) = &mention.kind
            && is_named(country)
        {
            // Countries of a list stand close to each other: a comma, an "and" between them.
            let close = scene.mentions_in(before).iter().any(|other| {
                other.span != mention.span
                    && matches!(other.kind, MentionKind::Country(_))
                    && (other.span.start.abs_diff(mention.span.end) <= 6 || mention.span.start.abs_diff(other.span.end) <= 6)
            });
            if close && !codes.contains(&country.iso2) {
                listed += 1;
                codes.push(country.iso2);
            }
        }
    }
    (listed >= 2).then(|| Referent { country: codes.first().copied(), more: codes[1..].to_vec(), ..Referent::default() })
}

fn government(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, offset: usize, word: &str) -> Option<Referent> {
    if !scene.gazetteers.word_sets.has(LexicalSet::Government, word) {
        return None;
    }
    let named = discourse.governments.iter().rev().find(|(at, _, _)| *at < offset);
    if let Some((_, country, name)) = named {
        let name = name.clone().filter(|_| word == "administration");
        return Some(Referent { country: Some(country), name, ..Referent::default() });
    }
    let _ = (scene, sentence);
    discourse.dominant.map(of_country)
}

/// "we", "our", "I" inside somebody's words: the speaker's country, and the speaker. "I" is a person, and no country without a name.
fn speaker(scene: &Scene<'_>, scopes: &[Scope], span: Span, kind: ReferenceKind) -> Option<Referent> {
    let scope = scopes.iter().find(|scope| scope.holds(span))?;
    let one = kind == ReferenceKind::Speaker;
    // "“I rode 40 miles,” *he* said": the name that he has.
    let named = || {
        let pronoun = scene.gazetteers.word_sets.has(FunctionSet::SpeakingPronoun, scope.source.of(scene.text));
        let capitals = || scope.speaker.split(' ').all(|word| word.starts_with(char::is_uppercase));
        scope.speaker.contains(' ') && (scope.is_named_person(scene) || pronoun && scope.kind == SpeakerKind::Official && capitals())
    };
    let full_name = || scope.name.clone().or_else(|| named().then(|| scope.speaker.clone()));
    let name = one.then(full_name).flatten();
    if one && name.is_none() {
        return None;
    }
    let official = one && scope.name.is_some();
    // "*We* have two men in custody," the sheriff said: his office, not his country.
    let local = !one && scope.name.as_deref().is_some_and(|name| is_of_a_place(scene, name));
    let country = scope.country.filter(|_| !local);
    (country.is_some() || name.is_some() || local).then(|| Referent { country, name, official, local, ..Referent::default() })
}

/// Whether the office of somebody is one of a town, a county or a police force: "sheriff", "mayor", "council leader".
fn is_of_a_place(scene: &Scene<'_>, full_name: &str) -> bool {
    let offices = scene.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Official(official) if official.full_name == full_name => official.office.as_deref(),
        _ => None,
    });
    let mut kinds = offices.filter_map(|office| scene.gazetteers.titles.kind_of(setting::title_of(&office.to_lowercase())));
    kinds.any(|kind| matches!(kind, TitleKind::LocalGovernment | TitleKind::Police))
}
