//! Countries: what each rule matches and refuses, by example.

use crossclaim::article::Article;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::segment::segment;
use crossclaim::tag::mention::{CountryForm, MentionKind};
use crossclaim::tag::tag;
use proptest::prelude::*;

/// The country mentions of a text as `words=ISO`, a government's seat as `words=ISO!`.
fn countries(text: &str) -> String {
    let article = Article::new("a", "s", text);
    let document = segment(&article, Gazetteers::embedded());
    let mentions = tag(&document, Gazetteers::embedded());
    let found = mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Country(country) => {
            let government = if country.form == CountryForm::Capital { "!" } else { "" };
            Some(format!("{}={}{government}", mention.span.of(text), country.iso2))
        }
        _ => None,
    });
    found.collect::<Vec<_>>().join(" ")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|&(text, expected)| {
            let found = countries(text);
            (found != expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn names_old_names_and_abbreviations() {
    check(&[
        ("Rwanda and South Sudan signed.", "Rwanda=RW South Sudan=SS"),
        ("Burma, Swaziland and the Ivory Coast voted.", "Burma=MM Swaziland=SZ Ivory Coast=CI"),
        ("Türkiye is what Turkey calls itself.", "Türkiye=TR Turkey=TR"),
        ("It left Côte d’Ivoire for Curaçao.", "Côte d’Ivoire=CI Curaçao=CW"),
        ("The U.S. and the U.K. met the UAE.", "U.S.=US U.K.=GB UAE=AE"),
        ("The DRC and the Democratic Republic of the Congo are one.", "DRC=CD Democratic Republic of the Congo=CD"),
        ("KENYA SENDS POLICE TO HAITI", "KENYA=KE HAITI=HT"),
        ("He told us that china breaks and that turkey is dry.", ""),
        ("Kosovo, Taiwan and Hong Kong took part.", "Kosovo=XK Taiwan=TW Hong Kong=HK"),
        ("England beat Scotland, and the EU cheered.", ""),
    ]);
}

#[test]
fn names_that_count_only_beside_another() {
    check(&[
        ("SA won. South Africa celebrated.", "SA=ZA South Africa=ZA"),
        ("SA won. The club celebrated.", ""),
        ("Iran voted. The Islamic Republic counts.", "Iran=IR Islamic Republic=IR"),
        ("The Islamic Republic counts.", ""),
    ]);
}

#[test]
fn adjectives_demonyms_and_compounds() {
    check(&[
        ("A US-led force met pro-Russian fighters.", "US=US Russian=RU"),
        ("Franco-German and Sino-Japanese talks", "Franco=FR German=DE Sino=CN Japanese=JP"),
        ("Non-Iranian Filipinos and two Spaniards", "Iranian=IR Filipinos=PH Spaniards=ES"),
        ("The ex-Soviet state joined.", ""),
        ("Salvadoran President Nayib Bukele met Rwandans.", "Salvadoran=SV Rwandans=RW"),
        ("Indo-Pacific waters", ""),
        ("African-Americans and Latin American voters", ""),
        ("an American dinner", "American=US"),
    ]);
}

#[test]
fn own_bodies_stay_and_private_names_do_not() {
    check(&[
        ("The US Navy and the Russian Foreign Ministry agreed.", "US=US Russian=RU"),
        ("U.S. Customs and Border Protection said so.", "U.S.=US"),
        ("The Bank of Canada cut rates.", "Canada=CA"),
        ("Iranian Red Crescent officials arrived.", "Iranian=IR"),
        ("The Iraqi Oil Ministry and the Iraqi High Electoral Commission", "Iraqi=IQ Iraqi=IQ"),
        ("American Airlines and the American Heart Association signed a contract.", ""),
        ("Bank of America, Air Canada and British Airways", ""),
        ("He studied at the University of Jordan.", ""),
        ("The Peanut Corporation of America recalled it.", ""),
        ("The Times of India and the Kenya Broadcasting Corporation reported it.", ""),
        ("President of the Philippines", "Philippines=PH"),
        ("United Russia won.", ""),
    ]);
}

#[test]
fn places_that_hold_a_countrys_name() {
    check(&[
        ("New Mexico, Mexico City and the Gulf of Mexico border Mexico.", "Mexico=MX"),
        ("The Indian Ocean and the South China Sea", ""),
        ("South America and North American trade", ""),
        ("Lebanon, Ohio, and Peru, Ind., are towns.", ""),
        ("The fire broke out on Jamaica Avenue near the Holland Tunnel.", ""),
        ("The city of Turkey holds its fair. Turkey has 400 people.", ""),
        ("He moved from Trinidad, Colo., to Denver.", ""),
        ("Armenia, Mexico, California and Texas are on the list.", "Armenia=AM Mexico=MX"),
        ("Western Australia and South Australia burned; Australia sent help.", "Australia=AU"),
    ]);
}

#[test]
fn persons_that_have_a_countrys_name() {
    check(&[
        ("Jordan Spieth won.", ""),
        ("Chad Walker and Officer Chad met Tom Holland.", ""),
        ("Bill Holland covered the case, Holland said.", ""),
        ("Michael J. Jordan retired.", ""),
        ("In post-Saddam Iraq, in April, China traded.", "Iraq=IQ China=CN"),
        ("Israel Hits Gaza After Rocket Fire", "Israel=IL"),
        ("Jordan King Abdullah visited Amman.", "Jordan=JO"),
        ("Georgia Stevens skates. Georgia is nine.", ""),
        ("Otto Ortega, German's brother, retired.", ""),
        ("The German's car was stolen in Lima.", "German=DE"),
    ]);
}

#[test]
fn georgia_by_what_the_article_holds() {
    check(&[
        ("Georgia accused Russia. Tbilisi and Abkhazia are quiet.", "Georgia=GE Russia=RU"),
        ("The Georgian president spoke in Tbilisi.", "Georgian=GE"),
        ("Georgia lawmakers met in Atlanta. Georgia's budget grew.", ""),
        ("An office in Atlanta, Georgia, closed.", ""),
        ("Colorado, Georgia and Idaho voted.", ""),
        ("Georgia soldiers came home from Iraq.", "Iraq=IQ"),
        ("Athens police met the Georgia coach.", ""),
        ("Armenia, Azerbaijan, Georgia and Turkey trade.", "Armenia=AM Azerbaijan=AZ Georgia=GE Turkey=TR"),
    ]);
}

#[test]
fn other_names_by_what_the_article_holds() {
    check(&[
        ("Jordan took in Syrians from Syria and Iraq.", "Jordan=JO Syrians=SY Syria=SY Iraq=IQ"),
        ("Jordan scored 30 in the basketball game.", ""),
        ("Hezbollah said that Lebanon must answer Israel.", "Lebanon=LB Israel=IL"),
        ("Jordan said on Sunday that it had shot down a drone.", "Jordan=JO"),
        ("Sanctions on Lebanon were eased. Lebanon's army agreed.", "Lebanon=LB Lebanon=LB"),
        ("Mary Jordan won. Jordan said she was glad.", ""),
        ("Georgia rejected the plan of the lawmakers.", ""),
        ("Lebanon schedules spring clean-up.", ""),
        ("He was born in Germany and lived in Lebanon.", "Germany=DE"),
        ("Congo said troops crossed near Goma.", "Congo=CD"),
        ("Congo held its vote in Brazzaville, Sassou's capital.", "Congo=CG"),
        ("Korean officials in Pyongyang denied it, North Korea said.", "Korean=KP North Korea=KP"),
        ("Korean shares rose.", "Korean=KR"),
        ("South Korea and North Korea met. Korean families wept.", "South Korea=KR North Korea=KP Korean=KR"),
        ("Dominica's prime minister Skerrit met Dominican farmers.", "Dominica=DM Dominican=DM"),
        ("A Dominican shortstop signed.", "Dominican=DO"),
        ("The Cherokee tribe and other Indian tribes", ""),
        ("The Indian government in New Delhi banned it.", "Indian=IN"),
        ("The team worked with Quiche Indians.", ""),
    ]);
}

#[test]
fn languages_food_and_signs() {
    check(&[
        ("She spoke only French and Farsi.", ""),
        ("It was written in Spanish.", ""),
        ("French lessons above an Italian bakery", ""),
        ("He owns a Spanish-language paper and a German-owned bank.", "German=DE"),
        ("Spanish police seized it.", "Spanish=ES"),
        ("French fries and a guinea pig", ""),
        ("Swiss rolls, Greek yogurt and a Brazilian steakhouse", ""),
        ("They walked along Poland Terrace to the Jamaica Arms.", ""),
        ("She writes for the Cambodia Daily and the Jordan Times.", ""),
        ("It cost US$5 million, or $US 6 million.", ""),
        ("The crash was on U.S. 41 near US-24.", ""),
        ("CONTACT US TODAY", ""),
        ("Follow @USA or www.Russia.com", ""),
        ("The group, Priorities USA Action, spent more.", ""),
        ("They met in the USA Monday.", "USA=US"),
    ]);
}

#[test]
fn capitals_stand_for_governments_only_where_they_act() {
    check(&[
        ("Washington said it would wait.", "Washington=US!"),
        ("Officials in Washington said nothing.", ""),
        ("WASHINGTON (AP) — Nothing happened.", ""),
        ("He was told that Moscow has also denied it.", "Moscow=RU!"),
        ("Talks between Moscow and Kyiv failed.", "Moscow=RU! Kyiv=UA!"),
        ("Flights between Paris and London resumed.", ""),
        ("Beijing's response was cool.", "Beijing=CN!"),
        ("Beijing's subway was full.", ""),
        ("They accused Tehran of lying and imposed sanctions on Damascus.", "Tehran=IR! Damascus=SY!"),
        ("A flight to Moscow left.", ""),
        ("The Moscow-backed rebels and the London-based group", "Moscow=RU!"),
        ("George Washington said so.", ""),
        ("The Washington Post reported it.", ""),
        ("Paris is a city.", ""),
        ("The Kremlin denied it, and Downing Street agreed.", "Kremlin=RU! Downing Street=GB!"),
        ("They met at the White House, and visited Capitol Hill.", ""),
        ("He was told by a Kremlin spokesman, and by the White House.", "Kremlin=RU! White House=US!"),
        ("The minister said Washington had rejected it and will respond.", "Washington=US!"),
        ("The Treaty of London stands.", ""),
        ("Moscow is also trying to mediate.", "Moscow=RU!"),
        ("The White House rejected the plan.", "White House=US!"),
    ]);
}

/// What loading a folder with one table says.
fn refusal(table: &str, text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(format!("{table}.tsv")), text).expect("a file");
    let problem = Gazetteers::with_folder(folder.path()).expect_err("a wrong row").to_string();
    problem.rsplit('/').next().unwrap_or_default().to_owned()
}

#[test]
fn wrong_rows_are_refused_with_file_and_line() {
    let header = "iso2\tiso3\tname\tnames\tabbreviations\tadjectives\tpeople\tweak\n";
    let rows = [
        ("countries", format!("{header}QQ\tQQQ\tQuux\t\t\t\t\t\n"), "countries.tsv:2: \"QQ\" is no code of countries.tsv"),
        ("countries", format!("{header}FR\tfra\tFrance\t\t\t\t\t\n"), "countries.tsv:2: \"fra\" is no alpha-3 code"),
        ("countries", format!("{header}FR\tDEU\tFrance\t\t\t\t\t\n"), "countries.tsv:2: the code DEU stands already"),
        ("countries", format!("{header}FR\tFRA\tFrance\tSpain\t\t\t\t\n"), "countries.tsv:2: \"Spain\" is a name of ES too"),
        (
            "countries_capitals",
            "name\tiso2\tkind\tweak\nQuuxville\tFR\ttown\t\n".to_owned(),
            "countries_capitals.tsv:2: \"town\" is no kind of capital",
        ),
        ("countries_prefixes", "prefix\tiso2\nFranko\tFR\n".to_owned(), "countries_prefixes.tsv:2: a prefix ends in a hyphen"),
        (
            "countries_neighbours",
            "word\tclasses\nQuux\tafter\n".to_owned(),
            "countries_neighbours.tsv:2: \"after\" is no class of neighbours",
        ),
        (
            "countries_readings",
            "names\treading\tprior\tevidence\nQuux\tFR\tmany\tParis\n".to_owned(),
            "countries_readings.tsv:2: \"many\" is no whole number",
        ),
        ("regions", "name\tiso2\tabbreviations\nQuux\tQQ\t\n".to_owned(), "regions.tsv:2: \"QQ\" is no code of countries.tsv"),
    ];
    for (table, text, expected) in rows {
        let refused = refusal(table, &text);
        assert!(refused.starts_with(expected), "{refused}");
    }
}

/// Pieces that country rules look for.
const PIECES: [&str; 28] = [
    "Georgia",
    "Jordan",
    " ",
    " ",
    ", ",
    "-",
    "’s",
    "'s ",
    "U.S.",
    "US",
    "$",
    "Atlanta",
    "Ohio",
    "Ga.",
    "of the ",
    "University of ",
    "Franco-",
    "German",
    "Washington",
    " said",
    "between ",
    " and ",
    "é",
    "\n\n",
    "\u{a0}",
    "Tom ",
    "County",
    "—",
];

proptest! {
    /// Every span slices the text on character boundaries, and mentions of countries do not overlap.
    #[test]
    fn spans_slice_the_text(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        let text = pieces.concat();
        let article = Article::new("a", "s", text.as_str());
        let document = segment(&article, Gazetteers::embedded());
        let mut end = 0;
        for mention in tag(&document, Gazetteers::embedded()) {
            if matches!(mention.kind, MentionKind::Country(_)) {
                prop_assert!(!mention.span.of(&text).is_empty());
                prop_assert!(mention.span.start >= end);
                end = mention.span.end;
            }
        }
    }
}
