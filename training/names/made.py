"""Pairs of names made by pattern, for what the gold shows too seldom: titles with a gender, acronyms, initials, spellings.

All names are invented or common; the same every time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

MEN = "Halim Aldo Victor Peter Stefan Karim Yusuf Andrei Martin Carlos Daniel Hassan Omar Samuel Thomas Igor".split()
WOMEN = "Maria Anna Leila Fatima Helena Julia Susan Nadia Olga Teresa Laura Monica Sara Irina Joan Amina".split()
FAMILIES = (
    "Terzo Tamasi Kazemi Varga Lindqvist Okoro Haddad Petrov Santos Moreau Fischer Novak Osman Demir Rahimi Castell "
    "Brandt Keita Aziz Banerjee Sokolov Mazur Quiroga Farrow Whitlock Adeyemi Ivanova Nasser Velan Ostrov"
).split()
OFFICES = [
    "President",
    "Prime Minister",
    "Mayor",
    "General",
    "Judge",
    "Dr.",
    "Senator",
    "Foreign Minister",
    "Ambassador",
]
PLACES = "Velmar Haldmark Ostrany Norway Kenya Peru Iraq Jordan Chile Malta Ghana Nepal".split()
BODIES = (
    "Front for a Free Ostrany|National Liberation Army|World Trade Forum|Committee for Public Safety|Velmar Broadcasting "
    "Corporation|Federal Bureau of Statistics|International Relief Agency|People's Democratic Party|Union of Free Workers|"
    "Central Health Authority|Haldmark Port Authority|United Farmers Movement|Ministry of Foreign Trade|National Security "
    "Council|Royal Geographic Society|Eastern Development Bank|Organization of Fishing States|Civil Aviation Board|"
    "Movement for Peace and Justice|Northern Railway Company|Atomic Energy Commission|State Oil Company|Supreme Court of "
    "Velmar|Human Rights Monitor|Radio Free Haldmark|Democratic Forces of Ostrany|Global Climate Fund|Popular Resistance "
    "Front|High Council for Elections|Institute of Marine Research"
).split("|")
SPELLINGS = (
    "Kazemi Qazemi|Tam Tami|Hussein Husayn|Hossein Hussain|Mahmoud Mahmud|Yusuf Youssef|Rouhani Rohani|Zarif Zareef|"
    "Soleimani Sulaymani|Ghaddafi Qadhafi|Khamenei Khamanei|Sergei Sergey|Alexei Aleksei|Jelena Yelena|Khaled Khalid|"
    "Abdullah Abdallah|Mukhtar Mokhtar|Nasrallah Nasrullah|Rahman Rehman|Petrov Petroff|Tchaikovsky Chaikovsky|"
    "Kadyrov Kadirov|Osman Usman|Faisal Faysal|Jafar Jaafar|Larijani Laridjani|Mousavi Musavi|Raisi Raeisi"
).split("|")
OTHERS = (  # names that look like each other and are two
    "Ivanov Ivanova|Martin Martinez|Rahim Rahman|Petrov Petrenko|Karim Kamal|Castell Castillo|"
    "Anderson Andrews|Keita Keating|Salehi Salman|Robinson Robertson|Mansour Mansfield"
).split("|")


def letters(body: str, skip: bool = True) -> str:
    """The first letters of a body's words."""
    words = body.replace("'s", "").split()
    return "".join(word[0] for word in words if not skip or word[0].isupper())


def made_pairs() -> Iterator[tuple[str, str, bool]]:
    """Pairs of names, and whether they may be one."""
    draw = random.Random(15)
    for at, family in enumerate(FAMILIES):
        man, woman = MEN[at % len(MEN)], WOMEN[at % len(WOMEN)]
        other = FAMILIES[(at + 7) % len(FAMILIES)]
        office, office_too = draw.sample(OFFICES, 2)
        yield f"Mr. {family}", f"Mrs. {family}", False
        yield f"{man} {family}", f"{woman} {family}", False
        yield f"Mr. {family}", f"{woman} {family}", False
        yield f"Mrs. {family}", f"{woman} {family}", True
        yield f"Mr. {family}", f"{office} {man} {family}", True
        yield f"{office} {family}", f"{man} {family}", True
        yield f"{office} {man} {family}", f"{office_too} {man} {family}", True
        yield f"{office} {family}", f"{office} {other}", False
        yield f"{office} {man} {family}", f"{office} {man} {other}", False
        yield f"{man[0]}. {family}", f"{man} {family}", True
        wrong = next(name for name in MEN[at % len(MEN) :] + MEN if name[0] != man[0])
        yield f"{wrong[0]}. {family}", f"{man} {family}", False
        yield f"{man} {wrong[0]}. {family}", f"{man} {man[0] if man[0] != wrong[0] else 'Z'}. {family}", False
        yield f"{man} {wrong[0]}. {family}", f"{man} {wrong} {family}", True
        yield f"{family}, {man}", f"{man} {family}", True
        yield f"{man} {family}", f"{office} {man} {family} of {draw.choice(PLACES)}", True
        yield f"{man} {family}, Jr.", f"{man} {family}", True
        yield f"{man} {family}".upper(), f"{man} {family}", True
        yield man, f"{office} {man} {family}", True
        yield family, other, False
        yield f"{wrong} {family}", f"{man} {family}", False
    for body in BODIES:
        short = letters(body)
        yield body, short, True
        yield f"the {body}", short.lower() if len(short) > 2 else short, True
        yield f"The {body}", body, True
        wrong = "".join(chr((ord(letter) - 60) % 26 + 65) for letter in short)
        yield body, wrong, False
        yield short, wrong, False
        yield body, letters(draw.choice([one for one in BODIES if letters(one) != short])), False
        yield body, draw.choice([one for one in BODIES if one != body]), False
    for pair in SPELLINGS:
        one, other = pair.split()
        given, family = draw.choice(MEN), draw.choice(FAMILIES)
        yield f"{given} {one}", f"{given} {other}", True
        yield f"{one} {family}", f"{other} {family}", True
        yield one, other, True
        yield f"{given} {one}", other, True
    for pair in OTHERS:
        one, other = pair.split()
        given = draw.choice(MEN)
        yield f"{given} {one}", f"{given} {other}", False
        yield f"{given} {one}", other, False
    for place in PLACES:
        other = draw.choice([one for one in PLACES if one != place])
        for body in ("Ministry of Defense of", "Embassy of", "Government of", "Army of", "National Bank of"):
            yield f"{body} {place}", f"{body} {other}", False
        yield place, other, False
        yield f"{place} Police", f"{other} Police", False
        yield f"{place} Police", place, False
