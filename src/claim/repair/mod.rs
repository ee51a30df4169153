//! Mends what the parser gets wrong in the same way again and again, where the words leave no doubt.
//!
//! Each repair is one named rule with the words it is for. They run before clauses are looked for.

mod governed;
mod nouns;
mod predicates;
mod quantities;
mod roots;
mod speech;
mod verbs;

use crate::gazetteer::Gazetteers;
use crate::syntax::{Relation, Sentence as Tree};
use crate::tag::mention::Mention;

/// Mends a tree in place; `mentions` are those of its sentence.
pub(crate) fn repair(tree: &mut Tree, mentions: &[Mention], gazetteers: &Gazetteers) {
    if tree.len() < 3 || !tree.has_tree() {
        return;
    }
    let mut edit = Edit { tree, changed: false };
    quantities::bounds_are_no_prepositions(&mut edit, mentions);
    roots::verbs_taken_for_the_end_of_a_name(&mut edit, gazetteers);
    quantities::counted_nouns_cut_in_two(&mut edit, mentions);
    nouns::compounds_across_a_preposition(&mut edit);
    nouns::ages_taken_for_heads(&mut edit);
    nouns::receivers_hung_on_the_object(&mut edit, gazetteers);
    nouns::persons_taken_for_their_place(&mut edit, gazetteers);
    nouns::events_taken_for_participles(&mut edit, gazetteers);
    quantities::receivers_hung_on_the_sum(&mut edit, mentions);
    verbs::shots_taken_for_nouns(&mut edit);
    verbs::hidden_perfects(&mut edit);
    predicates::verbs_taken_for_participles(&mut edit);
    predicates::passives_before_their_subject(&mut edit, gazetteers);
    verbs::verbs_taken_for_plurals(&mut edit, mentions);
    verbs::verbs_after_no_longer(&mut edit, gazetteers);
    verbs::auxiliaries_taken_for_verbs(&mut edit);
    verbs::finite_verbs_below_their_subject(&mut edit);
    verbs::lists_broken_before_a_verb(&mut edit);
    verbs::lists_broken_into_subjects(&mut edit);
    verbs::subordinators_taken_for_prepositions(&mut edit, gazetteers);
    verbs::subjects_taken_for_appositions(&mut edit);
    verbs::subjects_taken_for_times(&mut edit);
    verbs::infinitives_taken_for_phrases(&mut edit);
    verbs::findings_hung_on_a_name(&mut edit);
    governed::verbs_taken_for_compounds(&mut edit);
    governed::participles_taken_for_relatives(&mut edit);
    verbs::what_is_seen(&mut edit, gazetteers);
    nouns::arguments_of_event_nouns(&mut edit, gazetteers);
    verbs::main_verbs_inside_a_relative(&mut edit);
    verbs::verbs_after_a_nominal(&mut edit);
    verbs::relatives_taken_for_appositions(&mut edit);
    quantities::dates_are_no_objects(&mut edit, mentions);
    verbs::relatives_taken_for_conjuncts(&mut edit);
    speech::verbs_of_saying_taken_for_nouns(&mut edit, mentions, gazetteers);
    speech::nouns_with_a_subject(&mut edit, gazetteers);
    speech::particles_hung_on_the_gerund(&mut edit, gazetteers);
    speech::contents_hung_on_the_hearer(&mut edit, gazetteers);
    speech::contents_cut_after_that(&mut edit, gazetteers);
    speech::contents_cut_after_their_subject(&mut edit, gazetteers);
    speech::contents_taken_for_adverbials(&mut edit, gazetteers);
    speech::speakers_after_the_verb(&mut edit, mentions, gazetteers);
    speech::speakers_taken_for_objects(&mut edit);
    speech::speakers_at_the_end(&mut edit, gazetteers);
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

    /// Hangs tokens on another head, each as what it was.
    fn move_to(&mut self, tokens: Vec<usize>, head: usize) {
        for token in tokens {
            self.hang(token, head, self.tree.relation(token));
        }
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
