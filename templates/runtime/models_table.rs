//! The table of the modules of models, where each resource is a feature.

/// Declares modules of models and gives what they hold: with the feature that has all of them, and with each that stands behind its
/// name.
#[allow(unused_macros, reason = "resources may be no features")]
macro_rules! models {
    ($all:literal; $($module:ident $(: $($feature:literal)|+)?;)*) => {$(
        #[cfg(any(feature = $all $($(, feature = $feature)+)?))]
        mod $module;
        #[cfg(any(feature = $all $($(, feature = $feature)+)?))]
        pub use $module::*;
    )*};
}

#[allow(unused_imports, reason = "resources may be no features")]
pub(crate) use models;
