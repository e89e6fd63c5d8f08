//! A server on this machine that plays back bytes, one connection for each request.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tintype_runtime_tests::clerk::{Clerk, ClerkBuilder};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

use crate::SECRET;

/// What the server does with a connection after it has read the request.
#[derive(Debug, Clone)]
pub(crate) enum Play {
    /// Sends these bytes and closes the connection.
    Send(String),
    /// Sends these bytes and breaks the connection off.
    Reset(String),
    /// Sends nothing, and keeps the connection open.
    Hang,
    /// Sends these bytes and then no more, and keeps the connection open.
    Stop(String),
}

/// An answer with a length and a type.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Play {
    let length = body.len();
    Play::Send(format!(
        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"
    ))
}

/// An answer with a JSON body.
pub(crate) fn json(status: &str, body: &str) -> Play {
    answer(status, "content-type: application/json\r\n", body)
}

/// A server, for as long as the runtime of the test.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
    plays: Arc<Mutex<Vec<Play>>>,
}

impl Server {
    /// Serves one connection after the other; the last play is repeated.
    pub(crate) async fn start(plays: impl Into<Vec<Play>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let server = Self {
            url,
            requests: Arc::default(),
            plays: Arc::new(Mutex::new(plays.into())),
        };
        let seen = Arc::clone(&server.requests);
        let plays = Arc::clone(&server.plays);
        tokio::spawn(async move {
            for index in 0.. {
                let (mut stream, _) = listener.accept().await.unwrap();
                let play = {
                    let plays = plays.lock().unwrap();
                    plays[index.min(plays.len() - 1)].clone()
                };
                let seen = Arc::clone(&seen);
                tokio::spawn(async move {
                    let request = read(&mut stream).await;
                    seen.lock().unwrap().push(request);
                    perform(stream, play).await;
                });
            }
        });
        server
    }

    /// Adds what happens to the connections to come.
    pub(crate) fn play(&self, plays: impl IntoIterator<Item = Play>) {
        self.plays.lock().unwrap().extend(plays);
    }

    /// All requests so far, as they came.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The settings of a client of this server.
    pub(crate) fn builder(&self) -> ClerkBuilder {
        Clerk::builder(SECRET).server_url(&self.url)
    }

    /// A client of this server.
    pub(crate) fn client(&self) -> Clerk {
        self.builder().build().unwrap()
    }
}

/// Reads a whole request: the head, and as much of a body as it announces.
async fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "))
                .map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return text.into_owned();
            }
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return String::from_utf8_lossy(&bytes).into_owned();
        }
    }
}

async fn perform(mut stream: TcpStream, play: Play) {
    match play {
        Play::Send(text) => stream.write_all(text.as_bytes()).await.unwrap(),
        Play::Reset(text) => {
            stream.write_all(text.as_bytes()).await.unwrap();
            // Time for the bytes to arrive: a reset takes what is still on its way with it.
            sleep(Duration::from_millis(20)).await;
            stream.set_zero_linger().unwrap();
        }
        Play::Stop(text) => {
            stream.write_all(text.as_bytes()).await.unwrap();
            sleep(Duration::from_secs(60)).await;
        }
        Play::Hang => sleep(Duration::from_secs(60)).await,
    }
}
