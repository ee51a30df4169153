//! The words just before and after a span, cut out by hand: no tokens are needed to look at one neighbour.

use crate::article::Span;

/// How far a neighbouring word is read, in bytes; longer runs without white space are no words.
const LONGEST_WORD: usize = 40;

/// What stands between a span and the word beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// One or more spaces.
    Space,
    /// A hyphen without spaces: "pro-Russian".
    Hyphen,
    /// A comma and a space.
    Comma,
}

/// A word beside a span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    /// The word without the marks around it; a point at its end is kept, for abbreviations.
    pub(super) text: &'t str,
    /// Where it stands.
    pub(super) span: Span,
    /// What joins it to the span.
    pub(super) joint: Joint,
    /// Whether a mark other than a point follows it directly: "Ministry,".
    pub(super) closed: bool,
}

impl<'t> Word<'t> {
    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is written in capitals throughout and has two letters or more.
    pub(super) fn is_in_capitals(&self) -> bool {
        self.text.chars().filter(|character| character.is_alphabetic()).count() > 1 && !self.text.chars().any(char::is_lowercase)
    }

    /// The word without a point at its end.
    pub(super) fn bare(&self) -> &'t str {
        self.text.strip_suffix('.').unwrap_or(self.text)
    }
}

/// What follows a span.
#[derive(Clone, Copy, Debug)]
pub(super) struct After<'t> {
    /// Whether the span is a genitive: "Russia's".
    pub(super) genitive: bool,
    /// The character just after the span, the genitive's ending passed over.
    pub(super) mark: Option<char>,
    /// The next word, where only a space, a hyphen or a comma parts it from the span.
    pub(super) word: Option<Word<'t>>,
}

/// The word before `offset`, where only a space, a hyphen or a comma parts it from there.
pub(super) fn before(text: &str, offset: usize) -> Option<Word<'_>> {
    let head = &text[..offset];
    if let Some(head) = head.strip_suffix('-') {
        return word_at_end(head, Joint::Hyphen);
    }
    let trimmed = head.trim_end_matches([' ', '\u{a0}']);
    if trimmed.len() == head.len() {
        return None;
    }
    match trimmed.strip_suffix(',') {
        Some(trimmed) => word_at_end(trimmed, Joint::Comma),
        None => word_at_end(trimmed, Joint::Space),
    }
}

/// What follows `offset`.
pub(super) fn after(text: &str, offset: usize) -> After<'_> {
    let mut from = offset;
    let mut genitive = false;
    for ending in ["'s", "’s"] {
        if text[from..].starts_with(ending) {
            genitive = true;
            from += ending.len();
            break;
        }
    }
    if !genitive && text[..offset].ends_with('s') {
        for ending in ["' ", "’ "] {
            if text[from..].starts_with(ending) {
                genitive = true;
                from += ending.len() - 1;
                break;
            }
        }
    }
    let tail = &text[from..];
    let word = match tail.as_bytes().first() {
        // 0xc2 begins a no-break space.
        Some(b' ' | 0xc2) => word_at_start(text, from, Joint::Space),
        Some(b'-') => word_at_start(text, from + 1, Joint::Hyphen),
        Some(b',') => word_at_start(text, from + 1, Joint::Comma),
        _ => None,
    };
    After { genitive, mark: tail.chars().next(), word }
}

/// The word after a word.
pub(super) fn next<'t>(text: &'t str, word: &Word<'t>) -> Option<Word<'t>> {
    if word.closed { None } else { after(text, word.span.end).word.filter(|next| next.joint == Joint::Space) }
}

fn word_at_end(head: &str, joint: Joint) -> Option<Word<'_>> {
    let mut start = head.len();
    for (offset, character) in head.char_indices().rev() {
        if character.is_whitespace()
            || head.len() - offset > LONGEST_WORD
            || (character == '-' && joint != Joint::Hyphen)
            || character == '—'
        {
            break;
        }
        start = offset;
    }
    let word = &head[start..];
    let inner = word.trim_start_matches(|character: char| !character.is_alphanumeric());
    let start = head.len() - inner.len();
    let last = inner.chars().next_back()?;
    if !last.is_alphanumeric() && last != '.' {
        return None;
    }
    Some(Word { text: inner, span: Span::new(start, head.len()), joint, closed: false })
}

fn word_at_start(text: &str, from: usize, joint: Joint) -> Option<Word<'_>> {
    let tail = &text[from..];
    let skipped = tail.len() - tail.trim_start_matches([' ', '\u{a0}']).len();
    if (skipped == 0) != (joint == Joint::Hyphen) {
        return None;
    }
    let tail = &tail[skipped..];
    let mut end = tail.len();
    for (offset, character) in tail.char_indices() {
        let inside = character.is_alphanumeric() || matches!(character, '.' | '&' | '\'' | '’') || (offset == 0 && character == '(');
        if !inside || offset > LONGEST_WORD {
            end = offset;
            break;
        }
    }
    let word = &tail[..end];
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let word = word.trim_end_matches(['\'', '’']);
    let genitive = word.len() != end;
    let mark = tail[end..].chars().next();
    if word.is_empty() {
        return None;
    }
    let start = from + skipped;
    let closed = genitive || !mark.is_none_or(|mark| mark == ' ' || mark == '-' || mark == '\u{a0}');
    Some(Word { text: word, span: Span::new(start, start + word.len()), joint, closed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before() {
        let rows = [
            ("the |Russia", Some(("the", Joint::Space))),
            ("pro-|Russian", Some(("pro", Joint::Hyphen))),
            ("Peru, |Chile", Some(("Peru", Joint::Comma))),
            ("Sgt. |Jordan", Some(("Sgt.", Joint::Space))),
            ("“New |Jersey", Some(("New", Joint::Space))),
            ("(|Russia", None),
            ("said; |Russia", None),
            ("\n|Russia", None),
            ("|Russia", None),
        ];
        for (marked, expected) in rows {
            let offset = marked.find('|').expect("a mark");
            let text = marked.replace('|', "");
            assert_eq!(before(&text, offset).map(|word| (word.text, word.joint)), expected, "{marked}");
        }
    }

    #[test]
    fn words_after() {
        let rows = [
            ("Russia| said.", false, Some(("said.", Joint::Space, false))),
            ("Russia|’s Foreign Ministry", true, Some(("Foreign", Joint::Space, false))),
            ("US|-led", false, Some(("led", Joint::Hyphen, false))),
            ("Peru|, Ind., said", false, Some(("Ind.", Joint::Comma, true))),
            ("Russian| Ministry’s man", false, Some(("Ministry", Joint::Space, true))),
            ("Washington| (AP)", false, Some(("(AP", Joint::Space, true))),
            ("Russia|.", false, None),
            ("Russia|", false, None),
            ("Netherlands|' king", true, Some(("king", Joint::Space, false))),
        ];
        for (marked, genitive, expected) in rows {
            let offset = marked.find('|').expect("a mark");
            let text = marked.replace('|', "");
            let after = after(&text, offset);
            assert_eq!(after.genitive, genitive, "{marked}");
            assert_eq!(after.word.map(|word| (word.text, word.joint, word.closed)), expected, "{marked}");
        }
    }
}
