//! The architecture as a test: who may use whom, who may name which package, how long a file may be.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use tintype::{diag, templates};

/// Layers from the ground up. A module uses its own folder and lower layers; a new module needs a place here.
const LAYERS: &[&[&str]] = &[
    &[
        "extensions",
        "hash",
        "media_type",
        "url_template",
        "paths",
        "pointer",
        "threads",
        "visible",
    ],
    &["method", "templates"],
    &["cargo_toml"],
    &["config", "diag"],
    &["cx"],
    &["failure"],
    &["source"],
    &["kept"],
    &["select", "normalize", "model", "check"],
    &["ir"],
    &["lower", "groups", "markdown"],
    &["naming"],
    &["rust"],
    &["plan"],
    &["draft"],
    &["examples"],
    &["emit", "pages", "inspect"],
    &["semver"],
    &["format"],
    // `diff` shows the code that is really emitted, so it stands above what emits and formats it.
    &["single_file", "surface", "diff"],
    &["output"],
    &["pipeline"],
    &["run"],
    &["build", "changelog", "checked_in", "version"],
    &["cli"],
];

/// Uses against the direction, each with its reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[(
    "config",
    "diag",
    "the file that it was read from is a source",
)];

/// Who may name a package or a part of the standard library, by file or folder below `generator/src`.
const OWNERS: &[(&str, &[&str])] = &[
    ("anstream", &["cli/terminal.rs"]),
    ("clap", &["cli/"]),
    ("heck", &["naming/"]),
    ("openapiv3", &["model/", "check/", "lower/"]),
    ("prettyplease", &["format/"]),
    ("miniz_oxide", &["diff/report/html/packed.rs"]),
    (
        "proc_macro2",
        &[
            "draft.rs",
            "emit/",
            "examples/",
            "format/",
            "naming/",
            "rust/",
            "single_file/",
        ],
    ),
    ("quote", &["emit/", "format/", "naming/"]),
    ("regex_syntax", &["lower/sample/pattern.rs"]),
    ("libyaml_safer", &["source/yaml_spans/mod.rs"]),
    ("serde_json_path", &["source/overlay/query.rs"]),
    ("serde_yaml", &["source/yaml.rs"]),
    (
        "sha2",
        &["diff/report/html/policy.rs", "hash.rs", "naming/length.rs"],
    ),
    ("spdx", &["source/package.rs"]),
    (
        "similar",
        &["cli/explain.rs", "diff/report/html/", "output/drift.rs"],
    ),
    ("std::collections::HashMap", &[]),
    ("std::collections::HashSet", &[]),
    (
        "std::env",
        &["build.rs", "output/folder.rs", "source/yaml_spans/tests.rs"],
    ),
    (
        "std::fs",
        &["output/", "source/files.rs", "source/yaml_spans/tests.rs"],
    ),
    ("std::net", &[]),
    (
        "std::process",
        &["build.rs", "cli/mod.rs", "main.rs", "source/git.rs"],
    ),
    ("std::time", &[]),
    (
        "syn",
        &["diff/code.rs", "diff/cut.rs", "format/", "single_file/"],
    ),
    (
        "toml",
        &[
            "emit/manifest.rs",
            "kept.rs",
            "output/lock.rs",
            "source/manifest.rs",
            "source/settings.rs",
            "source/toml_spans.rs",
            "source/toml_text.rs",
            "templates/",
        ],
    ),
];

/// Modules of the generated crate, which the code of emitters names in what it quotes.
const GENERATED: &[&str] = &["formats", "models", "operations", "runtime"];

/// What makes code of a text. Names come from `naming`, and everything else is quoted.
const MAKERS: &[&str] = &[
    "Ident::new",
    "Ident::new_raw",
    "TokenStream::from_str",
    "format_ident",
    "parse_str",
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "common", "helper", "helpers", "manager", "misc", "util", "utils",
];

const MAX_LINES: usize = 300;

/// Files that are longer, each with its reason.
const LONG: &[(&str, &str)] = &[
    ("diag/codes.rs", "one table: every code, three lines each"),
    ("diff/rules.rs", "one table, and reviewers search it"),
    (
        "runtime/mod.rs",
        "one list: every module, when it is there, and what it gives",
    ),
];

/// Files of the runtime that lead to each other: a value writes itself with a writer that takes values, and a body may be made of
/// bodies.
const MUTUAL_IN_RUNTIME: &[&str] = &["body", "codec", "joined", "json_writer", "object_writer"];

/// Files of `lower` that lead to each other: any schema may hold any other one.
const MUTUAL_IN_LOWER: &[&str] = &[
    "joint",
    "known_texts",
    "objects",
    "placing",
    "schemas",
    "shapes",
    "tuple_types",
    "unions",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files below a folder: path relative to it, with `/`, and text.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(at: &Path, base: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, base, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path
                    .strip_prefix(base)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    let base = root().join(folder);
    walk(&base, &base, &mut found);
    found.sort();
    found
}

/// Every path that a text names, imports in braces written out: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn named(text: &str) -> BTreeSet<String> {
    fn walk(tokens: TokenStream, prefix: &str, found: &mut BTreeSet<String>) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path = prefix.to_owned();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) => {
                    let glue = if path.is_empty() || path.ends_with("::") {
                        ""
                    } else {
                        " "
                    };
                    path = if glue.is_empty() {
                        format!("{path}{word}")
                    } else {
                        word.to_string()
                    };
                    if !is_colon(tokens.peek()) {
                        found.insert(std::mem::replace(&mut path, prefix.to_owned()));
                    }
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && is_colon(tokens.peek()) => {
                    tokens.next();
                    path.push_str("::");
                }
                // `a: b` is no path.
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    found.insert(std::mem::replace(&mut path, prefix.to_owned()));
                }
                TokenTree::Group(group) => {
                    let inner = if path.ends_with("::") && group.delimiter() == Delimiter::Brace {
                        path.as_str()
                    } else {
                        ""
                    };
                    walk(group.stream(), inner, found);
                    prefix.clone_into(&mut path);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    prefix.clone_into(&mut path);
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(text.parse().unwrap(), "", &mut found);
    found
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

fn is_or_below(path: &str, ancestor: &str) -> bool {
    path == ancestor
        || path
            .strip_prefix(ancestor)
            .is_some_and(|rest| rest.starts_with("::"))
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// What is wrong with the modules that a file uses.
fn wrong_uses(file: &str, text: &str) -> Vec<String> {
    let module = file.split(['/', '.']).next().unwrap();
    if ["lib", "main"].contains(&module) {
        return Vec::new();
    }
    let Some(own) = layer(module) else {
        return vec![format!("{file}: the module `{module}` has no layer")];
    };
    let paths = named(text);
    let used = paths.iter().filter_map(|path| path.strip_prefix("crate::"));
    let wrong = used.filter(|used| {
        let target = used.split("::").next().unwrap();
        let is_allowed = EXCEPTIONS
            .iter()
            .any(|(from, to, _)| *from == module && is_or_below(used, to));
        // What emitters quote are modules of the generated crate.
        let is_quoted = module == "emit" && GENERATED.contains(&target);
        // Names that are no modules are those that the crate root exports.
        let is_lower = layer(target).is_some_and(|layer| layer < own);
        target != module && !is_lower && !is_allowed && !is_quoted
    });
    wrong
        .map(|used| format!("{file}: `crate::{used}` is not below `{module}`"))
        .collect()
}

/// Which packages a file names that are not its own.
fn wrong_packages(file: &str, text: &str) -> Vec<String> {
    let paths = named(text);
    let wrong = OWNERS.iter().filter(|(package, owners)| {
        let is_owner = owners
            .iter()
            .any(|owner| file == *owner || (owner.ends_with('/') && file.starts_with(owner)));
        let names = |path: &String| {
            let path = path.trim_start_matches("::");
            // A lone word is a local name; a package is named by a path.
            is_or_below(path, package) && path.contains("::")
        };
        !is_owner && paths.iter().any(names)
    });
    wrong
        .map(|(package, _)| format!("{file}: names `{package}`, which is not its business"))
        .collect()
}

/// Where a file makes code of a text, which only `naming` does.
fn wrong_makers(file: &str, text: &str) -> Vec<String> {
    if file.starts_with("naming/") {
        return Vec::new();
    }
    let paths = named(text);
    let wrong = MAKERS.iter().filter(|maker| {
        let end = format!("::{maker}");
        paths
            .iter()
            .any(|path| path == *maker || path.ends_with(&end))
    });
    wrong
        .map(|maker| {
            format!("{file}: `{maker}` makes code of a text, which is the business of `naming`")
        })
        .collect()
}

/// What is wrong with a file as a text.
fn wrong_shape(file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !text.starts_with("//! ") {
        wrong.push(format!(
            "{file}: the first line does not say what it is for (`//! …`)"
        ));
    }
    let lines = text.lines().count();
    if lines > MAX_LINES && !LONG.iter().any(|(long, _)| *long == file) {
        wrong.push(format!("{file}: {lines} lines, more than {MAX_LINES}"));
    }
    if let Some(part) = file
        .split(['/', '.'])
        .find(|part| EMPTY_NAMES.contains(part))
    {
        wrong.push(format!(
            "{file}: `{part}` says nothing about what is inside"
        ));
    }
    wrong
}

fn nothing_wrong(check: fn(&str, &str) -> Vec<String>, folder: &str) {
    let wrong: Vec<_> = files(folder)
        .iter()
        .flat_map(|(file, text)| check(file, text))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn modules_use_lower_layers_only() {
    nothing_wrong(wrong_uses, "generator/src");
}

#[test]
fn packages_are_named_where_they_belong() {
    nothing_wrong(wrong_packages, "generator/src");
}

#[test]
fn only_naming_makes_identifiers() {
    nothing_wrong(wrong_makers, "generator/src");
    for text in [
        "fn f() { Ident::new(text, span) }",
        "fn f() { proc_macro2::Ident::new_raw(text, span) }",
        "fn f() { quote::format_ident!(\"a{text}\") }",
        "fn f() { syn::parse_str(text) }",
    ] {
        assert_eq!(wrong_makers("emit/a.rs", text).len(), 1, "{text}");
        assert!(wrong_makers("naming/a.rs", text).is_empty());
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    nothing_wrong(wrong_shape, "generator/src");
    nothing_wrong(wrong_shape, "templates");
}

#[test]
fn the_rules_find_what_they_forbid() {
    for text in [
        "use crate::emit;",
        "use crate::{diag, emit::x};",
        "fn f() { crate::emit::x() }",
        "m!(crate::cli::X);",
    ] {
        assert_eq!(wrong_uses("lower/a.rs", text).len(), 1, "{text}");
    }
    assert_eq!(wrong_uses("unlisted/a.rs", "").len(), 1);
    assert_eq!(wrong_uses("emit/a.rs", "use crate::pages;").len(), 1);
    assert!(
        wrong_uses(
            "lower/mod.rs",
            "//! crate::emit\nuse crate::{ir::Api, lower::x, diag};"
        )
        .is_empty()
    );
    for text in [
        "use std::fs;",
        "use std::{io, fs::File};",
        "fn f() { ::syn::parse() }",
        "#[derive(clap::Args)] struct S;",
    ] {
        assert_eq!(wrong_packages("plan/a.rs", text).len(), 1, "{text}");
    }
    let fine = "use std::fmt; struct S { quote: u8, toml: u8 } fn f() { let heck = s.syn; env!(\"X\"); a::syn::b(); }";
    assert!(wrong_packages("plan/a.rs", fine).is_empty());
    assert!(wrong_packages("cli/a.rs", "use clap::Parser;").is_empty());
    let long = "\n".repeat(MAX_LINES + 1);
    assert_eq!(wrong_shape("emit/util.rs", &long).len(), 3);
}

#[test]
fn exceptions_are_needed() {
    let sources = files("generator/src");
    for (from, to, _) in EXCEPTIONS {
        let target = format!("crate::{to}");
        let is_used = sources.iter().any(|(file, text)| {
            file.split(['/', '.']).next() == Some(from)
                && named(text).iter().any(|path| is_or_below(path, &target))
        });
        assert!(is_used, "`{from}` does not use `{to}` any more");
    }
    for (long, _) in LONG {
        assert!(
            sources
                .iter()
                .chain(&files("templates"))
                .any(|(file, text)| file == long && text.lines().count() > MAX_LINES),
            "{long}"
        );
    }
}

#[test]
fn every_option_of_the_configuration_is_documented() {
    let source = fs::read_to_string(root().join("generator/src/config.rs")).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).ok();
    for item in syn::parse_file(&source).unwrap().items {
        let syn::Item::Struct(item) = item else {
            continue;
        };
        for field in item.fields {
            let name = field.ident.as_ref().unwrap().to_string();
            let is_option = !field.attrs.iter().any(|attr| {
                attr.path().is_ident("serde")
                    && attr
                        .parse_args::<syn::Path>()
                        .is_ok_and(|path| path.is_ident("skip"))
            });
            assert!(
                field.attrs.iter().any(|attr| attr.path().is_ident("doc")),
                "{}.{name} has no doc line",
                item.ident
            );
            let key = name.replace('_', "-");
            let is_listed = readme.as_ref().is_none_or(|readme| readme.contains(&key));
            assert!(!is_option || is_listed, "the README does not name `{key}`");
        }
    }
}

#[test]
fn codes_are_sorted_and_their_texts_are_whole() {
    let codes = diag::codes::ALL;
    assert!(codes.windows(2).all(|pair| pair[0].id < pair[1].id));
    let names: BTreeSet<_> = codes.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), codes.len());
    for code in codes {
        assert!(
            !code.message.ends_with('.') && code.explain.ends_with('.'),
            "{}",
            code.id
        );
    }
}

#[test]
fn the_tables_of_the_templates_are_the_folders() {
    for (folder, table) in [
        ("templates/runtime", templates::RUNTIME),
        ("templates/formats", templates::FORMATS),
    ] {
        let folder: Vec<_> = files(folder);
        let table: Vec<_> = table
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        assert_eq!(table, folder);
        for (name, text) in folder {
            assert!(syn::parse_file(&text).is_ok(), "{name}");
        }
    }
}

/// The files of a folder that lead back to themselves.
fn mutual(folder: &str) -> Vec<String> {
    let uses = |(file, text): (String, String)| {
        let below = |path: &String| {
            let name = path.strip_prefix("super::")?;
            name.split("::").next().map(str::to_owned)
        };
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let below: BTreeSet<String> = named(code).iter().filter_map(below).collect();
        (file.trim_end_matches(".rs").to_owned(), below)
    };
    let uses: BTreeMap<String, BTreeSet<String>> = files(folder).into_iter().map(uses).collect();
    let leads_back = |start: &&String| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&String> = uses[*start].iter().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file) {
                next.extend(uses.get(file).into_iter().flatten());
            }
        }
        reached.contains(start)
    };
    uses.keys().filter(leads_back).cloned().collect()
}

#[test]
fn the_files_of_the_runtime_lead_one_way() {
    assert_eq!(mutual("templates/runtime"), MUTUAL_IN_RUNTIME);
}

#[test]
fn only_the_files_of_lower_that_make_types_lead_to_each_other() {
    assert_eq!(mutual("generator/src/lower"), MUTUAL_IN_LOWER);
}

#[test]
fn only_extensions_names_what_travels_with_a_document() {
    for (file, text) in files("generator/src") {
        let is_home = file == "extensions.rs";
        assert!(is_home || !text.contains("\"x-tintype-"), "{file}");
    }
    let keys = fs::read_to_string(root().join("generator/src/extensions.rs")).unwrap();
    let told = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for key in keys
        .split('"')
        .filter(|text| text.starts_with("x-tintype-"))
    {
        let is_told = key.ends_with("-integer") || key.ends_with('-') || told.contains(key);
        assert!(is_told, "ARCHITECTURE.md does not tell of `{key}`");
    }
}
