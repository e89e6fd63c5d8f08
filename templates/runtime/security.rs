//! Which credentials an operation needs, and their secrets.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use super::boxed::{BoxError, BoxFuture};
use super::credential::{Credential, Source};
use super::info::{Scheme, SchemeKind};
use super::refusal::{ErrorKind, Refusal};
use super::secrets::{self, Secret};
use super::{client::Core, draft::Draft, error::Error, transport::HttpRequest};
// Only with OAuth tokens.
use super::tokens;

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
    let is_pair =
        matches!(draft.credential.as_ref().map(Credential::source), Some(Source::Pair(_)));
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
        if draft.gives(scheme.kind) || secrets::is_given(&core.settings.headers, scheme.kind) {
            return Some(None);
        }
        let held = core.settings.credentials.iter().find(|(one, _)| one.name == *name);
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

/// The secrets, if nobody has to be asked for any of them.
pub(super) fn held(chosen: &[Chosen<'_>]) -> Option<Vec<Secret>> {
    let secrets = chosen.iter().map(|(scheme, credential)| {
        let secret = credential.held()?.to_owned();
        Some((scheme.kind, Some(secret)))
    });
    secrets.collect()
}

/// Gets the secrets.
pub(super) async fn ask(core: &Core, chosen: Vec<Chosen<'_>>) -> Result<Vec<Secret>, Error> {
    let mut given = Vec::new();
    for (scheme, credential) in chosen {
        let secret = secret(core, credential).await.map_err(|error| {
            let message = format!("there is no credential for {}", scheme.name);
            Error::from(Refusal::new(ErrorKind::Credential, message)).with_source(Some(error))
        })?;
        given.push((scheme.kind, Some(secret)));
    }
    Ok(given)
}

/// The secret, the token, or the function's answer.
#[allow(
    unused_variables,
    reason = "only tokens of OAuth 2 are asked for over the client's transport"
)]
async fn secret(core: &Core, credential: &Credential) -> Result<String, BoxError> {
    match credential.source() {
        Source::Fixed(secret) | Source::Pair(secret) => Ok(secret.as_ref().to_owned()),
        // Only with OAuth tokens.
        Source::Tokens(tokens) => tokens::get(tokens, core).await,
        Source::Function(function) => caught(|| function())
            .await
            .unwrap_or_else(|| Err("the function that gives it panicked".into())),
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

// Only with OAuth tokens.
/// Forgets the tokens that a call was refused with; `false` where it had none, so that another attempt would be refused as well.
pub(super) async fn forget(core: &Core, draft: &Draft, secrets: &[Secret]) -> bool {
    let mut is_renewed = false;
    let chosen = choose(core, draft).unwrap_or_default();
    for ((_, credential), (_, secret)) in chosen.into_iter().zip(secrets) {
        if let (Source::Tokens(tokens), Some(secret)) = (credential.source(), secret) {
            tokens.forget(secret).await;
            is_renewed = true;
        }
    }
    is_renewed
}

/// Whether a request may go where it goes: nothing secret over plain HTTP.
pub(super) fn may_go(core: &Core, request: &HttpRequest) -> Result<(), Refusal> {
    let is_secret = secrets::is_secret(&request.headers);
    if is_secret && !core.settings.allow_plain_http && !secrets::is_private(&request.url) {
        return Err(secrets::over_plain_http());
    }
    Ok(())
}
