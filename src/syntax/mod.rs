//! Tokens, part-of-speech tags, lemmas and dependency trees of English sentences, with models that the program carries.
//!
//! ```
//! use crossclaim::article::Span;
//! use crossclaim::syntax::{Analyser, Relation};
//!
//! let text = "Officials said the men were not deported.";
//! let sentence = Analyser::embedded().parse(text, Span::new(0, text.len()));
//! let deported = sentence.child_with(1, Relation::Ccomp).expect("what was said");
//! assert_eq!((sentence.word(text, deported), sentence.lemma(deported)), ("deported", "deport"));
//! ```
//!
//! # How it works
//! [`tokenize`] splits as English treebanks do. Both networks see a word as the sum of learned vectors for the word, its prefix, its
//! suffixes, its shape and the case of the sentence; small convolutions over neighbouring tokens follow. The tagger chooses a Penn tag for
//! each token; [`lemma`] edits word endings by a learned table. The parser sees the tags too (also the second best, where the tagger is in
//! doubt) and makes the moves of the arc-hybrid transition system, one pass from left to right: trees have one root, are projective, and
//! cost linear time. Weights have 7 bits, activations 8 bits; every kernel gives the same trees bit for bit.
//!
//! # The models and their licence
//! `tagger.model` and `parser.model` were computed by the `train` binary from two treebanks: UD English EWT (training part; CC BY-SA 4.0)
//! and the documents of UD English GUM under CC BY and CC BY-SA (academic, court, interview, bio, voyage); and from 24,740 sentences of
//! news, to which a slow parser trained on the same treebanks gave tags and trees (`train/teacher.py`, on top of the sentence encoder
//! all-MiniLM-L6-v2, Apache License 2.0). They hold numbers computed from these texts, nothing of them beyond single word forms' hashes and
//! lemma endings, and are offered under CC BY-SA 4.0, apart from the code's licence. A model of another version, damaged, or of another
//! tagger is refused ([`ModelError`]).
//!
//! # How good it is
//! On the dev part of UD English EWT (web text), printed by
//! `cargo run --release --features train --bin train -- evaluate en_ewt-ud-dev.conllu`:
//!
//! | | |
//! | --- | --- |
//! | tokens of raw text, F1 | .994 |
//! | Penn tags | .950 |
//! | lemmas; in lower case | .973; .986 |
//! | UAS; LAS, without punctuation | .885; .851 |
//! | nsubj, nsubj:pass, obj, obl (F1) | .91, .87, .88, .75 |
//! | ccomp, xcomp, conj, appos, nmod, negation (F1) | .73, .85, .71, .54, .81, .94 |
//!
//! On news that neither was trained on (2,310 sentences), agreement with the teacher, which itself has tags .963, UAS .926, LAS .898 on
//! EWT: tags .978, UAS .924, LAS .904 (.961, .874, .842 for models of the treebanks alone).
//!
//! On one core, printed by `cargo bench --bench syntax`: text to trees 846,000 tokens a second with AVX-512, 474,000 with AVX-VNNI,
//! 335,000 with AVX2, 171,000 with SSSE3; text to tags 26, 18, 11 and 7.6 MB a second.
//!
//! The lemmas missed with their capitals are names that the tagger takes for common nouns, or the reverse. Sentences of attribution
//! ("…, officials said."), which web text lacks, are added to the training text, made from its own statements (`train/attribution.rs`).
//!
//! The models are made by `train train FILE… --parsed FILE --dev FILE --out src/syntax`, in about twenty minutes on one core with
//! `RUSTFLAGS="-C target-cpu=native"`; the same data gives the same bytes. How the file of `--parsed` is made stands in `train/teacher.py`;
//! on two cores that takes half an hour.

mod closed_words;
pub mod conllu;
mod correction;
pub mod evaluate;
mod features;
mod kernel;
pub mod lemma;
mod model;
mod network;
mod parser;
pub mod part_of_speech;
mod recent;
pub mod relation;
pub mod sentence;
mod tagged;
mod tagger;
pub mod token;
#[cfg(any(test, feature = "train"))]
pub mod train;
mod transition;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::ControlFlow;
use std::sync::LazyLock;

pub use kernel::Kernel;
pub use model::ModelError;
pub use part_of_speech::{PennTag, UniversalTag};
pub use relation::Relation;
pub use sentence::{ROOT, Sentence, Token};
pub use tagged::TaggedSentences;
pub(crate) use tagged::Words;
pub use token::tokenize;

use crate::article::Span;
use features::{Part, TagChoice, WordRows};
use lemma::Lemmas;
use parser::{Parser, ParserScratch};
use tagger::{Tagger, TaggerScratch};

/// The tagger, the lemmas and the parser, ready for use.
pub struct Analyser {
    tagger: Tagger,
    parser: Parser,
    kernel: Kernel,
}

/// Memory that is used again from one sentence to the next.
#[derive(Default)]
pub struct Workspace {
    tagger: TaggerScratch,
    parser: ParserScratch,
}

/// Bytes at an address that vector loads like.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static TAGGER: &Aligned<[u8]> = &Aligned(*include_bytes!("tagger.model"));
static PARSER: &Aligned<[u8]> = &Aligned(*include_bytes!("parser.model"));

const WHOLE: &str = "the models in the program are whole: every test of this module opens them";

static EMBEDDED: LazyLock<Analyser> = LazyLock::new(|| Analyser::embedded_with(Kernel::best()));

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

impl Analyser {
    /// The analyser with the models that the program carries.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// An analyser with the models that the program carries and instructions of your choice, for measuring; results do not differ.
    ///
    /// # Panics
    /// Where the models in the program were damaged at build time.
    pub fn embedded_with(kernel: Kernel) -> Self {
        Self::from_models(Cow::Borrowed(&TAGGER.0), Cow::Borrowed(&PARSER.0)).expect(WHOLE).with_kernel(kernel)
    }

    /// An analyser with other models, as the `train` binary writes them; refused where version, checksum or each other do not fit.
    pub fn from_models(tagger: Cow<'static, [u8]>, parser: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let tagger = Tagger::read(tagger)?;
        let parser = Parser::read(parser, tagger.fingerprint)?;
        Ok(Self { tagger, parser, kernel: Kernel::best() })
    }

    /// The same analyser with other instructions, for measuring; results do not differ.
    #[must_use]
    pub fn with_kernel(mut self, kernel: Kernel) -> Self {
        self.kernel = kernel.or_best();
        self
    }

    /// The instructions in use.
    pub fn kernel(&self) -> Kernel {
        self.kernel
    }

    pub(crate) fn lemmas(&self) -> &Lemmas {
        &self.tagger.lemmas
    }

    /// Tokens, tags, lemmas and tree of the sentence at `sentence` in `text`.
    pub fn parse(&self, text: &str, sentence: Span) -> Sentence {
        let mut analysed = Sentence::default();
        WORKSPACE.with_borrow_mut(|workspace| self.parse_into(text, sentence, workspace, &mut analysed));
        analysed
    }

    /// As [`parse`](Self::parse), into a sentence and with memory that were used before.
    pub fn parse_into(&self, text: &str, sentence: Span, workspace: &mut Workspace, analysed: &mut Sentence) {
        self.tag_into(text, sentence, workspace, analysed);
        let Workspace { tagger, parser, .. } = workspace;
        self.add_tree(&tagger.rows, &tagger.choices, parser, analysed);
    }

    /// As [`parse`](Self::parse), over tokens made elsewhere.
    pub fn parse_tokens(&self, text: &str, sentence: Span, tokens: Vec<Token>) -> Sentence {
        let mut analysed = Sentence::default();
        analysed.reset(sentence);
        analysed.tokens = tokens;
        WORKSPACE.with_borrow_mut(|workspace| {
            self.add_tags(text, workspace, &mut analysed);
            let Workspace { tagger, parser, .. } = workspace;
            self.add_tree(&tagger.rows, &tagger.choices, parser, &mut analysed);
        });
        analysed
    }

    /// Tokens, tags and lemmas of the sentence at `sentence` in `text`, without the tree: several times cheaper.
    pub fn tag(&self, text: &str, sentence: Span) -> Sentence {
        let mut analysed = Sentence::default();
        WORKSPACE.with_borrow_mut(|workspace| self.tag_into(text, sentence, workspace, &mut analysed));
        analysed
    }

    /// As [`tag`](Self::tag), into a sentence and with memory that were used before.
    pub fn tag_into(&self, text: &str, sentence: Span, workspace: &mut Workspace, analysed: &mut Sentence) {
        analysed.reset(sentence);
        token::tokenize_into(text, sentence, &mut analysed.tokens);
        self.add_tags(text, workspace, analysed);
    }

    fn add_tags(&self, text: &str, workspace: &mut Workspace, analysed: &mut Sentence) {
        let Workspace { tagger, .. } = workspace;
        self.choose(text, &analysed.tokens, tagger);
        analysed.tags.clear();
        analysed.tags.extend(tagger.choices.iter().map(|choice| choice.tag));
        self.add_lemmas(text, tagger, analysed);
    }

    /// The tags of a sentence's tokens, in `memory`.
    fn choose(&self, text: &str, tokens: &[Token], memory: &mut TaggerScratch) {
        self.tagger.prepare(memory);
        self.tagger.choose(self.kernel, text, tokens, memory);
    }

    /// The tags of some of them, as [`Tagger::choose_part`] has it.
    fn choose_part<'m>(&self, part: &Part<'_>, memory: &'m mut TaggerScratch) -> &'m [TagChoice] {
        self.tagger.prepare(memory);
        self.tagger.choose_part(self.kernel, part, memory)
    }

    /// Hands over the trees of the sentence at `sentence` in `text` that have each of these words for their root, read under the tag
    /// beside it, until one is enough for `take`; with each tree how much was forced on tagger and parser, who would have chosen other
    /// tags and moves. What takes more than `most` gets no tree.
    pub(crate) fn parse_rooted(
        &self,
        text: &str,
        sentence: Span,
        roots: &[(usize, PennTag)],
        most: f32,
        mut take: impl FnMut(Sentence, f32) -> ControlFlow<()>,
    ) {
        let mut tagged = Sentence::default();
        WORKSPACE.with_borrow_mut(|workspace| {
            self.tag_into(text, sentence, workspace, &mut tagged);
            let Workspace { tagger, parser } = workspace;
            // Whether the parser has looked at the tags as the tagger chose them.
            let mut seen = false;
            for &(root, tag) in roots.iter().filter(|&&(root, _)| root < tagged.len()) {
                let chosen = tagger.choices[root];
                let keeps = tag == chosen.tag;
                let unlikely = if keeps { 0.0 } else { self.tagger.shortfall(tagger, root, tag) };
                if unlikely > most {
                    continue;
                }
                if !keeps {
                    tagger.choices[root] = TagChoice::certain(tag);
                }
                if !keeps || !seen {
                    self.parser.look(self.kernel, &tagger.rows, &tagger.choices, parser);
                }
                seen = keeps;
                let forced = self.parser.parse_rooted(self.kernel, &tagger.choices, root as u32, most - unlikely, parser);
                tagger.choices[root] = chosen;
                let Some(forced) = forced else { continue };
                let mut tree = tagged.clone();
                if !keeps {
                    let word = tree.word(text, root).to_lowercase();
                    tree.retag_as(root, tag, &lemma::of_with(self, &word, tag));
                }
                tree.heads.clone_from(&parser.state.heads);
                tree.relations.clone_from(&parser.state.relations);
                tree.index_children();
                if take(tree, unlikely + forced).is_break() {
                    break;
                }
            }
        });
    }

    fn add_lemmas(&self, text: &str, memory: &mut TaggerScratch, analysed: &mut Sentence) {
        analysed.reserve();
        analysed.add_lemmas(|token, tag, lemmas| self.tagger.append_lemma(text, token.span, tag, memory, lemmas));
    }

    /// Appends the lemma of the word at `span`.
    fn append_lemma(&self, text: &str, span: Span, tag: PennTag, memory: &mut TaggerScratch, lemma: &mut String) {
        self.tagger.prepare(memory);
        self.tagger.append_lemma(text, span, tag, memory, lemma);
    }

    /// The tree of a tagged sentence, from what the tagger saw in its words and made of them.
    fn add_tree(&self, rows: &[WordRows], choices: &[TagChoice], parser: &mut ParserScratch, analysed: &mut Sentence) {
        self.parser.parse(self.kernel, rows, choices, parser);
        analysed.heads.clone_from(&parser.state.heads);
        analysed.relations.clone_from(&parser.state.relations);
        analysed.index_children();
    }
}
