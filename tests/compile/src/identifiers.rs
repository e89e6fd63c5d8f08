//! Every word that a name could get into the way of: those of the templates, of the code that is emitted, of Rust and its
//! prelude; and texts that are hard to make a name of.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use tintype::templates;

/// Keywords of all editions, strict, reserved and weak.
const KEYWORDS: &str = "abstract as async auto await become box break const continue crate do dyn else enum extern false final fn \
    for gen if impl in let loop macro macro_rules match mod move mut override priv pub raw ref return safe self Self static \
    struct super trait true try type typeof union unsafe unsized use virtual where while yield";

/// What every module has without an import, and what derives and tests bring with them.
const PRELUDE: &str = "AsMut AsRef AsyncFn AsyncFnMut AsyncFnOnce Box Clone Copy Debug Default DoubleEndedIterator Drop Eq Err \
    ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator Future Hash Into IntoFuture IntoIterator Iterator None Ok Option Ord \
    PartialEq PartialOrd Result Send Sized Some String Sync ToOwned ToString TryFrom TryInto Unpin Vec align_of align_of_val \
    size_of size_of_val drop bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128 assert assert_eq \
    assert_ne cfg column compile_error concat concat_idents dbg debug_assert env eprint eprintln file format format_args \
    global_allocator include include_bytes include_str line matches module_path option_env panic print println stringify test \
    test_case thread_local todo trace_macros unimplemented unreachable vec write writeln derive bench alloc core std proc_macro \
    allow deny warn forbid expect cfg_attr deprecated doc inline link must_use no_mangle non_exhaustive path repr target_feature \
    main lib src tests examples benches build target cargo";

/// Texts without letters, without capitals, led by digits, of any script, and of any length. No two have one spelling.
const ODD: &[&str] = &[
    "",
    " ",
    "_",
    "__",
    "-",
    "$",
    "$$",
    "@",
    "*",
    "+",
    "+1",
    "-1",
    "1",
    "1a",
    "2fa",
    "007",
    "½",
    "²",
    "٣",
    "🚀",
    "👩‍🚀",
    "🇺🇳",
    ">=",
    "<",
    "!=",
    "a.b",
    "a/b",
    "a b",
    "$ref",
    "@type",
    "#anchor",
    "%25",
    "정렬",
    "顺序",
    "ترتيب",
    "סדר",
    "ลำดับ",
    "क्रम",
    "é1",
    "É",
    "e\u{301}",
    "ﬁ",
    "ß",
    "İ",
    "ŉ",
    "ǅ",
    "ＡＢ",
    "ª",
    "ⅷ",
    "a\u{200d}b",
    "a\u{200b}c",
    "\u{feff}d",
    "\u{202e}e",
    "Ａ１",
    "日本語1",
    "1日本語",
    "тест",
    "r#raw",
    "'a",
    "a'b",
    "a\"c",
    "a\\d",
    "a\nb",
    "a\tc",
    "a`d",
    "{x}",
    "}",
    "(",
    "[]",
    "//",
    "/*",
    "*/",
    "b'",
    "c\"",
];

/// Texts that differ in capitals and signs alone.
const ALIKE: &[&str] = &[
    "like this",
    "like-this",
    "like_this",
    "like.this",
    "like/this",
    "likeThis",
    "LikeThis",
    "LIKE_THIS",
    "LIKETHIS",
    "likethis",
    "$like_this",
    "@like_this",
    "-like_this",
    "+like_this",
    "like_this_",
    "_like_this",
    "__like_this",
    "like__this",
    "LIKE THIS",
    "Like This",
    "like_this_lower",
    "like_this_value",
    "like_this_param",
    "like_this_2",
    "LikeThisModel",
    "new",
    "new_",
    "New",
    "unknown",
    "Unknown",
    "UnknownValue",
    "header",
    "header_param",
    "header_param_value",
    "status",
    "status_model",
    "self",
    "Self",
    "self_",
    "SelfModel",
    "type",
    "type_",
    "r#type",
];

/// One text for each name, then texts that are hard to name, then texts that are alike.
pub fn identifiers() -> Vec<String> {
    let mut words = BTreeSet::new();
    for (_, text) in templates::RUNTIME.iter().chain(templates::FORMATS) {
        collect(text.parse().unwrap_or_default(), &mut words);
    }
    let listed = KEYWORDS
        .split_whitespace()
        .chain(PRELUDE.split_whitespace());
    // The listed ones last, so that their spelling is the one that counts.
    let words = words.into_iter().chain(listed.map(str::to_owned));
    let one_each: BTreeMap<String, String> = words.map(|word| (folded(&word), word)).collect();
    let mut all: Vec<String> = one_each.into_values().collect();
    let long = [
        "long ".repeat(60),
        "long ".repeat(61),
        "x".repeat(300),
        "長".repeat(200),
    ];
    let more = ODD.iter().chain(ALIKE).map(|text| (*text).to_owned());
    for text in more.chain(long) {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// A word without its case.
fn folded(word: &str) -> String {
    word.replace('_', "").to_lowercase()
}

/// Every word of a code.
pub(crate) fn collect(code: TokenStream, into: &mut BTreeSet<String>) {
    for token in code {
        match token {
            TokenTree::Ident(word) => {
                into.insert(word.to_string().trim_start_matches("r#").to_owned());
            }
            TokenTree::Group(group) => collect(group.stream(), into),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
