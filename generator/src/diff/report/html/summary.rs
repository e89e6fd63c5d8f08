//! What a reviewer wants to know first: the two verdicts, and how many changes there are of each kind.

use super::super::super::{Bump, Report};
use super::markup::Html;
use super::{not_compared, resources};

/// The levels as the page tells them, the worst first, each with the tag that begins its count and its part of the bar.
const LEVELS: [(Bump, &str, &str); 4] = [
    (
        Bump::Major,
        "<li class=\"major\"><b>",
        "<rect class=\"major\" height=\"8\"",
    ),
    (
        Bump::Minor,
        "<li class=\"minor\"><b>",
        "<rect class=\"minor\" height=\"8\"",
    ),
    (
        Bump::Patch,
        "<li class=\"patch\"><b>",
        "<rect class=\"patch\" height=\"8\"",
    ),
    (
        Bump::None,
        "<li class=\"none\"><b>",
        "<rect class=\"none\" height=\"8\"",
    ),
];

/// The summary.
pub(super) fn summary(report: &Report) -> Html {
    let mut html = Html::default();
    html.piece(about(report));
    html.mark("<div class=\"verdicts\">")
        .piece(rust(report))
        .piece(wire(report))
        .mark("</div>");
    html.piece(not_compared::section(report));
    html.piece(resources::table(report));
    html
}

/// What the documents are, and what becomes of the version of the crate.
fn about(report: &Report) -> Html {
    let mut html = Html::default();
    html.mark("<p class=\"about\"><b>")
        .text(&report.about.api())
        .mark("</b>");
    if let Some(next) = report.about.next() {
        html.mark(": ").text(&next).mark(".");
    }
    html.mark("</p>");
    html
}

fn rust(report: &Report) -> Html {
    let mut html = Html::default();
    html.mark(match report.verdict {
        Bump::Major => "<section class=\"verdict major\">",
        Bump::Minor => "<section class=\"verdict minor\">",
        Bump::Patch => "<section class=\"verdict patch\">",
        Bump::None => "<section class=\"verdict none\">",
    });
    html.mark("<h2>Rust callers</h2><p class=\"word\">")
        .mark(report.verdict.word())
        .mark("</p><p>");
    html.mark(match report.verdict {
        Bump::Major => "There are callers that do not compile any more.",
        Bump::Minor => "Every caller compiles as before; there is something new.",
        Bump::Patch => "Every caller compiles as before and finds nothing new.",
        Bump::None if report.is_empty() && report.unseen.is_none() => "Nothing changed.",
        Bump::None => "Nothing changed that the code shows.",
    });
    html.mark("</p>");
    if !report.changes.is_empty() {
        html.piece(bar(report)).mark("<ul class=\"counts\">");
        for (level, item, _) in LEVELS {
            let count = report.count(level);
            if count > 0 {
                html.mark(item)
                    .number(count)
                    .mark("</b> ")
                    .mark(level.word())
                    .mark("</li>");
            }
        }
        html.mark("</ul>");
    }
    html.mark("</section>");
    html
}

/// The counts as parts of a bar. The list below it says the same.
fn bar(report: &Report) -> Html {
    const WIDTH: usize = 1000;
    let all = report.changes.len().max(1);
    let mut html = Html::default();
    html.mark("<svg class=\"bar-of-counts\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    let mut before = 0;
    for (level, _, rect) in LEVELS {
        let count = report.count(level);
        let (start, end) = (before * WIDTH / all, (before + count) * WIDTH / all);
        if start < end {
            html.mark(rect)
                .mark(" x=\"")
                .number(start)
                .mark("\" width=\"")
                .number(end - start)
                .mark("\"></rect>");
        }
        before += count;
    }
    html.mark("</svg>");
    html
}

fn wire(report: &Report) -> Html {
    let mut html = Html::default();
    let count = report.count_wire();
    if count == 0 && !report.unknown().is_empty() {
        html.mark(
            "<section class=\"verdict none\"><h2>On the wire</h2><p class=\"word\">unknown</p>",
        );
        html.mark("<p>Nothing that is compared breaks programs that were built before; not everything is compared.</p></section>");
    } else if count == 0 {
        html.mark(
            "<section class=\"verdict fine\"><h2>On the wire</h2><p class=\"word\">compatible</p>",
        );
        html.mark("<p>Programs that were built before keep working.</p></section>");
    } else {
        html.mark(
            "<section class=\"verdict major\"><h2>On the wire</h2><p class=\"word\">breaking</p>",
        );
        html.mark("<p>Programs that were built before break.</p><ul class=\"counts\"><li class=\"major\"><b>").number(count);
        html.mark(if count == 1 {
            "</b> change breaks them"
        } else {
            "</b> changes break them"
        });
        html.mark("</li></ul></section>");
    }
    html
}
