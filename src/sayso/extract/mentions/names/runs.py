"""How far a run of name words goes: over hyphens and particles, past "of" and "and", to the end of a list of tasks."""

from __future__ import annotations

from typing import Final

from sayso.extract.mentions.names.parts import ACRONYM, MAX_NAME_TOKENS, NOUN_BEFORE
from sayso.extract.mentions.names.tokens import is_namey
from sayso.lang import Language
from sayso.nlp.tree import Tree

MAX_OFFICE: Final = 6  # tokens before a body in which somebody's office of it may stand
MIN_SHORT: Final = 2  # letters of initials; those of a person are no more


def run_end(tree: Tree, first: int, language: Language, loud: list[bool]) -> int:
    """The last token of the run of name words that begins here."""
    last, size = first, len(tree)
    while last + 1 < size and last - first < MAX_NAME_TOKENS and tree.sentence[last + 1] == tree.sentence[first]:
        step = last + 1
        word = tree.words[step]
        if is_namey(tree, step, language, loud):
            if _parts(tree, last, step, first, language):
                break
            bodied = (
                not language.mentions.of.isdisjoint(tree.lower[first:step]) and tree.lower[first] in language.bodies
            )
            chief = tree.lower[last] in language.bodies and tree.entity[last] != "PERSON"
            if (bodied or chief) and tree.lower[step] in language.first_names and tree.entity[step] == "PERSON":
                break  # "the head of the Department of Environment Kaveh Madani"
            if _bearer_begins(tree, first, last, language, loud):
                break  # "the head of NRW Karl Vesk"
            before = tree.lower[first - 1] if first else ""
            behind = before in language.locative or before in language.mentions.before_place
            given = tree.lower[step] in language.first_names and tree.entity[step] != tree.entity[last]
            town = (  # "the ambassador to Baghdad Iraj Masjedi", but "of Georgia O'Keeffe"
                tree.entity[last] == "GPE"
                and tree.lower[last] not in language.first_names
                and tree.entity[step : step + 2] == ["PERSON", "PERSON"]
            )
            if behind and (town or (given and _country(tree, first, last, language))):
                break  # "the ambassador to Velmar Anna Berg", but "of San Francisco"
            last = step
            continue
        if language.mentions.elided.match(word) and tree.end[last] < tree.start[step]:
            last = step
            continue
        after = step + 1
        if after >= size or tree.sentence[after] != tree.sentence[first]:
            break
        if word.isdigit() and _numbered(tree, last, step) and is_namey(tree, after, language, loud):
            last = after  # the Lost 52 Project
            continue
        joined = tree.end[last] == tree.start[step] and tree.end[step] == tree.start[after]
        if word in ("-", "–", "‑", "'", "’", "/") and joined and tree.words[after][0].isalpha():
            last = after  # al-Maliki, Secretary-General
            continue
        if tree.lower[step] in language.particles and tree.lower[step] not in language.mentions.not_leading:
            # de la Rua, van der Bellen, Abu al-Hassan
            reach = step
            while reach < size and (
                tree.lower[reach] in language.particles or (tree.words[reach] in "-’'" and reach > step)
            ):
                reach += 1
            if reach < size and is_namey(tree, reach, language, loud):
                last = reach
                continue
        further = _of_whom(tree, first, last, step, language, loud)
        if further is None:
            further = _subjects(tree, first, last, step, language, loud) or _nickname(tree, last, step, language, loud)
        if further is None:
            break
        last = further
    return last


def tasks(tree: Tree, language: Language, loud: list[bool]) -> set[int]:
    """The words for what an office is for, which are nobody: "Minister of [Roads] and [Urban Development] Karl Vesk".

    A list of them counts where each part names something that ministries are for; behind the last one a name may stand.
    """
    found: set[int] = set()
    marks = {",", "&", *language.grammar.both}
    for office in range(len(tree)):
        if tree.lower[office] not in language.roles:
            continue
        if office and tree.lower[office - 1] in language.bodies:
            continue  # the Directorate General of Civil Aviation
        found.update(_tasks_before(tree, office, marks, language))
        at = office + 2
        while office + 1 < at < len(tree) and tree.lower[office + 1] in language.mentions.whose:
            begin = at
            while at < len(tree) and tree.words[at][0].isupper() and is_namey(tree, at, language, loud):
                at += 1
            known = [k for k in range(begin, at) if tree.lower[k] in language.portfolios]
            found.update(range(begin, known[-1] + 1) if known else ())
            behind = at
            while behind < len(tree) and tree.lower[behind] in marks:
                behind += 1
            if not known or known[-1] + 1 < at or behind == at:
                break
            at = behind
    return found


def _tasks_before(tree: Tree, office: int, marks: set[str], language: Language) -> list[int]:
    """Of "the Industry, Mining and Trade Minister" the words before the last "and"; the rest is a title."""
    found: list[int] = []
    at, apart = office - 1, False
    while at >= 0 and tree.words[office][0].isupper() and tree.sentence[at] == tree.sentence[office]:
        if tree.lower[at] in language.portfolios and tree.words[at][0].isupper():
            found += [at] if apart else []
        elif tree.lower[at] in marks and at < office - 1:
            apart = True
        else:
            break
        at -= 1
    return found


def _bearer_begins(tree: Tree, first: int, last: int, language: Language, loud: list[bool]) -> bool:
    """Whether behind an office and its body who bears it is named: "director of the Tax Service [Karl Vesk]"."""
    step = last + 1
    given = tree.lower[step] in language.first_names or tree.lower[step].partition("-")[0] in language.first_names
    if not given or loud[step] or step + 1 >= len(tree) or not is_namey(tree, step + 1, language, loud):
        return False
    known = tree.lower[last] in language.bodies or tree.lower[last] in language.portfolios
    if not known and not (len(tree.words[last]) > MIN_SHORT and ACRONYM.match(tree.words[last])):
        return False
    low = max(first - MAX_OFFICE, tree.sentences[tree.sentence[first]][0])
    return any(
        tree.lower[k] in language.roles and tree.lower[k + 1] in language.mentions.whose for k in range(low, first - 1)
    )


def _numbered(tree: Tree, last: int, number: int) -> bool:
    """Whether a number stands inside a name: what stands before it hangs on what stands behind, or the other way."""
    after = number + 1
    return tree.head[number] in (last, after) and (tree.head[last] == after or tree.head[after] == last)


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
    word, words = tree.lower[step], language.mentions
    joined_to = word in language.grammar.both
    if not (word in words.goes_on or joined_to or word == "&") or tree.end[step] - tree.start[step] > 7:
        return None
    body = any(tree.lower[k] in language.bodies or tree.lower[k] in language.papers for k in range(first, last + 1))
    reach = step + 1
    while reach < len(tree) and tree.lower[reach] in language.grammar.articles:
        reach += 1
    if reach >= len(tree) or not is_namey(tree, reach, language, loud):
        return None
    whole = bool(tree.entity[last]) and all(tree.entity[k] == tree.entity[last] for k in range(step, reach + 1))
    if word == "&":
        return reach
    if joined_to and _country(tree, reach, reach, language):
        return None  # "the Republic of Velmar and Ostrany"
    if joined_to:
        # "Ministry of Health and Welfare" is one name, "the Army and the Police" two
        inside = any(tree.lower[k] in words.whose for k in range(first, last))
        # "Centers for Disease Control and Prevention": what follows is joined to what stands behind "for"
        chief = reach
        while chief + 1 < len(tree) and tree.head[chief] > chief and tree.dep[chief] in NOUN_BEFORE:
            chief = tree.head[chief]
        of = max((k for k in range(first, last) if tree.lower[k] in words.whose), default=last)
        joined = tree.dep[chief] == "conj" and of < tree.head[chief] <= last and tree.words[chief][0].isupper()
        return reach if body and inside and reach == step + 1 and (whole or joined) else None
    if word in words.whose:
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
    opening = next((k for k in range(first, last) if tree.lower[k] in language.mentions.whose), None)
    if tree.words[comma] != "," or opening is None or not any(
        tree.lower[k] in language.bodies for k in range(first, opening)
    ):  # fmt: skip
        return None
    at, end, closing = comma, None, {*language.grammar.both, "&"}
    parts: list[tuple[int, int]] = [(opening + 1, last)]
    while at < len(tree) and at - first < 2 * MAX_NAME_TOKENS and tree.sentence[at] == tree.sentence[first]:
        comma_here, ends = tree.lower[at] == ",", tree.lower[at] in closing
        if not comma_here and not ends:
            break
        begin = at + 1
        if comma_here and begin < len(tree) and tree.lower[begin] in closing:
            ends, begin = True, begin + 1
        stop = begin
        while stop < len(tree) and is_namey(tree, stop, language, loud) and tree.words[stop][0].isupper():
            stop += 1
        if stop == begin:
            break
        parts.append((begin, stop - 1))
        at = stop
        if ends:
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
    if whole and (is_namey(tree, after, language, loud) or tree.lower[after] in language.particles):
        return closing
    return None
