"""English, as data: who may speak, how speech is told, and the words by which someone is meant.

Lists hold lower-case words; verbs and nouns of saying are lemmas. The rules in ``extract/`` name no word themselves.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import Language, Pronouns, words
from sayso.lang.en.attributions import ATTRIBUTIONS, MANNERS
from sayso.lang.en.bodies import (  # fmt: skip
    BODIES,
    COUNTRIES,
    DEMONYMS,
    DOCUMENTS,
    NO_NAMES,
    PAPERS,
    PORTFOLIOS,
    PUBLIC,
    SAME_COUNTRY,
)
from sayso.lang.en.chains import CHAINS
from sayso.lang.en.counts import COUNTS
from sayso.lang.en.entities import ENTITIES
from sayso.lang.en.events import EVENTS
from sayso.lang.en.factuality import FACTUALITY
from sayso.lang.en.figures import ENGLISH_FIGURES
from sayso.lang.en.grammar import GRAMMAR
from sayso.lang.en.labels import LABELS
from sayso.lang.en.mentions import MENTIONS
from sayso.lang.en.name_parts import NAME_PARTS
from sayso.lang.en.names import FIRST_NAMES
from sayso.lang.en.offices import OFFICES
from sayso.lang.en.outlets import PRESS
from sayso.lang.en.parsing import PARSING
from sayso.lang.en.places import PLACES
from sayso.lang.en.quantities import ENGLISH_QUANTITIES
from sayso.lang.en.relations import RELATIONS
from sayso.lang.en.reporting import LISTS
from sayso.lang.en.same_events import ENGLISH_SAME_EVENTS
from sayso.lang.en.text import TEXT
from sayso.lang.en.times import ENGLISH_TIMES
from sayso.lang.en.zones import ZONES
from sayso.world.agencies import full_names

PRONOUNS: Final = Pronouns(
    first_singular=words("i me my mine myself"),
    first_plural=words("we us our ours ourselves"),
    second=words("you your yours yourself yourselves"),
    he=words("he him his himself"),
    she=words("she her hers herself"),
    they=words("they them their theirs themselves themself"),
    it=words("it its itself"),
    who=words("who whom whose"),
)

_TITLES: Final[dict[str, str]] = {
    "m": "mr mr. mister sir lord king prince emperor duke baron count earl sultan emir sheikh sheik shaikh shah tsar "
    "czar "
    "kaiser ayatollah hojatoleslam hojjatoleslam imam mullah mufti grand-mufti cardinal pope archbishop bishop father "
    "fr. friar brother monsignor rabbi herr monsieur m. señor senor signor don pasha bey agha sayyid seyyed "
    "congressman "
    "councilman chairman spokesman alderman policeman assemblyman uncle grandfather patriarch metropolitan viscount "
    "maharaja nawab caliph pharaoh messrs messrs.",
    "f": "mrs mrs. ms ms. miss madam madame mme mme. mlle lady dame queen princess empress duchess baroness countess "
    "sultana frau fräulein señora senora signora doña sister mother aunt grandmother abbess congresswoman councilwoman "
    "chairwoman spokeswoman policewoman assemblywoman marchioness begum maharani",
    "": "dr dr. doctor prof prof. professor president vice-president vice premier chancellor minister ministers "
    "secretary undersecretary ambassador envoy consul governor lieutenant-governor senator sen sen. sens. "
    "representative rep rep. reps. deputy mayor judge justice magistrate prosecutor attorney attorney-general general "
    "gen gen. colonel col col. lieutenant lt lt. captain capt capt. major maj maj. sergeant sgt sgt. sargeant corporal "
    "cpl cpl. private pvt pvt. commander cmdr cmdr. admiral adm adm. commodore marshal brigadier brig brig. officer "
    "constable inspector superintendent detective sheriff commissioner chief director director-general commandant "
    "secretary-general speaker leader chair chairperson ceo coach manager pastor reverend rev rev. saint st st. "
    "comrade citizen hon hon. honourable honorable right-honourable dean chancellor rector provost councillor "
    "councilor spokesperson lawyer analyst economist historian author writer journalist reporter editor columnist "
    "activist candidate counsel coordinator ombudsman negotiator mp cllr engineer nurse lance pfc airman ensign "
    "hetman first deputy former ex-president ex-minister acting foreign prime interior defense defence finance state "
    "premier-designate president-elect party opposition union police army press government fellow guitarist singer "
    "drummer bassist actor director composer conductor poet philosopher painter architect producer player striker "
    "midfielder goalkeeper defender quarterback pitcher wrestler boxer rapper dj",
}
_PLAIN: Final = frozenset(_TITLES["m"].split() + _TITLES["f"].split())

_PERSONS: Final[dict[str, str]] = {
    "m": "man boy father son brother husband uncle nephew grandfather grandson stepfather stepson father-in-law "
    "son-in-law brother-in-law king prince emperor duke baron lord sultan emir sheikh shah tsar czar priest bishop "
    "archbishop cardinal pope monk friar imam ayatollah mullah cleric rabbi spokesman chairman businessman policeman "
    "fireman gunman congressman salesman fisherman craftsman statesman sportsman horseman clergyman nobleman gentleman "
    "guy lad bloke dad daddy grandpa groom boyfriend widower actor waiter landlord schoolboy cowboy fiance fiancé "
    "hero patriarch middleman cameraman doorman councilman serviceman airman alderman earl knight altar-boy "
    "godfather godson stepbrother",
    "f": "woman girl mother daughter sister wife aunt niece grandmother granddaughter stepmother stepdaughter "
    "mother-in-law daughter-in-law sister-in-law queen princess empress duchess baroness lady nun abbess spokeswoman "
    "chairwoman businesswoman policewoman congresswoman saleswoman stateswoman sportswoman mom mum mommy mummy grandma "
    "bride girlfriend widow actress waitress landlady schoolgirl heroine hostess stewardess goddess priestess "
    "housewife midwife fiancee fiancée actresses councilwoman noblewoman countess ballerina matron prostitute "
    "mistress maid nanny godmother goddaughter stepsister mama",
    "": "person individual human child baby infant teenager teen adult parent sibling twin "
    "cousin relative spouse partner "
    "friend neighbor neighbour colleague guest visitor stranger member leader head chief boss president vice-president "
    "premier chancellor minister secretary undersecretary ambassador envoy diplomat attache attaché consul governor "
    "senator representative deputy mayor councillor councilor lawmaker legislator politician parliamentarian mp "
    "official officer civil-servant bureaucrat aide adviser advisor assistant spokesperson speaker source insider "
    "informant whistleblower witness eyewitness bystander passer-by passerby onlooker observer monitor inspector "
    "investigator detective agent spy commissioner commander general colonel lieutenant captain major sergeant "
    "corporal "
    "soldier admiral marshal brigadier troop fighter militant rebel insurgent guerrilla terrorist extremist "
    "attacker assailant bomber hijacker kidnapper smuggler trafficker hostage captive prisoner inmate detainee convict "
    "suspect defendant accused victim survivor casualty plaintiff claimant appellant respondent petitioner judge "
    ""
    "magistrate prosecutor lawyer attorney solicitor barrister counsel juror notary lawyers doctor physician surgeon "
    "nurse medic paramedic psychiatrist psychologist therapist dentist pharmacist patient scientist researcher scholar "
    "academic professor lecturer teacher tutor headmaster dean student pupil graduate expert specialist "
    "analyst "
    "economist historian sociologist anthropologist philosopher mathematician physicist chemist biologist astronomer "
    "engineer architect designer programmer developer technician mechanic author writer novelist poet playwright "
    "essayist biographer critic reviewer journalist reporter correspondent editor columnist commentator blogger "
    "broadcaster presenter anchor host interviewer publisher photographer filmmaker director producer screenwriter "
    "composer musician singer guitarist drummer bassist pianist violinist rapper dj artist painter sculptor dancer "
    "choreographer conductor comedian performer entertainer celebrity star player footballer athlete coach "
    "manager "
    "trainer captain striker goalkeeper midfielder defender winger batsman bowler pitcher quarterback wrestler boxer "
    "runner swimmer cyclist driver pilot passenger pedestrian sailor crewman conductor worker employee employer "
    "labourer "
    "laborer farmer peasant herder shepherd miner builder carpenter butcher baker cook chef tailor shopkeeper trader "
    "merchant dealer seller buyer vendor customer client consumer banker broker investor accountant executive "
    "entrepreneur "
    "owner landowner tenant founder co-founder chair chairperson chairwoman ceo officeholder coordinator organizer "
    "organiser activist campaigner protester protestor demonstrator dissident exile refugee migrant immigrant "
    "asylum-seeker "
    "settler resident citizen villager inhabitant local native islander voter candidate nominee delegate negotiator "
    "mediator contender rival opponent challenger incumbent successor predecessor supporter follower ally critic enemy "
    "foe cleric priest pastor minister reverend preacher theologian missionary believer worshipper saint prophet "
    "martyr "
    "pilgrim disciple apostle guard bodyguard gunman sniper policeman officer cop trooper firefighter rescuer "
    "volunteer "
    "caretaker guide interpreter translator clerk registrar librarian curator archivist secretary receptionist "
    "thief robber murderer killer criminal gangster dealer addict beggar genius ringleader mastermind mentor ruler "
    "monarch sovereign heir noble aristocrat nobleman knight slave servant master warlord strongman dictator tyrant "
    "veteran hero rapporteur ombudsman whip treasurer chairman superintendent constable sheriff warden jailer "
    "aid-worker humanitarian newcomer outsider narrator protagonist character personality "
    "speechwriter strategist lobbyist pollster hangman executioner paymaster everyone everybody someone somebody "
    "anyone "
    "nobody insurer regulator taxpayer pensioner commuter tourist traveller traveler hunter gatherer fisherman "
    "foreigner national compatriot countryman teammate classmate roommate lover descendant ancestor orphan "
    "first-secretary bearer holder user reader listener viewer",
}

# Nouns for bodies that act and speak as one; "it" or "they" may stand for them.
_GROUPS: Final = (
    "government administration cabinet ministry department office agency bureau service commission committee council "
    "parliament congress senate assembly legislature court tribunal jury judiciary party coalition opposition "
    "alliance bloc union federation confederation league association organization organisation group movement "
    "faction cell militia army navy military police gendarmerie guard corps brigade battalion regiment "
    "squad team crew staff band gang mob crowd family couple clan tribe community population people public nation "
    "country "
    "state kingdom republic regime junta monarchy authority authorities leadership delegation mission embassy "
    "consulate "
    "presidency secretariat board panel company firm corporation business bank fund foundation charity institute "
    "institution university college academy church mosque synagogue diocese clergy hospital clinic "
    "newspaper paper "
    "magazine journal daily weekly outlet broadcaster station channel network website agency press media "
    "publisher label "
    "studio club squad orchestra choir troupe ensemble society syndicate cartel consortium conglomerate "
    "manufacturer maker airline carrier operator contractor supplier lender insurer retailer city town village "
    "municipality county province electorate workforce audience majority minority youth elite diaspora peasantry "
    "resistance rebellion insurgency network wreckers enemy ally palace kremlin ngo taskforce watchdog regulator "
    "think-tank thinktank campaign directorate headquarters command garrison patrol household "
    "generation class sect brotherhood congregation parish firm law-firm startup brand"
)

_ACCORDING: Final = (
    "according to|as reported by|as told by|in the words of|as stated by|as quoted by|in the view of|in the opinion of|"
    "in the eyes of|citing|quoting|as per|by the account of|in accounts by|to hear"
)
_HEARSAY: Final = (
    "reportedly|allegedly|supposedly|purportedly|apparently|rumoured|rumored|rumour|rumor|rumours|rumors|hearsay|"
    "is said to|are said to|was said to|were said to|is said|it is said|it was said|are said|it is reported|"
    "it was reported|it has been reported|it is understood|it is believed|it is feared|it is thought|it is alleged|"
    "is believed to|are believed to|is thought to|are thought to|is reported to|are reported to|is understood to|"
    "are understood to|is alleged to|are alleged to|is rumoured to|is rumored to|are rumoured to|are rumored to|"
    "there are said to|there is said to|word has it|rumour has it|rumor has it|legend has "
    "it|so-called|unconfirmed reports|"
    "reports say|reports said|they say|some say|people say"
)
_ANONYMOUS: Final = """
on condition of anonymity
on the condition of anonymity
under condition of anonymity
requesting anonymity
requested anonymity
asked for anonymity
asking for anonymity
insisted on anonymity
who asked not to be named
who asked not to be identified
asked not to be named
asked not to be identified
asking not to be named
asking not to be identified
who declined to be named
who declined to be identified
declined to be named
declined to be identified
declining to be named
declining to be identified
who refused to be named
refused to be named
refused to be identified
refusing to be named
who did not want to be named
did not want to be named
did not want to be identified
did not wish to be named
did not wish to be identified
not wishing to be named
who wished to remain anonymous
wished to remain anonymous
wishing to remain anonymous
preferred to remain anonymous
who was not authorized to speak
who were not authorized to speak
not authorized to speak
not authorised to speak
not authorized to discuss
not authorised to discuss
who cannot be named
who could not be named
speaking anonymously
spoke anonymously
who spoke anonymously
whose name was not given
who gave no name
would not give his name
would not give her name
would not give their names
refused to give his name
refused to give her name
declined to give his name
declined to give her name
not to be quoted by name
"""

# Offices that a report calls by one another's names: Brigadier Sarban, "the commander".
FAMILIES: Final = tuple(
    words(line)
    for line in (
        "priest cleric clergyman pastor bishop archbishop father friar monsignor reverend rev rev. fr. cardinal "
        "patriarch prelate vicar",
        "imam mullah cleric sheikh ayatollah mufti preacher",
        "commander officer general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt. "
        "brigadier brig brig. sergeant sgt sgt. corporal admiral marshal soldier commandant warlord",
        "superintendent inspector officer chief detective constable sheriff commissioner sergeant policeman "
        "policewoman",
        "minister premier chancellor secretary undersecretary",
        "ambassador envoy consul diplomat attache attaché negotiator",
        "lawmaker senator sen sen. deputy representative rep rep. congressman congresswoman mp legislator "
        "parliamentarian councillor councilor councilman councilwoman politician",
        "judge justice magistrate",
        "lawyer attorney counsel prosecutor",
        "doctor dr dr. physician surgeon scientist researcher professor prof prof.",
        "professor prof prof. scholar academic historian economist analyst expert",
        "spokesman spokeswoman spokesperson",
        "president leader chief head chairman chairwoman chair",
        "king prince queen princess emir sultan ruler monarch",
        "journalist reporter correspondent editor columnist writer author",
    )
)

LANGUAGE: Final = Language(
    code="en",
    name="English",
    parser="sayso_en_parser",
    model="sayso_en",
    pronouns=PRONOUNS,
    manners=MANNERS,
    titles={word: gender for gender, listed in _TITLES.items() for word in listed.split()},
    address=frozenset(_PLAIN),
    roles=frozenset(word for listed in _PERSONS.values() for word in listed.split()),
    gendered={word: gender for gender, listed in _PERSONS.items() if gender for word in listed.split()},
    groups=frozenset(_GROUPS.split()),
    first_names=FIRST_NAMES,
    agencies=full_names(),
    bodies=BODIES,
    public=PUBLIC,
    documents=DOCUMENTS,
    crowds=words(
        "police people couple crowd family community population public staff crew team group band gang media "
        "press clergy "
        "troops authorities youth majority minority audience couple"
    ),
    calendar=words(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"
    ),
    no_names=NO_NAMES,
    papers=PAPERS,
    parts=words(
        "wing arm branch unit office ministry department division brigade brigades bureau directorate agency "
        "command parliament army navy police court embassy consulate council committee cabinet board delegation "
        "secretariat subsidiary affiliate chapter battalion regiment corps guard guards force forces military "
        "government administration legislature senate judiciary leadership faction panel commission"
    ),
    kinds_of_part=words("armed military political youth student paramilitary press legislative fighting women's"),
    dative=words("to"),
    spokes=words("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespersons spokespeople"),
    outsiders=words(
        "native resident citizen national victim critic supporter opponent friend enemy ally defender admirer child "
        "student survivor rival foe relative visitor guest sympathizer neighbor neighbour voter voters"
    ),
    bygone=words("former ex late then past retired"),
    portfolios=PORTFOLIOS,
    same_country=SAME_COUNTRY,
    vague=words("everyone everybody someone somebody anyone anybody nobody no-one others one none"),
    locative=words(
        "in at near from into through across around throughout outside inside within along beyond toward towards off "
        "above below over under on via onto beside opposite past"
    ),
    reflexive=words("himself herself itself themselves themself myself ourselves yourself yourselves"),
    countries=COUNTRIES,
    demonyms=DEMONYMS,
    particles=words(
        "de da do dos das del della di du la le van von der den ter ten bin ibn bint al el ul ud ur abu y e zu zur of"
    ),
    kin=words(
        "father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother "
        "grandson granddaughter parent child baby sibling spouse partner friend boyfriend girlfriend widow "
        "widower fiance "
        "fiancee fiancé fiancée father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law "
        "stepfather stepmother stepson stepdaughter ex-wife ex-husband twin colleague lawyer attorney boss mentor "
        "lover "
        "predecessor successor spokesman spokeswoman aide deputy teammate co-star rival bandmate ally"
    ),
    possessors=words("my our your his her its their whose"),
    press=PRESS,
    outlets=words("newspaper television tv radio agency magazine daily weekly broadcaster channel station website"),
    families=FAMILIES,
    ranks=words(
        "colonel major captain lieutenant brigadier sergeant corporal admiral marshal inspector superintendent"
    ),
    offices=(words("spokesman spokeswoman spokesperson"), words("chairman chairwoman chairperson chair")),
    answerer=words("a"),
    according=frozenset(_ACCORDING.split("|")),
    hearsay=frozenset([*_HEARSAY.split("|"), "we are told", "we were told"]),
    reportedly=words("reportedly allegedly"),
    rumour=words("rumours rumors rumour rumor word legend gossip talk"),
    nobody=words("reports rumours rumors rumour rumor word legend gossip") | {"some reports", "unconfirmed reports"},
    saying=LISTS.saying,
    attributions=ATTRIBUTIONS,
    zones=ZONES,
    events=EVENTS,
    factuality=FACTUALITY,
    labels=LABELS,
    figures=ENGLISH_FIGURES,
    relations=RELATIONS,
    same_events=ENGLISH_SAME_EVENTS,
    text=TEXT,
    anonymous=tuple(_ANONYMOUS.strip().splitlines()),
    times=ENGLISH_TIMES,
    quantities=ENGLISH_QUANTITIES,
    places=PLACES,
    mentions=MENTIONS,
    chains=CHAINS,
    counts=COUNTS,
    entities=ENTITIES,
    name_parts=NAME_PARTS,
    titled=OFFICES,
    grammar=GRAMMAR,
    parsing=PARSING,
)
