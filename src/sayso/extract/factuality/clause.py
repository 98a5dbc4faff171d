"""What a clause says by itself: negation, modals, tense, conditions, questions, orders."""

from __future__ import annotations

from sayso.extract.factuality.view import DONE, SIGNS, View, flip
from sayso.lang.en import factuality as words
from sayso.nlp.tree import NOUNS, Tree


class Clause:
    """Reads the clauses of one tree; every method takes the index of a clause's verb."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def is_order(self, token: int) -> bool:
        """Whether a verb is in the imperative: "Suppose they attack"."""
        return self.tree.subject(token) is None and self.tree.tag[token] in ("VB", "VBP") and self._leads(token)

    def negation(self, token: int) -> list[int]:
        """The words that deny a clause: "not", "never", "no one", "no shots"."""
        tree = self.tree
        found = []
        for kid in tree.kids[token]:
            lower, label = tree.lower[kid], tree.dep[kid]
            if label == "neg" or (lower in words.NEGATIONS and label in ("advmod", "preconj", "cc", "det", "aux")):
                if lower == "nor" and kid > token:
                    continue
                found.append(kid)
            elif label in ("nsubj", "nsubjpass", "dobj", "attr", "dative") or (label == "npadvmod" and lower == "no"):
                if lower in words.NOBODY:
                    found.append(kid)
                if label == "dobj" and tree.lemma[token] in ("have", "get"):
                    continue
                for inner in tree.kids[kid]:
                    if label != "dobj" and inner < kid and self._not_one(inner):
                        found.append(inner)  # "not one family left", "not a single shot was fired"
                    if tree.lower[inner] in ("no", "neither") and tree.dep[inner] in ("det", "preconj", "neg", "cc"):
                        found.append(inner)
            elif label == "advmod" and lower == "longer":
                found += [inner for inner in tree.kids[kid] if tree.lower[inner] == "no"] or []
            elif label == "prep" and lower in ("in",) and [tree.lower[k] for k in tree.kids[kid]][:1] == ["vain"]:
                found.append(kid)
            elif label == "prep" and lower == "at":
                for inner in tree.kids[kid]:
                    if any(tree.lower[k] == "no" for k in tree.kids[inner]):
                        found.append(inner)
        return found

    def _not_one(self, word: int) -> bool:
        """Whether a word before a noun makes it none: "not one", "not a single"; "not only" does not."""
        tree = self.tree
        denied = [k for k in (word, *tree.kids[word]) if tree.lower[k] == "not" and k <= word]
        return any(tree.lower[k + 1] in ("one", "a", "single") for k in denied if k + 1 < len(tree))

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
            and word.lower() in words.MONTHS
            and (token == 0 or self.tree.sentence[token - 1] == self.tree.sentence[token])
        )

    def condition(self, token: int) -> int | None:
        """The word that makes a clause a condition or an open question: "if", "had he", "whether"."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] in ("mark", "advmod") and tree.lower[kid] in words.IF:
                if tree.lower[kid] == "if" and any(tree.lower[k] == "even" for k in tree.kids[token] if k < kid):
                    return kid
                return kid
        subject = tree.subject(token)
        if tree.dep[token] == "advcl" and subject is not None:
            first = tree.left[token]
            if tree.lower[first] in ("had", "were", "should") and first < subject and tree.head[first] == token:
                return first
        return None

    def _conditioned(self, token: int) -> int | None:
        """The word of a condition that hangs on a clause: "if" of "he will come if"."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] == "advcl":
                word = self.condition(kid)
                if word is not None and tree.lower[word] != "whether":
                    if tree.lower[word] == "if" and word > 0 and tree.lower[word - 1] == "even":
                        continue
                    return word
                phrase = tree.lower[tree.left[kid]]
                if phrase in ("suppose", "provided", "as") and tree.lower[tree.left[kid] : kid][1:3] == ["long", "as"]:
                    return tree.left[kid]
            elif tree.dep[kid] == "prep" and tree.lower[kid] in ("in", "on"):
                for inner in tree.kids[kid]:
                    if tree.lower[inner] in words.HYPOTHETICAL_NOUNS and tree.kids[inner]:
                        return inner
        return None

    def own(self, token: int) -> View:
        """What the clause of a verb says by itself."""
        tree = self.tree
        auxiliaries = self.auxiliaries(token)
        negation = self.negation(token)
        names = set(auxiliaries)
        have = "have" in names or "'ve" in names or "’ve" in names
        view = DONE
        for kid in tree.kids[token]:
            sign = words.ADVERBS.get(tree.lower[kid])
            if tree.lower[kid] in words.WRONGLY and tree.has(token, "ccomp", "xcomp"):
                continue
            if sign and tree.dep[kid] in ("advmod", "acomp", "amod"):
                view = SIGNS[sign].by(kid)
        condition = self.condition(token)
        if condition is not None:
            return SIGNS["h"].by(condition)
        modal = sorted(names & (words.FUTURE | words.WOULD | words.MAY | words.MUST))
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
            and tree.dep[token] in words.STRAY
            or tree.tag[token] == "VBP"
            and not names
            and tree.dep[token] == "ROOT"
            and self._opens(token)
        ):
            view = SIGNS["n"]
        elif "to" in names and tree.dep[token] == "ROOT":
            view = SIGNS["n"].by(auxiliaries["to"])
        elif {"going"} & {tree.lower[k] for k in tree.kids[token]}:
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
        imperative = (
            tree.tag[token] == "VB" and names <= {"do", "not"} and "do" in names and tree.subject(token) is None
        )
        if imperative and tree.dep[token] in ("ROOT", "ccomp"):
            view = SIGNS["n"].by(*negation)
        return view

    def _opens(self, token: int) -> bool:
        """Whether a verb without a subject opens its sentence: an order, though parsed as a present."""
        tree = self.tree
        first = tree.sentences[tree.sentence[token]][0]
        return tree.lemma[token] not in words.ELLIPTIC and not any(
            tree.words[k][:1].isalnum() for k in range(first, token)
        )

    def _leads(self, token: int) -> bool:
        """Whether a bare verb is an order: the root, or what is quoted."""
        return self.tree.dep[token] in ("ROOT", "ccomp", "parataxis") or (
            self.tree.dep[token] == "conj" and self.tree.tag[self.tree.head[token]] == "VB"
        )

    def _modal(self, token: int, modal: str, word: int, have: bool, negation: list[int]) -> View:
        if have and modal in words.PAST_ONLY:
            view = SIGNS["+"] if negation and self._conditioned(token) is None else SIGNS["-"]
            return view.by(word, *negation)
        if modal in words.WOULD and not negation and not have and self.tree.lemma[token] in words.POLITE:
            return DONE
        if modal in words.FUTURE or modal in words.WOULD:
            view = SIGNS["d"] if negation else SIGNS["p"]
            return view.by(word, *negation)
        if modal in words.MAY:
            if negation or modal == "cannot":
                return (SIGNS["-"] if modal not in ("may", "might") else View("PS-", "unknown")).by(word, *negation)
            return SIGNS["s"].by(word)
        if have and modal == "must":
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
        return not wh or tree.tag[token] in ("VB",) and any(tree.lower[k] in words.FUTURE for k in tree.kids[token])

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
            tree.dep[kid] in ("aux", "auxpass") and tree.tag[kid] in ("VBD", "VBZ", "VBP") and tree.lower[kid] != "be"
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
        return subject is not None and self.tree.lower[subject] in words.NOBODY

    def has_no(self, token: int) -> bool:
        """Whether a noun has "no" before it ("no plans to")."""
        tree = self.tree
        return tree.pos[token] in NOUNS and any(
            tree.lower[kid] == "no" and tree.dep[kid] in ("det", "neg") for kid in tree.kids[token]
        )
