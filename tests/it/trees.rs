//! Sentences whose trees the parser gets wrong in a known way, seen in the claims that come of them.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Modality, Participant};

/// The claims of a class in a text.
fn claims(text: &str, class: &str) -> Vec<Claim> {
    let mut all = Pipeline::default().extract(&Article::new("a", "s", text));
    all.retain(|claim| claim.predicate.class == class);
    all
}

/// The one claim of a class in a text.
fn only(text: &str, class: &str) -> Claim {
    let mut found = claims(text, class);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

fn words(participants: &[Participant]) -> Vec<&str> {
    participants.iter().map(|participant| participant.text.as_str()).collect()
}

#[test]
fn whoever_is_to_do_something_in_a_headline_is_its_actor() {
    let table = [
        ("Arle Mills to sell three ships to Chad", "sell", "Arle Mills"),
        ("Lind Foods to cut 400 jobs", "decrease", "Lind Foods"),
        ("Peru to host 300 envoys in May", "accept", "Peru"),
    ];
    for (text, class, actor) in table {
        let claim = only(text, class);
        assert_eq!((words(&claim.actor), claim.modality), (vec![actor], Modality::Planned), "{text}");
    }
}

#[test]
fn a_participle_behind_its_noun_leaves_it_to_the_verb() {
    let text = "The ships seized on Monday were all from Chad.";
    assert_eq!(only(text, "be").text, text.trim_end_matches('.'));
    let orders = only("Norway's envoys received a directive this spring to negotiate with nine countries.", "negotiate");
    assert_eq!((words(&orders.actor), orders.modality), (vec!["Norway's envoys"], Modality::Requested));
}

#[test]
fn who_is_seen_to_do_something_does_it() {
    let claim = only("Chad saw exports of cars and boats rise by 12 percent.", "increase");
    assert_eq!(words(&claim.actor), ["exports of cars and boats"]);
}

#[test]
fn verbs_of_saying_go_on_from_whoever_spoke() {
    let table = [
        ("Peru said Chad should reduce its patrols and said 40 ships had left.", "leave", "Peru"),
        ("Crews found that it was the same boat and confirmed that three sailors were dead inside.", "kill", "Crews"),
    ];
    for (text, class, speaker) in table {
        let said = only(text, class).attribution;
        assert_eq!(said.as_ref().map(|said| said.speaker.as_str()), Some(speaker), "{text}");
    }
}

#[test]
fn who_is_asked_for_something_is_its_target() {
    for text in ["Mayor Ann Lee called for the governor of Arle to resign.", "Mayor Ann Lee called on the governor of Arle to resign."] {
        let claim = only(text, "request");
        assert_eq!(words(&claim.target), ["the governor of Arle"], "{text}");
        assert_eq!(claim.content.map(|content| content.text).as_deref(), Some("to resign"), "{text}");
    }
}

#[test]
fn a_toll_behind_a_preposition_is_nobodys_deed() {
    let claim = only("Norway's ships left Peru with 40 dead.", "kill");
    assert_eq!(words(&claim.actor), Vec::<&str>::new());
    assert_eq!(claim.quantity.map(|quantity| quantity.text).as_deref(), Some("40"));
}

#[test]
fn a_word_that_can_be_an_abbreviation_ends_a_sentence_in_small_letters() {
    let claim = only("At least nine sailors from Chad remain ill.", "remain");
    assert_eq!(claim.text, "At least nine sailors from Chad remain ill");
}

#[test]
fn a_clause_with_where_happens_at_the_noun_before_it() {
    let text = "They met in a park in Lima where four sailors were shot and two were killed on Monday.";
    assert_eq!(words(&only(text, "shoot").place), ["Lima"]);
}

#[test]
fn what_a_law_signed_last_week_grants_the_law_grants() {
    let claim = only("Ohio Gov. Ann Lee signed a bill last week that granted 12 percent raises for teachers.", "give");
    assert_eq!(words(&claim.actor), ["a bill"]);
}

#[test]
fn who_is_named_behind_a_time_is_no_part_of_it() {
    let claim = only("The court of Chad, which came under attack in recent days from Otto Lind, closed.", "attack");
    assert_eq!(words(&claim.actor), ["Otto Lind"]);
}

#[test]
fn where_somebody_stands_in_a_picture_is_not_what_happened_to_him() {
    assert!(claims("Otto Lind, 17, (left) was shot along with two sailors in Lima.", "leave").is_empty());
}

#[test]
fn an_auxiliary_before_its_subject_puts_a_condition() {
    assert!(claims("Otto Lind will leave Chad, should he win the vote of 40 states, Mayor Ann Lee said.", "win").is_empty());
}

#[test]
fn a_particle_before_somebody_is_no_preposition() {
    let claim = only("Otto Lind brought in a new campaign manager, Ann Lee, in Chad.", "bring");
    assert!(words(&claim.target)[0].starts_with("a new campaign manager"), "{claim:?}");
}
