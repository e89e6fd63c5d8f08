//! A document with a text that tries to break out in every place that takes a text: what is generated has the items of a
//! harmless document, and the text stands in string literals and documentation alone (`fixtures/hostile/`).
//!
//! In the fixtures, `§5` is the fifth text, and `¶5` the same without signs that have a meaning in paths and media types.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests may fail like tests"
)]

#[path = "hostile/sinks.rs"]
mod sinks;

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::draft::{Content, Output, Unit};
use tintype::source::files::Memory;
use tintype::visible::is_hidden;
use tintype::{emit, pipeline};

/// What each text of the document says, beside its number. `pwned` is never to be code, nor `<pwned>` a tag.
const PAYLOADS: &[&str] = &[
    "\"#; } fn pwned() {} */ pwned!(); //",
    "a\n}\npwned();\r\n/// b\r#[pwned]\u{2028}pwned!();\u{85}pwned!();",
    "\\\" pwned!(); \\u{22} pwned!(); '\\'' r#\"",
    "\u{202e}pwned\u{2066}\u{200b}\u{feff}\0\u{1b}[2J",
    "<pwned>a</pwned> <!-- pwned --> \\<pwned> \\\\<pwned> &lt;pwned>",
    "`a\n<pwned>`",
    "``<pwned>` `<pwned>``",
    "\\`<pwned>` `\\`<pwned>`",
    "[`](https://a.example) `<pwned a=b>`",
    "[`](javascript:pwned) `<pwned a=b>`",
    "[a](https://a.example/`)`<pwned>`",
    "[a](https://a.example \"pwned\") [b](javascript:pwned) <javascript:pwned> [c]: javascript:pwned",
    "[pwned]: javascript:pwned\n[pwned]\n\n[^1]: pwned",
    "https://a.example/<pwned> https://a.example/`<pwned>`",
    "```rust\npwned();\n```",
    "~~~rust\npwned();\n~~~",
    "~~~rust,no_run\npwned();",
    "```\n     ```\n~~~\n```\n```rust\npwned();\n```",
    "````\n```\n<pwned>\n`````\n<pwned>",
    "~~~\n<pwned>\n~~~",
    "- ~~~rust\n  pwned();\n  ~~~",
    "-     pwned();",
    "-\n\n      pwned();",
    "> ~~~\n> pwned();\n> ~~~",
    ">     pwned();",
    "1. > - ```\n   >   pwned();",
    "    pwned();\n\tpwned();",
    "a\n\n    - b\n\n            pwned();",
    "a | b \\| c \\\\| d\n| - |\n| <pwned> |",
    "{{example}} {{package}} ${pwned} {pwned}",
    "\"\"\"\n[package]\nbuild = 'pwned'\n'''\n[features]\npwned = []",
    "../../pwned\\..\\..\\pwned:con.",
    "a\n===\n# pwned\n***\n</pwned>",
    "![pwned](https://a.example/pwned.png) [![pwned](https://a.example/b.png)](https://a.example) \\![a](https://a.example/c.png)",
    "![pwned][a] ![pwned]\n\n[a]: https://a.example/pwned.png\n[pwned]: https://a.example/pwned.png",
    "pw\u{200b}ned\u{2060}\u{ad}\u{61c}\u{180e}\u{fff9}\u{e0041} a\u{200c}b \u{1f469}\u{200d}\u{1f4bb}",
    "::error::pwned\n##[error]pwned\u{1b}]8;;https://a.example\u{7}",
];

/// The documents: a version each, with the positions that only it has.
const DOCUMENTS: &[&str] = &[
    "every_position",
    "every_position_of_2_0",
    "every_position_of_3_2",
    // Where others have descriptions, what is written is made of names.
    "nothing_described",
];

/// A document with this text in every place.
fn document(name: &str, payload: &str) -> String {
    let path = Path::new("tests/fixtures/hostile")
        .join(name)
        .with_extension("json");
    let text = std::fs::read_to_string(path).unwrap();
    filled(&serde_json::from_str(&text).unwrap(), payload, false).to_string()
}

fn filled(value: &Value, payload: &str, is_reference: bool) -> Value {
    match value {
        // Also in the mapping of a discriminator.
        Value::String(text) => {
            let is_reference = is_reference || text.starts_with("#/");
            Value::String(placed(text, payload, is_reference))
        }
        Value::Array(items) => items
            .iter()
            .map(|item| filled(item, payload, false))
            .collect(),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| {
                (
                    placed(key, payload, false),
                    filled(value, payload, key == "$ref"),
                )
            };
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

/// The text with the payload for each sign; escaped as a JSON pointer is, where it is a reference.
fn placed(text: &str, payload: &str, is_reference: bool) -> String {
    let signs = ['§', '¶'];
    let Some(at) = text.find(signs) else {
        return text.to_owned();
    };
    let mut rest = text[at..].chars();
    let sign = rest.next().unwrap();
    let rest = rest.as_str();
    let length = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (number, rest) = rest.split_at(length);
    let mut put = format!("{payload} n{number}");
    if sign == '¶' {
        put = put.replace(['{', '}', '/', '?', '#', ';'], "");
    }
    if is_reference {
        put = put
            .replace('~', "~0")
            .replace('/', "~1")
            .replace('%', "%25");
    }
    format!("{}{put}{}", &text[..at], placed(rest, payload, false))
}

/// The files of the document, and the tokens of its code before they are text.
fn generated(name: &str, payload: &str) -> (Output, Vec<TokenStream>) {
    let files = Memory::default().with("spec.json", document(name, payload));
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("spec.json"), &mut cx)
        .unwrap_or_else(|_| panic!("{name} {payload:?}: {}", cx.rendered()));
    let units = emit::emit(&plan);
    let drafts = units
        .iter()
        .flat_map(Unit::drafts)
        .filter_map(|draft| match draft.content {
            Content::Rust(rust) => Some(rust.items),
            Content::Verbatim(_) | Content::Text(_) => None,
        });
    let drafts = drafts.flatten().collect();
    (pipeline::output(&plan), drafts)
}

/// The tokens without documentation, every name and every literal the same.
fn shape(tokens: TokenStream, out: &mut String) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) = tokens.peek()
                    && doc_text(group).is_some()
                {
                    tokens.next();
                } else {
                    out.push('#');
                }
            }
            TokenTree::Punct(mark) => out.push(mark.as_char()),
            TokenTree::Ident(_) => out.push_str(" i "),
            TokenTree::Literal(literal) => {
                // Those of a raw one may have `#` behind the last quote.
                let is_text = literal.to_string().trim_end_matches('#').ends_with('"');
                out.push_str(if is_text { " t " } else { " l " });
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => (' ', ' '),
                };
                out.push(open);
                shape(group.stream(), out);
                out.push(close);
            }
        }
    }
}

/// The text of `[doc = "…"]`.
fn doc_text(group: &proc_macro2::Group) -> Option<String> {
    let mut tokens = group.stream().into_iter();
    let is_doc = matches!(tokens.next()?, TokenTree::Ident(name) if name == "doc");
    let is_equal = matches!(tokens.next()?, TokenTree::Punct(mark) if mark.as_char() == '=');
    let TokenTree::Literal(literal) = tokens.next()? else {
        return None;
    };
    let text: syn::LitStr = syn::parse_str(&literal.to_string()).ok()?;
    (is_doc && is_equal).then(|| text.value())
}

/// The documentation of each item as rustdoc reads it; fails where `pwned` is code.
fn docs(tokens: TokenStream, out: &mut Vec<String>) {
    let mut run = String::new();
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if matches!(mark.as_char(), '#' | '!') => {}
            TokenTree::Group(group) if doc_text(&group).is_some() => {
                let line = doc_text(&group).unwrap();
                run += line.strip_prefix(' ').unwrap_or(&line);
                run.push('\n');
            }
            other => {
                out.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
                match other {
                    TokenTree::Group(group) => docs(group.stream(), out),
                    TokenTree::Ident(name) => assert_ne!(name.to_string(), "pwned"),
                    _ => {}
                }
            }
        }
    }
    out.extend((!run.is_empty()).then_some(run));
}

/// What a link is opened by; none for a path, also one of Rust.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once(':')?;
    let is_path = rest.starts_with(':') || scheme.contains(['/', '#', '?']);
    (!is_path).then_some(scheme)
}

/// Fails where text of the document is HTML, leads elsewhere than to a page, or is Rust.
fn check_markdown(text: &str, tags: &[&str], place: &str) {
    let mut code: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                assert!(tags.contains(&&*tag), "{place}: {tag}\n{text}");
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                panic!("{place}: an image that is loaded from {dest_url}\n{text}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_page = matches!(scheme(&dest_url), None | Some("http" | "https"));
                assert!(is_page, "{place}: {dest_url}\n{text}");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                panic!("{place}: an indented block\n{text}")
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let is_ours = matches!(&*language, "" | "rust" | "no_run");
                assert!(
                    is_ours || matches!(&*language, "text" | "sh"),
                    "{place}: {language}\n{text}"
                );
                code = is_ours.then(String::new);
            }
            Event::Text(line) => {
                if let Some(code) = &mut code {
                    code.push_str(&line);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(code) = code.take() {
                    check_example(&code, place);
                }
            }
            _ => {}
        }
    }
}

/// An example is Rust in which `pwned` is no name of its own.
fn check_example(code: &str, place: &str) {
    let lines = code
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    let code = lines.collect::<Vec<_>>().join("\n");
    syn::parse_str::<syn::File>(&format!("fn example() {{\n{code}\n}}"))
        .unwrap_or_else(|error| panic!("{place}: {error}\n{code}"));
    docs(code.parse().unwrap(), &mut Vec::new());
}

fn check_rust(path: &str, text: &str) {
    let file: TokenStream = text
        .parse()
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    syn::parse2::<syn::File>(file.clone()).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut found = Vec::new();
    docs(file, &mut found);
    for doc in found {
        check_markdown(&doc, &[], path);
    }
    // A comment is no place for a text of the document; the header names the file.
    let mut lines = text.lines().skip(1).map(str::trim_start);
    assert!(!lines.any(|line| line.starts_with("// ")), "{path}");
    let hidden = |c| c != '\n' && is_hidden(c);
    assert!(
        !text.contains(hidden),
        "{path}: a character that nobody sees"
    );
}

/// The tables of the manifest and their keys.
fn manifest(output: &Output) -> BTreeMap<String, Vec<String>> {
    let table: toml::Table = output.files["Cargo.toml"].parse().unwrap();
    let keys = |table: &toml::Value| {
        let keys = table.as_table().unwrap().keys();
        // The crate depends on itself for its examples.
        keys.filter(|key| !key.contains("n1")).cloned().collect()
    };
    table
        .iter()
        .map(|(name, table)| (name.clone(), keys(table)))
        .collect()
}

#[test]
fn no_text_of_a_document_becomes_code_or_markup() {
    check(DOCUMENTS[0], 1);
    for name in &DOCUMENTS[1..] {
        check(name, 6);
    }
}

#[test]
fn no_text_of_a_document_steers_what_shows_it() {
    for name in DOCUMENTS {
        for payload in PAYLOADS.chunks(PAYLOADS.len() / 2) {
            sinks::check(
                &document(name, "word"),
                &document(name, &payload.join("\n\n")),
                name,
            );
        }
    }
}

/// With one of so many texts.
fn check(name: &str, each: usize) {
    let (harmless, drafts) = generated(name, "word");
    // A value that a code span does not hold as it is has its enum spelled out.
    let (_, spelled_out) = generated(name, "wo`rd");
    let shapes = |drafts: Vec<TokenStream>| {
        let shapes = drafts.into_iter().map(|tokens| {
            let mut out = String::new();
            shape(tokens, &mut out);
            // A list of modules and exports is sorted by names, of which long ones are cut and hashed.
            if out.chars().all(|c| " i:;{},".contains(c)) {
                let mut lines: Vec<&str> = out.split(';').collect();
                lines.sort_unstable();
                return lines.join(";");
            }
            out
        });
        let mut shapes: Vec<String> = shapes.collect();
        shapes.sort();
        shapes
    };
    let expected = [shapes(drafts), shapes(spelled_out)];
    for payload in PAYLOADS.iter().rev().step_by(each) {
        let (output, drafts) = generated(name, payload);
        let found = shapes(drafts);
        let other: Vec<&String> = found
            .iter()
            .filter(|one| !expected[0].contains(one))
            .collect();
        assert!(expected.contains(&found), "{name} {payload:?}: {other:#?}");
        assert_eq!(output.files.len(), harmless.files.len(), "{payload:?}");
        assert_eq!(manifest(&output), manifest(&harmless), "{payload:?}");
        for (path, text) in &output.files {
            let is_plain =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_./".contains(c);
            let is_fixed = matches!(
                path.as_str(),
                "README.md" | "Cargo.toml" | "api-surface.txt"
            ) || path.ends_with("/README.md");
            assert!(is_fixed || path.chars().all(is_plain), "{path}");
            assert_eq!(tintype::paths::fault(path), None, "{path}");
            let place = format!("{name} {payload:?} in {path}");
            match Path::new(path).extension().and_then(|end| end.to_str()) {
                // Files of the templates are as they are.
                Some("rs") if path.starts_with("src/runtime/") || path == "src/webhooks.rs" => {}
                Some("rs") => check_rust(&place, text),
                Some("md") => check_markdown(text, &["<br/>"], &place),
                _ => {}
            }
        }
    }
}
