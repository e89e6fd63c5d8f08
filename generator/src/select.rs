//! Selection: a tree in, the part of it that the user wants out.

use crate::cx::Cx;
use crate::diag::Reported;
use crate::source::Tree;

/// Keeps the selected operations and what they reach.
pub fn select(tree: Tree, cx: &mut Cx) -> Result<Tree, Reported> {
    let _ = cx;
    Ok(tree)
}
