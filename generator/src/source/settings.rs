//! The configuration file: a path in, `Config` out, every mistake located. What the options mean is not here.

use std::path::Path;

use super::files::Files;
use crate::cx::Cx;
use crate::diag::{Reported, codes};

/// Reads a configuration file into the run; its paths are made relative to where it lies.
pub fn load(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<(), Reported> {
    let _ = files;
    Err(cx.error(codes::FILE_NOT_READABLE.plain().arg("path", path.display())))
}
