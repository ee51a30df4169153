//! `crossclaim explain`: how one claim was made; why two claims agree, conflict, or are about different things.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use crossclaim::Pipeline;
use crossclaim::claim::extract_traced;
use crossclaim::claim::model::{Claim, ClaimScope};
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::explain;
use crossclaim::report::explanation::{self, Extraction};
use crossclaim::segment::segment;
use crossclaim::tag::tag;

use super::{Inputs, Outcome, batch, output};

/// The arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  crossclaim explain 6a87a31fc047e4d0 --in corpus/earthquake
  crossclaim explain 6a87 1d09 --in claims.jsonl    # why these two agree or differ")]
pub(crate) struct Explain {
    /// The id of a claim, or the ids of two; the beginning of an id will do.
    #[arg(required = true, num_args = 1..=2, value_name = "CLAIM-ID")]
    ids: Vec<String>,

    /// Where the claims are: files that `extract` wrote (.jsonl), or articles and folders of articles.
    #[arg(long = "in", required = true, num_args = 1.., value_name = "PATH")]
    paths: Vec<String>,

    /// A folder with tables of your own (.tsv), laid over the built-in ones.
    #[arg(long, value_name = "DIR")]
    gazetteers: Option<PathBuf>,
}

impl Explain {
    pub(crate) fn run(&self) -> anyhow::Result<Outcome> {
        let inputs = Inputs { paths: self.paths.clone(), gazetteers: self.gazetteers.clone(), jobs: 0, keep_going: true };
        let gazetteers = inputs.tables()?;
        let [first, second] = self.ids.as_slice() else { return one(&self.ids[0], &inputs, gazetteers) };
        let claims = self.claims(inputs, gazetteers)?;
        let (a, b) = (find(&claims, first)?, find(&claims, second)?);
        let explanation = explain(a, b, &claims, gazetteers);
        let mut output = output::open(None)?;
        for claim in [a, b] {
            writeln!(output, "{} {} {}..{}\n  {}", claim.id, claim.article, claim.start, claim.end, claim.text)?;
        }
        write!(output, "{explanation}")?;
        output.flush()?;
        Ok(Outcome::Clean)
    }

    /// All claims: those that the files hold, or those of the articles.
    fn claims(&self, mut inputs: Inputs, gazetteers: &'static Gazetteers) -> anyhow::Result<Vec<Claim>> {
        let mut claims = Vec::new();
        let mut articles = Vec::new();
        for path in &self.paths {
            match claims_of(Path::new(path))? {
                Some(of_file) => claims.extend(of_file),
                None => articles.push(path.clone()),
            }
        }
        if !articles.is_empty() {
            inputs.paths = articles;
            let pipeline = Pipeline::with_gazetteers(gazetteers);
            batch::for_each(
                &inputs,
                |article| pipeline.extract_all(article),
                |_, of_article| {
                    claims.extend(of_article);
                    Ok(())
                },
            )?;
        }
        Ok(claims)
    }
}

/// Explains the claims of one id, or the beginning of one, from the articles they are made from.
fn one(id: &str, inputs: &Inputs, gazetteers: &'static Gazetteers) -> anyhow::Result<Outcome> {
    let mut output = output::open(None)?;
    let mut found = false;
    batch::for_each(
        inputs,
        |article| {
            let document = segment(article, gazetteers);
            let mentions = tag(&document, gazetteers);
            let (claims, trace) = extract_traced(&document, &mentions, gazetteers);
            let mut explained = Vec::new();
            for claim in claims.iter().filter(|claim| claim.id.starts_with(id)) {
                let extraction = Extraction { document: &document, mentions: &mentions, trace: &trace };
                explanation::write(claim, extraction, &mut explained)?;
            }
            if explained.is_empty() {
                let claims = Pipeline::with_gazetteers(gazetteers).extract_all(article);
                for claim in claims.iter().filter(|claim| claim.scope == ClaimScope::Statement && claim.id.starts_with(id)) {
                    writeln!(
                        explained,
                        "{} {} {}..{}\n  {}\na statement: all of its sentence, compared word for word with those of other articles",
                        claim.id, claim.article, claim.start, claim.end, claim.text
                    )?;
                }
            }
            anyhow::Ok(explained)
        },
        |_, explained| {
            let explained = explained?;
            found |= !explained.is_empty();
            Ok(output.write_all(&explained)?)
        },
    )?;
    output.flush()?;
    if !found {
        bail!("{id}: no claim of these articles has this id; `crossclaim extract` writes the ids");
    }
    Ok(Outcome::Clean)
}

/// The claims of a JSONL file whose first line is a claim; none for any other file.
fn claims_of(path: &Path) -> anyhow::Result<Option<Vec<Claim>>> {
    if path.is_dir() || path.extension().is_none_or(|ending| ending != "jsonl") {
        return Ok(None);
    }
    let file = File::open(path).with_context(|| format!("{}: cannot be read; check its name and rights", path.display()))?;
    let mut claims = Vec::new();
    for line in BufReader::new(file).lines() {
        let line = line.with_context(|| format!("{}: cannot be read as text", path.display()))?;
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Claim>(&line) {
            Ok(claim) => claims.push(claim),
            Err(_) if claims.is_empty() => return Ok(None),
            Err(error) => return Err(io::Error::from(error).into()),
        }
    }
    Ok(Some(claims))
}

/// The claim of an id, or of the beginning of one that fits no other.
fn find<'c>(claims: &'c [Claim], id: &str) -> anyhow::Result<&'c Claim> {
    if let Some(claim) = claims.iter().find(|claim| claim.id == id) {
        return Ok(claim);
    }
    let mut fitting = claims.iter().filter(|claim| claim.id.starts_with(id));
    match (fitting.next(), fitting.next()) {
        (Some(claim), None) => Ok(claim),
        (Some(_), Some(_)) => bail!("{id}: more than one claim's id begins so; write more of it"),
        (None, _) => bail!("{id}: no claim has this id; `crossclaim extract` writes the ids"),
    }
}
