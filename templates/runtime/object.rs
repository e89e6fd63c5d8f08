//! A JSON object while it is read, one call a field.

use std::collections::BTreeMap;

use super::tape::{Node, Tape};
use super::{
    absent::OptionalNullable, codec::Decode, decode_error::DecodeError, json::Json, names,
};

/// A JSON object being read: each field is taken out by its name.
///
/// A field is looked for from where the last one was, so those in the order of the type are found at once. The first that does not
/// fit is kept as the error of the object, so that emitted code has one way out for all fields.
///
/// What takes a field is not inlined into the models: in all of them together it would be a good part of the code, and it costs a call.
#[derive(Debug)]
pub struct Object<'t> {
    json: Json<'t>,
    marks: u64,
    /// The name of the next field.
    next: usize,
    end: usize,
    /// The names of fields before it that were not taken.
    passed: Vec<usize>,
    error: Option<DecodeError>,
}

impl<'t> Object<'t> {
    /// Starts to read an object.
    ///
    /// # Errors
    /// A [`DecodeError`] when the value is none.
    pub fn of(json: Json<'t>) -> Result<Self, DecodeError> {
        let Node::Object = json.node() else {
            return Err(DecodeError::mismatch("an object", json));
        };
        Ok(Self {
            json,
            marks: json.tape.data(json.at + 1),
            next: json.at + 2,
            end: json.tape.after(json.at),
            passed: Vec::new(),
            error: None,
        })
    }

    /// Takes a field that must be there; `None` if it is missing or its value does not fit. A list or a map is empty where it is null
    /// or missing; a candidate of a union has to have it, since it is told from others by what is there.
    #[inline(never)]
    pub fn required<T: Decode>(&mut self, name: &str) -> Option<T> {
        let Some(value) = self.take(name) else {
            let is_strict = self.json.is_strict();
            let empty = if is_strict { None } else { T::empty() };
            if empty.is_none() {
                self.misses(name);
            }
            return empty;
        };
        match T::filled(value) {
            Ok(read) => Some(read),
            Err(error) => {
                self.fails_at(name, error);
                None
            }
        }
    }

    /// Takes a field that may be left out; `None` if its value does not fit. Null counts as left out, unless any JSON may stand there.
    #[inline(never)]
    #[allow(
        clippy::option_option,
        reason = "the outer one says whether it fits, the inner one whether it is there"
    )]
    pub fn optional<T: Decode>(&mut self, name: &str) -> Option<Option<T>> {
        match self.take(name) {
            None => Some(None),
            Some(value) if value.is_null() => {
                let null = T::null();
                if null.is_some() {
                    value.keep();
                }
                Some(null)
            }
            Some(value) => match T::filled(value) {
                Ok(read) => Some(Some(read)),
                Err(error) => self.leaves_out(name, value, error).then_some(None),
            },
        }
    }

    /// Takes a field that may be left out or null, and tells the two apart; `None` if its value does not fit.
    #[inline(never)]
    pub fn nullable<T: Decode>(&mut self, name: &str) -> Option<OptionalNullable<T>> {
        match self.take(name) {
            None => Some(OptionalNullable::Absent),
            Some(value) if value.is_null() => {
                value.keep();
                Some(OptionalNullable::Null)
            }
            Some(value) => match T::filled(value) {
                Ok(read) => Some(OptionalNullable::Value(read)),
                Err(error) => {
                    let is_left_out = self.leaves_out(name, value, error);
                    is_left_out.then_some(OptionalNullable::Absent)
                }
            },
        }
    }

    /// Takes all that is left, the additional properties; `None` if a value does not fit.
    pub fn rest<T: Decode>(&mut self) -> Option<BTreeMap<String, T>> {
        self.remaining(Json::is_unnamed)
    }

    /// Takes all that is left as the entries of a map, which has no names for them; `None` if a value does not fit.
    pub(super) fn entries<T: Decode>(&mut self) -> Option<BTreeMap<String, T>> {
        self.remaining(|_| ())
    }

    fn remaining<T: Decode>(&mut self, note: fn(Json<'t>)) -> Option<BTreeMap<String, T>> {
        let mut entries = BTreeMap::new();
        for (name, value) in self.take_left() {
            note(value);
            match T::filled(value) {
                Ok(_) if value.is_weighed() => {}
                Ok(read) => {
                    entries.insert(name.to_owned(), read);
                }
                Err(error) => {
                    if !self.leaves_out(name, value, error) {
                        return None;
                    }
                }
            }
        }
        Some(entries)
    }

    /// Takes the members that were not taken.
    fn take_left(&mut self) -> Left<'t> {
        let left = Left {
            passed: std::mem::take(&mut self.passed).into_iter(),
            tape: self.json.tape,
            next: self.next,
            end: self.end,
        };
        self.next = self.end;
        left
    }

    /// The members that were not taken.
    fn left(&self) -> Left<'t> {
        Left {
            passed: self.passed.clone().into_iter(),
            tape: self.json.tape,
            next: self.next,
            end: self.end,
        }
    }

    /// Takes the value of a field.
    fn take(&mut self, name: &str) -> Option<Json<'t>> {
        let tape = self.json.tape;
        let mut at = self.next;
        if at < self.end && tape.is_named(at, name) {
            self.next = tape.after(at + 1);
            return Some(Json::new(tape, at + 1));
        }
        if !names::may_have(self.marks, name) {
            return None;
        }
        while at < self.end {
            if tape.is_named(at, name) {
                self.pass(at);
                self.next = tape.after(at + 1);
                return Some(Json::new(tape, at + 1));
            }
            at = tape.after(at + 1);
        }
        let mut passed = self.passed.iter();
        let found = passed.position(|at| tape.is_named(*at, name))?;
        let at = self.passed.remove(found);
        Some(Json::new(tape, at + 1))
    }

    /// Notes the fields up to one that is taken.
    fn pass(&mut self, until: usize) {
        while self.next < until {
            self.passed.push(self.next);
            self.next = self.json.tape.after(self.next + 1);
        }
    }

    /// Whether the value of a field that need not be there, and does not fit, is left out; otherwise the error is kept.
    #[cold]
    fn leaves_out(&mut self, name: &str, value: Json<'t>, error: DecodeError) -> bool {
        match value.leave_out(error) {
            Ok(()) => true,
            Err(error) => {
                self.fails_at(name, error);
                false
            }
        }
    }

    #[cold]
    fn fails_at(&mut self, name: &str, error: DecodeError) {
        self.fails(error.at(name));
    }

    #[cold]
    fn misses(&mut self, name: &str) {
        self.fails(DecodeError::missing(name));
    }

    /// The first error is kept.
    fn fails(&mut self, error: DecodeError) {
        self.error.get_or_insert(error);
    }

    /// Why a field does not fit.
    #[cold]
    #[inline(never)]
    pub fn failed(self) -> DecodeError {
        let error = self.error;
        error.unwrap_or_else(|| DecodeError::mismatch("an object that fits", self.json))
    }

    /// Says what does not fit, or that there is a member which nobody took.
    #[cfg(feature = "client")]
    pub(super) fn is_taken(&self) -> Result<(), DecodeError> {
        let refused = |(name, _)| DecodeError::new("a known key", "another one").at(name);
        let error = self.error.clone();
        error.or_else(|| self.left().next().map(refused)).map_or(Ok(()), Err)
    }

    /// Ends the object.
    pub fn finish(self) {
        if self.json.looks_for_unknown() {
            self.left().for_each(|(_, member)| member.is_unknown_member());
        }
        let took = |value: usize| value <= self.next && !self.passed.contains(&(value - 1));
        self.json.keep_object(took);
    }
}

/// The members of an object that were not taken.
struct Left<'t> {
    passed: std::vec::IntoIter<usize>,
    tape: &'t Tape<'t>,
    next: usize,
    end: usize,
}

impl<'t> Iterator for Left<'t> {
    type Item = (&'t str, Json<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = match self.passed.next() {
                Some(passed) => passed,
                None if self.next < self.end => {
                    let at = self.next;
                    self.next = self.tape.after(at + 1);
                    at
                }
                None => return None,
            };
            // What is replaced has no name.
            if let Some(name) = self.tape.text(at) {
                return Some((name, Json::new(self.tape, at + 1)));
            }
        }
    }
}
