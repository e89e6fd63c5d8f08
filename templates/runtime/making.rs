//! How callers make models: `new`, a setter for each field that it does not ask for, and what they see of secrets.

/// The name of a field in `Debug`.
pub fn label(field: &'static str) -> &'static str {
    field.trim_start_matches("r#")
}

/// Does these things for a struct, a line of its table for each field: `new` names what the constructor takes, `set` what a setter
/// takes, `is` a value that nobody is asked for.
///
/// - `made`: the constructor and the setters.
/// - `default`: `Default`, where it is what the constructor gives and cannot be derived.
/// - `redacted`: `Debug` that hides the fields which are `secret`.
macro_rules! making {
    (
        $name:ident: made $(, $rest:ident $(set $values:ty)?)?;
        $(
            $field:ident: $presence:ident $(($($kind:ident)+))?
                $(, new $(as $new_as:ident)? $new:ty)?
                $(, $(#[$attribute:meta])* set $(as $set_as:ident)? $set:ty)?
                $(, is $is:expr)?;
        )*
    ) => {
        #[allow(
            bindings_with_variant_name,
            clippy::should_implement_trait,
            reason = "the document has these names"
        )]
        impl $name {
            /// With what is required; the rest is absent.
            #[must_use]
            pub fn new($($($field: $new,)?)*) -> Self {
                Self {
                    $($field: runtime::initial!(
                        $presence $(new [$($new_as)?] $field $new)? $(is $is)?
                    ),)*
                    $($rest: ::core::default::Default::default(),)?
                }
            }

            $($(
                #[doc = ::core::concat!("Sets [`", ::core::stringify!($field), "`](#structfield.", ::core::stringify!($field), ").")]
                $(#[$attribute])*
                #[must_use]
                pub fn $field(mut self, $field: $set) -> Self {
                    self.$field = runtime::given!($presence [$($set_as)?] $field);
                    self
                }
            )?)*
            $($(
                /// Sets the fields that the document does not name.
                #[must_use]
                pub fn $rest(mut self, $rest: $values) -> Self {
                    self.$rest = $rest;
                    self
                }
            )?)?
        }
    };
    (
        $name:ident: default $($how:ident)+ $(, $rest:ident $(set $values:ty)?)?;
        $($lines:tt)*
    ) => {
        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        runtime::making! { $name: $($how)+ $(, $rest $(set $values)?)?; $($lines)* }
    };
    (
        $name:ident: redacted $($how:ident)* $(, $rest:ident $(set $values:ty)?)?;
        $(
            $field:ident: $presence:ident $(($($kind:ident)+))?
                $(, new $(as $new_as:ident)? $new:ty)?
                $(, $(#[$attribute:meta])* set $(as $set_as:ident)? $set:ty)?
                $(, is $is:expr)?;
        )*
    ) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(::core::stringify!($name))
                    $(.field(
                        runtime::label(::core::stringify!($field)),
                        runtime::shown!([$($($kind)+)?] &self.$field),
                    ))*
                    $(.field(runtime::label(::core::stringify!($rest)), &self.$rest))?
                    .finish()
            }
        }

        runtime::making! {
            $name: $($how)* $(, $rest $(set $values)?)?;
            $(
                $field: $presence
                    $(, new $(as $new_as)? $new)?
                    $(, $(#[$attribute])* set $(as $set_as)? $set)?
                    $(, is $is)?;
            )*
        }
    };
    ($name:ident: $(, $rest:ident)?; $($lines:tt)*) => {};
}

/// What a field begins with.
macro_rules! initial {
    ($presence:ident) => {
        ::core::default::Default::default()
    };
    ($presence:ident new [$($boxed:ident)?] $field:ident $new:ty) => {
        runtime::given!($presence [$($boxed)?] $field)
    };
    (required is $is:expr) => {
        $is
    };
    (optional is $is:expr) => {
        ::core::option::Option::Some($is)
    };
    (nullable is $is:expr) => {
        runtime::OptionalNullable::Value($is)
    };
}

/// What a field holds of what a caller hands over: in a box, with a box inside what may be null, or each part of it. A model may
/// have a setter that is called `into`, so that is asked of nothing but what can be null, whose type is open.
macro_rules! given {
    (optional [] $value:ident) => {
        ::core::option::Option::Some(::core::convert::Into::into($value))
    };
    (optional [each] $value:ident) => {
        ::core::option::Option::Some(runtime::given!(required [each] $value))
    };
    (required [each] $value:ident) => {
        $value.into_iter().map(::core::convert::Into::into).collect()
    };
    (optional [boxed] $value:ident) => {
        ::core::option::Option::Some(::std::boxed::Box::new(::core::convert::Into::into(
            $value,
        )))
    };
    (required [boxed] $value:ident) => {
        ::std::boxed::Box::new(::core::convert::Into::into($value))
    };
    ($presence:ident [] $value:ident) => {
        ::core::convert::Into::into($value)
    };
    ($presence:ident [boxed_inside] $value:ident) => {
        $value.into().map(::std::boxed::Box::new)
    };
}

/// What `Debug` shows of a field.
macro_rules! shown {
    ([$(file)? secret] $value:expr) => {
        &runtime::Redacted::of($value)
    };
    ([$($kind:ident)?] $value:expr) => {
        $value
    };
}

#[allow(unused_imports, reason = "an API may send no models")]
pub(crate) use {given, initial, making, shown};
