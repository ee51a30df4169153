//! Mends what the parser gets wrong in the same way again and again, where the words leave no doubt.
//!
//! Each repair is one named rule with the words it is for. They run before clauses are looked for.

use super::clause::{has_to, is_noun, is_verb};
use super::scene::is_quantity;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::predicates::{Frame, Part};
use crate::syntax::{PennTag, ROOT, Relation, Sentence as Tree};
use crate::tag::mention::{Mention, MentionKind};

/// Mends a tree in place; `mentions` are those of its sentence.
pub(crate) fn repair(tree: &mut Tree, mentions: &[Mention], gazetteers: &Gazetteers) {
    if tree.len() < 3 || !tree.has_tree() {
        return;
    }
    let mut edit = Edit { tree, changed: false };
    bounds_are_no_prepositions(&mut edit, mentions);
    amounts_before_nouns(&mut edit);
    hidden_perfects(&mut edit);
    verbs_taken_for_plurals(&mut edit, mentions);
    auxiliaries_taken_for_verbs(&mut edit);
    names_taken_for_verbs(&mut edit, mentions);
    finite_verbs_below_their_subject(&mut edit);
    lists_broken_before_a_verb(&mut edit);
    partners_with_a_purpose(&mut edit);
    verbs_after_a_nominal(&mut edit);
    relatives_taken_for_appositions(&mut edit);
    subjects_of_auxiliaries(&mut edit);
    dates_are_no_objects(&mut edit, mentions);
    relatives_taken_for_conjuncts(&mut edit);
    contents_cut_after_their_subject(&mut edit, gazetteers);
    contents_taken_for_adverbials(&mut edit, gazetteers);
    speakers_after_the_verb(&mut edit, mentions, gazetteers);
    bare_speakers_at_the_end(&mut edit, gazetteers);
    speakers_at_the_end(&mut edit, gazetteers);
    if edit.changed {
        edit.tree.index_children();
    }
}

struct Edit<'t> {
    tree: &'t mut Tree,
    changed: bool,
}

impl Edit<'_> {
    /// Hangs a token elsewhere, unless that would make a circle.
    fn hang(&mut self, token: usize, head: usize, relation: Relation) {
        let mut at = head;
        loop {
            if at == token {
                return;
            }
            match self.tree.head(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        self.tree.heads[token] = head as u32;
        self.tree.relations[token] = relation;
        self.changed = true;
        self.tree.index_children();
    }

    /// Puts `lower`, a dependent of `upper`, into the place of `upper`.
    fn swap(&mut self, upper: usize, lower: usize, relation: Relation) {
        if self.tree.head(lower) != Some(upper) {
            return;
        }
        self.tree.heads[lower] = self.tree.heads[upper];
        self.tree.relations[lower] = self.tree.relations[upper];
        self.tree.heads[upper] = lower as u32;
        self.tree.relations[upper] = relation;
        self.changed = true;
        self.tree.index_children();
    }
}

/// "accept *up to* 50 deportees", "deported *over* 100 migrants": the words belong to the number; the noun is the object.
fn bounds_are_no_prepositions(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| is_quantity(mention)) {
        let tokens = edit.tree.tokens_in(mention.span);
        for token in tokens.clone() {
            let relation = edit.tree.relation(token);
            let Some(head) = edit.tree.head(token) else { continue };
            if relation == Relation::Case && tokens.contains(&head) && token < head && edit.tree.lemma(token) != "of" {
                edit.tree.relations[token] = Relation::Advmod;
                edit.changed = true;
                let other_case = edit.tree.children(head).any(|child| edit.tree.relation(child) == Relation::Case && child < head);
                let Some(verb) = edit.tree.head(head).filter(|&verb| is_verb(edit.tree.tag(verb)) && verb < head) else { continue };
                if !other_case && edit.tree.relation(head) == Relation::Obl && edit.tree.child_with(verb, Relation::Obj).is_none() {
                    edit.tree.relations[head] = Relation::Obj;
                }
            } else if relation == Relation::CompoundPrt && !tokens.contains(&head) {
                // "up" of "accept up to 50" is no particle of the verb.
                let last = tokens.end - 1;
                if token < last {
                    edit.hang(token, last, Relation::Advmod);
                }
            }
        }
    }
}

/// "Trump's *$6 million* deal": the amount modifies the noun after it.
fn amounts_before_nouns(edit: &mut Edit<'_>) {
    for dollar in 0..edit.tree.len() {
        if edit.tree.tag(dollar) != PennTag::Dollar {
            continue;
        }
        let noun = edit.tree.children(dollar).find(|&child| {
            child > dollar
                && is_noun(edit.tree.tag(child))
                && matches!(
                    edit.tree.relation(child),
                    Relation::Appos
                        | Relation::Nmod
                        | Relation::Dep
                        | Relation::Flat
                        | Relation::Compound
                        | Relation::Parataxis
                        | Relation::List
                )
                && !edit
                    .tree
                    .children(child)
                    .any(|below| matches!(edit.tree.relation(below), Relation::Case | Relation::Det | Relation::Punct))
                && (dollar + 1..child).all(|between| matches!(edit.tree.tag(between), PennTag::CD | PennTag::JJ | PennTag::NN))
        });
        let Some(noun) = noun else { continue };
        let moved: Vec<usize> = edit
            .tree
            .children(dollar)
            .filter(|&child| {
                matches!(edit.tree.relation(child), Relation::Case | Relation::Det | Relation::NmodPoss | Relation::Amod) && child < dollar
            })
            .chain(edit.tree.children(dollar).filter(|&child| child > noun))
            .collect();
        edit.swap(dollar, noun, Relation::Compound);
        for child in moved {
            let relation = edit.tree.relation(child);
            edit.hang(child, noun, relation);
        }
    }
}

/// "the government *has raised* concerns": a participle with an auxiliary and a subject is the verb; the noun is its object.
fn hidden_perfects(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        if !matches!(edit.tree.tag(verb), PennTag::VBN | PennTag::VBD)
            || !matches!(edit.tree.relation(verb), Relation::Amod | Relation::Compound)
        {
            continue;
        }
        let Some(noun) = edit.tree.head(verb).filter(|&noun| noun > verb) else { continue };
        let finite = edit.tree.children(verb).any(|child| edit.tree.relation(child) == Relation::Aux)
            && edit.tree.children(verb).any(|child| edit.tree.relation(child) == Relation::Nsubj);
        if finite {
            edit.swap(noun, verb, Relation::Obj);
        }
    }
}

/// "countries like Mexico, Guatemala *and Panama have formalized* …": the last of the list alone was taken for the subject.
fn lists_broken_before_a_verb(edit: &mut Edit<'_>) {
    for last in 0..edit.tree.len() {
        if edit.tree.relation(last) != Relation::Nsubj || !is_noun(edit.tree.tag(last)) {
            continue;
        }
        let Some(verb) = edit.tree.head(last) else { continue };
        let first_of_last = edit.tree.subtree_range(last).start;
        let Some(and) = first_of_last.checked_sub(1).filter(|&and| edit.tree.tag(and) == PennTag::CC && edit.tree.head(and) == Some(verb))
        else {
            continue;
        };
        let before = edit.tree.children(verb).rfind(|&child| child < and && is_noun(edit.tree.tag(child)));
        let Some(list) = before.filter(|&list| {
            matches!(edit.tree.relation(list), Relation::Advcl | Relation::Dep | Relation::Obl | Relation::Dislocated | Relation::Parataxis)
        }) else {
            continue;
        };
        // The list's own end must touch the conjunction.
        let end = edit.tree.subtree_range(list).end;
        if end + 1 < and {
            continue;
        }
        let mut member = list;
        for token in edit.tree.subtree_range(list).rev() {
            if edit.tree.relation(token) == Relation::Conj {
                member = edit.tree.head(token).unwrap_or(list);
                break;
            }
        }
        edit.hang(last, member, Relation::Conj);
        edit.hang(and, last, Relation::Cc);
        edit.tree.relations[list] = Relation::Nsubj;
        let marks: Vec<usize> = edit.tree.children(list).filter(|&child| edit.tree.relation(child) == Relation::Mark).collect();
        for mark in marks {
            edit.hang(mark, verb, Relation::Mark);
        }
        edit.changed = true;
    }
}

/// "a deal *with President Bukele to accept* deportees": whom the deal is with is no subject under "with".
fn partners_with_a_purpose(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        if edit.tree.tag(verb) != PennTag::VB || !has_to(edit.tree, verb) {
            continue;
        }
        let Some(head) = edit.tree.head(verb) else { continue };
        let partner = edit.tree.children(verb).find(|&child| edit.tree.relation(child) == Relation::Nsubj);
        let case = edit.tree.children(verb).find(|&child| {
            edit.tree.relation(child) == Relation::Mark
                && edit.tree.tag(child) == PennTag::IN
                && matches!(edit.tree.lemma(child), "with" | "from" | "between" | "by")
        });
        let (Some(partner), Some(case)) = (partner, case) else { continue };
        let relation = if is_noun(edit.tree.tag(head)) { Relation::Nmod } else { Relation::Obl };
        edit.hang(partner, head, relation);
        edit.hang(case, partner, Relation::Case);
        if is_noun(edit.tree.tag(head)) {
            edit.tree.relations[verb] = Relation::Acl;
        }
        edit.changed = true;
    }
}

/// "Countries in talks with the US *include* Libya": the finite verb after a nominal without a copula is the main verb.
fn verbs_after_a_nominal(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        let finite = |token: usize| matches!(edit.tree.tag(token), PennTag::VBP | PennTag::VBZ | PennTag::VBD);
        let is_finite = finite(verb) || edit.tree.child_with(verb, Relation::Cop).is_some_and(finite);
        if !is_finite || edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject()) {
            continue;
        }
        // The nominal may have been hung under the verb with the subject: "*Countries in talks* with the US include …".
        let below = edit.tree.children(verb).find(|&child| {
            child < verb
                && matches!(edit.tree.relation(child), Relation::Obl | Relation::Advcl)
                && is_noun(edit.tree.tag(child))
                && edit.tree.child_with(child, Relation::Cop).is_none()
                && edit.tree.child_with(child, Relation::Nsubj).is_some_and(|subject| subject < child)
        });
        if let Some(nominal) = below {
            if let Some(subject) = edit.tree.child_with(nominal, Relation::Nsubj) {
                edit.hang(subject, verb, Relation::Nsubj);
                edit.hang(nominal, subject, Relation::Nmod);
            }
            continue;
        }
        if edit.tree.relation(verb) != Relation::Parataxis {
            continue;
        }
        let Some(nominal) = edit.tree.head(verb).filter(|&nominal| nominal < verb && is_noun(edit.tree.tag(nominal))) else { continue };
        let comma = edit.tree.children(verb).any(|child| edit.tree.relation(child) == Relation::Punct && child < verb);
        // "Jeff Rathke, *the spokesperson, said*": an apposition between two commas parts the subject from its verb.
        let apposed = edit.tree.children(nominal).any(|child| {
            matches!(edit.tree.relation(child), Relation::Appos | Relation::List | Relation::NmodUnmarked)
                && child > nominal
                && child < verb
        });
        if comma && !apposed {
            continue;
        }
        let copula = edit.tree.child_with(nominal, Relation::Cop).is_some();
        let subject = edit.tree.child_with(nominal, Relation::Nsubj);
        if copula {
            continue;
        }
        edit.tree.heads[verb] = edit.tree.heads[nominal];
        edit.tree.relations[verb] = edit.tree.relations[nominal];
        edit.tree.heads[nominal] = ROOT;
        if let Some(subject) = subject {
            edit.tree.heads[subject] = verb as u32;
            edit.tree.heads[nominal] = subject as u32;
            edit.tree.relations[nominal] = Relation::Nmod;
        } else {
            edit.tree.heads[nominal] = verb as u32;
            edit.tree.relations[nominal] = Relation::Nsubj;
        }
        edit.changed = true;
        edit.tree.index_children();
    }
}

/// "the plan, *which has been in motion* since 2022": a phrase with a relative pronoun is a clause.
fn relatives_taken_for_appositions(edit: &mut Edit<'_>) {
    for token in 0..edit.tree.len() {
        if edit.tree.relation(token) == Relation::Appos
            && edit
                .tree
                .children(token)
                .any(|child| edit.tree.relation(child).is_subject() && matches!(edit.tree.tag(child), PennTag::WDT | PennTag::WP))
        {
            edit.tree.relations[token] = Relation::AclRelcl;
            edit.changed = true;
        }
    }
}

/// "…, *the Wall Street Journal reported*.": a verb of saying with its own subject at the end of the sentence stands beside it.
fn speakers_at_the_end(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let count = edit.tree.len();
    for verb in 1..count {
        let relation = edit.tree.relation(verb);
        let wrong = matches!(
            relation,
            Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Conj | Relation::Appos | Relation::Dep | Relation::Ccomp
        );
        if !wrong || !matches!(edit.tree.tag(verb), PennTag::VBD | PennTag::VBZ | PennTag::VBP) {
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

/// "*it has* thus far declined": what hangs on an auxiliary hangs on its verb.
fn subjects_of_auxiliaries(edit: &mut Edit<'_>) {
    for auxiliary in 0..edit.tree.len() {
        if !matches!(edit.tree.relation(auxiliary), Relation::Aux | Relation::AuxPass) {
            continue;
        }
        let Some(verb) = edit.tree.head(auxiliary) else { continue };
        let children: Vec<usize> = edit.tree.children(auxiliary).collect();
        for child in children {
            let relation = edit.tree.relation(child);
            edit.hang(child, verb, relation);
        }
    }
}

/// "admitted *Monday* that …", "received a directive *this spring* to …": a date is no object, and nothing hangs on it.
fn dates_are_no_objects(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Date(_))) {
        for token in edit.tree.tokens_in(mention.span) {
            if !matches!(edit.tree.relation(token), Relation::Obj | Relation::Iobj) {
                continue;
            }
            let Some(verb) = edit.tree.head(token).filter(|&verb| verb < token) else { continue };
            let verbal = is_verb(edit.tree.tag(verb));
            edit.tree.relations[token] = if verbal { Relation::OblUnmarked } else { Relation::NmodUnmarked };
            edit.changed = true;
            let host = if verbal {
                edit.tree
                    .children(verb)
                    .find(|&child| child < token && matches!(edit.tree.relation(child), Relation::Obj) && is_noun(edit.tree.tag(child)))
            } else {
                Some(verb)
            };
            let clauses: Vec<usize> = edit.tree.children(token).filter(|&child| edit.tree.relation(child).is_clausal()).collect();
            for clause in clauses {
                match host {
                    Some(host) => edit.hang(clause, host, Relation::Acl),
                    None => edit.hang(clause, verb, Relation::Advcl),
                }
            }
        }
    }
}

/// "deported them to Panama, *which then detained* them": a relative pronoun after a comma takes up the noun before the comma.
fn relatives_taken_for_conjuncts(edit: &mut Edit<'_>) {
    for verb in 0..edit.tree.len() {
        if !matches!(edit.tree.relation(verb), Relation::Conj | Relation::Advcl | Relation::Parataxis) {
            continue;
        }
        let pronoun =
            edit.tree.children(verb).find(|&child| edit.tree.relation(child).is_subject() && edit.tree.tag(child) == PennTag::WDT);
        let Some(pronoun) = pronoun.filter(|&pronoun| pronoun >= 2 && edit.tree.tag(pronoun - 1) == PennTag::Comma) else { continue };
        let noun = pronoun - 2;
        if is_noun(edit.tree.tag(noun)) {
            // The last word of a flat name stands for its first.
            let host = if edit.tree.relation(noun) == Relation::Flat { edit.tree.head(noun).unwrap_or(noun) } else { noun };
            edit.hang(verb, host, Relation::AclRelcl);
        }
    }
}

/// "Estimates suggest *8000 migrants may be* at sea": the noun after a verb of saying is the subject of the clause that goes on.
fn contents_cut_after_their_subject(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
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
                        && matches!(edit.tree.tag(below), PennTag::MD | PennTag::VBP | PennTag::VBZ | PennTag::VBD)
                })
        });
        // "said John Kerry, the secretary, *contacted* the minister": a participle with an object of its own is a past tense.
        let past = edit.tree.children(noun).find(|&child| {
            child >= end.saturating_sub(edit.tree.subtree_range(child).len())
                && edit.tree.relation(child) == Relation::Acl
                && matches!(edit.tree.tag(child), PennTag::VBN | PennTag::VBD)
                && edit.tree.child_with(child, Relation::Obj).is_some()
                && child > 0
                && edit.tree.tag(child - 1) == PennTag::Comma
        });
        // "stated *Montalvo left* the group"
        let bare = edit.tree.children(verb).find(|&child| {
            child == end
                && edit.tree.relation(child) == Relation::Xcomp
                && matches!(edit.tree.tag(child), PennTag::VBD | PennTag::VBZ | PennTag::VBP)
                && !edit.tree.children(child).any(|below| edit.tree.relation(below).is_subject())
        });
        if let Some(predicate) = predicate.or(past).or(bare) {
            edit.hang(predicate, verb, Relation::Ccomp);
            edit.hang(noun, predicate, Relation::Nsubj);
        }
    }
}

/// "admitted Monday *that it had deported* one man": a clause with "that" under a verb of saying is its content.
fn contents_taken_for_adverbials(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
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

/// "“…,” *said Prime Minister Anna Berg*": somebody named right after a verb of saying that has no subject is its subject.
fn speakers_after_the_verb(edit: &mut Edit<'_>, mentions: &[Mention], gazetteers: &Gazetteers) {
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

/// "…, *researchers say*.": a verb of saying at the end with nothing but a noun phrase between it and the last comma.
fn bare_speakers_at_the_end(edit: &mut Edit<'_>, gazetteers: &Gazetteers) {
    let Some(verb) = (0..edit.tree.len()).rev().find(|&token| edit.tree.relation(token) != Relation::Punct) else { return };
    if !matches!(edit.tree.tag(verb), PennTag::VBP | PennTag::VBD | PennTag::VBZ) || !says(edit.tree, gazetteers, verb) {
        return;
    }
    if edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject()) {
        return;
    }
    let Some(comma) = (0..verb).rev().find(|&token| matches!(edit.tree.tag(token), PennTag::Comma | PennTag::CloseQuote)) else { return };
    let phrase = comma + 1..verb;
    let nominal = |token: usize| {
        is_noun(edit.tree.tag(token))
            || matches!(
                edit.tree.tag(token),
                PennTag::DT | PennTag::JJ | PennTag::PRP | PennTag::POS | PennTag::CD | PennTag::HYPH | PennTag::PRPS
            )
    };
    if phrase.is_empty() || phrase.len() > 7 || comma < 3 || !phrase.clone().all(nominal) {
        return;
    }
    let subject = verb - 1;
    if !is_noun(edit.tree.tag(subject)) && edit.tree.tag(subject) != PennTag::PRP {
        return;
    }
    let Some(root) = edit.tree.root().filter(|&root| root < comma) else { return };
    edit.hang(verb, root, Relation::Parataxis);
    for token in phrase {
        let inside = edit.tree.head(token).is_some_and(|head| head > comma && head < verb);
        if !inside && token != subject {
            edit.hang(token, subject, Relation::Compound);
        }
    }
    edit.hang(subject, verb, Relation::Nsubj);
}

/// "*Ghana plans* to accept refugees": a plural with an infinitive right after a name is the name's verb.
fn verbs_taken_for_plurals(edit: &mut Edit<'_>, mentions: &[Mention]) {
    for noun in 1..edit.tree.len() {
        if edit.tree.tag(noun) != PennTag::NNS
            || !matches!(edit.tree.lemma(noun), "plan" | "aim" | "hope" | "pledge" | "vow" | "promise" | "threat")
        {
            continue;
        }
        // Or the infinitive was taken for the verb, the plural for its subject.
        let above =
            edit.tree.head(noun).filter(|&verb| edit.tree.relation(noun) == Relation::Nsubj && verb == noun + 2 && has_to(edit.tree, verb));
        let infinitive = edit.tree.children(noun).find(|&child| edit.tree.relation(child) == Relation::Acl && has_to(edit.tree, child));
        let infinitive = above.or(infinitive);
        let Some(infinitive) = infinitive.filter(|&infinitive| above.is_some() || edit.tree.subtree_range(infinitive).start == noun + 1)
        else {
            continue;
        };
        let name = edit.tree.children(noun).find(|&child| {
            let named = mentions.iter().any(|mention| {
                matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_) | MentionKind::Organization(_))
                    && mention.span.end == edit.tree.token_span(noun - 1).end
                    && edit.tree.tokens_in(mention.span).contains(&child)
            });
            child < noun && named && edit.tree.relation(child) == Relation::Compound && edit.tree.tag(child) != PennTag::JJ
        });
        let Some(name) = name else { continue };
        if above.is_some() {
            edit.swap(infinitive, noun, Relation::Xcomp);
        }
        edit.tree.tags[noun] = PennTag::VBZ;
        edit.tree.relations[name] = Relation::Nsubj;
        edit.tree.relations[infinitive] = Relation::Xcomp;
        edit.changed = true;
    }
}

/// "the US and the UN *have both criticised*": a form of "have" or "be" with a participle beside it and no "and" is its auxiliary.
fn auxiliaries_taken_for_verbs(edit: &mut Edit<'_>) {
    for auxiliary in 0..edit.tree.len() {
        if !matches!(edit.tree.lemma(auxiliary), "have" | "be") || !is_verb(edit.tree.tag(auxiliary)) {
            continue;
        }
        let verb = edit.tree.children(auxiliary).find(|&child| {
            child > auxiliary
                && child <= auxiliary + 3
                && edit.tree.tag(child) == PennTag::VBN
                && matches!(edit.tree.relation(child), Relation::Conj | Relation::Xcomp | Relation::Dep)
                && !edit.tree.children(child).any(|below| edit.tree.relation(below) == Relation::Cc)
        });
        let Some(verb) = verb else { continue };
        let moved: Vec<usize> = edit.tree.children(auxiliary).filter(|&child| child != verb).collect();
        let passive = edit.tree.lemma(auxiliary) == "be";
        edit.swap(auxiliary, verb, if passive { Relation::AuxPass } else { Relation::Aux });
        for child in moved {
            let relation = edit.tree.relation(child);
            edit.hang(child, verb, if passive && relation == Relation::Nsubj { Relation::NsubjPass } else { relation });
        }
    }
}

/// "*Trump emphasized*, …": a name at the root with the verb right after it is the verb's subject.
fn names_taken_for_verbs(edit: &mut Edit<'_>, mentions: &[Mention]) {
    let Some(root) = edit.tree.root() else { return };
    let named = mentions.iter().find(|mention| {
        matches!(mention.kind, MentionKind::Official(_) | MentionKind::Country(_) | MentionKind::Organization(_))
            && edit.tree.tokens_in(mention.span).contains(&root)
    });
    let Some(named) = named else { return };
    let verb = edit.tree.tokens_in(named.span).end;
    let follows = verb < edit.tree.len()
        && edit.tree.head(verb) == Some(root)
        && matches!(edit.tree.tag(verb), PennTag::VBD | PennTag::VBN | PennTag::VBZ)
        && matches!(edit.tree.relation(verb), Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Dep | Relation::Parataxis)
        && !edit.tree.children(verb).any(|child| edit.tree.relation(child).is_subject() || edit.tree.relation(child) == Relation::AuxPass);
    if !follows || edit.tree.children(root).any(|child| edit.tree.relation(child).is_subject()) {
        return;
    }
    let moved: Vec<usize> = edit.tree.children(root).filter(|&child| child > verb).collect();
    edit.swap(root, verb, Relation::Nsubj);
    for child in moved {
        let relation = edit.tree.relation(child);
        edit.hang(child, verb, relation);
    }
}

/// "A system backed by the Red Cross *was rejected*", "No governments involved *have made* statements": a finite verb without a
/// subject below a nominal, or below a bare participle, is the main verb, and the nominal its subject.
fn finite_verbs_below_their_subject(edit: &mut Edit<'_>) {
    let Some(root) = edit.tree.root() else { return };
    let tree = &*edit.tree;
    let bare =
        |token: usize| !tree.children(token).any(|child| matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop));
    let nominal = is_noun(tree.tag(root))
        && !tree.children(root).any(|child| tree.relation(child).is_subject() || tree.relation(child) == Relation::Cop);
    let participle = tree.tag(root) == PennTag::VBN && bare(root);
    if !nominal && !participle {
        return;
    }
    let subject = if nominal {
        Some(root)
    } else {
        tree.children(root).find(|&child| tree.relation(child).universal() == Relation::Nsubj && child < root)
    };
    let Some(subject) = subject else { return };
    let verb = (root + 1..tree.len()).find(|&verb| {
        let finite = tree.children(verb).find(|&child| {
            matches!(tree.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
                && matches!(tree.tag(child), PennTag::VBD | PennTag::VBZ | PennTag::VBP | PennTag::MD)
        });
        let relation = tree.relation(verb);
        finite.is_some()
            && matches!(
                relation,
                Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Parataxis | Relation::Ccomp | Relation::Dep
            )
            && !tree.children(verb).any(|child| {
                child < verb
                    && (tree.relation(child).is_subject()
                        || matches!(tree.relation(child), Relation::Mark | Relation::Expl)
                        || matches!(tree.tag(child), PennTag::WDT | PennTag::WP | PennTag::WRB | PennTag::Comma))
            })
            && finite.is_some_and(|auxiliary| {
                auxiliary > 0 && !matches!(tree.tag(auxiliary - 1), PennTag::WDT | PennTag::WP | PennTag::Comma | PennTag::OpenQuote)
            })
    });
    let Some(verb) = verb else { return };
    let passive = tree.child_with(verb, Relation::AuxPass).is_some();
    let end: Vec<usize> = tree.children(root).filter(|&child| child > verb && tree.relation(child) == Relation::Punct).collect();
    edit.tree.heads[verb] = ROOT;
    edit.tree.relations[verb] = Relation::Root;
    if participle {
        edit.tree.heads[root] = subject as u32;
        edit.tree.relations[root] = Relation::Acl;
    }
    edit.tree.heads[subject] = verb as u32;
    edit.tree.relations[subject] = if passive { Relation::NsubjPass } else { Relation::Nsubj };
    for mark in end {
        edit.tree.heads[mark] = verb as u32;
    }
    edit.changed = true;
    edit.tree.index_children();
}

fn says(tree: &Tree, gazetteers: &Gazetteers, verb: usize) -> bool {
    gazetteers.predicates.get(Part::Verb, tree.lemma(verb)).is_some_and(|row| row.frame == Frame::Speech)
}
