"""Which tokens can be part of a name: by capitals and labels, and in lines of capitals by words that names have."""

from __future__ import annotations

import re
from typing import Final

from sayso.extract.mentions.names.parts import ACRONYM, NAMED
from sayso.lang import Language
from sayso.nlp.tree import Tree

VOWEL: Final = re.compile(r"[aeiouyà-ÿ\W]")
NO_NAMES: Final = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
MIN_ABSTRACT: Final = 6  # letters of a word that an ending makes the name of no one: "Prism" may be a firm
LAST_LATIN: Final = 0x24F  # letters behind it are of another script, of which the parser knows little


def loud_tokens(tree: Tree) -> list[bool]:
    """One flag a token: its whole line is in upper case, so that capitals say nothing."""
    flags: list[bool] = []
    first, previous = 0, 0
    for i in range(len(tree) + 1):
        if i < len(tree) and "\n" not in tree.text[previous : tree.start[i]]:
            previous = tree.start[i]
            continue
        cased = [word for word in tree.words[first:i] if word.isalpha() and len(word) > 1]
        upper = sum(word.isupper() for word in cased)
        flags += [len(cased) >= 4 and upper > 0.8 * len(cased)] * (i - first)
        first = i
        if i < len(tree):
            previous = tree.start[i]
    return flags


def is_namey(tree: Tree, i: int, language: Language, loud: list[bool]) -> bool:
    """Whether a token can be part of a name."""
    word, lower, pos, entity = tree.words[i], tree.lower[i], tree.pos[i], tree.entity[i]
    first = word[0]
    if len(word) > 1 and word[-1] in "-–—":
        return False  # "TEHRAN- Karl Vesk"
    if not first.isalpha() or lower in language.pronouns.all and pos != "PROPN" and tree.tag[i] != "NNP":
        return False
    if (
        (lower in language.calendar and not _called_like_a_month(tree, i, language))
        or (lower.endswith(language.mentions.abstract_endings) and len(lower) >= MIN_ABSTRACT)
        or lower in language.no_names
        or (lower in language.mentions.asks and i + 1 < len(tree) and tree.words[i + 1] in ":.")
    ):
        return False
    if f"{lower} {tree.lower[min(i + 1, len(tree) - 1)]}" in language.according:
        return False
    if entity in NO_NAMES:
        return entity not in ("DATE", "TIME") and lower in language.first_names and first.isupper() and pos == "PROPN"
    if loud[i]:
        if i and f"{tree.lower[i - 1]} {lower}" in language.countries:
            return True  # what is stated is no state
        forms = (lower, lower[:-1], lower[:-2], tree.lemma[i])
        if pos == "VERB" and _surname(tree, i, language):
            return True
        if pos not in ("PROPN", "NOUN", "ADJ", "X") or any(form in language.manners for form in forms):
            return False
        if lower in language.countries or lower in language.first_names or lower in language.titles:
            return True
        plain = any(form in language.roles or form in language.groups for form in forms[:2])
        if plain and _in_longer_name(tree, i, language, loud):
            return True
        titled = i > 0 and tree.lower[i - 1] in language.titles and (i < 2 or tree.pos[i - 2] != "DET")
        if (titled or (i > 0 and tree.lower[i - 1] in language.first_names)) and not plain and lower.isalpha():
            return lower not in language.bodies and lower not in language.titles
        return (entity in NAMED or pos == "PROPN") and not plain and len(word) > 1
    if first.islower():
        return False
    if not first.isupper():  # a script without case
        return pos == "PROPN" or entity in NAMED or ord(first) > LAST_LATIN
    if ord(first) > LAST_LATIN or pos == "PROPN" or (ACRONYM.match(word) and len(word) > 2 and word.isupper()):
        return True
    initial = i == 0 or tree.sentence[i - 1] != tree.sentence[i] or not tree.words[i - 1][-1].isalnum()
    if pos in ("NOUN", "ADJ", "X", "VERB", "INTJ", "ADV") and not initial:
        return lower not in language.pronouns.first_singular and tree.tag[i] not in ("MD", "WRB", "WDT")
    following = i + 1 < len(tree) and tree.words[i + 1][0].isupper() and tree.pos[i + 1] == "PROPN"
    if lower in language.titles and following:
        return True
    if i + 1 < len(tree) and language.mentions.elided.match(tree.words[i + 1]) and pos in ("NOUN", "X", "ADJ"):
        return True
    # A verb or noun that opens a sentence is no name, unless the list of first names or the parser says so.
    if entity in NAMED and pos in ("NOUN", "ADJ", "X"):
        return entity != "NORP" or tree.dep[i] not in ("amod", "compound")
    return (
        lower in language.first_names and pos in ("NOUN", "X", "INTJ", "ADJ", "ADV") and lower not in language.manners
    )


def _called_like_a_month(tree: Tree, i: int, language: Language) -> bool:
    """Whether a word of the calendar is a part of a name: "Jan Egeland", "Theresa May", "Mrs May", "March Movement"."""
    if tree.pos[i] != "PROPN" or not tree.words[i][0].isupper():
        return False
    if i and tree.lower[i - 1].rstrip(".") in language.address:
        return True
    if tree.entity[i] == "PERSON" and i and tree.lower[i - 1] in language.first_names and tree.pos[i - 1] == "PROPN":
        return True
    around = {"PERSON": (i - 1, i + 1), "ORG": (i + 1,)}.get(tree.entity[i], ())
    return any(0 <= k < len(tree) and tree.entity[k] == tree.entity[i] and tree.pos[k] == "PROPN" for k in around)


def _in_longer_name(tree: Tree, i: int, language: Language, loud: list[bool]) -> bool:
    """Whether a plain noun in a line of capitals is part of a name that the parser sees: "[UNITED STATES] TROOPS".

    Of the name of a body it may be the last word, though the parser sees none: "LIBERATION FRONT".
    """
    if tree.pos[i] != "PROPN":
        return False
    if tree.lower[i] in language.bodies and i and tree.head[i - 1] == i and tree.pos[i - 1] == "PROPN":
        return tree.entity[i - 1] == "ORG" and is_namey(tree, i - 1, language, loud)
    entity = tree.entity[i]
    around = (tree.entity[i - 1] if i else "", tree.entity[i + 1] if i + 1 < len(tree) else "")
    return entity in ("ORG", "GPE") and around == (entity, entity)


def _surname(tree: Tree, i: int, language: Language) -> bool:
    """Whether what the parser takes for a verb in a line of capitals is a name: "COLONEL EVARISTO LUQUE WAS"."""
    before = tree.lower[max(0, i - 2) : i]
    titled = bool(before) and (before[-1] in language.address or before[0] in language.titles and len(before) == 2)
    if not titled or before[-1] in language.roles | language.groups or before[-1] in language.vague:
        return False
    inflected = tree.lower[i].endswith(language.mentions.verb_endings) or tree.lower[i] in language.manners
    following = tree.pos[i + 1] if i + 1 < len(tree) else ""
    return not inflected and following in ("AUX", "VERB", "PROPN") and tree.lower[i].isalpha()


def is_heading(tree: Tree, i: int, language: Language) -> bool:
    """Whether a word is a line of its own, stands nowhere else in the report and is in no list: "Origin"."""
    text, start, end = tree.text, tree.start[i], tree.end[i]
    while start and text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    while end < len(text) and text[end].isspace() and text[end] != "\n":
        end += 1
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    word = tree.lower[i]
    if not alone or ACRONYM.match(tree.words[i]) or word in language.first_names or word in language.countries:
        return False
    return tree.times[word] == 1


def sure_when_loud(tree: Tree, first: int, last: int, language: Language) -> bool:
    """Whether a run in a line of capitals is a name, where any noun looks like one: by its label or a word of names.

    A word without a vowel is an acronym: FMLN.
    """
    alone = first == last and (
        tree.tag[first] in ("NNS", "NNPS") or tree.lower[first] in language.documents or tree.pos[first] != "PROPN"
    )
    return any(
        (tree.entity[k] in NAMED and not alone)
        or tree.lower[k] in language.first_names
        or tree.lower[k] in language.bodies
        or tree.lower[k] in language.countries
        or tree.words[k] in language.agencies
        or (k > first and tree.lower[k - 1] in language.address)
        or (tree.pos[k] == "VERB" and _surname(tree, k, language))
        or (len(tree.words[k]) > 2 and not VOWEL.search(tree.lower[k]))
        for k in range(first, last + 1)
    )


def labelled_part(tree: Tree, first: int, last: int, language: Language) -> tuple[int, int]:
    """A run in capitals without the plain words behind a person's full name: "[COLONEL ANA DUARTE] SPOKE"."""
    labelled = [k for k in range(first, last + 1) if tree.entity[k] == "PERSON"]
    opens = tree.lower[first] in language.titles or tree.lower[first] in language.first_names
    if not opens or not labelled or labelled[-1] - first < 1:
        return first, last
    high = labelled[-1]
    while high < last and (
        not tree.words[high + 1][0].isalpha()
        or not tree.words[high][-1].isalpha()
        or tree.lower[high + 1] in language.bodies
        or _surname(tree, high + 1, language)
    ):
        high += 1
    return first, high
