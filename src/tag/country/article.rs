//! What the whole article tells about names that can mean more than one thing: Georgia beside Tbilisi, or beside Atlanta.

use super::Found;
use super::local::Verdict;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::gazetteer::countries::readings::Meaning;
use crate::gazetteer::countries::{Countries, Cue, Entry};

/// What one mention of the country in another form, or of its capital, adds to its reading.
const OTHER_FORM: i32 = 2;
/// What one mention inside a person's or town's full name adds to that reading.
const FULL_NAME: i32 = 3;
/// How many such mentions count.
const OTHER_FORMS_CEILING: i32 = 3;
/// No kind of evidence adds more than this, however often it comes.
const CEILING: i32 = 8;
/// What one place where the name does what governments do adds to its reading as a country.
const GOVERNING: i32 = 2;
/// How many such places count.
const GOVERNING_CEILING: i32 = 2;
/// Names of states and provinces add no more than this to the reading as a state or town.
const REGIONS_CEILING: i32 = 3;

/// Counts over one article.
#[derive(Debug)]
pub(super) struct Tally {
    /// How often each country is named by a word that can mean nothing else, or by its capital as a government.
    pub(super) clear: Vec<u16>,
    /// How often each country's capital is named, whatever it stands for.
    pub(super) capitals: Vec<u16>,
    evidence: Vec<u16>,
    regions: u16,
    meanings: Vec<Option<Choice>>,
}

/// What a group of names means in the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// What it means.
    pub(super) meaning: Meaning,
    /// What it means where it cannot be a person: "in Jordan".
    pub(super) place: Meaning,
}

impl Tally {
    pub(super) fn new(countries: &Countries) -> Self {
        let all = countries.all().len();
        Self { clear: vec![0; all], capitals: vec![0; all], evidence: Vec::new(), regions: 0, meanings: Vec::new() }
    }

    /// Counts the words that speak for readings; only needed where a name with readings was found.
    pub(super) fn count_evidence(&mut self, hits: &[Hit<'_>], countries: &Countries) {
        self.evidence = vec![0; countries.readings().len()];
        self.meanings = vec![None; countries.readings().groups()];
        for index in hits.iter().flat_map(|hit| hit.senses_of(SenseKind::CountryContext)) {
            match countries.cue(index) {
                Cue::Phrase => {}
                Cue::Region => self.regions = self.regions.saturating_add(1),
                Cue::Evidence(readings) => {
                    for &reading in readings {
                        self.evidence[reading] = self.evidence[reading].saturating_add(1);
                    }
                }
            }
        }
    }

    /// What the names of `group` mean in this article.
    pub(super) fn choice(&mut self, group: usize, found: &[Found], countries: &Countries) -> Choice {
        if let Some(choice) = self.meanings[group] {
            return choice;
        }
        let in_group = |candidate: &&Found| matches!(countries.entry(candidate.entry), Entry::Name(name) if name.group == Some(group));
        let count = |verdict: Verdict| found.iter().filter(in_group).filter(|candidate| candidate.verdict == verdict).count();
        let ceiling = |count: usize| i32::try_from(count).unwrap_or(CEILING).min(CEILING);
        let full_names = |verdict| ceiling(count(verdict)) * FULL_NAME;
        let (persons, towns, states) = (full_names(Verdict::Person), full_names(Verdict::Town), full_names(Verdict::State));
        let regions = i32::from(self.regions).min(REGIONS_CEILING);
        let can_be_state = countries.readings().of_group(group).any(|(_, reading)| reading.meaning == Meaning::State);
        let governing = found.iter().filter(in_group).filter(|candidate| candidate.governs).count();
        // States legislate and sue too ("Georgia plans to appeal"), and persons speak.
        let governing =
            if can_be_state || persons > 0 { 0 } else { i32::try_from(governing).unwrap_or(CEILING).min(GOVERNING_CEILING) * GOVERNING };
        let can_be_none = countries.readings().of_group(group).any(|(_, reading)| !matches!(reading.meaning, Meaning::Country(_)));

        let mut best: Option<(i32, Meaning)> = None;
        let mut best_place: Option<(i32, Meaning)> = None;
        let mut weigh = |score: i32, meaning: Meaning| {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, meaning));
            }
            if meaning != Meaning::Person && best_place.is_none_or(|(highest, _)| score > highest) {
                best_place = Some((score, meaning));
            }
        };
        for (index, reading) in countries.readings().of_group(group) {
            let evidence = ceiling(usize::from(self.evidence[index]));
            let score = reading.prior
                + evidence
                + match reading.meaning {
                    Meaning::Country(country) => {
                        let forms = i32::from(self.clear[country]) + i32::from(self.capitals[country]);
                        let forms = forms.min(OTHER_FORMS_CEILING) * OTHER_FORM;
                        forms + if can_be_none { self.foreign(country, countries) + governing } else { 0 }
                    }
                    Meaning::State => states + regions,
                    Meaning::Town => towns + regions,
                    Meaning::Person => persons,
                    Meaning::Other => 0,
                };
            weigh(score, reading.meaning);
        }
        weigh(persons, Meaning::Person);
        weigh(towns, Meaning::Town);
        let choice = Choice {
            meaning: best.map_or(Meaning::Other, |(_, meaning)| meaning),
            place: best_place.map_or(Meaning::Other, |(_, meaning)| meaning),
        };
        self.meanings[group] = Some(choice);
        choice
    }

    /// What other countries in the article add to the reading as a country: one for any, two for three or more.
    fn foreign(&self, country: usize, countries: &Countries) -> i32 {
        let others =
            self.clear.iter().enumerate().filter(|&(other, &count)| count > 0 && other != country && countries.all()[other].iso2 != "US");
        match others.count() {
            0 => 0,
            1 | 2 => 1,
            _ => 2,
        }
    }
}
