"""What a report tells, as the comparison of accounts needs it: a sentence by one voice, and which sentences meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.values.accounts import TieOn
from sayso.values.findings import Quantity
from sayso.values.terms import State

SignKind = Literal["copied", "agrees", "compatible", "beside", "later", "differs"]


@dataclass(frozen=True, slots=True)
class ToldDeed:
    """An event of a sentence.

    start, end       its trigger, in code points of the report; `stems` those of its words
    agents, patients entities; `doers` the words for who or what does it, in small letters, and `undergoers` for whom or
                     what it is done to; common ones are left out
    first, last      ISO dates between which it is, both "" where it is not dated by an expression of its own
    places           gazetteer ids or names, from the place to what it lies in; `country` its code
    when, where, by  (start, end) of the words that date and place it, and of who does it; (0, 0) for none
    numbers          ids of the quantities that it counts
    """

    id: str
    start: int
    end: int
    stems: tuple[str, ...] = ()
    type: str = ""
    mode: str = ""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    undergoers: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    places: tuple[str, ...] = ()
    country: str = ""
    when: tuple[int, int] = (0, 0)
    where: tuple[int, int] = (0, 0)
    by: tuple[int, int] = (0, 0)
    state: State = "unknown"
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one voice says in one sentence of a report.

    claim, about  ids of the claim, and of the attribution or event that it is about
    start, end    the sentence, in code points of the report; `text` holds it with a little around it, from `base` on
    words         (stem, weight) of what is said, without times and numbers; a weight tells how rare it is
    forms         for each of these a word with that stem, whole and in small letters
    named         entities that stand in it; `speakers` those whose words it is, () for the report itself; `called` what
                  these are called
    outlet        who prints it; `agencies` who carried it
    denied        what is said is said not to be so
    asked         it is a question, which tells nothing
    days          (first, last) of the dates in it, where they are known to the month; twice "XXXX-02-19" without a
                  year, "XXXX-WXX-6" of a day of the week
    where         the places in it, each with what it lies in
    names         words in capitals, in small letters: of persons, places and things
    deeds         its events
    numbers       its quantities; their places are those of `text`
    quoted        short quotations in what a speaker says: their words in small letters
    row           (value, kind) of all quantities of the sentence, whoever tells them; the kind is a unit or a role
    lang          language of the report, "" where it is not known
    """

    claim: str
    about: str
    start: int
    end: int
    base: int
    text: str
    words: tuple[tuple[str, float], ...] = ()
    forms: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    outlet: str = ""
    agencies: tuple[str, ...] = ()
    published: str = ""
    denied: bool = False
    asked: bool = False
    days: tuple[tuple[str, str], ...] = ()
    where: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    deeds: tuple[ToldDeed, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    row: tuple[tuple[float, str], ...] = ()
    quoted: tuple[str, ...] = ()
    lang: str = ""

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.claim.partition("/")[0]

    @property
    def sentence(self) -> str:
        """The words of the sentence, without what `text` holds around it."""
        return self.text[self.start - self.base : self.end - self.base]


@dataclass(frozen=True, slots=True)
class Sign:
    """What two tellings of one thing show beside each other, as places in their reports.

    kind   "copied", "agrees", "compatible", "beside" (can both be true, and neither bears out the other), "later" (a
           count that has grown), "differs"
    on     number, date, place, actor, factuality or text
    """

    kind: SignKind
    on: TieOn
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings of one thing: which, by claim and sentence; how alike, 0 to 1; what shows beside each other.

    voice     whether both have one voice: a speaker in common, or none and one agency or outlet
    counted   whether they hold numbers of one figure
    reworded  whether they are alike by what their words mean more than by their words
    one_matter   whether they are of one time, and someone or a place is in both
    """

    left: str
    left_start: int
    right: str
    right_start: int
    score: float
    voice: bool = False
    counted: bool = False
    signs: tuple[Sign, ...] = ()
    reworded: bool = False
    one_matter: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """What two reports tell alike; `basis` is the digest of all that it was worked out from."""

    basis: str
    links: tuple[Link, ...] = ()
