//! How a client is built of its settings, and what is wrong with them.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use url::Url;

use super::builder::{ClientBuilder, configuration};
use super::client::{Client, Core};
use super::{address, error::Error, refusal::Refusal, retry::RetryBudget, transport::Transport};
// Only with server variables.
use super::server_variables;

impl<C: From<Client>> ClientBuilder<C> {
    /// Builds the client.
    ///
    /// # Errors
    /// An error of the kind [`Configuration`](super::ErrorKind::Configuration) for a setting that cannot be, or when TLS cannot
    /// be set up.
    pub fn build(self) -> Result<C, Error> {
        let core = self.core()?;
        Ok(C::from(Client::new(Ok(core))))
    }

    /// Builds the client; what is wrong with its settings is given by its first call.
    #[doc(hidden)]
    pub fn build_lazily(self) -> C {
        C::from(Client::new(self.core()))
    }

    fn core(self) -> Result<Core, Refusal> {
        let transport = self.usable_transport()?;
        let server = self.chosen_server()?;
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        Ok(Core { settings: self.settings, server, transport, budget: RetryBudget::new() })
    }

    /// The server that was asked for, by its number or by its variables.
    fn chosen_server(&self) -> Result<Option<Url>, Refusal> {
        if self.settings.server_url.is_some() {
            return Ok(None);
        }
        let api = self.settings.api;
        let server = api.servers.get(self.server.unwrap_or_default());
        // Only with server variables.
        if let Some(name) = server_variables::unknown(api, server, &self.settings.variables) {
            let message = format!("the server has no variable `{name}`");
            return Err(configuration(message));
        }
        let is_chosen = self.server.is_some();
        // Only with server variables.
        let is_chosen = is_chosen || server_variables::are_for(server, &self.settings.variables);
        match (server, self.server) {
            (None, Some(index)) => {
                Err(configuration(format!("the document has no server {index}")))
            }
            (Some(server), _) if is_chosen => {
                let url = server.url;
                // Only with server variables.
                let url =
                    &server_variables::filled(url, server.variables, &self.settings.variables)?;
                address::documented(url).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn usable_transport(&self) -> Result<Arc<dyn Transport>, Refusal> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        #[cfg(feature = "transport")]
        let transport = super::HttpTransport::builder()
            .connect_timeout(self.connect_timeout)
            .finish()
            .map(|transport| Arc::new(transport) as Arc<dyn Transport>);
        #[cfg(not(feature = "transport"))]
        let transport = Err(configuration(
            "there is no transport: give one, or turn on the feature `https`".into(),
        ));
        transport
    }
}

impl<C> Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("settings", &self.settings)
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}
