"""What English says of its parser: its labels are our own names."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.control import CONTROL
from sayso.lang.needs.parsing import Parsing

PARSING: Final = Parsing(
    name_kinds={"NUMBER": "CARDINAL"},  # the tagger knows one kind of numbers
    endings=("ed", "ing"),
    # "staged" is of "stage" and not of "stag": a verb of this form doubles its last letter, "stagged"
    cut_lemmas=re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]"),
    letter="e",
    undergone=words(
        "abduct kidnap arrest detain jail imprison injure wound kill hurt damage destroy loot raze seize confiscate "
        "free release rescue evacuate displace hospitalise hospitalize charge sentence behead execute beat torture "
        "rape rob ban expel deport evict sack fire dismiss suspend cancel injured wounded damaged destroyed hurt "
        "return close shut block burn bomb shell capture recover find"
    ),
    blaming=CONTROL.blames,
    blamed_for=words("of with for"),
    # "men on a motorbike shot dead a judge": of "also", "quickly", "had" with "killed" the one that 15 sentences take
    resultatives=frozenset({("shot", "dead"), ("gunned", "down"), ("mown", "down"), ("mowed", "down")}),
    joined=frozenset(("shot", "and", after) for after in ("killed", "wounded", "injured", "hurt")),
    opens=words(
        "a an the his her its their our my one two three four five six seven eight nine ten twelve dozens several"
    ),
    finite="took",
    plain=("quickly", "killed"),
)
