"""How sure an attribution is: the chance that a person would call source and content right.

The tagger's own score says how its heads agree, not how often it is right. Here a logistic regression over that score
and what is seen of the finished draft (its form, its source, what lies in it and what it lies in) gives the chance;
weights come with the model. training/attribution/calibrate.py fits them and measures them over five folds.
Source: Platt (1999), "Probabilistic outputs for support vector machines", with more than one input.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sayso.extract.attributions.drafts import Draft, Near, shared_of
from sayso.extract.attributions.voices import forms_of
from sayso.lang import Language

# tried and left out, for they only blurred the rest (log loss over five folds .4298 with them, .4276 without): the
# source is a pronoun, found by rule, holds others, in pieces
NAMES = ("one", "score", "direct", "no source", "length", "no cue", "held", "known cue")
MOST_OTHERS = 2
WORD = re.compile(r"[\w’'-]+")

Matrix = npt.NDArray[np.float64]


def features(drafts: Sequence[Draft], text: str, quoted: bytearray, language: Language) -> Matrix:
    """One row a draft, one column a name of NAMES.

    quoted   1 for each code point inside quotation marks
    """
    out = np.zeros((len(drafts), len(NAMES)))
    reach = [(draft.start, draft.end) for draft in drafts]
    near = Near(reach)
    for row, draft, (start, end) in zip(out, drafts, reach, strict=True):
        score = min(max(draft.score, 0.01), 0.995)
        content = " ".join(text[a:b] for a, b in draft.content)
        inside = sum(sum(quoted[a:b]) for a, b in draft.content)
        source = " ".join(text[a:b] for a, b in draft.source).lower()
        cue = WORD.findall(" ".join(text[a:b] for a, b in draft.cue).lower())
        held = 0
        for number in near.touching(start, end):
            if drafts[number] is not draft:
                held += shared_of(draft, drafts[number]) > 0.5 * draft.size
        row[:] = (
            1,
            math.log(score / (1 - score)),
            inside > 0.9 * draft.size,
            not source,
            math.log1p(len(content.split())),
            not draft.cue,
            min(held, MOST_OTHERS),
            any(form in language.manners for word in cue for form in forms_of(word, language.attributions.manner)),
        )
    return out


def chances(rows: Matrix, weights: Mapping[str, float]) -> list[float]:
    """The chance of each row of features, 0 to 1; a name without a weight counts nothing."""
    held = np.array([weights.get(name, 0.0) for name in NAMES])
    out: list[float] = (1 / (1 + np.exp(-(rows @ held)))).tolist()
    return out
