//! Speakers: who stands at a token, who can speak at all, and who is the subject of a verb of saying.

use crate::article::Span;
use crate::claim::clause::{has_to, is_noun, is_verb};
use crate::claim::model::SpeakerKind;
use crate::claim::participant::reference::{self, Discourse};
use crate::claim::scene::Scene;
use crate::gazetteer::cues::AttributingNoun;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{MentionKind, OfficialMention};

/// Who speaks.
pub(in crate::claim) struct Speaker {
    /// The fullest name, or the words.
    pub(in crate::claim) text: String,
    /// Where the speaker is named.
    pub(in crate::claim) span: Span,
    /// What kind of speaker it is.
    pub(in crate::claim) kind: SpeakerKind,
    /// The full name, where one is known with an office.
    pub(in crate::claim) name: Option<String>,
    /// The country that the speaker speaks for.
    pub(in crate::claim) country: Option<&'static str>,
    /// Whether it is a thing that tells something, as evidence does.
    pub(in crate::claim) thing: bool,
}

/// Whether a token heads the full name of a person that no office is known of: a first name and another behind it.
fn is_full_name(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let name = name_span(tree, scene.text, token).of(scene.text);
    let first = name.split(' ').next().unwrap_or(name);
    tree.tag(token).is_proper() && first.len() < name.len() && scene.gazetteers.titles.person_names.is_first_name(first)
}

/// Whether the token is a noun or stands for one.
pub(in crate::claim) fn is_nominal(tree: &Tree, token: usize) -> bool {
    is_noun(tree.tag(token)) || matches!(tree.tag(token), PennTag::PRP | PennTag::CD | PennTag::DT)
}

/// Who stands at the token: an official by full name, an organization by name, a person by name, or the words.
pub(in crate::claim) fn at(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize) -> Option<Speaker> {
    let tree = &scene.analysis(sentence).tree;
    // "the finance minister, *Ana Torres*, told": the name behind the office.
    // "a pastor supporting him, *Olaf Brandt*, said": an apposition names who the words before describe; a document has none.
    let described = !matches!(scene.gazetteers.noun_classes.kind(tree.lemma(token)), Some(NounKind::Document | NounKind::Thing));
    let apposed = tree.children(token).find(|&child| {
        let named = |place| scene.official_at(sentence, place).is_some_and(|(_, official)| official.name.overlaps(place));
        // "the other *candidates* — Ann Lee, Otto Lind — hoped": several are not the first of them.
        described
            && !matches!(tree.tag(token), PennTag::NNS | PennTag::NNPS)
            && child > token
            && tree.relation(child) == Relation::Appos
            && (named(tree.token_span(child)) || is_full_name(scene, tree, child))
    });
    let token = apposed.filter(|_| !tree.tag(token).is_proper()).or_else(|| named_behind(scene, sentence, tree, token)).unwrap_or(token);
    let span = tree.token_span(token);
    let text = scene.text;
    if let Some((mention, official)) = scene.official_at(sentence, span)
        // "Clinton *aides*" are not Clinton.
        && (official.name.overlaps(span) || mention.span.contains(span) && !matches!(tree.tag(token), PennTag::NNS | PennTag::VBZ))
    {
        let place = noun_span(scene, tree, token);
        let government = scene.gazetteers.cues.reference(tree.word(text, token)).is_some() && !official.name.overlaps(span);
        if !government {
            return Some(Speaker {
                text: name_as_written(scene, discourse, official),
                span: place.join(mention.span),
                kind: SpeakerKind::Official,
                name: scene.is_public_figure(&official.full_name).then(|| official.full_name.clone()),
                country: discourse.country_of(scene, mention, official),
                thing: false,
            });
        }
    }
    let place = noun_span(scene, tree, token);
    if let Some((mention, organization)) = scene.organization_at(sentence, span) {
        let kind = if organization.outlet { SpeakerKind::Outlet } else { SpeakerKind::Organization };
        let country = organization.country.or_else(|| modifier_country(scene, sentence, tree, token));
        // A body goes by its full name where the article gives it anywhere, else by the one that is written.
        let full = organization.outlet || text.contains(&organization.name);
        let name = if full { organization.name.clone() } else { mention.span.of(text).to_owned() };
        return Some(Speaker { text: name, span: place.join(mention.span), kind, name: None, country, thing: false });
    }
    if matches!(tree.tag(token), PennTag::PRP | PennTag::PRPS) {
        // Whose "I" or "it" it is, is told by the quotation around; a "he" without a name stays as said.
        let lemma = tree.lemma(token);
        if !scene.gazetteers.word_sets.has(FunctionSet::ThirdPerson, lemma) {
            return None;
        }
        let referent = reference::resolve(scene, discourse, &[], sentence, tree, token);
        let name = referent.as_ref().and_then(|referent| referent.name.clone());
        let kind = if name.is_some() { SpeakerKind::Official } else { SpeakerKind::Unnamed };
        return Some(Speaker {
            text: name.clone().unwrap_or_else(|| span.of(text).to_owned()),
            span,
            kind,
            name: name.filter(|_| referent.as_ref().is_some_and(|referent| referent.official)),
            country: referent.and_then(|referent| referent.country),
            thing: false,
        });
    }
    if let Some((mention, country)) = scene.country_at(sentence, span) {
        return Some(Speaker {
            text: place.join(mention.span).of(text).to_owned(),
            span: place,
            kind: SpeakerKind::Organization,
            name: None,
            country: Some(country.iso2),
            thing: false,
        });
    }
    if !is_nominal(tree, token) && !is_noun_by_word(scene, tree, token) {
        return None;
    }
    let referent = reference::resolve(scene, discourse, &[], sentence, tree, token);
    // "*the mayor* said": the mayor named before.
    if let Some(referent) = &referent
        && scene.gazetteers.noun_classes.kind(tree.lemma(token)) == Some(NounKind::Person)
        && let Some(name) = &referent.name
    {
        return Some(Speaker {
            text: name.clone(),
            span: place,
            kind: SpeakerKind::Official,
            name: Some(name.clone()).filter(|name| scene.is_public_figure(name)),
            country: referent.country.or_else(|| discourse.country_of_person(scene, name)),
            thing: false,
        });
    }
    // "*Marsh* said": Lena Marsh, who holds no office.
    if let Some(person) = discourse.cast.at(span).filter(|_| tree.word(text, token).starts_with(char::is_uppercase)) {
        let text = person.full_name.clone();
        return Some(Speaker { text, span: place, kind: SpeakerKind::Official, name: None, country: None, thing: false });
    }
    let country = modifier_country(scene, sentence, tree, token).or_else(|| referent.and_then(|referent| referent.country));
    let kind = match scene.gazetteers.noun_classes.kind(tree.lemma(token)) {
        Some(NounKind::Document) => SpeakerKind::Document,
        Some(NounKind::Government | NounKind::Organization | NounKind::Country) => SpeakerKind::Organization,
        _ => SpeakerKind::Unnamed,
    };
    // Markup is nobody.
    if place.of(text).contains(['=', '<']) {
        return None;
    }
    // "the Minister": a capital makes no name of it.
    let titled = tree.children(token).any(|child| tree.tag(child) == PennTag::DT)
        && tree.tag(token).is_proper()
        && scene.gazetteers.noun_classes.kind(&tree.word(text, token).to_lowercase()) == Some(NounKind::Person);
    let proper = tree.tag(token).is_proper() && !titled;
    let named = if proper { name_span(tree, text, token) } else { place };
    // "the *Centre* for Road Safety", "the county sheriff's *Office*": a word for a body alone is no name.
    let known = scene.gazetteers.noun_classes.kind(&named.of(text).to_lowercase());
    let goes_on = !named.of(text).contains(' ')
        && tree.children(token).any(|child| child > token && tree.relation(child) == Relation::Nmod && tree.tag(child).is_proper())
        && !scene.gazetteers.titles.person_names.is_first_name(named.of(text));
    let body = proper && (goes_on || known.is_some_and(|kind| kind != NounKind::Person));
    let named = if body { place } else { named };
    let kind = if proper { kind_of_name(scene, tree, token, named, kind) } else { kind };
    let known = scene.gazetteers.noun_classes.kind(tree.lemma(token));
    // "their preliminary investigation": a thing of whoever speaks of it.
    let owned = tree.children(token).any(|child| tree.tag(child) == PennTag::PRPS) && known != Some(NounKind::Person);
    let thing = is_noun(tree.tag(token))
        && !tree.tag(token).is_proper()
        && owned | matches!(known, None | Some(NounKind::Thing | NounKind::Event))
        && scene.gazetteers.cues.attributing_noun(tree.lemma(token)) != Some(AttributingNoun::Body)
        && !names_people(scene, tree, token);
    Some(Speaker { text: named.of(text).to_owned(), span: place, kind, name: None, country, thing })
}

/// "*Ward 3 Alderman Jon Vik* said": the name that ends a phrase whose first word was taken for its head.
fn named_behind(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> Option<usize> {
    if !tree.tag(token).is_proper() || scene.official_at(sentence, tree.token_span(token)).is_some() {
        return None;
    }
    let belongs = |at: usize| {
        let up = std::iter::successors(Some(at), |&at| {
            let part = matches!(tree.relation(at).universal(), Relation::Flat | Relation::Appos | Relation::Compound | Relation::Nummod)
                || matches!(tree.relation(at), Relation::NmodUnmarked | Relation::NmodDesc);
            part.then(|| tree.head(at)).flatten()
        });
        up.last() == Some(token)
    };
    let names = scene.mentions_in(sentence).iter().filter_map(|mention| match &mention.kind {
        MentionKind::Official(official) => tree.tokens_in(official.name).next().filter(|_| official.name.of(scene.text).contains(' ')),
        _ => None,
    });
    names.into_iter().find(|&name| {
        name > token && belongs(name) && !(token..name).any(|at| matches!(tree.tag(at), PennTag::Comma | PennTag::CC | PennTag::IN))
    })
}

/// "proponents", "villagers", "lobbyists": plurals that name people by what they do, whether a table has them or not; and "police", which
/// has no singular.
fn names_people(scene: &Scene<'_>, tree: &Tree, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    let always_plural = tree.word(scene.text, noun).eq_ignore_ascii_case(lemma);
    let ends_as_people_do = || scene.gazetteers.word_sets.words(LexicalSet::SpeakerEnding).any(|ending| lemma.ends_with(ending));
    tree.tag(noun) == PennTag::NNS && !lemma.ends_with("ment") && (always_plural || ends_as_people_do())
}

/// The full name as the article spells it: "Felipe Calderon" where the table has other letters, "Lena Marsh" for "Ms. Marsh".
fn name_as_written(scene: &Scene<'_>, discourse: &Discourse, official: &OfficialMention) -> String {
    let full = discourse.cast.full_name(&official.full_name, scene.gazetteers).unwrap_or(&official.full_name);
    let (before, last) = full.rsplit_once(' ').unwrap_or(("", full));
    if scene.text.contains(last) {
        return full.to_owned();
    }
    let written = official.name.of(scene.text);
    let same_length = !written.contains(' ') && written.chars().count() == last.chars().count();
    if same_length && !before.is_empty() { format!("{before} {written}") } else { written.to_owned() }
}

fn modifier_country(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> Option<&'static str> {
    tree.children(token)
        .filter(|&child| matches!(tree.relation(child), Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::Nmod))
        .find_map(|child| scene.country_at(sentence, tree.token_span(child)).map(|(_, country)| country.iso2))
}

/// A noun phrase without clauses, appositions and further parts of a coordination.
fn noun_span(scene: &Scene<'_>, tree: &Tree, noun: usize) -> Span {
    let mut span = tree.token_span(noun);
    for child in tree.children(noun) {
        let relation = tree.relation(child);
        let inside = matches!(
            relation.universal(),
            Relation::Amod | Relation::Compound | Relation::Det | Relation::Flat | Relation::Nmod | Relation::Nummod
        );
        // "In *Vermont*, exit polls": a comma parts it from the noun.
        let end = tree.subtree_range(child).end;
        let apart = child < noun
            && matches!(relation, Relation::Compound | Relation::Det)
            && (child + 1..noun).any(|at| tree.lemma(at) == "," && at <= end);
        // "*At least one guest returned fire*, police": a clause that was taken for an adjective.
        let clause = child < noun && tree.tag(child).is_finite() && tree.children(child).any(|below| tree.relation(below).is_subject());
        // "a poll *last month*"
        if inside && !apart && !clause && relation != Relation::NmodUnmarked && !is_where_said(scene, tree, child) {
            span = span.join(without_relative(tree, tree.subtree_span(child)));
        }
    }
    without_phrase_before(tree, span, noun)
}

/// "*In total*, investigators", "*— one fatally — in an attack*, police": what a comma parts from the noun behind it is no part of its
/// phrase, where it is no list of adjectives.
fn without_phrase_before(tree: &Tree, phrase: Span, noun: usize) -> Span {
    let first = tree.tokens_in(phrase).start;
    let comma = (first..noun).rev().find(|&at| tree.lemma(at) == ",");
    let adjective = |at: usize| matches!(tree.tag(at), PennTag::JJ | PennTag::JJR | PennTag::VBN | PennTag::VBG);
    match comma.filter(|&comma| comma > first && (tree.tag(first) == PennTag::IN || !adjective(comma - 1))) {
        Some(comma) if (comma + 1..noun).all(|at| is_noun_word(tree, at)) => Span::new(tree.token_span(comma + 1).start, phrase.end),
        _ => phrase,
    }
}

/// "the ministry *in a statement* said", "Norvik Research *in its latest report*": what the words stand in, no part of whose they are.
fn is_where_said(scene: &Scene<'_>, tree: &Tree, noun: usize) -> bool {
    tree.relation(noun) == Relation::Nmod
        && tree.child_with(noun, Relation::Case).is_some_and(|case| matches!(tree.lemma(case), "in" | "on"))
        && matches!(tree.tag(noun), PennTag::NN | PennTag::NNS)
        && scene.gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Document)
}

/// "one of the officials*, who asked not to be named*": a phrase up to the relative clause that a comma sets off.
fn without_relative(tree: &Tree, phrase: Span) -> Span {
    let mut tokens = tree.tokens_in(phrase);
    let relative =
        |at: &usize| tree.tag(*at) == PennTag::Comma && *at + 1 < tree.len() && matches!(tree.tag(*at + 1), PennTag::WP | PennTag::WDT);
    match tokens.find(relative) {
        Some(comma) if comma > 0 => Span::new(phrase.start, tree.token_span(comma - 1).end.max(phrase.start)),
        _ => phrase,
    }
}

/// The words of a proper name: "Piet Ekholm" of "harbour barrister Piet Ekholm"; "Tamil Nadu" whole, whatever the tags say.
fn name_span(tree: &Tree, text: &str, noun: usize) -> Span {
    let mut span = tree
        .children(noun)
        .filter(|&child| matches!(tree.relation(child), Relation::Flat | Relation::Compound) && tree.tag(child).is_proper())
        .fold(tree.token_span(noun), |span, child| span.join(tree.token_span(child)));
    let mut first = tree.tokens_in(span).start;
    while let Some(before) = first.checked_sub(1) {
        let capital = tree.word(text, before).starts_with(char::is_uppercase);
        let part = capital && matches!(tree.tag(before), PennTag::NNP | PennTag::NNPS | PennTag::JJ) && tree.head(before) == Some(noun);
        if !part {
            break;
        }
        span = span.join(tree.token_span(before));
        first = before;
    }
    span
}

/// What kind of speaker a capitalised name is that no table knows: a person by first name or "Mr.", a body by "the", else nobody
/// that we could name the kind of.
fn kind_of_name(scene: &Scene<'_>, tree: &Tree, noun: usize, name: Span, otherwise: SpeakerKind) -> SpeakerKind {
    let words = name.of(scene.text);
    let first = words.split(' ').next().unwrap_or(words);
    let titled = tree
        .tokens_in(name)
        .start
        .checked_sub(1)
        .is_some_and(|before| scene.gazetteers.word_sets.has(LexicalSet::CourtesyTitle, tree.word(scene.text, before)));
    if titled || (first.len() < words.len() && scene.gazetteers.titles.person_names.is_first_name(first)) {
        return SpeakerKind::Official;
    }
    let article = tree.children(noun).any(|child| tree.relation(child) == Relation::Det);
    if article && otherwise == SpeakerKind::Unnamed { SpeakerKind::Organization } else { otherwise }
}

/// Whether somebody or something stands at the token that can say, find or want anything: people, bodies, countries, documents,
/// not a day, a place or what happens.
pub(in crate::claim) fn can_speak(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> bool {
    let span = tree.token_span(token);
    if !is_nominal(tree, token) && !matches!(tree.tag(token), PennTag::JJ | PennTag::PRPS) {
        return scene.official_at(sentence, span).is_some() || is_noun_by_word(scene, tree, token);
    }
    // "two senators, *both of whom* backed it": nobody is known by that.
    let of_whom = |child: usize| tree.relation(child) == Relation::Nmod && tree.tag(child) == PennTag::WP;
    if is_dateline(scene, sentence, tree, token) || tree.children(token).any(of_whom) {
        return false;
    }
    match tree.tag(token) {
        PennTag::PRP | PennTag::PRPS => return true,
        PennTag::DT | PennTag::JJ => {
            return scene.gazetteers.word_sets.has(FunctionSet::SpeakingQuantifier, tree.lemma(token));
        }
        PennTag::EX | PennTag::WP | PennTag::WDT => return false,
        _ => {}
    }
    if scene.official_at(sentence, span).is_some() || scene.organization_at(sentence, span).is_some() {
        return true;
    }
    let dated =
        scene.mentions_in(sentence).iter().any(|mention| matches!(mention.kind, MentionKind::Date(_)) && mention.span.contains(span));
    if dated || matches!(tree.tag(token), PennTag::CD) && tree.children(token).len() == 0 && !is_determined(tree, token) {
        return false;
    }
    !matches!(scene.gazetteers.noun_classes.kind(tree.lemma(token)), Some(NounKind::Time | NounKind::Place | NounKind::Event))
        || tree.tag(token).is_proper()
}

/// "campaign *aides* said", "according to *figures* released on Friday": a plural of the table that was tagged as a verb but stands as a
/// subject or behind a preposition.
fn is_noun_by_word(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    let kind = scene.gazetteers.noun_classes.kind(tree.lemma(token));
    let subject = matches!(tree.relation(token), Relation::Nsubj | Relation::Root) && kind == Some(NounKind::Person);
    let governed = kind.is_some() && tree.children(token).any(|child| tree.relation(child) == Relation::Case);
    tree.tag(token) == PennTag::VBZ && (subject || governed)
}

/// "the two", "the three": people counted before.
fn is_determined(tree: &Tree, number: usize) -> bool {
    number.checked_sub(1).is_some_and(|before| tree.lemma(before) == "the")
}

/// "WASHINGTON — Officials said", "MACAU (Reuters) – …": the place a report comes from says nothing.
fn is_dateline(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> bool {
    let word = tree.word(scene.text, token);
    if token > 4 || word.len() < 3 || word.chars().any(char::is_lowercase) {
        return false;
    }
    let start = scene.document.sentences[sentence].span.start;
    let opens = scene.document.paragraphs[scene.document.sentences[sentence].paragraph].span.start == start;
    let dash = |at: usize| matches!(tree.word(scene.text, at), "—" | "–" | "―" | "-" | "--" | "(" | "-LRB-");
    opens && (token + 1..tree.len().min(token + 7)).take_while(|&at| tree.tag(at) != PennTag::Colon || dash(at)).any(dash)
}

/// The subject of a verb of saying, also where it is shared with the verb before ("X smiled and said"), or where the tree has
/// something that cannot speak in its place.
pub(in crate::claim) fn subject(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<usize> {
    let analysis = scene.analysis(sentence);
    let tree = &analysis.tree;
    if let Some(person) = quoted_as_saying(scene, tree, verb) {
        return Some(person);
    }
    let own = tree.children(verb).find(|&child| tree.relation(child).universal() == Relation::Nsubj);
    // "“…,” its director, Jon Vik, *told* the newspaper": whoever stands behind is who was told.
    if tree.lemma(verb) == "tell" && own.is_some_and(|own| own > verb) {
        let comma = usize::from(verb > 0 && tree.tag(verb - 1) == PennTag::Comma);
        let near = verb.checked_sub(1 + comma)?;
        return Some(near).filter(|&near| is_nominal(tree, near) && can_speak(scene, sentence, tree, near));
    }
    let relative = own.filter(|&own| matches!(tree.tag(own), PennTag::WP | PennTag::WDT));
    let own = own.filter(|_| relative.is_none());
    // "“… major powers,” Sanders said": what stands between marks does not speak for the verb outside.
    if let Some(own) = own.filter(|&own| quoted_apart(scene, tree.token_span(own), tree.token_span(verb))) {
        return before_verb(tree, scene.text, verb).filter(|&near| near != own && can_speak(scene, sentence, tree, near));
    }
    if let Some(own) = own.filter(|&own| can_speak(scene, sentence, tree, own)) {
        return Some(own);
    }
    if own.is_none() && is_impersonal(tree, verb) {
        return None;
    }
    // "Senator *Kelli Ward called* for …": a name that a finite verb was hung on as if it were a participle.
    let finite = tree.tag(verb).is_finite();
    let hung = tree.head(verb).filter(|&head| finite && own.is_none() && head < verb && tree.relation(verb) == Relation::Acl);
    if let Some(name) = hung.filter(|&head| scene.official_at(sentence, tree.token_span(head)).is_some()) {
        return Some(name);
    }
    if let Some(near) = named_before(scene, sentence, verb).filter(|_| own.is_none() && relative.is_none()) {
        return Some(near);
    }
    if tree.tag(verb).is_finite()
        && let Some(near) = before_verb(tree, scene.text, verb).filter(|&near| own.is_some() && can_speak(scene, sentence, tree, near))
    {
        // "a day after *officers in Dayton* said": who the phrase before the verb is of, not where.
        let whole = tree.head(near).filter(|&head| tree.relation(near) == Relation::Nmod && head < near);
        return whole.filter(|&head| can_speak(scene, sentence, tree, head)).or(Some(near));
    }
    // "said in an interview, *pointing out* that": a participle after a comma is the speaker's, not the interview's.
    // "responded *by saying* that": the same.
    let by = tree
        .children(verb)
        .any(|child| child < verb && matches!(tree.relation(child), Relation::Mark | Relation::Case) && tree.lemma(child) == "by");
    if matches!(tree.tag(verb), PennTag::VBG)
        && (after_comma(tree, verb) || (by && tree.relation(verb) == Relation::Advcl))
        && let Some(outer) = subject_above(tree, verb).filter(|&outer| can_speak(scene, sentence, tree, outer))
    {
        return Some(outer);
    }
    // "issued a statement *saying*", "wrote a letter to the court *calling for*": whoever issued or wrote it.
    let is_document = |noun: usize| scene.gazetteers.noun_classes.kind(tree.lemma(noun)) == Some(NounKind::Document);
    let issued = tree.head(verb).filter(|&head| {
        tree.relation(verb) == Relation::Acl
            && tree.tag(verb) == PennTag::VBG
            && matches!(tree.relation(head), Relation::Obj | Relation::Obl | Relation::Nmod)
            && (is_document(head) || addressed(tree, head).is_some_and(is_document))
    });
    if let Some(outer) = issued.and_then(|_| subject_above(tree, verb)).filter(|&outer| can_speak(scene, sentence, tree, outer)) {
        return Some(outer);
    }
    let clauses = analysis.clauses(scene.gazetteers);
    let clause = &clauses.clauses[clauses.owner[verb]];
    let shared = clause.chain.contains(&verb).then(|| clause.subject().map(|subject| subject.head)).flatten();
    // "a *paper* on trade *that said*": of what a document is about, the document speaks.
    let shared = shared.map(|shared| {
        let topic = tree.child_with(shared, Relation::Case).is_some_and(|case| matches!(tree.lemma(case), "on" | "about"));
        let about = tree.head(shared).filter(|&head| topic && tree.relation(shared) == Relation::Nmod && is_document(head));
        about.unwrap_or(shared)
    });
    if let Some(shared) = shared.filter(|&shared| can_speak(scene, sentence, tree, shared)) {
        return Some(shared);
    }
    // "derided by Ana Torres, the leader of the opposition, *who suggested* that …": the person named last before "who".
    if let Some(who) = relative.filter(|&who| tree.lemma(who) == "who") {
        let place = tree.token_span(who);
        let people = scene.mentions_in(sentence).iter().rev().filter_map(|mention| match &mention.kind {
            MentionKind::Official(official) if official.name.end <= place.start => tree.tokens_in(official.name).last(),
            _ => None,
        });
        return people.into_iter().next();
    }
    // "Torres, in an interview on Friday, *saying* that …": a name that the whole sentence hangs on.
    let top =
        tree.root().filter(|&root| tree.tag(verb) == PennTag::VBG && after_comma(tree, verb) && root < verb && is_noun(tree.tag(root)))?;
    scene.official_at(sentence, tree.token_span(top)).map(|_| top)
}

/// "the Beacon quoted *Lind* as saying …", "*Lind* was quoted as saying …": whose words they are, for either verb.
pub(in crate::claim) fn quoted_as_saying(scene: &Scene<'_>, tree: &Tree, verb: usize) -> Option<usize> {
    let quotes = |at: usize| scene.gazetteers.word_sets.has(LexicalSet::QuotesSomebody, tree.lemma(at)) && is_verb(tree.tag(at));
    let says = |at: usize| tree.tag(at) == PennTag::VBG && at > 0 && tree.lemma(at - 1) == "as";
    let verb = if quotes(verb) {
        (verb + 1..tree.len()).any(|at| says(at) && tree.is_ancestor(verb, at)).then_some(verb)
    } else {
        let above = |at: usize| std::iter::successors(tree.head(at), |&at| tree.head(at)).find(|&at| quotes(at));
        says(verb).then(|| above(verb)).flatten()
    }?;
    let whom = |relation| tree.children(verb).find(|&child| tree.relation(child) == relation);
    let somebody = |person: &usize| is_nominal(tree, *person) || tree.word(scene.text, *person).starts_with(char::is_uppercase);
    whom(Relation::NsubjPass).or_else(|| whom(Relation::Obj)).filter(somebody)
}

/// "it is hard *to foresee* whether …": an infinitive under an adjective whose subject is "it" is nobody's.
fn is_impersonal(tree: &Tree, verb: usize) -> bool {
    let above = tree.head(verb).filter(|_| has_to(tree, verb));
    above.is_some_and(|above| {
        tree.children(above).any(|child| {
            child < verb && tree.lemma(child) == "it" && (tree.relation(child).is_subject() || tree.relation(child) == Relation::Expl)
        })
    })
}

/// "as the *Harbour Post* weekly noted", "*Torres* emphasized, “…”": whoever stands right before a verb in the past that has no subject
/// in the tree, by a name, or after "as".
fn named_before(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<usize> {
    let tree = &scene.analysis(sentence).tree;
    let finite = tree.tag(verb).is_finite() || tree.tag(verb) == PennTag::VBN;
    let near = verb.checked_sub(1).filter(|_| finite && !has_to(tree, verb))?;
    if tree.children(near).any(|child| tree.relation(child) == Relation::Case && tree.lemma(child) == "as" && child < near) {
        return Some(near).filter(|&near| is_nominal(tree, near) && can_speak(scene, sentence, tree, near));
    }
    // "In Iowa, …, *exit polls* suggested that …": a nominal behind a comma that hangs on something before it.
    let complement = tree.children(verb).any(|child| {
        child > verb
            && tree.relation(child) == Relation::Ccomp
            && tree.children(child).any(|mark| tree.lemma(mark) == "that" && mark < child)
    });
    let mut first = near;
    while first > 0 && is_noun_word(tree, first - 1) {
        first -= 1;
    }
    if complement && tree.tag(verb) != PennTag::VBN && first > 0 && tree.tag(first - 1) == PennTag::Comma && is_nominal(tree, near) {
        return Some(near).filter(|&near| can_speak(scene, sentence, tree, near));
    }
    // "Clinton *aides* say": a word for people that the tree takes for the verb.
    if is_noun_by_word(scene, tree, near) && tree.relation(near) == Relation::Root {
        return Some(near);
    }
    // "*Trump* emphasized": a name that was taken for the auxiliary of a passive, or for a verb.
    let misread = matches!(tree.relation(near), Relation::AuxPass | Relation::Aux) || is_verb(tree.tag(near));
    let named =
        scene.official_at(sentence, tree.token_span(near)).is_some_and(|(_, official)| official.name.overlaps(tree.token_span(near)));
    Some(near).filter(|_| misread && named)
}

/// What is sent to whoever stands at a noun: "a *letter* to the court".
fn addressed(tree: &Tree, noun: usize) -> Option<usize> {
    let to = tree.children(noun).any(|child| tree.relation(child) == Relation::Case && tree.lemma(child) == "to");
    let head = tree.head(noun).filter(|_| to)?;
    if is_verb(tree.tag(head)) { tree.child_with(head, Relation::Obj) } else { Some(head) }
}

/// Whether a place lies in a quotation that the verb stands outside of.
fn quoted_apart(scene: &Scene<'_>, place: Span, verb: Span) -> bool {
    scene.quotations_over(place).any(|quotation| quotation.content.contains(place) && !quotation.content.contains(verb))
}

/// The nominal that stands right before a verb, adverbs and auxiliaries between.
pub(in crate::claim) fn before_verb(tree: &Tree, text: &str, verb: usize) -> Option<usize> {
    let mut at = verb.checked_sub(1)?;
    while matches!(tree.tag(at), PennTag::RB | PennTag::MD) || matches!(tree.relation(at), Relation::Aux | Relation::AuxPass) {
        at = at.checked_sub(1)?;
    }
    // A name that was tagged as something else still has its capital.
    (is_nominal(tree, at) || tree.word(text, at).starts_with(char::is_uppercase) && tree.tag(at) != PennTag::IN).then_some(at)
}

fn after_comma(tree: &Tree, token: usize) -> bool {
    let first = tree.subtree_range(token).start;
    tree.tag(first) == PennTag::Comma || first.checked_sub(1).is_some_and(|before| tree.tag(before) == PennTag::Comma)
}

/// The subject of the nearest verb above that has one.
pub(in crate::claim) fn subject_above(tree: &Tree, token: usize) -> Option<usize> {
    let mut at = token;
    while let Some(head) = tree.head(at) {
        let subject = tree.children(head).find(|&child| tree.relation(child) == Relation::Nsubj && child < token);
        if let Some(subject) = subject.filter(|_| is_verb(tree.tag(head))) {
            return Some(subject);
        }
        at = head;
    }
    None
}

/// The last noun of the noun phrase that begins at a token, if it can speak.
pub(in crate::claim) fn head_of_run(scene: &Scene<'_>, sentence: usize, tree: &Tree, first: usize, end: usize) -> Option<usize> {
    let run = (first..end).take_while(|&token| is_noun_word(tree, token));
    run.filter(|&token| is_nominal(tree, token)).last().filter(|&head| can_speak(scene, sentence, tree, head))
}

/// A word that stands inside a noun phrase before its head, or is it.
pub(in crate::claim) fn is_noun_word(tree: &Tree, token: usize) -> bool {
    is_nominal(tree, token)
        || matches!(tree.tag(token), PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::POS | PennTag::PRPS | PennTag::HYPH)
}
