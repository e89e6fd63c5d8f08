//! `oneOf` and `anyOf`.

use super::keywords::Keywords;
use super::{Lower, Spot};
use crate::ir::{Shape, Type};

impl<'d> Lower<'d> {
    /// A union, as far as it has a Rust form.
    pub(super) fn union(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        if !keywords.properties.is_empty() {
            return self.object(keywords, spot);
        }
        self.not_modelled(&spot.at, "a union of schemas");
        Shape::Alias(Type::Any)
    }
}
