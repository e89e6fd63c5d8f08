//! Where something is in an answer: the part of JSONPath that leads to one place.

/// The steps of a path such as `$.data.items`: names, positions, and `-1` for the last element of a list. `None` where the text is
/// anything else.
pub(super) fn steps(text: &str) -> Option<Vec<String>> {
    let mut rest = text.trim().strip_prefix('$')?;
    let mut steps = Vec::new();
    while !rest.is_empty() {
        let (step, after) = match rest.strip_prefix('.') {
            Some(named) => name(named)?,
            None => bracket(rest.strip_prefix('[')?)?,
        };
        steps.push(step);
        rest = after;
    }
    Some(steps)
}

/// The same of a list, whose elements may be what the path ends with.
pub(super) fn list(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    steps(text.strip_suffix("[*]").unwrap_or(text))
}

/// A JSON pointer of steps.
pub(super) fn pointer(steps: &[String]) -> String {
    let escaped = |step: &String| format!("/{}", step.replace('~', "~0").replace('/', "~1"));
    steps.iter().map(escaped).collect()
}

fn name(text: &str) -> Option<(String, &str)> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let is_plain = !name.is_empty() && !name.contains(['*', '(', '?', '@', ' ']);
    is_plain.then(|| (name.to_owned(), rest))
}

fn bracket(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'));
    if let Some(quote) = quote {
        let (name, rest) = text[1..].split_once(quote)?;
        let rest = rest.strip_prefix(']')?;
        return (!name.contains('\\')).then(|| (name.to_owned(), rest));
    }
    let (inside, rest) = text.split_once(']')?;
    let inside = inside.replace(' ', "");
    let step = match inside.as_str() {
        "-1" | "-1:" | "(@.length-1)" => "-1".to_owned(),
        digits if !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()) => inside,
        _ => return None,
    };
    Some((step, rest))
}

#[cfg(test)]
mod tests {
    use super::{list, steps};

    #[test]
    fn a_path_leads_to_one_place() {
        let read = |text| steps(text).map(|steps| steps.join(" "));
        assert_eq!(read("$").as_deref(), Some(""));
        assert_eq!(read("$.data.next").as_deref(), Some("data next"));
        assert_eq!(read("$['a.b'][0][\"c\"]").as_deref(), Some("a.b 0 c"));
        assert_eq!(
            read("$.rows[(@.length-1)].id").as_deref(),
            Some("rows -1 id")
        );
        assert_eq!(read("$.rows[-1:].id").as_deref(), Some("rows -1 id"));
        for wrong in [
            "",
            "data",
            "$..id",
            "$.a[*]",
            "$.a[?(@.b)]",
            "$.",
            "$[",
            "$a",
            "$[1:2]",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(
            list("$.a[*]").map(|steps| steps.join(" ")).as_deref(),
            Some("a")
        );
    }
}
