"""What a language brings for attributions: one ``AttributionWords(...)``, its `attributions`.

Patterns run over text as it stands unless said otherwise; lists hold lower-case words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lang.needs.forms import NEVER, Forms


@dataclass(frozen=True, slots=True)
class Telling:
    """What makes words inside a statement a statement of somebody else.

    verbs    forms of verbs of telling
    whom     those of them that "to do" may follow: asked him to go
    wants    words before what is to be done: to
    had      words that make a statement even of what a pronoun says: had, told
    denying  those of them that anything may follow: denied any deal
    unsaid   words in a cue that make no statement of it: would say, did not say
    here     sources that are the voice itself, or nobody: I, you, who
    third    pronouns of someone else: he, they
    openers  first words of a clause
    acting   what the first word of a content ends with that needs no subject: leaving
    parts    what parts two clauses of a content: ", and that"
    lead     words and marks before what a content says: and, that
    """

    verbs: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    acting: str = "\0"
    parts: re.Pattern[str] = NEVER
    lead: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """Words by which it is known who speaks, to whom and through whom.

    outlet        a word of an outlet inside a name: Times, Radio
    article       an article at the beginning of a name
    carried       words before an outlet that carried what was said, up to its name: "told the daily"
    told          words before whom something was told, up to his name: "told", "speaking to"
    told_name     those that a name follows at once: "told"
    kind_behind   an apposition that tells what a name is: ", a daily", with the group kind
    quotes        words of an outlet that quotes: "quoted", "cites"
    possessive    what follows an owner: 's
    authored      what stands between a document and who made it: a report [by] the ministry
    leads         words that tie a name to the words before it, so that it is no one's own: of, for
    elsewhere     words of another occasion, so that whoever carried the last words doesn't carry these: "in a letter"
    gave_interview  what somebody did who spoke to the outlet that follows: "gave an interview to"
    kinds         further words for an outlet that was named before: network, paper
    third         pronouns by which whoever spoke last goes on speaking: he
    days          words for a day: monday, yesterday
    joint         what joins those who say something together: ", ", " and "
    both          what may stand before them: "both "
    pair          pronouns for two who were told of together: they, both
    two           those of them that stand for one mention of several too: both
    determiners   first words of a description of somebody: the, her
    asker         labels of who asks in an interview and is nobody named: Q
    relatives     words that open a clause about what stands before it: which, that
    """

    outlet: re.Pattern[str] = NEVER
    article: re.Pattern[str] = NEVER
    carried: re.Pattern[str] = NEVER
    told: re.Pattern[str] = NEVER
    told_name: re.Pattern[str] = NEVER
    kind_behind: re.Pattern[str] = NEVER
    quotes: re.Pattern[str] = NEVER
    possessive: re.Pattern[str] = NEVER
    authored: re.Pattern[str] = NEVER
    leads: frozenset[str] = frozenset()
    elsewhere: re.Pattern[str] = NEVER
    gave_interview: re.Pattern[str] = NEVER
    kinds: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    joint: re.Pattern[str] = NEVER
    both: re.Pattern[str] = NEVER
    pair: frozenset[str] = frozenset()
    two: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    asker: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MannerWords:
    """Words by which the manner of a statement is known, beside the verb's own.

    asked_to   what follows "asked" where something is demanded
    ordering   verbs that demand something where what follows is of the form `ordered`: told her to leave
    ordered    how a content of theirs begins
    questions  words that open a question
    denied     how a content begins that denies
    lemmas     irregular form -> lemma
    endings    endings of regular forms, longest first
    mute       those of them before which a mute letter is dropped: denied, hoping
    mute_letter   that letter
    changed    what a stem ends with before an ending, and with without it: i, y
    """

    asked_to: re.Pattern[str] = NEVER
    ordering: frozenset[str] = frozenset()
    ordered: re.Pattern[str] = NEVER
    questions: frozenset[str] = frozenset()
    denied: re.Pattern[str] = NEVER
    lemmas: dict[str, str] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    mute: frozenset[str] = frozenset()
    mute_letter: str = ""
    changed: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """What the step asks, by its parts.

    forms     forms of words that show who says what
    telling   words by which a statement inside a statement is known
    voices    words by which it is known who speaks, to whom and through whom
    manner    words by which the manner of a statement is known
    """

    forms: Forms = field(default_factory=Forms)
    telling: Telling = field(default_factory=Telling)
    voices: VoiceWords = field(default_factory=VoiceWords)
    manner: MannerWords = field(default_factory=MannerWords)
