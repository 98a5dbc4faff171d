"""Elements as text: words are escaped, attributes are checked, and how wide a word is on the screen.

Widths are those of DejaVu Sans, which is wider than most fonts: what fits with it fits with the reader's own.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

from markupsafe import Markup

from sayso.web.drawing import plain

NARROW: Final = frozenset("ijlI.,:;'!|()[]ftr- ")
WIDE: Final = frozenset("mwMW@%…—")
ELLIPSIS: Final = "…"
MAX_TITLE: Final = 300  # characters of a title that a pointer shows
# What a line of links may begin with: a place on this server. Two slashes would be another one.
NOT_XML: Final = re.compile("[\ufffe\uffff]")
LOCAL: Final = ("/", "?", "#", ".")


def clean(text: str) -> str:
    """Text from a report on one line, as pages show it, without what XML cannot hold.

    >>> clean("a\\n b\\u202e\\uffff")
    'a b[U+202E]\\ufffd'
    """
    return NOT_XML.sub("\ufffd", plain(" ".join(text.split())))


def words(text: str) -> Markup:
    """Words from a report as markup: escaped.

    >>> words("<b>\\u202e")
    Markup('&lt;b&gt;[U+202E]')
    """
    return Markup(html.escape(clean(text)))


def local(href: str) -> str:
    """The address if it leads to this server, else "": no scheme such as javascript:, no other host.

    >>> local("/account/a1?x=1"), local("//example.org"), local("javascript:alert(1)"), local("/\\\\example.org")
    ('/account/a1?x=1', '', '', '')
    """
    if not href.startswith(LOCAL) or href[:2] in ("//", "/\\") or any(sign.isspace() for sign in href):
        return ""
    return href


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """One element. Children are escaped unless they are Markup; an attribute that is None or "" is left out.

    `class_` is class, and an underscore within a name a hyphen: text_anchor.

    >>> element("text", "a < b", x=3.14159, class_="label", href="javascript:1")
    Markup('<text x="3.1" class="label">a &lt; b</text>')
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        shown = number(value) if isinstance(value, (int, float)) else value
        if key == "href":
            shown = local(shown or "")
        if shown:
            called = {"viewBox": "viewBox"}.get(key, key.rstrip("_").replace("_", "-"))
            parts.append(f' {called}="{html.escape(clean(shown))}"')
    inner = "".join(child if isinstance(child, Markup) else words(child) for child in children)
    parts.append(f">{inner}</{name}>")
    return Markup("".join(parts))


def joined(*parts: str) -> Markup:
    """Pieces of markup one after the other; what is none is escaped."""
    return Markup("".join(part if isinstance(part, Markup) else words(part) for part in parts))


def number(value: float) -> str:
    """A coordinate with at most one digit behind the point.

    >>> number(3.0), number(2.55), number(-0.01)
    ('3', '2.5', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def linked(href: str, title: str, *children: str, class_: str = "") -> Markup:
    """A link around marks, with what it is called for who hears the page; without an address a group with a title."""
    called = shortened(title, MAX_TITLE)
    held = (element("title", called), *children)
    if not local(href):
        return element("g", *held, class_=class_)
    return element("a", *held, href=href, class_=class_, aria_label=called)


def shortened(text: str, most: int) -> str:
    """The text, or its head with an ellipsis, of at most so many characters.

    >>> shortened("the camp", 5)
    'the …'
    """
    plain = " ".join(text[: most + 1].split()) if len(text) > most else " ".join(text.split())
    return plain if len(text) <= most else _head(plain, most - 1) + ELLIPSIS


def fitted(text: str, width: float, size: float = 12) -> str:
    """The text as `clean` gives it, or so much of its head as is no wider than `width` pixels.

    >>> fitted("Ostrany Herald", 60)
    'Ostrany…'
    """
    shown = clean(text[:MAX_TITLE])
    if len(text) <= MAX_TITLE and width_of(shown, size) <= width:
        return shown
    room = width - width_of(ELLIPSIS, size)
    kept = 0.0
    for count, sign in enumerate(shown):
        kept += width_of(sign, size)
        if kept > room:
            return _head(shown, count) + ELLIPSIS
    return shown + ELLIPSIS


def width_of(text: str, size: float = 12) -> float:
    """About how wide a text is, in pixels; rather too wide than too narrow.

    >>> width_of("Ostrany"), width_of("")
    (47.3, 0.0)
    """
    return round(sum(map(_share, text), 0.0) * size, 1)


def _share(sign: str) -> float:
    """How wide a sign is, as a share of the font's size."""
    if sign in NARROW:
        return 0.37
    if sign in WIDE:
        return 0.98
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.05
    return 0.72 if sign.isupper() else 0.62


def _head(text: str, count: int) -> str:
    """The first signs, without a mark that belongs to the next one or a space at the end."""
    cut = text[:count]
    while cut and (unicodedata.combining(text[len(cut) : len(cut) + 1] or " ") or cut[-1] == "\u200d"):
        cut = cut[:-1]
    return cut.rstrip() if cut.rstrip() != cut and len(cut.rstrip()) < count - 3 else cut
