//! Addresses of documents and schemas (RFC 3986), one against another. Nothing is fetched from any.

/// The address that a reference means, without its fragment, where `base` is the address of what it stands in.
pub(super) fn resolved(base: &str, reference: &str) -> String {
    let reference = reference.split('#').next().unwrap_or_default();
    let base = base.split(['#', '?']).next().unwrap_or_default();
    if reference.is_empty() {
        return base.to_owned();
    }
    if scheme(reference).is_some() {
        return reference.to_owned();
    }
    let (origin, path) = apart(base);
    if reference.starts_with("//") {
        let scheme = scheme(base).map_or("", |scheme| &base[..=scheme.len()]);
        return format!("{scheme}{reference}");
    }
    let path = match path.rfind('/') {
        _ if reference.starts_with('/') => reference.to_owned(),
        Some(end) => format!("{}{reference}", &path[..=end]),
        None if origin.contains("//") => format!("/{reference}"),
        None => reference.to_owned(),
    };
    format!("{origin}{}", without_dots(&path))
}

/// The scheme of an address that has one.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_one = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    is_one.then_some(scheme)
}

/// The path and the fragment of a reference; one without a fragment means the whole file.
pub(super) fn split_fragment(target: &str) -> (&str, &str) {
    match target.find('#') {
        Some(at) => target.split_at(at),
        None => (target, "#"),
    }
}

/// Scheme and host, and the path.
fn apart(address: &str) -> (&str, &str) {
    let after = scheme(address).map_or(0, |scheme| scheme.len() + 1);
    let host = match address[after..].strip_prefix("//") {
        Some(rest) => after + 2 + rest.find('/').unwrap_or(rest.len()),
        None => after,
    };
    address.split_at(host)
}

fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for part in path.split('/') {
        is_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            // The first part is empty where the path begins with a slash, which stays.
            ".." if parts
                .last()
                .is_some_and(|last| !last.is_empty() && *last != "..") =>
            {
                parts.pop();
            }
            ".." if parts == [""] => {}
            part => parts.push(part),
        }
    }
    if is_folder {
        parts.push("");
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn references_are_resolved_as_rfc_3986_says() {
        let base = "http://a/b/c/d;p?q";
        for (reference, address) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("#s", "http://a/b/c/d;p"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("g:h", "g:h"),
            ("https://x/y#z", "https://x/y"),
        ] {
            assert_eq!(resolved(base, reference), address, "{reference}");
        }
        assert_eq!(resolved("", "box.json"), "box.json");
        assert_eq!(resolved("http://a", "g"), "http://a/g");
        assert_eq!(resolved("urn:one:two", "/g"), "urn:/g");
        assert_eq!(resolved("../a/b", "../c"), "../c");
    }
}
