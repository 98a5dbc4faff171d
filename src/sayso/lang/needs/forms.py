"""Forms of words by which a language shows plainly who says what, and what is no statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

NEVER: Final = re.compile(r"(?!)")  # a pattern that a language leaves out; it matches nothing


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of words that say plainly what is source, cue and content; patterns run over text as it stands.

    quoted_as_saying   "was quoted (by Y) as saying", with the groups was, by and saying
    citing             ", citing X", with the groups cue and whom
    possessive         a cue that begins with whose it is, "lay the traders' conviction", with the group owner
    statement_nouns    nouns that "that" may follow: claim, warning
    nothing            contents that say nothing: "said nothing"
    asides             words before when or where it was said
    no_content         how a content begins that is none: "(on) behalf of"
    names              words that are names where they look like verbs: "Said"
    bare               nouns by which something goes and that say nothing: according to plan
    no_telling         cue and content of what is no statement: "has seen [a flood]", "named [the gates]"
    nobody             sources that are no one: "no group", "nobody"
    denying            cues by which somebody denies
    deeds              cues that end in a verb of doing: "has hired"
    mere_deeds         those of them that never tell, however sure the tagger is
    worded             how a content begins, or what it holds, that is words of somebody all the same
    worded_inside      what a content holds anywhere that is words of somebody
    purpose            cues that only say what for: "to demand"
    captions           what a line under a picture begins with, before a colon
    naming             cues without a source that only name: "known as"
    unproven           how a content without a source begins that nobody states: "No proof"
    listing            a participle and a bare noun phrase that open a sentence: "Listing the gains"
    how                how a content begins that only tells how it is: "how slowly"
    joins              words between two verbs of one subject: and
    announced          how a text announces an interview: "In this interview"
    unnamed            words by which somebody asks not to be named
    telling_as         ends of "as telling" that whom it was told follows
    telling_whom       last words of cues that whom it was told follows: told, informed
    whom               who was told, up to the clause that was: "reporters (that)"
    no_opening         words that begin no content that stands before its cue: of, is
    no_ending          words that end nothing before such a content: in
    participle         cues that have the subject of the verb beside them: "adding"
    beside             words before whom the source only met: with
    fronted            a source that opens its sentence: "Per the census,", with the groups cue and owner
    according_to       "according to", with the group cue
    quoting            "quoted X as saying", "quoted X on Sunday", with the groups cue, whom and saying
    had_say            "had him say", with the groups cue, whom and saying
    owned_noun         "X's claim that", with the groups owner, noun and opens (where the content starts)
    noun_by            "a threat by X to", with the same groups
    noun_held          "X had one question for Y:", with the groups owner and noun
    talk               "there is talk that", with the group cue
    headline_sources   nouns that may speak in a headline though no list of roles or bodies has them
    no_source          documents that speak in no headline: "analysis"
    believed           "are feared" before "dead", "is thought" before "to be", with the group cue
    carried            by whom words were carried: "printed in Y", with the group who
    interviewed        "an interview with Y", with the group who
    clause_end         what ends a clause: ";", ", but", ", who"
    noun_clause_end    what ends the clause behind a noun: a mark, "but"
    name_and_role      ", X, a forecaster with the weather office" at the end of a content, with the groups who and role
    name_start         how who signs a quotation begins: a capital, "a", "one"
    said_that          "X said that", with the groups owner, cue and opens; only used where there is no tagger
    plainly_said       a sentence's "They denied", "It blamed", "They told the court", with the same groups
    plainly_told       "The mayor said it rained": a sentence that begins with who tells, with the same groups
    asked              "Asked about it, X shrugged", with the groups owner and cue
    told_in_part       "X told me he" up to a quotation, with the groups owner, cue and opens
    to_whom            a headline's "X to Y"
    behind_head        what follows the chief word of a noun phrase: of, on, in
    owner_ending       what a word ends with that owns the next one: 's
    possessive_endings the same, where only the whole ending counts
    plural             the ending of most plurals: s
    articles           a, an, the; indefinite and definite: those of each kind
    in_names           small words inside a name: the, and
    no_name            words that alone name nobody: in, the
    before_day         words before a day: on
    speakers           further nouns for who may say something: source
    outlet_words       further words by which an outlet is known: press, news
    empty_subjects     subjects of "it is understood", "there is talk"
    impersonal         verbs that make such a subject empty: is, appears, transpired
    hearsay_adverb     an adverb, as "reportedly" is one
    hearsay_aside      an aside between commas that may be hearsay: "it is said", with the group cue
    """

    quoted_as_saying: re.Pattern[str] = NEVER
    citing: re.Pattern[str] = NEVER
    possessive: re.Pattern[str] = NEVER
    statement_nouns: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    no_content: re.Pattern[str] = NEVER
    names: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    no_telling: re.Pattern[str] = NEVER
    nobody: re.Pattern[str] = NEVER
    denying: re.Pattern[str] = NEVER
    deeds: re.Pattern[str] = NEVER
    mere_deeds: re.Pattern[str] = NEVER
    worded: re.Pattern[str] = NEVER
    worded_inside: re.Pattern[str] = NEVER
    purpose: re.Pattern[str] = NEVER
    captions: frozenset[str] = frozenset()
    naming: re.Pattern[str] = NEVER
    unproven: re.Pattern[str] = NEVER
    listing: re.Pattern[str] = NEVER
    how: re.Pattern[str] = NEVER
    joins: frozenset[str] = frozenset()
    announced: re.Pattern[str] = NEVER
    unnamed: re.Pattern[str] = NEVER
    telling_as: tuple[str, ...] = ()
    telling_whom: frozenset[str] = frozenset()
    whom: re.Pattern[str] = NEVER
    no_ending: frozenset[str] = frozenset()
    participle: re.Pattern[str] = NEVER
    beside: tuple[str, ...] = ()
    no_opening: frozenset[str] = frozenset()
    fronted: re.Pattern[str] = NEVER
    according_to: re.Pattern[str] = NEVER
    quoting: re.Pattern[str] = NEVER
    had_say: re.Pattern[str] = NEVER
    owned_noun: re.Pattern[str] = NEVER
    noun_by: re.Pattern[str] = NEVER
    noun_held: re.Pattern[str] = NEVER
    talk: re.Pattern[str] = NEVER
    headline_sources: frozenset[str] = frozenset()
    no_source: frozenset[str] = frozenset()
    believed: re.Pattern[str] = NEVER
    carried: re.Pattern[str] = NEVER
    interviewed: re.Pattern[str] = NEVER
    clause_end: re.Pattern[str] = NEVER
    noun_clause_end: re.Pattern[str] = NEVER
    name_and_role: re.Pattern[str] = NEVER
    name_start: re.Pattern[str] = NEVER
    said_that: re.Pattern[str] = NEVER
    plainly_said: re.Pattern[str] = NEVER
    plainly_told: re.Pattern[str] = NEVER
    asked: re.Pattern[str] = NEVER
    told_in_part: re.Pattern[str] = NEVER
    to_whom: re.Pattern[str] = NEVER
    behind_head: re.Pattern[str] = NEVER
    owner_ending: re.Pattern[str] = NEVER
    possessive_endings: tuple[str, ...] = ()
    plural: str = ""
    articles: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    in_names: frozenset[str] = frozenset()
    no_name: frozenset[str] = frozenset()
    before_day: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    empty_subjects: frozenset[str] = frozenset()
    impersonal: re.Pattern[str] = NEVER
    hearsay_adverb: re.Pattern[str] = NEVER
    hearsay_aside: re.Pattern[str] = NEVER
