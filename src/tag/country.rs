//! Countries: names, abbreviations, adjectives and demonyms with ISO codes, and capitals that stand for governments.
//!
//! What counts as a mention
//! - Every name of an entry of ISO 3166-1 (and Kosovo, XK): "Burma", "the Vatican", "Puerto Rico" (PR), "Hong Kong" (HK),
//!   "Taiwan" (TW), "Palestinian" (PS). Parts of countries are none: England, Scotland, Kurdistan, Gaza, states and provinces;
//!   nor are the European Union and states that are gone (the Soviet Union).
//! - Adjectives and demonyms, joined ones too: "US-led", "Franco-German" (two), "pro-Russian", "non-Iranian".
//! - The country in the name of its own bodies and offices ("US Navy", "Russian Foreign Ministry", "French President"), but
//!   not in those of private bodies, schools, papers, teams ("American Airlines", "Bank of America", "University of Jordan").
//! - A capital or seat of government only where it acts for the country, with its own form, see [`capital`].
//!
//! How it is decided: each hit by the words beside it ([`local`]); what stays open because the name can mean more than one
//! thing (Georgia, Jordan, Lebanon, Congo) by what else the article holds ([`article`]), one meaning an article.
//!
//! Known misses: a town that is called like a large country and is said without any word of towns or states; a person called
//! only by a first name that is a country's; "American" for the airline.

mod article;
mod beside;
mod capital;
mod local;

use self::article::Tally;
use self::capital::Capital;
use self::local::{Site, Verdict};
use super::context::Context;
use super::mention::{CountryForm, CountryMention, Mention, MentionKind};
use crate::article::Span;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::gazetteer::countries::readings::Meaning;
use crate::gazetteer::countries::{Countries, CountryName, Cue, Entry, Form};

/// A name that the words beside it do not rule out for good.
#[derive(Debug)]
struct Found {
    span: Span,
    sentence: usize,
    /// Index of the entry in [`Countries`].
    entry: usize,
    verdict: Verdict,
    /// Whether the word before says that it is a place.
    locative: bool,
    /// Whether it does what governments do: "Lebanon said", "talks with Jordan".
    governs: bool,
}

pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let countries = &context.gazetteers.countries;
    let mut finder = Finder { context, countries, found: Vec::new(), tally: Tally::new(countries), decided: Vec::new() };
    for index in 0..context.hits.len() {
        finder.look_at(index);
    }
    finder.settle(mentions);
}

struct Finder<'a> {
    context: &'a Context<'a>,
    countries: &'a Countries,
    found: Vec<Found>,
    tally: Tally,
    /// Mentions that need no more of the article: capitals, and halves of compounds.
    decided: Vec<Mention>,
}

impl Finder<'_> {
    fn look_at(&mut self, index: usize) {
        let hit = &self.context.hits[index];
        let Some(entry) = hit.sense(SenseKind::Country) else {
            if is_composite(hit) && !self.is_phrase(hit) {
                self.look_inside(hit.span);
            }
            return;
        };
        match self.countries.entry(entry) {
            Entry::Name(name) => self.look_at_name(hit.span, entry, name, Some(index)),
            &Entry::Prefix { country } => {
                let joined =
                    self.context.hits.get(index + 1).is_some_and(|next| next.span.start == hit.span.end && self.name_of(next).is_some());
                if let Some(sentence) = self.sentence_of(hit.span).filter(|_| joined) {
                    let span = Span::new(hit.span.start, hit.span.end - 1);
                    self.tally.clear[country] = self.tally.clear[country].saturating_add(1);
                    self.decided.push(self.mention(span, sentence, country, CountryForm::Demonym));
                }
            }
            &Entry::Capital { country, seat } => self.look_at_capital(index, country, seat),
        }
    }

    fn look_at_name(&mut self, span: Span, entry: usize, name: &CountryName, index: Option<usize>) {
        let Some(sentence) = self.sentence_of(span) else { return };
        let site = Site::new(self.context.text, span, self.context.document.sentences[sentence].span, name, self.context.gazetteers);
        let mut verdict = site.verdict();
        if verdict == Verdict::Open
            && name.form == Form::Name
            && let Some(index) = index
        {
            verdict = self.beside_regions(index, &site);
        }
        if verdict == Verdict::Open && name.group.is_none() && !name.weak {
            self.tally.clear[name.country] = self.tally.clear[name.country].saturating_add(1);
        }
        if verdict != Verdict::Out {
            let governs = verdict == Verdict::Open && name.group.is_some() && name.form == Form::Name && self.governs(span);
            self.found.push(Found { span, sentence, entry, verdict, locative: site.is_after_a_locative(), governs });
        }
    }

    /// Whether a country's own name stands where a capital would be its government.
    fn governs(&self, span: Span) -> bool {
        let text = self.context.text;
        Capital { text, span, seat: false, countries: self.countries, paired_before: None, paired_after: false }.is_government()
    }

    /// What a state or province next to a name makes of it: "Peru, Ind.", "Atlanta, Georgia", "Texas and Georgia".
    fn beside_regions(&self, index: usize, site: &Site<'_>) -> Verdict {
        let (text, span) = (self.context.text, site.span);
        let hits = &self.context.hits;
        let previous = index.checked_sub(1).and_then(|index| hits.get(index)).filter(|hit| is_listed(&text[hit.span.end..span.start]));
        let next = hits.get(index + 1).filter(|hit| is_listed(&text[span.end..hit.span.start]));
        let in_list_of_countries =
            previous.is_some_and(|hit| self.name_of(hit).is_some_and(|name| name.group.is_none()) && !self.is_region(hit));
        if let Some(next) = next.filter(|hit| self.is_region(hit) && text[span.end..hit.span.start].starts_with(", ")) {
            let after_next = hits.get(index + 2).filter(|hit| is_listed(&text[next.span.end..hit.span.start]));
            let in_list = in_list_of_countries
                || previous.is_some_and(|hit| self.is_region(hit))
                || after_next.is_some_and(|hit| self.is_region(hit));
            let abbreviation = next.span.of(text).ends_with('.');
            let ended = text[next.span.end..].chars().next().is_none_or(|mark| matches!(mark, ',' | '.' | ')' | ';' | '\n' | ':'));
            if (abbreviation && !in_list_of_countries) || (ended && !in_list && self.name_of(next).is_none()) {
                return Verdict::Town;
            }
        }
        if !self.can_be_state(site.name) {
            return Verdict::Open;
        }
        if previous.is_some_and(|hit| self.is_region(hit) && self.name_of(hit).is_none())
            || next.is_some_and(|hit| self.is_region(hit) && self.name_of(hit).is_none())
        {
            return Verdict::State;
        }
        if in_list_of_countries {
            return Verdict::Country;
        }
        city_before(site, previous)
    }

    fn can_be_state(&self, name: &CountryName) -> bool {
        name.group.is_some_and(|group| self.countries.readings().of_group(group).any(|(_, reading)| reading.meaning == Meaning::State))
    }

    fn look_at_capital(&mut self, index: usize, country: usize, seat: bool) {
        let hit = &self.context.hits[index];
        self.tally.capitals[country] = self.tally.capitals[country].saturating_add(1);
        let Some(sentence) = self.sentence_of(hit.span) else { return };
        let text = self.context.text;
        let is_power = |other: &&Hit<'_>| other.sense(SenseKind::Country).is_some();
        let before = index.checked_sub(1).and_then(|index| self.context.hits.get(index)).filter(is_power);
        let after = self.context.hits.get(index + 1).filter(is_power);
        let capital = Capital {
            text,
            span: hit.span,
            seat,
            countries: self.countries,
            paired_before: before.filter(|other| &text[other.span.end..hit.span.start] == " and ").map(|other| other.span.start),
            paired_after: after.is_some_and(|other| &text[hit.span.end..other.span.start] == " and "),
        };
        if capital.is_government() {
            self.tally.clear[country] = self.tally.clear[country].saturating_add(1);
            self.decided.push(self.mention(hit.span, sentence, country, CountryForm::Capital));
        }
    }

    /// Looks for country names inside a longer name of another table: "U.S." in "U.S. State Department".
    fn look_inside(&mut self, span: Span) {
        let words = span.of(self.context.text);
        let mut from = 0;
        while from < words.len() {
            let rest = &words[from..];
            let ends = rest.char_indices().filter(|(_, character)| *character == ' ' || *character == '\'').map(|(end, _)| end);
            let ends: Vec<usize> = ends.chain([rest.len()]).take(4).collect();
            let longest =
                ends.iter().rev().find_map(|&end| self.countries.name_entry(&rest[..end]).map(|(entry, name)| (end, entry, name)));
            if let Some((end, entry, name)) = longest {
                let start = span.start + from;
                self.look_at_name(Span::new(start, start + end), entry, name, None);
                from += end;
            }
            from += words[from..].find(' ').map_or(words.len() - from, |space| space + 1);
        }
    }

    fn name_of(&self, hit: &Hit<'_>) -> Option<&CountryName> {
        match hit.sense(SenseKind::Country).map(|entry| self.countries.entry(entry)) {
            Some(Entry::Name(name)) => Some(name),
            _ => None,
        }
    }

    fn is_region(&self, hit: &Hit<'_>) -> bool {
        hit.senses_of(SenseKind::CountryContext).any(|cue| *self.countries.cue(cue) == Cue::Region)
    }

    fn is_phrase(&self, hit: &Hit<'_>) -> bool {
        hit.senses_of(SenseKind::CountryContext).any(|cue| *self.countries.cue(cue) == Cue::Phrase)
    }

    /// The sentence that holds the span; none inside a mask.
    fn sentence_of(&self, span: Span) -> Option<usize> {
        let masks = &self.context.document.masks;
        let next = masks.partition_point(|mask| mask.end <= span.start);
        if masks.get(next).is_some_and(|mask| mask.overlaps(span)) {
            return None;
        }
        self.context.document.sentence_at(span.start)
    }

    /// Decides what is open by the article as a whole, and writes the mentions.
    fn settle(mut self, mentions: &mut Vec<Mention>) {
        let grouped = |found: &Found| matches!(self.countries.entry(found.entry), Entry::Name(name) if name.group.is_some());
        if self.found.iter().any(grouped) {
            self.tally.count_evidence(&self.context.hits, self.countries);
        }
        let found = std::mem::take(&mut self.found);
        for (index, candidate) in found.iter().enumerate() {
            let Entry::Name(name) = self.countries.entry(candidate.entry) else { continue };
            if let Some(country) = self.meaning(index, name, &found) {
                let form = match name.form {
                    Form::Name => CountryForm::Name,
                    Form::Abbreviation => CountryForm::Abbreviation,
                    Form::Demonym => CountryForm::Demonym,
                };
                mentions.push(self.mention(candidate.span, candidate.sentence, country, form));
            }
        }
        mentions.append(&mut self.decided);
    }

    /// The country that a candidate names, if any.
    fn meaning(&mut self, index: usize, name: &CountryName, found: &[Found]) -> Option<usize> {
        let candidate = &found[index];
        match candidate.verdict {
            Verdict::Out | Verdict::Town | Verdict::State | Verdict::Person => return None,
            Verdict::Country => return Some(name.country),
            Verdict::Open => {}
        }
        if let Some(group) = name.group {
            let choice = self.tally.choice(group, found, self.countries);
            let meaning = if candidate.locative { choice.place } else { choice.meaning };
            return match meaning {
                Meaning::Country(country) if !name.weak || self.tally.clear[country] > 0 => Some(country),
                _ => None,
            };
        }
        if name.weak {
            return (self.tally.clear[name.country] > 0).then_some(name.country);
        }
        if name.form == Form::Name && self.is_called_so_throughout(candidate, name, found) {
            return None;
        }
        Some(name.country)
    }

    /// Whether a town or person has this name in the article, and the country is named in no other way: "Otto Holland …
    /// Holland recalled", "Turkey, Texas … the city of Turkey".
    fn is_called_so_throughout(&self, candidate: &Found, name: &CountryName, found: &[Found]) -> bool {
        let same = || found.iter().filter(|other| other.entry == candidate.entry);
        if same().all(|other| other.verdict == Verdict::Open) {
            return false;
        }
        let open = same().filter(|other| other.verdict == Verdict::Open).count();
        let otherwise = usize::from(self.tally.clear[name.country]).saturating_sub(open) + usize::from(self.tally.capitals[name.country]);
        let as_town = same().any(|other| other.verdict == Verdict::Town);
        let as_person = same().any(|other| other.verdict == Verdict::Person) && !candidate.locative;
        otherwise == 0 && (as_town || as_person)
    }

    /// The mention, without an article at its beginning: "Emirates" of "the Emirates".
    fn mention(&self, span: Span, sentence: usize, country: usize, form: CountryForm) -> Mention {
        let article = ["the ", "The "].iter().find(|article| span.of(self.context.text).starts_with(**article));
        let span = Span::new(span.start + article.map_or(0, |article| article.len()), span.end);
        Mention { span, sentence, kind: MentionKind::Country(CountryMention { iso2: self.countries.all()[country].iso2, form }) }
    }
}

/// Whether a hit of another table can hold a country's name that is a mention of its own.
fn is_composite(hit: &Hit<'_>) -> bool {
    hit.sense(SenseKind::Organization).is_some() || hit.sense(SenseKind::Title).is_some()
}

/// Whether only the joints of a list stand between two names.
fn is_listed(between: &str) -> bool {
    matches!(between, ", " | " and " | " or " | ", and " | ", or " | "; " | " & " | "/")
}

/// "Blakely, Georgia,": a name with a capital before the comma, and the state's name closed off after it.
fn city_before(site: &Site<'_>, previous: Option<&Hit<'_>>) -> Verdict {
    let closed = !site.after.genitive && site.after.mark.is_none_or(|mark| !mark.is_alphanumeric() && !matches!(mark, ' ' | '-'));
    let city = site.before.filter(|word| word.joint == beside::Joint::Comma && word.is_capitalised());
    if city.is_some() && closed && previous.is_none() { Verdict::State } else { Verdict::Open }
}
