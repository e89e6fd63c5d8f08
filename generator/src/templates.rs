//! Stub.
pub(crate) const README: &str = include_str!("../../templates/readme.md");
pub(crate) fn fill(t: &str, s: &[(&str, String)]) -> String {
    let mut t = t.to_owned();
    for (a, b) in s {
        t = t.replace(&format!("{{{{{a}}}}}"), b);
    }
    t
}
