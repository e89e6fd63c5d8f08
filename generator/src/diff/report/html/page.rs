//! The page: the template with its slots filled.

use super::super::super::{Bump, Direction, Report};
use super::super::Fold;
use super::change::{self, Body};
use super::markup::Html;
use super::packed;
use super::policy;
use super::resources;
use super::summary;
use crate::markdown;
use crate::templates::{self, Safe};

/// A short report is opened, a long one is a list at first.
const FEW: usize = 8;

/// The bytes of all changes of a page that is written out. The page has to be sent, and a browser to open it.
const MOST: usize = 2_000_000;

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

/// The articles of all changes, the worst first, and what is packed of them.
fn articles(report: &Report) -> (Vec<Html>, Html) {
    let fold = if report.changes.len() <= FEW {
        Fold::Open
    } else {
        Fold::Closed
    };
    let whole = |change| change::article(change, fold, Body::Here(change::body(change)));
    let mut room = MOST;
    let mut articles = Vec::new();
    for change in &report.changes {
        let article = whole(change);
        let Some(rest) = room.checked_sub(article.len()) else {
            break;
        };
        room = rest;
        articles.push(article);
    }
    if articles.len() == report.changes.len() {
        return (articles, Html::default());
    }
    let (packed, places) = packed::packed(&report.changes);
    let articles = report.changes.iter().zip(places);
    let articles =
        articles.map(|(change, at)| change::article(change, Fold::Closed, Body::Packed(at)));
    (articles.collect(), packed)
}

/// The changes below a heading for each level.
fn changes(report: &Report) -> Html {
    let mut html = Html::default();
    if report.changes.is_empty() {
        let said = if report.is_new {
            "The crate is new: there was none before".to_owned()
        } else if report.is_empty() {
            markdown::capital(&super::super::nothing(report))
        } else {
            "Nothing that is modelled changed".to_owned()
        };
        html.mark("<p class=\"empty\">").text(&said).mark(".</p>");
    }
    let (articles, packed) = articles(report);
    let mut articles = articles.into_iter().zip(&report.changes).peekable();
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
        if articles
            .peek()
            .is_none_or(|(_, change)| change.rust != level)
        {
            continue;
        }
        html.mark(head)
            .mark(" <span class=\"count\">")
            .number(report.count(level))
            .mark("</span></h2>\n");
        while let Some((article, _)) = articles.next_if(|(_, change)| change.rust == level) {
            html.piece(article);
        }
        html.mark("</section>\n");
    }
    html.piece(packed);
    html
}
