"""What a language brings for text: one ``TextWords(...)``, its `text`; readers and steps hand it down to ``text/``.

Lists hold lower-case words; patterns say what they run over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words before a full stop that may end no sentence.

    abbreviations   words that end none: Mr, vs
    with_number     of them those that a number must follow: "No. 5"
    either          those that end a sentence or not, as the next letter tells: "U.S."
    words_too       those that are words as well: "sun", "may"
    alone           single letters that are words: i
    """

    abbreviations: frozenset[str] = frozenset()
    with_number: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    words_too: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CreditWords:
    """How the head and the foot of a text say when, where, by whom and with whose help it was written.

    All patterns run over one line. Groups: place, first (of several places), capitals, date, agency, bare (an agency
    without brackets) and dash of a dateline; agency and more (further agencies) of a credit.

    dateline      "HALDMARK, May 3 (OPS) --"
    dateline_alone   a line that is a dateline
    dateline_inside  a dateline behind a heading or byline that runs into its line
    date_dash     "May 3 (OPS) -"
    speaks        how the words behind a speaker's name and a colon begin, and no report's
    agency_dash   "(OPS) -"
    no_place      words in capitals before a dash that are no place: UPDATE
    content_start how the words behind a dateline begin
    byline        a line that names who wrote, with the groups name and rest
    date_line     a line that is a date
    full_date     words that hold day, month and year, with the groups month, day, month2, day2, year
    months        the first three letters of each month, in order
    reporting     the note of an agency that names who wrote and edited
    reporting_agency   the agency that writes such notes
    agency        a known agency, anywhere
    alone         a line that is a credit
    source        "Source: OPS"
    tail          a credit behind the last sentence
    helped        "With inputs from OPS"; contributed "OPS contributed to this report"
    foot_hints    words one of which must stand in a line before `helped` and `contributed` are tried: both are slow
    agency_form   how the name of an agency looks that is in no list
    """

    dateline: re.Pattern[str] = NEVER
    dateline_alone: re.Pattern[str] = NEVER
    dateline_inside: re.Pattern[str] = NEVER
    date_dash: re.Pattern[str] = NEVER
    agency_dash: re.Pattern[str] = NEVER
    speaks: re.Pattern[str] = NEVER
    no_place: re.Pattern[str] = NEVER
    content_start: re.Pattern[str] = NEVER
    byline: re.Pattern[str] = NEVER
    date_line: re.Pattern[str] = NEVER
    full_date: re.Pattern[str] = NEVER
    months: tuple[str, ...] = ()
    reporting: re.Pattern[str] = NEVER
    reporting_agency: str = ""
    agency: re.Pattern[str] = NEVER
    alone: re.Pattern[str] = NEVER
    source: re.Pattern[str] = NEVER
    tail: re.Pattern[str] = NEVER
    helped: re.Pattern[str] = NEVER
    contributed: re.Pattern[str] = NEVER
    foot_hints: tuple[str, ...] = ()
    agency_form: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class TextWords:
    """What the text itself is split by.

    sentences   words before a full stop that may end no sentence
    credits     how a text says when, where and by whom it was written
    stock       a whole paragraph that papers print with every report
    """

    sentences: SentenceWords = field(default_factory=SentenceWords)
    credits: CreditWords = field(default_factory=CreditWords)
    stock: re.Pattern[str] = NEVER
