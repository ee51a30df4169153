//! Dates, periods, lengths of time and times that come again, with their TIMEX3 values.
//!
//! A mention is what TIMEX3 marks in news: full and partial dates, dates relative to the article's, lengths ("two weeks"),
//! sets ("annually") and the vague "now" and "recently". Its value follows TIMEX3; a range, for which TIMEX3 has no value,
//! is written as Recognizers-Text does: `(first day, first day of the last part, distance)`. Days are given only where the
//! words and the article's date fix them; a word such as "since" or "until" before a date leaves the other end open.
//!
//! What fixes neither a day, a period, a number of units nor a recurrence ("now", "recently", "for years", "many hours",
//! "15 a year") is read, so that it is taken for nothing else, and left out: no claim can be checked against it.
//!
//! Known misses: days named by an event ("the 99th day", "the opening night"), years in two digits without an apostrophe
//! ("in 96"), two lengths that share a unit ("60 to 90 days" gives the second), datelines without a year, dates of other
//! calendars, and weekdays that a verb in the present puts ahead without a word such as "starts" ("The state holds its
//! primary on Saturday").
//!
//! The way of a date: [`token`] cuts islands of date words and digits out of the text, the rules of [`grammar`] read an
//! [`expression`] off an island, and a [`frame::Frame`] resolves it against the article's date and the verbs nearby.

mod calendar;
mod clock;
mod expression;
mod frame;
mod grammar;
mod length;
mod list;
mod numeric;
mod period;
mod point;
mod range;
mod reference;
mod relative;
mod tense;
mod token;

use std::cell::OnceCell;

use jiff::civil::Date;

use self::expression::{Anchor, Calendar, Clock, DayTime, Expression, Field, Tense, Year};
use self::frame::{Frame, Resolved};
use self::grammar::{Found, Grammar, When};
use self::token::{Lexer, Token};
use super::context::Context;
use super::mention::{DateKind, DateMention, Mention, MentionKind};
use crate::article::Span;
use crate::gazetteer::automaton::SenseKind;
use crate::gazetteer::dates::{Connective, DateSense, Unit};

/// Adds the document's dates to `mentions`.
pub(crate) fn tag(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let dates = &context.gazetteers.dates;
    let lexer = Lexer::new(context.text, &context.hits, dates);
    let mut finder = Finder { context, lexer, reference: context.document.article.published, found: Vec::new(), memory: Memory::default() };
    finder.reference = finder.reference.or_else(|| reference::dateline(context, &finder.lexer));
    finder.run();
    finder.place_times();
    mentions.extend(finder.found.into_iter().map(Candidate::into_mention));
}

/// How many bytes apart two months of one list may stand.
const NEAR: usize = 80;

/// A mention with what later mentions need to know of it.
struct Candidate {
    span: Span,
    sentence: usize,
    resolved: Resolved,
    /// The day or the first day of the period; what "the next day" is counted from.
    spoken: Option<Date>,
    /// A time whose day is to be found elsewhere.
    time: Option<DayTime>,
}

impl Candidate {
    fn into_mention(self) -> Mention {
        let Resolved { period, kind, .. } = self.resolved;
        let date = DateMention { from: period.from, to: period.to, timex: period.timex, kind };
        Mention { span: self.span, sentence: self.sentence, kind: MentionKind::Date(date) }
    }
}

struct Finder<'c> {
    context: &'c Context<'c>,
    lexer: Lexer<'c>,
    reference: Option<Date>,
    found: Vec<Candidate>,
    memory: Memory,
}

/// What is used again for every island.
#[derive(Default)]
struct Memory {
    tokens: Vec<Token>,
    dates: Vec<OnceCell<Found<Expression>>>,
}

impl Finder<'_> {
    fn run(&mut self) {
        let mut anchors: Vec<usize> = token::digit_anchors(self.context.text).collect();
        anchors.extend(self.context.hits.iter().filter(|hit| hit.sense(SenseKind::Date).is_some()).map(|hit| hit.span.start));
        anchors.sort_unstable();
        let sentences = &self.context.document.sentences;
        let mut sentence = 0;
        let mut done = 0;
        for anchor in anchors {
            while sentences.get(sentence).is_some_and(|sentence| sentence.span.end <= anchor) {
                sentence += 1;
            }
            let Some(span) = sentences.get(sentence).map(|sentence| sentence.span) else { break };
            if anchor < done || !span.contains_offset(anchor) {
                continue;
            }
            done = self.island(anchor, span, sentence, done);
        }
    }

    /// Reads the island around an anchor; the offset up to which the text is done.
    fn island(&mut self, anchor: usize, sentence: Span, index: usize, done: usize) -> usize {
        let limits = Span::new(sentence.start.max(done), sentence.end);
        let Memory { mut tokens, mut dates } = std::mem::take(&mut self.memory);
        self.lexer.island(anchor, limits, &mut tokens);
        dates.clear();
        dates.resize_with(tokens.len(), OnceCell::new);
        let grammar = Grammar {
            text: self.context.text,
            sentence,
            tokens: &tokens,
            dates: self.lexer.dates,
            context: self.context,
            index,
            reference_year: self.reference.map(Date::year),
            dates_at: dates,
        };
        let mut at = 0;
        while at < tokens.len() {
            match grammar.best(at) {
                Some((end, mut when)) if end > at => {
                    let list = grammar.further_days(end, &when);
                    if let (Some(list), Some(Expression::Calendar(calendar))) = (&list, &mut when.expression) {
                        calendar.year = list.year;
                    }
                    let span = tokens[at].span.join(tokens[end - 1].span);
                    let candidate = self.candidate(&grammar, at, end, span, index, &when);
                    if candidate.resolved.fixes_something() {
                        self.found.push(candidate);
                    }
                    at = list.as_ref().map_or(end, |list| list.end);
                    for (token, day) in list.into_iter().flat_map(|list| list.days) {
                        let span = tokens[token].span;
                        self.found.push(self.candidate(&grammar, token, token + 1, span, index, &When::date(day)));
                    }
                }
                _ => at += 1,
            }
        }
        let done = tokens.last().map_or(anchor + 1, |token| token.span.end).max(anchor + 1);
        let dates = grammar.dates_at;
        self.memory = Memory { tokens, dates };
        done
    }

    fn candidate(&self, grammar: &Grammar<'_>, at: usize, end: usize, span: Span, sentence: usize, when: &When) -> Candidate {
        let Some(expression) = &when.expression else {
            let kind = DateKind::Time;
            let period = calendar::Period::unfixed(time_value(when.time, ""));
            return Candidate { span, sentence, resolved: Resolved { period, kind, is_vague: false }, spoken: None, time: when.time };
        };
        let frame = Frame {
            reference: self.reference,
            spoken: self.spoken(sentence, |candidate| candidate.spoken),
            spoken_day: self.spoken(sentence, |candidate| candidate.spoken.filter(|_| candidate.resolved.period.day().is_some())),
            ahead: self.month_ahead(sentence, span),
            tense: Tense::Unknown,
        };
        let mut resolved = if needs_tense(expression, self.reference.is_some()) {
            decided_alone(&frame, expression).unwrap_or_else(|| Frame { tense: grammar.tense(at, end), ..frame }.resolve(expression))
        } else {
            frame.resolve(expression)
        };
        let spoken = match resolved.kind {
            DateKind::Date if !matches!(expression, Expression::Reference(_)) => resolved.period.from,
            _ => None,
        };
        if when.time.is_some() {
            let open = expression.open_value().filter(|_| matches!(when.time, Some(DayTime::Span(..) | DayTime::Lasting(..))));
            let day = open.unwrap_or_else(|| resolved.period.timex.clone());
            resolved.period.timex = time_value(when.time, &day);
            resolved.kind = DateKind::Time;
        } else if resolved.kind == DateKind::Date {
            open_end(&mut resolved, grammar, at, end, expression);
        }
        Candidate { span, sentence, resolved, spoken, time: None }
    }

    /// What was spoken of last, in this sentence or the two before it.
    fn spoken(&self, sentence: usize, pick: impl Fn(&Candidate) -> Option<Date>) -> Option<Date> {
        self.found.iter().rev().take_while(|candidate| candidate.sentence + 2 >= sentence).find_map(pick)
    }

    /// The month named just before, where it lies ahead: "next month, to Rome in November, home in December".
    fn month_ahead(&self, sentence: usize, span: Span) -> Option<Date> {
        let last = self.found.last().filter(|last| last.sentence == sentence && span.start < last.span.end + NEAR)?;
        let first = last.spoken.filter(|day| self.reference.is_some_and(|reference| *day > reference))?;
        (last.resolved.period.to == Some(first.last_of_month())).then_some(first)
    }

    /// Gives a time without a day the day that its sentence names, else the one spoken of last.
    fn place_times(&mut self) {
        for index in 0..self.found.len() {
            let Some(time) = self.found[index].time else { continue };
            let sentence = self.found[index].sentence;
            let day_of = |candidate: &Candidate| candidate.resolved.period.day().filter(|_| candidate.time.is_none());
            let same = |other: &&Candidate| other.sentence == sentence;
            let before = self.found[..index].iter().rev().take_while(same).find_map(day_of);
            let after = self.found[index..].iter().take_while(same).find_map(day_of);
            let told = |day: &Date| self.reference.is_none_or(|reference| *day <= reference);
            let earlier = || self.found[..index].iter().rev().filter_map(day_of).find(told);
            let Some(day) = before.or(after).or_else(earlier) else { continue };
            let period = &mut self.found[index].resolved.period;
            *period = calendar::Period { timex: time_value(Some(time), &day.to_string()), ..calendar::day(day) };
        }
    }
}

/// The value of a time on a day.
fn time_value(time: Option<DayTime>, day: &str) -> String {
    match time {
        None => day.to_owned(),
        Some(DayTime::Clock(clock)) => format!("{day}{}", clock.timex()),
        Some(DayTime::Part(part)) => format!("{day}T{}", part.code()),
        Some(DayTime::Span(first, last)) => {
            let length = (minutes(last) - minutes(first)).rem_euclid(24 * 60);
            format!("({day}{},{day}{},{})", first.timex(), last.timex(), length_of_minutes(length))
        }
        // An end that the words do not say is written in full.
        Some(DayTime::Lasting(first, length)) => {
            let last = (minutes(first) + length).rem_euclid(24 * 60);
            format!("({day}{},{day}T{:02}:{:02}:00,{})", first.timex(), last / 60, last % 60, length_of_minutes(length))
        }
    }
}

fn minutes(clock: Clock) -> i32 {
    i32::from(clock.hour) * 60 + i32::from(clock.minute.unwrap_or(0))
}

/// "PT2H30M"
fn length_of_minutes(length: i32) -> String {
    match (length / 60, length % 60) {
        (hours, 0) => format!("PT{hours}H"),
        (0, minutes) => format!("PT{minutes}M"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

/// Whether the verbs nearby decide what the expression means; without a date of the article's they decide little.
fn needs_tense(expression: &Expression, dated: bool) -> bool {
    match expression {
        Expression::Calendar(Calendar { year: Year::Open, field, direction, .. }) => {
            dated && direction.is_none() && !matches!(field, Field::Year | Field::FiscalYear(_))
        }
        Expression::Range(first, last) => needs_tense(first, dated) || needs_tense(last, dated),
        Expression::Lasting(start, _) | Expression::WeekOf(_, start) => needs_tense(start, dated),
        Expression::Spoken { unit, .. } => dated && *unit == Unit::Weekend,
        Expression::Today => true,
        Expression::Away { from: Anchor::Date(expression), .. } => needs_tense(expression, dated),
        _ => false,
    }
}

/// The reading of a place in the calendar that the verbs cannot change, which spares the sentence its tags: a weekday is the day of
/// the article, a day of the month lies far nearer on one side.
///
/// The past and the future are the two ends: what both take, every tense between them takes.
fn decided_alone(frame: &Frame, expression: &Expression) -> Option<Resolved> {
    let Expression::Calendar(Calendar { field, .. }) = expression else { return None };
    let today = || frame.reference.map(|reference| reference.weekday().to_monday_one_offset());
    if matches!(field, Field::Weekday(weekday) if today() != Some(*weekday)) {
        return None;
    }
    let read = |tense| Frame { tense, ..*frame }.resolve(expression);
    let past = read(Tense::Past);
    (past == read(Tense::Future)).then_some(past)
}

/// "since 2022" has no last day, "until May" no first; "after" and "before" leave the named period out.
///
/// Not before a possessive: "before Friday's announcement" is about the announcement.
fn open_end(resolved: &mut Resolved, grammar: &Grammar<'_>, at: usize, end: usize, expression: &Expression) {
    if matches!(expression, Expression::Range(..) | Expression::Lasting(..) | Expression::Reference(_) | Expression::Away { .. })
        || grammar.rest(end).starts_with(['\'', '’'])
    {
        return;
    }
    let word = grammar.word_before(at);
    let Some(connective) =
        grammar.dates.senses(word).find_map(|sense| if let DateSense::Connective(connective) = sense { Some(connective) } else { None })
    else {
        return;
    };
    let period = &mut resolved.period;
    match connective {
        Connective::Since => period.to = None,
        Connective::Until | Connective::By | Connective::Through => period.from = None,
        Connective::After => {
            period.from = period.to.and_then(|day| day.tomorrow().ok());
            period.to = None;
        }
        Connective::Before => {
            period.to = period.from.and_then(|day| day.yesterday().ok());
            period.from = None;
        }
        _ => {}
    }
}
