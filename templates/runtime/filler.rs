//! Fills a tape: the one visitor through which every document comes in.

use std::fmt::{self, Formatter};

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::names::Names;
use super::tape::{Copied, Extent, Node, Tape};

/// What `serde_json` calls a number with all its digits, where a crate of the program turned on `arbitrary_precision`.
const DIGITS: &str = "$serde_json::private::Number";

/// How deep values may lie in each other, as in `serde_json`: reading them takes some of the stack for each.
const DEEPEST: usize = 128;

/// Puts a whole document on a tape.
pub(super) fn fill<'t, D: Deserializer<'t>>(
    tape: &mut Tape<'t>,
    deserializer: D,
) -> Result<(), D::Error> {
    Filler { tape, depth: 0 }.deserialize(deserializer)
}

impl Tape<'_> {
    fn copy<E: Error>(&mut self, text: &str) -> Result<Copied, E> {
        let start = narrow(self.copied.len())?;
        self.copied.push_str(text);
        let end = narrow(self.copied.len())?;
        Ok(Copied { start, end })
    }

    /// Notes a number of which all digits came.
    fn push_digits<E: Error>(&mut self, digits: &str) -> Result<(), E> {
        let node = match integer(digits) {
            Some(node) => node,
            None => Node::Digits(self.copy(digits)?),
        };
        self.nodes.push(node);
        Ok(())
    }

    /// Sets the beginning of an array or an object, now that its end is known.
    fn close<E: Error>(&mut self, open: Open, count: u32, names: Option<u64>) -> Result<(), E> {
        let others = self.others - open.others;
        let extent = Extent {
            end: narrow(self.nodes.len())?,
            count,
            size: narrow(self.nodes.len() - open.at - others)?,
        };
        self.nodes[open.at] = match names {
            Some(names) => Node::Object(extent, names),
            None => Node::Array(extent),
        };
        Ok(())
    }

    fn open(&mut self) -> Open {
        let open = Open {
            at: self.nodes.len(),
            others: self.others,
        };
        self.nodes.push(Node::Null);
        open
    }

    /// Whether a member before this one has its name.
    fn has_name(&self, open: Open, last: usize) -> bool {
        let name = self.text(last);
        let mut at = open.at + 1;
        while at < last {
            if self.text(at) == name {
                return true;
            }
            at = self.after(at + 1);
        }
        false
    }

    /// Lets the last of the members of one name stand, as `serde_json` does; gives how many were replaced.
    fn replace(&mut self, open: Open) -> u32 {
        let mut members = Vec::new();
        let mut at = open.at + 1;
        while at < self.nodes.len() {
            members.push((self.text(at).unwrap_or_default(), at));
            at = self.after(at + 1);
        }
        members.sort_unstable();
        let same = members.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let replaced: Vec<usize> = same.map(|pair| pair[0].1).collect();
        for &at in &replaced {
            self.others += self.size(at + 1);
            self.nodes[at] = Node::Replaced;
        }
        u32::try_from(replaced.len()).unwrap_or(u32::MAX)
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
    fn push(self, node: Node<'t>) {
        self.tape.nodes.push(node);
    }

    /// The filler of a value inside this one.
    fn inner<E: Error>(&mut self) -> Result<Filler<'_, 't>, E> {
        if self.depth >= DEEPEST {
            return Err(E::custom("values lie too deep in each other"));
        }
        Ok(Filler {
            tape: self.tape,
            depth: self.depth + 1,
        })
    }
}

impl<'t> DeserializeSeed<'t> for Filler<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Filler<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.push(Node::Null);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.push(Node::Null);
        Ok(())
    }

    fn visit_some<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.push(Node::Bool(value));
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.push(Node::Signed(value));
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.push(Node::Unsigned(value));
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
        self.push(if value.is_finite() {
            Node::Float(value)
        } else {
            Node::Null
        });
        Ok(())
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<(), E> {
        self.push(Node::Text(text));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let copied = self.tape.copy(text)?;
        self.push(Node::Copied(copied));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut elements: A) -> Result<(), A::Error> {
        let open = self.tape.open();
        let mut count = 0;
        while elements.next_element_seed(self.inner()?)?.is_some() {
            count += 1;
        }
        self.tape.close(open, count, None)
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut members: A) -> Result<(), A::Error> {
        let open = self.tape.open();
        let mut names = Names::default();
        loop {
            let at = self.tape.nodes.len();
            if members.next_key_seed(Name(self.tape))?.is_none() {
                break;
            }
            let name = self.tape.text(at).unwrap_or_default();
            if names.is_empty() && name == DIGITS && keeps_digits() {
                let digits: String = members.next_value()?;
                self.tape.nodes.truncate(open.at);
                return self.tape.push_digits(&digits);
            }
            names.add(name, || self.tape.has_name(open, at));
            self.tape.others += 1;
            members.next_value_seed(self.inner()?)?;
        }
        let mut count = names.count();
        if names.may_repeat() {
            count -= self.tape.replace(open);
        }
        self.tape.close(open, count, Some(names.marks()))
    }
}

/// Puts the name of a member at the end of a tape.
struct Name<'f, 't>(&'f mut Tape<'t>);

impl<'t> DeserializeSeed<'t> for Name<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'t> Visitor<'t> for Name<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a string key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<(), E> {
        self.0.nodes.push(Node::Text(text));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let copied = self.0.copy(text)?;
        self.0.nodes.push(Node::Copied(copied));
        Ok(())
    }
}

/// A number of 64 bits, if it is written as one.
fn integer(digits: &str) -> Option<Node<'static>> {
    if let Ok(number) = digits.parse::<u64>() {
        (number.to_string() == digits).then_some(Node::Unsigned(number))
    } else {
        let number = digits.parse::<i64>().ok()?;
        (number.to_string() == digits).then_some(Node::Signed(number))
    }
}

/// Whether `serde_json` keeps all digits of a number.
fn keeps_digits() -> bool {
    let number = "1.00".parse::<Number>();
    number.is_ok_and(|number| number.to_string() == "1.00")
}

/// A place as it is kept.
fn narrow<E: Error>(place: usize) -> Result<u32, E> {
    u32::try_from(place).map_err(|_| E::custom("the document is larger than 4 GiB"))
}
