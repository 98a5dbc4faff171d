"""Who is one someone across reports: the actors of a report as they are compared, and the identities of a case."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sayso.values.terms import Schema


def identity_id(entity: str) -> str:
    """The id of the identity that an entity founds.

    >>> identity_id("4cd622bb5f5e01b2/n0")
    'iee9566a19fe3'
    """
    return "i" + hashlib.sha256(entity.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Form:
    """What someone is called: the words, whether they are a name, and how often they stand in the report."""

    text: str
    named: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class ActorCode:
    """A country (ISO 3166 alpha-3) or sector (PLOVER's) of someone, and the words of the report that are the reason."""

    code: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CodeReason:
    """A code of an identity and the words of the report that say so."""

    code: str
    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity of a report, as it is compared with those of others.

    id          the entity's
    name        its longest name; "" for one that is only described
    forms       what it is called, without pronouns, the most frequent first
    spans       (start, end) of its mentions, in order
    roles, of   titles and roles, and whom it belongs to, as the report says
    anonymous   a source that the report does not name, which is never joined by a name
    speaks      whether it is who says something, or hands it on
    codes       countries and sectors, each with the words that say so
    public      whether the report gives a person an office, present or past, or a calling exercised in public
    """

    id: str
    name: str = ""
    forms: tuple[Form, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    schema: Schema = "Thing"
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    anonymous: bool = False
    speaks: bool = False
    codes: tuple[ActorCode, ...] = ()
    public: bool = False

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two entities are one someone.

    left, right   their ids
    reasons       why, as `NameReason` has them; "judged" with the judgement's id; "context" where roles or who is
                  named beside them decided
    score         of the names, 0 to 1
    """

    left: str
    right: str
    reasons: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Identity:
    """The entities of all reports that are one someone.

    id         stays when reports come: it is made of the entity that was there first
    name       what to call it: a name that was given by a judgement, else the most frequent full one
    names      every form, names first, the most frequent first
    entities   ids, that which was there first first
    why        a join for each entity but the first
    alarms     what contradicts in what people decided, in words
    codes      countries (ISO 3166 alpha-3), then sectors (PLOVER's), each first what most reports say
    coded      for each code the words that said so first
    """

    id: str
    name: str = ""
    names: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    schema: Schema = "Thing"
    codes: tuple[str, ...] = ()
    why: tuple[Join, ...] = ()
    alarms: tuple[str, ...] = ()
    coded: tuple[CodeReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two identities that may be one, and the names of each that are closest.

    score   of these two names, 0 to 1
    """

    left: Identity
    right: Identity
    left_name: str
    right_name: str
    score: float


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where someone is called something: the report, its outlet and day, and how often."""

    report: str
    outlet: str = ""
    day: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class KnownForm:
    """What someone is called, where, and why it is theirs, in words."""

    text: str
    named: bool = False
    where: tuple[Bearing, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How often, in all reports."""
        return sum(bearing.count for bearing in self.where)


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A title or role that reports give for someone, or whom they belong to (`body`), and where."""

    text: str
    where: tuple[Bearing, ...] = ()
    body: bool = False


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A country or sector that reports give for someone: the words that say so, and where."""

    code: str
    words: tuple[str, ...] = ()
    where: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True)
class Someone:
    """What a case knows of one someone.

    forms          what they are called, names first, the most frequent first
    roles          by the day when they were first given
    codes          countries and sectors, in the order of the identity's
    reports        how many speak of them
    first, last    days of the first and the last report; "" where no report has a date
    """

    identity: Identity
    forms: tuple[KnownForm, ...] = ()
    roles: tuple[KnownRole, ...] = ()
    reports: int = 0
    first: str = ""
    last: str = ""
    codes: tuple[KnownCode, ...] = ()
