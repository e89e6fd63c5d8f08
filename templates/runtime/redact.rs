//! What stands in place of a secret in `Debug`.

use std::fmt::{self, Debug, Formatter};

use super::codec::Encode;

/// Stands for a secret value; shows whether there is one.
#[derive(Clone, Copy)]
pub struct Redacted(&'static str);

impl Redacted {
    /// Stands for this value; `None`, `Absent` and `Null` stay visible.
    pub fn of(value: &impl Encode) -> Self {
        Self(value.redacted())
    }
}

impl Debug for Redacted {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
