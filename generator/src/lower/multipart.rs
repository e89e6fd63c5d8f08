//! Bodies of `multipart/form-data`: texts of `format: binary` are files there, so a struct with such fields becomes one that is
//! only sent.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{
    Api, Body, ContentKind, Field, Member, Owner, Shape, Struct, Text, Type, TypeDef, TypeId,
};

/// Other names of a type in a longer chain are a circle.
const LONGEST: usize = 32;

/// Gives each body of parts its type: a form where it holds files, its own where it has fields, any JSON otherwise.
///
/// A type that nothing else uses becomes the form. A component, and what is used elsewhere, keeps its type for JSON and gets
/// a form beside it: so no other use of it decides its name.
pub(super) fn forms(api: &mut Api) {
    let used = used(api);
    let mut forms: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for operation in 0..api.operations.len() {
        let Some(mut body) = api.operations[operation].body.take() else {
            continue;
        };
        for content in std::iter::once(&mut body.main).chain(&mut body.others) {
            if content.kind == ContentKind::Multipart {
                content.ty = form_of(&content.ty, api, &used, &mut forms);
            }
        }
        api.operations[operation].body = Some(body);
    }
}

/// The definitions that anything but a body of parts uses.
fn used(api: &Api) -> BTreeSet<TypeId> {
    let mut types: Vec<&Type> = Vec::new();
    types.extend(api.types.iter().flat_map(|def| def.shape.types()));
    for operation in &api.operations {
        types.extend(operation.params.iter().map(|param| &param.ty));
        let sent = operation.body.iter().flat_map(Body::contents);
        let sent = sent.filter(|content| content.kind != ContentKind::Multipart);
        let given = operation.responses.iter().flat_map(|one| &one.contents);
        types.extend(sent.chain(given).map(|content| &content.ty));
    }
    let mut used = BTreeSet::new();
    while let Some(ty) = types.pop() {
        if let Type::Named(id) = ty {
            used.insert(*id);
        }
        types.extend(ty.parts());
    }
    used
}

fn form_of(
    ty: &Type,
    api: &mut Api,
    used: &BTreeSet<TypeId>,
    forms: &mut BTreeMap<TypeId, TypeId>,
) -> Type {
    let (id, object) = match behind(ty, api) {
        (Some(id), Shape::Struct(object)) => (id, object),
        (_, Shape::Union(_) | Shape::Alias(Type::Map(_))) => return ty.clone(),
        _ => return Type::Any,
    };
    if object.is_form {
        return Type::Named(id);
    }
    if let Some(&form) = forms.get(&id) {
        return Type::Named(form);
    }
    let Some(form) = with_files(&object, api) else {
        return Type::Named(id);
    };
    let def = &mut api.types[id.0];
    if !used.contains(&id) && !matches!(def.owner, Owner::Component { .. }) {
        def.shape = Shape::Struct(form);
        return Type::Named(id);
    }
    let member = Member {
        words: "multipart".to_owned(),
    };
    let twin = TypeDef {
        owner: Owner::Type { id, member },
        shape: Shape::Struct(form),
        nullable: false,
        ..def.clone()
    };
    let form = TypeId(api.types.len());
    api.types.push(twin);
    forms.insert(id, form);
    Type::Named(form)
}

/// What a type is under its other names, and its definition.
fn behind(ty: &Type, api: &Api) -> (Option<TypeId>, Shape) {
    let (mut id, mut shape) = (None, Shape::Alias(ty.clone()));
    for _ in 0..LONGEST {
        match &shape {
            Shape::Alias(Type::Named(next)) => {
                id = Some(*next);
                shape = api.get(*next).shape.clone();
            }
            Shape::Alias(Type::Nullable(inner)) => shape = Shape::Alias((**inner).clone()),
            _ => break,
        }
    }
    (id, shape)
}

/// The struct with its files; `None` where it has none.
fn with_files(object: &Struct, api: &Api) -> Option<Struct> {
    let field = |field: &Field| Field {
        ty: file(&field.ty, api).unwrap_or_else(|| field.ty.clone()),
        ..field.clone()
    };
    let form = Struct {
        fields: object.fields.iter().map(field).collect(),
        additional: object.additional.clone(),
        is_form: true,
    };
    let mut pairs = form.fields.iter().zip(&object.fields);
    pairs.any(|(one, other)| one.ty != other.ty).then_some(form)
}

/// The file, or the list of files, that a field is; either of both is a list.
fn file(ty: &Type, api: &Api) -> Option<Type> {
    let Shape::Union(union) = behind(ty, api).1 else {
        return one_or_several(ty, api);
    };
    let files = union.variants.iter();
    let files = files.map(|variant| one_or_several(&variant.ty, api));
    let files: Vec<Type> = files.collect::<Option<_>>()?;
    let is_list = |ty: &&Type| **ty != Type::File;
    files.iter().find(is_list).or(files.first()).cloned()
}

fn one_or_several(ty: &Type, api: &Api) -> Option<Type> {
    let is_bytes = |shape: &Shape| matches!(shape, Shape::Alias(Type::Text(Text::Binary)));
    match behind(ty, api).1 {
        shape if is_bytes(&shape) => Some(Type::File),
        Shape::Alias(Type::Array(item)) if is_bytes(&behind(&item, api).1) => {
            Some(Type::Array(Box::new(Type::File)))
        }
        _ => None,
    }
}
