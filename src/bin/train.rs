//! Makes the models of the tagger and the parser from treebanks, and measures them.
//!
//! ```text
//! train train FILE… [--parsed FILE] [--dev FILE] --out FOLDER
//!                                              train on CoNLL-U files (.gz too), write tagger.model and parser.model; the trees of
//!                                              --parsed are those of another parser, its lemmas are not learned
//! train attributions FILE…                     the sentences of attribution that are made from treebanks, as CoNLL-U
//! train evaluate FILE [--models FOLDER]        accuracies on a treebank, and tokens a second
//! train parse FILE [--models FOLDER]           every line of a text as a sentence, as CoNLL-U
//! ```

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossclaim::article::Span;
use crossclaim::syntax::conllu::{self, TreebankSentence};
use crossclaim::syntax::train::{self, Settings};
use crossclaim::syntax::{Analyser, Kernel, Sentence, Workspace, evaluate, tokenize};

const USAGE: &str = "usage: train train FILE… [--parsed FILE] [--dev FILE] --out FOLDER | train attributions FILE… | train evaluate FILE [--models FOLDER] | train parse FILE [--models FOLDER]";

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = io::stdout().lock();
    match run(&arguments, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            _ = writeln!(io::stderr(), "error: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String], out: &mut impl Write) -> Result<(), Failure> {
    let (files, options) = split_options(arguments.get(1..).unwrap_or_default())?;
    let option = |name: &str| options.iter().find(|(option, _)| option == name).map(|(_, value)| PathBuf::from(value));
    match (arguments.first().map(String::as_str), files.as_slice()) {
        (Some("train"), [_, ..]) => {
            let texts = Texts { treebank: read_all(&files)?, parsed: read_all(option("parsed").as_slice())?, dev: option("dev") };
            make(&texts, &option("out").ok_or(USAGE)?, out)
        }
        (Some("attributions"), [_, ..]) => {
            for (number, TreebankSentence { text, sentence, .. }) in train::attributions(&read_all(&files)?).iter().enumerate() {
                let mut written = String::new();
                conllu::write(&mut written, &(number + 1).to_string(), text, sentence)?;
                out.write_all(written.as_bytes())?;
            }
            Ok(())
        }
        (Some("evaluate"), [file]) => measure(analyser(option("models").as_deref())?, &conllu::read_file(file)?, out),
        (Some("parse"), [file]) => parse(&analyser(option("models").as_deref())?, &std::fs::read_to_string(file)?, out),
        _ => Err(USAGE.into()),
    }
}

type Options = Vec<(String, String)>;

fn split_options(arguments: &[String]) -> Result<(Vec<PathBuf>, Options), Failure> {
    let (mut files, mut options) = (Vec::new(), Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--") {
            Some(name) => options.push((name.to_owned(), arguments.next().ok_or(USAGE)?.clone())),
            None => files.push(PathBuf::from(argument)),
        }
    }
    Ok((files, options))
}

/// The analyser of the program, or one with the models of a folder.
fn analyser(models: Option<&Path>) -> Result<Analyser, Failure> {
    let folder = models.unwrap_or(Path::new("src/syntax"));
    Ok(Analyser::from_models(std::fs::read(folder.join("tagger.model"))?.into(), std::fs::read(folder.join("parser.model"))?.into())?)
}

/// What is trained on and measured with.
struct Texts {
    treebank: Vec<TreebankSentence>,
    parsed: Vec<TreebankSentence>,
    dev: Option<PathBuf>,
}

fn read_all(files: &[PathBuf]) -> Result<Vec<TreebankSentence>, Failure> {
    let mut sentences = Vec::new();
    for file in files {
        sentences.extend(conllu::read_file(file)?);
    }
    Ok(sentences)
}

fn make(texts: &Texts, folder: &Path, out: &mut impl Write) -> Result<(), Failure> {
    let dev = texts.dev.as_deref().map(conllu::read_file).transpose()?;
    let start = Instant::now();
    let models = train::train(&texts.treebank, &texts.parsed, dev.as_deref(), &Settings::default(), &mut |progress| {
        _ = writeln!(io::stderr(), "{:>6.1?} s  {progress}", start.elapsed().as_secs_f64());
    });
    std::fs::write(folder.join("tagger.model"), &models.tagger)?;
    std::fs::write(folder.join("parser.model"), &models.parser)?;
    if let Some(dev) = dev {
        measure(Analyser::from_models(models.tagger.into(), models.parser.into())?, &dev, out)?;
    }
    Ok(())
}

/// Sentences timed at once.
const CHUNK: usize = 10;

/// Prints accuracies, then the speed of each kernel: the text in pieces, of each the best of several rounds, so that other work on
/// the machine disturbs little.
fn measure(mut analyser: Analyser, treebank: &[TreebankSentence], out: &mut impl Write) -> Result<(), Failure> {
    write!(out, "{}", evaluate::evaluate(&analyser, treebank))?;
    let bytes: usize = treebank.iter().map(|sentence| sentence.text.len()).sum();
    for kernel in Kernel::ALL.into_iter().filter(|kernel| kernel.is_available()) {
        let rounds = if kernel == Kernel::Portable { 1 } else { 7 };
        analyser = analyser.with_kernel(kernel);
        let (mut workspace, mut analysed) = (Workspace::default(), Sentence::default());
        let (mut parsing, mut tagging) = (Duration::ZERO, Duration::ZERO);
        for chunk in treebank.chunks(CHUNK) {
            parsing += best_of(rounds, || {
                for TreebankSentence { text, sentence, .. } in chunk {
                    analyser.parse_into(text, sentence.span, &mut workspace, &mut analysed);
                }
            });
            tagging += best_of(rounds, || {
                for TreebankSentence { text, sentence, .. } in chunk {
                    analyser.tag_into(text, sentence.span, &mut workspace, &mut analysed);
                }
            });
        }
        let tokens: usize = treebank.iter().map(|TreebankSentence { text, sentence, .. }| tokenize(text, sentence.span).len()).sum();
        let rate = |amount: usize, time: Duration| amount as f64 / time.as_secs_f64();
        writeln!(
            out,
            "{:<9} text to trees {:>9.0} tokens/s   text to tags {:>9.0} tokens/s, {:.1} MB/s",
            format!("{:?}", analyser.kernel()),
            rate(tokens, parsing),
            rate(tokens, tagging),
            rate(bytes, tagging) / 1e6
        )?;
    }
    Ok(())
}

/// The shortest of so many rounds.
fn best_of(rounds: usize, mut work: impl FnMut()) -> Duration {
    let timed = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..rounds).map(timed).min().unwrap_or_default()
}

fn parse(analyser: &Analyser, text: &str, out: &mut impl Write) -> Result<(), Failure> {
    let mut start = 0;
    for (number, line) in text.lines().enumerate() {
        let span = Span::new(start, start + line.len()).trim(text);
        start += line.len() + 1;
        let mut written = String::new();
        conllu::write(&mut written, &format!("{}", number + 1), text, &analyser.parse(text, span))?;
        out.write_all(written.as_bytes())?;
    }
    Ok(())
}
