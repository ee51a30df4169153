//! Where and when a claim happens.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::Claim;

fn claims(text: &str) -> Vec<Claim> {
    Pipeline::default().extract(&Article::new("a", "s", text))
}

/// The claim of a class.
fn of_class(class: &str, text: &str) -> Claim {
    let all = claims(text);
    let found = all.iter().find(|claim| claim.predicate.class == class);
    found.cloned().unwrap_or_else(|| panic!("{text}: {:?}", all.iter().map(|claim| &claim.predicate.class).collect::<Vec<_>>()))
}

fn places(claim: &Claim) -> Vec<&str> {
    claim.place.iter().map(|place| place.text.as_str()).collect()
}

#[test]
fn a_claim_holds_the_place_of_its_clause() {
    let table = [
        ("Two men were shot in a parking lot in Dayton.", "injure", vec!["a parking lot in Dayton"]),
        ("Three people were killed inside a car in the 1400 block of Elm Street.", "kill", vec!["a car in the 1400 block of Elm Street"]),
        ("Two women were wounded outside a nightclub on Friday.", "injure", vec!["a nightclub"]),
        ("Four people died at the scene.", "kill", vec!["the scene"]),
        ("Two men were arrested in Alturas, Calif., on Monday.", "arrest", vec!["Alturas, Calif."]),
        (
            "Two men were hurt near the intersection of Elm Street and Oak Avenue.",
            "injure",
            vec!["the intersection of Elm Street and Oak Avenue"],
        ),
        // Of the event that is told, and of the clause that tells the same moment.
        ("Two people were wounded in a shooting at a warehouse.", "injure", vec!["a warehouse"]),
        ("Two men were killed while sitting in a car.", "kill", vec!["a car"]),
        ("Two people were killed and three were hurt at a picnic.", "kill", vec!["a picnic"]),
        ("Two men were hurt in a shooting in the Elm Park area of Lima.", "injure", vec!["the Elm Park area of Lima"]),
        ("Two men were found dead at Elmview and West Oak on Monday.", "kill", vec!["Elmview and West Oak"]),
        (
            "Three men were wounded in a drive-by shooting outside a home in northeast Lima (File photo)",
            "injure",
            vec!["a home in northeast Lima"],
        ),
        ("A sailor was hurt in a shooting that also injured two girls Tuesday in Lima.", "injure", vec!["Lima"]),
        // Not a place.
        ("Two men were arrested in May.", "arrest", vec![]),
        ("Two men were arrested in connection with the fire.", "arrest", vec![]),
        ("The judge sentenced two men to ten years in prison.", "convict", vec![]),
    ];
    for (text, class, expected) in table {
        assert_eq!(places(&of_class(class, text)), expected, "{text}");
    }
}

#[test]
fn what_is_only_the_place_takes_no_part() {
    let text = "Inside the car were two adults.";
    let claim = of_class("be", text);
    assert_eq!(places(&claim), ["the car"], "{text}");
    assert!(claim.participants().all(|participant| participant.text == "two adults"), "{text}: {claim:?}");

    let text = "Police closed the bar where five people were wounded.";
    let claim = of_class("injure", text);
    assert_eq!(places(&claim), ["the bar"], "{text}");
    assert!(claim.participants().all(|participant| participant.text == "five people"), "{text}: {claim:?}");
}

#[test]
fn what_left_people_hurt_says_where_and_when() {
    let text = "An attack at a warehouse in Dayton on Friday left two people dead.";
    let claim = of_class("kill", text);
    assert_eq!(places(&claim), ["a warehouse in Dayton"], "{text}");
    assert_eq!(claim.time.map(|time| time.text).as_deref(), Some("Friday"), "{text}");
}

#[test]
fn the_evidence_reaches_the_place_behind_it() {
    let text = "Police are investigating a shooting that left four people wounded outside a bar.";
    assert!(of_class("injure", text).text.ends_with("outside a bar"), "{text}");
}

#[test]
fn a_time_keeps_the_words_that_bound_it() {
    let table = [
        ("Two men were shot about 3:30 a.m. on Sunday.", "injure", Some("about 3:30 a.m. on Sunday")),
        ("Two men were shot just after noon Tuesday.", "injure", Some("just after noon Tuesday")),
        ("Two men were shot overnight in Dayton.", "injure", Some("overnight")),
        ("The airline sold 40 tickets on Friday and Saturday.", "sell", Some("Friday and Saturday")),
        // The day of the charge is not that of the deed.
        ("Lind was charged on Monday with killing two people.", "kill", None),
        ("In May the firm, which employs 40 people, moved.", "employ", None),
    ];
    for (text, class, expected) in table {
        assert_eq!(of_class(class, text).time.map(|time| time.text).as_deref(), expected, "{text}");
    }
}

#[test]
fn the_day_of_publishing_fixes_a_weekday() {
    let text = "Posted: Wednesday, March 6, 2013\n\nTwo men were shot on Monday.";
    let time = of_class("injure", text).time;
    assert_eq!(time.and_then(|time| time.start).map(|day| day.to_string()).as_deref(), Some("2013-03-04"), "{text}");
}

#[test]
fn where_somebody_is_hurt_is_not_hurt_too() {
    let table = [
        ("A man shot two sailors at a bar in Lima on Monday.", vec!["two sailors"], vec!["a bar in Lima"]),
        ("A girl was shot on Elm Street on Monday, Mayor Ann Lee said.", vec!["A girl"], vec!["Elm Street"]),
        ("A sailor opened fire on two girls at three homes.", vec!["two girls"], vec!["three homes"]),
        // At whom.
        ("A man shot at two sailors on Monday.", vec!["two sailors"], vec![]),
    ];
    for (text, targets, expected) in table {
        let claim = of_class("shoot", text);
        assert_eq!(claim.target.iter().map(|part| &*part.text).collect::<Vec<_>>(), targets, "{text}");
        assert_eq!(places(&claim), expected, "{text}");
    }
}

#[test]
fn what_is_said_of_the_event_says_when_and_where_people_were_hurt() {
    let claim = of_class("kill", "One man is dead in a shooting that happened on Friday in Lima.");
    assert_eq!(places(&claim), ["Lima"]);
    assert_eq!(claim.time.map(|time| time.text), Some("Friday".to_owned()));
    // Of what is only named after it, or went before it, nothing else is dated.
    let named = of_class("name", "Police have named four victims of Saturday's shooting in Lima.");
    assert_eq!(named.time, None);
    let before = of_class("kill", "Friends met in Lima on Sunday, Nov. 10, 2013, after two people were killed.");
    assert_eq!(before.time, None);
    for text in ["Mayor Ann Lee met 12 sailors before Monday's vote.", "Mayor Ann Lee met 12 sailors after the Friday vote in Lima."] {
        assert_eq!(of_class("meet", text).time, None, "{text}");
    }
    let died = of_class("kill", "Otto Lind, 57, died after a Thursday shooting in Lima.");
    assert_eq!(died.time.map(|time| time.text), Some("Thursday".to_owned()));
}

#[test]
fn a_place_that_is_left_takes_no_part() {
    let claim = of_class("release", "Two sailors were released from the hospital on Monday.");
    assert_eq!(claim.target.iter().map(|part| &*part.text).collect::<Vec<_>>(), ["Two sailors"]);
    assert_eq!(claim.circumstances.iter().map(|phrase| &*phrase.text).collect::<Vec<_>>(), ["from the hospital"]);
    // A country is somebody too.
    let expelled = of_class("expel", "Two sailors were deported from Chad on Monday.");
    assert!(expelled.target.iter().any(|part| part.country.as_deref() == Some("TD")), "{:?}", expelled.target);
}

#[test]
fn a_town_gives_those_who_are_of_it_its_country() {
    let table = [
        ("The mayor of Guayaquil ordered 30 shops closed.", "order", Some("EC")),
        ("Police in Lahore arrested 12 men.", "arrest", Some("PK")),
        ("Medellín prosecutors charged five men.", "charge", Some("CO")),
        ("Kharkiv's city council sued 12 contractors.", "sue", Some("UA")),
        ("Texas police arrested 12 men.", "arrest", Some("US")),
        // What the article says of it elsewhere tells more than the table.
        ("HEIDELBERG, South Africa (Wire) — A mine was closed. Heidelberg police arrested 12 men.", "arrest", Some("ZA")),
        ("Police in Lima arrested 12 men. A judge in Toledo, Ohio, and a lawyer from Michigan helped them.", "arrest", None),
        // Of another country than where they are, and in nobody's town.
        ("Diplomats in Geneva accused 12 men of murder.", "accuse", None),
        ("The Geneva consulate sued 12 contractors.", "sue", None),
        ("Police in Springvale arrested 12 men.", "arrest", None),
    ];
    for (text, class, expected) in table {
        let claim = of_class(class, text);
        assert_eq!(claim.actor[0].country.as_deref(), expected, "{text}: {claim:?}");
    }
}

#[test]
fn a_place_has_the_country_of_its_town() {
    let table = [
        ("Missiles killed 12 people in Kharkiv on Monday.", Some("UA")),
        ("A bomb killed 12 people at a market in the northern city of Makeni.", Some("SL")),
        ("A bomb killed 12 people in north Minneapolis.", Some("US")),
        ("A bomb killed 12 people in Toledo, Ohio.", Some("US")),
        // Named after a town, and a name of two countries' towns.
        ("A bomb killed 12 people on Houston Street.", None),
        ("A bomb killed 12 people in Hyderabad.", None),
    ];
    for (text, expected) in table {
        let claim = of_class("kill", text);
        assert_eq!(claim.place[0].country.as_deref(), expected, "{text}: {claim:?}");
    }
}
