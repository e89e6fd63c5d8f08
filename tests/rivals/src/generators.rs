//! The generators: how each is installed and called, and what its output lacks to be a crate.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// A program that makes Rust of a document.
#[derive(Debug)]
pub(crate) struct Generator {
    pub(crate) name: &'static str,
    /// The version in the registry; none for that of this repository.
    version: Option<&'static str>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Tintype,
    Ploidy,
    Oas3Gen,
    OpenapiToRust,
}

/// Tintype first: the others are compared with it.
pub(crate) const GENERATORS: &[Generator] = &[
    Generator {
        name: "tintype",
        version: None,
        kind: Kind::Tintype,
    },
    Generator {
        name: "ploidy",
        version: Some("0.15.0"),
        kind: Kind::Ploidy,
    },
    Generator {
        name: "oas3-gen",
        version: Some("0.29.0"),
        kind: Kind::Oas3Gen,
    },
    Generator {
        name: "openapi-to-rust",
        version: Some("0.23.0"),
        kind: Kind::OpenapiToRust,
    },
];

/// The program of each generator, built or installed if it is not there.
pub(crate) fn installed(root: &Path, work: &Path) -> io::Result<Vec<PathBuf>> {
    // Cargo may build elsewhere than below `target`, and it builds all of this workspace in one place.
    let this = std::env::current_exe()?;
    let target = this.parent().and_then(Path::parent).unwrap_or(root);
    let programs = GENERATORS.iter().map(|generator| {
        let Some(version) = generator.version else {
            let mut build = Command::new("cargo");
            build.current_dir(root);
            build.args(["build", "--release", "--locked", "--package", "tintype"]);
            done(&mut build)?;
            let program = format!("{}{}", generator.name, std::env::consts::EXE_SUFFIX);
            return Ok(target.join("release").join(program));
        };
        let program = work.join("bin").join(generator.name);
        if !program.exists() {
            let package = format!("{}@{version}", generator.name);
            let mut install = Command::new("cargo");
            install.args(["install", "--locked", &package, "--root"]);
            done(install.arg(work))?;
        }
        Ok(program)
    });
    programs.collect()
}

fn done(command: &mut Command) -> io::Result<()> {
    if command.status()?.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{command:?} failed")))
    }
}

impl Generator {
    /// The version that is compared.
    pub(crate) fn version(&self) -> &'static str {
        self.version.unwrap_or("of this repository")
    }

    /// The call that writes a client into an empty folder.
    pub(crate) fn command(&self, program: &Path, document: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder).arg("generate");
        match self.kind {
            Kind::Tintype => {
                command.arg(document).arg("--output").arg(folder);
                command.args(["--package", "measured-sdk", "--quiet"]);
            }
            Kind::Ploidy => {
                command
                    .arg("rust")
                    .arg(document)
                    .arg("--output")
                    .arg(folder);
                command.args(["--name", "measured-sdk"]);
            }
            Kind::Oas3Gen => {
                command.args(["client-mod", "--workspace", "-i"]);
                command.arg(document).arg("-o").arg(folder);
            }
            Kind::OpenapiToRust => {
                command.arg(document);
            }
        }
        command
    }

    /// Makes a crate of what has no manifest, and keeps it out of the workspace around it.
    pub(crate) fn complete(&self, folder: &Path) -> io::Result<()> {
        let manifest = folder.join("Cargo.toml");
        if let Kind::OpenapiToRust = self.kind {
            let needed = fs::read_to_string(folder.join("src/generated/REQUIRED_DEPS.toml"))?;
            let package =
                "[package]\nname = \"measured-sdk\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n";
            let needed = if needed.contains("[dependencies]") {
                needed
            } else {
                format!("[dependencies]\n{needed}")
            };
            fs::write(&manifest, format!("{package}{needed}"))?;
            fs::write(folder.join("src/lib.rs"), "pub mod generated;\n")?;
        }
        let text = fs::read_to_string(&manifest)?;
        if text.contains("[workspace]") {
            return Ok(());
        }
        fs::write(&manifest, format!("{text}\n[workspace]\n"))
    }
}
