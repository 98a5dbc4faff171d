"""Odd texts through `annotate`: no crash, time that grows with the length alone, and output that one can believe."""

from __future__ import annotations

import json
import resource
from pathlib import Path
from typing import Any

import pytest

from sayso import cli
from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("kept_workers")]
SECONDS = 30  # of the processor; each of these takes a tenth of it

NUMBERS = " ".join(str(i * 37 % 9973) for i in range(400))
LONG = "The guard who " + " and ".join(f"the man number {i} who attacked the camp" for i in range(625)) + " fled."
DATES = (
    "On 30 February 1980, 31 April 1985 and 29 February 2001 troops attacked the camp. "
    "In the year 0 and in the year 99999 it rained. On 0/0/0000 and 99/99/9999 and 32.13.2010 police arrested two men."
)
TABLE = "Town\tKilled\tWounded\n" + "\n".join(f"Quell {i}\t{i * 3}\t{i * 7}" for i in range(60))
UPPER = (
    "SORVANE, 11 MAY -- THREE OFFICERS WERE KILLED ON MONDAY, ENVOY HALIM TERZO TOLD REPORTERS. "
    "THE FRONT DENIED THAT ITS MEN HAD ATTACKED THE POST. POLICE ARRESTED 12 PEOPLE IN QUELL."
)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str) -> Reading:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    (found,) = pipeline.read([Report.of(text, published="2031-05-12", published_from="user")])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < SECONDS
    assert isinstance(found, Reading), found
    return found


def annotate(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode("utf-8"))
    assert cli.main(["annotate", str(file), "--published", "2031-05-12"]) == 0
    line: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert line["report"]["text"] == text
    return line


def test_a_document_of_only_numbers_tells_of_no_days_and_nobody(pipeline: Pipeline) -> None:
    found = read(pipeline, NUMBERS)
    assert not found.times and not found.attributions
    assert not [event for event in found.events if event.type]


@pytest.mark.slow
def test_a_sentence_of_5000_words_is_read_to_its_end(pipeline: Pipeline) -> None:
    assert len(LONG.split()) > 5000
    found = read(pipeline, LONG)
    assert len([event for event in found.events if event.trigger[0].text == "attacked"]) > 500
    assert found.events[-1].trigger[0].start > len(LONG) - 100


def test_days_and_years_that_cannot_be_are_none(pipeline: Pipeline) -> None:
    found = read(pipeline, DATES)
    for time in found.times:
        for day in (time.earliest, time.latest):
            assert day is None or "1900" <= day[:4] <= "2031", time
    assert {event.trigger[0].text for event in found.events} >= {"attacked", "arrested"}


def test_a_table_is_no_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = annotate(TABLE, tmp_path, capsys)
    assert "attributions" not in line
    assert {q["value"] for q in line["quantities"]} >= {30, 70}


def test_text_in_capitals_has_events_dates_and_speakers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = annotate(UPPER, tmp_path, capsys)
    types = {event["trigger"][0]["text"]: event.get("type") for event in line["events"]}
    assert types.items() >= {"KILLED": "ASSAULT", "ATTACKED": "ASSAULT", "ARRESTED": "COERCE"}.items()
    states = {event["trigger"][0]["text"]: event["state"] for event in line["events"]}
    assert states["ATTACKED"] == "denied" and states["ARRESTED"] == "done"
    assert "2031-05-11" in {time["value"] for time in line["times"]}
    assert any("THREE OFFICERS" in a["content"][0]["text"] for a in line["attributions"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Innenminister sagte am Montag, die Polizei habe in Wien drei Verdächtige festgenommen.", "de"),
        ("وزیر کشور روز دوشنبه گفت که پلیس سه مظنون را در تهران بازداشت کرده است.", "fa"),
    ],
)
def test_another_language_is_said_and_not_guessed(
    text: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert cli.main(["annotate", str(file)]) == 0
    told = capsys.readouterr()
    line = json.loads(told.out)
    assert line["report"]["lang"] == language and line["steps"] == [] and "events" not in line
    assert f"not read: {language} 1" in told.err


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Terzo said \ud83d the camp \udc00 would close. Police arrested two men on Monday\udfff.",
        "Envoy Terzo\0 said the camp would close on Monday\0.",
        "(" * 500 + " Police arrested two men.",
        "a" * 50_000,
        "Police 👮‍♀️ arre\u0301sted 3 men 👨‍👩‍👧 on 4 May 2010.",
        "",
        " \n\n\t ",
    ],
    ids=["surrogates", "nul", "brackets", "one word", "emoji", "empty", "blank"],
)
def test_no_text_ends_the_reading(pipeline: Pipeline, text: str) -> None:
    read(pipeline, text)
