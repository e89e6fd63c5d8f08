//! JSON values out of the bytes of a body: one a line, or one behind each record separator.
//!
//! Sources: [JSON lines](https://jsonlines.org), [RFC 7464](https://www.rfc-editor.org/rfc/rfc7464).

use bytes::{Buf, Bytes};

use super::frames::{Frame, TooLarge};

/// What stands between the texts of a sequence.
const RECORD_SEPARATOR: u8 = 0x1e;

/// Takes in the bytes of JSON lines or of a JSON text sequence, wherever they are cut.
#[derive(Debug)]
pub struct LineParser {
    separator: u8,
    /// What came of a value whose end is still to come.
    held: Vec<u8>,
    limit: usize,
    has_begun: bool,
}

impl LineParser {
    /// A value on each line. No value has more bytes than this.
    pub fn lines(limit: usize) -> Self {
        Self::new(b'\n', limit)
    }

    /// A value behind each record separator.
    pub fn sequence(limit: usize) -> Self {
        Self::new(RECORD_SEPARATOR, limit)
    }

    fn new(separator: u8, limit: usize) -> Self {
        Self { separator, held: Vec::new(), limit, has_begun: false }
    }

    /// Takes bytes until a value ends; what stands behind it is left. `None` where no value ends in them.
    ///
    /// # Errors
    /// [`TooLarge`] when a value is larger than the limit.
    pub fn next(&mut self, bytes: &mut Bytes) -> Result<Option<Frame>, TooLarge> {
        while !bytes.is_empty() {
            let end = bytes.iter().position(|byte| *byte == self.separator);
            let part = bytes.split_to(end.unwrap_or(bytes.len()));
            if part.len() > self.limit.saturating_sub(self.held.len()) {
                return Err(TooLarge);
            }
            if end.is_none() {
                self.held.extend_from_slice(&part);
                break;
            }
            bytes.advance(1);
            let value = if self.held.is_empty() {
                part
            } else {
                self.held.extend_from_slice(&part);
                std::mem::take(&mut self.held).into()
            };
            if let Some(frame) = self.frame(value) {
                return Ok(Some(frame));
            }
        }
        Ok(None)
    }

    /// What stands at the end without a separator behind it.
    pub fn end(&mut self) -> Option<Frame> {
        let rest = Bytes::from(std::mem::take(&mut self.held));
        self.frame(rest)
    }

    /// A value, unless there is nothing but blanks.
    fn frame(&mut self, mut value: Bytes) -> Option<Frame> {
        if !std::mem::replace(&mut self.has_begun, true) && value.starts_with(b"\xef\xbb\xbf") {
            value.advance(3);
        }
        // In a sequence, a number that no line feed follows may have lost digits.
        let is_cut = self.separator == RECORD_SEPARATOR
            && value.last().is_some_and(|last| !b" \t\r\n}]\"".contains(last));
        let blanks = value.len() - value.trim_ascii_start().len();
        value.advance(blanks);
        value.truncate(value.trim_ascii_end().len());
        if value.is_empty() {
            return None;
        }
        Some(Frame { is_cut, ..Frame::of(value) })
    }
}
