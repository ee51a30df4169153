//! Speed of tokens, tags and trees, on each kernel: `cargo bench --bench syntax`.

use crossclaim::article::Span;
use crossclaim::syntax::{Analyser, Kernel, Sentence, Workspace, tokenize};
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// Sentences as news has them, written for this measurement.
const SENTENCES: [&str; 6] = [
    "President Nayib Bukele said Tuesday that his government had agreed to accept 261 deportees from the United States.",
    "\"The countries that might agree to these deals are often the most problematic,\" said Ricardo Zuniga, a former official.",
    "The ministry denied that Rwanda had received $100,000 to accept an Iraqi deportee.",
    "Police said three people were killed and 12 others injured when a bomb exploded near a market in Baghdad.",
    "In February, the US deported over 100 migrants to Panama, which then detained them.",
    "The minister didn't say whether the government would appeal the decision.",
];

const KERNELS: [Kernel; 3] = [Kernel::Avx2, Kernel::Ssse3, Kernel::Portable];

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn bytes() -> usize {
    SENTENCES.iter().map(|text| text.len()).sum()
}

fn tokens() -> usize {
    SENTENCES.iter().map(|text| tokenize(text, whole(text)).len()).sum()
}

#[divan::bench]
fn tokenizing(bencher: divan::Bencher) {
    bencher.counter(BytesCount::new(bytes())).bench(|| SENTENCES.map(|text| tokenize(text, whole(text)).len()));
}

#[divan::bench(args = KERNELS)]
fn tagging(bencher: divan::Bencher, kernel: Kernel) {
    let analyser = Analyser::embedded_with(kernel);
    let (mut workspace, mut sentence) = (Workspace::default(), Sentence::default());
    bencher.counter(BytesCount::new(bytes())).counter(ItemsCount::new(tokens())).bench_local(|| {
        for text in SENTENCES {
            analyser.tag_into(text, whole(text), &mut workspace, &mut sentence);
        }
    });
}

#[divan::bench(args = KERNELS)]
fn parsing(bencher: divan::Bencher, kernel: Kernel) {
    let analyser = Analyser::embedded_with(kernel);
    let (mut workspace, mut sentence) = (Workspace::default(), Sentence::default());
    bencher.counter(ItemsCount::new(tokens())).bench_local(|| {
        for text in SENTENCES {
            analyser.parse_into(text, whole(text), &mut workspace, &mut sentence);
        }
    });
}

/// Opening both models, checksums and all: what a start of the program pays.
#[divan::bench]
fn opening() {
    divan::black_box(Analyser::embedded_with(Kernel::best()));
}
