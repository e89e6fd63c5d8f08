//! The hash of a text, as the lock file and reports write it.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal, of the text with Unix line ends: Git may check files out with others.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(unix(bytes));
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// The bytes with `\r\n` turned into `\n`.
pub fn unix(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.contains(&b'\r') {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if !(*byte == b'\r' && bytes.get(index + 1) == Some(&b'\n')) {
            out.push(*byte);
        }
    }
    Cow::Owned(out)
}
