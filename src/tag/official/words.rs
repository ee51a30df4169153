//! A sentence's words, with the titles and the names of other tables in it.

use std::ops::Range;

use memchr::memmem;

use super::Found;
use crate::article::Span;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::person_names::{NameWord, PersonNames};
use crate::gazetteer::titles::{Title, TitleKind, TitleUse, Titles};
use crate::gazetteer::word_sets::WordSets;
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
    /// The whole table of titles.
    pub(super) official_titles: &'a Titles,
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
            official_titles: &context.gazetteers.titles,
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

    pub(super) fn is_modifier(&self, token: usize) -> bool {
        let span = self.span(token);
        self.modifiers.iter().any(|(modifier, _)| modifier.contains(span))
    }

    /// "former", "acting", not "award-winning".
    pub(super) fn is_past_modifier(&self, token: usize) -> bool {
        let span = self.span(token);
        self.modifiers.iter().any(|(modifier, kind)| *kind != TitleKind::Description && modifier.contains(span))
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
            predicate: false,
            former: is(TitleKind::Former),
            acting: is(TitleKind::Acting),
        }
    }
}

/// "J.", "K.C."
fn is_initials(word: &str) -> bool {
    word.ends_with('.') && word.len() <= 4 && word.starts_with(char::is_uppercase)
}
