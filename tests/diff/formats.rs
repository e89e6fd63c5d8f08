//! The formats of the report: what each promises.

use serde_json::Value;
use tintype::diff::report;

use super::not_compared::odd;
use super::{compared, pairs};

/// A document with this many optional fields, the text of each description given.
fn wide(count: usize, about: &str) -> String {
    let field = |n| format!("        field_{n}: {{type: string, description: {about}}}\n");
    let fields = (0..count).map(field).collect::<Vec<_>>().concat();
    format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        first: {{type: string}}\n{fields}"
    )
}

/// A document with so many schemas of one field.
fn many(count: usize, fields: &str) -> String {
    let fields = fields.replacen('x', "x: {type: string}", 1);
    let schema = |n| format!("    Schema{n}: {{type: object, properties: {{{fields}}}}}\n");
    let schemas = (0..count).map(schema).collect::<Vec<_>>().concat();
    format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
    )
}

#[test]
fn json_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(report::SCHEMA).unwrap();
    for pair in pairs("diff") {
        let text = report::json(&pair.there());
        let value: Value = serde_json::from_str(&text).unwrap();
        let wrong = faults(&value, &schema, &schema, "");
        assert!(wrong.is_empty(), "{}: {wrong:?}", pair.name());
    }
    let unknown = compared(&odd("sized", "1"), &odd("sized", "2"));
    let value = serde_json::from_str(&report::json(&unknown)).unwrap();
    assert_eq!(faults(&value, &schema, &schema, ""), [""; 0]);
    let other = serde_json::json!({ "verdict": "huge", "breaking": 1, "changes": [{}] });
    assert_eq!(faults(&other, &schema, &schema, "").len(), 25);
}

/// What of a value is not what the schema says, for the keywords that the schema has.
fn faults(value: &Value, schema: &Value, root: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap();
        return faults(value, target, root, at);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if !types.contains(&kind) {
        return vec![format!("{at} is {kind}")];
    }
    let mut wrong = Vec::new();
    let allowed = schema["enum"].as_array();
    if allowed.is_some_and(|allowed| !allowed.contains(value)) {
        wrong.push(format!("{at} is {value}"));
    }
    for item in value.as_array().into_iter().flatten() {
        wrong.extend(faults(item, &schema["items"], root, &format!("{at}/*")));
    }
    if let Some(object) = value.as_object() {
        let required = schema["required"].as_array().into_iter().flatten();
        for key in required.filter_map(Value::as_str) {
            if !object.contains_key(key) {
                wrong.push(format!("{at}/{key} is missing"));
            }
        }
        for (key, value) in object {
            match schema["properties"].get(key) {
                Some(schema) => wrong.extend(faults(value, schema, root, &format!("{at}/{key}"))),
                None => wrong.push(format!("{at}/{key} is not described")),
            }
        }
    }
    wrong
}

#[test]
fn markdown_fits_into_a_comment_and_says_what_it_left_out() {
    // Parts of one item would be one entry.
    let found = compared(&many(400, "x"), &many(400, "x, y: {type: boolean}"));
    let text = report::markdown(&found);
    assert!(text.chars().count() < 65_536, "{}", text.len());
    assert!(text.chars().count() > 40_000, "{}", text.len());
    let (_, rest) = text
        .split_once("Left out, because a comment may not be longer: ")
        .unwrap();
    let left_out: usize = rest.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(left_out + text.matches("\n- ").count(), 400);
    assert!(
        rest.ends_with(" minor. `tintype diff` shows everything.\n"),
        "{rest}"
    );
    assert_eq!(
        text.matches("<details").count(),
        text.matches("</details>").count()
    );
}

#[test]
fn markdown_shows_the_worst_first_and_open() {
    let found = compared(
        &wide(1, "x"),
        &wide(2, "y").replace("first: {type: string}", "first: {type: integer}"),
    );
    insta::assert_snapshot!(report::markdown(&found));
}

#[test]
fn github_annotates_what_programs_notice() {
    let found = compared(
        &wide(1, "x"),
        &wide(2, "y").replace("first: {type: string}", "first: {type: integer}"),
    );
    insta::assert_snapshot!(report::github(&found));
}

#[test]
fn text_of_a_document_stays_text_in_every_format() {
    let document = |ty: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  \"/a`</details>@user\\n::error::x\\e[31m\":\n    get:\n      operationId: a\n      parameters:\n      - {{name: \"q`</details>\\n::error::<script>\", in: query, schema: {{type: {ty}}}}}\n      responses: {{'204': {{description: Done}}}}\n"
        )
    };
    let found = compared(&document("string"), &document("integer"));
    assert_eq!(found.changes.len(), 1);
    let text = report::text(&found);
    assert!(!text.contains('\u{1b}'), "{text}");
    let github = report::github(&found);
    assert_eq!(github.lines().count(), 1, "{github}");
    let markdown = report::markdown(&found);
    let outside: Vec<&str> = markdown
        .lines()
        .filter(|line| line.trim() == "</details>")
        .collect();
    assert_eq!(outside.len(), 1, "{markdown}");
    // What is not in code: every other part between marks of code of the same length.
    let entry = markdown
        .lines()
        .find(|line| line.starts_with("- "))
        .unwrap();
    let parser = pulldown_cmark::Parser::new(entry);
    for event in parser {
        match event {
            pulldown_cmark::Event::Text(text) => assert!(!text.contains("@user"), "{entry}"),
            pulldown_cmark::Event::InlineHtml(html) => {
                assert!(["<sub>", "</sub>"].contains(&&*html), "{entry}");
            }
            _ => {}
        }
    }
}

#[test]
fn nothing_hidden_passes_a_format() {
    let hidden = "\u{202e}\u{1b}[31m\u{85}\u{200b}\u{2066}\u{2028}\u{feff}";
    let escaped = hidden.chars().fold(String::new(), |said, letter| {
        format!("{said}\\u{:04x}", letter as u32)
    });
    let document = |other: &str| {
        let a = format!("a{escaped}{other}");
        format!(
            r##"{{"openapi": "3.0.3", "info": {{"title": "{a}", "version": "{a}", "description": "{a}"}}, "servers": [{{"url": "https://{other}.example/{escaped}"}}],
            "tags": [{{"name": "t{escaped}", "description": "{a}"}}],
            "paths": {{"/{a}": {{"get": {{"operationId": "{a}", "summary": "{a}", "tags": ["t{escaped}"], "parameters": [{{"name": "{a}", "in": "query", "schema": {{"type": "string", "default": "{a}", "pattern": "{a}"}}}}],
              "responses": {{"200": {{"description": "{a}", "content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/S{escaped}"}}}}}}}}}}}}}}}},
            "components": {{"securitySchemes": {{"{a}": {{"type": "apiKey", "in": "header", "name": "X-{other}", "description": "{a}"}}}},
              "schemas": {{"S{escaped}": {{"type": "object", "x-unknown": "{a}", "externalDocs": {{"url": "{a}"}}, "properties": {{"{a}": {{"type": "string", "enum": ["{a}", "{other}"], "example": "{a}", "not": {{"pattern": "{a}"}}}}}}}}}}}}}}"##
        )
    };
    let found = compared(&document("one"), &document("two"));
    assert!(found.changes.len() > 5, "{:?}", found.changes.len());
    for (format, text) in [
        ("text", report::text(&found)),
        ("markdown", report::markdown(&found)),
        ("json", report::json(&found)),
        ("github", report::github(&found)),
        ("html", report::html(&found, hidden, hidden)),
    ] {
        let seen = text
            .char_indices()
            .find(|(_, letter)| *letter != '\n' && tintype::visible::is_hidden(*letter));
        let around = |at: usize| {
            text[..at]
                .chars()
                .rev()
                .take(60)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect::<String>()
        };
        assert_eq!(seen.map(|(at, _)| around(at)), None, "{format}");
    }
}
