"""Headlines: "Minister: camp will close", "Camp will close: minister", "Camp is dead – chief; not yet: UN".

A mark stands for the verb, and who speaks is known by being somebody: a role, a body, a country, a name. What the
tagger found by another cue is left as it is; it was trained on whole reports, where such lines are few.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, Layout, Piece, trimmed
from sayso.lang import Language
from sayso.nlp.tagger import Tagged
from sayso.values.report import Zone

RULE_SCORE: Final = 0.9
MOST_WORDS: Final = 25  # of a line that may be a headline
MOST_SOURCE: Final = 6
COVERED: Final = 0.5
MARK: Final = re.compile(r"(?P<colon>:)(?=\s)|\s(?P<dash>[–—-])\s")
TO_WHOM: Final = re.compile(r"[A-Z][\w’'-]+ to [A-Z][\w’' -]+")
NO_HEAD: Final = re.compile(r"\s(?:of|on|in|at|for|from|with|to|near|behind)\s")
WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")


def add_headlines(
    drafts: list[Draft], tagged: Tagged, zones: Sequence[Zone], layout: Layout, language: Language
) -> None:
    """Add what a headline says by a colon or a dash, in place."""
    for line in _headlines(layout, zones):
        for part in _parts(layout.text, line):
            found = _read(layout.text, part, tagged, language)
            if found is None:
                continue
            source, cue, content = found
            inside = [d for d in drafts if part[0] <= d.start and d.end <= part[1] + 1]
            if any(d.source and d.cue != [cue] for d in inside):
                continue
            drafts[:] = [d for d in drafts if d not in inside]
            drafts.append(Draft([source], [cue], [content], RULE_SCORE, by_model=False))


def _headlines(layout: Layout, zones: Sequence[Zone]) -> Iterator[Piece]:
    """Titles and headings; and a text that is one short line without a full stop."""
    for zone in zones:
        if zone.kind in ("title", "heading"):
            yield zone.span.start, zone.span.end
    if len(layout.paragraphs) == 1 and not any(zone.kind in ("title", "heading", "turn") for zone in zones):
        start, end = layout.paragraphs[0]
        line = layout.text[start:end].rstrip()
        if len(line.split()) <= MOST_WORDS and not line.endswith((".", "!", "?", "…")) and "\n" not in line:
            yield start, end


def _parts(text: str, line: Piece) -> Iterator[Piece]:
    start, end = line
    for match in re.finditer(r";\s", text[start:end]):
        yield start, line[0] + match.start()
        start = line[0] + match.end()
    yield start, end


def _read(text: str, part: Piece, tagged: Tagged, language: Language) -> tuple[Piece, Piece, Piece] | None:
    """Source, cue and content of a part with one mark; None where neither side, or both of a dash, may speak."""
    marks = list(MARK.finditer(text, *part))
    if len(marks) != 1:
        return None
    match = marks[0]
    kind = "colon" if match.group("colon") else "dash"
    left, right = trimmed(text, part[0], match.start()), trimmed(text, match.end(), part[1])
    if left is None or right is None:
        return None
    speaks = [_is_someone(text, side, tagged, language) for side in (left, right)]
    if kind == "colon" and speaks[0]:
        return left, match.span(kind), right
    if speaks[1] and not speaks[0]:
        return right, match.span(kind), left
    return None


def _is_someone(text: str, piece: Piece, tagged: Tagged, language: Language) -> bool:
    """Whether a few words without a verb name somebody by their chief word."""
    words = text[slice(*piece)]
    if len(words.split()) > MOST_SOURCE or words[0] in "“\"‘'„«" or words[-1] in '”"?!':
        return False
    if TO_WHOM.fullmatch(words):
        return True
    starts = tagged.tokens.starts
    tokens = range(int(bisect.bisect_left(starts, piece[0])), int(bisect.bisect_left(starts, piece[1])))
    if any(tagged.pos[k] == "AUX" or (tagged.pos[k] == "VERB" and text[starts[k]].islower()) for k in tokens):
        return False
    chief = NO_HEAD.split(words, maxsplit=1)[0]
    found = WORD.findall(chief)
    if not found:
        return False
    last = found[-1]
    forms = {last.lower(), last.lower().removesuffix("s"), re.sub(r"[’']s?$", "", last.lower())}
    listed = language.roles | language.groups | language.crowds | language.bodies | language.public
    if forms & (listed | language.forms.headline_sources | language.documents - language.forms.no_source):
        return True
    if last.isupper() and 2 <= len(last) <= 6:  # UN, WHO
        return True
    at = piece[0] + words.index(last)
    token = int(bisect.bisect_right(starts, at)) - 1
    return (
        tagged.names[token].partition("-")[2] in ("PERSON", "ORG", "GPE", "NORP") or forms & language.countries != set()
    )
