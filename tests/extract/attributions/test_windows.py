"""A long report in windows: where they are cut, and that what is found in them stands where it was found."""

from __future__ import annotations

from sayso.extract.attributions.drafts import Draft
from sayso.extract.attributions.windows import LONGEST, move, windows, windows_of
from sayso.lang import load_language
from sayso.text.layout import Layout
from sayso.values.report import Report, Zone

WORDS = load_language("en").text
LINE = "“No shots,” the caretaker told us. The yard smelled.\n"


def test_a_text_of_one_window_is_shown_as_it_is() -> None:
    report = Report.of(LINE * 3)
    layout = Layout.of(report.text, WORDS)
    (only,) = windows_of(report, None, (), layout)
    assert (only.start, only.report, only.layout) == (0, report, layout)


def test_windows_end_with_paragraphs_and_hold_all() -> None:
    report = Report.of(LINE * (3 * LONGEST // len(LINE)))
    layout = Layout.of(report.text, WORDS)
    found = windows(layout, ())
    assert "".join(report.text[start:end] for start, end in found) == report.text
    assert all(end - start <= LONGEST for start, end in found)
    assert all(report.text[end] == "\n" for _, end in found[:-1])


def test_no_turn_is_parted() -> None:
    text = "x" * 30 + ".\n" + LINE * (2 * LONGEST // len(LINE))
    report = Report.of(text)
    turn = Zone("turn", report.span(LONGEST - 500, LONGEST + 4))
    (_, cut), *_ = windows(Layout.of(text, WORDS), (turn,))
    assert cut <= turn.span.start


def test_what_is_shown_says_what_the_report_says_there() -> None:
    report = Report.of(LINE * (3 * LONGEST // len(LINE)))
    layout = Layout.of(report.text, WORDS)
    for window in windows_of(report, None, (), layout):
        assert report.text[window.start :].startswith(window.report.text)
        for quotation in window.layout.quotations:
            assert window.report.text[quotation.start : quotation.end] == "“No shots,”"


def test_a_draft_is_moved_with_all_its_parts() -> None:
    draft = Draft([(1, 2)], [(3, 4)], [(5, 6), (7, 8)], 0.9, carrier=[(9, 10)])
    move(draft, 100)
    assert (draft.source, draft.cue) == ([(101, 102)], [(103, 104)])
    assert (draft.content, draft.carrier) == ([(105, 106), (107, 108)], [(109, 110)])
