"""Two reports laid side by side: what both tell, in the same words or in others, and what one of them tells alone.

The comparisons of a case are run on these two alone, with what people judged of them, so that it takes as long in a
case of a hundred thousand reports as in one of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.compare import load_case_steps, steps_for
from sayso.compare.copies import compare_words
from sayso.compare.running import CaseData, run
from sayso.match.numbers import by_value, ties_between
from sayso.store.memory import MemoryStore
from sayso.text.shared import words_of
from sayso.values.accounts import Account, AccountShown, Recounted
from sayso.values.beside import OnlyIn, SideBySide
from sayso.values.case import Judgement, ReportRow
from sayso.values.findings import Quantity
from sayso.values.identities import Identity
from sayso.values.numbers import NumberInText, NumberPair
from sayso.values.reading import Reading
from sayso.values.spans import Span
from sayso.views.accounts import origin_numbers, recounted

DATES: Final = frozenset({"DATE", "TIME"})
NOT_TOLD: Final = frozenset({"duration"})  # of which any report has many
LEAST_NUMBER: Final = 2  # "one" is hardly ever a count
Rows = tuple[ReportRow, ReportRow]
Readings = tuple[Reading, Reading]


def side_by_side(rows: Rows, readings: Readings, judgements: Sequence[Judgement]) -> SideBySide:
    """Both reports, what they share and what they do not.

    judgements   in force; those that are about other reports too are passed over
    """
    one, other = (reading.report.text for reading in readings)
    label, score, passages = compare_words(words_of(one), words_of(other)) or (None, 0.0, ())
    numbers = [_numbers(reading) for reading in readings]
    pairs = tuple(
        NumberPair(a.quantity, b.quantity, tie)
        for a, b, tie in ties_between(*numbers)
        if a.quantity is not None and b.quantity is not None
    )
    read = {reading.report.id: reading for reading in readings}
    about = [one for one in judgements if all(subject.report in read for subject in one.subjects)]
    data = CaseData(dict.fromkeys(read, ""), read.__getitem__, about, arrivals={id_: at for at, id_ in enumerate(read)})
    load_case_steps()
    shelf = MemoryStore()
    accounts: Mapping[str, Account] = run(steps_for("accounts"), data, shelf)
    who: Mapping[str, Identity] = run(steps_for("identity"), data, shelf)
    paired = {quantity.id for pair in pairs for quantity in (pair.one, pair.other)}
    only = tuple(_only(mine, theirs, who, paired) for mine, theirs in (readings, readings[::-1]))
    return SideBySide(*rows, label, score, passages, pairs, tuple(_told(accounts, rows, readings)), only)


def _numbers(reading: Reading) -> list[NumberInText]:
    report = reading.report
    return [NumberInText(report.text, q.span.start, q.span.end, q, report.published) for q in reading.quantities]


def _told(accounts: Mapping[str, Account], rows: Rows, readings: Readings) -> Iterator[AccountShown]:
    """What both reports tell, in the order of the first."""
    found = []
    for account in accounts.values():
        origins = origin_numbers(account)
        claims: dict[str, Recounted] = {}
        for row, reading in zip(rows, readings, strict=True):
            claims |= recounted(reading, row, origins)
        found.append(AccountShown(account, tuple(claims[claim] for claim in account.claims)))
    first = rows[0].id
    found.sort(key=lambda one: min((claim.report.id != first, claim.start) for claim in one.claims))
    return (one for one in found if one.reports > 1)


def _only(mine: Reading, theirs: Reading, who: Mapping[str, Identity], paired: set[str]) -> OnlyIn:
    """What the first of two reports tells alone.

    paired   numbers that count what one of the other report counts
    """
    owner = {entity: one for one in who.values() for entity in one.entities}
    quoted, named = (
        [_someone(reading, owner, speaks=speaks) for reading in (mine, theirs)] for speaks in (True, False)
    )
    known = [(t.earliest, t.latest) for t in theirs.times if t.type in DATES and t.earliest and t.latest]
    dates: dict[tuple[str, str], Span] = {}
    for time in mine.times:
        if time.type in DATES and time.earliest and time.latest and time.earliest[:7] == time.latest[:7]:
            days = time.earliest, time.latest
            if not any(first <= days[1] and days[0] <= last for first, last in known):
                dates.setdefault(days, time.span)
    others = _numbers(theirs)
    numbers: list[Quantity] = []
    for number in _numbers(mine):
        held = number.quantity
        if held is None or held.id in paired or (held.value or 0) < LEAST_NUMBER or held.role in NOT_TOLD:
            continue
        if not any(by_value(number, other)[0] == "agree" for other in others):
            numbers.append(held)
            others.append(number)  # it is told once
    return OnlyIn(
        mine.report.id,
        tuple(sorted(quoted[0] - quoted[1])),
        tuple(sorted(named[0] - named[1] - quoted[0])),
        tuple(dates.values()),
        tuple(numbers),
    )


def _someone(reading: Reading, owner: Mapping[str, Identity], *, speaks: bool) -> set[str]:
    """What those are called who are named in a report, or whose words it gives."""
    found = set()
    entities = {mention: entity for entity in reading.entities for mention in entity.mentions}
    said = {mention for one in reading.attributions for mention in (one.speaker, *one.speakers) if mention}
    for mention, entity in entities.items():
        if entity.name and entity.id in owner and (not speaks or mention in said):
            found.add(owner[entity.id].name or entity.name)
    return found
