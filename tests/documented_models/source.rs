//! What the Rust code of a generated crate says, read with `syn`: models, enums, operations. It knows the emitted form
//! and nothing of the generator.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit as _;
use syn::{ImplItem, Item, ItemImpl};

use super::syntax::{Call, arguments, calls, docs, field_docs, fields, generics, last, ty};

/// Everything that was found, by name.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub(crate) structs: BTreeMap<String, Struct>,
    pub(crate) enums: BTreeMap<String, Enum>,
    /// By the name of the type that stands for the operation.
    pub(crate) operations: BTreeMap<String, Operation>,
    pub(crate) methods: Vec<Method>,
    /// Functions of the client that give a resource: name and type.
    pub(crate) handles: Vec<(String, String)>,
    /// By operation id: what its error type reads at which status.
    pub(crate) errors: BTreeMap<String, Vec<Arm>>,
    /// Answers of the mock: operation id, status, content type.
    pub(crate) answers: Vec<(String, String, String)>,
}

/// A struct that is a JSON object.
#[derive(Debug, Default)]
pub(crate) struct Struct {
    /// Names and types, in order.
    pub(crate) fields: Vec<(String, String)>,
    /// Names and documentation.
    pub(crate) docs: Vec<(String, String)>,
    /// The lines of its table, where it has one.
    pub(crate) lines: Option<Vec<Access>>,
}

/// One line of the table by which a struct is read and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Access {
    pub(crate) field: String,
    pub(crate) wire: String,
    pub(crate) how: String,
}

/// An enum.
#[derive(Debug, Default)]
pub(crate) struct Enum {
    /// Names and, where there is one, the type that is held.
    pub(crate) variants: Vec<(String, Option<String>)>,
    /// Variants and their texts in JSON.
    pub(crate) texts: Vec<(String, String)>,
}

/// The data of an operation.
#[derive(Debug, Default)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) accept: String,
    pub(crate) output: String,
}

/// A method of a resource.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) resource: String,
    pub(crate) name: String,
    pub(crate) docs: String,
    /// The type that stands for the operation.
    pub(crate) marker: String,
    /// Names and types, without `self`.
    pub(crate) arguments: Vec<(String, String)>,
    pub(crate) calls: Vec<Call>,
}

/// An arm of a match on the status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arm {
    pub(crate) status: String,
    /// The type that the variant holds.
    pub(crate) held: String,
}

impl Source {
    /// Adds one file.
    pub(crate) fn add(&mut self, text: &str) -> Result<(), String> {
        let file = syn::parse_file(text).map_err(|error| error.to_string())?;
        self.items(&file.items);
        Ok(())
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Struct(item) => {
                    let found = self.structs.entry(item.ident.to_string()).or_default();
                    found.fields = fields(&item.fields);
                    found.docs = field_docs(&item.fields);
                }
                Item::Enum(item) => {
                    let variants = item.variants.iter().map(|variant| {
                        let held = fields(&variant.fields).into_iter().next();
                        (variant.ident.to_string(), held.map(|(_, ty)| ty))
                    });
                    self.enums
                        .entry(item.ident.to_string())
                        .or_default()
                        .variants = variants.collect();
                }
                Item::Impl(item) => self.implementation(item),
                Item::Macro(item) => self.table(&item.mac),
                Item::Mod(item) => {
                    self.items(item.content.as_ref().map_or(&[][..], |(_, items)| items));
                }
                _ => {}
            }
        }
    }

    /// `runtime::record! { Name; field: presence = "wire"; }` and the tables of enums.
    fn table(&mut self, table: &syn::Macro) {
        let kind = table
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string());
        let entries = entries(table.tokens.clone());
        let mut entries = entries.iter().map(String::as_str);
        let Some(head) = entries.next() else { return };
        let name = head.split([',', ':']).next().unwrap_or_default().trim();
        let declared = name.strip_prefix("pub enum ").map(str::trim);
        match kind.as_deref() {
            Some("record") => {
                let lines = entries.filter_map(line).collect();
                self.structs.entry(name.to_owned()).or_default().lines = Some(lines);
            }
            Some("constant") if declared.is_some() => {
                // Constants that follow each other share a table.
                for entry in [head].into_iter().chain(entries) {
                    let constant = entry.strip_prefix("pub enum ");
                    let constant = constant.and_then(|entry| entry.split_once(':'));
                    let Some((name, only)) = constant else {
                        continue;
                    };
                    let texts: Vec<_> = value(only.trim()).into_iter().collect();
                    let found = self.enums.entry(name.trim().to_owned()).or_default();
                    found.variants = texts.iter().map(|(name, _)| (name.clone(), None)).collect();
                    found.texts = texts;
                }
            }
            Some("string_enum") if declared.is_some() => {
                let found = self.enums.entry(declared.unwrap_or(name).to_owned());
                let found = found.or_default();
                found.texts = entries.filter_map(value).collect();
                let variants = found
                    .texts
                    .iter()
                    .map(|(variant, _)| (variant.clone(), None));
                // The table adds it.
                let unknown = ("Unknown".to_owned(), Some("UnknownValue".to_owned()));
                found.variants = variants.chain([unknown]).collect();
            }
            Some("string_enum") => {
                let texts = entries.filter_map(value).collect();
                self.enums.entry(name.to_owned()).or_default().texts = texts;
            }
            Some("operation") => self.operation(head, entries),
            Some("answers") => self.answers.extend(entries.map(answer)),
            Some("resources") => self.handles.extend(entries.filter_map(handle)),
            Some("constant") => {
                let only = head
                    .split_once("::")
                    .and_then(|(name, rest)| Some((name.trim(), value(rest)?)));
                if let Some((name, only)) = only {
                    self.enums.entry(name.to_owned()).or_default().texts = vec![only];
                }
            }
            _ => {}
        }
    }

    /// `Marker, "id": GET "/path"`, then a line for each thing that is said.
    fn operation<'e>(&mut self, head: &str, entries: impl Iterator<Item = &'e str>) {
        let texts: Vec<&str> = head.split('"').map(str::trim).collect();
        let [marker, id, method, path, ..] = texts[..] else {
            return;
        };
        let mut found = Operation {
            id: id.to_owned(),
            method: method.trim_start_matches(':').trim().to_owned(),
            path: path.to_owned(),
            accept: "application/json".to_owned(),
            output: String::new(),
        };
        let mut arms = Vec::new();
        for entry in entries {
            let (word, rest) = entry.split_once(' ').unwrap_or((entry, ""));
            match word {
                "accept" => rest.trim_matches('"').clone_into(&mut found.accept),
                "read" => {
                    let output = rest.split_once("->").map(|(_, output)| output);
                    let output = output.and_then(|output| syn::parse_str(output).ok());
                    found.output = output.map_or_else(String::new, |output| ty(&output));
                }
                _ => arms.extend(arm(entry)),
            }
        }
        let marker = marker.trim_end_matches(',').trim();
        self.errors.insert(found.id.clone(), arms);
        self.operations.insert(marker.to_owned(), found);
    }

    fn implementation(&mut self, item: &ItemImpl) {
        let name = last(&item.self_ty);
        if item.trait_.is_none() {
            self.inherent(&name, item);
        }
    }

    /// Methods that give a request.
    fn inherent(&mut self, name: &str, item: &ItemImpl) {
        for function in &item.items {
            let ImplItem::Fn(function) = function else {
                continue;
            };
            let syn::ReturnType::Type(_, output) = &function.sig.output else {
                continue;
            };
            let marker = generics(output).pop().filter(|_| last(output) == "Request");
            if let Some(marker) = marker.filter(|_| name != "Request") {
                self.methods.push(Method {
                    resource: name.to_owned(),
                    name: function.sig.ident.to_string(),
                    docs: docs(&function.attrs),
                    marker,
                    arguments: arguments(&function.sig),
                    calls: calls(|found| found.visit_block(&function.block)),
                });
            }
        }
    }
}

/// The entries of a table, each as a text without its documentation.
fn entries(tokens: TokenStream) -> Vec<String> {
    let mut entries = vec![TokenStream::new()];
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match (&token, entries.last_mut()) {
            (TokenTree::Punct(sign), _) if sign.as_char() == ';' => {
                entries.push(TokenStream::new());
            }
            (TokenTree::Punct(sign), _) if sign.as_char() == '#' => drop(tokens.next()),
            (_, Some(entry)) => entry.extend([token]),
            (_, None) => {}
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries.iter().map(ToString::to_string).collect()
}

/// `cups: Cups`
fn handle(entry: &str) -> Option<(String, String)> {
    let (name, ty) = entry.split_once(':')?;
    Some((name.trim().to_owned(), ty.trim().to_owned()))
}

/// `"operation": 200, "application/json", "{}"`
fn answer(entry: &str) -> (String, String, String) {
    let mut facts = entry.splitn(4, [':', ',']);
    let mut fact = || {
        let fact = facts.next().unwrap_or_default().trim();
        fact.trim_matches('"').to_owned()
    };
    (fact(), fact(), fact())
}

/// `url: nullable`, or `url: nullable(secret) = "URL", set String`
fn line(entry: &str) -> Option<Access> {
    let (field, rest) = entry.split_once(':')?;
    let (rest, _) = rest.split_once(',').unwrap_or((rest, ""));
    let (how, wire) = match rest.split_once('=') {
        Some((how, wire)) => (how, wire.trim().trim_matches('"')),
        None => (rest, field.trim()),
    };
    let (presence, _) = how.split_once('(').unwrap_or((how, ""));
    Some(Access {
        field: field.trim().to_owned(),
        wire: wire.to_owned(),
        how: presence.trim().to_owned(),
    })
}

/// `Pending = "pending"`
fn value(entry: &str) -> Option<(String, String)> {
    let (variant, text) = entry.split_once('=')?;
    let text = text.trim().trim_matches('"');
    Some((variant.trim().to_owned(), text.to_owned()))
}

/// `status 404 = NotFound(models::X), "404: Not found."`
fn arm(entry: &str) -> Option<Arm> {
    let (status, variant) = entry.split_once('=')?;
    let (_, held) = variant.split_once('(')?;
    let (held, _) = held.rsplit_once("),").or_else(|| held.rsplit_once(") ,"))?;
    Some(Arm {
        status: status.trim().strip_prefix("status ")?.to_owned(),
        held: ty(&syn::parse_str(held).ok()?),
    })
}
