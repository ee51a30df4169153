//! Mends what the parser gets wrong in the same way again and again, where the words leave no doubt.
//!
//! Each repair is one named rule with the words it is for. They run before clauses are looked for. What a rule cannot do without is
//! asked first, of the sentence as a whole.

mod antecedents;
mod conjuncts;
mod hidden;
mod lost_subjects;
mod members;
mod nouns;
mod participles;
mod quantities;
mod roots;
mod second_tree;
mod shots;
mod speech;
mod subjects;
mod verbs;

pub(crate) use self::antecedents::{is_harmful_event, may_do_harm};
pub(crate) use self::second_tree::second_tree;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::dates::DateSense;
use crate::gazetteer::noun_classes::NounKind;
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::Mention;

/// Whether a noun only says when: "*Monday*", "two *weeks*".
fn is_time(tree: &Tree, gazetteers: &Gazetteers, noun: usize) -> bool {
    let lemma = tree.lemma(noun);
    match tree.tag(noun) {
        PennTag::NNP => gazetteers.dates.senses(lemma).any(|sense| matches!(sense, DateSense::Weekday(_) | DateSense::Month(_))),
        PennTag::NN | PennTag::NNS => gazetteers.noun_classes.kind(lemma) == Some(NounKind::Time),
        _ => false,
    }
}

/// Mends a tree in place; `mentions` are those of its sentence.
pub(crate) fn repair(tree: &mut Tree, mentions: &[Mention], gazetteers: &Gazetteers) {
    use Relation::{
        Acl, AclRelcl, Advcl, AdvclRelcl, Amod, Appos, Aux, AuxPass, Case, Cc, Ccomp, Compound, Conj, Cop, Csubj, CsubjPass, Dep, Det,
        Expl, Flat, Mark, Nmod, NmodDesc, NmodUnmarked, Nsubj, Obj, Obl, Parataxis, Xcomp,
    };
    if tree.len() < 3 || !tree.has_tree() {
        return;
    }
    let mut edit = Edit::new(tree);
    if edit.has_all(&[Det]) && edit.has_tag(&[PennTag::JJ]) {
        nouns::nouns_taken_for_adjectives(&mut edit, gazetteers);
    }
    if edit.has_all(&[Xcomp, Case]) && edit.has_lemma("with") {
        nouns::phrases_taken_for_complements(&mut edit);
    }
    if edit.has_all(&[NmodDesc]) && edit.has_any(&[Case, Cc]) {
        nouns::prepositions_hung_on_a_title(&mut edit);
    }
    if edit.has_all(&[Cc, Flat]) {
        nouns::names_joined_by_and(&mut edit);
    }
    if edit.has_all(&[Cc, Conj]) {
        nouns::last_names_taken_for_members(&mut edit);
    }
    if edit.has_all(&[Mark]) && edit.has_any(&[Csubj, Advcl]) && edit.has_lemma("that") {
        subjects::marks_taken_for_subjects(&mut edit, gazetteers);
    }
    quantities::bounds_are_no_prepositions(&mut edit, mentions);
    roots::verbs_taken_for_the_end_of_a_name(&mut edit, gazetteers);
    if edit.has_all(&[Acl]) && edit.has_tag(&[PennTag::TO]) && !edit.has_tag(FINITE) {
        roots::infinitives_of_headlines(&mut edit, gazetteers);
    }
    if edit.has_tag(&[PennTag::VBN]) && edit.has_tag(&[PennTag::CD, PennTag::LS]) {
        roots::numbers_before_a_participle(&mut edit);
    }
    if edit.has_all(&[Acl, Appos]) && edit.has_tag(&[PennTag::VBN]) {
        roots::verbs_behind_an_apposition(&mut edit);
    }
    if edit.has_all(&[Case, Cop]) && edit.has_any(&[Nmod, Obl]) {
        roots::places_before_their_subject(&mut edit);
    }
    quantities::counted_nouns_cut_in_two(&mut edit, mentions);
    if edit.has_all(&[Xcomp]) && edit.has_tag(&[PennTag::NNP, PennTag::NNPS]) {
        nouns::names_taken_for_complements(&mut edit, gazetteers);
    }
    if edit.has_all(&[Case]) && edit.has_any(&[Nmod, Obl]) {
        nouns::nouns_hung_on_their_preposition(&mut edit);
    }
    if edit.has_all(&[Nmod, Case]) && edit.has_tag(&[PennTag::NNP, PennTag::NNPS]) {
        nouns::names_hung_on_a_time(&mut edit, gazetteers);
    }
    if edit.has_tag(&[PennTag::OpenBracket]) && edit.has_lemma("leave") {
        participles::sides_of_a_picture(&mut edit);
    }
    if edit.has_all(&[Relation::OblAgent]) {
        nouns::phrases_of_the_agent(&mut edit);
    }
    if edit.has_all(&[Nmod, Obj, Case]) {
        nouns::receivers_hung_on_the_object(&mut edit, gazetteers);
    }
    if edit.has_all(&[Obj, Case]) && edit.has_any(&[Nmod, Obl]) && edit.has_lemma("as") {
        nouns::roles_hung_on_the_object(&mut edit, gazetteers);
    }
    if edit.has_tag(&[PennTag::HYPH]) && edit.has_tag(&[PennTag::VBN]) {
        participles::participles_behind_a_hyphen(&mut edit);
    }
    if edit.has_tag(&[PennTag::HYPH]) && edit.has_any(&[Case, Mark]) {
        participles::particles_behind_a_hyphen(&mut edit);
    }
    if edit.has_tag(&[PennTag::PRPS]) {
        nouns::possessives_taken_for_members(&mut edit);
    }
    if edit.has_all(&[AclRelcl, Nmod]) {
        nouns::relatives_that_agree_with_the_nearer_noun(&mut edit);
        nouns::persons_taken_for_their_place(&mut edit, gazetteers);
    }
    if edit.has_all(&[AclRelcl]) && edit.has_lemma("which") {
        antecedents::things_taken_for_persons(&mut edit, mentions);
    }
    if edit.has_tag(&[PennTag::WRB]) && edit.has_lemma("where") && edit.has_any(&[Advcl, Conj, Parataxis, Ccomp]) {
        antecedents::places_told_by_where(&mut edit);
    }
    if edit.has_all(&[AclRelcl]) && edit.has_tag(&[PennTag::WP, PennTag::WDT]) {
        antecedents::relatives_hung_on_a_verb(&mut edit, gazetteers);
    }
    if edit.has_any(&[AdvclRelcl, Advcl, Conj, Parataxis]) && (edit.has_lemma("that") || edit.has_tag(&[PennTag::WP, PennTag::WDT])) {
        antecedents::relatives_without_a_noun(&mut edit, gazetteers);
    }
    if edit.has_all(&[Advcl, Obj, Nsubj]) {
        antecedents::relatives_without_a_word(&mut edit);
    }
    if edit.has_all(&[AclRelcl, Nmod]) && edit.has_tag(&[PennTag::WDT]) {
        antecedents::relatives_hung_on_a_time(&mut edit, gazetteers);
    }
    if edit.has_all(&[AclRelcl]) && (edit.has_lemma("that") || edit.has_lemma("which")) {
        antecedents::harms_hung_on_no_event(&mut edit, gazetteers);
    }
    if edit.has_all(&[AclRelcl, Nmod]) {
        antecedents::relatives_hung_on_what_is_counted(&mut edit, mentions);
    }
    if edit.has_all(&[AclRelcl]) && edit.has_lemma("who") {
        antecedents::second_relatives(&mut edit);
    }
    if edit.has_all(&[Compound, Obj]) {
        quantities::receivers_taken_for_part_of_the_gift(&mut edit, mentions, gazetteers);
    }
    quantities::receivers_hung_on_the_sum(&mut edit, mentions, gazetteers);
    if edit.has_lemma("shot") {
        shots::shots_taken_for_nouns(&mut edit, gazetteers);
    }
    if edit.has_lemma("whole") {
        subjects::wholes_taken_for_subjects(&mut edit);
    }
    if edit.has_lemma("along") || edit.has_lemma("together") {
        members::companions_taken_for_phrases(&mut edit);
    }
    if edit.has_lemma("hold") {
        nouns::complements_of_hold(&mut edit);
    }
    if edit.has_all(&[Amod, Obj]) && edit.has_lemma("dead") {
        shots::dead_taken_for_a_modifier(&mut edit);
    }
    if edit.has_all(&[Obj, Det]) && edit.has_tag(&[PennTag::VBG]) {
        participles::participles_behind_an_article(&mut edit);
    }
    if edit.has_all(&[Cop]) && edit.has_tag(&[PennTag::VBD, PennTag::VBZ, PennTag::VBP]) {
        participles::predicates_before_their_subject(&mut edit, gazetteers);
    }
    if edit.has_all(&[Acl, Nsubj]) && edit.has_tag(&[PennTag::VBD]) && edit.has_tag(&[PennTag::CC]) {
        hidden::pasts_below_the_first_of_two_subjects(&mut edit);
    }
    if edit.has_all(&[Acl]) && edit.has_tag(&[PennTag::VBN]) {
        hidden::participles_below_the_sentence(&mut edit, gazetteers);
        participles::pasts_taken_for_participles(&mut edit, gazetteers);
    }
    if edit.has_all(&[Nsubj]) && edit.has_any(&[Ccomp, Parataxis, Acl, Advcl, Csubj]) && edit.has_tag(FINITE) {
        hidden::participles_taken_for_the_verb(&mut edit, gazetteers);
    }
    if edit.has_any(&[Conj, Xcomp, Dep]) && edit.has_tag(&[PennTag::VBN]) {
        verbs::auxiliaries_taken_for_verbs(&mut edit);
    }
    if edit.has_any(&[Aux, AuxPass, Cop]) {
        verbs::finite_verbs_below_their_subject(&mut edit);
    }
    if edit.has_all(&[Nsubj]) && edit.has_tag(&[PennTag::CC]) {
        verbs::lists_broken_before_a_verb(&mut edit);
    }
    if edit.has_all(&[Conj]) && edit.has_tag(&[PennTag::Comma]) {
        verbs::lists_broken_into_subjects(&mut edit);
    }
    if edit.has_any(&[Appos, Nmod, NmodUnmarked]) && edit.has_tag(FINITE) {
        verbs::subjects_taken_for_appositions(&mut edit);
    }
    if edit.has_all(&[Appos, Cc]) {
        members::members_taken_for_appositions(&mut edit);
    }
    if edit.has_all(&[Conj]) && edit.has_tag(&[PennTag::CC]) {
        conjuncts::conjuncts_hung_on_the_conjunction(&mut edit);
    }
    if edit.has_all(&[Conj]) && edit.has_tag(&[PennTag::CC]) {
        if edit.has_all(&[Appos]) {
            members::names_hung_on_their_plural(&mut edit);
        }
        members::subjects_taken_for_members(&mut edit);
        members::subjects_hung_on_the_verb_before(&mut edit);
        members::nouns_hung_on_the_verb(&mut edit);
        if edit.has_all(&[Advcl]) {
            members::pasts_hung_on_the_progressive(&mut edit);
        }
    }
    if edit.has_all(&[Conj]) && edit.has_tag(&[PennTag::VB]) && edit.has_tag(&[PennTag::VBD]) {
        verbs::pasts_hung_on_an_infinitive(&mut edit);
    }
    if edit.has_all(&[Conj, Ccomp]) && edit.has_tag(&[PennTag::VBD]) {
        verbs::sayings_hung_on_the_content(&mut edit, gazetteers);
    }
    if edit.has_all(&[Acl, Nmod]) && edit.has_tag(&[PennTag::VBG]) {
        nouns::participles_of_the_nearer_person(&mut edit, gazetteers);
    }
    if edit.has_all(&[Acl]) && edit.has_tag(&[PennTag::VBG]) && edit.has_tag(&[PennTag::VBN]) {
        verbs::deeds_hung_on_a_description(&mut edit, gazetteers);
    }
    if edit.has_all(&[Acl, Case]) && edit.has_tag(&[PennTag::VBG, PennTag::VBN]) && edit.has_lemma("with") {
        nouns::clauses_behind_with(&mut edit);
    }
    if edit.has_all(&[Mark]) && edit.has_lemma("for") {
        verbs::infinitives_behind_for(&mut edit, gazetteers);
    }
    if edit.has_lemma("yet") {
        verbs::infinitives_taken_for_phrases(&mut edit);
    }
    if edit.has_all(&[Obj]) && edit.has_any(&[Advcl, Ccomp]) && edit.has_tag(&[PennTag::VBG, PennTag::VB, PennTag::VBP]) {
        verbs::what_is_seen(&mut edit, gazetteers);
    }
    if edit.has_any(&[Advcl, Xcomp]) && edit.has_all(&[Nmod, Case]) && edit.has_tag(&[PennTag::TO]) {
        nouns::infinitives_of_plans(&mut edit, gazetteers);
    }
    if edit.has_all(&[Obl, Case]) {
        nouns::arguments_of_event_nouns(&mut edit, gazetteers);
    }
    if edit.has_all(&[Obl, Case]) && edit.has_lemma("in") {
        verbs::particles_taken_for_prepositions(&mut edit, gazetteers);
    }
    if edit.has_any(&[Obl, Advcl, Parataxis]) && edit.has_tag(FINITE) {
        verbs::verbs_after_a_nominal(&mut edit);
    }
    quantities::dates_are_no_objects(&mut edit, mentions);
    if edit.has_all(&[Expl]) && edit.has_any(&[Csubj, CsubjPass]) {
        subjects::extraposed_subjects(&mut edit);
    }
    if edit.has_all(&[Nsubj]) {
        if edit.has_all(&[Case]) {
            subjects::marks_hung_on_the_subject(&mut edit, gazetteers);
            subjects::subjects_hung_on_their_phrase(&mut edit);
        }
        subjects::phrases_between_subject_and_verb(&mut edit, gazetteers);
    }
    subjects::second_subjects(&mut edit, gazetteers);
    if edit.has_tag(FINITE) {
        if edit.has_any(&[Amod, Compound]) {
            lost_subjects::subjects_taken_for_modifiers(&mut edit);
        }
        lost_subjects::subjects_lost_before_a_verb(&mut edit, gazetteers);
    }
    if edit.has_all(&[Conj]) && edit.has_tag(&[PennTag::VBD]) {
        lost_subjects::pasts_hung_on_a_noun(&mut edit, gazetteers);
    }
    if edit.has_all(&[Mark, Ccomp]) && edit.has_lemma("as") {
        speech::times_taken_for_content(&mut edit);
    }
    if edit.has_all(&[Nsubj]) && edit.has_any(&[Ccomp, Obj]) {
        speech::nouns_with_a_subject(&mut edit, gazetteers);
    }
    if edit.has_tag(&[PennTag::VBG]) {
        speech::particles_hung_on_the_gerund(&mut edit, gazetteers);
    }
    if edit.has_all(&[Obj]) {
        speech::contents_cut_after_their_subject(&mut edit, gazetteers);
    }
    if edit.has_all(&[Ccomp]) {
        speech::speakers_hung_on_the_content(&mut edit, mentions, gazetteers);
    }
    if edit.has_any(&[AclRelcl, Acl, Advcl, Conj, Appos, Dep, Ccomp]) && edit.has_tag(FINITE) {
        speech::speakers_at_the_end(&mut edit, gazetteers);
    }
    if edit.is_changed() {
        edit.tree.index_children();
    }
}

/// The tags of finite verbs.
const FINITE: &[PennTag] = &[PennTag::VBD, PennTag::VBZ, PennTag::VBP, PennTag::MD];

struct Edit<'t> {
    tree: &'t mut Tree,
    /// Whether anything was changed since the tree was looked over.
    changed: bool,
    /// Whether anything was changed before that.
    changed_before: bool,
    /// The relations and the tags that there are in the tree, a bit each: most repairs need some that most sentences do not have.
    relations: u64,
    tags: u64,
}

impl<'t> Edit<'t> {
    fn new(tree: &'t mut Tree) -> Self {
        let mut edit = Self { tree, changed: false, changed_before: false, relations: 0, tags: 0 };
        edit.look_over();
        edit
    }

    fn look_over(&mut self) {
        self.relations = self.tree.relations.iter().fold(0, |seen, &relation| seen | 1 << relation as u8);
        self.tags = self.tree.tags.iter().fold(0, |seen, &tag| seen | 1 << tag as u8);
    }

    fn is_changed(&self) -> bool {
        self.changed || self.changed_before
    }

    fn keep_up(&mut self) {
        if self.changed {
            self.changed = false;
            self.changed_before = true;
            self.look_over();
        }
    }

    /// Whether the tree has all of these relations.
    fn has_all(&mut self, relations: &[Relation]) -> bool {
        self.keep_up();
        relations.iter().all(|&relation| self.relations & 1 << relation as u8 != 0)
    }

    /// Whether the tree has one of these relations.
    fn has_any(&mut self, relations: &[Relation]) -> bool {
        self.keep_up();
        relations.iter().any(|&relation| self.relations & 1 << relation as u8 != 0)
    }

    /// Whether a token has one of these tags.
    fn has_tag(&mut self, tags: &[PennTag]) -> bool {
        self.keep_up();
        tags.iter().any(|&tag| self.tags & 1 << tag as u8 != 0)
    }

    /// Whether a token may have this lemma.
    fn has_lemma(&self, lemma: &str) -> bool {
        self.tree.may_have_lemma(lemma)
    }

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
