//! OAuth 2: what gets tokens, and the token that calls share.

use std::fmt::{self, Debug, Formatter};
use std::time::Instant;

use tokio::sync::Mutex;

/// What gets OAuth 2 tokens, to be given to a client as its credential.
///
/// A token is asked for through the client's transport when a call needs it. All calls share it and wait for it together; it is
/// renewed when it expires, and once for a call that is answered with 401.
#[derive(Clone)]
pub struct OAuth {
    pub(super) token_url: String,
    pub(super) client_id: String,
    pub(super) client_secret: Option<String>,
    refresh_token: Option<String>,
    pub(super) scopes: Vec<String>,
}

impl OAuth {
    /// Tokens for the client itself.
    ///
    /// Source: [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4).
    pub fn client_credentials(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
    ) -> Self {
        Self::at(token_url.into(), client_id.into()).client_secret(client_secret)
    }

    /// Tokens for somebody who has agreed to that. If the server replaces the refresh token, the new one is used from then on.
    ///
    /// Source: [RFC 6749, section 6](https://www.rfc-editor.org/rfc/rfc6749#section-6).
    pub fn refresh_token(
        token_url: impl Into<String>,
        client_id: impl Into<String>,
        refresh_token: impl Into<String>,
    ) -> Self {
        Self {
            refresh_token: Some(refresh_token.into()),
            ..Self::at(token_url.into(), client_id.into())
        }
    }

    const fn at(token_url: String, client_id: String) -> Self {
        Self { token_url, client_id, client_secret: None, refresh_token: None, scopes: Vec::new() }
    }

    /// Sets the secret of a client that has one.
    #[must_use]
    pub fn client_secret(mut self, secret: impl Into<String>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// Asks for a scope, beside those before.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scopes.push(scope.into());
        self
    }
}

/// Shows no secret.
impl Debug for OAuth {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuth")
            .field("token_url", &self.token_url)
            .field("client_id", &self.client_id)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// The token that calls share.
pub(super) struct Tokens {
    pub(super) oauth: OAuth,
    pub(super) held: Mutex<Held>,
}

/// What was given last.
pub(super) struct Held {
    pub(super) token: Option<Token>,
    pub(super) refresh_token: Option<String>,
}

pub(super) struct Token {
    pub(super) secret: String,
    /// When it is renewed; never by itself if the server does not say.
    pub(super) until: Option<Instant>,
}

impl Tokens {
    pub(super) fn new(oauth: OAuth) -> Self {
        let refresh_token = oauth.refresh_token.clone();
        let held = Mutex::new(Held { token: None, refresh_token });
        Self { oauth, held }
    }

    /// Forgets a token that the server refused.
    pub(super) async fn forget(&self, secret: &str) {
        let mut held = self.held.lock().await;
        held.token.take_if(|token| token.secret == secret);
    }
}
