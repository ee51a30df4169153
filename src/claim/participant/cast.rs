//! The people of an article who hold no office: "Lena Marsh", later "Marsh" and "she".
//!
//! A full name begins with a known first name, or what stands beside it tells that it is a person's: an age, "who", "cousin", "was
//! charged"; what a table knows as a place, a body or somebody with an office is none.
//!
//! Known misses: other names without a known first name, and people of one surname, where several of them are named before it.

use memchr::memmem;

use crate::article::Span;
use crate::claim::scene::Scene;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::person_names::{Gender, NameWord};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::tag::mention::MentionKind;

/// More people than this are a list of names, not the people of a story.
const MOST: usize = 40;

/// Somebody who is named in full and holds no office.
#[derive(Debug)]
pub(crate) struct Person {
    /// The name as the article gives it in full.
    pub(crate) full_name: String,
    /// By the first name, where it tells.
    pub(crate) gender: Option<Gender>,
}

/// The people of an article who hold no office, and where they are named.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    people: Vec<Person>,
    /// Where somebody is named, in the order of the text.
    places: Vec<(Span, usize)>,
}

impl Cast {
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut cast = Self::default();
        for sentence in 0..scene.document.sentences.len() {
            if scene.speaks(sentence) && cast.people.len() < MOST {
                cast.read(scene, sentence);
            }
        }
        cast.add_addressed(scene);
        cast.add_short_names(scene);
        cast.places.sort_unstable_by_key(|(span, _)| span.start);
        cast
    }

    /// Who is named by words that share any with `place`.
    pub(crate) fn at(&self, place: Span) -> Option<&Person> {
        let first = self.places.partition_point(|(span, _)| span.end <= place.start);
        self.places.get(first).filter(|(span, _)| span.overlaps(place)).map(|&(_, person)| &self.people[person])
    }

    /// Who is named inside `place`, in the order of the text.
    pub(crate) fn named_in(&self, place: Span) -> impl Iterator<Item = (Span, &Person)> {
        let first = self.places.partition_point(|(span, _)| span.start < place.start);
        self.places[first..].iter().take_while(move |(span, _)| span.end <= place.end).map(|&(span, person)| (span, &self.people[person]))
    }

    /// The full name of the only one with the surname: "Ms Marsh".
    pub(crate) fn full_name(&self, surname: &str, gazetteers: &Gazetteers) -> Option<&str> {
        let mut same = self.people.iter().filter(|person| last_word(&person.full_name, gazetteers) == surname);
        same.next().filter(|_| same.next().is_none()).map(|person| person.full_name.as_str())
    }

    /// The full names of a sentence.
    fn read(&mut self, scene: &Scene<'_>, sentence: usize) {
        let span = scene.document.sentences[sentence].span;
        let names = &scene.gazetteers.titles.person_names;
        let words = words(scene.text, span);
        let mut at = 0;
        while at + 1 < words.len() {
            let begin = at;
            at += 1;
            let first = words[begin];
            // A name's word is never lower case, and most words are.
            if scene.text.as_bytes().get(first.start).is_none_or(u8::is_ascii_lowercase) {
                continue;
            }
            let known = names.is_first_name(first.of(scene.text));
            if !(known || may_begin_name(scene, first)) || begin > 0 && is_name_part(scene, words[begin - 1], first) {
                continue;
            }
            let mut end = begin;
            while end + 1 < words.len() && end - begin < 3 && continues_name(scene, words[end], words[end + 1]) {
                end += 1;
            }
            let whole = first.join(words[end]);
            let told = || {
                is_told_of_a_person(&scene.text[whole.end..span.end], scene.gazetteers)
                    || is_called_a_person(&scene.text[span.start..whole.start], scene.gazetteers)
                    || is_told_by_surname(scene, words[end])
            };
            if end == begin || is_tagged(scene, sentence, whole) || !(known || told()) {
                continue;
            }
            let last = words[end].of(scene.text);
            if !matches!(names.word(last), None | Some(NameWord::Surname | NameWord::Generation | NameWord::Suffix)) {
                continue;
            }
            at = end + 1;
            // "Otto Lind *Jr.*"
            let generation = names.word(last) == Some(NameWord::Generation) && scene.text[whole.end..].starts_with('.');
            let whole = Span::new(whole.start, whole.end + usize::from(generation));
            let full_name = whole.of(scene.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let person = self.people.iter().position(|person| person.full_name == full_name).unwrap_or_else(|| {
                let gender = names.gender(first.of(scene.text));
                self.people.push(Person { full_name, gender });
                self.people.len() - 1
            });
            self.places.push((whole, person));
        }
    }

    /// "His name is *Toivo Aalto*" of an article that says "Mr. Aalto": a first name that no table knows.
    fn add_addressed(&mut self, scene: &Scene<'_>) {
        for mention in scene.mentions {
            let MentionKind::Official(official) = &mention.kind else { continue };
            let surname = official.full_name.as_str();
            if official.honorific.is_none()
                || surname.contains(' ')
                || self.full_name(surname, scene.gazetteers).is_some()
                || self.people.len() >= MOST
            {
                continue;
            }
            let full = memmem::find_iter(scene.text.as_bytes(), surname.as_bytes()).find_map(|start| {
                let before = scene.text[..start].strip_suffix(' ')?;
                let first = before.rsplit([' ', '\n']).next().filter(|word| word.len() > 2)?;
                let name = first.starts_with(char::is_uppercase) && first.chars().skip(1).all(char::is_lowercase);
                let names = &scene.gazetteers.titles.person_names;
                let whole = Span::new(start - 1 - first.len(), start + surname.len());
                let sentence = scene.document.sentence_at(start)?;
                let tagged = is_tagged(scene, sentence, whole) || scene.gazetteers.titles.kind_of(first).is_some();
                (name && names.word(first).is_none() && !tagged && scene.speaks(sentence)).then_some(whole)
            });
            if let Some(whole) = full {
                self.places.push((whole, self.people.len()));
                self.people.push(Person { full_name: whole.of(scene.text).to_owned(), gender: None });
            }
        }
    }

    /// Where a full name stands again, and where a surname or a first name stands alone that nobody else in the article has.
    fn add_short_names(&mut self, scene: &Scene<'_>) {
        let mut further = Vec::new();
        for (index, person) in self.people.iter().enumerate() {
            let surname = last_word(&person.full_name, scene.gazetteers);
            if surname.len() < 3 {
                continue;
            }
            let before_surname = person.full_name.find(surname).map_or("", |at| &person.full_name[..at]);
            let namesake = self.unknown_namesake(scene, surname, before_surname);
            for start in memmem::find_iter(scene.text.as_bytes(), surname.as_bytes()) {
                let span = Span::new(start, start + surname.len());
                let Some(sentence) = scene.document.sentence_at(start) else { continue };
                if self.is_known_place(span) || is_tagged(scene, sentence, span) {
                    continue;
                }
                if scene.text[..start].ends_with(before_surname) && !before_surname.is_empty() {
                    further.push((Span::new(start - before_surname.len(), span.end), index));
                } else if stands_alone(scene, sentence, span)
                    && namesake.is_none_or(|namesake| namesake > start)
                    && self.is_only_one_named_before(index, surname, start, scene.gazetteers)
                {
                    further.push((span, index));
                }
            }
            self.add_first_name(scene, index, &mut further);
        }
        self.places.extend(further);
    }

    fn is_known_place(&self, span: Span) -> bool {
        self.places.iter().any(|(place, _)| place.overlaps(span))
    }

    /// "Aino Lind was shot. *Lind* died. Her mother, Kaisa Lind, …": of several with one surname, the one who alone was named so far.
    fn is_only_one_named_before(&self, index: usize, surname: &str, place: usize, gazetteers: &Gazetteers) -> bool {
        let named = |other: usize| self.places.iter().any(|&(span, person)| person == other && span.start < place);
        let mut others = self
            .people
            .iter()
            .enumerate()
            .filter(|&(other, known)| other != index && last_word(&known.full_name, gazetteers) == surname)
            .peekable();
        others.peek().is_none() || named(index) && !others.any(|(other, _)| named(other))
    }

    /// "*Ritva Lind*", whose first name no table knows, beside Aino Lind: from there on either may be "Lind". "Aino Lind" again, as in a
    /// paragraph that an article repeats, is nobody else.
    fn unknown_namesake(&self, scene: &Scene<'_>, surname: &str, before_surname: &str) -> Option<usize> {
        memmem::find_iter(scene.text.as_bytes(), surname.as_bytes()).find(|&start| {
            if !before_surname.is_empty() && scene.text[..start].ends_with(before_surname) {
                return false;
            }
            let Some(before) = scene.text[..start].strip_suffix(' ') else { return false };
            let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
            let span = Span::new(before.len() - word.len(), start + surname.len());
            let name = word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
            // "in *Los Angeles* Lind"
            let farther = before[..span.start].trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
            let longer = farther.starts_with(char::is_uppercase) && farther.ends_with(char::is_alphabetic);
            name && !longer
                && !self.is_known_place(span)
                && scene.gazetteers.titles.person_names.word(word).is_none()
                && scene.gazetteers.titles.kind_of(word).is_none()
                && scene
                    .document
                    .sentence_at(start)
                    .is_some_and(|sentence| scene.document.sentences[sentence].span.start < span.start && !is_tagged(scene, sentence, span))
        })
    }

    /// "*Kaisa* was in the car": a first name alone that one person of the article has, and no name of anybody or anything else holds.
    fn add_first_name(&self, scene: &Scene<'_>, index: usize, further: &mut Vec<(Span, usize)>) {
        let first = first_word(&self.people[index].full_name);
        let shared = |other: usize| other != index && self.people[other].full_name.split(' ').any(|word| word == first);
        let official = |name: &str| name.split(' ').any(|word| word == first);
        if first.len() < 4
            || !first.chars().skip(1).any(char::is_lowercase)
            || (0..self.people.len()).any(shared)
            || scene.mentions.iter().any(|mention| matches!(&mention.kind, MentionKind::Official(known) if official(&known.full_name)))
        {
            return;
        }
        let since = self.places.iter().filter(|(_, person)| *person == index).map(|(span, _)| span.end).min();
        let Some(since) = since else { return };
        for at in memmem::find_iter(&scene.text.as_bytes()[since..], first.as_bytes()) {
            let span = Span::new(since + at, since + at + first.len());
            let Some(sentence) = scene.document.sentence_at(span.start) else { continue };
            let opens = scene.document.sentences[sentence].span.start == span.start;
            // "*Will* he go", "in *Paris*": a word of another kind.
            let place = || {
                let before = scene.text[..span.start].trim_end().rsplit(' ').next().unwrap_or_default();
                scene.gazetteers.word_sets.has(FunctionSet::BeforePlaceName, before)
            };
            let common = || opens && scene.gazetteers.noun_classes.kind(&first.to_lowercase()).is_some();
            if !self.is_known_place(span)
                && stands_alone(scene, sentence, span)
                && !is_tagged(scene, sentence, span)
                && !place()
                && !common()
            {
                further.push((span, index));
            }
        }
    }
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn last_word<'n>(name: &'n str, gazetteers: &Gazetteers) -> &'n str {
    name.rsplit(' ').find(|word| gazetteers.titles.person_names.word(word) != Some(NameWord::Generation)).unwrap_or(name)
}

/// The words of a passage, without the punctuation around them.
fn words(text: &str, passage: Span) -> Vec<Span> {
    // A word and its space are six bytes, by and large.
    let mut words = Vec::with_capacity(passage.len() / 5);
    let mut start = None;
    let ends = |word: Span| {
        let written = word.of(text).as_bytes();
        // Most words have nothing around them.
        if let ([first, ..], [.., last]) = (written, written)
            && first.is_ascii_alphanumeric()
            && last.is_ascii_alphanumeric()
            && (*last != b's' || !written[..written.len() - 1].ends_with(b"'") && !written[..written.len() - 1].ends_with("’".as_bytes()))
        {
            return word;
        }
        let bare = word.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = word.end - bare.len();
        let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        Span::new(start, start + bare.len())
    };
    for (at, character) in passage.of(text).char_indices() {
        match (character.is_whitespace(), start) {
            (false, None) => start = Some(passage.start + at),
            (true, Some(begin)) => {
                words.push(ends(Span::new(begin, passage.start + at)));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(begin) = start {
        words.push(ends(Span::new(begin, passage.end)));
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether `next` goes on with the name that `word` is part of: capitals with nothing but a space, or an initial's point, between.
fn continues_name(scene: &Scene<'_>, word: Span, next: Span) -> bool {
    let between = &scene.text[word.end..next.start];
    let initial = word.len() == 1 && between == ". ";
    let capital =
        next.of(scene.text).starts_with(char::is_uppercase) && (next.of(scene.text).chars().any(char::is_lowercase) || next.len() == 1);
    (between == " " || between == "\n" || initial) && capital
}

/// Whether a word may be a first name that no table knows: a capital and small letters, and neither a title nor a common word.
fn may_begin_name(scene: &Scene<'_>, word: Span) -> bool {
    let word = word.of(scene.text);
    let mut letters = word.chars();
    // "LaMonte", "Rob’Dasha"
    word.len() > 2
        && !word.ends_with("-old")
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’'))
        && word.chars().any(char::is_lowercase)
        && scene.gazetteers.titles.person_names.word(word).is_none()
        && scene.gazetteers.titles.kind_of(word).is_none()
}

/// "Aino Tuuli*, 48,* …", "Aino Tuuli*, who* …", "Aino Tuuli*, M.D.*", "Aino Tuuli *was charged* …": what follows a name tells that it
/// is a person's.
fn is_told_of_a_person(rest: &str, gazetteers: &Gazetteers) -> bool {
    let Some(rest) = rest.strip_prefix(", ") else {
        return rest.strip_prefix(' ').is_some_and(|rest| happens_to_people(rest, gazetteers));
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let aged = matches!(digits, 1 | 2) && (rest[digits..].starts_with([',', '.', ';']) || rest[digits..].starts_with(" and "));
    let learned = gazetteers.word_sets.words(LexicalSet::Degree).any(|degree| rest.starts_with(degree));
    // "Aino Tuuli, *the father*, …", "Aino Tuuli, *a cousin of Lind's*, …"
    let mut words = rest.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty());
    let determined = words.next().is_some_and(|word| gazetteers.word_sets.has(FunctionSet::Determiner, word));
    let related = determined && words.next().is_some_and(|word| gazetteers.titles.person_names.word(word) == Some(NameWord::Kinship));
    aged || learned || related || rest.strip_prefix("who").is_some_and(|rest| rest.starts_with([' ', '’', '\'']))
}

/// "Ashonda *Tuuli* ran. … *Tuuli*, 24, was hit": what follows a surname alone, further on, tells that it is a person's.
fn is_told_by_surname(scene: &Scene<'_>, surname: Span) -> bool {
    let word = surname.of(scene.text);
    let gazetteers = scene.gazetteers;
    let name = word.len() > 2
        && word.chars().skip(1).any(char::is_lowercase)
        && gazetteers.titles.person_names.word(word).is_none()
        && gazetteers.noun_classes.kind(&word.to_lowercase()).is_none()
        && gazetteers.places.get(&word.to_lowercase()).is_none();
    name && memmem::find_iter(&scene.text.as_bytes()[surname.end..], word.as_bytes()).any(|at| {
        let place = Span::new(surname.end + at, surname.end + at + word.len());
        let Some(sentence) = scene.document.sentence_at(place.start) else { return false };
        let end = scene.document.sentences[sentence].span.end.max(place.end);
        stands_alone(scene, sentence, place) && is_told_of_a_person(&scene.text[place.end..end], gazetteers)
    })
}

/// "*was charged*", "*has been shot*", "*pleaded* guilty", "*is 32 years old*": what is told of people alone.
fn happens_to_people(rest: &str, gazetteers: &Gazetteers) -> bool {
    let mut words = rest.split(' ').map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric())).take(4);
    let Some(first) = words.next() else { return false };
    let sets = &gazetteers.word_sets;
    if sets.has(LexicalSet::OnlyPeople, first) {
        return true;
    }
    if !matches!(first, "was" | "is" | "has" | "had") {
        return false;
    }
    let second = words.next().unwrap_or_default();
    let word = if matches!(second, "been" | "just" | "also" | "later") { words.next().unwrap_or_default() } else { second };
    let aged = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) && rest.contains("years old");
    aged || sets.has(LexicalSet::DoneToPeople, word)
}

/// "*17-year-old* Aino Tuuli", "*his cousin* Aino Tuuli", "*the grandmother*, Aino Tuuli": what stands before a name tells it.
fn is_called_a_person(before: &str, gazetteers: &Gazetteers) -> bool {
    let Some(before) = before.strip_suffix(' ') else { return false };
    let before = before.trim_end_matches(',');
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    if let Some(years) = word.strip_suffix("-year-old").or_else(|| before.strip_suffix(" year-old")) {
        let age = years.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        return !age.is_empty();
    }
    gazetteers.titles.person_names.word(word) == Some(NameWord::Kinship) && !word.ends_with('s')
}

/// Whether a capitalised word before a first name belongs to the same name: "*Lake* Victoria", "*Mary* Beth".
fn is_name_part(scene: &Scene<'_>, before: Span, first: Span) -> bool {
    let word = before.of(scene.text);
    let names = &scene.gazetteers.titles.person_names;
    &scene.text[before.end..first.start] == " "
        && word.starts_with(char::is_uppercase)
        // "*Twenty-year-old* Mary Beth"
        && !word.ends_with("-old")
        && names.word(word) != Some(NameWord::Never)
        && scene.gazetteers.titles.kind_of(word).is_none()
}

fn is_tagged(scene: &Scene<'_>, sentence: usize, span: Span) -> bool {
    scene.mentions_in(sentence).iter().any(|mention| {
        matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_) | MentionKind::Organization(_))
            && mention.span.overlaps(span)
    })
}

/// Whether no other part of a name stands beside a surname.
fn stands_alone(scene: &Scene<'_>, sentence: usize, span: Span) -> bool {
    let whole = scene.document.sentences[sentence].span;
    let before = &scene.text[whole.start..span.start];
    let after = &scene.text[span.end..whole.end.max(span.end)];
    let joined = |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '-');
    if joined(before.chars().next_back()) || joined(after.chars().next()) {
        return false;
    }
    let previous = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    let names = &scene.gazetteers.titles.person_names;
    let opens = before.len() == previous.len() + 1;
    let capital = previous.starts_with(char::is_uppercase) && previous.ends_with(char::is_alphabetic);
    let named = capital && names.word(previous) != Some(NameWord::Never) && (!opens || names.is_first_name(previous));
    let next = after.strip_prefix(' ').unwrap_or_default();
    // "*Lind's Place*", "*Tuuli's Bar*": named after somebody.
    let owned = after.strip_prefix("'s ").or_else(|| after.strip_prefix("’s ")).filter(|owned| owned.starts_with(char::is_uppercase));
    let house = owned.is_some_and(|owned| {
        let word = owned.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        matches!(names.word(word), Some(NameWord::Place | NameWord::Organization | NameWord::Surname | NameWord::Thing))
            || matches!(scene.gazetteers.noun_classes.kind(&word.to_lowercase()), Some(NounKind::Place | NounKind::Organization))
    });
    !named && !next.starts_with(char::is_uppercase) && !house
}
