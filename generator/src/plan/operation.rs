//! Operations, finished: what each is called, takes, sends and gives, for whoever writes or shows it.

use super::answer::{Answer, Errors};
use super::credentials::{Credential, scopes};
use super::paging::Pages;
use super::params::{Parameter, Sent};
use super::{Plan, Resource, Role};
use crate::ir::{self, Header, OperationId};
use crate::naming::Name;
use crate::rust::{Argument, Receiver, Signature, Ty, Word};

/// An operation.
#[derive(Debug, Clone)]
pub struct Operation<'p> {
    /// Which operation of the API it is.
    pub key: OperationId,
    /// What the document says about it.
    pub source: &'p ir::Operation,
    /// The resource that has it.
    pub resource: Resource<'p>,
    /// What it is known by at run time: its id, unless another one has it too.
    pub id: &'p str,
    /// The method of the resource.
    pub function: &'p Name,
    /// The type that stands for it.
    pub marker: &'p Name,
    /// Its parameters, in the order of arguments.
    pub params: Vec<Parameter<'p>>,
    /// What it sends.
    pub body: Option<Body<'p>>,
    /// The forms of its answer, the one of the plain method first.
    pub answers: Vec<Answer<'p>>,
    /// Its pages, if it answers in pages.
    pub pages: Option<Pages<'p>>,
    /// Its documented errors.
    pub errors: Option<Errors<'p>>,
    /// The headers of its successes, each once, whatever the case of its name.
    pub headers: Vec<&'p Header>,
    /// The alternatives of schemes that it needs, without those that no request carries, where they are others than those of the document.
    pub security: Option<Vec<Vec<&'p str>>>,
    /// The credentials that it needs beside the one that the client is made with, in alternatives.
    pub credentials: Vec<Vec<Credential<'p>>>,
    /// What its tokens have to be good for, in alternatives.
    pub scopes: Vec<Vec<&'p str>>,
}

/// What an operation sends.
#[derive(Debug, Clone)]
pub struct Body<'p> {
    /// Whether a call without it is wrong.
    pub required: bool,
    /// What a person reads.
    pub description: Option<&'p str>,
    /// The form that the plain method sends.
    pub main: Sent<'p>,
    /// Other forms, each of a method of its own.
    pub others: Vec<Sent<'p>>,
}

/// A method of a resource.
#[derive(Debug, Clone)]
pub struct Method<'p, 'o> {
    /// What it is called, takes and gives.
    pub signature: Signature<'p>,
    /// What it sends.
    pub sends: Option<&'o Sent<'p>>,
    /// What tells it from the other methods of the operation.
    pub kind: MethodKind<'p, 'o>,
}

/// What a method of an operation is for.
#[derive(Debug, Clone, Copy)]
pub enum MethodKind<'p, 'o> {
    /// The operation as it is.
    Plain,
    /// Another form of the body.
    Body(&'o Sent<'p>),
    /// Another form of the answer.
    Answer(&'o Answer<'p>),
}

impl<'p> Operation<'p> {
    /// What people call it: `GET /users`.
    pub fn route(&self) -> String {
        format!("{} {}", self.source.method, self.source.path)
    }

    /// The form of the answer that the plain method asks for.
    pub fn answer(&self) -> Option<&Answer<'p>> {
        self.answers.first()
    }

    /// The forms that methods of their own ask for.
    pub fn other_answers(&self) -> &[Answer<'p>] {
        self.answers.get(1..).unwrap_or_default()
    }

    /// The parameters that each method takes.
    pub fn arguments(&self) -> impl Iterator<Item = &Parameter<'p>> {
        let params = self.params.iter();
        params.filter(|param| param.role == Role::Argument)
    }

    /// The parameters that callers may set.
    pub fn setters(&self) -> impl Iterator<Item = &Parameter<'p>> {
        let params = self.params.iter();
        params.filter(|param| param.role == Role::Setter)
    }

    /// Whether its request has setters: of parameters, or of a body that may be left out.
    pub fn has_setters(&self) -> bool {
        self.setters().next().is_some() || self.optional_body().is_some()
    }

    /// Its methods, the plain one first.
    pub fn methods(&self) -> Vec<Method<'p, '_>> {
        let body = self.body.as_ref();
        let required = body.filter(|body| body.required).map(|body| &body.main);
        let plain = self.method(self.function, required, MethodKind::Plain);
        let others = body.into_iter().flat_map(|body| &body.others);
        let others =
            others.map(|sent| self.method(sent.function, Some(sent), MethodKind::Body(sent)));
        let asked = self.other_answers().iter();
        let asked =
            asked.map(|answer| self.method(answer.function, required, MethodKind::Answer(answer)));
        std::iter::once(plain).chain(others).chain(asked).collect()
    }

    fn method<'o>(
        &self,
        name: &'p Name,
        sends: Option<&'o Sent<'p>>,
        kind: MethodKind<'p, 'o>,
    ) -> Method<'p, 'o> {
        let arguments = self.arguments().map(|param| Argument {
            name: Word::Name(param.argument),
            ty: param.taken.clone(),
        });
        let body = sends.map(|sent| Argument {
            name: Word::Own("body"),
            ty: sent.taken.clone(),
        });
        let form = match kind {
            MethodKind::Answer(answer) => Some(answer.marker),
            MethodKind::Plain | MethodKind::Body(_) => None,
        };
        Method {
            signature: Signature {
                name: Word::Name(name),
                receiver: Receiver::Value,
                arguments: arguments.chain(body).collect(),
                gives: Ty::Request(self.marker, form),
            },
            sends,
            kind,
        }
    }

    /// The form of the body that a setter gives, where no method demands one.
    pub fn optional_body(&self) -> Option<&Sent<'p>> {
        let body = self.body.as_ref().filter(|body| !body.required);
        body.map(|body| &body.main)
    }
}

impl<'p> Sent<'p> {
    /// The setter of a body that may be left out.
    pub fn setter(&self) -> Signature<'p> {
        Signature {
            name: Word::Own("body"),
            receiver: Receiver::Value,
            arguments: vec![Argument {
                name: Word::Own("body"),
                ty: self.taken.clone(),
            }],
            gives: Ty::Own,
        }
    }
}

impl Plan {
    /// An operation, finished.
    pub fn operation(&self, id: OperationId) -> Operation<'_> {
        let source = self.api.operation(id);
        let params = source.params.iter().enumerate();
        let body = source.body.as_ref().map(|body| {
            let others = body.others.iter().enumerate();
            let others = others
                .map(|(other, content)| self.sent(self.names.body_function(id, other), content));
            Body {
                required: body.required,
                description: body.description.as_deref(),
                main: self.sent(self.names.function(id), &body.main),
                others: others.collect(),
            }
        });
        Operation {
            key: id,
            source,
            resource: self.resource_of(id),
            id: self.operation_id(id),
            function: self.names.function(id),
            marker: self.names.marker(id),
            params: params
                .map(|(param, source)| self.parameter(id, param, source))
                .collect(),
            body,
            answers: self.answers(id),
            pages: self.pages(source),
            errors: self.errors(id),
            headers: self.headers(id),
            security: self.own_security(source),
            credentials: self.further_credentials(source),
            scopes: scopes(source),
        }
    }
}
