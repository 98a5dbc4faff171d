"""Descriptions whose head is a noun for a person, a role, a group or a body, or which speak."""

from __future__ import annotations

from typing import Final

from sayso.extract.mentions.phrases import Found, first_of, is_many, last_of
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.values.terms import Schema

MAX_WORDS_BEFORE: Final = 3  # from a noun in capitals to the one that it only tells of
MIN_PERSONAL: Final = 6  # letters of a noun that an ending alone makes a person: "mist" is none


def nominal(tree: Tree, i: int, language: Language, loud: list[bool], taken: set[int]) -> Found | None:
    """A description whose head is a noun for a person, a role, a group or a body, or which speaks."""
    pos, lower, words = tree.pos[i], tree.lower[i], language.mentions
    if lower in language.vague and pos in ("PRON", "NOUN"):
        if lower in words.no_one:
            return None
        return i, last_of(tree, i, language), i, "nominal", "Person", lower in words.vague_many
    if lower in words.those and any(tree.dep[k] == "relcl" for k in tree.kids[i]):
        return i, i, i, "nominal", "Person", True
    if lower in words.asks and i + 1 < len(tree) and tree.words[i + 1] in ".:" and (i == 0 or "\n" in _gap(tree, i)):
        return i, i, i, "nominal", "Person", False  # who asks in an interview
    if pos not in ("NOUN", "PROPN") or not lower[0].isalpha():
        return None
    if tree.dep[i] in ("compound", "amod", "nmod", "npadvmod") and not (loud[i] and not _before_noun(tree, i)):
        return None
    schema = _schema(tree, i, language)
    if schema is None:
        return None
    many = is_many(tree, i, language)
    first = first_of(tree, i, taken)
    last = last_of(tree, i, language)
    if tree.lower[first] in words.nobody_known:
        return None
    # "an armed wing of the Front" says whose part something is
    if (schema == "Person" or last == i) and _is_predicate(tree, i, first, language):
        return None
    return first, last, i, "nominal", schema, many


def _before_noun(tree: Tree, i: int) -> bool:
    """Whether a noun in capitals stands close before the noun that it hangs on: "PRESS BRIEFING"."""
    head = tree.head[i]
    between = all(tree.words[k][0].isalnum() for k in range(i + 1, head))
    return i < head <= i + MAX_WORDS_BEFORE and between and tree.pos[head] in ("NOUN", "PROPN")


def _is_predicate(tree: Tree, i: int, first: int, language: Language) -> bool:
    """Whether a noun only says what someone is: "is a terrorist group", "served as an adviser".

    Someone new is told of where "there" is: "there was a man".

    A definite one says which one: "is the envoy".
    """
    words = language.mentions
    opening = tree.lower[first]
    bare = first == i or tree.pos[first] in ("ADJ", "NOUN", "PROPN")
    above = tree.head[i]
    if tree.dep[i] == "attr":
        there = any(tree.dep[kid] == "expl" or (tree.dep[kid] == "attr" and kid < above) for kid in tree.kids[above])
        bare = bare and (tree.tag[i] == "NNS" or tree.pos[first] == "ADJ")
        return not there and i > above and (opening in words.new or bare or _is_bare_office(tree, i, first, language))
    if tree.dep[i] == "oprd":  # "was named chairman", "is considered a strong candidate"
        return i > above and (opening in words.new or _is_bare_office(tree, i, first, language))
    if tree.dep[i] == "conj" and tree.dep[above] == "acomp":  # "was honest and a bright man"
        return opening in words.new
    if tree.dep[i] != "pobj":
        return False
    if tree.lower[above] in words.taken_for and opening in words.new:
        return True
    return tree.lower[above] in words.offices_behind and _is_bare_office(tree, i, first, language)


def _is_bare_office(tree: Tree, i: int, first: int, language: Language) -> bool:
    """Whether one noun of a role stands without article, owner and name, and means the office: "ran for president"."""
    if tree.tag[i] not in ("NN", "NNP") or language.roles.isdisjoint({tree.lower[i], tree.lemma[i]}):
        return False
    if any(tree.pos[k] not in ("ADJ", "NOUN", "PROPN") or tree.dep[k] == "poss" for k in range(first, i)):
        return False
    following = tree.words[i + 1] if i + 1 < len(tree) else "."
    return not following[0].isupper() or tree.words[i].isupper()  # "of director Halim Terzo" names him


def _schema(tree: Tree, i: int, language: Language) -> Schema | None:
    """What a common noun stands for; None where it is no one and says nothing."""
    lower, lemma = tree.lower[i], tree.lemma[i]
    forms = {lemma, *language.grammar.singulars(lower)}
    if lower in language.mentions.guards and any(tree.lower[k] in language.mentions.corps for k in tree.kids[i]):
        return "PublicBody"  # the coast guard
    if forms & language.roles:
        return "Person"
    if forms & language.groups or forms & language.crowds:
        if _bare(tree, i, language) or _is_condition(tree, i, language):
            return None
        return "PublicBody" if forms & language.public else "Organization"
    if forms & language.parts and any(tree.lower[k] in language.kinds_of_part for k in tree.kids[i]):
        return "Organization"  # "the Front's armed wing"
    if language.grammar.singulars(lower) & language.demonyms and tree.tag[i] in ("NNS", "NNPS", "NN"):
        return "Person"
    for kid in tree.kids[i]:
        if (
            lemma not in language.manners
            and tree.dep[kid] == "relcl"
            and any(tree.lower[k] in language.pronouns.who for k in tree.kids[kid])
        ):
            return "Person"
    if lower.endswith(language.mentions.personal_endings) and len(lower) >= MIN_PERSONAL:
        return "Person"
    speaks = (
        tree.pos[i] == "NOUN" and tree.dep[i] in ("nsubj", "nsubjpass") and tree.lemma[tree.head[i]] in language.saying
    )
    told = tree.dep[i] == "pobj" and _behind_cue(tree, tree.head[i], language)
    if speaks or told:
        return "Document" if forms & language.documents else "Thing"
    return None


def _is_condition(tree: Tree, i: int, language: Language) -> bool:
    """Whether a state is no country but how things are: "a state of emergency"."""
    behind = tree.lower[i + 1 : i + 3]
    of = len(behind) == 2 and behind[0] in language.mentions.of
    return of and tree.lower[i] in language.entities.any_state and behind[1] in language.mentions.conditions


def _bare(tree: Tree, i: int, language: Language) -> bool:
    """Whether a noun for a body stands bare behind a preposition and means none: "on paper", "in church"."""
    if tree.tag[i] != "NN" or tree.dep[i] != "pobj" or tree.lower[i] in language.crowds or tree.left[i] < i:
        return False
    before = tree.lower[tree.head[i]]
    return tree.words[i].islower() and (before in language.locative or before in language.mentions.bare_after)


def _behind_cue(tree: Tree, to: int, language: Language) -> bool:
    """Whether a preposition ends one of the phrases that name a source: "according to"."""
    return to > 0 and f"{tree.lower[to - 1]} {tree.lower[to]}" in language.according


def _gap(tree: Tree, i: int) -> str:
    """The token before and what stands between."""
    return tree.text[tree.start[i - 1] : tree.start[i]] if i else ""
