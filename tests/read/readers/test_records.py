import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.read import Failure, LeftOut, Original, Read, read_original
from sayso.read.readers import records
from sayso.values.report import report_id


def lines(data: bytes) -> list[Read | Failure | LeftOut]:
    return list(read_original(Original("x.jsonl", data=data)))


def test_a_line_is_a_report_and_its_fields_tell_of_it():
    line = json.dumps({
        "text": "Terzo “spoke”.\n", "id": "n1", "title": "Gate", "outlet": "Daily", "agency": "OPS",
        "published": "2031-05-04", "url": "https://daily.example/1", "unknown": 3,
    }).encode()  # fmt: skip
    (found,) = lines(line + b"\r\n")
    report = found.report
    assert report.text == "Terzo “spoke”.\n"
    assert report.id == report_id(line, "Daily")
    assert found.data == line
    assert report.paths == ("x.jsonl:1",)
    assert (report.given_id, report.title, report.url, report.published_from) == (
        "n1", "Gate", "https://daily.example/1", "meta",
    )  # fmt: skip
    assert [(credit.agency, credit.span, credit.scope) for credit in report.credits] == [("OPS", None, "report")]


BAD = [
    (b"{not json}", "no JSON"),
    (b'["text"]', "a list, expected an object"),
    (b'{"title": "no words"}', 'no "text"'),
    (b'{"text": 7}', '"text" is a number'),
    (b'{"text": ""}', "empty"),
    (rb'{"text": "a\ud800b"}', "lone surrogate at character 1"),
    (b'{"text": "\xff"}', "no UTF-8"),
    (b"[" * 100_000, "no JSON"),
]


def test_a_bad_line_is_named_with_its_reason_and_the_next_ones_are_read():
    good = b'{"text": "The gate is closed."}'
    found = lines(b"\n".join([line for bad, _ in BAD for line in (bad, good)]))
    assert [f.path for f in found if isinstance(f, Failure)] == [f"x.jsonl:{2 * n + 1}" for n in range(len(BAD))]
    for failure, (_, reason) in zip([f for f in found if isinstance(f, Failure)], BAD, strict=True):
        assert reason in failure.reason
        assert failure.sha256
    assert sum(isinstance(f, Read) for f in found) == len(BAD)


def test_a_line_that_is_too_long_is_passed_over_in_pieces(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(records, "MAX_LINE", 5 * 2**20)
    file = tmp_path / "x.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "One."}\n{"text": "')
        for _ in range(20):
            out.write(b"x" * 2**20)
        out.write(b'"}\n{"text": "Three."}')
    found = list(read_original(Original("x.jsonl", file=file)))
    assert [type(f) for f in found] == [Read, Failure, Read]
    assert (found[1].path, found[1].reason) == ("x.jsonl:2", "a line of over 5 MB")


def test_a_bad_date_is_left_out_and_the_text_is_read():
    (found,) = lines(b'{"text": "The gate.", "published": "last Tuesday"}')
    assert (found.report.published, found.report.published_from) == (None, None)


def test_a_file_without_a_line_fails():
    (found,) = lines(b"\n\n")
    assert found.reason == "no line in it"


texts = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(texts, st.booleans(), st.dictionaries(st.text(max_size=3), st.one_of(st.text(), st.lists(st.text()))))
def test_the_map_leads_from_any_text_to_its_line(text, ascii_only, others):
    line = json.dumps({**others, "text": text, "z": {"text": "no"}}, ensure_ascii=ascii_only).encode("utf-8", "replace")
    if text.isspace():
        return
    (found,) = lines(line)
    report = found.report
    assert report.text == text
    decoded = line.decode()
    for start, original, length in report.map:
        assert decoded[original : original + length] == text[start : start + length]
    if text.isalnum() and text.isascii():
        assert report.map and report.map[0][2] == len(text)


def test_a_text_with_a_nul_comes_back_unchanged() -> None:
    (found,) = lines(rb'{"text": "ab\u0000cd said it rained."}')
    assert isinstance(found, Read)
    assert found.report.text == "ab\0cd said it rained."
