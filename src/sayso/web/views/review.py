"""Review: the queue of likely pairs, and what a form decides; a decision is a judgement beside the reading.

Nobody sees how sure the program is of a pair until it is judged, and nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import methodcaller
from typing import Any, Final, cast

from sayso.case import Case
from sayso.errors import UsageError
from sayso.read.dates import given_date
from sayso.store.effects import CORRECTABLE
from sayso.store.judging import SETTABLE
from sayso.values.case import Judgement
from sayso.values.identities import Identity, Suggestion
from sayso.values.terms import Verb
from sayso.web.drawing import asked
from sayso.web.held import Handles, Held
from sayso.web.sessions import Session
from sayso.web.shown import Looking, Shown, fields
from sayso.web.views.people import known_of
from sayso.web.views.unchecked import said_score

PAIRS: Final = fields("left_name left right_name right left_reports right_reports", left_reports="integer",
                      right_reports="integer")  # fmt: skip
ALARMS: Final = fields("name id alarm")
MAX_WORDS: Final = 2000  # characters of a field
MAX_NAME: Final = 100
VERBS: Final = ("accept", "reject", "correct", "note", "set", "rename", "same", "differ", "undo")


def show(looking: Looking) -> Shown:
    """The next pair to judge, and where judgements contradict."""
    pairs = _waiting(looking)
    skip = int(looking.words("skip")) if looking.words("skip").isdecimal() else 0
    at = min(skip, len(pairs) - 1) if pairs else 0
    alarms = looking.slow("alarms", _alarms)
    pair = pairs[at] if pairs else None

    def part(limit: int | None, skip: int) -> Iterable[dict[str, Any]]:
        return map(_row, pairs[skip : None if limit is None else skip + limit])

    sides = [_side(looking, pair.left, pair.left_name), _side(looking, pair.right, pair.right_name)] if pair else []
    alike = "how alike their names are"
    return Shown(
        "Review", "review.html",
        (
            looking.sheet("pairs", "Likely pairs", PAIRS, len(pairs), part, chosen=alike, most=10),
            looking.of_list("alarms", "Where judgements contradict", ALARMS, alarms, chosen="name", most=50),
        ),
        context={"pair": pair, "sides": sides, "at": at}, lasting=False,
    )  # fmt: skip


def _alarms(case: Case) -> list[dict[str, str]]:
    return [
        {"name": one.name, "id": one.id, "alarm": alarm} for one in case.identities().values() for alarm in one.alarms
    ]  # fmt: skip


def _waiting(looking: Looking) -> Sequence[Suggestion]:
    """The pairs that nobody has judged, the likeliest first."""
    pairs: Sequence[Suggestion] = looking.slow("suggestions", methodcaller("suggest"))
    if looking.held.is_current(looking.case, "suggestions"):
        return pairs
    judged = looking.held.judged
    return [pair for pair in pairs if frozenset((pair.left.id, pair.right.id)) not in judged]


def _row(pair: Suggestion) -> dict[str, Any]:
    return {
        "left": pair.left.id, "left_name": pair.left_name, "left_reports": _reports(pair.left),
        "right": pair.right.id, "right_name": pair.right_name, "right_reports": _reports(pair.right),
    }  # fmt: skip


def _reports(one: Identity) -> int:
    return len({entity.partition("/")[0] for entity in one.entities})


def _side(looking: Looking, one: Identity, name: str) -> dict[str, Any]:
    """What a person needs to judge one of a pair: forms, roles, when, and some of what they say."""
    known = known_of(looking, one)
    words = asked(one.name or name)
    said = looking.case.said(words)[:2] if words else ()
    return {"identity": one, "like": name, "known": known, "said": list(said)}


def judge(handles: Handles, held: Held, session: Session, fields: Mapping[str, str]) -> str:
    """Add a judgement in the name of the session; the address to go back to."""
    back = _back(fields.get("back", ""))
    verb = fields.get("verb", "")
    if verb not in VERBS:
        raise UsageError(f"{verb!r} is nothing that a form can decide; expected one of {', '.join(VERBS)}")
    for name, value in fields.items():
        if len(value) > MAX_WORDS:
            raise UsageError(f"{name} has {len(value):,} characters; expected at most {MAX_WORDS:,}")
    with handles.to_write(session.by) as case:
        made, more = _made(case, held, verb, fields)
    session.told = (f"Judgement {made.id}: {made.effect}.{more}", "" if verb == "undo" else made.id)
    return back


def _made(case: Case, held: Held, verb: str, fields: Mapping[str, str]) -> tuple[Judgement, str]:
    """The judgement, and what is told besides its effect."""
    subjects = [line for line in fields.get("subject", "").split("\n") if line]
    value: Any = None
    more = _score_told(case, subjects) if fields.get("queue") else ""
    match verb:
        case "same" | "differ" if "left" in fields:
            left, right = (_identity(held, fields.get(side, "")) for side in ("left", "right"))
            subjects = [left.entities[0], right.entities[0]]
            score = _score(held, left.id, right.id)
            more = f" Their names were alike by {score:.2f} of 1." if score is not None else ""
            held.judged.add(frozenset((left.id, right.id)))
        case "rename":
            subjects, value = list(_identity(held, fields.get("identity", "")).entities), fields.get("name", "")
        case "set":
            value = _changed(case, subjects, fields)
        case "correct":
            value = {name: given for kind in CORRECTABLE.values() for name in kind if (given := fields.get(name))}
        case "note":
            value = fields.get("value", "").strip()
            if not value:
                raise UsageError("the note has no words")
        case "undo":
            value = fields.get("judgement", "")
    with case.logged("judge", options={"verb": verb}):
        return case.judge(cast("Verb", verb), subjects, value, fields.get("why", "")), more


def _score_told(case: Case, subjects: list[str]) -> str:
    """How sure the program was of a statement that was asked without its score."""
    score = said_score(case, subjects)
    return f" The program held it for a statement with a chance of {score:.2f}." if score is not None else ""


def _changed(case: Case, subjects: list[str], fields: Mapping[str, str]) -> dict[str, str | None]:
    """What a form sets otherwise than it is; UsageError for nothing."""
    row = case.store.find(subjects[0]) if subjects else None
    given = {name: fields[name].strip() or None for name in SETTABLE if name in fields}
    changed = {name: value for name, value in given.items() if value != getattr(row, name, None)}
    if "published" in changed and row is not None and changed["published"] == row.day:
        del changed["published"]
    if changed.get("published"):
        changed["published"] = given_date(str(changed["published"]))
    if not changed:
        raise UsageError("nothing was changed")
    return changed


def _identity(held: Held, given: str) -> Identity:
    found = (held.latest("identity") or {}).get(given)
    if not isinstance(found, Identity):
        raise UsageError(f"nobody has the id {given!r} any more; open the page anew")
    return found


def _score(held: Held, left: str, right: str) -> float | None:
    pairs: Sequence[Suggestion] = held.latest("suggestions") or ()
    return next((pair.score for pair in pairs if {pair.left.id, pair.right.id} == {left, right}), None)


def name(handles: Handles, held: Held, session: Session, fields: Mapping[str, str]) -> str:
    """Set the name that the session's judgements bear."""
    words = " ".join(fields.get("name", "").split())
    if len(words) > MAX_NAME:
        raise UsageError(f"the name has {len(words)} characters; expected at most {MAX_NAME}")
    session.by = words
    return _back(fields.get("back", ""))


def _back(address: str) -> str:
    """The address of a page of ours; the first page for any other."""
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if ours else "/"
