"""Every noun phrase and pronoun of a report that something later may take up: those who act or speak, and all the rest.

The step `someones` finds who acts and speaks. "It" may stand for a bill, a city or a blast as well, and a description
that is taken for one of these is not taken for a person; so all noun phrases are candidates here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.entities.context import Item, TokenPlaces, build
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.findings import Mention
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone
from sayso.values.terms import MentionKind

NOT_HEADS: Final = frozenset({"compound", "nmod", "amod", "npadvmod"})  # labels of a noun inside another's phrase
EXTRA: Final = "x"  # letter of the ids of phrases that are no mention yet


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A candidate: its item, first and last token with all that hangs on it, and whether it is a mention already."""

    item: Item
    first: int
    last: int
    known: bool


def phrases_of(
    report: Report,
    tree: Tree,
    someones: Sequence[Mention],
    zones: Sequence[Zone],
    language: Language,
    around: TokenPlaces | None = None,
) -> list[NounPhrase]:
    """All candidates in order of their heads; linear in tokens."""
    around = around or TokenPlaces.of(tree)
    at = around.token_at
    heads: dict[int, Mention] = {}
    inside: set[int] = set()
    for mention in someones:
        head = at.get(mention.head.start)
        if head is None:
            continue
        heads.setdefault(head, mention)
        if mention.kind == "name":
            token = at.get(mention.span.start, head)
            while token < len(tree) and tree.start[token] < mention.span.end:
                inside.add(token)
                token += 1
    ids = Ids(report.id, EXTRA)
    pronouns = language.pronouns.all - language.pronouns.who
    known = {mention.id for mention in heads.values()}
    mentions: list[Mention] = []
    for head in range(len(tree)):
        held = heads.get(head)
        if held is None and head not in inside:
            held = _further(report, tree, head, language, pronouns, ids)
        if held is not None:
            mentions.append(held)
    out = []
    for item in build(tree, mentions, (), zones, language, around).items:
        first, last = (item.head, item.head) if item.mention.kind == "pronoun" else whole_phrase(tree, item.head)
        out.append(NounPhrase(item, first, last, item.mention.id in known))
    return out


def _further(
    report: Report, tree: Tree, head: int, language: Language, pronouns: Collection[str], ids: Ids
) -> Mention | None:
    """A phrase that is no mention: a pronoun that may point at anything, or a noun."""
    lower, label = tree.lower[head], tree.dep[head]
    kind: MentionKind
    if lower in pronouns or _points(tree, head, language):
        kind = "pronoun"
        first = last = head
    elif tree.pos[head] in ("NOUN", "PROPN") and lower[0].isalnum():
        inner = label in NOT_HEADS
        named = tree.pos[head] == "PROPN" and bool(tree.entity[head])
        ends = head + 1 == len(tree) or tree.entity[head + 1] != tree.entity[head]
        if inner and not (named and ends):
            return None
        kind = "name" if tree.pos[head] == "PROPN" else "nominal"
        first, last = whole_phrase(tree, head)
    else:
        return None
    many = tree.tag[head] in ("NNS", "NNPS") or lower in language.chains.many
    span, chief = report.span(tree.start[first], tree.end[last]), report.span(tree.start[head], tree.end[head])
    return Mention(ids(tree.start[first]), span, chief, kind, "Thing", many)


def _points(tree: Tree, head: int, language: Language) -> bool:
    """Whether a word such as "this" stands alone for something, and opens neither a noun's phrase nor a clause."""
    if tree.lower[head] not in language.chains.pointing:
        return False
    return tree.tag[head] == "DT" and tree.dep[head] not in ("det", "predet", "mark", "advmod")


def whole_phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token of all that hangs on a noun, clauses and appositions too, without further conjuncts.

    What stands on another line belongs to another phrase.
    """
    first, last = tree.left[head], tree.right[head]
    for kid in tree.kids[head]:
        if kid < head:
            continue
        if tree.dep[kid] in ("cc", "conj", "preconj"):
            last = min(last, (tree.left[kid] if tree.left[kid] > head else kid) - 1)
        elif tree.dep[kid] == "punct" and tree.words[kid] in ";:—–":
            last = min(last, kid - 1)
    last = max(last, head)
    while first < head and _hangs_loose(tree, first, head):
        first += 1
    while last > head and _trails(tree, head, last):
        last -= 1
    for token in range(head, last):
        if "\n" in tree.text[tree.end[token] : tree.end[token + 1]]:  # a break may be a token of its own
            last = token
            break
    for token in range(head, first, -1):
        if "\n" in tree.text[tree.start[token - 1] : tree.start[token]]:
            first = token
            break
    if last == head and _numbered(tree, head):
        last += 1
    return first, last


def _numbered(tree: Tree, head: int) -> bool:
    """Whether a number behind a noun says which one: Terminal 3, Article 370."""
    after = head + 1
    return after < len(tree) and tree.words[after].isdigit() and tree.text[tree.end[head] : tree.start[after]] == " "


def _hangs_loose(tree: Tree, token: int, head: int) -> bool:
    """Whether a token before a noun is no part of its phrase: a mark, a conjunction, an adverb of the clause."""
    word = tree.words[token]
    if not word[0].isalnum() and word not in "$€£":
        return True
    own = tree.head[token] == head
    return own and (
        tree.dep[token] in ("cc", "preconj", "mark", "prep")
        or (tree.pos[token] == "ADV" and tree.dep[token] == "advmod")
    )


def _trails(tree: Tree, head: int, token: int) -> bool:
    """Whether a mark ends a phrase and is no part of it."""
    word = tree.words[token]
    if word in ")]":
        return not any(tree.words[k] in "([" for k in range(max(head, token - 40), token))
    return word in ",.;:!?—–-\"“”'’(["
