"""Who is for or against whom across reports, always according to somebody; and what the signed graph of it looks like.

A case gives these by `Case.relations` and `Case.balance`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.errors import ValueFault
from sayso.values.terms import Factuality, RelationBasis, VoiceKind

CERTAIN: Final[frozenset[Factuality]] = frozenset({"CT+"})  # what counts in a graph


@dataclass(frozen=True, slots=True)
class ToldRelation:
    """One relation as one report tells it.

    id, claim       ids of the relation, or of the label that tells it, and of its claim in the reading; claim is ""
                    where nothing bears it out
    holder, target  ids of entities of the report; the holder is "" where the report speaks for itself: its outlet
    kind, voice     who vouches last: an outlet, agency or speaker by name; both "" for a report of unknown outlet
    speaker         id of the entity that speaks, where that is the voice
    day             when the report was printed, "" where that is not known
    first, last     ISO dates between which it is told to hold; "" where nothing dates it
    evidence        (start, end) of the sentences that say it
    """

    id: str
    claim: str
    holder: str
    target: str
    sign: int
    basis: RelationBasis
    factuality: Factuality = "CT+"
    kind: VoiceKind | None = None
    voice: str = ""
    speaker: str = ""
    day: str = ""
    first: str = ""
    last: str = ""
    evidence: tuple[tuple[int, int], ...] = ()

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.id.partition("/")[0]

    @property
    def certain(self) -> bool:
        """Whether its voice tells it as a plain fact."""
        return self.factuality in CERTAIN

    @property
    def only_likely(self) -> bool:
        """Whether nothing says it outright: its voice speaks in a way that a network takes for a side."""
        return self.basis == "speech" and self.factuality == "PR+"


@dataclass(frozen=True, slots=True)
class CaseRelation:
    """That one identity is for (+1) or against (-1) another, according to one voice.

    holder, target   ids of identities; the holder is "" for an outlet or agency by its own words that no report names
    by               whose word it is: the identity's name where someone speaks, else the outlet's or agency's; "" for
                     the voice of reports whose outlet is not known
    speaker          id of the identity that speaks, "" where the voice is an outlet or agency
    told             each time it is told, in order of publication
    """

    holder: str
    target: str
    sign: int
    by: str
    told: tuple[ToldRelation, ...]
    speaker: str = ""

    def __post_init__(self) -> None:
        if self.sign not in (-1, 1) or not self.told:
            raise ValueFault(f"{self.holder} -> {self.target}: expected a sign of -1 or 1 and at least one telling")

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims behind it, in order of publication."""
        return tuple(one.claim for one in self.told if one.claim)

    @property
    def certain(self) -> bool:
        """Whether it is told as a plain fact at least once."""
        return any(one.certain for one in self.told)


@dataclass(frozen=True, slots=True)
class Edge:
    """How two identities stand to each other in a graph: the sign that all certain relations between them have.

    left, right   ids of identities, left < right
    sign          0 where they contradict each other; such an edge stands in no triad
    claims        of the relations behind it, in order of publication
    """

    left: str
    right: str
    sign: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Triad:
    """Three identities each of which stands to the other two: balanced if the product of the signs is +1."""

    edges: tuple[Edge, Edge, Edge]

    @property
    def balanced(self) -> bool:
        """Whether friends of friends are friends, and enemies of enemies too."""
        return self.edges[0].sign * self.edges[1].sign * self.edges[2].sign > 0

    @property
    def members(self) -> tuple[str, ...]:
        """The three ids, in order."""
        return tuple(sorted({end for edge in self.edges for end in (edge.left, edge.right)}))


@dataclass(frozen=True, slots=True)
class Balance:
    """The signed graph of one voice in one stretch of time, and how far it is from being balanced.

    by, speaker           whose word it is, as in CaseRelation
    edges                 in order of their ends
    triads                of edges with a sign, in order of their members; at most some thousands (`triads_left_out`)
    balanced, unbalanced  how many triads are so, of all
    least, most           bounds of the frustration index: the fewest edges without which the rest is balanced
    sides                 a division in two camps with `most` edges against it: side 0 or 1 of each identity
    since, until          ISO dates of publication, both included; None for an open end
    """

    by: str
    edges: tuple[Edge, ...] = ()
    triads: tuple[Triad, ...] = ()
    balanced: int = 0
    unbalanced: int = 0
    least: int = 0
    most: int = 0
    sides: tuple[tuple[str, int], ...] = ()
    speaker: str = ""
    since: str | None = None
    until: str | None = None

    @property
    def exact(self) -> bool:
        """Whether the frustration index is known and not only bounded."""
        return self.least == self.most

    @property
    def triads_left_out(self) -> int:
        """How many triads are counted and not listed."""
        return self.balanced + self.unbalanced - len(self.triads)
