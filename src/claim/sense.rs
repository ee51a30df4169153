//! Which sense of a verb holds: "killed the bill" kills nobody, "climbed the hill" increases nothing.

use super::clause::{Argument, Clause, ClauseKind, Slot, is_noun, is_verb, row_of};
use super::sentence_rules::SentenceRules;
use crate::gazetteer::Gazetteers;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Frame, Needs, PredicateRow};
use crate::gazetteer::senses::Sense;
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation, Sentence as Tree};
use crate::tag::mention::{CountryForm, Mention, MentionKind};

impl SentenceRules<'_, '_> {
    /// Whether the clause is about what the class of its row is about; else its verb is a class of its own.
    pub(super) fn has_sense(&self, clause: &Clause, row: Option<&PredicateRow>, class: &str) -> bool {
        let verb = clause.chain.iter().rev().copied().find(|&word| is_verb(self.tree.tag(word)));
        let lemma = self.tree.lemma(verb.unwrap_or(clause.head()));
        let of_class = self.scene.gazetteers.senses.sense(class, lemma).is_none_or(|sense| self.is_in_sense(clause, sense));
        let bare = clause.noun.is_none() && (is_verb(self.tree.tag(clause.head())) || !is_noun(self.tree.tag(clause.head())));
        let of_row = match row.filter(|row| bare && *row.class == *class).map(|row| row.needs) {
            None | Some(Needs::Nothing) => true,
            Some(Needs::Object) => undergoer(clause).is_some(),
            Some(Needs::Amount) => self.is_of_amounts(clause),
            // "*held* forth", "*fired* through the hedge": done to nobody.
            Some(Needs::People) => {
                undergoer(clause).map_or(clause.passive, |argument| self.can_be_people(argument)) || self.is_in_custody(clause)
            }
            Some(Needs::NoObject) => undergoer(clause).is_none(),
            Some(Needs::Place) => self.has_destination(clause),
            Some(Needs::Sum) => self.is_of_money(clause),
            Some(Needs::Complement) => false,
        };
        of_class && of_row
    }

    fn is_in_sense(&self, clause: &Clause, sense: Sense) -> bool {
        let somebody_does = !clause.passive || has_agent(clause);
        match sense {
            Sense::AsksFor => clause.chain.len() > 1 || self.has_complement(clause) || self.is_for_something(clause),
            Sense::AsSomething => self.is_as_something(clause),
            Sense::ByPeople => clause.passive || clause.subject().is_none_or(|subject| !self.is_thing(subject.head)),
            Sense::BySomebody => somebody_does,
            Sense::Company => self.is_of_a_company(clause),
            Sense::LeadsNowhere => !self.is_shown_the_way(clause),
            Sense::LookedFor => !self.is_where_it_stands(clause),
            Sense::NoCallout => !self.is_response_to_an_event(clause),
            Sense::NoComplement => !self.has_complement(clause),
            Sense::NoGift => undergoer(clause).is_none() || self.is_of_money(clause),
            Sense::NoCompany => self.can_go(clause) && !self.is_done_by_a_company(clause),
            Sense::NoGuest => !self.is_of_guests(clause),
            Sense::NotGivenUp => !self.is_given_up(clause),
            Sense::NotHandedOn => !self.is_handed_on(clause),
            Sense::NotInWords => !self.is_attack_in_words(clause),
            Sense::NoPerson => clause.subject().is_none_or(|subject| !self.names_people(subject.head)),
            Sense::NoRoad => undergoer(clause)
                .is_none_or(|argument| self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head)) != Some(NounKind::Place)),
            Sense::NoShot => !self.is_shooting(clause),
            Sense::NoSum => !undergoer(clause).is_some_and(|argument| self.is_sum(argument.head)),
            Sense::NoVehicle => !self.is_stopping_of_a_vehicle(clause),
            Sense::ObjectAlone => self.has_object_alone(clause),
            Sense::OfMeasure => self.is_of_measure(clause),
            Sense::InWords => !undergoer(clause).is_some_and(|argument| self.is_had(argument.head)),
            Sense::NobodyEnters => somebody_does && !undergoer(clause).is_some_and(|argument| self.is_let_in(argument.head)),
            Sense::OfPeople => self.is_of_people(clause),
            Sense::OfficeNamed => self.is_naming_of_office(clause),
            Sense::SomethingDone => undergoer(clause).is_some() || clause.chain.len() > 1,
            Sense::SomebodyGoes => self.can_go(clause),
            Sense::StrikesSomebody => self.is_attack(clause),
            Sense::ToSomebody => self.is_sending(clause),
            Sense::WithComplement => self.has_complement(clause),
            Sense::WithCounterpart => self.has_counterpart(clause),
            Sense::WithFigure => self.is_measured(clause),
            Sense::WithInfinitive => clause.chain.len() > 1,
            Sense::WithOf => takes_of(self.tree, clause),
            Sense::WithObject => undergoer(clause).is_some(),
            Sense::WithoutObject => undergoer(clause).is_none(),
        }
    }

    /// The class of a clause that is not of `class`, since its row has another sense: its verb, or "be" for what a word that is no verb
    /// says of somebody.
    pub(super) fn own_class(&self, clause: &Clause, class: &str) -> String {
        let verb = clause.chain.iter().rev().copied().find(|&word| is_verb(self.tree.tag(word)));
        let Some(lemma) = verb.map(|verb| self.tree.lemma(verb)) else { return "be".to_owned() };
        // "attacked the senator's record": with words; "*is described* as 6 feet tall": so he looks, whoever says it.
        self.scene.gazetteers.senses.otherwise(class, lemma).unwrap_or(lemma).to_owned()
    }

    /// "fired *three rounds*", "fired *into the crowd*".
    fn is_shooting(&self, clause: &Clause) -> bool {
        let sets = &self.scene.gazetteers.word_sets;
        clause.arguments.iter().any(|argument| match argument.slot {
            Slot::Object | Slot::PassiveSubject => sets.has(LexicalSet::IsFired, self.tree.lemma(argument.head)),
            Slot::Oblique => argument.preposition.is_some_and(|case| sets.has(LexicalSet::FiredTowards, self.tree.lemma(case))),
            Slot::Subject => self.tree.lemma(argument.head) == "shot",
            _ => false,
        }) || clause.antecedent.is_some_and(|noun| self.tree.lemma(noun) == "shot")
    }

    /// "raised *$3 million*": the noun is a sum itself.
    fn is_sum(&self, noun: usize) -> bool {
        let place = self.tree.token_span(noun);
        self.scene
            .mentions_in(self.sentence)
            .iter()
            .any(|mention| matches!(mention.kind, MentionKind::Money(_)) && mention.span.contains(place))
    }

    /// "claimed *$3 million*", "claimed *asylum*": sums and rights are had by claiming them.
    fn is_had(&self, noun: usize) -> bool {
        self.is_sum(noun) || self.scene.gazetteers.word_sets.has(LexicalSet::IsClaimed, self.tree.lemma(noun))
    }

    /// "admitted *2,000 refugees*": people are let in.
    fn is_let_in(&self, noun: usize) -> bool {
        self.names_people(noun) && self.tree.tag(noun) != PennTag::PRP
    }

    /// "sees it *as a threat*"; not "see growth as work resumes".
    fn is_as_something(&self, clause: &Clause) -> bool {
        clause
            .arguments
            .iter()
            .any(|argument| argument.slot == Slot::Oblique && argument.preposition.is_some_and(|case| self.tree.lemma(case) == "as"))
    }

    /// "discussed trade *with Chad*", "*Chad and Togo* discussed trade".
    fn has_counterpart(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| argument.preposition.is_some_and(|case| self.tree.lemma(case) == "with"))
            || clause.subject().is_some_and(|subject| self.phrases().coordinated(subject.head).len() > 1)
    }

    /// "pushed *for a ban*".
    fn is_for_something(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| argument.preposition.is_some_and(|case| self.tree.lemma(case) == "for"))
    }

    /// "recalled *the pumps*"; not "recalled *seeing* him", "recalled the day *they met*".
    fn has_object_alone(&self, clause: &Clause) -> bool {
        undergoer(clause).is_some_and(|argument| self.tree.child_with(argument.head, Relation::Acl).is_none())
            && !self.has_complement(clause)
    }

    /// Whether what changes is an amount: "prices climbed 5%", "cut the fee", "arrivals fell"; not "reached the capital", "climbed
    /// the hill", "fell from a ladder".
    fn is_of_amounts(&self, clause: &Clause) -> bool {
        if self.is_measured(clause) {
            return true;
        }
        // "was raised in Oslo", "then jumped into the car": nothing that changes is told.
        let Some(changing) = undergoer(clause).or_else(|| clause.subject()) else { return false };
        // "snow fell into the valley", "climbed onto the roof"
        let moves = |argument: &Argument| {
            argument.slot == Slot::Oblique
                && argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "into" | "onto" | "off" | "through"))
        };
        if undergoer(clause).is_none() && clause.arguments.iter().any(moves) {
            return false;
        }
        // "raised eyebrows", "cut the ribbon": an idiom has a bare noun that is no amount.
        let lemma = self.tree.lemma(changing.head);
        if matches!(changing.slot, Slot::Object | Slot::PassiveSubject)
            && self.scene.gazetteers.word_sets.has(LexicalSet::IdiomObject, lemma)
        {
            return false;
        }
        !self.names_people(changing.head)
            && !self.names_a_place(changing.head)
            && !self.is_a_living_thing(changing.head)
            && self.scene.gazetteers.noun_classes.class(lemma) != Some("vehicle")
    }

    /// Whether a clause gives a number that is how much something changes, or what it comes to.
    fn is_measured(&self, clause: &Clause) -> bool {
        // "dropped a demand *that half of them leave*": a number of another clause is not how much.
        let owner = self.clauses.owner[clause.head()];
        // "climbed onto *one of the roofs*": one of several is no figure.
        let one_of = |word: usize| self.tree.lemma(word) == "one" && word + 1 < self.tree.len() && self.tree.lemma(word + 1) == "of";
        let figure = |token: usize| {
            let mut range = self.tree.subtree_range(token).filter(|&word| self.clauses.owner[word] == owner);
            range.any(|word| matches!(self.tree.tag(word), PennTag::CD | PennTag::Dollar) && !self.is_time(word) && !one_of(word))
        };
        // "raised in Britain", "dropped by police": an oblique that gives no number measures nothing.
        clause.arguments.iter().any(|argument| {
            let by_how_much = matches!(argument.slot, Slot::Object | Slot::Oblique | Slot::Agent);
            // "grew *to 65 members*", "fell *by 14 towns*"
            let change = argument.slot == Slot::Oblique
                && !clause.passive
                && argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "by" | "to"));
            by_how_much
                && !argument.shared
                && figure(argument.head)
                && (change || !self.names_people(argument.head) && !self.names_a_place(argument.head))
        })
    }

    /// "*dropped* its demand": an object that is no amount and has no number beside it.
    fn is_given_up(&self, clause: &Clause) -> bool {
        let amount = |noun: usize| self.scene.gazetteers.slots.amount_noun(self.tree.lemma(noun)).is_some();
        undergoer(clause).is_some_and(|argument| !amount(argument.head)) && !self.is_measured(clause)
    }

    /// "*led* the guards *to a cellar*": people who are shown the way.
    fn is_shown_the_way(&self, clause: &Clause) -> bool {
        let to = |argument: &Argument| argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "to" | "into"));
        let people = |argument: &Argument| {
            matches!(self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head)), Some(NounKind::Person))
                || self.tree.tag(argument.head) == PennTag::PRP
        };
        !clause.passive
            && undergoer(clause).is_some_and(people)
            && clause.arguments.iter().any(|argument| {
                argument.slot == Slot::Oblique
                    && to(argument)
                    && (self.names_a_place(argument.head) || self.tree.tag(argument.head) == PennTag::NN)
            })
    }

    /// Whether what it is done to may be people: named as such, a bare number, or the subject of a passive that names nothing else.
    fn can_be_people(&self, argument: &Argument) -> bool {
        let noun = argument.head;
        let passive = argument.slot == Slot::PassiveSubject;
        // "held *it* up", "holding *the $500 ticket*"
        let sum = |token: usize| self.tree.tag(token) == PennTag::Dollar;
        if self.tree.lemma(noun) == "it" || sum(noun) || self.tree.children(noun).any(sum) {
            return false;
        }
        self.names_people(noun)
            || !matches!(self.tree.tag(noun), PennTag::NN | PennTag::NNS)
            || (passive
                && self.scene.gazetteers.noun_classes.kind(self.tree.lemma(noun)).is_none()
                && row_of(self.tree, self.scene.gazetteers, noun).is_none()
                && ends_as_people_do(self.tree.lemma(noun), self.scene.gazetteers))
    }

    /// "came *to Oslo*", "went *into the hall*": somewhere that one can be.
    fn has_destination(&self, clause: &Clause) -> bool {
        clause.arguments.iter().filter(|argument| argument.slot == Slot::Oblique).any(|argument| {
            let Some(case) = argument.preposition else { return self.tree.tag(argument.head) == PennTag::RB };
            let where_to = self.scene.gazetteers.word_sets.has(FunctionSet::Destination, self.tree.lemma(case));
            let name = matches!(self.tree.tag(argument.head), PennTag::NNP | PennTag::NNPS) && !self.is_time(argument.head);
            where_to && (name || self.names_a_place(argument.head))
        })
    }

    /// "stretches *for 12 kilometres*", "lasted *two hours*"; not "a wire stretched between two poles".
    fn is_of_measure(&self, clause: &Clause) -> bool {
        let measured = |mention: &Mention| match &mention.kind {
            MentionKind::Measure(_) | MentionKind::Money(_) | MentionKind::Percent(_) => true,
            MentionKind::Count(count) | MentionKind::Quantifier(count) => {
                let unit = count.unit.as_deref().and_then(|unit| self.scene.gazetteers.noun_classes.kind(unit));
                matches!(unit, None | Some(NounKind::Time))
            }
            _ => false,
        };
        clause.arguments.iter().filter(|argument| !argument.shared).any(|argument| {
            let under = self.tree.subtree_span(argument.head);
            self.scene.mentions_in(self.sentence).iter().any(|mention| measured(mention) && under.contains(mention.span))
        })
    }

    /// Whether a sum of money is told: "spent *$3 million*".
    fn is_of_money(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| {
            let under = self.tree.subtree_span(argument.head);
            let mut mentions = self.scene.mentions_in(self.sentence).iter();
            mentions.any(|mention| matches!(mention.kind, MentionKind::Money(_)) && under.contains(mention.span))
        })
    }

    pub(super) fn names_people(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        matches!(self.scene.gazetteers.noun_classes.kind(self.tree.lemma(token)), Some(NounKind::Person))
            || matches!(self.tree.tag(token), PennTag::NNP | PennTag::NNPS | PennTag::PRP)
            || self.scene.official_at(self.sentence, place).is_some()
            || self.scene.country_at(self.sentence, place).is_some_and(|(_, country)| country.form == CountryForm::Demonym)
    }

    /// "named him *chairman*", "was named *to the board*", "named *as* a judge"; not "named the street after him", "named a suspect".
    fn is_naming_of_office(&self, clause: &Clause) -> bool {
        let verb = clause.head();
        let objects = self.tree.children(verb).filter(|&child| matches!(self.tree.relation(child), Relation::Obj | Relation::Iobj)).count();
        let office = |argument: &Argument| {
            argument.slot == Slot::Oblique && argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "as" | "to"))
        };
        let after = |argument: &Argument| argument.preposition.is_some_and(|case| self.tree.lemma(case) == "after");
        if clause.arguments.iter().any(after) {
            return false;
        }
        // "was named *champion*", "named Oslo as *the best city*": what a prize or a list makes of somebody.
        let superlative = |word: usize| matches!(self.tree.tag(word), PennTag::JJS | PennTag::RBS);
        let prize = |noun: usize| {
            let best = || self.tree.children(noun).any(|child| superlative(child) || self.tree.children(child).any(superlative));
            is_noun(self.tree.tag(noun))
                && noun > verb
                && (self.scene.gazetteers.word_sets.has(LexicalSet::Prize, self.tree.lemma(noun)) || best())
        };
        if self.tree.children(verb).any(prize) {
            return false;
        }
        self.has_complement(clause) || objects > 1 || clause.passive && objects > 0 || clause.arguments.iter().any(office)
    }

    /// "*welcomed the leaders* to dinner": guests, nobody who is taken in.
    fn is_of_guests(&self, clause: &Clause) -> bool {
        undergoer(clause).is_some_and(|argument| {
            self.scene.official_at(self.sentence, self.tree.token_span(argument.head)).is_some()
                || self.scene.gazetteers.noun_classes.class(self.tree.lemma(argument.head)) == Some("official")
        })
    }

    /// "is being held *in the county jail*", "held *without bail*": whoever it is, it is a person.
    fn is_in_custody(&self, clause: &Clause) -> bool {
        let custody = |argument: &Argument| {
            let lemma = self.tree.lemma(argument.head);
            self.scene.gazetteers.word_sets.has(LexicalSet::Custody, lemma) || matches!(lemma, "bail" | "bond")
        };
        clause.passive && clause.arguments.iter().any(|argument| argument.slot == Slot::Oblique && custody(argument))
    }

    /// "the recipe was *passed from* Lind to her niece": nobody approved it.
    fn is_handed_on(&self, clause: &Clause) -> bool {
        clause.arguments.iter().any(|argument| argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "from" | "down")))
    }

    /// "*stopped a car* for speeding": the police do, and block nothing.
    fn is_stopping_of_a_vehicle(&self, clause: &Clause) -> bool {
        undergoer(clause)
            .is_some_and(|argument| self.scene.gazetteers.noun_classes.class(self.tree.lemma(argument.head)) == Some("vehicle"))
    }

    /// "*took over* the carrier Norwings"; not "took over the building", "took over as mayor".
    fn is_of_a_company(&self, clause: &Clause) -> bool {
        undergoer(clause).is_some_and(|argument| {
            self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head)) == Some(NounKind::Organization)
                || self.scene.organization_at(self.sentence, self.tree.token_span(argument.head)).is_some()
                || matches!(self.tree.tag(argument.head), PennTag::NNP | PennTag::NNPS)
        })
    }

    /// "the club, *located on* Elm Street": nobody looked for it.
    fn is_where_it_stands(&self, clause: &Clause) -> bool {
        let placed = |argument: &Argument| {
            argument.preposition.is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::Spot, self.tree.lemma(case)))
        };
        let stands = clause.subject().map_or(clause.antecedent, |subject| Some(subject.head)).is_none_or(|noun| !self.names_people(noun));
        // "*is* located near Oslo": so it is now; who was looked for "was located".
        let now = self
            .tree
            .children(clause.head())
            .any(|child| self.tree.relation(child) == Relation::AuxPass && matches!(self.tree.tag(child), PennTag::VBZ | PennTag::VBP));
        clause.passive && !has_agent(clause) && (now || stands && (clause.arguments.iter().any(placed) || self.is_of_measure(clause)))
    }

    /// "delivered *40 pumps*", "delivered aid *to Togo*"; not "delivered a mix of jokes and facts".
    fn is_sending(&self, clause: &Clause) -> bool {
        undergoer(clause)
            .is_some_and(|argument| self.tree.children(argument.head).any(|child| self.tree.relation(child) == Relation::Nummod))
            || clause.arguments.iter().any(|argument| argument.preposition.is_some_and(|case| self.tree.lemma(case) == "to"))
    }

    /// "responded *to the scene*", "responded *to a shooting*": that is no answer.
    fn is_response_to_an_event(&self, clause: &Clause) -> bool {
        clause.arguments.iter().filter(|argument| argument.slot == Slot::Oblique).any(|argument| {
            let to = argument.preposition.is_some_and(|case| matches!(self.tree.lemma(case), "to" | "at"));
            let event = row_of(self.tree, self.scene.gazetteers, argument.head)
                .is_some_and(|row| row.frame == Frame::Event && self.scene.gazetteers.word_sets.has(ClassSet::Violence, &row.class));
            to && (event
                || self.scene.gazetteers.word_sets.has(LexicalSet::Callout, self.tree.lemma(argument.head))
                    && clause.subject().is_some_and(|subject| self.tree.tag(subject.head) != PennTag::PRP)
                || self.names_a_place(argument.head)
                || self.scene.gazetteers.noun_classes.kind(self.tree.lemma(argument.head)) == Some(NounKind::Event))
        })
    }

    fn has_complement(&self, clause: &Clause) -> bool {
        self.tree.children(clause.head()).any(|child| matches!(self.tree.relation(child), Relation::Xcomp | Relation::Ccomp))
    }

    /// "three *bedrooms* occupy the top floor"
    fn is_thing(&self, token: usize) -> bool {
        let classes = &self.scene.gazetteers.noun_classes;
        matches!(self.tree.tag(token), PennTag::NN | PennTag::NNS)
            && !ends_as_people_do(self.tree.lemma(token), self.scene.gazetteers)
            && matches!(
                classes.kind(self.tree.lemma(token)),
                None | Some(NounKind::Thing | NounKind::Place | NounKind::Document | NounKind::Time)
            )
    }

    fn names_a_place(&self, token: usize) -> bool {
        let place = self.tree.token_span(token);
        matches!(
            self.scene.gazetteers.noun_classes.kind(self.tree.lemma(token)),
            Some(NounKind::Place | NounKind::Country | NounKind::Government | NounKind::Organization)
        ) || self.scene.country_at(self.sentence, place).is_some()
            || self.tree.lemma(token) == "capital"
    }

    /// "180,000 *head* of cattle were raised".
    fn is_a_living_thing(&self, token: usize) -> bool {
        matches!(self.scene.gazetteers.noun_classes.class(self.tree.lemma(token)), Some("animal"))
            || (self.tree.lemma(token) == "head" && self.tree.children(token).any(|child| self.tree.relation(child) == Relation::Nmod))
    }

    /// Whether somebody dies, so that "a strategy executed under his administration" and "killed the bill" are no killings.
    fn is_of_people(&self, clause: &Clause) -> bool {
        if self.is_death_toll(clause) {
            return true;
        }
        let victim = clause.arguments.iter().find(|argument| match argument.slot {
            Slot::PassiveSubject | Slot::Object => true,
            Slot::Subject => self.row(clause).and_then(|row| row.role("subject")).is_some(),
            _ => false,
        });
        let Some(victim) = victim else { return true };
        // "claimed the *life* of a boy"
        if self.tree.lemma(victim.head) == "life" {
            return true;
        }
        !matches!(
            self.scene.gazetteers.noun_classes.kind(self.tree.lemma(victim.head)),
            Some(NounKind::Document | NounKind::Event | NounKind::Time | NounKind::Place | NounKind::Organization | NounKind::Government)
        ) && !row_of(self.tree, self.scene.gazetteers, victim.head).is_some_and(|row| matches!(row.frame, Frame::Event | Frame::Plan))
    }

    /// Whether "hit" and "strike" have a place, people or a country to attack, and somebody or a weapon that does: "hit a jumper"
    /// and "was hit by a falling branch" attack nobody.
    fn is_attack(&self, clause: &Clause) -> bool {
        let verb = self.tree.lemma(clause.head());
        if !self.scene.gazetteers.word_sets.has(LexicalSet::StrikesPlace, verb) {
            return true;
        }
        let by = clause.arguments.iter().find(|argument| matches!(argument.slot, Slot::Subject | Slot::Agent));
        let attacks = |argument: &Argument| {
            let lemma = self.tree.lemma(argument.head);
            self.names_people(argument.head)
                || self.names_a_place(argument.head)
                || ends_as_people_do(lemma, self.scene.gazetteers)
                || row_of(self.tree, self.scene.gazetteers, argument.head).is_some_and(|row| &*row.class == "attack")
                || self.scene.gazetteers.word_sets.has(LexicalSet::Weapon, lemma)
        };
        if matches!(verb, "hit" | "strike") && by.is_some_and(|by| !attacks(by)) {
            return false;
        }
        undergoer(clause).is_some_and(|argument| {
            let lemma = self.tree.lemma(argument.head);
            match self.scene.gazetteers.noun_classes.kind(lemma) {
                // "a rower was hit in the chest": that somebody did it is not said.
                Some(NounKind::Person) => by.is_some() || verb != "hit",
                _ => self.names_a_place(argument.head) || self.scene.gazetteers.noun_classes.class(lemma) == Some("vehicle"),
            }
        })
    }

    /// "an ad *attacking* the senator", "the mayor *attacked* his rival's plan": by words, or by one politician on another.
    fn is_attack_in_words(&self, clause: &Clause) -> bool {
        let gazetteers = self.scene.gazetteers;
        let noun = clause.antecedent.filter(|_| clause.kind == ClauseKind::Participle);
        let by = noun.or_else(|| clause.subject().map(|subject| subject.head));
        let Some(by) = by.filter(|_| !clause.passive) else { return false };
        let words = matches!(gazetteers.noun_classes.kind(self.tree.lemma(by)), Some(NounKind::Document))
            || row_of(self.tree, gazetteers, by).is_some_and(|row| row.frame == Frame::Words)
            || gazetteers.word_sets.has(LexicalSet::Message, self.tree.lemma(by));
        let official = |token: usize| self.scene.official_at(self.sentence, self.tree.token_span(token)).is_some();
        let held = |noun: usize| {
            official(noun)
                || !self.names_people(noun) && !self.names_a_place(noun) && gazetteers.noun_classes.kind(self.tree.lemma(noun)).is_none()
        };
        words || official(by) && undergoer(clause).is_some_and(|argument| held(argument.head))
    }

    /// "the brewer Fjordbryg is *heading* to Chad" opens something there.
    fn is_done_by_a_company(&self, clause: &Clause) -> bool {
        clause.subject().is_some_and(|subject| {
            let place = self.tree.token_span(subject.head);
            self.scene.organization_at(self.sentence, place).is_some()
                && self.scene.country_at(self.sentence, place).is_none()
                && self.scene.official_at(self.sentence, place).is_none()
        })
    }

    /// Whether the subject is somebody or something that can go anywhere: "the account came from her" is no visit.
    fn can_go(&self, clause: &Clause) -> bool {
        let Some(subject) = clause.subject() else { return true };
        let lemma = self.tree.lemma(subject.head);
        let classes = &self.scene.gazetteers.noun_classes;
        let place = self.tree.token_span(subject.head);
        !matches!(self.tree.tag(subject.head), PennTag::NN | PennTag::NNS)
            || matches!(classes.kind(lemma), Some(NounKind::Person | NounKind::Country | NounKind::Government | NounKind::Organization))
            || classes.class(lemma) == Some("vehicle")
            || self.scene.country_at(self.sentence, place).is_some()
            || self.scene.official_at(self.sentence, place).is_some()
    }
}

/// "bloggers", "pianists", "detainees": nouns for people by their last letters, where no table has them.
fn ends_as_people_do(lemma: &str, gazetteers: &Gazetteers) -> bool {
    gazetteers.word_sets.words(LexicalSet::PersonEnding).any(|ending| lemma.ends_with(ending))
}

fn takes_of(tree: &Tree, clause: &Clause) -> bool {
    clause.arguments.iter().any(|argument| argument.preposition.is_some_and(|case| tree.lemma(case) == "of"))
}

fn has_agent(clause: &Clause) -> bool {
    clause.arguments.iter().any(|argument| argument.slot == Slot::Agent)
}

/// Whom or what it is done to.
fn undergoer(clause: &Clause) -> Option<&Argument> {
    clause.arguments.iter().find(|argument| matches!(argument.slot, Slot::Object | Slot::PassiveSubject))
}
