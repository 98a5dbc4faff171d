"""How likely readers take it that an event happened: a number beside the value and state that the rules give.

A linear model over the rules' verdict and the words around the trigger, trained on what readers said of 22,000
predicates of UDS (White and others 2016; web text, CC BY-SA 4.0). It never changes a value or state: UDS counts plans
and orders as "did not happen" and is no news; it orders events by how sure one can be, where the rules only sort them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from sayso.extract.factuality.rules import Judge
from sayso.nlp.linear import Linear
from sayso.nlp.tree import Tree

FILE: Final = "event-happened.tsv"
HAPPENED: Final = 0.6  # below it: did not happen; of .5 to .65 on UDS dev 76.3, 77.0, 77.5, 77.9 F1, .6 taken


def happened_features(tree: Tree, judge: Judge, token: int) -> list[str]:
    """What the rules say of a trigger, its auxiliaries and marks, its subject, what it hangs on."""
    head, label, tag, lemma = tree.head[token], tree.dep[token], tree.tag[token], tree.lemma[token]
    view = judge.view(token)
    above = judge.view(head).state
    state = view.state
    kids = tree.kids[token]
    helpers = " ".join(sorted(tree.lower[kid] for kid in kids if tree.dep[kid] in ("aux", "auxpass", "neg")))
    marks = " ".join(sorted(tree.lower[kid] for kid in kids if tree.dep[kid] in ("mark", "advmod")))
    subject = tree.subject(token)
    who = "-" if subject is None else tree.lower[subject] if tree.pos[subject] == "PRON" else "noun"
    first, last = tree.sentences[tree.sentence[token]]
    asked = any(word == "?" for word in tree.words[max(first, last - 3) : last])
    out = [
        f"s {state}",
        f"v {view.value}",
        f"sd {state} {label}",
        f"st {state} {tag}",
        f"sdt {state} {label} {tag}",
        f"a {helpers}",
        f"sa {state} {helpers}",
        f"m {marks}",
        f"l {lemma}",
        f"lt {lemma} {tag}",
        f"sl {state} {lemma}",
        f"h {tree.lemma[head]} {label}",
        f"ha {tree.lemma[head]} {label} {helpers}",
        f"hs {above} {label} {state}",
        f"w {who}",
        f"wt {who} {tag} {state}",
        f"q {asked} {state} {label}",
        f"ht {tree.tag[head]} {label} {tag}",
    ]
    if label == "pcomp":
        out += [f"pc {tree.lower[head]} {tree.lemma[tree.head[head]]}", f"pp {tree.lower[head]}"]
    return out + [f"b {tree.lower[i]}" for i in view.because]


def happened(tree: Tree, judge: Judge, tokens: Sequence[int], model: Linear) -> list[float]:
    """For each trigger the probability, 0 to 1, that readers take it to have happened."""
    odds = model.scores(happened_features(tree, judge, token) for token in tokens)[:, 0]
    return [round(float(p), 3) for p in 1 / (1 + np.exp(odds))]  # the model's class is "not"
