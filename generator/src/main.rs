//! The command `tintype`: arguments in, exit code out. Everything is in `tintype::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tintype::cli::main()
}
