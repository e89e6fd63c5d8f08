//! The generated code of an item: what is really emitted, cut down to the item. A plan in, texts out.
//!
//! The signature is the code without bodies and documentation; where it is the same on both sides, no caller notices.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use syn::Item as Code;

use super::cut::{Detail, argument, functions, head, output, reduced, setters, shown, whole};
use super::item::Item;
use crate::emit;
use crate::format;
use crate::ir::{Shape, TypeId};
use crate::plan::{Plan, Role};

/// The code of a plan, made as it is asked for.
pub(super) struct Emitted<'p> {
    plan: &'p Plan,
    known: RefCell<BTreeMap<Unit, Rc<[Code]>>>,
}

/// What is emitted at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Type(TypeId),
    Operation(usize),
    Client,
}

impl<'p> Emitted<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self {
            plan,
            known: RefCell::default(),
        }
    }

    fn unit(&self, unit: Unit) -> Rc<[Code]> {
        if let Some(known) = self.known.borrow().get(&unit) {
            return Rc::clone(known);
        }
        let rust = match unit {
            Unit::Type(id) => emit::model(&self.plan.model(id)),
            Unit::Operation(index) => emit::operation(&self.plan.operation(index), self.plan),
            Unit::Client => emit::client(self.plan),
        };
        let code: Rc<[Code]> = format::tree(rust).items.into();
        self.known.borrow_mut().insert(unit, Rc::clone(&code));
        code
    }

    /// The code that is of interest for the item, with its documentation.
    pub(super) fn text(&self, item: Item) -> String {
        shown(&format::source(&[], &self.parts(item, Detail::Whole)))
    }

    /// What callers see of the item.
    pub(super) fn signature(&self, item: Item) -> String {
        let parts = self.parts(item, Detail::Signature);
        let text = parts.into_iter().map(|part| {
            let text = shown(&format::source(&[], &[part]));
            text.trim_end().trim_end_matches("{}").trim_end().to_owned()
        });
        text.collect::<Vec<_>>().join("\n")
    }

    fn parts(&self, item: Item, detail: Detail) -> Vec<Code> {
        let names = &self.plan.names;
        match item {
            Item::Api | Item::Group(_) | Item::Package | Item::Response(..) | Item::Security => {
                Vec::new()
            }
            Item::Type(id) => self.declaration(id, detail),
            Item::Field(id, index) => self.field(id, index, detail),
            Item::Rest(id) => self.member(id, names.additional(id), detail),
            Item::New(id) => functions(&self.unit(Unit::Type(id)), "new", detail),
            Item::Variant(id, index) => self.member(id, names.variant(id, index), detail),
            Item::Format(format) => format::tree(emit::reexport(&self.plan.formats[format])).items,
            Item::From(id, index) => self.conversions(id, index),
            Item::Operation(index) => {
                let code = self.unit(Unit::Operation(index));
                functions(&code, names.function(index), detail)
            }
            Item::Param(index, param) => self.param(index, param, detail),
            Item::Body(index) => self.body(index, detail),
            Item::Form(index, other) => {
                let code = self.unit(Unit::Operation(index));
                functions(&code, names.body_function(index, other), detail)
            }
            Item::Success(index) => self.success(index, detail),
            Item::Answer(index, other) => {
                let code = self.unit(Unit::Operation(index));
                let mut parts = functions(&code, names.answer_function(index, other), detail);
                parts.extend(output(&code, names.answer_marker(index, other)));
                parts
            }
            Item::SuccessStatus(index, response) => {
                let code = self.unit(Unit::Operation(index));
                let name = names.output(index);
                reduced(&code, name, names.status(index, response), detail)
            }
            Item::ErrorStatus(index, response) => {
                let code = self.unit(Unit::Operation(index));
                let name = names.error(index);
                reduced(&code, name, names.status(index, response), detail)
            }
            Item::Scheme(scheme) => {
                let name = names.scheme(scheme);
                functions(&self.unit(Unit::Client), name, detail)
            }
            Item::Client => {
                let code = self.unit(Unit::Client);
                let made = functions(&code, "new", detail);
                let builder = functions(&code, "builder", detail);
                [made, builder].concat()
            }
            Item::ClientName => head(&self.unit(Unit::Client), &self.plan.package.client),
            Item::ErrorModel => self.error_model(detail),
        }
    }

    /// A type: its declaration, or the head of it.
    fn declaration(&self, id: TypeId, detail: Detail) -> Vec<Code> {
        let (code, name) = (self.unit(Unit::Type(id)), self.plan.names.ty(id));
        if detail == Detail::Signature {
            head(&code, name)
        } else {
            whole(&code, name)
        }
    }

    /// A field: its declaration, and where callers hand it over.
    fn field(&self, id: TypeId, index: usize, detail: Detail) -> Vec<Code> {
        let name = self.plan.names.field(id, index);
        let mut parts = self.member(id, name, detail);
        let Shape::Struct(object) = &self.plan.api.get(id).shape else {
            return parts;
        };
        if self.plan.role(id, &object.fields[index]) == Role::Argument {
            parts.extend(argument(&self.unit(Unit::Type(id)), "new", name));
        }
        parts
    }

    /// A part of a type, and the setter of its name.
    fn member(&self, id: TypeId, name: &str, detail: Detail) -> Vec<Code> {
        let code = self.unit(Unit::Type(id));
        let mut parts = reduced(&code, self.plan.names.ty(id), name, detail);
        parts.extend(functions(&code, name, detail));
        parts
    }

    /// What makes a union of a candidate's type.
    fn conversions(&self, id: TypeId, index: usize) -> Vec<Code> {
        let model = self.plan.model(id);
        format::tree(emit::conversions(&model, index)).items
    }

    fn param(&self, index: usize, param: usize, detail: Detail) -> Vec<Code> {
        let (code, names) = (self.unit(Unit::Operation(index)), &self.plan.names);
        match self
            .plan
            .param_role(&self.plan.api.operations[index].params[param])
        {
            Role::Argument => {
                let argument = names.param_argument(index, param);
                self::argument(&code, names.function(index), argument)
            }
            Role::Setter => setters(&code, names.param(index, param), detail),
            Role::Fixed => Vec::new(),
        }
    }

    fn body(&self, index: usize, detail: Detail) -> Vec<Code> {
        let code = self.unit(Unit::Operation(index));
        let body = self.plan.api.operations[index].body.as_ref();
        if body.is_some_and(|body| body.required) {
            argument(&code, self.plan.names.function(index), "body")
        } else {
            setters(&code, "body", detail)
        }
    }

    /// What a call gives.
    fn success(&self, index: usize, detail: Detail) -> Vec<Code> {
        let code = self.unit(Unit::Operation(index));
        let marker = self.plan.names.marker(index);
        let mut parts: Vec<Code> = output(&code, marker).into_iter().collect();
        if detail == Detail::Whole {
            parts.extend(whole(&code, self.plan.names.output(index)));
        }
        parts
    }

    /// The method of the error that gives the one model of all documented errors.
    fn error_model(&self, detail: Detail) -> Vec<Code> {
        let Some(id) = self.plan.error_model else {
            return Vec::new();
        };
        let name = self.plan.names.error_method(id);
        functions(&self.unit(Unit::Client), &name, detail)
    }
}
