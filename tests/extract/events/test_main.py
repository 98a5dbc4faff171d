"""What a report is about, in small whole reports; half of them are there to mislead."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.run.pipeline import read_reports
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.events import EventRow, event_rows

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class About:
    """A report with what it is about.

    one      the words of which one must be told by its first main event
    never    words that no main event may be told by
    """

    title: str
    text: str
    one: tuple[str, ...]
    never: tuple[str, ...] = ()
    published: str = "2031-05-14"


REPORTS = {
    "attack": About(
        "Bomb kills 12 at Quell market",
        "QUELL, May 13 - A bomb killed 12 people at a crowded market in Quell on Tuesday, police said. Officers sealed "
        "off the area. No group has claimed responsibility. The killings were the worst in the town since 2019.",
        ("killed",),
        ("said", "sealed", "claimed"),
    ),
    "untyped": About(
        "Tarn dam collapses after heavy rain",
        "The Tarn dam collapsed early on Monday after a week of heavy rain. Engineers had warned the ministry twice. "
        "Residents of four villages left their homes. The collapse cut the road to Sorvane.",
        ("collapsed",),
        ("warned", "left"),
    ),
    "light verb": About(
        "Envoy tours Velmar camps",
        "The Velmar envoy Halim Terzo made a tour of three camps near the border on Monday. He spoke to families there. "
        "The camps were set up in 2028 after fighting broke out in the north.",
        ("made a tour",),
        ("set", "spoke"),
    ),
    "suit": About(
        "Fishermen sue Orvane Chemicals",
        "A group of fishermen filed a suit against Orvane Chemicals on Friday over the pollution of the lake. The suit "
        "says that the company knew of the leak. Orvane rejected the claim.",
        ("filed a suit",),
        ("says", "knew"),
    ),
    "passive double": About(
        "Talks on water open in Sorvane",
        "Talks on the sharing of the river were held in Sorvane on Wednesday between Velmar and Orvane. The envoys met "
        "for the first time in a year. Another meeting is planned for June.",
        ("Talks", "held"),
        ("planned",),
    ),
    "told": About(
        "Army arrests seven over pipeline blast",
        "The interior ministry said on Tuesday that the army had arrested seven men over last month's blast on the Tarn "
        "pipeline. The arrests were made in Quell. The blast halted exports for a week.",
        ("arrested",),
        ("said", "halted"),
    ),
    "plan": About(
        "Velmar to close northern border",
        "Velmar will close its northern border from June 1, the government said on Monday. The closure follows a rise "
        "in smuggling. Traders protested against the decision.",
        ("close",),
        ("said", "protested"),
    ),
    # To mislead.
    "quotation as headline": About(
        "'We will never surrender', says Terzo",
        "Rebel leader Halim Terzo rejected an offer of amnesty on Sunday and vowed to hold the town of Quell. \"We will "
        "never surrender while our brothers are killed,\" he told a rally. The army surrounded Quell in April.",
        ("rejected", "vowed"),
        ("surrender", "surrounded", "killed"),
    ),
    "background told longer": About(
        "Man convicted over 2019 ferry fire released",
        "The captain convicted over the Tarn ferry fire was released from prison on Thursday. The fire killed 80 people "
        "in August 2019. It broke out in the engine room. Passengers said the crew fled when the fire started. The fire "
        "burned for nine hours, and the ferry sank. A court convicted the captain in 2020. Relatives of those killed in "
        "the fire called the verdict mild.",
        ("released",),
        ("killed", "sank", "burned", "fled"),
    ),
    "sport": About(
        "Quell United 2-1 Sorvane City",
        "Quell United beat Sorvane City 2-1 on Saturday to reach the final of the cup. Brenn shot United ahead before "
        "Terzo attacked down the left and hit the bar. Sorvane will fight for third place next week.",
        ("beat",),
        ("shot", "attacked", "fight", "hit"),
    ),
    "obituary": About(
        "Ida Brenn, who led the Tarn strike, dies at 91",
        "Ida Brenn, the weaver who led the great Tarn strike of 1972, died at her home in Quell on Sunday. She was 91. "
        "Brenn was arrested four times and jailed for a year in 1974. The strike ended when the mills raised wages. She "
        "founded a school in 1980.",
        ("died",),
        ("led", "arrested", "jailed", "founded", "strike"),
    ),
    "deed before, in a clause": About(
        "Police question mayor after shooting",
        "A day after gunmen killed two guards in Quell, police questioned the town's mayor for five hours. The mayor "
        "denied any part in it. The guards were buried on Wednesday.",
        ("questioned",),
        ("killed", "buried", "denied"),
    ),
    "a scene first": About(
        "Sorvane court frees editor",
        "The street was quiet in the morning. Nobody sold papers at the corner. At noon a court in Sorvane freed the "
        "editor Marek Oll, who was arrested in March. His lawyers had appealed twice.",
        ("freed",),
        ("sold", "arrested", "appealed"),
    ),
    "no headline": About(
        "",
        "Velmar recalled its ambassador from Orvane on Friday, two days after Orvane expelled a Velmar attaché. The "
        "foreign ministry called the expulsion a provocation.",
        ("recalled",),
        ("expelled", "called"),
    ),
    "another day's word": About(
        "Orvane miners end strike",
        "Miners in Orvane went back to work on Monday and ended a strike of six weeks. The union accepted a rise of four "
        "per cent. In 2025 miners ended a strike after police killed a picket.",
        ("went back", "ended"),
        ("killed",),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    made = [Report.of(one.text, title=one.title or None, published=one.published) for one in REPORTS.values()]
    held = {}
    for name, reading in zip(REPORTS, read_reports(made), strict=True):
        assert isinstance(reading, Reading)
        held[name] = reading
    return held


def main_rows(reading: Reading) -> list[EventRow]:
    return [row for row in event_rows(reading) if row.standing == "main"]


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_about_its_news(readings: dict[str, Reading], name: str) -> None:
    want, told = REPORTS[name], main_rows(readings[name])
    assert 1 <= len(told) <= 3
    assert any(word in row.what for row in told for word in want.one), [row.what for row in told]
    wrong = [row.what for row in told if any(word in row.what.split() for word in want.never)]
    assert not wrong, [row.what for row in told]


def test_rows_begin_with_what_the_report_is_about(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        standings = [row.standing == "main" for row in event_rows(reading)]
        assert standings == sorted(standings, reverse=True), name


def test_an_event_of_two_words_is_one_row_with_what_both_tell(readings: dict[str, Reading]) -> None:
    (tour,) = main_rows(readings["light verb"])
    assert (tour.who, tour.earliest, tour.state) == ("Halim Terzo", "2031-05-12", "done")
    assert "tour" not in tour.whom
    (suit,) = main_rows(readings["suit"])
    assert suit.what == "filed a suit" and "suit" not in suit.whom.split()
    for reading in readings.values():
        rows = event_rows(reading)
        seconds = {event.id for event in reading.events if event.part_of}
        assert seconds.isdisjoint(row.id for row in rows)
        assert len(rows) + len(seconds) == len(reading.events)


def test_two_deeds_are_not_one() -> None:
    text = "Police arrested the men who planned the raid. He heard the shots. She called a strike."
    (reading,) = read_reports([Report.of(text)])
    assert isinstance(reading, Reading)
    assert not [event.trigger for event in reading.events if event.part_of]


def test_a_text_that_tells_nothing_has_no_main_event() -> None:
    for text in ("", "Contents. Page 4. Sorvane, Velmar.", "The lake is blue and deep."):
        (reading,) = read_reports([Report.of(text)])
        assert isinstance(reading, Reading)
        assert not main_rows(reading)
