"""MUC-4: whether the organisation behind an incident is found, and how sure the report is of it (reported, no bar).

Gold is news/muc4: reports on violence in Latin America, in capitals, with templates made by hand. Of each template that
names an organisation and how sure the report is:

    sentences     share of the sentences of the texts that are no longer than LONGEST words: whether capitals are parted
    found         the organisation is named in an agent of an event that has a PLOVER type of violence, or it is accused
                  of one
    confidence    of those found, the share whose confidence is right: as fact (the report says so itself), claimed (the
                  organisation says so), accused, by authorities (a public body or its people say so), possible (not as
                  certain); "macro" is the mean F1 of the five
    accusation    the same with the two kinds of accusation as one

Every STEP-th text with such a template is read, each with its date and outlet. Nothing was fitted on these texts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks import feed
from benchmarks.task import Record, Run, Score, Task
from sayso.values.findings import Attribution, Event
from sayso.values.reading import Reading

FILE: Final = "news/muc4/muc4-dev.jsonl"
STEP: Final = 5
LONGEST: Final = 80
VIOLENT: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "THREATEN"})
CLASSES: Final = {
    "REPORTED AS FACT": "fact",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "by authorities",
    "SUSPECTED OR ACCUSED": "accused",
    "POSSIBLE": "possible",
}
QUOTED: Final = re.compile(r'"([^"]+)"')
AUTHORITY: Final = re.compile(
    r"\b(?:army|armed|police|military|minist\w+|government|president|general|colonel|major|captain|officials?|"
    r"command\w*|brigade|battalion|guard|authorit\w+|coprefa|forces|judge|prosecutor)\b",
    re.I,
)


def wanted(templates: list[Record]) -> list[tuple[tuple[str, ...], str]]:
    """(forms of the organisation, class of confidence) of the templates that tell both, each pair once."""
    out: dict[tuple[tuple[str, ...], str], None] = {}
    for template in templates:
        for line in template.get("PERP: ORGANIZATION CONFIDENCE", ()):
            kind, _, names = line.partition(":")
            forms = tuple(form.casefold() for form in QUOTED.findall(names))
            if forms and kind.strip() in CLASSES:
                out[forms, CLASSES[kind.strip()]] = None
    return list(out)


class Confidence:
    """How sure one reading is that somebody did something violent."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.told: dict[str, Attribution] = {one.id: one for one in reading.attributions}
        words = {mention.id: mention.span.text for mention in reading.mentions}
        schemas = {mention.id: mention.schema for mention in reading.mentions}
        self.forms: dict[str, str] = dict(words)
        self.public: dict[str, bool] = {}
        for entity in reading.entities:
            forms = " | ".join([*(words[m] for m in entity.mentions), *(fact.value for fact in entity.facts)])
            for mention in entity.mentions:
                self.forms[mention] = forms
                self.public[mention] = schemas[mention] == "PublicBody" or bool(AUTHORITY.search(forms))

    def _is(self, mention: str | None, names: tuple[str, ...]) -> bool:
        return _names(self.forms.get(mention or "", ""), names)

    def of(self, names: tuple[str, ...]) -> str | None:
        """The class for an organisation of these names, the surest that any event gives; None where it is not found."""
        found = {self._kind(event, names) for event in self.reading.events} - {None}
        order = ("claimed", "fact", "by authorities", "accused", "possible")
        return next((kind for kind in order if kind in found), None)

    def _kind(self, event: Event, names: tuple[str, ...]) -> str | None:
        agents = [part.span.text for part in event.arguments if part.role == "agent" and part.span is not None]
        acts = event.type in VIOLENT and (
            any(self._is(mention, names) for mention in event.actors) or any(_names(words, names) for words in agents)
        )
        accused = event.type == "ACCUSE" and any(self._is(mention, names) for mention in event.recipients)
        if not acts and not accused:
            return None
        if acts and event.state not in ("done", "unknown"):
            return None
        voice = self.told.get(event.inside or "")
        if voice is not None and self._is(voice.speaker, names):
            return "claimed"
        if accused:
            speakers = event.actors or ((voice.speaker,) if voice is not None and voice.speaker else ())
            return "by authorities" if any(self.public.get(one, False) for one in speakers) else "accused"
        if event.factuality != "CT+":
            return "possible"
        if voice is None:
            return "fact"
        return "by authorities" if voice.speaker and self.public.get(voice.speaker, False) else "accused"


def _names(words: str, names: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", words.casefold()) for name in names)


def macro(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 of the classes of the gold, in per cent.

    >>> macro([("fact", "fact"), ("possible", "fact")])
    33.33...
    """
    scores = []
    for kind in {gold for gold, _ in pairs}:
        right = sum(gold == made == kind for gold, made in pairs)
        scores.append(2 * right / sum((gold == kind) + (made == kind) for gold, made in pairs))
    return 100 * sum(scores) / max(1, len(scores))


def texts(path: Path) -> list[Record]:
    """Every STEP-th report that has a template with an organisation and how sure the report is of it."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    held = [line for line in lines if wanted(line.get("templates") or [])]
    return held[::STEP]


def measure(run: Run) -> Iterator[Score]:
    """Read the texts as `sayso annotate` does, as English, and compare with the templates."""
    records = texts(run.gold)
    given = [
        {"id": line["id"], "text": line["text"], "outlet": line.get("outlet"), "published": line.get("date")}
        for line in records
    ]
    readings = feed.readings(given, language="en")
    pairs: list[tuple[str, str]] = []
    total = sentences = short = 0
    for line in records:
        reading = readings.get(line["id"])
        if reading is None:
            continue
        told = {span for claim in reading.claims for span in claim.evidence}
        sentences += len(told)
        short += sum(len(span.text.split()) <= LONGEST for span in told)
        judge = Confidence(reading)
        for names, kind in wanted(line["templates"]):
            total += 1
            made = judge.of(names)
            if made is not None:
                pairs.append((kind, made))
    merged = [tuple("accused" if kind == "by authorities" else kind for kind in pair) for pair in pairs]
    yield Score("sentences", 100 * short / max(1, sentences))
    yield Score("found", 100 * len(pairs) / max(1, total))
    yield Score("confidence", 100 * sum(gold == made for gold, made in pairs) / max(1, len(pairs)))
    yield Score("confidence macro", macro(pairs))
    yield Score("accusation", 100 * sum(gold == made for gold, made in merged) / max(1, len(pairs)))
    common = max((sum(gold == kind for gold, _ in pairs) for kind in CLASSES.values()), default=0)
    yield Score("always the commonest", 100 * common / max(1, len(pairs)))


TASK: Final = Task("muc", FILE, measure, asked=True)
