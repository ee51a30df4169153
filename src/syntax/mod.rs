//! Tokens, part-of-speech tags, lemmas and dependency trees of English sentences.

pub mod lemma;
pub mod part_of_speech;
pub mod relation;
pub mod sentence;
pub mod token;

use std::sync::LazyLock;

pub use part_of_speech::{PennTag, UniversalTag};
pub use relation::Relation;
pub use sentence::{ROOT, Sentence, Token};
pub use token::tokenize;

use crate::article::Span;

/// The tagger, the lemmas and the parser, ready for use.
pub struct Analyser {}

static EMBEDDED: LazyLock<Analyser> = LazyLock::new(|| Analyser {});

impl Analyser {
    /// The analyser with the models that the program carries.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Tokens, tags, lemmas and tree of the sentence at `sentence` in `text`.
    pub fn parse(&self, text: &str, sentence: Span) -> Sentence {
        self.parse_tokens(text, sentence, tokenize(text, sentence))
    }

    /// As [`parse`](Self::parse), over tokens made elsewhere.
    pub fn parse_tokens(&self, text: &str, sentence: Span, tokens: Vec<Token>) -> Sentence {
        let mut analysed = self.tag_tokens(text, sentence, tokens);
        analysed.heads = (0..analysed.len() as u32).map(|token| if token == 0 { ROOT } else { 0 }).collect();
        analysed.relations = analysed.heads.iter().map(|&head| if head == ROOT { Relation::Root } else { Relation::Dep }).collect();
        analysed.index_children();
        analysed
    }

    /// Tokens, tags and lemmas of the sentence at `sentence` in `text`, without the tree: many times cheaper.
    pub fn tag(&self, text: &str, sentence: Span) -> Sentence {
        self.tag_tokens(text, sentence, tokenize(text, sentence))
    }

    /// As [`tag`](Self::tag), over tokens made elsewhere.
    pub fn tag_tokens(&self, text: &str, sentence: Span, tokens: Vec<Token>) -> Sentence {
        let mut analysed = Sentence::default();
        analysed.reset(sentence);
        analysed.tokens = tokens;
        for index in 0..analysed.tokens.len() {
            let word = analysed.tokens[index].span.of(text);
            let tag = stand_in_tag(word);
            analysed.tags.push(tag);
            analysed.push_lemma(&lemma::of(word, tag).to_lowercase());
        }
        analysed
    }
}

/// A tag by looks alone, until the models are trained.
fn stand_in_tag(word: &str) -> PennTag {
    match word.chars().next() {
        Some(first) if first.is_ascii_digit() => PennTag::CD,
        Some(first) if first.is_uppercase() => PennTag::NNP,
        Some(first) if !first.is_alphanumeric() => PennTag::Colon,
        _ if word.ends_with('s') => PennTag::NNS,
        _ => PennTag::NN,
    }
}
