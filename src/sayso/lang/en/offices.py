"""English offices and bodies by their sector, for the codes of actors. Written by hand.

Sectors are PLOVER's (Halterman and others 2023): GOV executive, MIL, LEG, JUD, COP police, SPY, OPP opposition, REB
armed and against a state, PTY party, IGO, NGO, MED, BUS, EDU, REL, LAB, HLH health, REF who has fled, CVL other
civilians.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.offices import OfficeWords


def _by_word(rows: str) -> dict[str, str]:
    """Word -> sector, of "SECTOR: word|word of several"; a line that begins with a space goes on with the last one."""
    pairs = (line.split(": ") for line in rows.strip().replace("\n ", "").splitlines())
    return {word.strip(): sector for sector, held in pairs for word in held.split("|")}


PERSONS: Final = _by_word("""
GOV: minister|ministers|prime minister|premier|chancellor|vice premier|foreign secretary|home secretary|
 secretary of state|secretary of defense|secretary of defence|defense secretary|defence secretary|
 treasury secretary|press secretary|undersecretary|under secretary|ambassador|envoy|consul|consul general|diplomat|
 attache|charge d'affaires|governor|governor general|mayor|deputy mayor|first secretary|attorney general|
 cabinet member|cabinet secretary|president of the republic|chief of staff of the president|foreign policy chief|
 nuclear negotiator
GOV: king|queen|emir|sultan|emperor|crown prince|supreme leader|head of state|head of government|
 national security adviser|national security advisor|civil servant|government official|government spokesman|
 government spokeswoman|foreign ministry spokesman|foreign ministry spokeswoman|commissioner for human rights
MIL: general|lieutenant general|major general|brigadier general|brigadier|colonel|lieutenant colonel|lieutenant|
 major|sergeant|corporal|admiral|rear admiral|vice admiral|commodore|marshal|field marshal|air marshal|
 soldier|soldiers|army chief|army commander|navy commander|air force commander|military commander|
 military spokesman|army spokesman|chief of staff of the army|chief of general staff|troops
LEG: senator|lawmaker|lawmakers|legislator|mp|mps|parliamentarian|congressman|congresswoman|assemblyman|
 assemblywoman|member of parliament|member of congress|majority leader|minority leader|speaker of parliament|
 speaker of the house|parliament speaker|house speaker|majlis speaker|councilman|councilwoman|councillor
JUD: judge|chief justice|justice|magistrate|prosecutor|chief prosecutor|public prosecutor|state prosecutor|
 prosecutor general|judiciary chief|investigating judge
COP: police chief|police commissioner|police officer|policeman|policewoman|police spokesman|police spokeswoman|
 constable|sheriff|chief of police
SPY: intelligence chief|spy chief|spymaster|intelligence officer|intelligence official
OPP: dissident|opposition leader|opposition politician|leader of the opposition|opposition figure
REB: rebel|rebels|insurgent|guerrilla|warlord|rebel leader|rebel commander|guerrilla leader|militia leader|militant|
 militants|militiaman
PTY: party leader|party chairman|party chairwoman|party chief|party secretary|party spokesman
NGO: activist|human rights activist|aid worker|humanitarian worker|rights activist|campaigner
MED: journalist|reporter|correspondent|editor|editor in chief|columnist|anchor|news anchor|broadcaster|commentator|
 photojournalist|blogger
BUS: ceo|chief executive|chief executive officer|chief financial officer|businessman|businesswoman|banker|
 entrepreneur|industrialist|investor|trader|shopkeeper
EDU: professor|lecturer|teacher|rector|headmaster|student|academic|scholar|university president
REL: ayatollah|grand ayatollah|imam|mullah|mufti|grand mufti|cleric|priest|pastor|bishop|archbishop|cardinal|pope|
 patriarch|rabbi|chief rabbi
LAB: union leader|trade unionist|worker|workers|labourer|laborer
HLH: doctor|surgeon|nurse|paramedic|physician
REF: refugee|refugees|asylum seeker|displaced person
: secretary general|director general|surgeon general|inspector general|solicitor general|auditor general
CVL: resident|residents|villager|villagers|farmer|witness|eyewitness|citizen|civilian|civilians|protester|
 demonstrator|bystander|shepherd|housewife|pensioner
""")

BODIES: Final = _by_word("""
GOV: government|ministry|cabinet|administration|authorities|presidency|embassy|consulate|department of state|
 state department|foreign office|home office|treasury|white house|kremlin|downing street|royal court|municipality|
 elysee|ministry of defence|ministry of defense
MIL: army|navy|air force|armed forces|military|troops|forces|marines|infantry|brigade|battalion|regiment|
 revolutionary guards|revolutionary guard|revolutionary guard corps|revolutionary guards corps|pentagon|
 general staff|joint chiefs of staff|coast guard|national guard
LEG: parliament|congress|senate|majlis|knesset|bundestag|duma|legislature|national assembly|
 house of representatives|house of commons|house of lords|rada|sejm|lok sabha
JUD: court|supreme court|high court|tribunal|judiciary|constitutional court|court of appeal
COP: police|police department|gendarmerie|constabulary|police force
SPY: intelligence service|intelligence agency|intelligence ministry|secret service|cia|mossad|mi5|mi6|fsb|kgb|savak
OPP: opposition
REB: rebels|insurgents|guerrillas|militia|militias|insurgency
PTY: party|party of
MED: newspaper|broadcaster|news agency|daily|magazine|television|tv|radio|news
BUS: company|corporation|bank|firm|airline|airlines|airways|refinery|manufacturer|industries|holding
EDU: university|school|college|academy|seminary
REL: church|mosque|diocese|synod|synagogue|vatican
LAB: trade union|labour union|labor union|workers union
HLH: hospital|clinic
NGO: ngo|charity|red crescent|red cross|human rights organisation|human rights organization|aid agency|
 humanitarian organisation|humanitarian organization|nongovernmental organization
REF: refugees
: secretary general|director general|surgeon general|inspector general|solicitor general|auditor general
CVL: residents|villagers|civilians
""")

MARKS: Final = _by_word("""
OPP: opposition
REB: rebel|insurgent|guerrilla
COP: police
""")

KINDS: Final = _by_word("""
GOV: government|presidential|ministerial|diplomatic|governmental
MIL: military|army|naval|air force
LEG: parliamentary|congressional|senate|legislative
JUD: judicial|judiciary
COP: police
SPY: intelligence
OPP: dissident
REB: militant|armed opposition
PTY: party
NGO: human rights|rights|aid|humanitarian|charity
MED: news|media
BUS: oil|business|industry|trade|corporate
EDU: university
REL: religious|church
LAB: union|trade union|labour|labor
HLH: hospital
""")

OFFICES: Final = OfficeWords(
    persons=PERSONS,
    bodies=BODIES,
    marks=MARKS,
    kinds=KINDS,
    of_state=words(
        "president vice-president official officials leader spokesman spokeswoman spokesperson representative delegate "
        "negotiator secretary leaders diplomats"
    ),
    public=words(
        "president vice-president chairman chairwoman chairperson chair director director-general secretary "
        "secretary-general leader leaders head chief commander spokesman spokeswoman spokesperson official "
        "representative delegate negotiator commissioner officer deputy member-of-parliament candidate nominee "
        "politician coordinator "
        "rapporteur ombudsman adviser advisor aide analyst expert economist historian author lawyer attorney counsel "
        "founder co-founder executive prince princess duke earl lord baroness baron sheikh general treasurer dean "
        "captain governor-general manager coach convener organiser organizer premier-designate president-elect"
    ),
    private=words(
        "shopkeeper trader soldier soldiers troops corporal sergeant investor worker rebel rebels militiaman militant "
        "militants blogger"
    ),
    within=words("member members employee staff fighter fighters staffer"),
    outward=words(
        "expert experts analyst analysts specialist envoy envoys ambassador correspondent watcher scholar policy desk "
        "adviser advisor director researcher historian negotiator hawk veteran observer"
    ),
    theirs=words("us usa uk uae"),
    splits=words("of for to in at on from with"),
    owners=words("of from"),
    members=words("for at in with"),
    ends=("'s", "'"),
    unsure=words("georgia jersey car congo congolese reunion dominican guinean guinea jordan chad"),
    shadows=words("shadow would-be aspiring anti"),
    none=words("elect designate candidate hopeful nominee"),
    bodies_between_states=frozenset(
        " ".join(name.split())
        for name in """
un|united nations|un security council|security council|un general assembly|unhcr|unicef|unesco|unami|unrwa|who|
world health organization|world food programme|iaea|international atomic energy agency|eu|european union|
european commission|european council|european parliament|council of europe|osce|nato|opec|oecd|world bank|
international monetary fund|imf|world trade organization|wto|arab league|league of arab states|african union|
organization of american states|organisation of islamic cooperation|organization of islamic cooperation|
gulf cooperation council|gcc|asean|mercosur|commonwealth of independent states|shanghai cooperation organisation|
shanghai cooperation organization|international criminal court|icc|international court of justice|interpol|europol|
g7|g8|g20|european court of human rights|international committee of the red cross|icrc|ecowas|saarc|
collective security treaty organization|united nations security council|united nations general assembly|ioc|fifa
""".replace("\n", "").split("|")
    ),
    rights=dict.fromkeys(
        (
            "human rights watch", "amnesty international", "amnesty", "greenpeace", "oxfam", "medecins sans frontieres",
            "doctors without borders", "save the children", "reporters without borders", "transparency international",
            "international crisis group", "red cross", "red crescent", "care international", "hrw",
        ),
        "NGO",
    ),
)  # fmt: skip
