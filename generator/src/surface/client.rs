//! The root of the crate: the client and its settings, and what is exported of the runtime.

use super::lines::{Lines, Path};
use crate::plan::{Client, Plan, exports};
use crate::rust::View;

const VIEW: View<'static> = View::Operations;

/// The lines of the client, of the mock and of what is exported.
pub(super) fn add(plan: &Plan, lines: &mut Lines) {
    let root = Path::ROOT;
    let formats = plan.formats.iter().map(|format| format.name);
    let exported = formats.chain(plan.values());
    let error = plan.package.error.as_str();
    let called = plan.called().into_iter().map(|name| match name {
        exports::ERROR => error,
        name => name,
    });
    let exported = exported.chain(called);
    exported.for_each(|name| lines.export(&root.join(name)));
    if plan.api.has_webhooks {
        let webhooks = root.join("webhooks");
        for name in exports::WEBHOOKS {
            lines.export(&webhooks.join(name));
        }
    }
    let transport = root.join("transport");
    for name in exports::TRANSPORT.iter().chain(exports::HTTPS) {
        lines.export(&transport.join(name));
    }
    let calls = root.join("calls");
    for name in exports::CALLS {
        lines.export(&calls.join(name));
    }
    if !plan.has_operations() {
        return;
    }
    let client = plan.client();
    made(&client, plan, lines);
    let mock = root.join("mock");
    for name in exports::MOCK {
        lines.export(&mock.join(name));
    }
    for signature in client.mocked() {
        lines.function(&mock, &signature, VIEW, None);
    }
    if let Some(error) = plan.error_model() {
        lines.function(
            &root.join(plan.package.error.as_str()),
            &error.signature(),
            VIEW,
            None,
        );
    }
}

fn made(client: &Client<'_>, plan: &Plan, lines: &mut Lines) {
    let path = Path::ROOT.join(&client.name.code());
    lines.item("struct", &path, &["Debug", "Clone"]);
    lines.implementation("From<runtime::Client>", &path);
    if client.has_default() {
        lines.implementation("Default", &path);
    }
    lines.function(&path, &client.constructor(), VIEW, None);
    lines.function(&path, &client.settings(), VIEW, None);
    if let Some(signature) = client.settings_without_credential() {
        lines.function(&path, &signature, VIEW, None);
    }
    if let Some(signature) = client.from_env() {
        lines.function(&path, &signature, VIEW, None);
    }
    for resource in plan.resources() {
        lines.function(&path, &resource.signature(), VIEW, None);
    }
    let builder = Path::ROOT.join(&client.builder.code());
    let target = format!("runtime::ClientBuilder<{}>", client.name.code());
    lines.alias(&builder, &target);
    for credential in &client.further {
        lines.function(&builder, &credential.setter(), VIEW, None);
    }
}
