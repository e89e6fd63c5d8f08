//! One item of Rust code as text, and how items stand beside each other.

use syn::{Attribute, Item, ItemMod};

use super::fields;
use super::groups::Group;
use super::lines::{Joined, WIDTH, is_function};
use super::signatures;
use super::tables;

/// An item as text, and what says how it stands beside others.
#[derive(Debug)]
pub struct Piece {
    text: String,
    group: Option<Group>,
}

impl Piece {
    /// An item with this text.
    pub(super) fn new(text: String, group: Option<Group>) -> Self {
        // A carriage return is written as `\r` inside every literal, so a bare one can only stand in a doc comment, where
        // rustc refuses it.
        let text = if text.contains('\r') {
            text.replace('\r', " ")
        } else {
            text
        };
        Self { text, group }
    }

    /// The text of an item.
    pub fn of(item: Item) -> Self {
        let group = Group::of(&item);
        Self::new(item_text(item), group)
    }

    /// Whether two pieces stand together without a blank line; `None` is a module with its content.
    pub fn are_close(one: Option<&Self>, other: Option<&Self>) -> bool {
        let one = one.and_then(|one| one.group.as_ref());
        Group::are_close(one, other.and_then(|other| other.group.as_ref()))
    }

    /// Adds the text, set in by as many levels.
    pub fn write(&self, levels: usize, out: &mut String) {
        // Setting in lines would change the text of a literal that runs over several.
        let is_fixed = levels > 0 && has_long_literal(&self.text);
        Self::set_in(&self.text, if is_fixed { 0 } else { levels }, out);
    }

    /// Adds lines, set in by as many levels.
    pub fn set_in(text: &str, levels: usize, out: &mut String) {
        for line in text.lines() {
            if !line.is_empty() {
                (0..levels).for_each(|_| out.push_str("    "));
                out.push_str(line);
            }
            out.push('\n');
        }
    }
}

/// The text of inner attributes and items, which end with a newline.
pub fn source(attrs: &[Attribute], items: &[Item]) -> String {
    text(attrs.to_vec(), items.iter().cloned().map(Piece::of))
}

/// The text of inner attributes and items, which end with a newline.
pub(super) fn text(attrs: Vec<Attribute>, pieces: impl IntoIterator<Item = Piece>) -> String {
    let mut out = unparsed(attrs, Vec::new()).replace('\r', " ");
    let mut previous = None;
    for piece in pieces {
        if !out.is_empty() && !Group::are_close(previous.as_ref(), piece.group.as_ref()) {
            out.push('\n');
        }
        out += &piece.text;
        previous = piece.group;
    }
    out
}

/// The text of an item, which ends with a newline.
pub(super) fn item_text(item: Item) -> String {
    match item {
        Item::Mod(module) => module_text(module),
        Item::Struct(_) => rejoined(plain(item), fields::field),
        Item::Impl(_) | Item::Trait(_) => {
            spaced(short(rejoined(plain(item), signatures::signature)))
        }
        Item::Fn(_) => short(plain(item)),
        Item::Macro(call) => tables::of_item(&call).unwrap_or_else(|| plain(Item::Macro(call))),
        item => plain(item),
    }
}

fn plain(item: Item) -> String {
    unparsed(Vec::new(), vec![item])
}

fn unparsed(attrs: Vec<Attribute>, items: Vec<Item>) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    })
}

/// A nested module, its items spaced like those of a file and set in by four blanks.
fn module_text(mut module: ItemMod) -> String {
    let Some((brace, items)) = module.content.take() else {
        return plain(Item::Mod(module));
    };
    let (inner, outer): (Vec<_>, Vec<_>) = std::mem::take(&mut module.attrs)
        .into_iter()
        .partition(|attr| matches!(attr.style, syn::AttrStyle::Inner(_)));
    (module.attrs, module.content) = (outer, Some((brace, Vec::new())));
    let head = plain(Item::Mod(module));
    let items = text(inner, items.into_iter().map(Piece::of));
    let mut body = String::new();
    // Setting in lines would change the text of a literal that runs over several.
    let levels = usize::from(!has_long_literal(&items));
    Piece::set_in(&items, levels, &mut body);
    if body.is_empty() {
        head
    } else {
        format!("{}\n{body}}}\n", head.trim_end().trim_end_matches('}'))
    }
}

/// A text in which some lines are put together with those that follow, which would change a literal that runs over several.
fn rejoined(text: String, join: fn(&str, &[&str]) -> Joined) -> String {
    if has_long_literal(&text) {
        return text;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = &lines[..];
    while let [line, others @ ..] = rest {
        // More lines than a line has letters have no room on it, and every line would look at all those behind it.
        let near = &others[..others.len().min(WIDTH)];
        let joined = join(line, near);
        let (line, taken) = joined
            .as_ref()
            .map_or((*line, 0), |(line, taken)| (line, *taken));
        out.push_str(line);
        out.push('\n');
        rest = &others[taken..];
    }
    out
}

/// Puts functions that are one expression on one line, where there is room for it; those of a template too, so that all of a crate reads
/// alike.
pub(super) fn short(text: String) -> String {
    rejoined(text, only_expression)
}

/// The function of one expression that begins here.
fn only_expression(line: &str, others: &[&str]) -> Joined {
    let [body, end, ..] = others else {
        return None;
    };
    let body = body.trim_start();
    let margin = end.strip_suffix('}')?;
    let head = line.strip_prefix(margin)?;
    let begins = is_function(head) && margin.trim_start().is_empty() && head.ends_with(" {");
    let is_expression = !body.ends_with(';') && !body.starts_with("//");
    let whole = format!("{line} {body} }}");
    let has_room = whole.chars().count() <= WIDTH;
    (begins && is_expression && has_room).then_some((whole, 2))
}

/// Puts a blank line between members of an `impl` or a `trait` of which one takes several lines.
///
/// It only looks at lines set in by four blanks, which are those of the members themselves: every line of a body is set
/// in further, and a text with a literal over several lines is left alone.
fn spaced(text: String) -> String {
    if has_long_literal(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut member: Vec<&str> = Vec::new();
    let mut previous = None;
    for line in text.lines() {
        if !line.starts_with("    ") {
            flush(&mut out, &mut member);
            out.push_str(line);
            out.push('\n');
            continue;
        }
        member.push(line);
        if ends_member(line) {
            let is_long = member.len() > 1;
            if previous.is_some_and(|was_long| was_long || is_long) {
                out.push('\n');
            }
            previous = Some(is_long);
            flush(&mut out, &mut member);
        }
    }
    out
}

fn flush(out: &mut String, lines: &mut Vec<&str>) {
    for line in lines.drain(..) {
        out.push_str(line);
        out.push('\n');
    }
}

/// Whether a member ends here: a closing brace or a semicolon at the depth of members, outside attributes and docs.
fn ends_member(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("    ") else {
        return false;
    };
    let is_note = rest.starts_with(' ') || rest.starts_with("//") || rest.starts_with('#');
    !is_note && (rest.ends_with('}') || rest.ends_with(';'))
}

/// Whether a literal of a Rust text runs over several lines.
fn has_long_literal(text: &str) -> bool {
    let mut rest = text;
    // Comments and literals begin with these; whatever else a text holds is skipped at once.
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        let end = if from.starts_with("//") {
            from.find('\n')
        } else if from.starts_with('"') {
            let marks = before.trim_end_matches('#');
            let (prefix, hashes) = (marks.ends_with('r'), before.len() - marks.len());
            let literal = if prefix {
                raw(from, hashes)
            } else {
                quoted(from)
            };
            if literal.is_some_and(|end| from[..end].contains('\n')) {
                return true;
            }
            literal
        } else {
            Some(letter(from))
        };
        let Some(end) = end else { return false };
        rest = &from[end..];
    }
    false
}

/// The length of a literal in quotation marks.
fn quoted(from: &str) -> Option<usize> {
    let mut letters = from.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some(at + 1),
            '\\' => drop(letters.next()),
            _ => {}
        }
    }
    None
}

/// The length of a raw literal behind its first marks.
fn raw(from: &str, hashes: usize) -> Option<usize> {
    let close = format!("\"{}", "#".repeat(hashes));
    from[1..].find(&close).map(|at| 1 + at + close.len())
}

/// The length of a character, or of the mark of a lifetime, or of a slash.
fn letter(from: &str) -> usize {
    let mut letters = from.char_indices().skip(1);
    let first = letters.next();
    let second = letters.next();
    match (first, second) {
        _ if from.starts_with('/') => 1,
        // `'\''`; how long another escape is does not matter.
        (Some((_, '\\')), Some((at, escaped))) => at + escaped.len_utf8(),
        (_, Some((at, '\''))) => at + 1,
        _ => 1,
    }
}
