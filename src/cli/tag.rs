//! `crossclaim tag`: mentions and sentences, one article a line.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use crossclaim::article::Article;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::report::mentions::TaggedArticle;
use crossclaim::segment::segment;
use crossclaim::syntax::{Analyser, conllu};
use crossclaim::tag::tag;

use super::{Inputs, Outcome, batch, output};

/// The arguments of `tag`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crossclaim tag article.txt
  echo \"Norway pledged $40 million.\" | crossclaim tag -
  crossclaim tag article.txt --format conllu")]
pub(crate) struct Tag {
    #[command(flatten)]
    inputs: Inputs,

    /// What to write.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    format: Format,

    /// Where to write; standard output where none is named.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The formats of `tag`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One object an article: sentences and mentions with byte offsets.
    Jsonl,
    /// Tokens, part-of-speech tags, lemmas and dependency trees in CoNLL-U, a block a sentence.
    Conllu,
}

impl Format {
    fn write(self, article: &Article, gazetteers: &Gazetteers) -> anyhow::Result<Vec<u8>> {
        let document = segment(article, gazetteers);
        match self {
            Self::Jsonl => {
                let mentions = tag(&document, gazetteers);
                // About twice the text is written: room made once.
                let mut line = Vec::with_capacity(article.text.len() * 2);
                serde_json::to_writer(&mut line, &TaggedArticle::new(&document, &mentions))?;
                line.push(b'\n');
                Ok(line)
            }
            Self::Conllu => {
                let mut blocks = String::new();
                for (index, sentence) in document.sentences.iter().enumerate() {
                    let analysed = Analyser::embedded().parse(&article.text, sentence.span);
                    conllu::write(&mut blocks, &format!("{}-{index}", article.id), &article.text, &analysed)?;
                }
                Ok(blocks.into_bytes())
            }
        }
    }
}

impl Tag {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let gazetteers = self.inputs.tables()?;
        let mut output = output::open(self.output.as_deref())?;
        let outcome =
            batch::for_each(&self.inputs, |article| self.format.write(article, gazetteers), |_, written| Ok(output.write_all(&written?)?))?;
        output.flush()?;
        Ok(outcome)
    }
}
