//! A parent that has a `discriminator` and no union: becomes the union of its heirs, those that say `allOf` with it, and of itself.

mod values;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use values::{add_values, component, keep, leads, name_of, own_value, reference};

use crate::cx::Cx;
use crate::diag::{Reported, codes};
use crate::extensions::ITSELF;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Writes the union of each parent.
///
/// # Errors
///
/// When heirs that say their values themselves, or that a mapping leads to, have too many parents above them.
pub(super) fn run(tree: &mut Tree, cx: &mut Cx) -> Result<(), Reported> {
    let at: Pointer = ["components", "schemas"].iter().collect();
    let Some(Value::Object(schemas)) = at.find(&tree.root) else {
        return Ok(());
    };
    let family = Family::of(schemas);
    let mut known = BTreeMap::new();
    let unions: Vec<(String, Map<String, Value>)> = schemas
        .keys()
        .filter_map(|name| Some((name.clone(), family.union(name, schemas, &mut known)?)))
        .collect();
    if family.asked.get() > MAX_ASKED {
        let what = format!("heirs of a `discriminator` have more than {MAX_ASKED} parents in all");
        let found = codes::BEYOND_MEASURE.at(tree.place(&at)).on_key();
        return Err(cx.error(found.arg("what", what)));
    }
    for (name, union) in unions {
        let parent = at.child(&name);
        let Some(Value::Object(schema)) = tree.root.pointer_mut(parent.as_str()) else {
            continue;
        };
        let count = union["oneOf"].as_array().map_or(0, Vec::len);
        let is_own = schema.contains_key("discriminator");
        schema.extend(union);
        let written = if is_own {
            parent.child("discriminator")
        } else {
            parent.clone()
        };
        let was = tree.was(&written);
        for index in 0..count {
            let candidate = parent.child("oneOf").index(index);
            tree.origins.made(candidate, was.clone());
        }
        if is_own {
            // That there is a parent alone is what the discriminator says.
            tree.origins.is(parent.child("oneOf").index(0), was);
        }
    }
    Ok(())
}

/// Who says `allOf` with whom, by the names of components.
struct Family<'t> {
    parents: BTreeMap<&'t str, Vec<String>>,
    heirs: BTreeMap<String, Vec<&'t str>>,
    /// Whether a schema says its value of the tag itself.
    says_values: bool,
    /// How many heirs were asked for their values, or whether they are below a parent.
    asked: Cell<usize>,
}

/// An heir is asked by each parent above it: a chain of them comes to the square of its length.
const MAX_ASKED: usize = 50_000;

impl<'t> Family<'t> {
    fn of(schemas: &'t Map<String, Value>) -> Self {
        let mut family = Self {
            parents: BTreeMap::new(),
            heirs: BTreeMap::new(),
            says_values: schemas.values().any(|schema| own_value(schema).is_some()),
            asked: Cell::new(0),
        };
        for (name, schema) in schemas {
            let mut parents = Vec::new();
            add_parents(schema, &mut parents);
            for parent in &parents {
                let heirs = family.heirs.entry(parent.clone()).or_default();
                // The names come one after the other, so what is there already is the last one.
                if parent != name && heirs.last() != Some(&name.as_str()) {
                    heirs.push(name);
                }
            }
            family.parents.insert(name, parents);
        }
        family
    }

    /// What makes a union of a parent, if it is one: the candidates, and the tag that it may have inherited.
    fn union<'s>(
        &self,
        name: &str,
        schemas: &'s Map<String, Value>,
        known: &mut BTreeMap<String, Option<&'s Value>>,
    ) -> Option<Map<String, Value>> {
        let tag = self.tag(name, schemas, known)?;
        let mapped: Vec<String> = tag
            .get("mapping")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(Map::values)
            .filter_map(|target| component(target.as_str()?, schemas))
            .collect();
        let mut heirs: Vec<String> = self.heirs.get(name).map_or_else(Vec::new, |heirs| {
            heirs.iter().map(|heir| (*heir).to_owned()).collect()
        });
        let mut relatives = BTreeSet::new();
        if schemas[name].get("discriminator").is_some() {
            // A schema that is mapped and does not say so is one all the same.
            let known = self.descendants(name);
            let above = self.ancestors(name);
            relatives = self.relatives(&above, tag, schemas);
            relatives.retain(|relative| relative != name && !known.contains(relative));
            let strangers = mapped.iter().filter(|target| {
                *target != name
                    && !known.contains(*target)
                    && !above.contains(target.as_str())
                    && !relatives.contains(*target)
            });
            heirs.extend(strangers.cloned());
        }
        if heirs.is_empty() {
            return None;
        }
        // Those that the document lists keep its order; the order of components decides nothing.
        let mut order = BTreeMap::new();
        for (index, target) in mapped.iter().enumerate() {
            order.entry(target).or_insert(index);
        }
        heirs.sort_by_cached_key(|heir| {
            let index = order.get(heir).copied();
            (index.unwrap_or(usize::MAX), heir.clone())
        });
        heirs.dedup();
        let mut itself = Map::new();
        itself.insert("allOf".to_owned(), json!([reference(name)]));
        ITSELF.set(&mut itself);
        let heirs = heirs.iter().map(|heir| reference(heir));
        let candidates = std::iter::once(Value::Object(itself)).chain(heirs);
        let candidates: Vec<Value> = candidates.collect();
        let mut union = Map::new();
        union.insert("oneOf".to_owned(), Value::Array(candidates));
        let tag = self.told(name, schemas, tag, &relatives);
        union.insert("discriminator".to_owned(), tag);
        Some(union)
    }

    /// What tells the candidates of a union apart: the tag, its own or inherited, as it is for the schema and its heirs.
    fn told(
        &self,
        name: &str,
        schemas: &Map<String, Value>,
        tag: &Value,
        relatives: &BTreeSet<String>,
    ) -> Value {
        let mut tag = tag.clone();
        if let Value::Object(tag) = &mut tag {
            keep(tag, schemas, |to| {
                to.is_none_or(|to| !relatives.contains(to))
            });
        }
        let is_inherited = schemas[name].get("discriminator").is_none();
        let is_another = self.says_values || is_inherited && leads(&tag);
        if !is_another || self.asked.get() > MAX_ASKED {
            return tag;
        }
        let mut heirs = self.descendants(name);
        heirs.insert(name.to_owned());
        self.asked.set(self.asked.get() + heirs.len());
        if let Value::Object(tag) = &mut tag {
            if is_inherited {
                keep(tag, schemas, |to| to.is_some_and(|to| heirs.contains(to)));
            }
            add_values(tag, heirs, schemas);
        }
        tag
    }

    /// The `discriminator` of a schema, its own or that of the first parent that has one and does not list its candidates
    /// itself. `known` has what was found out before.
    fn tag<'s>(
        &self,
        name: &str,
        schemas: &'s Map<String, Value>,
        known: &mut BTreeMap<String, Option<&'s Value>>,
    ) -> Option<&'s Value> {
        let mut way = vec![(name.to_owned(), 0)];
        let mut seen = BTreeSet::from([name.to_owned()]);
        while let Some((name, next)) = way.pop() {
            let found = match known.get(&name) {
                Some(known) => *known,
                None => schemas.get(&name).and_then(own_tag),
            };
            if found.is_some() {
                known.insert(name, found);
                known.extend(way.into_iter().map(|(name, _)| (name, found)));
                return found;
            }
            let is_open = !known.contains_key(&name)
                && schemas.get(&name).is_some_and(|schema| !is_union(schema));
            let parents = self.parents.get(name.as_str()).filter(|_| is_open);
            let Some(parent) = parents.and_then(|parents| parents.get(next)) else {
                continue;
            };
            way.push((name, next + 1));
            if seen.insert(parent.clone()) {
                way.push((parent.clone(), 0));
            }
        }
        known.extend(seen.into_iter().map(|name| (name, None)));
        None
    }

    /// The heirs of a schema, and theirs.
    fn descendants(&self, name: &str) -> BTreeSet<String> {
        self.below(vec![name.to_owned()])
    }

    /// The heirs of those above a schema that tell theirs apart by the same member: a mapping that is repeated leads to them, and
    /// they are no heirs of the schema.
    fn relatives(
        &self,
        above: &BTreeSet<&str>,
        tag: &Value,
        schemas: &Map<String, Value>,
    ) -> BTreeSet<String> {
        let is_tagged = |name: &&&str| {
            let other = schemas.get(**name).and_then(own_tag);
            other.is_some_and(|other| other.get("propertyName") == tag.get("propertyName"))
        };
        let tagged = above.iter().filter(is_tagged);
        self.below(tagged.map(|name| (*name).to_owned()).collect())
    }

    fn below(&self, mut open: Vec<String>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        while let Some(next) = open.pop() {
            for heir in self.heirs.get(&next).into_iter().flatten() {
                if found.insert((*heir).to_owned()) {
                    open.push((*heir).to_owned());
                }
            }
        }
        found
    }

    /// The parents of a schema, and theirs.
    fn ancestors(&self, name: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open = vec![name];
        while let Some(next) = open.pop() {
            for parent in self.parents.get(next).into_iter().flatten() {
                if found.insert(parent.as_str()) {
                    open.push(parent);
                }
            }
        }
        found
    }
}

/// Adds the components that a schema says `allOf` with.
fn add_parents(schema: &Value, found: &mut Vec<String>) {
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        match part.get("$ref").and_then(Value::as_str) {
            Some(target) => found.extend(name_of(target)),
            None => add_parents(part, found),
        }
    }
}

/// The `discriminator` of a schema that does not list its candidates.
fn own_tag(schema: &Value) -> Option<&Value> {
    let own = schema.get("discriminator").filter(|_| !is_union(schema));
    own.filter(|own| own.get("propertyName").is_some_and(Value::is_string))
}

fn is_union(schema: &Value) -> bool {
    ["oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some())
}
