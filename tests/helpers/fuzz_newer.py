"""Fuzzed originals of the kinds that were read later: mails and mailboxes, office documents, books, tar, web archives.

They have mutants of their own (`fuzz.Mutants` of a seed must stay what they were: some of them are kept), and are run
by `python tests/helpers/fuzz.py --newer` and by `assault.py`.
"""

from __future__ import annotations

import gzip
import io
import random
import tarfile

from fuzz import mutated, originals, zipped

TEXT = "The envoy told reporters on Monday that the camp would be closed before the summer.\n"
SECOND = "A spokeswoman, Ida Brenn, denied that anybody had left since the second of May.\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Camp}}\f0 The envoy said that the camp\rquote s gate \u8220?closed\'94.\par It rained.\par}"
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Daily</dc:title>'
    '</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
MAIL = (
    "Subject: Camp\r\nFrom: Ida <ida@front.example>\r\nDate: Fri, 02 May 2031 10:00:00 +0200\r\nContent-Type: text/plain\r\n\r\n"
    + TEXT
).encode()


def packed() -> dict[str, dict[str, bytes]]:
    """Name -> the members of each sound archive; a mutant may have a mutated member, packed soundly."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in (TEXT, SECOND))
    words = f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>'
    lines = f"<text:p>{TEXT}</text:p><text:p>{SECOND}</text:p>"
    content = f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"><office:body><office:text>{lines}</office:text></office:body></office:document-content>'
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Camp</title></head><body><p>{TEXT}</p><p>{SECOND}</p></body></html>'
    return {
        "a.docx": {"[Content_Types].xml": b"<x/>", "word/document.xml": words.encode()},
        "a.odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()},
        "a.epub": {
            "mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER.encode(), "book.opf": OPF.encode(), "a.xhtml": page.encode(),
        },
        "a.tar": {"a.txt": TEXT.encode(), "b.eml": MAIL, "c/d.html": page.encode()},
        "a.tar.gz": {"a.txt": TEXT.encode(), "b.docx": zipped({"word/document.xml": words.encode()})},
    }  # fmt: skip


def bound(name: str, members: dict[str, bytes]) -> bytes:
    """An archive of the kind that its name says."""
    if ".tar" not in name:
        return zipped(members)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member, data in members.items():
            entry = tarfile.TarInfo(member)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(out.getvalue(), mtime=0) if name.endswith(".gz") else out.getvalue()


class NewerMutants:
    """All mutants of a seed, as `fuzz.Mutants` has them of the other kinds."""

    def __init__(self, seed: int, only: str = "") -> None:
        first = originals()
        self.seed, self.packed = seed, packed()
        body = b"From ida@front.example Fri May 02 10:00:00 2031\n" + MAIL.replace(b"\r\n", b"\n") + b"\n"
        found = {
            "a.eml": ("eml", MAIL), "b.eml": first["b.eml"], "a.mbox": ("eml", body * 3), "a.emlx": ("eml", b"%d\n" % len(MAIL) + MAIL),
            "a.rtf": ("txt", RTF), "a.7z": ("zip", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(range(200))), "a.warc": first["a.warc"],
            "a.warc.gz": ("gz", gzip.compress(first["a.warc"][1], mtime=0)),
            **{name: ("zip", bound(name, members)) for name, members in self.packed.items()},
        }  # fmt: skip
        self.sound = {name: held for name, held in found.items() if name.endswith(only)}

    def __getitem__(self, index: int) -> tuple[str, bytes]:
        """Name and bytes of one mutant."""
        chance = random.Random(f"newer/{self.seed}/{index}")
        name = chance.choice(sorted(self.sound))
        kind, data = self.sound[name]
        if name in self.packed and chance.random() < 0.7:
            members = dict(self.packed[name])
            inner = chance.choice(sorted(members))
            members[inner] = mutated(members[inner], "xml", chance)
            if chance.random() < 0.1:
                members[chance.choice(("../a.txt", "/etc/a.txt", "x" * 300, "\u202e.txt"))] = TEXT.encode()
            return name, bound(name, members)
        if name == "a.warc.gz" and chance.random() < 0.6:
            return name, gzip.compress(
                mutated(self.sound["a.warc"][1] if "a.warc" in self.sound else data, "warc", chance), 1, mtime=0
            )
        return name, mutated(data, kind, chance)
