//! What the elements of HTML are to a reader of text.

/// How an element's content stands among the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// Inside the line: `em`, `a`, and what is not in the table.
    Inline,
    /// Begins and ends a block: `p`, `div`.
    Block,
    /// Has no content: `br`, `img`.
    Void,
    /// Holds nothing that the article says: `script`, `svg`, `button`, a caption, what is struck out.
    Skipped,
}

/// The elements that are not inline, or that are asked for by name; sorted.
#[rustfmt::skip]
const ELEMENTS: [(&str, Flow); 104] = [
    ("a", Flow::Inline), ("address", Flow::Block), ("applet", Flow::Skipped), ("area", Flow::Void), ("article", Flow::Block),
    ("aside", Flow::Block), ("audio", Flow::Skipped), ("base", Flow::Void), ("blockquote", Flow::Block), ("body", Flow::Block),
    ("br", Flow::Void), ("button", Flow::Skipped), ("canvas", Flow::Skipped), ("caption", Flow::Skipped), ("center", Flow::Block),
    ("col", Flow::Void), ("colgroup", Flow::Skipped), ("datalist", Flow::Skipped), ("dd", Flow::Block), ("del", Flow::Skipped),
    ("details", Flow::Block), ("dialog", Flow::Skipped), ("dir", Flow::Block), ("div", Flow::Block), ("dl", Flow::Block),
    ("dt", Flow::Block), ("embed", Flow::Void), ("fieldset", Flow::Block), ("figcaption", Flow::Skipped), ("figure", Flow::Block),
    ("footer", Flow::Block), ("form", Flow::Block), ("frame", Flow::Void), ("frameset", Flow::Block), ("h1", Flow::Block),
    ("h2", Flow::Block), ("h3", Flow::Block), ("h4", Flow::Block), ("h5", Flow::Block), ("h6", Flow::Block),
    ("head", Flow::Block), ("header", Flow::Block), ("hgroup", Flow::Block), ("hr", Flow::Void), ("html", Flow::Block),
    ("iframe", Flow::Skipped), ("img", Flow::Void), ("input", Flow::Void), ("keygen", Flow::Void), ("label", Flow::Skipped), ("legend", Flow::Skipped),
    ("li", Flow::Block), ("link", Flow::Void), ("main", Flow::Block), ("map", Flow::Skipped), ("math", Flow::Skipped),
    ("menu", Flow::Block), ("meta", Flow::Void), ("meter", Flow::Skipped), ("nav", Flow::Block), ("noembed", Flow::Skipped),
    ("noframes", Flow::Skipped), ("noscript", Flow::Skipped), ("object", Flow::Skipped), ("ol", Flow::Block),
    ("optgroup", Flow::Skipped), ("option", Flow::Skipped), ("output", Flow::Skipped), ("p", Flow::Block), ("param", Flow::Void),
    ("picture", Flow::Skipped), ("plaintext", Flow::Block), ("pre", Flow::Block), ("progress", Flow::Skipped),
    ("q", Flow::Inline), ("rp", Flow::Skipped), ("rt", Flow::Skipped), ("s", Flow::Skipped), ("script", Flow::Skipped),
    ("search", Flow::Block), ("section", Flow::Block), ("select", Flow::Skipped), ("source", Flow::Void),
    ("strike", Flow::Skipped), ("style", Flow::Skipped), ("summary", Flow::Block), ("sup", Flow::Inline), ("svg", Flow::Skipped),
    ("table", Flow::Block), ("tbody", Flow::Block), ("td", Flow::Block), ("template", Flow::Skipped), ("textarea", Flow::Skipped),
    ("tfoot", Flow::Block), ("th", Flow::Block), ("thead", Flow::Block), ("time", Flow::Inline), ("title", Flow::Skipped),
    ("tr", Flow::Block), ("track", Flow::Void), ("ul", Flow::Block), ("video", Flow::Skipped), ("wbr", Flow::Void),
    ("xmp", Flow::Block),
];

/// The name of an element in lower case, as the table has it ("" where it has none), and its flow.
pub(super) fn element(name: &[u8]) -> (&'static str, Flow) {
    let found = ELEMENTS.binary_search_by(|(known, _)| known.as_bytes().cmp(name));
    found.map_or(("", Flow::Inline), |index| ELEMENTS[index])
}

/// Whether the start of element `next` ends an open `open` before it, as HTML 4 leaves end tags out.
pub(super) fn ends(next: &str, next_flow: Flow, open: &str) -> bool {
    match open {
        "p" => (next_flow == Flow::Block && next != "body") || next == "hr",
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "thead" | "tfoot"),
        "tbody" | "thead" | "tfoot" => matches!(next, "tbody" | "thead" | "tfoot"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => matches!(next, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"),
        "option" => matches!(next, "option" | "optgroup"),
        "head" => next_flow == Flow::Block && next != "head",
        _ => false,
    }
}

/// Whether an end tag or an implied end inside `open` never reaches what is outside it.
pub(super) fn is_scope(open: &str) -> bool {
    matches!(open, "table" | "td" | "th" | "caption" | "template" | "object" | "svg" | "math" | "html" | "body")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_asked_by_name() {
        assert!(ELEMENTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(element(b"div"), ("div", Flow::Block));
        assert_eq!(element(b"em"), ("", Flow::Inline));
        assert_eq!(element(b"br"), ("br", Flow::Void));
    }
}
