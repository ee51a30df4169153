//! How fast each stage is, and all of them: bytes of article text a second on one core.
//!
//! The text is the project's own articles, told again and again with other names and figures, so that no stage meets the same
//! sentence twice; a run of `cargo bench --bench stages` prints a line a stage.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::read::Reader;
use crossclaim::segment::{Document, segment};
use crossclaim::syntax::Analyser;
use crossclaim::tag::mention::Mention;
use crossclaim::tag::tag;
use divan::Bencher;
use divan::counter::BytesCount;

/// How often the corpus is told.
const TOLD: usize = 4;

/// Names that take each other's place from one telling to the next.
const NAMES: [[&str; 4]; 5] = [
    ["Norway", "Denmark", "Sweden", "Finland"],
    ["Rwanda", "Kenya", "Ghana", "Senegal"],
    ["Indonesia", "Malaysia", "Vietnam", "Thailand"],
    ["Monday", "Tuesday", "Wednesday", "Thursday"],
    ["dozens", "scores", "hundreds", "thousands"],
];

fn main() {
    divan::main();
}

/// The corpus, told [`TOLD`] times with other names and figures.
fn articles() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus").to_owned();
    let corpus: Vec<Article> = Reader::new(&[folder]).filter_map(Result::ok).collect();
    let mut articles = Vec::with_capacity(corpus.len() * TOLD);
    for telling in 0..TOLD {
        for article in &corpus {
            let text = retold(&article.text, telling);
            let mut again = Article::new(format!("{}-{telling}", article.id), article.source.clone(), text);
            again.published = article.published;
            articles.push(again);
        }
    }
    articles
}

/// The text with each name moved on by `telling` in its row, and each figure between the marks of words turned by it.
fn retold(text: &str, telling: usize) -> String {
    let mut told = text.to_owned();
    for row in NAMES {
        // By way of signs that no text holds, so that no name is moved twice.
        for (index, name) in row.iter().enumerate() {
            told = told.replace(name, &format!("\u{1}{index}\u{1}"));
        }
        for index in 0..row.len() {
            told = told.replace(&format!("\u{1}{index}\u{1}"), row[(index + telling) % row.len()]);
        }
    }
    let turn = |character: char| match character.to_digit(10) {
        Some(digit @ 3..=7) => char::from_digit(3 + (digit - 3 + telling as u32) % 5, 10).unwrap_or(character),
        _ => character,
    };
    told.chars().map(turn).collect()
}

/// All articles, and how many bytes of text they hold.
fn prepared() -> (Vec<Article>, BytesCount) {
    let articles = articles();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    (articles, BytesCount::new(bytes))
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
