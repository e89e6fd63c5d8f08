//! Attributes that the configuration adds to models: text in, tokens out. Only what can stand between `#[` and `]` comes through.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

/// An attribute, such as `derive(PartialOrd)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute(String);

impl Attribute {
    /// Reads a path, with something in parentheses behind it or a literal behind `=`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let tokens: TokenStream = text.parse().ok()?;
        let mut tokens = tokens.into_iter().peekable();
        loop {
            let TokenTree::Ident(_) = tokens.next()? else {
                return None;
            };
            match tokens.next() {
                None => return Some(Self(text.to_owned())),
                Some(TokenTree::Group(group)) => {
                    let is_last =
                        tokens.next().is_none() && group.delimiter() == Delimiter::Parenthesis;
                    return is_last.then(|| Self(text.to_owned()));
                }
                Some(TokenTree::Punct(sign)) if sign.as_char() == '=' => {
                    let is_literal = matches!(tokens.next(), Some(TokenTree::Literal(_)));
                    return (is_literal && tokens.next().is_none()).then(|| Self(text.to_owned()));
                }
                Some(TokenTree::Punct(sign)) if sign.as_char() == ':' => {
                    let is_second = |next: TokenTree| matches!(next, TokenTree::Punct(sign) if sign.as_char() == ':');
                    tokens.next().filter(|next| is_second(next.clone()))?;
                }
                Some(_) => return None,
            }
        }
    }

    /// The traits that it derives.
    pub fn derives(&self) -> Vec<&str> {
        let list = self.0.trim().strip_prefix("derive");
        let list = list.map_or("", |list| list.trim().trim_matches(['(', ')']));
        let paths = list
            .split(',')
            .map(str::trim)
            .filter(|path| !path.is_empty());
        paths
            .map(|path| path.rsplit("::").next().unwrap_or(path).trim())
            .collect()
    }

    /// With `#[` and `]`.
    pub fn tokens(&self) -> TokenStream {
        let inner = self.0.parse().unwrap_or_default();
        let sign = Punct::new('#', Spacing::Alone);
        let group = Group::new(Delimiter::Bracket, inner);
        TokenStream::from_iter([TokenTree::from(sign), TokenTree::from(group)])
    }
}

#[cfg(test)]
mod tests {
    use super::Attribute;

    #[test]
    fn what_is_derived_is_known() {
        let derives = |text: &str| Attribute::parse(text).map(|one| one.derives().join(" "));
        assert_eq!(derives("derive(Eq, a::Hash,)").as_deref(), Some("Eq Hash"));
        assert_eq!(derives("cfg_attr(a, derive(Eq))").as_deref(), Some(""));
    }

    #[test]
    fn attributes_are_read_and_nothing_else() {
        for text in [
            "derive(PartialOrd)",
            "cfg_attr(feature = \"a\", derive(b::C))",
            "must_use",
            "doc = \"a\"",
            "a::b(c)",
        ] {
            assert!(Attribute::parse(text).is_some(), "{text}");
        }
        for text in [
            "",
            "derive(A)] struct B; #[a",
            "derive(A",
            "a b",
            "a = b",
            "(a)",
            "a[b]",
            "a(b)(c)",
            "a:b",
            "#[a]",
        ] {
            assert!(Attribute::parse(text).is_none(), "{text}");
        }
    }
}
