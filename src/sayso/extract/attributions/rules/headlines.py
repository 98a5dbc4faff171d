"""Headlines: "Minister: camp will close", "Camp will close: minister", "Camp is dead – chief; not yet: UN".

A mark stands for the verb, and who speaks is known by being somebody: a role, a body, a country, a name. What the
tagger found by another cue is left as it is; it was trained on whole reports, where such lines are few.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, trimmed
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add
from sayso.text.layout import Layout, Piece
from sayso.values.report import Zone

MAX_LINE_WORDS: Final = 25  # of a line that may be a headline
MAX_SOURCE_WORDS: Final = 6
MAX_INITIALS: Final = 6  # letters
NAMED: Final = ("PERSON", "ORG", "GPE", "NORP")
MARK: Final = re.compile(r"(?P<colon>:)(?=\s)|\s(?P<dash>[–—-])\s")
WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")


@add(
    "headline",
    example="{c1:Camp is dead} {q1:–} {s1:rebel chief}; {c2:not yet}{q2::} {s2:UN}",
    keeps="Analysis: What the vote means for Velmar",
    tags=True,
)
def headline(context: Context) -> None:
    """In a headline a colon or a dash stands for the verb of who speaks."""
    for line in _headlines(context.layout, context.zones):
        for part in _parts(context.text, line):
            found = _read(part, context)
            if found is None:
                continue
            source, cue, content = found
            inside = [d for d in context.drafts if part[0] <= d.start and d.end <= part[1] + 1]
            if not any(d.source and d.cue != [cue] for d in inside):
                context.add(Draft([source], [cue], [content], RULE_SCORE, by_model=False), instead_of=inside)


def _headlines(layout: Layout, zones: Sequence[Zone]) -> Iterator[Piece]:
    """Titles and headings; and a text that is one short line without a full stop."""
    for zone in zones:
        if zone.kind in ("title", "heading"):
            yield zone.span.start, zone.span.end
    if len(layout.paragraphs) == 1 and not any(zone.kind in ("title", "heading", "turn") for zone in zones):
        start, end = layout.paragraphs[0]
        line = layout.text[start:end].rstrip()
        if len(line.split()) <= MAX_LINE_WORDS and not line.endswith((".", "!", "?", "…")) and "\n" not in line:
            yield start, end


def _parts(text: str, line: Piece) -> Iterator[Piece]:
    start, end = line
    for match in re.finditer(r";\s", text[start:end]):
        yield start, line[0] + match.start()
        start = line[0] + match.end()
    yield start, end


def _read(part: Piece, context: Context) -> tuple[Piece, Piece, Piece] | None:
    """Source, cue and content of a part with one mark; None where neither side, or both of a dash, may speak."""
    text = context.text
    marks = list(MARK.finditer(text, *part))
    if len(marks) != 1:
        return None
    match = marks[0]
    colon = match.group("colon") is not None
    cue = match.span("colon") if colon else match.span("dash")
    left, right = trimmed(text, part[0], match.start()), trimmed(text, match.end(), part[1])
    if left is None or right is None:
        return None
    speaks = [_is_someone(side, context) for side in (left, right)]
    if colon and speaks[0]:
        return left, cue, right
    if speaks[1] and not speaks[0]:
        return right, cue, left
    return None


def _is_someone(piece: Piece, context: Context) -> bool:
    """Whether a few words without a verb name somebody by their chief word."""
    text, language, forms, tagged = context.text, context.language, context.forms, context.tags
    words = text[slice(*piece)]
    if len(words.split()) > MAX_SOURCE_WORDS or words[0] in "“\"‘'„«" or words[-1] in '”"?!':
        return False
    if forms.to_whom.fullmatch(words):
        return True
    starts = context.starts
    tokens = context.tokens(*piece)
    if any(tagged.pos[k] == "AUX" or (tagged.pos[k] == "VERB" and text[starts[k]].islower()) for k in tokens):
        return False
    chief = forms.behind_head.split(words, maxsplit=1)[0]
    found = WORD.findall(chief)
    if not found:
        return False
    last = found[-1]
    lower = last.lower()
    alike = {lower, lower.removesuffix(forms.plural), forms.owner_ending.sub("", lower)}
    listed = language.roles | language.groups | language.crowds | language.bodies | language.public
    if alike & (listed | forms.headline_sources | language.documents - forms.no_source):
        return True
    if last.isupper() and 2 <= len(last) <= MAX_INITIALS:  # UN, WHO
        return True
    at = piece[0] + words.index(last)
    token = bisect.bisect_right(starts, at) - 1
    return tagged.names[token].partition("-")[2] in NAMED or bool(alike & language.countries)
