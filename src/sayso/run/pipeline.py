"""Report -> Reading: the steps, in order, for many reports at once.

Reports go through in batches, because the encoder and the parser are faster on several; where a batch is read, an
executor decides. A report that a step fails on becomes a Failure, and the others of its batch are read.
"""

from __future__ import annotations

import functools
import importlib
import logging
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sayso import steps
from sayso.errors import ModelError, SaysoError
from sayso.lang import Language, load_language
from sayso.read import Failure
from sayso.run.executors import Executor, executor_for
from sayso.steps import Settings, Step
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.world.gazetteer import load_gazetteer

BATCH: Final = 16  # reports; larger ones gain under 3% and cost memory
BATCH_CHARACTERS: Final = 400_000
DEFAULT: Final = (
    "zones.v1", "tags.v1", "parse.v1", "tree.v1", "drafts.v1", "someones.v1", "chains.v1",
    "mentions.v3", "attributions.v1", "entities.v3",
    "times.v1", "places.v1", "quantities.v1", "events.v2", "factuality.v1", "claims.v2",
)  # fmt: skip
KEPT: Final = frozenset(Reading.__slots__[2:])
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
                return [_failure(reports[0], error)]
            # one of them is at fault; alone each either passes or is named
            return [found for report in reports for found in self._read_batch([report])]

    def _run(self, reports: list[Report]) -> Iterator[Reading]:
        results: list[dict[str, Any]] = [
            {"report": r, "language": self.language, "settings": self.settings} for r in reports
        ]
        for step in self.steps:
            if step.many:
                columns = {need: [held[need] for held in results] for need in step.needs}
                for held, given in zip(results, step.function(**columns), strict=True):
                    held[step.gives] = given
            else:
                for held in results:
                    held[step.gives] = step.function(**{need: held[need] for need in step.needs})
        names = tuple(step.name for step in self.steps)
        for held in results:
            yield Reading(held["report"], names, **{name: held[name] for name in KEPT & held.keys()})


def _failure(report: Report, error: Exception) -> Failure:
    if isinstance(error, SaysoError):
        reason = str(error)
    else:
        reason = f"a step failed with {type(error).__name__}: {error}"[:300]
    path = report.paths[0] if report.paths else report.id
    return Failure(path, "pipeline", reason, "please report it with the text", report.sha256)


def batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Reports in batches of at most BATCH and about BATCH_CHARACTERS."""
    held: list[Report] = []
    size = 0
    for report in reports:
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
    jobs: int | str | Executor = 1,
) -> Iterator[Reading | Failure]:
    """Read any number of reports, in order; memory does not grow with their number.

    jobs   how many processes, or an executor (see `sayso.run.executors`)
    """
    executor = executor_for(jobs)
    check_settings(settings or Settings())  # told here, once, and not by each of several processes
    build = functools.partial(Pipeline, tuple(only), language=language, settings=settings)
    for answers in executor.run(build, batches(reports)):
        yield from answers
