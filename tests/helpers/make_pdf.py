"""PDFs written by hand, for what no browser prints: odd fonts, turned pages, rows across columns, broken files."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

Piece = tuple[float, float, str]  # left and base line, in points from the lower left corner; the words

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def words_at(pieces: Iterable[Piece], *, size: float = 10, matrix: str = "1 0 0 1") -> bytes:
    """The content of a page that shows words at places, in this order."""
    lines = []
    for left, base, words in pieces:
        shown = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        lines.append(f"BT /F {size} Tf {matrix} {left} {base} Tm (".encode() + shown + b") Tj ET")
    return b"\n".join(lines)


def make_pdf(
    contents: Sequence[bytes], *, font: bytes = HELVETICA, others: Sequence[bytes] = (), page: str = "", trailer: str = "",
    info: str = "", pages: int = 0, packed: bool = False,
) -> bytes:  # fmt: skip
    """A PDF with a page for each content; `others` are further objects, numbered from 5 on.

    page      further entries of each page, such as "/Rotate 90"
    trailer   further entries of the trailer
    pages     number of pages that all show the first content, in place of one for each
    packed    whether the contents are deflated already
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, f"<< {info} >>".encode(), *others]
    packing = b"/Filter /FlateDecode " if packed else b""
    first = len(objects) + 1
    for content in contents:
        objects.append(b"<< " + packing + b"/Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    kids = []
    for number in range(pages or len(contents)):
        shown = first + (0 if pages else number)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {shown} 0 R {page}"
            " /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, held in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def bomb(size: int) -> bytes:
    """A PDF of a few hundred kilobytes whose one page unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    chunk = b"BT /F 9 Tf (bomb) Tj ET " * 40_000
    parts = [packer.compress(chunk) for _ in range(size // len(chunk))]
    return make_pdf([b"".join([*parts, packer.flush()])], packed=True)


def encrypted() -> bytes:
    """A PDF that asks for a password: the digests in it fit none."""
    keys = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>"
    return make_pdf([words_at([(50, 700, "secret")])], trailer=keys + f" /ID [<{'00' * 16}> <{'00' * 16}>]")
