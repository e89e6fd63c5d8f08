//! A server on this machine that plays a script to each request, and another origin that writes down what it is told.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// What the server does next.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Send(Vec<u8>),
    /// A byte each few milliseconds.
    Drip(Vec<u8>),
    /// The same bytes, until nobody takes them.
    Flood(Vec<u8>),
    /// Nothing, for longer than anybody waits.
    Hang,
    Reset,
}

/// What a server saw: each request that it read whole.
pub(crate) type Seen = Arc<Mutex<Vec<String>>>;

/// Serves a script to each request; gives its address.
pub(crate) async fn serve(script: Vec<Step>) -> (String, Seen) {
    serve_by(move |_| script.clone()).await
}

/// Serves to each request a script of its own, chosen by how many there were before.
pub(crate) async fn serve_by(
    script: impl Fn(usize) -> Vec<Step> + Send + Sync + 'static,
) -> (String, Seen) {
    let script: Arc<Script> = Arc::new(script);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let seen = Seen::default();
    let record = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, Arc::clone(&script), Arc::clone(&record)));
        }
    });
    (address, seen)
}

type Script = dyn Fn(usize) -> Vec<Step> + Send + Sync;

async fn converse(mut stream: TcpStream, script: Arc<Script>, seen: Seen) -> std::io::Result<()> {
    if let Some(request) = read(&mut stream).await {
        let before = {
            let mut seen = seen.lock().unwrap();
            seen.push(request);
            seen.len() - 1
        };
        for step in &script(before) {
            match step {
                Step::Send(bytes) => stream.write_all(bytes).await?,
                Step::Drip(bytes) => {
                    for byte in bytes {
                        stream.write_all(&[*byte]).await?;
                        sleep(Duration::from_millis(1)).await;
                    }
                }
                Step::Flood(bytes) => loop {
                    stream.write_all(bytes).await?;
                },
                Step::Hang => sleep(Duration::from_secs(600)).await,
                Step::Reset => {
                    sleep(Duration::from_millis(10)).await;
                    stream.set_zero_linger()?;
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// A whole request, or nothing if the client went away.
async fn read(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let mut lines = head.lines();
            let length = lines.find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return Some(text.into_owned());
            }
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return None;
        }
    }
}
