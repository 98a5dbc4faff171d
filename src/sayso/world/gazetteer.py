"""The gazetteer: names of places -> what bears them, from one compact file and one list that users can extend.

The file holds GeoNames' populated places of 500 and more people, districts, regions and countries (CC BY 4.0), made by
training/gazetteer/build.py. It is a NumPy archive without pickled objects: one array a column, numbers as the
differences of neighbours cut into bytes, which is what makes them small. Names are looked up by a digest of 40 bits:
a word that is none is taken for one once in three million look-ups. Digests of most chief names are worked out anew
from the names when the file is read, all at once, so that only those of other names need to be kept.
`places_extra.csv` holds what no gazetteer of towns has: camps, bases, waters, regions. `countries.csv` and
`regions.csv` hold points and further names. The words for the people of all these belong to the language
(lang/en/demonyms.py), except those in a user's own list of places.
"""

from __future__ import annotations

import csv
import functools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import UsageError
from sayso.world.gazetteer_file import unpack
from sayso.world.place_names import Ints, chief_digests, digest, normal

KINDS: Final = (
    "country", "region", "district", "town", "continent", "area", "water", "mountain", "camp", "base", "site",
)  # fmt: skip
COUNTRY, REGION, DISTRICT, TOWN, CONTINENT, AREA = range(6)
NONE: Final = -1
POPULATION_STEPS: Final = 20  # a byte holds 20 * log10(population + 1): 12 per cent a step
DEGREE_STEPS: Final = 200  # 0.005 degrees, at most 280 metres off


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of some rows, one item each; population as log10(1 + people), degrees for the point."""

    row: Ints
    kind: Ints
    country: Ints
    region: Ints
    district: Ints
    population: npt.NDArray[np.float64]
    latitude: npt.NDArray[np.float64]
    longitude: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    number       its row; `region` and `district` are rows too, or -1
    id           "geonames:98182", or "sayso:darfur" for one of the list of our own
    country      ISO 3166-1, or "" for what lies in none or several
    population   of towns, rounded to 12 per cent; 0 where it is not known
    """

    number: int
    id: str
    name: str
    kind: str
    country: str
    region: int
    district: int
    population: int
    latitude: float
    longitude: float


class Gazetteer:
    """Rows of places and the names that lead to them; nothing changes after it is made.

    id, kind, country, region, district, population (a byte, see POPULATION_STEPS), latitude, longitude   one item a row
    keys, rows, plain   one item a name of a row, keys ascending; plain is 0 for a name that is an alternate one
    implied   one bit a row: its chief name is not among those, since its digest follows from the name
    """

    def __init__(self, columns: dict[str, npt.NDArray[Any]], extra: Sequence[Extra] = ()) -> None:
        self._names = bytes(columns["names"]).decode("utf-8").split("\n")
        self.codes: list[str] = bytes(columns["codes"]).decode("ascii").split("\n")
        self.size = len(columns["id"])
        self._extra = list(extra)
        number = {code: position for position, code in enumerate(self.codes)}
        more = {
            "id": [0] * len(extra),
            "kind": [KINDS.index(place.kind) for place in extra],
            "country": [number.get(place.country, NONE) for place in extra],
            "region": [NONE] * len(extra),
            "district": [NONE] * len(extra),
            "population": [6 * POPULATION_STEPS] * len(extra),  # as well known as a town of a million
            "latitude": [round(place.latitude * DEGREE_STEPS) for place in extra],
            "longitude": [round(place.longitude * DEGREE_STEPS) for place in extra],
        }
        self._columns = {
            name: np.concatenate([columns[name].astype(np.int32), np.array(added, dtype=np.int32)])
            for name, added in more.items()
        }
        # single items are read from these: an item of an array costs ten times as much
        often = ("kind", "country", "population", "region", "district")
        self._kind, self._country, self._people, self._region, self._district = (
            array("i", self._columns[name].tobytes()) for name in often
        )
        implied = np.flatnonzero(np.unpackbits(columns["implied"], count=self.size))
        keys = np.concatenate([columns["keys"], chief_digests(columns["names"])[implied]])
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._rows = np.concatenate([columns["rows"], implied])[order].astype(np.int32)
        self._plain = np.concatenate([columns["plain"] != 0, np.ones(len(implied), dtype=bool)])[order]
        self._extra_keys: dict[str, list[int]] = {}
        for position, place in enumerate(self._extra):
            for name in (place.name, *place.names):
                self._extra_keys.setdefault(normal(name), []).append(self.size + position)
        kinds, countries = self._columns["kind"][: self.size], self._columns["country"]
        self._country_rows = {self.codes[int(countries[row])]: int(row) for row in np.flatnonzero(kinds == COUNTRY)}
        self.capitals = self._find_capitals(bytes(columns["capitals"]).decode("utf-8").split("\n"))

    def look_up(self, keys: Sequence[str]) -> list[list[tuple[int, bool]]]:
        """For each normal name the rows that bear it, each with whether it is the row's chief name.

        A name in the list of extra places comes before those of the file.
        """
        if not keys:
            return []
        wanted = np.fromiter((digest(key) for key in keys), dtype=np.int64, count=len(keys))
        low = np.searchsorted(self._keys, wanted, side="left").tolist()
        high = np.searchsorted(self._keys, wanted, side="right").tolist()
        out: list[list[tuple[int, bool]]] = []
        for key, start, end in zip(keys, low, high, strict=True):
            found = [(row, True) for row in self._extra_keys.get(key, ())]
            if start < end:
                rows, plain = self._rows[start:end].tolist(), self._plain[start:end].tolist()
                found += zip(rows, plain, strict=True)
            out.append(found)
        return out

    def columns(self, rows: Ints) -> Table:
        """What is known of these rows, as one array a column."""
        taken = {name: column[rows] for name, column in self._columns.items()}
        return Table(
            rows,
            taken["kind"],
            taken["country"],
            taken["region"],
            taken["district"],
            taken["population"] / POPULATION_STEPS,
            taken["latitude"] / DEGREE_STEPS,
            taken["longitude"] / DEGREE_STEPS,
        )

    def entry(self, row: int) -> Entry:
        """The place of a row."""
        held = {name: int(column[row]) for name, column in self._columns.items()}
        own = self._extra[row - self.size] if row >= self.size else None
        return Entry(
            row,
            own.id if own else f"geonames:{held['id']}",
            own.name if own else self._names[row],
            KINDS[held["kind"]],
            self.codes[held["country"]] if held["country"] != NONE else "",
            held["region"],
            held["district"],
            max(0, round(10 ** (held["population"] / POPULATION_STEPS)) - 1),
            held["latitude"] / DEGREE_STEPS,
            held["longitude"] / DEGREE_STEPS,
        )

    @property
    def extra(self) -> tuple[Extra, ...]:
        """The places of the lists, which have the rows after the file's."""
        return tuple(self._extra)

    def kind_of(self, row: int) -> tuple[int, int]:
        """A row's kind and country, as numbers."""
        return self._kind[row], self._country[row]

    def people(self, row: int) -> float:
        """log10(1 + people) of a row."""
        return self._people[row] / POPULATION_STEPS

    def holders(self, row: int) -> tuple[int, ...]:
        """What a row lies in: its region and district, if any, and -2 - country."""
        region, district, country = self._region[row], self._district[row], self._country[row]
        return tuple(part for part in (region, district, -2 - country if country != NONE else NONE) if part != NONE)

    def _find_capitals(self, lines: Sequence[str]) -> frozenset[int]:
        """The rows of the capitals, from lines of a country's code, a tab and the capital's name."""
        pairs = [line.split("\t") for line in lines]
        found = set()
        for (code, _), rows in zip(pairs, self.look_up([normal(name) for _, name in pairs]), strict=True):
            towns = [row for row, _ in rows if row < self.size and self._kind[row] == TOWN]
            here = [row for row in towns if self.codes[self._country[row]] == code]
            if here:
                found.add(max(here, key=self.people))
        return frozenset(found)

    def country_row(self, code: str) -> int:
        """The row of a country by its ISO 3166-1 code, -1 where there is none."""
        return self._country_rows.get(code, NONE)


@dataclass(frozen=True, slots=True)
class Extra:
    """A place of a list of one's own; `names` are other names, `demonyms` adjectives and people."""

    id: str
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def read_extra(lines: Iterable[str], origin: str = "places") -> Iterator[Extra]:
    """The places of a CSV with the columns name, kind, country, latitude, longitude, names, demonyms, id.

    Only name, latitude and longitude are required; names and demonyms are parted by `|`. Raises UsageError, with the
    line, for a row that cannot be read.

    >>> next(read_extra(["name,latitude,longitude,names", "Tarn Bridge,42.5,44.1,Tarn|the Bridge"])).names
    ('Tarn', 'the Bridge')
    """
    rows = csv.DictReader(lines)
    missing = {"name", "latitude", "longitude"} - set(rows.fieldnames or ())
    if missing:
        raise UsageError(f"{origin}: no column {', '.join(sorted(missing))}; expected name, latitude, longitude")
    for row in rows:
        where = f"{origin}, line {rows.line_num}"
        try:
            latitude, longitude = float(row["latitude"]), float(row["longitude"])
        except (TypeError, ValueError):
            raise UsageError(f"{where}: latitude and longitude must be degrees, such as 33.88 and 44.47") from None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise UsageError(f"{where}: {latitude}, {longitude} lies outside -90..90, -180..180")
        name, kind = (row["name"] or "").strip(), (row.get("kind") or "site").strip()
        if not name or kind not in KINDS:
            raise UsageError(f"{where}: expected a name, and as kind one of {', '.join(KINDS)}")
        yield Extra(
            (row.get("id") or "").strip() or "sayso:" + normal(name).replace(" ", "-"),
            name,
            kind,
            (row.get("country") or "").strip().upper(),
            latitude,
            longitude,
            split(row.get("names")),
            split(row.get("demonyms")),
        )


def split(field: str | None) -> tuple[str, ...]:
    """The parts of a field that are parted by `|`."""
    return tuple(part.strip() for part in (field or "").split("|") if part.strip())


def data_lines(name: str) -> list[str]:
    """The lines of one of the package's own lists."""
    return resources.files("sayso.world").joinpath("data", name).read_text(encoding="utf-8").splitlines()


@functools.lru_cache(maxsize=4)
def load_gazetteer(*extra: Path) -> Gazetteer:
    """The package's gazetteer with its own list and those of the files, read once a process.

    extra   CSV files as `read_extra` takes them; what they name comes before what the gazetteer has
    """
    own = [place for path in extra for place in read_extra(_lines(path), str(path))]
    own += read_extra(data_lines("places_extra.csv"), "places_extra.csv")
    with resources.as_file(resources.files("sayso.world").joinpath("data", "gazetteer.npz")) as path:
        return Gazetteer(unpack(path), own)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}; expected a CSV file in UTF-8") from None
