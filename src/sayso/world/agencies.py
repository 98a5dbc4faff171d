"""News agencies by the names under which they are credited, quoted and told: one table for all who ask.

A credit "(AP)" and "told the Associated Press" are one voice; `agency_name` gives both the same name. An open list: one
that is missing is still known where a dateline puts it in brackets before its dash.
"""

from __future__ import annotations

import re
from typing import Final

# The name we give it: the other forms in which it is written, the name in full before abbreviations. Articles are left
# out. Forms in AMBIGUOUS count as a credit in a dateline only.
_TABLE: Final = """
AP: Associated Press | A.P.
AFP: Agence France-Presse | Agence France Presse
Reuters: Thomson Reuters | REUTERS | REUTER | Reuters News | Reuters News Agency
UPI: United Press International
Bloomberg: Bloomberg News
Dow Jones: Dow Jones Newswires
PA: PA Media | Press Association
Canadian Press: CP
AAP: Australian Associated Press
dpa: Deutsche Presse-Agentur | DPA
APA: Austria Press Agency | Austria Presse Agentur
EFE: Agencia EFE | Efe | ACAN-EFE | ACAN - EFE
Europa Press
ANSA
Adnkronos
Lusa
Belga
ANP
Ritzau
NTB
PAP: Polish Press Agency
CTK: Czech News Agency | ČTK
MTI
Agerpres
BTA: Bulgarian News Agency
Tanjug: TANJUG
HINA: Hina
ANA-MPA: Athens-Macedonian News Agency | Athens News Agency | ANA | AMNA
TASS: ITAR-TASS | Itar-Tass | Tass
RIA Novosti: Ria Novosti | RIA
Interfax: Interfax News Agency
Sputnik
Ukrinform
UNIAN
Interfax-Ukraine
BelTA: BELTA | Belta
Armenpress: ARMENPRESS
Azertac: AZERTAC
Trend: Trend News Agency
Kazinform
Anadolu: Anadolu Agency | AA | Anadolu News Agency
DHA: Demiroren News Agency | Demirören News Agency | Doğan News Agency | Dogan News Agency
IHA: Ihlas News Agency | İHA
IRNA: Islamic Republic News Agency
Mehr News Agency: Mehr | Mehr News | MNA | MEHR
Fars News Agency: Fars | Fars News | FNA | FARS
Tasnim News Agency: Tasnim | Tasnim News | TASNIM
ISNA: Iranian Students' News Agency | Iranian Students News Agency | Iranian Students’ News Agency
ILNA: Iranian Labour News Agency | Iranian Labor News Agency
IQNA: International Quran News Agency
YJC: Young Journalists Club
SANA: Syrian Arab News Agency
WAFA: Palestinian News Agency | Wafa
Ma'an: Ma'an News Agency | Maan | Ma’an | Ma’an News Agency
Petra: Jordan News Agency | PETRA
NNA: National News Agency
INA: Iraqi News Agency
KUNA: Kuwait News Agency
QNA: Qatar News Agency
SPA: Saudi Press Agency
WAM: Emirates News Agency
BNA: Bahrain News Agency
ONA: Oman News Agency
SABA: Saba News Agency | Saba
MENA: Middle East News Agency
SUNA: Sudan News Agency
APS: Algeria Press Service | Algérie Presse Service
MAP: Maghreb Arab Press | Maghreb Arabe Presse
TAP: Tunis Afrique Presse
PTI: Press Trust of India
ANI: Asian News International
IANS: Indo-Asian News Service
UNI: United News of India
APP: Associated Press of Pakistan
PPI: Pakistan Press International
Pajhwok: Pajhwok Afghan News
Bakhtar: Bakhtar News Agency
UNB: United News of Bangladesh
BSS: Bangladesh Sangbad Sangstha
Xinhua: Xinhua News Agency | XINHUA | New China News Agency
China News Service: CNS
CNA: Central News Agency
KCNA: Korean Central News Agency
Yonhap: Yonhap News Agency | YONHAP
Kyodo: Kyodo News | KYODO | Kyodo News Agency
Jiji Press: JIJI | Jiji
Bernama: BERNAMA
Antara: ANTARA
VNA: Vietnam News Agency
PNA: Philippine News Agency
NAN: News Agency of Nigeria
GNA: Ghana News Agency
SAPA: South African Press Association
IPS: Inter Press Service
Prensa Latina: PRENSA LATINA | PL
Notimex: NOTIMEX
Télam: Telam | TELAM
Agência Brasil: Agencia Brasil
TT News Agency: TT
STT
TASR
FENA
Slovenian Press Agency: STA
Baltic News Service: BNS
AKIpress
Cihan News Agency: Cihan
Firat News Agency: Firat | ANF
Iran Book News Agency: IBNA
Habilian Association: Habilian
Press TV
National Iraqi News Agency: NINA
Aswat al-Iraq: Voices of Iraq
Rudaw
Libyan News Agency: LANA
Ethiopian News Agency: ENA
Panapress: PANA
Khaama Press
Andina
IRIN
Radio Free Europe/Radio Liberty: RFE/RL | Radio Free Europe
Jewish Telegraphic Agency: JTA
Catholic News Service
DYN
Salpress
Notisal
CERIGUA
"""


def _forms(table: str) -> dict[str, tuple[str, ...]]:
    out = {}
    for line in table.strip().splitlines():
        name, _, others = line.partition(": ")
        out[name] = tuple(others.split(" | ")) if others else ()
    return out


AGENCIES: Final[dict[str, tuple[str, ...]]] = _forms(_TABLE)
NAME_OF: Final = {form: name for name, forms in AGENCIES.items() for form in (name, *forms)}
# Words or initials that also mean something else; believed in brackets before a dateline's dash, nowhere else.
AMBIGUOUS: Final = frozenset(
    """
    AA ANA ANP APA APS BNA BTA CNA CNS CP DHA Fars FARS GNA Hina HINA IHA INA IPS MAP Mehr MEHR MENA MTI NAN NNA NTB
    ONA PA PAP Petra PETRA PNA PPI Saba SABA SPA Sputnik TAP Trend UNB UNI VNA WAM RIA QNA Lusa Bakhtar Tass Belga
    Antara FNA YJC BSS APP Bloomberg TT STT STA BNS ANF NINA ENA PANA PL DYN JTA Cihan Firat Rudaw Andina IBNA
    Habilian LANA AMNA IRIN FENA TASR
    """.split()
) | {"National News Agency", "China News Service", "Dow Jones"}
# Countries, states and the like that stand in brackets after a place and are no agency.
NO_AGENCY: Final = frozenset(
    """UN US USA UK UAE EU USSR GDR FRG DPRK ROK PRC DRC CAR Afghanistan Albania Algeria Argentina Armenia Australia
    Austria Azerbaijan Bahrain Bangladesh Belarus Belgium Bolivia Bosnia Brazil Bulgaria Cambodia Canada Chad
    Chile China Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Finland
    France Georgia Germany Ghana Greece Guatemala Haiti Honduras Hungary Iceland India Indonesia Iran Iraq
    Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon
    Liberia Libya Lithuania Malaysia Mali Malta Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal
    Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines Poland
    Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan
    Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tunisia Turkey Turkmenistan Uganda Ukraine
    Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Republican Democrat Democratic Independent
    Labour Labor Conservative Liberal Video Photo Photos Updated Update Opinion Analysis Exclusive Live""".split()
)


def agency_name(form: str) -> str | None:
    """The agency that is credited under this form; None for one that is not in the list.

    >>> agency_name("The Associated Press"), agency_name("OPS")
    ('AP', None)
    """
    form = " ".join(form.split()).strip(" .,;:-–—/")
    return NAME_OF.get(form) or NAME_OF.get(form.removeprefix("The ").removeprefix("the "))


def full_names() -> dict[str, str]:
    """Every form in which an agency is written -> its name in full, or the only one it has.

    >>> names = full_names()
    >>> names["AP"], names["Mehr"], names["ANSA"]
    ('Associated Press', 'Mehr News Agency', 'ANSA')
    """
    out: dict[str, str] = {}
    for name, forms in AGENCIES.items():
        full = next((one for one in (name, *forms) if " " in one), name)
        out |= dict.fromkeys((name, *forms), full)
    return out


def spelled_out(initials: str, text: str) -> str | None:
    """The agency whose initials these are, where the text itself gives its name in full; None where it does not.

    >>> spelled_out("OPS", "told the Ostrany Press Service on Friday")
    'Ostrany Press Service'
    """
    if not re.fullmatch(r"[A-Z]{2,8}", initials):
        return None
    words = r"\s+(?:(?:of|for|the|and)\s+)*".join(rf"{letter}[\w’'-]+" for letter in initials)
    for match in re.finditer(rf"\b{words}\b", text):
        if re.search(r"\b(?:News|Press|Agency|Service|Wire|Information|Media)\b", match.group()):
            return " ".join(match.group().split())
    return None
