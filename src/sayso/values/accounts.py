"""Accounts: what several reports say of one thing, where it comes from, and how these claims stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from sayso.values.case import ReportRow

TieKind = Literal["corroborates", "copies", "updates", "conflicts"]
TieOn = Literal["number", "date", "place", "actor", "factuality", "text"]
TIES: Final[tuple[TieKind, ...]] = ("conflicts", "updates", "corroborates", "copies")  # what is shown first, first
TIES_ON: Final[tuple[TieOn, ...]] = ("number", "date", "place", "actor", "factuality", "text")


@dataclass(frozen=True, slots=True)
class ReportSpan:
    """A stretch of one of several reports: code points, end excluded, and the words that stand there."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How two claims of one account stand to each other.

    tie          corroborates: of independent origins, and nothing speaks against it; copies: one text; updates: the
                 same voice, or one count, later; conflicts: both cannot be true
    left, right  ids of the claims; the left one was published first, as far as that is known
    on           what tells it: the number, the day, the place, who did it, whether it happened, or the text
    spans        the words of the left and of the right claim that show it
    why          the reason, in a sentence
    """

    tie: TieKind
    account: str
    left: str
    right: str
    on: TieOn
    spans: tuple[ReportSpan, ReportSpan]
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """Claims about one thing.

    id       made of the claim that was published first
    claims   ids, in order of publication
    origins  the claims by where they come from, the first origin first: one origin are copies of one text, what shares
             an agency, and what one speaker says, in whichever reports
    first    id of the claim that was there first
    ties     how they stand to each other, conflicts first
    """

    id: str
    claims: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    first: str
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Recounted:
    """One claim of an account, as it is shown.

    claim       its id; `about` that of the attribution or event that it is about
    chain       who vouches, from who prints to who vouches last, joined by " > "
    sentence    the sentences that say it, `start` and `end` their place in the report
    origin      number of its origin in the account, from 1
    """

    report: ReportRow
    claim: str
    about: str
    chain: str
    sentence: str
    start: int
    end: int
    origin: int


@dataclass(frozen=True, slots=True)
class AccountShown:
    """An account with its claims in order of publication."""

    account: Account
    claims: tuple[Recounted, ...]

    @property
    def id(self) -> str:
        """Of the account."""
        return self.account.id

    @property
    def ties(self) -> tuple[Tie, ...]:
        """How the claims stand to each other, conflicts first."""
        return self.account.ties

    @property
    def origins(self) -> int:
        """How many independent origins there are."""
        return len(self.account.origins)

    @property
    def reports(self) -> int:
        """How many reports tell of it."""
        return len({claim.report.id for claim in self.claims})

    def tied(self, kind: TieKind) -> tuple[Tie, ...]:
        """The ties of one kind."""
        return tuple(tie for tie in self.ties if tie.tie == kind)


@dataclass(frozen=True, slots=True)
class TracedStep:
    """A claim on the way back to the first of its origin; `why` is the tie to the next one, "" at the end."""

    claim: Recounted
    why: str = ""


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim traced back: through which claims it leads to the first one of its origin, the claim itself first.

    account   id of the account; "" for a claim that stands alone, whose way is itself
    """

    claim: str
    account: str
    steps: tuple[TracedStep, ...]

    @property
    def first(self) -> str:
        """Id of the first claim of the origin."""
        return self.steps[-1].claim.claim
