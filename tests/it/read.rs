//! Reading: what is found, what an article knows of itself, and what is said of inputs that give none.

use std::fs;
use std::io::Write;
use std::path::Path;

use crossclaim::article::Article;
use crossclaim::read::Reader;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder is made");
        fs::write(path, bytes).expect("the file is written");
    }
    folder
}

/// The articles, and the messages without the folder's own path.
fn read(root: &Path, paths: &[&str]) -> (Vec<Article>, Vec<String>) {
    read_within(root, paths, 10_000)
}

fn read_within(root: &Path, paths: &[&str], limit: usize) -> (Vec<Article>, Vec<String>) {
    let paths: Vec<String> = paths.iter().map(|path| root.join(path).display().to_string()).collect();
    let (mut articles, mut messages) = (Vec::new(), Vec::new());
    for article in Reader::new(&paths).with_limit(limit) {
        match article {
            Ok(article) => articles.push(article),
            Err(error) => messages.push(error.to_string().replace(&format!("{}/", root.display()), "")),
        }
    }
    (articles, messages)
}

fn ids(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.id.as_str()).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("gzip writes");
    encoder.finish().expect("gzip ends")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).expect("zstd writes")
}

#[test]
fn a_folder_is_walked_in_order_and_only_articles_are_read() {
    let root = folder(&[
        ("in/b.txt", b"B."),
        ("in/a.md", b"A."),
        ("in/c.jsonl", b"{\"text\":\"C one.\"}\n\n{\"text\":\"C three.\",\"id\":7}\n"),
        ("in/deep/er/d.txt", b"D."),
        ("in/README.md", b"About."),
        ("in/gold/claims.jsonl", b"{\"id\":1}"),
        ("in/.hidden.txt", b"H."),
        ("in/.git/x.txt", b"X."),
        ("in/photo.jpg", b"\xff\xd8"),
        ("in/notes", b"N."),
    ]);
    let (articles, messages) = read(root.path(), &["in"]);
    assert_eq!(messages, [""; 0]);
    assert_eq!(ids(&articles), ["a", "b", "c:1", "7", "d"]);
    let sources: Vec<&str> = articles.iter().map(|article| article.source.as_str()).collect();
    assert_eq!(sources, ["a", "b", "c", "c", "er"]);
    assert_eq!(articles[3].place.record, Some(3));
    assert!(articles[0].markdown && !articles[1].markdown);
}

#[test]
fn a_file_that_two_paths_lead_to_is_read_once() {
    let root = folder(&[("in/a.txt", b"A."), ("in/b.txt", b"B.")]);
    let (articles, messages) = read(root.path(), &["in/b.txt", "in", "in/./a.txt"]);
    assert_eq!(messages, [""; 0]);
    assert_eq!(ids(&articles), ["b", "a"]);
}

#[test]
fn files_of_one_stem_keep_apart_for_any_order_of_the_paths() {
    let root = folder(&[("a/1.txt", b"A."), ("b/1.txt", b"B."), ("b/2.txt", b"C.")]);
    assert_eq!(ids(&read(root.path(), &["a", "b"]).0), ["a/1", "b/1", "2"]);
    assert_eq!(ids(&read(root.path(), &["b", "a"]).0), ["b/1", "2", "a/1"]);
}

#[test]
fn front_matter_is_read_and_lies_outside_the_body() {
    let text = "\u{feff}---\r\nid: h-1\r\nsource: \"The Herald\"\r\nurl: https://www.herald.example/1\r\npublished: 2025-05-07T21:00:00-05:00\r\ntitle: Talks: the sequel\r\ngroup: talks\r\nauthor: passed over\r\n---\r\n\r\nThe talks began.\r\n";
    let root = folder(&[("a.txt", text.as_bytes())]);
    let (articles, messages) = read(root.path(), &["a.txt"]);
    assert_eq!(messages, [""; 0]);
    let article = &articles[0];
    assert_eq!(article.text, text);
    assert_eq!(article.body.of(text).trim(), "The talks began.");
    assert_eq!((article.id.as_str(), article.source.as_str()), ("h-1", "The Herald"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2025-05-07"));
    assert_eq!(article.title.as_deref(), Some("Talks: the sequel"));
    assert_eq!(article.group.as_deref(), Some("talks"));
}

#[test]
fn a_byte_order_mark_is_counted_but_lies_outside_the_body() {
    let root = folder(&[("a.txt", "\u{feff}Text.".as_bytes()), ("b.jsonl", "\u{feff}{\"text\":\"Text.\"}".as_bytes())]);
    let (articles, messages) = read(root.path(), &["a.txt", "b.jsonl"]);
    assert_eq!(messages, [""; 0]);
    assert_eq!((articles[0].body.start, articles[0].text.len()), (3, 8));
    assert_eq!((articles[1].body.start, articles[1].text.len()), (0, 5));
}

#[test]
fn the_source_is_given_or_the_host_or_the_place() {
    let lines = concat!(
        r#"{"id":"1","text":"T.","source":"The Herald","url":"https://x.example/"}"#,
        "\n",
        r#"{"id":"2","text":"T.","source":null,"url":"https://www.herald.example/2"}"#,
        "\n",
        r#"{"id":"3","text":"T.","source":"","more":{"a":[1]}}"#,
    );
    let root = folder(&[("wire.jsonl", lines.as_bytes())]);
    let sources: Vec<String> = read(root.path(), &["wire.jsonl"]).0.into_iter().map(|article| article.source).collect();
    assert_eq!(sources, ["The Herald", "herald.example", "wire"]);
}

#[test]
fn packed_files_give_the_same_articles() {
    let text = "Ten people were hurt.\n\nTwo died.".as_bytes();
    let lines = b"{\"id\":\"r1\",\"text\":\"One.\"}\n{\"id\":\"r2\",\"text\":\"Two.\"}\n";
    let root = folder(&[
        ("a.txt.gz", &gzip(text)),
        ("b.md.zst", &zstd(text)),
        ("c.jsonl.gz", &gzip(lines)),
        // Two gzip members and two zstd frames, as appending makes them.
        ("d.txt.gz", &[gzip(b"One. "), gzip(b"Two.")].concat()),
        ("e.txt.zst", &[zstd(b"One. "), zstd(b"Two.")].concat()),
    ]);
    let (articles, messages) = read(root.path(), &["a.txt.gz", "b.md.zst", "c.jsonl.gz", "d.txt.gz", "e.txt.zst"]);
    assert_eq!(messages, [""; 0]);
    assert_eq!(ids(&articles), ["a", "b", "r1", "r2", "d", "e"]);
    assert!(articles[..2].iter().all(|article| article.text.as_bytes() == text));
    assert!(articles[4..].iter().all(|article| article.text == "One. Two."));
}

#[test]
fn each_bad_input_is_one_line_that_names_file_line_and_mend() {
    let endings = ".txt, .md, .jsonl, .html, .warc or .xml (each also .gz or .zst)";
    let rows: [(&str, &[u8], String); 25] = [
        ("empty.txt", b"", "empty.txt: holds no text; fill it or leave it out".to_owned()),
        ("blank.txt", b" \r\n\t\n", "blank.txt: holds no text; fill it or leave it out".to_owned()),
        ("empty.jsonl", b"\n\n", "empty.jsonl: holds no text; fill it or leave it out".to_owned()),
        (
            "front.txt",
            b"---\nsource: x\n---\n\n",
            "front.txt: holds no text after its front matter; write the article below the closing ---".to_owned(),
        ),
        (
            "binary.txt",
            b"One\nTwo\n\x00\x01",
            "binary.txt:3: not text: a NUL byte at byte 8; convert it to plain text in UTF-8".to_owned(),
        ),
        (
            "latin.txt",
            b"One\ncaf\xe9 two",
            "latin.txt:2: not UTF-8 at byte 7 (0xE9); convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`".to_owned(),
        ),
        (
            "wide.txt",
            b"\xff\xfeO\x00n\x00e\x00",
            "wide.txt: UTF-16, not UTF-8; convert it, for example with `iconv -f UTF-16 -t UTF-8`".to_owned(),
        ),
        (
            "date.txt",
            b"---\nsource: x\npublished: last week\n---\nText.",
            "date.txt:3: \"last week\" is no date; write published as 2025-03-31 or 2025-03-31T18:00:00Z".to_owned(),
        ),
        (
            "open.txt",
            b"---\nsource: x\n\n",
            "open.txt:1: the front matter that begins here is not closed; end it with a line ---".to_owned(),
        ),
        (
            "stray.txt",
            b"---\nsource: x\nText at once.\n",
            "stray.txt:3: not a line of front matter; write `name: value` (id, source, url, published, title or group), or close the block with ---".to_owned(),
        ),
        (
            "twice.md",
            b"---\ntitle: x\ntitle: y\n---\nText.",
            "twice.md:3: title stands twice in the front matter; keep one of the two".to_owned(),
        ),
        (
            "quote.md",
            b"---\ntitle: \"x\n---\nText.",
            "quote.md:2: the value of title opens a quotation mark and does not close it; add the closing mark".to_owned(),
        ),
        (
            "broken.jsonl",
            b"\n{\"text\": \"x\"\n",
            "broken.jsonl:2: not a JSON object: the line ends inside an object (column 12); write one article a line, such as {\"id\": \"a1\", \"text\": \"\u{2026}\"}".to_owned(),
        ),
        (
            "list.jsonl",
            b"[{\"text\": \"x\"}]\n",
            "list.jsonl:1: not a JSON object: it is a list (column 1); write one article a line, such as {\"id\": \"a1\", \"text\": \"\u{2026}\"}".to_owned(),
        ),
        ("none.jsonl", b"{\"id\": \"x\"}", "none.jsonl:1: no \"text\"; every article needs its text as a string".to_owned()),
        ("null.jsonl", b"{\"text\": null}", "null.jsonl:1: no \"text\"; every article needs its text as a string".to_owned()),
        ("void.jsonl", b"{\"text\": \" \"}", "void.jsonl:1: \"text\" is empty; fill it or leave the line out".to_owned()),
        (
            "type.jsonl",
            b"{\"text\": [\"x\"]}",
            "type.jsonl:1: \"text\" is a list; write it as a string in quotes, or leave it out".to_owned(),
        ),
        (
            "type2.jsonl",
            b"{\"text\": \"x\", \"source\": {\"a\": 1}}",
            "type2.jsonl:1: \"source\" is an object; write it as a string in quotes, or leave it out".to_owned(),
        ),
        (
            "date.jsonl",
            b"{\"text\": \"x\", \"published\": \"2025-13-01\"}",
            "date.jsonl:1: \"2025-13-01\" is no date; write published as 2025-03-31 or 2025-03-31T18:00:00Z".to_owned(),
        ),
        (
            "latin.jsonl",
            b"\n{\"text\": \"caf\xe9\"}",
            "latin.jsonl:2: not UTF-8 at byte 14 (0xE9); convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`".to_owned(),
        ),
        (
            "article.pdf",
            b"%PDF",
            format!("article.pdf: unknown kind of file; name it with one of the endings {endings}, or give its text on standard input as -"),
        ),
        (
            "long.txt",
            &[b'x'; 3_000_001],
            "long.txt: more than 3 MB in one article; split it, or write one article a line as .jsonl".to_owned(),
        ),
        (
            "plain.txt.gz",
            b"Not packed.",
            "plain.txt.gz: the gzip data is damaged or cut short (invalid gzip header); what follows is lost: fetch the file again".to_owned(),
        ),
        (
            "plain.jsonl.zst",
            b"Not packed.",
            "plain.jsonl.zst:1: the zstd data is damaged or cut short (Unknown frame descriptor); what follows is lost: fetch the file again".to_owned(),
        ),
    ];
    for (name, bytes, expected) in rows {
        let root = folder(&[(name, bytes), ("z.txt", b"The rest goes on.")]);
        let (articles, messages) = read_within(root.path(), &[name, "z.txt"], 3_000_000);
        assert_eq!(messages, [expected], "{name}");
        assert_eq!(ids(&articles), ["z"], "{name}");
    }
}

#[test]
fn a_missing_path_and_a_folder_without_articles_are_named() {
    let root = folder(&[("bare/photo.jpg", b"x")]);
    let (articles, messages) = read(root.path(), &["nowhere.txt", "bare"]);
    assert!(articles.is_empty());
    assert_eq!(
        messages,
        [
            "nowhere.txt: no such file or folder; check the path",
            "bare: no article in this folder; articles are files that end in .txt, .md, .jsonl, .html, .warc or .xml (each also .gz or .zst)",
        ]
    );
}

#[test]
fn the_lines_around_a_bad_one_are_read() {
    let long = format!("{{\"text\":\"{}\"}}\n", "x".repeat(300));
    let lines = ["{\"text\":\"One.\"}\r\n", "{\"text\":\n", &long, "not JSON\n", "{\"text\":\"Five.\"}"].concat();
    let root = folder(&[("a.jsonl", lines.as_bytes())]);
    let (articles, messages) = read_within(root.path(), &["a.jsonl"], 200);
    assert_eq!(ids(&articles), ["a:1", "a:5"]);
    let starts: Vec<&str> = messages.iter().filter_map(|message| message.split(' ').next()).collect();
    assert_eq!(starts, ["a.jsonl:2:", "a.jsonl:3:", "a.jsonl:4:"]);
    assert!(messages[1].contains("more than"), "{}", messages[1]);
}

#[test]
fn a_file_cut_short_gives_what_came_before_and_says_so() {
    let lines: String = (0..2000).map(|number| format!("{{\"id\":\"r{number}\",\"text\":\"Text {}.\"}}\n", number * 7919 % 6007)).collect();
    for (name, packed) in [("a.jsonl.gz", gzip(lines.as_bytes())), ("a.jsonl.zst", zstd(lines.as_bytes()))] {
        let root = folder(&[(name, &packed[..packed.len() * 2 / 3]), ("z.txt", b"Z.")]);
        let (articles, messages) = read(root.path(), &[name, "z.txt"]);
        assert_eq!(messages.len(), 1, "{name}");
        assert!(messages[0].contains("damaged or cut short") && messages[0].starts_with(&format!("{name}:")), "{}", messages[0]);
        assert_eq!(articles.last().map(|article| article.id.as_str()), Some("z"), "{name}");
        for (number, article) in articles[..articles.len() - 1].iter().enumerate() {
            assert_eq!(article.id, format!("r{number}"), "{name}");
        }
    }
}

#[test]
fn an_id_belongs_to_one_article() {
    let root = folder(&[
        ("a.jsonl", b"{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\",\"text\":\"Two.\"}\n{\"id\":\"x\",\"text\":\"Three.\"}\n"),
        ("b.txt", b"---\nid: y\n---\nFour."),
    ]);
    let (articles, messages) = read(root.path(), &["a.jsonl", "b.txt"]);
    assert_eq!(ids(&articles), ["x", "y"]);
    let expected = [
        ("a.jsonl:3: the id \"x\" belongs to ", "a.jsonl:1 already; give each article its own id"),
        ("b.txt: the id \"y\" belongs to ", "a.jsonl:2 already; give each article its own id"),
    ];
    assert_eq!(messages.len(), 2);
    for (message, (start, end)) in messages.iter().zip(expected) {
        assert!(message.starts_with(start) && message.ends_with(end), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_are_named() {
    let root = folder(&[("in/a.txt", b"A.")]);
    std::os::unix::fs::symlink(root.path().join("in"), root.path().join("in/loop")).expect("a link is made");
    let (articles, messages) = read(root.path(), &["in"]);
    assert_eq!(ids(&articles), ["a"]);
    assert_eq!(messages.len(), 1);
    assert!(messages[0].starts_with("in/loop: cannot be read: "), "{}", messages[0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_survived_and_answered(bytes in prop::collection::vec(any::<u8>(), 0..200), ending in prop::sample::select(&["txt", "md", "jsonl", "html", "xml", "warc", "warc.gz", "txt.gz", "jsonl.zst", "htm.gz"][..])) {
        let name = format!("a.{ending}");
        let root = folder(&[(name.as_str(), &bytes)]);
        let (articles, messages) = read(root.path(), &[&name]);
        prop_assert!(!articles.is_empty() || !messages.is_empty());
        prop_assert!(messages.iter().all(|message| message.starts_with(&name)));
    }

    #[test]
    fn any_text_is_kept_byte_for_byte(text in "\\PC{0,80}") {
        let root = folder(&[("a.txt", text.as_bytes())]);
        for article in read(root.path(), &["a.txt"]).0 {
            prop_assert_eq!(&article.text, &text);
            prop_assert_eq!(article.body.end, text.len());
        }
        let line = serde_json::json!({ "id": "r", "text": text }).to_string();
        let root = folder(&[("a.jsonl", line.as_bytes())]);
        for article in read(root.path(), &["a.jsonl"]).0 {
            prop_assert_eq!(&article.text, &text);
        }
    }
}
