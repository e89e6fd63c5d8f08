//! Proxies of the environment, which no test may set for the others: the test runs itself once more, with them.

use std::env;
use std::process::Command;

use crate::server::{Server, json};

const NAME: &str = "proxies::what_is_on_this_machine_is_asked_without_a_proxy";

#[tokio::test]
async fn what_is_on_this_machine_is_asked_without_a_proxy() {
    if let Ok(port) = env::var("TINTYPE_PORT") {
        for host in ["127.0.0.1", "localhost", "api.localhost"] {
            let server = Server::start([json("200 OK", r#"["user_1"]"#)]).await;
            let url = server.url.replace("127.0.0.1", host);
            let clerk = server.builder().server_url(&url).build().unwrap();
            assert_eq!(clerk.users().list_users().await.unwrap(), ["user_1"]);
            assert_ne!(port, "", "{host}");
        }
        return;
    }
    let proxy = Server::start([json("200 OK", r#"["proxy"]"#)]).await;
    let url = proxy.url.trim_end_matches("/v1").to_owned();
    let run = move || {
        let mut test = Command::new(env::current_exe().unwrap());
        test.args(["--exact", NAME]).env("TINTYPE_PORT", &url);
        for name in [
            "http_proxy",
            "HTTP_PROXY",
            "https_proxy",
            "all_proxy",
            "ALL_PROXY",
        ] {
            test.env(name, &url);
        }
        test.env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
            .unwrap()
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
    assert_eq!(proxy.requests(), Vec::<String>::new());
}
