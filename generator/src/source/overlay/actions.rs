//! The text of an overlay: values in, actions out, every mistake reported at its place.

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::{FileId, Place, codes};
use crate::pointer::Pointer;
use crate::source::grammar::nearest;
use crate::source::name_of;

/// A JSONPath, and where it is written.
#[derive(Debug)]
pub(super) struct Path<'o> {
    pub(super) text: &'o str,
    pub(super) place: Place,
}

/// One action.
#[derive(Debug)]
pub(super) struct Action<'o> {
    pub(super) target: Path<'o>,
    pub(super) change: Change<'o>,
}

/// What is done to the selected nodes.
#[derive(Debug)]
pub(super) enum Change<'o> {
    Remove,
    /// Merged with what is written here.
    Update(&'o Value, Place),
    /// Merged with another node of the document.
    Copy(Path<'o>),
}

/// Reads the actions of an overlay.
pub(super) fn read<'o>(root: &'o Value, file: FileId, cx: &mut Cx) -> Vec<Action<'o>> {
    let mut reader = Reader { file, cx };
    let at = Pointer::root();
    let Some(map) = root.as_object() else {
        reader.refuse(&at, &format!("it holds {}", name_of(root)));
        return Vec::new();
    };
    let Some(version) = reader.version(map) else {
        return Vec::new();
    };
    reader.keys(
        map,
        &at,
        "an overlay",
        &["overlay", "info", "extends", "actions"],
    );
    let at = at.child("actions");
    match map.get("actions") {
        Some(Value::Array(list)) if !list.is_empty() => {
            let actions = list.iter().enumerate();
            actions
                .filter_map(|(index, action)| reader.action(action, &at.index(index), version))
                .collect()
        }
        Some(Value::Array(_)) => {
            reader.refuse(&at, "its list of actions is empty");
            Vec::new()
        }
        Some(other) => {
            reader.refuse(&at, &format!("`actions` is {}, not a list", name_of(other)));
            Vec::new()
        }
        None => {
            reader.refuse(&Pointer::root(), "it has no `actions`");
            Vec::new()
        }
    }
}

/// A version of the Overlay specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    /// 1.0
    V10,
    /// 1.1, which has `copy`.
    V11,
}

impl Version {
    /// The keys of an action.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::V10 => &["target", "description", "update", "remove"],
            Self::V11 => &["target", "description", "update", "remove", "copy"],
        }
    }
}

struct Reader<'c> {
    file: FileId,
    cx: &'c mut Cx,
}

impl Reader<'_> {
    fn place(&self, at: &Pointer) -> Place {
        Place {
            file: self.file,
            at: at.clone(),
        }
    }

    fn refuse(&mut self, at: &Pointer, reason: &str) {
        let found = codes::NOT_AN_OVERLAY.at(self.place(at));
        self.cx.report(found.arg("reason", reason));
    }

    /// The version of the overlay; `None` if it is none that is known.
    fn version(&mut self, map: &Map<String, Value>) -> Option<Version> {
        let Some(version) = map.get("overlay") else {
            self.refuse(&Pointer::root(), "it does not begin with `overlay: 1.1.0`");
            return None;
        };
        // YAML takes `1.1` without quotes for a number.
        let text = version
            .as_str()
            .map_or_else(|| version.to_string(), ToOwned::to_owned);
        let mut parts = text.split('.');
        match (parts.next(), parts.next()) {
            (Some("1"), Some("0")) => Some(Version::V10),
            (Some("1"), Some("1")) => Some(Version::V11),
            _ => {
                let at = Pointer::root().child("overlay");
                self.refuse(&at, "its version is neither 1.0 nor 1.1");
                None
            }
        }
    }

    /// Reports keys that mean nothing.
    fn keys(&mut self, map: &Map<String, Value>, at: &Pointer, kind: &str, known: &[&str]) {
        for key in map.keys() {
            if known.contains(&key.as_str()) || key.starts_with("x-") {
                continue;
            }
            let advice = match nearest(key, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None if key == "copy" => {
                    "`copy` is of Overlay 1.1: say `overlay: 1.1.0`".to_owned()
                }
                None => format!("there are: {}", known.join(", ")),
            };
            let found = codes::ODD_OVERLAY_KEY
                .at(self.place(&at.child(key)))
                .on_key();
            let found = found.arg("key", key).arg("kind", kind);
            self.cx.report(found.arg("advice", advice));
        }
    }

    fn action<'o>(
        &mut self,
        action: &'o Value,
        at: &Pointer,
        version: Version,
    ) -> Option<Action<'o>> {
        let Some(map) = action.as_object() else {
            self.refuse(at, &format!("an action is {}, not a map", name_of(action)));
            return None;
        };
        self.keys(map, at, "an action", version.keys());
        if !map.contains_key("target") {
            self.refuse(at, "an action has no `target`");
            return None;
        }
        let target = self.path(map, "target", at)?;
        let change = self.change(map, at, version)?;
        Some(Action { target, change })
    }

    fn path<'o>(
        &mut self,
        map: &'o Map<String, Value>,
        key: &str,
        at: &Pointer,
    ) -> Option<Path<'o>> {
        let at = at.child(key);
        let value = map.get(key)?;
        let Some(text) = value.as_str() else {
            let reason = format!("`{key}` is {}, not a JSONPath", name_of(value));
            self.refuse(&at, &reason);
            return None;
        };
        let place = self.place(&at);
        Some(Path { text, place })
    }

    /// What the action does; `remove` goes before the others, as the specification says.
    fn change<'o>(
        &mut self,
        map: &'o Map<String, Value>,
        at: &Pointer,
        version: Version,
    ) -> Option<Change<'o>> {
        match map.get("remove") {
            Some(Value::Bool(true)) => return Some(Change::Remove),
            None | Some(Value::Bool(false)) => {}
            Some(other) => {
                let reason = format!("`remove` is {}, not true or false", name_of(other));
                self.refuse(&at.child("remove"), &reason);
                return None;
            }
        }
        match (
            map.get("update"),
            map.contains_key("copy") && version == Version::V11,
        ) {
            (Some(_), true) => {
                self.refuse(at, "an action has both `update` and `copy`");
                None
            }
            (Some(value), false) => {
                let place = self.place(&at.child("update"));
                Some(Change::Update(value, place))
            }
            (None, true) => self.path(map, "copy", at).map(Change::Copy),
            (None, false) => {
                let found = codes::ACTION_WITHOUT_EFFECT.at(self.place(at));
                let reason = "it has neither `update` nor `remove`";
                let found = found.arg("reason", reason);
                self.cx
                    .report(found.arg("advice", "say what it changes, or remove it"));
                None
            }
        }
    }
}
