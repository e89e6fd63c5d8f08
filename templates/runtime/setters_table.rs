//! The setters of a request: a line of the operation's table for each parameter that may be left out, and for a body that may be.

/// Gives the request of an operation its setters: for each, where the value goes (and how, in brackets), its name there where that
/// differs, and what is taken. In front of them stand the fields of the body about which the document says something. Where an
/// operation has `several` answers, the requests for all of them have the setters.
macro_rules! setters {
    ($operation:ident $(, answers)?; []) => {};
    ($operation:ident; $($lines:tt)+) => {
        #[allow(bindings_with_variant_name, reason = "the document has these names")]
        impl runtime::Request<'_, $operation> {
            runtime::setters! { @each $($lines)+ }
        }
    };
    ($operation:ident, answers; $($lines:tt)+) => {
        #[allow(bindings_with_variant_name, reason = "the document has these names")]
        impl<Answer: runtime::Operation> runtime::Request<'_, $operation, Answer> {
            runtime::setters! { @each $($lines)+ }
        }
    };
    (@each $fields:tt $(
        $(#[$attribute:meta])*
        $setter:ident: $part:ident $(($($how:tt)+))? $(= $wire:literal)?, $(as $lent:ident)? $taken:ty;
    )+) => {$(
        $(#[$attribute])*
        pub fn $setter(self, $setter: $taken) -> Self {
            runtime::put!(
                self $part [$($($how)+)?] $fields runtime::wire!($setter $($wire)?), runtime::lent!([$($lent)?] $setter)
            )
        }
    )+};
}

/// Puts a value into a request: a parameter by its name, in the usual style or in another one, or the body as a media type.
macro_rules! put {
    ($request:tt query [] $fields:tt $wire:expr, $value:expr) => {
        $request.query_param($wire, $value)
    };
    // Only with header parameters.
    ($request:tt header [] $fields:tt $wire:expr, $value:expr) => {
        $request.header_param($wire, false, $value)
    };
    // Only with cookies.
    ($request:tt cookie [] $fields:tt $wire:expr, $value:expr) => {
        $request.cookie_param($wire, false, $value)
    };
    // Only with query forms.
    ($request:tt query_form [$of:expr] $fields:tt $wire:expr, $value:expr) => {
        $request.query_form($of, $value)
    };
    // Only with JSON queries.
    ($request:tt query_text [] $fields:tt $wire:expr, $value:expr) => {
        $request.query_text($value)
    };
    ($request:tt $part:ident [as $write:ident] $fields:tt $wire:expr, $value:expr) => {
        runtime::put!($request $part [] $fields $wire, &runtime::$write($value))
    };
    ($request:tt json_body [] $fields:tt $wire:expr, $value:expr) => {
        $request.json_body($value)
    };
    // Only with encoded forms.
    ($request:tt form_body [$type:literal] $fields:tt $wire:expr, $value:expr) => {
        $request.form_body($type, $value, &$fields)
    };
    // Only with files.
    ($request:tt multipart_body [$type:literal] $fields:tt $wire:expr, $value:expr) => {
        $request.multipart_body($type, $value, &$fields)
    };
    ($request:tt json_body_as [$type:literal] $fields:tt $wire:expr, $value:expr) => {
        $request.json_body_as($type, $value)
    };
    ($request:tt raw_body [$type:literal] $fields:tt $wire:expr, $value:expr) => {
        $request.raw_body($type, $value)
    };
    ($request:tt $param:ident [$($style:expr),+] $fields:tt $wire:expr, $value:expr) => {
        $request.$param($wire, $($style,)+ $value)
    };
}

/// What is handed on of what a setter takes: a reference, its text or texts, or itself.
macro_rules! lent {
    ([] $value:ident) => {
        &$value
    };
    ([text] $value:ident) => {
        $value.as_ref()
    };
    ([texts] $value:ident) => {
        &runtime::texts($value)
    };
    ([itself] $value:ident) => {
        $value
    };
    ([owned] $value:ident) => {
        $value.to_owned()
    };
}

#[allow(unused_imports, reason = "the resources that are on may set nothing")]
pub(crate) use {lent, put, setters};
