//! A union of values: becomes an `enum` that keeps what is said about each value.

use serde_json::{Map, Value, json};

use super::edits::Here;
use crate::extensions::{ENUM_DESCRIPTIONS, ENUM_NAMES};
use crate::pointer::Pointer;

/// Keywords beside a union that say what the value is, so that it is more than a choice.
const SPEAKING: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "const",
    "enum",
    "items",
    "properties",
    "required",
];

/// Makes a union of nothing but values an `enum`; of values beside other things, the values become one branch.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    if SPEAKING.iter().any(|key| map.contains_key(*key)) {
        return;
    }
    let key = match (map.contains_key("oneOf"), map.contains_key("anyOf")) {
        (true, false) => "oneOf",
        (false, true) => "anyOf",
        _ => return,
    };
    let Some(Value::Array(branches)) = map.get(key) else {
        return;
    };
    let ty = map.get("type").cloned();
    let choices = branches.iter().enumerate();
    let mut choices: Vec<Choice> = choices
        .filter_map(|(index, branch)| Choice::of(index, branch, ty.as_ref()))
        .collect();
    // Values of one type belong together; of several types, those of the first that has more than one branch.
    let of_type = |ty: &Value| choices.iter().filter(|one| one.ty == *ty).count();
    let several = choices.iter().find(|one| of_type(&one.ty) > 1);
    let Some(ty) = several.or(choices.first()).map(|one| one.ty.clone()) else {
        return;
    };
    let (at, count) = (here.at(), branches.len());
    choices.retain(|one| one.ty == ty);
    if choices.len() == count {
        map.shift_remove(key);
        map.shift_remove("discriminator");
        put(&choices, map, (&at.child(key), &at), here);
    } else if choices.len() > 1 {
        one_branch(&choices, map, (key, &at.child(key)), here);
    }
}

/// A branch that lists values.
struct Choice {
    index: usize,
    values: Vec<Value>,
    /// The type that the values have.
    ty: Value,
    title: Value,
    description: Value,
    is_nullable: bool,
}

impl Choice {
    /// What a branch lists, if it says no more than that and all values are plain and of one type.
    fn of(index: usize, branch: &Value, beside: Option<&Value>) -> Option<Self> {
        const BESIDE: &[&str] = &[
            "$comment",
            "const",
            "deprecated",
            "description",
            "enum",
            "example",
            "examples",
            "nullable",
            "title",
            "type",
        ];
        let map = branch.as_object()?;
        let is_annotation = |key: &str| BESIDE.contains(&key) || key.starts_with("x-");
        if !map.keys().all(|key| is_annotation(key)) {
            return None;
        }
        let values = match (map.get("const"), map.get("enum")) {
            (Some(value), None) => vec![value.clone()],
            (None, Some(Value::Array(values))) => values.clone(),
            _ => return None,
        };
        let said = map.get("type").or(beside);
        let mut types = values.iter().map(|value| type_of(value, said));
        let first = types.next()??;
        if !types.all(|ty| ty == Some(first)) {
            return None;
        }
        let text = |key: &str| {
            let text = map.get(key).filter(|text| text.is_string());
            text.cloned().unwrap_or_default()
        };
        let description = match (text("description"), map.get("deprecated")) {
            (Value::String(said), Some(Value::Bool(true))) => {
                json!(format!("{said}\n\nDeprecated."))
            }
            (Value::Null, Some(Value::Bool(true))) => json!("Deprecated."),
            (said, _) => said,
        };
        Some(Self {
            index,
            ty: said.cloned().unwrap_or_else(|| json!(first)),
            // A title of several values is the name of none.
            title: if values.len() == 1 {
                text("title")
            } else {
                Value::Null
            },
            values,
            description,
            is_nullable: map.get("nullable") == Some(&Value::Bool(true)),
        })
    }

    /// Where a value is written; of one alone, all that is said about it.
    fn place(&self, union: &Pointer, index: usize) -> Pointer {
        let branch = union.index(self.index);
        if self.values.len() == 1 {
            branch
        } else {
            branch.child("enum").index(index)
        }
    }
}

/// The type of a plain value, where it can be one of what is said.
fn type_of(value: &Value, said: Option<&Value>) -> Option<&'static str> {
    let said = said.and_then(Value::as_str);
    match value {
        Value::String(_) => Some("string"),
        // YAML reads `1` and `true` as what they are, also where a text is meant.
        Value::Bool(_) | Value::Number(_) if said == Some("string") => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(_) if said == Some("number") => Some("number"),
        Value::Number(number) if number.is_f64() => Some("number"),
        Value::Number(_) => Some("integer"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Writes the values of branches of a union into a schema.
fn put(
    choices: &[Choice],
    map: &mut Map<String, Value>,
    (union, at): (&Pointer, &Pointer),
    here: &mut Here<'_>,
) {
    let mut values: Vec<&Value> = Vec::new();
    let (mut titles, mut descriptions) = (Vec::new(), Vec::new());
    for choice in choices {
        for (index, value) in choice.values.iter().enumerate() {
            let new = at.child("enum").index(values.len());
            here.became(choice.place(union, index), new);
            values.push(value);
            titles.push(&choice.title);
            descriptions.push(&choice.description);
        }
    }
    if choices.iter().any(|choice| choice.is_nullable) {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
    map.insert("enum".to_owned(), json!(values));
    map.entry("type").or_insert_with(|| choices[0].ty.clone());
    ENUM_NAMES.set(map, &titles);
    ENUM_DESCRIPTIONS.set(map, &descriptions);
}

/// Puts all branches that list values into the place of the first one.
fn one_branch(
    choices: &[Choice],
    map: &mut Map<String, Value>,
    (key, union): (&str, &Pointer),
    here: &mut Here<'_>,
) {
    let mut branch = Map::new();
    let at = union.index(choices[0].index);
    put(choices, &mut branch, (union, &at), here);
    let Some(Value::Array(list)) = map.get_mut(key) else {
        return;
    };
    let mut kept = Vec::new();
    for (index, other) in std::mem::take(list).into_iter().enumerate() {
        if index == choices[0].index {
            kept.push(Value::Object(std::mem::take(&mut branch)));
        } else if !choices.iter().any(|choice| choice.index == index) {
            here.moved(union.index(index), union.index(kept.len()));
            kept.push(other);
        }
    }
    *list = kept;
}
