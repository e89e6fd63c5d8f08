//! A change: what happened and what it means, and below it, opened on demand, where and how.

use super::super::super::{Bump, Change, Spot, Wire};
use super::super::{Fold, documented, overview};
use super::code;
use super::document;
use super::markup::Html;

/// What a change means, where it is and how, which takes most of the page.
pub(super) fn body(change: &Change) -> Html {
    let mut html = facts(change);
    html.piece(document::document(change))
        .piece(code::code(change));
    html
}

/// What a search looks at: everything but the lines of documents and of code.
pub(super) fn searched(change: &Change) -> String {
    let mut texts = vec![
        change.rust.word(),
        &change.subject,
        change.rule.title,
        &change.detail,
        change.direction.word(),
        change.reason,
        change.wire.word(),
        meaning(change.wire),
        change.rule.id,
        &change.fingerprint,
    ];
    if change.breaks_wire() {
        texts.push("breaks the wire");
    }
    texts.extend(change.resources.iter().map(String::as_str));
    let operations = overview::touched(change).map(|(operations, _)| operations);
    texts.extend(operations.into_iter().flatten());
    for with in &change.documentation {
        texts.extend([with.rule.id, with.rule.title, &with.detail]);
    }
    texts.extend(change.also.iter().take(ALSO).map(String::as_str));
    for spot in [&change.old, &change.new].into_iter().flatten() {
        texts.extend([spot.file.as_str(), &spot.pointer]);
    }
    texts.join(" ").to_lowercase().replace('\0', " ")
}

/// Where a packed body is: which pack, and which part of it.
pub(super) type At = (usize, usize);

/// What stands below the head of a change.
pub(super) enum Body {
    /// All of it.
    Here(Html),
    /// It is packed.
    Packed(At),
}

/// The change as an article.
pub(super) fn article(change: &Change, fold: Fold, body: Body) -> Html {
    let mut html = Html::default();
    html.mark("<article")
        .attribute("class", class(change.rust))
        .attribute("id", &format!("change-{}", change.fingerprint))
        .attribute("data-level", change.rust.word())
        .attribute("data-wire", change.wire.word())
        .attribute("data-direction", change.direction.word())
        .attribute("data-resources", &change.resources.join(" "))
        .mark(">")
        .mark(fold.tag())
        .piece(summary(change))
        .mark("<div class=\"body\"");
    match body {
        Body::Here(body) => html.mark(">").piece(body),
        Body::Packed((pack, part)) => html
            .mark(" data-packed=\"")
            .number(pack)
            .mark(" ")
            .number(part)
            .mark("\"><p class=\"note\">There are so many changes that what is here is packed: reading it takes a browser that runs scripts.</p>"),
    };
    html.mark("</div></details></article>\n");
    html
}

/// The classes of a change of this level.
const fn class(level: Bump) -> &'static str {
    match level {
        Bump::Major => "change major",
        Bump::Minor => "change minor",
        Bump::Patch => "change patch",
        Bump::None => "change none",
    }
}

/// What is seen of a folded change.
fn summary(change: &Change) -> Html {
    let mut html = Html::default();
    html.mark("<summary><span class=\"level\">")
        .mark(change.rust.word())
        .mark("</span><h3>");
    if change.is_rename() {
        html.mark("<code>").words(&change.detail).mark("</code>");
    } else {
        html.mark("<code>").words(&change.subject).mark("</code>");
    }
    html.mark(" <span class=\"title\">").mark(change.rule.title);
    if !change.detail.is_empty() && !change.is_rename() {
        html.mark(": <span class=\"detail\">")
            .text(&change.detail)
            .mark("</span>");
    }
    html.mark("</span></h3><span class=\"tags\">");
    if change.breaks_wire() {
        html.mark("<span class=\"tag breaking\">breaks the wire</span>");
    }
    html.mark("<span class=\"tag\">")
        .mark(change.direction.word())
        .mark("</span></span></summary>");
    html
}

/// The verdicts and the places.
fn facts(change: &Change) -> Html {
    let mut html = Html::default();
    html.mark("<dl><dt>Rust</dt><dd><b>")
        .mark(change.rust.word())
        .mark("</b>: ")
        .sentence(change.reason)
        .mark("</dd><dt>Wire</dt><dd><b>")
        .mark(change.wire.word())
        .mark("</b>: ")
        .mark(meaning(change.wire))
        .mark("</dd>");
    if !change.resources.is_empty() {
        html.mark("<dt>Resources</dt><dd>");
        list(&mut html, &change.resources);
        html.mark("</dd>");
    }
    if let Some((operations, more)) = overview::touched(change) {
        html.mark("<dt>Operations</dt><dd>");
        list(&mut html, &operations);
        rest(&mut html, more);
        html.mark("</dd>");
    }
    if !change.documentation.is_empty() {
        html.mark("<dt>Documentation</dt><dd>");
        let all: Vec<String> = change.documentation.iter().map(documented).collect();
        list(&mut html, &all);
        html.mark("</dd>");
    }
    if !change.also.is_empty() {
        html.mark("<dt>Also</dt><dd>");
        let named = change.also.len().min(ALSO);
        list(&mut html, &change.also[..named]);
        rest(&mut html, change.also.len() - named);
        html.mark("</dd>");
    }
    html.mark("<dt>Before</dt><dd>")
        .piece(place(change.old.as_ref()))
        .mark("</dd><dt>After</dt><dd>")
        .piece(place(change.new.as_ref()))
        .mark("</dd><dt>Rule</dt><dd><code>")
        .mark(change.rule.id)
        .mark("</code></dd><dt>Link</dt><dd><a class=\"link\"")
        .attribute("href", &format!("#change-{}", change.fingerprint))
        .mark(">#change-")
        .text(&change.fingerprint)
        .mark("</a></dd></dl>");
    html
}

const fn meaning(wire: Wire) -> &'static str {
    match wire {
        Wire::None => "the same bytes mean the same",
        Wire::Compatible => "programs that were built before do not notice",
        Wire::Breaking => "programs that were built before break",
    }
}

/// A place in a document.
pub(super) fn place(spot: Option<&Spot>) -> Html {
    let mut html = Html::default();
    let Some(spot) = spot else {
        html.mark("not there");
        return html;
    };
    html.mark("<code>")
        .text(&spot.file)
        .mark(":")
        .number(spot.line);
    html.mark(":")
        .number(spot.column)
        .mark("</code> <code class=\"pointer\">");
    html.text(&spot.pointer).mark("</code>");
    html
}

/// Other subjects of a change that are named.
const ALSO: usize = 20;

/// How many are not named.
fn rest(html: &mut Html, more: usize) {
    if more > 0 {
        html.mark(" and ").number(more).mark(" more");
    }
}

fn list(html: &mut Html, texts: &[impl AsRef<str>]) {
    for (index, text) in texts.iter().enumerate() {
        html.mark(if index > 0 { ", <code>" } else { "<code>" });
        html.text(text.as_ref()).mark("</code>");
    }
}
