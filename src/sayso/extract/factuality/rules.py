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
from sayso.lang.en import factuality as words
from sayso.nlp.tree import NOUNS, Tree

DEPTH: Final = 6  # words climbed above a trigger
CLAUSAL: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "relcl"})
SHARED: Final = frozenset({"VB", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "VBP"})


class Judge:
    """Judges the triggers of one tree; remembers what it has judged, so that a chain is walked once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.clause = Clause(tree)
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
        tree = self.tree
        first = tree.head[token]
        if own is not DONE or tree.subject(token) is not None:
            return own
        if finite and tree.tag[token] in ("VBD", "VBZ", "VBP"):
            if tree.tag[first] in ("VB",) and tree.tag[token] == "VBP":
                return self.view(first, depth + 1)
            above = self.clause.condition(first)
            return SIGNS["h"].by(above) if above is not None else own
        if finite:
            return own
        but = any(tree.lower[kid] in ("but", "yet") for kid in tree.kids[first] if first < kid < token)
        view = self.view(first, depth + 1)
        if but and view.state == "denied" and self.clause.negation(first):
            return DONE  # "not freed but let go"
        return view

    def _hung(self, token: int, own: View, finite: bool, depth: int) -> View:
        tree = self.tree
        label, head = tree.dep[token], tree.head[token]
        infinitive = "to" in {tree.lower[kid] for kid in tree.kids[token] if tree.dep[kid] == "aux"}
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
        tree = self.tree
        head = tree.head[token]
        marks = {tree.lower[kid]: kid for kid in tree.kids[token] if tree.dep[kid] in ("mark", "advmod", "prep", "aux")}
        if own.state == "hypothetical":
            return own
        if infinitive:
            if (
                words.CLAUSES.get(tree.lemma[head], "")
                and tree.pos[head] == "VERB"
                and tree.lemma[head] not in words.ASPECT
            ):
                governed = self._governed(token, head, own, finite, depth, infinitive=True)
                if words.CLAUSES[tree.lemma[head]] not in ("c", "+", "+/+"):
                    return governed
            if "only" in marks:
                return own
            above = self.view(head, depth + 1)
            purpose = SIGNS["n"].by(marks.get("to", token))
            return above if above.state == "hypothetical" else purpose
        above = self.view(head, depth + 1)
        if "until" in marks or "before" in marks or "once" in marks or "when" in marks or "after" in marks:
            word = next(marks[w] for w in ("until", "before", "once", "when", "after") if w in marks)
            if own.value == "PS+" and "before" in marks:
                return SIGNS["-"].by(word)
            if above.state == "not_yet" and own is DONE and tree.tag[token] not in ("VBD",):
                return (SIGNS["n"] if tree.lower[word] in ("until", "before") else SIGNS["p"]).by(word)
            if above.state == "hypothetical" and own is DONE and tree.tag[token] not in ("VBD",):
                return above
            return own
        if not finite and own is DONE and tree.tag[token] in ("VBG", "VBN", "VB") and not tree.has(token, "nsubj"):
            if tree.tag[token] == "VBN" or any(w in marks for w in ("after", "since", "while", "when")):
                return own
            return above if above.state in ("not_yet", "hypothetical", "unknown") else own
        return own

    def _under_preposition(self, token: int, own: View, depth: int) -> View:
        tree = self.tree
        preposition = tree.head[token]
        governor = tree.head[preposition]
        lower = tree.lower[preposition]
        if lower in words.WITHOUT or (lower == "of" and tree.lower[preposition - 1 : preposition] == ["instead"]):
            above = self.view(governor, depth + 1)
            double = above.state == "denied" and bool(self.clause.negation(governor))
            return (DONE if double else SIGNS["-"]).by(preposition, *(above.because if double else ()))
        if lower == "from":
            sign = words.CLAUSES.get(tree.lemma[governor], "")
            if sign.startswith("-") or tree.lemma[governor] in ("keep", "stop", "protect", "save", "rescue", "far"):
                return self._signed(token, governor, "-/u", own, depth)
            return own
        if lower == "of" and tree.lower[preposition - 1 : preposition] == ["short"]:
            return SIGNS["-"].by(preposition - 1)
        if lower in ("of", "to", "with", "for", "in", "at", "against", "on", "about", "as"):
            return self._governed(token, governor, own, False, depth, infinitive=False, preposition=lower)
        if lower in ("after", "before", "by", "since", "despite", "upon", "while"):
            above = self.view(governor, depth + 1)
            if lower == "by" and above.state in ("not_yet", "hypothetical", "denied", "unknown"):
                return above
            return own
        return own

    def _governed(
        self, token: int, governor: int, own: View, finite: bool, depth: int, *, infinitive: bool, preposition: str = ""
    ) -> View:
        """Under a governing word: its signature decides, unless the clause has said enough itself."""
        tree = self.tree
        lemma = tree.lemma[governor]
        kind = tree.pos[governor]
        that = finite or tree.subject(token) is not None
        named = tree.subject(governor) is not None and not tree.passive(governor)
        if kind in NOUNS:
            sign = words.NOUNS.get(lemma, "")
            under = self._content_noun(governor, depth)
            if under is not None and not infinitive:
                return under
            if infinitive and lemma == "order":
                verb = tree.lemma[tree.head[governor]]
                if tree.dep[governor] == "dobj" and verb in words.ORDERS:
                    return SIGNS[words.ORDERS[verb]].by(tree.head[governor])
            if lemma in ("attempt", "bid", "effort", "try") and tree.lemma[tree.head[governor]] in ("fail", "collapse"):
                return SIGNS["-"].by(governor, tree.head[governor])
            if lemma in words.HYPOTHETICAL_NOUNS and that_clause(tree, token):
                return SIGNS["h"].by(governor)
        elif kind == "ADJ" or tree.dep[governor] == "acomp":
            sign = words.ADJECTIVES.get(lemma, "") or words.CLAUSES.get(lemma, "")
        else:
            sign = words.CLAUSES.get(lemma, "")
        if kind in ("AUX",) and lemma == "be" and infinitive:
            sign = "p"
        if (
            that
            and self.clause.tensed(token)
            and sign[:1] in ("n", "p", "u", "-", "s")
            and lemma not in words.OVER_CLAUSES
        ):
            sign = "c"  # "keep in mind that it broke": a clause with a tense of its own is told, not wanted
        if lemma in ("suppose", "imagine", "say") and that and governor < token and self.clause.is_order(governor):
            return SIGNS["h"].by(governor)
        if lemma in ("suggest", "show", "indicate", "prove", "confirm") and that and self.clause.nobody(governor):
            return SIGNS["d"].by(governor)
        if kind == "AUX" and lemma == "be" and that and self.clause.negation(governor):
            if any(tree.lower[kid] in ("true", "right", "correct", "clear") for kid in tree.kids[governor]):
                unclear = any(tree.lower[kid] == "clear" for kid in tree.kids[governor])
                return (SIGNS["h"] if unclear else SIGNS["-"]).by(*self.clause.negation(governor))
        if lemma == "able" and not self.clause.past(governor):
            sign = "s"
        if lemma == "suppose" and infinitive and not named:
            sign = "n"
        if tree.dep[token] in ("acl", "relcl") and not infinitive and not that:
            return own  # "a promise made by": a participle that describes, no content
        if (
            sign in ("n", "s", "r")
            and lemma in ("tell", "suggest", "insist", "threaten", "mean", "show", "understand")
            and that
        ):
            sign = "c"
        if (
            lemma in ("say", "report", "claim", "allege", "rumour", "understand", "know", "find")
            and infinitive
            and not named
        ):
            sign = "r"
        if lemma in ("accuse", "charge", "indict", "allege") and kind not in NOUNS:
            sign = "c" if named else "s"
        if lemma == "warn":
            sign = (
                "n" if preposition == "against" or (infinitive and not finite) else "p" if preposition == "of" else "c"
            )
        if lemma in ("be", "have") and kind == "AUX" and not infinitive:
            sign = "c"
        if lemma == "have" and infinitive:
            sign = "n"
        if lemma in words.ASPECT and not infinitive and tree.tag[token] == "VBG" and preposition != "from":
            return own  # "stopped paying": they had paid
        if lemma in ("sure", "certain"):
            sign = "p" if infinitive else "c"
        if lemma == "use" and infinitive:
            sign = "+"
        if lemma == "go" and infinitive and tree.tag[governor] == "VBG":
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
            wrong = [kid for kid in tree.kids[governor] if tree.lower[kid] in words.WRONGLY]
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
        tree = self.tree
        if tree.lemma[noun] in words.PROOFS and (self.clause.has_no(noun) or self.clause.negation(tree.head[noun])):
            return SIGNS["d"].by(noun, *[kid for kid in tree.kids[noun] if tree.lower[kid] == "no"])
        if tree.lemma[noun] == "doubt" and self.clause.has_no(noun):
            return DONE
        if tree.lemma[noun] not in words.CONTENTS:
            return None
        verb, label = tree.head[noun], tree.dep[noun]
        if label == "dobj" and words.OBJECTS.get(tree.lemma[verb]) == "-" and not self.clause.negation(verb):
            return SIGNS["-"].by(verb)
        if label in ("nsubj", "nsubjpass"):
            for kid in tree.kids[verb]:
                if words.ADJECTIVES.get(tree.lower[kid]) == "-":
                    return SIGNS["-"].by(kid)
            if tree.passive(verb) and words.OBJECTS.get(tree.lemma[verb]) == "-":
                return SIGNS["-"].by(verb)
        return None


def that_clause(tree: Tree, token: int) -> bool:
    """Whether a clause has a subject of its own, with or without "that"."""
    return tree.subject(token) is not None
