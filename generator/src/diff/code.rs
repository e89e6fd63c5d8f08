//! The generated code of an item: what is really emitted, cut down to the item. A plan in, texts out.
//!
//! The signature is the code without bodies and documentation; where it is the same on both sides, no caller notices.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use syn::Item as Code;

use super::cut::{Detail, argument, functions, head, output, reduced, setters, shown, whole};
use super::item::Item;
use crate::draft::Rust;
use crate::emit;
use crate::format;
use crate::ir::{OperationId, TypeId};
use crate::plan::{Member, Model, Operation, Parameter, Plan, Role};

/// The code of a plan, made as it is asked for.
pub(super) struct Emitted<'p> {
    plan: &'p Plan,
    known: RefCell<BTreeMap<Unit, Rc<[Code]>>>,
}

/// What is emitted at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Model(TypeId),
    Operation(OperationId),
    Client,
}

impl<'p> Emitted<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            known: RefCell::default(),
        }
    }

    fn unit(&self, unit: Unit, rust: impl FnOnce() -> Rust) -> Rc<[Code]> {
        if let Some(known) = self.known.borrow().get(&unit) {
            return Rc::clone(known);
        }
        let code: Rc<[Code]> = format::tree(rust()).items.into();
        self.known.borrow_mut().insert(unit, Rc::clone(&code));
        code
    }

    fn model(&self, model: &Model<'_>) -> Rc<[Code]> {
        self.unit(Unit::Model(model.id), || emit::model(model))
    }

    fn operation(&self, operation: &Operation<'_>) -> Rc<[Code]> {
        let rust = || emit::operation(operation, self.plan);
        self.unit(Unit::Operation(operation.key), rust)
    }

    fn client(&self) -> Rc<[Code]> {
        self.unit(Unit::Client, || emit::client(self.plan))
    }

    /// The code that is of interest for the item, with its documentation.
    pub(super) fn text(&self, item: Item<'_>) -> String {
        shown(&format::source(&[], &self.parts(item, Detail::Whole)))
    }

    /// What callers see of the item.
    pub(super) fn signature(&self, item: Item<'_>) -> String {
        let parts = self.parts(item, Detail::Signature);
        let text = parts.into_iter().map(|part| {
            let text = shown(&format::source(&[], &[part]));
            text.trim_end().trim_end_matches("{}").trim_end().to_owned()
        });
        text.collect::<Vec<_>>().join("\n")
    }

    fn parts(&self, item: Item<'_>, detail: Detail) -> Vec<Code> {
        match item {
            Item::Api | Item::Resource(_) | Item::Package | Item::Response(..) | Item::Security => {
                Vec::new()
            }
            Item::Type(model) => self.declaration(model, detail),
            Item::Field(model, member) => self.field(model, member, detail),
            Item::Rest(model, rest) => self.member(model, rest.name, detail),
            Item::New(model) => functions(&self.model(model), "new", detail),
            Item::Value(model, value) => self.member(model, value.name, detail),
            Item::Variant(model, variant) => self.member(model, variant.name, detail),
            Item::Format(format) => format::tree(emit::reexport(format)).items,
            Item::From(model, variant) => format::tree(emit::conversions(model, variant)).items,
            Item::Operation(operation) => {
                functions(&self.operation(operation), operation.function, detail)
            }
            Item::Param(operation, param) => self.param(operation, param, detail),
            Item::Body(operation) => self.body(operation, detail),
            Item::Form(operation, sent) => {
                functions(&self.operation(operation), sent.function, detail)
            }
            Item::Success(operation) => self.success(operation, detail),
            Item::Answer(operation, answer) => {
                let code = self.operation(operation);
                let mut parts = functions(&code, answer.function, detail);
                parts.extend(output(&code, answer.marker));
                parts
            }
            Item::SuccessStatus(operation, documented) => {
                let code = self.operation(operation);
                let answers = operation.answer().into_iter();
                answers
                    .flat_map(|plain| reduced(&code, plain.output, documented.variant, detail))
                    .collect()
            }
            Item::ErrorStatus(operation, documented) => {
                let code = self.operation(operation);
                let errors = operation.errors.iter();
                errors
                    .flat_map(|errors| reduced(&code, errors.name, documented.variant, detail))
                    .collect()
            }
            Item::Scheme(credential) => functions(&self.client(), credential.name, detail),
            Item::Client => {
                let code = self.client();
                let made = functions(&code, "new", detail);
                let builder = functions(&code, "builder", detail);
                let without = functions(&code, "builder_without_credential", detail);
                [made, builder, without].concat()
            }
            Item::ClientName => head(&self.client(), &self.plan.package.client),
            Item::ErrorModel(_) => self.error_model(detail),
        }
    }

    /// A type: its declaration, or the head of it.
    fn declaration(&self, model: &Model<'_>, detail: Detail) -> Vec<Code> {
        let code = self.model(model);
        if detail == Detail::Signature {
            head(&code, model.name)
        } else {
            whole(&code, model.name)
        }
    }

    /// A field: its declaration, and where callers hand it over.
    fn field(&self, model: &Model<'_>, member: &Member<'_>, detail: Detail) -> Vec<Code> {
        let mut parts = self.member(model, member.name, detail);
        if member.role == Role::Argument {
            parts.extend(argument(&self.model(model), "new", member.name));
        }
        parts
    }

    /// A part of a type, and the setter of its name.
    fn member(&self, model: &Model<'_>, name: &str, detail: Detail) -> Vec<Code> {
        let code = self.model(model);
        let mut parts = reduced(&code, model.name, name, detail);
        parts.extend(functions(&code, name, detail));
        parts
    }

    fn param(&self, operation: &Operation<'_>, param: &Parameter<'_>, detail: Detail) -> Vec<Code> {
        let code = self.operation(operation);
        match param.role {
            Role::Argument => argument(&code, operation.function, param.argument),
            Role::Setter => setters(&code, param.name, detail),
            Role::Fixed => Vec::new(),
        }
    }

    fn body(&self, operation: &Operation<'_>, detail: Detail) -> Vec<Code> {
        let code = self.operation(operation);
        if operation.body.as_ref().is_some_and(|body| body.required) {
            argument(&code, operation.function, "body")
        } else {
            setters(&code, "body", detail)
        }
    }

    /// What a call gives.
    fn success(&self, operation: &Operation<'_>, detail: Detail) -> Vec<Code> {
        let code = self.operation(operation);
        let mut parts: Vec<Code> = output(&code, operation.marker).into_iter().collect();
        if let Some(plain) = operation.answer().filter(|_| detail == Detail::Whole) {
            parts.extend(whole(&code, plain.output));
        }
        parts
    }

    /// The method of the error that gives the one model of all documented errors.
    fn error_model(&self, detail: Detail) -> Vec<Code> {
        let found = self.plan.error_model().into_iter();
        found
            .flat_map(|found| functions(&self.client(), found.method, detail))
            .collect()
    }
}
