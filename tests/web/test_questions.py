"""Five questions about the example case, each answered in at most three clicks from the first page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kept_workers import KeptAnalyst, KeptWorker
from pages import Answer, Visitor, pages_of, visit

from sayso.case import open_case
from sayso.read import worker
from sayso.run import executors

pytestmark = [pytest.mark.model, pytest.mark.slow]
MOST_CLICKS = 3


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, tarn_bridge: Path, worker_class: type[KeptWorker]) -> Path:
    """The example case, read with the model."""
    path = tmp_path_factory.mktemp("example") / "tarn.sayso"
    originals = tarn_bridge / "originals"
    with pytest.MonkeyPatch.context() as patch, open_case(path, create=True) as case:
        patch.setattr(worker, "Worker", worker_class)
        patch.setattr(executors, "Analyst", KeptAnalyst)
        counts = case.read(originals, meta=originals / "meta.csv")
    assert counts.added == 8
    return path


@pytest.fixture
def reader(example: Path, tmp_path: Path) -> Iterator[Visitor]:
    pages = pages_of(str(shutil.copy(example, tmp_path / "tarn.sayso")))
    yield visit(pages)
    pages.close()


class Clicks:
    """Somebody who begins at the first page, and counts."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.count = 0
        self.page = visitor.get_when_ready("/")

    def on(self, fits: Callable[[str, str], bool] | str) -> Answer:
        """Click on the first link of these words."""
        for words, href in self.page.links:
            if (words == fits) if isinstance(fits, str) else fits(words, href):
                return self._to(href)
        raise AssertionError(f"no such link on {self.page.path}: {self.page.links}")

    def submit(self, action: str, field: str, words: str) -> Answer:
        """Type words into a field of a form, and send it."""
        forms = re.findall(r"<form\b[^>]*>.*?</form>", self.page.text, re.DOTALL)
        assert any(f'action="{action}"' in form and f'name="{field}"' in form for form in forms)
        return self._to(f"{action}?{field}={words}")

    def _to(self, address: str) -> Answer:
        self.count += 1
        assert self.count <= MOST_CLICKS
        self.page = self.visitor.get_when_ready(address.partition("#")[0])
        assert self.page.status == 200, self.page.words
        return self.page


def test_who_says_3400_and_where_did_it_come_from(reader: Visitor) -> None:
    clicks = Clicks(reader)
    found = clicks.submit("/search", "q", "3,400")
    said = re.findall(r"<article.*?</article>", found.text, re.DOTALL)
    assert said and all("3,400" in one for one in said) and 'class="chain"' in said[0]
    claim = clicks.on("to cite")
    assert "3,400" in claim.words and "SHA-256 of the original" in claim.words
    assert "says that" in claim.words  # through whom
    clicks.on("See it in the text")


def test_what_halim_terzo_says_about_the_front(reader: Visitor) -> None:
    clicks = Clicks(reader)
    clicks.on("Halim Terzo")
    # he calls it "the wreckers"; where a reviewer has said that these are one, its name stands there
    page = clicks.on(lambda words, href: re.search("Front|wreckers", words) is not None and "who=Halim" in href)
    said = re.findall(r"<blockquote.*?</blockquote>", page.text, re.DOTALL)
    assert said and all("wreckers" in one for one in said)
    assert page.path.startswith("/said?who=Halim+Terzo&whom=i")


def test_the_timeline_shows_the_time_of_the_reports_and_leads_to_all_dates(reader: Visitor) -> None:
    page, data = reader.get("/timeline"), reader.get("/timeline.json").json()
    days = [row["published"] for row in reader.get("/reports.json").json()["rows"] if "published" in row]
    for row in data["rows"]:
        assert row.get("earliest", "") <= max(days) and row.get("latest", "9") >= min(days), row
    link = next(href for words, href in page.links if words == "all dates")
    everything = reader.get(link.replace("/timeline", "/timeline.json", 1)).json()
    assert everything["total"] == data["total"] + data["outside"] and data["outside"] > 0 and everything["outside"] == 0


def test_which_numbers_conflict(reader: Visitor) -> None:
    page = Clicks(reader).on("Which numbers conflict")
    conflicts = re.findall(r"conflict on number</span>(.*?)</p>", page.text, re.DOTALL)
    assert conflicts and all(len(re.findall(r"\d", one)) > 1 for one in conflicts)


def test_who_calls_the_front_what(reader: Visitor) -> None:
    clicks = Clicks(reader)
    clicks.on("Who calls whom what")
    page = clicks.on(lambda words, href: "Front" in words and href.startswith("/labels?"))
    assert page.headers["content-type"].startswith("text/html") and "Who calls" in page.words
    data = reader.get(page.path.replace("/labels", "/labels.json", 1)).json()
    assert data["total"] and all("Front" in row["about"] for row in data["rows"])


def test_which_accounts_have_two_independent_origins(reader: Visitor) -> None:
    page = Clicks(reader).on("What has two independent origins or more")
    data = reader.get(page.path.replace("/accounts", "/accounts.json", 1)).json()
    assert data["total"] and all(row["origins"] >= 2 for row in data["rows"])
    assert reader.get("/accounts.json").json()["total"] >= data["total"]
