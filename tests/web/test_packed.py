"""What is held packed is what was packed: in order, by key, over a pipe, and for several who ask at once."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.case import open_case
from sayso.web.packed import BLOCK, Packed, PackedRows, packed

SOME = [{"n": n, "words": "x" * n} for n in range(3 * BLOCK + 1)]


@pytest.mark.parametrize("count", [0, 1, BLOCK, BLOCK + 1, len(SOME)])
def test_rows_are_a_sequence_of_what_was_packed(count: int) -> None:
    given = SOME[:count]
    rows = PackedRows(given)
    assert rows == given and list(rows) == given and len(rows) == count
    assert rows[:2] == tuple(given[:2]) and rows[1:] == tuple(given[1:]) and rows[::-1] == tuple(given[::-1])
    assert [rows[i] for i in range(-count, count)] == [given[i] for i in range(-count, count)]
    for outside in (count, -count - 1):
        with pytest.raises(IndexError):
            rows[outside]
    assert rows != [*given, {}] and rows != given[:-1] + [{"n": -1}]


def test_values_by_key_are_a_mapping_in_the_order_in_which_they_came() -> None:
    given = {f"k{one['n']}": one for one in reversed(SOME)}
    held = Packed(given)
    assert held == given and dict(held) == given
    assert list(held) == list(given) and list(held.values()) == list(given.values())
    assert list(held.items()) == list(given.items()) and ("k1", SOME[1]) in held.items() and SOME[1] in held.values()
    assert list(reversed(held.values())) == list(reversed(given.values()))
    assert "k0" in held and "k" not in held and held.get("k") is None and held["k7"] == SOME[7]
    with pytest.raises(KeyError):
        held["k"]


def test_it_goes_over_a_pipe_and_what_is_changed_outside_is_not_changed_within() -> None:
    held = pickle.loads(pickle.dumps(Packed({"a": [1], "b": [2]})))
    copied = list(held.values())
    copied[0].append(3)
    assert held["a"] == [1] and held == {"a": [1], "b": [2]}


def test_several_may_ask_at_once() -> None:
    rows = PackedRows(range(5000))
    with ThreadPoolExecutor(8) as threads:
        asked = [n * 37 % 5000 for n in range(4000)]
        assert list(threads.map(rows.__getitem__, asked)) == asked


def test_tables_lists_and_values_by_key_are_packed_and_nothing_else(made_case: Path) -> None:
    with open_case(made_case) as case:
        found = case.identities()
        assert isinstance(packed(found), Packed) and packed(found) == found
        assert isinstance(packed(case.said()), PackedRows) and list(packed(case.said())) == list(case.said())
    assert isinstance(packed([1, 2]), PackedRows)
    assert packed(None) is None and packed((1, 2)) == (1, 2) and packed("words") == "words"
