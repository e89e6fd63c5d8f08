//! Fields of structs whose type is long: on one line where there is room, else the type on a line of its own, as rustfmt has it.

use super::items::WIDTH;

/// The text of a struct, in which a type that runs over lines is put together.
pub(super) fn joined(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = &lines[..];
    while let [line, others @ ..] = rest {
        rest = others;
        match field(line, others) {
            Some((field, after)) => {
                out.push_str(&field);
                rest = after;
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// The field that begins here and goes on, and the lines behind it.
fn field<'t, 'l>(line: &str, others: &'l [&'t str]) -> Option<(String, &'l [&'t str])> {
    let begins = line.starts_with("    pub ") && line.ends_with('<');
    let end = others.iter().position(|other| *other == "    >,");
    let end = end.filter(|_| begins)?;
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
    Some((fitting, &others[end + 1..]))
}
