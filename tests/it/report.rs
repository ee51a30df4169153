//! What people read, as snapshots: the whole text of a run over one story of the corpus.

use assert_cmd::Command;
use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::reconcile::reconcile;
use crossclaim::report::{self, Findings};

#[test]
fn a_story_is_reported_with_its_conflict_first() {
    let mut command = Command::cargo_bin("crossclaim").expect("the binary is built");
    let output = command.args(["check", "corpus/earthquake"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout));
}

/// The page of a run over articles of one group.
fn page(articles: Vec<Article>) -> String {
    let pipeline = Pipeline::default();
    let claims: Vec<_> = articles.iter().flat_map(|article| pipeline.extract(article)).collect();
    let ledger = reconcile(&claims, pipeline.gazetteers());
    let mut written = Vec::new();
    report::html::write(&Findings { articles, claims, ledger }, &mut written).expect("a vector can be written");
    String::from_utf8(written).expect("the page is UTF-8")
}

fn article(id: &str, source: &str, url: &str, text: &str) -> Article {
    let mut article = Article::new(id, source, text);
    article.url = Some(url.to_owned());
    article.group = Some("flood".to_owned());
    article.published = Some("2025-02-03".parse().expect("a date"));
    article
}

#[test]
fn a_page_shows_both_sides_with_the_disputed_words_marked() {
    let page = page(vec![
        article(
            "a",
            "Lakeside Wire",
            "https://lakeside.example/flood",
            "The flood in Chad killed 42 people on Sunday.\n\nThe army sent boats.",
        ),
        article(
            "b",
            "Delta Post",
            "https://delta.example/1?a=1&b=2",
            "At least 3,000 fled. The flood in Chad killed exactly 61 people on Sunday.",
        ),
    ]);
    let body = page.split_once("<body>").map_or("", |(_, body)| body);
    insta::assert_snapshot!(body);
}

#[test]
fn what_comes_from_an_article_is_never_markup_on_a_page() {
    let page = page(vec![
        article(
            "<i>a</i>",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "The flood in Chad killed 42 people <b>here</b> on Sunday.",
        ),
        article("b", "Delta \"Post\"", "http://delta.example/\"onclick=\"alert(1)", "The flood in Chad killed 61 people on Sunday."),
    ]);
    assert!(page.contains("42 people") && page.contains("61 people"), "the conflict is shown");
    for markup in ["<script", "<b>here", "<i>a", "javascript:", "\"onclick"] {
        assert!(!page.contains(markup), "{markup} in the page");
    }
}
