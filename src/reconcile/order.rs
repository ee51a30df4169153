//! Sorting many large values: small keys are compared in place of the values, which are moved once they have their places.

use std::cmp::Ordering;

use rayon::prelude::*;

/// Sorts `values` by `key`; equal keys by `then`, which tells all values apart.
pub(crate) fn sort_by<T: Sync, K: Ord + Send + Sync>(
    values: &mut [T],
    key: impl Fn(&T) -> K + Sync,
    then: impl Fn(&T, &T) -> Ordering + Sync,
) {
    let mut order: Vec<(K, u32)> = values.iter().map(key).zip(0..).collect();
    order.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| then(&values[a.1 as usize], &values[b.1 as usize])).then(a.1.cmp(&b.1)));
    for place in 0..order.len() {
        // What stood there may have given way to a value of an earlier place.
        let mut from = order[place].1;
        while (from as usize) < place {
            from = order[from as usize].1;
        }
        order[place].1 = from;
        values.swap(place, from as usize);
    }
}

/// The first bytes of a text as a number that sorts alike.
pub(crate) fn first_bytes(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, found) in bytes.iter_mut().zip(text.bytes()) {
        *byte = found;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_order_of_keys_then_of_the_rest() {
        let mut words = ["pear", "fig", "kiwi", "plum", "date", "apple"];
        sort_by(&mut words, |word| word.len(), Ord::cmp);
        assert_eq!(words, ["fig", "date", "kiwi", "pear", "plum", "apple"]);
    }

    #[test]
    fn first_bytes_sort_as_the_text_does() {
        let rows = ["", "a", "a b", "ab", "abcdefgh", "abcdefgi", "b"];
        assert!(rows.is_sorted_by_key(|text| first_bytes(text)));
    }
}
