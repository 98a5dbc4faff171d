"""Who is called what, and which evaluative words are put on whom, on NewsWCL50 (35 reports, 7 matters, 5 outlets).

    naming       descriptions of single actors ("the president"): those whose last word is in lower case. A cluster of
                 ours, an identity within one matter, stands for the actor that most of its mentions share half their
                 characters with. Right is a description that shares half with one of the gold of that actor. P over the
                 descriptions of clusters that stand for an actor, R over the gold. Only actors, not countries, groups
                 and people of one kind, which the gold calls one actor.
    evaluation   labels of ours and of the gold that share a character, one to one, the longest first; `with target`:
                 of those whose target the gold knows, ours stands on a mention of it. `polarity`: the share of the
                 matched with the gold's.

Beside the naming stands what the head nouns give: the same mentions, one cluster a chief word. The texts trained and
tuned nothing but the list of words that judge, which was looked at on the reports of matters 0 to 3.
"""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks import feed
from benchmarks.task import Record, Run, Score, Task
from sayso.case import open_case
from sayso.values.reading import Reading

FILE: Final = "newswcl50-dev.jsonl"
WORD: Final = re.compile(r"[A-Za-z][\w\-]*")
POLARITY: Final = {-1: "neg", 0: "neu", 1: "pos"}
Span = tuple[int, int]


@dataclass(frozen=True)
class Answer:
    """What the program says of one report.

    mentions   (span, cluster): names and descriptions of someone
    labels     (span, polarity as the gold writes it, span of the target)
    """

    mentions: Sequence[tuple[Span, str]] = ()
    labels: Sequence[tuple[Span, str, Span | None]] = ()


@dataclass
class Counts:
    """Right, found and expected."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def scores(self, name: str) -> Iterator[Score]:
        """F, precision and recall in per cent."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        for kind, value in (("F", f1), ("precision", p), ("recall", r)):
            yield Score(f"{name} {kind}", round(100 * value, 1))


@dataclass
class Evaluation:
    """The counts of evaluative words."""

    spans: Counts = field(default_factory=Counts)
    targets: Counts = field(default_factory=Counts)
    polar: int = 0


def described(text: str) -> bool:
    """Whether words are a description: the last one begins in lower case.

    >>> described("the regime's"), described("Mr. Kim")
    (True, False)
    """
    found = WORD.findall(re.sub(r"['’]s$", "", text.strip()))
    return bool(found) and found[-1][0].islower()


def shared(left: Span, right: Span) -> int:
    """Characters that two spans share."""
    return min(left[1], right[1]) - max(left[0], right[0])


def half(left: Span, right: Span) -> bool:
    """Whether two spans share half of what both cover."""
    return max(0, shared(left, right)) / (max(left[1], right[1]) - min(left[0], right[0])) >= 0.5


def _span(one: Record) -> Span:
    return one["start"], one["end"]


def naming(gold: Sequence[Record], answers: Mapping[str, Answer]) -> Counts:
    """How many descriptions of actors are found, and lie in a cluster that stands for the actor."""
    actors = {report["id"]: [one for one in report["mentions"] if one["entity"].endswith("_ACTOR")] for report in gold}
    votes: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for report in gold:
        for span, cluster in answers[report["id"]].mentions:
            for one in actors[report["id"]]:
                if half(span, _span(one)):
                    votes[report["topic"], cluster][one["entity"]] += 1
    counts = Counts()
    for report in gold:
        wanted = [one for one in actors[report["id"]] if described(one["text"])]
        counts.gold += len(wanted)
        taken: set[int] = set()
        for span, cluster in answers[report["id"]].mentions:
            stands = votes.get((report["topic"], cluster))
            if not stands or not described(report["text"][span[0] : span[1]]):
                continue
            counts.found += 1
            actor = stands.most_common(1)[0][0]
            for number, one in enumerate(wanted):
                if number not in taken and one["entity"] == actor and half(span, _span(one)):
                    taken.add(number)
                    counts.right += 1
                    break
    return counts


def evaluation(gold: Sequence[Record], answers: Mapping[str, Answer]) -> Evaluation:
    """How many evaluative words are found, and of those with a target how many with the right one."""
    out = Evaluation()
    for report in gold:
        wanted, found = report["labels"], answers[report["id"]].labels
        near = sorted(
            (-shared(span, _span(one)), i, j)
            for i, (span, _, _) in enumerate(found)
            for j, one in enumerate(wanted)
            if shared(span, _span(one)) > 0
        )
        out.spans.found += len(found)
        out.spans.gold += len(wanted)
        out.targets.gold += sum(bool(one["target_entity"]) for one in wanted)
        ours, theirs, open_ones = set[int](), set[int](), set[int]()
        for _, i, j in near:
            if i in ours or j in theirs:
                continue
            ours.add(i)
            theirs.add(j)
            out.spans.right += 1
            _, polarity, target = found[i]
            out.polar += polarity == wanted[j]["polarity"]
            whom = wanted[j]["target_entity"]
            if not whom:
                open_ones.add(i)
            elif target is not None:
                out.targets.right += any(
                    shared(target, _span(one)) > 0 and one["entity"] == whom for one in report["mentions"]
                )
        out.targets.found += sum(target is not None and i not in open_ones for i, (_, _, target) in enumerate(found))
    return out


def answer_of(reading: Reading, cluster: Mapping[str, str]) -> Answer:
    """The answer in a reading.

    cluster   entity -> identity
    """
    spans = {one.id: (one.span.start, one.span.end) for one in reading.mentions}
    owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}
    mentions = [
        (spans[one.id], cluster[owner[one.id]])
        for one in reading.mentions
        if one.kind != "pronoun" and owner.get(one.id) in cluster
    ]
    labels = [
        ((one.span.start, one.span.end), POLARITY[one.polarity], spans[one.target] if one.target else None)
        for one in reading.labels
    ]
    return Answer(mentions, labels)


def by_head(reading: Reading) -> Answer:
    """The mentions of a reading, one cluster a chief word."""
    return Answer([
        ((one.span.start, one.span.end), one.head.text.lower()) for one in reading.mentions if one.kind != "pronoun"
    ])  # fmt: skip


def clusters(readings: Iterable[Reading]) -> dict[str, str]:
    """Entity -> identity, of reports that are one case."""
    with open_case(":memory:", create=True) as opened:
        for reading in readings:
            opened.add(reading)
        return {entity: one.id for one in opened.identities().values() for entity in one.entities}


def load(folder: Path) -> list[Record]:
    """The reports of the gold."""
    return [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines() if line.strip()]


def measure(run: Run) -> Iterator[Score]:
    """Read the reports as `sayso annotate` does, each matter as a case of its own."""
    gold = load(run.gold)
    readings = feed.readings(({"id": one["id"], "text": one["text"]} for one in gold), language="en")
    topics: dict[str, list[str]] = {}
    for one in gold:
        topics.setdefault(one["topic"], []).append(one["id"])
    answers: dict[str, Answer] = {}
    for held in topics.values():
        joined = clusters(readings[key] for key in held)
        answers |= {key: answer_of(readings[key], joined) for key in held}
    yield from naming(gold, answers).scores("naming")
    heads = naming(gold, {key: by_head(reading) for key, reading in readings.items()})
    yield next(heads.scores("naming by head nouns alone"))
    judged = evaluation(gold, answers)
    yield from judged.spans.scores("evaluation")
    yield from judged.targets.scores("evaluation with target")
    yield Score("polarity of the matched", round(100 * judged.polar / max(1, judged.spans.right), 1))


TASK: Final = Task("labels", "labels", measure, asked=True, needs=(FILE,))
