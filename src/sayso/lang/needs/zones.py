"""What a language brings for zones: one ``ZoneWords(...)``, its `zones`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang.needs.forms import NEVER


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """Words and patterns by which a stretch of text shows what it is.

    asks           labels of turns that surely ask or answer: Q, Interviewer
    no_speaker     words before a colon that name no speaker, lower case: note, date
    stage          directions in brackets that are no label: [LAUGHTER]
    label          a label of a turn, with the group label
    initial_label  labels after which a full stop may stand for the colon: "Q."
    recording      marks before turns: [BEGIN RECORDING]
    recording_end  marks between turns: [END RECORDING]
    caption        a line that is a caption
    signed_post    a post and who signs it
    dashed         a label of a turn of a parliament, with the groups label and cue: "Mr HOLLIS (Tarnford)—"
    silent         a line between such turns that tells of an interruption
    field          the name of a field in the head of an export or a press release, up to its colon: "LENGTH:"
    code           a code before a field of an export, at the beginning of its line, with the group code
    run_in         a sub-heading that runs into the text, with the groups heading, opener, next and rest
    finite         verbs and the like that no sub-heading holds
    before_name    words that a name follows, so that what ends in them is no sub-heading
    goes_on        words that open a phrase more often than a sub-heading
    before_paper   openers that may begin a paper's name: The
    paper          a paper's name and what it did: "Sun reported"
    small_names    beginnings of names in small letters: al-
    open_end       words that end no sentence
    """

    asks: re.Pattern[str] = NEVER
    no_speaker: frozenset[str] = frozenset()
    stage: re.Pattern[str] = NEVER
    label: re.Pattern[str] = NEVER
    initial_label: re.Pattern[str] = NEVER
    recording: re.Pattern[str] = NEVER
    recording_end: re.Pattern[str] = NEVER
    caption: re.Pattern[str] = NEVER
    signed_post: re.Pattern[str] = NEVER
    dashed: re.Pattern[str] = NEVER
    silent: re.Pattern[str] = NEVER
    field: re.Pattern[str] = NEVER
    code: re.Pattern[str] = NEVER
    run_in: re.Pattern[str] = NEVER
    finite: re.Pattern[str] = NEVER
    before_name: re.Pattern[str] = NEVER
    goes_on: re.Pattern[str] = NEVER
    before_paper: frozenset[str] = frozenset()
    paper: re.Pattern[str] = NEVER
    small_names: tuple[str, ...] = ()
    open_end: frozenset[str] = frozenset()
