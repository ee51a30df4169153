//! Senses of a class that hold only where a rule says so.

use rustc_hash::FxHashMap;

use super::Sources;
use super::table::TableKind;

const KIND: TableKind = TableKind {
    name: "senses",
    columns: &["class", "lemma", "sense", "otherwise"],
    key: &[0, 1],
    embedded: include_str!("../../gazetteers/senses.tsv"),
};

/// Stands for every word of a class that has no row of its own.
const ANY: &str = "any";

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[KIND];

macro_rules! senses {
    ($($(#[$doc:meta])* $sense:ident = $name:literal,)+) => {
        /// What a clause must be for the class of its verb to be meant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sense {
            $($(#[$doc])* $sense,)+
        }

        impl Sense {
            const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$sense),)+];
        }
    };
}

senses!(
    /// Something is asked for, or somebody to do something: "*pushed* for a ban", "*pushed* them to sell"; not "pushed the cart".
    AsksFor = "asks_for",
    /// It stands as something: "sees it *as a threat*"; not "see growth as work resumes".
    AsSomething = "as_something",
    /// People do it: not "three bedrooms *occupy* the top floor".
    ByPeople = "by_people",
    /// Somebody is told to do it: "*headed* the party"; not "was headed for the coast".
    BySomebody = "by_somebody",
    /// A company is what is had: "*took over* the carrier Norwings"; not "took over the building".
    Company = "company",
    /// Something has a head: "*led* the party"; not "led the guards to a cellar".
    LeadsNowhere = "leads_nowhere",
    /// Somebody is looked for: not "the club, *located* on Elm Street".
    LookedFor = "looked_for",
    /// Nobody is called to the spot: "*responded* to the letter"; not "responded to a shooting".
    NoCallout = "no_callout",
    /// Nobody is made something: "*held* him for a week"; not "held him accountable".
    NoComplement = "no_complement",
    /// Somebody says it, and nobody is let in: "*admitted* the error"; not "admitted 40 refugees", "was admitted to a ward".
    NobodyEnters = "nobody_enters",
    /// Money is given, or it is not said what: "*donated* to the party"; not "donated 400 beds".
    NoGift = "no_gift",
    /// A person or a country goes: "*came* to Oslo"; not "the brewer comes to Oslo".
    NoCompany = "no_company",
    /// Nobody is received: "*welcomed* the plan"; not "welcomed the leaders to dinner".
    NoGuest = "no_guest",
    /// An amount gets smaller: "*dropped* its prices"; not "dropped its demand".
    NotGivenUp = "not_given_up",
    /// It is not told from one to the next: "*passed* the bill"; not "passed it from hand to hand".
    NotHandedOn = "not_handed_on",
    /// It is done by force: "*attacked* the village"; not "attacked the senator's record".
    NotInWords = "not_in_words",
    /// Nobody falls down: "the talks *collapsed*"; not "the guard collapsed".
    NoPerson = "no_person",
    /// Nothing is shot with: "*fired* the manager"; not "fired three rounds", "fired into the crowd".
    NoShot = "no_shot",
    /// No sum of money is what is had: "*raised* the fee"; not "raised $3 million".
    NoSum = "no_sum",
    /// No road is left: "*turned down* the offer"; not "turned down Elm Street".
    NoRoad = "no_road",
    /// No vehicle is stopped: "*stopped* the sale"; not "stopped a car for speeding".
    NoVehicle = "no_vehicle",
    /// It has an object and no clause: "*recalled* the pumps"; not "recalled seeing him".
    ObjectAlone = "object_alone",
    /// It is said, and no money or right is had: "*claimed* the credit was his"; not "claimed asylum", "claimed $3 million".
    InWords = "in_words",
    /// A length, a time, a sum is told: "*lasted* two hours"; not "a wire stretched between two poles".
    OfMeasure = "of_measure",
    /// Somebody dies of it: "*killed* three"; not "killed the bill".
    OfPeople = "of_people",
    /// An office is given: "*named* him chairman"; not "named the street after him".
    OfficeNamed = "office_named",
    /// Something is done with it: "*finished* the work", "finished mowing"; not "finished third".
    SomethingDone = "something_done",
    /// Somebody or something goes that can: "*went* to Oslo"; not "the account came from her".
    SomebodyGoes = "somebody_goes",
    /// There are people or a place to attack: "*hit* the village"; not "hit a jumper".
    StrikesSomebody = "strikes_somebody",
    /// Things are counted, or somebody gets them: "*delivered* 40 pumps"; not "delivered a mix of jokes".
    ToSomebody = "to_somebody",
    /// A clause depends on it: "*turned out* to be right"; not "turned out for the service".
    WithComplement = "with_complement",
    /// It is told with whom: "*discussed* trade with Chad"; not "discussed six trends".
    WithCounterpart = "with_counterpart",
    /// A number is told: "*reached* 40 cases"; not "reached the point of no return".
    WithFigure = "with_figure",
    /// What follows is to be done: "*means* to sell"; not "it means sanctions".
    WithInfinitive = "with_infinitive",
    /// What it is of is told: "is *critical* of the plan"; not "three are critical".
    WithOf = "with_of",
    /// It has no object, and is in no passive: "*led* to delays"; not "led them to the house".
    WithoutObject = "without_object",
    /// It has an object, or is in the passive: "*suffered* wounds"; not "suffering from his wounds".
    WithObject = "with_object",
);

/// When the senses of a class hold.
#[derive(Debug, Default)]
pub struct Senses {
    rows: FxHashMap<Box<str>, Vec<SenseRow>>,
}

/// One row: for which verb of a class which sense must hold.
#[derive(Debug)]
struct SenseRow {
    lemma: Box<str>,
    sense: Sense,
    otherwise: Box<str>,
}

impl Senses {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let table = sources.table(KIND);
        let mut senses = Self::default();
        for row in &table.rows {
            let Some(&(_, sense)) = Sense::ALL.iter().find(|(name, _)| *name == row.cell(2)) else {
                let names: Vec<&str> = Sense::ALL.iter().map(|(name, _)| *name).collect();
                sources.problems.push(row.problem(format_args!("the sense {:?}; write one of {}", row.cell(2), names.join(", "))));
                continue;
            };
            let read = SenseRow { lemma: row.cell(1).into(), sense, otherwise: row.cell(3).into() };
            senses.rows.entry(row.cell(0).into()).or_default().push(read);
        }
        senses
    }

    /// The sense in which a verb is of a class.
    pub fn sense(&self, class: &str, lemma: &str) -> Option<Sense> {
        self.row(class, lemma).map(|row| row.sense)
    }

    /// The class of a verb of `class` where that class is not meant; none where it is the verb itself.
    pub fn otherwise(&self, class: &str, lemma: &str) -> Option<&str> {
        self.row(class, lemma).map(|row| &*row.otherwise).filter(|otherwise| !otherwise.is_empty())
    }

    /// The row of the verb, else the one for every verb of the class.
    fn row(&self, class: &str, lemma: &str) -> Option<&SenseRow> {
        let rows = self.rows.get(class)?;
        let of = |wanted: &str| rows.iter().find(|row| *row.lemma == *wanted);
        of(lemma).or_else(|| of(ANY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    #[test]
    fn a_row_for_the_verb_goes_before_that_of_its_class() {
        let senses = &Gazetteers::embedded().senses;
        assert_eq!(senses.sense("attack", "attack"), Some(Sense::NotInWords));
        assert_eq!(senses.sense("attack", "bomb"), Some(Sense::StrikesSomebody));
        assert_eq!(senses.sense("accept", "host"), None);
        assert_eq!((senses.otherwise("attack", "attack"), senses.otherwise("attack", "bomb")), (Some("criticize"), None));
    }
}
