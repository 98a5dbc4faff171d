"""Whether one event happened, in the eyes of the voice that tells it: the words above and around its trigger.

The trigger's own clause is read first (negation, modals, tense, conditions), then what it hangs on: a verb, noun or
adjective whose signature says what becomes of what is under it. FactBank's values are those of Saurí and Pustejovsky
(2009); walking up through signatures follows Nairn, Condoravdi and Karttunen (2006), "Computing relative polarity".
"""

from __future__ import annotations

from typing import Final

from sayso.extract.factuality.clause import Clause
from sayso.extract.factuality.nouns import Nouns
from sayso.extract.factuality.view import DENIED_SIGNS, DONE, SIGNS, View, flip
from sayso.lang.needs.factuality import FactualityWords
from sayso.nlp.tree import NOUNS, Tree

DEPTH: Final = 6  # words climbed above a trigger
CLAUSAL: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "relcl"})
SHARED: Final = frozenset({"VB", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "VBP"})


class Judge:
    """Judges the triggers of one tree; remembers what it has judged, so that a chain is walked once."""

    def __init__(self, tree: Tree, words: FactualityWords) -> None:
        self.tree = tree
        self.words = words
        self.clause = Clause(tree, words)
        self._nouns = Nouns(self)
        self._known: dict[int, View] = {}

    def view(self, token: int, depth: int = 0) -> View:
        """What becomes of the event that a word tells."""
        known = self._known.get(token)
        if known is None:
            if depth > DEPTH:
                return DONE
            self._known[token] = DONE  # a tree has no rings; a broken parse must not hang
            noun = self.tree.pos[token] in NOUNS or (self.tree.pos[token] == "ADJ" and self.tree.dep[token] == "amod")
            known = self._nouns.view(token, depth) if noun else self._verb(token, depth)
            self._known[token] = known
        return known

    def presupposed(self, token: int) -> bool:
        """Whether an event is done whatever is denied of who did it or knew of it."""
        return self.tree.pos[token] in NOUNS and self._nouns.presupposed(token)

    # what it hangs on

    def _verb(self, token: int, depth: int) -> View:
        tree = self.tree
        own = self.clause.own(token)
        label, head = tree.dep[token], tree.head[token]
        if head == token:
            return own
        finite = tree.tag[token] in ("VBD", "VBZ", "VBP") or self.clause.finite(token)
        if label == "conj":
            return self._joined(token, own, finite, depth)
        if label in ("acomp", "attr", "amod", "oprd", "compound") and tree.pos[token] in ("ADJ", "VERB"):
            return own if label == "amod" or own is not DONE else own
        if label not in CLAUSAL and label not in ("pobj", "dobj", "nsubj", "nsubjpass", "dep", "prep"):
            return own
        return self._hung(token, own, finite, depth)

    def _joined(self, token: int, own: View, finite: bool, depth: int) -> View:
        """A verb joined to another one shares its auxiliaries where it has none of its own."""
        tree, words = self.tree, self.words.governor
        first = tree.head[token]
        if own is DONE and tree.gapped(token):  # "will the two be freed and their passports returned?"
            view = self.view(first, depth + 1)
            return view if view.state in ("not_yet", "hypothetical", "unknown") else own
        if own is not DONE or tree.subject(token) is not None:
            return own
        if finite and tree.tag[token] in ("VBD", "VBZ", "VBP"):
            if tree.tag[first] in ("VB",) and tree.tag[token] == "VBP":
                return self.view(first, depth + 1)
            above = self.clause.condition(first)
            return SIGNS["h"].by(above) if above is not None else own
        if finite:
            return own
        but = any(tree.lower[kid] in words.contrast for kid in tree.kids[first] if first < kid < token)
        view = self.view(first, depth + 1)
        if but and view.state == "denied" and self.clause.negation(first):
            return DONE  # "not freed but let go"
        return view

    def _hung(self, token: int, own: View, finite: bool, depth: int) -> View:
        tree = self.tree
        label, head = tree.dep[token], tree.head[token]
        infinitive = any(tree.lower[k] in self.words.clause.to for k in tree.kids[token] if tree.dep[k] == "aux")
        if label == "relcl" and not infinitive:
            return own
        if label == "advcl":
            return self._adverbial(token, own, finite, infinitive, depth)
        if label == "pcomp" or (label == "pobj" and tree.tag[token] == "VBG"):
            return self._under_preposition(token, own, depth)
        if label in ("ccomp", "xcomp", "acl", "relcl", "csubj", "csubjpass", "dobj", "nsubj", "dep", "nsubjpass"):
            return self._governed(token, head, own, finite, depth, infinitive=infinitive)
        return own

    def _adverbial(self, token: int, own: View, finite: bool, infinitive: bool, depth: int) -> View:
        tree, words = self.tree, self.words.governor
        head = tree.head[token]
        marks = {tree.lower[kid]: kid for kid in tree.kids[token] if tree.dep[kid] in ("mark", "advmod", "prep", "aux")}
        if own.state == "hypothetical":
            return own
        if infinitive:
            if (
                self.words.signs.clauses.get(tree.lemma[head], "")
                and tree.pos[head] == "VERB"
                and tree.lemma[head] not in words.aspect
            ):
                governed = self._governed(token, head, own, finite, depth, infinitive=True)
                if self.words.signs.clauses[tree.lemma[head]] not in ("c", "+", "+/+"):
                    return governed
            if not words.only.isdisjoint(marks):
                return own
            above = self.view(head, depth + 1)
            purpose = SIGNS["n"].by(next((marks[word] for word in marks if word in self.words.clause.to), token))
            return above if above.state == "hypothetical" else purpose
        above = self.view(head, depth + 1)
        word = next((marks[w] for w in words.timing if w in marks), None)
        if word is not None:
            if own.value == "PS+" and not words.before.isdisjoint(marks):
                return SIGNS["-"].by(word)
            if above.state == "not_yet" and own is DONE and tree.tag[token] not in ("VBD",):
                return (SIGNS["n"] if tree.lower[word] in words.ahead else SIGNS["p"]).by(word)
            if above.state == "hypothetical" and own is DONE and tree.tag[token] not in ("VBD",):
                return above
            return own
        if not finite and own is DONE and tree.tag[token] in ("VBG", "VBN", "VB") and not tree.has(token, "nsubj"):
            if tree.tag[token] == "VBN" or not words.along.isdisjoint(marks):
                return own
            return above if above.state in ("not_yet", "hypothetical", "unknown") else own
        return own

    def _under_preposition(self, token: int, own: View, depth: int) -> View:
        tree, words = self.tree, self.words.governor
        preposition = tree.head[token]
        governor = tree.head[preposition]
        lower = tree.lower[preposition]
        if lower in words.without or (lower in words.of and self._behind(preposition, words.instead)):
            above = self.view(governor, depth + 1)
            double = above.state == "denied" and bool(self.clause.negation(governor))
            return (DONE if double else SIGNS["-"]).by(preposition, *(above.because if double else ()))
        if lower in words.from_:
            sign = self.words.signs.clauses.get(tree.lemma[governor], "")
            if sign.startswith("-") or tree.lemma[governor] in words.kept_from:
                return self._signed(token, governor, "-/u", own, depth)
            return own
        if lower in words.of and self._behind(preposition, words.short):
            return SIGNS["-"].by(preposition - 1)
        if lower in words.prepositions:
            return self._governed(token, governor, own, False, depth, infinitive=False, preposition=lower)
        if lower in words.by:
            above = self.view(governor, depth + 1)
            if above.state in ("not_yet", "hypothetical", "denied", "unknown"):
                return above
            return own
        return own

    def _behind(self, token: int, words: frozenset[str]) -> bool:
        """Whether the word before this one is one of some: "instead" of "instead of"."""
        return token > 0 and self.tree.lower[token - 1] in words

    def _governed(
        self, token: int, governor: int, own: View, finite: bool, depth: int, *, infinitive: bool, preposition: str = ""
    ) -> View:
        """Under a governing word: its signature decides, unless the clause has said enough itself."""
        tree, words = self.tree, self.words.governor
        lemma = tree.lemma[governor]
        kind = tree.pos[governor]
        that = finite or tree.subject(token) is not None
        named = tree.subject(governor) is not None and not tree.passive(governor)
        if kind in NOUNS:
            sign = self.words.signs.nouns.get(lemma, "")
            under = self._content_noun(governor, depth)
            if under is not None and not infinitive:
                return under
            if infinitive and lemma in words.order:
                verb = tree.lemma[tree.head[governor]]
                if tree.dep[governor] == "dobj" and verb in self.words.signs.orders:
                    return SIGNS[self.words.signs.orders[verb]].by(tree.head[governor])
            if lemma in words.tries and tree.lemma[tree.head[governor]] in words.failing:
                return SIGNS["-"].by(governor, tree.head[governor])
            if lemma in self.words.clause.case and that_clause(tree, token):
                return SIGNS["h"].by(governor)
        elif kind == "ADJ" or tree.dep[governor] == "acomp":
            sign = self.words.signs.adjectives.get(lemma, "") or self.words.signs.clauses.get(lemma, "")
        else:
            sign = self.words.signs.clauses.get(lemma, "")
        if kind in ("AUX",) and lemma in words.be and infinitive:
            sign = "p"
        if (
            that
            and self.clause.tensed(token)
            and sign[:1] in ("n", "p", "u", "-", "s")
            and lemma not in words.over_clauses
        ):
            sign = "c"  # "keep in mind that it broke": a clause with a tense of its own is told, not wanted
        if lemma in words.supposing and that and governor < token and self.clause.is_order(governor):
            return SIGNS["h"].by(governor)
        if lemma in words.showing and that and self.clause.nobody(governor):
            return SIGNS["d"].by(governor)
        if kind == "AUX" and lemma in words.be and that and self.clause.negation(governor):
            if any(tree.lower[kid] in words.true for kid in tree.kids[governor]):
                unclear = any(tree.lower[kid] in words.clear for kid in tree.kids[governor])
                return (SIGNS["h"] if unclear else SIGNS["-"]).by(*self.clause.negation(governor))
        if lemma in words.able and not self.clause.past(governor):
            sign = "s"
        if lemma in words.supposed and infinitive and not named:
            sign = "n"
        if tree.dep[token] in ("acl", "relcl") and not infinitive and not that:
            return own  # "a promise made by": a participle that describes, no content
        if sign in ("n", "s", "r") and lemma in words.tells and that:
            sign = "c"
        if lemma in words.said_to and infinitive and not named:
            sign = "r"
        if lemma in words.accusing and kind not in NOUNS:
            sign = "c" if named else "s"
        if lemma in words.warn:
            sign = (
                "n"
                if preposition in words.against or (infinitive and not finite)
                else "p"
                if preposition in words.of
                else "c"
            )
        if (lemma in words.be or lemma in words.have) and kind == "AUX" and not infinitive:
            sign = "c"
        if lemma in words.have and infinitive:
            sign = "n"
        if lemma in words.aspect and not infinitive and tree.tag[token] == "VBG" and preposition not in words.from_:
            return own  # "stopped paying": they had paid
        if preposition in self.words.noun.for_ and lemma in words.punishes:
            return own
        if preposition in self.words.noun.for_ and lemma in words.sought and tree.passive(governor):
            sign = "s"
        if lemma in words.sure:
            sign = "p" if infinitive else "c"
        if lemma in words.use and infinitive:
            sign = "+"
        if lemma in words.go and infinitive and tree.tag[governor] == "VBG":
            sign = "p"
        return self._signed(token, governor, sign, own, depth, infinitive=infinitive, finite=finite)

    def _signed(
        self,
        token: int,
        governor: int,
        sign: str,
        own: View,
        depth: int,
        *,
        infinitive: bool = False,
        finite: bool = False,
    ) -> View:
        tree = self.tree
        if not sign:
            if infinitive and tree.pos[governor] in ("VERB", "AUX"):
                above = self.view(governor, depth + 1)
                return above if own is DONE else own
            if infinitive:
                return SIGNS["n"].by(governor) if own is DONE else own
            if finite or own is not DONE:
                return own
            above = self.view(governor, depth + 1)
            return above if above.state in ("not_yet", "hypothetical") else own
        denied = self.clause.negation(governor)
        positive, _, negative = sign.partition("/")
        above = self.view(governor, depth + 1)
        if not denied and self.clause.has_no(governor):
            denied = [governor]
        if positive in ("c", "r"):
            wrong = [kid for kid in tree.kids[governor] if tree.lower[kid] in self.words.clause.wrongly]
            if wrong:
                return SIGNS["-"].by(*wrong)
            if positive == "c":
                return above if above.state == "hypothetical" and not finite else own
        if denied and above.state != "done":
            mark = negative or DENIED_SIGNS[positive]
            if mark == "+" and above.state in ("not_yet", "hypothetical"):
                return above  # "don't forget to lock the gate"
            view = SIGNS[mark].by(governor, *denied)
            if positive == "n" and infinitive is False and finite:
                view = SIGNS["d"].by(governor, *denied)
        elif positive == "+" and not negative:
            view = above if above is not DONE else own
            if own is not DONE:
                view = own
            return view
        elif positive == "+":
            return own
        else:
            view = SIGNS[positive].by(governor)
            if above.state == "hypothetical":
                view = above
            elif positive == "-" and above.state in ("not_yet", "unknown"):
                view = SIGNS["n"].by(governor) if above.state == "not_yet" else View("PS-", "unknown", above.because)
        if self.clause.negation(token) and positive in ("-", "d"):
            return flip(view)
        if own.state == "denied" and positive in ("n", "p") and not finite:
            return SIGNS["n"].by(governor, *own.because)
        if own.state in ("hypothetical",) and positive in ("s", "r", "n", "p", "d"):
            return own
        if own.state == "unknown" and positive in ("r",):
            return own
        if positive == "r" and finite and own.state == "not_yet":
            return own
        return view.by(*(own.because if own is not DONE else ()))

    def _content_noun(self, noun: int, depth: int) -> View | None:
        """What becomes of the content of "the claim that", "no evidence that" where the noun's verb says so."""
        tree, words = self.tree, self.words.governor
        if tree.lemma[noun] in words.proofs and (self.clause.has_no(noun) or self.clause.negation(tree.head[noun])):
            return SIGNS["d"].by(noun, *[kid for kid in tree.kids[noun] if tree.lower[kid] in self.words.clause.no])
        if tree.lemma[noun] in words.doubt and self.clause.has_no(noun):
            return DONE
        if tree.lemma[noun] not in words.contents:
            return None
        verb, label = tree.head[noun], tree.dep[noun]
        if label == "dobj" and self.words.signs.objects.get(tree.lemma[verb]) == "-" and not self.clause.negation(verb):
            return SIGNS["-"].by(verb)
        if label in ("nsubj", "nsubjpass"):
            for kid in tree.kids[verb]:
                if self.words.signs.adjectives.get(tree.lower[kid]) == "-":
                    return SIGNS["-"].by(kid)
            if tree.passive(verb) and self.words.signs.objects.get(tree.lemma[verb]) == "-":
                return SIGNS["-"].by(verb)
        return None


def that_clause(tree: Tree, token: int) -> bool:
    """Whether a clause has a subject of its own, with or without "that"."""
    return tree.subject(token) is not None
