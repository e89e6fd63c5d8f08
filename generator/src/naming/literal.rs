//! Texts as literals of Rust.

use proc_macro2::Literal;

use crate::visible::is_hidden;

/// A text as a literal that people can read: raw where it has quotes, unless letters in it are not seen.
pub fn literal(text: &str) -> Literal {
    let is_escaped = text.contains(['"', '\\']) && !text.contains(is_hidden);
    let raw = is_escaped.then(|| {
        let marks = "#".repeat(marks(text));
        format!("r{marks}\"{text}\"{marks}").parse().ok()
    });
    raw.flatten().unwrap_or_else(|| Literal::string(text))
}

/// How many `#` a raw literal needs, so that no quote within it ends it.
fn marks(text: &str) -> usize {
    let behind = |quote: &str| quote.bytes().take_while(|&mark| mark == b'#').count() + 1;
    text.split('"').skip(1).map(behind).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::literal;

    #[test]
    fn a_quote_with_marks_behind_it_does_not_end_a_raw_literal() {
        for (text, wanted) in [
            ("{}", r#""{}""#),
            (r#"{"a":1}"#, r##"r#"{"a":1}"#"##),
            (
                r###"{"a":"#","b":"##"}"###,
                r####"r###"{"a":"#","b":"##"}"###"####,
            ),
            ("\"\u{202e}", r#""\"\u{202e}""#),
            ("{\"a\":\"\\n\"}\n", r#""{\"a\":\"\\n\"}\n""#),
        ] {
            let made = literal(text).to_string();
            assert_eq!(made, wanted);
            let tokens: TokenStream = made.parse().expect("tokens");
            assert_eq!(tokens.into_iter().count(), 1, "{made}");
        }
    }
}
