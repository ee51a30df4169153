//! Segmentation: sentences, paragraphs, quotations, repeats, masks.

use crossclaim::article::{Article, Span};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::segment::{Document, ParagraphKind, segment};
use proptest::prelude::*;

fn with<T>(article: &Article, look: impl FnOnce(&Document<'_>) -> T) -> T {
    look(&segment(article, Gazetteers::embedded()))
}

fn sentences(text: &str) -> Vec<String> {
    with(&Article::new("a", "s", text), |document| document.sentences.iter().map(|sentence| sentence.span.of(text).to_owned()).collect())
}

/// Each row is a text whose sentences are separated by " | "; the text itself holds a space there.
fn check(rows: &[&str]) {
    for row in rows {
        let text = row.replace(" | ", " ");
        let expected: Vec<&str> = row.split(" | ").collect();
        assert_eq!(sentences(&text), expected, "{text}");
    }
}

#[test]
fn marks_end_sentences() {
    check(&[
        "Talks failed. | No date was set.",
        "Who will pay? | Nobody knows! | The fund is empty.",
        "It grew by 6.1 percent. | 40 people died.",
        "It fell… | Then it rose.",
        "They waited ... and then they left.",
        "They waited. | . . . Then they left.",
        "Really?! | Yes.",
        "The first round failed. | ... and so did the second.",
        "He wrote “it shall be the policy … not to expel” them.",
        "They agreed [...] Norway would pay.",
        "The list was long.[3] | It was also wrong.[4][5] | Nobody checked.",
        "The iPhone sold well. | iPads did not.",
        "The talks failed. | eBay shares fell.",
        "The talks ended. | nobody signed.",
        "彼らは合意した。| 署名は五月。".replace("。| ", "。 | ").as_str(),
    ]);
    assert_eq!(sentences("The talks ended.The envoys left."), ["The talks ended.", "The envoys left."]);
}

#[test]
fn abbreviations_do_not() {
    check(&[
        "Sen. Amy Roe met Gov. John Doe and Lt. Gen. Kim Poe on Tuesday. | They spoke.",
        "Mr. and Mrs. Doe thanked Dr. No. | The clinic closed.",
        "The U.S. Senate and the U.K. Parliament voted. | Both said no.",
        "He lives in the U.S. | The law is strict there.",
        "He moved to the U.S. in 2010.",
        "John F. Doe and J. R. Roe won. | A. B. Poe lost.",
        "You and I. | Nobody else.",
        "Acme Inc. shares rose. | Acme Inc. Chief Executive Jane Doe resigned.",
        "He works for Doe & Co. | It sells boats.",
        "See No. 5 on p. 12 of Vol. II. | It is short.",
        "He said no. | They left.",
        "She answered, “No. | I do not.”",
        "It began on Jan. 5 and ended in Sept. | The court ruled in Oct. 2019.",
        "They met at 7 p.m. Tuesday and at 8 a.m. EST. | Then they left at 9 p.m. | Mr. Doe stayed.",
        "At 5 p.m. Mr. Doe left. | On Monday at 6 a.m. Mrs. Roe came.",
        "He was shot in Gary, Ind. | Police found the gun.",
        "He was found in Reno, Nev., on Friday. | Nev. Gov. Jane Doe spoke.",
        "Rep. Jane Doe (D-Calif.) said no. | Sen. John Roe, R-Ky., agreed.",
        "They sell apples, pears, etc. | Prices rose.",
        "Fruit, e.g. apples, vs. meat, i.e. beef, c. 1900. | It was cheap.",
        "She holds a Ph.D. | Her brother holds an M.A. in law.",
        "The bag weighed 5 lb. | The box weighed 8 oz. of gold.",
        "He came in. | They sat down.",
        "It stands at 12 Elm St. in town. | St. Paul is far. | He lives on Elm St. | The house is old.",
        "Rome fell in 44 B.C. | Caesar died. | In 44 B.C. Caesar died.",
        "Yahoo! shares rose. | Yahoo! Inc. sold them.",
        "It was Mr . Doe .",
    ]);
}

#[test]
fn quotations_and_brackets_hold_sentences_and_end_with_them() {
    check(&[
        "“We agreed. | We will sign,” he said. | “It is done.” | The crowd cheered.",
        "\"We agreed.\" | He sat down. | \"Why?\" she asked. | \"Who knows?\" Mr Doe said. | \"Nobody!\" | Doe said the talks had failed.",
        "‘Will you pay?’ she asked. | ‘No.’ | He left.",
        "It was late (about 9 p.m. They had eaten.) and dark.",
        "It was late. | (They had eaten.) | Nobody spoke.",
        "It was late (see p. 5). | Nobody spoke.",
        "He said: “Go.” | They went.",
        "He called it “a mess!” and left.",
    ]);
}

#[test]
fn news_conventions() {
    check(&[
        "WASHINGTON (AP) — The Senate voted on Monday. | It was close.",
        "LONDON, Jan. 5 (Reuters) - Britain said no. | France said yes.",
        "OSLO, Norway -- Norway paid. | Sweden did not.",
        "Visit www.herald.example. | Write to jane.doe@herald.example. | See https://herald.example/a.b?c=d. | Thanks.",
        "The bridge at dusk | Image: Jane Doe.",
        "From: Jane Doe <jane@herald.example> | The talks failed.",
        "The talks failed. | *** | The envoys left.",
        "1. Norway pays | 2. Sweden pays | 3. Chad pays",
        "He named three: | 1) Norway, 2) Sweden and 3) Chad.".replace(" | ", " ").as_str(),
        "They agreed. | 1. Norway pays. | 2. Sweden pays.",
        "A. Doe and B. Roe won.",
    ]);
}

#[test]
fn paragraphs_are_told_apart() {
    use ParagraphKind::{Body, Boilerplate, Heading, ListItem};
    let text = "\
Envoys Meet in Oslo

By Jane Doe

OSLO — Envoys of six countries met on Monday.
--Advertisement--
The points are:
Norway pays the most
Chad pays nothing
They will meet again. “We need time,” one said.

What comes next
A second round is planned for the first week of May, the envoys said.
© 2025 The Herald. All rights reserved.
";
    let kinds = with(&Article::new("a", "s", text), |document| document.paragraphs.iter().map(|p| p.kind).collect::<Vec<_>>());
    assert_eq!(kinds, [Heading, Boilerplate, Body, Boilerplate, Body, ListItem, ListItem, Body, Heading, Body, Boilerplate]);
}

#[test]
fn front_matter_and_markdown_are_masked() {
    let text =
        "---\nsource: x\n---\n# Talks in **Oslo**\n\nThe [envoys](https://x.example/a. B) met. ![Photo. One](p.jpg)\n\n- *Norway* pays.\n";
    let mut article = Article::new("a", "s", text);
    article.body.start = text.find("# ").expect("a heading");
    article.markdown = true;
    with(&article, |document| {
        let words = |span: Span| {
            let mut words = String::new();
            let mut at = span.start;
            for mask in document.masks.iter().filter(|mask| span.contains(**mask)) {
                words.push_str(&text[at..mask.start]);
                at = mask.end;
            }
            words + &text[at..span.end]
        };
        let found: Vec<String> = document.sentences.iter().map(|sentence| words(sentence.span).trim().to_owned()).collect();
        assert_eq!(found, ["Talks in Oslo", "The envoys met.", "Norway pays."]);
        assert_eq!(document.masks[0].of(text), "---\nsource: x\n---\n# ");
    });
}

fn quotations(text: &str) -> Vec<(String, usize)> {
    with(&Article::new("a", "s", text), |document| {
        document.quotations.iter().map(|quotation| (quotation.content.of(text).to_owned(), quotation.sentences.len())).collect()
    })
}

#[test]
fn quotations_reach_over_sentences_and_paragraphs() {
    let rows: [(&str, &[(&str, usize)]); 30] = [
        ("“We agreed,” he said.", &[("We agreed,", 1)]),
        ("“We agreed. We will sign,” he said.", &[("We agreed. We will sign,", 2)]),
        ("\"We agreed. We will sign,\" he said. \"Soon.\"", &[("We agreed. We will sign,", 2), ("Soon.", 1)]),
        ("He said “we don’t ‘know’ yet”.", &[("we don’t ‘know’ yet", 1), ("know", 1)]),
        ("He said \"we don't 'know' yet\".", &[("we don't 'know' yet", 1), ("know", 1)]),
        ("‘We won’t sign,’ he said of the envoys’ plan.", &[("We won’t sign,", 1)]),
        ("'We won't sign,' he said of the envoys' plan.", &[("We won't sign,", 1)]),
        ("‘The workers’ rights are safe,’ he said.", &[("The workers’ rights are safe,", 1)]),
        ("The '90s and the ‘80s were Doe's and Roe’s.", &[]),
        ("He is 6'2\" and the screen is 13\" wide.", &[]),
        ("He is 6’2” tall.", &[]),
        ("“He is 6’2” tall,” she said.", &[("He is 6’2” tall,", 1)]),
        ("\"I was born in 1999\" is what he said.", &[("I was born in 1999", 1)]),
        ("“One paragraph.\n\n“The next,” he said.\n\nMore.", &[("One paragraph.\n\n“The next,", 2)]),
        ("\"One paragraph.\n\n\"The next,\" he said.\n\nMore.", &[("One paragraph.\n\n\"The next,", 2)]),
        ("“One.\n\n“Two.\n\n“Three,” he said.", &[("One.\n\n“Two.\n\n“Three,", 3)]),
        ("“Never closed. He left.\n\nMore “words” follow here.", &[("Never closed. He left.", 2), ("words", 1)]),
        (
            "\"It depends on how severe it is.\n\nIt may be late,\" he said.\n\n\"It is,\" she said.",
            &[("It depends on how severe it is.\n\nIt may be late,", 2), ("It is,", 1)],
        ),
        ("\"Never closed. \"It is,\" she said.", &[("Never closed. ", 1), ("It is,", 1)]),
        ("“A break was lost. “It was here,” she said.", &[("A break was lost. “It was here,", 2)]),
        ("“I thought, “Go,” he said. Nobody went.", &[("I thought, “Go,", 1)]),
        ("``So it is,'' he said.", &[("So it is,", 1)]),
        ("\" Set apart , \" he said .", &[(" Set apart , ", 1)]),
        ("Stray” and \"never closed.\n\nMore.", &[("never closed.", 1)]),
        ("«Ja», he said, and „Nein“ too.", &[("Ja", 1), ("Nein", 1)]),
        ("She read “Go”—and went.", &[("Go", 1)]),
        (
            "“But even they ask, ‘What’s in it? Who pays?’” he said.",
            &[("But even they ask, ‘What’s in it? Who pays?’", 2), ("What’s in it? Who pays?", 2)],
        ),
        ("He ate fish ‘n’ chips.", &[("n", 1)]),
        ("“”", &[]),
        ("No marks.", &[]),
    ];
    for (text, expected) in rows {
        let found = quotations(text);
        let found: Vec<(&str, usize)> = found.iter().map(|(content, count)| (content.as_str(), *count)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn repeats_name_the_first_sentence_with_the_same_words() {
    let text = "Kosovo agreed to accept up to 50 people. He left.\n\nKosovo agreed to  accept\tup to 50 people. He left.\n\nKosovo agreed to accept up to 60 people.\n\nKosovo agreed to accept up to 50 people.";
    let repeats = with(&Article::new("a", "s", text), |document| document.sentences.iter().map(|s| s.repeat_of).collect::<Vec<_>>());
    assert_eq!(repeats, [None, None, Some(0), None, None, Some(0)]);
}

/// Every invariant that a document promises.
fn holds(document: &Document<'_>) -> Result<(), TestCaseError> {
    let text = document.text();
    let mut end = 0;
    for paragraph in &document.paragraphs {
        prop_assert!(paragraph.span.start >= end && !paragraph.span.is_empty());
        prop_assert_eq!(paragraph.span.trim(text), paragraph.span);
        end = paragraph.span.end;
        let mut inside = paragraph.span.start;
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            prop_assert!(sentence.span.start >= inside && paragraph.span.contains(sentence.span) && !sentence.span.is_empty());
            prop_assert_eq!(sentence.span.trim(text), sentence.span);
            inside = sentence.span.end;
        }
    }
    let mut at = document.article.body.start;
    let mut covered: Vec<Span> = document.sentences.iter().map(|sentence| sentence.span).chain(document.masks.iter().copied()).collect();
    covered.sort_unstable();
    for span in covered {
        if span.start > at {
            prop_assert_eq!(text[at..span.start].trim(), "", "words between sentences");
        }
        at = at.max(span.end);
    }
    prop_assert_eq!(text[at..].trim(), "", "words after the last sentence");
    for pair in document.masks.windows(2) {
        prop_assert!(pair[0].end < pair[1].start);
    }
    for (index, sentence) in document.sentences.iter().enumerate() {
        prop_assert!(document.paragraphs[sentence.paragraph].sentences.contains(&index));
        prop_assert!(sentence.repeat_of.is_none_or(|first| first < index && document.sentences[first].repeat_of.is_none()));
    }
    for quotation in &document.quotations {
        prop_assert!(quotation.span.contains(quotation.content) && quotation.span.start < quotation.content.start);
        prop_assert!(!quotation.content.of(text).trim().is_empty());
        for sentence in &document.sentences[quotation.sentences.clone()] {
            prop_assert!(sentence.span.overlaps(quotation.span));
        }
    }
    Ok(())
}

const PIECES: [&str; 40] = [
    "The talks",
    " failed",
    ". ",
    "! ",
    "? ",
    "… ",
    "... ",
    ". . . ",
    "\n",
    "\n\n",
    "\r\n",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "(",
    ")",
    "[",
    "](http://x.y/z) ",
    "**",
    "_",
    "# ",
    "- ",
    "1. ",
    "2. ",
    "a) ",
    "U.S. ",
    "p.m. ",
    "Mr. ",
    "5 lb. ",
    "Image: ",
    "--Advertisement--",
    "***",
    "é😀",
    "\u{a0}",
    "。",
    "<a@b.c> ",
    ": ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_keeps_the_promises(text in "\\PC{0,200}", markdown in any::<bool>()) {
        let mut article = Article::new("a", "s", text);
        article.markdown = markdown;
        with(&article, holds)?;
    }

    #[test]
    fn news_pieces_keep_the_promises(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60), markdown in any::<bool>()) {
        let mut article = Article::new("a", "s", pieces.concat());
        article.markdown = markdown;
        with(&article, holds)?;
    }
}
