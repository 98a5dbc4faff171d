"""Templates: every word is escaped, and what turns the direction of writing or cannot be seen is shown as its code.

A template writes what a report says by `{{ words }}` alone. Marks that sayso itself puts around words are made with
`markupsafe`, never by joining strings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup, escape

from sayso.values.case import Hit
from sayso.web.shown import address

HERE: Final = Path(__file__).resolve().parent
# Control characters but for tabs and line ends, what no display shows, and what turns the direction of a whole line.
# The marks of direction (U+200E, U+200F, U+061C), which texts in Arabic and Hebrew need, stay.
HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
MAX_CELL: Final = 400  # characters of a cell of a table
MAX_ASKED: Final = 300  # characters of a name in an address
MARKS: Final = re.compile('["*\u201c\u201d\u201e]|[\x00-\x1f]')
MARKING: Final = {tag: (Markup(f"<{tag}>"), Markup(f"</{tag}>")) for tag in ("mark", "b", "i", "ins", "del", "u")}
# put together with "+", which escapes what is no Markup; `format` does the same, ten times slower
BDI, BDI_END = Markup('<bdi dir="auto">'), Markup("</bdi>")
TIME, TIME_WORDS, TIME_END = Markup('<time datetime="'), Markup('">'), Markup("</time>")
NOTHING: Final = Markup("")
WORDLIKE: Final = re.compile(r"[^\W_]")


def plain(text: str) -> str:
    r"""Text from a report as a page can show it: what is hidden is written as its code.

    >>> plain("a\u202eb\x00"), plain("a\r\nb")
    ('a[U+202E]b[U+0000]', 'a\nb')
    """
    if not HIDDEN.search(text):
        return text
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.replace("\r\n", "\n"))


def finish(value: Any) -> Any:
    """What a template writes for a value: nothing for None, numbers with their thousands parted, words made plain."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    return value


def bdi(text: str | None) -> Markup:
    """A name or the like, kept from turning the words around it."""
    return BDI + plain(text) + BDI_END if text else NOTHING


def day(value: str | None) -> Markup:
    """A date, for programs and for people; a small script writes it as the reader's country does."""
    text = (value or "")[:10]
    if not text:
        return NOTHING
    shown = escape(plain(text))
    return TIME + shown + TIME_WORDS + shown + TIME_END


def between(earliest: str | None, latest: str | None) -> Markup:
    """The days between which something is; an open end is told in words."""
    if not earliest and not latest:
        return Markup('<span class="none">no date told</span>')
    if earliest == latest:
        return day(earliest)
    if not latest:
        return Markup("{} or later").format(day(earliest))
    if not earliest:
        return Markup("{} or earlier").format(day(latest))
    return Markup("{} to {}").format(day(earliest), day(latest))


def short(text: str | None, width: int = MAX_CELL) -> str:
    """The head of a text, with "…" where it goes on."""
    text = text or ""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def number(value: float | None) -> str:
    """A number for people: thousands parted, no useless digits.

    >>> number(3400.0), number(0.25), number(None)
    ('3,400', '0.25', '')
    """
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def marked(text: str, parts: Iterable[tuple[str, str]]) -> Markup:
    """A sentence with words of it marked: (words, tag), each at the first place where they stand.

    >>> marked("Terzo said it rained.", [("said", "i"), ("it rained", "mark")])
    Markup('Terzo <i>said</i> <mark>it rained</mark>.')
    """
    found: list[tuple[int, int, str]] = []
    for words, tag in parts:
        for piece in words.split(" … "):
            at = text.find(piece) if piece else -1
            if at >= 0:
                found.append((at, at + len(piece), tag))
    return marked_at(text, found)


def marked_at(text: str, places: Iterable[tuple[int, int, str]]) -> Markup:
    """A text with stretches of it in tags; of two that lie over each other the wider one is marked."""
    out, position = [], 0
    for start, end, tag in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < position or start >= end:
            continue
        opened, closed = MARKING[tag]
        out += [escape(plain(text[position:start])), opened, escape(plain(text[start:end])), closed]
        position = end
    return Markup("".join([*out, escape(plain(text[position:]))]))  # each piece is escaped or a tag of ours


@lru_cache(maxsize=4096)
def asked(name: str | None) -> str:
    """A name as it can be asked for: without the marks that mean something in a question, "" if no word is left.

    >>> asked('the "Front*"'), asked("—")
    ('the Front', '')
    """
    words = " ".join(MARKS.sub(" ", name or "").split())[:MAX_ASKED]
    return words if WORDLIKE.search(words) else ""


def snippet(hit: Hit) -> Markup:
    """The stretch of a report that a search shows, with the words found marked."""
    inside = ((start - hit.start, end - hit.start, "mark") for start, end in hit.matches)
    return marked_at(hit.snippet, ((a, b, tag) for a, b, tag in inside if a >= 0 and b <= len(hit.snippet)))


@cache
def static_version() -> str:
    """A digest of all that lies in static/: it stands in their addresses, so that no browser mixes two versions."""
    held = hashlib.sha256()
    for path in sorted((HERE / "static").iterdir()):
        held.update(path.read_bytes())
    return held.hexdigest()[:12]


@cache
def environment() -> jinja2.Environment:
    """The templates. A name that a template writes and nobody gives is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
        finalize=finish, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals |= {"address": address, "static": lambda name: f"/static/{static_version()}/{name}"}
    made.filters |= {
        "bdi": bdi, "day": day, "short": short, "num": number, "marked": marked, "marked_at": marked_at, "plain": plain,
        "parts": parts, "asked": asked, "snippet": snippet,
    }  # fmt: skip
    made.globals["between"] = between
    return made


def parts(chain: str) -> list[str]:
    """The voices of a chain that a row holds in words."""
    return [name for name in chain.split(" > ") if name]


def draw(template: str, context: Mapping[str, Any]) -> str:
    """The page."""
    return environment().get_template(template).render(context)
