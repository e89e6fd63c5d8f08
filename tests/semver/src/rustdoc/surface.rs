//! The public items of one generated crate, which is a module of the described one, as lines of `api-surface.txt`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Rustdoc;
use super::items::{Item, Part};
use super::types::text;
use crate::crates::unmarked;

/// Traits of the standard library that the list tells of each type that has them.
const TOLD: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "PartialEq",
];

/// Traits that follow from the kind of an item, so that the list says nothing of them: how models are read and written, how texts of
/// enums are had, and what makes an error of an enum of statuses.
const IMPLIED: &[&str] = &[
    "AsRef",
    "Deserialize",
    "Display",
    "DocumentedError",
    "Error",
    "FromStr",
    "Serialize",
    "StructuralPartialEq",
];

/// Where an item is shown: the parts of its path.
type Path = Vec<String>;

/// The lines in the making.
struct Lines<'r> {
    rustdoc: &'r Rustdoc,
    found: BTreeSet<String>,
    /// What types of the runtime are called where they are exported, by id.
    exported: BTreeMap<String, &'r str>,
}

impl Rustdoc {
    /// What is public in the crate that is this module, each item a line.
    ///
    /// # Errors
    ///
    /// There is no such module.
    pub fn surface(&self, module: &str) -> Result<BTreeSet<String>, String> {
        let root = self
            .module(module)
            .ok_or_else(|| format!("no module `{module}`"))?;
        let mut lines = Lines {
            rustdoc: self,
            found: BTreeSet::new(),
            exported: BTreeMap::new(),
        };
        let mut found = Vec::new();
        lines.module(root, &Vec::new(), &mut found);
        // What has two paths is listed at the shorter one.
        found.sort_by_key(|(_, path)| path.len());
        let mut ids = BTreeSet::new();
        for (item, path) in found {
            if ids.insert(item.id().to_string()) {
                lines.item(item, &path);
            }
        }
        let folder = format!("src/{module}/");
        let inside = self.items();
        for item in inside.filter(|item| item.kind() == "impl" && item.file().contains(&folder)) {
            lines.addition(item);
        }
        Ok(lines.found)
    }
}

impl<'r> Lines<'r> {
    /// Says what modules export, and finds what they show.
    fn module(&mut self, module: Item<'r>, at: &Path, found: &mut Vec<(Item<'r>, Path)>) {
        for item in self.rustdoc.children(module, "items") {
            if !item.is_public() || item.is_hidden() {
                continue;
            }
            match item.kind() {
                "module" => self.module(item, &inside(at, item.name()), found),
                "use" => self.export(item, at, found),
                _ if item.part() == Part::Runtime => {
                    self.line(format!("pub use {}", inside(at, item.name()).join("::")));
                }
                _ => found.push((item, inside(at, item.name()))),
            }
        }
    }

    fn export(&mut self, export: Item<'r>, at: &Path, found: &mut Vec<(Item<'r>, Path)>) {
        let name = text(&export.inner()["name"]);
        let path = inside(at, name);
        let Some(item) = self.rustdoc.item(&export.inner()["id"]) else {
            return self.line(format!("pub use {} of another crate", path.join("::")));
        };
        match item.part() {
            _ if export.is_glob() => self.module(item, at, found),
            Part::Runtime | Part::Formats => {
                self.exported.insert(item.id().to_string(), name);
                self.line(format!("pub use {}", path.join("::")));
            }
            _ if item.name() == name => found.push((item, path)),
            _ => {
                let of = inside(at, item.name()).join("::");
                self.line(format!("pub use {} = {of}", path.join("::")));
            }
        }
    }

    fn item(&mut self, item: Item<'r>, path: &Path) {
        let (name, from) = (path.join("::"), item.part());
        match item.kind() {
            "function" => self.function(item, path, from),
            "type_alias" => {
                let ty = self.rustdoc.ty(&item.inner()["type"], from);
                self.line(format!("pub type {name} = {ty}"));
            }
            kind @ ("struct" | "enum") => {
                self.line(format!("pub {kind} {name}"));
                self.fields(item, path);
                for variant in self.rustdoc.children(item, "variants") {
                    self.variant(variant, path);
                }
                for implementation in self.rustdoc.children(item, "impls") {
                    self.implementation(implementation, item, path);
                }
            }
            kind => self.line(format!("pub {kind} {name}")),
        }
    }

    fn fields(&mut self, item: Item<'r>, path: &Path) {
        let ids = item.inner()["kind"]["plain"]["fields"].as_array();
        let fields = ids.into_iter().flatten();
        for field in fields.filter_map(|id| self.rustdoc.item(id)) {
            if field.is_public() && !field.is_hidden() {
                let ty = self.rustdoc.ty(field.inner(), field.part());
                self.line(format!(
                    "pub {}: {ty}",
                    inside(path, field.name()).join("::")
                ));
            }
        }
    }

    fn variant(&mut self, variant: Item<'r>, path: &Path) {
        let kind = &variant.inner()["kind"];
        let held = match kind.get("tuple") {
            Some(fields) => {
                let fields = fields.as_array().into_iter().flatten();
                let fields = fields.filter_map(|id| self.rustdoc.item(id));
                let types = fields.map(|field| self.rustdoc.ty(field.inner(), variant.part()));
                format!("({})", types.collect::<Vec<_>>().join(", "))
            }
            None if kind == "plain" => String::new(),
            None => format!("?{kind}"),
        };
        self.line(format!(
            "pub {}{held}",
            inside(path, variant.name()).join("::")
        ));
    }

    /// An implementation for an item of the crate's own.
    fn implementation(&mut self, item: Item<'r>, of: Item<'r>, path: &Path) {
        let from = of.part();
        let inner = item.inner();
        let is_own = inner["is_synthetic"] == false && inner["blanket_impl"].is_null();
        // rustdoc names those of other types that mention this one, too.
        let is_for = inner["for"]["resolved_path"]["id"] == *of.id();
        if !is_own || !is_for || item.is_hidden() {
            return;
        }
        let shown = &inner["trait"];
        if shown.is_null() {
            for function in self.rustdoc.children(item, "items") {
                self.function(function, &inside(path, function.name()), from);
            }
            return;
        }
        let (whole, at) = (self.rustdoc.path(shown, from), path.join("::"));
        let name = whole.split('<').next().unwrap_or_default();
        if TOLD.contains(&name) {
            self.line(format!("impl {name} for {at}"));
        } else if ["runtime::Listed", "runtime::Operation"].contains(&name) {
            self.output(item, path, from);
        } else if !self.is_implied(name, shown) {
            self.line(format!("impl {whole} for {at}"));
        }
    }

    fn is_implied(&self, name: &str, shown: &Value) -> bool {
        let part = self.rustdoc.item(&shown["id"]).map(Item::part);
        let last = name.rsplit("::").next().unwrap_or_default();
        part == Some(Part::Runtime) || IMPLIED.contains(&last)
    }

    /// What an operation gives.
    fn output(&mut self, item: Item<'r>, path: &Path, from: Part) {
        for part in self.rustdoc.children(item, "items") {
            if part.kind() == "assoc_type" && ["Output", "Item"].contains(&part.name()) {
                let ty = self.rustdoc.ty(&part.inner()["type"], from);
                self.line(format!(
                    "pub type {}::{} = {ty}",
                    path.join("::"),
                    part.name()
                ));
            }
        }
    }

    /// Methods that a crate adds to a type of its runtime.
    fn addition(&mut self, item: Item<'r>) {
        let inner = item.inner();
        let path = &inner["for"]["resolved_path"];
        let owner = self.rustdoc.item(&path["id"]);
        let is_runtime = owner.is_some_and(|owner| owner.part() == Part::Runtime);
        if !is_runtime || item.part() == Part::Runtime || !inner["trait"].is_null() {
            return;
        }
        // The configuration may give it another name.
        let exported = self.exported.get(&path["id"].to_string());
        let written = text(&path["path"]).rsplit("::").next();
        let name = exported.copied().or(written).unwrap_or_default();
        let arguments = path["args"]["angle_bracketed"]["args"].as_array();
        let types = arguments.into_iter().flatten();
        let mut types = types.filter_map(|argument| argument.get("type"));
        let first = types.next().map(|ty| self.rustdoc.ty(ty, Part::Operations));
        let owner = match (name, first) {
            ("ClientBuilder", Some(client)) => format!("{client}Builder"),
            (name, Some(first)) => format!("{name}<{first}>"),
            (name, None) => name.to_owned(),
        };
        for function in self.rustdoc.children(item, "items") {
            let path = vec![owner.clone(), unmarked(function.name()).to_owned()];
            self.function(function, &path, item.part());
        }
    }

    fn function(&mut self, function: Item<'r>, path: &Path, from: Part) {
        if !function.is_public() || function.is_hidden() {
            return;
        }
        let mark = if function.is_deprecated() {
            "#[deprecated] "
        } else {
            ""
        };
        let header = &function.inner()["header"];
        let special = ["async", "const", "unsafe"].into_iter();
        let special = special.filter(|word| header[format!("is_{word}")] == true);
        let special: String = special.flat_map(|word| [word, " "]).collect();
        let signature = self.rustdoc.signature(function, from);
        self.line(format!(
            "{mark}pub {special}fn {}{signature}",
            path.join("::")
        ));
    }

    fn line(&mut self, line: String) {
        // Where rustdoc resolves names, it resolves all.
        let is_resolved =
            line.starts_with("impl From<") || line.starts_with("pub type operations::");
        let line = if is_resolved {
            line.replace("models::", "")
        } else {
            line
        };
        self.found.insert(line);
    }
}

fn inside(path: &Path, name: &str) -> Path {
    path.iter().cloned().chain([name.to_owned()]).collect()
}
