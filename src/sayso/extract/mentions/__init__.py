"""Names, descriptions and pronouns that stand for someone, or for a body that acts and speaks.

A mention's span is the whole noun phrase with title and what stands close ("the envoy of Ostrany", "Ms Brenn"), without
a relative clause; its head is the chief word. Halim Terzo, the envoy of Ostrany: two mentions, one entity later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.extract.mentions.names import find_names, loud_tokens
from sayso.extract.mentions.sources import Found, Told, is_many, with_sources
from sayso.lang import Language
from sayso.nlp.tree import Tree
from sayso.steps import extractor
from sayso.values.findings import Mention
from sayso.values.ids import Ids
from sayso.values.report import Report, Zone
from sayso.values.terms import Schema

BEFORE: Final = 12  # words of a noun phrase before its head, and behind it, that are looked at
BEHIND: Final = 14
ENDS: Final = frozenset({"who", "whom", "whose", "which", "that", "where", "when", "and", "or", "but", "because"})
PERSONAL_END: Final = ("man", "woman", "men", "women", "person", "ist", "ists")


@extractor("mentions.v2", gives="mentions")
def mentions(
    report: Report, tree: Tree, language: Language, drafts: Sequence[Told] = (), zones: Sequence[Zone] = ()
) -> tuple[Mention, ...]:
    """Every mention of a report, in order of start, the longer one first; one head has one mention.

    drafts   whoever is the source of one is mentioned there, whatever the words are
    zones    the place of a dateline is no one's name
    Linear in the number of tokens. Text past the end of the parse has none.
    """
    if not len(tree):
        return ()
    loud = loud_tokens(tree)
    taken: set[int] = set()
    found: list[Found] = []
    datelines = [(zone.span.start, zone.span.end) for zone in zones if zone.kind == "dateline"]
    for name in find_names(tree, language, loud, datelines):
        if name.head not in taken:
            taken.update(range(name.core, name.last + 1))
            if name.schema == "Person":
                taken.update(range(name.first, name.core))
            found.append((name.first, name.last, name.head, "name", name.schema, name.many))
    for head in range(len(tree)):
        if head in taken:
            continue
        item = _pronoun(tree, head, language, loud) or _nominal(tree, head, language, loud, taken)
        if item is not None:
            found.append(item)
    found = with_sources(tree, found, drafts, language, loud)
    return _as_values(report, tree, found)


def _as_values(report: Report, tree: Tree, found: list[Found]) -> tuple[Mention, ...]:
    """Tokens -> spans and ids; a second mention of the very same words is left out."""
    ids = Ids(report.id, "m")
    out: list[Mention] = []
    seen: set[tuple[int, int]] = set()
    for first, last, head, kind, schema, many in sorted(found, key=lambda f: (tree.start[f[0]], -tree.end[f[1]])):
        start, end = tree.start[first], tree.end[last]
        if (start, end) in seen or start >= end:
            continue
        seen.add((start, end))
        span = report.span(start, end)
        chief = report.span(tree.start[head], tree.end[head])
        out.append(Mention(ids(start), span, chief, kind, schema, many))
    return tuple(out)


def _pronoun(tree: Tree, i: int, language: Language, loud: list[bool]) -> Found | None:
    """A pronoun that stands for someone; "it rains" and "it is said that" stand for no one."""
    lower, words = tree.lower[i], language.pronouns
    if lower not in words.all:
        return None
    if tree.words[i].isupper() and len(lower) > 1 and not loud[i] and tree.tag[i] not in ("PRP", "PRP$"):
        return None  # US, IT
    if lower in words.who and not (_relative(tree, i) and tree.lemma[tree.head[i]] in language.saying):
        return None  # one that speaks can be a source; the others only repeat the noun before them
    if lower in words.it:
        if lower == "it" and _pleonastic(tree, i, language):
            return None
        return i, i, i, "pronoun", "Thing", False
    many = lower in words.first_plural or lower in words.they
    personal = lower in words.he or lower in words.she or lower in words.first_singular or lower in words.second
    return i, i, i, "pronoun", "Person" if personal or lower in words.who else "Thing", many


def _relative(tree: Tree, i: int) -> bool:
    """Whether "who" opens a clause that says more of the noun before it."""
    seen = i
    for _ in range(6):
        if tree.dep[seen] == "relcl":
            return True
        if tree.head[seen] == seen:
            return False
        seen = tree.head[seen]
    return False


def _pleonastic(tree: Tree, i: int, language: Language) -> bool:
    """Whether "it" stands for no one: "it is clear that", "it is said", "it rained".

    Source: the patterns of Lappin and Leass (1994), 2.2, on a dependency parse.
    """
    if tree.dep[i] == "expl":
        return True
    verb = tree.head[i]
    if tree.dep[i] not in ("nsubj", "nsubjpass") or verb == i:
        return False
    clausal = any(tree.dep[k] in ("ccomp", "xcomp", "csubj", "advcl") and k > verb for k in tree.kids[verb])
    lemma = tree.lemma[verb]
    if lemma in ("rain", "snow", "seem", "appear", "turn", "happen", "transpire", "emerge") and (
        clausal or lemma in ("rain", "snow")
    ):
        return True
    if lemma == "be" or tree.lower[verb] in ("'s", "is", "was"):
        for k in tree.kids[verb]:
            if tree.dep[k] == "acomp" and (clausal or any(tree.dep[j] in ("ccomp", "xcomp") for j in tree.kids[k])):
                return True
            if tree.dep[k] == "attr" and tree.entity[k] in ("DATE", "TIME"):
                return True
    return tree.passive(verb) and clausal and lemma in language.manners


def _nominal(tree: Tree, i: int, language: Language, loud: list[bool], taken: set[int]) -> Found | None:
    """A description whose head is a noun for a person, a role, a group or a body, or which speaks."""
    pos, lower = tree.pos[i], tree.lower[i]
    if lower in language.vague and pos in ("PRON", "NOUN"):
        if lower in ("one", "none"):
            return None
        return i, _behind(tree, i), i, "nominal", "Person", lower == "others"
    if lower == "those" and any(tree.dep[k] == "relcl" for k in tree.kids[i]):
        return i, i, i, "nominal", "Person", True
    if lower == "q" and i + 1 < len(tree) and tree.words[i + 1] in ".:" and (i == 0 or "\n" in _gap(tree, i)):
        return i, i, i, "nominal", "Person", False  # who asks in an interview
    if pos not in ("NOUN", "PROPN") or not lower[0].isalpha():
        return None
    if tree.dep[i] in ("compound", "amod", "nmod", "npadvmod") and not loud[i]:
        return None
    schema = _schema(tree, i, language)
    if schema is None:
        return None
    many = is_many(tree, i, language)
    first = _before(tree, i, taken)
    return first, _behind(tree, i), i, "nominal", schema, many


def _schema(tree: Tree, i: int, language: Language) -> Schema | None:
    """What a common noun stands for; None where it is no one and says nothing."""
    lower, lemma = tree.lower[i], tree.lemma[i]
    forms = {lower, lemma, lower.removesuffix("s"), lower.removesuffix("es")}
    if forms & language.roles:
        return "Person"
    if forms & language.groups or forms & language.crowds:
        if _bare(tree, i, language):
            return None
        return "PublicBody" if forms & language.public else "Organization"
    if forms & language.parts and any(tree.lower[k] in language.kinds_of_part for k in tree.kids[i]):
        return "Organization"  # "the Front's armed wing"
    if lower.rstrip("s") in language.demonyms and tree.tag[i] in ("NNS", "NNPS", "NN"):
        return "Person"
    for kid in tree.kids[i]:
        if (
            lemma not in language.manners
            and tree.dep[kid] == "relcl"
            and any(tree.lower[k] in language.pronouns.who for k in tree.kids[kid])
        ):
            return "Person"
    if lower.endswith(PERSONAL_END) and len(lower) > 5:
        return "Person"
    speaks = (
        tree.pos[i] == "NOUN" and tree.dep[i] in ("nsubj", "nsubjpass") and tree.lemma[tree.head[i]] in language.saying
    )
    told = tree.dep[i] == "pobj" and tree.lower[tree.head[i]] == "to" and _behind_cue(tree, tree.head[i], language)
    if speaks or told:
        return "Document" if forms & language.documents else "Thing"
    return None


def _bare(tree: Tree, i: int, language: Language) -> bool:
    """Whether a noun for a body stands bare behind a preposition and means none: "on paper", "in church"."""
    if tree.tag[i] != "NN" or tree.dep[i] != "pobj" or tree.lower[i] in language.crowds or tree.left[i] < i:
        return False
    return tree.words[i].islower() and tree.lower[tree.head[i]] in (*language.locative, "on", "to", "off")


def _behind_cue(tree: Tree, to: int, language: Language) -> bool:
    """Whether a "to" ends one of the phrases that name a source: "according to"."""
    return to > 0 and f"{tree.lower[to - 1]} {tree.lower[to]}" in language.according


def _gap(tree: Tree, i: int) -> str:
    """The token before and what stands between."""
    return tree.text[tree.start[i - 1] : tree.start[i]] if i else ""


def _before(tree: Tree, i: int, taken: set[int]) -> int:
    """The first token of the noun phrase of this head: articles, possessors, adjectives, numbers before it."""
    first = max(tree.left[i], i - BEFORE, tree.sentences[tree.sentence[i]][0])
    for k in range(i - 1, first - 1, -1):
        word = tree.words[k]
        if tree.entity[k] in ("DATE", "TIME") and tree.head[k] != i and "-" not in tree.words[max(0, k - 1) : k + 2]:
            return k + 1  # "On 30 April three officers", but "a 40-year-old man"
        if not word[0].isalnum() and word not in ("-", "'", "’", "'s", "’s", "%", "$") and word[0] not in "'’@-–$":
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


def _behind(tree: Tree, i: int) -> int:
    """The last token: phrases with a preposition that hang on the head and follow it directly."""
    last = i
    limit = min(tree.right[i], i + BEHIND)
    while last < limit:
        step = last + 1
        if tree.dep[step] != "prep" or tree.head[step] not in (i, last) or tree.pos[step] == "VERB":
            break
        stop = _phrase_end(tree, step, limit)
        if stop == step:
            break
        last = stop
    return last


def _phrase_end(tree: Tree, prep: int, limit: int) -> int:
    """The last token of a preposition's phrase before a mark, a clause or a further conjunct."""
    end = prep
    for k in range(prep + 1, min(tree.right[prep], limit) + 1):
        word = tree.words[k]
        if not word[0].isalnum() and word not in ("-", "'s", "’s", "'", "’", "%", "$"):
            break
        if tree.lower[k] in ENDS or tree.dep[k] in ("relcl", "acl", "cc", "punct") or tree.pos[k] in ("VERB", "AUX"):
            break
        if tree.pos[k] in ("NOUN", "PROPN", "PRON", "NUM") and tree.dep[k] not in (
            "compound",
            "poss",
            "nummod",
            "nmod",
        ):
            end = k
    return end
