"""Groups of mentions as entities: schema, name, facts, and what each is part of."""

from __future__ import annotations

from collections.abc import Collection

from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.facts import anonymous_spans, facts_of
from sayso.extract.entities.groups import Group
from sayso.extract.entities.parts import parts_of
from sayso.extract.entities.standing import Standing
from sayso.values.findings import Entity, Fact
from sayso.values.ids import Ids
from sayso.values.report import Report
from sayso.values.terms import Schema


def as_entities(
    report: Report, context: ReportContext, groups: list[Group], standing: Standing | None = None
) -> tuple[Entity, ...]:
    """The entities of a report, in order of their first mention; each mention is in one.

    standing   what is learned of what mentions stand for; None: their words alone decide
    """
    ids = Ids(report.id, "n")
    ordered: list[tuple[Group, list[Item]]] = []
    for group in groups:
        items = sorted({item.index: item for item in group.members}.values(), key=lambda item: item.mention.span.start)
        ordered.append((group, items))
    ordered.sort(key=lambda pair: (pair[1][0].mention.span.start, pair[1][0].index))
    names = [ids(items[0].mention.span.start) for _, items in ordered]
    owner = {item.index: name for name, (_, items) in zip(names, ordered, strict=True) for item in items}
    hidden = anonymous_spans(report, context, context.attributions)
    speakers = {a.speaker for a in context.attributions}
    schemas = [
        "Address" if _is_only_a_place(context, items, speakers) else _schema(group, items) for group, items in ordered
    ]
    if standing is not None:
        schemas = [
            schema if speakers & {item.mention.id for item in items} else standing.schema(items, schema)
            for schema, (_, items) in zip(schemas, ordered, strict=True)
        ]
    told = [(name, schema, items) for name, schema, (_, items) in zip(names, schemas, ordered, strict=True)]
    parts = parts_of(context, told, owner)
    out = []
    for name, schema, items in told:
        facts: tuple[Fact, ...] = facts_of(report, context, items, owner, name)
        wish = next((hidden[item.index] for item in items if item.index in hidden), None)
        own = tuple(i.mention.id for i in items)
        called = _name(context, items)
        out.append(Entity(name, own, called, schema, parts.get(name), anonymous=wish, facts=facts))
    return tuple(out)


def _is_only_a_place(context: ReportContext, items: list[Item], speakers: Collection[str | None]) -> bool:
    """Whether a name of a state, a town or a body stands only where something is: "in Iraq" acts nowhere."""
    where = context.language.entities.where
    return all(
        item.name
        and item.mention.schema in ("PublicBody", "Organization", "Thing")
        and item.role == "I"
        and not item.conjunct
        and item.preposition in where
        and item.mention.id not in speakers
        for item in items
    )


def _schema(group: Group, items: list[Item]) -> Schema:
    """Person where anything says so, else what most names and descriptions say."""
    if group.person and not group.body:
        return "Person"
    votes: dict[Schema, int] = {}
    for item in items:
        if item.mention.kind != "pronoun" and item.mention.schema != "Thing":
            votes[item.mention.schema] = votes.get(item.mention.schema, 0) + (3 if item.name else 1)
    if not votes:
        personal = any(item.mention.schema == "Person" for item in items)
        return "Person" if personal else "Thing"
    return max(votes, key=lambda schema: votes[schema])


def _name(context: ReportContext, items: list[Item]) -> str | None:
    """The longest proper name among the mentions, as written, without title and article.

    What only describes a country ("the Islamic Republic") is no name where it is named too.
    """
    best = ""
    tree, language = context.tree, context.language
    country = any(" ".join(item.words) in language.countries for item in items if item.name)
    for item in items:
        words = " ".join(item.words)
        if country and words in language.same_country and words not in language.countries:
            continue
        if item.name and item.words:
            first = item.first + len(item.title)
            while first < item.last and not tree.words[first][0].isalnum():
                first += 1
            if not item.title and first < item.head and tree.lower[first] in language.grammar.articles:
                first += 1
            end = tree.end[item.last]
            text = tree.text[tree.start[min(first, item.head)] : end]
            for mark in language.grammar.genitive:
                text = text.removesuffix(mark)
            if len(text) > len(best):
                best = text
    return best or None
