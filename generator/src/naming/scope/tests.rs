//! What is granted to wishes of one scope.

use super::*;

fn wish(text: &str) -> Wish {
    Wish {
        chosen: None,
        shorter: Vec::new(),
        text: text.to_owned(),
        more: String::new(),
        rank: 0,
        at: format!("#/{text}"),
        key: text.to_owned(),
    }
}

fn names(texts: &[&str], case: Case, position: Position) -> Vec<String> {
    let wishes: Vec<Wish> = texts.iter().map(|text| wish(text)).collect();
    let granted = grant(&wishes, case, position, &mut Taken::new());
    granted.into_iter().map(|granted| granted.name).collect()
}

#[test]
fn the_one_that_is_spelled_like_rust_keeps_the_name() {
    let found = names(&["foo_bar", "FooBar"], Case::Camel, Position::Type);
    assert_eq!(found, ["FooUnderscoreBar", "FooBar"]);
}

#[test]
fn a_sign_in_front_tells_two_values_apart() {
    let found = names(
        &["created_at", "-created_at"],
        Case::Camel,
        Position::Variant,
    );
    assert_eq!(found, ["CreatedAt", "DashCreatedAt"]);
}

#[test]
fn the_spelling_that_is_most_like_rust_keeps_the_name_and_the_others_say_theirs() {
    let found = names(&["asc", "ASC"], Case::Camel, Position::Variant);
    assert_eq!(found, ["Asc", "AscUpper"]);
    let found = names(&["ASC", "aSC"], Case::Camel, Position::Variant);
    assert_eq!(found, ["AscUpper", "AScMixed"]);
    let found = names(&["A B", "A-B"], Case::Camel, Position::Variant);
    assert_eq!(found, ["ASpaceB", "ADashB"]);
}

#[test]
fn the_order_of_wishes_decides_nothing() {
    let forwards = names(
        &["a b", "a-b", "a_b", "A b", "new"],
        Case::Snake,
        Position::Field,
    );
    let mut backwards = names(
        &["new", "A b", "a_b", "a-b", "a b"],
        Case::Snake,
        Position::Field,
    );
    backwards.reverse();
    assert_eq!(forwards, backwards);
}

#[test]
fn a_name_of_the_generated_code_is_not_given() {
    assert_eq!(
        names(&["String"], Case::Camel, Position::Type),
        ["StringModel"]
    );
    assert_eq!(
        names(&["timeout"], Case::Snake, Position::Option),
        ["timeout_param"]
    );
    assert_eq!(
        names(&["Unknown"], Case::Camel, Position::Variant),
        ["UnknownValue"]
    );
}

#[test]
fn a_chosen_name_is_taken_as_it_is_and_beats_every_other() {
    let mut wishes = vec![wish("Token"), wish("sign_in_token")];
    wishes[1].chosen = Some("Token".to_owned());
    let found = grant(&wishes, Case::Camel, Position::Type, &mut Taken::new());
    assert_eq!(found[1].name, "Token");
    assert_ne!(found[0].name, "Token");
    assert_eq!(found[0].others, ["#/sign_in_token"]);
}

#[test]
fn a_chosen_name_that_is_taken_is_refused() {
    let mut wishes = vec![wish("a"), wish("b"), wish("c")];
    for (wish, name) in wishes.iter_mut().zip(["Token", "token", "Vec"]) {
        wish.chosen = Some(name.to_owned());
    }
    let found = grant(&wishes, Case::Camel, Position::Type, &mut Taken::new());
    let refused: Vec<_> = found
        .iter()
        .map(|granted| granted.refused.as_deref())
        .collect();
    assert_eq!(refused, [None, Some("`#/a`"), Some("the generated code")]);
}
