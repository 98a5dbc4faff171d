"""Private persons are not named in any view or export of a masked case; public ones are; offsets and ids stay."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from make_private import make_private

from sayso.case import Case, open_case
from sayso.case.masking import fitted
from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.values.case import Showing
from sayso.views.someone import someone_dict, someone_lines

SECRET = ("Mira", "mira", "MIRA")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_private(tmp_path / "my.sayso")


@pytest.fixture
def masked(path: Path) -> Iterator[Case]:
    with open_case(path, mask_private=True) as case:
        yield case


def exported(case: Case, form: str) -> str:
    held = io.BytesIO()
    case.export(form, held)
    return held.getvalue().decode()


def test_no_view_and_no_export_names_a_private_person(masked: Case) -> None:
    shown = {form: exported(masked, form) for form in FORMATS}
    shown |= {what: repr(list(masked.show(what))) for what in get_args(Showing)}
    shown["said"] = repr(list(masked.said()))
    shown["search"] = repr(list(masked.search("shop")))
    shown["who"] = "".join(
        json.dumps(someone_dict(masked.who(id_))) + "\n".join(someone_lines(masked.who(id_)))
        for id_ in masked.identities()
    )
    shown["log"] = repr(list(masked.log()))
    shown["suggest"] = repr(masked.suggest())
    shown["copies"] = repr(list(masked.copies()))
    shown["judgements"] = repr(masked.judgements())
    for what, words in shown.items():
        assert not any(name in words for name in SECRET), what
    assert (
        "Halim Terzo" in shown["jsonl"]
        and "Rurik Aldo" in shown["jsonl"]
        and "Greta Lunn" in shown["csv"] + shown["jsonl"]
    )


def test_marks_have_the_length_of_the_names_and_are_the_same_everywhere(path: Path, masked: Case) -> None:
    with open_case(path, read_only=True) as case:
        plain = {one.report.id: one for one in case.readings()}
        (known,) = [one for one in case.identities().values() if one.name == "Mira Aldo"]
        assert set(case.identities()) == set(masked.identities())
    mark = fitted("P" + known.id[1:7], 9)
    for one in masked.readings():
        before = plain[one.report.id]
        assert len(one.report.text) == len(before.report.text)
        assert [m.id for m in one.mentions] == [m.id for m in before.mentions]
        assert mark in one.report.text and one.report.title == f"On {mark}"
    texts = [one.report.text for one in masked.readings()]
    assert any(
        f"{mark[:4]} left the {mark[:4]} Street" in text or f"{mark[:4]} left the Aldo Street" in text for text in texts
    )
    assert any("Rurik Aldo, a judge" in text for text in texts), "another one's name stays"
    assert any(text.startswith(f"{mark[:4]}'s shop") for text in texts)
    assert masked.who(known.id).identity.name == mark[:7]


def test_who_has_an_office_in_one_report_is_public_in_all(masked: Case) -> None:
    texts = "\n".join(one.report.text for one in masked.readings())
    assert texts.count("Halim Terzo") == 2 and texts.count("Greta Lunn") == 2


def test_a_masked_name_finds_nothing(masked: Case) -> None:
    assert list(masked.said("Mira")) == [] and list(masked.search("Mira")) == []
    with pytest.raises(UsageError, match="nobody is called"):
        masked.who("Mira Aldo")


def test_originals_are_not_given_and_nothing_is_judged(masked: Case) -> None:
    report = next(iter(masked.reports()))
    assert masked.original(report.id) is None
    with pytest.raises(UsageError, match="mask_private"):
        masked.judge("note", [report.id], "x")


def test_the_case_itself_stays_as_it_is_and_the_copy_goes(path: Path) -> None:
    before = path.read_bytes()
    with open_case(path, mask_private=True) as case:
        folder = Path(case._folder)  # type: ignore[attr-defined]
        assert folder.stat().st_mode & 0o777 == 0o700
        list(case.said())
    assert path.read_bytes() == before and not folder.exists()


@pytest.mark.parametrize(
    "words", [("who", "--json"), ("said", "--json"), ("show", "--json"), ("export", "--as", "jsonl")]
)
def test_the_commands_mask(path: Path, words: tuple[str, ...]) -> None:
    command, *rest = words
    done = subprocess.run([sys.executable, "-m", "sayso", command, str(path), "--mask-private", *rest],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout and not any(name in done.stdout + done.stderr for name in SECRET)


@pytest.mark.parametrize("command", ["who", "accounts", "labels", "relations", "balance", "figures", "copies", "log"])
def test_every_command_that_prints_a_case_masks_it_and_needs_no_name(path: Path, command: str) -> None:
    done = subprocess.run([sys.executable, "-m", "sayso", command, str(path), "--mask-private"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not any(name in done.stdout + done.stderr for name in SECRET)
