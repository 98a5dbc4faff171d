"""What nobody in particular says: "it is understood that", "rumours say", "reportedly", "there is talk that"."""

from __future__ import annotations

from sayso.extract.attributions.drafts import Draft, clause_start
from sayso.extract.attributions.rules.registry import RULE_SCORE, Context, add, mend
from sayso.extract.attributions.rules.stretches import WORD, covered, stripped
from sayso.text.layout import Layout


@mend(
    "nobody-named",
    example="{s:Rumour} {q:has it} {c:that the mill is sold; nobody knows}.",
    becomes="{q:Rumour} {q:has it} {c:that the mill is sold}; nobody knows.",
    keeps="{s:The miller} {q:has it} {c:that the mill is sold; nobody knows}.",
)
def nobody_named(draft: Draft, context: Context) -> None:
    """Words for nobody in particular belong to the cue: "reports say that", "word has it that"."""
    text, nobody = context.text, context.language.nobody
    if not draft.source and draft.cue:
        first = next(iter(WORD.findall(text[slice(*draft.cue[0])])), "").lower()
        if first not in nobody:
            return
    elif context.words(draft.source) not in nobody:
        return
    draft.cue = sorted([*draft.source, *draft.cue])
    draft.source = []
    draft.by_model = False
    for number, (start, end) in enumerate(draft.content):
        clause_end = context.forms.clause_end.search(text, start, end)
        if clause_end is not None and (piece := stripped(text, start, clause_end.start())) is not None:
            draft.content[number] = piece


@mend(
    "impersonal",
    example="{s:It} {q:is understood} {c:that the mill is sold}.",
    becomes="It {q:is understood} {c:that the mill is sold}.",
    keeps="{s:He} {q:has understood} {c:that the mill is sold}.",
)
def impersonal(draft: Draft, context: Context) -> None:
    """The empty subject of "it is understood that" is no source."""
    source, cue = context.words(draft.source), context.words(draft.cue)
    if source in context.forms.empty_subjects and context.forms.impersonal.search(cue):
        draft.source = []
        draft.by_model = draft.by_model and f"{source} {cue}" not in context.language.hearsay


@mend(
    "adverb-of-hearsay",
    example="The guards {q:allegedly fled} {c:at dawn}.",
    becomes="The guards {q:allegedly} {c:fled at dawn}.",
    keeps="The guards {q:quickly fled} {c:at dawn}.",
)
def adverb_of_hearsay(draft: Draft, context: Context) -> None:
    """What is "allegedly" so stands on both sides of the word, and the word is all of the cue."""
    if draft.source or len(draft.cue) != 1:
        return
    adverb = context.forms.hearsay_adverb.search(context.text, *draft.cue[0])
    if adverb is not None and adverb.group().lower() in context.language.hearsay:
        draft.cue = [adverb.span()]
        draft.by_model = False
        _both_sides(draft, context)


@add(
    "hearsay-aside",
    example="{c:The bridge}, {q:we are told}, {c:will hold}.",
    keeps="The bridge, we are sure, will hold.",
)
def hearsay_aside(context: Context) -> None:
    """Words of hearsay between commas make hearsay of their clause: "the bridge, we are told, will hold"."""
    for match in context.forms.hearsay_aside.finditer(context.text):
        if match.group("cue").lower() not in context.language.hearsay:
            continue
        gone = [d for d in context.drafts if any(a < match.end() and match.start() < b for a, b in d.cue)]
        start = context.layout.sentence_at(match.start())[0]
        draft = Draft([], [match.span("cue")], [(start, match.start())], RULE_SCORE, by_model=False)
        _both_sides(draft, context)
        context.add(draft, instead_of=gone)


@add(
    "reportedly",
    example="{c:The guards} {q:allegedly} {c:fled at dawn}.",
    keeps="The guards quickly fled at dawn.",
)
def reportedly(context: Context) -> None:
    """An adverb such as "reportedly" alone makes hearsay of its clause."""
    text, drafts = context.text, context.drafts
    for match in context.forms.hearsay_adverb.finditer(text):
        at, end = match.span()
        if match.group().lower() not in context.language.reportedly or covered(drafts, at, end) > 0:
            continue
        if any(a < end and at < b for d in drafts for a, b in [*d.cue, *d.source]):
            continue
        opens = clause_start(context.layout, at, context.forms.clause_end)
        draft = Draft([], [match.span()], [(opens, at)], RULE_SCORE, by_model=False)
        _both_sides(draft, context)
        if len(draft.content) > 1 or draft.content[0][1] - draft.content[0][0] > 2 * (end - at):
            context.add(draft)


@add(
    "believed",
    example="{c:Some ninety people} {q:are feared} {c:dead under the hill at Quell}.",
    keeps="Some ninety people are feared in Quell.",
)
def believed(context: Context) -> None:
    """ "Ninety are feared dead": nobody in particular fears it."""
    for match in context.forms.believed.finditer(context.text):
        start, end = match.span("cue")
        gone = [d for d in context.drafts if not d.source and any(a < end and start < b for a, b in d.cue)]
        kept = [d for d in context.drafts if not any(d is other for other in gone)]
        context.drafts[:] = kept
        if any(a < end and start < b for d in kept for a, b in [*d.cue, *d.content]):
            continue
        opens = clause_start(context.layout, start, context.forms.clause_end)
        draft = Draft([], [(start, end)], [(opens, start)], RULE_SCORE, by_model=False)
        _both_sides(draft, context)
        if len(draft.content) == 2:
            context.add(draft)


@add(
    "talk",
    example="{q:There is talk} in the harbour {c:that the mine will close}. It rained.",
    keeps="There is a boat in the harbour that the mine will sell.",
)
def talk(context: Context) -> None:
    """ "There is talk in the bazaar that C": the talk is nobody's."""
    for match in context.forms.talk.finditer(context.text):
        start, end = match.span()
        content = stripped(context.text, match.start("opens"), context.layout.sentence_at(start)[1])
        around = [piece for d in context.drafts for piece in d.content if piece[0] < start and end < piece[1]]
        if content is not None and around:  # somebody tells of the talk: it goes no farther than his words
            content = stripped(context.text, content[0], min(content[1], *(b for _, b in around)))
        if content is None:
            continue
        gone = [d for d in context.drafts if any(a < end and start < b for a, b in d.cue)]
        context.add(Draft([], [match.span("cue")], [content], RULE_SCORE, by_model=False), instead_of=gone)


def _both_sides(draft: Draft, context: Context) -> None:
    """Let the content run from where it began to the cue, and from the cue to the end of its clause."""
    layout: Layout = context.layout
    start, end = draft.cue[0]
    sentence = layout.sentence_at(start)
    clause_end = context.forms.clause_end.search(layout.text, end + 1, sentence[1])
    right = (end, clause_end.start() if clause_end else sentence[1])
    left = [piece for piece in draft.content if piece[0] < start]
    if left:
        left = [(left[0][0], start)]
    pieces = [*left, right]
    draft.content = [piece for a, b in pieces if (piece := stripped(layout.text, a, b)) is not None] or draft.content
