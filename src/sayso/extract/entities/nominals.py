"""Which earlier someone a description stands for: "the envoy", "the group", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.groups import Group

MAX_SENTENCES_BACK: Final = 12


def resolve(context: ReportContext, item: Item, candidates: Iterable[Group]) -> Group | None:
    """The group a description joins, or None for someone new.

    candidates   latest first
    A definite one joins the latest group that was called by the same noun, or bears it as a title, if nothing else in
    it says otherwise; "the group" and its like join the latest body.
    """
    tree, words = context.tree, context.language.entities
    inner = [k for k in range(item.first, item.last + 1) if k != item.head]
    opening = tree.lower[item.first]
    owner = next((k for k in inner if tree.dep[k] == "poss" and tree.head[k] == item.head), None)
    capital = item.head > 0 and tree.words[item.head][0].isupper() and tree.tag[item.head] in ("NNP", "NNPS")
    if opening not in words.known and not capital and owner is None:
        return None
    said = _modifiers(context, item)
    bare_title = opening in context.language.grammar.definite and owner is None
    kindred = aside = None
    for group in candidates:
        if item.sentence - group.last.sentence > MAX_SENTENCES_BACK and not group.named:
            continue
        many = item.mention.many and not (item.lemma in words.any_body and tree.tag[item.head] in ("NN", "NNP"))
        if group.many != many and not (group.many and item.mention.schema != "Person"):
            continue  # "the group" is one, though "they" may stand for it
        if item.gender and group.gender and item.gender != group.gender:
            continue
        if item.mention.schema == "Person" and group.schema not in ("Person", "Thing"):
            continue
        if item.mention.schema != "Person" and group.person and group.named and not _bears(group, item.lemma):
            continue  # "the study" is not "study author Ana Duarte"
        if _inside(item, group):
            continue
        if item.lemma in group.lemmas or tree.lower[item.head] in group.lemmas or _same_office(context, item, group):
            joins = (owner is None or bool(said)) and _agrees(context, said, group, item)  # "her son" after "his son"
        elif _chief_word(context, item, group):
            joins = _agrees(context, said, group, item)
        elif bare_title and _is_outlet(context, item, group, said):
            joins = True
        else:
            bare = not said and owner is None and item.last == item.head  # not "the group of the eight"
            joins = bare and item.mention.schema != "Person" and _generic(context, item, group)
            if joins and all(member.role == "I" for member in group.seen):
                aside = aside or group  # "announced via Chirper" names a body that did nothing so far
                continue
        if joins:
            return group
        if kindred is None and bare_title and _kindred(context, item, group, said):
            kindred = group
    return kindred or aside


def _bears(group: Group, lemma: str) -> bool:
    """Whether a noun is the title right before a name of the group."""
    return any(member.name and member.title[-1:] == (lemma,) for member in group.seen[:6])


def goes_on(context: ReportContext, item: Item, spoke: Sequence[Group]) -> Group | None:
    """Who spoke last, where a description takes the word on: "Halim Terzo said ... The former lawmaker also said".

    spoke   whose words the statements before are, the latest first
    A definite one that adds something is who spoke; one that anybody may be called by, and a body of a people, are too
    if nobody else with a name spoke in these statements. A paper that reported something is no official.
    """
    tree, words = context.tree, context.language.entities
    if item.mention.schema == "Person":
        spoke = [group for group in spoke if group.person and not group.body]
    if not spoke or item.mention.many or tree.lower[item.first] not in context.language.grammar.definite:
        return None
    last = spoke[0]
    said = _modifiers(context, item)
    peoples, theirs = said & context.language.demonyms, _peoples(context, last)
    theirs |= {word for m in last.seen[:8] if not m.name for word in _modifiers(context, m)} & context.language.demonyms
    if not last.named or last.many or _inside(item, last) or (peoples and theirs and not peoples & theirs):
        return None
    if item.gender and last.gender and item.gender != last.gender:
        return None
    alone = all(group is last or not group.named for group in spoke)
    bare = item.last == item.head
    if item.mention.schema != "Person":
        one = item.lemma in words.any_body and said <= context.language.demonyms and bare
        return last if one and alone and last.schema == "Organization" and not last.person else None
    adds = item.verb >= 0 and not words.adding.isdisjoint(
        {tree.lemma[item.verb], *(tree.lower[k] for k in tree.kids[item.verb])}
    )
    office = said - context.language.demonyms - words.ranking
    anybody = item.lemma in words.any_person and bare and _agrees(context, office, last, item)
    sure = peoples & theirs or office  # a people or an office of his own: "the foreign ministry official"
    return last if adds or (anybody and (alone or sure)) else None


def _kindred(context: ReportContext, item: Item, group: Group, said: set[str]) -> bool:
    """Whether someone named bears a title of the same kind of office: Brigadier Sarban, "the commander".

    said   the words before the noun; of those only a people's may stand there: "the Finnish envoy"
    """
    if item.mention.schema != "Person" or not group.named or not group.person or group.many:
        return False
    peoples = _peoples(context, group)
    if said and (not said <= context.language.demonyms or (peoples and not said <= peoples)):
        return False
    if said and item.lemma in group.lemmas:
        return False  # of two presidents each has his own people
    ranks = context.language.ranks
    if item.lemma in ranks and ranks & group.lemmas:
        return False  # a lieutenant is no major
    return any(item.lemma in family and family & group.lemmas for family in context.language.families)


def _is_outlet(context: ReportContext, item: Item, group: Group, said: set[str]) -> bool:
    """Whether "the German weekly" is an outlet that was named: by the list of papers and agencies.

    said   the words before the noun; of those only a people's and those for kinds of outlets may stand there
    """
    language = context.language
    if item.lemma not in language.outlets or not said <= language.demonyms | language.outlets or group.person:
        return False
    names = [member for member in group.seen[:6] if member.name]
    return any(" ".join(m.words) in language.press or m.mention.span.text in language.agencies for m in names)


def _same_office(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether two nouns are one office: the spokesperson may be a spokesman."""
    return any(item.lemma in office and office & group.lemmas for office in context.language.offices)


def _peoples(context: ReportContext, group: Group) -> set[str]:
    """The adjectives of a people that stand before a group's names: "Iranian [President Rouhani]"."""
    lower = context.tree.lower
    return {
        lower[k]
        for member in group.seen[:6]
        if member.name
        for k in range(max(0, member.first - 2), member.last + 1)
        if lower[k] in context.language.demonyms
    }


def named_now(context: ReportContext, item: Item, candidates: Iterable[Group]) -> Group | None:
    """Someone described before, whom a name now names: "the envoy ... Envoy Halim Terzo", "... the envoy, Halim Terzo".

    candidates   latest first
    """
    if item.mention.schema != "Person":
        return None
    called = item.title[-1:] if item.name else (item.lemma,)
    if not called or (not item.name and context.tree.lower[item.first] not in context.language.entities.known):
        return None
    for group in candidates:
        if group.named or group.many or item.sentence - group.last.sentence > MAX_SENTENCES_BACK or not group.person:
            continue
        first = group.members[0]
        fixed = context.tree.lower[first.first] in context.language.entities.known or any(
            context.tree.dep[k] == "poss" for k in context.tree.kids[first.head]
        )
        apart = bool(item.gender and group.gender and item.gender != group.gender) or _inside(item, group)
        if called[0] in group.lemmas and fixed and not apart and first.mention.kind == "nominal":
            peoples = _modifiers(context, first) & context.language.demonyms
            if not peoples or peoples & set(item.title) or not _rivals(context, item, called[0]):
                return group
    return None


def _rivals(context: ReportContext, item: Item, office: str) -> bool:
    """Whether someone of another name bears the same office: then "the Finnish president" may be that one."""
    return bool(context.offices.get(office, set()) - {item.words[-1:]})


def _inside(item: Item, group: Group) -> bool:
    """Whether one phrase stands inside the other: then they are two."""
    span = item.mention.span
    return any(span.overlaps(other.mention.span) for other in group.seen[-4:])


def _modifiers(context: ReportContext, item: Item) -> set[str]:
    """The words before the head that say which one: adjectives, nouns, names, numbers."""
    tree, skipped = context.tree, context.language.entities.not_telling
    return {
        tree.lower[k]
        for k in range(item.first, item.head)
        if tree.pos[k] in ("NOUN", "PROPN", "ADJ", "NUM") and tree.lower[k] not in skipped
    }


def _agrees(context: ReportContext, said: set[str], group: Group, item: Item) -> bool:
    """Whether the words before the head were all said of the group: "the foreign minister" needs "foreign"."""
    if not said:
        return True
    for number in range(group.told_of, len(group.seen)):  # each is read once
        member = group.seen[number]
        if member.mention.kind == "nominal":
            group.told |= _modifiers(context, member)
            group.told.update(context.tree.lower[k] for k in range(member.first, member.last + 1))
        elif member.name:
            group.told.update(member.words)
            group.told.update(member.title)
    group.told_of = len(group.seen)
    return not said - group.told - group.lemmas - _peoples(context, group)


def _chief_word(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether the description's noun is the chief word of a body's name: "the ministry" of "Interior Ministry"."""
    if item.mention.schema == "Person":
        return False
    lower = context.tree.lower
    return any(member.name and member.body and lower[member.head] == lower[item.head] for member in group.seen[:6])


def _generic(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether a noun for any body may stand for this one."""
    words = context.language.entities
    if item.lemma in words.any_body:
        return group.named and group.schema == "Organization" and not group.person
    return item.lemma in words.any_state and group.named and group.schema == "PublicBody" and not (
        group.person or (group.body and len(group.lemmas) > 0)
    )  # fmt: skip
