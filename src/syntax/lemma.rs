//! Lemmas: the form that a dictionary lists a word under.

use std::borrow::Cow;

use super::part_of_speech::PennTag;

/// The lemma of `word` under the tag `tag`, as the treebank has it: in lower case, but a proper noun keeps its capitals
/// ("countries" → "country", "Americans" → "American", "n't" → "not").
pub fn of(word: &str, tag: PennTag) -> Cow<'_, str> {
    if !tag.is_proper() && word.chars().any(char::is_uppercase) {
        return Cow::Owned(of(&word.to_lowercase(), tag).into_owned());
    }
    if tag.is_plural() && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        if let Some(stem) = word.strip_suffix("ies") {
            return Cow::Owned(format!("{stem}y"));
        }
        return Cow::Borrowed(&word[..word.len() - 1]);
    }
    Cow::Borrowed(word)
}
