//! Prints all issues of a repository.

use std::error::Error;
use std::io::{self, Write};

use tintype_programs::github::GitHub;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    issues(&GitHub::from_env()?, &mut io::stdout()).await
}

pub async fn issues(github: &GitHub, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut issues = github
        .issues()
        .list_for_repo("rust-lang", "cargo")
        .per_page(100)
        .items();
    while let Some(issue) = issues.next().await {
        let issue = issue?;
        writeln!(out, "#{} {}", issue.number, issue.title)?;
    }
    Ok(())
}
