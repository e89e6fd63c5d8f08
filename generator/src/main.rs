//! The command `tintype`: arguments in, exit code out. Everything is in `tintype::cli`.

use std::process::ExitCode;

/// Most of what is generated is small texts, made by many threads and dropped soon.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tintype::cli::main()
}
