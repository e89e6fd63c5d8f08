//! Large reports: what stands below the changes is packed into the page and unpacked where a reader opens it, so that nothing is left
//! out and the page can still be sent. Deflate (RFC 1951) in Base64, which browsers unpack themselves.

use miniz_oxide::deflate::compress_to_vec;

use super::super::super::Change;
use super::change::{self, At};
use super::markup::Html;
use super::policy::base64;
use crate::threads;

/// The bytes that are packed together: what one opened change unpacks.
const CHUNK: usize = 400_000;

/// A middle way between time and size.
const EFFORT: u8 = 6;

/// Stands between the parts of a pack; no part has it.
const BETWEEN: &str = "\0";

/// The bodies of all changes and what a search looks at, as templates, and where the body of each change is.
pub(super) fn packed(changes: &[Change]) -> (Html, Vec<At>) {
    let bodies = threads::each(changes, |change| change::body(change).into_text());
    let mut packs: Vec<Vec<String>> = Vec::new();
    let mut places = Vec::new();
    let mut room = 0_usize;
    for body in bodies {
        if let Some(pack) = packs.last_mut().filter(|_| room >= body.len()) {
            room -= body.len();
            pack.push(body);
        } else {
            room = CHUNK.saturating_sub(body.len());
            packs.push(vec![body]);
        }
        let pack = packs.len() - 1;
        places.push((pack, packs[pack].len() - 1));
    }
    let mut html = Html::default();
    let texts: Vec<String> = changes.iter().map(change::searched).collect();
    html.mark("<template id=\"searched\">")
        .text(&pack(&texts))
        .mark("</template>\n");
    for text in threads::each(&packs, |parts| pack(parts)) {
        html.mark("<template class=\"pack\">")
            .text(&text)
            .mark("</template>\n");
    }
    (html, places)
}

fn pack(parts: &[String]) -> String {
    base64(&compress_to_vec(parts.join(BETWEEN).as_bytes(), EFFORT))
}
