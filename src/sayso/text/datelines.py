"""The dateline that a report begins with: where, when and by which agency it was sent. Called by `text/credits`.

What stands in capitals before a dash is a dateline; so is a name with a date or an agency behind it. A name alone
("Karachi: ", "Beirut, Lebanon – ") is one only if the gazetteer has a town of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.text import CreditWords
from sayso.world.agencies import AMBIGUOUS, NO_AGENCY, agency_name, spelled_out
from sayso.world.gazetteer import COUNTRY, REGION, TOWN, load_gazetteer
from sayso.world.place_names import normal

SHORTEST_LEAD: Final = 60  # characters of a line that a place alone may open
SHORTEST_PLACED: Final = 40  # the same where the gazetteer knows the place
INSIDE_CHARACTERS: Final = 260  # of a line, in which a dateline behind a heading is looked for
LEAST_PEOPLE: Final = 3.0  # log10 of the people of a town in capitals, or with its country behind it
LEAST_PEOPLE_SHORT: Final = 4.0  # the same of a name of four letters or fewer, which may be an abbreviation
LEAST_PEOPLE_ALONE: Final = 4.7  # the same of a name in small letters that nothing else marks
SHORT_NAME: Final = 4  # letters
SENTENCE_MARK: Final = re.compile(r"[.!?;:]")
SENTENCE_END: Final = re.compile(r"[.!?…][\"”’»)\]]*\s*\Z")
LAST_OF_PLACE: Final = re.compile(r"(?:,\s(?P<name>[^,()]+)\Z|\((?P<inside>[^,()]+)\))")
LABEL: Final = re.compile(r"^[^\W\d_][\w.’' -]{1,40}: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline in a line: where it stands there, its date as written, and its agency with where that stands."""

    start: int
    end: int
    date: str = ""
    agency: tuple[str, int, int] | None = None


def find_dateline(text: str, start: int, end: int, words: CreditWords) -> FoundDateline | None:
    """The dateline of the line text[start:end], with offsets from its start; None if it has none.

    >>> from sayso.lang import load_language
    >>> english = load_language("en").text.credits
    >>> for line in ("May 3 (AP) - Boats stay.", "Karachi: Police have arrested a driver, the mayor said."):
    ...     found = find_dateline(line, 0, len(line), english)
    ...     print(line[found.start : found.end], found.agency)
    May 3 (AP) ('AP', 7, 9)
    Karachi None
    """
    line = text[start:end]
    match = _match(text, line, words)
    if match is None:
        return None
    date = group(match, "date") or group(match, "date2")
    at = match.start()
    past = at + len(line[at : match.start("dash")].rstrip(" ,:.|\t"))
    if group(match, "place") and past == match.end("place") - 1:
        past += 1  # "WASHINGTON, D.C."
    found = span(match, "agency") or span(match, "bare")
    if found is not None:
        form = line[slice(*found)]
        agency = _agency(form, text, words, dated=bool(date)) if not _place(match) else None
        return FoundDateline(at, past, date, (agency, *found) if agency else None)
    last = LAST_OF_PLACE.search(line, at, past)  # "DAMASCUS, SANA -"
    found = span(last, "name") or span(last, "inside") if last is not None else None  # "BEIRUT (AFP), May 3 -"
    if last is None or found is None or line[slice(*found)] in AMBIGUOUS and not group(last, "inside"):
        return FoundDateline(at, past, date)
    own = agency_name(line[slice(*found)])
    return FoundDateline(at, past, date, (own, *found) if own else None)


def group(match: re.Match[str], name: str) -> str:
    """What a group of this name holds; "" where the pattern has none, or it took no part."""
    return match.groupdict().get(name) or ""


def span(match: re.Match[str], name: str) -> tuple[int, int] | None:
    """Where a group of this name stands; None where the pattern has none, or it took no part."""
    return match.span(name) if group(match, name) else None


def _match(text: str, line: str, words: CreditWords) -> re.Match[str] | None:
    for pattern in (words.agency_dash, words.date_dash):
        match = pattern.match(line)
        if match is not None and (agency_name(match["agency"]) or pattern is words.date_dash and _place(match)):
            return match
    match = words.dateline.match(line)
    if match is not None and _holds(text, line, match, words):
        return match
    match = words.dateline_alone.match(line)
    if match is not None and (match["date"] or agency_name(match["agency"] or "")):
        return match
    return words.dateline_inside.search(line, 0, INSIDE_CHARACTERS)


def _place(match: re.Match[str]) -> bool:
    """Whether a town stands in the brackets in which an agency is looked for: "May 3, 2031 (KHARTOUM) -"."""
    form = match["agency"] or ""
    return not group(match, "place") and not agency_name(form) and form.isupper() and _town(form, LEAST_PEOPLE)


def _holds(text: str, line: str, match: re.Match[str], words: CreditWords) -> bool:
    """Whether what looks like a dateline is one."""
    if words.no_place.match(line):
        return False
    mark, after = match["dash"].strip(), line[match.end() :]
    if not words.content_start.match(after):
        return False
    form = match["agency"] or match["bare"]
    known = bool(form) and bool(agency_name(form) or agency_name(re.split(r"\s*[/,]\s*", form)[0]))
    date = bool(match["date"] or match["date2"])
    capitals = bool(match["capitals"])
    if not mark:  # "Washington (CNN)Police", "KABUL (AP) Police"
        glued = not match["dash"] and bool(form) and form.isupper()
        return (glued or known and capitals) and _town(match["first"], LEAST_PEOPLE)
    if mark == ".":  # "MOSCOW, May 3. /TASS/. "
        return known
    if mark in (":", "|"):
        return _before_colon(text, line, match, words, date=date, known=known)
    if not capitals and any(len(word) > 2 and word.isupper() for word in match["first"].split()):
        return False  # "By Ann Case BAGHDAD (AP) -"
    loose = match["dash"][-1:].isspace()
    if mark == "-" and not loose:
        return False
    if not capitals:
        # "Kabul (Pajhwok) -": a name in small letters needs more than a dash
        return date or bool(form) and (known or not _is_place_note(form)) or _well_known(line, match, words)
    if date or form:
        return True
    return not after.isupper() and len(match["capitals"]) >= 3 and len(line) >= SHORTEST_LEAD


def _before_colon(text: str, line: str, match: re.Match[str], words: CreditWords, *, date: bool, known: bool) -> bool:
    """Whether a colon stands behind a place and not behind a speaker or a heading."""
    after = line[match.end() :]
    if words.speaks.match(after) or after.isupper():
        return False
    if date or known:
        return date or _town(match["first"], LEAST_PEOPLE)
    if match["capitals"]:
        return len(line) >= SHORTEST_PLACED and _town(match["first"], LEAST_PEOPLE)
    return len(LABEL.findall(text)) < 2 and _well_known(line, match, words)


def _well_known(line: str, match: re.Match[str], words: CreditWords) -> bool:
    """Whether a name in small letters, with nothing but a mark behind it, is that of a town that opens a report."""
    if len(line) < SHORTEST_PLACED or not SENTENCE_END.search(line) or words.speaks.match(line[match.end() :]):
        return False
    if match["agency"] or match["bare"]:
        return False
    regions = match["place"][len(match["first"]) :].removesuffix(match["more"]).split(",")[1:]
    if regions:
        return _town(match["first"], LEAST_PEOPLE) and all(_region(name) for name in regions)
    return _town(match["first"], LEAST_PEOPLE_ALONE)


def _town(name: str, least: float) -> bool:
    """Whether a town of this name, of so many people (log10) or a capital, is in the gazetteer."""
    held = load_gazetteer()
    if len(name) <= SHORT_NAME:
        least = max(least, LEAST_PEOPLE_SHORT)
    for row, _ in held.look_up([normal(name)])[0]:
        kind, _ = held.kind_of(row)
        if kind == COUNTRY and not name.isupper():
            return False
        if row in held.capitals or kind == TOWN and held.people(row) >= least:
            return True
    return False


def _region(name: str) -> bool:
    """Whether a country, region or the like has this name; what is shortened ("Calif.") is taken for one."""
    held = load_gazetteer()
    name = name.strip()
    if name.endswith("."):
        return True
    return any(held.kind_of(row)[0] in (COUNTRY, REGION) or held.kind_of(row)[0] > TOWN
               for row, _ in held.look_up([normal(name)])[0])  # fmt: skip


def _is_place_note(words: str) -> bool:
    return words in NO_AGENCY or words.lower() == words or bool(re.search(r"\d|[.!?;]", words))


def _agency(form: str, text: str, words: CreditWords, *, dated: bool) -> str | None:
    """The agency in brackets before the dash: a known one, or any that can be one by its form."""
    form = " ".join(form.split())
    known = agency_name(form)
    if known:
        return known
    first = re.split(r"\s*[/,]\s*", form)[0]
    if agency_name(first):
        return agency_name(first)
    if form in NO_AGENCY or form.lower() == form or SENTENCE_MARK.search(form):
        return None
    named = words.agency_form.fullmatch(form)
    if named or (dated and form.isupper()):
        return spelled_out(form, text) or form
    return None
