"""Whom a pronoun stands for: the share of pronouns that lead to the right name or description, on GUM and GAP.

A pronoun leads to the nearest name before it in its entity; where there is none, to the nearest description, else to
the first that follows. It is right where, of all gold mentions, the one that overlaps it best is a member of the
pronoun's chain and no pronoun, or where it is the same name as one. A GAP text has one pronoun, and two names of which
one or none is meant; those of none are left out.
"""

from __future__ import annotations

import collections
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import feed
from benchmarks.task import Run, Score, Task

Record = dict[str, Any]
Span = tuple[int, int]
FORMS: Final = {
    "he/she": "he him his himself she her hers herself",
    "they": "they them their theirs themselves",
    "I/we/you": "i me my mine myself we us our ours ourselves you your yours yourself",
    "it": "it its itself",
}
GROUP: Final = {word: group for group, words in FORMS.items() for word in words.split()}
MARKS: Final = ' .,;:"“”()'


def is_dev(name: str) -> bool:
    """Whether a document of this id is kept for measuring: a fifth, by its SHA-1."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 5 == 0


def load(folder: Path, name: str) -> list[Record]:
    """The documents of gum or gap, in one form: id, text, clusters, gum_clusters, attribution_sources."""
    with (folder / f"{name}_dev.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return records if name == "gum" else [gap_as_gum(record) for record in records if record["gold"] != "neither"]


def gap_as_gum(record: Record) -> Record:
    """A GAP text as a document of one chain: the pronoun and the name it stands for."""
    text = record["text"]

    def mention(part: str) -> Record:
        start, end = record[part]["start"], record[part]["end"]
        return {"start": start, "end": end, "text": text[start:end], "pron": part == "pronoun"}

    pronoun, named = mention("pronoun"), mention(record["gold"])
    other = mention("B" if record["gold"] == "A" else "A")
    chains = [[pronoun, named], [other]]
    return {"id": record["id"], "text": text, "clusters": chains[:1], "gum_clusters": chains, "attribution_sources": []}


def links_of(text: str, clusters: Iterable[Sequence[Span]], names: frozenset[Span] = frozenset()) -> dict[Span, Span]:
    """Pronoun -> the nearest mention before it in its cluster that is none, else the first one.

    names   spans of proper names; where a cluster has some, only these count
    """
    out = {}
    for cluster in clusters:
        spans = sorted(cluster)
        named = [span for span in spans if text[span[0] : span[1]].lower() not in GROUP]
        named = [span for span in named if span in names] or named
        for span in spans:
            if text[span[0] : span[1]].lower() in GROUP and named:
                before = [other for other in named if other[1] <= span[0]]
                out[span] = before[-1] if before else named[0]
    return out


def _overlap(left: Span, right: Span) -> float:
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / (max(left[1], right[1]) - min(left[0], right[0])) if shared > 0 else 0.0


def _bare(text: str) -> str:
    return re.sub(r"['’]s?$", "", text.strip(MARKS))


def _ends(text: str) -> set[str]:
    """The parts of a mention that bear a name: "Jack Herrick, wikiHow founder" -> both sides of the comma, and all."""
    parts = [re.split(r"\b(?:who|of|from|with|in|at|for)\b", part)[0] for part in text.split(",")]
    return {_bare(part) for part in (parts[0], parts[-1], text)}


def same_name(reference: str, text: str) -> bool:
    """Whether a reference is the same name as a gold mention, by its last word or by all."""
    reference = _bare(reference)
    words = reference.split()
    if not words or not words[-1][:1].isupper():
        return False
    return any(
        end == reference
        or end.endswith(" " + reference)
        or (len(words) > 1 and end == words[-1] and end[:1].isupper() and " " not in end)
        for end in _ends(text)
    )


def judge(record: Record, links: dict[Span, Span]) -> Iterable[tuple[Span, str, bool, bool]]:
    """Each gold pronoun whose chain holds a name or description: (span, group, whether linked, whether right)."""
    text, owner = record["text"], {}
    for number, cluster in enumerate(record["clusters"]):
        for m in cluster:
            owner[m["start"], m["end"]] = number
    gold: list[tuple[Span, Any]] = []
    for number, cluster in enumerate(record["gum_clusters"]):
        gold += [((m["start"], m["end"]), owner.get((m["start"], m["end"]), ("g", number))) for m in cluster]
    known = {span for span, _ in gold}
    gold += [(span, number) for span, number in owner.items() if span not in known]
    for number, cluster in enumerate(record["clusters"]):
        named = {(m["start"], m["end"]) for m in cluster if not m["pron"]}
        for m in cluster:
            if not m["pron"] or not named or m["text"].lower() not in GROUP:
                continue
            span = (m["start"], m["end"])
            reference = links.get(span)
            right = False
            if reference is not None:
                best = max(gold, key=lambda g: (_overlap(g[0], reference), g[1] == number))
                right = _overlap(best[0], reference) > 0 and best[1] == number and best[0] in named
                words = text[reference[0] : reference[1]]
                right = right or any(same_name(words, o["text"]) for o in cluster if not o["pron"])
            yield span, GROUP[m["text"].lower()], reference is not None, right


def rates(
    records: Sequence[Record], clusters: dict[str, list[list[Span]]], names: dict[str, frozenset[Span]] | None = None
) -> dict[str, tuple[int, float, float]]:
    """Group of pronouns -> (how many, precision, recall) in per cent.

    clusters, names   of each document by its id
    """
    counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for record in records:
        proper = (names or {}).get(record["id"], frozenset())
        links = links_of(record["text"], clusters.get(record["id"], []), proper)
        for _, group, linked, right in judge(record, links):
            row = counts[group]
            row[0] += 1
            row[1] += linked
            row[2] += right
    return {g: (n, 100 * right / max(1, linked), 100 * right / n) for g, (n, linked, right) in counts.items()}


def measure(run: Run) -> Iterable[Score]:
    """Recall of he/she on both, by the parts of the documents kept for measuring and by the rest, which trained it."""
    for name in ("gum", "gap"):
        records = load(run.gold, name)
        readings = feed.readings(({"id": r["id"], "text": r["text"]} for r in records), only=("entities",))
        clusters, names = {}, {}
        for key, reading in readings.items():
            names[key] = frozenset((m.span.start, m.span.end) for m in reading.mentions if m.kind == "name")
            spans = {m.id: (m.span.start, m.span.end) for m in reading.mentions}
            clusters[key] = [[spans[m] for m in entity.mentions] for entity in reading.entities]
        for part, kept in (("dev", True), ("rest", False)):
            chosen = [record for record in records if is_dev(record["id"]) == kept]
            for group, (_, _, recall) in sorted(rates(chosen, clusters, names).items()):
                if name == "gum" or group == "he/she":
                    yield Score(f"{name} {part} {group}", round(recall, 1))


TASK: Final = Task("coref", "coref", measure, needs=("gum_dev.jsonl", "gap_dev.jsonl"))
