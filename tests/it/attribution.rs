//! Whose words a claim is: one construction a row, with sentences of our own.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, Modality, Polarity, SpeakerKind};

fn claims(text: &str) -> Vec<Claim> {
    Pipeline::default().extract(&Article::new("a", "s", text))
}

/// The speakers of the claims of a class, `-` for none.
fn speakers(text: &str, class: &str) -> Vec<String> {
    let all = claims(text);
    let found = all.iter().filter(|claim| claim.predicate.class == class);
    found.map(|claim| claim.attribution.as_ref().map_or_else(|| "-".to_owned(), |said| said.speaker.clone())).collect()
}

#[test]
fn verbs_of_saying_stand_before_behind_and_inside_what_is_said() {
    let table = [
        ("Finance Minister Ana Torres said Chile would send 40 buses to Peru.", "Ana Torres"),
        ("Chile sent 40 buses to Peru, Finance Minister Ana Torres said on Monday.", "Ana Torres"),
        ("Chile sent 40 buses to Peru, the finance minister, Ana Torres, confirmed.", "Ana Torres"),
        ("“Chile sent 40 buses to Peru,” said Finance Minister Ana Torres.", "Ana Torres"),
        ("“Chile sent 40 buses to Peru,” the finance minister, Ana Torres, told reporters.", "Ana Torres"),
        ("Finance Minister Ana Torres issued a statement saying Chile had sent 40 buses to Peru.", "Ana Torres"),
        ("Finance Minister Ana Torres tweeted that Chile had sent 40 buses to Peru.", "Ana Torres"),
        ("Finance Minister Ana Torres believes that Chile sent 40 buses to Peru.", "Ana Torres"),
        ("Finance Minister Ana Torres repeated her claim that Chile had sent 40 buses to Peru.", "Ana Torres"),
        ("Critics say Chile sent 40 buses to Peru.", "Critics"),
        ("SANTIAGO (Wire) - Officials said Chile had sent 40 buses to Peru.", "Officials"),
        ("Tamil Nadu contended that Chile had sent 40 buses to Peru.", "Tamil Nadu"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn documents_and_polls_tell_too() {
    let table = [
        ("Chile sent 40 buses to Peru, according to a report by the ministry.", "send", "a report by the ministry"),
        ("The indictment alleges that Chile sent 40 buses to Peru.", "send", "The indictment"),
        ("Chile sent 40 buses to Peru, a new report shows.", "send", "a new report"),
        ("In a Harbour Post poll, Chile had 38 percent support in Peru.", "have", "a Harbour Post poll"),
    ];
    for (text, class, speaker) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).expect(text);
        let said = claim.attribution.as_ref().expect(text);
        assert_eq!((&*said.speaker, said.kind), (speaker, SpeakerKind::Document), "{text}");
    }
}

#[test]
fn a_body_speaks_by_its_whole_name() {
    let table = [
        ("Chile sent 40 buses to Peru, the Lima County Sheriff's Office said.", "the Lima County Sheriff's Office"),
        ("Chile sent 40 buses to Peru, according to the Centre for Road Safety.", "the Centre for Road Safety"),
        ("Ward 3 Councilwoman Dora Quill said Chile sent 40 buses to Peru.", "Dora Quill"),
        ("A study of rivers that said Chile sent 40 buses to Peru was released.", "A study of rivers"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn quotations_run_on_over_sentences_and_paragraphs() {
    let table = [
        "Finance Minister Ana Torres was pleased. “We are proud,” she said. “Chile sent 40 buses to Peru.”",
        "Finance Minister Ana Torres was blunt. “Chile sent 40 buses to Peru.”",
        "Finance Minister Ana Torres emphasized, “We keep our word. Chile sent 40 buses to Peru.”",
        "“We keep our word. Chile sent 40 buses to Peru.” Finance Minister Ana Torres said.",
        "“We keep our word,” Finance Minister Ana Torres said, “since Chile sent 40 buses to Peru.”",
        "“We keep our word,” said Finance Minister Ana Torres.\n\n“Chile sent 40 buses to Peru.”",
        "“We keep our word,” said Finance Minister Ana Torres. “It was hard.\n\n“Chile sent 40 buses to Peru.”",
    ];
    for text in table {
        assert_eq!(speakers(text, "send"), ["Ana Torres"], "{text}");
    }
    // A quotation of somebody else in between ends it.
    let text =
        "“We keep our word,” said Finance Minister Ana Torres.\n\nMayor Luis Soto disagreed. “Chile sent 40 buses to Peru,” he said.";
    assert_eq!(speakers(text, "send"), ["Luis Soto"]);
}

#[test]
fn a_pronoun_goes_on_with_whoever_spoke_last() {
    let text =
        "Mayor Pedro Lara met Finance Minister Ana Torres. Lara said the town was safe. He added that Chile had sent 40 buses to Peru.";
    assert_eq!(speakers(text, "send"), ["Pedro Lara"]);
}

#[test]
fn pronouns_that_speak_are_whoever_spoke_or_acted_before() {
    let table = [
        ("A ministry spokesman said the road was shut. He said Chile had sent 40 buses to Peru.", "A ministry spokesman"),
        ("Detectives were at the house. They said Chile had sent 40 buses to Peru.", "Detectives"),
        ("The report warns of delays. It adds that Chile sent 40 buses to Peru.", "The report"),
        ("A witness said he saw that Chile sent 40 buses to Peru.", "A witness"),
        ("The sheriff’s office called it a theft, Otto Lind said. By then Chile had sent 40 buses to Peru, he said.", "Otto Lind"),
        ("The driver fled, according to Sheriff Otto Lind. Chile sent 40 buses to Peru, he said.", "Otto Lind"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn what_is_only_imagined_or_restricts_a_noun_is_nobodys_word() {
    let table = [
        ("If the road were shut, the ministry would say that Chile had sent 40 buses to Peru.", "-"),
        ("Police made an arrest in the shooting that sent 40 people to hospitals in Peru.", "-"),
        ("In all, investigators said Chile had sent 40 buses to Peru.", "investigators"),
        ("Chile sent 40 buses to Peru, according to court and jail records.", "court and jail records"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn words_of_blame_are_the_speakers_and_promises_of_countries_are_deeds() {
    let table = [
        ("Finance Minister Ana Torres accused Chile of cheating Peru.", "accuse", "Ana Torres"),
        ("Finance Minister Ana Torres criticized Chile.", "criticize", "Ana Torres"),
        ("Finance Minister Ana Torres promised to send 40 buses to Peru.", "send", "Ana Torres"),
        ("Chile promised to send 40 buses to Peru.", "send", "-"),
        ("Chile ensured that 40 buses were sent to Peru.", "send", "-"),
    ];
    for (text, class, speaker) in table {
        assert_eq!(speakers(text, class), [speaker], "{text}");
    }
}

#[test]
fn what_is_handed_on_keeps_the_chain() {
    let all = claims("The Wall Street Journal reported that officials said Chile had sent 40 buses to Peru.");
    let claim = all.iter().find(|claim| claim.predicate.class == "send").expect("a claim");
    let said = claim.attribution.as_ref().expect("an attribution");
    assert_eq!((&*said.speaker, &said.chain[..]), ("officials", &["The Wall Street Journal".to_owned()][..]));
    // Evidence does not speak where somebody speaks of it.
    assert_eq!(speakers("Police said their investigation indicated that Chile sent 40 buses to Peru.", "send"), ["Police"]);
}

#[test]
fn hearsay_and_reported_futures_are_no_assertions() {
    use Modality::{Alleged, Asserted, Planned, Possible};
    use Polarity::{Affirmed, Negated};
    let table = [
        ("Ghana is believed to have accepted 200 refugees.", "accept", Affirmed, Possible),
        ("Ghana is said to have accepted 200 refugees.", "accept", Affirmed, Alleged),
        ("Ghana claimed to have accepted 200 refugees.", "accept", Affirmed, Alleged),
        ("It was reported that Ghana had accepted 200 refugees.", "accept", Affirmed, Alleged),
        ("Ghana said it would accept 200 refugees.", "accept", Affirmed, Planned),
        ("Ghana would have accepted 200 refugees.", "accept", Affirmed, Possible),
        ("The departure meant that Ghana had accepted 200 refugees.", "accept", Affirmed, Asserted),
        ("Ghana offered 3 million dollars to Togo.", "offer", Affirmed, Planned),
        ("Ghana discussed sending 200 refugees to Togo.", "send", Affirmed, Possible),
        ("Ghana denied that it had accepted 200 refugees.", "accept", Negated, Asserted),
        ("Ghana has yet to accept 200 refugees.", "accept", Negated, Asserted),
        ("Ghana never refused to accept 200 refugees.", "accept", Affirmed, Asserted),
        ("Ghana vowed not to accept 200 refugees.", "accept", Negated, Planned),
        ("Ghana decided against accepting 200 refugees.", "accept", Negated, Asserted),
        ("Ghana stopped short of accepting 200 refugees.", "accept", Negated, Asserted),
        ("Ghana ruled out accepting 200 refugees.", "accept", Negated, Asserted),
        ("Ghana has stopped accepting refugees from Togo.", "accept", Negated, Asserted),
        ("The government of Ghana no longer accepts refugees from Togo.", "accept", Negated, Asserted),
        ("Ghana not only accepted 200 refugees but also paid $3 million.", "accept", Affirmed, Asserted),
        ("Nobody in Ghana accepted 200 refugees.", "accept", Negated, Asserted),
    ];
    for (text, class, polarity, modality) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).expect(text);
        assert_eq!((claim.polarity, claim.modality), (polarity, modality), "{text}");
    }
    let neither = claims("Ghana neither accepted nor expelled 200 refugees.");
    assert_eq!(neither.len(), 2);
    assert!(neither.iter().all(|claim| claim.polarity == Negated));
}

#[test]
fn verbs_that_look_like_nouns_attribute() {
    let table = [
        ("Critics fear Chile will send 40 buses to Peru.", "send", "Critics"),
        ("Delta Risk estimates the storm will cost Chile $3 million.", "cost", "Delta Risk"),
        ("A survey showed that 40 percent of farmers in Chile supported the plan.", "support", "A survey"),
        ("The director told Radio North that 612 people had been injured in Chile.", "injure", "The director"),
        // A noun that goes on is none of them.
        ("The ministry's estimates for Chile rose to 40 buses.", "increase", "-"),
        ("Harsh critics of the plan, a laser light show and 40 buses came to Chile.", "travel", "-"),
    ];
    for (text, class, speaker) in table {
        assert_eq!(speakers(text, class), [speaker], "{text}");
    }
}

#[test]
fn reports_run_on_in_their_own_tense() {
    let text = "The minister said Chile had spent $4 million. The line would cost $9 million more. Peru had sent 20 buses.";
    let all = claims(text);
    let of = |class: &str| all.iter().find(|claim| claim.predicate.class == class).expect(class);
    for class in ["cost", "send"] {
        assert_eq!(of(class).attribution.as_ref().map(|said| &*said.speaker), Some("The minister"), "{class}");
    }
    assert_eq!(of("cost").modality, Modality::Planned);
    // Plain tenses are the writer's, what others asked for is theirs, and a new paragraph begins anew.
    for next in
        [" Peru sent 20 buses.", " Peru has sent 20 buses.", "\n\nPeru had sent 20 buses.", " If it paid, Peru would have sent 20 buses."]
    {
        let text = format!("The minister said Chile had spent $4 million.{next}");
        assert_eq!(speakers(&text, "send"), ["-"], "{text}");
    }
    assert_eq!(speakers("The judge said Chile had lost 20 buses. Prosecutors had asked for 30 buses from Chile.", "request"), ["-"]);
}

#[test]
fn a_body_in_brackets_is_a_source() {
    let table = [
        ("Some 4,000 people died in Peru (Ministry of Health).", "Ministry of Health"),
        ("Some 4,000 people died in Peru (source: Ministry of Health).", "Ministry of Health"),
        ("Some 4,000 people died in Peru (Lima).", "-"),
        ("Some 4,000 people died in Peru during the study of the World Health Organization (WHO).", "-"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "kill"), [speaker], "{text}");
    }
}

#[test]
fn who_hands_words_on_is_not_who_spoke_them() {
    let text = "“Chile sent 40 buses to Peru,” said the minister as quoted by TASS.";
    let all = claims(text);
    let claim = all.iter().find(|claim| claim.predicate.class == "send").expect(text);
    let said = claim.attribution.as_ref().expect(text);
    assert_eq!((&*said.speaker, &said.chain[..]), ("the minister", &["TASS".to_owned()][..]));
    let table = [
        (
            "The Wall Street Journal reported that Chile had paid $4 million. The newspaper said Peru had sent 40 buses.",
            "The Wall Street Journal",
        ),
        ("“Chile lost 40 buses,\" said Mayor Luis Soto. \"Peru sent 20 buses.\"", "Luis Soto"),
        ("Peru sent 20 buses to Chile, said one of the officials, who feared for his job.", "one of the officials"),
        (
            "Chile imported 40 percent of its oil, a figure of the Peruvian foreign ministry shows.",
            "a figure of the Peruvian foreign ministry",
        ),
        ("Ana Torres said Chile needed to understand that Peru had sent 20 buses.", "Ana Torres"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
    assert_eq!(speakers("Chile denied Peru's request for 40 buses.", "deny"), ["-"]);
}

#[test]
fn speakers_are_found_where_the_tree_has_none() {
    let table = [
        ("Opposition leaders met on Monday. Chile sent 40 buses to Peru “come what may,” one reader wrote.", "one reader"),
        ("If the road is closed, Finance Minister Ana Torres said this week, Chile sent 40 buses to Peru in vain.", "Ana Torres"),
        ("In the view of Finance Minister Ana Torres, Chile sent 40 buses to Peru.", "Ana Torres"),
        ("Campaign aides said Chile had sent 40 buses to Peru.", "Campaign aides"),
        ("The road was open — a day after officials in Lima said Chile sent 40 buses to Peru.", "officials in Lima"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn what_a_verb_utters_is_its_subjects() {
    let table = [
        ("President Luis Soto launched an attack on Prime Minister Olav Berg of Norway.", "Luis Soto"),
        ("President Luis Soto issued a threat to Norway.", "Luis Soto"),
    ];
    for (text, speaker) in table {
        let all = claims(text);
        let said = all.iter().filter(|claim| claim.predicate.class != "hold_office").find_map(|claim| claim.attribution.as_ref());
        assert_eq!(said.map(|said| &*said.speaker), Some(speaker), "{text}");
    }
    let text = "In a speech to parliament, President Luis Soto cited the visit to Norway.";
    let said: Vec<String> = claims(text).into_iter().filter(|claim| claim.predicate.class == "say").map(|claim| claim.text).collect();
    assert_eq!(said, [text.trim_end_matches('.')], "an adjunct before the speaker is not what was said");
}

#[test]
fn the_answers_of_an_interview_are_whoever_was_asked() {
    let text = "Norte interviews Ana Torres, finance minister of Chile\n\nWhat did Chile do last year?\n\nWe sent buses. \
                Chile sent 40 buses to Peru.\n\nWhat did they cost?\n\nThey were cheap.\n\nAnd what comes now?\n\nWe do not know.";
    assert_eq!(speakers(text, "send").last().map(String::as_str), Some("Ana Torres"));
}

#[test]
fn what_is_told_by_a_guess_is_possible() {
    let table = [
        ("Maybe 900 farmers were killed in Libya last year.", "killed"),
        ("The officer said it is safe to assume that 400 Kenyans have left.", "left"),
    ];
    for (text, word) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.text.ends_with(word)).expect(text);
        assert_eq!(claim.modality, Modality::Possible, "{text}");
    }
}

#[test]
fn a_described_speaker_has_the_name_that_the_article_gives() {
    let text = "Mayor Ana Torres spoke on Friday. The mayor said Chile had sent 40 buses to Peru.";
    assert_eq!(speakers(text, "send"), ["Ana Torres"]);
}

#[test]
fn a_name_behind_a_verb_of_saying_in_the_middle_of_a_sentence_speaks() {
    let text = "Sales in Chile rose 4%, reports Norvik Research in its latest survey.";
    assert_eq!(speakers(text, "increase"), ["Norvik Research"]);
}

#[test]
fn whoever_an_interview_introduces_gives_its_answers() {
    let text = "The Wire interviews the president of the Weavers Club\n\nThe Wire spoke with Ana Torres, president of the Weavers Club of \
                Chile.\n\nHow long have you lived there?\n\nI bought 40 boats in Peru.\n\nWhy?\n\nI like them.\n\nWhat is next?\n\nWe sold \
                12 boats in Chile.";
    assert_eq!(speakers(text, "buy"), ["Ana Torres"]);
    assert_eq!(speakers(text, "sell"), ["Ana Torres"]);
}

#[test]
fn who_is_quoted_as_saying_it_speaks() {
    let table = [
        "The Harbour Post quoted Finance Minister Ana Torres as saying Chile had sent 40 buses to Peru.",
        "Finance Minister Ana Torres was quoted as saying that Chile had sent 40 buses to Peru.",
        "Finance Minister Ana Torres spoke on Monday. According to her, Chile sent 40 buses to Peru.",
    ];
    for text in table {
        assert_eq!(speakers(text, "send"), ["Ana Torres"], "{text}");
    }
}

#[test]
fn how_something_is_done_is_nobody_s_word() {
    assert_eq!(speakers("Chile sent 40 buses to Peru, according to usual procedure.", "send"), ["-"]);
}

/// "The company" is the body that spoke by name; an office that is somebody's names itself.
#[test]
fn a_body_is_meant_by_what_kind_of_body_it_is() {
    let table = [
        ("Norvik Steel said it would open 12 mines in Peru. The company added that Chile had sent 40 buses to Peru.", "Norvik Steel"),
        ("Norvik Steel said prices rose. The sheriff's office said Chile had sent 40 buses to Peru.", "The sheriff's office"),
    ];
    for (text, speaker) in table {
        assert_eq!(speakers(text, "send"), [speaker], "{text}");
    }
}

#[test]
fn what_is_said_stands_in_a_claim_of_saying() {
    let table = [
        ("Mayor Ana Torres said that the mill is old.", "the mill is old"),
        ("“The mill is old,” Mayor Ana Torres said.", "The mill is old"),
        ("Mayor Ana Torres conceded the delay was “deeply regrettable”.", "the delay was “deeply regrettable”"),
        ("Mayor Ana Torres described the sailors as fine individuals.", "the sailors as fine individuals"),
        ("Mayor Ana Torres did not mention the costs.", "the costs"),
    ];
    for (text, words) in table {
        let all = claims(text);
        let said = all.iter().find(|claim| claim.predicate.class == "say").expect(text);
        let content = said.content.as_ref().expect(text);
        assert_eq!((content.text.as_str(), &text[content.start..content.end]), (words, words), "{text}");
    }
}

#[test]
fn whom_and_when_it_is_said_to_stands_beside_what_is_said() {
    let text = "Mayor Ana Torres told the Harbour Post on Monday that the harbour was full, pointing to Ghana.";
    let all = claims(text);
    let said = all.iter().find(|claim| claim.predicate.class == "say").expect(text);
    let told: Vec<(&str, bool)> = said.target.iter().map(|target| (target.text.as_str(), target.inside)).collect();
    assert_eq!(told, [("the Harbour Post", false), ("Ghana", true)]);
    assert_eq!(said.time.as_ref().expect("a time").text, "Monday");
}

#[test]
fn what_is_not_said_is_nobodys_words() {
    assert_eq!(speakers("Mayor Ana Torres did not mention the costs.", "say"), ["-"]);
}

#[test]
fn a_message_is_of_whoever_signs_it() {
    let text = "The bridge to Norway was closed. — Bergen Police (@bergenpolice) May 2, 2024";
    assert_eq!(speakers(text, "close"), ["Bergen Police"]);
}

#[test]
fn what_is_seen_sought_or_seems_is_put_so() {
    use Modality::{Asserted, Planned, Possible};
    let table = [
        ("About 40 boats could be seen from the tower.", "see", Asserted),
        ("A man is being sought in the deaths of four people.", "kill", Asserted),
        ("The rebels seem to have lost 40 boats.", "lose", Possible),
        ("The company announced that it will close its mill in Norway, cutting 650 jobs.", "decrease", Planned),
    ];
    for (text, class, modality) in table {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == class).expect(text);
        assert_eq!(claim.modality, modality, "{text}");
    }
}

#[test]
fn what_stands_around_a_quotation_is_not_said() {
    let table = [
        ("Captain Otto Lind, who served in Chad, read the rules: “Nobody leaves Peru,” he said.", "serve"),
        ("“They want to push us out, thinking we will give up,” Otto Lind, 25, said as 300 sailors marched through Lima.", "protest"),
    ];
    for (text, class) in table {
        assert_eq!(speakers(text, class), ["-"], "{text}");
    }
    // What somebody was asked is none of his words.
    let asked = claims("Asked about a fire in Lima that hurt 40 sailors, Mayor Ann Lee said, “It was no accident.”");
    assert!(asked.iter().all(|claim| claim.predicate.class != "ask"), "{asked:?}");
    let said = asked.iter().find(|claim| claim.predicate.class == "say").and_then(|claim| claim.content.as_ref());
    assert_eq!(said.map(|content| content.text.as_str()), Some("It was no accident."));
}

#[test]
fn habits_and_callouts_are_nobodys_words() {
    for (text, class) in [
        ("President Ann Lee likes to throw in 40 jokes in Peru.", "throw"),
        ("Captain Otto Lind responded to the port of Lima on Monday.", "respond"),
        ("Captain Otto Lind shot back at two thieves in Lima.", "shoot"),
    ] {
        for speaker in speakers(text, class) {
            assert_eq!(speaker, "-", "{text}");
        }
        assert!(!speakers(text, class).is_empty(), "{text}");
    }
}

#[test]
fn each_of_those_who_pledge_speaks_for_himself() {
    let all = claims("Mayor Ann Lee and Senator Otto Lind pledged to leave Chad.");
    let spoken: Vec<(Option<&str>, &str)> = all
        .iter()
        .filter(|claim| claim.predicate.class == "leave")
        .filter_map(|claim| Some((claim.actor[0].name.as_deref(), claim.attribution.as_ref()?.speaker.as_str())))
        .collect();
    assert_eq!(spoken.len(), 2, "{all:?}");
    assert!(spoken.iter().all(|(actor, speaker)| *actor == Some(*speaker)), "{spoken:?}");
}

#[test]
fn both_of_whom_is_no_speaker() {
    let all = claims("The plan names Ann Lee and Otto Lind, both of whom opposed the deal with Chad last year.");
    let claim = all.iter().find(|claim| claim.predicate.class == "oppose").expect("a claim");
    assert!(claim.attribution.as_ref().is_none_or(|said| !said.speaker.contains("whom")), "{claim:?}");
}

#[test]
fn what_the_article_tells_in_the_past_perfect_is_nobodys_words() {
    let speaker = |text: &str| {
        let all = claims(text);
        let claim = all.iter().find(|claim| claim.predicate.class == "pay").expect(text);
        claim.attribution.as_ref().map(|said| said.speaker.clone())
    };
    let report = "Mayor Ann Lee said the mill was old. Chad had paid $4 million for it.";
    assert_eq!(speaker(report).as_deref(), Some("Ann Lee"));
    assert_eq!(speaker(&format!("The owners had long left the country. {report}")), None);
}
