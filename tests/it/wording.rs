//! Rules of wording: which sentences in much the same words cannot both be so, and which only look like it.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, ClaimScope};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::model::{Conflict, ConflictCode};
use crossclaim::reconcile::rules::Relation;
use crossclaim::reconcile::{explain, reconcile};

/// Sentences that make an article long and say nothing of what is tested.
const FILLER: &str = "The harvest was late this year. Buses leave from the square. A choir sang in the old hall. Rain fell in the hills. \
                      The library closes at noon. A ferry crosses twice a day.";

fn article(id: &str, text: &str) -> Article {
    let mut article = Article::new(id, format!("The {id}"), text);
    article.group = Some("one".to_owned());
    article
}

/// The claims of two articles, and what wording makes of them.
fn compared(a: &str, b: &str) -> (Vec<Claim>, Vec<Conflict>) {
    let gazetteers = Gazetteers::embedded();
    let pipeline = Pipeline::with_gazetteers(gazetteers);
    let claims: Vec<Claim> = [article("Post", a), article("Times", b)].iter().flat_map(|article| pipeline.extract_all(article)).collect();
    let conflicts = reconcile(&claims, gazetteers).conflicts.into_iter().filter(|conflict| conflict.rule.starts_with("wording/")).collect();
    (claims, conflicts)
}

/// Pairs that each rule must find, between articles of one sentence.
const FOUND: &[(&str, &str, &str)] = &[
    ("The bridge over the Arle was opened in 1996.", "The bridge over the Arle was not opened in 1996.", "wording/negated"),
    ("Marta Lindqvist is the director of the Arle Museum.", "Marta Lindqvist is not the director of the Arle Museum.", "wording/negated"),
    ("The brewery sold its stables to a builder.", "The brewery never sold its stables to a builder.", "wording/negated"),
    ("The old theatre was finished in 1890.", "The old theatre was finished in 1891.", "wording/number"),
    ("Ticket sales at the old theatre rose sharply.", "Ticket sales at the old theatre fell sharply.", "wording/opposed"),
];

/// Pairs that no rule may find: two articles of a sentence or two.
const REFUSED_SHORT: &[(&str, &str)] = &[
    // Silent on one thing, telling another.
    ("The mayor said that the bridge was closed.", "The mayor did not say whether the bridge was closed."),
    // Both deny it.
    ("There were no reports of damage, but eleven roofs leaked.", "Eleven roofs leaked, but no reports of damage came in."),
    // What is denied of the whole is no fact.
    ("The fire was not an accident.", "It does not appear that the fire was an accident."),
    // A number that names a thing.
    ("Room 12 of the old theatre was painted.", "Room 14 of the old theatre was painted."),
    // Others than the one who is said to.
    ("The brewer's lawyer sold the stables.", "The brewer never sold the stables."),
    ("Anna Berg praised Otto Lind.", "Otto Lind never praised Anna Berg."),
    // Not any more.
    ("The former director of the museum lives here.", "The museum does not have a director."),
];

/// Sentences that no rule may find in articles of many sentences.
const REFUSED_LONG: &[(&str, &str)] = &[
    ("(Published Monday, Oct. 31, 2016)", "(Published Sunday, Oct. 30, 2016)"),
    ("Photo: Video Image 3 of 8 Firemen search the old theatre.", "Photo: Video Image 4 of 8 Firemen search the old theatre."),
    ("\"This is not Arle Harbour.\"", "A storm has damaged eleven boats in Arle Harbour on Sunday, a harbour master said."),
    ("\"We're not going to stop,\" the rower said.", "He is going to stop with the insults, the rower's coach said."),
    ("Police say they found three boats adrift behind the club.", "However, police did not say if the boats were behind the club before."),
    ("They had plans to leave Arle on Saturday.", "Lindqvist has no plans to leave."),
    ("None of the injuries are life-threatening.", "Police tell that all of the rowers have non life-threatening injuries."),
    ("Tickets are $6 each.", "Tickets are $80 each."),
];

#[test]
fn statements_in_the_same_words_that_disagree_are_found() {
    for (a, b, rule) in FOUND {
        let (_, conflicts) = compared(a, b);
        let rules: Vec<&str> = conflicts.iter().map(|conflict| conflict.rule.as_str()).collect();
        assert_eq!(rules, [*rule], "{a} / {b}");
    }
}

#[test]
fn what_only_looks_like_a_disagreement_is_refused() {
    for (a, b) in REFUSED_SHORT {
        let (_, conflicts) = compared(a, b);
        assert!(conflicts.is_empty(), "{a} / {b}: {}", conflicts[0].why);
    }
    for (a, b) in REFUSED_LONG {
        let (_, conflicts) = compared(&format!("{a}\n\n{FILLER}"), &format!("{b}\n\nThe mill was built of stone. {FILLER}"));
        assert!(conflicts.is_empty(), "{a} / {b}: {}", conflicts[0].why);
    }
}

#[test]
fn plain_reports_that_share_rare_words_disagree_in_long_articles_too() {
    let a = format!("The bridge over the Arle was opened by the harbour board in spring. {FILLER}");
    let b = format!("{FILLER} The bridge over the Arle was never opened by the harbour board.");
    let (_, conflicts) = compared(&a, &b);
    assert_eq!(conflicts.len(), 1);
}

#[test]
fn the_words_that_are_quoted_are_those_underlined() {
    for (a, b, _) in FOUND {
        // Something of more bytes than letters before them, and a quotation.
        let (a, b) = (format!("“Ärle” is a café’s name. {a}"), format!("The café “Ärle” opens – at noon. {b}"));
        let (claims, conflicts) = compared(&a, &b);
        assert!(!conflicts.is_empty(), "{a} / {b}");
        for conflict in &conflicts {
            let words = conflict.words.expect("a conflict of wording says where");
            for (id, [start, end]) in [&conflict.a, &conflict.b].into_iter().zip(words) {
                let claim = claims.iter().find(|claim| claim.id == *id).expect("its claim is there");
                let text = if claim.article == "Post" { &a } else { &b };
                assert!(claim.start <= start && end <= claim.end, "{}", conflict.why);
                assert!(conflict.why.contains(&format!("“{}”", &text[start..end])), "{}", conflict.why);
                assert!(conflict.why.contains(&claim.source), "{}", conflict.why);
            }
        }
    }
}

#[test]
fn two_statements_are_explained() {
    let gazetteers = Gazetteers::embedded();
    let statement = |claims: &[Claim], article: &str| {
        claims.iter().find(|claim| claim.article == article && claim.scope == ClaimScope::Statement).cloned().expect("a statement")
    };
    let (claims, _) = compared(FOUND[0].0, FOUND[0].1);
    let (a, b) = (statement(&claims, "Post"), statement(&claims, "Times"));
    let told = explain(&a, &b, &claims, gazetteers);
    assert!(matches!(told.relation, Relation::Conflict(ConflictCode::StanceConflict, _)), "{told}");
    assert_eq!(told.rule, "wording/negated");
    let (claims, _) = compared("The mill was built of stone.", "A choir sang in the hall.");
    let told = explain(&statement(&claims, "Post"), &statement(&claims, "Times"), &claims, gazetteers);
    assert_eq!(told.relation, Relation::Distinct);
    assert!(told.why.contains("nothing in them can disagree"), "{told}");
}
