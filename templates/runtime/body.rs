//! Bodies: bytes that are there, or a stream of them, in both directions.

use std::fmt::{self, Debug, Formatter};
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use tokio::task::spawn_blocking;

use super::{boxed::BoxFuture, transport_error::TransportError};
// Only with files.
use super::shared_reader::SharedReader;
// Only with files.
use super::joined::Joined;

/// How much is read of a file at once.
const AT_ONCE: usize = 64 << 10;

/// The bytes of a body, piece by piece.
pub trait ByteStream: Send {
    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    /// A [`TransportError`] when the body breaks off.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// Bytes that are there already.
impl ByteStream for Bytes {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let all = std::mem::take(self);
        Box::pin(std::future::ready(Ok((!all.is_empty()).then_some(all))))
    }
}

/// The body of a request. Cloning is cheap: the content is shared.
///
/// Bytes and files can be sent again, so that a call with them is repeated as any other one. A reader and a stream cannot: such a call
/// has one attempt.
#[derive(Clone)]
pub struct Body {
    kind: Kind,
    len: Option<u64>,
}

type Begin = dyn Fn() -> io::Result<Box<dyn ByteStream>> + Send + Sync;

#[derive(Clone)]
enum Kind {
    Bytes(Bytes),
    // Only with files.
    Joined(Arc<[Body]>),
    Stream { begin: Arc<Begin>, again: bool },
}

impl Body {
    /// The content of a file, which is opened for each attempt.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn file(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        let len = std::fs::metadata(&path)?.len();
        let begin = move || {
            let reader = Some(Box::new(File::open(&path)?) as _);
            Ok(Box::new(Reading(reader)) as _)
        };
        Ok(Self { kind: Kind::Stream { begin: Arc::new(begin), again: true }, len: Some(len) })
    }

    /// What a reader gives. It is read on a thread that may wait.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self::stream(Reading(Some(Box::new(reader))))
    }

    /// What a stream gives.
    pub fn stream(stream: impl ByteStream + 'static) -> Self {
        let stream: Mutex<Option<Box<dyn ByteStream>>> = Mutex::new(Some(Box::new(stream)));
        Self::once(move || stream.lock().unwrap_or_else(PoisonError::into_inner).take())
    }

    // Only with files.
    /// What a reader gives that others may take as well.
    pub(super) fn shared(reader: SharedReader) -> Self {
        Self::once(move || Some(Box::new(Reading(Some(reader.take()?)))))
    }

    fn once(take: impl Fn() -> Option<Box<dyn ByteStream>> + Send + Sync + 'static) -> Self {
        let gone = || io::Error::other("the body was sent before, and cannot be read again");
        Self {
            kind: Kind::Stream { begin: Arc::new(move || take().ok_or_else(gone)), again: false },
            len: None,
        }
    }

    /// Says how many bytes a reader or a stream gives; without it, a body is sent in pieces, which not all servers take.
    #[must_use]
    pub fn length(mut self, len: u64) -> Self {
        self.len = Some(len);
        self
    }

    /// Tells how many bytes were taken for sending, after each piece of 64 KiB at most; from the beginning again where the body is sent
    /// again. Without the feature `streaming`, all are taken before the request is sent.
    #[must_use]
    pub fn progress(self, told: impl Fn(u64) + Send + Sync + 'static) -> Self {
        let (len, again) = (self.len, self.is_rewindable());
        let told: Arc<Tell> = Arc::new(told);
        let begin = move || {
            Ok(Box::new(Counted {
                stream: self.begin()?,
                rest: Bytes::new(),
                sent: 0,
                told: Arc::clone(&told),
            }) as _)
        };
        Self { kind: Kind::Stream { begin: Arc::new(begin), again }, len }
    }

    // Only with files.
    /// One body after the other.
    pub(super) fn joined(parts: Vec<Self>) -> Self {
        let lengths = parts.iter().map(Self::len);
        Self { len: lengths.sum(), kind: Kind::Joined(parts.into()) }
    }

    /// How many bytes it has; `None` where nobody knows before the end.
    pub fn len(&self) -> Option<u64> {
        self.len
    }

    /// Whether it certainly has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == Some(0)
    }

    /// The bytes, if they are there already.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.kind {
            Kind::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Whether it can be sent again.
    pub fn is_rewindable(&self) -> bool {
        match &self.kind {
            Kind::Bytes(_) => true,
            // Only with files.
            Kind::Joined(parts) => parts.iter().all(Self::is_rewindable),
            Kind::Stream { again, .. } => *again,
        }
    }

    /// All bytes, in memory.
    ///
    /// # Errors
    /// When the body cannot be read.
    pub async fn collect(&self) -> Result<Bytes, TransportError> {
        if let Some(bytes) = self.as_bytes() {
            return Ok(bytes.clone());
        }
        let stream = self.begin();
        let mut stream = stream.map_err(|error| TransportError::not_sent(error).for_good())?;
        let mut all = Vec::new();
        while let Some(piece) = stream.chunk().await? {
            all.extend_from_slice(&piece);
        }
        Ok(all.into())
    }

    /// The bytes piece by piece, from the beginning.
    ///
    /// # Errors
    /// When a file cannot be opened, or a reader or a stream was taken before.
    pub fn begin(&self) -> io::Result<Box<dyn ByteStream>> {
        match &self.kind {
            Kind::Bytes(bytes) => Ok(Box::new(bytes.clone())),
            // Only with files.
            Kind::Joined(parts) => Ok(Box::new(Joined::of(parts)?)),
            Kind::Stream { begin, .. } => begin(),
        }
    }
}

/// Anything that is bytes.
impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        let bytes = bytes.into();
        Self { len: Some(bytes.len() as u64), kind: Kind::Bytes(bytes) }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::from(Bytes::new())
    }
}

/// Shows the size and no content, which may be long or a secret.
impl Debug for Body {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.len {
            Some(len) => write!(f, "{len} bytes"),
            None => f.write_str("a stream"),
        }
    }
}

type Tell = dyn Fn(u64) + Send + Sync;

/// A stream whose bytes are counted when they are taken.
struct Counted {
    stream: Box<dyn ByteStream>,
    /// What is there and was not taken yet.
    rest: Bytes,
    sent: u64,
    told: Arc<Tell>,
}

impl ByteStream for Counted {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async {
            if self.rest.is_empty() {
                let Some(more) = self.stream.chunk().await? else {
                    return Ok(None);
                };
                self.rest = more;
            }
            let piece = self.rest.split_to(self.rest.len().min(AT_ONCE));
            self.sent += piece.len() as u64;
            (self.told)(self.sent);
            Ok(Some(piece))
        })
    }
}

/// A reader, but while it is read.
struct Reading(Option<Box<dyn Read + Send>>);

impl ByteStream for Reading {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let reader = self.0.take();
        Box::pin(async move {
            let Some(mut reader) = reader else {
                return Ok(None);
            };
            let work = spawn_blocking(move || {
                let mut piece = vec![0; AT_ONCE];
                let read = reader.read(&mut piece)?;
                piece.truncate(read);
                io::Result::Ok((reader, Bytes::from(piece)))
            });
            let work = work.await.map_err(TransportError::interrupted)?;
            let (reader, piece) = work.map_err(failed)?;
            self.0 = (!piece.is_empty()).then_some(reader);
            Ok((!piece.is_empty()).then_some(piece))
        })
    }
}

/// The content is gone in the middle of a request, and will not be there next time.
pub(super) fn failed(error: io::Error) -> TransportError {
    TransportError::interrupted(error).for_good()
}
