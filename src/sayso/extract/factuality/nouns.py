"""Whether an event that a noun tells happened: by the words on it ("planned"), the noun or verb over it, and "no"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.factuality.view import DENIED_SIGNS, DONE, SIGNS, View
from sayso.nlp.tree import NOUNS

if TYPE_CHECKING:
    from sayso.extract.factuality.rules import Judge


class Nouns:
    """Judges the nouns of a judge's tree; asks the judge about the verbs over them."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.tree = judge.tree
        self.words = judge.words

    def view(self, token: int, depth: int) -> View:
        """What becomes of the event that a noun tells."""
        tree = self.tree
        verb = tree.head[token]
        if self.presupposed(token):
            return DONE
        if tree.dep[token] in ("dobj", "nsubjpass") and tree.pos[verb] == "VERB":
            particle = next((tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] == "prt"), "")
            key = f"{tree.lemma[verb]}_{particle}" if particle else tree.lemma[verb]
            if self.words.signs.objects.get(key) == "-" and not self.judge.clause.negation(verb):
                above = self.judge.view(verb, depth + 1)
                if above.state == "done":
                    return SIGNS["-"].by(verb)
        for kid in tree.kids[token]:
            sign = self.words.signs.modifiers.get(tree.lower[kid])
            if sign and tree.dep[kid] in ("amod", "compound", "acl") and kid < token:
                return SIGNS[sign].by(kid)
            if tree.lower[kid] in self.words.clause.no_such and tree.dep[kid] in ("det", "neg", "preconj"):
                return SIGNS["-"].by(kid)
        label, head = tree.dep[token], tree.head[token]
        if label == "compound" and self.words.signs.nouns.get(tree.lemma[head]) in ("n", "s"):
            return SIGNS[self.words.signs.nouns[tree.lemma[head]]].by(head)  # "an arrest warrant"
        if label in ("conj", "compound", "appos", "nmod"):
            return self.judge.view(head, depth + 1) if head != token and tree.pos[head] in NOUNS else DONE
        if label in ("pobj", "dative"):
            return self._noun_under(token, head, depth)
        if label == "poss":
            return DONE
        if label in ("dobj", "attr", "oprd", "nsubj", "nsubjpass"):
            return self._noun_of_verb(token, head, label, depth)
        return DONE

    def presupposed(self, token: int) -> bool:
        """Whether a noun tells what somebody answers for, or knows of: done, though he denies that he does."""
        tree, words = self.tree, self.words.noun
        preposition = tree.head[token]
        if tree.dep[token] == "dobj" and tree.lemma[preposition] in words.commits:
            known = any(tree.lower[kid] in words.definite for kid in tree.kids[token])
            return known and tree.lemma[tree.head[preposition]] in words.denies
        if tree.dep[token] != "pobj" or tree.lower[preposition] not in words.whose:
            return False
        above = tree.head[preposition]
        if tree.lower[preposition] in words.done_by and tree.lemma[above] in self.words.clause.be:
            return True
        had = tree.child(above, "dobj")  # "had a hand in it"
        return tree.lemma[above] in words.answering or (had is not None and tree.lemma[had] in words.answering)

    def _noun_under(self, token: int, preposition: int, depth: int) -> View:
        tree, words = self.tree, self.words.noun
        lower, governor = tree.lower[preposition], tree.head[preposition]
        if tree.pos[governor] == "VERB" and lower in words.over:
            governor = self._object_before(preposition, governor)
        lemma = tree.lemma[governor]
        if lower in words.without:
            return SIGNS["-"].by(preposition)
        if lower in words.of and tree.lemma[governor] in self.words.clause.case and tree.dep[governor] == "pobj":
            return SIGNS["h"].by(governor)
        if lower in words.of and tree.lower[governor] in words.instead:
            return SIGNS["-"].by(governor)
        if tree.pos[governor] in NOUNS:
            if lower in words.of and self.judge.clause.has_no(governor):
                known = any(tree.lower[kid] in words.definite for kid in tree.kids[token])
                if lemma in words.accounts and not known:
                    return SIGNS["-"].by(governor)  # "there were no reports of clashes"
                if lemma in self.words.governor.proofs:
                    return SIGNS["d"].by(governor)
            sign = self.words.signs.nouns.get(lemma, "")
            if sign in ("n", "p", "s", "-", "u", "d") and lower in words.over:
                if sign in ("n", "u") and lower in words.against:
                    return DONE
                if lemma in words.talks:
                    sign = "u"
                if self.judge.clause.has_no(governor):
                    return SIGNS["d"].by(governor)
                return SIGNS[sign].by(governor)
            if lower in words.of:
                above = self.judge.view(governor, depth + 1) if lemma in words.light else DONE
                return above
            return DONE
        sign = self.words.signs.objects.get(lemma, "")
        if lower in words.behind and sign in ("n", "p", "s", "-"):
            if lower in words.for_ and lemma in self.words.governor.sought and tree.passive(governor):
                known = any(tree.lower[kid] in words.definite for kid in tree.kids[token])
                return DONE if known else SIGNS["s"].by(governor)
            if lower in words.for_ and sign in ("n", "p") and lemma in words.wanted_for:
                return self._sign_noun(governor, sign, depth)  # fmt: skip
            if lower in words.of and lemma in words.signs_of:
                return SIGNS[words.signs_of[lemma]].by(governor)
            if lower in words.about and lemma in words.signs_about:
                return SIGNS[words.signs_about[lemma]].by(governor)
        if lower in words.of and lemma in words.verdicts:
            named = tree.subject(governor) is not None and not tree.passive(governor)
            if words.verdicts[lemma] == "+" or (named and lemma in words.accusing):
                return DONE
            return SIGNS[words.verdicts[lemma]].by(governor)
        if lower in words.inside and lemma in words.takes_part:
            return self.judge.view(governor, depth + 1)
        return DONE

    def _object_before(self, preposition: int, verb: int) -> int:
        """The noun that a preposition behind it hangs on, if only the parse took the verb: "signed warrants for"."""
        before = preposition - 1
        tied = self.tree.head[before] == verb and self.tree.dep[before] in ("dobj", "nsubjpass")
        return before if tied and self.words.signs.nouns.get(self.tree.lemma[before], "") in ("n", "p") else verb

    def _noun_of_verb(self, token: int, verb: int, label: str, depth: int) -> View:
        tree, words = self.tree, self.words.noun
        lemma = tree.lemma[verb]
        particle = next((tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] == "prt"), "")
        key = f"{lemma}_{particle}" if particle else lemma
        definite = any(tree.lower[kid] in words.definite or tree.dep[kid] == "poss"
                       for kid in tree.kids[token])  # fmt: skip
        passive = tree.passive(verb)
        above = self.judge.view(verb, depth + 1)
        told = self._told_of(token, verb, label, definite=definite)
        if told is not None:
            return told
        if label == "dobj" or label == "nsubjpass" or (label == "nsubj" and passive):
            sign = self.words.signs.objects.get(key, "") or (
                self.words.signs.objects.get(lemma, "") if not particle else ""
            )
            if sign in ("-", "n", "p", "s"):
                return self._sign_noun(verb, sign, depth)
            if lemma in words.light or not definite:
                if above.state == "not_yet" and above.value == "Uu" and definite:
                    return SIGNS["p"].by(*above.because)
                if above.state in ("not_yet", "hypothetical", "denied"):
                    return above if not (above.state == "denied" and lemma not in words.light) else DONE
            return DONE
        if label == "nsubj" and above.state in ("denied", "not_yet", "hypothetical"):
            thing = tree.child(verb, "dobj")
            told_by = f"{lemma} {tree.lemma[thing]}" if thing is not None else lemma
            if told_by in words.happening:
                return above  # "the talks never took place"
        if label == "nsubj" and lemma in self.words.governor.failing and tree.lemma[token] in words.tries:
            return DONE
        if label == "attr":
            return above if above.state in ("not_yet", "hypothetical", "denied") else DONE
        if label == "nsubj" and not definite and above.state in ("not_yet", "hypothetical"):
            return above
        if label == "nsubj" and above.state == "hypothetical":
            return above
        return DONE

    def _told_of(self, token: int, verb: int, label: str, *, definite: bool) -> View | None:
        """What a verb over a noun says of it beside its signature: not reported, put on an agenda, allowed by a law."""
        tree, words = self.tree, self.words.noun
        lemma = tree.lemma[verb]
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "prep" and tree.lower[kid] in words.planned_on:
                for noun in tree.kids[kid]:
                    if tree.lemma[noun] in words.agendas and label != "pobj":
                        return SIGNS["n"].by(noun)
        if lemma in words.seen and not definite and label in ("nsubjpass", "dobj"):
            denied = self.judge.clause.negation(verb)
            if denied and not any(tree.lower[kid] in words.to for kid in tree.kids[verb] if tree.dep[kid] == "prep"):
                return SIGNS["-"].by(*denied)
        if label == "dobj" and lemma in words.allows:
            subject = tree.subject(verb)
            if subject is not None and tree.lemma[subject] in words.laws:
                return SIGNS["n"].by(verb)
        if (
            label in ("dobj", "nsubjpass")
            and lemma in words.discusses
            and definite
            and tree.lemma[token] in words.harms
        ):
            return DONE
        return None

    def _sign_noun(self, governor: int, sign: str, depth: int) -> View:
        """A noun under a verb with a signature; denying the verb turns it as with clauses."""
        denied = self.judge.clause.negation(governor)
        above = self.judge.view(governor, depth + 1)
        if denied and above.state == "denied":
            return SIGNS[DENIED_SIGNS[sign]].by(governor, *denied)
        if above.state == "hypothetical":
            return above
        if sign == "-" and above.state == "denied":
            return DONE  # "failed to prevent an attack"
        if sign == "-" and above.state in ("not_yet", "unknown"):
            return SIGNS["u"].by(governor, *above.because)  # "efforts to prevent one"
        return SIGNS[sign].by(governor)
