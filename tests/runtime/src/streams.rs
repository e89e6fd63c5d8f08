//! A resource as the emitter writes it, whose operations answer with streams.

use serde_json::Value;

use crate::runtime::{self, Client, EventStream, Request, ServerSentEvent};
use crate::unions::{Drawing, Parcel};

/// Streams.
#[derive(Debug, Clone, Copy)]
pub struct Streams<'c> {
    client: &'c Client,
}

impl<'c> Streams<'c> {
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// What the data of events is.
    pub fn watch(self) -> Request<'c, Watch> {
        Request::new(self.client)
    }

    /// Events as they are.
    pub fn follow(self) -> Request<'c, Follow> {
        Request::new(self.client)
    }

    /// Events with their names.
    pub fn messages(self) -> Request<'c, Messages> {
        Request::new(self.client)
    }

    /// A line for each value.
    pub fn export(self) -> Request<'c, Export> {
        Request::new(self.client)
    }

    /// A line for each drawing.
    pub fn drawings(self) -> Request<'c, Drawings> {
        Request::new(self.client)
    }

    /// A line for each parcel.
    pub fn parcels(self) -> Request<'c, Parcels> {
        Request::new(self.client)
    }

    /// A record for each value.
    pub fn records(self) -> Request<'c, Records> {
        Request::new(self.client)
    }

    /// What ends with a text of the document's.
    pub fn tell(self) -> Request<'c, Tell> {
        Request::new(self.client)
    }

    /// An answer.
    pub fn chat(self, body: &Value) -> Request<'c, Chat> {
        Request::new(self.client).json_body(body)
    }

    /// The same, piece by piece.
    pub fn chat_stream(self, body: &Value) -> Request<'c, Chat, ChatStream> {
        Request::new(self.client).json_body(body)
    }
}

runtime::operation! {
    /// `Watch`: `GET /watch`.
    Watch, "Watch": GET "/watch";
    accept "text/event-stream";
    security;
    streams unless ["application/json"];
    read events not "application/json" -> EventStream<Value>;
}

runtime::operation! {
    /// `Follow`: `GET /follow`.
    Follow, "Follow": GET "/follow";
    accept "text/event-stream";
    security;
    streams unless ["application/json"];
    read server_sent_events not "application/json" -> EventStream<ServerSentEvent>;
}

runtime::operation! {
    /// `Messages`: `GET /messages`.
    Messages, "Messages": GET "/messages";
    accept "text/event-stream";
    security;
    streams unless ["application/json"];
    read messages not "application/json" -> EventStream<Value>;
}

runtime::operation! {
    /// `Export`: `GET /export`.
    Export, "Export": GET "/export";
    accept "application/jsonl";
    security;
    streams unless [];
    read lines -> EventStream<i64>;
}

runtime::operation! {
    /// `Drawings`: `GET /drawings`.
    Drawings, "Drawings": GET "/drawings";
    accept "application/jsonl";
    streams unless [];
    read lines -> EventStream<Drawing>;
}

runtime::operation! {
    /// `Parcels`: `GET /parcels`.
    Parcels, "Parcels": GET "/parcels";
    accept "application/jsonl";
    streams unless [];
    read lines -> EventStream<Parcel>;
}

runtime::operation! {
    /// `Records`: `GET /records`.
    Records, "Records": GET "/records";
    accept "application/json-seq";
    security;
    streams unless [];
    read sequence -> EventStream<Value>;
}

runtime::operation! {
    /// `Tell`: `GET /tell`.
    Tell, "Tell": GET "/tell";
    accept "text/event-stream";
    streams unless [];
    ends "[THE END]";
    read events -> EventStream<Value>;
}

runtime::operation! {
    /// `Chat`: `POST /chat`.
    Chat, "Chat": POST "/chat";
    security;
    sends "stream" = false;
    read json -> Value;
}

runtime::operation! {
    /// `Chat`: `POST /chat`, answered as a stream.
    ChatStream like Chat;
    accept "text/event-stream";
    sends "stream" = true;
    streams unless ["application/json"];
    read events not "application/json" -> EventStream<Value>;
}
