//! The text that the benches measure with: the project's own articles, told again and again with other names and figures, so that no
//! stage meets the same sentence twice.

use crossclaim::article::Article;
use crossclaim::read::Reader;
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
pub(crate) fn prepared() -> (Vec<Article>, BytesCount) {
    let articles = articles();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    (articles, BytesCount::new(bytes))
}
