"""Who is who over several reports, end to end: NewsWCL50 (actors) and ECB+ (people and bodies), development topics.

The reports of a topic are read, and their entities joined as a case joins them. A mention of the program is the gold's
where they overlap best, one to one. B3 is over those, with what only one side has alone (precision) or missed (recall);
NAMEPAIR over all pairs of different words of one topic, pronouns left out: the same actor, and the same identity. The
baseline joins the program's own mentions by their head word alone. Named people of the gold that stand in one identity
are told on standard error. SAYSO_BENCH_KEEP=FOLDER keeps the readings between runs (`benchmarks/kept.py`).
"""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import kept
from benchmarks.task import Record, Run, Score, Task
from sayso.compare.actors import actors
from sayso.compare.identity import identities
from sayso.lang import load_language
from sayso.values.reading import Reading

WCL: Final = "actors/newswcl50-dev.jsonl"
ECB: Final = "crossdoc/ecbplus_train_dev.jsonl"
DEV_TOPICS: Final = frozenset("2 5 12 18 21 23 34 35".split())
STEPS: Final = ("relations",)  # what a case's actors are made of
ACTOR: Final = "_ACTOR"
SINGLE: Final = "SINGLE_"
HUMAN: Final = "HUMAN_PART"
PERSON: Final = "HUMAN_PART_PER"
Key = tuple[str, int]


class Said(NamedTuple):
    """One mention: where it stands, its words, and whom it is of."""

    start: int
    end: int
    text: str
    entity: str


class Document(NamedTuple):
    """A report of the gold: its topic, its text, its mentions, and the actors that are named persons."""

    id: str
    topic: str
    text: str
    mentions: tuple[Said, ...]


def newswcl(path: Path) -> list[Document]:
    """NewsWCL50's reports with the mentions of actors alone."""
    out = []
    for record in _records(path):
        held = [Said(m["start"], m["end"], m["text"], m["entity"]) for m in record["mentions"]
                if m["entity"].endswith(ACTOR) or m["type"] == ACTOR.strip("_")]  # fmt: skip
        out.append(Document(record["id"], record["topic"], record["text"], tuple(held)))
    return out


def ecb(path: Path) -> list[Document]:
    """ECB+'s development topics with the mentions of people and bodies."""
    out = []
    for record in _records(path):
        if record["topic"] in DEV_TOPICS:
            held = [Said(m["start"], m["end"], m["text"], m["chain"]) for m in record["mentions"]
                    if m["tag"].startswith(HUMAN)]  # fmt: skip
            out.append(Document(record["id"], record["topic"], record["text"], tuple(held)))
    return out


def _records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def joined(topic: Iterable[Reading]) -> dict[str, list[Said]]:
    """Report -> the mentions of the reports of one topic, each with its identity."""
    held = {reading.report.id: reading for reading in topic}
    by_report = {id_: actors(reading) for id_, reading in held.items()}
    found = identities(by_report, (), {id_: at for at, id_ in enumerate(sorted(held))})
    owner = {entity: one.id for one in found.values() for entity in one.entities}
    return {id_: list(_mentions(reading, owner)) for id_, reading in held.items()}


def by_head(topic: Iterable[Reading]) -> dict[str, list[Said]]:
    """The baseline: the same mentions, one actor for each head word, in small letters and without a plural's s."""
    out: dict[str, list[Said]] = {}
    for reading in topic:
        heads = {m.id: m.head.text.lower().removesuffix("s") for m in reading.mentions}
        pronouns = load_language("en").pronouns.all
        of = {one.id: min((heads[m] for m in one.mentions if heads[m] not in pronouns), default=one.id, key=len)
              for one in reading.entities}  # fmt: skip
        out[reading.report.id] = [
            Said(said.start, said.end, said.text, heads[id_] if heads[id_] not in pronouns else of[said.entity])
            for id_, said in _with_ids(reading, {one.id: one.id for one in reading.entities})
        ]
    return out


def _mentions(reading: Reading, owner: Mapping[str, str]) -> Iterator[Said]:
    return (said for _, said in _with_ids(reading, owner))


def _with_ids(reading: Reading, owner: Mapping[str, str]) -> Iterator[tuple[str, Said]]:
    spans = {mention.id: mention.span for mention in reading.mentions}
    for entity in reading.entities:
        if entity.id in owner:
            for id_ in entity.mentions:
                span = spans[id_]
                yield id_, Said(span.start, span.end, span.text, owner[entity.id])


def matched(given: Sequence[Said], gold: Sequence[Said]) -> dict[int, int]:
    """Given -> gold mentions that overlap, one to one, those first that overlap most."""
    pairs = []
    for i, one in enumerate(given):
        for j, other in enumerate(gold):
            shared = min(one.end, other.end) - max(one.start, other.start)
            if shared > 0:
                pairs.append((-shared / (max(one.end, other.end) - min(one.start, other.start)), i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def scores(documents: Sequence[Document], given: Mapping[str, Sequence[Said]]) -> dict[str, float]:
    """B3 and NAMEPAIR, each F1 in per cent, of mentions with whom they are of, by document.

    >>> gold = [Document("r", "t", "Terzo Tam", (Said(0, 5, "Terzo", "a"), Said(6, 9, "Tam", "a")))]
    >>> scores(gold, {"r": [Said(0, 5, "Terzo", "x"), Said(6, 9, "Tam", "x")]})
    {'B3': 100.0, 'NAMEPAIR': 100.0}
    """
    key: dict[str, set[Key | tuple[str, str]]] = defaultdict(set)
    answer: dict[str, set[Key | tuple[str, str]]] = defaultdict(set)
    words: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    said: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    pronouns = load_language("en").pronouns.all
    for document in documents:
        own = given.get(document.id, ())
        found = matched(own, document.mentions)
        for j, mention in enumerate(document.mentions):
            key[mention.entity].add((document.id, j))
            words[document.topic, mention.text.casefold().strip()][mention.entity] += 1
        for i, mention in enumerate(own):
            at: Key | tuple[str, str] = (document.id, found[i]) if i in found else (document.id, f"only {i}")
            answer[mention.entity].add(at)
            if i in found:
                text = document.mentions[found[i]].text.casefold().strip()
                said[document.topic, text][mention.entity] += 1
    recall, precision = _b3(key, answer), _b3(answer, key)
    for one in [one for one in words if one[1] in pronouns]:
        del words[one]
    right = told = true = 0
    for topic in {topic for topic, _ in words}:
        held = [one for one in words if one[0] == topic]
        for a, b in itertools.combinations(held, 2):
            same = _most(words[a]) == _most(words[b])
            joins = a in said and b in said and _most(said[a]) == _most(said[b])
            right, told, true = right + (same and joins), told + joins, true + same
    return {"B3": _f1(precision, recall), "NAMEPAIR": _f1(right / max(told, 1), right / max(true, 1))}


def _b3(of: Mapping[str, set[Key | tuple[str, str]]], against: Mapping[str, set[Key | tuple[str, str]]]) -> float:
    """The mean over all mentions of `of`: how much of its group stands with it on the other side."""
    where = {at: group for group in against.values() for at in group}
    shares = [len(group & where.get(at, {at})) / len(group) for group in of.values() for at in group]
    return sum(shares) / max(len(shares), 1)


def _most(counts: Counter[str]) -> str:
    return counts.most_common(1)[0][0]


def _f1(precision: float, recall: float) -> float:
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


def wrong_merges(documents: Sequence[Document], given: Mapping[str, Sequence[Said]]) -> list[tuple[str, str, str]]:
    """(topic, a name, another name): actors of the gold that are called by names of two words and stand in one.

    Chains of one mention, SINGLE in ECB+, are of mentions that the corpus did not follow: most stand for someone who
    has a chain, by the same name, and tell of no wrong merge.
    """
    held: dict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for document in documents:
        own = given.get(document.id, ())
        for i, j in matched(own, document.mentions).items():
            gold = document.mentions[j]
            parts = gold.text.split()
            if not gold.entity.startswith(SINGLE) and len(parts) > 1 and all(part[:1].isupper() for part in parts):
                held[document.topic, own[i].entity][gold.entity][gold.text] += 1
    return sorted(
        (topic, _most(one), _most(other))
        for (topic, _), by in held.items()
        for one, other in itertools.combinations(by.values(), 2)
    )


def measure(run: Run) -> Iterator[Score]:
    """The scores of both sets, each beside its baseline."""
    for name, documents in (("NewsWCL50", newswcl(run.gold / WCL)), ("ECB+", ecb(run.gold / ECB))):
        read = kept.readings(({"id": one.id, "text": one.text} for one in documents), only=STEPS)
        topics: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.id in read:
                topics[document.topic].append(document)
        made: dict[str, dict[str, list[Said]]] = {"": {}, " by head": {}}
        for held in topics.values():
            ids = {read[one.id].report.id: one.id for one in held}
            for kind, join in (("", joined), (" by head", by_head)):
                found = join(read[one.id] for one in held)
                made[kind] |= {ids[id_]: mentions for id_, mentions in found.items()}
        for kind, given in made.items():
            for measured, value in scores(documents, given).items():
                yield Score(f"{name} {measured}{kind}", value)
        merges = wrong_merges(documents, made[""])
        for topic, one, other in merges:
            run.say(f"{name}, topic {topic}: {one!r} and {other!r} are in one identity")
        yield Score(f"{name} named people merged", float(len(merges)), less=True)


TASK: Final = Task("actors", "", measure, asked=True, needs=(WCL, ECB))
