//! What every generated crate carries: reading and writing JSON, and, with the feature `client`, making calls.
//!
//! The emitted code holds what is particular to one API; everything else is here, once. The module is hidden from the
//! documentation: what a user needs is re-exported at the root of the crate.

mod absent;
mod codec;
mod decode_error;
mod numbers;
mod object;
mod record;
mod values;

pub use absent::OptionalNullable;
pub use codec::{Decode, Encode, deserialize, from_slice, serialize, to_vec};
pub use decode_error::DecodeError;
pub use object::{Object, ObjectWriter};
pub use record::{Record, read_record, write_record};

#[allow(unused_imports, reason = "an API may have no type of the kind")]
pub(crate) use {codec::serde_shims, record::record};
