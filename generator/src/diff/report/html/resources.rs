//! How many changes meet each resource, the worst hit first.

use std::collections::BTreeMap;

use super::super::super::{Bump, Change, Report};
use super::markup::Html;

/// Numbers of changes, in the order in which resources are told.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Counts {
    major: usize,
    wire: usize,
    minor: usize,
    patch: usize,
    none: usize,
}

impl Counts {
    fn add(&mut self, change: &Change) {
        *match change.rust {
            Bump::Major => &mut self.major,
            Bump::Minor => &mut self.minor,
            Bump::Patch => &mut self.patch,
            Bump::None => &mut self.none,
        } += 1;
        self.wire += usize::from(change.breaks_wire());
    }
}

fn counted(report: &Report) -> BTreeMap<&str, Counts> {
    let mut counted: BTreeMap<&str, Counts> = BTreeMap::new();
    for change in &report.changes {
        for resource in &change.resources {
            counted.entry(resource).or_default().add(change);
        }
    }
    counted
}

/// The table of the summary.
pub(super) fn table(report: &Report) -> Html {
    let mut counted: Vec<_> = counted(report).into_iter().collect();
    let mut html = Html::default();
    if counted.is_empty() {
        return html;
    }
    counted.sort_by(|a, b| (&b.1, a.0).cmp(&(&a.1, b.0)));
    // A glance at a few is worth its room.
    html.mark(if counted.len() <= FEW {
        "<details class=\"resources\" open>"
    } else {
        "<details class=\"resources\">"
    });
    html.mark("<summary>By resource <span class=\"count\">")
        .number(counted.len())
        .mark("</span></summary>");
    html.mark("<table><thead><tr><th scope=\"col\">resource</th><th scope=\"col\">major</th><th scope=\"col\">minor</th>");
    html.mark(
        "<th scope=\"col\">patch</th><th scope=\"col\">break the wire</th></tr></thead><tbody>",
    );
    for (name, counts) in counted {
        html.mark("<tr><th scope=\"row\"><a");
        html.attribute("href", &format!("#?resource={name}"))
            .mark(">")
            .text(name)
            .mark("</a></th>");
        for count in [counts.major, counts.minor, counts.patch, counts.wire] {
            html.mark(if count == 0 {
                "<td class=\"zero\">"
            } else {
                "<td>"
            })
            .number(count)
            .mark("</td>");
        }
        html.mark("</tr>");
    }
    html.mark("</tbody></table></details>");
    html
}

const FEW: usize = 6;

/// The choices of the filter.
pub(super) fn options(report: &Report) -> Html {
    let mut html = Html::default();
    for name in counted(report).into_keys() {
        html.mark("<option")
            .attribute("value", name)
            .mark(">")
            .text(name)
            .mark("</option>");
    }
    html
}
