//! Reconciliation through the library: which claims meet, which rule decides, and that nothing depends on order.

use crossclaim::claim::model::Claim;
use crossclaim::gazetteer::Gazetteers;
use crossclaim::reconcile::model::{ConflictCode, FactStatus, Severity};
use crossclaim::reconcile::rules::Relation;
use crossclaim::reconcile::{explain, reconcile};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A claim of the class `class` in article `article` of story `story`, with more fields laid over it.
fn claim(article: &str, class: &str, text: &str, more: &Value) -> Claim {
    let mut record = json!({
        "id": format!("{article}:{class}:{text}:{more}"), "article": article, "source": format!("The {article}"), "published": null, "url": null,
        "group": "story", "sentence": 0, "start": 0, "end": text.len(), "text": text,
        "predicate": {"text": class, "lemma": class, "class": class, "start": 0, "end": 0},
        "polarity": "affirmed", "modality": "asserted", "actor": [], "target": [], "quantity": null, "time": null, "attribution": null,
        "confidence": 0.9, "repeats": []
    });
    for (field, value) in more.as_object().expect("the fields are an object") {
        record[field] = value.clone();
    }
    serde_json::from_value(record).expect("the record is a claim")
}

fn countries(codes: &[&str]) -> Value {
    codes
        .iter()
        .map(|code| json!({"text": code, "start": 0, "end": 0, "kind": "country", "country": code, "name": null, "office": null, "head": null}))
        .collect()
}

fn people(name: &str, country: &str) -> Value {
    json!([{"text": name, "start": 0, "end": 0, "kind": "official", "country": country, "name": name, "office": null, "head": null}])
}

fn quantity(value: i64, unit: &str, bound: &str) -> Value {
    let (low, high) = match bound {
        "at_least" | "more_than" => (json!(value), Value::Null),
        "up_to" => (json!(0), json!(value)),
        "about" => (json!(value * 4 / 5), json!(value * 6 / 5)),
        _ => (json!(value), json!(value)),
    };
    json!({"text": format!("{value} {unit}"), "start": 0, "end": 0, "value": value, "low": low, "high": high, "bound": bound, "unit": unit})
}

fn day(day: &str) -> Value {
    json!({"text": format!("on {day}"), "start": day, "end": day})
}

fn decided(a: &Claim, b: &Claim) -> (Relation, String) {
    let explanation = explain(a, b, &[], Gazetteers::embedded());
    let turned = explain(b, a, &[], Gazetteers::embedded());
    assert_eq!((explanation.relation, &explanation.rule), (turned.relation, &turned.rule), "{} / {}", a.text, b.text);
    (explanation.relation, explanation.rule)
}

const CONFLICT: Severity = Severity::Conflict;
const TENSION: Severity = Severity::Tension;

#[test]
fn each_rule_decides_its_own_kind_of_pair() {
    use ConflictCode::{AmountConflict, CountConflict, DateConflict, ListConflict, OfficeConflict, StanceConflict};
    use Relation::{Agree, Conflict, Distinct, Refine, Update};
    let killed = |article: &str, value: i64, more: Value| {
        let mut fields = json!({"quantity": quantity(value, "person", "exact"), "target": countries(&["PE"])});
        for (field, value) in more.as_object().into_iter().flatten() {
            fields[field] = value.clone();
        }
        claim(article, "kill", &format!("{value} people were killed in the landslide"), &fields)
    };
    let paid = |article: &str, value: i64, text: &str, more: Value| {
        let mut fields = json!({"quantity": quantity(value, "EUR", "exact"), "actor": countries(&["NO"]), "target": countries(&["MW"])});
        for (field, value) in more.as_object().into_iter().flatten() {
            fields[field] = value.clone();
        }
        claim(article, "pay", text, &fields)
    };
    let office = |article: &str, name: &str, title: &str, former: bool| {
        let fields = json!({"actor": people(name, "CL"), "office": {"title": title, "former": former, "acting": false}});
        claim(article, "hold_office", &format!("{title} {name}"), &fields)
    };
    let grant = "Norway granted Malawi the money for its harbours";
    let signed = |article: &str, when: &str| {
        let fields = json!({"actor": countries(&["KE"]), "target": countries(&["UG"]), "time": day(when)});
        claim(article, "sign", "Kenya signed the railway accord with Uganda", &fields)
    };
    let list = |article: &str, codes: &[&str]| {
        claim(
            article,
            "sanction",
            "the countries that apply the sanctions",
            &json!({"actor": countries(codes), "target": countries(&["BY"])}),
        )
    };
    let accepted = |article: &str, polarity: &str, more: Value| {
        let mut fields = json!({"polarity": polarity, "actor": countries(&["TG"]), "target": countries(&["GH"])});
        for (field, value) in more.as_object().into_iter().flatten() {
            fields[field] = value.clone();
        }
        claim(article, "accept", "Togo and the offer of Ghana to send doctors", &fields)
    };
    let none = || json!({});
    let rows = vec![
        (killed("a", 41, none()), killed("b", 41, none()), Agree, "count/agree"),
        (killed("a", 41, none()), killed("b", 57, none()), Conflict(CountConflict, CONFLICT), "count/disjoint"),
        (killed("a", 40, none()), killed("b", 43, none()), Refine, "count/rounded"),
        (killed("a", 4, none()), killed("b", 57, none()), Distinct, "count/other-order"),
        (
            killed("a", 41, json!({"published": "2025-03-01"})),
            killed("b", 57, json!({"published": "2025-03-02"})),
            Update,
            "development/count-grew",
        ),
        (
            killed("a", 41, json!({"published": "2025-03-02"})),
            killed("b", 57, json!({"published": "2025-03-01"})),
            Conflict(CountConflict, TENSION),
            "count/revised-down",
        ),
        (
            killed("a", 41, json!({"published": "2025-03-01"})),
            killed("b", 12, json!({"published": "2025-03-02", "place": countries(&["PE"])})),
            Distinct,
            "count/another-place",
        ),
        (killed("a", 57, none()), killed("b", 12, json!({"quantity": quantity(12, "child", "exact")})), Distinct, "count/subgroup"),
        (killed("a", 57, none()), killed("b", 41, json!({"text": "of the dead, 41 were in one bus"})), Distinct, "scope/part-or-addition"),
        (paid("a", 450, grant, none()), paid("b", 540, grant, none()), Conflict(AmountConflict, CONFLICT), "amount/disjoint"),
        (
            paid("a", 450, grant, json!({"predicate": {"text": "pledged", "lemma": "pledge", "class": "pay", "start": 0, "end": 0}})),
            paid("b", 120, grant, json!({"predicate": {"text": "disbursed", "lemma": "disburse", "class": "pay", "start": 0, "end": 0}})),
            Distinct,
            "scope/stage",
        ),
        (paid("a", 450, grant, none()), paid("b", 450, grant, json!({"target": countries(&["ZM"])})), Distinct, "slot/keys"),
        (
            paid("a", 25, "families get 25 euros a day from the fund", none()),
            paid("b", 900, "families get 900 euros a month from the fund", none()),
            Distinct,
            "scope/rate-against-sum",
        ),
        (office("a", "Ana Ruiz", "energy minister", false), office("b", "Ana Ruiz", "energy minister", false), Agree, "office/same"),
        (office("a", "Ana Ruiz", "energy minister", false), office("b", "Ana Ruiz", "minister", false), Refine, "office/fuller"),
        (
            office("a", "Ana Ruiz", "energy minister", false),
            office("b", "Luis Mora", "energy minister", false),
            Conflict(OfficeConflict, CONFLICT),
            "office/two-holders",
        ),
        (office("a", "Ana Ruiz", "energy minister", false), office("b", "Luis Mora", "energy minister", true), Distinct, "slot/keys"),
        (office("a", "Ana Ruiz", "senator", false), office("b", "Luis Mora", "senator", false), Distinct, "slot/keys"),
        (signed("a", "2025-04-02"), signed("b", "2025-04-09"), Conflict(DateConflict, CONFLICT), "date/two-days"),
        (list("a", &["IS", "NO", "CH"]), list("b", &["IS", "NO", "UA"]), Conflict(ListConflict, TENSION), "list/closed"),
        (accepted("a", "affirmed", none()), accepted("b", "negated", none()), Conflict(StanceConflict, CONFLICT), "stance/polarity"),
        (
            accepted("a", "affirmed", json!({"modality": "planned"})),
            accepted("b", "negated", none()),
            Distinct,
            "stance/plan-against-refusal",
        ),
        (
            accepted("a", "negated", json!({"published": "2025-03-01"})),
            accepted("b", "affirmed", json!({"published": "2025-05-01"})),
            Update,
            "development/decided-anew",
        ),
    ];
    for (a, b, relation, rule) in rows {
        assert_eq!(decided(&a, &b), (relation, rule.to_owned()), "{} / {}", a.text, b.text);
    }
}

#[test]
fn what_one_article_gives_side_by_side_is_two_things_everywhere() {
    let count = |article: &str, value: i64| {
        let fields = json!({"quantity": quantity(value, "country", "exact"), "actor": countries(&["US"])});
        claim(article, "negotiate", &format!("the talks with {value} countries"), &fields)
    };
    let apart = [count("a", 9), count("a", 30), count("b", 9), count("c", 30)];
    assert_eq!(reconcile(&apart, Gazetteers::embedded()).conflicts, []);
    let disputed = [count("b", 9), count("c", 30)];
    assert_eq!(reconcile(&disputed, Gazetteers::embedded()).conflicts.len(), 1);
}

#[test]
fn values_of_two_people_are_not_two_values_of_one() {
    let term = |article: &str, who: &str, months: i64| {
        let convict = json!([{"text": who, "start": 0, "end": who.len(), "kind": "other", "country": null, "name": who, "office": null}]);
        let fields = json!({"quantity": quantity(months, "month", "exact"), "target": convict});
        claim(article, "convict", &format!("{who} was sentenced to {months} months"), &fields)
    };
    let two = [term("a", "Tomas Lind", 21), term("a", "Arne Holm", 18), term("b", "Tomas Lind", 18)];
    assert_eq!(reconcile(&two, Gazetteers::embedded()).conflicts.len(), 1);
    let one = [term("a", "Tomas Lind", 21), term("a", "Tomas Lind", 18), term("b", "Tomas Lind", 18)];
    assert_eq!(reconcile(&one, Gazetteers::embedded()).conflicts, []);
}

#[test]
fn outlets_that_cite_one_newspaper_are_one_origin() {
    let count = |article: &str, cited: Option<&str>| {
        let mut fields = json!({"quantity": quantity(112, "girl", "exact"), "target": countries(&["NG"])});
        if let Some(outlet) = cited {
            fields["attribution"] = json!({"speaker": outlet, "text": outlet, "kind": "outlet", "quoted": false});
        }
        claim(article, "abduct", "112 girls were abducted from the college", &fields)
    };
    let cited = Some("the Delta Herald");
    let retold = reconcile(&[count("a", cited), count("b", cited), count("c", Some("Delta Herald"))], Gazetteers::embedded());
    assert_eq!((retold.facts.len(), retold.facts[0].status), (1, FactStatus::Repeated));
    let corroborated = reconcile(&[count("a", cited), count("b", Some("Lagos Wire"))], Gazetteers::embedded());
    assert_eq!(corroborated.facts[0].status, FactStatus::Corroborated);
    assert_eq!(corroborated.facts[0].origins, ["Lagos Wire", "the Delta Herald"]);
}

#[test]
fn a_copied_passage_comes_from_whoever_printed_it_first() {
    let text = "the ministry said on monday that 41 miners had been brought up alive from the flooded shaft near the river after nine days";
    let told = |article: &str, day: &str| {
        let fields = json!({"quantity": quantity(41, "miner", "exact"), "published": day});
        claim(article, "rescue", text, &fields)
    };
    let ledger = reconcile(&[told("later", "2025-06-03"), told("first", "2025-06-02")], Gazetteers::embedded());
    assert_eq!(ledger.facts[0].origins, ["The first"]);
}

#[test]
fn a_fact_reads_as_a_sentence() {
    let fields = json!({"quantity": quantity(100_000, "USD", "exact"), "actor": countries(&["US"]), "target": countries(&["RW"])});
    let ledger = reconcile(&[claim("a", "pay", "the United States paid Rwanda", &fields)], Gazetteers::embedded());
    assert_eq!(ledger.facts[0].statement, "United States paid Rwanda 100,000 USD");
    let counted = |more: &Value| {
        let mut fields =
            json!({"quantity": quantity(130, "member", "more_than"), "actor": countries(&["US"]), "target": countries(&["SV"])});
        (fields["quantity"]["start"], fields["quantity"]["end"]) = (json!(10), json!(30));
        fields["target"].as_array_mut().expect("a list").push(more.clone());
        let ledger = reconcile(&[claim("a", "expel", "they  were flown out", &fields)], Gazetteers::embedded());
        ledger.facts[0].statement.clone()
    };
    let members =
        json!({"text": "over 130 members", "start": 10, "end": 30, "kind": "group", "country": null, "name": null, "office": null});
    assert_eq!(counted(&members), "United States expelled more than 130 members to El Salvador");
    // What the words of a class cannot join is told in the claim's own words.
    let plane = json!({"text": "a plane", "start": 40, "end": 47, "kind": "other", "country": null, "name": null, "office": null});
    assert_eq!(counted(&plane), "United States: they were flown out");
}

fn any_claim() -> impl Strategy<Value = Claim> {
    let class = prop::sample::select(vec!["kill", "pay", "accept", "sign", "negotiate", "hold_office"]);
    let side = prop::collection::vec(prop::sample::select(vec!["US", "RW", "SV"]), 0..3);
    let parts = (0..6_u8, class, side.clone(), side, 0..4_i64, any::<bool>(), 0..3_u8, any::<bool>());
    parts.prop_map(|(article, class, actor, target, value, affirmed, days, grouped)| {
        let mut fields = json!({"actor": countries(&actor), "target": countries(&target)});
        if value > 0 {
            fields["quantity"] = quantity(value * 20, "person", "exact");
        }
        fields["polarity"] = json!(if affirmed { "affirmed" } else { "negated" });
        if days > 0 {
            fields["published"] = json!(format!("2025-03-0{days}"));
        }
        if !grouped {
            fields["group"] = Value::Null;
        }
        claim(&format!("article {article}"), class, "the ministers of both countries spoke of the people and the harbour", &fields)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn neither_order_nor_repetition_nor_parts_change_the_facts(
        claims in prop::collection::vec(any_claim(), 1..40),
        turn in 0..40_usize,
    ) {
        let gazetteers = Gazetteers::embedded();
        let once = reconcile(&claims, gazetteers);
        let mut turned = claims.clone();
        turned.rotate_left(turn % claims.len());
        turned.reverse();
        prop_assert_eq!(&once, &reconcile(&turned, gazetteers));
        let twice = [claims.clone(), claims.clone()].concat();
        prop_assert_eq!(&once, &reconcile(&twice, gazetteers));
    }

    /// Claims can be split by group, and the parts reconciled on as many machines.
    #[test]
    fn groups_reconciled_apart_give_what_all_together_do(
        claims in prop::collection::vec((any_claim(), prop::sample::select(vec!["north", "south"])), 1..40)
            .prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle())),
    ) {
        let of_group = |(claim, group): &(Claim, &str)| {
            let article = format!("{} {group}", claim.article);
            Claim { id: format!("{} {group}", claim.id), article, group: Some((*group).to_owned()), ..claim.clone() }
        };
        let (claims, shuffled) = claims;
        let all: Vec<Claim> = shuffled.iter().map(of_group).collect();
        let (north, south): (Vec<Claim>, Vec<Claim>) =
            claims.iter().map(of_group).partition(|claim| claim.group.as_deref() == Some("north"));
        let gazetteers = Gazetteers::embedded();
        let (mut together, mut apart, second) = (reconcile(&all, gazetteers), reconcile(&north, gazetteers), reconcile(&south, gazetteers));
        apart.facts.extend(second.facts);
        apart.conflicts.extend(second.conflicts);
        for ledger in [&mut together, &mut apart] {
            ledger.facts.sort_by(|a, b| a.id.cmp(&b.id));
            ledger.conflicts.sort_by(|a, b| a.id.cmp(&b.id));
        }
        prop_assert_eq!(together, apart);
    }

    #[test]
    fn comparing_is_symmetric(a in any_claim(), b in any_claim()) {
        let gazetteers = Gazetteers::embedded();
        let (there, back) = (explain(&a, &b, &[], gazetteers), explain(&b, &a, &[], gazetteers));
        prop_assert_eq!((there.relation, there.rule), (back.relation, back.rule));
    }

    #[test]
    fn every_claim_stands_in_one_fact_and_conflicts_name_claims(claims in prop::collection::vec(any_claim(), 1..40)) {
        let ledger = reconcile(&claims, Gazetteers::embedded());
        let mut ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut in_facts: Vec<&str> = ledger.facts.iter().flat_map(|fact| fact.claims.iter().map(String::as_str)).collect();
        in_facts.sort_unstable();
        prop_assert_eq!(in_facts, ids.clone());
        for conflict in &ledger.conflicts {
            prop_assert!(ids.binary_search(&conflict.a.as_str()).is_ok() && ids.binary_search(&conflict.b.as_str()).is_ok());
            prop_assert!(conflict.a < conflict.b);
        }
    }
}
