//! Credentials, and where they come from.

use std::env;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::sync::Arc;

use super::boxed::{BoxError, BoxFuture};
use super::refusal::{ErrorKind, Refusal};
use super::{error::Error, info::Scheme};
// Only with OAuth tokens.
use super::oauth::{OAuth, Tokens};

/// A secret that a client sends with its requests. `Debug` does not show it.
///
/// A text for HTTP Basic is `user:password`, or a user name without a password, as many APIs take a key.
#[derive(Clone)]
pub struct Credential(Source);

#[derive(Clone)]
pub(super) enum Source {
    Fixed(Arc<str>),
    /// A user name and a password.
    Pair(Arc<str>),
    // Only with OAuth tokens.
    Tokens(Arc<Tokens>),
    Function(Arc<dyn Fn() -> BoxFuture<'static, Result<String, BoxError>> + Send + Sync>),
}

impl Credential {
    /// A user name and a password, for HTTP Basic.
    pub fn basic(user: &str, password: &str) -> Self {
        Self(Source::Pair(format!("{user}:{password}").into()))
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

    /// The secret, if nobody has to be asked for it.
    pub(super) fn held(&self) -> Option<&str> {
        if let Source::Fixed(secret) | Source::Pair(secret) = &self.0 { Some(secret) } else { None }
    }

    /// Where it comes from.
    pub(super) const fn source(&self) -> &Source {
        &self.0
    }
}

// Only with OAuth tokens.
impl From<OAuth> for Credential {
    fn from(oauth: OAuth) -> Self {
        Self(Source::Tokens(Arc::new(Tokens::new(oauth))))
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Credential {
    fn from(secret: &T) -> Self {
        Self(Source::Fixed(secret.as_ref().into()))
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
