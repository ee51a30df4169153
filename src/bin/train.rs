//! Makes the models of the tagger and the parser from treebanks.
use crossclaim::syntax::{Analyser, Kernel, Sentence, Workspace, conllu, evaluate};
fn main() {
    let args: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    if args[0].as_os_str() == "evaluate" {
        let start = std::time::Instant::now();
        let mut analyser = Analyser::from_models(
            std::fs::read("src/syntax/tagger.model").unwrap().into(),
            std::fs::read("src/syntax/parser.model").unwrap().into(),
        )
        .unwrap();
        eprintln!("start {:?}", start.elapsed());
        let treebank = conllu::read_file(&args[1]).unwrap();
        if std::env::var_os("KERNEL").is_none() {
            print!("{}", evaluate::evaluate(&analyser, &treebank));
        }
        let only = std::env::var("KERNEL").unwrap_or_default();
        for kernel in [Kernel::Avx2, Kernel::Baseline, Kernel::Portable] {
            if !only.is_empty() && !format!("{kernel:?}").eq_ignore_ascii_case(&only) {
                continue;
            }
            analyser = analyser.with_kernel(kernel);
            let (mut w, mut s) = (Workspace::default(), Sentence::default());
            let (mut n, mut b) = (0, 0);
            let mut best = [1e9_f64; 2];
            for _ in 0..5 {
                n = 0;
                b = 0;
                let start = std::time::Instant::now();
                for t in &treebank {
                    analyser.parse_into(&t.text, t.sentence.span, &mut w, &mut s);
                    n += s.len();
                    b += t.text.len();
                }
                best[0] = best[0].min(start.elapsed().as_secs_f64());
                let start = std::time::Instant::now();
                if only.is_empty() {
                    for t in &treebank {
                        analyser.tag_into(&t.text, t.sentence.span, &mut w, &mut s);
                    }
                }
                best[1] = best[1].min(start.elapsed().as_secs_f64());
            }
            println!(
                "{kernel:?}: parse {:.0} tokens/s, tag {:.0} tokens/s {:.1} MB/s",
                n as f64 / best[0],
                n as f64 / best[1],
                b as f64 / best[1] / 1e6
            );
        }
        return;
    }
    crossclaim::syntax::train::run(&args[1..], &args[0]);
}
