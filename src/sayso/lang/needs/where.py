"""What a language brings for where an event is: ``WhereWords(...)``, in `events`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhereWords:
    """Words before a place that say where something is (`inside`: "in Homs"; `settlements` before `of`: "town of").

    beside     prepositions before who takes part, not where it is: "with Velmar"
    amid       prepositions before a deed in which another one is done: "killed in an attack"
    comes_to   verbs whose object is where one comes to: "entered the town"; lemmas
    here       words for where the report was sent from
    this, towns  the words of "in this capital"
    to         prepositions before whom or where something is sent
    upon       prepositions before what an attack is on
    within     prepositions before the place of what stands before them: "a fair in Homs"
    """

    inside: frozenset[str] = frozenset()
    of: str = ""
    settlements: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    amid: frozenset[str] = frozenset()
    comes_to: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    this: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    upon: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
