"""What a language brings for the codes of actors: one ``OfficeWords(...)``, its `offices`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Words and phrases, lower case, in Latin letters and without points; a phrase has one space between two words.

    persons    noun for an office or calling, as it ends a title -> the sector it is of: minister -> GOV
    bodies     noun for a body, or a word of its name -> its sector: ministry -> GOV
    marks      word before such a noun that decides whatever the noun says: opposition, rebel
    kinds      word before a noun that says no sector by itself: parliamentary committee, human rights group
    of_state   offices that are of the state if a country's name or people stands beside them: president
    public     offices of those who act or speak in public, of whatever sector: chairman, spokesman
    private    callings that put nobody in public although their sector may: shopkeeper, soldier
    within     nouns for who belongs to a body, whose sector is that of the body: member
    outward    nouns behind a country's name that is not theirs: "Iran expert", "Syria envoy"
    theirs     names of countries that stand before a noun as an adjective does, for want of one: us, uk
    splits     words behind which a title says of what, or of whom: of, for
    owners     those of them behind which stands whose it is: of
    members    those of them behind which stands the body that someone works or speaks for: for, at
    ends       ends of a word that says whose the next is: 's
    unsure     words for countries that more often mean something else, or that are of two
    shadows    words before an office that make it none, or one that nobody holds: would-be, shadow
    none       the same, behind it: elect, designate
    bodies_between_states   bodies that several states have founded, by name
    rights     names of bodies whose sector their words do not tell -> the sector
    """

    persons: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    of_state: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    outward: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    splits: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    ends: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    shadows: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    bodies_between_states: frozenset[str] = frozenset()
    rights: dict[str, str] = field(default_factory=dict)
