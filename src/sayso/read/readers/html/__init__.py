"""``.html``: the main text of a page, paragraph by paragraph, and a map from each character back to the page.

Trafilatura says which words are the article; `markup.scan` says what paragraphs the page has and where each character
of them stands. The text is made of the page's own paragraphs that hold the article's words, so that evidence can be
shown in the original. Sub-headings, block quotations, list items and embedded posts are paragraphs of their own.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.errors import BrokenOriginal, EmptyOriginal
from sayso.read.charset import decode, replaced_notes
from sayso.read.original import Failure, Original, Read, make_read
from sayso.read.readers.html.markup import Block, Element, HtmlPage, scan
from sayso.read.readers.html.metadata import article_body, page_says
from sayso.read.words import text_words
from sayso.text.credits import of_text
from sayso.text.offline import importing
from sayso.values.report import Hints

# libxml2 nests 256 deep and recurses when it copies; the deepest of 69 real pages is 32. Deeper than this, the page is
# read without a tree: markup.scan has no depth at which it breaks.
MAX_DEPTH: Final = 200
MIN_WORDS: Final = 8  # an article of fewer words is none, unless it is a sentence of its own in a feed or mail
MIN_SENTENCE_WORDS: Final = 4
ENOUGH_WORDS: Final = 50  # what trafilatura finds when it is strict is believed from here on
FEW_WORDS: Final = 10  # a menu has more; their loss is not told
KEPT_SHARE: Final = 0.75  # of the words that another way of reading finds; less is said, or mended
META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|"
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
BODY: Final = re.compile(r"<(?:html|body|head|!doctype)\b", re.IGNORECASE)  # what a piece of a page lacks
WORD: Final = re.compile(r"\w+")
PROSE_END: Final = re.compile(r"[.!?…।。؟۔][\"”’»)\]]*\Z")
HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What stands around an article: words of class, id and role, and elements, that mark it.
AROUND: Final = re.compile(
    r"\b(?:nav|navbar|menu|breadcrumb|sidebar|footer|related|recommend\w*|most-?(?:read|popular)|trending|"
    r"promo\w*|newsletter\w*|"
    r"subscri\w*|sign-?up|share|sharing|social|comment\w*|disqus|advert\w*|ads?|sponsor\w*|cookie\w*|consent|"
    r"banner|popup|modal|"
    r"read-?more|more-(?:from|on|stories|in)|tags?|tag-list|taglist|topics|author-(?:bio|info|box|card)|bio|"
    r"byline|timestamp|"
    r"dateline-date|caption|credit|gallery|slideshow|toolbar|print-only|screen-reader-text|visually-hidden|sr-only|"
    r"paywall|outbrain|taboola|widget|teaser|cta|skip|jump-?link|disclaimer|copyright|pagination|pager|"
    r"contentinfo|navigation|"
    r"complementary|search)\b"
)
AROUND_TAGS: Final = frozenset({"nav", "footer", "aside", "form", "figcaption", "address", "menu", "dialog", "figure"})
EMBED: Final = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|fb-post|fb-video|tiktok-embed|bluesky-embed|mastodon-embed|"
    r"reddit-(?:card|embed-bq)|telegram-post|embedded-tweet)\b"
)
logger = logging.getLogger(__name__)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs pages without text as errors; we say so ourselves


def read(original: Original) -> Iterator[Read | Failure | Original]:
    """The one report of a page.

    The charset is the one that the byte order mark, the container or the page declares, else it is guessed. `charset`
    and `map` of the report lead back to the page: ``page[o:o + n] == text[t:t + n]`` in code points.
    Raises EmptyOriginal, BrokenOriginal (no text of an article in it; a NUL) and TooLarge.
    """
    data = original.read()
    if not data.strip():
        raise EmptyOriginal("nothing in it")
    decoded, charset = decode(data, original.charset or declared_charset(data))
    if decoded.count("\0") > len(decoded) / 100:
        raise BrokenOriginal("no page but binary data", "see that the file is whole and has its own name")
    page = scan(decoded)
    said = page_says(page)
    bare = not BODY.search(decoded)
    blocks, most = main_blocks(decoded, page, said, bare=bare)
    text, runs = assemble(blocks)
    if not text:
        frames = [element.attributes.get("src", "") for element in page.elements if element.name == "frame"]
        if frames:
            shown = ", ".join(name for name in frames if name.isprintable())[:200]
            raise BrokenOriginal("a page of frames, without text of its own", f"give the pages that it shows: {shown}")
        raise BrokenOriginal(
            "no text of an article in this page", "save the page with its text, or give the text as .txt"
        )
    found = of_text(text, text_words().credits)
    own = said.over(found.hints)
    made = make_read(
        original, text, data, own=own, credits=found.credits, dateline=found.dateline, media="text/html",
        charset=charset, runs=runs,
    )  # fmt: skip
    made = replace(made, notes=replaced_notes(decoded, data, charset))
    kept = len(WORD.findall(text))
    whole = most + page.hidden
    if kept < KEPT_SHARE * whole and kept < whole - FEW_WORDS:
        hidden = f", which hides {page.hidden:,} of them" if page.hidden else ""
        made = replace(made, notes=(*made.notes, f"kept {kept:,} of {whole:,} words of the page{hidden}"))
    yield made


def declared_charset(data: bytes) -> str | None:
    """The charset that a page declares in its first 4096 bytes."""
    match = META_CHARSET.search(data[:4096])
    return (match.group(1) or match.group(2)).decode("ascii") if match else None


def assemble(blocks: list[Block]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The text of some blocks, a blank line between two, and the map from it to the page."""
    out: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for block in blocks:
        if length:
            length += 2
        runs += [(length + text_start, start, size) for text_start, start, size in block.runs]
        length += len(block.text)
        out.append(block.text)
    return "\n\n".join(out), tuple(runs)


def main_blocks(decoded: str, page: HtmlPage, said: Hints, *, bare: bool = False) -> tuple[list[Block], int]:
    """Return the blocks of a page that are its article, in order, and the most words that another way of reading finds.

    What trafilatura finds when it is strict counts, unless much more running text is lost than is kept: then what it
    finds when it is not, or what the page itself marks as the article. Embedded posts are joined to one block each.
    bare   the page is a piece of one, as feeds and mails hold it, or holds a few sentences: all of its prose counts
    """
    strict, loose = _extracted(decoded, page, precise=True), _extracted(decoded, page, precise=False)
    usual = strict if len(_words(strict)) >= ENOUGH_WORDS else loose
    body = article_body(page).splitlines()
    if not usual and len(_words(body)) >= ENOUGH_WORDS:
        usual = body
    plain = [block for block in page.blocks if not _is_around(page, block) and block.linked < 0.3 * len(block.text)]
    usual = usual or [block.text for block in plain if len(block.text) > 80]
    kept = _article(page, said, _match(page, usual))
    for other in (_marked(page), _match(page, loose), _match(page, body)):
        if _prose_words(page, chosen := _article(page, said, other)) > _prose_words(page, kept) / KEPT_SHARE:
            kept = chosen
    if _count(kept) < ENOUGH_WORDS:
        kept = [block for block in kept if not _is_around(page, block)]
    if _count(kept) < MIN_WORDS:
        kept = _short(page, said, plain, bare=bare)
    running = [block for block in page.blocks if _is_running(block)]
    return kept, max(_count(running), len(_words(loose)))


def _article(page: HtmlPage, said: Hints, numbers: set[int]) -> list[Block]:
    """The blocks of these numbers, with what lies between them and without titles, stock phrases and loose headings."""
    chosen = _fill(page, {number for number in numbers if not _is_in(page, page.blocks[number], "h1")})
    return _join_embeds(page, _cut_ends(page, _without_titles(page, said, [page.blocks[n] for n in sorted(chosen)])))


def _without_titles(page: HtmlPage, said: Hints, blocks: list[Block]) -> list[Block]:
    titles = {_key(title) for title in (said.title, page.title) if title}
    return [
        block for block in blocks if not _is_title(page, block, titles) and not text_words().stock.match(block.text)
    ]


def _short(page: HtmlPage, said: Hints, plain: list[Block], *, bare: bool) -> list[Block]:
    """The sentences of a page that holds few words; [] if it holds none, or more beside them that are no prose."""
    blocks = _without_titles(page, said, [block for block in plain if not _is_in(page, block, "h1")])
    if bare:
        return blocks if _count(blocks) else [block for block in plain if WORD.search(block.text)]
    kept = [block for block in blocks if PROSE_END.search(block.text) and _count([block]) >= MIN_SENTENCE_WORDS]
    return kept if _count(kept) >= MIN_WORDS else []


def _marked(page: HtmlPage) -> set[int]:
    """The blocks inside the elements that the page marks as the body of its article (schema.org, microdata)."""
    inside = {
        element.index for element in page.elements if element.attributes.get("itemprop", "").lower() == "articlebody"
    }
    if not inside:
        return set()
    return {
        number
        for number, block in enumerate(page.blocks)
        if not _is_around(page, block) and any(e.index in inside for e in page.ancestors(block.inside, limit=40))
    }


def _words(lines: list[str]) -> list[str]:
    return [word for line in lines for word in WORD.findall(line)]


def _count(blocks: list[Block]) -> int:
    return len(_words([block.text for block in blocks]))


def _prose_words(page: HtmlPage, blocks: list[Block]) -> int:
    """How many words stand in running text, which no list of links, menu or caption is."""
    return _count([block for block in blocks if _is_prose(block) and not _is_around(page, block)])


def _extracted(decoded: str, page: HtmlPage, *, precise: bool) -> list[str]:
    """The paragraphs of the article as trafilatura finds them; [] if it finds none or cannot be run."""
    if page.depth > MAX_DEPTH:
        return []
    with importing():
        import trafilatura

    try:
        found = trafilatura.bare_extraction(
            decoded, include_comments=False, favor_precision=precise, with_metadata=False
        )
    except Exception as error:  # it promises no list of what it may raise
        logger.info("trafilatura failed with %s", type(error).__name__)
        return []
    return [line for line in (getattr(found, "text", None) or "").splitlines() if line.strip()]


def _match(page: HtmlPage, wanted: list[str]) -> set[int]:
    """Which blocks hold the wanted words: by runs of three words, each of which counts as often as it is wanted."""
    words = [WORD.findall(line.lower()) for line in wanted]
    pool: Counter[tuple[str, ...]] = Counter()
    for line in words:
        pool.update(_shingles(line))
    lines = Counter(tuple(line) for line in words)
    chosen: set[int] = set()
    order = sorted(range(len(page.blocks)), key=lambda n: (_is_around(page, page.blocks[n]), n))
    for number in order:
        block = page.blocks[number]
        have = WORD.findall(block.text.lower())
        if not have:
            continue
        if len(have) < 3:
            if lines[tuple(have)] > 0:
                lines[tuple(have)] -= 1
                chosen.add(number)
            continue
        shingles = _shingles(have)
        hits = sum(pool[shingle] > 0 for shingle in shingles)
        if hits >= 0.7 * len(shingles):
            pool.subtract(shingles)
            chosen.add(number)
    return chosen


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False)) if len(words) > 2 else [tuple(words)]


def _fill(page: HtmlPage, chosen: set[int]) -> set[int]:
    """Mend the choice by the page's elements: sub-headings, quotations and posts between chosen blocks come in, and the
    opening paragraph under the title; what lies far from the others goes out."""
    if not chosen:
        return chosen
    inside = {number: {e.index for e in page.ancestors(page.blocks[number].inside, limit=40)} for number in chosen}
    counts = Counter(index for indices in inside.values() for index in indices)
    # the innermost element that holds most of the article: elements are numbered in the order of their start tags
    trunk = max((index for index, count in counts.items() if count >= 0.7 * len(chosen)), default=0)
    chosen = _near(page, chosen, {number for number in chosen if trunk in inside[number]})
    homes = Counter(_home(page, page.blocks[number]) for number in chosen)
    main = {home for home, count in homes.items() if count >= max(2, 0.2 * len(chosen))}
    first, last = min(chosen), max(chosen)
    title = max((number for number in range(first) if _is_in(page, page.blocks[number], "h1")), default=first)
    out = set(chosen)
    for number in range(title, last + 1):
        block = page.blocks[number]
        if number in chosen or _is_around(page, block) or text_words().stock.match(block.text):
            continue
        if number < first and not (len(block.text) >= 60 and _is_prose(block)):
            continue
        around = {element.index for element in page.ancestors(block.inside, limit=40)}
        if _embed_of(page, block) is not None:
            out.add(number)
        elif main & around:
            if block.linked <= 0.6 * len(block.text):
                out.add(number)
        elif (trunk in around or number < first) and len(block.text) >= 40 and _is_prose(block):
            out.add(number)
    return out


def _near(page: HtmlPage, chosen: set[int], held: set[int]) -> set[int]:
    """The chosen blocks without those that stand outside the article's element and ten blocks or more away from it."""
    if not held:
        return chosen
    first, last = min(held), max(held)
    return {number for number in chosen if first - 10 < number < last + 10}


def _is_prose(block: Block) -> bool:
    return bool(PROSE_END.search(block.text)) and block.linked < 0.3 * len(block.text)


def _is_running(block: Block) -> bool:
    """Whether a block reads as text, wherever on the page it stands: another extractor may well take it."""
    return block.linked < 0.3 * len(block.text) and (len(_words([block.text])) >= FEW_WORDS or _is_prose(block))


def _is_in(page: HtmlPage, block: Block, name: str) -> bool:
    return any(element.name == name for element in page.ancestors(block.inside, limit=4))


def _home(page: HtmlPage, block: Block) -> int:
    """The element that holds a block's paragraph: the parent of its innermost element that is no wrapper of words."""
    elements = page.ancestors(block.inside)
    inner = next(elements)
    while inner.name in ("span", "b", "strong", "em", "i", "a", "font", "p", "li", "ul", "ol", "blockquote", *HEADINGS):
        following = next(elements, None)
        if following is None:
            break
        inner = following
    return inner.index


def _is_around(page: HtmlPage, block: Block) -> bool:
    """Whether a block stands in an element that is marked as menu, related stories, caption and the like."""
    for element in page.ancestors(block.inside, limit=8):
        if element.name in ("article", "main", "body", "html") or "articlebody" in element.marks:
            return False
        if EMBED.search(element.marks):
            return False
        if element.name in AROUND_TAGS or AROUND.search(element.marks):
            return True
    return False


def _embed_of(page: HtmlPage, block: Block) -> Element | None:
    return next((e for e in page.ancestors(block.inside, limit=8) if EMBED.search(e.marks)), None)


def _join_embeds(page: HtmlPage, blocks: list[Block]) -> list[Block]:
    """One block for each embedded post: its words, signature and date, a space between."""
    out: list[Block] = []
    before: int | None = None
    for block in blocks:
        embed = _embed_of(page, block)
        if embed is not None and before == embed.index:
            out[-1] = _joined(out[-1], block)
        else:
            out.append(block)
        before = embed.index if embed is not None else None
    return out


def _joined(left: Block, right: Block) -> Block:
    shift = len(left.text) + 1
    runs = left.runs + [(text_start + shift, start, size) for text_start, start, size in right.runs]
    return Block(f"{left.text} {right.text}", runs, left.inside, left.linked + right.linked)


def _is_title(page: HtmlPage, block: Block, titles: set[str]) -> bool:
    names = [element.name for element in page.ancestors(block.inside, limit=4)]
    key = _key(block.text)
    if "h1" in names:
        return True
    return bool(key) and any(key == title or (len(key) > 20 and title.startswith(key)) for title in titles)


def _cut_ends(page: HtmlPage, blocks: list[Block]) -> list[Block]:
    """Leave out headings with nothing behind them."""
    while blocks and _is_heading(page, blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _is_heading(page: HtmlPage, block: Block) -> bool:
    return any(element.name in HEADINGS for element in page.ancestors(block.inside, limit=3))


def _key(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
