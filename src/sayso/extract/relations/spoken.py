"""How speakers stand to those of whom they speak, where no verb says it: "He's a showman", she said of him.

The network (stance.py) judges each one spoken of inside a statement. What it finds is likely, and never certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.relations.found import Found, Somebodies
from sayso.extract.relations.stance import AGAINST, FOR, StanceNetwork, load_stance, spoken_of
from sayso.lang import Language
from sayso.nlp.tree import SUBJECTS, VERBS, Tree
from sayso.nlp.vectors import WordVectors
from sayso.values.findings import Attribution, Mention
from sayso.values.reading import innermost
from sayso.values.terms import Factuality

LEAST: Final = 0.65  # chance from which on words are for or against; .6, .7, .8 were tried on SEESAW and Park
LIKELY: Final[Factuality] = "PR+"
MAX_CLIMB: Final = 6  # words above somebody up to the verb whose subject is looked at


def likely_stances(
    tree: Tree,
    people: Somebodies,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    network: StanceNetwork,
    vectors: WordVectors,
    language: Language,
) -> Iterator[Found]:
    """What each speaker is likely to be towards those spoken of in their statements."""
    speaker = {one.id: one.speaker for one in attributions if one.speaker is not None}
    own = language.pronouns.first_singular | language.pronouns.first_plural | language.pronouns.second
    ordered = sorted(
        (m for m in mentions if m.id in people.token and people.named(m.id) and not _part(tree, people.token[m.id])),
        key=lambda mention: mention.head.start,
    )
    told = innermost(attributions, [mention.head.start for mention in ordered])
    pairs = []
    for mention, inside in zip(ordered, told, strict=True):
        holder = speaker.get(inside) if inside is not None else subject_above(tree, people, people.token[mention.id])
        if holder is None or mention.head.text.lower() in own or not people.apart(holder, mention.id):
            continue
        if people.someone(holder) and not people.known[holder].span.covers(mention.span):
            pairs.append((holder, mention))
    seen = [spoken_of(tree, people.token[mention.id], *_words(tree, people, mention)) for _, mention in pairs]
    for (holder, mention), chances in zip(pairs, network.chances(vectors, tree, language.relations, seen), strict=True):
        for kind, sign in ((AGAINST, -1), (FOR, 1)):
            if chances[kind] >= LEAST:
                yield Found(holder, mention.id, sign, "speech", (people.token[mention.id],), LIKELY, sure=False)


def subject_above(tree: Tree, people: Somebodies, token: int) -> str | None:
    """Who does what the clause around a word tells, the nearest first: "Dent had harsh words for Cruz"."""
    for _ in range(MAX_CLIMB):
        head = tree.head[token]
        if head == token:
            return None
        if tree.dep[token] in SUBJECTS:
            return None
        token = head
        subject = tree.child(token, "nsubj")
        if subject is not None and tree.pos[token] in VERBS:
            return people.at[subject].id if subject in people.at else None
    return None


def _part(tree: Tree, token: int) -> bool:
    """Whether a name only tells which one another word means: "the Tarn groups"."""
    return tree.dep[token] in ("compound", "nmod", "amod")


def _words(tree: Tree, people: Somebodies, mention: Mention) -> tuple[int, int]:
    """First and last token of a mention that is no longer than its head's own phrase."""
    head = people.token[mention.id]
    first = head
    while first > 0 and tree.start[first - 1] >= mention.head.start and tree.sentence[first - 1] == tree.sentence[head]:
        first -= 1
    return first, head


def stance_towards(
    tree: Tree, vectors: WordVectors, language: Language, span: tuple[int, int]
) -> tuple[float, float, float]:
    """The chances that the words around a stretch of text are against it, neither, or for it; of no words neither.

    span   start and end, code points
    """
    inside = [i for i in range(len(tree)) if tree.start[i] < span[1] and span[0] < tree.end[i]]
    if not inside:
        return 0.0, 1.0, 0.0
    head = next((i for i in inside if tree.head[i] not in inside or tree.head[i] == i), inside[-1])
    seen = spoken_of(tree, head, inside[0], inside[-1])
    network = load_stance(language.model)
    against, neither, favours = network.chances(vectors, tree, language.relations, [seen])[0].tolist()
    return against, neither, favours
