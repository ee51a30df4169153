//! Conflicts as annotations of GitHub Actions: a line each side, shown at the words in the file.

use std::io::{self, Write};

use super::Findings;
use super::place::Place;
use crate::reconcile::model::Severity;

/// Writes two workflow commands a conflict, one at each passage.
///
/// # Errors
/// Where `output` cannot be written.
pub fn write(findings: &Findings, mut output: impl Write) -> io::Result<()> {
    let claims = findings.claims_by_id();
    let articles = findings.articles_by_id();
    for conflict in &findings.ledger.conflicts {
        let (Some(a), Some(b)) = (claims.get(conflict.a.as_str()), claims.get(conflict.b.as_str())) else { continue };
        let command = match conflict.severity {
            Severity::Conflict => "error",
            Severity::Tension => "warning",
        };
        for (here, there) in [(a, b), (b, a)] {
            let (here, there) = (Place::of(here, conflict, &articles), Place::of(there, conflict, &articles));
            let message = format!("{} (the other side: {}:{}:{})", conflict.why, there.file, there.start.line, there.start.column);
            writeln!(
                output,
                "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
                property(&here.file),
                here.start.line,
                here.start.column,
                here.end.line,
                here.end.column,
                property(conflict.code.as_str()),
                data(&message)
            )?;
        }
    }
    Ok(())
}

/// The message of a command, with what would end it escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, with what would end it escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
