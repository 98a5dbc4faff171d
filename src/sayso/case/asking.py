"""What a case can be asked, with arguments as a person writes them, and answers as tables.

What was given is checked here, so that a date that is none is told and does not find nothing. How a case is filled, and
what people decide about it, is in `sayso.case` and `sayso.case.journal`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from sayso.case import questions
from sayso.errors import UsageError
from sayso.store.base import Store
from sayso.values.accounts import Account, AccountShown
from sayso.values.case import EVERYTHING, Filters, Hit, ReportRow, Said, Showing
from sayso.values.copies import COPY_LABELS, Copied, Copy
from sayso.values.reading import Reading
from sayso.values.terms import MODES, STATES
from sayso.views.answers import Table
from sayso.views.columns import ACCOUNTS, COPIES, EVENTS, HITS, LISTS, STATEMENTS, Listed
from sayso.views.events import MAIN, EventQuery, Happened
from sayso.views.statements import said_by

Date = str | datetime.date
DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z", re.ASCII)
ANY: Final = "any"  # the events that have a type
ALL: Final = "ALL"  # with those that no type fits


def which_reports(
    given: Filters | None,
    outlet: str | None = None,
    since: Date | None = None,
    until: Date | None = None,
    lang: str | None = None,
) -> Filters:
    """The reports that are meant: those of `given`, narrowed by what is given by name. UsageError for no date."""
    held = {"outlet": outlet, "lang": lang}
    held |= {"since": None if since is None else partial_date(since)}
    held |= {"until": None if until is None else partial_date(until)}
    return replace(given or EVERYTHING, **{name: value for name, value in held.items() if value is not None})


def partial_date(value: Date) -> str:
    """A year, a month or a day as ISO writes it. UsageError for anything else, and for a day that is in no calendar.

    >>> partial_date("2031-05"), partial_date(datetime.date(2031, 5, 4))
    ('2031-05', '2031-05-04')
    """
    text = value if isinstance(value, str) else value.isoformat()[:10]
    try:
        if DATE.match(text):
            datetime.date.fromisoformat((text + "-01-01")[:10])
            return text
    except ValueError:
        pass
    raise UsageError(f"{value!r} is no date; expected a year, a month or a day, as 2031, 2031-05 or 2031-05-02")


def event_query(
    who: str, whom: str, type_: str | None, state: str | None, between: tuple[Date, Date] | None, dated: bool | None,
    main: bool,
) -> EventQuery:  # fmt: skip
    """The events that are meant; UsageError for a type that PLOVER has not, a state that is none, or no dates."""
    kind = (type_ or ANY).upper()
    if kind not in (*MODES, ALL, ANY.upper()):
        raise UsageError(f"{type_!r} is no type; expected {ALL} or one of {', '.join(MODES)}")
    if state is not None and state not in STATES:
        raise UsageError(f"{state!r} is no state; expected one of {', '.join(STATES)}")
    return EventQuery(
        who=who, whom=whom, type={ANY.upper(): ANY, ALL: ""}.get(kind, kind), state=state or "",
        between=(partial_date(between[0]), partial_date(between[1])) if between is not None else None, dated=dated,
        main=main,
    )  # fmt: skip


def said_table(
    store: Store, who: str, about: str, which: Filters, min_score: float | None, judged: Judged
) -> Table[Said]:
    """The statements; those found by a rule alone have no score, and are kept whatever is asked."""
    also = judged.entities(who)

    def rows() -> Iterable[Said]:
        found = questions.said(store, who, about, which)
        if not also:
            return found
        more = (one for one in questions.said(store, "", about, which) if one.report.id in also)
        held = {one.statement.id: one for one in found}
        held |= {one.statement.id: one for one in more if judged.speaks(one.report.id, one.statement.id, also)}
        return sorted(held.values(), key=lambda one: (*_place(one.report), one.statement.start))

    def ask() -> Iterator[Said]:
        for found in rows():
            score = found.statement.score
            if score is None or min_score is None or score >= min_score:
                yield found

    title = called("statements", ("by", who), ("about", about), which=which)
    if also or min_score is not None:
        return Table(title, STATEMENTS, ask)
    return Table(
        title, STATEMENTS, ask,
        part=lambda limit, skip: list(questions.said(store, who, about, which, limit, skip)),
        count=lambda: store.count_rows(said_by(who, about), which),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """Whom people judged to be one with who is asked about: their statements and deeds are found by that name too.

    entities   words of a name -> report -> entities
    reading    of a report
    """

    entities: Callable[[str], Mapping[str, set[str]]]
    reading: Callable[[str], Reading]

    def speaks(self, report: str, statement: str, who: Mapping[str, set[str]]) -> bool:
        """Whether one of these entities says a statement."""
        reading = self.reading(report)
        said = next(one for one in reading.attributions if one.id == statement)
        return _of(reading, {said.speaker, *said.speakers}, who[report])

    def takes_part(self, report: str, event: str, who: Mapping[str, set[str]], *, acting: bool) -> bool:
        """Whether one of these entities does what is told, or it is done to one."""
        reading = self.reading(report)
        told = next(one for one in reading.events if one.id == event)
        return _of(reading, set(told.actors if acting else told.recipients), who[report])


def _of(reading: Reading, mentions: Set[str | None], entities: set[str]) -> bool:
    return any(entity.id in entities and not mentions.isdisjoint(entity.mentions) for entity in reading.entities)


def _place(row: ReportRow) -> tuple[str, str, str]:
    return row.published or "", row.outlet or "", row.id


def events_table(store: Store, query: EventQuery, which: Filters, judged: Judged) -> Table[Happened]:
    """The events of a query."""
    meant = ((replace(query, who=""), True, query.who), (replace(query, whom=""), False, query.whom))
    sides = [(wider, acting, also) for wider, acting, words in meant if (also := judged.entities(words))]

    def ask() -> Iterable[Happened]:
        found = questions.events(store, query, which)
        if not sides:
            return found
        held = {one.event.id: one for one in found}
        for wider, acting, also in sides:
            for one in questions.events(store, wider, which):
                if one.report.id in also and judged.takes_part(one.report.id, one.event.id, also, acting=acting):
                    held[one.event.id] = one
        return held.values() if query.by_date else sorted(held.values(), key=lambda one: _place(one.report))

    named = called(
        "events", ("of type", query.type if query.type != ANY else ""), ("done by", query.who),
        ("done to", query.whom), ("that are", query.state.replace("_", " ")),
        ("that are", MAIN if query.main else ""), which=which,
    )  # fmt: skip
    if sides:
        return Table(named, EVENTS, ask)
    return Table(
        named, EVENTS, ask,
        part=lambda limit, skip: list(questions.events(store, query, which, limit, skip)),
        count=lambda: store.count_rows(query.of_rows(), which),
    )  # fmt: skip


def search_table(store: Store, words: str, which: Filters, limit: int, skip: int) -> Table[Hit]:
    """The reports that hold the words, the best first."""
    return Table(called("reports", ("with", words), which=which), HITS, _once(store.search(words, which, limit, skip)))


def copies_table(
    result: Callable[[str], dict[str, Copy]], store: Store, report: str | None, least: str, which: Filters
) -> Table[Copied]:
    """The pairs of reports that share text, those that share most first; UsageError for a label that is none."""
    if least not in COPY_LABELS:
        raise UsageError(f"{least!r} is no kind of shared text; expected one of {', '.join(COPY_LABELS)}")
    labels = COPY_LABELS[: COPY_LABELS.index(least) + 1]
    rows = {row.id: row for row in store.reports(which)}
    found = [
        Copied(one, rows[one.a], rows[one.b])
        for one in result("copies").values()
        if one.label in labels and (report is None or report in (one.a, one.b)) and one.a in rows and one.b in rows
    ]
    found.sort(key=lambda one: (labels.index(one.copy.label), -one.words, one.copy.a, one.copy.b))
    return Table(called("shared text", ("of", report), which=which), COPIES, _once(found))


def accounts_table(
    found: Sequence[Account], told: Callable[[Sequence[Account]], list[AccountShown]], words: str, which: Filters
) -> Table[AccountShown]:
    """Accounts as a table; `told` words them, for which their readings are opened."""
    return Table(
        called("accounts", ("about", words), which=which), ACCOUNTS, lambda: told(found),
        part=lambda limit, skip: told(found[skip : skip + limit]), count=lambda: len(found),
    )  # fmt: skip


def list_table(what: Showing, rows: Sequence[dict[str, Any]]) -> Table[Listed]:
    """A list or counts; each row is a mapping that cannot be changed."""
    return Table(what, LISTS[what], _once([MappingProxyType(row) for row in rows]))


def _once(rows: Sequence[Any]) -> Callable[[], Sequence[Any]]:
    return lambda: rows


def called(what: str, *parts: tuple[str, str | None], which: Filters) -> str:
    """ "statements by 'Terzo' since 2031-05": what a table holds, for people."""
    more = (("in", which.outlet), ("since", which.since), ("until", which.until), ("in language", which.lang))
    words = [f"{link} {value!r}" for link, value in (*parts, *more) if value]
    return " ".join([what, *words])
