"""Events: who did what to whom, on QA-SRL and QANom, PLOVER's gold records and ECB+.

HEAD    agents and patients whose head lies in an answer of that role, one to one; micro F1
UA      arguments of any role whose tokens overlap an answer by half, one to one; micro F1
TYPEF1  PLOVER types told against the one of the record; DYAD type, source and target right in one event (plover.py)
TRIG    F1 of triggers, in the validated sentences of the ECB+ topics kept for this

Predicates are given in QA-SRL and QANom; everything is found in the other two.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from spacy.tokens import Doc

from benchmarks.plover import f_score, measure_plover
from benchmarks.task import Record, Run, Score, Task
from sayso.extract.events import (
    TRIGGERS,
    Network,
    find_parts,
    find_triggers,
    load_network,
)
from sayso.lang import load_language
from sayso.nlp.linear import load_linear
from sayso.nlp.parser import load_parser
from sayso.nlp.tagger import Tagger, load_tagger
from sayso.nlp.tree import Tree
from sayso.nlp.vectors import vectors_of

ECB_DEV: Final = frozenset({2, 5, 12, 18, 21, 23, 34, 35})
MARKS: Final = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
CLOSING: Final = frozenset(
    {".", ",", ":", ";", "!", "?", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'"}
)
OPENING: Final = frozenset({"(", "[", "$", "£"})
Answer = tuple[str, int, int, str]  # role, first token, last + 1, question
Span = tuple[int, int]


def plain_tokens(tokens: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Tokens of a treebank as they stood in the text, and whether a space follows each."""
    words = [MARKS.get(token, token) for token in tokens]
    spaces = []
    quoted = False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        space = bool(after) and after not in CLOSING and word not in OPENING and "-" not in (word, after)
        if word == '"':
            quoted = not quoted
            space = space and not quoted
        spaces.append(space and not (after == '"' and quoted))
    return words, spaces


def parse(sentences: Iterable[Sequence[str]]) -> list[Doc]:
    """One Doc a sentence of tokens; a Doc keeps the tokens as they are."""
    nlp = load_parser(load_language("en").parser)
    docs = [Doc(nlp.vocab, *plain_tokens(tokens)) for tokens in sentences]
    return list(nlp.pipe(docs, batch_size=64))


def question_role(row: dict[str, str]) -> str:
    """The role that a question of QA-SRL asks for, by its slots alone."""
    wh = row["wh"].lower()
    if wh not in ("who", "what"):
        return {"when": "WHEN", "where": "WHERE", "why": "WHY"}.get(wh, "HOW")
    subject, first, second, preposition = (row.get(key) or "" for key in ("subj", "obj", "obj2", "prep"))
    passive = (row.get("is_passive") or "").lower() == "true"
    if not subject:
        return "PATIENT" if passive else "AGENT"
    if passive and preposition.split()[-1:] == ["by"] and not second:
        return "AGENT"
    return "OBJ2" if passive or first or preposition else "PATIENT"


def read_qasrl(gold: Path, sentences: Path | None = None) -> list[Record]:
    """The predicates of a file of QA-SRL or QANom: id, index, tokens, answers."""
    tokens: dict[str, list[str]] = {}
    if sentences:
        with sentences.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                tokens[row["qasrl_id"]] = (row.get("sentence") or row["tokens"]).split(" ")
    items: dict[tuple[str, int], Record] = {}
    with gold.open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row.get("is_verbal") == "False":
                continue
            name, index = row["qasrl_id"], int(row.get("verb_idx") or row["target_idx"])
            if row.get("sentence"):
                tokens.setdefault(name, row["sentence"].split(" "))
            item = items.setdefault((name, index), {"id": name, "pred": index, "tokens": tokens[name], "gold": []})
            for answer in row["answer_range"].split("~!~") if row["question"] else ():
                start, end = map(int, answer.split(":"))
                one = (question_role(row), start, end, row["question"])
                if not any(one[:3] == other[:3] for other in item["gold"]):
                    item["gold"].append(one)
    return list(items.values())


def overlap(left: Span, right: Span) -> float:
    """Intersection over union of two stretches of tokens."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return shared / (left[1] - left[0] + right[1] - right[0] - shared)


def head_hits(answers: list[Answer], heads: list[int]) -> int:
    """How many answers hold a head of their own, the shortest answers first."""
    used: set[int] = set()
    for answer in sorted(answers, key=lambda a: a[2] - a[1]):
        head = next((h for h in heads if h not in used and answer[1] <= h < answer[2]), None)
        if head is not None:
            used.add(head)
    return len(used)


def span_hits(gold: list[Span], predicted: list[Span]) -> int:
    """How many spans pair, one to one, at half overlap or more, the best first."""
    pairs = sorted((-overlap(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold))
    used: tuple[set[int], set[int]] = (set(), set())
    for share, i, j in pairs:
        if -share >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    return len(used[0])


def tag_trees(trees: Sequence[Tree], tagger: Tagger) -> list[np.ndarray]:
    """(tokens, 384) float16 for each tree: the encoder's vectors, each sentence read alone."""
    out = []
    for i in range(0, len(trees), 64):
        some = trees[i : i + 64]
        for tree, tagged in zip(some, tagger.tag([tree.text for tree in some], threshold=1.0), strict=True):
            vectors = vectors_of(tree, tagged)
            assert vectors is not None, "a sentence without a word"
            out.append(vectors.astype("float16"))
    return out


def measure_parts(
    items: Sequence[Record],
    trees: Mapping[str, Tree],
    vectors: Mapping[str, np.ndarray | None],
    network: Network,
) -> dict[str, float]:
    """HEAD and UA of what the network says of given predicates."""
    words = load_language("en").events.parts
    tally: Counter[str] = Counter()
    for item in items:
        parts = find_parts(trees[item["id"]], [item["pred"]], network, words, vectors[item["id"]])[0]
        for role in ("AGENT", "PATIENT"):
            answers = [answer for answer in item["gold"] if answer[0] == role]
            heads = list(dict.fromkeys(part.token for part in parts if part.role == role.lower()))
            tally["head"] += head_hits(answers, heads)
            tally["heads"] += len(heads)
            tally["answers"] += len(answers)
        gold_spans = list(dict.fromkeys((answer[1], answer[2]) for answer in item["gold"]))
        spans = list(dict.fromkeys((part.first, part.last) for part in parts))
        tally["span"] += span_hits(gold_spans, spans)
        tally["spans"] += len(spans)
        tally["gold spans"] += len(gold_spans)
    return {
        "HEAD": f_score(tally["head"], tally["heads"], tally["answers"]),
        "UA": f_score(tally["span"], tally["spans"], tally["gold spans"]),
    }


def measure_qasrl(gold: Path, sentences: Path | None = None) -> dict[str, float]:
    """HEAD and UA of a file of QA-SRL or QANom."""
    items = read_qasrl(gold, sentences)
    tokens = {item["id"]: item["tokens"] for item in items}
    trees = dict(zip(tokens, map(Tree, parse(tokens.values())), strict=True))
    model = load_language("en").model
    held = tag_trees(list(trees.values()), load_tagger(model))
    vectors = {name: one.astype("float32") for name, one in zip(trees, held, strict=True)}
    return measure_parts(items, trees, vectors, load_network(model))


def measure_ecb(path: Path) -> dict[str, float]:
    """TRIG: an event of ECB+ is found where a trigger is one of its tokens, one to one."""
    reports = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    where = [(r, n) for r in reports if r["topic"] in ECB_DEV for n in sorted(set(r["validated"]))]
    language = load_language("en")
    model = load_linear(language.model, TRIGGERS)
    hits = made = total = 0
    found: dict[tuple[str, int], list[int]] = {}
    for (report, number), doc in zip(where, parse(r["sents"][n] for r, n in where), strict=True):
        found[report["doc"], number] = list(find_triggers(Tree(doc), model, language.events))
        made += len(found[report["doc"], number])
    for report in reports:
        if report["topic"] not in ECB_DEV:
            continue
        used: set[tuple[int, int]] = set()
        for mention in report["mentions"]:
            if "ACTION" not in mention["type"] or mention["sent"] not in report["validated"]:
                continue
            total += 1
            number = mention["sent"]
            hit = next(
                (w for w in found[report["doc"], number] if w in mention["toks"] and (number, w) not in used), None
            )
            if hit is not None:
                used.add((number, hit))
                hits += 1
    return {"TRIG": f_score(hits, made, total)}


def measure(folder: Path) -> dict[str, float]:
    """Every measure of a folder of gold, in per cent."""
    news = measure_qasrl(folder / "qasrl_wikinews.dev.gold.csv", folder / "qasrl_wikinews.dev.sentences.csv")
    nouns = measure_qasrl(folder / "qanom_dev.csv")
    out = {"QA-SRL HEAD": news["HEAD"], "QA-SRL UA": news["UA"], "QANom HEAD": nouns["HEAD"], "QANom UA": nouns["UA"]}
    plover = measure_plover(folder / "plover_gsr_dev.jsonl")
    out |= {f"PLOVER {name}": value for name, value in plover.items()}
    return out | {f"ECB+ {name}": value for name, value in measure_ecb(folder / "ecbplus_topics1-35.jsonl").items()}


def scores(run: Run) -> Iterator[Score]:
    """The same as lines of the table."""
    for name, value in measure(run.gold).items():
        yield Score(name, round(value, 1))


TASK: Final = Task(
    "events",
    "events",
    scores,
    needs=(
        "qasrl_wikinews.dev.gold.csv",
        "qasrl_wikinews.dev.sentences.csv",
        "qanom_dev.csv",
        "plover_gsr_dev.jsonl",
        "ecbplus_topics1-35.jsonl",
    ),
)
