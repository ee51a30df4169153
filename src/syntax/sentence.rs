//! A sentence as the analyser leaves it: tokens, tags, lemmas and a dependency tree, with the questions that later stages ask of it.

use std::ops::Range;

use memchr::memmem;

use super::part_of_speech::{PennTag, UniversalTag};
use super::relation::Relation;
use crate::article::Span;

/// A word, number or mark of a sentence: a span of the article's text, never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands; "don't" is two tokens, "do" and "n't".
    pub span: Span,
}

/// The head of the root: no token.
pub const ROOT: u32 = u32::MAX;

/// An analysed sentence. Tokens are numbered from 0; a sentence that was only tagged has no heads and no relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence in the article's text.
    pub span: Span,
    /// The tokens, in order, inside `span`.
    pub tokens: Vec<Token>,
    /// One tag a token.
    pub tags: Vec<PennTag>,
    /// The number of each token's head, [`ROOT`] for the root; empty where no tree was made.
    pub heads: Vec<u32>,
    /// Each token's relation to its head; empty where no tree was made.
    pub relations: Vec<Relation>,
    /// All lemmas one after the other.
    lemma_text: String,
    /// Where in `lemma_text` each lemma ends.
    lemma_ends: Vec<u32>,
    /// The children of token `i` are `children[child_starts[i]..child_starts[i + 1]]`.
    child_starts: Vec<u32>,
    children: Vec<u32>,
}

impl Sentence {
    /// Empties it for another sentence; the memory is kept.
    pub(crate) fn reset(&mut self, span: Span) {
        self.span = span;
        self.tokens.clear();
        self.tags.clear();
        self.heads.clear();
        self.relations.clear();
        self.lemma_text.clear();
        self.lemma_ends.clear();
        self.child_starts.clear();
        self.children.clear();
    }

    /// Makes room for the tags and lemmas of the tokens that are there.
    pub(crate) fn reserve(&mut self) {
        self.tags.reserve(self.tokens.len());
        self.lemma_ends.reserve(self.tokens.len());
        // Few lemmas are longer than their word.
        self.lemma_text.reserve(self.span.len());
    }

    /// Adds the lemmas of all tokens, which are tagged; `append` appends one.
    pub(crate) fn add_lemmas(&mut self, mut append: impl FnMut(Token, PennTag, &mut String)) {
        for (&token, &tag) in self.tokens.iter().zip(&self.tags) {
            append(token, tag, &mut self.lemma_text);
            self.lemma_ends.push(self.lemma_text.len() as u32);
        }
    }

    /// Adds the lemma of the next token.
    pub(crate) fn push_lemma(&mut self, lemma: &str) {
        self.lemma_text.push_str(lemma);
        self.lemma_ends.push(self.lemma_text.len() as u32);
    }

    /// Gives a token another tag and another lemma.
    pub(crate) fn retag_as(&mut self, token: usize, tag: PennTag, lemma: &str) {
        self.tags[token] = tag;
        let start = token.checked_sub(1).map_or(0, |before| self.lemma_ends[before] as usize);
        let end = self.lemma_ends[token] as usize;
        self.lemma_text.replace_range(start..end, lemma);
        for later in &mut self.lemma_ends[token..] {
            *later = (*later as usize + lemma.len() - (end - start)) as u32;
        }
    }

    /// Builds the index of children once `heads` is complete.
    pub(crate) fn index_children(&mut self) {
        let count = self.heads.len();
        self.child_starts.clear();
        self.child_starts.resize(count + 1, 0);
        for &head in self.heads.iter().filter(|&&head| head != ROOT) {
            self.child_starts[head as usize + 1] += 1;
        }
        for index in 0..count {
            self.child_starts[index + 1] += self.child_starts[index];
        }
        self.children.clear();
        self.children.resize(self.child_starts[count] as usize, 0);
        // Filled from the back, so that each start slides down to its place and needs no second array.
        for token in (0..count).rev() {
            let head = self.heads[token];
            if head != ROOT {
                self.child_starts[head as usize + 1] -= 1;
                self.children[self.child_starts[head as usize + 1] as usize] = token as u32;
            }
        }
        // Each entry now holds the start of the token before it: shift by one and close with the total.
        self.child_starts.remove(0);
        self.child_starts.push(self.children.len() as u32);
    }

    /// A sentence from parts made elsewhere (tests, treebanks): lemmas in lower case, heads as token numbers or [`ROOT`].
    ///
    /// # Panics
    /// Where the parts differ in length or a head points past the end; `heads` and `relations` may both be empty.
    pub fn from_parts<'a>(
        span: Span,
        tokens: Vec<Token>,
        tags: Vec<PennTag>,
        lemmas: impl IntoIterator<Item = &'a str>,
        heads: Vec<u32>,
        relations: Vec<Relation>,
    ) -> Self {
        let mut sentence = Self { span, tokens, tags, heads, relations, ..Self::default() };
        for lemma in lemmas {
            sentence.push_lemma(lemma);
        }
        let count = sentence.tokens.len();
        assert!(sentence.tags.len() == count && sentence.lemma_ends.len() == count, "one tag and one lemma a token");
        assert_eq!(sentence.heads.len(), sentence.relations.len(), "one relation a head");
        assert!(sentence.heads.is_empty() || sentence.heads.len() == count, "one head a token or none at all");
        if !sentence.heads.is_empty() {
            sentence.index_children();
        }
        sentence
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether a tree was made, not tags alone.
    pub fn has_tree(&self) -> bool {
        !self.heads.is_empty()
    }

    /// The span of token `token` in the article's text.
    pub fn token_span(&self, token: usize) -> Span {
        self.tokens[token].span
    }

    /// Token `token` as written; `text` is the article's text.
    pub fn word<'t>(&self, text: &'t str, token: usize) -> &'t str {
        self.tokens[token].span.of(text)
    }

    /// The lemma of token `token`, always in lower case: "countries" → "country", "Trump" → "trump", "n't" → "not".
    #[inline]
    pub fn lemma(&self, token: usize) -> &str {
        let start = if token == 0 { 0 } else { self.lemma_ends[token - 1] };
        &self.lemma_text[start as usize..self.lemma_ends[token] as usize]
    }

    /// Whether some token may have this lemma: its letters stand somewhere in the lemmas.
    pub(crate) fn may_have_lemma(&self, lemma: &str) -> bool {
        memmem::find(self.lemma_text.as_bytes(), lemma.as_bytes()).is_some()
    }

    /// The Penn tag of token `token`.
    pub fn tag(&self, token: usize) -> PennTag {
        self.tags[token]
    }

    /// The universal tag of token `token`, from its Penn tag, its lemma and its relation.
    pub fn universal_tag(&self, token: usize) -> UniversalTag {
        UniversalTag::of(self.tags[token], self.lemma(token), self.relations.get(token).copied())
    }

    /// The head of token `token`; none for the root, and where no tree was made.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.heads.get(token).filter(|&&head| head != ROOT).map(|&head| head as usize)
    }

    /// The relation of token `token` to its head; [`Relation::Dep`] where no tree was made.
    pub fn relation(&self, token: usize) -> Relation {
        self.relations.get(token).copied().unwrap_or(Relation::Dep)
    }

    /// The direct dependents of token `token`, from left to right.
    pub fn children(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + Clone + '_ {
        let range = match self.child_starts.get(token..token + 2) {
            Some(&[start, end]) => start as usize..end as usize,
            _ => 0..0,
        };
        self.children[range].iter().map(|&child| child as usize)
    }

    /// The first dependent of token `token` with the relation `relation`, its subtype too.
    pub fn child_with(&self, token: usize, relation: Relation) -> Option<usize> {
        self.children(token).find(|&child| self.relation(child) == relation)
    }

    /// The root of the tree; none where no tree was made.
    pub fn root(&self) -> Option<usize> {
        self.heads.iter().position(|&head| head == ROOT)
    }

    /// Whether token `ancestor` lies above token `token`; a token is not above itself.
    pub fn is_ancestor(&self, ancestor: usize, token: usize) -> bool {
        let mut at = token;
        while let Some(head) = self.head(at) {
            if head == ancestor {
                return true;
            }
            at = head;
        }
        false
    }

    /// Token `token` and everything below it, in the order of the text.
    pub fn descendants(&self, token: usize) -> Vec<usize> {
        let mut found = vec![token];
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            found.extend(self.children(at));
            next += 1;
        }
        found.sort_unstable();
        found
    }

    /// The span from the first to the last token of the subtree of token `token`.
    pub fn subtree_span(&self, token: usize) -> Span {
        let range = self.subtree_range(token);
        self.tokens[range.start].span.join(self.tokens[range.end - 1].span)
    }

    /// The numbers from the first to the last token of the subtree of token `token`; trees of this parser are projective, so these are the subtree.
    pub fn subtree_range(&self, token: usize) -> Range<usize> {
        let mut first = token;
        while let Some(child) = self.children(first).next().filter(|&child| child < first) {
            first = child;
        }
        let mut last = token;
        while let Some(child) = self.children(last).next_back().filter(|&child| child > last) {
            last = child;
        }
        first..last + 1
    }

    /// The token that holds the byte at `offset` of the article's text.
    pub fn token_at(&self, offset: usize) -> Option<usize> {
        let after = self.tokens.partition_point(|token| token.span.start <= offset);
        after.checked_sub(1).filter(|&token| self.tokens[token].span.contains_offset(offset))
    }

    /// The tokens that share at least one byte with `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        tokens_in(&self.tokens, span)
    }
}

/// The tokens that share at least one byte with `span`.
pub(crate) fn tokens_in(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "They agreed to accept deportees", written by hand.
    fn agreed() -> (&'static str, Sentence) {
        let text = "They agreed to accept deportees";
        let spans = [(0, 4), (5, 11), (12, 14), (15, 21), (22, 31)];
        let tokens = spans.map(|(start, end)| Token { span: Span::new(start, end) }).to_vec();
        let tags = vec![PennTag::PRP, PennTag::VBD, PennTag::TO, PennTag::VB, PennTag::NNS];
        let relations = vec![Relation::Nsubj, Relation::Root, Relation::Mark, Relation::Xcomp, Relation::Obj];
        let lemmas = ["they", "agree", "to", "accept", "deportee"];
        (text, Sentence::from_parts(Span::new(0, 31), tokens, tags, lemmas, vec![1, ROOT, 3, 1, 3], relations))
    }

    #[test]
    fn the_tree_answers_questions() {
        let (text, sentence) = agreed();
        assert_eq!(sentence.root(), Some(1));
        assert_eq!(sentence.children(1).collect::<Vec<_>>(), [0, 3]);
        assert_eq!(sentence.children(3).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(sentence.children(4).len(), 0);
        assert_eq!(sentence.descendants(3), [2, 3, 4]);
        assert_eq!(sentence.subtree_span(3).of(text), "to accept deportees");
        assert!(sentence.is_ancestor(1, 4) && !sentence.is_ancestor(4, 1) && !sentence.is_ancestor(3, 3));
        assert_eq!(sentence.lemma(4), "deportee");
        assert_eq!(sentence.head(1), None);
        assert_eq!(sentence.child_with(3, Relation::Obj), Some(4));
    }

    #[test]
    fn offsets_find_tokens() {
        let (_, sentence) = agreed();
        assert_eq!(sentence.token_at(5), Some(1));
        assert_eq!(sentence.token_at(4), None);
        assert_eq!(sentence.token_at(31), None);
        assert_eq!(sentence.tokens_in(Span::new(3, 13)), 0..3);
        assert_eq!(sentence.tokens_in(Span::new(4, 5)), 1..1);
    }
}
