//! The table of a form with files.

/// Makes a struct a body of parts: a line for each field with its name in the form where that differs, `file` where it is one or
/// several, and how it is made (see `making.rs`).
macro_rules! multipart {
    (
        $name:ident: $($how:ident)+ $(, $rest_kind:ident $rest:ident $(set $values:ty)?)?;
        $(
            $field:ident: $presence:ident $(($($kind:ident)+))? $(= $wire:literal)?
                $(, new $(as $new_as:ident)? $new:ty)?
                $(, $(#[$attribute:meta])* set $(as $set_as:ident)? $set:ty)?
                $(, is $is:expr)?;
        )*
    ) => {
        impl runtime::Multipart for $name {
            fn form(&self) -> runtime::MultipartForm {
                let form = runtime::MultipartForm::new();
                $(let form = runtime::part!(
                    form, [$($($kind)+)?] runtime::wire!($field $($wire)?), &self.$field
                );)*
                $(let form = form.$rest_kind(&self.$rest);)?
                form
            }
        }

        runtime::making! {
            $name: $($how)+ $(, $rest $(set $values)?)?;
            $(
                $field: $presence $(($($kind)+))?
                    $(, new $(as $new_as)? $new)?
                    $(, $(#[$attribute])* set $(as $set_as)? $set)?
                    $(, is $is)?;
            )*
        }
    };
}

/// Adds a field to a form.
macro_rules! part {
    ($form:ident, [file $($kind:ident)*] $name:expr, $value:expr) => {
        $form.file($name, $value)
    };
    ($form:ident, [$($kind:ident)*] $name:expr, $value:expr) => {
        $form.value($name, $value)
    };
}

#[allow(unused_imports, reason = "an API may take no files")]
pub(crate) use {multipart, part};
