//! Which words of two statements can mean the same thing.

use super::reading::{Kind, Word};
use crate::gazetteer::lexical_relations::{LexicalRelations, WordingCue};

/// The same word, number or country.
pub(super) const SAME: u8 = 100;
/// One word made from the other: "invent", "invention".
pub(super) const DERIVED: u8 = 90;
/// Words of one class of predicates.
pub(super) const CLASS: u8 = 80;

/// How much alike two words are, in hundredths.
pub(super) fn alike(a: &Word<'_>, b: &Word<'_>) -> u8 {
    if a.kind == Kind::Small || b.kind == Kind::Small {
        return 0;
    }
    if let (Some(a), Some(b)) = (a.value, b.value) {
        return if a == b { SAME } else { 0 };
    }
    if a.lemma == b.lemma || a.written == b.written {
        return SAME;
    }
    if let (Some(a), Some(b)) = (a.country, b.country) {
        return if a == b { SAME } else { 0 };
    }
    let names = a.kind == Kind::Name && b.kind == Kind::Name;
    if (a.kind == Kind::Name) == (b.kind == Kind::Name) && is_derived(&a.lemma, &b.lemma, names, a.relations) {
        return DERIVED;
    }
    if a.groups.iter().any(|group| b.groups.contains(group)) {
        return CLASS;
    }
    match (&a.class, &b.class) {
        (Some((class_a, negated_a)), Some((class_b, negated_b))) if class_a == class_b && negated_a == negated_b => CLASS,
        _ => 0,
    }
}

/// How much what `general` names covers what `special` names: words that are alike, or a kind and one of it: "attack", "dynamite".
pub(super) fn covers(general: &Word<'_>, special: &Word<'_>) -> u8 {
    let alike = alike(general, special);
    let is_kind = || {
        general.kind != Kind::Name
            && (general.relations.kinds(&special.lemma).iter().any(|kind| **kind == *general.lemma)
                || (special.is_person && general.relations.is_cue(&general.lemma, WordingCue::Person)))
    };
    if alike < CLASS && is_kind() { CLASS } else { alike }
}

/// Whether two lemmas are of one root, by their beginnings: "train", "training"; "pollute", "pollution"; of names only a plural.
fn is_derived(a: &str, b: &str, names: bool, relations: &LexicalRelations) -> bool {
    let is_ending = |ending: &str| ending.is_empty() || relations.is_cue(ending, WordingCue::Ending);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if names {
        return long.strip_suffix('s') == Some(short) || (short.len() >= LONG_NAME && is_one_letter_off(a, b));
    }
    let root = short.strip_suffix(['e', 'y']).unwrap_or(short);
    if root.len() >= 4 && long.starts_with(root) {
        let ending = &long[root.len()..];
        return is_ending(ending);
    }
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    shared >= 6 && a.is_char_boundary(shared) && b.is_char_boundary(shared) && is_ending(&a[shared..]) && is_ending(&b[shared..])
}

/// From this length on a name that differs in one letter is taken for another spelling: "Yanukovych", "Yanukovich".
const LONG_NAME: usize = 7;

/// Whether two words differ in one letter: another, one more, or one less.
fn is_one_letter_off(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    front + back + 1 >= long.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn words_of_one_root_are_known_by_their_beginnings() {
        let relations = &Gazetteers::embedded().lexical_relations;
        let is_derived = |a, b, names| is_derived(a, b, names, relations);
        for (a, b) in
            [("train", "training"), ("pollute", "pollution"), ("invent", "inventor"), ("seismic", "seismicity"), ("deter", "deterrent")]
        {
            assert_eq!(is_derived(a, b, false), a != "deter", "{a} {b}");
        }
        for (a, b) in [("general", "generate"), ("car", "carbon"), ("port", "portrait"), ("community", "communist")] {
            assert!(!is_derived(a, b, false), "{a} {b}");
        }
        assert!(is_derived("zulu", "zulus", true) && !is_derived("iran", "iranian", true));
    }
}
