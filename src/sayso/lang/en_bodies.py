"""Names of bodies in English: news agencies, countries with their people, and the words that end the name of a body."""

from __future__ import annotations

from typing import Final

from sayso.lang import words

# The name in full, and what else it is called.
_AGENCIES: Final = """
Associated Press: AP, The Associated Press
Agence France-Presse: AFP
Reuters: Reuters News Agency, Thomson Reuters
United Press International: UPI
Bloomberg News: Bloomberg
Dow Jones Newswires: Dow Jones
PA Media: PA, Press Association
Deutsche Presse-Agentur: dpa, DPA
EFE: ACAN-EFE
ANSA
Lusa
Austria Press Agency: APA
Belga
ANP
Ritzau
TT News Agency: TT
NTB
STT
Polish Press Agency: PAP
Czech News Agency: CTK
TASR
MTI
Agerpres
Bulgarian News Agency: BTA
Tanjug
HINA
FENA
Slovenian Press Agency: STA
Baltic News Service: BNS
Athens-Macedonian News Agency: AMNA, ANA-MPA
TASS: ITAR-TASS, Itar-Tass, Tass
Interfax
RIA Novosti: RIA
Sputnik
Ukrinform
UNIAN
BelTA: Belta
Kazinform
AKIpress
Trend News Agency: Trend
Azertac
Armenpress
Anadolu Agency: Anadolu, AA, Anadolu News Agency
Cihan News Agency: Cihan
Dogan News Agency
Demiroren News Agency: DHA
Firat News Agency: Firat, ANF
Islamic Republic News Agency: IRNA
Iranian Students' News Agency: ISNA, Iranian Students News Agency
Iranian Labour News Agency: ILNA, Iranian Labor News Agency
Mehr News Agency: Mehr, MNA, Mehr News
Fars News Agency: Fars, FNA, Fars News
Tasnim News Agency: Tasnim
International Quran News Agency: IQNA
Iran Book News Agency: IBNA
Habilian Association: Habilian
Press TV
National Iraqi News Agency: NINA
Iraqi News Agency: INA
Aswat al-Iraq: Voices of Iraq
Rudaw
Syrian Arab News Agency: SANA
National News Agency: NNA
Jordan News Agency: Petra
Saudi Press Agency: SPA
Emirates News Agency: WAM
Kuwait News Agency: KUNA
Qatar News Agency: QNA
Bahrain News Agency: BNA
Oman News Agency: ONA
Saba News Agency: Saba
Middle East News Agency: MENA
WAFA: Wafa
Ma'an News Agency: Ma'an
Algeria Press Service: APS
Maghreb Arab Press: MAP
Tunis Afrique Presse: TAP
Libyan News Agency: LANA
Sudan News Agency: SUNA
News Agency of Nigeria: NAN
Ghana News Agency: GNA
Ethiopian News Agency: ENA
South African Press Association: SAPA
Panapress: PANA
Xinhua: Xinhua News Agency, New China News Agency
China News Service: CNS
Central News Agency: CNA
Kyodo News: Kyodo, Kyodo News Agency
Jiji Press: Jiji
Yonhap: Yonhap News Agency
Korean Central News Agency: KCNA
Press Trust of India: PTI
United News of India: UNI
Asian News International: ANI
Indo-Asian News Service: IANS
Associated Press of Pakistan: APP
Bangladesh Sangbad Sangstha: BSS
Pajhwok Afghan News: Pajhwok
Khaama Press
Bakhtar News Agency: Bakhtar
Antara
Bernama
Vietnam News Agency: VNA
Philippine News Agency: PNA
Australian Associated Press: AAP
The Canadian Press: CP, Canadian Press
Notimex
Prensa Latina: PL
Télam: Telam
Agência Brasil: Agencia Brasil
Andina
Inter Press Service: IPS
IRIN
Radio Free Europe/Radio Liberty: RFE/RL, Radio Free Europe
Jewish Telegraphic Agency: JTA
Catholic News Service
DYN
Salpress
Notisal
CERIGUA
"""


def _agencies() -> dict[str, str]:
    """Name as written, long or short -> the name in full."""
    table: dict[str, str] = {}
    for line in _AGENCIES.strip().splitlines():
        name, _, others = line.partition(": ")
        table[name] = name
        for other in others.split(", ") if others else ():
            table[other] = name
    return table


AGENCIES: Final[dict[str, str]] = _agencies()

# Words that make a capitalised name the name of a body.
BODIES: Final = words("""
academy administration agency airlines airways alliance army assembly associates association authority band bank
batallion battalion board bloc brigade brigades broadcasting brotherhood bureau business cabinet caucus center centre
chamber channel church city club coalition college command commission committee company confederation congress
conservatives constabulary consulate corp corp. corporation corps council county court courier crescent cross daily
defense defence delegation democrats department directorate division embassy enterprises exchange express faction
federation fc foundation force forces front fund gazette government group guard guards herald hospital house inc
inc. industries initiative inquirer inspectorate institute institution international journal jihad kingdom knesset
laboratories labour league legion liberals library limited ltd ltd. mail majlis media militia ministry mirror mission
movement museum nations navy network news newspaper observatory office orchestra order organisation organization
parliament partnership party patrol police politburo post press project radio records regiment registry
republic republicans reserve resistance reuters school secretariat senate service services society station street
studios summit supreme synod syndicate team telegraph television theatre theater times treasury tribune
tribunal trust tv union united university watch workers world worldwide fighters mujahedin mojahedin mujahideen
taliban hamas hezbollah hizbullah fatah kremlin pentagon nato opec unesco unicef unhcr google microsoft facebook
twitter residents exiles partisans bundestag duma rada sejm politico
""")

COUNTRIES: Final = frozenset(
    """
afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|
barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|bosnia and herzegovina|botswana|brazil|britain|great
britain|
brunei|bulgaria|burkina faso|burma|burundi|cambodia|cameroon|canada|cape verde|chad|chile|china|colombia|comoros|congo|
costa rica|croatia|cuba|cyprus|czech republic|czechoslovakia|denmark|djibouti|dominica|dominican republic|east timor|
ecuador|egypt|el salvador|england|eritrea|estonia|ethiopia|eu|european union|fiji|finland|france|gabon|gambia|georgia|
germany|east germany|west germany|ghana|greece|grenada|guatemala|guinea|guyana|haiti|holland|honduras|hong kong|hungary|
iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya|kosovo|kuwait|
kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|macedonia|madagascar|malawi|
malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|
namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|northern ireland|norway|oman|pakistan|
palestine|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|prussia|qatar|romania|russia|rwanda|samoa|
saudi arabia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|
south sudan|soviet union|spain|sri lanka|sudan|suriname|swaziland|sweden|switzerland|syria|taiwan|tajikistan|tanzania|
thailand|tibet|togo|tonga|trinidad|tunisia|turkey|turkmenistan|uae|uganda|uk|u.k.|ukraine|united arab emirates|
united kingdom|united nations|united states|united states of america|uruguay|us|u.s.|usa|u.s.a.|u.n.|un|ussr|uzbekistan|
vatican|venezuela|vietnam|wales|yemen|yugoslavia|zambia|zimbabwe|america
""".replace("\n", "").split("|")
)

DEMONYMS: Final = words("""
afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani bahraini
bangladeshi basque belarusian belgian bolivian bosnian brazilian briton british bulgarian burmese cambodian canadian
catalan chechen chilean chinese colombian croat cuban cypriot czech dane danish dutch egyptian english englishman
ethiopian european filipino finn finnish french frenchman german ghanaian greek guatemalan haitian honduran hungarian
indian indonesian iranian iraqi irish irishman israeli italian jamaican japanese jordanian kazakh kenyan korean kurd
kurdish kuwaiti latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan
nepali nicaraguan nigerian norwegian omani pakistani palestinian persian peruvian pole polish portuguese qatari romanian
russian rwandan salvadoran saudi scot scottish senegalese serb serbian shiite sunni sikh singaporean slovak slovene
somali spaniard spanish sudanese swede swedish swiss syrian taiwanese tajik tamil thai tibetan tunisian turk turkish
turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh welshman yemeni zimbabwean muslim christian jew
jewish catholic protestant orthodox hindu buddhist democrat republican conservative liberal socialist communist
islamist zionist baathist
""")

# Words for bodies of the state, in names and as nouns.
PUBLIC: Final = words("""
administration agency army assembly authority authorities brigade bundestag bureau cabinet city command commission
congress constabulary consulate corps council country county court customs defense defence delegation department
directorate duma embassy force forces gendarmerie government guard guards house inspectorate junta judiciary kingdom
knesset kremlin legislature majlis military ministry mission monarchy municipality nation nations navy office parliament
patrol pentagon police presidency province rada regime registry republic secretariat sejm senate state town treasury
tribunal union unesco unicef unhcr nato
""")

# What is written, and may be a source although it is no one.
DOCUMENTS: Final = words("""
account affidavit agreement announcement article bill blog book bulletin bulletins cable chapter charter circular
communique communiqué complaint constitution contract data deal decree diary dispatch document dossier draft edict
editorial email e-mail essay evidence figure file filing finding footage indictment inquiry interview investigation
journal judgment judgement law lawsuit leaflet letter manifesto manual memo memoir memorandum message motion note
notice opinion order paper paragraph petition photograph plan poll post poster proposal publication recording record
release report resolution review rule ruling saying script section sentence source statement statistic story study
survey telegram testimony text transcript treaty tweet verdict version video warrant website
""")
