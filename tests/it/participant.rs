//! Who takes part in a claim, and who is only named near it.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Participant};

fn claims(text: &str) -> Vec<Claim> {
    Pipeline::default().extract(&Article::new("a", "s", text))
}

/// The first claim of a class.
fn claim(text: &str, class: &str) -> Claim {
    let all = claims(text);
    let classes: Vec<&str> = all.iter().map(|claim| claim.predicate.class.as_str()).collect();
    all.iter().find(|claim| claim.predicate.class == class).cloned().unwrap_or_else(|| panic!("{text}: {classes:?}"))
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

#[test]
fn who_is_only_named_inside_a_phrase_says_so() {
    let table = [
        ("Villagers heard a report on President John Mahama.", "heard", vec!["President John Mahama"]),
        ("Their trip to Ghana cost $3 million.", "cost", vec!["Ghana"]),
        ("President John Mahama met 40 guards in Norway.", "met", vec![]),
    ];
    for (text, verb, inside) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.text.ends_with(verb)).unwrap_or_else(|| panic!("{text}"));
        let named: Vec<&str> =
            claim.participants().filter(|participant| participant.inside).map(|participant| participant.text.as_str()).collect();
        assert_eq!(named, inside, "{text}");
    }
}

#[test]
fn an_owner_whom_nothing_names_takes_no_part() {
    let text = "Their trip to Ghana was long.";
    for claim in claims(text) {
        assert!(claim.participants().all(|participant| participant.text != "Their"), "{claim:?}");
    }
}

#[test]
fn a_phrase_has_all_its_words_and_no_others() {
    let table = [
        ("President John Mahama reported non-life-threatening injuries on 4 May.", "reported", "non-life-threatening injuries"),
        ("Keep Norway Tidy praised 40 villages.", "praised", "40 villages"),
        ("The minister of Ghana won not only the vote but 40 seats.", "won", "the vote"),
        ("The minister of Ghana tested the medicine Corvalin.", "tested", "the medicine Corvalin"),
    ];
    for (text, verb, target) in table {
        let all = claims(text);
        assert!(sides(&all, verb, text).1.contains(&target), "{text}: {:?}", sides(&all, verb, text));
    }
    // A phrase right between the subject and its verb says which subject.
    let text = "Firms now in talks with Ghana include 40 banks.";
    assert_eq!(sides(&claims(text), "include", text).0, ["Ghana", "Firms now in talks with Ghana"], "{text}");
    let text = "Ann Lee, who is a retired teacher, praised the president of Ghana.";
    assert_eq!(sides(&claims(text), "praised", text).0, ["Ann Lee"], "{text}");
    let text = "Bryan Harlow Pratt shot two officers in Ghana.";
    assert_eq!(sides(&claims(text), "shot", text).0, ["Bryan Harlow Pratt"], "{text}");
    let text = "A harbour tavern shooting that killed two people shook Ghana.";
    assert_eq!(sides(&claims(text), "killed", text).0, ["A harbour tavern shooting"], "{text}");
}

#[test]
fn a_state_is_told_by_its_predicate() {
    let table = [
        ("Three victims are in stable condition in Ghana.", "condition", vec![]),
        ("Two officers are in need of a transplant.", "need", vec!["a transplant"]),
    ];
    for (text, state, target) in table {
        let all = claims(text);
        let found: Vec<&str> = sides(&all, state, text).1.into_iter().filter(|found| *found != "Ghana").collect();
        assert_eq!(found, target, "{text}");
    }
}

#[test]
fn an_object_pronoun_is_not_who_acts() {
    let text = "Mayor Otto Lind called him a liar in Ghana.";
    let all = claims(text);
    let called = all.iter().find(|claim| claim.predicate.text.ends_with("called")).expect("a claim");
    let him = called.target.iter().find(|target| target.text == "him").expect("whom he called so");
    assert_eq!(him.name, None);
}

#[test]
fn two_subjects_before_a_verb_are_one() {
    let table = [
        ("Members of a harbour choir were holding 12 Kenyans.", "holding", vec!["Members of a harbour choir"], vec!["12 Kenyans"]),
        ("A 12-year-old girl and her mother were shot in Nairobi on Monday.", "shot", vec![], vec!["A 12-year-old girl", "her mother"]),
        (
            "Patrol officers responding to a call about the embassy of Chad found 40 guns.",
            "found",
            vec!["Patrol officers"],
            vec!["40 guns"],
        ),
    ];
    for (text, verb, actor, target) in table {
        let all = claims(text);
        let (acts, done_to) = sides(&all, verb, text);
        assert_eq!(acts, actor, "{text}");
        assert!(target.iter().any(|name| done_to.contains(name)), "{text}: {done_to:?}");
    }
}

#[test]
fn what_stands_right_before_a_verb_does_it() {
    let table = [
        ("A guard shot two men outside the Kenyan embassy.", "shot", "A guard"),
        ("Police Chief Otto Lind shot two men in Nairobi.", "shot", "Police Chief Otto Lind"),
        ("Storm winds toppled 13 cars in Chad as a truck from Kenya crossed the bridge.", "crossed", "a truck from Kenya"),
        ("The minister condemned a shooting on Sunday morning that left 12 Kenyans dead.", "dead", "a shooting"),
        ("She has two daughters, who she said were living in Kenya.", "living", "two daughters"),
        ("Police say a guard fatally shot two Kenyans.", "shot", "a guard"),
    ];
    for (text, verb, actor) in table {
        let all = claims(text);
        assert_eq!(sides(&all, verb, text).0.first(), Some(&actor), "{text}");
    }
}

#[test]
fn whom_somebody_is_likened_to_takes_no_part() {
    let text = "Like President Mahama, Lind has rejected the plan for Chad.";
    let all = claims(text);
    let (acts, done_to) = sides(&all, "rejected", text);
    assert_eq!(acts, ["Lind"], "{text}");
    assert!(!done_to.iter().any(|name| name.contains("Mahama")), "{text}: {done_to:?}");
}

/// The words of a side, without those only named inside another.
fn words(participants: &[Participant]) -> Vec<&str> {
    participants.iter().filter(|participant| !participant.inside).map(|participant| participant.text.as_str()).collect()
}

#[test]
fn what_left_people_hurt_is_who_did_it() {
    let table = [
        ("A fire at a mill in Chad left two men dead and five women injured.", "injure", "A fire at a mill in Chad", "five women"),
        ("Police in Chad are looking into a stabbing that left one man dead.", "kill", "a stabbing", "one man"),
        ("The collapse of a bridge has left 12 people dead.", "kill", "The collapse of a bridge", "12 people"),
    ];
    for (text, class, actor, target) in table {
        let found = claims(text);
        let told: Vec<_> =
            found.iter().filter(|claim| claim.predicate.class == class).map(|claim| (words(&claim.actor), words(&claim.target))).collect();
        assert!(told.contains(&(vec![actor], vec![target])), "{text}: {told:?}");
    }
}

#[test]
fn every_charge_is_told() {
    let text = "Otto Lind, 31, was charged with theft, two counts of assault and one count of trespassing.";
    let found = claims(text);
    let told: Vec<&str> = found.iter().filter(|claim| claim.predicate.class == "charge").flat_map(|claim| words(&claim.target)).collect();
    for charge in ["theft", "two counts of assault", "one count of trespassing"] {
        assert!(told.contains(&charge), "{text}: {told:?}");
    }
}

#[test]
fn what_somebody_is_asked_to_do_is_the_content() {
    let table = [
        ("The mayor urged Norway to lower the fees.", "request", "to lower the fees"),
        ("Norway has asked two ministers not to leave the country.", "request", "not to leave the country"),
        ("Norway accused Chad of hiding the wreck.", "accuse", "hiding the wreck"),
    ];
    for (text, class, content) in table {
        let found = claim(text, class);
        assert_eq!(found.content.as_ref().map(|content| content.text.as_str()), Some(content), "{text}");
    }
}

#[test]
fn what_somebody_is_taken_for_is_told() {
    let identified = claim("Police in Chad identified the drivers as Aino Berg and Otto Lind.", "identify");
    let told = words(&identified.target);
    assert!(told.contains(&"Aino Berg") && told.contains(&"Otto Lind"), "{told:?}");
}

#[test]
fn a_bare_participle_of_a_headline_is_a_passive() {
    let charged = claim("Two teens charged in barn fire", "charge");
    assert_eq!((words(&charged.actor), words(&charged.target)), (vec![], vec!["Two teens"]));
}

#[test]
fn what_somebody_becomes_or_is_one_of_is_told() {
    let table = [
        ("Mayor Ann Lee has become a prominent voice in Chad.", "a prominent voice in Chad"),
        ("Chad is one of the most outspoken neighbours.", "one of the most outspoken neighbours"),
        ("Chad is a refuge for 300 families.", "a refuge for 300 families"),
    ];
    for (text, expected) in table {
        let all = Pipeline::default().extract(&Article::new("a", "s", text));
        let claim = all.iter().find(|claim| claim.predicate.class == "be").expect(text);
        assert!(claim.target.iter().any(|part| part.text == expected && !part.inside), "{text}: {:?}", claim.target);
    }
}

#[test]
fn what_completes_a_verb_is_the_content() {
    let table = [
        ("Mayor Ann Lee ensured that women could vote in Chad.", "ensure", Some("women could vote in Chad")),
        ("Critics in Chad called him a dictator.", "call", Some("a dictator")),
        ("Mayor Ann Lee survived being shot in Lima.", "survive", Some("being shot in Lima")),
        ("Mayor Ann Lee left Chad.", "leave", None),
    ];
    for (text, class, expected) in table {
        let all = Pipeline::default().extract(&Article::new("a", "s", text));
        let claim = all.iter().find(|claim| claim.predicate.class == class).expect(text);
        assert_eq!(claim.content.as_ref().map(|content| &*content.text), expected, "{text}");
    }
}

#[test]
fn of_whom_some_are_told_of_take_no_part() {
    let all = Pipeline::default().extract(&Article::new("a", "s", "Friends met 12 women, roughly half of whom live in Lima."));
    let claim = all.iter().find(|claim| claim.predicate.class == "live").expect("a claim");
    assert!(claim.target.iter().all(|part| part.text != "12 women"), "{claim:?}");
}

#[test]
fn what_else_the_clause_says_is_kept_as_it_stands() {
    let table = [
        ("Two sailors died of gunshot wounds in Lima on Monday.", "kill", vec!["of gunshot wounds"]),
        ("Two dogs in Lima were struck by gunfire.", "strike", vec!["by gunfire"]),
        ("Two sailors were hurt in Lima on Monday.", "injure", vec![]),
        ("Two sailors suffered graze wounds to the face on Monday.", "injure", vec!["graze wounds", "to the face"]),
        ("Two sailors suffered injuries on Monday.", "injure", vec![]),
    ];
    for (text, class, expected) in table {
        let all = Pipeline::default().extract(&Article::new("a", "s", text));
        let claim = all.iter().find(|claim| claim.predicate.class == class).unwrap_or_else(|| panic!("{text}: {all:?}"));
        assert_eq!(claim.circumstances.iter().map(|phrase| &*phrase.text).collect::<Vec<_>>(), expected, "{text}");
        for phrase in &claim.circumstances {
            assert_eq!(&text[phrase.start..phrase.end], phrase.text);
        }
    }
}

#[test]
fn who_serves_a_body_is_not_the_body() {
    let text = "Lena Marsh, a Lima-based developer and spokeswoman for the Oak Investment Coalition, which is made up of 40 unions, said the mill is old.";
    let all = Pipeline::default().extract(&Article::new("a", "s", text));
    let claim = all.iter().find(|claim| claim.predicate.class == "include").expect("a claim");
    assert!(claim.participants().all(|part| part.name.as_deref() != Some("Lena Marsh")), "{claim:?}");
}

#[test]
fn words_of_the_clause_before_a_phrase_are_no_part_of_it() {
    let table = [
        ("In August, state-aligned banks in Chad raised $40 million.", "state-aligned banks in Chad"),
        ("Even Mayor Ann Lee raised $40 million.", "Mayor Ann Lee"),
    ];
    for (text, expected) in table {
        let all = Pipeline::default().extract(&Article::new("a", "s", text));
        let claim = all.iter().find(|claim| claim.predicate.class == "raise").expect(text);
        assert_eq!(claim.actor[0].text, expected, "{text}");
    }
}
