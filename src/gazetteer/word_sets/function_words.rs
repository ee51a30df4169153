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
        /// Pronouns that say of nobody by themselves who is meant.
        OpenPronoun = "open_pronoun",
        /// Pronouns for who speaks and who is spoken to: outside a dialogue nobody can tell who they are.
        OfDialogue = "of_dialogue",
        /// Words of quantity that speak by themselves: "*many* say that the bridge is unsafe".
        SpeakingQuantifier = "speaking_quantifier",
        /// What stands before somebody's view: "*in* the mayor's opinion".
        ViewPreposition = "view_preposition",
        /// Under these a journey is told of in passing: "met him *on* a visit to Norway".
        JourneyPreposition = "journey_preposition",
        /// Prepositions whose phrase the tree may take for a subject: "*at* the harbour are three ships".
        NoSubject = "no_subject",
        /// Before a gerund, say only when: "was arrested *while* leaving the country".
        GerundTime = "gerund_time",
        /// Before a noun, say when, and so may stand before a subject that the tree took for a time: "*after* rebels took the
        /// town".
        NounTime = "noun_time",
        /// Before a hyphen, say how somebody stands to whom they name: "*anti*-Chad", "*pro*-Lind".
        StancePrefix = "stance_prefix",
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
        /// Prepositions whose phrase says where something happens if it is headed by a place: "two were shot *inside* the club".
        PlacePreposition = "place_preposition",
        /// Prepositions of place after which a name that no table has is none: "*on* Apple", "*aboard* Enterprise".
        AlongPlace = "along_place",
        /// Prepositions after which people who gather are a place: "*outside* the rally".
        BesideGathering = "beside_gathering",
        /// Conjunctions of clauses that tell of the same moment: "was hurt *when* shots were fired".
        AtOnce = "at_once",
        /// Prepositions of what somebody is accused of, or kept from: "accused *of* stealing".
        BeforeDeed = "before_deed",
        /// Determiners that single somebody out of those who are known: "*the* man".
        PointsOut = "points_out",
        /// Prepositions that say only where what a noun names stands: "two shops *on* the square".
        Spot = "spot",
        /// Prepositions whose phrase says where and no more, where a verb's row says nothing else: "shot *at* the apartments"; "focused
        /// *on* two areas" says more.
        Where = "where",
        /// Prepositions that link what is said to somebody, whatever the verb: "is married *to* the mayor", "quarrelled *with* the union".
        Linking = "linking",
        /// Prepositions whose phrase right behind a verb without an object says what the verb is about: "asked *for* a larger van".
        Complement = "complement",
        /// Behind the word for a charge, words that no charge follows: "charged *after* a fight with the police".
        BeforeNoCharge = "before_no_charge",
        /// Words that part those whom an event left dead or hurt from what else is told: "left two dead *when* it sank".
        EndsCasualties = "ends_casualties",
        /// Relative words for what is no person: "a blast *that* left two dead".
        RelativeThing = "relative_thing",
        /// Prepositions inside the name of a charge: "assault *with* a deadly weapon"; others end it.
        InsideCharge = "inside_charge",
        /// Prepositions of somewhere to go: "drove *to* Oslo".
        Motion = "motion",
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
        /// Prepositions of where somebody goes: "came *into* the hall".
        Destination = "destination",
        /// Behind "taken", say that nobody was abducted: "were taken *aboard*".
        LedAway = "led_away",
        /// Words that say nothing of what a passage is about: "*there* *were* *more*".
        StopWord = "stop_word",
        /// Before "a year", make it a span of time, not a rate: "paid 6 million *for* a year".
        SpanOpener = "span_opener",
        /// Behind a number and "of", open the whole that it is a part of: "37 of *the* 42 passengers".
        OpensWhole = "opens_whole",
        /// Right behind an amount, open what is no noun of the amount: "€20m *to* the fund".
        BesideAmount = "beside_amount",
        /// Stand before a noun or a title, which then needs no further article, and say nothing of what it is: "*her* two sons".
        Determiner = "determiner",
        /// Finite forms that help another verb: "the court *has* not ruled".
        Finite = "finite",
        /// Open a clause which depends on another: "*unless* it is paid".
        Dependent = "dependent",
        /// Other words that stand between a subject and its verb: "it has *never* been paid".
        WithVerb = "with_verb",
        /// Stand for somebody or something named elsewhere, so that a line which begins so is not whole: "*they* left".
        LinePronoun = "line_pronoun",
        /// End the words before a verb that belongs to another clause: "the ships *which* sank".
        OpensRelative = "opens_relative",
        /// Prepositions in the head of a relative clause, so that it may hang on a part of it: "the owner *of* ships, which sank".
        InsideHead = "inside_head",
        /// Subjects that stand for one whose name a line can give: "*she* resigned".
        OneNamedElsewhere = "one_named_elsewhere",
        /// Join a clause to another and say nothing of it alone: "*because* the court held it liable".
        JoiningWord = "joining_word",
        /// Link a phrase to what was said before and are no part of it: "hit him and *then* the man beside him".
        LinkingAdverb = "linking_adverb",
        /// Prepositions that bound no number: "a party *of* more than 100 people"; "*at* least 100" is a number.
        NeverBound = "never_bound",
        /// Stand for somebody else than who acts: "Lind called *him*".
        ObjectPronoun = "object_pronoun",
        /// Say whose something is, and stand for nobody where nothing tells who that is: "*their* trip"; "her" is an object as well.
        Owner = "owner",
        /// Name again who does it, no other side: "Serbia refused to align *itself*".
        Reflexive = "reflexive",
        /// Words that as written stand before "US" as a country among words in capitals: "*IN* US COURT".
        BesideUs = "beside_us",
        /// Behind the name of a language, go on with the sentence: "speaks Spanish *and* …".
        AfterLanguage = "after_language",
        /// Small words inside the name of a body, as written: "Bureau *of* Ships *and* Harbours".
        InsideBodyName = "inside_body_name",
        /// Before a time or a thing, make a rate: "four visits *a* week".
        RateArticle = "rate_article",
        /// Subjects of an age: "*she* just turned 60".
        OnePersonSubject = "one_person_subject",
        /// Behind an age of a list, no noun that the number counts: "aged 4, 6 *and* 9".
        AfterListedAge = "after_listed_age",
        /// Behind a title, go on with its phrase: "minister *for* trade", "president-*elect*".
        TitleGoesOn = "title_goes_on",
        /// Prepositions and conjunctions that begin a clause or lead away from the office: "the mayor *after* the vote".
        BeginsClause = "begins_clause",
        /// Begin a phrase between a title and the name: "Secretary *of* Trade Ann Roe".
        TitlePhrase = "title_phrase",
        /// Between a name's comma and its office: "Ann Roe, *now* the mayor".
        BeforeApposedOffice = "before_apposed_office",
        /// As these, of an office no longer held: "Ann Roe, *formerly* the mayor".
        BeforePastOffice = "before_past_office",
        /// Between a name and an office, or before both, when a verb says the office: "Ann Roe *was* mayor", "*named* Ann Roe mayor".
        BesideSaidOffice = "beside_said_office",
        /// Before a country in the words of an office, make it another's: "envoy *to* Peru".
        AwayFromCountry = "away_from_country",
        /// Behind "ask", open what is asked: "asked *whether* it was paid".
        WhatIsAsked = "what_is_asked",
        /// Small words that stand in no person's name: "House *of* J. Smith".
        InNoPersonsName = "in_no_persons_name",
        /// Say of what somebody speaks: "speaking *about* the vote".
        SpokenOf = "spoken_of",
        /// Open a clause that says when, why or in spite of what, whatever the tree made of it: "*before* he spoke".
        AdverbialMark = "adverbial_mark",
        /// Prepositions before whom what is done or planned is directed at: "the campaign *against* Chad".
        Toward = "toward",
        /// Before a name that is a person's elsewhere, make it a place's: "*in* Paris".
        BeforePlaceName = "before_place_name",
    }
);
