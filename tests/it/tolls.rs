//! The dead, the hurt and the taken of two articles of one story; and what keeps articles without a story apart.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::reconcile::model::{FactStatus, Severity};
use crossclaim::reconcile::reconcile;

use crate::figures::reconciled;

#[test]
fn tolls_that_no_day_explains_are_reported() {
    let table = [
        // The wounded beside the dead are all the wounded.
        (
            "A gunman killed one person and wounded four others in Lima.",
            "One person was killed and seven others were wounded in the shooting in Lima.",
        ),
        (
            "One person was killed and four people were injured in the fight.",
            "One woman was killed and three other people were injured in the fight.",
        ),
        // How many were taken on one day is known a week later.
        (
            "2026-05-20|Bandits took 87 pupils from a school in Kenya on 12 May.",
            "2026-05-25|In all, 112 pupils were taken from the school in Kenya on 12 May.",
        ),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            assert!(!conflicts.is_empty(), "{texts:?}");
        }
    }
}

#[test]
fn tolls_of_other_things_are_not() {
    let table = [
        // One of those who were hurt has died.
        (
            "The crash injured four people, and one of the victims later died.",
            "One person is dead and three others were injured in the crash.",
        ),
        // Who was dead when help came is not all who died.
        ("Two people died at the scene of the fire.", "Four people were killed in the fire."),
        // Who is in hospital is not all who were hurt.
        ("The crash injured two officers.", "One officer was hospitalized after the crash."),
        // One shooting, and all of a night.
        (
            "One man was killed and three others were wounded in the shooting.",
            "Four people were killed and at least 19 others were wounded in shootings across the city.",
        ),
        // Others than his wife.
        ("A gunman in Peru killed his wife and two others.", "The gunman killed his wife in Peru."),
        // A package, and the part that was paid of it.
        ("Norway has paid the first part of a package of €90 million.", "Norway has paid €30 million to Malawi."),
        // Ten years are no outbreak.
        ("Thousands of people have died of the fever over the past ten years.", "The fever has killed 40 people in Malawi."),
        // Shares of whom, neither says.
        (
            "Ana Ruiz has the support of 31 percent of voters, and Luis Mora of 17 percent.",
            "Support for Petr Novak is at 23 percent, and for Ivan Lazar at 15 percent.",
        ),
        // Presidents of the past are named by their office.
        ("President George W. Bush signed the treaty.", "President Barack Obama praised the treaty."),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            assert!(conflicts.is_empty(), "{texts:?}: {conflicts:?}");
        }
    }
}

#[test]
fn a_package_of_which_a_part_is_told_is_one_package() {
    let ledger = reconciled([
        "Norway granted Malawi an aid package of €90 million.",
        "It is the first part of a package of €90 million that Norway granted Malawi.",
    ]);
    assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Corroborated), "{:?}", ledger.facts);
}

#[test]
fn short_reports_of_one_day_that_share_a_name_and_their_words_are_one_story() {
    let pipeline = Pipeline::default();
    let conflicts = |texts: [&str; 2]| {
        let articles = ["first", "second"].into_iter().zip(texts);
        let claims: Vec<_> = articles
            .flat_map(|(id, text)| {
                let article = Article::new(id, format!("The {id}"), text).with_published("2025-02-03".parse().expect("a date"));
                pipeline.extract(&article)
            })
            .collect();
        reconcile(&claims, pipeline.gazetteers()).conflicts.len()
    };
    let first = "The flood in Chad killed 42 people on Sunday, the interior ministry said. The government asked for £1.2bn in aid.";
    let table = [
        ("The flood in Chad killed exactly 61 people on Sunday, rescuers said. More than 3,000 people fled to Cameroon.", 1),
        // The country alone is no story, and another country is another flood.
        ("A train that left the rails near the border of Chad killed 61 passengers, railway workers said. Roads were closed.", 0),
        ("The flood in Peru killed exactly 61 people on Sunday, rescuers said. More than 3,000 people fled to Bolivia.", 0),
    ];
    for (second, expected) in table {
        assert_eq!(conflicts([first, second]), expected, "{second}");
        assert_eq!(conflicts([second, first]), expected, "the other way round: {second}");
    }
}

#[test]
fn without_a_group_or_a_day_alike_subjects_are_no_story() {
    let pipeline = Pipeline::default();
    let texts = [
        "Thousands marched in Lima against the mayor of Peru's capital. Twelve people were killed.",
        "Peru mourned in Lima. The mayor said that 30 people had been killed when police met the marchers.",
    ];
    let claims: Vec<_> = ["first", "second"]
        .into_iter()
        .zip(texts)
        .flat_map(|(id, text)| pipeline.extract(&Article::new(id, format!("The {id}"), text)))
        .collect();
    assert!(["first", "second"].iter().all(|id| claims.iter().any(|claim| claim.article == *id && claim.quantity.is_some())), "{claims:?}");
    assert_eq!(reconcile(&claims, pipeline.gazetteers()).conflicts, []);
}

#[test]
fn a_vague_number_is_never_more_than_in_tension_with_another() {
    let ledger = reconciled(["A gunman in Peru shot an officer several times.", "A gunman in Peru shot an officer one time."]);
    let severities: Vec<Severity> = ledger.conflicts.iter().map(|conflict| conflict.severity).collect();
    assert_eq!(severities, [Severity::Tension]);
}

#[test]
fn words_that_only_a_day_fixes_meet_on_a_known_day_alone() {
    let pipeline = Pipeline::default();
    let conflicts = |day: Option<&str>| {
        let texts = [
            "The gates of the old harbour were opened to visitors today. The Kenya Tea Board sold 40 million shillings of tea in Nairobi.",
            "The gates of the old harbour were closed to visitors today. The Kenya Tea Board sold 40 million shillings of tea in Nairobi.",
        ];
        let claims: Vec<_> = ["first", "second"]
            .into_iter()
            .zip(texts)
            .flat_map(|(id, text)| {
                let mut article = Article::new(id, format!("The {id}"), text);
                article.published = day.map(|day| day.parse().expect("a date"));
                pipeline.extract_all(&article)
            })
            .collect();
        reconcile(&claims, pipeline.gazetteers()).conflicts.len()
    };
    assert_eq!((conflicts(Some("2025-02-03")), conflicts(None)), (1, 0));
}

#[test]
fn a_fragment_reads_as_a_sentence() {
    let table = [
        ("The quake struck before dawn, killing four people.", "4 people were killed"),
        ("Two dead, five wounded in Lima.", "5 people were injured"),
        ("\"We paid 250 million naira for the girls,\" the mayor of Lima, Ana Ruiz, said.", "250 million naira"),
    ];
    let pipeline = Pipeline::default();
    for (text, expected) in table {
        let claims: Vec<_> = pipeline.extract(&Article::new("one", "One", text)).into_iter().collect();
        let statements: Vec<String> = reconcile(&claims, pipeline.gazetteers()).facts.into_iter().map(|fact| fact.statement).collect();
        assert!(statements.iter().any(|statement| statement.contains(expected)), "{text}: {statements:?}");
        assert!(statements.iter().all(|statement| statement.matches('"').count() % 2 == 0), "{text}: {statements:?}");
    }
}
