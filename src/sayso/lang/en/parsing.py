"""What English says of its parser: its labels are our own names."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.needs.parsing import Parsing

PARSING: Final = Parsing(
    name_kinds={"NUMBER": "CARDINAL"},  # the tagger knows one kind of numbers
    endings=("ed", "ing"),
    # "staged" is of "stage" and not of "stag": a verb of this form doubles its last letter, "stagged"
    cut_lemmas=re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]"),
    letter="e",
)
