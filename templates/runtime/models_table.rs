//! The table of the modules of models.

/// Declares modules of models and gives what they hold; where each resource is a feature, with the one that has all of them, and with
/// each that stands behind the name.
macro_rules! models {
    ($(mod $module:ident;)+) => {$(
        mod $module;
        pub use $module::*;
    )+};
    // Only with resource features.
    ($all:literal; $(mod $module:ident $(: $($feature:literal)|+)?;)*) => {$(
        #[cfg(any(feature = $all $($(, feature = $feature)+)?))]
        mod $module;
        #[cfg(any(feature = $all $($(, feature = $feature)+)?))]
        pub use $module::*;
    )*};
}

#[allow(unused_imports, reason = "one file of everything has its modules in it")]
pub(crate) use models;
