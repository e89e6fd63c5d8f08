//! Texts of lines that are further in than their key, behind `|` or `>`.

use super::Unsure;
use super::lines::{Lines, spaces};
use super::quoted::push_breaks;

/// A text of lines that are further in, as they are or folded.
pub(super) fn block(
    lines: &mut Lines<'_>,
    column: usize,
    is_folded: bool,
) -> Result<String, Unsure> {
    let end = lines.rest_of_line().get(1..).unwrap_or_default();
    let (is_kept, is_stripped) = match end.trim_end_matches(' ') {
        "" => (false, false),
        "-" => (false, true),
        "+" => (true, false),
        _ => return Err(Unsure),
    };
    lines.skip_line();
    let (mut text, mut inside) = (String::new(), None);
    let (mut empty, mut was_further) = (0, false);
    while let Some((line, _)) = lines.rest().split_once('\n') {
        let before = spaces(line);
        let own = inside.unwrap_or(before);
        if before == line.len() {
            // Spaces of an empty line are part of the text where there are more of them than before others.
            if before > inside.unwrap_or(0) {
                return Err(Unsure);
            }
            empty += 1;
            lines.skip_line();
            continue;
        }
        if before < own || own <= column {
            break;
        }
        let line = line.get(own..).unwrap_or_default();
        let is_further = line.starts_with(' ');
        if inside.is_some() && is_folded && !was_further && !is_further {
            push_breaks(&mut text, empty);
        } else {
            let breaks = empty + usize::from(inside.is_some());
            text.extend(std::iter::repeat_n('\n', breaks));
        }
        text.push_str(line);
        (inside, empty, was_further) = (Some(own), 0, is_further);
        lines.skip_line();
    }
    // A text without lines is rare, and so is one whose last line does not end.
    let rest = lines.rest();
    if inside.is_none() || !rest.contains('\n') && spaces(rest) > column {
        return Err(Unsure);
    }
    let breaks = if is_kept {
        empty + 1
    } else {
        usize::from(!is_stripped)
    };
    text.extend(std::iter::repeat_n('\n', breaks));
    Ok(text)
}
