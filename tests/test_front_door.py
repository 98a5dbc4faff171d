"""The front door in Python: one text, paths, a case, its tables, what a notebook shows. Bars of docs/in-python.md."""

from __future__ import annotations

import datetime
import inspect
import io
import itertools
import re
import subprocess
import sys
import types
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from make_readings import make_readings

import sayso
from sayso.errors import EmptyOriginal, ReadError, UsageError
from sayso.views.answers import COUNTED, Column, Table

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_workers")]

TEXT = "Envoy Terzo said on Monday that the camp would be closed. Residents were attacked by the guards."
HOSTILE = "<script>alert('x')</script>\u202e\x1b[31m\"&'"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sayso.Case]:
    """Sixty reports without a model."""
    with sayso.open_case(tmp_path_factory.mktemp("case") / "my.sayso", create=True) as made:
        for reading, original in make_readings(60, seed=11):
            made.add(reading, original)
        yield made


class Tags(HTMLParser):
    """The tags of some HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[Any] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == [], "every tag is closed, in order"

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


# one text


@pytest.mark.model
def test_a_text_is_read_as_a_person_writes_it() -> None:
    reading = sayso.read_text(TEXT, outlet="Herald", published="2031-05-02", title="Camp to close")
    report = reading.report
    assert (report.text, report.outlet, report.published, report.published_from) == (
        TEXT, "Herald", "2031-05-02", "user",
    )  # fmt: skip
    assert (report.lang, report.paths) == ("en", ())
    assert [a.content[0].text for a in reading.attributions][0].endswith("the camp would be closed")
    assert sayso.read_text(TEXT, outlet="Herald", published=datetime.date(2031, 5, 2), title="Camp to close") == reading


@pytest.mark.model
def test_a_text_is_read_like_a_file_that_holds_it(tmp_path: Path) -> None:
    text = f"By Ida Brenn\n\nOSTRANY, May 3, 2031 (Reuters) - {TEXT}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    [of_file] = sayso.read(tmp_path / "a.txt", outlet="Herald")
    of_text = sayso.read_text(text, outlet="Herald")
    assert isinstance(of_file, sayso.Reading)
    assert of_text.report.id == of_file.report.id
    assert of_text.report.credits == of_file.report.credits != ()
    assert of_text.report.published == of_file.report.published == "2031-05-03"
    assert (of_text.attributions, of_text.claims) == (of_file.attributions, of_file.claims)


@pytest.mark.model
def test_a_text_in_a_language_that_is_not_read_comes_back_without_steps() -> None:
    reading = sayso.read_text("او گفت که اردوگاه بسته خواهد شد. مذاکرات ادامه دارد و وزیر چیزی نگفت.")
    assert (reading.report.lang, reading.steps, reading.attributions) == ("fa", (), ())
    assert "not read" in repr(reading) and "not read" in reading._repr_html_()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"published": "yesterday"}, "'yesterday' is no date; expected one such as 2031-05-04"),
        ({"published": "2031-02-30"}, "is no date"),
        ({"min_score": 2}, "expected a number from 0 to 1"),
        ({"places": "none.csv"}, "none.csv"),
    ],
)
def test_what_cannot_be_used_is_told(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        sayso.read_text(TEXT, **given)
    with pytest.raises(UsageError, match=reason):
        sayso.read("reports", **given)  # at once, not where the first reading is asked for


def test_an_empty_text_is_told() -> None:
    with pytest.raises(EmptyOriginal):
        sayso.read_text(" \n")


def test_a_step_that_fails_on_a_text_is_a_read_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.run import front

    class Broken:
        def read(self, reports: list[sayso.Report]) -> list[sayso.Failure]:
            return [sayso.Failure("a.txt", "pipeline", "a step failed", "report it")]

    monkeypatch.setattr(front, "_pipeline", lambda *_: Broken())
    with pytest.raises(ReadError, match="a step failed; report it"):
        sayso.read_text(TEXT)


# paths


@pytest.mark.model
def test_paths_give_readings_and_failures_one_by_one(tmp_path: Path) -> None:
    for name, data in {
        "a.txt": TEXT.encode(),
        "b.txt": b"\0\1",
        "c.txt": TEXT.upper().encode(),
        "d.png": b"\x89PNG",
    }.items():
        (tmp_path / name).write_bytes(data)
    left: list[Any] = []
    found = sayso.read([tmp_path], only=["attributions"], outlet_from="folder", on_left_out=left.append)
    assert isinstance(found, types.GeneratorType)
    kinds = [type(one) for one in found]
    assert sorted(kind.__name__ for kind in kinds) == ["Failure", "Reading", "Reading"]
    assert [Path(one.path).name for one in left] == ["d.png"]


@pytest.mark.model
def test_a_script_needs_no_guard_and_the_package_of_readers_can_be_called(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "script.py").write_text(
        "import sayso\n"
        "import sayso.read.walk as walk\n"
        "print('ran', walk.find_files.__name__, flush=True)\n"
        "print([len(one.attributions) for one in sayso.read('a.txt', jobs=2, only=['attributions'])])\n"
        "case = sayso.open_case('my.sayso', create=True)\n"
        "print(case.read('a.txt'))\n"
    )
    ran = subprocess.run(
        [sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=500
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("ran") == 1, "started processes do not run the script again"
    assert ran.stdout.splitlines()[1:] == [
        "[1]",
        "IngestCounts(added=1, known=0, known_files=0, erased=0, failed=0, failed_before=0, left_out=0, replaced=0)",
    ]


def test_an_executor_is_one_method(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Here:
        """Reads nothing, and says so."""

        def run(self, build: Any, batches: Any) -> Iterator[list[sayso.Reading | sayso.Failure]]:
            for batch in batches:
                yield [sayso.Reading(report) for report in batch]

    (tmp_path / "a.txt").write_text(TEXT)
    [reading] = sayso.read(tmp_path, jobs=Here())
    assert isinstance(reading, sayso.Reading) and reading.steps == ()
    for jobs, reason in (("ray", "not built yet"), (0, "from 1 on"), ("many", "from 1 on")):
        with pytest.raises(UsageError, match=reason):
            sayso.read(tmp_path, jobs=jobs)


def test_a_report_takes_a_date_as_a_person_writes_it() -> None:
    assert sayso.Report.of("a", published="2031-05-04").published_from == "user"
    assert sayso.Report.of("a", published=datetime.date(2031, 5, 4)).published == "2031-05-04"
    assert sayso.Report.of("a", published="2031-05-04", published_from="meta").published_from == "meta"
    with pytest.raises(sayso.ValueFault, match="expected an ISO date"):
        sayso.Report.of("a", published="4 May 2031")


# a case


def test_a_case_is_asked_with_names_for_what_is_meant(case: sayso.Case) -> None:
    everything = case.said()
    some = case.said(about="camp", since="2005", until=datetime.date(2010, 6, 1), outlet="Velmar Courier")
    assert 0 < len(some) < len(case.said(about="camp")) < len(everything)
    assert 0 < len(case.said("Terzo", about="camp")) < len(case.said("Terzo")) < len(everything)
    assert {row.report.outlet for row in some} == {"Velmar Courier"}
    assert all("2005" <= (row.report.published or "") <= "2010-06-01" for row in some)
    sure = case.said(min_score=0.9)
    assert {row.statement.score is None or row.statement.score >= 0.9 for row in sure} == {True}
    assert 0 < len(sure) < len(everything)
    assert list(case.events()) == [], "no event of these has a type"
    assert len(case.events(type="all")) > len(case.events(type="ALL", who="Terzo")) > 0
    assert len(case.events(type="ALL", state="done")) == 0
    assert case.search("camp", limit=3)[0].report.title
    assert [row["outlet"] for row in case.show("outlets")].count("Velmar Courier") == 1


def test_a_case_tells_what_cannot_be_asked_where_it_is_asked(case: sayso.Case) -> None:
    for ask in (
        lambda: case.said("Terzo", since="2020-13"), lambda: case.said(until="yesterday"),
        lambda: case.events(type="FIGHTS"), lambda: case.events(state="maybe"), lambda: case.events(between=("1980", "x")),
        lambda: case.search("!!"), lambda: case.said("?!"), lambda: case.show("tables"),  # type: ignore[arg-type]
    ):  # fmt: skip
        with pytest.raises(UsageError):
            ask()


def test_a_case_is_exported_to_a_file_or_a_stream(case: sayso.Case, tmp_path: Path) -> None:
    stream = io.BytesIO()
    case.export("csv", stream, since="2008")
    case.export("csv", tmp_path / "said.csv", since="2008")
    assert (tmp_path / "said.csv").read_bytes() == stream.getvalue()
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(UsageError, match="expected one of"):
        case.export("xlsx", tmp_path / "said.xlsx")
    assert len(list(tmp_path.iterdir())) == 1, "nothing half written is left"


# tables


def test_a_table_is_a_sequence(case: sayso.Case) -> None:
    table = case.said("Terzo")
    rows = list(table)
    assert isinstance(rows[0], sayso.Said)
    assert (len(table), table[0], table[-1], list(table[1:3])) == (len(rows), rows[0], rows[-1], rows[1:3])
    assert list(table) == rows, "it can be looped over again"
    assert table[::-1] == rows[::-1] and isinstance(table[1:], Table) and table == rows and table != rows[1:]
    assert rows[1] in table and table.index(rows[1]) == 1
    with pytest.raises(IndexError):
        table[len(rows)]
    assert not case.said("Nobodyatall") and case.said("Nobodyatall") == []


def numbers(count: int, taken: list[int]) -> Table[int]:
    def ask() -> Iterator[int]:
        for number in range(count):
            taken.append(number)
            yield number

    columns: list[Column[int]] = [Column("number", lambda row: row, "integer"), Column("words", lambda row: f"n{row}")]
    return Table("numbers", columns, ask)


def test_a_table_takes_no_more_rows_than_it_must() -> None:
    taken: list[int] = []
    table = numbers(100_000, taken)
    assert len(taken) == 1
    assert (table[4], bool(table)) == (4, True) and len(taken) == 5
    assert repr(table) == "<Table: numbers; over 10,000 rows>" and len(taken) == COUNTED + 1
    assert "numbers: over 10,000 rows; 20 are shown" in table._repr_html_()
    assert len(table) == 100_000 and "100,000" not in repr(numbers(7, []))
    assert repr(numbers(7, [])) == "<Table: numbers; 7 rows>"
    loops: list[int] = []
    for number in (long := numbers(100_000, loops)):
        if number == 10:
            break
    assert len(loops) == 11 and len(long._held) == 1, "a loop keeps nothing, and asks once"
    assert (
        long[3] == 3 and list(itertools.islice(long, 5)) == [0, 1, 2, 3, 4] and list(numbers(5, [])) == list(range(5))
    )


def test_data_frames_have_the_columns_and_days_of_the_exports(case: sayso.Case) -> None:
    from sayso.export.csv import COLUMNS
    from sayso.export.events_csv import COLUMNS as EVENT_COLUMNS

    said, events = case.said(), case.events(type="ALL")
    assert set(said.columns) >= set(COLUMNS) and set(events.columns) >= set(EVENT_COLUMNS)
    for table in (said, events, case.search("camp"), case.show("reports"), case.show("speakers")):
        dicts = table.to_dicts()
        assert len(dicts) == len(table) > 0
        frame = table.to_pandas()
        assert list(frame.columns) == list(table.columns) == list(dicts[0])
        assert table.to_polars().to_dicts() == dicts
        assert table.to_arrow().to_pylist() == dicts
    frame = said.to_pandas()
    days = pandas.to_datetime(frame.published)
    assert days.isna().sum() == sum(row["published"] is None for row in said.to_dicts()) > 0
    assert days.dropna().dt.strftime("%Y-%m-%d").tolist() == frame.published.dropna().tolist()
    assert frame.start.dtype == "Int64" and frame.score.dtype == "float64"
    assert isinstance(said.to_polars(), polars.DataFrame) and isinstance(said.to_arrow(), pyarrow.Table)


def test_empty_tables_keep_their_columns(case: sayso.Case) -> None:
    table = case.said("Nobodyatall")
    assert table.to_dicts() == [] and list(table.to_pandas().columns) == list(table.columns)
    assert table.to_polars().columns == table.to_arrow().column_names == list(table.columns)
    assert repr(table).endswith("; 0 rows>") and Tags(table._repr_html_()).tags.count("tr") == 1


def test_days_are_of_one_form_whatever_was_given(tmp_path: Path) -> None:
    with sayso.open_case(tmp_path / "my.sayso", create=True) as case:
        for number, date in enumerate((None, "2031-05-04", "2031-05-04T18:20:00Z", "2031-05-04T18:20:00+02:00")):
            case.add(sayso.Reading(sayso.Report.of(f"text {number}", published=date)), f"text {number}".encode())
        frame = case.show("reports").to_pandas()
        assert pandas.to_datetime(frame.published).dt.year.tolist()[1:] == [2031] * 3
        assert case.show("reports")[2]["published"] == "2031-05-04T18:20:00+02:00", "a row keeps what the report has"


def test_a_library_that_is_missing_is_named_with_its_extra(case: sayso.Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, method in (("pandas", "to_pandas"), ("polars", "to_polars"), ("pyarrow", "to_arrow")):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(UsageError, match=rf"{module} is not installed .*sayso\[notebook\]"):
            getattr(case.said("Terzo"), method)()


def test_asking_a_case_imports_no_data_frames(tmp_path: Path) -> None:
    code = (
        "import sys, sayso\n"
        "case = sayso.open_case('my.sayso', create=True)\n"
        "case.said()._repr_html_(); case.show('speakers').to_dicts(); repr(case)\n"
        "print(sorted({'pandas', 'polars', 'pyarrow', 'spacy', 'onnxruntime'} & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


# what a notebook shows


def hostile_reading() -> sayso.Reading:
    text = f"{HOSTILE} said {HOSTILE} was <b>closed</b>."
    report = sayso.Report.of(text, outlet=HOSTILE, title=HOSTILE * 20, paths=(HOSTILE,), published="2031-05-02")
    source = report.span(0, len(HOSTILE))
    cue = report.span(len(HOSTILE) + 1, len(HOSTILE) + 5)
    content = report.span(len(HOSTILE) + 6, len(text) - 1)
    mention = sayso.Mention(report.id + "/m0", source, source, "name")
    said = sayso.Attribution(report.id + "/a1", (content,), (source,), (cue,), speaker=mention.id)
    voice = sayso.Voice("speaker", mention=mention.id)
    claim = sayso.Claim(report.id + "/c1", said.id, (voice,), (report.span(0, len(text)),))
    return sayso.Reading(report, ("x.v1",), mentions=(mention,), attributions=(said,), claims=(claim,))


def test_hostile_words_do_nothing_in_a_notebook(tmp_path: Path) -> None:
    reading = hostile_reading()
    with sayso.open_case(tmp_path / "my.sayso", create=True) as case:
        case.add(reading)
        pages = [
            reading._repr_html_(),
            case._repr_html_(),
            case.said()._repr_html_(),
            case.search("closed")._repr_html_(),
        ]
        reprs = [repr(reading), repr(reading.report), repr(case), repr(case.said(HOSTILE + '"x')), repr(case.said())]
    for page in pages:
        tags = Tags(page)
        ours = {"div", "p", "b", "i", "mark", "ol", "li", "br", "table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert set(tags.tags) <= ours and tags.attributes == []
        assert not {"\u202e", "\x1b"} & set(page)
        assert "alert(" in tags.text, "it is shown, as words"
    assert pages[0].count("<mark>") == 1 and "<i>said</i>" in pages[0]
    for text in reprs:
        assert len(text) < 200 and text.isprintable(), text


def test_the_words_of_a_statement_are_marked_and_a_long_reading_is_cut() -> None:
    for reading, _ in make_readings(30, seed=2, length=6):
        page = Tags(reading._repr_html_())
        count = len(reading.attributions)
        assert page.tags.count("li") == min(count, 20)
        assert (f"20 of {count} statements" in page.text) is (count > 20)
    short = next(r for r, _ in make_readings(5, seed=2) if r.attributions)
    html = short._repr_html_()
    assert html.count("<i>") >= len(short.attributions)


def test_a_table_in_a_notebook_is_capped_and_says_how_to_see_all(case: sayso.Case) -> None:
    table = case.said()
    page = Tags(table._repr_html_())
    assert page.tags.count("tr") == 21
    assert f"statements: {len(table)} rows; 20 are shown" in page.text and ".to_pandas()" in page.text
    few = table[:3]._repr_html_()
    assert "are shown" not in few and len(Tags(few).text) < 5_000
    wide: Table[str] = Table("words", [Column("word", lambda row: row)], lambda: ["x" * 100_000])
    assert len(wide._repr_html_()) < 1_000


def test_a_case_that_is_closed_has_a_repr(tmp_path: Path) -> None:
    with sayso.open_case(tmp_path / "my.sayso", create=True) as made:
        assert repr(made) == f"Case({str(tmp_path / 'my.sayso')!r}: 0 reports)" or len(repr(made)) < 200
    assert repr(made).endswith("closed, or damaged)")


def test_what_the_doors_take_is_the_same(case: sayso.Case) -> None:
    """A word about the originals has one name wherever it is given."""
    from sayso.run import front

    read, case_read = inspect.signature(front.read), inspect.signature(case.read)
    shared = set(read.parameters) & set(case_read.parameters)
    assert shared >= {
        "outlet",
        "published",
        "meta",
        "outlet_from",
        "places",
        "min_score",
        "jobs",
        "limit",
        "limit_memory",
    }
    for name in shared - {"jobs"}:
        assert read.parameters[name].default == case_read.parameters[name].default


def test_the_tree_of_errors_is_the_one_its_module_draws() -> None:
    """Every error that is raised on purpose stands in the tree, below its parent, and no other does."""
    from sayso import errors
    from sayso.compare.running import ChangedMeanwhile  # noqa: F401 - so that it is there
    from sayso.store.sqlite.errors import DamagedCase  # noqa: F401

    def tree(kind: type, depth: int = 0) -> Iterator[tuple[int, str]]:
        yield depth, kind.__name__
        for below in kind.__subclasses__():
            if below.__module__.startswith("sayso."):
                yield from tree(below, depth + 1)

    drawn = re.findall(r"^((?:\|   )*)(?:\+-- )?(\w+)(?: \*)?  +", errors.__doc__ or "", re.MULTILINE)
    found = {(len(bars) // 4 + (name != "SaysoError"), name) for bars, name in drawn}
    assert found == set(tree(errors.SaysoError))
