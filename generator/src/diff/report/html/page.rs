//! The page: the template with its slots filled.

use super::super::super::{Bump, Change, Direction, Report};
use super::super::Fold;
use super::change;
use super::markup::Html;
use super::policy;
use super::resources;
use super::summary;
use crate::templates::{self, Safe};

/// A short report is opened, a long one is a list at first.
const FEW: usize = 8;

/// The report; `old` and `new` are what the two documents are called.
pub fn html(report: &Report, old: &str, new: &str) -> String {
    // Browsers read every line end as `\n` before they hash.
    let style = templates::REPORT_STYLE.replace("\r\n", "\n");
    let script = templates::REPORT_SCRIPT.replace("\r\n", "\n");
    let policy = policy::policy(&style, &script);
    let number = |number: usize| {
        let mut html = Html::default();
        html.number(number);
        Safe::from(html)
    };
    let going = |direction: Direction| {
        let changes = report.changes.iter();
        number(
            changes
                .filter(|change| change.direction == direction)
                .count(),
        )
    };
    templates::fill(
        templates::REPORT,
        &[
            ("policy", text(&policy)),
            ("old", name(old)),
            ("new", name(new)),
            ("verdict", Safe::written(report.verdict.word())),
            ("style", Safe::written(style)),
            ("script", Safe::written(script)),
            ("summary", summary::summary(report).into()),
            ("major", number(report.count(Bump::Major))),
            ("minor", number(report.count(Bump::Minor))),
            ("patch", number(report.count(Bump::Patch))),
            ("none", number(report.count(Bump::None))),
            ("wire", number(report.count_wire())),
            ("request", going(Direction::Request)),
            ("response", going(Direction::Response)),
            ("both", going(Direction::Both)),
            ("all", number(report.changes.len())),
            ("resources", resources::options(report).into()),
            ("changes", changes(report).into()),
        ],
    )
}

fn text(text: &str) -> Safe {
    let mut html = Html::default();
    html.text(text);
    html.into()
}

/// The name of a document, its folder apart.
fn name(path: &str) -> Safe {
    let start = path.rfind(['/', '\\']).map_or(0, |slash| slash + 1);
    let mut html = Html::default();
    html.mark("<span class=\"folder\">")
        .text(&path[..start])
        .mark("</span>")
        .text(&path[start..]);
    html.into()
}

/// The changes below a heading for each level.
fn changes(report: &Report) -> Html {
    let mut html = Html::default();
    if report.changes.is_empty() {
        html.mark(if report.is_empty() {
            "<p class=\"empty\">Nothing changed.</p>"
        } else {
            "<p class=\"empty\">Nothing that is modelled changed.</p>"
        });
    }
    for (level, head) in [
        (
            Bump::Major,
            "<section class=\"group\" aria-labelledby=\"level-major\"><h2 id=\"level-major\">Major",
        ),
        (
            Bump::Minor,
            "<section class=\"group\" aria-labelledby=\"level-minor\"><h2 id=\"level-minor\">Minor",
        ),
        (
            Bump::Patch,
            "<section class=\"group\" aria-labelledby=\"level-patch\"><h2 id=\"level-patch\">Patch",
        ),
        (
            Bump::None,
            "<section class=\"group\" aria-labelledby=\"level-none\"><h2 id=\"level-none\">No level",
        ),
    ] {
        let group: Vec<&Change> = report
            .changes
            .iter()
            .filter(|change| change.rust == level)
            .collect();
        if group.is_empty() {
            continue;
        }
        html.mark(head)
            .mark(" <span class=\"count\">")
            .number(group.len())
            .mark("</span></h2>\n");
        let fold = if report.changes.len() <= FEW {
            Fold::Open
        } else {
            Fold::Closed
        };
        for change in group {
            html.piece(change::article(change, fold));
        }
        html.mark("</section>\n");
    }
    html
}
