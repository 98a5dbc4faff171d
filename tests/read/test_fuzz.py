"""A few hundred fuzzed originals, and those that once went wrong; `python tests/helpers/fuzz.py` runs 10,000."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import KEPT, LIMITS, Mutants, faults, temporary_folder
from fuzz_newer import NewerMutants

from sayso.read import Read, read_original
from sayso.read.worker import Worker

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("mutants", [[(2, index) for index in range(200)], KEPT], ids=["new", "kept"])
def test_damaged_originals_are_read_or_fail_with_a_reason(mutants: list[tuple[int, int]]) -> None:
    of_seed = {seed: Mutants(seed) for seed, _ in mutants}
    wrong = []
    with temporary_folder() as folder, Worker(LIMITS) as worker:
        for seed, index in mutants:
            name, data = of_seed[seed][index]
            wrong += [f"{seed}, {index}, {name}: {fault}" for fault in faults(worker, name, data, folder)]
    assert not wrong, "\n".join(wrong)


def test_damaged_originals_of_the_newer_kinds_too() -> None:
    mutants = NewerMutants(2)
    wrong = []
    with temporary_folder() as folder, Worker(LIMITS) as worker:
        for index in range(200):
            name, data = mutants[index]
            wrong += [f"{index}, {name}: {fault}" for fault in faults(worker, name, data, folder)]
    assert not wrong, "\n".join(wrong)


def test_damaged_originals_never_reach_for_the_network(network: list[str], tmp_path: Path) -> None:
    from sayso.read import Original

    mutants = Mutants(3)
    for index in range(100):
        name, data = mutants[index]
        list(read_original(Original(str(tmp_path / name), data=data, root=str(tmp_path / name))))
    assert network == [] and not list(tmp_path.iterdir())


def test_a_mutant_is_the_same_each_time_and_the_sound_ones_are_read() -> None:
    from sayso.read import Original

    for kind in (Mutants, NewerMutants):
        assert kind(1)[7] == kind(1)[7] != kind(1)[8]
    for name, (_, data) in {**Mutants(1).sound, **NewerMutants(1).sound}.items():
        assert name == "a.7z" or any(
            isinstance(found, Read) for found in read_original(Original(name, data=data, root=name))
        ), name
