"""What a clause says by itself: negation, modals, tense, conditions, questions, orders."""

from __future__ import annotations

from typing import Final

from sayso.extract.factuality.view import DONE, SIGNS, View, flip
from sayso.lang.needs.factuality import FactualityWords
from sayso.nlp.tree import NOUNS, Tree

STRAY: Final = frozenset({"advcl", "dep", "compound", "auxpass", "nmod"})  # labels that a misread order gets


class Clause:
    """Reads the clauses of one tree; every method takes the index of a clause's verb."""

    def __init__(self, tree: Tree, words: FactualityWords) -> None:
        self.tree = tree
        self.words = words

    def is_order(self, token: int) -> bool:
        """Whether a verb is in the imperative: "Suppose they attack"."""
        return self.tree.subject(token) is None and self.tree.tag[token] in ("VB", "VBP") and self._leads(token)

    def negation(self, token: int) -> list[int]:
        """The words that deny a clause: "not", "never", "no one", "no shots"."""
        tree = self.tree
        found = []
        for kid in tree.kids[token]:
            lower, label = tree.lower[kid], tree.dep[kid]
            if label == "neg" or (
                lower in self.words.clause.negations and label in ("advmod", "preconj", "cc", "det", "aux")
            ):
                if lower in self.words.clause.nor and kid > token:
                    continue
                found.append(kid)
            elif label in ("nsubj", "nsubjpass", "dobj", "attr", "dative") or (
                label == "npadvmod" and lower in self.words.clause.no
            ):
                if lower in self.words.clause.nobody:
                    found.append(kid)
                if label == "dobj" and tree.lemma[token] in self.words.clause.having:
                    continue
                for inner in tree.kids[kid]:
                    if label != "dobj" and inner < kid and self._not_one(inner):
                        found.append(inner)  # "not one family left", "not a single shot was fired"
                    if tree.lower[inner] in self.words.clause.no_such and tree.dep[inner] in (
                        "det",
                        "preconj",
                        "neg",
                        "cc",
                    ):
                        found.append(inner)
            elif label == "advmod" and lower in self.words.clause.longer:
                found += [inner for inner in tree.kids[kid] if tree.lower[inner] in self.words.clause.no]
            elif label == "prep" and (lower, *(tree.lower[k] for k in tree.kids[kid][:1])) in self.words.clause.in_vain:
                found.append(kid)
            elif label == "prep" and lower in self.words.clause.at:
                for inner in tree.kids[kid]:
                    if any(tree.lower[k] in self.words.clause.no for k in tree.kids[inner]):
                        found.append(inner)
        return found

    def _not_one(self, word: int) -> bool:
        """Whether a word before a noun makes it none: "not one", "not a single"; "not only" does not."""
        tree = self.tree
        denied = [k for k in (word, *tree.kids[word]) if tree.lower[k] in self.words.clause.not_ and k <= word]
        return any(tree.lower[k + 1] in self.words.clause.single for k in denied if k + 1 < len(tree))

    def auxiliaries(self, token: int) -> dict[str, int]:
        """Word -> index of each auxiliary."""
        tree = self.tree
        kids = (kid for kid in tree.kids[token] if tree.dep[kid] in ("aux", "auxpass"))
        return {tree.lower[kid]: kid for kid in kids if not self.is_month(kid)}

    def is_month(self, token: int) -> bool:
        """Whether what a parser took for an auxiliary is a month: "On 3 May the police beat seven"."""
        word = self.tree.words[token]
        return (
            word.istitle()
            and word.lower() in self.words.clause.months
            and (token == 0 or self.tree.sentence[token - 1] == self.tree.sentence[token])
        )

    def condition(self, token: int) -> int | None:
        """The word that makes a clause a condition or an open question: "if", "had he", "whether"."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] in ("mark", "advmod") and tree.lower[kid] in self.words.clause.condition:
                return kid
        subject = tree.subject(token)
        if tree.dep[token] == "advcl" and subject is not None:
            first = tree.left[token]
            if tree.lower[first] in self.words.clause.turned and first < subject and tree.head[first] == token:
                return first
        return None

    def _conditioned(self, token: int) -> int | None:
        """The word of a condition that hangs on a clause: "if" of "he will come if"."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] == "advcl":
                word = self.condition(kid)
                if word is not None and tree.lower[word] not in self.words.clause.whether:
                    if word > 0 and (tree.lower[word - 1], tree.lower[word]) in self.words.clause.even_if:
                        continue
                    return word
                if tuple(tree.lower[tree.left[kid] : kid][:3]) in self.words.clause.as_long_as:
                    return tree.left[kid]
            elif tree.dep[kid] == "prep" and tree.lower[kid] in self.words.clause.in_case:
                for inner in tree.kids[kid]:
                    if tree.lower[inner] in self.words.clause.case and tree.kids[inner]:
                        return inner
        return None

    def own(self, token: int) -> View:
        """What the clause of a verb says by itself."""
        tree = self.tree
        auxiliaries = self.auxiliaries(token)
        negation = self.negation(token)
        names = set(auxiliaries)
        have = not names.isdisjoint(self.words.clause.have)
        view = DONE
        for kid in tree.kids[token]:
            sign = self.words.signs.adverbs.get(tree.lower[kid])
            if tree.lower[kid] in self.words.clause.wrongly and tree.has(token, "ccomp", "xcomp"):
                continue
            if sign and tree.dep[kid] in ("advmod", "acomp", "amod"):
                view = SIGNS[sign].by(kid)
        condition = self.condition(token)
        if condition is not None:
            return SIGNS["h"].by(condition)
        modal = sorted(
            names
            & (self.words.clause.future | self.words.clause.would | self.words.clause.may | self.words.clause.must)
        )
        if modal:
            word = auxiliaries[modal[0]]
            view = self._modal(token, modal[0], word, have, negation)
        elif self._conditioned(token) is not None and tree.tag[token] not in ("VBD",):
            other = self._conditioned(token)
            view = SIGNS["h"].by(token if other is None else other)
        elif negation:
            view = flip(view).by(*negation) if view.state != "unknown" else View("PS-", "unknown", view.because)
        elif (
            tree.tag[token] == "VB"
            and not names
            and tree.subject(token) is None
            and self._leads(token)
            or tree.tag[token] == "VB"
            and not names
            and tree.subject(token) is None
            and tree.dep[token] in STRAY
            or tree.tag[token] == "VBP"
            and not names
            and tree.dep[token] == "ROOT"
            and self._opens(token)
        ):
            view = SIGNS["n"]
        elif tree.dep[token] == "ROOT" and (to := names & self.words.clause.to):
            view = SIGNS["n"].by(*(auxiliaries[word] for word in to))
        elif any(tree.lower[k] in self.words.clause.going for k in tree.kids[token]):
            view = SIGNS["p"]
        if (
            modal
            and self._conditioned(token) is not None
            and view.state in ("not_yet", "unknown", "denied")
            and not have
        ):
            other = self._conditioned(token)
            view = SIGNS["h"].by(token if other is None else other)
        if self._asked(token):
            view = SIGNS["h"].by(*view.because)
        do = self.words.clause.do
        imperative = (
            tree.tag[token] == "VB"
            and names <= (do | self.words.clause.not_)
            and names & do
            and tree.subject(token) is None
        )
        if imperative and tree.dep[token] in ("ROOT", "ccomp"):
            view = SIGNS["n"].by(*negation)
        return view

    def _opens(self, token: int) -> bool:
        """Whether a verb without a subject opens its sentence: an order, though parsed as a present."""
        tree = self.tree
        first = tree.sentences[tree.sentence[token]][0]
        return tree.lemma[token] not in self.words.clause.elliptic and not any(
            tree.words[k][:1].isalnum() for k in range(first, token)
        )

    def _leads(self, token: int) -> bool:
        """Whether a bare verb is an order: the root, or what is quoted."""
        return self.tree.dep[token] in ("ROOT", "ccomp", "parataxis") or (
            self.tree.dep[token] == "conj" and self.tree.tag[self.tree.head[token]] == "VB"
        )

    def _modal(self, token: int, modal: str, word: int, have: bool, negation: list[int]) -> View:
        if have and modal in self.words.clause.past_only:
            view = SIGNS["+"] if negation and self._conditioned(token) is None else SIGNS["-"]
            return view.by(word, *negation)
        if (
            modal in self.words.clause.would
            and not negation
            and not have
            and self.tree.lemma[token] in self.words.clause.polite
        ):
            return DONE
        if modal in self.words.clause.future or modal in self.words.clause.would:
            view = SIGNS["d"] if negation else SIGNS["p"]
            return view.by(word, *negation)
        if modal in self.words.clause.may:
            if negation or modal in self.words.clause.cannot:
                return (SIGNS["-"] if modal not in self.words.clause.perhaps else View("PS-", "unknown")).by(
                    word, *negation
                )
            return SIGNS["s"].by(word)
        if have and modal in self.words.clause.surely:
            return SIGNS["r"].by(word)
        return SIGNS["n"].by(word, *negation)

    def _asked(self, token: int) -> bool:
        """Whether a root stands in a question that can be answered with yes or no."""
        tree = self.tree
        if tree.dep[token] not in ("ROOT", "ccomp", "conj"):
            return False
        first, last = tree.sentences[tree.sentence[token]]
        end = tree.right[token] if tree.dep[token] == "ccomp" else last - 1
        marks = range(max(end - 2, first), min(end + 2, last))
        if not any(tree.words[k] == "?" for k in marks):
            return False
        start = tree.left[token]
        while start < token and not tree.words[start][:1].isalnum():
            start += 1
        subject = tree.subject(token)
        turned = [k for k in tree.kids[token] if tree.dep[k] in ("aux", "auxpass") or k == token]
        if tree.pos[token] == "AUX":
            turned.append(token)
        if subject is None or not any(k < subject for k in turned):
            return False
        wh = any(tree.tag[k] in ("WP", "WDT", "WRB", "WP$") for k in range(start, min(start + 3, token + 1)))
        return (
            not wh
            or tree.tag[token] in ("VB",)
            and any(tree.lower[k] in self.words.clause.future for k in tree.kids[token])
        )

    def finite(self, token: int) -> bool:
        """Whether an auxiliary of the verb has a tense."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] in ("aux", "auxpass") and tree.tag[kid] in ("VBD", "VBZ", "VBP", "MD"):
                return True
        return False

    def tensed(self, token: int) -> bool:
        """Whether a clause has a past, a present or a progressive of its own ("demanded that they leave" has none)."""
        tree = self.tree
        if tree.tag[token] in ("VBD", "VBZ"):
            return True
        return any(
            tree.dep[kid] in ("aux", "auxpass")
            and tree.tag[kid] in ("VBD", "VBZ", "VBP")
            and tree.lower[kid] not in self.words.clause.be
            for kid in tree.kids[token]
        )

    def past(self, token: int) -> bool:
        """Whether a verb, or the verb over an adjective, is in the past."""
        tree = self.tree
        verb = token if tree.pos[token] in ("VERB", "AUX") else tree.head[token]
        return tree.tag[verb] == "VBD" or any(
            tree.tag[kid] == "VBD" for kid in tree.kids[verb] if tree.dep[kid] == "aux"
        )

    def nobody(self, token: int) -> bool:
        """Whether the subject is "nothing" or "no one"."""
        subject = self.tree.subject(token)
        return subject is not None and self.tree.lower[subject] in self.words.clause.nobody

    def has_no(self, token: int) -> bool:
        """Whether a noun has "no" before it ("no plans to")."""
        tree = self.tree
        return tree.pos[token] in NOUNS and any(
            tree.lower[kid] in self.words.clause.no and tree.dep[kid] in ("det", "neg") for kid in tree.kids[token]
        )
