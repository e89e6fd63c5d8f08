//! Numbers that come with all their digits, as they do where a crate of the program turned on `arbitrary_precision` of
//! `serde_json`.

use serde_json::Number;

use super::tape::Kind;

/// The name of the only member of the map that such a number comes as.
pub(super) const TOKEN: &str = "$serde_json::private::Number";

/// A number of 64 bits, if it is written as one.
pub(super) fn integer(digits: &str) -> Option<(Kind, u64)> {
    if let Ok(number) = digits.parse::<u64>() {
        (number.to_string() == digits).then_some((Kind::Unsigned, number))
    } else {
        let number = digits.parse::<i64>().ok()?;
        (number.to_string() == digits).then_some((Kind::Signed, number.cast_unsigned()))
    }
}

/// Whether `serde_json` keeps all digits of a number.
pub(super) fn are_kept() -> bool {
    let number = "1.00".parse::<Number>();
    number.is_ok_and(|number| number.to_string() == "1.00")
}
