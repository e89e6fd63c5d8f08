//! The configuration, plain data: what `tintype.toml` says and what flags override. Reading it is in `source/settings.rs`.

use std::path::PathBuf;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::cargo_toml::Added;
use crate::diag::FileId;

/// Everything that a user can choose.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Config {
    /// The OpenAPI document, relative to the configuration file.
    pub spec: Option<PathBuf>,
    /// The folder that holds every file of the document, relative to the configuration file; the document's own if absent.
    pub root: Option<PathBuf>,
    /// Overlays that change the document before anything else is done with it, in order, relative to the configuration file.
    #[serde(skip_serializing_if = "is_default")]
    pub overlays: Vec<PathBuf>,
    /// The folder of the generated crate, relative to the configuration file.
    pub output: Option<PathBuf>,
    /// Whether the generated crate keeps the document that it was made from; it does if nothing is said.
    pub keep_document: Option<bool>,
    /// The package that is generated.
    #[serde(skip_serializing_if = "is_default")]
    pub package: Package,
    /// What stands in the generated crate beside what is generated.
    #[serde(rename = "crate", skip_serializing_if = "is_default")]
    pub own: Own,
    /// The client type of the package.
    #[serde(skip_serializing_if = "is_default")]
    pub client: Client,
    /// The part of the document that is generated; all of it if nothing is named.
    #[serde(skip_serializing_if = "is_default")]
    pub select: Select,
    /// Names by JSON pointer, such as `"#/components/schemas/foo" = "Bar"`; `*` stands for a part of the last name, in both.
    #[serde(skip_serializing_if = "is_default")]
    pub rename: IndexMap<String, String>,
    /// What the patterns among them come to, by JSON pointer, a name for each kind of item there; known once the document is.
    #[serde(skip)]
    pub renamed: IndexMap<String, Vec<String>>,
    /// How formats become Rust types.
    #[serde(skip_serializing_if = "is_default")]
    pub types: Types,
    /// Types of the user's and of other crates in place of schemas, by JSON pointer, such as
    /// `"#/components/schemas/Money" = "crate::extra::Money"`.
    #[serde(skip_serializing_if = "is_default")]
    pub replace: IndexMap<String, String>,
    /// Attributes of models beside their own, by JSON pointer; `#` is all of them.
    #[serde(skip_serializing_if = "is_default")]
    pub attributes: IndexMap<String, Vec<String>>,
    /// Which fields are hidden in `Debug` output.
    #[serde(skip_serializing_if = "is_default")]
    pub sensitive: Sensitive,
    /// What is read and sent beyond what the document says.
    pub beyond: Beyond,
    /// How pages follow one another, where the document does not say so; the first rule that fits an operation is taken.
    #[serde(skip_serializing_if = "is_default")]
    pub pagination: Vec<Pagination>,
    /// The file that this was read from.
    #[serde(skip)]
    pub file: Option<FileId>,
}

/// The package that is generated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Package {
    /// The name of the package.
    pub name: Option<String>,
    /// The version of the package, which is not the version of the document.
    pub version: Option<String>,
    /// The description in the manifest; the document's title if absent.
    pub description: Option<String>,
    /// The licence in the manifest, an SPDX expression.
    pub license: Option<String>,
    /// The repository in the manifest.
    pub repository: Option<String>,
    /// The oldest Rust that compiles the package.
    pub rust_version: Option<String>,
    /// Whether each resource is a feature of the package; with more than 300 operations they are if nothing is said.
    pub resource_features: Option<bool>,
}

/// What stands in the generated crate beside what is generated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Own {
    /// Modules of the user's, whose files stand beside the generated ones.
    #[serde(skip_serializing_if = "is_default")]
    pub modules: Vec<String>,
    /// A manifest of the user's that adds to the generated one, relative to the configuration file.
    #[serde(skip_serializing_if = "is_default")]
    pub manifest: Option<PathBuf>,
    /// What that manifest adds.
    #[serde(skip)]
    pub added: Added,
}

/// The client type of the package.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Client {
    /// The name of the client type.
    pub name: Option<String>,
    /// The environment variable that `from_env` reads the credential from.
    pub from_env: Option<String>,
    /// The name of the type of all errors; `Error` if absent.
    pub error: Option<String>,
    /// The id of the operation that the README begins with; the first that is not deprecated if absent.
    pub example: Option<String>,
}

/// What is read and sent beyond what the document says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Beyond {
    /// The places, by JSON pointer, at and below which objects keep undeclared members; `#` is all of them.
    pub keep_members: Vec<String>,
    /// The path parameters that may be empty, by JSON pointer.
    pub empty_path_parameters: Vec<String>,
}

/// How pages follow one another: one of `offset`, `page`, `cursor`, `url` and `link`. Places in an answer are written `$.member`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Pagination {
    /// The ids of the operations that it is for; `*` is anything, and what fits is taken. All that fit if absent.
    pub operations: Vec<String>,
    /// The parameter, or the member of the body, that says how many items come before the page.
    pub offset: Option<String>,
    /// The parameter, or the member of the body, that has the number of the page.
    pub page: Option<String>,
    /// The number of the first page; the default of that parameter if absent, else 1.
    pub first: Option<u64>,
    /// Where the answer says how many pages there are.
    pub pages: Option<String>,
    /// The parameter, or the member of the body, that has the cursor.
    pub cursor: Option<String>,
    /// Where the answer says the next cursor.
    pub next: Option<String>,
    /// Where the answer says the URL of the next page.
    pub url: Option<String>,
    /// Whether the header `Link` says it.
    pub link: bool,
    /// An input that operations must have as well: the size of pages.
    pub limit: Option<String>,
    /// Where the answer says whether there are more.
    pub more: Option<String>,
    /// Where the list of items is; the answer itself or its only list if absent.
    pub items: Option<String>,
}

/// The part of the document that is generated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Select {
    /// Operations with one of these tags.
    #[serde(skip_serializing_if = "is_default")]
    pub tags: Vec<String>,
    /// Operations with one of these ids.
    #[serde(skip_serializing_if = "is_default")]
    pub operations: Vec<String>,
    /// Operations of these paths; a path may end in `*`.
    #[serde(skip_serializing_if = "is_default")]
    pub paths: Vec<String>,
}

/// How formats become Rust types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Types {
    /// Text of `format: date-time`.
    pub date_time: Option<Choice>,
    /// Text of `format: date`.
    pub date: Option<Choice>,
    /// Text of `format: time`.
    pub time: Option<Choice>,
    /// Text of `format: duration`.
    pub duration: Option<Choice>,
    /// Text of `format: uuid`.
    pub uuid: Option<Choice>,
    /// Text of `format: decimal`.
    pub decimal: Option<Choice>,
    /// Text of `format: byte`, which is Base64.
    pub byte: Option<Choice>,
    /// Text of `format: uri`.
    pub uri: Option<Choice>,
    /// Numbers that are neither whole nor of `format: float`.
    pub number: Option<Choice>,
    /// Numbers of which no digit is lost: `format: decimal` and the like.
    pub exact_number: Option<Choice>,
}

/// What a value with a format becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
pub enum Choice {
    /// A `String`, as it is on the wire.
    Text,
    /// A type of its own, which keeps the text as it is on the wire and converts to the type of a crate made for it.
    #[default]
    Typed,
    /// The type of this path, which `serde` reads and writes.
    Path(String),
}

impl TryFrom<String> for Choice {
    type Error = String;

    fn try_from(said: String) -> Result<Self, String> {
        match said.as_str() {
            "text" => Ok(Self::Text),
            "typed" => Ok(Self::Typed),
            path if path.contains("::") => Ok(Self::Path(said)),
            _ => Err(format!(
                "`{said}` is neither `text`, `typed` nor the path of a type, such as `jiff::Timestamp`"
            )),
        }
    }
}

impl From<Choice> for String {
    fn from(choice: Choice) -> Self {
        match choice {
            Choice::Text => "text".to_owned(),
            Choice::Typed => "typed".to_owned(),
            Choice::Path(path) => path,
        }
    }
}

/// Which fields are hidden in `Debug` output.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Sensitive {
    /// Wire names of fields to hide, beyond the usual ones.
    #[serde(skip_serializing_if = "is_default")]
    pub fields: Vec<String>,
    /// Wire names of fields to show, although they are usually hidden.
    #[serde(skip_serializing_if = "is_default")]
    pub not: Vec<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
