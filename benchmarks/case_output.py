"""Readings, and the lines of a case after them -> the form that a case's gold is scored in. It adds nothing of its own.

    sayso annotate reports.jsonl > readings.jsonl        (or: sayso export my.sayso --as jsonl)
    python benchmarks/case_output.py readings.jsonl > output.jsonl

Needs nothing but Python. One line a report, under the id that was given for it, then one line for the case, if there is
anything of a case:

    {"report": "r1",
     "attributions": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]], "speaker": name, "chain": [name]}],
     "events": [{"trigger": [s, e], "who": [name], "whom": [name], "when": "1980/1983", "factuality": state,
                 "say_so": [name], "numbers": [3400]}],
     "labels": [{"span": [s, e], "by": name, "about": name}]}
    {"case": true, "actors": [...], "relations": [...], "numbers": [...], "accounts": [...]}

A name is that of the entity, else the first words for it that are no pronoun. A chain is without the outlet. `by` is
null where the report itself uses the words, and "" where someone does whose name the reading does not have. Labels are
those that name somebody; words that only judge ("kind": "evaluation") have no place in the form. Where the
form has one place for several things the first is taken: the span of a trigger, the time of an event. It has none for
a number that is only bounded.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def pair(span: Mapping[str, Any]) -> list[int]:
    """A span as [start, end]."""
    return [span["start"], span["end"]]


def pairs(spans: Iterable[Mapping[str, Any]]) -> list[list[int]]:
    """Spans as [start, end]."""
    return [pair(span) for span in spans]


class ReadingLines:
    """One Reading, by id: its names, chains and times."""

    def __init__(self, reading: Record) -> None:
        self.reading = reading
        report = reading["report"]
        self.report: str = report.get("given_id") or report["id"]
        mentions = {m["id"]: m for m in reading.get("mentions", ())}
        self.names: dict[str, str | None] = {key: m["span"]["text"] for key, m in mentions.items()}
        for entity in reading.get("entities", ()):
            words = (mentions[m]["span"]["text"] for m in entity["mentions"] if mentions[m]["kind"] != "pronoun")
            name = entity.get("name") or next(words, None)
            for mention in entity["mentions"]:  # of a pronoun that leads to nobody there is no name
                self.names[mention] = name
        self.claims: dict[str, Record] = {claim["about"]: claim for claim in reading.get("claims", ())}
        self.times: dict[str, Record] = {time["id"]: time for time in reading.get("times", ())}
        self.quantities: dict[str, Record] = {q["id"]: q for q in reading.get("quantities", ())}
        self.speakers: dict[str, str | None] = {
            a["id"]: self.name(a.get("speaker")) for a in reading.get("attributions", ())
        }

    def name(self, mention: str | None) -> str | None:
        """Whom a mention stands for."""
        return None if mention is None else self.names[mention]

    def named(self, mentions: Iterable[str]) -> list[str]:
        """Whom mentions stand for, each once, in order."""
        names = (self.names[mention] for mention in mentions)
        return list(dict.fromkeys(name for name in names if name is not None))

    def chain(self, about: str) -> list[str]:
        """Who vouches for what has this id, outermost first, without the outlet."""
        voices = self.claims.get(about, {}).get("chain", ())
        names = (
            self.names[voice["mention"]] if "mention" in voice else voice["name"]
            for voice in voices
            if voice["kind"] != "outlet"
        )
        return [name for name in names if name is not None]

    def when(self, event: Record) -> str | None:
        """The first time of an event, as the interval it bounds, else as TIMEX3; None where it has none."""
        for when in event.get("when", ()):
            if "time" in when:
                return interval(self.times[when["time"]], when["rel"])
        return None

    def line(self) -> Record:
        """The line of this report; a key is absent where nothing of the kind was read."""
        out: Record = {"report": self.report}
        out["attributions"] = [self.attribution(one) for one in self.reading.get("attributions", ())]
        if "events" in self.reading:
            out["events"] = [self.event(one) for one in self.reading["events"]]
        if "labels" in self.reading:
            out["labels"] = [self.label(one) for one in self.reading["labels"] if one["kind"] == "naming"]
        return out

    def attribution(self, one: Record) -> Record:
        """An attribution with its speaker's name, null where not resolved."""
        parts: Record = {role: pairs(one.get(role, ())) for role in ("source", "cue", "content")}
        return parts | {"speaker": self.speakers[one["id"]], "chain": self.chain(one["id"])}

    def event(self, one: Record) -> Record:
        """An event with the names of who and whom."""
        numbers = [self.quantities[q].get("value") for q in one.get("quantities", ())]
        return {
            "trigger": pair(one["trigger"][0]),
            "who": self.named(one.get("actors", ())),
            "whom": self.named(one.get("recipients", ())),
            "when": self.when(one),
            "factuality": one["state"],
            "say_so": self.chain(one["id"]),
            "numbers": [number for number in numbers if number is not None],
        }

    def label(self, one: Record) -> Record:
        """A label with the name of who uses it and of whom it is used."""
        if "holder" in one:
            by = self.name(one["holder"])
        elif one.get("how", "used") == "used":
            by = (self.speakers[one["inside"]] or "") if "inside" in one else None
        else:
            by = ""
        return {"span": pair(one["span"]), "by": by, "about": self.name(one.get("target"))}


def interval(time: Record, relation: str = "at") -> str:
    """A time in the way of the form: "1979", "1980/1983", "1997/..".

    >>> interval({"value": "198", "earliest": "1980-01-01", "latest": "1983-12-31"})
    '1980-01-01/1983-12-31'
    >>> interval({"value": "XXXX-11-04"}), interval({"value": "2031-05-02"}, "since")
    ('XXXX-11-04', '2031-05-02/..')
    """
    first, last = time.get("earliest", ""), time.get("latest", "")
    if relation in ("before", "until"):
        return f"../{last or time['value']}"
    if relation in ("after", "since"):
        return f"{first or time['value']}/.."
    if "range" in time:
        return "/".join(time["range"])
    if not (first or last):
        value: str = time["value"]
        return value
    return first if first == last else f"{first or '..'}/{last or '..'}"


def case_line(readings: Sequence[ReadingLines], lines: Sequence[Record]) -> Record:
    """The line of the case, of the lines after its readings; a key is absent where there is nothing of the kind."""
    kinds: dict[str, list[Record]] = {}
    for line in lines:
        kinds.setdefault(line["kind"], []).append(line)
    names = {one["id"]: one["name"] for one in kinds.get("identity", ())}
    places = {one.reading["report"]["id"]: one.report for one in readings}
    claims = {claim["id"]: claim for one in readings for claim in one.claims.values()}
    quantities = {key: held for one in readings for key, held in one.quantities.items()}

    def evidence(claim: str) -> Iterator[Record]:
        for span in claims[claim]["evidence"]:
            yield {"report": places[claim.partition("/")[0]], "span": pair(span)}

    out: Record = {"case": True}
    if "identity" in kinds:
        out["actors"] = [{"name": one["name"], "names": one.get("names", [])} for one in kinds["identity"]]
    if "relation" in kinds:
        out["relations"] = [
            {
                "from": names[one["holder"]],
                "to": names[one["target"]],
                "sign": one["sign"],
                "evidence": [e for claim in one["claims"] for e in evidence(claim)],
            }
            for one in kinds["relation"]
        ]
    if "figure" in kinds:
        out["numbers"] = [
            {
                "members": [
                    {
                        "report": places[key.partition("/")[0]],
                        "span": pair(quantities[key]["span"]),
                        "value": quantities[key].get("value"),
                    }
                    for key in one["quantities"]
                ]
            }
            for one in kinds["figure"]
        ]
    if "account" in kinds:
        copied = copies(kinds.get("tie", ()))
        out["accounts"] = [
            {"members": [e | copied.get(claim, {}) for claim in one["claims"] for e in evidence(claim)]}
            for one in kinds["account"]
        ]
    return out


def copies(ties: Iterable[Record]) -> dict[str, Record]:
    """Claims that copies join -> {"copy": key}, one key for all that are joined directly or through others."""
    group: dict[str, str] = {}
    for tie in ties:
        if tie["tie"] == "copies":
            left, right = (group.setdefault(tie[side], tie[side]) for side in ("left", "right"))
            for claim, key in group.items():
                if key == right:
                    group[claim] = left
    return {claim: {"copy": key} for claim, key in group.items()}


def convert(lines: Iterable[Record]) -> Iterator[Record]:
    """The lines of `annotate` or `export` -> those of the form; lines of other kinds are passed over."""
    readings: list[ReadingLines] = []
    others: list[Record] = []
    for line in lines:
        if line["kind"] == "reading":
            readings.append(ReadingLines(line))
            yield readings[-1].line()
        else:
            others.append(line)
    case = case_line(readings, others)
    if len(case) > 1:
        yield case


def main() -> int:
    """Convert the files that are named, or standard input."""
    paths = sys.argv[1:]
    if any(path in ("-h", "--help") for path in paths):
        print(__doc__)
        return 0
    texts = (Path(path).read_text(encoding="utf-8") for path in paths) if paths else [sys.stdin.read()]
    lines = (json.loads(line) for text in texts for line in text.split("\n") if line.strip())
    for converted in convert(lines):
        sys.stdout.write(json.dumps(converted, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
