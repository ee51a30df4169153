//! The folder layout is the architecture: imports run one way along the pipeline.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each stage, and the stages to its left that it may know.
const STAGES: [(&str, &[&str]); 10] = [
    ("article", &[]),
    ("read", &["article"]),
    ("gazetteer", &["article"]),
    ("segment", &["article", "gazetteer"]),
    ("syntax", &["article"]),
    ("tag", &["article", "gazetteer", "segment", "syntax"]),
    ("claim", &["article", "gazetteer", "segment", "syntax", "tag"]),
    ("reconcile", &["article", "gazetteer", "syntax", "tag", "claim"]),
    ("report", &["article", "segment", "syntax", "tag", "claim", "reconcile"]),
    ("score", &["article", "segment", "tag", "claim", "reconcile"]),
];

fn source_files(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("the source folder can be read") {
            source_files(&entry.expect("its entries can be read").path(), files);
        }
    } else if path.extension().is_some_and(|ending| ending == "rs") {
        files.push(path.to_owned());
    }
}

#[test]
fn imports_run_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = BTreeSet::new();
    for (stage, known) in STAGES {
        let mut files = Vec::new();
        source_files(&root.join(stage), &mut files);
        source_files(&root.join(format!("{stage}.rs")), &mut files);
        for file in files.into_iter().filter(|file| file.exists()) {
            let text = fs::read_to_string(&file).expect("a source file can be read");
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for imported in line.split("crate::").skip(1) {
                    let module: String =
                        imported.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
                    let is_stage = STAGES.iter().any(|(name, _)| *name == module);
                    if is_stage && module != stage && !known.contains(&module.as_str()) {
                        wrong.insert(format!("{}: {stage} must not know {module}", file.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
