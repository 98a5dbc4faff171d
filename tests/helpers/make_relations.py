"""Readings without a model that hold relations between names, each in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.values.findings import Attribution, Claim, Entity, Mention, Relation, Voice
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import RelationBasis

Tie = tuple[str, str, int, str]


def related(
    ties: Iterable[Tie],
    *,
    outlet: str | None = "Herald",
    day: str | None = "2031-05-02",
    speaker: str = "",
    basis: RelationBasis = "told",
) -> tuple[Reading, bytes]:
    """A reading and the bytes of its original.

    ties      (holder, target, sign, factuality)
    speaker   who says all of it; "" for the report's own voice
    """
    ties = list(ties)
    lines = [f"{one} is {'for' if sign > 0 else 'against'} {other} ({value})." for one, other, sign, value in ties]
    if speaker:
        lines = [f"{speaker} said {line}" for line in lines]
    text = f"{day} {outlet}.\n" + "\n".join(lines)
    data = text.encode()
    report = Report.of(text, outlet=outlet, published=day, original=data, map=((0, 0, len(text)),))
    ids = {kind: Ids(report.id, kind) for kind in "mnarc"}
    held: dict[str, list[Mention]] = {}
    relations, claims, attributions = [], [], []

    def mention(name: str, after: int) -> Mention:
        start = text.index(name, after)
        span = report.span(start, start + len(name))
        made = Mention(ids["m"](start), span, span, "name", "PublicBody")
        held.setdefault(name, []).append(made)
        return made

    at = text.index("\n") + 1
    for (one, other, sign, value), line in zip(ties, lines, strict=True):
        sentence = report.span(at, at + len(line))
        chain = [Voice("outlet", outlet)] if outlet else []
        begin, inside = at, None
        if speaker:
            who = mention(speaker, at)
            begin = who.span.end + len(" said ")
            said = Attribution(ids["a"](at), (report.span(begin, at + len(line)),), (who.span,), speaker=who.id)
            attributions.append(said)
            inside = said.id
            chain.append(Voice("speaker", speaker, who.id))
        left = mention(one, begin)
        right = mention(other, left.span.end) if other != one else left
        words = report.span(left.span.end + 1, left.span.end + 3)
        relation = Relation(ids["r"](words.start), left.id, right.id, sign, basis, (words,), value, inside)  # type: ignore[arg-type]
        relations.append(relation)
        claims.append(Claim(ids["c"](at), relation.id, tuple(chain), (sentence,)))
        at += len(line) + 1
    entities = [
        Entity(ids["n"](mentions[0].span.start), tuple(m.id for m in mentions), name, "PublicBody")
        for name, mentions in held.items()
    ]
    mentions = sorted((m for several in held.values() for m in several), key=lambda m: m.span.start)
    reading = Reading(
        report, ("relations.v1",), mentions=tuple(mentions), entities=tuple(entities),
        attributions=tuple(attributions), relations=tuple(relations), claims=tuple(claims),
    )  # fmt: skip
    return reading, data
