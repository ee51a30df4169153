//! What somebody says that holds no claim of its own: that it was said is the claim.

use crate::article::Span;
use crate::claim::attribution::{self, Scope, speaker};
use crate::claim::clause::{Clause, ClauseKind, has_to, is_noun, is_verb, row_of};
use crate::claim::draft::Draft;
use crate::claim::modality;
use crate::claim::model::{ClaimTime, Content, Modality, Participant, Polarity, Predicate, SpeakerKind};
use crate::claim::participant::edges;
use crate::claim::participant::phrase::Phrases;
use crate::claim::participant::reference::Discourse;
use crate::claim::participant::side::{Side, Sides};
use crate::claim::scene::Scene;
use crate::claim::sentence_rules::SentenceRules;
use crate::claim::told::is_office_word;
use crate::claim::trace::Notes;
use crate::claim::when::time_of;
use crate::claim::{assemble, near, opinion};
use crate::gazetteer::cues::ReferenceKind;
use crate::gazetteer::predicates::{Frame, Needs};
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::MentionKind;

/// Adds a claim for each scope whose words hold none, where the article names who says them by an office or a country.
pub(in crate::claim) fn say(
    scene: &Scene<'_>,
    discourse: &Discourse,
    scopes: &[Scope],
    near_of: &[Vec<usize>],
    wanted: &[bool],
    notes: &mut Notes,
    drafts: &mut Vec<Draft>,
) {
    let mut said = Vec::new();
    let mut places: Vec<Span> = drafts.iter().map(|draft| draft.place).collect();
    places.sort_unstable_by_key(|place| (place.start, place.end));
    let told_in = |scope: &Scope, content: &Span| {
        let first = places.partition_point(|place| place.start < content.start);
        places[first..].iter().take_while(|place| place.start < content.end).any(|&place| scope.holds(place))
    };
    for scope in scopes {
        if !wanted[scope.sentence] || matches!(scope.rule, "claim-that" | "speaks-next" | attribution::INTERVIEW | attribution::SIGNED) {
            continue;
        }
        let told = scope.content.iter().any(|content| told_in(scope, content));
        // Words about saying inside somebody else's words are no news.
        let nested = || near_of[scope.sentence].iter().any(|&other| scopes[other].verb != scope.verb && scopes[other].holds(scope.verb));
        // "Lind said 40 had left *and said he was glad*": one saying of one sentence is enough, where it tells something.
        let beside = || {
            let others = near_of[scope.sentence].iter().map(|&other| &scopes[other]);
            let mut same =
                others.filter(|other| other.verb != scope.verb && other.sentence == scope.sentence && other.speaker == scope.speaker);
            same.any(|other| {
                other.content.iter().any(|content| told_in(other, content)) || said.iter().any(|draft: &Draft| other.holds(draft.place))
            })
        };
        if told || beside() || !shows_its_words(scene, scope) || nested() || !is_plainly_said(scene, scope) {
            continue;
        }
        let of_country = scope.country.is_some() && scope.kind == SpeakerKind::Organization && !scope.thing && !is_a_country(scene, scope);
        let speakers = if scope.name.is_some() || of_country {
            let mut speaker = assemble::speaker_participant(scope, scene.text);
            if let (None, Some(name)) = (&speaker.country, &speaker.name) {
                speaker.country = discourse.country_of_person(scene, name).map(str::to_owned);
            }
            vec![speaker]
        } else {
            described_speakers(scene, discourse, scope)
        };
        if speakers.is_empty() && !is_of_office(scene, scope) {
            continue;
        }
        let near = near(scopes, &near_of[scope.sentence]);
        let rules = SentenceRules::new(scene, discourse, &near, scope.sentence);
        let reported = rules.reported(scope, notes);
        let Some(first) = speakers.first().filter(|_| reported.is_empty()) else {
            said.extend(reported);
            continue;
        };
        let Some(content) = content(scene, scope) else {
            notes.refuse(scope.sentence, scope.cue, "say", "nothing-is-said");
            continue;
        };
        if is_a_question(scene, scope, &content) {
            notes.refuse(scope.sentence, scope.cue, "say", "asks-a-question");
            continue;
        }
        if opinion::only_judges(scene, Span::new(content.start, content.end)) {
            notes.refuse(scope.sentence, scope.cue, "say", "opinion");
            continue;
        }
        let (told, spoken_of) = (rules.told_to(scope), rules.spoken_of(scope, first));
        let time = rules.time_of_saying(scope);
        let mut draft = draft(scene, scope, speakers);
        draft.claim.target = told;
        draft.claim.target.extend(spoken_of);
        draft.claim.time = time;
        draft.claim.content = Some(content);
        said.push(draft);
    }
    drafts.extend(said);
}

/// What is said: of the stretches of the speaker's words in the sentence of the verb, the longest, with all that nothing but marks lies
/// between. "*With the vote near*, Lind said, *few banks will lend*": not the shorter of two that the words that attribute part.
fn content(scene: &Scene<'_>, scope: &Scope) -> Option<Content> {
    let (text, tree) = (scene.text, &scene.analysis(scope.sentence).tree);
    let sentence = scene.document.sentences[scope.sentence].span;
    let tells = |span: &Span| span.of(text).contains(char::is_alphanumeric);
    let mut stretches: Vec<Span> = scope.content.iter().copied().filter(tells).collect();
    stretches.sort_unstable_by_key(|span| (span.start, span.end));
    let longest = (0..stretches.len()).max_by_key(|&at| (sentence.shared(stretches[at]), std::cmp::Reverse(at)))?;
    let joins = |before: Span, after: Span| before.end >= after.start || !text[before.end..after.start].contains(char::is_alphanumeric);
    let mut whole = stretches[longest];
    // "*Two of the dead*, Lind said, *were guards*": what is said of the words before is no sentence without them.
    let subject_of = |before: Span, whole: Span| {
        let subject = |token: usize| {
            let head = tree.head(token).filter(|_| tree.relation(token).is_subject());
            head.is_some_and(|head| whole.contains(tree.token_span(head)))
        };
        tree.tokens_in(before).any(subject)
    };
    for &before in stretches[..longest].iter().rev() {
        if joins(before, whole) || subject_of(before, whole) {
            whole = before.join(whole);
        }
    }
    for &after in &stretches[longest + 1..] {
        if joins(whole, after) || subject_of(whole, after) {
            whole = whole.join(after);
        }
    }
    // "conceded *the delay* was “deeply regrettable”": the quotation is only the end of what is said.
    let between = scope.verb.end..whole.start;
    let verb = tree.token_at(scope.verb.start);
    let subject = tree.tokens_in(Span::new(between.start, between.end.max(between.start))).find(|&token| {
        let hears = || verb.is_some_and(|verb| scene.gazetteers.word_sets.has(LexicalSet::SpokenTo, tree.lemma(verb)));
        let begins = match tree.relation(token) {
            Relation::Obj => !hears() && tree.head(token) == verb,
            relation => relation.is_subject() && tree.head(token) != verb,
        };
        begins && !scope.source.overlaps(tree.token_span(token))
    });
    if let Some(subject) = subject {
        let start = tree.subtree_span(subject).start;
        whole = Span::new(start.max(scope.verb.end), whole.end);
    }
    let span = edges::with_paired_marks(text, without_marks(text, whole));
    tells(&span).then(|| Content { text: span.of(text).to_owned(), start: span.start, end: span.end })
}

/// "asked *whether 40 had left*", "“*Who paid?*” he asked": a question tells nothing.
fn is_a_question(scene: &Scene<'_>, scope: &Scope, content: &Content) -> bool {
    let tree = &scene.analysis(scope.sentence).tree;
    let asks = tree.token_at(scope.verb.start).is_some_and(|verb| matches!(tree.lemma(verb), "ask" | "wonder"));
    let opens = || {
        tree.token_at(content.start).is_some_and(|first| {
            matches!(tree.tag(first), PennTag::WRB | PennTag::WP | PennTag::WDT | PennTag::WPS)
                || matches!(tree.lemma(first), "whether" | "if")
        })
    };
    asks && (content.text.ends_with('?') || scene.text[content.end..].starts_with('?') || opens())
}

/// "*that* 40 had left,": the words without the "that" that leads up to them, and without marks around.
fn without_marks(text: &str, span: Span) -> Span {
    let outer = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | ',' | ':' | ';');
    let words = span.of(text).trim_start_matches(outer);
    let words = words.strip_prefix("that").filter(|rest| rest.starts_with([' ', ','])).unwrap_or(words).trim_start_matches(outer);
    let start = span.end - words.len();
    Span::new(start, start + words.trim_end_matches(outer).len())
}

impl SentenceRules<'_, '_> {
    /// "told *the Harbour Post* that …": whom it is said to.
    fn told_to(&self, scope: &Scope) -> Vec<Participant> {
        let spoken_to = |verb: &usize| self.scene.gazetteers.word_sets.has(LexicalSet::SpokenTo, self.tree.lemma(*verb));
        let Some(verb) = self.tree.token_at(scope.verb.start).filter(spoken_to) else { return Vec::new() };
        let mut sides = Sides::default();
        let hearer = |child: &usize| {
            let noun = is_noun(self.tree.tag(*child)) || self.tree.tag(*child) == PennTag::PRP;
            let object = matches!(self.tree.relation(*child), Relation::Obj | Relation::Iobj);
            *child > verb && noun && object && !scope.holds(self.tree.token_span(*child)) && !self.is_time(*child)
        };
        for child in self.tree.children(verb).filter(hearer) {
            self.phrases().add(&mut sides, Side::Target, child);
        }
        sides.drop_parts();
        sides.target.retain(|hearer| !hearer.span().overlaps(scope.source) && !scope.holds(hearer.span()));
        sides.target
    }

    /// "said *on Monday* that …": when it is said.
    fn time_of_saying(&self, scope: &Scope) -> Option<ClaimTime> {
        let verb = self.tree.token_at(scope.verb.start)?;
        let first = scope.content.iter().map(|content| content.start).filter(|&start| start >= scope.verb.end).min();
        let between = |place: Span| first.is_some_and(|first| scope.verb.end <= place.start && place.end <= first);
        let mut own = self.anchors.iter().filter(|(mention, token)| {
            matches!(mention.kind, MentionKind::Date(_))
                && !scope.holds(mention.span)
                && !scope.source.overlaps(mention.span)
                && (self.tree.head(*token) == Some(verb) || between(mention.span))
        });
        own.find_map(|(mention, _)| time_of(self.scene, mention))
    }

    /// "*The fire was put out by noon*, officials said": what somebody without a name reports to have happened is the claim, and what
    /// the sentence tells itself; where somebody named says that it happened, the claim is that he says so.
    fn reported(&self, scope: &Scope, notes: &mut Notes) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (index, clause) in self.clauses.clauses.iter().enumerate() {
            let place = self.tree.token_span(clause.top());
            // "she said *she believed it worked*": what is only thought inside the words did not happen by them.
            let thought = || self.scopes.iter().any(|other| other.verb != scope.verb && scope.holds(other.verb) && other.holds(place));
            let free = clause.absorbed_by.is_none() && scope.holds(place) && !thought();
            if free && self.has_happened(index, clause) {
                self.clause(index, false, true, notes, &mut drafts);
            }
        }
        drafts
    }

    /// Whether a clause tells what happened, as a fact: a verb in the past that says much, of something that a noun names, or of
    /// somebody whose name is known.
    fn has_happened(&self, index: usize, clause: &Clause) -> bool {
        let tree = self.tree;
        let stands = match clause.kind {
            ClauseKind::Main | ClauseKind::Complement => true,
            ClauseKind::Conjunct => clause.parent.is_some_and(|parent| {
                let before = &self.clauses.clauses[parent];
                parent != index && before.kind != ClauseKind::Conjunct && self.has_happened(parent, before)
            }),
            _ => false,
        };
        let sets = &self.scene.gazetteers.word_sets;
        let says_much = match self.row(clause) {
            Some(row) => {
                let little = [ClassSet::Colourless, ClassSet::SaysLittle, ClassSet::Judges];
                // "the jury *determined* that …": without an infinitive, a class of its own.
                let class = if row.needs == Needs::Complement { tree.lemma(clause.head()) } else { &row.class };
                let tells = row.frame == Frame::Plain || &*row.class != "say" && row.frame != Frame::Light && self.has_content(clause);
                tells && !little.into_iter().any(|set| sets.has(set, class))
            }
            None => clause.passive && self.has_content(clause),
        };
        // "said *just how much Lind* gave", "said *when ferries* ran": a question or a time that is spoken of did not happen by it.
        let asks = |token: usize| matches!(tree.tag(token), PennTag::WRB | PennTag::WP | PennTag::WDT);
        let asked = |subject: usize| {
            (tree.subtree_range(subject).start..subject).any(asks)
                || tree.children(clause.top()).any(|child| child < subject && asks(child))
        };
        // "*He* jumped out of the car", of whom the name is known.
        let known = |subject: usize| {
            tree.tag(subject) == PennTag::PRP
                && matches!(self.scene.gazetteers.cues.reference(tree.lemma(subject)), Some(ReferenceKind::Man | ReferenceKind::Woman))
                && self.phrases().resolve(subject).is_some_and(|referent| referent.name.is_some())
        };
        let named =
            clause.subject().is_some_and(|subject| !asked(subject.head) && (is_noun(tree.tag(subject.head)) || known(subject.head)));
        // Somebody's very words are told as such.
        stands
            && !self.scene.is_quoted(tree.token_span(clause.head()))
            && self.is_past(clause)
            && says_much
            && named
            && matches!(
                modality::of_clause(tree, self.scene.text, self.scene.gazetteers, self.clauses, index).modality(),
                Modality::Asserted | Modality::Alleged
            )
    }

    /// "came", "has left", "was found": not "is needed", which tells how things are.
    fn is_past(&self, clause: &Clause) -> bool {
        let auxiliary = |tags: &[PennTag]| {
            self.tree
                .children(clause.head())
                .any(|child| matches!(self.tree.relation(child), Relation::Aux | Relation::AuxPass) && tags.contains(&self.tree.tag(child)))
        };
        let has = || {
            self.tree.children(clause.head()).any(|child| self.tree.relation(child) == Relation::Aux && self.tree.lemma(child) == "have")
        };
        match self.tree.tag(clause.head()) {
            PennTag::VBD => true,
            PennTag::VBN => !auxiliary(&[PennTag::VBG]) && (auxiliary(&[PennTag::VBD, PennTag::VBN]) || has()),
            _ => false,
        }
    }
}

fn draft(scene: &Scene<'_>, scope: &Scope, speakers: Vec<Participant>) -> Draft {
    let sentence = scene.document.sentences[scope.sentence].span;
    let mut span = speakers.iter().fold(scope.cue, |span, speaker| span.join(Span::new(speaker.start, speaker.end)));
    for content in scope.content.iter().filter(|content| sentence.overlaps(**content)) {
        span = span.join(Span::new(content.start.max(sentence.start), content.end.min(sentence.end)));
    }
    let tree = &scene.analysis(scope.sentence).tree;
    let lemma = tree.token_at(scope.verb.start).map(|token| tree.lemma(token).to_owned()).unwrap_or_default();
    let predicate = Predicate::at(scene.text, scope.verb, lemma, "say");
    let mut draft = Draft::new(scene, scope.sentence, span, predicate, scope.verb);
    draft.claim.actor = speakers;
    let mut attribution = attribution::attribution(scene, scope, scope.content[0], Vec::new());
    attribution.quoted |= is_mostly_quoted(scene, scope, sentence);
    draft.claim.attribution = Some(attribution);
    draft.rules = vec!["says", scope.rule];
    draft
}

/// Whether more than half of the speaker's words in the sentence stand between quotation marks: "*“We lost two boats,”* Lind said".
fn is_mostly_quoted(scene: &Scene<'_>, scope: &Scope, sentence: Span) -> bool {
    let (mut all, mut quoted) = (0, 0);
    for &content in &scope.content {
        let words = Span::new(content.start.max(sentence.start), content.end.min(sentence.end).max(content.start.max(sentence.start)));
        all += words.trim(scene.text).len();
        quoted += scene.quotations_over(words).map(|quotation| quotation.span.shared(words)).sum::<usize>();
    }
    2 * quoted > all
}

/// How many words and marks somebody may say without a verb that still tell nothing.
const WORDS_WITHOUT_VERB: usize = 9;

/// Whether the sentence of the verb has words of the speaker in it, and asks nothing.
fn shows_its_words(scene: &Scene<'_>, scope: &Scope) -> bool {
    let sentence = scene.document.sentences[scope.sentence].span;
    let words = sentence.of(scene.text);
    // "…," she said, of words in the sentence before: nothing to show here; but "tweeted:" leads up to what comes.
    if words.ends_with('?') || !words.ends_with(':') && !scope.content.iter().any(|content| sentence.overlaps(*content)) {
        return false;
    }
    // "“The fewer, the easier,” Lind said": no more than a word or two, with no verb.
    let tree = &scene.analysis(scope.sentence).tree;
    let stated = |content: &Span| {
        let mut tokens = tree.tokens_in(*content);
        content.start > scope.verb.start
            || tokens.len() > WORDS_WITHOUT_VERB
            || tokens.any(|token| is_verb(tree.tag(token)) || tree.tag(token) == PennTag::MD)
    };
    if !words.ends_with(':') && !scope.content.iter().filter(|content| sentence.overlaps(**content)).any(stated) {
        return false;
    }
    // "… built of cedar, according to her": what is said is no clause of its own.
    let behind = scope.rule == "according-to" && scope.content.iter().all(|content| content.start > sentence.start + 2);
    !(behind && scope.cue.start > sentence.start + 2)
}

/// "*A Norwegian pilot* said that …", "*an adviser to President Ann Lee* says …": speakers who are described by a country or an official.
fn described_speakers(scene: &Scene<'_>, discourse: &Discourse, scope: &Scope) -> Vec<Participant> {
    let tree = &scene.analysis(scope.sentence).tree;
    // "…, *saying* that", "officials, *who warn* that": beside what else is told of the speaker.
    let finite = |verb: &usize| tree.tag(*verb).is_finite() || tree.child_with(*verb, Relation::Aux).is_some();
    let aside = |verb: usize| matches!(tree.relation(verb), Relation::AclRelcl | Relation::Acl | Relation::Advcl);
    let says = |verb: usize| row_of(tree, scene.gazetteers, verb).is_some_and(|row| row.frame == Frame::Speech && &*row.class == "say");
    let verb = tree.token_at(scope.verb.start).filter(finite).filter(|&verb| !aside(verb) && says(verb));
    let subject = verb.and_then(|verb| speaker::subject(scene, scope.sentence, verb));
    let Some(subject) = subject.filter(|&subject| !scene.is_quoted(tree.token_span(subject))) else { return Vec::new() };
    let described = scene.mentions_in(scope.sentence).iter().any(|mention| {
        let named = matches!(mention.kind, MentionKind::Country(_) | MentionKind::Official(_)) && scene.is_trigger(mention);
        named && tree.tokens_in(mention.span).any(|token| describes(tree, token, subject)) && !scope.holds(mention.span)
    });
    if !described {
        return Vec::new();
    }
    let phrases = Phrases { scene, discourse, scopes: &[], sentence: scope.sentence, tree };
    let mut sides = Sides::default();
    phrases.add(&mut sides, Side::Actor, subject);
    sides.drop_parts();
    if sides.actor.iter().any(|speaker| scope.holds(Span::new(speaker.start, speaker.end))) {
        return Vec::new();
    }
    let known =
        |speaker: &Participant| speaker.country.is_some() || speaker.name.as_deref().is_some_and(|name| scene.is_public_figure(name));
    if sides.actor.iter().any(known) { sides.actor } else { Vec::new() }
}

/// Whether a token stands in the noun phrase of `subject`, no relative clause between.
fn describes(tree: &Tree, mut token: usize, subject: usize) -> bool {
    while token != subject {
        let relation = tree.relation(token);
        match tree.head(token).filter(|_| !relation.is_clausal()) {
            Some(head) => token = head,
            None => return false,
        }
    }
    true
}

/// "weavers in all of *the country*, who said", "the weekly Voice of *the Nation*": no country says anything by its description alone.
fn is_a_country(scene: &Scene<'_>, scope: &Scope) -> bool {
    let last = scope.source.of(scene.text).rsplit(' ').next().unwrap_or_default();
    scene.gazetteers.cues.reference(&last.to_lowercase()) == Some(ReferenceKind::Country)
}

/// "*Officials* said the fire was put out", "*police* said": who speaks for a public office, though nobody is named.
fn is_of_office(scene: &Scene<'_>, scope: &Scope) -> bool {
    let tree = &scene.analysis(scope.sentence).tree;
    tree.tokens_in(scope.source).any(|token| {
        let word = tree.lemma(token);
        is_office_word(tree.word(scene.text, token), scene.gazetteers)
            || matches!(scene.gazetteers.noun_classes.class(word), Some("official" | "police"))
    })
}

/// Whether a verb of saying stands as a fact: no modal, no negation, no infinitive.
fn is_plainly_said(scene: &Scene<'_>, scope: &Scope) -> bool {
    let tree = &scene.analysis(scope.sentence).tree;
    let Some(verb) = tree.token_at(scope.verb.start) else { return false };
    let mut put = modality::Put::default();
    modality::around(tree, scene.text, scene.gazetteers, verb, &mut put);
    !has_to(tree, verb) && put.modality() == Modality::Asserted && put.polarity() == Polarity::Affirmed
}
