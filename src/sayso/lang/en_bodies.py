"""Names of bodies in English: news agencies, countries with their people, and the words that end the name of a body."""

from __future__ import annotations

from typing import Final

# Every name or short form -> the name in full.
AGENCIES: Final[dict[str, str]] = {
    "AP": "Associated Press", "The Associated Press": "Associated Press", "Associated Press": "Associated Press",
    "AFP": "Agence France-Presse", "Agence France-Presse": "Agence France-Presse", "Reuters": "Reuters",
    "Reuters News Agency": "Reuters", "Thomson Reuters": "Reuters", "UPI": "United Press International",
    "United Press International": "United Press International", "Bloomberg": "Bloomberg News",
    "Bloomberg News": "Bloomberg News", "Dow Jones": "Dow Jones Newswires", "PA": "PA Media", "PA Media": "PA Media",
    "Press Association": "PA Media", "dpa": "Deutsche Presse-Agentur", "DPA": "Deutsche Presse-Agentur",
    "Deutsche Presse-Agentur": "Deutsche Presse-Agentur", "EFE": "EFE", "ANSA": "ANSA", "Lusa": "Lusa", "APA": "Austria Press Agency",
    "Austria Press Agency": "Austria Press Agency", "Belga": "Belga", "ANP": "ANP", "Ritzau": "Ritzau", "TT": "TT News Agency",
    "TT News Agency": "TT News Agency", "NTB": "NTB", "STT": "STT", "PAP": "Polish Press Agency",
    "Polish Press Agency": "Polish Press Agency", "CTK": "Czech News Agency", "Czech News Agency": "Czech News Agency",
    "TASR": "TASR", "MTI": "MTI", "Agerpres": "Agerpres", "BTA": "Bulgarian News Agency",
    "Bulgarian News Agency": "Bulgarian News Agency", "Tanjug": "Tanjug", "HINA": "HINA", "FENA": "FENA", "STA": "Slovenian Press Agency",
    "Slovenian Press Agency": "Slovenian Press Agency", "BNS": "Baltic News Service", "Baltic News Service": "Baltic News Service",
    "AMNA": "Athens-Macedonian News Agency", "ANA-MPA": "Athens-Macedonian News Agency",
    "Athens-Macedonian News Agency": "Athens-Macedonian News Agency", "TASS": "TASS", "ITAR-TASS": "TASS", "Itar-Tass": "TASS",
    "Tass": "TASS", "Interfax": "Interfax", "RIA Novosti": "RIA Novosti", "RIA": "RIA Novosti", "Sputnik": "Sputnik",
    "Ukrinform": "Ukrinform", "UNIAN": "UNIAN", "BelTA": "BelTA", "Belta": "BelTA", "Kazinform": "Kazinform", "AKIpress": "AKIpress",
    "Trend": "Trend News Agency", "Azertac": "Azertac", "Armenpress": "Armenpress", "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency", "AA": "Anadolu Agency", "Anadolu News Agency": "Anadolu Agency", "Cihan": "Cihan News Agency",
    "Cihan News Agency": "Cihan News Agency", "Dogan News Agency": "Dogan News Agency", "DHA": "Demiroren News Agency",
    "Firat": "Firat News Agency", "Firat News Agency": "Firat News Agency", "ANF": "Firat News Agency", "IRNA": "Islamic Republic News Agency",
    "Islamic Republic News Agency": "Islamic Republic News Agency", "ISNA": "Iranian Students' News Agency",
    "Iranian Students' News Agency": "Iranian Students' News Agency", "Iranian Students News Agency": "Iranian Students' News Agency",
    "ILNA": "Iranian Labour News Agency", "Iranian Labour News Agency": "Iranian Labour News Agency",
    "Iranian Labor News Agency": "Iranian Labour News Agency", "Mehr": "Mehr News Agency", "Mehr News Agency": "Mehr News Agency",
    "MNA": "Mehr News Agency", "Mehr News": "Mehr News Agency", "Fars": "Fars News Agency", "Fars News Agency": "Fars News Agency",
    "FNA": "Fars News Agency", "Fars News": "Fars News Agency", "Tasnim": "Tasnim News Agency", "Tasnim News Agency": "Tasnim News Agency",
    "IQNA": "International Quran News Agency", "IBNA": "Iran Book News Agency", "Habilian": "Habilian Association", "Press TV": "Press TV",
    "NINA": "National Iraqi News Agency", "National Iraqi News Agency": "National Iraqi News Agency", "INA": "Iraqi News Agency",
    "Iraqi News Agency": "Iraqi News Agency", "Aswat al-Iraq": "Aswat al-Iraq", "Voices of Iraq": "Aswat al-Iraq", "Rudaw": "Rudaw",
    "SANA": "Syrian Arab News Agency", "Syrian Arab News Agency": "Syrian Arab News Agency", "NNA": "National News Agency",
    "National News Agency": "National News Agency", "Petra": "Jordan News Agency", "Jordan News Agency": "Jordan News Agency",
    "SPA": "Saudi Press Agency", "Saudi Press Agency": "Saudi Press Agency", "WAM": "Emirates News Agency",
    "Emirates News Agency": "Emirates News Agency", "KUNA": "Kuwait News Agency", "Kuwait News Agency": "Kuwait News Agency",
    "QNA": "Qatar News Agency", "Qatar News Agency": "Qatar News Agency", "BNA": "Bahrain News Agency",
    "Bahrain News Agency": "Bahrain News Agency", "ONA": "Oman News Agency", "Oman News Agency": "Oman News Agency",
    "Saba": "Saba News Agency", "Saba News Agency": "Saba News Agency", "MENA": "Middle East News Agency",
    "Middle East News Agency": "Middle East News Agency", "WAFA": "WAFA", "Wafa": "WAFA", "Ma'an": "Ma'an News Agency",
    "Ma'an News Agency": "Ma'an News Agency", "APS": "Algeria Press Service", "Algeria Press Service": "Algeria Press Service",
    "MAP": "Maghreb Arab Press", "Maghreb Arab Press": "Maghreb Arab Press", "TAP": "Tunis Afrique Presse",
    "LANA": "Libyan News Agency", "SUNA": "Sudan News Agency", "Sudan News Agency": "Sudan News Agency",
    "NAN": "News Agency of Nigeria", "News Agency of Nigeria": "News Agency of Nigeria", "GNA": "Ghana News Agency",
    "Ghana News Agency": "Ghana News Agency", "ENA": "Ethiopian News Agency", "SAPA": "South African Press Association",
    "PANA": "Panapress", "Panapress": "Panapress", "Xinhua": "Xinhua", "Xinhua News Agency": "Xinhua", "New China News Agency": "Xinhua",
    "China News Service": "China News Service", "CNS": "China News Service", "CNA": "Central News Agency",
    "Central News Agency": "Central News Agency", "Kyodo": "Kyodo News", "Kyodo News": "Kyodo News", "Kyodo News Agency": "Kyodo News",
    "Jiji": "Jiji Press", "Jiji Press": "Jiji Press", "Yonhap": "Yonhap", "Yonhap News Agency": "Yonhap", "KCNA": "Korean Central News Agency",
    "Korean Central News Agency": "Korean Central News Agency", "PTI": "Press Trust of India", "Press Trust of India": "Press Trust of India",
    "UNI": "United News of India", "United News of India": "United News of India", "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service", "Indo-Asian News Service": "Indo-Asian News Service", "APP": "Associated Press of Pakistan",
    "Associated Press of Pakistan": "Associated Press of Pakistan", "BSS": "Bangladesh Sangbad Sangstha", "Pajhwok": "Pajhwok Afghan News",
    "Pajhwok Afghan News": "Pajhwok Afghan News", "Khaama Press": "Khaama Press", "Bakhtar": "Bakhtar News Agency",
    "Antara": "Antara", "Bernama": "Bernama", "VNA": "Vietnam News Agency", "Vietnam News Agency": "Vietnam News Agency",
    "PNA": "Philippine News Agency", "Philippine News Agency": "Philippine News Agency", "AAP": "Australian Associated Press",
    "Australian Associated Press": "Australian Associated Press", "CP": "The Canadian Press", "Canadian Press": "The Canadian Press",
    "Notimex": "Notimex", "Prensa Latina": "Prensa Latina", "Telam": "Télam", "Télam": "Télam", "Agencia Brasil": "Agência Brasil",
    "Agência Brasil": "Agência Brasil", "Andina": "Andina", "IPS": "Inter Press Service", "Inter Press Service": "Inter Press Service",
    "IRIN": "IRIN", "RFE/RL": "Radio Free Europe/Radio Liberty", "Radio Free Europe": "Radio Free Europe/Radio Liberty",
    "JTA": "Jewish Telegraphic Agency", "Catholic News Service": "Catholic News Service", "ACAN-EFE": "EFE", "DYN": "DYN",
    "Salpress": "Salpress", "Notisal": "Notisal", "CERIGUA": "CERIGUA", "PL": "Prensa Latina",
}  # fmt: skip

# Words that make a capitalised name the name of a body.
BODIES: Final = frozenset(
    """
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
""".split()
)

COUNTRIES: Final = frozenset(
    """
afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|
barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|bosnia and herzegovina|botswana|brazil|britain|great britain|
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

DEMONYMS: Final = frozenset(
    """
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
""".split()
)
