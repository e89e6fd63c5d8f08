//! Lines of code: how long one may be, and what several are put together to.

/// How long a line of code may be.
pub(super) const WIDTH: usize = 100;

/// A line that several are put together to, and how many of those that follow it takes; `None` where they stay as they are.
pub(super) type Joined = Option<(String, usize)>;

/// Whether a line of an `impl` may be the first one of a function, and is no documentation.
pub(super) fn is_of_function(line: &str) -> bool {
    line.strip_prefix("    ").is_some_and(is_function)
}

/// Whether a line may be the first one of a function that is not set in, and is no documentation.
pub(super) fn is_function(line: &str) -> bool {
    !line.starts_with([' ', '/', '#']) && line.contains("fn ")
}
