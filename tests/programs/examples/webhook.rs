//! Checks a webhook that a server received, as a CGI script, and prints what it says.

use std::env;
use std::error::Error;
use std::io::{self, Read, Write};
use std::time::SystemTime;

use tintype_programs::openai::models::ResponseCompleted;
use tintype_programs::openai::webhooks::Verifier;

fn main() -> Result<(), Box<dyn Error>> {
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body)?;
    let variable = |name: &str| format!("HTTP_{}", name.replace('-', "_").to_uppercase());
    let header = |name: &str| env::var(variable(name)).ok();
    let secret = env::var("OPENAI_WEBHOOK_SECRET")?;
    webhook(&secret, header, &body, &mut io::stdout())
}

pub fn webhook(
    secret: &str,
    header: impl Fn(&str) -> Option<String>,
    body: &[u8],
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let names = ["webhook-id", "webhook-timestamp", "webhook-signature"];
    let sent = names.map(|name| (name, header(name)));
    let header = |name: &str| sent.iter().find(|(known, _)| *known == name)?.1.as_deref();
    let event: ResponseCompleted = Verifier::new(secret)?.read(header, body, SystemTime::now())?;
    Ok(writeln!(out, "{} is there", event.data.id)?)
}
