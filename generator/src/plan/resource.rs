//! Resources, finished: the groups of operations, and the client that leads to them.

use super::credentials::Credential;
use super::{Address, Operation, Plan};
use crate::ir::{Issue, OperationId, SchemeId, SchemeKind, Tag, TypeId};
use crate::naming::{self, Name};
use crate::pointer::Pointer;
use crate::rust::{Receiver, Signature, Ty, Word};
use crate::url_template;

/// A resource.
#[derive(Debug, Clone, Copy)]
pub struct Resource<'p> {
    plan: &'p Plan,
    index: usize,
    /// Its type.
    pub name: &'p Name,
    /// The method of the client that leads to it.
    pub method: &'p Name,
    /// The text that it is named after.
    pub text: &'p str,
    /// What the document says about it.
    pub tag: Option<&'p Tag>,
}

impl<'p> Resource<'p> {
    /// The module of its file.
    pub fn module(self) -> Name {
        self.plan.names.group_module(self.index)
    }

    /// The feature of the crate with which it is there, where it is one.
    pub fn feature(self) -> Option<&'p str> {
        let names = &self.plan.names;
        self.plan
            .has_resource_features()
            .then(|| names.group_feature(self.index))
    }

    /// The tag that describes it, or its first operation.
    pub fn at(self) -> Pointer {
        let group = &self.plan.groups[self.index];
        let tag = group
            .tag
            .map(|tag| Pointer::root().child("tags").index(tag.0));
        let first = || {
            Some(
                self.plan
                    .api
                    .operation(*group.operations.first()?)
                    .at
                    .clone(),
            )
        };
        tag.or_else(first).unwrap_or_else(Pointer::root)
    }

    /// Its operations, in the order of the document.
    pub fn operations(self) -> impl Iterator<Item = Operation<'p>> {
        let operations = self.plan.groups[self.index].operations.iter();
        operations.map(move |id| self.plan.operation(*id))
    }

    /// How the client gives it.
    pub fn signature(self) -> Signature<'p> {
        Signature {
            name: Word::Name(self.method),
            receiver: Receiver::Ref,
            arguments: Vec::new(),
            gives: Ty::Resource(self.name),
        }
    }
}

/// The client.
#[derive(Debug, Clone)]
pub struct Client<'p> {
    /// Its type.
    pub name: &'p Name,
    /// The type of its settings.
    pub builder: &'p Name,
    /// What it is told of the URL of its server.
    pub address: Option<Address<'p>>,
    /// The credential that it is made with.
    pub credential: Option<Credential<'p>>,
    /// Further ones, which its settings take.
    pub further: Vec<Credential<'p>>,
    /// The environment variable that the credential may stand in.
    pub from_env: Option<&'p str>,
}

impl<'p> Client<'p> {
    /// The variable that holds it in examples.
    pub fn variable(&self) -> Name {
        naming::variable(self.name)
    }

    /// Whether it can be made of nothing.
    pub fn has_default(&self) -> bool {
        self.credential.is_none() && self.address.is_none()
    }

    /// The function that makes one with the default settings.
    pub fn constructor(&self) -> Signature<'p> {
        self.made("new", self.credential, Ty::Own)
    }

    /// The function that gives its settings.
    pub fn settings(&self) -> Signature<'p> {
        self.made("builder", self.credential, Ty::Client(self.builder))
    }

    /// The function that gives them without the credential, where the client has one.
    pub fn settings_without_credential(&self) -> Option<Signature<'p>> {
        self.credential?;
        Some(self.made("builder_without_credential", None, Ty::Client(self.builder)))
    }

    /// `from_env` of the client, where it has one.
    pub fn from_env(&self) -> Option<Signature<'p>> {
        self.from_env.map(|_| Signature {
            name: Word::Own("from_env"),
            receiver: Receiver::None,
            arguments: self.address.map(Address::argument).into_iter().collect(),
            gives: Ty::Fallible(Box::new(Ty::Own)),
        })
    }

    /// The functions of the mock: a client, and its transport.
    pub fn mocked(&self) -> [Signature<'p>; 2] {
        let function = |name, gives| Signature {
            name: Word::Own(name),
            receiver: Receiver::None,
            arguments: Vec::new(),
            gives,
        };
        [
            function("client", Ty::Client(self.name)),
            function("transport", Ty::Plain("MockTransport")),
        ]
    }

    fn made(
        &self,
        name: &'static str,
        credential: Option<Credential<'p>>,
        gives: Ty<'p>,
    ) -> Signature<'p> {
        let address = self.address.map(Address::argument).into_iter();
        Signature {
            name: Word::Own(name),
            receiver: Receiver::None,
            arguments: address
                .chain(credential.map(Credential::argument))
                .collect(),
            gives,
        }
    }
}

/// The method of errors that gives the one model that all documented errors have.
#[derive(Debug, Clone)]
pub struct ErrorModel<'p> {
    /// The model.
    pub id: TypeId,
    /// Its name.
    pub model: &'p Name,
    /// The method.
    pub method: &'p Name,
}

impl<'p> ErrorModel<'p> {
    /// Its signature.
    pub fn signature(&self) -> Signature<'p> {
        Signature {
            name: Word::Name(self.method),
            receiver: Receiver::Ref,
            arguments: Vec::new(),
            gives: Ty::Model(self.model).within(crate::rust::Outer::Option),
        }
    }
}

impl Plan {
    /// The resources, in the order of the document.
    pub fn resources(&self) -> impl Iterator<Item = Resource<'_>> {
        (0..self.groups.len()).map(|index| self.resource(index))
    }

    fn resource(&self, index: usize) -> Resource<'_> {
        let group = &self.groups[index];
        Resource {
            plan: self,
            index,
            name: self.names.group(index),
            method: self.names.group_method(index),
            text: &group.text,
            tag: group.tag.map(|tag| self.api.tag(tag)),
        }
    }

    /// The resource of an operation.
    pub(super) fn resource_of(&self, operation: OperationId) -> Resource<'_> {
        self.resource(self.group_of[operation.0])
    }

    /// Every operation, in the order of the document.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        self.api.keyed().map(|(id, _)| self.operation(id))
    }

    /// The client.
    pub fn client(&self) -> Client<'_> {
        let is_further = |scheme: &SchemeId| {
            Some(*scheme) != self.credential && self.api.scheme(*scheme).kind != SchemeKind::Outside
        };
        let further = self.api.scheme_ids().filter(is_further);
        Client {
            name: &self.package.client,
            builder: &self.package.builder,
            address: self.address(),
            credential: self.credential.map(|scheme| self.scheme(scheme)),
            further: further.map(|scheme| self.scheme(scheme)).collect(),
            from_env: self.credential.and(self.package.from_env.as_deref()),
        }
    }

    /// Whether the tokens of any scheme are given out by OAuth 2 or OpenID Connect.
    pub fn has_oauth_tokens(&self) -> bool {
        let mut schemes = self.api.schemes.iter();
        schemes.any(|scheme| scheme.issue != Issue::Unsaid)
    }

    /// Whether the URL of any server, of the document or of an operation, has a variable.
    pub fn has_server_variables(&self) -> bool {
        let own = self.api.operations.iter().flat_map(|one| &one.servers);
        let mut servers = self.api.servers.iter().chain(own);
        servers.any(|server| url_template::names(&server.url).next().is_some())
    }

    /// What errors give, where all documented ones have one model.
    pub fn error_model(&self) -> Option<ErrorModel<'_>> {
        let model = self.error_model?;
        Some(ErrorModel {
            id: model,
            model: self.names.ty(model),
            method: self.error_method.as_ref()?,
        })
    }
}
