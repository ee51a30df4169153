//! Days of publication as they are written.

use jiff::civil::Date;

/// The day of a date or timestamp, as it is written: "2025-03-31", "2025-03-31T18:00:00Z", "Mon, 31 Mar 2025 18:00:00 GMT".
pub(super) fn day(written: &str) -> Option<Date> {
    let trimmed = written.trim();
    let iso = trimmed.get(..10).filter(|_| trimmed.as_bytes().get(10).is_none_or(|byte| matches!(byte, b'T' | b't' | b' ')));
    if let Some(date) = iso.and_then(|iso| iso.parse().ok()) {
        return Some(date);
    }
    // The stamp of mail and feeds: weekday, day, month, year, time.
    let day_first = trimmed.split_once(", ").map_or(trimmed, |(_, rest)| rest);
    let words: Vec<&str> = day_first.split_whitespace().take(3).collect();
    Date::strptime("%d %b %Y", words.join(" ")).ok()
}

/// The day of a date as pages have it: also "March 31, 2025", "31 March 2025", "2025/03/31", "20250331".
pub(super) fn lenient(written: &str) -> Option<Date> {
    let words: Vec<&str> = written.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|')).filter(|word| !word.is_empty()).collect();
    let of = |format: &str, words: &[&str]| Date::strptime(format, words.join(" ").trim_end_matches('.')).ok();
    day(written)
        .or_else(|| {
            let first = words.first()?;
            let digits = first.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
            let stamp = first.len() == 8
                || first.as_bytes().get(8) == Some(&b'T')
                || (first.len() == 14 && first.bytes().all(|byte| byte.is_ascii_digit()));
            digits.filter(|_| stamp).and_then(|digits| of("%Y%m%d", &[digits])).or_else(|| of("%Y/%m/%d", &[first.get(..10)?]))
        })
        .or_else(|| {
            words.windows(3).take(8).find_map(|three| {
                ["%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%b. %d %Y", "%d %b. %Y"].iter().find_map(|format| of(format, three))
            })
        })
        .filter(|date| (1800..=2100).contains(&date.year()))
}

/// The day in the path of an address: "/2025/03/31/", "/2025-03-31-talks".
pub(super) fn in_address(address: &str) -> Option<Date> {
    let path = address.split_once("://")?.1;
    path.match_indices(['/', '-']).find_map(|(at, _)| {
        let digits = path.get(at + 1..at + 11)?;
        let bytes = digits.as_bytes();
        let alike = matches!(bytes[4], b'/' | b'-') && bytes[4] == bytes[7];
        let ended = path.as_bytes().get(at + 11).is_none_or(|byte| !byte.is_ascii_digit());
        let date: Date = digits.replace('/', "-").parse().ok().filter(|_| alike && ended)?;
        (1990..=2100).contains(&date.year()).then_some(date)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timestamp_keeps_its_day_as_written() {
        let rows = [
            ("2025-03-31", Some("2025-03-31")),
            ("2025-03-31T23:30:00-05:00", Some("2025-03-31")),
            ("2025-03-31 18:00", Some("2025-03-31")),
            (" 2025-03-31 ", Some("2025-03-31")),
            ("Mon, 31 Mar 2025 18:00:00 GMT", Some("2025-03-31")),
            ("31 Mar 2025", Some("2025-03-31")),
            ("2025-02-30", None),
            ("2025-03", None),
            ("2025-03-311", None),
            ("yesterday", None),
            ("é2025-03-31", None),
        ];
        for (written, expected) in rows {
            let read = day(written).map(|date| date.to_string());
            assert_eq!(read.as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn pages_write_days_in_more_ways() {
        let rows = [
            ("March 31, 2025", Some("2025-03-31")),
            ("Published Mar 31, 2025 at 6:00 pm", Some("2025-03-31")),
            ("Mar. 31, 2025", Some("2025-03-31")),
            ("Monday 31 March 2025 18.00 GMT", Some("2025-03-31")),
            ("20250331", Some("2025-03-31")),
            ("20250331T180000Z", Some("2025-03-31")),
            ("20250331180000", Some("2025-03-31")),
            ("2025/03/31 18:00", Some("2025-03-31")),
            ("1743444000", None),
            ("Updated today", None),
            ("ééééé", None),
        ];
        for (written, expected) in rows {
            assert_eq!(lenient(written).map(|date| date.to_string()).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn an_address_may_hold_the_day() {
        let rows = [
            ("https://h.example/world/2025/03/31/talks", Some("2025-03-31")),
            ("https://h.example/2025-03-31-talks.html", Some("2025-03-31")),
            ("https://h.example/talks-2025-03-31", Some("2025-03-31")),
            ("https://h.example/2025/03/talks", None),
            ("https://h.example/1234-56-78", None),
        ];
        for (address, expected) in rows {
            assert_eq!(in_address(address).map(|date| date.to_string()).as_deref(), expected, "{address}");
        }
    }
}
