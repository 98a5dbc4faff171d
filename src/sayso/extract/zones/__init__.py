"""What kind of text a stretch is: title, sub-heading, dateline, byline, caption, quotation, turn, post, stock, body.

Rules over paragraphs, in this order: what the report's head says (title, byline, dateline), turns of an interview, then
each paragraph by its form. Nothing here needs the tagger or the parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language
from sayso.lang.needs.text import CreditWords
from sayso.lang.needs.zones import ZoneWords
from sayso.steps import extractor
from sayso.text.credits import of_text
from sayso.text.quotations import CLOSING, OPENING, STRAIGHT, find_quotations, paragraph_spans, quoted_mask
from sayso.values.report import Report, Zone
from sayso.values.terms import ZoneKind

BRACKET_LABEL: Final = re.compile(r"(?:\[|\(\()(?P<label>[^\W\d_][^\[\]()\n]{0,60})(?:\]|\)\))\s?:?\s+(?=\S)")
SENTENCE_STOP: Final = re.compile(r"(?<=[.?!…])[\"”’»)]*\s+")
TURN_STOP: Final = re.compile(r"(?<=[.?!…:])[\"”’»)]*\s+(?=[^\W\d_]{1,30}\d?:)")
END_MARK: Final = re.compile(r"[.!?…:;,](?:[\"”’»)\]']|\s)*\Z")
INNER_STOP: Final = re.compile(r"[.!?][\"”’»)]*\s+\S")
INITIALS: Final = re.compile(r"(?<=[\s.!?”\"’»)…\x1a])(?P<stock>[A-Z]{2,3}(?:/[A-Z]{2,3}){1,3}|\x1a)\s*\Z")
CAPITALS_RUN_IN: Final = re.compile(
    r"(?P<heading>[A-Z][A-Z’'-]+(?:\s[A-Z’'-]{2,}|\s[A&]){2,8})\s(?=[A-Z][a-z]+\s+[a-z]|[AI]\s[a-z])"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A label of a turn: where it and the words behind it begin, and what it says."""

    start: int
    words: int
    label: str
    bracket: bool = False


@extractor("zones.v1", gives="zones")
def zones(report: Report, language: Language) -> tuple[Zone, ...]:
    """The zones of a report, in order of their start; two of one kind never overlap.

    Every paragraph is in one zone of title, heading, byline, caption, quote, turn, embed, boilerplate or body; a
    dateline or a heading that runs into its paragraph is a zone of its own inside it. Body and turn say `fragment`
    where the text begins or ends in mid-sentence. A turn runs to the next one, over several paragraphs; its
    label is inside.
    """
    text = report.text
    paragraphs = paragraph_spans(text)
    words = language.zones
    found = of_text(text, language.text.credits)
    dateline = report.dateline or found.dateline
    turns = find_turns(text, paragraphs, words)
    kinds: list[tuple[int, int, ZoneKind]] = []
    inner: list[tuple[int, int, ZoneKind]] = []
    if dateline is not None:
        inner.append((dateline.start, dateline.end, "dateline"))
    first_turn = turns[0].start if turns else len(text)
    quoted = quoted_mask(text, find_quotations(text, paragraphs))
    for number, (start, end) in enumerate(paragraphs):
        if start >= first_turn:
            break
        end = start + len(text[start : min(end, first_turn)].rstrip())
        kind = _kind(report, language, paragraphs, number, quoted, goes_on=bool(kinds) and kinds[-1][2] == "quote")
        if found.byline is not None and (start, end) == (found.byline.start, found.byline.end):
            kind = "byline"
        elif dateline is not None and dateline.start == start and kind in ("title", "heading"):
            kind = "body"
        kinds.append((start, end, kind))
        if kind == "body":
            inner += _run_in_headings(text, start, end, dateline.end if dateline is not None else -1, words)
            tail = INITIALS.search(text, start, end) if end == paragraphs[-1][1] else None
            if tail is not None:
                inner.append((tail.start("stock"), tail.end("stock"), "boilerplate"))
    for turn, past in zip(turns, [*(turn.start for turn in turns[1:]), len(text)], strict=False):
        ends = words.recording_end.search(text, turn.words, past) if turn.bracket else None
        end = ends.start() if ends is not None else past
        kinds.append((turn.start, turn.start + len(text[turn.start : end].rstrip()), "turn"))
        if ends is not None:
            first = bisect_right(paragraphs, end, key=lambda paragraph: paragraph[1])
            last = bisect_left(paragraphs, past, key=lambda paragraph: paragraph[0])
            kinds += [(max(a, end), min(b, past), "body") for a, b in paragraphs[first:last]]
    return tuple(sorted(_values(report, [*_merged(text, kinds), *inner], words), key=lambda zone: zone.span.start))


def find_turns(text: str, paragraphs: list[tuple[int, int]], words: ZoneWords) -> list[Turn]:
    """The turns of an interview or transcript; [] where the text is none.

    `Q:` or `Question:` is sure; another label counts where it comes back, where a sure one stands beside it, or where
    two stand next to each other and one of them asks. One `Spokeswoman Ida Brenn: "..."` in an article is no turn.
    """
    plain = [turn for start, end in paragraphs if (turn := _plain_turn(text, start, end, words)) is not None]
    number = {start: number for number, (start, _) in enumerate(paragraphs)}
    for turn in [turn for turn in plain if turn.start in number]:
        inline = _inline_turns(text, turn, paragraphs[number[turn.start]][1], words)
        number |= {other.start: number[turn.start] for other in inline}
        plain += inline
    begun = {number[turn.start] for turn in plain}
    unbroken = [
        (i, turn) for i, (a, b) in enumerate(paragraphs) if i not in begun for turn in _asked(text, a, b, words)
    ]
    if len({turn.label for _, turn in unbroken}) > 1:
        number |= {turn.start: i for i, turn in unbroken}
        plain += [turn for _, turn in unbroken]
    plain.sort(key=lambda turn: turn.start)
    kept = _believed(text, plain, number, words)
    return kept or _dashed_turns(text, paragraphs, words) or _bracket_turns(text, words)


def _dashed_turns(text: str, paragraphs: list[tuple[int, int]], words: ZoneWords) -> list[Turn]:
    """Turns of a parliament: `Mr HOLLIS (Tarnford)—I thank the member`; one alone makes no debate.

    An interruption that is only told of ends a turn, and is one without words.
    """
    found = [
        Turn(start, match.end(), match["label"])
        for start, end in paragraphs
        if (match := words.dashed.match(text, start, end)) is not None
    ]
    if len(found) < 2:
        return []
    silent = [Turn(a, b, text[a:b]) for a, b in paragraphs if a > found[0].start and words.silent.match(text, a, b)]
    return sorted([*found, *silent], key=lambda turn: turn.start)


def _inline_turns(text: str, first: Turn, end: int, words: ZoneWords) -> list[Turn]:
    """Turns behind the first one in its paragraph: `Witness 14: I was there. Judge Diarra: Alone?`"""
    found = []
    for stop in SENTENCE_STOP.finditer(text, first.words, end):
        turn = _plain_turn(text, stop.end(), end, words)
        if turn is not None and text[stop.end() : turn.words].rstrip().endswith(":"):
            found.append(turn)
    return found


def _asked(text: str, start: int, end: int, words: ZoneWords) -> list[Turn]:
    """Questions and answers inside a paragraph, where line ends were lost: `The interview: Q: Why? A: No.`"""
    found = (_plain_turn(text, stop.end(), end, words) for stop in TURN_STOP.finditer(text, start, end))
    return [turn for turn in found if turn is not None and words.asks.match(turn.label) and text[turn.words - 1] == ":"]


def _plain_turn(text: str, start: int, end: int, zone_words: ZoneWords) -> Turn | None:
    match = zone_words.label.match(text, start, end)
    if match is None or zone_words.field.match(text, start, end):
        return None
    label = match["label"].strip(" .,*_")
    if match.group().rstrip("*_").endswith(".") and not zone_words.initial_label.fullmatch(label):
        return None
    words = label.lower().split()
    if len(words) > 3 and text[match.end() : match.end() + 80].isupper():
        return None  # where all is in capitals, any words before a colon look like a name
    if (
        not words
        or words[0] in zone_words.no_speaker
        or words[-1] in zone_words.no_speaker
        or label.isdigit()
        or len(label) > 60
    ):
        return None
    return Turn(start, match.end(), label)


def _believed(text: str, turns: list[Turn], number: dict[int, int], words: ZoneWords) -> list[Turn]:
    counts = Counter(turn.label for turn in turns)
    sure = any(words.asks.match(turn.label) for turn in turns) and len(turns) > 1
    quoted = {turn.start for turn in turns if _behind(text, turn.words) in OPENING + STRAIGHT + "‘'"}
    out = []
    for at, turn in enumerate(turns):
        beside = [turns[i] for i in (at - 1, at + 1) if 0 <= i < len(turns)]
        close = [other for other in beside if abs(number[other.start] - number[turn.start]) <= 2]
        asks = any("?" in text[t.words : t.words + 600].split("\n")[0] for t in (turn, *close))
        if sure or counts[turn.label] > 1 or (close and asks):
            # `Brenn: "..."` twice in an article is two quotations with a colon as cue, and no conversation
            if turn.start not in quoted or sure or (close and counts[turn.label] > 1):
                out.append(turn)
    labels = {turn.label for turn in out}
    if len(out) < 2 or (len(labels) == 1 and not sure and len(out) < 3):
        return []
    return [turn for turn in turns if turn.label in labels]


def _bracket_turns(text: str, words: ZoneWords) -> list[Turn]:
    """Turns as in transcripts of broadcasts: `[REPORTER] ... [LARREA] ...`, `((Name)) ...`; no stage directions.

    A label that stands once counts where a recording is announced: `[BEGIN RECORDING] [LARREA] ...`.
    """
    found = [m for m in BRACKET_LABEL.finditer(text) if not words.stage.fullmatch(m.group().strip(" :\n\t"))]
    found = [
        m for m in found if m.start() == 0 or _before(text, m.start()) in '.?!]…"”\n)' or text[m.start() - 1] == "\n"
    ]
    found = [m for m in found if m["label"][:1].isupper()]
    labels = Counter(m["label"] for m in found)
    apart = len(labels) == len(found) and not any(words.asks.match(label) for label in labels)
    plain = len(found) < 2 or (apart and not all(m.group().startswith("((") for m in found))
    if plain and not words.recording.search(text):
        return []
    return [Turn(m.start(), m.end(), m["label"], bracket=True) for m in found]


def _before(text: str, at: int) -> str:
    """The last character before a place that is no white space; "" where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at]


def _behind(text: str, at: int) -> str:
    """The first character from a place on that is no white space; "" where there is none."""
    while at < len(text) and text[at].isspace():
        at += 1
    return text[at : at + 1]


def _kind(
    report: Report,
    language: Language,
    paragraphs: list[tuple[int, int]],
    number: int,
    quoted: bytearray,
    *,
    goes_on: bool,
) -> ZoneKind:
    text = report.text
    start, end = paragraphs[number]
    line = text[start:end]
    if len(line) <= 400 and language.zones.caption.match(line):
        return "caption"
    if language.zones.field.match(line) and not INNER_STOP.search(line):
        return "boilerplate"
    if language.text.stock.match(line) or language.text.credits.reporting.fullmatch(line):
        return "boilerplate"
    if len(line) <= 800 and language.zones.signed_post.search(line):
        return "embed"
    if number == 0 and report.title and _key(line) == _key(report.title):
        return "title"
    if _is_heading(text, paragraphs, number, language.text.credits):
        return "title" if number == 0 else "heading"
    if (
        line[0] in OPENING + STRAIGHT
        and (goes_on or len(line.split()) >= 8)
        and sum(quoted[start:end]) >= 0.97 * (end - start)
    ):
        return "quote"
    return "body"


def _is_heading(text: str, paragraphs: list[tuple[int, int]], number: int, credits: CreditWords) -> bool:
    """Short, without an end mark, before a paragraph of prose, and no item of a list of such lines."""
    start, end = paragraphs[number]
    line = text[start:end]
    words = line.split()
    if number + 1 >= len(paragraphs) or len(words) > 14 or len(line) > 110 or END_MARK.search(line):
        return False
    if (
        not (line[0].isupper() or line[0].isdigit() or line[0] in OPENING + STRAIGHT + "‘'¿")
        or line[-1] in CLOSING
        and len(words) < 3
    ):
        return False
    after = text[slice(*paragraphs[number + 1])]
    if number + 2 < len(paragraphs) and (credits.byline.match(after) or credits.date_line.match(after)):
        after = text[slice(*paragraphs[number + 2])]
    if len(after) < 60 and not END_MARK.search(after):
        return False
    if (
        number
        and not END_MARK.search(text[slice(*paragraphs[number - 1])])
        and len(text[slice(*paragraphs[number - 1])]) < 110
    ):
        return number == 1  # a title, then a second line of it; else a list
    return not re.match(r"[-–—•*]", line)


def _run_in_headings(
    text: str, start: int, end: int, after: int, words: ZoneWords
) -> Iterator[tuple[int, int, ZoneKind]]:
    """Sub-headings without a mark, at the start of a paragraph or behind the end of a sentence in it."""
    begins = [start, *(m.end() for m in re.finditer(r"[.!?][\"”’»)]*\s+(?=[A-ZÀ-Þ])", text[start:end]))]
    begins = [begins[0], *(start + at for at in begins[1:])]
    for at in begins:
        if at < after:
            continue
        match = CAPITALS_RUN_IN.match(text, at, end) if text[at : at + 40].split(" ")[0].isupper() else None
        if match is None:
            match = words.run_in.match(text, at, end)
            if match is None:
                continue
            if text[match.start() : match.end()].isupper():
                continue  # in a text of capitals they tell nothing
            heading, behind = match["heading"], text[match.start("opener") : match.start("opener") + 80]
            if words.finite.search(heading) or words.before_name.search(heading) or "\n" in heading:
                continue
            if words.goes_on.match(heading) and not heading.istitle():
                continue  # more often a phrase that goes on: "The daily The Star", "In an interview The ..."
            if match["opener"] in words.before_paper and words.paper.match(behind[len(match["opener"]) + 1 :]):
                continue
        yield match.start("heading"), match.end("heading"), "heading"


def _merged(text: str, kinds: list[tuple[int, int, ZoneKind]]) -> Iterator[tuple[int, int, ZoneKind]]:
    """Paragraphs of body, and of one quotation, that follow each other are one zone."""
    held: tuple[int, int, ZoneKind] | None = None
    for start, end, kind in kinds:
        if held is not None and kind == held[2] and kind in ("body", "quote"):
            held = (held[0], end, kind)
            continue
        if held is not None:
            yield held
        held = (start, end, kind)
    if held is not None:
        yield held


def _values(report: Report, kinds: list[tuple[int, int, ZoneKind]], words: ZoneWords) -> Iterator[Zone]:
    text = report.text
    body_end = max((end for _, end, kind in kinds if kind in ("body", "turn")), default=0)
    first = len(text) - len(text.lstrip())
    for start, end, kind in kinds:
        if start >= end:
            continue
        if kind in ("body", "turn"):
            cut = (start == first and _begins_cut(text[start:end], words)) or (
                end == body_end and kind == "body" and _ends_cut(text[start:end], words)
            )
            yield Zone(kind, report.span(start, end), fragment=cut)
        else:
            yield Zone(kind, report.span(start, end))


def _begins_cut(text: str, zone_words: ZoneWords) -> bool:
    """Whether a text begins in mid-sentence: with a small letter that is no name's (iPhone, al-Qaida)."""
    words = text.lstrip(" .…\"“‘'[").split(None, 1)
    return (
        bool(words) and words[0][0].islower() and words[0].islower() and not words[0].startswith(zone_words.small_names)
    )


def _ends_cut(text: str, zone_words: ZoneWords) -> bool:
    """Whether a text ends in mid-sentence: with a word that does not end one."""
    words = re.findall(r"[\w’'-]+\W*\Z", text[-60:].rstrip())
    return bool(words) and len(text) > 80 and words[0].rstrip(" ,;:-–—").lower() in zone_words.open_end


def _key(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))
