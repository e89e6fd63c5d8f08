//! Which kind a schema is: what it becomes, before anybody looks inside.

use super::compose::{self, Whole};
use super::document::View;
use super::keywords::Keywords;
use super::parts::{self, Part};
use super::sources::Source;
use super::spots::Site;
use super::{covers, enums, kinds};

/// What becomes of a schema.
pub(super) enum Class<'d> {
    /// A definition with a name.
    Defined,
    /// Exactly the schema of one part, perhaps with annotations.
    Wrapped(Source<'d>),
    /// A type without a name of its own.
    Plain,
}

/// Which kind a schema is.
pub(super) fn of<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Class<'d> {
    if keywords.all_of.is_empty() {
        return alone(keywords);
    }
    let view = view.judging(&site.at);
    let speaker = speaker(view, keywords, site);
    speaker.map_or_else(|| composed(view, keywords, site), Class::Wrapped)
}

fn composed<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Class<'d> {
    let parts = parts::of(view, keywords, site).list;
    match compose::whole(view, &parts) {
        Whole::Object | Whole::Union(_) | Whole::Enum(_) => Class::Defined,
        _ => Class::Plain,
    }
}

/// The part of an `allOf` that is the value, since it says all that the others say. Objects and unions are told apart by
/// name, so such a part is it only where the others do not speak of members at all.
fn speaker<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Option<Source<'d>> {
    let mut sources = Vec::new();
    for (index, part) in keywords.all_of.iter().enumerate() {
        let at = site.at.child("allOf").index(index);
        sources.push(Source::of(part, site.moved(at)));
    }
    let beside = Keywords {
        all_of: &[],
        ..keywords.clone()
    };
    let beside = Part::alone(beside, site);
    let source = covers::covering(view, &sources, Some(&beside))?;
    let own = parts::of_all(view, [&source]).list;
    let has_name = matches!(
        compose::whole(view, &own),
        Whole::Object | Whole::Map | Whole::Union(_)
    );
    let others = sources
        .iter()
        .filter(|other| other.site.at != source.site.at);
    let mut others = parts::of_all(view, others).list;
    others.push(beside);
    let are_bare = others.iter().all(|part| kinds::is_bare(&part.keywords));
    (are_bare || !has_name).then_some(source)
}

/// Which kind a schema without `allOf` is.
fn alone(keywords: &Keywords<'_>) -> Class<'static> {
    let is_object = kinds::kind(keywords) == Some("object");
    let has_members = !(keywords.properties.is_empty() && keywords.required.is_empty());
    let is_defined = enums::is_defined(keywords)
        || kinds::is_union(keywords, &[keywords]) && keywords.values.is_empty()
        || is_object && has_members;
    if is_defined {
        Class::Defined
    } else {
        Class::Plain
    }
}
