//! A client as the emitter writes it: `client.rs`, a resource, `errors.rs` and the answers of the mock.

use crate::bugs::Bugs;
use crate::files::Files;
use crate::models::{ClerkErrors, SignInToken};
use crate::pages::Pages;
use crate::runtime::{
    self, ApiInfo, Client, ClientBuilder, Credential, Error, MockAnswer, Request, Scheme,
    SchemeKind, Server, ServerVariable,
};
use crate::streams::Streams;
use crate::users::Users;

// client.rs

/// The constant data of the API.
static API: ApiInfo = ApiInfo {
    package: "clerk-backend-api",
    version: env!("CARGO_PKG_VERSION"),
    api_version: "2025-11-10",
    servers: &[
        Server { url: "https://api.clerk.com/v1", variables: &[] },
        Server {
            url: "https://{region}.clerk.test/v1",
            variables: &[ServerVariable { name: "region", default: "us", allowed: &["us", "eu"] }],
        },
        Server { url: "{endpoint}/v1", variables: &[] },
    ],
    further_variables: &["zone"],
    security: &[&["bearerAuth"]],
    schemes: &[
        Scheme { name: "bearerAuth", kind: SchemeKind::Bearer },
        Scheme { name: "queryKey", kind: SchemeKind::Query("key") },
        Scheme { name: "basicAuth", kind: SchemeKind::Basic },
        Scheme { name: "sid", kind: SchemeKind::Cookie("__Secure-sid") },
        Scheme { name: "csrf", kind: SchemeKind::Cookie("csrf$token") },
    ],
};

/// The client of the Clerk API.
#[derive(Debug, Clone)]
pub struct Clerk {
    core: Client,
}

/// Builds a [`Clerk`] client.
pub type ClerkBuilder = ClientBuilder<Clerk>;

impl Clerk {
    /// Makes a client with the default settings.
    pub fn new(bearer_auth: impl Into<Credential>) -> Self {
        Self::builder(bearer_auth).build_lazily()
    }

    /// Begins a client with other settings.
    pub fn builder(bearer_auth: impl Into<Credential>) -> ClerkBuilder {
        Self::builder_without_credential().credential("bearerAuth", bearer_auth)
    }

    /// Begins one without the credential.
    pub fn builder_without_credential() -> ClerkBuilder {
        ClerkBuilder::new(&API)
    }

    /// Makes a client with the credential in the environment variable `CLERK_SECRET_KEY`.
    ///
    /// # Errors
    ///
    /// When the variable is not set.
    pub fn from_env() -> Result<Self, Error> {
        Credential::from_env("CLERK_SECRET_KEY").map(Self::new)
    }

    /// Tokens to sign in with.
    pub fn sign_in_tokens(&self) -> SignInTokens<'_> {
        SignInTokens { client: &self.core }
    }

    /// Bugs.
    pub fn bugs(&self) -> Bugs<'_> {
        Bugs::new(&self.core)
    }

    /// Users.
    pub fn users(&self) -> Users<'_> {
        Users::new(&self.core)
    }

    /// Answers in pages.
    pub fn pages(&self) -> Pages<'_> {
        Pages::new(&self.core)
    }

    /// Answers that are streams.
    pub fn streams(&self) -> Streams<'_> {
        Streams::new(&self.core)
    }

    /// Files.
    pub fn files(&self) -> Files<'_> {
        Files::new(&self.core)
    }
}

impl From<Client> for Clerk {
    fn from(core: Client) -> Self {
        Self { core }
    }
}

// operations/sign_in_tokens.rs

/// Tokens to sign in with.
#[derive(Debug, Clone, Copy)]
pub struct SignInTokens<'c> {
    client: &'c Client,
}

impl<'c> SignInTokens<'c> {
    /// Creates a token.
    pub fn create_sign_in_token(
        self,
        body: &CreateSignInTokenRequestBody,
    ) -> Request<'c, CreateSignInToken> {
        Request::new(self.client).json_body(body)
    }

    /// Revokes a token.
    pub fn revoke_sign_in_token(self, sign_in_token_id: &str) -> Request<'c, RevokeSignInToken> {
        Request::new(self.client).path_param("sign_in_token_id", sign_in_token_id)
    }
}

runtime::operation! {
    /// `CreateSignInToken`: `POST /sign_in_tokens`.
    CreateSignInToken, "CreateSignInToken": POST "/sign_in_tokens";
    read json -> SignInToken;
    errors CreateSignInTokenError;
    status 404 = NotFound(ClerkErrors), "404.";
    status 422 = UnprocessableEntity(ClerkErrors), "422.";
}

runtime::operation! {
    /// `RevokeSignInToken`: `POST /sign_in_tokens/{sign_in_token_id}/revoke`.
    RevokeSignInToken, "RevokeSignInToken": POST "/sign_in_tokens/{sign_in_token_id}/revoke";
    read json -> SignInToken;
}

/// What a new token is made of.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CreateSignInTokenRequestBody {
    /// The user.
    pub user_id: Option<String>,
    /// How long it is valid, in seconds.
    pub expires_in_seconds: Option<i64>,
}

runtime::record! {
    CreateSignInTokenRequestBody: made;
    user_id: optional, set impl Into<String>;
    expires_in_seconds: optional, set i64;
}

// errors.rs

impl Error {
    /// The body of the answer as [`ClerkErrors`], whatever the status is.
    pub fn clerk_errors(&self) -> Option<ClerkErrors> {
        self.model()
    }
}

// mock.rs

/// The examples of the document.
pub static ANSWERS: &[MockAnswer] = &[
    MockAnswer {
        operation: "CreateSignInToken",
        status: 200,
        content_type: "application/json",
        body: r#"{"object":"sign_in_token","id":"sit_1","status":"pending","user_id":"user_1","token":"secret","created_at":1}"#,
    },
    MockAnswer {
        operation: "ListUsers",
        status: 200,
        content_type: "application/json",
        body: r#"["user_1"]"#,
    },
];
