//! What the Rust code of a generated crate says, read with `syn`: models, enums, operations. It knows the emitted form
//! and nothing of the generator.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::visit::Visit;
use syn::{Expr, ImplItem, Item, ItemImpl, Pat};

use super::syntax::{
    Answers, Call, Literals, all_arms, arguments, calls, constant, docs, field_docs, fields,
    function, generics, last, literal, tail, ty,
};

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
    /// By operation id: the error type and what it reads at which status.
    pub(crate) errors: BTreeMap<String, (String, Vec<Arm>)>,
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
    pub(crate) reads: Vec<Access>,
    pub(crate) writes: Vec<Access>,
    pub(crate) is_record: bool,
}

/// One line of a reader or a writer.
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
    pub(crate) variant: String,
    pub(crate) reader: String,
}

impl Source {
    /// Adds one file.
    pub(crate) fn add(&mut self, text: &str) -> Result<(), String> {
        let file = syn::parse_file(text).map_err(|error| error.to_string())?;
        self.items(&file.items);
        let mut answers = Answers::default();
        answers.visit_file(&file);
        self.answers.extend(answers.0);
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
                Item::Mod(item) => {
                    self.items(item.content.as_ref().map_or(&[][..], |(_, items)| items));
                }
                _ => {}
            }
        }
    }

    fn implementation(&mut self, item: &ItemImpl) {
        let name = last(&item.self_ty);
        let Some((of, _)) = &item.trait_ else {
            return self.inherent(&name, item);
        };
        let of = of.segments.last().map(|segment| segment.ident.to_string());
        match of.as_deref() {
            Some("Record") => {
                let found = self.structs.entry(name).or_default();
                found.is_record = true;
                found.reads = reads(item);
                found.writes = writes(item);
            }
            Some("StringEnum") => self.enums.entry(name).or_default().texts = texts(item),
            Some("Constant") => {
                let text = constant(item, "TEXT").and_then(literal);
                let only = constant(item, "ONLY").map(tail);
                let texts = only.zip(text).into_iter().collect();
                self.enums.entry(name).or_default().texts = texts;
            }
            Some("Operation") => {
                self.operations.insert(name, operation(item));
            }
            Some("DocumentedError") => {
                let id = constant(item, "OPERATION")
                    .and_then(literal)
                    .unwrap_or_default();
                self.errors.insert(id, (name, arms(item)));
            }
            _ => {}
        }
    }

    /// Methods that give a request, and functions that give a resource.
    fn inherent(&mut self, name: &str, item: &ItemImpl) {
        for function in &item.items {
            let ImplItem::Fn(function) = function else {
                continue;
            };
            let syn::ReturnType::Type(_, output) = &function.sig.output else {
                continue;
            };
            let function_name = function.sig.ident.to_string();
            let marker = generics(output).pop().filter(|_| last(output) == "Request");
            if let Some(marker) = marker.filter(|_| name != "Request") {
                self.methods.push(Method {
                    resource: name.to_owned(),
                    name: function_name,
                    docs: docs(&function.attrs),
                    marker,
                    arguments: arguments(&function.sig),
                    calls: calls(|found| found.visit_block(&function.block)),
                });
            } else if function.sig.inputs.len() == 1 && function.sig.receiver().is_some() {
                self.handles.push((function_name, last(output)));
            }
        }
    }
}

/// `url: object.nullable("url")?`
fn reads(item: &ItemImpl) -> Vec<Access> {
    let mut literals = Literals::default();
    if let Some(block) = function(item, "read") {
        literals.visit_block(block);
    }
    let own = literals
        .0
        .iter()
        .filter(|(name, _)| name == "Self")
        .flat_map(|(_, fields)| fields);
    let access = own.filter_map(|(field, expr)| {
        let call = calls(|found| found.visit_expr(expr)).into_iter().next()?;
        Some(Access {
            field: field.clone(),
            wire: call.text?,
            how: call.method,
        })
    });
    access.collect()
}

/// `object.nullable("url", &self.url);`
fn writes(item: &ItemImpl) -> Vec<Access> {
    let Some(block) = function(item, "write") else {
        return Vec::new();
    };
    let access = calls(|found| found.visit_block(block))
        .into_iter()
        .filter_map(|call| {
            let field = call
                .arguments
                .get(1)?
                .trim_start_matches("&self.")
                .to_owned();
            Some(Access {
                field,
                wire: call.text?,
                how: call.method,
            })
        });
    access.collect()
}

/// `Self::Pending => "pending"`
fn texts(item: &ItemImpl) -> Vec<(String, String)> {
    let arms = function(item, "as_str").map(all_arms).unwrap_or_default();
    let known = arms.iter().filter_map(|arm| {
        let Pat::Path(path) = &arm.pat else {
            return None;
        };
        Some((
            path.path.segments.last()?.ident.to_string(),
            literal(&arm.body)?,
        ))
    });
    known.collect()
}

/// `404 => runtime::json(response).map(Self::NotFound)`
fn arms(item: &ItemImpl) -> Vec<Arm> {
    let arms = function(item, "read").map(all_arms).unwrap_or_default();
    let documented = arms.iter().filter_map(|arm| {
        let Expr::MethodCall(call) = &*arm.body else {
            return None;
        };
        let Expr::Call(reader) = &*call.receiver else {
            return None;
        };
        Some(Arm {
            status: arm.pat.to_token_stream().to_string().replace(' ', ""),
            variant: tail(call.args.first()?),
            reader: tail(&reader.func),
        })
    });
    documented.collect()
}

fn operation(item: &ItemImpl) -> Operation {
    let mut found = Operation {
        accept: "application/json".to_owned(),
        ..Operation::default()
    };
    for member in &item.items {
        if let ImplItem::Type(output) = member
            && output.ident == "Output"
        {
            found.output = ty(&output.ty);
        }
    }
    let mut literals = Literals::default();
    if let Some(info) = constant(item, "INFO") {
        literals.visit_expr(info);
    }
    for (field, expr) in literals.0.iter().flat_map(|(_, fields)| fields) {
        match (field.as_str(), literal(expr)) {
            ("id", Some(text)) => found.id = text,
            ("path", Some(text)) => found.path = text,
            ("accept", Some(text)) => found.accept = text,
            ("method", _) => found.method = tail(expr),
            _ => {}
        }
    }
    found
}
