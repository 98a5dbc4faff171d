"""Who is one someone across reports: the entities of all of them, joined to identities.

Descriptions and pronouns come along with the entity of their report; anonymous sources are never joined by a name. Two
named people made one is worse than one left two: what names and reports leave open stays apart. An identity's id is
made of the entity that was in the case first, so it stays when reports are added; where two identities become one the
older id stays, and the other leads to it (`sayso who`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sayso.compare import Changes, Input, case_step
from sayso.compare.identity.decided import Alarm, decide
from sayso.compare.identity.groups import Groups
from sayso.compare.identity.likely import Linking
from sayso.nlp.names import JOINS, matcher_for
from sayso.values.case import Judgement
from sayso.values.identities import Actor, CodeReason, Identity, Join, identity_id
from sayso.values.terms import SCHEMAS, Schema
from sayso.world.country_codes import COUNTRIES

NOTHING: Final[Mapping[str, Identity]] = MappingProxyType({})
MOST_DOUBTS: Final = 20  # names of a group that are held against one that is kept apart


@case_step("identity.v3", needs=("actors", "arrivals", "judgements", "previous"), gives="identity", value=Identity)
def identity(
    actors: Input[tuple[Actor, ...]],
    arrivals: Input[int],
    judgements: Input[Judgement],
    previous: Mapping[str, Identity],
) -> Changes[Identity]:
    """The identities that are new or other than before: those that reports which came, changed or went have touched."""
    judged = judgements.changed or judgements.gone
    found = identities(
        {report: actors[report] for report in actors},
        list(judgements.values()),
        arrivals,
        {} if judged else previous,
        frozenset((*actors.changed, *actors.gone, *arrivals.changed)),
    )
    put = {id_: one for id_, one in found.items() if previous.get(id_) is not one}
    return Changes(put, [id_ for id_ in previous if id_ not in found])


def identities(
    by_report: Mapping[str, Sequence[Actor]],
    judgements: Sequence[Judgement],
    arrivals: Mapping[str, int],
    previous: Mapping[str, Identity] = NOTHING,
    changed: Collection[str] = (),
) -> dict[str, Identity]:
    """The identities of the actors of some reports, by id.

    Who is joined does not hang on the order in which reports came; only ids do.
    arrivals   report -> a number that is larger for what came later
    previous   identities of an earlier time under the same judgements; one of the same entities for the same reasons is
               taken as it was, unless one of them is in a report that has `changed` since
    """
    everyone = [actor for _, held in sorted(by_report.items()) for actor in held]
    came = {actor.id: (arrivals[actor.report], actor.report, at) for at, actor in enumerate(everyone)}
    number = {actor.id: at for at, actor in enumerate(everyone)}
    groups = Groups([actor.id for actor in everyone])
    alarms, names = decide(judgements, by_report, groups, number)
    Linking(everyone, groups, matcher_for("en")).link()
    why: dict[int, list[Join]] = {}
    for at, join in groups.joins:
        why.setdefault(groups.first(at), []).append(join)
    told: dict[int, list[Alarm]] = {}
    for alarm in alarms:
        for first in {groups.first(alarm.left), groups.first(alarm.right)}:
            told.setdefault(first, []).append(alarm)
    doubts = _doubts(groups, everyone)
    found = {}
    for first, members in sorted(groups.members.items()):
        held = sorted((everyone[at] for at in members), key=lambda actor: came[actor.id])
        reasons = tuple(why.get(first, ()))
        said = (*(_alarm(alarm, everyone) for alarm in told.get(first, ())), *doubts.get(first, ()))
        made = previous.get(identity_id(held[0].id)) if previous else None
        if (
            made is None
            or len(made.entities) != len(held)
            or any(
                actor.id != known or actor.report in changed for actor, known in zip(held, made.entities, strict=True)
            )
            or (made.why, made.alarms) != (reasons, said)
        ):
            made = _identity(held, next((names[at] for at in members if at in names), ""), reasons, said)
        found[made.id] = made
    return dict(sorted(found.items()))


def _identity(held: Sequence[Actor], given: str, why: tuple[Join, ...], alarms: tuple[str, ...]) -> Identity:
    named: Counter[str] = Counter()
    described: Counter[str] = Counter()
    for actor in held:
        for form in actor.forms:
            (named if form.named else described)[form.text] += form.count
    names = [text for text, _ in sorted(named.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))]
    others = [text for text, _ in sorted(described.items(), key=lambda item: (-item[1], item[0])) if text not in named]
    full = Counter(actor.name for actor in held if actor.name)
    fullest = max(full, key=lambda name: (_long_words(name) > 1, full[name], _long_words(name)), default="")
    schemas: Counter[Schema] = Counter()
    schemas.update(actor.schema for actor in held if actor.schema != "Thing")
    order: dict[str, int] = {known: at for at, known in enumerate(SCHEMAS)}
    schema: Schema = max(schemas, key=lambda one: (schemas[one], -order[one]), default="Thing")
    name = given or fullest or (names + others + [""])[0]
    forms = tuple(dict.fromkeys([*([given] if given else []), *names, *others]))
    coded = _coded(held)
    return Identity(
        identity_id(held[0].id), name, forms, tuple(actor.id for actor in held), schema,
        tuple(reason.code for reason in coded), why, alarms, coded,
    )  # fmt: skip


def _coded(held: Sequence[Actor]) -> tuple[CodeReason, ...]:
    """The codes of someone, countries first, those of most reports first, each with the words that said so first."""
    reports: dict[str, set[str]] = {}
    first: dict[str, CodeReason] = {}
    for actor in held:
        for said in actor.codes:
            reports.setdefault(said.code, set()).add(actor.report)
            first.setdefault(said.code, CodeReason(said.code, actor.report, said.start, said.end, said.text))
    order = sorted(first, key=lambda code: (code not in COUNTRIES, -len(reports[code]), code))
    return tuple(first[code] for code in order)


def _doubts(groups: Groups, everyone: Sequence[Actor]) -> dict[int, list[str]]:
    """By group, who was joined with one of two that a person keeps apart, though the name fits the other as well."""
    score = matcher_for("en").score
    found: dict[int, list[str]] = {}
    for pair in groups.kept_apart():
        for one, other in (pair, pair[::-1]):
            group = groups.first(one)
            if not everyone[one].name or not everyone[other].name:
                continue
            held = {everyone[at].name for at in groups.members[group] if at != one} - {""}
            for name in sorted(held)[:MOST_DOUBTS]:
                against = score(name, everyone[other].name)
                if against >= max(JOINS, score(name, everyone[one].name)):
                    found.setdefault(group, []).append(
                        f"{name!r} is joined with {everyone[one].name!r} and fits {everyone[other].name!r} as well, "
                        "from whom a judgement keeps that apart"
                    )
    return found


def _long_words(name: str) -> int:
    """How many words of a name are more than an initial."""
    return sum(len(word.strip(".")) > 1 for word in name.split())


def _alarm(alarm: Alarm, everyone: Sequence[Actor]) -> str:
    """What contradicts, by name."""
    left, right = (everyone[at] for at in (alarm.left, alarm.right))
    one, other = (actor.name or next((form.text for form in actor.forms), actor.id) for actor in (left, right))
    said = "to be one" if alarm.verb == "same" else "to be two"
    return f"{alarm.older} says {one!r} and {other!r} {said}; a newer judgement says otherwise, and counts"
