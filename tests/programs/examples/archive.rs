//! Downloads a repository as an archive, into a file.

use std::error::Error;
use std::io::{self, Write};

use tintype_programs::github::GitHub;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    archive(&GitHub::from_env()?, "cargo.tar.gz", &mut io::stdout()).await
}

pub async fn archive(
    github: &GitHub,
    path: &str,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let request = github
        .repos()
        .download_tarball_archive("rust-lang", "cargo", "HEAD");
    let bytes = request.send_stream().await?.into_inner().save(path).await?;
    Ok(writeln!(out, "{path}: {bytes} bytes")?)
}
