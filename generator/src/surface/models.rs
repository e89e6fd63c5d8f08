//! Models: types, fields and variants, and how they are made.

use super::lines::{Lines, Path};
use crate::plan::{HasDefault, Kind, Model, Struct, Union};
use crate::rust::View;

const VIEW: View<'static> = View::Models;

/// The lines of a model.
pub(super) fn add(model: &Model<'_>, lines: &mut Lines) {
    let path = Path::ROOT.join("models").join(&model.name.code());
    if let Some(definition) = model.definition {
        let definition = Path::ROOT.join("models").join(&definition.code());
        lines.reexport(&path, &definition);
        return;
    }
    let mut derives = model.derives();
    let added = model.attributes.iter();
    derives.extend(added.flat_map(|attribute| attribute.derives()));
    match &model.kind {
        Kind::Struct(object) => {
            lines.item("struct", &path, &derives);
            structure(object, &path, lines);
        }
        Kind::Enum(list) => {
            lines.item("enum", &path, &derives);
            for value in &list.values {
                lines.part(&path.join(&value.name.code()), "");
            }
        }
        Kind::Constant(only) => {
            lines.item("enum", &path, &derives);
            lines.part(&path.join(&only.name.code()), "");
        }
        Kind::Union(union) => {
            lines.item("enum", &path, &derives);
            variants(union, &path, lines);
        }
        Kind::Alias { ty, .. } => lines.alias(&path, &ty.text(VIEW)),
    }
    if let Some(unknown) = model.unknown() {
        lines.part(&path.join("Unknown"), &format!("(runtime::{unknown})"));
    }
}

fn structure(object: &Struct<'_>, path: &Path, lines: &mut Lines) {
    if let Some(new) = &object.new {
        lines.function(path, new, VIEW, None);
    }
    for member in &object.members {
        let ty = member.ty.text(VIEW);
        lines.part(&path.join(&member.name.code()), &format!(": {ty}"));
        if let Some(setter) = member.setter() {
            lines.function(path, &setter, VIEW, Some(&member.source.docs));
        }
    }
    if let Some(rest) = &object.rest {
        let ty = rest.ty().text(VIEW);
        lines.part(&path.join(&rest.name.code()), &format!(": {ty}"));
        if let Some(setter) = rest.setter() {
            lines.function(path, &setter, VIEW, None);
        }
    }
    if object.default == HasDefault::ByNew {
        lines.implementation("Default", path);
    }
    if object.has_secret() {
        lines.implementation("std::fmt::Debug", path);
    }
}

fn variants(union: &Union<'_>, path: &Path, lines: &mut Lines) {
    for variant in &union.variants {
        let ty = variant.ty().text(VIEW);
        lines.part(&path.join(&variant.name.code()), &format!("({ty})"));
        for source in &variant.sources {
            let source = source.text(VIEW);
            lines.implementation(&format!("From<{source}>"), path);
        }
    }
}
