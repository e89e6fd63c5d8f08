//! Templates of paths and of URLs: texts with names in braces.

use std::borrow::Cow;

/// The names in the braces of a template, in order, as often as they are there.
pub fn names(template: &str) -> impl Iterator<Item = &str> {
    let parts = template.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0))
}

/// The template without the names in its braces: two templates with the same one match the same paths.
pub fn without_names(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((_, after)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        text.push_str("{}");
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The template of a path as it stands behind the URL of a server: one that does not begin with a slash would run into it.
pub fn rooted(template: &str) -> Cow<'_, str> {
    if template.is_empty() || template.starts_with(['/', '?', '#']) {
        return Cow::Borrowed(template);
    }
    Cow::Owned(format!("/{template}"))
}

/// The template of a path as it is sent, by the names of the parameters in the query and in the path: `term={term}` of its query is
/// sent by a parameter `term` of the query, unless what stands in the braces is one of the path.
pub fn sent(
    template: &str,
    in_query: impl Fn(&str) -> bool,
    in_path: impl Fn(&str) -> bool,
) -> Cow<'_, str> {
    let (before, fragment) = template.split_at(template.find('#').unwrap_or(template.len()));
    let Some((path, query)) = before.split_once('?') else {
        return Cow::Borrowed(template);
    };
    let is_left = |pair: &&str| {
        let named = pair.split_once("={");
        let named = named.and_then(|(name, rest)| Some((name, rest.strip_suffix('}')?)));
        !named.is_some_and(|(name, value)| in_query(name) && !in_path(value))
    };
    let left: Vec<&str> = query.split('&').filter(is_left).collect();
    let mark = if left.is_empty() { "" } else { "?" };
    Cow::Owned(format!("{path}{mark}{}{fragment}", left.join("&")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parameters_send_is_taken_out_of_the_query_of_a_path() {
        for (template, left) in [
            ("/search", "/search"),
            ("/search?term={term}", "/search"),
            ("/search?term={word}", "/search"),
            ("/search?kind=all&term={term}#top", "/search?kind=all#top"),
            ("/search?term=1&kind=all", "/search?term=1&kind=all"),
            ("/search?term={key}", "/search?term={key}"),
            ("/term?kind={term}", "/term?kind={term}"),
            ("/search#?term={term}", "/search#?term={term}"),
        ] {
            assert_eq!(
                sent(template, |name| name == "term", |name| name == "key"),
                left
            );
        }
    }
}
