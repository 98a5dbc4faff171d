"""Who is for or against whom in a case, according to whom, and how balanced that is."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, Literal

from sayso.case.people import People
from sayso.compare.balance import balances
from sayso.errors import UsageError
from sayso.text.printable import safe
from sayso.values.case import EVERYTHING, Filters
from sayso.values.relations import Balance, CaseRelation, ToldRelation

Window = Literal["", "year", "month"]
DIGITS: Final[dict[str, int]] = {"year": 4, "month": 7}  # of a date, by which windows are told apart
MAX_VOICES: Final = 12  # that are offered


class Relating(People):
    """The part of a Case that tells who is for or against whom."""

    def relations(
        self, name: str | None = None, *, by: str | None = None, filters: Filters | None = None, likely: bool = False
    ) -> list[CaseRelation]:
        """The relations that reports tell, those that are told most often first.

        name      only those of someone, as `who` takes a name
        by        only by the word of this voice: an outlet or agency, or someone who speaks, as `who` takes a name
        filters   only what these reports tell
        likely    also what no word or deed says outright and a network finds likely
        UsageError where a name means nobody, or nobody tells anything by it.
        """
        found: Iterable[CaseRelation] = self.result("relations").values()
        if not likely:
            found = _kept(found, lambda told: not told.only_likely)
        if filters is not None and filters != EVERYTHING:
            reports = {row.id for row in self.store.reports(filters)}
            found = _kept(found, lambda told: told.report in reports)
        held = list(found)
        if by is not None:
            held = self._by(held, by)
        if name is not None:
            whose = self.meant_by(name).id
            held = [one for one in held if whose in (one.holder, one.target)]
        return sorted(held, key=lambda one: (-len(one.told), one.holder, one.target, one.sign, one.by, one.speaker))

    def balance(self, *, by: str | None = None, filters: Filters | None = None, each: Window = "") -> list[Balance]:
        """The signed graph of each voice, its triads, and how far it is from balance; the voice with most edges first.

        Only what a voice tells as a plain fact counts.

        by        only this voice, as `relations` takes it
        filters   only what these reports tell
        each      "year" or "month": a graph for each of them by the day of publication, those without a date left out;
                  "" for one over all of the reports
        """
        held = self.relations(by=by, filters=filters)
        since, until = (filters.since, filters.until) if filters is not None else (None, None)
        if not each:
            found = balances(held, since, until)
        else:
            digits = DIGITS[each]
            days = {told.day[:digits] for one in held for told in one.told}
            found = []
            for span in sorted(day for day in days if len(day) == digits):
                found += balances(_kept(held, functools.partial(_printed, span)), span, span)
        return sorted(found, key=lambda one: (one.since or "", -len(one.edges), one.by, one.speaker))

    def _by(self, held: list[CaseRelation], by: str) -> list[CaseRelation]:
        """Those of one voice: of this very name, else of the identity that the name means."""
        wanted = by.casefold()
        named = [one for one in held if one.by.casefold() == wanted or one.speaker == by]
        if named:
            return named
        voices = sorted({one.by for one in held if one.by})
        try:
            speaker = self.meant_by(by).id
        except UsageError as error:
            listed = ", ".join(safe(voice) for voice in voices[:MAX_VOICES]) or "none"
            more = f" and {len(voices) - MAX_VOICES} more" if len(voices) > MAX_VOICES else ""
            raise UsageError(f"no voice {safe(by[:80])!r} tells of relations; voices are: {listed}{more}") from error
        return [one for one in held if one.speaker == speaker]


def _printed(span: str, told: ToldRelation) -> bool:
    return told.day.startswith(span)


def _kept(found: Iterable[CaseRelation], fits: Callable[[ToldRelation], bool]) -> list[CaseRelation]:
    """The relations with those tellings alone that fit; none without any."""
    kept = ((one, tuple(told for told in one.told if fits(told))) for one in found)
    return [replace(one, told=told) for one, told in kept if told]
