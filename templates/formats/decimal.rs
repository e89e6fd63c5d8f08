//! `format: decimal`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A number with all its digits, such as `0.10`. To compute with it, parse [`as_str`](Self::as_str).
    Decimal
}
