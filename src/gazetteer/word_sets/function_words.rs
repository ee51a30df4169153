//! Sets of function words that single rules ask for.

use super::word_sets;
use crate::gazetteer::table::TableKind;

word_sets!(
    /// Sets of function words: pronouns, determiners, prepositions, conjunctions, auxiliaries.
    FunctionSet,
    function_words,
    TableKind {
        name: "function_words",
        columns: &["set", "word"],
        key: &[0, 1],
        embedded: include_str!("../../../gazetteers/function_words.tsv"),
    },
    {
        /// Pronouns that stand where the name of a speaker could, as they are written: "*She* said so" names nobody.
        SpeakingPronoun = "speaking_pronoun",
        /// Pronouns for a speaker who is named elsewhere: "*he* said", "*their* spokeswoman".
        ThirdPerson = "third_person",
        /// Words of quantity that speak by themselves: "*many* say that the bridge is unsafe".
        SpeakingQuantifier = "speaking_quantifier",
        /// What stands before somebody's view: "*in* the mayor's opinion".
        ViewPreposition = "view_preposition",
        /// Prepositions whose phrase the tree may take for a subject: "*at* the harbour are three ships".
        NoSubject = "no_subject",
        /// Before a gerund, say only when: "was arrested *while* leaving the country".
        GerundTime = "gerund_time",
        /// Before a noun, say when, and so may stand before a subject that the tree took for a time: "*after* rebels took the
        /// town".
        NounTime = "noun_time",
        /// Particles of verbs: "ruled *out*", "called *off*".
        Particle = "particle",
        /// Before "one" or "a third", take away that it counts a further victim: "*no* one was hurt", "more *than* one died".
        OneNotCounted = "one_not_counted",
        /// Pronouns that stand for one person: "killed *her* and two others".
        OnePerson = "one_person",
        /// Determiners of a noun in the singular that counts one: "*a* man and two boys died".
        OpensOne = "opens_one",
        /// Between a verb that blames or keeps from and its gerund: "accused *of* bribing", "barred *from* leaving".
        GovernsGerund = "governs_gerund",
        /// Prepositions that end the head of an office: "minister *for* trade", "envoy *to* Chad".
        EndsOffice = "ends_office",
        /// Prepositions that end the head of an office that a description is compared with: "secretary *of* health" and "the
        /// secretary".
        EndsKnownOffice = "ends_known_office",
        /// Prepositions that say where, where no row says otherwise: "landed *near* Oslo".
        Locative = "locative",
        /// Prepositions that say only where what a noun names stands: "two shops *on* the square".
        Spot = "spot",
        /// Introduce the members of a list: "four cities, *namely* …".
        Members = "members",
        /// Prepositions that can be part of a name: "the Port *of* Spain".
        InsideName = "inside_name",
        /// Point back to what was just said: "rejected *this* plan".
        Demonstrative = "demonstrative",
        /// Modals that say what a speaker thinks right: "we *must* help".
        Duty = "duty",
        /// Between a person and where the person is from: "a nurse *from* Lyon who …".
        Home = "home",
        /// Between an amount and who gets or gives it: "two million *for* schools".
        Receiver = "receiver",
        /// Open a clause that asks: "said *how* the money was spent".
        Question = "question",
        /// Before a span of time, say when, not how long: "*within* two weeks".
        SpanPreposition = "span_preposition",
    }
);
