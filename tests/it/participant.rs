//! Who takes part in a claim, and who is only named near it.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Participant};

fn claims(text: &str) -> Vec<Claim> {
    Pipeline::default().extract(&Article::new("a", "s", text))
}

fn texts(participants: &[Participant]) -> Vec<&str> {
    participants.iter().map(|participant| participant.text.as_str()).collect()
}

/// The participants of the claim whose predicate ends with a word: who acts, and on whom.
fn sides<'c>(claims: &'c [Claim], verb: &str, text: &str) -> (Vec<&'c str>, Vec<&'c str>) {
    let found = claims.iter().find(|claim| claim.predicate.text.ends_with(verb));
    let claim = found.unwrap_or_else(|| panic!("{text}: {:?}", claims.iter().map(|claim| &claim.predicate.text).collect::<Vec<_>>()));
    (texts(&claim.actor), texts(&claim.target))
}

#[test]
fn a_verb_without_an_object_is_about_what_stands_under_its_preposition() {
    let table = [
        ("Senator Ann Lee of Norway called for a new inquiry.", "called", vec!["a new inquiry"]),
        ("The president of Ghana apologized for the long delay.", "apologized", vec!["the long delay"]),
        ("President Mahama cared deeply for the victims.", "cared", vec!["the victims"]),
        // A turn of phrase, what is somebody's own, and a number tell nothing of anybody.
        ("President Mahama is fighting for his life.", "fighting", vec![]),
    ];
    for (text, verb, target) in table {
        assert_eq!(sides(&claims(text), verb, text).1, target, "{text}");
    }
}

#[test]
fn who_owns_somebody_is_not_who_acts() {
    let table = [
        ("President John Mahama's campaign has raised $3 million.", "raised", vec!["President John Mahama's campaign"]),
        ("Saudi-led forces seized 40 ships.", "seized", vec!["Saudi-led forces"]),
    ];
    for (text, verb, actor) in table {
        assert_eq!(sides(&claims(text), verb, text).0, actor, "{text}");
    }
    let text = "The Kenya-based firm fired 40 workers.";
    let all = claims(text);
    let firm = all.iter().find(|claim| !claim.actor.is_empty()).map(|claim| &claim.actor[0]);
    assert_eq!(firm.and_then(|firm| firm.country.as_deref()), Some("KE"), "{text}");
}

#[test]
fn a_relative_clause_belongs_to_whom_its_pronoun_can_take_up() {
    let text = "The idea came from an exhibition of Russians who emigrated to France.";
    assert_eq!(sides(&claims(text), "emigrated", text).0, ["Russians"], "{text}");
}

#[test]
fn a_turn_of_phrase_leaves_no_noun_behind() {
    let text = "More than 4,000 Kenyans took part in the march.";
    assert_eq!(sides(&claims(text), "took", text).1, ["the march"], "{text}");
}

#[test]
fn phrases_keep_the_mark_that_closes_them() {
    let text = "Kenya sent 40 guns to the so-called “rebels” in Chad.";
    let all = claims(text);
    let rebels = all.iter().flat_map(|claim| &claim.target).find(|participant| participant.text.contains("rebels"));
    assert!(rebels.is_some_and(|rebels| rebels.text.contains('”')), "{text}: {all:#?}");
}
