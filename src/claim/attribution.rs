//! Attribution: who says it, when it is not the article itself.
//!
//! Each place where somebody's words are given makes a [`Scope`]: the words that attribute, the speaker, and the stretch of
//! text that is the speaker's. A claim is attributed to the innermost scope that holds its predicate; the scopes around that
//! one make the chain ("The Times reported that officials said …").

use super::clause::{has_to, is_noun, is_passive, is_verb, row_of};
use super::model::{Attribution, SpeakerKind};
use super::reference::{self, Discourse};
use super::scene::Scene;
use crate::article::Span;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, PredicateRow};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Somebody's words.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The sentence that the speaker stands in.
    pub(crate) sentence: usize,
    /// The speaker's words, or their report; several stretches where a quotation is broken.
    pub(crate) content: Vec<Span>,
    /// The words that attribute: "said Ricardo Zuniga, a former official".
    pub(crate) cue: Span,
    /// The verb that attributes, as a place in the text.
    pub(crate) verb: Span,
    /// The speaker: the fullest name, or the words.
    pub(crate) speaker: String,
    /// Where the speaker is named.
    pub(crate) source: Span,
    /// What kind of speaker it is.
    pub(crate) kind: SpeakerKind,
    /// The speaker's full name, where one is known with an office.
    pub(crate) name: Option<String>,
    /// The country that the speaker speaks for.
    pub(crate) country: Option<&'static str>,
    /// Whether the verb itself makes the words doubtful ("alleged").
    pub(crate) rule: &'static str,
}

impl Scope {
    /// Whether the place lies in the speaker's words.
    pub(crate) fn holds(&self, place: Span) -> bool {
        self.content.iter().any(|span| span.contains(place)) && !self.cue.contains(place)
    }

    fn extent(&self) -> usize {
        self.content.iter().map(|span| span.len()).sum()
    }
}

/// Who speaks.
struct Speaker {
    text: String,
    span: Span,
    kind: SpeakerKind,
    name: Option<String>,
    country: Option<&'static str>,
}

/// All scopes of the sentences in `wanted`, quotations over several sentences joined.
pub(crate) fn scopes(scene: &Scene<'_>, discourse: &Discourse, wanted: &[bool]) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for sentence in (0..wanted.len()).filter(|&sentence| wanted[sentence]) {
        in_sentence(scene, discourse, sentence, &mut scopes);
    }
    spread(scene, &mut scopes);
    scopes
}

fn in_sentence(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    for token in 0..tree.len() {
        if tree.word(scene.text, token).eq_ignore_ascii_case("according") {
            according(scene, discourse, sentence, token, scopes);
        } else if is_verb(tree.tag(token)) && row_of(tree, scene.gazetteers, token).is_none() && quotes(scene, tree, token) {
            verb(scene, discourse, sentence, token, false, scopes);
        } else if is_verb(tree.tag(token))
            && let Some(row) = row_of(tree, scene.gazetteers, token)
        {
            if row.frame == Frame::Speech || quotes(scene, tree, token) {
                verb(scene, discourse, sentence, token, is_saying(row), scopes);
            } else {
                content_clause(scene, discourse, sentence, token, scopes);
            }
        } else if is_noun(tree.tag(token)) {
            noun(scene, discourse, sentence, token, scopes);
        }
    }
}

/// "According to X, P", "P, according to X".
fn according(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    // "according" is the case of its noun, or the noun hangs on it as an oblique.
    let noun = match tree.relation(token) {
        Relation::Case => tree.head(token),
        _ => tree.children(token).find(|&child| child > token && is_nominal(tree, child)),
    };
    let Some(noun) = noun else { return };
    let phrase = if tree.relation(token) == Relation::Case { noun } else { token };
    let Some(speaker) = speaker_at(scene, discourse, sentence, noun) else { return };
    let whole = tree.subtree_span(phrase);
    let Some(head) = tree.head(phrase) else { return };
    let content = around(tree, clause_top(tree, head), whole);
    push(scene, sentence, content, whole, tree.token_span(token), speaker, "according-to", scopes);
}

/// The top of the clause that a token stands in, its coordination included.
fn clause_top(tree: &Tree, token: usize) -> usize {
    let mut at = token;
    while let Some(head) = tree.head(at) {
        if tree.relation(at).is_clausal() && is_verb(tree.tag(at)) {
            break;
        }
        at = head;
    }
    at
}

fn is_nominal(tree: &Tree, token: usize) -> bool {
    is_noun(tree.tag(token)) || matches!(tree.tag(token), PennTag::PRP | PennTag::CD | PennTag::DT)
}

/// The words of a subtree before and after the part that attributes.
fn around(tree: &Tree, top: usize, cue: Span) -> Vec<Span> {
    let whole = tree.subtree_span(top);
    let mut content = Vec::new();
    if whole.start < cue.start {
        content.push(Span::new(whole.start, cue.start));
    }
    if cue.end < whole.end {
        content.push(Span::new(cue.end, whole.end));
    }
    content
}

/// "X said that P", "P, X said", "“…,” said X", "X told Y: “…”".
fn verb(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, saying: bool, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    let relation = tree.relation(token);
    let passive = is_passive(tree, token);
    let subject = if passive { agent(tree, token) } else { subject(scene, sentence, token) };
    let Some(subject) = subject else { return };
    if matches!(tree.tag(subject), PennTag::WP | PennTag::WDT | PennTag::EX) {
        return;
    }
    let subtree = tree.subtree_span(token);
    let mut content: Vec<Span> = Vec::new();
    let mut rule = "said-that";
    let direct = tree.children(token).find(|&child| {
        tree.relation(child) == Relation::Ccomp
            || (tree.relation(child) == Relation::Parataxis && after_colon_or_quote(scene, tree, token, child))
            || (tree.relation(child) == Relation::Xcomp
                && !has_to(tree, child)
                && tree.children(child).any(|below| tree.relation(below).is_subject()))
    });
    if let Some(child) = direct {
        content.push(tree.subtree_span(child));
        // Further clauses of the content are its conjuncts and lie inside its subtree; a second ccomp stands beside it.
        for other in tree.children(token).filter(|&other| other != child && tree.relation(other) == Relation::Ccomp) {
            content.push(tree.subtree_span(other));
        }
    }
    if content.is_empty() && matches!(relation, Relation::Parataxis | Relation::Advcl) {
        let comma = tree.children(token).all(|child| !matches!(tree.relation(child), Relation::Mark) || matches!(tree.lemma(child), "as"));
        if let Some(head) = tree.head(token)
            && comma
            && (relation == Relation::Parataxis || tree.children(token).any(|child| tree.lemma(child) == "as" && child < token))
        {
            content = around(tree, head, subtree);
            rule = "said-beside";
        }
    }
    // A quotation in the sentence that no clause of the tree was found for.
    if !content.iter().any(|span| quoted(scene, *span)) {
        let beside = quotation_beside(scene, sentence, tree, token);
        if let Some(quotation) = beside.filter(|quotation| !content.iter().any(|span| span.overlaps(*quotation))) {
            if content.is_empty() {
                rule = "said-quotation";
            }
            content.push(quotation);
        }
    }
    let sentence_span = scene.document.sentences[sentence].span;
    if content.is_empty() && relation == Relation::Root && saying {
        // "…, P, the officials said" with the content hung on elsewhere: a comma just before the subject.
        let start = tree.subtree_range(subject).start;
        let first = start.min(token);
        if first > 3 && matches!(tree.tag(first - 1), PennTag::Comma | PennTag::CloseQuote) {
            content.push(Span::new(sentence_span.start, tree.token_span(first - 1).start));
            rule = "said-after";
        }
    }
    if content.is_empty() {
        return;
    }
    let Some(speaker) = speaker_at(scene, discourse, sentence, subject) else { return };
    let mut cue = tree.token_span(token).join(speaker.span);
    if content.iter().any(|span| span.overlaps(cue) && span.contains(cue)) {
        cue = tree.token_span(token);
    }
    push(scene, sentence, content, cue, tree.token_span(token), speaker, rule, scopes);
}

/// Whether the verb stands right beside a quotation: "She continued: “…”", "“…,” added Rep. Clyburn".
fn quotes(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    const OPENING: [char; 2] = ['"', '“'];
    let place = tree.token_span(token);
    let after = scene.text[place.end..].trim_start_matches([' ', '\n']);
    let after = after.strip_prefix([':', ',']).map(str::trim_start);
    let opens = after.is_some_and(|after| after.starts_with(OPENING) || after.starts_with("''"));
    let before = scene.text[..place.start].trim_end();
    let closes = before.ends_with(['"', '”']) || before.ends_with("''");
    (opens || closes) && tree.children(token).any(|child| tree.relation(child).is_subject())
}

fn is_saying(row: &PredicateRow) -> bool {
    &*row.class == "say"
}

/// A finite clause as the object of any other verb that has a subject: "The study found that …", "documents show …".
fn content_clause(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    const FINDING: [&str; 12] =
        ["find", "show", "confirm", "conclude", "complain", "hope", "agree", "decide", "promise", "hold", "recognize", "put"];
    let tree = &scene.analysis(sentence).tree;
    let finding = FINDING.contains(&tree.lemma(token));
    if !finding || is_passive(tree, token) {
        return;
    }
    let Some(subject) = subject(scene, sentence, token) else { return };
    // "A poll found Clinton leading": what a document finds, as an object with what it does.
    let found = scene.gazetteers.noun_classes.kind(tree.lemma(subject)) == Some(NounKind::Document);
    let child = tree.children(token).find(|&child| tree.relation(child) == Relation::Ccomp && !has_to(tree, child));
    if child.is_none() && found {
        let whole = tree.subtree_span(token);
        let content = Span::new(tree.token_span(token).end, whole.end);
        let Some(speaker) = speaker_at(scene, discourse, sentence, subject) else { return };
        let cue = tree.token_span(token).join(speaker.span);
        push(scene, sentence, vec![content], cue, tree.token_span(token), speaker, "document-finds", scopes);
        return;
    }
    let Some(child) = child else { return };
    let Some(speaker) = speaker_at(scene, discourse, sentence, subject) else { return };
    let cue = tree.token_span(token).join(speaker.span);
    push(scene, sentence, vec![tree.subtree_span(child)], cue, tree.token_span(token), speaker, "found-that", scopes);
}

/// "her vow to …", "the minister's claim that …": a noun of saying with whose it is.
fn noun(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    let Some(row) = row_of(tree, scene.gazetteers, token) else { return };
    let says = row.frame == Frame::Words
        || matches!(&*row.lemma, "promise" | "vow" | "accusation" | "allegation" | "warning" | "pledge" | "denial");
    if !says {
        return;
    }
    let Some(owner) = tree.child_with(token, Relation::NmodPoss) else { return };
    let content = tree.children(token).find(|&child| matches!(tree.relation(child), Relation::Acl | Relation::Ccomp) && child > token);
    let Some(content) = content else { return };
    let Some(speaker) = speaker_at(scene, discourse, sentence, owner) else { return };
    let cue = tree.token_span(token).join(speaker.span);
    push(scene, sentence, vec![tree.subtree_span(content)], cue, tree.token_span(token), speaker, "claim-that", scopes);
}

/// The subject of a verb of saying, also where it is shared with the verb before ("X smiled and said") or an outer one.
fn subject(scene: &Scene<'_>, sentence: usize, token: usize) -> Option<usize> {
    let analysis = scene.analysis(sentence);
    let tree = &analysis.tree;
    let own = tree.children(token).find(|&child| tree.relation(child).universal() == Relation::Nsubj);
    if let Some(own) = own.filter(|&own| !matches!(tree.tag(own), PennTag::WP | PennTag::WDT)) {
        return Some(own);
    }
    let clause = &analysis.clauses.clauses[analysis.clauses.owner[token]];
    clause.chain.contains(&token).then(|| clause.subject().map(|subject| subject.head)).flatten()
}

fn agent(tree: &Tree, token: usize) -> Option<usize> {
    tree.children(token).find(|&child| {
        tree.relation(child) == Relation::OblAgent
            || (tree.relation(child) == Relation::Obl && tree.children(child).any(|below| tree.lemma(below) == "by"))
    })
}

fn after_colon_or_quote(scene: &Scene<'_>, tree: &Tree, verb: usize, child: usize) -> bool {
    let start = tree.subtree_range(child).start;
    if start <= verb {
        // "“…,” he said": the quotation before is the content.
        return quoted(scene, tree.subtree_span(child));
    }
    let between = tree.token_span(verb).end..tree.token_span(start).end;
    scene.text[between].contains([':', '"', '“'])
}

fn quoted(scene: &Scene<'_>, span: Span) -> bool {
    scene.quotations.iter().any(|quotation| quotation.span.shared(span) * 2 > span.len())
}

/// The quotation in the sentence that the verb stands next to, outside of it.
fn quotation_beside(scene: &Scene<'_>, sentence: usize, tree: &Tree, verb: usize) -> Option<Span> {
    let place = tree.token_span(verb);
    let sentence_span = scene.document.sentences[sentence].span;
    let near = scene.quotations.iter().filter(|quotation| {
        quotation.span.overlaps(sentence_span)
            && !quotation.span.contains(place)
            && quotation.content.of(scene.text).split_whitespace().count() >= 3
    });
    // Right beside the verb and its subject: nothing but a few words lies between.
    let near = near.filter(|quotation| {
        let gap = quotation.span.start.saturating_sub(place.end).max(place.start.saturating_sub(quotation.span.end));
        gap <= 60
    });
    near.min_by_key(|quotation| quotation.span.start.abs_diff(place.end).min(place.start.abs_diff(quotation.span.end)))
        .map(|quotation| quotation.content)
}

/// Who stands at the token: an official by full name, an organization by name, a person by name, or the words.
fn speaker_at(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize) -> Option<Speaker> {
    let tree = &scene.analysis(sentence).tree;
    let span = tree.token_span(token);
    let text = scene.text;
    if let Some((mention, official)) = scene.official_at(sentence, span)
        && (official.name.overlaps(span) || mention.span.contains(span))
    {
        let place = noun_span(tree, token);
        let government = scene.gazetteers.cues.reference(tree.word(text, token)).is_some() && !official.name.overlaps(span);
        if !government {
            return Some(Speaker {
                text: official.full_name.clone(),
                span: place.join(mention.span),
                kind: SpeakerKind::Official,
                name: scene.holds_office(&official.full_name).then(|| official.full_name.clone()),
                country: scene.country_of(mention, official),
            });
        }
    }
    let place = noun_span(tree, token);
    if let Some((mention, organization)) = scene.organization_at(sentence, span) {
        let kind = if organization.outlet { SpeakerKind::Outlet } else { SpeakerKind::Organization };
        let country = organization.country.or_else(|| modifier_country(scene, sentence, tree, token));
        return Some(Speaker { text: organization.name.clone(), span: place.join(mention.span), kind, name: None, country });
    }
    if matches!(tree.tag(token), PennTag::PRP | PennTag::PRPS) {
        // Whose "I" or "it" it is, is told by the quotation around; a "he" without a name stays as said.
        let lemma = tree.lemma(token);
        if !matches!(lemma, "he" | "she" | "they" | "it" | "his" | "her" | "their" | "him") {
            return None;
        }
        let referent = reference::resolve(scene, discourse, &[], sentence, tree, token);
        let name = referent.as_ref().and_then(|referent| referent.name.clone());
        let kind = if name.is_some() { SpeakerKind::Official } else { SpeakerKind::Unnamed };
        return Some(Speaker {
            text: name.clone().unwrap_or_else(|| span.of(text).to_owned()),
            span,
            kind,
            name,
            country: referent.and_then(|referent| referent.country),
        });
    }
    if let Some((mention, country)) = scene.country_at(sentence, span) {
        return Some(Speaker {
            text: place.join(mention.span).of(text).to_owned(),
            span: place,
            kind: SpeakerKind::Organization,
            name: None,
            country: Some(country.iso2),
        });
    }
    if !is_nominal(tree, token) {
        return None;
    }
    let country = modifier_country(scene, sentence, tree, token)
        .or_else(|| reference::resolve(scene, discourse, &[], sentence, tree, token).and_then(|referent| referent.country));
    let kind = match scene.gazetteers.noun_classes.kind(tree.lemma(token)) {
        Some(NounKind::Document) => SpeakerKind::Document,
        Some(NounKind::Government | NounKind::Organization | NounKind::Country) => SpeakerKind::Organization,
        None if matches!(tree.tag(token), PennTag::NNP) => SpeakerKind::Official,
        _ => SpeakerKind::Unnamed,
    };
    let named = if matches!(tree.tag(token), PennTag::NNP | PennTag::NNPS) { name_span(tree, token) } else { place };
    Some(Speaker { text: named.of(text).to_owned(), span: place, kind, name: None, country })
}

fn modifier_country(scene: &Scene<'_>, sentence: usize, tree: &Tree, token: usize) -> Option<&'static str> {
    tree.children(token)
        .filter(|&child| matches!(tree.relation(child), Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::Nmod))
        .find_map(|child| scene.country_at(sentence, tree.token_span(child)).map(|(_, country)| country.iso2))
}

/// A noun phrase without clauses, appositions and further parts of a coordination.
fn noun_span(tree: &Tree, noun: usize) -> Span {
    let mut span = tree.token_span(noun);
    for child in tree.children(noun) {
        let relation = tree.relation(child);
        let inside = matches!(
            relation.universal(),
            Relation::Amod | Relation::Compound | Relation::Det | Relation::Flat | Relation::Nmod | Relation::Nummod
        );
        if inside {
            span = span.join(tree.subtree_span(child));
        }
    }
    span
}

/// The words of a proper name: "Colin Yeo" of "immigration barrister Colin Yeo".
fn name_span(tree: &Tree, noun: usize) -> Span {
    let proper = |token: usize| matches!(tree.tag(token), PennTag::NNP | PennTag::NNPS);
    tree.children(noun)
        .filter(|&child| matches!(tree.relation(child), Relation::Flat | Relation::Compound) && proper(child))
        .fold(tree.token_span(noun), |span, child| span.join(tree.token_span(child)))
}

#[allow(clippy::too_many_arguments)]
fn push(
    scene: &Scene<'_>,
    sentence: usize,
    content: Vec<Span>,
    cue: Span,
    verb: Span,
    speaker: Speaker,
    rule: &'static str,
    scopes: &mut Vec<Scope>,
) {
    let content: Vec<Span> = content.into_iter().map(|span| span.trim(scene.text)).filter(|span| !span.is_empty()).collect();
    if content.is_empty() {
        return;
    }
    scopes.push(Scope {
        sentence,
        content,
        cue,
        verb,
        speaker: speaker.text,
        source: speaker.span,
        kind: speaker.kind,
        name: speaker.name,
        country: speaker.country,
        rule,
    });
}

/// A quotation that runs on over sentences, or goes on after the words that attribute it, is one speaker's throughout.
fn spread(scene: &Scene<'_>, scopes: &mut [Scope]) {
    let document = scene.document;
    let mut speaker_of: Vec<Option<usize>> = vec![None; scene.quotations.len()];
    for (number, quotation) in scene.quotations.iter().enumerate() {
        let best = (0..scopes.len()).find(|&at| {
            let scope = &scopes[at];
            quotation.sentences.contains(&scope.sentence)
                && !quotation.content.contains(scope.verb)
                && scope.content.iter().any(|span| span.shared(quotation.content) * 2 > span.len().min(quotation.content.len()))
        });
        speaker_of[number] = best;
    }
    for number in 0..scene.quotations.len() {
        if let Some(at) = speaker_of[number] {
            let content = scene.quotations[number].content;
            if !scopes[at].content.iter().any(|span| span.contains(content)) {
                scopes[at].content.push(content);
            }
            continue;
        }
        let quotation = &scene.quotations[number];
        let Some(first) = document.sentences.get(quotation.sentences.start) else { continue };
        // Whole sentences between marks: said by whoever was speaking in this paragraph, or introduced by a colon before it.
        let whole = quotation.span.start <= first.span.start + 1;
        if !whole {
            continue;
        }
        let same_paragraph = number.checked_sub(1).filter(|&before| {
            let earlier = &scene.quotations[before];
            document.sentences.get(earlier.sentences.start).is_some_and(|sentence| sentence.paragraph == first.paragraph)
        });
        let introduced = quotation.sentences.start.checked_sub(1).and_then(|before| {
            let span = document.sentences[before].span;
            let colon = span.of(scene.text).ends_with([':', ',']);
            (0..scopes.len()).filter(|_| colon).find(|&at| scopes[at].sentence == before)
        });
        let at = introduced.or_else(|| same_paragraph.and_then(|before| speaker_of[before]));
        if let Some(at) = at {
            scopes[at].content.push(quotation.content);
            speaker_of[number] = Some(at);
        }
    }
}

/// The scope of a verb of saying whose content is no clause: its subject speaks.
pub(crate) fn own(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, subject: usize, verb: usize) -> Option<Scope> {
    let tree = &scene.analysis(sentence).tree;
    let speaker = speaker_at(scene, discourse, sentence, subject)?;
    let place = tree.token_span(verb);
    let cue = place.join(speaker.span);
    let mut scopes = Vec::new();
    push(scene, sentence, vec![tree.subtree_span(verb)], cue, place, speaker, "own-words", &mut scopes);
    scopes.pop()
}

/// The attribution of a claim whose predicate stands at `place`.
pub(crate) fn of_claim(scene: &Scene<'_>, scopes: &[Scope], place: Span) -> Option<Attribution> {
    let mut holding: Vec<&Scope> = scopes.iter().filter(|scope| scope.holds(place)).collect();
    holding.sort_by_key(|scope| scope.extent());
    let innermost = holding.first()?;
    let chain = holding[1..].iter().map(|scope| scope.speaker.clone()).filter(|speaker| *speaker != innermost.speaker).rev().collect();
    Some(attribution(scene, innermost, place, chain))
}

/// The rule that found the innermost scope of a claim.
pub(crate) fn rule_of_claim(scopes: &[Scope], place: Span) -> Option<&'static str> {
    scopes.iter().filter(|scope| scope.holds(place)).min_by_key(|scope| scope.extent()).map(|scope| scope.rule)
}

/// The attribution that a scope gives to words at `place`.
pub(crate) fn attribution(scene: &Scene<'_>, scope: &Scope, place: Span, chain: Vec<String>) -> Attribution {
    let quoted = scene.quotations.iter().any(|quotation| quotation.content.contains(place));
    Attribution { speaker: scope.speaker.clone(), text: scope.cue.of(scene.text).to_owned(), kind: scope.kind, quoted, chain }
}
