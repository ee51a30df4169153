//! When: the time of a claim, and lengths of time that say when rather than how much.

use super::clause::{ClauseKind, is_noun, is_verb, preposition, row_of};
use super::model::ClaimTime;
use super::scene::{Scene, is_quantity};
use super::sentence_rules::SentenceRules;
use crate::article::Span;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, PredicateRow};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{DateKind, Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// "*within six weeks*", "*18 months* ago": a length of time that says when, not how much.
    pub(super) fn is_time_adjunct(&self, mention: &Mention, token: usize) -> bool {
        let unit = match &mention.kind {
            MentionKind::Measure(measure) => Some(&*measure.unit),
            MentionKind::Count(count) | MentionKind::Quantifier(count) => count.unit.as_deref(),
            _ => None,
        };
        if !unit.is_some_and(|unit| self.scene.gazetteers.noun_classes.kind(unit) == Some(NounKind::Time)) {
            return false;
        }
        let adjunct = matches!(self.tree.relation(token).universal(), Relation::Obl | Relation::Nmod | Relation::Advmod);
        let case = preposition(self.tree, token).map(|case| self.tree.lemma(case));
        let when = case.is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::SpanPreposition, case));
        // "finished *within five years*": the tagger took the preposition for a bound.
        let first = self.tree.lemma(self.tree.tokens_in(mention.span).start);
        // "must be returned *within 20 days*": what a rule sets is how much, too.
        let set_by_rule = self.tree.head(token).is_some_and(|verb| {
            self.tree
                .children(verb)
                .any(|child| self.tree.relation(child) == Relation::Aux && matches!(self.tree.lemma(child), "must" | "should" | "shall"))
        });
        let bound = case.is_none() && matches!(first, "within" | "over") && self.tree.relation(token) != Relation::Obj && !set_by_rule;
        let next = self.tree.tokens_in(mention.span).end;
        let ago = next < self.tree.len() && self.scene.gazetteers.word_sets.has(LexicalSet::BesideSpan, self.tree.lemma(next));
        (adjunct && when) || bound || (ago && !set_by_rule)
    }

    pub(super) fn is_time(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        self.scene
            .mentions_in(self.sentence)
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Date(_)) && mention.span.contains(place))
    }

    /// Whether a date says what is compared with rather than when: "fell 7% *on 2011*", "up four points *from March*",
    /// "shrank from *May's* nine-point gap", "up from only four in *2011*".
    fn is_base(&self, index: usize, mention: &Mention, token: usize) -> bool {
        let tree = self.tree;
        let under = |token: usize, word: &str| {
            let mut cases = tree.children(token).filter(|&child| tree.relation(child) == Relation::Case);
            cases.any(|case| tree.lemma(case) == word && !mention.span.contains(tree.token_span(case)))
        };
        if is_bare_year(mention.span.of(self.scene.text)) && under(token, "on") {
            return true;
        }
        let clause = &self.clauses.clauses[index];
        let moves = || self.row(clause).is_some_and(|row| matches!(&*row.class, "increase" | "decrease"));
        let mut at = token;
        loop {
            // "was down *from* its peak in June"
            if clause.chain.contains(&at) {
                return at != token && under(at, "from");
            }
            let Some(head) = tree.head(at) else { return false };
            // "in doubt *about* the vote on June 3"
            if at != token && under(at, "about") {
                return true;
            }
            if under(at, "from") {
                let from = preposition(tree, at).unwrap_or(at);
                // "from 90 boats last May *to* 35 last Friday"
                if (from..token).any(|between| tree.lemma(between) == "to") {
                    return false;
                }
                let adverb = tree.tag(head).is_adverb();
                // "*from* January" behind a noun begins nothing, behind a verb it may: "available from 14 May".
                let of_noun = at == token && is_noun(tree.tag(head));
                return adverb || of_noun || moves();
            }
            at = head;
        }
    }

    /// "the *2008* Ford", "its *2018* budget": a year before a noun that is no event says which one, not when.
    fn tells_which(&self, mention: &Mention, token: usize) -> bool {
        let tree = self.tree;
        let year = is_bare_year(mention.span.of(self.scene.text));
        // "a *1987*-built ferry"
        let mut behind = self.scene.text[mention.span.end..].chars();
        if year && behind.next() == Some('-') && behind.next().is_some_and(char::is_alphabetic) {
            return true;
        }
        // "Nordlys *'09*", "Agenda *2030*"
        let name = token.checked_sub(1).is_some_and(|before| tree.tag(before) == PennTag::NNP && tree.head(token) == Some(before));
        if mention.span == tree.token_span(token) && name {
            return true;
        }
        let premodifier = matches!(tree.relation(token), Relation::Compound | Relation::Nummod | Relation::Amod | Relation::NmodPoss);
        let Some(noun) = tree.head(token).filter(|&noun| premodifier && token < noun && is_noun(tree.tag(noun))) else { return false };
        let event = self.is_dated_event(noun);
        // "the backers *of the 2008 referendum* have started to meet"
        let of_subject = tree.relation(noun) == Relation::Nmod && {
            let path = std::iter::successors(Some(noun), |&at| tree.head(at)).take_while(|&at| !is_verb(tree.tag(at)));
            path.into_iter().any(|at| tree.relation(at).is_subject())
        };
        // "*Friday* dance tickets cost $10": which ones; "appeared on *Sunday* shows" is when.
        let day = || tree.relation(token) == Relation::Compound && tree.relation(noun).is_subject() && !tree.tag(noun).is_proper();
        of_subject || !event && (year || day())
    }

    /// Whether a noun names what has a time of its own.
    fn is_dated_event(&self, noun: usize) -> bool {
        let lemma = self.tree.lemma(noun);
        self.scene.gazetteers.word_sets.has(LexicalSet::DatedEvent, lemma)
            || self.scene.gazetteers.noun_classes.kind(lemma) == Some(NounKind::Event)
            || row_of(self.tree, self.scene.gazetteers, noun).is_some_and(|row| row.frame == Frame::Event)
    }

    /// "a *Wednesday* shooting that hurt four", "the attack *on Tuesday* that wounded twelve": when the event was that does it.
    fn time_of_antecedent(&self, index: usize) -> Option<ClaimTime> {
        let clause = &self.clauses.clauses[index];
        let noun = clause.antecedent.filter(|&noun| clause.kind == ClauseKind::Relative && self.is_dated_event(noun))?;
        let put = |child: usize| matches!(self.tree.tag(child), PennTag::MD | PennTag::VBZ | PennTag::VBP);
        if put(clause.head()) || self.tree.children(clause.head()).any(put) {
            return None;
        }
        let own = |(mention, token): &&(&Mention, usize)| {
            matches!(mention.kind, MentionKind::Date(_)) && self.tree.head(*token) == Some(noun) && *token < clause.top()
        };
        self.anchors.iter().find(own).and_then(|(mention, _)| self.whole_time(mention))
    }

    /// "died in a shooting *that happened on Friday*": when the event was in which people were harmed.
    fn time_of_event_told(&self, index: usize) -> Option<ClaimTime> {
        let harms = |row: &PredicateRow| self.scene.gazetteers.word_sets.has(ClassSet::Violence, &row.class);
        self.row(&self.clauses.clauses[index]).filter(|row| harms(row))?;
        let told = (0..self.clauses.clauses.len()).find(|&other| self.tells_of_event(index, other))?;
        self.time(told)
    }

    /// "debated before *Monday's* vote", "met after the *Friday* game": the day is that of what was before or after; not
    /// "died after a *Thursday* shooting".
    fn dates_another_event(&self, index: usize, token: usize) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        let violent = |row: &PredicateRow| sets.has(ClassSet::Violence, &row.class);
        let harm = |event: usize| {
            row_of(self.tree, self.scene.gazetteers, event).is_some_and(violent)
                && self.row(&self.clauses.clauses[index]).is_some_and(violent)
        };
        let modifies = matches!(self.tree.relation(token), Relation::NmodPoss | Relation::Compound);
        let event = self.tree.head(token).filter(|&event| modifies && event > token && !self.is_time(event) && !harm(event));
        event
            .and_then(|event| preposition(self.tree, event))
            .is_some_and(|case| matches!(self.tree.lemma(case), "before" | "after" | "since" | "until" | "following"))
    }

    /// "charged in *Saturday's* shooting", "charged in the deaths of two cooks *last summer*": when that happened which it is about.
    fn dates_what_was_before(&self, index: usize, token: usize) -> bool {
        let (clause, sets) = (&self.clauses.clauses[index], &self.scene.gazetteers.word_sets);
        let is_in = |set| self.row(clause).is_some_and(|row| sets.has(set, &row.class));
        // "named the victims of *Saturday's* shooting": the possessor dates the shooting alone, whatever is done after it.
        let possessed = self.tree.relation(token) == Relation::NmodPoss && !is_in(ClassSet::Violence);
        if !is_in(ClassSet::ComesAfter) && !possessed {
            return false;
        }
        // "charged him *with murder* on Saturday": what he is charged with has no time of its own.
        let charge = |at: usize| {
            self.tree.head(at).is_some_and(|head| clause.chain.contains(&head))
                && preposition(self.tree, at).is_some_and(|case| matches!(self.tree.lemma(case), "with" | "of"))
        };
        let harm = |at: usize| {
            is_noun(self.tree.tag(at))
                && !charge(at)
                && row_of(self.tree, self.scene.gazetteers, at)
                    .is_some_and(|row| row.frame == Frame::Event && sets.has(ClassSet::Violence, &row.class))
        };
        std::iter::successors(self.tree.head(token), |&at| self.tree.head(at)).take_while(|at| !clause.chain.contains(at)).any(harm)
    }

    /// "gave $19 million, including *$6 million last month*": when the part was, not the whole.
    fn dates_a_part(&self, token: usize, quantity: Option<&Mention>) -> bool {
        let tree = self.tree;
        let opens = |at: usize| matches!(tree.lemma(at), "including" | "include") && matches!(tree.tag(at), PennTag::VBG | PennTag::IN);
        let inside = |at: &usize| tree.tag(*at) != PennTag::Comma && (opens(*at) || !is_verb(tree.tag(*at)));
        let opening = (0..token).rev().take_while(inside).find(|&at| opens(at));
        opening.is_some_and(|at| quantity.is_none_or(|quantity| quantity.span.start < tree.token_span(at).start))
    }

    /// How many nouns a date stands inside of: none in "left *on Friday*", one in "praised *Friday's* speech".
    fn nouns_around(&self, index: usize, token: usize) -> usize {
        let chain = &self.clauses.clauses[index].chain;
        let heads = std::iter::successors(self.tree.head(token), |&at| self.tree.head(at));
        heads.take_while(|at| !chain.contains(at)).filter(|&at| !is_verb(self.tree.tag(at))).count()
    }

    /// When: a date of the clause, else of the clause around it.
    pub(super) fn time(&self, index: usize) -> Option<ClaimTime> {
        self.time_with(index, None)
    }

    /// When, where the clause has several dates: "sold 5 cars *in May* and 9 *in June*" by the amount that the date stands behind,
    /// else the date that is nearest to the verb in the tree.
    pub(super) fn time_with(&self, index: usize, quantity: Option<&Mention>) -> Option<ClaimTime> {
        let own: Vec<(&Mention, usize)> = self
            .anchors
            .iter()
            .filter(|(mention, token)| matches!(mention.kind, MentionKind::Date(_)) && self.standing(self.clauses.owner[*token]) == index)
            .filter(|(mention, token)| !self.is_base(index, mention, *token) && !self.tells_which(mention, *token))
            .filter(|(_, token)| !self.dates_what_was_before(index, *token) && !self.dates_another_event(index, *token))
            .filter(|(_, token)| !self.dates_a_part(*token, quantity))
            .copied()
            .collect();
        let times: Vec<(ClaimTime, &Mention, usize)> =
            own.iter().filter_map(|&(mention, token)| Some((self.whole_time(mention)?, mention, token))).collect();
        let behind = quantity.filter(|_| own.len() > 1).and_then(|quantity| {
            let (time, date, _) = times.iter().find(|(_, date, _)| quantity.span.end <= date.span.start)?;
            self.is_right_behind(quantity, date).then_some(time)
        });
        let nearest = || {
            times
                .iter()
                .min_by_key(|(time, _, token)| (time.start.is_none(), is_any_day(time), self.nouns_around(index, *token)))
                .map(|(time, ..)| time)
        };
        behind
            .or_else(nearest)
            .cloned()
            .or_else(|| self.time_of_antecedent(index))
            .or_else(|| self.time_of_event_told(index))
            .or_else(|| self.time_in_front(index))
            .or_else(|| self.time_in_common(index))
            .or_else(|| self.loose_time(index))
    }

    /// When people were killed or hurt: by the clause around the word that says so; "charged *on Monday* with killing two" says when of
    /// the charge.
    pub(super) fn time_of_casualty(&self, index: usize, word: usize) -> Option<ClaimTime> {
        let clause = &self.clauses.clauses[index];
        let sets = &self.scene.gazetteers.word_sets;
        let charged = !clause.chain.contains(&word) && self.row(clause).is_some_and(|row| sets.has(ClassSet::ComesAfter, &row.class));
        let own_clause = &self.clauses.clauses[self.clauses.owner[word]];
        // "Two guards *killed on Friday* were buried on Sunday"
        let beside = own_clause.kind == ClauseKind::Participle
            && own_clause.top() == word
            && own_clause.antecedent.is_some_and(|noun| self.tree.relation(noun).is_subject());
        if !charged && !beside {
            return self.time(index).or_else(|| self.year_said(word));
        }
        let start = self.tree.token_span(word).start;
        let owner = &self.clauses.owner;
        let own = |mention: &Mention, token: usize| {
            matches!(mention.kind, MentionKind::Date(_)) && mention.span.start > start && owner[token] == owner[word]
        };
        self.anchors.iter().find(|(mention, token)| own(mention, *token)).and_then(|(mention, _)| self.whole_time(mention))
    }

    /// The time that a date gives, with the words around it that belong to it: "*about* 3 a.m.", "*just after* noon Tuesday", "Friday *and
    /// Saturday*".
    fn whole_time(&self, mention: &Mention) -> Option<ClaimTime> {
        let mut time = time_of(self.scene, mention)?;
        let mut span = mention.span;
        let joined = |other: &&Mention| {
            let between = self.scene.text.get(mention.span.end..other.span.start);
            matches!(&other.kind, MentionKind::Date(date) if date.kind == DateKind::Date) && between == Some(" and ")
        };
        if let Some(other) = self.scene.mentions_in(self.sentence).iter().find(joined)
            && let Some(last) = time_of(self.scene, other).filter(|last| last.start.is_some() == time.start.is_some())
        {
            span = span.join(other.span);
            time.end = time.end.max(last.end);
            time.timex = None;
        }
        span.start = self.start_of_bound(mention);
        if span != mention.span {
            span.of(self.scene.text).clone_into(&mut time.text);
        }
        Some(time)
    }

    /// Where "*about* 3 a.m.", "*shortly before* midnight" begins.
    fn start_of_bound(&self, mention: &Mention) -> usize {
        let words = &self.scene.gazetteers.word_sets;
        let start = mention.span.start;
        let from = self.tree.span.start;
        let word_before = |end: usize| {
            let before = self.scene.text.get(from..end)?.strip_suffix(' ')?;
            Some(&before[before.rfind(' ').map_or(0, |at| at + 1)..])
        };
        let Some(word) = word_before(start) else { return start };
        if words.has(LexicalSet::AboutTime, word) {
            return start - word.len() - 1;
        }
        // "*just after* noon": a time of day only; "after Tuesday" is another day.
        let of_day = matches!(&mention.kind, MentionKind::Date(date) if date.kind == DateKind::Time);
        if !of_day || !matches!(word, "before" | "after") {
            return start;
        }
        let start = start - word.len() - 1;
        match word_before(start) {
            Some(word) if words.has(LexicalSet::BeforeAfter, word) => start - word.len() - 1,
            _ => start,
        }
    }

    /// "were shot *overnight*", "died *over the weekend*": when, with no day that the words fix.
    fn loose_time(&self, index: usize) -> Option<ClaimTime> {
        let tree = self.tree;
        let clause = &self.clauses.clauses[index];
        let words = &self.scene.gazetteers.word_sets;
        let word = clause.chain.iter().flat_map(|&verb| tree.children(verb)).find(|&child| {
            words.has(LexicalSet::LooseTime, tree.lemma(child))
                && matches!(tree.relation(child).universal(), Relation::Advmod | Relation::Obl | Relation::Nmod)
        })?;
        let span = tree.subtree_span(word);
        // "over the weekend" in at most three words
        let span = if span.of(self.scene.text).split(' ').count() <= 4 { span } else { tree.token_span(word) };
        Some(ClaimTime { text: span.of(self.scene.text).to_owned(), start: None, end: None, timex: None })
    }

    /// "*On Monday* police arrested two men and seized 40 guns", "20 were killed and 30 wounded *on Friday*": a date before the first
    /// of two verbs that share a subject, or behind the second of any two, is the time of both.
    fn time_in_common(&self, index: usize) -> Option<ClaimTime> {
        let clause = &self.clauses.clauses[index];
        let first = clause.parent.filter(|_| clause.kind == ClauseKind::Conjunct)?;
        let tree = self.tree;
        // "was arrested on Monday and *will* be charged"
        if clause.chain.iter().any(|&word| tree.child_with(word, Relation::Aux).is_some_and(|aux| tree.tag(aux) == PennTag::MD)) {
            return None;
        }
        let verb = tree.token_span(self.clauses.clauses[first].top()).start;
        let own_subject = clause.subject().is_some_and(|subject| !subject.shared);
        let common = self.anchors.iter().filter(|(mention, token)| {
            let in_front = mention.span.end <= verb && !own_subject;
            let behind = mention.span.start >= tree.token_span(clause.head()).end;
            matches!(mention.kind, MentionKind::Date(_))
                && (in_front || behind)
                && self.standing(self.clauses.owner[*token]) == first
                && self.nouns_around(first, *token) == 0
                && !self.is_base(first, mention, *token)
        });
        common.filter_map(|(mention, _)| time_of(self.scene, mention)).min_by_key(|time| (time.start.is_none(), is_any_day(time)))
    }

    /// "$40 million *in 2006*", "5 points *since October*": no verb and no other amount stands between the amount and the date.
    fn is_right_behind(&self, quantity: &Mention, date: &Mention) -> bool {
        let between = Span::new(quantity.span.end, date.span.start);
        let tokens = self.tree.tokens_in(between);
        tokens.len() <= 5
            && tokens.clone().any(|token| self.tree.tag(token) == PennTag::IN)
            && !tokens.clone().any(|token| is_verb(self.tree.tag(token)) || self.tree.tag(token) == PennTag::CC)
            && !self.anchors.iter().any(|(mention, _)| is_quantity(mention) && between.contains(mention.span))
    }

    /// "*In 2017* an outbreak killed three": a date with which the sentence opens is the time of the clause right behind it,
    /// whatever the tree makes of it.
    fn time_in_front(&self, index: usize) -> Option<ClaimTime> {
        // "*On March 19* the maker, which is based in Oslo, closed": of the clause around.
        if self.clauses.clauses[index].antecedent.is_some() {
            return None;
        }
        let clause = self.evidence(index);
        let opening = |mention: &Mention| {
            let before = Span::new(self.tree.span.start, mention.span.start);
            let behind = clause.start.checked_sub(mention.span.end);
            matches!(mention.kind, MentionKind::Date(_))
                && self.tree.tokens_in(before).len() <= 1
                && behind.is_some_and(|gap| gap <= ", ".len())
        };
        self.anchors.iter().find(|(mention, _)| opening(mention)).and_then(|(mention, _)| self.whole_time(mention))
    }

    /// "*Thursday night's* shootings in Dallas left five dead": the date that the words of `event` hold.
    pub(super) fn time_in(&self, event: Span) -> Option<ClaimTime> {
        let mut dates =
            self.anchors.iter().filter(|(mention, _)| event.contains(mention.span) && matches!(mention.kind, MentionKind::Date(_)));
        dates.find_map(|(mention, _)| self.whole_time(mention))
    }
}

pub(super) fn time_of(scene: &Scene<'_>, mention: &Mention) -> Option<ClaimTime> {
    let MentionKind::Date(date) = &mention.kind else { return None };
    let words = mention.span.of(scene.text);
    // "over five years", "every week": how long or how often, not when; "six years ago" is when, though nothing fixes it.
    let length = date.kind == DateKind::Duration && date.from.is_none() && !is_counted_from_now(scene.gazetteers, words);
    if date.kind == DateKind::Set || length {
        return None;
    }
    Some(ClaimTime { text: words.to_owned(), start: date.from, end: date.to, timex: Some(date.timex.clone()) })
}

/// "six years *ago*", "the *past* two weeks", "a week *later*": a length of time that says when.
fn is_counted_from_now(gazetteers: &Gazetteers, words: &str) -> bool {
    words.split(' ').any(|word| gazetteers.word_sets.has(LexicalSet::FromNow, &word.to_ascii_lowercase()))
}

/// "the day", "that day": which one is not said.
fn is_any_day(time: &ClaimTime) -> bool {
    time.timex.as_ref().is_some_and(|timex| !timex.bytes().any(|byte| byte.is_ascii_digit()))
}

/// "2016", "2016-17", "2009-2010".
fn is_bare_year(words: &str) -> bool {
    let digits = |part: &str| matches!(part.len(), 2 | 4) && part.bytes().all(|byte| byte.is_ascii_digit());
    words.len() >= 4 && words.split(['-', '–']).all(digits)
}
