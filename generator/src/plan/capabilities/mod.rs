//! What not every crate can do: the parts of the runtime that only some documents ask for.

mod found;

/// Something that only some crates can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// Answers that are bytes.
    ByteAnswers,
    /// Types of other packages and of the user's.
    ChosenTypes,
    /// Truth values that have one value.
    ConstBools,
    /// Whole numbers that have one value.
    ConstInts,
    /// Texts that have one value.
    Constants,
    /// Parameters and credentials that are cookies.
    Cookies,
    /// Queries and forms in which the members of an object have names of their own.
    DeepObjects,
    /// Parameters of the path that may be empty.
    EmptyPathParameters,
    /// Bodies that are forms in one text.
    EncodedForms,
    /// Numbers of which all digits count.
    ExactNumbers,
    /// Forms of parts, which may hold files.
    Files,
    /// Bodies that are forms, of parts or not, and queries that are.
    Forms,
    /// Parameters that are headers.
    HeaderParameters,
    /// Enums of whole numbers.
    IntegerEnums,
    /// Parameters that are JSON documents.
    JsonParameters,
    /// Queries that are JSON documents.
    JsonQueries,
    /// Whole numbers that 64 bits do not hold.
    LargeIntegers,
    /// Bodies of which callers name the media type, as the document has a range.
    NamedBodies,
    /// Security schemes whose tokens are given out by OAuth 2 or OpenID Connect.
    OAuthTokens,
    /// Operations that have servers of their own.
    OperationServers,
    /// Answers in several forms, each of which an operation can be asked for.
    OtherAnswers,
    /// Answers that come in pages.
    Pages,
    /// Parameters of the path that are not written as such parameters usually are.
    PathStyles,
    /// Queries that are forms.
    QueryForms,
    /// Resources that are features.
    ResourceFeatures,
    /// Servers that have variables in their URLs.
    ServerVariables,
    /// Requests that can be given more than what a call asks for.
    Setters,
    /// Numbers of 32 bits.
    SmallFloats,
    /// Answers that are something else by status.
    StatusAnswers,
    /// Answers that are streams.
    Streams,
    /// Enums of texts.
    StringEnums,
    /// Answers that are texts.
    TextAnswers,
    /// Lists of a fixed length.
    Tuples,
    /// Values of one of several types.
    Unions,
}

impl Capability {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::ByteAnswers,
        Self::ChosenTypes,
        Self::ConstBools,
        Self::ConstInts,
        Self::Constants,
        Self::Cookies,
        Self::DeepObjects,
        Self::EmptyPathParameters,
        Self::EncodedForms,
        Self::ExactNumbers,
        Self::Files,
        Self::Forms,
        Self::HeaderParameters,
        Self::IntegerEnums,
        Self::JsonParameters,
        Self::JsonQueries,
        Self::LargeIntegers,
        Self::NamedBodies,
        Self::OAuthTokens,
        Self::OperationServers,
        Self::OtherAnswers,
        Self::Pages,
        Self::PathStyles,
        Self::QueryForms,
        Self::ResourceFeatures,
        Self::ServerVariables,
        Self::Setters,
        Self::SmallFloats,
        Self::StatusAnswers,
        Self::Streams,
        Self::StringEnums,
        Self::TextAnswers,
        Self::Tuples,
        Self::Unions,
    ];

    /// What the templates call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ByteAnswers => "byte answers",
            Self::ChosenTypes => "chosen types",
            Self::ConstBools => "constant truth values",
            Self::ConstInts => "constant numbers",
            Self::Constants => "constants",
            Self::Cookies => "cookies",
            Self::DeepObjects => "deep objects",
            Self::EmptyPathParameters => "empty path parameters",
            Self::EncodedForms => "encoded forms",
            Self::ExactNumbers => "exact numbers",
            Self::Files => "files",
            Self::Forms => "forms",
            Self::HeaderParameters => "header parameters",
            Self::IntegerEnums => "integer enums",
            Self::JsonParameters => "JSON parameters",
            Self::JsonQueries => "JSON queries",
            Self::LargeIntegers => "large integers",
            Self::NamedBodies => "named bodies",
            Self::OAuthTokens => "OAuth tokens",
            Self::OperationServers => "servers of operations",
            Self::OtherAnswers => "other answers",
            Self::Pages => "pages",
            Self::PathStyles => "path styles",
            Self::QueryForms => "query forms",
            Self::ResourceFeatures => "resource features",
            Self::ServerVariables => "server variables",
            Self::Setters => "setters",
            Self::SmallFloats => "32-bit numbers",
            Self::StatusAnswers => "answers by status",
            Self::Streams => "streams",
            Self::StringEnums => "string enums",
            Self::TextAnswers => "text answers",
            Self::Tuples => "tuples",
            Self::Unions => "unions",
        }
    }
}
