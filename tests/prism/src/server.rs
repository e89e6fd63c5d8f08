//! Prism as a child process: installed from npm where it is missing, on a free port of the loopback interface, and
//! ended when its handle goes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::npm;

/// How long Prism may take to begin to listen. It reads some hundred files of JavaScript first.
const START: Duration = Duration::from_secs(120);

/// Prism, below `node_modules`.
const PROGRAM: &str = "@stoplight/prism-cli/dist/index.js";

/// How long an answer to a raw request may take.
const ANSWER: Duration = Duration::from_secs(30);

/// Where Prism takes its answers from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The examples of the document.
    Static,
    /// Values made up to fit the schemas.
    Dynamic,
}

/// A running Prism.
#[derive(Debug)]
pub struct Prism {
    child: Child,
    address: String,
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Headers and body.
    pub text: String,
}

impl Prism {
    /// Starts Prism with a document.
    ///
    /// # Errors
    ///
    /// A text for a person: Node.js is missing, the packages cannot be installed, or Prism does not listen.
    pub fn start(document: &Path, mode: Mode) -> Result<Self, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let program = npm::install(folder, PROGRAM)?;
        let mut command = Command::new("node");
        command.arg(program).args([
            "mock",
            "--multiprocess=false",
            "--host=127.0.0.1",
            "--port=0",
        ]);
        if mode == Mode::Dynamic {
            command.args(["--dynamic", "--seed=tintype"]);
        }
        command.arg(document);
        // Its log is read for the address. It must not depend on a terminal.
        command.env("NO_COLOR", "1").env("FORCE_COLOR", "0");
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| npm::missing("node", &error))?;
        let Some(log) = child.stdout.take() else {
            return Err("Prism has no standard output".to_owned());
        };
        match address(log) {
            Ok(address) => Ok(Self { child, address }),
            Err(error) => {
                end(&mut child);
                Err(error)
            }
        }
    }

    /// The URL that stands for the server of the document.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Sends a JSON text that no client of the crate would send.
    ///
    /// # Errors
    ///
    /// Those of the socket, and an answer that is not HTTP.
    pub fn post_raw(&self, path: &str, body: &str) -> io::Result<Answer> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(ANSWER))?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer sk_test_prism\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len(),
        )?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        let status = text
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| io::Error::other(format!("not HTTP: {text}")))?;
        Ok(Answer { status, text })
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Ends a child. One that has ended already is no trouble.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Waits for the line that names the address.
fn address(log: ChildStdout) -> Result<String, String> {
    let (sender, lines) = mpsc::channel();
    // The log is read to its end: a full pipe would stop Prism.
    thread::spawn(move || {
        for line in BufReader::new(log).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    let mut seen = String::new();
    loop {
        match lines.recv_timeout(START) {
            Ok(line) => {
                if let Some((_, address)) = line.split_once("Prism is listening on http://") {
                    return Ok(address.trim().to_owned());
                }
                seen.push_str(&line);
                seen.push('\n');
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(format!("Prism ended early:\n{seen}"));
            }
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("Prism does not listen:\n{seen}"));
            }
        }
    }
}
