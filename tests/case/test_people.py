"""Who is who in a case: names lead to identities, ids stay, and what people decide acts at once and after a re-reading."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import itertools
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.errors import UsageError
from sayso.values.findings import Entity, Fact, Mention
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.values.terms import Schema
from sayso.views.someone import someone_dict, someone_lines, suggestion_dict, suggestion_line


def told(outlet: str, day: str, *people: tuple[str, Schema, str]) -> Reading:
    """A report that names some people, each with a role; its text is their names."""
    text = " | ".join(f"{role} {name}".strip() for name, _, role in people)
    report = Report.of(text, outlet=outlet, published=day, published_from="meta")
    mentions, entities, at = [], [], 0
    for name, schema, role in people:
        at = text.index(f"{role} {name}".strip(), at)
        facts = (Fact("role", role, report.span(at, at + len(role))),) if role else ()
        at += len(role) + 1 if role else 0
        span = report.span(at, at + len(name))
        mentions.append(Mention(f"{report.id}/m{at}", span, span, "name", schema))
        entities.append(Entity(f"{report.id}/n{at}", (mentions[-1].id,), name, schema, facts=facts))
    return Reading(report, ("mentions.v1",), mentions=tuple(mentions), entities=tuple(entities))


FIRST = told("Herald", "2031-05-02", ("Halim Terzo", "Person", "envoy"), ("Mira Aldo", "Person", ""))
SECOND = told("Courier", "2031-05-04", ("Terzo", "Person", ""), ("Rurik Aldo", "Person", ""))
THIRD = told("Isles", "2031-05-09", ("Halim Terzow", "Person", "envoy"), ("Mira Aldo", "Person", "lawyer"))
HOSTILE = "Evil\x1b[31m Name\u202e"


@pytest.fixture(params=["file", ":memory:"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso" if request.param == "file" else ":memory:", create=True) as made:
        for reading in (FIRST, SECOND, THIRD):
            made.add(reading)
        yield made


def test_who_gives_every_form_where_it_stands_and_why(case: Case) -> None:
    known = case.who("terzo")
    assert known.identity.name == "Halim Terzo" and known.identity.schema == "Person"
    assert (known.reports, known.first, known.last) == (3, "2031-05-02", "2031-05-09")
    forms = {form.text: form for form in known.forms}
    assert set(forms) == {"Halim Terzo", "Terzo", "Halim Terzow"}
    assert forms["Terzo"].where[0].outlet == "Courier" and "the family name" in forms["Terzo"].why[0]
    assert "another spelling" in forms["Halim Terzow"].why[0]
    assert [role.text for role in known.roles] == ["envoy"]
    assert case.who(known.identity.id) == case.who("Halim Terzow") == case.who(known.identity.entities[2]) == known
    assert someone_dict(known)["forms"][0]["why"]


def test_codes_come_with_the_words_and_days_that_are_the_reason(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(told("Herald", "2009-05-02", ("Halim Terzo", "Person", "Iranian minister")))
        case.add(
            told("Courier", "2031-05-04", ("Halim Terzo", "Person", "opposition leader"), ("Mira Aldo", "Person", ""))
        )
        known = case.who("Terzo")
        assert known.identity.codes == ("IRN", "GOV", "OPP")
        assert [(one.code, one.words, one.where[0].day) for one in known.codes][2] == (
            "OPP", ("opposition leader",), "2031-05-04",
        )  # fmt: skip
        (minister,) = [one for one in known.identity.coded if one.code == "GOV"]
        text = case.reading(minister.report).report.text
        assert text[minister.start : minister.end] == minister.text == "Iranian minister"
        assert "  code OPP: 'opposition leader': Courier 2031-05-04" in list(someone_lines(known))
        assert someone_dict(known)["codes_told"][0]["code"] == "IRN"
        exported = io.BytesIO()
        case.export("jsonl", exported)
        lines = [json.loads(line) for line in exported.getvalue().splitlines()]
        people = {line["name"]: line for line in lines if line["kind"] == "identity"}
        assert people["Halim Terzo"]["codes"] == ["IRN", "GOV", "OPP"] and people["Mira Aldo"]["codes"] == []
        assert people["Halim Terzo"]["coded"][0]["text"] == "Iranian minister"


def test_a_name_of_several_or_of_nobody_is_told_with_those_that_may_be_meant(case: Case) -> None:
    with pytest.raises(UsageError, match=r"several are called 'Aldo': .*Mira Aldo \(i.*Rurik Aldo \(i"):
        case.who("Aldo")
    with pytest.raises(UsageError, match=r"nobody is called 'Halim Tarzo'; did you mean Halim Terzo \(i"):
        case.who("Halim Tarzo")
    for name in ("", "   ", "\x1b[31m", "q" * 5000):
        with pytest.raises(UsageError) as told_so:
            case.who(name)
        assert "\x1b" not in str(told_so.value) and len(str(told_so.value)) < 400


def test_things_are_not_among_those_who_are_in_the_case(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(told("Herald", "2031-05-02", ("Halim Terzo", "Person", ""), ("Tarn Treaty", "Document", ""),
                      ("the bill", "Thing", ""), ("Lake Orrin", "Address", "")))  # fmt: skip
        assert [one.name for one in case.identities().values()] == ["Halim Terzo"]
        with pytest.raises(UsageError, match="nobody is called 'Tarn Treaty'"):
            case.who("Tarn Treaty")


def test_an_id_stays_when_reports_come_and_a_former_one_leads_on(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(SECOND)
        short = case.who("Terzo").identity.id
        case.add(THIRD)
        assert case.who("Halim Terzow").identity.id == short, "the older id stays"
        case.add(FIRST)
        assert case.who("Halim Terzo").identity.id == short
        alone = case.who("Rurik Aldo").identity.id
        judgement = case.same("Rurik Aldo", "Mira Aldo")
        assert case.who("Mira Aldo").identity.id == alone == case.who("Rurik Aldo").identity.id
        former = next(one for one in case.identities() if one == alone)
        assert case.who(former).identity.id == alone
        case.judge("undo", value=judgement.id)
        assert case.who("Mira Aldo").identity.id != alone


def test_adding_gives_what_a_run_from_nothing_gives(case: Case) -> None:
    case.identities()
    case.add(told("Late", "2031-05-10", ("H. Terzo", "Person", "envoy"), ("Aldo", "Person", "lawyer")))
    after = case.identities()
    with case.store.transaction():
        case.store.forget_results()
    assert case.identities() == after


def test_judgements_act_at_once_and_can_be_undone(case: Case) -> None:
    apart = case.differ("Halim Terzo", "Halim Terzow", why="cousins")
    assert case.who("Halim Terzo").identity.id != case.who("Halim Terzow").identity.id
    assert "`who`" in apart.effect
    case.judge("undo", value=apart.id)
    assert case.who("Halim Terzo").identity.id == case.who("Halim Terzow").identity.id
    case.rename("Halim Terzo", "The Envoy")
    assert case.who("Terzo").identity.name == "The Envoy"


def test_they_hold_when_a_report_is_read_anew(case: Case) -> None:
    case.same("Rurik Aldo", "Mira Aldo")
    case.replace(Reading(SECOND.report, ("mentions.v2",), mentions=SECOND.mentions, entities=SECOND.entities))
    assert case.who("Rurik Aldo").identity.id == case.who("Mira Aldo").identity.id


def test_what_contradicts_is_told_by_name(case: Case) -> None:
    case.differ("Rurik Aldo", "Mira Aldo")
    case.judge("same", [SECOND.entities[1].id, FIRST.entities[1].id])
    known = case.who("Mira Aldo")
    assert "Rurik Aldo" in known.identity.alarms[0] and "Mira Aldo" in known.identity.alarms[0]
    with pytest.raises(UsageError, match="are one already"):
        case.same("Rurik Aldo", "Mira Aldo")


def test_likely_pairs_are_suggested_until_they_are_judged(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(told("Herald", "2031-05-02", ("Rurik Aldo", "Person", ""), ("Mira Aldo", "Person", ""),
                      ("Osk Dravin", "Person", ""), ("Dravin Bank", "Organization", "")))  # fmt: skip
        case.add(told("Courier", "2031-05-04", ("Aldo", "Person", ""), ("Greta Lunn", "Person", "")))

        def pairs() -> set[frozenset[str]]:
            return {frozenset((pair.left.name, pair.right.name)) for pair in case.suggest()}

        assert pairs() == {frozenset(("Aldo", "Rurik Aldo")), frozenset(("Aldo", "Mira Aldo"))}
        scores = [pair.score for pair in case.suggest()]
        assert scores == sorted(scores, reverse=True) and min(scores) > 0
        judgement = case.judge("differ", [case.who("Aldo Rurik").identity.entities[0], _bare(case)])
        assert frozenset(("Aldo", "Rurik Aldo")) not in pairs()
        case.judge("undo", value=judgement.id)
        assert frozenset(("Aldo", "Rurik Aldo")) in pairs()
        case.judge("same", [case.who("Mira Aldo").identity.entities[0], _bare(case)])
        assert pairs() == set(), "Aldo is Mira, whom the report keeps from Rurik"


def _bare(case: Case) -> str:
    """The entity that is called Aldo alone."""
    (found,) = [one.entities[0] for one in case.identities().values() if one.name == "Aldo"]
    return found


def test_the_score_of_a_pair_is_hidden_unless_asked_for(case: Case) -> None:
    case.add(told("Late", "2031-05-10", ("Aldo", "Person", "")))
    pair = case.suggest()[0]
    assert f"{pair.score:.2f}" not in suggestion_line(pair, scores=False)
    assert suggestion_line(pair, scores=True).startswith(f"{pair.score:.2f}")
    assert "score" not in suggestion_dict(pair, scores=False)
    assert suggestion_dict(pair, scores=True)["score"] == pair.score


def test_no_name_steers_a_terminal(tmp_path: Path) -> None:
    with open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(told("Herald\x1b]0;x\x07", "2031-05-02", (HOSTILE, "Person", "chief\x1b[2J")))
        lines = "\n".join(someone_lines(case.who("Evil")))
    assert "\x1b" not in lines and "\u202e" not in lines and "\x07" not in lines


def test_the_commands_print_and_judge(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        for reading in (FIRST, SECOND, THIRD):
            case.add(reading)

    def run(*words: str) -> tuple[int, str, str]:
        done = subprocess.run([sys.executable, "-m", "sayso", *words], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    status, out, _ = run("who", str(path), "Terzo", "--json")
    assert status == 0 and json.loads(out)["name"] == "Halim Terzo"
    status, _, error = run("who", str(path), "Aldo")
    assert status == 2 and "Mira Aldo" in error
    assert run("same", str(path), "Mira Aldo", "Rurik Aldo", "--why", "a pen name")[0] == 0
    status, out, _ = run("who", str(path), "Aldo")
    assert status == 0 and "judgement j1" in out
    assert run("suggest", str(path), "--json")[:2] == (0, "")


def test_ids_stay_and_nothing_hangs_on_how_a_case_grew(tmp_path: Path) -> None:
    rng = random.Random(3)
    readings = [made for made, _ in make_readings(30, seed=4)]
    with open_case(tmp_path / "grown.sayso", create=True) as case:
        founders: dict[str, str] = {}  # identity -> the entity that founded it
        for at, reading in enumerate(readings):
            case.add(reading)
            if at % 6 == 5:
                found = case.identities()
                names = sorted({one.name for one in found.values() if one.schema == "Person" and one.name})
                if at % 12 == 5:
                    with contextlib.suppress(UsageError):
                        case.same(*rng.sample(names, 2))
                else:
                    with contextlib.suppress(UsageError):
                        case.differ(*rng.sample(names, 2))
                changed = rng.choice(readings[: at + 1])
                case.replace(dataclasses.replace(changed, steps=(*changed.steps, "labels.v1")))
                for id_, entity in founders.items():
                    assert entity in case.who(id_).identity.entities, "an id leads to whom it was of"
                founders |= {one.id: one.entities[0] for one in case.identities().values()}
        grown = case.identities()
        with case.store.transaction():
            case.store.forget_results()
        assert case.identities() == grown
        assert sorted(entity for one in grown.values() for entity in one.entities) == sorted(
            actor.id for held in case.result("actors").values() for actor in held
        ), "an entity is in one identity"


def test_only_new_reports_are_looked_into_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    with open_case(tmp_path / "my.sayso", create=True) as case:
        for reading, _ in make_readings(8, seed=1):
            case.add(reading)
        case.identities()
        reading_of = case.reading

        def watched(report: str) -> Reading:
            seen.append(report)
            return reading_of(report)

        monkeypatch.setattr(case, "reading", watched)
        late, _ = next(itertools.islice(make_readings(9, seed=1), 8, None))
        case.add(late)
        case.identities()
        assert seen == [late.report.id]
        case.identities()
        assert seen == [late.report.id], "nothing changed, nothing is read"
