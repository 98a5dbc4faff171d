"""What a language brings for taking names apart: one ``NameWords(...)``, its `name_parts`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words, lower case and without points.

    article      words before a name that are none of it: the
    small        words inside a name that may have no letter in its acronym: of, and
    of           words behind which a title says of what: President of
    whose        how a word ends that says whose the next is: 's
    generations  what stands behind a surname -> one form for all that mean it: jr, junior -> jr
    degrees      letters behind a name, which are none of it: md, phd
    short        words cut short -> in full: int'l -> international
    portfolios   words that follow "secretary of" and the like, beside what offices are for: state
    titles       titles cut short, beside those of the language: gov
    given_titles titles that are given names too: dean
    ordinal      letters behind digits that make a place in a row of them: 4th
    governments  words for the government of a state, which is the state that acts
    sits         words between a body and the place where it sits: the government in
    both         the word for "&"
    kin          words inside a name that say whose child someone is: bin, ibn
    """

    article: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    whose: tuple[str, ...] = ()
    generations: dict[str, str] = field(default_factory=dict)
    degrees: frozenset[str] = frozenset()
    short: dict[str, str] = field(default_factory=dict)
    portfolios: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    given_titles: frozenset[str] = frozenset()
    ordinal: tuple[str, ...] = ()
    governments: frozenset[str] = frozenset()
    sits: tuple[str, ...] = ()
    both: str = ""
    kin: frozenset[str] = frozenset()
