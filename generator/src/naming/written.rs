//! Names of texts whose words are seen at once. Pure; a short cut of what `words` finds out, which says the same.

use super::case::Case;

/// The name of a text that shows its words, as most do: those in small letters with a sign between them, and those in
/// `UpperCamelCase` without acronyms. What comes out is what `heck` says, in a fraction of the time.
pub(super) fn name(text: &str, case: Case) -> Option<String> {
    let signs = ['_', '-', '/', '.', ' '];
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        !word.is_empty() && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    let mut name = String::with_capacity(text.len() + 4);
    if text.split(signs).all(is_word) {
        for word in text.split(signs) {
            match case {
                Case::Camel => {
                    name.push_str(&word[..1].to_ascii_uppercase());
                    name.push_str(&word[1..]);
                }
                Case::Snake => {
                    if !name.is_empty() {
                        name.push('_');
                    }
                    name.push_str(word);
                }
            }
        }
        return Some(name);
    }
    if !is_camel(text) {
        return None;
    }
    match case {
        Case::Camel => name.push_str(text),
        Case::Snake => {
            for c in text.chars() {
                if c.is_ascii_uppercase() && !name.is_empty() {
                    name.push('_');
                }
                name.push(c.to_ascii_lowercase());
            }
        }
    }
    Some(name)
}

/// Whether a text is letters only, where each word has one capital in front and no word is one letter.
fn is_camel(text: &str) -> bool {
    let letters = text.as_bytes();
    let has_no_word = |pair: &[u8]| pair[0].is_ascii_uppercase() && !pair[1].is_ascii_lowercase();
    letters.iter().all(u8::is_ascii_alphabetic)
        && letters.first().is_some_and(u8::is_ascii_uppercase)
        && letters.last().is_some_and(u8::is_ascii_lowercase)
        && !letters.windows(2).any(has_no_word)
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::naming::case::Case;
    use crate::naming::words::found_out;

    #[test]
    fn what_is_taken_as_it_is_written_is_what_would_be_found_out() {
        let mut texts = vec![String::new()];
        let mut taken = 0;
        for _ in 0..6 {
            let longer = |text: &String| ["a", "b", "C", "1", "_", "-"].map(|c| text.clone() + c);
            texts = texts.iter().flat_map(longer).collect();
            for text in &texts {
                for case in [Case::Camel, Case::Snake] {
                    if let Some(short) = name(text, case) {
                        assert_eq!(short, found_out(text, case), "{text}");
                        taken += 1;
                    }
                }
            }
        }
        assert!(taken > 9_000, "{taken}");
    }
}
