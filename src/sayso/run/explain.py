"""Why a report's statements were found, and why others were not: what `sayso explain` and `said --why` tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions import Explained, about_rule, explain_attributions
from sayso.extract.zones import zones
from sayso.lang import load_language
from sayso.nlp.tagger import load_tagger
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


def explain(report: Report, *, language: str = "en", settings: Settings | None = None) -> Explanation:
    """Say of every statement of a report how it came about, and of every removed candidate what removed it.

    Runs the steps that attributions need, no others. A report in another language is not read, so nothing is told of
    it. Raises ModelError where the model's files are missing, UsageError for a language that is not there.
    """
    words = load_language(language)
    if report.lang not in (None, words.code):
        return Explanation(report)
    (tagged,) = load_tagger(words.model).tag([report.text])
    told = explain_attributions(report, tagged, zones(report, words), words, settings or Settings())
    kept = tuple(one for one in told if one.removed_by is None)
    removed = tuple(one for one in told if one.removed_by is not None)
    named = dict.fromkeys(rule for one in told for rule in (*one.rules, one.removed_by or ""))
    about = tuple((rule, sentence) for rule in named if (sentence := NO_RULES.get(rule) or about_rule(rule)))
    return Explanation(report, kept, removed, about)
