"""Which sense of a word of violence an event is: of workers or warplanes, to arrest or to kill, or a figure.

What stands in the word's own phrase says most, then the verb it is the subject or object of, then the sentence. Called
by `types`, with the type that the lexicon gives; returns the one that fits here, None for a figure of speech.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sayso.lang.needs.events import TypeMode
from sayso.lang.needs.senses import SenseWords
from sayso.nlp.tree import NOUNS, Tree

ASSAULT: Final[TypeMode] = ("ASSAULT", "")
STRIKE: Final[TypeMode] = ("PROTEST", "strike")
ARREST: Final[TypeMode] = ("COERCE", "arrest")
BEFORE: Final = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
WIDEST: Final = 60  # tokens of a sentence that are looked at on each side
TWO: Final = 2
HYPHEN: Final = "-"


def settled(tree: Tree, words: SenseWords, token: int, kind: TypeMode) -> TypeMode | None:
    """The kind that an event has here, of the one that its word has by itself."""
    lemma = tree.lemma[token]
    noun = tree.pos[token] in NOUNS
    if noun and kind == STRIKE and lemma in words.strikes:
        return ASSAULT if _armed_strike(tree, words, token) else kind
    if lemma in words.raids and kind == ARREST:
        return ASSAULT if _armed_raid(tree, words, token) else kind
    if kind[0] == "ASSAULT" and _figure(tree, words, token):
        return None
    return kind


# Strikes


def _armed_strike(tree: Tree, words: SenseWords, token: int) -> bool:
    before = _before(tree, token)
    if not before.isdisjoint(words.labour) or _idle(tree, words, token):
        return False
    if not before.isdisjoint(words.armed) or any(_of_nation(tree, kid) for kid in tree.kids[token]):
        return True
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("prep", "agent"):
            nouns = [noun for noun in tree.kids[kid] if tree.dep[noun] == "pobj"]
            beside = {word for noun in nouns for word in (tree.lemma[noun], *_before(tree, noun))}
            if not beside.isdisjoint(words.labour):
                return False
            state = any(tree.entity[noun] in ("GPE", "NORP") for noun in nouns)
            if state or not beside.isdisjoint(words.armed) or (nouns and tree.lower[kid] in words.against):
                return True
    verb = _verb(tree, token)
    if verb is not None and (tree.lemma[verb] in words.harm or tree.lower[verb] in words.harm):
        things = {tree.lemma[kid] for kid in tree.kids[verb] if tree.dep[kid] in ("dobj", "nsubjpass")}
        if things.isdisjoint(words.services):
            return True
    around = _sentence(tree, token)
    return around.isdisjoint(words.labour) and not around.isdisjoint(words.armed)


def _idle(tree: Tree, words: SenseWords, token: int) -> bool:
    """ "on strike", without an article."""
    above = tree.head[token]
    return tree.dep[token] == "pobj" and tree.lower[above] in words.idle and above == token - 1


def _of_nation(tree: Tree, kid: int) -> bool:
    """Whether a word before a noun names a nation: "Russian strikes"; the -led of one too."""
    if tree.dep[kid] not in BEFORE:
        return False
    return tree.entity[kid] in ("NORP", "GPE") or any(tree.entity[k] in ("NORP", "GPE") for k in tree.kids[kid])


# Raids


def _armed_raid(tree: Tree, words: SenseWords, token: int) -> bool:
    around = _sentence(tree, token)
    beside = _before(tree, token)
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("prep", "agent"):
            for noun in tree.kids[kid]:
                beside |= {tree.lemma[noun], *_before(tree, noun)}
        elif tree.dep[kid] in ("nsubj", "dobj"):
            beside |= {tree.lemma[kid], *_before(tree, kid)}
    if not beside.isdisjoint(words.lawful):
        return False
    verb = _verb(tree, token)
    if verb is not None and tree.dep[verb] == "conj" and tree.subject(verb) is None:
        verb = tree.head[verb]
    doer = tree.subject(verb) if verb is not None else None
    if doer is not None and doer != token:
        beside |= {tree.lemma[doer], *_before(tree, doer)}
    if not around.isdisjoint(words.lawful) and beside.isdisjoint(words.armed):
        return False
    if not beside.isdisjoint(words.armed):
        return True
    return verb is not None and tree.lemma[verb] in words.harm or not beside.isdisjoint(words.settled)


# Figures of speech, sport, nature


def _figure(tree: Tree, words: SenseWords, token: int) -> bool:
    lemma = tree.lemma[token]
    verb = tree.pos[token] not in NOUNS
    doers, things = _of_verb(tree, token) if verb else _of_noun(tree, token)
    if not verb and not _before(tree, token).isdisjoint(words.untouched | words.forces):
        return True  # "a heart attack", "a price war"
    if _by_forces(tree, words, doers) or (verb and _by_accident(tree, words, token, doers)):
        return True
    if lemma not in words.violent:
        return False
    above = tree.head[token]
    kills = not verb and tree.dep[token] == "nsubj" and tree.lemma[above] in words.hurting and tree.has(above, "dobj")
    if any(tree.lemma[thing] in words.untouched and not _armed(tree, words, doers) for thing in things) and not kills:
        return True  # "an attack on the bill"; but "an attack on a market killed six"
    if verb and any(tree.lemma[doer] in words.untouched for doer in doers):
        return True  # "the film bombed"
    if verb and _heaped(tree, words, token):
        return True
    if lemma not in words.playable or _any(tree, doers, words.armed | words.lawful):
        return False
    return _in_game(tree, words, token)


def _of_verb(tree: Tree, verb: int) -> tuple[list[int], list[int]]:
    """Who or what does what a verb tells, and to what; a verb joined to another one shares its subject."""
    doers, things = [], []
    for kid in tree.kids[verb]:
        if tree.dep[kid] == "nsubj":
            doers.append(kid)
        elif tree.dep[kid] == "agent":
            doers += [noun for noun in tree.kids[kid] if tree.dep[noun] == "pobj"]
        elif tree.dep[kid] in ("dobj", "nsubjpass"):
            things.append(kid)
    if not doers and tree.dep[verb] in ("conj", "advcl") and tree.subject(verb) is None:
        doers = [kid for kid in tree.kids[tree.head[verb]] if tree.dep[kid] == "nsubj"]
    return doers, things


def _of_noun(tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    things = [
        thing
        for kid in tree.kids[noun]
        if tree.dep[kid] == "prep"
        for thing in tree.kids[kid]
        if tree.dep[thing] == "pobj"
    ]
    return [], things


def _by_forces(tree: Tree, words: SenseWords, doers: Iterable[int]) -> bool:
    """Whether a force of nature, a vehicle or a mishap does it; "rebel fire", "a truck bomb" are none."""
    for one in doers:
        before = _before(tree, one)
        mishap = tree.lemma[one] in words.blasts and not before.isdisjoint(words.mishaps)
        if mishap or tree.lemma[one] in words.vehicles or _any(tree, [one], words.forces):
            if before.isdisjoint(words.armed):
                return True
    return False


def _heaped(tree: Tree, words: SenseWords, verb: int) -> bool:
    """Whether somebody is only "bombarded with letters"."""
    return any(
        tree.lemma[noun] in words.heaped
        for kid in tree.kids[verb]
        if tree.dep[kid] == "prep" and tree.lower[kid] in words.with_
        for noun in tree.kids[kid]
    )


def _any(tree: Tree, tokens: Iterable[int], among: frozenset[str]) -> bool:
    return any(
        tree.lemma[one] in among or any(tree.lemma[k] in among for k in tree.kids[one] if tree.dep[k] == "compound")
        for one in tokens
    )


def _armed(tree: Tree, words: SenseWords, doers: Iterable[int]) -> bool:
    return _any(tree, doers, words.armed)


def _by_accident(tree: Tree, words: SenseWords, verb: int, doers: list[int]) -> bool:
    """ "were killed when a bus plunged into a river": nobody did it."""
    if doers or tree.lemma[verb] not in words.hurting:
        return False
    top = tree.head[verb] if tree.gapped(verb) else verb
    for one in {verb, top, *(kid for kid in tree.kids[verb] if tree.gapped(kid))}:
        for kid in tree.kids[one]:
            if tree.dep[kid] == "advcl" and tree.lemma[kid] in words.accidents:
                if any(tree.lower[k] in words.when for k in tree.kids[kid]):
                    return True
            elif tree.dep[kid] == "prep" and any(tree.lemma[noun] in words.forces for noun in tree.kids[kid]):
                return True
    return False


def _in_game(tree: Tree, words: SenseWords, token: int) -> bool:
    around = _sentence(tree, token)
    core = around & words.game_words
    return not around.isdisjoint(words.games) or (bool(core) and len(core | around & words.beside_game) >= TWO)


# What stands around a word


def _before(tree: Tree, token: int) -> set[str]:
    """The words in front of a noun that describe it, by form and lemma, and parts of those with a hyphen."""
    out: set[str] = set()
    for kid in tree.kids[token]:
        if tree.dep[kid] in BEFORE:
            out |= {tree.lemma[kid], tree.lower[kid]}
            out |= {tree.lemma[k] for k in tree.kids[kid] if tree.dep[k] in BEFORE}
    if token >= TWO + 1 and tree.words[token - TWO] == HYPHEN:  # "two-day strike", parsed as three words
        out.add("".join(tree.lower[token - TWO - 1 : token]))
    return out


def _verb(tree: Tree, noun: int) -> int | None:
    """The verb that a noun is the subject or object of, or hangs on by a preposition."""
    above = tree.head[noun]
    if tree.pos[noun] not in NOUNS:
        return noun
    for _ in range(TWO):
        if tree.pos[above] == "ADP":
            above = tree.head[above]
    return above if tree.pos[above] == "VERB" else None


def _sentence(tree: Tree, token: int) -> set[str]:
    """The lemmas of the sentence around a word, the word aside."""
    first, last = tree.sentences[tree.sentence[token]]
    around = range(max(first, token - WIDEST), min(last, token + WIDEST))
    scores = {"".join(tree.words[i - 1 : i + TWO]) for i in around if tree.words[i] == HYPHEN and i > 0}
    return {tree.lemma[one] for one in around if one != token} | scores
