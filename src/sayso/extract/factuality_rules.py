"""Whether one event happened, in the eyes of the voice that tells it: the words above and around its trigger.

The trigger's own clause is read first (negation, modals, tense, conditions), then what it hangs on: a verb, noun or
adjective whose signature says what becomes of what is under it. FactBank's values are those of Saurí and Pustejovsky
(2009); walking up through signatures follows Nairn, Condoravdi and Karttunen (2006), "Computing relative polarity".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sayso.lang import en_factuality as words
from sayso.terms import Factuality, State
from sayso.tree import NOUNS, Tree

DEPTH: Final = 6  # words climbed above a trigger
CLAUSAL: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "relcl"})
SHARED: Final = frozenset({"VB", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "VBP"})


@dataclass(frozen=True, slots=True)
class View:
    """What becomes of an event: FactBank's value, the state of the output, and the tokens that make it so."""

    value: Factuality = "CT+"
    state: State = "done"
    because: tuple[int, ...] = ()

    def by(self, *tokens: int) -> View:
        """The same, with more reasons."""
        return replace(self, because=tuple(sorted({*self.because, *tokens})))


DONE: Final = View()
SIGNS: Final[dict[str, View]] = {
    "+": DONE,
    "-": View("CT-", "denied"),
    "n": View("Uu", "not_yet"),
    "p": View("PR+", "not_yet"),
    "s": View("PS+", "unknown"),
    "r": View("PR+", "done"),
    "h": View("Uu", "hypothetical"),
    "d": View("PR-", "denied"),
    "u": View("Uu", "unknown"),
}
DENIED_SIGNS: Final = {"+": "-", "-": "u", "n": "d", "p": "d", "s": "u", "r": "d", "h": "h", "d": "u", "u": "-", "c": "d"}


def flip(view: View) -> View:
    """The view of the opposite: done becomes denied, denied done; what is open stays so."""
    turned: dict[tuple[str, str], tuple[Factuality, State]] = {
        ("CT+", "done"): ("CT-", "denied"),
        ("PR+", "done"): ("PR-", "denied"),
        ("PR+", "not_yet"): ("PR-", "denied"),
        ("PS+", "unknown"): ("PS-", "unknown"),
        ("CT-", "denied"): ("CT+", "done"),
        ("PR-", "denied"): ("PR+", "done"),
    }
    value, state = turned.get((view.value, view.state), (view.value, view.state))
    return replace(view, value=value, state=state)


class Judge:
    """Judges the triggers of one tree; remembers what it has judged, so that a chain is walked once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._known: dict[int, View] = {}

    def view(self, token: int, depth: int = 0) -> View:
        """What becomes of the event that a word tells."""
        known = self._known.get(token)
        if known is None:
            if depth > DEPTH:
                return DONE
            self._known[token] = DONE  # a tree has no rings; a broken parse must not hang
            noun = self.tree.pos[token] in NOUNS or (self.tree.pos[token] == "ADJ" and self.tree.dep[token] == "amod")
            known = self._noun(token, depth) if noun else self._verb(token, depth)
            self._known[token] = known
        return known

    # what the clause itself says

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

    def _auxiliaries(self, token: int) -> dict[str, int]:
        tree = self.tree
        return {tree.lower[kid]: kid for kid in tree.kids[token] if tree.dep[kid] in ("aux", "auxpass")}

    def _condition(self, token: int) -> int | None:
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
                word = self._condition(kid)
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

    def _own(self, token: int) -> View:
        """What the clause of a verb says by itself."""
        tree = self.tree
        auxiliaries = self._auxiliaries(token)
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
        condition = self._condition(token)
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
        elif tree.tag[token] == "VB" and not names and tree.subject(token) is None and self._leads(token):
            view = SIGNS["n"]
        elif tree.tag[token] == "VB" and not names and tree.subject(token) is None and tree.dep[token] in words.STRAY:
            view = SIGNS["n"]
        elif tree.tag[token] == "VBP" and not names and tree.dep[token] == "ROOT" and self._opens(token):
            view = SIGNS["n"]
        elif "to" in names and tree.dep[token] == "ROOT":
            view = SIGNS["n"].by(auxiliaries["to"])
        elif {"going"} & {tree.lower[k] for k in tree.kids[token]}:
            view = SIGNS["p"]
        if modal and self._conditioned(token) is not None and view.state in ("not_yet", "unknown", "denied") and not have:
            other = self._conditioned(token)
            view = SIGNS["h"].by(token if other is None else other)
        if self._asked(token):
            view = SIGNS["h"].by(*view.because)
        imperative = tree.tag[token] == "VB" and names <= {"do", "not"} and "do" in names and tree.subject(token) is None
        if imperative and tree.dep[token] in ("ROOT", "ccomp"):
            view = SIGNS["n"].by(*negation)
        return view

    def _opens(self, token: int) -> bool:
        """Whether a verb without a subject opens its sentence: an order, though parsed as a present."""
        tree = self.tree
        first = tree.sentences[tree.sentence[token]][0]
        return tree.lemma[token] not in words.ELLIPTIC and not any(tree.words[k][:1].isalnum() for k in range(first, token))

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

    # what it hangs on

    def _verb(self, token: int, depth: int) -> View:
        tree = self.tree
        own = self._own(token)
        label, head = tree.dep[token], tree.head[token]
        if head == token:
            return own
        finite = tree.tag[token] in ("VBD", "VBZ", "VBP") or self._finite(token)
        if label == "conj":
            return self._joined(token, own, finite, depth)
        if label in ("acomp", "attr", "amod", "oprd", "compound") and tree.pos[token] in ("ADJ", "VERB"):
            return own if label == "amod" or own is not DONE else own
        if label not in CLAUSAL and label not in ("pobj", "dobj", "nsubj", "nsubjpass", "dep", "prep"):
            return own
        return self._hung(token, own, finite, depth)

    def _finite(self, token: int) -> bool:
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.dep[kid] in ("aux", "auxpass") and tree.tag[kid] in ("VBD", "VBZ", "VBP", "MD"):
                return True
        return False

    def _joined(self, token: int, own: View, finite: bool, depth: int) -> View:
        """A verb joined to another one shares its auxiliaries where it has none of its own."""
        tree = self.tree
        first = tree.head[token]
        if own is not DONE or tree.subject(token) is not None:
            return own
        if finite and tree.tag[token] in ("VBD", "VBZ", "VBP"):
            if tree.tag[first] in ("VB",) and tree.tag[token] == "VBP":
                return self.view(first, depth + 1)
            above = self._condition(first)
            return SIGNS["h"].by(above) if above is not None else own
        if finite:
            return own
        but = any(tree.lower[kid] in ("but", "yet") for kid in tree.kids[first] if first < kid < token)
        view = self.view(first, depth + 1)
        if but and view.state == "denied" and self.negation(first):
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
            if words.CLAUSES.get(tree.lemma[head], "") and tree.pos[head] == "VERB" and tree.lemma[head] not in words.ASPECT:
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
            double = above.state == "denied" and bool(self.negation(governor))
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
        if that and self._tensed(token) and sign[:1] in ("n", "p", "u", "-", "s") and lemma not in words.OVER_CLAUSES:
            sign = "c"  # "keep in mind that it broke": a clause with a tense of its own is told, not wanted
        if lemma in ("suppose", "imagine", "say") and tree.subject(governor) is None and self._leads(governor) and that:
            return SIGNS["h"].by(governor)
        if lemma in ("suggest", "show", "indicate", "prove", "confirm") and that and self._nobody(governor):
            return SIGNS["d"].by(governor)
        if kind == "AUX" and lemma == "be" and that and self.negation(governor):
            if any(tree.lower[kid] in ("true", "right", "correct", "clear") for kid in tree.kids[governor]):
                unclear = any(tree.lower[kid] == "clear" for kid in tree.kids[governor])
                return (SIGNS["h"] if unclear else SIGNS["-"]).by(*self.negation(governor))
        if lemma == "able" and not self._past(governor):
            sign = "s"
        if lemma == "suppose" and infinitive and not named:
            sign = "n"
        if tree.dep[token] in ("acl", "relcl") and not infinitive and not that:
            return own  # "a promise made by": a participle that describes, no content
        if sign in ("n", "s", "r") and lemma in ("tell", "suggest", "insist", "threaten", "mean", "show", "understand") and that:
            sign = "c"
        if lemma in ("say", "report", "claim", "allege", "rumour", "understand", "know", "find") and infinitive and not named:
            sign = "r"
        if lemma in ("accuse", "charge", "indict", "allege") and kind not in NOUNS:
            sign = "c" if named else "s"
        if lemma == "warn":
            sign = "n" if preposition == "against" or (infinitive and not finite) else "p" if preposition == "of" else "c"
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

    def _nobody(self, token: int) -> bool:
        """Whether the subject is "nothing" or "no one"."""
        subject = self.tree.subject(token)
        return subject is not None and self.tree.lower[subject] in words.NOBODY

    def _tensed(self, token: int) -> bool:
        """Whether a clause has a past, a present or a progressive of its own ("demanded that they leave" has none)."""
        tree = self.tree
        if tree.tag[token] in ("VBD", "VBZ"):
            return True
        return any(
            tree.dep[kid] in ("aux", "auxpass") and tree.tag[kid] in ("VBD", "VBZ", "VBP") and tree.lower[kid] != "be"
            for kid in tree.kids[token]
        )

    def _past(self, token: int) -> bool:
        """Whether a verb, or the verb over an adjective, is in the past."""
        tree = self.tree
        verb = token if tree.pos[token] in ("VERB", "AUX") else tree.head[token]
        return tree.tag[verb] == "VBD" or any(tree.tag[kid] == "VBD" for kid in tree.kids[verb] if tree.dep[kid] == "aux")

    def _signed(
        self, token: int, governor: int, sign: str, own: View, depth: int, *, infinitive: bool = False, finite: bool = False
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
        denied = self.negation(governor)
        positive, _, negative = sign.partition("/")
        above = self.view(governor, depth + 1)
        if not denied and self._has_no(governor):
            denied = [governor]
        if positive in ("c", "r"):
            wrong = [kid for kid in tree.kids[governor] if tree.lower[kid] in words.WRONGLY]
            if wrong:
                return SIGNS["-"].by(*wrong)
            if positive == "c":
                return above if above.state == "hypothetical" and not finite else own
        if denied and not (above.state == "done"):
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
        if self.negation(token) and positive in ("-", "d"):
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
        if tree.lemma[noun] in words.PROOFS and (self._has_no(noun) or self.negation(tree.head[noun])):
            return SIGNS["d"].by(noun, *[kid for kid in tree.kids[noun] if tree.lower[kid] == "no"])
        if tree.lemma[noun] == "doubt" and self._has_no(noun):
            return DONE
        if tree.lemma[noun] not in words.CONTENTS:
            return None
        verb, label = tree.head[noun], tree.dep[noun]
        if label == "dobj" and words.OBJECTS.get(tree.lemma[verb]) == "-" and not self.negation(verb):
            return SIGNS["-"].by(verb)
        if label in ("nsubj", "nsubjpass"):
            for kid in tree.kids[verb]:
                if words.ADJECTIVES.get(tree.lower[kid]) == "-":
                    return SIGNS["-"].by(kid)
            if tree.passive(verb) and words.OBJECTS.get(tree.lemma[verb]) == "-":
                return SIGNS["-"].by(verb)
        return None

    def _has_no(self, token: int) -> bool:
        """Whether a noun has "no" before it ("no plans to")."""
        tree = self.tree
        return tree.pos[token] in NOUNS and any(
            tree.lower[kid] == "no" and tree.dep[kid] in ("det", "neg") for kid in tree.kids[token]
        )

    # nouns

    def _noun(self, token: int, depth: int) -> View:
        tree = self.tree
        verb = tree.head[token]
        if tree.dep[token] in ("dobj", "nsubjpass") and tree.pos[verb] == "VERB":
            particle = next((tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] == "prt"), "")
            key = f"{tree.lemma[verb]}_{particle}" if particle else tree.lemma[verb]
            if words.OBJECTS.get(key) == "-" and not self.negation(verb):
                above = self.view(verb, depth + 1)
                if above.state == "done":
                    return SIGNS["-"].by(verb)
        for kid in tree.kids[token]:
            sign = words.MODIFIERS.get(tree.lower[kid])
            if sign and tree.dep[kid] in ("amod", "compound", "acl") and kid < token:
                return SIGNS[sign].by(kid)
            if tree.lower[kid] in ("no", "neither") and tree.dep[kid] in ("det", "neg", "preconj"):
                return SIGNS["-"].by(kid)
        label, head = tree.dep[token], tree.head[token]
        if label in ("conj", "compound", "appos", "nmod"):
            return self.view(head, depth + 1) if head != token and tree.pos[head] in NOUNS else DONE
        if label in ("pobj", "dative"):
            return self._noun_under(token, head, depth)
        if label == "poss":
            return DONE
        if label in ("dobj", "attr", "oprd", "nsubj", "nsubjpass"):
            return self._noun_of_verb(token, head, label, depth)
        return DONE

    def _noun_under(self, token: int, preposition: int, depth: int) -> View:
        tree = self.tree
        lower, governor = tree.lower[preposition], tree.head[preposition]
        lemma = tree.lemma[governor]
        if lower in ("without", "barring"):
            return SIGNS["-"].by(preposition)
        if lower == "of" and tree.lemma[governor] in words.HYPOTHETICAL_NOUNS and tree.dep[governor] == "pobj":
            return SIGNS["h"].by(governor)
        if lower == "of" and tree.lower[governor] == "instead":
            return SIGNS["-"].by(governor)
        if tree.pos[governor] in NOUNS:
            sign = words.NOUNS.get(lemma, "")
            if sign in ("n", "p", "s", "-", "u", "d") and lower in ("of", "for", "on", "against", "to", "about"):
                if sign in ("n", "u") and lower == "against":
                    return DONE
                if lemma in ("talk", "debate", "negotiation"):
                    sign = "u"
                if self._has_no(governor):
                    return SIGNS["d"].by(governor)
                return SIGNS[sign].by(governor)
            if lower == "of":
                above = self.view(governor, depth + 1) if lemma in words.LIGHT else DONE
                return above
            return DONE
        sign = words.OBJECTS.get(lemma, "")
        if lower in ("for", "on", "about", "at", "with", "of") and sign in ("n", "p", "s", "-"):
            if lower == "for" and sign in ("n", "p") and lemma in ("call", "ask", "press", "push", "appeal", "lobby", "plan",
                                                                  "hope", "prepare", "plead", "beg", "wait", "wish"):
                return self._sign_noun(governor, sign, depth)  # fmt: skip
            if lower == "of" and lemma in ("warn", "accuse"):
                return SIGNS["s" if lemma == "accuse" else "p"].by(governor)
            if lower in ("on", "about") and lemma in ("discuss", "debate", "negotiate", "agree"):
                return SIGNS["p" if lemma == "agree" else "u"].by(governor)
        if lower == "of" and lemma in ("accuse", "suspect", "convict", "acquit", "clear", "absolve"):
            named = tree.subject(governor) is not None and not tree.passive(governor)
            if lemma in ("acquit", "clear", "absolve"):
                return SIGNS["-"].by(governor)
            return DONE if lemma == "convict" or (lemma == "accuse" and named) else SIGNS["s"].by(governor)
        if lower == "in" and lemma in ("participate", "engage", "join"):
            return self.view(governor, depth + 1)
        return DONE

    def _noun_of_verb(self, token: int, verb: int, label: str, depth: int) -> View:
        tree = self.tree
        lemma = tree.lemma[verb]
        particle = next((tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] == "prt"), "")
        key = f"{lemma}_{particle}" if particle else lemma
        definite = any(tree.lower[kid] in ("the", "this", "that", "these", "those") or tree.dep[kid] == "poss"
                       for kid in tree.kids[token])  # fmt: skip
        passive = tree.passive(verb)
        above = self.view(verb, depth + 1)
        if label == "dobj" or label == "nsubjpass" or (label == "nsubj" and passive):
            sign = words.OBJECTS.get(key, "") or (words.OBJECTS.get(lemma, "") if not particle else "")
            if sign in ("-", "n", "p", "s"):
                return self._sign_noun(verb, sign, depth)
            if lemma in words.LIGHT or not definite:
                if above.state == "not_yet" and above.value == "Uu" and definite:
                    return SIGNS["p"].by(*above.because)
                if above.state in ("not_yet", "hypothetical", "denied"):
                    return above if not (above.state == "denied" and lemma not in words.LIGHT) else DONE
            return DONE
        if label == "nsubj" and lemma in ("fail", "collapse") and tree.lemma[token] in ("attempt", "bid", "effort"):
            return DONE
        if label == "attr":
            return above if above.state in ("not_yet", "hypothetical", "denied") else DONE
        if label == "nsubj" and not definite and above.state in ("not_yet", "hypothetical"):
            return above
        if label == "nsubj" and above.state == "hypothetical":
            return above
        return DONE

    def _sign_noun(self, governor: int, sign: str, depth: int) -> View:
        """A noun under a verb with a signature; denying the verb turns it as with clauses."""
        denied = self.negation(governor)
        above = self.view(governor, depth + 1)
        if denied and above.state == "denied":
            return SIGNS[DENIED_SIGNS[sign]].by(governor, *denied)
        if above.state == "hypothetical":
            return above
        return SIGNS[sign].by(governor)


def that_clause(tree: Tree, token: int) -> bool:
    """Whether a clause has a subject of its own, with or without "that"."""
    return tree.subject(token) is not None
