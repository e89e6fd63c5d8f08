//! `tintype inspect`: shows what would be generated.

use clap::ValueEnum;

use super::input::Input;
use super::messages::Format as Messages;
use super::terminal;
use super::{End, Problem};
use crate::inspect;

/// The arguments of `inspect`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,
    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs; stable and documented
    Json,
}

/// Prints the operations, the types and what is not modelled.
pub(super) fn run(args: &Args, format: Messages) -> Result<End, Problem> {
    let run = args.input.run(None, &args.input.progress(format), format)?;
    terminal::print(&match args.format {
        Format::Text => inspect::text(&run.plan),
        Format::Json => inspect::json(&run.plan),
    });
    Ok(End::Done)
}
