"""Relations across reports: by identity and by voice, over time, and what becomes of them when judgements change."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from make_relations import related

from sayso.case import Case, Filters, open_case
from sayso.errors import UsageError


@pytest.fixture
def case() -> Iterator[Case]:
    with open_case(":memory:", create=True) as made:
        made.add(*related([("Ostrany", "Velmar", -1, "CT+"), ("Velmar", "Keld", 1, "CT+")]))
        made.add(*related([("Ostrany", "Velmar", -1, "PR+"), ("Ostrany", "Keld", -1, "CT+")], day="2032-01-04"))
        made.add(*related([("Ostrany", "Velmar", 1, "CT+")], outlet="Courier"))
        made.add(*related([("Ostrany", "Keld", 1, "CT-")], outlet="Courier", speaker="Lunn", day=None))
        yield made


def names(case: Case, *arguments: str, **others: object) -> list[tuple[str, str, int, str, int]]:
    called = {id_: one.name for id_, one in case.identities().items()}
    found = case.relations(*arguments, **others)  # type: ignore[arg-type]
    return sorted((called[one.holder], called[one.target], one.sign, one.by, len(one.told)) for one in found)


def test_what_is_only_likely_is_told_if_it_is_asked_for(case: Case) -> None:
    case.add(*related([("Keld", "Velmar", 1, "PR+")], outlet="Lantern", basis="speech"))
    assert names(case, "Keld", by="Lunn") and all(by != "Lantern" for *_, by, _ in names(case))
    assert names(case, by="Lantern", likely=True) == [("Keld", "Velmar", 1, "Lantern", 1)]
    assert {"Lunn", "Lantern"} < {by for *_, by, _ in names(case, likely=True)}


def test_one_relation_a_pair_sign_and_voice(case: Case) -> None:
    assert names(case) == [
        ("Ostrany", "Keld", -1, "Herald", 1), ("Ostrany", "Keld", 1, "Lunn", 1), ("Ostrany", "Velmar", -1, "Herald", 2),
        ("Ostrany", "Velmar", 1, "Courier", 1), ("Velmar", "Keld", 1, "Herald", 1),
    ]  # fmt: skip


def test_one_voice_alone_can_be_asked_and_who_speaks_is_one(case: Case) -> None:
    assert names(case, by="courier") == [("Ostrany", "Velmar", 1, "Courier", 1)]
    assert names(case, by="Lunn") == [("Ostrany", "Keld", 1, "Lunn", 1)]
    with pytest.raises(UsageError, match="no voice 'Nobody'.*Courier, Herald, Lunn"):
        case.relations(by="Nobody")


def test_someone_and_some_time_can_be_asked(case: Case) -> None:
    assert names(case, "Velmar", by="Herald") == [
        ("Ostrany", "Velmar", -1, "Herald", 2), ("Velmar", "Keld", 1, "Herald", 1),
    ]  # fmt: skip
    assert names(case, filters=Filters(since="2032")) == [
        ("Ostrany", "Keld", -1, "Herald", 1), ("Ostrany", "Velmar", -1, "Herald", 1),
    ]  # fmt: skip


def test_what_is_told_keeps_its_factuality_and_its_claim(case: Case) -> None:
    (told,) = [one for one in case.relations("Velmar", by="Herald") if len(one.told) == 2]
    assert [(one.day, one.factuality) for one in told.told] == [("2031-05-02", "CT+"), ("2032-01-04", "PR+")]
    assert len(told.claims) == 2 and told.certain
    (denied,) = case.relations(by="Lunn")
    assert not denied.certain and denied.told[0].factuality == "CT-"


def test_a_triad_stands_in_the_reports_of_its_time_alone(case: Case) -> None:
    courier, herald = sorted(case.balance(), key=lambda one: one.by)
    assert (courier.by, courier.balanced, herald.by, herald.balanced) == ("Courier", 0, "Herald", 1)
    assert [(one.by, one.since, one.balanced) for one in case.balance(by="Herald", each="year")] == [
        ("Herald", "2031", 0), ("Herald", "2032", 0),
    ]  # fmt: skip
    assert [edge.claims for edge in herald.triads[0].edges if edge.claims]


def test_what_a_judgement_joins_or_rejects_changes_at_once(case: Case) -> None:
    case.same("Velmar", "Keld")
    assert len({one[:2] for one in names(case)}) == 1
    relation = case.relations(by="Courier")[0]
    case.judge("reject", [relation.claims[0]])
    with pytest.raises(UsageError, match="no voice"):
        case.relations(by="Courier")


def test_a_case_without_relations_has_none() -> None:
    with open_case(":memory:", create=True) as empty:
        assert empty.relations() == [] and empty.balance() == [] and empty.balance(each="month") == []


def test_an_export_has_a_line_for_each(case: Case) -> None:
    to = io.BytesIO()
    case.export("jsonl", to)
    held = [line for line in to.getvalue().decode().splitlines() if '"kind":"relation"' in line]
    assert len(held) == 5 and all('"by":' in line and '"claims":["' in line for line in held)
