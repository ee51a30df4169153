//! Several accounts of one story: told by other verbs, on other days, with names written in other ways.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::reconcile::model::{FactStatus, Ledger};
use crossclaim::reconcile::reconcile;

/// Reconciles articles of one group, each "2025-03-02|text".
fn reconciled(texts: &[&str]) -> Ledger {
    let pipeline = Pipeline::default();
    let mut claims = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let (day, text) = text.split_once('|').expect("a text begins with its day");
        let mut article = Article::new(format!("article-{number}"), format!("Paper {number}"), text);
        article.group = Some("story".to_owned());
        article.published = Some(day.parse().expect("a day"));
        let told = pipeline.extract(&article);
        assert!(!told.is_empty(), "{text}: nothing is told that could be compared");
        claims.extend(told);
    }
    reconcile(&claims, pipeline.gazetteers())
}

fn in_both_orders(a: &'static str, b: &'static str) -> [Ledger; 2] {
    [reconciled(&[a, b]), reconciled(&[b, a])]
}

#[test]
fn a_claim_joins_what_another_day_alone_keeps_apart() {
    let texts = [
        "2025-06-02|The flood in Nepal has killed 31 people.",
        "2025-06-03|The death toll from Sunday's flood in Nepal has risen to 58.",
        "2025-06-08|The flood killed 140 people in Nepal.",
        "2025-06-08|The hospitals of Nepal have registered 140 deaths.",
    ];
    let ledger = reconciled(&texts);
    let toll = ledger.facts.iter().find(|fact| fact.status == FactStatus::Updated).expect("the toll grew");
    assert!(toll.claims.len() >= 4, "{:?}", ledger.facts);
    assert!(ledger.conflicts.is_empty(), "{:?}", ledger.conflicts);
}

#[test]
fn what_conflicts_with_a_claim_conflicts_with_those_that_say_the_same() {
    let texts = [
        "2025-05-20|In all, 112 pupils were taken from the school in Kenya on 12 May.",
        "2025-05-21|The Standard also has 112 pupils abducted, many more than the police.",
        "2025-05-20|Bandits took 87 pupils from a school in Kenya on 12 May.",
    ];
    let ledger = reconciled(&texts);
    assert_eq!(ledger.conflicts.len(), 2, "{:?}", ledger.conflicts);
}

#[test]
fn one_refusal_is_told_in_many_ways() {
    let agree = [
        // By the request or by what was asked for.
        ("2025-04-02|Peru rejected a request for a third round of talks.", "2025-04-02|Peru refused to hold a third round of talks."),
        // People not taken in, and offers turned down.
        (
            "2025-04-02|Ghana will not receive migrants from other countries.",
            "2025-04-03|Ghana has turned down the offer of the United States.",
        ),
        // Nothing was paid, and there was none.
        ("2025-04-02|No ransom was paid, not one rupee.", "2025-04-03|There had been no ransom in India."),
    ];
    for (a, b) in agree {
        for ledger in in_both_orders(a, b) {
            assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Corroborated), "{a} {b}: {:?}", ledger.facts);
            assert!(ledger.conflicts.is_empty(), "{a} {b}: {:?}", ledger.conflicts);
        }
    }
    let apart = [
        // Words withheld on two matters.
        ("2025-04-02|Chad refused to comment on the budget.", "2025-04-02|Chad refused to hold a third debate."),
        // Other refusers.
        ("2025-04-02|Ghana refused.", "2025-04-02|Togo declined to sign."),
    ];
    for (a, b) in apart {
        for ledger in in_both_orders(a, b) {
            assert!(ledger.facts.iter().all(|fact| fact.status == FactStatus::Single), "{a} {b}: {:?}", ledger.facts);
        }
    }
}

#[test]
fn what_came_later_takes_the_place_of_what_was() {
    let table = [
        // A refusal given up.
        ("2025-06-02|Hungary refused to contribute at all.", "2025-06-12|Hungary agreed last week to contribute €20 million to Moldova."),
        // An illness denied, then owned.
        (
            "2025-06-02|\"There is no cholera in Malawi,\" the minister told reporters.",
            "2025-06-07|Malawi has acknowledged an outbreak of cholera.",
        ),
        // More of them are held.
        ("2025-06-02|Police in Peru have detained two engineers.", "2025-06-07|Four engineers are in custody."),
        // The number of those freed.
        (
            "2025-06-02|Sixty-one pupils were released on Sunday.",
            "2025-06-07|That brings to 80 the number of those who have been released.",
        ),
    ];
    for (a, b) in table {
        for ledger in in_both_orders(a, b) {
            assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Updated), "{a} {b}: {:?}", ledger.facts);
            assert!(ledger.conflicts.is_empty(), "{a} {b}: {:?}", ledger.conflicts);
        }
    }
}

#[test]
fn a_name_is_one_with_and_without_initials() {
    let holders = |a: &'static str, b: &'static str| {
        let ledger = reconciled(&[a, b]);
        (ledger.facts.iter().any(|fact| fact.status == FactStatus::Corroborated), ledger.conflicts.len())
    };
    let one = [
        (
            "2025-06-02|Ohio Supreme Court Chief Justice Martin Q. Hale, Jr. wrote the ruling.",
            "2025-06-02|Ohio Supreme Court Chief Justice Martin Hale wrote the ruling.",
        ),
        ("2025-06-02|Police Chief Laura “Lolo” Vance arrested three men.", "2025-06-02|Police Chief Laura Vance arrested three men."),
    ];
    for (a, b) in one {
        assert_eq!(holders(a, b), (true, 0), "{a} {b}");
    }
}

#[test]
fn some_of_the_dead_are_not_all_of_them() {
    let ledger = reconciled(&[
        "2025-06-02|Carla Moraru, 50, died at the scene of the fire in Leeds.",
        "2025-06-02|Six people died at the scene of the fire in Leeds.",
    ]);
    assert!(ledger.facts.iter().all(|fact| fact.claims.len() == 1), "{:?}", ledger.facts);
}

#[test]
fn two_things_that_one_person_said_are_two_facts() {
    let said = |words: &str| format!("2025-06-02|Police Chief Laura Vance of Dover, Ohio, {words}.");
    let joined = |one: &str, other: &str| {
        let ledger = reconciled(&[&said(one), &said(other)]);
        let holds_words = |statement: &str| statement.contains("said") || statement.contains("told");
        ledger.facts.iter().any(|fact| holds_words(&fact.statement) && fact.claims.len() > 1)
    };
    let bridge = "said the bridge would be closed to lorries until the summer";
    for other in [
        "said she was proud of every officer on the force",
        "told reporters that no dog had been found",
        "said on Monday that it was \"a hard week\"",
    ] {
        assert!(!joined(bridge, other), "{other}");
    }
    for same in [bridge, "told reporters that the bridge would stay closed to lorries until the summer"] {
        assert!(joined(bridge, same), "{same}");
    }
}
