//! Reconciliation at 10^4, 10^5 and 10^6 claims, made with the repetition and skew of real news: a few stories that everybody
//! tells, many that few tell, reports copied word for word, figures that grow and figures that disagree, and one story that
//! holds a twentieth of everything.

use crossclaim::claim::model::{Attribution, Decimal2, SpeakerKind};
use crossclaim::claim::model::{Claim, ClaimQuantity, ClaimTime, Modality, Participant, ParticipantKind, Polarity, Predicate};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::Reconciler;
use crossclaim::tag::quantity::Bound;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

fn main() {
    divan::main();
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 1, sample_size = 1)]
fn news(bencher: divan::Bencher<'_, '_>, claims: u64) {
    bencher.counter(divan::counter::ItemsCount::new(claims)).bench(|| reconciled(News::new(claims)));
}

#[divan::bench(args = [10_000, 100_000], sample_count = 1, sample_size = 1)]
fn one_hot_story(bencher: divan::Bencher<'_, '_>, claims: u64) {
    bencher.counter(divan::counter::ItemsCount::new(claims)).bench(|| reconciled(News { hot: 1000, ..News::new(claims) }));
}

#[divan::bench(args = [10_000, 100_000], sample_count = 1, sample_size = 1)]
fn one_group(bencher: divan::Bencher<'_, '_>, claims: u64) {
    bencher.counter(divan::counter::ItemsCount::new(claims)).bench(|| reconciled(News { hot: 1000, grouped: true, ..News::new(claims) }));
}

/// Every article tells of one summit, each with people and figures of its own: nothing is alike, and all of it could meet.
#[divan::bench(args = [10_000, 100_000], sample_count = 1, sample_size = 1)]
fn one_summit(bencher: divan::Bencher<'_, '_>, claims: u64) {
    let claims = News { hot: 1000, grouped: true, ..News::new(claims) };
    bencher.counter(divan::counter::ItemsCount::new(claims.claims)).bench(|| {
        let mut reconciler = Reconciler::new(Gazetteers::embedded());
        let mut figures = Chance(1);
        for mut claim in (News { chance: Chance(claims.chance.0), ..claims }) {
            "negotiate".clone_into(&mut claim.predicate.class);
            claim.predicate.lemma.clone_from(&claim.predicate.class);
            for participant in claim.actor.iter_mut().chain(&mut claim.target) {
                participant.name = participant.name.as_ref().map(|_| format!("Person Name{}", figures.below(100_000)));
            }
            if let Some(quantity) = &mut claim.quantity {
                quantity.value = Some(Decimal::from(figures.below(1_000_000)));
            }
            reconciler.add(&claim);
        }
        reconciler.finish().facts.len()
    });
}

/// Each claim is dropped as soon as it is added, as the command does.
fn reconciled(news: News) -> usize {
    let mut reconciler = Reconciler::new(Gazetteers::embedded());
    for claim in news {
        reconciler.add(&claim);
    }
    reconciler.finish().facts.len()
}

/// Claims of a month of news, one after the other.
struct News {
    claims: u64,
    made: u64,
    /// How many thousandths of the articles tell the hottest story.
    hot: u64,
    grouped: bool,
    chance: Chance,
    article: u64,
    story: u64,
    left_in_article: u64,
}

/// A small generator of numbers (xorshift64*, Vigna 2016), the same on every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// Small numbers often, large ones seldom: about as Zipf's law has it.
    fn skewed(&mut self, limit: u64) -> u64 {
        let bits = 64 - limit.leading_zeros();
        let scale = 1 << self.below(u64::from(bits));
        self.below(scale).min(limit - 1)
    }
}

const COUNTRIES: [&str; 40] = [
    "US", "GB", "FR", "DE", "CN", "RU", "UA", "IL", "IR", "IN", "PK", "TR", "SY", "IQ", "EG", "SA", "JP", "KR", "KP", "BR", "MX", "CO",
    "VE", "AR", "NG", "ZA", "KE", "ET", "SD", "LY", "PL", "HU", "IT", "ES", "GR", "AU", "CA", "PH", "ID", "VN",
];
const CLASSES: [&str; 24] = [
    "say",
    "kill",
    "pay",
    "injure",
    "accept",
    "negotiate",
    "send",
    "request",
    "arrest",
    "sign",
    "attack",
    "approve",
    "expel",
    "release",
    "sanction",
    "order",
    "block",
    "accuse",
    "elect",
    "displace",
    "sue",
    "withdraw",
    "meet",
    "support",
];
const UNITS: [&str; 10] = ["person", "USD", "soldier", "country", "EUR", "percent", "child", "migrant", "vote", "kilometre"];
const WORDS: [&str; 60] = [
    "parliament",
    "border",
    "flood",
    "harbour",
    "budget",
    "mission",
    "province",
    "hospital",
    "bridge",
    "army",
    "police",
    "minister",
    "court",
    "ruling",
    "strike",
    "union",
    "tariff",
    "summit",
    "treaty",
    "election",
    "ballot",
    "storm",
    "village",
    "airport",
    "convoy",
    "shelter",
    "prison",
    "deal",
    "fund",
    "bank",
    "grain",
    "pipeline",
    "refugee",
    "camp",
    "school",
    "market",
    "factory",
    "mine",
    "railway",
    "embassy",
    "delegation",
    "spokesman",
    "report",
    "evening",
    "capital",
    "district",
    "coast",
    "island",
    "river",
    "valley",
    "crowd",
    "protest",
    "curfew",
    "vaccine",
    "outbreak",
    "rescue",
    "team",
    "quake",
    "tower",
    "witness",
];

impl News {
    fn new(claims: u64) -> Self {
        Self { claims, made: 0, hot: 50, grouped: false, chance: Chance(0x9e37_79b9_7f4a_7c15), article: 0, story: 0, left_in_article: 0 }
    }

    fn next_article(&mut self) {
        self.article += 1;
        let stories = self.claims / 60 + 1;
        self.story = if self.chance.below(1000) < self.hot { 0 } else { 1 + self.chance.skewed(stories) };
        self.left_in_article = 4 + self.chance.below(16);
    }

    /// The day of the article: a story is told over a week.
    fn day(&self) -> Date {
        let day = (self.story % 23 + self.article % 7) as i64;
        date(2025, 3, 1).checked_add(jiff::Span::new().days(day)).unwrap_or(date(2025, 3, 1))
    }

    fn claim(&mut self) -> Claim {
        // What the story tells, one of some twenty things; most articles tell the first few.
        let thing = self.chance.skewed(20);
        let mut of_thing = Chance(self.story.wrapping_mul(0x9e37_79b9) ^ thing.wrapping_mul(0x85eb_ca6b) | 1);
        let mut told = || of_thing.below(u64::MAX);
        let class = CLASSES[(told() % 24) as usize];
        let (actor, target) = (COUNTRIES[(told() % 40) as usize], COUNTRIES[(told() % 40) as usize]);
        let unit = UNITS[(told() % 10) as usize];
        let base = 2 + told() % 400;
        let person = format!("Person{} Name{}", told() % 50, told() % 5000);
        let words: Vec<&str> = (0..12).map(|_| WORDS[(told() % 60) as usize]).collect();
        // One in eight gives another figure; figures of a running story grow by the day.
        let value = match self.chance.below(16) {
            0 | 1 => base + 1 + self.chance.below(30),
            _ => base,
        };
        let copied = self.chance.below(3) > 0;
        let own = WORDS[self.chance.below(60) as usize];
        let text = if copied {
            format!("{} {value} {unit}", words.join(" "))
        } else {
            format!("{own} {} {value} {unit} {own}", words[..6].join(" "))
        };
        let start = (20 - self.left_in_article.min(20)) as usize * 200;
        let end = start + text.len();
        let place = |text: &str, kind: ParticipantKind, country: Option<&str>, name: Option<&str>| Participant {
            text: text.to_owned(),
            start,
            end: start + 2,
            kind,
            country: country.map(str::to_owned),
            name: name.map(str::to_owned),
            ..Participant::default()
        };
        let with_quantity = thing % 3 != 2;
        let quantity = with_quantity.then(|| ClaimQuantity {
            text: format!("{value} {unit}"),
            start,
            end: start + 4,
            value: Some(Decimal::from(value)),
            low: Some(Decimal::from(value)),
            high: Some(Decimal::from(value)),
            bound: Bound::Exact,
            unit: Some(unit.to_owned()),
            unit_text: Some(unit.to_owned()),
        });
        let mut actors = vec![place(actor, ParticipantKind::Country, Some(actor), None)];
        if thing.is_multiple_of(4) {
            actors.push(place(&person, ParticipantKind::Official, None, Some(&person)));
        }
        let source = self.article % 400;
        Claim {
            id: format!("{:016x}", self.made.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            article: format!("article-{:08}", self.article),
            source: format!("outlet {source}"),
            published: Some(self.day()),
            url: None,
            group: self.grouped.then(|| "month".to_owned()),
            sentence: 0,
            start,
            end,
            text,
            predicate: Predicate { text: class.to_owned(), lemma: class.to_owned(), class: class.to_owned(), start, end: start + 3 },
            polarity: if self.chance.below(40) == 0 { Polarity::Negated } else { Polarity::Affirmed },
            modality: if thing.is_multiple_of(7) { Modality::Planned } else { Modality::Asserted },
            actor: actors,
            target: if thing % 5 == 4 { Vec::new() } else { vec![place(target, ParticipantKind::Country, Some(target), None)] },
            quantity,
            time: (thing.is_multiple_of(3)).then(|| ClaimTime {
                text: "Monday".to_owned(),
                start: Some(self.day()),
                end: Some(self.day()),
                timex: None,
            }),
            attribution: (source.is_multiple_of(5)).then(|| Attribution {
                speaker: "Reuters".to_owned(),
                text: "Reuters reported".to_owned(),
                kind: SpeakerKind::Outlet,
                quoted: false,
                chain: Vec::new(),
            }),
            confidence: Decimal2(80),
            ..Claim::default()
        }
    }
}

impl Iterator for News {
    type Item = Claim;

    fn next(&mut self) -> Option<Claim> {
        if self.made == self.claims {
            return None;
        }
        if self.left_in_article == 0 {
            self.next_article();
        }
        self.left_in_article -= 1;
        self.made += 1;
        Some(self.claim())
    }
}
