//! Baselines: conflicts that are known already, by their ids, so that a run in CI fails for new ones only.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use crossclaim::reconcile::model::Conflict;
use serde::{Deserialize, Serialize};

use super::output;

/// The conflicts of a baseline file.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    known: BTreeSet<String>,
}

/// One line of the file: the id counts, the rest is for whoever reads it.
#[derive(Debug, Deserialize)]
struct Known {
    id: String,
}

#[derive(Debug, Serialize)]
struct Written<'a> {
    id: &'a str,
    code: &'a str,
    why: &'a str,
}

impl Baseline {
    /// Reads what [`write`] wrote.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let named = path.display();
        let text = fs::read_to_string(path)
            .with_context(|| format!("{named}: the baseline cannot be read; make it with `crossclaim check --write-baseline {named}`"))?;
        let mut known = BTreeSet::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let Known { id } = serde_json::from_str(line).with_context(|| {
                format!("{named}:{}: not a known conflict; write one a line, as `crossclaim check --write-baseline` does", index + 1)
            })?;
            known.insert(id);
        }
        Ok(Self { known })
    }

    /// Leaves out the conflicts that are known, and says how many those are, and how many of the baseline are gone.
    pub(crate) fn leave_out(&self, conflicts: &mut Vec<Conflict>) {
        let found = conflicts.len();
        conflicts.retain(|conflict| !self.known.contains(&conflict.id));
        let left_out = found - conflicts.len();
        if !self.known.is_empty() {
            let gone = self.known.len() - left_out;
            output::note(&format!("{left_out} known from the baseline left out, {gone} of the baseline not found any more"));
        }
    }
}

/// Writes the conflicts to a file, in order of their ids, so that a change of it is easy to read.
pub(crate) fn write(path: &Path, conflicts: &[Conflict]) -> anyhow::Result<()> {
    let mut sorted: Vec<&Conflict> = conflicts.iter().collect();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    let mut output = output::open(Some(path))?;
    for conflict in sorted {
        serde_json::to_writer(&mut output, &Written { id: &conflict.id, code: conflict.code.as_str(), why: &conflict.why })?;
        output.write_all(b"\n")?;
    }
    Ok(output.flush()?)
}
