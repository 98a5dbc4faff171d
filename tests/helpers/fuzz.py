"""Fuzzed originals: damaged copies of small originals of every kind, read through the worker as `sayso read` does.

usage: python tests/helpers/fuzz.py [--count 10000] [--seed 1] [--only KIND] [--newer] [--keep FOLDER]

A seed and an index make one mutant, always the same: ``mutant(seed, index)``. Nothing but the reading is run, no model.
What may come out of a mutant is reports, failures with a reason that a person understands, and what is left out;
what may not is an exception, a dead worker, a file outside of the folder for temporary files, or a connection.
Those that once went wrong are in KEPT and run with the suite. Exit status 1 where anything went wrong.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

from sayso.read import Failure, LeftOut, Original, Read
from sayso.read.worker import Limits, Worker

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "examples" / "tarn-bridge"
# (seed, index) of mutants that once crashed a reader or gave a reason that nobody understands.
KEPT: tuple[tuple[int, int], ...] = tuple((1, index) for index in (
    237, 310, 324, 429, 520, 661, 972, 1129, 1219, 1262, 1268, 1286, 1341, 1356, 1402, 1651, 1732, 1784, 2022,
    2223, 2633, 2886, 2987, 3064, 5072, 5079, 5270, 5277, 5318, 5810, 6027, 6440, 6600, 6883, 6884, 7005,
    7232, 7554, 7624, 7659, 7755, 7942,
    3156, 3281, 3289, 3430, 3761, 4058, 4084, 4241, 4293, 4316, 4361, 4579, 4795, 4917, 4943, 4992, 8027,
    8035, 8105, 8276, 8338, 8458, 8466, 8533, 9131, 9198, 9271, 9395, 9527, 9721, 9845,
))  # fmt: skip
LIMITS = Limits(memory=2 * 2**30, seconds=20)
# What a person cannot do anything with: names of exceptions, memory addresses, code.
FOOLISH = re.compile(
    r"the reader failed with|crashed|Traceback|object at 0x|\bNoneType\b|\bb'|\\x[0-9a-f]{2}|[A-Z]\w+(?:Error|Exception)\b"
)
TOKENS: dict[str, tuple[bytes, ...]] = {
    "txt": (b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\r", b"---\n", b"---\ndate: x\n---\n", b"\xe2\x80\xa8", b"\x1b[31m"),
    "md": (b"---\ntitle: \n---\n", b"# ", b"```", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80"),
    "html": (
        b"<", b"</div>", b"<p>", b"<!--", b"-->", b"<script>", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&#1114112;", b"<frame>",
        b"<base href=//x>", b'<meta charset="utf-16">', b'<meta charset="hz">', b"<table><tr>", b'<script type="application/ld+json">{',
        b"<svg>", b"<template>", b"<title>", b"<p" + b" a" * 500, b"<b>" * 400, b'<time datetime="99999-99-99">',
    ),
    "jsonl": (b"{", b"}", b"[" * 1000, b'"text":', b"\\ud800", b"\\u0000", b"null", b"1e999", b'{"text": 1}\n', b"\n\n", b"\xff"),
    "json": (b"{", b"]", b"[" * 1000, b'"items":', b'"content_html":', b"\\ud800", b"null", b"-", b'"authors":[1],'),
    "pdf": (
        b"endobj", b"stream\n", b"endstream", b"/Kids [2 0 R]", b"/Count 99999999", b"<<", b">>", b"/Encrypt 3 0 R", b"/Length -1",
        b"/Filter /FlateDecode", b"/Parent 2 0 R", b"xref", b"trailer", b"(\\", b"1e38 0 0 1e38 0 0 Tm", b"/MediaBox [0 0 0 0]", b" Tf",
    ),
    "eml": (
        b"\r\n\r\n", b"--outer-214", b"--inner-214--", b"Content-Type: multipart/mixed; boundary=", b"Content-Type: message/rfc822\r\n\r\n",
        b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: x\r\n", b"charset=unknown-8bit", b"=?utf-8?b?////?=",
        b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\n", b"filename*0*=utf-8''%FF", b"format=flowed; delsp=yes", b"From: <", b"Content-Type: ;\r\n",
    ),
    "xml": (
        b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>", b"&y;", b"<item>", b"</channel>", b"<![CDATA[", b"]]>", b"<entry>",
        b"<?xml version='1.0' encoding='utf-7'?>", b"<content type='application/octet-stream'>", b"<pubDate>x</pubDate>", b"\xff", b"&#0;",
        b"<content:encoded>", b"xml:base='http://a.example/'", b"<link href='file:///etc/passwd'/>",
    ),
    "warc": (
        b"WARC/1.0\r\n", b"WARC/9.9\r\n", b"\r\n\r\n", b"Content-Length: -5\r\n", b"Content-Length: 99999999999\r\n", b"HTTP/1.1 200 OK\r\n",
        b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n", b"WARC-Type: resource\r\n", b"HTTP/", b"\0",
        b"Content-Type: \r\n", b"filedesc://x 0.0.0.0 1 text/plain 5\n",
    ),
    "gz": (b"\x1f\x8b\x08\0", b"\x1f\x8b\x08\x04\0\0\0\0\0\xff\xff\xff", b"\0" * 50),
    "zip": (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"\xff\xff\xff\xff", b"../../", b"/etc/", b"\0\0\0\0"),
}  # fmt: skip


def originals() -> dict[str, tuple[str, bytes]]:
    """Name -> (kind whose tokens fit, bytes) of each sound original."""
    other, first = CASE / "other-forms", CASE / "originals"
    text = (first / "4-front-bulletin.txt").read_bytes()
    page = (first / "3-isles-broadcasting.html").read_bytes()
    rss = (other / "2-5-velmar-courier.rss").read_bytes()
    warc = gzip.decompress((other / "3-6-isles-broadcasting.warc.gz").read_bytes())
    mail = (other / "4-front-bulletin.eml").read_bytes()
    pdf = (other / "7-ostrany-herald.pdf").read_bytes()
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Daily</title><entry><id>x:1</id>'
        '<title type="html">The &amp;lt;b&amp;gt;gate</title><updated>2031-05-04T10:00:00Z</updated><author><name>Ida Brenn</name>'
        '</author><link href="https://daily.example/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The envoy '
        "said on Friday that the gate was shut.</p><p>“Nobody left,” said Ida Brenn.</p></div></content></entry></feed>"
    ).encode()
    held = EmailMessage()
    held["Subject"], held["From"], held["Date"] = (
        "Two reports",
        "Ida <ida@front.example>",
        "Fri, 02 May 2031 10:00:00 +0200",
    )
    held.set_content("Both are attached. The envoy said that the camp would close.")
    held.add_attachment(pdf, maintype="application", subtype="pdf", filename="a.pdf")
    held.add_attachment(page, maintype="text", subtype="html", filename="b.html")
    held.set_boundary("=outer=")
    return {
        "a.txt": ("txt", text), "a.md": ("md", b"---\ntitle: The gate\ndate: 2031-05-04\n---\n\n" + text), "a.html": ("html", page),
        "a.jsonl": ("jsonl", (first / "5-velmar-courier.jsonl").read_bytes() * 2), "a.pdf": ("pdf", pdf), "a.eml": ("eml", mail),
        "b.eml": ("eml", held.as_bytes()), "a.rss": ("xml", rss), "a.atom": ("xml", atom),
        "a.json": ("json", (other / "8-lower-tarn-lantern.json").read_bytes()), "a.warc": ("warc", warc),
        "b.warc.gz": ("gz", (other / "3-6-isles-broadcasting.warc.gz").read_bytes()), "a.html.gz": ("gz", gzip.compress(page, mtime=0)),
        "a.zip": ("zip", zipped({"a.txt": text, "b/c.html": page, "d.png": b"\x89PNG", "e.eml": mail})),
        "b.zip": ("zip", zipped({"a.zip": zipped({"f.rss": rss, "g.pdf": pdf}), "h.warc.gz": gzip.compress(warc, mtime=0)})),
    }  # fmt: skip


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 5, 4, 10, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Mutants:
    """All mutants of a seed. The sound originals are made once."""

    def __init__(self, seed: int, only: str = "") -> None:
        self.seed = seed
        self.sound = {name: found for name, found in originals().items() if name.endswith(only)}

    def __getitem__(self, index: int) -> tuple[str, bytes]:
        """Name and bytes of one mutant."""
        chance = random.Random(f"{self.seed}/{index}")
        name = chance.choice(sorted(self.sound))
        kind, data = self.sound[name]
        if kind in ("gz", "zip") and chance.random() < 0.6:
            return name, self._inside(name, chance)
        return name, mutated(data, kind, chance)

    def _inside(self, name: str, chance: random.Random) -> bytes:
        """A sound container with a mutated member, or a strange name of one."""
        if name == "b.warc.gz":
            return gzip.compress(mutated(self.sound["a.warc"][1], "warc", chance), 1, mtime=0)
        if name == "a.html.gz":
            return gzip.compress(mutated(self.sound["a.html"][1], "html", chance), 1, mtime=0)
        members = {}
        for other in chance.sample(sorted(self.sound), chance.randint(1, 3)):
            kind, data = self.sound[other]
            before = chance.choice(("", "", "../", "/etc/", "a/../../", "C:\\", "\u202e", "x" * 300 + "/"))
            members[before + other] = mutated(data, kind, chance)
        data = zipped(members)
        return zipped({"inner.zip": data}) if name == "b.zip" else data


def mutated(data: bytes, kind: str, chance: random.Random) -> bytes:
    """One to six changes: bytes, cuts, doubled and swapped pieces, tokens of the format, numbers."""
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        held = chance.choice(CHANGES)(held, kind, chance)
    return bytes(held)


def _place(held: bytearray, chance: random.Random) -> int:
    """Anywhere; half of the time near the head or the foot, where formats say what they are."""
    near = chance.choice((None, None, 0, -1))
    at = chance.randint(0, len(held)) if near is None else chance.randint(0, min(300, len(held)))
    return len(held) - at if near == -1 else at


def _flip(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    for _ in range(chance.choice((1, 4, 40))):
        if held:
            held[min(_place(held, chance), len(held) - 1)] = chance.randrange(256)
    return held


def _cut(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    return held[: _place(held, chance)] if chance.random() < 0.7 else held[_place(held, chance) :]


def _remove(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    at = _place(held, chance)
    del held[at : at + chance.choice((1, 8, 200))]
    return held


def _double(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    at, length = _place(held, chance), chance.choice((1, 10, 400, len(held)))
    piece = held[at : at + length] * chance.choice((1, 1, 5))
    return held[:at] + piece + held[at:]


def _insert(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    at = _place(held, chance)
    return held[:at] + chance.choice(TOKENS[kind]) * chance.choice((1, 1, 1, 30)) + held[at:]


def _number(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    """Another number where one stands: lengths, counts, dates, references."""
    found = list(re.finditer(rb"\d+", held))
    if not found:
        return _flip(held, kind, chance)
    at = chance.choice(found)
    new = chance.choice((b"0", b"-1", b"1", b"65536", b"4294967296", b"99999999999999999999", at.group() + b"0"))
    return held[: at.start()] + new + held[at.end() :]


def _wide(held: bytearray, kind: str, chance: random.Random) -> bytearray:
    """Another charset, or another end of lines."""
    change = chance.choice(("utf-16", "utf-16-be", "utf-8-sig", "cr", "crlf"))
    if change in ("cr", "crlf"):
        return held.replace(b"\r\n", b"\n").replace(b"\n", b"\r" if change == "cr" else b"\r\n")
    return bytearray(held.decode("latin-1").encode(change))


Change = Callable[[bytearray, str, random.Random], bytearray]
CHANGES: tuple[Change, ...] = (_flip, _cut, _remove, _double, _insert, _insert, _number, _wide)


def faults(worker: Worker, name: str, data: bytes, folder: Path) -> Iterator[str]:
    """What is wrong with how this mutant is read; nothing where all is well."""
    file = folder / name
    file.write_bytes(data)
    try:
        found = list(worker(Original(str(file), file=file, root=str(file))))
    except Exception as error:  # the very thing that is looked for
        yield f"the main process met {type(error).__name__}: {error}"
        return
    finally:
        file.unlink()
    reads = [item for item in found if isinstance(item, Read)]
    if not found:
        yield "nothing came out, not even a failure"
    for item in found:
        if isinstance(item, Failure):
            if FOOLISH.search(item.reason) or not item.reason or not item.reason.isprintable():
                yield f"foolish reason: {item.path}: {item.reason}"
            if len(item.reason) > 300:
                yield f"long reason: {item.reason}"
        elif not isinstance(item, LeftOut) and not item.report.text.strip():
            yield "a report without text"
    yield from (f"bad map of {read.report.paths[0]}" for read in reads if not _map_is_sound(read))
    if [path.name for path in folder.iterdir()]:
        yield f"files were written: {[path.name for path in folder.iterdir()]}"


def _map_is_sound(read: Read) -> bool:
    report = read.report
    if report.charset is None or not report.map:
        return True
    decoded = read.data.decode(report.charset, "replace")
    return all(decoded[o : o + n] == report.text[t : t + n] for t, o, n in report.map)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="first index")
    parser.add_argument("--only", default="", help="end of the names, such as .pdf")
    parser.add_argument("--newer", action="store_true", help="the kinds of fuzz_newer.py instead")
    parser.add_argument("--keep", type=Path, help="put those that go wrong in this folder")
    options = parser.parse_args()
    from fuzz_newer import NewerMutants  # which takes its changes from here

    mutants = (NewerMutants if options.newer else Mutants)(options.seed, options.only)
    bad: Counter[str] = Counter()
    began = time.monotonic()
    with temporary_folder() as folder, Worker(LIMITS) as worker:
        for index in range(options.start, options.start + options.count):
            name, data = mutants[index]
            for fault in faults(worker, name, data, folder):
                bad[name] += 1
                print(f"seed {options.seed}, {index}, {name}: {fault}", flush=True)
                if options.keep:
                    options.keep.mkdir(exist_ok=True)
                    (options.keep / f"{options.seed}-{index}-{name}").write_bytes(data)
    seconds = time.monotonic() - began
    print(f"{options.count} mutants of seed {options.seed}, {sum(bad.values())} faults {dict(bad)}, {seconds:.0f} s")
    return 1 if bad else 0


class temporary_folder:
    """A folder for the mutant at hand, inside one that is the worker's TMPDIR and is looked at, at the end."""

    def __enter__(self) -> Path:
        import tempfile

        self.outer = tempfile.TemporaryDirectory(prefix="fuzz-")
        folder = Path(self.outer.name) / "mutants"
        folder.mkdir()
        self.before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = self.outer.name
        return folder

    def __exit__(self, *error: object) -> None:
        if self.before is None:
            os.environ.pop("TMPDIR")
        else:
            os.environ["TMPDIR"] = self.before
        self.outer.cleanup()


if __name__ == "__main__":
    sys.exit(main())
