//! TLS of the default transport: who is trusted, who is shown to servers, and which library does it.

use reqwest::{Certificate, ClientBuilder, Identity};

/// The settings of TLS.
#[derive(Clone, Default)]
pub(super) struct Tls {
    pub(super) roots: Vec<Vec<u8>>,
    pub(super) identity: Option<Vec<u8>>,
    pub(super) library: Library,
}

/// What does it. A feature that another package turns on changes nothing for those who have the default.
#[derive(Clone, Copy, Default)]
pub(super) enum Library {
    #[cfg(feature = "https")]
    #[default]
    Rustls,
    #[cfg(feature = "native-tls")]
    #[cfg_attr(not(feature = "https"), default)]
    Native,
}

impl Tls {
    /// Sets up a client.
    pub(super) fn set_up(&self, client: ClientBuilder) -> reqwest::Result<ClientBuilder> {
        let mut client = match self.library {
            #[cfg(feature = "https")]
            Library::Rustls => client.tls_backend_rustls(),
            #[cfg(feature = "native-tls")]
            Library::Native => client.tls_backend_native(),
        };
        for pem in &self.roots {
            client = client.tls_certs_merge(Certificate::from_pem_bundle(pem)?);
        }
        match &self.identity {
            Some(pem) => Ok(client.identity(self.library.identity(pem)?)),
            None => Ok(client),
        }
    }
}

impl Library {
    fn identity(self, pem: &[u8]) -> reqwest::Result<Identity> {
        match self {
            #[cfg(feature = "https")]
            Self::Rustls => Identity::from_pem(pem),
            #[cfg(feature = "native-tls")]
            Self::Native => {
                // It wants the key alone.
                let key = pem.windows(KEY.len()).position(|part| part == KEY);
                let key = key.and_then(|start| pem.get(start..));
                Identity::from_pkcs8_pem(pem, key.unwrap_or_default())
            }
        }
    }
}

/// How a private key begins.
#[cfg(feature = "native-tls")]
const KEY: &[u8] = b"-----BEGIN PRIVATE KEY-----";

/// Whether a cause of an error speaks of a certificate. The TLS of an operating system has no kinds of errors, and all that fails
/// otherwise while a connection is made does so without that word.
#[cfg(feature = "native-tls")]
pub(super) fn names_a_certificate(error: &dyn std::error::Error) -> bool {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    let mut words = causes.map(|cause| cause.to_string().to_ascii_lowercase());
    words.any(|words| words.contains("certificate"))
}
