//! The extent of a person's name: capitalised words, initials, particles, suffixes, nicknames.

use std::ops::Range;

use super::words::{HitKind, TitleAt, Words};
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::titles::{TitleKind, TitleUse};

/// The longest name, in tokens.
const LONGEST: usize = 9;

impl Words<'_> {
    /// The name that begins at token `first`.
    ///
    /// Matches capitalised words with particles ("Ursula von der Leyen", "Omar al-Najib Saleh"), hyphens ("Kwon Tae-min"),
    /// initials, suffixes ("Jr.", "III") and nicknames in quotation marks. Refuses what ends in a word for a place, a body or a
    /// thing ("Kennedy Airport", "Queen Elizabeth Hospital"), words that are no names ("Monday"), abbreviations ("NATO"),
    /// countries and organizations alone.
    ///
    /// Known misses: names in capitals throughout that no form of address goes before, names of one small letter ("bell hooks").
    pub(super) fn name_from(&self, first: usize) -> Option<Range<usize>> {
        let mut end = first;
        let mut at = first;
        let mut count = 0;
        while at < self.len() && at - first < LONGEST && !(at > first && self.begins_line(at)) {
            if self.is_part_of_name(at, count) {
                at += 1;
                end = at;
                count += 1;
            } else if let Some(next) = self.particles_end(at) {
                at = next;
            } else if count > 0 && self.is_hyphen(at) && self.is_glued(at) && self.is_glued(at + 1) {
                if self.name_word(at + 1) == Some(NameWord::Compound) {
                    break;
                }
                at += 2;
                end = at;
            } else if let Some(next) = self.nickname_end(at).filter(|_| count > 0) {
                at = next;
            } else if count > 1 && self.is(at, ",") && at + 1 < self.len() && self.name_word(at + 1) == Some(NameWord::Generation) {
                at += 2;
                end = at;
            } else {
                break;
            }
        }
        let name = first..end;
        (count > 0 && self.is_person(&name)).then_some(name)
    }

    /// The name whose last token is before `end`: the longest that a run of capitals holds.
    pub(super) fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let mut first = end;
        while first > 0 && end - first < LONGEST && self.may_stand_in_name(first - 1) && !self.begins_line(first) {
            first -= 1;
        }
        // Titles before the name are no part of it.
        let last_title =
            self.titles.iter().rev().find(|at| at.tokens.start >= first && at.tokens.end < end && at.title.usage != TitleUse::Small);
        let name_at = |start: usize| self.name_from(start).filter(|name| name.end == end);
        last_title.and_then(|at| name_at(at.tokens.end)).or_else(|| (first..end).find_map(name_at))
    }

    fn may_stand_in_name(&self, token: usize) -> bool {
        self.is_capital(token)
            || self.name_word(token) == Some(NameWord::Particle)
            || (self.is_hyphen(token) && self.is_glued(token))
            || (token > 0 && self.is_hyphen(token - 1) && self.is_glued(token))
            || matches!(self.word(token), "“" | "”" | "\"" | "``" | "''")
    }

    fn is_part_of_name(&self, token: usize, count: usize) -> bool {
        let word = self.word(token);
        if word == "I" {
            return count > 0 && (self.is_numbered(token - count.min(token)) || !self.tag(token).is_pronoun());
        }
        if !self.is_capital(token) || matches!(self.name_word(token), Some(NameWord::Never | NameWord::Kinship)) {
            return false;
        }
        if self.is_suffix(token) {
            return count > 0;
        }
        let initials = count == 0 && word.len() == 2 && token + 1 < self.len() && self.is_capital(token + 1);
        if is_abbreviation(word) && !initials && !self.is_called_in_capitals(token, count) {
            return false;
        }
        let title_as_surname = count == 0 && self.is_title_as_surname(token);
        if self.title_at(token).is_some()
            && !title_as_surname
            && (count == 0 || token + 1 < self.len() && self.is_capital(token + 1) && !self.is_suffix(token + 1))
        {
            return false;
        }
        let known_first_name = self.names.is_first_name(word);
        let ends_others = matches!(self.name_word(token), Some(NameWord::Place | NameWord::Organization | NameWord::Thing));
        if count == 0 && ends_others && !known_first_name {
            return false;
        }
        match self.hit(token) {
            Some(HitKind::Date) if count == 0 => known_first_name && self.is_month_as_name(token),
            Some(HitKind::Date) => known_first_name || self.names.is_first_name(self.word(token - 1)),
            Some(HitKind::Country | HitKind::Organization) if count == 0 => {
                known_first_name && token + 1 < self.len() && self.is_capital(token + 1) && self.name_word(token + 1).is_none()
            }
            Some(HitKind::Organization) => self.is_single_hit(token),
            _ => true,
        }
    }

    /// "Mr. ARCHIBALD", "Ms. BABA GROOM": a form of address before names in capitals, as transcripts have them.
    fn is_called_in_capitals(&self, token: usize, count: usize) -> bool {
        let address = token.checked_sub(count + 1).and_then(|before| self.title_ending(before));
        self.word(token).len() > 2 && address.is_some_and(|at| at.title.usage == TitleUse::Honorific)
    }

    /// Whether a title is a part of a name after its first name: "Mike Barber, Joyce Weaver and Carey Dean Shriver", but "Charlotte
    /// Bishop Peter Hale".
    pub(super) fn is_title_within_name(&self, at: &TitleAt<'_>) -> bool {
        let (start, next) = (at.tokens.start, at.tokens.end);
        let Some(before) = start.checked_sub(1).filter(|_| at.tokens.len() == 1 && self.is_capital(start)) else { return false };
        may_be_surname(at.title.kind)
            && at.title.kind != TitleKind::Judge
            && self.is_capital(before)
            && self.names.is_first_name(self.word(before))
            && self.hit(before).is_none()
            && !(next < self.len() && self.names.is_first_name(self.word(next)))
    }

    /// "Dean, a former governor", "Bishop said" where the article has "Howard Dean", "Julie Bishop".
    fn is_title_as_surname(&self, token: usize) -> bool {
        let alone = token + 1 >= self.len() || !self.is_capital(token + 1);
        let single = self.title_at(token).is_some_and(|at| at.tokens.len() == 1 && may_be_surname(at.title.kind));
        // "Dean Baker": both may be titles, and are a first name and a surname.
        let first_name_before = token.checked_sub(1).is_some_and(|before| self.names.is_first_name(self.word(before)));
        single && !first_name_before && alone && self.is_known_surname(token)
    }

    /// "Officer | Jan Keller", "Director | April Ryan": a month after a title, with a surname after it.
    fn is_month_as_name(&self, token: usize) -> bool {
        let next = token + 1;
        let surname = next < self.len() && self.is_capital(next) && self.hit(next).is_none() && !self.names.is_first_name(self.word(next));
        surname && token.checked_sub(1).is_some_and(|before| self.title_ending(before).is_some())
    }

    /// Whether the title before a name is one whose holders are numbered: "Pope Lindus I", "King Charles I".
    pub(super) fn is_numbered(&self, first: usize) -> bool {
        let title = first.checked_sub(1).and_then(|before| self.title_ending(before));
        title.is_some_and(|at| matches!(at.title.kind, TitleKind::Royal | TitleKind::Religious))
    }

    fn is_suffix(&self, token: usize) -> bool {
        token < self.len() && matches!(self.name_word(token), Some(NameWord::Generation | NameWord::Suffix))
    }

    /// Whether the hit at the token is this one word ("Michael Dell"), not a longer name ("John Goldman Sachs").
    fn is_single_hit(&self, token: usize) -> bool {
        token + 1 >= self.len() || self.hit(token + 1) != self.hit(token) || self.is(token + 1, ",")
    }

    /// Where a capitalised word follows one or more particles, its token.
    fn particles_end(&self, token: usize) -> Option<usize> {
        let mut at = token;
        while at < self.len() && at - token < 4 {
            let joined = at > token && self.is_hyphen(at) && self.is_glued(at);
            if !joined && self.name_word(at) != Some(NameWord::Particle) {
                break;
            }
            at += 1;
        }
        (at > token && at < self.len() && self.is_capital(at) && self.name_word(at) != Some(NameWord::Never)).then_some(at)
    }

    /// The token after a nickname in quotation marks that a capitalised word follows: Joaquín "El Chapo" Guzmán.
    fn nickname_end(&self, token: usize) -> Option<usize> {
        let is_mark = |token: usize| matches!(self.word(token), "“" | "”" | "\"" | "``" | "''" | "‘" | "’");
        if !is_mark(token) {
            return None;
        }
        let close = (token + 1..(token + 4).min(self.len())).find(|&at| is_mark(at))?;
        (close > token + 1 && close + 1 < self.len() && self.is_capital(token + 1) && self.is_capital(close + 1)).then_some(close + 1)
    }

    /// Whether the capitalised words can be a person's name.
    fn is_person(&self, name: &Range<usize>) -> bool {
        let last = name.end - 1;
        let known_first = self.names.is_first_name(self.word(name.start));
        let holds_body = name.clone().any(|token| {
            matches!(self.name_word(token), Some(NameWord::Organization | NameWord::Thing | NameWord::Place))
                || token > name.start && self.hit(token) == Some(HitKind::Country)
        });
        if !known_first && holds_body {
            return false;
        }
        // "*Prince George's County*": a place that is called after somebody.
        let owns = name.end + 1 < self.len() && (self.is(name.end, "'s") || self.is(name.end, "’s"));
        if owns && name.len() == 1 && self.is_capital(name.end + 1) && self.name_word(name.end + 1) == Some(NameWord::Place) {
            return false;
        }
        match self.name_word(last) {
            Some(NameWord::Never) => self.is(last, "I"),
            Some(NameWord::Place | NameWord::Organization | NameWord::Thing) => false,
            Some(NameWord::Surname | NameWord::PlaceFirst) if name.len() >= 2 => known_first,
            _ => !(name.len() == 1 && matches!(self.hit(last), Some(HitKind::Country | HitKind::Organization | HitKind::Date))),
        }
    }

    /// How many words the name has, initials and particles counted, hyphens not.
    pub(super) fn words_in(&self, name: &Range<usize>) -> usize {
        name.clone().filter(|&token| !self.is_hyphen(token) && !self.is_glued(token) || token == name.start).count()
    }

    /// Whether a name may stand without a title to vouch for it: two words or more, or a known office-holder.
    pub(super) fn is_full_name(&self, name: &Range<usize>) -> bool {
        let two = self.words_in(name) >= 2;
        let holder = self.hit(name.start) == Some(HitKind::OfficeHolder);
        let foreign = name.clone().any(|token| matches!(self.hit(token), Some(HitKind::Country | HitKind::Organization)));
        let place = self.name_word(name.start) == Some(NameWord::PlaceFirst);
        holder || two && !place && (!foreign || self.names.is_first_name(self.word(name.start)))
    }
}

/// Whether a title of this kind is also a surname ("Bishop"); "Israel President" holds a first name too, but an office of a government
/// is no surname.
fn may_be_surname(kind: TitleKind) -> bool {
    matches!(
        kind,
        TitleKind::Academic | TitleKind::Judge | TitleKind::Police | TitleKind::Profession | TitleKind::Religious | TitleKind::Royal
    )
}

/// Whether a word is letters in capitals without points, as "NATO" and "BBC" are; initials ("J.", "K.C.") are none.
fn is_abbreviation(word: &str) -> bool {
    word.len() > 1 && !word.contains('.') && word.chars().all(|character| character.is_uppercase() || character.is_numeric())
}
