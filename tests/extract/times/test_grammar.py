"""The forms of time expressions: English names only what exists, and another language needs no code."""

from __future__ import annotations

import re

from sayso.extract.times import find_times
from sayso.extract.times.grammar import DAY_OR_ORDINAL, MAKERS
from sayso.extract.times.tokens import GIVEN_CLASSES, token_pattern
from sayso.lang.en.times import ENGLISH_TIMES
from sayso.lang.needs.forms import NEVER
from sayso.lang.needs.numbers import NumberWords, PluralForms
from sayso.lang.needs.times import FormName, LettersByDigits, TimeWords, TokenClass
from sayso.values.report import Report


def classes_of(words: TimeWords) -> set[str]:
    """Every class that a token of the language can have."""
    return {name for name, _ in words.words.values()} | set(token_pattern(words).groupindex) | set(GIVEN_CLASSES)


def test_each_form_has_a_meaning_and_each_meaning_an_english_form() -> None:
    assert set(MAKERS) == set(FormName)
    assert {name for name, _ in ENGLISH_TIMES.forms} == set(FormName)


def test_english_forms_and_sets_name_classes_that_exist() -> None:
    known = classes_of(ENGLISH_TIMES)
    forms = {name for _, form in ENGLISH_TIMES.forms for name in re.findall(r"[a-z_]+", form)}
    assert forms <= known | set(ENGLISH_TIMES.sets) | {DAY_OR_ORDINAL}
    assert ENGLISH_TIMES.core <= known


def test_every_class_that_the_step_asks_about_is_given_to_some_token() -> None:
    assert set(TokenClass) == set(TokenClass) & classes_of(ENGLISH_TIMES)


GERMAN = TimeWords(
    words={
        "januar": (TokenClass.MONTH, 1), "mai": (TokenClass.MONTH, 5), "november": (TokenClass.MONTH, 11),
        "vor": ("vor", -1), "jahr": (TokenClass.UNIT_YEAR, "Y"), "jahren": (TokenClass.UNITS_YEAR, "Y"),
        "gestern": (TokenClass.YESTERDAY, -1), "heute": (TokenClass.TODAY, 0),
    },
    letters=LettersByDigits(hour=r"(?:\s?uhr\b)"),
    capitals=frozenset(),
    sets={"dayord": "day ordinal"},
    forms=(
        ("days_month", "day dot month year?"),
        ("month", "month year"),
        ("deictic", "today | yesterday"),
        ("year", "year"),
    ),
    core=frozenset({"month", "today", "yesterday"}),
    future=frozenset({"wird"}), past=frozenset({"war"}), past_end="te", tense_word=re.compile("[a-zäöüß]+"),
    numbers=NumberWords({"drei": 3}, {"hundert": 100}, {}, {}, "und", PluralForms("en")),
    not_years=frozenset(), prefixes=frozenset(), counted=frozenset(), since=frozenset(),
    beside=NEVER.pattern, range="-|bis", listing=frozenset(), bracket=frozenset(), of=" von", at=" um",
)  # fmt: skip


def test_a_second_language_is_data() -> None:
    report = Report.of("Gestern, am 4. November, war er frei; im Mai 1980 nicht. 1979 said nothing of last week.",
                       published="2010-11-10", published_from="user")  # fmt: skip
    found = [(each.span.text, each.value) for each in find_times(report, GERMAN)]
    assert found == [
        ("Gestern", "2010-11-09"),
        ("4. November", "2010-11-04"),
        ("Mai 1980", "1980-05"),
        ("1979", "1979"),
    ]
