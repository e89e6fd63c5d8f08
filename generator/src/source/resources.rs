//! What can be referred to by an address or a name of its own: the document by `$self`, schemas by `$id`, parts by `$anchor`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::grammar::walk::Trail;
use super::uri::{resolved, split_fragment};
use crate::pointer::Pointer;

/// Keywords whose values are data, in which nothing has an address.
const DATA: &[&str] = &["const", "default", "enum", "example", "examples", "value"];

/// The addresses and names in a file.
#[derive(Debug, Default)]
pub struct Resources {
    owners: Vec<Pointer>,
    addresses: BTreeMap<String, Pointer>,
    anchors: BTreeMap<String, BTreeSet<Pointer>>,
}

impl Resources {
    /// Those of a file of which nobody knows what its parts are.
    pub(super) fn of(root: &Value) -> Self {
        let mut found = Self::default();
        found.below(root, Trail::ROOT);
        found.settle(root);
        found
    }

    fn below(&mut self, value: &Value, trail: Trail<'_>) {
        match value {
            Value::Object(map) => {
                self.note(trail, map);
                let parts = map.iter().filter(|(key, _)| !DATA.contains(&key.as_str()));
                parts.for_each(|(key, value)| self.below(value, trail.child(key)));
            }
            Value::Array(list) => {
                let parts = list.iter().enumerate();
                parts.for_each(|(index, value)| self.below(value, trail.index(index)));
            }
            _ => {}
        }
    }

    /// Takes up what a schema says of itself.
    pub fn note(&mut self, trail: Trail<'_>, map: &Map<String, Value>) {
        let text = |key: &str| map.get(key).and_then(Value::as_str);
        if text("$id").is_some() {
            self.owners.push(trail.pointer());
        }
        for name in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
            let places = self.anchors.entry(name.to_owned()).or_default();
            places.insert(trail.pointer());
        }
    }

    /// Works out the addresses, once everything is noted.
    pub fn settle(&mut self, root: &Value) {
        if root.get("$self").is_some_and(Value::is_string) {
            self.owners.insert(0, Pointer::root());
        }
        for at in &self.owners {
            let address = base(root, at);
            self.addresses.entry(address).or_insert_with(|| at.clone());
        }
    }

    /// Where a reference at a node leads that begins with an address of this file.
    pub fn find(&self, root: &Value, from: &Pointer, target: &str) -> Option<Pointer> {
        if self.addresses.is_empty() {
            return None;
        }
        let (address, fragment) = split_fragment(target);
        let resource = self.addresses.get(&resolved(&base(root, from), address))?;
        let to = match Pointer::parse(fragment) {
            Some(inner) => inner.moved(&Pointer::root(), resource)?,
            None => self.named(resource, fragment)?,
        };
        to.find(root).map(|_| to)
    }

    /// The part of a resource that has a name which no other part of it has.
    pub fn named(&self, resource: &Pointer, fragment: &str) -> Option<Pointer> {
        let places = self.anchors.get(fragment.strip_prefix('#')?)?;
        // What is inside stands together, so that a name of many resources is looked up and not searched for.
        let inner = places.range(resource.child("")..);
        let inner = inner.take_while(|at| at.is_within(resource));
        let mut all = places.get(resource).into_iter().chain(inner);
        let only = all.next()?;
        all.next().is_none().then(|| only.clone())
    }
}

/// The address of what a node stands in, which references there are relative to.
fn base(root: &Value, at: &Pointer) -> String {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut base = text(root, "$self").unwrap_or_default();
    let mut here = Pointer::root();
    let mut keys = at.segments();
    loop {
        if let Some(id) = here.find(root).and_then(|value| text(value, "$id")) {
            base = resolved(&base, &id);
        }
        match keys.next() {
            Some(key) => here = here.child(&key),
            None => return base,
        }
    }
}
