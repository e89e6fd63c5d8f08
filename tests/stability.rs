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
//! - the lists: which modules, models and groups there are, and the facts about the API as a whole.
//!
//! An item that decides something about others by right is not picked: another item gave a name up for it, it says what a
//! model is used for, it makes one so large that others hold it in a box, or it is why an API has one model for all errors, or
//! this credential first.
//!
//! The documents are those of the fixtures, and those in the folder that `TINTYPE_CORPUS` names.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::ir::{Additional, Shape, Type, TypeDef, TypeId};
use tintype::pipeline;
use tintype::plan::Plan;
use tintype::source::files::Memory;
use tintype::source::pointer::Pointer;

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

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// What is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Schema,
    Operation,
    Tag,
    Property,
    Error,
}

/// A part of a document.
#[derive(Debug)]
struct Item {
    kind: Kind,
    at: Pointer,
}

/// Why a file may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// It is that of the item, or of a type that stands below it, holds it or goes with it.
    Own,
    /// A type takes the item from a part of its `allOf`.
    Part,
    /// What an heir says about a member has a type of its own where the parent says nothing.
    Member,
}

/// The files that may change, by path, each for the first of its reasons.
type Allowed = BTreeMap<String, Reason>;

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
    let files = pipeline::output(&plan, cx.config()).files;
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
    let reasons = [Reason::Own, Reason::Part, Reason::Member];
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

/// Everything that can be taken out of a document.
fn items(document: &Value) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind, at| items.push(Item { kind, at });
    let root = Pointer::root();
    let references = References::of(document);
    let schemas = root.child("components").child("schemas");
    for (name, schema) in entries(document, &schemas) {
        let at = schemas.child(&name);
        if !references.lead_to(&at) {
            add(Kind::Schema, at.clone());
        }
        let properties = at.child("properties");
        let names: Vec<String> = entries(document, &properties)
            .map(|(name, _)| name)
            .collect();
        let required = schema
            .get("required")
            .map(Value::to_string)
            .unwrap_or_default();
        for name in &names {
            let property = properties.child(name);
            let is_free =
                !required.contains(&format!("{name:?}")) && !references.lead_to(&property);
            if is_free && names.len() > 1 {
                add(Kind::Property, property);
            }
        }
    }
    let paths = root.child("paths");
    for (path, item) in entries(document, &paths) {
        let path = paths.child(&path);
        for method in METHODS.iter().filter(|method| item.get(method).is_some()) {
            let at = path.child(method);
            if references.lead_to(&path) {
                continue;
            }
            let responses = at.child("responses");
            let statuses = entries(document, &responses).map(|(status, _)| status);
            for status in statuses.filter(|status| status.starts_with(['4', '5'])) {
                add(Kind::Error, responses.child(&status));
            }
            add(Kind::Operation, at);
        }
    }
    let tags = document.get("tags").and_then(Value::as_array);
    for index in 0..tags.map_or(0, Vec::len) {
        add(Kind::Tag, root.child("tags").index(index));
    }
    items
}

fn entries<'d>(
    document: &'d Value,
    at: &Pointer,
) -> impl Iterator<Item = (String, &'d Value)> + use<'d> {
    let entries = document.pointer(at.as_str()).and_then(Value::as_object);
    let entries = entries.into_iter().flatten();
    entries.map(|(key, value)| (key.clone(), value))
}

/// The places that something leads to: by reference, or by a discriminator's mapping, which may say a name alone.
struct References(BTreeSet<String>);

impl References {
    fn of(document: &Value) -> Self {
        let schemas = Pointer::root().child("components").child("schemas");
        let mut found = BTreeSet::new();
        let mut open = vec![document];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(map) => open.extend(map.values()),
                Value::Array(all) => open.extend(all),
                Value::String(text) => {
                    let place = text.strip_prefix('#').map(str::to_owned);
                    found.insert(place.unwrap_or_else(|| schemas.child(text).as_str().to_owned()));
                }
                _ => {}
            }
        }
        Self(found)
    }

    /// Whether something leads to the place or into it.
    fn lead_to(&self, at: &Pointer) -> bool {
        let inside = format!("{}/", at.as_str());
        let next = self.0.range(inside.clone()..).next();
        self.0.contains(at.as_str()) || next.is_some_and(|one| one.starts_with(&inside))
    }
}

/// The document without the item, and without a path that has no operation left.
fn without(document: &Value, item: &Item) -> Value {
    let mut document = document.clone();
    let parent = item.at.parent().unwrap();
    let key = item.at.last().unwrap();
    match document.pointer_mut(parent.as_str()).unwrap() {
        Value::Object(map) => drop(map.shift_remove(&key)),
        Value::Array(all) => drop(all.remove(key.parse().unwrap())),
        other => unreachable!("{other}"),
    }
    let is_empty = |item: &Value| METHODS.iter().all(|method| item.get(method).is_none());
    if item.kind == Kind::Operation && is_empty(document.pointer(parent.as_str()).unwrap()) {
        let paths = document["paths"].as_object_mut().unwrap();
        paths.shift_remove(&parent.last().unwrap());
    }
    document
}

/// Whether the item is why another one is what it is.
fn decides_for_others(item: &Item, old: &Generated, new: &Generated) -> bool {
    let gone = gone(old, new);
    let is_own = |at: &str| {
        let at = Pointer::parse(at).unwrap();
        at.is_within(&item.at)
            || gone
                .iter()
                .any(|id| at.is_within(&old.plan.api.get(*id).at))
    };
    let mut notes = old.plan.names.notes.iter();
    let gave_up =
        notes.any(|note| !is_own(&note.at) && note.others.iter().any(|other| is_own(other)));
    let error_model = |one: &Generated| {
        one.plan
            .error_model
            .map(|id| one.plan.api.get(id).at.to_string())
    };
    let credential = |one: &Generated| {
        one.plan
            .credential
            .map(|index| one.plan.api.schemes[index].wire.clone())
    };
    let (before, after) = (uses(old), uses(new));
    let mut kept = before
        .iter()
        .filter_map(|(field, use_of)| Some((use_of, after.get(field)?)));
    gave_up
        || error_model(old) != error_model(new)
        || credential(old) != credential(new)
        || kept.any(|(before, after)| before != after)
}

/// When each field is there and who fills it in, by place: it depends on whether its model is sent or received, and on the
/// unions that it is a candidate of. So does whether it keeps fields that have no name, and who holds it in a box on how large
/// it is.
fn uses(one: &Generated) -> BTreeMap<(String, String), String> {
    let mut uses = BTreeMap::new();
    for (index, def) in one.plan.api.types.iter().enumerate() {
        let is_large = one.plan.is_large(&Type::Named(TypeId(index)));
        let mut size = vec![is_large];
        let mut open = def.shape.types();
        while let Some(ty) = open.pop() {
            if let Type::Tuple(parts) = ty {
                size.extend(one.plan.boxed_parts(parts));
            }
            open.extend(ty.parts());
        }
        uses.insert(
            (def.at.to_string(), "its size".to_owned()),
            format!("{size:?}"),
        );
        if let Shape::Struct(object) = &def.shape {
            for field in &object.fields {
                let id = TypeId(index);
                let presence = one.plan.presence(id, field);
                let (role, tag) = (one.plan.role(id, field), one.plan.tag(id, field));
                uses.insert(
                    (def.at.to_string(), field.wire.clone()),
                    format!("{presence:?} {role:?} {tag:?}"),
                );
            }
            let rest = object.additional != Additional::Ignored;
            uses.insert((def.at.to_string(), String::new()), rest.to_string());
        }
        // A parent does not name its heirs; they name it.
        if let Shape::Union(union) = &def.shape {
            let heirs = union.variants.len().to_string();
            uses.insert((def.at.to_string(), String::new()), heirs);
        }
    }
    uses
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
        for (index, group) in one.plan.groups.iter().enumerate() {
            let mut operations = group
                .operations
                .iter()
                .map(|&index| &one.plan.api.operations[index].at);
            let is_tag = group.tag.is_some_and(|tag| {
                item.kind == Kind::Tag && item.at == Pointer::root().child("tags").index(tag)
            });
            if is_tag || operations.any(|at| item.at.is_within(at)) {
                groups.insert(format!(
                    "src/operations/{}.rs",
                    one.plan.names.group_module(index)
                ));
                groups.insert(page("docs/sdks/", one.plan.names.group(index), one));
            }
        }
    }
    let paths: BTreeSet<&String> = old.files.keys().chain(new.files.keys()).collect();
    let differs = |path: &&&String| old.files.get(**path) != new.files.get(**path);
    let is_wrong = |path: &&&String| {
        if LISTS.contains(&path.as_str()) || path.starts_with("src/formats/") {
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

/// Adds a file, unless there is a better reason for it.
fn allow(path: String, reason: Reason, allowed: &mut Allowed) {
    let known = allowed.entry(path).or_insert(reason);
    *known = reason.min(*known);
}

/// The files and pages of types that stand below the item, that hold it, or that are gone.
fn own(item: &Item, document: &Value, old: &Generated, new: &Generated) -> Allowed {
    let gone = gone(old, new);
    let made = made_with(item, document);
    let holds = |id: TypeId| match &old.plan.api.get(id).shape {
        Shape::Struct(object) => object
            .fields
            .iter()
            .any(|field| field.at.is_within(&item.at)),
        _ => false,
    };
    let mut allowed = Allowed::new();
    for (one, is_old) in [(old, true), (new, false)] {
        for file in &one.plan.files {
            for &id in &file.types {
                let at = &one.plan.api.get(id).at;
                let is_own = at.is_within(&item.at) || is_old && (gone.contains(&id) || holds(id));
                let reasons = made.iter().filter_map(|made| {
                    let is_member = is_member(at, made, item);
                    if at == made {
                        Some(Reason::Part)
                    } else {
                        is_member.then_some(Reason::Member)
                    }
                });
                let reason = if is_own {
                    Some(Reason::Own)
                } else {
                    reasons.min()
                };
                if let Some(reason) = reason {
                    allow(
                        format!("src/models/{}.rs", file.module),
                        reason,
                        &mut allowed,
                    );
                    allow(
                        page("docs/models/", one.plan.names.ty(id), one),
                        reason,
                        &mut allowed,
                    );
                }
            }
        }
    }
    allowed
}

/// Of a property, the schemas that take it from the one that declares it: those whose `allOf` leads there, however far.
fn made_with(item: &Item, document: &Value) -> Vec<Pointer> {
    if item.kind != Kind::Property {
        return Vec::new();
    }
    let owner = item.at.parent().and_then(|properties| properties.parent());
    let mut made: Vec<Pointer> = owner.into_iter().collect();
    let mut composed = Vec::new();
    composed_of_parts(document, &Pointer::root(), &mut composed);
    let mut known = 0;
    while known < made.len() {
        known = made.len();
        for (at, schema) in &composed {
            let is_made = parts(schema).iter().any(|part| {
                let leads = |one: &Pointer| part.strip_prefix('#') == Some(one.as_str());
                made.iter().any(leads)
            });
            if is_made && !made.contains(at) {
                made.push(at.clone());
            }
        }
    }
    made
}

/// Whether a place belongs to the member of a schema, or of a part of its `allOf`, that has the name of the item.
fn is_member(at: &Pointer, schema: &Pointer, item: &Item) -> bool {
    if !at.is_within(schema) {
        return false;
    }
    let depth = schema.segments().count();
    let inside: Vec<String> = at.segments().skip(depth).collect();
    let mut inside = &inside[..];
    while let [all_of, _, rest @ ..] = inside
        && all_of == "allOf"
    {
        inside = rest;
    }
    matches!(inside, [properties, name, ..] if properties == "properties" && Some(name) == item.at.last().as_ref())
}

/// Every schema with an `allOf`, and every component that is a reference, with its place.
fn composed_of_parts<'d>(value: &'d Value, at: &Pointer, found: &mut Vec<(Pointer, &'d Value)>) {
    let is_component = at
        .parent()
        .is_some_and(|parent| parent.as_str() == "/components/schemas");
    if value.get("allOf").is_some() || is_component && value.get("$ref").is_some() {
        found.push((at.clone(), value));
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                composed_of_parts(value, &at.child(key), found);
            }
        }
        Value::Array(all) => {
            for (index, value) in all.iter().enumerate() {
                composed_of_parts(value, &at.index(index), found);
            }
        }
        _ => {}
    }
}

/// The references of a schema to what it is made of.
fn parts(schema: &Value) -> Vec<&str> {
    let own = schema.get("$ref").and_then(Value::as_str);
    let all = schema.get("allOf").and_then(Value::as_array);
    let inner = all.into_iter().flatten().flat_map(parts);
    own.into_iter().chain(inner).collect()
}

/// The page of a name in a folder.
fn page(folder: &str, name: &str, one: &Generated) -> String {
    let heading = format!("# {name}");
    let mut pages = one
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(folder));
    let found = pages.find(|(_, text)| text.lines().next() == Some(&heading));
    found.map(|(path, _)| path.clone()).unwrap_or_default()
}

/// The lines of a file that are no documentation.
fn code(text: Option<&String>) -> Vec<&str> {
    let lines = text.into_iter().flat_map(|text| text.lines());
    let is_code = |line: &&str| !line.trim_start().starts_with("///");
    lines.filter(is_code).collect()
}

/// Whether the lines of code are the same but for those of one field of a form.
fn has_lost_field_only(was: &[&str], is: &[&str], name: &str) -> bool {
    let field = format!("FormField::new({name:?})");
    let others = was.iter().filter(|line| !line.contains(&field));
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
