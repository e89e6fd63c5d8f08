//! What a request sends of a value: all but the members that are `readOnly`, which only the server sends.
//!
//! A value that was read from an answer has them, and `serde` still writes them: they are left out where a request is made,
//! however deep they stand.

use std::cell::Cell;

#[cfg(feature = "client")]
use serde_json::Value;

#[cfg(feature = "client")]
use super::codec::Encode;

thread_local! {
    /// Whether what is being written goes into a request. Writing is never interrupted, so it holds for one value.
    static SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Whether what is being written goes into a request.
pub(super) fn is_sending() -> bool {
    SENDING.get()
}

/// Writes a value as a request sends it.
#[cfg(feature = "client")]
pub(super) fn value<T: Encode + ?Sized>(value: &T) -> Value {
    within(|| value.encode())
}

/// Writes a value as JSON text, for a parameter that holds a JSON document.
#[cfg(feature = "client")]
pub fn json_text<T: Encode + ?Sized>(value: &T) -> String {
    self::value(value).to_string()
}

/// The same for a header, where all but ASCII is an escape: each reader takes other characters for something else.
#[cfg(feature = "client")]
pub fn ascii_json_text<T: Encode + ?Sized>(value: &T) -> String {
    let mut text = String::new();
    for c in json_text(value).chars() {
        if c.is_ascii() && c != '\u{7f}' {
            text.push(c);
        } else {
            let mut units = [0; 2];
            let escapes = c.encode_utf16(&mut units).iter();
            text.extend(escapes.map(|unit| format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Does something while what is written goes into a request.
#[cfg(feature = "client")]
pub(super) fn within<T>(write: impl FnOnce() -> T) -> T {
    /// Ends with the scope, also where writing panics.
    struct Mode(bool);

    impl Drop for Mode {
        fn drop(&mut self) {
            SENDING.set(self.0);
        }
    }

    let _mode = Mode(SENDING.replace(true));
    write()
}
