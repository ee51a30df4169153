//! `crossclaim score`: how good it is on annotated articles.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use crossclaim::Pipeline;
use crossclaim::reconcile::reconcile;
use crossclaim::score::{Gold, Scores, score};
use crossclaim::segment::segment;
use crossclaim::tag::tag;

use super::{Inputs, Outcome, batch, output};

/// The arguments of `score`.
#[derive(Debug, Args)]
#[command(after_help = "\
What is printed:
  claims: precision and recall; then, of those found, of each of their slots.
  tags: how much of what the annotated claims name is tagged: quantities and
    people inside the claim's words, countries anywhere in the article. Gold
    annotates claims, not mentions, so it can tell no precision here.
  relations: how many annotated relations were kept; false alarms are reported
    conflicts that no relation holds.

Example:
  crossclaim score --gold corpus/")]
pub(crate) struct Score {
    /// A folder of annotated articles: beside the articles, folders named gold with claims.jsonl and relations.jsonl.
    #[arg(long, required = true, value_name = "DIR")]
    gold: PathBuf,

    /// A folder with tables of your own (.tsv), laid over the built-in ones.
    #[arg(long, value_name = "DIR")]
    gazetteers: Option<PathBuf>,
}

impl Score {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let mut gold = Gold::default();
        collect(&self.gold, &mut gold)?;
        if gold.claims.is_empty() && gold.relations.is_empty() {
            bail!(
                "{}: no folder named gold with claims.jsonl or relations.jsonl in it; name a folder of annotated articles",
                self.gold.display()
            );
        }
        let paths = vec![self.gold.to_string_lossy().into_owned()];
        let inputs = Inputs { paths, gazetteers: self.gazetteers.clone(), jobs: 0, keep_going: false };
        let pipeline = Pipeline::with_gazetteers(inputs.tables()?);
        let mut claims = Vec::new();
        let mut of_tags = Scores::default();
        let outcome = batch::for_each(
            &inputs,
            |article| (tag(&segment(article, pipeline.gazetteers()), pipeline.gazetteers()), pipeline.extract(article)),
            |article, (mentions, of_article)| {
                of_tags.add_tags(&gold, &article, &mentions);
                claims.extend(of_article);
                Ok(())
            },
        )?;
        let ledger = reconcile(&claims, pipeline.gazetteers());
        let mut output = output::open(None)?;
        writeln!(output, "{}", Scores { tags: of_tags.tags, ..score(&gold, &claims, &ledger) })?;
        output.flush()?;
        Ok(outcome)
    }
}

/// Reads the annotations of a folder and of those in it, in the order of their names.
fn collect(folder: &Path, gold: &mut Gold) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}: cannot be read; check its name and rights", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    for path in paths.iter().filter(|path| path.is_dir()) {
        if path.file_name().is_none_or(|name| name != "gold") {
            collect(path, gold)?;
            continue;
        }
        let read = |name: &str| -> anyhow::Result<Option<(PathBuf, String)>> {
            let file = path.join(name);
            if !file.exists() {
                return Ok(None);
            }
            let text = fs::read_to_string(&file).with_context(|| format!("{}: cannot be read as text", file.display()))?;
            Ok(Some((file, text)))
        };
        if let Some((file, text)) = read("claims.jsonl")? {
            gold.add_claims(&text).with_context(|| file.display().to_string())?;
        }
        if let Some((file, text)) = read("relations.jsonl")? {
            gold.add_relations(&text).with_context(|| file.display().to_string())?;
        }
    }
    Ok(())
}
