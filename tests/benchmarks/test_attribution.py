"""The scorer of attributions: small cases worked out by hand, and the gold against itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import polnear
from benchmarks.polnear import Document, Said
from benchmarks.tasks import attribution

TEXT = 'Rosa Qazem said: "We go home." The road, she added, was closed.\nAlso read: Ten bridges.'
BRAT = """\
T1\tSource 0 10\tRosa Qazem
T2\tCue 11 16\tsaid:
T3\tContent 17 30\t"We go home."
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tSource 41 44\tshe
T5\tCue 45 50\tadded
T6\tContent 31 39;52 62\tThe road was closed
E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6
T7\tDiscard 64 87\tAlso read: Ten bridges.
"""


@pytest.fixture
def document() -> Document:
    said, discard = polnear.read_annotations(BRAT, TEXT)
    return Document("d", TEXT, said, discard)


def scored(document: Document, *said: Said) -> dict[str, float]:
    return attribution.figures(attribution.tallies([document], {"d": said}))


def test_brat_gives_the_parts_in_order_with_their_pieces_and_kind(document: Document) -> None:
    direct, indirect = document.said

    assert direct == Said(((0, 10),), ((11, 16),), ((17, 30),), "direct")
    assert indirect == Said(((41, 44),), ((45, 50),), ((31, 39), (52, 62)), "indirect")
    assert document.discard == ((64, 87),)


def test_numbered_contents_belong_to_one_attribution() -> None:
    brat = "T1\tContent 5 7\tx\nT2\tContent 0 4\tx\nE1\tAttribution:T1 Content:T1 Content2:T2\n"

    (said,), _ = polnear.read_annotations(brat, "aaaa bb")

    assert said.content == ((0, 4), (5, 7))


@pytest.mark.parametrize(
    ("text", "kind"),
    [('"Go home"', "direct"), ('to "go home"', "mixed"), ("to go home", "indirect"), ('"never closed', "direct")],
)
def test_a_content_is_direct_mixed_or_indirect_by_its_quoted_words(text: str, kind: str) -> None:
    assert polnear.kind_of(text, polnear.quoted(text), ((0, len(text)),)) == kind


def test_an_open_quotation_mark_ends_with_its_line() -> None:
    assert bytes(polnear.quoted('"a\nb')) == b"\1\1\0\0"


def test_a_folder_gives_the_first_annotator_and_keeps_line_ends(tmp_path: Path) -> None:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a_b.txt").write_bytes(b"One.\r\nTwo.")
    (tmp_path / "attributions" / "a_b_9999.ann").write_text("")
    (tmp_path / "attributions" / "a_b_1111.ann").write_text("T1\tContent 6 9\tTwo\nE1\tAttribution:T1 Content:T1\n")

    (found,) = polnear.load(tmp_path)

    assert (found.name, found.text, len(found.said)) == ("a_b", "One.\r\nTwo.", 1)


def test_gold_against_itself_gives_100(document: Document) -> None:
    found = scored(document, *document.said)

    assert found.pop("recall mixed") == 0  # there is none
    assert set(found.values()) == {100.0}


def test_nothing_found_gives_0(document: Document) -> None:
    assert set(scored(document).values()) == {0.0}


def test_half_of_the_content_and_one_word_of_the_source_make_a_link(document: Document) -> None:
    # "We go": 2 of the 3 words; "Rosa": 1 of 2. One of one found is right, one of two expected is found.
    found = scored(document, Said(((0, 4),), (), ((17, 23),)))

    assert (found["LINK precision"], found["LINK recall"], found["LINK"], found["LINKX"]) == (100.0, 50.0, 66.7, 0.0)
    assert (found["source overlap"], found["source exact"]) == (66.7, 0.0)
    assert (found["recall direct"], found["recall indirect"]) == (100.0, 0.0)
    assert found["content tok"] == 44.4  # 2 right of 2, of 7: P 1, R 2/7


def test_another_source_breaks_the_link_but_not_the_recall_of_the_content(document: Document) -> None:
    found = scored(document, Said(((41, 44),), (), ((17, 30),)))

    assert (found["LINK"], found["recall direct"]) == (0.0, 100.0)


def test_a_mark_counts_in_a_cue_and_nowhere_else(document: Document) -> None:
    found = scored(document, Said((), ((15, 16),), ((17, 18),)))

    assert found["cue overlap"] == 66.7  # the colon of "said:"; a lone quotation mark is no content


def test_what_the_annotators_set_aside_does_not_count_against_precision(document: Document) -> None:
    found = scored(document, *document.said, Said((), (), ((75, 86),)))

    assert found["LINK precision"] == 100.0


def test_a_gold_attribution_is_met_once(document: Document) -> None:
    found = scored(document, *document.said, document.said[0])

    assert (found["LINK precision"], found["LINK recall"]) == (66.7, 100.0)


def test_matching_takes_the_best_first() -> None:
    values: dict[Any, float] = {(0, 0): 0.6, (0, 1): 0.5, (1, 0): 0.9, (1, 1): 0.0}

    assert attribution.matched([0, 1], [0, 1], lambda f, g: values[f, g]) == [(1, 0), (0, 1)]


def test_what_a_peer_answers_is_read_as_pieces() -> None:
    assert attribution.said_by_peer([{"source": [[0, 4]], "content": [[5, 9]]}]) == [Said(((0, 4),), (), ((5, 9),))]
