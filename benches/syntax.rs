//! Speed of tokens, tags and trees, on each kernel that the processor has: `cargo bench --bench syntax`.

mod corpus;

use crossclaim::article::{Article, Span};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::segment::segment;
use crossclaim::syntax::{Analyser, Kernel, Sentence, Workspace, tokenize};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

use crate::corpus::prepared;

fn main() {
    divan::main();
}

fn kernels() -> impl Iterator<Item = Kernel> {
    Kernel::ALL.into_iter().filter(|kernel| kernel.is_available())
}

/// Articles with the places of their sentences.
struct Text {
    articles: Vec<(Article, Vec<Span>)>,
    bytes: BytesCount,
    tokens: ItemsCount,
}

impl Text {
    fn new() -> Self {
        let (articles, bytes) = prepared();
        let spans = |article: &Article| segment(article, Gazetteers::embedded()).sentences.iter().map(|sentence| sentence.span).collect();
        let articles: Vec<(Article, Vec<Span>)> = articles
            .into_iter()
            .map(|article| {
                let spans = spans(&article);
                (article, spans)
            })
            .collect();
        let text = Self { articles, bytes, tokens: ItemsCount::new(0_usize) };
        let tokens: usize = text.sentences().map(|(text, span)| tokenize(text, span).len()).sum();
        Self { tokens: ItemsCount::new(tokens), ..text }
    }

    fn sentences(&self) -> impl Iterator<Item = (&str, Span)> {
        self.articles.iter().flat_map(|(article, spans)| spans.iter().map(|&span| (article.text.as_str(), span)))
    }
}

#[divan::bench]
fn tokenizing(bencher: Bencher<'_, '_>) {
    let text = Text::new();
    bencher
        .counter(text.bytes)
        .counter(text.tokens)
        .bench(|| text.sentences().map(|(text, span)| tokenize(text, span).len()).sum::<usize>());
}

/// Tokens, part-of-speech tags and lemmas.
#[divan::bench(args = kernels())]
fn tagging(bencher: Bencher<'_, '_>, kernel: Kernel) {
    let text = Text::new();
    let analyser = Analyser::embedded_with(kernel);
    let (mut workspace, mut sentence) = (Workspace::default(), Sentence::default());
    bencher.counter(text.bytes).counter(text.tokens).bench_local(|| {
        for (text, span) in text.sentences() {
            analyser.tag_into(text, span, &mut workspace, &mut sentence);
        }
    });
}

/// The same with trees.
#[divan::bench(args = kernels())]
fn parsing(bencher: Bencher<'_, '_>, kernel: Kernel) {
    let text = Text::new();
    let analyser = Analyser::embedded_with(kernel);
    let (mut workspace, mut sentence) = (Workspace::default(), Sentence::default());
    bencher.counter(text.bytes).counter(text.tokens).bench_local(|| {
        for (text, span) in text.sentences() {
            analyser.parse_into(text, span, &mut workspace, &mut sentence);
        }
    });
}

/// Opening both models, checksums and all: what a start of the program pays.
#[divan::bench]
fn opening() {
    divan::black_box(Analyser::embedded_with(Kernel::best()));
}
