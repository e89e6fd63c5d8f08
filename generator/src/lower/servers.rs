//! Servers with their variables.

use crate::ir::{Server, ServerVariable};

/// The servers of a document, a path or an operation.
pub(super) fn all(servers: &[openapiv3::Server]) -> Vec<Server> {
    servers.iter().map(one).collect()
}

fn one(server: &openapiv3::Server) -> Server {
    let variables = server
        .variables
        .iter()
        .flatten()
        .map(|(wire, variable)| ServerVariable {
            wire: wire.clone(),
            default: variable.default.clone(),
            values: variable.enumeration.clone(),
            description: variable.description.clone(),
        });
    Server {
        url: server.url.clone(),
        description: server.description.clone(),
        variables: variables.collect(),
    }
}
