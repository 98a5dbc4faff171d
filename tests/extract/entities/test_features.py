"""The names of features that the code makes and those that the fitted tables hold are one list."""

from __future__ import annotations

import re

import pytest

from sayso.extract.entities.features import PARTS
from sayso.extract.entities.head import load_head
from sayso.extract.entities.pronouns import load_weights
from sayso.lang import load_language

MODEL = load_language("en").model
NEAR = re.compile(r"[cd]\d")  # how far a candidate is: no word


@pytest.mark.parametrize("tables", [load_weights(MODEL), load_head(MODEL).features], ids=["features", "head"])
def test_every_fitted_feature_begins_with_a_known_part(tables: dict[str, dict[str, float]]) -> None:
    names = {name for table in tables.values() for name in table}
    assert [name for name in sorted(names) if not name.startswith(tuple(PARTS)) and not NEAR.match(name)] == []
    assert len(names) > 100
