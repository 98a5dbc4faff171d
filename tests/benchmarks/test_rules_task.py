"""How often each rule acts: counted with the real tagger on two sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.task import Run
from benchmarks.tasks import all_tasks, rules
from sayso.extract.attributions import RULES

pytestmark = pytest.mark.model


def test_what_rules_do_is_counted_by_rule() -> None:
    found = rules.counts(["Governor Said Hamdan sat down.", "“We will not send them back.” - Minister R. Aldo"])
    assert found["dash-after"] >= 1
    assert set(found) <= set(RULES)
    assert rules.counts(["It rained."]) == {}


def test_without_a_folder_of_gold_our_own_texts_are_counted(tmp_path: Path) -> None:
    assert [name for name, _ in rules.corpora(Run(tmp_path))] == ["forms", "open", "case"]
    assert [name for name, _ in rules.corpora(Run(tmp_path, folder=tmp_path))] == ["forms", "open", "case"]


def test_it_is_measured_only_when_named() -> None:
    (task,) = [task for task in all_tasks() if task.name == "rules"]
    assert task.asked
