"""Which numbers an event has: those of its parts, and those that count who takes part in it."""

import pytest

from sayso import read_text


@pytest.mark.parametrize(
    ("text", "word", "values"),
    [
        ("The fighters seized five bombs ready to be used in raids.", "seized", {5}),
        ("Nine men linked to the group were arrested in Tarn.", "arrested", {9}),
        ("Police held nine men who had fired 30 shots.", "held", {9}),
        ("Police held nine men who had fired 30 shots.", "fired", {9, 30}),
        ("The fighters seized bombs that 12 men had made.", "seized", set()),
    ],
)
def test_an_event_has_the_numbers_of_whom_it_concerns(text: str, word: str, values: set[float]) -> None:
    reading = read_text(text)
    numbers = {quantity.id: quantity.value for quantity in reading.quantities}
    event = next(event for event in reading.events if event.trigger[0].text == word)
    assert {numbers[one] for one in event.quantities} == values
