//! Stub until the segment branch lands.
#![allow(missing_docs, missing_debug_implementations)]
use crate::article::Article;
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(String);
pub struct Reader(std::vec::IntoIter<Result<Article, ReadError>>);
impl Reader {
    pub fn new(paths: &[String]) -> Self {
        let mut all = Vec::new();
        for path in paths {
            let mut files: Vec<_> = if std::path::Path::new(path).is_dir() {
                std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect()
            } else {
                vec![path.into()]
            };
            files.sort();
            for file in files {
                let text = std::fs::read_to_string(&file).unwrap();
                if file.extension().is_some_and(|e| e == "jsonl") {
                    for line in text.lines() {
                        let v: serde_json::Value = serde_json::from_str(line).unwrap();
                        let get = |k: &str| v.get(k).and_then(|x| x.as_str()).map(ToOwned::to_owned);
                        let mut a =
                            Article::new(get("id").unwrap_or_default(), get("source").unwrap_or_default(), get("text").unwrap_or_default());
                        a.published = get("published").and_then(|d| d.get(..10).and_then(|d| d.parse().ok()));
                        a.group = get("group");
                        a.title = get("title");
                        a.place.file = file.display().to_string();
                        all.push(Ok(a));
                    }
                } else {
                    let mut a =
                        Article::new(file.file_stem().unwrap().to_string_lossy(), file.file_stem().unwrap().to_string_lossy(), text);
                    a.place.file = file.display().to_string();
                    all.push(Ok(a));
                }
            }
        }
        Self(all.into_iter())
    }
}
impl Iterator for Reader {
    type Item = Result<Article, ReadError>;
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}
