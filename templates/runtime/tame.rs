//! Text that somebody else wrote, made fit for a line of a log.

/// How much of such a text is shown where nothing else is said.
#[cfg(feature = "client")]
pub(super) const SHOWN: usize = 200;

/// The start of a text: short, and without what could end the line, hide a part of it or turn it round.
pub(super) fn tame(text: &str, most: usize) -> String {
    let mut rest = text.chars();
    let shown = rest.by_ref().take(most);
    let mut tame: String = shown.map(|c| if is_wild(c) { ' ' } else { c }).collect();
    if rest.next().is_some() {
        tame.push('…');
    }
    tame
}

/// Control characters, separators of lines, marks of direction, and what is not seen.
fn is_wild(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
