//! Sets of classes that single rules ask for.

use super::word_sets;
use crate::gazetteer::table::TableKind;

word_sets!(
    /// Sets of classes: of predicates (`predicates.tsv`), or of nouns (`noun_classes.tsv`) where the set says so.
    ClassSet,
    class_sets,
    TableKind {
        name: "class_sets",
        columns: &["set", "class"],
        key: &[0, 1],
        embedded: include_str!("../../../gazetteers/class_sets.tsv"),
    },
    {
        /// Say that somebody is held to have done what the sentence counts: "*charged* with killing two".
        Charge = "charge",
        /// Tell nothing beside what became of people: "*left* two dead".
        BesideCasualty = "beside_casualty",
        /// Nouns of these classes give somebody's words: "the union's *request* that …".
        SaidByNoun = "said_by_noun",
        /// Tell more than that something was said: "*ordered* that the camp be closed".
        MoreThanSaid = "more_than_said",
        /// Say too little to be told of what stands below them: "*has* a plant built in Peru".
        Colourless = "colourless",
        /// Say nothing without somebody or something that it is done to: "they *start*".
        NeedsUndergoer = "needs_undergoer",
        /// Say too little to be told of somebody who is only referred to: "they *plan* it".
        SaysLittle = "says_little",
        /// Judge what came of something, or say what somebody wants of it, rather than tell what happened: "the march *helped*".
        Judges = "judges",
        /// Classes of going, staying and coming together, whose infinitive says what for: "*met* to discuss".
        WithPurpose = "with_purpose",
        /// With a noun of the table as object, say what the noun says: "*signed* an agreement".
        GoesWithNoun = "goes_with_noun",
        /// With a noun for a change as object, say that change: "*saw* a drop", "*experienced* growth".
        ShowsChange = "shows_change",
        /// Nouns of these classes name a change of an amount.
        Change = "change",
        /// With a noun for what others say of it as object, say that, of their subject: "*drew* criticism".
        DrawsReaction = "draws_reaction",
        /// Nouns of these classes name what others say of somebody or something.
        Reaction = "reaction",
        /// Nouns of these classes name what is asked for, so that to deny it is a deed: "denied a *visit*".
        RefusedRequest = "refused_request",
        /// Done by or to people alone, so that a number without a noun counts them: "dozens were *arrested*".
        CountsPeople = "counts_people",
        /// What somebody is paid to do: "paid Gabon to *accept* them".
        PaidFor = "paid_for",
        /// Classes of what nobody does without an object: a bare participle of theirs is a passive, "two teens *charged* in theft".
        Undergone = "undergone",
        /// Classes whose actors act together: "Libya and Rwanda are *negotiating*" is one event.
        Together = "together",
        /// Classes of nouns whose members hold offices: "*police*", "*candidate*".
        OfficeNoun = "office_noun",
        /// What governments, courts and office-holders do that is news whoever it is done to: "*charged*".
        ActOfOffice = "act_of_office",
        /// Give a person an office or take it: "*appointed* as judge", "*resigned* as mayor".
        OfficeChange = "office_change",
        /// Nouns of these classes act as the office does that decides: "stopped by a court *order*".
        DecisionOfOffice = "decision_of_office",
        /// With an amount of money, come to paying it: "*sent* $40,000 to Togo".
        PaysMoney = "pays_money",
        /// Classes of verbs whose objects or phrases name charges: "*pleaded* guilty to theft", "*arrested* on a charge".
        NamesCharges = "names_charges",
        /// What is done about an event that is over: "*charged* in Saturday's shooting" says nothing of when.
        ComesAfter = "comes_after",
        /// Events of these classes are answered by going there: "responded to a *shooting*".
        Violence = "violence",
        /// What criminals and their victims do and suffer, never who only speaks of it: "he was *charged*".
        Crime = "crime",
        /// Say no more of an event than when and where it was: "a shooting that *happened* in Lima".
        Happens = "happens",
        /// Families whose bare numbers count people: "five *wounded*", "three others were *killed*".
        BareNumberOfPeople = "bare_number_of_people",
        /// Classes of nouns for people as such, and for what befell them: "40 *deaths*" counts people.
        PersonNoun = "person_noun",
        /// Classes of deeds that a gerund often only charges somebody with ("for *killing* a guard"): a line never says that they
        /// were done.
        Harmful = "harmful",
        /// Nouns of these classes tell who took part with two names: "a *meeting* between Torres and Lind"; what is felt, wanted or said is
        /// told by the clause around.
        NamedDeed = "named_deed",
        /// Nouns of these classes say enough with one name under "of": "the *departure* of Ann Lee".
        DeedOfOne = "deed_of_one",
        /// Are news of anybody who is named, of whom no office is known: "Lena Marsh was *charged*".
        DeedOfPerson = "deed_of_person",
    }
);
