//! Who is meant: full names of short ones, known office-holders without a title, and the country of the office.
//!
//! Matches: "Miller wrote", "Mr Miller" (after "Stephen Miller, the deputy chief of staff"), "Putin" (from the table of
//! office-holders; which office depends on the article's date).
//!
//! Refuses: another first name before the surname ("Mary Miller"), a capitalised word after it ("Trump Tower", "Miller Lite").
//!
//! Two people of one surname: the one named in full in the paragraph before the surname, else the one whom the article names first.
//!
//! Known misses: a first name alone ("Boris").

use std::collections::BTreeMap;

use memchr::memmem;
use rustc_hash::FxHashMap;

use super::{Found, namesake};
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::office_holders::{HeldOffice, OfficeHolder};
use crate::gazetteer::person_names::{Gender, NameWord, PersonNames};
use crate::gazetteer::titles::{TitleKind, TitleUse};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet, WordSets};
use crate::segment::ParagraphKind;
use crate::tag::context::Context;
use crate::tag::mention::{Mention, MentionKind, OfficialMention};
use crate::tag::place;

/// A person of the article, by the fullest name.
struct Person<'a> {
    full_name: String,
    /// The word that later mentions use: the surname.
    short: &'a str,
    /// Where the full name first stands.
    first: Span,
    /// Where the full name stands, in the order of the text.
    places: Vec<usize>,
    office: Option<Office>,
    holder: Option<&'a OfficeHolder>,
}

#[derive(Clone)]
struct Office {
    title: String,
    country: Option<&'static str>,
    former: bool,
    acting: bool,
}

/// The names that have a mention, by their start; they lie apart from each other.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    fn add(&mut self, name: Span) {
        let end = self.0.entry(name.start).or_default();
        *end = name.end.max(*end);
    }

    fn overlaps(&self, span: Span) -> bool {
        self.0.range(..span.end).next_back().is_some_and(|(_, &end)| end > span.start)
    }
}

/// What the mentions of the article say about countries and organizations, for the country of an office.
struct Places {
    countries: Vec<(Span, &'static str)>,
    organizations: Vec<(Span, Option<&'static str>)>,
    /// The country that more than half of all mentions of countries name.
    main: Option<&'static str>,
}

/// Adds a mention for every find, and for every later or bare mention of the same people.
pub(super) fn add_mentions(context: &Context<'_>, found: &[Found<'_>], mentions: &mut Vec<Mention>) {
    let places = Places::new(context, mentions);
    let holders = holders_in(context, found);
    if found.is_empty() && holders.is_empty() {
        return;
    }
    let mut persons = persons_of(context, found, &holders, &places);
    let mut taken = Taken::default();
    // "Dr. Ann Lee is the director": the name has its mention.
    let is_mentioned = |find: &Found<'_>| found.iter().any(|other| !other.predicate && other.name.overlaps(find.name));
    for find in found.iter().filter(|find| !find.predicate || !is_mentioned(find)) {
        let mention = mention_of(context, find, &mut persons, &holders, &places);
        taken.add(find.name);
        mentions.push(mention);
    }
    let mut bare = Vec::new();
    for &(span, holder) in &holders {
        if !taken.overlaps(span) && stands_alone(context, span) {
            let short = span.of(context.text);
            let person = if namesake::is_alone(holder, short) { bearer_of(context, &persons, short, span.start, None) } else { None };
            bare.push((
                span,
                person.or_else(|| persons.iter().position(|person| person.holder.is_some_and(|known| known.name == holder.name))),
            ));
            taken.add(span);
        }
    }
    for (index, person) in persons.iter().enumerate() {
        if person.office.is_none() && person.holder.is_none() {
            continue;
        }
        for span in places_of(context.text, person.short) {
            if is_word(context.text, span) && !taken.overlaps(span) && stands_alone(context, span) {
                bare.push((span, bearer_of(context, &persons, person.short, span.start, None).or(Some(index))));
                taken.add(span);
            }
        }
    }
    // "the Guardian reported" where the article names a Mayor Iris Guardian: the outlet.
    let is_outlet = |span: Span| {
        let article = context.text[..span.start].ends_with("the ");
        article
            && mentions
                .iter()
                .any(|mention| mention.span == span && matches!(&mention.kind, MentionKind::Organization(body) if body.outlet))
    };
    bare.retain(|(span, _)| !is_outlet(*span));
    // "Guardian said he was fine" where the article names a Mayor Iris Guardian: no outlet.
    mentions.retain(|mention| match &mention.kind {
        MentionKind::Organization(body) if body.outlet => !bare.iter().any(|(span, _)| *span == mention.span),
        _ => true,
    });
    for (span, person) in bare {
        let (Some(person), Some(sentence)) = (person.map(|index| &persons[index]), context.document.sentence_at(span.start)) else {
            continue;
        };
        if context.document.paragraph_kind(sentence) == ParagraphKind::Boilerplate {
            continue;
        }
        let office = person.office.clone().or_else(|| person.holder.and_then(|holder| office_held(context, holder)));
        let span = with_particles(context, span, &person.full_name);
        mentions.push(Mention {
            span,
            sentence,
            kind: MentionKind::Official(OfficialMention {
                name: span,
                full_name: person.full_name.clone(),
                country: office.as_ref().and_then(|office| office.country),
                former: office.as_ref().is_some_and(|office| office.former),
                acting: office.as_ref().is_some_and(|office| office.acting),
                office_of_table: person.office.is_none() && office.is_some(),
                office: office.map(|office| office.title),
                office_span: None,
                honorific: None,
            }),
        });
    }
}

/// The known office-holders of the text, at their places; a surname alone that means a namesake is none's.
fn holders_in<'a>(context: &'a Context<'_>, found: &[Found<'_>]) -> Vec<(Span, &'a OfficeHolder)> {
    let table = &context.gazetteers.office_holders;
    let mut holders = context.hits.iter().filter_map(|hit| Some((hit.span, table.get(hit.sense(SenseKind::OfficeHolder)?)))).collect();
    namesake::drop_namesakes(context, found, &mut holders);
    holders
}

fn holder_at<'a>(holders: &[(Span, &'a OfficeHolder)], name: Span) -> Option<&'a OfficeHolder> {
    let first = holders.partition_point(|(span, _)| span.start < name.start);
    holders.get(first).filter(|(span, _)| *span == name).map(|&(_, holder)| holder)
}

/// The people whose full names the article gives, in the order of their places.
fn persons_of<'a>(context: &'a Context<'_>, found: &[Found<'_>], holders: &[(Span, &'a OfficeHolder)], places: &Places) -> Vec<Person<'a>> {
    let mut persons: Vec<Person<'a>> = Vec::new();
    for find in found {
        let holder = holder_at(holders, find.name);
        let full_name = holder.map_or_else(|| spaced(find.name.of(context.text)), |holder| holder.name.clone());
        if holder.is_none() && !full_name.contains(' ') {
            continue;
        }
        // "billionaire Donald Trump", "was a partner of Donald Trump": the office that the table knows of somebody is better.
        let held = || holder.is_some_and(|holder| office_held(context, holder).is_some());
        let says_office = !(find.is_honorific() || find.predicate && holder.is_some() || !find.title.kind.is_office() && held());
        let office = says_office.then(|| office_of(context, find, holder, holders, places));
        if let Some(person) = persons.iter_mut().find(|person| person.full_name == full_name) {
            match &mut person.office {
                None => person.office = office,
                // "former dictator Cho Min-jae", then "South Korean President Cho Min-jae": the country is said later.
                Some(known) => known.country = known.country.or(office.and_then(|office| office.country)),
            }
            continue;
        }
        let short = short_name(find.name.of(context.text), holder, context.gazetteers);
        persons.push(Person { full_name, short, first: find.name, places: Vec::new(), office, holder });
    }
    for &(span, holder) in holders {
        if !persons.iter().any(|person| person.full_name == holder.name) {
            let short = short_name(span.of(context.text), Some(holder), context.gazetteers);
            persons.push(Person {
                full_name: holder.name.clone(),
                short,
                first: span,
                places: Vec::new(),
                office: None,
                holder: Some(holder),
            });
        }
    }
    persons.sort_by_key(|person| person.first.start);
    for at in 0..persons.len() {
        let shared = persons.iter().enumerate().any(|(other, person)| other != at && person.short == persons[at].short);
        let first = persons[at].first;
        persons[at].places = if shared {
            memmem::find_iter(context.text.as_bytes(), first.of(context.text).as_bytes()).collect()
        } else {
            vec![first.start]
        };
    }
    persons
}

/// The word of a full name that stands for the person later: the last one; the first where the family name comes first.
fn short_name<'t>(name: &'t str, holder: Option<&OfficeHolder>, gazetteers: &Gazetteers) -> &'t str {
    let names = &gazetteers.titles.person_names;
    // "Pope Lindus I": the first of a name, too, which elsewhere is the pronoun.
    let is_suffix = |word: &str| word == "I" || matches!(names.word(word), Some(NameWord::Generation | NameWord::Suffix));
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or(name);
    let last = name.split_whitespace().rev().find(|word| !is_suffix(word)).unwrap_or(first);
    let hyphen = last.split_once('-').is_some_and(|(_, given)| given.starts_with(char::is_lowercase));
    let family_first = |country: &str| gazetteers.word_sets.has(LexicalSet::FamilyNameFirst, country);
    let eastern = holder.is_some_and(|holder| holder.offices.iter().any(|office| office.country.is_some_and(family_first)));
    if hyphen || eastern { first } else { last.trim_end_matches(',') }
}

/// A name with single spaces where the text breaks lines.
fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a surname stands, "O'Neill" also as "O’Neill".
fn places_of(text: &str, short: &str) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    let mut find = |spelling: &str| {
        places.extend(memmem::find_iter(text.as_bytes(), spelling.as_bytes()).map(|start| Span::new(start, start + spelling.len())));
    };
    find(short);
    if short.contains('’') {
        find(&short.replace('’', "'"));
    } else if short.contains('\'') {
        find(&short.replace('\'', "’"));
    }
    places
}

/// The person a single name means; after "Mrs" a woman. Of several, the one whose full name stands last before it in its paragraph,
/// else the one whom the article names first, since a second bearer is named in full: "Jo Roe and her husband, Al Roe. … Roe said".
fn bearer_of(
    context: &Context<'_>,
    persons: &[Person<'_>],
    short: &str,
    offset: usize,
    gender: Option<(&PersonNames, Gender)>,
) -> Option<usize> {
    let same = |person: &Person<'_>| {
        person.short == short
            && gender.is_none_or(|(names, gender)| {
                person.full_name.split(' ').next().and_then(|first| names.gender(first)).is_none_or(|known| known == gender)
            })
    };
    let mut bearers = persons.iter().enumerate().filter(|(_, person)| same(person));
    let (only, _) = bearers.next()?;
    if bearers.next().is_none() {
        return Some(only);
    }
    let document = context.document;
    let paragraph = document.sentence_at(offset).map_or(0, |sentence| {
        let paragraph = document.sentences[sentence].paragraph;
        document.paragraphs[paragraph].span.start
    });
    let all = || persons.iter().enumerate().filter(|(_, person)| same(person));
    let last_place = |person: &Person<'_>| person.places.iter().rev().find(|&&place| (paragraph..=offset).contains(&place)).copied();
    let near = all().filter_map(|(index, person)| Some((last_place(person)?, index))).max();
    if near.is_none()
        && all().all(|(_, person)| person.holder.is_none())
        && let Some(last) = last_named(context, &all().collect::<Vec<_>>(), offset)
    {
        return Some(last);
    }
    // "Emperor Norton I" says less than "Joshua Norton".
    let place = |person: &Person<'_>| (person.full_name.starts_with(short), person.places.first().copied().unwrap_or(person.first.start));
    let first = || all().min_by_key(|(_, person)| place(person)).map(|(index, _)| index);
    near.map(|(_, index)| index).or_else(first)
}

/// The only one of several whom the last paragraph names in full that names any of them: "Sgt. Dan Roe fell. … said Ann Roe, a spokeswoman.
/// … *Roe* didn't say why."
fn last_named(context: &Context<'_>, bearers: &[(usize, &Person<'_>)], offset: usize) -> Option<usize> {
    let document = context.document;
    let paragraph_of = |place: usize| document.sentence_at(place).map(|sentence| document.sentences[sentence].paragraph);
    // "Emperor Norton I" is called so in passing.
    let bearers = bearers.iter().filter(|(_, person)| !person.full_name.starts_with(person.short));
    let named = bearers.flat_map(|(index, person)| person.places.iter().map(move |&place| (place, *index)));
    let before: Vec<(usize, usize)> = named.filter(|&(place, _)| place < offset).collect();
    let &(last, index) = before.iter().max()?;
    // "*Her brother*, Judge Al Roe": told of for the first one's sake.
    let begin = document.sentence_at(last).map_or(last, |sentence| document.sentences[sentence].span.start.min(last));
    let kin = |word: &str| context.gazetteers.titles.person_names.word(word) == Some(NameWord::Kinship);
    if context.text[begin..last].split(|c: char| !c.is_alphabetic()).any(kin) {
        return None;
    }
    let paragraph = paragraph_of(last);
    before.iter().all(|&(place, other)| other == index || paragraph_of(place) != paragraph).then_some(index)
}

/// Whether a head of state or government called by a surname alone is somebody else than the person of that surname whom the article
/// names: "President Bush" beside "Laura Bush", where the table knows presidents of that name.
fn is_another_holder(context: &Context<'_>, find: &Found<'_>, person: &Person<'_>) -> bool {
    let titles = &context.gazetteers.titles;
    let highest = |kind: TitleKind| matches!(kind, TitleKind::HeadOfState | TitleKind::HeadOfGovernment);
    if !highest(find.title.kind) {
        return false;
    }
    let said = person.office.as_ref().is_some_and(|office| titles.kind_of(&office.title).is_some_and(highest));
    let held = |holder: &OfficeHolder| holder.offices.iter().any(|office| office.office.eq_ignore_ascii_case(&find.title.name));
    let others = || context.gazetteers.office_holders.iter().filter(|holder| holder.name.rsplit(' ').next() == Some(person.short));
    !said && !person.holder.is_some_and(held) && others().any(held)
}

fn mention_of(
    context: &Context<'_>,
    find: &Found<'_>,
    persons: &mut [Person<'_>],
    holders: &[(Span, &OfficeHolder)],
    places: &Places,
) -> Mention {
    let name = find.name.of(context.text);
    let holder = holder_at(holders, find.name);
    let known = match holder {
        Some(holder) => persons.iter().position(|person| person.full_name == holder.name),
        None if name.contains(char::is_whitespace) => {
            let full_name = spaced(name);
            persons.iter().position(|person| person.full_name == full_name)
        }
        None => {
            let names = &context.gazetteers.titles.person_names;
            let gender = find.is_honorific().then(|| names.gender(find.office.of(context.text))).flatten();
            bearer_of(context, persons, name, find.name.start, gender.map(|gender| (names, gender)))
                .filter(|&index| !is_another_holder(context, find, &persons[index]))
        }
    };
    let says_office = !find.is_honorific() && !find.predicate;
    let said = says_office.then(|| office_of(context, find, holder, holders, places));
    if let (Some(index), Some(said)) = (known, &said) {
        let person = &mut persons[index];
        if person.office.is_none() && (find.title.kind.is_office() || person.holder.is_none()) {
            person.office = Some(said.clone());
        }
    }
    let person = known.map(|index| &persons[index]);
    let of_table = || person.and_then(|person| person.holder).or(holder).and_then(|holder| office_held(context, holder));
    let given = said.clone().or_else(|| person.and_then(|person| person.office.clone()));
    let office_of_table = given.is_none();
    let resolved = given.or_else(of_table);
    let country = resolved.as_ref().and_then(|office| office.country).or_else(|| person.and_then(|person| person.office.as_ref()?.country));
    Mention {
        span: if find.apart { find.name } else { find.name.join(find.office) },
        sentence: find.sentence,
        kind: MentionKind::Official(OfficialMention {
            name: find.name,
            full_name: person.map_or_else(|| spaced(name), |person| person.full_name.clone()),
            country,
            former: resolved.as_ref().is_some_and(|office| office.former),
            acting: resolved.as_ref().is_some_and(|office| office.acting),
            office_of_table: office_of_table && resolved.is_some(),
            office: resolved.map(|office| office.title),
            office_span: said.is_some().then_some(find.office),
            honorific: find.is_honorific().then_some(find.office),
        }),
    }
}

/// The office that a find says, with its country.
fn office_of(
    context: &Context<'_>,
    find: &Found<'_>,
    holder: Option<&OfficeHolder>,
    holders: &[(Span, &OfficeHolder)],
    places: &Places,
) -> Office {
    Office {
        title: spaced(find.office.of(context.text)),
        country: country_of(context, find, holder, holders, places),
        former: find.former,
        acting: find.acting,
    }
}

/// The office a known person held on the article's day.
fn office_held(context: &Context<'_>, holder: &OfficeHolder) -> Option<Office> {
    let (office, former) = holder.office_on(context.document.article.published)?;
    Some(Office { title: office.office.clone(), country: office.country, former, acting: false })
}

/// The country of an office: from its own words, the country that alone has such an office, the organization, what the table
/// knows of the person or of the possessor, the state after the name, and last the country that the article is about.
fn country_of(
    context: &Context<'_>,
    find: &Found<'_>,
    holder: Option<&OfficeHolder>,
    holders: &[(Span, &OfficeHolder)],
    places: &Places,
) -> Option<&'static str> {
    let whole = find.phrase.join(find.office);
    let of_holder = |holder: &OfficeHolder| -> Option<&'static str> {
        let (held, _) = holder.office_on(context.document.article.published)?;
        held.country
    };
    let possessor =
        || holders.iter().find(|(span, _)| whole.contains(*span) && !find.name.overlaps(*span)).and_then(|(_, holder)| of_holder(holder));
    let state = || (find.title.kind == TitleKind::Legislator && has_party_and_state(&context.text[find.name.end..])).then_some("US");
    places
        .in_office(context.text, whole, find.head, &context.gazetteers.word_sets)
        .or_else(|| named_last(context, find))
        .or_else(|| places.after_name(context.text, find.name))
        .or_else(|| town_after_name(context, find))
        .or_else(|| find.title.country_in(places.main))
        .or_else(|| places.of_organization(whole))
        .or_else(|| holder.and_then(|holder| same_office(holder, find)))
        .or_else(possessor)
        .or_else(state)
        .or_else(|| holder.and_then(of_holder))
        .or_else(|| {
            places.main.filter(|_| find.title.kind.is_national() && !names_a_place(context.text, find) && !is_of_a_body(context.text, find))
        })
}

/// The country of the office of the table that has the words of the office said.
fn same_office(holder: &OfficeHolder, find: &Found<'_>) -> Option<&'static str> {
    let same = |office: &&HeldOffice| office.office.eq_ignore_ascii_case(&find.title.name);
    holder.offices.iter().find(same).and_then(|office| office.country)
}

/// The country that ends the words of an office before the name: "president of Kenya | William Otieno", where the name hides it.
fn named_last(context: &Context<'_>, find: &Found<'_>) -> Option<&'static str> {
    let (_, name) = find.office.of(context.text).rsplit_once(" of ")?;
    context.gazetteers.countries.by_name(name.strip_prefix("the ").unwrap_or(name)).map(|country| country.iso2)
}

/// "Mayor Eric Adams | of New York City": the country of the town after the name of somebody in a local office.
fn town_after_name(context: &Context<'_>, find: &Found<'_>) -> Option<&'static str> {
    const LONGEST_NAME: usize = 40;
    let rest = context.text[find.name.end..].strip_prefix(" of ").filter(|_| find.title.kind == TitleKind::LocalGovernment)?;
    let end = rest.char_indices().find(|&(at, character)| at >= LONGEST_NAME || matches!(character, ',' | '.' | ';' | '\n'));
    let mut counts = FxHashMap::default();
    place::count(&rest[..end.map_or(rest.len(), |(at, _)| at)], context.gazetteers, &mut counts);
    let mut countries = counts.into_keys();
    countries.next().filter(|_| countries.next().is_none())
}

/// Whether capitals stand before the title itself, as in "Quebec Health Minister": then the office may be a province's. Those after it
/// ("Minister of Mines and Ports") are a minister's duties, another's body ("president of the Harbour Board").
fn names_a_place(text: &str, find: &Found<'_>) -> bool {
    let end =
        if find.title.kind == TitleKind::Minister { find.head.end.clamp(find.office.start, find.office.end) } else { find.office.end };
    let before = Span::new(find.office.start, end).of(text);
    let words = before.split_whitespace().count().saturating_sub(find.title.name.split_whitespace().count());
    before.split_whitespace().take(words).any(|word| word.starts_with(char::is_uppercase))
}

/// "Ann Lee, *president*, said": with no article before it, the office of some body.
fn is_of_a_body(text: &str, find: &Found<'_>) -> bool {
    find.title.kind == TitleKind::HeadOfState
        && find.name.end <= find.office.start
        && find.phrase.start == find.office.start
        && find.office.of(text).starts_with(char::is_lowercase)
}

/// "(R-Tex.)", "(D., Calif.)": a legislator of a state of the United States.
fn has_party_and_state(after: &str) -> bool {
    let mut characters = after.trim_start_matches([' ', ',']).chars();
    matches!((characters.next(), characters.next(), characters.next()), (Some('('), Some('R' | 'D' | 'I'), Some('-' | '–' | ',' | '.')))
}

impl Places {
    fn new(context: &Context<'_>, mentions: &[Mention]) -> Self {
        // A company's or association's country is not that of an office in it.
        let is_private = |name: &str| {
            let known = context.gazetteers.organizations.by_name(name);
            known.is_some_and(|body| body.kind.is_private())
        };
        let mut countries: Vec<(Span, &'static str)> = Vec::new();
        let mut organizations: Vec<(Span, Option<&'static str>)> = Vec::new();
        for mention in mentions {
            match &mention.kind {
                MentionKind::Country(country) => countries.push((mention.span, country.iso2)),
                MentionKind::Organization(organization) if !is_private(&organization.name) => {
                    organizations.push((mention.span, organization.country));
                }
                _ => {}
            }
        }
        countries.sort_unstable();
        organizations.sort_unstable();
        let main = main_country(&countries);
        Self { countries, organizations, main }
    }

    /// The country named in the words of an office: the nearest before the title, else the first after it that "to" or
    /// "against" does not go before ("ambassador to Iraq").
    fn in_office(&self, text: &str, office: Span, head: Span, sets: &WordSets) -> Option<&'static str> {
        let first = self.countries.partition_point(|(span, _)| span.start < office.start);
        let inside = || self.countries[first..].iter().take_while(|(span, _)| span.end <= office.end);
        let before = inside().filter(|(span, _)| span.end <= head.start).last();
        let after = || {
            inside().find(|(span, _)| {
                let words = text[office.start..span.start].trim_end();
                let words = words.strip_suffix("the").unwrap_or(words).trim_end();
                span.start >= head.end && !sets.words(FunctionSet::AwayFromCountry).any(|word| words.ends_with(word))
            })
        };
        before.or_else(after).map(|&(_, country)| country)
    }

    /// "President Erdogan of Turkey".
    fn after_name(&self, text: &str, name: Span) -> Option<&'static str> {
        let rest = text[name.end..].strip_prefix(" of ")?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let start = text.len() - rest.len();
        let index = self.countries.binary_search_by_key(&start, |(span, _)| span.start).ok()?;
        Some(self.countries[index].1)
    }

    fn of_organization(&self, office: Span) -> Option<&'static str> {
        self.organizations.iter().filter(|(span, _)| office.contains(*span)).find_map(|&(_, country)| country)
    }
}

/// The country that more than half of at least two mentions name.
fn main_country(countries: &[(Span, &'static str)]) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for &(_, country) in countries {
        match counts.iter_mut().find(|(known, _)| *known == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    counts.into_iter().find(|&(_, count)| count >= 2 && 2 * count > countries.len()).map(|(country, _)| country)
}

fn is_word(text: &str, span: Span) -> bool {
    let joined = |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '-');
    !joined(text[..span.start].chars().next_back()) && !joined(text[span.end..].chars().next())
}

/// Whether no other part of a name stands beside: "Melania Trump", "Trump Tower", "Miller Lite" are others.
fn stands_alone(context: &Context<'_>, span: Span) -> bool {
    let names = &context.gazetteers.titles.person_names;
    let text = context.text;
    let Some(sentence) = context.document.sentence_at(span.start) else { return false };
    let sentence_span = context.document.sentences[sentence].span;
    let before = text[sentence_span.start..span.start].strip_suffix(' ');
    if let Some(word) = before.and_then(|before| before.rsplit([' ', '\n', '"', '“', '‘', '(']).next()) {
        let begins = before.is_some_and(|before| before.len() == word.len());
        let name = word.starts_with(char::is_uppercase) && word.ends_with(|character: char| character.is_alphabetic() || character == '.');
        let is_particle = names.word(word) == Some(NameWord::Particle);
        let other = names.word(word) == Some(NameWord::Never) || is_title(context, sentence_span.start + before.map_or(0, str::len));
        if name && !is_particle && !other && (!begins || names.is_first_name(word)) {
            return false;
        }
    } else if before.is_none() && span.start == sentence_span.start {
        match names.word(span.of(text)) {
            None => {}
            Some(NameWord::Surname)
                if goes_on_as_subject(&text[span.end..sentence_span.end.max(span.end)], &context.gazetteers.word_sets) => {}
            Some(_) => return false,
        }
    }
    let after = &text[span.end..sentence_span.end.max(span.end)];
    let Some(after) = after.strip_prefix(' ') else {
        return !after.starts_with(['-', '‑']) || after.len() < 3 || !after[1..].starts_with(char::is_uppercase);
    };
    let word = after.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    !word.starts_with(char::is_uppercase) || names.word(word) == Some(NameWord::Never)
}

/// "*Lake was* found guilty", "*Lake's* conviction": what follows a name that is also a place's word, where a person is meant.
fn goes_on_as_subject(after: &str, sets: &WordSets) -> bool {
    let next = after.trim_start_matches(' ').split([' ', ',', '.']).next().unwrap_or_default();
    after.starts_with("'s ")
        || after.starts_with("’s ")
        || sets.has(LexicalSet::AfterSubject, next)
        || (next.len() > 4 && next.ends_with("ed") && next.starts_with(char::is_lowercase))
}

/// Whether a title ends just before `offset`.
fn is_title(context: &Context<'_>, offset: usize) -> bool {
    let index = context.hits.partition_point(|hit| hit.span.end < offset);
    context.hits.get(index).is_some_and(|hit| {
        let title = hit.sense(SenseKind::Title).map(|index| context.gazetteers.titles.get(index));
        hit.span.end == offset && title.is_some_and(|title| title.usage != TitleUse::Modifier)
    })
}

/// Takes the particles of the full name before a surname into the span: "von der Leyen".
fn with_particles(context: &Context<'_>, span: Span, full_name: &str) -> Span {
    let Some(at) = full_name.rfind(span.of(context.text)) else { return span };
    let particles = full_name[..at].trim_end().rsplit(' ').take_while(|word| word.starts_with(char::is_lowercase)).count();
    let mut start = span.start;
    for particle in full_name[..at].trim_end().rsplit(' ').take(particles) {
        let before = context.text[..start].trim_end();
        if !before.to_lowercase().ends_with(particle) {
            break;
        }
        start = before.len() - particle.len();
    }
    if context.text.is_char_boundary(start) { Span::new(start, span.end) } else { span }
}
