//! Limits in the words that people read.

use std::fmt;

use super::{Amount, Bound, Edge, Limit, Measure, Part};

/// How many values are listed.
const LISTED: usize = 20;

impl Limit {
    /// What limits say, each in its words; two that leave one amount are said as one.
    pub fn words_of<'l>(
        limits: impl IntoIterator<Item = &'l Self>,
        each: impl Fn(&Self) -> String,
    ) -> Vec<String> {
        let limits: Vec<&Self> = limits.into_iter().collect();
        let mut words: Vec<String> = Vec::new();
        for limit in &limits {
            let exact = limits.iter().find_map(|other| limit.exact(other));
            let said = exact.unwrap_or_else(|| each(limit));
            if !words.contains(&said) {
                words.push(said);
            }
        }
        words
    }

    /// What the least and the most come to where they are the same.
    fn exact(&self, other: &Self) -> Option<String> {
        let ((Bound::Least(measure, least, edge), Bound::Most(of, most, other_edge))
        | (Bound::Most(measure, most, edge), Bound::Least(of, least, other_edge))) =
            (&self.bound, &other.bound)
        else {
            return None;
        };
        let is_one = self.of == other.of
            && measure == of
            && [edge, other_edge] == [&Edge::Inclusive; 2]
            && least.value.total_cmp(&most.value).is_eq();
        let ways: String = self.of.iter().map(Part::to_string).collect();
        is_one.then(|| ways + &measured("exactly", *measure, least))
    }
}

fn measured(words: &str, measure: Measure, limit: &Amount) -> String {
    let plural = if limit.text == "1" { "" } else { "s" };
    let unit = match measure {
        Measure::Value => return format!("{words} {}", limit.text),
        Measure::Characters => "character",
        Measure::Items => "item",
        Measure::Members => "member",
    };
    format!("{words} {} {unit}{plural}", limit.text)
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.of {
            part.fmt(f)?;
        }
        self.bound.fmt(f)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Items => f.write_str("items: "),
            Self::Values => f.write_str("values: "),
            Self::Names => f.write_str("names: "),
            Self::Element(place) => write!(f, "item {}: ", place + 1),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Least(measure, limit, Edge::Inclusive) => {
                f.write_str(&measured("at least", *measure, limit))
            }
            Self::Least(measure, limit, Edge::Exclusive) => {
                f.write_str(&measured("more than", *measure, limit))
            }
            Self::Most(measure, limit, Edge::Inclusive) => {
                f.write_str(&measured("at most", *measure, limit))
            }
            Self::Most(measure, limit, Edge::Exclusive) => {
                f.write_str(&measured("less than", *measure, limit))
            }
            Self::Multiple(step) => write!(f, "a multiple of {}", step.text),
            Self::Pattern(pattern) => write!(f, "matching `{pattern}`"),
            Self::Unique => f.write_str("no item twice"),
            Self::Closed => f.write_str("no other members"),
            Self::Keys(patterns) => {
                let each = patterns.iter().map(|pattern| format!("`{pattern}`"));
                let each: Vec<String> = each.collect();
                write!(f, "other members named like {}", each.join(" or "))
            }
            Self::Format(format) => write!(f, "of the format `{format}`"),
            Self::OneOf(values) => match &values[..] {
                [only] => write!(f, "always {only}"),
                few if few.len() <= LISTED => write!(f, "one of {}", few.join(", ")),
                many => {
                    let (listed, more) = many.split_at(LISTED);
                    write!(f, "one of {} and {} more", listed.join(", "), more.len())
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Bound, Edge, Limit, Measure, Part};

    fn least(measure: Measure, least: f64, edge: Edge) -> Limit {
        Limit::own(Bound::Least(measure, Amount::of(least), edge))
    }

    fn most(measure: Measure, most: f64) -> Limit {
        Limit::own(Bound::Most(measure, Amount::of(most), Edge::Inclusive))
    }

    #[test]
    fn words_say_what_is_limited() {
        let one = most(Measure::Items, 1.0);
        assert_eq!(one.to_string(), "at most 1 item");
        let inner = most(Measure::Items, 3.0)
            .within(Part::Items)
            .within(Part::Values);
        assert_eq!(inner.to_string(), "values: items: at most 3 items");
    }

    #[test]
    fn the_least_that_is_the_most_is_said_once() {
        let said = |limits: &[Limit]| Limit::words_of(limits, Limit::to_string).join(", ");
        for (measure, exactly) in [
            (Measure::Characters, "exactly 64 characters"),
            (Measure::Items, "exactly 64 items"),
            (Measure::Members, "exactly 64 members"),
            (Measure::Value, "exactly 64"),
        ] {
            let limits = [
                least(measure, 64.0, Edge::Inclusive),
                Limit::own(Bound::Unique),
                most(measure, 64.0),
            ];
            assert_eq!(said(&limits), format!("{exactly}, no item twice"));
        }
        let apart = [
            least(Measure::Value, 64.0, Edge::Exclusive),
            most(Measure::Value, 64.0),
        ];
        assert_eq!(said(&apart), "more than 64, at most 64");
        let apart = [
            least(Measure::Items, 2.0, Edge::Inclusive).within(Part::Items),
            most(Measure::Items, 2.0),
        ];
        assert_eq!(said(&apart), "items: at least 2 items, at most 2 items");
    }
}
