//! Uses the SDK that the build script generated, from a module that is not at the root.

mod api {
    /// The SDK of the pet shop.
    pub(crate) mod pets {
        include!(concat!(env!("OUT_DIR"), "/pets.rs"));
    }
}

use std::io::{self, Write};

use api::pets::models::Pet;
use api::pets::{Pets, mock};

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let pets: Pets = mock::client();
    let pet: Pet = pets.pets().get_pet("rex").await.map_err(io::Error::other)?;
    writeln!(io::stdout(), "{pet:?}")
}
