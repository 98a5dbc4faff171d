"""Relations: who is for or against whom, in sentences (Park and others 2021) and over whole stories (SEESAW).

Park: two spans of a sentence and one of five labels: 0 none, 1 a is for b, 2 b is for a, 3 a is against b, 4 b is
against a. A relation counts if a and b lie in what it calls holder and target, or are another name of theirs.

    SIGNED F1   of the four labels that are not 0; sign F1 leaves the direction aside

SEESAW (Zhang and others 2022): whole reports with stances between named holders and targets. Nothing was trained on it.
A relation counts unless it is denied; those that differ only in the word that shows them are one.

    TRIPLE F1   sentence, sign, holder and target right, one to one; precision and recall beside it
    PAIR F1     the same by report: the sign of the sum over holder and target
    TARGET F1   sentence, sign and target right
    baseline    the same measures for a path from a listed verb's subject to its object, with names as they are written

Every twelfth story is read; all of them by the task `seesaw`, which takes long.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import feed
from benchmarks.seesaw import seesaw_scores
from benchmarks.task import Record, Run, Score, Task
from sayso.lang import load_language
from sayso.nlp.parser import load_parser
from sayso.nlp.tree import Tree
from sayso.values.reading import Reading

PARK: Final = "park2021-dev.jsonl"
SEESAW: Final = "seesaw-dev.jsonl"
DENIED: Final = frozenset({"CT-", "PR-", "PS-"})
NONE: Final = 0
EVERY: Final = 12


def lines_of(path: Path) -> list[Record]:
    """The records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


# one sentence, two spans


class Ends:
    """Who of a reading a span may be."""

    def __init__(self, reading: Reading) -> None:
        self.mentions = {mention.id: mention for mention in reading.mentions}
        self.owner = {mention: entity.id for entity in reading.entities for mention in entity.mentions}

    def are(self, mention: str, span: Any) -> bool:
        """Whether a mention covers a span, or stands for the same someone as a mention whose own words it is."""
        words = self.mentions[mention].span
        if words.start <= span[0] and span[1] <= words.end:
            return True
        return self.owner.get(mention) in {
            self.owner.get(one.id) for one in self.mentions.values()
            if one.span.start < span[1] and span[0] < one.span.end and span[0] <= one.head.end
        }  # fmt: skip


def label(reading: Reading | None, record: Record) -> int:
    """One of Park's labels; what is certain before what is likely, of equals a towards b."""
    spans = record.get("a"), record.get("b")
    if reading is None or not all(isinstance(span, list) and len(span) == 2 for span in spans):
        return NONE
    ends = Ends(reading)
    found = []
    for relation in reading.relations:
        if relation.factuality in DENIED:
            continue
        for forth, (one, other) in enumerate((spans[::-1], spans)):
            if ends.are(relation.holder, one) and ends.are(relation.target, other):
                found.append((relation.factuality != "CT+", not forth, 2 - forth + (0 if relation.sign > 0 else 2)))
    return min(found)[2] if found else NONE


def predict(records: Sequence[Record]) -> Iterator[Record]:
    """A label for each sentence."""
    numbered = [{"id": str(number), "text": str(record.get("text") or "")} for number, record in enumerate(records)]
    readings = feed.readings([one for one in numbered if one["text"]], only=("relations",), language="en")
    for number, record in enumerate(records):
        yield {"id": record.get("id"), "label": label(readings.get(str(number)), record)}


def judge(records: Sequence[Record], predictions: Sequence[Record]) -> list[Score] | None:
    """SIGNED and sign F1; None where no answers are given."""
    if not records or any("label" not in record for record in records):
        return None
    pairs = [(gold["label"], found["label"]) for gold, found in zip(records, predictions, strict=True)]
    there, said = (sum(bool(pair[side]) for pair in pairs) for side in (0, 1))
    sign = (0, 1, 1, -1, -1)
    signed = sum(a == b != NONE for a, b in pairs)
    alike = sum(a != NONE and sign[a] == sign[b] for a, b in pairs)
    out = [("SIGNED F1", 200 * signed / max(1, said + there)), ("sign F1", 200 * alike / max(1, said + there))]
    out += [("SIGNED precision", 100 * signed / max(1, said)), ("SIGNED recall", 100 * signed / max(1, there))]
    return [Score(name, round(value, 1)) for name, value in out]


# whole stories


def stances(reading: Reading) -> Iterator[Record]:
    """The relations of a report as SEESAW's scorer takes them, with all names of holder and target."""
    mentions = {mention.id: mention for mention in reading.mentions}
    names: dict[str, list[str]] = {}
    for entity in reading.entities:
        held = [mentions[one] for one in entity.mentions]
        forms = [entity.name or ""] + [one.span.text for one in held if one.kind == "name"]
        forms = forms if any(forms) else [one.span.text for one in held if one.kind != "pronoun"]
        names |= dict.fromkeys(entity.mentions, list(dict.fromkeys(form for form in forms if form)))
    for one in reading.relations:
        holder, target = names.get(one.holder), names.get(one.target)
        if holder and target and one.factuality not in DENIED:
            yield {"start": one.evidence[0].start, "end": one.evidence[-1].end, "holder": holder, "target": target,
                   "sign": one.sign}  # fmt: skip


def written(text: str, tree: Tree) -> Iterator[Record]:
    """The baseline: subject and object of a listed verb, as they are written."""
    signs: Mapping[str, int] = load_language("en").relations.verbs
    for verb in range(len(tree)):
        sign = signs.get(tree.lemma[verb], 0) if tree.pos[verb] == "VERB" else 0
        ends = []
        for labels in (("nsubj",), ("dobj",)):
            word = tree.child(verb, *labels)
            if word is not None:
                ends.append(text[tree.start[tree.left[word]] : tree.end[word]])
        if sign and len(ends) == 2:
            yield {"start": tree.start[verb], "end": tree.end[verb], "holder": [ends[0]], "target": [ends[1]],
                   "sign": sign}  # fmt: skip


def measure_stories(stories: Sequence[Record]) -> Iterator[Score]:
    """The scores of SEESAW's stories, with the baseline's."""
    reports: list[dict[str, Any]] = [report for story in stories for report in story["reports"]]
    texts = [{"id": one["id"], "text": one["text"], "published": one.get("published")} for one in reports]
    readings = feed.readings(texts, only=("relations",), language="en")
    found = {id_: list(stances(reading)) for id_, reading in readings.items()}
    parser = load_parser(load_language("en").parser)
    docs = parser.pipe(one["text"] for one in reports)
    plain = {one["id"]: list(written(one["text"], Tree(doc))) for one, doc in zip(reports, docs, strict=True)}
    baseline = seesaw_scores(reports, plain)
    for name, value in seesaw_scores(reports, found).items():
        yield Score(f"SEESAW {name}", value)
        yield Score(f"SEESAW baseline {name}", baseline[name])


def measure(run: Run) -> Iterator[Score]:
    """The scores of both files."""
    records = lines_of(run.gold / PARK)
    for score in judge(records, list(predict(records))) or ():
        yield Score(f"Park {score.measure}", score.value)
    yield from measure_stories(lines_of(run.gold / SEESAW)[::EVERY])


TASK: Final = Task("relations", "relations", measure, needs=(PARK, SEESAW), predict=predict, judge=judge)
