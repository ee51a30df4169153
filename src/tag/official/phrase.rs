//! A sentence's words with the titles in it, and the extent of the phrase around a title.

use std::ops::Range;

use memchr::memmem;

use super::Found;
use crate::article::Span;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::person_names::{NameWord, PersonNames};
use crate::gazetteer::titles::{Title, TitleKind, TitleUse};
use crate::gazetteer::word_sets::{FunctionSet, LexicalSet, WordSets};
use crate::segment::ParagraphKind;
use crate::syntax::{self, PennTag};
use crate::tag::context::Context;

/// A title of the table at its place in the sentence.
#[derive(Clone, Debug)]
pub(super) struct TitleAt<'a> {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The row.
    pub(super) title: &'a Title,
}

/// A sentence with its tokens, tags and the hits that matter here.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: usize,
    pub(super) syntax: syntax::Words<'a>,
    /// Titles, in order; no modifiers.
    pub(super) titles: Vec<TitleAt<'a>>,
    /// Words such as "former" and "acting".
    pub(super) modifiers: Vec<(Span, TitleKind)>,
    /// For each token, what other table has a name there.
    hits: Vec<Option<HitKind>>,
    pub(super) names: &'a PersonNames,
    pub(super) sets: &'a WordSets,
    /// The whole article, for names said in full elsewhere.
    article: &'a str,
    /// Whether the sentence is a heading in title case, whose capitals say nothing.
    pub(super) title_case: bool,
}

/// What a name of another table says about a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HitKind {
    /// A country, its demonym or its capital.
    Country,
    /// A word of a date.
    Date,
    /// An organization or outlet.
    Organization,
    /// A known office-holder.
    OfficeHolder,
}

impl<'a> Words<'a> {
    pub(super) fn new(context: &'a Context<'a>, sentence: usize) -> Self {
        let syntax = context.words(sentence);
        let span = context.document.sentences[sentence].span;
        let mut words = Self {
            text: context.text,
            sentence,
            syntax,
            titles: Vec::new(),
            modifiers: Vec::new(),
            hits: vec![None; syntax.len()],
            names: &context.gazetteers.titles.person_names,
            sets: &context.gazetteers.word_sets,
            article: context.text,
            title_case: false,
        };
        for hit in context.hits_in(span) {
            let tokens = syntax.tokens_in(hit.span);
            if let Some(index) = hit.sense(SenseKind::Title) {
                let title = context.gazetteers.titles.get(index);
                if title.usage == TitleUse::Modifier {
                    words.modifiers.push((hit.span, title.kind));
                } else if !tokens.is_empty() && words.ends_with_token(hit.span, &tokens) {
                    words.titles.push(TitleAt { tokens, title });
                }
                continue;
            }
            let kind = hit.senses.iter().find_map(|sense| match sense.kind {
                SenseKind::OfficeHolder => Some(HitKind::OfficeHolder),
                SenseKind::Organization => Some(HitKind::Organization),
                SenseKind::Country => Some(HitKind::Country),
                SenseKind::Date => Some(HitKind::Date),
                _ => None,
            });
            for token in tokens {
                words.hits[token] = kind;
            }
        }
        words.title_case = words.is_title_case(context.document.paragraph_kind(sentence));
        words
    }

    /// A hit that ends inside a token ("chair" in "chairlift" is none anyway, "Mr" of "Mr." is) still counts up to the full stop.
    fn ends_with_token(&self, hit: Span, tokens: &Range<usize>) -> bool {
        let end = self.span(tokens.end - 1).end;
        end == hit.end || self.text[hit.end..end].chars().all(|character| character == '.')
    }

    fn is_title_case(&self, kind: ParagraphKind) -> bool {
        let (mut capital, mut small) = (0, 0);
        for word in (0..self.len()).map(|token| self.word(token)) {
            if word.len() > 3 && word.starts_with(char::is_alphabetic) {
                if word.starts_with(char::is_uppercase) { capital += 1 } else { small += 1 }
            }
        }
        let heading = kind == ParagraphKind::Heading;
        // "They met Gov. Wes Carter on Monday": headings write their verbs with a capital.
        let is_small_verb = |token| self.word(token).starts_with(char::is_lowercase) && self.tag(token).is_finite_verb();
        capital > 3 && (small == 0 || heading && capital > 3 * small) && (heading || !(0..self.len()).any(is_small_verb))
    }

    pub(super) fn len(&self) -> usize {
        self.syntax.len()
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.syntax.word(self.text, token)
    }

    pub(super) fn tag(&self, token: usize) -> PennTag {
        self.syntax.tag(token)
    }

    pub(super) fn span(&self, token: usize) -> Span {
        self.syntax.token_span(token)
    }

    pub(super) fn span_of(&self, tokens: &Range<usize>) -> Span {
        self.span(tokens.start).join(self.span(tokens.end - 1))
    }

    pub(super) fn hit(&self, token: usize) -> Option<HitKind> {
        self.hits[token]
    }

    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        token < self.len() && self.word(token) == word
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Whether no white space stands between the token and the one before it.
    pub(super) fn is_glued(&self, token: usize) -> bool {
        token > 0 && token < self.len() && self.span(token - 1).end == self.span(token).start
    }

    pub(super) fn is_hyphen(&self, token: usize) -> bool {
        token < self.len() && matches!(self.word(token), "-" | "‑" | "‐")
    }

    /// Whether an empty line stands between the token and the one before it; a single line break may only be a wrapped line.
    pub(super) fn begins_line(&self, token: usize) -> bool {
        token > 0 && memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.span(token - 1).end..self.span(token).start]).count() > 1
    }

    pub(super) fn name_word(&self, token: usize) -> Option<NameWord> {
        self.names.word(self.word(token))
    }

    /// The title that begins at a token.
    pub(super) fn title_at(&self, token: usize) -> Option<&TitleAt<'a>> {
        self.titles.iter().find(|at| at.tokens.start == token)
    }

    /// The title whose last word is a token.
    pub(super) fn title_ending(&self, token: usize) -> Option<&TitleAt<'a>> {
        self.titles.iter().find(|at| at.tokens.end == token + 1)
    }

    pub(super) fn title_holding(&self, token: usize) -> Option<&TitleAt<'a>> {
        self.titles.iter().find(|at| at.tokens.contains(&token))
    }

    /// Whether the article says the word with a known first name or initials before it: a surname.
    pub(super) fn is_known_surname(&self, token: usize) -> bool {
        let word = self.word(token);
        word.len() > 2
            && memmem::find_iter(self.article.as_bytes(), word.as_bytes()).any(|start| {
                let before = self.article[..start].strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n', '(', '"', '“']).next());
                let whole = !self.article[start + word.len()..].starts_with(char::is_alphanumeric);
                whole && before.is_some_and(|before| self.names.is_first_name(before) || is_initials(before))
            })
    }

    fn is_modifier(&self, token: usize) -> bool {
        let span = self.span(token);
        self.modifiers.iter().any(|(modifier, _)| modifier.contains(span))
    }

    /// A comma, a dash between spaces or a bracket that sets an apposition off.
    pub(super) fn is_separator(&self, token: usize) -> bool {
        token < self.len()
            && matches!(self.word(token), "," | "–" | "—" | "--" | "(" | "-")
            && !(self.is_hyphen(token) && self.is_glued(token))
    }
}

impl<'a> Words<'a> {
    /// The find of a name and what is said of it; `office` and `phrase` in tokens.
    pub(super) fn find(&self, at: &TitleAt<'a>, name: &Range<usize>, office: &Range<usize>, phrase: &Range<usize>) -> Found<'a> {
        let phrase = self.span_of(phrase);
        let is = |kind: TitleKind| self.modifiers.iter().any(|&(span, known)| known == kind && phrase.contains(span));
        Found {
            sentence: self.sentence,
            name: self.span_of(name),
            office: self.span_of(office),
            phrase,
            head: self.span(at.tokens.end - 1),
            title: at.title,
            apart: false,
            former: is(TitleKind::Former),
            acting: is(TitleKind::Acting),
        }
    }
}

/// "J.", "K.C."
fn is_initials(word: &str) -> bool {
    word.ends_with('.') && word.len() <= 4 && word.starts_with(char::is_uppercase)
}

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
            // "Count former president Ann Lee among them": what begins a sentence before "former" is its verb.
            if before == 0 && self.hit(before).is_none() && self.tag(before).is_noun() && self.is_modifier(start) {
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
            } else if let Some(body) = self.body_before(start) {
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
        post && fields && bounded && start < at.tokens.start
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

    /// Whether the word at `before` modifies the noun whose phrase begins at `start`.
    fn is_modifying(&self, before: usize, start: usize) -> bool {
        if self.hit(before) == Some(HitKind::Date) && !self.is_modifier(before) && !self.is_year_of_study(before) {
            return false;
        }
        if self.is_modifier(before) {
            return true;
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
    /// "cabinet member for traffic | , transport and parking |".
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
