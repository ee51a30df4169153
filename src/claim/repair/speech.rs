//! Mends of speech: what is said, and who says it.

use super::Edit;
use crate::claim::clause::is_verb;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Attributing;
use crate::gazetteer::predicates::{Control, Frame, Part};
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::{PennTag, ROOT, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// "It was reported *that the mill had closed*": a clause behind a passive verb, which "it" only stands for, is what is reported.
pub(super) fn contents_taken_for_subjects(edit: &mut Edit<'_>) {
    for clause in 1..edit.tree.len() {
        let tree = &*edit.tree;
        let behind = tree.relation(clause) == Relation::CsubjPass && tree.head(clause).is_some_and(|verb| verb < clause);
        let it = |verb| tree.children(verb).any(|child| child < clause && tree.relation(child) == Relation::Expl);
        if behind && tree.head(clause).is_some_and(it) {
            edit.tree.relations[clause] = Relation::Ccomp;
            edit.changed = true;
        }
    }
}

/// "Figures suggest *40 boats may be* at sea": the noun after a verb of saying is the subject of the clause that goes on.
pub(super) fn contents_cut_after_their_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len() {
        if !is_verb(edit.tree.tag(verb)) || !says(edit.tree, gazetteers, verb) {
            continue;
        }
        let Some(noun) = edit.tree.child_with(verb, Relation::Obj) else { continue };
        let end = edit.tree.subtree_range(noun).end;
        let predicate = edit.tree.children(verb).chain(edit.tree.children(noun)).find(|&child| {
            child > noun
                && !edit.tree.relation(child).is_subject()
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
                && edit.tree.children(child).any(|below| {
                    matches!(edit.tree.relation(below), Relation::Aux | Relation::Cop | Relation::AuxPass)
                        && below >= end.min(child)
                        && below <= end + 1
                        && edit.tree.tag(below).is_finite_or_modal()
                })
        });
        // "said Otto Lind, the secretary, *contacted* the minister": a participle with an object of its own is a past tense.
        let past = edit.tree.children(noun).find(|&child| {
            child >= end.saturating_sub(edit.tree.subtree_range(child).len())
                && edit.tree.relation(child) == Relation::Acl
                && matches!(edit.tree.tag(child), PennTag::VBN | PennTag::VBD)
                && edit.tree.child_with(child, Relation::Obj).is_some()
                && child > 0
                && edit.tree.tag(child - 1) == PennTag::Comma
        });
        // "stated *Ekholm left* the group"
        let bare = edit.tree.children(verb).find(|&child| {
            child == end
                && edit.tree.relation(child) == Relation::Xcomp
                && edit.tree.tag(child).is_finite()
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
        });
        if let Some(predicate) = predicate.or(past).or(bare) {
            edit.hang(predicate, verb, Relation::Ccomp);
            edit.hang(noun, predicate, Relation::Nsubj);
        }
    }
}

/// "admitted Monday *that it had deported* one man": a clause with "that" under a verb of saying is its content.
pub(super) fn contents_taken_for_adverbials(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for clause in 0..edit.tree.len() {
        if edit.tree.relation(clause) != Relation::Advcl {
            continue;
        }
        let that = edit
            .tree
            .children(clause)
            .any(|child| child < clause && edit.tree.relation(child) == Relation::Mark && edit.tree.lemma(child) == "that");
        let Some(verb) = edit.tree.head(clause).filter(|&verb| that && verb < clause && says(edit.tree, gazetteers, verb)) else {
            continue;
        };
        if edit.tree.child_with(verb, Relation::Ccomp).is_none() {
            edit.tree.relations[clause] = Relation::Ccomp;
            edit.changed = true;
        }
    }
}

/// "told Channel North *that 612 people had been registered*": the content does not hang on whoever is told.
pub(super) fn contents_hung_on_the_hearer(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for clause in 0..edit.tree.len() {
        if !matches!(edit.tree.relation(clause), Relation::Ccomp | Relation::Acl | Relation::AclRelcl) {
            continue;
        }
        let Some(hearer) = edit.tree.head(clause).filter(|&hearer| hearer < clause) else { continue };
        let Some(verb) = edit.tree.head(hearer).filter(|&verb| verb < hearer && is_verb(edit.tree.tag(verb))) else { continue };
        let object = matches!(edit.tree.relation(hearer), Relation::Obj | Relation::Iobj);
        // "made the *claim* that …" is the noun's content.
        let named =
            matches!(edit.tree.tag(hearer), PennTag::NNP | PennTag::NNPS | PennTag::PRP) || edit.tree.relation(hearer) == Relation::Iobj;
        let mark = edit
            .tree
            .children(clause)
            .any(|child| child < clause && edit.tree.relation(child) == Relation::Mark && edit.tree.lemma(child) == "that");
        let subject = edit.tree.children(clause).any(|child| edit.tree.relation(child).is_subject() && edit.tree.lemma(child) != "that");
        if object && named && mark && subject && says(edit.tree, gazetteers, verb) && edit.tree.child_with(verb, Relation::Ccomp).is_none()
        {
            edit.hang(clause, verb, Relation::Ccomp);
        }
    }
}

/// "showed *that 40 percent of voters backed* the plan": a plural cannot stand after the pronoun "that"; it is the subject of the verb
/// that follows.
pub(super) fn contents_cut_after_that(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len() {
        if !is_verb(edit.tree.tag(verb)) {
            continue;
        }
        let Some(noun) = edit.tree.child_with(verb, Relation::Obj).filter(|&noun| noun > verb) else { continue };
        let that = edit.tree.children(noun).find(|&child| child == verb + 1 && edit.tree.lemma(child) == "that");
        let Some(that) = that else { continue };
        let finds = gazetteers.cues.attributing(edit.tree.lemma(verb)) == Some(Attributing::Finding);
        if !finds && !says(edit.tree, gazetteers, verb) {
            continue;
        }
        let plural = edit.tree.tag(noun) == PennTag::NNS || edit.tree.child_with(noun, Relation::Nummod).is_some();
        let end = edit.tree.subtree_range(noun).end;
        let predicate = edit.tree.children(verb).chain(edit.tree.children(noun)).find(|&child| {
            child > noun
                && child + 2 >= end.min(child)
                && matches!(edit.tree.tag(child), PennTag::VBD | PennTag::VBP | PennTag::VBZ | PennTag::VBN)
                && matches!(
                    edit.tree.relation(child),
                    Relation::Advcl | Relation::Acl | Relation::Xcomp | Relation::Dep | Relation::Parataxis
                )
                && edit.tree.child_with(child, Relation::Obj).is_some()
                && !edit
                    .tree
                    .children(child)
                    .any(|below| edit.tree.relation(below).is_subject() || (edit.tree.relation(below) == Relation::Mark && below < child))
        });
        if let Some(predicate) = predicate.filter(|_| plural) {
            if edit.tree.tag(predicate) == PennTag::VBN {
                edit.tree.tags[predicate] = PennTag::VBD;
            }
            edit.hang(predicate, verb, Relation::Ccomp);
            edit.hang(noun, predicate, Relation::Nsubj);
            edit.hang(that, predicate, Relation::Mark);
        }
    }
}

/// "*Critics fear* Chile will send buses", "Tessera *estimates* the storm will cost $3 million": a noun that agrees with the one before it
/// as its verb would, with a name, an article or a pronoun right behind, is that verb, and the clause behind is its content.
pub(super) fn verbs_of_saying_taken_for_nouns(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for word in 1..edit.tree.len().saturating_sub(2) {
        let speaker = word - 1;
        let agrees = matches!(
            (edit.tree.tag(speaker), edit.tree.tag(word)),
            (PennTag::NNS | PennTag::NNPS, PennTag::NN | PennTag::VBP) | (PennTag::NN | PennTag::NNP, PennTag::NNS | PennTag::VBZ)
        );
        if !agrees || !attributes(edit.tree, gazetteers, word) || !opens_content(edit, mentions, word + 1) {
            continue;
        }
        // "Critics fear *Chile*" as one noun, or "*Tessera estimates*" as an adverbial of the verb that follows.
        let head = edit.tree.head(word).filter(|&head| head > word);
        let (noun, predicate) = match edit.tree.relation(word) {
            Relation::Compound => {
                let noun = head.filter(|&noun| edit.tree.relation(noun).is_subject());
                (noun, noun.and_then(|noun| edit.tree.head(noun)))
            }
            Relation::Obl | Relation::Dep => (Some(word), head),
            _ => (None, None),
        };
        let (Some(noun), Some(predicate)) = (noun, predicate) else { continue };
        let root = edit.tree.relation(predicate) == Relation::Root && edit.tree.head(speaker) == Some(noun);
        if !root || edit.tree.child_with(word, Relation::Case).is_some() {
            continue;
        }
        let before: Vec<usize> = edit.tree.children(noun).filter(|&child| child < speaker).collect();
        if matches!(edit.tree.tag(word), PennTag::NN | PennTag::NNS) {
            edit.tree.tags[word] = if edit.tree.tag(word) == PennTag::NN { PennTag::VBP } else { PennTag::VBZ };
        }
        edit.tree.heads[word] = ROOT;
        edit.tree.relations[word] = Relation::Root;
        edit.tree.heads[predicate] = word as u32;
        edit.tree.relations[predicate] = Relation::Ccomp;
        edit.changed = true;
        edit.tree.index_children();
        edit.hang(speaker, word, Relation::Nsubj);
        edit.move_to(before, speaker);
    }
}

/// "Mr. Putin *forecast* that …", "Calderon *calls* the idea useless": a noun has no subject before it and a clause or an object behind;
/// a word of saying that has both is a verb.
pub(super) fn nouns_with_a_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for word in 1..edit.tree.len() {
        let tag = edit.tree.tag(word);
        if !matches!(tag, PennTag::NN | PennTag::NNS) {
            continue;
        }
        let any = |test: &dyn Fn(usize, Relation) -> bool| edit.tree.children(word).any(|child| test(child, edit.tree.relation(child)));
        let subject = any(&|child, relation| child < word && relation == Relation::Nsubj);
        let governs = any(&|child, relation| child > word && matches!(relation, Relation::Ccomp | Relation::Obj));
        let nominal =
            any(&|_, relation| matches!(relation, Relation::Cop | Relation::Det | Relation::Case | Relation::NmodPoss | Relation::Amod));
        if subject && governs && !nominal && attributes(edit.tree, gazetteers, word) {
            edit.tree.tags[word] = if tag == PennTag::NNS { PennTag::VBZ } else { PennTag::VBD };
            edit.changed = true;
        }
    }
}

/// Whether a word, as a verb, can have what somebody says or thinks behind it.
fn attributes(tree: &Tree, gazetteers: &Gazetteers, word: usize) -> bool {
    let lemma = tree.lemma(word);
    gazetteers.cues.report(lemma).is_some()
        || gazetteers.cues.attributing(lemma).is_some_and(Attributing::gives_words)
        || says(tree, gazetteers, word)
}

/// Whether a token can open a clause but not go on a compound noun: an article, a pronoun, a number, a name.
fn opens_content(edit: &Edit<'_>, mentions: &[Mention], token: usize) -> bool {
    let place = edit.tree.token_span(token);
    matches!(edit.tree.tag(token), PennTag::NNP | PennTag::NNPS | PennTag::DT | PennTag::PRP | PennTag::CD)
        || mentions
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_)) && mention.span.start == place.start)
}

/// "ruled *out sending* 40 buses", "decided *against sending*", "stopped *short of accepting*": the particle of a verb of the table
/// belongs to the verb, and what it governs is the verb's.
pub(super) fn particles_hung_on_the_gerund(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 0..edit.tree.len().saturating_sub(2) {
        let particle = verb + 1;
        if !is_verb(edit.tree.tag(verb)) || edit.tree.lemma(particle) == "to" {
            continue;
        }
        let of = edit.tree.lemma(particle + 1) == "of";
        let gerund = particle + 1 + usize::from(of);
        if gerund >= edit.tree.len() || edit.tree.tag(gerund) != PennTag::VBG {
            continue;
        }
        let row = gazetteers.predicates.phrase(Part::Verb, edit.tree.lemma(verb), |_, word| word == edit.tree.lemma(particle));
        let hangs = edit.tree.head(gerund).is_some_and(|head| head == verb || head == particle);
        if !hangs || row.is_none_or(|row| row.control != Control::Subject) {
            continue;
        }
        edit.hang(gerund, verb, Relation::Xcomp);
        edit.hang(particle, verb, Relation::CompoundPrt);
    }
}

/// "“…,” *said Prime Minister Anna Berg*": somebody named right after a verb of saying that has no subject is its subject.
pub(super) fn speakers_after_the_verb(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_) | MentionKind::Organization(_))) {
        let tokens = edit.tree.tokens_in(mention.span);
        let Some(mut verb) = tokens.start.checked_sub(1) else { continue };
        if edit.tree.tag(verb) == PennTag::DT && verb > 0 {
            verb -= 1;
        }
        let past = matches!(edit.tree.tag(verb), PennTag::VBD | PennTag::VBZ);
        if !past || !says(edit.tree, gazetteers, verb) || edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject()) {
            continue;
        }
        let quoted = verb > 0 && matches!(edit.tree.tag(verb - 1), PennTag::Comma | PennTag::CloseQuote);
        let speaker = tokens.clone().find(|&token| edit.tree.head(token) == Some(verb));
        if let Some(speaker) = speaker.filter(|_| quoted) {
            edit.tree.relations[speaker] = Relation::Nsubj;
            edit.changed = true;
        }
    }
}

/// "“They saved four people,” *the mayor of Van, Gulistan Aras,* said", "Turnout was 68%, *the commission's chairman, Otto Lind,* told us":
/// whom commas set off between what was said and a verb of saying without a subject of its own is the speaker, in all his words.
pub(super) fn speakers_hung_on_the_content(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Official(_))) {
        let tree = &*edit.tree;
        let tokens = tree.tokens_in(mention.span);
        let comma = tokens.end < tree.len() && tree.tag(tokens.end) == PennTag::Comma;
        let verb = tokens.end + usize::from(comma);
        if verb >= tree.len() || !matches!(tree.tag(verb), PennTag::VBD | PennTag::VBZ) || !says(tree, gazetteers, verb) {
            continue;
        }
        let begin = if tokens.start > 0 && tree.tag(tokens.start - 1) == PennTag::DT { tokens.start - 1 } else { tokens.start };
        let set_off = begin > 0 && matches!(tree.tag(begin - 1), PennTag::Comma | PennTag::CloseQuote);
        let subject = tree.children(verb).find(|&child| tree.relation(child).is_subject());
        let content = tree.children(verb).any(|child| child < begin && tree.relation(child) == Relation::Ccomp);
        let told = tree.children(verb).any(|child| child > verb && matches!(tree.relation(child), Relation::Ccomp | Relation::Obj));
        if !set_off || !content || told || subject.is_some_and(|subject| !tokens.contains(&subject)) {
            continue;
        }
        let outside: Vec<usize> = tokens.clone().filter(|&token| tree.head(token).is_some_and(|head| !tokens.contains(&head))).collect();
        let first = || outside.iter().copied().find(|&token| tree.tag(token).is_noun());
        let Some(speaker) = subject.or_else(first) else { continue };
        if outside.len() == 1 && subject.is_some() {
            continue;
        }
        edit.hang(speaker, verb, Relation::Nsubj);
        for token in outside.into_iter().filter(|&token| token != speaker) {
            edit.hang(token, speaker, if token < speaker { Relation::NmodDesc } else { Relation::Appos });
        }
        // What was between the marks and the speaker goes with him.
        for token in begin..tokens.start {
            edit.hang(token, speaker, Relation::Det);
        }
    }
}

/// "Sales rose 4%, *reports Norvik Research* in its survey": a name right behind a verb of saying that a comma sets off is who says it.
pub(super) fn speakers_taken_for_objects(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    for verb in 2..edit.tree.len().saturating_sub(1) {
        let tree = &*edit.tree;
        let set_off = tree.tag(verb - 1) == PennTag::Comma && matches!(tree.tag(verb), PennTag::VBZ | PennTag::VBD);
        if !set_off || !gazetteers.word_sets.has(LexicalSet::InvertedSaying, tree.lemma(verb)) || !tree.tag(verb + 1).is_proper() {
            continue;
        }
        let bare = !tree.children(verb).any(|child| {
            tree.relation(child).is_subject() || matches!(tree.relation(child), Relation::Ccomp | Relation::Xcomp | Relation::Aux)
        });
        let speaker = tree.child_with(verb, Relation::Obj).filter(|&object| tree.tag(object).is_proper() && object <= verb + 4);
        let Some(speaker) = speaker.filter(|_| bare && tree.relation(verb) == Relation::Conj) else { continue };
        edit.tree.relations[speaker] = Relation::Nsubj;
        edit.tree.relations[verb] = Relation::Parataxis;
        edit.changed = true;
    }
}

/// "…, *the Wall Street Journal reported*.": a verb of saying with its own subject at the end of the sentence stands beside it.
pub(super) fn speakers_at_the_end(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let count = edit.tree.len();
    for verb in 1..count {
        let relation = edit.tree.relation(verb);
        let wrong = matches!(
            relation,
            Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Conj | Relation::Appos | Relation::Dep | Relation::Ccomp
        );
        if !wrong || !edit.tree.tag(verb).is_finite() {
            continue;
        }
        let says = gazetteers.predicates.get(Part::Verb, edit.tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech);
        let Some(subject) = edit.tree.child_with(verb, Relation::Nsubj).filter(|_| says) else { continue };
        if matches!(edit.tree.tag(subject), PennTag::WDT | PennTag::WP) {
            continue;
        }
        let start = edit.tree.subtree_range(verb).start;
        let end = edit.tree.subtree_range(verb).end;
        let closes = (end..count).all(|token| edit.tree.relation(token) == Relation::Punct);
        let comma = start > 0
            && (matches!(edit.tree.tag(start - 1), PennTag::Comma | PennTag::CloseQuote)
                || matches!(edit.tree.tag(start), PennTag::Comma | PennTag::CloseQuote));
        let content = edit
            .tree
            .children(verb)
            .any(|child| matches!(edit.tree.relation(child), Relation::Ccomp | Relation::Obj | Relation::Mark | Relation::Xcomp));
        if closes && comma && !content && subject < verb {
            let Some(mut top) = edit.tree.head(verb) else { continue };
            while let Some(head) = edit.tree.head(top) {
                if head == verb {
                    break;
                }
                top = head;
            }
            edit.hang(verb, top, Relation::Parataxis);
        }
    }
}

fn says(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech)
}
