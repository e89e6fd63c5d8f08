//! What follows from how a parameter is written.

use super::{Param, ParamLocation, Style};

impl Param {
    /// Whether it stands in the path in another way than the usual one: simple, and as one value.
    pub fn has_path_style(&self) -> bool {
        let is_usual = self.style == Style::Simple && (self.may_be_empty || !self.explode);
        self.location == ParamLocation::Path && !is_usual
    }
}
