"""The times of a reading, reckoned anew from a day of publication that was set by hand; called by `store/judging`."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.extract.times import find_times
from sayso.lang import load_language
from sayso.values.findings import Time
from sayso.values.reading import Reading
from sayso.values.report import Report


def retimed(reading: Reading, report: Report) -> tuple[Time, ...]:
    """The times of a reading as its report, with another day of publication, tells them; ids stay.

    report   that of the reading, as it was set
    A time that is no longer found stays as it was: an event may be timed by it. So do all if the language is not read.
    """
    if not reading.times or not report.lang:
        return reading.times
    try:
        words = load_language(report.lang).times
    except UsageError:
        return reading.times
    found = {time.id: time for time in find_times(report, words)} if words is not None else {}
    kept = {time.id: time for time in reading.times} | found
    return tuple(sorted(kept.values(), key=lambda time: time.span.start))
