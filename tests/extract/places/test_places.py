"""Places: which names are places, which place is meant, and what for."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.extract.places import find_places
from sayso.lang import Language, Pronouns, load_language
from sayso.values.findings import Place
from sayso.values.report import Report
from sayso.world.gazetteer import load_gazetteer

ENGLISH = load_language("en")


def places(text: str, language: Language = ENGLISH) -> list[Place]:
    return list(find_places(Report.of(text), language))


def told(text: str) -> dict[str, str]:
    """Each name with its country, the last one where a name stands twice."""
    return {place.span.text: place.country or "" for place in places(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TBILISI, Georgia (AP) — Georgia said Russian troops had crossed into South Ossetia.", {"Georgia": "GE"}),
        ("ATLANTA (AP) — Georgia's governor spoke in Savannah.", {"ATLANTA": "US", "Georgia": "US", "Savannah": "US"}),
        ("She moved from Paris, Texas, to Lebanon, Pa., that year.", {"Paris": "US", "Lebanon": "US", "Pa.": "US"}),
        ("He flew from Paris to Lyon.", {"Paris": "FR", "Lyon": "FR"}),
        ("Lebanon closed its border with Syria.", {"Lebanon": "LB", "Syria": "SY"}),
        ("Jordan said it would close its border with Iraq.", {"Jordan": "JO", "Iraq": "IQ"}),
        ("Troops from Chad entered Darfur.", {"Chad": "TD", "Darfur": "SD"}),
        ("He landed in Turkey on Monday.", {"Turkey": "TR"}),
        ("Teheran and Al-Quds were named; so was Khalis, in Diyala province.", {"Teheran": "IR", "Khalis": "IQ"}),
        ("IRAN AND IRAQ SIGN DEAL IN BAGHDAD", {"IRAN": "IR", "IRAQ": "IQ", "BAGHDAD": "IQ"}),
        ("Residents of Mobile, Ala., and of Nice, in France, met.", {"Mobile": "US", "Nice": "FR"}),
        ("The US and the UK agreed in D.C. and in the U.A.E.", {"US": "US", "UK": "GB", "D.C.": "US"}),
    ],
)
def test_a_name_is_the_place_that_the_report_speaks_of(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= told(text).items()


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan retired. Jordan said he was tired.",
        "Mr. Paris met Chad Smith; Mrs. Georgia Brown was ill.",
        "He ate turkey off fine china.",
        "March was cold. May said Will was ill.",
        "Victoria Nuland and Sydney Smith spoke to Austin Powers.",
        "Reading is fun, and Mobile phones are small.",
        "The price was US$10.",
        "They fear the West Nile virus.",
        "Israel Vega and Kenya Moss voted no.",
        "Roman Catholic priests met Roman Abramovich.",
    ],
)
def test_what_is_a_person_or_a_word_is_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Tehran said it would send an envoy.", "Tehran", "government"),
        ("Talks between Washington and Tehran broke down.", "Washington", "government"),
        ("They accused Tehran of lying.", "Tehran", "government"),
        ("The Kremlin denied it.", "Kremlin", "government"),
        ("He was arrested in Tehran on Sunday.", "Tehran", "place"),
        ("A professor at the University of Tehran disagreed with the rest.", "Tehran", "in_name"),
        ("The governor of the Bank of England resigned yesterday.", "England", "in_name"),
        ("The Chicago Police Department said so.", "Chicago", "in_name"),
        ("Iraqi officials were silent.", "Iraqi", "demonym"),
        ("Two Canadians were hurt.", "Canadians", "demonym"),
        ("Tibetan monks marched.", "Tibetan", "demonym"),
        ("The Parisian authorities agreed.", "Parisian", "demonym"),
        ("Two Berliners and a Londoner were hurt.", "Berliners", "demonym"),
        ("Baghdad and Tehran signed a deal.", "Baghdad", "government"),
        ("Tehran and Moscow said they would meet.", "Tehran", "government"),
        ("Ankara, Doha and Riyadh have agreed to talk.", "Ankara", "government"),
        ("Beijing, Tehran and the Kremlin welcomed it.", "Beijing", "government"),
        ("The White House was silent.", "White House", "government"),
        ("Baghdad and Tehran were hit by storms.", "Baghdad", "place"),
        ("He flew from Baghdad and Tehran signed the deal.", "Baghdad", "place"),
        ("Riots in Tehran and Moscow spread.", "Moscow", "place"),
        ("He stood outside the White House.", "White House", "place"),
        ("Israel Police arrested two men.", "Israel", "in_name"),
        ("They went to the U.S and back.", "U.S", "place"),
    ],
)
def test_the_use_of_a_name_is_told(text: str, name: str, use: str) -> None:
    assert [place.use for place in places(text) if place.span.text == name] == [use]


def test_a_place_points_at_what_holds_it_and_at_what_it_is_near() -> None:
    ashraf, baghdad, liberty, _ = places(
        "Camp Ashraf, 60 km north of Baghdad, was hit. Camp Liberty near Baghdad was not."
    )
    paris, texas = places("He was born in Paris, Texas.")

    assert (ashraf.near, ashraf.gazetteer, paris.within) == (baghdad.id, "sayso:camp-ashraf", texas.id)
    assert liberty.near is not None and liberty.latitude == pytest.approx(33.29, abs=0.01)


def test_a_name_keeps_its_sense_through_the_report() -> None:
    found = places("A man from Springfield, Ohio, was held. Springfield police said on Monday that he was released.")

    assert len({place.gazetteer for place in found if place.span.text == "Springfield"}) == 1


def test_what_is_told_to_lie_in_a_country_lies_there_or_is_not_known() -> None:
    assert [place.country for place in places("He was born in Tripoli in northern Lebanon.")] == ["LB", "LB"]
    # Boni is another name of Bonn, and there is a Goz elsewhere
    found = places("They burned a church in a raid on Boni in northern Burkina Faso. A bomb in Goz in Chad killed two.")
    assert [place.span.text for place in found] == ["Burkina Faso", "Chad"]
    found = places("The fans of Liverpool in Germany wept.")
    assert [(place.name, place.country) for place in found] == [("Liverpool", "GB"), ("Germany", "DE")]


def test_ones_own_places_are_found(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,kind,country,latitude,longitude\nTarn Bridge,site,,42.5,44.1\n", encoding="utf-8")
    report = Report.of("The convoy stopped at Tarn Bridge on Sunday.")
    (place,) = find_places(report, ENGLISH, gazetteer=load_gazetteer(path))

    assert (place.gazetteer, place.country, place.latitude) == ("sayso:tarn-bridge", None, 42.5)


def test_the_demonyms_of_ones_own_places_stand_for_them_in_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,latitude,longitude,demonyms\nLower Quell,42.6,44.0,Queller\n", encoding="utf-8")
    found = find_places(Report.of("A Queller and two Quellers met an Iraqi."), ENGLISH, gazetteer=load_gazetteer(path))

    assert [(place.name, place.use) for place in found] == [
        ("Lower Quell", "demonym"), ("Lower Quell", "demonym"), ("Iraq", "demonym"),
    ]  # fmt: skip


@settings(deadline=None)
@given(st.text())
@example("Paris’ ’s U.S. St. \u2028 al-Tanf I'S")
@example("İstanbul ﬁ ß ŒUVRE \ud800")
def test_any_text_gives_spans_that_read_back_and_stand_apart(text: str) -> None:
    report = Report.of(text)
    found = find_places(report, ENGLISH)

    for place in found:
        report.check(place.span)
    for left, right in zip(found, found[1:], strict=False):
        assert left.span.end <= right.span.start


WORDS = st.sampled_from(
    "Paris Texas the of in , . Mr Washington said US U.S. New York County River - and\n (AP) Jordan's".split(" ")
)


@settings(deadline=None)
@given(st.lists(WORDS).map(" ".join))
def test_any_order_of_names_and_words_is_read(text: str) -> None:
    report = Report.of(text)
    ids = [place.id for place in find_places(report, ENGLISH)]

    assert len(ids) == len(set(ids))


def test_small_towns_abroad_are_no_words_in_capitals() -> None:
    text = (
        "SAN SALVADOR, 12 NOV 89 -- THE FARABUNDO MARTI FRONT WANTED TO GIVE UP A PIANO IN SOYAPANGO, EL SALVADOR, BEFORE "
        "GOING OUT. HE FLEW TO MIAMI AND THEN TO MOSCOW. THE ATTACK WAS MADE IN SAN MIGUEL TODAY."
    )
    found = {place.span.text: place.use for place in find_places(Report.of(text), ENGLISH)}

    assert found.keys() == {"SAN SALVADOR", "SOYAPANGO", "EL SALVADOR", "MIAMI", "MOSCOW", "SAN MIGUEL"}
    assert found["SAN MIGUEL"] == "place"


def test_a_language_without_lists_finds_what_is_sure_by_itself() -> None:
    other = Language("xx", "Other", "", "", Pronouns())

    assert {place.country for place in places("Paris et Londres, puis Moskau.", other)} >= {"FR", "GB"}


def test_a_very_long_line_takes_bounded_time() -> None:
    assert len(places("Paris and London " * 5000)) == 10_000
