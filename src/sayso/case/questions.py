"""What a case can be asked: statements, events and counts from the rows of any store; readings, other rows, results.

The front door of a case (`door`, `asking`) asks here, and gives the answers as tables.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, Final

from sayso.case.checks import check_store
from sayso.case.journal import ERASED, Journal
from sayso.compare import CaseStep, load_case_steps, steps_for
from sayso.compare.running import CaseData, ChangedMeanwhile, Unwritten, run
from sayso.errors import CaseError
from sayso.store import ledger
from sayso.store.base import Store
from sayso.store.judging import in_force
from sayso.store.ledger import digest
from sayso.values.case import EVERYTHING, FailureRow, Filters, Finding, ReportRow, Said, Showing
from sayso.values.json import canonical
from sayso.values.reading import Reading
from sayso.values.rows import Count, RowQuery
from sayso.views.events import EventQuery, Happened
from sayso.views.statements import said_by

MAX_TRIES: Final = 3  # for results that another process changes at the same time
# What is shown -> the table that is counted, and by which column.
SHOWN: Final[dict[str, tuple[str, str]]] = {
    "outlets": ("reports", "outlet"),
    "dates": ("reports", "day"),
    "languages": ("reports", "lang"),
    "speakers": ("statements", "speaker"),
}


def said(
    store: Store, who: str, about: str, filters: Filters, limit: int | None = None, skip: int = 0
) -> Iterator[Said]:
    """What somebody said, by date, outlet, report and place; see Case.said."""
    for report, statement in store.find_rows(said_by(who, about), filters, limit=limit, skip=skip):
        yield Said(report, statement)


def events(
    store: Store, query: EventQuery, filters: Filters, limit: int | None = None, skip: int = 0
) -> Iterator[Happened]:
    """The events that a query means; see Case.events."""
    known, text = "", ""  # of the report of the last event
    for report, event in store.find_rows(query.of_rows(), filters, limit=limit, skip=skip):
        if known != report.id:
            known, text = report.id, store.text(report.id) or ""
        yield Happened(report, event, text)


def counts(store: Store, what: Showing, filters: Filters) -> list[dict[str, Any]]:
    """Reports or statements by outlet, date, language or speaker: one of SHOWN, each a flat row; see Case.show."""
    found = store.count(*SHOWN[what], filters)
    if what == "dates":
        found.sort(key=lambda count: count.value)
    return [line for count in found if (line := _line(what, count))]


def _line(what: Showing, count: Count) -> dict[str, Any]:
    """One line of a list; {} for what it leaves out."""
    match what:
        case "outlets":
            return {
                "outlet": count.value, "reports": count.reports, "statements": count.statements, "first": count.first,
                "last": count.last,
            }  # fmt: skip
        case "dates":
            return {
                "date": count.value, "reports": count.reports, "outlets": count.outlets, "statements": count.statements
            }  # fmt: skip
        case "languages":
            not_read = count.reports - count.read
            return {"language": count.value, "reports": count.reports, "read": count.read, "not_read": not_read}
        case _ if count.value:
            return {
                "speaker": count.value, "statements": count.rows, "reports": count.reports, "outlets": count.outlets
            }  # fmt: skip
    return {}


class Questions(Journal):
    """The part of a Case that gives readings, rows, results and faults.

    results_from   gives the results of case steps, by name, where somebody holds them for several cases of one file
    """

    damage: tuple[Finding, ...] = ()
    results_from: Callable[[str], dict[str, Any]] | None = None
    _known: dict[tuple[str, ...], dict[str, Any]] = {}  # noqa: RUF012 - replaced before it is filled
    _known_at: Any = None

    def readings(
        self,
        filters: Filters = EVERYTHING,
        *,
        on_lost: Callable[[str], None] | None = None,
        as_read: bool = False,
        among: Container[str] | None = None,
    ) -> Iterator[Reading]:
        """The readings, by date, outlet and id, one at a time, as the judgements in force show them.

        on_lost   called with what is wrong with a damaged one, which is then left out; without it CaseError is raised
        as_read   as first read, without what was set
        among     ids of reports: only theirs; None for all
        """
        for report_id in self.store.report_ids(filters):
            if among is not None and report_id not in among:
                continue
            try:
                reading = self.store.reading(report_id)
            except KeyError:
                continue  # erased since the list was made
            except CaseError as error:
                if on_lost is None:
                    raise
                on_lost(str(error))
                continue
            yield reading if as_read else self.as_shown(reading)

    def reading(self, report_id: str) -> Reading:
        """The reading of a report, as the judgements in force show it. KeyError for none, or an erased one."""
        return self.as_shown(self.store.reading(report_id))

    def original(self, report_id: str) -> bytes | None:
        """The bytes of a report's original; None where they are not kept."""
        return self.store.original(self._row(report_id).sha256)

    def reports(
        self, filters: Filters = EVERYTHING, *, erased: bool = False, limit: int | None = None, skip: int = 0
    ) -> Iterator[ReportRow]:
        """The rows of the reports, by date, outlet and id; with `erased` those of the erased ones.

        limit, skip   only so many, without the first ones
        """
        return self.store.reports(filters, erased=erased, limit=limit, skip=skip)

    def count_reports(self, filters: Filters = EVERYTHING) -> int:
        """How many reports are meant; erased ones are not."""
        return self.store.count_reports(filters)

    def count_hits(self, words: str, filters: Filters = EVERYTHING) -> int:
        """How many reports hold all the words. UsageError for no word."""
        return self.store.count_hits(words, filters)

    def changes(self) -> int:
        """A number that grows with whatever is done to the case, by any process: what was worked out before is old."""
        return self.store.changes()

    def rows(self, query: RowQuery, filters: Filters = EVERYTHING) -> Iterator[tuple[ReportRow, Any]]:
        """The rows of any table that a query means, each with its report; see sayso.views.tables for the tables."""
        return self.store.find_rows(query, filters)

    def result(self, name: str) -> dict[str, Any]:
        """What a case step gives, by key, such as "identity"; worked out for what changed since it was last asked for.

        In a case that is open to read only it is worked out and not kept. StepError where no step gives it.
        """
        return self.results_from(name) if self.results_from is not None else self.work_out(name)

    def work_out(self, name: str) -> dict[str, Any]:
        """See `result`: worked out by this case itself, whoever else holds it."""
        load_case_steps()
        state = self.store.state()
        if state is None or state != self._known_at:
            self._known_at, self._known = state, {}
        steps = steps_for(name)
        key = tuple(step.name for step in steps)
        if key not in self._known:
            made = self._worked_out(steps)
            if self.store.state() != self._known_at:  # what was worked out has been kept: that is the state it is of
                self._known_at, self._known = self.store.state(), {}
            self._known[key] = made
        return dict(self._known[key])

    def _worked_out(self, steps: Sequence[CaseStep]) -> dict[str, Any]:
        shelf = self._shelf if self.store.read_only else self.store
        for _ in range(MAX_TRIES - 1):
            with contextlib.suppress(ChangedMeanwhile):
                return run(steps, self._data(), shelf)
        return run(steps, self._data(), shelf)

    @functools.cached_property
    def _shelf(self) -> Unwritten:
        """Where a case that is open to read only keeps what was worked out, until it is closed."""
        return Unwritten(self.store)

    @property
    def unkept(self) -> Unwritten | None:
        """What was worked out while this case was open to read only, and its file lacks; None where that is nothing."""
        return self._shelf if self.store.read_only and self._shelf.holds_some else None

    def _data(self) -> CaseData:
        """The readings and judgements as of now, for case steps."""
        judged = self.store.judgement_count()
        readings = {}
        for row in self.reports():
            ids = [judgement.id for judgement in self._decided_about(row.id)]
            readings[row.id] = digest(canonical([row.digest, ids]))
        judgements = in_force(self.judgements())
        arrivals = {row.thing: row.number for row in self.store.ledger() if row.deed == "added"}

        def unchanged() -> bool:
            return self.store.judgement_count() == judged

        return CaseData(readings, self.reading, judgements, unchanged, arrivals, self.store.text)

    def failures(self) -> list[FailureRow]:
        """What could not be read, by path."""
        return self.store.failures()

    def seal(self) -> str:
        """What seals all that was done to the case, to be kept elsewhere: number and hash of the ledger's last row."""
        return ledger.seal_of(self.store.ledger())

    def check(self, seal: str | None = None) -> Iterator[Finding]:
        """What was found wrong, one thing at a time; findings with ``fault=False`` tell what cannot be verified.

        seal    what `seal` gave at an earlier time: whether all that was done until then is still there, unchanged
        UsageError if that is no seal.
        """
        sealed = None if seal is None else ledger.read_seal(seal)
        return itertools.chain(self.damage, check_store(self.store, self.tables, sealed))

    @property
    def config(self) -> dict[str, str]:
        """The settings that this case holds. "originals": "false" keeps no originals from then on."""
        return {key: value for key, value in self.store.config().items() if key != ERASED}
