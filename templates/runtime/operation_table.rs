//! Tables of operations: the type that stands for one, and enums of what is given by status.

/// Defines the type that stands for an operation, with what a call needs to know, what its request can be given (`set`) and how its
/// answer is read; then its documented errors. Another form of the answer is `like` the operation, and says only what differs.
macro_rules! operation {
    ($name:ident, $id:literal: $method:ident $path:literal; $($more:tt)+) => {
        runtime::operation! {
            #[doc = ::core::concat!(" The operation `", ::core::stringify!($method), " ", $path, "`.")]
            $name, $id: $method $path;
            $($more)+
        }
    };
    (
        $(#[$docs:meta])+
        $name:ident, $id:literal: $method:tt $path:literal;
        $(accept $accept:literal;)?
        $(security $([$($scheme:literal),*])|*;)?
        // Only with servers of operations.
        $(server $url:literal $([$($variable:literal = $default:literal $(of $($allowed:literal)|+)?),+])?;)*
        $(gives_redirects $redirects:literal;)?
        $(idempotency_key $key:literal;)?
        $(makes_key $makes:literal;)?
        // Only with setters.
        $(several $answers:ident;)?
        // Only with setters.
        $($(#[$set:meta])* set $setter:ident: $part:ident $(($($how:tt)+))? $(= $wire:literal)?, $(as $lent:ident)? $taken:ty;)*
        // Only with setters.
        $(field $field:literal $(by $style:ident $explode:literal)? $(as $kind:literal)?;)*
        $(sends $flag:literal = $on:literal;)?
        $(streams unless [$($whole:literal),*];)?
        $(ends $end:literal;)?
        read $reader:ident $(($body:ident))? $(not $($other:literal)|+)? -> $output:ty;
        $(errors $error:ident; $($documented:tt)+)?
    ) => {
        runtime::operation! {
            @define $(#[$docs])+ $name, $output, $reader $(($body))?, [$($($other),+)?], runtime::OperationInfo {
                id: $id,
                method: runtime::method!($method),
                path: $path,
                $(accept: $accept,)?
                $(security: ::core::option::Option::Some(&[$(&[$($scheme),*]),*]),)?
                // Only with servers of operations.
                servers: &[$(runtime::Server {
                    url: $url,
                    variables: &[$($(runtime::ServerVariable {
                        name: $variable,
                        default: $default,
                        allowed: &[$($($allowed),+)?],
                    }),+)?],
                }),*],
                $(gives_redirects: $redirects,)?
                $(idempotency_key: ::core::option::Option::Some($key),)?
                $(makes_key: $makes,)?
                $(flag: ::core::option::Option::Some(($flag, $on)),)?
                $(streams: ::core::option::Option::Some(&[$($whole),*]),)?
                $(ends: ::core::option::Option::Some($end),)?
                ..runtime::OperationInfo::DEFAULT
            }
        }

        // Only with setters.
        runtime::setters! {
            $name $(, $answers)?;
            [$(runtime::FormField::new($field)$(.style(runtime::QueryStyle::$style, $explode))?$(.content_type($kind))?),*]
            $($(#[$set])* $setter: $part $(($($how)+))? $(= $wire)?, $(as $lent)? $taken;)*
        }

        $(runtime::documented_error! { $name, $error; $($documented)+ })?
    };
    // Only with other answers.
    (
        $(#[$docs:meta])*
        $name:ident like $plain:ident;
        accept $accept:literal;
        $(sends $flag:literal = $on:literal;)?
        $(streams unless [$($whole:literal),*];)?
        $(ends $end:literal;)?
        read $reader:ident $(($body:ident))? $(not $($other:literal)|+)? -> $output:ty;
    ) => {
        runtime::operation! {
            @define $(#[$docs])* $name, $output, $reader $(($body))?, [$($($other),+)?], runtime::OperationInfo {
                accept: $accept,
                $(flag: ::core::option::Option::Some(($flag, $on)),)?
                $(streams: ::core::option::Option::Some(&[$($whole),*]),)?
                $(ends: ::core::option::Option::Some($end),)?
                ..*<$plain as runtime::Operation>::INFO
            }
        }
    };
    (
        @define $(#[$docs:meta])* $name:ident, $output:ty, $reader:ident $(($body:ident))?, [$($other:literal),*], $info:expr
    ) => {
        $(#[$docs])*
        #[allow(missing_debug_implementations, reason = "it has no values")]
        pub enum $name {}

        impl runtime::Operation for $name {
            type Output = $output;

            const INFO: &'static runtime::OperationInfo = &$info;

            fn read(
                incoming: &runtime::Incoming,
            ) -> ::core::result::Result<Self::Output, runtime::DecodeError> {
                runtime::read_answer!(incoming, $output, $reader $(($body))?, [$($other),*])
            }
        }
    };
}

/// A method by its name: one that the runtime knows, or any other one.
macro_rules! method {
    ($name:ident) => {
        runtime::Method::$name
    };
    ($name:literal) => {
        runtime::Method::other($name)
    };
}

/// Reads an answer as a body of one kind, as a redirect with such a body, or as an enum that chooses by status. It is of none of
/// the media types that are listed, which are read in another way.
macro_rules! read_answer {
    // Only with answers by status.
    ($incoming:ident, $output:ty, by_status, []) => {
        <$output>::read($incoming)
    };
    ($incoming:expr, $output:ty, redirect($body:ident), []) => {
        runtime::redirect($incoming, runtime::$body)
    };
    ($incoming:expr, $output:ty, $reader:ident, []) => {
        runtime::$reader($incoming)
    };
    // Only with other answers.
    ($incoming:ident, $output:ty, $reader:ident $(($body:ident))?, [$($other:literal),+]) => {
        runtime::read_answer!(
            runtime::other_than($incoming, &[$($other),+])?, $output, $reader $(($body))?, []
        )
    };
}

// Only with answers by status.
/// Defines the enum of what an operation gives where that depends on the status: a line for each variant with how it is read, an
/// exact status before its range, and what is for any other one last.
macro_rules! output {
    ($operation:ident, $name:ident; $($lines:tt)+) => {
        runtime::output! { @derive [Debug, Clone, PartialEq] $operation, $name; $($lines)+ }
    };
    // A stream is taken once, and is equal to nothing.
    ($operation:ident, $name:ident streams; $($lines:tt)+) => {
        runtime::output! { @derive [Debug] $operation, $name; $($lines)+ }
    };
    (
        @derive [$($derived:ident),+] $operation:ident, $name:ident;
        $(
            $kind:ident $($code:literal)? = $variant:ident
                $(($ty:ty) by $reader:ident $(($body:ident))? $(not $($other:literal)|+)?)?, $about:literal;
        )+
    ) => {
        #[doc = ::core::concat!("What [`", ::core::stringify!($operation), "`] gives, by status.")]
        #[derive($($derived),+)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $about] $variant $(($ty))?,)+
        }

        impl $name {
            fn read(
                incoming: &runtime::Incoming,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                let status = incoming.status();
                $(if runtime::is_status!(status, $kind $($code)?) {
                    return runtime::read_variant!(
                        incoming, $variant $(, $ty, $reader $(($body))?, [$($($other),+)?])?
                    );
                })+
                ::core::result::Result::Err(runtime::undocumented(incoming))
            }
        }
    };
}

// Only with answers by status.
/// Reads a variant: what it holds, or nothing.
macro_rules! read_variant {
    ($incoming:ident, $variant:ident) => {
        ::core::result::Result::Ok(Self::$variant)
    };
    ($incoming:ident, $variant:ident, $($how:tt)+) => {
        runtime::read_answer!($incoming, $($how)+).map(Self::$variant)
    };
}

/// Defines the enum of the documented errors of an operation, which is an error of Rust: a line for each variant, an exact status
/// before its range, and what is for any other one last.
macro_rules! documented_error {
    (
        $operation:ident, $name:ident;
        $($kind:ident $($code:literal)? = $variant:ident($ty:ty), $about:literal;)+
    ) => {
        #[doc = ::core::concat!("The documented errors of [`", ::core::stringify!($operation), "`], chosen by status.")]
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $about] $variant($ty),)+
        }

        impl runtime::DocumentedError for $name {
            type Operation = $operation;

            fn read(
                status: u16,
                response: &runtime::RawResponse,
            ) -> ::core::option::Option<Self> {
                $(if runtime::is_status!(status, $kind $($code)?) {
                    return runtime::documented(response, Self::$variant);
                })+
                ::core::option::Option::None
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(match self {
                    $(Self::$variant(_) => ::core::concat!(
                        "documented error `", ::core::stringify!($name), "::", ::core::stringify!($variant), "`"
                    ),)+
                })
            }
        }

        impl ::std::error::Error for $name {}
    };
}

/// Whether a status is the documented one, of the documented range, or any.
macro_rules! is_status {
    ($status:ident, status $code:literal) => {
        $status == $code
    };
    ($status:ident, range $first:literal) => {
        $status / 100 == $first
    };
    ($status:ident, any) => {{
        let _ = $status;
        true
    }};
}

#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use {
    documented_error,
    is_status,
    method,
    operation,
    // Only with answers by status.
    output,
    read_answer,
    // Only with answers by status.
    read_variant,
};
