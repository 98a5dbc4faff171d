"""A day of publication that is set by hand dates anew what the report tells."""

from __future__ import annotations

import sayso
from sayso.store.judging import shown
from sayso.values.reading import Reading

TEXT = "Police arrested nine men in Talmin on Tuesday. A riot broke out there on December 3, 2030. They left on May 3."


def dates(reading: Reading) -> dict[str, tuple[str | None, str | None]]:
    """Trigger -> the bounds of the time that its event is at."""
    times = {time.id: time for time in reading.times}
    return {
        event.trigger[0].text: (times[when.time].earliest, times[when.time].latest)
        for event in reading.events
        for when in event.when
        if when.time is not None
    }


def test_events_are_dated_from_the_day_that_is_set() -> None:
    reading = sayso.read_text(TEXT)
    found = dates(reading)
    assert found["arrested"] == found["left"] == (None, None)
    found = dates(shown(reading, {"published": "2031-06-05"}))
    assert found["arrested"] == ("2031-06-03",) * 2 and found["left"] == ("2031-05-03",) * 2
    assert found["broke"] == ("2030-12-03",) * 2
    assert dates(shown(reading, {"published": "2031-05-01"}))["left"] == ("2030-05-03",) * 2
    assert dates(shown(reading, {"published": ""})) == dates(reading)
