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

/// The names of the pairs that the template of a path has in its query.
pub fn query_names(template: &str) -> impl Iterator<Item = &str> {
    let query = template
        .split('#')
        .next()
        .and_then(|before| Some(before.split_once('?')?.1));
    let pairs = query.into_iter().flat_map(|query| query.split('&'));
    pairs.map(name_of)
}

/// The template of a path without those pairs of its query that a parameter of the query sends, by its name.
pub fn without_pairs(template: &str, is_sent: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if !query_names(template).any(&is_sent) {
        return Cow::Borrowed(template);
    }
    let (before, fragment) = template.split_at(template.find('#').unwrap_or(template.len()));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let left: Vec<&str> = query
        .split('&')
        .filter(|pair| !is_sent(name_of(pair)))
        .collect();
    let mark = if left.is_empty() { "" } else { "?" };
    Cow::Owned(format!("{path}{mark}{}{fragment}", left.join("&")))
}

fn name_of(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parameters_send_is_taken_out_of_the_query_of_a_path() {
        for (template, left) in [
            ("/search", "/search"),
            ("/search?term={term}", "/search"),
            ("/search?kind=all&term={term}#top", "/search?kind=all#top"),
            ("/search?term&kind=all", "/search?kind=all"),
            ("/term?kind={term}", "/term?kind={term}"),
            ("/search#?term=1", "/search#?term=1"),
        ] {
            assert_eq!(without_pairs(template, |name| name == "term"), left);
        }
    }
}
