//! Numbers, money, percentages, measures and counts: what each spelling is read as.
//!
//! A row is a sentence and the mentions it holds, written as `kind bound value unit`. The rows are the examples of the
//! rules; what a rule refuses stands beside what it matches.

use crossclaim::Pipeline;
use crossclaim::article::Article;
use crossclaim::segment::segment;
use crossclaim::tag::mention::MentionKind;
use crossclaim::tag::quantity::{Bound, Quantity};
use crossclaim::tag::tag;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// "at_least 58", "40..50", "2.5 ±0.05".
fn written(quantity: &Quantity) -> String {
    let show = |number: Option<Decimal>| number.map_or(String::new(), |number| number.normalize().to_string());
    match quantity.bound {
        Bound::Range | Bound::Vague => format!("{}..{}", show(quantity.low), show(quantity.high)),
        Bound::Exact => show(quantity.value),
        bound => format!("{} {}", word(bound), show(quantity.value)),
    }
}

fn word(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::AtLeast => "at_least",
        Bound::MoreThan => "more_than",
        Bound::AtMost => "at_most",
        Bound::LessThan => "less_than",
        Bound::UpTo => "up_to",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::Range => "range",
        Bound::Vague => "vague",
    }
}

/// The quantities of a text, each as one line.
fn read(text: &str) -> Vec<String> {
    let pipeline = Pipeline::default();
    let article = Article::new("a", "s", text);
    let document = segment(&article, pipeline.gazetteers());
    let line = |kind: &str, quantity: &Quantity, unit: &str| format!("{kind} {} {unit}", written(quantity)).trim_end().to_owned();
    tag(&document, pipeline.gazetteers())
        .iter()
        .filter_map(|mention| {
            Some(match &mention.kind {
                MentionKind::Money(money) => {
                    let unit = if money.coins_per_unit > 1 { money.unit.clone().unwrap_or_default() } else { String::new() };
                    let per = money.per.map_or(String::new(), |per| format!("/{}", per.of(text)));
                    line("money", &money.quantity, &format!("{}{per} {unit}", money.currency.unwrap_or("?")))
                }
                MentionKind::Percent(percent) => {
                    line("percent", &percent.quantity, if percent.unit.as_str() == "percent" { "" } else { percent.unit.as_str() })
                }
                MentionKind::Measure(measure) => line("measure", &measure.quantity, &measure.unit),
                MentionKind::Count(count) => line("count", &count.quantity, count.unit.as_deref().unwrap_or("")),
                MentionKind::Quantifier(count) => line("quantifier", &count.quantity, count.unit.as_deref().unwrap_or("")),
                _ => return None,
            })
        })
        .collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text);
            (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn numbers_in_digits_and_words() {
    check(&[
        ("The ferry carried 1,200 passengers.", &["count 1200 passenger"]),
        ("The ferry carried 1\u{a0}200 passengers.", &["count 1200 passenger"]),
        ("Some 12,34,567 voters registered.", &["count about 1234567 voter"]),
        ("The fund lists 1.250.000 members.", &["count 1250000 member"]),
        ("About 2.5 million voters stayed home.", &["count about 2500000 voter"]),
        ("The camp holds 12k refugees.", &["count 12000 refugee"]),
        ("Officials counted 3 mln visitors.", &["count 3000000 visitor"]),
        ("The scheme reached 4 crore farmers.", &["count 40000000 farmer"]),
        ("She wrote one hundred and four letters.", &["count 104 letter"]),
        ("There were twenty-five boats.", &["count 25 boat"]),
        ("He owned two thousand three hundred books.", &["count 2300 book"]),
        ("Half a million workers walked out.", &["count 500000 worker"]),
        ("A million and a half pilgrims came.", &["count 1500000 pilgrim"]),
        ("A quarter of a million homes lost power.", &["count 250000 home"]),
        ("They bought two dozen eggs and half a dozen rolls.", &["count 24 egg", "count 6 roll"]),
        ("Three million and five million copies were printed.", &["count 3000000 copy", "count 5000000 copy"]),
        ("The walk takes 1 1/2 hours.", &["measure 1.5 hour"]),
        ("The walk takes two and a half hours.", &["measure 2.5 hour"]),
        ("The walk takes 2½ hours.", &["measure 2.5 hour"]),
        ("The figure 99999999999999999999999999999999999 is left out.", &[]),
        ("Ten trillion trillion trillion trillion stars cannot be told.", &[]),
    ]);
}

#[test]
fn bounds_on_either_side() {
    check(&[
        ("At least 58 countries were asked.", &["count at_least 58 country"]),
        ("No fewer than 12 ministers resigned.", &["count at_least 12 minister"]),
        ("The army lost 40 or more tanks.", &["count at_least 40 tank"]),
        ("The hall seats 300-plus guests.", &["count at_least 300 guest"]),
        ("The archive has 1,000+ letters.", &["count at_least 1000 letter"]),
        ("More than 130 people were flown out.", &["count more_than 130 people"]),
        ("Well over 900 homes burned.", &["count more_than 900 home"]),
        ("The court sits at most 15 judges.", &["count at_most 15 judge"]),
        ("Fewer than 20 families stayed.", &["count less_than 20 family"]),
        ("Just under 400 delegates voted.", &["count less_than 400 delegate"]),
        ("As many as 14 players left.", &["count up_to 14 player"]),
        ("Up to 50 deportees may come.", &["count up_to 50 deportee"]),
        ("An estimated 600 fishermen drowned.", &["count about 600 fisherman"]),
        ("The village has 60 or so houses.", &["count about 60 house"]),
        ("Nearly 500 soldiers deserted.", &["count nearly 500 soldier"]),
        ("At least another 30 miners are missing.", &["count at_least 30 miner"]),
        ("A record 32 ships docked.", &["count 32 ship"]),
    ]);
}

#[test]
fn ranges_and_pairs() {
    check(&[
        ("The plan needs 40 to 50 nurses.", &["count 40..50 nurse"]),
        ("The plan needs 40-50 nurses.", &["count 40..50 nurse"]),
        ("The plan needs between 40 and 50 nurses.", &["count 40..50 nurse"]),
        ("It was between -4 and -9 degrees.", &["measure -9..-4 degree"]),
        ("Slabs of 15cm-25cm broke.", &["measure 15..25 centimetre"]),
        ("Its error was plus or minus 2.7 percentage points.", &["percent 2.7 percentage point"]),
        ("Error: Plus Or Minus 2.7 percentage points.", &["percent 2.7 percentage point"]),
        ("About 1 in 500 children have it.", &["percent about 0.2"]),
        ("They sent 50 long lasting nets.", &["count 50 net"]),
        ("He runs two outside groups.", &["count 2 group"]),
        ("The number of nurses rose from five to seven.", &["count 5..7"]),
        ("The number of nurses fell from 8 to 5.", &["count 5..8"]),
        ("Two to 3 million trees were cut.", &["count 2000000..3000000 tree"]),
        ("Rovers won 3-1 on Sunday.", &[]),
        ("Senators backed the bill 97-1.", &[]),
        ("The house voted 235 to 189 against it.", &[]),
        ("The court ruled in a 5-to-4 decision.", &[]),
        ("The 2014-15 budget was approved.", &[]),
    ]);
}

#[test]
fn vague_numbers() {
    check(&[
        ("Dozens of vehicles burned.", &["count 24..99 vehicle"]),
        ("Scores of shops closed.", &["count 40.. shop"]),
        ("Hundreds of vendors came.", &["count 200.. vendor"]),
        ("Tens of thousands of people fled.", &["count 20000.. people"]),
        ("A few hundred villagers stayed.", &["count 200..900 villager"]),
        ("Several thousand miners struck.", &["count 3000..9000 miner"]),
        ("A couple of ministers objected.", &["quantifier 2..2 minister"]),
        ("Several countries objected.", &["quantifier 3..9 country"]),
        ("A number of countries objected.", &["quantifier 1.. country"]),
        ("No government has agreed.", &["quantifier 0 government"]),
    ]);
}

#[test]
fn money() {
    check(&[
        ("Rwanda was paid $100,000.", &["money 100000 USD"]),
        ("The deal is worth US$1.4 billion.", &["money 1400000000 USD"]),
        ("The firm lost £1.2bn and €3m.", &["money 1200000000 GBP", "money 3000000 EUR"]),
        ("It cost EUR50m and USD 200.", &["money 50000000 EUR", "money 200 USD"]),
        ("It set aside C$ 16.4 million.", &["money 16400000 CAD"]),
        ("it set aside c $ 16.4 million .", &["money 16400000 CAD"]),
        ("Aid of 155 million dollars was promised.", &["money 155000000 USD"]),
        ("It costs 7.5 million Danish crowns.", &["money 7500000 DKK"]),
        ("The pay was PS6m.", &["money 6000000 GBP"]),
        ("It signed a $6 million deal.", &["money 6000000 USD"]),
        ("It is a million-dollar house.", &["money 1000000 USD"]),
        ("The levy raised half a billion euros.", &["money 500000000 EUR"]),
        ("Oil rose above $20 a barrel.", &["money more_than 20 USD/barrel"]),
        ("Rents reach $1,100 per square foot.", &["money 1100 USD/square foot"]),
        ("Shares fell 26 cents.", &["money 26 USD cent"]),
        ("It costs five dollars and thirty cents.", &["money 5.3 USD"]),
        ("It costs eight or nine euros.", &["money 8 EUR", "money 9 EUR"]),
        ("Bids ran from $3-5 million.", &["money 3000000..5000000 USD"]),
        ("Bids ran from $10 to $15 billion.", &["money 10000000000..15000000000 USD"]),
        ("Bids lay between $500,000 and $1 million.", &["money 500000..1000000 USD"]),
        ("He won a six-figure sum.", &["money 100000..999999 ?"]),
        ("Tens of millions of euros are missing.", &["money 20000000.. EUR"]),
        ("It earned 75 USD million and 30 MUSD.", &["money 75000000 USD", "money 30000000 USD"]),
        ("He paid in 5 $20 bills.", &["count 5 bill", "money 20 USD"]),
        ("He lost two bucks and a few quid.", &["money 2 USD", "money 2..9 GBP"]),
        ("He weighed 208 pounds.", &["measure 208 pound"]),
        ("He found three crowns and two marks.", &["count 3 crown", "count 2 mark"]),
        ("The talks at COP22 ended.", &[]),
        ("It cost us $1 billion.", &["money 1000000000 USD"]),
        ("The $12.2million he raised is gone.", &["money 12200000 USD"]),
        ("It gave $500 to 1,200 families.", &["money 500 USD", "count 1200 family"]),
        ("It gave $155 million to 126 clinics.", &["money 155000000 USD", "count 126 clinic"]),
        ("It pays $500 to 900.", &["money 500..900 USD"]),
        ("More than 7 million Danish crowns ($1 million) are gone.", &["money more_than 7000000 DKK", "money more_than 1000000 USD"]),
    ]);
}

#[test]
fn ages() {
    let of_age = |age: &str| format!("measure {age} year of age");
    for (text, age) in [
        ("The former mayor died at 82.", "82"),
        ("She would have turned 20.", "20"),
        ("The boy, 9, came home.", "9"),
        ("Rafael Roe, 27, 69 Elm St., came home.", "27"),
        ("Nora Hague 44 has left.", "44"),
        ("She was 16 when they met.", "16"),
        ("Anna Lee, 55 of Leeds, left.", "55"),
    ] {
        check(&[(text, &[of_age(age).as_str()])]);
    }
    check(&[("It banned drivers under 21 and voters over 65.", &["measure less_than 21 year of age", "measure more_than 65 year of age"])]);
    check(&[("He fined drivers over 30 times.", &["count more_than 30 time"])]);
}

#[test]
fn levels_of_an_index() {
    check(&[
        ("The index closed higher (16,369.03 up 58.06 points).", &["count 16369.03 point", "count 58.06 point"]),
        ("It lost 162.31 points to fall to 7,425.81.", &["count 162.31 point", "count 7425.81 point"]),
        ("They won 12 points and moved to 3.", &["count 12 point", "count 3"]),
    ]);
}

#[test]
fn the_articles_countries_decide_a_shared_currency() {
    check(&[
        ("Pakistan will borrow 1.2 billion rupees, Pakistan's bank said.", &["money 1200000000 PKR"]),
        ("India will borrow 1.2 billion rupees.", &["money 1200000000 INR"]),
        ("Canada's budget grew. Canada and the Canadian provinces will spend $5 million.", &["money 5000000 CAD"]),
        ("The United States and Canada will spend $5 million.", &["money 5000000 USD"]),
        ("Swedish growers got 300,000 crowns.", &["money 300000 SEK"]),
        ("Norway's fund lost 3 billion crowns.", &["money 3000000000 NOK"]),
        ("Prague will pay, the Czech Republic said: 40 billion crowns.", &["money 40000000000 CZK"]),
        ("Denmark gave 5 billion kroner.", &["money 5000000000 DKK"]),
        ("Chile set aside 500 million pesos.", &["money 500000000 CLP"]),
        ("Colombia set aside 500 million pesos.", &["money 500000000 COP"]),
        ("Argentina set aside 500 million pesos.", &["money 500000000 ARS"]),
        ("The Philippines set aside 500 million pesos.", &["money 500000000 PHP"]),
        ("Cuba set aside 500 million pesos.", &["money 500000000 CUP"]),
        ("Uruguay set aside 500 million pesos.", &["money 500000000 UYU"]),
        ("The Dominican Republic set aside 500 million pesos.", &["money 500000000 DOP"]),
        ("It cost 500 million pesos.", &["money 500000000 ?"]),
        ("It cost PHP 40 million; he paid 500 million pesos.", &["money 40000000 PHP", "money 500000000 PHP"]),
        ("The rise of 3 billion yen is small.", &["money 3000000000 JPY"]),
        ("The bridge between Cebu and Bohol cost 500 million pesos.", &["money 500000000 PHP"]),
        ("A judge in Buenos Aires fined them 500 million pesos.", &["money 500000000 ARS"]),
        ("The port of Gothenburg paid 300,000 crowns.", &["money 300000 SEK"]),
        ("Farmers near Multan, Lahore and Mumbai lost 20 million rupees.", &["money 20000000 PKR"]),
        ("India sent aid, Indian papers said. Nepal will pay 20 million rupees.", &["money 20000000 NPR"]),
        ("Egypt's army will pay 300 million pounds.", &["money 300000000 EGP"]),
        ("Lebanon's army will pay 300 million pounds; Beirut and Hezbollah agreed.", &["money 300000000 LBP"]),
        ("Britain and Egypt will pay 300 million pounds.", &["money 300000000 GBP"]),
        ("Tunisia needs 9 billion dinars.", &["money 9000000000 TND"]),
        ("Serbia needs 9 billion dinars.", &["money 9000000000 RSD"]),
        ("Rwanda needs 9 billion francs.", &["money 9000000000 RWF"]),
        ("Senegal needs 9 billion francs.", &["money 9000000000 XOF"]),
        ("Uganda needs 9 billion shillings.", &["money 9000000000 UGX"]),
        ("Oman needs 9 billion rials.", &["money 9000000000 OMR"]),
        ("North Korea fined him 5,000 won.", &["money 5000 KPW"]),
        ("Brazil's fare is 5 reais.", &["money 5 BRL"]),
    ]);
}

#[test]
fn letters_are_signs_where_the_article_is_about_their_country() {
    check(&[
        ("South Africa found R500 million.", &["money 500000000 ZAR"]),
        ("Nigeria spent N40 billion, and N2,500 more.", &["money 40000000000 NGN", "money 2500 NGN"]),
        ("Kenya raised Sh2.5bn.", &["money 2500000000 KES"]),
        ("Norway tested N95 masks.", &[]),
        ("Nigeria bought N95 masks.", &[]),
    ]);
}

#[test]
fn a_glued_million_between_money_signs_is_no_length_in_metres() {
    check(&[
        ("It will cost $12m-$15m.", &["money 12000000..15000000 USD"]),
        ("It is a £5m-a-year deal.", &["money 5000000 GBP/year"]),
        ("It is a 5m-high wall.", &["measure 5 metre"]),
    ]);
}

#[test]
fn percentages_and_shares() {
    check(&[
        ("Turnout was 40%.", &["percent 40"]),
        ("Turnout was 40 per cent, or 40.5 percent.", &["percent 40", "percent 40.5"]),
        ("Expect a rise of 5% to 10%.", &["percent 5..10"]),
        ("Support fell two percentage points.", &["percent 2 percentage point"]),
        ("Margins improved by 60 basis points.", &["percent 60 basis point"]),
        ("More than half of the seats were empty.", &["percent more_than 50"]),
        ("They get about half as much as they need.", &["percent about 50"]),
        ("The tower is half as tall as the other.", &[]),
        ("Nearly two-thirds of voters agreed.", &["percent nearly 66.67"]),
        ("A quarter of the harvest was lost.", &["percent 25"]),
        ("One in four homes is empty.", &["percent 25"]),
        ("Two out of five adults smoke.", &["percent 40"]),
        ("The top seven supplied 48% of the tea.", &["percent 48"]),
        ("The second half was dull.", &[]),
        ("It took half an hour.", &["measure 0.5 hour"]),
    ]);
}

#[test]
fn measures() {
    check(&[
        ("The wall is 12 kilometres long.", &["measure 12 kilometre"]),
        ("Winds of at least 74 mph hit the coast.", &["measure at_least 74 mile per hour"]),
        ("The lake covers 311 square miles.", &["measure 311 square mile"]),
        ("The plant pumps 325,000 barrels a day.", &["measure 325000 barrel per day"]),
        ("It runs at 15 to 22 miles per hour.", &["measure 15..22 mile per hour"]),
        ("They served a five-year term.", &["measure 5 year"]),
        ("They waited two or three days.", &["measure 2 day", "measure 3 day"]),
        ("A 6.1-magnitude quake struck.", &["measure 6.1 magnitude"]),
        ("A quake of magnitude 6.1 struck.", &["measure 6.1 magnitude"]),
        ("It fell to minus 40 degrees Celsius.", &["measure -40 celsius"]),
        ("Minus 40 degrees Celsius was measured.", &["measure -40 celsius"]),
        ("From the terminus 40 kilometers of track lead north.", &["measure 40 kilometre"]),
        ("The wall is 20m high.", &["measure 20 metre"]),
        ("The firm sold 20m books.", &["count 20000000 book"]),
        ("A 61-year-old farmer died.", &["measure 61 year of age"]),
        ("Ana Ruiz, 44, said no.", &["measure 44 year of age"]),
        ("Smith (44) and Jones, 51, agreed.", &["measure 44 year of age", "measure 51 year of age"]),
        ("The boys, aged 8 to 10, swam.", &["measure 8..10 year of age"]),
        ("She has sons, ages 3, 7 and 11.", &["measure 3 year of age", "measure 7 year of age", "measure 11 year of age"]),
        ("The tank fell from 18 litres to 24.", &["measure 18..24 litre"]),
    ]);
}

#[test]
fn counted_nouns() {
    check(&[
        ("It expelled 261 alleged Venezuelan gang members.", &["count 261 member"]),
        ("Two of the five men confessed.", &["count 2 man", "count 5 man"]),
        ("It is one of the oldest parks in the region.", &["count 1 park"]),
        ("One Salvadoran national was held.", &["count 1 national"]),
        ("One Rovers player was caught.", &["count 1 player"]),
        ("It denied one village's appeal.", &["count 1 village"]),
        ("She made 14 Premiership appearances this season.", &["count 14 appearance"]),
        ("Some 330 people, including 12 children, drowned.", &["count about 330 people", "count 12 child"]),
        ("The seven countries are neighbours.", &["count 7 country"]),
        ("The 12-member panel met.", &["count 12 member"]),
        ("Three or four houses burned.", &["count 3 house", "count 4 house"]),
        ("It cut 1,600 jobs in France and 400 in Spain.", &["count 1600 job", "count 400 job"]),
        ("Three were killed and 200 more were hurt.", &["count 3", "count 200"]),
        ("He has repaired 40 Kia and Hyundai vehicles.", &["count 40 vehicle"]),
        ("She lists four combined digital and physical sales.", &["count 4 sale"]),
        ("They sold eight million 250ml bottles.", &["count 8000000 bottle", "measure 250 millilitre"]),
        ("Both held three broadcast network debates on television.", &["count 3 debate"]),
        ("It moved millions of South Koreans.", &["count 2000000.. korean"]),
        ("The ad ran at at least six Premier League matches.", &["count at_least 6 match"]),
        ("The firm grew from 1000 to 2000 hires.", &["count 1000..2000 hire"]),
        ("Over 28,000 photographs and maps were lost.", &["count more_than 28000 photograph"]),
    ]);
}

#[test]
fn numbers_that_count_nothing() {
    check(&[
        ("In 1999 the mill closed.", &[]),
        ("It opened in 2017 and grew.", &[]),
        ("The meeting began at 7 p.m. on March 5.", &[]),
        ("Call 555-0123 or 1-800-555-0199.", &[]),
        ("The Boeing 737 and the F-16 landed.", &[]),
        ("Apollo 11 flew past the A320.", &[]),
        ("Section 5 of the act and Route 66 differ.", &[]),
        ("It is ranked No. 5.", &[]),
        ("He lives at 10 Downing Street.", &[]),
        ("Police came to the 3100 block of Elm.", &[]),
        ("The 9/11 attacks and the 24/7 news.", &[]),
        ("See https://example.org/2019/05/12 or #50.", &[]),
        ("No one knows which one it was.", &[]),
        ("The S&P 500 companies rose.", &[]),
        ("The Super Millions draw was held.", &[]),
        ("He bought his Super Million ticket on Thursday.", &[]),
        ("Few predicted Norway.", &[]),
        ("Somebody dialled 911.", &[]),
        ("It plays on April 24 and 25.", &[]),
        ("There is no doubt about it.", &[]),
        ("The third of May and the 20th century.", &[]),
        ("He was in his 30's in the 1990s.", &[]),
        ("Snow closed Routes 54, 56, 83 and 160.", &[]),
        ("Mud closed W.Va. 61 again.", &[]),
        ("Under Section 6A of the act a 501(c)(3) group pays; see #COP22 [1] and COP22.", &[]),
        ("Call 1 877 855-3222 or (888) HELP-NOW.", &[]),
        ("She wants, in order: 1. Tact; 2. Patience.", &[]),
        ("The town grew from 1500 to 1800.", &[]),
    ]);
}

/// Pieces that number words, signs and names are made of, so that random texts hold what the rules look for.
const PIECES: [&str; 34] = [
    "2.5",
    "1,200",
    "12",
    "7",
    "2014",
    "0",
    "-",
    "–",
    " to ",
    " and ",
    " or ",
    " a ",
    " of ",
    "half",
    "one",
    "twenty",
    "hundred",
    "million",
    "dozens",
    "bn",
    "k",
    "$",
    "€",
    "US$",
    "%",
    " per cent",
    " dollars",
    "km",
    "-year-old",
    " people",
    "at least ",
    "½",
    "\n",
    "é😀",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_mixture_of_numbers_is_read_in_order(pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 0..24)) {
        let text: String = pieces.iter().map(|(piece, blank)| if *blank { format!("{piece} ") } else { (*piece).to_owned() }).collect();
        check_invariants(&text)?;
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
        check_invariants(&text)?;
    }
}

fn check_invariants(text: &str) -> Result<(), TestCaseError> {
    let pipeline = Pipeline::default();
    let article = Article::new("a", "s", text);
    let document = segment(&article, pipeline.gazetteers());
    for mention in tag(&document, pipeline.gazetteers()) {
        prop_assert!(!mention.span.of(text).is_empty());
        let (quantity, unit) = match &mention.kind {
            MentionKind::Money(money) => (&money.quantity, money.per),
            MentionKind::Percent(percent) => (&percent.quantity, None),
            MentionKind::Measure(measure) => (&measure.quantity, measure.unit_span),
            MentionKind::Count(count) | MentionKind::Quantifier(count) => (&count.quantity, count.unit_span),
            _ => continue,
        };
        prop_assert!(unit.is_none_or(|unit| !unit.of(text).is_empty()));
        let (low, value, high) = (quantity.low, quantity.value, quantity.high);
        prop_assert!(low.zip(value).is_none_or(|(low, value)| low <= value), "{text:?}: {quantity:?}");
        prop_assert!(value.zip(high).is_none_or(|(value, high)| value <= high), "{text:?}: {quantity:?}");
        prop_assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{text:?}: {quantity:?}");
    }
    Ok(())
}
