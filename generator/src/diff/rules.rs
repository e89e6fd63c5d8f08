//! The table of all rules: what each fact means, for the wire and for Rust callers. Sorted by id; ids are never reused.
//!
//! The Rust level is what callers of the generated crate feel, so it follows from what is emitted: structs have public
//! fields, a `new` that takes what is required, and setters for the rest; structs and enums are `#[non_exhaustive]`; enums
//! keep values that they do not know; required parameters are positional, optional ones are setters of the request value.
//! Models that only answers hold are built by nobody but tests, so what their `new` takes is no promise.

use super::Direction;
use super::verdict::{Bump, Wire};

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable id: subject, aspect, action.
    pub id: &'static str,
    /// What happened, one clause.
    pub title: &'static str,
    /// What it means in what callers send; `None` where it cannot happen there.
    pub request: Option<Judgement>,
    /// What it means in what the server answers; `None` where it cannot happen there.
    pub response: Option<Judgement>,
}

/// What a fact means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// For programs that were built before.
    pub wire: Wire,
    /// For programs that are built again.
    pub rust: Bump,
    /// Why, in one clause.
    pub reason: &'static str,
}

const NOTHING: Judgement = Judgement {
    wire: Wire::None,
    rust: Bump::None,
    reason: "",
};

impl Rule {
    /// What the fact means in a direction: in both, the worse of the two.
    pub fn judge(&self, direction: Direction) -> Judgement {
        let either = self.request.or(self.response).unwrap_or(NOTHING);
        let (request, response) = (
            self.request.unwrap_or(either),
            self.response.unwrap_or(either),
        );
        match direction {
            Direction::Request => request,
            Direction::Response => response,
            Direction::Both => Judgement {
                wire: request.wire.max(response.wire),
                rust: request.rust.max(response.rust),
                reason: if response.rust > request.rust {
                    response.reason
                } else {
                    request.reason
                },
            },
        }
    }

    /// Whether the fact is about what people read, not about what programs do.
    pub fn is_documentation(&self) -> bool {
        let judged = self.judge(Direction::Both);
        judged.wire == Wire::None && judged.rust <= Bump::Patch
    }
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}

macro_rules! rules {
    ($($constant:ident = $id:literal $title:literal
        $(request: $send_wire:ident $send_rust:ident $send_reason:literal)?
        $(response: $give_wire:ident $give_rust:ident $give_reason:literal)?;)*) => {
        $(
            #[doc = $title]
            #[doc = "."]
            pub const $constant: &Rule = &Rule {
                id: $id,
                title: $title,
                request: rules!(@ $($send_wire $send_rust $send_reason)?),
                response: rules!(@ $($give_wire $give_rust $give_reason)?),
            };
        )*

        /// Every rule, sorted by id.
        pub const ALL: &[&Rule] = &[$($constant),*];
    };
    (@ $wire:ident $rust:ident $reason:literal) => {
        Some(Judgement { wire: Wire::$wire, rust: Bump::$rust, reason: $reason })
    };
    (@) => { None };
}

rules! {
    ADDITIONAL_FIELDS_ADDED = "additional-fields-added" "unnamed fields are allowed now"
        request: Compatible Minor "the struct gets one more field and a setter"
        response: Compatible Minor "the struct gets one more field";
    ADDITIONAL_FIELDS_REMOVED = "additional-fields-removed" "unnamed fields are not allowed any more"
        request: Breaking Major "the field that held them is gone"
        response: Compatible Major "the field that held them is gone";
    ADDITIONAL_FIELDS_TYPE_CHANGED = "additional-fields-type-changed" "unnamed fields have another type"
        request: Breaking Major "the field that holds them has another type"
        response: Breaking Major "the field that holds them has another type";
    ADDITIONAL_FIELDS_UNMENTIONED = "additional-fields-unmentioned" "nothing is said about unnamed fields any more"
        request: Compatible Major "the field that held them is gone"
        response: Compatible Major "the field that held them is gone";
    API_DESCRIPTION_CHANGED = "api-description-changed" "the description of the API was changed"
        response: None Patch "only documentation";
    API_VERSION_CHANGED = "api-version-changed" "the version of the API was changed"
        response: None Patch "only what the crate says about itself";
    ARGUMENT_RENAMED = "argument-renamed" "a required parameter has another name"
        request: None Patch "for callers, arguments have no names";
    ARGUMENTS_REORDERED = "arguments-reordered" "required fields changed places, and with them the arguments of `new`"
        request: None Major "a call of `new` means something else or does not compile";
    BODY_ADDED_OPTIONAL = "body-added-optional" "an optional body was added"
        request: Compatible Minor "the request value gets a setter";
    BODY_ADDED_REQUIRED = "body-added-required" "a required body was added"
        request: Breaking Major "the method takes one more argument";
    BODY_BECAME_OPTIONAL = "body-became-optional" "the body became optional"
        request: Compatible Major "the argument became a setter of the request value";
    BODY_BECAME_REQUIRED = "body-became-required" "the body became required"
        request: Breaking Major "the setter became an argument of the method";
    BODY_DESCRIPTION_CHANGED = "body-description-changed" "the description of the body was changed"
        request: None Patch "only documentation";
    BODY_ENCODING_CHANGED = "body-encoding-changed" "fields of the form are written in another way"
        request: Breaking Patch "the crate does it";
    BODY_MEDIA_TYPE_ADDED = "body-media-type-added" "the body can be sent in one more media type"
        request: Compatible Minor "one more method";
    BODY_MEDIA_TYPE_CHANGED = "body-media-type-changed" "the body is sent as another media type"
        request: Breaking Major "the body is taken in another form";
    BODY_MEDIA_TYPE_REMOVED = "body-media-type-removed" "the body can be sent in one media type less"
        request: Breaking Major "the method is gone";
    BODY_REMOVED = "body-removed" "the body was removed"
        request: Compatible Major "the method takes no body any more";
    BODY_TYPE_CHANGED = "body-type-changed" "the body has another type"
        request: Breaking Major "the method takes another type";
    CLIENT_CREDENTIAL_ADDED = "client-credential-added" "a client needs a credential now"
        request: Breaking Major "`new` and `builder` take one more argument";
    CLIENT_CREDENTIAL_CHANGED = "client-credential-changed" "a client is made with the credential of another scheme"
        request: Breaking Patch "the same code gives the credential for something else";
    CLIENT_CREDENTIAL_EXCHANGED = "client-credential-exchanged" "a client is made with a credential that the builder took before"
        request: Breaking Major "its setter is gone";
    CLIENT_CREDENTIAL_REMOVED = "client-credential-removed" "a client needs no credential any more"
        request: Compatible Major "`new` and `builder` take one argument less, and `builder_without_credential` is gone";
    CLIENT_RENAMED = "client-renamed" "the client has another name"
        request: None Major "callers name the type";
    CLIENT_URL_ADDED = "client-url-added" "a client needs the URL of its server now"
        request: Breaking Major "`new` and `builder` take one more argument";
    CLIENT_URL_CHANGED = "client-url-changed" "a client is made with another part of the URL of its server"
        request: Breaking Major "`new` and `builder` make another URL of the same text";
    CLIENT_URL_REMOVED = "client-url-removed" "the document says where the server is"
        request: Compatible Major "`new` and `builder` take one argument less";
    COMPONENT_RENAMED = "component-renamed" "a component was renamed, its Rust name stays"
        response: None None "nothing that is generated has another name";
    CONSTANT_BECAME_ENUM = "constant-became-enum" "a constant became a choice of several values"
        request: Compatible Major "what was filled in is asked for now"
        response: Breaking Major "the field has to be matched";
    CONSTANT_CHANGED = "constant-changed" "a constant has another value"
        request: Breaking Major "the variant has another name"
        response: Breaking Major "the variant has another name";
    CONSTRUCTOR_ADDED = "constructor-added" "callers send what only answers held"
        request: None Minor "the model gets `new` and setters"
        response: None Minor "the model gets `new` and setters";
    CONSTRUCTOR_REMOVED = "constructor-removed" "only answers hold what callers sent"
        request: None Major "`new` and the setters are gone"
        response: None Major "`new` and the setters are gone";
    DEFAULT_CHANGED = "default-changed" "the server's default was changed"
        request: Breaking Patch "a call that leaves it out means something else"
        response: None Patch "only documentation";
    ENUM_BECAME_CONSTANT = "enum-became-constant" "a choice of several values became a constant"
        request: Breaking Major "variants are gone, and what was asked for is filled in"
        response: Compatible Major "variants are gone, `Unknown` too";
    ENUM_VALUE_ADDED = "enum-value-added" "an enum got a value"
        request: Compatible Minor "one more variant of a `#[non_exhaustive]` enum"
        response: Compatible Minor "one more variant; old matches treat it as before, as unknown";
    ENUM_VALUE_DESCRIPTION_CHANGED = "enum-value-description-changed" "the description of a value was changed"
        response: None Patch "only documentation";
    ENUM_VALUE_REMOVED = "enum-value-removed" "an enum lost a value"
        request: Breaking Major "the variant is gone"
        response: Compatible Major "the variant is gone";
    ENUM_VARIANT_RENAMED = "enum-variant-renamed" "a value has another Rust name"
        request: None Major "callers name the variant"
        response: None Major "callers name the variant";
    ERROR_ADDED = "error-added" "an error was documented"
        response: Compatible Minor "one more variant of a `#[non_exhaustive]` enum";
    ERROR_BOXING_CHANGED = "error-boxing-changed" "a documented error is too large to be held in place on one side only"
        response: None Major "the variant holds a `Box` on one side only";
    ERROR_MODEL_ADDED = "error-model-added" "all documented errors have one model now"
        response: None Minor "the error gets a method that gives it";
    ERROR_MODEL_REMOVED = "error-model-removed" "documented errors have not one model any more"
        response: None Major "the method of the error that gave it is gone";
    ERROR_REMOVED = "error-removed" "an error is not documented any more"
        response: Compatible Major "the variant is gone";
    ERROR_RENAMED = "error-renamed" "the error of all calls has another name"
        response: None Major "callers name the type";
    ERROR_TYPE_CHANGED = "error-type-changed" "a documented error has another type"
        response: Breaking Major "the variant holds another type";
    EXAMPLE_CHANGED = "example-changed" "an example was changed"
        response: None Patch "only documentation and mock answers";
    FIELD_ADDED_CONSTANT = "field-added-constant" "a required field with only one value was added"
        request: Breaking Minor "the crate fills it in"
        response: Compatible Minor "the struct gets one more field";
    FIELD_ADDED_OPTIONAL = "field-added-optional" "an optional field was added"
        request: Compatible Minor "the struct gets one more field and a setter"
        response: Compatible Minor "the struct gets one more field";
    FIELD_ADDED_REQUIRED = "field-added-required" "a required field was added"
        request: Breaking Major "`new` takes one more argument"
        response: Compatible Minor "the struct gets one more field";
    FIELD_ADDED_WRITE_ONLY = "field-added-write-only" "a required `writeOnly` field was added"
        request: Breaking Minor "the struct gets one more field and a setter"
        response: None Minor "the struct gets one more field";
    FIELD_ASKED_FOR = "field-asked-for" "the crate asks for a field that it filled in"
        request: Compatible Major "`new` takes one more argument"
        response: None Major "`new` takes one more argument";
    FIELD_BECAME_CONSTANT = "field-became-constant" "a field has only one value now"
        request: Breaking Major "`new` takes one argument less"
        response: Compatible Major "the field has another type";
    FIELD_BECAME_FREE = "field-became-free" "a field can have other values now"
        request: Compatible Major "`new` takes one more argument"
        response: Breaking Major "the field has another type";
    FIELD_BECAME_NON_NULLABLE = "field-became-non-nullable" "a field cannot be null any more"
        request: Breaking Major "the field has another type"
        response: Compatible Major "the field has another type";
    FIELD_BECAME_NULLABLE = "field-became-nullable" "a field can be null now"
        request: Compatible Major "the field has another type"
        response: Breaking Major "the field has another type";
    FIELD_BECAME_OPTIONAL = "field-became-optional" "a field became optional"
        request: Compatible Major "an argument of `new` became a setter, and the field an `Option`"
        response: Breaking Major "the field became an `Option`";
    FIELD_BECAME_REQUIRED = "field-became-required" "a field became required"
        request: Breaking Major "`new` takes one more argument, and the field is no `Option` any more"
        response: Compatible Major "the field is no `Option` any more";
    FIELD_BOXING_CHANGED = "field-boxing-changed" "a field is held in another way: in a box, or as a constant, on one side only"
        request: None Major "the field has another type"
        response: None Major "the field has another type";
    FIELD_DEPRECATED = "field-deprecated" "a field was deprecated"
        request: None Minor "callers of the setter are warned"
        response: None Minor "the documentation says so";
    FIELD_DESCRIPTION_CHANGED = "field-description-changed" "the description of a field was changed"
        response: None Patch "only documentation";
    FIELD_FILLED_IN = "field-filled-in" "the crate fills in a field"
        request: Compatible Major "its argument or its setter is gone"
        response: None Major "its argument or its setter is gone";
    FIELD_FORMAT_CHANGED = "field-format-changed" "a field has another format"
        request: Breaking Major "the field has another type"
        response: Breaking Major "the field has another type";
    FIELD_PRESENCE_CHANGED = "field-presence-changed" "a `readOnly` field is sometimes missing on one side only, where its schema is sent"
        response: None Major "the field is an `Option` on one side only";
    FIELD_READ_ONLY_ADDED = "field-read-only-added" "a field is `readOnly` now"
        request: Breaking Major "callers are not asked for it any more"
        response: None Major "the field has another type";
    FIELD_READ_ONLY_REMOVED = "field-read-only-removed" "an optional field is not `readOnly` any more"
        request: Compatible Major "the field has another type"
        response: None Major "the field has another type";
    FIELD_READ_ONLY_REMOVED_REQUIRED = "field-read-only-removed-required" "a required field is not `readOnly` any more"
        request: Breaking Major "callers are asked for it now"
        response: None Major "the field has another type";
    FIELD_REMOVED = "field-removed" "an optional field was removed"
        request: Compatible Major "the field and its setter are gone"
        response: Compatible Major "the field is gone";
    FIELD_REMOVED_CLOSED = "field-removed-closed" "a field was removed, and the object may not have others than those it names"
        request: Breaking Major "the field is gone";
    FIELD_REMOVED_REQUIRED = "field-removed-required" "a required field was removed"
        request: Compatible Major "the field is gone"
        response: Breaking Major "the field is gone";
    FIELD_RENAMED = "field-renamed" "a field has another Rust name"
        request: None Major "callers name the field"
        response: None Major "callers name the field";
    FIELD_SECRECY_CHANGED = "field-secrecy-changed" "a field is hidden in `Debug` output on one side only"
        response: None Patch "only what `Debug` shows";
    FIELD_SETTABLE = "field-settable" "a field that the crate filled in can be set now"
        request: Compatible Minor "one more setter"
        response: None Minor "one more setter";
    FIELD_TYPE_CHANGED = "field-type-changed" "a field has another type"
        request: Breaking Major "the field has another type"
        response: Breaking Major "the field has another type";
    FIELD_UNDEPRECATED = "field-undeprecated" "a field is not deprecated any more"
        response: None Patch "nobody is warned any more";
    FIELD_WRITE_ONLY_ADDED = "field-write-only-added" "an optional field is `writeOnly` now"
        request: None Major "the field has another type"
        response: Compatible Major "the field has another type";
    FIELD_WRITE_ONLY_ADDED_REQUIRED = "field-write-only-added-required" "a required field is `writeOnly` now"
        request: None Major "an argument of `new` became a setter"
        response: Breaking Major "the field became an `Option`";
    FIELD_WRITE_ONLY_REMOVED = "field-write-only-removed" "a field is not `writeOnly` any more"
        request: None Major "callers are asked for it now"
        response: Compatible Major "the field has another type";
    FORMAT_ADDED = "format-added" "the first text of a format was added"
        request: None Minor "the crate gets the type of the format"
        response: None Minor "the crate gets the type of the format";
    FORMAT_REMOVED = "format-removed" "the last text of a format was removed"
        request: None Major "the type of the format is gone"
        response: None Major "the type of the format is gone";
    GROUP_DESCRIPTION_CHANGED = "group-description-changed" "the description of a group was changed"
        response: None Patch "only documentation";
    GROUP_RENAMED = "group-renamed" "a resource has another name, its operations are the same"
        request: None Major "callers name the resource";
    LIMITS_CHANGED = "limits-changed" "limits of a value were changed"
        request: Compatible Patch "the crate leaves limits to the server"
        response: None Patch "only documentation";
    LIMITS_TIGHTENED = "limits-tightened" "a value is limited more than before"
        request: Breaking Patch "the crate leaves limits to the server"
        response: None Patch "only documentation";
    OAUTH_ADDED = "oauth-added" "a security scheme gives out tokens by OAuth 2 or OpenID Connect"
        request: None Minor "the crate has `OAuth`, which asks for them";
    OAUTH_REMOVED = "oauth-removed" "no security scheme gives out tokens any more"
        request: None Major "`OAuth` is gone";
    OPERATION_ADDED = "operation-added" "an operation was added"
        request: Compatible Minor "one more method";
    OPERATION_DEPRECATED = "operation-deprecated" "an operation was deprecated"
        request: None Minor "callers of the method are warned";
    OPERATION_DESCRIPTION_CHANGED = "operation-description-changed" "the description of an operation was changed"
        request: None Patch "only documentation";
    OPERATION_ID_CHANGED = "operation-id-changed" "an operation has another id, its Rust names stay"
        request: None Patch "only what errors and traces say";
    OPERATION_MOVED = "operation-moved" "an operation has another method or path"
        request: Breaking Patch "the crate sends it there";
    OPERATION_PAGES_ADDED = "operation-pages-added" "an operation can be taken page by page, or its items one by one"
        response: Compatible Minor "one more way to take the answer";
    OPERATION_PAGES_CHANGED = "operation-pages-changed" "the pages of an operation follow one another in another way"
        response: Breaking Patch "programs ask for the next page as before";
    OPERATION_PAGES_REMOVED = "operation-pages-removed" "the pages of an operation, or their items, are not followed any more"
        response: Breaking Major "`pages` or `items` of the request is gone, or gives something else";
    OPERATION_REGROUPED = "operation-regrouped" "an operation belongs to another resource"
        request: None Major "callers name the resource";
    OPERATION_REMOVED = "operation-removed" "an operation was removed"
        request: Breaking Major "the method is gone";
    OPERATION_RENAMED = "operation-renamed" "an operation has another Rust name"
        request: None Major "callers name the method, and the types that stand for the operation";
    OPERATION_SECURITY_CHANGED = "operation-security-changed" "an operation takes other credentials as well"
        request: Compatible Patch "the client sends those that it has";
    OPERATION_SECURITY_TIGHTENED = "operation-security-tightened" "an operation does not take credentials that it took"
        request: Breaking Patch "the client sends those that it has";
    OPERATION_SERVERS_CHANGED = "operation-servers-changed" "an operation is also served elsewhere"
        request: Compatible Patch "the crate sends it to the first server, unless told otherwise";
    OPERATION_SERVERS_REMOVED = "operation-servers-removed" "an operation is not served any more where it was"
        request: Breaking Patch "programs call the address that they were built with";
    OPERATION_UNDEPRECATED = "operation-undeprecated" "an operation is not deprecated any more"
        request: None Patch "nobody is warned any more";
    PACKAGE_RENAMED = "package-renamed" "the package has another name"
        request: None Major "callers name the crate";
    PARAM_ADDED_CONSTANT = "param-added-constant" "a required parameter with only one value was added"
        request: Breaking Patch "the crate writes it";
    PARAM_ADDED_OPTIONAL = "param-added-optional" "an optional parameter was added"
        request: Compatible Minor "the request value gets a setter";
    PARAM_ADDED_REQUIRED = "param-added-required" "a required parameter was added"
        request: Breaking Major "the method takes one more argument";
    PARAM_BECAME_CONSTANT = "param-became-constant" "a parameter has only one value now, which it must have"
        request: Breaking Major "the argument or the setter is gone; the crate writes it";
    PARAM_BECAME_FREE = "param-became-free" "a parameter that the crate wrote can have other values now"
        request: Compatible Major "the method takes one more argument";
    PARAM_BECAME_OPTIONAL = "param-became-optional" "a parameter became optional"
        request: Compatible Major "the argument became a setter of the request value";
    PARAM_BECAME_REQUIRED = "param-became-required" "a parameter became required"
        request: Breaking Major "the setter became an argument of the method";
    PARAM_CONSTANT_CHANGED = "param-constant-changed" "a parameter with only one value has another one"
        request: Breaking Patch "the crate writes it";
    PARAM_DEPRECATED = "param-deprecated" "a parameter was deprecated"
        request: None Minor "callers of the setter are warned";
    PARAM_DESCRIPTION_CHANGED = "param-description-changed" "the description of a parameter was changed"
        request: None Patch "only documentation";
    PARAM_MOVED = "param-moved" "a parameter goes to another place"
        request: Breaking Patch "the crate puts it there";
    PARAM_REMOVED = "param-removed" "a parameter was removed"
        request: Compatible Major "the argument or the setter is gone";
    PARAM_REMOVED_CONSTANT = "param-removed-constant" "a required parameter with only one value was removed"
        request: Compatible Patch "the crate writes it no more";
    PARAM_RENAMED = "param-renamed" "a parameter has another Rust name"
        request: None Major "callers name the setter";
    PARAM_SETTABLE = "param-settable" "a parameter that the crate wrote can be left out now"
        request: Compatible Minor "the request value gets a setter";
    PARAM_STYLE_CHANGED = "param-style-changed" "a parameter is written in another way"
        request: Breaking Patch "the crate does it";
    PARAM_TYPE_CHANGED = "param-type-changed" "a parameter has another type"
        request: Breaking Major "the method or the setter takes another type";
    PARAM_UNDEPRECATED = "param-undeprecated" "a parameter is not deprecated any more"
        request: None Patch "nobody is warned any more";
    PARAMS_REORDERED = "params-reordered" "required parameters changed places"
        request: None Major "a call of the method means something else or does not compile";
    RESOURCE_FEATURE_REMOVED = "resource-feature-removed" "the feature of a resource is gone"
        request: None Major "manifests name the feature";
    RESOURCE_FEATURES_ADDED = "resource-features-added" "each resource is a feature now"
        request: None Major "who takes the crate without its default features has to name resources";
    RESOURCE_FEATURES_REMOVED = "resource-features-removed" "resources are no features any more"
        request: None Major "manifests name the features";
    RESOURCE_MODELS_REMOVED = "resource-models-removed" "a feature does not bring a model any more"
        request: None Major "who turns on this feature alone is without the model";
    RESPONSE_ADDED = "response-added" "a status was documented"
        response: Compatible Patch "callers get the same type";
    RESPONSE_DESCRIPTION_CHANGED = "response-description-changed" "the description of an answer was changed"
        response: None Patch "only documentation";
    RESPONSE_HEADER_TYPE_CHANGED = "response-header-type-changed" "a header of an answer has another type"
        response: Breaking Patch "headers are read by name";
    RESPONSE_HEADERS_CHANGED = "response-headers-changed" "an answer has other headers"
        response: Compatible Patch "headers are read by name";
    RESPONSE_HEADERS_REMOVED = "response-headers-removed" "an answer is without a header that it always had"
        response: Breaking Patch "headers are read by name";
    RESPONSE_MEDIA_TYPE_ADDED = "response-media-type-added" "an answer can be asked for in one more media type"
        response: Compatible Minor "one more method";
    RESPONSE_MEDIA_TYPE_CHANGED = "response-media-type-changed" "an answer is not given in this media type any more"
        response: Breaking Patch "the crate asks for what there is";
    RESPONSE_MEDIA_TYPE_JOINED = "response-media-type-joined" "an answer has one more media type, which is read in the same way"
        response: Compatible Patch "no method is needed for it";
    RESPONSE_MEDIA_TYPE_REMOVED = "response-media-type-removed" "an answer can be asked for in one media type less"
        response: Breaking Major "the method is gone";
    RESPONSE_REMOVED = "response-removed" "a status is not documented any more"
        response: Compatible Patch "callers get the same type";
    SCHEME_ADDED = "scheme-added" "a security scheme was added"
        request: Compatible Minor "the builder of the client gets a setter";
    SCHEME_CHANGED = "scheme-changed" "a security scheme puts its credential elsewhere"
        request: Breaking Patch "the crate puts it there";
    SCHEME_DESCRIPTION_CHANGED = "scheme-description-changed" "the description of a security scheme was changed"
        request: None Patch "only documentation";
    SCHEME_ISSUE_CHANGED = "scheme-issue-changed" "tokens of a security scheme are issued in another way"
        request: Compatible Patch "callers bring their tokens along";
    SCHEME_REMOVED = "scheme-removed" "a security scheme was removed"
        request: Compatible Major "the setter of the builder is gone";
    SCHEME_RENAMED = "scheme-renamed" "a security scheme has another name"
        request: None Major "callers name the setter of the builder";
    SECURITY_CHANGED = "security-changed" "operations that say nothing of their own take other credentials as well"
        request: Compatible Patch "the client sends those that it has";
    SECURITY_TIGHTENED = "security-tightened" "operations that say nothing of their own do not take credentials that they took"
        request: Breaking Patch "the client sends those that it has";
    SERVER_VARIABLES_ADDED = "server-variables-added" "the URL of a server has a variable"
        request: None Minor "the client's builder has `server_variable`";
    SERVER_VARIABLES_REMOVED = "server-variables-removed" "no URL of a server has a variable any more"
        request: None Major "`server_variable` of the client's builder is gone";
    SERVERS_CHANGED = "servers-changed" "the API is also served elsewhere"
        request: Compatible Patch "the client calls the first server, unless told otherwise";
    SERVERS_REMOVED = "servers-removed" "the API is not served any more where it was"
        request: Breaking Patch "programs call the address that they were built with";
    STREAM_END_CHANGED = "stream-end-changed" "a stream ends with another text"
        response: Breaking Patch "programs wait for the end that they know";
    SUCCESS_ADDED = "success-added" "one more status is a success"
        response: Compatible Minor "one more variant of a `#[non_exhaustive]` enum";
    SUCCESS_BOXING_CHANGED = "success-boxing-changed" "a success is too large to be held in place on one side only"
        response: None Major "the variant holds a `Box` on one side only";
    SUCCESS_REMOVED = "success-removed" "one status less is a success"
        response: Compatible Major "the variant is gone";
    SUCCESS_TYPE_CHANGED = "success-type-changed" "a success gives another type"
        response: Breaking Major "the call gives another type";
    TYPE_ADDED = "type-added" "a schema was added"
        response: None Minor "one more model";
    TYPE_DEPRECATED = "type-deprecated" "a schema was deprecated"
        response: None Patch "the documentation says so";
    TYPE_DESCRIPTION_CHANGED = "type-description-changed" "the description of a schema was changed"
        response: None Patch "only documentation";
    TYPE_JOINED = "type-joined" "two inline schemas are equal now, and one type"
        request: None Minor "both names stay, and what one place gives the other one takes"
        response: None Minor "both names stay, and what one place gives the other one takes";
    TYPE_KIND_CHANGED = "type-kind-changed" "a schema became something else"
        request: Breaking Major "a struct, an enum and an alias are used differently"
        response: Breaking Major "a struct, an enum and an alias are used differently";
    TYPE_PARTED = "type-parted" "two inline schemas are not equal any more, and two types"
        request: None Minor "both names stay; that they stood for one type is no promise"
        response: None Minor "both names stay; that they stood for one type is no promise";
    TYPE_REMOVED = "type-removed" "a schema was removed"
        response: None Major "the model is gone";
    TYPE_RENAMED = "type-renamed" "a schema has another Rust name, and with it what is named after it"
        request: None Major "callers name the model"
        response: None Major "callers name the model";
    TYPE_TARGET_CHANGED = "type-target-changed" "a name stands for another type"
        request: Breaking Major "values have another type"
        response: Breaking Major "values have another type";
    TYPE_UNDEPRECATED = "type-undeprecated" "a schema is not deprecated any more"
        response: None Patch "the documentation does not say so any more";
    UNION_CONVERSION_ADDED = "union-conversion-added" "a candidate of a union is not equal to another one any more"
        request: None Minor "its type makes the union"
        response: None Minor "its type makes the union";
    UNION_CONVERSION_REMOVED = "union-conversion-removed" "a candidate of a union is equal to another one"
        request: None Major "its type does not say which of them it makes"
        response: None Major "its type does not say which of them it makes";
    UNION_TAG_ADDED = "union-tag-added" "a field tells now which type it is"
        request: Breaking Patch "the crate writes it"
        response: Compatible Patch "the crate reads it";
    UNION_TAG_CHANGED = "union-tag-changed" "another field or value tells which type it is"
        request: Breaking Patch "the crate writes it"
        response: Breaking Patch "the crate reads it";
    UNION_TAG_REMOVED = "union-tag-removed" "no field tells any more which type it is"
        request: Compatible Patch "the crate writes it no more"
        response: Breaking Patch "the crate tells by what it reads";
    UNION_TAG_VALUE_ADDED = "union-tag-value-added" "one more value tells that it is this type"
        request: Compatible Patch "the crate writes the first one"
        response: Compatible Patch "old programs keep what has it as unknown";
    UNION_TAG_VALUE_REMOVED = "union-tag-value-removed" "one value less tells that it is this type"
        request: Breaking Patch "the crate writes one that is left"
        response: Compatible Patch "the crate reads those that are left";
    UNION_VARIANT_ADDED = "union-variant-added" "a value can be one more type"
        request: Compatible Minor "one more variant of a `#[non_exhaustive]` enum"
        response: Compatible Minor "one more variant; old matches treat it as before, as unknown";
    UNION_VARIANT_BOXING_CHANGED = "union-variant-boxing-changed" "a candidate closes a cycle of types, or is too large to be held in place, on one side only"
        request: None Major "the variant holds a `Box` on one side only"
        response: None Major "the variant holds a `Box` on one side only";
    UNION_VARIANT_DESCRIPTION_CHANGED = "union-variant-description-changed" "the description of a candidate was changed"
        response: None Patch "only documentation";
    UNION_VARIANT_REMOVED = "union-variant-removed" "a value can be one type less"
        request: Breaking Major "the variant is gone"
        response: Compatible Major "the variant is gone";
    UNION_VARIANT_RENAMED = "union-variant-renamed" "a candidate has another Rust name"
        request: None Major "callers name the variant"
        response: None Major "callers name the variant";
    UNION_VARIANT_TYPE_CHANGED = "union-variant-type-changed" "a candidate has another type"
        request: Breaking Major "the variant holds another type"
        response: Breaking Major "the variant holds another type";
}
