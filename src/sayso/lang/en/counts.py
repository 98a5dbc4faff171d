"""English words that tell which kind of count a number is."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.needs.counts import CountWords

COUNTS: Final = CountWords(
    excess=re.compile(r"\bexcess\b", re.IGNORECASE),
    new=re.compile(
        r"\b(?:new(?:ly)?|daily|(?:a|each|per|every) (?:day|night|week|month|year)|in (?:a|one) (?:day|night|week)|"
        r"(?:past|last|previous) (?:24 hours|day|week))\b",
        re.IGNORECASE,
    ),
    total=re.compile(
        r"\b(?:so far|in (?:all|total)|(?:a|the) total|altogether|overall|since|cumulative|to date|death toll|"
        r"toll (?:has )?(?:rose|risen|climbed|reached))\b",
        re.IGNORECASE,
    ),
    more=re.compile(
        r"\b(?:another|more|others?|additional|further|(?:among|of) (?:them|these|those|whom|the dead))\b(?! than\b)",
        re.IGNORECASE,
    ),
    earlier=re.compile(
        r"\b(?:(?<!away )from|compared (?:to|with)|in comparison (?:to|with)|against|versus|as opposed to)"
        r"(?: (?:the|an?|its|their|some|about|around|nearly|almost|over|just|only|more than|less than)){0,2}\s*$",
        re.IGNORECASE,
    ),
    origin=re.compile(r"\b[Ff]rom (?:the )?([A-Z][\w’'-]+)"),
    before=re.compile(r"\b(?:before|prior to|ahead of)\b", re.IGNORECASE),
    after=re.compile(r"\b(?:after|since)\b", re.IGNORECASE),
    called=re.compile(r"(?:\b[Tt]he|\b[A-Z][\w’'-]{0,40}) $"),
    without=re.compile(
        r"\b(?:minus|excluding|except(?:ing| for)?|apart from|not (?:including|counting)|without (?=(?-i:[A-Z])))",
        re.IGNORECASE,
    ),
    anyone=words(
        "people person persons life lives victim victims dead death deaths fatality fatalities casualty casualties "
        "body bodies others individuals residents locals human beings wounded injured injuries souls men"
    ),
)
