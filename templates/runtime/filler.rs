//! Fills a tape: the one visitor through which every document comes in.

use std::fmt::{self, Formatter};

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::tape::{Kind, Tape, paired};
use super::{digits, names::Names};

/// How deep values may lie in each other, as in `serde_json`: reading them takes some of the stack for each.
const DEEPEST: usize = 128;

/// Puts a whole document on a tape.
pub(super) fn fill<'de, D: Deserializer<'de>>(
    tape: &mut Tape<'_>,
    deserializer: D,
) -> Result<(), D::Error> {
    Filler { tape, depth: 0 }.deserialize(deserializer)
}

impl Tape<'_> {
    fn copy<E: Error>(&mut self, text: &str) -> Result<u64, E> {
        let start = narrow(self.copied.len())?;
        self.copied.push_str(text);
        Ok(paired(start, narrow(text.len())?))
    }

    fn push_copied<E: Error>(&mut self, text: &str) -> Result<(), E> {
        let place = self.copy(text)?;
        self.push(Kind::Copied, place);
        Ok(())
    }

    /// Notes a text that may stand in the source as it is.
    #[inline]
    fn push_text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        let Some(start) = self.place(text) else {
            return self.push_copied(text);
        };
        self.push(Kind::Text, paired(narrow(start)?, narrow(text.len())?));
        Ok(())
    }

    /// Notes a number of which all digits came.
    fn push_digits<E: Error>(&mut self, digits: &str) -> Result<(), E> {
        let (kind, data) = match digits::integer(digits) {
            Some(integer) => integer,
            None => (Kind::Digits, self.copy(digits)?),
        };
        self.push(kind, data);
        Ok(())
    }

    /// Begins an array or an object, which has two nodes.
    fn open(&mut self) -> Open {
        let open = Open { at: self.len(), others: self.others };
        self.push(Kind::Null, 0);
        self.push(Kind::Null, 0);
        self.others += 1;
        open
    }

    /// Sets the first node of an array or an object, now that its end is known.
    fn close<E: Error>(&mut self, open: Open, kind: Kind) -> Result<(), E> {
        let size = self.len() - open.at - (self.others - open.others);
        let extent = paired(narrow(self.len())?, narrow(size)?);
        self.set(open.at, kind, extent);
        Ok(())
    }

    /// The names of the members up to a place.
    fn names(&self, open: Open, end: usize) -> impl Iterator<Item = usize> + '_ {
        let first = Some(open.at + 2).filter(|first| *first < end);
        std::iter::successors(first, move |at| Some(self.after(at + 1)).filter(|next| *next < end))
    }

    /// Lets the last of the members of one name stand, as `serde_json` does.
    fn replace(&mut self, open: Open) {
        let names = self.names(open, self.len());
        let mut names: Vec<_> = names.map(|at| (self.text(at), at)).collect();
        names.sort_unstable();
        let same = names.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let replaced: Vec<usize> = same.map(|pair| pair[0].1).collect();
        for at in replaced {
            self.others += self.extent(at + 1).1;
            self.set(at, Kind::Replaced, 0);
        }
    }
}

/// The beginning of an array or an object that is being filled.
#[derive(Debug, Clone, Copy)]
struct Open {
    at: usize,
    /// How many nodes before it are no values.
    others: usize,
}

/// Puts one value at the end of a tape.
struct Filler<'f, 't> {
    tape: &'f mut Tape<'t>,
    depth: usize,
}

impl<'t> Filler<'_, 't> {
    /// The filler of a value inside this one.
    fn inner<E: Error>(&mut self) -> Result<Filler<'_, 't>, E> {
        if self.depth >= DEEPEST {
            return Err(E::custom("values lie too deep in each other"));
        }
        Ok(Filler { tape: self.tape, depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Filler<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Filler<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.tape.push(Kind::Null, 0);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.tape.push(Kind::Null, 0);
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        let kind = if value { Kind::True } else { Kind::False };
        self.tape.push(kind, 0);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.tape.push(Kind::Signed, value.cast_unsigned());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.tape.push(Kind::Unsigned, value);
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.tape.push_digits(&value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.tape.push_digits(&value.to_string())
    }

    /// JSON has no infinity and no NaN.
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        let kind = if value.is_finite() { Kind::Float } else { Kind::Null };
        self.tape.push(kind, value.to_bits());
        Ok(())
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.tape.push_text(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.tape.push_copied(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        let open = self.tape.open();
        let mut count = 0;
        while elements.next_element_seed(self.inner()?)?.is_some() {
            count += 1;
        }
        self.tape.set(open.at + 1, Kind::Count, count);
        self.tape.close(open, Kind::Array)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let open = self.tape.open();
        let mut names = Names::default();
        loop {
            let name = Name { tape: self.tape, open, names: &mut names };
            if members.next_key_seed(name)?.is_none() {
                break;
            }
            let is_number = || self.tape.is_named(open.at + 2, digits::TOKEN) && digits::are_kept();
            if names.count() == 1 && is_number() {
                let digits: String = members.next_value()?;
                self.tape.truncate(open.at);
                self.tape.others = open.others;
                return self.tape.push_digits(&digits);
            }
            members.next_value_seed(self.inner()?)?;
        }
        if names.may_repeat() {
            self.tape.replace(open);
        }
        self.tape.set(open.at + 1, Kind::Marks, names.marks());
        self.tape.close(open, Kind::Object)
    }
}

/// Puts the name of a member at the end of a tape.
struct Name<'f, 't> {
    tape: &'f mut Tape<'t>,
    open: Open,
    names: &'f mut Names,
}

impl Name<'_, '_> {
    fn note(&mut self, name: &str) {
        let (tape, open) = (&*self.tape, self.open);
        self.names.add(name, || {
            let mut before = tape.names(open, tape.len());
            before.any(|before| tape.is_named(before, name))
        });
        self.tape.others += 1;
    }
}

impl<'de> DeserializeSeed<'de> for Name<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a string key")
    }

    fn visit_borrowed_str<E: Error>(mut self, text: &'de str) -> Result<(), E> {
        self.note(text);
        self.tape.push_text(text)
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        self.note(text);
        self.tape.push_copied(text)
    }
}

/// A place as it is kept.
fn narrow<E: Error>(place: usize) -> Result<u32, E> {
    u32::try_from(place).map_err(|_| E::custom("the document is larger than 4 GiB"))
}
