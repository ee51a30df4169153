//! Antecedents: the noun phrase that "he", "she", "it" or "they" takes up where it names nobody: "*Neighbors* said they heard shots".
//!
//! What agrees in number, and with "he" and "she" is a person, is looked for where the syntax puts it: the subjects of the clauses around
//! the pronoun's own and of those before it, their objects, then the subject of the sentence before.

use crate::article::Span;
use crate::claim::clause::{is_noun, is_verb, row_of};
use crate::claim::participant::cast::Cast;
use crate::claim::scene::Scene;
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::Gender;
use crate::gazetteer::predicates::Frame;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::segment::ParagraphKind;
use crate::syntax::{PennTag, Relation, Sentence as Tree};

/// So many sentences that each begin with the same pronoun hand on what the first one takes up, at most.
const LONGEST_CHAIN: usize = 6;

/// A longer sentence says too much to be taken up by one word.
const LONGEST_SENTENCE: usize = 300;

/// A noun of the article: its sentence, and its token there.
pub(crate) type Place = (usize, usize);

/// The noun whose phrase the pronoun takes up.
pub(crate) fn of(scene: &Scene<'_>, cast: &Cast, sentence: usize, tree: &Tree, pronoun: usize) -> Option<Place> {
    if tree.tag(pronoun) != PennTag::PRP || tree.relation(pronoun) == Relation::Expl {
        return None;
    }
    let kind = scene.gazetteers.cues.reference(&tree.word(scene.text, pronoun).to_ascii_lowercase())?;
    if !matches!(kind, ReferenceKind::Man | ReferenceKind::Woman | ReferenceKind::Thing | ReferenceKind::Several)
        || kind == ReferenceKind::Thing && is_empty(scene, tree, pronoun)
    {
        return None;
    }
    Search { scene, cast, kind }.of(sentence, tree, pronoun, LONGEST_CHAIN)
}

/// "*That* is a 12 percent increase": the sentence that "this" or "that" takes up, where it opens the next one as its subject.
pub(crate) fn sentence_of(scene: &Scene<'_>, sentence: usize, tree: &Tree, pronoun: usize) -> Option<Span> {
    if !matches!(tree.lemma(pronoun), "this" | "that") {
        return None;
    }
    let opens = (0..pronoun).all(|before| matches!(tree.tag(before), PennTag::CC | PennTag::RB | PennTag::Comma));
    let verb = tree.head(pronoun).filter(|_| opens && tree.relation(pronoun).is_subject() && tree.tag(pronoun) == PennTag::DT)?;
    let shown = tree.child_with(verb, Relation::Cop).is_some()
        && (tree.tag(verb).is_proper()
            || matches!(scene.gazetteers.noun_classes.kind(tree.lemma(verb)), Some(NounKind::Person | NounKind::Thing | NounKind::Time)));
    let before = sentence.checked_sub(1)?;
    let (here, last) = (&scene.document.sentences[sentence], &scene.document.sentences[before]);
    let told = scene.speaks(before)
        && scene.document.paragraph_kind(before) == ParagraphKind::Body
        && !scene.is_quoted(tree.token_span(pronoun))
        && scene.quotations_over(last.span).next().is_none()
        && last.span.len() <= LONGEST_SENTENCE
        && here.paragraph <= last.paragraph + 1;
    (tree.relation(verb) == Relation::Root && !shown && told).then_some(last.span)
}

struct Search<'s, 'a> {
    scene: &'s Scene<'a>,
    cast: &'s Cast,
    kind: ReferenceKind,
}

impl Search<'_, '_> {
    fn of(&self, sentence: usize, tree: &Tree, pronoun: usize, chain: usize) -> Option<Place> {
        let quoted = self.scene.is_quoted(tree.token_span(pronoun));
        let reflexive =
            self.scene.gazetteers.word_sets.has(FunctionSet::Reflexive, &tree.word(self.scene.text, pronoun).to_ascii_lowercase());
        if reflexive {
            let subject = subject_above(tree, pronoun)?;
            return self.means(sentence, tree, subject, chain);
        }
        let own = subject_above(tree, pronoun).filter(|_| !tree.relation(pronoun).is_subject());
        let acts = self.is_deed(tree, pronoun);
        let here: Vec<usize> =
            before_in_sentence(tree, pronoun).into_iter().filter(|&noun| self.may_be(tree, noun, pronoun, own, quoted)).collect();
        let fits = |&&noun: &&usize| self.is_same_pronoun(tree, noun) || self.fits(sentence, tree, noun);
        let alive = |&&noun: &&usize| self.is_same_pronoun(tree, noun) || self.is_alive(sentence, tree, noun);
        let doer = here.iter().filter(|_| acts).filter(fits).find(alive);
        if let Some(&noun) = doer.or_else(|| here.iter().find(fits)) {
            return self.means(sentence, tree, noun, chain);
        }
        self.before(sentence, tree, pronoun, own, quoted, chain)
    }

    /// Whether a noun of the sentence may be what the pronoun takes up, as far as the syntax goes.
    fn may_be(&self, tree: &Tree, noun: usize, pronoun: usize, own: Option<usize>, quoted: bool) -> bool {
        // "*The man* shot him": who does something to somebody is not him.
        let beside = tree.relation(noun).is_subject() && tree.head(noun) == tree.head(pronoun);
        let named = |own: usize| tree.lemma(own) == tree.lemma(noun) && tree.tag(own) != PennTag::PRP;
        let listed =
            |own: usize| tree.children(noun).any(|child| tree.relation(child) == Relation::Conj && tree.lemma(child) == tree.lemma(own));
        // "*Police* say Lind shot them": whoever only reports.
        let reports = !tree.relation(pronoun).is_subject()
            && tree.relation(noun).is_subject()
            && tree.head(noun).is_some_and(|verb| self.says(tree, verb))
            && self.kind == ReferenceKind::Several
            && self.is_public_body(tree, noun);
        Some(noun) != own && !beside && !reports && !own.is_some_and(|own| named(own) || listed(own)) && self.may_see(tree, noun, quoted)
    }

    fn says(&self, tree: &Tree, verb: usize) -> bool {
        row_of(tree, self.scene.gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech)
    }

    fn is_public_body(&self, tree: &Tree, noun: usize) -> bool {
        let classes = &self.scene.gazetteers.noun_classes;
        let lemma = tree.lemma(noun);
        self.scene.gazetteers.word_sets.has(LexicalSet::PluralBody, lemma)
            || matches!(classes.kind(lemma), Some(NounKind::Government | NounKind::Organization))
            || matches!(classes.class(lemma), Some("official" | "police"))
    }

    /// "*they* found two men", "*they* said": what people or a body of them does.
    fn is_deed(&self, tree: &Tree, pronoun: usize) -> bool {
        tree.relation(pronoun) == Relation::Nsubj
            && tree.head(pronoun).is_some_and(|verb| {
                is_verb(tree.tag(verb))
                    && tree.lemma(verb) != "include"
                    && (tree.child_with(verb, Relation::Obj).is_some() || self.says(tree, verb))
            })
    }

    /// Whether a noun names people or a body of them.
    fn is_alive(&self, sentence: usize, tree: &Tree, noun: usize) -> bool {
        let place = tree.token_span(noun);
        let kind = self.scene.gazetteers.noun_classes.kind(tree.lemma(noun));
        matches!(kind, Some(NounKind::Organization | NounKind::Government | NounKind::Country))
            || tree.tag(noun).is_proper()
            || self.scene.gazetteers.word_sets.has(LexicalSet::PluralBody, tree.lemma(noun))
            || self.scene.organization_at(sentence, place).is_some()
            || self.is_person_noun(tree, noun)
    }

    /// What a noun is, or what a pronoun of the same kind takes up.
    fn means(&self, sentence: usize, tree: &Tree, noun: usize, chain: usize) -> Option<Place> {
        if is_noun(tree.tag(noun)) || tree.tag(noun) == PennTag::CD {
            return self.fits(sentence, tree, noun).then_some((sentence, noun));
        }
        self.is_same_pronoun(tree, noun).then(|| self.of(sentence, tree, noun, chain.checked_sub(1)?)).flatten()
    }

    /// The noun of the sentence before that is most likely told of on: its subject, or that of what is said in it.
    fn before(&self, sentence: usize, tree: &Tree, pronoun: usize, own: Option<usize>, quoted: bool, chain: usize) -> Option<Place> {
        let document = self.scene.document;
        let mut at = sentence.checked_sub(1)?;
        // "*He* returned in 1920" under a heading goes on with whoever was spoken of above it.
        if document.paragraph_kind(at) == ParagraphKind::Heading && matches!(self.kind, ReferenceKind::Man | ReferenceKind::Woman) {
            at = at.checked_sub(1)?;
        }
        if !self.scene.speaks(at) || document.paragraph_kind(at) != ParagraphKind::Body {
            return None;
        }
        let last = &self.scene.analysis(at).tree;
        let root = last.root()?;
        let subject_of = |verb: usize| last.children(verb).find(|&child| last.relation(child).is_subject());
        let says = |tree: &Tree, verb: usize| self.says(tree, verb);
        let speaks = tree.relation(pronoun).is_subject() && tree.head(pronoun).is_some_and(|verb| says(tree, verb));
        let told = last.child_with(root, Relation::Ccomp).filter(|_| says(last, root));
        let reports = last.child_with(root, Relation::Parataxis).filter(|&aside| says(last, aside));
        let mut nouns = Vec::new();
        match (told, reports) {
            (Some(told), _) if !speaks => nouns.extend([told, root].map(subject_of)),
            (_, Some(aside)) if speaks => nouns.extend([aside, root].map(subject_of)),
            (told, _) => nouns.extend([Some(root), told].into_iter().flatten().map(subject_of)),
        }
        let clauses = [told.unwrap_or(root)].into_iter().chain(last.children(root).filter(|&child| last.relation(child) == Relation::Conj));
        for clause in clauses {
            nouns.push(subject_of(clause));
            nouns.push(last.child_with(clause, Relation::Obj));
        }
        let another = own.map(|own| tree.lemma(own));
        let may_be = |&noun: &usize| self.may_see(last, noun, quoted) && another.is_none_or(|another| another != last.lemma(noun));
        let nouns: Vec<usize> = nouns.into_iter().flatten().filter(may_be).collect();
        let fits = |&&noun: &&usize| self.is_same_pronoun(last, noun) || self.fits(at, last, noun);
        let alive = |&&noun: &&usize| self.is_same_pronoun(last, noun) || self.is_alive(at, last, noun);
        let doer = nouns.iter().filter(|_| self.is_deed(tree, pronoun)).filter(fits).find(alive);
        self.means(at, last, *doer.or_else(|| nouns.iter().find(fits))?, chain)
    }

    /// Outside quotation marks nothing is meant that is named inside.
    fn may_see(&self, tree: &Tree, noun: usize, quoted: bool) -> bool {
        let inside = self.scene.is_quoted(tree.token_span(noun));
        // "“*It* was bad,” Lind said": of what somebody speaks of as "it", the writer need not have spoken.
        if quoted { inside || self.kind != ReferenceKind::Thing } else { !inside }
    }

    fn is_same_pronoun(&self, tree: &Tree, token: usize) -> bool {
        tree.tag(token) == PennTag::PRP
            && self.scene.gazetteers.cues.reference(&tree.word(self.scene.text, token).to_ascii_lowercase()) == Some(self.kind)
    }

    /// Whether the noun agrees with the pronoun.
    fn fits(&self, sentence: usize, tree: &Tree, noun: usize) -> bool {
        let tag = tree.tag(noun);
        let place = tree.token_span(noun);
        let lemma = tree.lemma(noun);
        let gazetteers = self.scene.gazetteers;
        let kind = gazetteers.noun_classes.kind(lemma);
        let several = matches!(tag, PennTag::NNS | PennTag::NNPS)
            || tree.children(noun).any(|child| tree.relation(child) == Relation::Conj && is_noun(tree.tag(child)))
            || self.is_number_of_several(tree, noun);
        let body = self.scene.organization_at(sentence, place).is_some()
            || matches!(kind, Some(NounKind::Organization | NounKind::Government))
            || gazetteers.word_sets.has(LexicalSet::Family, lemma);
        let person = kind == Some(NounKind::Person) || self.scene.official_at(sentence, place).is_some();
        if !is_noun(tag) && tag != PennTag::CD || lemma == "none" || kind == Some(NounKind::Time) {
            return false;
        }
        match self.kind {
            ReferenceKind::Several => {
                several
                    || tag == PennTag::CD && lemma != "one"
                    || body && tag != PennTag::CD
                    || gazetteers.word_sets.has(LexicalSet::PluralBody, lemma)
            }
            ReferenceKind::Thing => {
                let counted = tree.child_with(noun, Relation::Nummod).is_some();
                !several
                    && !person
                    && !counted
                    && matches!(tag, PennTag::NN | PennTag::NNP)
                    && !gazetteers.word_sets.has(LexicalSet::PluralBody, lemma)
                    && !self.may_be_person(tree, noun)
            }
            kind => {
                !several && (person && tag == PennTag::NN && self.is_of_gender(lemma, kind) || self.is_unknown_name(sentence, tree, noun))
            }
        }
    }

    /// "*a number of* people", "a spate of accusers", "dozens": several, though the word is singular.
    fn is_number_of_several(&self, tree: &Tree, noun: usize) -> bool {
        let plural = |child: usize| matches!(tree.tag(child), PennTag::NNS | PennTag::NNPS) && self.is_person_noun(tree, child);
        tree.tag(noun) == PennTag::NN
            && self.scene.gazetteers.noun_classes.kind(tree.lemma(noun)).is_none()
            && tree.children(noun).any(|child| {
                child > noun
                    && tree.relation(child) == Relation::Nmod
                    && plural(child)
                    && tree.child_with(child, Relation::Case).is_some_and(|case| tree.lemma(case) == "of")
            })
    }

    fn is_person_noun(&self, tree: &Tree, noun: usize) -> bool {
        let lemma = tree.lemma(noun);
        match self.scene.gazetteers.noun_classes.kind(lemma) {
            Some(kind) => kind == NounKind::Person,
            None => self.scene.gazetteers.word_sets.words(LexicalSet::SpeakerEnding).any(|ending| lemma.ends_with(ending)),
        }
    }

    /// A name that may be somebody's: no body's, country's or thing's.
    fn may_be_person(&self, tree: &Tree, noun: usize) -> bool {
        let names = &self.scene.gazetteers.titles.person_names;
        let place = tree.token_span(noun);
        if self.cast.at(place).is_some() {
            return true;
        }
        let elsewhere = |sentence| self.scene.country_at(sentence, place).is_some();
        if self.scene.document.sentence_at(place.start).is_some_and(elsewhere)
            || self.scene.gazetteers.places.get(&tree.word(self.scene.text, noun).to_lowercase()).is_some()
        {
            return false;
        }
        tree.tag(noun) == PennTag::NNP
            && self.scene.gazetteers.noun_classes.kind(&tree.lemma(noun).to_lowercase()).is_none()
            && tree
                .children(noun)
                .filter(|&child| matches!(tree.relation(child).universal(), Relation::Flat | Relation::Compound))
                .chain([noun])
                .any(|part| names.is_first_name(tree.word(self.scene.text, part)))
    }

    /// "*Watts* has been mayor twice": a name of nothing that a table knows, as a subject.
    fn is_unknown_name(&self, sentence: usize, tree: &Tree, noun: usize) -> bool {
        let place = tree.token_span(noun);
        let gazetteers = self.scene.gazetteers;
        let word = tree.word(self.scene.text, noun);
        tree.tag(noun) == PennTag::NNP
            && tree.relation(noun).is_subject()
            && tree.child_with(noun, Relation::Det).is_none()
            && word.chars().skip(1).all(char::is_lowercase)
            && gazetteers.noun_classes.kind(&word.to_lowercase()).is_none()
            && gazetteers.places.get(&word.to_lowercase()).is_none()
            && self.cast.at(place).is_none()
            && !self.scene.mentions_in(sentence).iter().any(|mention| mention.span.overlaps(place))
    }

    fn is_of_gender(&self, lemma: &str, kind: ReferenceKind) -> bool {
        let gender = if kind == ReferenceKind::Woman { Gender::Woman } else { Gender::Man };
        self.scene.gazetteers.titles.person_names.gender(lemma).is_none_or(|known| known == gender)
    }
}

/// The nouns and pronouns of the pronoun's own sentence, the likeliest first: the subject of each clause around its own, then those
/// of the clauses that stand before it there, then what those act on.
fn before_in_sentence(tree: &Tree, pronoun: usize) -> Vec<usize> {
    let mut subjects = Vec::new();
    let mut objects = Vec::new();
    let mut below = pronoun;
    let mut at = tree.head(pronoun);
    let mut own = true;
    while let Some(clause) = at {
        let subject = tree.children(clause).find(|&child| child < pronoun && child != below && tree.relation(child).is_subject());
        let shares = tree.relation(clause) == Relation::Conj;
        if !own {
            subjects.extend(subject);
        }
        if is_verb(tree.tag(clause)) && !own {
            objects.extend(tree.children(clause).filter(|&child| child < below && tree.relation(child) == Relation::Obj));
        }
        // "When *police* arrived, they …", "*The men* fled, and they …"
        for child in tree.children(clause).rev().filter(|&child| child < below && tree.subtree_range(child).end <= pronoun) {
            if matches!(tree.relation(child), Relation::Advcl | Relation::Conj | Relation::Ccomp | Relation::Parataxis) {
                subjects.extend(tree.children(child).filter(|&below| tree.relation(below).is_subject()));
                objects.extend(tree.children(child).filter(|&below| tree.relation(below) == Relation::Obj));
            }
        }
        // A relative clause tells of its noun.
        if tree.relation(clause) == Relation::AclRelcl
            && let Some(noun) = tree.head(clause).filter(|&noun| noun < pronoun && subject.is_some())
        {
            objects.push(noun);
        }
        own &= !(tree.relation(clause).is_clausal() || shares || tree.relation(clause) == Relation::Parataxis);
        below = clause;
        at = tree.head(clause);
    }
    subjects.extend(objects);
    subjects
}

/// The nearest subject at or above the verb that the pronoun depends on.
fn subject_above(tree: &Tree, pronoun: usize) -> Option<usize> {
    let verb = std::iter::successors(tree.head(pronoun), |&at| tree.head(at))
        .find(|&at| is_verb(tree.tag(at)) || tree.child_with(at, Relation::Cop).is_some())?;
    std::iter::successors(Some(verb), |&at| {
        matches!(tree.relation(at), Relation::Conj | Relation::Xcomp | Relation::Advcl).then(|| tree.head(at)).flatten()
    })
    .find_map(|at| tree.children(at).find(|&child| tree.relation(child).is_subject()))
    .filter(|&subject| subject < pronoun)
}

/// "*it* was clear that …", "*it* is 75 years since …", "*it* was Lind who …", "*it* happened on Monday": stands for nothing that a
/// noun names.
fn is_empty(scene: &Scene<'_>, tree: &Tree, pronoun: usize) -> bool {
    let Some(head) = tree.head(pronoun).filter(|_| tree.relation(pronoun).is_subject()) else { return false };
    let marked = |clause: usize| tree.child_with(clause, Relation::Mark).is_some_and(|mark| matches!(tree.lemma(mark), "to" | "that"));
    let clausal = tree.children(head).any(|child| {
        matches!(tree.relation(child), Relation::Csubj | Relation::CsubjPass | Relation::CsubjOuter | Relation::Ccomp)
            || tree.relation(child) == Relation::Advcl && marked(child)
    });
    let kind = scene.gazetteers.noun_classes.kind(tree.lemma(head));
    let is_one = tree.child_with(head, Relation::Cop).is_some();
    let identified = is_one && (tree.tag(head).is_proper() || matches!(kind, Some(NounKind::Time | NounKind::Event | NounKind::Person)));
    clausal || identified || scene.gazetteers.word_sets.has(LexicalSet::ImpersonalVerb, tree.lemma(head))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::extract;
    use crate::claim::model::{Claim, Participant};
    use crate::gazetteer::Gazetteers;
    use crate::segment::segment;
    use crate::tag::tag;

    fn claims(text: &str) -> Vec<Claim> {
        let article = Article::new("a", "test", text);
        let gazetteers = Gazetteers::embedded();
        let document = segment(&article, gazetteers);
        let mentions = tag(&document, gazetteers);
        extract(&document, &mentions, gazetteers)
    }

    /// What the pronoun takes up, wherever it takes part.
    fn antecedent(text: &str, pronoun: &str) -> Option<String> {
        let claims = claims(text);
        let found = |participant: &&Participant| participant.text == pronoun && participant.antecedent.is_some();
        let participant = claims.iter().find_map(|claim| claim.participants().find(found));
        participant.and_then(|participant| participant.antecedent.as_ref()).map(|antecedent| antecedent.text.clone())
    }

    #[test]
    fn a_pronoun_takes_up_the_phrase_that_the_syntax_leads_to() {
        let table = [
            ("Neighbors said they heard six shots.", "they", Some("Neighbors")),
            ("When police arrived, they found four bottles.", "they", Some("police")),
            ("The company opened a mill in May. It had sold 40 boats.", "It", Some("The company")),
            ("A fourth man was found at the mill. He had lost 30 boats.", "He", Some("A fourth man")),
            ("The singer and two dancers left the hall. They sold 40 boats.", "They", Some("The singer and two dancers")),
            ("The guests fled when four dogs bit them.", "them", Some("The guests")),
            // Who only reports is not who is acted on.
            ("Police said a man bit them in 40 places.", "them", None),
            // Nothing that a noun names.
            ("The ferry sank. It is 75 years since the last one did.", "It", None),
            ("The waitress left the hall. He sold 40 boats.", "He", None),
        ];
        for (text, pronoun, expected) in table {
            assert_eq!(antecedent(text, pronoun).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn this_and_that_take_up_the_sentence_before() {
        let text = "The park counted 40,000 guests. That is a rise of 12 percent.";
        assert_eq!(antecedent(text, "That").as_deref(), Some("The park counted 40,000 guests."));
        assert_eq!(antecedent("The park opened. This is the guard who counted 40 guests.", "This"), None);
    }

    #[test]
    fn who_speaks_as_i_or_we_is_the_speaker() {
        let text = "\"We have found 40 boats,\" the sheriff of the county, Otto Lind, said.";
        let claims = claims(text);
        let found = claims.iter().flat_map(Claim::participants).find(|participant| participant.text == "We").expect("it takes part");
        assert_eq!(found.country, None, "a sheriff speaks for no country");
        assert!(found.antecedent.as_ref().is_some_and(|antecedent| antecedent.text.contains("Otto Lind")), "{found:?}");
    }

    #[test]
    fn nothing_is_claimed_of_nobody() {
        for text in ["You may get $3,000.", "It rose by 2 percent.", "They have 40."] {
            assert!(claims(text).is_empty(), "{text}");
        }
    }
}
