//! The comparison of documents: each rule has a pair of documents that shows it, in both orders; what is no change gives
//! nothing; real pairs give exactly what a person reads in them.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[path = "diff/corpus.rs"]
mod corpus;
#[path = "diff/excerpts.rs"]
mod excerpts;
#[path = "diff/formats.rs"]
mod formats;
#[path = "diff/inputs.rs"]
mod inputs;
#[path = "diff/marks.rs"]
mod marks;
#[path = "diff/not_compared.rs"]
mod not_compared;
#[path = "diff/one_answer.rs"]
mod one_answer;
#[path = "diff/surface.rs"]
mod surface;
#[path = "diff/verdicts.rs"]
mod verdicts;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tintype::diff::{self, Bump, Change, Report, report, rules};
use tintype::run::{self, Placed, Request};
use tintype::source::files::Memory;

/// Reads and plans a document of this text, with this configuration.
fn planned(name: &str, text: &str, config: Option<&str>) -> Placed {
    let files = Memory::default()
        .with(name, text)
        .with("tintype.toml", config.unwrap_or_default());
    let request = Request {
        spec: Some(name.into()),
        config: config.map(|_| "tintype.toml".into()),
        ..Request::default()
    };
    run::placed(&files, &request).unwrap()
}

fn compared(old: &str, new: &str) -> Report {
    configured((old, None), (new, None))
}

/// The same for documents that have a configuration.
fn configured(old: (&str, Option<&str>), new: (&str, Option<&str>)) -> Report {
    let (old, new) = (
        planned("old.yaml", old.0, old.1),
        planned("new.yaml", new.0, new.1),
    );
    diff::compare(old.side(), new.side())
}

/// Two versions of a document that stand in one folder.
struct Pair {
    folder: PathBuf,
    old: (String, Option<String>),
    new: (String, Option<String>),
}

impl Pair {
    fn name(&self) -> &str {
        self.folder.file_name().unwrap().to_str().unwrap()
    }

    fn there(&self) -> Report {
        configured(
            (&self.old.0, self.old.1.as_deref()),
            (&self.new.0, self.new.1.as_deref()),
        )
    }

    fn back(&self) -> Report {
        configured(
            (&self.new.0, self.new.1.as_deref()),
            (&self.old.0, self.old.1.as_deref()),
        )
    }
}

/// The pairs below a folder of fixtures.
fn pairs(folder: &str) -> Vec<Pair> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut folders: Vec<_> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    let read = |folder: &Path, name: &str| {
        let text = fs::read_to_string(folder.join(name).with_extension("yaml")).unwrap();
        let config = fs::read_to_string(folder.join(name).with_extension("toml")).ok();
        (text, config)
    };
    folders
        .into_iter()
        .map(|folder| Pair {
            old: read(&folder, "old"),
            new: read(&folder, "new"),
            folder,
        })
        .collect()
}

#[test]
fn each_pair_gives_its_report_in_both_orders() {
    for pair in pairs("diff") {
        let (there, back) = (pair.there(), pair.back());
        let text = format!(
            "{}\n── and back ──\n\n{}",
            report::text(&there),
            report::text(&back)
        );
        insta::with_settings!({snapshot_path => pair.folder, prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!("report", text);
        });
    }
}

#[test]
fn each_rule_has_a_pair_that_shows_it_and_each_pair_a_rule() {
    let shown: BTreeSet<String> = pairs("diff")
        .iter()
        .map(|pair| {
            let report = pair.there();
            let is_shown = report
                .changes
                .iter()
                .flat_map(Change::rules)
                .any(|rule| rule.id == pair.name());
            assert!(is_shown, "{}: {}", pair.name(), report::text(&report));
            pair.name().to_owned()
        })
        .collect();
    let known: BTreeSet<String> = rules::ALL.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(shown, known);
}

#[test]
fn the_table_of_rules_is_sorted_and_whole() {
    let ids: Vec<_> = rules::ALL.iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    for rule in rules::ALL {
        assert!(
            !rule.title.is_empty() && !rule.title.ends_with('.'),
            "{}",
            rule.id
        );
        let judged = [rule.request, rule.response];
        assert!(judged.iter().any(Option::is_some), "{}", rule.id);
        assert!(
            judged.iter().flatten().all(|one| !one.reason.is_empty()),
            "{}",
            rule.id
        );
        assert_eq!(rules::find(rule.id), Some(*rule));
    }
}

#[test]
fn what_is_no_change_gives_nothing() {
    for pair in pairs("diff-nothing") {
        for report in [pair.there(), pair.back()] {
            assert!(
                report.changes.is_empty(),
                "{}: {}",
                pair.name(),
                report::text(&report)
            );
            assert_eq!(report.verdict, Bump::None);
            assert!(!report.is_breaking());
        }
    }
    for pair in pairs("diff") {
        for (text, _) in [&pair.old, &pair.new] {
            assert!(compared(text, text).changes.is_empty(), "{}", pair.name());
        }
    }
}

/// A body becomes another component, of which each level holds the next one twice.
#[test]
fn types_that_share_their_parts_are_compared_once_each() {
    let document = |body: &str| {
        let mut text = format!(
            "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          \
             description: ok\n          content: {{application/json: {{schema: {{$ref: '#/components/schemas/{body}0'}}}}}}\n\
             components:\n  schemas:\n"
        );
        for name in ["Left", "Right"] {
            for level in 0..40 {
                let next = format!("{{$ref: '#/components/schemas/{name}{}'}}", level + 1);
                let schema = format!("{{type: object, properties: {{a: {next}, b: {next}}}}}");
                text.extend(["    ", name, &level.to_string(), ": ", &schema, "\n"]);
            }
            text.extend(["    ", name, "40: {type: object}\n"]);
        }
        text
    };
    let said = report::text(&compared(&document("Left"), &document("Right")));
    assert!(said.contains("wire compatible, Rust major"), "{said}");
}

#[test]
fn json_and_yaml_of_one_document_are_the_same() {
    let yaml = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    A: {type: string}\n";
    let json = r#"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"A": {"type": "string"}}}}"#;
    assert!(compared(yaml, json).changes.is_empty());
}

#[test]
fn a_change_keeps_its_fingerprint_whatever_else_changes() {
    let document = |more: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{more}    A:\n      type: object\n      properties:\n        x: {{type: string}}\n"
        )
    };
    let changed = |more: &str| document(more).replace("string", "integer");
    let of = |found: Report| -> Vec<String> {
        let all = found.changes.into_iter();
        all.filter(|change| change.subject == "A.x")
            .map(|change| change.fingerprint)
            .collect()
    };
    let alone = of(compared(&document(""), &changed("")));
    let among = of(compared(&document(""), &changed("    B: {type: string}\n")));
    assert_eq!(alone, among);
    assert_eq!(alone.len(), 1);
    assert_eq!(alone[0].len(), 12);
}

#[test]
fn a_limit_is_told_of_once_where_it_holds() {
    let document = |items: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        texts: {{type: array, items: {{type: string{items}}}}}\n        parts: {{type: array, items: {{type: object, properties: {{n: {{type: string}}}}{items}}}}}\n"
        )
    };
    let report = compared(&document(""), &document(", maxLength: 3, maxProperties: 3"));
    let told: Vec<_> = report
        .changes
        .iter()
        .map(|change| &change.subject)
        .collect();
    assert_eq!(told, ["A.texts", "APartsItem"], "{}", report::text(&report));
}

#[test]
fn one_place_is_told_of_once_however_many_operations_share_it() {
    let document = |about: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a: &item\n    get:\n      parameters: [{{$ref: '#/components/parameters/limit'}}]\n      responses: {{'204': {{description: Done}}}}\n  /b: *item\ncomponents:\n  parameters:\n    limit: {{name: limit, in: query, description: {about}, schema: {{type: integer}}}}\n"
        )
    };
    let report = compared(&document("How many"), &document("At most"));
    let [change] = &report.changes[..] else {
        panic!("{}", report::text(&report));
    };
    assert_eq!(change.subject, "GET /a ?limit");
    assert_eq!(change.also, ["GET /b ?limit"]);
    assert_eq!(
        change.old.as_ref().unwrap().pointer,
        "#/components/parameters/limit"
    );
}
