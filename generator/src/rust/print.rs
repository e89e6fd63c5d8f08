//! The one printer of types and signatures: tokens for code that is formatted later, text on one line for everybody else.

use proc_macro2::{Delimiter, TokenStream};

use super::sink::{Sink, Text, Tokens};
use super::{Argument, Outer, Receiver, Signature, Ty, View, Word};
use crate::naming::Name;

impl Ty<'_> {
    /// As code.
    pub fn tokens(&self, view: View<'_>) -> TokenStream {
        let mut sink = Tokens::default();
        ty(self, view, &mut sink);
        sink.0
    }

    /// As text on one line.
    pub fn text(&self, view: View<'_>) -> String {
        let mut sink = Text::default();
        ty(self, view, &mut sink);
        sink.0
    }
}

impl Signature<'_> {
    /// As code: `name(self, a: A) -> B`, without `fn`.
    pub fn tokens(&self, view: View<'_>) -> TokenStream {
        let mut sink = Tokens::default();
        word_of(self.name, &mut sink);
        arguments(self, self.receiver, view, &mut sink);
        sink.0
    }

    /// What it takes and gives as text: `(self, a: A) -> B`. Whether the receiver is `mut` is nobody's business but the function's.
    pub fn text(&self, view: View<'_>) -> String {
        let receiver = match self.receiver {
            Receiver::Changed => Receiver::Value,
            other => other,
        };
        let mut sink = Text::default();
        arguments(self, receiver, view, &mut sink);
        sink.0
    }
}

fn ty(ty_: &Ty<'_>, view: View<'_>, sink: &mut dyn Sink) {
    match ty_ {
        Ty::Plain(name) => sink.word(name),
        Ty::Foreign(krate, name) => path(&[krate, name], sink),
        Ty::Runtime(name) => runtime(name, view, sink),
        Ty::Format(name) => {
            place("formats", view, sink);
            joined(name, view, sink);
        }
        Ty::Chosen(path) => sink.path(
            path,
            match view {
                View::Caller(krate) => Some(krate),
                _ => None,
            },
        ),
        Ty::Model(name) => {
            match view {
                View::Operations => module("models", sink),
                View::Caller(krate) => of_crate(krate, "models", sink),
                View::File(own) if !own.contains(name) => module("super", sink),
                View::File(_) | View::Models | View::Reader => {}
            }
            sink.name(name);
        }
        Ty::Output(resource, name) => output(resource, name, view, sink),
        // Only the crate itself says what makes one.
        Ty::Client(name) => sink.name(name),
        Ty::Within(outer, inner) => {
            match outer {
                Outer::Vec => sink.word("Vec"),
                Outer::Option => sink.word("Option"),
                Outer::Box => sink.word("Box"),
                Outer::OptionalNullable if view == View::Models => sink.word("OptionalNullable"),
                Outer::OptionalNullable => runtime("OptionalNullable", view, sink),
                Outer::Redirect => runtime("Redirect", view, sink),
                Outer::EventStream => runtime("EventStream", view, sink),
            }
            angled(sink, |sink| ty(inner, view, sink));
        }
        Ty::Map(value) => {
            if let View::Caller(_) = view {
                path(&["std", "collections"], sink);
                sink.sign("::");
            }
            sink.word("BTreeMap");
            angled(sink, |sink| {
                sink.word("String");
                sink.sign(",");
                ty(value, view, sink);
            });
        }
        Ty::Tuple(parts) => tuple(parts, view, sink),
        other => taken(other, view, sink),
    }
}

fn tuple(parts: &[Ty<'_>], view: View<'_>, sink: &mut dyn Sink) {
    sink.group(Delimiter::Parenthesis, &|sink| {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                sink.sign(",");
            }
            ty(part, view, sink);
        }
        if parts.len() == 1 {
            sink.sign(",");
        }
    });
}

/// Types that only functions take and give.
fn taken(ty_: &Ty<'_>, view: View<'_>, sink: &mut dyn Sink) {
    match ty_ {
        Ty::ConstBool(value) => {
            runtime("ConstBool", view, sink);
            angled(sink, |sink| {
                sink.word(if *value { "true" } else { "false" });
            });
        }
        Ty::ConstInt(value) => {
            runtime("ConstInt", view, sink);
            angled(sink, |sink| sink.integer(*value));
        }
        Ty::Ref(inner) => {
            sink.sign("&");
            ty(inner, view, sink);
        }
        Ty::Slice(item) => {
            sink.sign("&");
            sink.group(Delimiter::Bracket, &|sink| ty(item, view, sink));
        }
        Ty::Into(inner) => implementing("Into", sink, |sink| ty(inner, view, sink)),
        Ty::AsText => implementing("AsRef", sink, |sink| sink.word("str")),
        Ty::AsTexts => each(sink, |sink| ty(&Ty::AsText, view, sink)),
        Ty::IntoEach(inner) => each(sink, |sink| ty(&Ty::Into(inner.clone()), view, sink)),
        Ty::Request(marker, answer) => {
            runtime("Request", view, sink);
            angled(sink, |sink| {
                sink.lifetime("c");
                sink.sign(",");
                sink.name(marker);
                if let Some(answer) = answer {
                    sink.sign(",");
                    sink.name(answer);
                }
            });
        }
        Ty::Resource(name) => {
            module("operations", sink);
            sink.name(name);
            angled(sink, |sink| sink.lifetime("_"));
        }
        Ty::Fallible(given) => {
            sink.word("Result");
            angled(sink, |sink| {
                ty(given, view, sink);
                sink.sign(",");
                runtime("Error", view, sink);
            });
        }
        _ => sink.word("Self"),
    }
}

fn arguments(signature: &Signature<'_>, receiver: Receiver, view: View<'_>, sink: &mut dyn Sink) {
    sink.group(Delimiter::Parenthesis, &|sink| {
        match receiver {
            Receiver::None => {}
            Receiver::Value => sink.word("self"),
            Receiver::Changed => {
                sink.word("mut");
                sink.word("self");
            }
            Receiver::Ref => {
                sink.sign("&");
                sink.word("self");
            }
        }
        let mut is_first = receiver == Receiver::None;
        for Argument { name, ty: taken } in &signature.arguments {
            if !is_first {
                sink.sign(",");
            }
            is_first = false;
            word_of(*name, sink);
            sink.sign(":");
            ty(taken, view, sink);
        }
    });
    if signature.gives != Ty::UNIT {
        sink.sign("->");
        ty(&signature.gives, view, sink);
    }
}

fn word_of(word: Word<'_>, sink: &mut dyn Sink) {
    match word {
        Word::Name(name) => sink.name(name),
        Word::Own(text) => sink.word(text),
    }
}

/// `impl Trait<…>`.
fn implementing(name: &'static str, sink: &mut dyn Sink, inner: impl FnOnce(&mut dyn Sink)) {
    sink.word("impl");
    sink.word(name);
    angled(sink, inner);
}

/// `impl IntoIterator<Item = …>`.
fn each(sink: &mut dyn Sink, inner: impl FnOnce(&mut dyn Sink)) {
    implementing("IntoIterator", sink, |sink| {
        sink.word("Item");
        sink.sign("=");
        inner(sink);
    });
}

/// `<…>`.
fn angled(sink: &mut dyn Sink, inner: impl FnOnce(&mut dyn Sink)) {
    sink.sign("<");
    inner(sink);
    sink.sign(">");
}

fn path(parts: &[&'static str], sink: &mut dyn Sink) {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            sink.sign("::");
        }
        sink.word(part);
    }
}

/// A module of this crate, for other ones.
fn of_crate(krate: &str, name: &'static str, sink: &mut dyn Sink) {
    sink.text(krate);
    sink.sign("::");
    module(name, sink);
}

fn module(name: &'static str, sink: &mut dyn Sink) {
    sink.word(name);
    sink.sign("::");
}

/// A type of the runtime.
fn runtime(name: &'static str, view: View<'_>, sink: &mut dyn Sink) {
    place("runtime", view, sink);
    joined(name, view, sink);
}

/// The module of the crate, of which callers see what it gives at the root.
fn place(module: &'static str, view: View<'_>, sink: &mut dyn Sink) {
    match view {
        View::Models | View::File(_) | View::Operations => sink.word(module),
        View::Reader => {}
        View::Caller(krate) => sink.text(krate),
    }
}

/// What one operation gives, in the module of its resource.
fn output(resource: &Name, name: &Name, view: View<'_>, sink: &mut dyn Sink) {
    if let View::Caller(krate) = view {
        of_crate(krate, "operations", sink);
        sink.name(resource);
        sink.sign("::");
    }
    sink.name(name);
}

/// A name behind what is in front of it.
fn joined(name: &'static str, view: View<'_>, sink: &mut dyn Sink) {
    if view != View::Reader {
        sink.sign("::");
    }
    sink.word(name);
}
