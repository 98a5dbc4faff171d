"""The actors of each report: what the comparison of identities needs of a reading, and no more."""

from __future__ import annotations

from collections import Counter

from sayso.compare import case_step
from sayso.values.identities import Actor, Form
from sayso.values.reading import Reading


@case_step("actors.v1", needs=("reading",), gives="actors", value=tuple[Actor, ...])
def actors(reading: Reading) -> tuple[Actor, ...]:
    """The entities of a report, in order, with what they are called and what is said of them."""
    mentions = {mention.id: mention for mention in reading.mentions}
    found = []
    for entity in reading.entities:
        held = [mentions[id_] for id_ in entity.mentions]
        counts = Counter((m.span.text, m.kind == "name") for m in held if m.kind != "pronoun")
        if entity.name and not any(text == entity.name for text, _ in counts):
            counts[entity.name, True] += 1  # a name that a judgement gave
        forms = sorted(counts.items(), key=lambda item: (not item[0][1], -item[1], -len(item[0][0]), item[0][0]))
        found.append(
            Actor(
                entity.id,
                entity.name or "",
                tuple(Form(text, named, count) for (text, named), count in forms),
                tuple(sorted((m.span.start, m.span.end) for m in held)),
                entity.schema,
                tuple(dict.fromkeys(fact.value for fact in entity.facts if fact.kind in ("title", "role"))),
                tuple(dict.fromkeys(fact.value for fact in entity.facts if fact.kind == "affiliation")),
                entity.anonymous is not None,
            )
        )
    return tuple(found)
