//! Sentences of a document whose words are tagged when they are first asked for: a few at a time where nothing else will be asked, all of
//! them where a later stage goes on from there to trees.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::features::{Part, SentenceCase, TagChoice, WordRows};
use super::part_of_speech::PennTag;
use super::sentence::Token;
use super::tagger::TaggerScratch;
use super::{Analyser, Sentence, WORKSPACE, Workspace, closed_words, correction, sentence, token};
use crate::article::Span;

/// So many words are tagged at once, where one of them is asked for.
const AT_ONCE: usize = 3;

/// Few sentences have shorter tokens than this, with the blanks between them.
const BYTES_OF_TOKEN: usize = 4;

/// The tokens of a sentence with what was asked of them so far.
#[derive(Debug)]
struct Tagged {
    tokens: Vec<Token>,
    tags: Vec<Cell<Option<PennTag>>>,
    lemmas: OnceCell<Vec<OnceCell<String>>>,
    /// Found out when the first word is asked for that the network has to tag.
    manner: OnceCell<Manner>,
}

/// How the words of a sentence are tagged.
#[derive(Debug)]
enum Manner {
    /// A few words at a time.
    InParts(SentenceCase),
    /// All at once, since a word turns on the rest of its clause.
    Whole,
    /// All of them are, and what the parser needs to know of them is kept.
    ForTrees(Vec<WordRows>, Vec<TagChoice>),
}

/// The words of a sentence; a word's tag and lemma are worked out when somebody asks for them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    text: &'a str,
    /// The tokens of the sentence.
    pub(crate) tokens: &'a [Token],
    tagged: &'a Tagged,
}

/// The sentences of one document, by their index; what is asked for is worked out once, and only where somebody asks.
#[derive(Debug)]
pub struct TaggedSentences {
    sentences: Vec<OnceCell<Box<Tagged>>>,
    for_trees: bool,
}

impl TaggedSentences {
    /// So many sentences, none of them tagged.
    pub fn new(count: usize) -> Self {
        Self { sentences: (0..count).map(|_| OnceCell::new()).collect(), for_trees: true }
    }

    /// As [`new`](Self::new), where nobody will ask for trees: only the words that are asked for are tagged.
    pub(crate) fn without_trees(count: usize) -> Self {
        Self { for_trees: false, ..Self::new(count) }
    }

    /// The words of sentence `index`, which stands at `span` in `text`.
    pub(crate) fn words<'a>(&'a self, index: usize, text: &'a str, span: Span) -> Words<'a> {
        let tagged = self.sentences[index].get_or_init(|| Box::new(Tagged::new(text, span, self.for_trees)));
        Words { text, tokens: &tagged.tokens, tagged }
    }

    /// The sentence with tags, lemmas and tree; what was tagged already is not tagged again.
    pub(crate) fn parsed(&self, index: usize, text: &str, span: Span) -> Sentence {
        let analyser = Analyser::embedded();
        let tagged = self.sentences[index].get().map(|tagged| (&tagged.tokens, tagged.manner.get()));
        let Some((tokens, Some(Manner::ForTrees(rows, choices)))) = tagged else { return analyser.parse(text, span) };
        let mut analysed = Sentence::default();
        analysed.reset(span);
        analysed.tokens.clone_from(tokens);
        analysed.tags.extend(choices.iter().map(|choice| choice.tag));
        WORKSPACE.with_borrow_mut(|Workspace { tagger, parser }| {
            analyser.add_lemmas(text, tagger, &mut analysed);
            analyser.add_tree(rows, choices, parser, &mut analysed);
        });
        analysed
    }
}

impl Tagged {
    fn new(text: &str, span: Span, for_trees: bool) -> Self {
        let mut tokens = Vec::with_capacity(span.len() / BYTES_OF_TOKEN);
        token::tokenize_into(text, span, &mut tokens);
        let tagged = Self { tags: vec![Cell::new(None); tokens.len()], tokens, lemmas: OnceCell::new(), manner: OnceCell::new() };
        if for_trees {
            tagged.tag_all(text);
            tagged.manner.get_or_init(|| {
                WORKSPACE.with_borrow(|Workspace { tagger: TaggerScratch { rows, choices, .. }, .. }| {
                    Manner::ForTrees(rows.clone(), choices.clone())
                })
            });
        }
        tagged
    }

    /// How the words are tagged where no trees will be asked for.
    fn manner(&self, text: &str) -> &Manner {
        self.manner.get_or_init(|| {
            let whole = self.tokens.iter().any(|token| correction::turns_on_clause(token.span.of(text)));
            if whole { Manner::Whole } else { Manner::InParts(SentenceCase::of(text, &self.tokens)) }
        })
    }

    /// The tokens to be tagged with `token`, which is not: those that follow it, or, where the words are asked for from right to left,
    /// those before it; none at the far end that is known without the network.
    fn near(&self, text: &str, token: usize) -> Range<usize> {
        let is_open = |token: usize| self.tags.get(token).is_some_and(|tag| tag.get().is_none());
        let is_closed_word = |token: usize| closed_words::tag(self.tokens[token].span.of(text)).is_some();
        let (mut start, mut end) = (token, token + 1);
        let leftwards = end < self.tokens.len() && !is_open(end) && start > 0 && is_open(start - 1);
        if leftwards {
            while start > 0 && end - start < AT_ONCE && is_open(start - 1) {
                start -= 1;
            }
            while is_closed_word(start) {
                start += 1;
            }
        } else {
            while end - start < AT_ONCE && is_open(end) {
                end += 1;
            }
            while is_closed_word(end - 1) {
                end -= 1;
            }
        }
        start..end
    }

    fn tag_all(&self, text: &str) {
        WORKSPACE.with_borrow_mut(|Workspace { tagger, .. }| {
            Analyser::embedded().choose(text, &self.tokens, tagger);
            self.keep(0..self.tokens.len(), &tagger.choices);
        });
    }

    /// The tag of a token that was not asked for yet, nor any near it.
    fn tag_near(&self, text: &str, token: usize) -> PennTag {
        if let Some(tag) = closed_words::tag(self.tokens[token].span.of(text)) {
            self.tags[token].set(Some(tag));
            return tag;
        }
        if let Manner::InParts(case) = *self.manner(text) {
            let range = self.near(text, token);
            let part = Part { text, tokens: &self.tokens, case, range: range.clone() };
            WORKSPACE.with_borrow_mut(|Workspace { tagger, .. }| {
                let choices = Analyser::embedded().choose_part(&part, tagger);
                self.keep(range, choices);
            });
        } else {
            self.tag_all(text);
        }
        self.tags[token].get().unwrap_or(PennTag::NN)
    }

    fn keep(&self, part: Range<usize>, choices: &[TagChoice]) {
        for (tag, choice) in self.tags[part].iter().zip(choices) {
            tag.set(Some(choice.tag));
        }
    }
}

impl<'a> Words<'a> {
    /// How many tokens the sentence has.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The span of token `token` in the text.
    pub(crate) fn token_span(&self, token: usize) -> Span {
        self.tokens[token].span
    }

    /// Token `token` as written; `text` is the article's text.
    pub(crate) fn word<'t>(&self, text: &'t str, token: usize) -> &'t str {
        self.tokens[token].span.of(text)
    }

    /// The Penn tag of token `token`.
    #[inline]
    pub(crate) fn tag(&self, token: usize) -> PennTag {
        self.tagged.tags[token].get().unwrap_or_else(|| self.tagged.tag_near(self.text, token))
    }

    /// The Penn tag of token `token`, where there is one.
    #[inline]
    pub(crate) fn get_tag(&self, token: usize) -> Option<PennTag> {
        (token < self.len()).then(|| self.tag(token))
    }

    /// The lemma of token `token`, always in lower case.
    pub(crate) fn lemma(&self, token: usize) -> &'a str {
        let tagged = self.tagged;
        let lemmas = tagged.lemmas.get_or_init(|| (0..self.len()).map(|_| OnceCell::new()).collect());
        let tag = self.tag(token);
        lemmas[token].get_or_init(|| {
            let mut lemma = String::with_capacity(self.token_span(token).len());
            WORKSPACE.with_borrow_mut(|Workspace { tagger, .. }| {
                Analyser::embedded().append_lemma(self.text, self.token_span(token), tag, tagger, &mut lemma);
            });
            lemma
        })
    }

    /// The tokens that share at least one byte with `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        sentence::tokens_in(self.tokens, span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_made_after_tagging_is_the_same() {
        let text = "Norway pledged $40 million to Ethiopia on Monday, officials said.";
        let span = Span::new(0, text.len());
        let sentences = TaggedSentences::new(2);
        let analysed = Analyser::embedded().tag(text, span);
        assert_eq!(sentences.words(0, text, span).tokens, analysed.tokens);
        // Another sentence in between leaves nothing behind.
        sentences.words(1, "It rained.", Span::new(0, 10));
        assert_eq!(sentences.parsed(0, text, span), Analyser::embedded().parse(text, span));
    }

    /// Sentences with words that the corrections change, near and far from each other, with capitals throughout, and of every length.
    const SENTENCES: [&str; 8] = [
        "Kenya.",
        "\"(1) The guards moved detainees from Malta to Libya by night, and that deal collapsed after the long and bitter vote of the week.",
        "Ghana plans to accept West Africans deported from the US, its minister said on Friday after talks with this and that delegate.",
        "He said that this that this agree that refugees flee this fled that deportees ran, trainees too, in the harbour of the old town.",
        "FLOODS KILL 40 AS ENVOYS OF NORWAY LEAVE THE CAPITAL ON A MONDAY IN MAY AFTER THE RAIN",
        "The Minister Of Trade Meets Nine Envoys From Norway In The Harbour Of The Old Town On Monday",
        "“…” ‘and then’, they didn't say, “we cannot go, for it's late and this see was that flee of the 1,200 who'd come”",
        "It rained.",
    ];

    #[test]
    fn words_tagged_one_by_one_have_the_tags_and_lemmas_of_the_whole_sentence() {
        for text in SENTENCES {
            let span = Span::new(0, text.len());
            let whole = Analyser::embedded().tag(text, span);
            for first in 0..whole.len() {
                let sentences = TaggedSentences::without_trees(1);
                let words = sentences.words(0, text, span);
                for token in (first..whole.len()).chain((0..first).rev()) {
                    assert_eq!(words.tag(token), whole.tag(token), "{text}: {}", words.word(text, token));
                    assert_eq!(words.lemma(token), whole.lemma(token), "{text}: {}", words.word(text, token));
                }
                assert_eq!(words.get_tag(whole.len()), None);
            }
        }
    }
}
