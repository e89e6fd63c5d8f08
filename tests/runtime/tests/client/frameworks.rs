//! What an error says of the bodies that frameworks and services send.

use tintype_runtime_tests::runtime::MockReply;

use crate::errors::create;

/// Who sends a body, the body, and what is said of it.
type Row = (&'static str, &'static str, &'static str);

const FRAMEWORKS: &[Row] = &[
    (
        "FastAPI",
        r#"{"detail":[{"type":"missing","loc":["body","email"],"msg":"Field required","input":{}}]}"#,
        "missing: body.email: Field required",
    ),
    (
        "FastAPI, two of them",
        r#"{"detail":[{"loc":["body","tags",0],"msg":"a","type":"t"},{"loc":["query","n"],"msg":"b","type":"t"}]}"#,
        "body.tags.0: a; query.n: b",
    ),
    (
        "FastAPI, HTTPException",
        r#"{"detail":{"code":"c","message":"m"}}"#,
        "c: m",
    ),
    (
        "Django REST",
        r#"{"name":["Too long.","Taken."],"slug":["This field is required."]}"#,
        "name: Too long.; Taken.; slug: This field is required.",
    ),
    (
        "Django REST, a field that is called as a message is",
        r#"{"title":["This field may not be blank."]}"#,
        "title: This field may not be blank.",
    ),
    (
        "Django REST, a pair",
        r#"{"non_field_errors":["Not a pair."]}"#,
        "Not a pair.",
    ),
    (
        "Django REST, an object within",
        r#"{"address":{"city":["Required."]},"name":["Taken."]}"#,
        "address.city: Required.; name: Taken.",
    ),
    (
        "Django REST, a list within",
        r#"{"items":[{},{"quantity":["Not a number."]}]}"#,
        "items.1.quantity: Not a number.",
    ),
    (
        "Django REST, a pair within",
        r#"{"period":{"non_field_errors":["Ends before it begins."]}}"#,
        "period: Ends before it begins.",
    ),
    (
        "Django REST, detail",
        r#"{"detail":"No such page."}"#,
        "No such page.",
    ),
    (
        "Simple JWT",
        r#"{"detail":"Given token not valid","code":"token_not_valid","messages":[{"message":"x"}]}"#,
        "token_not_valid: Given token not valid",
    ),
    (
        "NestJS",
        r#"{"statusCode":400,"message":["a must be a text","b is empty"],"error":"Bad Request"}"#,
        "a must be a text; b is empty",
    ),
    (
        "NestJS, class-validator",
        r#"{"statusCode":400,"message":[{"property":"email","constraints":{"isEmail":"email must be an email"}}],"error":"Bad Request"}"#,
        "email: email must be an email",
    ),
    (
        "Fastify",
        r#"{"statusCode":400,"code":"FST_ERR_VALIDATION","error":"Bad Request","message":"body must be object"}"#,
        "FST_ERR_VALIDATION: body must be object",
    ),
    (
        "express-validator",
        r#"{"errors":[{"type":"field","value":"x","msg":"Invalid value","path":"email","location":"body"}]}"#,
        "email: Invalid value",
    ),
    (
        "Zod",
        r#"{"success":false,"error":{"issues":[{"code":"invalid_type","path":["name"],"message":"Required"}],"name":"ZodError"}}"#,
        "invalid_type: name: Required",
    ),
    (
        "Mongoose",
        r#"{"errors":{"age":{"name":"ValidatorError","message":"Path `age` is required.","kind":"required"}}}"#,
        "age: Path `age` is required.",
    ),
    (
        "Rails",
        r#"{"errors":{"name":["can't be blank"]}}"#,
        "name: can't be blank",
    ),
    ("Rails, full messages", r#"{"errors":["a","b"]}"#, "a; b"),
    (
        "Rails, one by field",
        r#"{"errors":{"email":"is invalid"}}"#,
        "email: is invalid",
    ),
    (
        "Laravel",
        r#"{"message":"The given data was invalid.","errors":{"email":["Taken."]}}"#,
        "The given data was invalid. (email: Taken.)",
    ),
    (
        "Symfony",
        r#"{"type":"https://symfony.com/errors/validation","title":"Validation Failed","violations":[{"propertyPath":"name","title":"Blank."}]}"#,
        "https://symfony.com/errors/validation: Validation Failed (name: Blank.)",
    ),
    (
        "problem+json",
        r#"{"type":"https://a.test/probs#credit","title":"No credit","status":400,"detail":"30 short","instance":"/a"}"#,
        "credit: 30 short",
    ),
    (
        "problem+json, invalid-params",
        r#"{"type":"about:blank","title":"Not valid.","invalid-params":[{"name":"age","reason":"not positive"}]}"#,
        "Not valid. (age: not positive)",
    ),
    (
        "problem+json without a detail",
        r#"{"type":"about:blank","title":"t","status":400}"#,
        "t",
    ),
    (
        "ASP.NET",
        r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more errors","status":400,"errors":{"Name":["Required."]},"traceId":"00-1"}"#,
        "One or more errors (Name: Required.) (request id 00-1)",
    ),
    (
        "Spring",
        r#"{"timestamp":"2026-01-01T00:00:00Z","status":400,"error":"Bad Request","message":"Validation failed","errors":[{"codes":["NotBlank.user.name"],"defaultMessage":"must not be blank","objectName":"user","field":"name","code":"NotBlank"}],"path":"/users"}"#,
        "Validation failed (name: must not be blank)",
    ),
    (
        "Quarkus",
        r#"{"title":"Constraint Violation","status":400,"violations":[{"field":"create.name","message":"must not be blank"}]}"#,
        "Constraint Violation (create.name: must not be blank)",
    ),
    (
        "gRPC-gateway",
        r#"{"code":5,"message":"no such book","details":[]}"#,
        "5: no such book",
    ),
    (
        "Phoenix",
        r#"{"errors":{"detail":"No such page"}}"#,
        "No such page",
    ),
];

const SERVICES: &[Row] = &[
    ("data.message", r#"{"data":{"message":"m"}}"#, "m"),
    (
        "an envelope",
        r#"{"success":false,"data":{"error":{"code":"c","message":"m"}}}"#,
        "c: m",
    ),
    (
        "AWS",
        r#"{"__type":"com.amazon.coral.validate#ValidationException","message":"m"}"#,
        "ValidationException: m",
    ),
    (
        "DynamoDB",
        r#"{"__type":"ThrottlingException","Message":"m"}"#,
        "ThrottlingException: m",
    ),
    ("S3", r#"{"Error":{"Code":"C","Message":"m"}}"#, "C: m"),
    (
        "GitHub",
        r#"{"message":"Validation Failed","errors":[{"resource":"Issue","field":"title","code":"missing_field"}],"documentation_url":"u"}"#,
        "Validation Failed (title: missing_field)",
    ),
    (
        "GitHub, a custom one",
        r#"{"message":"Validation Failed","errors":[{"resource":"Label","code":"custom","message":"name is too long"}]}"#,
        "Validation Failed (name is too long)",
    ),
    (
        "GitLab",
        r#"{"message":{"name":["has already been taken"]}}"#,
        "name: has already been taken",
    ),
    (
        "Google",
        r#"{"error":{"code":400,"message":"m","status":"INVALID_ARGUMENT","errors":[{"message":"m"}]}}"#,
        "INVALID_ARGUMENT: m",
    ),
    (
        "Google, a violation",
        r#"{"error":{"code":400,"message":"m.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"name","description":"must be set"}]}]}}"#,
        "INVALID_ARGUMENT: m. (name: must be set)",
    ),
    (
        "Google, a reason",
        r#"{"error":{"code":400,"message":"m.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}]}}"#,
        "INVALID_ARGUMENT: m. (API_KEY_INVALID)",
    ),
    (
        "Azure",
        r#"{"error":{"code":"InvalidTemplate","message":"m","details":[{"code":"A","target":"x","message":"n"}]}}"#,
        "InvalidTemplate: m (x: n)",
    ),
    (
        "OData",
        r#"{"odata.error":{"code":"C","message":{"lang":"en-US","value":"m"}}}"#,
        "C: m",
    ),
    (
        "OAuth",
        r#"{"error":"invalid_grant","error_description":"expired","error_uri":"u"}"#,
        "invalid_grant: expired",
    ),
    (
        "JSON:API",
        r#"{"errors":[{"status":"400","title":"t","detail":"d","source":{"pointer":"/data/a"}}]}"#,
        "/data/a: d",
    ),
    (
        "JSON:API, two of them",
        r#"{"errors":[{"detail":"d","source":{"pointer":"/data/a"}},{"detail":"e","source":{"parameter":"page"}}]}"#,
        "/data/a: d; page: e",
    ),
    (
        "GraphQL",
        r#"{"errors":[{"message":"Cannot query field","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}],"data":null}"#,
        "GRAPHQL_VALIDATION_FAILED: Cannot query field",
    ),
    (
        "JSON-RPC",
        r#"{"jsonrpc":"2.0","error":{"code":-32600,"message":"m"},"id":null}"#,
        "-32600: m",
    ),
    (
        "Elasticsearch",
        r#"{"error":{"root_cause":[{"type":"index_not_found_exception","reason":"no such index [a]"}],"type":"index_not_found_exception","reason":"no such index [a]","index":"a"},"status":404}"#,
        "index_not_found_exception: no such index [a]",
    ),
    (
        "Elasticsearch, a cause",
        r#"{"error":{"root_cause":[{"type":"parsing_exception","reason":"no [query]"}],"type":"search_phase_execution_exception","reason":"all shards failed"},"status":400}"#,
        "search_phase_execution_exception: all shards failed (no [query])",
    ),
    (
        "Jira",
        r#"{"errorMessages":["Issue does not exist"],"errors":{}}"#,
        "Issue does not exist",
    ),
    (
        "Jira, by field",
        r#"{"errorMessages":[],"errors":{"summary":"You must specify a summary."}}"#,
        "summary: You must specify a summary.",
    ),
    (
        "PayPal",
        r#"{"name":"INVALID_REQUEST","message":"m","debug_id":"d1","details":[{"field":"/a","issue":"MISSING"}]}"#,
        "INVALID_REQUEST: m (/a: MISSING) (request id d1)",
    ),
    (
        "Stripe",
        r#"{"error":{"code":"parameter_missing","message":"Missing amount.","param":"amount","type":"invalid_request_error"}}"#,
        "parameter_missing: Missing amount.",
    ),
    (
        "OpenAI",
        r#"{"error":{"message":"m","type":"invalid_request_error","param":null,"code":null}}"#,
        "invalid_request_error: m",
    ),
    (
        "Anthropic",
        r#"{"type":"error","error":{"type":"overloaded_error","message":"m"}}"#,
        "overloaded_error: m",
    ),
    (
        "Discord",
        r#"{"code":50035,"message":"Invalid Form Body","errors":{"name":{"_errors":[{"code":"REQUIRED","message":"This field is required"}]}}}"#,
        "50035: Invalid Form Body (name: This field is required)",
    ),
    (
        "Zendesk",
        r#"{"error":"RecordInvalid","description":"Record validation errors","details":{"name":[{"description":"cannot be blank","error":"BlankValue"}]}}"#,
        "RecordInvalid: Record validation errors (name: cannot be blank)",
    ),
    (
        "HubSpot",
        r#"{"status":"error","message":"m","correlationId":"c1","category":"VALIDATION_ERROR"}"#,
        "VALIDATION_ERROR: m (request id c1)",
    ),
    (
        "Prometheus",
        r#"{"status":"error","errorType":"bad_data","error":"invalid parameter"}"#,
        "bad_data: invalid parameter",
    ),
    (
        "Kubernetes",
        r#"{"kind":"Status","status":"Failure","message":"m","reason":"NotFound","code":404}"#,
        "NotFound: m",
    ),
    (
        "Vault",
        r#"{"errors":["permission denied"]}"#,
        "permission denied",
    ),
    (
        "Cloudflare",
        r#"{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null}"#,
        "10000: Authentication error",
    ),
    (
        "Telegram",
        r#"{"ok":false,"error_code":400,"description":"chat not found"}"#,
        "chat not found",
    ),
    (
        "Meta",
        r#"{"error":{"message":"m","type":"OAuthException","code":190,"fbtrace_id":"A1"}}"#,
        "OAuthException: m (request id A1)",
    ),
    ("Salesforce", r#"[{"message":"m","errorCode":"E"}]"#, "E: m"),
    (
        "Apigee",
        r#"{"fault":{"faultstring":"Invalid key","detail":{"errorcode":"x"}}}"#,
        "Invalid key",
    ),
    (
        "Slack",
        r#"{"ok":false,"error":"invalid_auth"}"#,
        "invalid_auth",
    ),
    ("WeChat", r#"{"errmsg":"m"}"#, "m"),
    ("a text", r#""Not authorized""#, "Not authorized"),
    ("texts", r#"["a","b"]"#, "a; b"),
];

#[tokio::test]
async fn what_frameworks_and_services_send_is_understood() {
    let mut wrong = Vec::new();
    for (who, body, expected) in FRAMEWORKS.iter().chain(SERVICES) {
        let said = create(MockReply::json(400, *body)).await.to_string();
        if said != format!("CreateSignInToken: 400 Bad Request: {expected}") {
            wrong.push(format!("{who}: {body}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_status_that_is_said_again_says_nothing() {
    for body in [
        r#"{"timestamp":"2026-01-01T00:00:00Z","status":400,"error":"Bad Request","path":"/users"}"#,
        r#"{"statusCode":400,"message":"Bad Request"}"#,
        r#"{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"Bad Request","status":400}"#,
        r#""Bad Request""#,
    ] {
        let error = create(MockReply::json(400, body)).await.to_string();
        assert!(error.contains("the body does not say why"), "{error}");
    }
    let error = create(MockReply::new(400, "text/plain", "Bad Request\n")).await;
    assert!(error.to_string().contains("does not say why"), "{error}");
}

#[tokio::test]
async fn the_code_beside_a_body_without_one_is_read() {
    let reply = MockReply::json(400, r#"{"message":"m"}"#);
    let reply = reply.header("x-amzn-errortype", "ValidationException:http://a.test/");
    let error = create(reply).await.to_string();
    assert_eq!(
        error,
        "CreateSignInToken: 400 Bad Request: ValidationException: m"
    );
}

#[tokio::test]
async fn a_short_plain_text_is_a_message() {
    for (kind, body, says) in [
        ("text/plain", "404 page not found\n", true),
        ("text/plain; charset=utf-8", "Quota exceeded", true),
        ("", "no such key", true),
        ("text/plain", "<html>", false),
        ("text/html", "oops", false),
        ("text/plain", "{\"message\":", false),
    ] {
        let error = create(MockReply::new(400, kind, body)).await.to_string();
        assert_eq!(error.contains(body.trim()), says, "{error}");
    }
    let long = create(MockReply::new(400, "text/plain", "x".repeat(5000))).await;
    assert!(long.to_string().contains("does not say why"), "{long}");
}
