"""Quotations that go on: over paragraphs, and after the words that tell whose they are; drafts that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, Near, holders, shared_of
from sayso.extract.attributions.rules.registry import Context, add, join
from sayso.extract.attributions.rules.stretches import words_in
from sayso.text.layout import Layout, Piece
from sayso.text.quotations import Quotation

MAX_PIECES: Final = 8  # of a content that goes on over paragraphs
MIN_WORDS: Final = 4  # of a quotation that goes on without a word of who says it
SAME_SHARE: Final = 0.9  # of the longer content: two drafts that share more say the same


@join(
    "says-the-same",
    example="{c1:{c2:The road is shut}}, {s1:Ida Brenn} {q1:{q2:said}}.",
    becomes="{c1:The road is shut}, {s1:Ida Brenn} {q1:said}.",
    keeps="{c1:The road is shut}, {s1:Ida Brenn} {q1:said}; {s2:she} {q2:added} {c2:it was late}.",
)
def says_the_same(context: Context) -> None:
    """Of two drafts with cues in one place, or with much the same content, the surer stays."""
    drafts = sorted(context.drafts, key=lambda d: -d.score)
    near = Near([(draft.start, draft.end) for draft in drafts])
    kept: dict[int, Draft] = {}
    for number, draft in enumerate(drafts):
        others = near.touching(draft.start, draft.end)
        if not any(other in kept and _same(draft, kept[other]) for other in others):
            kept[number] = draft
    context.drafts[:] = kept.values()


def _same(a: Draft, b: Draft) -> bool:
    if a.cue and b.cue and any(x[0] < y[1] and y[0] < x[1] for x in a.cue for y in b.cue):
        return True
    shared = shared_of(a, b)
    # "he repeated [the word twice, “a wall.”]" holds "he twice [“a wall.”]"
    for inner, outer in ((a, b), (b, a)):
        alike = inner.by_model and inner.source in ([], outer.source)
        if alike and shared == inner.size and _lie_in(inner.cue, outer.content):
            return True
    longer = max(sum(x[1] - x[0] for x in draft.content) for draft in (a, b))
    sources = {*a.source} & {*b.source}
    only_mark = any(len(draft.cue) == 1 and draft.cue[0][1] - draft.cue[0][0] == 1 for draft in (a, b))
    return shared > SAME_SHARE * longer and (bool(sources) or not a.source or not b.source or only_mark)


def _lie_in(pieces: Sequence[Piece], others: Sequence[Piece]) -> bool:
    return bool(pieces) and all(any(c <= a and b <= d for c, d in others) for a, b in pieces)


@join(
    "over-paragraphs",
    example="{c:“One thing is sure,”} {s:he} {q:said}, {c:“we stay.}\n\n“Nobody goes.\n\n“Not today.”",
    becomes="{c:“One thing is sure,”} {s:he} {q:said}, {c:“we stay.}\n\n{c:“Nobody goes.}\n\n{c:“Not today.”}",
    keeps="{c:“One thing is sure,”} {s:he} {q:said}, {c:“we stay.”}\n\n“Nobody goes.”",
)
def over_paragraphs(context: Context) -> None:
    """A quotation that goes on in the next paragraphs belongs to its attribution."""
    for quotation in context.layout.quotations:
        if quotation.continues:
            _extend(context.drafts, context.layout, quotation)


def _extend(drafts: list[Draft], layout: Layout, quotation: Quotation) -> None:
    owner = _owner(drafts, (quotation.start, quotation.end))
    if owner is None or len(owner.content) > MAX_PIECES:
        return
    for start, end in layout.run_of(quotation)[1:]:
        other = _owner(drafts, (start, end))
        if other is owner:
            continue
        if other is not None:
            if other.source or other.cue:
                return
            drafts.remove(other)
        if start >= owner.content[-1][1]:
            owner.content.append((start, end))


@add(
    "goes-on",
    example="{c1:“No shots,”} {s1:the caretaker} {q1:told} us. The yard smelled. {c2:“Just a lorry, and then quiet.”}",
    keeps="{c1:“No shots,”} {s1:the caretaker} {q1:told} us. The so-called “peace” held.",
)
def goes_on(context: Context) -> None:
    """A quotation of whole sentences without a source goes on from the quotation before it."""
    layout, drafts = context.layout, context.drafts
    holding = [(piece, draft) for draft in drafts for piece in draft.content]
    cues = [piece for draft in drafts for piece in draft.cue]
    near_content, near_cue = Near([piece for piece, _ in holding]), Near(cues)
    owners: dict[int, Draft] = {}
    for quotation in layout.quotations:
        piece = (quotation.start, quotation.end)
        touching = (holding[at][1] for at in near_content.touching(*piece))
        owner = _owner(list({id(draft): draft for draft in touching}.values()), piece)
        if owner is not None:
            owners[id(quotation)] = owner
    last: tuple[Quotation, Draft] | None = None
    for quotation in layout.quotations:
        owner = owners.get(id(quotation))
        about = near_cue.touching(quotation.start, quotation.end)
        told = any(quotation.start <= cues[at][0] and cues[at][1] <= quotation.end for at in about)
        if owner is None and last is not None and not told and _goes_on(layout, last[0], quotation):
            first = last[1].continues or last[1]
            owner = Draft([], [], [(quotation.start, quotation.end)], last[1].score, by_model=False, continues=first)
            context.add(owner)
        if owner is not None:
            last = (quotation, owner)


def _owner(drafts: Sequence[Draft], piece: Piece) -> Draft | None:
    """The smallest draft whose content holds most of a stretch."""
    return next(iter(holders(drafts, piece)), None)


def _goes_on(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation without a source goes on from one before it: whole sentences, near, of some length."""
    text = layout.text
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    if words_in(text, quotation.inner_start, quotation.inner_end) < MIN_WORDS or not inner[:1].isupper():
        return False
    if inner[-1:] not in ".!?…," and not quotation.broken and not quotation.continues:
        return False
    distance = layout.paragraph_at(quotation.start) - layout.paragraph_at(before.start)
    starts_paragraph = layout.paragraphs[layout.paragraph_at(quotation.start)][0] == quotation.start
    return distance == 0 or (distance == 1 and starts_paragraph)
