//! How fast articles are cut into paragraphs, sentences and quotations: megabytes of text a second on one core.

use crossclaim::article::Article;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::read::Reader;
use crossclaim::segment::segment;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// The project's own articles.
fn corpus() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus").to_owned();
    Reader::new(&[folder]).filter_map(Result::ok).collect()
}

#[divan::bench]
fn corpus_articles(bencher: Bencher<'_, '_>) {
    let articles = corpus();
    let gazetteers = Gazetteers::embedded();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| articles.iter().map(|article| segment(article, gazetteers).sentences.len()).sum::<usize>());
}
