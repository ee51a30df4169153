//! How far the phrase around a title goes.

use super::words::{HitKind, TitleAt, Words};
use crate::gazetteer::person_names::NameWord;
use crate::gazetteer::titles::{TitleKind, TitleUse};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet};
use crate::syntax::PennTag;

/// The words that belong to a title on its left.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// First word of the office, without article.
    pub(super) office: usize,
    /// Where the office ends when what follows is a second conjunct before the name ("actor" of "actor and director X").
    pub(super) first_conjunct_end: Option<usize>,
    /// First word of the whole phrase, article and possessor included.
    pub(super) phrase: usize,
    /// Whether "its" goes before: then no person is described.
    pub(super) impersonal: bool,
}

impl Words<'_> {
    /// The modifiers of the title at `title`, from its first word to the left.
    ///
    /// A title in capitals stops at a possessor ("Malaysia's | Prime Minister"); a description takes it in ("the site's
    /// founder", "his mentor").
    pub(super) fn left_of(&self, at: &TitleAt<'_>) -> Left {
        let title = &at.tokens;
        let capital = self.is_capital(title.end - 1);
        let mut start = title.start;
        let mut first_conjunct_end = None;
        while start > 0 && !self.begins_line(start) {
            let before = start - 1;
            // "Rank former mayor Jon Vik above her": what begins a sentence before "former" is its verb.
            let begins = || before == 0 || self.tag(before - 1) == PennTag::Colon;
            if self.is_past_modifier(start) && self.hit(before).is_none() && begins() && self.tag(before).is_noun() {
                break;
            }
            if self.is_modifying(before, start) {
                start = before;
            } else if self.tag(before) == PennTag::CC && before > 0 && matches!(self.word(before), "and" | "&") {
                match self.title_ending(before - 1) {
                    Some(other)
                        if self.is_capital(before - 1) == self.is_capital(title.start)
                            || self.is_capital(other.tokens.start)
                            // "president and CEO".
                            || self.word(title.start).chars().all(char::is_uppercase) =>
                    {
                        first_conjunct_end = Some(before);
                        start = other.tokens.start;
                    }
                    None if self.is_paired_modifier(at, before - 1, start) => start = before - 1,
                    _ => break,
                }
            } else if let Some(body) = self.body_before(start).or_else(|| self.owned_body_before(start, title.start)) {
                start = body;
            } else {
                break;
            }
        }
        let mut left = Left { office: start, first_conjunct_end, phrase: start, impersonal: false };
        self.take_determiner(&mut left, capital);
        left.office = self.age_end(left.office).filter(|&end| end <= title.start).unwrap_or(left.office);
        left
    }

    /// Whether a title only says whose friend somebody is: "his friend", not "actor and friend", "expectant mother".
    pub(super) fn is_only_kin(&self, at: &TitleAt<'_>, left: &Left) -> bool {
        at.tokens.len() == 1 && left.first_conjunct_end.is_none() && self.name_word(at.tokens.end - 1) == Some(NameWord::Kinship)
    }

    /// Where an age ends that begins at `start`: "54-year-old | carpenter"; it is no part of the office.
    fn age_end(&self, start: usize) -> Option<usize> {
        let old = (start..self.len().min(start + 7)).find(|&token| self.is(token, "old") || self.word(token).ends_with("-old"))?;
        let age =
            self.text[self.span(start).start..self.span(old).end].ends_with("-old") && (start..old).all(|token| self.is_glued(token + 1));
        age.then_some(old + 1)
    }

    /// Whether a title is one of its own after the title that ends at `before`, not the head of a compound: an honorific ("Prime
    /// Minister | Sir"), capitals after small letters ("spokesman | Lt. Col."; but "student leader"), or a short form of a rank
    /// ("Chief of Staff | Gen."; but "Lt. Gen.", "Attorney General").
    pub(super) fn is_title_apart(&self, before: usize, next: &TitleAt<'_>) -> bool {
        // "Detective Sgt." is one rank.
        let police = self.title_ending(before).is_some_and(|title| title.title.kind == TitleKind::Police);
        let rank = next.title.kind == TitleKind::Military && self.word(next.tokens.end - 1).ends_with('.') && before > 0 && !police;
        next.title.usage == TitleUse::Honorific
            || (self.is_capital(next.tokens.start) && !self.is_capital(before))
            || (rank && self.title_ending(before).is_some_and(|title| title.title.kind != TitleKind::Military || title.tokens.len() > 2))
    }

    /// Whether "and" before `start` joins two modifiers of one title: "interior and overseas minister", "silver and bronze medalist",
    /// "a Defense Department and World Bank official".
    fn is_paired_modifier(&self, at: &TitleAt<'_>, first: usize, start: usize) -> bool {
        let portfolio = matches!(at.title.kind, TitleKind::Minister | TitleKind::Sport) && self.tag(first).is_common_noun();
        let adjectives = self.tag(first) == PennTag::JJ && start < at.tokens.start;
        let bodies = [first, start].iter().all(|&token| self.hit(token) == Some(HitKind::Organization)) && start < at.tokens.start;
        (portfolio || adjectives || bodies || self.is_paired_field(at, first, start)) && self.is_modifying(first, first + 1)
    }

    /// "the town's parks and recreation director", "CCA marketing and communications manager": two fields of one post, which an
    /// owner, a name or a mark goes before.
    fn is_paired_field(&self, at: &TitleAt<'_>, first: usize, start: usize) -> bool {
        let post = matches!(
            at.title.kind,
            TitleKind::Official | TitleKind::Business | TitleKind::Staff | TitleKind::LocalGovernment | TitleKind::Party | TitleKind::Media
        );
        let fields = [first, start].iter().all(|&token| self.tag(token).is_common_noun() && self.title_holding(token).is_none());
        let bounded = first
            .checked_sub(1)
            .is_some_and(|before| self.tag(before) == PennTag::POS || self.tag(before).is_proper() || self.is_separator(before));
        // "the firm's value and cost | chief executive Jan Kral his job".
        post && fields && bounded && start < at.tokens.start && at.tokens.len() == 1
    }

    /// Where the name of a body begins that ends before `start` with "of" and more: "University of Texas | student union president",
    /// "Royal Society for the Protection of | Birds campaigner".
    fn body_before(&self, start: usize) -> Option<usize> {
        if start < 2 || !self.is_capital(start) || self.title_holding(start).is_some() {
            return None;
        }
        let mut before = start - 1;
        if before > 0 && self.is(before, "the") {
            before -= 1;
        }
        let body = before.checked_sub(1)?;
        let joined = matches!(self.word(before), "of" | "for") && self.is_capital(body) && self.title_holding(body).is_none();
        (joined && self.is_modifying(body, before)).then_some(body)
    }

    /// Where the owner of a body begins in whose name a title in capitals stands: "Kent County Sheriff's | Department Deputy".
    fn owned_body_before(&self, start: usize, title: usize) -> Option<usize> {
        let ending = start.checked_sub(1).filter(|&ending| self.tag(ending) == PennTag::POS && start < title)?;
        let body = self.is_capital(start) && self.sets.has(LexicalSet::OwnedBody, &self.word(start).to_ascii_lowercase());
        let owner = (0..ending)
            .rev()
            .take_while(|&token| self.is_capital(token) && self.tag(token).is_noun() && !self.begins_line(token))
            .last()?;
        let country = (owner..ending).any(|token| self.hit(token) == Some(HitKind::Country));
        (body && !country).then_some(owner)
    }

    /// Whether the word at `before` modifies the noun whose phrase begins at `start`.
    fn is_modifying(&self, before: usize, start: usize) -> bool {
        if self.hit(before) == Some(HitKind::Date) && !self.is_modifier(before) && !self.is_year_of_study(before) {
            return false;
        }
        if self.is_modifier(before) {
            // "She has accused | former president Jon Vik".
            return self.tag(before) != PennTag::VBN || before == 0 || self.syntax.lemma(before - 1) != "have";
        }
        // "Ann Lee, *formerly* head of the bank".
        if [FunctionSet::BeforeApposedOffice, FunctionSet::BeforePastOffice].iter().any(|&set| self.sets.has(set, self.word(before))) {
            return false;
        }
        if self.is_hyphen(before) {
            return self.is_glued(before) && self.is_glued(start);
        }
        if self.is_hyphen(start) && self.is_glued(start) {
            return true;
        }
        if self.title_ending(before).is_some() && self.title_at(start).is_some_and(|next| self.is_title_apart(before, next)) {
            return false;
        }
        let word = self.word(before);
        if self.name_word(before) == Some(NameWord::Kinship) || self.word(before).ends_with(':') {
            return false;
        }
        if !word.starts_with(char::is_alphanumeric) || (self.is_capital(before) && self.name_word(before) == Some(NameWord::Never)) {
            return false;
        }
        // "to witness city mayor …": a verb, whatever its tag.
        if before > 0 && self.is(before - 1, "to") && !self.is_capital(before) {
            return false;
        }
        if self.is_verb_before(before, start) {
            return false;
        }
        match self.tag(before) {
            PennTag::JJ | PennTag::JJS | PennTag::JJR | PennTag::NN | PennTag::NNP | PennTag::NNPS | PennTag::AFX | PennTag::FW => true,
            PennTag::NNS => before > 0 && !self.tag(before - 1).is_verb(),
            PennTag::CD => word.starts_with(|character: char| character.is_ascii_digit()) && word.ends_with(char::is_alphabetic),
            PennTag::VBG | PennTag::VBN if self.syntax.lemma(before) == "be" => false,
            PennTag::VBG | PennTag::VBN => {
                self.is_capital(before)
                    || before > 0
                        && matches!(
                            self.tag(before - 1),
                            PennTag::DT | PennTag::JJ | PennTag::PRPS | PennTag::POS | PennTag::RB | PennTag::HYPH
                        )
            }
            PennTag::RB => matches!(self.tag(start), PennTag::VBN | PennTag::JJ) && start < self.len() && before > 0,
            // "WHO director", "US president", whatever the tag.
            _ => {
                word.len() > 1
                    && word.chars().all(char::is_uppercase)
                    && matches!(self.hit(before), Some(HitKind::Country | HitKind::Organization))
            }
        }
    }

    /// Whether the word before an office is the verb whose object the person is, though it could be an adjective: "jailed for insulting |
    /// President Diaz", "is now supporting | Senator Roe", "we Order and Direct | General Roe", "Peter the Great visited | Bishop Otto".
    fn is_verb_before(&self, before: usize, start: usize) -> bool {
        let Some(previous) = before.checked_sub(1) else { return false };
        let tag = self.tag(before);
        let small = !self.is_capital(before);
        match self.tag(previous) {
            PennTag::IN => {
                small && tag == PennTag::JJ && self.word(before).ends_with("ing") && self.is_capital(start) && !self.is(previous, "of")
            }
            PennTag::RB => {
                matches!(tag, PennTag::VBG | PennTag::VBN) && previous > 0 && matches!(self.syntax.lemma(previous - 1), "be" | "have")
            }
            PennTag::CC => {
                !small && tag == PennTag::JJ && previous > 0 && self.is_capital(previous - 1) && self.tag(previous - 1).is_verb()
            }
            PennTag::JJ => {
                small
                    && matches!(tag, PennTag::VBG | PennTag::VBN)
                    && self.is_capital(previous)
                    && previous > 0
                    && self.is(previous - 1, "the")
            }
            _ => false,
        }
    }

    /// "a second year student", "a 10-year veteran".
    fn is_year_of_study(&self, token: usize) -> bool {
        if self.is(token + 1, "year") {
            return matches!(self.tag(token), PennTag::JJ | PennTag::CD);
        }
        let before = token.checked_sub(1).filter(|_| self.is(token, "year"));
        before.is_some_and(|before| {
            matches!(self.tag(before), PennTag::JJ | PennTag::CD | PennTag::HYPH)
                && !self.sets.has(LexicalSet::BesideYear, self.word(before))
        })
    }

    fn take_determiner(&self, left: &mut Left, capital: bool) {
        let Some(before) = left.office.checked_sub(1) else { return };
        match self.tag(before) {
            PennTag::PRPS => {
                left.phrase = before;
                left.impersonal = self.word(before).eq_ignore_ascii_case("its");
                if !capital {
                    left.office = before;
                }
            }
            PennTag::POS => {
                let possessor = self.possessor_before(before);
                if !capital {
                    left.office = possessor;
                }
                left.phrase = possessor;
                if possessor > 0 && self.tag(possessor - 1) == PennTag::DT {
                    left.phrase = possessor - 1;
                }
            }
            PennTag::DT | PennTag::PDT => left.phrase = before,
            _ => {}
        }
    }

    /// The first word of the noun phrase that the possessive ending at `ending` belongs to, without article.
    fn possessor_before(&self, ending: usize) -> usize {
        let mut start = ending;
        while start > 0 {
            let before = start - 1;
            let named = matches!(self.hit(before), Some(HitKind::Country | HitKind::Organization | HitKind::OfficeHolder));
            let known =
                named || self.tag(before).is_noun() || self.tag(before).is_adjective() || (self.is_hyphen(before) && self.is_glued(before));
            if !known || self.hit(before) == Some(HitKind::Date) {
                break;
            }
            start = before;
        }
        start
    }

    /// Where the phrase that goes on after a title ends: "spokesman | for the Kenyan navy |, said".
    pub(super) fn end_after(&self, title_end: usize) -> usize {
        const LONGEST: usize = 24;
        let mut end = title_end;
        let mut at = title_end;
        while at < self.len() && at - title_end < LONGEST && !self.begins_line(at) {
            match self.tag(at) {
                PennTag::IN if self.is_date(at + 1) => break,
                PennTag::IN | PennTag::TO if !self.begins_clause(at) => at += 1,
                PennTag::CC if matches!(self.word(at), "and" | "&" | "or") && !self.is_new_conjunct(at + 1) => at += 1,
                PennTag::Comma if at > title_end + 1 && end == at && self.is(at, ",") => {
                    let Some(list_end) = self.list_end(title_end, at) else { break };
                    return list_end;
                }
                // "an electrician the agency hired": a clause without "that".
                PennTag::DT | PennTag::PDT | PennTag::PRPS if at == title_end => break,
                PennTag::DT | PennTag::PDT | PennTag::PRPS | PennTag::Dollar | PennTag::POS => at += 1,
                PennTag::JJ | PennTag::JJR | PennTag::JJS | PennTag::CD | PennTag::FW | PennTag::AFX => {
                    at += 1;
                    end = at;
                }
                // "cook of King Lind I".
                _ if self.is(at, "I") && at > title_end + 1 && self.is_capital(at - 1) && self.is_numbered(at - 1) => {
                    at += 1;
                    end = at;
                }
                tag if tag.is_noun() || matches!(self.hit(at), Some(HitKind::Country | HitKind::Organization)) => {
                    at += 1;
                    end = at;
                }
                PennTag::VBG | PennTag::VBN if at > title_end && at + 1 < self.len() && self.tag(at + 1).is_noun() => at += 1,
                PennTag::OpenQuote | PennTag::CloseQuote if at > title_end && matches!(self.tag(at - 1), PennTag::IN | PennTag::POS) => {
                    let Some(close) = self.closing_quote(at) else { break };
                    at = close + 1;
                    end = at;
                }
                _ if self.is_hyphen(at) && self.is_glued(at) && self.is_glued(at + 1) => {
                    at = (at + 2).min(self.len());
                    end = at;
                }
                _ => break,
            }
        }
        end
    }

    /// Where a list ends that an office is about and whose first comma is at `comma`: "Minister of Forests | , Lands and Parks |",
    /// "cabinet member for harbours | , ferries and fishing |".
    ///
    /// Refuses: lists in capitals for other offices than a minister's ("director of Harvard, Lee and Jones agree"), and a list that
    /// a verb follows, whose subject its end may be.
    fn list_end(&self, title_end: usize, comma: usize) -> Option<usize> {
        const LONGEST: usize = 30;
        let kind = self.title_ending(title_end.checked_sub(1)?)?.title.kind;
        let about = matches!(self.word(title_end), "of" | "for") && kind.is_office();
        let capital = self.is_capital(comma - 1);
        if !about || (capital && kind != TitleKind::Minister) {
            return None;
        }
        let mut at = comma;
        let mut last = false;
        while !last && at < self.len() && at - comma < LONGEST {
            at += usize::from(self.is(at, ","));
            last = self.is(at, "and") || self.is(at, "&");
            at += usize::from(last);
            let first = at;
            while at < self.len() && self.is_item_word(at, capital) {
                at += 1;
            }
            if at == first || !self.tag(at - 1).is_noun() {
                return None;
            }
            if !last && !self.is(at, ",") && !self.is(at, "and") && !self.is(at, "&") {
                return None;
            }
        }
        let closed = at >= self.len() || self.is_separator(at) || matches!(self.word(at), ")" | "." | ";") || self.is_capital(at);
        (last && closed).then_some(at)
    }

    /// A word of an item of such a list: a noun or adjective written as the first item is, no name and no title.
    fn is_item_word(&self, token: usize, capital: bool) -> bool {
        let tag = self.tag(token);
        (tag.is_noun() || tag.is_adjective())
            && self.is_capital(token) == capital
            && self.hit(token).is_none()
            && self.title_holding(token).is_none()
            && !(capital && self.names.is_first_name(self.word(token)))
    }

    /// A year, a month or a day: "chairman | in 2010", "president | since May".
    fn is_date(&self, token: usize) -> bool {
        token < self.len()
            && (self.hit(token) == Some(HitKind::Date)
                || self.tag(token) == PennTag::CD && self.word(token).len() == 4 && self.word(token).starts_with(['1', '2']))
    }

    /// The mark that closes the quotation marks opened at `open`, at most a title's length away.
    fn closing_quote(&self, open: usize) -> Option<usize> {
        let closes = |token: usize| matches!(self.word(token), "\"" | "”" | "''" | "’" | "'");
        (open + 1..(open + 14).min(self.len())).find(|&token| closes(token))
    }

    /// A preposition that begins a clause or leads away from the office: "as", "after", "while".
    fn begins_clause(&self, token: usize) -> bool {
        self.sets.has(FunctionSet::BeginsClause, self.word(token))
    }

    /// Whether what follows "and" is a second office or another person rather than more of the same phrase.
    fn is_new_conjunct(&self, mut token: usize) -> bool {
        if token < self.len() && self.is_capital(token) && self.names.is_first_name(self.word(token)) {
            return true;
        }
        while token < self.len() && matches!(self.tag(token), PennTag::DT | PennTag::PRPS | PennTag::JJ | PennTag::NN | PennTag::NNP) {
            if self.title_at(token).is_some() {
                return true;
            }
            token += 1;
        }
        false
    }
}
