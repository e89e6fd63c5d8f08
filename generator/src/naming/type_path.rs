//! Paths of types that the configuration chose: text in, tokens out. Nothing but names, `::`, `<`, `,` and `>` comes through.

use proc_macro2::TokenStream;

use super::reserved;

/// The path of a type, such as `chrono::DateTime<chrono::Utc>`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypePath(String);

impl TypePath {
    /// Reads a path of at least two names: without one in front, nobody could say where the type is.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = Rest(text.trim());
        let path = rest.path()?;
        let own = path.split('<').next().unwrap_or_default();
        let has_two = own.trim_start_matches("::").contains("::");
        (rest.0.is_empty() && has_two).then_some(Self(path))
    }

    /// The path that was checked before the gate.
    pub fn of(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self("serde_json::Value".to_owned()))
    }

    /// As code.
    pub fn tokens(&self) -> TokenStream {
        self.0.parse().unwrap_or_default()
    }

    /// As text, `crate` being this.
    pub fn text(&self, krate: Option<&str>) -> String {
        match krate {
            Some(krate) => self.0.replace("crate::", &format!("{krate}::")),
            None => self.0.clone(),
        }
    }
}

/// What is left of a text.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.0.trim_start().strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0).trim_start();
        rest.is_some()
    }

    fn path(&mut self) -> Option<String> {
        let mut path = if self.takes("::") {
            "::".to_owned()
        } else {
            String::new()
        };
        let is_first = path.is_empty();
        let first = self.word();
        let is_crate = is_first && first == "crate";
        path.push_str(Some(first).filter(|first| is_crate || is_name(first))?);
        while self.takes("::") {
            path.push_str("::");
            path.push_str(Some(self.word()).filter(|name| is_name(name))?);
        }
        if self.takes("<") {
            let mut arguments = vec![self.path()?];
            while self.takes(",") {
                arguments.push(self.path()?);
            }
            path.extend(["<", &arguments.join(", "), ">"]);
            return self.takes(">").then_some(path);
        }
        Some(path)
    }

    fn word(&mut self) -> &'t str {
        let is_sign = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
        let end = self.0.find(is_sign).unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }
}

fn is_name(word: &str) -> bool {
    reserved::is_identifier(word) && !reserved::is_raw(word)
}

#[cfg(test)]
mod tests {
    use super::TypePath;

    #[test]
    fn paths_are_read_and_nothing_else() {
        let read = |text: &str| TypePath::parse(text).map(|path| path.text(None));
        for (text, path) in [
            ("crate::extra::Money", "crate::extra::Money"),
            (" ::jiff::Timestamp", "::jiff::Timestamp"),
            (
                "chrono::DateTime< chrono::Utc >",
                "chrono::DateTime<chrono::Utc>",
            ),
            ("a::B<c::D, E<f::G>>", "a::B<c::D, E<f::G>>"),
        ] {
            assert_eq!(read(text).as_deref(), Some(path));
        }
        for text in [
            "",
            "Money",
            "a::",
            "::a",
            "Vec<a::B>",
            "a::b::",
            "a::B<",
            "a::B<>",
            "a::B>",
            "a::B{}",
            "a::B;",
            "self::B",
            "a::crate::B",
            "a::type",
            "a::B c",
            "dyn a::B",
            "&a::B",
            "a::B<'static>",
            "a::\"b\"",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
