//! What the SDK gives for an answer, against what was answered.

use serde_json::Value;
use tintype_examples_tests::compare::short;

use super::{Court, STREAM, read, text, unhex};

impl Court<'_> {
    pub(super) fn answer(&mut self, sent: &Value, result: &Value) -> Result<(), String> {
        let status = sent["status"].as_u64().unwrap_or_default();
        match status {
            _ if sent["followed"].is_object() => return self.success(&sent["followed"], result),
            304 if result["error"] == "NotModified" => return Ok(()),
            0..400 if sent["failed"] != true => return self.success(sent, result),
            _ => {}
        }
        if result["error"] != "Status" || result["status"] != sent["status"] {
            return Err(format!("the answer {} gave {}", status, brief(result)));
        }
        match text(&sent["kind"]) {
            "json" => {
                if read(&unhex(text(&result["body"])))? != sent_json(sent)? {
                    return Err("the body of the error is another one".to_owned());
                }
                if !sent["schema"].is_string() {
                    return Ok(());
                }
                if result["told"]["variant"] != sent["documented"] {
                    let message = text(&result["message"]);
                    return Err(format!(
                        "the documented error of {} is {}: {message}: {}",
                        sent["documented"],
                        result["told"]["variant"],
                        short(&sent["value"])
                    ));
                }
                self.value(sent, &result["told"])
            }
            "text" if unhex(text(&result["body"])) != text(&sent["value"]).as_bytes() => {
                Err("the text of the error is another one".to_owned())
            }
            "bytes" if result["body"] != sent["bytes"] => {
                Err("the bytes of the error are others".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn success(&mut self, sent: &Value, result: &Value) -> Result<(), String> {
        let told = &result["told"];
        if !result["error"].is_null() || result["status"] != sent["status"] {
            return Err(format!(
                "the answer {} gave {}: {}",
                sent["status"],
                brief(result),
                short(&sent["value"])
            ));
        }
        if told
            .get("variant")
            .is_some_and(|variant| *variant != sent["documented"])
        {
            return Err(format!(
                "the answer {} is given as {}",
                sent["documented"], told["variant"]
            ));
        }
        if told["kind"] == "redirect" {
            let leads = told["location"]
                .as_str()
                .is_some_and(|url| url.ends_with("/elsewhere"));
            if !leads || told["status"] != sent["status"] {
                return Err(format!("the redirect is given as {}", short(told)));
            }
            // The body of a redirect is read in one form, and is never a row of items.
            if sent["isOneOfSeveral"] == true || sent["kind"] == STREAM {
                return Ok(());
            }
            return self.held(sent, &told["body"]);
        }
        if sent["status"].as_u64().is_some_and(|status| status >= 300) {
            return Err(format!(
                "the redirect {} is given as {}",
                sent["status"],
                short(told)
            ));
        }
        self.held(sent, told)
    }

    /// The body of an answer, as it is told.
    fn held(&mut self, sent: &Value, told: &Value) -> Result<(), String> {
        match (text(&sent["kind"]), text(&told["kind"])) {
            (STREAM, STREAM) => self.items(sent, told),
            // Of a stream no schema says what is in it: counted, not judged.
            ("", "empty") | (_, STREAM) => Ok(()),
            ("", "bytes" | "text")
                if text(&told["bytes"]).is_empty() && text(&told["value"]).is_empty() =>
            {
                Ok(())
            }
            ("json", "json") => self.value(sent, told),
            ("text", "text") if told["value"] == sent["value"] => Ok(()),
            ("text", "bytes") if unhex(text(&told["bytes"])) == text(&sent["value"]).as_bytes() => {
                Ok(())
            }
            ("bytes", "bytes") if told["bytes"] == sent["bytes"] => Ok(()),
            // Text of another kind, such as XML, may be read as text.
            ("bytes", "text") if unhex(text(&sent["bytes"])) == text(&told["value"]).as_bytes() => {
                Ok(())
            }
            (kind, _) => Err(format!(
                "{kind} of {} is given as {}",
                sent["media"],
                short(told)
            )),
        }
    }
}

impl Court<'_> {
    /// The items of a stream, each under their schema.
    fn items(&mut self, sent: &Value, told: &Value) -> Result<(), String> {
        let list = |list: &Value| list.as_array().cloned().unwrap_or_default();
        let (items, given) = (list(&sent["value"]), list(&told["items"]));
        if given.len() != items.len() || told["error"].is_string() {
            return Err(format!(
                "{} items are given as {}",
                items.len(),
                short(told)
            ));
        }
        for (item, told) in items.iter().zip(&given) {
            let mut one = sent.clone();
            one["value"] = item.clone();
            self.value(&one, told)?;
        }
        Ok(())
    }
}

fn sent_json(sent: &Value) -> Result<Value, String> {
    read(text(&sent["text"]).as_bytes())
}

fn brief(result: &Value) -> String {
    match result["message"].as_str() {
        Some(message) => format!("{} ({message})", text(&result["error"])),
        None => format!("{} {}", result["status"], short(&result["told"])),
    }
}
