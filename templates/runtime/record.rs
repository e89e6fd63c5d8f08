//! Structs that are JSON objects.

/// Makes a struct readable and writable as JSON, for this crate and for `serde`: a line for each field with when it is there, and its
/// name in JSON where that differs. What only the server sends is `read_only`.
///
/// What callers make is `made`, and its lines say how (see `making.rs`). There is no `?` here: the compiler would look for the traits
/// behind it at each field of each struct.
macro_rules! record {
    (
        $name:ident $(, rest $rest:ident)? $(, read_only $($read_only:literal)+)?;
        $($field:ident: $presence:ident $(= $wire:literal)?;)*
    ) => {
        #[allow(bindings_with_variant_name, reason = "the document has these names")]
        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                let mut object = match runtime::Object::of(json) {
                    ::core::result::Result::Ok(object) => object,
                    ::core::result::Result::Err(error) => return ::core::result::Result::Err(error),
                };
                // All fields share one way out: what follows each of them is a good part of the code.
                'fields: {
                    $(
                        let ::core::option::Option::Some($field) =
                            object.$presence(runtime::wire!($field $($wire)?))
                        else {
                            break 'fields;
                        };
                    )*
                    $(
                        let ::core::option::Option::Some($rest) = object.rest() else {
                            break 'fields;
                        };
                    )?
                    object.finish();
                    return ::core::result::Result::Ok(Self { $($field,)* $($rest,)? });
                }
                ::core::result::Result::Err(object.failed())
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                let mut object = json.object();
                $(object.leave_out(&[$($read_only),+]);)?
                $(object.$presence(runtime::wire!($field $($wire)?), &self.$field);)*
                $(object.rest(&self.$rest);)?
                object.finish();
            }
        }

        runtime::serde_shims!($name);
    };
    (
        $name:ident: $($how:ident)+ $(, rest $rest:ident $(set $values:ty)?)? $(, read_only $($read_only:literal)+)?;
        $(
            $field:ident: $presence:ident $(($($kind:ident)+))? $(= $wire:literal)?
                $(, new $(as $new_as:ident)? $new:ty)?
                $(, $(#[$attribute:meta])* set $(as $set_as:ident)? $set:ty)?
                $(, is $is:expr)?;
        )*
    ) => {
        runtime::record! {
            $name $(, rest $rest)? $(, read_only $($read_only)+)?;
            $($field: $presence $(= $wire)?;)*
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

/// The name of a field in JSON: its own, where no other is given.
macro_rules! wire {
    ($field:ident) => {
        ::core::stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use {record, wire};
