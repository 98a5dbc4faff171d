"""Relations and balance of a case in words, always according to whom, for `sayso relations` and `sayso balance`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from sayso.text.printable import safe
from sayso.values.identities import Identity
from sayso.values.relations import Balance, CaseRelation, Edge, ToldRelation
from sayso.views.evidence import shown

UNKNOWN: Final = "(unknown outlet)"
MAX_TOLD: Final = 3  # tellings of a relation that are printed
MAX_TRIADS: Final = 20  # triads of a graph that are printed
LONGEST: Final = 300  # characters of a sentence
MARKS: Final = {1: "+", -1: "-", 0: "±"}
Text = Callable[[str], str]  # report id -> its text
Calls = Callable[[str], str]  # identity id -> what to call it


def relation_dict(one: CaseRelation) -> dict[str, Any]:
    """The line of a relation in an export; see docs/reference/output.md."""
    return {
        "kind": "relation",
        "holder": one.holder,
        "target": one.target,
        "sign": one.sign,
        "claims": list(one.claims),
        "by": one.by,
    }


def naming(identities: Mapping[str, Identity]) -> Calls:
    """What gives the name of an identity by its id, else the id."""
    return lambda identity: identities[identity].name or identity


def relation_told_dict(one: CaseRelation, called: Calls) -> dict[str, Any]:
    """The same with names and each time it is told, for `sayso relations --json`; what is empty is absent."""
    out = relation_dict(one) | {"holder_name": holder_name(one, called), "target_name": called(one.target)}
    return out | {"certain": one.certain, "told": [_told_dict(told) for told in one.told]}


def holder_name(one: CaseRelation, called: Calls) -> str:
    """What to call who is for or against somebody: an identity, else the outlet or agency whose own words tell it."""
    return called(one.holder) if one.holder else one.by or UNKNOWN


def _told_dict(told: ToldRelation) -> dict[str, Any]:
    out = {
        "report": told.report, "claim": told.claim, "basis": told.basis, "factuality": told.factuality,
        "day": told.day, "first": told.first, "last": told.last, "evidence": [list(span) for span in told.evidence],
    }  # fmt: skip
    return {key: held for key, held in out.items() if held}


def relation_lines(one: CaseRelation, called: Calls, text: Text) -> Iterator[str]:
    """A relation for people: who is for or against whom, by whose word, how often, and the first times it is told."""
    days = sorted(told.day for told in one.told if told.day)
    seen = "" if not days else f", {days[0]}" if days[0] == days[-1] else f", {days[0]} to {days[-1]}"
    count = f"{len(one.told)} time{'s' * (len(one.told) != 1)}"
    stands = "for" if one.sign > 0 else "against"
    holder = safe(holder_name(one, called))
    yield (f"{holder} {stands} {safe(called(one.target))}  according to {safe(one.by) or UNKNOWN}, {count}{seen}")
    for told in sorted(one.told, key=lambda told: not told.certain)[:MAX_TOLD]:
        yield from (f"    {line}" for line in told_lines(told, text))
    if len(one.told) > MAX_TOLD:
        yield f"    and {len(one.told) - MAX_TOLD} more; --json gives all"


def told_lines(told: ToldRelation, text: Text) -> Iterator[str]:
    """One telling: the day, on what basis, what makes it less than a fact, and its first sentence."""
    facts = "" if told.certain else f" {told.factuality}"
    yield f"{told.day or 'no date'}  {told.basis}{facts}  {sentence(told, text)}"


def sentence(told: ToldRelation, text: Text) -> str:
    """The sentence that tells it, in one line; the last of several, which comes after headings and who says it."""
    if not told.evidence:
        return ""
    words = " ".join(shown(text(told.report), *told.evidence[-1]).split())
    return safe(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")


def balance_dict(one: Balance, called: Calls) -> dict[str, Any]:
    """A graph as JSON for `sayso balance --json`; what is empty is absent."""
    ends = {end for edge in one.edges for end in (edge.left, edge.right)}
    out: dict[str, Any] = {
        "by": one.by,
        "speaker": one.speaker,
        "since": one.since,
        "until": one.until,
        "names": {end: called(end) for end in sorted(ends)},
        "edges": [_edge_dict(edge) for edge in one.edges],
        "triads": [
            {"members": list(triad.members), "balanced": triad.balanced, "edges": [_edge_dict(e) for e in triad.edges]}
            for triad in one.triads
        ],
        "balanced": one.balanced,
        "unbalanced": one.unbalanced,
        "frustration": {"least": one.least, "most": one.most, "exact": one.exact},
        "sides": dict(one.sides),
    }
    return {key: held for key, held in out.items() if held not in (None, "")}


def _edge_dict(edge: Edge) -> dict[str, Any]:
    return {"left": edge.left, "right": edge.right, "sign": edge.sign, "claims": list(edge.claims)}


def balance_lines(
    one: Balance, called: Calls, told: Mapping[str, ToldRelation], text: Text, most: int = MAX_TRIADS
) -> Iterator[str]:
    """A graph for people: whose it is, how balanced, then its triads, the unbalanced first, each edge with its claim.

    told   claim -> the relation that it is about
    """
    when = f" in {one.since}" if one.since and one.since == one.until else _span(one)
    ends = {end for edge in one.edges for end in (edge.left, edge.right)}
    signed = [edge for edge in one.edges if edge.sign]
    yield (
        f"according to {safe(one.by) or UNKNOWN}{when}: {len(signed)} signed "
        f"edge{'s' * (len(signed) != 1)} among {len(ends)}, {one.balanced} of {one.balanced + one.unbalanced} triads "
        f"balanced, frustration index {one.most if one.exact else f'{one.least} to {one.most}'}"
    )
    for edge in (edge for edge in one.edges if not edge.sign):
        yield f"    ± {safe(called(edge.left))}, {safe(called(edge.right))}: for and against, so in no triad"
    shown_ones = sorted(one.triads, key=lambda triad: triad.balanced)[:most]
    for triad in shown_ones:
        yield f"  {'balanced' if triad.balanced else 'unbalanced'}: " + _named(triad.members, called)
        for edge in triad.edges:
            yield f"    {MARKS[edge.sign]} {safe(called(edge.left))}, {safe(called(edge.right))}"
            claim = next((told[id_] for id_ in edge.claims if id_ in told), None)
            if claim is not None:
                yield f"        {edge.claims[0]}  {claim.day or 'no date'}  {sentence(claim, text)}"
    hidden = one.balanced + one.unbalanced - len(shown_ones)
    if hidden > 0:
        yield f"  and {hidden} more triads"


def _named(members: Iterable[str], called: Calls) -> str:
    return ", ".join(safe(called(member)) for member in members)


def _span(one: Balance) -> str:
    return (f" since {one.since}" if one.since else "") + (f" until {one.until}" if one.until else "")
