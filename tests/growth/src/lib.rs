//! Documents that grow in one way each. A line that bends is found by generating from the same shape at several sizes.

pub mod build_script;
pub mod run;
mod shapes;

pub use shapes::{SHAPES, Shape};
