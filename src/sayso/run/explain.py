"""Why a report's statements were found, and why others were not: what `sayso explain` and `said --why` tell."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, cast

from sayso.errors import ModelError
from sayso.extract.attributions import Explained, about_rule, explain_attributions
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp.tagger import load_tagger
from sayso.read import Failure
from sayso.read.limits import Limits
from sayso.run.doing import doing
from sayso.run.executors import Crew
from sayso.run.pipeline import step_failure
from sayso.steps import Settings
from sayso.values.report import Report

NO_RULES: Final = {  # what is named beside ids of rules
    "nested": "The tagger found it when it was shown the content of another statement alone.",
    "unlikely": "Its chance of being right is too low.",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the statements of one report came about.

    statements   those that were kept, in the order and with the ids of the reading's attributions
    removed      candidates that were not kept, in order of their first word, each with what removed it
    rules        each rule that is named above, and "nested" and "unlikely": its id, and what it is for in one sentence
    """

    report: Report
    statements: tuple[Explained, ...] = ()
    removed: tuple[Explained, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()

    def of(self, attribution: str) -> Explained | None:
        """How the attribution with this id came about; None where this report has none of that id."""
        return next((one for one in self.statements if one.id == attribution), None)

    def at(self, start: int, end: int) -> tuple[Explained, ...]:
        """All, kept or removed, of which a part touches these code points: "why was this not found?"."""
        return tuple(
            one
            for one in (*self.statements, *self.removed)
            if any(s.start < end and start < s.end for s in (*one.source, *one.cue, *one.content))
        )


class Explaining:
    """What reads a batch in another process, if explanations are asked for and not readings."""

    def read(self, reports: list[Report]) -> list[Explanation | Failure]:
        """One a report, in order. Raises ModelError where the model's files are missing."""
        return [self._one(report) for report in reports]

    def _one(self, report: Report) -> Explanation | Failure:
        try:
            return explain(report)
        except ModelError:
            raise
        except Exception as error:
            return step_failure(report, error, doing.step)


class Explainer:
    """Explains reports in a process with limits; used as a context.

    opening   seconds of CPU that opening reports took, by their ids; it counts against the limit
    """

    def __init__(self, limits: Limits, opening: MutableMapping[str, float] | None = None) -> None:
        self._opening = opening if opening is not None else {}
        self._crew = Crew(1, cast(Any, Explaining), limits)

    def __enter__(self) -> Explainer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._crew.close()

    def __call__(self, report: Report) -> Explanation | Failure:
        """The explanation of a report, or the Failure of one that ran out. ModelError as `explain`."""
        (found,) = self._crew.read([report], [self._opening.pop(report.id, 0.0)])
        return cast("Explanation | Failure", found)


def explain(report: Report, *, language: str = "en", settings: Settings | None = None) -> Explanation:
    """Say of every statement of a report how it came about, and of every removed candidate what removed it.

    Runs the steps that attributions need, no others. A report in another language is not read, so nothing is told of
    it. Raises ModelError where the model's files are missing, UsageError for a language that is not there.
    """
    words = load_language(language)
    if report.lang not in (None, words.code):
        return Explanation(report)
    doing("tags", report.id)
    (tagged,) = load_tagger(words.model).tag([report.text])
    doing("zones", report.id)
    zoned = zones(report, words)
    doing("attributions", report.id)
    told = explain_attributions(report, tagged, zoned, words, settings or Settings())
    kept = tuple(one for one in told if one.removed_by is None)
    removed = tuple(one for one in told if one.removed_by is not None)
    named = dict.fromkeys(rule for one in told for rule in (*one.rules, one.removed_by or ""))
    about = tuple((rule, sentence) for rule in named if (sentence := NO_RULES.get(rule) or about_rule(rule)))
    return Explanation(report, kept, removed, about)
