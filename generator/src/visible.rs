//! Letters that steer what is shown instead of being shown. Every text that goes to a terminal, a log, a page or a manifest is
//! filtered by this.

/// Whether a letter is a control, ends a line in some programs, turns the direction of writing (CVE-2021-42574) or is not seen.
///
/// The joiners U+200C and U+200D are none: Persian words and emoji are spelled with them.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || !letter.is_ascii()
            && matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::is_hidden;

    #[test]
    fn what_steers_is_hidden_and_what_spells_is_not() {
        for letter in
            "\0\n\u{1b}\u{85}\u{200b}\u{200e}\u{2028}\u{202e}\u{2066}\u{feff}\u{e0041}".chars()
        {
            assert!(is_hidden(letter), "{letter:?}");
        }
        for letter in "a é\u{301}\u{200c}\u{200d}می👩‍💻".chars() {
            assert!(!is_hidden(letter), "{letter:?}");
        }
    }
}
