//! Credentials: where they come from, which ones an operation needs, and where they may go.

use std::env;
use std::fmt::{self, Debug, Formatter};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;
// Only with cookies.
use http::header::COOKIE;
use url::{Host, Url};

use super::client::Core;
use super::draft::{Draft, Secret};
use super::error::{Error, ErrorKind};
// Only with OAuth tokens.
use super::oauth::{OAuth, Tokens};
use super::operation::{Scheme, SchemeKind};
use super::refusal::Refusal;
use super::transport::{BoxError, BoxFuture, HttpRequest};
use super::{headers, percent};

/// A secret that a client sends with its requests. `Debug` does not show it.
#[derive(Clone)]
pub struct Credential(Source);

#[derive(Clone)]
enum Source {
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

    /// The secret, the token, or the function's answer.
    #[allow(
        unused_variables,
        reason = "only tokens of OAuth 2 are asked for over the client's transport"
    )]
    pub(super) async fn get(&self, core: &Core) -> Result<String, BoxError> {
        match &self.0 {
            Source::Fixed(secret) | Source::Pair(secret) => Ok(secret.as_ref().to_owned()),
            // Only with OAuth tokens.
            Source::Tokens(tokens) => tokens.get(core).await,
            Source::Function(function) => caught(|| function())
                .await
                .unwrap_or_else(|| Err("the function that gives it panicked".into())),
        }
    }
}

// Only with OAuth tokens.
/// Forgets the tokens that a call was refused with; `false` where it had none, so that another attempt would be refused as well.
pub(super) async fn forget(core: &Core, draft: &Draft, secrets: &[Secret]) -> bool {
    let mut is_renewed = false;
    let chosen = choose(core, draft).unwrap_or_default();
    for ((_, credential), (_, secret)) in chosen.into_iter().zip(secrets) {
        if let (Source::Tokens(tokens), Some(secret)) = (&credential.0, secret) {
            tokens.forget(secret).await;
            is_renewed = true;
        }
    }
    is_renewed
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

/// A scheme, and what gives its secret.
pub(super) type Chosen<'c> = (&'static Scheme, &'c Credential);

/// Chooses the first alternative for which all credentials are there; none at all only if nothing else fits.
///
/// What the caller put in the place of a credential stands for it. A credential of the call is for the scheme that the client
/// would use, or else for the first one of the operation, or of the document; a user name and a password are for HTTP Basic if that
/// is one of them.
pub(super) fn choose<'c>(core: &'c Core, draft: &'c Draft) -> Result<Vec<Chosen<'c>>, Refusal> {
    let security = draft.info.security.unwrap_or(core.settings.api.security);
    let is_own = |name: &&str| {
        let mut held = core.settings.credentials.iter();
        held.any(|(scheme, _)| scheme.name == *name)
    };
    let mut named = security.iter().flat_map(|names| names.iter().copied());
    let is_pair = matches!(&draft.credential, Some(Credential(Source::Pair(_))));
    let schemes = core.settings.api.schemes;
    let known = |name: &str| schemes.iter().find(|one| one.name == name);
    let is_basic = |scheme: &Scheme| matches!(scheme.kind, SchemeKind::Basic);
    let takes_pair = |name: &&str| is_pair && known(name).is_some_and(is_basic);
    let first = named.clone().find(takes_pair);
    let first = first.or_else(|| named.clone().find(is_own));
    let first = first.or_else(|| named.next());
    let find = |name: &&str| -> Option<Option<Chosen<'c>>> {
        let scheme = known(name)?;
        if let Some(credential) = draft.credential.as_ref().filter(|_| first == Some(*name)) {
            return Some(Some((scheme, credential)));
        }
        if draft.gives(scheme.kind) || core.gives(scheme.kind) {
            return Some(None);
        }
        let held = core
            .settings
            .credentials
            .iter()
            .find(|(one, _)| one.name == *name);
        held.map(|(scheme, credential)| Some((*scheme, credential)))
    };
    let complete = |names: &[&'static str]| names.iter().map(find).collect::<Option<Vec<_>>>();
    let usable = security.iter().filter_map(|names| {
        let is_meant = first.is_some_and(|first| names.contains(&first));
        complete(names).map(|chosen| (draft.credential.is_some() && !is_meant, chosen))
    });
    let usable = usable.min_by_key(|(is_other, chosen)| (chosen.is_empty(), *is_other));
    match (usable.map(|(_, chosen)| chosen), &draft.credential) {
        (Some(chosen), _) if !chosen.is_empty() => Ok(chosen.into_iter().flatten().collect()),
        // The document may not say that the operation needs one.
        (_, Some(credential)) if first.is_none() => {
            let scheme = schemes.first().into_iter();
            Ok(scheme.map(|scheme| (scheme, credential)).collect())
        }
        (Some(_), _) => Ok(Vec::new()),
        (None, _) if security.is_empty() => Ok(Vec::new()),
        (None, _) => {
            let needed: Vec<String> = security.iter().map(|names| names.join(" and ")).collect();
            let message = format!("the client has no credential for {}", needed.join(" or "));
            Err(Refusal::new(ErrorKind::Credential, message))
        }
    }
}

/// Whether a header stands in the place of a credential.
pub(super) fn is_given(headers: &HeaderMap, kind: SchemeKind) -> bool {
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic => headers.contains_key(AUTHORIZATION),
        SchemeKind::Header(name) => headers.contains_key(name),
        SchemeKind::Query(_) => false,
        // Only with cookies.
        SchemeKind::Cookie(name) => {
            let texts = headers.get_all(COOKIE).into_iter();
            let mut pairs = texts
                .filter_map(|text| text.to_str().ok())
                .flat_map(|text| text.split(';'));
            pairs.any(|pair| pair.split('=').next().map(str::trim) == Some(name))
        }
    }
}

/// Puts a secret where its scheme wants it.
pub(super) fn put(
    (kind, secret): &Secret,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) -> Result<(), Refusal> {
    let value = value(*kind, secret.as_deref());
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic => {
            headers::set_secret(headers, AUTHORIZATION.as_str(), &value)
        }
        SchemeKind::Header(name) => headers::set_secret(headers, name, &value),
        SchemeKind::Query(name) => {
            query.push((percent::encode(name), percent::encode(&value)));
            Ok(())
        }
        // Only with cookies.
        SchemeKind::Cookie(_) => Ok(()),
    }
}

// Only with cookies.
/// The cookie that a secret is.
pub(super) fn cookie((kind, secret): &Secret) -> Option<(String, String)> {
    let SchemeKind::Cookie(name) = kind else {
        return None;
    };
    let value = value(*kind, secret.as_deref());
    Some((percent::cookie_name(name), percent::encode(&value)))
}

/// The value that carries a secret; `None` in place of the secret hides it.
pub(super) fn value(kind: SchemeKind, secret: Option<&str>) -> String {
    let shown = secret.unwrap_or("[redacted]");
    match (kind, secret) {
        (SchemeKind::Bearer, _) => format!("Bearer {shown}"),
        (SchemeKind::Basic, Some(secret)) => format!("Basic {}", STANDARD.encode(secret)),
        (SchemeKind::Basic, None) => format!("Basic {shown}"),
        _ => shown.to_owned(),
    }
}

/// Waits for some work, or gives `None` when it panics.
async fn caught<T>(begin: impl FnOnce() -> BoxFuture<'static, T>) -> Option<T> {
    let mut work = catch_unwind(AssertUnwindSafe(begin)).ok()?;
    poll_fn(move |cx| {
        let step = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx)));
        step.map_or(Poll::Ready(None), |step| step.map(Some))
    })
    .await
}

/// Whether a request may go where it goes: nothing secret over plain HTTP.
pub(super) fn may_go(core: &Core, request: &HttpRequest) -> Result<(), Refusal> {
    if is_secret(&request.headers) && !core.settings.allow_plain_http && !is_private(&request.url) {
        return Err(over_plain_http());
    }
    Ok(())
}

/// Why a credential is not sent.
pub(super) fn over_plain_http() -> Refusal {
    let message = "a credential is not sent over plain HTTP, where anyone on the way can read it";
    Refusal::new(ErrorKind::Credential, message)
}

/// Whether any header is a secret.
pub(super) fn is_secret(headers: &HeaderMap) -> bool {
    headers.values().any(http::HeaderValue::is_sensitive)
}

/// Whether a URL is safe from being read on its way.
pub(super) fn is_private(url: &Url) -> bool {
    url.scheme() == "https" || is_loopback(url)
}

/// Whether a URL leads to this machine. The default transport makes sure that it does.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
