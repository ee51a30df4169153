//! Archives of crawls: which records are articles, how they are unpacked, and what is said of those that are damaged.

use std::fs;
use std::io::Write;

use assert_cmd::Command;
use crossclaim::article::{Article, LineColumn};
use crossclaim::read::Reader;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use tempfile::TempDir;

fn record(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("WARC/1.0\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn response(url: &str, http: &str, body: &[u8]) -> Vec<u8> {
    let headers = format!(
        "WARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    );
    record(&headers, &[http.as_bytes(), b"\r\n", body].concat())
}

fn page(sentence: &str) -> String {
    format!("<html><head><title>A page</title></head>\n<body><nav><a href=/>Home</a></nav>\n<p>{sentence}</p></body></html>")
}

const HTML: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("gzip writes");
    encoder.finish().expect("gzip ends")
}

fn read(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<String>) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the archive is written");
    let (mut articles, mut messages) = (Vec::new(), Vec::new());
    for article in Reader::new(&[path.display().to_string()]) {
        match article {
            Ok(article) => articles.push(article),
            Err(error) => messages.push(
                format!("{}{error}", if error.is_notice() { "note: " } else { "" }).replace(&format!("{}/", folder.path().display()), ""),
            ),
        }
    }
    (articles, messages)
}

/// Records of every kind, each of which gives an article or is passed over.
fn records() -> Vec<Vec<u8>> {
    let links: String = (0..9).map(|number| format!("<li><a href=/{number}>Headline number {number} of the day</a></li>")).collect();
    vec![
        record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", b"software: x\r\n"),
        record("WARC-Type: request\r\nContent-Type: application/http; msgtype=request\r\n", b"GET / HTTP/1.1\r\n\r\n"),
        response("https://www.herald.example/1", HTML, page("Norway pledged $40 million to Ethiopia on Monday.").as_bytes()),
        response(
            "https://www.herald.example/gone",
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n",
            page("This page is not here any more, sorry.").as_bytes(),
        ),
        response("https://www.herald.example/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", b"\x89PNG\x00"),
        response("https://www.herald.example/", HTML, format!("<ul>{links}</ul>").as_bytes()),
        record(
            "WARC-Type: conversion\r\nWARC-Target-URI: <https://star.example/2>\r\nContent-Type: text/plain\r\n",
            "Aid for Ethiopia\n\nNorway pledged $90 million to Ethiopia on Monday.\n".as_bytes(),
        ),
        record("WARC-Type: metadata\r\nContent-Type: application/warc-fields\r\n", b"fetchTimeMs: 3\r\n"),
        record(
            "WARC-Type: resource\r\nWARC-Target-URI: https://star.example/3\r\nContent-Type: text/html\r\n",
            page("Some 340 people work for the mission.").as_bytes(),
        ),
    ]
}

const NOTICE: &str = "1 page of this archive without an article text (indexes of links, pages that scripts fill) is passed over, the first is record 6 at byte ";

#[test]
fn pages_and_texts_of_an_archive_are_articles() {
    let plain = records().concat();
    let members: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    let archives = [
        ("crawl.warc", plain.clone()),
        ("crawl.warc.gz", members),
        ("crawl.warc.gz", gzip(&plain)),
        ("crawl.warc.zst", zstd::encode_all(&plain[..], 3).expect("it is packed")),
        ("crawl.wet", plain.clone()),
    ];
    for (name, bytes) in archives {
        let (articles, messages) = read(name, &bytes);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].starts_with(&format!("note: {name}: {NOTICE}")), "{messages:?}");
        let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
        assert_eq!(ids, ["crawl:3", "crawl:7", "crawl:9"], "{name}");
        assert_eq!(articles[0].text, "Norway pledged $40 million to Ethiopia on Monday.");
        assert_eq!((articles[0].url.as_deref(), articles[0].source.as_str()), (Some("https://www.herald.example/1"), "herald.example"));
        assert_eq!(articles[1].url.as_deref(), Some("https://star.example/2"));
        assert_eq!(articles[1].published, None);
        // Places are those of the unpacked archive.
        let text = String::from_utf8_lossy(&plain);
        for (article, words) in [(&articles[0], "$40 million"), (&articles[1], "$90 million"), (&articles[2], "340 people")] {
            let offset = article.text.find(words).expect(words);
            let place = LineColumn::at(&text, text.find(words).expect(words));
            assert_eq!(article.line_column(offset), place, "{words}");
        }
    }
}

#[test]
fn what_a_server_packed_is_unpacked() {
    let page = page("The caf\u{e9} cost \u{a3}1.2bn, the ministry said.");
    let chunks = |body: &[u8]| -> Vec<u8> {
        let mut chunked = Vec::new();
        for part in body.chunks(40) {
            chunked.extend_from_slice(format!("{:X}\r\n", part.len()).as_bytes());
            chunked.extend_from_slice(part);
            chunked.extend_from_slice(b"\r\n");
        }
        chunked.extend_from_slice(b"0\r\n\r\n");
        chunked
    };
    let latin: Vec<u8> = page.chars().map(|character| character as u8).collect();
    let rows = [
        ("Transfer-Encoding: chunked\r\n", chunks(page.as_bytes())),
        ("Content-Encoding: gzip\r\n", gzip(page.as_bytes())),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks(&gzip(page.as_bytes()))),
        ("Content-Encoding: zstd\r\n", zstd::encode_all(page.as_bytes(), 3).expect("it is packed")),
        // Crawlers unpack and leave the headers.
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", page.clone().into_bytes()),
        ("Content-Encoding: br\r\n", page.clone().into_bytes()),
        ("Content-Type: text/html; charset=iso-8859-1\r\n", latin),
    ];
    for (headers, body) in rows {
        let media = if headers.contains("charset") { "" } else { "Content-Type: text/html\r\n" };
        let (articles, messages) = read("a.warc", &response("https://h.example/1", &format!("HTTP/1.1 200 OK\r\n{headers}{media}"), &body));
        assert!(messages.is_empty(), "{headers}: {messages:?}");
        assert_eq!(articles[0].text, "The café cost £1.2bn, the ministry said.", "{headers}");
    }
}

#[test]
fn a_bad_record_is_named_by_its_offset_and_the_next_goes_on() {
    let good = |number: usize| {
        response(
            &format!("https://h.example/{number}"),
            HTML,
            page(&format!("Some {number} people work for the mission in Oslo.")).as_bytes(),
        )
    };
    let headless = b"WARC/1.0\r\nWARC-Type: response\r\n\r\nno length here\r\n\r\n".to_vec();
    let brotli = response(
        "https://h.example/b",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n",
        &[0x8B, 0x0F, 0x80, 1, 2, 3],
    );
    let rows = [
        (headless, "it has no Content-Length"),
        (brotli, "its page is packed with Brotli"),
        (b"some garbage that is no record\r\nand goes on\r\n\r\n".to_vec(), "it does not begin with WARC/1.0"),
    ];
    for (bad, expected) in rows {
        let before = good(1).len();
        let (articles, messages) = read("a.warc", &[good(1), bad.clone(), good(3)].concat());
        assert_eq!(
            articles.iter().map(|article| article.url.as_deref()).collect::<Vec<_>>(),
            [Some("https://h.example/1"), Some("https://h.example/3")]
        );
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].starts_with(&format!("a.warc: record 2 at byte {before}: {expected}")), "{messages:?}");

        let members = [gzip(&good(1)), gzip(&bad), gzip(&good(3))];
        let (articles, messages) = read("a.warc.gz", &members.concat());
        assert_eq!(articles.len(), 2, "{messages:?}");
        assert!(messages[0].starts_with(&format!("a.warc.gz: record 2 at byte {}: {expected}", members[0].len())), "{messages:?}");
    }
    // A member whose bytes are damaged: the next is found by its beginning.
    let mut members = [gzip(&good(1)), gzip(&good(2)), gzip(&good(3)), gzip(&good(4))];
    for byte in &mut members[1][12..40] {
        *byte = 0xFF;
    }
    let (articles, messages) = read("a.warc.gz", &members.concat());
    let urls: Vec<&str> = articles.iter().filter_map(|article| article.url.as_deref()).collect();
    assert_eq!(urls, ["https://h.example/1", "https://h.example/3", "https://h.example/4"], "{messages:?}");
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].contains(&format!("at byte {}: it is damaged", members[0].len())), "{messages:?}");
}

#[test]
fn an_archive_that_breaks_off_gives_what_came_before() {
    let plain = records().concat();
    let (articles, messages) = read("a.warc", &plain[..plain.len() - 10]);
    assert_eq!(articles.len(), 3, "{messages:?}");
    assert!(
        messages[0].starts_with("a.warc: record 9 at byte ") && messages[0].contains("the archive breaks off inside it"),
        "{messages:?}"
    );
    let packed = records().iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>();
    let (articles, messages) = read("a.warc.gz", &packed[..packed.len() - 20]);
    assert_eq!(articles.len(), 2);
    assert!(messages.iter().any(|message| message.contains("damaged or cut short")), "{messages:?}");
    let (articles, messages) = read("a.warc", &records()[0]);
    assert!(articles.is_empty() && messages[0].starts_with("a.warc: holds no page of HTML"), "{messages:?}");
}

#[test]
fn an_archive_is_resumed_and_read_from_standard_input() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name);
    let packed = records().iter().flat_map(|record| gzip(record)).collect::<Vec<u8>>();
    fs::write(file("crawl.warc.gz"), &packed).expect("an archive");
    let extract = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("crossclaim").expect("the program");
        command.current_dir(folder.path()).arg("extract").args(arguments).assert().success();
    };
    extract(&["crawl.warc.gz", "-o", "whole.jsonl", "--articles", "whole.articles"]);
    let (claims, records) = (fs::read(file("whole.jsonl")).expect("claims"), fs::read(file("whole.articles")).expect("records"));
    let first = claims.iter().position(|&byte| byte == b'\n').expect("a line") + 1;
    fs::write(file("part.jsonl"), &claims[..first + 9]).expect("a part");
    fs::write(file("part.articles"), &records[..5]).expect("a part");
    extract(&["crawl.warc.gz", "-o", "part.jsonl", "--articles", "part.articles", "--resume"]);
    assert!(fs::read(file("part.jsonl")).expect("claims") == claims && fs::read(file("part.articles")).expect("records") == records);
    let mut command = Command::cargo_bin("crossclaim").expect("the program");
    let output = command.args(["extract", "-"]).write_stdin(packed).output().expect("it runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    assert!(printed.contains("\"article\":\"stdin:3\"") && printed.contains("\"article\":\"stdin:7\""), "{printed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_damage_is_survived(at in 0..2000_usize, length in 1..60_usize, byte in any::<u8>(), cut in 0..3000_usize) {
        let plain = records().concat();
        let packed: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
        for (name, mut bytes) in [("a.warc", plain), ("a.warc.gz", packed)] {
            let from = at.min(bytes.len() - 1);
            let to = (from + length).min(bytes.len());
            bytes[from..to].fill(byte);
            bytes.truncate(bytes.len().saturating_sub(cut % 97));
            let (articles, messages) = read(name, &bytes);
            prop_assert!(!articles.is_empty() || !messages.is_empty());
            prop_assert!(articles.iter().all(|article| !article.text.trim().is_empty()));
        }
    }
}
