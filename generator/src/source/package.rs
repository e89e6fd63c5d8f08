//! What `[package]` of the configuration says is what Cargo takes: the configuration in, every mistake located.

use crate::config::Config;
use crate::cx::Cx;
use crate::diag::{Place, codes};

/// The oldest Rust that the runtime compiles with: its second number.
const OLDEST: u64 = 88;

/// Reports values that Cargo or a registry would refuse.
pub(super) fn check(config: &Config, cx: &mut Cx) {
    let package = &config.package;
    let values = [
        (
            "version",
            &package.version,
            version as fn(&str) -> Option<String>,
        ),
        ("rust-version", &package.rust_version, rust_version),
        ("license", &package.license, license),
        ("repository", &package.repository, repository),
    ];
    for (key, value, fault) in values {
        let Some((value, reason)) = value
            .as_ref()
            .and_then(|value| Some((value, fault(value)?)))
        else {
            continue;
        };
        let place = config.file.map(|file| {
            let at = ["package", key].into_iter().collect();
            Place { file, at }
        });
        let found = codes::PACKAGE_VALUE.maybe_at(place).arg("key", key);
        cx.report(found.arg("value", value).arg("reason", reason));
    }
}

fn version(text: &str) -> Option<String> {
    let (rest, build) = text
        .split_once('+')
        .map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (core, pre) = rest
        .split_once('-')
        .map_or((rest, None), |(core, pre)| (core, Some(pre)));
    let numbers: Vec<&str> = core.split('.').collect();
    let are_words = |all: &str| {
        all.split('.').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
    };
    let is_plain = |word: &str| !word.bytes().all(|byte| byte.is_ascii_digit()) || is_number(word);
    if numbers.len() != 3 || !numbers.into_iter().all(is_number) {
        return Some("it is three numbers, such as `1.4.0`".to_owned());
    }
    if !build.is_none_or(are_words)
        || !pre.is_none_or(|pre| are_words(pre) && pre.split('.').all(is_plain))
    {
        return Some(
            "behind `-` and `+` are letters, digits and `-`, with dots between them".to_owned(),
        );
    }
    None
}

/// A number that has no zero in front, and that Cargo can hold.
fn is_number(text: &str) -> bool {
    text.parse::<u64>()
        .is_ok_and(|number| number.to_string() == text)
}

fn rust_version(text: &str) -> Option<String> {
    let numbers: Vec<&str> = text.split('.').collect();
    if !matches!(numbers.len(), 2 | 3) || !numbers.iter().copied().all(is_number) {
        return Some("it is two or three numbers, such as `1.90`".to_owned());
    }
    let number = |index: usize| numbers[index].parse::<u64>().unwrap_or_default();
    let is_old = (number(0), number(1)) < (1, OLDEST);
    is_old.then(|| format!("the generated code needs Rust 1.{OLDEST}"))
}

/// Without the list of licences, every one is taken.
#[cfg(not(feature = "cli"))]
fn license(_: &str) -> Option<String> {
    None
}

#[cfg(feature = "cli")]
fn license(text: &str) -> Option<String> {
    let error = spdx::Expression::parse(text).err()?;
    Some(format!("as an SPDX expression it has {}", error.reason))
}

fn repository(text: &str) -> Option<String> {
    let is_url = (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    (!is_url).then(|| "it is a URL of `https`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{rust_version, version};

    #[test]
    fn versions_are_those_of_cargo() {
        for good in ["0.1.0", "1.0.0-alpha.1", "1.0.0-a-b+build.007", "10.20.30"] {
            assert_eq!(version(good), None, "{good}");
        }
        for bad in [
            "",
            "1",
            "1.0",
            "v1.0.0",
            "1.0.0.0",
            "01.0.0",
            "1.0.0-",
            "1.0.0-01",
            "1.0.0-a..b",
            "1.0.0+",
            "1.0.x",
            "2025-11-10",
        ] {
            assert!(version(bad).is_some(), "{bad}");
        }
        for good in ["1.88", "1.90.1", "2.0"] {
            assert_eq!(rust_version(good), None, "{good}");
        }
        for bad in ["1", "1.87", "1.90.0.0", "1.90-nightly", "stable"] {
            assert!(rust_version(bad).is_some(), "{bad}");
        }
    }
}
