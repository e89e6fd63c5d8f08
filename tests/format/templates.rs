//! Templates in a single file, taken line by line.

use std::collections::BTreeSet;

use tintype::format;
use tintype::single_file::cfgs;
use tintype::single_file::conditions::Conditions;
use tintype::single_file::template::{self, Part};
use tintype::templates;

/// A Rust text in one layout, whatever its examples in documentation are called.
fn laid_out(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let code = line.trim_start();
        let fence = ["/// ```", "//! ```"]
            .into_iter()
            .find(|mark| code.starts_with(mark));
        fence.unwrap_or(line)
    });
    let file = syn::parse_file(&lines.collect::<Vec<_>>().join("\n"));
    file.map_or_else(
        |error| format!("{error} in\n{text}"),
        |file| format::source(&file.attrs, &file.items),
    )
}

/// The text of the parts of a template, as a file.
fn text_of(parts: Vec<Part>) -> String {
    let texts = parts.into_iter().map(|part| match part {
        Part::Text(text) => text,
        Part::Module { head, .. } => head.trim_end_matches(" {").to_owned() + ";\n",
    });
    texts.collect()
}

fn features_of(text: &str) -> BTreeSet<String> {
    let names = text.split("feature = \"").skip(1);
    names
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn every_template_says_what_reading_its_syntax_says() {
    let webhooks = ("webhooks.rs", templates::WEBHOOKS);
    let all = templates::RUNTIME.iter().chain(templates::FORMATS);
    for (name, text) in all.copied().chain([webhooks]) {
        let features = features_of(text);
        let without = |feature: &String| {
            features
                .iter()
                .filter(|&other| other != feature)
                .cloned()
                .collect()
        };
        let mut sets = vec![BTreeSet::new(), features.clone()];
        sets.extend(
            features
                .iter()
                .map(|feature| BTreeSet::from([feature.clone()])),
        );
        sets.extend(features.iter().map(without));
        for on in sets {
            let mut file =
                syn::parse_file(&text.replace("use crate::", "use super::super::")).unwrap();
            cfgs::resolve(&mut file, &on);
            let expected = laid_out(&format::source(&file.attrs, &file.items));
            let parts = template::parts(text, 2, &mut Conditions::new(&on));
            assert_eq!(laid_out(&text_of(parts)), expected, "{name} with {on:?}");
        }
    }
}

#[test]
fn a_template_is_settled_line_by_line() {
    let text = "\
//! Pets.
//!
//! ```
//! let pet = pets();
//! ```

use crate::models::Pet;

/// Gone.
#[cfg(feature = \"off\")]
#[derive(Debug)]
pub struct Gone;

/// Dogs.
#[cfg(all(feature = \"on\", target_arch = \"wasm32\"))]
mod dogs;

impl<T> Pet<T> {
    // Gone.
    #[cfg(not(feature = \"on\"))]
    fn gone<T>(
        self,
    ) -> T
    where
        T: Clone,
    {
        gone();
    }

    fn kept() {
        #[cfg(feature = \"off\")]
        let gone = gone()
            .gone(|x| {
                gone;
            })
            .gone();
        #[cfg(feature = \"off\")]
        gone()
        #[cfg(feature = \"on\")]
        kept()
    }
}
";
    let on = BTreeSet::from(["on".to_owned()]);
    let parts = template::parts(text, 1, &mut Conditions::new(&on));
    let expected = "\
//! Pets.
//!
//! ```ignore
//! let pet = pets();
//! ```

use super::models::Pet;
/// Dogs.
#[cfg(target_arch = \"wasm32\")]
mod dogs;
impl<T> Pet<T> {
    fn kept() {
        kept()
    }
}
";
    let lines = expected.lines().map(|line| format!("    {line}"));
    let lines = lines.map(|line| line.trim_end().to_owned() + "\n");
    assert_eq!(text_of(parts), lines.collect::<String>());
}
