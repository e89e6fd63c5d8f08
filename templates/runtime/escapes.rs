//! Which texts stand in JSON as they are.

/// Whether a text needs no escape: it has no control character, no quote and no backslash.
///
/// Eight bytes are looked at as one number. Of a byte below a limit, taking the limit away sets the highest bit, unless it was
/// set already: then the byte belongs to a character that is not ASCII.
#[inline]
pub(super) fn are_none_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk::<8>() else {
        let is_special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
        return !bytes.iter().any(is_special);
    };
    // The last eight may be looked at twice.
    let (eights, _) = bytes.as_chunks::<8>();
    eights.iter().fold(marks(*last), |found, eight| found | marks(*eight)) == 0
}

/// The highest bits of bytes that need an escape, and perhaps of some after them.
#[inline]
fn marks(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    let below = |bytes: u64, limit: u64| bytes.wrapping_sub(EACH * limit) & !bytes;
    let is_quote = below(bytes ^ (EACH * u64::from(b'"')), 1);
    let is_backslash = below(bytes ^ (EACH * u64::from(b'\\')), 1);
    (below(bytes, u64::from(b' ')) | is_quote | is_backslash) & (EACH * 0x80)
}

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;
