//! Texts in quotes, on one line or several.

use std::borrow::Cow;

use super::Unsure;
use super::lines::Lines;

/// The end of a line within a text, with empty lines behind it.
pub(super) fn push_breaks(text: &mut String, empty: usize) {
    match empty {
        0 => text.push(' '),
        _ => text.extend(std::iter::repeat_n('\n', empty)),
    }
}

/// A text in quotes, up to the closing one.
pub(super) fn quoted<'t>(lines: &mut Lines<'t>) -> Result<Cow<'t, str>, Unsure> {
    let (quote, inside) = lines.rest().split_at_checked(1).ok_or(Unsure)?;
    let is_double = quote == "\"";
    let is_special =
        |letter: char| letter == '\n' || quote.starts_with(letter) || is_double && letter == '\\';
    let mut text = Cow::Borrowed("");
    // What was escaped is no space at the end of a line.
    let (mut rest, mut certain) = (inside, 0);
    loop {
        let end = rest.find(is_special).ok_or(Unsure)?;
        let (before, from) = rest.split_at(end);
        let mut letters = from.chars();
        let special = letters.next();
        let after = letters.as_str();
        let is_end = special != Some('\\') && special != Some('\n');
        if is_end && (is_double || !after.starts_with('\'')) {
            lines.at = lines.text.len() - after.len();
            if text.is_empty() && certain == 0 {
                return Ok(Cow::Borrowed(before));
            }
            text.to_mut().push_str(before);
            return Ok(text);
        }
        let made = text.to_mut();
        made.push_str(before);
        rest = match special {
            Some('\n') => folded(made, certain, after),
            Some('\\') => escaped(made, after)?,
            _ => {
                made.push('\'');
                after.get(1..).unwrap_or_default()
            }
        };
        certain = made.len().max(1);
    }
}

/// The end of a line in quotes; gives what follows.
fn folded<'t>(text: &mut String, certain: usize, mut rest: &'t str) -> &'t str {
    let end = text.trim_end_matches(' ').len();
    text.truncate(end.max(certain));
    let mut empty = 0;
    loop {
        rest = rest.trim_start_matches(' ');
        let Some(next) = rest.strip_prefix('\n') else {
            push_breaks(text, empty);
            return rest;
        };
        (empty, rest) = (empty + 1, next);
    }
}

/// What a backslash stands before; gives what follows.
fn escaped<'t>(text: &mut String, rest: &'t str) -> Result<&'t str, Unsure> {
    let mut letters = rest.chars();
    let letter = match letters.next().ok_or(Unsure)? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        letter @ (' ' | '"' | '/' | '\\') => letter,
        // A line that goes on without a space.
        '\n' => {
            let rest = letters.as_str().trim_start_matches(' ');
            return if rest.starts_with('\n') {
                Err(Unsure)
            } else {
                Ok(rest)
            };
        }
        'u' => {
            let code = rest.get(1..5).ok_or(Unsure)?;
            let is_code = code.bytes().all(|byte| byte.is_ascii_hexdigit());
            let code = u32::from_str_radix(code, 16).ok().filter(|_| is_code);
            text.push(code.and_then(char::from_u32).ok_or(Unsure)?);
            return Ok(rest.get(5..).unwrap_or_default());
        }
        _ => return Err(Unsure),
    };
    text.push(letter);
    Ok(letters.as_str())
}
