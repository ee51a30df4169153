//! Articles read, worked on by several threads, and handed on in the order of the input, with a bound on what is in flight.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::sync_channel;
use std::thread;

use anyhow::Context;
use crossclaim::article::Article;
use crossclaim::read::{ReadError, Reader};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{Inputs, Outcome, output};

/// A batch is full at this many bytes of text or that many articles, whichever comes first.
const BATCH_BYTES: usize = 1 << 20;
const BATCH_ARTICLES: usize = 256;
/// How many batches may wait for a worker.
const BATCHES_WAITING: usize = 2;

/// Works on every article of `inputs` and hands each with its result to `each`, in the order of the input.
pub(crate) fn for_each<T: Send>(
    inputs: &Inputs,
    work: impl Fn(&Article) -> T + Sync,
    mut each: impl FnMut(Article, T) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let each = |article, result: Option<T>| result.map_or(Ok(()), |result| each(article, result));
    for_each_wanted(inputs, |_| true, work, each)
}

/// As [`for_each`], where only those articles are worked on that `wanted` takes; it is asked once for each, in order.
///
/// An input that cannot be read is one line on standard error, and the rest goes on; so is an article on which `work` panics.
pub(crate) fn for_each_wanted<T: Send>(
    inputs: &Inputs,
    wanted: impl FnMut(&Article) -> bool + Send,
    work: impl Fn(&Article) -> T + Sync,
    mut each: impl FnMut(Article, Option<T>) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let work = |article: &Article, wanted: bool| wanted.then(|| work(article));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(inputs.jobs).build().context("the worker threads could not be started")?;
    let progress = progress();
    let mut failed = false;
    let reader = Reader::new(&inputs.paths);
    if let Some(message) = reader.passed_over() {
        output::note(&message);
    }
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(BATCHES_WAITING);
        scope.spawn(move || {
            for batch in batches(reader, wanted) {
                if sender.send(batch).is_err() {
                    break;
                }
            }
        });
        for batch in receiver {
            let worked: Vec<_> = pool
                .install(|| batch.into_par_iter().map(|article| article.map(|(article, wanted)| one(article, wanted, &work))).collect());
            for result in worked {
                match result {
                    Ok((article, Some(result))) => each(article, result)?,
                    Ok((article, None)) => {
                        failed = true;
                        output::error(&format!(
                            "{}: article {} could not be worked on and is left out; please report it with its text",
                            article.place.file, article.id
                        ));
                    }
                    Err(notice) if notice.is_notice() => progress.suspend(|| output::note(&notice.to_string())),
                    Err(error) => {
                        failed = true;
                        progress.suspend(|| output::error(&error.to_string()));
                    }
                }
                progress.inc(1);
            }
        }
        anyhow::Ok(())
    })?;
    progress.finish_and_clear();
    Ok(if failed && !inputs.keep_going { Outcome::Failed } else { Outcome::Clean })
}

/// Runs `work` on one article; a panic in it costs this article only.
fn one<T>(article: Article, wanted: bool, work: &impl Fn(&Article, bool) -> T) -> (Article, Option<T>) {
    let result = catch_unwind(AssertUnwindSafe(|| work(&article, wanted))).ok();
    (article, result)
}

/// Groups what the reader gives into batches of bounded size; each article with whether it is wanted.
fn batches(mut reader: Reader, mut wanted: impl FnMut(&Article) -> bool) -> impl Iterator<Item = Vec<Result<(Article, bool), ReadError>>> {
    std::iter::from_fn(move || {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH_ARTICLES && bytes < BATCH_BYTES {
            let Some(article) = reader.next() else { break };
            bytes += article.as_ref().map_or(0, |article| article.text.len());
            batch.push(article.map(|article| {
                let wanted = wanted(&article);
                (article, wanted)
            }));
        }
        (!batch.is_empty()).then_some(batch)
    })
}

/// A count of articles on standard error, shown on a terminal only.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}, {elapsed}");
    let bar = ProgressBar::new_spinner();
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
