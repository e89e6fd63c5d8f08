//! Values that are one of several types.

use std::collections::BTreeMap;

use serde_json::json;
use tintype_runtime_tests::models::SignInTokenStatus;
use tintype_runtime_tests::through::Through;
use tintype_runtime_tests::unions::{
    Circle, Colour, Drawn, Loose, Parcel, Plain, Shape, Square, Tagged, Vehicles, Version, Word,
};

#[test]
fn the_tag_chooses_and_is_neither_lost_nor_doubled() {
    let json = json!({ "kind": "square", "side": 2 });
    let shape = Shape::of_json(json.clone()).unwrap();
    assert_eq!(shape, Shape::Square(Square(2.0)));
    assert_eq!(shape.to_json(), json);
}

#[test]
fn two_tags_may_choose_one_type() {
    let shape = Shape::of_json(json!({ "kind": "disc", "radius": 1 })).unwrap();
    assert_eq!(shape, Shape::Circle(Circle(1.0)));
}

#[test]
fn the_variant_writes_its_tag_whatever_the_type_holds() {
    let tagged = |tag| Tagged {
        kind: tag,
        side: Some(2.0),
    };
    let written = Drawn::Square(tagged("circle".to_owned())).to_json();
    assert_eq!(written, json!({ "kind": "square", "side": 2 }));
    let json = json!({ "kind": "disc", "side": 2 });
    let read = Drawn::of_json(json.clone()).unwrap();
    assert_eq!(read, Drawn::Circle(tagged("disc".to_owned())));
    assert_eq!(read.to_json(), json);
}

#[test]
fn a_value_that_its_tag_contradicts_is_kept_and_says_where() {
    let json = json!({ "kind": "square", "side": "two" });
    let read = Shape::of_json(json.clone()).unwrap();
    assert_eq!(read.to_json(), json);
    let Shape::Unknown(unknown) = read else {
        panic!("{read:?}");
    };
    assert_eq!(unknown.why().pointer(), "/side");
}

#[test]
fn a_value_that_its_tag_contradicts_is_another_type_that_loses_nothing_of_it() {
    let json = json!({ "kind": "square", "side": "two" });
    let read = Drawn::of_json(json.clone()).unwrap();
    assert_eq!(
        read,
        Drawn::Words(BTreeMap::from([
            ("kind".to_owned(), "square".to_owned()),
            ("side".to_owned(), "two".to_owned()),
        ]))
    );
    assert_eq!(read.to_json(), json);
    // It would be written with the tag of a circle.
    let json = json!({ "kind": "hexagon", "side": 2 });
    let read = Drawn::of_json(json.clone()).unwrap();
    assert!(matches!(read, Drawn::Unknown(_)));
    assert_eq!(read.to_json(), json);
}

#[test]
fn the_parent_alone_has_the_tags_of_no_heir_that_the_document_takes() {
    let read = |json| Vehicles::of_json(json).unwrap();
    for kind in ["barge", "sledge"] {
        let read = read(json!({ "kind": kind, "colour": "red" }));
        assert!(matches!(&read, Vehicles::Base(_)), "{read:?}");
        assert_eq!(read.to_json(), json!({ "kind": kind, "colour": "red" }));
    }
    assert!(matches!(read(json!({ "kind": "van" })), Vehicles::Van(_)));
    // A colour that is not listed, and a member that the parent would lose.
    for more in [json!({ "colour": "mauve" }), json!({ "wheels": 3 })] {
        let mut json = json!({ "kind": "sledge" });
        json.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let read = read(json.clone());
        assert!(matches!(&read, Vehicles::Unknown(_)), "{read:?}");
        assert_eq!(read.to_json(), json);
    }
}

#[test]
fn a_tag_may_be_a_number_and_a_type_the_one_for_all_other_tags() {
    let read = |json| Version::of_json(json).unwrap();
    assert_eq!(
        read(json!({ "kind": 1, "side": 2 })),
        Version::First(Square(2.0))
    );
    let written = Version::First(Square(2.0)).to_json();
    assert_eq!(written, json!({ "kind": 1, "side": 2 }));
    for json in [json!({ "kind": "9", "side": 1 }), json!({ "side": 1 })] {
        assert_eq!(read(json), Version::Other(Square(1.0)));
    }
    let json = json!({ "kind": "9", "side": true });
    assert!(matches!(read(json.clone()), Version::Unknown(_)));
    assert_eq!(read(json.clone()).to_json(), json);
}

#[test]
fn a_type_with_a_union_inside_that_fits_nothing_gives_way_to_one_that_fits_all_through() {
    let read = |json| Parcel::of_json(json).unwrap();
    let json = json!({ "name": "a", "drawn": { "side": [1] } });
    assert_eq!(
        read(json),
        Parcel::Plain(Plain {
            name: Some("a".to_owned()),
            drawn: BTreeMap::from([("side".to_owned(), vec![1.0])]),
        })
    );
    // What nobody knows inside is no reason to lose it.
    let json = json!({ "weight": 1, "drawn": { "kind": "hexagon", "sides": [1, 2] } });
    let Parcel::Drawing(drawing) = read(json.clone()) else {
        panic!("another type");
    };
    assert!(matches!(drawing.drawn, Shape::Unknown(_)));
    assert_eq!(read(json.clone()).to_json(), json);
}

#[test]
fn a_tag_that_nobody_knows_is_kept_with_all_of_its_json() {
    let json = json!({ "kind": "hexagon", "sides": [1, 2, 3] });
    let shape = Shape::of_json(json.clone()).unwrap();
    assert!(matches!(shape, Shape::Unknown(_)));
    assert_eq!(shape.to_json(), json);
}

#[test]
fn a_value_without_the_tag_is_what_fits() {
    let shape = Shape::of_json(json!({ "side": 2 })).unwrap();
    assert_eq!(shape, Shape::Square(Square(2.0)));
}

#[test]
fn the_type_that_keeps_most_of_the_value_is_chosen_not_the_first() {
    assert_eq!(Loose::of_json(json!(3)).unwrap(), Loose::Integer(3));
    assert_eq!(Loose::of_json(json!(3.5)).unwrap(), Loose::Number(3.5));
    assert_eq!(
        Loose::of_json(json!("a")).unwrap(),
        Loose::Text("a".to_owned())
    );
}

#[test]
fn of_types_that_keep_the_same_the_first_of_the_document_is_chosen() {
    assert_eq!(
        Loose::of_json(json!({ "radius": 1 })).unwrap(),
        Loose::Circle(Circle(1.0))
    );
}

#[test]
fn a_value_that_fits_nothing_is_kept_and_each_type_says_why() {
    let json = json!({ "side": true });
    let loose = Loose::of_json(json.clone()).unwrap();
    let Loose::Unknown(unknown) = &loose else {
        panic!("{loose:?}");
    };
    assert_eq!(unknown.why().reasons().len(), 5);
    assert_eq!(loose.to_json(), json);
    assert!(!format!("{loose:?}").contains("true"), "{loose:?}");
}

#[test]
fn of_two_open_enums_the_one_that_knows_the_value_is_chosen() {
    let read = |json| Word::of_json(json).unwrap();
    assert_eq!(read(json!("red")), Word::Colour(Colour::Red));
    assert_eq!(
        read(json!("pending")),
        Word::Status(SignInTokenStatus::Pending)
    );
    assert_eq!(read(json!("blue")), Word::Status("blue".into()));
}

#[test]
fn what_a_candidate_inside_did_not_know_does_not_count_against_the_one_that_was_chosen() {
    let read = Word::of_json(json!(["pending", "red"])).unwrap();
    let words = [
        Word::Status(SignInTokenStatus::Pending),
        Word::Colour(Colour::Red),
    ];
    assert_eq!(read, Word::Words(words.to_vec()));
    let read = Word::of_json(json!(["pending", "accepted"])).unwrap();
    let statuses = [SignInTokenStatus::Pending, SignInTokenStatus::Accepted];
    assert_eq!(read, Word::Statuses(statuses.to_vec()));
}
