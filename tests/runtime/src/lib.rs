//! The runtime of `templates/runtime`, compiled as it is.
