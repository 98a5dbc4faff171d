"""A name that is erased is in no byte of the case's file, and no later reading brings it back."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, open_case
from sayso.errors import UsageError
from sayso.text.erased_names import ErasedNames, orders_of, written_words
from sayso.values.case import FileRow
from sayso.values.findings import Attribution, Claim, Entity, Fact, Mention, Voice
from sayso.values.reading import Reading
from sayso.values.report import Report

BLOCKS = "████ ████"
FIRST = (
    "Mira Aldo, a shopkeeper, said that the bridge would be closed. The mayor thanked Aldo. "
    "Rurik Aldo was silent. MIRA\nALDO left."
)
SECOND = "Aldo's shop was shut on Monday, Halim Terzo said."
OTHER = "Nobody named anyone in Velmar."


def told(text: str, *names: tuple[str, str], outlet: str = "Herald", **others: object) -> Reading:
    """A report with an entity for each (name, words); words in order of the names, all that stand in the text."""
    report = Report.of(text, outlet=outlet, published="2031-05-02", published_from="meta", original=text.encode(),
                       media="text/plain", charset="utf-8", map=((0, 0, len(text)),), **others)  # fmt: skip
    mentions, entities, taken = [], [], set()
    for name, words in names:
        ids = []
        for word in words.split("|"):
            at = text.find(word)
            while at >= 0 and at in taken:
                at = text.find(word, at + 1)
            taken.add(at)
            span = report.span(at, at + len(word))
            mentions.append(Mention(f"{report.id}/m{at}", span, span, "name", "Person"))
            ids.append(mentions[-1].id)
        fact = (Fact("alias", name, mentions[-1].span),)
        entities.append(Entity(f"{report.id}/n{ids[0].partition('/m')[2]}", tuple(ids), name, "Person", facts=fact))
    mentions.sort(key=lambda mention: mention.span.start)
    content = report.span(text.index("said") + 5, len(text)) if "said " in text else report.span(0, 5)
    said = Attribution(f"{report.id}/a0", (content,), (mentions[0].span,), speaker=mentions[0].id) if mentions else None
    claim = Claim(f"{report.id}/c0", f"{report.id}/a0", (Voice("outlet", outlet), Voice("speaker", names[0][0], mentions[0].id)),
                  (report.span(0, len(text)),)) if mentions else None  # fmt: skip
    return Reading(
        report, ("mentions.v1", "attributions.v1", "claims.v1"), mentions=tuple(mentions), entities=tuple(entities),
        attributions=(said,) if said else (), claims=(claim,) if claim else (),
    )  # fmt: skip


def filled(case: Case) -> None:
    first = told(FIRST, ("Mira Aldo", "Mira Aldo|Aldo"), ("Rurik Aldo", "Rurik Aldo"), paths=("in/mira-aldo.txt",),
                 title="Mira Aldo speaks", url="https://example.org/mira_aldo")  # fmt: skip
    second = told(SECOND, ("Halim Terzo", "Halim Terzo"), ("Aldo", "Aldo"), outlet="Courier", paths=("in/2.txt",))
    other = told(OTHER, outlet="Isles", paths=("in/3.txt",))
    with case.logged("read", options={"paths": ["in/mira-aldo.txt", "in/"]}):
        for reading in (first, second, other):
            case.add(reading, reading.report.text.encode())
            case.finish_file(FileRow(reading.report.paths[0], "hints", 3, 1.0, reading.report.sha256, "read"))
        case.add_failure("in/aldo, mira.doc", "office", "Mira Aldo holds a lock on it")
    case.same(case.who("Mira Aldo").identity.id, [e.id for e in second.entities if e.name == "Aldo"][0])
    case.judge("note", [first.attributions[0].id], "ask Mira Aldo again", "Aldo wants it")
    case.rename("Halim Terzo", "Terzo, friend of Mira Aldo")
    case.result("copies")


@pytest.fixture(params=["file", ":memory:"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "my.sayso" if request.param == "file" else ":memory:", create=True) as made:
        filled(made)
        yield made


def exported(case: Case) -> str:
    held = io.BytesIO()
    case.export("jsonl", held)
    return held.getvalue().decode()


def test_blocks_of_the_same_length_stand_for_it_everywhere(case: Case) -> None:
    before = {row.id: case.reading(row.id) for row in case.reports()}
    done = case.erase("Mira Aldo")
    assert (done.reports, done.judgements, done.originals) == (2, 3, 2)
    for row in case.reports():
        now, then = case.reading(row.id), before[row.id]
        assert len(now.report.text) == len(then.report.text)
        assert [m.id for m in now.mentions] == [m.id for m in then.mentions]
        assert case.store.original(row.sha256) is None or row.outlet == "Isles"
    (first,) = [reading for reading in map(case.reading, before) if reading.report.outlet == "Herald"]
    assert first.report.text == (
        f"{BLOCKS}, a shopkeeper, said that the bridge would be closed. The mayor thanked ████. "
        "Rurik Aldo was silent. ████\n████ left."
    )
    assert (first.report.title, first.report.url) == (f"{BLOCKS} speaks", "https://example.org/████_████")
    assert first.report.paths == ("in/████-████.txt",)
    (second,) = [reading for reading in map(case.reading, before) if reading.report.outlet == "Courier"]
    assert second.report.text == "████'s shop was shut on Monday, Halim Terzo said."
    everything = exported(case) + json.dumps([row.options for row in case.log()]) + json.dumps(case.config)
    assert "Mira" not in everything and "Rurik Aldo" in everything
    assert list(case.said("Mira")) == [] and list(case.search("Mira")) == []
    assert [finding for finding in case.check() if finding.fault] == []


def test_no_byte_of_the_file_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        filled(case)
        case.erase("Mira Aldo")
        for file in sorted(tmp_path.iterdir()):  # the journal too, while the case is open
            assert_absent(file.read_bytes(), file.name)
    assert [file.name for file in tmp_path.iterdir()] == ["my.sayso"]
    data = path.read_bytes()
    assert_absent(data, "my.sayso")
    assert "█".encode() in data
    with open_case(path, read_only=True) as case:
        assert "Rurik Aldo" in exported(case)
        assert case.store._rows("PRAGMA freelist_count") == [(0,)]  # type: ignore[attr-defined]


def assert_absent(data: bytes, where: str) -> None:
    low = data.lower()
    for word in (b"mira aldo", b"mira", b"aldo, mira", b"mira-aldo", "Mira Aldo".encode("utf-16-le")):
        assert word.lower() not in low, (where, word)


def test_a_later_reading_does_not_bring_it_back(case: Case) -> None:
    case.erase("Mira Aldo")
    late = told("Aldo smiled. Aldo, Mira: a name. M. Aldo said no.", ("M. Aldo", "M. Aldo|Aldo"), outlet="Late",
                paths=("in/mira aldo 2.txt",))  # fmt: skip
    assert case.add(late, late.report.text.encode()) == "added"
    kept = case.reading(late.report.id)
    assert kept.report.text == "████ smiled. ████, ████: a name. █. ████ said no."
    assert kept.report.paths == ("in/████ ████ 2.txt",) and case.original(late.report.id) is None
    plain = told("Aldo is a river in Velmar.", outlet="Late", paths=("in/4.txt",))
    case.add(plain, plain.report.text.encode())
    assert case.reading(plain.report.id).report.text == "Aldo is a river in Velmar.", "one word alone is anybody's"
    assert case.original(plain.report.id) is not None
    again = told(SECOND, ("Halim Terzo", "Halim Terzo"), ("Aldo", "Aldo"), outlet="Courier", paths=("in/2.txt",))
    case.replace(again, SECOND.encode())
    assert case.reading(again.report.id).report.text.startswith("████'s shop"), "it was known to be her"
    case.judge("note", [late.report.id], "Mira Aldo again")
    with case.logged("read", options={"paths": ["Mira Aldo.txt"]}):
        case.add_failure("in/Mira Aldo.xyz", "plain", "no")
    assert case.begin_file("in/mira-aldo.txt", sha256=case.reading(again.report.id).report.sha256, hints="x") == "read"
    everything = exported(case) + json.dumps([row.options for row in case.log()])
    assert "Mira" not in everything and "mira" not in everything
    assert [finding for finding in case.check() if finding.fault] == []


def test_a_seal_from_before_still_holds_and_tampering_is_still_found(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        filled(case)
        seal = case.seal()
        case.erase("Mira Aldo")
        assert [finding for finding in case.check(seal) if finding.fault] == []
        numbers = [row.number for row in case.log() if "████" in json.dumps(row.options, ensure_ascii=False)]
        assert numbers
        with case.store.transaction():
            case.store.reword(lambda words: words.replace("in/", "im/"))
        assert any("was changed" in str(finding) for finding in case.check(seal))


def test_who_is_meant_must_be_clear(case: Case) -> None:
    case.add(told("Greta Lunn and Osk Lunn left.", ("Greta Lunn", "Greta Lunn"), ("Osk Lunn", "Osk Lunn")))
    with pytest.raises(UsageError, match="several are called"):
        case.erase("Lunn")
    for name in ("", "  ", "Zweig", "\x1b[31m"):
        with pytest.raises(UsageError, match="nobody is called"):
            case.erase(name)
    done = case.erase("Nemo Nobody")
    assert done.reports == 0


def test_a_name_that_is_nobody_is_erased_word_by_word(case: Case) -> None:
    assert case.erase("Nobody named").reports == 1
    (text,) = [reading.report.text for reading in case.readings() if reading.report.outlet == "Isles"]
    assert text == "██████ █████ anyone in Velmar."


def test_an_erased_name_joins_nobody(case: Case) -> None:
    case.erase("Mira Aldo")
    black = [one for one in case.identities().values() if "█" in one.name]
    assert all(len({entity.partition("/")[0] for entity in one.entities}) <= 2 for one in black)
    assert not any("Aldo" in form for one in black for form in one.names)


def test_another_name_is_erased_with_the_same_key(case: Case) -> None:
    case.erase("Mira Aldo")
    case.erase("Halim Terzo")
    everything = exported(case)
    assert "Terzo" not in everything and "Mira" not in everything
    assert [finding for finding in case.check() if finding.fault] == []


@pytest.mark.parametrize("written", ["Mira Aldo", "MIRA ALDO", "Mirá Aldó", "Aldo, Mira", "Mira\u00ad Al\u00addo",
                                     "mira_aldo", "mira%20aldo", "Мира Алдо"])  # fmt: skip
def test_however_it_is_written_it_is_found(written: str) -> None:
    words = tuple(word.plain for word in written_words("Mira Aldo"))
    erased = ErasedNames().adding(orders_of(words), words)
    assert erased.names_in(written), [word.plain for word in written_words(written)]
    assert not erased.names_in("Mira met nobody whatever. Aldo")
    assert ErasedNames.from_json(erased.to_json()) == erased and "mira" not in erased.to_json()


def test_the_command_erases(tmp_path: Path) -> None:
    path = tmp_path / "my.sayso"
    with open_case(path, create=True) as case:
        filled(case)
    done = subprocess.run([sys.executable, "-m", "sayso", "erase", str(path), "Mira Aldo", "--json"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert (done.returncode, json.loads(done.stdout)["reports"]) == (0, 2), done.stderr
    assert_absent(path.read_bytes(), "my.sayso")
