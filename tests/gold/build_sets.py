"""Build the gold of quantities, factuality and times from its marked-up source.

The sources are what a person mends: `SET/SET.txt` and `blind/src/SET.txt`. This script turns each into JSON lines
(`SET/SET.jsonl`, `blind/SET/SET.jsonl`) and refuses what does not hold together. A source line reads

    ID E|H WHERE_FROM[ PUBLISHED] :: marked-up text

with E for easy and H for hard, the id of the text it paraphrases or `-`, and for times the day of publication or `-`.
Comment lines begin with `#`. The marks, by set, are told in each folder's README.md. A line belongs to the blind third
where sha1(ID) % 3 == 0; a line that stands in the wrong source is an error.

    python tests/gold/build_sets.py            # writes the six files
    python tests/gold/build_sets.py --check    # writes nothing, fails where a file is out of date
"""

import calendar
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Line = dict[str, Any]

ROLES = {
    "K": "killed",
    "W": "wounded",
    "H": "held",
    "M": "members",
    "$": "money",
    "D": "duration",
    "A": "age",
    "S": "share",
    "O": "other",
}
STATES = {"d": "done", "n": "not_yet", "x": "denied", "h": "hypothetical", "u": "unknown"}
PLAIN_STATE = {"CT+": "d", "PR+": "d", "PS+": "u", "CT-": "x", "PR-": "x", "PS-": "u", "CTu": "u", "Uu": "u"}
TYPES = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}
ANCHORS = {"s": "stated", "p": "published", "v": "previous", "n": "none"}
MODS = {"START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}
MODS |= {"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}


@dataclass
class Mark:
    """One marked stretch: its opening bracket, the numbers before a colon, the fields after the bars."""

    kind: str
    start: int
    end: int
    targets: list[int] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """Take the marks out of a text: the plain text, and the marks in the order in which they open.

    [words|field|field] is an item; [words] alone is plain text; {words} and <words> belong to items, by number where
    the words begin with one ({1,2:words}).

    >>> plain, (hedge, item) = read_marks("{1:No} [deaths|0]")
    >>> plain, hedge.targets, item.fields, item.start
    ('No deaths', [1], ['0'], 3)
    """
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[Mark] = []
    at = 0
    while at < len(marked):
        sign = marked[at]
        if sign in "[{<":
            mark = Mark(sign, len(plain), -1)
            prefix = re.compile(r"(\d+(?:,\d+)*):").match(marked, at + 1)
            if prefix and sign != "[":
                mark.targets = [int(number) for number in prefix[1].split(",")]
                at = prefix.end() - 1
            opened.append(mark)
            marks.append(mark)
        elif sign == "|" and opened and opened[-1].kind == "[":
            close = marked.index("]", at)
            opened[-1].fields = marked[at + 1 : close].split("|")
            at = close - 1
        elif sign in "]}>":
            mark = opened.pop()
            if "[{<".index(mark.kind) != "]}>".index(sign):
                raise ValueError(f"{sign!r} closes {mark.kind!r} in {marked!r}")
            mark.end = len(plain)
        else:
            plain.append(sign)
        at += 1
    if opened:
        raise ValueError(f"{opened[-1].kind!r} is never closed in {marked!r}")
    return "".join(plain), [mark for mark in marks if mark.kind != "[" or mark.fields]


def span(text: str, mark: Mark, *, key: str | None = "string") -> Line:
    """Start and end of a mark, with its words under `key`."""
    made: Line = {"start": mark.start, "end": mark.end}
    if key:
        made[key] = text[mark.start : mark.end]
    return made


def number(written: str) -> int | float:
    return float(written) if "." in written else int(written)


def bounds(written: str) -> Line:
    """Value and bounds: `5` exact, `5+` at least, `30-` at most, `20..30` between, `3..` from three up.

    >>> bounds("5+"), bounds("20..30"), bounds("3..")
    ({'value': 5, 'low': 5}, {'low': 20, 'high': 30}, {'low': 3})
    """
    if ".." in written:
        low, high = written.split("..")
        return {name: number(part) for name, part in (("low", low), ("high", high)) if part}
    if written.endswith("+"):
        return {"value": number(written[:-1]), "low": number(written[:-1])}
    if written.endswith("-"):
        return {"value": number(written[:-1]), "high": number(written[:-1])}
    return {"value": number(written)}


def build_quantities(text: str, marks: list[Mark]) -> Line:
    items = [mark for mark in marks if mark.kind == "["]
    quantities: list[Line] = []
    for item in items:
        role, written = item.fields
        amount, _, unit = written.partition("/")
        made = span(text, item) | bounds(amount) | {"role": ROLES[role]}
        if unit:
            made["unit"] = unit
        quantities.append(made)
    for mark in marks:
        if mark.kind == "{":
            inside = [n for n, item in enumerate(items) if item.start <= mark.start and mark.end <= item.end]
            (only,) = inside
            quantities[only]["hedge"] = span(text, mark, key=None)
        elif mark.kind == "<":
            before = [n for n, item in enumerate(items) if item.end <= mark.start]
            for target in [n - 1 for n in mark.targets] or before[-1:]:
                if "counts" in quantities[target]:
                    raise ValueError(f"two nouns for one number in {text!r}")
                quantities[target]["counts"] = span(text, mark)
    return {"quantities": quantities}


def build_factuality(text: str, marks: list[Mark]) -> Line:
    items = [mark for mark in marks if mark.kind == "["]
    events: list[Line] = []
    for item in items:
        code, *voice = item.fields
        factuality, state = (code[:-1], code[-1]) if code[-1] in STATES and code[:-1] in PLAIN_STATE else (code, "")
        state = STATES[state or PLAIN_STATE[factuality]]
        if voice and voice[0] not in text:
            raise ValueError(f"the voice {voice[0]!r} is not in {text!r}")
        made = span(text, item) | {"factuality": factuality, "state": state, "because": []}
        made["voice"] = voice[0] if voice else "report"
        fits = {"done": ("CT+", "PR+"), "denied": ("CT-", "PR-")}.get(state)
        if factuality not in (fits or ("PR+", "PS+", "PS-", "CTu", "Uu")):
            raise ValueError(f"{factuality} cannot be {state}: {text!r}")
        events.append(made)
    for mark in marks:
        if mark.kind == "{":
            after = [n for n, item in enumerate(items) if item.start >= mark.start]
            for target in [n - 1 for n in mark.targets] or after[:1]:
                events[target]["because"].append(span(text, mark, key=None))
    return {"events": events}


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def calendar_days(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value that is a stretch of the calendar, else None.

    >>> calendar_days("2010-11"), calendar_days("XXXX-11")
    ((datetime.date(2010, 11, 1), datetime.date(2010, 11, 30)), None)
    """
    value = re.sub(r"T.*", "", value)
    if "/" in value:
        first, last = (calendar_days(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        year, month = int(found[1]), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found[2]]
        return date(year, month, 1), month_end(year + month // 12, (month + 1) % 12 + 1)
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        months = 3 if found[2] == "Q" else 6
        final = months * int(found[3])
        return date(int(found[1]), final - months + 1, 1), month_end(int(found[1]), final)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return date(int(found[1]), int(found[2]), 1), month_end(int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{2,4}", value) and int(value):
        size = 10 ** (4 - len(value))
        return date(int(value) * size, 1, 1), date(int(value) * size + size - 1, 12, 31)
    return None


def interval(value: str, mod: str | None) -> tuple[date, date] | None:
    """Earliest and latest day of a value, narrowed or widened by its mod as times/README.md says.

    >>> interval("198", "START")
    (datetime.date(1980, 1, 1), datetime.date(1983, 12, 31))
    """
    days = calendar_days(value)
    if not days or mod not in ("START", "MID", "END", "APPROX"):
        return days
    first, last = days
    if mod == "APPROX" and re.fullmatch(r"\d{4}", value):
        return date(first.year - 1, 1, 1), date(last.year + 1, 12, 31)
    if mod == "APPROX" and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return first - timedelta(days=1), last + timedelta(days=1)
    part = {"START": 0, "MID": 1, "END": 2}.get(mod)
    if part is None:
        return days
    if re.fullmatch(r"\d{2}", value):
        years = ((0, 33), (33, 66), (66, 99))[part]
        return date(first.year + years[0], 1, 1), date(first.year + years[1], 12, 31)
    if re.fullmatch(r"\d{3}", value):
        return date(first.year + 3 * part, 1, 1), date(first.year + 3 * part + 3, 12, 31)
    if re.fullmatch(r"\d{4}", value):
        return date(first.year, 4 * part + 1, 1), month_end(first.year, 4 * part + 4)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return first.replace(day=10 * part + 1), (first.replace(day=10 * part + 10) if part < 2 else last)
    return days


def build_times(text: str, marks: list[Mark]) -> Line:
    times: list[Line] = []
    for item in marks:
        kind, value, anchor, *rest = item.fields
        made = span(text, item) | {"type": TYPES[kind], "value": value}
        mods = [part for part in rest if part in MODS]
        own = [part for part in rest if ".." in part]
        if len(mods) + len(own) != len(rest):
            raise ValueError(f"{rest} holds neither a mod nor first..last in {text!r}")
        if mods:
            made["mod"] = mods[0]
        days = interval(value, mods[0] if mods else None) if kind in "DT" and anchor != "n" else None
        first, last = own[0].split("..") if own else map(str, days or ("", ""))
        for name, day in (("earliest", first), ("latest", last)):
            if day:
                made[name] = date.fromisoformat(day).isoformat()
        made["anchor"] = ANCHORS[anchor]
        times.append(made)
    return {"times": times}


BUILDERS = {"quantities": build_quantities, "factuality": build_factuality, "times": build_times}


def is_blind(name: str) -> bool:
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def build_lines(set_name: str, source: Path, *, blind: bool) -> Iterator[Line]:
    """Yield the gold lines of one source; ValueError names the line that does not hold together."""
    for count, raw in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        if not raw.strip() or raw.startswith("#"):
            continue
        head, _, marked = raw.partition(" :: ")
        try:
            name, grade, origin, *published = head.split()
            if is_blind(name) != blind:
                raise ValueError(f"{name} belongs to the other source")
            text, marks = read_marks(marked)
            line: Line = {"id": name, "text": text}
            if published and published[0] != "-":
                line["published"] = date.fromisoformat(published[0]).isoformat()
            line |= BUILDERS[set_name](text, marks) | {"hard": {"E": False, "H": True}[grade]}
        except (ValueError, KeyError, IndexError) as wrong:
            raise ValueError(f"{source.name}:{count}: {wrong!r} in {raw!r}") from wrong
        if origin != "-":
            line["from"] = origin
        yield line


def main(arguments: list[str]) -> int:
    stale = 0
    for set_name in BUILDERS:
        seen: set[str] = set()
        for blind in (False, True):
            source = HERE / "blind" / "src" / f"{set_name}.txt" if blind else HERE / set_name / f"{set_name}.txt"
            target = HERE / ("blind" if blind else "") / set_name / f"{set_name}.jsonl"
            if not source.exists():
                continue
            lines = list(build_lines(set_name, source, blind=blind))
            names = [line["id"] for line in lines]
            if len(set(names)) < len(names) or seen & set(names):
                raise ValueError(f"{source.name}: an id is used twice")
            seen |= set(names)
            made = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            if "--check" in arguments:
                stale += not target.exists() or target.read_text(encoding="utf-8") != made
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(made, encoding="utf-8")
            items = sum(len(line.get("quantities") or line.get("events") or line.get("times") or []) for line in lines)
            print(f"{set_name}{' (blind)' if blind else ''}: {len(lines)} texts, {items} items")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
