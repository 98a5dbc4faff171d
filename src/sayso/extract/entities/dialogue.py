"""Who is spoken to, and who answers, in a dialogue whose turns bear no labels: "Mr. Kim, you may begin." "I thank you."

A name set off by commas in a line that says "you" is who is spoken to there; the next line is that one's, if it says
"I". "My name is Amy Sells" names who says it. Each line is a turn, as transcripts have it.
"""

from __future__ import annotations

from typing import Final

from sayso.extract.entities.context import Item, ReportContext
from sayso.lang.needs.pronouns import SPEAKING, PronounKind

REACH: Final = 200  # code points of a line around a name that are looked at


class Address:
    """Whom each line of a report speaks to and by whom it is spoken, as far as names in it tell."""

    def __init__(self, context: ReportContext) -> None:
        self._to: dict[int, Item] = {}
        self._by: dict[int, Item] = {}
        speaking = {i.paragraph for i in context.items if i.kind in SPEAKING and _open(i)}
        if context.turns or not speaking:
            return
        text, words = context.tree.text, context.language.entities
        for item in context.items:
            if not item.name or item.mention.schema != "Person" or not _open(item):
                continue
            start, end = item.mention.span.start, item.mention.span.end
            before = text[max(0, start - REACH) : start].rpartition("\n")[2]
            after = text[end : end + REACH].partition("\n")[0]
            if item.paragraph in speaking and words.names_self.search(before):
                self._by.setdefault(item.paragraph, item)
            elif (
                words.addressed_before.search(before)
                and words.addressed_after.match(after)
                and not item.apposed
                and not item.conjunct
            ):
                self._to[item.paragraph] = item

    def of(self, item: Item) -> Item | None:
        """Whom an "I" or "you" of an unlabelled dialogue stands for; None where no name tells."""
        if not _open(item):
            return None
        if item.kind is PronounKind.SECOND:
            return self._to.get(item.paragraph)
        if item.kind is not PronounKind.FIRST_SINGULAR:
            return None
        own = self._by.get(item.paragraph)
        before = self._to.get(item.paragraph - 1)
        mine = self._to.get(item.paragraph)
        return own or (before if before is not None and (mine is None or mine.words != before.words) else None)


def written_to(context: ReportContext, speaker: Item) -> Item | None:
    """To whom the letter in a speaker's sentence is: "In a letter to the mayor, the villagers wrote: “You ...”"."""
    tree = context.tree
    first, end = tree.sentences[tree.sentence[speaker.head]]
    for prep in range(first, end):
        if tree.lower[prep] in context.language.dative and tree.lemma[tree.head[prep]] in context.language.documents:
            target = tree.child(prep, "pobj")
            other = context.at_head.get(target) if target is not None else None
            if other is not None and other is not speaker and other.mention.kind != "pronoun":
                return other
    return None


def _open(item: Item) -> bool:
    """Whether an item stands in no quotation and in nobody's words: what the report itself says."""
    return item.voice < 0 and item.quote < 0
