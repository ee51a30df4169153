//! Attribution: who says it, when it is not the article itself.
//!
//! Each place where somebody's words are given makes a [`Scope`]: the words that attribute, the speaker, and the stretch of
//! text that is the speaker's. A claim is attributed to the innermost scope that holds its predicate; the scopes around that
//! one make the chain ("The Times reported that officials said …").

mod attributing_noun;
mod going_on;
mod interview;
mod quoted;
mod saying;
pub(in crate::claim) mod speaker;
mod wording;

use self::speaker::{Speaker, is_nominal};
use crate::article::Span;
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::claim::evidence::signature;
use crate::claim::model::{Attribution, SpeakerKind};
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::Scene;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::{Frame, Part, PredicateRow};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// Somebody's words.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The sentence that the speaker stands in.
    pub(crate) sentence: usize,
    /// The speaker's words, or their report; several stretches where a quotation is broken.
    pub(crate) content: Vec<Span>,
    /// The words that attribute: "said Ana Torres, a former official".
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
    pub(in crate::claim) fn is_named_person(&self, scene: &Scene<'_>) -> bool {
        let source = self.source.of(scene.text);
        matches!(self.kind, SpeakerKind::Official | SpeakerKind::Unnamed)
            && self.speaker.starts_with(char::is_uppercase)
            && !scene.gazetteers.word_sets.has(FunctionSet::SpeakingPronoun, source)
            && !self.thing
            && self.speaker.chars().any(char::is_lowercase)
            // "*Authorities* said": a capital makes no name of it.
            && (self.speaker.contains(' ') || scene.gazetteers.noun_classes.kind(&self.speaker.to_lowercase()).is_none())
            && self.speaker.split(' ').all(|word| word.starts_with(char::is_uppercase))
    }

    pub(in crate::claim) fn extent(&self) -> usize {
        self.content.iter().map(|span| span.len()).sum()
    }
}

/// The rule of "…,” said the minister *as quoted by TASS*": whoever hands the words on stands around who spoke them.
pub(super) const HANDED_ON: &str = "handed-on";

pub(in crate::claim) use self::interview::RULE as INTERVIEW;

/// The rule that gives a message to whoever signs it.
pub(in crate::claim) const SIGNED: &str = "signed";

/// The rule of "said Otto *wishes to sell* his boat" where the tree has no clause behind the verb: what is told stays with the verb.
pub(super) const SAID_MISREAD: &str = "said-misread";

/// All scopes of the sentences in `wanted`, quotations over several sentences joined; `told` are those of them that have trees anyway.
pub(crate) fn scopes(scene: &Scene<'_>, discourse: &Discourse, wanted: &[bool], told: &[bool]) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for sentence in (0..wanted.len()).filter(|&sentence| told[sentence] || wanted[sentence] && wording::may_attribute(scene, sentence)) {
        in_sentence(scene, discourse, sentence, &mut scopes);
    }
    bracketed(scene, wanted, &mut scopes);
    signed(scene, wanted, &mut scopes);
    going_on::go_on_speaking(scene, discourse, &mut scopes);
    going_on::run_on(scene, wanted, &mut scopes);
    quoted::spread(scene, discourse, wanted, &mut scopes);
    quoted::labels(scene, wanted, &mut scopes);
    interview::answers(scene, wanted, &mut scopes);
    scopes
}

fn in_sentence(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    for token in 0..tree.len() {
        if tree.word(scene.text, token).eq_ignore_ascii_case("according") {
            according(scene, discourse, sentence, token, scopes);
            continue;
        }
        if saying::said_last(scene, discourse, sentence, token, scopes) {
            continue;
        }
        let verb = is_verb(tree.tag(token));
        let row = if verb { row_of(tree, scene.gazetteers, token) } else { None };
        if verb && row.is_none() && saying::quotes(scene, tree, token) {
            saying::verb(scene, discourse, sentence, token, false, scopes);
        } else if let Some(row) = row {
            // "In April Obama *admits* it failed": the verb says, whatever row its preposition gives it.
            let plain = scene.gazetteers.predicates.get(Part::Verb, tree.lemma(token)).unwrap_or(row);
            let row = if plain.frame == Frame::Speech && tree.child_with(token, Relation::Ccomp).is_some() { plain } else { row };
            if row.frame == Frame::Speech || saying::quotes(scene, tree, token) {
                saying::verb(scene, discourse, sentence, token, is_saying(row), scopes);
            } else {
                saying::content_clause(scene, discourse, sentence, token, scopes);
            }
        } else if verb || (tree.tag(token) == PennTag::JJ && tree.child_with(token, Relation::Cop).is_some()) {
            saying::content_clause(scene, discourse, sentence, token, scopes);
        } else if is_noun(tree.tag(token)) {
            attributing_noun::noun(scene, discourse, sentence, token, scopes);
        }
    }
}

/// "Some 40 people fell ill (*Ministry of Health*).": a body alone in brackets at the end of a sentence is where it is known from.
fn bracketed(scene: &Scene<'_>, wanted: &[bool], scopes: &mut Vec<Scope>) {
    for sentence in (0..wanted.len()).filter(|&sentence| wanted[sentence]) {
        let span = scene.document.sentences[sentence].span;
        let words = span.of(scene.text);
        let Some(inside) = words.trim_end_matches(['.', ' ', '\n']).strip_suffix(')') else { continue };
        let Some(open) = inside.rfind('(') else { continue };
        let bracket = Span::new(span.start + open + 1, span.start + inside.len());
        let source = bracket
            .of(scene.text)
            .strip_prefix("source:")
            .or_else(|| bracket.of(scene.text).strip_prefix("Source:"))
            .map_or(bracket, |rest| Span::new(bracket.end - rest.len(), bracket.end));
        let source = source.trim(scene.text);
        let Some((mention, organization)) = scene.organization_at(sentence, source).filter(|(mention, _)| mention.span.contains(source))
        else {
            continue;
        };
        let tree = &scene.analysis(sentence).tree;
        let content = Span::new(span.start, span.start + open).trim(scene.text);
        let tokens = tree.tokens_in(content);
        // "the World Health Organization (WHO)": a name said shorter.
        let renames = tokens.clone().last().is_some_and(|last| matches!(tree.tag(last), PennTag::NNP | PennTag::NNPS));
        if renames && scene.organization_at(sentence, tree.token_span(tokens.end - 1)).is_some()
            || !tokens.clone().any(|at| is_verb(tree.tag(at)))
        {
            continue;
        }
        let kind = if organization.outlet { SpeakerKind::Outlet } else { SpeakerKind::Organization };
        let speaker =
            Speaker { text: organization.name.clone(), span: mention.span, kind, name: None, country: organization.country, thing: false };
        push(scene, sentence, vec![content], bracket, source, speaker, "in-brackets", scopes);
    }
}

/// "The bridge is closed. *— Mayor Ann Lee (@mayorlee) May 2, 2024*": a message that was embedded in the article is of whoever signs it.
fn signed(scene: &Scene<'_>, wanted: &[bool], scopes: &mut Vec<Scope>) {
    for sentence in (0..wanted.len()).filter(|&sentence| wanted[sentence]) {
        let this = &scene.document.sentences[sentence];
        let Some(start) = signature(scene.text, this.span) else { continue };
        let name = scene.text[start..this.span.end].trim_start_matches(['—', '–', '-', ' ']);
        let from = this.span.end - name.len();
        let Some(length) = name.find(" (@").filter(|&length| length > 0) else { continue };
        let source = Span::new(from, from + length);
        let content = Span::new(scene.document.paragraphs[this.paragraph].span.start, start).trim(scene.text);
        let person = scene.official_at(sentence, source).map(|(_, official)| official.full_name.clone());
        let body = scene.organization_at(sentence, source);
        let text = person.clone().or_else(|| Some(body?.1.name.clone())).unwrap_or_else(|| source.of(scene.text).to_owned());
        let outlet = body.is_some_and(|(_, organization)| organization.outlet);
        let kind = match (person.is_some(), body.is_some()) {
            (false, true) if outlet => SpeakerKind::Outlet,
            (false, true) => SpeakerKind::Organization,
            (true, _) => SpeakerKind::Official,
            (false, false) => SpeakerKind::Unnamed,
        };
        let speaker = Speaker { text, span: source, kind, name: None, country: None, thing: false };
        push(scene, sentence, vec![content], source, source, speaker, SIGNED, scopes);
    }
}

/// "According to X, P", "P, according to X".
fn according(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    // "according" is the case of its noun, or the noun hangs on it as an oblique.
    let cased = tree.head(token).filter(|&head| tree.relation(token) == Relation::Case && tree.relation(head) != Relation::Punct);
    let noun = cased.or_else(|| tree.children(token).find(|&child| child > token && is_nominal(tree, child)));
    let near = noun.filter(|&noun| noun > token && noun <= token + 8 && !(token..noun).any(|at| tree.tag(at) == PennTag::Comma));
    // "…, *according to a tally by the Centre and others.*": where no verb follows, all the rest tells whose words it is.
    let last = (token..tree.len()).rev().find(|&at| is_wordlike(tree, at)).unwrap_or(token);
    let finite = |at: usize| tree.tag(at).is_finite_or_modal();
    let rest = tree.token_span(token).join(tree.token_span(last));
    let closes = closes_sentence(tree, rest) && !(token..=last).any(finite);
    let (noun, whole) = if let Some(noun) = near.or_else(|| nominal_after_to(tree, token, last).filter(|_| closes)) {
        let own = tree.subtree_span(if cased == Some(noun) { noun } else { token });
        (noun, if closes { rest } else { own })
    } else {
        // Where the tree has it otherwise, the noun phrase behind "to", and all up to the next comma.
        let Some(noun) = speaker::head_of_run(scene, sentence, tree, token + 2, tree.len().min(token + 10)) else { return };
        let ends = |at: &usize| matches!(tree.tag(*at), PennTag::Comma | PennTag::Period | PennTag::Colon);
        let last = (noun..tree.len()).find(ends).unwrap_or(tree.len()) - 1;
        (noun, tree.token_span(token).join(tree.token_span(last)))
    };
    // "according to *usual procedure*": how it is done, which nobody says.
    if scene.gazetteers.word_sets.has(LexicalSet::NoSource, tree.lemma(noun)) {
        return;
    }
    let Some(mut speaker) = speaker::at(scene, discourse, sentence, noun) else { return };
    // "according to *court and jail records*": what the first noun belongs to stands behind the last one.
    if let Some(last) = shared_head(scene, tree, noun) {
        speaker.span = Span::new(speaker.span.start, tree.token_span(last).end);
        speaker.span.of(scene.text).clone_into(&mut speaker.text);
        speaker.kind = SpeakerKind::Document;
    }
    let head = tree.head(noun).filter(|&head| head != token).or_else(|| tree.head(token)).unwrap_or(token);
    let content = if closes_sentence(tree, whole) || opens_sentence(tree, whole) {
        around_in(segment(tree, whole), whole)
    } else {
        around(tree, clause_top(tree, head), whole)
    };
    push(scene, sentence, content, whole, tree.token_span(token), speaker, "according-to", scopes);
}

/// "*court* and jail *records*": the document behind a bare singular and "and".
fn shared_head(scene: &Scene<'_>, tree: &Tree, noun: usize) -> Option<usize> {
    let bare = tree.tag(noun) == PennTag::NN && !attributing_noun::is_document(scene, tree, noun);
    let last = tree.children(noun).find(|&child| bare && child > noun && tree.relation(child) == Relation::Conj)?;
    let close = last <= noun + 4 && (noun + 1..last).all(|at| tree.tag(at) == PennTag::CC || speaker::is_noun_word(tree, at));
    (close && tree.tag(last) == PennTag::NNS && attributing_noun::is_document(scene, tree, last)).then_some(last)
}

/// "according to a *tally* by …" with the noun tagged as something else: the last word before the next preposition.
fn nominal_after_to(tree: &Tree, according: usize, last: usize) -> Option<usize> {
    let first = according + 2;
    (first..=last).take_while(|&at| !matches!(tree.tag(at), PennTag::IN | PennTag::Comma)).last().filter(|&at| is_nominal(tree, at))
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
    let set_off = |at: usize| matches!(tree.tag(at), PennTag::Comma | PennTag::Colon) || matches!(tree.lemma(at), "--" | "—" | "–");
    rest && (set_off(tokens.start) || tokens.start.checked_sub(1).is_some_and(set_off))
}

/// Whether a phrase that a comma sets off opens the sentence.
fn opens_sentence(tree: &Tree, phrase: Span) -> bool {
    let tokens = tree.tokens_in(phrase);
    (0..tokens.start).all(|token| !is_wordlike(tree, token)) && tokens.end < tree.len()
}

/// The part of the sentence between semicolons that a phrase stands in.
pub(super) fn segment(tree: &Tree, phrase: Span) -> Span {
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

/// Whether a clause whose verb attributes tells nothing but that it was said: not where its own class tells more, as a request
/// that something be done does.
pub(crate) fn is_only_said(scope: &Scope, class: &str, gazetteers: &Gazetteers) -> bool {
    match scope.rule {
        "speaks-next" | SAID_MISREAD => false,
        "found-that" | "beside-quotation" => !gazetteers.word_sets.has(ClassSet::MoreThanSaid, class),
        _ => true,
    }
}

fn is_saying(row: &PredicateRow) -> bool {
    &*row.class == "say"
}

/// Adds a scope, where it holds any words.
#[allow(clippy::too_many_arguments)]
pub(super) fn push(
    scene: &Scene<'_>,
    sentence: usize,
    content: Vec<Span>,
    cue: Span,
    verb: Span,
    mut speaker: Speaker,
    rule: &'static str,
    scopes: &mut Vec<Scope>,
) {
    // "a figure of the ministry *shows*": the verb is no part of who speaks.
    let tree = &scene.analysis(sentence).tree;
    let is_the_verb =
        matches!(rule, "document-finds" | "said-last") || tree.token_at(verb.start).is_some_and(|token| is_verb(tree.tag(token)));
    if is_the_verb && speaker.span.contains(verb) && verb.start > speaker.span.start && speaker.text == speaker.span.of(scene.text) {
        speaker.span = Span::new(speaker.span.start, verb.start).trim(scene.text);
        speaker.span.of(scene.text).clone_into(&mut speaker.text);
    }
    let own = |span: Span| if span.end <= verb.start { behind_narrative(scene, span) } else { span };
    let content: Vec<Span> = content.into_iter().map(|span| own(span.trim(scene.text))).filter(|span| !span.is_empty()).collect();
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

/// "Nobody was impressed: *“It is an insult,”* Lind said": what stands before the colon or dash that opens a quotation is told, not said.
fn behind_narrative(scene: &Scene<'_>, content: Span) -> Span {
    let quotation = scene.quotations_over(content).find(|quotation| {
        let before = scene.text[..quotation.span.start].trim_end();
        content.start < quotation.span.start
            && quotation.span.end.abs_diff(content.end) <= LOOSE_END
            && before.ends_with([':', '-', '–', '—'])
    });
    quotation.map_or(content, |quotation| Span::new(quotation.span.start, content.end))
}

/// A comma and a closing mark may stand between the end of a quotation and the end of what is said.
const LOOSE_END: usize = 4;

/// The scope of a verb of saying whose content is no clause: its subject speaks.
pub(crate) fn own(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, subject: usize, verb: usize) -> Option<Scope> {
    let tree = &scene.analysis(sentence).tree;
    let speaker = speaker::at(scene, discourse, sentence, subject).filter(|_| speaker::can_speak(scene, sentence, tree, subject))?;
    let place = tree.token_span(verb);
    let cue = place.join(speaker.span);
    let mut scopes = Vec::new();
    push(scene, sentence, vec![tree.subtree_span(verb)], cue, place, speaker, "own-words", &mut scopes);
    let mut scope = scopes.pop()?;
    going_on::take_up(scene, discourse, &mut scope);
    Some(scope)
}

/// The scopes that hold a place, innermost first; what a thing tells inside somebody's words comes behind who speaks of it.
fn holding(scopes: &[Scope], place: Span) -> Vec<&Scope> {
    let mut holding: Vec<&Scope> = scopes.iter().filter(|scope| scope.holds(place)).collect();
    holding.sort_by_key(|scope| (scope.thing, scope.rule == HANDED_ON, scope.extent()));
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

/// Whether a place is reported speech of somebody who was named in a sentence before.
pub(crate) fn runs_on(scopes: &[Scope], place: Span, sentence: usize) -> bool {
    holding(scopes, place).first().is_some_and(|scope| scope.sentence < sentence)
}

/// The attribution that a scope gives to words at `place`.
pub(crate) fn attribution(scene: &Scene<'_>, scope: &Scope, place: Span, chain: Vec<String>) -> Attribution {
    let quoted = scene.is_quoted(place);
    Attribution { speaker: scope.speaker.clone(), text: scope.cue.of(scene.text).to_owned(), kind: scope.kind, quoted, chain }
}
