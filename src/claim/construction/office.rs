//! Claims about offices: who holds what, from titles and appositions.

use crate::article::Span;
use crate::claim::clause::{Clause, ClauseKind, Slot, is_passive, is_verb};
use crate::claim::draft::Draft;
use crate::claim::model::{Modality, Office, Participant, ParticipantKind};
use crate::claim::participant::reference::Discourse;
use crate::claim::scene::{Scene, before_preposition, is_office};
use crate::claim::sentence_rules::SentenceRules;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::titles::TitleKind;
use crate::gazetteer::word_sets::{ClassSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::{Mention, MentionKind, OfficialMention};

/// A title that a mention gives a person: "Ann Lee, a former Treasury official".
#[derive(Debug)]
pub(crate) struct Held<'a> {
    /// The evidence: the name with the office.
    pub(crate) span: Span,
    /// The words of the office, where they stand.
    pub(crate) office_span: Span,
    /// The person.
    pub(crate) official: &'a OfficialMention,
    /// The country of the office.
    pub(crate) country: Option<&'static str>,
    /// The office without "former" and the like.
    pub(crate) office: Office,
}

impl SentenceRules<'_, '_> {
    /// The noun of the office that a clause says somebody holds: "served as *chairman* of the board", "was named a *judge*", "is
    /// *editor* of the Beacon".
    pub(in crate::claim) fn office_said(&self, clause: &Clause) -> Option<usize> {
        let subject = clause.subject().filter(|subject| !subject.shared || clause.kind != ClauseKind::Relative)?;
        let place = self.tree.token_span(subject.head);
        let person = match self.tree.tag(subject.head) {
            PennTag::NNP => {
                self.scene.country_at(self.sentence, place).is_none() && self.scene.organization_at(self.sentence, place).is_none()
            }
            PennTag::PRP => matches!(self.tree.lemma(subject.head), "he" | "she"),
            _ => self.scene.official_at(self.sentence, place).is_some(),
        };
        if !person {
            return None;
        }
        let under_as = clause
            .arguments
            .iter()
            .find(|argument| argument.slot == Slot::Oblique && argument.preposition.is_some_and(|case| self.tree.lemma(case) == "as"));
        let verb = clause.chain.iter().rev().find(|&&word| is_verb(self.tree.tag(word))).copied();
        let appointed = |verb: usize| self.row_at(verb).is_some_and(|row| &*row.class == "appoint") && is_passive(self.tree, verb);
        let head = clause.head();
        let noun = match verb {
            Some(verb) if appointed(verb) && head != verb => head,
            Some(verb) if appointed(verb) && self.tree.child_with(verb, Relation::Obj).is_some() => {
                self.tree.child_with(verb, Relation::Obj)?
            }
            // "appointed chief *executive*", which the tagger may take for an adjective.
            Some(verb) if appointed(verb) && self.tree.child_with(verb, Relation::Xcomp).is_some() => {
                self.tree.child_with(verb, Relation::Xcomp)?
            }
            Some(verb) if appointed(verb) || self.scene.gazetteers.word_sets.has(LexicalSet::HoldsAs, self.tree.lemma(verb)) => {
                under_as?.head
            }
            Some(verb) if matches!(self.tree.lemma(verb), "become" | "remain") && head != verb => head,
            // "became *mayor* of Leeds", which the parser may take for an object.
            Some(verb) if matches!(self.tree.lemma(verb), "become" | "remain") => self.tree.child_with(verb, Relation::Obj)?,
            None if self.tree.child_with(head, Relation::Cop).is_some() => head,
            _ => return None,
        };
        let complement = self.tree.relation(noun) == Relation::Xcomp && self.tree.tag(noun) == PennTag::JJ;
        let office = (complement || matches!(self.tree.tag(noun), PennTag::NN | PennTag::NNP))
            && self.scene.official_at(self.sentence, self.tree.token_span(noun)).is_none();
        let (whole, short) = self.title(noun);
        let held = office
            && is_office(short, self.scene.gazetteers)
            && is_post(self.scene, self.sentence, whole)
            && !self.says_what_somebody_is_like(noun);
        held.then_some(noun)
    }

    /// "is *a gifted speaker*", "its *best* advocate": praise or blame, no office.
    fn says_what_somebody_is_like(&self, noun: usize) -> bool {
        let one_of_many = self.tree.child_with(noun, Relation::Det).is_some_and(|article| matches!(self.tree.lemma(article), "a" | "an"));
        self.tree.children(noun).any(|child| child < noun && matches!(self.tree.tag(child), PennTag::JJS | PennTag::RBS))
            || one_of_many && matches!(self.tree.lemma(noun), "leader" | "speaker")
    }

    /// "The board *appointed Jon Vik as its director*", "Ann Lee *resigned as mayor*": a clause that gives a person by name an office,
    /// or takes it, is worth a claim whatever else it names.
    pub(in crate::claim) fn changes_office(&self, clause: &Clause) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        if !self.row(clause).is_some_and(|row| sets.has(ClassSet::OfficeChange, &row.class)) {
            return false;
        }
        let person = clause.arguments.iter().any(|argument| {
            let place = self.tree.token_span(argument.head);
            matches!(argument.slot, Slot::Subject | Slot::PassiveSubject | Slot::Object)
                && self.tree.tag(argument.head) == PennTag::NNP
                && self.scene.country_at(self.sentence, place).is_none()
                && (self.discourse.cast.at(place).is_some() || self.scene.official_at(self.sentence, place).is_some())
        });
        let office = |noun: usize| self.tree.tag(noun).is_noun() && is_office(self.title(noun).1, self.scene.gazetteers);
        let under_as = || {
            clause.arguments.iter().any(|argument| {
                argument.slot == Slot::Oblique
                    && argument.preposition.is_some_and(|case| self.tree.lemma(case) == "as")
                    && office(argument.head)
            })
        };
        let complement = || clause.chain.iter().any(|&verb| self.tree.child_with(verb, Relation::Xcomp).is_some_and(office));
        person && (under_as() || complement())
    }

    /// The words of an office from its first noun or adjective to the noun, and to the end of what belongs to it.
    fn title(&self, noun: usize) -> (Span, &str) {
        let whole = self.phrases().span(noun);
        let determined = self.tree.children(noun).filter(|&child| {
            child < noun && matches!(self.tree.relation(child), Relation::Det | Relation::NmodPoss | Relation::Case | Relation::Advmod)
        });
        let start = determined.map(|child| self.tree.subtree_span(child).end).max().unwrap_or(whole.start).max(whole.start);
        let office = Span::new(start, whole.end.max(start)).trim(self.scene.text);
        let short = Span::new(office.start, self.tree.token_span(noun).end.max(office.start));
        (office, short.of(self.scene.text))
    }

    /// Makes of a draft what it says of an office.
    pub(in crate::claim) fn hold(&self, clause: &Clause, noun: usize, draft: &mut Draft) {
        let (office, _) = self.title(noun);
        let words = office.of(self.scene.text);
        let past = ["former ", "ex-"].iter().find_map(|mark| words.strip_prefix(mark));
        let title = past.unwrap_or(words);
        let acting = title.strip_prefix("acting ");
        let claim = &mut draft.claim;
        claim.office = Some(Office { title: acting.unwrap_or(title).to_owned(), former: past.is_some(), acting: acting.is_some() });
        let Some(subject) = clause.subject().map(|subject| self.tree.token_span(subject.head)) else { return };
        let holder = |participant: &Participant| participant.start <= subject.start && subject.end <= participant.end;
        if let Some(at) = claim.target.iter().position(holder) {
            claim.actor = vec![claim.target.remove(at)];
        }
        let country = claim.target.iter().find(|participant| office.overlaps(Span::new(participant.start, participant.end)));
        let country = country.and_then(|participant| participant.country.clone());
        if let Some(person) = claim.actor.iter_mut().find(|participant| holder(participant)) {
            person.country = person.country.take().or(country);
            if person.name.is_none() && self.tree.tag(clause.subject().map_or(0, |subject| subject.head)) == PennTag::NNP {
                person.name = Some(person.text.clone());
            }
            // "would be the first Danish president": nobody holds that.
            if claim.modality == Modality::Asserted {
                person.office = Some(acting.unwrap_or(title).to_owned());
            }
        }
        draft.rules.push("holds-office");
    }
}

/// The titles of an article, one for each person and office, at the first place that gives them with a full name.
///
/// "President Trump's strategy" gives none: a title before a bare last name points at somebody rather than telling us who he is.
pub(crate) fn held<'a>(scene: &Scene<'a>, discourse: &Discourse) -> Vec<(usize, Held<'a>)> {
    let mut seen: Vec<(&str, String)> = Vec::new();
    let mut found = Vec::new();
    for mention in scene.mentions.iter().filter(|mention| mention.sentence < scene.document.sentences.len()) {
        let Some(held) = of_mention(scene, discourse, mention) else { continue };
        if !scene.speaks(mention.sentence) || is_rank_beside_office(scene, mention, &held) {
            continue;
        }
        let key = (held.official.full_name.as_str(), held.office.title.to_lowercase());
        let known = seen
            .iter()
            .any(|(name, title)| *name == key.0 && (title.contains(&key.1) || key.1.contains(title.as_str()) || title.is_empty()));
        if !known {
            seen.push(key);
            found.push((mention.sentence, held));
        }
    }
    found
}

/// "*Major General* Olaf Brandt, spokesman for the army", "the leader of the group, *Chief* Ann Lee": a rank that another office of the
/// same person stands beside is none of its own.
fn is_rank_beside_office(scene: &Scene<'_>, mention: &Mention, held: &Held<'_>) -> bool {
    let gazetteers = scene.gazetteers;
    let kind = gazetteers.titles.kind_of(&held.office.title);
    let rank = matches!(kind, Some(TitleKind::Academic | TitleKind::Military | TitleKind::Religious | TitleKind::Royal));
    let bare = gazetteers.titles.is_title(&held.office.title) && (rank || held.office.title == "Chief");
    bare && scene.mentions_in(mention.sentence).iter().any(|other| {
        matches!(&other.kind, MentionKind::Official(official)
            if official.name == held.official.name && official.office_span.is_some_and(|office| office.start < held.office_span.start || office.start >= official.name.end)
                && official.office.as_deref().is_some_and(|office| is_office(office, gazetteers)))
    })
}

/// "a nurse *at St. Anne's Hospital*", "a trader *with Nordbank*": whatever somebody is there, the body gives it.
fn works_at(scene: &Scene<'_>, sentence: usize, office_span: Span, office: &str) -> bool {
    let kind = scene.gazetteers.titles.kind_of(before_preposition(office, scene.gazetteers));
    let works = matches!(kind, Some(TitleKind::Arts | TitleKind::Profession | TitleKind::Sport | TitleKind::Media | TitleKind::Business));
    works
        && scene.mentions_in(sentence).iter().any(|mention| {
            let ahead = &scene.text[office_span.start..mention.span.start.max(office_span.start)];
            let under = ahead.trim_end_matches("the ").trim_end().rsplit(' ').next();
            matches!(mention.kind, MentionKind::Organization(_))
                && office_span.contains(mention.span)
                && under.is_some_and(|word| matches!(word, "at" | "of" | "for" | "with"))
        })
}

/// Whether an office is a position that somebody is given: no mere occupation ("author", "activist", "defence attorney"), unless its words
/// name whose it is or what rank: "*Beacon* columnist", "historian *at Lund University*", "*chief* economist".
pub(crate) fn is_post(scene: &Scene<'_>, sentence: usize, office: Span) -> bool {
    let sets = &scene.gazetteers.word_sets;
    let words = office.of(scene.text).to_lowercase();
    let phrase = before_preposition(&words, scene.gazetteers).trim_matches(|c: char| !c.is_alphanumeric());
    let occupation = |words: &str| sets.has(LexicalSet::Occupation, words);
    let (before, last) = phrase.rsplit_once([' ', '\u{a0}']).unwrap_or(("", phrase));
    let last_two = before.rfind([' ', '\u{a0}']).map_or(phrase, |at| phrase[at..].trim_start());
    if !occupation(last) && !occupation(last_two) && !last.rsplit_once('-').is_some_and(|(_, end)| occupation(end)) {
        return true;
    }
    let named = |word: &str| sets.has(LexicalSet::MakesPost, word) || is_body(word, scene.gazetteers);
    let written = office.of(scene.text);
    scene.organization_at(sentence, office).is_some()
        || words.split(|c: char| !c.is_alphanumeric()).any(named)
        || written.split([' ', '\u{a0}']).any(is_written_as_a_body)
        || written.split(['’', '\'']).skip(1).any(|behind| behind.starts_with("s "))
}

/// "NewsHour", "4Fjord", "RTVE": no word of the language.
fn is_written_as_a_body(word: &str) -> bool {
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let inside = word
        .as_bytes()
        .windows(2)
        .any(|pair| !pair[0].is_ascii_uppercase() && pair[0].is_ascii_alphanumeric() && pair[1].is_ascii_uppercase());
    inside || capitals > 3 && capitals == word.len()
}

/// "university", "ministry", "firm": a word for a body that gives somebody a position.
fn is_body(word: &str, gazetteers: &Gazetteers) -> bool {
    matches!(gazetteers.noun_classes.kind(word), Some(NounKind::Organization | NounKind::Government))
}

fn of_mention<'a>(scene: &Scene<'a>, discourse: &Discourse, mention: &'a Mention) -> Option<Held<'a>> {
    let MentionKind::Official(official) = &mention.kind else { return None };
    let office_span = official.office_span?;
    let office = official.office.as_deref()?;
    let held = is_office(office, scene.gazetteers) && is_post(scene, mention.sentence, office_span);
    if !held && !works_at(scene, mention.sentence, office_span, office) {
        return None;
    }
    let name = official.name.of(scene.text);
    // "Roe, the Ohio senator" tells us who he is; "Senator Roe" points at him.
    let told = office_span.start >= official.name.end;
    if !name.trim().contains([' ', '-']) && !told {
        return None;
    }
    let title = official.office.clone().unwrap_or_else(|| office_span.of(scene.text).to_owned());
    let office = Office { title, former: official.former, acting: official.acting };
    let span = mention.span.join(office_span).join(official.name);
    Some(Held {
        span: span.join(body_behind(scene, mention.sentence, span).unwrap_or(span)),
        office_span,
        official,
        country: discourse.country_of(scene, mention, official),
        office,
    })
}

/// "Captain Ann Lee *of the Oslo Police Department*": the body that stands behind the name and the office.
fn body_behind(scene: &Scene<'_>, sentence: usize, span: Span) -> Option<Span> {
    let rest = &scene.text[span.end..];
    let joins = [" of the ", " of ", " from the ", " with the "].iter().find(|joins| rest.starts_with(**joins))?;
    let body = |mention: &&Mention| matches!(mention.kind, MentionKind::Organization(_)) && mention.span.start == span.end + joins.len();
    scene.mentions_in(sentence).iter().find(body).map(|mention| mention.span)
}

/// The person as a participant.
pub(crate) fn participant(scene: &Scene<'_>, held: &Held<'_>) -> Participant {
    Participant {
        country: held.country.map(str::to_owned),
        name: Some(held.official.full_name.clone()),
        office: Some(held.office.title.clone()),
        ..Participant::at(scene.text, held.span, ParticipantKind::Official)
    }
}

/// "ambassador *to Chad*", "of the Norwegian embassy *in Peru*": the other countries that the words of an office name.
pub(crate) fn other_countries(scene: &Scene<'_>, sentence: usize, held: &Held<'_>) -> Vec<Participant> {
    let mut others: Vec<Participant> = Vec::new();
    for mention in scene.mentions_in(sentence).iter().filter(|mention| held.span.contains(mention.span)) {
        let MentionKind::Country(country) = &mention.kind else { continue };
        let known = others.iter().any(|other| other.country.as_deref() == Some(country.iso2));
        if held.country.is_some_and(|own| own != country.iso2) && !known {
            let country = Some(country.iso2.to_owned());
            others.push(Participant { country, ..Participant::at(scene.text, mention.span, ParticipantKind::Country) });
        }
    }
    others
}
