//! The SDKs of a part of OpenAI's and of GitHub's API, as the build script generates them.

/// OpenAI: a chat, files, and the webhook of a response.
pub mod openai {
    include!(concat!(env!("OUT_DIR"), "/openai.rs"));
}

/// GitHub: issues, labels, contents and archives of a repository.
pub mod github {
    include!(concat!(env!("OUT_DIR"), "/github.rs"));
}

/// Dates, times and numbers as types of other packages.
pub mod times {
    include!(concat!(env!("OUT_DIR"), "/times.rs"));
}
