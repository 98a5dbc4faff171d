"""Score attributions against the gold for forms: how many cases of each group pass.

usage: score_forms.py PRED.json [--blind]    PRED: {case id: [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]],
                                                   "speaker": "Ida Brenn", "manner": "says", "chain": ["Mehr", ...]}]}
       score_forms.py --self                 the gold against itself: 100 everywhere
In a program: score(load(), predictions).

A span counts as the set of words it touches; punctuation never matters, except in cues.

A case passes if
1. each required attribution is matched, one to one: the Jaccard of the contents is at least 0.5, and the sources share
   a word or are both empty;
2. no predicted attribution is left over, unless it matches an optional one, or is nested: at least 80% of the words of
   its content, and its cue (its source, if it has no cue), lie inside the content of a gold attribution;
3. where several say it together, the prediction has those `speakers`, in any order, and no others.

A gold attribution that continues another may be met in two ways: on its own, with no source or the source of the one it
continues, or as a part of that one's content. A prediction may say "continues": its index; it is tried both ways too.

speaker, manner and chain are shares of the matched required attributions. Two names agree if, without articles and
titles, they are the same words, or the gold's words are all in the prediction's, or two or more words of the prediction
are all in the gold's. A chain agrees if it has as many names, each agreeing; a name may be {"kind", "name"}, and an
outlet at its head is passed over.
"""

import argparse
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WORD = re.compile(r"\w+(?:['’]\w+)*")
TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
PLAIN = frozenset(
    re.findall(
        r"\w+",
        """
        the a an of and one mr mrs ms miss dr doctor sir lord lady sister father mother brother rev bishop archbishop
        sheikh chief president minister deputy premier governor mayor senator judge prosecutor ambassador envoy special
        consul general colonel major captain lieutenant sergeant inspector superintendent admiral marshal vice brigadier
        secretary foreign prime interior justice prefect rector commissioner commander spokesman spokeswoman engineer
        professor
        """,
    )
)

Record = dict[str, Any]


def load(*, blind: bool = False) -> list[Record]:
    """Read the cases: the open ones, or the blind ones."""
    folder = HERE / "blind" / "forms" if blind else HERE / "forms"
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]


def touched(text: str, spans: Iterable[Sequence[int]], pattern: re.Pattern[str] = WORD) -> frozenset[int]:
    """Number the words of a text that spans touch, each by where it starts."""
    spans = list(spans or ())
    return frozenset(
        word.start() for word in pattern.finditer(text) if any(s < word.end() and word.start() < e for s, e in spans)
    )


def names(name: str) -> tuple[set[str], set[str]]:
    """Take a name apart: all its words without articles and possessives, and those that are no title."""
    words = {re.sub(r"['’]s?$", "", word.lower()) for word in re.findall(r"\w+(?:['’]\w*)*", name)}
    every = words - {"the", "a", "an"}
    return every, (words - PLAIN) or every


def same_name(gold: str | None, found: str | None) -> bool:
    """Tell whether two names agree, as the module's docstring says."""
    if not gold or not found:
        return not gold and not found
    (gold_all, gold_core), (found_all, found_core) = names(gold), names(found)
    return (
        gold_all == found_all
        or gold_core == found_core
        or gold_all <= found_all
        or (len(found_core) > 1 and found_core <= gold_core)
    )


def same_chain(gold: Sequence[str], found: Sequence[Any] | None) -> bool:
    """Tell whether two chains agree, name by name."""
    voices = [voice if isinstance(voice, dict) else {"name": voice} for voice in found or ()]
    if voices and voices[0].get("kind") == "outlet":
        voices = voices[1:]
    voices = [next(same) for _, same in itertools.groupby(voices, key=lambda voice: voice.get("name"))]
    return len(gold) == len(voices) and all(
        same_name(name, voice.get("name")) for name, voice in zip(gold, voices, strict=True)
    )


def same_speakers(gold: Record, found: Record) -> bool:
    """Tell whether a prediction has those who say it together, or none where one says it alone."""
    wanted, given = list(gold.get("speakers", ())), list(found.get("speakers", ()))
    return len(wanted) == len(given) and all(any(same_name(name, one) for one in given) for name in wanted)


def join(attributions: Sequence[Record], which: Iterable[int]) -> list[Record]:
    """Put the contents of the attributions numbered in `which` into those they continue."""
    joined = set(which)
    heads: dict[int, Record] = {i: dict(a) for i, a in enumerate(attributions) if i not in joined}
    for i in joined:
        head, seen = i, set()
        while head in joined and head not in seen:
            seen.add(head)
            head = attributions[head]["continues"]
        if head in heads:
            heads[head]["content"] = [*heads[head]["content"], *attributions[i]["content"]]
    return list(heads.values())


def readings(attributions: Sequence[Record]) -> list[list[Record]]:
    """List the ways to read continuations: each on its own, or as a part of what it continues."""
    with_source = [
        dict(a, also=attributions[a["continues"]]["source"]) if isinstance(a.get("continues"), int) else dict(a)
        for a in attributions
    ]
    free = [i for i, a in enumerate(attributions) if isinstance(a.get("continues"), int)]
    return [join(with_source, some) for size in range(len(free) + 1) for some in itertools.combinations(free, size)]


def pair_up(links: list[dict[int, float]]) -> dict[int, int]:
    """Match one to one as many as can be, the best first: right index of each left index.

    links   for each left index, the value of each right index it may have
    Source: augmenting paths (Kuhn 1955).
    """
    left_of: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in sorted(links[left], key=lambda candidate: -links[left][candidate]):
            if right not in tried:
                tried.add(right)
                if right not in left_of or place(left_of[right], tried):
                    left_of[right] = left
                    return True
        return False

    for left in sorted(range(len(links)), key=lambda index: -max(links[index].values(), default=0)):
        place(left, set())
    return {left: right for right, left in left_of.items()}


def judge(text: str, gold: Sequence[Record], found: Sequence[Record]) -> tuple[bool, list[tuple[Record, Record]]]:
    """Judge one reading of one case: whether it passes, and the pairs (required gold, prediction) that match."""
    words = [(touched(text, p.get("source", [])), touched(text, p["content"])) for p in found]

    def links(attribution: Record) -> dict[int, float]:
        source, content = touched(text, attribution["source"]), touched(text, attribution["content"])
        also = touched(text, attribution.get("also", []))
        result: dict[int, float] = {}
        for i, (their_source, their_content) in enumerate(words):
            union = content | their_content
            value = len(content & their_content) / len(union) if union else 0.0
            agree = source & their_source or also & their_source or (not source and not their_source)
            if value >= 0.5 and agree:
                result[i] = value
        return result

    required = [a for a in gold if not a.get("optional")]
    matched = pair_up([links(a) for a in required])
    left = [i for i in range(len(found)) if i not in set(matched.values())]
    optional = pair_up([{i: v for i, v in links(a).items() if i in left} for a in gold if a.get("optional")])
    spare = [i for i in left if i not in set(optional.values())]
    extra = [i for i in spare if not nested(text, gold, found[i])]
    together = all(same_speakers(required[g], found[p]) for g, p in matched.items())
    passed = len(matched) == len(required) and not extra and together
    return passed, [(required[g], found[p]) for g, p in sorted(matched.items())]


def nested(text: str, gold: Sequence[Record], found: Record) -> bool:
    """Tell whether a prediction is a piece inside the content of a gold attribution."""
    content = touched(text, found["content"])
    anchor = touched(text, found.get("cue") or found.get("source") or [], TOKEN)
    for attribution in gold:
        inside = touched(text, attribution["content"])
        mostly = bool(content) and len(content & inside) >= 0.8 * len(content)
        if mostly and anchor and anchor <= touched(text, attribution["content"], TOKEN):
            return True
    return False


def score(cases: Sequence[Record], predictions: dict[str, list[Record]]) -> Record:
    """Score predictions for the cases; a case without any counts as one with no attributions.

    Returns {"groups": {group: {"cases", "passed", "rate"}}, "all": {...}, "failed": [case id],
             "speaker" | "manner" | "chain": {"of", "right", "rate"}}; rates in per cent, None of nothing.
    """
    cases_of, passed_of = Counter[str](), Counter[str]()
    failed: list[str] = []
    right: dict[str, int] = defaultdict(int)
    matched = 0
    for case in cases:
        found = predictions.get(case["id"], [])
        best: tuple[bool, list[tuple[Record, Record]]] = (False, [])
        for reading in readings(case["attributions"]):
            for answer in readings(found):
                outcome = judge(case["text"], reading, answer)
                if (outcome[0], len(outcome[1])) > (best[0], len(best[1])):
                    best = outcome
        cases_of[case["group"]] += 1
        passed_of[case["group"]] += best[0]
        if not best[0]:
            failed.append(case["id"])
        matched += len(best[1])
        for gold, met in best[1]:
            right["speaker"] += same_name(gold["speaker"], met.get("speaker"))
            right["manner"] += gold["manner"] == met.get("manner")
            right["chain"] += same_chain(gold["chain"], met.get("chain"))

    def share(part: int, whole: int) -> float | None:
        return round(100 * part / whole, 1) if whole else None

    result: Record = {
        "groups": {
            group: {"cases": n, "passed": passed_of[group], "rate": share(passed_of[group], n)}
            for group, n in sorted(cases_of.items())
        },
        "all": {"cases": len(cases), "passed": passed_of.total(), "rate": share(passed_of.total(), len(cases))},
        "failed": failed,
    }
    for what in ("speaker", "manner", "chain"):
        result[what] = {"of": matched, "right": right[what], "rate": share(right[what], matched)}
    return result


def table(result: Record) -> str:
    """Set a result out as lines of text."""
    rows = [f"{g:28} {r['passed']:4} of {r['cases']:4} {r['rate']:6}" for g, r in result["groups"].items()]
    rows.append(f"{'all':28} {result['all']['passed']:4} of {result['all']['cases']:4} {result['all']['rate']:6}")
    for what in ("speaker", "manner", "chain"):
        rows.append(f"{what:28} {result[what]['right']:4} of {result[what]['of']:4} {result[what]['rate']!s:>6}")
    return "\n".join(rows)


def main() -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Score attributions against the gold for forms.")
    parser.add_argument("predictions", nargs="?", type=Path)
    parser.add_argument("--blind", action="store_true", help="the third that is scored once, at the end")
    parser.add_argument("--self", action="store_true", help="score the gold against itself")
    parser.add_argument("--failed", action="store_true", help="list the open cases that did not pass")
    options = parser.parse_args()
    cases = load(blind=options.blind)
    if options.self:
        predictions = {case["id"]: case["attributions"] for case in cases}
    elif options.predictions:
        predictions = json.loads(options.predictions.read_text(encoding="utf-8"))
    else:
        parser.error("name a file of predictions, or --self")
    result = score(cases, predictions)
    print(table(result))
    if options.failed and not options.blind:
        print("\n".join(result["failed"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
