"""Names that no report should hold, and judgements that go in circles: no crash, no long wait, a clear word."""

from __future__ import annotations

from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import open_case
from sayso.compare.identity import identities
from sayso.errors import UsageError
from sayso.nlp.names import matcher_for
from sayso.values.case import Judgement, Subject
from sayso.values.findings import Entity
from sayso.values.identities import Actor, Form, Identity
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.values.terms import Verb
from sayso.views.codes import Codes
from sayso.views.someone import someone_lines

STRANGE = (
    "", " ", "\u200b", "\u00ad", "\x1b[31mTerzo\x1b[0m", "\u202eozreT", "…", "-", "'s", "a" * 5000, "Terzo " * 900,
    "Терzо", "Halim Терзо", "哈利姆·泰爾佐", "هلیم ترزو", "عبد" * 400, "Te\u0301rzo" + "\u0301" * 300, "𝕿𝖊𝖗𝖟𝖔",
    "1", "2nd 3rd 4th", "🙂🙂", "Jr.", "Mr", "the", "of the of the",
)  # fmt: skip


def actor(report: int, at: int, *names: str) -> Actor:
    forms = tuple(Form(name, True) for name in names)
    return Actor(f"{report:016x}/n{at}", max(names, key=len), forms, ((at * 10, at * 10 + 5),), "Person")


def found(*actors: Actor, judgements: tuple[Judgement, ...] = ()) -> dict[str, Identity]:
    by: dict[str, list[Actor]] = {}
    for one in actors:
        by.setdefault(one.report, []).append(one)
    return identities(by, judgements, {report: int(report, 16) for report in by})


def judged(number: int, verb: Verb, *of: Actor) -> Judgement:
    return Judgement(
        f"j{number}",
        verb,
        tuple(Subject(o.report, "entities", tuple(Span(s, e, "xxxxx") for s, e in o.spans)) for o in of),
    )


def together(made: dict[str, Identity], one: Actor, other: Actor) -> bool:
    return any({one.id, other.id} <= set(identity.entities) for identity in made.values())


def test_strange_names_are_compared_and_each_is_in_one_identity() -> None:
    actors = [actor(number, at, name) for number, name in enumerate(STRANGE, 1) for at in (0, 1)]
    made = found(*actors)
    assert sorted(entity for one in made.values() for entity in one.entities) == sorted(one.id for one in actors)
    for name in STRANGE:
        for other in STRANGE:
            assert 0.0 <= matcher_for("en").score(name, other) <= 1.0


def test_empty_names_are_nobody_s_and_join_nobody() -> None:
    for name in ("", " ", "\u200b", "…", "█████ ████"):
        one, other = actor(1, 0, name), actor(2, 0, name)
        assert not together(found(one, other), one, other), repr(name)


def test_someone_with_ten_thousand_forms() -> None:
    many = [actor(1, 0, "Halim Terzo", *(f"Halim Terzo {'x' * (i % 40)}{i}" for i in range(10_000)))]
    made = found(*many, actor(2, 0, "Halim Terzo"))
    assert sum(len(one.names) for one in made.values()) >= 10_000


def test_a_circle_of_same_and_differ_ends_with_the_newest_and_an_alarm() -> None:
    a, b, c = actor(1, 0, "Rurik Aldo"), actor(2, 0, "Mira Lunn"), actor(3, 0, "Osk Dravin")
    circle = (judged(1, "same", a, b), judged(2, "same", b, c), judged(3, "differ", a, c))
    made = found(a, b, c, judgements=circle)
    assert not together(made, a, c) and together(made, b, c) and not together(made, a, b)
    alarms = [alarm for one in made.values() for alarm in one.alarms]
    assert any("j1" in alarm and "Rurik Aldo" in alarm and "Mira Lunn" in alarm for alarm in alarms)
    turned = found(a, b, c, judgements=(*circle, judged(4, "same", a, c)))
    assert together(turned, a, c)
    again = found(a, b, judgements=(judged(1, "same", a, b), judged(2, "differ", a, b), judged(3, "same", a, b)))
    assert together(again, a, b) and any("j2" in alarm for one in again.values() for alarm in one.alarms)


def test_who_fits_one_that_a_judgement_keeps_apart_as_well_is_told_by_name() -> None:
    a, b = actor(1, 0, "Halim Terzo"), actor(2, 0, "Halim Terzo")
    c = actor(3, 0, "Halim Terzo")
    made = found(a, b, c, judgements=(judged(1, "differ", a, b),))
    told = [alarm for one in made.values() for alarm in one.alarms]
    assert not together(made, a, b)
    assert any("fits 'Halim Terzo' as well" in alarm for alarm in told)


def test_a_judgement_of_something_with_itself_and_of_what_is_gone_does_no_harm() -> None:
    a, gone = actor(1, 0, "Rurik Aldo"), actor(9, 0, "Nobody Here")
    for verb in ("same", "differ"):
        made = found(a, judgements=(judged(1, verb, a, a), judged(2, verb, a, gone)))
        assert [one.name for one in made.values()] == ["Rurik Aldo"]


@pytest.mark.parametrize("name", STRANGE)
def test_a_case_answers_or_says_why_not(tmp_path: Path, name: str) -> None:
    reading, _ = next(iter(make_readings(1, seed=2)))
    odd = Reading(
        reading.report, reading.steps, mentions=reading.mentions,
        entities=tuple(Entity(e.id, e.mentions, name or None, e.schema, facts=e.facts) for e in reading.entities),
        attributions=reading.attributions, events=reading.events, claims=reading.claims,
    )  # fmt: skip
    with open_case(":memory:", create=True) as case:
        case.add(odd)
        assert all(isinstance(code.code, str) for entity in odd.entities for code in Codes(odd).of(entity))
        for one in case.identities().values():
            assert "\x1b" not in "\n".join(someone_lines(case.who(one.id)))
        for ask in (case.who, case.erase):
            try:
                ask(name)
            except UsageError as error:
                assert len(str(error)) < 700 and "\x1b" not in str(error)
        case.suggest()
        assert [finding for finding in case.check() if finding.fault] == []
