"""Make the other forms of the example case: the same eight reports as PDF, mail, web archive and feed.

usage: python tools/example_originals.py           write examples/tarn-bridge/other-forms/
       python tools/example_originals.py --check   exit 1 where a file there is not what this makes

The same bytes on every machine: dates, ids and boundaries are fixed, and no library is used whose output may change
with its version (gzip is written as stored blocks, PDF object by object).
"""

from __future__ import annotations

import binascii
import csv
import html
import io
import json
import quopri
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
CASE: Final = ROOT / "examples" / "tarn-bridge"
ORIGINALS: Final = CASE / "originals"
OUT: Final = CASE / "other-forms"
FETCHED: Final = "2031-05-14T09:00:00Z"  # the day of the crawl, of the printing: later than every report
PAPER: Final = (595, 842)  # A4 in points
# Advance widths of Helvetica, characters 32 to 126, in thousandths of its size: Adobe's metrics of the standard fonts.
WIDTHS: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip


def build() -> dict[str, bytes]:
    """Name -> bytes of each file of the folder."""
    about = _about()
    herald, later = "1-ostrany-herald.txt", "7-ostrany-herald.txt"
    return {
        "meta.csv": _meta(about).encode("utf-8"),
        "1-ostrany-herald.pdf": pdf(_text(herald), title=about[herald]["title"], date="20310502"),
        "2-5-velmar-courier.rss": feed(
            "Velmar Courier", "https://velmar-courier.example/", [_courier(about), _courier_later()]
        ),
        "3-6-isles-broadcasting.warc.gz": web_archive(
            ["3-isles-broadcasting.html", "6-isles-broadcasting.html"],
            ["https://isles-broadcasting.example/world/tarn-bridge-exiles-deny",
             "https://isles-broadcasting.example/world/counting-heads"],
        ),
        "4-front-bulletin.eml": mail(
            _text("4-front-bulletin.txt"), sender="Voice of Tarn <bulletin@voice-of-tarn.example>",
            subject=about["4-front-bulletin.txt"]["title"], date="Mon, 05 May 2031 07:30:00 +0200",
        ),
        "7-ostrany-herald.pdf": pdf(_text(later), title=about[later]["title"], date="20310511", columns=2),
        "8-lower-tarn-lantern.json": json_feed(
            about["8-interview.txt"]["outlet"], "https://lower-tarn-lantern.example/",
            title=about["8-interview.txt"]["title"], text=_text("8-interview.txt"), date="2031-05-13T06:00:00Z",
        ),
    }  # fmt: skip


def _about() -> dict[str, dict[str, str]]:
    with (ORIGINALS / "meta.csv").open(encoding="utf-8", newline="") as stream:
        return {row["path"]: row for row in csv.DictReader(stream)}


def _meta(about: dict[str, dict[str, str]]) -> str:
    """Outlet, date and title of the PDFs, and the outlet of the mail: what these cannot say themselves."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("path", "outlet", "published", "title"))
    for name in ("1-ostrany-herald", "7-ostrany-herald"):
        row = about[f"{name}.txt"]
        writer.writerow((f"{name}.pdf", row["outlet"], row["published"], row["title"]))
    writer.writerow(("4-front-bulletin.eml", about["4-front-bulletin.txt"]["outlet"], "", ""))
    return out.getvalue()


def _text(name: str) -> str:
    return (ORIGINALS / name).read_text(encoding="utf-8")


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


# PDF 1.4: one font, no compression


def pdf(text: str, *, title: str, date: str, columns: int = 1) -> bytes:
    """A printed page or more: the title large, the paragraphs in one or two columns, each page's number at its foot.

    date   YYYYMMDD, for the document's own note of when it was made
    """
    pages = list(_pages(_paragraphs(text), title, columns))
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawing in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAPER[0]} {PAPER[1]}] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n".encode() + drawing + b"\nendstream")
    objects.append(f"<< /Title ({_escaped(title)}) /CreationDate (D:{date}080000Z) >>".encode("cp1252"))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{table}\n%%EOF\n".encode())


def _pages(paragraphs: list[str], title: str, columns: int) -> Iterator[bytes]:
    """The drawing instructions of each page."""
    size, pitch, edge, gap = 11.0, 14.5, 56.0, 24.0
    width = (PAPER[0] - 2 * edge - gap * (columns - 1)) / columns
    drawn: list[str] = []
    top = PAPER[1] - 72.0
    for line in _wrapped(title, 18.0, PAPER[0] - 2 * edge):
        drawn.append(_line(line, edge, top, 18.0))
        top -= 23.0
    top -= 12.0
    lines = [line for paragraph in paragraphs for line in (*_wrapped(paragraph, size, width), "")]
    page, column, y = 1, 0, top
    for line in lines:
        if y < 72.0:
            column, y = column + 1, top
            if column == columns:
                yield _drawing([*drawn, _line(str(page), PAPER[0] / 2, 28.0, 9.0)])
                drawn, page, column, top = [], page + 1, 0, PAPER[1] - 72.0
                y = top
        if line:
            drawn.append(_line(line, edge + column * (width + gap), y, size))
            y -= pitch
        else:
            y -= pitch * 0.6
    yield _drawing([*drawn, _line(str(page), PAPER[0] / 2, 28.0, 9.0)])


def _wrapped(text: str, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and _width(longer) * size / 1000 > width:
            yield line
            longer = word
        line = longer
    yield line


def _width(text: str) -> int:
    return sum(WIDTHS[ord(character) - 32] for character in text)


def _line(text: str, x: float, y: float, size: float) -> str:
    return f"/F1 {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm ({_escaped(text)}) Tj"


def _drawing(lines: list[str]) -> bytes:
    return "\n".join(("BT", *lines, "ET")).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


# mail


def mail(text: str, *, sender: str, subject: str, date: str) -> bytes:
    """A mail as most programs send them: the text, the same as HTML, and a picture that nobody reads."""
    paragraphs = "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in _paragraphs(text))
    page = f"<html><body>\n{paragraphs}</body></html>\n"
    head = (
        f"From: {sender}\nTo: press@lower-tarn-lantern.example\nSubject: {subject}\nDate: {date}\n"
        "Message-ID: <214@voice-of-tarn.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="outer-214"\n\n'
        '--outer-214\nContent-Type: multipart/alternative; boundary="inner-214"\n\n'
    )
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
    parts = [
        head,
        _part("inner-214", 'text/plain; charset="utf-8"', text),
        _part("inner-214", 'text/html; charset="utf-8"', page),
        "--inner-214--\n\n--outer-214\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        'Content-Disposition: attachment; filename="masthead.png"\n\n'
        f"{binascii.b2a_base64(picture).decode()}\n--outer-214--\n",
    ]
    return "".join(parts).encode("ascii").replace(b"\n", b"\r\n")


def _part(boundary: str, kind: str, text: str) -> str:
    body = quopri.encodestring(text.encode("utf-8")).decode("ascii")
    return f"--{boundary}\nContent-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n\n{body}\n"


# web archive


def web_archive(names: list[str], addresses: list[str]) -> bytes:
    """A crawl: a note on itself, a request and a response for each page, and a picture; a gzip member each."""
    note = b"software: none\r\nformat: WARC File Format 1.0\r\n"
    records = [_record("warcinfo", note, "application/warc-fields", 0)]
    for number, (name, address) in enumerate(zip(names, addresses, strict=True), start=1):
        host, _, path = address.removeprefix("https://").partition("/")
        asked = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
        page = (ORIGINALS / name).read_bytes()
        kind = "application/http; msgtype="
        records.append(_record("request", asked, f"{kind}request", 10 * number, address))
        records.append(_record("response", _answer(page, "text/html"), f"{kind}response", 10 * number + 1, address))
    picture = _answer(b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "image/png")
    address = "https://isles-broadcasting.example/logo.png"
    records.append(_record("response", picture, "application/http; msgtype=response", 90, address))
    return b"".join(map(gzipped, records))


def _answer(body: bytes, kind: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _record(kind: str, block: bytes, media: str, number: int, address: str = "") -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {FETCHED}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def gzipped(data: bytes) -> bytes:
    """A gzip member that stores its data as it is (RFC 1951, 3.2.4), so that no version of zlib can change it."""
    out = bytearray(b"\x1f\x8b\x08\0\0\0\0\0\0\xff")
    pieces = [data[at : at + 65_535] for at in range(0, len(data), 65_535)] or [b""]
    for number, piece in enumerate(pieces, start=1):
        out += struct.pack("<BHH", number == len(pieces), len(piece), 0xFFFF ^ len(piece)) + piece
    return bytes(out + struct.pack("<II", binascii.crc32(data), len(data)))


# feeds


def _courier(about: dict[str, dict[str, str]]) -> tuple[str, str, str, str, str]:
    name = "2-velmar-courier.txt"
    address = "https://velmar-courier.example/2031/05/03/envoy-camp"
    return "courier-2031-05-03-envoy", about[name]["title"], address, "Sat, 03 May 2031 05:00:00 GMT", _text(name)


def _courier_later() -> tuple[str, str, str, str, str]:
    record = json.loads(_text("5-velmar-courier.jsonl"))
    return record["id"], record["title"], record["url"], "Wed, 07 May 2031 05:00:00 GMT", record["text"]


def feed(title: str, address: str, entries: list[tuple[str, str, str, str, str]]) -> bytes:
    """RSS 2.0 with the whole text of each entry: (id, title, address, date, text)."""
    items = "".join(
        f'<item>\n<guid isPermaLink="false">{given}</guid>\n<title>{html.escape(name, quote=False)}</title>\n'
        f"<link>{link}</link>\n<pubDate>{date}</pubDate>\n<description><![CDATA["
        + "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in _paragraphs(text))
        + "]]></description>\n</item>\n"
        for given, name, link, date, text in entries
    )
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n<title>{title}</title>\n'
    about = f"<link>{address}</link>\n<description>{title}: all reports</description>\n<language>en</language>\n"
    return f"{head}{about}{items}</channel>\n</rss>\n".encode()


def json_feed(outlet: str, address: str, *, title: str, text: str, date: str) -> bytes:
    """JSON Feed 1.1 with one item, its text as it is."""
    item = {"id": f"{address}8", "url": f"{address}8", "title": title, "date_published": date, "content_text": text}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet, "home_page_url": address, "language": "en"}
    return json.dumps({**feed, "items": [item]}, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    made = build()
    if "--check" in arguments:
        held = {path.name: path.read_bytes() for path in OUT.iterdir()} if OUT.is_dir() else {}
        wrong = sorted(name for name in made.keys() | held.keys() if made.get(name) != held.get(name))
        print("\n".join(f"{name} is not what the script makes" for name in wrong) or "as the script makes them")
        return 1 if wrong else 0
    OUT.mkdir(exist_ok=True)
    for name, data in made.items():
        (OUT / name).write_bytes(data)
    print(f"{OUT.relative_to(ROOT)}: {len(made)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
