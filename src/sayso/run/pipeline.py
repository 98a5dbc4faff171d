"""Report -> Reading: the steps, in order, for many reports at once.

Reports go through in batches, because the encoder and the parser are faster on several; where a batch is read, an
executor decides. A report that a step fails on becomes a Failure, and the others of its batch are read.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import importlib.metadata
import logging
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sayso import steps
from sayso.errors import ModelError, SaysoError
from sayso.lang import Language, load_language
from sayso.read import Failure
from sayso.read.limits import out_of_memory
from sayso.read.worker import Worker
from sayso.run.analyst import failure
from sayso.run.doing import ALL, doing
from sayso.run.executors import Executor, executor_for
from sayso.steps import Settings, Step
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.world.gazetteer import load_gazetteer

BATCH: Final = 16  # reports; larger ones gain under 3% and cost memory
BATCH_CHARACTERS: Final = 400_000
DEFAULT: Final = (
    "zones.v1", "tags.v1", "parse.v1", "tree.v1", "drafts.v1", "someones.v1", "chains.v1",
    "mentions.v3", "attributions.v1", "places.v1", "entities.v4",
    "times.v1", "quantities.v1", "events.v3", "factuality.v1", "labels.v1", "relations.v2", "claims.v3",
)  # fmt: skip
KEPT: Final = frozenset(Reading.__slots__[2:])
ALONE: Final = 50_000  # characters; a report of that size gains nothing from others in its batch, and may cost them
NO_MEMORY: Final = re.compile(r"bad_alloc|[Ff]ailed to allocate memory")  # ONNX Runtime raises no MemoryError
logger = logging.getLogger(__name__)


def load_steps() -> None:
    """Import every module that registers a step, plug-ins included."""
    extract = importlib.import_module("sayso.extract")
    for module in pkgutil.iter_modules(extract.__path__):
        importlib.import_module(f"sayso.extract.{module.name}")
    for name in ("parser", "tagger", "tree"):
        importlib.import_module(f"sayso.nlp.{name}")
    steps.load_plugins()


def check_settings(settings: Settings) -> None:
    """Raise UsageError where the user's list of places is none."""
    if settings.places:
        load_gazetteer(Path(settings.places))


def made_by(language: str = "en") -> str:
    """Return what a reading is made by now: the distributions with the weights, and the usual steps, in one line.

    Readings that were made by the same are the same for the same text.
    """
    words = load_language(language)
    parts = list(DEFAULT)
    for name in (words.parser, words.model):
        distribution = name.replace("_", "-")
        try:
            parts.insert(0, f"{distribution} {importlib.metadata.version(distribution)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return ", ".join(parts)


class Pipeline:
    """The steps of a reading for one language.

    only       names of steps, with or without a version: these and what they need; all of the usual ones where empty
    settings   what the user asks of all steps
    """

    def __init__(self, only: Sequence[str] = (), *, language: str = "en", settings: Settings | None = None) -> None:
        load_steps()
        self.language: Language = load_language(language)
        self.settings = settings or Settings()
        check_settings(self.settings)
        self.steps: tuple[Step, ...] = steps.select(only or DEFAULT, DEFAULT)

    def read(self, reports: Sequence[Report]) -> list[Reading | Failure]:
        """Read a batch; one Reading or Failure a report, in order.

        A report in another language than this pipeline's is given back without steps: its text is there, nothing in it
        was read. Raises ModelError if the model or the parser is missing or does not fit.
        """
        mine = [r for r in reports if r.lang in (None, self.language.code)]
        with collector_paused():
            done = dict(zip((id(r) for r in mine), self._read_batch(mine), strict=True))
        return [done.get(id(r)) or Reading(r) for r in reports]

    def _read_batch(self, reports: list[Report]) -> list[Reading | Failure]:
        try:
            return list(self._run(reports))
        except ModelError:  # a fault of the installation: no report is to blame, and none can be read
            raise
        except Exception as error:
            if len(reports) == 1:
                logger.debug("report %s", reports[0].id, exc_info=True)
                return [step_failure(reports[0], error, doing.step)]
            # one of them is at fault; alone each either passes or is named
            return [found for report in reports for found in self._read_batch([report])]

    def _run(self, reports: list[Report]) -> Iterator[Reading]:
        results: list[dict[str, Any]] = [
            {"report": r, "language": self.language, "settings": self.settings} for r in reports
        ]
        for step in self.steps:
            if step.many:
                doing(step.plain_name, reports[0].id if len(reports) == 1 else ALL)
                columns = {need: [held[need] for held in results] for need in step.needs}
                for held, given in zip(results, step.function(**columns), strict=True):
                    held[step.gives] = given
            else:
                for held in results:
                    doing(step.plain_name, held["report"].id)
                    held[step.gives] = step.function(**{need: held[need] for need in step.needs})
        names = tuple(step.name for step in self.steps)
        for held in results:
            doing("reading", held["report"].id)
            yield Reading(held["report"], names, **{name: held[name] for name in KEPT & held.keys()})


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Pause Python's collector of reference cycles while a batch is read, if it runs at all.

    The steps make few cycles (four reports left 1,900 objects in some, an object for four characters), but so many
    objects that it starts hundreds of times for a batch, and sometimes walks through every word list: 3.2% of the CPU
    (.55 of 16.9 s for 16 reports of PolNeAR dev). What a batch leaves behind is looked at once after it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def step_failure(report: Report, error: Exception, step: str) -> Failure:
    """The failure of a report on which a step raised an error."""
    if isinstance(error, MemoryError) or NO_MEMORY.search(str(error)):
        return failure(report, *out_of_memory(step))
    if isinstance(error, SaysoError):
        reason = str(error)
    else:
        reason = f"the step `{step}` failed with {type(error).__name__}: {error}"[:300]
    return failure(report, reason, "please report it with the text")


def batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Reports in batches of at most BATCH and about BATCH_CHARACTERS; one of over ALONE is a batch."""
    held: list[Report] = []
    size = 0
    for report in reports:
        if len(report.text) > ALONE:
            if held:
                yield held
            yield [report]
            held, size = [], 0
            continue
        if held and (len(held) == BATCH or size + len(report.text) > BATCH_CHARACTERS):
            yield held
            held, size = [], 0
        held.append(report)
        size += len(report.text)
    if held:
        yield held


def read_reports(
    reports: Iterable[Report],
    *,
    only: Sequence[str] = (),
    language: str = "en",
    settings: Settings | None = None,
    jobs: int | str | Executor | None = 1,
    worker: Worker | None = None,
    on_note: Callable[[str], None] | None = None,
) -> Iterator[Reading | Failure]:
    """Read any number of reports, in order; memory does not grow with their number.

    jobs      how many processes, None for one a core, or an executor (see `sayso.run.executors`)
    worker    that opens the reports; its limits hold for opening and analysis together. Without one nothing is limited,
              and a single process is this one
    on_note   called with what a user should know, such as that a process died and its reports are read again
    UsageError or StepError where something cannot be used.
    """
    executor = executor_for(jobs, worker.limits if worker is not None else None, worker=worker, on_note=on_note)
    check_settings(settings or Settings())  # told here, once, and not by each of several processes
    if only:
        load_steps()
        steps.select(only, DEFAULT)
    build = functools.partial(Pipeline, tuple(only), language=language, settings=settings)
    for answers in executor.run(build, batches(reports)):
        yield from answers
