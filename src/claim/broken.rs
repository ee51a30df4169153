//! Predicates that show the tree to be wrong, or that say nothing which could be checked.

use super::clause::{Argument, Clause, ClauseKind, Slot, has_to, is_verb, preposition, row_of};
use super::scene::is_quantity;
use super::sentence_rules::SentenceRules;
use crate::gazetteer::cues::Manner;
use crate::gazetteer::noun_classes::NounKind;
use crate::gazetteer::predicates::{Control, Frame, Needs};
use crate::gazetteer::word_sets::{ClassSet, FunctionSet, LexicalSet};
use crate::syntax::{PennTag, Relation};
use crate::tag::mention::Mention;

impl SentenceRules<'_, '_> {
    /// Why a clause is no claim whatever it names.
    pub(super) fn broken_predicate(&self, clause: &Clause, told: &[&Mention]) -> Option<&'static str> {
        let counted = told.iter().any(|mention| is_quantity(mention));
        let weighty = told.iter().any(|mention| is_quantity(mention) && !self.is_weak(mention));
        let rules: [(&dyn Fn() -> bool, &str); 30] = [
            (&|| self.lacks_its_subject(clause), "verb-without-subject"),
            (&|| self.is_inside_a_noun_phrase(clause), "verb-inside-a-noun-phrase"),
            (&|| self.stands_for_a_verb(clause, told), "stands-for-a-verb"),
            (&|| self.is_inside_a_name(clause), "verb-inside-a-name"),
            (&|| self.has_phrase_for_subject(clause), "subject-under-a-preposition"),
            (&|| !counted && self.is_gerund_of_noun(clause), "what-a-noun-is-about"),
            (&|| self.is_prepositional(clause), "participle-for-a-preposition"),
            (&|| !counted && self.is_what_it_is_for(clause), "what-it-is-for"),
            (&|| !weighty && self.goes_on_from_a_purpose(clause), "goes-on-from-a-purpose"),
            (&|| told.is_empty() && self.is_empty_conjunct(clause), "only-shared"),
            (&|| self.is_only_thought(clause), "only-thought"),
            (&|| self.lacks_what_it_takes(clause), "lacks-what-it-takes"),
            (&|| !counted && self.is_of_a_document(clause), "which-document"),
            (&|| !counted && self.is_made_by_somebody(clause), "made-by-somebody"),
            (&|| self.is_which_one(clause), "which-one-it-is"),
            (&|| self.is_likened(clause), "likened"),
            (&|| self.is_of_anybody(clause), "of-anybody"),
            (&|| self.is_about_whatever(clause), "whatever-it-is"),
            (&|| self.is_plea(clause), "what-is-pleaded"),
            (&|| self.is_missing(clause), "what-is-missing"),
            (&|| self.is_cleft(clause), "told-behind-it"),
            (&|| self.is_score(clause), "who-has-how-many"),
            (&|| self.is_nothing(clause), "what-it-is-is-missing"),
            (&|| self.speaks_on_the_side(clause), "speaks-on-the-side"),
            (&|| self.is_for_the_time_being(clause), "for-the-time-being"),
            (&|| self.asks_a_question(clause), "asks-a-question"),
            (&|| self.is_asked_of_the_speaker(clause), "asked-of-the-speaker"),
            (&|| !weighty && self.is_in_general(clause), "in-general"),
            (&|| self.is_an_appeal(clause), "appeal-to-readers"),
            (&|| self.speaks_to_the_reader(clause), "speaks-to-the-reader"),
        ];
        rules.into_iter().find(|(broken, _)| broken()).map(|(_, rule)| rule)
    }

    /// "a plea *of not guilty*": what the plea is, of which its verb tells.
    fn is_plea(&self, clause: &Clause) -> bool {
        clause.antecedent.is_some_and(|noun| self.tree.lemma(noun) == "plea") && !is_verb(self.tree.tag(clause.head()))
    }

    /// "*without Chad paying its debts*, there will be no talks": what would have to happen first.
    fn is_missing(&self, clause: &Clause) -> bool {
        let (tree, top) = (self.tree, clause.top());
        let without =
            tree.children(top).any(|child| child < top && tree.relation(child) == Relation::Mark && tree.lemma(child) == "without");
        let own = clause.subject().is_some_and(|subject| !subject.shared);
        let open = |verb: usize| tree.children(verb).any(|child| tree.tag(child) == PennTag::MD);
        without && own && tree.head(top).is_some_and(open)
    }

    /// "*it was Lind* who paid": the clause behind it tells what happened.
    fn is_cleft(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let it = tree.children(head).any(|child| tree.relation(child) == Relation::Nsubj && tree.lemma(child) == "it");
        let who = |child: usize| {
            tree.relation(child) == Relation::AclRelcl && tree.children(child).any(|below| matches!(tree.lemma(below), "who" | "that"))
        };
        it && tree.tag(head).is_proper() && tree.child_with(head, Relation::Cop).is_some() && tree.children(head).any(who)
    }

    /// "The count is *Ann Lee 384*, Otto Lind 300": names with their numbers, which no clause joins.
    fn is_score(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let number = |child: usize| child > head && tree.tag(child) == PennTag::CD && tree.relation(child) == Relation::Flat;
        tree.tag(head).is_proper() && tree.child_with(head, Relation::Cop).is_some() && tree.children(head).any(number)
    }

    /// "In Chad *it is not*", "the latest example *is*, he wrote": nothing behind it says what.
    fn is_nothing(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let there = tree.child_with(head, Relation::Expl).is_some();
        let subject = clause.subject().is_some_and(|subject| subject.head < head);
        let aside = |child: usize| {
            matches!(tree.relation(child), Relation::Punct | Relation::Cc | Relation::Conj | Relation::Parataxis)
                || tree.lemma(child) == "not"
        };
        let behind = tree.children(head).any(|child| child > head && !aside(child));
        is_verb(tree.tag(head)) && tree.lemma(head) == "be" && subject && !there && !behind
    }

    /// "said *advocate Otto Lind*": a finite verb without a subject is none, headlines apart.
    fn lacks_its_subject(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let finite = matches!(tree.tag(head), PennTag::VB | PennTag::VBP | PennTag::VBZ)
            && clause.chain.len() == 1
            && !has_to(tree, head)
            && tree.child_with(head, Relation::Aux).is_none();
        let placed = matches!(
            clause.kind,
            ClauseKind::Complement | ClauseKind::Aside | ClauseKind::Adverbial | ClauseKind::Participle | ClauseKind::Conjunct
        );
        finite && placed && clause.subject().is_none()
    }

    /// "the Holy *See*", "her play, *Crossing* the Frozen Lake": a word of a name or title says nothing.
    fn is_inside_a_name(&self, clause: &Clause) -> bool {
        let place = self.tree.token_span(clause.head());
        is_verb(self.tree.tag(clause.head()))
            && (self.begins_a_title(clause)
                || self.scene.country_at(self.sentence, place).is_some()
                || self.scene.official_at(self.sentence, place).is_some_and(|(_, official)| official.name.overlaps(place)))
    }

    /// A gerund with a capital behind a comma, in a sentence whose own verb has none.
    fn begins_a_title(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let capital = |token: usize| tree.word(self.scene.text, token).starts_with(char::is_uppercase);
        tree.tag(head) == PennTag::VBG
            && capital(head)
            && head > 0
            && tree.tag(head - 1) == PennTag::Comma
            && tree.root().is_some_and(|root| is_verb(tree.tag(root)) && !capital(root))
    }

    /// "*In Brazil*, biopesticides are": a phrase with a preposition is no subject.
    fn has_phrase_for_subject(&self, clause: &Clause) -> bool {
        let case = clause.subject().filter(|subject| !subject.shared).and_then(|subject| preposition(self.tree, subject.head));
        clause.chain.len() == 1
            && case.is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::NoSubject, self.tree.lemma(case)))
    }

    /// "the burden *of accepting people*": what a noun is about, unless a number makes it news.
    fn is_gerund_of_noun(&self, clause: &Clause) -> bool {
        let (tree, top) = (self.tree, clause.top());
        let under =
            |child: usize| child < top && matches!(tree.relation(child), Relation::Mark | Relation::Case) && tree.lemma(child) != "without";
        tree.tag(top) == PennTag::VBG && clause.antecedent.is_some() && tree.children(top).any(under)
    }

    /// "a fall *compared to* 2015", "a report *based on* figures", "a pond *located in* Chad": prepositions by now.
    fn is_prepositional(&self, clause: &Clause) -> bool {
        matches!(clause.kind, ClauseKind::Participle | ClauseKind::Adverbial)
            && clause.subject().is_none_or(|subject| subject.shared)
            && (self.scene.gazetteers.word_sets.has(LexicalSet::PrepositionalParticiple, self.tree.lemma(clause.head()))
                // "the weeks *leading up to* the vote"
                || self.row(clause).is_some_and(|row| &*row.class == "precede"))
    }

    /// "one *limping* old sailor", "a best-*selling* writer", "on her *show*": a word before a noun, or a noun itself.
    fn is_inside_a_noun_phrase(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let Some(before) = head.checked_sub(1).filter(|_| clause.chain.len() == 1 && is_verb(tree.tag(head))) else { return false };
        // "*One* limping sailor sold": the tree may take the number for a subject.
        let subject = |child: usize| tree.relation(child).is_subject() && !(child == before && tree.lemma(before) == "one");
        if tree.children(head).any(|child| subject(child) || matches!(tree.relation(child), Relation::Aux | Relation::AuxPass)) {
            return false;
        }
        let owned = tree.tag(before) == PennTag::PRPS && tree.tag(head) != PennTag::VBG;
        let modifies = head + 1 < tree.len()
            && matches!(tree.tag(head + 1), PennTag::JJ | PennTag::NN | PennTag::NNS)
            && matches!(tree.tag(head), PennTag::VBG | PennTag::VBN);
        let glued = modifies && {
            let place = tree.token_span(head);
            let ahead = &self.scene.text[..place.start];
            ahead.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric))
        };
        let determined = modifies
            && tree.tag(head) == PennTag::VBG
            && (matches!(tree.tag(before), PennTag::DT | PennTag::PRPS) || tree.lemma(before) == "one");
        owned || glued || determined
    }

    /// "did *so* without waking the guards", "lost as badly as *Roth did*", "is doing *her job*": what is done is said elsewhere, if at all;
    /// "did *40 miles* a day" and "did *business with Chad*" say it.
    fn stands_for_a_verb(&self, clause: &Clause, told: &[&Mention]) -> bool {
        let head = clause.head();
        let says_what = |mention: &&Mention| {
            let done = |argument: &Argument| {
                argument.preposition.is_none()
                    && !matches!(argument.slot, Slot::Subject | Slot::Agent)
                    && self.tree.subtree_span(argument.head).contains(mention.span)
            };
            is_quantity(mention) && !self.is_weak(mention) && clause.arguments.iter().any(done)
        };
        self.tree.lemma(head) == "do" && clause.noun.is_none() && is_verb(self.tree.tag(head)) && !told.iter().any(says_what)
    }

    /// "measures *to protect workers*": what something is for, unless the table says that the noun plans it.
    fn is_what_it_is_for(&self, clause: &Clause) -> bool {
        let row = clause.antecedent.and_then(|noun| row_of(self.tree, self.scene.gazetteers, noun));
        let planned = row.is_some_and(|row| row.complement.is_some() || matches!(row.frame, Frame::Plan | Frame::Event));
        clause.kind == ClauseKind::Infinitive && !planned
    }

    /// "to facilitate *and protect* the deal": as the purpose that it goes on from.
    fn goes_on_from_a_purpose(&self, clause: &Clause) -> bool {
        let parent = clause.parent.map(|parent| self.clauses.clauses[parent].kind);
        clause.kind == ClauseKind::Conjunct
            && matches!(parent, Some(ClauseKind::Purpose | ClauseKind::Infinitive))
            && clause.subject().is_none_or(|subject| subject.shared)
    }

    /// "… and *planned*", "… and *continued*": nothing but who did it.
    fn is_empty_conjunct(&self, clause: &Clause) -> bool {
        let listed = self
            .row(clause)
            .is_some_and(|row| !self.scene.gazetteers.word_sets.has(ClassSet::NeedsUndergoer, &row.class) && row.frame != Frame::Light);
        let own = clause.arguments.iter().any(|argument| !argument.shared && !self.is_time(argument.head));
        // "Confounding critics *and ignoring experts*, he won": beside what is told, as the first of the two.
        let parent = clause.parent.map(|parent| &self.clauses.clauses[parent]);
        let aside = self.tree.tag(clause.head()) == PennTag::VBG
            && parent.is_some_and(|parent| {
                parent.kind == ClauseKind::Adverbial
                    && self.tree.tag(parent.head()) == PennTag::VBG
                    && parent.subject().is_none_or(|subject| subject.shared)
            });
        clause.kind == ClauseKind::Conjunct && (aside || !own) && !listed
    }

    /// "the man *who I think* has won": what is thought is told, not that it is.
    fn is_only_thought(&self, clause: &Clause) -> bool {
        let own = clause.arguments.iter().any(|argument| !argument.shared && matches!(argument.slot, Slot::Object | Slot::Oblique));
        let antecedent_does = clause.subject().is_some_and(|subject| Some(subject.head) == clause.antecedent);
        clause.kind == ClauseKind::Relative
            && self.row(clause).is_some_and(|row| row.frame == Frame::Speech)
            && !antecedent_does
            && !clause.passive
            && !own
    }

    /// "had tried and *failed*", "the ministry *is trying*": a verb that says how something is done, without what.
    fn lacks_what_it_takes(&self, clause: &Clause) -> bool {
        let head = clause.head();
        let takes = self.row(clause).is_some_and(|row| {
            row.control == Control::Subject
                && match row.complement {
                    Some(Manner::Planned) => row.needs == Needs::Complement || matches!(&*row.class, "plan" | "try"),
                    Some(Manner::Negated) => clause.kind == ClauseKind::Conjunct,
                    _ => false,
                }
        });
        let own =
            clause.arguments.iter().any(|argument| !argument.shared && !matches!(argument.slot, Slot::Subject | Slot::PassiveSubject));
        let goes_on = self
            .tree
            .children(head)
            .any(|child| child > head && (self.tree.relation(child).is_clausal() || self.tree.relation(child) == Relation::CompoundPrt));
        takes && is_verb(self.tree.tag(head)) && clause.noun.is_none() && !clause.passive && !own && !goes_on
    }

    /// "the data *released by the ministry*", "a report *issued by it*": only which document is meant.
    fn is_of_a_document(&self, clause: &Clause) -> bool {
        let document = |noun: usize| {
            self.scene.gazetteers.noun_classes.kind(self.tree.lemma(noun)) == Some(NounKind::Document)
                || row_of(self.tree, self.scene.gazetteers, noun).is_some_and(|row| row.frame == Frame::Words)
        };
        let given_out = self.scene.gazetteers.word_sets.has(LexicalSet::GivesOut, self.tree.lemma(clause.head()));
        clause.kind == ClauseKind::Participle
            && clause.passive
            && given_out
            && self.is_restrictive(clause)
            && clause.antecedent.is_some_and(document)
    }

    /// "the mistakes *made by the mayor*", "the position *taken by Peru*": a light verb that only says whose they are.
    fn is_made_by_somebody(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Participle
            && clause.passive
            && clause.noun.is_none()
            && self.is_restrictive(clause)
            && self.tree.tag(clause.head()) == PennTag::VBN
            && self.tree.child_with(clause.head(), Relation::AuxPass).is_none()
            && self.row(clause).is_some_and(|row| row.frame == Frame::Light && row.control == Control::None)
    }

    /// "the play, *titled* Norwegian Wood", "Chad on 12 percent, *followed* by Peru on 9": what it is called, and what comes after it.
    fn is_which_one(&self, clause: &Clause) -> bool {
        let tree = self.tree;
        let orders = || clause.arguments.iter().any(|argument| argument.slot == Slot::Agent);
        let tells = match tree.lemma(clause.head()) {
            "follow" => orders(),
            lemma => self.scene.gazetteers.word_sets.has(LexicalSet::Naming, lemma),
        };
        tells && clause.kind == ClauseKind::Participle && clause.passive && clause.chain.len() == 1
    }

    /// "*anyone paying* $20 a month", "when *you add* one key word", "something *you'd get* from Chad": beside what is told, of nobody.
    fn is_of_anybody(&self, clause: &Clause) -> bool {
        let beside = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Adverbial);
        let anybody = |noun: usize| self.scene.gazetteers.word_sets.has(LexicalSet::Anybody, self.tree.lemma(noun));
        beside && (clause.antecedent.is_some_and(anybody) || clause.subject().is_some_and(|subject| anybody(subject.head)))
            || self.is_of_whom_a_rule_is_for(clause)
    }

    /// "a ban on *sailors entering Chad*", "rules for *firms buying 40 boats*": whoever does what a rule is about; none is said to do it.
    fn is_of_whom_a_rule_is_for(&self, clause: &Clause) -> bool {
        let tree = self.tree;
        let Some(noun) = clause.antecedent.filter(|_| clause.kind == ClauseKind::Participle && tree.tag(clause.top()) == PennTag::VBG)
        else {
            return false;
        };
        let certain = |child: usize| matches!(tree.relation(child), Relation::Det | Relation::Nummod | Relation::NmodPoss);
        let bare = matches!(tree.tag(noun), PennTag::NNS | PennTag::NNPS) && !tree.children(noun).any(certain);
        let rule = tree.head(noun).filter(|_| bare && tree.relation(noun) == Relation::Nmod);
        rule.is_some_and(|rule| self.scene.gazetteers.word_sets.has(LexicalSet::Regulation, tree.lemma(rule)))
    }

    /// "looked *like he was* twelve", "acts *as if he owned* Peru": what something is likened to is not so.
    fn is_likened(&self, clause: &Clause) -> bool {
        let tree = self.tree;
        let top = clause.top();
        clause.kind == ClauseKind::Adverbial
            && clause.subject().is_some_and(|subject| !subject.shared)
            && tree.children(top).any(|child| {
                child < top
                    && (tree.lemma(child) == "like" && matches!(tree.relation(child), Relation::Mark | Relation::Case)
                        || tree.lemma(child) == "as" && child + 1 < tree.len() && matches!(tree.lemma(child + 1), "if" | "though"))
            })
    }

    /// "*what appeared to be* a threat to Chad", "about *how he would pay* $3 million", "know *how many died*": whatever that is, how it
    /// comes about, and how many there are, is left open.
    fn is_about_whatever(&self, clause: &Clause) -> bool {
        let (tree, top) = (self.tree, clause.top());
        match clause.kind {
            ClauseKind::Relative => clause.antecedent.is_some_and(|antecedent| tree.tag(antecedent) == PennTag::WP),
            // "not sure *how many people were hurt*"
            ClauseKind::Complement => {
                let first = tree.subtree_range(top).find(|&token| tree.tag(token) != PennTag::RB);
                first.is_some_and(|how| {
                    tree.tag(how) == PennTag::WRB
                        && tree.lemma(how) == "how"
                        && how + 1 < tree.len()
                        && matches!(tree.lemma(how + 1), "many" | "much")
                })
            }
            ClauseKind::Adverbial => {
                tree.children(top).any(|child| child < top && tree.tag(child) == PennTag::WRB && tree.lemma(child) == "how")
            }
            _ => false,
        }
    }

    /// "the minister, *speaking to reporters*, said": how it was said, where neither what nor of what is told.
    fn speaks_on_the_side(&self, clause: &Clause) -> bool {
        let head = clause.head();
        let said = clause.arguments.iter().any(|argument| {
            let about =
                argument.preposition.is_some_and(|case| self.scene.gazetteers.word_sets.has(FunctionSet::SpokenOf, self.tree.lemma(case)));
            !argument.shared && (argument.slot == Slot::Object || about)
        });
        matches!(clause.kind, ClauseKind::Participle | ClauseKind::Adverbial)
            && self.tree.tag(head) == PennTag::VBG
            && matches!(self.tree.lemma(head), "speak" | "talk")
            && clause.subject().is_none_or(|subject| subject.shared)
            && !said
    }

    /// "even *when trading with* neighbours like Peru": what holds whenever, and of nobody.
    fn is_in_general(&self, clause: &Clause) -> bool {
        let (tree, top) = (self.tree, clause.top());
        let whenever = |child: usize| child < top && matches!(tree.lemma(child), "when" | "whenever");
        clause.kind == ClauseKind::Adverbial
            && tree.tag(top) == PennTag::VBG
            && clause.subject().is_none_or(|subject| subject.shared)
            && tree.children(top).any(whenever)
    }

    /// "*Anybody with a spare key* is asked to phone Ann Lee", "residents can reach her *at 555-0142*": a service to readers.
    fn is_an_appeal(&self, clause: &Clause) -> bool {
        let whoever = clause.subject().is_some_and(|subject| matches!(self.tree.lemma(subject.head), "anyone" | "anybody"));
        let reaches = |&word: &usize| self.scene.gazetteers.word_sets.has(LexicalSet::Contacting, self.tree.lemma(word));
        let absorbed = clause.absorbed.iter().flat_map(|&inner| &self.clauses.clauses[inner].chain);
        let asked = self.row(clause).is_some_and(|row| &*row.class == "request");
        clause.chain.iter().chain(absorbed).any(reaches)
            && (whoever && (asked || clause.chain.iter().any(reaches))
                || holds_telephone(self.tree.subtree_span(clause.top()).of(self.scene.text)))
    }

    /// "*You might need* a permit", "one way to protect *yourself* is …": advice, where nobody is quoted.
    fn speaks_to_the_reader(&self, clause: &Clause) -> bool {
        let place = self.tree.token_span(clause.head());
        let reader = |subject: usize| {
            self.tree.lemma(subject) == "you" || self.tree.subtree_range(subject).any(|token| self.tree.lemma(token) == "yourself")
        };
        clause.kind == ClauseKind::Main
            && clause.subject().is_some_and(|subject| reader(subject.head))
            && !self.scene.is_quoted(place)
            && !self.scopes.iter().any(|scope| scope.holds(place))
    }

    /// "for *the time being*, an order of the court": a word for now.
    fn is_for_the_time_being(&self, clause: &Clause) -> bool {
        let head = clause.head();
        self.tree.tag(head) == PennTag::VBG
            && self.tree.lemma(head) == "be"
            && clause.antecedent.is_some_and(|noun| noun + 1 == head && self.tree.lemma(noun) == "time")
    }

    /// "*Why did you go?*" she asked, "*Lind asked Torres* whether she would": nothing is told but that a question was put to somebody.
    fn asks_a_question(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let answered = clause.arguments.iter().any(|argument| match argument.slot {
            Slot::Object | Slot::IndirectObject | Slot::PassiveSubject => !self.names_people(argument.head),
            Slot::Oblique => !self.is_time(argument.head),
            _ => false,
        });
        let requests = tree.children(head).any(|child| {
            tree.relation(child) == Relation::Xcomp
                || has_to(tree, child)
                || tree.children(child).any(|mark| tree.relation(mark) == Relation::Mark && tree.lemma(mark) == "that")
        });
        matches!(tree.lemma(head), "ask" | "wonder") && !answered && !requests
    }

    /// "*When asked about it*, he said", "*Asked about it*, he said": what follows is told.
    fn is_asked_of_the_speaker(&self, clause: &Clause) -> bool {
        let (tree, head) = (self.tree, clause.head());
        let bare = matches!(tree.tag(head), PennTag::VBN | PennTag::VBD)
            && tree.relation(head) == Relation::Advcl
            && clause.subject().is_none_or(|subject| subject.shared);
        tree.lemma(head) == "ask" && clause.kind == ClauseKind::Adverbial && (clause.passive || bare)
    }
}

/// "555-0142", "(555) 555-0188", "911": a number to call.
fn holds_telephone(words: &str) -> bool {
    let group = |run: &str, len: usize| run.len() == len && run.bytes().all(|byte| byte.is_ascii_digit());
    let mut runs = words.split(|c: char| !c.is_ascii_alphanumeric() && c != ',').filter(|run| !run.is_empty()).peekable();
    while let Some(run) = runs.next() {
        if group(run, 3) && (matches!(run, "911" | "999") || runs.peek().is_some_and(|next| group(next, 4) || group(next, 3))) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::holds_telephone;

    #[test]
    fn numbers_to_call() {
        for words in ["call 555-0142", "at (555) 555-0188", "dial 911", "on 555 014"] {
            assert!(holds_telephone(words), "{words}");
        }
        for words in ["called 120 people", "called at 10:30 on 12 May 2020", "1,500 calls", "called 108,000 people"] {
            assert!(!holds_telephone(words), "{words}");
        }
    }
}
