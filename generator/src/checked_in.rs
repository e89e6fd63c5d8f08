//! `check`, for a test in the user's own package: is the checked-in crate what Tintype would generate now?

use std::fmt;
use std::path::Path;

use crate::failure::Failure;
use crate::output::{self, drift::Drift};
use crate::run::{self, Request};
use crate::source::files::Disk;

/// Why a checked-in crate is not fresh.
#[non_exhaustive]
pub enum Drifted {
    /// The document or an option is wrong, or a file cannot be read.
    Failed(Failure),
    /// The crate is not what would be generated; `tintype generate` makes it so.
    Stale(Drift),
}

/// Compares the generated crate of a configuration file with what would be generated now.
///
/// ```no_run
/// #[test]
/// fn the_sdk_is_fresh() -> Result<(), tintype::Drifted> {
///     tintype::check("spec/tintype.toml")
/// }
/// ```
///
/// # Errors
///
/// [`Drifted`] shows a unified diff, or the diagnostics of a wrong document.
pub fn check(config: impl AsRef<Path>) -> Result<(), Drifted> {
    let request = Request {
        config: Some(config.as_ref().to_path_buf()),
        ..Request::default()
    };
    let drift = compare(&request).map_err(Drifted::Failed)?;
    if drift.is_empty() {
        Ok(())
    } else {
        Err(Drifted::Stale(drift))
    }
}

fn compare(request: &Request) -> Result<Drift, Failure> {
    let run = run::run(&Disk, request, &mut Vec::new())?;
    output::compare(run.output_dir()?, &run.crate_files())
}

impl fmt::Display for Drifted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(failure) => failure.fmt(f),
            Self::Stale(drift) => write!(f, "the generated crate is not fresh\n\n{drift}"),
        }
    }
}

/// The same as `Display`: this is what a failing test shows.
impl fmt::Debug for Drifted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl std::error::Error for Drifted {}
