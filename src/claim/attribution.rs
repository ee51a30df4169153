//! Attribution: who says it, when it is not the article itself.
//!
//! Each place where somebody's words are given makes a [`Scope`]: the words that attribute, the speaker, and the stretch of
//! text that is the speaker's. A claim is attributed to the innermost scope that holds its predicate; the scopes around that
//! one make the chain ("The Times reported that officials said …").

use super::attributing_noun;
use super::clause::{has_to, is_noun, is_passive, is_verb, row_of};
use super::model::{Attribution, SpeakerKind};
use super::quoted;
use super::reference::Discourse;
use super::scene::Scene;
use super::speaker::{self, Speaker, is_nominal};
use crate::article::Span;
use crate::gazetteer::cues::{Attributing, Manner};
use crate::gazetteer::predicates::{Frame, PredicateRow};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

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
    /// The rule that found it.
    pub(crate) rule: &'static str,
    /// Whether a thing is what tells ("evidence shows"), so that whoever speaks of it goes before it.
    pub(crate) thing: bool,
}

impl Scope {
    /// Whether the place lies in the speaker's words.
    pub(crate) fn holds(&self, place: Span) -> bool {
        self.content.iter().any(|span| span.contains(place)) && !self.cue.contains(place)
    }

    /// Whether the speaker is a person named here, not by a pronoun.
    fn is_named_person(&self, scene: &Scene<'_>) -> bool {
        let source = self.source.of(scene.text);
        matches!(self.kind, SpeakerKind::Official | SpeakerKind::Unnamed)
            && self.speaker.starts_with(char::is_uppercase)
            && !matches!(source, "He" | "She" | "They" | "It" | "he" | "she" | "they" | "it" | "We" | "I")
            && !self.thing
            && self.speaker.chars().any(char::is_lowercase)
            && self.speaker.split(' ').all(|word| word.starts_with(char::is_uppercase))
    }

    fn extent(&self) -> usize {
        self.content.iter().map(|span| span.len()).sum()
    }
}

/// All scopes of the sentences in `wanted`, quotations over several sentences joined.
pub(crate) fn scopes(scene: &Scene<'_>, discourse: &Discourse, wanted: &[bool]) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for sentence in (0..wanted.len()).filter(|&sentence| wanted[sentence]) {
        in_sentence(scene, discourse, sentence, &mut scopes);
    }
    go_on_speaking(scene, &mut scopes);
    quoted::spread(scene, discourse, wanted, &mut scopes);
    quoted::labels(scene, wanted, &mut scopes);
    scopes
}

/// "*Manyenyeni* said … *He* added …": a pronoun that speaks is whoever spoke last by name, here or in one of the two sentences before; and a last name alone is the full name that spoke before.
fn go_on_speaking(scene: &Scene<'_>, scopes: &mut [Scope]) {
    for at in 0..scopes.len() {
        let source = scopes[at].source.of(scene.text);
        if matches!(source, "He" | "She" | "he" | "she") {
            let sentence = scopes[at].sentence;
            let start = scopes[at].source.start;
            let mut before = scopes[..at].iter().rev().filter(|scope| scope.source.start < start);
            let last = before.find(|scope| sentence - scope.sentence > 2 || scope.is_named_person(scene));
            let last = last.filter(|last| {
                let named =
                    |between: usize| scene.mentions_in(between).iter().any(|mention| is_person(mention) && mention.span.end <= start);
                sentence - last.sentence <= 2 && last.rule != "claim-that" && !(last.sentence + 1..=sentence).any(named)
            });
            if let Some(last) = last.cloned() {
                let scope = &mut scopes[at];
                (scope.speaker, scope.kind, scope.name, scope.country) = (last.speaker, last.kind, last.name, last.country);
            }
        } else if scopes[at].kind == SpeakerKind::Unnamed && !source.contains(' ') && source.starts_with(char::is_uppercase) {
            let full = scopes[..at].iter().find(|scope| {
                scope.speaker.len() > source.len()
                    && scope.speaker.ends_with(source)
                    && scope.speaker[..scope.speaker.len() - source.len()].ends_with(' ')
            });
            if let Some(full) = full.filter(|full| full.is_named_person(scene)) {
                let (speaker, kind) = (full.speaker.clone(), full.kind);
                (scopes[at].speaker, scopes[at].kind) = (speaker, kind);
            }
        }
    }
}

fn is_person(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Official(_))
}

fn in_sentence(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    for token in 0..tree.len() {
        if tree.word(scene.text, token).eq_ignore_ascii_case("according") {
            according(scene, discourse, sentence, token, scopes);
            continue;
        }
        if said_last(scene, discourse, sentence, token, scopes) {
            continue;
        }
        if is_verb(tree.tag(token)) && row_of(tree, scene.gazetteers, token).is_none() && quotes(scene, tree, token) {
            verb(scene, discourse, sentence, token, false, scopes);
        } else if is_verb(tree.tag(token))
            && let Some(row) = row_of(tree, scene.gazetteers, token)
        {
            if row.frame == Frame::Speech || quotes(scene, tree, token) {
                verb(scene, discourse, sentence, token, is_saying(row), scopes);
            } else {
                content_clause(scene, discourse, sentence, token, scopes);
            }
        } else if is_verb(tree.tag(token)) {
            content_clause(scene, discourse, sentence, token, scopes);
        } else if is_noun(tree.tag(token)) {
            attributing_noun::noun(scene, discourse, sentence, token, scopes);
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
    let near = noun.filter(|&noun| noun > token && noun <= token + 8 && !(token..noun).any(|at| tree.tag(at) == PennTag::Comma));
    let (noun, whole) = if let Some(noun) = near {
        (noun, tree.subtree_span(if tree.relation(token) == Relation::Case { noun } else { token }))
    } else {
        // Where the tree has it otherwise, the noun phrase behind "to", and all up to the next comma.
        let Some(noun) = speaker::head_of_run(scene, sentence, tree, token + 2, tree.len().min(token + 10)) else { return };
        let ends = |at: &usize| matches!(tree.tag(*at), PennTag::Comma | PennTag::Period | PennTag::Colon);
        let last = (noun..tree.len()).find(ends).unwrap_or(tree.len()) - 1;
        (noun, tree.token_span(token).join(tree.token_span(last)))
    };
    let Some(speaker) = speaker::at(scene, discourse, sentence, noun) else { return };
    let head = tree.head(noun).filter(|&head| head != token).or_else(|| tree.head(token)).unwrap_or(token);
    let content = if closes_sentence(tree, whole) || opens_sentence(tree, whole) {
        around_in(segment(tree, whole), whole)
    } else {
        around(tree, clause_top(tree, head), whole)
    };
    push(scene, sentence, content, whole, tree.token_span(token), speaker, "according-to", scopes);
}

/// The top of the clause that a token stands in, its coordination included.
pub(super) fn clause_top(tree: &Tree, token: usize) -> usize {
    let mut at = token;
    while let Some(head) = tree.head(at) {
        if tree.relation(at).is_clausal() && is_verb(tree.tag(at)) {
            break;
        }
        at = head;
    }
    at
}

fn is_wordlike(tree: &Tree, token: usize) -> bool {
    tree.relation(token) != Relation::Punct && tree.lemma(token).contains(char::is_alphanumeric)
}

/// Whether nothing but the full stop follows a phrase that a comma sets off.
fn closes_sentence(tree: &Tree, phrase: Span) -> bool {
    let tokens = tree.tokens_in(phrase);
    let rest = (tokens.end..tree.len()).all(|token| !is_wordlike(tree, token));
    let comma =
        tree.tag(tokens.start) == PennTag::Comma || tokens.start.checked_sub(1).is_some_and(|before| tree.tag(before) == PennTag::Comma);
    rest && comma
}

/// Whether a phrase that a comma sets off opens the sentence.
fn opens_sentence(tree: &Tree, phrase: Span) -> bool {
    let tokens = tree.tokens_in(phrase);
    (0..tokens.start).all(|token| !is_wordlike(tree, token)) && tokens.end < tree.len()
}

/// The part of the sentence between semicolons that a phrase stands in.
fn segment(tree: &Tree, phrase: Span) -> Span {
    let tokens = tree.tokens_in(phrase);
    let breaks = |token: &usize| tree.lemma(*token) == ";";
    let first = (0..tokens.start).rev().find(breaks).map_or(0, |at| at + 1);
    let last = (tokens.end..tree.len()).find(breaks).unwrap_or(tree.len());
    tree.token_span(first).join(tree.token_span(last.saturating_sub(1).max(first)))
}

/// The words of a subtree before and after the part that attributes.
pub(super) fn around(tree: &Tree, top: usize, cue: Span) -> Vec<Span> {
    around_in(tree.subtree_span(top), cue)
}

fn around_in(whole: Span, cue: Span) -> Vec<Span> {
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
    let subject = if passive { agent(tree, token) } else { speaker::subject(scene, sentence, token) };
    let Some(subject) = subject else { return };
    if matches!(tree.tag(subject), PennTag::WP | PennTag::WDT | PennTag::EX) || is_only_possible(tree, scene, token) {
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
        for other in tree.children(token).filter(|&other| other != child && goes_on(tree, child, other)) {
            content.push(tree.subtree_span(other));
        }
    }
    // "…, *he said*; his agents …": what stands before is the speaker's too.
    let first = tree.subtree_range(subject).start.min(token);
    let beside = relation == Relation::Parataxis && first > 0 && tree.tag(first - 1) == PennTag::Comma && token <= first + 6;
    if (content.is_empty() || beside) && matches!(relation, Relation::Parataxis | Relation::Advcl) {
        let comma = tree.children(token).all(|child| !matches!(tree.relation(child), Relation::Mark) || matches!(tree.lemma(child), "as"));
        if let Some(head) = tree.head(token)
            && comma
            && (relation == Relation::Parataxis || tree.children(token).any(|child| tree.lemma(child) == "as" && child < token))
        {
            content.extend(around(tree, head, subtree));
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
    if content.is_empty() && saying && !passive {
        content.extend(clause_behind(tree, token));
        rule = "said-behind";
    }
    if content.is_empty() && saying && attributing_noun::is_document(scene, tree, subject) {
        content.push(Span::new(tree.token_span(token).end, subtree.end));
        rule = "document-finds";
    }
    if content.is_empty() {
        return;
    }
    let Some(speaker) = speaker::at(scene, discourse, sentence, subject) else { return };
    let mut cue = tree.token_span(token).join(speaker.span);
    if content.iter().any(|span| span.overlaps(cue) && span.contains(cue)) {
        cue = tree.token_span(token);
    }
    push(scene, sentence, content, cue, tree.token_span(token), speaker, rule, scopes);
}

/// "…, *a new analysis shows*.", "…, *the interior minister, Selim Aydoğan, said on Monday*.": speaker and verb alone behind a
/// comma, whatever the tree makes of it; all that the sentence says before is theirs, back to a semicolon.
///
/// Gives the content and the token of the speaker.
fn told_last(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<(Span, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let (comma, speaker) = speaker_behind_comma(scene, sentence, verb)?;
    let finite = |at: usize| matches!(tree.tag(at), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::MD);
    let rest = verb + 1..tree.len();
    if rest.len() > 14 || rest.clone().any(|at| finite(at) || tree.lemma(at) == "that" || tree.tag(at) == PennTag::Colon) {
        return None;
    }
    let whole = segment(tree, tree.token_span(comma));
    let content = Span::new(whole.start, tree.token_span(comma).start);
    (content.start < content.end && tree.tokens_in(content).any(finite)).then_some((content, speaker))
}

/// The noun phrase right before a verb, an apposition between commas with it, and the comma that sets it off.
fn speaker_behind_comma(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<(usize, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let comma_before = |end: usize| {
        let inside = |at: &usize| {
            speaker::is_noun_word(tree, *at) || matches!(tree.tag(*at), PennTag::IN | PennTag::CC) && tree.relation(*at) != Relation::Mark
        };
        let first = (0..end).rev().take_while(inside).last()?;
        first.checked_sub(1).filter(|&before| tree.tag(before) == PennTag::Comma && end - before <= 14)
    };
    let mut end = verb;
    while end > 0 && (tree.tag(end - 1) == PennTag::RB || matches!(tree.relation(end - 1), Relation::Aux | Relation::AuxPass)) {
        end -= 1;
    }
    let apposed = end.checked_sub(1).filter(|&before| tree.tag(before) == PennTag::Comma);
    let (comma, to) =
        if let Some(closing) = apposed { (comma_before(comma_before(closing)?)?, closing) } else { (comma_before(end)?, end) };
    let from = comma + 1;
    let own = speaker::subject(scene, sentence, verb).filter(|own| (from..to).contains(own));
    let named = (from..to).rev().find(|&at| {
        scene.official_at(sentence, tree.token_span(at)).is_some_and(|(_, official)| official.name.overlaps(tree.token_span(at)))
    });
    let speaker = named.or(own).or_else(|| speaker::head_of_run(scene, sentence, tree, from, to))?;
    Some((comma, speaker))
}

/// Whether a further clause under the verb belongs to the content that begins with `first`: a second complement, "and *that* …", or
/// "…, *while the U.S. will see 2 percent*".
fn goes_on(tree: &Tree, first: usize, other: usize) -> bool {
    let marked =
        |word: &str| tree.children(other).any(|child| child < other && tree.relation(child) == Relation::Mark && tree.lemma(child) == word);
    match tree.relation(other) {
        Relation::Ccomp => true,
        Relation::Conj => other > first && marked("that"),
        Relation::Advcl => other > first && (marked("while") || marked("whereas") || marked("because")),
        _ => false,
    }
}

/// "said the average donation … was $27": a clause behind the verb of saying that the tree made no complement of: a finite verb
/// with a nominal before it, or a "that".
fn clause_behind(tree: &Tree, verb: usize) -> Option<Span> {
    let range = tree.subtree_range(verb);
    let that = (verb + 1..range.end.min(verb + 7)).find(|&at| tree.lemma(at) == "that" && tree.tag(at) == PennTag::IN);
    let direct = |at: usize| matches!(tree.lemma(verb), "say" | "claim" | "think" | "believe") && is_nominal(tree, at);
    let first = that.or_else(|| Some(verb + 1).filter(|&at| at < range.end && (direct(at) || tree.tag(at) == PennTag::DT)))?;
    let finite = |at: usize| matches!(tree.tag(at), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::MD);
    if that.is_none() && !matches!(tree.lemma(verb), "say" | "claim" | "think" | "believe") {
        return None;
    }
    (first + 1..range.end).any(finite).then(|| Span::new(tree.token_span(first).start, tree.token_span(range.end - 1).end))
}

/// Adds the scope of [`told_last`], where the verb is one of saying or finding.
fn said_last(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) -> bool {
    let tree = &scene.analysis(sentence).tree;
    if !matches!(tree.tag(token), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::VBN) {
        return false;
    }
    let speech = row_of(tree, scene.gazetteers, token).is_some_and(|row| row.frame == Frame::Speech);
    if !speech && scene.gazetteers.cues.attributing(tree.lemma(token)) != Some(Attributing::Finding) {
        return false;
    }
    let Some((content, subject)) = told_last(scene, sentence, token) else { return false };
    let Some(speaker) = speaker::at(scene, discourse, sentence, subject) else { return false };
    let place = tree.token_span(token);
    push(scene, sentence, vec![content], place.join(speaker.span), place, speaker, "said-last", scopes);
    true
}

/// Whether a clause whose verb attributes tells nothing but that it was said: not where its own class tells more, as a request
/// that something be done does.
pub(crate) fn is_only_said(scope: &Scope, class: &str) -> bool {
    match scope.rule {
        "speaks-next" => false,
        "found-that" | "beside-quotation" => !matches!(class, "request" | "order" | "accuse" | "criticize" | "approve" | "rule" | "use"),
        _ => true,
    }
}

/// Whether the verb stands right beside a quotation: "She continued: “…”", "“…,” added Rep. Clyburn".
fn quotes(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    const OPENING: [char; 2] = ['"', '“'];
    let place = tree.token_span(token);
    if matches!(tree.lemma(token), "be" | "have") || scene.quotations.iter().any(|quotation| quotation.content.contains(place)) {
        return false;
    }
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

/// A finite clause as the object of any other verb that has a subject who can think or tell: "The study found that …", "critics
/// fear that …"; what a document finds, also as an object with what it does: "a poll showed Clinton leading".
fn content_clause(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    let kind = scene.gazetteers.cues.attributing(tree.lemma(token));
    let child = tree.children(token).find(|&child| tree.relation(child) == Relation::Ccomp && child > token && !has_to(tree, child));
    if (child.is_none() && kind != Some(Attributing::Finding)) || kind == Some(Attributing::Fact) || is_passive(tree, token) {
        return;
    }
    // "the only thing he might think …": what only might be thought is not.
    if is_only_possible(tree, scene, token) {
        return;
    }
    let near = speaker::before_verb(tree, scene.text, token)
        .filter(|&near| kind == Some(Attributing::Finding) && attributing_noun::is_document(scene, tree, near));
    let Some(subject) = near.or_else(|| speaker::subject(scene, sentence, token)) else { return };
    let place = tree.token_span(token);
    let (content, rule) = match child {
        Some(child) => (tree.subtree_span(child), "found-that"),
        None if attributing_noun::is_document(scene, tree, subject) => {
            (Span::new(place.end, tree.subtree_span(token).end), "document-finds")
        }
        None => return,
    };
    // "Colombia refused: its minister flew home": what stands behind a colon is told beside it.
    if child.is_some_and(|child| scene.text[place.end..tree.token_span(child).start].contains(':')) {
        return;
    }
    // "It is hard not to sense that …": nobody's.
    if tree.lemma(subject) == "it" && tree.relation(subject) == Relation::Expl {
        return;
    }
    // "what he knows is …": no words of anybody.
    if child.is_some_and(|child| tree.children(child).any(|below| is_question_word(tree, below) && below < child)) {
        return;
    }
    let Some(speaker) = speaker::at(scene, discourse, sentence, subject) else { return };
    let cue = place.join(speaker.span);
    push(scene, sentence, vec![content], cue, place, speaker, rule, scopes);
}

fn is_question_word(tree: &Tree, token: usize) -> bool {
    matches!(tree.tag(token), PennTag::WRB | PennTag::WP)
}

/// "might say", "should show": nobody has said or shown it.
fn is_only_possible(tree: &Tree, scene: &Scene<'_>, verb: usize) -> bool {
    tree.children(verb).any(|child| {
        tree.relation(child) == Relation::Aux
            && tree.tag(child) == PennTag::MD
            && matches!(scene.gazetteers.cues.modal(tree.lemma(child)), Some(Manner::Possible | Manner::Requested))
            && !matches!(tree.lemma(child), "would" | "can" | "ca")
    })
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

/// Adds a scope, where it holds any words.
#[allow(clippy::too_many_arguments)]
pub(super) fn push(
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
        thing: speaker.thing,
    });
}

/// The scope of a verb of saying whose content is no clause: its subject speaks.
pub(crate) fn own(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, subject: usize, verb: usize) -> Option<Scope> {
    let tree = &scene.analysis(sentence).tree;
    let speaker = speaker::at(scene, discourse, sentence, subject).filter(|_| speaker::can_speak(scene, sentence, tree, subject))?;
    let place = tree.token_span(verb);
    let cue = place.join(speaker.span);
    let mut scopes = Vec::new();
    push(scene, sentence, vec![tree.subtree_span(verb)], cue, place, speaker, "own-words", &mut scopes);
    scopes.pop()
}

/// The scopes that hold a place, innermost first; what a thing tells inside somebody's words comes behind who speaks of it.
fn holding(scopes: &[Scope], place: Span) -> Vec<&Scope> {
    let mut holding: Vec<&Scope> = scopes.iter().filter(|scope| scope.holds(place)).collect();
    holding.sort_by_key(|scope| (scope.thing, scope.extent()));
    holding
}

/// The attribution of a claim whose predicate stands at `place`.
pub(crate) fn of_claim(scene: &Scene<'_>, scopes: &[Scope], place: Span) -> Option<Attribution> {
    let holding = holding(scopes, place);
    let innermost = holding.first()?;
    let mut chain: Vec<String> = Vec::new();
    for scope in holding[1..].iter().rev() {
        let same = scope.speaker.rsplit(' ').next() == innermost.speaker.rsplit(' ').next();
        if !same && !scope.thing && !chain.contains(&scope.speaker) {
            chain.push(scope.speaker.clone());
        }
    }
    Some(attribution(scene, innermost, place, chain))
}

/// The rule that found the innermost scope of a claim.
pub(crate) fn rule_of_claim(scopes: &[Scope], place: Span) -> Option<&'static str> {
    holding(scopes, place).first().map(|scope| scope.rule)
}

/// The attribution that a scope gives to words at `place`.
pub(crate) fn attribution(scene: &Scene<'_>, scope: &Scope, place: Span, chain: Vec<String>) -> Attribution {
    let quoted = scene.quotations.iter().any(|quotation| quotation.content.contains(place));
    Attribution { speaker: scope.speaker.clone(), text: scope.cue.of(scene.text).to_owned(), kind: scope.kind, quoted, chain }
}
