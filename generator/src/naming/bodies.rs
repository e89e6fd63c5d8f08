//! Names of what there is once for each form of a body: methods, and the types that stand for another form of an answer.

use std::collections::BTreeMap;

use super::case::Case;
use super::chosen::chosen;
use super::reserved::Position;
use super::scope::{self, Granted, Taken};
use super::wish::Wish;
use super::{Name, Names, note};
use crate::config::Config;
use crate::groups::Group;
use crate::ir::{Api, Content, OperationId};

/// The names of another form in which an operation can be answered.
#[derive(Debug, Clone)]
pub(super) struct AnswerNames {
    pub(super) marker: Name,
    pub(super) output: Name,
    pub(super) function: Name,
}

/// A form of a body, and the operation that it belongs to.
type Form<'a> = (OperationId, &'a Content);

/// The types that stand for an operation with another form of its answer: the plain one, then what tells the form apart.
pub(super) fn markers(api: &Api, names: &mut Names, taken: &mut Taken) {
    let others: Vec<Form<'_>> = answered(api, api.keyed().map(|(id, _)| id));
    let wish = |&(id, content): &Form<'_>| {
        let marker = names.marker(id);
        of_form(marker, content, api, id)
    };
    let wishes: Vec<Wish> = others.iter().map(wish).collect();
    let markers = scope::grant(&wishes, Case::Camel, Position::Operation, taken);
    let output = |(wish, marker): (&Wish, &Granted)| Wish {
        text: format!("{}Output", marker.name),
        more: "by status".to_owned(),
        ..wish.clone()
    };
    let wishes: Vec<Wish> = wishes.iter().zip(&markers).map(output).collect();
    let outputs = scope::grant(&wishes, Case::Camel, Position::Type, taken);
    for ((id, _), (marker, output)) in others.into_iter().zip(markers.into_iter().zip(outputs)) {
        names.operations[id.0].answers.push(AnswerNames {
            marker: Name::new(marker.name),
            output: Name::new(output.name),
            function: Name::open(),
        });
    }
}

/// The methods that send another form of a body, and those that ask for one: the plain method, then what tells the form apart.
pub(super) fn functions(
    api: &Api,
    group: &Group,
    config: &Config,
    names: &mut Names,
    taken: &mut Taken,
) {
    let sent = group.operations.iter().flat_map(|&id| {
        let body = api.operation(id).body.iter();
        body.flat_map(move |body| body.others.iter().map(move |content| (id, content)))
    });
    let sent: Vec<Form<'_>> = sent.collect();
    let granted = methods(
        &sent,
        |(_, content)| apart(content).to_owned(),
        api,
        config,
        names,
        taken,
    );
    for ((id, _), granted) in sent.iter().zip(granted) {
        names.operations[id.0].bodies.push(Name::new(granted.name));
    }
    let asked = answered(api, group.operations.iter().copied());
    let mut alike: BTreeMap<(OperationId, &str), usize> = BTreeMap::new();
    for (id, content) in &asked {
        *alike.entry((*id, &content.words)).or_default() += 1;
    }
    let is_only = |id, content: &Content| alike.get(&(id, &*content.words)) == Some(&1);
    let is_sent = |id, content: &Content| {
        let mut bodies = sent.iter();
        bodies.any(|(other, body)| *other == id && body.words == content.words)
    };
    let granted = methods(
        &asked,
        |(id, content)| match (is_only(id, content), is_sent(id, content)) {
            // What stands in the way of the only answer in this form is a body in it.
            (true, _) => "answer".to_owned(),
            (false, true) => format!("{} answer", apart(content)),
            (false, false) => apart(content).to_owned(),
        },
        api,
        config,
        names,
        taken,
    );
    let mut given = granted.into_iter().map(|granted| Name::new(granted.name));
    for id in &group.operations {
        let answers = names.operations[id.0].answers.iter_mut();
        for (answer, function) in answers.zip(given.by_ref()) {
            answer.function = function;
        }
    }
}

/// The forms of answers that have a method of their own.
fn answered(api: &Api, operations: impl Iterator<Item = OperationId>) -> Vec<Form<'_>> {
    let forms = operations.flat_map(|id| {
        let operation = api.operation(id);
        let others = operation.other_answers().into_iter();
        others.filter_map(move |answer| {
            let (_, content) = operation.form(answer.origin)?;
            Some((id, content))
        })
    });
    forms.collect()
}

/// What the methods for these forms are called; `more` is said of one whose name another has.
fn methods<'a>(
    forms: &[Form<'a>],
    more: impl Fn(Form<'a>) -> String,
    api: &Api,
    config: &Config,
    names: &mut Names,
    taken: &mut Taken,
) -> Vec<Granted> {
    let wish = |form: &Form<'a>| Wish {
        chosen: chosen(api, config, &form.1.at, Case::Snake),
        more: more(*form),
        ..of_form(names.function(form.0), form.1, api, form.0)
    };
    let wishes: Vec<Wish> = forms.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Position::Function, taken);
    note(&mut names.notes, &wishes, &granted);
    granted
}

/// What is named after an operation and the form of a body.
fn of_form(plain: &str, content: &Content, api: &Api, id: OperationId) -> Wish {
    Wish {
        chosen: None,
        shorter: Vec::new(),
        text: format!("{plain} {}", content.words),
        more: apart(content).to_owned(),
        // The plain media type goes before one that says more: `application/json;stream=watch`.
        rank: u8::from(parameters(content).is_some()),
        at: api.written(&content.at).to_string(),
        key: format!("{} {}", api.operation(id).at, content.media_type),
    }
}

/// What tells media types of the same words apart: what stands behind the name, or `application` of `application/csv`.
fn apart(content: &Content) -> &str {
    let class = || content.media_type.split('/').next().unwrap_or_default();
    parameters(content).unwrap_or_else(class)
}

/// `stream=watch` of `application/json;stream=watch`.
fn parameters(content: &Content) -> Option<&str> {
    let (_, parameters) = content.media_type.split_once(';')?;
    Some(parameters.trim()).filter(|parameters| !parameters.is_empty())
}
