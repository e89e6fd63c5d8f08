//! Fields of structs whose type is long: on one line where there is room, else the type on a line of its own, as rustfmt has it.

use super::lines::{Joined, WIDTH};

/// The field that begins here and goes on.
pub(super) fn field(line: &str, others: &[&str]) -> Joined {
    if !line.starts_with("    pub ") || !line.ends_with('<') {
        return None;
    }
    let end = others.iter().position(|other| *other == "    >,")?;
    let (name, head) = line.split_once(": ")?;
    let mut ty = head.to_owned();
    for part in others[..=end].iter().map(|part| part.trim_start()) {
        if part.starts_with('>') {
            ty.truncate(ty.trim_end_matches(',').len());
        } else if ty.ends_with(',') {
            ty.push(' ');
        }
        ty.push_str(part);
    }
    let room = |text: &str| text.chars().count() <= WIDTH;
    let forms = [format!("{name}: {ty}"), format!("{name}:\n        {ty}")];
    let fitting = forms.into_iter().find(|form| form.lines().all(room))?;
    Some((fitting, end + 1))
}
