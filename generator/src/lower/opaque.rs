//! Bodies that are text or bytes to the generated crate: what their schemas say beyond that is reported, as nothing reads it.

use serde_json::Value;

use super::media::MediaName;
use super::{Lower, scalars};
use crate::diag::codes;
use crate::extensions::ITEM_SCHEMA;
use crate::ir::{Content, ContentKind};
use crate::pointer::Pointer;
use crate::source::grammar::effects::is_remark;

impl Lower<'_> {
    /// Reports the schemas that nothing reads. A stream that is an answer is reported as a whole.
    pub(super) fn opaque(&mut self, contents: &[Content], is_answer: bool) {
        for content in contents {
            if is_answer && MediaName::of(&content.media_type).is_stream() {
                continue;
            }
            let form = match content.kind {
                ContentKind::Text => "text",
                ContentKind::Bytes => "bytes",
                ContentKind::Json | ContentKind::Form | ContentKind::Multipart => "one value",
            };
            let is_opaque = matches!(content.kind, ContentKind::Text | ContentKind::Bytes);
            let whole = content.at.child("schema");
            if is_opaque
                && self.says_more(&whole, content.kind)
                && !self.is_read_otherwise(&whole, contents)
            {
                self.tell(content, &whole, form);
            }
            let item = content.at.child(ITEM_SCHEMA.key());
            if self.tree.get(&item).is_some() {
                self.tell(content, &item, form);
            }
        }
    }

    fn tell(&mut self, content: &Content, at: &Pointer, form: &str) {
        self.report(codes::OPAQUE_BODY, at, |found| {
            let found = found.arg("media_type", &content.media_type);
            found.arg("form", form).on_key()
        });
    }

    /// Whether another media type of the same body has the schema too, and is read: many generators of documents list XML or
    /// text beside each JSON, and nothing that the schema says is lost to who asks for that.
    fn is_read_otherwise(&self, at: &Pointer, contents: &[Content]) -> bool {
        let schema = self.tree.get(at);
        let is_read =
            |content: &&Content| !matches!(content.kind, ContentKind::Text | ContentKind::Bytes);
        let mut read = contents.iter().filter(is_read);
        read.any(|content| self.tree.get(&content.at.child("schema")) == schema)
    }

    /// Whether a schema says more about a body than that it is a text, or bytes.
    fn says_more(&self, at: &Pointer, kind: ContentKind) -> bool {
        /// Longer chains are circles.
        const LONGEST: usize = 32;
        let mut at = at.clone();
        for _ in 0..LONGEST {
            let Some(Value::Object(schema)) = self.tree.get(&at) else {
                return false;
            };
            let target = schema.get("$ref").and_then(Value::as_str);
            if let Some(target) = target.and_then(Pointer::parse) {
                at = target;
                continue;
            }
            let only = schema.get("allOf").and_then(Value::as_array);
            let mut said = schema.iter().filter(|(key, _)| !is_remark(key));
            if only.is_some_and(|parts| parts.len() == 1) && said.clone().count() == 1 {
                at = at.child("allOf").index(0);
                continue;
            }
            return said.any(|(key, value)| match key.as_str() {
                "type" => value != "string",
                "format" => {
                    kind == ContentKind::Text && value.as_str().is_some_and(scalars::is_typed)
                }
                _ => true,
            });
        }
        false
    }
}
