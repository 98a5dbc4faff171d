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

from sayso.case import Case, open_case
from sayso.case.masking import fitted
from sayso.errors import UsageError
from sayso.export import FORMATS
from sayso.values.case import Showing
from sayso.values.findings import Attribution, Claim, Entity, Fact, Mention, Voice
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.someone import someone_dict, someone_lines

FIRST = (
    "The shopkeeper Mira Aldo said that minister Halim Terzo lied. Aldo left the Aldo Street. "
    "Rurik Aldo, a judge, stayed. MIRA ALDO waved; the minister met spokeswoman Greta Lunn."
)
SECOND = "Aldo's shop was shut, said Mira Aldo. Halim Terzo came. Greta Lunn, a resident, was there."
SECRET = ("Mira", "mira", "MIRA")


def reading(text: str, outlet: str, path: str, *people: tuple[str, str, str]) -> Reading:
    """A report with an entity for each (name, its mentions, role before or behind it)."""
    report = Report.of(text, outlet=outlet, published="2031-05-02", published_from="meta", paths=(path,),
                       title=f"On {people[0][0]}", original=text.encode())  # fmt: skip
    mentions, entities, taken = [], [], set()
    for name, words, role in people:
        ids = []
        for word in words.split("|"):
            at = text.find(word)
            while at in taken:
                at = text.find(word, at + 1)
            taken |= set(range(at, at + len(word)))
            span = report.span(at, at + len(word))
            mentions.append(Mention(f"{report.id}/m{at}", span, span, "name", "Person"))
            ids.append(mentions[-1].id)
        facts: tuple[Fact, ...] = ()
        if role:
            start = text.index(role)
            facts = (Fact("role", role, report.span(start, start + len(role))),)
        entities.append(Entity(f"{report.id}/n{ids[0].partition('/m')[2]}", tuple(ids), name, "Person", facts=facts))
    said = text.index("said")
    speaker = entities[0].mentions[0]
    content = report.span(said + 5, said + 40)
    attribution = Attribution(f"{report.id}/a{said}", (content,), speaker=speaker, cue=(report.span(said, said + 4),))
    claim = Claim(f"{report.id}/c{said}", attribution.id, (Voice("outlet", outlet), Voice("speaker", people[0][0], speaker)),
                  (report.span(0, len(text)),))  # fmt: skip
    return Reading(report, ("mentions.v1",), mentions=tuple(sorted(mentions, key=lambda m: m.span.start)),
                   entities=tuple(entities), attributions=(attribution,), claims=(claim,))  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "my.sayso"
    first = reading(FIRST, "Herald", "in/mira-aldo.txt", ("Mira Aldo", "Mira Aldo|Aldo", "shopkeeper"),
                    ("Halim Terzo", "Halim Terzo", "minister"), ("Rurik Aldo", "Rurik Aldo", "judge"),
                    ("Greta Lunn", "Greta Lunn", "spokeswoman"))  # fmt: skip
    second = reading(SECOND, "Courier", "in/2.txt", ("Mira Aldo", "Mira Aldo|Aldo", ""), ("Halim Terzo", "Halim Terzo", ""),
                     ("Greta Lunn", "Greta Lunn", "resident"))  # fmt: skip
    with open_case(file, create=True) as case, case.logged("read", options={"paths": ["in/mira-aldo.txt"]}):
        for one in (first, second):
            case.add(one, one.report.text.encode())
        case.add_failure("in/Mira Aldo.doc", "office", "locked by Mira Aldo")
        case.judge("note", [first.attributions[0].id], "ask Mira Aldo", "Mira Aldo said so")
    return file


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
