//! Tokens, tags, lemmas and trees, through the public interface.

use crossclaim::article::Span;
use crossclaim::syntax::{Analyser, Kernel, PennTag, Relation, Sentence, conllu, evaluate, lemma, tokenize};
use proptest::prelude::*;

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn parse(text: &str) -> Sentence {
    Analyser::embedded().parse(text, whole(text))
}

/// The first token that is written `word`.
fn find(sentence: &Sentence, text: &str, word: &str) -> usize {
    (0..sentence.len()).find(|&token| sentence.word(text, token) == word).unwrap_or_else(|| panic!("no token {word:?} in {text:?}"))
}

/// Whether the tokens rebuild the text: in order, apart, inside the sentence, with nothing but white space between them.
fn tokens_rebuild(text: &str, sentence: Span) {
    let mut at = sentence.start;
    for token in tokenize(text, sentence) {
        assert!(token.span.start >= at && token.span.start < token.span.end, "{text:?}: {:?} after {at}", token.span);
        assert!(text[at..token.span.start].chars().all(char::is_whitespace), "{text:?}: words lost before {:?}", token.span);
        assert!(!token.span.of(text).contains(char::is_whitespace), "{text:?}: white space inside {:?}", token.span);
        at = token.span.end;
    }
    assert!(text[at..sentence.end].chars().all(char::is_whitespace), "{text:?}: words lost at the end");
}

/// One root, every token under it, subtrees without gaps.
fn is_tree(sentence: &Sentence) {
    let count = sentence.len();
    assert_eq!((sentence.tags.len(), sentence.heads.len(), sentence.relations.len()), (count, count, count));
    assert_eq!((0..count).filter(|&token| sentence.head(token).is_none()).count(), usize::from(count > 0));
    if let Some(root) = sentence.root() {
        assert_eq!(sentence.relation(root), Relation::Root);
        // Everything below the root, each once, and the root itself: all tokens, and no circle.
        assert_eq!(sentence.descendants(root), (0..count).collect::<Vec<_>>());
        for token in 0..count {
            assert!(sentence.children(token).all(|child| sentence.head(child) == Some(token)));
            assert_eq!(sentence.subtree_range(token).len(), sentence.descendants(token).len());
        }
    }
}

#[test]
fn who_said_what_is_found() {
    // (text, the verb of saying, the verb of what is said, its relation)
    let table = [
        ("The president said that his government had agreed to accept 261 deportees.", "said", "agreed", Relation::Ccomp),
        ("Officials said the men were deported to Panama.", "said", "deported", Relation::Ccomp),
        ("The ministry denied that Rwanda had received the money.", "denied", "received", Relation::Ccomp),
    ];
    for (text, saying, said, relation) in table {
        let sentence = parse(text);
        let (saying, said) = (find(&sentence, text, saying), find(&sentence, text, said));
        assert_eq!((sentence.head(said), sentence.relation(said)), (Some(saying), relation), "{text}");
    }
}

#[test]
fn actives_and_passives_have_their_subjects() {
    let table = [
        ("In April, the US returned over 100 sailors to Panama.", "returned", "US", Relation::Nsubj),
        ("The agreement was signed by the president in London.", "signed", "agreement", Relation::NsubjPass),
        ("The court blocked the deal.", "blocked", "court", Relation::Nsubj),
        ("Samoa and Costa Rica have promised to house refugees.", "promised", "Samoa", Relation::Nsubj),
    ];
    for (text, verb, subject, relation) in table {
        let sentence = parse(text);
        let (verb, subject) = (find(&sentence, text, verb), find(&sentence, text, subject));
        assert_eq!((sentence.head(subject), sentence.relation(subject)), (Some(verb), relation), "{text}");
    }
}

#[test]
fn negations_hang_on_what_they_deny() {
    let table = [
        ("They did not sign the deal.", "sign", "not"),
        ("The minister didn't resign.", "resign", "n't"),
        ("It has never paid.", "paid", "never"),
    ];
    for (text, verb, negation) in table {
        let sentence = parse(text);
        let (verb, negation) = (find(&sentence, text, verb), find(&sentence, text, negation));
        assert_eq!((sentence.head(negation), sentence.relation(negation)), (Some(verb), Relation::Advmod), "{text}");
    }
}

#[test]
fn lemmas_follow_word_and_tag() {
    let table = [
        ("countries", PennTag::NNS, "country"),
        ("people", PennTag::NNS, "people"),
        ("deportees", PennTag::NNS, "deportee"),
        ("men", PennTag::NNS, "man"),
        ("Agreed", PennTag::VBD, "agree"),
        ("withdrew", PennTag::VBD, "withdraw"),
        ("deporting", PennTag::VBG, "deport"),
        ("refused", PennTag::VBN, "refuse"),
        ("agrees", PennTag::VBZ, "agree"),
        ("n't", PennTag::RB, "not"),
        ("larger", PennTag::JJR, "large"),
        ("Trump", PennTag::NNP, "Trump"),
        ("Reported", PennTag::VBN, "report"),
    ];
    for (word, tag, expected) in table {
        assert_eq!(lemma::of(word, tag), expected, "{word} {tag}");
    }
    let text = "Trump visited two countries.";
    let sentence = parse(text);
    assert_eq!([0, 1, 3].map(|token| sentence.lemma(token)), ["trump", "visit", "country"]);
}

#[test]
fn a_sentence_without_a_tree_answers_too() {
    let text = "Two men left.";
    let sentence = Analyser::embedded().tag(text, whole(text));
    assert_eq!(sentence.tags, [PennTag::CD, PennTag::NNS, PennTag::VBD, PennTag::Period]);
    assert!(!sentence.has_tree() && sentence.root().is_none() && sentence.head(0).is_none());
    assert_eq!((sentence.children(0).len(), sentence.relation(0)), (0, Relation::Dep));
}

#[test]
fn spans_point_into_the_whole_text() {
    let text = "Before it. Ministers didn’t agree.";
    let sentence = Analyser::embedded().parse(text, Span::new(11, text.len()));
    let words: Vec<_> = (0..sentence.len()).map(|token| sentence.word(text, token)).collect();
    assert_eq!(words, ["Ministers", "did", "n’t", "agree", "."]);
    assert_eq!(sentence.token_at(11), Some(0));
    is_tree(&sentence);
}

#[test]
fn every_processor_finds_the_same_trees() {
    let text = "Police said three people were killed and 12 others injured when a bomb exploded near a market in Baghdad, Iraq's capital.";
    let parse = |kernel| Analyser::embedded_with(kernel).parse(text, whole(text));
    let expected = parse(Kernel::Portable);
    for kernel in Kernel::ALL.into_iter().filter(|kernel| kernel.is_available()) {
        assert_eq!(parse(kernel), expected, "{kernel:?}");
    }
}

#[test]
fn conllu_is_read_back() {
    let text = "Peru's court didn't block it.";
    let sentence = parse(text);
    let mut written = String::new();
    conllu::write(&mut written, "a-1", text, &sentence).expect("a string takes everything");
    let read = conllu::read("memory", written.as_bytes()).expect("what was written can be read");
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].text, text);
    assert_eq!(read[0].sentence, sentence);
    let evaluation = evaluate::evaluate(Analyser::embedded(), &read);
    assert_eq!((evaluation.tokens.right, evaluation.labelled.right), (8, 7));
}

#[test]
fn a_broken_treebank_is_refused_with_its_line() {
    let table = [
        ("1\tword\n", "line 1"),
        ("# comment\n1\tword\tword\tNOUN\tNN\t_\tx\troot\t_\t_\n", "line 2"),
        ("1\tword\tword\tNOUN\tQQ\t_\t0\troot\t_\t_\n", "Penn tag"),
        ("1\tword\tword\tNOUN\tNN\t_\t7\troot\t_\t_\n\n", "past its end"),
    ];
    for (file, expected) in table {
        let error = conllu::read("bad.conllu", file.as_bytes()).expect_err(file).to_string();
        assert!(error.contains("bad.conllu") && error.contains(expected), "{error}");
    }
}

#[test]
fn very_long_and_empty_sentences_are_parsed() {
    for text in ["", "   ", ".", "\u{300}", "’s", "'", "n't", "U.S.'s"] {
        tokens_rebuild(text, whole(text));
        is_tree(&parse(text));
    }
    let long = "the men of Kosovo said ( that ".repeat(3000);
    let sentence = parse(&long);
    assert_eq!(sentence.len(), 21_000);
    assert_eq!(sentence.heads.iter().filter(|&&head| head == crossclaim::syntax::ROOT).count(), 1);
}

proptest! {
    #[test]
    fn any_text_is_tokenized_without_loss(text in "\\PC{0,60}") {
        tokens_rebuild(&text, whole(&text));
    }

    #[test]
    fn near_words_are_tokenized_without_loss(text in "([a-zA-Z0-9.,'’$%&/:@-]|n't|'s|\\(|\\)|[ \u{a0}—“”é]){0,40}") {
        tokens_rebuild(&text, whole(&text));
    }

    #[test]
    fn any_text_has_a_tree(text in "\\PC{0,80}") {
        is_tree(&parse(&text));
    }

    #[test]
    fn any_words_have_a_tree(words in prop::collection::vec("(the|said|Kosovo|to|accept|not|of|and|that|,|[A-Za-z]{1,9}|[0-9]{1,4})", 0..50)) {
        let text = words.join(" ");
        is_tree(&parse(&text));
    }
}
