"""Text that can be shown in any terminal, and text that any database can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
# All but line ends and tabs that a terminal takes for orders, and what turns the direction of a line.
STEERING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
UNSTORABLE: Final = {0: " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def safe(text: str) -> str:
    """Text from a report without what could steer a terminal: control characters and turns of direction are shown.

    >>> safe("a\\x1b[31mb\\n c")
    'a\\\\x1b[31mb c'
    """
    out = []
    for c in " ".join(text.split()):
        if c in BIDI or unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn"):
            out.append(f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}")
        else:
            out.append(c)
    return "".join(out)


def safe_keeping_ends(text: str) -> str:
    """As `safe`, but a space at either end stays one."""
    core = safe(text)
    if not core:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + core + (" " if text[-1].isspace() else "")


def escaped(text: str) -> str:
    """The text with all that steers a terminal as JSON escapes it; JSON stays the same JSON.

    >>> escaped("a\x9b31m")
    'a\\\\u009b31m'
    """
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if STEERING.search(text) else text


def storable(text: str) -> str:
    """The text as any database can hold it, of the same length: a space for NUL, U+FFFD for a lone surrogate.

    >>> storable("a\\0b")
    'a b'
    """
    return text.translate(UNSTORABLE) if "\0" in text or not text.isascii() and _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
