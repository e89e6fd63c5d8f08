//! Credentials: where they come from, which ones an operation needs, and where they may go.

use std::env;
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use url::{Host, Url};

use super::error::{Error, ErrorKind};
use super::operation::{OperationInfo, Scheme, SchemeKind};
use super::refusal::Refusal;
use super::transport::{BoxError, BoxFuture};

/// A secret that a client sends with its requests. `Debug` does not show it.
#[derive(Clone)]
pub struct Credential(Source);

#[derive(Clone)]
enum Source {
    Fixed(Arc<str>),
    Function(Arc<dyn Fn() -> BoxFuture<'static, Result<String, BoxError>> + Send + Sync>),
}

impl Credential {
    /// A user name and a password, for HTTP Basic.
    pub fn basic(user: &str, password: &str) -> Self {
        Self::from(format!("{user}:{password}"))
    }

    /// A function that is asked once for each call, such as one that renews a token.
    pub fn from_fn<F, R, E>(function: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<String, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self(Source::Function(Arc::new(move || {
            let secret = function();
            Box::pin(async { secret.await.map_err(Into::into) })
        })))
    }

    /// The value of an environment variable.
    ///
    /// # Errors
    ///
    /// An error of the kind [`Configuration`](ErrorKind::Configuration) when the variable is not set, or empty.
    pub fn from_env(name: &str) -> Result<Self, Error> {
        match env::var(name) {
            Ok(secret) if !secret.is_empty() => Ok(Self::from(secret)),
            _ => {
                let message = format!("the environment variable {name} is not set");
                Err(Refusal::new(ErrorKind::Configuration, message).into())
            }
        }
    }

    /// The secret, or the function's answer.
    pub(super) fn get(&self) -> BoxFuture<'static, Result<String, BoxError>> {
        match &self.0 {
            Source::Fixed(secret) => Box::pin(std::future::ready(Ok(secret.as_ref().to_owned()))),
            Source::Function(function) => function(),
        }
    }
}

impl From<&str> for Credential {
    fn from(secret: &str) -> Self {
        Self(Source::Fixed(secret.into()))
    }
}

impl From<String> for Credential {
    fn from(secret: String) -> Self {
        Self(Source::Fixed(secret.into()))
    }
}

impl Debug for Credential {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The credentials of a client, each with the scheme it is for.
pub(super) type Credentials = Vec<(&'static Scheme, Credential)>;

/// Chooses the first alternative for which all credentials are there; none at all only if nothing else fits.
pub(super) fn choose<'c>(
    info: &OperationInfo,
    credentials: &'c Credentials,
) -> Result<Vec<&'c (&'static Scheme, Credential)>, Refusal> {
    let find = |name: &&str| credentials.iter().find(|(scheme, _)| scheme.name == *name);
    let complete = |names: &&[&str]| names.iter().map(find).collect::<Option<Vec<_>>>();
    let usable = info.security.iter().filter_map(complete);
    match usable.min_by_key(Vec::is_empty) {
        Some(chosen) => Ok(chosen),
        None if info.security.is_empty() => Ok(Vec::new()),
        None => {
            let needed: Vec<String> = info
                .security
                .iter()
                .map(|names| names.join(" and "))
                .collect();
            let message = format!("the client has no credential for {}", needed.join(" or "));
            Err(Refusal::new(ErrorKind::Credential, message))
        }
    }
}

/// The value that carries a secret; `None` in place of the secret hides it.
pub(super) fn value(kind: SchemeKind, secret: Option<&str>) -> String {
    let shown = secret.unwrap_or("[redacted]");
    match (kind, secret) {
        (SchemeKind::Bearer, _) => format!("Bearer {shown}"),
        (SchemeKind::Basic, Some(secret)) => format!("Basic {}", STANDARD.encode(secret)),
        (SchemeKind::Basic, None) => format!("Basic {shown}"),
        (SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_), _) => {
            shown.to_owned()
        }
    }
}

/// Whether any header is a secret.
pub(super) fn is_secret(headers: &HeaderMap) -> bool {
    headers.values().any(http::HeaderValue::is_sensitive)
}

/// Whether a URL is safe from being read on its way.
pub(super) fn is_private(url: &Url) -> bool {
    url.scheme() == "https"
        || match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
}
