//! Texts of the document to words, and words to the cases of Rust. Pure; knows nothing of scopes.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Write;

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::case::Case;
use super::{acronyms, written};

/// Names of the signs that stand where a name has no letters, or that tell two spellings apart. Sorted by sign.
const SIGNS: &[(char, &str)] = &[
    (' ', "space"),
    ('!', "not"),
    ('"', "quote"),
    ('#', "hash"),
    ('$', "dollar"),
    ('%', "percent"),
    ('&', "and"),
    ('\'', "apostrophe"),
    ('(', "open"),
    (')', "close"),
    ('*', "star"),
    ('+', "plus"),
    (',', "comma"),
    ('-', "dash"),
    ('.', "dot"),
    ('/', "slash"),
    (':', "colon"),
    (';', "semicolon"),
    ('<', "less"),
    ('=', "equal"),
    ('>', "greater"),
    ('?', "question"),
    ('@', "at"),
    ('[', "open bracket"),
    ('\\', "backslash"),
    (']', "close bracket"),
    ('^', "caret"),
    ('_', "underscore"),
    ('`', "backtick"),
    ('{', "open brace"),
    ('|', "or"),
    ('}', "close brace"),
    ('~', "tilde"),
];

/// Letters beyond ASCII that names keep, from and to, sorted: those of scripts in everyday use which stand in Table 3 of
/// Unicode Technical Standard 39 as allowed in identifiers. Marks that belong to letters are not among them.
const LETTERS: &[(char, char)] = &[
    ('À', 'Ö'),
    ('Ø', 'ö'),
    ('ø', 'ı'),
    ('Ĵ', 'ľ'),
    ('Ł', 'ň'),
    ('Ŋ', 'ž'),
    ('Ơ', 'ơ'),
    ('Ư', 'ư'),
    ('Ș', 'ț'),
    ('Ά', 'Ά'),
    ('Έ', 'Ί'),
    ('Ό', 'Ό'),
    ('Ύ', 'Ρ'),
    ('Σ', 'ώ'),
    ('Ѐ', 'џ'),
    ('Ґ', 'ґ'),
    ('א', 'ת'),
    ('ء', 'غ'),
    ('ف', 'ي'),
    ('\u{1e9e}', '\u{1e9e}'),
    ('Ạ', 'ỹ'),
    ('ぁ', 'ゖ'),
    ('ァ', 'ヺ'),
    ('ー', 'ー'),
    ('\u{4e00}', '\u{9fa5}'),
    ('가', '힣'),
];

/// The Rust name of a text; never empty, never starting with a digit, only letters, digits and `_`.
pub(super) fn name(text: &str, case: Case) -> String {
    finish(&signed(text), case)
}

/// The Rust name of a text with the sign in front spelled out.
pub(super) fn sign_first(text: &str, case: Case) -> String {
    let rest = text.trim_start_matches(|c: char| sign(c).is_some());
    let signs: String = text[..text.len() - rest.len()]
        .chars()
        .filter_map(sign)
        .collect();
    finish(&format!("{signs}{rest}"), case)
}

/// The Rust name of a text with all its signs spelled out.
pub(super) fn signs(text: &str, case: Case) -> String {
    finish(&text.chars().map(said).collect::<String>(), case)
}

/// The Rust name of a text with its signs and capitals spelled out, for two texts that would have one name.
pub(super) fn spelled(text: &str, case: Case) -> String {
    let mut words: String = text.chars().map(said).collect();
    words.push(' ');
    words.push_str(capitals(text));
    finish(&words, case)
}

/// How a text is capitalised, as a word.
fn capitals(text: &str) -> &'static str {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_lowercase) {
        "lower"
    } else if letters().all(char::is_uppercase) {
        "upper"
    } else if letters().skip(1).all(char::is_lowercase) {
        "capital"
    } else {
        "mixed"
    }
}

/// A sign that changes the meaning is a word: those before a number or a letter, and all where there is nothing else.
fn signed(text: &str) -> String {
    if !text.chars().any(char::is_alphanumeric) {
        return text.chars().map(said).collect();
    }
    let mut chars = text.chars();
    let first = chars.next();
    let next = chars.next();
    let counts = next.is_some_and(|c| c.is_ascii_digit());
    match first {
        Some('-') if counts => format!("minus {}", &text[1..]),
        Some('+') => format!("plus {}", &text[1..]),
        Some('!') => format!("not {}", &text[1..]),
        Some('<' | '>') => text.chars().map(said).collect(),
        _ => text.to_owned(),
    }
}

/// A character as it is said: a sign by its name, a letter or a digit as it is, anything else by its number.
fn said(c: char) -> String {
    match sign(c) {
        Some(word) => word,
        None if c.is_alphanumeric() || c.is_whitespace() => c.to_string(),
        None => format!(" u{:x} ", u32::from(c)),
    }
}

fn sign(c: char) -> Option<String> {
    let row = SIGNS.iter().find(|(sign, _)| *sign == c);
    row.map(|(_, word)| format!(" {word} "))
}

/// Whether the Rust name of a text has a letter in front that the text does not have.
pub(super) fn begins_with_digit(text: &str, case: Case) -> bool {
    !begins_well(&cased(&signed(text), case))
}

/// Whether a name is written as Rust writes names of this case, so that the compiler does not warn of it.
pub(super) fn is_cased(name: &str, case: Case) -> bool {
    match case {
        Case::Camel => !name.contains('_') && !name.starts_with(char::is_lowercase),
        Case::Snake => !name.contains(char::is_uppercase),
    }
}

fn finish(words: &str, case: Case) -> String {
    let name = cased(words, case);
    match (name.is_empty(), begins_well(&name), case) {
        (true, _, Case::Camel) => "Empty".to_owned(),
        (true, _, Case::Snake) => "empty".to_owned(),
        (false, true, _) => name,
        (false, false, Case::Camel) => format!("V{name}"),
        (false, false, Case::Snake) => format!("v{name}"),
    }
}

fn begins_well(name: &str) -> bool {
    name.chars().next().is_some_and(unicode_ident::is_xid_start)
}

fn cased(words: &str, case: Case) -> String {
    written::name(words, case).unwrap_or_else(|| found_out(words, case))
}

/// The name of a text whose words have to be found.
pub(super) fn found_out(words: &str, case: Case) -> String {
    let apostrophes = ['\'', '’'];
    let plain = if words.contains(apostrophes) {
        Cow::Owned(words.replace(apostrophes, ""))
    } else {
        Cow::Borrowed(words)
    };
    let plain = acronyms::as_words(&plain, case);
    let cased = match case {
        Case::Camel => plain.to_upper_camel_case(),
        Case::Snake => plain.to_snake_case(),
    };
    if cased
        .bytes()
        .all(|c| c == b'_' || c.is_ascii_alphanumeric())
    {
        return cased;
    }
    let mut name = String::new();
    for c in cased.chars() {
        if c == '_' || c.is_ascii_alphanumeric() || is_letter(c) {
            name.push(c);
        } else if name.is_empty() && case == Case::Camel {
            let _ = write!(name, "U{:x}", u32::from(c));
        } else {
            let _ = write!(name, "u{:x}", u32::from(c));
        }
    }
    name
}

/// Whether a letter can stand in a Rust name and the compiler does not warn of it.
fn is_letter(c: char) -> bool {
    LETTERS
        .binary_search_by(|(first, last)| match (*last < c, c < *first) {
            (true, _) => Ordering::Less,
            (_, true) => Ordering::Greater,
            _ => Ordering::Equal,
        })
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_names_in_the_case_of_rust() {
        let cases = [
            ("sign_in_token", "SignInToken", "sign_in_token"),
            ("Sign-in Tokens", "SignInTokens", "sign_in_tokens"),
            (
                "OAuthApplications",
                "OAuthApplications",
                "oauth_applications",
            ),
            ("oAuth2 on iOS", "OAuth2OnIos", "oauth2_on_ios"),
            ("SAMLConnection", "SamlConnection", "saml_connection"),
            ("clerk.user/id", "ClerkUserId", "clerk_user_id"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            (">=", "GreaterEqual", "greater_equal"),
            ("", "Empty", "empty"),
            ("1h", "V1h", "v1h"),
            ("user's", "Users", "users"),
            ("größe", "Größe", "größe"),
            ("*", "Star", "star"),
            ("🚀", "U1f680", "u1f680"),
            ("½", "Ubd", "ubd"),
            ("ＡＢ", "Uff21uff42", "uff41uff42"),
        ];
        for (text, camel, snake) in cases {
            assert_eq!(name(text, Case::Camel), camel, "{text}");
            assert_eq!(name(text, Case::Snake), snake, "{text}");
        }
    }

    #[test]
    fn the_table_of_letters_is_sorted_and_has_letters_only() {
        assert!(LETTERS.is_sorted_by(|before, after| before.1 < after.0));
        for &(first, last) in LETTERS {
            assert!((first..=last).all(unicode_ident::is_xid_start), "{first}");
        }
    }

    #[test]
    fn texts_that_share_a_name_are_told_apart_by_their_spelling() {
        assert_eq!(spelled("foo_bar", Case::Camel), "FooUnderscoreBarLower");
        assert_eq!(spelled("FOO", Case::Camel), "FooUpper");
        assert_eq!(spelled("foo", Case::Camel), "FooLower");
    }
}
