"""What looks like a statement and is none: "had said nothing", "a plan according to which", "has seen many of these".

The tagger takes a verb that may tell for one that does. What the words around it show to tell of nothing is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.extract.attributions.drafts import Draft, Layout
from sayso.lang import Language
from sayso.values.report import Zone

LEAST_CLAUSE: Final = 3  # words


def without_idle(drafts: list[Draft], layout: Layout, zones: Sequence[Zone], language: Language) -> None:
    """Leave out what says nothing and what another says, in place.

    `"First," Ana said, "count. Second," she went on, "count again."` is one statement where its pieces are Ana's.
    """
    turns = any(zone.kind == "turn" for zone in zones)
    drafts[:] = [
        draft
        for draft in drafts
        if not (
            _says_nothing(draft, layout, language)
            or _is_no_telling(draft, layout, language)
            or _is_relative(draft, layout.text, language)
            or _is_told_already(draft, drafts, layout.text, language)
            or _introduces(draft, drafts, layout.text, language)
            or (turns and _announces(draft, layout, language))
        )
    ]


def _says_nothing(draft: Draft, layout: Layout, language: Language) -> bool:
    """ "Nothing", "behalf of the police"; and nobody says next to nothing."""
    text = layout.text
    content = " ".join(text[a:b] for a, b in draft.content).lower().strip(" .,")
    if content in language.forms.nothing or language.forms.no_content.match(content):
        return True
    return not draft.source and draft.by_model and len(content.split()) < LEAST_CLAUSE


def _is_no_telling(draft: Draft, layout: Layout, language: Language) -> bool:
    """ "Has seen [a flood]", "named [three gates]", "called [a strike]", "known as", "no proof has been shown"."""
    text = layout.text
    if not draft.cue or not draft.by_model:
        return False
    start, end = draft.cue[0][0], draft.content[0][1]
    told = text[start:end] if draft.cue[-1][1] <= draft.content[0][0] else ""
    if language.forms.no_telling.match(told):
        return True
    first = text[draft.content[0][0] : draft.content[0][1]]
    if draft.source:
        return False
    cue = text[start : draft.cue[-1][1]]
    return bool(
        language.forms.naming.search(cue)
        or language.forms.unproven.match(first)
        or (layout.sentence_at(start)[0] == start and language.forms.listing.match(told))
    )


def _is_relative(draft: Draft, text: str, language: Language) -> bool:
    """ "A plan according to which each post was to be handed over", "according to plan"."""
    cue = " ".join(text[a:b] for a, b in draft.cue).lower()
    source = " ".join(text[a:b] for a, b in draft.source).lower().split()[:1]
    relative = bool(source) and source[0] in language.telling.here and cue in language.according
    plan = (
        any(word in cue for word in language.according)
        and " ".join(text[a:b] for a, b in draft.source).lower() in language.forms.bare
    )
    return relative or plan


def _is_told_already(draft: Draft, drafts: Sequence[Draft], text: str, language: Language) -> bool:
    source = " ".join(text[a:b] for a, b in draft.source).lower()
    return source in language.pronouns.all and any(
        other is not draft
        and len(other.content) > 1
        and other.start < draft.cue[0][0] < other.end
        and all(piece in other.content for piece in draft.content)
        for other in drafts
        if draft.cue
    )


def _introduces(draft: Draft, drafts: Sequence[Draft], text: str, language: Language) -> bool:
    """ "X underlined [how slowly they work] and said: ...": how it is stands in what X said, not before it."""
    if not language.forms.how.match(text, *draft.content[0]):
        return False
    end = draft.content[-1][1]
    return any(
        other is not draft
        and other.source == draft.source
        and other.cue
        and other.cue[0][0] > end
        and text[end : other.cue[0][0]].strip() in language.forms.joins
        and text[other.cue[-1][0] : other.cue[-1][1] + 1].rstrip().endswith(":")
        for other in drafts
    )


def _announces(draft: Draft, layout: Layout, language: Language) -> bool:
    """ "In this interview, the hydrologist speaks about the rivers": what follows is what is said."""
    if draft.turn or not draft.cue:
        return False
    start, end = layout.sentence_at(draft.start)
    return language.forms.announced.search(layout.text, start, end) is not None
