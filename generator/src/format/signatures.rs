//! Signatures of members of an `impl`: on one line where there is room, as rustfmt has it.

use super::items::{Joined, WIDTH, is_of_function};

/// The signature that begins here and goes on, and the lines behind it.
pub(super) fn signature<'l, 't>(line: &str, others: &'l [&'t str]) -> Joined<'l, 't> {
    if !is_of_function(line) || !line.ends_with('(') {
        return None;
    }
    // More lines than a line has letters have no room on it.
    let mut near = others.iter().take(WIDTH);
    let end = near.position(|other| other.starts_with("    )"))?;
    let (arguments, close) = (&others[..end], others[end].trim_start());
    let arguments: Vec<&str> = arguments.iter().map(|one| one.trim_start()).collect();
    let arguments = arguments.join(" ");
    let whole = format!("{line}{}{close}", arguments.trim_end_matches(','));
    let has_room = whole.chars().count() <= WIDTH && close.ends_with('{');
    has_room.then_some((whole, &others[end + 1..]))
}
