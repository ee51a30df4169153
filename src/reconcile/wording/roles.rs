//! `wording/role`: two statements give one person two roles of which nobody has two at a time, or two countries to serve.

use super::holders::is_now;
use super::phrase::{holder, is_named, meets, possessor};
use super::reading::{Kind, Reading};
use crate::gazetteer::lexical_relations::RoleGroup;
use crate::gazetteer::word_sets::LexicalSet;
use crate::syntax::PennTag;

/// What a noun says of somebody: his role or the country that he serves.
#[derive(Clone, Debug)]
struct Role {
    at: usize,
    by: usize,
    /// The role with the words before it, where it excludes others.
    exclusive: Option<(String, RoleGroup)>,
    /// The body or country that it is of.
    of: Option<usize>,
    is_official: bool,
}

/// The words by which two statements give one person two roles: "Lena Roth, the deputy speaker, …", "Lena Roth is the speaker";
/// "the Danish consul, Otto Lind, …", "Otto Lind is a diplomat of Chile".
pub(super) fn two_roles(a: &Reading<'_>, b: &Reading<'_>) -> Option<(usize, usize)> {
    let roles_a = roles(a);
    if roles_a.is_empty() {
        return None;
    }
    let roles_b = roles(b);
    roles_a.iter().find_map(|one| {
        let other = roles_b.iter().find(|other| {
            is_named(a, one.by)
                && is_named(b, other.by)
                && meets(a, one.by, b, other.by)
                && (excludes(a, one, b, other) || serves_another(a, one, b, other))
                && !has_both(&roles_a, one, other)
                && !has_both(&roles_b, one, other)
        })?;
        Some((one.at, other.at))
    })
}

/// Whether one statement gives both roles itself, to two people or at two times.
fn has_both(roles: &[Role], one: &Role, other: &Role) -> bool {
    let has = |wanted: &Role| {
        wanted
            .exclusive
            .as_ref()
            .is_some_and(|(role, _)| roles.iter().any(|found| found.exclusive.as_ref().is_some_and(|(own, _)| own == role)))
    };
    has(one) && has(other)
}

fn excludes(a: &Reading<'_>, one: &Role, b: &Reading<'_>, other: &Role) -> bool {
    let (Some((role, group)), Some((another, same))) = (&one.exclusive, &other.exclusive) else { return false };
    let bodies = one.of.zip(other.of);
    let one_body = bodies.is_some_and(|(x, y)| meets(a, x, b, y));
    let named_in_both = |y: usize| a.words.iter().any(|word| word.lemma == b.words[y].lemma);
    let two_bodies = bodies.is_some_and(|(_, y)| !one_body && !named_in_both(y));
    group == same && role != another && if group.in_one_body { one_body } else { !two_bodies }
}

/// Whether two nouns for officials are of two countries.
fn serves_another(a: &Reading<'_>, one: &Role, b: &Reading<'_>, other: &Role) -> bool {
    let country = |reading: &Reading<'_>, role: &Role| role.of.and_then(|of| reading.words[of].country).filter(|_| role.is_official);
    matches!((country(a, one), country(b, other)), (Some(one), Some(other)) if one != other)
}

fn roles(reading: &Reading<'_>) -> Vec<Role> {
    let is_official = |at: usize| {
        let lemma = reading.tree.lemma(at);
        lemma == "official" || reading.relations.kinds(lemma).iter().any(|kind| &**kind == "official")
    };
    (0..reading.len())
        .filter(|&at| reading.tree.tag(at).is_noun() && is_now(reading, at))
        .filter_map(|at| {
            let lemma = reading.tree.lemma(at).to_lowercase();
            let exclusive = if reading.relations.ends_exclusive_role(&lemma) { exclusive_role(reading, at) } else { None };
            let is_official = is_official(at);
            if exclusive.is_none() && !is_official {
                return None;
            }
            Some(Role {
                at,
                by: holder(reading, at).or_else(|| named_behind(reading, at))?,
                exclusive,
                of: possessor(reading, at),
                is_official,
            })
        })
        .collect()
}

/// The longest role that ends in a noun: "deputy prime minister", not "minister". None where a word before it makes it another office,
/// which no table has: "deputy foreign minister" is neither a minister nor the deputy minister.
fn exclusive_role(reading: &Reading<'_>, noun: usize) -> Option<(String, RoleGroup)> {
    let before = |token: &usize| {
        let tag = reading.tree.tag(*token);
        tag.is_noun() || matches!(tag, PennTag::JJ)
    };
    let mut words = vec![reading.tree.lemma(noun).to_lowercase()];
    let mut best = reading.relations.exclusive_role(&words[0]).map(|group| (words[0].clone(), group));
    for token in (0..noun).rev().take_while(before) {
        words.insert(0, reading.tree.word(&reading.text, token).to_lowercase());
        let role = words.join(" ");
        if let Some(group) = reading.relations.exclusive_role(&role) {
            best = Some((role, group));
        }
    }
    let unread = words.len().checked_sub(best.as_ref()?.0.split(' ').count())?;
    let other = |word: &String| reading.gazetteers.word_sets.has(LexicalSet::OtherOffice, word);
    best.filter(|_| !words[..unread].iter().any(other))
}

/// "the Danish consul in Chile, *Otto Lind*, said": the name between commas right behind the phrase of a noun, though the tree sets it
/// beside the country.
fn named_behind(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let last = reading
        .tree
        .descendants(noun)
        .into_iter()
        .filter(|&token| reading.words[token].country.is_some())
        .max()
        .filter(|&last| last > noun)?;
    let comma = last + 1;
    let name = comma + 1;
    (name < reading.len()
        && reading.tree.tag(comma) == PennTag::Comma
        && reading.words[name].kind == Kind::Name
        && reading.words[name].country.is_none())
    .then_some(name)
}
