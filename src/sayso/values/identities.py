"""Who is one someone across reports: the actors of a report as they are compared, and the identities of a case."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.values.terms import Schema


@dataclass(frozen=True, slots=True)
class Form:
    """What someone is called: the words, whether they are a name, and how often they stand in the report."""

    text: str
    named: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity of a report, as it is compared with those of others.

    id          the entity's
    name        its longest name; "" for one that is only described
    forms       what it is called, without pronouns, the most frequent first
    spans       (start, end) of its mentions, in order
    roles, of   titles and roles, and whom it belongs to, as the report says
    anonymous   a source that the report does not name, which is never joined by a name
    """

    id: str
    name: str = ""
    forms: tuple[Form, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    schema: Schema = "Thing"
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    anonymous: bool = False

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
    name       what to call it: a name that was given by a judgement, else the fullest of the most frequent ones
    names      every form, names first, the most frequent first
    entities   ids, that which was there first first
    why        a join for each entity but the first
    alarms     what contradicts in what people decided, in words
    """

    id: str
    name: str = ""
    names: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    schema: Schema = "Thing"
    codes: tuple[str, ...] = ()
    why: tuple[Join, ...] = ()
    alarms: tuple[str, ...] = ()
