"""Readings that are kept between runs of the benchmarks, in the folder that SAYSO_BENCH_KEEP names; else none.

A reading is found again by its text, its steps, and a digest of the program's source and of the model's files, so a
change of either reads anew. Whoever sets the folder empties it.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import sayso
from benchmarks import feed
from benchmarks.task import Record
from sayso.lang import load_language
from sayso.nlp.files import model_folder
from sayso.values.json import reading_from_json, reading_to_json
from sayso.values.reading import Reading

FOLDER: Final = "SAYSO_BENCH_KEEP"
READS: Final = ("extract", "lang", "nlp", "read", "run", "text", "values", "world")  # folders of the source that count
AT_ONCE: Final = 16  # texts that are read before what came of them is kept


def readings(records: Iterable[Record], *, only: Sequence[str]) -> dict[str, Reading]:
    """Id of a record -> its Reading in English, as `feed.readings` gives it; kept ones are not read again."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return feed.readings(records, only=only, language="en")
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    out: dict[str, Reading] = {}
    new: list[tuple[Record, Path]] = []
    for record in records:
        head = hashlib.sha256("\0".join([program(), *only, record["id"], record["text"]]).encode())
        path = place / f"{head.hexdigest()}.json"
        if path.exists():
            out[record["id"]] = reading_from_json(path.read_bytes())
        else:
            new.append((record, path))
    for start in range(0, len(new), AT_ONCE):
        part = new[start : start + AT_ONCE]
        found = feed.readings((record for record, _ in part), only=only, language="en")
        for record, path in part:
            if record["id"] in found:
                beside = path.with_suffix(".part")
                beside.write_bytes(reading_to_json(found[record["id"]]))
                beside.replace(path)
        out |= found
    return out


@functools.cache
def program() -> str:
    """A digest of the source that reads and of the model's files, by their sizes and times of writing."""
    root = Path(sayso.__file__).parent
    total = hashlib.sha256()
    for path in sorted(path for name in READS for path in (root / name).rglob("*.py")):
        total.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    for path in sorted(model_folder(load_language("en").model).rglob("*")):
        if path.is_file():
            held = path.stat()
            total.update(f"{path.name} {held.st_size} {held.st_mtime_ns}".encode())
    return total.hexdigest()
