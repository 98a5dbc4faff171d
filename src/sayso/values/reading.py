"""A report and all that was read from it, whole and consistent, or not at all."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.values.findings import (
    Attribution,
    Claim,
    Entity,
    Event,
    Label,
    Mention,
    Place,
    Quantity,
    Relation,
    Time,
)
from sayso.values.ids import fail
from sayso.values.parts import LISTS, references_of, spans_of
from sayso.values.report import Report, Zone


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """A report and all that was read from it; complete and checked, or not at all."""

    report: Report
    steps: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    labels: tuple[Label, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        text = self.report.text
        for span in spans_of(self):
            if text[span.start : span.end] != span.text:
                self.report.check(span)  # which says what is wrong
        ids = [value.id for name in LISTS for value in getattr(self, name)]
        known = set(ids)
        if len(known) != len(ids):
            fail(f"report {self.report.id}: an id is given twice")
        for used in references_of(self):
            if used not in known:
                fail(f"report {self.report.id}: the id {used} is used and not there")
        self._check_entities()
        self._check_nesting()

    def __repr__(self) -> str:
        """Which report it is and how much was found, in fewer than 200 characters."""
        found = [
            f"{len(held):,} {name[:-1] if len(held) == 1 else name}"
            for name, held in (("statements", self.attributions), ("events", self.events))
        ]
        return f"Reading({self.report.called()}: {', '.join(found) if self.steps else 'not read'})"

    def _repr_html_(self) -> str:
        """The reading for a notebook: its statements with their words marked; all text is escaped."""
        # Only views put things into words, and they stand above values: looked up when a notebook asks.
        html: str = importlib.import_module("sayso.views.html").reading_html(self)
        return html

    def _check_entities(self) -> None:
        owner: dict[str, str] = {}
        for entity in self.entities:
            for mention in entity.mentions:
                if mention in owner:
                    fail(f"{mention} is in two entities, {owner[mention]} and {entity.id}")
                owner[mention] = entity.id

    def _check_nesting(self) -> None:
        parent = {a.id: a.inside for a in self.attributions}
        for start in parent:
            step, seen = parent[start], {start}
            while step is not None:
                if step in seen:
                    fail(f"{start}: following `inside` comes back to {step}")
                seen.add(step)
                step = parent.get(step)

    def mention(self, mention_id: str) -> Mention:
        """The mention of this id; KeyError where there is none."""
        for mention in self.mentions:
            if mention.id == mention_id:
                return mention
        raise KeyError(mention_id)

    def entity_of(self, mention_id: str) -> Entity | None:
        """The entity that a mention belongs to; None before coreference was done."""
        for entity in self.entities:
            if mention_id in entity.mentions:
                return entity
        return None


def innermost(attributions: Iterable[Attribution], points: Iterable[int]) -> list[str | None]:
    """Find for each of these points of the text the innermost attribution whose content holds it.

    points   code points, ascending
    Returns one id a point, None where no content holds it; linear, but for the contents that lie around one point.
    The innermost is the one with the shortest content, all its pieces counted; of equal ones that which begins later.
    """
    pieces = sorted(
        (span.start, span.end, sum(piece.end - piece.start for piece in one.content), one.id)
        for one in attributions
        for span in one.content
    )
    found: list[str | None] = []
    around: list[tuple[int, int, int, str]] = []
    coming = 0
    for point in points:
        while coming < len(pieces) and pieces[coming][0] <= point:
            around.append(pieces[coming])
            coming += 1
        if around:
            around = [piece for piece in around if piece[1] > point]
        found.append(min(around, key=lambda piece: (piece[2], -piece[0]))[3] if around else None)
    return found
