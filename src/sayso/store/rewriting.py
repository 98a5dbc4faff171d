"""A reading in other words of the same length: offsets, ids and spans stay, all words that it holds are changed.

Used where names are erased, and where those of private persons are not to be shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Final

from sayso.values.json import reading_from_json, reading_to_json
from sayso.values.reading import Reading

SPAN: Final = ("start", "end", "text")
# What stays as it is: none of it is a word of the report, or a person's.
FIXED: Final = frozenset(
    "about actors addressee anchor basis charset context continues entity event factuality gazetteer holder how id in "
    "inside kind lang manner media mention mentions mod mode near of part_of place published published_from quad "
    "quantities recipients rel role schema sha256 speaker speaker_entity speakers state steps style target time times "
    "type use version via with".split()
)


def rewritten(reading: Reading, text: str, line: Callable[[str, str], str]) -> Reading:
    """The reading over another text of the same length.

    line   changes whatever is no span, by its key: a title, a path, what someone is called
    ValueError where the text has another length.
    """
    if len(text) != len(reading.report.text):
        raise ValueError(f"the new text has {len(text)} characters, the report {len(reading.report.text)}")
    held: dict[str, Any] = json.loads(reading_to_json(reading))
    report = held["report"]
    report["text"] = ""
    changed = _changed(held, "", text, line)
    changed["report"]["text"] = text
    return reading_from_json(json.dumps(changed).encode())


def _changed(value: Any, key: str, text: str, line: Callable[[str, str], str]) -> Any:
    if isinstance(value, dict):
        if all(name in value for name in SPAN):
            return {**value, "text": text[value["start"] : value["end"]]}
        return {name: _changed(held, name, text, line) for name, held in value.items()}
    if isinstance(value, list):
        return [_changed(part, key, text, line) for part in value]
    return line(key, value) if isinstance(value, str) and key not in FIXED else value


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """The text with other words in these ranges, each as long as its range.

    Of ranges that overlap the one that begins first counts, and of those the longest.
    """
    out, position = [], 0
    for start, end, words in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start >= position:
            out += [text[position:start], words[: end - start].ljust(end - start, words[-1:] or " ")]
            position = end
    return "".join([*out, text[position:]])
