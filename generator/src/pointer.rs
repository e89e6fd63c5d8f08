//! JSON pointers (RFC 6901): text in, segments out, and a value's part at one. Everything that has a place is named by one.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

/// A place in a document: the keys and indices that lead to it.
///
/// Cheap to clone; ordered and hashable, so it can be the key of a map.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// Reads `#/a~1b/0`, `/a~1b/0`, `#` or the empty text; percent escapes are undone after a `#`.
    ///
    /// Anything else, such as a file name, is no pointer.
    pub fn parse(text: &str) -> Option<Self> {
        let (path, is_fragment) = match text.strip_prefix('#') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        if !path.is_empty() && !path.starts_with('/') {
            return None;
        }
        if is_fragment && path.contains('%') {
            return percent_decoded(path).map(|path| Self(path.into()));
        }
        Some(Self(path.into()))
    }

    /// The place under `key`, which is not escaped yet.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + key.len() + 1);
        text.push_str(&self.0);
        push(&mut text, key);
        Self(text.into())
    }

    /// The place of an element of a list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0).into())
    }

    /// The enclosing place; the root has none.
    pub fn parent(&self) -> Option<Self> {
        let cut = self.0.rfind('/')?;
        Some(Self(self.0[..cut].into()))
    }

    /// The last key or index, unescaped; the root has none.
    pub fn last(&self) -> Option<String> {
        let cut = self.0.rfind('/')?;
        Some(unescaped(&self.0[cut + 1..]).into_owned())
    }

    /// The keys and indices from the root down, unescaped.
    pub fn segments(&self) -> impl Iterator<Item = String> + '_ {
        let segments = self.0.split('/').skip(1);
        segments.map(|segment| unescaped(segment).into_owned())
    }

    /// Whether this place is `outer` or lies inside it.
    pub fn is_within(&self, outer: &Self) -> bool {
        self.0
            .strip_prefix(&*outer.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// This place with its outer part `from` replaced by `to`; `None` if it is not within `from`.
    pub fn moved(&self, from: &Self, to: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(&*from.0)?;
        if !(rest.is_empty() || rest.starts_with('/')) {
            return None;
        }
        Some(Self(format!("{}{rest}", to.0).into()))
    }

    /// The node at this place of a value. Other than `serde_json` it makes no text of keys that have no escapes.
    pub fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.split('/').skip(1).try_fold(value, |value, segment| {
            let key = unescaped(segment);
            match value {
                Value::Object(map) => map.get(&*key),
                Value::Array(list) => list.get(index(&key)?),
                _ => None,
            }
        })
    }

    /// The escaped text without `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Equal, ordered and hashed as its text.
impl Borrow<str> for Pointer {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<S: AsRef<str>> FromIterator<S> for Pointer {
    fn from_iter<I: IntoIterator<Item = S>>(keys: I) -> Self {
        let mut text = String::new();
        for key in keys {
            push(&mut text, key.as_ref());
        }
        Self(text.into())
    }
}

/// Adds a key, which is not escaped yet.
fn push(text: &mut String, key: &str) {
    text.push('/');
    if !key.contains(['~', '/']) {
        text.push_str(key);
        return;
    }
    for letter in key.chars() {
        match letter {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            other => text.push(other),
        }
    }
}

/// An index as RFC 6901 writes it.
fn index(key: &str) -> Option<usize> {
    let is_padded = key.len() > 1 && key.starts_with('0');
    let is_number = !is_padded && key.bytes().all(|c| c.is_ascii_digit());
    key.parse().ok().filter(|_| is_number)
}

fn unescaped(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') {
        // The order matters: `~01` is `~1`, not `/`.
        Cow::Owned(segment.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(segment)
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let (hex, tail) = tail.split_at_checked(2)?;
        let digits = std::str::from_utf8(hex).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

/// The key of a reference into one section of the components.
pub fn component_key(reference: &str, section: &str) -> Option<String> {
    let at = Pointer::parse(reference)?;
    let mut segments = at.segments();
    let is_section = segments.next()? == "components" && segments.next()? == section;
    let key = segments.next()?;
    (is_section && segments.next().is_none()).then_some(key)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Pointer;

    fn segments(text: &str) -> Vec<String> {
        Pointer::parse(text).unwrap().segments().collect()
    }

    #[test]
    fn reads_what_it_writes() {
        let at = Pointer::root().child("paths").child("/a~b/{id}").index(0);
        assert_eq!(at.to_string(), "#/paths/~1a~0b~1{id}/0");
        assert_eq!(Pointer::parse(&at.to_string()), Some(at.clone()));
        assert_eq!(segments(at.as_str()), ["paths", "/a~b/{id}", "0"]);
        assert_eq!(at.last().as_deref(), Some("0"));
    }

    #[test]
    fn the_root_has_no_parent_and_an_empty_key_is_a_key() {
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::parse("#"), Some(Pointer::root()));
        assert_eq!(segments("/"), [""]);
        assert_eq!(Pointer::root().child("").parent(), Some(Pointer::root()));
    }

    #[test]
    fn undoes_percent_escapes_in_fragments_only() {
        assert_eq!(segments("#/a%7Bb%7D/%C3%A9"), ["a{b}", "é"]);
        assert_eq!(segments("/a%7Bb"), ["a%7Bb"]);
        assert_eq!(Pointer::parse("#/a%7"), None);
        assert_eq!(Pointer::parse("#/a%zz"), None);
        assert_eq!(Pointer::parse("#/%ff"), None);
        assert_eq!(Pointer::parse("#/%é"), None);
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(segments("/~01"), ["~1"]);
    }

    #[test]
    fn finds_what_serde_json_finds() {
        let value = json!({"": 1, "a": [{"b/c": 2}, [3, "x"]], "~": {"~1": 4, "0": 5}, "01": null});
        let keys = [
            "", "a", "0", "1", "01", "00", "+1", "2", "b~1c", "~0", "~01", "~1",
        ];
        let mut texts = vec![String::new()];
        let mut found = 0;
        for _ in 0..3 {
            let longer = |text: &String| keys.map(|key| format!("{text}/{key}"));
            texts = texts.iter().flat_map(longer).collect();
            for text in &texts {
                let here = Pointer::parse(text).unwrap().find(&value);
                assert_eq!(here, value.pointer(text), "{text}");
                found += usize::from(here.is_some());
            }
        }
        assert!(found >= 8, "{found}");
    }

    #[test]
    fn a_file_name_is_no_pointer() {
        assert_eq!(Pointer::parse("other.yaml#/a"), None);
        assert_eq!(Pointer::parse("#name"), None);
    }

    #[test]
    fn knows_what_it_lies_in() {
        let outer = Pointer::parse("/a/b").unwrap();
        let moved = Pointer::parse("/z").unwrap();
        let inner = Pointer::parse("/a/b/c").unwrap();
        let beside = Pointer::parse("/a/bc").unwrap();
        assert!(inner.is_within(&outer) && outer.is_within(&outer));
        assert!(!beside.is_within(&outer));
        assert_eq!(inner.moved(&outer, &moved), Pointer::parse("/z/c"));
        assert_eq!(beside.moved(&outer, &moved), None);
    }
}
