//! Feeds: their items as articles, with what the feed says of them, and their places in its XML.

use std::fs;

use assert_cmd::Command;
use crossclaim::article::{Article, LineColumn};
use crossclaim::read::Reader;
use proptest::prelude::*;
use tempfile::TempDir;

fn read_bytes(name: &str, bytes: &[u8]) -> (Vec<Article>, Vec<String>) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("the feed is written");
    let (mut articles, mut messages) = (Vec::new(), Vec::new());
    for article in Reader::new(&[path.display().to_string()]) {
        match article {
            Ok(article) => articles.push(article),
            Err(error) => {
                let note = if error.is_notice() { "note: " } else { "" };
                messages.push(format!("{note}{error}").replace(&format!("{}/", folder.path().display()), ""));
            }
        }
    }
    (articles, messages)
}

fn read(name: &str, source: &str) -> (Vec<Article>, Vec<String>) {
    read_bytes(name, source.as_bytes())
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>The Northern Post &amp; Mail</title>
  <link>https://www.northern-post.example/</link>
  <description>All the news</description>
  <image><title>Logo</title><link>https://www.northern-post.example/logo</link></image>
  <item>
    <title>Norway pledges &lt;i&gt;aid&lt;/i&gt; to Ethiopia</title>
    <link>https://www.northern-post.example/aid</link>
    <guid isPermaLink="false">4711</guid>
    <pubDate>Tue, 04 Mar 2025 08:00:00 +0100</pubDate>
    <description>Norway gives money.</description>
    <content:encoded><![CDATA[<p>OSLO &mdash; Norway pledged
      <b>$40&nbsp;million</b> to <a href="/e">Ethiopia</a> on Monday.</p>
      <p>Some 340 people work there.</p><p><a href="/more">Read more</a></p>]]></content:encoded>
  </item>
  <item>
    <title>Quake in Van</title>
    <guid>https://www.northern-post.example/van</guid>
    <dc:date>2025-03-05</dc:date>
    <source url="https://wire.example/rss">The Wire</source>
    <description>&lt;p&gt;At least 12 people died in Van, it&amp;#8217;s said.&lt;/p&gt; &lt;img src="x.jpg"&gt;</description>
  </item>
  <item><title>Only a title</title><link>https://www.northern-post.example/only</link></item>
  <item><title>Plain</title><description>Officials say 58 people are still missing in the north of the country</description></item>
</channel>
</rss>
"#;

#[test]
fn items_of_rss_are_articles() {
    let (articles, messages) = read("post.rss", RSS);
    assert_eq!(
        messages,
        ["note: post.rss: 1 item of this feed without a text is passed over, the first on line 26; fetch the pages that they link to"]
    );
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["post:1", "post:2", "post:4"]);
    assert_eq!(articles[0].text, "OSLO — Norway pledged $40 million to Ethiopia on Monday.\n\nSome 340 people work there.");
    assert_eq!(articles[0].title.as_deref(), Some("Norway pledges aid to Ethiopia"));
    assert_eq!(articles[0].source, "The Northern Post & Mail");
    assert_eq!(articles[0].url.as_deref(), Some("https://www.northern-post.example/aid"));
    assert_eq!(articles[1].text, "At least 12 people died in Van, it’s said.");
    assert_eq!((articles[1].source.as_str(), articles[1].url.as_deref()), ("The Wire", Some("https://www.northern-post.example/van")));
    assert_eq!(articles[2].text, "Officials say 58 people are still missing in the north of the country");
    let days: Vec<Option<String>> = articles.iter().map(|article| article.published.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2025-03-04".to_owned()), Some("2025-03-05".to_owned()), None]);
}

#[test]
fn words_lead_back_through_both_layers_of_markup() {
    let (articles, _) = read("post.xml", RSS);
    let rows = [
        (0, "pledged", "pledged\n"),
        (0, "$40", "$40"),
        (0, "Ethiopia on", "Ethiopia</a> on"),
        (0, "340", "340"),
        (1, "12 people", "12 people"),
        (1, "in Van", "in Van, it"),
        (1, "said", "said.&lt;"),
        (2, "58", "58 people"),
    ];
    for (article, words, source) in rows {
        let article = &articles[article];
        let offset = article.text.find(words).expect(words);
        assert_eq!(article.line_column(offset), LineColumn::at(RSS, RSS.find(source).expect(source)), "{words}");
    }
}

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom">
<title type="text">South Star</title>
<link rel="self" href="https://star.example/feed"/>
<author><name>A. Star</name></author>
<entry><title>Aid</title><link rel="enclosure" href="https://star.example/a.mp3"/><link href="https://star.example/aid?a=1&amp;b=2"/>
<id>urn:x:1</id><published>2025-03-04T08:00:00Z</published><updated>2025-03-06T08:00:00Z</updated>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Norway pledged <b>$90 million</b> to Ethiopia &amp; Kenya.</p><p>It said so on Monday.</p></div></content></entry>
<entry><title type="html">Two &amp;amp; three</title><id>https://star.example/2</id><updated>2025-03-07T08:00:00Z</updated>
<content type="html">&lt;p&gt;AT&amp;amp;T paid &amp;pound;1.2bn, it is said.&lt;/p&gt;</content></entry>
</feed>
"#;

#[test]
fn entries_of_atom_are_articles() {
    let (articles, messages) = read("star.atom", ATOM);
    assert_eq!(messages, [""; 0]);
    assert_eq!(articles[0].text, "Norway pledged $90 million to Ethiopia & Kenya.\n\nIt said so on Monday.");
    assert_eq!(articles[0].url.as_deref(), Some("https://star.example/aid?a=1&b=2"));
    assert_eq!(articles[0].source, "South Star");
    assert_eq!(articles[0].published.map(|day| day.to_string()).as_deref(), Some("2025-03-04"));
    assert_eq!(articles[1].text, "AT&T paid £1.2bn, it is said.");
    assert_eq!((articles[1].title.as_deref(), articles[1].url.as_deref()), (Some("Two & three"), Some("https://star.example/2")));
    assert_eq!(articles[1].published.map(|day| day.to_string()).as_deref(), Some("2025-03-07"));
    for (article, words, source) in [(0, "$90", "$90"), (0, "Kenya", "Kenya"), (1, "T paid", "T paid"), (1, "1.2bn", "1.2bn")] {
        let offset = articles[article].text.find(words).expect(words);
        assert_eq!(articles[article].line_column(offset), LineColumn::at(ATOM, ATOM.find(source).expect(source)), "{words}");
    }
}

#[test]
fn other_encodings_and_forerunners_are_read() {
    let latin = b"<?xml version='1.0' encoding='iso-8859-1'?><rdf:RDF><channel><title>Caf\xe9</title></channel><item><title>T</title><description>It cost \xa35m, they say.</description></item></rdf:RDF>";
    let (articles, messages) = read_bytes("a.xml", latin);
    assert_eq!(messages, [""; 0]);
    assert_eq!((articles[0].text.as_str(), articles[0].source.as_str()), ("It cost £5m, they say.", "Café"));
}

#[test]
fn broken_xml_gives_what_came_before_and_what_is_no_feed_is_refused() {
    let (articles, messages) =
        read("a.rss", &RSS.replace("<item>\n    <title>Quake in Van</title>", "<item>\n<![CDATA[ <title>Quake in Van</title>"));
    assert_eq!(articles.len(), 1, "{messages:?}");
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].starts_with("a.rss:20: the XML is broken") && messages[1].starts_with("note: a.rss: 1 item"), "{messages:?}");
    for (source, expected) in [
        ("<?xml version='1.0'?><urlset><url>x</url></urlset>", "a.xml: no feed"),
        ("<feedback>It is fine.</feedback>", "a.xml: no feed"),
        ("plain words", "a.xml: no feed"),
        ("<rss><channel><title>Empty</title></channel></rss>", "a.xml: holds no text"),
        ("", "a.xml: holds no text"),
    ] {
        let (articles, messages) = read("a.xml", source);
        assert!(articles.is_empty() && messages.len() == 1 && messages[0].starts_with(expected), "{messages:?}");
    }
}

#[test]
fn other_xml_in_a_folder_is_passed_over_and_standard_input_may_be_a_feed() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("sitemap.xml"), "<?xml version='1.0'?><urlset><url>x</url></urlset>").expect("a file");
    fs::write(folder.path().join("star.xml"), ATOM).expect("a file");
    let output = Command::cargo_bin("crossclaim").expect("the program").arg("extract").arg(folder.path()).output().expect("it runs");
    let (claims, message) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && claims.contains("\"article\":\"star:1\""), "{message}");
    assert!(message.contains("1 file of another kind (1 .xml) is passed over"), "{message}");
    let output = Command::cargo_bin("crossclaim").expect("the program").args(["extract", "-"]).write_stdin(RSS).output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"article\":\"stdin:1\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_cut_or_change_is_survived_and_mapped(cut in 0..RSS.len(), at in 0..RSS.len(), piece in prop::sample::select(&["", "<", "&", "]]>", "<item>", "</p>", "&lt;b&gt;", "<![CDATA[", "&amp;amp;", "\n"][..])) {
        for feed in [RSS, ATOM] {
            let boundary = |mut at: usize| {
                at = at.min(feed.len());
                while !feed.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let mut source = feed[..boundary(cut)].to_owned();
            if at < source.len() {
                source.insert_str(boundary(at), piece);
            }
            for article in read("a.xml", &source).0 {
                let map = article.source_map.as_ref().expect("a map");
                for (offset, character) in article.text.char_indices().filter(|(_, character)| character.is_alphanumeric()) {
                    let Some(at) = map.source_offset(offset) else { continue };
                    let there = source.get(at..).and_then(|rest| rest.chars().next());
                    prop_assert!(there == Some(character) || there == Some('&'), "{character} at {offset} leads to {there:?} at {at}");
                }
            }
        }
    }
}
