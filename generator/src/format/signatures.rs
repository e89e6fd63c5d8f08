//! Signatures of members of an `impl`: on one line where there is room, as rustfmt has it.

use super::lines::{Joined, WIDTH, is_of_function};

/// The signature that begins here and goes on.
pub(super) fn signature(line: &str, others: &[&str]) -> Joined {
    if !is_of_function(line) || !line.ends_with('(') {
        return None;
    }
    let end = others.iter().position(|other| other.starts_with("    )"))?;
    let (arguments, close) = (&others[..end], others[end].trim_start());
    let arguments: Vec<&str> = arguments.iter().map(|one| one.trim_start()).collect();
    let arguments = arguments.join(" ");
    let whole = format!("{line}{}{close}", arguments.trim_end_matches(','));
    let has_room = whole.chars().count() <= WIDTH && close.ends_with('{');
    has_room.then_some((whole, end + 1))
}
