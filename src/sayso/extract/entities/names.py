"""Which mentions of a report are one someone for sure: by their names, and by what grammar says of them."""

from __future__ import annotations

from sayso.extract.entities.appositions import join_apposed
from sayso.extract.entities.bodies import join_body
from sayso.extract.entities.context import Context, Item
from sayso.extract.entities.links import Links
from sayso.extract.entities.persons import Bearer, join_person


def link_names(context: Context) -> Links:
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


def _answers(context: Context, links: Links) -> None:
    """The "A:" of an interview is who was introduced before it, if one person alone was."""
    text = context.tree.text
    labels = []
    for item in context.items:
        start, end = item.mention.span.start, item.mention.span.end
        opens = not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in (":", ".")
        if opens and text[start:end].lower() in context.language.answerer:
            labels.append(item)
    if not labels:
        return
    before = [i for i in context.items[: labels[0].index] if i.name and i.mention.schema == "Person" and i.voice < 0]
    if len({links.find(item.index) for item in before}) == 1:
        for label in labels:
            links.join(before[0].index, label.index)


def _told_of_by(context: Context) -> dict[int, set[int]]:
    """For each label of a turn the names that this speaker's turns speak of, by index: none of them is the speaker."""
    labels: dict[str, list[Item]] = {}
    told: dict[str, set[int]] = {}
    named = [(item.mention.span.start, item) for item in context.items if item.name and item.words]
    by_start = sorted(named, key=lambda pair: (pair[0], pair[1].index))
    for turn in context.turns:
        # its first paragraph: a last turn may run on into a line on who they were
        end = turn.span.start + (len(turn.span.text.partition("\n")[0]) or 1)
        held = [item for start, item in by_start if turn.span.start <= start < end]
        if held and held[0].mention.span.start == turn.span.start:
            word = held[0].words[-1]
            labels.setdefault(word, []).append(held[0])
            told.setdefault(word, set()).update(item.index for item in held[1:])
    out = {item.index: told[word] for word, items in labels.items() for item in items}
    for word, items in labels.items():
        for index in told[word]:
            out[index] = out.get(index, set()) | {item.index for item in items}
    return out
