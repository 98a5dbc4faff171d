"""Texts that a regular expression may take long over, made of its own letters.

A pattern is read as `re` reads it. For each part of it that repeats, the text begins with what matches the parts before,
then has what repeats over and over, and ends with a sign that nothing matches; so does the whole of it, over and over.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import sayso
from sayso.lang import load_language

parser: Any = importlib.import_module("re._parser")
END: Final = "\0"
MANY: Final = 40  # repetitions from which a part can be pumped
SPECIAL: Final = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "w", "CATEGORY_NOT_DIGIT": "x",
                  "CATEGORY_NOT_SPACE": "x", "CATEGORY_NOT_WORD": "-"}  # fmt: skip
COMMON: Final = " ", "\t", "\n", "A", "a", ".", "Aa ", "a, ", '"', "- ", "A. "


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern that a module of sayso or the English language holds, by where it stands."""
    for module in pkgutil.walk_packages(sayso.__path__, "sayso."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("sayso"):
            for key, value in sorted(vars(module).items()):
                if not key.startswith("__"):
                    _collect(value, f"{name.removeprefix('sayso.')}.{key}", found)
    _collect(load_language("en"), "en", found)
    return dict(sorted(found.values()))


def _collect(value: Any, where: str, found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]], depth: int = 0) -> None:
    if isinstance(value, re.Pattern):
        found.setdefault((value.pattern, value.flags), (where, value))
    elif depth > 6 or isinstance(value, (str, bytes, int, float)):
        return
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(key, where, found, depth + 1)
            _collect(part, f"{where}.{key}", found, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for number, part in enumerate(value):
            _collect(part, f"{where}.{number}", found, depth + 1)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            _collect(getattr(value, field.name, None), f"{where}.{field.name}", found, depth + 1)


def pumps(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """What a text begins with and what it has over and over, each pair once."""
    parsed = parser.parse(pattern.pattern, pattern.flags & ~re.LOCALE)
    found = dict.fromkeys(("", piece) for piece in COMMON)
    whole = "".join(_sample(parsed))
    for piece in (whole, whole[:-1], whole + " ", whole[::-1]):
        found[("", piece)] = None
    for letter in _letters(parsed):
        found[("", letter)] = None
    for before, piece in _repeated(parsed, ""):
        found[(before, piece)] = None
        found[("", before + piece)] = None
        for joint in (" ", "\n"):
            found[("", before + piece * 3 + joint)] = None
    return [pair for pair in found if pair[1]]


def text_of(pattern: re.Pattern[Any], before: str, piece: str, length: int) -> Any:
    """A text of about so many characters, bytes where the pattern is one of bytes."""
    text = before + piece * (length // len(piece)) + END
    return text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _sample(parts: Any) -> Iterator[str]:
    """A text that the parts match, look-arounds aside."""
    for operation, value in parts:
        name = str(operation)
        if name == "LITERAL":
            yield chr(value)
        elif name == "NOT_LITERAL":
            yield "x" if value != ord("x") else "y"
        elif name == "ANY":
            yield "x"
        elif name == "IN":
            yield _member(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield "".join(_sample(value[2])) * max(1, value[0])
        elif name == "SUBPATTERN":
            yield from _sample(value[3])
        elif name == "ATOMIC_GROUP":
            yield from _sample(value)
        elif name == "BRANCH":
            yield _first("".join(_sample(branch)) for branch in value[1])
        elif name == "GROUPREF_EXISTS":
            yield from _sample(value[1])


def _member(members: Sequence[Any]) -> str:
    """A letter of a class."""
    if str(members[0][0]) == "NEGATE":
        banned = {letter for letter in map(chr, range(32, 127)) if _has(members[1:], letter)}
        return next(letter for letter in "xA7 -.,é’“”" + "".join(map(chr, range(1, 127))) + "☃" if letter not in banned)
    operation, value = members[0]
    name = str(operation)
    return chr(value) if name == "LITERAL" else chr(value[0]) if name == "RANGE" else SPECIAL.get(str(value), "x")


def _has(members: Sequence[Any], letter: str) -> bool:
    for operation, value in members:
        name = str(operation)
        if name == "LITERAL" and value == ord(letter):
            return True
        if name == "RANGE" and value[0] <= ord(letter) <= value[1]:
            return True
        if name == "CATEGORY":
            kind = str(value)
            told = {"DIGIT": letter.isdigit(), "SPACE": letter.isspace(), "WORD": letter.isalnum() or letter == "_"}
            if told[kind.rpartition("_")[2]] != ("NOT" in kind):
                return True
    return False


def _letters(parts: Any) -> Iterator[str]:
    """One letter for each place of a pattern, and all members of its classes that are given one by one."""
    for operation, value in parts:
        name = str(operation)
        if name == "LITERAL":
            yield chr(value)
        elif name == "IN":
            yield _member(value)
            if str(value[0][0]) != "NEGATE":
                yield from (_member([member]) for member in value)
        else:
            for inner in _inner(name, value):
                yield from _letters(inner)


def _inner(name: str, value: Any) -> list[Any]:
    """The parts inside a part."""
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [value[2]]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name == "BRANCH":
        return list(value[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if name == "GROUPREF_EXISTS":
        return [part for part in value[1:] if part]
    return []


def _repeated(parts: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each part that may repeat often: what matches the parts before it, and a piece of what repeats."""
    for operation, value in parts:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[1] >= MANY:
            for piece in dict.fromkeys(["".join(_sample(value[2])), *_letters(value[2])]):
                yield before, piece
        for inner in _inner(name, value):
            yield from _repeated(inner, before)
        before += "".join(_sample([(operation, value)]))
