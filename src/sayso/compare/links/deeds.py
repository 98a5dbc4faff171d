"""What two tellings of one event show beside each other: whether it happened, when, where, and who did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.compare.links.sides import days_between, near_in_time, one_voice
from sayso.nlp.wording import nearness
from sayso.values.tellings import Sign, Testimony, ToldDeed

LIKE_SAME: Final = 0.38  # likeness of two sentences from which what differs may be told of one thing in other words
VAGUE_DAYS: Final = 3  # a date that may be any of more days is compared with no other
MOST_DAYS: Final = 10  # between two dates of one event; what is further apart happened twice
PLACE_DAYS: Final = 2  # between two reports that tell two places of one deed without a day
WORD_STEM: Final = 5  # letters of a word that are compared
ONE_WORD: Final = 0.6  # nearness of two words from which they may be words for one thing
OTHER_WORD: Final = 0.45  # and up to which they are words for two


def stems_of(words: Iterable[str]) -> set[str]:
    """The beginnings of words, by which forms of one are told to be one."""
    return {word[:WORD_STEM] for word in words}


def elsewhere(a: ToldDeed, b: ToldDeed) -> bool:
    """Whether two events are in two places, of which neither lies in the other."""
    return bool(a.places and b.places) and a.places[0] not in b.places and b.places[0] not in a.places


@dataclass(frozen=True, slots=True)
class DeedWords:
    """How the words of two events stand to each other.

    one_trigger         both may be of one kind: by their triggers, or by their type and what they are done to, or by
                        who does them and what they are done to
    doers, undergoers   how near the words for these are: -1 to 1
    """

    one_trigger: bool
    doers: float
    undergoers: float

    @classmethod
    def of(cls, a: Testimony, mine: ToldDeed, b: Testimony, theirs: ToldDeed) -> DeedWords:
        """Of two events in their sentences."""
        doers, undergoers = (
            1.0 if stems_of(some) & stems_of(others) else nearness(some, others, a.lang)
            for some, others in ((mine.doers, theirs.doers), (mine.undergoers, theirs.undergoers))
        )
        one = bool({*mine.stems} & {*theirs.stems})
        if not one and undergoers >= ONE_WORD:
            one = (mine.type == theirs.type != "") or doers >= ONE_WORD
        if not one:
            one = nearness(trigger_words(a, mine), trigger_words(b, theirs), a.lang) >= ONE_WORD
        return cls(one, doers, undergoers)


def trigger_words(telling: Testimony, deed: ToldDeed) -> list[str]:
    """The words of an event's trigger, in small letters."""
    return telling.text[deed.start - telling.base : deed.end - telling.base].lower().split()


def _one_deed(
    mine: ToldDeed, theirs: ToldDeed, a: Testimony, b: Testimony, who: Mapping[str, str], words: DeedWords
) -> bool:
    """Whether two events are one: by their triggers, and in one role somebody in common and in none nobody.

    Who has no name is told by the words for him; two names are two persons unless they are one identity.
    """
    if not words.one_trigger or elsewhere(mine, theirs):
        return False
    shared = 0
    for entities, others, called, near in (
        (mine.agents, theirs.agents, bool(mine.doers and theirs.doers), words.doers),
        (mine.patients, theirs.patients, False, words.undergoers),
    ):
        some, more = known(entities, who), known(others, who)
        if some & more:
            shared += 1
        elif (
            near < ONE_WORD
            and (called or (some and more))
            or some
            and more
            and {*entities} & {*a.named}
            and {*others} & {*b.named}
        ):
            return False
        else:
            shared += near >= ONE_WORD
    return shared > 0


def known(entities: Iterable[str], who: Mapping[str, str]) -> set[str]:
    """Who these entities of a report are in the case."""
    return {who.get(entity, entity) for entity in entities}


def deed_signs(
    mine: ToldDeed, theirs: ToldDeed, a: Testimony, b: Testimony, like: float, who: Mapping[str, str]
) -> Iterator[Sign]:
    """What two tellings of one event show: whether it happened, when, where, and who did it."""
    words = DeedWords.of(a, mine, b, theirs)
    away = _days_apart(mine, theirs)
    if not words.one_trigger or (away is not None and away > MOST_DAYS):
        return  # what is done again and again
    happened = ["denied" if telling.denied else deed.state for deed, telling in ((mine, a), (theirs, b))]
    if not _one_deed(mine, theirs, a, b, who, words):
        if happened == ["done", "done"] and like >= LIKE_SAME and not away:
            yield from _clash(mine, theirs, a, b, who, words)
        return
    triggers = (mine.start, mine.end), (theirs.start, theirs.end)
    if sorted(happened) == ["denied", "done"]:
        if not {*mine.stems} & {*theirs.stems}:
            return  # "rejected" and "did not ratify": words that are near may be opposites
        yield Sign("differs", "factuality", *triggers)
    elif happened == ["done", "done"]:
        if like >= LIKE_SAME:
            yield Sign("agrees", "factuality", *triggers)
        if away and a.speakers != b.speakers:
            yield Sign("differs", "date", mine.when, theirs.when)
        elif away == 0:
            yield Sign("agrees", "date", mine.when, theirs.when)


def _clash(
    mine: ToldDeed, theirs: ToldDeed, a: Testimony, b: Testimony, who: Mapping[str, str], words: DeedWords
) -> Iterator[Sign]:
    """One deed that two voices tell of two doers, or of two places.

    Only of sentences that are much alike, in reports of one time, where all else fits: whom it is done to, and for a
    place also who does it. Neither doer stands in the other sentence, and their words mean two: soldiers and the army
    are one.
    """
    if one_voice(a, b, who) or not near_in_time(a, b) or not (a.speakers or b.speakers):
        return
    agents = known(mine.agents, who), known(theirs.agents, who)
    patients = known(mine.patients, who), known(theirs.patients, who)
    away = _days_apart(mine, theirs)
    done_to = bool(patients[0] & patients[1]) or words.undergoers >= ONE_WORD
    if not done_to or (
        {*mine.patients} & {*a.named} and {*theirs.patients} & {*b.named} and not patients[0] & patients[1]
    ):
        return
    if elsewhere(mine, theirs):
        days = days_between(a.published, b.published)
        one_day = away == 0 or (days is not None and days <= PLACE_DAYS)  # the same is done again elsewhere
        if one_day and agents[0] & agents[1] and mine.where != (0, 0) != theirs.where:
            yield Sign("differs", "place", mine.where, theirs.where)
    elif mine.by != (0, 0) != theirs.by and not agents[0] & agents[1] and words.doers <= OTHER_WORD:
        told = {stem for one in (a, b) for stem, _ in one.words}
        both = {stem for stem, _ in a.words} & {stem for stem, _ in b.words}
        doers = stems_of(mine.doers) | stems_of(theirs.doers)
        if mine.doers and theirs.doers and doers <= told and not doers & both:
            yield Sign("differs", "actor", mine.by, theirs.by)


def _days_apart(a: ToldDeed, b: ToldDeed) -> int | None:
    """How many days lie between two events; 0 if they may be of one day, None where either has no day."""
    if not all((a.first, a.last, b.first, b.last)):
        return None
    first, last, other_first, other_last = (date.fromisoformat(d) for d in (a.first, a.last, b.first, b.last))
    if (last - first).days > VAGUE_DAYS or (other_last - other_first).days > VAGUE_DAYS:
        return None
    return max(0, (other_first - last).days, (first - other_last).days)
