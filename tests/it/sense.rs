//! What a verb says happens here, what stands on a condition, and words that say nothing by themselves.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Modality, Polarity};

fn claims(text: &str) -> Vec<Claim> {
    Pipeline::default().extract(&Article::new("a", "s", text))
}

/// The claims of a text as class and evidence.
fn told(text: &str) -> Vec<(String, String)> {
    claims(text).into_iter().map(|claim| (claim.predicate.class, claim.text)).collect()
}

#[test]
fn a_verb_has_its_class_in_one_sense_only() {
    let table = [
        ("Three envoys came to Oslo on Monday.", "travel"),
        ("Three envoys came up with a plan on Monday.", "come"),
        ("The clinic spent $4 million on beds.", "pay"),
        ("Ann Lee spent six years in Norway.", "spend"),
        ("Ministers from Norway and Chad gathered in Oslo on Monday.", "meet"),
        ("Police gathered 300 samples in Norway.", "gather"),
        ("Chad introduced a ban on 40 products.", "impose"),
        ("Chad introduced a bill against 40 smugglers.", "introduce"),
        ("The ban on 40 products was lifted in Norway.", "withdraw"),
        ("Prosecutors dropped three charges against the mayor of Lima.", "dismiss"),
        ("Norway named Ann Lee as minister.", "appoint"),
        ("Chad took back 40 deportees.", "accept"),
        ("Chad admitted 40 refugees on Monday.", "admit"),
        ("Chad admitted 40 sailors as refugees on Monday.", "accept"),
        ("Chad admitted to 40 delays on Monday.", "say"),
        ("The sailors claimed $3 million in Peru.", "claim"),
        ("The efficiency of Peru's tax service is declining.", "decrease"),
        ("Police in Lima ruled out 40 suspects.", "exclude"),
        ("The mill employs 300 people in Chad.", "employ"),
        ("Oslo named 12 streets after painters.", "name"),
        ("Peru welcomed 300 migrants on Monday.", "accept"),
        ("Peru welcomed the report by Norway.", "welcome"),
        ("Norway's prime minister remained in Oslo.", "remain"),
        ("Two women were hit by stray bullets in Peru.", "hit"),
        ("An arrest was made in Norway on Monday.", "arrest"),
        ("Rockets hit two towns in Chad.", "attack"),
        ("A neighbour called 12 officers on Thursday.", "call"),
        ("A neighbour called on 12 officers to leave Chad.", "request"),
        ("Twelve rivals of Ann Lee finished ahead of her in Peru.", "finish"),
        ("Orders in Peru declined by 281 in May.", "decrease"),
        ("Twelve offers were declined by Peru.", "accept"),
        ("Pupils in Peru picked up 12 dogs.", "pick up"),
        ("Police in Lima stopped 12 cars.", "stop"),
        ("The chaos in Lima took over 12 streets.", "take"),
        ("Kofi Boateng is being held in the jail of Lima on a bond of $5,000.", "detain"),
        ("Twelve sailors from Chad suffered wounds in Peru.", "injure"),
        ("Chad sees 12 reports as a threat.", "regard"),
        ("Twelve lives were lost in Peru.", "kill"),
        ("Two clerks emerged from a bank in Peru.", "emerge"),
        ("In Lima, an ad attacked President Ann Lee.", "criticize"),
        ("President Ann Lee welcomed 12 leaders in Lima.", "welcome"),
        ("He is described as a native of Peru.", "be"),
        ("Chad turned down 12 offers on Monday.", "accept"),
        ("Chad raised $12 million for schools on Monday.", "raise"),
        ("Chad raised the fee to $12 on Monday.", "increase"),
        ("A guard in Lima fired 12 rounds on Monday.", "fire"),
        ("Chad contributed 12 pumps to the camp.", "give"),
        ("The drought led to 12 deaths in Chad.", "cause"),
        ("A boy led 12 officers to a barn in Peru.", "lead"),
        ("Chad pleaded guilty on 12 counts.", "plead"),
        ("A woman from Peru was charged with theft of $500.", "charge"),
        ("The bar in Lima charged $5 for a bowl of soup.", "cost"),
        ("A man from Peru suffered a gunshot wound in Lima.", "injure"),
        ("Two clerks in Lima posted a bond of $5,000.", "pay"),
        ("The premier of Peru came under fire on Monday.", "criticize"),
        ("The premier of Peru is scheduled to visit Chad on Monday.", "visit"),
        ("Exports to Peru were found to have grown by 12 percent.", "increase"),
    ];
    for (text, class) in table {
        let told = told(text);
        assert!(told.iter().any(|(found, _)| found == class), "{text}: {told:?}");
    }
}

#[test]
fn a_condition_is_not_told_and_its_consequence_is_open() {
    let conditions = [
        ("If Norway pays $5 million, Chad will release 12 sailors.", "Chad will release 12 sailors"),
        ("Provided that Norway pays $5 million, Chad will release 12 sailors.", "Chad will release 12 sailors"),
        ("Chad will release 12 sailors as long as Norway pays $5 million.", "Chad will release 12 sailors"),
        ("In case Norway pays $5 million, Chad will release 12 sailors.", "Chad will release 12 sailors"),
        ("Should Norway pay $5 million, Chad will release 12 sailors.", "Chad will release 12 sailors"),
        ("Had Norway paid $5 million, Chad would have released 12 sailors.", "Chad would have released 12 sailors"),
        ("Unless Norway pays $5 million, Chad will keep 12 sailors.", "Chad will keep 12 sailors"),
    ];
    for (text, consequence) in conditions {
        let told: Vec<String> = told(text).into_iter().map(|(_, evidence)| evidence).collect();
        assert_eq!(told, [consequence], "{text}");
    }
    let consequences = [
        ("If the bridge falls, 40 families lose their homes in Peru.", "lose", Modality::Possible),
        ("If the bridge fell, Peru would move 40 families.", "send", Modality::Possible),
        ("Had the bridge collapsed, Peru would have paid $3 million.", "pay", Modality::Possible),
        ("Even if the bridge falls, Peru keeps 40 boats.", "keep", Modality::Asserted),
        ("If the bridge falls, Peru will pay 40 families.", "pay", Modality::Planned),
    ];
    for (text, class, modality) in consequences {
        let found: Vec<_> = claims(text).into_iter().map(|claim| (claim.predicate.class, claim.modality)).collect();
        assert!(found.contains(&(class.to_owned(), modality)), "{text}: {found:?}");
    }
}

#[test]
fn what_governs_an_infinitive_governs_the_one_beside_it() {
    let table = [
        ("Norway wants to sell 20 ships and buy 30 planes.", "buy", Polarity::Affirmed, Modality::Planned),
        ("The council resolved to rename 12 streets.", "rename", Polarity::Affirmed, Modality::Planned),
        ("Peru threatened to expel 12 diplomats.", "expel", Polarity::Affirmed, Modality::Planned),
        ("Peru managed to expel 12 diplomats.", "expel", Polarity::Affirmed, Modality::Asserted),
        ("Peru has yet to expel 12 diplomats.", "expel", Polarity::Negated, Modality::Asserted),
        ("Peru's port is yet to make a full recovery.", "make", Polarity::Negated, Modality::Asserted),
        ("Peru's port is to make a full recovery.", "make", Polarity::Affirmed, Modality::Planned),
        ("Peru is expected to expel 12 diplomats.", "expel", Polarity::Affirmed, Modality::Planned),
        ("Peru is said to have expelled 12 diplomats.", "expel", Polarity::Affirmed, Modality::Alleged),
        ("Peru had to expel 12 diplomats.", "expel", Polarity::Affirmed, Modality::Asserted),
        ("Peru is too proud to accept 12 tents.", "accept", Polarity::Negated, Modality::Asserted),
        ("The mayor tabled the proposal to name 12 bridges of Lima.", "name", Polarity::Affirmed, Modality::Requested),
        ("The plan of the Peruvian ministry includes introducing a tax of $8.", "impose", Polarity::Affirmed, Modality::Planned),
        ("Ann Lee received a call that 12 sailors were expelled from Chad.", "expel", Polarity::Affirmed, Modality::Asserted),
        ("Twelve sailors can be seen in Lima.", "see", Polarity::Affirmed, Modality::Asserted),
        ("Peru offered no changes to the treaty with Chad.", "offer", Polarity::Negated, Modality::Asserted),
        ("The goal of the Peruvian ministry is 700 nurses.", "be", Polarity::Affirmed, Modality::Planned),
        ("An expected decline of 12 percent in exports to Peru will hurt Chad.", "decrease", Polarity::Affirmed, Modality::Possible),
    ];
    for (text, class, polarity, modality) in table {
        let found: Vec<_> = claims(text).into_iter().map(|claim| (claim.predicate.class, claim.polarity, claim.modality)).collect();
        assert!(found.contains(&(class.to_owned(), polarity, modality)), "{text}: {found:?}");
    }
}

#[test]
fn evidence_begins_with_what_is_told() {
    let table = [("The mayor said in an interview that 40 families had gathered in Peru.", "40 families had gathered in Peru")];
    for (text, evidence) in table {
        let told = told(text);
        assert!(told.iter().any(|(_, found)| found == evidence), "{text}: {told:?}");
    }
}

#[test]
fn words_that_say_nothing_by_themselves_are_no_claims() {
    let table = [
        ("Chad studied the data released by Norway.", "study"),
        ("Chad corrected the mistakes made by Norway.", "correct"),
        ("The minister of Chad, speaking to reporters, left Norway.", "leave"),
        ("Ann Lee, who I think has won, leaves Peru.", "leave"),
    ];
    for (text, class) in table {
        let told: Vec<String> = told(text).into_iter().map(|(class, _)| class).filter(|class| class != "hold_office").collect();
        assert!(told.iter().any(|found| found == class), "{text}: {told:?}");
        for empty in ["release", "make", "speak", "think"] {
            assert!(told.iter().all(|found| found != empty), "{text}: {told:?}");
        }
    }
}

#[test]
fn what_is_said_to_the_reader_and_titles_are_no_claims() {
    let table = [
        ("Anyone with information is asked to call the mayor of Lima at 555-0142.", "Anyone"),
        ("You might need 12 stamps for a trip to Peru.", "You"),
        ("Ann Lee has launched her novel, Crossing the Rivers of Peru, in Lima.", "Crossing"),
    ];
    for (text, beginning) in table {
        let told = told(text);
        assert!(told.iter().all(|(_, evidence)| !evidence.starts_with(beginning)), "{text}: {told:?}");
    }
}

#[test]
fn offices_are_given_and_occupations_are_not() {
    let held = |text: &str| told(text).iter().any(|(class, _)| class == "hold_office");
    let offices = [
        "The economist Ann Lee lives in Peru.",
        "Ann Lee, a nurse at Lund University, lives in Peru.",
        "Reuters reporter Ann Lee lives in Peru.",
        "Chief correspondent Ann Lee lives in Peru.",
    ];
    for text in offices {
        assert!(held(text), "{text}");
    }
    let occupations = [
        "The author Ann Lee lives in Peru.",
        "Real estate mogul Ann Lee lives in Peru.",
        "Ann Lee is a great leader for Peru.",
        "Ann Lee is the best senator of Peru.",
    ];
    for text in occupations {
        assert!(!held(text), "{text}");
    }
}

#[test]
fn words_between_quotation_marks_are_quoted_in_a_claim_of_saying() {
    let table = [
        ("\u{201c}We lost it all,\u{201d} President Ann Lee of Peru said.", true),
        ("President Ann Lee of Peru said it was \u{201c}sad\u{201d} to lose it all to the fire.", false),
    ];
    for (text, quoted) in table {
        let said: Vec<bool> =
            claims(text).into_iter().filter_map(|claim| claim.attribution).map(|attribution| attribution.quoted).collect();
        assert!(!said.is_empty() && said.iter().all(|&found| found == quoted), "{text}: {said:?}");
    }
}

#[test]
fn nouns_of_change_and_of_reaction_tell_what_their_verb_leaves_open() {
    let all = claims("Peru saw a drop of 12 percent in exports.");
    assert!(all.iter().any(|claim| claim.predicate.class == "decrease" && claim.quantity.is_some()), "{all:?}");
    let all = claims("The new law has drawn criticism from the president of Peru.");
    let claim = all.iter().find(|claim| claim.predicate.class == "criticize").expect("a claim");
    assert_eq!(claim.actor.iter().map(|actor| actor.country.as_deref()).collect::<Vec<_>>(), [Some("PE")]);
    assert_eq!(claim.target[0].text, "The new law");
}

/// The verb that gives the class gives the lemma, whatever stands behind it.
#[test]
fn a_lemma_is_that_of_the_word_that_says_what_happens() {
    let table = [
        ("Norway called Ann Lee a hero.", "call", "call"),
        ("Twelve sailors were found unharmed in Peru.", "find", "find"),
        ("Oslo has become a port for 12 ships.", "be", "become"),
        ("Two women were found dead in Peru.", "kill", "dead"),
    ];
    for (text, class, lemma) in table {
        let all = claims(text);
        let found: Vec<(&str, &str)> = all.iter().map(|claim| (&*claim.predicate.class, &*claim.predicate.lemma)).collect();
        assert!(found.contains(&(class, lemma)), "{text}: {found:?}");
    }
}

/// An allegation that nobody in particular makes is one; a charge, and what somebody blames on another, are facts.
#[test]
fn whom_nobody_in_particular_accuses_is_alleged_to_have_done_it() {
    let table = [
        ("Ann Lee of Peru is accused of fraud.", "accuse", Modality::Alleged),
        ("Chad accused Peru of fraud.", "accuse", Modality::Asserted),
        ("Peru was accused of fraud by Chad.", "accuse", Modality::Asserted),
        ("Peru faces charges of fraud.", "charge", Modality::Asserted),
    ];
    for (text, class, modality) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).unwrap_or_else(|| panic!("{text}: {all:?}"));
        assert_eq!(claim.modality, modality, "{text}");
    }
}

#[test]
fn what_a_denied_word_would_show_or_ask_for_is_denied_too() {
    let table = [
        ("There is no evidence that Norway paid Chad $4 million.", "pay", (Polarity::Negated, Modality::Possible)),
        ("There is evidence that Norway paid Chad $4 million.", "pay", (Polarity::Affirmed, Modality::Asserted)),
        ("The panel did not recommend that Norway pay $4 million.", "pay", (Polarity::Negated, Modality::Requested)),
        ("The panel recommended that Norway pay $4 million.", "pay", (Polarity::Affirmed, Modality::Requested)),
    ];
    for (text, class, expected) in table {
        let all = claims(text);
        let found = all.iter().find(|claim| claim.predicate.class == class).unwrap_or_else(|| panic!("{text}: {all:?}"));
        assert_eq!((found.polarity, found.modality), expected, "{text}");
    }
}

#[test]
fn what_is_denied_and_what_is_inferred() {
    let put = |text: &str, class: &str| -> Vec<(Polarity, Modality)> {
        claims(text).iter().filter(|claim| claim.predicate.class == class).map(|claim| (claim.polarity, claim.modality)).collect()
    };
    let table = [
        ("There were not many calls placed by Chad to Peru.", "place", Polarity::Negated, Modality::Asserted),
        ("There were many calls placed by Chad to Peru.", "place", Polarity::Affirmed, Modality::Asserted),
        ("Police have not ruled out a bomb in Chad.", "exclude", Polarity::Negated, Modality::Asserted),
        ("Captain Otto Lind pleaded no contest to two charges.", "plead", Polarity::Affirmed, Modality::Asserted),
        ("There must have been six shots in Lima.", "be", Polarity::Affirmed, Modality::Possible),
        ("Chad must pay $300 by Friday.", "pay", Polarity::Affirmed, Modality::Requested),
    ];
    for (text, class, polarity, modality) in table {
        assert_eq!(put(text, class), [(polarity, modality)], "{text}");
    }
}

#[test]
fn a_question_that_was_put_is_no_claim() {
    for text in
        ["Reporter Otto Lind asked Mayor Ann Lee whether 40 ships had left Peru.", "“Who paid Chad?” Mayor Ann Lee asked on Monday."]
    {
        let told = told(text);
        assert!(told.iter().all(|(class, _)| class == "hold_office"), "{text}: {told:?}");
    }
    let many = told("Officers were not sure how many sailors had fled Chad.");
    assert!(many.iter().all(|(class, _)| class != "flee"), "{many:?}");
}

#[test]
fn who_is_met_by_hearing_and_answering_takes_part() {
    let table = [
        ("Twelve guards responded to a fire at the port on Monday.", "respond", "a fire at the port"),
        ("Prime Minister Ann Lee spoke to 40 sailors in Peru.", "speak", "40 sailors in Peru"),
        ("Ann Lee, a guard, heard about 20 shots in Lima.", "hear", "about 20 shots"),
    ];
    for (text, class, target) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).expect(text);
        assert!(claim.target.iter().any(|part| part.text == target && !part.inside), "{text}: {:?}", claim.target);
    }
}

#[test]
fn what_ends_does_not_go_on() {
    let table = [
        ("The minister ended talks with Norway.", "end"),
        ("Norway ended its embargo of Chad.", "end"),
        ("The minister held talks with Norway.", "negotiate"),
        ("Norway has completed its withdrawal from Chad.", "withdraw"),
    ];
    for (text, class) in table {
        let all = claims(text);
        assert_eq!(
            all.iter().map(|claim| (&*claim.predicate.class, claim.polarity)).collect::<Vec<_>>(),
            [(class, Polarity::Affirmed)],
            "{text}"
        );
    }
    let ended = claims("Norway ended its embargo of Chad.");
    assert_eq!(ended[0].actor.iter().map(|part| &*part.text).collect::<Vec<_>>(), ["Norway"]);
    // Who has finished paying has paid.
    let finished = claims("Norway has finished paying $40 million to Chad.");
    assert_eq!(finished.iter().map(|claim| claim.polarity).collect::<Vec<_>>(), [Polarity::Affirmed]);
}

#[test]
fn what_a_light_verb_takes_does_nothing_itself() {
    let all = claims("The council took pains to pay Chad $4 million.");
    let paid = all.iter().find(|claim| claim.predicate.class == "pay").expect("a claim");
    assert_eq!(paid.actor.iter().map(|part| &*part.text).collect::<Vec<_>>(), ["The council"]);
}

#[test]
fn what_should_have_been_is_no_claim() {
    for text in ["Chad should have paid Norway $40 million.", "Lima said that Norway should never have been sued by Chad."] {
        assert!(told(text).iter().all(|(class, _)| !matches!(&**class, "pay" | "sue")), "{text}: {:?}", told(text));
    }
    assert!(told("Chad should pay Norway $40 million.").iter().any(|(class, _)| class == "pay"));
}

#[test]
fn a_purpose_with_a_number_of_its_own_is_told_apart() {
    let all = claims("The bill adds $10 million to help 31 schools in Chad.");
    let told: Vec<_> = all.iter().map(|claim| (&*claim.predicate.class, claim.modality)).collect();
    assert_eq!(told, [("add", Modality::Asserted), ("help", Modality::Planned)]);
}

#[test]
fn who_would_not_say_something_did_not() {
    let put = |text: &str, class: &str| {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).unwrap_or_else(|| panic!("{text}: {all:?}"));
        (claim.polarity, claim.modality)
    };
    assert_eq!(put("Sheriff Otto Lind would not confirm the names of 12 victims.", "confirm"), (Polarity::Negated, Modality::Asserted));
    assert_eq!(put("Sheriff Otto Lind would not identify the two men.", "identify"), (Polarity::Negated, Modality::Asserted));
    assert_eq!(put("Chad would not pay $40 million.", "pay"), (Polarity::Negated, Modality::Possible));
}
