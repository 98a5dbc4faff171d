"""What a reviewer decides: a judgement in their name, with its effect told, that can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pages import Answer, Visitor, visit

from sayso import Entity, Mention, Reading, Report
from sayso.case import open_case
from sayso.web.app import Pages

Serve = Callable[..., Pages]


def judge(visitor: Visitor, **fields: Any) -> Answer:
    return visitor.post("/judge", {"token": visitor.token("/review"), "back": "/judgements", **fields})


@pytest.fixture
def said(visitor: Visitor) -> dict[str, Any]:
    """A statement of the case."""
    row: dict[str, Any] = visitor.get("/said.json").json()["rows"][7]
    return row


def now(visitor: Visitor, said: dict[str, Any]) -> dict[str, Any] | None:
    """The statement as it is shown now."""
    rows = visitor.get("/said.json").json()["rows"]
    return next((row for row in rows if row["id"] == said["id"]), None)


def test_right_wrong_and_undone(visitor: Visitor, said: dict[str, Any]) -> None:
    assert "changes 1 statement" in judge(visitor, verb="accept", subject=said["id"], why="read it").words
    assert now(visitor, said)["score"] == 1.0  # type: ignore[index]
    assert (
        'class="person">checked'
        in visitor.get(f"/claims/{said['id']}").text + visitor.get(f"/reports/{said['report']}").text
    )
    assert "changes" in judge(visitor, verb="reject", subject=said["id"]).words
    assert now(visitor, said) is None
    assert judge(visitor, verb="undo", judgement="j2").status == 200
    assert now(visitor, said)["score"] == 1.0  # type: ignore[index]
    judge(visitor, verb="undo", judgement="j1")
    assert now(visitor, said) == said


def test_a_correction_and_a_note(visitor: Visitor, said: dict[str, Any]) -> None:
    judge(visitor, verb="correct", subject=said["id"], manner="denies")
    assert now(visitor, said)["manner"] == "denies"  # type: ignore[index]
    judge(visitor, verb="note", subject=said["id"], value="ask the ministry")
    rows = visitor.get("/judgements.json").json()["rows"]
    assert [row["verb"] for row in rows] == ["note", "correct"] and rows[0]["value"] == "ask the ministry"


def test_an_outlet_and_a_date_are_mended_beside_the_reading(visitor: Visitor, said: dict[str, Any]) -> None:
    report = said["report"]
    judge(visitor, verb="set", subject=report, outlet="Zephyr", published="2031-05-04", why="stamp")
    data = visitor.get(f"/reports/{report}.json").json()
    assert (data["outlet"], data["published"], data["id"]) == ("Zephyr", "2031-05-04", report)
    unchanged = judge(visitor, verb="set", subject=report, outlet="Zephyr", published="2031-05-04")
    assert unchanged.status == 400 and "nothing was changed" in unchanged.words
    assert judge(visitor, verb="set", subject=report, published="soon").status == 400


@pytest.mark.parametrize(
    "fields",
    [
        {"verb": "erase"}, {"verb": ""}, {"verb": "accept", "subject": "0123456789abcdef/a0"}, {"verb": "accept"},
        {"verb": "note", "value": " "}, {"verb": "note", "value": "x" * 2001}, {"verb": "undo", "judgement": "j9"},
        {"verb": "same", "left": "i0", "right": "i1"}, {"verb": "rename", "identity": "i0", "name": "x"},
        {"verb": "correct", "manner": "sings"}, {"verb": "set", "outlet": "x"},
    ],
)  # fmt: skip
def test_what_cannot_be_decided_changes_nothing(visitor: Visitor, said: dict[str, Any], fields: dict[str, str]) -> None:
    given = {"subject": said["id"], **fields} if fields["verb"] in ("erase", "", "note", "correct") else fields
    answer = judge(visitor, **given)
    assert answer.status == 400 and "Not done" in answer.words
    assert visitor.get("/judgements.json").json()["total"] == 0


def test_a_judgement_bears_the_name_of_the_reviewer(visitor: Visitor, said: dict[str, Any]) -> None:
    visitor.post("/name", {"token": visitor.token("/review"), "name": "  Rosa   Aldo ", "back": "/review"})
    assert "What you decide is written as Rosa Aldo" in visitor.get("/").words
    judge(visitor, verb="note", subject=said["id"], value="seen")
    assert visitor.get("/judgements.json").json()["rows"][0]["by"] == "Rosa Aldo"
    assert visitor.get("/log.json").json()["rows"][0]["by"] == "Rosa Aldo"


def test_what_was_done_is_told_once_with_its_undo(visitor: Visitor, said: dict[str, Any]) -> None:
    page = judge(visitor, verb="note", subject=said["id"], value="seen")
    assert 'role="status"' in page.text and 'name="judgement" value="j1"' in page.text
    assert 'role="status"' not in visitor.get("/judgements").text


# pairs


def report_of(number: int, name: str) -> Reading:
    report = Report.of(
        f"{name} spoke in place {number}.", outlet=f"Daily {number}", published=f"2031-05-{number + 1:02}"
    )
    span = report.span(0, len(name))
    mention = Mention(f"{report.id}/m0", span, span, "name", "Person")
    return Reading(report, mentions=(mention,), entities=(Entity(f"{report.id}/n0", (mention.id,), name, "Person"),))


@pytest.fixture
def pairs(tmp_path: Path, served: Serve) -> Visitor:
    """A case in which two names are alike, and a third is nobody's."""
    path = tmp_path / "pairs.sayso"
    with open_case(path, create=True) as case:
        for number, name in enumerate(("Ibrahim Qazem", "Ibraheem Kazem", "Rosa Aldo")):
            case.add(report_of(number, name))
        assert len(case.suggest()) == 1
    return visit(served(path))


def the_pair(visitor: Visitor) -> dict[str, str]:
    (row,) = visitor.get("/review.json").json()["lists"].get("pairs", visitor.get("/review.json").json())["rows"]
    return {"left": row["left"], "right": row["right"]}


def test_a_pair_is_asked_once_and_its_score_told_after_the_judgement(pairs: Visitor) -> None:
    page = pairs.get_when_ready("/review")
    assert "Qazem" in page.words and "Kazem" in page.words
    data = pairs.get("/review.json").text
    assert "score" not in page.text.lower().replace("how sure the program is", "") and "score" not in data
    told = pairs.post("/judge", {"token": pairs.token("/review"), "verb": "same", "back": "/review", **the_pair(pairs)})
    assert told.status == 200 and "were alike by 0." in told.words
    assert "No pair waits" in told.words
    assert pairs.get("/people.json").json()["total"] == 2
    pairs.post("/judge", {"token": pairs.token("/review"), "verb": "undo", "judgement": "j1", "back": "/review"})
    assert pairs.get("/people.json").json()["total"] == 3
    assert pairs.get("/review.json").json()["total"] == 1  # nobody has judged it any more


def test_a_pair_that_is_two_does_not_come_again(pairs: Visitor) -> None:
    pairs.get_when_ready("/review")
    judge(pairs, verb="differ", **the_pair(pairs))
    assert pairs.get("/review.json").json()["total"] == 0
    assert pairs.get("/people.json").json()["total"] == 3


def test_someone_is_called_otherwise(pairs: Visitor) -> None:
    pairs.get_when_ready("/people")
    row = next(row for row in pairs.get("/people.json").json()["rows"] if row["name"] == "Rosa Aldo")
    judge(pairs, verb="rename", identity=row["id"], name="Rosa Maria Aldo")
    assert pairs.get(f"/people/{row['id']}.json").json()["name"] == "Rosa Maria Aldo"


def test_judgements_that_contradict_are_told(pairs: Visitor) -> None:
    pairs.get_when_ready("/review")
    pair = the_pair(pairs)
    judge(pairs, verb="same", **pair)
    people = pairs.get("/people.json").json()["rows"]
    joined = next(row for row in people if row["reports"] == 2)
    (join,) = pairs.get(f"/people/{joined['id']}.json").json()["lists"]["joins"]["rows"]
    assert join["why"] == "judgement j1"
    judge(pairs, verb="differ", subject=f"{join['left']}\n{join['right']}")
    assert pairs.get("/people.json").json()["total"] == 3


# statements

QUEUE = "/review/statements"


def asked(visitor: Visitor, **given: Any) -> str:
    """The id of the statement that the queue asks about; "" for none."""
    found = re.search(r'name="subject" value="([^"]+)"', visitor.get(QUEUE, **given).text)
    return found[1] if found else ""


def decide(visitor: Visitor, verb: str, **fields: Any) -> Answer:
    given = {"token": visitor.token(QUEUE), "back": QUEUE, "verb": verb, "subject": asked(visitor), "queue": "1"}
    return visitor.post("/judge", given | fields)


def test_the_least_sure_statement_is_asked_first_and_none_twice(visitor: Visitor) -> None:
    rows = visitor.get("/said.json").json()["rows"]
    scores = {row["id"]: row.get("score") for row in rows}  # a rule alone gives none
    order = [row["id"] for row in visitor.get(f"{QUEUE}.json").json()["rows"]]
    known = sorted(score for score in scores.values() if score is not None)
    assert [scores[id_] for id_ in order] == known + [None] * (len(rows) - len(known)) and len(order) == len(rows)
    seen = []
    for verb, fields in (("accept", {}), ("reject", {}), ("correct", {"manner": "denies"}), ("accept", {})):
        seen.append(asked(visitor))
        assert f"with a chance of {scores[seen[-1]]:.2f}" in decide(visitor, verb, **fields).words
    assert seen == order[:4]
    data = visitor.get(f"{QUEUE}.json").json()
    assert [row["id"] for row in data["rows"]] == order[4:] and data["total"] == len(order) - 4
    visitor.post("/judge", {"token": visitor.token(QUEUE), "verb": "undo", "judgement": "j3", "back": QUEUE})
    assert asked(visitor) == seen[2]  # nobody has judged it any more


def test_how_sure_the_program_is_of_a_statement_stays_hidden(visitor: Visitor) -> None:
    page, data = visitor.get(QUEUE), visitor.get(f"{QUEUE}.json").json()["rows"]
    row = next(row for row in visitor.get("/said.json").json()["rows"] if row["id"] == asked(visitor))
    assert f"{row['score']:.2f}" not in page.text and all("score" not in one for one in data)
    assert "score" not in visitor.get(f"{QUEUE}.csv").text.splitlines()[0]


def test_later_leads_to_the_next_and_the_queue_can_be_narrowed(visitor: Visitor) -> None:
    order = [row["id"] for row in visitor.get(f"{QUEUE}.json").json()["rows"]]
    page = visitor.get(QUEUE)
    later = next(href for words, href in page.links if words == "Later (k)")
    found = re.search(r'name="subject" value="([^"]+)"', visitor.get(later).text)
    assert found and found[1] == order[1]
    assert asked(visitor, skip="999999") == order[-1]
    outlet = next(row["outlet"] for row in visitor.get("/outlets.json").json()["rows"] if "outlet" in row)
    narrowed = visitor.get(f"{QUEUE}.json", outlet=outlet).json()
    assert 0 < narrowed["total"] < len(order) and {row["outlet"] for row in narrowed["rows"]} == {outlet}
    assert "No statement waits" in visitor.get(QUEUE, since="2999").words


def test_who_says_it_by_which_words_and_what_is_marked_where_it_stands(visitor: Visitor) -> None:
    row = visitor.get(f"{QUEUE}.json").json()["rows"][0]
    quote = re.search(r"<blockquote.*?</blockquote>", visitor.get(QUEUE).text, re.DOTALL)
    assert quote
    for piece in row["content"].split(" \u2026 "):
        assert f"<mark>{piece}</mark>" in quote[0]
    assert f"<i>{row['cue']}</i>" in quote[0]
