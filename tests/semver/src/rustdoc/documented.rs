//! Whether all that callers touch is documented where they find it: at a path of public modules, none of them hidden.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Rustdoc;
use super::items::{Item, Part};
use super::types::text;

/// What is documented in one generated crate, and what is missing.
struct Documented<'r> {
    rustdoc: &'r Rustdoc,
    /// The ids of what stands at a public path.
    shown: BTreeSet<String>,
    missing: BTreeSet<String>,
    /// Where the code of the crate is. All crates have one runtime, and each adds methods to it.
    folder: String,
    /// The files of the runtime that the crate carries; others have more.
    carried: &'r BTreeSet<String>,
}

impl Rustdoc {
    /// What callers of the crate that is this module touch, and find nothing about: types in signatures that have no public path,
    /// and functions and types of public paths without a word of documentation.
    ///
    /// # Errors
    ///
    /// There is no such module.
    pub fn undocumented<'r>(
        &'r self,
        module: &str,
        carried: &'r BTreeSet<String>,
    ) -> Result<BTreeSet<String>, String> {
        let root = self
            .module(module)
            .ok_or_else(|| format!("no module `{module}`"))?;
        let mut found = Documented {
            rustdoc: self,
            shown: BTreeSet::new(),
            missing: BTreeSet::new(),
            folder: format!("/{module}/"),
            carried,
        };
        let mut items = Vec::new();
        found.walk(root, &mut items);
        for item in items {
            found.look_at(item);
        }
        Ok(found.missing)
    }
}

impl<'r> Documented<'r> {
    fn walk(&mut self, module: Item<'r>, items: &mut Vec<Item<'r>>) {
        for item in self.rustdoc.children(module, "items") {
            if !item.is_public() || item.is_hidden() {
                continue;
            }
            let item = match item.kind() {
                "module" => {
                    self.walk(item, items);
                    continue;
                }
                "use" => {
                    let of = self.rustdoc.item(&item.inner()["id"]);
                    if let Some(module) = of.filter(|_| item.is_glob()) {
                        self.walk(module, items);
                        continue;
                    }
                    of
                }
                _ => Some(item),
            };
            // An item that is hidden itself stays so wherever it is exported.
            if let Some(item) = item.filter(|item| !item.is_hidden())
                && self.shown.insert(item.id().to_string())
            {
                items.push(item);
            }
        }
    }

    /// Looks at an item and all that is shown on its page.
    fn look_at(&mut self, item: Item<'r>) {
        let name = item.name();
        self.documented(item, name);
        self.types(item.inner(), name);
        let fields = &item.inner()["kind"]["plain"]["fields"];
        for field in fields.as_array().into_iter().flatten() {
            self.member(field, name);
        }
        for variant in self.rustdoc.children(item, "variants") {
            let held = &variant.inner()["kind"]["tuple"];
            for field in held.as_array().into_iter().flatten() {
                self.member(field, name);
            }
        }
        for method in self.rustdoc.children(item, "items") {
            self.method(method, name);
        }
        for implementation in self.rustdoc.children(item, "impls") {
            let file = implementation.file();
            let name_of_file = file.rsplit('/').next().unwrap_or_default();
            let is_carried = self.carried.contains(name_of_file);
            let is_here =
                file.contains(&self.folder) || implementation.part() == Part::Runtime && is_carried;
            if is_here && implementation.inner()["trait"].is_null() && !implementation.is_hidden() {
                for method in self.rustdoc.children(implementation, "items") {
                    self.method(method, name);
                }
            }
        }
    }

    fn member(&mut self, id: &Value, of: &str) {
        let member = self.rustdoc.item(id);
        if let Some(member) = member.filter(|member| member.is_public() && !member.is_hidden()) {
            self.types(member.inner(), &format!("{of}::{}", member.name()));
        }
    }

    fn method(&mut self, method: Item<'r>, of: &str) {
        if method.is_public() && !method.is_hidden() {
            let name = format!("{of}::{}", method.name());
            self.documented(method, &name);
            self.types(method.inner(), &name);
        }
    }

    fn documented(&mut self, item: Item<'r>, name: &str) {
        // What an alias of a model is, its document has to say.
        if !item.has_docs() && item.kind() != "assoc_type" {
            self.missing.insert(format!("{name} says nothing"));
        }
    }

    /// The types of the crate that a signature or a field names, wherever in it.
    fn types(&mut self, value: &Value, of: &str) {
        match value {
            Value::Object(parts) => {
                let id = parts.get("id").filter(|_| parts.contains_key("path"));
                if let Some(item) = id.and_then(|id| self.rustdoc.item(id)) {
                    let is_shown = self.shown.contains(&item.id().to_string());
                    if !is_shown && !matches!(item.part(), Part::Root | Part::Mock) {
                        let path = text(&parts["path"]);
                        let name = path.rsplit("::").next().unwrap_or_default();
                        self.missing
                            .insert(format!("{of} names {name}, which has no public path"));
                    }
                }
                parts.values().for_each(|part| self.types(part, of));
            }
            Value::Array(parts) => parts.iter().for_each(|part| self.types(part, of)),
            _ => {}
        }
    }
}
