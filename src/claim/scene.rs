//! One article as the claim rules see it: its mentions by sentence, and its trees, made when they are first asked for.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::clause::Clauses;
use super::repair;
use crate::article::Span;
use crate::claim::participant::setting;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::numbers::NumberCue;
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::segment::{Document, ParagraphKind, Quotation};
use crate::syntax::{Analyser, Sentence as Tree, TaggedSentences, Words};
use crate::tag::mention::{CountryForm, CountryMention, DateKind, Mention, MentionKind, OfficialMention, OrganizationMention};

/// A sentence's tree with the clauses found in it.
#[derive(Debug)]
pub(crate) struct Analysis {
    pub(crate) tree: Tree,
    /// Found when they are first asked for: a sentence that only says whose words stand beside it needs none.
    clauses: OnceCell<Clauses>,
}

impl Analysis {
    pub(crate) fn clauses(&self, gazetteers: &Gazetteers) -> &Clauses {
        self.clauses.get_or_init(|| Clauses::of(&self.tree, gazetteers))
    }
}

/// The article, its mentions and its trees.
pub(crate) struct Scene<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) text: &'a str,
    pub(crate) mentions: &'a [Mention],
    pub(crate) gazetteers: &'a Gazetteers,
    ranges: Vec<Range<usize>>,
    /// The sentences that tagging looked at closely.
    tagged: &'a TaggedSentences,
    analyses: Vec<OnceCell<Analysis>>,
    /// The document's quotations.
    pub(crate) quotations: &'a [Quotation],
    /// Full names of the people who hold an office, by any of their mentions.
    officials: FxHashSet<&'a str>,
    /// The length of the longest quotation: how far before a place one may open that still covers it.
    longest_quotation: usize,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        document: &'a Document<'a>,
        mentions: &'a [Mention],
        tagged: &'a TaggedSentences,
        gazetteers: &'a Gazetteers,
    ) -> Self {
        let count = document.sentences.len();
        let mut ranges = Vec::with_capacity(count);
        let mut next = 0;
        for sentence in &document.sentences {
            while next < mentions.len() && mentions[next].span.start < sentence.span.start {
                next += 1;
            }
            let first = next;
            while next < mentions.len() && mentions[next].span.start < sentence.span.end {
                next += 1;
            }
            ranges.push(first..next);
        }
        let officials = mentions
            .iter()
            .filter_map(|mention| match &mention.kind {
                MentionKind::Official(official) if official.office.as_deref().is_some_and(|office| is_office(office, gazetteers)) => {
                    Some(&*official.full_name)
                }
                _ => None,
            })
            .collect();
        let analyses = (0..count).map(|_| OnceCell::new()).collect();
        Self {
            document,
            text: document.text(),
            mentions,
            gazetteers,
            ranges,
            tagged,
            analyses,
            quotations: &document.quotations,
            officials,
            longest_quotation: document.quotations.iter().map(|quotation| quotation.span.len()).max().unwrap_or(0),
        }
    }

    /// The quotations that share words with a place.
    pub(crate) fn quotations_over(&self, place: Span) -> impl Iterator<Item = &'a Quotation> {
        let first = self.quotations.partition_point(|quotation| quotation.span.start + self.longest_quotation < place.start);
        let near = self.quotations[first..].iter().take_while(move |quotation| quotation.span.start < place.end);
        near.filter(move |quotation| quotation.span.overlaps(place))
    }

    /// Whether a place lies inside somebody's quoted words.
    pub(crate) fn is_quoted(&self, place: Span) -> bool {
        self.quotations_over(place).any(|quotation| quotation.content.contains(place))
    }

    /// The sentence's tree and clauses.
    pub(crate) fn analysis(&self, sentence: usize) -> &Analysis {
        self.analyses[sentence].get_or_init(|| self.mended(sentence, self.parsed(sentence)))
    }

    /// Makes the trees and clauses of the sentences that are `wanted`, all of them step by step: what a step looks up stays in the nearer
    /// caches from one sentence to the next, the weights of the networks above all.
    pub(crate) fn analyse(&self, wanted: &[bool]) {
        let wanted = || (0..wanted.len()).filter(|&sentence| wanted[sentence]);
        let unknown = wanted().filter(|&sentence| self.analyses[sentence].get().is_none());
        let trees: Vec<(usize, Tree)> = unknown.map(|sentence| (sentence, self.parsed(sentence))).collect();
        for (sentence, tree) in trees {
            self.analyses[sentence].get_or_init(|| self.mended(sentence, tree));
        }
        for sentence in wanted() {
            self.analysis(sentence).clauses(self.gazetteers);
        }
    }

    /// The sentence's tree where it has one already.
    pub(crate) fn tree_made(&self, sentence: usize) -> Option<&Tree> {
        self.analyses[sentence].get().map(|analysis| &analysis.tree)
    }

    /// The trees made so far, with the sentences they are of.
    pub(crate) fn trees(&self) -> impl Iterator<Item = (usize, &Tree)> {
        self.analyses.iter().enumerate().filter_map(|(sentence, analysis)| Some((sentence, &analysis.get()?.tree)))
    }

    /// The tree as the parser gives it.
    fn parsed(&self, sentence: usize) -> Tree {
        let span = self.document.sentences[sentence].span;
        // "MANILA (Wire) —" is no part of the sentence.
        match setting::dateline(self.text, span, &self.gazetteers.places).filter(|line| line.end < span.end) {
            Some(line) => Analyser::embedded().parse(self.text, Span::new(line.end, span.end)),
            None => self.tagged.parsed(sentence, self.text, span),
        }
    }

    fn mended(&self, sentence: usize, mut tree: Tree) -> Analysis {
        repair::repair(&mut tree, self.mentions_in(sentence), self.gazetteers);
        if let Some(second) = repair::second_tree(&tree, self.text, self.gazetteers) {
            tree = second;
            repair::repair(&mut tree, self.mentions_in(sentence), self.gazetteers);
        }
        Analysis { tree, clauses: OnceCell::new() }
    }

    /// The sentence's words with their tags and lemmas; no tree is made for them.
    pub(crate) fn tagged_words(&self, sentence: usize) -> Words<'_> {
        self.tagged.words(sentence, self.text, self.document.sentences[sentence].span)
    }

    /// The mentions that begin in the sentence.
    pub(crate) fn mentions_in(&self, sentence: usize) -> &'a [Mention] {
        &self.mentions[self.ranges[sentence].clone()]
    }

    /// The sentences that hold words of a stretch of the text.
    pub(crate) fn sentences_over(&self, words: Span) -> Range<usize> {
        let sentences = &self.document.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= words.start);
        first..sentences.partition_point(|sentence| sentence.span.start < words.end).max(first)
    }

    /// Whether claims may be made from the sentence at all.
    pub(crate) fn speaks(&self, sentence: usize) -> bool {
        self.document.paragraph_kind(sentence) != ParagraphKind::Boilerplate && self.document.sentences[sentence].repeat_of.is_none()
    }

    /// Whether a mention makes a clause worth a claim: a country, an amount, a number of things, somebody with an office.
    pub(crate) fn is_trigger(&self, mention: &Mention) -> bool {
        match &mention.kind {
            MentionKind::Date(_) | MentionKind::Organization(_) => false,
            MentionKind::Official(official) => self.holds_office(&official.full_name),
            MentionKind::Country(_) => !self.is_currency(mention),
            _ if is_quantity(mention) => self.is_amount(mention),
            _ => true,
        }
    }

    /// Whether a country's name is the name of a currency: "US dollars".
    pub(crate) fn is_currency(&self, mention: &Mention) -> bool {
        self.mentions_in(mention.sentence)
            .iter()
            .any(|other| matches!(other.kind, MentionKind::Money(_)) && other.span.contains(mention.span))
    }

    /// Whether a quantity says how much or how many of something is told.
    ///
    /// It does not as an age ("Daniel Ekholm, 19"), as part of a compound ("a four-game series", "24-hour monitoring"), or as
    /// part of a date ("six years ago").
    pub(crate) fn is_amount(&self, mention: &Mention) -> bool {
        let age = matches!(&mention.kind, MentionKind::Measure(measure) if measure.unit.ends_with("of age"));
        let words = mention.span.of(self.text);
        let counted = matches!(mention.kind, MentionKind::Measure(_) | MentionKind::Count(_));
        let first_word = words.split(' ').next_back().unwrap_or(words);
        // "two *13-year-olds*" are two.
        let people = first_word.ends_with("-olds") && words.len() > first_word.len();
        let compound = counted
            && !people
            && !first_word.ends_with("fold")
            && first_word.rsplit_once('-').is_some_and(|(_, last)| !last.starts_with(|c: char| c.is_ascii_digit()))
            && first_word.starts_with(|c: char| c.is_ascii_digit()) | is_number_word(first_word, self.gazetteers);
        let dated = self.mentions_in(mention.sentence).iter().any(|other| {
            let ago = || other.span.of(self.text).ends_with(" ago");
            matches!(&other.kind, MentionKind::Date(date) if matches!(date.kind, DateKind::Date | DateKind::Time) || date.from.is_some() || ago())
                && other.span.contains(mention.span)
                && other.span.len() > mention.span.len() + 1
        });
        // "(+313.5 billion tenge, …)": what stands in brackets is said beside the sentence.
        // A mention may begin a little before the sentence that it belongs to.
        let begin = self.document.sentences[mention.sentence].span.start.min(mention.span.start);
        let before = &self.text[begin..mention.span.start];
        // A whole sentence may stand in brackets.
        let before = before.trim_start().strip_prefix('(').unwrap_or(before);
        let bracketed = before.bytes().map(|byte| i32::from(byte == b'(') - i32::from(byte == b')')).sum::<i32>() > 0;
        // "one of the first countries to join" counts nothing.
        let rank = is_rank(words, &["one", "of", "the"]);
        let inside = compound && !self.is_measure_of(mention);
        !(age || inside || dated || bracketed || rank)
    }

    /// "fired a *.22-caliber* rifle", "a *9mm* pistol": which weapon, not how many.
    pub(crate) fn is_calibre(&self, mention: &Mention) -> bool {
        let (unit, words) = match &mention.kind {
            MentionKind::Count(count) => (count.unit.as_deref(), mention.span.of(self.text)),
            MentionKind::Measure(measure) => (Some(measure.unit.as_str()), ""),
            _ => return false,
        };
        let of_weapon = || {
            let mut behind = self.text[mention.span.end..].split([' ', '-']).filter(|word| !word.is_empty()).take(3);
            behind.any(|word| {
                let noun = word.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end_matches('s').to_ascii_lowercase();
                self.gazetteers.noun_classes.class(&noun) == Some("weapon")
            })
        };
        match unit {
            Some("caliber" | "calibre") => !words.ends_with('s'),
            Some("millimetre") => of_weapon(),
            Some(_) => words.contains("caliber ") || words.contains("calibre "),
            None => false,
        }
    }

    /// "a *three-year* sentence", "a *two-metre*-high wall": a measure inside a compound that says how much all the same.
    fn is_measure_of(&self, mention: &Mention) -> bool {
        let MentionKind::Measure(_) = mention.kind else { return false };
        let rest = &self.text[mention.span.end..];
        let word = |rest: &'a str| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let cue = |word: &str, cue| !word.is_empty() && self.gazetteers.numbers.has_cue(word, cue);
        match rest.strip_prefix('-') {
            Some(rest) => self.gazetteers.word_sets.has(LexicalSet::Dimension, word(rest)),
            None => rest.strip_prefix(' ').is_some_and(|rest| {
                let first = word(rest);
                let second = rest[first.len()..].strip_prefix(' ').map(word).unwrap_or_default();
                cue(first, NumberCue::Term) || cue(second, NumberCue::Term)
            }),
        }
    }

    /// Whether a sentence is worth a tree for the mention alone.
    pub(crate) fn is_worth_a_tree(&self, mention: &Mention) -> bool {
        self.is_trigger(mention) && !matches!(mention.kind, MentionKind::Quantifier(_))
    }

    /// Whether the article gives the person an office anywhere.
    pub(crate) fn holds_office(&self, full_name: &str) -> bool {
        self.officials.contains(full_name)
    }

    /// The office of an official, unless only the table knows it and the article has no date: then nobody can tell which one was held.
    pub(crate) fn office_of(&self, official: &OfficialMention) -> Option<String> {
        let dated = self.document.article.published.is_some();
        official.office.clone().filter(|_| dated || !official.office_of_table)
    }

    /// Whether the article gives the person an office, or the table knows one: what "Donald Trump" said is told whatever else he is called.
    pub(crate) fn is_public_figure(&self, full_name: &str) -> bool {
        self.holds_office(full_name) || self.gazetteers.office_holders.is_known(full_name)
    }

    /// Whether the mention is of a public figure.
    pub(crate) fn names_public_figure(&self, mention: &Mention) -> bool {
        matches!(&mention.kind, MentionKind::Official(official) if self.is_public_figure(&official.full_name))
    }

    /// Whether anybody in the article has an office.
    pub(crate) fn has_officials(&self) -> bool {
        !self.officials.is_empty()
    }

    /// The country of an official: of the office, else one named in the words of the mention.
    pub(crate) fn country_of(&self, mention: &Mention, official: &OfficialMention) -> Option<&'static str> {
        official.country.or_else(|| {
            let whole = official.office_span.map_or(mention.span, |office| mention.span.join(office));
            self.mentions_in(mention.sentence).iter().filter(|other| whole.contains(other.span)).find_map(|other| match &other.kind {
                MentionKind::Country(country) => Some(country.iso2),
                MentionKind::Organization(organization) => self.country_of_public_body(organization),
                _ => None,
            })
        })
    }

    /// The country of a body that is no company, outlet or association: an office in one of those is no office of its country.
    pub(crate) fn country_of_public_body(&self, body: &OrganizationMention) -> Option<&'static str> {
        let known = self.gazetteers.organizations.by_name(&body.name);
        body.country.filter(|_| !known.is_some_and(|known| known.kind.is_private()))
    }

    /// The country mention that covers the token at `span`.
    pub(crate) fn country_at(&self, sentence: usize, span: Span) -> Option<(&'a Mention, CountryMention)> {
        self.mentions_in(sentence).iter().find_map(|mention| match &mention.kind {
            MentionKind::Country(country) if mention.span.overlaps(span) && !self.is_currency(mention) => Some((mention, country.clone())),
            _ => None,
        })
    }

    /// The official mention whose words hold the token at `span`.
    pub(crate) fn official_at(&self, sentence: usize, span: Span) -> Option<(&'a Mention, &'a OfficialMention)> {
        self.mentions_in(sentence).iter().find_map(|mention| match &mention.kind {
            MentionKind::Official(official) if mention.span.overlaps(span) || official.name.overlaps(span) => Some((mention, official)),
            _ => None,
        })
    }

    /// The organization mention that covers the token at `span`.
    pub(crate) fn organization_at(&self, sentence: usize, span: Span) -> Option<(&'a Mention, &'a OrganizationMention)> {
        self.mentions_in(sentence).iter().find_map(|mention| match &mention.kind {
            MentionKind::Organization(organization) if mention.span.overlaps(span) => Some((mention, organization)),
            _ => None,
        })
    }
}

/// Whether the words name an office, not an occupation or a relation: "deputy chief of staff", "Sen.", not "student", "guest".
///
/// The words before the first preposition decide: by the title that they end with, else by the class of their head.
pub(crate) fn is_office(office: &str, gazetteers: &Gazetteers) -> bool {
    let office = office.to_lowercase();
    let phrase = before_preposition(&office, gazetteers);
    let head = phrase.rsplit([' ', ',', '\u{a0}']).next().unwrap_or(phrase).trim_matches(|c: char| !c.is_alphanumeric());
    // "counsel *under* the senator's father" is an office.
    let none = gazetteers.word_sets.has(LexicalSet::NoOffice, head) && !phrase.contains(" under ");
    if none && gazetteers.titles.kind_of(phrase) != Some(TitleKind::Royal) {
        return false;
    }
    if head == "member" {
        return gazetteers.word_sets.words(LexicalSet::Assembly).any(|body| office.contains(body));
    }
    let class = |word: &str| gazetteers.noun_classes.class(word).is_some_and(|class| gazetteers.word_sets.has(ClassSet::OfficeNoun, class));
    // "University of Texas student association president": a body's name comes first.
    let body = matches!(gazetteers.noun_classes.kind(head), Some(NounKind::Organization | NounKind::Government | NounKind::Place));
    gazetteers.titles.kind_of(phrase).is_some_and(TitleKind::is_office)
        || (body && office.rsplit(' ').next().is_some_and(class))
        || class(head)
        || head == "counterpart"
        || head.rsplit_once('-').is_some_and(|(_, last)| class(last))
}

/// "deputy chief" of "deputy chief of staff".
pub(crate) fn before_preposition<'o>(office: &'o str, gazetteers: &Gazetteers) -> &'o str {
    let word_at = |at: usize| office[at..].split([' ', ',', '\u{a0}']).next().unwrap_or_default();
    let end = office
        .match_indices([' ', ',', '\u{a0}'])
        .map(|(at, gap)| (at, at + gap.len()))
        .find(|&(_, next)| gazetteers.word_sets.has(FunctionSet::EndsOffice, word_at(next)));
    office[..end.map_or(office.len(), |(at, _)| at)].trim_end_matches([' ', ','])
}

/// Whether words that begin with `start` give only a rank: "*one of the first* countries to join".
pub(super) fn is_rank(words: &str, start: &[&str]) -> bool {
    let mut words = words.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let begins = start.iter().all(|first| words.next().is_some_and(|word| word.eq_ignore_ascii_case(first)));
    begins && words.take(if start.len() > 2 { 1 } else { 4 }).any(|word| matches!(word, "first" | "last" | "most") || word.ends_with("est"))
}

/// Whether a word with a hyphen begins with a number in words: "three-month", "four-game".
fn is_number_word(word: &str, gazetteers: &Gazetteers) -> bool {
    word.split('-')
        .next()
        .is_some_and(|first| gazetteers.word_sets.words(LexicalSet::SmallNumber).any(|number| first.eq_ignore_ascii_case(number)))
}

/// Whether a mention says how much or how many.
pub(crate) fn is_quantity(mention: &Mention) -> bool {
    match &mention.kind {
        MentionKind::Money(_) | MentionKind::Count(_) | MentionKind::Quantifier(_) | MentionKind::Percent(_) => true,
        MentionKind::Measure(measure) => !measure.unit.ends_with("of age"),
        _ => false,
    }
}

/// Whether a country is named as such, not by an adjective.
pub(crate) fn is_named(country: &CountryMention) -> bool {
    country.form != CountryForm::Demonym
}
