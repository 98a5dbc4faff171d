"""The front door of a case: arguments as a person writes them, answers as tables.

Every command calls what stands here, so that Python and the command line give the same answers. What is given is
checked (`sayso.case.asking`), so that a date that is none is told and does not find nothing.
"""

from __future__ import annotations

import importlib
import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Literal, cast

from sayso.case import asking, questions
from sayso.case.asking import Date
from sayso.case.beside import side_by_side
from sayso.case.figuring import figures_table
from sayso.case.journal import Journal
from sayso.case.whole_file import whole_file
from sayso.errors import CaseError, UsageError
from sayso.steps import Settings
from sayso.store.base import EVERYTHING, SHOWINGS, EventQuery, Filters, Happened, Hit, Said, Showing
from sayso.store.judging import in_force
from sayso.values.beside import SideBySide
from sayso.values.copies import Copied
from sayso.values.figures import FigureTold
from sayso.values.json import failure_dict
from sayso.values.reading import Reading
from sayso.values.report import short_repr
from sayso.views.answers import Table
from sayso.views.html import case_html

if TYPE_CHECKING:
    from sayso.case import Case
    from sayso.case.ingest import IngestCounts, OnProgress
    from sayso.run.executors import Executor

PathLike = str | os.PathLike[str]
PATH_WIDTH: Final = 120  # characters of the path in a repr


class Door(Journal):
    """The methods of a Case that most people use."""

    if TYPE_CHECKING:

        def result(self, name: str) -> dict[str, Any]:
            """See Questions."""

        def reading(self, report_id: str) -> Reading:
            """See Questions."""

        def judged_as(self, words: str) -> dict[str, set[str]]:
            """See People."""

    def read(
        self,
        paths: PathLike | Iterable[PathLike],
        *,
        outlet: str | None = None,
        published: Date | None = None,
        meta: PathLike | None = None,
        outlet_from: str | None = None,
        places: PathLike | None = None,
        min_score: float | None = None,
        jobs: int | str | Executor | None = None,
        limit: float = 60,
        limit_memory: int = 2048,
        retry: bool = False,
        follow_links: bool = False,
        on_progress: OnProgress | None = None,
    ) -> IngestCounts:
        """Read all that is new under some paths into the case, and count what came of it.

        paths        a file or folder, or several; "-" is standard input
        outlet, published, outlet_from   who printed them and when; outlet_from="folder" takes the folder's name
        meta         CSV of path or glob -> outlet, published, title, agency, url, id; a line of it beats the others
        places       CSV of places of your own, beside those of the gazetteer
        min_score    statements less likely right than this are left out, 0 to 1
        jobs         how many processes to read with, or an executor; None for one a core, as far as memory goes
        limit, limit_memory   seconds and megabytes that one report may take, opening and analysis
        retry        open again what failed before
        follow_links   also read what links in a folder show that lies outside it
        on_progress  called with an IngestProgress each time something happens
        It can be stopped and run again at any time: what is in the case is whole, and is not read twice. A file that
        cannot be read is a failure, and the others are read. UsageError where an argument cannot be used.
        """
        from sayso.case.again import noted_now
        from sayso.case.ingest import Ingest, IngestCounts  # what reads is heavy, and asking a case needs none of it
        from sayso.read import HintSource
        from sayso.read.dates import given_date
        from sayso.read.worker import Limits, Worker

        date = None if published is None else given_date(published)
        given = [os.fspath(paths)] if isinstance(paths, (str, os.PathLike)) else [os.fspath(path) for path in paths]
        options: dict[str, Any] = {
            **noted_now(),
            "paths": given,
            "meta": meta,
            "outlet": outlet,
            "outlet_from": outlet_from,
        }
        options |= {"published": date, "places": places}
        options["jobs"] = jobs if jobs is None or isinstance(jobs, int) else type(jobs).__name__
        shown = {name: os.fspath(held) if isinstance(held, os.PathLike) else held for name, held in options.items()}
        hints = HintSource.given(meta=meta, outlet=outlet, published=date, outlet_from=outlet_from)
        settings = Settings.given(min_score, places)
        limits = Limits(memory=limit_memory * 2**20, seconds=limit)
        with self.logged("read", options=shown) as counts, Worker(limits) as worker:
            Ingest(
                cast("Case", self),
                worker,
                counts,
                hints=hints,
                settings=settings,
                jobs=jobs,
                retry=retry,
                follow_links=follow_links,
                on_progress=on_progress,
            ).run(given)
        return IngestCounts.of(counts)

    def read_again(
        self,
        which: Literal["older", "all"] = "older",
        *,
        places: PathLike | None = None,
        min_score: float | None = None,
        jobs: int | str | Executor | None = None,
        limit: float = 60,
        limit_memory: int = 2048,
        on_progress: OnProgress | None = None,
    ) -> IngestCounts:
        """Read anew what the case holds, and count what came of it (`replaced`, `failed`).

        which   "older": the readings that another model or other steps made than are here now; or "all"
        The originals that the case keeps are opened again, or the files if they have the same bytes still; else the
        text that was read is taken. Ids and what is known of a report stay, and judgements are found again by the
        words that they are about; one that is not is told as a "note". A report that fails keeps its old reading. It
        can be stopped and run again. For the rest see `read`.
        """
        from sayso.case.again import Again, noted_now, older
        from sayso.case.ingest import IngestCounts
        from sayso.read.worker import Limits, Worker

        if which not in ("older", "all"):
            raise UsageError(f"again is {which!r}; expected 'older' or 'all'")
        settings = Settings.given(min_score, places)
        limits = Limits(memory=limit_memory * 2**20, seconds=limit)
        case = cast("Case", self)
        meant = older(case) if which == "older" else self.store.report_ids()
        options = {**noted_now(), "again": which, "places": settings.places}
        with self.logged("read", options=options) as counts, Worker(limits) as worker:
            Again(case, worker, counts, settings=settings, jobs=jobs, on_progress=on_progress).run(meant)
        return IngestCounts.of(counts)

    def older(self) -> list[str]:
        """Ids of the reports whose readings another model or other steps made than are here now."""
        from sayso.case.again import older

        return older(cast("Case", self))

    def __repr__(self) -> str:
        """The file and how many reports, in fewer than 200 characters."""
        name = short_repr(self.store.name, PATH_WIDTH)
        try:
            return f"Case({name}: {len(self.store.report_ids()):,} reports)"
        except CaseError:
            return f"Case({name}: closed, or damaged)"

    def _repr_html_(self) -> str:
        """What the case holds, for a notebook: counts by outlet and by speaker; all text is escaped."""
        return case_html(self.store.name, (self.show("outlets"), self.show("speakers")))

    def said(
        self,
        who: str = "",
        about: str | None = None,
        filters: Filters | None = None,
        *,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
        min_score: float | None = None,
    ) -> Table[Said]:
        """What somebody said, oldest first: all words of `who` are among what the speaker is called.

        about         words that the content holds; "words in order" and beginn* are understood
        outlet, since, until, lang   only of reports of this outlet, published on these days, in this language; dates
                      may be years or months
        min_score     leave out what is less likely a statement, 0 to 1
        UsageError for a name without a word, or a date that is none.
        """
        which = asking.which_reports(filters, outlet, since, until, lang)
        return asking.said_table(self.store, who, about or "", which, min_score, self._judged_ones())

    def events(
        self,
        query: EventQuery | None = None,
        filters: Filters | None = None,
        *,
        who: str = "",
        whom: str = "",
        type: str | None = None,  # noqa: A002 - what the command and the output call it
        state: str | None = None,
        between: tuple[Date, Date] | None = None,
        dated: bool | None = None,
        main: bool = False,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> Table[Happened]:
        """Who did what to whom: the events that are meant, by the dates of their reports.

        query         an EventQuery instead of the names that follow
        who, whom     words of a name of who does it, and of whom it is done to
        type          a PLOVER type such as "ASSAULT"; "ALL" also gives the events that no type fits
        main          True for what the reports are about alone, at most three events of each; with or without a type
        state         done, not_yet, denied, hypothetical or unknown, in the eyes of who tells it
        between       two dates: events that may lie between them
        dated         True for dated events alone, False for the others
        outlet, since, until, lang   as in `said`: of which reports
        UsageError for a name without a word, a date that is none, and a type or state that is not known.
        """
        meant = query if query is not None else asking.event_query(who, whom, type, state, between, dated, main)
        which = asking.which_reports(filters, outlet, since, until, lang)
        return asking.events_table(self.store, meant, which, self._judged_ones())

    def _judged_ones(self) -> asking.Judged:
        return asking.Judged(self.judged_as, self.reading)

    def search(
        self,
        words: str,
        filters: Filters | None = None,
        *,
        limit: int = 20,
        skip: int = 0,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> Table[Hit]:
        """The reports that hold all the words, in title or text, the best first; the filters are those of `said`.

        UsageError for no word, or a date that is none.
        """
        which = asking.which_reports(filters, outlet, since, until, lang)
        return asking.search_table(self.store, words, which, limit, skip)

    def copies(
        self,
        report: str | None = None,
        filters: Filters | None = None,
        *,
        least: str = "passage",
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> Table[Copied]:
        """The pairs of reports that share text, from whole copies down to a sentence; worked out for what is new.

        report   id of a report: only what it shares with others
        least    "copy" for copies alone, "partial" for these and partial ones, "passage" for all
        The filters are those of `said`; both reports of a pair must fit them. UsageError for a label that is none.
        """
        which = asking.which_reports(filters, outlet, since, until, lang)
        return asking.copies_table(self.result, self.store, report, least, which)

    def compare(self, report: str, other: str) -> SideBySide:
        """Two reports side by side, by their ids: words and numbers that they share, what both tell, what one alone.

        KeyError for a report that the case has not, or an erased one.
        """
        readings = self.reading(report), self.reading(other)
        return side_by_side((self._row(report), self._row(other)), readings, in_force(self.judgements()))

    def figures(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        moved: str | None = None,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> Table[FigureTold]:
        """Numbers that count the same thing, each as it is told: how they agree, moved over time, or conflict.

        words    that are all in a sentence of one of its numbers, or tell what it counts; "" for all figures
        moved    "conflict", "update", "compatible" or "agree": only figures that are called so
        The filters are those of `said`: only numbers of these reports. UsageError for words without a letter or digit,
        and for a kind that is none.
        """
        which = asking.which_reports(filters, outlet, since, until, lang)
        return figures_table(self.result, self.store, words, moved, which)

    def export(
        self,
        form: str,
        to: PathLike | BinaryIO,
        filters: Filters | None = None,
        *,
        bom: bool = False,
        on_lost: Callable[[str], None] | None = None,
        outlet: str | None = None,
        since: Date | None = None,
        until: Date | None = None,
        lang: str | None = None,
    ) -> int:
        """Write the case in a format: "jsonl", "csv", "events-csv" or "polecat", as the command `sayso export` does.

        Returns how many pieces were written: lines, and the mark of a CSV.

        to        path of a file, which is there whole or not at all, and its owner's alone; or a stream of bytes
        bom       begin a CSV with the mark by which Excel knows UTF-8
        on_lost   called with what is wrong with a damaged reading, which is left out; without it CaseError is raised
        The filters are those of `said`. UsageError for another format.
        """
        # Formats stand above the case that they write: looked up when one is asked for.
        make: Callable[..., Iterator[bytes]] = importlib.import_module("sayso.export").export
        pieces = make(self, form, asking.which_reports(filters, outlet, since, until, lang), bom=bom, on_lost=on_lost)
        written = itertools.count()
        counted = (piece for piece, _ in zip(pieces, written, strict=False))
        if isinstance(to, (str, os.PathLike)):
            with whole_file(os.fspath(to)) as file:
                file.writelines(counted)
        else:
            to.writelines(counted)
        return next(written)

    def show(self, what: Showing, filters: Filters | None = None) -> Table[Mapping[str, Any]]:
        """Counts by outlet, date, language or speaker; the reports; the failures: one mapping a row.

        UsageError where `what` is none of SHOWINGS.
        """
        if what not in SHOWINGS:
            raise UsageError(f"show: {what!r} is not known; expected one of {', '.join(SHOWINGS)}")
        if what == "failures":
            return asking.list_table(what, [failure_dict(row) for row in self.store.failures()])
        if what == "reports":
            names = ("id", "published", "outlet", "title", "path", "lang", "statements", "read", "url", "sha256")
            rows = self.store.reports(filters or EVERYTHING)
            return asking.list_table(what, [{name: getattr(row, name) for name in names} for row in rows])
        return asking.list_table(what, questions.counts(self.store, what, filters or EVERYTHING))
