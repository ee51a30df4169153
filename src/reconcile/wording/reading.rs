//! A statement read again for comparing: its words with their parts of speech, its tree, and how each clause is put.

use rust_decimal::Decimal;

use crate::article::Span;
use crate::claim::clause::{Argument, ClauseKind, Clauses, is_verb, preposition, row_of};
use crate::claim::modality;
use crate::claim::model::{Modality, Polarity};
use crate::claim::repair;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::dates::DateSense;
use crate::gazetteer::lexical_relations::{LexicalRelations, WordingCue};
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::numbers::{NumberClass, NumberWord};
use crate::gazetteer::predicates::{Frame, Part};
use crate::gazetteer::titles::TitleKind;
use crate::syntax::{Analyser, PennTag, Relation, Sentence as Tree};

/// What a word is for comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a part of one.
    Name,
    /// A common noun.
    Noun,
    /// A verb that says what happens.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb or a particle.
    Adverb,
    /// A number.
    Number,
    /// A word that carries no meaning of its own: an article, a preposition, a form of "be".
    Small,
}

/// A word of a statement.
#[derive(Clone, Debug)]
pub(super) struct Word<'g> {
    pub(super) relations: &'g LexicalRelations,
    pub(super) kind: Kind,
    pub(super) lemma: String,
    /// As written, in lower case.
    pub(super) written: String,
    /// The country that the word names.
    pub(super) country: Option<&'static str>,
    /// The number that it writes.
    pub(super) value: Option<Decimal>,
    /// The groups of synonyms that it stands in.
    pub(super) groups: Vec<u16>,
    /// The class of the predicates, and whether the word negates it; none for words that say little by themselves.
    pub(super) class: Option<(String, bool)>,
    /// It denies by itself what words of its class affirm: "reject", of "accept".
    pub(super) denies: bool,
    /// Its class is that of a verb with its object or particle: "lose their lives".
    pub(super) is_phrase: bool,
    /// It says how the clause that depends on it is put: "fail", "manage".
    pub(super) puts: bool,
    /// It names people: a noun for them.
    pub(super) is_person: bool,
}

/// A month or a weekday, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Month(i8),
    Weekday(i8),
}

impl Day {
    pub(super) fn month(self) -> Option<i8> {
        if let Self::Month(number) = self { Some(number) } else { None }
    }

    pub(super) fn weekday(self) -> Option<i8> {
        if let Self::Weekday(number) = self { Some(number) } else { None }
    }
}

/// How a clause is put.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) negated: bool,
    pub(super) modality: Modality,
    /// It stands under a condition, or is what somebody asks, wonders or doubts.
    pub(super) open: bool,
}

/// A statement read again.
pub(super) struct Reading<'g> {
    pub(super) gazetteers: &'g Gazetteers,
    pub(super) relations: &'g LexicalRelations,
    pub(super) text: String,
    pub(super) tree: Tree,
    pub(super) clauses: Clauses,
    pub(super) words: Vec<Word<'g>>,
    pub(super) standings: Vec<Standing>,
    /// Most of its words begin with a capital, as in a headline.
    pub(super) in_capitals: bool,
}

impl<'g> Reading<'g> {
    pub(super) fn of(text: &str, gazetteers: &'g Gazetteers) -> Self {
        let mut tree = Analyser::embedded().parse(text, Span::new(0, text.len()));
        repair::repair(&mut tree, &[], gazetteers);
        let clauses = Clauses::of(&tree, gazetteers);
        let words = (0..tree.len()).map(|token| word(&tree, text, gazetteers, token)).collect();
        let standings = (0..clauses.clauses.len()).map(|index| standing(&tree, text, gazetteers, &clauses, index)).collect();
        let long = |word: &&str| word.len() > 3;
        let (capitals, all) = text
            .split(' ')
            .filter(long)
            .fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.starts_with(|first: char| !first.is_lowercase())), all + 1));
        Self {
            gazetteers,
            relations: &gazetteers.lexical_relations,
            in_capitals: 10 * capitals > 6 * all,
            text: text.to_owned(),
            tree,
            clauses,
            words,
            standings,
        }
    }

    /// The country that a name names or lies in, as two letters.
    pub(super) fn country_of(&self, name: &str) -> Option<&str> {
        let is_name = name.starts_with(char::is_uppercase);
        let place =
            || self.gazetteers.places.get(&name.to_ascii_lowercase()).filter(|place| is_name && !place.weak).map(|place| place.country);
        self.gazetteers.countries.by_name(name).map(|country| country.iso2).or_else(place)
    }

    /// The month or weekday that a word names.
    pub(super) fn day(&self, token: usize) -> Option<Day> {
        let word = self.tree.word(&self.text, token);
        self.gazetteers.dates.senses(word).find_map(|sense| match sense {
            DateSense::Month(number) | DateSense::MonthInDate(number) => Some(Day::Month(number)),
            DateSense::Weekday(number) | DateSense::WeekdayInDate(number) => Some(Day::Weekday(number)),
            _ => None,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no verb: a heading or a caption, which states nothing.
    pub(super) fn is_heading(&self) -> bool {
        self.clauses.clauses.iter().all(|clause| clause.kind == ClauseKind::Fragment)
    }

    /// Whether the lemma of a word is a cue of one kind.
    pub(super) fn is_cue(&self, token: usize, cue: WordingCue) -> bool {
        self.relations.is_cue(self.tree.lemma(token), cue)
    }

    /// How the clause of a word is put.
    pub(super) fn standing(&self, token: usize) -> Standing {
        self.standings[self.clauses.owner[token]]
    }

    /// Whether a word carries meaning.
    pub(super) fn tells(&self, token: usize) -> bool {
        self.words[token].kind != Kind::Small
    }

    /// The arguments of the clause whose predicate the word is.
    pub(super) fn arguments(&self, token: usize) -> &[Argument] {
        let clause = &self.clauses.clauses[self.clauses.owner[token]];
        if clause.chain.contains(&token) || clause.noun == Some(token) { &clause.arguments } else { &[] }
    }

    /// The steps between two words over the tree; parts of one name, coordinated and set-beside nouns are one step less apart.
    pub(super) fn distance(&self, a: usize, b: usize) -> usize {
        let path = |mut at: usize| {
            let mut path = vec![at];
            while let Some(head) = self.tree.head(at) {
                path.push(head);
                at = head;
            }
            path
        };
        let (up_a, up_b) = (path(a), path(b));
        let Some(meet) = up_a.iter().find(|token| up_b.contains(token)).copied() else { return usize::MAX };
        let step = |token: usize| match self.tree.relation(token) {
            // "was born in Ionia and settled in Crotone": two verbs are two events.
            Relation::Conj if self.words[token].kind == Kind::Verb => 2,
            Relation::Advcl | Relation::Parataxis => 2,
            _ => usize::from(!self.is_loose(token)),
        };
        let steps = |up: &[usize]| up.iter().take_while(|&&token| token != meet).map(|&token| step(token)).sum::<usize>();
        steps(&up_a) + steps(&up_b)
    }

    /// Whether a noun is singled out among others: "the first man", "the deepest lake".
    pub(super) fn is_ranked(&self, token: usize) -> bool {
        self.tree.children(token).any(|child| self.tree.tag(child) == PennTag::JJS || self.is_cue(child, WordingCue::Rank))
    }

    /// Whether a number is bound here as the other is there: "15" is not "less than 15".
    pub(super) fn same_bound(&self, token: usize, other: &Self, there: usize) -> bool {
        let bound = |reading: &Self, token: usize| token > 0 && reading.is_cue(token - 1, WordingCue::Bound);
        self.words[token].value.is_none() || bound(self, token) == bound(other, there)
    }

    /// Whether a name ends here as it does there: "Hebron" is not the "Hebron District".
    pub(super) fn ends_name(&self, token: usize, other: &Self, there: usize) -> bool {
        let next = |reading: &Self, token: usize| {
            let next = token + 1;
            (next < reading.len() && reading.words[next].kind == Kind::Name).then(|| reading.words[next].lemma.clone())
        };
        self.words[token].kind != Kind::Name
            || match (next(self, token), next(other, there)) {
                (None, _) => true,
                (Some(a), Some(b)) => a == b,
                (Some(_), None) => false,
            }
    }

    /// Whether a word hangs on its head as a part of the same thing.
    pub(super) fn is_loose(&self, token: usize) -> bool {
        matches!(
            self.tree.relation(token),
            Relation::Flat
                | Relation::Compound
                | Relation::Appos
                | Relation::Conj
                | Relation::NmodDesc
                | Relation::Amod
                | Relation::Xcomp
                | Relation::Fixed
                | Relation::CompoundPrt
                | Relation::Nummod
                | Relation::Cop
        ) || (self.tree.relation(token) == Relation::Nmod && preposition(&self.tree, token).is_none())
    }
}

fn word<'g>(tree: &Tree, text: &str, gazetteers: &'g Gazetteers, token: usize) -> Word<'g> {
    let (tag, written) = (tree.tag(token), tree.word(text, token));
    let lemma = if written == "%" { "percent" } else { tree.lemma(token) };
    let value = if tag == PennTag::CD || written.starts_with(|character: char| character.is_ascii_digit()) {
        number(text, tree.token_span(token), gazetteers)
    } else {
        None
    };
    let is_cue = |word: &str, cue| gazetteers.lexical_relations.is_cue(word, cue);
    let auxiliary = matches!(tree.relation(token), Relation::Aux | Relation::AuxPass | Relation::Cop);
    let small = auxiliary || is_cue(lemma, WordingCue::Small);
    let kind = match tag {
        _ if value.is_some() => Kind::Number,
        _ if lemma == "percent" => Kind::Noun,
        // "Stirling's engines" begins with a verb for a tagger.
        _ if is_verb(tag) && written.starts_with(char::is_uppercase) && token + 1 < tree.len() && tree.tag(token + 1) == PennTag::POS => {
            Kind::Name
        }
        PennTag::NNP | PennTag::NNPS if !small || written.starts_with(char::is_uppercase) && token > 0 => Kind::Name,
        _ if small => Kind::Small,
        PennTag::NN | PennTag::NNS | PennTag::FW | PennTag::ADD => Kind::Noun,
        PennTag::JJ | PennTag::JJR | PennTag::JJS => Kind::Adjective,
        PennTag::RB | PennTag::RBR | PennTag::RBS | PennTag::RP => Kind::Adverb,
        PennTag::CD => Kind::Number,
        _ if is_verb(tag) => Kind::Verb,
        _ => Kind::Small,
    };
    let of_word = row_of(tree, gazetteers, token);
    let row =
        of_word.filter(|row| !matches!(row.frame, Frame::Light | Frame::Words | Frame::Plan) && !is_cue(&row.class, WordingCue::WideClass));
    Word {
        relations: &gazetteers.lexical_relations,
        kind,
        lemma: lemma.to_owned(),
        written: written.to_lowercase(),
        country: gazetteers.countries.by_name(written).map(|country| country.iso2),
        value,
        groups: gazetteers.lexical_relations.groups(lemma).to_vec(),
        class: row.map(|row| (row.class.to_string(), row.negated)),
        is_phrase: row.is_some_and(|row| row.lemma.contains(' ')),
        puts: of_word.is_some_and(|row| row.complement == Some(Manner::Negated))
            || gazetteers.predicates.phrase(Part::Verb, lemma, |row, _| row.complement == Some(Manner::Asserted)).is_some(),
        denies: of_word.is_some_and(|row| row.negated),
        is_person: tag.is_noun() && !tag.is_proper() && names_person(lemma, gazetteers),
    }
}

/// "climber", "nurse": whether a noun in small letters says what a person is.
fn names_person(lemma: &str, gazetteers: &Gazetteers) -> bool {
    let title = |kind| !matches!(kind, TitleKind::Acting | TitleKind::Former | TitleKind::Designate | TitleKind::Description);
    gazetteers.noun_classes.kind(lemma) == Some(NounKind::Person) || gazetteers.titles.kind_of(lemma).is_some_and(title)
}

/// What "five" or "twenty" is worth.
fn below_hundred(word: &str, gazetteers: &Gazetteers) -> Option<NumberWord> {
    gazetteers.numbers.named(&word.to_lowercase()).filter(|word| matches!(word.class, NumberClass::Unit | NumberClass::Ten))
}

/// Whether a word in lower case is a number below a hundred.
pub(super) fn is_number_word(word: &str, gazetteers: &Gazetteers) -> bool {
    below_hundred(word, gazetteers).is_some()
}

/// The number that a word writes in digits or letters; "twenty-five" is one word here, whatever the tokens.
fn number(text: &str, span: Span, gazetteers: &Gazetteers) -> Option<Decimal> {
    let written = span.of(text);
    let plain: String = written.chars().filter(|character| *character != ',').collect();
    if let Ok(value) = plain.parse() {
        return Some(value);
    }
    let unit = |word: &str| below_hundred(word, gazetteers).filter(|word| word.class == NumberClass::Unit).map(|word| word.value);
    let ten = |word: &str| below_hundred(word, gazetteers).filter(|word| word.class == NumberClass::Ten).map(|word| word.value);
    let after =
        text[span.end..].strip_prefix('-').map(|rest| rest.split(|character: char| !character.is_alphabetic()).next().unwrap_or(""));
    if let Some(ten) = ten(written) {
        return Some(ten + after.and_then(unit).unwrap_or_default());
    }
    // The second half of "twenty-five" is counted with the first.
    let half = text[..span.start].strip_suffix('-').is_some_and(|before| before.rsplit(' ').next().and_then(ten).is_some());
    if let Some((first, second)) = written.split_once('-') {
        return Some(ten(first)? + unit(second)?);
    }
    unit(written).filter(|_| !half)
}

fn standing(tree: &Tree, text: &str, gazetteers: &Gazetteers, clauses: &Clauses, index: usize) -> Standing {
    let put = modality::of_clause(tree, text, gazetteers, clauses, index);
    let mut open = false;
    let (mut at, mut steps) = (index, 0);
    loop {
        let clause = &clauses.clauses[at];
        open |= clause.kind == ClauseKind::Condition;
        let head = tree.head(clause.top());
        let governed = matches!(clause.kind, ClauseKind::Complement | ClauseKind::Infinitive | ClauseKind::Purpose);
        // "It does not appear that it was racial": what is denied of the whole is no fact.
        let above = clause.parent.filter(|_| governed).map(|parent| modality::of_clause(tree, text, gazetteers, clauses, parent));
        open |= above.is_some_and(|above| above.polarity() == Polarity::Negated);
        open |= governed && head.is_some_and(|head| gazetteers.lexical_relations.is_cue(tree.lemma(head), WordingCue::Doubt));
        steps += 1;
        match clause.parent {
            Some(parent) if parent != at && steps < 20 => at = parent,
            _ => break,
        }
    }
    Standing { negated: put.polarity() == Polarity::Negated, modality: put.modality(), open }
}
