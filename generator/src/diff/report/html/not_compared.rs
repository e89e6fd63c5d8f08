//! What is not modelled: each part that differs with its place, and how many are the same.

use super::super::super::Report;
use super::change::place;
use super::markup::Html;

/// The section; empty where everything is modelled.
pub(super) fn section(report: &Report) -> Html {
    let mut html = Html::default();
    if report.not_compared.is_empty() {
        return html;
    }
    html.mark("<section class=\"not-compared\" aria-labelledby=\"not-compared\"><h2 id=\"not-compared\">Not compared</h2>");
    if !report.unknown().is_empty() {
        html.mark("<p>These parts are not modelled, and the documents differ there. Nobody knows what that means for callers.</p><ul>");
        for part in report.unknown() {
            html.mark("<li><span>").text(&part.reason).mark("</span> ");
            html.piece(place(part.old.as_ref())).mark(" → ");
            html.piece(place(part.new.as_ref())).mark(" <code>");
            html.mark(part.code).mark("</code></li>");
        }
        html.mark("</ul>");
    }
    if let Some(same) = super::super::same(report) {
        html.mark("<p>").text(&same).mark(".</p>");
    }
    html.mark("</section>");
    html
}
