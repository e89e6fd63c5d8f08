//! Models as the emitter writes them, one of each kind that the runtime serves.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};

use crate::runtime::{self, OptionalNullable, Redacted};

/// A token to sign in with.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SignInToken {
    /// The kind of the object.
    pub object: SignInTokenObject,
    /// The identifier.
    pub id: String,
    /// The state.
    pub status: SignInTokenStatus,
    /// The secret, shown once.
    pub token: Option<String>,
    /// Where to use it.
    pub url: OptionalNullable<String>,
    /// The user, required and nullable.
    pub user_id: Option<String>,
    /// When it was made, in milliseconds.
    pub created_at: i64,
}

impl SignInToken {
    /// Makes one of its required fields.
    pub fn new(
        id: impl Into<String>,
        status: impl Into<SignInTokenStatus>,
        created_at: i64,
    ) -> Self {
        Self {
            object: SignInTokenObject::default(),
            id: id.into(),
            status: status.into(),
            token: None,
            url: OptionalNullable::Absent,
            user_id: None,
            created_at,
        }
    }
}

runtime::record! {
    SignInToken;
    object: required;
    id: required;
    status: required;
    token: optional;
    url: nullable;
    user_id: required;
    created_at: required;
}

impl Debug for SignInToken {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignInToken")
            .field("object", &self.object)
            .field("id", &self.id)
            .field("status", &self.status)
            .field("token", &Redacted::of(&self.token))
            .field("url", &Redacted::of(&self.url))
            .field("user_id", &self.user_id)
            .field("created_at", &self.created_at)
            .finish()
    }
}

runtime::constant! {
    /// The kind of a [`SignInToken`].
    pub enum SignInTokenObject: SignInToken = "sign_in_token";
}

runtime::string_enum! {
    /// The state of a [`SignInToken`].
    pub enum SignInTokenStatus;
    /// Nobody has used it.
    Pending = "pending";
    Accepted = "accepted";
    Revoked = "revoked";
}

/// A list of errors.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClerkErrors {
    /// The errors.
    pub errors: Vec<ClerkError>,
    /// What else is known.
    pub meta: Option<BTreeMap<String, ClerkError>>,
}

runtime::record! {
    ClerkErrors;
    errors: required;
    meta: optional;
}

/// One error, which may hold the one that caused it, and more than is documented.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ClerkError {
    /// The code.
    pub code: String,
    /// What caused it.
    pub cause: Option<Box<ClerkError>>,
    /// Fields that the document does not name.
    pub additional_properties: BTreeMap<String, serde_json::Value>,
}

runtime::record! {
    ClerkError, rest additional_properties;
    code: required;
    cause: optional;
}

runtime::integer_enum! {
    /// An enum of numbers.
    pub enum Priority;
    Low = -1;
    High = 3;
}
