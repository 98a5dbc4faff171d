"""The noun phrase of a head: where it begins and ends, and whether it means several."""

from __future__ import annotations

from typing import Final

from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import MentionKind, Schema

Found = tuple[int, int, int, MentionKind, Schema, bool]  # first, last, head token; kind, schema, many
MAX_BEFORE: Final = 12  # tokens of a noun phrase before its head, and behind it, that are looked at
MAX_BEHIND: Final = 14


def first_of(tree: Tree, i: int, taken: set[int]) -> int:
    """The first token of the noun phrase of this head: articles, possessors, adjectives, numbers before it."""
    first = max(tree.left[i], i - MAX_BEFORE, tree.sentences[tree.sentence[i]][0])
    for k in range(i - 1, first - 1, -1):
        word = tree.words[k]
        if tree.entity[k] in ("DATE", "TIME") and tree.head[k] != i and "-" not in tree.words[max(0, k - 1) : k + 2]:
            return k + 1  # "On 30 April three officers", but "a 40-year-old man"
        if not word[0].isalnum() and word != "%" and word[0] not in "'’@-–$":
            inside = word in ("“", '"', "”", ",") and tree.left[i] < k
            if word != "," or not inside or tree.dep[k - 1] not in ("amod", "conj", "det", "poss", "compound"):
                return k + 1
    while first < i and (
        not tree.words[first][0].isalnum()
        or tree.dep[first] in ("cc", "punct", "preconj", "mark", "prep")
        or (tree.pos[first] == "ADV" and tree.head[first] == i)  # "also the wife of one of them"
    ):
        first += 1
    return first


def last_of(tree: Tree, i: int, language: Language) -> int:
    """The last token: phrases with a preposition that hang on the head and follow it directly."""
    last = i
    limit = min(tree.right[i], i + MAX_BEHIND)
    while last < limit:
        step = last + 1
        if tree.dep[step] != "prep" or tree.head[step] not in (i, last) or tree.pos[step] == "VERB":
            break
        stop = _phrase_end(tree, step, limit, language)
        if stop == step:
            break
        last = stop
    return last


def _phrase_end(tree: Tree, prep: int, limit: int, language: Language) -> int:
    """The last token of a preposition's phrase before a mark, a clause or a further conjunct."""
    end = prep
    for k in range(prep + 1, min(tree.right[prep], limit) + 1):
        word = tree.words[k]
        if not word[0].isalnum() and word not in ("-", "'", "’", "%", "$", *language.grammar.genitive):
            break
        if (
            tree.lower[k] in language.mentions.phrase_ends
            or tree.dep[k] in ("relcl", "acl", "cc", "punct")
            or tree.pos[k] in ("VERB", "AUX")
        ):
            break
        if tree.pos[k] in ("NOUN", "PROPN", "PRON", "NUM") and tree.dep[k] not in (
            "compound",
            "poss",
            "nummod",
            "nmod",
        ):
            end = k
    return end


def is_many(tree: Tree, head: int, language: Language) -> bool:
    """Whether a noun means several: by its tag, by its ending where the tag is none of a noun, or by the list."""
    lower = tree.lower[head]
    plural = tree.tag[head] in ("NNS", "NNPS") or (
        tree.tag[head] not in ("NN", "NNP") and lower.endswith(language.grammar.plural_endings)
    )
    return plural or tree.lemma[head] in language.crowds or lower in language.crowds
