"""The benchmark of who is who: what each of its numbers counts, on one report made up by hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks import chains, who_gold
from benchmarks.task import PROJECT, Record, Run
from benchmarks.tasks import who
from sayso.errors import SaysoError

TEXT = "Norland's envoy, Mara Veld, left. The diplomat said she was well. The fog agreed, Tom Ode wrote."
PLACES = {
    "Norland": (0, 7),
    "envoy": (0, 15),
    "Mara": (17, 26),
    "diplomat": (34, 46),
    "she": (52, 55),
    "fog": (66, 73),
    "Tom": (82, 89),
}
ME: Record = {
    "id": "made-1",
    "file": "made.jsonl",
    "field": "text",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "chains": [
        {"name": "Norland", "schema": "PublicBody", "mentions": [[0, 7, "name"]]},
        {
            "name": "Mara Veld",
            "schema": "Person",
            "mentions": [[0, 15, "description"], [17, 26, "name"], [34, 46, "description"], [52, 55, "pronoun"]],
        },
        {"name": "Tom Ode", "schema": "Person", "mentions": [[82, 89, "name"]]},
    ],
    "statements": [[[34, 46, 1]], [[82, 89, 2]]],
}


def answer(entities: dict[str, list[str]], *speaking: tuple[str, str | None]) -> who.Answer:
    return who.Answer(
        {key: tuple(PLACES[name] for name in names) for key, names in entities.items()},
        frozenset(PLACES[name] for name in ("Norland", "Mara", "Tom")),
        [((PLACES[source],), entity) for source, entity in speaking],
    )


def values(given: who.Answer | None) -> dict[str, float]:
    held = {"made-1": given} if given else {}
    return {score.measure: score.value for score in who.scores([ME], {"made-1": TEXT}, held)}


RIGHT = answer(
    {"n0": ["Norland"], "n1": ["envoy", "Mara", "diplomat", "she"], "n2": ["Tom"]}, ("diplomat", "n1"), ("Tom", "n2")
)


def test_the_record_has_the_form() -> None:
    assert list(who_gold.faults(ME, TEXT)) == []


def test_the_gold_against_itself_is_all_right() -> None:
    assert values(RIGHT) == {
        "conll exact": 100.0,
        "conll fitted": 100.0,
        "speakers": 100.0,
        "descriptions to names": 100.0,
        "junk entities": 0.0,
        "he/she": 100.0,
    }


def test_who_finds_nothing_gets_nothing() -> None:
    held = values(None)

    assert held.pop("junk entities") == 0.0
    assert set(held.values()) == {0.0}


def test_a_part_of_someone_without_the_name_is_not_the_speaker() -> None:
    given = answer(
        {"n1": ["envoy", "Mara"], "n2": ["diplomat", "she"], "n3": ["Tom"]}, ("diplomat", "n2"), ("Tom", "n3")
    )
    held = values(given)

    assert (held["speakers"], held["descriptions to names"], held["he/she"]) == (50.0, 50.0, 100.0)
    # MUC: 2 of 3 links, nothing wrong; B3: half of each chain, nothing wrong; CEAFe: one of two chains, at 2 * 2 / 6.
    assert held["conll exact"] == round((100 * 4 / 5 + 100 * 2 / 3 + 100 * (2 / 3) * 2 / 3) / 3, 1)


def test_an_entity_that_is_mostly_someone_else_is_not_the_speaker() -> None:
    given = answer({"n1": ["envoy", "Mara", "diplomat", "she", "Tom"]}, ("diplomat", "n1"), ("Tom", "n1"))

    assert values(given)["speakers"] == 50.0


def test_nobody_is_junk_and_a_description_alone_leads_to_no_name() -> None:
    given = answer({"n1": ["Mara"], "n2": ["diplomat"], "n3": ["fog"], "n4": ["Tom"]}, ("diplomat", None))
    held = values(given)

    assert (held["junk entities"], held["descriptions to names"], held["speakers"]) == (25.0, 0.0, 0.0)


def test_of_two_attributions_the_one_with_the_closer_source_counts() -> None:
    near = answer({"n1": ["Mara", "diplomat"], "n2": ["Tom"]}, ("diplomat", "n1"), ("Tom", "n2"))
    far = who.Answer(near.entities, near.names, [*near.speaking, (((34, 55),), "n2")])

    assert values(far)["speakers"] == 100.0


def test_joint_speakers_must_all_be_found() -> None:
    joint = {**ME, "statements": [[[34, 46, 1], [82, 89, 2]]]}
    both = list(who.Judge(joint, RIGHT).speakers())
    one = list(who.Judge(joint, answer({"n1": ["Mara", "diplomat"]}, ("diplomat", "n1"))).speakers())

    assert (both, one) == ([True], [False])


def test_spans_are_fitted_to_the_gold_mention_they_share_half_with() -> None:
    assert chains.fitted((1, 11), [(0, 10), (11, 20)]) == (0, 10)
    assert chains.fitted((0, 4), [(0, 10)]) == (0, 4)
    assert chains.fitted((0, 4), []) == (0, 4)


def test_conll_by_hand() -> None:
    a, b, c, d, e = ((n, n + 1) for n in range(5))
    held = chains.conll({"x": [[a, b, c], [d, e]]}, {"x": [[a, b], [c, d, e]]})

    assert held["muc"] == pytest.approx(100 * 2 / 3)
    assert held["b3"] == pytest.approx(100 * 11 / 15)
    assert held["ceafe"] == pytest.approx(80)
    assert held["conll"] == pytest.approx((200 / 3 + 1100 / 15 + 80) / 3)


def test_the_pairing_is_the_best_one_not_the_greedy_one() -> None:
    assert chains.best_pairing(np.array([[0.9, 0.8], [0.8, 0.1]])) == pytest.approx(1.6)
    assert chains.best_pairing(np.array([[0.9, 0.8], [0.8, 0.1], [0.7, 0.75]])) == pytest.approx(1.65)
    assert chains.best_pairing(np.zeros((0, 3))) == 0.0


def test_the_program_reads_the_made_up_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "made.jsonl").write_text(json.dumps({"id": "made-1", "text": TEXT}) + "\n", encoding="utf-8")
    monkeypatch.setattr(who_gold, "load", lambda *, blind=False: [ME])
    run = Run(PROJECT)
    run.folder = tmp_path
    held = {score.measure: score.value for score in who.measure(run)}

    assert set(held) == set(values(RIGHT))
    assert held["speakers"] >= 50.0  # Tom Ode at least


def test_a_missing_text_or_another_one_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who_gold, "load", lambda *, blind=False: [ME])
    run = Run(PROJECT)
    with pytest.raises(SaysoError, match="made-1 is not there"):
        list(who.measure(run))
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "made.jsonl").write_text(json.dumps({"id": "made-1", "text": "Fog."}) + "\n", encoding="utf-8")
    run.folder = tmp_path
    with pytest.raises(SaysoError, match="another text"):
        list(who.measure(run))
