//! Acronyms with small letters in them: written as one word, so that they are not cut within. Pure.

use std::borrow::Cow;

use super::case::Case;

/// Words that no rule finds.
const MIXED: &[&str] = &["DDoS", "IOps", "QoS", "iOS"];

/// Words whose capital letters types keep, as they do in crates that people write: `OAuthToken` in the module `oauth_token`.
const MIXED_IN_TYPES: &[&str] = &[
    "GraphQL",
    "IaaS",
    "IoT",
    "OAuth",
    "oAuth",
    "PaaS",
    "PostgreSQL",
    "SaaS",
    "VoIP",
];

/// The text with such acronyms as Rust writes words: `EnableIPv4` as `EnableIpv4`, `userIDs` as `userIds`, `TLSv1` as `TLS v1`.
pub(super) fn as_words(text: &str, case: Case) -> Cow<'_, str> {
    if !text.chars().any(char::is_uppercase) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(&next) = chars.get(at) {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let is_inside = before.is_some_and(char::is_uppercase);
        let begins_small = next.is_lowercase() && before.is_none_or(|c| !c.is_alphanumeric());
        if is_inside || !(next.is_uppercase() || begins_small) {
            out.push(next);
            at += 1;
            continue;
        }
        let run = capitals(&chars[at..]);
        let length = mixed(&chars[at..], case).or_else(|| plural(&chars[at..], run));
        let length = length.or_else(|| version_of_ip(&chars[at..], run));
        if let Some(length) = length {
            word(&chars[at..at + length], &mut out);
            at += length;
            continue;
        }
        let taken = run.max(1);
        out.extend(&chars[at..at + taken]);
        at += taken;
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

/// The length of a word of the tables, where it ends.
fn mixed(chars: &[char], case: Case) -> Option<usize> {
    let begins = |word: &&&str| word.chars().eq(chars.iter().take(word.len()).copied());
    let in_types = match case {
        Case::Camel => &[],
        Case::Snake => MIXED_IN_TYPES,
    };
    let word = MIXED.iter().chain(in_types).find(begins)?;
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
    use super::{Case, as_words};

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
            ("iOS version", "ios version"),
            ("dioOSet", "dioOSet"),
            ("SAMLConnection", "SAMLConnection"),
            ("IDsomething", "IDsomething"),
            ("IsUp", "IsUp"),
            ("AsIs", "AsIs"),
            ("VCPus", "VCPus"),
        ] {
            assert_eq!(as_words(text, Case::Camel), words, "{text}");
            assert_eq!(as_words(text, Case::Snake), words, "{text}");
        }
    }

    #[test]
    fn a_word_whose_capital_letters_types_keep_is_one_word_elsewhere() {
        for (text, words) in [
            ("OAuthApplications", "OauthApplications"),
            ("verifyOAuth2Token", "verifyOauth2Token"),
            ("VercelOAuthURL", "VercelOauthURL"),
            ("OAuthorize", "OAuthorize"),
            ("IoTDevice", "IotDevice"),
            ("GraphQL", "Graphql"),
        ] {
            assert_eq!(as_words(text, Case::Snake), words, "{text}");
            assert_eq!(as_words(text, Case::Camel), text);
        }
    }
}
