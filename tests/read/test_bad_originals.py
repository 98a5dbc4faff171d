"""Originals that are broken or mean harm, each read by the worker: a clear reason, and bounded time and memory."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz import FOOLISH

from sayso.read import Failure, Original, Read, read_paths
from sayso.read.dates import iso_date
from sayso.read.worker import Limits, Worker

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]

PDF = ROOT / "examples" / "tarn-bridge" / "other-forms" / "1-ostrany-herald.pdf"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(Limits(memory=2**30, seconds=20)) as made:
        yield made


def failure(worker: Worker, name: str, data: bytes) -> Failure:
    began = time.monotonic()
    (found,) = worker(Original(name, data=data, root=name))
    assert isinstance(found, Failure) and found.try_, found
    assert time.monotonic() - began < 60
    return found


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer\n<< /Size %d /Root 1 0 R %%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, len(out),
    )  # fmt: skip


def test_an_encrypted_pdf_says_so(worker: Worker) -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] " % (
        b"11" * 32,
        b"22" * 32,
    )
    data = pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>").replace(b"%s", lock)
    assert "encrypted" in failure(worker, "a.pdf", data).reason


@pytest.mark.parametrize("cut", [0.02, 0.3])
def test_a_pdf_cut_before_its_text_is_a_failure(worker: Worker, cut: float) -> None:
    data = PDF.read_bytes()
    assert "PDF" in failure(worker, "a.pdf", data[: int(len(data) * cut)]).reason


def test_a_pdf_that_says_it_has_a_million_pages_is_stopped_or_read_small(worker: Worker) -> None:
    data = PDF.read_bytes().replace(b"/Count 1 ", b"/Count 1000000 ")
    began = time.monotonic()
    (found,) = worker(Original("a.pdf", data=data, root="a.pdf"))
    assert isinstance(found, Read) or "pages" in found.reason
    assert time.monotonic() - began < 60


def test_a_stream_that_expands_without_end_is_bounded(worker: Worker) -> None:
    engine = zlib.compressobj(9)
    packed = b"".join(engine.compress(b" " * 2**20) for _ in range(400)) + engine.flush()
    data = pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ).replace(b"%s", b"")  # fmt: skip
    found = failure(worker, "a.pdf", data)
    assert "more than 1,024 MB" in found.reason or "over 20 s" in found.reason or "without text" in found.reason


def test_a_year_that_programs_write_who_know_none_is_no_date() -> None:
    assert iso_date("0001-01-01T00:00:00Z") is None


def test_a_feed_with_numbers_of_no_sense_is_read_or_says_so(worker: Worker) -> None:
    item = (
        "<item><description>Rain.</description><pubDate>Fri, 02 May 99999999999999999999 10:00:00 GMT</pubDate></item>"
    )
    data = f"<rss version='2.0'><channel><title>Daily</title>{item}</channel></rss>".encode()
    (found,) = worker(Original("a.rss", data=data, root="a.rss"))
    assert isinstance(found, Read) or "makes no sense" in found.reason


def test_a_json_feed_in_another_charset_is_read(worker: Worker) -> None:
    data = '{"items": [{"content_text": "The caf\u00e9 is closed."}]}'.encode("cp1252")
    (found,) = worker(Original("a.json", data=data, root="a.json"))
    assert isinstance(found, Read) and "café" in found.report.text


def test_a_page_of_frames_names_the_pages_that_it_shows(worker: Worker) -> None:
    data = b"<html><frameset cols='20%,80%'><frame src='menu.html'><frame src='main.html'></frameset></html>"
    found = failure(worker, "a.html", data)
    assert "frames" in found.reason and "menu.html, main.html" in found.try_


def test_two_figures_are_a_year_in_the_dates_of_feeds() -> None:
    assert iso_date("Fri, 02 May 31 10:00:00 GMT") == "2031-05-02T10:00:00Z"


NEWS = os.environ.get("SAYSO_DATA")


@pytest.mark.skipif(not NEWS, reason="SAYSO_DATA names no folder with news/")
@pytest.mark.parametrize("kind", ["warc", "feeds", "html/pages"])
def test_every_real_original_gives_reports_or_a_clear_reason(kind: str) -> None:
    found = list(read_paths([f"{NEWS}/news/{kind}"]))
    failures = [item for item in found if isinstance(item, Failure)]
    assert found and not [item for item in failures if FOOLISH.search(item.reason) or not item.try_]
