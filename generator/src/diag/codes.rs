//! The table of all diagnostics: the only place where their texts live. Sorted by id; ids are never reused.
//!
//! A `Loss` is a warning about something that the document says and that nothing generated depends on; see [`super::Loss`].
//! Letters: `C` configuration, `D` comparison, `K` checks, `L` lowering, `M` typed model, `N` normalisation, `O` output, `S` source text, `V` overlays.

use super::{Diagnostic, Place, Severity};

/// A kind of diagnostic.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable id: the letter of the stage and a number.
    pub id: &'static str,
    /// The stable name, a few words.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Whether something that the document says is without effect then, so that `inspect` and `diff` tell of it too.
    pub is_loss: bool,
    /// What is wrong, with slots such as `{key}`.
    pub message: &'static str,
    /// What to do about it, with slots; may be empty.
    pub help: &'static str,
    /// The long text of `tintype explain`.
    pub explain: &'static str,
}

impl Code {
    /// A diagnostic about a place.
    pub fn at(&'static self, place: Place) -> Diagnostic {
        Diagnostic::new(self, Some(place))
    }

    /// A diagnostic without a place, such as a missing file.
    pub fn plain(&'static self) -> Diagnostic {
        Diagnostic::new(self, None)
    }

    /// A diagnostic about a place if there is one.
    pub fn maybe_at(&'static self, place: Option<Place>) -> Diagnostic {
        Diagnostic::new(self, place)
    }
}

/// The code with this id or name.
pub fn find(text: &str) -> Option<&'static Code> {
    ALL.iter()
        .find(|code| code.id.eq_ignore_ascii_case(text) || code.name.eq_ignore_ascii_case(text))
        .copied()
}

macro_rules! codes {
    ($($constant:ident = $id:literal $name:literal $severity:ident $message:literal, $help:literal, $explain:literal;)*) => {
        $(
            #[doc = $explain]
            pub const $constant: &Code = &Code {
                id: $id,
                name: $name,
                severity: codes!(@severity $severity),
                is_loss: codes!(@loss $severity),
                message: $message,
                help: $help,
                explain: $explain,
            };
        )*

        /// Every code, sorted by id.
        pub const ALL: &[&Code] = &[$($constant),*];
    };
    (@severity Loss) => { Severity::Warning };
    (@severity $severity:ident) => { Severity::$severity };
    (@loss Loss) => { true };
    (@loss $severity:ident) => { false };
}

codes! {
    CONFIG_SYNTAX = "C001" "config-syntax" Error
        "this is not valid TOML: {reason}", "",
        "The configuration file and a manifest that it names must be TOML. Nothing else in the file was read.";
    UNKNOWN_OPTION = "C002" "unknown-option" Error
        "the configuration has no option `{key}`", "{advice}",
        "Options are few and fixed; a misspelt one would silently do nothing. The README lists them all.";
    WRONG_OPTION = "C003" "wrong-option" Error
        "an option has a wrong value: {reason}", "",
        "The value of the option has another type, or is not one of the words that the option takes. The README says what each option wants.";
    EMPTY_SELECTION = "C004" "selection-matches-nothing" Error
        "no operation has the {what} `{value}`", "{advice}",
        "The configuration or a flag selects operations by tag, operation id or path, and one of these selects nothing. Tags and operation ids are compared as they are written; a path may end in `*`.";
    RENAME_IS_NO_IDENTIFIER = "C005" "rename-is-no-identifier" Error
        "`{name}` cannot be the name of `{pointer}`",
        "choose at most 80 letters, digits and `_`, not starting with a digit, and no `self`, `super`, `crate` or `Self`",
        "Names in `[rename]` are taken as they are, so they have to be Rust identifiers that fit on a line and into the name of a file. Keywords are allowed; they are written `r#...`.";
    RENAME_WITHOUT_ITEM = "C006" "rename-without-item" Error
        "nothing at `{pointer}` has a name", "{advice}",
        "A key of `[rename]` is the JSON pointer of a component schema, an inline schema, a property, an enum value, an operation or a parameter. One that leads to nothing would silently do nothing, for example after the document has changed.";
    RENAME_IS_TAKEN = "C007" "rename-is-taken" Error
        "`{name}` cannot be the name of `{pointer}`: {holder} has it", "choose another name, or rename the other item as well",
        "A name in `[rename]` is taken as it is, so no other name in `[rename]` may be the same in its scope, nor one that the generated code uses itself, such as `Vec` or the method `new`. Capitals do not count, since models have files of their names and some file systems do not tell capitals apart.";
    RENAME_IN_WRONG_CASE = "C008" "rename-in-wrong-case" Error
        "`{name}` is not written as Rust writes the name of `{pointer}`", "write it `{advice}`",
        "Types and variants are written `UpperCamelCase`; fields, methods and parameters `snake_case`. The compiler would warn of any other form in the generated crate.";
    PACKAGE_NAME = "C009" "package-name" Error
        "`{name}` cannot be the name of the package",
        "choose at most 64 ASCII letters, digits, `-` and `_`, a letter first, and nothing that Cargo, Rust or a dependency is called",
        "Cargo and its registries take packages of ASCII letters, digits, `-` and `_` that begin with a letter and are no keyword. The packages that the generated one depends on have their names already.";
    CLIENT_NAME = "C010" "client-name" Error
        "`{name}` cannot be the name of the client",
        "choose an identifier in `UpperCamelCase` that the generated crate does not use itself",
        "The client is a struct in the root of the generated crate, beside `Error`, `Request`, `Response` and other types that every crate has.";
    RENAME_MOVES_ANOTHER = "C011" "rename-moves-another" Error
        "`{name}`, chosen for `{pointer}`, is what `{other}` is called",
        "choose another name, or a name for the other item as well; it would be `{becomes}`",
        "A name in `[rename]` goes before every name that follows from the document. An item that would have it would get a longer one, in the API of the generated crate and in its files, which nobody asked for.";
    OPTION_WITHOUT_ITEM = "C012" "option-without-item" Error
        "nothing in the document is what `{option}` names: `{value}`", "`tintype inspect` lists the pointers and ids of the document",
        "The option names an operation by its id, or places by JSON pointer. What it names must be there: it would silently do nothing otherwise, for example after the document has changed.";
    ERROR_NAME = "C013" "error-name" Error
        "`{name}` cannot be the name of the error",
        "choose an identifier in `UpperCamelCase` that the generated crate does not use itself",
        "The error of all calls is a type in the root of the generated crate, beside the client, `Request`, `Response` and other types that every crate has.";
    MODULE_NAME = "C014" "module-name" Error
        "`{name}` cannot be a module beside the generated ones",
        "choose an identifier in `snake_case` that is no keyword, and of which no file of the crate has the name, and name each once",
        "`[crate] modules` names modules of your own: `extra` is the file `src/extra.rs` or `src/extra/mod.rs` in the folder of the generated crate, which Tintype never touches. The generated code has files of its own there, such as `client.rs` and `models`.";
    MANIFEST_KEY = "C015" "manifest-key" Error
        "the manifest cannot have `{key}`: {reason}", "{advice}",
        "`[crate] manifest` names a file with keys that are added to the manifest of the generated crate: dependencies, features, lints, and what `[package]` has for readers. What Tintype writes there itself cannot be changed, since the generated code depends on it.";
    TYPE_PATH = "C016" "type-path" Error
        "`{path}` cannot be the type of a value: {reason}", "name one of your own, such as `crate::extra::Money`, or of a package, such as `chrono::DateTime<chrono::Utc>`",
        "A type that `[replace]` or `[types]` names is given by its path, from `crate` or from a package that the crate depends on. It has to be `Debug`, `Clone`, `PartialEq`, and `Serialize` and `DeserializeOwned` of `serde`; the generated crate reads and writes it through these.";
    ATTRIBUTE = "C017" "attribute" Error
        "`{text}` cannot be an attribute", "write it without `#[` and `]`, such as `derive(PartialOrd)`",
        "`[attributes]` adds attributes to the structs and enums of models, each as it stands between `#[` and `]`: a path, with something in parentheses or `=` and a literal behind it.";
    PAGINATION_RULE = "C018" "pagination-rule" Error
        "this rule of `[[pagination]]` cannot be followed: {reason}", "`tintype explain pagination-rule` says what a rule is made of",
        "A rule says how the pages of operations follow one another: by one of `offset`, `page` and `cursor`, which name a parameter or a member of the body, by `url`, the place of a URL in the answer, or by `link = true`. A cursor needs `next`, the place of the next one. `more` is the place of a flag, `pages` of the number of pages, `items` of the list. A place is written `$.member.member`. A rule that names an operation by its id must fit it; one with `*`, or without `operations`, is for whatever it fits, and must fit something.";
    PACKAGE_VALUE = "C019" "package-value" Error
        "`{value}` cannot be the {key} of the package: {reason}", "",
        "Values of `[package]` go into the manifest of the generated crate as they are, so they have to be what Cargo and its registries take: a version is three numbers, `rust-version` at least the Rust that the generated code needs, the licence an SPDX expression of licences that there are, such as `MIT OR Apache-2.0`, and the repository a URL.";
    TOO_MANY_FEATURES = "C020" "too-many-features" Warning
        "resources are no features of the crate: it would have {count} features, and crates.io takes {most}", "`resource-features = false` in `[package]` says so without a warning",
        "In a crate of many operations each resource is a feature, so that who needs some compiles only those. crates.io refuses a crate of more than 300 features, its other ones included. Then every resource is always there.";
    BAD_VERSION = "D001" "bad-version" Error
        "`{version}` names no version of a document: {reason}", "name a file, the folder of a generated crate, or `git:REV:PATH`",
        "`tintype diff` compares two versions of a document. Each is a file, the folder of a generated crate, or either of them in a revision of the Git repository around the current folder: `git:main:spec/pets.yaml`. The path is one from the root of the repository, or begins with `./`.";
    CRATE_WITHOUT_DOCUMENT = "D002" "crate-without-document" Error
        "the crate in `{path}` does not keep the document that it was made from", "name the document itself, or generate the crate again without `keep-document = false`",
        "A generated crate keeps the document and the options that it was made from in `.tintype.document`, unless the configuration says `keep-document = false`. Without them nobody can tell what the crate stands for.";
    KEPT_DOCUMENT_EDITED = "D003" "kept-document-edited" Error
        "`{path}` is not what Tintype wrote", "take the file of a revision, such as `git:HEAD:{folder}`, or generate the crate again",
        "A generated crate keeps the document and the options that it was made from in `.tintype.document`, and its lock file has a hash of that. The text that lies there now has another one, or cannot be read, so the crate does not stand for it.";
    UNDECLARED_TEMPLATE = "K001" "undeclared-path-parameter" Warning
        "the path names `{name}`, but the operation declares no such parameter", "declare it with `in: path`; until then it is a required text",
        "Each name in braces of a path must be declared as a path parameter, by the operation or by its path. A missing one is taken as a required text, since the path cannot be built without it.";
    UNUSED_PATH_PARAMETER = "K002" "unused-path-parameter" Loss
        "the path parameter `{name}` does not occur in the path `{path}`", "{advice}",
        "A parameter with `in: path` fills the braces of its name in the path. This one has none there, so it is left out.";
    DUPLICATE_OPERATION_ID = "K003" "duplicate-operation-id" Warning
        "the operation id `{id}` is used more than once", "the one with the shorter path keeps the name, and the other one says what else is in its path",
        "Operation ids should be unique. Operations that share one are generated all the same: the one with the shortest path keeps the name, and the others have the words behind it that are in their paths alone (`getInfo` of `/info` and `/api/v1/info`: `get_info` and `get_info_api_v1`). Where two have paths of as many parts, each says what is in its own.";
    UNDECLARED_SCHEME = "K004" "undeclared-security-scheme" Loss
        "the security scheme `{name}` is not declared", "{advice}",
        "A security requirement names an entry of `components/securitySchemes`. One that does not exist cannot be generated, so the operation is called without it.";
    DUPLICATE_PARAMETER = "K005" "duplicate-parameter" Loss
        "the parameter `{name}` stands more than once in the {place}", "remove one; the last one is taken, or the one that is required",
        "A list of parameters has a name once for each place: path, query, header or cookie. Names of headers are compared without case. Of several, the last one is taken, unless only an earlier one is required. An operation may still replace a parameter of its path, which is another list.";
    ODD_DEFAULT = "K006" "odd-default" Warning
        "the default is {what}, and the schema is of the type `{wanted}`", "",
        "A default is a value of its schema. It is shown in the documentation, since it is the server that applies it, and is never sent; so nothing breaks, but one of the two is wrong.";
    ODD_EXAMPLE = "K007" "odd-example" Note
        "the example is {what}, and the schema is of the type `{wanted}`", "",
        "An example is a value of its schema. One of another type is shown in the documentation as it is; in YAML, a text that looks like a number needs quotes.";
    UNDECLARED_SERVER_VARIABLE = "K021" "undeclared-server-variable" Warning
        "the URL of the server names `{name}`, which is not among its variables", "{advice}",
        "Each name in braces of the URL of a server is declared under its `variables`, with a default. For one that is not, a client has to give a value: `server_variable(\"name\", \"value\")`; calls are an error without it.";
    ODD_SERVER_DEFAULT = "K022" "odd-server-default" Warning
        "the default `{default}` of the server variable `{name}` is not in its `enum`", "{advice}",
        "The default of a server variable is one of its values. It is taken as one, as it is what the document calls by itself. An empty one stands for none: the only value of the `enum` is taken then, and one of several has to be given with `server_variable`.";
    ODD_SERVER = "K023" "odd-server" Warning
        "no client can call `{url}`: {reason}", "",
        "The URL of a server is `http` or `https`, with a host, and without a user, a query or a fragment. A client has to be given another one with `server_url`.";
    ODD_MEDIA_TYPE = "K024" "odd-media-type" Warning
        "the media type `{name}` has a character that no header can hold", "write it on one line, as `type/subtype`; it is sent so",
        "A media type is sent in a header, and a header is one line. In YAML, a key that is a block text (`|`) ends with a line break. Breaks and control characters are taken for spaces, so that no call fails for them.";
    UNKNOWN_TYPE = "K031" "unknown-type" Loss
        "`{word}` is no type, so this says nothing about the value", "{advice}",
        "JSON Schema has the types `string`, `number`, `integer`, `boolean`, `array`, `object` and, from OpenAPI 3.1 on, `null`. Any other word means nothing: the value becomes free-form JSON, or what else is said about it decides.";
    ODD_ENUM = "K032" "odd-enum" Warning
        "the enum has the value `{value}`, and the schema is of the type `{wanted}`", "change the value, or the type",
        "Each value of an `enum` has to be of the type of its schema; one that is not can never be sent or received. In YAML, a text that looks like a number or like true and false needs quotes.";
    ODD_STYLE = "K033" "odd-style" Loss
        "a {place} parameter cannot have the style `{style}`", "the default of the place is used, `{default}`",
        "Each place of a parameter has styles of its own: `simple`, `label` and `matrix` in a path, `form`, `spaceDelimited`, `pipeDelimited` and `deepObject` in a query, `form` in a cookie, `simple` in a header.";
    EMPTY_CONTENT = "K034" "empty-content" Loss
        "the `content` of {kind} names no media type: {outcome}", "name the media type, or remove the object",
        "A `content` says for each media type what is sent. Of one that is empty, nothing is known.";
    EMPTY_ANSWER = "K035" "empty-answer" Note
        "the `content` of this answer names no media type: the answer has no body", "leave `content` out if that is meant",
        "An answer without a media type has no body. Where the server sends one all the same, `send_raw` gives it.";
    OPEN_BRACE = "K036" "open-brace" Warning
        "a brace of the path `{path}` has no other one", "add the other one, or remove it; a brace that is alone is sent as a character",
        "Parameters of a path stand in pairs of braces. A brace without the other one is a character of the URL, so the parameter that was meant is not part of it.";
    REPEATED_TEMPLATE = "K037" "repeated-template" Warning
        "the path `{path}` has the parameter `{name}` more than once", "give each its own name; until then all have one value",
        "Each name in the braces of a path stands there once. A client has one argument for a name, and writes its value in each of the places.";
    SAME_PATH = "K038" "same-path" Note
        "`{path}` is the path {others} with other names of parameters, and both have {methods}", "make it one path, or one operation for each method",
        "Names of parameters are no part of a URL, so a server cannot tell the two operations apart. Both are generated.";
    OPTIONAL_PATH_PARAMETER = "K039" "optional-path-parameter" Warning
        "the path parameter `{name}` is not required", "say `required: true`; it is taken so",
        "A path cannot be built without the values of its parameters, so OpenAPI wants `required: true` for each of them.";
    QUOTED_NUMBERS = "K040" "quoted-numbers" Note
        "the enum has the text `{value}`, and the schema is of the type `{wanted}`; it is taken as the number", "leave out the quotes, or change the type to `string`",
        "Some tools write all values of an `enum` as texts. Under a type of numbers no text is a value, so each that is a number in quotes is taken as that number.";
    SEVERAL_CONTENTS = "K041" "several-contents" Loss
        "the `content` of {kind} names several media types; the first that has a schema is taken", "leave one",
        "A parameter and a header are written in one way, so OpenAPI wants one media type in their `content`.";
    TOO_MANY_PARTS = "K042" "too-many-parts" Error
        "the `allOf` of `{name}` {what}", "let fewer schemas say `allOf` with each other",
        "What the schemas of an `allOf` say is put together, through all references, into one type. The schemas are counted once each, however often they are reached, and there is a limit, since a chain of a few thousand would make a type of as many parts for each of its links.";
    BEYOND_MEASURE = "K043" "beyond-measure" Error
        "{what}", "make it shorter, or leave some out",
        "A place in a document is told by all the names that lead to it, and a method of the crate for each media type of a body knows those that others read. So both have a limit, far above what any API has: what is built from them would grow with the square of the document. An object that names its members in a list of what is required comes to twenty times the text in Rust, so it has a limit too. Schemas that hold for one value together are compared, and unions within unions have the tags of all and, with members beside them, candidates that each level multiplies: both have one as well. So have heirs of a `discriminator` that a `mapping` leads to, or that say their own value, since each parent above them asks for it.";
    BARE_PATH = "K044" "bare-path" Warning
        "the path `{path}` does not begin with a slash; it is called as `{rooted}`", "write the slash",
        "A path stands right behind the URL of a server, so OpenAPI wants a slash at its beginning: without one, `users` behind `https://example.com/v1` would be `/v1users`.";
    UNUSED_SERVER_VARIABLE = "K045" "unused-server-variable" Loss
        "the URL of the server does not name the variable `{name}`, which is without effect", "put it into the URL, or leave it out",
        "A variable of a server stands for what its URL has in braces. One that the URL does not name changes nothing, and the client has no way to set it.";
    CONFLICTING_MEMBERS = "L001" "conflicting-members" Loss
        "no value satisfies all that the parts of an `allOf` say about `{member}`; the nearer one is taken",
        "give the member one type, or leave it out of one part",
        "An `allOf` is one object with the members of all its parts. Where two parts declare the same member, a value has to satisfy both: the member has the narrower type, the values of both lists, the members of both objects. Where no value can, the generated struct has the type of the part that stands later, and what stands beside the `allOf` wins over its parts.";
    NOT_MODELLED = "L002" "not-modelled" Loss
        "this becomes free-form JSON: {reason}",
        "`tintype inspect` lists every such place",
        "The generated crate reads and writes the value as `serde_json::Value`. Nothing is lost on the wire, but the compiler does not know what the value holds.";
    LISTS_TOO = "L003" "lists-too" Loss
        "a list is a value here too, and the generated type is the object: nothing depends on `{key}`",
        "say `type: object`, or write both as candidates of a `oneOf`",
        "A schema without a `type` that has keywords for objects (`properties`, `required`, `additionalProperties`) and for lists (`items`, `prefixItems`) has values of both kinds. The generated type is the object: no caller can send a list, and one in an answer is an error. Beside `type: object` the keywords for lists say nothing, and are not reported.";
    EXCLUDED_MEMBERS = "L004" "excluded-members" Warning
        "`additionalProperties` looks at the `properties` beside it alone, and excludes {members}",
        "declare the members there too, or use `unevaluatedProperties` (OpenAPI 3.1)",
        "An `additionalProperties` speaks of each member that the `properties` of the same schema object do not declare, also of those that the parts of an `allOf` and the candidates of a union declare. By the letter, no value has such a member under `additionalProperties: false`, and none that satisfies both under a schema of another type. That is hardly ever meant: the generated type has the member, and what is said of others is taken to be about those that nobody declares.";
    NO_FORM = "L021" "no-form" Loss
        "this body is a form, which has fields, and {what} has none", "{advice}",
        "A form (`application/x-www-form-urlencoded`, `multipart/form-data`) has a field for each member of an object. OpenAPI does not say what a list, a text or a number would be in it. Where the whole body is such a value, the caller gives what is sent; where only some candidates of a union are, sending one of them is an error of the call. Nothing is ever sent as an empty form.";
    LIST_IN_DEEP_OBJECT = "L022" "list-in-deep-object" Note
        "a list within a `deepObject`, {place}, is sent with the positions of its elements: `name[key][0]`",
        "",
        "OpenAPI says how the members of an object are written with `style: deepObject`, and nothing about lists within it. Tintype writes an element with its position, in queries and forms alike, so that the members of an element stay together. Reported once for a document.";
    RELATIVE_SERVER = "L023" "relative-server" Note
        "the server `{url}` is relative to where the document is served, which the crate does not know",
        "write the whole URL; until then a client needs `server_url`",
        "A relative URL of a server starts at the place that the document is read from. A generated crate has no such place, so a client has to be told: `server_url(\"https://…\")`.";
    UNRESOLVED_SERVER = "L024" "unresolved-server" Note
        "the server `{url}` is relative to a place that the document does not name",
        "write the whole URL, here or in the `servers` of the document",
        "A relative URL of the server of an operation or of a path is resolved against the first server of the document. Where that one is relative too, or does not say where its host ends, it is resolved when a call is made: against the URL that the client is given with `server_url`.";
    IGNORED_HEADER = "L025" "ignored-header" Note
        "the parameter `{name}` is left out: the request writes this header itself", "",
        "OpenAPI ignores header parameters called `Accept`, `Content-Type` and `Authorization`, which follow from the answers, the body and the security of an operation. `Content-Length` and `Transfer-Encoding` follow from the body that is sent, and a value of one's own would break the connection.";
    ODD_HEADER_NAME = "L026" "odd-header-name" Loss
        "the parameter `{name}` is left out: no header can have this name", "use letters, digits and `-`",
        "The name of a header is made of letters, digits and a few signs, without spaces. Every call with the parameter would fail.";
    UNSERVED_SCHEME = "L027" "unserved-scheme" Loss
        "the security scheme `{name}` is not served in full: {how}", "",
        "A client sends keys, tokens, and user names with passwords (`apiKey`, `bearer`, `basic`, OAuth 2, OpenID Connect). What takes more, such as the challenge of `digest` or a certificate, is left to the caller.";
    COLLIDING_SCHEMES = "L028" "colliding-schemes" Loss
        "`{first}` and `{second}` are required together, and both write the header `{header}`; only `{first}` is asked for and sent",
        "write them as alternatives, or give one of them another header",
        "The schemes of one security requirement hold together, and each puts its credential into the request. A header holds one value, so where two schemes write the same one, the credential of the other is lost.";
    ONE_TOKEN = "L029" "one-token" Note
        "`{first}` and `{second}` are required together, and one token is sent for both: that of `{first}`", "",
        "A request has one `Authorization` header, so where two schemes of OAuth 2 or OpenID Connect are required together, one token has to be good for both. Documents that were converted from older formats name each flow of OAuth 2 as a scheme of its own. Reported once for each two schemes.";
    STREAM = "L031" "stream" Loss
        "`{media_type}` is a row of items; in the answer of a failure the whole of it is read, as {form}", "",
        "Some media types, such as `text/event-stream` and `application/x-ndjson`, hold one item after the other and may never end. Where they are an answer that a call waits for, it gives an `EventStream`. A failure is told when all of it is there, so that such a body of one is text or bytes.";
    INTERIM_ANSWER = "L032" "interim-answer" Loss
        "the answer {status} is on the way to another one; no call gives it",
        "",
        "A status below 200 says that the final answer is still to come, or that the connection speaks another protocol from there. The generated crate waits for the final answer.";
    OPAQUE_BODY = "L033" "opaque-body" Loss
        "`{media_type}` is {form} to the generated crate, which does not read what this schema says", "",
        "Only JSON and forms are read and written member by member. A body of another media type, such as XML, is text or bytes, whatever its schema says about what is in it; so is a stream, whose items have a schema of their own in OpenAPI 3.2. A schema that says no more than `type: string` is not reported, nor one that another media type of the same body has, which is read.";
    PAGES = "L034" "pages" Loss
        "the pages of this operation are not followed: {reason}", "mend it here, or write a rule of `[[pagination]]` into the configuration",
        "What is said about the pages of an operation, by `x-speakeasy-pagination`, `x-ms-pageable`, `x-dropshot-pagination` or a header `Link` of its answer, names inputs and members that the operation has to have, and a list of items. Where it does not fit, the operation is called page by page, by hand.";
    BESIDE_WHOLE_QUERY = "L035" "beside-whole-query" Loss
        "the parameter `{name}` is left out, since the JSON of `{whole}` is the whole query", "write what it says into the schema of the other one",
        "OpenAPI 3.2 has parameters with `in: querystring`, which hold the whole query of a request, and wants no parameter with `in: query` beside one. The text of a JSON document has no place for another one: what follows behind it would be part of it.";
    KEY_BESIDE_WHOLE_QUERY = "L036" "key-beside-whole-query" Loss
        "the key `{scheme}` goes into the query, and the JSON of `{whole}` is the whole query: a call with that key is an error",
        "send the key in a header, or describe the query as a form",
        "OpenAPI 3.2 has parameters with `in: querystring`, which hold the whole query of a request. The text of a JSON document has no place for an API key with `in: query`: what follows behind it would be part of it, so a call that would send both is refused before anything is sent. Where the operation has other credentials, a client that is given those can call it.";
    OTHER_CHARSET = "L037" "other-charset" Loss
        "the body is sent in UTF-8 and not in `{charset}`, and its media type says so", "send bytes in that charset with `raw_body`",
        "A call writes texts, JSON and forms in UTF-8. Its `Content-Type` names the charset that the body is in, so a server reads what was meant, or refuses it; the charset of the document would have it read other characters. Answers in ISO-8859-1 are read; of an answer in another charset the error of the call has the bytes.";
    MAPPING_OUTSIDE = "L041" "mapping-outside" Warning
        "the mapping leads to `{target}`, which is no candidate of the union",
        "add it to the union, or take it out of the mapping",
        "The `mapping` of a discriminator says which candidate of a union a tag selects. An entry, or a `defaultMapping`, that leads to another schema selects nothing: a value with this tag is read as what fits, or kept with its JSON.";
    UNION_HOLDS_ITSELF = "L042" "union-holds-itself" Warning
        "the union holds itself; the candidate is left out", "name what it is meant to hold, or leave the candidate out",
        "A value of a union is a value of one of its candidates. One that is the union itself, or leads back to it through other unions alone, admits nothing new, and reading it would never end. Unions that hold each other have the candidates of all of them, and nothing is said; where a tag selects such a candidate, or there is no other one, it is left out.";
    DIGITS = "L043" "digits" Warning
        "more digits than those of 64 bits are lost",
        "turn on the feature `arbitrary_precision` of `serde_json`, which holds for all crates of a program, or send the number as a text",
        "The generated crate reads JSON with `serde_json`, which keeps a number as a 64-bit integer or an `f64`. A member whose format or limits ask for more, such as `decimal` and `bigint`, is a `serde_json::Number`: it has all its digits where the feature `arbitrary_precision` is on. The generated crate does not turn it on, because it changes how other crates read numbers.";
    UNREADABLE_ENTRY = "M001" "unreadable-entry" Error
        "this {kind} object cannot be read: {reason}", "",
        "The object follows the grammar of OpenAPI key by key, and is no valid object all the same. The reason comes from the typed reader.";
    NO_VERSION = "N001" "no-version" Error
        "the document does not say which version of OpenAPI it has", "begin it with `openapi: 3.0.3`",
        "An OpenAPI document has a field `openapi` with its version at the top. Without it nothing is known about the meaning of the rest.";
    UNSUPPORTED_VERSION = "N002" "unsupported-version" Error
        "{version} is not supported", "convert the document to OpenAPI 3.0, 3.1 or 3.2",
        "This version of Tintype reads Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.";
    BORROWED_KEYWORD = "N003" "borrowed-keyword" Warning
        "`{key}` is written as in OpenAPI 3.1, but the document is {version}", "{advice}",
        "Many documents that say 3.0 use spellings of 3.1, such as a list of types. Where the meaning is clear it is taken as meant.";
    KEY_PATTERNS = "N004" "key-patterns" Loss
        "keys are not matched against `patternProperties`; every member that is not declared is {outcome}",
        "",
        "A generated struct or map has one type for all keys that it does not name. So what `patternProperties` says about keys is not checked, and the values have one of the schemas of the patterns, whichever fits. Without `additionalProperties: false`, keys that match no pattern are free, and the values are `serde_json::Value`.";
    DYNAMIC_REFERENCE = "N005" "dynamic-reference" Loss
        "`{target}` depends on who refers to this schema; this becomes free-form JSON",
        "use `$ref`, or write a schema for each use",
        "A `$dynamicRef` leads to another schema for each schema that refers to it, as a type parameter would. Where one schema only has the anchor that it names, it is read as a `$ref`; where a schema refers to the one that holds it and has a definition with the anchor, that definition takes its place. Otherwise the value is a `serde_json::Value`.";
    LOCAL_REFERENCE = "N006" "local-reference" Warning
        "`{target}` leads nowhere from the root of the document; it is taken as `{meant}`",
        "write the whole pointer, or give the enclosing schema an `$id`",
        "A reference that begins with `#` starts at the root of the document, unless an enclosing schema has an `$id`. This one leads nowhere from there, but does from a schema that encloses it, as in a JSON Schema that was pasted into the document.";
    UNSUPPORTED_METHOD = "N007" "unsupported-method" Loss
        "`{method}` in `additionalOperations` is {what}; the operation is left out", "",
        "OpenAPI 3.2 has methods of one's own in `additionalOperations`, by the name that is sent. A name that is no token of HTTP cannot be sent, a method with a key of its own in a path item belongs there, and `CONNECT` opens a tunnel. Such an operation is left out; the others of the path are generated.";
    QUERY_STRING = "N008" "query-string-parameter" Loss
        "a parameter that is the whole query, as `{media_type}`, is left out", "describe it as `application/x-www-form-urlencoded` or as JSON, or declare a parameter with `in: query` for each part of it",
        "OpenAPI 3.2 has parameters with `in: querystring`, which hold the whole query of a request. One that is a form or JSON is generated; of any other media type, the operation is generated without it.";
    MUTUAL_TLS = "N009" "mutual-tls" Loss
        "the scheme `{name}` is a certificate of the client, which the generated client does not choose",
        "`transport::HttpTransport` of the generated crate takes one: `client_certificate`",
        "With `mutualTLS`, who calls is known from the connection. Operations that require it are generated as if they did not, since the HTTP client makes connections.";
    UNREAD_KEYWORD = "N010" "unread-keyword" Loss
        "nothing that is generated depends on {keys}", "",
        "The keyword restricts values, names members or describes requests in a way that the generated crate has no form for. Values are sent and read as if it were not there, so whether they satisfy it is for the caller and the server to see, and `tintype diff` cannot tell what a change of it means. Of `if` and `dependentSchemas` that is the condition: members that stand in `then`, `else` or `dependentSchemas` alone are optional ones of an object that declares members itself and says all that is said of it, unless two of them differ or it excludes them. Other members under a condition are none of the object. A keyword that says nothing, such as `not: {}` or a `then` without an `if`, is not reported.";
    COLLECTION_FORMAT = "N011" "unsupported-collection-format" Loss
        "a list {how} has no form here: callers write its text themselves", "{advice}",
        "Swagger 2.0 lets a list be written with tabs between its items, and with blanks or bars in places where later versions know commas only. Such a parameter is generated as a text that is sent as it is, and so is each list in a list: later versions have no word for how it is written.";
    SECOND_BODY = "N012" "second-body" Loss
        "the parameter `{name}` is left out: the operation has another body", "describe one body, or a form of several fields",
        "In Swagger 2.0 an operation has one parameter with `in: body`, and none with `in: formData` beside it, since a request has one body.";
    EDITED_FILE = "O001" "edited-file" Error
        "`{path}` was edited after Tintype wrote it", "move the change to a file of your own, or say `--force` to lose it",
        "The lock file `.tintype.lock` holds a hash of each file that Tintype wrote. A file whose hash is another was edited by hand, and is neither replaced nor removed. What the generated code lacks belongs into a file of your own beside it, into the document or into the configuration. With `--force` the file is replaced, or removed if it is no longer generated.";
    FOREIGN_FILE = "O002" "foreign-file" Error
        "`{path}` is in the way: Tintype did not write it", "move it away, or name another place: `generate` takes `-o`, `init` takes `--config`; `generate --force` replaces it",
        "Tintype replaces only files that the lock file `.tintype.lock` of the folder lists. This one is not listed, so it may be somebody's work. A file that holds exactly what would be written is no problem. A folder where a file has to be is never removed, not even with `--force`.";
    UNSAFE_PATH = "O003" "unsafe-path" Error
        "`{path}` is no safe place for a generated file: {reason}", "",
        "Generated files stay below the output folder, go through no symbolic link there, and have names that every system can hold: no absolute path, no `..`, no name that Windows reserves, no two names that differ only in case. A lock file that lists such a path was changed by hand or by somebody else.";
    BAD_LOCK = "O004" "bad-lock" Error
        "the lock file `{path}` cannot be understood: {reason}", "restore it from version control, or say `--force` to write it anew",
        "`.tintype.lock` lists the files that Tintype wrote, with their hashes. Without it Tintype cannot know which files are its own. A conflict of a merge in it is solved by any choice that is valid TOML, followed by `tintype generate`.";
    NOT_WRITTEN = "O005" "not-written" Error
        "cannot {action} `{path}`: {reason}", "",
        "The system refused to read, write, rename or remove a file. All files are first written into a folder of their own, `.tintype-new`, and then moved to their places, so a failure leaves no half of a file; running again completes or undoes what was begun.";
    NO_OUTPUT = "O006" "no-output" Error
        "nothing says where the generated crate goes", "give `-o DIR`, or set `output` in the configuration file",
        "With a document on the command line and no configuration file, the output folder has to be named. With a configuration file, its option `output` names it.";
    NO_SPEC = "O007" "no-spec" Error
        "nothing says which document to read", "name the document: `tintype generate openapi.yaml -o my-sdk`; or `tintype init openapi.yaml` writes a configuration to begin with",
        "The document is named on the command line, in `tintype::Build::new`, or by the option `spec` of the configuration file.";
    NO_OUT_DIR = "O008" "no-out-dir" Error
        "the environment variable `OUT_DIR` is not set", "call `tintype::Build` from a build script, or give it a folder with `out_dir`",
        "Cargo sets `OUT_DIR` for build scripts. A program that is not one has to say where the file goes.";
    NEWER_LOCK = "O009" "newer-lock" Error
        "Tintype {version} wrote the lock file `{path}`, and this is {own}", "update Tintype, or say `--force` to go back to this version",
        "A later version may say more in `.tintype.lock` than this one understands, and files that only it knows would be taken for somebody else's.";
    UNKNOWN_FEATURE = "O010" "unknown-feature" Error
        "the generated crate has no feature `{name}`", "{advice}",
        "`--feature`, and `feature` of a build script, turn on features of the generated crate in a single file. They are those of its manifest, without the ones that a manifest of your own adds.";
    NO_FOLDER = "O011" "no-folder" Error
        "a crate cannot go to standard output, and nothing there can be compared", "give a folder, `-o DIR`; `generate --single-file -o -` prints one file",
        "`-` is standard output. A crate is many files in a folder; one file for `include!` can be printed.";
    FILE_NOT_READABLE = "S001" "file-not-readable" Error
        "cannot read `{path}`: {reason}", "",
        "The file does not exist, is no regular file, or may not be read. Paths in a configuration file are relative to that file.";
    NOT_UTF8 = "S002" "not-utf-8" Error
        "the file is not UTF-8: a byte here belongs to no character", "save the file as UTF-8",
        "Documents are read as UTF-8, with or without a byte order mark.";
    YAML_SYNTAX = "S003" "yaml-syntax" Error
        "the document is not valid YAML: {reason}", "",
        "The YAML reader cannot go on at this place. The mistake is often a line earlier: a quote that is not closed, a wrong indentation, a colon in an unquoted text.";
    JSON_SYNTAX = "S004" "json-syntax" Error
        "the document is not valid JSON: {reason}", "",
        "The JSON reader cannot go on at this place. The mistake is often just before it, such as a missing comma.";
    NO_DOCUMENT = "S005" "no-document" Error
        "the file holds {what}, not an OpenAPI document", "",
        "An OpenAPI document is a map at its top: `openapi`, `info`, `paths` and so on.";
    TOO_LARGE = "S006" "too-large" Error
        "`{path}` is larger than {limit} MiB", "",
        "Documents beyond this size are refused, so that a broken or hostile one cannot use up the memory.";
    TOO_DEEP = "S007" "too-deep" Error
        "the document is nested more than {limit} levels deep here", "move parts of it to `components` and refer to them",
        "Deeper nesting is refused, so that a broken or hostile document cannot use up the stack.";
    TOO_MANY_NODES = "S008" "too-many-nodes" Error
        "the document is too large here once all that it repeats is in its place", "use `$ref` and `components` instead of aliases and copies",
        "A few lines of YAML aliases, or of references to path items and to parts of other files that are no components, can stand for gigabytes. Documents beyond four million nodes or 256 MiB of text are refused, and so is what such references and overlays would add beyond some hundred thousand nodes.";
    CUSTOM_TAG = "S009" "custom-tag" Error
        "YAML tags of one's own are not supported", "resolve the tag before generating",
        "A tag such as `!include` has a meaning for some other tool only. Reading the value without it would give another document.";
    DUPLICATE_KEY = "S010" "duplicate-key" Error
        "the key `{key}` occurs twice", "remove one of them; otherwise one of the two would silently vanish",
        "Both values cannot be kept, and readers disagree on which one counts. An operation or a property would vanish without a word.";
    DUPLICATE_ANNOTATION = "S011" "duplicate-annotation" Warning
        "the key `{key}` occurs twice; the last one is taken", "remove one of them",
        "Both say the same, or the key holds documentation only, so nothing that is generated depends on the choice but its comments.";
    UNKNOWN_KEYWORD = "S012" "unknown-keyword" Loss
        "`{key}` is no keyword of {kind} object", "{advice}",
        "OpenAPI does not know the key in this object, or not in the version that the document says, so it has no effect. It may be misspelt, or stand in the wrong object, or belong to another version. Keys of one's own begin with `x-`.";
    WRONG_TYPE = "S013" "wrong-type" Error
        "`{key}` has a value of a wrong type", "",
        "The grammar of OpenAPI wants another type of value here, and there is no way to guess what was meant.";
    ODD_VALUE = "S014" "odd-value" Warning
        "`{key}` has a value of a wrong type", "{advice}",
        "The grammar of OpenAPI wants another type of value here. What it means is clear, or nothing that is generated depends on it but documentation.";
    MISSING_KEY = "S015" "missing-key" Error
        "{kind} object needs `{key}`", "",
        "Without this key the object means nothing, and an operation would be lost or changed.";
    MISSING_DETAIL = "S016" "missing-detail" Warning
        "{kind} object should have `{key}`", "{advice}",
        "OpenAPI requires this key, but nothing is lost without it.";
    BROKEN_REF = "S017" "broken-reference" Error
        "`{target}` leads nowhere: {reason}", "{advice}",
        "The reference stands for a part of an operation, which would be lost or changed without it.";
    BROKEN_SCHEMA_REF = "S018" "broken-schema-reference" Loss
        "`{target}` leads nowhere: {reason}", "{advice}",
        "The reference stands for a schema or a header. A schema becomes free-form JSON, a header a text; an entry of a mapping selects nothing.";
    OUTSIDE_ROOT = "S019" "outside-root" Error
        "`{target}` lies outside of `{root}`, and files are read below that folder only", "name the folder that holds all files with `--root DIR`, or with `root` in the configuration file",
        "A document in several files may refer to files below one folder: that of the document, unless another one is named. Otherwise a document that nobody trusts could have any file of the machine read and quoted. Links are followed before this is decided.";
    REMOTE_REF = "S020" "remote-reference" Error
        "references to the network are never followed: `{target}`", "fetch the file, and refer to it by its path",
        "What is generated must depend on local files only; a document must not be able to make the generator talk to a server.";
    BAD_MERGE = "S021" "bad-merge" Error
        "`<<` can merge a map or a list of maps only", "",
        "The merge key of YAML copies the entries of other maps into this one. Its value must be such a map, usually an alias.";
    ODD_KEY = "S022" "odd-key" Error
        "a key is a map or a list here", "quote the key, or remove the `?` or the braces",
        "YAML lets a key be anything; in an OpenAPI document each key is text.";
    ODD_REF = "S023" "odd-reference" Warning
        "`{target}` leads to another kind of object", "it is read as the kind that belongs here",
        "Responses and request bodies look alike, so one in the place of the other can be read all the same.";
    ODD_SCHEMA = "S024" "odd-schema" Loss
        "`{key}` is no schema; this becomes free-form JSON", "{advice}",
        "A schema is a map. Where a list or a text stands in its place, nothing is known about the value: the generated crate reads and writes it as `serde_json::Value`, and the rest of the document is not lost. A `required` that is indented one level too deep, into `properties`, is the usual cause.";
    ODD_KEYWORD = "S025" "odd-keyword" Loss
        "`{key}` has a value of a wrong type; the {owner} is read without it", "",
        "The grammar of OpenAPI wants another type of value here, and there is no way to guess what was meant. One object that is broken does not lose the rest of the document: it says less than its author wanted. A schema that says nothing then is free-form JSON.";
    UNREAD_REF = "S026" "unread-reference" Warning
        "`{target}` leads nowhere: {reason}", "{advice}",
        "The reference stands within an example, a link, a callback or another part that nothing generated depends on.";
    BROKEN_FAILURE_REF = "S027" "broken-failure-reference" Loss
        "`{target}` leads nowhere: {reason}", "{advice}",
        "The reference stands for the description of a failure. The failure is an error without a documented body.";
    MISSING_PART = "S028" "missing-part" Error
        "`{target}` leads nowhere: {reason}", "",
        "A reference names a file and a JSON pointer in it, or in the file that it stands in. The file was read, and has nothing there.";
    REFERENCE_OF_DOCUMENT = "S029" "reference-of-document" Warning
        "`{target}` leads nowhere in this file; it is taken as one into the document", "write the path of the document in front of it",
        "A reference that begins with `#` leads into the file that it stands in. Documents that were split into files often keep references into the whole one; such a reference is followed there.";
    DOCUMENT_ON_THE_NETWORK = "S030" "document-on-the-network" Error
        "`{url}` is on the network, and nothing here goes there", "fetch it first: `curl -fsSL -o {name} '{url}'`, then name the file",
        "A document is a file, so that the same run gives the same code and a change of the document is one that somebody sees. Fetch it, and check it in beside the crate.";
    NOT_AN_OVERLAY = "V001" "not-an-overlay" Error
        "this is no overlay that can be used: {reason}", "",
        "An overlay is a document of its own, YAML or JSON: `overlay: 1.1.0` (or 1.0.0), `info` with `title` and `version`, and `actions`, a list. An action has a `target`, a JSONPath, and one of `update`, `remove` and `copy`. See <https://spec.openapis.org/overlay/latest.html>.";
    ODD_OVERLAY_KEY = "V002" "odd-overlay-key" Warning
        "`{key}` means nothing in {kind}", "{advice}",
        "The Overlay specification does not know the key here, so it has no effect. Keys of one's own begin with `x-`.";
    BAD_JSON_PATH = "V003" "bad-json-path" Error
        "`{path}` cannot be used: {reason}", "",
        "A target of an overlay is a JSONPath as RFC 9535 has it, such as `$.paths['/pets'].get` or `$.paths.*.*[?@.deprecated == true]`. What is copied has to be one node, and the whole document cannot be removed.";
    ACTION_WITHOUT_EFFECT = "V004" "action-without-effect" Warning
        "this action changes nothing: {reason}", "{advice}",
        "An action whose target selects nothing leaves the document as it is. Often the document has changed since the overlay was written: a path was renamed, or the fault that the overlay mends is gone. Actions are done one after another, so an earlier one may have removed what a later one is for.";
    UPDATE_DOES_NOT_FIT = "V005" "update-does-not-fit" Error
        "{given} cannot be merged with {there}", "remove what is there with an action of its own before, if the other is to stand in its place",
        "What an overlay gives is merged with what the target has: maps with maps, key by key; lists are added to lists; text, numbers, flags and nothing take each other's place. Other pairs do not fit, as the Overlay specification says.";
}
