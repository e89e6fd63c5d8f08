//! What the document says of answers beyond what their status and their types say.

use std::collections::BTreeSet;

use super::operations::is_error;
use super::{Given, Operation};
use crate::ir::{Response, Status};
use crate::markdown;
use crate::rust::Ty;

/// Words that say nothing of an answer but that it is one, as the phrases of statuses do ("Not found", "OK").
const EMPTY: &str = "\
    a accept accepted action added adding all allowed an and api are array as bad be been body by call changed code \
    collection complete completed conflict contain containing contains content create created data default delete \
    deleted detail details done empty entity error exception executed expected failed fetched fine for forbidden found from \
    gateway get given gone has http id in information internal is it its json large list many media method model \
    modified no none not nothing object of ok okay on one operation operations or payload performed \
    precondition processed removed request requested reset resource response result retrieved return returned \
    s saved schema server service set some specified status succeeded success successful successfully that the there this \
    timeout to too type unauthorized unavailable unexpected unprocessable unsupported update updated validation was were will with yes \
";

impl Operation<'_> {
    /// What there is to say of its successes, where the type of what it gives has no place for it: `Answer: A page of users.`
    pub fn remarks(&self) -> Vec<String> {
        if let Some(Given::ByStatus(_)) = self.answer().map(|answer| &answer.given) {
            return Vec::new();
        }
        let is_one = self.source.successes().len() == 1;
        let remarks = self.worth_saying(self.source.succeeding());
        let lines = remarks.map(|(status, said)| match status {
            _ if is_one => format!("Answer: {said}"),
            status => format!("Answer {status}: {said}"),
        });
        lines.collect()
    }

    /// What there is to say of errors that the enum of documented errors does not have, since they have no body: `404: It is gone.`
    pub fn other_errors(&self) -> Vec<String> {
        let documented = |status: Status| {
            let mut all = self.errors.iter().flat_map(|errors| &errors.all);
            all.any(|one| one.status() == status)
        };
        let successes: Vec<Status> = self.source.succeeding().map(|one| one.status).collect();
        let others = self.source.responses.iter().filter(|response| {
            let status = response.status;
            // A redirect that is no success is followed to one.
            let is_failure = is_error(status) && !status.is_redirect();
            is_failure && !documented(status) && !successes.contains(&status)
        });
        let remarks = self.worth_saying(others);
        let lines = remarks.map(|(status, said)| format!("{}: {said}", status.beside_others()));
        lines.collect()
    }

    /// What answers say, without what says no more than the status, the types and the summary do.
    fn worth_saying<'r>(
        &self,
        responses: impl Iterator<Item = &'r Response>,
    ) -> impl Iterator<Item = (Status, String)> {
        let described = self.source.docs.description.as_deref().unwrap_or_default();
        let known = self.known();
        responses.filter_map(move |response| {
            let said = response.description.trim();
            let is_worth = says_more(said, &known) && !described.contains(said);
            is_worth.then(|| {
                let said = markdown::sentence(&markdown::line(said));
                (response.status, said)
            })
        })
    }

    /// The words of its summary, its function and the models that it gives.
    fn known(&self) -> BTreeSet<String> {
        let mut known: BTreeSet<String> = words(&self.function.code()).collect();
        let summary = self.source.docs.title.as_deref();
        known.extend(summary.into_iter().flat_map(words));
        let held = self.answers.iter().flat_map(|answer| answer.given.held());
        held.for_each(|held| add_models(&held.ty(), &mut known));
        known
    }
}

fn add_models(ty: &Ty<'_>, known: &mut BTreeSet<String>) {
    if let Ty::Model(name) = ty {
        known.extend(words(&name.code()));
    }
    ty.parts().iter().for_each(|part| add_models(part, known));
}

/// Whether a text has a word that is neither empty nor known.
fn says_more(text: &str, known: &BTreeSet<String>) -> bool {
    words(text).any(|word| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_empty = || EMPTY.split(' ').any(|empty| singular(empty) == word);
        !is_number && !known.contains(&word) && !is_empty()
    })
}

/// The words of a text or of a name, in lower case and in the singular.
fn words(text: &str) -> impl Iterator<Item = String> + use<> {
    let mut words = vec![String::new()];
    let mut is_after_small = false;
    for letter in text.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && is_after_small) {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
        is_after_small = letter.is_lowercase() || letter.is_numeric();
    }
    words.retain(|word| !word.is_empty());
    words.into_iter().map(|word| singular(&word).to_owned())
}

/// A word without the `s` of a plural.
fn singular(word: &str) -> &str {
    let one = word.strip_suffix('s').filter(|one| one.len() > 2);
    one.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{says_more, words};

    #[test]
    fn a_remark_says_more_than_that_there_is_an_answer() {
        let known = words("ListPlaylists of a user").collect();
        for empty in [
            "",
            "OK",
            "200 OK",
            "Successful operation.",
            "A list of playlists",
            "Not found",
            "The requested resource was not found.",
            "Success - no content.",
            "the user's playlist",
        ] {
            assert!(!says_more(empty, &known), "{empty}");
        }
        for telling in [
            "A paged set of playlists",
            "Invalid ID supplied",
            "Nutzer",
            "見つかりません",
            "At most 50 playlists",
        ] {
            assert!(says_more(telling, &known), "{telling}");
        }
    }
}
