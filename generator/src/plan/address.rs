//! What a client is told of the URL of its server, because the document does not say it.

use super::Plan;
use crate::ir::Server;
use crate::rust::{Argument, Ty, Word};

/// What `new` takes of the URL.
#[derive(Debug, Clone, Copy)]
pub enum Address<'p> {
    /// All of it; with what the document says, where it says a part.
    Url(Option<&'p Server>),
    /// The variable that all servers begin with, and the URL of the first of them.
    Endpoint {
        /// The variable.
        variable: &'p str,
        /// The URL that it stands in.
        url: &'p str,
    },
}

impl<'p> Address<'p> {
    /// What the argument is called.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Url(_) => "server_url",
            Self::Endpoint { .. } => "endpoint",
        }
    }

    /// The argument.
    pub(super) fn argument(self) -> Argument<'p> {
        Argument {
            name: Word::Own(self.word()),
            ty: Ty::AsText,
        }
    }

    /// A value for examples: with the path that the document gives its server, where nothing puts that behind the URL of a caller.
    pub fn example(self) -> String {
        let url = match self {
            Self::Url(said) => said.map(Server::with_defaults).unwrap_or_default(),
            Self::Endpoint { .. } => String::new(),
        };
        let path = url.trim_matches('/');
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
        let is_path = !path.is_empty() && !url.starts_with("//") && !path.contains("..");
        let path = (is_path && path.chars().all(is_plain)).then(|| format!("/{path}"));
        format!("https://example.com{}", path.unwrap_or_default())
    }
}

impl Plan {
    /// What a client is told; `None` where the document says where each call goes.
    pub(super) fn address(&self) -> Option<Address<'_>> {
        let first = self.api.servers.first();
        if first.is_some_and(Server::is_absolute) {
            return None;
        }
        let operations = self.api.operations.iter();
        let called = operations.map(|operation| operation.servers.first().or(first));
        let mut called = called.filter(|server| !server.is_some_and(Server::is_absolute));
        let one = called.next()?;
        Some(self.endpoint(one).unwrap_or_else(|| {
            let is_part = |server: &&Server| !matches!(server.url.as_str(), "" | "/");
            Address::Url(first.filter(is_part))
        }))
    }

    /// The variable, if it is all that is missing, whichever server is called.
    fn endpoint<'p>(&'p self, called: Option<&'p Server>) -> Option<Address<'p>> {
        let shared = &self.api.servers;
        let one = shared.first().or(called)?;
        let variable = one.endpoint()?;
        let begins = |server: &Server| server.endpoint() == Some(variable);
        // A relative one of an operation is on that of the document.
        let is_on = |server: &Server| !(shared.is_empty() || server.url.starts_with('{'));
        let is_said = |server: &Server| begins(server) || is_on(server) || server.is_absolute();
        let mut operations = self.api.operations.iter();
        let is_all = shared.iter().all(begins)
            && operations.all(|operation| {
                let own = &operation.servers;
                own.iter().all(is_said) && !(shared.is_empty() && own.is_empty())
            });
        let url = one.url.as_str();
        is_all.then_some(Address::Endpoint { variable, url })
    }
}
