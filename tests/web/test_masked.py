"""`sayso serve --mask-private`: no page, list, drawing, dossier or file names a private person."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from kept_workers import KeptAnalyst, KeptWorker
from make_private import make_private
from pages import Visitor, pages_of, visit

from sayso.case import open_case
from sayso.case.masking import is_private
from sayso.read import worker
from sayso.run import executors

MOST = 400  # addresses that are looked at
MADE_PRIVATE = "Mira"  # of Mira Aldo; the judge Rurik Aldo keeps his name


def seen(visitor: Visitor) -> Iterator[tuple[str, str]]:
    """Each address that the first page leads to, over any number of links, with what is there."""
    known = {"/": None}
    waiting = ["/"]
    while waiting and len(known) < MOST:
        path = waiting.pop(0)
        answer = visitor.get_when_ready(path)
        assert answer.status == 200, path
        yield path, unescape(unquote_plus(answer.text))
        for _, href in answer.links if answer.headers["content-type"].startswith("text/html") else ():
            there = href.partition("#")[0]
            if there.startswith("/") and there not in known:
                known[there] = None
                waiting.append(there)


def test_nothing_that_is_served_names_a_private_person(tmp_path: Path) -> None:
    pages = pages_of(str(make_private(tmp_path / "my.sayso")), mask_private=True)
    try:
        visitor = visit(pages)
        held = dict(seen(visitor))
        for path, text in held.items():
            assert MADE_PRIVATE.casefold() not in text.casefold(), path
        assert {path.partition("?")[0].rpartition(".")[2] for path in held if "." in path} >= {"json", "csv", "html"}
        everything = "".join(held.values())
        assert "Halim Terzo" in everything and "Rurik Aldo" in everything and "Greta Lunn" in everything
        assert "have marks in the place of their names" in held["/"]
        assert "No report holds" in visitor.get("/search", q=MADE_PRIVATE).words
    finally:
        pages.close()


def test_a_masked_case_takes_no_judgement_and_gives_no_original(tmp_path: Path) -> None:
    file = make_private(tmp_path / "my.sayso")
    before = file.read_bytes()
    pages = pages_of(str(file), mask_private=True)
    try:
        visitor = visit(pages)
        report = visitor.get("/reports.json").json()["rows"][0]["id"]
        assert visitor.get(f"/reports/{report}/original").status == 404
        assert visitor.get("/review").text.count("<form method") == 0
        (session,) = pages.sessions._held.values()
        fields = {"token": session.token, "verb": "note", "subject": report, "value": "x"}
        assert visitor.post("/judge", fields).status == 403
    finally:
        pages.close()
    assert file.read_bytes() == before


@pytest.mark.model
@pytest.mark.slow
def test_nothing_that_is_served_of_the_example_names_a_private_person(
    tmp_path: Path, tarn_bridge: Path, worker_class: type[KeptWorker]
) -> None:
    file, originals = tmp_path / "tarn.sayso", tarn_bridge / "originals"
    with pytest.MonkeyPatch.context() as patch, open_case(file, create=True) as case:
        patch.setattr(worker, "Worker", worker_class)
        patch.setattr(executors, "Analyst", KeptAnalyst)
        case.read(originals, meta=originals / "meta.csv")
        actors = {actor.id: actor for held in case.result("actors").values() for actor in held}
        proper = {entity.id for reading in case.readings() for entity in reading.entities if entity.name}
        private = {
            one.name for one in case.identities().values()
            if is_private(one, actors) and " " in one.name and not proper.isdisjoint(one.entities)
        }  # fmt: skip
    assert private, "the example names nobody without an office"
    pages = pages_of(str(file), mask_private=True)
    try:
        held = dict(seen(visit(pages)))
    finally:
        pages.close()
    for path, text in held.items():
        assert [name for name in private if name.casefold() in text.casefold()] == [], path
    assert {path.split("/")[1].partition("?")[0].partition(".")[0] for path in held} >= {
        "said", "events", "labels", "accounts", "figures", "people", "reports",
    }  # fmt: skip
