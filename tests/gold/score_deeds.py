"""Score readings against the gold of deeds: who did what to whom, of which type, whether it happened, and who said so.

    python tests/gold/score_deeds.py [--failed] [GOLD.txt]

The gold is read as a person writes it (see deeds/README.md); a line passes if everything that it tells is right.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OPEN = Path(__file__).resolve().parent / "deeds" / "deeds.txt"
LINE = re.compile(r"d-(\w+)-\d+ ([EH]) :: (.*)")
WORD = re.compile(r"[\w'’-]+")


@dataclass
class Deed:
    """One event that a line tells: its trigger's words, type, state, who does it and to whom."""

    trigger: str
    type: str
    state: str
    who: str
    whom: str


@dataclass
class Line:
    """One text with what a reader takes from it; `said` is "none", "some" or "" for not judged."""

    id: str
    kind: str
    hard: bool
    text: str
    deeds: list[Deed] = field(default_factory=list)
    said: str = ""


def read_gold(text: str) -> Iterator[Line]:
    r"""The lines of a source.

    >>> (line,) = read_gold("d-ask-01 H :: Ana left.\n  left | - | done | Ana | -")
    >>> line.kind, line.hard, line.deeds[0].who
    ('ask', True, 'Ana')
    """
    line: Line | None = None
    for row in text.splitlines():
        head = LINE.fullmatch(row)
        if head:
            if line is not None:
                yield line
            line = Line(row.split()[0], head[1], head[2] == "H", head[3].replace("\\n", "\n"))
        elif line is not None and row.strip().startswith("said:"):
            line.said = row.partition(":")[2].strip()
        elif line is not None and "|" in row:
            line.deeds.append(Deed(*(cell.strip() for cell in row.split("|"))))
    if line is not None:
        yield line


def faults(line: Line, reading: Any) -> list[str]:
    """What a reading of the line's text gets wrong, in words; [] if nothing."""
    out = []
    if line.said == "none" and reading.attributions:
        out.append("says: " + "; ".join(one.content[0].text for one in reading.attributions))
    if line.said == "some" and not reading.attributions:
        out.append("nobody says anything")
    used: set[str] = set()
    for deed in line.deeds:
        found = [e for e in reading.events if e.trigger[0].text == deed.trigger and e.id not in used]
        if not found:
            out.append(f"no event {deed.trigger!r}")
            continue
        used.add(found[0].id)
        out += [f"{deed.trigger}: {fault}" for fault in _wrong(deed, found[0], reading)]
    return out


def _wrong(deed: Deed, event: Any, reading: Any) -> Iterator[str]:
    if not _fits(deed.type, event.type or "-"):
        yield f"type {event.type}, not {deed.type}"
    if not _fits(deed.state, event.state):
        yield f"state {event.state}, not {deed.state}"
    for wanted, roles in ((deed.who, ("agent",)), (deed.whom, ("patient", "recipient"))):
        if wanted == "*":
            continue
        given = [_called(one, reading) for one in event.arguments if one.role in roles]
        names = [] if wanted == "-" else wanted.split(";")
        for name in names:
            if not name.startswith("?") and not any(_same(name, several) for several in given):
                yield f"{roles[0]} {name!r} is missing among {given}"
        for several in given:
            if not any(_same(name.removeprefix("?"), several) for name in names):
                yield f"{roles[0]} {sorted(several)} is wrong"


def _fits(wanted: str, given: str) -> bool:
    if wanted.startswith("!"):
        return given != wanted[1:]
    return wanted == "*" or given in wanted.split("/")


def _called(argument: Any, reading: Any) -> frozenset[str]:
    """The words of an argument: those of its span, and of the name of whom it stands for."""
    words = argument.span.text if argument.span is not None else ""
    for one in reading.entities:
        if argument.mention in one.mentions:
            held = [m.span.text for m in reading.mentions if m.id in one.mentions]
            words += " " + (one.name or (held[0] if held else ""))
    return frozenset(word.lower() for word in WORD.findall(words))


def _same(name: str, given: frozenset[str]) -> bool:
    return any(frozenset(word.lower() for word in WORD.findall(one)) <= given for one in name.split("/"))


def score(lines: list[Line], read: Callable[[str], Any]) -> dict[str, tuple[int, int, list[str]]]:
    """Kind -> lines right, lines, and what is wrong with the others."""
    out: dict[str, tuple[int, int, list[str]]] = {}
    for line in lines:
        right, of, wrong = out.get(line.kind, (0, 0, []))
        found = faults(line, read(line.text))
        wrong = [*wrong, f"{line.id} {line.text!r}: {' | '.join(found)}"] if found else wrong
        out[line.kind] = (right + (not found), of + 1, wrong)
    return out


def main(arguments: list[str]) -> int:
    import sayso

    paths = [Path(one) for one in arguments if not one.startswith("--")] or [OPEN]
    lines = [line for path in paths for line in read_gold(path.read_text(encoding="utf-8"))]
    right = 0
    for kind, (good, of, wrong) in score(lines, sayso.read_text).items():
        right += good
        print(f"{kind} {good}/{of}")
        if "--failed" in arguments:
            print(*(f"    {one}" for one in wrong), sep="\n")
    print(f"all {right}/{len(lines)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
