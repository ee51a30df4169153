//! Where the words of a participant end, by the marks of the text: a tree now and then takes a clause or an aside along.

use crate::article::Span;
use crate::claim::model::{Participant, ParticipantKind};

/// What no noun phrase goes on with: a clause about it, who says so, an aside, a list.
const BEHIND: [&str; 14] = [
    ", who ",
    ", whom ",
    ", whose ",
    ", which ",
    ", where ",
    ", one of whom",
    ", according to ",
    "; ",
    ": ",
    " -- ",
    " — ",
    " – ",
    " - ",
    "—",
];

/// The pairs of marks that enclose words.
const PAIRS: [(char, char); 3] = [('“', '”'), ('"', '"'), ('(', ')')];

/// Ends a participant's words before what does not belong to them, and closes or leaves out marks that stand alone.
pub(super) fn trim(participant: &mut Participant, text: &str) {
    if participant.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'\'')) {
        return;
    }
    let whole = participant.span();
    let mut span = whole;
    let name = participant.name.as_deref().filter(|_| participant.kind != ParticipantKind::Country);
    let last = name.and_then(|name| name.rsplit(' ').next()).unwrap_or_default();
    let keep = |old: Span, new: Span| {
        let words = new.of(text);
        if words.contains(char::is_alphanumeric) && (words.contains(last) || !old.of(text).contains(last)) { new } else { old }
    };
    for (open, close) in PAIRS {
        span = keep(span, paired(text, span, open, close));
    }
    let words = span.of(text);
    // "the Council on American - Islamic Relations", "Ann Lee, 29; Otto Lind, 28", "OSLO — Ann Lee": names go on, and a dateline is none.
    let goes_on = |mark: &str, at: usize| {
        let listed = words[at + mark.len()..].starts_with(char::is_uppercase) && !(name.is_some() && words[..at].contains(last));
        matches!(mark, "; " | " - ") && listed || is_dateline(&words[..at]) && mark.trim().chars().all(|c| !c.is_alphanumeric() && c != ',')
    };
    let aside = BEHIND
        .iter()
        .filter_map(|mark| words.find(mark).filter(|&at| at > 0 && !goes_on(mark, at)))
        .filter(|&at| is_outside_marks(&words[..at]))
        .min();
    if let Some(at) = aside {
        span = keep(span, Span::new(span.start, span.start + at).trim(text));
    }
    if span != whole {
        span.of(text).clone_into(&mut participant.text);
        (participant.start, participant.end) = (span.start, span.end);
    }
}

/// "called him “an animal⟦,”⟧": with the mark that closes, or opens, what stands inside.
pub(in crate::claim) fn with_paired_marks(text: &str, span: Span) -> Span {
    PAIRS.iter().fold(span, |span, &(open, close)| {
        let whole = paired(text, span, open, close);
        if whole.contains(span) { whole } else { span }
    })
}

/// "OSLO — A girl fell": one word with a capital.
fn is_dateline(before: &str) -> bool {
    before.starts_with(char::is_uppercase) && !before.trim_end().contains(' ')
}

/// "the show “Harbour: A Life”": what stands between marks is one.
fn is_outside_marks(before: &str) -> bool {
    PAIRS.iter().all(|&(open, close)| open_at(before, open, close).is_none())
}

/// Where the mark stands that is opened and not closed.
fn open_at(words: &str, open: char, close: char) -> Option<usize> {
    if open == close {
        return (words.matches(open).count() % 2 == 1).then(|| words.rfind(open)).flatten();
    }
    (words.matches(open).count() > words.matches(close).count()).then(|| words.rfind(open)).flatten()
}

/// "an “odd plan*.”*", "*“*a deep regret” of the mayor", "a sad day*,” Lee*": both marks or none.
fn paired(text: &str, span: Span, open: char, close: char) -> Span {
    let words = span.of(text);
    let mark = if open == close {
        open_at(words, open, close)
    } else if words.matches(open).count() == words.matches(close).count() {
        None
    } else {
        open_at(words, open, close).or_else(|| words.find(close))
    };
    let Some(at) = mark else { return span };
    let (before, after) = (&words[..at], &words[at + close.len_utf8()..]);
    let opens = words[at..].starts_with(open) && after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '$' | '£' | '€'));
    if opens {
        let rest = &text[span.end..];
        let gap = rest.len() - rest.trim_start_matches(['.', ',', '!', '?']).len();
        if gap <= 1 && rest[gap..].starts_with(close) {
            return Span::new(span.start, span.end + gap + close.len_utf8());
        }
        return if before.is_empty() { Span::new(span.start + open.len_utf8(), span.end) } else { span };
    }
    if text[..span.start].ends_with(open) {
        return Span::new(span.start - open.len_utf8(), span.end);
    }
    if after.is_empty() || before.ends_with([',', '.']) {
        let kept = before.trim_end_matches([',', '.', ' ']);
        return Span::new(span.start, span.start + kept.len());
    }
    if close == ')' { Span::new(span.start + at + 1, span.end).trim(text) } else { span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_before_what_is_no_part_of_them() {
        let table = [
            ("⟦Ann Lee, who is a teacher⟧ here", "Ann Lee"),
            ("⟦good health, according to the ward⟧", "good health"),
            ("⟦three boys — aged 4 to 9⟧ — left", "three boys"),
            ("⟦two of the boats: the Otter⟧ and the Seal", "two of the boats"),
            ("⟦the show “Harbour: A Life”⟧", "the show “Harbour: A Life”"),
            ("⟦a “rare chance⟧.” Then", "a “rare chance.”"),
            ("gave “⟦a deep regret” of the mayor⟧ away", "“a deep regret” of the mayor"),
            ("\"It was ⟦a sad day,\" Lee⟧ said", "a sad day"),
            ("⟦the mayor (Ann Lee⟧) came", "the mayor (Ann Lee)"),
            ("(⟦file photo) Ann Lee⟧", "(file photo) Ann Lee"),
            ("⟦stock photo) Ann Lee⟧", "Ann Lee"),
            ("⟦a 9-year-old boy⟧", "a 9-year-old boy"),
            ("⟦the League of Serb - Croat Friends⟧", "the League of Serb - Croat Friends"),
            ("⟦OSLO — A girl⟧ fell", "OSLO — A girl"),
        ];
        for (marked, expected) in table {
            let (start, end) = (marked.find('⟦').expect("an opening"), marked.find('⟧').expect("a closing") - '⟦'.len_utf8());
            let text = marked.replace(['⟦', '⟧'], "");
            let mut participant = Participant::at(&text, Span::new(start, end), ParticipantKind::Other);
            trim(&mut participant, &text);
            assert_eq!(participant.text, expected, "{marked}");
            assert_eq!(participant.span().of(&text), participant.text, "{marked}");
        }
    }

    #[test]
    fn nothing_is_left_out_that_names_the_participant() {
        let text = "the winner -- Ann Lee";
        let mut participant = Participant::at(text, Span::new(0, text.len()), ParticipantKind::Official);
        participant.name = Some("Ann Lee".to_owned());
        trim(&mut participant, text);
        assert_eq!(participant.text, text);
    }
}
