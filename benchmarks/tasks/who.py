"""Who is who in whole reports: chains, speakers and what descriptions stand for, on gold of our own (tests/gold/who).

    conll exact, fitted     mean of MUC, B3 and CEAFe over chains of two mentions or more, by exact spans, and with each
                            mention moved to the gold mention that it shares most with, if that is half or more
    speakers                statements whose source is the source of an attribution (they share a character; of several
                            the closest) with the right entity as its speaker; of joint speakers all must be found
    descriptions to names   descriptions of someone whose name the report has, that lie in an entity with such a name
    junk entities           entities none of whose mentions shares a character with a gold mention
    he/she, they, ...       pronouns that lead to the right name or description, as in the task coref

The gold has someones alone: entities that the program itself calls a thing, an address or a document count in no chain
and are no junk, but a speaker may be one of them.

An entity is someone of the gold if none has more of its mentions, and if it has a name of him where the report has one
(else a description, where it has one): a pronoun's own entity is nobody. The texts lie in the folder of gold, under
news; those that are not there, or are not the ones that were answered, are an error.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks import feed, who_gold
from benchmarks.chains import Span, conll, fitted, overlap
from benchmarks.task import Record, Run, Score, Task
from benchmarks.tasks import coref
from sayso.errors import SaysoError
from sayso.values.reading import Reading
from sayso.values.terms import SOMEONE

STEPS: Final = ("attributions", "entities")


@dataclass(frozen=True)
class Answer:
    """What the program says of one report.

    entities   id -> spans of its mentions
    names      spans of proper names
    speaking   (spans of the source, id of the speaker's entity) of each attribution, of each of its joint speakers
    things     ids of the entities that are said to be no one
    """

    entities: Mapping[str, tuple[Span, ...]]
    names: frozenset[Span]
    speaking: Sequence[tuple[tuple[Span, ...], str | None]]
    things: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading) -> Answer:
        """The answer in a reading."""
        spans = {mention.id: (mention.span.start, mention.span.end) for mention in reading.mentions}
        owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
        sources = {one.id: tuple((s.start, s.end) for s in one.source) for one in reading.attributions}
        return cls(
            {entity.id: tuple(spans[m] for m in entity.mentions) for entity in reading.entities},
            frozenset(spans[mention.id] for mention in reading.mentions if mention.kind == "name"),
            [
                (sources[one.id], owner.get(who or ""))
                for one in reading.attributions
                for who in one.speakers or (one.speaker,)
            ],
            frozenset(entity.id for entity in reading.entities if entity.schema not in SOMEONE),
        )

    @property
    def someones(self) -> list[tuple[Span, ...]]:
        """The mentions of each entity that is someone."""
        return [spans for entity, spans in self.entities.items() if entity not in self.things]


class Judge:
    """One report of the gold beside an answer."""

    def __init__(self, record: Record, answer: Answer) -> None:
        self.record, self.answer = record, answer
        self.kinds: dict[Span, str] = {}
        self.owner: dict[Span, int] = {}
        for number, chain in enumerate(record["chains"]):
            for start, end, kind in chain["mentions"]:
                self.kinds[start, end], self.owner[start, end] = kind, number
        self.moved = {
            span: fitted(span, self.owner) for spans in answer.entities.values() for span in spans
        }  # of each mention the gold one that it stands in for
        self.gold = _by_chain(self.owner)

    def fitted_chains(self) -> list[list[Span]]:
        """The chains of the answer, with its mentions moved to those of the gold."""
        return [[self.moved[span] for span in spans] for spans in self.answer.someones]

    def _best_kind(self, chain: int) -> str:
        """The most telling kind of mention that a chain has."""
        held = {self.kinds[span] for span in self.gold[chain]}
        return next(kind for kind in who_gold.KINDS if kind in held)

    def is_someone(self, entity: str, chain: int) -> bool:
        """Whether an entity of the answer is this someone of the gold."""
        spans = [self.moved[span] for span in self.answer.entities[entity]]
        shares = collections.Counter(self.owner[span] for span in spans if span in self.owner)
        telling = self._best_kind(chain)
        named = any(self.owner.get(span) == chain and self.kinds[span] == telling for span in spans)
        return named and shares[chain] == max(shares.values())

    def _closest(self, source: Span) -> list[str | None]:
        """The speakers of the attributions whose source is closest to a source of the gold."""
        near = [(max((overlap(source, s) for s in spans), default=0.0), who) for spans, who in self.answer.speaking]
        best = max((share for share, _ in near), default=0.0)
        return [who for share, who in near if share == best > 0]

    def speakers(self) -> Iterator[bool]:
        """Of each statement whether all who speak are found."""
        for speakers in self.record["statements"]:
            yield all(
                any(who is not None and self.is_someone(who, chain) for who in self._closest((start, end)))
                for start, end, chain in speakers
            )

    def descriptions(self) -> Iterator[bool]:
        """Of each description of someone with a name whether an entity joins it with such a name."""
        entities = [set(spans) for spans in self.fitted_chains()]
        for spans in self.gold.values():
            names = [span for span in spans if self.kinds[span] == "name"]
            for span in spans:
                if names and self.kinds[span] == "description":
                    yield any(span in entity and not entity.isdisjoint(names) for entity in entities)

    def junk(self) -> Iterator[bool]:
        """Of each entity whether it is nobody."""
        for spans in self.answer.someones:
            yield not any(overlap(span, other) for span in spans for other in self.owner)


def _by_chain(owner: Mapping[Span, int]) -> dict[int, list[Span]]:
    chains: dict[int, list[Span]] = {}
    for span, number in owner.items():
        chains.setdefault(number, []).append(span)
    return chains


def _share(held: Iterable[bool]) -> float:
    flags = list(held)
    return round(100 * sum(flags) / max(1, len(flags)), 1)


def scores(records: Sequence[Record], texts: Mapping[str, str], answers: Mapping[str, Answer]) -> Iterator[Score]:
    """The numbers of some reports.

    texts, answers   id of a report -> its text, what the program says of it; a report without an answer counts as one
                     in which nothing was found
    """
    nothing = Answer({}, frozenset(), [])
    given = {record["id"]: answers.get(record["id"], nothing) for record in records}
    judges = {record["id"]: Judge(record, given[record["id"]]) for record in records}
    gold = {key: list(judge.gold.values()) for key, judge in judges.items()}
    found = {key: [list(spans) for spans in answer.someones] for key, answer in given.items()}
    moved = {key: judge.fitted_chains() for key, judge in judges.items()}
    yield Score("conll exact", round(conll(gold, found)["conll"], 1))
    yield Score("conll fitted", round(conll(gold, moved)["conll"], 1))
    yield Score("speakers", _share(right for judge in judges.values() for right in judge.speakers()))
    yield Score("descriptions to names", _share(right for judge in judges.values() for right in judge.descriptions()))
    yield Score("junk entities", _share(junk for judge in judges.values() for junk in judge.junk()), less=True)
    documents = [who_gold.as_gum(record, texts[record["id"]]) for record in records]
    names = {key: answer.names for key, answer in given.items()}
    for group, (_, _, recall) in sorted(coref.rates(documents, found, names).items()):
        yield Score(group, round(recall, 1))


def measure(run: Run) -> Iterator[Score]:
    """Read the reports as `sayso annotate` does; the blind third too, if asked for."""
    for blind in (False, True) if run.blind else (False,):
        records = who_gold.load(blind=blind)
        texts = who_gold.texts(records, run.folder / "news") if run.folder else {}
        for record in records:
            text = texts.get(record["id"])
            if text is None:
                raise SaysoError(f"the text of {record['id']} is not there; name its folder with --gold DIR")
            for fault in who_gold.faults(record, text):
                raise SaysoError(f"{record['id']}: {fault}")
        readings = feed.readings(({"id": key, "text": text} for key, text in texts.items()), only=STEPS, language="en")
        for key, reading in readings.items():
            if reading.report.text != texts[key]:
                raise SaysoError(f"{key} was read as another text")
        answers = {key: Answer.of(reading) for key, reading in readings.items()}
        for score in scores(records, texts, answers):
            yield Score(f"{'blind ' if blind else ''}{score.measure}", score.value, less=score.less)


TASK: Final = Task("who", "tests/gold/who", measure, own=True, asked=True, needs=("who.jsonl",))
