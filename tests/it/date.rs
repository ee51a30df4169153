//! Dates: every spelling with its value, what is no date, and what holds for any text.

use std::fmt::Write as _;

use crossclaim::article::Article;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::segment::segment;
use crossclaim::tag::mention::{DateKind, DateMention, MentionKind};
use crossclaim::tag::tag;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// A Wednesday; its ISO week is the 19th.
const PUBLISHED: Date = date(2025, 5, 7);

fn dates(text: &str, published: Option<Date>) -> Vec<(String, DateMention)> {
    let article = Article { published, ..Article::new("a", "s", text) };
    let gazetteers = Gazetteers::embedded();
    let document = segment(&article, gazetteers);
    let mentions = tag(&document, gazetteers);
    mentions
        .into_iter()
        .filter_map(|mention| match mention.kind {
            MentionKind::Date(date) => Some((mention.span.of(text).to_owned(), date)),
            _ => None,
        })
        .collect()
}

/// What a row expects: "timex from..to", with nothing for a day that is not known.
fn show(mention: &DateMention) -> String {
    let day = |day: Option<Date>| day.map_or(String::new(), |day| day.to_string());
    match (mention.from, mention.to) {
        (None, None) => mention.timex.clone(),
        (from, to) => format!("{} {}..{}", mention.timex, day(from), day(to)),
    }
}

/// Each spelling is a text with one or more dates in square brackets; the last of them must have the value.
fn check(rows: &[(&str, &[&str])], published: Option<Date>) {
    let mut wrong = String::new();
    for (expected, spellings) in rows {
        for spelling in *spellings {
            let text = spelling.replace(['[', ']'], "");
            let bracketed: Vec<&str> = spelling.split('[').skip(1).filter_map(|rest| rest.split(']').next()).collect();
            let found = dates(&text, published);
            let words: Vec<&str> = found.iter().map(|(words, _)| words.as_str()).collect();
            let value = found.last().map(|(_, mention)| show(mention)).unwrap_or_default();
            if words != bracketed || value != *expected {
                let _ = writeln!(wrong, "{spelling}\n  expected {bracketed:?} = {expected}\n  got      {words:?} = {value}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn days() {
    check(
        &[
            (
                "2025-03-12 2025-03-12..2025-03-12",
                &[
                    "The court met on [12 March 2025].",
                    "The court met on [March 12, 2025].",
                    "The court met on [March 12th, 2025].",
                    "The court met on [Mar. 12, 2025].",
                    "The court met on [the 12th of March 2025].",
                    "The court met on [Wednesday, March 12, 2025].",
                    "The court met on [12-Mar-2025].",
                    "The court met on [2025-03-12].",
                    "The court met on [2025/03/12].",
                    "The court met on [03/12/2025].",
                    "The court met on [20250312].",
                    "The court met on [March 12].",
                    "The court met on [12 March].",
                    "A [March 12] letter asked for help.",
                ],
            ),
            ("2025-04-21 2025-04-21..2025-04-21", &["The court met on [21/04/2025].", "The court met on [21/04/25]."]),
            ("2001-09-11 2001-09-11..2001-09-11", &["The law was passed after the attacks of [9/11]."]),
            ("2024-12-03 2024-12-03..2024-12-03", &["The mill burned down on [December 3]."]),
            ("2025-06-03 2025-06-03..2025-06-03", &["The trial will begin on [June 3].", "A [June 3] hearing has been scheduled."]),
            ("2025-05-04 2025-05-04..2025-05-04", &["The bridge was closed on [the 4th].", "It was closed [three days ago]."]),
            ("2025-04-20 2025-04-20..2025-04-20", &["The bridge was closed on [the 20th of last month]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn months_years_and_longer() {
    check(
        &[
            (
                "2025-03 2025-03-01..2025-03-31",
                &["Prices rose in [March].", "Prices rose in [March 2025].", "Prices rose in [Mar. 2025].", "Prices rose in [2025-03]."],
            ),
            ("2025-03 2025-03-01..2025-03-10", &["Prices rose in [early March]."]),
            (
                "2024-11 2024-11-01..2024-11-30",
                &["Prices fell in [November].", "Prices fell [last November].", "Prices fell in [November last year]."],
            ),
            ("2025-09 2025-09-01..2025-09-30", &["The plant will open in [September].", "The plant opens [next September]."]),
            ("2022 2022-01-01..2022-12-31", &["The mill closed in [2022].", "The [2022] vote was close.", "It closed in [the year 2022]."]),
            ("2022 2022-01-01..", &["The mill has been shut since [2022]."]),
            ("2010 2011-01-01..", &["The mill was shut after [2010]."]),
            ("2010 ..2009-12-31", &["The mill was shut before [2010]."]),
            ("1982 1982-01-01..1982-12-31", &["Shares were at their lowest in ['82].", "Shares were at their lowest in [’82]."]),
            ("2025 2025-05-01..2025-08-31", &["The mill was to close in [mid-2025]."]),
            ("2024 2024-09-01..2024-12-31", &["The mill closed in [late 2024]."]),
            ("2024 2024-12-01..2024-12-31", &["The mill closed at [the end of 2024]."]),
            ("2025 ..2025-12-31", &["The mill will close by [the end of the year].", "The mill will close by [year-end]."]),
            (
                "FY2024 2024-01-01..2024-12-31",
                &["Sales fell in [fiscal 2024].", "Sales fell in [fiscal year 2024].", "Sales fell in [FY2024].", "Sales fell in [FY24]."],
            ),
            (
                "2025-Q1 2025-01-01..2025-03-31",
                &["Sales fell in [the first quarter].", "It posted a [first-quarter] loss.", "Sales fell in [Q1 2025]."],
            ),
            (
                "2024-Q4 2024-10-01..2024-12-31",
                &["Sales fell in [the fourth quarter of last year].", "Sales fell in [the final quarter of 2024]."],
            ),
            ("2024-H1 2024-01-01..2024-06-30", &["Sales fell in [the first half of 2024]."]),
            ("2025-SP 2025-03-01..2025-05-31", &["The river rose [this spring].", "The river rose in [the spring of 2025]."]),
            ("2024-SU 2024-06-01..2024-08-31", &["The river fell [last summer]."]),
            (
                "199 1990-01-01..1999-12-31",
                &["Rents doubled in [the 1990s].", "Rents doubled in [the '90s].", "Rents doubled in [the nineties]."],
            ),
            ("199 1990-01-01..1993-04-30", &["Rents doubled in [the early 1990s]."]),
            (
                "17 1700-01-01..1799-12-31",
                &["It is an [18th-century] church.", "It was built in [the 18th century].", "It was built in [the eighteenth century]."],
            ),
            ("2024-12-25 2024-12-25..2024-12-25", &["The tree fell on [Christmas Day]."]),
            ("2025-04-18 2025-04-18..2025-04-18", &["The shop was shut on [Good Friday]."]),
            ("2024-09-02 2024-09-02..2024-09-02", &["The pool shut on [Labor Day]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn relative_to_the_article() {
    check(
        &[
            ("2025-05-07 2025-05-07..2025-05-07", &["The minister resigned [today].", "The minister resigned on [Wednesday]."]),
            (
                "2025-05-06 2025-05-06..2025-05-06",
                &[
                    "The minister resigned [yesterday].",
                    "The minister said [Tuesday] that she had resigned.",
                    "The minister resigned on [Tuesday].",
                ],
            ),
            (
                "2025-05-08 2025-05-08..2025-05-08",
                &["The minister will resign [tomorrow].", "The minister will resign on [Thursday].", "The deadline is [Thursday]."],
            ),
            ("2025-05-02 2025-05-02..2025-05-02", &["The minister resigned [last Friday]."]),
            ("2025-05-12 2025-05-12..2025-05-12", &["The minister will resign [next Monday]."]),
            ("2025-05-12 ..2025-05-12", &["The talks were extended until [Monday]."]),
            ("2025-05-13 2025-05-13..2025-05-13", &["They will meet on [Tuesday of next week]."]),
            ("2025-W18 2025-04-28..2025-05-04", &["The minister resigned [last week]."]),
            ("2025-W20 2025-05-12..2025-05-18", &["The minister will resign [next week]."]),
            ("2025-W18-WE 2025-05-03..2025-05-04", &["Two men drowned over [the weekend].", "Two men drowned [this weekend]."]),
            ("2025-04 2025-04-01..2025-04-30", &["The minister resigned [last month]."]),
            ("2024 2024-01-01..2024-12-31", &["The minister resigned [last year]."]),
            ("2025 2025-01-01..2025-05-07", &["The minister resigned [earlier this year]."]),
            ("2023 2023-01-01..2023-12-31", &["The minister resigned [two years ago]."]),
            ("2025-03 2025-03-01..2025-03-31", &["The minister resigned [two months ago]."]),
            ("2025-04-30 2025-04-30..2025-04-30", &["The minister resigned [a week ago]."]),
            ("2025-05-21 2025-05-21..2025-05-21", &["The minister will resign [in two weeks].", "She resigns [two weeks from now]."]),
            ("2024-12-27 2024-12-27..2024-12-27", &["The minister resigned [two days after Christmas]."]),
            ("P2W 2025-04-23..2025-05-07", &["It rained for [the past two weeks]."]),
            ("P6M 2025-05-07..2025-11-07", &["It will cost more over [the next six months]."]),
            ("PAST_REF ..2025-05-07", &["The mill closed [several years ago]."]),
            (
                "2025-03-04 2025-03-04..2025-03-04",
                &[
                    "The dam broke on [March 3]. [The next day] the army came.",
                    "The dam broke on [March 3]. The army came [the following day].",
                ],
            ),
            ("2025-03-03 2025-03-03..2025-03-03", &["The dam broke on [March 3]. The army came [that day]."]),
            ("2025-03-17 2025-03-17..2025-03-17", &["The dam broke on [March 3]. It was mended [two weeks later]."]),
            ("2026-01 2026-01-01..2026-01-31", &["She will be in Rome [next month], in Oslo in [November] and home in [January]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn times_of_day() {
    check(
        &[
            (
                "2025-05-06T19 2025-05-06..2025-05-06",
                &["The train left at [7 p.m. Tuesday].", "The train left at [7pm on Tuesday].", "The train left on [Tuesday at 7 p.m.]"],
            ),
            (
                "2025-05-06T08:30 2025-05-06..2025-05-06",
                &["The train left at [08:30 GMT Tuesday].", "It left on [Tuesday] at some stop, at [08:30]."],
            ),
            ("2025-05-06T12:00Z 2025-05-06..2025-05-06", &["The rocket was launched on [Tuesday] from the coast at [12:00 UTC]."]),
            ("2025-05-06TNI 2025-05-06..2025-05-06", &["The train left [Tuesday night].", "The train left [last night]."]),
            ("2025-05-07TMO 2025-05-07..2025-05-07", &["The train left [this morning]."]),
            ("T07:30", &["Doors close at [half past seven]."]),
            ("T12", &["Doors close at [noon]."]),
            ("(T14:00,T16:00:00,PT2H)", &["The shop shut [from 14:00 for two hours]."]),
            ("(2025-05-06T17,2025-05-06T18,PT1H) 2025-05-06..2025-05-06", &["The shop was shut [between 5 and 6 p.m. yesterday]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn lengths_sets_and_ranges() {
    check(
        &[
            ("P2W", &["The strike lasted [two weeks].", "It was a [two-week] strike."]),
            ("P41Y", &["It was the worst flood of its [41-year] history."]),
            ("P2.5Y", &["The work took [two and a half years]."]),
            ("PT1H30M", &["The speech took [1 hour and 30 minutes]."]),
            ("P5D", &["It fell for [five straight days]."]),
            ("XXXX-WXX-1", &["The court sits [every Monday].", "The court sits on [Mondays]."]),
            ("P1Y", &["The fair is held [annually].", "The fair is held [each year]."]),
            ("P2D", &["The ferry runs [every other day]."]),
            ("(XXXX-03-01,XXXX-05-01,P2M) 2025-03-01..2025-05-31", &["It rained [from March to May]."]),
            (
                "(2019-01-01,2021-01-01,P2Y) 2019-01-01..2021-12-31",
                &[
                    "He was mayor [from 2019 to 2021].",
                    "He was mayor [between 2019 and 2021].",
                    "He was mayor in [2019-2021].",
                    "He was mayor in [2019–21].",
                ],
            ),
            (
                "(XXXX-03-12,XXXX-03-14,P2D) 2025-03-12..2025-03-14",
                &["The fair was held on [12–14 March].", "The fair was held on [March 12-14]."],
            ),
            ("(2024-01-23,2024-03-09,P46D) 2024-01-23..2024-03-09", &["The show ran [January 23 - March 9, 2024]."]),
            ("(2024-11-01,2025-02-01,P3M) 2024-11-01..2025-02-28", &["The road was shut [Nov-Feb 2025]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn without_the_articles_date_only_what_the_words_fix() {
    check(
        &[
            ("XXXX-03-12", &["The court met on [March 12]."]),
            ("XXXX-WXX-2", &["The court met on [Tuesday]."]),
            ("XXXX-03", &["The court met in [March]."]),
            ("XXXX-XX-XX", &["The court met [yesterday]."]),
            ("2022 2022-01-01..2022-12-31", &["The court met in [2022]."]),
        ],
        None,
    );
}

#[test]
fn a_dateline_gives_the_articles_date() {
    let rows = [
        "LONDON, March 3, 2021 — The minister resigned on Tuesday.",
        "Minister resigns\n\nWednesday, March 3, 2021\n\nThe minister resigned on Tuesday.",
    ];
    for text in rows {
        let found = dates(text, None);
        assert_eq!(
            found.last().map(|(words, mention)| (words.as_str(), mention.timex.as_str())),
            Some(("Tuesday", "2021-03-02")),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_date() {
    let rows = [
        "A Sinking Spring family left.",
        "They met at Noon Road after Midnight Madness.",
        "The rules may change and prices may fall.",
        "Theresa May and April Ryan spoke.",
        "May I ask why?",
        "They march on while the second group waits.",
        "A 14-year-old boy and a man, 22 years old, were found.",
        "The firm ordered 2000 pieces of steel.",
        "The club at 1910 South Pine Avenue was shut.",
        "Shots rang out in the 1900 block of West Road.",
        "Call 503-823-2081 for help.",
        "The screen is 4:3 wide.",
        "About a quarter of its dealers will go.",
        "It now recently grew, and hours later it stopped for years.",
        "She reads the LA Weekly.",
        "Bread costs $2010 and wine 1,999.",
        "He cited Exodus 18:21 in church.",
        "This is not 2015-1-32 nor 32/13/2015.",
    ];
    for text in rows {
        let found: Vec<String> = dates(text, Some(PUBLISHED)).into_iter().map(|(words, _)| words).collect();
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn lists_of_days_share_month_and_year() {
    let days =
        |text: &str| dates(text, Some(PUBLISHED)).into_iter().map(|(words, date)| format!("{words}={}", date.timex)).collect::<Vec<_>>();
    let rows: [(&str, &[&str]); 5] = [
        ("The court sat on May 1 and 2, 2024.", &["May 1=2024-05-01", "2=2024-05-02"]),
        ("It sits on June 11, 12 and 13.", &["June 11=2025-06-11", "12=2025-06-12", "13=2025-06-13"]),
        ("The polls open on Jan. 3 or 4, officials said.", &["Jan. 3=2025-01-03", "4=2025-01-04"]),
        ("On May 1 and 2 people were hurt.", &["May 1=2025-05-01"]),
        ("They met on May 3 and May 9.", &["May 3=2025-05-03", "May 9=2025-05-09"]),
    ];
    for (text, expected) in rows {
        assert_eq!(days(text), expected, "{text}");
    }
}

#[test]
fn weeks_by_one_of_their_days() {
    check(
        &[
            ("2025-W18 2025-04-28..2025-05-04", &["Trade was slow in [the week of April 30]."]),
            ("2025-W18 2025-04-27..2025-05-03", &["Claims fell in [the week ended May 3].", "Claims fell in [the week to 3 May]."]),
            ("2025-W15 2025-04-07..2025-04-13", &["Claims rose in [the week beginning April 7]."]),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn lengths_of_a_list_stay_apart() {
    let lengths = |text: &str| dates(text, None).into_iter().map(|(_, date)| date.timex).collect::<Vec<_>>();
    assert_eq!(lengths("They waited half an hour, two days and three weeks."), ["PT0.5H", "P2D", "P3W"]);
    assert_eq!(lengths("It took two years, three months and six days."), ["P2Y3M6D"]);
}

#[test]
fn kinds_are_those_of_timex3() {
    let rows = [
        ("It rained in May 2024.", DateKind::Date),
        ("It rained over the past two weeks.", DateKind::Duration),
        ("The 90-day pause ended.", DateKind::Duration),
        ("It took several months, then three years.", DateKind::Duration),
        ("It was open all day.", DateKind::Duration),
        ("It is paid weekly.", DateKind::Set),
        ("It rains every two days.", DateKind::Set),
        ("It rains each spring.", DateKind::Set),
        ("The shop is shut on Sundays.", DateKind::Set),
        ("It rained on Tuesday night.", DateKind::Time),
        ("It rained on Tuesday.", DateKind::Date),
        ("It rained at 7 p.m. Tuesday.", DateKind::Time),
        ("It rained for two weeks.", DateKind::Duration),
        ("It rains every Monday.", DateKind::Set),
    ];
    for (text, kind) in rows {
        assert_eq!(dates(text, Some(PUBLISHED)).first().map(|(_, mention)| mention.kind), Some(kind), "{text}");
    }
}

/// Pieces that dates are made of, to be thrown together at random.
const PIECES: [&str; 66] = [
    "March",
    "may",
    "May",
    "Sept.",
    "Tuesday",
    "Sundays",
    "2024",
    "1990s",
    "'82",
    "12",
    "31",
    "30th",
    "12-14",
    "2025-03-12",
    "12/03/2025",
    "0",
    "99999999999",
    "20250230",
    "7",
    "p.m.",
    "pm",
    "10:30",
    "24:59",
    "noon",
    "GMT",
    "UTC",
    "last",
    "next",
    "this",
    "the",
    "past",
    "two",
    "twenty-one",
    "half",
    "a",
    "few",
    "years",
    "week",
    "decades",
    "quarter",
    "Q3",
    "FY24",
    "century",
    "18th",
    "ago",
    "later",
    "from",
    "to",
    "between",
    "and",
    "of",
    "in",
    "every",
    "early",
    "mid-",
    "end",
    "Easter",
    "Thanksgiving",
    "today",
    "tomorrow",
    "night",
    "millennia",
    "-",
    "–",
    ",",
    "1000000",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,120}", year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28) {
        holds(&text, Some(date(year, month, day)))?;
    }

    #[test]
    fn any_words_of_dates_are_read_without_a_panic(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..14), ends in prop::sample::select(vec![None, Some(Date::MIN), Some(Date::MAX), Some(PUBLISHED)])) {
        holds(&format!("He left {}.", pieces.join(" ")), ends)?;
        holds(&pieces.join(""), ends)?;
    }
}

fn holds(text: &str, published: Option<Date>) -> Result<(), TestCaseError> {
    let article = Article { published, ..Article::new("a", "s", text) };
    let gazetteers = Gazetteers::embedded();
    let document = segment(&article, gazetteers);
    let mut end_of_last = 0;
    for mention in tag(&document, gazetteers) {
        let MentionKind::Date(date) = &mention.kind else { continue };
        prop_assert!(!mention.span.of(text).trim().is_empty());
        prop_assert!(mention.span.start >= end_of_last, "dates overlap");
        end_of_last = mention.span.end;
        prop_assert!(!date.timex.is_empty());
        if let (Some(from), Some(to)) = (date.from, date.to) {
            prop_assert!(from <= to, "{text}: {date:?}");
        }
    }
    Ok(())
}
