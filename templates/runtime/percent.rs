//! Percent-encoding of parameters, after [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters, which are the same with and without encoding.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Leaves the reserved characters that a query can hold as part of a value as well.
///
/// `#` would end the query, `&` the value; `+` is read as a space; `[` and `]` are not allowed in a query.
const RESERVED: &AsciiSet = &ELEMENT.remove(b',');

/// The same for an element of a list that is joined by commas.
const ELEMENT: &AsciiSet = &UNRESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b';')
    .remove(b'=');

// Only with cookies.
/// Leaves what the name of a cookie is made of: a token.
const COOKIE_NAME: &AsciiSet = &UNRESERVED
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'%')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'*')
    .remove(b'+')
    .remove(b'^')
    .remove(b'`')
    .remove(b'|');

/// Which characters of a value are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    // Only with files or header parameters.
    /// None: headers are not encoded.
    Raw,
    /// All but the unreserved ones.
    Strict,
    /// Those that would change the query (`allowReserved`).
    Reserved,
    /// Those that would change the query or the list that the value is in.
    ReservedElement,
}

impl Encoding {
    /// Encodes a value.
    pub(super) fn value(self, text: &str) -> String {
        let set = match self {
            // Only with files or header parameters.
            Self::Raw => return text.to_owned(),
            Self::Strict => UNRESERVED,
            Self::Reserved => RESERVED,
            Self::ReservedElement => ELEMENT,
        };
        utf8_percent_encode(text, set).to_string()
    }

    /// Encodes a name; a reserved character in it is never meant as one.
    pub(super) fn name(self, text: &str) -> String {
        // Only with files or header parameters.
        if self == Self::Raw {
            return text.to_owned();
        }
        encode(text)
    }
}

/// Encodes all but the unreserved characters.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

// Only with cookies.
/// Encodes what the name of a cookie cannot hold; readers take it as it stands.
///
/// Source: [RFC 6265, section 4.1.1](https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1).
pub(super) fn cookie_name(text: &str) -> String {
    utf8_percent_encode(text, COOKIE_NAME).to_string()
}
