//! Uses the SDK that the build script generated, from a module that is not at the root, in a package of edition 2021 that wants all that
//! `clippy::pedantic` says.

#![warn(clippy::pedantic)]

mod api {
    /// The SDK of the pet shop.
    pub(crate) mod pets {
        include!(concat!(env!("OUT_DIR"), "/pets.rs"));
    }
}

use std::io::{self, Write};

use api::pets::models::{Pet, SetPictureRequestBody};
use api::pets::{mock, File, Pets};

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let pets: Pets = mock::client();
    let pet: Pet = pets.pets().get_pet("rex").await.map_err(io::Error::other)?;
    writeln!(io::stdout(), "{pet:?}")?;

    let transport = mock::transport();
    let pets = Pets::builder()
        .transport(transport.clone())
        .build()
        .map_err(io::Error::other)?;
    let file = File::new("content").name("rex.png");
    let body = SetPictureRequestBody::new(file).tags(vec!["a".to_owned(), "b".to_owned()]);
    let form = pets.pets().set_picture(&body);
    form.await.map_err(io::Error::other)?;
    let plain = pets.pets().set_picture_png("content");
    plain.await.map_err(io::Error::other)?;
    let number = pets.pets().set_count(3);
    number.await.map_err(io::Error::other)?;
    let truth = pets.pets().set_open().body(false);
    truth.await.map_err(io::Error::other)?;
    for request in transport.requests() {
        let content_type = request.headers["content-type"].to_str().unwrap_or_default();
        let body = String::from_utf8_lossy(&request.body);
        writeln!(io::stdout(), "{content_type}\n{body}")?;
    }
    Ok(())
}
