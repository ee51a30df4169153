//! Currencies: ISO 4217 codes, signs, names, slang, small coins.
//!
//! Amounts are found from their numbers outward, so the automaton is spared these names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Sources;
use super::edges::Edges;
use super::table::TableKind;

const CURRENCIES: TableKind = TableKind {
    name: "currencies",
    columns: &["code", "name", "nouns", "adjectives", "signs", "names", "local_signs", "minor", "minor_per_unit", "countries"],
    key: &[0],
    embedded: include_str!("../../gazetteers/currencies.tsv"),
};

const NOUNS: TableKind = TableKind {
    name: "currency_nouns",
    columns: &["noun", "code", "weak"],
    key: &[0],
    embedded: include_str!("../../gazetteers/currency_nouns.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[CURRENCIES, NOUNS];

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code, or the customary one where ISO has none.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// What is counted of it, in the singular: "dollar"; empty where it has no noun of its own.
    pub noun: String,
    /// What its small coin is called, in the singular: "cent"; empty where it has none in use.
    pub coin: String,
    /// ISO 3166-1 alpha-2 codes of the countries that use it.
    pub countries: Vec<String>,
}

/// What a currency's word or sign means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrencyWord {
    /// The currency where nothing else decides, as an index.
    pub currency: usize,
    /// All currencies that it can mean, as indices; one for "euro", many for "dollar".
    pub candidates: Vec<usize>,
    /// How many of it make one unit: 1 for "dollar", 100 for "cent".
    pub per_unit: u32,
    /// Whether it names other things as often: "pounds", "crowns".
    pub weak: bool,
    /// Whether no one of several currencies of the name is meant more than the others, so that the article must say which.
    pub undecided: bool,
}

/// Currencies.
#[derive(Debug, Default)]
pub struct Currencies {
    rows: Vec<Currency>,
    codes: FxHashMap<&'static str, usize>,
    words: FxHashMap<String, CurrencyWord>,
    signs: FxHashMap<String, CurrencyWord>,
    local_signs: FxHashMap<String, CurrencyWord>,
    word_edges: Edges,
    sign_edges: Edges,
}

impl Currencies {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let known: FxHashSet<&'static str> =
            CURRENCIES.embedded.lines().filter_map(|line| line.split('\t').next()).filter(|code| code.len() == 3).collect();
        let mut loaded = Self::default();
        for row in sources.table(CURRENCIES).rows {
            let Some(&code) = known.get(row.cell(0)) else {
                sources
                    .problems
                    .push(row.problem(format_args!("{:?} is no ISO 4217 code; use the three capitals of the standard", row.cell(0))));
                continue;
            };
            let per_unit = match row.cell(8) {
                "" => 1,
                cell => match cell.parse::<u32>() {
                    Ok(per_unit) if per_unit > 1 => per_unit,
                    _ => {
                        sources.problems.push(row.problem(format_args!("{cell:?} small coins a unit; write a whole number above 1")));
                        continue;
                    }
                },
            };
            if row.list(7).next().is_some() && per_unit == 1 {
                sources.problems.push(row.problem("a small coin without minor_per_unit; say how many make one unit"));
                continue;
            }
            let index = loaded.rows.len();
            loaded.codes.insert(code, index);
            loaded.rows.push(Currency {
                code,
                name: row.cell(1).to_owned(),
                noun: row.list(2).next().unwrap_or_default().to_owned(),
                coin: row.list(7).next().unwrap_or_default().to_owned(),
                countries: row.list(9).map(str::to_owned).collect(),
            });
            loaded.add_word(code, index, 1);
            for noun in row.list(2).chain(row.list(5)) {
                loaded.add_word(noun, index, 1);
            }
            for adjective in row.list(3) {
                for noun in row.list(2) {
                    loaded.add_word(&format!("{adjective} {noun}"), index, 1);
                }
                for coin in row.list(7).filter(|coin| coin.chars().count() > 1) {
                    loaded.add_word(&format!("{adjective} {coin}"), index, per_unit);
                }
            }
            for coin in row.list(7) {
                loaded.add_word(coin, index, per_unit);
            }
            for sign in row.list(4) {
                loaded.add_sign(sign, index);
            }
            loaded.add_sign(code, index);
            for sign in row.list(6) {
                add_meaning(&mut loaded.local_signs, sign, index);
            }
        }
        loaded.share_signs_with_nouns();
        for row in sources.table(NOUNS).rows {
            let Some(word) = loaded.words.get_mut(&row.cell(0).to_lowercase()) else {
                sources
                    .problems
                    .push(row.problem(format_args!("{:?} is no noun or small coin of currencies.tsv; add it there", row.cell(0))));
                continue;
            };
            match row.cell(2) {
                "" | "yes" => word.weak = row.cell(2) == "yes",
                cell => sources.problems.push(row.problem(format_args!("weak is {cell:?}; write yes or leave it empty"))),
            }
            if row.cell(1).is_empty() {
                word.undecided = word.candidates.len() > 1;
                continue;
            }
            match loaded.codes.get(row.cell(1)) {
                Some(currency) if word.candidates.contains(currency) => word.currency = *currency,
                Some(_) => sources.problems.push(row.problem(format_args!(
                    "{:?} is no noun or small coin of {}; add it there",
                    row.cell(0),
                    row.cell(1)
                ))),
                None => sources.problems.push(row.problem(format_args!("{:?} has no row in currencies.tsv", row.cell(1)))),
            }
        }
        loaded.word_edges = Edges::of(loaded.words.keys().map(String::as_str));
        loaded.sign_edges = Edges::of(loaded.signs.keys().map(String::as_str));
        loaded
    }

    fn add_word(&mut self, word: &str, currency: usize, per_unit: u32) {
        let word = word.to_lowercase();
        let entry = self.words.entry(word).or_insert_with(|| CurrencyWord {
            currency,
            candidates: Vec::new(),
            per_unit,
            weak: false,
            undecided: false,
        });
        if !entry.candidates.contains(&currency) && entry.per_unit == per_unit {
            entry.candidates.push(currency);
        }
    }

    fn add_sign(&mut self, sign: &str, currency: usize) {
        add_meaning(&mut self.signs, sign, currency);
    }

    /// A bare sign can mean every currency whose noun its own currency has: "$" is any dollar, "Rs" any rupee; "£" is sterling.
    fn share_signs_with_nouns(&mut self) {
        for (sign, noun) in [("$", "dollar"), ("＄", "dollar"), ("Rs", "rupee"), ("Rs.", "rupee"), ("₨", "rupee")] {
            if let (Some(meaning), Some(word)) = (self.signs.get_mut(sign), self.words.get(noun)) {
                meaning.candidates.clone_from(&word.candidates);
            }
        }
    }

    /// The currency of an index.
    pub fn currency(&self, index: usize) -> &Currency {
        &self.rows[index]
    }

    /// The currency of an ISO 4217 code.
    pub fn by_code(&self, code: &str) -> Option<&Currency> {
        self.codes.get(code).map(|&index| &self.rows[index])
    }

    /// How the nouns, names and codes begin.
    pub(crate) fn word_edges(&self) -> &Edges {
        &self.word_edges
    }

    /// How the signs and codes end.
    pub(crate) fn sign_edges(&self) -> &Edges {
        &self.sign_edges
    }

    /// What a noun, name or code in lower case means: "dollars", "swiss francs", "usd", "pence".
    pub fn word(&self, word: &str) -> Option<&CurrencyWord> {
        if self.word_edges.may_be(word) { self.words.get(word) } else { None }
    }

    /// What a sign or code, exactly as written, means: "US$", "£", "EUR".
    pub fn sign(&self, sign: &str) -> Option<&CurrencyWord> {
        if self.sign_edges.may_be(sign) { self.signs.get(sign) } else { None }
    }

    /// What a letter means that is a sign only in articles about a country of its currency: "R" of "R500 million".
    pub fn local_sign(&self, sign: &str) -> Option<&CurrencyWord> {
        self.local_signs.get(sign)
    }
}

/// Adds a currency to what a sign can mean.
fn add_meaning(signs: &mut FxHashMap<String, CurrencyWord>, sign: &str, currency: usize) {
    let entry = signs.entry(sign.to_owned()).or_insert_with(|| CurrencyWord {
        currency,
        candidates: Vec::new(),
        per_unit: 1,
        weak: false,
        undecided: false,
    });
    if !entry.candidates.contains(&currency) {
        entry.candidates.push(currency);
    }
}
