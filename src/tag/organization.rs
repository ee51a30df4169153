//! Organizations and news outlets, for who said something and where a report comes from.
//!
//! | rule | example |
//! | --- | --- |
//! | names of the table | the State Department reported; AFP |
//! | [`shaped`]: capitalised words that end in a word for a body | the Indonesian Navy; the Rwanda Governance Board |
//! | [`shaped`]: a word for a body, "of", capitalised words | the Ministry of Health; the University of Utah |
//! | [`shaped`]: a company's suffix | Acme Corp. |
//! | [`short`]: a part of an outlet's name after the whole | the Journal (after "The Wall Street Journal") |
//!
//! Refuses: a name of the table inside a longer one ("Bank of America Stadium"), the river in "the Amazon", a common word at the
//! beginning of a sentence that is a newspaper's name too ("The Sun rose") unless a word of reporting follows, headings in
//! title case (their capitals say nothing, table names aside).
//!
//! Known misses: names without any such word that are in no table ("Frontline Foods").

use memchr::memmem;

use super::context::Context;
use super::mention::{Mention, MentionKind, OrganizationMention};
use crate::article::Span;
use crate::gazetteer::automaton::{Hit, SenseKind};
use crate::gazetteer::organizations::{Organization, OrganizationKind, OrganizationWord};
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::predicates::Part;
use crate::gazetteer::titles::TitleUse;
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::segment::ParagraphKind;

/// Adds the organizations of the document; countries must have been added before.
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let mut countries: Vec<(Span, &'static str)> = mentions
        .iter()
        .filter_map(|mention| match &mention.kind {
            MentionKind::Country(country) => Some((mention.span, country.iso2)),
            _ => None,
        })
        .collect();
    countries.sort_unstable();
    let mut found: Vec<(Span, OrganizationMention)> = Vec::new();
    let mut outlets: Vec<(usize, &Organization)> = Vec::new();
    for hit in context.hits.iter().filter(|hit| hit.sense(SenseKind::Organization).is_some()) {
        if let Some(organization) = of_table(context, hit) {
            let outlet = organization.kind == OrganizationKind::Outlet;
            if outlet {
                outlets.push((hit.span.end, organization));
            }
            let country = organization.country.or_else(|| country_beside(context.text, hit.span, &countries));
            found.push((hit.span, OrganizationMention { name: organization.name.clone(), outlet, country }));
        }
    }
    for sentence in &context.document.sentences {
        if context.document.paragraphs[sentence.paragraph].kind == ParagraphKind::Body {
            shaped(context, sentence.span, &countries, &mut found);
        }
    }
    short(context, &outlets, &mut found);
    keep_longest(&mut found);
    for (span, organization) in found {
        let Some(sentence) = context.document.sentence_at(span.start) else { continue };
        mentions.push(Mention { span, sentence, kind: MentionKind::Organization(organization) });
    }
}

/// The organization that a hit of the table names here.
fn of_table<'a>(context: &'a Context<'_>, hit: &Hit<'_>) -> Option<&'a Organization> {
    let text = context.text;
    let table = &context.gazetteers.organizations;
    let sentence = context.document.sentences[context.document.sentence_at(hit.span.start)?].span;
    let after = next_word(text, hit.span.end);
    let names = &context.gazetteers.titles.person_names;
    if after.starts_with(char::is_uppercase) && matches!(names.word(after), Some(NameWord::Place)) {
        return None;
    }
    let senses = || hit.senses_of(SenseKind::Organization).map(|index| table.get(index));
    // Of two bodies with one abbreviation, the one that the article names in full.
    let mut organization = senses().next()?;
    if senses().nth(1).is_some() {
        let in_full = |body: &&Organization| body.names().any(|name| name.len() > hit.span.len() && text.contains(name));
        organization = senses().find(in_full).unwrap_or(organization);
    }
    let before = text[sentence.start..hit.span.start].trim_end();
    let found = hit.span.of(text);
    // "a .203 average with *11 RBI*.": what a number counts is no body; "12 FBI agents" are of one.
    let sets = &context.gazetteers.word_sets;
    let number = |word: &str| word.ends_with(|last: char| last.is_ascii_digit()) || sets.has(LexicalSet::SmallNumber, word);
    let counted = found.bytes().all(|byte| byte.is_ascii_uppercase()) && before.rsplit(' ').next().is_some_and(number);
    if counted && (!after.starts_with(char::is_lowercase) || sets.has(FunctionSet::EndsOffice, after)) {
        return None;
    }
    match organization.kind {
        OrganizationKind::Company if !found.contains(' ') && before.ends_with("the") && !after.starts_with(char::is_lowercase) => None,
        OrganizationKind::Outlet if is_common_word(found) && before.is_empty() && table.word(after) != Some(OrganizationWord::Reports) => {
            None
        }
        _ => Some(organization),
    }
}

/// "The Sun", "The Hill": an article and one word, which begin many a sentence.
fn is_common_word(name: &str) -> bool {
    name.strip_prefix("The ").is_some_and(|word| !word.contains(' '))
}

fn next_word(text: &str, from: usize) -> &str {
    let Some(rest) = text[from..].strip_prefix(' ') else { return "" };
    rest.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default()
}

/// The country whose name or adjective stands inside a name, or as possessor before it: "Iran's Foreign Ministry".
fn country_beside(text: &str, name: Span, countries: &[(Span, &'static str)]) -> Option<&'static str> {
    let first = countries.partition_point(|(span, _)| span.end <= name.start);
    if let Some(&(_, country)) = countries.get(first).filter(|(span, _)| name.contains(*span)) {
        return Some(country);
    }
    let &(span, country) = countries.get(first.checked_sub(1)?)?;
    matches!(&text[span.end..name.start], " " | "'s " | "’s " | "' " | "’ ").then_some(country)
}

/// Names by their shape, in one sentence.
fn shaped(context: &Context<'_>, sentence: Span, countries: &[(Span, &'static str)], found: &mut Vec<(Span, OrganizationMention)>) {
    let text = context.text;
    let words = Words { text, sentence };
    let table = &context.gazetteers.organizations;
    let mut from = sentence.start;
    while let Some(word) = words.next_capital(context, from) {
        from = word.end;
        let span = match table.word(word.of(text)) {
            Some(OrganizationWord::Last | OrganizationWord::Suffix) => words.name_ending(context, word),
            Some(OrganizationWord::First) => words.name_beginning(context, word),
            Some(OrganizationWord::Both) => words.name_beginning(context, word).or_else(|| words.name_ending(context, word)),
            Some(OrganizationWord::Reports) | None => None,
        };
        if let Some(span) = span {
            from = span.end.max(word.end);
            let country = country_beside(text, span, countries);
            found.push((span, OrganizationMention { name: span.of(text).to_owned(), outlet: false, country }));
        }
    }
}

/// The place of the first capital letter; bytes first, a character beyond ASCII is looked at as such.
fn first_uppercase(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        from += text.as_bytes()[from..].iter().position(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())?;
        let character = text[from..].chars().next()?;
        if character.is_uppercase() {
            return Some(from);
        }
        from += character.len_utf8();
    }
}

/// The words of a sentence, as white space divides them.
#[derive(Clone, Copy)]
struct Words<'t> {
    text: &'t str,
    sentence: Span,
}

impl Words<'_> {
    /// The next capitalised word that begins at or after `from`, with the full stop of an abbreviation.
    fn next_capital(self, context: &Context<'_>, from: usize) -> Option<Span> {
        let mut start = from;
        while start < self.sentence.end {
            let rest = &self.text[start..self.sentence.end];
            let offset = first_uppercase(rest)?;
            let at = start + offset;
            let joined = self.text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
            let word = self.word_at(context, at);
            if !joined {
                return Some(word);
            }
            start = word.end.max(at + 1);
            while !self.text.is_char_boundary(start) {
                start += 1;
            }
        }
        None
    }

    fn word_at(self, context: &Context<'_>, start: usize) -> Span {
        let rest = &self.text[start..self.sentence.end];
        let length = rest.find(|character: char| !(character.is_alphanumeric() || matches!(character, '-' | '&'))).unwrap_or(rest.len());
        // "Corp.", "Ltd.": the full stop is part of the word.
        let with_point = |end: usize| context.gazetteers.organizations.word(&rest[..end]) == Some(OrganizationWord::Suffix);
        let point = rest[length..].starts_with('.') && start + length + 1 < self.sentence.end && with_point(length + 1);
        Span::new(start, start + length + usize::from(point))
    }

    /// The name that a word for a body ends: capitalised words before it, at least one.
    fn name_ending(self, context: &Context<'_>, last: Span) -> Option<Span> {
        let mut start = last.start;
        while let Some(before) = self.word_before(start) {
            if !self.may_begin(context, before) {
                break;
            }
            start = before.start;
        }
        if start == last.start {
            return None;
        }
        let name = Span::new(start, last.end);
        let follows = next_word(self.text, last.end);
        let goes_on = follows.starts_with(char::is_uppercase)
            && matches!(
                context.gazetteers.titles.person_names.word(follows),
                Some(NameWord::Place | NameWord::Organization | NameWord::Thing)
            );
        (!goes_on).then_some(name)
    }

    /// The capitalised word directly before `start`, with one space between.
    fn word_before(self, start: usize) -> Option<Span> {
        let before = self.text[self.sentence.start..start].strip_suffix(' ')?;
        let begin = before
            .rfind([' ', '\n', '(', '"', '“', '‘', '—', '\t', '/'])
            .map_or(0, |mark| mark + before[mark..].chars().next().map_or(1, char::len_utf8));
        let word = &before[begin..];
        let capital = word.starts_with(char::is_uppercase);
        let plain = word.ends_with(char::is_alphanumeric) || matches!(word, "St." | "&") || is_initials(word);
        ((capital && plain) || word == "&").then(|| Span::new(self.sentence.start + begin, self.sentence.start + before.len()))
    }

    /// Whether a capitalised word may belong to the name that goes on after it.
    fn may_begin(self, context: &Context<'_>, word: Span) -> bool {
        let found = word.of(self.text);
        let names = &context.gazetteers.titles.person_names;
        // "the German-based Foundation": what is said of the body, no part of its name.
        let compound = found.rsplit_once('-').is_some_and(|(_, last)| names.word(last) == Some(NameWord::Compound));
        if names.word(found) == Some(NameWord::Never) || compound || found.ends_with("'s") || found.ends_with("’s") {
            return false;
        }
        let other = context.hits_in(word).iter().find(|hit| hit.span.contains(word)).is_some_and(|hit| {
            hit.sense(SenseKind::OfficeHolder).is_some()
                || hit.sense(SenseKind::Title).is_some_and(|index| context.gazetteers.titles.get(index).usage != TitleUse::Noun)
                || hit.sense(SenseKind::Date).is_some()
        });
        let begins_sentence = word.start == self.sentence.start;
        !other && (!begins_sentence || !is_common(context, found))
    }

    /// The name that a word for a body begins: "of" or "for", then capitalised words, "and" between them.
    fn name_beginning(self, context: &Context<'_>, first: Span) -> Option<Span> {
        let mut end = first.end;
        let mut at = first.end;
        let mut count = 0;
        while let Some(rest) = self.text[at..self.sentence.end].strip_prefix(' ') {
            let word_start = at + 1;
            let length =
                rest.find(|character: char| !(character.is_alphanumeric() || matches!(character, '-' | '&'))).unwrap_or(rest.len());
            let word = &rest[..length];
            at = word_start + length;
            if word.starts_with(char::is_uppercase) {
                if count == 0 {
                    return None;
                }
                end = at;
                count += 1;
            } else if count == 0 && matches!(word, "of" | "for") {
                count = 1;
            } else if count == 0 || !context.gazetteers.word_sets.has(FunctionSet::InsideBodyName, word) {
                break;
            }
        }
        let own = self.name_ending(context, first).map_or(first, |name| name);
        (count > 1).then(|| Span::new(own.start, end))
    }
}

/// "U.S.", "U.N.": capitals, each with its point.
fn is_initials(word: &str) -> bool {
    word.len() > 2 && word.as_bytes().chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair.get(1) == Some(&b'.'))
}

/// Whether a capitalised word at the beginning of a sentence may be any word: a verb, an adverb.
fn is_common(context: &Context<'_>, word: &str) -> bool {
    word.ends_with("ly") || word.ends_with("ing") || context.gazetteers.predicates.get(Part::Verb, &word.to_lowercase()).is_some()
}

/// Short names of outlets that were named in full before: "the Journal", "the Times".
fn short(context: &Context<'_>, outlets: &[(usize, &Organization)], found: &mut Vec<(Span, OrganizationMention)>) {
    let text = context.text;
    for (index, &(end, outlet)) in outlets.iter().enumerate() {
        if outlets[..index].iter().any(|(_, known)| known.name == outlet.name) {
            continue;
        }
        for name in &outlet.short {
            for offset in memmem::find_iter(&text.as_bytes()[end..], name.as_bytes()) {
                let span = Span::new(end + offset, end + offset + name.len());
                let before = &text[..span.start];
                let article = before.ends_with("the ") || before.ends_with("The ");
                let alone =
                    !text[span.end..].starts_with(char::is_alphanumeric) && !next_word(text, span.end).starts_with(char::is_uppercase);
                let nearest = outlets.iter().rfind(|(end, other)| *end <= span.start && other.short.contains(name));
                let abbreviation = name.len() <= 3 && !before.ends_with(char::is_alphanumeric);
                if (article || abbreviation) && alone && nearest.is_some_and(|(_, other)| other.name == outlet.name) {
                    found.push((span, OrganizationMention { name: outlet.name.clone(), outlet: true, country: outlet.country }));
                }
            }
        }
    }
}

/// Of mentions that overlap, the longest; of the same words, the one of the table, which comes first.
fn keep_longest(found: &mut Vec<(Span, OrganizationMention)>) {
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut kept: Vec<(Span, OrganizationMention)> = Vec::with_capacity(found.len());
    for (span, organization) in found.drain(..) {
        match kept.last_mut() {
            Some(last) if last.0.overlaps(span) => {
                if span.len() > last.0.len() {
                    *last = (span, organization);
                }
            }
            _ => kept.push((span, organization)),
        }
    }
    *found = kept;
}
