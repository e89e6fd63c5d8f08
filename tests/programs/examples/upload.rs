//! Uploads a file, which is read while it is sent.

use std::error::Error;
use std::io::{self, Write};

use tintype_programs::openai::models::{CreateFileRequestBody, CreateFileRequestBodyPurpose};
use tintype_programs::openai::{File, OpenAi};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    upload(&OpenAi::from_env()?, "notes.pdf", &mut io::stdout()).await
}

pub async fn upload(
    openai: &OpenAi,
    path: &str,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let form =
        CreateFileRequestBody::new(File::open(path)?, CreateFileRequestBodyPurpose::UserData);
    let file = openai.files().create_file(&form).await?;
    Ok(writeln!(out, "{}: {} bytes", file.id, file.bytes)?)
}
