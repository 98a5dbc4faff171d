"""English words by which it is settled who is one someone, beside the lists of names, roles and bodies."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.needs.entities import EntityWords

ENTITIES: Final = EntityWords(
    small=words("of the for and a an in on to & de la du des et"),
    state_titles=words("republic kingdom state emirate sultanate"),
    of=words("of"),
    transliteration=str.maketrans(
        {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
         "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
         "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
         "я": "ya", "і": "i", "ї": "i", "є": "e", "ґ": "g"}
    ),
    place_links=words("of to for in"),
    apposition_openers=words("one"),
    described_by=re.compile(r"(?i)(the|a|an|its|his|her|their|our|my|\w+['’]s?)\b"),
    known=words("the this that these those said"),
    any_body=words("group organization organisation movement agency party company firm"),
    any_person=words(
        "official diplomat lawmaker politician legislator senator congressman congresswoman parliamentarian mp cleric "
        "expert analyst professor academic scholar economist author writer director manager executive activist"
    ),
    ranking=words("top senior veteran high ranking leading former chief prominent"),
    adding=words("add also further furthermore continue elaborate reiterate"),
    territories=words(
        "province city town village district region island isle peninsula sea gulf strait bay lake river valley port "
        "suburb neighborhood neighbourhood coast hamlet"
    ),
    any_state=words("country nation state kingdom republic"),
    not_telling=words("said same so called"),
    where=words("in at near across throughout outside inside within around along"),
    whither=words("to from into onto toward towards through via"),
    double=words(
        "business campaign class community country crew culture economy family force house industry leadership "
        "majority market mass minority movement nation network office operation opposition party population "
        "presidency press program project public race resistance school sector series service side society source "
        "state system town world"
    ),
    age=re.compile(
        r"(\d{1,3})-year-old|(?<=, )(\d{1,3})(?=[,;.])|aged (\d{1,3})\b|(?<=\()(\d{1,3})(?=\))|"
        r"(?:who is|who was) (\d{1,3})(?=[,;.])",
        re.IGNORECASE,
    ),
    of_body=words("of for at with from to"),
    for_body=words("for of from"),
    addressed_before=re.compile(
        r"(?:^|[,.?!]\s)(?:(?:and|so|now|well|thank you|okay|good morning|yes|no),?\s)?$", re.IGNORECASE
    ),
    addressed_after=re.compile(r"\s*(?:[,?!]|\.\s|\.$|$)"),
    names_self=re.compile(r"\b(?:my name is|my name['’]s|i am|i['’]m|this is)\s$", re.IGNORECASE),
    behind=words("behind responsible"),
    be=words("be"),
    no_object=words("effect place shape hold root"),
    told_apart=words("as by with of for to from in on about like than"),
)  # fmt: skip
