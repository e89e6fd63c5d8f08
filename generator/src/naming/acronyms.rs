//! Acronyms with small letters in them: written as one word, so that they are not cut within. Pure.

use std::borrow::Cow;

/// Words that no rule finds.
const MIXED: &[&str] = &["DDoS", "IOps", "QoS"];

/// The text with such acronyms as Rust writes words: `EnableIPv4` as `EnableIpv4`, `userIDs` as `userIds`, `TLSv1` as `TLS v1`.
pub(super) fn as_words(text: &str) -> Cow<'_, str> {
    if !text.chars().any(char::is_uppercase) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(&next) = chars.get(at) {
        let is_inside = at > 0 && chars[at - 1].is_uppercase();
        if is_inside || !next.is_uppercase() {
            out.push(next);
            at += 1;
            continue;
        }
        let run = capitals(&chars[at..]);
        let length = mixed(&chars[at..]).or_else(|| plural(&chars[at..], run));
        let length = length.or_else(|| version_of_ip(&chars[at..], run));
        if let Some(length) = length {
            word(&chars[at..at + length], &mut out);
            at += length;
            continue;
        }
        out.extend(&chars[at..at + run]);
        at += run;
        if run > 1 && is_version(&chars[at..]) {
            out.push(' ');
        }
    }
    Cow::Owned(out)
}

/// How many capital letters come first.
fn capitals(chars: &[char]) -> usize {
    chars.iter().take_while(|c| c.is_uppercase()).count()
}

/// The length of a word of the table, where it ends.
fn mixed(chars: &[char]) -> Option<usize> {
    let begins = |word: &&&str| word.chars().eq(chars.iter().take(word.len()).copied());
    let word = MIXED.iter().find(begins)?;
    ends(chars, word.len()).then_some(word.len())
}

/// `IDs`, `URLs`: several of what an acronym stands for.
fn plural(chars: &[char], run: usize) -> Option<usize> {
    let is_plural = run > 1 && chars.get(run) == Some(&'s') && ends(chars, run + 1);
    is_plural.then_some(run + 1)
}

/// `IPv4`, which is one word for everybody.
fn version_of_ip(chars: &[char], run: usize) -> Option<usize> {
    let is_ip = run == 2 && chars[0] == 'I' && chars[1] == 'P' && is_version(&chars[run..]);
    is_ip.then_some(run + 1)
}

/// `v1`.
fn is_version(chars: &[char]) -> bool {
    chars.first() == Some(&'v') && chars.get(1).is_some_and(char::is_ascii_digit)
}

/// Whether a word that is so long goes no further in small letters.
fn ends(chars: &[char], length: usize) -> bool {
    chars.get(length).is_none_or(|next| !next.is_lowercase())
}

/// Adds a word with one capital letter.
fn word(chars: &[char], out: &mut String) {
    out.extend(chars.first());
    out.extend(chars[1..].iter().flat_map(|c| c.to_lowercase()));
}

#[cfg(test)]
mod tests {
    use super::as_words;

    #[test]
    fn acronyms_with_small_letters_are_one_word() {
        for (text, words) in [
            ("EnableIPv4", "EnableIpv4"),
            ("IPv6Address", "Ipv6Address"),
            ("ReadIOps", "ReadIops"),
            ("BlkioDeviceWriteIOps", "BlkioDeviceWriteIops"),
            ("userIDs", "userIds"),
            ("URLsOfUser", "UrlsOfUser"),
            ("TLSv1", "TLS v1"),
            ("APIv2Token", "API v2Token"),
            ("QoSLevel", "QosLevel"),
            ("SAMLConnection", "SAMLConnection"),
            ("OAuthApplications", "OAuthApplications"),
            ("IDsomething", "IDsomething"),
            ("IsUp", "IsUp"),
            ("AsIs", "AsIs"),
            ("VCPus", "VCPus"),
        ] {
            assert_eq!(as_words(text), words, "{text}");
        }
    }
}
