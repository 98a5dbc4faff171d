"""The words of a source as a mention: "a hospital bulletin", "sources close to the court", "a second".

A list of nouns knows who usually speaks; whoever speaks in this report is known from the attributions alone. Where no
mention has the chief word of a source, its phrase becomes one; where one has and stops short, it takes in the rest.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Final, Protocol

from sayso.extract.mentions.phrases import Found, is_many
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import MentionKind, Schema

Piece = tuple[int, int]
FINITE: Final = frozenset({"VBZ", "VBD", "VBP"})
TIMES: Final = frozenset({"DATE", "TIME"})
MAX_SOURCE_TOKENS: Final = 14


class Told(Protocol):
    """What a draft of an attribution says of who spoke, and of who printed it, in code points."""

    source: list[Piece]
    carrier: list[Piece]


def with_sources(
    tree: Tree, found: list[Found], drafts: Sequence[Told], language: Language, loud: Sequence[bool]
) -> list[Found]:
    """The mentions, and those that the sources of drafts add or widen; still one mention a head."""
    at_head = {item[2]: number for number, item in enumerate(found)}
    out = list(found)
    named: dict[int, int] = {}  # token -> the first mention that is a name over it
    for number, item in enumerate(found):
        _note(named, number, item)
    for source in (pieces for draft in drafts for pieces in (draft.source, draft.carrier)):
        tokens = _tokens(tree, source, language)
        for first, last in _coordinated(tree, *tokens, out, at_head, named, language) if tokens else ():
            if last in named and _tells_office(tree, first, out[named[last]], language):
                continue
            phrase_end = _phrase_end(tree, first, last, language, loud)
            head = _head(tree, first, phrase_end, language, loud)
            short = tree.words[head].isupper() and len(tree.words[head]) > 1 and not loud[head]  # WHO, US
            if tree.lower[head] in language.pronouns.all and not short:
                continue
            held = at_head.get(head)
            if held is None:
                held = named.get(head)
                if held is not None and (out[held][3] != "name" or not out[held][0] <= head <= out[held][1]):
                    held = next((n for n, one in enumerate(out) if one[0] <= head <= one[1] and one[3] == "name"), None)
            if held is not None:
                out[held] = _widened(tree, out[held], first, phrase_end, loud, language)
                _note(named, held, out[held])
                continue
            label = tree.lower[head] in language.answerer and tree.words[head + 1 : head + 2] == [":"]
            if (
                tree.pos[head] in ("PUNCT", "ADP", "PRON", "DET", "ADV")
                and first == phrase_end
                and not (short or label)
            ):
                continue
            at_head[head] = len(out)
            if short and tree.lower[head] in language.pronouns.all:
                out.append((first, phrase_end, head, "name", "Organization", False))
            else:
                out.append(_described(tree, first, phrase_end, head, language, loud))
            _note(named, len(out) - 1, out[-1])
    return out


def _tells_office(tree: Tree, first: int, name: Found, language: Language) -> bool:
    """Whether before a person's name only its office stands: "Deputy Trade, Mining and Energy Minister Karl Vesk"."""
    before = tree.lower[first : name[0]]
    if name[3:5] != ("name", "Person") or "," not in before:
        return False
    marks = {",", "&", *language.grammar.both}
    held = (language.portfolios, language.roles, language.demonyms, language.titles, marks)
    return all(any(word in words for words in held) for word in before)


def _note(named: dict[int, int], number: int, item: Found) -> None:
    """Note a mention for the tokens that it is a name over, where no earlier one is."""
    for token in range(item[0], item[1] + 1) if item[3] == "name" else ():
        named[token] = min(number, named.get(token, number))


def _coordinated(
    tree: Tree, first: int, last: int, found: list[Found], at_head: dict[int, int], named: dict[int, int],
    language: Language,
) -> list[Piece]:  # fmt: skip
    """The tokens of each of two whom a source names: "[Police] and [the fire service]"; else those of the source.

    The second must be somebody of its own: it has an article or an owner, is a name or of many. A description of the
    first that took in both ends where the first does.

    at_head, named   token of a head, and of a name -> the number of its mention in `found`
    """
    for joint in range(first + 1, last):
        if tree.lower[joint] not in language.grammar.both:
            continue
        second = next((k for k in range(joint + 1, last + 1) if tree.dep[k] == "conj"), None)
        if second is None or not first <= (chief := tree.head[second]) < joint:
            continue
        top = tree.head[chief]
        if first <= top <= last and top != chief:
            continue
        own = tree.dep[joint + 1] in ("det", "poss") or tree.pos[second] == "PROPN" or is_many(tree, second, language)
        name = found[named[joint]] if joint in named else None
        if not own or (name is not None and name[0] < joint < name[1]):
            continue
        opens = first + 1 if tree.dep[first] in ("preconj", "cc") else first
        if chief in at_head:
            start, end, *rest = found[at_head[chief]]
            whole = (opens if start == first else start, joint - 1 if end >= joint else end, *rest)
            found[at_head[chief]] = whole  # type: ignore[assignment]
        return [(opens, joint - 1), (joint + 1, last)]
    return [(first, last)]


def _tokens(tree: Tree, source: Sequence[Piece], language: Language) -> tuple[int, int] | None:
    """First and last token of a source's first piece, without the words and marks that only join it."""
    if not source:
        return None
    first = bisect.bisect_left(tree.start, source[0][0])
    last = bisect.bisect_left(tree.start, source[0][1]) - 1
    while first <= last and (
        tree.lower[first] in language.mentions.joining
        or not tree.words[first][0].isalnum()
        or tree.words[first][-1] in "-–—"
    ):
        first += 1
    while last >= first and not tree.words[last][-1].isalnum():
        last -= 1
    if last >= first and tree.lower[last] in language.grammar.genitive:
        last -= 1
    while (
        last > first
        and tree.words[last].isupper()
        and (tree.entity[last] in TIMES or tree.tag[last] == "RB" or tree.lower[last] in language.no_names)
    ):
        last -= 1  # "PRESIDENT ANA DUARTE TODAY SAID"
    return (first, last) if first <= last else None


def _phrase_end(tree: Tree, first: int, last: int, language: Language, loud: Sequence[bool]) -> int:
    """The last token of the noun phrase: before a comma, a clause, a bracket.

    A bare noun keeps what is said of it, for alone it names nobody: "pupils who hid in the library".
    """
    end, bare, words = first, False, language.mentions
    for k in range(first, min(last, first + MAX_SOURCE_TOKENS) + 1):
        word, lower = tree.words[k], tree.lower[k]
        verb = tree.pos[k] == "VERB" and tree.dep[k] in ("acl", "relcl") and not loud[k]
        if k > first and tree.tag[k] in FINITE and word.islower() and not bare and not loud[k]:
            return end  # "Article nine states:" before a colon
        if (lower in words.clauses or verb) and not bare:
            bare = k == first + 1
            if not bare:
                return max(end, first)
        if word in ",;:()[]—–--" and word not in "-":
            numbered = k + 1 <= last and tree.lower[k + 1] in words.numbered
            if not numbered and not _listed(tree, k, last, language):
                return max(end, first)
        elif word[-1].isalnum():
            end = k
    return end


def _listed(tree: Tree, comma: int, last: int, language: Language) -> bool:
    """Whether what a comma parts goes on with "of" or "in": "article nine, paragraph two, of the Convention"."""
    return comma + 1 <= last and tree.lower[comma + 1] in language.mentions.of


def _head(tree: Tree, first: int, last: int, language: Language, loud: Sequence[bool]) -> int:
    """The chief word of the phrase: the one that hangs on a word outside; in a line of capitals by its place."""
    words = language.mentions
    if not loud[first]:
        heads = [k for k in range(first, last + 1) if not first <= tree.head[k] <= last or tree.head[k] == k]
        for kinds in (("NOUN", "PROPN"), ("NUM", "PRON", "ADJ")):
            for k in heads:
                early = not any(tree.lower[j] in words.bound for j in range(first, k))
                if tree.pos[k] in kinds and tree.dep[k] != "det" and (early or len(heads) == 1):
                    return k
    chief = first
    for k in range(first, last + 1):
        if k > first and (tree.lower[k] in words.bound or tree.lower[k] in words.clauses or tree.words[k] == ","):
            break
        if tree.words[k][0].isalnum() and (k == first or tree.words[k - 1] not in "-"):
            chief = k
    return chief


def _widened(tree: Tree, item: Found, first: int, end: int, loud: Sequence[bool], language: Language) -> Found:
    """A mention that begins its source goes on to the end of the source's phrase."""
    start, last, head, kind, schema, many = item
    if loud[last] and schema != "Person" and kind == "name" and first < start:  # "THE CORONER'S FILE"
        return first, max(end, last), head, "nominal", schema, many
    if kind == "pronoun" or last >= end and (kind == "name" or start <= first):
        return item
    if kind == "nominal":
        return min(first, start), max(end, last), head, kind, schema, many
    rest = range(last + 1, end + 1)
    if not first <= start <= first + 3 or not rest:
        return item
    if loud[last] and schema != "Person":  # "X-RAYS TAKEN BY ARMY SURGEONS"
        return start, end, head, "nominal", "Thing", many
    small = language.particles | language.mentions.small if schema != "Person" else frozenset[str]()
    # "Otieno Were", "Fars-e Now": the parser takes a word of a name for another
    whole = all(tree.words[k][0].isupper() or tree.words[k] in "-'’" or tree.lower[k] in small for k in rest)
    whole = whole and not any(tree.lower[k] in language.mentions.bound for k in rest if schema == "Person")
    return (start, end, end if schema == "Person" else head, kind, schema, many) if whole else item


def _described(tree: Tree, first: int, last: int, head: int, language: Language, loud: Sequence[bool]) -> Found:
    """A source's phrase as a mention."""
    forms = {tree.lemma[head], *language.grammar.singulars(tree.lower[head])}
    schema: Schema = "Thing"
    kind: MentionKind = "nominal"
    if (
        forms & language.roles
        or tree.pos[head] == "NUM"
        or tree.lower[head] in language.mentions.counted
        or tree.pos[head] == "ADJ"
    ):
        schema = "Person"
    elif forms & language.groups or forms & language.crowds:
        schema = "PublicBody" if forms & language.public else "Organization"
    elif forms & language.documents:
        schema = "Document"
    else:
        words = [k for k in range(first, last + 1) if tree.words[k][0].isalnum()]
        capital = all(tree.words[k][0].isupper() for k in words)
        opening = (
            tree.lower[first] in language.grammar.articles or tree.sentence[first] != tree.sentence[max(0, first - 1)]
        )
        body = any(tree.lower[k] in language.bodies for k in words)
        if (
            capital
            and (tree.pos[head] == "PROPN" or body)
            and not (opening and loud[first] and tree.lower[first] in language.grammar.definite)
            and not (loud[first] and tree.lower[first] in language.chains.pointing)  # "THIS DECLARATION"
        ):
            kind, schema = "name", "Organization" if body else "Person"
        elif tree.lower[first] in language.roles:  # "Witness 14"
            schema = "Person"
    return first, last, head, kind, schema, is_many(tree, head, language)
