use measured_sdk::{Client, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let clerk = Client::new("secret");
    let users = clerk.users().list().await?;
    let user = clerk.users().get("user_12345").await?;
    println!("{} {}", users.len(), user.id);
    Ok(())
}
