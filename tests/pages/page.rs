//! What the tests look for on a page: headings, links and Rust examples.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A page of the generated crate.
#[derive(Default)]
pub(crate) struct Page {
    /// The anchors of its headings, as GitHub makes them.
    pub(crate) anchors: BTreeSet<String>,
    pub(crate) links: Vec<String>,
    /// The Rust examples, each with the section that it is in.
    pub(crate) examples: Vec<(String, String)>,
}

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let mut page = Self::default();
        let (mut section, mut heading, mut code) = (String::new(), None, None);
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(level)) => {
                    let text = heading.take().unwrap();
                    page.anchor(&text);
                    if level <= HeadingLevel::H2 {
                        section = text;
                    }
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind)))
                    if kind.split(',').next() == Some("rust") =>
                {
                    code = Some(String::new());
                }
                Event::End(TagEnd::CodeBlock) => {
                    let code = code.take().map(|code| (section.clone(), code));
                    page.examples.extend(code);
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(open) = code.as_mut().or(heading.as_mut()) {
                        open.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// Adds the anchor of a heading: small letters, no punctuation, hyphens for spaces, a number where it was taken.
    fn anchor(&mut self, heading: &str) {
        let slug: String = heading
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let numbered = (1..).map(|number| format!("{slug}-{number}"));
        let mut candidates = std::iter::once(slug.clone()).chain(numbered);
        let free = candidates.find(|candidate| !self.anchors.contains(candidate));
        self.anchors.extend(free);
    }
}
