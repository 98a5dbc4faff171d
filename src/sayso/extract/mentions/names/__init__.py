"""Proper names in a parsed report: where each begins and ends, which words before it are titles, and what bears it.

The parser's named entities are evidence and no more: the small model misses names, cuts them, and takes Terzo for a
company. A name is a run of capitalised words; titles, first names and words such as "Ministry" say what it names, and
what one occurrence makes sure holds for the others of the report.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.extract.mentions.names.bearers import is_mere_place, make_agree
from sayso.extract.mentions.names.parts import Name
from sayso.extract.mentions.names.runs import run_end, tasks
from sayso.extract.mentions.names.shapes import names_of_run
from sayso.extract.mentions.names.tokens import is_heading, is_namey, labelled_part, sure_when_loud
from sayso.lang import Language
from sayso.nlp.tree import Tree


def find_names(
    tree: Tree, language: Language, loud: list[bool], datelines: Sequence[tuple[int, int]] = ()
) -> list[Name]:
    """The names of a parsed report, in order; no two share their head. Linear in the number of tokens.

    datelines   code points of each, in order
    """
    found: list[Name] = []
    unsure: list[tuple[int, int]] = []
    nobody = tasks(tree, language, loud)
    i, size = 0, len(tree)
    while i < size:
        if i in nobody or not is_namey(tree, i, language, loud):
            i += 1
            continue
        last = run_end(tree, i, language, loud)
        last = next((k - 1 for k in range(i, last + 1) if k in nobody), last)
        if i == last and is_heading(tree, i, language):
            i += 1
            continue
        if not loud[i]:
            found += names_of_run(tree, i, last, language)
        elif sure_when_loud(tree, i, last, language):
            found += names_of_run(tree, *labelled_part(tree, i, last, language), language)
        else:
            unsure.append((i, last))
        i = last + 1
    surnames = {tree.lower[n.last] for n in found if n.schema == "Person" and n.last > n.first}
    for first, last in unsure:
        if tree.lower[last] in surnames and last - first < 2:
            found += names_of_run(tree, first, last, language)
    found = [name for name in found if not _in_dateline(tree, name, datelines)]
    found += _again(tree, found, language, loud)
    found.sort(key=lambda name: name.first)
    make_agree(tree, found, language)
    return [name for name in found if not is_mere_place(tree, name, language)]


def _again(tree: Tree, found: list[Name], language: Language, loud: list[bool]) -> list[Name]:
    """Names found elsewhere in the report, at places where the parser takes the word for no name."""
    known = {tree.words[n.last] for n in found if n.schema == "Person" and n.last > n.core and n.sure}
    known |= {tree.words[n.core] for n in found if n.core == n.last and n.schema in ("Person", "Thing")}
    taken = {k for name in found for k in range(name.first, name.last + 1)}
    return [
        Name(i, i, i, i, "Person", False)
        for i, word in enumerate(tree.words)
        if word in known and word[1:].islower() and i not in taken and not loud[i] and tree.entity[i] != "DATE"
        if tree.lower[i] not in language.roles and tree.pos[i] not in ("AUX", "DET", "ADP", "PRON", "CCONJ", "SCONJ")
    ]


def _in_dateline(tree: Tree, name: Name, datelines: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is the place of a dateline; the agency in it is kept."""
    start, end = tree.start[name.core], tree.end[name.last]
    at = bisect.bisect_right(datelines, (start, len(tree.text))) - 1
    if at < 0 or not datelines[at][0] <= start <= end <= datelines[at][1]:
        return False
    opens = not tree.text[datelines[at][0] : start].strip()
    return opens and tree.words[name.core].isupper() or (name.place and tree.text[start - 1 : start] != "(")
