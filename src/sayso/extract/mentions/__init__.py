"""Names, descriptions and pronouns that stand for someone, or for a body that acts and speaks.

A mention's span is the whole noun phrase with title and what stands close ("the envoy of Ostrany", "Ms Brenn"), without
a relative clause; its head is the chief word. Halim Terzo, the envoy of Ostrany: two mentions, one entity later.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Protocol

from sayso.extract.mentions.names import find_names
from sayso.extract.mentions.names.tokens import loud_tokens
from sayso.extract.mentions.nominals import nominal
from sayso.extract.mentions.phrases import Found
from sayso.extract.mentions.pronouns import pronoun
from sayso.extract.mentions.sources import Told, with_sources
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.steps import extractor
from sayso.values.findings import Mention
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone


@extractor("someones.v1", gives="someones")
def someones(
    report: Report, tree: Tree, language: Language, drafts: Sequence[Told] = (), zones: Sequence[Zone] = ()
) -> tuple[Mention, ...]:
    """Whoever acts or speaks, by each mention, in order of start, the longer one first; one head has one mention.

    drafts   whoever is the source of one is mentioned there, whatever the words are
    zones    the place of a dateline is no one's name, nor is the Q of an interview
    Linear in the number of tokens. Text past the end of the parse has none.
    """
    if not len(tree):
        return ()
    loud = loud_tokens(tree)
    taken: set[int] = set()
    found: list[Found] = []
    datelines = [(zone.span.start, zone.span.end) for zone in zones if zone.kind == "dateline"]
    turns = {zone.span.start for zone in zones if zone.kind == "turn"}
    for name in find_names(tree, language, loud, datelines):
        label = tree.start[name.first] in turns and language.zones.asks.match(tree.words[name.first])
        if name.head not in taken and not (label and name.first == name.last):
            taken.update(range(name.core, name.last + 1))
            if name.schema == "Person":
                taken.update(range(name.first, name.core))
            found.append((name.first, name.last, name.head, "name", name.schema, name.many))
    for head in range(len(tree)):
        if head in taken:
            continue
        item = pronoun(tree, head, language, loud) or nominal(tree, head, language, loud, taken)
        if item is not None:
            found.append(item)
    found = with_sources(tree, found, drafts, language, loud)
    return _as_values(report, tree, found)


def _as_values(report: Report, tree: Tree, found: list[Found]) -> tuple[Mention, ...]:
    """Tokens -> spans and ids; a second mention of the very same words is left out."""
    ids = Ids(report.id, "m")
    out: list[Mention] = []
    seen: set[tuple[int, int]] = set()
    for first, last, head, kind, schema, many in sorted(found, key=lambda f: (tree.start[f[0]], -tree.end[f[1]])):
        start, end = tree.start[first], tree.end[last]
        if (start, end) in seen or start >= end:
            continue
        seen.add((start, end))
        span = report.span(start, end)
        chief = report.span(tree.start[head], tree.end[head])
        out.append(Mention(ids(start), span, chief, kind, schema, many))
    return tuple(out)


class ThingsInChains(Protocol):
    """What the step asks of the chains: phrases that stand for no one, but that something takes up."""

    @property
    def things(self) -> Sequence[Mention]:
        """Mentions, in order of start."""


@extractor("mentions.v3", gives="mentions")
def mentions(
    report: Report, someones: tuple[Mention, ...], chains: ThingsInChains | None = None
) -> tuple[Mention, ...]:
    """Every mention of a report in order of start: whoever acts or speaks, and the things that are spoken of again.

    A thing that is named once is no mention: there is nothing to tell of it.
    """
    if chains is None or not chains.things:
        return someones
    known = {(mention.span.start, mention.span.end) for mention in someones}
    taken = {mention.id for mention in someones}
    ids = Ids(report.id, "m")
    out = list(someones)
    for thing in chains.things:
        if (thing.span.start, thing.span.end) not in known:
            name = ids(thing.span.start)
            while name in taken:
                name = ids(thing.span.start)
            out.append(dataclasses.replace(thing, id=name))
    return tuple(sorted(out, key=lambda mention: (mention.span.start, -mention.span.end)))
