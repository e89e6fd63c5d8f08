//! A JSON object while it is read, one call a field.

use std::collections::BTreeMap;

use super::absent::OptionalNullable;
use super::codec::{Decode, filled};
use super::decode_error::DecodeError;
use super::json::Json;
use super::names;
use super::tape::Node;

/// A JSON object being read: each field is taken out by its name.
///
/// A field is looked for from where the last one was, so those in the order of the type are found at once. The first that does not
/// fit is kept as the error of the object, so that emitted code has one way out for all fields.
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
    ///
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
    pub fn required<T: Decode>(&mut self, name: &str) -> Option<T> {
        let error = match self.take(name) {
            Some(value) => match filled(value) {
                Ok(read) => return Some(read),
                Err(error) => error.at(name),
            },
            None if self.json.is_strict() => DecodeError::missing(name),
            None => match T::empty() {
                Some(empty) => return Some(empty),
                None => DecodeError::missing(name),
            },
        };
        self.fails(error);
        None
    }

    /// Takes a field that may be left out; `None` if its value does not fit. Null counts as left out, unless any JSON may stand there.
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
            Some(value) => self.fitting(decode_or_leave_out(name, value)),
        }
    }

    /// Takes a field that may be left out or null, and tells the two apart; `None` if its value does not fit.
    pub fn nullable<T: Decode>(&mut self, name: &str) -> Option<OptionalNullable<T>> {
        match self.take(name) {
            None => Some(OptionalNullable::Absent),
            Some(value) if value.is_null() => {
                value.keep();
                Some(OptionalNullable::Null)
            }
            Some(value) => {
                let read = self.fitting(decode_or_leave_out(name, value))?;
                Some(read.map_or(OptionalNullable::Absent, OptionalNullable::Value))
            }
        }
    }

    /// Takes all that is left, the additional properties; `None` if a value does not fit.
    pub fn rest<T: Decode>(&mut self) -> Option<BTreeMap<String, T>> {
        let rest = self.remaining(Json::is_unnamed);
        self.fitting(rest)
    }

    /// Takes all that is left as the entries of a map, which has no names for them.
    pub(super) fn entries<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, DecodeError> {
        self.remaining(|_| ())
    }

    fn remaining<T: Decode>(
        &mut self,
        note: fn(Json<'t>),
    ) -> Result<BTreeMap<String, T>, DecodeError> {
        let mut entries = BTreeMap::new();
        for (name, value) in self.left() {
            note(value);
            let read = decode_or_leave_out(name, value)?;
            if let Some(read) = read.filter(|_| !value.is_weighed()) {
                entries.insert(name.to_owned(), read);
            }
        }
        self.passed.clear();
        self.next = self.end;
        Ok(entries)
    }

    /// The members that were not taken. What is replaced has no name.
    fn left(&self) -> impl Iterator<Item = (&'t str, Json<'t>)> + use<'_, 't> {
        let (tape, end) = (self.json.tape, self.end);
        let first = (self.next < end).then_some(self.next);
        let others = std::iter::successors(first, move |at| {
            let next = tape.after(*at + 1);
            (next < end).then_some(next)
        });
        let all = self.passed.iter().copied().chain(others);
        all.filter_map(move |at| Some((tape.text(at)?, Json::new(tape, at + 1))))
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

    /// What was read; the first error is kept.
    fn fitting<T>(&mut self, read: Result<T, DecodeError>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(error) => {
                self.fails(error);
                None
            }
        }
    }

    fn fails(&mut self, error: DecodeError) {
        self.error.get_or_insert(error);
    }

    /// Why a field does not fit.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn failed<T>(&mut self) -> Result<T, DecodeError> {
        Err(self.error())
    }

    fn error(&mut self) -> DecodeError {
        let error = self.error.take();
        error.unwrap_or_else(|| DecodeError::mismatch("an object that fits", self.json))
    }

    /// Says what does not fit, or that there is a member which nobody took.
    #[cfg(feature = "client")]
    pub(super) fn is_taken(&self) -> Result<(), DecodeError> {
        let refused = |(name, _)| DecodeError::new("a known key", "another one").at(name);
        let error = self.error.clone();
        error
            .or_else(|| self.left().next().map(refused))
            .map_or(Ok(()), Err)
    }

    /// Ends the object.
    pub fn finish(self) {
        if self.json.looks_for_unknown() {
            self.left()
                .for_each(|(_, member)| member.is_unknown_member());
        }
        let took = |value: usize| value <= self.next && !self.passed.contains(&(value - 1));
        self.json.keep_object(took);
    }
}

/// Reads the value of a field that need not be there: one that does not fit may be left out.
fn decode_or_leave_out<T: Decode>(name: &str, value: Json<'_>) -> Result<Option<T>, DecodeError> {
    match filled(value) {
        Ok(read) => Ok(Some(read)),
        Err(error) => {
            let left_out = value.leave_out(error);
            left_out.map(|()| None).map_err(|error| error.at(name))
        }
    }
}
