"""The columns of each kind of table, in the order and with the names that the exports have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

from sayso.values.accounts import AccountShown
from sayso.values.case import Hit, Said
from sayso.values.copies import Copied
from sayso.values.figures import FigureTold
from sayso.views.answers import Column, Kind
from sayso.views.events import MAIN, Happened
from sayso.views.labels import Called

Listed = Mapping[str, Any]  # one line of a list or of counts, by the names of its columns


def _columns(*names: str, **kinds: Kind) -> list[Column[Any]]:
    """Columns of attributes: "statement.chain" is the column `chain`; "paths=path" tells another name."""
    made = []
    for name in names:
        source, _, called = name.partition("=")
        called = called or source.rpartition(".")[2]
        made.append(Column(called, attrgetter(source), kinds.get(called, "text")))
    return made


STATEMENTS: Final[Sequence[Column[Said]]] = _columns(
    "report.published", "report.outlet", "statement.chain", "statement.speaker", "statement.role", "statement.cue",
    "statement.content", "statement.sentence", "statement.style", "statement.manner", "statement.score", "report.path",
    "report.url", "report.id=report", "statement.start", "statement.end", "statement.version", "statement.id",
    published="date", score="number", start="integer", end="integer",
)  # fmt: skip

EVENTS: Final[Sequence[Column[Happened]]] = [
    *_columns(
        "report.published", "report.outlet", "event.chain", "event.who", "event.what", "event.whom", "event.type",
        "event.mode", "event.context", "event.when", "event.earliest", "event.latest", "event.place", "event.country",
        "event.how_many", "event.state", "event.factuality", "event.because",
        published="date", earliest="date", latest="date",
    ),
    Column("main", lambda row: row.event.standing == MAIN, "flag"),
    Column("sentence", lambda row: " ".join(row.event.sentences(row.text))),
    *_columns(
        "report.path", "report.url", "report.id=report", "event.start", "event.end", "event.version", "event.id",
        start="integer", end="integer",
    ),
]  # fmt: skip

HITS: Final[Sequence[Column[Hit]]] = _columns(
    "report.published", "report.outlet", "report.title", "snippet", "score", "report.path", "report.url",
    "report.id=report", "start", "end",
    published="date", score="number", start="integer", end="integer",
)  # fmt: skip

COPIES: Final[Sequence[Column[Copied]]] = _columns(
    "copy.label", "copy.score", "words", "copy.a", "a.published=a_published", "a.outlet=a_outlet", "a.path=a_path",
    "copy.b", "b.published=b_published", "b.outlet=b_outlet", "b.path=b_path", "copy.first", "copy.because",
    score="number", words="integer", a_published="date", b_published="date",
)  # fmt: skip

ACCOUNTS: Final[Sequence[Column[AccountShown]]] = [
    Column("account", lambda row: row.id),
    Column("first_published", lambda row: row.claims[0].report.published, "date"),
    Column("last_published", lambda row: row.claims[-1].report.published, "date"),
    Column("claims", lambda row: len(row.claims), "integer"),
    Column("reports", lambda row: row.reports, "integer"),
    Column("origins", lambda row: row.origins, "integer"),
    Column("conflicts", lambda row: len(row.tied("conflicts")), "integer"),
    Column("updates", lambda row: len(row.tied("updates")), "integer"),
    Column("corroborates", lambda row: len(row.tied("corroborates")), "integer"),
    Column("copies", lambda row: len(row.tied("copies")), "integer"),
    Column("first", lambda row: row.account.first),
    Column("first_chain", lambda row: row.claims[0].chain),
    Column("first_sentence", lambda row: row.claims[0].sentence),
    Column("why", lambda row: row.ties[0].why if row.ties else ""),
]


LABELS: Final[Sequence[Column[Called]]] = _columns(
    "by", "own", "label", "about", "kind", "polarity", "how", "count", "reports", "first", "last", "sentence",
    own="flag", polarity="integer", count="integer", reports="integer", first="date", last="date",
)  # fmt: skip


FIGURES: Final[Sequence[Column[FigureTold]]] = _columns(
    "figure.id", "figure.counts", "figure.moved", "reports", "origins", "first", "last", "least", "most", "written",
    reports="integer", origins="integer", first="date", last="date", least="number", most="number",
)  # fmt: skip


def _listed(names: str, **kinds: Kind) -> list[Column[Listed]]:
    """Columns of a list, by the names of its keys; a key that is absent is unknown."""
    return [Column(name, lambda row, name=name: row.get(name), kinds.get(name, "text")) for name in names.split()]  # type: ignore[misc]


LISTS: Final[Mapping[str, Sequence[Column[Listed]]]] = {
    "reports": _listed(
        "id published outlet title path lang statements read url sha256",
        published="date", statements="integer", read="flag",
    ),
    "outlets": _listed(
        "outlet reports statements first last",
        reports="integer", statements="integer", first="date", last="date",
    ),
    "dates": _listed(
        "date reports outlets statements", date="date", reports="integer", outlets="integer", statements="integer"
    ),
    "languages": _listed("language reports read not_read", reports="integer", read="integer", not_read="integer"),
    "speakers": _listed(
        "speaker statements reports outlets", statements="integer", reports="integer", outlets="integer"
    ),
    "failures": _listed("path reader reason try sha256"),
}  # fmt: skip
