//! What the printer prints to: tokens, or text on one line.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream, TokenTree};

use crate::naming::{Name, TypePath, ident, word};

/// What is printed to.
pub(super) trait Sink {
    fn word(&mut self, text: &'static str);
    fn name(&mut self, name: &Name);
    fn text(&mut self, text: &str);
    /// A path, as it is seen from the crate of this name, or within.
    fn path(&mut self, path: &TypePath, krate: Option<&str>);
    fn integer(&mut self, value: i64);
    fn lifetime(&mut self, name: &'static str);
    /// `<`, `>`, `&`, `::`, `,`, `->`, `:`, `=`.
    fn sign(&mut self, sign: &'static str);
    fn group(&mut self, delimiter: Delimiter, inner: &dyn Fn(&mut dyn Sink));
}

/// Code that is formatted later.
#[derive(Default)]
pub(super) struct Tokens(pub(super) TokenStream);

impl Tokens {
    fn push(&mut self, token: impl Into<TokenTree>) {
        self.0.extend([token.into()]);
    }
}

impl Sink for Tokens {
    fn word(&mut self, text: &'static str) {
        self.push(word(text));
    }

    fn name(&mut self, name: &Name) {
        self.push(ident(name));
    }

    /// Names of other crates are seen by readers only.
    fn text(&mut self, text: &str) {
        self.push(Literal::string(text));
    }

    fn path(&mut self, path: &TypePath, _krate: Option<&str>) {
        self.0.extend(path.tokens());
    }

    fn integer(&mut self, value: i64) {
        self.push(Literal::i64_unsuffixed(value));
    }

    fn lifetime(&mut self, name: &'static str) {
        self.push(Punct::new('\'', Spacing::Joint));
        self.push(word(name));
    }

    fn sign(&mut self, sign: &'static str) {
        let mut chars = sign.chars().peekable();
        while let Some(sign) = chars.next() {
            let spacing = if chars.peek().is_some() {
                Spacing::Joint
            } else {
                Spacing::Alone
            };
            self.push(Punct::new(sign, spacing));
        }
    }

    fn group(&mut self, delimiter: Delimiter, inner: &dyn Fn(&mut dyn Sink)) {
        let mut sink = Self::default();
        inner(&mut sink);
        self.push(Group::new(delimiter, sink.0));
    }
}

/// Text on one line.
#[derive(Default)]
pub(super) struct Text(pub(super) String);

impl Text {
    /// Words stand apart from each other.
    fn put(&mut self, text: &str) {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        if self.0.ends_with(is_word) && text.starts_with(is_word) {
            self.0.push(' ');
        }
        self.0 += text;
    }
}

impl Sink for Text {
    fn word(&mut self, text: &'static str) {
        self.put(text);
    }

    fn name(&mut self, name: &Name) {
        self.put(&name.code());
    }

    fn text(&mut self, text: &str) {
        self.put(text);
    }

    fn path(&mut self, path: &TypePath, krate: Option<&str>) {
        self.put(&path.text(krate));
    }

    fn integer(&mut self, value: i64) {
        self.put(&value.to_string());
    }

    fn lifetime(&mut self, name: &'static str) {
        self.0.push('\'');
        self.0 += name;
    }

    fn sign(&mut self, sign: &'static str) {
        self.0 += match sign {
            "," => ", ",
            ":" => ": ",
            "->" => " -> ",
            "=" => " = ",
            other => other,
        };
    }

    fn group(&mut self, delimiter: Delimiter, inner: &dyn Fn(&mut dyn Sink)) {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        self.0 += open;
        inner(self);
        // A comma behind the only part of a tuple.
        let end = self.0.trim_end().len();
        self.0.truncate(end);
        self.0 += close;
    }
}
