//! Organizations and news outlets.

use rustc_hash::FxHashMap;

use super::Sources;
use super::automaton::{Case, Names, SenseKind};
use super::office_holders::read_country;
use super::table::{Row, TableError, TableKind};
use crate::gazetteer::word_map::WordMap;

const ORGANIZATIONS: TableKind = TableKind {
    name: "organizations",
    columns: &["name", "other_names", "kind", "country"],
    key: &[0],
    embedded: include_str!("../../gazetteers/organizations.tsv"),
};

const OUTLETS: TableKind = TableKind {
    name: "outlets",
    columns: &["name", "other_names", "short", "domains", "country"],
    key: &[0],
    embedded: include_str!("../../gazetteers/outlets.tsv"),
};

const ORGANIZATION_WORDS: TableKind = TableKind {
    name: "organization_words",
    columns: &["word", "place"],
    key: &[0],
    embedded: include_str!("../../gazetteers/organization_words.tsv"),
};

/// The tables of this kind.
pub(crate) const KINDS: &[TableKind] = &[ORGANIZATIONS, ORGANIZATION_WORDS, OUTLETS];

/// What sort of body an organization is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganizationKind {
    /// "Hezbollah", "Tren de Aragua".
    ArmedGroup,
    /// "Boeing".
    Company,
    /// "Ninth Circuit".
    Court,
    /// "State Department", "Bundestag", "Kremlin".
    Government,
    /// "United Nations", "European Commission".
    International,
    /// "Amnesty International", "Pew Research Center".
    Ngo,
    /// A newspaper, a broadcaster, a news agency.
    Outlet,
    /// "Labour Party".
    Party,
}

impl OrganizationKind {
    /// Whether a body of this kind is none of its country's: a firm, a newspaper, an association.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Company | Self::Ngo | Self::Outlet)
    }

    /// The kinds of the table of organizations; outlets have a table of their own.
    const NAMES: [(&'static str, Self); 7] = [
        ("armed_group", Self::ArmedGroup),
        ("company", Self::Company),
        ("court", Self::Court),
        ("government", Self::Government),
        ("international", Self::International),
        ("ngo", Self::Ngo),
        ("party", Self::Party),
    ];
}

/// Where a word stands in the names of organizations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationWord {
    /// At the end: "Foreign Ministry".
    Last,
    /// At the beginning, before "of": "House of Lords".
    First,
    /// At either end: "Bank of Namibia", "Central Bank".
    Both,
    /// After the name: "Acme Corp.".
    Suffix,
    /// After a newspaper's name, as what it does: "The Sun reported".
    Reports,
}

impl OrganizationWord {
    const NAMES: [(&'static str, Self); 5] =
        [("both", Self::Both), ("first", Self::First), ("last", Self::Last), ("reports", Self::Reports), ("suffix", Self::Suffix)];
}

/// An organization or a news outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its main name.
    pub name: String,
    /// What sort of body it is.
    pub kind: OrganizationKind,
    /// ISO code of the country it belongs to; none for an international body.
    pub country: Option<&'static str>,
    /// Names that mean it only after the article has named it in full: "Journal" for The Wall Street Journal.
    pub short: Vec<String>,
    /// Domains of its web sites.
    pub domains: Vec<String>,
    other_names: Vec<String>,
}

/// Organizations and news outlets.
#[derive(Debug, Default)]
pub struct Organizations {
    rows: Vec<Organization>,
    index_of_name: FxHashMap<String, usize>,
    index_of_domain: FxHashMap<String, usize>,
    words: WordMap<OrganizationWord>,
}

impl Organizations {
    pub(crate) fn load(sources: &mut Sources<'_>) -> Self {
        let mut read = Self::default();
        for row in &sources.table(ORGANIZATIONS).rows {
            read.add(read_organization(row), sources);
        }
        for row in &sources.table(OUTLETS).rows {
            read.add(read_outlet(row), sources);
        }
        for row in &sources.table(ORGANIZATION_WORDS).rows {
            if let Some(&(_, place)) = OrganizationWord::NAMES.iter().find(|(name, _)| *name == row.cell(1)) {
                read.words.insert(row.cell(0), place);
            } else {
                let places = OrganizationWord::NAMES.map(|(name, _)| name).join(", ");
                sources.problems.push(row.problem(format_args!("place {:?} is none of {places}", row.cell(1))));
            }
        }
        read
    }

    fn add(&mut self, organization: Result<Organization, TableError>, sources: &mut Sources<'_>) {
        let organization = match organization {
            Ok(organization) => organization,
            Err(problem) => {
                sources.problems.push(problem);
                return;
            }
        };
        let index = self.rows.len();
        self.index_of_name.entry(organization.name.clone()).or_insert(index);
        for domain in &organization.domains {
            self.index_of_domain.entry(domain.clone()).or_insert(index);
        }
        self.rows.push(organization);
    }

    pub(crate) fn names(&self, names: &mut Names) {
        for (index, organization) in self.rows.iter().enumerate() {
            for name in std::iter::once(&organization.name).chain(&organization.other_names) {
                let case = if is_abbreviation(name) { Case::Exact } else { Case::Name };
                names.add(name, case, SenseKind::Organization, index);
            }
        }
    }

    /// The organization with index `index`, as a hit of [`SenseKind::Organization`] gives it.
    pub fn get(&self, index: usize) -> &Organization {
        &self.rows[index]
    }

    /// All organizations and outlets, in the order of the tables.
    pub fn iter(&self) -> impl Iterator<Item = &Organization> {
        self.rows.iter()
    }

    /// The organization with the main name `name`.
    pub fn by_name(&self, name: &str) -> Option<&Organization> {
        self.index_of_name.get(name).map(|&index| &self.rows[index])
    }

    /// Where `word` stands in the names of organizations.
    pub fn word(&self, word: &str) -> Option<OrganizationWord> {
        self.words.get(word).copied()
    }

    /// The outlet whose web site a host name belongs to: "edition.cnn.com" is CNN's.
    pub fn of_domain(&self, host: &str) -> Option<&Organization> {
        let mut rest = host;
        loop {
            if let Some(&index) = self.index_of_domain.get(rest) {
                return self.rows.get(index);
            }
            rest = rest.split_once('.')?.1;
        }
    }
}

/// Whether a name is letters in capitals ("UN", "U.N.", "AFP"), whose small spelling is another word ("who", "ice").
fn is_abbreviation(name: &str) -> bool {
    name.len() <= 6 && !name.bytes().any(|byte| byte.is_ascii_lowercase())
}

impl Organization {
    /// Every name it is found by, the main one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.other_names).map(String::as_str)
    }
}

fn owned<'r>(values: impl Iterator<Item = &'r str>) -> Vec<String> {
    values.map(ToOwned::to_owned).collect()
}

fn read_organization(row: &Row<'_>) -> Result<Organization, TableError> {
    let kind = OrganizationKind::NAMES.iter().find(|(name, _)| *name == row.cell(2)).map(|&(_, kind)| kind).ok_or_else(|| {
        let kinds = OrganizationKind::NAMES.map(|(name, _)| name).join(", ");
        row.problem(format_args!("kind {:?} is none of {kinds}", row.cell(2)))
    })?;
    Ok(Organization {
        name: row.cell(0).to_owned(),
        kind,
        country: read_country(row, 3)?,
        short: Vec::new(),
        domains: Vec::new(),
        other_names: owned(row.list(1)),
    })
}

fn read_outlet(row: &Row<'_>) -> Result<Organization, TableError> {
    let domains = owned(row.list(3));
    if let Some(domain) = domains.iter().find(|domain| !domain.contains('.') || domain.contains('/') || domain.to_lowercase() != **domain) {
        return Err(row.problem(format_args!("{domain:?} is no domain; write it as in \"reuters.com\"")));
    }
    Ok(Organization {
        name: row.cell(0).to_owned(),
        kind: OrganizationKind::Outlet,
        country: read_country(row, 4)?,
        short: owned(row.list(2)),
        domains,
        other_names: owned(row.list(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteers;

    fn row(line: &str) -> Row<'_> {
        Row { file: "outlets.tsv", line: 5, cells: line.split('\t').collect() }
    }

    #[test]
    fn wrong_rows_are_refused_with_what_to_mend() {
        let kind = read_organization(&row("Guild\t\tclub\tUS")).expect_err("no such kind").to_string();
        assert_eq!(kind, "outlets.tsv:5: kind \"club\" is none of armed_group, company, court, government, international, ngo, party");
        let domain = read_outlet(&row("Gazette\t\t\thttp://gazette.com/\tUS")).expect_err("no domain").to_string();
        assert!(domain.contains("is no domain"), "{domain}");
        assert!(read_outlet(&row("Gazette\t\tGazette\tgazette.com\tUnited States")).is_err());
        assert!(read_outlet(&row("Gazette\t\tGazette\tgazette.com\tUS")).is_ok());
    }

    #[test]
    fn a_host_belongs_to_the_outlet_of_its_domain() {
        let organizations = &Gazetteers::embedded().organizations;
        let name = |host: &str| organizations.of_domain(host).map(|outlet| outlet.name.as_str());
        assert_eq!(name("www.reuters.com"), Some("Reuters"));
        assert_eq!(name("edition.cnn.com"), Some("CNN"));
        assert_eq!(name("bbc.co.uk"), Some("BBC"));
        assert_eq!(name("example.com"), None);
    }

    #[test]
    fn there_are_enough_outlets() {
        let outlets = Gazetteers::embedded().organizations.iter().filter(|body| body.kind == OrganizationKind::Outlet).count();
        assert!(outlets >= 300, "{outlets}");
    }
}
