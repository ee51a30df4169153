//! The grammatical relations of Universal Dependencies, with the subtypes that English treebanks use.

/// How a token hangs on its head: a relation of Universal Dependencies 2, subtypes kept (`nsubj:pass`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Relation {
    /// `acl`: a clause that modifies a noun: "the plan *to deport* them".
    Acl,
    /// `acl:relcl`: a relative clause: "the court that *ruled*".
    AclRelcl,
    /// `advcl`: an adverbial clause: "fled when the army *came*".
    Advcl,
    /// `advcl:relcl`: a relative clause over a whole clause: "which *surprised* them".
    AdvclRelcl,
    /// `advmod`: an adverb, the negation "not" too.
    Advmod,
    /// `amod`: an adjective before or after its noun.
    Amod,
    /// `appos`: an apposition: "Zuniga, a former *official*".
    Appos,
    /// `aux`: an auxiliary or modal: "*will* accept".
    Aux,
    /// `aux:pass`: the auxiliary of a passive: "*was* arrested".
    AuxPass,
    /// `case`: a preposition or possessive mark: "*to* Panama", "Trump *'s*".
    Case,
    /// `cc`: a coordinating conjunction.
    Cc,
    /// `cc:preconj`: the first half of a conjunction: "*both* … and".
    CcPreconj,
    /// `ccomp`: a clause with its own subject as complement: "said they *agreed*".
    Ccomp,
    /// `clf`: a classifier (not used in English).
    Clf,
    /// `compound`: a noun before a noun, or parts of a number.
    Compound,
    /// `compound:prt`: a particle: "set *up*".
    CompoundPrt,
    /// `conj`: a further part of a coordination, under its first part.
    Conj,
    /// `cop`: a copula: "*is* a model".
    Cop,
    /// `csubj`: a clause as subject.
    Csubj,
    /// `csubj:outer`: a clausal subject of a clause whose predicate is a clause itself.
    CsubjOuter,
    /// `csubj:pass`: a clause as subject of a passive.
    CsubjPass,
    /// `dep`: a relation of no other kind.
    Dep,
    /// `det`: a determiner.
    Det,
    /// `det:predet`: a determiner before a determiner: "*all* the countries".
    DetPredet,
    /// `discourse`: an interjection or filler.
    Discourse,
    /// `dislocated`: a phrase moved out and taken up by a pronoun.
    Dislocated,
    /// `expl`: an expletive: "*there* are talks".
    Expl,
    /// `fixed`: a further word of a fixed expression: "as *well*", "more *than*".
    Fixed,
    /// `flat`: a further word of a name: "Nayib *Bukele*".
    Flat,
    /// `goeswith`: the rest of a word written apart.
    Goeswith,
    /// `iobj`: an indirect object: "paid *Rwanda* a sum".
    Iobj,
    /// `list`: a further item of a list.
    List,
    /// `mark`: the word that introduces a clause: "*that*", "*to*", "*if*".
    Mark,
    /// `nmod`: a nominal under a noun: "removal of *members*".
    Nmod,
    /// `nmod:desc`: a title or descriptor before a name: "*President* Bush".
    NmodDesc,
    /// `nmod:poss`: a possessor: "*Trump* 's chief", "*its* missions".
    NmodPoss,
    /// `nmod:unmarked`: a nominal under a noun with no preposition: "10 *a.m.* Monday".
    NmodUnmarked,
    /// `nsubj`: a nominal subject.
    Nsubj,
    /// `nsubj:outer`: the subject of a clause whose predicate is a clause itself.
    NsubjOuter,
    /// `nsubj:pass`: the subject of a passive.
    NsubjPass,
    /// `nummod`: a number that counts its noun.
    Nummod,
    /// `obj`: a direct object.
    Obj,
    /// `obl`: a nominal under a verb, adjective or adverb, with its preposition: "deported to *Panama*".
    Obl,
    /// `obl:agent`: the agent of a passive: "by *Miller*".
    OblAgent,
    /// `obl:unmarked`: a nominal adverbial with no preposition: "last *week*".
    OblUnmarked,
    /// `orphan`: an argument whose head was left out.
    Orphan,
    /// `parataxis`: a clause placed beside another: "…, he *said*.".
    Parataxis,
    /// `punct`: punctuation.
    Punct,
    /// `reparandum`: words that the speaker took back.
    Reparandum,
    /// `root`: the head of the sentence.
    Root,
    /// `vocative`: the one addressed.
    Vocative,
    /// `xcomp`: a complement whose subject is the governor's: "agreed to *accept*".
    Xcomp,
}

impl Relation {
    /// Every relation, in the order of their names.
    pub const ALL: [Self; 52] = [
        Self::Acl,
        Self::AclRelcl,
        Self::Advcl,
        Self::AdvclRelcl,
        Self::Advmod,
        Self::Amod,
        Self::Appos,
        Self::Aux,
        Self::AuxPass,
        Self::Case,
        Self::Cc,
        Self::CcPreconj,
        Self::Ccomp,
        Self::Clf,
        Self::Compound,
        Self::CompoundPrt,
        Self::Conj,
        Self::Cop,
        Self::Csubj,
        Self::CsubjOuter,
        Self::CsubjPass,
        Self::Dep,
        Self::Det,
        Self::DetPredet,
        Self::Discourse,
        Self::Dislocated,
        Self::Expl,
        Self::Fixed,
        Self::Flat,
        Self::Goeswith,
        Self::Iobj,
        Self::List,
        Self::Mark,
        Self::Nmod,
        Self::NmodDesc,
        Self::NmodPoss,
        Self::NmodUnmarked,
        Self::Nsubj,
        Self::NsubjOuter,
        Self::NsubjPass,
        Self::Nummod,
        Self::Obj,
        Self::Obl,
        Self::OblAgent,
        Self::OblUnmarked,
        Self::Orphan,
        Self::Parataxis,
        Self::Punct,
        Self::Reparandum,
        Self::Root,
        Self::Vocative,
        Self::Xcomp,
    ];

    /// The relation as treebanks write it, subtype and all.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acl => "acl",
            Self::AclRelcl => "acl:relcl",
            Self::Advcl => "advcl",
            Self::AdvclRelcl => "advcl:relcl",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Appos => "appos",
            Self::Aux => "aux",
            Self::AuxPass => "aux:pass",
            Self::Case => "case",
            Self::Cc => "cc",
            Self::CcPreconj => "cc:preconj",
            Self::Ccomp => "ccomp",
            Self::Clf => "clf",
            Self::Compound => "compound",
            Self::CompoundPrt => "compound:prt",
            Self::Conj => "conj",
            Self::Cop => "cop",
            Self::Csubj => "csubj",
            Self::CsubjOuter => "csubj:outer",
            Self::CsubjPass => "csubj:pass",
            Self::Dep => "dep",
            Self::Det => "det",
            Self::DetPredet => "det:predet",
            Self::Discourse => "discourse",
            Self::Dislocated => "dislocated",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::Flat => "flat",
            Self::Goeswith => "goeswith",
            Self::Iobj => "iobj",
            Self::List => "list",
            Self::Mark => "mark",
            Self::Nmod => "nmod",
            Self::NmodDesc => "nmod:desc",
            Self::NmodPoss => "nmod:poss",
            Self::NmodUnmarked => "nmod:unmarked",
            Self::Nsubj => "nsubj",
            Self::NsubjOuter => "nsubj:outer",
            Self::NsubjPass => "nsubj:pass",
            Self::Nummod => "nummod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::OblAgent => "obl:agent",
            Self::OblUnmarked => "obl:unmarked",
            Self::Orphan => "orphan",
            Self::Parataxis => "parataxis",
            Self::Punct => "punct",
            Self::Reparandum => "reparandum",
            Self::Root => "root",
            Self::Vocative => "vocative",
            Self::Xcomp => "xcomp",
        }
    }

    /// The relation a treebank writes as `name`; one with a subtype not known here is read without it.
    pub fn parse(name: &str) -> Option<Self> {
        let exact = |name: &str| Self::ALL.into_iter().find(|relation| relation.as_str() == name);
        exact(name).or_else(|| exact(name.split(':').next()?))
    }

    /// The relation with the number `index` in [`ALL`](Self::ALL).
    pub(crate) fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The relation without its subtype: `nsubj:pass` → `nsubj`.
    #[must_use]
    pub const fn universal(self) -> Self {
        match self {
            Self::AclRelcl => Self::Acl,
            Self::AdvclRelcl => Self::Advcl,
            Self::AuxPass => Self::Aux,
            Self::CcPreconj => Self::Cc,
            Self::CompoundPrt => Self::Compound,
            Self::CsubjOuter | Self::CsubjPass => Self::Csubj,
            Self::DetPredet => Self::Det,
            Self::NmodDesc | Self::NmodPoss | Self::NmodUnmarked => Self::Nmod,
            Self::NsubjOuter | Self::NsubjPass => Self::Nsubj,
            Self::OblAgent | Self::OblUnmarked => Self::Obl,
            other => other,
        }
    }

    /// Whether it is a subject of any kind, nominal or clausal.
    pub const fn is_subject(self) -> bool {
        matches!(self.universal(), Self::Nsubj | Self::Csubj)
    }

    /// Whether the dependent heads a clause of its own.
    pub const fn is_clausal(self) -> bool {
        matches!(self.universal(), Self::Acl | Self::Advcl | Self::Ccomp | Self::Csubj | Self::Parataxis | Self::Xcomp)
    }
}

impl std::fmt::Display for Relation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_numbers_fit() {
        for (index, relation) in Relation::ALL.into_iter().enumerate() {
            assert_eq!(relation as usize, index);
            assert_eq!(Relation::parse(relation.as_str()), Some(relation));
            assert_eq!(relation.universal().as_str(), relation.as_str().split(':').next().expect("a first part"));
        }
        assert_eq!(Relation::parse("obl:tmod"), Some(Relation::Obl));
        assert_eq!(Relation::parse("subject"), None);
    }
}
