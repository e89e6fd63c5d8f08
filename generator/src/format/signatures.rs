//! Signatures of members of an `impl`: on one line where there is room, as rustfmt has it.

use super::items::{WIDTH, is_of_function};

/// The text of an `impl`, in which a signature that runs over lines is put together.
pub(super) fn joined(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = &lines[..];
    while let [line, others @ ..] = rest {
        rest = others;
        if let Some((signature, after)) = signature(line, others) {
            out.push_str(&signature);
            rest = after;
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// The signature that begins here and goes on, and the lines behind it.
fn signature<'t, 'l>(line: &str, others: &'l [&'t str]) -> Option<(String, &'l [&'t str])> {
    let begins = is_of_function(line) && line.ends_with('(');
    let end = others.iter().position(|other| other.starts_with("    )"));
    let end = end.filter(|_| begins)?;
    let (arguments, close) = (&others[..end], others[end].trim_start());
    let arguments: Vec<&str> = arguments.iter().map(|one| one.trim_start()).collect();
    let arguments = arguments.join(" ");
    let whole = format!("{line}{}{close}", arguments.trim_end_matches(','));
    let has_room = whole.chars().count() <= WIDTH && close.ends_with('{');
    has_room.then_some((whole, &others[end + 1..]))
}
