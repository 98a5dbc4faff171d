"""The process in which what takes long is worked out: its answers, its end, and what becomes of a fault."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from operator import methodcaller
from pathlib import Path

import pytest
from pages import pages_of, visit

from sayso.case import Filters, open_case
from sayso.errors import SaysoError, UsageError
from sayso.web.apart import Apart
from sayso.web.shown import Looking
from sayso.web.views.accounts import _found


@pytest.fixture
def file(made_case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_case, tmp_path / "my.sayso"))


@pytest.fixture
def apart(file: Path) -> Iterator[Apart]:
    made = Apart(str(file), read_only=False)
    yield made
    made.close()


def test_it_answers_as_the_case_does_and_sees_what_others_write(apart: Apart, file: Path) -> None:
    with open_case(file) as case:
        assert apart.ask(methodcaller("result", "identity")) == (case.changes(), case.identities())
        assert apart.ask(methodcaller("copies"))[1] == tuple(case.copies())
        assert apart.ask(partial(_found, ("camp", Filters(), False, "", 1)))[1] == [
            one.id for one in case.accounts("camp")
        ]
        case.judge("note", [case.store.report_ids()[0]], "seen")
        assert apart.ask(methodcaller("result", "identity"))[0] == case.changes()


def test_a_fault_is_told_and_the_process_goes_on(apart: Apart) -> None:
    with pytest.raises(UsageError, match="no date"):
        apart.ask(methodcaller("accounts", since="yesterday"))
    process = apart._process
    assert apart.ask(methodcaller("changes"))[1] > 0 and apart._process is process


def test_one_that_is_gone_is_started_anew(apart: Apart) -> None:
    first = apart.ask(methodcaller("changes"))
    assert apart._process is not None
    apart._process.kill()
    apart._process.wait()
    assert apart.ask(methodcaller("changes")) == first


def test_what_is_closed_answers_no_more(apart: Apart) -> None:
    apart.ask(methodcaller("changes"))
    apart.close()
    assert apart._process is not None and apart._process.returncode is not None
    with pytest.raises(SaysoError, match="closed"):
        apart.ask(methodcaller("changes"))


def test_the_pages_show_what_it_has_worked_out(file: Path) -> None:
    pages = pages_of(str(file), apart=True)
    try:
        visitor = visit(pages)
        with open_case(file, read_only=True) as case:
            assert visitor.get("/people.json").json()["total"] == len(case.identities())
            assert visitor.get("/labels.json").json()["total"] == len(case.labels())
            assert visitor.get("/review.json").json()["total"] == len(case.suggest())
    finally:
        pages.close()


def test_what_was_made_of_an_older_answer_is_not_held_as_if_it_were_new(made_case: Path) -> None:
    pages = pages_of(str(made_case), read_only=True)
    try:
        with pages.handles.lent() as case:
            looking = Looking(case, pages.held, "/")
            looking.stale.add("identity")
            assert looking.quick("key", lambda: "old") == "old"
            assert Looking(case, pages.held, "/").quick("key", lambda: "new") == "new"
    finally:
        pages.close()
