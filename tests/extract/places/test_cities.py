"""Cities of conflict news: a name alone is the city, not the province of that name nor a namesake abroad."""

from typing import Final

import numpy as np

from sayso.extract.places import find_places
from sayso.lang import load_language
from sayso.values.report import Report
from sayso.world.earth import great_circle

ENGLISH: Final = load_language("en")
NEAR_KM: Final = 25.0  # kilometres from the city's middle
LEAST_RIGHT: Final = 0.9  # share of the cities
# name -> latitude and longitude of the city that news of conflict mean by it
CITIES: Final = {
    "Donetsk": (48.02, 37.80),
    "Luhansk": (48.57, 39.32),
    "Kharkiv": (49.99, 36.23),
    "Zaporizhzhia": (47.84, 35.14),
    "Mykolaiv": (46.97, 32.00),
    "Kherson": (46.64, 32.61),
    "Sumy": (50.91, 34.80),
    "Odesa": (46.48, 30.73),
    "Lviv": (49.84, 24.02),
    "Bakhmut": (48.59, 38.00),
    "Homs": (34.73, 36.72),
    "Aleppo": (36.20, 37.16),
    "Idlib": (35.93, 36.63),
    "Hama": (35.13, 36.75),
    "Raqqa": (35.95, 39.01),
    "Deir ez-Zor": (35.34, 40.14),
    "Mosul": (36.34, 43.13),
    "Kirkuk": (35.47, 44.39),
    "Basra": (30.51, 47.78),
    "Sanaa": (15.35, 44.21),
    "Taiz": (13.58, 44.02),
    "Hodeidah": (14.80, 42.95),
    "Marib": (15.46, 45.33),
    "Rafah": (31.29, 34.25),
    "Khan Younis": (31.35, 34.30),
    "Jenin": (32.46, 35.30),
    "Hebron": (31.53, 35.10),
    "Benghazi": (32.12, 20.07),
    "Khartoum": (15.55, 32.53),
    "El Fasher": (13.63, 25.35),
    "Nyala": (12.05, 24.88),
    "Mogadishu": (2.04, 45.34),
    "Goma": (-1.67, 29.22),
    "Beni": (0.49, 29.47),
    "Maiduguri": (11.85, 13.16),
    "Jos": (9.92, 8.89),
    "Gao": (16.27, -0.04),
    "Kidal": (18.44, 1.41),
    "Mekelle": (13.50, 39.47),
    "Kandahar": (31.61, 65.71),
    "Herat": (34.34, 62.20),
    "Ghazni": (33.55, 68.42),
    "Quetta": (30.18, 66.99),
    "Peshawar": (34.01, 71.58),
    "Srinagar": (34.09, 74.80),
    "Imphal": (24.81, 93.94),
    "Cali": (3.44, -76.52),
    "Culiacan": (24.80, -107.39),
    "Port-au-Prince": (18.54, -72.34),
    "Stepanakert": (39.82, 46.75),
    "Derna": (32.76, 22.64),
    "Palma": (-10.77, 40.48),
    "Cabinda": (-5.56, 12.19),
}


def test_a_city_of_conflict_news_is_the_city_itself() -> None:
    wrong = []
    for city, (latitude, longitude) in CITIES.items():
        found = find_places(Report.of(f"Gunmen killed two people in {city} on Monday."), ENGLISH)
        at = [(p.latitude, p.longitude) for p in found if p.latitude is not None and p.longitude is not None]
        if len(at) != 1 or float(great_circle(*map(np.array, (latitude, longitude, *at[0])))) > NEAR_KM:
            wrong.append(city)
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(CITIES), wrong


def test_the_word_behind_a_name_makes_it_the_province() -> None:
    for text, name in (
        ("Shells fell across Donetsk region.", "Donetska oblast"),
        ("Rebels hold most of Homs province.", "Ḩimş"),
        ("It happened in the province of Kandahar.", "Kandahār"),
        ("Snow fell in Quebec.", "Quebec"),
    ):
        (place,) = find_places(Report.of(text), ENGLISH)
        assert place.name == name
        assert place.latitude is not None


def test_a_namesake_abroad_loses_to_what_the_report_is_about() -> None:
    text = "A fire in Moscow, Idaho, and one in Odessa, Texas, were put out; one in Odessa, Ukraine, was not."
    told = [(place.span.text, place.country) for place in find_places(Report.of(text), ENGLISH)]
    assert ("Moscow", "US") in told
    assert [country for name, country in told if name == "Odessa"] == ["US", "UA"]
    (congo,) = find_places(Report.of("Gunmen attacked a village in eastern Congo, killing 12."), ENGLISH)
    assert congo.country == "CD"
