"""The example case: who said what, who the speaker is by name, and through whom it came.

The gold is a folder with reports.jsonl, reports/ID.txt and gold.json; the output to score is that of case_output. An
attribution of the gold that is `optional` may be left out, and is not punished when found.

    content            matched one to one: the Jaccard of the words of the contents is at least 0.5; where several
                       could, the one whose source, then cue, agrees too
    link, cue          matched, and the sources (cues) overlap; for link also where both have no source
    speaker            of those, the name given leads to the actor of the gold
    chain              recall, over gold with two or more voices: as many names, each of the right actor
    no source          recall, over gold without a source: found, and given none

Of the main events that the gold holds: `events recall`, the share whose trigger shares a character with one found (of
several the one whose trigger and actors fit best); of those found the share with each slot right, as `case_events`
tells: who, whom, when, factuality, say-so, numbers.

`actors` is told by `case_actors`, `labels` by `case_labels`, `numbers` by `case_numbers`, `relations` by
`case_relations`, `same thing` and `copies` by `case_accounts`.

A prediction that matches nothing counts against precision, unless it is a piece of a gold attribution: at least 80% of
its words lie in that one's content, and either the sources overlap or its cue lies inside the content (nested speech).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import case_output, feed
from benchmarks.case_accounts import account_figures
from benchmarks.case_actors import actor_scores
from benchmarks.case_events import event_figures
from benchmarks.case_labels import label_figures
from benchmarks.case_numbers import number_scores
from benchmarks.case_parts import Actors, Figure, overlap, words_of
from benchmarks.case_relations import relation_scores
from benchmarks.peers import PEERS, peer_answers
from benchmarks.task import Record, Run, Score, Task
from sayso.case import open_case
from sayso.export import export
from sayso.values.json import reading_dict
from sayso.values.reading import Reading


def pair_up(text: str, gold: Sequence[Record], found: Sequence[Record]) -> dict[int, tuple[int, bool, bool]]:
    """Gold index -> (found index, whether the sources agree, whether the cues do), one to one, the best first."""
    theirs = [words_of(text, one.get("content")) for one in found]
    rated = []
    for i, want in enumerate(gold):
        ours = words_of(text, want["content"])
        for j, words in enumerate(theirs):
            value = len(ours & words) / len(ours | words) if ours | words else 0.0
            if value >= 0.5:
                got = found[j].get("source")
                source = overlap(want["source"], got) or not (want["source"] or got)
                cue = overlap(want["cue"], found[j].get("cue"))
                rank = value + 0.5 * source + 0.1 * cue + 0.05 * (not want.get("optional"))
                rated.append((-rank, i, j, source, cue))
    taken: set[int] = set()
    out: dict[int, tuple[int, bool, bool]] = {}
    for _, i, j, source, cue in sorted(rated, key=lambda one: one[0]):
        if i not in out and j not in taken:
            out[i] = (j, source, cue)
            taken.add(j)
    return out


def is_piece(text: str, one: Record, gold: Iterable[Record]) -> bool:
    """Whether a prediction is a part of a gold attribution, or speech inside it."""
    words, cues = words_of(text, one.get("content")), one.get("cue") or ()
    for want in gold:
        mostly = words and len(words & words_of(text, want["content"])) >= 0.8 * len(words)
        nested = cues and all(any(c[0] <= q[0] and q[1] <= c[1] for c in want["content"]) for q in cues)
        if mostly and (nested or overlap(want["source"], one.get("source"))):
            return True
    return False


def chain_agrees(want: Sequence[str], got: Sequence[str] | None, actors: Actors) -> bool:
    """Whether a chain of names leads to a chain of actors, one by one."""
    ids = [actors(name) for name in got or ()]
    return len(ids) == len(want) and all(actor in held for actor, held in zip(want, ids, strict=True))


def score(gold: Record, texts: Mapping[str, str], output: Sequence[Record]) -> dict[str, Figure]:
    """Score the attributions of a case.

    gold     what gold.json holds
    texts    id of the report -> its text
    output   lines as `case_output` writes them
    Returns content, link, cue, speaker, chain and "no source", the last two as recalls alone; of the main events how
    many were found, and of those how many have each slot right.
    """
    case = next((line for line in output if line.get("case")), {})
    actors = Actors(gold["actors"], case.get("actors", ()))
    found_in = {line["report"]: line.get("attributions", ()) for line in output if "report" in line}
    out = {name: Figure() for name in ("content", "link", "cue", "speaker")}
    out |= {name: Figure(found=None) for name in ("chain", "no source")}
    out |= event_figures(gold, texts, output, actors)
    for report, text in texts.items():
        wanted = [one for one in gold["attributions"] if one["report"] == report]
        found = found_in.get(report, ())
        met = pair_up(text, wanted, found)
        counted = [found[met[i][0]] for i, want in enumerate(wanted) if i in met and not want.get("optional")]
        taken = {j for j, _, _ in met.values()}
        counted += [one for j, one in enumerate(found) if j not in taken and not is_piece(text, one, wanted)]
        for name in ("content", "link", "cue"):
            out[name].found = (out[name].found or 0) + len(counted)
        out["speaker"].found = (out["speaker"].found or 0) + sum(bool(one.get("speaker")) for one in counted)
        for i, want in enumerate(wanted):
            if not want.get("optional"):
                _add(out, want, (*met[i][1:], found[met[i][0]]) if i in met else None, actors)
    return out


def _add(out: dict[str, Figure], want: Record, met: tuple[bool, bool, Record] | None, actors: Actors) -> None:
    source, cue, got = met or (False, False, {})
    right = {"content": met is not None, "link": source, "cue": cue}
    for name, value in right.items():
        out[name].gold += 1
        out[name].right += value
    if want["speaker_id"]:
        out["speaker"].gold += 1
        accepted = {want["speaker_id"], *want.get("speaker_alt_ids", ())}
        out["speaker"].right += bool(actors(got.get("speaker")) & accepted)
    if len(want["chain_ids"]) > 1:
        out["chain"].gold += 1
        out["chain"].right += chain_agrees(want["chain_ids"], got.get("chain"), actors)
    if not want["source"]:
        out["no source"].gold += 1
        out["no source"].right += met is not None and not got.get("source")


def figures(found: Mapping[str, Figure]) -> dict[str, float]:
    """The figures as numbers of the table, in per cent: nothing found is 0; what the gold has none of is left out."""
    out: dict[str, float] = {}
    for name, figure in found.items():
        if not figure.gold:
            continue
        kinds = {f"{name} recall": figure.recall}
        if figure.found is not None:
            kinds = {f"{name} F": figure.f1, f"{name} precision": figure.precision} | kinds
        out |= {kind: round(100 * (value or 0.0), 1) for kind, value in kinds.items()}
    return out


def load(folder: Path) -> tuple[Record, list[Record], dict[str, str]]:
    """A case's gold, its reports as records of .jsonl, and their texts by id."""
    gold: Record = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    lines = (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    texts: dict[str, str] = {}
    records = []
    for report in map(json.loads, lines):
        text = texts[report["id"]] = (folder / "reports" / f"{report['id']}.txt").read_bytes().decode("utf-8")
        about = {name: report.get(name) for name in ("id", "outlet", "title")}
        records.append(about | {"published": report.get("date"), "text": text})
    return gold, records, texts


def output_of_peer(answers: Mapping[str, Sequence[Mapping[str, Any]]], texts: Mapping[str, str]) -> list[Record]:
    """What a peer answers, as lines of the form; its speaker is the words of the source."""
    out = []
    for report, text in texts.items():
        attributions = []
        for answer in answers.get(report, ()):
            name = " ".join(text[s:e] for s, e in answer.get("source", ())) or None
            attributions.append({**answer, "speaker": name, "chain": [name] if name else []})
        out.append({"report": report, "attributions": attributions})
    return out


def measure(run: Run) -> list[Score]:
    """Read the case's texts as `sayso annotate` does and score; peers on the same texts."""
    gold, records, texts = load(run.gold)
    readings = feed.readings(records)
    lines = [reading_dict(reading) for reading in readings.values()]
    output = list(case_output.convert([*lines, *exported(readings.values())]))
    case = next((line for line in output if line.get("case")), {})
    ours = figures(score(gold, texts, list(case_output.convert(lines))) | account_figures(gold, case))
    theirs: dict[str, dict[str, float]] = {}
    for peer in PEERS if run.peers else ():
        answers = peer_answers(peer, texts, run)
        if answers is not None:
            theirs[peer] = figures(score(gold, texts, output_of_peer(answers, texts)))
    scores = [
        Score(name, value, {peer: held[name] for peer, held in theirs.items() if name in held})
        for name, value in ours.items()
    ]
    scores += actor_scores(gold["actors"], texts, case.get("actors", ()))
    scores += number_scores(gold["numbers"], case.get("numbers", ()))
    scores += relation_scores(gold, case)
    return scores + label_scores(gold, texts, output)


def label_scores(gold: Record, texts: Mapping[str, str], output: Sequence[Record]) -> list[Score]:
    """The labels of a case, with the names of its identities; nothing where the output has none."""
    case = next((line for line in output if line.get("case")), {})
    actors = Actors(gold["actors"], case.get("actors", ()))
    found = {line["report"]: line["labels"] for line in output if "labels" in line}
    made = figures(label_figures(gold.get("labels", ()), texts, found, actors)) if found else {}
    return [Score(name, value) for name, value in made.items()]


def exported(readings: Iterable[Reading]) -> Iterator[Record]:
    """The lines of a case with these readings, as `sayso export --as jsonl` writes them."""
    with open_case(":memory:", create=True) as opened:
        for reading in readings:
            opened.add(reading)
        held = b"".join(export(opened, "jsonl")).decode()
    yield from map(json.loads, held.splitlines())


TASK: Final = Task("case", "examples/tarn-bridge/gold", measure, own=True)
