"""What someone is told to be to somebody: ally, rival, critic; critical of them, backed by them, for or against them.

"This ought to make them friends" tells of no alliance: it is not so yet. A former ally is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.extract.relations.found import Found, Somebodies
from sayso.lang.needs.relations import RelationWords
from sayso.nlp.tree import Tree
from sayso.values.findings import Mention
from sayso.values.terms import Factuality

CLAUSAL: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "conj"})
DEPTH: Final = 4  # clauses above a copula that are looked at
MIN_HALVES: Final = 2
ENDING: Final = 3  # tokens at the end of a sentence among which a question mark is looked for


class SaidToBe:
    """Reads relations off nouns, adjectives and joined words of one report."""

    def __init__(self, tree: Tree, words: RelationWords, people: Somebodies) -> None:
        self.tree, self.words, self.people = tree, words, people

    def found(self) -> Iterator[Found]:
        """All of them, in the order of the text; somebody's enemy whom no one names is nobody."""
        for one in self._all():
            if not self.asked(one.words[0]) and self.people.named(one.holder) and self.people.named(one.target):
                yield one

    def _all(self) -> Iterator[Found]:
        tree, words = self.tree, self.words
        for token in range(len(tree)):
            lemma, lower = tree.lemma[token], tree.lower[token]
            if lemma in words.nouns and tree.pos[token] in ("NOUN", "PROPN"):
                yield from self._noun(token, words.nouns[lemma])
            if lower in words.adjectives and tree.pos[token] in ("ADJ", "VERB"):
                yield from self._adjective(token, *words.adjectives[lower])
            if lower in words.behind or lower in words.leaning:
                yield from self._halves(token)

    # nouns

    def _noun(self, token: int, sign: int) -> Iterator[Found]:
        tree, words = self.tree, self.words
        kids = tree.kids[token]
        phrase = tree.text[tree.start[tree.left[token]] : tree.start[token]].lower().split()
        if not words.bygone.isdisjoint(phrase):
            return
        others = [mention for kid in kids for mention in self._whose(kid)]
        holders, value = self._holders(token)
        if not holders or value is None:
            return
        mutual = tree.lemma[token] in words.mutual
        if not others and mutual and len(holders) > 1:  # "Iran and Syria are allies"
            others = holders
        for holder in holders:
            for other in others:
                if self.people.apart(holder.id, other.id):
                    yield Found(holder.id, other.id, sign, "told", (token,), value)
                    if mutual and others is not holders:
                        yield Found(other.id, holder.id, sign, "told", (token,), value)

    def _whose(self, kid: int) -> Iterator[Mention]:
        """Whose friend or enemy it is: "Iran's", "of Iran"; a country's in front of it."""
        tree = self.tree
        if tree.dep[kid] == "poss":
            yield from self.people.joined(kid)
        elif tree.dep[kid] == "prep" and tree.lower[kid] in self.words.linked:
            for inner in tree.kids[kid]:
                if tree.dep[inner] == "pobj":
                    yield from self.people.joined(inner)
        elif tree.dep[kid] in ("amod", "compound", "nmod") and kid in self.people.at and tree.entity[kid]:
            yield self.people.at[kid]

    def _holders(self, token: int) -> tuple[list[Mention], Factuality | None]:
        """Who it is that is so, and whether they are: the subject of "to be", else whoever the noun itself means."""
        tree = self.tree
        top = token
        while tree.dep[top] == "conj" and tree.head[top] != top:
            top = tree.head[top]
        above = tree.head[top]
        if tree.dep[top] in ("attr", "oprd", "dobj", "acomp", "ccomp", "xcomp") and above != top:
            subject = tree.child(above, "nsubj", "nsubjpass")
            sworn = tree.dep[top] == "dobj" and tree.passive(above)  # "are sworn enemies"
            if (tree.dep[top] == "attr" or sworn) and subject is not None:
                return list(self.people.joined(subject)), self.factuality(above)
            if tree.lemma[above] in self.words.not_yet:  # "ought to make them friends"
                return [], None
        if tree.dep[top] == "pobj" and tree.lower[above] in self.words.as_:  # "is seen as a rival"
            verb = tree.head[above]
            subject = tree.child(verb, "nsubjpass", "dobj")
            if tree.lemma[verb] in self.words.seen and subject is not None:
                return list(self.people.joined(subject)), self.factuality(verb)
        if tree.dep[top] == "appos" and above in self.people.at:
            return [self.people.at[above]], "CT+"
        own = self.people.at.get(token)
        if own is not None and self.people.named(own.id):
            return [own], "CT+"
        beside = [kid for kid in tree.kids[token] if tree.dep[kid] == "appos" and kid in self.people.at]
        return [self.people.at[kid] for kid in beside], "CT+"

    # adjectives

    def _adjective(self, token: int, before: frozenset[str], sign: int) -> Iterator[Found]:
        tree = self.tree
        aims = [
            mention
            for kid in tree.kids[token]
            if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in before
            for inner in tree.kids[kid]
            for mention in self._thing(inner)
        ]
        if not aims:
            return
        above = tree.head[token]
        value: Factuality | None = "CT+"
        if tree.dep[token] in ("acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "advcl", "xcomp", "relcl"):
            verb = token if tree.has(token, "nsubj", "nsubjpass") else above
            subject = tree.child(verb, "nsubj", "nsubjpass")
            value = self.factuality(verb)
        elif tree.dep[token] in ("amod", "acl"):
            subject = above
        else:
            return
        if subject is None or value is None:
            return
        for holder in self.people.joined(subject):
            for other in aims:
                if self.people.apart(holder.id, other.id):
                    yield Found(holder.id, other.id, sign, "told", (token,), value)

    def _thing(self, token: int) -> Iterator[Mention]:
        """Whom a noun means, or whose it is: "critical of her plan"."""
        tree = self.tree
        yield from self.people.joined(token)
        if token in self.people.at:
            return
        for kid in tree.kids[token]:
            if tree.dep[kid] == "poss":
                yield from self.people.joined(kid)

    # joined words

    def _halves(self, token: int) -> Iterator[Found]:
        """ "Iran-backed fighters", "an anti-Ostrany rally": who stands before or behind the hyphen, and the noun."""
        tree, words = self.tree, self.words
        behind = tree.lower[token] in words.behind
        hyphen = token - 1 if behind else token + 1
        other = token - 2 if behind else token + 2
        if min(hyphen, other) < 0 or max(hyphen, other) >= len(tree) or tree.words[hyphen] not in words.hyphens:
            return
        noun = max(token, other)
        for _ in range(MIN_HALVES):
            if tree.pos[noun] in ("NOUN", "PROPN") and noun > max(token, other):
                break
            noun = tree.head[noun]
        one, two = self.people.at.get(other), self.people.at.get(noun)
        if one is None or two is None or noun <= max(token, other) or not self.people.apart(one.id, two.id):
            return
        if behind:
            yield Found(one.id, two.id, words.behind[tree.lower[token]], "told", (other, token))
        else:
            yield Found(two.id, one.id, words.leaning[tree.lower[token]], "told", (token, other))

    # whether it is so

    def factuality(self, verb: int) -> Factuality:
        """What becomes of what stands under a verb: negated, only possible or wished for, or a fact."""
        tree, words = self.tree, self.words
        value: Factuality = "CT+"
        for depth in range(DEPTH):
            near = [tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] in ("aux", "neg", "advmod", "mark")]
            if not words.negations.isdisjoint(near):
                value = "CT-" if value == "CT+" else value
            if not words.not_yet.isdisjoint(near) or (depth and tree.lemma[verb] in words.not_yet):
                return "Uu"
            if depth == 0 and tree.lemma[verb] in words.becoming and tree.tag[verb] == "VB":
                return "Uu"
            if depth and tree.lemma[verb] in words.doubts:
                return "CT-" if value == "CT+" else "Uu"
            if tree.dep[verb] not in CLAUSAL or tree.head[verb] == verb:
                break
            verb = tree.head[verb]
        return value

    def asked(self, token: int) -> bool:
        """Whether the sentence is a question."""
        first, last = self.tree.sentences[self.tree.sentence[token]]
        return "?" in self.tree.words[max(first, last - ENDING) : last]
