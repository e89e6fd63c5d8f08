//! The settings of TLS in the builder of the default transport.

use super::http_transport::HttpTransportBuilder;
#[cfg(feature = "native-tls")]
use super::tls::Library;

impl HttpTransportBuilder {
    /// Trusts certificates of this authority too, in PEM.
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.tls.roots.push(pem.into());
        self
    }

    /// Shows this certificate to servers that ask for one (mutual TLS): certificate and private key (PKCS #8), in PEM.
    pub fn client_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.tls.identity = Some(pem.into());
        self
    }

    /// Takes the TLS of the operating system (OpenSSL on Linux); rustls by default, where the feature `https` is on.
    #[cfg(feature = "native-tls")]
    pub fn native_tls(mut self) -> Self {
        self.tls.library = Library::Native;
        self
    }
}
