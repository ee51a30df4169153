//! Where an article plays: its dateline, and the country that it is about.
//!
//! A minister, a parliament or "the country" without a country's name is that country's, where the article leaves no doubt.

use rustc_hash::FxHashMap;

use crate::article::Span;
use crate::claim::scene::Scene;
use crate::claim::told::is_office_word;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::places::{PlaceKind, Places};
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::LexicalSet;
use crate::tag::mention::{Mention, MentionKind};
use crate::tag::place;

/// A dateline is not longer than this.
const LONGEST_DATELINE: usize = 60;
/// How often a country must be named before a dateline elsewhere leaves its part in the article open.
const OFTEN: usize = 3;

/// The country that the article is about: named at least twice, and twice as often as any other, or that of the dateline.
/// None where the dateline is of another country than the one named most.
pub(crate) fn country(scene: &Scene<'_>) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for mention in scene.mentions {
        if let MentionKind::Country(country) = &mention.kind {
            match counts.iter_mut().find(|(known, _)| *known == country.iso2) {
                Some((_, count)) => *count += 1,
                None => counts.push((country.iso2, 1)),
            }
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let count_at = |rank: usize| counts.get(rank).map_or(0, |&(_, count)| count);
    let main = counts.first().filter(|&&(_, count)| count >= 2 && count >= 2 * count_at(1)).map(|&(country, _)| country);
    let main = main.filter(|main| !is_elsewhere(scene, main, count_at(0)));
    let written = scene.document.sentences.iter().find_map(|sentence| {
        let line = dateline(scene.text, sentence.span, &scene.gazetteers.places)?;
        country_of_dateline(line.of(scene.text), scene.gazetteers)
    });
    match (written, main) {
        (Some(written), Some(main)) if written != main => None,
        (Some(written), None) => {
            let often = counts.first().is_some_and(|&(country, count)| country != written && count >= OFTEN);
            (!often).then_some(written)
        }
        (_, main) => main,
    }
}

/// Whether the article names public bodies of another country as often as the country it names most: "the State Department" hid what
/// it knew of Libya.
fn is_elsewhere(scene: &Scene<'_>, main: &str, count: usize) -> bool {
    let abroad = |mention: &&Mention| matches!(&mention.kind, MentionKind::Organization(body) if scene.country_of_public_body(body).is_some_and(|country| country != main));
    scene.mentions.iter().filter(abroad).count() >= count
}

/// The countries that the officials of the article serve, each once; no more than two of them.
pub(crate) fn served(scene: &Scene<'_>) -> Vec<&'static str> {
    let mut countries: Vec<&'static str> = Vec::new();
    for mention in scene.mentions {
        if let MentionKind::Official(official) = &mention.kind
            && let Some(country) = official.country
            && countries.len() < 2
            && !countries.contains(&country)
        {
            countries.push(country);
        }
    }
    countries
}

/// The one country that the officials of the article serve, where the article is about none and names no other more often: its
/// ambassadors and mayors are most likely that country's too.
pub(crate) fn of_officials(scene: &Scene<'_>) -> Option<&'static str> {
    let mut countries = scene.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Official(official) => official.country,
        _ => None,
    });
    let first = countries.next()?;
    let named = |country: &str| {
        let is_it = |mention: &&Mention| matches!(&mention.kind, MentionKind::Country(other) if other.iso2 == country);
        scene.mentions.iter().filter(is_it).count()
    };
    let others = scene.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Country(country) if country.iso2 != first => Some(country.iso2),
        _ => None,
    });
    let most = others.map(named).max().unwrap_or(0);
    (countries.all(|country| country == first) && named(first) >= most).then_some(first)
}

/// The country of the one city or region that the words of an office name: "Lagos state governor", "Boston police commissioner".
pub(crate) fn of_office(office: &str, gazetteers: &Gazetteers) -> Option<&'static str> {
    let mut counts = FxHashMap::default();
    place::count(office, gazetteers, &mut counts);
    let mut named = counts.into_keys();
    named.next().filter(|_| named.next().is_none())
}

/// The country whose towns and regions the article names, where it names hardly any country: a sheriff of a story that plays in
/// Ohio. Named at least twice, by two names unless one is a state's, and twice as often as any other: Athens alone may be Greek or
/// Texan.
pub(crate) fn of_places(scene: &Scene<'_>) -> Option<&'static str> {
    let mut counts: FxHashMap<&'static str, u32> = FxHashMap::default();
    for mention in scene.mentions {
        if let MentionKind::Country(country) = &mention.kind {
            *counts.entry(country.iso2).or_default() += 1;
        }
    }
    // A story between two countries.
    if counts.values().filter(|&&count| count >= 2).count() >= 2 {
        return None;
    }
    let mut names: Vec<place::Named> = Vec::new();
    place::named(scene.text, scene.gazetteers, |place| {
        if place.person {
            return;
        }
        *counts.entry(place.country).or_default() += 1;
        names.push(place);
    });
    let (&most, &count) = counts.iter().max_by_key(|&(country, &count)| (count, std::cmp::Reverse(*country)))?;
    let own = || names.iter().filter(|place| place.country == most);
    let first = own().next().map_or("", |place| place.span.of(scene.text));
    let sure = own().any(|place| place.is_region() || place.span.of(scene.text) != first)
        || scene.mentions.iter().any(|mention| matches!(&mention.kind, MentionKind::Country(country) if country.iso2 == most));
    if !sure || names.iter().any(|place| place.is_region() && place.country != most) {
        return None;
    }
    let rest = counts.iter().filter(|&(country, _)| *country != most).map(|(_, &count)| count).max().unwrap_or(0);
    Some(most).filter(|_| count >= 2 && count >= 2 * rest)
}

/// "MANILA, Philippines (AP) —" at the beginning of a sentence, its dash or colon included.
pub(crate) fn dateline(text: &str, sentence: Span, places: &Places) -> Option<Span> {
    let words = sentence.of(text);
    let place = words.trim_start_matches(['*', '_', ' ']);
    if let Some(end) = agency_behind(words) {
        return Some(Span::new(sentence.start, sentence.start + end));
    }
    let first = place.split(|c: char| !c.is_alphabetic()).next()?;
    if first.len() < 3 || !first.chars().all(char::is_uppercase) {
        return None;
    }
    // "MANILA, May 4 (AP): The court ruled".
    if let Some(close) = words.find(')').filter(|&close| close <= LONGEST_DATELINE && words[close..].starts_with("):"))
        && words[..close].contains(" (")
    {
        let end = close + "):".len();
        let gap = words[end..].len() - words[end..].trim_start_matches(' ').len();
        return Some(Span::new(sentence.start, sentence.start + end + gap));
    }
    // "MANILA (AP) The court ruled": an agency in brackets, and no dash.
    if let Some(open) = words.find(" (")
        && let Some(close) = words[open..].find(") ").map(|at| open + at)
        && close <= LONGEST_DATELINE
        && words[..open].chars().all(|c| c.is_uppercase() || matches!(c, ' ' | ',' | '.'))
        && words[open + 2..close].starts_with(char::is_uppercase)
        && words[close + 2..].starts_with(char::is_uppercase)
    {
        return Some(Span::new(sentence.start, sentence.start + close + 2));
    }
    // "NEW DELHI: The court ruled": only of a place, since "SMITH: We lost" says who speaks.
    if let Some(colon) = words.find(": ").filter(|&colon| colon <= LONGEST_DATELINE)
        && let Some(name) = words[..colon].split([',', '/', '(']).next()
        && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\''))
        && places.get(&name.trim().to_ascii_lowercase()).is_some()
    {
        return Some(Span::new(sentence.start, sentence.start + colon + ": ".len()));
    }
    let dash = [" — ", " – ", " -- ", " - ", "— "].iter().filter_map(|dash| Some((words.find(dash)?, dash.len()))).min()?;
    (dash.0 <= LONGEST_DATELINE && !words[..dash.0].contains(['"', '“', ';', '!', '?']))
        .then(|| Span::new(sentence.start, sentence.start + dash.0 + dash.1))
}

/// "Hong Kong (CNN) -- ": a place in small letters, where an agency in capitals and a dash stand behind it.
fn agency_behind(words: &str) -> Option<usize> {
    let open = words.find('(').filter(|&open| open <= LONGEST_DATELINE)?;
    let close = open + words[open..].find(')')?;
    let agency = words[open + 1..close].trim();
    let capitals = (2..=9).contains(&agency.len()) && agency.bytes().all(|byte| byte.is_ascii_uppercase());
    let place = words[..open].split([' ', ',']).filter(|word| !word.is_empty());
    if !capitals || !place.clone().all(|word| word.starts_with(char::is_uppercase)) || place.count() == 0 {
        return None;
    }
    let dash = ["-- ", "— ", "– ", "- "].iter().find_map(|dash| words[close + 1..].trim_start().strip_prefix(dash))?;
    Some(words.len() - dash.len())
}

/// The country of a dateline: one that it names, else that of its capital.
fn country_of_dateline(line: &str, gazetteers: &Gazetteers) -> Option<&'static str> {
    let mut places = line.split([',', '(', ')', '*', '—', '–', '/']).map(str::trim).filter(|place| place.len() >= 3);
    let capital = places.clone().next();
    places.find_map(|place| gazetteers.countries.by_name(place).map(|country| country.iso2)).or_else(|| {
        gazetteers.places.get(&capital?.to_lowercase()).filter(|place| place.kind == PlaceKind::Capital).map(|place| place.country)
    })
}

/// Whether an office can only be one of the state: "energy minister", "chief justice", "judge". A "president" may lead a union.
pub(crate) fn is_of_state(office: &str, gazetteers: &Gazetteers) -> bool {
    let office = office.to_lowercase();
    let alone = office == "speaker" || office.contains([' ', '-']) && !office.contains("president");
    (alone && gazetteers.slots.is_unique_office(&office)) || office.rsplit(' ').next().is_some_and(|head| is_office_word(head, gazetteers))
}

/// Whether an office is one of the state or of a place in it: "mayor", "former dictator", "senator". One country has many of them,
/// and an article about one country may name those of another.
pub(crate) fn is_public(office: &str, gazetteers: &Gazetteers) -> bool {
    let office = office.to_lowercase();
    let title = title_of(&office);
    title.rsplit(' ').next().is_some_and(|head| gazetteers.word_sets.has(LexicalSet::PublicOffice, head))
        || match gazetteers.titles.kind_of(title) {
            Some(TitleKind::Minister | TitleKind::HeadOfGovernment | TitleKind::Judge | TitleKind::Legislator) => true,
            Some(TitleKind::LocalGovernment) => !endings(title).any(|words| gazetteers.word_sets.has(LexicalSet::NotPublicOffice, words)),
            _ => false,
        }
}

/// Whether an office is one that the country gives in which the article plays, or whose officials the article names: a public
/// office, an ambassador, a chief of police.
pub(crate) fn is_domestic(office: &str, gazetteers: &Gazetteers) -> bool {
    let office = office.to_lowercase();
    is_public(&office, gazetteers)
        || matches!(gazetteers.titles.kind_of(title_of(&office)), Some(TitleKind::Diplomat | TitleKind::Police))
        || is_of_state(&office, gazetteers)
}

/// Whether an office is one abroad: "ambassador", "consul".
pub(crate) fn is_diplomat(office: &str, gazetteers: &Gazetteers) -> bool {
    gazetteers.titles.kind_of(title_of(&office.to_lowercase())) == Some(TitleKind::Diplomat)
}

/// "works chief executive", "chief executive", "executive".
fn endings(title: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(title), |words| words.split_once(' ').map(|(_, rest)| rest))
}

/// "mayor" of "mayor of Kano", "commissioner" of "commissioner for health": the title ends where its place or its field begins.
pub(super) fn title_of(office: &str) -> &str {
    let title = office.split(',').next().unwrap_or(office);
    [" of ", " for "].iter().fold(title, |title, word| title.split(word).next().unwrap_or(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_with_their_dash_or_colon() {
        let places = &Gazetteers::embedded().places;
        let table = [
            ("MANILA, Philippines (AP) — The court ruled.", Some("MANILA, Philippines (AP) — ")),
            ("**LAGOS** — The girls came home.", Some("**LAGOS** — ")),
            ("QUITO (AP) Peru's court ruled.", Some("QUITO (AP) ")),
            ("NATO (the alliance) met.", None),
            ("QUITO, May 4 (AP):Peru's court ruled.", Some("QUITO, May 4 (AP):")),
            ("LAHORE: The court ruled.", Some("LAHORE: ")),
            ("SIALKOT: The court ruled.", Some("SIALKOT: ")),
            ("ADDIS ABABA, Ethiopia: The court ruled.", Some("ADDIS ABABA, Ethiopia: ")),
            ("OSORIO: The court was wrong.", None),
            ("The UN — the body of nations — met.", None),
            ("NATO said on Monday that it would meet again before the summer ends in Brussels — a first.", None),
        ];
        for (text, expected) in table {
            assert_eq!(dateline(text, Span::new(0, text.len()), places).map(|line| line.of(text)), expected, "{text}");
        }
    }

    #[test]
    fn datelines_name_countries() {
        let table = [("KAMPALA — ", Some("UG")), ("ERCIS, Turkey (Wire) — ", Some("TR")), ("SPRINGFIELD — ", None)];
        for (line, expected) in table {
            assert_eq!(country_of_dateline(line, Gazetteers::embedded()), expected, "{line}");
        }
    }

    #[test]
    fn only_some_offices_are_of_the_state() {
        let gazetteers = Gazetteers::embedded();
        for (office, expected) in
            [("Energy Minister", true), ("Chief Justice", true), ("judge", true), ("president", false), ("nurse", false)]
        {
            assert_eq!(is_of_state(office, gazetteers), expected, "{office}");
        }
    }
}
