//! Server-sent events out of the bytes of a body, by the rules of browsers.
//!
//! Source: [HTML, section 9.2](https://html.spec.whatwg.org/multipage/server-sent-events.html). But for one rule: bytes that are no
//! UTF-8 are kept as they are, and whoever reads them as text says so.

use bytes::{Buf, Bytes};

use super::frames::{Frame, TooLarge};

/// Takes in the bytes of a stream of events, wherever they are cut.
#[derive(Debug, Default)]
pub struct EventParser {
    /// The line so far.
    line: Vec<u8>,
    /// Whether the line is a comment, which may be of any length.
    is_comment: bool,
    /// Whether the last byte was a carriage return: a line feed behind it belongs to it.
    is_after_return: bool,
    /// Whether a line is over, so that no mark can stand before the next one.
    has_begun: bool,
    data: Option<Vec<u8>>,
    event: Option<Vec<u8>>,
    id: Vec<u8>,
    retry: Option<u64>,
    /// The id of the last event that is complete.
    last_id: Vec<u8>,
    wait: Option<u64>,
    limit: usize,
}

impl EventParser {
    /// A parser that takes no event of more bytes than this.
    pub fn new(limit: usize) -> Self {
        Self { limit, ..Self::default() }
    }

    /// Takes bytes until an event ends; what stands behind it is left. `None` where no event ends in them.
    ///
    /// # Errors
    /// [`TooLarge`] when an event is larger than the limit.
    pub fn next(&mut self, bytes: &mut Bytes) -> Result<Option<Frame>, TooLarge> {
        while !bytes.is_empty() {
            if std::mem::take(&mut self.is_after_return) && bytes.starts_with(b"\n") {
                bytes.advance(1);
                continue;
            }
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let part = bytes.split_to(end.unwrap_or(bytes.len()));
            self.take(&part)?;
            if end.is_some() {
                self.is_after_return = bytes.get_u8() == b'\r';
                if let Some(frame) = self.end_of_line() {
                    return Ok(Some(frame));
                }
            }
        }
        Ok(None)
    }

    /// The id behind which the stream goes on after a break; empty if there is none.
    pub fn last_id(&self) -> &[u8] {
        &self.last_id
    }

    /// The milliseconds that the server wants to be left alone for after a break.
    pub fn wait(&self) -> Option<u64> {
        self.wait
    }

    /// Forgets what is not complete: the bytes of another connection follow. Ids and waits are kept.
    pub fn restart(&mut self) {
        *self = Self {
            id: self.last_id.clone(),
            last_id: std::mem::take(&mut self.last_id),
            wait: self.wait,
            limit: self.limit,
            ..Self::default()
        };
    }

    fn take(&mut self, part: &[u8]) -> Result<(), TooLarge> {
        self.is_comment |= self.line.is_empty() && part.starts_with(b":");
        if self.is_comment {
            return Ok(());
        }
        let held = [&self.data, &self.event].into_iter().flatten();
        let known = self.line.len() + held.map(Vec::len).sum::<usize>();
        if part.len() > self.limit.saturating_sub(known) {
            return Err(TooLarge);
        }
        self.line.extend_from_slice(part);
        Ok(())
    }

    fn end_of_line(&mut self) -> Option<Frame> {
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        if std::mem::take(&mut self.is_comment) {
            return None;
        }
        let line = std::mem::take(&mut self.line);
        let text = match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if is_first => rest,
            _ => &line,
        };
        if text.is_empty() {
            return self.dispatch();
        }
        let (name, value) = match text.iter().position(|byte| *byte == b':') {
            Some(colon) => (&text[..colon], &text[colon + 1..]),
            None => (text, &[][..]),
        };
        self.field(name, value.strip_prefix(b" ").unwrap_or(value));
        None
    }

    fn field(&mut self, name: &[u8], value: &[u8]) {
        match name {
            b"data" => match &mut self.data {
                Some(data) => {
                    data.push(b'\n');
                    data.extend_from_slice(value);
                }
                none => *none = Some(value.to_vec()),
            },
            b"event" => self.event = Some(value.to_vec()),
            b"id" if !value.contains(&0) => self.id = value.to_vec(),
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                let digits = std::str::from_utf8(value).unwrap_or_default();
                // More than any number holds is as long as can be.
                self.retry = Some(digits.parse().unwrap_or(u64::MAX));
                self.wait = self.retry;
            }
            _ => {}
        }
    }

    /// What an empty line ends. Without data it is no event, though its id counts.
    fn dispatch(&mut self) -> Option<Frame> {
        self.last_id.clone_from(&self.id);
        let (event, retry) = (self.event.take(), self.retry.take());
        let data = self.data.take()?;
        Some(Frame {
            event: event.filter(|name| !name.is_empty()),
            data: data.into(),
            id: self.id.clone(),
            retry,
            is_cut: false,
        })
    }
}
