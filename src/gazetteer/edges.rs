//! How the phrases of a table begin and end, in a few bits: most words of a text are beside no such phrase, and one look tells so.

/// How many bytes of a phrase are looked at on each side.
const LOOK: usize = 3;

/// The bits of a byte that letters of either case share.
const BITS: u32 = 5;

/// Three bytes on one side of the phrases of a table; may take a text for one of them, never misses one.
#[derive(Debug, Default)]
struct Edge {
    bits: Vec<u64>,
}

impl Edge {
    /// The place of up to three bytes, the outermost first; those that are missing count as 0.
    fn place(mut bytes: impl Iterator<Item = u8>) -> usize {
        (0..LOOK).fold(0, |place, _| place << BITS | usize::from(bytes.next().unwrap_or(0) & ((1 << BITS) - 1)))
    }

    fn add(&mut self, bytes: impl Iterator<Item = u8>, length: usize) {
        self.bits.resize((1 << (BITS * LOOK as u32)) / 64, 0);
        let place = Self::place(bytes);
        // Whatever stands beyond a phrase of one or two bytes.
        let beyond = 1 << (BITS * LOOK.saturating_sub(length) as u32);
        for place in place..place + beyond {
            self.bits[place / 64] |= 1 << (place % 64);
        }
    }

    #[inline]
    fn holds(&self, [first, second, third]: [u8; LOOK]) -> bool {
        let bits = |byte: u8| usize::from(byte & ((1 << BITS) - 1));
        let place = bits(first) << (2 * BITS) | bits(second) << BITS | bits(third);
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }
}

/// How the phrases of a table begin and end.
#[derive(Debug, Default)]
pub(crate) struct Edges {
    first: Edge,
    last: Edge,
}

impl Edges {
    /// The edges of some phrases, whatever their case.
    pub(crate) fn of<'p>(phrases: impl Iterator<Item = &'p str>) -> Self {
        let mut edges = Self::default();
        for phrase in phrases.filter(|phrase| !phrase.is_empty()) {
            edges.first.add(phrase.bytes(), phrase.len());
            edges.last.add(phrase.bytes().rev(), phrase.len());
        }
        edges
    }

    /// Whether a phrase of the table may stand at the beginning of `text`; false means that none does.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        self.first.holds(match *text.as_bytes() {
            [first, second, third, ..] => [first, second, third],
            [first, second] => [first, second, 0],
            [first] => [first, 0, 0],
            [] => [0; LOOK],
        })
    }

    /// Whether `word` may be a phrase of the table; false means that it is none.
    #[inline]
    pub(crate) fn may_be(&self, word: &str) -> bool {
        self.may_begin(word) && self.may_end(word)
    }

    /// Whether a phrase of the table may stand at the end of `text`; false means that none does.
    #[inline]
    pub(crate) fn may_end(&self, text: &str) -> bool {
        self.last.holds(match *text.as_bytes() {
            [.., third, second, first] => [first, second, third],
            [second, first] => [first, second, 0],
            [first] => [first, 0, 0],
            [] => [0; LOOK],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_is_missed() {
        let edges = Edges::of(["or more", "so", "+", "au moins", "元"].into_iter());
        for text in ["or more people", "OR MORE", "so", "so they say", "SO", "+5", "+", "au moins", "元", "元の"] {
            assert!(edges.may_begin(text), "{text}");
        }
        for word in ["or more", "so", "SO", "+", "au moins", "元"] {
            assert!(edges.may_be(word), "{word}");
        }
        assert!(!edges.may_be("so they say") && !edges.may_be("more"));
        for text in ["ten or more", "TEN OR MORE", "so", "and so", "5+", "+", "au moins", "5元"] {
            assert!(edges.may_end(text), "{text}");
        }
        for text in ["people", "", "of them"] {
            assert!(!edges.may_begin(text) && !edges.may_end(text), "{text}");
        }
        assert!(!Edges::default().may_begin("so"));
    }
}
