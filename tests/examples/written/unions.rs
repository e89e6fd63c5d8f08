//! Builds values as a caller would and looks at the JSON; reads JSON and looks at the value. Ends with an error where they differ.

use sdk_unions::models::*;
use sdk_unions::runtime::{Decode, Encode, Tape, serialize};
use serde_json::{Value, json};

fn written(value: &impl Encode, json: Value) {
    let written = serialize(value, serde_json::value::Serializer);
    assert_eq!(written.expect("it is written"), json);
}

/// Reads a value that is written again as it was.
fn read<T: Decode + Encode>(json: Value) -> T {
    let text = json.to_string();
    let tape = Tape::parse(text.as_bytes()).expect("it is JSON");
    let read = T::decode(tape.root()).expect("it is read");
    written(&read, json);
    read
}

fn main() {
    tags();
    constants();
    heirs();
    overlaps();
    order();
    let state = read::<State>(json!("stopped"));
    assert_eq!(state, State::Stopped);
}

fn tags() {
    written(&Vehicle::Car(Car::new(4)), json!({ "kind": "car", "doors": 4 }));
    written(&Vehicle::Boat(Boat::new()), json!({ "kind": "boat" }));
    let mut wrong = Car::new(2);
    wrong.kind = "boat".to_owned();
    written(&Vehicle::Car(wrong), json!({ "kind": "car", "doors": 2 }));
    let van = read::<Vehicle>(json!({ "kind": "van", "doors": 5 }));
    assert!(matches!(van, Vehicle::Car(car) if car.kind == "van"));
    written(
        &Toy::Vehicle(Vehicle::Car(Car::new(1))),
        json!({ "kind": "car", "doors": 1 }),
    );
    let toy = read::<Toy>(json!({ "kind": "boat", "sails": 2 }));
    assert!(matches!(toy, Toy::Vehicle(Vehicle::Boat(_))));
    written(&Toy::Ball(Ball::new()), json!({ "kind": "ball" }));
    // Two unions see it differently.
    written(&Post::Wheel(Wheel::new()), json!({ "name": "posted" }));
    written(&Track::Wheel(Wheel::new()), json!({ "name": "rolling" }));
    written(&Version::First(First::new()), json!({ "number": 1 }));
    written(&Version::Second(Second::new()), json!({ "number": 2 }));
    assert!(matches!(read(json!({ "number": 2, "b": "x" })), Version::Second(_)));
    // Neither an unknown tag nor one that contradicts the value fails an answer.
    let unknown = read::<Vec<Vehicle>>(json!([
        { "kind": "plane", "wings": 2 },
        { "kind": "car", "sails": 1 },
        { "kind": "car", "doors": 3 },
    ]));
    assert!(matches!(
        &unknown[..],
        [Vehicle::Unknown(_), Vehicle::Unknown(_), Vehicle::Car(_)]
    ));
}

fn constants() {
    written(&Start::new(), json!({ "type": "start" }));
    written(&Action::Stop(Stop::default()), json!({ "type": "stop" }));
    let actions = read::<Vec<Action>>(json!([
        { "type": "stop", "target": "a" },
        { "type": "start", "target": "b" },
        { "target": "c" },
    ]));
    assert!(matches!(
        &actions[..],
        [Action::Stop(_), Action::Start(_), Action::Start(_)]
    ));
}

fn heirs() {
    written(
        &Event::Moved(Moved::Far(MovedFar::new(1, "here").miles(9))),
        json!({ "kind": "far", "at": 1, "to": "here", "miles": 9 }),
    );
    written(&Event::Made(Made::new(1)), json!({ "kind": "made", "at": 1 }));
    let moved = read::<Event>(json!({ "kind": "moved", "at": 2, "to": "there" }));
    assert!(matches!(moved, Event::Moved(Moved::Base(moved)) if moved.to == "there"));
    let other = read::<Event>(json!({ "kind": "other", "at": 3 }));
    assert!(matches!(other, Event::Base(event) if event.at == 3));
    let other = read::<Event>(json!({ "kind": "other", "at": 3, "more": true }));
    assert!(matches!(other, Event::Unknown(_)));
    let cat = read::<Pet>(json!({ "petType": "cat", "name": "Tom", "lives": 9 }));
    assert!(matches!(cat, Pet::Cat(cat) if cat.lives == 9 && cat.name.as_deref() == Some("Tom")));
    written(&Pet::Dog(Dog::new().bark(true)), json!({ "petType": "dog", "bark": true }));
}

fn overlaps() {
    let failed = read::<Vote>(json!({ "status": "s", "voteId": "v", "code": 3, "reason": "r" }));
    let Vote::Failed(failed) = failed else {
        panic!("{failed:?}");
    };
    assert_eq!(failed.additional_properties["voteId"], json!("v"));
    assert!(matches!(read(json!({ "status": "s", "voteId": "v" })), Vote::Voted(_)));
    assert!(matches!(read(json!({ "status": 1, "since": "now" })), Vote::Closed(_)));
}

/// The keys of an object are in the order of the text: what is required, optional, null, filled in or a tag changes nothing about it, what an
/// `allOf` takes in stands at its place, and members without a name come last.
fn order() {
    let before = Before::new("r", "q").n(None).b("b").y("y").a("a");
    let text = r#"{"n":null,"r":"r","fixed":"on","a":"a","y":"y","q":"q","b":"b"}"#;
    bytes(&before, text);
    let mut behind = Behind::new("q", "r").a("a").b("b").y("y");
    behind.additional_properties.insert("c".to_owned(), "c".to_owned());
    bytes(&behind, r#"{"y":"y","q":"q","b":"b","r":"r","fixed":"on","a":"a","c":"c"}"#);
    bytes(
        &Beside::First(BesideFirst::new(1).z("z").c("c")),
        r#"{"one":1,"z":"z","c":"c"}"#,
    );
    bytes(
        &Amid::HalfOne(AmidHalfOne::new(1).y("y").z("z")),
        r#"{"z":"z","kind":"first","one":1,"y":"y"}"#,
    );
}

fn bytes(value: &impl Encode, text: &str) {
    let mut written = Vec::new();
    let written_to = &mut serde_json::Serializer::new(&mut written);
    serialize(value, written_to).expect("it is written");
    assert_eq!(String::from_utf8_lossy(&written), text);
}
