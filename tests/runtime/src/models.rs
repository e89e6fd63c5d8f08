//! Models as the emitter writes them, one of each kind that the runtime serves.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};

use crate::runtime::{
    self, Constant, DecodeError, Object, ObjectWriter, OptionalNullable, Record, Redacted,
    StringEnum, UnknownValue,
};

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

impl Record for SignInToken {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            object: object.required("object")?,
            id: object.required("id")?,
            status: object.required("status")?,
            token: object.optional("token")?,
            url: object.nullable("url")?,
            user_id: object.required("user_id")?,
            created_at: object.required("created_at")?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.required("object", &self.object);
        object.required("id", &self.id);
        object.required("status", &self.status);
        object.optional("token", &self.token);
        object.nullable("url", &self.url);
        object.required("user_id", &self.user_id);
        object.required("created_at", &self.created_at);
    }
}
runtime::record!(SignInToken);

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

/// The kind of a [`SignInToken`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignInTokenObject {
    /// `sign_in_token`
    SignInToken,
}

impl Constant for SignInTokenObject {
    const ONLY: Self = Self::SignInToken;
    const TEXT: &'static str = "sign_in_token";
}
runtime::constant!(SignInTokenObject);

/// The state of a [`SignInToken`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignInTokenStatus {
    /// `pending`
    Pending,
    /// `accepted`
    Accepted,
    /// `revoked`
    Revoked,
    /// A value that this version does not know.
    Unknown(UnknownValue),
}

impl StringEnum for SignInTokenStatus {
    const KNOWN: &'static [Self] = &[Self::Pending, Self::Accepted, Self::Revoked];

    fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Revoked => "revoked",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }
}
runtime::string_enum!(SignInTokenStatus);

/// A list of errors.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClerkErrors {
    /// The errors.
    pub errors: Vec<ClerkError>,
    /// What else is known.
    pub meta: Option<BTreeMap<String, ClerkError>>,
}

impl Record for ClerkErrors {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            errors: object.required("errors")?,
            meta: object.optional("meta")?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.required("errors", &self.errors);
        object.optional("meta", &self.meta);
    }
}
runtime::record!(ClerkErrors);

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

impl Record for ClerkError {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            code: object.required("code")?,
            cause: object.optional("cause")?,
            additional_properties: object.rest()?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.required("code", &self.code);
        object.optional("cause", &self.cause);
        object.rest(&self.additional_properties);
    }
}
runtime::record!(ClerkError);

/// An enum of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names say it")]
pub enum Priority {
    Low,
    High,
    Unknown(runtime::UnknownInteger),
}

impl runtime::IntegerEnum for Priority {
    const KNOWN: &'static [(i64, Self)] = &[(-1, Self::Low), (3, Self::High)];

    fn value(&self) -> i64 {
        match self {
            Self::Low => -1,
            Self::High => 3,
            Self::Unknown(value) => value.value(),
        }
    }

    fn unknown(value: runtime::UnknownInteger) -> Self {
        Self::Unknown(value)
    }
}

runtime::integer_enum!(Priority);
