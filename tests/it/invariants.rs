//! What must always hold: spans slice the text, and the output depends on the set of articles alone.

use assert_cmd::Command;
use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::reconcile::reconcile;
use crossclaim::segment::segment;
use crossclaim::tag::tag;
use proptest::prelude::*;

/// Pieces that news is made of, so that random texts hold what the rules look for.
const PIECES: [&str; 24] = [
    "The United States ",
    "deported ",
    "at least 58 ",
    "countries ",
    "to El Salvador",
    ". ",
    "“",
    "” ",
    "President Nayib Bukele ",
    "said ",
    "that ",
    "$6 million ",
    "in March ",
    "Kenya ",
    "agreed to accept ",
    "two and a half ",
    "\n\n",
    "U.S. ",
    "officials ",
    "— ",
    "’s ",
    "not ",
    "dozens of ",
    "é😀 ",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_span_slices_its_own_text(text in news()) {
        let pipeline = Pipeline::default();
        let article = Article::new("a", "s", text);
        let document = segment(&article, pipeline.gazetteers());
        for sentence in &document.sentences {
            prop_assert!(!sentence.span.of(&article.text).is_empty());
        }
        for mention in tag(&document, pipeline.gazetteers()) {
            prop_assert!(!mention.span.of(&article.text).is_empty());
            prop_assert!(document.sentences[mention.sentence].span.overlaps(mention.span));
        }
        for claim in pipeline.extract(&article) {
            prop_assert_eq!(claim.span().of(&article.text), &claim.text);
            for participant in claim.participants().chain(&claim.place) {
                prop_assert_eq!(&article.text[participant.start..participant.end], &participant.text);
            }
            if let Some(quantity) = &claim.quantity {
                prop_assert_eq!(&article.text[quantity.start..quantity.end], &quantity.text);
            }
            for phrase in &claim.circumstances {
                prop_assert!(!phrase.text.is_empty());
                prop_assert_eq!(&article.text[phrase.start..phrase.end], &phrase.text);
            }
            for repeat in &claim.repeats {
                prop_assert!(!repeat.of(&article.text).is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,400}") {
        let _ = Pipeline::default().extract(&Article::new("a", "s", text));
    }

    #[test]
    fn reconciling_is_order_free_and_repeatable(texts in prop::collection::vec(news(), 1..5), seed in any::<u64>()) {
        let pipeline = Pipeline::default();
        let mut claims = Vec::new();
        for (index, text) in texts.into_iter().enumerate() {
            claims.extend(pipeline.extract(&Article::new(format!("a{index}"), format!("s{index}"), text)));
        }
        let ledger = reconcile(&claims, pipeline.gazetteers());
        let mut shuffled = claims.clone();
        shuffled.sort_by_key(|claim| claim.id.bytes().fold(seed, |hash, byte| hash.rotate_left(7) ^ u64::from(byte)));
        shuffled.extend(claims.iter().cloned());
        prop_assert_eq!(ledger, reconcile(&shuffled, pipeline.gazetteers()));
    }
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads_and_any_order_of_inputs() {
    let check = |jobs: &str, inputs: &[&str]| {
        let mut command = Command::cargo_bin("crossclaim").expect("the binary is built");
        let output =
            command.args(["check", "--format", "json", "--fail-on", "never", "--jobs", jobs]).args(inputs).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let one = check("1", &["corpus"]);
    assert_eq!(one, check("8", &["corpus"]));
    let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).expect("it is JSON");
    let (forward, backward) =
        (value(&check("2", &["corpus/earthquake", "corpus/aid-pledge"])), value(&check("2", &["corpus/aid-pledge", "corpus/earthquake"])));
    assert_eq!(forward["facts"], backward["facts"]);
    assert_eq!(forward["conflicts"], backward["conflicts"]);
}
