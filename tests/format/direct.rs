//! What is printed straight from its tokens reads as if a syntax tree had been printed.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::draft::{Content, Draft, Rust, Unit};
use tintype::source::files::Disk;
use tintype::{emit, format, pipeline};

/// The same text, whatever way it takes.
fn check(path: &str, rust: &Rust) {
    let tree = format::tree(rust.clone());
    let expected = format::source(&tree.attrs, &tree.items);
    let (_, text) = format::file(Draft::rust(path, rust.clone()), "");
    let text = text.split_once('\n').unwrap().1.trim_start_matches('\n');
    assert_eq!(text.trim_end(), expected.trim_end(), "{path}");
}

#[test]
fn the_code_of_each_fixture_is_printed_as_its_syntax_tree_is() {
    let mut documents = vec![PathBuf::from("spec/sign_in_tokens.yaml")];
    for folder in fs::read_dir("tests/fixtures/emit").unwrap() {
        let files = fs::read_dir(folder.unwrap().path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        documents.extend(files.filter(|path| path.extension().is_some_and(|end| end == "yaml")));
    }
    assert!(documents.len() > 5);
    for document in documents {
        let mut cx = Cx::new(Config::default());
        let plan = pipeline::plan(&Disk, Path::new(&document), &mut cx).unwrap();
        for draft in emit::emit(&plan).iter().flat_map(Unit::drafts) {
            if let Content::Rust(rust) = &draft.content {
                check(&draft.path, rust);
            }
        }
    }
}

#[test]
fn items_that_no_emitter_writes_today_are_printed_as_their_syntax_trees_are() {
    let doc = |text: &str| quote! { #[doc = #text] };
    let docs = [
        " A \"pet\".",
        " Ends in blanks.  ",
        "",
        " a\\b\t`c`",
        "/ slash",
        " two\n lines",
        " r\r",
        " é 名",
    ];
    let documented = docs.map(|text| {
        let doc = doc(text);
        quote! { #doc pub struct Pet { #doc pub id: String } }
    });
    let members = docs.map(|text| {
        let doc = doc(text);
        quote! { impl Pet { #doc pub fn id(&self) -> &str { &self.id } #doc #[must_use] pub fn long(self, one: String, two: String, three: Vec<String>) -> Self { let _ = (one, two, three); self } } }
    });
    let others: Vec<TokenStream> = vec![
        quote! { pub struct Empty {} },
        quote! { pub struct Tuple(pub String); },
        quote! { #[derive(Debug)] #[non_exhaustive] #[deprecated] pub struct A { #[deprecated] pub r#type: (String, f64), pub b: Box<dyn Fn(u8)>, pub c: [u8; 4] } },
        quote! { #[cfg(feature = "a")] pub struct B { pub a: &'static str, pub b: <A as B>::C, pub c: std::collections::BTreeMap<String, super::A>, } },
        quote! { pub struct Private { a: String } pub struct Generic<T> { pub a: T } struct Hidden { pub a: u8 } },
        quote! { pub struct Wide { pub a: A<B<CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC, DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD>, EEEEEEEEEEEEEEEEEEEEEEEEEE> } },
        quote! { use a::b; use a::{b, c}; pub use super::a as b; pub(crate) use d; #[doc(inline)] pub use e::F; },
        quote! { impl A {} impl B { pub const C: u8 = 1; pub fn d() {} } impl<T> C for D<T> where T: E { fn f(self) { g!({}) } } },
        quote! { impl<'c> Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx<'c> { pub fn a(self) -> u8 { 1 } #[doc = " B."] pub fn b(self) -> runtime::Request<'c, Yxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx> { runtime::Request::new(self.0) } } },
        quote! { runtime::record! { A; b: required; } other! { A; } runtime::record!(a); runtime::record! { #[doc = " A."] B; } },
        quote! { pub fn a() {} const A: u8 = 1; pub enum B { C } pub type D = E; mod f; mod g { use h; } },
    ];
    for tokens in documented.into_iter().chain(members).chain(others) {
        let text = tokens.to_string();
        let items = vec![tokens];
        check(
            &text,
            &Rust {
                docs: Vec::new(),
                items,
            },
        );
    }
}
