//! The tags: the Penn Treebank's (with the additions of English Web Treebank), and the universal ones that follow from them.

use super::relation::Relation;

/// The part of speech of a token in the Penn tag set, as UD English EWT has it in its fifth column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum PennTag {
    /// `CC`: coordinating conjunction.
    CC,
    /// `CD`: number.
    CD,
    /// `DT`: determiner.
    DT,
    /// `EX`: existential "there".
    EX,
    /// `FW`: foreign word.
    FW,
    /// `IN`: preposition or subordinating conjunction.
    IN,
    /// `JJ`: adjective.
    JJ,
    /// `JJR`: comparative adjective.
    JJR,
    /// `JJS`: superlative adjective.
    JJS,
    /// `LS`: list item mark.
    LS,
    /// `MD`: modal.
    MD,
    /// `NN`: noun, singular or mass.
    NN,
    /// `NNS`: noun, plural.
    NNS,
    /// `NNP`: proper noun, singular.
    NNP,
    /// `NNPS`: proper noun, plural.
    NNPS,
    /// `PDT`: predeterminer.
    PDT,
    /// `POS`: possessive ending.
    POS,
    /// `PRP`: personal pronoun.
    PRP,
    /// `PRP$`: possessive pronoun.
    PRPS,
    /// `RB`: adverb.
    RB,
    /// `RBR`: comparative adverb.
    RBR,
    /// `RBS`: superlative adverb.
    RBS,
    /// `RP`: particle.
    RP,
    /// `SYM`: symbol.
    SYM,
    /// `TO`: "to".
    TO,
    /// `UH`: interjection.
    UH,
    /// `VB`: verb, base form.
    VB,
    /// `VBD`: verb, past tense.
    VBD,
    /// `VBG`: verb, gerund or present participle.
    VBG,
    /// `VBN`: verb, past participle.
    VBN,
    /// `VBP`: verb, present, not third person singular.
    VBP,
    /// `VBZ`: verb, present, third person singular.
    VBZ,
    /// `WDT`: wh-determiner.
    WDT,
    /// `WP`: wh-pronoun.
    WP,
    /// `WP$`: possessive wh-pronoun.
    WPS,
    /// `WRB`: wh-adverb.
    WRB,
    /// `.`: mark that ends a sentence.
    Period,
    /// `,`: comma.
    Comma,
    /// `:`: colon, semicolon, dash, ellipsis.
    Colon,
    /// ````: opening quotation mark.
    OpenQuote,
    /// `''`: closing quotation mark.
    CloseQuote,
    /// `-LRB-`: opening bracket.
    OpenBracket,
    /// `-RRB-`: closing bracket.
    CloseBracket,
    /// `$`: currency sign.
    Dollar,
    /// `HYPH`: hyphen inside a compound.
    HYPH,
    /// `NFP`: decorative punctuation.
    NFP,
    /// `ADD`: address: URL, e-mail, handle.
    ADD,
    /// `AFX`: affix written apart.
    AFX,
    /// `GW`: part of a word written apart.
    GW,
    /// `XX`: word that cannot be made out.
    XX,
}

impl PennTag {
    /// Every tag, in the order of their numbers.
    pub const ALL: [Self; 50] = [
        Self::CC,
        Self::CD,
        Self::DT,
        Self::EX,
        Self::FW,
        Self::IN,
        Self::JJ,
        Self::JJR,
        Self::JJS,
        Self::LS,
        Self::MD,
        Self::NN,
        Self::NNS,
        Self::NNP,
        Self::NNPS,
        Self::PDT,
        Self::POS,
        Self::PRP,
        Self::PRPS,
        Self::RB,
        Self::RBR,
        Self::RBS,
        Self::RP,
        Self::SYM,
        Self::TO,
        Self::UH,
        Self::VB,
        Self::VBD,
        Self::VBG,
        Self::VBN,
        Self::VBP,
        Self::VBZ,
        Self::WDT,
        Self::WP,
        Self::WPS,
        Self::WRB,
        Self::Period,
        Self::Comma,
        Self::Colon,
        Self::OpenQuote,
        Self::CloseQuote,
        Self::OpenBracket,
        Self::CloseBracket,
        Self::Dollar,
        Self::HYPH,
        Self::NFP,
        Self::ADD,
        Self::AFX,
        Self::GW,
        Self::XX,
    ];

    /// The tag as treebanks write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CC => "CC",
            Self::CD => "CD",
            Self::DT => "DT",
            Self::EX => "EX",
            Self::FW => "FW",
            Self::IN => "IN",
            Self::JJ => "JJ",
            Self::JJR => "JJR",
            Self::JJS => "JJS",
            Self::LS => "LS",
            Self::MD => "MD",
            Self::NN => "NN",
            Self::NNS => "NNS",
            Self::NNP => "NNP",
            Self::NNPS => "NNPS",
            Self::PDT => "PDT",
            Self::POS => "POS",
            Self::PRP => "PRP",
            Self::PRPS => "PRP$",
            Self::RB => "RB",
            Self::RBR => "RBR",
            Self::RBS => "RBS",
            Self::RP => "RP",
            Self::SYM => "SYM",
            Self::TO => "TO",
            Self::UH => "UH",
            Self::VB => "VB",
            Self::VBD => "VBD",
            Self::VBG => "VBG",
            Self::VBN => "VBN",
            Self::VBP => "VBP",
            Self::VBZ => "VBZ",
            Self::WDT => "WDT",
            Self::WP => "WP",
            Self::WPS => "WP$",
            Self::WRB => "WRB",
            Self::Period => ".",
            Self::Comma => ",",
            Self::Colon => ":",
            Self::OpenQuote => "``",
            Self::CloseQuote => "''",
            Self::OpenBracket => "-LRB-",
            Self::CloseBracket => "-RRB-",
            Self::Dollar => "$",
            Self::HYPH => "HYPH",
            Self::NFP => "NFP",
            Self::ADD => "ADD",
            Self::AFX => "AFX",
            Self::GW => "GW",
            Self::XX => "XX",
        }
    }

    /// The tag a treebank writes as `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.as_str() == name)
    }

    /// The tag with the number `index` in [`ALL`](Self::ALL).
    pub(crate) fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// A verb in the past or present, which has a subject of its own: not an infinitive, participle or modal.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBZ | Self::VBP)
    }

    /// A verb in the past or present, or a modal: a clause with one stands by itself.
    pub const fn is_finite_or_modal(self) -> bool {
        self.is_finite() || matches!(self, Self::MD)
    }

    /// A noun, common or proper.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS | Self::NNP | Self::NNPS)
    }

    /// A common noun.
    pub const fn is_common_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS)
    }

    /// A proper noun.
    pub const fn is_proper(self) -> bool {
        matches!(self, Self::NNP | Self::NNPS)
    }

    /// A plural noun, common or proper.
    pub const fn is_plural(self) -> bool {
        matches!(self, Self::NNS | Self::NNPS)
    }

    /// A verb in any form; modals are not counted.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::VB | Self::VBD | Self::VBG | Self::VBN | Self::VBP | Self::VBZ)
    }

    /// A verb form with a tense of its own, or a modal.
    pub const fn is_finite_verb(self) -> bool {
        matches!(self, Self::VBD | Self::VBP | Self::VBZ | Self::MD)
    }

    /// A participle: "accepting", "accepted".
    pub const fn is_participle(self) -> bool {
        matches!(self, Self::VBG | Self::VBN)
    }

    /// An adjective, compared or not.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Self::JJ | Self::JJR | Self::JJS)
    }

    /// An adverb, compared or not; "not" is one.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Self::RB | Self::RBR | Self::RBS | Self::WRB)
    }

    /// A number.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::CD)
    }

    /// A pronoun, personal, possessive or wh-.
    pub const fn is_pronoun(self) -> bool {
        matches!(self, Self::PRP | Self::PRPS | Self::WP | Self::WPS | Self::EX)
    }

    /// A determiner of any kind.
    pub const fn is_determiner(self) -> bool {
        matches!(self, Self::DT | Self::PDT | Self::WDT)
    }

    /// A mark rather than a word; currency signs and symbols are words.
    pub const fn is_punctuation(self) -> bool {
        matches!(
            self,
            Self::Period
                | Self::Comma
                | Self::Colon
                | Self::OpenQuote
                | Self::CloseQuote
                | Self::OpenBracket
                | Self::CloseBracket
                | Self::HYPH
                | Self::NFP
        )
    }
}

impl std::fmt::Display for PennTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The part of speech of a token in the tag set of Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum UniversalTag {
    /// `ADJ`: adjective.
    Adjective,
    /// `ADP`: preposition, postposition, particle.
    Adposition,
    /// `ADV`: adverb.
    Adverb,
    /// `AUX`: auxiliary, modal, copula.
    Auxiliary,
    /// `CCONJ`: coordinating conjunction.
    CoordinatingConjunction,
    /// `DET`: determiner.
    Determiner,
    /// `INTJ`: interjection.
    Interjection,
    /// `NOUN`: common noun.
    Noun,
    /// `NUM`: number.
    Numeral,
    /// `PART`: "not", "to" before a verb, possessive ending.
    Particle,
    /// `PRON`: pronoun.
    Pronoun,
    /// `PROPN`: proper noun.
    ProperNoun,
    /// `PUNCT`: punctuation.
    Punctuation,
    /// `SCONJ`: subordinating conjunction.
    SubordinatingConjunction,
    /// `SYM`: symbol.
    Symbol,
    /// `VERB`: verb.
    Verb,
    /// `X`: anything else.
    Other,
}

/// Open a clause, where no tree tells whether a word does or is a preposition.
const SUBORDINATING: [&str; 9] = ["although", "because", "if", "since", "that", "though", "unless", "whether", "while"];

impl UniversalTag {
    /// The tag as treebanks write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adjective => "ADJ",
            Self::Adposition => "ADP",
            Self::Adverb => "ADV",
            Self::Auxiliary => "AUX",
            Self::CoordinatingConjunction => "CCONJ",
            Self::Determiner => "DET",
            Self::Interjection => "INTJ",
            Self::Noun => "NOUN",
            Self::Numeral => "NUM",
            Self::Particle => "PART",
            Self::Pronoun => "PRON",
            Self::ProperNoun => "PROPN",
            Self::Punctuation => "PUNCT",
            Self::SubordinatingConjunction => "SCONJ",
            Self::Symbol => "SYM",
            Self::Verb => "VERB",
            Self::Other => "X",
        }
    }

    /// The universal tag of a token with the Penn tag `tag`, the lemma `lemma` in lower case and, where a tree was made, the relation to its head.
    ///
    /// The Penn tags leave a few differences open (`IN` is preposition or conjunction, `VBZ` verb or auxiliary, `DT` determiner or pronoun): the relation decides, else the lemma.
    pub fn of(tag: PennTag, lemma: &str, relation: Option<Relation>) -> Self {
        use PennTag as P;
        use Relation as R;
        let base = relation.map(Relation::universal);
        match tag {
            P::NN | P::NNS | P::AFX => Self::Noun,
            P::NNP | P::NNPS => Self::ProperNoun,
            P::JJ | P::JJR | P::JJS => Self::Adjective,
            P::CD => Self::Numeral,
            P::CC => Self::CoordinatingConjunction,
            P::MD => Self::Auxiliary,
            P::VB | P::VBD | P::VBG | P::VBN | P::VBP | P::VBZ => match base {
                Some(R::Aux | R::Cop) => Self::Auxiliary,
                None if lemma == "be" => Self::Auxiliary,
                _ => Self::Verb,
            },
            P::RB if matches!(lemma, "not" | "n't") => Self::Particle,
            P::RB | P::RBR | P::RBS | P::WRB => match base {
                Some(R::Mark) if tag == P::WRB => Self::SubordinatingConjunction,
                _ => Self::Adverb,
            },
            P::IN => match base {
                Some(R::Mark) => Self::SubordinatingConjunction,
                None if SUBORDINATING.contains(&lemma) => Self::SubordinatingConjunction,
                Some(R::Advmod) => Self::Adverb,
                _ => Self::Adposition,
            },
            P::RP => Self::Adposition,
            P::TO => match base {
                Some(R::Case | R::Fixed) => Self::Adposition,
                _ => Self::Particle,
            },
            P::POS => Self::Particle,
            P::DT | P::PDT | P::WDT => match base {
                Some(R::Det | R::Advmod) | None => Self::Determiner,
                Some(R::Cc) => Self::CoordinatingConjunction,
                _ => Self::Pronoun,
            },
            P::PRP | P::PRPS | P::EX | P::WP | P::WPS => Self::Pronoun,
            P::UH => Self::Interjection,
            P::SYM | P::Dollar => Self::Symbol,
            P::Period | P::Comma | P::Colon | P::OpenQuote | P::CloseQuote | P::OpenBracket | P::CloseBracket | P::HYPH | P::NFP => {
                Self::Punctuation
            }
            P::FW | P::LS | P::ADD | P::GW | P::XX => Self::Other,
        }
    }
}

impl std::fmt::Display for UniversalTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn penn_names_are_read_back_and_numbers_fit() {
        for (index, tag) in PennTag::ALL.into_iter().enumerate() {
            assert_eq!(tag as usize, index);
            assert_eq!(PennTag::parse(tag.as_str()), Some(tag));
        }
    }

    #[test]
    fn the_relation_decides_where_penn_tags_leave_it_open() {
        let table = [
            (PennTag::VBZ, "be", Some(Relation::Cop), "AUX"),
            (PennTag::VBZ, "have", Some(Relation::Root), "VERB"),
            (PennTag::IN, "after", Some(Relation::Mark), "SCONJ"),
            (PennTag::IN, "after", Some(Relation::Case), "ADP"),
            (PennTag::DT, "this", Some(Relation::Nsubj), "PRON"),
            (PennTag::DT, "this", None, "DET"),
            (PennTag::RB, "not", Some(Relation::Advmod), "PART"),
        ];
        for (tag, lemma, relation, expected) in table {
            assert_eq!(UniversalTag::of(tag, lemma, relation).as_str(), expected, "{tag} {lemma}");
        }
    }
}
