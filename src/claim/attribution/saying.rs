//! Verbs that attribute: what the tree gives as said, found or thought, and where somebody is told of only behind it.

use super::attributing_noun;
use super::speaker::{self, is_nominal};
use super::{HANDED_ON, SAID_MISREAD, Scope, around, push, segment};
use crate::article::Span;
use crate::claim::clause::{has_to, is_passive, is_verb, row_of};
use crate::claim::model::SpeakerKind;
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::Scene;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::{Attributing, Manner, MarkKind};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, Part};
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// "X said that P", "P, X said", "“…,” said X", "X told Y: “…”".
pub(in crate::claim) fn verb(
    scene: &Scene<'_>,
    discourse: &Discourse,
    sentence: usize,
    token: usize,
    saying: bool,
    scopes: &mut Vec<Scope>,
) {
    let tree = &scene.analysis(sentence).tree;
    let relation = tree.relation(token);
    let passive = is_passive(tree, token) && !is_misread_passive(tree, token);
    let quoted_person = speaker::quoted_as_saying(scene, tree, token);
    let subject = match quoted_person {
        Some(_) => quoted_person,
        None if passive => agent(tree, token),
        None => speaker::subject(scene, sentence, token),
    };
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
        // "by saying Japan should not “*stir up problems*” there": the quotation is part of what was said.
        let part = beside.and_then(|quotation| {
            let behind = clause_behind(tree, scene.gazetteers, token).filter(|_| content.is_empty() && saying && !passive)?;
            (behind.0.contains(quotation) && quotation.start > behind.0.start + 2).then_some(behind.0)
        });
        if let Some(whole) = part {
            content.push(whole);
            rule = "said-behind";
        } else if let Some(quotation) = beside.filter(|quotation| !content.iter().any(|span| span.overlaps(*quotation))) {
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
        // "In a speech to parliament, *Torres cited* the visit": what has an object, and no clause before it, tells something else.
        let object = tree.children(token).any(|child| child > token && tree.relation(child) == Relation::Obj);
        let clause = (0..first).any(|at| tree.tag(at).is_finite_or_modal());
        // "*As the others argued*, Torres pointed to …": a clause of time is no content either.
        let adjunct = tree.children(token).any(|child| {
            child < first
                && tree.relation(child) == Relation::Advcl
                && tree.children(child).any(|mark| {
                    matches!(scene.gazetteers.cues.mark(tree.lemma(mark)), Some(MarkKind::Time | MarkKind::Cause | MarkKind::Contrast))
                })
        });
        // "*Having lost his house*, Torres described the night as long": what the speaker had done before is no content.
        let participle = !clause
            && tree.children(token).any(|child| {
                child < first
                    && tree.relation(child) == Relation::Advcl
                    && matches!(tree.tag(child), PennTag::VBG | PennTag::VBN)
                    && !tree.children(child).any(|below| tree.relation(below).is_subject())
            });
        if first > 3
            && !adjunct
            && !participle
            && (clause || !object)
            && matches!(tree.tag(first - 1), PennTag::Comma | PennTag::CloseQuote)
        {
            content.push(Span::new(sentence_span.start, tree.token_span(first - 1).start));
            rule = "said-after";
        }
    }
    if content.is_empty()
        && saying
        && !passive
        && let Some((clause, read)) = clause_behind(tree, scene.gazetteers, token)
    {
        content.push(clause);
        rule = if read { "said-behind" } else { SAID_MISREAD };
    }
    if content.is_empty() && saying && attributing_noun::is_document(scene, tree, subject) {
        content.push(Span::new(tree.token_span(token).end, subtree.end));
        rule = "document-finds";
    }
    if content.is_empty() {
        return;
    }
    if passive && tree.children(token).any(|child| child < token && tree.lemma(child) == "as") {
        rule = HANDED_ON;
    }
    let Some(speaker) = speaker::at(scene, discourse, sentence, subject) else { return };
    let mut cue = tree.token_span(token).join(speaker.span);
    if content.iter().any(|span| span.overlaps(cue) && span.contains(cue)) {
        cue = tree.token_span(token);
    }
    push(scene, sentence, content, cue, tree.token_span(token), speaker, rule, scopes);
}

/// "*Trump* emphasized": a name taken for the auxiliary makes no passive.
fn is_misread_passive(tree: &Tree, verb: usize) -> bool {
    tree.child_with(verb, Relation::AuxPass).is_some_and(|auxiliary| !matches!(tree.lemma(auxiliary), "be" | "get" | "become"))
}

/// "…, *a new analysis shows*.", "…, *the interior minister, Selim Aydoğan, said on Monday*.": speaker and verb alone behind a
/// comma, whatever the tree makes of it; all that the sentence says before is theirs, back to a semicolon.
///
/// Gives the content and the token of the speaker.
fn told_last(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<(Vec<Span>, usize)> {
    let tree = &scene.analysis(sentence).tree;
    // "Two men died, *one was described* as stable": who is spoken of does not speak.
    let spoken_of = |child: usize| tree.relation(child) == Relation::AuxPass && matches!(tree.lemma(child), "be" | "get");
    if tree.children(verb).any(spoken_of) {
        return None;
    }
    let (comma, speaker) = speaker_behind_comma(scene, sentence, verb)?;
    // "…, a choir, *puppet show* and fireworks": a singular thing "shows".
    let document = attributing_noun::is_document(scene, tree, speaker);
    if tree.tag(verb) == PennTag::VBP
        && tree.tag(speaker) == PennTag::NN
        && !scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(speaker))
        && !document
    {
        return None;
    }
    let finite = |at: usize| tree.tag(at).is_finite_or_modal();
    // "The driver *stepped* out": a verb in the past that was tagged as a participle has its subject.
    let stated = |at: usize| {
        let active = || !tree.children(at).any(|child| tree.relation(child) == Relation::AuxPass);
        tree.tag(at) == PennTag::VBN && tree.child_with(at, Relation::Nsubj).is_some() && active()
    };
    if is_asked_before(tree, verb, comma) {
        return None;
    }
    let whole = segment(tree, tree.token_span(comma));
    let before = Span::new(whole.start, tree.token_span(comma).start);
    let tells = before.start < before.end && tree.tokens_in(before).any(|at| finite(at) || stated(at));
    // "If they can, *he observed this week*, we can": words go on behind a second comma.
    let broken = (verb + 1..tree.len().min(verb + 6)).find(|&at| tree.tag(at) == PennTag::Comma);
    let broken = broken.filter(|&at| !(verb + 1..at).any(|at| finite(at) || tree.lemma(at) == "that" || is_verb(tree.tag(at))));
    let rest = verb + 1..tree.len();
    let goes_on = rest.len() > 14 || rest.clone().any(|at| finite(at) || tree.lemma(at) == "that" || tree.tag(at) == PennTag::Colon);
    if !goes_on {
        return tells.then(|| (vec![before], speaker));
    }
    let after = broken.map(|at| Span::new(tree.token_span(at).end, whole.end)).filter(|after| after.start < after.end)?;
    (tells && tree.tokens_in(after).any(finite)).then(|| (vec![before, after], speaker))
}

/// "*Asked whether it had been sold*, Lind said that …": whether what stands up to the comma is a participle of the verb of saying: what
/// somebody was asked is not what he said.
fn is_asked_before(tree: &Tree, verb: usize, comma: usize) -> bool {
    let ends = |child: usize| {
        let range = tree.subtree_range(child);
        range.end == comma || range.end == comma + 1
    };
    tree.children(verb).any(|child| {
        tree.relation(child) == Relation::Advcl
            && matches!(tree.tag(child), PennTag::VBN | PennTag::VBD)
            && ends(child)
            && !tree.children(child).any(|below| tree.relation(below).is_subject())
    })
}

/// The noun phrase right before a verb, an apposition between commas with it, and the comma that sets it off.
fn speaker_behind_comma(scene: &Scene<'_>, sentence: usize, verb: usize) -> Option<(usize, usize)> {
    let tree = &scene.analysis(sentence).tree;
    let comma_before = |end: usize| {
        let inside = |at: &usize| {
            speaker::is_noun_word(tree, *at)
                || matches!(tree.tag(*at), PennTag::IN | PennTag::CC | PennTag::VBN | PennTag::RB) && tree.relation(*at) != Relation::Mark
        };
        let first = (0..end).rev().take_while(inside).last()?;
        // "… “come what may,” *a reader wrote*": a mark may stand between.
        let mut before = first.checked_sub(1).filter(|&before| end - before <= 14)?;
        if matches!(tree.tag(before), PennTag::CloseQuote | PennTag::OpenQuote) {
            before = before.checked_sub(1)?;
        }
        Some(before).filter(|&before| tree.tag(before) == PennTag::Comma)
    };
    let mut end = verb;
    while end > 0 && (tree.tag(end - 1) == PennTag::RB || matches!(tree.relation(end - 1), Relation::Aux | Relation::AuxPass)) {
        end -= 1;
    }
    let apposed = end.checked_sub(1).filter(|&before| tree.tag(before) == PennTag::Comma);
    let (comma, to) =
        if let Some(closing) = apposed { (comma_before(comma_before(closing)?)?, closing) } else { (comma_before(end)?, end) };
    let from = comma + 1;
    // "…, *at a street show*": what begins with a preposition says nothing; "*about 40 people* said" does.
    let counted = tree.tags.get(from + 1).is_some_and(|&tag| tag == PennTag::CD);
    if tree.tag(from) == PennTag::IN && !counted {
        return None;
    }
    let own = speaker::subject(scene, sentence, verb);
    // "…, *Aino Tuuli*, a local parent told": the second comma is left out.
    if let Some((subject, before)) = own.filter(|&own| own < comma).zip(comma_before(comma))
        && before < subject
        && tree.children(subject).any(|child| (from..to).contains(&child) && tree.relation(child) == Relation::Appos)
    {
        return Some((before, subject));
    }
    let own = own.filter(|own| (from..to).contains(own));
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
        Relation::Advcl | Relation::Parataxis => other > first && (marked("while") || marked("whereas") || marked("because")),
        _ => false,
    }
}

/// "said the average donation … was $27": a clause behind the verb of saying that the tree made no complement of: a finite verb
/// with a nominal before it, or a "that"; and whether the tree has a finite verb there.
fn clause_behind(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> Option<(Span, bool)> {
    let mut range = tree.subtree_range(verb);
    // "Ekholm, *who says* the villages should pay": with nothing of the tree behind the verb, what stands up to the next comma.
    if range.end == verb + 1 {
        let ends = |at: &usize| matches!(tree.tag(*at), PennTag::Comma | PennTag::Period | PennTag::Colon);
        range.end = (verb + 1..tree.len()).find(ends).unwrap_or(tree.len());
    }
    let that = (verb + 1..range.end.min(verb + 7)).find(|&at| tree.lemma(at) == "that" && tree.tag(at) == PennTag::IN);
    let says_directly = gazetteers.word_sets.has(LexicalSet::SaysDirectly, tree.lemma(verb));
    let direct = |at: usize| says_directly && is_nominal(tree, at);
    let first = that.or_else(|| Some(verb + 1).filter(|&at| at < range.end && (direct(at) || tree.tag(at) == PennTag::DT)))?;
    let finite = |at: usize| tree.tag(at).is_finite_or_modal();
    if that.is_none() && !says_directly {
        return None;
    }
    // Behind "that", and behind "said" and somebody, any verb will do: "said Mohamed *wishes to use*" with a verb taken for a noun.
    let verbal = |at: usize| is_verb(tree.tag(at)) && (that.is_some() || tree.lemma(verb) == "say");
    let read = (first + 1..range.end).any(finite);
    let clause = Span::new(tree.token_span(first).start, tree.token_span(range.end - 1).end);
    (read || (first + 1..range.end).any(verbal)).then_some((clause, read))
}

/// Adds the scope of [`told_last`], where the verb is one of saying or finding.
pub(in crate::claim) fn said_last(
    scene: &Scene<'_>,
    discourse: &Discourse,
    sentence: usize,
    token: usize,
    scopes: &mut Vec<Scope>,
) -> bool {
    let tree = &scene.analysis(sentence).tree;
    let spoken = tree.tag(token).is_finite() || tree.tag(token) == PennTag::VBN;
    if !spoken && !is_hidden_at_the_end(tree, token) {
        return false;
    }
    let speech = scene.gazetteers.predicates.get(Part::Verb, tree.lemma(token)).is_some_and(|row| row.frame == Frame::Speech)
        || row_of(tree, scene.gazetteers, token).is_some_and(|row| row.frame == Frame::Speech);
    if !speech && scene.gazetteers.cues.attributing(tree.lemma(token)) != Some(Attributing::Finding) {
        return false;
    }
    let Some((content, subject)) = told_last(scene, sentence, token) else { return false };
    let subject = speaker::quoted_as_saying(scene, tree, token).unwrap_or(subject);
    let Some(speaker) = speaker::at(scene, discourse, sentence, subject) else { return false };
    // "…, *a scheme announced* in May": what was announced says nothing.
    let somebody = matches!(speaker.kind, SpeakerKind::Official | SpeakerKind::Outlet)
        || matches!(
            scene.gazetteers.noun_classes.kind(tree.lemma(subject)),
            Some(NounKind::Person | NounKind::Organization | NounKind::Government)
        )
        || !speaker.thing && tree.tag(subject) != PennTag::NN
        // "…, *a recent poll found*."
        || attributing_noun::is_document(scene, tree, subject) && (token + 1..tree.len()).all(|at| tree.relation(at) == Relation::Punct);
    if matches!(tree.tag(token), PennTag::VBN) && !somebody || speaker.thing && tree.tag(token) == PennTag::VBD {
        return false;
    }
    let place = tree.token_span(token);
    push(scene, sentence, content, place.join(speaker.span), place, speaker, "said-last", scopes);
    true
}

/// "…, an analysis of the reports *shows*.", "…, the centre's data *show*.": the last word of the sentence, which was taken for a noun.
fn is_hidden_at_the_end(tree: &Tree, token: usize) -> bool {
    let last = (token + 1..tree.len()).all(|at| tree.relation(at) == Relation::Punct);
    let noun = token.checked_sub(1).is_some_and(|before| is_nominal(tree, before));
    last && noun && matches!(tree.tag(token), PennTag::NNS | PennTag::NN | PennTag::VB)
}

/// Whether the verb stands right beside a quotation: "She continued: “…”", "“…,” added Rep. Clyburn".
pub(in crate::claim) fn quotes(scene: &Scene<'_>, tree: &Tree, token: usize) -> bool {
    const OPENING: [char; 2] = ['"', '“'];
    let place = tree.token_span(token);
    if matches!(tree.lemma(token), "be" | "have") || scene.is_quoted(place) {
        return false;
    }
    let after = scene.text[place.end..].trim_start_matches([' ', '\n']);
    let after = after.strip_prefix([':', ',']).map(str::trim_start);
    let opens = after.is_some_and(|after| after.starts_with(OPENING) || after.starts_with("''"));
    let before = scene.text[..place.start].trim_end();
    let closes = before.ends_with(['"', '”']) || before.ends_with("''");
    (opens || closes) && tree.children(token).any(|child| tree.relation(child).is_subject())
}

/// A finite clause as the object of any other verb that has a subject who can think or tell: "The study found that …", "critics
/// fear that …"; what a document finds, also as an object with what it does: "a poll showed Clinton leading".
pub(in crate::claim) fn content_clause(scene: &Scene<'_>, discourse: &Discourse, sentence: usize, token: usize, scopes: &mut Vec<Scope>) {
    let tree = &scene.analysis(sentence).tree;
    let kind = scene.gazetteers.cues.attributing(tree.lemma(token));
    let child = tree.children(token).find(|&child| tree.relation(child) == Relation::Ccomp && child > token && !has_to(tree, child));
    if (child.is_none() && kind != Some(Attributing::Finding)) || kind == Some(Attributing::Fact) || is_passive(tree, token) {
        return;
    }
    // "countries that *include* China …": a verb that no table has takes what somebody thinks only behind "that".
    let adjective = !is_verb(tree.tag(token));
    // "was *so sure that* it sank": what came of it.
    let so = |child: usize| tree.relation(child) == Relation::Advmod && tree.lemma(child) == "so";
    if adjective && (kind != Some(Attributing::View) || tree.children(token).any(so)) {
        return;
    }
    let known = kind.is_some()
        || scene.gazetteers.cues.report(tree.lemma(token)).is_some()
        || row_of(tree, scene.gazetteers, token).is_some_and(|row| row.complement.is_some());
    // "made an arrest in the shooting *that left* two dead": a relative pronoun opens nothing that is thought.
    let that =
        |child: usize| tree.children(child).any(|below| below < child && tree.lemma(below) == "that" && !tree.relation(below).is_subject());
    if !known && child.is_some_and(|child| !that(child)) {
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
        // What a document finds goes on to the end of what hangs on the verb.
        Some(child) if near.is_some() => (tree.subtree_span(child).join(Span::new(place.end, tree.subtree_span(token).end)), "found-that"),
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

/// "might say", "should show", "needs to understand", "refused to say": nobody has said or shown it.
fn is_only_possible(tree: &Tree, scene: &Scene<'_>, verb: usize) -> bool {
    let wanted = tree.head(verb).filter(|_| tree.relation(verb) == Relation::Xcomp && has_to(tree, verb)).is_some_and(|above| {
        let complement = row_of(tree, scene.gazetteers, above).and_then(|row| row.complement);
        matches!(complement, Some(Manner::Requested | Manner::Negated | Manner::Possible))
            || scene.gazetteers.cues.modal(tree.lemma(above)) == Some(Manner::Requested)
    });
    wanted
        || is_only_conditional(tree, scene, verb)
        || tree.children(verb).any(|child| {
            tree.relation(child) == Relation::Aux
                && tree.tag(child) == PennTag::MD
                && matches!(scene.gazetteers.cues.modal(tree.lemma(child)), Some(Manner::Possible | Manner::Requested))
                && !matches!(tree.lemma(child), "would" | "can" | "ca")
        })
}

/// "If we touched it, Lind *would say* that …": nobody has said it.
fn is_only_conditional(tree: &Tree, scene: &Scene<'_>, verb: usize) -> bool {
    let would = tree.children(verb).any(|child| tree.relation(child) == Relation::Aux && tree.lemma(child) == "would");
    would
        && tree.children(verb).any(|clause| {
            tree.relation(clause) == Relation::Advcl
                && tree.children(clause).any(|mark| scene.gazetteers.cues.mark(tree.lemma(mark)) == Some(MarkKind::Condition))
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
    scene.quotations_over(span).any(|quotation| quotation.span.shared(span) * 2 > span.len())
}

/// The quotation in the sentence that the verb stands next to, outside of it.
fn quotation_beside(scene: &Scene<'_>, sentence: usize, tree: &Tree, verb: usize) -> Option<Span> {
    let place = tree.token_span(verb);
    let sentence_span = scene.document.sentences[sentence].span;
    let near = scene
        .quotations_over(sentence_span)
        .filter(|quotation| !quotation.span.contains(place) && quotation.content.of(scene.text).split_whitespace().count() >= 3);
    // Right beside the verb and its subject: nothing but a few words lies between.
    let near = near.filter(|quotation| {
        let gap = quotation.span.start.saturating_sub(place.end).max(place.start.saturating_sub(quotation.span.end));
        gap <= 60
    });
    near.min_by_key(|quotation| quotation.span.start.abs_diff(place.end).min(place.start.abs_diff(quotation.span.end)))
        .map(|quotation| quotation.content)
}
