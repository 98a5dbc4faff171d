"""Which mentions of a report are one someone for sure: by their names, and by what grammar says of them."""

from __future__ import annotations

import bisect
from typing import Final

from sayso.extract.entities.appositions import join_apposed
from sayso.extract.entities.bodies import join_body
from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.links import Links
from sayso.extract.entities.persons import Bearer, join_person

MARGIN: Final = 20  # code points before a label in which its line may begin


def link_names(context: ReportContext) -> Links:
    """Join what names, appositions, brackets and relative clauses make one. Linear but for bearers of one surname."""
    links = Links(len(context.items))
    apart = _told_of_by(context)
    persons: dict[str, list[Bearer]] = {}
    bodies: dict[str, Bearer] = {}
    by_chief: dict[str, Bearer] = {}
    for item in context.items:
        if not item.name or not item.words:
            continue
        if item.mention.schema == "Person":
            join_person(context, item, persons, bodies, links, apart)
        else:
            join_body(item, persons, bodies, by_chief, links, context)
    join_apposed(context, links)
    _answers(context, links)
    return links


def _answers(context: ReportContext, links: Links) -> None:
    """The "A:" of an interview is who was introduced before it: who speaks there, if several are named."""
    text = context.tree.text
    begins = {turn.span.start for turn in context.turns}
    labels = []
    for item in context.items:
        start, end = item.mention.span.start, item.mention.span.end
        if text[end : end + 1] not in (":", ".") or text[start:end].lower() not in context.language.answerer:
            continue
        if start in begins or not text[max(0, start - MARGIN) : start].rpartition("\n")[2].strip():
            labels.append(item)
    if not labels:
        return
    first = min(labels[0].mention.span.start, *begins)
    before = [
        i for i in context.items[: labels[0].index]
        if i.name and i.mention.schema == "Person" and i.voice < 0 and i.mention.span.start < first
    ]  # fmt: skip
    speaking = [i for i in before if i.mention.id in context.spoken]
    for introduced in (before, speaking):
        if len({links.find(item.index) for item in introduced}) == 1:
            for label in labels:
                links.join(introduced[0].index, label.index)
            return


def _told_of_by(context: ReportContext) -> dict[int, set[int]]:
    """For each label of a turn the names that this speaker's turns speak of, by index: none of them is the speaker."""
    labels: dict[str, list[Item]] = {}
    told: dict[str, set[int]] = {}
    named = [(item.mention.span.start, item) for item in context.items if item.name and item.words]
    by_start = sorted(named, key=lambda pair: (pair[0], pair[1].index))
    starts = [start for start, _ in by_start]
    for turn in context.turns:
        # its first paragraph: a last turn may run on into a line on who they were
        end = turn.span.start + (len(turn.span.text.partition("\n")[0]) or 1)
        low, high = (bisect.bisect_left(starts, at) for at in (turn.span.start, end))
        held = [item for _, item in by_start[low:high]]
        if held and held[0].mention.span.start == turn.span.start:
            word = held[0].words[-1]
            labels.setdefault(word, []).append(held[0])
            told.setdefault(word, set()).update(item.index for item in held[1:])
    out = {item.index: told[word] for word, items in labels.items() for item in items}
    for word, items in labels.items():
        own = {item.index for item in items}  # one set for all of them
        for index in told[word]:
            out[index] = out[index] | own if index in out else own
    return out
