//! The HTML report as a browser shows it: `browser/` has the tests, here are the pages that they open.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use tintype_report_tests::{install, page};

/// Texts that want to be more than that. Whatever one of them runs sets `pwned`.
const PAYLOADS: &[&str] = &[
    "</script><script>window.pwned = 1</script>",
    "</style><style>body { display: none }</style>",
    "<img src=x onerror=\"window.pwned = 2\">",
    "\" onmouseover=\"window.pwned = 3\" autofocus onfocus=\"window.pwned = 3",
    "' onclick='window.pwned = 4",
    "--><script>window.pwned = 5</script><!--",
    "<svg/onload=window.pwned=6><a href=\"javascript:window.pwned=6\">pwned</a>",
    "javascript:window.pwned=7",
    "</title></textarea></template><iframe srcdoc=\"<script>parent.pwned=8</script>\">",
    "<base href=\"https://pwned.example/\"><meta http-equiv=refresh content=\"0;url=https://pwned.example/\">",
    "&lt;script&gt;window.pwned = 9&lt;/script&gt; &#60;b> &amp",
    "{{script}} {{changes}} ${window.pwned = 10}",
    "a\u{2028}b\u{202e}c\u{200b}d",
    "<link rel=stylesheet href=https://pwned.example/a.css><![CDATA[<b>]]>",
];

#[test]
fn the_report_in_a_browser() {
    if let Err(missing) = install() {
        panic!("{missing}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(folder.join("documents").join(name)).unwrap();
    let pages = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(pages.path().join(name), text).unwrap();

    let (old, new) = (read("old.yaml"), read("new.yaml"));
    write("bookshop.html", &page(&old, &new).unwrap());
    let deep = "a/folder/of/a/folder/".repeat(12);
    let changes = page(&old, &new).unwrap();
    let named = format!("<span class=\"folder\">{deep}</span>old.yaml");
    write(
        "deep.html",
        &changes.replace("<span class=\"folder\"></span>old.yaml", &named),
    );
    write("nothing.html", &page(&old, &old).unwrap());
    let texts: Vec<String> = payloads();
    let (old, new) = (hostile(&texts, "integer"), hostile(&texts, "boolean"));
    write("hostile.html", &page(&old, &new).unwrap());
    write("payloads.json", &serde_json::to_string(&texts).unwrap());

    write(
        "large.html",
        &page(&large("string"), &large("integer")).unwrap(),
    );

    let status = Command::new("node")
        .args(["--test", "browser/all.mjs"])
        .current_dir(folder)
        .env("PAGES", pages.path())
        .status()
        .unwrap();
    assert!(status.success(), "{status}");
}

/// A document of 60 schemas with 50 fields each of this type, enough for a page that packs.
fn large(ty: &str) -> String {
    let fields = |schema: usize| {
        let field = |index: usize| {
            let about = format!("Field {index} of {schema}, which <b>is</b> & stays.");
            (
                format!("field_{index}"),
                json!({"type": ty, "description": about}),
            )
        };
        (0..50).map(field).collect::<serde_json::Map<_, _>>()
    };
    let schemas: serde_json::Map<String, Value> = (0..60)
        .map(|schema| {
            let object = json!({"type": "object", "properties": fields(schema)});
            (format!("Schema{schema}"), object)
        })
        .collect();
    let document: Value = json!({
        "openapi": "3.0.3",
        "info": {"title": "Large", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    });
    serde_json::to_string_pretty(&document).unwrap()
}

fn payloads() -> Vec<String> {
    let long = format!("long{}", "x".repeat(5_000));
    PAYLOADS
        .iter()
        .map(|text| (*text).to_owned())
        .chain([long])
        .collect()
}

/// A document with each text in every place that a report shows; `ty` is the type of what changes.
fn hostile(texts: &[String], ty: &str) -> String {
    let mut schemas = serde_json::Map::new();
    let mut paths = serde_json::Map::new();
    for (index, text) in texts.iter().enumerate() {
        // A second enum value and a description come or go with the type.
        let more = if ty == "integer" { "one" } else { "two" };
        schemas.insert(
            format!("Hostile{index}"),
            json!({
                "type": "object",
                "title": text,
                "description": format!("{text} {more}"),
                "properties": {
                    text: {"type": ty, "description": format!("{more} {text}"), "example": text},
                    format!("{text} {more}"): {"type": "string", "default": text},
                    "kind": {"type": "string", "enum": [text, more]},
                    "limited": {"type": "string", "pattern": format!("{text}{more}"), "default": format!("{text}{more}")},
                },
            }),
        );
        let body = json!({"content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/Hostile{index}")}}}});
        let path = format!("/{index}/{}", text.replace(['{', '}', '?', '#'], ""));
        paths.insert(
            path,
            json!({"post": {
                "operationId": format!("operation{index}"),
                "tags": [text],
                "summary": format!("{text} {more}"),
                "parameters": [{"name": text, "in": "query", "schema": {"type": ty}}],
                "requestBody": body,
                "responses": {"200": {"description": text, "content": body["content"]}},
            }}),
        );
    }
    let document: Value = json!({
        "openapi": "3.0.3",
        "info": {"title": texts[0], "version": ty},
        "paths": paths,
        "components": {"schemas": schemas},
    });
    serde_json::to_string_pretty(&document).unwrap()
}
