"""Reading without a case, as a person writes it: `sayso.read_text` and `sayso.read`.

Both give what the command `sayso annotate` prints for the same originals and the same words about them.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from sayso.errors import EmptyOriginal, ReadError
from sayso.read import Failure, HintSource, LeftOut, Original, read_paths
from sayso.read.dates import given_date
from sayso.read.readers.plain import plain_read
from sayso.read.worker import Limits, Worker
from sayso.run.executors import Executor, executor_for
from sayso.run.pipeline import Pipeline, check_settings, read_reports
from sayso.steps import Settings
from sayso.values.reading import Reading
from sayso.values.report import Hints, Report

Path = str | os.PathLike[str]
KEPT_PIPELINES: Final = 4  # of read_text, by what is asked of them; each holds a gazetteer of some 60 MB at most


def read_text(
    text: str,
    *,
    outlet: str | None = None,
    published: str | datetime.date | None = None,
    title: str | None = None,
    byline: str | None = None,
    agency: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    id: str | None = None,  # noqa: A002 - what the other doors call it
    only: Sequence[str] = (),
    min_score: float | None = None,
    places: Path | None = None,
) -> Reading:
    """The reading of one text; what is not given is taken from the text's own head and foot, as of a .txt file.

    published   a date, or a string such as "2031-05-04"
    lang        "en" and the like; recognised where it is not given. A text in a language that is not read comes back
                with no steps and nothing found
    only        these steps, and what they need: ("attributions", "times")
    min_score   statements less likely right than this are left out, 0 to 1
    places      CSV of places of your own
    The first call loads the model, some 2 s; later ones take what one report takes. UsageError where an argument cannot
    be used, ReadError where a step fails on the text.

    >>> reading = read_text("Envoy Terzo said the camp would be closed.", outlet="Herald", published="2031-05-02")
    >>> reading
    Reading('...', 'Herald', 2031-05-02: ...1 statement...)
    >>> reading.attributions[0].content[0].text
    'the camp would be closed'
    """
    if not text.strip():
        raise EmptyOriginal("nothing but white space in it")
    date = given_date(published) if published is not None else None
    said = Hints(id, title, outlet, agency, byline, date, "user" if date else None, url, lang)
    report = _report_of(text, said)
    (found,) = _pipeline(tuple(only), Settings.given(min_score, places)).read([report])
    if isinstance(found, Failure):
        raise ReadError(found.reason, found.try_)
    return found


def read(
    paths: Path | Iterable[Path],
    *,
    outlet: str | None = None,
    published: str | datetime.date | None = None,
    meta: Path | None = None,
    outlet_from: str | None = None,
    only: Sequence[str] = (),
    min_score: float | None = None,
    places: Path | None = None,
    jobs: int | str | Executor | None = None,
    limit: float = 60,
    limit_memory: int = 2048,
    follow_links: bool = False,
    on_left_out: Callable[[LeftOut], None] | None = None,
) -> Iterator[Reading | Failure]:
    """The readings of all that lies under some paths, one at a time, and a Failure for each that cannot be read.

    paths         a file or folder, or several; "-" is standard input
    outlet, published, outlet_from   who printed them and when; outlet_from="folder" takes the folder's name
    meta          CSV of path or glob -> outlet, published, title, agency, url, id; a line of it beats the others
    jobs          how many processes, or an executor; None for one a core, as far as the free memory goes
    limit, limit_memory   seconds and megabytes that one report may take, opening and analysis
    follow_links  also read what links in a folder show that lies outside it
    on_left_out   called with each file that is no report, such as a picture
    For the rest see `read_text`. Readings come in the order of the paths, a Failure as soon as it is known. Originals
    are opened in a process of their own and analysed in others: a bad one takes nothing else along. UsageError, at
    once, where an argument cannot be used.
    """
    given = [os.fspath(paths)] if isinstance(paths, (str, os.PathLike)) else [os.fspath(path) for path in paths]
    date = given_date(published) if published is not None else None
    hints = HintSource.given(meta=meta, outlet=outlet, published=date, outlet_from=outlet_from)
    settings = Settings.given(min_score, places)
    check_settings(settings)
    executor_for(jobs)
    limits = Limits(memory=limit_memory * 2**20, seconds=limit)

    def readings() -> Iterator[Reading | Failure]:
        failed: list[Failure] = []  # since the last reading

        def reports() -> Iterator[Report]:
            for found in read_paths(
                given, hints=hints, read=worker, on_left_out=on_left_out, follow_links=follow_links
            ):
                if isinstance(found, Failure):
                    failed.append(found)
                else:
                    yield found.report

        with Worker(limits) as worker:
            for found in read_reports(reports(), only=only, settings=settings, jobs=jobs, worker=worker):
                yield from failed
                failed.clear()
                yield found
            yield from failed

    return readings()


def _report_of(text: str, said: Hints) -> Report:
    """The report of a text as the reader of .txt files makes it, but of no path."""
    data = text.encode("utf-8", "surrogatepass")
    read = plain_read(Original("", data=data, hints=said), text, data, charset="utf-8")
    return dataclasses.replace(read.report, paths=())


@functools.lru_cache(KEPT_PIPELINES)
def _pipeline(only: tuple[str, ...], settings: Settings) -> Pipeline:
    return Pipeline(only, settings=settings)
