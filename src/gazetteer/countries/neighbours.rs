//! The words beside a country's name: one look-up gives everything that a word tells.

use crate::gazetteer::Sources;
use crate::gazetteer::table::TableKind;
use crate::gazetteer::word_map::WordMap;

pub(crate) const KIND: TableKind = TableKind {
    name: "countries_neighbours",
    columns: &["word", "classes"],
    key: &[0],
    embedded: include_str!("../../../gazetteers/countries_neighbours.tsv"),
};

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $word:literal,)+) => {
        /// One thing that a word beside a country's name, or the name itself, can tell.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class {
            $($(#[$doc])* $class,)+
        }

        impl Class {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, Self::$class),)+];
        }
    };
}

classes! {
    /// After the name: a body or office of the country, so that the name stays a mention: "Russian Foreign Ministry".
    Government = "government",
    /// After the name: an office, and no surname: "Jordan King Abdullah".
    Title = "title",
    /// After the name: it is part of a private body's name: "American Airlines".
    Organization = "organization",
    /// After the name: what a private body's name has, unless it leads to a public one's: "American Heart Association",
    /// "Iraqi Oil Ministry".
    Matter = "matter",
    /// After the name: it is part of the name of a place: "Holland Tunnel".
    Place = "place",
    /// After the name: a town is called so here: "Lebanon County".
    Town = "town",
    /// After the name: food, lessons, words, which name no country: "Italian bakery".
    Subject = "subject",
    /// After the name: the name has ended: "in Jordan Tuesday".
    Plain = "plain",
    /// Before the name: it is part of another name: "Air Canada".
    Before = "before",
    /// Before "of" and the name: it is part of another name: "University of Jordan".
    Of = "of",
    /// Before "of" and the name: a town is called so: "the city of Lebanon".
    TownOf = "town_of",
    /// Before the name: it is a person's: "Sgt. Jordan".
    Person = "person",
    /// Before the name: it is a language: "spoke French".
    Speak = "speak",
    /// Before the name: it is a place: "in Georgia".
    Locative = "locative",
    /// Before the name: a first name elsewhere, but here rather a word or place: "in April China".
    Word = "word",
    /// The name itself is a first name too: "Chad".
    Given = "given",
    /// The name itself is a language too: "Polish".
    Language = "language",
    /// The name itself is a people's within another country too: "Quiche Indians".
    Peoples = "peoples",
    /// After a capital: its government does something: "Washington rejected".
    Acts = "acts",
    /// After a capital and before a verb of acting: "Moscow has also denied".
    ActsAuxiliary = "acts_auxiliary",
    /// After such an auxiliary only: a form of a verb of acting: "will respond", "is seeking".
    ActsForm = "acts_form",
    /// After a capital's genitive: something only a government has: "Beijing's response".
    Stance = "stance",
    /// After a capital and a hyphen: "Moscow-backed".
    Sided = "sided",
    /// Before a capital: what is done to governments: "accused Tehran".
    Object = "object",
    /// Before a preposition and a capital: what one has with governments: "talks with Tehran".
    Dealing = "dealing",
    /// Between such a noun and the capital.
    DealingPreposition = "dealing_preposition",
    /// Before a hyphen and a capital: "pro-Moscow".
    Side = "side",
    /// Before a capital that is a subject: "that Moscow wants".
    Joining = "joining",
    /// Before a seat of government that is a place: "at the White House".
    Inside = "inside",
    /// After a seat: who speaks or works for the government there: "a Kremlin spokesman".
    Staff = "staff",
}

/// What a word tells, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// Whether `class` is among them.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    fn with(self, class: Class) -> Self {
        Self(self.0 | (1 << class as u32))
    }
}

/// The words beside country names.
#[derive(Debug, Default)]
pub(crate) struct Neighbours {
    classes: WordMap<Classes>,
}

impl Neighbours {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut classes = WordMap::default();
        let table = sources.table(KIND);
        for row in &table.rows {
            let mut of_word = Classes::default();
            for word in row.list(1) {
                if let Some(&(_, class)) = Class::ALL.iter().find(|(name, _)| *name == word) {
                    of_word = of_word.with(class);
                } else {
                    let known = Class::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                    sources.problems.push(row.problem(format_args!("{word:?} is no class of neighbours; the classes are {known}")));
                }
            }
            classes.insert(row.cell(0), of_word);
        }
        Self { classes }
    }

    /// What the word tells, written exactly so.
    pub(crate) fn classes(&self, word: &str) -> Classes {
        self.classes.get(word).copied().unwrap_or_default()
    }
}
