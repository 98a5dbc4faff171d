"""``.zip``: the members are read in turn, within a budget."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from sayso.errors import BrokenOriginal, ReadError, TooLarge
from sayso.read.original import Budget, Failure, LeftOut, Original, Read
from sayso.read.unpacking import numbered, unpacked

# Documents that are zip files inside, by a member that each of them has.
OFFICE: Final = {
    "[Content_Types].xml": (
        "an office document (.xlsx, .pptx)",
        "if it is a .docx, name it so; else save it as PDF, HTML or text",
    ),
    "META-INF/container.xml": ("a book", "name it .epub"),
    "META-INF/manifest.xml": (
        "an office document (.ods, .odp)",
        "if it is an .odt, name it so; else save it as PDF, HTML or text",
    ),
    "Index/Document.iwa": ("an office document (.pages, .numbers)", "save it as PDF, HTML or text"),
}


def read(original: Original) -> Iterator[Read | Failure | LeftOut | Original]:
    """The members of a zip file, in its order, ``bundle.zip!/a.html``; a second one of a name becomes ``a#2.html``.

    Folders are passed over; what is hidden, and a kind that no reader knows, is left out after a look at its first
    bytes. A member that is encrypted or damaged is a Failure, and the next ones are read.
    Raises BrokenOriginal (damaged, or an office document), TooLarge.
    """
    budget = original.budget or Budget()
    with original.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BrokenOriginal(f"damaged zip file: {error}", "fetch the file again") from error
        seen: dict[str, int] = {}
        with archive:
            for name in OFFICE:
                if name in archive.NameToInfo:
                    raise BrokenOriginal(f"{OFFICE[name][0]}, which no reader knows", OFFICE[name][1])
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                if entry.filename.startswith("__MACOSX/") or entry.filename.rpartition("/")[2].startswith("."):
                    yield LeftOut(f"{original.path}!/{entry.filename}", "hidden")
                    continue
                budget.member()
                count = seen[entry.filename] = seen.get(entry.filename, 0) + 1
                name = "!/" + (numbered(entry.filename, count) if count > 1 else entry.filename)
                yield from _zipped(original, archive, entry, name, budget)


def _zipped(
    original: Original, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, budget: Budget
) -> Iterator[Failure | LeftOut | Original]:
    try:
        if entry.flag_bits & 1:
            raise BrokenOriginal("encrypted", "unpack it with its password")
        with archive.open(entry) as stream:
            yield from unpacked(original, stream, name, budget, packed=entry.compress_size)
    except TooLarge:
        raise
    except ReadError as error:
        yield Failure.of(original.member(name), error, "zip")
    except NotImplementedError:
        reason = BrokenOriginal("packed or encrypted in a way that is not known here", "unpack it by hand")
        yield Failure.of(original.member(name), reason, "zip")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        what = "its checksum differs" if "CRC" in str(error) else "its head or its data makes no sense"
        broken = BrokenOriginal(f"damaged in the zip file: {what}", "fetch it again")
        yield Failure.of(original.member(name), broken, "zip")
