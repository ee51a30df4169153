//! Which words a participant has, and which number is told of it.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Participant};

fn claims(text: &str, class: &str) -> Vec<Claim> {
    let mut all = Pipeline::default().extract(&Article::new("a", "s", text));
    all.retain(|claim| claim.predicate.class == class);
    all
}

fn words(participants: &[Participant]) -> Vec<&str> {
    participants.iter().map(|participant| participant.text.as_str()).collect()
}

#[test]
fn a_phrase_has_the_clause_that_says_which_one_is_meant() {
    let table = [
        ("Lawmakers passed a law that bans 40 pesticides.", "approve", "a law that bans 40 pesticides"),
        ("Two guards gave an account of what happened.", "give", "an account of what happened"),
        ("Two editors criticized the decision to close the harbour.", "criticize", "the decision to close the harbour"),
        ("Lawmakers passed a law that bans 40 pesticides.", "block", "40 pesticides"),
    ];
    for (text, class, target) in table {
        let found = claims(text, class);
        assert_eq!(found.len(), 1, "{text}");
        assert!(words(&found[0].target).contains(&target), "{text}: {:?}", found[0].target);
        assert!(words(&found[0].actor).iter().all(|actor| !actor.contains("bans")), "{text}");
    }
}

#[test]
fn numbers_told_respectively_go_with_their_own_subjects() {
    let found = claims("Ann Berg and Otto Lind earned $3 million and $2 million, respectively.", "earn");
    let mut told: Vec<_> =
        found.iter().map(|claim| (words(&claim.actor), claim.quantity.as_ref().map(|quantity| quantity.text.as_str()))).collect();
    told.sort_unstable();
    assert_eq!(told, [(vec!["Ann Berg"], Some("$3 million")), (vec!["Otto Lind"], Some("$2 million"))]);
    // The plural stands for both, with their names beside it.
    let found = claims("Two sailors, Ann Berg and Otto Lind, were sentenced to 21 months and 18 months, respectively.", "convict");
    let mut told: Vec<_> =
        found.iter().map(|claim| (words(&claim.target), claim.quantity.as_ref().map(|quantity| quantity.text.as_str()))).collect();
    told.sort_unstable();
    let expected =
        [(vec!["Ann Berg"], Some("21 months")), (vec!["Otto Lind"], Some("18 months")), (vec!["Two sailors"], Some("Two sailors"))];
    assert_eq!(told, expected);
}

#[test]
fn what_happens_to_people_has_the_phrases_of_its_participle() {
    let text = "Four guards killed in a fire at the mill on Friday were buried in Lima on Sunday.";
    let found = claims(text, "kill");
    assert_eq!(found.iter().map(|claim| claim.text.as_str()).collect::<Vec<_>>(), ["Four guards killed in a fire at the mill on Friday"]);
    assert_eq!(found[0].time.as_ref().map(|time| time.text.as_str()), Some("Friday"));
}

#[test]
fn what_an_event_does_happens_when_the_event_is() {
    for (text, class, time) in [
        ("A Monday fire that hurt nine sailors began in Lima.", "injure", Some("Monday")),
        ("An attack on Tuesday that wounded 12 sailors was blamed on Chad.", "injure", Some("Tuesday")),
        ("Peru's May meeting, which sets 40 fees, is in Lima.", "determine", None),
    ] {
        for claim in claims(text, class) {
            assert_eq!(claim.time.as_ref().map(|time| time.text.as_str()), time, "{text}");
        }
    }
    assert_eq!(claims("A Monday fire that hurt nine sailors began in Lima.", "injure").len(), 1);
}

#[test]
fn what_somebody_goes_by_does_nothing_to_him() {
    let found = claims("Nine sailors were taken to a clinic in Lima by private vehicle.", "take");
    assert_eq!(found.iter().map(|claim| words(&claim.actor)).collect::<Vec<_>>(), [Vec::<&str>::new()]);
}

#[test]
fn what_only_tells_which_weapon_street_or_company_is_no_quantity() {
    let table = [
        ("Police found a .22-caliber rifle in Oslo.", "find", None),
        ("No fewer than 30 sailors died in the storm.", "kill", Some("No fewer than 30 sailors")),
        ("Police found two 9mm pistols.", "find", Some("two 9mm pistols")),
        ("Unlike at least ten other sailors, Ann Berg was freed in Chad.", "release", None),
        ("Residents saw about a dozen RPD squad cars at the pier.", "see", Some("about a dozen RPD squad cars")),
    ];
    for (text, class, expected) in table {
        let quantities: Vec<_> = claims(text, class).into_iter().map(|claim| claim.quantity.map(|quantity| quantity.text)).collect();
        assert!(quantities.iter().all(|quantity| quantity.as_deref() == expected), "{text}: {quantities:?}");
    }
}

#[test]
fn a_list_goes_on_from_the_noun_and_not_from_the_verb() {
    let killed = claims("The man killed her and three other people.", "kill");
    assert_eq!(killed.iter().map(|claim| words(&claim.target)).collect::<Vec<_>>(), [["her", "three other people"]]);
    let shot = claims("He was standing outside when two men walked up and started shooting.", "shoot");
    assert_eq!(shot.iter().map(|claim| words(&claim.actor)).collect::<Vec<_>>(), [["two men"]]);
}

#[test]
fn a_stop_without_a_blank_ends_a_sentence() {
    let found = claims("The boat sank near the pier.Divers found two bodies.", "find");
    assert_eq!(found.iter().map(|claim| words(&claim.actor)).collect::<Vec<_>>(), [["Divers"]]);
}

#[test]
fn what_a_relative_clause_attributes_takes_no_words_from_the_clause_around_it() {
    let text = "Rescuers, who say the pilot was calm, are looking for three boats.";
    let found = claims(text, "search");
    assert_eq!(found.len(), 1, "{text}");
    assert_eq!(found[0].text, text.trim_end_matches('.'));
    assert_eq!(found[0].attribution, None, "{text}");
}

#[test]
fn people_by_their_age_are_counted_and_another_name_is_nobody_else() {
    let found = claims("Police in Chad say the victims are two 13-year-olds and a guard.", "be");
    let quantity = found[0].quantity.as_ref().expect("a quantity");
    assert_eq!((quantity.text.as_str(), quantity.value.map(|value| value.to_string())), ("two 13-year-olds", Some("2".to_owned())));
    let charged = claims("Otto Lind, aka Blue, and Peter Holm, aka Rambo, were charged in Peru on Monday.", "charge");
    assert!(words(&charged[0].target).iter().all(|words| !words.contains("aka")), "{:?}", charged[0].target);
}
