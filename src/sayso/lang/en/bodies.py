"""Names of bodies in English: countries with their people, and the words that end the name of a body."""

from __future__ import annotations

from typing import Final

from sayso.lang import words

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
movement municipality museum nations navy network news newspaper observatory office orchestra order organisation
organization parliament partnership party patrol police politburo post press project radio records regiment registry
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

# Capitals that are nobody's: illnesses, things, units; adverbs, which the parser takes for names in lines of capitals.
NO_NAMES: Final = words("""
covid covid-19 sars mers hiv aids dna rna gdp gnp gps dvd dvds cd cds vip vips pdf usb atm atms suv suvs diy faq gmt
utc gw gwh mw mwh kw kwh tw twh ghz mhz mph kph mg kg km cm mm gb mb tb usd eur gbp btu bpd also today yesterday
tomorrow tonight meanwhile however furthermore moreover therefore
""")

# What ends the name of an agreement or a law.
PAPERS: Final = words("""
treaty treaties resolution resolutions accord accords pact protocol act amendment constitution agreement deal plan
charter declaration covenant memorandum
""")

# What ministries and committees are for.
PORTFOLIOS: Final = words("""
affairs agriculture aid animal animals arts aviation children climate commerce communication communications
conservation construction consumer control cooperation cooperatives culture customs data defence defense development
digital disease diseases domestic economic economics economy education employment energy environment epidemiology
equality evaluation fairness family federal finance finances fisheries fishery food foreign forestry guidance
handicrafts health heritage homeland housing human immigration industrial industries industry information
infrastructure innovation integration interior internal irrigation justice labor labour land lands law legal livestock
logistics manpower marine maritime media medicine migration mines mineral minerals mining natural nutrition oil
pensions petroleum planning police population power prevention prosperity protection public railways reconstruction
reform regional religious research resettlement resources rights roads rural safety science sciences security services
settlement shipping skills social space sport sports state statistics supply sustainability taxation technologies
technology telecommunications telecoms tourism trade training transport transportation treasury urban utilities
veterans village war water welfare women work works youth
""")

SAME_COUNTRY: Final = {
    form: forms[0]
    for forms in (
        ("united states", "us", "u.s.", "u.s", "usa", "u.s.a.", "united states of america", "america"),
        ("united kingdom", "uk", "u.k.", "u.k", "britain", "great britain"),
        ("united arab emirates", "uae", "u.a.e.", "emirates"),
        ("united nations", "un", "u.n.", "u.n"),
        ("european union", "eu", "e.u."),
        ("soviet union", "ussr", "u.s.s.r."),
        ("myanmar", "burma"),
        ("turkey", "türkiye", "turkiye"),
        ("iran", "islamic republic"),
        ("saudi arabia", "ksa"),
        ("south korea", "republic of korea"),
        ("north korea", "dprk"),
    )
    for form in forms
}
