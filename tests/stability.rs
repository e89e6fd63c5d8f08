//! What is taken out of a document takes its own lines out of the crate and nothing else: no name, no file and no line of
//! another item changes. Read backwards, it says the same of what is added.
//!
//! An item is a component schema that nobody refers to, an operation, a tag, an optional property or a documented error.
//! A fixed seed picks some of each document. Its own lines are
//!
//! - the files and pages of the types that stand below it, that hold it, also as a part of an `allOf`, or
//!   that nothing reaches without it;
//! - of an operation, its part of the files of its group; of an error also what its operation says about it; of a tag
//!   the files of its group; of a property its lines in the examples of calls, and its field in the forms that are sent;
//! - the line that leads from a type to the equal one that is defined, and its definition, where that was the item's;
//! - the lists: which modules, models and groups there are, and the facts about the API as a whole.
//!
//! An item that decides something about others by right is not picked: another item gave a name up for it, it says what a
//! model is used for, it makes one so large that others hold it in a box, or it is why an API has one model for all errors, or
//! this credential first, or a flag of the body or a member of an event, by which an answer is a stream and of what.
//!
//! The documents are those of the fixtures, and those in the folder that `TINTYPE_CORPUS` names.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[path = "stability/decisive.rs"]
mod decisive;
#[path = "stability/items.rs"]
mod items;
#[path = "stability/own.rs"]
mod own;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::ir::{TypeDef, TypeId};
use tintype::pipeline;
use tintype::plan::Plan;
use tintype::source::files::Memory;

use decisive::decides_for_others;
use items::{Item, Kind, items, without};
use own::{Reason, own, page};

/// Lists of what there is, and what is said about the API as a whole.
const LISTS: &[&str] = &[
    "Cargo.toml",
    "README.md",
    "api-surface.txt",
    "src/client.rs",
    "src/formats/mod.rs",
    "src/lib.rs",
    "src/mock.rs",
    "src/models/mod.rs",
    "src/operations/mod.rs",
];

/// What was tried.
#[derive(Debug, Default)]
struct Tried {
    /// How many items were tried, and how many left out.
    counts: BTreeMap<Kind, [usize; 2]>,
    /// The reasons without which a file would be wrong.
    needed: BTreeSet<Reason>,
    wrong: Vec<String>,
}

/// What becomes of a document.
struct Generated {
    plan: Plan,
    files: BTreeMap<String, String>,
}

fn generated(document: &Value) -> Option<Generated> {
    let files = Memory::default().with("spec.json", document.to_string());
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("spec.json"), &mut cx).ok()?;
    let files = pipeline::output(&plan).files;
    Some(Generated { plan, files })
}

#[test]
fn what_is_taken_out_of_a_fixture_takes_its_own_lines_only() {
    let mut paths = vec![PathBuf::from("spec/sign_in_tokens.yaml")];
    for folder in std::fs::read_dir("tests/fixtures/emit").unwrap() {
        paths.extend(documents(&folder.unwrap().path()));
    }
    paths.sort();
    let mut tried = Tried::default();
    check(&paths, 4, &mut tried);
    assert!(tried.wrong.is_empty(), "{}", tried.wrong.join("\n"));
    let reasons = [Reason::Own, Reason::Part, Reason::Member, Reason::Equal];
    assert_eq!(
        tried.needed,
        BTreeSet::from(reasons),
        "a reason is not needed any more"
    );
    // A rule that leaves out what it is about proves nothing.
    for kind in [
        Kind::Schema,
        Kind::Operation,
        Kind::Tag,
        Kind::Property,
        Kind::Error,
    ] {
        let [picked, left_out] = tried.counts.get(&kind).copied().unwrap_or_default();
        assert!(
            picked > 2 * left_out,
            "{kind:?}: {picked} tried, {left_out} left out"
        );
    }
}

#[test]
fn what_is_taken_out_of_a_real_document_takes_its_own_lines_only() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        eprintln!("TINTYPE_CORPUS is not set: no real document was tried");
        return;
    };
    let mut wrong = Vec::new();
    for path in documents(Path::new(&folder)) {
        let mut tried = Tried::default();
        check(std::slice::from_ref(&path), 3, &mut tried);
        let (counts, found) = (&tried.counts, tried.wrong.len());
        eprintln!("{}: {counts:?}, {found} wrong", path.display());
        wrong.extend(tried.wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| {
        let extension = path.extension().and_then(|end| end.to_str());
        path.is_file() && extension.is_some_and(|end| ["json", "yaml", "yml"].contains(&end))
    });
    paths.sort();
    paths
}

/// Takes some items of each kind out of each document; says how many were tried and how many left out, by kind, and which
/// files changed that had no right to.
fn check(paths: &[PathBuf], most: usize, tried: &mut Tried) {
    for path in paths {
        let text = std::fs::read_to_string(path).unwrap();
        let Ok(document) = serde_yaml::from_str::<Value>(&text) else {
            continue;
        };
        let Some(old) = generated(&document) else {
            continue;
        };
        let items = items(&document);
        let mut seed = items.len();
        for kind in [
            Kind::Schema,
            Kind::Operation,
            Kind::Tag,
            Kind::Property,
            Kind::Error,
        ] {
            let mut all: Vec<&Item> = items.iter().filter(|item| item.kind == kind).collect();
            for _ in 0..most.min(all.len()) {
                // Knuth's multiplier, for want of a better one.
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let item = all.swap_remove((seed >> 33) % all.len());
                let Some(new) = generated(&without(&document, item)) else {
                    continue;
                };
                let is_left_out = decides_for_others(item, &old, &new);
                tried.counts.entry(kind).or_default()[usize::from(is_left_out)] += 1;
                if !is_left_out {
                    let changed = changed(item, &document, (&old, &new), &mut tried.needed);
                    tried.wrong.extend(
                        changed.iter().map(|file| {
                            format!("{}: {kind:?} {}: {file}", path.display(), item.at)
                        }),
                    );
                }
            }
        }
    }
}

/// The types that nothing reaches without the item. A form stands where the type stands that it is a form of.
fn gone(old: &Generated, new: &Generated) -> Vec<TypeId> {
    let left: BTreeSet<(&str, bool)> = new.plan.api.types.iter().map(place).collect();
    let types = old.plan.api.types.iter().enumerate();
    let gone = types.filter(|(_, def)| !left.contains(&place(def)));
    gone.map(|(index, _)| TypeId(index)).collect()
}

fn place(def: &TypeDef) -> (&str, bool) {
    (def.at.as_str(), def.shape.is_form())
}

/// The files that changed and had no right to; notes for which reasons others had one.
fn changed(
    item: &Item,
    document: &Value,
    (old, new): (&Generated, &Generated),
    needed: &mut BTreeSet<Reason>,
) -> Vec<String> {
    let allowed = own(item, document, old, new);
    let mut groups = BTreeSet::new();
    for one in [old, new] {
        for resource in one.plan.resources() {
            let mut operations = resource.operations();
            let is_tag = item.kind == Kind::Tag && item.at == resource.at();
            if is_tag || operations.any(|one| item.at.is_within(&one.source.at)) {
                groups.insert(format!("src/operations/{}.rs", resource.module()));
                groups.insert(page("docs/sdks/", resource.name, one));
            }
        }
    }
    let paths: BTreeSet<&String> = old.files.keys().chain(new.files.keys()).collect();
    let differs = |path: &&&String| old.files.get(**path) != new.files.get(**path);
    let is_wrong = |path: &&&String| {
        if LISTS.contains(&path.as_str()) || path.starts_with("src/formats/") {
            return false;
        }
        // What only the item asked for is not carried without it.
        if path.starts_with("src/runtime/") && old.plan.capabilities != new.plan.capabilities {
            return false;
        }
        if item.kind == Kind::Property && path.starts_with("docs/sdks/") {
            return false;
        }
        if item.kind == Kind::Property && path.starts_with("src/operations/") {
            let (was, is) = (code(old.files.get(**path)), code(new.files.get(**path)));
            return !has_lost_field_only(&was, &is, &item.at.last().unwrap());
        }
        if item.kind == Kind::Operation && groups.contains(**path) {
            return !has_lost_lines_only(&old.files[**path], new.files.get(**path));
        }
        !groups.contains(**path)
    };
    let wrong = paths.iter().filter(differs).filter(is_wrong);
    let (known, unknown): (Vec<&String>, Vec<&String>) =
        wrong.copied().partition(|path| allowed.contains_key(*path));
    needed.extend(known.into_iter().map(|path| allowed[path]));
    unknown.into_iter().cloned().collect()
}

/// The lines of a file that are no documentation.
fn code(text: Option<&String>) -> Vec<&str> {
    let lines = text.into_iter().flat_map(|text| text.lines());
    let is_code = |line: &&str| !line.trim_start().starts_with("///");
    lines.filter(is_code).collect()
}

/// Whether the lines of code are the same but for those of one field of a form, in a call or in a table.
fn has_lost_field_only(was: &[&str], is: &[&str], name: &str) -> bool {
    let called = format!("FormField::new({name:?})");
    let listed = format!("    field {name:?} ");
    let is_field = |line: &str| line.contains(&called) || line.starts_with(&listed);
    let others = was.iter().filter(|line| !is_field(line));
    was == is || others.eq(is)
}

/// Whether the lines of a new file are those of the old one without some; imports are lists.
fn has_lost_lines_only(old: &str, new: Option<&String>) -> bool {
    let lines = |text: &'_ str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with("use "));
        lines.map(str::to_owned).collect()
    };
    let mut old = lines(old).into_iter();
    new.is_none_or(|new| lines(new).iter().all(|line| old.any(|one| one == *line)))
}
