"""Build the gold for forms of attribution from its marked-up sources.

usage: build_forms.py            write every GROUP.jsonl anew
       build_forms.py check      say whether the files on disk are what the sources give; exit 1 if not
       build_forms.py add FILE   file each case of FILE in the sources, open or blind by the hash of its id, then build
       build_forms.py counts     print the table of README.md

A source holds cases, parted by an empty line:

    # colon-07 hard tt-1234                  id, hard or easy, and the document it paraphrases, if any
    {s1:Ida Brenn} {q1:said:} {c1:"No."}     the text; s source, q cue, c content, then the number of the attribution
    = 1 | Ida Brenn | denies; via Mehr       number, speaker ("-" for nobody named), remarks
    = 1 | Ida Brenn + Karl Voss              several who say it together

Marks may lie in one another and be several for one part. Remarks, parted by ";", all optional:
    says asks denies demands promises thinks fears   the manner (says)
    via NAME > NAME    who carried the words: stands before the speaker in the chain
    in N               nested in attribution N, whose chain stands before this one's
    continues N        without words of its own that say who speaks: goes on from N
    source N, content N   shares this part with N
    style direct|indirect|mixed   where the quotation marks do not tell
    optional           arguable: a system may leave it out
"""

import argparse
import hashlib
import itertools
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SOURCES = {False: HERE / "src" / "forms", True: HERE / "blind" / "src" / "forms"}
BUILT = {False: HERE / "forms", True: HERE / "blind" / "forms"}
GROUPS = (
    *("split-quote", "colon", "dash", "according-to", "nominal-cue", "quoted-as-saying", "told-that-had-said"),
    *("hearsay", "denial", "question-answer", "headline", "quote-without-closing-mark", "over-paragraphs"),
    *("scare-quotes", "other-source", "he-added", "continuation", "agency-chain", "anonymous", "role-speaker"),
    *("manner", "upper-case", "joint", "after-according", "database-head", "dashed-turn", "missed"),
)
MANNERS = {"says", "asks", "denies", "demands", "promises", "thinks", "fears"}
VERBATIM = {
    "question-answer",
    "dash",
    "dashed-turn",
}  # groups whose contents are somebody's words without any quotation marks
ROLES = {"s": "source", "q": "cue", "c": "content"}
HEAD = re.compile(r"# (?P<id>(?P<group>[a-z-]+)-\d\d) (?P<level>hard|easy)(?: (?P<origin>\S+))?\Z")
OPEN = re.compile(r"\{([sqc])(\d+):")
WORD = re.compile(r"\w+(?:['’]\w+)*")

Case = dict[str, Any]
Spans = list[list[int]]


def is_blind(case_id: str) -> bool:
    """Tell whether a case is kept blind: one in three, by the hash of its id."""
    return int(hashlib.sha1(case_id.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def split_cases(source: str) -> Iterator[str]:
    """Yield the cases of a source, each with its head line, without the space around."""
    for piece in re.split(r"(?m)^(?=# )", source):
        if piece.strip():
            yield piece.strip()


def unmark(marked: str) -> tuple[str, dict[tuple[str, int], Spans]]:
    """Take the marks out of a text: the bare text, and the spans of each (role, number) in order."""
    bare: list[str] = []
    length, position = 0, 0
    opened: list[tuple[str, int, int]] = []
    spans: dict[tuple[str, int], Spans] = {}
    while position < len(marked):
        mark = OPEN.match(marked, position)
        if mark:
            opened.append((ROLES[mark[1]], int(mark[2]), length))
            position = mark.end()
        elif marked[position] == "}":
            role, number, start = opened.pop()
            spans.setdefault((role, number), []).append([start, length])
            position += 1
        else:
            bare.append(marked[position])
            length += 1
            position += 1
    if opened:
        raise ValueError(f"a mark is not closed: {opened}")
    return "".join(bare), {key: sorted(found) for key, found in spans.items()}


def quoted(text: str) -> list[bool]:
    """Tell of each character whether it stands in quotation marks.

    A mark that opens and does not close runs to the end of its paragraph; one that closes and did not open runs from
    its beginning.
    """
    inside = [False] * len(text)
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        opened: tuple[int, str] | None = None
        position = start
        while position < end:
            letter = text[position]
            mark = "''" if text.startswith("''", position) else letter
            if opened is None:
                if mark in {'"', "''", "“", "„", "‘"}:
                    opened = (position, mark)
                elif mark == "”":
                    inside[start:position] = [True] * (position - start)
            elif mark in {'"': {'"'}, "''": {"''", '"'}, "“": {"”"}, "„": {"“", "”"}, "‘": {"’"}}[opened[1]]:
                letters = text[position - 1 : position + 2]
                if not (opened[1] == "‘" and letters.replace("’", "").isalpha() and len(letters) == 3):
                    inside[opened[0] : position] = [True] * (position - opened[0])
                    opened = None
            position += len(mark)
        if opened is not None:
            inside[opened[0] : end] = [True] * (end - opened[0])
    return inside


def style(text: str, spans: Spans) -> str:
    """Tell the style of a content by its words: all in quotation marks, some or none."""
    mask = quoted(text)
    seen = {mask[word.start()] for start, end in spans for word in WORD.finditer(text, start, end)}
    return "mixed" if len(seen) > 1 else "direct" if True in seen else "indirect"


def build_case(piece: str) -> Case:
    """Make a case of its marked-up source; raises ValueError, naming the case, where the source is at fault."""
    head, *lines = piece.split("\n")
    match = HEAD.match(head)
    if not match or match["group"] not in GROUPS:
        raise ValueError(f"not a head line: {head!r}")
    notes = [line for line in lines if line.startswith("= ")]
    marked = "\n".join(line for line in lines if not line.startswith("= ")).strip()
    try:
        text, spans = unmark(marked)
        attributions = build_attributions(match["group"], text, spans, notes)
    except (ValueError, KeyError, IndexError) as error:
        raise ValueError(f"{match['id']}: {error}") from error
    case = {"id": match["id"], "group": match["group"], "text": text, "attributions": attributions}
    case["hard"] = match["level"] == "hard"
    if match["origin"]:
        case["from"] = match["origin"]
    return case


def build_attributions(group: str, text: str, spans: dict[tuple[str, int], Spans], notes: list[str]) -> list[Case]:
    """Make the attributions of one case, in the order of its notes."""
    built: list[Case] = []
    index: dict[int, int] = {}
    for note in notes:
        number_text, speaker_text, *rest = (part.strip() for part in note[2:].split("|"))
        number, remarks = int(number_text), [remark.strip() for remark in ";".join(rest).split(";") if remark.strip()]
        parts: dict[str, Spans] = {role: spans.pop((role, number), []) for role in ROLES.values()}
        together = [name.strip() for name in speaker_text.split(" + ")]
        speaker = None if speaker_text == "-" else together[0]
        chain = [speaker] if speaker else []
        extra: dict[str, Any] = {"speakers": together} if len(together) > 1 else {}
        manner, how = "says", ""
        for remark in remarks:
            verb, _, value = remark.partition(" ")
            if remark in MANNERS:
                manner = remark
            elif remark == "optional":
                extra["optional"] = True
            elif verb == "via":
                chain = [name.strip() for name in value.split(">")] + chain
            elif verb == "in":
                extra["inside"] = index[int(value)]
                chain = built[index[int(value)]]["chain"] + chain
            elif verb == "continues":
                extra["continues"] = index[int(value)]
                chain = built[index[int(value)]]["chain"]
            elif verb in ("source", "content"):
                parts[verb] = built[index[int(value)]][verb]
            elif verb == "style" and value in ("direct", "indirect", "mixed"):
                how = value
            else:
                raise ValueError(f"not a remark: {remark!r}")
        if not parts["content"]:
            raise ValueError(f"attribution {number} has no content")
        index[number] = len(built)
        chain = [name for name, _ in itertools.groupby(chain)]  # who quotes himself is one voice
        strings = {role: [text[start:end] for start, end in found] for role, found in parts.items()}
        how = how or ("direct" if group in VERBATIM and not parts["cue"] else style(text, parts["content"]))
        if group in VERBATIM and set("".join(strings["cue"])) <= set(":-–—―"):
            how = "direct"
        built.append(
            parts | {"strings": strings, "speaker": speaker, "chain": chain, "manner": manner, "style": how} | extra
        )
    if spans:
        raise ValueError(f"marks without a note: {sorted(spans)}")
    return built


def build(*, blind: bool) -> dict[str, list[Case]]:
    """Read the sources of one side: the cases of each group, in the order of their ids."""
    cases: dict[str, list[Case]] = {}
    seen: set[str] = set()
    for path in sorted(SOURCES[blind].glob("*.txt")):
        for piece in split_cases(path.read_text(encoding="utf-8")):
            case = build_case(piece)
            if case["group"] != path.stem or is_blind(case["id"]) != blind or case["id"] in seen:
                raise ValueError(f"{case['id']} does not belong in {path.relative_to(HERE)}; use build_forms.py add")
            seen.add(case["id"])
            cases.setdefault(path.stem, []).append(case)
    return {group: sorted(found, key=lambda case: case["id"]) for group, found in cases.items()}


def jsonl(cases: list[Case]) -> str:
    """Write cases as JSON Lines."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


def add(path: Path) -> None:
    """File each case of a source where it belongs; one with the same id is replaced."""
    for piece in split_cases(path.read_text(encoding="utf-8")):
        case = build_case(piece)
        target = SOURCES[is_blind(case["id"])] / f"{case['group']}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        old = list(split_cases(target.read_text(encoding="utf-8"))) if target.exists() else []
        kept = {build_case(other)["id"]: other for other in old} | {case["id"]: piece}
        target.write_text("\n\n".join(kept[key] for key in sorted(kept)) + "\n", encoding="utf-8")


def counts() -> str:
    """Make the table of cases by group, as Markdown."""
    both = {blind: build(blind=blind) for blind in (False, True)}
    rows, total = ["| group | open | blind | hard | paraphrased |", "|---|---|---|---|---|"], [0, 0, 0, 0]
    for group in GROUPS:
        cases = [both[blind].get(group, []) for blind in (False, True)]
        every = cases[0] + cases[1]
        row = [len(cases[0]), len(cases[1]), sum(case["hard"] for case in every), sum("from" in case for case in every)]
        total = [have + more for have, more in zip(total, row, strict=True)]
        rows.append(f"| {group} | " + " | ".join(map(str, row)) + " |")
    return "\n".join([*rows, "| all | " + " | ".join(map(str, total)) + " |"])


def main() -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(description="Build the gold for forms of attribution.")
    parser.add_argument("command", nargs="?", choices=("build", "check", "add", "counts"), default="build")
    parser.add_argument("file", nargs="?", type=Path)
    options = parser.parse_args()
    if options.command == "counts":
        print(counts())
        return 0
    if options.command == "add":
        if options.file is None:
            parser.error("add needs a file")
        add(options.file)
    stale = 0
    for blind in (False, True):
        BUILT[blind].mkdir(parents=True, exist_ok=True)
        for group, cases in build(blind=blind).items():
            path = BUILT[blind] / f"{group}.jsonl"
            if options.command == "check":
                if not path.exists() or path.read_text(encoding="utf-8") != jsonl(cases):
                    print(f"{path.relative_to(HERE)} is not what its source gives; run build_forms.py", file=sys.stderr)
                    stale += 1
            else:
                path.write_text(jsonl(cases), encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
