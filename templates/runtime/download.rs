//! The body of an answer while it comes in: piece by piece, or into a file.

use std::fmt::{self, Debug, Formatter};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::{Arc, PoisonError};
use std::time::Instant;

use bytes::Bytes;
use tokio::task::spawn_blocking;

use super::error::{Error, broken};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::{
    body::ByteStream, decode_error::DecodeError, incoming::Incoming, outgoing::Outgoing,
    reading::readable, waiting::within,
};

/// The body of an answer, as it comes in.
///
/// The timeouts of the call end where the body begins; from there on each piece has the time of
/// [`read_timeout`](super::Request::read_timeout). The body may be of any length. Dropping it ends the connection.
pub struct Download {
    stream: Box<dyn ByteStream>,
    sent: Arc<Outgoing>,
    begun: Instant,
    /// How many bytes came.
    come: u64,
    told: Option<Box<dyn FnMut(u64) + Send>>,
}

impl Download {
    /// Tells how many bytes came, after each piece; the header `Content-Length` of the answer says how many there will be.
    #[must_use]
    pub fn progress(mut self, told: impl FnMut(u64) + Send + 'static) -> Self {
        self.told = Some(Box::new(told));
        self
    }

    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    /// An [`Error`] of the connection, or of the time, when the body breaks off.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let core = self.sent.client.core()?;
        let next = async { self.stream.chunk().await.map_err(|error| broken(error, true)) };
        let piece = within(self.sent.limits.read_timeout, &*core.transport, pin!(next)).await;
        let piece =
            piece.map_err(|error| error.after(Progress::of_body(self.sent.info.id, self.begun)))?;
        if let Some(piece) = &piece {
            self.come += piece.len() as u64;
            if let Some(told) = &mut self.told {
                told(self.come);
            }
        }
        Ok(piece)
    }

    /// Writes the whole body to a file, and gives its length. The file is there when all of it has come.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and an error of the kind [`File`](ErrorKind::File) when it cannot be written.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref();
        let mut name = path.as_os_str().to_owned();
        name.push(".part");
        let part = PathBuf::from(name);
        let written = self.write(part.clone()).await;
        let done = written.and_then(|length| {
            fs::rename(&part, path).map_err(|error| self.failed(error))?;
            Ok(length)
        });
        if done.is_err() {
            let _: io::Result<()> = fs::remove_file(&part);
        }
        done
    }

    async fn write(&mut self, path: PathBuf) -> Result<u64, Error> {
        let mut file =
            waited(move || File::create(path)).await.map_err(|error| self.failed(error))?;
        let mut length = 0;
        while let Some(piece) = self.chunk().await? {
            length += piece.len() as u64;
            let write = move || file.write_all(&piece).map(|()| file);
            file = waited(write).await.map_err(|error| self.failed(error))?;
        }
        Ok(length)
    }

    fn failed(&self, error: io::Error) -> Error {
        let refusal = Refusal::new(ErrorKind::File, "the file cannot be written");
        Error::from(refusal)
            .with_source(Some(error.into()))
            .after(Progress::of_body(self.sent.info.id, self.begun))
    }
}

impl Debug for Download {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").finish_non_exhaustive()
    }
}

/// Does what may take a while where threads may wait.
async fn waited<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}

/// Takes the body of an answer that is still to come, for who wants its bytes.
///
/// # Errors
/// As [`taken`].
pub(super) fn download(incoming: &Incoming) -> Result<Download, DecodeError> {
    let (stream, sent) = taken(incoming)?;
    Ok(Download { stream, sent, begun: Instant::now(), come: 0, told: None })
}

/// Takes the body of an answer that is still to come, and what it is an answer to.
///
/// # Errors
/// A [`DecodeError`] when the body has a content encoding, or was taken before.
pub(super) fn taken(
    incoming: &Incoming,
) -> Result<(Box<dyn ByteStream>, Arc<Outgoing>), DecodeError> {
    readable(&incoming.raw)?;
    let rest = incoming.rest.as_ref().zip(incoming.sent.clone());
    let taken = rest.and_then(|(rest, sent)| {
        let stream = rest.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        Some((stream, sent))
    });
    taken.ok_or_else(|| DecodeError::new("a body", "one that was taken before"))
}
