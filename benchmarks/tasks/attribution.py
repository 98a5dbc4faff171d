"""Who said what, in PolNeAR's dev split: cue, source and content, and whether they belong together.

A span counts as the set of words it touches, so punctuation never matters; a cue may be a mark, so in cues marks count
as well. In each report predicted and gold attributions are matched one to one, the best value first:

    LINK                    the Jaccard of the contents is at least 0.5, and the sources share a word or both have none
    LINKX                   content and source are the same words
    ROLE overlap, exact     spans of the role share a word; are the same words
    ROLE tok                words in any gold span of the role against words in any predicted one
    recall KIND             gold attributions met with a content of Jaccard at least 0.5, by how much of it is quoted

An attribution is left out if more than half of its content's words (its cue's, without a content) were set aside by the
annotators. All are F1 in per cent over the split, except where the name says precision or recall.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from benchmarks import feed, polnear
from benchmarks.peers import PEERS, peer_answers
from benchmarks.polnear import WORD, Document, Kind, Pieces, Said
from benchmarks.task import Run, Score, Task
from sayso.values.reading import Reading
from sayso.values.spans import Span

TOKEN: Final = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
KINDS: Final[tuple[Kind, ...]] = ("direct", "mixed", "indirect")
STEPS: Final = ("attributions", "entities")
Words = frozenset[int]
T = TypeVar("T")


class Touched:
    """The numbers of the words of a text that pieces of it touch."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        spans = [word.span() for word in pattern.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def __call__(self, pieces: Pieces) -> Words:
        out: set[int] = set()
        for start, end in pieces:
            first = bisect.bisect_right(self.ends, start)
            out.update(range(first, max(first, bisect.bisect_left(self.starts, end))))
        return frozenset(out)


@dataclass(frozen=True, slots=True)
class AsWords:
    """An attribution as the words of its parts."""

    source: Words
    cue: Words
    content: Words
    kind: Kind


def as_words(document: Document, said: Iterable[Said]) -> Iterator[AsWords]:
    """Attributions of a report as words, without those in what the annotators set aside."""
    words, tokens = Touched(document.text, WORD), Touched(document.text, TOKEN)
    discard = words(document.discard)
    for one in said:
        content = words(one.content)
        probe = content or words(one.cue)
        if not probe or len(probe & discard) <= len(probe) / 2:
            yield AsWords(words(one.source), tokens(one.cue), content, one.kind)


def jaccard(left: Words, right: Words) -> float:
    """Shared words by all words; 0 for two empty sets."""
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def content_value(found: AsWords, gold: AsWords) -> float:
    """How well two contents agree: their Jaccard from one half on, else 0."""
    value = jaccard(found.content, gold.content)
    return value if value >= 0.5 else 0.0


def link_value(found: AsWords, gold: AsWords) -> float:
    """As `content_value`, where the sources agree too."""
    agree = found.source & gold.source or not (found.source or gold.source)
    return content_value(found, gold) if agree else 0.0


def exact_value(found: AsWords, gold: AsWords) -> float:
    """1 where content and source are the same words."""
    return float(bool(found.content) and (found.content, found.source) == (gold.content, gold.source))


def matched(found: Sequence[T], gold: Sequence[T], value: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """Pairs of indexes (found, gold), one to one, the highest value first; a value of 0 is no pair."""
    rated = sorted((-value(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold))
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for worth, i, j in rated:
        if worth < 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


@dataclass(slots=True)
class Tally:
    """Right, found and expected, added up over a split."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Add one report."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1 in per cent, one digit; 0 of nothing."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1)


def tallies(documents: Iterable[Document], answers: Mapping[str, Sequence[Said]]) -> dict[str, Tally]:
    """Score predictions; a report without any counts as one with no attributions.

    answers   name of the report -> what was found; its `kind` is not looked at
    Returns measure -> Tally: LINK, LINKX, "ROLE overlap|exact|tok", "recall KIND".
    """
    names = [f"{role} {how}" for role in polnear.ROLES for how in ("overlap", "exact", "tok")]
    out = {name: Tally() for name in ("LINK", "LINKX", *names, *(f"recall {kind}" for kind in KINDS))}
    for document in documents:
        found, gold = (list(as_words(document, said)) for said in (answers.get(document.name, ()), document.said))
        for name, value in (("LINK", link_value), ("LINKX", exact_value)):
            out[name].add(len(matched(found, gold, value)), len(found), len(gold))
        for role in polnear.ROLES:
            spans = [[held for one in side if (held := getattr(one, role))] for side in (found, gold)]
            _add_role(out, role, *spans)
        met = Counter(gold[j].kind for _, j in matched(found, gold, content_value))
        for kind in KINDS:
            out[f"recall {kind}"].add(met[kind], 0, sum(one.kind == kind for one in gold))
    return out


def _add_role(out: dict[str, Tally], role: str, found: list[Words], gold: list[Words]) -> None:
    out[f"{role} overlap"].add(len(matched(found, gold, lambda f, g: len(f & g))), len(found), len(gold))
    out[f"{role} exact"].add(len(matched(found, gold, lambda f, g: float(f == g))), len(found), len(gold))
    every_found, every_gold = frozenset[int]().union(*found), frozenset[int]().union(*gold)
    out[f"{role} tok"].add(len(every_found & every_gold), len(every_found), len(every_gold))


def figures(found: Mapping[str, Tally]) -> dict[str, float]:
    """The tallies as the numbers of the table, in per cent."""
    out: dict[str, float] = {}
    for name, tally in found.items():
        precision, recall, f1 = tally.scores
        out[name] = recall if name.startswith("recall") else f1
        if name == "LINK":
            out |= {"LINK precision": precision, "LINK recall": recall}
    return out


def said_in(reading: Reading) -> list[Said]:
    """The attributions of a reading as pieces."""
    return [Said(_pieces_of(a.source), _pieces_of(a.cue), _pieces_of(a.content)) for a in reading.attributions]


def _pieces_of(spans: Iterable[Span]) -> Pieces:
    return tuple((span.start, span.end) for span in spans)


def said_by_peer(answers: Iterable[Mapping[str, Sequence[Sequence[int]]]]) -> list[Said]:
    """What a peer answers, as pieces."""
    out = []
    for answer in answers:
        source, cue, content = (tuple((s, e) for s, e in answer.get(role, ())) for role in polnear.ROLES)
        out.append(Said(source, cue, content))
    return out


def measure(run: Run) -> list[Score]:
    """Read the reports as `sayso annotate` does and score; peers on the same reports."""
    documents = polnear.load(run.gold)
    records = [{"id": document.name, "text": document.text} for document in documents]
    readings = feed.readings(records, only=STEPS)
    ours = figures(tallies(documents, {name: said_in(reading) for name, reading in readings.items()}))
    theirs: dict[str, dict[str, float]] = {}
    for peer in PEERS if run.peers else ():
        answers = peer_answers(peer, {document.name: document.text for document in documents}, run)
        if answers is not None:
            found = {name: said_by_peer(one) for name, one in answers.items()}
            theirs[peer] = figures(tallies(documents, found))
    return [Score(name, value, {peer: held[name] for peer, held in theirs.items()}) for name, value in ours.items()]


TASK: Final = Task("attribution", "attribution/polnear/dev", measure)
