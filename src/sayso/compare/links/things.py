"""What tells that two numbers of two sentences count two things, and so neither contradicts the other.

Another day, place, year or kind of count rules out that they are one; two numbers that differ are rivals only if also
nothing tells that one is that of another time, of a part or of another whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.compare.links.deeds import OTHER_WORD, elsewhere, known, trigger_words
from sayso.compare.links.sides import days_between
from sayso.lang import language_for
from sayso.match.numbers import COUNTED
from sayso.nlp.wording import nearness
from sayso.values.findings import Quantity
from sayso.values.tellings import Testimony, ToldDeed

STEM: Final = 4  # letters of a noun that are compared
BESIDE: Final = 40  # code points beside a number that tell its kind
YEAR: Final = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
AHEAD: Final = frozenset({"not_yet", "hypothetical"})
WEEKDAY: Final = "XXXX-W"  # how a day of the week begins of which the date is not known
ONE_EVENT_DAYS: Final = 14  # between two reports of one event that name no day
NOW_DAYS: Final = 31  # between a report and a day that it need not name, because it is about now
WHOLE_WORDS: Final = 6  # after a share that tell what it is a share of
WORD: Final = re.compile(r"[^\W\d_]+")
BEFORE_AND_AFTER: Final = frozenset({"before", "after"})
STOP: Final = re.compile(r"[,.;:()\n\"“”]")


def apart(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether something tells that two numbers count two things: day, place, plan or deed, kind of count."""
    mine, theirs = deeds_of(a, first), deeds_of(b, second)
    if _kinds(a, first) != _kinds(b, second) or other_years(a, b):
        return True
    if a.where and b.where and not any(x[0] in y or y[0] in x for x in a.where for y in b.where):
        return True
    if a.names and b.names and not _shares_name(a, b):
        return True
    days = (days_of(a, mine), days_of(b, theirs))
    if all(days) and not any(may_meet(x, y) for x in days[0] for y in days[1]):
        return True
    for x in mine:
        for y in theirs:
            if (x.state in AHEAD) != (y.state in AHEAD) or elsewhere(x, y):
                return True
    return False


def may_meet(x: tuple[str, str], y: tuple[str, str]) -> bool:
    """Whether two stretches of days may have one in common; so may a day whose year is not known.

    >>> may_meet(("XXXX-WXX-2", "XXXX-WXX-2"), ("XXXX-WXX-6", "XXXX-WXX-6"))
    False
    >>> may_meet(("XXXX-WXX-2", "XXXX-WXX-2"), ("2031-05-02", "2031-05-02"))
    True
    """
    if (x[0][0] == "X") != (y[0][0] == "X"):
        dated = y if x[0][0] == "X" else x
        if WEEKDAY in (x[0][: len(WEEKDAY)], y[0][: len(WEEKDAY)]) or dated[0][:4] != dated[1][:4]:
            return True
        x, y = (x[0][4:], x[1][4:]), (y[0][4:], y[1][4:])  # in any year
    elif x[0].startswith(WEEKDAY) != y[0].startswith(WEEKDAY):
        return True
    return x[0][: len(y[1])] <= y[1] and y[0][: len(x[1])] <= x[1]


def rivals(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether two numbers that differ may contradict each other; `apart` is asked besides.

    They do not where one is told to be of another time, or to be of a part, or they are shares of two wholes.
    """
    if _is_earlier(a, first) != _is_earlier(b, second) or _kept_apart(a) != _kept_apart(b):
        return False
    if _sides_of_event(a) ^ _sides_of_event(b) == BEFORE_AND_AFTER:
        return False
    if called_by_number(a, first) or called_by_number(b, second):
        return False
    if first.role == second.role == "share" and _other_whole(a, first, b, second):
        return False
    return first.role in COUNTED or first.role == "age" or _one_period(a, first, b, second)


def has_someone_in_both(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether someone, or a place, is named in both sentences."""
    return bool(known(a.named, who) & known(b.named, who) or {x[0] for x in a.where} & {x[0] for x in b.where})


def other_people(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether both sentences name someone, and no one in common."""
    mine, theirs = known(a.named, who), known(b.named, who)
    return bool(mine and theirs) and not mine & theirs


def of_one_matter(a: Testimony, b: Testimony, who: Mapping[str, str]) -> bool:
    """Whether two sentences may be of one matter: of one time, with someone or a place in common.

    What two speakers tell of themselves is of two.
    """
    days = days_between(a.published, b.published)
    one_time = days is not None and days <= ONE_EVENT_DAYS
    if not (one_time or {*a.days} & {*b.days} or years_of(a) & years_of(b)):
        return False
    mine, theirs = known(a.named, who), known(b.named, who)
    selves = mine & known(a.speakers, who), theirs & known(b.speakers, who)
    if all(selves) and not selves[0] & selves[1]:
        return False
    return has_someone_in_both(a, b, who)


def called_by_number(telling: Testimony, number: Quantity) -> bool:
    """Whether a number with no noun is what something is called: "the 707", "Flight 12"."""
    bare = number.unit is None and number.counts is None and number.role == "other"
    return bare and bool(language_for(telling.lang).counts.called.search(_before(telling, number)))


def _before(telling: Testimony, number: Quantity) -> str:
    """What stands in the sentence before a number and its hedge."""
    start = min(number.span.start, number.hedge.start) if number.hedge is not None else number.span.start
    return telling.text[max(telling.start - telling.base, start - BESIDE) : start]


def _is_earlier(telling: Testimony, number: Quantity) -> bool:
    """Whether it is what a count was before it changed: "to 3.2 million from 2.6 million"."""
    return bool(language_for(telling.lang).counts.earlier.search(_before(telling, number)))


def _kept_apart(telling: Testimony) -> tuple[bool, frozenset[str]]:
    """Whether a sentence counts all but something ("minus Iraq"), and where what it counts comes from by name."""
    words = language_for(telling.lang).counts
    sentence = telling.sentence
    return bool(words.without.search(sentence)), frozenset(name.lower() for name in words.origin.findall(sentence))


def _sides_of_event(telling: Testimony) -> frozenset[str]:
    """On which sides of something else it is told to be: before it, after it."""
    words = language_for(telling.lang).counts
    sentence = telling.sentence
    return frozenset(side for side in BEFORE_AND_AFTER if getattr(words, side).search(sentence))


def other_deeds(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether two numbers are counted by two things done, of which neither word means the other: cancelled, delayed."""
    if first.role in COUNTED:
        return False
    mine, theirs = deeds_of(a, first), deeds_of(b, second)
    return bool(mine and theirs) and not any(
        {*x.stems} & {*y.stems} or nearness(trigger_words(a, x), trigger_words(b, y), a.lang) >= OTHER_WORD
        for x in mine
        for y in theirs
    )


def _other_whole(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether two shares are told to be of two wholes: of the tuna and of the fish."""
    mine, theirs = _whole(a, first), _whole(b, second)
    return bool(mine - theirs and theirs - mine)


def _whole(telling: Testimony, number: Quantity) -> set[str]:
    """Beginnings of the words for what a share is of, without names; none where it is not told."""
    behind = STOP.split(telling.text[number.span.end : telling.end - telling.base], maxsplit=1)[0]
    found = WORD.findall(behind)[: WHOLE_WORDS + 1]
    if not found or found[0].lower() not in language_for(telling.lang).figures.part_of:
        return set()
    return {word[:STEM] for word in found[1:] if len(word) >= STEM and word[0].islower()}


def _one_period(a: Testimony, first: Quantity, b: Testimony, second: Quantity) -> bool:
    """Whether two numbers that are measured again and again may be of one time.

    Both tell a time (`apart` has compared these) or neither does; if one does, the other is of the day of its report.
    """
    mine, theirs = (days_of(one, deeds_of(one, number)) for one, number in ((a, first), (b, second)))
    if bool(mine) == bool(theirs):
        return True
    held, other = (mine, b) if mine else (theirs, a)
    between = (days_between(day, other.published) for stretch in held for day in stretch if day[0] != "X")
    return any(days is not None and days <= NOW_DAYS for days in between)


def _shares_name(a: Testimony, b: Testimony) -> bool:
    """Whether a name of one sentence stands in the other one."""
    if {*a.named} & {*b.named}:
        return True
    for one, other in ((a, b), (b, a)):
        text = other.sentence.lower()
        if any(name in text for name in one.names):
            return True
    return False


def deeds_of(telling: Testimony, number: Quantity) -> list[ToldDeed]:
    """The events that a number is counted by."""
    return [deed for deed in telling.deeds if number.id in deed.numbers]


def days_of(telling: Testimony, deeds: Sequence[ToldDeed]) -> list[tuple[str, str]]:
    """When these events are told to be, or else the sentence, as stretches of days."""
    return [(deed.first, deed.last) for deed in deeds if deed.first and deed.last] or list(telling.days)


def _kinds(telling: Testimony, number: Quantity) -> tuple[bool, ...]:
    """The kind of count: what the words beside a number say."""
    words = language_for(telling.lang).counts
    start, end = number.span.start, number.span.end
    low = max(telling.start - telling.base, start - BESIDE)
    text = telling.text[low : min(telling.end - telling.base, end + BESIDE)]
    new = bool(words.new.search(text))
    return bool(words.excess.search(text)), new and not words.total.search(text), bool(words.more.search(text))


def other_years(a: Testimony, b: Testimony) -> bool:
    """Whether two sentences name years, and none in common."""
    mine, theirs = years_of(a), years_of(b)
    return bool(mine and theirs and not mine & theirs)


def years_of(telling: Testimony) -> set[str]:
    """The years that a sentence names."""
    return {*YEAR.findall(telling.sentence)}


def other_noun(first: Quantity, second: Quantity, code: str) -> bool:
    """Whether two numbers count what is called otherwise; of the dead one may be called people, the other miners."""
    if first.counts is None or second.counts is None:
        return False
    mine, theirs = ({word.lower() for word in span.text.split()} for span in (first.counts, second.counts))
    anyone = language_for(code).counts.anyone if first.role in COUNTED else frozenset()
    if mine & anyone or theirs & anyone:
        return False
    return not {word[:STEM] for word in mine} & {word[:STEM] for word in theirs}
