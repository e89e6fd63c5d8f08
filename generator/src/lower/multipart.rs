//! Bodies of `multipart/form-data`: texts of `format: binary` are files there, so a type that holds them becomes one that is
//! only sent.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::open_parts::OpenParts;
use crate::ir::{
    Additional, Api, Body, ContentKind, Field, Medium, Owner, Shape, Struct, Text, Type, TypeDef,
    TypeId, Union, Variant,
};

/// Gives each body of parts its type: a form where it holds files, its own otherwise.
///
/// A type that nothing else uses becomes the form. A component, and what is used elsewhere, gets a form beside it, so that no other use
/// of it decides its name; the crate has its type for JSON where something uses that.
pub(super) fn forms(doc: Document<'_>, api: &mut Api) {
    let mut forms = Forms {
        used: used(api),
        made: BTreeMap::new(),
        plain: BTreeSet::new(),
        replaced: Vec::new(),
        open: OpenParts::of(doc, api),
    };
    for operation in 0..api.operations.len() {
        let Some(mut body) = api.operations[operation].body.take() else {
            continue;
        };
        for content in std::iter::once(&mut body.main).chain(&mut body.others) {
            if content.kind == ContentKind::Multipart {
                content.ty = forms.of(&content.ty, api);
            }
        }
        api.operations[operation].body = Some(body);
    }
    leave_out_names(&forms.used, api);
    leave_out(forms.replaced, api);
}

/// Leaves out other names of forms that nothing but bodies of parts uses: those are of the form itself.
fn leave_out_names(used: &BTreeSet<TypeId>, api: &mut Api) {
    let is_left = |(id, def): &(TypeId, &TypeDef)| {
        let Shape::Alias(target) = &def.shape else {
            return false;
        };
        let is_form = api
            .definitions(target)
            .last()
            .is_some_and(|def| !def.declared);
        is_form && !used.contains(id)
    };
    let left: Vec<TypeId> = api.declared().filter(is_left).map(|(id, _)| id).collect();
    for id in left {
        api.types[id.0].declared = false;
    }
}

/// Leaves out the inline types that nothing but what forms replaced holds.
fn leave_out(replaced: Vec<TypeId>, api: &mut Api) {
    let held = api.reached(replaced);
    let is_left = |id: &TypeId| held.contains(id) && !is_component(*id, api);
    let others = api.declared().filter(|(id, _)| !is_left(id));
    let others = others.flat_map(|(_, def)| def.shape.types());
    let others = others.chain(api.called()).flat_map(Type::named);
    let kept = api.reached(others);
    let left: Vec<TypeId> = held
        .iter()
        .copied()
        .filter(|id| is_left(id) && !kept.contains(id))
        .collect();
    for id in left {
        api.types[id.0].declared = false;
    }
}

fn is_component(id: TypeId, api: &Api) -> bool {
    matches!(api.get(id).owner, Owner::Component { .. })
}

/// The definitions that anything but a body of parts uses.
fn used(api: &Api) -> BTreeSet<TypeId> {
    let bodies = api.operations.iter().flat_map(|one| &one.body);
    let sent = bodies.flat_map(Body::contents);
    let (parts, whole): (Vec<_>, Vec<_>) =
        sent.partition(|content| content.kind == ContentKind::Multipart);
    // What a union of forms holds is used by it alone, and becomes a form with it; so does what has another name.
    let mut own = BTreeSet::new();
    for content in parts {
        own_types(&content.ty, api, &mut own);
    }
    let defs = api.types.iter().enumerate();
    let defs = defs.filter(|(index, _)| !own.contains(&TypeId(*index)));
    let mut types: Vec<&Type> = defs.flat_map(|(_, def)| def.shape.types()).collect();
    types.extend(whole.iter().map(|content| &content.ty));
    for operation in &api.operations {
        types.extend(operation.params.iter().map(|param| &param.ty));
        let given = operation.responses.iter().flat_map(|one| &one.contents);
        types.extend(given.map(|content| &content.ty));
    }
    let mut used = BTreeSet::new();
    while let Some(ty) = types.pop() {
        if let Type::Named(id) = ty
            && used.insert(*id)
            && own.contains(id)
        {
            types.extend(api.get(*id).shape.types());
        }
        types.extend(ty.parts());
    }
    used
}

/// Adds the unions that a body of parts is, those that these consist of, and the other names of all of them.
fn own_types(ty: &Type, api: &Api, own: &mut BTreeSet<TypeId>) {
    let mut ty = ty;
    loop {
        let id = match ty {
            Type::Named(id) => id,
            Type::Nullable(inner) => {
                ty = inner;
                continue;
            }
            _ => return,
        };
        match &api.get(*id).shape {
            Shape::Alias(target) if own.insert(*id) => ty = target,
            Shape::Union(union) if own.insert(*id) => {
                let variants = union.variants.iter();
                return variants.for_each(|variant| own_types(&variant.ty, api, own));
            }
            _ => return,
        }
    }
}

/// The forms in the making.
struct Forms<'d> {
    used: BTreeSet<TypeId>,
    /// Those that stand beside a type.
    made: BTreeMap<TypeId, TypeId>,
    /// The types that hold no files: each is looked at once, however many unions have it.
    plain: BTreeSet<TypeId>,
    /// What the types hold that forms stand for.
    replaced: Vec<TypeId>,
    /// The parts that nothing is said of.
    open: OpenParts<'d>,
}

impl Forms<'_> {
    /// The type of a body of parts, or of a candidate of it.
    fn of(&mut self, ty: &Type, api: &mut Api) -> Type {
        let id = match api.resolved_value(ty) {
            Type::Any => return Type::Any,
            Type::Map(value) => {
                let files = file(value, api);
                return files.map_or_else(|| ty.clone(), |files| Type::Map(Box::new(files)));
            }
            Type::Named(id) => *id,
            _ => return ty.clone(),
        };
        if self.plain.contains(&id) || api.get(id).shape.is_form() {
            return Type::Named(id);
        }
        if let Some(&form) = self.made.get(&id) {
            return Type::Named(form);
        }
        let form = match api.get(id).shape.clone() {
            Shape::Struct(object) => with_files(id, &object, &self.open, api).map(Shape::Struct),
            Shape::Union(union) => self.with_forms(id, &union, api).map(Shape::Union),
            Shape::Enum(_) | Shape::Alias(_) => return ty.clone(),
        };
        let Some(form) = form else {
            self.plain.insert(id);
            return Type::Named(id);
        };
        self.put(id, form, api)
    }

    /// The form in the place of the type, or beside it.
    fn put(&mut self, id: TypeId, shape: Shape, api: &mut Api) -> Type {
        let is_replaced = !self.used.contains(&id);
        if is_replaced {
            let held = api.get(id).shape.types();
            self.replaced.extend(held.into_iter().flat_map(Type::named));
            if !is_component(id, api) {
                api.types[id.0].shape = shape;
                return Type::Named(id);
            }
        }
        let def = &mut api.types[id.0];
        let words = "multipart".to_owned();
        let twin = TypeDef {
            owner: Owner::Type { id, words },
            shape,
            nullable: false,
            ..def.clone()
        };
        def.declared = !is_replaced;
        let form = TypeId(api.types.len());
        api.types.push(twin);
        self.made.insert(id, form);
        Type::Named(form)
    }

    /// The union with the forms of its candidates; `None` where none of them has files.
    fn with_forms(&mut self, id: TypeId, union: &Union, api: &mut Api) -> Option<Union> {
        // A union that holds itself is not looked into again.
        self.made.insert(id, id);
        let variants = union.variants.iter();
        let variants: Vec<Variant> = variants
            .map(|variant| Variant {
                ty: self.of(&variant.ty, api),
                ..variant.clone()
            })
            .collect();
        self.made.remove(&id);
        let mut forms = variants.iter();
        let has_files = forms.any(|variant| match &variant.ty {
            Type::Named(_) => match api.resolved_value(&variant.ty) {
                Type::Named(id) => api.get(*id).shape.is_form(),
                _ => false,
            },
            Type::Map(value) => one_or_several(value, api).is_some(),
            _ => false,
        });
        has_files.then(|| Union {
            variants,
            tag: union.tag.clone(),
            medium: Medium::Multipart,
        })
    }
}

/// The struct with its files; `None` where it has none.
///
/// It is only sent, so it has no members that only the server sends.
fn with_files(id: TypeId, object: &Struct, open: &OpenParts<'_>, api: &Api) -> Option<Struct> {
    let additional = match &object.additional {
        Additional::Kept(value) => file(value, api).map(Additional::Kept),
        Additional::Ignored => None,
    };
    let fields = object.fields.iter().filter(|field| !field.read_only);
    let files: Vec<Option<Type>> = fields
        .clone()
        .map(|field| file(&field.ty, api).or_else(|| open.file(id, field)))
        .collect();
    if additional.is_none() && files.iter().all(Option::is_none) {
        return None;
    }
    let fields = fields.zip(files).map(|(field, file)| Field {
        ty: file.unwrap_or_else(|| field.ty.clone()),
        ..field.clone()
    });
    Some(Struct {
        fields: fields.collect(),
        additional: additional.unwrap_or_else(|| object.additional.clone()),
        medium: Medium::Multipart,
    })
}

/// The file, or the list of files, that a field is; either of both is a list. What else it may be is sent as a text in its place.
fn file(ty: &Type, api: &Api) -> Option<Type> {
    let Type::Named(id) = api.resolved_value(ty) else {
        return one_or_several(ty, api);
    };
    let Shape::Union(union) = &api.get(*id).shape else {
        return None;
    };
    let mut candidates = union.variants.iter().map(|variant| &variant.ty);
    let is_list = |ty: &Type| matches!(api.resolved_value(ty), Type::Array(_));
    let file = candidates.clone().find_map(|ty| one_or_several(ty, api))?;
    Some(if candidates.any(is_list) && file == Type::File {
        Type::Array(Box::new(file))
    } else {
        file
    })
}

fn one_or_several(ty: &Type, api: &Api) -> Option<Type> {
    let is_bytes = |ty: &Type| {
        let ty = api.resolved_value(ty);
        matches!(ty, Type::Text(Text::Binary) | Type::File)
    };
    match api.resolved_value(ty) {
        ty if is_bytes(ty) => Some(Type::File),
        Type::Array(item) if is_bytes(item) => Some(Type::Array(Box::new(Type::File))),
        _ => None,
    }
}
