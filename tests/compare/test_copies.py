"""Copies across reports: kinds of copy, which was first, stock text, and that a second run equals one from nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from sayso.case import Case, open_case
from sayso.compare.copies import RAREST, compare_words, find_copies, fingerprint_of
from sayso.text.shared import words_of
from sayso.values.copies import Copy
from sayso.values.reading import Reading
from sayso.values.report import Credit, Report

WORDS = "harbour council night road bridge winter price bread minister envoy camp valley river school police".split()


def sentence(seed: int, length: int = 18) -> str:
    """Words by chance, the same for the same seed."""
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) + str(rng.randrange(40)) for _ in range(length)).capitalize() + "."


def article(*seeds: int) -> str:
    return " ".join(sentence(seed) for seed in seeds)


def found(*reports: Report) -> list[Copy]:
    """What reports share."""
    texts = {report.id: report.text for report in reports}
    return list(find_copies({r.id: fingerprint_of(r) for r in reports}, lambda report_id: words_of(texts[report_id])))


WHOLE = article(1, 2, 3, 4, 5, 6)
KINDS = {
    "verbatim": WHOLE,
    "another credit": f"KELD (OPS) -- {WHOLE} (OPS)",
    "trimmed": article(1, 2),
    "edited": WHOLE.replace("night", "evening", 3),
    "extended": f"{article(40, 41)} {WHOLE} {article(42)}",
    "one number": WHOLE.replace("1", "7", 1),
    "another order": article(4, 5, 6, 1, 2, 3),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_copy_is_found(kind: str) -> None:
    first = Report.of(WHOLE, outlet="Herald", published="2031-05-02")
    later = Report.of(KINDS[kind], outlet="Daily", published="2031-05-03")
    (copy,) = found(later, first, Report.of(article(60, 61, 62), outlet="Post"))
    assert (copy.label, copy.first, copy.because) == ("copy", first.id, "date")
    for passage in copy.passages:
        assert words_of(WHOLE[passage.start : passage.end]).starts.size >= passage.words >= 8
        assert KINDS[kind][passage.other_start : passage.other_end][-5:] == WHOLE[passage.start : passage.end][-5:]


def test_less_is_partial_and_a_sentence_is_a_passage() -> None:
    whole = Report.of(article(*range(1, 10)))
    (partial,) = found(whole, Report.of(article(1, 2, *range(30, 37))))
    (passage,) = found(whole, Report.of(article(1, *range(30, 41))))
    assert partial.label == "partial" and passage.label == "passage"
    assert found(whole, Report.of(article(*range(30, 41)))) == []


def test_words_quoted_in_both_are_not_the_reports_own() -> None:
    speech = f"“{article(1, 2, 3)}”"
    (copy,) = found(Report.of(f"{speech} {article(10, 11, 12)}"), Report.of(f"{article(20, 21, 22)} {speech}"))
    assert copy.label == "partial"


def test_who_credits_the_other_took_it() -> None:
    agency = Report.of(WHOLE, outlet="Reuters", published="2031-05-03")
    paper = Report.of(WHOLE, outlet="Daily", published="2031-05-02", credits=(Credit("Reuters"),))
    (copy,) = found(agency, paper)
    assert (copy.first, copy.because) == (agency.id, "agency")
    other = Report.of(WHOLE, outlet="Post", published="2031-05-04", credits=(Credit("Reuters"),))
    (copy,) = found(paper, other)
    assert (copy.first, copy.because, copy.agencies) == (None, None, ("Reuters",))


@pytest.mark.parametrize(
    "days", [(None, "2031-05-02"), ("2031-05-02", "2031-05-02"), ("2031-05-02T08:00:00Z", "2031-05-02")]
)
def test_nothing_tells_which_was_first(days: tuple[str | None, str]) -> None:
    (copy,) = found(Report.of(WHOLE, outlet="A", published=days[0]), Report.of(WHOLE, outlet="B", published=days[1]))
    assert copy.first is None and copy.because is None


def test_stock_text_of_an_outlet_makes_no_copies() -> None:
    stock = article(90, 91)
    reports = [Report.of(f"{article(100 + n, 200 + n, 300 + n)} {stock}", outlet="Herald") for n in range(6)]
    assert found(*reports) == []
    assert len(found(*reports[:3])) == 3, "three are too few to tell"
    copied = Report.of(f"{article(100, 200, 300)} {stock} More.", outlet="Herald")
    (copy,) = found(*reports, copied)
    assert [passage.stock for passage in copy.passages] in ([False], [False, True]) and copy.label == "copy"


def test_what_one_outlet_prints_again_and_again_as_a_whole_is_copied() -> None:
    assert len(found(*(Report.of(WHOLE + " " * n, outlet="Herald") for n in range(6)))) == 15


def test_a_report_with_nothing_in_it_does_no_harm() -> None:
    assert found(Report.of(""), Report.of("No."), Report.of(" . ")) == [] == found()


def test_copies_of_what_hundreds_print_are_tied_to_the_earliest() -> None:
    reports = [Report.of(f"{WHOLE} {sentence(1000 + n)}", published=f"2031-05-{1 + n // 5:02}") for n in range(100)]
    copies = found(*reports)
    firsts = {copy.b for copy in copies} | {copies[0].a}
    assert len(firsts) == 100 and len(copies) < 100 * 99 / 4 and len(words_of(WHOLE)) < 2 * RAREST


# in a case


@pytest.fixture
def case() -> Iterator[Case]:
    with open_case(":memory:", create=True) as made:
        yield made


def add(case: Case, text: str, outlet: str, published: str | None = None) -> str:
    report = Report.of(text, outlet=outlet, published=published)
    case.add(Reading(report, ()), text.encode())
    return report.id


def test_whatever_is_done_the_copies_are_those_of_a_run_from_nothing(case: Case) -> None:
    rng = random.Random(11)
    here: list[str] = []
    for step in range(40):
        parts = rng.sample(range(12), 4)
        stock = article(90, 91) if rng.random() < 0.6 else ""
        here.append(
            add(case, f"{article(*parts)} {stock}{step}", rng.choice("AB"), f"2031-05-{rng.randrange(1, 28):02}")
        )
        if rng.random() < 0.2:
            case.judge("erase", [here.pop(rng.randrange(len(here)))])
        if rng.random() < 0.3:
            case.set_report(rng.choice(here), outlet=rng.choice("AB"))
        if step % 4 == 0:
            again = case.result("copies")
            with case.store.transaction():
                case.store.forget_results()
            assert case.result("copies") == again
    assert any(p.stock for copy in case.result("copies").values() for p in copy.passages)


def test_words_side_by_side() -> None:
    assert compare_words(words_of(WHOLE), words_of(article(70, 71))) is None
