//! The runtime of `templates/runtime`, compiled as it is, beside models as the emitter writes them.
//!
//! A user cannot make a value that is not known:
//!
//! ```compile_fail
//! let status = tintype_runtime_tests::runtime::UnknownValue("expired".into());
//! ```
//!
//! nor match on its content:
//!
//! ```compile_fail
//! # let status = tintype_runtime_tests::models::SignInTokenStatus::from("expired");
//! use tintype_runtime_tests::{models::SignInTokenStatus, runtime::UnknownValue};
//!
//! let expired = matches!(status, SignInTokenStatus::Unknown(UnknownValue(text)) if &*text == "expired");
//! ```

#[cfg(feature = "mock")]
pub mod bugs;
#[cfg(feature = "mock")]
pub mod chosen;
#[cfg(feature = "mock")]
pub mod clerk;
pub mod expressions;
#[cfg(feature = "mock")]
pub mod files;
#[path = "../../../templates/formats/mod.rs"]
pub mod formats;
pub mod models;
#[cfg(feature = "mock")]
pub mod pages;
#[allow(unused_macros, reason = "nothing here needs all of the tables")]
#[path = "../../../templates/runtime/mod.rs"]
pub mod runtime;
#[cfg(feature = "mock")]
pub mod streams;
pub mod through;
pub mod unions;
#[cfg(feature = "mock")]
pub mod users;
#[cfg(feature = "webhooks")]
#[path = "../../../templates/webhooks/webhooks.rs"]
pub mod webhooks;
