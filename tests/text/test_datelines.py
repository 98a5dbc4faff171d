"""Datelines as newsrooms write them, and what looks like one."""

import pytest

from sayso.lang import load_language
from sayso.text.credits import of_text

ENGLISH = load_language("en").text.credits
LEAD = "Gunmen killed five people at a market on Monday, the governor said."

FOUND = [
    ("July 9 (Reuters) - ", "July 9 (Reuters)", ["Reuters"]),
    ("9 July (AFP) — ", "9 July (AFP)", ["AFP"]),
    ("Sept. 9, 2031 (AP) -- ", "Sept. 9, 2031 (AP)", ["AP"]),
    ("July 9, 2031 (KHARTOUM) - ", "July 9, 2031 (KHARTOUM)", []),
    ("PESHAWAR: ", "PESHAWAR", []),
    ("Peshawar: ", "Peshawar", []),
    ("New Delhi: ", "New Delhi", []),
    ("LAHORE/MULTAN: ", "LAHORE/MULTAN", []),
    ("DERA ISMAIL KHAN: ", "DERA ISMAIL KHAN", []),
    ("NEW DELHI, JULY 9: ", "NEW DELHI, JULY 9", []),
    ("Srinagar, July 9 (KNO): ", "Srinagar, July 9 (KNO)", ["KNO"]),
    ("QUETTA, July 9 (APP): ", "QUETTA, July 9 (APP)", ["APP"]),
    ("Tripoli, Libya – ", "Tripoli, Libya", []),
    ("Bogota, Colombia — ", "Bogota, Colombia", []),
    ("Nairobi, Kenya: ", "Nairobi, Kenya", []),
    ("Maiduguri – ", "Maiduguri", []),
    ("MOSUL / ERBIL — ", "MOSUL / ERBIL", []),
    ("GAZA/JERUSALEM, July 9 (Reuters) - ", "GAZA/JERUSALEM, July 9 (Reuters)", ["Reuters"]),
    ("CAIRO and TRIPOLI — ", "CAIRO and TRIPOLI", []),
    ("KHAN YOUNIS, Gaza Strip (AP) — ", "KHAN YOUNIS, Gaza Strip (AP)", ["AP"]),
    ("PORTLAND, Ore., July 9 (UPI) -- ", "PORTLAND, Ore., July 9 (UPI)", ["UPI"]),
    ("MOSCOW, July 9. /TASS/. ", "MOSCOW, July 9. /TASS/", ["TASS"]),
    ("KYIV. July 9 (Interfax-Ukraine) - ", "KYIV. July 9 (Interfax-Ukraine)", ["Interfax-Ukraine"]),
    ("GENEVA (9 July 2031) – ", "GENEVA (9 July 2031)", []),
    ("TOKYO, July 9, Kyodo - ", "TOKYO, July 9, Kyodo", ["Kyodo"]),
    ("DAMASCUS, SANA – ", "DAMASCUS, SANA", ["SANA"]),
    ("Madrid, 9 July (EFE).- ", "Madrid, 9 July (EFE)", ["EFE"]),
    ("BEIRUT (AFP), July 9 – ", "BEIRUT (AFP), July 9", ["AFP"]),
    ("Washington (CNN)", "Washington (CNN)", ["CNN"]),
    ("LONDON, Tuesday (Reuters) - ", "LONDON, Tuesday (Reuters)", ["Reuters"]),
    ("ABUJA | July 9 | ", "ABUJA | July 9", []),
    ("N'DJAMENA (Reuters) - ", "N'DJAMENA (Reuters)", ["Reuters"]),
    ("By Ann Case\n\nADEN, July 9 (AFP) - ", "ADEN, July 9 (AFP)", ["AFP"]),
    ("ADEN, July 9 (AFP)\n\n", "ADEN, July 9 (AFP)", ["AFP"]),
    ("Five killed at market ADEN, July 9 (Reuters) - ", "ADEN, July 9 (Reuters)", ["Reuters"]),
    ("(Adds details) July 9 (Reuters) - ", "July 9 (Reuters)", ["Reuters"]),
    ("By Ann Case BAGHDAD (AP) — ", "BAGHDAD (AP)", ["AP"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "dateline", "agencies"), FOUND, ids=[line for line, *_ in FOUND])
def test_a_dateline_in_any_style_is_found(line: str, dateline: str, agencies: list[str]) -> None:
    found = of_text(line + LEAD, ENGLISH)
    assert found.dateline is not None and found.dateline.text == dateline
    assert [credit.agency for credit in found.credits] == agencies


NONE = [
    'Lincoln: "We must go before the winter," he said to the men.',
    "Lincoln: We must go before the winter comes, he said to the men.",
    "NATO: The alliance will not take sides, the secretary-general said on Monday.",
    "Iran: A country of many tongues, and the ministry says so.",
    "Note: The figures are those of the ministry, which counted twice on Monday.",
    "Terzo: The harbour was closed on Monday, and the boats stayed where they were.",
    "WATCH: Police arrest a driver on Monday in the middle of the town, and he is held.",
    "Karachi: three dead in a blast",
    "Jordan – The king said on Monday that he would not go.",
    "May 15 (Monday) - A holiday in most towns of the coast, the ministry said.",
    "On May 15 (Reuters) reporters were kept out of the hall, the guild said.",
    "The paper - Karachi's oldest - was closed on Monday, the union said.",
    "Karachi: The port is closed, he said.\n\nBrenn: For how long?\n\nKarachi: Nobody knows.",
    "Paris, Mehr and Fars said – The boats stay in port on Monday, and nobody sails.",
    "Sana Terzo (Labour) - She spoke on Monday in the hall of the old mill.",
    "The market (AP) — The largest of the coast was closed on Monday, he said.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    found = of_text(text, ENGLISH)
    assert found.dateline is None and not found.credits
