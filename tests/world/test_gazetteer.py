"""The gazetteer: its file, its names, and lists of one's own."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ModelError, UsageError
from sayso.lang import load_language
from sayso.world.gazetteer import KINDS, Gazetteer, data_lines, load_gazetteer, read_extra
from sayso.world.gazetteer_file import pack, unpack
from sayso.world.place_names import SHORT, chief_digests, digest, normal


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def found(gazetteer: Gazetteer, name: str) -> set[tuple[str, str]]:
    """Name and country of what bears the name."""
    entries = [gazetteer.entry(row) for row, _ in gazetteer.look_up([normal(name)])[0]]
    return {(entry.name, entry.country) for entry in entries}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Teheran", ("Tehran", "IR")),
        ("Al-Quds", ("Jerusalem", "IL")),
        ("Kiev", ("Kyiv", "UA")),
        ("Khalis", ("Khāliş", "IQ")),
        ("St. Louis", ("St. Louis", "US")),
        ("Côte d’Ivoire", ("Ivory Coast", "CI")),
        ("New York", ("New York City", "US")),
        ("Camp Ashraf", ("Camp Ashraf", "IQ")),
    ],
)
def test_a_place_is_found_by_its_other_names(gazetteer: Gazetteer, name: str, place: tuple[str, str]) -> None:
    assert place in found(gazetteer, name)


def test_a_town_knows_its_district_region_and_country(gazetteer: Gazetteer) -> None:
    rows = [row for row, _ in gazetteer.look_up(["savannah"])[0] if gazetteer.entry(row).population > 100_000]
    town = gazetteer.entry(rows[0])

    assert (gazetteer.entry(town.district).name, gazetteer.entry(town.region).name) == ("Chatham County", "Georgia")
    assert gazetteer.country_row(town.country) >= 0


def test_the_file_has_a_point_and_a_kind_for_every_place(gazetteer: Gazetteer) -> None:
    table = gazetteer.columns(np.arange(gazetteer.size + len(gazetteer.extra)))

    assert np.all(np.abs(table.latitude) <= 90) and np.all(np.abs(table.longitude) <= 180)
    assert set(table.kind.tolist()) <= set(range(len(KINDS)))
    assert len(gazetteer.capitals) > 220


@given(st.text())
def test_any_text_has_a_normal_form_that_stays(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(st.lists(st.from_regex(r"[A-Za-z][A-Za-z]*(?:[ -][A-Za-z.']*[A-Za-z])*", fullmatch=True), min_size=1))
def test_names_have_one_digest_however_it_is_worked_out(names: list[str]) -> None:
    names = [name for name in names if name.lower().split()[0].partition("-")[0] not in SHORT and len(name) < 256]
    if names:
        spelled = np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
        assert chief_digests(spelled).tolist() == [digest(normal(name)) for name in names]


def test_a_list_of_ones_own_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "camps.csv"
    path.write_text(
        "name,kind,country,latitude,longitude,names\nParis,camp,IQ,33.5,44.5,Camp Paris\n", encoding="utf-8"
    )
    own = load_gazetteer(path)
    first, _ = own.look_up(["paris"])[0][0]

    assert (own.entry(first).kind, own.entry(first).id, own.entry(first).latitude) == ("camp", "sayso:paris", 33.5)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["name,latitude", "A,1"], "no column longitude"),
        (["name,latitude,longitude", "A,north,2"], "line 2: latitude and longitude must be degrees"),
        (["name,latitude,longitude", "A,1,200"], "outside -90..90"),
        (["name,latitude,longitude", "A,nan,2"], "outside -90..90"),
        (["name,kind,latitude,longitude", "A,planet,1,2"], "as kind one of country"),
        (["name,latitude,longitude", ",1,2"], "expected a name"),
        (["name,latitude,longitude", "A"], "must be degrees"),
    ],
)
def test_a_list_that_cannot_be_read_says_where_and_why(lines: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        list(read_extra(lines, "camps.csv"))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_broken_file_is_told_from_a_gazetteer(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="is no gazetteer"):
        unpack(path)


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a CSV file"):
        load_gazetteer(tmp_path / "none.csv")


@given(st.lists(st.integers(-(2**31) + 1, 2**31 - 1), min_size=1), st.lists(st.integers(0, 2**40 - 1), min_size=1))
def test_what_is_packed_is_unpacked(
    tmp_path_factory: pytest.TempPathFactory, points: list[int], keys: list[int]
) -> None:
    path = tmp_path_factory.mktemp("packed") / "some.npz"
    columns = {"latitude": np.array(points), "keys": np.array(sorted(keys)), "kind": np.array([1], dtype=np.uint8)}
    pack(columns, path)
    held = unpack(path)

    assert all(held[name].tolist() == column.tolist() for name, column in columns.items())


def test_each_english_demonym_is_of_a_place_that_the_data_has() -> None:
    gazetteer, words = load_gazetteer(), load_language("en").places
    regions = {f"{line['country']}/{line['name']}" for line in csv.DictReader(data_lines("regions.csv"))}
    assert all(gazetteer.country_row(code) >= 0 for code in words.country_demonyms)
    assert set(words.region_demonyms) <= regions
    assert set(words.other_demonyms) <= {place.id for place in gazetteer.extra}
