"""What a language says of its parser: one ``Parsing(...)``, its `parsing`. Read by nlp/tree alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class Parsing:
    """Tables from the parser's labels to ours (nlp/labels.py), and how its verbs' lemmas are mended.

    dependencies, parts_of_speech, fine_tags, name_kinds
                   {label of the parser or tagger: ours}; a label that is in no table stays as it is
    endings        a verb's form is its lemma and one of these where the lemmatizer may have cut a letter too many
    cut_lemmas     such lemmas that lack the letter
    letter         the letter that they lack
    undergone      verbs that are nothing without an object, so that a bare past form without one is a participle;
                   lemmas and forms
    blaming        verbs over someone and what he is said to do, lemmas
    blamed_for     prepositions before it: "of", "with"
    resultatives   verb and second word that the parser reads as anything but a verb: "shot dead"
    joined         three words of which the parser reads the first as anything but a verb: "shot and wounded"
    opens          words that open an object behind them; a figure does too
    finite         a past that is no participle, which the parser sees in place of the first of the three
    plain          an adverb and a verb that the parser sees in place of the two; ("", "") for none
    """

    dependencies: dict[str, str] = field(default_factory=dict)
    parts_of_speech: dict[str, str] = field(default_factory=dict)
    fine_tags: dict[str, str] = field(default_factory=dict)
    name_kinds: dict[str, str] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    cut_lemmas: re.Pattern[str] = NEVER
    letter: str = ""
    undergone: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    blamed_for: frozenset[str] = frozenset()
    resultatives: frozenset[tuple[str, str]] = frozenset()
    joined: frozenset[tuple[str, str, str]] = frozenset()
    opens: frozenset[str] = frozenset()
    finite: str = ""
    plain: tuple[str, str] = ("", "")
