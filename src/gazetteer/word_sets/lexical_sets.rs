//! Sets of words by their meaning that single rules ask for.

use super::word_sets;
use crate::gazetteer::table::TableKind;

word_sets!(
    /// Sets of words by their meaning, and of what words of one meaning begin or end with.
    LexicalSet,
    lexical_sets,
    TableKind {
        name: "lexical_sets",
        columns: &["set", "word"],
        key: &[0, 1],
        embedded: include_str!("../../../gazetteers/lexical_sets.tsv"),
    },
    {
        /// Verbs whose participle is not their past: "taken", "seen".
        OwnParticiple = "own_participle",
        /// Verbs whose participle only says what something is called: "a play *titled* Spring".
        Naming = "naming",
        /// Verbs that take two objects, so that their participle may keep one in the passive: "workers *paid* $12".
        TakesTwoObjects = "takes_two_objects",
        /// Pronouns for nobody and nothing in particular: "*anyone* who asks".
        Anybody = "anybody",
        /// Adverbs that say how or when something was, so that it is told differently without them: "*previously* charged".
        CircumstantialAdverb = "circumstantial_adverb",
        /// Verbs that never go without an object, so that they share that of a verb beside them: "*arrested* and charged two men".
        TakesAnObject = "takes_an_object",
        /// What says who may do what, and what it costs them: "a *ban* on sailors entering Chad".
        Regulation = "regulation",
        /// Words for what somebody is that are no office, whoever gives them: "a *native* of Chad", "the *shooter*", "her old *boss*".
        NoOffice = "no_office",
        /// Those who are of the town that they are in: "*police* in Lahore", not "diplomats in Geneva".
        OfItsTown = "of_its_town",
        /// Those who are of another country than the town that they are named by: "the Lahore *consulate*".
        SentAbroad = "sent_abroad",
        /// Titles that stand before any person's name, as they are written: "*Mrs.* Okoye".
        CourtesyTitle = "courtesy_title",
        /// Verbs that take what is said without "that": "*said* rebels hold the town".
        SaysDirectly = "says_directly",
        /// Last letters of nouns for people who can speak, where no table has the noun: "villag*er*s".
        SpeakerEnding = "speaker_ending",
        /// Last letters of nouns for people, where no table has the noun: "detain*ee*".
        PersonEnding = "person_ending",
        /// Verbs whose object hears what is said: "*told* the council", "*briefed* the press".
        SpokenTo = "spoken_to",
        /// Verbs whose participle stands for a preposition: "*compared* with last year".
        PrepositionalParticiple = "prepositional_participle",
        /// Words by which somebody is singled out who does what follows: "the *first* country to sign".
        Singling = "singling",
        /// Words for a day that only the day of their article fixes: "the market fell *today*".
        DeicticDay = "deictic_day",
        /// Units of steps and turns, which say how much or how often: "rose 8 *points*", "was hit three *times*".
        StepOrTurn = "step_or_turn",
        /// Words for those who serve or follow somebody, beside the nouns for people: "the Roth *campaign*".
        Followers = "followers",
        /// Behind a country and a hyphen, say that something is that country's: "the Chad-*based* firm".
        Belonging = "belonging",
        /// Say no more than how good or bad something is, which nobody can check: "a *horrific* scene", "this is a *shame*".
        Judging = "judging",
        /// Verbs that with "I" or "we" say no more than what the speaker feels or thinks: "we *hope* so".
        Feeling = "feeling",
        /// Say that a body is that of somebody who died: "four *dead* bodies".
        Lifeless = "lifeless",
        /// Words for those who share a surname: "the Roth *family*".
        Family = "family",
        /// Bare nouns that behind "by" say how: "travelled by *air*".
        Means = "means",
        /// Ordinals that after "a" count one more person: "a *fourth* was wounded".
        FurtherOrdinal = "further_ordinal",
        /// Words that an article holds where somebody has died: "two were *killed*".
        OfDeath = "of_death",
        /// Nouns that head what somebody is arrested on: "arrested on drug *charges*".
        Accusation = "accusation",
        /// May stand between people and what became of them: "two *others were later found* dead".
        BeforeFate = "before_fate",
        /// Verbs that bring somebody into an office: "was *elected* mayor", "*named* her chief executive".
        ComesToOffice = "comes_to_office",
        /// Verbs that with "as" say what office somebody holds: "*served* as mayor".
        HoldsAs = "holds_as",
        /// What stands for one person who spoke before: "*she* added", "according to *him*".
        OnePerson = "one_person",
        /// Say of an amount that it is not exact: "an *estimated* cost of $3 million".
        Approximate = "approximate",
        /// Verbs that with "as saying" give the words of their object: "*quoted* Lind as saying".
        QuotesSomebody = "quotes_somebody",
        /// Nouns behind "according to" that say how something is done, not who says it: "according to usual *procedure*".
        NoSource = "no_source",
        /// How an article says whom it asked: "The Beacon *spoke with* Ana Torres".
        Interviewing = "interviewing",
        /// Verbs that tell nothing that their subject says: "*feared* a collapse".
        Thinking = "thinking",
        /// Stand before an office that a sentence says somebody holds: "was *named* a judge".
        LeadsToOffice = "leads_to_office",
        /// What begins behind the name of an outlet that is cited: "the Herald *reported*".
        CitesOutlet = "cites_outlet",
        /// Make another office of one: "*deputy* minister".
        OtherOffice = "other_office",
        /// Say which government is meant, so that it is not the last one spoken of: "the *provincial* government".
        WhichGovernment = "which_government",
        /// Nouns that in a pair stand for two countries: "the two *leaders* met".
        OfficeOfState = "office_of_state",
        /// Nouns that with "the" name the government of the country spoken of: "the *cabinet* approved it".
        Government = "government",
        /// Heads of titles that only the state gives: "former *dictator*".
        PublicOffice = "public_office",
        /// Titles of local government that others give too: "*auditor*".
        NotPublicOffice = "not_public_office",
        /// Nouns whose number is that of what they are of: "a *group* of 40 miners".
        CarriesNumber = "carries_number",
        /// Verbs that say what their subject would like: "we *hope* to help".
        Wish = "wish",
        /// Verbs that say too little to be told of somebody who is only referred to: "she *tried* again".
        Contentless = "contentless",
        /// Bodies whose members hold an office: "member of the city *council*".
        Assembly = "assembly",
        /// Numbers before a hyphen: "*three*-month", "*half*-hour".
        SmallNumber = "small_number",
        /// Objects of "raise", "lift", "drop" and the like that turn them into something else: "raised *eyebrows*" raises no
        /// amount.
        IdiomObject = "idiom_object",
        /// Verbs that attack only where a place, people or a country is their object: "*hit* the port", not "hit a jumper".
        StrikesPlace = "strikes_place",
        /// Behind a span, say when or where, not how long: "two years *ago*", "ten miles *north*".
        BesideSpan = "beside_span",
        /// Count a length of time from when it is spoken of: "six years *ago*", "the *past* two weeks".
        FromNow = "from_now",
        /// What is fired from a gun, so that nobody loses his work: "fired three *rounds*".
        IsFired = "is_fired",
        /// What a title in capitals names behind an owner: "the Sheriff's *Department* Deputy".
        OwnedBody = "owned_body",
        /// What is had by claiming it: "claimed *asylum*".
        IsClaimed = "is_claimed",
        /// Prepositions of where a shot goes: "fired *into* the crowd".
        FiredTowards = "fired_towards",
        /// Verbs of perceiving: who "could *see* the bells" did.
        Perceiving = "perceiving",
        /// Verbs that say what belongs to a plan: "the plan *includes* raising the tax".
        HasParts = "has_parts",
        /// Nouns for parents and the like: "a *mother* of two".
        ParentOf = "parent_of",
        /// Nouns of what happens in the year before them: "the 2008 *election*".
        DatedEvent = "dated_event",
        /// Things that strike for those who sent them: "a *missile* hit the port".
        Weapon = "weapon",
        /// Names of days and months, which name no place: "on *Friday*".
        DayOrMonth = "day_or_month",
        /// Open a part of a whole named before: "50 people, *most* of them children", "50 people *including* 12 children".
        PartOpener = "part_opener",
        /// Nouns of a part: what follows their "of" is the whole: "a *third* of the 90 houses".
        Part = "part",
        /// Words before the noun of an amount that tell no two amounts apart: "the *entire* fund".
        PlainBeforeAmount = "plain_before_amount",
        /// Units that another number and a smaller unit follow: "4 *feet* 5 inches".
        FirstOfTwoUnits = "first_of_two_units",
        /// Words for what is told or shown of people, as many as the people and not the people: "the *names* of four sailors".
        ToldOfPeople = "told_of_people",
        /// Nouns for those who tell: at the end of a clause after a comma, what is left of "state *television* said".
        Teller = "teller",
        /// Words of an outlet's name as it is cited that are no part of the name: "the *local* *newspaper* Sundvik Post".
        OutletDescription = "outlet_description",
        /// Before "that", make a condition of what follows: "*provided* that they pay".
        Supposing = "supposing",
        /// Verbs that may tell a death or an injury: "was *shot*", "two were *shot*, one fatally".
        Hits = "hits",
        /// Verbs of what is done to the injured: "was *treated*".
        TakesToHospital = "takes_to_hospital",
        /// Words of titles that tell no two offices apart: "the *senior* minister *of* trade".
        SmallTitleWord = "small_title_word",
        /// What somebody does for a living or is known for, no office unless some body gives it: "the *author* Ann Lee".
        Occupation = "occupation",
        /// Verbs that in the infinitive say what came of something, no purpose: "went home to *find* it gone".
        Outcome = "outcome",
        /// What somebody is named who wins something: "was named *champion*".
        Prize = "prize",
        /// What attacks somebody with words: "an *ad* attacking the mayor".
        Message = "message",
        /// How somebody is reached: "whoever saw it may *call* the office".
        Contacting = "contacting",
        /// What somebody means to reach: "the *target* is 350 chairs".
        Goal = "goal",
        /// Adjectives that with "too" deny nothing: "too *quick* to lend money".
        Willing = "willing",
        /// What police and firefighters respond to with no word: "responded to a *blaze*".
        Callout = "callout",
        /// Make of an occupation a position that is given: "the *chief* economist".
        MakesPost = "makes_post",
        /// Words of offices whose holders meet those of other countries: "*foreign* minister".
        MeetsAbroad = "meets_abroad",
        /// Nouns of offices that one person holds: "*president* of the union", "medical *superintendent* of the hospital".
        HeldByOne = "held_by_one",
        /// Nouns whose plural is the singular, or that have no other number: "two *aircraft*".
        SamePlural = "same_plural",
        /// Say how well or how much of a language: "speaks *fluent* Polish".
        LanguageModifier = "language_modifier",
        /// Those who answer a telephone, or use it: "911 *dispatchers*" counts none.
        AnswersCalls = "answers_calls",
        /// Months, as written: "*March* 5".
        MonthName = "month_name",
        /// Months as they begin, as written: "*Jan*. 5".
        MonthAbbreviation = "month_abbreviation",
        /// Symbols of units that after a blank are words, as written: "5 *in* the morning".
        SymbolLikeWord = "symbol_like_word",
        /// Units that with "old" or "of age" are an age: "40 *years* old".
        UnitOfAge = "unit_of_age",
        /// Forms of the verb that goes before an age reached: "*turned* 60".
        TurnsAge = "turns_age",
        /// Forms of "be" before an age, of one person or somebody unnamed: "who *is* 44".
        IsAge = "is_age",
        /// Pronouns with "be" before an age: "*he's* 44".
        PronounIsAge = "pronoun_is_age",
        /// May stand between the subject of an age and its verb: "she *recently* turned 60".
        BeforeAgeVerb = "before_age_verb",
        /// Bounds of the age of a group: "people *over* 65".
        AgeBound = "age_bound",
        /// Signs of currencies in letters that stand behind a number too, as written: "250 *kr*".
        SignBehindNumber = "sign_behind_number",
        /// Codes of currencies that are English words too, as written; before a number they are those words in a headline: "*TOP*
        /// 10".
        CodeLikeWord = "code_like_word",
        /// Verbs before an office that belongs to their clause, no apposition: "when he *became* mayor, …".
        BeforeOffice = "before_office",
        /// Before "year", make it a time, no part of an office: "*last* year".
        BesideYear = "beside_year",
        /// Codes of countries where the family name comes first: "*Park* Ji-hoon".
        FamilyNameFirst = "family_name_first",
        /// What follows a name that is also a place's word, where a person is meant: "Lake *was* found guilty".
        AfterSubject = "after_subject",
        /// Words for the sign of per cent: "5 *per cent*".
        PercentWord = "percent_word",
        /// Words for a percentage point: "2 *percentage points*".
        PercentagePoint = "percentage_point",
        /// Words for a hundredth of a percentage point: "25 *basis points*".
        BasisPoint = "basis_point",
        /// Letters that may stand right behind digits and are no unit of a table: "40*ish*", "3*fold*".
        NumberSuffix = "number_suffix",
        /// Behind "this", "last" or "next", end a counted noun: "12 cup appearances this *season*".
        EndsSeason = "ends_season",
        /// Words for whoever the clause behind them is true of, lemmas: "*those* living here", "*anyone* who asks".
        StandsForAny = "stands_for_any",
        /// Verbs whose participle only says which document is meant: "a report *issued* by it".
        GivesOut = "gives_out",
        /// Nouns for where something may happen: rooms, buildings, roads, vehicles, regions: "in the *parking lot*".
        PlaceNoun = "place_noun",
        /// Nouns for a part of something, which say where if that is a place: "in the *middle* of the road", "the *south* of Chad".
        PartOfPlace = "part_of_place",
        /// Nouns for a place, or for what is seen there: "police are at the *scene*", "injured in chaotic *scenes*".
        PlaceOrSight = "place_or_sight",
        /// Nouns for a place that with "of" may be a subject: "in the *area* of trade".
        PlaceOrSubject = "place_or_subject",
        /// Where roads meet, so that both say where: "the *corner* of Elm Street and Oak Avenue".
        Crossing = "crossing",
        /// Nouns for what would show that something is so: "no *evidence* that she paid".
        Sign = "sign",
        /// Singular nouns for people who act and speak as "they": "*police* say they …".
        PluralBody = "plural_body",
        /// Verbs whose "it" stands for nothing: "it *seems*".
        ImpersonalVerb = "impersonal_verb",
        /// Before a time, say that it is not exact: "*about* 3 a.m.".
        AboutTime = "about_time",
        /// Before "before" or "after", say how near: "*shortly* after noon".
        BeforeAfter = "before_after",
        /// Words that say when without a day: "*overnight*".
        LooseTime = "loose_time",
        /// Verbs of telling that are no verbs of saying: "would not *identify* him".
        KeptBack = "kept_back",
        /// Before a date in the first lines, say that it is the article's: "*Posted*: March 3, 2021".
        Publishing = "publishing",
        /// Nouns for where people come together, which "at" and "outside" make a place: "shot at a *party*".
        Gathering = "gathering",
        /// Where those are who have been detained: "the owner is in *custody*".
        Custody = "custody",
        /// Verbs of taking people in: who will not do it refuses: "Peru will not *receive* them".
        TakesIn = "takes_in",
        /// Verbs of owning that something is so: with a thing as their object they confirm it: "*conceded* the loss".
        Owning = "owning",
        /// Behind a measure and a hyphen, say what is measured: "a two-metre-*high* wall".
        Dimension = "dimension",
        /// Nouns whose "of" names what is counted: "a *total* of 20 firms".
        Total = "total",
        /// Between "the" and a number, make it stand for things: "the *top* five".
        Ranking = "ranking",
        /// Degrees behind a comma tell that a name is a person's, as they are written: "Ann Lee, *M.D.*".
        Degree = "degree",
        /// What is only told of people, right behind their name: "Aino Tuuli *pleaded* guilty".
        OnlyPeople = "only_people",
        /// The same, behind "was" or "has been": "Aino Tuuli was *charged*".
        DoneToPeople = "done_to_people",
    }
);
