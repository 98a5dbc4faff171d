"""How wide an argument is: the phrase around its head, without what only adds to it.

Left out: other members of a list (each is an argument of its own), relative clauses and appositions behind the head,
examples ("such as ..."), the trigger's own clause, marks at the ends. These are the habits of QA-SRL's answers.
"""

from __future__ import annotations

from typing import Final

from sayso.extract.events.candidates import Candidate
from sayso.lang.needs.events import PartWords
from sayso.nlp.tree import Tree

CUT_NOUN: Final = frozenset({"relcl", "appos", "conj", "cc", "preconj", "parataxis", "advcl"})
CUT_CLAUSE: Final = frozenset({"advcl", "conj", "cc", "parataxis"})
EDGES: Final = frozenset(
    {",", ";", ":", ".", "!", "?", '"', "“", "”", "''", "``", "-", "--", "–", "—", "(", ")", "[", "]"}
)


def width(tree: Tree, candidate: Candidate, trigger: int, words: PartWords, *, case: bool = False) -> tuple[int, int]:
    """First token and last + 1 of the phrase of a candidate; the trigger lies outside it.

    case    take the preposition in front along ("in Jerusalem")
    """
    token = candidate.token
    first, last = tree.left[token], tree.right[token]
    verbal = tree.pos[token] in ("VERB", "AUX")
    cut = CUT_CLAUSE if verbal else CUT_NOUN
    for kid in tree.kids[token]:
        label = tree.dep[kid]
        inside = tree.left[kid] <= trigger <= tree.right[kid]
        drop = inside or label in cut
        if not drop and label == "acl":
            drop = kid > 0 and tree.words[tree.left[kid] - 1] == ","
        if not drop and label == "prep":
            drop = (
                tree.lower[kid] in words.cut
                and kid > token
                and kid > 0
                and (tree.words[kid - 1] == "," or tree.words[kid - 1] in words.such)
            )
        if drop:
            if kid > token:
                last = min(last, tree.left[kid] - 1)
            else:
                first = max(first, tree.right[kid] + 1)
    if first <= trigger <= last:
        if trigger < token:
            first = trigger + 1
        else:
            last = trigger - 1
    first, last = min(first, token), max(last, token)
    while last > token and (tree.words[last] in EDGES or tree.dep[last] in ("cc", "preconj")):
        last -= 1
    while first < token and (tree.words[first] in EDGES or tree.dep[first] == "cc"):
        first += 1
    if case and 0 <= candidate.case < first:
        between = range(candidate.case + 1, first)
        if len(between) < 3 and not candidate.case <= trigger < first:
            first = candidate.case
    return first, last + 1
