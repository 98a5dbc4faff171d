"""Proper names in a parsed report: where each begins and ends, which words before it are titles, and what bears it.

The parser's named entities are evidence and no more: the small model misses names, cuts them, and takes Terzo for a
company. A name is a run of capitalised words; titles, first names and words such as "Ministry" say what it names, and
what one occurrence makes sure holds for the others of the report.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import Schema

ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,6}s?\Z|[A-Z][A-Za-z]?[A-Z]{1,5}\Z")
INITIAL: Final = re.compile(r"[A-Z]\.?\Z|[A-Z]\.-?[A-Z]\.?\Z")
VOWEL: Final = re.compile(r"[aeiouyà-ÿ\W]")
SIGNED: Final = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,4})+")  # who wrote and who edited: SP/PA
ELIDED: Final = re.compile(r"(?:d|l|dell|nell|sull|all)['’][A-ZÀ-Ý]\w+\Z")  # Médecins d'Urgence
ENTITY_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NO_NAMES: Final = frozenset({"DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
ACTIVE: Final = frozenset({"nsubj", "nsubjpass", "poss", "agent", "dobj", "dative", "appos", "conj"})
NOUN_BEFORE: Final = frozenset({"compound", "nmod", "amod"})
SURNAMES: Final = frozenset({"king", "pope", "prince", "bishop", "dean", "baker", "cook", "butcher", "marshal"})
LONGEST: Final = 14  # words of one name


@dataclass(slots=True)
class Name:
    """A name found: tokens first..last; core is the first one behind the titles; head its chief word."""

    first: int
    core: int
    last: int
    head: int
    schema: Schema
    sure: bool
    many: bool = False
    place: bool = False


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


def find_names(
    tree: Tree, language: Language, loud: list[bool], datelines: Sequence[tuple[int, int]] = ()
) -> list[Name]:
    """The names of a parsed report, in order; no two share their head. Linear in the number of tokens.

    datelines   code points of each, in order
    """
    found: list[Name] = []
    unsure: list[tuple[int, int]] = []
    i, size = 0, len(tree)
    while i < size:
        if not _namey(tree, i, language, loud):
            i += 1
            continue
        last = _run_end(tree, i, language, loud)
        if i == last and _heading(tree, i, language):
            i += 1
            continue
        if not loud[i]:
            found += _names_of_run(tree, i, last, language)
        elif _sure_when_loud(tree, i, last, language):
            found += _names_of_run(tree, *_labelled_part(tree, i, last, language), language)
        else:
            unsure.append((i, last))
        i = last + 1
    surnames = {tree.lower[n.last] for n in found if n.schema == "Person" and n.last > n.first}
    for first, last in unsure:
        if tree.lower[last] in surnames and last - first < 2:
            found += _names_of_run(tree, first, last, language)
    found = [name for name in found if not _in_dateline(tree, name, datelines)]
    found += _again(tree, found, language, loud)
    found.sort(key=lambda name: name.first)
    _agree(tree, found, language)
    return [name for name in found if not _mere_place(tree, name, language)]


def _heading(tree: Tree, i: int, language: Language) -> bool:
    """Whether a word is a line of its own, stands nowhere else in the report and is in no list: "Origin"."""
    start, end = tree.start[i], tree.end[i]
    stop = tree.text.find("\n", end)
    beside = tree.text[tree.text.rfind("\n", 0, start) + 1 : start], tree.text[end : stop if stop >= 0 else None]
    alone = not any(part.strip() for part in beside)
    word = tree.lower[i]
    if not alone or ACRONYM.match(tree.words[i]) or word in language.first_names or word in language.countries:
        return False
    return tree.lower.count(word) == 1


def _sure_when_loud(tree: Tree, first: int, last: int, language: Language) -> bool:
    """Whether a run in a line of capitals is a name, where any noun looks like one: by its label or a word of names.

    A word without a vowel is an acronym: FMLN.
    """
    alone = first == last and (
        tree.tag[first] in ("NNS", "NNPS") or tree.lower[first] in language.documents or tree.pos[first] != "PROPN"
    )
    return any(
        (tree.entity[k] in ENTITY_NAMES and not alone)
        or tree.lower[k] in language.first_names
        or tree.lower[k] in language.bodies
        or tree.lower[k] in language.countries
        or tree.words[k] in language.agencies
        or (k > first and tree.lower[k - 1] in language.address)
        or (tree.pos[k] == "VERB" and _surname(tree, k, language))
        or (len(tree.words[k]) > 2 and not VOWEL.search(tree.lower[k]))
        for k in range(first, last + 1)
    )


def _labelled_part(tree: Tree, first: int, last: int, language: Language) -> tuple[int, int]:
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


def _again(tree: Tree, found: list[Name], language: Language, loud: list[bool]) -> list[Name]:
    """Names found elsewhere in the report, at places where the parser takes the word for no name."""
    known = {tree.words[n.last] for n in found if n.schema == "Person" and n.last > n.core and n.sure}
    known |= {tree.words[n.core] for n in found if n.core == n.last and n.schema in ("Person", "Thing")}
    taken = {k for name in found for k in range(name.first, name.last + 1)}
    return [
        Name(i, i, i, i, "Person", False)
        for i, word in enumerate(tree.words)
        if word in known and word[1:].islower() and i not in taken and not loud[i]
        if tree.lower[i] not in language.roles and tree.pos[i] not in ("AUX", "DET", "ADP", "PRON", "CCONJ", "SCONJ")
    ]


def _namey(tree: Tree, i: int, language: Language, loud: list[bool]) -> bool:
    """Whether a token can be part of a name."""
    word, lower, pos, entity = tree.words[i], tree.lower[i], tree.pos[i], tree.entity[i]
    first = word[0]
    if len(word) > 1 and word[-1] in "-–—":
        return False  # "TEHRAN- Karl Vesk"
    if not first.isalpha() or lower in language.pronouns.all and pos != "PROPN" and tree.tag[i] != "NNP":
        return False
    if (
        lower in language.calendar
        or lower in language.no_names
        or (lower == "q" and i + 1 < len(tree) and tree.words[i + 1] in ":.")
    ):
        return False
    if f"{lower} {tree.lower[min(i + 1, len(tree) - 1)]}" in language.according:
        return False
    if entity in NO_NAMES:
        return entity not in ("DATE", "TIME") and lower in language.first_names and first.isupper() and pos == "PROPN"
    if loud[i]:
        forms = (lower, lower[:-1], lower[:-2], tree.lemma[i])
        if pos == "VERB" and _surname(tree, i, language):
            return True
        if pos not in ("PROPN", "NOUN", "ADJ", "X") or any(form in language.manners for form in forms):
            return False
        if lower in language.countries or lower in language.first_names or lower in language.titles:
            return True
        plain = any(form in language.roles or form in language.groups for form in forms[:2])
        titled = i > 0 and tree.lower[i - 1] in language.titles and (i < 2 or tree.pos[i - 2] != "DET")
        if (titled or (i > 0 and tree.lower[i - 1] in language.first_names)) and not plain and lower.isalpha():
            return lower not in language.bodies and lower not in language.titles
        return (entity in ENTITY_NAMES or pos == "PROPN") and not plain and len(word) > 1
    if first.islower():
        return False
    if not first.isupper():  # a script without case
        return pos == "PROPN" or entity in ENTITY_NAMES or ord(first) > 0x24F
    if ord(first) > 0x24F or pos == "PROPN" or (ACRONYM.match(word) and len(word) > 2 and word.isupper()):
        return True
    initial = i == 0 or tree.sentence[i - 1] != tree.sentence[i] or not tree.words[i - 1][-1].isalnum()
    if pos in ("NOUN", "ADJ", "X", "VERB", "INTJ", "ADV") and not initial:
        return word not in ("I",) and tree.tag[i] not in ("MD", "WRB", "WDT")
    following = i + 1 < len(tree) and tree.words[i + 1][0].isupper() and tree.pos[i + 1] == "PROPN"
    if lower in language.titles and following:
        return True
    if i + 1 < len(tree) and ELIDED.match(tree.words[i + 1]) and pos in ("NOUN", "X", "ADJ"):
        return True
    # A verb or noun that opens a sentence is no name, unless the list of first names or the parser says so.
    if entity in ENTITY_NAMES and pos in ("NOUN", "ADJ", "X"):
        return entity != "NORP" or tree.dep[i] not in ("amod", "compound")
    return (
        lower in language.first_names and pos in ("NOUN", "X", "INTJ", "ADJ", "ADV") and lower not in language.manners
    )


def _surname(tree: Tree, i: int, language: Language) -> bool:
    """Whether what the parser takes for a verb in a line of capitals is a name: "COLONEL EVARISTO LUQUE WAS"."""
    before = tree.lower[max(0, i - 2) : i]
    titled = bool(before) and (before[-1] in language.address or before[0] in language.titles and len(before) == 2)
    if not titled or before[-1] in language.roles | language.groups or before[-1] in language.vague:
        return False
    inflected = tree.lower[i].endswith(("ed", "ing", "s")) or tree.lower[i] in language.manners
    following = tree.pos[i + 1] if i + 1 < len(tree) else ""
    return not inflected and following in ("AUX", "VERB", "PROPN") and tree.lower[i].isalpha()


def _run_end(tree: Tree, first: int, language: Language, loud: list[bool]) -> int:
    """The last token of the run of name words that begins here."""
    last, size = first, len(tree)
    while last + 1 < size and last - first < LONGEST and tree.sentence[last + 1] == tree.sentence[first]:
        step = last + 1
        word = tree.words[step]
        if _namey(tree, step, language, loud):
            if _parts(tree, last, step, first, language):
                break
            bodied = "of" in tree.lower[first:step] and tree.lower[first] in language.bodies
            if bodied and tree.lower[step] in language.first_names and tree.entity[step] == "PERSON":
                break  # "the head of the Department of Environment Kaveh Madani"
            behind = first > 0 and tree.lower[first - 1] in (*language.locative, "of", "to", "for", "the")
            given = tree.lower[step] in language.first_names and tree.entity[step] != tree.entity[last]
            if behind and given and _country(tree, first, last, language):
                break  # "the ambassador to Velmar Anna Berg", but "of San Francisco"
            last = step
            continue
        if ELIDED.match(word) and tree.end[last] < tree.start[step]:
            last = step
            continue
        after = step + 1
        if after >= size or tree.sentence[after] != tree.sentence[first]:
            break
        joined = tree.end[last] == tree.start[step] and tree.end[step] == tree.start[after]
        if word in ("-", "–", "‑", "'", "’", "/") and joined and tree.words[after][0].isalpha():
            last = after  # al-Maliki, Secretary-General
            continue
        if tree.lower[step] in language.particles and tree.lower[step] != "of":
            # de la Rua, van der Bellen, Abu al-Hassan
            reach = step
            while reach < size and (
                tree.lower[reach] in language.particles or (tree.words[reach] in "-’'" and reach > step)
            ):
                reach += 1
            if reach < size and _namey(tree, reach, language, loud) and tree.lower[step] != "e":
                last = reach
                continue
        further = _of_whom(tree, first, last, step, language, loud)
        if further is None:
            further = _subjects(tree, first, last, step, language, loud) or _nickname(tree, last, step, language, loud)
        if further is None:
            break
        last = further
    return last


def _parts(tree: Tree, last: int, step: int, first: int, language: Language) -> bool:
    """Whether a name ends between two name words that stand side by side: "told Reuters Terzo had ..."."""
    left, right = tree.entity[last], tree.entity[step]
    if tree.head[step] == last or tree.head[last] == step or tree.head[last] == tree.head[step]:
        return False
    if left == right and left:
        return False
    return tree.right[last] < step and tree.left[step] == step and tree.dep[step] in ("nsubj", "nsubjpass")


def _of_whom(tree: Tree, first: int, last: int, step: int, language: Language, loud: list[bool]) -> int | None:
    """Past "of", "for", "and": where the name of a body goes on behind them, its last token so far; else None."""
    word = tree.lower[step]
    if word not in ("of", "for", "and", "&", "on", "to", "against", "in") or tree.end[step] - tree.start[step] > 7:
        return None
    body = any(tree.lower[k] in language.bodies or tree.lower[k] in language.papers for k in range(first, last + 1))
    reach = step + 1
    while reach < len(tree) and tree.lower[reach] in ("the", "a", "an"):
        reach += 1
    if reach >= len(tree) or not _namey(tree, reach, language, loud):
        return None
    whole = bool(tree.entity[last]) and all(tree.entity[k] == tree.entity[last] for k in range(step, reach + 1))
    if word == "&":
        return reach
    if word == "and" and _country(tree, reach, reach, language):
        return None  # "the Republic of Velmar and Ostrany"
    if word == "and":
        # "Ministry of Health and Welfare" is one name, "the Army and the Police" two
        inside = any(tree.lower[k] in ("of", "for") for k in range(first, last))
        # "Centers for Disease Control and Prevention": what follows is joined to what stands behind "for"
        chief = reach
        while chief + 1 < len(tree) and tree.head[chief] > chief and tree.dep[chief] in NOUN_BEFORE:
            chief = tree.head[chief]
        of = max((k for k in range(first, last) if tree.lower[k] in ("of", "for")), default=last)
        joined = tree.dep[chief] == "conj" and of < tree.head[chief] <= last and tree.words[chief][0].isupper()
        return reach if body and inside and reach == step + 1 and (whole or joined) else None
    if word in ("of", "for"):
        return reach if body or (whole and tree.entity[last] == "ORG") else None
    return reach if body and whole else None


def _country(tree: Tree, first: int, last: int, language: Language) -> bool:
    """Whether these tokens are the name of a country, a longer name's begin included: "El" of "El Salvador"."""
    words = " ".join(tree.lower[first : last + 1])
    return words in language.countries or (tree.entity[first] == "GPE" and tree.entity[last] == "GPE" and first == last)


def _subjects(tree: Tree, first: int, last: int, comma: int, language: Language, loud: list[bool]) -> int | None:
    """Past a comma: the end of what an office is for, where it is a list: "Ministry of Trade, Industry and Energy".

    Sure where each part names something that ministries are for, or where initials in brackets count all parts.
    """
    opening = next((k for k in range(first, last) if tree.lower[k] in ("of", "for")), None)
    if tree.words[comma] != "," or opening is None or not any(
        tree.lower[k] in language.bodies for k in range(first, opening)
    ):  # fmt: skip
        return None
    at, end = comma, None
    parts: list[tuple[int, int]] = [(opening + 1, last)]
    while at < len(tree) and at - first < 2 * LONGEST and tree.sentence[at] == tree.sentence[first]:
        word = tree.lower[at]
        if word not in (",", "and", "&"):
            break
        begin = at + 1
        if word == "," and begin < len(tree) and tree.lower[begin] in ("and", "&"):
            word, begin = "and", begin + 1
        stop = begin
        while stop < len(tree) and _namey(tree, stop, language, loud) and tree.words[stop][0].isupper():
            stop += 1
        if stop == begin:
            break
        parts.append((begin, stop - 1))
        at = stop
        if word in ("and", "&"):
            end = stop - 1
            break
    if end is None:
        return None
    known = all(any(tree.lower[k] in language.portfolios for k in range(a, b + 1)) for a, b in parts)
    short = ""
    if end + 3 < len(tree) and tree.words[end + 1] == "(" and tree.words[end + 3] == ")":
        short = tree.words[end + 2].replace(".", "").lower()
    letters = "".join(tree.lower[k][0] for k in range(first, end + 1) if tree.words[k][0].isupper())
    return end if known or (len(short) > 2 and short == letters) else None


def _nickname(tree: Tree, last: int, mark: int, language: Language, loud: list[bool]) -> int | None:
    """Past a word in quotation marks inside a name: Karl "Kalle" Vesk."""
    if mark + 3 > len(tree) - 1 or tree.words[mark] not in ('"', "“", "'", "‘") or loud[last]:
        return None
    if tree.lower[last] not in language.first_names and tree.entity[last] != "PERSON":
        return None
    inner, closing, after = mark + 1, mark + 2, mark + 3
    quoted = tree.words[closing] in ('"', "”", "'", "’") and tree.words[inner].isalpha()
    whole = quoted and tree.words[inner][0].isupper() and tree.end[inner] == tree.start[closing]
    if whole and (_namey(tree, after, language, loud) or tree.lower[after] in language.particles):
        return closing
    return None


def _names_of_run(tree: Tree, first: int, last: int, language: Language) -> list[Name]:
    """A run of name words as one name or none: titles before it, trailing marks and roles at its end."""
    if SIGNED.fullmatch(tree.text, tree.start[first], tree.end[last]):
        return []
    while last > first and not tree.words[last][-1].isalnum() and tree.words[last][-1] != ".":
        last -= 1
    lower = tree.lower
    if lower[first] in language.countries and last > first and tree.tag[first + 1] == "POS":
        return []
    if last + 1 < len(tree) and lower[last + 1] in (*language.outlets, "news") and tree.dep[last] in NOUN_BEFORE:
        last += 1
        while last + 1 < len(tree) and lower[last + 1] in language.outlets:
            last += 1
    glued = [k for k in range(first, last) if len(tree.words[k]) > 1 and tree.words[k].endswith(("-", "–", "—"))]
    first = glued[-1] + 1 if glued else first  # "TEHRAN- Hamid"
    core = _core(tree, first, last, language)
    if core > last:  # nothing but titles: "the Foreign Minister" is a description
        return []
    head = _head(tree, core, last, language)
    schema, sure = _schema(tree, first, core, last, language)
    if schema != "Person" and core > first:
        core = first
    if schema == "Person":
        first = _lower_titles(tree, first, language)
    elif first and lower[first - 1] in ("the", "The", "THE"):
        first -= 1
    if (
        tree.entity[head] == "NORP"
        and tree.dep[head] in ("amod", "compound")
        or (
            lower[core] in language.demonyms
            and core == last
            and tree.dep[head] in ("amod", "compound", "nmod", "acomp")
        )
    ):
        return []
    if core == last and _only_tells_which(tree, core, language):
        return []
    plural = tree.tag[head] in ("NNPS", "NNS") and schema in ("Organization", "Thing")
    many = plural or (core == last and lower[core] in language.demonyms and tree.tag[head] in ("NNPS", "NNS"))
    return [Name(first, core, last, head, schema, sure, many, tree.entity[head] in ("GPE", "LOC", "FAC"))]


def _only_tells_which(tree: Tree, word: int, language: Language) -> bool:
    """Whether one word only says more of a noun: "Cypriot, and French ministers", "the Federal government"."""
    following = word + 1 if word + 1 < len(tree) and tree.sentence[word + 1] == tree.sentence[word] else word
    if tree.lower[word] in language.demonyms and tree.tag[word] == "JJ":
        return tree.lower[following] in (",", "and", "or", "-") or tree.pos[following] in ("NOUN", "ADJ")
    before = tree.dep[word] in NOUN_BEFORE and tree.words[following].islower() and following > word
    return (
        before and not tree.entity[word] and tree.pos[following] == "NOUN" and tree.lower[following] in language.groups
    )


def _core(tree: Tree, first: int, last: int, language: Language) -> int:
    """The first token behind the titles of a run; last + 1 where it is titles and roles alone."""
    lower = tree.lower
    if any(lower[k] in ("of", "for") for k in range(first, last)) and lower[first] not in language.address:
        return first
    if lower[first] in language.first_names and lower[first] not in language.titles:
        return first
    cut = first - 1
    for k in range(first, last + 1):
        if lower[k] in language.address and k < last:
            cut = k
        elif (lower[k] in language.titles or lower[k] in language.roles) and lower[k] not in language.first_names:
            if k == last and lower[k] in language.bodies:
                return first
            cut = k
    core = cut + 1
    while core <= last and tree.words[core] in "-–/":
        core += 1
    if core > last > first and tree.entity[last] == "PERSON" and lower[last] in SURNAMES:
        return first  # Martin Luther King
    if first < core <= last and any(lower[k] in language.bodies for k in range(core, last + 1)):
        return first  # General Motors Corporation, State Security Service
    return core


def _lower_titles(tree: Tree, first: int, language: Language) -> int:
    """Take in titles written small, and what they stand with: "first secretary Juno Salk", "the lawyer Mira Aldo"."""
    start = first
    while start and first - start < 6 and tree.sentence[start - 1] == tree.sentence[first]:
        lower = tree.lower[start - 1]
        if not (lower in language.titles or lower in language.roles) or not tree.words[start - 1][0].isalpha():
            if not (tree.words[start - 1] == "-" and start > 1 and tree.lower[start - 2] in ("co", "vice", "ex")):
                break
            start -= 2
            continue
        if tree.pos[start - 1] not in ("NOUN", "PROPN", "ADJ") or tree.dep[start - 1] not in (
            "compound", "amod", "nmod", "appos", "ROOT", "nsubj", "dobj", "pobj", "conj", "attr",
        ):  # fmt: skip
            break
        if tree.dep[start - 1] not in ("compound", "amod", "nmod"):
            break
        start -= 1
    if start < first:
        while start and first - start < 6 and tree.head[start - 1] in range(start, first + LONGEST):
            kind = tree.dep[start - 1]
            if kind not in ("compound", "amod", "det") or not tree.words[start - 1][0].isalpha():
                break
            start -= 1
    return start


def _head(tree: Tree, core: int, last: int, language: Language) -> int:
    """The chief word: the surname of a person, what the others hang on in the name of a body."""
    for k in range(core, last + 1):
        if tree.lower[k] in ("of", "for") and k > core:
            return k - 1
    if tree.lower[last] in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v") and last > core:
        return last - 1
    return last


def _schema(tree: Tree, first: int, core: int, last: int, language: Language) -> tuple[Schema, bool]:
    """What bears the name, and whether the name itself makes it sure."""
    lower, words = tree.lower, tree.words
    full = tree.text[tree.start[core] : tree.end[last]]
    size = last - core + 1
    if size > 1 and lower[_head(tree, core, last, language)] in language.papers:
        return "Document", True
    if lower[last] in language.outlets or (first and core == first and lower[first - 1] in language.outlets):
        return "Organization", True  # Al-Noor television, the agency Vatan
    if core > first and core <= last and full.lower() not in language.countries:
        return "Person", True
    before = lower[first - 1] if first else ""
    role_before = (before in language.titles or before in language.roles) and (
        first and tree.dep[first - 1] in ("compound", "nmod", "amod") and tree.pos[first - 1] in ("NOUN", "PROPN")
    )
    if full.lower().removeprefix("the ") in language.countries:
        return "PublicBody", True
    bodied = [k for k in range(core, last + 1) if lower[k] in language.bodies]
    given = lower[core] in language.first_names and size > 1
    if bodied and not (given and size == 2 and tree.entity[last] == "PERSON"):
        public = any(lower[k] in language.public for k in bodied)
        return "PublicBody" if public else "Organization", True
    if any(ELIDED.match(word) for word in words[core + 1 : last + 1]) and not given:
        return "Organization", True
    if full in language.agencies:
        return "Organization", True
    if given or (size > 1 and INITIAL.match(words[core]) and words[last][0].isupper() and not ACRONYM.match(full)):
        return "Person", True
    if role_before:
        return "Person", True
    label = last + 1 < len(tree) and words[last + 1] == ":" and _opens_line(tree, core)
    if label and size <= 3:
        return "Person", True
    kinds = {tree.entity[k] for k in range(core, last + 1)}
    if size in (2, 3) and ord(words[core][0]) > 0x24F and "GPE" not in kinds:
        return "Person", False
    if size == 1 and ACRONYM.match(words[core]) and len(words[core]) > 1:
        return ("PublicBody" if "GPE" in kinds else "Organization"), False
    if "PERSON" in kinds:
        return "Person", False
    if size == 1 and lower[core] in language.first_names:
        return "Person", False
    speaks = tree.dep[last] in ("nsubj", "nsubjpass") and tree.lemma[tree.head[last]] in language.saying
    if speaks and "GPE" not in kinds and "NORP" not in kinds:
        return ("Organization" if first and lower[first - 1] == "the" else "Person"), False
    if "GPE" in kinds:
        return "PublicBody", False
    if "NORP" in kinds or (size == 1 and lower[core].rstrip("s") in language.demonyms):
        return "Organization", False
    if "ORG" in kinds:
        return "Organization", False
    if kinds & {"LOC", "FAC"}:
        return "Address", False
    return "Thing", False


def _opens_line(tree: Tree, token: int) -> bool:
    """Whether a token is the first of its line."""
    return token == 0 or "\n" in tree.text[tree.start[token - 1] : tree.start[token]]


def _in_dateline(tree: Tree, name: Name, datelines: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is the place of a dateline; the agency in it is kept."""
    start, end = tree.start[name.core], tree.end[name.last]
    at = bisect.bisect_right(datelines, (start, len(tree.text))) - 1
    if at < 0 or not datelines[at][0] <= start <= end <= datelines[at][1]:
        return False
    opens = not tree.text[datelines[at][0] : start].strip()
    return opens and tree.words[name.core].isupper() or (name.place and tree.text[start - 1 : start] != "(")


def _agree(tree: Tree, found: list[Name], language: Language) -> None:
    """Let what one occurrence makes sure hold for the others: a surname of a person is a person's name."""
    persons: set[str] = set()
    bodies: dict[str, Schema] = {}
    votes: dict[str, int] = {}
    parts: set[str] = set()
    keys = [tree.text[tree.start[name.core] : tree.end[name.last]].lower() for name in found]
    for name, key in zip(found, keys, strict=True):
        if name.schema == "Person" and (name.sure or name.last > name.core):
            persons.update((tree.lower[name.last], key))
        elif name.sure and name.schema in ("PublicBody", "Organization"):
            bodies[key] = name.schema
        if not name.sure and _state(tree, name, language):
            bodies.setdefault(key, "PublicBody")
        if name.sure and name.schema != "Person" and name.last > name.core:
            # what stands in the name of a body is a place, unless someone bears it: "Front for a Free Ostrany"
            parts.update(tree.lower[k] for k in range(name.core + 1, name.last + 1) if k != name.head)
            parts.update(tree.lower[k] for k in (name.core,) if tree.words[k][0].isupper() and k != name.head)
        votes[key] = votes.get(key, 0) + (name.schema == "Person")
    for part in parts - persons - language.first_names.keys():
        bodies.setdefault(part, "PublicBody")
    for name, key in zip(found, keys, strict=True):
        if name.sure:
            continue
        placed = name.place and tree.dep[name.head] == "pobj" and tree.lower[tree.head[name.head]] in language.locative
        if key in bodies:
            name.schema = bodies[key]
        elif key in persons or (name.last > name.core and tree.lower[name.last] in persons and name.schema == "Thing"):
            name.schema = name.schema if placed else "Person"
        elif name.schema in ("Thing", "Organization") and votes[key] >= 2:
            name.schema = "Person"


def _state(tree: Tree, name: Name, language: Language) -> bool:
    """Whether a name stands where a state's does: "the Velmar government", "Velmar's embassy", "envoy to Velmar"."""
    if name.last > name.core + 1:
        return False
    above = tree.head[name.head]
    label = tree.dep[name.head]
    if label == "pobj" and tree.lower[above] in ("of", "to") and tree.dep[above] == "prep":
        above = tree.head[above]
        return tree.lemma[above] in (
            "government",
            "ministry",
            "envoy",
            "ambassador",
            "republic",
            "parliament",
            "embassy",
        )
    return (
        label in ("compound", "nmod", "poss")
        and tree.lemma[above] in language.public
        and above not in range(name.core, name.last + 1)
    )


def _mere_place(tree: Tree, name: Name, language: Language) -> bool:
    """Whether a name of a place stands for the place and for no one: "in Haldmark", "Evanston, Illinois"."""
    if name.schema not in ("PublicBody", "Address") or any(
        tree.lower[k] in language.bodies for k in range(name.core, name.last + 1)
    ):
        return False
    label = tree.dep[name.head]
    if name.schema == "Address":
        return label not in ("nsubj", "nsubjpass", "agent", "poss")
    if label in ("appos", "npadvmod", "compound", "nmod", "amod", "conj") and label != "conj":
        return True
    seen = name.head
    for _ in range(4):
        if tree.dep[seen] not in ("conj", "appos"):
            break
        seen = tree.head[seen]
    return tree.dep[seen] == "pobj" and tree.lower[tree.head[seen]] in language.locative
