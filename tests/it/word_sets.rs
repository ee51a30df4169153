//! The sets of words that single rules ask for, as tables of a user's own.

use std::fs;

use crossclaim::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crossclaim::gazetteer::{GazetteerError, Gazetteers};

/// The tables with one of a user's own laid over them.
fn with_table(table: &str, text: &str) -> Result<Gazetteers, GazetteerError> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(format!("{table}.tsv")), text).expect("a file");
    Gazetteers::with_folder(folder.path())
}

#[test]
fn wrong_rows_are_refused_with_file_and_line() {
    let rows = [
        ("function_words", "set\tword\nspot\tbeside\nspots\tbeside\n", "function_words.tsv:3: the set \"spots\" is not known"),
        ("lexical_sets", "set\tword\nact_of_office\tknight\n", "lexical_sets.tsv:2: the set \"act_of_office\" is not known"),
        ("class_sets", "set\tclass\ntogether\t\n", "class_sets.tsv:2: the column class is empty"),
        ("class_sets", "set\tword\n", "class_sets.tsv:1: the header must name the columns set, class"),
    ];
    for (table, text, expected) in rows {
        let problem = with_table(table, text).expect_err("a wrong row").to_string();
        assert!(problem.contains(expected), "{problem}");
    }
}

#[test]
fn a_users_rows_are_added_to_their_set() {
    let own = with_table("class_sets", "set\tclass\nact_of_office\tknight\n").expect("right rows");
    for class in ["knight", "convict"] {
        assert!(own.word_sets.has(ClassSet::ActOfOffice, class), "{class}");
    }
    assert!(!own.word_sets.has(ClassSet::Together, "knight"));
    let embedded = &Gazetteers::embedded().word_sets;
    assert!(!embedded.has(ClassSet::ActOfOffice, "knight"));
    assert!(embedded.has(FunctionSet::Locative, "throughout"));
    assert!(embedded.has(LexicalSet::NotPublicOffice, "chief executive"));
}
