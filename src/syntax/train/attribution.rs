//! Sentences of attribution for training, made from those of the treebanks.
//!
//! Treebanks of web text hold few sentences such as "…, officials said." (77 among 16,000 here), and news is full of them. So a statement
//! of the treebank is put into the mouth of a speaker: both trees are known, and so is the one of the whole.

use std::fmt::Write as _;

use crate::syntax::conllu::{self, TreebankSentence};
use crate::syntax::part_of_speech::PennTag;
use crate::syntax::relation::Relation;

use super::random::Random;

const FIRST_NAMES: [&str; 24] = [
    "Amara",
    "Ricardo",
    "Yusuf",
    "Ingrid",
    "Nayib",
    "Claudia",
    "Volodymyr",
    "Keiko",
    "Abdel",
    "Siobhan",
    "Emeka",
    "Priya",
    "Lars",
    "Mei",
    "Tomasz",
    "Fatima",
    "Anthony",
    "Sarah",
    "Michael",
    "Elena",
    "Joaquin",
    "Nguyen",
    "David",
    "Laura",
];
const SURNAMES: [&str; 24] = [
    "Okafor",
    "Zuniga",
    "Lindqvist",
    "Bukele",
    "Sheinbaum",
    "Tanaka",
    "Haddad",
    "O'Rourke",
    "Kowalski",
    "Banerjee",
    "Chen",
    "Müller",
    "Castellanos",
    "Blinken",
    "Whitfield",
    "Rasmussen",
    "Abubakar",
    "Petrov",
    "Costa",
    "Murphy",
    "Silva",
    "Park",
    "Garcia",
    "Johnson",
];

/// Verbs of saying: form, lemma, tag.
const VERBS: [(&str, &str, &str); 18] = [
    ("said", "say", "VBD"),
    ("said", "say", "VBD"),
    ("said", "say", "VBD"),
    ("said", "say", "VBD"),
    ("said", "say", "VBD"),
    ("says", "say", "VBZ"),
    ("announced", "announce", "VBD"),
    ("reported", "report", "VBD"),
    ("warned", "warn", "VBD"),
    ("added", "add", "VBD"),
    ("claimed", "claim", "VBD"),
    ("confirmed", "confirm", "VBD"),
    ("acknowledged", "acknowledge", "VBD"),
    ("ruled", "rule", "VBD"),
    ("argued", "argue", "VBD"),
    ("denied", "deny", "VBD"),
    ("noted", "note", "VBD"),
    ("told", "tell", "VBD"),
];

/// When or how it was said: form, lemma, tag, relation; each hangs on the last of them, that one on the verb.
const CIRCUMSTANCES: [&[(&str, &str, &str, &str)]; 8] = [
    &[],
    &[],
    &[],
    &[("Monday", "Monday", "NNP", "obl:unmarked")],
    &[("Tuesday", "Tuesday", "NNP", "obl:unmarked")],
    &[("on", "on", "IN", "case"), ("Thursday", "Thursday", "NNP", "obl")],
    &[("in", "in", "IN", "case"), ("a", "a", "DT", "det"), ("statement", "statement", "NN", "obl")],
    &[("last", "last", "JJ", "amod"), ("week", "week", "NN", "obl:unmarked")],
];

/// A token on its way into a sentence; `head` counts from 1, 0 for none yet.
#[derive(Clone)]
struct Row {
    form: String,
    lemma: String,
    tag: String,
    head: usize,
    relation: String,
    space: bool,
}

fn row(form: &str, lemma: &str, tag: &str, head: usize, relation: &str) -> Row {
    let owned = str::to_owned;
    Row { form: owned(form), lemma: owned(lemma), tag: owned(tag), head, relation: owned(relation), space: true }
}

/// A phrase or clause: its tokens, heads counted inside it, and its head token.
struct Part {
    rows: Vec<Row>,
    top: usize,
}

/// Whether a sentence can be put into somebody's mouth: a plain statement with a subject, of ordinary length.
fn is_statement(treebank: &TreebankSentence) -> bool {
    let sentence = &treebank.sentence;
    let (Some(root), count) = (sentence.root(), sentence.len()) else { return false };
    let finite = |token: usize| sentence.tag(token).is_finite_verb();
    (5..=24).contains(&count)
        && treebank.text.ends_with('.')
        && sentence.tag(count - 1) == PennTag::Period
        && sentence.head(count - 1) == Some(root)
        && !treebank.text.contains(['"', '“', '(', '[', ':', ';', '?', '!'])
        && treebank.text.starts_with(char::is_uppercase)
        && sentence.children(root).any(|child| sentence.relation(child).is_subject())
        && (finite(root) || sentence.children(root).any(finite))
        && !sentence
            .children(root)
            .any(|child| matches!(sentence.relation(child).universal(), Relation::Parataxis | Relation::Vocative | Relation::Cc))
}

/// The statement without its full stop.
fn statement(treebank: &TreebankSentence, starts: bool) -> Part {
    let sentence = &treebank.sentence;
    let mut rows: Vec<Row> = (0..sentence.len() - 1)
        .map(|token| Row {
            form: sentence.word(&treebank.text, token).to_owned(),
            lemma: treebank.lemmas[token].clone(),
            tag: sentence.tag(token).as_str().to_owned(),
            head: sentence.head(token).map_or(0, |head| head + 1),
            relation: sentence.relation(token).as_str().to_owned(),
            space: sentence.token_span(token).end != sentence.token_span(token + 1).start,
        })
        .collect();
    if let Some(last) = rows.last_mut() {
        last.space = true;
    }
    let first = &mut rows[0];
    if !starts
        && !sentence.tag(0).is_proper()
        && first.form != "I"
        && !first.form.starts_with("I'")
        && first.lemma.starts_with(char::is_lowercase)
    {
        first.form = first.form.to_lowercase();
    }
    Part { rows, top: sentence.root().unwrap_or(0) }
}

/// A speaker from `speakers.tsv`; an apposition or relative clause at its end is closed by a comma where words follow.
fn speaker(random: &mut Random, words_follow: bool) -> Part {
    let lines: Vec<&str> = include_str!("speakers.tsv").lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    let (name, surname) = (FIRST_NAMES[random.below(FIRST_NAMES.len())], SURNAMES[random.below(SURNAMES.len())]);
    let mut top = 0;
    let mut rows: Vec<Row> = lines[random.below(lines.len())]
        .split(' ')
        .enumerate()
        .filter_map(|(index, token)| {
            let cells: Vec<&str> = token.split('/').collect();
            let cell = |place: usize| match cells.get(place).copied() {
                Some("NAME") => Some(name),
                Some("SURNAME") => Some(surname),
                other => other,
            };
            let head = match cell(3)? {
                "0" => {
                    top = index;
                    0
                }
                "@" => usize::MAX,
                number => number.parse().ok()?,
            };
            Some(row(cell(0)?, cell(1)?, cell(2)?, head, cell(4).unwrap_or("nsubj")))
        })
        .collect();
    if rows.last().is_some_and(|last| last.form == ",") {
        rows.pop();
    }
    let added = rows.iter().position(|row| matches!(row.relation.as_str(), "appos" | "acl:relcl"));
    if let (Some(added), true) = (added, words_follow) {
        rows.push(row(",", ",", ",", added + 1, "punct"));
    }
    Part { rows, top }
}

/// A sentence being put together.
#[derive(Default)]
struct Draft {
    rows: Vec<Row>,
}

impl Draft {
    /// Adds a part under `head` (filled in later where it is 0); returns the number of its head token, from 1.
    fn part(&mut self, part: Part, relation: &str) -> usize {
        let offset = self.rows.len();
        let top = offset + part.top + 1;
        for (index, mut row) in part.rows.into_iter().enumerate() {
            if index == part.top {
                relation.clone_into(&mut row.relation);
                row.head = 0;
            } else if row.head != usize::MAX {
                row.head += offset;
            }
            if row.form == ","
                && let Some(last) = self.rows.last_mut()
            {
                last.space = false;
            }
            self.rows.push(row);
        }
        top
    }

    fn token(&mut self, row: Row) -> usize {
        self.rows.push(row);
        self.rows.len()
    }

    /// A mark that stands close to the token before it.
    fn close_mark(&mut self, form: &str, tag: &str, head: usize) {
        if let Some(last) = self.rows.last_mut() {
            last.space = false;
        }
        self.token(row(form, form, tag, head, "punct"));
    }

    fn hang(&mut self, token: usize, head: usize) {
        self.rows[token - 1].head = head;
    }

    /// The verb of saying with what is said of when and how, hung on it.
    fn verb(&mut self, random: &mut Random, bare: bool) -> usize {
        let (form, lemma, tag) = VERBS[random.below(VERBS.len())];
        let verb = self.token(row(form, lemma, tag, 0, "root"));
        if lemma == "tell" {
            self.token(row("reporters", "reporter", "NNS", verb, "iobj"));
        }
        if !bare {
            let words = CIRCUMSTANCES[random.below(CIRCUMSTANCES.len())];
            let last = self.rows.len() + words.len();
            for (index, (form, lemma, tag, relation)) in words.iter().enumerate() {
                self.token(row(form, lemma, tag, if index + 1 == words.len() { verb } else { last }, relation));
            }
        }
        verb
    }

    /// As CoNLL-U, the first letter large, the full stop under `root`.
    fn finish(mut self, root: usize) -> String {
        self.close_mark(".", ".", root);
        if let Some(first) = self.rows.iter_mut().find(|row| row.form.starts_with(char::is_alphanumeric))
            && let Some(letter) = first.form.get(..1)
        {
            first.form = letter.to_uppercase() + &first.form[1..];
        }
        let mut file = String::new();
        for (index, Row { form, lemma, tag, head, relation, space }) in self.rows.iter().enumerate() {
            let head = if *head == usize::MAX { root } else { *head };
            let misc = if *space { "_" } else { "SpaceAfter=No" };
            _ = writeln!(file, "{}\t{form}\t{lemma}\t_\t{tag}\t_\t{head}\t{relation}\t_\t{misc}", index + 1);
        }
        file.push('\n');
        file
    }
}

/// One sentence of attribution around a statement.
fn attribute(treebank: &TreebankSentence, random: &mut Random) -> String {
    let mut draft = Draft::default();
    match random.below(100) {
        // "Officials said (that) they agreed."
        kind @ 0..45 => {
            let speaker = draft.part(speaker(random, true), "nsubj");
            let verb = draft.verb(random, kind % 3 == 0);
            draft.hang(speaker, verb);
            let mark = (kind < 25).then(|| draft.token(row("that", "that", "IN", 0, "mark")));
            let said = draft.part(statement(treebank, false), "ccomp");
            draft.hang(said, verb);
            if let Some(mark) = mark {
                draft.hang(mark, said);
            }
            draft.finish(verb)
        }
        // "They agreed, officials said." with or without quotation marks, speaker or verb first.
        kind @ 45..88 => {
            let quoted = kind >= 65;
            let open = quoted.then(|| {
                let open = draft.token(row("\"", "\"", "``", 0, "punct"));
                draft.rows[open - 1].space = false;
                open
            });
            let said = draft.part(statement(treebank, true), "ccomp");
            draft.close_mark(",", ",", said);
            if let Some(open) = open {
                draft.hang(open, said);
                draft.close_mark("\"", "''", said);
            }
            let verb_first = kind % 2 == 0 && (quoted || kind % 4 == 0);
            let (verb, speaker) = if verb_first {
                let verb = draft.verb(random, true);
                (verb, draft.part(speaker(random, false), "nsubj"))
            } else {
                let speaker = draft.part(speaker(random, true), "nsubj");
                (draft.verb(random, false), speaker)
            };
            draft.hang(speaker, verb);
            draft.hang(said, verb);
            draft.finish(verb)
        }
        // "According to officials, they agreed."
        88..94 => {
            let according = draft.token(row("according", "accord", "VBG", 0, "case"));
            draft.token(row("to", "to", "IN", according, "fixed"));
            let source = draft.part(speaker(random, false), "obl");
            draft.hang(according, source);
            draft.close_mark(",", ",", source);
            let said = draft.part(statement(treebank, false), "root");
            draft.hang(source, said);
            draft.finish(said)
        }
        // "They agreed, according to officials."
        _ => {
            let said = draft.part(statement(treebank, true), "root");
            draft.close_mark(",", ",", 0);
            let comma = draft.rows.len();
            let according = draft.token(row("according", "accord", "VBG", 0, "case"));
            draft.token(row("to", "to", "IN", according, "fixed"));
            let source = draft.part(speaker(random, false), "obl");
            draft.hang(comma, source);
            draft.hang(according, source);
            draft.hang(source, said);
            draft.finish(said)
        }
    }
}

/// A sentence of attribution from about every `every`th statement of a treebank.
pub(super) fn attributions(treebank: &[TreebankSentence], every: usize) -> Vec<TreebankSentence> {
    let mut random = Random::new(11);
    let mut file = String::new();
    for sentence in treebank.iter().filter(|sentence| is_statement(sentence)) {
        if random.below(every) == 0 {
            file += &attribute(sentence, &mut random);
        }
    }
    conllu::read("sentences of attribution", file.as_bytes()).unwrap_or_default()
}
