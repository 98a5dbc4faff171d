"""Who calls whom what, and which words judge whom, in whose voice."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.extract.labels.calling import callings
from sayso.extract.labels.judging import judgements
from sayso.extract.labels.naming import descriptions, distanced, predicates
from sayso.extract.labels.scene import LabelDraft, LabelScene
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.steps import extractor
from sayso.values.findings import Attribution, Entity, Event, Label, Mention, Time
from sayso.values.ids import Ids
from sayso.values.reading import innermost
from sayso.values.report import Report


@extractor("labels.v1", gives="labels")
def labels(
    report: Report,
    tree: Tree,
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    attributions: tuple[Attribution, ...],
    events: tuple[Event, ...],
    times: tuple[Time, ...],
    language: Language,
) -> tuple[Label, ...]:
    """The labels of a report, in order of start; no two share a word and a target.

    A label is somebody's whose words tell it: the report's, or the speaker's of the innermost attribution around it.
    One that somebody is reported to use ("calls us wreckers") has that holder. What is told in a denial to be so is
    denied. Linear in the number of tokens.
    """
    if not len(tree) or not mentions:
        return ()
    scene = LabelScene(tree, language, mentions, entities, events)
    kept = _apart([*callings(scene), *distanced(scene), *predicates(scene), *descriptions(scene), *judgements(scene)])
    points = sorted({tree.start[draft.told] for draft in kept})
    voices = dict(zip(points, innermost(attributions, points), strict=True))
    denials = {one.id for one in attributions if one.manner == "denies"}
    starts = [time.span.start for time in times]
    ids = Ids(report.id, "l")
    out = []
    for draft in kept:
        voice = voices[tree.start[draft.told]]
        predicate = draft.target is not None and draft.target.head.start != tree.start[draft.last]
        target = scene.antecedent(draft.target) if draft.target is not None else None
        holder = scene.antecedent(draft.holder) if draft.holder is not None else None
        out.append(
            Label(
                id=ids(tree.start[draft.first]),
                span=report.span(tree.start[draft.first], tree.end[draft.last]),
                kind=draft.kind,
                target=target.id if target is not None else None,
                holder=holder.id if holder is not None else None,
                polarity=draft.polarity,
                how="denied" if voice in denials and predicate else draft.how,
                inside=voice,
                times=_times(tree, draft, times, starts),
            )
        )
    return tuple(out)


def _apart(drafts: Sequence[LabelDraft]) -> list[LabelDraft]:
    """Those of which no earlier one has a word, in order of the text."""
    taken: set[int] = set()
    out = []
    for draft in drafts:
        stretch = range(draft.first, draft.last + 1)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            out.append(draft)
    return sorted(out, key=lambda draft: (draft.first, draft.last))


def _times(tree: Tree, draft: LabelDraft, times: Sequence[Time], starts: Sequence[int]) -> tuple[str, ...]:
    """The times in the clause by which a label is reported; none for one that is only used."""
    if draft.how == "used":
        return ()
    low = tree.start[tree.left[draft.told]]
    high = tree.end[tree.right[draft.told]]
    return tuple(time.id for time in times[bisect.bisect_left(starts, low) : bisect.bisect_left(starts, high)])
