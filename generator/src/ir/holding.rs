//! Which types hold each other: the parts of all types in, walks through them out. What counts as a part is up to whoever asks.

/// A part of a type, and the type that it holds, by index.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Which part it is.
    pub index: usize,
    /// What it holds.
    pub ty: usize,
}

/// Which types hold each other, by any number of steps: each has the number of one of them. Two walks find them, the second
/// against the direction and from the last type that the first one was done with (Kosaraju's algorithm).
pub fn strongly_connected(parts: &[Vec<Part>]) -> Vec<usize> {
    let all: Vec<usize> = (0..parts.len()).collect();
    let mut roots = walk(parts, &all).done;
    roots.reverse();
    let mut holders = vec![Vec::new(); parts.len()];
    for (ty, parts) in parts.iter().enumerate() {
        for part in parts {
            holders[part.ty].push(Part { ty, ..*part });
        }
    }
    walk(&holders, &roots).roots
}

/// What a depth-first walk finds.
#[derive(Debug)]
pub struct Walk {
    /// The parts that lead back to a type which is still open.
    pub back: Vec<(usize, usize)>,
    /// The types in the order in which all below them was seen.
    pub done: Vec<usize>,
    /// By type, the root from which it was found.
    pub roots: Vec<usize>,
}

/// The state of a type during the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Walks from each root to all that is held and was not seen. An explicit stack: documents nest deeper than the stack of a thread is sure to be.
pub fn walk(parts: &[Vec<Part>], roots: &[usize]) -> Walk {
    let mut marks = vec![Mark::New; parts.len()];
    let mut found = Walk {
        back: Vec::new(),
        done: Vec::new(),
        roots: vec![0; parts.len()],
    };
    for &root in roots {
        let mut stack = vec![(root, 0)];
        while let Some((ty, next)) = stack.pop() {
            if next == 0 {
                if marks[ty] != Mark::New {
                    continue;
                }
                marks[ty] = Mark::Open;
                found.roots[ty] = root;
            }
            let Some(part) = parts[ty].get(next) else {
                marks[ty] = Mark::Done;
                found.done.push(ty);
                continue;
            };
            stack.push((ty, next + 1));
            match marks[part.ty] {
                Mark::Open => found.back.push((ty, part.index)),
                Mark::New => stack.push((part.ty, 0)),
                Mark::Done => {}
            }
        }
    }
    found
}
