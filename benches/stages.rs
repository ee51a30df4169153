//! How fast each stage is, and all of them: bytes of article text a second on one core, a line a stage
//! (`cargo bench --bench stages`). `sentences_and_tags` is what `crossclaim tag` does between reading and writing, `extraction` what
//! `crossclaim extract` does.

mod corpus;

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::segment::{Document, segment};
use crossclaim::syntax::Analyser;
use crossclaim::tag::mention::Mention;
use crossclaim::tag::tag;
use divan::Bencher;

use crate::corpus::prepared;

// As the command line has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn segmented<'a>(articles: &'a [Article], gazetteers: &Gazetteers) -> Vec<Document<'a>> {
    articles.iter().map(|article| segment(article, gazetteers)).collect()
}

#[divan::bench]
fn sentences(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let gazetteers = Gazetteers::embedded();
    bencher.counter(bytes).bench(|| articles.iter().map(|article| segment(article, gazetteers).sentences.len()).sum::<usize>());
}

/// One pass of the automaton alone: the limit of every tagger that looks names up.
#[divan::bench]
fn names(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let automaton = Gazetteers::embedded().automaton();
    bencher.counter(bytes).bench(|| articles.iter().map(|article| automaton.scan(&article.text).len()).sum::<usize>());
}

#[divan::bench]
fn tags(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let gazetteers = Gazetteers::embedded();
    let documents = segmented(&articles, gazetteers);
    bencher.counter(bytes).bench(|| documents.iter().map(|document| tag(document, gazetteers).len()).sum::<usize>());
}

#[divan::bench]
fn sentences_and_tags(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let gazetteers = Gazetteers::embedded();
    bencher.counter(bytes).bench(|| articles.iter().map(|article| tag(&segment(article, gazetteers), gazetteers).len()).sum::<usize>());
}

/// Tokens, part-of-speech tags, lemmas and trees of every sentence.
#[divan::bench]
fn trees(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let gazetteers = Gazetteers::embedded();
    let documents = segmented(&articles, gazetteers);
    let trees = |document: &Document<'_>| {
        let parsed = document.sentences.iter().map(|sentence| Analyser::embedded().parse(document.text(), sentence.span).len());
        parsed.sum::<usize>()
    };
    bencher.counter(bytes).bench(|| documents.iter().map(trees).sum::<usize>());
}

/// Claims from sentences and tags that are there already.
#[divan::bench]
fn claims(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let gazetteers = Gazetteers::embedded();
    let documents = segmented(&articles, gazetteers);
    let tagged: Vec<Vec<Mention>> = documents.iter().map(|document| tag(document, gazetteers)).collect();
    bencher.counter(bytes).bench(|| {
        documents.iter().zip(&tagged).map(|(document, mentions)| claim::extract(document, mentions, gazetteers).len()).sum::<usize>()
    });
}

/// From text to claims.
#[divan::bench]
fn extraction(bencher: Bencher<'_, '_>) {
    let (articles, bytes) = prepared();
    let pipeline = Pipeline::default();
    bencher.counter(bytes).bench(|| articles.iter().map(|article| pipeline.extract(article).len()).sum::<usize>());
}
