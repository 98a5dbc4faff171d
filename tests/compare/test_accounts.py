"""Accounts: which claims tell of one thing, where they come from, how they stand to each other, and what is no tie."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from make_claims import claiming
from make_readings import make_readings

from sayso.case import Case, open_case
from sayso.compare.accounts import grouped
from sayso.compare.links.order import by_neighbours
from sayso.compare.links.sides import days_between, likenesses, side_of
from sayso.compare.links.signs import signs
from sayso.compare.links.things import of_one_matter
from sayso.errors import UsageError
from sayso.match.numbers import of_two_things
from sayso.values import tellings
from sayso.values.accounts import Account
from sayso.values.reading import Reading
from sayso.values.tellings import Link, Sign, ToldDeed
from sayso.values.terms import State

REPORT = "4cd622bb5f5e01b2"
BLAST = "The blast at the fireworks depot near Ostrany killed {} people on Saturday, the {} said."
AGAIN = "On Saturday a blast tore through a depot near Ostrany and {} people were killed by it, the {} said."
OTHER = "Heavy rain flooded the cellars of the museum in Keld, the curator said."
COPIED = (
    "Divers brought up the bell of the sunken ferry from the harbour on Friday morning after nine days of searching"
    " in cold water, the harbour master said."
)


def case_of(*readings: Reading) -> Case:
    case = open_case(":memory:", create=True)
    for reading in readings:
        case.add(reading)
    return case


def accounts(*readings: Reading) -> list[Account]:
    with case_of(*readings) as case:
        return list(case.result("accounts").values())


def ties(*readings: Reading) -> list[tuple[str, str]]:
    return [(tie.tie, tie.on) for account in accounts(*readings) for tie in account.ties]


def test_two_voices_with_two_counts_conflict_and_both_are_shown() -> None:
    one = claiming(BLAST.format("14", "army"), "2031-05-03", "Herald")
    other = claiming(f"{OTHER} {AGAIN.format('19', 'coroner')}", "2031-05-03", "Post")
    (account,) = accounts(one, other)
    (tie,) = account.ties
    assert (tie.tie, tie.on, tie.account) == ("conflicts", "number", account.id)
    assert {span.text for span in tie.spans} == {"14", "19"} and len(account.origins) == 2
    assert "the army says 14" in tie.why and "the coroner says 19" in tie.why
    for span, reading in zip(tie.spans, sorted((one, other), key=lambda r: r.report.id), strict=True):
        assert reading.report.id == span.report and reading.report.text[span.start : span.end] == span.text


def test_one_voice_that_counts_again_later_updates() -> None:
    one = claiming(BLAST.format("14", "army"), "2031-05-03", "Herald")
    other = claiming(f"{OTHER} {AGAIN.format('19', 'army')}", "2031-05-05", "Post")
    (account,) = accounts(one, other)
    assert [(tie.tie, tie.on) for tie in account.ties] == [("updates", "number")]
    assert account.first == one.claims[0].id and account.claims[0] == account.first


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (BLAST.format("14", "army"), BLAST.replace("killed", "injured").format("19", "coroner")),
        (BLAST.format("14", "army"), BLAST.replace("Ostrany", "Velmar").format("19", "coroner")),
        ("Hospitals found 212 new infections on Tuesday, the ministry said.",
         "Hospitals found 187 new infections on Wednesday, the union said."),
        ("The ministry counted 5,100 deaths in the heat, the minister said.",
         "There were 9,800 excess deaths in the heat, the institute said."),
        ("Doctors counted 140 deaths of infants in Ostrany in 2029, the ministry said.",
         "Doctors counted 109 deaths of infants in Ostrany in 2009, the union said."),
        (BLAST.replace("on Saturday", "on 19 February").format("14", "army"),
         BLAST.replace("on Saturday", "on 20 January").format("19", "coroner")),
        ("Exports of Ostrany rose by 15 percent and imports by 14 percent, the ministry said.",
         "In Ostrany exports rose by 14 percent and imports by 12 percent, the union said."),
    ],
)  # fmt: skip
def test_other_things_that_are_counted_do_not_conflict(left: str, right: str) -> None:
    found = ties(claiming(left, "2031-05-07", "Herald"), claiming(right, "2031-05-08", "Post"))
    assert "conflicts" not in [tie for tie, _ in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{BLAST.format('14', 'army')} {AGAIN.format('19', 'coroner')}", [("conflicts", "number")]),
        (
            f"{BLAST.format('14', 'army')} On Saturday a blast tore through a depot near Ostrany and 19 people were killed.",
            [],
        ),
        (f"{BLAST.format('14', 'army')} {AGAIN.format('19', 'army')}", []),
        ("The number of towns short of water fell from 547 last year to 450, the minister said.", []),
    ],
)
def test_inside_one_report_two_speakers_stand_against_each_other(text: str, found: list[tuple[str, str]]) -> None:
    assert ties(claiming(text, "2031-05-03", "Herald")) == found


def test_two_counts_of_reports_without_a_day_conflict_only_if_they_name_one() -> None:
    left, right = BLAST.replace("on Saturday", "on {}"), BLAST.replace("on Saturday", "on {}")
    for mine, theirs, found in (
        ("19 February", "19 February", [("conflicts", "number")]),
        ("Saturday", "Tuesday", []),
        ("February", "May", []),
    ):
        one = claiming(left.format("14", mine, "army"), None, "Herald")
        other = claiming(right.format("19", theirs, "coroner"), None, "Post")
        assert [tie for tie in ties(one, other) if tie[0] == "conflicts"] == found, (mine, theirs)


@pytest.mark.parametrize(
    ("days", "months_apart", "expected"),
    [
        ((), False, True), ((), True, False), (("2031-02-19",), True, True),
    ],
)  # fmt: skip
def test_of_one_matter_is_what_is_of_one_time_with_someone_in_both(
    days: tuple[str, ...], months_apart: bool, expected: bool
) -> None:
    held = {"named": ("ostrany",), "days": tuple((day, day) for day in days)}
    one = told_by(0, *WALKED, **held)
    other = told_by(0, *WALKED, **held, **({"published": "2031-09-03"} if months_apart else {}))
    assert of_one_matter(one, other, {}) == expected
    assert not of_one_matter(one, replace(other, named=("keld",)), {})
    assert not of_one_matter(replace(one, speakers=("a",), named=("a", "ostrany")),
                             replace(other, speakers=("b",), named=("b", "ostrany")), {})  # fmt: skip


def test_two_numbers_of_one_sentence_that_two_reports_repeat_do_not_conflict() -> None:
    assert of_two_things(15.0, 14.0, {15.0, 14.0}, {14.0}, measured=True)
    assert of_two_things(15.0, 13.0, {15.0, 14.0}, {12.0, 13.0}, measured=True)
    assert not of_two_things(15.0, 13.0, {15.0, 14.0}, {13.0}, measured=True)
    assert not of_two_things(14.0, 19.0, {14.0, 3.0}, {19.0, 5.0}, measured=False)


def test_one_text_is_a_copy_of_one_origin_and_never_corroborates() -> None:
    first = claiming(COPIED, "2031-05-02", "Herald")
    later = claiming(f"{COPIED} It was raining.", "2031-05-03", "Post")
    (account,) = accounts(later, first)
    assert [(tie.tie, tie.left, tie.on) for tie in account.ties] == [("copies", first.claims[0].id, "text")]
    assert account.origins == (account.claims,) and "Herald printed it first" in account.ties[0].why


def test_what_one_report_says_twice_corroborates_nothing() -> None:
    text = f"{BLAST.format('14', 'army')} {BLAST.format('14', 'coroner')}"
    assert ties(claiming(text, "2031-05-03", "Herald")) == []


def test_independent_voices_that_agree_corroborate() -> None:
    one = claiming(BLAST.format("14", "army"), "2031-05-03", "Herald")
    other = claiming(f"{OTHER} {AGAIN.format('14', 'coroner')}", "2031-05-04", "Post")
    assert ("corroborates", "number") in ties(one, other)
    again = claiming(f"{OTHER} {AGAIN.format('14', 'army')}", "2031-05-04", "Post")
    assert "corroborates" not in [tie for tie, _ in ties(one, again)]


def test_nothing_in_common_makes_no_account() -> None:
    assert accounts(claiming(BLAST.format("14", "army"), outlet="A"), claiming(OTHER, outlet="B")) == []
    assert accounts() == []


# by hand


def told_by(start: int, *words: str, **others: Any) -> tellings.Testimony:
    """A sentence with these words, each of weight 0.6."""
    text = " ".join(words) or "x"
    claim = f"{others.pop('report', REPORT)}/c{start}"
    held = {"words": tuple((word[:5], 0.6) for word in words), "published": "2031-05-03", **others}
    return tellings.Testimony(claim, claim.replace("/c", "/e"), start, start + len(text), start, text, **held)


WALKED = ("envoy", "visited", "prison", "island")


@pytest.mark.parametrize(
    ("states", "days", "voices", "expected"),
    [
        (("done", "denied"), ("", ""), ("a", "b"), [("differs", "factuality")]),
        (("done", "not_yet"), ("", ""), ("a", "b"), []),
        (("done", "done"), ("2031-05-01", "2031-05-02"), ("a", "b"), [("agrees", "factuality"), ("differs", "date")]),
        (("done", "done"), ("2031-05-01", "2031-05-02"), ("a", "a"), [("agrees", "factuality")]),
        (("done", "done"), ("2031-03-01", "2031-05-02"), ("a", "b"), []),
        (("done", "done"), ("2031-05-01", "2031-05-01"), ("a", "b"), [("agrees", "factuality"), ("agrees", "date")]),
    ],
)  # fmt: skip
def test_what_two_tellings_of_one_event_show(
    states: tuple[Any, Any], days: tuple[str, str], voices: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    made = []
    for number in (0, 1):
        deed = ToldDeed(f"e{number}", 0, 4, ("visit",), agents=("envoy",), first=days[number], last=days[number],
                    state=states[number], when=(5, 8))  # fmt: skip
        made.append(told_by(0, *WALKED, deeds=(deed,), speakers=(voices[number],)))
    found = signs(made[0], made[1], (), 0.7, same_text=False, who={})
    assert [(sign.kind, sign.on) for sign in found] == expected


DOERS: tuple[tuple[str, State], ...] = (("envoy", "done"), ("nurse", "denied"))


def test_an_event_done_by_others_is_another_one() -> None:
    one, other = (
        told_by(0, *WALKED, deeds=(ToldDeed("e", 0, 4, ("visit",), agents=(who,), patients=("p",), state=state),))
        for who, state in DOERS
    )
    assert list(signs(one, other, (), 0.7, same_text=False, who={})) == []
    assert list(signs(one, other, (), 0.7, same_text=False, who={"envoy": "i", "nurse": "i"}))


def test_a_word_that_stands_everywhere_in_a_report_tells_less() -> None:
    rare = [told_by(0, "camp", "bell", "ferry"), *(told_by(at, "oak", "pine") for at in (50, 99, 150))]
    common = [told_by(0, "camp", "bell", "ferry"), *(told_by(at, "camp", "bell") for at in (50, 99, 150))]
    other = side_of("b", [told_by(0, "camp", "bell", "goat")], {})
    likely = likenesses(side_of("a", rare, {}), other)
    less = likenesses(side_of("a", common, {}), other)
    assert likely[0, 0] > less[0, 0]


def test_a_chain_of_likely_pairs_is_not_one_account() -> None:
    told = {(f"c{number}", 0): told_by(0, *WALKED) for number in range(5)}
    chain = [Link(f"c{number}", 0, f"c{number + 1}", 0, 0.5 - number / 100) for number in range(4)]
    found = [sorted(claim for claim, _ in members) for members, _ in grouped(told, chain)]
    assert found == [["c0", "c1", "c2"], ["c3", "c4"]]
    sure = Link("c2", 0, "c3", 0, 0.1, signs=(Sign("copied", "text", (0, 1), (0, 1)),))
    assert any({("c2", 0), ("c3", 0)} <= set(members) for members, _ in grouped(told, [*chain, sure]))


def test_reports_meet_in_an_order_that_makes_few_ready_twice() -> None:
    drawn = random.Random(4)
    pairs = sorted({(f"r{i}", f"r{(i * 37 + drawn.randrange(5)) % 90}") for i in range(90) for _ in range(4)})
    made = by_neighbours(pairs, 20)
    assert sorted(made) == pairs and by_neighbours(pairs, 90) == pairs
    assert _made_ready(made, 20) < _made_ready(pairs, 20)


def _made_ready(pairs: Iterable[tuple[str, str]], kept: int) -> int:
    held: dict[str, None] = {}
    made = 0
    for report in (report for pair in pairs for report in pair):
        made += report not in held
        held.pop(report, None)
        held[report] = None
        if len(held) > kept:
            del held[next(iter(held))]
    return made


def test_days_between_dates_that_are_not_days_are_not_known() -> None:
    assert days_between("2031-05-02", "2031-04-30T08:00:00Z") == 2 and days_between("2031-05-02", "2031") is None


# a case


def everything(case: Case) -> dict[str, dict[str, Any]]:
    return {name: case.result(name) for name in ("tellings", "links", "accounts")}


def shuffled(readings: Iterable[tuple[Reading, bytes]], seed: int) -> Iterator[tuple[Reading, bytes]]:
    held = list(readings)
    random.Random(seed).shuffle(held)
    yield from held


def test_adding_ten_reports_gives_what_a_run_from_nothing_gives() -> None:
    readings = list(shuffled(make_readings(70, seed=3), 1))
    with open_case(":memory:", create=True) as case:
        for reading, original in readings[:60]:
            case.add(reading, original)
        before = everything(case)
        for reading, original in readings[60:]:
            case.add(reading, original)
        after = everything(case)
        with case.store.transaction():
            case.store.forget_results()
        assert everything(case) == after
        assert before["links"].keys() & after["links"].keys() and after["accounts"]
        case.judge("erase", [readings[0][0].report.id])
        fewer = everything(case)
        with case.store.transaction():
            case.store.forget_results()
        assert everything(case) == fewer and fewer != after


def test_a_case_is_asked_by_words_names_ids_and_ties() -> None:
    one = claiming(BLAST.format("14", "army"), "2031-05-03", "Herald")
    other = claiming(f"{OTHER} {AGAIN.format('19', 'coroner')}", "2031-05-03", "Post")
    with case_of(one, other) as case:
        (found,) = case.accounts("blast ostrany")
        assert found == case.accounts(found.id)[0] == case.accounts(one.claims[0].id)[0]
        assert [claim.origin for claim in found.claims] == [1, 2] and found.reports == found.origins == 2
        assert one.report.text in [claim.sentence for claim in found.claims]
        assert case.accounts(conflicts=True) == case.accounts(on="number", min_origins=2) == [found]
        assert not case.accounts("camel") and not case.accounts(min_origins=3) and not case.accounts(on="date")
        assert (
            case.accounts(since="2031-05-03")
            and not case.accounts(since="2031-05-04")
            and not case.accounts(outlet="Nobody")
        )
        with pytest.raises(UsageError, match="expected one of number"):
            case.accounts(on="weather")


def test_a_claim_leads_back_to_the_first_of_its_origin() -> None:
    first = claiming(COPIED, "2031-05-02", "Herald")
    later = claiming(f"{COPIED} It was raining.", "2031-05-03", "Post")
    with case_of(later, first) as case:
        traced = case.origin(later.attributions[0].id)
        assert [step.claim.claim for step in traced.steps] == [later.claims[0].id, first.claims[0].id]
        assert "same words" in traced.steps[0].why and traced.first == first.claims[0].id
        assert len(case.origin(first.claims[0].id).steps) == 1
        with pytest.raises(UsageError, match="id of no claim"):
            case.origin("4cd622bb5f5e01b2/c9")
