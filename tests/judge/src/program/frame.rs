// What every program has: it reads the cases, makes the call of each, and writes what became of it, a line each.

type Done<'c> = std::pin::Pin<Box<dyn Future<Output = Result<Value, String>> + 'c>>;
type Told = std::pin::Pin<Box<dyn Future<Output = Value>>>;
type Caller = for<'c> fn(&'c Api, &'c Case) -> Done<'c>;

/// A case: what is given to a call.
struct Case {
    line: Value,
    server: String,
}

impl Case {
    fn given<T: DeserializeOwned>(&self, place: &str, name: &str) -> Result<Option<T>, String> {
        let parameters = self.line["parameters"].as_array().into_iter().flatten();
        let mut own = parameters.filter(|one| one["in"] == *place && one["name"] == *name);
        own.next().map(|one| read(&format!("{place} {name}"), &one["value"])).transpose()
    }

    fn required<T: DeserializeOwned>(&self, place: &str, name: &str) -> Result<T, String> {
        self.given(place, name)?.ok_or_else(|| format!("the SDK demands the parameter {place} {name}"))
    }

    /// The media type of the body as the document writes it.
    fn media(&self) -> Option<&str> {
        self.line["body"]["said"].as_str()
    }

    /// The media type of the body, where the document writes a range of them.
    fn concrete(&self) -> Option<&str> {
        let is_range = self.media().is_some_and(|said| said.ends_with("/*") && said != "*/*");
        self.line["body"]["media"].as_str().filter(|_| is_range)
    }

    /// Whether the answer of the case, or the one that it leads to, is one of these, by status and media type.
    fn is_answered(&self, reads: &[(&str, &str)]) -> bool {
        reads.contains(&self.answered())
    }

    fn answered(&self) -> (&str, &str) {
        let answer = &self.line["answer"];
        let answer = answer.get("followed").unwrap_or(answer);
        let said = |key: &str| answer[key].as_str().unwrap_or_default();
        (said("documented"), said("said"))
    }

    fn body<T: DeserializeOwned>(&self) -> Result<T, String> {
        read("the body", &self.line["body"]["value"])
    }

    fn text(&self) -> Result<String, String> {
        match self.line["body"]["bytes"].as_str() {
            Some(hex) => String::from_utf8(unhex(hex)).map_err(|_| "the SDK wants text for a body of bytes".to_owned()),
            None => self.body(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        match self.line["body"]["bytes"].as_str() {
            Some(hex) => unhex(hex),
            None if self.line["body"]["kind"] == "json" => self.line["body"]["value"].to_string().into_bytes(),
            None => self.line["body"]["value"].as_str().unwrap_or_default().as_bytes().to_vec(),
        }
    }

    /// Whether a form has all these members.
    fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.line["body"]["value"].get(name).is_some())
    }

    /// A member of a form.
    fn member<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, String> {
        let member = self.line["body"]["value"].get(name);
        member.map(|value| read(name, value)).transpose()
    }

    fn file(&self, name: &str) -> Result<Option<File>, String> {
        self.line["body"]["value"].get(name).map(file).transpose()
    }

    fn files(&self, name: &str) -> Result<Option<Vec<File>>, String> {
        self.line["body"]["value"].get(name).map(files).transpose()
    }

    /// Members of a form that have no names in the document.
    fn rest<T: DeserializeOwned>(&self, named: &[&str]) -> Result<BTreeMap<String, T>, String> {
        self.rest_by(named, |value| read("a member without a name", value))
    }

    fn rest_by<T>(&self, named: &[&str], read: impl Fn(&Value) -> Result<T, String>) -> Result<BTreeMap<String, T>, String> {
        let members = self.line["body"]["value"].as_object().into_iter().flatten();
        let rest = members.filter(|(name, _)| !named.contains(&name.as_str()));
        rest.map(|(name, value)| Ok((name.clone(), read(value)?))).collect()
    }
}

fn read<T: DeserializeOwned>(at: &str, value: &Value) -> Result<T, String> {
    serde_json::from_value(value.clone()).map_err(|error| format!("{at} cannot be given: {error}: {value}"))
}

fn demanded<T>(name: &str, member: Option<T>) -> Result<T, String> {
    member.ok_or_else(|| format!("the SDK demands the member {name}"))
}

fn file(value: &Value) -> Result<File, String> {
    let said = |key: &str| value["file"][key].as_str().ok_or_else(|| format!("the SDK wants a file for {value}"));
    Ok(File::new(unhex(said("bytes")?)).name(said("name")?))
}

fn files(value: &Value) -> Result<Vec<File>, String> {
    value.as_array().into_iter().flatten().map(file).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.map(byte).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// JSON that was read. `Debug` shows what a union could only keep, however deep it is.
fn value<T: Serialize + Debug>(value: &T) -> Value {
    let shown = format!("{value:?}");
    let kept = shown.find("UnknownVariant {").map(|at| shown[at..].to_owned());
    match serde_json::to_value(value) {
        Ok(value) => json!({ "kind": "json", "value": value, "kept": kept }),
        Err(error) => json!({ "kind": "unwritable", "value": error.to_string() }),
    }
}

fn text(value: &str) -> Value {
    json!({ "kind": "text", "value": value })
}

fn bytes(value: &[u8]) -> Value {
    json!({ "kind": "bytes", "bytes": hex(value) })
}

fn empty() -> Value {
    json!({ "kind": "empty" })
}

/// A stream, with its items where they are no plain events.
fn stream(items: Vec<Value>) -> Value {
    json!({ "kind": "stream", "items": items })
}

/// An answer that leads elsewhere.
fn redirect<T>(value: &Redirect<T>, tell: fn(&T) -> Value) -> Value {
    let body = match value.body() {
        Ok(body) => tell(&body),
        Err(error) => json!({ "kind": "unreadable", "value": error.to_string() }),
    };
    json!({
        "kind": "redirect",
        "status": value.status().as_u16(),
        "location": value.location().map(|url| url.to_string()),
        "body": body,
    })
}

/// What an enum by status says, with the status of its variant.
fn by_status(status: &str, mut told: Value) -> Value {
    told["variant"] = Value::from(status);
    told
}

async fn report<T>(
    answer: Result<Response<T>, Error>,
    tell: fn(T) -> Told,
    documented: fn(&Error, (&str, &str)) -> Value,
    case: &Case,
) -> Value {
    match answer {
        Ok(answer) => {
            let status = answer.status().as_u16();
            json!({ "status": status, "told": tell(answer.into_inner()).await })
        }
        Err(error) => json!({
            "error": format!("{:?}", error.kind()),
            "message": error.to_string(),
            "status": error.status().map(|status| status.as_u16()),
            "body": error.body().map(hex),
            "told": documented(&error, case.answered()),
        }),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, server, cases, from] = &arguments[..] else { panic!("the server, the file of cases and the first case") };
    let client = client(server);
    let cases = std::fs::read_to_string(cases).unwrap();
    let lines = cases.lines().enumerate().skip(from.parse().unwrap());
    for (number, line) in lines {
        let line: Value = serde_json::from_str(line).unwrap();
        let Some(operation) = line["operation"].as_str() else { continue };
        let case = Case { server: format!("{server}/{number}"), line: line.clone() };
        let caller = CALLERS.iter().find(|(key, _)| *key == operation);
        let result = match caller {
            Some((_, call)) => call(&client, &case).await,
            None => Err("the SDK has no such operation".to_owned()),
        };
        let result = result.unwrap_or_else(|why| json!({ "refused": why }));
        println!("{}", json!({ "case": number, "result": result }));
    }
}
