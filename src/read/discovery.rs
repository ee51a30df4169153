//! From what was named on the command line to files: folders walked, kinds told by ending, ids and sources by path.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};
use walkdir::{DirEntry, WalkDir};

use super::error::{ReadError, ReadProblem};
use super::feed;
use super::stream::Bytes;

/// How the bytes of a file are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Zstd,
    /// Told by the first bytes: standard input and pipes.
    Told,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    JsonLines,
    Html,
    Warc,
    Feed,
    /// Told by the beginning: JSON lines where it is `{`, a page or a feed where it is `<`, an archive where it is `WARC/`, else
    /// text.
    Told,
}

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// None for standard input.
    pub(super) path: Option<PathBuf>,
    /// The file as messages name it.
    pub(super) name: String,
    pub(super) format: Format,
    pub(super) packing: Packing,
    /// The id of a text that gives none itself; the first part of the ids of records that give none.
    pub(super) id: String,
    /// The source of articles that give none.
    pub(super) source: String,
}

/// How many files of folders are of no kind that is read, by their ending (empty where they have none).
pub(super) type PassedOver = BTreeMap<String, usize>;

/// All files that `paths` name, in their order, folders walked in order of their entries' names; a file is read once.
pub(super) fn discover(paths: &[String]) -> (Vec<Result<Input, ReadError>>, PassedOver) {
    let mut found = Vec::new();
    let mut passed_over = PassedOver::new();
    for path in paths {
        if path == "-" {
            found.push(Ok(Input {
                path: None,
                name: path.clone(),
                format: Format::Told,
                packing: Packing::Told,
                id: "stdin".to_owned(),
                source: "stdin".to_owned(),
            }));
        } else {
            discover_path(Path::new(path), &mut found, &mut passed_over);
        }
    }
    drop_repeated(&mut found);
    name_apart(&mut found);
    (found, passed_over)
}

fn discover_path(path: &Path, found: &mut Vec<Result<Input, ReadError>>, passed_over: &mut PassedOver) {
    let name = path.display().to_string();
    match path.metadata() {
        Ok(metadata) if metadata.is_dir() => walk(path, found, passed_over),
        Ok(metadata) => match kind(path) {
            Some((format, packing)) => found.push(Ok(input(path, None, format, packing))),
            // A pipe has no ending: `<(command)`.
            None if !metadata.is_file() => found.push(Ok(input(path, None, Format::Told, Packing::Told))),
            None => found.push(Err(ReadError::new(&name, None, ReadProblem::UnknownEnding))),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => found.push(Err(ReadError::new(&name, None, ReadProblem::NotFound))),
        Err(error) => found.push(Err(ReadError::new(&name, None, ReadProblem::Unreadable(error)))),
    }
}

fn walk(folder: &Path, found: &mut Vec<Result<Input, ReadError>>, passed_over: &mut PassedOver) {
    let before = found.len();
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_wanted);
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let inner = entry.path().parent().filter(|parent| *parent != folder);
                let input = kind(entry.path()).map(|(format, packing)| input(entry.path(), inner, format, packing));
                if let Some(input) = input.filter(may_be_read) {
                    found.push(Ok(input));
                } else {
                    *passed_over.entry(ending(entry.path()).unwrap_or_default()).or_default() += 1;
                }
            }
            Ok(_) => {}
            Err(error) => {
                let name = error.path().unwrap_or(folder).display().to_string();
                let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other("its links lead in a circle"));
                found.push(Err(ReadError::new(&name, None, ReadProblem::Unreadable(error))));
            }
        }
    }
    if found.len() == before {
        found.push(Err(ReadError::new(&folder.display().to_string(), None, ReadProblem::NoArticle)));
    }
}

/// Hidden entries, README.md, gold annotations and what a browser saved beside a page are not articles; the folder named itself
/// always is walked.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let folder = entry.file_type().is_dir();
    entry.depth() == 0
        || !(name.starts_with('.') || name == "README.md" || (folder && (name == "gold" || belongs_to_page(entry.path(), &name))))
}

/// Whether a folder holds the pictures, scripts and frames of the page beside it: "talks_files" beside "talks.html".
fn belongs_to_page(folder: &Path, name: &str) -> bool {
    let Some(page) = name.strip_suffix("_files") else { return false };
    ["html", "htm"].iter().any(|ending| folder.with_file_name(format!("{page}.{ending}")).is_file())
}

/// XML is much else besides feeds: inside a folder only those are read.
fn may_be_read(input: &Input) -> bool {
    input.format != Format::Feed || Bytes::open(input).and_then(|mut bytes| bytes.beginning().map(feed::is_feed)).unwrap_or(true)
}

fn kind(path: &Path) -> Option<(Format, Packing)> {
    let (inner, packing) = match ending(path).as_deref() {
        Some("gz") => (path.with_extension(""), Packing::Gzip),
        Some("zst") => (path.with_extension(""), Packing::Zstd),
        _ => (path.to_owned(), Packing::Plain),
    };
    let format = match ending(&inner).as_deref() {
        Some("txt") => Format::Text,
        Some("md") => Format::Markdown,
        Some("jsonl") => Format::JsonLines,
        Some("html" | "htm") => Format::Html,
        Some("warc" | "wet") => Format::Warc,
        Some("xml" | "rss" | "atom") => Format::Feed,
        _ => return None,
    };
    Some((format, packing))
}

fn ending(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase)
}

fn input(path: &Path, folder: Option<&Path>, format: Format, packing: Packing) -> Input {
    let id = stem(path);
    let folder = folder.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let source = folder.unwrap_or_else(|| id.clone());
    Input { path: Some(path.to_owned()), name: path.display().to_string(), format, packing, id, source }
}

/// The file's name without the endings that tell its kind.
fn stem(path: &Path) -> String {
    let mut name = PathBuf::from(path.file_name().unwrap_or_default());
    if name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz") || ending.eq_ignore_ascii_case("zst")) {
        name.set_extension("");
    }
    if kind(&name).is_some() {
        name.set_extension("");
    }
    name.to_string_lossy().into_owned()
}

/// A file that two of the paths lead to is read where it is first met.
fn drop_repeated(found: &mut Vec<Result<Input, ReadError>>) {
    let mut seen = FxHashSet::default();
    found.retain(|input| match input {
        Ok(Input { path: Some(path), format, .. }) if *format != Format::Told => {
            seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone()))
        }
        Ok(Input { path: None, .. }) => seen.insert(PathBuf::from("-")),
        _ => true,
    });
}

/// Gives files with one stem ids that tell them apart, the same for any order of the paths: as many of the folders above
/// as it takes ("a/1", "b/1"), then the whole path with its endings ("a/1.txt", "a/1.md").
fn name_apart(found: &mut [Result<Input, ReadError>]) {
    let mut folders = 0;
    loop {
        let mut count: FxHashMap<String, usize> = FxHashMap::default();
        for input in found.iter().flatten() {
            *count.entry(input.id.clone()).or_default() += 1;
        }
        let mut longer = false;
        folders += 1;
        for input in found.iter_mut().flatten().filter(|input| count.get(&input.id).is_some_and(|&count| count > 1)) {
            let Some(path) = &input.path else { continue };
            let id = with_folders(path, folders).unwrap_or_else(|| input.name.clone());
            longer |= id != input.id;
            input.id = id;
        }
        if !longer {
            return;
        }
    }
}

/// The stem with so many folders before it; none where the path has no more.
fn with_folders(path: &Path, folders: usize) -> Option<String> {
    let above: Vec<_> = path
        .parent()?
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    let first = above.len().checked_sub(folders)?;
    let mut id = above[first..].join("/");
    id.push('/');
    id.push_str(&stem(path));
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endings_tell_the_kind_and_leave_the_stem() {
        let rows = [
            ("a/b.txt", Some((Format::Text, Packing::Plain)), "b"),
            ("a/b.md.gz", Some((Format::Markdown, Packing::Gzip)), "b"),
            ("a.b.JSONL.zst", Some((Format::JsonLines, Packing::Zstd)), "a.b"),
            ("a.HTML", Some((Format::Html, Packing::Plain)), "a"),
            ("b.htm.gz", Some((Format::Html, Packing::Gzip)), "b"),
            ("a.warc.gz", Some((Format::Warc, Packing::Gzip)), "a"),
            ("a.pdf", None, "a.pdf"),
            ("a.gz", None, "a"),
            ("a", None, "a"),
        ];
        for (path, expected, name) in rows {
            assert_eq!(kind(Path::new(path)), expected, "{path}");
            assert_eq!(stem(Path::new(path)), name, "{path}");
        }
    }

    #[test]
    fn files_of_one_stem_get_ids_that_tell_them_apart_whatever_their_order() {
        let ids = |paths: &[&str]| -> Vec<String> {
            let mut found: Vec<_> = paths
                .iter()
                .map(|path| {
                    let (format, packing) = kind(Path::new(path)).expect("a known ending");
                    Ok(input(Path::new(path), None, format, packing))
                })
                .collect();
            name_apart(&mut found);
            found.into_iter().flatten().map(|input| input.id).collect()
        };
        assert_eq!(ids(&["x/a/1.txt", "x/b/1.txt", "x/b/2.txt"]), ["a/1", "b/1", "2"]);
        assert_eq!(ids(&["x/b/2.txt", "x/b/1.txt", "x/a/1.txt"]), ["2", "b/1", "a/1"]);
        assert_eq!(ids(&["x/a/1.txt", "y/a/1.txt", "a/1.txt"]), ["x/a/1", "y/a/1", "a/1.txt"]);
        assert_eq!(ids(&["a/1.txt", "a/1.md"]), ["a/1.txt", "a/1.md"]);
    }
}
