"""Names as they are looked up, and the digests under which the gazetteer keeps them."""

from __future__ import annotations

import functools
import re
import unicodedata
from operator import mul
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
KEY_BITS: Final = 40
LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"}
)
DROPPED: Final = re.compile(r"[.'’‘`ʻʼʿʾ´′]")
SPACED: Final = re.compile(r"[-/‐‑–—_,&\s]+")
# What names of places are written with, in English and French, and how the gazetteer has it; part of its digests.
SHORT: Final = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mtn": "mountain"}


@functools.lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """Return a name as it is looked up: lower case, no accents, points or apostrophes, spaces for hyphens.

    "St." and the like are written out at its start.

    >>> normal("Saint-Denis"), normal("St. Denis"), normal("Ra’s al Khaymah"), normal("Şırnak")
    ('saint denis', 'saint denis', 'ras al khaymah', 'sirnak')
    """
    if name.isascii():
        folded = name.lower()
    else:
        spread = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
        folded = "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold().translate(LETTERS)
    words = SPACED.sub(" ", DROPPED.sub("", folded)).split()
    if len(words) > 1 and words[0] in SHORT:
        words[0] = SHORT[words[0]]
    return " ".join(words)


def _powers() -> list[int]:
    held = [1]
    while len(held) < MOST_BYTES:
        held.append(held[-1] * BASE & MASK)
    return held


BASE: Final = 0x9E3779B97F4A7C15  # odd, and its bits look like chance (2**64 by the golden ratio)
MASK: Final = (1 << 64) - 1
MOST_BYTES: Final = 256
CHUNK: Final = 8192  # names whose digests are worked out at once: what fits into a processor's cache
POWERS: Final = _powers()


def digest(key: str) -> int:
    """Return the 40 bits under which a normal name is kept: a polynomial in its bytes, mixed.

    >>> digest("tehran") == int(chief_digests(np.frombuffer(b"Tehran", dtype=np.uint8))[0])
    True
    """
    total: int = sum(map(mul, key.encode("utf-8", "replace"), POWERS)) & MASK
    return ((total ^ total >> 32) * BASE & MASK) >> 64 - KEY_BITS


def _table() -> npt.NDArray[np.uint8]:
    table = np.arange(256, dtype=np.uint8)
    table[65:91] += 32
    table[list(b"-/_,&")] = 32
    table[list(b".'`")] = 0
    return table


def chief_digests(names: npt.NDArray[np.uint8]) -> Ints:
    """Return the digests of all names of a file at once, as far as lower case and marks make a name normal.

    names   UTF-8, a line end between two
    Returns one digest a name, (names,) int64. It differs from digest(normal(name)) if a name has accents, "St." or
    the like; for those the build script keeps the right one.
    """
    spelled = _table()[np.append(names, np.uint8(10))]
    spelled = spelled[spelled != 0]
    ends = np.flatnonzero(spelled == 10)
    starts = np.concatenate(([0], ends[:-1] + 1))
    spelled[ends] = 0
    powers = np.array(POWERS, dtype=np.uint64)
    total = np.zeros(len(starts), dtype=np.uint64)
    for first in range(0, len(starts), CHUNK):
        some, past = starts[first : first + CHUNK], ends[first : first + CHUNK] + 1
        letters = spelled[some[0] : past[-1]]
        place = np.arange(some[0], past[-1], dtype=np.int32) - np.repeat(some, past - some).astype(np.int32)
        summands = powers[np.minimum(place, MOST_BYTES - 1)]
        summands *= letters
        total[first : first + CHUNK] = np.add.reduceat(summands, some - some[0])
    total = (total ^ (total >> np.uint64(32))) * np.uint64(BASE)
    out: Ints = (total >> np.uint64(64 - KEY_BITS)).astype(np.int64)
    return out
