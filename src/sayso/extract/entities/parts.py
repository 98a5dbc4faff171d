"""Which body a report says is part of which: "the Front's armed wing", "the embassy of Velmar", "FFO Press Office"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.values.terms import Schema

LONGEST_CHAIN: Final = 100  # parts of parts
BODIES: frozenset[Schema] = frozenset({"Organization", "PublicBody", "LegalEntity"})


def parts_of(
    context: ReportContext, entities: Sequence[tuple[str, Schema, Sequence[Item]]], owner: dict[int, str]
) -> dict[str, str]:
    """Id of an entity -> id of the body that it is part of; following it ends.

    entities   id, schema and mentions of each
    owner      index of an item -> id of its entity
    The noun must be one for a part (wing, ministry). Whose it is stands before it, or behind "of"; in a name it may be
    part of the name, and is known where the report names it elsewhere too.
    """
    schemas = {name: schema for name, schema, _ in entities}
    known: dict[str, str] = {}
    for name, schema, items in entities:
        for item in items:
            if item.name and item.words and schema in BODIES:
                known.setdefault(" ".join(item.words), name)
    found: dict[str, str] = {}
    for name, schema, items in entities:
        for item in items:
            if schema not in BODIES or item.mention.kind == "pronoun" or not _part(context, item):
                continue
            wholes = [owner[other.index] for other in _wholes(context, item)]
            wholes += [known[words] for words in _in_name(item, context) if words in known]
            for whole in wholes:
                for part in (name, *_is_one(context, item, owner)):
                    if schemas.get(whole) in BODIES and schemas.get(part) in BODIES and not _leads(found, whole, part):
                        found.setdefault(part, whole)
    return found


def _part(context: ReportContext, item: Item) -> bool:
    """Whether the noun is one for a part of something."""
    parts, tree = context.language.parts, context.tree
    return item.lemma in parts or tree.lower[item.head] in parts


def _wholes(context: ReportContext, item: Item) -> Iterator[Item]:
    """Whose part it is: what owns the noun, stands before it, or behind "of"."""
    tree = context.tree
    for kid in tree.kids[item.head]:
        label = tree.dep[kid]
        if label in ("poss", "compound", "nmod"):
            targets = [kid]
        elif label == "prep" and tree.lower[kid] in context.language.entities.of:
            targets = [k for k in tree.kids[kid] if tree.dep[k] == "pobj"]
        else:
            continue
        for target in targets:
            other = context.at_head.get(target)
            if other is not None and other is not item and not (other.mention.many and other.mention.kind == "nominal"):
                yield other


def _in_name(item: Item, context: ReportContext) -> Iterator[str]:
    """Names that may stand in a name: its first words, and those behind its first "of"."""
    if not item.name:
        return
    words = list(item.words)
    for count in range(len(words) - 1, 0, -1):
        if not set(words[:count]) <= context.language.portfolios:  # "Industry Ministry" beside somebody's "Industry"
            yield " ".join(words[:count])
    of = next((k for k, word in enumerate(words) if word in context.language.entities.of), None)
    if of is not None:
        behind = words[of + 1 :]
        yield " ".join(behind[1:] if behind and behind[0] in context.language.grammar.definite else behind)


def _is_one(context: ReportContext, item: Item, owner: dict[int, str]) -> Iterator[str]:
    """Who is said to be it: "The Brigades are the armed wing of the Front"."""
    tree = context.tree
    verb = tree.head[item.head]
    if (
        tree.dep[item.head] != "attr"
        or tree.lemma[verb] not in context.language.grammar.copula
        or tree.has(verb, "neg")
    ):
        return
    subject = tree.subject(verb)
    other = context.at_head.get(subject) if subject is not None else None
    if other is not None and other.mention.kind != "pronoun":
        yield owner[other.index]


def _leads(found: dict[str, str], start: str, end: str) -> bool:
    """Whether one is the other, or following parts from one leads to the other; so may one that goes on too far."""
    seen: str | None = start
    for _ in range(LONGEST_CHAIN):
        if seen is None or seen == end:
            return seen is not None
        seen = found.get(seen)
    return True
