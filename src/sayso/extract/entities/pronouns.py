"""Whom a third person's pronoun stands for: features.py describes each candidate, and weights choose.

What grammar forbids is left out first (Chomsky's principles A and B on a dependency parse, number, gender); the rest is
salience after Lappin and Leass (1994): recency, subjecthood, likeness of position, repetition. The weights are those of
a softmax over the candidates, fitted by training/coref/train.py; coref-features.json holds them as plain numbers. Where
there are vectors, the model's head adds what it makes of them, with weights of its own (sayso.extract.entities.head).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Final

from sayso.extract.entities.context import SUBJECTS, Item, ReportContext
from sayso.extract.entities.features import NONE, Rated, Salience, add_crowd, features, is_personal
from sayso.extract.entities.groups import Group
from sayso.extract.entities.head import VectorView, Weights
from sayso.lang.needs.pronouns import PERSONAL, PronounKind
from sayso.nlp.files import model_folder

FILE: Final = "coref-features.json"
SPEAKS: Final = 3.0  # what the last subject gains where "it" or "they" speak; by the example case, GUM has too few
MAX_CANDIDATES: Final = 16  # the latest ones
# For training: given pronoun and candidates with their features, the one to take; None leaves it to the weights.
Observer = Callable[[Item, Rated], Group | None]


@functools.lru_cache(maxsize=2)
def load_weights(model: str) -> Weights:
    """The weights of this model's distribution by kind of pronoun and its role: {"he.S": {feature: weight}}."""
    raw: Weights = json.loads((model_folder(model) / FILE).read_text("utf-8"))
    return raw


def table_of(item: Item) -> str:
    """Which weights a pronoun uses: he and she share theirs; subject, possessor and the rest are apart.

    "they", "it" and "he" by kind; S, G or O by role.
    """
    kind = PronounKind.HE if item.kind in PERSONAL else item.kind
    role = item.role if item.role in ("S", "G") else "S" if item.role == "P" else "O"
    return f"{kind}.{role}"


class PronounJudge:
    """Scores candidates: by weights of their features, and for pronouns that the view knows by its head too."""

    def __init__(self, weights: Weights, view: VectorView | None = None) -> None:
        self.weights, self.view = weights, view

    def __call__(self, item: Item, rated: Rated) -> tuple[list[float], float]:
        """A score for each candidate, and one for none of them."""
        name = table_of(item)
        view = self.view if self.view is not None and name in self.view.features else None
        table = (self.weights if view is None else view.features).get(name, {})
        scores = [sum(map(table.get, names, repeat(0.0))) for _, names in rated]
        none = table.get(NONE, -1e9)
        if view is None:
            return scores, none
        seen, bare = view.scores(item.index, *places_of(group for group, _ in rated))
        return [score + more for score, more in zip(scores, seen, strict=True)], none + bare


def places_of(groups: Iterable[Group]) -> tuple[Sequence[int], Sequence[int]]:
    """The numbers of the items by which a head sees candidates: their latest noun or name, and their latest mention."""
    pairs = [(group.named_by.index, group.last.index) for group in groups]
    return [named for named, _ in pairs], [latest for _, latest in pairs]


def choose(
    context: ReportContext,
    item: Item,
    candidates: Iterable[Group],
    judge: PronounJudge,
    salience: Salience,
    observer: Observer | None = None,
    *,
    must: bool = False,
) -> Group | None:
    """The group a pronoun joins, or None.

    candidates   latest first
    must         it speaks, so it stands for someone
    """
    rated: Rated = []
    spoken = context.spoken.get(item.mention.id, ())
    said = [span for number in spoken for span in context.attributions[number].content]
    before = 0
    for group in candidates:
        if len(rated) == MAX_CANDIDATES:
            break
        # principle C: in "he said Minister Aldo had left", he is not Aldo
        if any(m.name and span.covers(m.mention.span) for span in said for m in group.members[:12]):
            continue
        # who speaks outside is nobody who is only described in others' quoted words: "a schoolboy's sum", she wrote
        if must and item.quote < 0 and not group.named and all(m.quote >= 0 for m in group.members[:12]):
            continue
        if fits(context, item, group):
            rated.append((group, features(context, item, group, before, salience)))
            before += is_personal(item, group)
    add_crowd(item, rated)
    if not rated:
        return None
    if observer is not None:
        taken = observer(item, rated)
        if taken is not None:
            return taken
    scores, none = judge(item, rated)
    before_speaker = _speaker_before(context, item) if must else None
    best, chosen = -1e9 if must else none, None
    for (group, _), score in zip(rated, scores, strict=True):
        if must and item.kind not in PERSONAL:
            if not (group.named or group.plain):
                continue
            score += SPEAKS * _spoke_just_now(item, group)
            score += SPEAKS * group.holds(before_speaker)
        if score > best:
            best, chosen = score, group
    return chosen


def _speaker_before(context: ReportContext, item: Item) -> Item | None:
    """Who spoke in the attribution before the one that a pronoun speaks in."""
    spoken = context.spoken.get(item.mention.id)
    return context.by_id.get(context.spoken_before[spoken[0]] or "") if spoken else None


def _spoke_just_now(item: Item, group: Group) -> bool:
    """Whether a group was the subject just before: "The office urged Velmar ... It would not say"."""
    best = group.best
    return (
        best is not None
        and best.role in SUBJECTS
        and not (best.relative or best.aside)
        and 0 <= item.sentence - best.sentence <= 1
    )


def fits(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether grammar lets a pronoun stand for a group."""
    if item.kind in PERSONAL:
        if group.gender and group.sure and group.gender != item.gender:
            return False
        if (
            group.last.lemma in context.language.vague
            or group.many
            and not group.named
            or (group.body and not group.person)
        ):
            return False
        if (group.plain and not group.person) or (group.named and group.impersonal):
            return False
    elif item.kind is PronounKind.THEY:
        if group.person and not group.many:
            return False
        if not group.many and not group.named and group.plain and group.schema == "Thing":
            return False  # "they" are no ship
        if not group.many and group.named and group.schema in ("Thing", "Person", "Address", "Document"):
            return False
    elif group.person or (group.many and not group.named):
        return False
    return not _forbidden(context, item, group)


def _forbidden(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether the pronoun stands inside the very phrase, or is spoken by the one it would stand for."""
    voice = item.voice
    if voice >= 0:
        attribution = context.attributions[voice]
        speaker = context.by_id.get(attribution.speaker or "")
        own = attribution.style == "direct" or (attribution.style == "mixed" and item.quote >= 0)
        if own and group.holds(speaker):
            return True
    tree = context.tree
    # principle B: in "Berg thanked her", she is not Berg
    if item.role == "O" and tree.lower[item.head] not in context.language.reflexive:
        if any(m.verb == item.verb and m.role in SUBJECTS and m.head < item.head for m in group.seen[-2:]):
            return True
    for other in group.seen[-3:] if group.seen else group.members[:1]:
        if other.mention.kind != "pronoun" and other.sentence == item.sentence:
            if other.first <= item.head <= other.last:
                return True
            # "his wife, Mary": what the pronoun's own noun is called
            noun, above = tree.head[item.head], tree.head[other.head]
            if item.role != "G" or tree.lemma[noun] not in context.language.roles:
                continue
            if 0 < other.first - noun <= 2 and (above == noun or tree.words[other.first - 1] != ","):
                return True
            if tree.dep[other.head] == "attr" and tree.dep[noun] == "nsubj" and tree.head[noun] == above:
                return True
    return False
