//! The fact table `spec/documented_models.toml`, and what its types are in Rust.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The whole table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    /// Rust names of types that the existing SDKs call otherwise.
    pub(crate) rust: BTreeMap<String, String>,
    #[serde(rename = "model")]
    pub(crate) models: Vec<Model>,
    #[serde(rename = "enum")]
    pub(crate) enums: Vec<Enum>,
    #[serde(rename = "resource")]
    pub(crate) resources: Vec<Resource>,
}

/// An object.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) page: String,
    pub(crate) fields: Vec<Value>,
}

/// A field or a parameter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Value {
    pub(crate) wire: String,
    /// Where a parameter stands.
    #[serde(rename = "in")]
    pub(crate) place: Option<String>,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) nullable: bool,
    pub(crate) example: Option<String>,
    #[serde(default)]
    pub(crate) says: Vec<String>,
}

/// A list of texts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enum {
    pub(crate) name: String,
    pub(crate) page: String,
    pub(crate) values: Vec<Variant>,
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    pub(crate) variant: String,
    pub(crate) wire: String,
}

/// Operations that belong together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resource {
    pub(crate) name: String,
    pub(crate) handle: String,
    pub(crate) page: String,
    pub(crate) says: Vec<String>,
    #[serde(rename = "operation")]
    pub(crate) operations: Vec<Operation>,
}

/// An operation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) function: String,
    pub(crate) says: Vec<String>,
    #[serde(default)]
    pub(crate) parameters: Vec<Value>,
    pub(crate) body: Option<Body>,
    pub(crate) success: Success,
    pub(crate) errors: Vec<Errors>,
}

/// What is sent.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Body {
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) required: bool,
    pub(crate) content_type: String,
}

/// What comes back when all is well.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Success {
    pub(crate) status: u16,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) content_type: String,
}

/// What comes back otherwise.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Errors {
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) statuses: Vec<String>,
    pub(crate) content_type: String,
}

impl Facts {
    /// Reads a table.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The page of a model or an enum.
    pub(crate) fn page_of(&self, name: &str) -> Option<&str> {
        let models = self.models.iter().map(|model| (&model.name, &model.page));
        let enums = self.enums.iter().map(|list| (&list.name, &list.page));
        models
            .chain(enums)
            .find(|(known, _)| *known == name)
            .map(|(_, page)| page.as_str())
    }

    /// What an error type is called in Rust.
    pub(crate) fn error_name<'a>(&'a self, documented: &'a str) -> &'a str {
        self.rust.get(documented).map_or(documented, String::as_str)
    }
}

impl Value {
    /// The Rust type, without spaces and module paths.
    pub(crate) fn rust(&self) -> String {
        let held = held(&self.ty);
        match (self.required, self.nullable) {
            (true, false) => held,
            (true, true) | (false, false) => format!("Option<{held}>"),
            (false, true) => format!("OptionalNullable<{held}>"),
        }
    }

    /// The name of the model inside the type, if there is one.
    pub(crate) fn model(&self) -> Option<&str> {
        let inner = self.ty.trim_matches(['[', ']']);
        inner.starts_with(char::is_uppercase).then_some(inner)
    }

    /// How a reader of `null` and absence takes the field from the object.
    pub(crate) fn access(&self) -> &'static str {
        match (self.required, self.nullable) {
            (true, _) => "required",
            (false, false) => "optional",
            (false, true) => "nullable",
        }
    }
}

fn held(ty: &str) -> String {
    let item = ty.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match (ty, item) {
        (_, Some(item)) => format!("Vec<{}>", held(item)),
        ("string", _) => "String".to_owned(),
        ("integer", _) => "i64".to_owned(),
        ("object", _) => "BTreeMap<String,Value>".to_owned(),
        (model, _) => model.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(ty: &str, required: bool, nullable: bool) -> Value {
        Value {
            wire: "x".to_owned(),
            place: None,
            ty: ty.to_owned(),
            required,
            nullable,
            example: None,
            says: Vec::new(),
        }
    }

    #[test]
    fn types_have_their_rust_form() {
        assert_eq!(value("string", true, false).rust(), "String");
        assert_eq!(value("string", true, true).rust(), "Option<String>");
        assert_eq!(value("integer", false, false).rust(), "Option<i64>");
        assert_eq!(
            value("string", false, true).rust(),
            "OptionalNullable<String>"
        );
        assert_eq!(value("[ClerkError]", true, false).rust(), "Vec<ClerkError>");
        assert_eq!(
            value("[ClerkError]", true, false).model(),
            Some("ClerkError")
        );
    }

    #[test]
    fn a_misspelt_key_is_an_error() {
        let table = "model = []\nenum = []\nresource = []\nmodels = []\n[rust]\n";
        assert!(Facts::parse(table).unwrap_err().contains("models"));
    }
}
