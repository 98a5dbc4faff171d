"""What the learned chains say of mentions: which earlier ones a mention may take up, the likeliest first."""

from __future__ import annotations

from typing import Final

from sayso.extract.entities.chaining import PhraseChains
from sayso.extract.entities.context import Item, ReportContext
from sayso.extract.entities.groups import Group
from sayso.lang.needs.pronouns import PERSONAL, PronounKind

PERSONS: Final = "Person"
THINGS: Final = frozenset({"Thing", "Address", "Document"})
# How much a score must exceed that of "nothing earlier", by kind of mention; fitted on the train part of GUM.
LEAST: Final = {"name": 0.0, "nominal": -0.5, "it": -1.5, "they": -2.0, "pointing": 0.5, "personal": -1.0, "new": 1.5}
MAX_WORDS: Final = 20  # of a mention that are looked at
FLOOR: Final = -2.0  # scores below are never looked at: no threshold is lower


class TakenUp:
    """The items that each item may take up, with scores; empty where no head was at hand."""

    def __init__(self, context: ReportContext, chains: PhraseChains | None) -> None:
        self._of: dict[int, list[tuple[float, int]]] = {}
        if chains is None:
            return
        at_head = {item.head: item.index for item in reversed(context.items)}
        numbers = [at_head.get(head, -1) for head in chains.heads]
        counts = (chains.ranked.scores > FLOOR).sum(axis=1).tolist()  # the best come first
        for number, item in enumerate(numbers):
            if item < 0 or not counts[number]:
                continue
            scores = chains.ranked.scores[number, : counts[number]].tolist()
            earlier = chains.ranked.antecedents[number, : counts[number]].tolist()
            self._of[item] = [(score, numbers[n]) for score, n in zip(scores, earlier, strict=True) if numbers[n] >= 0]

    @property
    def known(self) -> bool:
        """Whether anything was learned of this report."""
        return bool(self._of)

    def of(self, item: Item) -> list[tuple[float, int]]:
        """(score, index of an earlier item), the best first."""
        return self._of.get(item.index, [])


def least_of(context: ReportContext, item: Item) -> float:
    """The threshold for an item."""
    return LEAST.get(_kind(context, item), 0.0)


def _kind(context: ReportContext, item: Item) -> str:
    """The kind of a mention that thresholds are kept for."""
    if item.mention.kind == "nominal":
        opening = context.tree.lower[item.first]
        return "new" if opening in context.language.chains.indefinite or opening.isdigit() else "nominal"
    if item.mention.kind == "name":
        return "name"
    if item.kind is None:
        return "pointing"
    if item.kind is PronounKind.IT or item.kind is PronounKind.THEY:
        return str(item.kind)
    return "personal" if item.kind in PERSONAL else "speaking"


def allowed(context: ReportContext, item: Item, group: Group) -> bool:
    """Whether nothing that is known for sure keeps a mention out of a group."""
    span = item.mention.span
    if any(span.overlaps(other.mention.span) for other in group.seen[-4:]):
        return False
    if item.gender and group.gender and group.sure and item.gender != group.gender:
        return False
    schema = item.mention.schema
    if item.mention.kind == "pronoun":
        if item.kind is PronounKind.IT and (group.person or (group.many and not group.named)):
            return False
        kinds = {m.kind for m in group.members if m.kind is not None}
        if item.kind is PronounKind.IT and kinds & {*PERSONAL, PronounKind.THEY, PronounKind.FIRST_SINGULAR}:
            return False
        return not (item.kind is PronounKind.THEY and group.person and not group.many)
    if item.name and group.named and schema not in THINGS:
        return False  # names are joined by their words alone
    if schema == PERSONS and not (group.person or group.schema in (PERSONS, "Thing")):
        return False
    if schema == PERSONS and item.mention.kind == "nominal":
        mine, theirs = _peoples(context, item), {p for m in group.members[:20] for p in _peoples(context, m)}
        return not (mine and theirs and not mine & theirs)  # the Japanese man is not the western one
    if schema == PERSONS:
        return True
    return not group.person


def _peoples(context: ReportContext, item: Item) -> set[str]:
    """The adjectives of peoples among a mention's words."""
    lower, peoples = context.tree.lower, context.language.demonyms
    return {lower[k] for k in range(item.first, min(item.last, item.first + MAX_WORDS) + 1) if lower[k] in peoples}
