use measured_sdk::client::default::parameters::GetUserListQuery;
use measured_sdk::{Client, error::Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let clerk = Client::new("https://api.clerk.com/v1")?
        .with_sensitive_header("authorization", "Bearer secret")?;
    let users = clerk.get_user_list(&GetUserListQuery::default()).await?;
    let user = clerk.get_user("user_12345").await?;
    println!("{} {}", users.len(), user.id);
    Ok(())
}
