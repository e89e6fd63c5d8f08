//! Overlays: a document and files of actions in, the document with the actions done out. Every node knows which file gave it.
//!
//! Overlay 1.0 and 1.1 of the OpenAPI Initiative. Both are read alike: what 1.1 adds, 1.0 has no other meaning for, but for
//! `copy`, which 1.0 does not have. A document in several files is one by then, as `tintype bundle` writes it.

mod actions;
mod query;
mod texts;
mod write;

use std::path::Path;

use super::files::Files;
use super::{Tree, name_of, parse};
use crate::cx::Cx;
use crate::diag::{Place, Reported, codes};
use crate::pointer::Pointer;
use actions::{Action, Change};
use write::{Given, Unfit};

/// Does what the overlays of the configuration say, in their order.
///
/// # Errors
///
/// When the document would become larger or deeper than one may be. What is wrong with an overlay is reported.
pub(super) fn apply(files: &dyn Files, mut tree: Tree, cx: &mut Cx) -> Result<Tree, Reported> {
    let overlays = cx.config().overlays.clone();
    if overlays.is_empty() {
        return Ok(tree);
    }
    let mut budget = write::Budget::default();
    for (index, path) in overlays.iter().enumerate() {
        let place = cx.config_place(&["overlays", &index.to_string()]);
        apply_one(files, path, place, &mut tree, &mut budget, cx)?;
    }
    texts::read_again(&mut tree, cx.sources());
    Ok(tree)
}

fn apply_one(
    files: &dyn Files,
    path: &Path,
    named: Option<Place>,
    tree: &mut Tree,
    budget: &mut write::Budget,
    cx: &mut Cx,
) -> Result<(), Reported> {
    // An overlay that cannot be read hides nothing that is wrong with the others.
    let Ok((root, file)) = parse(files, path, named, cx) else {
        return Ok(());
    };
    for action in actions::read(&root, file, cx) {
        act(&action, tree, budget, cx)?;
    }
    Ok(())
}

/// Does one action to every node that its target selects.
fn act(
    action: &Action<'_>,
    tree: &mut Tree,
    budget: &mut write::Budget,
    cx: &mut Cx,
) -> Result<(), Reported> {
    let Some(targets) = select(&action.target, tree, cx) else {
        return Ok(());
    };
    if targets.is_empty() {
        let found = codes::ACTION_WITHOUT_EFFECT.at(action.target.place.clone());
        let reason = format!("`{}` selects nothing", action.target.text);
        let advice = "if the document was mended meanwhile, remove the action";
        cx.report(found.arg("reason", reason).arg("advice", advice));
        return Ok(());
    }
    let given = match &action.change {
        Change::Remove => {
            if targets.contains(&Pointer::root()) {
                let found = codes::BAD_JSON_PATH.at(action.target.place.clone());
                let found = found.arg("path", action.target.text);
                cx.report(found.arg("reason", "the whole document cannot be removed"));
            } else {
                write::remove(tree, &targets);
            }
            return Ok(());
        }
        Change::Update(value, place) => Given::written(value, place.clone()),
        Change::Copy(source) => {
            let Some(found) = select(source, tree, cx) else {
                return Ok(());
            };
            let [from] = &found[..] else {
                let reason = format!("it selects {} nodes, and one is to be copied", found.len());
                let bad = codes::BAD_JSON_PATH.at(source.place.clone());
                cx.report(bad.arg("path", source.text).arg("reason", reason));
                return Ok(());
            };
            Given::copied(tree, from, source.place.clone())
        }
    };
    for target in targets {
        match write::merge(tree, &target, &given, budget) {
            Ok(()) => {}
            Err(write::Stop::Unfit(unfit)) => tell(unfit, tree, cx),
            Err(write::Stop::Limit(code)) => {
                let found = code.at(action.target.place.clone());
                return Err(cx.error(found.arg("limit", super::reading::MAX_DEPTH)));
            }
        }
    }
    Ok(())
}

/// The nodes that a path selects, in the order of the document and each once; `None` where it is no path, which is reported.
fn select(path: &actions::Path<'_>, tree: &Tree, cx: &mut Cx) -> Option<Vec<Pointer>> {
    match query::select(path.text, &tree.root) {
        Ok(found) => Some(found),
        Err(reason) => {
            let found = codes::BAD_JSON_PATH.at(path.place.clone());
            cx.report(found.arg("path", path.text).arg("reason", reason));
            None
        }
    }
}

fn tell(unfit: Unfit, tree: &Tree, cx: &mut Cx) {
    let there = tree.get(&unfit.at).map_or("nothing", name_of);
    let found = codes::UPDATE_DOES_NOT_FIT.at(unfit.given);
    let found = found.arg("given", unfit.what).arg("there", there);
    cx.report(found.label(tree.place(&unfit.at), format!("{there} stands here")));
}
