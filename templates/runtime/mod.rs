//! What every generated crate carries: reading and writing JSON, and, with the feature `client`, making calls.
//!
//! The emitted code holds what is particular to one API; everything else is here, once. The module is hidden from the
//! documentation: what a user needs is re-exported at the root of the crate.

mod absent;
mod codec;
mod constant;
mod decode_error;
#[cfg(feature = "client")]
mod expand;
mod numbers;
mod object;
#[cfg(feature = "client")]
mod percent;
mod record;
mod redact;
mod string_enum;
#[cfg(feature = "client")]
pub mod style;
mod values;

pub use absent::OptionalNullable;
pub use codec::{Decode, Encode, deserialize, from_slice, serialize, to_vec};
pub use constant::{Constant, read_constant};
pub use decode_error::DecodeError;
pub use object::{Object, ObjectWriter};
#[cfg(feature = "client")]
pub use percent::encode;
pub use record::{Record, read_record, write_record};
pub use redact::Redacted;
pub use string_enum::{StringEnum, UnknownValue, parse_enum, read_enum};
#[cfg(feature = "client")]
pub use style::{ParameterError, PathStyle, QueryStyle};

#[allow(unused_imports, reason = "an API may have no type of the kind")]
pub(crate) use {codec::serde_shims, constant::constant, record::record, string_enum::string_enum};
