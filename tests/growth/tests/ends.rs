//! Every shape comes to an end at a small size, on a thread with little stack; what asks for samples without measure, at its largest.

use tintype_growth::{SHAPES, run};

#[test]
fn every_shape_ends() {
    for shape in SHAPES.iter().copied().flatten() {
        let size = if shape.most > 1_000_000 {
            shape.most
        } else {
            (shape.most / 100).clamp(8, 100)
        };
        run::run(&(shape.document)(size));
    }
}

/// A chain of two hundred is no reason to run out of stack, and thirty levels of diamonds are none to run out of time.
#[test]
fn long_chains_and_diamonds_generate() {
    for (name, size) in [
        ("all-of-diamonds", 30),
        ("all-of-chain", 200),
        ("one-of-chain", 1_000),
        ("chain-of-references", 2_000),
        ("circle-of-references", 2_000),
        ("trees-of-two", 500),
    ] {
        let shape = SHAPES.iter().copied().flatten();
        let mut shape = shape.filter(|shape| shape.name == name);
        let document = shape.next().map(|shape| (shape.document)(size));
        let bytes = document.map_or(0, |document| run::run(&document).bytes);
        assert!(bytes > 0, "{name} of {size} is refused");
    }
}
