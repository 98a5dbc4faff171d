"""A sentence that does not end: its evidence is cut around the words, its parse at so many tokens."""

from __future__ import annotations

from sayso.extract.claims import LONGEST, Evidence
from sayso.lang import load_language
from sayso.text import sentences
from sayso.values.report import Report
from sayso.views.evidence import shown

ENGLISH = load_language("en")
LONG = "the clerk said that " * 90 + "Envoy Terzo left the camp. "


def test_a_sentence_over_the_limit_is_cut_around_the_words() -> None:
    report = Report.of(LONG + "Nobody saw it.")
    at = report.text.index("Envoy")
    (span,), cut = Evidence(report, (), ENGLISH).of([report.span(at, at + 5)])
    assert cut
    assert span.start <= at < span.end
    assert len(span.text) <= LONGEST
    assert span.text.endswith("left the camp.")
    assert not report.text[span.start - 1].strip()  # a word is not cut


def test_a_sentence_up_to_the_limit_is_whole() -> None:
    text = "the clerk said that " * 40 + "Envoy Terzo left the camp."
    report = Report.of(text)
    assert Evidence(report, (), ENGLISH).of([report.span(0, 3)]) == ((report.span(0, len(text)),), False)


def test_words_longer_than_the_limit_keep_their_beginning() -> None:
    report = Report.of("x" * 1800)
    (span,), cut = Evidence(report, (), ENGLISH).of([report.span(100, 1700)])
    assert cut
    assert (span.start, len(span.text)) == (100, LONGEST)


def test_what_is_shown_says_where_more_stands() -> None:
    end = len(LONG.rstrip())
    assert shown(LONG, 0, end) == LONG.rstrip()
    assert shown(LONG, 4, end).startswith("… clerk")
    assert shown(LONG, 0, 1003) == LONG[:1003] + " …"


def test_a_sentence_without_an_end_is_read_in_parts() -> None:
    text = "and the clerk went on " * 400
    found = sentences.sentence_spans(text, None, ENGLISH.text.sentences)
    assert max(end - start for start, end in found) <= sentences.LONGEST
    assert " ".join(text[start:end] for start, end in found) == text.strip()
