"""Archives, mails, feeds and web archives: good ones, broken ones, and ones that mean harm."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from sayso.read import Failure, Read, read_paths
from sayso.read.original import Budget
from sayso.read.readers import warc

TEXT = "The envoy told reporters on Monday that the camp would be closed before the summer.\n"
PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Camp to close</title></head><body><article><h1>Camp to "
    "close</h1><p>The envoy told reporters on Monday that the camp would be closed before the summer.</p><p>The ministry "
    "denied it, and a spokeswoman said that nobody had left the camp since the second of May.</p></article></body></html>"
)


def read(*paths: Path) -> tuple[list[Read], list[Failure]]:
    found = list(read_paths(map(str, paths)))
    return [f for f in found if isinstance(f, Read)], [f for f in found if isinstance(f, Failure)]


def names(reads: list[Read]) -> list[str]:
    return [
        r.report.paths[0].rpartition("/")[2] if "!" not in r.report.paths[0] else r.report.paths[0].partition("!")[2]
        for r in reads
    ]


def zipped(path: Path, members: list[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a"])
def test_a_gzip_file_keeps_its_own_path_and_its_kind_is_told_by_the_name_inside(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress((PAGE if "html" in name else TEXT).encode()))
    (found,), failures = read(file)
    assert not failures and found.report.paths == (str(file),)
    assert found.report.media == ("text/html" if "html" in name else "text/plain")
    if "html" not in name:
        assert found.report.text == TEXT


def test_lines_of_a_gzip_file_are_named_by_the_file_that_can_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"text": "It rained."}\n{"text": "It poured."}\n'))
    reads, _ = read(file)
    assert [found.report.paths for found in reads] == [(f"{file}:1",), (f"{file}:2",)]


def test_several_gzip_streams_in_a_row_are_one_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(TEXT.encode()) + gzip.compress(b"More.\n"))
    (found,), _ = read(file)
    assert found.report.text == TEXT + "More.\n"


@pytest.mark.parametrize("cut", [5, 20, -1])
def test_a_gzip_file_that_ends_in_the_middle_is_a_failure(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(TEXT.encode())[:cut])
    reads, (failure,) = read(file)
    assert not reads and "ends in the middle" in failure.reason


def test_a_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"0" * 12_000_000))
    reads, (failure,) = read(file)
    assert not reads and "bomb" in failure.reason


def test_the_members_of_a_zip_file_are_read_in_its_order_and_pictures_passed_over(tmp_path: Path) -> None:
    file = zipped(tmp_path / "b.zip", [("z.txt", TEXT.encode()), ("a.html", PAGE.encode()), ("c.png", b"\x89PNG...")])
    reads, failures = read(file)
    assert names(reads) == ["/z.txt", "/a.html"] and not failures


def test_names_that_would_climb_out_are_only_names(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    members = [("../../evil.txt", TEXT.encode()), ("/etc/evil.txt", (TEXT + "2").encode())]
    reads, failures = read(zipped(inside / "b.zip", members))
    assert len(reads) == 2 and not failures
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["b.zip"]
    assert not Path("/etc/evil.txt").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_a_name_is_told_apart(tmp_path: Path) -> None:
    file = zipped(tmp_path / "b.zip", [("a.txt", TEXT.encode()), ("a.txt", b"Something else.")])
    reads, _ = read(file)
    assert names(reads) == ["/a.txt", "/a#2.txt"]


def test_a_zip_bomb_is_stopped_and_what_came_before_stays(tmp_path: Path) -> None:
    file = zipped(tmp_path / "b.zip", [("a.txt", TEXT.encode()), ("b.txt", b"0" * 12_000_000)])
    reads, (failure,) = read(file)
    assert names(reads) == ["/a.txt"] and "bomb" in failure.reason


def test_containers_inside_containers_end_at_the_third(tmp_path: Path) -> None:
    data = TEXT.encode()
    for depth in range(5):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("a.txt" if depth == 0 else "inner.zip", data)
        data = held.getvalue()
    file = tmp_path / "b.zip"
    file.write_bytes(data)
    reads, (failure,) = read(file)
    assert not reads and "containers" in failure.reason


def test_a_damaged_member_fails_alone(tmp_path: Path) -> None:
    file = zipped(tmp_path / "b.zip", [("a.txt", TEXT.encode() * 3), ("b.txt", b"It rained in the north.")])
    data = bytearray(file.read_bytes())
    data[60] ^= 0xFF
    file.write_bytes(bytes(data))
    reads, (failure,) = read(file)
    assert names(reads) == ["/b.txt"] and failure.path.endswith("!/a.txt")


def test_a_budget_counts_members_and_bytes() -> None:
    budget = Budget(size=10, members=1)
    budget.member()
    with pytest.raises(Exception, match="members"):
        budget.member()
    with pytest.raises(Exception, match="GB"):
        budget.add(11, packed=11, out=11)


def mail(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ida Brenn <ida@front.example>"
    message["Subject"] = "Camp to close"
    message["Date"] = "Fri, 02 May 2031 10:00:00 +0200"
    message.set_content(parts.get("plain", TEXT))
    return message


def test_a_mail_gives_its_body_sender_and_date(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(mail().as_bytes())
    (found,), _ = read(file)
    report = found.report
    assert report.text.strip() == TEXT.strip()
    assert (report.title, report.byline, report.published) == (
        "Camp to close",
        "Ida Brenn",
        "2031-05-02T10:00:00+02:00",
    )


def test_attachments_of_a_mail_are_members(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(mail(plain="An older letter about the camp."), filename="old.eml")
    file = tmp_path / "a.eml"
    file.write_bytes(message.as_bytes())
    reads, failures = read(file)
    assert [r.report.paths[0].partition("a.eml")[2] for r in reads] == ["", "!/page.html", "!/old.eml"] and not failures


def test_a_mail_of_a_thousand_parts_is_read(tmp_path: Path) -> None:
    message = mail()
    for number in range(1000):
        message.add_attachment(
            f"Note {number} on the camp.".encode(), maintype="text", subtype="plain", filename=f"{number}.txt"
        )
    file = tmp_path / "a.eml"
    file.write_bytes(message.as_bytes())
    reads, failures = read(file)
    assert len(reads) == 1001 and not failures


def test_what_is_no_mail_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(b"\n\nno head here\n")
    reads, (failure,) = read(file)
    assert not reads and "no mail" in failure.reason


RSS = """<?xml version="1.0"?>{dtd}<rss version="2.0"><channel><title>Daily</title>
<item><title>Camp to close</title><link>https://daily.example/1</link><pubDate>Fri, 02 May 2031 10:00:00 GMT</pubDate>
<description>{body}</description></item></channel></rss>"""


def test_an_entry_of_a_feed_has_the_feeds_name_and_its_own_date(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(RSS.format(dtd="", body=TEXT))
    (found,), _ = read(file)
    report = found.report
    assert (report.outlet, report.title, report.published_from) == ("Daily", "Camp to close", "feed")
    assert report.published is not None and report.published.startswith("2031-05-02")


def test_an_entity_from_outside_is_never_fetched(tmp_path: Path, network: list[str]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    dtd = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y SYSTEM "http://evil.example/">]>'
    file = tmp_path / "feed.xml"
    file.write_text(RSS.format(dtd=dtd, body="It rained. &x; &y;"))
    reads, failures = read(file)
    assert "secret words" not in "".join(r.report.text for r in reads) + "".join(f.reason for f in failures)
    assert network == []


def test_a_feed_of_entities_that_grow_is_stopped_or_read_small(tmp_path: Path) -> None:
    entities = '<!ENTITY a "lol lol lol lol lol lol lol lol lol lol">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    file = tmp_path / "feed.xml"
    file.write_text(RSS.format(dtd=f"<!DOCTYPE rss [{entities}]>", body="&i;"))
    reads, failures = read(file)
    assert all(len(r.report.text) < 1_000_000 for r in reads) and len(reads) + len(failures) == 1


def test_a_json_feed_is_read(tmp_path: Path) -> None:
    file = tmp_path / "feed.json"
    item = {"id": "1", "content_text": TEXT, "title": "Camp", "date_published": "2031-05-02T10:00:00Z"}
    file.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "items": [item]}))
    (found,), _ = read(file)
    assert (found.report.outlet, found.report.given_id) == ("Daily", "1")


def record(body: bytes, *, address: str = "https://daily.example/1", kind: str = "text/html; charset=utf-8") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-09T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_page_of_a_web_archive_has_its_address_and_not_the_day_of_fetching(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / ("a.warc.gz" if pack is gzip.compress else "a.warc")
    file.write_bytes(pack(record(PAGE.encode())) + pack(record(b"\x89PNG", kind="image/png")))
    (found,), failures = read(file)
    assert (found.report.url, found.report.published) == ("https://daily.example/1", None) and not failures
    assert "!@" in found.report.paths[0]


def test_a_web_archive_cut_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    one, two = record(PAGE.encode()), record(PAGE.replace("Monday", "Friday").encode())
    file.write_bytes(one + two[:150])
    reads, failures = read(file)
    (failure,) = failures
    assert len(reads) == 1 and "a damaged record" in failure.reason and failure.try_


def test_a_web_archive_without_pages_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.warc"
    file.write_bytes(record(b"\x89PNG", kind="image/png"))
    reads, (failure,) = read(file)
    assert not reads and "none of them a page" in failure.reason


def test_what_stands_behind_a_damaged_record_is_read(tmp_path: Path) -> None:
    pages = [record(PAGE.replace("Monday", day).encode()) for day in ("Monday", "Friday", "Sunday")]
    for pack, name in ((bytes, "a.warc"), (gzip.compress, "a.warc.gz")):
        packed = [pack(page) for page in pages]
        packed[1] = b"xxxxxxxxx" + packed[1][9:] if pack is bytes else packed[1][:60] + packed[1][80:]
        file = tmp_path / name
        file.write_bytes(b"".join(packed))
        reads, (failure,) = read(file)
        assert [("Monday" in r.report.text, "Sunday" in r.report.text) for r in reads] == [(True, False), (False, True)]
        assert "a damaged record" in failure.reason


def test_an_archive_gzipped_as_a_whole_is_unpacked_first(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(gzip.compress(record(PAGE.encode()) + record(PAGE.replace("Monday", "Friday").encode())))
    reads, failures = read(file)
    assert len(reads) == 2 and not failures


@pytest.mark.parametrize("name", ["[Content_Types].xml", "META-INF/container.xml"])
def test_an_office_document_is_called_by_its_name(tmp_path: Path, name: str) -> None:
    file = zipped(tmp_path / "a.zip", [(name, b"<x/>"), ("xl/workbook.xml", b"<x/>")])
    reads, (failure,) = read(file)
    assert "no reader knows" in failure.reason and failure.try_


def test_what_a_container_holds_and_nobody_reads_is_told_and_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = b"\x89PNG\r\n" + bytes(5_000_000)
    file = zipped(tmp_path / "b.zip", [("a.txt", TEXT.encode()), ("c.png", picture), ("__MACOSX/._a.txt", b"\0\5")])
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="d.png")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    taken: list[int] = []
    monkeypatch.setattr(Budget, "add", lambda self, unpacked, **others: taken.append(unpacked))
    left: list[str] = []
    found = list(read_paths([str(file), str(tmp_path / "a.eml")], on_left_out=lambda out: left.append(out.path)))
    assert [path.partition("!/")[2] for path in left] == ["c.png", "__MACOSX/._a.txt", "d.png"]
    assert all(isinstance(f, Read) for f in found) and max(taken) < 1000


def test_lines_of_a_mail_that_flow_are_one(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(
        b"Subject: x\r\nContent-Type: text/plain; format=flowed\r\n\r\nThe envoy said \r\nthat the camp would close.\r\n"
        b"\r\nNobody left.\r\n-- \r\nIda\r\n"
    )
    (found,), _ = read(file)
    assert found.report.text == "The envoy said that the camp would close.\n\nNobody left.\n--\nIda\n"


class Backwards(warc._Records):
    """Counts places as warcio does where a line unpacks to far more than it takes: before the place where it began."""

    offset = property(
        lambda self: max(0, self.__dict__["at"] - 300), lambda self, at: self.__dict__.__setitem__("at", at)
    )


@pytest.mark.parametrize("length", ["none", "-1", "9" * 25])
def test_a_web_archive_whose_places_run_backwards_comes_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: str
) -> None:
    monkeypatch.setattr(warc, "_Records", Backwards)
    file = tmp_path / "a.warc"
    bad = re.sub(rb"(?m)^Content-Length: \d+", b"Content-Length: " + length.encode(), record(b"It rained."))
    file.write_bytes(record(b"It rained.", kind="text/plain") + bad + record(PAGE.encode()))
    found = list(itertools.islice(read_paths([str(file)]), 50))
    assert len(found) < 10 and any(isinstance(one, Failure) for one in found)


@pytest.mark.parametrize("length", ["9223372036854775808", "99999999999999999999", "-1", "-700", "1e3", ""])
@pytest.mark.parametrize("kind", ["text/html", "image/png"])
def test_a_length_that_lies_is_a_failure_in_words(tmp_path: Path, length: str, kind: str) -> None:
    file = tmp_path / "a.warc"
    bad = re.sub(rb"(?m)^Content-Length: \d+", b"Content-Length: " + length.encode(), record(b"It rained.", kind=kind))
    file.write_bytes(record(PAGE.encode()) + bad + record(PAGE.replace("Monday", "Friday").encode()))
    reads, (failure, *others) = read(file)
    assert "Monday" in reads[0].report.text and "Friday" in reads[-1].report.text and not others
    assert "damaged record" in failure.reason and "Error" not in failure.reason


@pytest.mark.parametrize("kind", ["image/png", "text/html", "text/plain"])
def test_a_record_that_unpacks_without_end_is_stopped(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(gzip.compress(record(PAGE.encode())) + gzip.compress(record(b"0" * 20_000_000, kind=kind)))
    reads, (failure,) = read(file)
    assert len(reads) == 1 and "bomb" in failure.reason
