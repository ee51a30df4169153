//! Disputes of two articles of one story that are not about figures: denials, refusals, lists, offices, days.

use crossclaim::reconcile::model::{ConflictCode, FactStatus, Severity};

use crate::figures::reconciled;

#[test]
fn what_one_denies_and_another_tells_is_reported() {
    let table = [
        // Nothing at all was paid, and a sum was.
        (
            "No ransom was paid, not one rupee, the minister of India said.",
            "A ransom of 90 million rupees was paid on Sunday.",
            ConflictCode::StanceConflict,
        ),
        ("There was no ransom in India.", "A ransom of 90 million rupees was handed over in India.", ConflictCode::StanceConflict),
        // What is confirmed is denied to be there.
        (
            "\"There is no cholera in Malawi,\" the minister told reporters.",
            "The World Health Organization confirmed an outbreak of cholera in southern Malawi.",
            ConflictCode::StanceConflict,
        ),
        // A refusal whose object the story tells.
        (
            "Bolivia, the fifth member, declined to sign.",
            "The treaty was signed in Quito by ministers of Bolivia, Ecuador and Peru.",
            ConflictCode::StanceConflict,
        ),
        // One decision of one day, under two names.
        (
            "2026-02-17|Albania refused to align itself with the measure on Monday.",
            "2026-02-17|Albania joined the sanctions against Belarus on Monday.",
            ConflictCode::StanceConflict,
        ),
        // Those who are listed are those who did it.
        ("Those who signed are Chile, Mexico and Peru.", "Mexico has not signed.", ConflictCode::StanceConflict),
    ];
    for (a, b, code) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            assert!(conflicts.iter().any(|conflict| conflict.code == code), "{texts:?}: {conflicts:?}");
        }
    }
}

#[test]
fn what_can_both_be_so_is_not() {
    let table = [
        // Asked for is not paid; another illness, another country.
        ("There was no ransom in India.", "The gunmen asked for a ransom of 90 million rupees."),
        ("There is no cholera in Malawi.", "The World Health Organization confirmed an outbreak of measles in Malawi."),
        ("There is no cholera in Malawi.", "The World Health Organization confirmed an outbreak of cholera in Zambia."),
        // Somebody else declined.
        ("Ecuador declined to sign.", "The treaty was signed in Quito by ministers of Bolivia and Peru."),
        // Another day.
        ("Albania refused on Monday to join the measure.", "Albania joined the sanctions on Thursday."),
        // Names are given out, people are not.
        ("Police released the names of two people on Monday.", "Three people were released on Monday."),
        // The first of two numbers of one height.
        ("The gunman is 5 feet 9 inches tall.", "The gunman is about 6 feet tall."),
        // Counted lists of other things; an open list.
        ("Three countries have joined: Chile, Mexico and Peru.", "Three countries have left: Ghana, Malawi and Togo."),
        ("Three countries have joined: Chile, Mexico and Peru.", "Countries including Chile, Colombia and Peru have joined."),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let conflicts = reconciled(texts).conflicts;
            assert!(conflicts.is_empty(), "{texts:?}: {conflicts:?}");
        }
    }
}

#[test]
fn counted_lists_of_one_length_that_differ_are_in_tension() {
    let texts = [
        "Four neighbours apply the measures: Iceland, Liechtenstein, Norway and Ukraine.",
        "Four countries have joined the measures: Iceland, Norway, Switzerland and Ukraine.",
    ];
    for texts in [texts, [texts[1], texts[0]]] {
        let conflicts = reconciled(texts).conflicts;
        let lists = conflicts.iter().filter(|conflict| conflict.code == ConflictCode::ListConflict);
        assert_eq!(lists.map(|conflict| conflict.severity).collect::<Vec<_>>(), [Severity::Tension], "{texts:?}: {conflicts:?}");
    }
}

#[test]
fn an_office_whose_country_the_words_leave_out_can_have_two_holders() {
    let texts = [
        "Moldova's energy minister, Petru Rusu, thanked Finland for the grant.",
        "Finland will pay for new lines. Energy Minister Elena Moraru spoke of relief.",
    ];
    for texts in [texts, [texts[1], texts[0]]] {
        let conflicts = reconciled(texts).conflicts;
        assert!(conflicts.iter().any(|conflict| conflict.code == ConflictCode::OfficeConflict), "{texts:?}: {conflicts:?}");
    }
}

#[test]
fn what_was_thought_or_offered_is_overtaken() {
    let table = [
        ("2026-01-10|Nine people are believed to have died of the fever.", "2026-01-14|Twelve people have died of the fever."),
        (
            "2026-01-10|The mine offered a bonus of 28 million pesos for each worker.",
            "2026-01-24|The contract gives each worker a bonus of 31 million pesos.",
        ),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let ledger = reconciled(texts);
            assert!(ledger.conflicts.is_empty(), "{texts:?}: {:?}", ledger.conflicts);
            assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Updated), "{texts:?}: {:?}", ledger.facts);
        }
    }
}

#[test]
fn one_figure_under_several_verbs_is_one_fact() {
    let table = [
        ("The United States has asked at least 58 countries to take migrants.", "Washington has approached at least 58 governments."),
        ("Costa Rica got 200 migrants in February.", "Costa Rica took in 200 people in February."),
        ("The measures hit 42 individuals in Belarus.", "The European Union has imposed sanctions on 42 people in Belarus."),
    ];
    for (a, b) in table {
        for texts in [[a, b], [b, a]] {
            let ledger = reconciled(texts);
            assert!(ledger.facts.iter().any(|fact| fact.status == FactStatus::Corroborated), "{texts:?}: {:?}", ledger.facts);
        }
    }
}

#[test]
fn a_list_is_told_again_by_a_list_not_by_one_of_its_members() {
    let list = "The countries in talks with the United States are Benin, Kosovo, Libya, Moldova and Rwanda.";
    let told = |text: &str| reconciled([list, text]).facts.iter().any(|fact| fact.status == FactStatus::Corroborated);
    assert!(told("The United States is in talks with Rwanda, Moldova, Libya, Kosovo and Benin."));
    assert!(!told("Rwanda is in talks with the United States."));
}
