"""What an HTML page says of itself in meta tags, linked data and marked-up elements. What is not said is None."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from sayso.read.dates import iso_date
from sayso.read.readers.html.markup import HtmlPage
from sayso.values.report import Hints

OUTLET: Final = ("og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher", "dcterms.publisher",
                 "publisher", "citation_journal_title", "al:ios:app_name")  # fmt: skip
TITLE: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title", "parsely-title")
DATE: Final = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "date.created", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "article.published", "published_time",
    "cxenseparse:recs:publishtime",
    "date", "article_date_original", "originalpublicationdate", "citation_publication_date", "displaydate",
)  # fmt: skip
AUTHOR: Final = ("author", "byl", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
          "sailthru.author",
                 "citation_author", "twitter:creator:name")  # fmt: skip
ARTICLE: Final = re.compile(
    r"(?:News|Report(?:age)?|Opinion|Review|Analysis|AskPublic|Background|Blog|Live|Tech|Scholarly|Social(?:Media)?|Satirical|"
    r"Advertiser(?:Content)?){0,6}"
    r"(?:Article|Posting|Post|BlogPosting)\Z|Report\Z"
)
BY: Final = re.compile(r"(?i:\s*(?:by|von|par|por|di|door)\s+)")
NAME_LIKE: Final = re.compile(r"(?!https?:|www\.|@|/)[^\n|<>]{2,80}\Z")


def page_says(page: HtmlPage) -> Hints:
    """Outlet, title, byline, date of publication, address and language as the page's head and linked data give them.

    An address is no name: where only the host is known the outlet stays None. A date that is no ISO or RFC 5322 date is
    left out.
    """
    metas = _metas(page)
    things = list(_things(page))
    articles = [thing for thing in things if _is(thing, ARTICLE)]
    article: dict[str, Any] = articles[0] if articles else {}
    outlet = _first(metas, OUTLET) or _name(article.get("publisher"))
    date = next((found for name in DATE for value in metas.get(name, ()) if (found := iso_date(value))), None)
    date = date or next((found for thing in articles if (found := iso_date(str(thing.get("datePublished", ""))))), None)
    date = date or _time(page)
    byline = _names(article.get("author")) or next(
        (value for name in AUTHOR for value in metas.get(name, ()) if NAME_LIKE.match(value)), None
    )
    if byline:
        byline = BY.sub("", byline, count=1) if BY.match(byline) else byline
    title = _first(metas, TITLE) or _text(article.get("headline")) or page.title or None
    return Hints(
        title=title, outlet=outlet, byline=byline, published=date, published_from="meta" if date else None,
        url=_address(page, metas, article), lang=_language(page),
    )  # fmt: skip


def article_body(page: HtmlPage) -> str:
    """The text of the article as linked data gives it; "" where it does not."""
    bodies = [thing["articleBody"] for thing in _things(page) if isinstance(thing.get("articleBody"), str)]
    return max(bodies, key=len, default="")


def _metas(page: HtmlPage) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in page.elements:
        value = ""
        if element.name == "meta":
            value = element.attributes.get("content", "")
        elif element.name == "time" and "itemprop" in element.attributes:
            value = element.attributes.get("datetime", "")
        if value.strip():
            for key in ("property", "name", "itemprop"):
                for name in element.attributes.get(key, "").lower().split():
                    found.setdefault(name, []).append(" ".join(value.split()))
    return found


def _things(page: HtmlPage) -> Iterator[dict[str, Any]]:
    """The objects of the page's linked data, those inside others as well, as deep as six levels."""
    for script in page.linked_data[:50]:
        try:
            data = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _inside(data, 6)


def _inside(data: Any, levels: int) -> Iterator[dict[str, Any]]:
    if levels <= 0:
        return
    if isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"):
            yield from _inside(data.get(key), levels - 1)
    elif isinstance(data, list):
        for part in data[:100]:
            yield from _inside(part, levels - 1)


def _is(thing: dict[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and kind.match(name.rpartition("/")[2]) for name in kinds)


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next(
        (value for name in names for value in metas.get(name, ()) if NAME_LIKE.match(value) or len(value) > 80), None
    )


def _text(value: Any) -> str | None:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        return " ".join(value.encode("utf-8", "ignore").decode().split()) or None
    return None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    name = _text(value)
    return name if name and NAME_LIKE.match(name) else None


def _names(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [name for person in people[:8] if (name := _name(person))]
    return ", ".join(dict.fromkeys(names)) or None


def _time(page: HtmlPage) -> str | None:
    """The first <time datetime> that is marked as the date of publication, else the only one there is."""
    times = [
        element
        for element in page.elements
        if element.name == "time" and iso_date(element.attributes.get("datetime", ""))
    ]
    for element in times:
        if "pubdate" in element.attributes or re.search(r"publish|entry-date|post-date|dateline", element.marks):
            return iso_date(element.attributes["datetime"])
    dates = {str(iso_date(element.attributes["datetime"])) for element in times}
    return dates.pop() if len(dates) == 1 else None


def _address(page: HtmlPage, metas: dict[str, list[str]], article: dict[str, Any]) -> str | None:
    for element in page.elements:
        if element.name == "link" and "canonical" in element.attributes.get("rel", "").lower().split():
            address = element.attributes.get("href", "").strip()
            if re.match(r"https?://\S+\Z", address):
                return address
    address = _first(metas, ("og:url", "twitter:url")) or str(article.get("url", ""))
    address = next((url for url in metas.get("og:url", []) if url), address)
    return address if address and re.match(r"https?://\S+\Z", address) else None


def _language(page: HtmlPage) -> str | None:
    for element in page.elements:
        if element.name == "html":
            match = re.match(
                r"[a-zA-Z]{2,3}(?![a-zA-Z])", element.attributes.get("lang") or element.attributes.get("xml:lang", "")
            )
            return match.group().lower() if match else None
    return None
