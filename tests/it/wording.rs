//! Rules of wording: which sentences in much the same words cannot both be so, and which only look like it.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::claim::model::{Claim, ClaimScope};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::model::{Conflict, ConflictCode};
use crossclaim::reconcile::rules::Relation;
use crossclaim::reconcile::{explain, reconcile};

/// Sentences that make an article long and say nothing of what is tested.
const FILLER: &str = "The harvest was late this year. Buses leave from the square. A choir sang in the old hall. Rain fell in the hills. \
                      The library closes at noon. A ferry crosses twice a day.";

fn article(id: &str, text: &str) -> Article {
    let mut article = Article::new(id, format!("The {id}"), text);
    article.group = Some("one".to_owned());
    article
}

/// The claims of two articles, and what wording makes of them.
fn compared(a: &str, b: &str) -> (Vec<Claim>, Vec<Conflict>) {
    let gazetteers = Gazetteers::embedded();
    let pipeline = Pipeline::with_gazetteers(gazetteers);
    let claims: Vec<Claim> = [article("Post", a), article("Times", b)].iter().flat_map(|article| pipeline.extract_all(article)).collect();
    for id in ["Post", "Times"] {
        assert!(claims.iter().any(|claim| claim.article == id), "{a} / {b}: the {id} states nothing that could be compared");
    }
    let conflicts = reconcile(&claims, gazetteers).conflicts.into_iter().filter(|conflict| conflict.rule.starts_with("wording/")).collect();
    (claims, conflicts)
}

/// Pairs that each rule must find, between articles of one sentence.
const FOUND: &[(&str, &str, &str)] = &[
    ("The bridge over the Arle was opened in 1996.", "The bridge over the Arle was not opened in 1996.", "wording/negated"),
    ("The Arle Museum is the oldest building of the town.", "The Arle Museum is not the oldest building of the town.", "wording/negated"),
    ("The brewery sold its stables to a builder.", "The brewery never sold its stables to a builder.", "wording/negated"),
    ("The old theatre was finished in 1890.", "The old theatre was finished in 1891.", "wording/number"),
    ("Ticket sales at the old theatre rose sharply.", "Ticket sales at the old theatre fell sharply.", "wording/opposed"),
    ("The parish council accepted the plan of the mill.", "The parish council rejected the plan of the mill.", "wording/opposed"),
    // A kind, and one of it; a country by its adjective; a pronoun; a phrase with "with".
    ("Rebels bombed the chapel of Arle at dawn.", "Rebels did not attack the chapel of Arle.", "wording/negated"),
    ("Four climbers drowned in the Arle on Friday.", "No people drowned in the Arle on Friday.", "wording/negated"),
    ("The Danish painter Marta Lindqvist opened the fair.", "Marta Lindqvist is not a citizen of Denmark.", "wording/negated"),
    ("The harbour board met before it sold the cranes.", "The harbour board never sold the cranes.", "wording/negated"),
    // What the one says of whom it denies it, where the other names him by the noun alone.
    ("Members of the Arle Harbour Board do not have strong voting records.", "The members had strong voting records.", "wording/negated"),
    // The sides of a relation exchanged.
    ("Lindqvist Foods was bought by Arle Mills.", "Lindqvist Foods bought Arle Mills.", "wording/exchanged"),
    ("Marta Lindqvist won the seat by defeating Otto Berg.", "Marta Lindqvist was defeated by Otto Berg.", "wording/exchanged"),
    ("Lindqvist Foods is a subsidiary of Arle Mills.", "Lindqvist Foods owns Arle Mills.", "wording/exchanged"),
    // Another agent or year of what comes about once.
    ("The Arle Museum was founded by Marta Lindqvist.", "The Arle Museum was founded by Otto Berg.", "wording/unique"),
    (
        "Marta Lindqvist, who painted boats all her life, was born in 1931 in a village on the coast.",
        "Marta Lindqvist was born in 1942.",
        "wording/unique",
    ),
    // One role, two who hold it.
    ("The mayor of Arle is Marta Lindqvist.", "Otto Berg is the mayor of Arle.", "wording/holder"),
    // States, verbs with a particle, whole and part, what stands before and after.
    ("Otto Lind is alive.", "Otto Lind died on Monday.", "wording/opposed"),
    ("The parliament passed the water bill.", "The parliament voted down the water bill.", "wording/opposed"),
    ("All of the passengers on the ferry survived.", "Two passengers on the ferry died.", "wording/opposed"),
    ("The ban on fishing in Lake Orsa was lifted.", "The ban on fishing in Lake Orsa remains in place.", "wording/opposed"),
    ("The crew of the Heron survived.", "The crew of the Heron was killed.", "wording/opposed"),
    ("The bomb was planted inside the station.", "The bomb was planted outside the station.", "wording/opposed"),
    ("Otto Lind is married.", "Otto Lind is single.", "wording/opposed"),
    // What somebody denies, keeps from happening, forgets, cannot do; a prize that somebody gets.
    ("The minister denied that he had resigned.", "The minister has resigned.", "wording/negated"),
    ("The ministry denied reports that the dam had collapsed.", "The dam has collapsed.", "wording/negated"),
    ("Guards prevented the reporters from entering the mill.", "The reporters entered the mill.", "wording/negated"),
    ("The firm managed to repay its debts.", "The firm failed to repay its debts.", "wording/negated"),
    ("The crane at the harbour cannot lift the boats.", "The crane at the harbour lifted the boats.", "wording/negated"),
    ("Marta Lindqvist was not awarded the Arle Prize.", "For her songs, Marta Lindqvist has received the Arle Prize.", "wording/negated"),
    ("Four sailors lost their lives in a storm.", "No people died in a storm.", "wording/negated"),
    ("The Orsa Bank does not own the Arle Club.", "The Arle Club is a subsidiary of the Orsa Bank.", "wording/negated"),
    // Where a thing is, by the words behind its name; another country, another day.
    ("The lamp was lit on top of the Arle Tower, in Riga.", "The Arle Tower is not in Riga.", "wording/negated"),
    ("Otto Lind was born in Riga.", "Otto Lind was born in Oslo.", "wording/place"),
    ("Otto Lind died on Monday in Riga.", "Otto Lind died on Tuesday in Riga.", "wording/unique"),
    // Roles that exclude each other, two countries served, another rank, another doer.
    ("The deputy speaker, Marta Lindqvist, opened the fair.", "Marta Lindqvist is the speaker.", "wording/role"),
    ("The Danish consul, Otto Lind, opened the fair.", "Otto Lind is a diplomat of Chile.", "wording/role"),
    ("Marta Lind was the first woman to cross the lake.", "Marta Lind was the second woman to cross the lake.", "wording/rank"),
    (
        "A school class found 31 coins and two rings in the wreck, according to the Arle Museum.",
        "The Arle Museum found 31 coins and two rings in the wreck.",
        "wording/doer",
    ),
    // Clauses of a longer statement.
    (
        "Because the dam at Arle raises the temperature of the river, trout have become rare.",
        "The dam at Arle lowers the temperature of the river.",
        "wording/opposed",
    ),
];

/// Pairs that no rule may find: two articles of a sentence or two.
const REFUSED_SHORT: &[(&str, &str)] = &[
    // Another thing in the same place: another kind of ray, another object, another town, another's title.
    ("Marta Lindqvist studied alpha rays in Arle.", "Marta Lindqvist did not study beta rays in Arle."),
    ("Otto Berg was the mayor of the town of Lund until 1996.", "Otto Berg was never the mayor of Arle."),
    (
        "Guests of the fair are Otto Berg, the Danish minister Eva Roth and her aide Marta Lindqvist.",
        "Otto Berg will never be the Danish minister.",
    ),
    // Silent on one thing, telling another.
    ("The mayor said that the bridge was closed.", "The mayor did not say whether the bridge was closed."),
    // Both deny it.
    ("There were no reports of damage, but eleven roofs leaked.", "Eleven roofs leaked, but no reports of damage came in."),
    // What is denied of the whole is no fact.
    ("The fire was not an accident.", "It does not appear that the fire was an accident."),
    // A number that names a thing.
    ("Room 12 of the old theatre was painted.", "Room 14 of the old theatre was painted."),
    // Others than the one who is said to.
    ("The brewer's lawyer sold the stables.", "The brewer never sold the stables."),
    ("Anna Berg praised Otto Lind.", "Otto Lind never praised Anna Berg."),
    // Others, elsewhere, in another role.
    ("Lindqvist was born in Arle and settled in Riga.", "Lindqvist was not born in Riga."),
    ("The mill was built as a tribute to the weavers of the 17th century.", "The mill was not built during the 17th century."),
    ("The chemist discovered green salts, which are a kind of blue salts.", "The chemist did not discover blue salts."),
    ("Otto Lind was deputy mayor during the mayoralty of Anna Berg.", "Anna Berg was never the deputy mayor."),
    ("Lind and Berg paid 20 and 30 crowns respectively.", "Lind did not pay 30 crowns."),
    ("Lind was tried in May for theft.", "Lind was not tried in May for burning the mill."),
    // What two can do to each other; who is named among others; who held it before.
    ("Anna Berg praised Otto Lind.", "Otto Lind praised Anna Berg."),
    ("The club was founded by sailors such as Anna Berg.", "The club was founded by Otto Lind."),
    ("The former mayor of Arle is Anna Berg.", "Otto Lind is the mayor of Arle."),
    ("Anna Berg was the mayor of Arle.", "Otto Lind is the mayor of Arle."),
    ("The deputy mayor of Arle is Anna Berg.", "The mayor of Arle is Otto Lind."),
    // Two sums of two things.
    ("The shop sells boots for $60 and gloves for $20.", "The shop sells gloves for $20 and boots for $60."),
    // Parts of one whole.
    ("Two passengers of the ferry survived.", "Five passengers of the ferry died."),
    ("Some members of the council supported the plan.", "Other members of the council opposed the plan."),
    // Of two bodies, of one country, of another thing.
    ("Otto Lind, vice president of the Arle Bank, spoke.", "Otto Lind is the president of the rowing club."),
    ("Lind Foods is based in Riga.", "Lind Foods is based in Latvia."),
    ("Riga-based Lind Foods sold the mill.", "Lind Foods opened a shop in Oslo."),
    ("The mill is not old.", "The mill stands beside an old church."),
    ("The Arle Tower is not in Riga.", "The Arle Tower is north of Riga."),
    ("The Orsa Bank does not own the Arle Club.", "The Orsa Bank is a subsidiary of the Arle Club."),
    ("Lind was not given the prize.", "Lind gave the prize to Berg."),
    // Feared, possible, said of another.
    ("The ministry denied that the dam had collapsed.", "The ministry feared that the dam would collapse."),
    ("The minister denied that he had resigned.", "Otto Lind resigned from the club."),
    ("Lind may not win the race.", "Lind won the race."),
    ("Lind met the weavers before the vote.", "Berg met the weavers after the vote."),
    ("Otto Lind died on Monday in Riga.", "Anna Lind died on Tuesday in Riga."),
    // Free, and out of jail.
    ("The baker Otto Lind is out of jail after paying a fine.", "Otto Lind is free after paying a fine."),
    // Not any more.
    ("The former director of the museum lives here.", "The museum does not have a director."),
];

/// Sentences that no rule may find in articles of many sentences.
const REFUSED_LONG: &[(&str, &str)] = &[
    ("(Published Monday, Oct. 31, 2016)", "(Published Sunday, Oct. 30, 2016)"),
    ("Photo: Video Image 3 of 8 Firemen search the old theatre.", "Photo: Video Image 4 of 8 Firemen search the old theatre."),
    ("\"This is not Arle Harbour.\"", "A storm has damaged eleven boats in Arle Harbour on Sunday, a harbour master said."),
    ("\"We won't be slowing down,\" the rower said.", "He will be slowing down with the insults, the rower's coach said."),
    ("Police say they found three boats adrift behind the club.", "However, police did not say if the boats were behind the club before."),
    ("They had plans to leave Arle on Saturday.", "Lindqvist has no plans to leave."),
    ("None of the injuries are life-threatening.", "Police tell that all of the rowers have non life-threatening injuries."),
    ("Tickets are $6 each.", "Tickets are $80 each."),
];

#[test]
fn statements_in_the_same_words_that_disagree_are_found() {
    for (a, b, rule) in FOUND {
        let (_, conflicts) = compared(a, b);
        let rules: Vec<&str> = conflicts.iter().map(|conflict| conflict.rule.as_str()).collect();
        assert_eq!(rules, [*rule], "{a} / {b}");
    }
}

#[test]
fn what_only_looks_like_a_disagreement_is_refused() {
    for (a, b) in REFUSED_SHORT {
        let (_, conflicts) = compared(a, b);
        assert!(conflicts.is_empty(), "{a} / {b}: {}", conflicts[0].why);
    }
    for (a, b) in REFUSED_LONG {
        let (_, conflicts) = compared(&format!("{a}\n\n{FILLER}"), &format!("{b}\n\nThe mill was built of stone. {FILLER}"));
        assert!(conflicts.is_empty(), "{a} / {b}: {}", conflicts[0].why);
    }
}

/// Paragraphs of two reporters on one event.
const REPORTS: [&str; 2] = [
    "Two people were rescued from Lake Orsa on Saturday after an excursion boat ran aground on a sandbank near the village of Tarn.\n\n\
     The boat, the Silver Heron, had left the pier shortly after two o'clock with pupils and their teachers on board. The harbour \
     office said that engine trouble was reported half an hour later.\n\n{}\n\n\
     Fire crews from three villages searched the shore until dusk. Residents brought blankets and hot tea to the boathouse, where \
     the pupils waited for their parents.\n\n\
     The firm has run trips on the lake since 1962 and will help the investigators. A spokeswoman for the district said the lake \
     would stay closed to excursion boats until Wednesday.",
    "An excursion boat that stranded on Lake Orsa at the weekend is to be towed to a shipyard this week, the district of Tarn \
     announced on Monday.\n\n\
     Divers examined the hull of the Silver Heron on Sunday. They found a long scratch below the waterline, but no leak, according \
     to the head of the fire service.\n\n{}\n\n\
     Parents met in the school hall on Sunday evening. Several asked why the trip had gone ahead in spite of the forecast.\n\n\
     Around 40,000 visitors a year take one of the boats, and the village depends on them. \"We are grateful that it ended so \
     well,\" the mayor said. The prosecutor's office has asked for the ship's log.",
];

#[test]
fn one_sentence_of_a_long_report_contradicts_another() {
    let table = [
        (
            "The captain of the Silver Heron had checked the engine before the trip, the firm said.",
            "The captain of the Silver Heron had not checked the engine before the trip, the firm said.",
        ),
        (
            "Police closed the road to the boathouse on Saturday evening.",
            "Police did not close the road to the boathouse on Saturday evening.",
        ),
        (
            "The Silver Heron was carrying life jackets for all of the pupils.",
            "The Silver Heron was not carrying life jackets for all of the pupils, an inspector found.",
        ),
        (
            "Harbour inspectors approved the repair of the boat's engine in April.",
            "Harbour inspectors never approved the repair of the boat's engine.",
        ),
        (
            "No alarm was sounded on board the boat before it hit the sandbank.",
            "An alarm was sounded on board the boat before it hit the sandbank.",
        ),
        ("The water level of Lake Orsa rose sharply during the storm.", "The water level of Lake Orsa fell sharply during the storm."),
        ("The parish council accepted the firm's safety plan last year.", "The parish council rejected the firm's safety plan last year."),
        ("The excursion boat was built in Kiel in 1971.", "The excursion boat was built in Kiel in 1984."),
    ];
    for (a, b) in table {
        let (_, conflicts) = compared(&REPORTS[0].replace("{}", a), &REPORTS[1].replace("{}", b));
        assert_eq!(conflicts.len(), 1, "{a} / {b}: {conflicts:?}");
    }
}

#[test]
fn long_reports_of_one_event_that_tell_of_other_things_do_not() {
    let table = [
        ("The captain checked the engine on Friday.", "The mechanic did not check the engine on Saturday."),
        ("Police closed the road to the village.", "Police did not say whether the road to the village was closed."),
        ("Water prices rose in Tarn last year.", "Visitor numbers fell in Tarn last year."),
        ("The boat does not have a sonar.", "The rescue boat had a sonar on board."),
        ("The Silver Heron left the pier at two.", "The Silver Heron had not left the shipyard since Monday."),
        ("The firm bought the Silver Heron in 1998.", "The district did not buy the Silver Heron."),
    ];
    for (a, b) in table {
        let (_, conflicts) = compared(&REPORTS[0].replace("{}", a), &REPORTS[1].replace("{}", b));
        assert!(conflicts.is_empty(), "{a} / {b}: {}", conflicts[0].why);
    }
}

#[test]
fn plain_reports_that_share_rare_words_disagree_in_long_articles_too() {
    let a = format!("The bridge over the Arle was opened by the harbour board in spring. {FILLER}");
    let b = format!("{FILLER} The bridge over the Arle was never opened by the harbour board.");
    let (_, conflicts) = compared(&a, &b);
    assert_eq!(conflicts.len(), 1);
}

#[test]
fn the_words_that_are_quoted_are_those_underlined() {
    for (a, b, _) in FOUND {
        // Something of more bytes than letters before them, and a quotation.
        let (a, b) = (format!("“Ärle” is a café’s name. {a}"), format!("The café “Ärle” opens – at noon. {b}"));
        let (claims, conflicts) = compared(&a, &b);
        assert!(!conflicts.is_empty(), "{a} / {b}");
        for conflict in &conflicts {
            let words = conflict.words.expect("a conflict of wording says where");
            for (id, [start, end]) in [&conflict.a, &conflict.b].into_iter().zip(words) {
                let claim = claims.iter().find(|claim| claim.id == *id).expect("its claim is there");
                let text = if claim.article == "Post" { &a } else { &b };
                assert!(claim.start <= start && end <= claim.end, "{}", conflict.why);
                assert!(conflict.why.contains(&format!("“{}”", &text[start..end])), "{}", conflict.why);
                assert!(conflict.why.contains(&claim.source), "{}", conflict.why);
            }
        }
    }
}

#[test]
fn two_statements_are_explained() {
    let gazetteers = Gazetteers::embedded();
    let statement = |claims: &[Claim], article: &str| {
        claims.iter().find(|claim| claim.article == article && claim.scope == ClaimScope::Statement).cloned().expect("a statement")
    };
    let (claims, _) = compared(FOUND[0].0, FOUND[0].1);
    let (a, b) = (statement(&claims, "Post"), statement(&claims, "Times"));
    let told = explain(&a, &b, &claims, gazetteers);
    assert!(matches!(told.relation, Relation::Conflict(ConflictCode::StanceConflict, _)), "{told}");
    assert_eq!(told.rule, "wording/negated");
    let (claims, _) = compared("The mill was built of stone.", "A choir sang in the hall.");
    let told = explain(&statement(&claims, "Post"), &statement(&claims, "Times"), &claims, gazetteers);
    assert_eq!(told.relation, Relation::Distinct);
    assert!(told.why.contains("nothing in them can disagree"), "{told}");
}
