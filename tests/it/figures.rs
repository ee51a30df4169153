//! Figures of two articles of one story, from the text to the verdict: which differ, which develop, which are of other things.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::reconcile::model::{FactStatus, Ledger, Severity};
use crossclaim::reconcile::reconcile;

/// Reconciles two articles of one group; a text may begin with its day, "2025-03-02|".
pub(crate) fn reconciled(texts: [&str; 2]) -> Ledger {
    let pipeline = Pipeline::default();
    let mut claims = Vec::new();
    for (id, text) in ["first", "second"].into_iter().zip(texts) {
        let (day, text) = text.split_once('|').map_or((None, text), |(day, text)| (Some(day), text));
        let mut article = Article::new(id, format!("The {id}"), text);
        article.group = Some("story".to_owned());
        article.published = day.map(|day| day.parse().expect("a day"));
        let told = pipeline.extract(&article);
        assert!(!told.is_empty() || text.is_empty(), "{text}: nothing is told that could be compared");
        claims.extend(told);
    }
    reconcile(&claims, pipeline.gazetteers())
}

#[test]
fn figures_of_one_thing_that_differ_are_reported() {
    let table = [
        // Tolls, by verb, by noun, by heading.
        ("The landslide killed 41 people near Lima.", "A landslide in the hills has left 57 people dead.", Severity::Conflict),
        ("The storm has left 64 people dead.", "The coast guard has registered 91 deaths in the storm.", Severity::Conflict),
        (
            "About 300 people live there. The fire killed 28 people.",
            "People killed: 35\n\nThe fire was put out at dawn.",
            Severity::Conflict,
        ),
        // Sums, by what they are sums of.
        ("Seoul has promised a harbour fund of $750 million.", "The ministry put the harbour fund at $500 million.", Severity::Tension),
        ("A ransom of 120 million naira was paid on Friday.", "The family handed over a ransom of 250 million naira.", Severity::Conflict),
        // One currency, though its noun alone is read as two.
        (
            "The mine offered a bonus of 28 million pesos for each worker in Chile.",
            "The last offer included a signing bonus of 18 million pesos.",
            Severity::Tension,
        ),
        ("Of 3,400 members, 78 per cent turned out.", "Turnout was 61 per cent.", Severity::Tension),
        ("There were 14 confirmed cases in the district.", "The laboratory has confirmed 21 cases.", Severity::Tension),
    ];
    for (a, b, least) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            let severity = conflicts.iter().map(|conflict| conflict.severity).max();
            assert!(severity >= Some(least), "{texts:?}: {conflicts:?}");
        }
    }
}

#[test]
fn figures_of_other_things_are_not() {
    let table = [
        // A part of an article's own total.
        ("The quake killed 160 people. In one hostel 37 students died.", "The quake has left 160 people dead."),
        ("The blast killed 50 people, 12 of them children.", "Twelve children were killed in the blast."),
        ("The blast killed 50 people, most of them miners.", "The blast killed 50 people."),
        // The shot are the dead and the injured together.
        ("Seven people were shot, one fatally, in the square.", "Six people were injured in the square."),
        // Those who did it, and those they hurt.
        ("Two men opened fire in the square.", "Nine people were shot in the square."),
        // Whoever did it is counted by one, not by the other.
        ("Ivan Lazar killed three people in the factory.", "Four people were killed, including the gunman."),
        // A grant and a payment, an offer and a sum of its own, two kinds of bonus.
        ("Parliament voted to grant Malawi €450 million.", "Norway has paid Malawi €150 million."),
        ("The miners get a signing bonus of 18 million pesos.", "The miners get a Christmas bonus of 2 million pesos."),
        // Charges of two kinds.
        ("He faces four counts of robbery.", "He faces one count of murder."),
        // A rate and a share are no sums.
        ("Families get 25 euros a day from the fund.", "Families get 900 euros a month from the fund."),
        ("The strike cost Peru 40 per cent of its output.", "The strike cost Peru 40 lorries."),
        // Two countries can have a foreign minister each.
        ("Foreign Minister Ana Grosu spoke in Rome.", "Foreign Minister Petr Novak spoke in Rome."),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            assert!(conflicts.is_empty(), "{texts:?}: {conflicts:?}");
        }
    }
}

#[test]
fn later_figures_take_the_place_of_earlier_ones() {
    let table = [
        ("2025-03-14|The quake killed at least 41 people.", "2025-03-16|The death toll from the quake has risen to 74."),
        ("2025-03-14|The storm killed 41 people.", "2025-03-16|Rescuers have counted 66 deaths in the storm."),
        ("2025-03-14|The storm injured 300 people.", "2025-03-16|612 injured people had been registered after the storm."),
    ];
    for (a, b) in table {
        let ledger = reconciled([a, b]);
        assert_eq!(ledger.conflicts, [], "{a} / {b}");
        assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Updated), "{a} / {b}: {:?}", ledger.facts);
    }
    let revised = reconciled(["2025-03-14|The quake killed 74 people.", "2025-03-16|The quake killed 66 people."]);
    assert_eq!(revised.conflicts.iter().map(|conflict| conflict.severity).collect::<Vec<_>>(), [Severity::Tension]);
}

#[test]
fn one_domestic_office_has_one_holder() {
    let apart = reconciled(["Malawi's energy minister, Anna Berg, spoke.", "Energy Minister Luis Mora said the dam was safe."]);
    assert_eq!(apart.conflicts.iter().map(|conflict| conflict.severity).collect::<Vec<_>>(), [Severity::Tension]);
    let two_countries = "Malawi's energy minister, Anna Berg, met Zambia's energy minister, Luis Mora.";
    assert_eq!(reconciled([two_countries, "Energy Minister Luis Mora said the dam was safe."]).conflicts, []);
}

#[test]
fn numbers_that_look_like_telephones_count_people() {
    let table = [
        ("On Monday 112 girls were taken from the college in Kenya.", Some(112)),
        ("The school, in which 911 students were registered, is in Kenya.", Some(911)),
        ("On Tuesday about 2 people in Kenya called 911 operators.", None),
    ];
    let pipeline = Pipeline::default();
    for (text, value) in table {
        let claims = pipeline.extract(&Article::new("one", "One", text));
        let found = claims.iter().filter_map(|claim| claim.quantity.as_ref()?.value).find(|found| *found > 100.into());
        assert_eq!(found, value.map(Into::into), "{text}: {claims:?}");
    }
}

#[test]
fn the_first_digits_of_a_number_are_no_hour() {
    let mut article = Article::new("one", "One", "On Tuesday about 2,500 people left Kenya.");
    article.published = Some("2025-03-06".parse().expect("a day"));
    let claims = Pipeline::default().extract(&article);
    let told: Vec<_> = claims
        .iter()
        .map(|claim| (claim.time.as_ref().map(|time| time.text.as_str()), claim.quantity.as_ref().and_then(|quantity| quantity.value)))
        .collect();
    assert_eq!(told, [(Some("Tuesday"), Some(2500.into()))]);
}
