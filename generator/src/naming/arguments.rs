//! Arguments: named like the parameter that they are for, but never like a value of their own type. In a script without
//! capitals both can be one word, and the compiler takes an argument of a variant's name for a mistake.

use std::collections::BTreeSet;

use super::{Name, Names};
use crate::ir::{Api, Shape, Type};

/// Names the arguments of all operations. Parameters and variants have their names.
pub(super) fn assign(api: &Api, names: &mut Names) {
    for (index, operation) in api.operations.iter().enumerate() {
        let types = operation.params.iter().map(|param| &param.ty);
        let arguments = arguments(&names.operations[index].params, types, api, names);
        names.operations[index].arguments = arguments;
    }
}

fn arguments<'t>(
    wanted: &[Name],
    types: impl Iterator<Item = &'t Type>,
    api: &Api,
    names: &Names,
) -> Vec<Name> {
    let all: BTreeSet<&str> = wanted.iter().map(Name::as_str).collect();
    let named = wanted.iter().zip(types);
    named
        .map(|(name, ty)| {
            let variants = variants(ty, api, names);
            let mut argument = name.to_string();
            while variants.iter().any(|variant| **variant == *argument)
                || (argument != **name && all.contains(argument.as_str()))
            {
                argument.push('_');
            }
            Name::new(argument)
        })
        .collect()
}

/// The variants of a type that is an enum, under whichever name.
fn variants<'n>(ty: &Type, api: &Api, names: &'n Names) -> &'n [Name] {
    match api.definition(ty) {
        Some((id, def)) if matches!(def.shape, Shape::Enum(_)) => &names.types[id.0].parts,
        _ => &[],
    }
}
