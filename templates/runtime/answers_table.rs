//! The table of what the mock answers.

/// Keeps the example of each operation's success: its id, the status, and its media type and text where it has a body.
macro_rules! answers {
    ($name:ident; $($(#[$with:meta])* $operation:literal: $status:literal $(, $content_type:literal, $body:literal)?;)*) => {
        const $name: &[runtime::MockAnswer] = &[$(
            $(#[$with])*
            runtime::MockAnswer {
                operation: $operation,
                status: $status,
                content_type: ::core::concat!($($content_type)?),
                body: ::core::concat!($($body)?),
            }
        ),*];
    };
}

#[allow(unused_imports, reason = "an API may have models only")]
pub(crate) use answers;
