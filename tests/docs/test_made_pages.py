"""Pages that are made are those that the tools give; pages that people write use the words of the glossary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import steps_page

import sayso

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "commands").glob("*.md")),
    *sorted((ROOT / "docs" / "reference").glob("*.md")),
]
# words of the last table that have other meanings too, which our pages need
AMBIGUOUS = {"article", "document", "publisher"}


def parts_of_the_glossary() -> tuple[set[str], set[str]]:
    """The terms, and what is not to be said instead."""
    terms, _, instead = GLOSSARY.read_text(encoding="utf-8").partition("## Words that we don't use")
    told = {term.strip() for term in re.findall(r"\*\*([^*]+)\*\*", terms)}
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", instead, re.MULTILINE)[1:]
    return told, {word.strip() for row in rows for word in row.split(",")} - AMBIGUOUS


def test_the_page_of_steps_is_what_the_registry_gives() -> None:
    assert steps_page.PAGE.read_text(encoding="utf-8") == steps_page.page(), "run python tools/steps_page.py"


def test_the_api_reference_has_every_public_name_once() -> None:
    page = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^::: sayso\.(\w+)$", page, re.MULTILINE)) == sorted(sayso.PUBLIC)


def test_every_term_of_the_glossary_is_used() -> None:
    terms, _ = parts_of_the_glossary()
    assert len(terms) > 40
    plan = GLOSSARY.read_text(encoding="utf-8").partition("## Comparing reports")[2].partition("## ")[0]
    later = set(re.findall(r"\*\*([^*]+)\*\*", plan)) | {"triad", "balance", "identity", "canonical", "peer"}
    written = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page != GLOSSARY)
    written += (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert {term for term in terms - later if not re.search(rf"\b{term}", written, re.IGNORECASE)} == set()


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES])
def test_a_page_uses_the_words_of_the_glossary(page: Path) -> None:
    if page == GLOSSARY:
        return
    _, instead = parts_of_the_glossary()
    assert "speech verb" in instead
    text = page.read_text(encoding="utf-8").lower()
    assert sorted(word for word in instead if re.search(rf"\b{re.escape(word)}s?\b", text)) == []
