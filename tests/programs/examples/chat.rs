//! Asks a question and prints the answer while it comes.

use std::error::Error;
use std::io::{self, Write};

use tintype_programs::openai::OpenAi;
use tintype_programs::openai::models::{ChatRequest, Message, MessageRole};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    chat(&OpenAi::from_env()?, &mut io::stdout()).await
}

pub async fn chat(openai: &OpenAi, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let question = Message::new(MessageRole::User, "Tell me a story in ten words.");
    let request = ChatRequest::new("gpt-4o-mini", vec![question]);
    let mut chunks = openai
        .chat()
        .create_chat_completion_stream(&request)
        .await?;
    while let Some(chunk) = chunks.next().await {
        for choice in chunk?.choices {
            write!(
                out,
                "{}",
                choice.delta.content.value().map_or("", String::as_str)
            )?;
        }
    }
    Ok(writeln!(out)?)
}
