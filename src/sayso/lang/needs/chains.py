"""What a language brings for chains of phrases: one ``ChainWords(...)``, its `chains`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainWords:
    """Words in lower case.

    pointing     words that point at something, alone or before a noun: this, those
    openings     words that open a phrase and are left out where two are compared: the, a, this
    owning       words before a noun that say whose it is: his, their
    indefinite   words before a noun that is new: a, some, several
    many         pronouns for several: they, these
    empty        words that say nothing of which one is meant: the, of, and
    equating     forms of "to be" and "to become"
    linking      prepositions between a noun and what belongs to it: of, in
    """

    pointing: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    equating: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
