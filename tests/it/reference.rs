//! Whom and what pronouns, offices and bare nouns stand for.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Participant};

/// The claim of a class, where the text has just one.
fn only(text: &str, class: &str) -> Option<Claim> {
    let mut found = Pipeline::default().extract(&Article::new("a", "s", text)).into_iter().filter(|claim| claim.predicate.class == class);
    let claim = found.next();
    assert!(found.next().is_none(), "{text}");
    claim
}

fn names(participants: &[Participant]) -> Vec<&str> {
    participants.iter().filter_map(|participant| participant.name.as_deref()).collect()
}

#[test]
fn pronouns_stand_for_the_person_who_fits() {
    let table = [
        ("Kenyan President Anna Otieno met traders on Monday. She signed the order in Mombasa.", "sign", Some("Anna Otieno")),
        // A man named since is not "she".
        (
            "Kenyan President Anna Otieno spoke. Trader Peter Mwangi applauded. She signed the order in Mombasa.",
            "sign",
            Some("Anna Otieno"),
        ),
        // He holds no office: what he signs is nobody's claim.
        ("Kenyan President Anna Otieno and Peter Mwangi met on Monday. He signed the order.", "sign", None),
        ("Mayor Maria Lopez met traders on Monday. The mayor signed the order.", "sign", Some("Maria Lopez")),
        // Either of the two may be meant.
        ("Mayor Maria Lopez met traders. Mayor Rosa Diaz came too. The mayor signed the order.", "sign", None),
    ];
    for (text, class, expected) in table {
        let claim = only(text, class);
        assert_eq!(claim.as_ref().and_then(|claim| names(&claim.actor).first().copied()), expected, "{text}");
    }
}

#[test]
fn people_without_an_office_have_their_full_names() {
    let text = "Nora Hill went missing in May. Police searched for 20 days before Hill was found 30 miles away.";
    assert_eq!(names(&only(text, "find").expect("a claim").target), ["Nora Hill"]);
}

#[test]
fn what_stands_beside_a_name_tells_that_it_is_a_persons() {
    let table = [
        ("Zinaria Holm was charged with theft. On Monday Holm was arrested in Oslo with 12 others.", Some("Zinaria Holm")),
        ("His cousin Zinaria Holm left. On Monday Holm was arrested in Oslo with 12 others.", Some("Zinaria Holm")),
        ("Nora Hill left early. On Monday Nora was arrested in Oslo with 12 others.", Some("Nora Hill")),
        ("Twenty-year-old Nora Hill left early. On Monday Hill was arrested in Oslo with 12 others.", Some("Nora Hill")),
        // Either of the two may be meant.
        ("Nora Hill left early with Peter Hill. On Monday Hill was arrested in Oslo with 12 others.", None),
        ("Nora Hill left early with one Ozwina Hill. On Monday Hill was arrested in Oslo with 12 others.", None),
    ];
    for (text, expected) in table {
        let claim = only(text, "arrest").expect(text);
        assert_eq!(names(&claim.target).first().copied(), expected, "{text}");
    }
}

#[test]
fn a_surname_that_is_also_a_word_of_places_opens_a_sentence() {
    let text = "Finance Minister Maria Park of Chile resigned in May. Park was charged with 12 crimes.";
    assert_eq!(names(&only(text, "charge").expect("a claim").target), ["Maria Park"]);
}

#[test]
fn two_countries_are_the_two_last_spoken_of() {
    let countries = |text: &str| -> Vec<String> {
        only(text, "sign").expect("a claim").actor.iter().filter_map(|participant| participant.country.clone()).collect()
    };
    assert_eq!(countries("Kenya and Uganda held talks on Monday. The two countries signed a treaty."), ["KE", "UG"]);
    assert!(countries("Kenya, Mali and Uganda held talks on Monday. The two countries signed a treaty.").is_empty());
}

#[test]
fn a_pronoun_is_the_subject_of_the_clause_around_its_own() {
    let table = [
        ("Mayor Maria Lopez said Officer Rosa Diaz fell as she chased four smugglers.", Some("Rosa Diaz")),
        // Whoever the deputy is.
        ("Mayor Peter Lind said the deputy fell as he chased four smugglers.", None),
        ("Mayor Peter Lind said he chased four smugglers.", Some("Peter Lind")),
    ];
    for (text, expected) in table {
        let claim = only(text, "chase").expect("a claim");
        assert_eq!(names(&claim.actor).first().copied(), expected, "{text}");
    }
}

#[test]
fn an_age_or_who_behind_a_name_makes_it_a_persons() {
    for text in ["Afa Tuulik, 48, lives in Oslo. He stole 12 boats.", "Afa Tuulik, who lives in Oslo, is back. He stole 12 boats."] {
        assert_eq!(names(&only(text, "steal").expect("a claim").actor), ["Afa Tuulik"], "{text}");
    }
    let before_an_article = "A court gave Anna Berg a fine of 300 francs.";
    assert_eq!(names(&only(before_an_article, "pay").expect("a claim").target), ["Anna Berg"]);
}

#[test]
fn whom_a_sentence_is_about_goes_before_whom_it_names_in_passing() {
    let table = [
        // Who only reports is not told of.
        ("Peter Holm fled the town, Sheriff Otto Lind said. He was arrested in Oslo with 12 others.", Some("Peter Holm")),
        (
            "The plan that Peter Holm wrote failed, said Otto Lind. Otto Lind left. He was arrested in Oslo with 12 others.",
            Some("Otto Lind"),
        ),
        // "his brother" is somebody else.
        ("Peter Holm's brother fled the town. He was arrested in Oslo with 12 others.", None),
    ];
    for (text, expected) in table {
        let claim = only(text, "arrest").expect(text);
        assert_eq!(names(&claim.target).first().copied(), expected, "{text}");
    }
    // Nobody contradicts himself.
    let claim = only("Peter Holm met Otto Lind in Oslo. Lind accused him of taking 12 buses.", "accuse").expect("a claim");
    assert_eq!(names(&claim.target), ["Peter Holm"]);
}

#[test]
fn somebody_new_who_is_told_of_is_whom_the_next_pronoun_means() {
    let table = [
        // The fourth man is told of since.
        ("Officer Otto Lind spoke. A fourth man was shot in the leg. He sold 40 boats.", "sell", None),
        ("Officer Otto Lind spoke. The door was locked. He sold 40 boats.", "sell", Some("Otto Lind")),
        // Who is named in passing since is not "he".
        ("Mayor Otto Lind came late. When he took the stage after Mr. Aalto's speech, he sold 40 boats.", "sell", Some("Otto Lind")),
    ];
    for (text, class, expected) in table {
        let claim = only(text, class).expect(text);
        assert_eq!(names(&claim.actor).first().copied(), expected, "{text}");
    }
}

#[test]
fn a_surname_further_on_may_tell_that_a_name_is_a_persons() {
    let text = "Ashondra Holm ran away. Holm, 24, left Chad with 40 boats.";
    assert_eq!(names(&only(text, "leave").expect("a claim").actor), ["Ashondra Holm"]);
}

#[test]
fn of_two_with_a_surname_the_one_named_last_speaks() {
    let text = "Deputies Otto Brandt, Sgt. Dan Roe and Lt. Tom Frey fired.\n\nThe man died, said Sherri Roe, a spokeswoman for the bureau.\n\n\
                The house burned.\n\nRoe counted 40 shots.";
    assert_eq!(names(&only(text, "count").expect("a claim").actor), ["Sherri Roe"]);
}

#[test]
fn what_somebody_is_makes_no_official_of_them() {
    let table = [
        ("Nora Hill, a native of Chad, sold 40 boats.", "other", None),
        ("Nora Hill, the mayor of Lund, sold 40 boats.", "official", Some("mayor of Lund")),
        ("Her lawyer, Nora Hill, sold 40 boats.", "official", Some("lawyer")),
    ];
    for (text, kind, office) in table {
        let claim = only(text, "sell").expect(text);
        let actor = &claim.actor[0];
        assert_eq!((format!("{:?}", actor.kind).to_lowercase().as_str(), actor.office.as_deref()), (kind, office), "{text}");
    }
}

#[test]
fn himself_is_nobody_but_the_subject() {
    let of_himself = |text: &str| -> Option<String> {
        let claim = only(text, "injure").expect(text);
        claim.target.iter().find(|part| part.text == "himself").expect(text).name.clone()
    };
    let table = [
        ("Officers found that a boy had wounded two sailors and himself, Sheriff Otto Lind said.", None),
        ("Peter Holm wounded two sailors and himself, Sheriff Otto Lind said.", Some("Peter Holm")),
        ("Sheriff Otto Lind came. He wounded two sailors and himself.", Some("Otto Lind")),
    ];
    for (text, expected) in table {
        assert_eq!(of_himself(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_full_name_that_a_repeated_passage_gives_again_is_nobody_elses() {
    let caption = "His wife, Nora Hill, was a cook, until their son was born.";
    let text = format!("{caption}\n\n{caption}\n\n“It is sad,” said Mayor Tessa Lind.\n\nAs for Hill, she is ill. She stole 12 boats.");
    assert_eq!(names(&only(&text, "steal").expect("a claim").actor), ["Nora Hill"]);
}

#[test]
fn a_body_that_many_countries_have_is_of_those_who_govern_there() {
    let country = |text: &str| only(text, "approve").expect(text).actor[0].country.clone();
    let told = "said on Monday that the Senate approved the deal with Iran, which Iran and Iran's allies want.";
    assert_eq!(country(&format!("Sen. Ann Lee of Ohio {told}")).as_deref(), Some("US"));
    assert_eq!(country(&format!("Sen. Ann Lee of Ohio and Norway's Prime Minister Otto Lind {told}")), None);
}

#[test]
fn what_a_country_named_before_does_about_another_is_told() {
    let all = only("China's commerce ministry said it has initiated a dispute over the Danish tariff.", "start").expect("a claim");
    assert_eq!(all.actor[0].country.as_deref(), Some("CN"));
}

#[test]
fn which_office_somebody_held_is_told_by_the_article_or_its_date() {
    let text = "Donald Trump left Chad on Monday.";
    let office = |article: &Article| {
        let claims = Pipeline::default().extract(article);
        let claim = claims.iter().find(|claim| claim.predicate.class == "leave").expect("a claim");
        (claim.actor[0].name.clone(), claim.actor[0].office.is_some())
    };
    let mut article = Article::new("a", "s", text);
    assert_eq!(office(&article), (Some("Donald Trump".to_owned()), false));
    article.published = Some(jiff::civil::date(2019, 5, 4));
    assert_eq!(office(&article), (Some("Donald Trump".to_owned()), true));
    assert!(office(&Article::new("a", "s", "President Donald Trump is old. Trump left Chad on Monday.")).1);
}

#[test]
fn who_only_speaks_of_a_crime_neither_did_nor_suffered_it() {
    let target = |text: &str| only(text, "charge").and_then(|claim| claim.target.first().and_then(|part| part.name.clone()));
    let says = "“A man was found,” Sheriff Otto Lind said.";
    assert_eq!(target(&format!("{says} He was charged with two counts of murder.")), None);
    assert_eq!(
        target(&format!("Peter Holm, 40, fled the town. {says} He was charged with two counts of murder.")),
        Some("Peter Holm".to_owned())
    );
    // Officers tell of others, whatever those do.
    let leaves = |text: &str| only(text, "leave").and_then(|claim| claim.actor.first().and_then(|part| part.name.clone()));
    assert_eq!(leaves("“A boy was found,” Police Lt. Otto Lind said. He left the town with 12 girls."), None);
    assert_eq!(leaves("“A boy was found,” Senator Otto Lind said. He left the town with 12 girls."), Some("Otto Lind".to_owned()));
    // Of whom something else is told as well.
    assert_eq!(target("Sheriff Otto Lind drove home drunk. He was charged with two counts of theft."), Some("Otto Lind".to_owned()));
}
