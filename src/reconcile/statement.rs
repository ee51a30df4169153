//! Facts as lines to read: "United States paid Rwanda 100,000 USD"; the claim's own words where its slots make no plain sentence.

use rust_decimal::Decimal;

use super::entry::Entry;
use super::slot::Slot;
use super::symbol::Symbols;
use crate::claim::model::{ClaimQuantity, Office};
use crate::gazetteer::Gazetteers;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::tag::quantity::Bound;

/// One line made from a claim's slot.
pub(crate) fn statement(entry: &Entry, slot: &Slot, symbols: &Symbols, gazetteers: &Gazetteers) -> String {
    let shown = &entry.shown;
    if let Some(words) = &shown.line {
        return capitalised(words);
    }
    let text = |symbol| symbols.string(symbol).trim();
    let (actor, target, quantity) = (text(shown.actor), text(shown.target), text(shown.quantity));
    let time = match text(shown.time) {
        "" => String::new(),
        time => format!("({time})"),
    };
    let office = text(shown.office);
    let line = if office.is_empty() {
        let verb = Verb::of(slot, symbols, gazetteers, text(shown.predicate));
        clause(&verb, actor, target, quantity)
    } else {
        let of = if target.is_empty() { String::new() } else { format!(", {target}") };
        format!("{actor} {} {office}{of}", if slot.is_affirmed() { "is" } else { "is not" })
    };
    let line = format!("{line} {time}");
    capitalised(&line.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn capitalised(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The words of a class in a statement.
struct Verb<'v> {
    active: String,
    passive: String,
    link: &'v str,
}

impl<'v> Verb<'v> {
    fn of(slot: &Slot, symbols: &'v Symbols, gazetteers: &'v Gazetteers, written: &str) -> Self {
        let class = symbols.string(slot.class);
        let settled = slot.is_settled();
        let Some(row) = gazetteers.slots.class(class) else {
            let words = if written.is_empty() { class.replace('_', " ") } else { written.to_owned() };
            let words = if slot.is_affirmed() { words } else { format!("not: {words}") };
            return Self { active: words.clone(), passive: words, link: "" };
        };
        let active = match (slot.is_affirmed(), settled) {
            (true, true) => row.past.clone(),
            (true, false) => format!("to {}", row.base),
            (false, true) => format!("did not {}", row.base),
            (false, false) => format!("not to {}", row.base),
        };
        let passive = match (slot.is_affirmed(), settled) {
            (true, true) => row.participle.clone(),
            (true, false) => format!("to be {}", row.participle),
            (false, true) => format!("not {}", row.participle),
            (false, false) => format!("not to be {}", row.participle),
        };
        Self { active, passive, link: &row.link }
    }
}

/// A direct target stands before the quantity ("paid Rwanda 100,000 USD"), a linked one after it ("expelled 261 people to …").
fn clause(verb: &Verb<'_>, actor: &str, target: &str, quantity: &str) -> String {
    match (actor, quantity) {
        ("", "") if verb.link.is_empty() => format!("{target} {}", verb.passive),
        ("", "") => format!("{} {} {target}", verb.passive, if target.is_empty() { "" } else { verb.link }),
        ("", quantity) if target.is_empty() => format!("{quantity} {}", verb.passive),
        ("", quantity) if verb.link.is_empty() => format!("{target} {} {quantity}", verb.passive),
        ("", quantity) => format!("{quantity} {} {} {target}", verb.passive, verb.link),
        (actor, quantity) if target.is_empty() => format!("{actor} {} {quantity}", verb.active),
        (actor, quantity) if verb.link.is_empty() => format!("{actor} {} {target} {quantity}", verb.active),
        (actor, quantity) => format!("{actor} {} {quantity} {} {target}", verb.active, verb.link),
    }
}

/// The quantity as a reader writes it: its bound, its number, its unit: "more than 130 members", "100,000 USD".
pub(crate) fn quantity(quantity: &ClaimQuantity, gazetteers: &Gazetteers) -> String {
    let unit = match quantity.unit.as_deref() {
        None => String::new(),
        Some("percent") => " per cent".to_owned(),
        Some(unit) if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) => format!(" {unit}"),
        Some(unit) => {
            let one = quantity.value == Some(Decimal::ONE) || unit.chars().next().is_some_and(char::is_uppercase) && unit.ends_with('s');
            format!(" {}", if one { unit.to_owned() } else { plural(unit, gazetteers) })
        }
    };
    let number = match (quantity.value, quantity.low, quantity.high, quantity.bound) {
        (Some(value), _, _, bound) => format!("{}{}", bound_words(bound), grouped(value)),
        (None, Some(low), Some(high), Bound::Range) => format!("{} to {}", grouped(low), grouped(high)),
        _ => return quantity.text.clone(),
    };
    format!("{number}{unit}")
}

/// An office as it is said of somebody: "president", "Turkey's interior minister", "a former senior official".
///
/// An office that one person at a time holds has no article, nor a title in capitals, nor one with whose it is.
pub(crate) fn office(office: &Office, gazetteers: &Gazetteers) -> String {
    let state = match (office.former, office.acting) {
        (true, _) => "former ",
        (_, true) => "acting ",
        _ => "",
    };
    // "former official" may stand in the title as well.
    let title = office.title.strip_prefix(state).unwrap_or(&office.title);
    let first = title.split(' ').next().unwrap_or_default();
    if let Some((owner, held)) =
        ["'s ", "’s "].into_iter().find_map(|mark| title.split_once(mark).map(|(owner, held)| (format!("{owner}{mark}"), held)))
    {
        let article = if first.starts_with(char::is_lowercase) { "the " } else { "" };
        return format!("{article}{owner}{state}{held}");
    }
    let determined = gazetteers.word_sets.has(FunctionSet::Determiner, first);
    if determined || !office.former && is_of_one(title, gazetteers) {
        return format!("{state}{title}");
    }
    let words = format!("{state}{title}");
    format!("{} {words}", indefinite_article(&words))
}

/// Whether a title is that of one person: by the table, by its capitals, or by its noun ("president of the union").
fn is_of_one(title: &str, gazetteers: &Gazetteers) -> bool {
    let lower = title.to_lowercase();
    let noun = lower.split(" of ").next().and_then(|words| words.rsplit(' ').next()).unwrap_or_default();
    let capitals =
        title.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase)) && title.starts_with(char::is_uppercase);
    capitals
        || gazetteers.slots.is_unique_office(&lower)
        || lower.starts_with("chief ")
        || gazetteers.word_sets.has(LexicalSet::HeldByOne, noun)
}

/// "An HPD spokesman", "a former official", "a U.S. envoy".
fn indefinite_article(words: &str) -> &'static str {
    let first = words.split(' ').next().unwrap_or_default();
    let spelt = first.len() > 1 && first.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let vowel = if spelt {
        first.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
    } else {
        let lower = first.to_lowercase();
        lower.starts_with(['a', 'e', 'i', 'o']) && !lower.starts_with("eu") || lower.starts_with("un") && !lower.starts_with("uni")
    };
    if vowel { "an" } else { "a" }
}

fn bound_words(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact | Bound::Range | Bound::Vague => "",
        Bound::AtLeast => "at least ",
        Bound::MoreThan => "more than ",
        Bound::AtMost => "at most ",
        Bound::LessThan => "fewer than ",
        Bound::UpTo => "up to ",
        Bound::About => "about ",
        Bound::Nearly => "nearly ",
    }
}

/// A number with its thousands apart: "1,904".
fn grouped(value: Decimal) -> String {
    let digits = value.normalize().to_string();
    let (whole, rest) = digits.split_once('.').map_or((digits.as_str(), String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// The plural of a counted noun, regular but for the commonest of news.
fn plural(noun: &str, gazetteers: &Gazetteers) -> String {
    for (one, many) in [("person", "people"), ("man", "men"), ("woman", "women"), ("child", "children")] {
        if noun == one {
            return many.to_owned();
        }
        if let Some(before) = noun.strip_suffix(one)
            && (before.ends_with(' ') || one != "person" && !before.is_empty() && one.ends_with("man"))
        {
            return format!("{before}{many}");
        }
    }
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    if gazetteers.word_sets.has(LexicalSet::SamePlural, last) {
        return noun.to_owned();
    }
    if noun.ends_with("foot") {
        return noun.replace("foot", "feet");
    }
    match noun.as_bytes() {
        [.., b'y'] if !noun.ends_with("ay") && !noun.ends_with("ey") && !noun.ends_with("oy") => format!("{}ies", &noun[..noun.len() - 1]),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_read_as_written_by_a_careful_editor() {
        let gazetteers = Gazetteers::embedded();
        let of = |value: i64, bound: Bound, unit: &str| {
            let words = ClaimQuantity { value: Some(value.into()), bound, unit: Some(unit.to_owned()), ..ClaimQuantity::default() };
            quantity(&words, gazetteers)
        };
        let rows = [
            (of(100_000, Bound::Exact, "USD"), "100,000 USD"),
            (of(130, Bound::MoreThan, "member"), "more than 130 members"),
            (of(1, Bound::Exact, "country"), "1 country"),
            (of(58, Bound::AtLeast, "country"), "at least 58 countries"),
            (of(12, Bound::Exact, "child"), "12 children"),
            (of(3, Bound::Exact, "policeman"), "3 policemen"),
            (of(40, Bound::About, "percent"), "about 40 per cent"),
            (of(163, Bound::Exact, "people"), "163 people"),
        ];
        for (made, expected) in rows {
            assert_eq!(made, expected);
        }
    }

    #[test]
    fn offices_have_the_article_that_their_holders_leave_them() {
        let gazetteers = Gazetteers::embedded();
        let of = |title: &str, former: bool| office(&Office { title: title.to_owned(), former, acting: false }, gazetteers);
        let rows = [
            ("former treasury official", true, "a former treasury official"),
            ("President", false, "President"),
            ("president", true, "a former president"),
            ("prime minister", false, "prime minister"),
            ("Peru's interior minister", false, "Peru's interior minister"),
            ("Peru's interior minister", true, "Peru's former interior minister"),
            ("company's treasurer", false, "the company's treasurer"),
            ("opposition economist", false, "an opposition economist"),
            ("its deputy leader", false, "its deputy leader"),
            ("director of the museum", false, "director of the museum"),
            ("NGO spokesman", false, "an NGO spokesman"),
        ];
        for (title, former, expected) in rows {
            assert_eq!(of(title, former), expected);
        }
    }
}
