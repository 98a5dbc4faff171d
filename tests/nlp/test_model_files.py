"""The model's distribution holds its files, and says where they are."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

import sayso
import sayso_en
import sayso_en_parser
from sayso.errors import ModelError
from sayso.nlp.files import model_folder

BYTES = 35 * 2**20  # the most that the distribution may take


def test_every_file_of_the_model_is_there() -> None:
    missing = [name for name in sayso_en.FILES if not (sayso_en.path() / name).is_file()]
    if missing:
        pytest.fail(
            f"models/sayso_en/src/sayso_en/data lacks {', '.join(missing)}: training/attribution/README.md says how "
            "they are made; without them nothing that tags can run",
            pytrace=False,
        )


def test_nothing_but_the_model_lies_in_its_folder() -> None:
    assert {path.name for path in sayso_en.path().iterdir()} <= {*sayso_en.FILES, "LICENSE", "calibration.svg"}


def test_the_model_is_small_enough() -> None:
    assert sum(path.stat().st_size for path in sayso_en.path().iterdir()) < BYTES


def test_the_model_and_the_program_have_one_version(root: Path) -> None:
    model, parser = (
        tomllib.loads((root / "models" / name / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for name in ("sayso_en", "sayso_en_parser")
    )
    assert model["version"] == sayso.__version__
    assert wanted(root)["models"] == [f"sayso-en=={model['version']}", f"sayso-en-parser=={parser['version']}"]


def wanted(root: Path) -> dict[str, list[str]]:
    """What the hook that fills in the wheel's dependencies is given."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["hatch"]["metadata"]["hooks"]["custom"]


def test_the_files_of_the_parser_are_those_that_its_digests_name() -> None:
    folder = sayso_en_parser.path()
    held = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    lines = (folder.parent / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert held == {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_a_model_that_is_not_installed_is_named_with_the_line_to_type() -> None:
    with pytest.raises(ModelError, match=r"sayso-xx is not installed.*`pip install \./models/sayso-xx`"):
        model_folder("sayso_xx")


def test_the_card_says_that_one_source_states_no_licence() -> None:
    card = (sayso_en.path() / "CARD.md").read_text(encoding="utf-8")
    assert "PolNeAR" in card
    assert "licence" in card


def test_what_the_model_was_made_with_is_said_beside_it() -> None:
    meta = json.loads((sayso_en.path() / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "sayso-en"
    assert meta["language"] == "en"
