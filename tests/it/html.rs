//! Pages: what of them is the article, what they say of themselves, and where in the file the words stand.

use std::fs;

use assert_cmd::Command;
use crossclaim::article::{Article, LineColumn};
use crossclaim::read::Reader;
use proptest::prelude::*;
use tempfile::TempDir;

/// What reading a page of these bytes gives.
fn read_bytes(bytes: &[u8]) -> Result<Article, String> {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("page.html");
    fs::write(&path, bytes).expect("the page is written");
    let mut articles = Reader::new(&[path.display().to_string()]);
    let article = articles.next().expect("an answer").map_err(|error| error.problem.to_string());
    assert!(articles.next().is_none());
    article
}

fn read(source: &str) -> Article {
    read_bytes(source.as_bytes()).expect("an article")
}

fn text(source: &str) -> String {
    read(source).text
}

/// A news page with everything around the article that news pages have.
const NEWS: &str = r##"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Norway pledges aid to Ethiopia - The Northern Post</title>
<meta property="og:title" content="Norway pledges aid">
<meta property="og:site_name" content="The Northern Post">
<link rel="canonical" href="https://www.northern-post.example/world/norway-aid">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"Northern Media"},
{"@type":["NewsArticle"],"headline":"Norway pledges aid to Ethiopia","datePublished":"2025-03-04T08:00:00+01:00","publisher":{"@id":"#org"}}]}</script>
<style>p { color: red }</style>
</head>
<body class="has-sidebar article-page">
<header><a href="/">The Northern Post</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies to give you the best experience on this site. By using it you agree to them.</p></div>
<main>
<article>
 <h1>Norway pledges aid to Ethiopia</h1>
 <p class="byline">By Kari Nordmann</p>
 <div class="share-tools"><button>Share</button><a href="#">Copy link</a></div>
 <figure><img src="a.jpg" alt="x"><figcaption>The ministry in Oslo on Monday. Photo: A. Berg</figcaption></figure>
 <p>OSLO &mdash; Norway pledged
    <b>$40&nbsp;million</b> to <a href="/ethiopia">Ethiopia</a> on Monday,
    the foreign ministry&#8217;s spokeswoman said.</p>
 <p>The Ethiopian government welcomed the money. &ldquo;We need every krone,&rdquo; said Finance Minister Ahmed Shide.</p>
 <p hidden>This was an old draft of the story that nobody should read.</p>
 <p style="display: none">And so was this one, which the page hides by its style.</p>
 <h2>What the money is for</h2>
 <ul><li>Wells in the Somali region</li>
 <li>Schools for 12,000 children</li></ul>
 <aside><h3>Related</h3><ul><li><a href="/x">Sweden gives less than it said</a></li></ul></aside>
 <div class="newsletter-signup"><p>Get our best stories into your inbox every morning. Sign up now.</p></div>
 <p>Some 340 people work for the mission in Addis Ababa<sup><a href="#n1">[1]</a></sup>, not <del>240</del>.</p>
 <p><strong>Read more: </strong><a href="/y">Ethiopia's long drought</a></p>
 <h2>More on this story</h2>
 <ul><li><a href="/d">A drought without end</a></li><li><a href="/e">The dams of the Nile</a></li></ul>
</article>
<section id="comments"><h2>Comments</h2><p>This is a comment of a reader, and it is quite long. It goes on for a while.</p></section>
<section class="related-stories"><h2>More from World</h2><div><h3><a href="/z">Kenya votes</a></h3><p>Voters in Kenya go to the polls on Sunday.</p></div></section>
</main>
<footer><p>&copy; 2025 The Northern Post. All rights reserved.</p></footer>
<script>document.write("<p>No article says this, ever.</p>")</script>
</body></html>
"##;

#[test]
fn a_news_page_gives_its_article_and_nothing_around_it() {
    let article = read(NEWS);
    let expected = "OSLO — Norway pledged $40 million to Ethiopia on Monday, the foreign ministry’s spokeswoman said.\n\n\
                    The Ethiopian government welcomed the money. “We need every krone,” said Finance Minister Ahmed Shide.\n\n\
                    ## What the money is for\n\n\
                    • Wells in the Somali region\n• Schools for 12,000 children\n\n\
                    Some 340 people work for the mission in Addis Ababa, not .";
    assert_eq!(article.text, expected);
    assert_eq!(article.id, "page");
    assert_eq!(article.title.as_deref(), Some("Norway pledges aid to Ethiopia"));
    assert_eq!(article.source, "The Northern Post");
    assert_eq!(article.url.as_deref(), Some("https://www.northern-post.example/world/norway-aid"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2025-03-04"));
}

/// The line and column of `needle`, counted apart from the program.
fn place_of(source: &str, needle: &str) -> LineColumn {
    let at = source.find(needle).expect("it is in the source");
    let line = source[..at].lines().count().max(1);
    let column = source[..at].rsplit('\n').next().expect("a line").chars().count() + 1;
    LineColumn { line: if source[..at].ends_with('\n') { line + 1 } else { line }, column }
}

#[test]
fn words_lead_back_to_their_line_and_column_in_the_file() {
    let article = read(NEWS);
    for (words, source) in [
        ("OSLO", "OSLO"),
        ("Norway pledged", "Norway pledged\n"),
        ("pledged", "pledged\n"),
        ("$40", "$40"),
        ("million", "million</b>"),
        ("Ethiopia on", "Ethiopia</a> on"),
        ("on Monday", "on Monday,\n"),
        ("spokeswoman", "spokeswoman"),
        ("“We", "&ldquo;We"),
        ("every krone", "every krone"),
        ("What the", "What the money"),
        ("12,000", "12,000"),
        ("340", "340"),
    ] {
        let offset = article.text.find(words).expect(words);
        assert_eq!(article.line_column(offset), place_of(NEWS, source), "{words}");
    }
    // An end is the place just past the last character, also where a tag follows.
    let end = article.text.find("million").expect("it is there") + "million".len();
    assert_eq!(article.line_column_after(end), place_of(NEWS, "</b>"));
}

#[test]
fn old_pages_without_end_tags_are_read() {
    let source = "<HTML><HEAD><TITLE>Aid for Ethiopia | South Star</TITLE>\n<META NAME=date CONTENT=\"March 4, 2025\">\n\
        <BODY BGCOLOR=white><TABLE><TR><TD><A HREF=/>Home</A><BR><A HREF=/news>News</A>\n<TD><FONT SIZE=5>Aid for Ethiopia</FONT>\n\
        <P>OSLO - Norway pledged $90 million\nto <I>Ethiopia</I> on Monday.\n<P>Ethiopia asked for &pound;1.2bn.<UL><LI>One half at once.<LI>One half later.</UL>\n</TABLE>";
    let article = read(source);
    assert_eq!(
        article.text,
        "OSLO - Norway pledged $90 million to Ethiopia on Monday.\n\nEthiopia asked for £1.2bn.\n\n• One half at once.\n• One half later."
    );
    assert_eq!(article.title.as_deref(), Some("Aid for Ethiopia"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2025-03-04"));
    let amount = article.text.find("1.2bn").expect("the amount");
    assert_eq!(article.line_column(amount), place_of(source, "1.2bn"));
}

#[test]
fn paragraphs_may_be_parted_by_line_breaks_alone() {
    let source = "<body><div id=story>Norway pledged $40 million to Ethiopia on Monday.<br><br>\nThe ministry said so in Oslo.<br>\nIt gave no reason for it.</div>";
    assert_eq!(
        text(source),
        "Norway pledged $40 million to Ethiopia on Monday.\n\nThe ministry said so in Oslo.\nIt gave no reason for it."
    );
}

#[test]
fn inline_markup_and_character_references_make_no_gaps() {
    let rows = [
        ("It cost <b>&pound;1</b>.2<em>bn</em> in all, they said.", "It cost £1.2bn in all, they said."),
        ("Some 1&nbsp;200&nbsp;000 people&nbsp;fled, it&rsquo;s said.", "Some 1\u{a0}200\u{a0}000 people fled, it’s said."),
        ("AT&T paid 5 &lt; 6 &#36;, &#x20AC;7 and &unknown; things.", "AT&T paid 5 < 6 $, €7 and &unknown; things."),
        (
            "The inter&shy;national com<wbr>mission\r\n met <span>in</span> <i> Oslo </i>today.",
            "The international commission met in Oslo today.",
        ),
        ("She said: <q>We go.</q> And they went.", "She said: “We go.” And they went."),
        ("The 10<sup>th</sup> round cost $5m<!-- not --> more.", "The 10th round cost $5m more."),
    ];
    for (source, expected) in rows {
        assert_eq!(text(&format!("<p>{source}</p>")), expected, "{source}");
    }
}

#[test]
fn tables_of_data_are_rows_and_tables_of_layout_are_not() {
    let source = "<article><p>The quake killed thousands in both of the countries, officials said.</p>\
        <table><caption>Dead</caption><tr><th>Country</th><th>Dead</th></tr><tr><td>Turkey</td><td>50,783</td></tr><tr><td>Syria</td><td></td></tr></table></article>";
    assert_eq!(
        text(source),
        "The quake killed thousands in both of the countries, officials said.\n\n• Country | Dead\n• Turkey | 50,783\n• Syria"
    );
}

#[test]
fn a_live_blog_is_one_article_of_all_its_posts() {
    let post = |hour: usize| {
        format!(
            "<article class=post><time datetime=\"2025-03-04T{hour:02}:00Z\">{hour}:00</time><h2><a href=\"#p{hour}\">Post {hour} from the field</a></h2>\
             <p>At {hour} o'clock the ministry said that {hour} people were found in the ruins of the school.</p></article>"
        )
    };
    let posts: String = (10..16).map(post).collect();
    let source = format!("<body><nav><a href=/>Home</a></nav><main><h1>Quake in Van: live updates</h1>{posts}</main>");
    let article = read(&source);
    assert_eq!(article.text.matches("## Post").count(), 6, "{}", article.text);
    assert!(article.text.contains("said that 15 people"), "{}", article.text);
    assert_eq!(article.title.as_deref(), Some("Quake in Van: live updates"));
}

#[test]
fn without_names_the_part_with_the_best_balance_of_prose_is_the_article() {
    let paragraph = "<p>The envoys of six countries met in Oslo on Monday to talk about the treaty, the ministry said.</p>";
    let menu: String = (0..30).map(|number| format!("<div><a href=/{number}>Topic number {number}</a></div>")).collect();
    let teasers: String = (0..5)
        .map(|number| {
            format!(
                "<div class=x><h3><a href=/t{number}>Another story {number}</a></h3><p>It tells of something else that happened.</p></div>"
            )
        })
        .collect();
    let source = format!(
        "<body><div>{menu}</div><div><div class=l>{teasers}</div><div class=c><div class=s1>{}</div><div class=ad>Advertisement</div><div class=s2>{}</div></div></div><div>{menu}</div>",
        paragraph.repeat(4),
        paragraph.repeat(3)
    );
    let text = text(&source);
    assert_eq!(text.matches("The envoys").count(), 7, "{text}");
    assert!(!text.contains("Topic") && !text.contains("tells of something") && !text.contains("Advertisement"), "{text}");
}

#[test]
fn one_sentence_outside_of_clutter_is_an_article() {
    let menu = "<div id=menu><a href=x>News</a> <a href=y>Sport</a> <a href=z>Weather and more of it</a></div>";
    let rows = [
        ("<p>Rwanda was paid $100,000.</p>".to_owned(), "Rwanda was paid $100,000."),
        (
            format!("{menu}<p>Rwanda was paid $100,000.</p><footer><p>Copyright 2025 by the owners. All rights are reserved.</p></footer>"),
            "Rwanda was paid $100,000.",
        ),
        (
            format!(
                "<body>{menu}<div class=story><h1>Nine dead in a flood</h1><p>A flood killed nine people in Chad on Sunday\n<p>It rained.</div><div class=comments><p>I think it was more than that, friends.</p></div>"
            ),
            "A flood killed nine people in Chad on Sunday\n\nIt rained.",
        ),
        ("<form id=aspnet><div><p>Rwanda was paid $100,000.</p></div></form>".to_owned(), "Rwanda was paid $100,000."),
    ];
    for (source, expected) in rows {
        assert_eq!(text(&source), expected, "{source}");
    }
}

#[test]
fn readers_comments_may_be_longer_than_the_article() {
    let comment = "<div class=c><p>I do not believe a word of this, and neither should you, my friend. It was never so.</p></div>";
    let source = format!(
        "<body><div class=post><p>The envoys of six countries met in Oslo on Monday to talk about the treaty.</p>\
         <p>A second round of talks is planned for the first week of May, the ministry said.</p></div><div id=comments>{}</div>",
        comment.repeat(30)
    );
    let text = text(&source);
    assert!(text.starts_with("The envoys") && text.ends_with("the ministry said."), "{text}");
}

#[test]
fn metadata_has_an_order_of_preference() {
    let body = "<p>The envoys of six countries met in Oslo on Monday to talk about the treaty.</p>";
    let published = |head: &str| read(&format!("<head>{head}</head><body>{body}")).published.map(|day| day.to_string());
    let rows = [
        (
            r#"<meta name="date" content="2025-01-01"><meta property="article:published_time" content="2025-03-04T10:00:00Z">"#,
            Some("2025-03-04"),
        ),
        (
            r#"<meta name=pubdate content="2025-01-01"><script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2025-03-04"}]</script>"#,
            Some("2025-03-04"),
        ),
        (r#"<meta name="parsely-pub-date" content="2025-03-04T10:00:00Z">"#, Some("2025-03-04")),
        (r#"<meta name="DC.date.issued" content="4 March 2025">"#, Some("2025-03-04")),
        (r#"<meta itemprop="datePublished" content="2025-03-04">"#, Some("2025-03-04")),
        (r#"<link rel="canonical" href="https://h.example/2025/03/04/talks">"#, Some("2025-03-04")),
        (r#"<meta name="date" content="last week">"#, None),
        (r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished": oops}</script>"#, None),
    ];
    for (head, expected) in rows {
        assert_eq!(published(head).as_deref(), expected, "{head}");
    }
    let source = |head: &str| read(&format!("<head>{head}</head><body>{body}")).source;
    let rows = [
        (r#"<meta property="og:site_name" content="The Herald"><link rel=canonical href="https://x.example/">"#, "The Herald"),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","publisher":[{"name":"The Herald &amp; Post"}]}</script>"#,
            "The Herald & Post",
        ),
        (r#"<meta property="og:url" content="https://www.herald.example/1">"#, "herald.example"),
        (r#"<link rel="canonical" href="/1">"#, "page"),
    ];
    for (head, expected) in rows {
        assert_eq!(source(head), expected, "{head}");
    }
    let saved =
        "<!DOCTYPE html>\n<!-- saved from url=(0028)https://www.herald.example/1 -->\n<html><body><p>The envoys met in Oslo on Monday.</p>";
    assert_eq!(read(saved).url.as_deref(), Some("https://www.herald.example/1"));
    let times = "<article><h1>Six envoys meet in Oslo</h1><time datetime=\"2025-03-04\">Tuesday</time><p>The envoys met in Oslo on Monday.</p></article>";
    assert_eq!(read(times).published.map(|day| day.to_string()).as_deref(), Some("2025-03-04"));
}

#[test]
fn other_encodings_are_decoded_and_their_columns_kept() {
    let page =
        b"<html><head><meta charset=\"iso-8859-1\"></head>\n<body><p>The caf\xe9 in Z\xfcrich cost \xa31.2bn, a \x93record\x94.</p></body>";
    let article = read_bytes(page).expect("an article");
    assert_eq!(article.text, "The café in Zürich cost £1.2bn, a “record”.");
    let at = article.text.find("£1.2bn").expect("the amount");
    assert_eq!(article.line_column(at), LineColumn { line: 2, column: 34 });
}

#[test]
fn a_page_that_is_cut_short_gives_what_it_has() {
    let cut = &NEWS[..NEWS.find("nance Minister").expect("it is there")];
    let text_of_cut = text(cut);
    assert!(text_of_cut.starts_with("OSLO — Norway") && text_of_cut.ends_with("“We need every krone,” said Fi"), "{text_of_cut}");
    assert_eq!(text("<p>Norway pledged $40 million to Ethiopia.</p><p class=\"x"), "Norway pledged $40 million to Ethiopia.");
}

#[test]
fn a_page_without_an_article_says_so() {
    let links: String = (0..40).map(|number| format!("<li><a href=/{number}>Headline number {number} of the day</a></li>")).collect();
    let cards: String = (0..20)
        .map(|number| {
            format!(
                "<article><h3><a href=/{number}>Headline {number}</a></h3><p>A summary of story {number}, in one line or so.</p></article>"
            )
        })
        .collect();
    let pages = [
        format!("<body><nav><ul>{links}</ul></nav></body>"),
        format!("<body><div><ul>{links}</ul></div><footer><p>All rights reserved, and so on.</p></footer></body>"),
        format!("<body><main>{cards}</main></body>"),
        format!("<body><ul>{links}</ul><div class=paywall><p>Subscribe to read this story. It costs little.</p></div></body>"),
        "<html><head><title>A story of today</title></head><body><div id=root></div><noscript>You need JavaScript to read this.</noscript></body></html>".to_owned(),
    ];
    for page in pages {
        let message = read_bytes(page.as_bytes()).map(|article| article.text).expect_err(&page);
        assert!(message.starts_with("no article text on this page"), "{message}");
    }
    assert_eq!(read_bytes(b" \n").expect_err("empty"), "holds no text; fill it or leave it out");
    assert!(read_bytes(b"\x89PNG\r\n\x00\x00\x00").expect_err("a picture").starts_with("not text: a NUL byte"));
}

#[test]
fn a_page_whose_text_stands_in_its_data_alone_is_read_from_there() {
    let source = "<html><head>\n<script type=\"application/ld+json\">\n{\"@type\":\"NewsArticle\",\"articleBody\":\"Norway pledged $40 million to Ethiopia.\\n\\nIt said so on Monday.\"}</script></head><body><div id=root></div>";
    let article = read(source);
    assert_eq!(article.text, "Norway pledged $40 million to Ethiopia.\n\nIt said so on Monday.");
    assert_eq!(article.line_column(20), LineColumn { line: 2, column: 1 });
}

#[test]
fn pages_are_read_packed_and_from_standard_input_and_companion_folders_are_not() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    };
    file("news/a.html", NEWS.as_bytes());
    file("news/a_files/frame.html", b"<p>An advertisement that moves and blinks, over and over.</p>");
    file("news/b_files/c.htm", NEWS.as_bytes());
    file("news/d.html.zst", &zstd::encode_all(NEWS.as_bytes(), 3).expect("it is packed"));
    let ids: Vec<String> =
        Reader::new(&[folder.path().join("news").display().to_string()]).map(|article| article.expect("an article").id).collect();
    assert_eq!(ids, ["a", "c", "d"]);
    let output = Command::cargo_bin("crossclaim")
        .expect("the program")
        .args(["extract", "-"])
        .write_stdin(format!("\u{feff}\n {NEWS}"))
        .output()
        .expect("it runs");
    let claims = String::from_utf8(output.stdout).expect("text");
    assert!(claims.contains("\"$40 million\"") && claims.contains("\"source\":\"The Northern Post\""), "{claims}");
}

#[test]
fn the_records_of_pages_hold_the_text_and_read_back_to_the_same_claims() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name);
    fs::write(file("page.html"), NEWS).expect("a page");
    let extract = |input: &str, claims: &str| {
        let mut command = Command::cargo_bin("crossclaim").expect("the program");
        command
            .arg("extract")
            .arg(file(input))
            .arg("-o")
            .arg(file(claims))
            .arg("--articles")
            .arg(file(&format!("{claims}.articles")))
            .assert()
            .success();
        fs::read_to_string(file(claims)).expect("claims")
    };
    let claims = extract("page.html", "one");
    fs::rename(file("one.articles"), file("articles.jsonl")).expect("it is renamed");
    assert!(!claims.is_empty());
    assert_eq!(extract("articles.jsonl", "two"), claims);
    let record: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(file("articles.jsonl")).expect("records")).expect("one record");
    let text = record["text"].as_str().expect("the text");
    for line in claims.lines() {
        let claim: serde_json::Value = serde_json::from_str(line).expect("a claim");
        let (start, end) = (claim["start"].as_u64().expect("a start") as usize, claim["end"].as_u64().expect("an end") as usize);
        assert_eq!(claim["text"].as_str(), text.get(start..end));
    }
}

#[test]
fn a_conflict_of_two_pages_is_shown_at_its_lines_in_the_files() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("north.html"), NEWS).expect("a page");
    let south = "<html><head><meta name=date content=2025-03-04><meta property=og:site_name content=\"South Star\"></head>\n<body>\n\
        <p>OSLO - Norway pledged <a href=/usd>$90\n   million</a> to Ethiopia on Monday.</p>\n<p>Aid groups welcomed the money.</p>\n";
    fs::write(folder.path().join("south.html"), south).expect("a page");
    let check = |format: &str| {
        let mut command = Command::cargo_bin("crossclaim").expect("the program");
        let output =
            command.current_dir(folder.path()).args(["check", "--format", format, "north.html", "south.html"]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).expect("text")
    };
    insta::assert_snapshot!(check("text"));
    let github = check("github");
    assert!(github.contains("file=south.html,line=3,col=39,endLine=4,endColumn=11,"), "{github}");
    assert!(check("sarif").contains("\"startColumn\": 39"));
    assert!(check("html").contains("south.html:3:39"));
    assert!(check("csv").contains(",south.html,3,"));
}

/// The words of the text, each looked for in the source at the place that the map gives.
fn assert_mapped(article: &Article, source: &str) -> Result<(), TestCaseError> {
    let map = article.source_map.as_ref().expect("pages have a map");
    for (offset, character) in article.text.char_indices() {
        let Some(at) = map.source_offset(offset) else { continue };
        if character.is_whitespace() || matches!(character, '•' | '#' | '|' | '“' | '”') {
            continue;
        }
        prop_assert!(source.is_char_boundary(at), "{character} at {offset} leads to {at}");
        let there = source[at..].chars().next();
        prop_assert!(there == Some(character) || there == Some('&'), "{character} at {offset} leads to {there:?} at {at}");
        prop_assert_eq!(article.line_column(offset), LineColumn::at(source, at));
    }
    Ok(())
}

/// Pieces that pages are made of, and that trip readers of pages.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "<p>",
            "</p>",
            "<div class=a>",
            "</div>",
            "<b>",
            "</b>",
            "<a href=x>",
            "</a>",
            "<br>",
            "<ul><li>",
            "</ul>",
            "<table><tr><td>",
            "</table>",
            "<td>",
            "&pound;",
            "&amp;",
            "&#8217;",
            "&nbsp;",
            "&",
            "&#",
            "&#0;",
            "&#x110000;",
            "&notit;",
            "<",
            "</",
            "<!--",
            "-->",
            "<!",
            "<![CDATA[",
            "]]>",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<textarea>",
            "\r\n",
            "\n",
            "\r",
            "\t",
            " ",
            "é",
            "—",
            "😀",
            "\u{a0}",
            "\u{ad}",
            "\u{feff}",
            "\0",
            "Norway pledged $40 million to Ethiopia on Monday. ",
            "Some 1,200 people fled. ",
            "word ",
            "<q>",
            "</q>",
            "<pre>",
            "</pre>",
            "<sup>",
            "</sup>",
            "<article>",
            "</article>",
            "<h2>",
            "</h2>",
            "<svg><path/>",
            "</svg>",
            "<template>",
            "<plaintext>",
            "<p hidden>",
            "\"",
            "'",
            "=",
            ">",
        ][..],
    );
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_offset_leads_to_its_character(source in pieces()) {
        let source = format!("<p>Norway pledged $40 million to Ethiopia on Monday, as it had said.</p>{source}");
        if let Ok(article) = read_bytes(source.as_bytes()) {
            assert_mapped(&article, &source)?;
        }
    }

    #[test]
    fn any_cut_of_a_page_is_survived_and_mapped(from in 0..NEWS.len(), length in 0..NEWS.len()) {
        let mut from = from;
        while !NEWS.is_char_boundary(from) {
            from -= 1;
        }
        let mut to = (from + length).min(NEWS.len());
        while !NEWS.is_char_boundary(to) {
            to -= 1;
        }
        if let Ok(article) = read_bytes(&NEWS.as_bytes()[from..to]) {
            assert_mapped(&article, &NEWS[from..to])?;
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_bytes(&bytes);
        let _ = read_bytes(&[b"<p>Norway pledged $40 million to Ethiopia on Monday.</p>", &bytes[..]].concat());
    }
}
