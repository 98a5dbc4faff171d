"""What looks like a statement and is none: "had said nothing", "a plan according to which", "has seen many of these".

The tagger takes a verb that may tell for one that does. What the words around it show to tell of nothing is left out.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.attributions.drafts import Draft
from sayso.extract.attributions.rules.registry import Context, drop, mend
from sayso.extract.attributions.rules.stretches import stripped

MIN_CLAUSE_WORDS: Final = 3
MAX_LABEL: Final = 2  # words: "file photo"
MAX_LABEL_CHARACTERS: Final = 30
LABEL_BEFORE: Final = re.compile(r"(?:[.!?)\]]\s+|\n)(?P<label>\w+)\s?\Z")  # a label that opens a sentence: ". Credit"
SURE: Final = 0.8  # score above which the model is believed that a verb of doing tells a statement


@drop(
    "said-nothing",
    example="{s:The mayor} {q:had said} {c:nothing} for a week.",
    keeps="{s:The mayor} {q:said} {c:nothing had changed}.",
)
def said_nothing(draft: Draft, context: Context) -> bool:
    """The content is a word such as "nothing", or a fragment that nobody says."""
    content = context.words(draft.content).strip(" .,")
    if content in context.forms.nothing or context.forms.no_content.match(content):
        return True
    return not draft.source and draft.by_model and len(content.split()) < MIN_CLAUSE_WORDS


@drop(
    "no-verb-of-telling",
    example="{s:Ida Brenn} {q:named} {c:the three gates that no longer close}.",
    keeps="{s:Aid workers} {q:called} {c:the camp a prison}.",
)
def no_verb_of_telling(draft: Draft, context: Context) -> bool:
    """Verb and object tell of an act: "has seen [a flood]", "named [three gates]", "called [a strike]"."""
    return bool(draft.cue and draft.by_model and context.forms.no_telling.match(_cue_and_content(draft, context)))


@drop(
    "nobody-says",
    example="{s:No group} {q:has claimed} {c:responsibility for the blast}.",
    keeps="{s:No group} {q:denies} {c:that the mine was sold}.",
)
def nobody_says(draft: Draft, context: Context) -> bool:
    """Nobody is a source of what he does not say; what nobody denies is left to the rules of denials."""
    if not draft.cue or not draft.source or not context.forms.nobody.match(context.words(draft.source)):
        return False
    return context.forms.denying.search(context.words(draft.cue)) is None


@drop(
    "deed",
    example="{s:The bank} {q:has hired} {c:Ida Brenn to run its office}.",
    keeps="{s:The bank} {q:said} {c:it had hired Ida Brenn}.",
)
def deed(draft: Draft, context: Context) -> bool:
    """A verb of doing over whom or what it is done to: "hired [Ida Brenn]", "put [it on the list]"."""
    if not draft.cue or not draft.by_model:
        return False
    cue = context.words(draft.cue)
    if not (context.forms.mere_deeds.search(cue) or (draft.score <= SURE and context.forms.deeds.search(cue))):
        return False
    return not context.forms.worded.match(context.words(draft.content))


@drop(
    "purpose",
    example="{s:Miners} marched {q:to demand} {c:safer pits}.",
    keeps="{s:Miners} marched {q:to demand} {c:that the pits be closed}.",
)
def purpose(draft: Draft, context: Context) -> bool:
    """What somebody did something for, behind a bare infinitive and a thing: "marched to demand [safer pits]"."""
    if not draft.cue or not draft.by_model or not context.forms.purpose.match(context.words(draft.cue)):
        return False
    before = context.text[: draft.cue[0][0]].rstrip()[-1:]
    return before.isalnum() and not context.forms.worded_inside.search(context.words(draft.content))


@drop(
    "only-naming",
    example="The fever, {q:known as} {c:the thin cough}, is back.",
    keeps="The fever, {s:nurses} {q:known as} {c:careful say}, is back.",
)
def only_naming(draft: Draft, context: Context) -> bool:
    """A cue without a source that only names: "known as", "officially called"."""
    if not draft.cue or not draft.by_model or draft.source:
        return False
    return context.forms.naming.search(context.text[draft.cue[0][0] : draft.cue[-1][1]]) is not None


@drop(
    "nothing-proven",
    example="{c:No proof} {q:has been shown} that the mine was sold.",
    keeps="{c:The proof} {q:has been shown} that the mine was sold.",
)
def nothing_proven(draft: Draft, context: Context) -> bool:
    """A content such as "no proof" that nobody states."""
    if not draft.cue or not draft.by_model or draft.source:
        return False
    return context.forms.unproven.match(context.text[slice(*draft.content[0])]) is not None


@drop(
    "listing",
    example="{q:Listing} {c:the gains of her year}, the minister sat down.",
    keeps="{q:Noting} {c:that the vote was late}, Terzo sat down.",
)
def listing(draft: Draft, context: Context) -> bool:
    """A participle and a bare noun phrase that open a sentence: "Listing the gains of her year"."""
    if not draft.cue or not draft.by_model or draft.source:
        return False
    start = draft.cue[0][0]
    opens = context.layout.sentence_at(start)[0] == start
    return bool(opens and context.forms.listing.match(_cue_and_content(draft, context)))


def _cue_and_content(draft: Draft, context: Context) -> str:
    """From the cue to the end of the content's first piece; "" where the content does not follow the cue."""
    start, end = draft.cue[0][0], draft.content[0][1]
    return context.text[start:end] if draft.cue[-1][1] <= draft.content[0][0] else ""


@drop(
    "by-which",
    example="{c:They left by the plan}, {q:according to} {s:which each post was to be handed over}.",
    keeps="{c:They left by the plan}, {q:according to} {s:the guards}.",
)
def by_which(draft: Draft, context: Context) -> bool:
    """A relative word is no source: "a plan according to which each post was to be handed over"."""
    source = context.words(draft.source).split()[:1]
    here = context.language.attributions.telling.here
    return bool(source) and source[0] in here and context.words(draft.cue) in context.language.according


@drop(
    "by-plan",
    example="{c:Bread rose} {q:according to} {s:plan}.",
    keeps="{c:Bread rose} {q:according to} {s:the plan of the guild}.",
)
def by_plan(draft: Draft, context: Context) -> bool:
    """A bare noun by which things go says nothing: "according to plan"."""
    cue = context.words(draft.cue)
    according = any(word in cue for word in context.language.according)
    return according and context.words(draft.source) in context.forms.bare


@drop(
    "said-already",
    example="{c1:{c2:“First,”}} {s1:Ana} {q1:said}, {c1:“count. Second,”} {s2:she} {q2:went on}, {c1:“count again.”}",
    keeps="{c1:“First,”} {s1:Ana} {q1:said}, {c1:“count.”} {c2:“Second,”} {s2:she} {q2:went on}, “count again.”",
)
def said_already(draft: Draft, context: Context) -> bool:
    """What a pronoun says between two pieces of a statement is said already: `"First," Ana said, "go", she said`."""
    if context.words(draft.source) not in context.language.pronouns.all or not draft.cue:
        return False
    return any(
        other is not draft
        and len(other.content) > 1
        and other.start < draft.cue[0][0] < other.end
        and all(piece in other.content for piece in draft.content)
        for other in context.drafts
    )


@drop(
    "how-it-is",
    example="{s1:{s2:Ida Brenn}} {q1:underlined} {c1:how slowly they work} and {q2:said:} {c2:“Nine days!”}",
    keeps="{s1:{s2:Ida Brenn}} {q1:underlined} {c1:that they work slowly} and {q2:said:} {c2:“Nine days!”}",
)
def how_it_is(draft: Draft, context: Context) -> bool:
    """How something is stands in what X said, not before it: "X underlined [how slowly they work] and said: ..."."""
    text = context.text
    if not context.forms.how.match(text, *draft.content[0]):
        return False
    end = draft.content[-1][1]
    return any(
        other is not draft
        and other.source == draft.source
        and other.cue
        and other.cue[0][0] > end
        and text[end : other.cue[0][0]].strip() in context.forms.joins
        and text[other.cue[-1][0] : other.cue[-1][1] + 1].rstrip().endswith(":")
        for other in context.drafts
    )


@drop(
    "interview-announced",
    example="In this interview, {s:Ida Brenn} {q:speaks about} {c:the dry rivers}.\n\nQ: Whose are they?\n\nA: Ours.",
    keeps="In this interview, {s:Ida Brenn} {q:speaks about} {c:the dry rivers}.",
)
def interview_announced(draft: Draft, context: Context) -> bool:
    """What announces an interview is no part of it; what follows is what is said."""
    if draft.turn or not draft.cue or not any(zone.kind == "turn" for zone in context.zones):
        return False
    start, end = context.layout.sentence_at(draft.start)
    return context.forms.announced.search(context.text, start, end) is not None


@drop(
    "field-of-export",
    example="{s:LENGTH}{q::} {c:61 words}\n\nIt rained.",
    keeps="{s:Karl Length}{q::} {c:“It is 61 words.”}",
)
def field_of_export(draft: Draft, context: Context) -> bool:
    """The name of a field in the head of an export or press release is no speaker: "LENGTH: 61 words"."""
    if not draft.source or draft.turn:
        return False
    layout = context.layout
    start, end = layout.paragraphs[layout.paragraph_at(draft.source[0][0])]
    field = context.language.zones.field.match(context.text, start, end)
    return field is not None and draft.source[0][1] <= field.end()


@drop(
    "caption",
    example="It rained. {s:Photo}{q::} {c:Karl Vesk at the dam}.",
    keeps="It rained. {s:Karl Vesk}{q::} {c:I was at the dam}.",
)
def caption(draft: Draft, context: Context) -> bool:
    """What stands under a picture is shown and not said: "Photo: Karl Vesk at the dam. Credit: Ida Brenn"."""
    source = context.words(draft.source).split()
    if not source or draft.turn or context.words(draft.cue) != ":":
        return False
    if context.forms.captions.issuperset(source[-1:]) and len(source) <= MAX_LABEL:
        return True
    at = draft.cue[0][0]
    label = LABEL_BEFORE.search(context.text, max(0, at - MAX_LABEL_CHARACTERS), at)
    told = label is not None and label["label"].lower() in context.language.zones.no_speaker
    return told and draft.source[0][0] > at


@drop(
    "dateline-colon",
    example="{s1:TALMIN}{q1::} {c1:The mayor said the mine would close}.",
    keeps="{s1:BRENN}{q1::} {c1:I was there. The mayor said the mine would close}.",
)
def dateline_colon(draft: Draft, context: Context) -> bool:
    """A place in capitals and a colon before a sentence that says itself who speaks: "TALMIN: The mayor said ..."."""
    return _behind_dateline(draft, context)


@mend(
    "dateline-clause",
    example="{s1:TALMIN}{q1::} {c1:The mayor said the mine would close}.",
    becomes="TALMIN: {s1:The mayor} {q1:said} {c1:the mine would close}.",
    keeps="{s1:BRENN}{q1::} {c1:I was there. The mayor said the mine would close}.",
)
def dateline_clause(draft: Draft, context: Context) -> None:
    """Behind a place in capitals and a colon the sentence itself says who speaks: "TALMIN: [The mayor] said ..."."""
    if not _behind_dateline(draft, context):
        return
    begin = draft.content[0][0]
    told = context.forms.plainly_told.match(context.text, begin, context.layout.sentence_at(begin)[1])
    content = stripped(context.text, told.start("opens"), told.end("opens")) if told is not None else None
    if told is not None and content is not None:
        draft.source, draft.cue, draft.content = [told.span("owner")], [told.span("cue")], [content]


def _behind_dateline(draft: Draft, context: Context) -> bool:
    """Whether what looks like a label is the place of a dateline, and the sentence behind it tells who speaks."""
    text = context.text
    if draft.turn or len(draft.source) != 1 or len(draft.cue) != 1 or text[slice(*draft.cue[0])] != ":":
        return False
    start, end = draft.source[0]
    paragraph = context.layout.paragraphs[context.layout.paragraph_at(start)][0]
    begin = draft.content[0][0]
    if start != paragraph or not text[start:end].isupper() or text[begin : draft.content[-1][1]].isupper():
        return False
    end = context.layout.sentence_at(begin)[1]
    telling = context.language.attributions.telling
    words = [word.strip('.,;:“”"') for word in text[begin:end].lower().split()]
    return text[begin].isupper() and bool(telling.verbs & set(words)) and not telling.here & set(words[:1])
