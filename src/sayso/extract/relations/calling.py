"""How speakers stand to those whom they call names: "the wreckers", "he is a liar", "called him a hero"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.extract.relations.found import Found, Somebodies
from sayso.extract.relations.told import SaidToBe
from sayso.lang import Language
from sayso.nlp.tree import NOUNS, Tree
from sayso.text.quotations import find_quotations, quoted_mask
from sayso.values.findings import Attribution, Event
from sayso.values.reading import innermost

MOST_BELOW: Final = 30  # words of what somebody is called that are looked at


def called_names(
    tree: Tree,
    language: Language,
    people: Somebodies,
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    states: SaidToBe,
) -> Iterator[Found]:
    """What words for people say of how those stand to them who use the words; a report's own words are nobody's."""
    words = language.relations
    quoted = quoted_mask(tree.text, find_quotations(tree.text))
    tokens = [i for i in range(len(tree)) if tree.lemma[i] in words.names and tree.pos[i] in NOUNS]
    speaker = {one.id: one.speaker for one in attributions if one.speaker is not None}
    for token, inside in zip(tokens, innermost(attributions, [tree.start[i] for i in tokens]), strict=True):
        holder = speaker.get(inside or "")
        if holder is None:
            continue
        sign = words.names[tree.lemma[token]]
        verb = tree.head[token]
        subject = tree.child(verb, "nsubj") if tree.dep[token] == "attr" else None
        if subject is not None:
            value = states.factuality(verb)
            for other in people.joined(subject):
                if people.apart(holder, other.id):
                    yield Found(holder, other.id, sign if value == "CT+" else -sign, "speech", (token,), "CT+")
            continue
        own = people.at.get(token)
        if not quoted[tree.start[token]]:  # the report may call them so, in its own words for what was said
            continue
        definite = tree.lower[tree.left[token]] in language.grammar.definite
        if own is not None and (definite or people.named(own.id)) and people.apart(holder, own.id):
            yield Found(holder, own.id, sign, "speech", (token,))
    token_at = {start: number for number, start in enumerate(tree.start)}
    yield from _calls(tree, language, people, events, token_at)


def _calls(
    tree: Tree, language: Language, people: Somebodies, events: Sequence[Event], token_at: Mapping[int, int]
) -> Iterator[Found]:
    """Whoever calls somebody a name: "has called the envoy a hangman", "branded them wreckers"."""
    words = language.relations
    for event in events:
        verb = token_at.get(event.trigger[0].start, -1)
        if verb < 0 or tree.lemma[verb] not in words.calling:
            continue
        below = [
            token for kid in tree.kids[verb] if tree.dep[kid] in ("oprd", "prep", "attr", "ccomp", "xcomp", "dobj")
            for token in range(max(kid, verb + 1), min(tree.right[kid] + 1, kid + MOST_BELOW))
        ]  # fmt: skip
        signs = {words.names[tree.lemma[token]]: token for token in below if tree.lemma[token] in words.names}
        aimed = [m.id for kid in tree.kids[verb] if tree.dep[kid] in ("dobj", "nsubjpass") for m in people.joined(kid)]
        aimed = aimed or [
            m.id for kid in tree.kids[verb] if tree.dep[kid] in ("oprd", "ccomp", "xcomp")
            for inner in tree.kids[kid] if tree.dep[inner] == "nsubj" for m in people.joined(inner)
        ]  # fmt: skip
        if len(signs) != 1:
            continue
        ((sign, token),) = signs.items()
        aimed = aimed or [people.at[one].id for one in below if one < token and one in people.at][:1]
        for holder in event.actors:
            for other in aimed or event.recipients:
                if people.someone(holder) and people.someone(other) and people.apart(holder, other):
                    yield Found(holder, other, sign, "speech", (verb, token), event.factuality, event.id)
