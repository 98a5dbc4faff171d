"""Words: the same on every store, held against SQLite's own index."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.store.memory import MemoryStore
from sayso.store.sqlite import SqliteStore, open_store
from sayso.store.words import phrases, places_of, tokens
from sayso.values.case import Filters
from sayso.values.reading import Reading
from sayso.values.report import Report
from sayso.views.tables import listing

# Blocks that stand since Unicode 6.1, which FTS5 knows: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai, kana, CJK, Hangul.
BLOCKS = (
    (1, 0x600),
    (0x620, 0x6FF),
    (0xE01, 0xE5B),
    (0x1E00, 0x1FFF),
    (0x2000, 0x2065),
    (0x3041, 0x30FF),
    (0x4E00, 0x5000),
    (0xAC00, 0xAD00),
)
# What came later, and letters that FTS5 leaves with a part of their marks.
EXCEPTIONS = {0x1E0, 0x1E1, 0x37F, 0x528, 0x52A, 0x52C, 0x52E, 0x58D, 0x58E, 0x58F, 0x5EF}
LETTERS = st.sampled_from("aAbé É\u0301çßİıſµ.,-'\u2019\"*0\n日本 \u064bاΣς")


def test_a_word_is_what_fts5_takes_for_one_character_by_character() -> None:
    codes = [code for first, last in BLOCKS for code in range(first, last) if unicodedata.category(chr(code)) != "Cn"]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5(t, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(w, 'instance')")
    connection.executemany("INSERT INTO w (rowid, t) VALUES (?, ?)", ((code, f"x{chr(code)}y") for code in codes))
    theirs: dict[int, list[str]] = {}
    for term, code, _ in connection.execute("SELECT term, doc, offset FROM v ORDER BY doc, offset"):
        theirs.setdefault(code, []).append(term)
    connection.close()
    other = {code for code in codes if [token.word for token in tokens(f"x{chr(code)}y")] != theirs[code]}
    assert other <= EXCEPTIONS, sorted(map(hex, other - EXCEPTIONS))


def test_a_phrase_stands_where_its_words_stand_in_order() -> None:
    text = tokens("The camp at the Camp.")
    [camp], [both], [beginning] = phrases("camp"), phrases('"the camp"'), phrases("cam*")
    assert places_of(camp, text) == [(1, 2), (4, 5)] == places_of(beginning, text)
    assert places_of(both, text) == [(0, 2), (3, 5)]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[MemoryStore, SqliteStore]]:
    held = MemoryStore(), open_store(tmp_path_factory.mktemp("words") / "m.sayso", create=True)
    texts = [
        "The camp. The Camp at Čapek's bridge: çamp, camps!", "a b a b a", "É É\u0301 e 日本 日", "İ ı ſ s µ ß ss Σ ς σ",
        "The bridge and the camp; no the", "اً ا", "0 00 a0", "b", "'a' -b- a*b \"a\"",
    ]  # fmt: skip
    for number, text in enumerate(texts):
        reading = Reading(Report.of(text, outlet=f"O{number % 3}", title="The camp" if number % 2 else None))
        for store in held:
            with store.transaction():
                store.put(reading, listing(reading), None)
    yield held
    held[1].close()


@given(
    st.one_of(
        st.text(LETTERS, max_size=8),
        st.sampled_from(["camp", "the camp", '"the camp"', "cam* bridge", "a b", '"a b a"']),
    )
)
@example('"a b" "b a"')
@example("the")
def test_memory_finds_and_ranks_as_sqlite_does(stores: tuple[MemoryStore, SqliteStore], words: str) -> None:
    answers: list[object] = []
    for store in stores:
        try:
            hits = store.search(words, Filters(), 20, 0)
        except UsageError as error:
            answers.append(str(error))
            continue
        answers.append([(h.report, h.start, h.end, h.snippet, h.matches, round(h.score, 6)) for h in hits])
    assert answers[0] == answers[1]
