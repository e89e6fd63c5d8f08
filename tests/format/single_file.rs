//! A crate as one file: conditions settled, modules nested.

use std::collections::BTreeSet;

use quote::quote;
use tintype::draft::{Draft, Rust, Unit};
use tintype::format;
use tintype::single_file::{self, cfgs};

use crate::HEADER;

fn resolved(source: &str, features: &[&str]) -> String {
    let features = features.iter().map(|&name| name.to_owned()).collect();
    let mut file = syn::parse_file(source).unwrap();
    cfgs::resolve(&mut file, &features);
    format::source(&file.attrs, &file.items)
}

#[test]
fn conditions_on_features_are_settled_everywhere() {
    let source = r#"
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #[cfg(feature = "on")] use a::b;
        #[cfg(feature = "off")] use a::c;
        #[cfg_attr(feature = "on", derive(Debug), must_use)] struct S { #[cfg(feature = "off")] gone: u8, #[cfg(not(feature = "off"))] kept: u8 }
        enum E { #[cfg(feature = "off")] Gone, #[cfg(any(feature = "off", feature = "on"))] Kept }
        #[cfg(test)] mod tests { fn gone() {} }
        #[cfg(all(feature = "on", target_arch = "wasm32"))] fn open() {}
        impl S {
            #[cfg(feature = "off")] fn gone() {}
            fn kept(e: E, #[cfg(feature = "off")] gone: u8) -> Self {
                #[cfg(feature = "off")] let gone = 1;
                #[cfg(feature = "off")] { gone(); }
                #[cfg(feature = "off")] println!("gone");
                let on = cfg!(feature = "on");
                match e { #[cfg(feature = "off")] E::Gone => gone(), #[cfg(feature = "on")] E::Kept => [#[cfg(feature = "off")] gone, 1] };
                Self { #[cfg(feature = "off")] gone: 1, kept: 2 }
            }
        }
    "#;
    let text = resolved(source, &["on"]);
    assert!(
        !text.to_lowercase().contains("gone") && !text.contains("feature"),
        "{text}"
    );
    for kept in [
        "use a::b;",
        "#[derive(Debug)]\n#[must_use]",
        "kept: u8",
        "    Kept,",
        "let on = true;",
        "#[cfg(target_arch = \"wasm32\")]\nfn open",
    ] {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
}

fn rust(path: &str, items: Vec<proc_macro2::TokenStream>) -> Draft {
    let docs = vec!["Docs.".to_owned()];
    Draft::rust(path, Rust { docs, items })
}

/// A file that uses `crate` in every way.
fn user() -> Draft {
    let items = vec![
        quote!(
            use crate::models::r#type::Type;
        ),
        quote!(
            pub(crate) struct Hidden;
        ),
        quote!(
            #[derive(Debug)]
            pub struct User {
                pub ty: Type,
                pub hidden: Vec<crate::runtime::Absent>,
            }
        ),
        quote! {
            impl User {
                pub fn text(&self) -> String { format!("{:?}", crate::models::r#type::Type) }
                pub fn two(&self) -> bool { true }
            }
        },
    ];
    rust("src/models/user.rs", items)
}

/// A small crate.
fn crate_drafts() -> Vec<Draft> {
    let root = vec![
        quote!(#![forbid(unsafe_code)]),
        quote!(
            pub mod models;
        ),
        quote!(
            mod runtime;
        ),
        quote!(
            #[cfg(feature = "blocking")]
            pub mod blocking;
        ),
        quote!(
            pub use crate::models::user::User;
        ),
    ];
    let absent =
        "//! A.\n#[derive(Debug)]\npub struct Absent(pub super::super::models::r#type::Type);\n";
    vec![
        Draft::text("Cargo.toml", "[package]"),
        rust("src/lib.rs", root),
        rust(
            "src/models/mod.rs",
            vec![
                quote!(
                    pub mod user;
                ),
                quote!(
                    pub mod r#type;
                ),
            ],
        ),
        user(),
        rust(
            "src/models/type.rs",
            vec![quote!(
                #[derive(Debug)]
                pub struct Type;
            )],
        ),
        rust("src/blocking.rs", vec![]),
        rust(
            "src/unreached.rs",
            vec![quote!(
                struct Unreached;
            )],
        ),
        Draft::verbatim(
            "src/runtime/mod.rs",
            "//! R.\nmod absent;\npub(crate) use absent::Absent;\n",
        ),
        Draft::verbatim("src/runtime/absent.rs", absent),
    ]
}

#[test]
fn a_crate_becomes_one_file_that_any_module_can_include() {
    let text = single_file::join(&[Unit::new(crate_drafts)], HEADER, &BTreeSet::new(), &[]);
    let file = syn::parse_file(&text).unwrap();
    assert!(
        file.attrs.is_empty(),
        "inner attributes cannot be included: {text}"
    );
    assert!(
        text.starts_with(&format!(
            "// {HEADER}\n//\n// Docs.\n\n#[allow(\n    dead_code,\n    unknown_lints,\n    unreachable_pub,"
        )),
        "{text}"
    );
    assert!(
        !text.contains("crate::") && !text.contains("blocking") && !text.contains("Unreached"),
        "{text}"
    );
    for part in [
        "pub use self::models::user::User;",
        "use super::super::models::r#type::Type;",
        "pub(crate) struct Hidden;",
        "Vec<super::super::runtime::Absent>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let expected = "
        pub struct User {
            pub ty: Type,
            pub hidden: Vec<super::super::runtime::Absent>,
        }

        impl User {
            pub fn text(&self) -> String { format!(\"{:?}\", super::super::models::r#type::Type) }
            pub fn two(&self) -> bool { true }
        }
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_list_of_modules_has_them_in_it() {
    let drafts = || {
        let root = quote!(
            pub mod models;
        );
        let list = quote! { crate::runtime::models! { mod user; } };
        let list = rust("src/models/mod.rs", vec![list]);
        vec![rust("src/lib.rs", vec![root]), list, user()]
    };
    let text = single_file::join(&[Unit::new(drafts)], HEADER, &BTreeSet::new(), &[]);
    assert!(text.contains("\n    mod user {\n"), "{text}");
    assert!(text.contains("\n    pub use user::*;\n"), "{text}");
    assert!(!text.contains("models!"), "{text}");
}

#[test]
fn features_and_missing_files_show_in_the_single_file() {
    let on = BTreeSet::from(["blocking".to_owned()]);
    let joined = |units: &[Unit<'_>]| single_file::join(units, HEADER, &on, &[]);
    assert!(joined(&[Unit::new(crate_drafts)]).contains("pub mod blocking {"));
    let others = Unit::new(|| {
        let mut drafts = crate_drafts();
        drafts.retain(|draft| draft.path != "src/models/type.rs");
        drafts
    });
    assert!(joined(&[others]).contains("no file for the module `models::type`"));
}
