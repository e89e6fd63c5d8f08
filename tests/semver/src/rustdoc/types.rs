//! Types and signatures of the description, printed as `api-surface.txt` has them.

use serde_json::Value;

use super::Rustdoc;
use super::items::{Item, Part};

/// The packages whose items need no path: those of the standard library.
const STANDARD: &[&str] = &["alloc", "core", "std"];

impl Rustdoc {
    /// A type, as seen from a part of the crate.
    pub(super) fn ty(&self, ty: &Value, from: Part) -> String {
        let one = |key: &str| ty.get(key);
        if let Some(path) = one("resolved_path") {
            self.path(path, from)
        } else if let Some(name) = one("generic").or(one("primitive")) {
            text(name).to_owned()
        } else if let Some(parts) = one("tuple") {
            let parts = self.list(parts, from);
            match &parts[..] {
                [only] => format!("({only},)"),
                parts => format!("({})", parts.join(", ")),
            }
        } else if let Some(item) = one("slice") {
            format!("[{}]", self.ty(item, from))
        } else if let Some(reference) = one("borrowed_ref") {
            let lifetime = reference["lifetime"].as_str();
            let lifetime = lifetime.map_or(String::new(), |name| format!("{name} "));
            let changed = if reference["is_mutable"] == true {
                "mut "
            } else {
                ""
            };
            format!("&{lifetime}{changed}{}", self.ty(&reference["type"], from))
        } else if let Some(bounds) = one("impl_trait") {
            format!("impl {}", self.bounds(bounds, from))
        } else {
            // Whatever it is, no line of the list has it.
            format!("?{ty}")
        }
    }

    /// `(self, a: A) -> B`.
    pub(super) fn signature(&self, function: Item<'_>, from: Part) -> String {
        let signature = &function.inner()["sig"];
        let inputs = signature["inputs"].as_array().into_iter().flatten();
        let inputs = inputs.map(|input| {
            let (name, ty) = (text(&input[0]), self.ty(&input[1], from));
            match (name, &*ty) {
                ("self", "Self") => "self".to_owned(),
                ("self", "&Self") => "&self".to_owned(),
                ("self", "&mut Self") => "&mut self".to_owned(),
                _ => format!("{name}: {ty}"),
            }
        });
        let inputs = inputs.collect::<Vec<_>>().join(", ");
        let output = Some(&signature["output"]).filter(|ty| !ty.is_null());
        let output = output.map_or(String::new(), |ty| format!(" -> {}", self.ty(ty, from)));
        format!("({inputs}){output}")
    }

    /// A path with its arguments, such as that of a type or of a trait.
    pub(super) fn path(&self, path: &Value, from: Part) -> String {
        let written = text(&path["path"]);
        let last = written.rsplit("::").next().unwrap_or_default();
        let arguments = self.arguments(&path["args"], from);
        let front = match self.item(&path["id"]).map(Item::part) {
            Some(Part::Models) if from == Part::Models => "",
            Some(Part::Models) => "models::",
            Some(Part::Operations) if from == Part::Root => "operations::",
            Some(Part::Operations | Part::Root | Part::Mock) => "",
            Some(Part::Formats) => "formats::",
            // The files of models import it.
            Some(Part::Runtime) if from == Part::Models && last == "OptionalNullable" => "",
            // A test has the mock's module in front of all that it names.
            Some(Part::Runtime) if from == Part::Mock => "",
            Some(Part::Runtime) => "runtime::",
            None => {
                let package = self.foreign(&path["id"]).unwrap_or_default();
                return if STANDARD.contains(&package) {
                    format!("{last}{arguments}")
                } else {
                    format!("{package}::{last}{arguments}")
                };
            }
        };
        format!("{front}{last}{arguments}")
    }

    fn arguments(&self, arguments: &Value, from: Part) -> String {
        let Some(angled) = arguments.get("angle_bracketed") else {
            return if arguments.is_null() {
                String::new()
            } else {
                format!("?{arguments}")
            };
        };
        let all = angled["args"].as_array().into_iter().flatten();
        let mut all: Vec<String> = all
            .map(|argument| {
                if let Some(lifetime) = argument.get("lifetime") {
                    text(lifetime).to_owned()
                } else if let Some(ty) = argument.get("type") {
                    self.ty(ty, from)
                } else {
                    text(&argument["const"]["expr"]).to_owned()
                }
            })
            .collect();
        let constraints = angled["constraints"].as_array().into_iter().flatten();
        all.extend(constraints.map(|constraint| {
            let ty = self.ty(&constraint["binding"]["equality"]["type"], from);
            format!("{} = {ty}", text(&constraint["name"]))
        }));
        if all.is_empty() {
            String::new()
        } else {
            format!("<{}>", all.join(", "))
        }
    }

    fn bounds(&self, bounds: &Value, from: Part) -> String {
        let bounds = bounds.as_array().into_iter().flatten();
        let bounds = bounds.map(|bound| self.path(&bound["trait_bound"]["trait"], from));
        bounds.collect::<Vec<_>>().join(" + ")
    }

    fn list(&self, types: &Value, from: Part) -> Vec<String> {
        let types = types.as_array().into_iter().flatten();
        types.map(|ty| self.ty(ty, from)).collect()
    }
}

pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
