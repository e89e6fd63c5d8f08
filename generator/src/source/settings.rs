//! The configuration file: a path in, `Config` out, every mistake located. What the options mean is not here.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::files::Files;
use super::grammar::nearest;
use super::manifest;
use super::{is_remote, package, toml_spans, toml_text};
use crate::config::Config;
use crate::cx::Cx;
use crate::diag::{FileId, Place, Reported, codes};
use crate::paths::cleaned;

/// Reads a configuration file into the run; its paths are made relative to where it lies.
pub fn load(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<(), Reported> {
    let text = super::load(files, path, None, cx)?;
    let file = cx
        .sources_mut()
        .add(path, Arc::clone(&text), toml_spans::locate);
    let Some(table) = toml_text::parsed(&text, file, cx) else {
        return cx.stop_on_errors();
    };
    let mut config = read(table, file, cx);
    config.file = Some(file);
    let folder = path.parent().unwrap_or(Path::new(""));
    let paths = [
        &mut config.spec,
        &mut config.root,
        &mut config.output,
        &mut config.own.manifest,
    ];
    for relative in paths.into_iter().flatten().chain(&mut config.overlays) {
        // What is no path at all is said where it is read.
        if !is_remote(&relative.to_string_lossy()) {
            *relative = cleaned(&folder.join(&*relative));
        }
    }
    #[cfg(not(feature = "overlays"))]
    if !config.overlays.is_empty() {
        let at = ["overlays"].into_iter().collect();
        let found = codes::WRONG_OPTION.at(Place { file, at });
        cx.report(found.arg(
            "reason",
            "this build of Tintype is without its feature `overlays`",
        ));
    }
    package::check(&config, cx);
    *cx.config_mut() = config;
    if let Some(path) = cx.config().own.manifest.clone() {
        cx.config_mut().own.added = manifest::read(files, &path, cx);
    }
    cx.stop_on_errors()
}

/// Reads the options. The reader stops at the first mistake, so each is reported, taken out, and reading begins again.
fn read(mut table: Spanned<DeTable<'_>>, file: FileId, cx: &mut Cx) -> Config {
    loop {
        let error = match Config::deserialize(toml::Deserializer::from(table.clone())) {
            Ok(config) => return config,
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        let mut keys = Vec::new();
        let is_removed = remove(table.get_mut(), span.start, &mut keys);
        report(
            &error,
            Place {
                file,
                at: keys.iter().collect(),
            },
            cx,
        );
        if !is_removed {
            return Config::default();
        }
    }
}

/// Takes out the innermost entry that covers a byte; its keys are in `keys`.
fn remove(table: &mut DeTable<'_>, offset: usize, keys: &mut Vec<String>) -> bool {
    let covers = |span: std::ops::Range<usize>| span.contains(&offset);
    let by_key = table.keys().find(|key| covers(key.span())).cloned();
    let inside = || {
        table
            .iter()
            .find(|(_, value)| covers(value.span()) || has_inside(value, offset))
    };
    let is_key = by_key.is_some();
    let Some(key) = by_key.or_else(|| inside().map(|(key, _)| key.clone())) else {
        return false;
    };
    keys.push(key.get_ref().to_string());
    if !is_key
        && let Some(DeValue::Table(inner)) = table.get_mut(&key).map(Spanned::get_mut)
        && remove(inner, offset, keys)
    {
        return true;
    }
    table.remove(&key).is_some()
}

/// Whether a byte belongs to an entry of a table whose own span is its header only.
fn has_inside(value: &Spanned<DeValue<'_>>, offset: usize) -> bool {
    let DeValue::Table(table) = value.get_ref() else {
        return false;
    };
    table.iter().any(|(key, value)| {
        key.span().contains(&offset) || value.span().contains(&offset) || has_inside(value, offset)
    })
}

fn report(error: &Error, place: Place, cx: &mut Cx) {
    let message = error.message();
    let Some(rest) = message.strip_prefix("unknown field `") else {
        cx.report(codes::WRONG_OPTION.at(place).arg("reason", message));
        return;
    };
    // The reader's text names the known keys: `unknown field `a`, expected one of `b`, `c``.
    let mut words = rest.split('`').step_by(2);
    let key = words.next().unwrap_or_default();
    let known: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let advice = match nearest(key, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if known.is_empty() => String::new(),
        None => format!("there are: {}", known.join(", ")),
    };
    let found = codes::UNKNOWN_OPTION.at(place).arg("key", key);
    cx.report(found.arg("advice", advice).on_key());
}
