//! Items of the description: where each stands, and what is inside.

use serde_json::Value;

use super::Rustdoc;

/// Which part of a generated crate an item is in, by the folder of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Models,
    Operations,
    Formats,
    /// What is the same in every crate that has it.
    Runtime,
    Mock,
    /// The client and what else stands at the root.
    Root,
}

/// An item of the description.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'r>(pub(super) &'r Value);

impl Rustdoc {
    /// The item of an id; none for what another crate defines.
    pub(super) fn item(&self, id: &Value) -> Option<Item<'_>> {
        let item = self.0["index"].get(id.to_string())?;
        (item["crate_id"] == 0).then_some(Item(item))
    }

    /// All items of the crate.
    pub(super) fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let index = self.0["index"].as_object().into_iter().flatten();
        let own = index.filter(|(_, item)| item["crate_id"] == 0);
        own.map(|(_, item)| Item(item))
    }

    /// The module of this name in the root.
    pub(super) fn module(&self, name: &str) -> Option<Item<'_>> {
        let root = self.item(&self.0["root"])?;
        let mut inside = self.children(root, "items");
        inside.find(|item| item.name() == name)
    }

    /// The items whose ids stand under this key of an item.
    pub(super) fn children<'r>(
        &'r self,
        item: Item<'r>,
        key: &str,
    ) -> impl Iterator<Item = Item<'r>> {
        let ids = item.inner()[key].as_array().into_iter().flatten();
        ids.filter_map(|id| self.item(id))
    }

    /// The crate that defines what an id stands for, where it is another one.
    pub(super) fn foreign(&self, id: &Value) -> Option<&str> {
        self.0["paths"][id.to_string()]["path"][0].as_str()
    }
}

impl<'r> Item<'r> {
    pub(super) fn id(self) -> &'r Value {
        &self.0["id"]
    }

    pub(super) fn name(self) -> &'r str {
        self.0["name"].as_str().unwrap_or_default()
    }

    /// `struct`, `function`, ….
    pub(super) fn kind(self) -> &'r str {
        let inner = self.0["inner"].as_object();
        let kind = inner.and_then(|inner| inner.keys().next());
        kind.map_or("", String::as_str)
    }

    /// What is said of an item of its kind.
    pub(super) fn inner(self) -> &'r Value {
        &self.0["inner"][self.kind()]
    }

    /// Variants and members of traits are as public as what they are in.
    pub(super) fn is_public(self) -> bool {
        matches!(self.0["visibility"].as_str(), Some("public" | "default"))
    }

    pub(super) fn is_hidden(self) -> bool {
        self.0["attrs"].to_string().contains("doc(hidden)")
    }

    /// Whether it exports all of a module.
    pub(super) fn is_glob(self) -> bool {
        self.inner()["is_glob"] == true
    }

    pub(super) fn is_deprecated(self) -> bool {
        !self.0["deprecation"].is_null()
    }

    pub(super) fn has_docs(self) -> bool {
        self.0["docs"].as_str().is_some_and(|docs| !docs.is_empty())
    }

    /// The file, from the folder of the package.
    pub(super) fn file(self) -> &'r str {
        self.0["span"]["filename"].as_str().unwrap_or_default()
    }

    /// Which part of its crate it is in, where each crate is a module.
    pub(super) fn part(self) -> Part {
        let file = self.file();
        let has = |folder: &str| file.contains(&format!("/{folder}/"));
        if has("models") {
            Part::Models
        } else if has("operations") {
            Part::Operations
        } else if has("formats") {
            Part::Formats
        } else if has("runtime") || file.ends_with("/webhooks.rs") {
            Part::Runtime
        } else if file.ends_with("/mock.rs") {
            Part::Mock
        } else {
            Part::Root
        }
    }
}
