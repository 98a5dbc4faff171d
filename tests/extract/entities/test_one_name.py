"""Names that are one someone and names that are not: short forms, states' courts, relatives, towns."""

from __future__ import annotations

import functools

import pytest

from sayso.extract.entities.bodies import shortens
from sayso.read import Failure
from sayso.run.pipeline import Pipeline
from sayso.values.reading import Reading
from sayso.values.report import Report


@functools.cache
def read(text: str) -> Reading:
    (reading,) = Pipeline(("entities",)).read([Report.of(text)])
    assert not isinstance(reading, Failure), reading
    return reading


def owners(text: str, *words: str) -> list[str]:
    """The entities of the first mentions with these words."""
    reading = read(text)
    out = []
    for one in words:
        found = next((m for m in reading.mentions if m.span.text == one), None)
        assert found is not None, f"{one!r} is none of {[m.span.text for m in reading.mentions]}"
        held = reading.entity_of(found.id)
        assert held is not None
        out.append(held.id)
    return out


@pytest.mark.parametrize(
    ("short", "name", "made"),
    [
        ("phivolcs", "philippine institute of volcanology and seismology", True),
        ("centcom", "central command", True),
        ("basarnas", "badan sar nasional", True),
        ("un", "united nations", True),
        ("un", "united kingdom", False),
        ("berg", "bergen transport union", False),  # one word of the name alone
        ("nato", "anti tank office", False),  # does not begin as the name does
        ("x" * 13, "x y", False),
        ("", "united nations", False),
    ],
)  # fmt: skip
def test_a_short_form_is_made_of_beginnings(short: str, name: str, made: bool) -> None:
    assert shortens(short, tuple(name.split())) is made


SAME = [
    ("The Institute for Tidal Studies (Intis) said the wave was high. Intis warned of more.",
     "The Institute for Tidal Studies", "Intis"),
    ("The US Supreme Court ruled on Monday. The Supreme Court said the law was void.",
     "The US Supreme Court", "The Supreme Court"),
    ("The Supreme Court ruled on Monday. The Turkish Supreme Court said that it would hear the case.",
     "The Supreme Court", "The Turkish Supreme Court"),
]  # fmt: skip
APART = [
    ("The Harbour Workers Union (Karl Vesk) said no. Vesk left.", "The Harbour Workers Union", "Vesk"),
    ("The Iranian Foreign Ministry denied it. The Turkish Foreign Ministry agreed. The Foreign Ministry said nothing.",
     "The Iranian Foreign Ministry", "The Foreign Ministry"),
    ("The Iranian Foreign Ministry denied it. The Turkish Foreign Ministry agreed.",
     "The Iranian Foreign Ministry", "The Turkish Foreign Ministry"),
    ("Ida Brenn died on Monday. She was raised by her widowed mother, Ida Maria Brenn, and an aunt.",
     "Ida Brenn", "Ida Maria Brenn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left", "right"), SAME)
def test_names_of_one(text: str, left: str, right: str) -> None:
    assert len(set(owners(text, left, right))) == 1


@pytest.mark.parametrize(("text", "left", "right"), APART)
def test_names_of_two(text: str, left: str, right: str) -> None:
    assert len(set(owners(text, left, right))) == 2


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("A fire broke out in Madison, Wisconsin, on Monday. Nobody was hurt.", "Madison", "Address"),
        ("Police searched a house in Florence, Alabama.", "Florence", "Address"),
        ("Paris Berg left on Monday. Berg said nothing.", "Paris Berg", "Person"),
        ("“We are done,” said Eva Jordan, a plumber from Madison, Wisconsin.", "Eva Jordan", "Person"),
    ],
)  # fmt: skip
def test_a_town_is_nobody_where_it_stands_as_a_place(text: str, name: str, schema: str) -> None:
    schemas = {entity.schema for entity in read(text).entities if (entity.name or "").startswith(name)}
    assert schemas <= ({"Address", "Thing"} if schema == "Address" else {schema})
    assert schemas or schema == "Address"
