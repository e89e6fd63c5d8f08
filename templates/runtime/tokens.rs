//! OAuth 2: tokens that a client asks for, keeps until they expire, and renews.

use std::time::Duration;

use serde_json::Value;
use url::Url;

use super::oauth::{OAuth, Token, Tokens};
use super::transport::{HttpRequest, HttpResponse};
use super::{
    boxed::BoxError, client::Core, headers, info::SchemeKind, method::Method, percent, secrets,
    tame::tame,
};

/// A token is renewed this long before it expires, as it takes a while to get to the server.
const EARLY: Duration = Duration::from_secs(30);

/// How much is read of the answer of a token endpoint.
const MOST: usize = 64 << 10;

/// How much is shown of what it says is wrong.
const SHOWN: usize = 128;

/// A token that is still good. Whoever comes while one is asked for waits for the same.
pub(super) async fn get(tokens: &Tokens, core: &Core) -> Result<String, BoxError> {
    let mut held = tokens.held.lock().await;
    let now = core.transport.now();
    let is_good = |token: &&Token| token.until.is_none_or(|until| now < until);
    if let Some(token) = held.token.as_ref().filter(is_good) {
        return Ok(token.secret.clone());
    }
    held.token = None;
    let request = request(&tokens.oauth, held.refresh_token.as_deref(), core)?;
    let answer = core.transport.send(request).await?;
    let answer = granted(answer).await?;
    let text = |name: &str| answer.get(name).and_then(Value::as_str).map(str::to_owned);
    let secret = text("access_token").ok_or("the token endpoint gives no token")?;
    let lasts = answer.get("expires_in").and_then(Value::as_u64);
    let lasts = lasts.map(|seconds| {
        let whole = Duration::from_secs(seconds);
        // One that lasts no longer than that is used for half of its time.
        whole.saturating_sub(EARLY).max(whole / 2)
    });
    held.refresh_token = text("refresh_token").or(held.refresh_token.take());
    held.token = Some(Token {
        secret: secret.clone(),
        until: lasts.and_then(|lasts| now.checked_add(lasts)),
    });
    Ok(secret)
}

/// Asks for a token.
fn request(
    oauth: &OAuth,
    refresh_token: Option<&str>,
    core: &Core,
) -> Result<HttpRequest, BoxError> {
    let url = Url::parse(&oauth.token_url).map_err(|_| "the URL of the token endpoint is none")?;
    let scopes = oauth.scopes.join(" ");
    let grant = refresh_token.map_or("client_credentials", |_| "refresh_token");
    let mut pairs = vec![("grant_type", grant)];
    pairs.extend(refresh_token.map(|token| ("refresh_token", token)));
    if !scopes.is_empty() {
        pairs.push(("scope", &scopes));
    }
    let mut request = HttpRequest::new("token", Method::POST, url);
    let sent = &mut request.headers;
    headers::set(sent, "accept", "application/json").map_err(|refusal| refusal.message)?;
    let kind = "application/x-www-form-urlencoded";
    headers::set(sent, "content-type", kind).map_err(|refusal| refusal.message)?;
    headers::set(sent, "user-agent", &core.settings.user_agent)
        .map_err(|refusal| refusal.message)?;
    match &oauth.client_secret {
        Some(secret) => {
            let (id, secret) = (percent::encode(&oauth.client_id), percent::encode(secret));
            let value = secrets::value(SchemeKind::Basic, Some(&format!("{id}:{secret}")));
            headers::set_secret(sent, "authorization", &value)
                .map_err(|refusal| refusal.message)?;
        }
        None => pairs.push(("client_id", &oauth.client_id)),
    }
    // The body has a secret too where no header has one.
    if !core.settings.allow_plain_http && !secrets::is_private(&request.url) {
        return Err(secrets::over_plain_http().message.into());
    }
    let pairs: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{name}={}", percent::encode(value))).collect();
    request.body = pairs.join("&").into();
    Ok(request)
}

/// What a token endpoint gives, or why it gives nothing.
///
/// Source: [RFC 6749, section 5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
async fn granted(mut answer: HttpResponse) -> Result<Value, BoxError> {
    let mut body = Vec::new();
    while let Some(piece) = answer.body.chunk().await? {
        if body.len() + piece.len() > MOST {
            return Err("the answer of the token endpoint is too large".into());
        }
        body.extend_from_slice(&piece);
    }
    let read: Value = serde_json::from_slice(&body).unwrap_or_default();
    if answer.status.is_success() {
        return Ok(read);
    }
    let status = answer.status.as_u16();
    let said = |name: &str| Some(tame(read.get(name)?.as_str()?, SHOWN));
    let said = said("error").or_else(|| said("error_description"));
    let said = said.map_or_else(String::new, |said| format!(": {said}"));
    Err(format!("the token endpoint answered with {status}{said}").into())
}
