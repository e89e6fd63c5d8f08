//! The HTML report as a text: the same for the same changes, of known tags only whatever the documents say, with a policy
//! that fits what stands in it. `tests/report/` looks at it in a browser.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_json::json;
use sha2::{Digest, Sha256};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diff::{
    self, Bump, Change, Direction, Excerpt, Mark, Report, Side, Spot, Wire, report, rules,
};
use tintype::source::files::Memory;
use tintype::{pipeline, templates};

fn spot(text: &str) -> Spot {
    Spot {
        pointer: text.to_owned(),
        file: text.to_owned(),
        line: 3,
        column: 2,
        excerpt: Excerpt {
            first: 1,
            lines: text.split('\n').map(str::to_owned).collect(),
            item: (2, 3),
            is_printed: false,
            is_cut: false,
        },
        signature: text.to_owned(),
        code: text.to_owned(),
    }
}

/// A change with a text in each place that takes one.
fn change(old: Option<&str>, new: Option<&str>) -> Change {
    let text = new.or(old).unwrap_or_default();
    Change {
        rule: rules::find("field-type-changed").unwrap(),
        subject: text.to_owned(),
        also: vec![text.to_owned()],
        detail: text.to_owned(),
        documentation: Vec::new(),
        resources: vec![text.to_owned()],
        operations: vec![text.into()],
        direction: Direction::Both,
        wire: Wire::Breaking,
        rust: Bump::Major,
        reason: "a `reason`",
        old: old.map(spot),
        new: new.map(spot),
        mark: Mark {
            file: text.to_owned(),
            line: 3,
            column: 2,
        },
        is_elsewhere: false,
        fingerprint: text.to_owned(),
    }
}

fn report(changes: Vec<Change>) -> Report {
    Report {
        verdict: Bump::Major,
        changes,
        not_compared: Vec::new(),
        unseen: None,
        about: diff::About::default(),
        is_new: false,
    }
}

/// The tags of a page without its style and script, and the text between them; `None` if a tag is not written as ours are.
fn read(page: &str) -> Option<(Vec<Tag<'_>>, String)> {
    let style = page.find("<style>")?..page.find("</style>")?;
    let script = page.find("<script>")?..page.find("</script>")?;
    let mut rest = page;
    let (mut tags, mut text) = (Vec::new(), String::new());
    while let Some(open) = rest.find('<') {
        let at = page.len() - rest.len() + open;
        text.push_str(&rest[..open]);
        if style.start == at || script.start == at {
            let end = if style.start == at {
                style.end
            } else {
                script.end
            };
            rest = &page[end..];
            tags.push(Tag {
                name: &page[at + 1..at + 6],
                attributes: Vec::new(),
            });
            rest = &rest[rest.find('>')? + 1..];
            continue;
        }
        let (tag, after) = tag(&rest[open + 1..])?;
        tags.push(tag);
        rest = after;
    }
    text.push_str(rest);
    Some((tags, text))
}

#[derive(Debug)]
struct Tag<'p> {
    name: &'p str,
    attributes: Vec<(&'p str, &'p str)>,
}

/// The tag that begins here, and what follows it.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let name = text.find(|letter: char| letter.is_whitespace() || letter == '>')?;
    let (name, mut rest) = text.split_at(name);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Some((Tag { name, attributes }, after));
        }
        let end = rest.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '-')?;
        let (key, after) = rest.split_at(end);
        if key.is_empty() {
            return None;
        }
        let Some(value) = after.strip_prefix("=\"") else {
            attributes.push((key, ""));
            rest = after;
            continue;
        };
        let (value, after) = value.split_once('"')?;
        attributes.push((key, value));
        rest = after;
    }
}

const TAGS: &[&str] = &[
    "!DOCTYPE", "a", "article", "b", "body", "button", "caption", "code", "dd", "del", "details",
    "dialog", "div", "dl", "dt", "fieldset", "form", "h1", "h2", "h3", "h4", "head", "header",
    "html", "input", "ins", "kbd", "label", "legend", "li", "main", "meta", "option", "output",
    "p", "rect", "scrip", "section", "select", "span", "style", "summary", "svg", "table", "tbody",
    "td", "template", "th", "thead", "title", "tr", "ul", "wbr",
];

/// Whatever the texts say, the page has tags and attributes of ours, and links that lead nowhere else.
fn is_tame(page: &str) -> Result<(), String> {
    let (tags, text) = read(page).ok_or("a tag that is not ours")?;
    for tag in &tags {
        if !TAGS.contains(&tag.name.trim_start_matches('/')) {
            return Err(format!("{tag:?}"));
        }
        for (key, value) in &tag.attributes {
            let is_link = *key == "href" && !value.starts_with('#');
            if is_link
                || key.starts_with("on")
                || ["style", "src", "srcdoc", "action"].contains(key)
            {
                return Err(format!("{tag:?}"));
            }
        }
    }
    let hidden = |letter: &char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if let Some(letter) = text.chars().find(hidden) {
        return Err(format!("{letter:?}"));
    }
    Ok(())
}

/// Any text, and such as means something in HTML, YAML or Rust.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        "[<>&\"'/=!a-z \n\t-]{0,20}",
        prop::sample::select(
            &[
                "</script>",
                "</style>",
                "<!--",
                "-->",
                "<script>",
                "\" onload=\"",
                "' x='",
                "&lt;",
                "&#0;",
                "{{script}}",
                "r#\"",
                "'\\",
                "/*",
                "#[",
                ": |-\n",
                "- \"",
                "\u{202e}",
                "\u{2028}",
                "\0",
                "\r\n",
                "\u{fffe}",
                "é",
                "\u{1f600}",
            ][..]
        )
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn text_of_documents_is_never_markup(old in texts(), new in texts()) {
        let changes = vec![
            change(Some(&old), Some(&new)),
            change(Some(&old), None),
            change(None, Some(&new)),
        ];
        let page = report::html(&report(changes), &old, &new);
        if let Err(wrong) = is_tame(&page) {
            return Err(proptest::test_runner::TestCaseError::fail(wrong));
        }
    }
}

#[test]
fn the_reader_of_this_test_sees_what_is_not_tame() {
    let page = report::html(&report(vec![change(Some("a"), Some("b"))]), "old", "new");
    assert_eq!(is_tame(&page), Ok(()));
    for wrong in [
        "<img src=x>",
        "<a href=\"javascript:x\">",
        "<b onclick=\"x\">",
        "<b a='x'>",
        "<script>x</script>",
        "\0",
        "<",
    ] {
        let page = page.replace("<main>", &format!("<main>{wrong}"));
        assert!(is_tame(&page).is_err(), "{wrong}");
    }
}

#[test]
fn the_same_changes_give_the_same_page() {
    let page = || {
        let changes = vec![change(Some("a: 1"), Some("a: 2")), change(None, Some("b"))];
        report::html(&report(changes), "old.yaml", "new.yaml")
    };
    assert_eq!(page(), page());
}

#[test]
fn what_is_not_seen_is_shown() {
    let page = report::html(&report(vec![change(None, Some("a\u{202e}b\u{0}"))]), "", "");
    let shown = "a<span class=\"hidden\">U+202E</span>b<span class=\"hidden\">U+0000</span>";
    assert!(page.contains(shown));
    assert!(!page.contains(['\u{202e}', '\0']));
}

#[test]
fn the_policy_names_the_style_and_the_script_that_are_there() {
    let page = report::html(&Report::default(), "old", "new");
    let between = |open: &str, close: &str| {
        let (_, after) = page.split_once(open).unwrap();
        after.split_once(close).unwrap().0
    };
    let policy = between("http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let policy = policy.replace("&#39;", "'");
    for (directive, text) in [
        ("style-src", between("<style>", "</style>")),
        ("script-src", between("<script>", "</script>")),
    ] {
        let hash = base64(&Sha256::digest(text));
        assert!(
            policy.contains(&format!("{directive} 'sha256-{hash}';")),
            "{policy}"
        );
    }
    for directive in [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(directive), "{policy}");
    }
    assert!(
        !policy.contains("unsafe") && !policy.contains("http"),
        "{policy}"
    );
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
}

/// Base64 by dividing, unlike the way it is made.
fn base64(digest: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain(['+', '/'])
        .collect();
    let mut out = String::new();
    for chunk in digest.chunks(3) {
        let mut whole = [chunk, &[0, 0]].concat()[..3]
            .iter()
            .fold(0_usize, |whole, byte| whole * 256 + usize::from(*byte));
        let mut four = ['='; 4];
        for place in (0..4).rev() {
            if place <= chunk.len() {
                four[place] = letters[whole % 64];
            }
            whole /= 64;
        }
        out.extend(four);
    }
    out
}

#[test]
fn every_slot_of_the_page_is_filled() {
    let page = report::html(&report(vec![change(None, Some("a"))]), "old", "new");
    for slot in templates::slots(templates::REPORT) {
        assert!(!page.contains(&format!("{{{{{slot}}}}}")), "{slot}");
    }
    for text in [templates::REPORT_STYLE, templates::REPORT_SCRIPT] {
        assert!(!text.contains("</") && !text.contains("<!--"));
        assert!(page.contains(text));
    }
}

/// The comparison of two documents.
fn compared(old: &str, new: &str) -> Report {
    let read = |text: &str| {
        let files = Memory::default().with("a.json", text);
        let mut cx = Cx::new(Config::default());
        let (plan, tree) = pipeline::placed(&files, "a.json".as_ref(), &mut cx).unwrap();
        (plan, tree, cx.into_sources())
    };
    let (old, new) = (read(old), read(new));
    let side = |(plan, tree, sources)| Side {
        plan,
        tree,
        sources,
    };
    diff::compare(
        side((&old.0, &old.1, &old.2)),
        side((&new.0, &new.1, &new.2)),
    )
}

#[test]
fn of_a_document_in_one_line_the_item_is_printed() {
    let document = |filler: &str, ty: &str| {
        let described =
            |letters: usize| json!({ "type": "string", "description": filler.repeat(letters) });
        json!({
            "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, "paths": {},
            "components": { "schemas": { "A": { "type": "object", "properties": {
                "before": described(20_000), "the item": { "type": ty }, "behind": described(20_000),
            } } } },
        })
        .to_string()
    };
    for filler in ["ab", "é…"] {
        let report = compared(&document(filler, "string"), &document(filler, "integer"));
        let [changed] = &report.changes[..] else {
            unreachable!("one change: {:?}", report.changes);
        };
        for spot in [&changed.old, &changed.new] {
            let excerpt = &spot.as_ref().unwrap().excerpt;
            let [first, ty, last] = &excerpt.lines[..] else {
                unreachable!("the item alone: {excerpt:?}");
            };
            assert_eq!((&**first, &**last), ("\"the item\": {", "}"));
            assert!(excerpt.is_printed && !excerpt.is_cut && ty.starts_with("  \"type\": "));
        }
        let page = report::html(&report, "old", "new");
        assert!(page.contains("&quot;the item&quot;"));
    }
}

#[test]
fn many_changes_make_a_page_that_can_still_be_sent() {
    let code = |changed: &str| {
        let fields = (0..80).map(|field| {
            let ty = if field == 20 {
                changed
            } else {
                "Option<String>"
            };
            format!("    /// What the field number {field} is for.\n    pub field_{field}: {ty},\n")
        });
        format!("pub struct Large {{\n{}}}\n", fields.collect::<String>())
    };
    let side = |changed: &str| {
        let line =
            "            description: What the field is for, in a sentence of a usual length.\n";
        Spot {
            signature: format!("pub field_20: {changed}"),
            code: code(changed),
            file: "openapi.yaml".to_owned(),
            ..spot(&line.repeat(20))
        }
    };
    let (old, new) = (side("Option<String>"), side("String"));
    let changes = (0..600).map(|index| Change {
        fingerprint: format!("{index:012x}"),
        old: Some(Spot {
            pointer: "#/components/schemas/Large".to_owned(),
            ..old.clone()
        }),
        new: Some(Spot {
            pointer: "#/components/schemas/Large".to_owned(),
            ..new.clone()
        }),
        ..change(Some("Large.field_20"), Some("Large.field_20"))
    });
    let page = report::html(&report(changes.collect()), "old", "new");
    assert!(page.len() < 5_000_000, "{}", page.len());
    assert_eq!(is_tame(&page), Ok(()));
    // Nothing is left out: each body is in the page, packed.
    assert_eq!(page.matches(" data-packed=\"").count(), 600);
    assert!(page.contains("<template id=\"searched\">"));
}
