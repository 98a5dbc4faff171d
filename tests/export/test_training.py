"""What people judged leaves in the form that training/attribution reads, and its own reader takes it."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import sayso_en
from sayso.case import Case, open_case
from sayso.export import export
from sayso.nlp.encoder import Tokens, Vocabulary
from sayso.values.findings import Attribution, Claim, Mention, Voice
from sayso.values.ids import Ids
from sayso.values.reading import Reading
from sayso.values.report import Report

TEXT = (
    "Rosa Aldo said that rain fell. Ivo Berg said that talks go on. The map shows that the camp is closed. "
    "Nobody has looked here. Mira Cole said that prices rose."
)
SAID = (
    ("Rosa Aldo", "said", "that rain fell"), ("Ivo Berg", "said", "that talks go on"),
    ("The map", "shows", "that the camp is closed"), ("Mira Cole", "said", "that prices rose"),
)  # fmt: skip
UNJUDGED = "Nobody has looked here. Mira Cole said that prices rose."


def reading_of(text: str = TEXT) -> Reading:
    """Four statements, each with its sentence as evidence."""
    report = Report.of(text, outlet="Daily", published="2031-05-04", lang="en")
    ids = {kind: Ids(report.id, kind) for kind in "mac"}
    mentions, attributions, claims = [], [], []
    for name, cue, content in SAID:
        begin = text.index(name)
        at = text.index(content)
        source, spoken, words = (
            report.span(begin, begin + len(name)), report.span(begin + len(name) + 1, at - 1),
            report.span(at, at + len(content)),
        )  # fmt: skip
        assert spoken.text == cue
        mention = Mention(ids["m"](begin), source, source, "name", "Person")
        said = Attribution(ids["a"](at), (words,), (source,), (spoken,), speaker=mention.id, score=0.4)
        mentions.append(mention)
        attributions.append(said)
        chain = (Voice("outlet", "Daily"), Voice("speaker", mention=mention.id))
        claims.append(Claim(ids["c"](at), said.id, chain, (report.span(begin, at + len(content) + 1),)))
    return Reading(
        report, ("light.v1",), mentions=tuple(mentions), attributions=tuple(attributions), claims=tuple(claims)
    )


@pytest.fixture
def case(tmp_path: Path) -> Any:
    """A case in which one statement is right, one was corrected, one is wrong, and one nobody has judged."""
    with open_case(tmp_path / "a.sayso", create=True) as opened:
        reading = reading_of()
        opened.add(reading)
        opened.add(reading_of("Nobody judged this. " + TEXT))
        right, mended, wrong, _ = (said.id for said in reading.attributions)
        opened.judge("accept", [right], by="Ana")
        opened.judge("correct", [mended], {"manner": "denies"}, by="Ana")
        opened.judge("reject", [wrong], by="Ana")
        yield opened


def records(case: Case) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(export(case, "training")).decode().splitlines()]


def words(record: dict[str, Any], said: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        " … ".join(record["text"][start:end] for start, end in said[part]) for part in ("source", "cue", "content")
    )


def test_right_ones_wrong_ones_and_what_nobody_judged(case: Case) -> None:
    (record,) = records(case)
    (annotated,) = record["ann"].values()
    assert [words(record, said) for said in annotated] == list(SAID[:2])
    assert [said["manner"] for said in annotated] == ["says", "denies"]
    assert [words(record, said) for said in record["rejected"]] == [SAID[2]]
    aside = " ".join(record["text"][start:end].strip() for start, end in record["discard"])
    assert aside.split() == UNJUDGED.split()
    assert "Ana" not in json.dumps(record)


def test_what_was_undone_is_not_there(case: Case) -> None:
    case.judge("undo", value="j1")
    (record,) = records(case)
    assert [words(record, said) for said in record["ann"]["reviewed"]] == [SAID[1]]
    assert any(record["text"][start:end].startswith("Rosa Aldo") for start, end in record["discard"])
    for number in (2, 3):
        case.judge("undo", value=f"j{number}")
    assert records(case) == []


def test_an_unjudged_statement_in_a_judged_sentence_is_set_aside(tmp_path: Path) -> None:
    reading = reading_of()
    whole = (reading.report.span(0, len(TEXT)),)  # one sentence holds them all
    claims = tuple(Claim(c.id, c.about, c.chain, whole) for c in reading.claims)
    reading = Reading(reading.report, reading.steps, (), reading.mentions, (), reading.attributions, claims=claims)
    with open_case(tmp_path / "b.sayso", create=True) as case:
        case.add(reading)
        case.judge("accept", [reading.attributions[0].id])
        (record,) = records(case)
    aside = [record["text"][start:end] for start, end in record["discard"]]
    assert aside == [part for said in SAID[1:] for part in said]


def test_a_right_one_without_a_cue_is_neither_taught_nor_unsaid(tmp_path: Path) -> None:
    report = Report.of("“Rain fell.” It was late.", lang="en")
    said = Attribution(report.id + "/a1", (report.span(1, 11),), style="direct")
    with open_case(tmp_path / "c.sayso", create=True) as case:
        case.add(Reading(report, ("light.v1",), attributions=(said,)))
        case.judge("accept", [said.id])
        (record,) = records(case)
    assert record["ann"] == {"reviewed": []}
    assert [report.text[start:end] for start, end in record["discard"]] == [report.text]


@pytest.fixture
def gold(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """training/attribution/gold.py, which imports what lies beside it."""
    monkeypatch.syspath_prepend(str(root / "training" / "attribution"))
    for name in ("gold", "forms"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("gold")


def token_words(text: str, tokens: Tokens, numbers: Any) -> str:
    return " ".join(text[tokens.starts[n] : tokens.ends[n]] for n in sorted(numbers))


def test_the_reader_of_training_takes_it(case: Case, gold: Any, tmp_path: Path) -> None:
    file = tmp_path / "reviewed.jsonl"
    case.export("training", file)
    vocabulary = Vocabulary.load(sayso_en.path() / "vocab.txt")
    (report,) = gold.read_gold(gold.read_reviewed([file]), vocabulary, {}, {"pos": [], "dep": [], "ent": []})
    (annotator,) = report.annotators
    told = [tuple(token_words(TEXT, report.tokens, part) for part in (said[1], said[0], said[2])) for said in annotator]
    assert told == list(SAID[:2])
    assert token_words(TEXT, report.tokens, report.aside) == UNJUDGED.replace(".", " .")
    wrong = gold.touched(report.tokens, [(TEXT.index("The map"), TEXT.index(" Nobody has"))])
    taught = {n for cue, source, content in annotator for n in (*cue, *source, *content)}
    assert wrong and not wrong & (taught | report.aside)  # known, and none of it is a statement


@pytest.mark.parametrize("line", ["{}", "[]", "no JSON", '{"name": "x", "text": "ab", "ann": {}, "discard": [[1, 3]]}'])
def test_what_is_no_reviewed_report_is_told_with_its_line(gold: Any, tmp_path: Path, line: str) -> None:
    file = tmp_path / "reviewed.jsonl"
    file.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: no reviewed report"):
        gold.read_reviewed([file])
