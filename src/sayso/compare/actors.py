"""The actors of each report: what the comparison of identities needs of a reading, and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.compare import case_step
from sayso.lang import load_language
from sayso.values.findings import Mention
from sayso.values.identities import Actor, Form
from sayso.values.reading import Reading
from sayso.values.terms import SOMEONE, Schema
from sayso.views.codes import Codes
from sayso.world.scripts import APOSTROPHES

MAX_ENDING: Final = 8  # characters between a name and what is its bearer's


@case_step("actors.v4", needs=("reading",), gives="actors", value=tuple[Actor, ...])
def actors(reading: Reading) -> tuple[Actor, ...]:
    """The entities of a report that are someone, in order, with what they are called and what is said of them.

    A bill that the report takes up as "it" is nobody. A seat that speaks (the Palace said), is for or against
    somebody, or is called something, stands for the public body that sits there.
    """
    mentions = {mention.id: mention for mention in reading.mentions}
    speaking = {one.speaker for one in reading.attributions} | {
        carrier for one in reading.attributions for carrier in one.via
    }
    related = {end for one in reading.relations for end in (one.holder, one.target)}
    related |= {label.target for label in reading.labels if label.kind == "naming" and label.target is not None}
    found = []
    codes = Codes(reading)
    for entity in reading.entities:
        speaks = not speaking.isdisjoint(entity.mentions)
        acts = speaks or not related.isdisjoint(entity.mentions)
        schema: Schema = "PublicBody" if acts and entity.schema == "Address" else entity.schema
        if schema not in SOMEONE:
            continue
        held = [mentions[id_] for id_ in entity.mentions]
        counts = Counter((m.span.text, m.kind == "name") for m in held if m.kind != "pronoun")
        if entity.name and not any(text == entity.name for text, _ in counts):
            counts[entity.name, True] += 1  # a name that a judgement gave
        forms = sorted(counts.items(), key=lambda item: (not item[0][1], -item[1], -len(item[0][0]), item[0][0]))
        affiliations = (fact.value for fact in entity.facts if fact.kind == "affiliation")
        owners = _owners(reading, held) if schema != "Person" else ()
        found.append(
            Actor(
                entity.id,
                entity.name or "",
                tuple(Form(text, named, count) for (text, named), count in forms),
                tuple(sorted((m.span.start, m.span.end) for m in held)),
                schema,
                tuple(dict.fromkeys(fact.value for fact in entity.facts if fact.kind in ("title", "role"))),
                tuple(dict.fromkeys([*affiliations, *owners])),
                entity.anonymous is not None,
                speaks,
                codes.of(entity),
                codes.is_public(entity),
            )
        )
    return tuple(found)


def _owners(reading: Reading, held: Sequence[Mention]) -> Iterator[str]:
    """Whose a body's name says that it is: Velmar, of "Velmar's Interior Ministry"."""
    whose = load_language("en").name_parts.whose
    text = reading.report.text
    ends = {mention.span.end: mention for mention in reading.mentions if mention.kind == "name"}
    for mention in held:
        before = text[max(0, mention.span.start - MAX_ENDING) : mention.span.start].translate(APOSTROPHES)
        for end in whose if mention.kind == "name" else ():
            if before.endswith(f"{end} ") and (owner := ends.get(mention.span.start - len(end) - 1)):
                yield owner.span.text
