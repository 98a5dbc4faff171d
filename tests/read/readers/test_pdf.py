"""PDFs that no browser printed: order of columns, tables, turned pages, odd fonts, hyphens, and what is broken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_pdf import HELVETICA, Piece, bomb, encrypted, make_pdf, words_at

from sayso.errors import ReadError
from sayso.read import Failure, Original, Read
from sayso.read.readers.pdf import read
from sayso.read.readers.pdf.layout import assemble, in_reading_order
from sayso.read.readers.pdf.lines import Glyph, Line, lines_of, turned
from sayso.read.worker import Limits, Worker
from sayso.values.report import Report

LEFT = ["The envoy said on Friday", "that the camp would be", "closed before summer and", "that nobody had to fear",
        "for his life. He spoke", "after a visit of one hour", "to the gate. A guard had", "counted forty people."]  # fmt: skip
MIDDLE = ["A spokesman for the UN", "called this a promise on", "paper. The mission had", "asked for three months,",
          "and was given thirty days", "by the ministry. It will", "count again next week,", "as it did in spring."]  # fmt: skip
RIGHT = ["Residents have their own", "view of the matter. Some", "have left by night, they", "say, and some were sent",
         "away in the morning. The", "road to the north is now", "watched by police, who", "let nobody pass it."]  # fmt: skip


def report_of(data: bytes) -> Report:
    (found,) = read(Original("a.pdf", data=data))
    assert isinstance(found, Read)
    check_boxes(found.report, data)
    return found.report


def check_boxes(report: Report, data: bytes) -> None:
    """What the page shows inside a line's box is what the line says."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for start, length, number, left, bottom, right, top in report.boxes:
        textpage = document[number].get_textpage()
        # a strip along its middle: what stands above and below touches the box
        across, up = (-1, 3) if right - left > top - bottom else (3, -1)
        cut = textpage.get_text_bounded(left + across, bottom + up, right - across, top - up)
        letters = ["".join(c for c in text if c.isalnum()) for text in (report.text[start : start + length], cut)]
        assert letters[0] == letters[1]
        textpage.close()
    document.close()


def rows(*columns: Sequence[str], left: float = 50, width: float = 170, top: float = 700) -> list[Piece]:
    """Lines of columns, row after row across them."""
    return [
        (left + width * place, top - 12 * number, words)
        for number, row in enumerate(zip(*columns, strict=True))
        for place, words in enumerate(row)
    ]


@pytest.mark.parametrize("columns", [(LEFT,), (LEFT, MIDDLE), (LEFT, MIDDLE, RIGHT)])
def test_columns_come_one_after_the_other_though_drawn_in_rows(columns: tuple[list[str], ...]) -> None:
    title: list[Piece] = [(50, 750, "A heading that goes across all of the columns of this page, as they do")]
    report = report_of(make_pdf([words_at([*title, *rows(*columns)])]))
    assert " ".join(report.text.split()) == " ".join([title[0][2], *(line for column in columns for line in column)])


def test_a_table_stays_in_rows() -> None:
    cells = [["Camp", "May", "June"], ["Tarn Bridge", "3,400", "3,150"], ["Sorvane", "210", "195"], ["Haldmark", "41", "40"]]  # fmt: skip
    pieces = rows(*zip(*cells, strict=True))
    report = report_of(make_pdf([words_at([(50, 760, "People counted by the mission this year:"), *pieces])]))
    assert report.text.split("\n\n")[1] == "\n".join("\t".join(row) for row in cells)


@pytest.mark.parametrize(
    ("page", "matrix", "place"),
    [
        ("", "1 0 0 1", lambda x, y: (x, y)),
        ("/Rotate 90", "0 1 -1 0", lambda x, y: (595 - y, x)),
        ("/Rotate 270", "0 -1 1 0", lambda x, y: (y, 842 - x)),
        ("/Rotate 180", "-1 0 0 -1", lambda x, y: (595 - x, 842 - y)),
        ("", "0 1 -1 0", lambda x, y: (595 - y, x)),
    ],
)
def test_a_turned_page_is_read_as_it_is_seen(page: str, matrix: str, place) -> None:
    pieces = [(*place(100, 500 - 12 * number), words) for number, words in enumerate(LEFT)]
    report = report_of(make_pdf([words_at(pieces, matrix=matrix)], page=page))
    assert report.text == " ".join(LEFT)


def test_words_up_the_side_of_a_page_come_after_its_text() -> None:
    content = words_at(rows(LEFT)) + b"\n" + words_at([(30, 100, "Scanned by the archive")], matrix="0 1 -1 0")
    assert report_of(make_pdf([content])).text == " ".join(LEFT) + "\n\nScanned by the archive"


def test_words_that_are_parted_by_gaps_alone_are_parted() -> None:
    content = (
        b"BT /F 10 Tf 50 700 Td [(The)-250(camp)-240(of)-300(T)20(arn)-260(Bridge)-250(w)10(as)-250(closed.)] TJ ET"
    )
    assert report_of(make_pdf([content])).text == "The camp of Tarn Bridge was closed."


def test_letters_of_a_font_of_its_own_are_read_by_their_meaning() -> None:
    table = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfchar <61> <FB01> <62> <006E> <63> <0064> endbfchar endcmap end end"""
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table)
    font = HELVETICA.replace(b">>", b"/ToUnicode 5 0 R >>")
    made = make_pdf([b"BT /F 10 Tf 50 700 Td (abc) Tj ET"], font=font, others=[stream])
    assert report_of(made).text == "find"


def test_letters_without_a_meaning_are_a_failure_and_no_report() -> None:
    table = (
        b"/CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <21> <7e> <E021> endbfrange"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table)
    font = HELVETICA.replace(b">>", b"/ToUnicode 5 0 R >>")
    with pytest.raises(ReadError, match="fonts do not say which letters they draw.*OCR"):
        list(read(Original("a.pdf", data=make_pdf([words_at([(50, 700, "abc def")])], font=font, others=[stream]))))


def test_what_comes_again_in_the_margins_is_left_out() -> None:
    def page(number: int, lines: list[str]) -> bytes:
        ends = [(50, 780, f"The Valley Post, 3 May 2031, page {number}"), (290, 20, str(number))]
        return words_at([*ends, *rows(lines)])

    report = report_of(make_pdf([page(1, LEFT), page(2, MIDDLE), page(3, RIGHT)]))
    assert " ".join(report.text.split()) == " ".join(LEFT + MIDDLE + RIGHT)


def test_the_title_of_the_document_is_that_of_the_report() -> None:
    report = report_of(make_pdf([words_at(rows(LEFT))], info="/Title (Camp \\(closed\\)) /Author (Ana Brandt)"))
    assert (report.title, report.byline, report.media) == ("Camp (closed)", "Ana Brandt", "application/pdf")


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (b"<FEFFD800>", None),
        (b"<FEFFD8000041>", None),
        (b"<FEFF0041D83D>", None),
        (b"<FEFF004100000042>", "A B"),
        (b"[1 2]", None),
        (b"(a\\000b)", "a b"),
    ],
)
def test_a_title_that_is_odd_costs_no_report(title: bytes, read: str | None) -> None:
    data = make_pdf([words_at(rows(LEFT))], info="/Title (XXXX) /Author (Ana Brandt)").replace(b"(XXXX)", title)
    report = report_of(data)
    assert (report.title, report.byline) == (read, "Ana Brandt") and report.text


HYPHENATED = ["The inter-", "national commit-", "tee met twice in the capi-", "tal, co-", "chaired by two long-", "serving lawyers who have been serving long"]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a high-", "profile case"], "a high-profile case"),  # few hyphens: they were typed
        (["the al-", "Sharabi family, aged 25-", "40"], "the al-Sharabi family, aged 25-40"),
        (["an inter\u2010", "national case of high-", "profile"], "an international case of high-profile"),
        (HYPHENATED, "The international committee met twice in the capital, cochaired by two long-serving lawyers who have "
         "been serving long"),
        (["to co-", "operate, as we cooperate"], "to cooperate, as we cooperate"),
        (["they left -", "and came back"], "they left - and came back"),
    ],
)  # fmt: skip
def test_a_hyphen_at_the_end_of_a_line_is_kept_where_it_was_typed(lines: list[str], text: str) -> None:
    made = [Line(words, 0, 50, 700 - 12 * n, 250, 710 - 12 * n, 702 - 12 * n, 10) for n, words in enumerate(lines)]
    assert assemble(made)[0] == text


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=12), st.integers(0, 600), st.integers(0, 800), st.integers(0, 3)),
        max_size=30,
    )
)
def test_any_characters_anywhere_give_text_whose_boxes_hold_it_all(pieces: list[tuple[str, int, int, int]]) -> None:
    glyphs = [
        Glyph(c, (x + 5 * i, y - 2, x + 5 * i + 5, y + 8), x + 5 * i, y, 10, turn)
        for words, x, y, turn in pieces
        for i, c in enumerate(words)
    ]
    lines = lines_of(glyphs, 0)
    text, boxes = assemble(in_reading_order(lines))
    held = "".join(text[start : start + length] for start, length, *_ in boxes)
    assert "".join(text.split()) == "".join(held.split())
    assert sorted(c for line in lines for c in line.text if c.isalnum()) == sorted(c for c in text if c.isalnum())
    for line in lines:
        assert turned(line.box, line.turn) == pytest.approx((line.left, line.bottom, line.right, line.top))


# what cannot be read


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (encrypted(), "encrypted PDF"),
        (b"%PDF-1.7\nnothing more", "damaged PDF"),
        (make_pdf([words_at([(50, 700, "word")])])[:300], "damaged PDF|without text"),
        (make_pdf([b"0 0 100 100 re f"]), "without text, of pictures only.*OCR"),
        (make_pdf([b""], pages=5_001), "5,001 pages"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ReadError, match=told):
        list(read(Original("a.pdf", data=data)))


def test_a_pdf_cut_at_any_place_is_read_or_told() -> None:
    data = make_pdf([words_at(rows(LEFT)), words_at(rows(MIDDLE))])
    for cut in range(0, len(data), 97):
        try:
            list(read(Original("a.pdf", data=data[:cut])))
        except ReadError as error:
            assert error.reason


def test_a_pdf_that_unpacks_to_gigabytes_is_stopped_and_the_next_one_is_read() -> None:
    data = bomb(1_000_000_000)
    assert len(data) < 4_000_000
    with Worker(Limits(memory=2**30, seconds=5)) as worker:
        (found,) = worker(Original("bomb.pdf", data=data))
        assert isinstance(found, Failure) and found.reason
        (after,) = worker(Original("a.pdf", data=make_pdf([words_at(rows(LEFT))])))
        assert isinstance(after, Read)
