"""The model's distribution holds its files, and says where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sayso_en

BYTES = 35 * 2**20  # the most that the distribution may take


def test_every_file_of_the_model_is_there() -> None:
    missing = [name for name in sayso_en.FILES if not (sayso_en.path() / name).is_file()]
    if missing:
        pytest.fail(
            f"models/sayso-en/src/sayso_en/data lacks {', '.join(missing)}: training/attribution/README.md says how "
            "they are made; without them nothing that tags can run",
            pytrace=False,
        )


def test_nothing_but_the_model_lies_in_its_folder() -> None:
    assert {path.name for path in sayso_en.path().iterdir()} <= {*sayso_en.FILES, "LICENSE", "calibration.svg"}


def test_the_model_is_small_enough() -> None:
    assert sum(path.stat().st_size for path in sayso_en.path().iterdir()) < BYTES


def test_the_model_and_the_program_have_one_version(root: Path) -> None:
    import tomllib

    program, model = (
        tomllib.loads((root / folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for folder in (".", "models/sayso-en")
    )
    assert model["version"] == program["version"]
    assert f"sayso-en=={model['version']}" in program["dependencies"]


def test_the_card_says_that_one_source_states_no_licence() -> None:
    card = (sayso_en.path() / "CARD.md").read_text(encoding="utf-8")
    assert "PolNeAR" in card
    assert "licence" in card


def test_what_the_model_was_made_with_is_said_beside_it() -> None:
    meta = json.loads((sayso_en.path() / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "sayso-en"
    assert meta["language"] == "en"
