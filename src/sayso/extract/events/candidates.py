"""Which words may fill a part in an event, and what the parse says about each: candidates and their features.

A candidate is a word near the trigger in the dependency tree, with the way that leads to it: ``nsubj`` (a child),
``prep>pobj`` (through a preposition), ``^xcomp/nsubj`` (up one level, then down), ``^relcl@`` (the head itself).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.events import PartWords
from sayso.nlp.tree import NOUNS, SUBJECTS, Tree

LEVELS: Final = 5  # how far a walk climbs above the trigger
MOST: Final = 60  # candidates of one trigger; a table read as one sentence has thousands of siblings
REACH: Final = 30  # tokens to either side in which far nouns are looked at
CARRIERS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
LIST: Final = 25  # members of a list that are looked at
WIDEST: Final = 200  # children looked at under one word, the nearest ones
SKIPPED: Final = frozenset({
    "aux", "auxpass", "case", "cc", "dep", "det", "expl", "intj", "mark", "meta", "neg", "preconj", "predet", "prt",
    "punct", "quantmod", "",
})  # fmt: skip
FAR: Final = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "npadvmod", "prep", "agent", "pobj", "poss", "attr"})
NOMINAL_DEPS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "poss", "conj", "appos"})
PEOPLE: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLACES: Final = frozenset({"LOC", "FAC"})
MOMENTS: Final = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be an argument.

    token   its index (the noun, where a preposition leads to it)
    way     how the tree leads to it from the trigger
    case    index of the preposition in front, or -1
    level   how many words above the trigger the walk had climbed
    """

    token: int
    way: str
    case: int = -1
    level: int = 0


def candidates(tree: Tree, trigger: int, words: PartWords) -> list[Candidate]:
    """The candidates of a trigger, the nearest levels first, each word once; at most MOST."""
    found: dict[int, Candidate] = {}
    verbal = tree.pos[trigger] not in NOUNS
    _below(tree, words, trigger, "", 0, found, skip=-1, only=None, conjuncts=not verbal)
    word = trigger
    way = ""
    for level in range(1, LEVELS + 1):
        head = tree.head[word]
        if head == word or len(found) >= MOST:
            break
        label = tree.dep[word]
        way += "^" + label
        found.setdefault(head, Candidate(head, way + "@", -1, level))
        if label == "relcl" and tree.tag[word] != "VB":
            break  # outside a relative clause nothing but its head takes part; "a plan to stop" is parsed as one too
        only = None if level <= 2 else FAR
        _below(tree, words, head, way + "/", level, found, skip=word, only=only, conjuncts=False)
        word = head
    _others(tree, trigger, found)
    found.pop(trigger, None)
    return list(found.values())[:MOST]


def _others(tree: Tree, trigger: int, found: dict[int, Candidate]) -> None:
    """Add the nouns and pronouns near by that no short way leads to; the way tells the last label on each side."""
    first, last = tree.sentences[tree.sentence[trigger]]
    first, last = max(first, trigger - REACH), min(last, trigger + REACH)
    above = {trigger: 0}
    word = trigger
    for step in range(1, 12):
        head = tree.head[word]
        if head == word:
            break
        above[head] = step
        word = head
    for token in range(first, last):
        if token in found or tree.pos[token] not in CARRIERS or tree.dep[token] in ("compound", "det", "nummod"):
            continue
        word, down = token, 0
        while word not in above and down < 8 and tree.head[word] != word:
            word, down = tree.head[word], down + 1
        if word not in above or (down == 0 and above[word] == 0):
            continue
        up = above[word]
        case = tree.head[token] if tree.dep[token] == "pobj" else -1
        way = f"~{min(up, 4)}{min(down, 4)}/{tree.dep[token]}"
        found[token] = Candidate(token, way, case, min(up, 4) + 1)


def _below(
    tree: Tree,
    words: PartWords,
    word: int,
    way: str,
    level: int,
    found: dict[int, Candidate],
    *,
    skip: int,
    only: frozenset[str] | None,
    conjuncts: bool,
) -> None:
    kids = tree.kids[word]
    if len(kids) > WIDEST:
        kids = sorted(sorted(kids, key=lambda kid: abs(kid - word))[:WIDEST])
    for kid in kids:
        label = tree.dep[kid]
        if kid == skip or label in SKIPPED or (label == "conj" and not conjuncts and level == 0):
            continue
        if only is not None and label not in only:
            continue
        if label in ("prep", "agent") or (label == "dative" and tree.pos[kid] == "ADP"):
            inner = [k for k in tree.kids[kid] if tree.dep[k] in ("pobj", "pcomp", "amod", "prep", "advmod")]
            nouns = [k for k in inner if tree.dep[k] in ("pobj", "pcomp")]
            for k in nouns[:1] or inner[:1] or [kid]:
                if tree.dep[k] == "prep":  # "out of the house", "because of": the noun lies one deeper
                    k = next((n for n in tree.kids[k] if tree.dep[n] == "pobj"), k)
                _add(tree, words, Candidate(k, f"{way}{label}>{tree.dep[k]}", kid, level), found)
        else:
            _add(tree, words, Candidate(kid, way + label, -1, level), found)


def _add(tree: Tree, words: PartWords, candidate: Candidate, found: dict[int, Candidate]) -> None:
    """Add a candidate, and the nouns joined to it or set beside it."""
    if len(found) >= MOST:
        return
    found.setdefault(candidate.token, candidate)
    if candidate.level > 2:
        return
    word = candidate.token
    label = tree.dep[word]
    if label not in NOMINAL_DEPS and not (label in ("attr", "dobj") or tree.pos[word] in NOUNS):
        return
    for _ in range(LIST):
        after = -1
        for kid in tree.kids[word][-WIDEST:]:
            inner = tree.dep[kid]
            if inner == "conj" and (tree.pos[kid] in NOUNS or tree.pos[kid] in ("PRON", "NUM")):
                found.setdefault(kid, Candidate(kid, candidate.way + ">conj", candidate.case, candidate.level))
                after = kid
            elif inner == "appos" or (inner == "compound" and _titled(tree, kid)):
                found.setdefault(kid, Candidate(kid, f"{candidate.way}>{inner}", candidate.case, candidate.level))
            elif inner == "prep" and tree.lower[kid] in words.examples:
                for example in tree.kids[kid]:
                    if tree.dep[example] == "pobj":
                        found.setdefault(example, Candidate(example, candidate.way + ">as", kid, candidate.level))
        if after < 0:
            return
        word = after


def _titled(tree: Tree, token: int) -> bool:
    """Whether a noun before a name says what its bearer is: "Foreign Minister" in "Foreign Minister Silvan Shalom"."""
    return (
        tree.pos[tree.head[token]] == "PROPN"
        and tree.entity[tree.head[token]] == "PERSON"
        and (tree.entity[token] != "PERSON")
    )


def kind_of(tree: Tree, token: int) -> str:
    """A coarse kind for the word: who, place, time, number, clause, pronoun or its part of speech."""
    entity = tree.entity[token]
    if entity in PEOPLE:
        return entity
    if entity in PLACES:
        return "PLACE"
    if entity in MOMENTS:
        return "TIME"
    if entity:
        return "NUM" if entity in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL") else "NAME"
    tag = tree.tag[token]
    if tag in ("WP", "WDT", "WP$", "WRB"):
        return tag
    return tree.pos[token]


class Setting:
    """What is the same for every candidate of one trigger."""

    __slots__ = ("base", "ending", "lemma", "noun", "passive", "relative", "shape", "subject", "tree", "trigger")

    def __init__(self, tree: Tree, trigger: int, words: PartWords) -> None:
        self.tree = tree
        self.trigger = trigger
        self.noun = tree.pos[trigger] in NOUNS
        self.lemma = tree.lemma[trigger]
        self.passive = not self.noun and tree.passive(trigger)
        subject = tree.subject(trigger)
        self.subject = subject is not None
        self.relative = ""
        for kid in tree.kids[trigger]:
            if tree.tag[kid] in ("WP", "WDT", "WRB"):
                self.relative = tree.dep[kid]
                break
        objects = "o" if tree.has(trigger, "dobj", "ccomp", "xcomp") else ""
        if self.noun:
            own = "".join(sorted({_letter(tree, kid) for kid in tree.kids[trigger]}))
            self.shape = f"N{own}"
        else:
            self.shape = f"V{'p' if self.passive else 'a'}{'s' if self.subject else ''}{objects}"
        word = self.lemma
        self.ending = next((e for e in words.endings if word.endswith(e)), "")
        self.base = f"{tree.tag[trigger]} {tree.dep[trigger]}"

    def features(self, candidate: Candidate) -> list[str]:
        """The features of a candidate, as strings."""
        tree, trigger, token, way = self.tree, self.trigger, candidate.token, candidate.way
        kind = kind_of(tree, token)
        case = tree.lower[candidate.case] if candidate.case >= 0 else ""
        side = "<" if token < trigger else ">"
        apart = abs(token - trigger)
        far = "1" if apart == 1 else "3" if apart <= 3 else "7" if apart <= 7 else "15" if apart <= 15 else "+"
        short = way if way.count("^") < 2 else "^^" + way[way.rindex("^") :]
        label = way.rsplit("/", 1)[-1]
        tag = tree.tag[token]
        lemma = tree.lemma[token]
        which = "n" if self.noun else "v"
        voice = "p" if self.passive else "a"
        low, high = min(token, trigger) + 1, max(token, trigger)
        between = tree.nouns_before[high] - tree.nouns_before[low]
        verbs = tree.verbs_before[high] - tree.verbs_before[low]
        role = tree.dep[token]
        clause = tree.head[token] if candidate.case < 0 else tree.head[candidate.case]
        chief = f"{tree.pos[clause]} {tree.dep[clause]}"
        need = f"{self.shape}" if self.noun else f"{voice}{'s' if self.subject else ''}{self.relative}"
        out = [
            f"g {which} {role} {side} {min(verbs, 3)} {kind}",
            f"gn {need} {role} {side} {min(verbs, 3)}",
            f"gb {which} {side} {min(between, 4)} {min(verbs, 3)} {candidate.level}",
            f"gc {role} {chief} {need if which == 'v' else 'n'}",
            f"gk {kind} {need if which == 'v' else self.ending} {side}",
            f"gr {role} {kind} {min(candidate.level, 2)} {case}",
            f"w {which} {way}",
            f"wv {voice} {way}" if which == "v" else f"we {self.ending} {way}",
            f"ws {self.shape} {short}",
            f"wk {which} {short} {kind}",
            f"wc {which} {label} {case}",
            f"ck {which} {case} {kind}" if case else f"lk {which} {label} {kind}",
            f"wd {which} {short} {side} {far}",
            f"wr {short} {self.relative} {voice}",
            f"wb {which} {short} {self.base}",
            f"t {which} {tag} {side} {candidate.level}",
            f"lv {self.lemma} {label} {case}",
            f"k {which} {kind} {candidate.level}",
        ]
        if case:
            out.append(f"cv {self.lemma} {case}")
            out.append(f"cw {case} {short}")
        if kind in ("NOUN", "ADV", "SCONJ", "ADJ", "TIME"):
            out.append(f"l {which} {lemma}")
        if "@" in way:
            out.append(f"h {which} {way} {tree.dep[token]} {tree.pos[token]} {self.shape}")
        if tree.dep[token] in ("advcl", "ccomp", "xcomp", "acl", "relcl", "pcomp", "csubj"):
            mark = next((tree.lower[kid] for kid in tree.kids[token] if tree.dep[kid] in ("mark", "advmod", "aux")), "")
            out.append(f"m {label} {mark} {tag}")
            out.append(f"ms {label} {'s' if tree.subject(token) is not None else ''}")
        if candidate.level and not self.noun:
            out.append(f"up {short} {'s' if self.subject else ''} {kind}")
        if candidate.level:
            above = tree.head[trigger]
            out.append(f"ul {tree.lemma[above]} {tree.dep[trigger]} {label}")
            # a noun behind a light verb ("made a visit", "came under attack") takes the verb's subject
            if "/" in way:
                top = tree.head[token] if candidate.case < 0 else tree.head[candidate.case]
                out.append(f"uv {short} {'p' if tree.passive(top) else 'a'} {'o' if tree.has(top, 'dobj') else ''}")
                if label in SUBJECTS or label == "poss":
                    out.append(f"us {which} {tree.lemma[above]} {way.rsplit('/', 1)[0]}")
        return out


def _letter(tree: Tree, kid: int) -> str:
    label = tree.dep[kid]
    if label == "prep":
        return tree.lower[kid] + "."
    return {"poss": "P.", "compound": "c.", "amod": "a.", "det": "d.", "acl": "l.", "relcl": "r."}.get(label, "")
