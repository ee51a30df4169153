//! The line of a fact reads alone: a subject, a finite verb, nothing of who tells it.

use crate::figures::reconciled;

#[test]
fn a_fact_reads_as_a_sentence() {
    let table = [
        // A relative clause becomes a main clause.
        ("Bulgaria, which had held out since June, has signed the treaty.", "", "Bulgaria had held out since June"),
        // Who does it stands outside the words.
        ("Ghana signalled some openness, agreeing to accept up to 70 deportees.", "", "Ghana agreed to accept up to 70 deportees"),
        // Who tells it is left out.
        ("Turnout in Ghana was 68%, the commission's chairman, Kofi Addo, said.", "", "Turnout in Ghana was 68%"),
        ("The strike closed three mines in Chile, according to the union.", "", "The strike closed three mines in Chile"),
        // Another claim of the fact names who does it.
        (
            "It had counted 47 collapsed houses in Chile.",
            "The ministry had counted 47 collapsed houses in Chile.",
            "The ministry had counted 47 collapsed houses in Chile",
        ),
        // Titles.
        ("Ana Silva, a former treasury official, spoke in Lisbon.", "", "Ana Silva is a former treasury official"),
        ("Peru's interior minister, Luis Rojas, spoke in Lima.", "", "Luis Rojas is Peru's interior minister"),
    ];
    for (a, b, expected) in table {
        let lines = |texts| reconciled(texts).facts.into_iter().map(|fact| fact.statement).collect::<Vec<_>>();
        let made = lines([a, b]);
        assert!(made.iter().any(|line| line == expected), "{expected:?} is not among {made:?}");
        assert_eq!(made, lines([b, a]), "the order of articles changed a line");
    }
}
