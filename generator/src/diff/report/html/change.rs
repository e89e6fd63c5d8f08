//! A change: what happened and what it means, and below it, opened on demand, where and how.

use super::super::super::{Change, Level, Spot, Wire};
use super::code;
use super::document;
use super::markup::Html;

/// The change as an article, `is_open` or folded.
pub(super) fn article(change: &Change, is_open: bool) -> Html {
    let mut html = Html::default();
    html.mark("<article")
        .attribute("class", class(change.rust))
        .attribute("id", &format!("change-{}", change.fingerprint))
        .attribute("data-level", change.rust.word())
        .attribute("data-wire", change.wire.word())
        .attribute("data-direction", change.direction.word())
        .attribute("data-resources", &change.resources.join(" "))
        .mark(if is_open {
            "><details open>"
        } else {
            "><details>"
        })
        .piece(summary(change))
        .mark("<div class=\"body\">")
        .piece(facts(change))
        .piece(document::document(change))
        .piece(code::code(change))
        .mark("</div></details></article>\n");
    html
}

/// The classes of a change of this level.
const fn class(level: Level) -> &'static str {
    match level {
        Level::Major => "change major",
        Level::Minor => "change minor",
        Level::Patch => "change patch",
        Level::None => "change none",
    }
}

/// What is seen of a folded change.
fn summary(change: &Change) -> Html {
    let mut html = Html::default();
    html.mark("<summary><span class=\"level\">")
        .mark(change.rust.word())
        .mark("</span><h3>");
    if change.is_rename() {
        html.mark("<code>").text(&change.detail).mark("</code>");
    } else {
        html.mark("<code>").text(&change.subject).mark("</code>");
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
    html.mark("<dl><div class=\"why\"><dt>Rust</dt><dd><b>")
        .mark(change.rust.word());
    html.mark("</b>: ")
        .mark(change.reason)
        .mark("</dd></div><div><dt>Wire</dt><dd><b>");
    html.mark(change.wire.word())
        .mark("</b>: ")
        .mark(meaning(change.wire))
        .mark("</dd></div>");
    if !change.resources.is_empty() {
        html.mark("<div><dt>Resources</dt><dd>");
        list(&mut html, change.resources.iter().map(String::as_str));
        html.mark("</dd></div>");
    }
    if !change.also.is_empty() {
        html.mark("<div class=\"also\"><dt>Also</dt><dd>");
        list(&mut html, change.also.iter().map(String::as_str));
        html.mark("</dd></div>");
    }
    for (spot, title) in [(&change.old, "Before"), (&change.new, "After")] {
        html.mark("<div class=\"place\"><dt>")
            .mark(title)
            .mark("</dt><dd>");
        match spot {
            Some(spot) => place(&mut html, spot),
            None => drop(html.mark("not there")),
        }
        html.mark("</dd></div>");
    }
    html.mark("<div><dt>Rule</dt><dd><code>")
        .mark(change.rule.id);
    html.mark("</code></dd></div><div><dt>Link</dt><dd><a class=\"link\"");
    html.attribute("href", &format!("#change-{}", change.fingerprint));
    html.mark(">#change-")
        .text(&change.fingerprint)
        .mark("</a></dd></div></dl>");
    html
}

const fn meaning(wire: Wire) -> &'static str {
    match wire {
        Wire::None => "the same bytes mean the same",
        Wire::Compatible => "programs that were built before do not notice",
        Wire::Breaking => "programs that were built before break",
    }
}

fn place(html: &mut Html, spot: &Spot) {
    html.mark("<code>")
        .text(&spot.file)
        .mark(":")
        .number(spot.line);
    html.mark(":")
        .number(spot.column)
        .mark("</code> <code class=\"pointer\">");
    html.text(&spot.pointer).mark("</code>");
}

fn list<'t>(html: &mut Html, texts: impl Iterator<Item = &'t str>) {
    for (index, text) in texts.enumerate() {
        html.mark(if index > 0 { ", <code>" } else { "<code>" });
        html.text(text).mark("</code>");
    }
}
