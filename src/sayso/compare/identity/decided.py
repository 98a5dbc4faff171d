"""What people decided about who is one someone: the newest counts, and what contradicts it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.compare.identity.groups import Groups
from sayso.values.case import Judgement, Subject
from sayso.values.identities import Actor

OVERLAP: Final = 0.5  # share of common characters from which an actor is the one that was judged


@dataclass(slots=True)
class Alarm:
    """Two entities that a newer judgement keeps together or apart against an older one."""

    left: int
    right: int
    older: str
    verb: str


def meant(subject: Subject, actors: Mapping[str, Sequence[Actor]]) -> str | None:
    """The id of the entity that a subject means now; None where none fits."""
    if subject.kind not in ("entities", "mentions") or subject.report not in actors:
        return None
    wanted = {at for span in subject.spans for at in range(span.start, span.end)}
    best: tuple[float, str] | None = None
    for actor in actors[subject.report]:
        held = {at for start, end in actor.spans for at in range(start, end)}
        shared = len(wanted & held)
        share = shared / (len(wanted) if subject.kind == "mentions" else len(wanted | held)) if wanted else 0.0
        if share >= OVERLAP and (best is None or share > best[0]):
            best = (share, actor.id)
    return best[1] if best is not None else None


def decide(
    judgements: Iterable[Judgement], actors: Mapping[str, Sequence[Actor]], groups: Groups, number: Mapping[str, int]
) -> tuple[list[Alarm], dict[int, str]]:
    """Join and keep apart what was judged same and differ, the newest first; return what contradicts, and new names.

    A `same` or `differ` joins or parts its first subject and each of the others.
    """
    alarms: list[Alarm] = []
    names: dict[int, str] = {}
    newest_first = sorted(judgements, key=lambda judgement: (len(judgement.id), judgement.id), reverse=True)
    for judgement in newest_first:
        if judgement.verb not in ("same", "differ", "rename"):
            continue
        found = [meant(subject, actors) for subject in judgement.subjects]
        places = [number[id_] for id_ in dict.fromkeys(found) if id_ is not None]
        if judgement.verb == "rename":
            if isinstance(judgement.value, str) and judgement.value.strip():
                for at in places:
                    names.setdefault(at, judgement.value.strip())
            continue
        for left, right in [(places[0], other) for other in places[1:]]:
            done = (
                groups.join(left, right, ("judged", judgement.id))
                if judgement.verb == "same"
                else groups.forbid(left, right)
            )
            if not done:
                alarms.append(Alarm(left, right, judgement.id, judgement.verb))
    return alarms, names
