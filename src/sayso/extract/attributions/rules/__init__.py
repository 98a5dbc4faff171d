"""The named rules of the step, and the order in which they run on the tagger's candidates.

The order is data: a rule that is not in it does not run (a test says that none is left out). Rules that put right what
the tagger found come first, then those that add what it was seldom shown, then those that leave out what says nothing.
"""

from __future__ import annotations

from typing import Final

from sayso.extract.attributions.rules import (  # noqa: F401 - importing a module registers its rules
    according,
    boundaries,
    continuations,
    headlines,
    hearsay,
    mails,
    marks,
    nominal,
    not_statements,
    plain,
    quoting,
)
from sayso.extract.attributions.rules.registry import RULES, Rule, run_rules

__all__ = ("ORDER", "RULES", "in_order", "run_rules")

ORDER: Final = (
    # what was found, cut rightly
    "whole-quotation", "name-not-verb", "verb-behind-clause",
    "speaker-behind-content", "told-whom-no-source", "met-is-no-source", "name-and-role",
    "begins-with-its-sentence", "parted-subject", "told-whom-no-content",
    "according-to", "according-to-sentence", "according-to-inside", "according-to-and-said",
    "participle",
    # who quotes and who is quoted; nouns that tell; nobody in particular
    "was-quoted", "quoted-him", "had-him-say", "asking-not-to-be-named",
    "owner-in-cue", "noun-and-main-verb",
    "nobody-named", "impersonal", "adverb-of-hearsay", "hearsay-aside", "reportedly", "believed", "talk",
    "no-dateline", "no-field-code",
    # what marks show
    "turn", "post", "colon-lead", "dash-after", "dash-before", "headline", "said-that",
    "quotation-in-pieces", "citing", "surname-in-cue", "carried-by", "interviewed-by",
    # what says nothing, and what says the same
    "said-already", "how-it-is", "said-nothing", "no-verb-of-telling", "nobody-says", "deed",
    "purpose", "only-naming",
    "nothing-proven", "listing", "by-which", "by-plan", "interview-announced",
    "field-of-export", "caption", "dateline-clause", "dateline-colon",
    # what nobody has found yet
    "fronted-source", "claim-of-owner", "claim-by", "had-one-question",
    "plainly-said", "asked-and-quoted", "told-in-part-quoted",
    "says-the-same", "over-paragraphs", "goes-on", "quoted-mail",
)  # fmt: skip


def in_order() -> tuple[Rule, ...]:
    """The rules in the order in which they run."""
    return tuple(RULES[name] for name in ORDER)
