"""HTML as it stands -> its paragraphs, with where each character of them is in the page.

Parsers that make a tree forget the offsets, so this is a scanner of our own: tags, comments, entities, and a stack of
open elements. It is linear in the page, knows no depth at which it breaks, and never fails: what it cannot read as
markup is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

# A tag with its attributes; quoted values may hold ">". A quotation mark opens a value behind "=" only, as in browsers:
# a stray one is passed over (WHATWG, 13.2.5.32 to 39). Possessive, so that it never backtracks.
TAG: Final = re.compile(
    r"<(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
LOOSE_TAG: Final = re.compile(r"<(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>[^>]*+)>")
ATTRIBUTE: Final = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
COMMENT_END: Final = re.compile(r"--!?>")
PIECE: Final = re.compile(
    r"(?P<space>[\s\u00a0]+)|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<nothing>[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]+)"
    r"|[^\s\u00a0&\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x1f\x7f\ud800-\udfff]+|."
)
NOTHING: Final = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
# Elements whose content is no markup and no text of the page.
RAW: Final = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"})
WORD: Final = re.compile(r"\w+")
SILENT: Final = frozenset({"template", "svg", "math", "select", "button", "object", "audio", "video", "canvas", "head",
                           "datalist", "map"})  # fmt: skip
VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
                         "track", "wbr"})  # fmt: skip
INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
     "sup", "time", "tt", "u", "var", "wbr", "img", "input", "picture", "source", "embed", "center"}
)  # fmt: skip
# A start tag that ends an open element of these names (WHATWG, 13.2.6.4.7, the part that pages rely on).
ENDS: Final = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"), "td": ("td", "th"),
               "th": ("td", "th"), "option": ("option",), "body": ("head",)}  # fmt: skip
P_ENDS: Final = frozenset(
    {"p", "div", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "section", "article",
     "aside", "header", "footer", "nav", "main", "figure", "figcaption", "form", "hr", "pre", "address", "fieldset"}
)  # fmt: skip
SENTENCE_END: Final = re.compile(r"[.!?:…][\"”’»)\]]*\s*\Z")


@dataclass(slots=True)
class Element:
    """An open or closed element: its place in the list of elements, its parent's, name and attributes."""

    index: int
    parent: int
    name: str
    attributes: dict[str, str]

    @property
    def marks(self) -> str:
        """Its class, id and role, in lower case, to look for words in."""
        got = self.attributes.get
        return f"{got('class', '')} {got('id', '')} {got('role', '')} {got('itemprop', '')}".lower()


@dataclass(slots=True)
class Block:
    """A paragraph, list item, heading or other stretch of text between two ends of blocks.

    runs    (start in `text`, start in the page, length)
    inside  index of the element that it stands in
    linked  characters of it that are inside links
    """

    text: str
    runs: list[tuple[int, int, int]]
    inside: int
    linked: int = 0


@dataclass(slots=True)
class HtmlPage:
    """What a page holds: its blocks and elements, the content of scripts with linked data, and how deep it nests.

    hidden   words inside elements that are not shown, as dialogs that open later are
    """

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    title: str = ""
    depth: int = 0
    hidden: int = 0

    def ancestors(self, index: int, limit: int = 60) -> Iterator[Element]:
        """The element of this index and those around it, the innermost first; at most `limit` of them."""
        while index >= 0 and limit:
            element = self.elements[index]
            yield element
            index, limit = element.parent, limit - 1


def scan(page: str) -> HtmlPage:
    """The blocks of a page, in order."""
    return _Scanner(page).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.page = HtmlPage([], [Element(0, -1, "#document", {})])
        self.stack = [0]
        self.open: dict[str, int] = {}  # how many elements of a name are open
        self.silent = 0  # elements that are open and whose text counts for nothing
        self.hidden = 0  # those among them that are text for others, and are not shown
        self.links = 0
        self.parts: list[
            tuple[int, int, bool]
        ] = []  # stretches of the page that make the block at hand; inside a link?

    def run(self) -> HtmlPage:
        source, position, bad = self.source, 0, 0
        lowered = source.lower() if len(source) == len(source.lower()) else source
        last = source.rfind(">")  # behind it nothing is a tag
        while True:
            at = source.find("<", position)
            if at < 0 or at > last:
                self._text(position, len(source))
                break
            self._text(position, at)
            if source.startswith("<!--", at):
                end = COMMENT_END.search(source, at + 4)
                position = end.end() if end else len(source)
            elif source.startswith(("<!", "<?"), at):
                end_at = source.find(">", at)
                position = end_at + 1 if end_at >= 0 else len(source)
            else:
                match = TAG.match(source, at) if bad < 20 else None
                if match is None or len(match.group()) > 100_000:
                    bad += 1  # a quote that is never closed is looked for to the end of the page: not often
                    match = LOOSE_TAG.match(source, at)
                if match is None:
                    self._text(at, at + 1)
                    position = at + 1
                    continue
                position = match.end()
                name = match["name"].lower()
                if match["end"]:
                    self._end(name)
                else:
                    attributes = _attributes(match["rest"])
                    self._start(name, attributes, match["rest"].endswith("/"))
                    if name in RAW:
                        end_at = lowered.find(f"</{name}", position)
                        end_at = len(source) if end_at < 0 else end_at
                        self._raw(name, attributes, source[position:end_at])
                        position = end_at
        self._flush()
        return self.page

    def _raw(self, name: str, attributes: dict[str, str], content: str) -> None:
        if name == "script" and "ld+json" in attributes.get("type", "").lower():
            self.page.linked_data.append(content)
        elif name == "title" and not self.page.title:
            self.page.title = " ".join(html.unescape(content).split())

    def _start(self, name: str, attributes: dict[str, str], closed: bool) -> None:
        if name == "br":
            self._break()
            return
        if name not in INLINE:
            self._flush()
        if name in P_ENDS and self.open.get("p"):
            self._close("p", within=("button", "td", "th", "table", "blockquote", "article", "section", "li"))
        if name == "a" and self.open.get("a"):
            self._close("a")
        if name in ENDS:
            for other in ENDS[name]:
                if self.open.get(other):
                    self._close(other, within=("ul", "ol", "dl", "table", "select"))
        element = Element(len(self.page.elements), self.stack[-1], name, attributes)
        self.page.elements.append(element)
        if name in VOID or (closed and name in ("svg", "path")):
            return
        self.stack.append(element.index)
        self.page.depth = max(self.page.depth, len(self.stack))
        self.open[name] = self.open.get(name, 0) + 1
        self._count(element, 1)

    def _end(self, name: str) -> None:
        if name == "br":
            self._break()
        elif self.open.get(name):
            self._close(name)
        elif name == "p":
            self._flush()

    def _close(self, name: str, within: tuple[str, ...] = ()) -> None:
        """Close the innermost element of this name, and what is open inside it; not past an element of `within`."""
        elements = self.page.elements
        if name in INLINE:
            # pages close bold and links across blocks (<b><p>..</b>..</p>): the blocks stay open, as in browsers
            for place in range(len(self.stack) - 1, max(0, len(self.stack) - 500), -1):
                if elements[self.stack[place]].name == name:
                    self.open[name] -= 1
                    self._count(elements[self.stack[place]], -1)
                    del self.stack[place]
                    return
            return
        for place in range(len(self.stack) - 1, 0, -1):
            found = elements[self.stack[place]].name
            if found == name:
                self._flush()
                for index in self.stack[place:]:
                    self.open[elements[index].name] -= 1
                    self._count(elements[index], -1)
                del self.stack[place:]
                return
            if found in within or (within and len(self.stack) - place > 200):
                return

    def _count(self, element: Element, by: int) -> None:
        if element.name == "a" and "href" in element.attributes:
            self.links += by
        if element.name in SILENT:
            self.silent += by
        elif _hidden(element):
            self.silent += by
            self.hidden += by

    def _text(self, start: int, end: int) -> None:
        if start < end and not self.silent:
            self.parts.append((start, end, self.links > 0))
        elif start < end and self.silent == self.hidden:
            self.page.hidden += sum(1 for _ in WORD.finditer(self.source, start, end))

    def _break(self) -> None:
        """A line break: it ends the block where the line before ends a sentence, else it is white space."""
        if self.silent:
            return
        last = next((part for part in reversed(self.parts) if part[1] > part[0]), None)
        ended = last is None or SENTENCE_END.search(self.source, max(last[0], last[1] - 20), last[1])
        if ended or self.parts[-1] == (-1, -1, False):
            self._flush()
        else:
            self.parts.append((-1, -1, False))

    def _flush(self) -> None:
        parts, self.parts = self.parts, []
        if parts:
            block = _assemble(self.source, parts, self.stack[-1])
            if block is not None:
                self.page.blocks.append(block)


def _assemble(source: str, parts: list[tuple[int, int, bool]], inside: int) -> Block | None:
    """The text of some stretches of the page: white space collapsed, entities read, and the runs that are the same."""
    out: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = linked = 0
    pending = -2  # where white space that is still to be written stands; -1 it stands nowhere, -2 there is none
    for start, end, link in parts:
        if start < 0:
            pending = -1 if pending == -2 else pending
            continue
        for match in PIECE.finditer(source, start, end):
            piece, at = match.group(), match.start()
            if match["nothing"]:
                continue
            if match["entity"]:
                piece = NOTHING.sub("", html.unescape(piece))
                at = at if piece == match.group() else -1
                if not piece:
                    continue
            if match["space"] or piece.isspace():
                if pending < 0:
                    pending = at if piece[:1] == " " and at >= 0 else -1
                continue
            if pending != -2:
                if length:
                    length = _put(out, runs, length, " ", pending)
                pending = -2
            length = _put(out, runs, length, piece, at)
            linked += len(piece) if link else 0
    return Block("".join(out), runs, inside, linked) if length else None


def _put(out: list[str], runs: list[tuple[int, int, int]], length: int, piece: str, at: int) -> int:
    if at >= 0:
        if runs and runs[-1][0] + runs[-1][2] == length and runs[-1][1] + runs[-1][2] == at:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + len(piece))
        else:
            runs.append((length, at, len(piece)))
    out.append(piece)
    return length + len(piece)


def _attributes(rest: str) -> dict[str, str]:
    if not rest or rest == "/":
        return {}
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(rest[:20_000]):
        name = match.group(1).lower()
        if name not in found:
            found[name] = html.unescape(match.group(2) or match.group(3) or match.group(4) or "")
    return found


def _hidden(element: Element) -> bool:
    attributes = element.attributes
    if not attributes:
        return False
    style = attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
