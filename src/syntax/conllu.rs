//! CoNLL-U, the format of treebanks and of their public scorers: read for training and scoring, written by `crossclaim tag`.

use std::fmt;
use std::io::{BufRead, Read};
use std::path::Path;

use super::lemma;
use super::part_of_speech::PennTag;
use super::relation::Relation;
use super::sentence::{ROOT, Sentence, Token};
use crate::article::Span;

/// A sentence of a treebank: its text and what people found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TreebankSentence {
    /// The sentence as it was written.
    pub text: String,
    /// Tokens, tags and tree; every span points into `text`, lemmas are in lower case.
    pub sentence: Sentence,
    /// The lemmas as the treebank has them, capitals of names kept.
    pub lemmas: Vec<String>,
    /// The universal tags, as written.
    pub universal_tags: Vec<String>,
}

/// What can be wrong with a CoNLL-U file.
#[derive(Debug, thiserror::Error)]
pub enum ConlluError {
    /// The file cannot be read.
    #[error("cannot read {file}: {source}; check the path and that a .gz file is whole")]
    Read {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// A line does not hold what CoNLL-U has there.
    #[error("line {line} of {file}: {what}; ten columns separated by tabs are expected, see universaldependencies.org/format")]
    Line {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        what: &'static str,
    },
}

/// The sentences of a file, plain or packed with gzip (`.gz`).
pub fn read_file(path: &Path) -> Result<Vec<TreebankSentence>, ConlluError> {
    let file = path.display().to_string();
    let failed = |source| ConlluError::Read { file: file.clone(), source };
    let bytes = std::fs::File::open(path).map_err(failed)?;
    let reader: Box<dyn Read> = if path.extension().is_some_and(|extension| extension == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(bytes))
    } else {
        Box::new(bytes)
    };
    read(&file, std::io::BufReader::new(reader))
}

/// The sentences of a stream; `file` names it in errors. Multiword lines and empty nodes are passed over.
pub fn read(file: &str, reader: impl BufRead) -> Result<Vec<TreebankSentence>, ConlluError> {
    let mut sentences = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for (index, line) in reader.lines().enumerate() {
        let line = line.map_err(|source| ConlluError::Read { file: file.to_owned(), source })?;
        let wrong = |what| ConlluError::Line { file: file.to_owned(), line: index + 1, what };
        if line.is_empty() {
            if !rows.is_empty() {
                sentences.push(assemble(&rows).map_err(wrong)?);
                rows.clear();
            }
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            let &[id, form, lemma, universal, penn, _, head, relation, _, misc] = columns.as_slice() else {
                return Err(wrong("not ten columns"));
            };
            if id.contains(['-', '.']) {
                continue;
            }
            rows.push(Row {
                form: form.to_owned(),
                lemma: lemma.to_owned(),
                universal: universal.to_owned(),
                tag: PennTag::parse(penn).ok_or_else(|| wrong("the fifth column is no Penn tag"))?,
                head: head.parse().map_err(|_| wrong("the head is no number"))?,
                relation: Relation::parse(relation).ok_or_else(|| wrong("the relation is not a universal one"))?,
                space: !misc.split('|').any(|item| item == "SpaceAfter=No"),
            });
        }
    }
    if !rows.is_empty() {
        let wrong = |what| ConlluError::Line { file: file.to_owned(), line: 0, what };
        sentences.push(assemble(&rows).map_err(wrong)?);
    }
    Ok(sentences)
}

struct Row {
    form: String,
    lemma: String,
    universal: String,
    tag: PennTag,
    head: u32,
    relation: Relation,
    space: bool,
}

fn assemble(rows: &[Row]) -> Result<TreebankSentence, &'static str> {
    let mut text = String::new();
    let mut tokens = Vec::new();
    for row in rows {
        let start = text.len();
        text.push_str(&row.form);
        tokens.push(Token { span: Span::new(start, text.len()) });
        if row.space {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    if rows.iter().any(|row| row.head as usize > rows.len()) {
        return Err("a head of this sentence points past its end");
    }
    let lower: Vec<String> = rows.iter().map(|row| row.lemma.to_lowercase()).collect();
    let sentence = Sentence::from_parts(
        Span::new(0, text.len()),
        tokens,
        rows.iter().map(|row| row.tag).collect(),
        lower.iter().map(String::as_str),
        rows.iter().map(|row| row.head.checked_sub(1).unwrap_or(ROOT)).collect(),
        rows.iter().map(|row| row.relation).collect(),
    );
    let lemmas = rows.iter().map(|row| row.lemma.clone()).collect();
    let universal_tags = rows.iter().map(|row| row.universal.clone()).collect();
    Ok(TreebankSentence { text, sentence, lemmas, universal_tags })
}

/// Writes one sentence as CoNLL-U, with the blank line after it; `id` becomes its `sent_id`. Without a tree the last columns are `_`.
pub fn write(out: &mut impl fmt::Write, id: &str, text: &str, sentence: &Sentence) -> fmt::Result {
    let one_line = sentence.span.of(text).replace(['\n', '\r', '\t'], " ");
    writeln!(out, "# sent_id = {id}\n# text = {}", one_line.trim())?;
    for token in 0..sentence.len() {
        let word = sentence.word(text, token);
        let tag = sentence.tag(token);
        let lemma = lemma::of(word, tag);
        let universal = sentence.universal_tag(token);
        write!(out, "{}\t{word}\t{lemma}\t{universal}\t{tag}\t_\t", token + 1)?;
        if sentence.has_tree() {
            write!(out, "{}\t{}", sentence.head(token).map_or(0, |head| head + 1), sentence.relation(token))?;
        } else {
            out.write_str("_\t_")?;
        }
        let touches = sentence.tokens.get(token + 1).is_some_and(|next| next.span.start == sentence.token_span(token).end);
        writeln!(out, "\t_\t{}", if touches { "SpaceAfter=No" } else { "_" })?;
    }
    out.write_char('\n')
}
