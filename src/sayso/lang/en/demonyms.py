"""English words for the people of a place and what is theirs: Iraqi, Scottish, Californian.

The names of places are facts of the world and stand in sayso/world/data; words that a language forms from them stand
here. Each entry: a country's ISO 3166-1 code, a region's country and name, or the id of a place of places_extra.csv,
and the words with `|` between, as they are written, in the singular. Used by :mod:`sayso.extract.places`.
"""

from __future__ import annotations

from typing import Final

_COUNTRIES: Final = """
AD: Andorran; AE: Emirati; AF: Afghan|Afghani; AG: Antiguan; AI: Anguillan; AL: Albanian; AM: Armenian; AO: Angolan
AR: Argentine|Argentinian|Argentinean; AT: Austrian; AU: Australian|Aussie; AW: Aruban; AZ: Azerbaijani|Azeri
BA: Bosnian|Herzegovinian; BB: Barbadian; BD: Bangladeshi; BE: Belgian; BF: Burkinabe|Burkinabé; BG: Bulgarian
BH: Bahraini; BI: Burundian; BJ: Beninese; BM: Bermudian|Bermudan; BN: Bruneian; BO: Bolivian; BR: Brazilian
BS: Bahamian; BT: Bhutanese; BW: Botswanan; BY: Belarusian|Belarussian|Belorussian; BZ: Belizean; CA: Canadian
CD: Zairean|Zairian; CF: Central African; CG: Congolese; CH: Swiss; CI: Ivorian|Ivoirian; CL: Chilean; CM: Cameroonian
CN: Chinese; CO: Colombian; CR: Costa Rican; CU: Cuban; CV: Cape Verdean; CY: Cypriot|Greek Cypriot; CZ: Czech
DE: German|West German; DJ: Djiboutian; DK: Danish|Dane; DM: Dominican; DO: Dominican; DZ: Algerian
EC: Ecuadorian|Ecuadorean; EE: Estonian; EG: Egyptian; EH: Sahrawi|Saharawi; ER: Eritrean; ES: Spanish|Spaniard
ET: Ethiopian; FI: Finnish|Finn; FJ: Fijian; FM: Micronesian; FO: Faroese; FR: French|Frenchman|Frenchwoman|Frenchmen
GA: Gabonese; GB: British|Briton|Brit; GD: Grenadian; GE: Georgian; GH: Ghanaian; GI: Gibraltarian
GL: Greenlander|Greenlandic; GM: Gambian; GN: Guinean; GQ: Equatoguinean; GR: Greek; GT: Guatemalan; GU: Guamanian
GY: Guyanese; HN: Honduran; HR: Croatian|Croat; HT: Haitian; HU: Hungarian; ID: Indonesian
IE: Irish|Irishman|Irishmen|Irishwoman; IL: Israeli; IM: Manx; IN: Indian; IQ: Iraqi; IR: Iranian|Persian
IS: Icelandic|Icelander; IT: Italian; JM: Jamaican; JO: Jordanian; JP: Japanese; KE: Kenyan
KG: Kyrgyz|Kyrgyzstani|Kirghiz; KH: Cambodian; KM: Comorian|Comoran; KP: North Korean; KR: South Korean|Korean
KW: Kuwaiti; KZ: Kazakh|Kazakhstani; LA: Laotian|Lao; LB: Lebanese; LK: Sri Lankan|Sinhalese; LR: Liberian
LS: Basotho; LT: Lithuanian; LU: Luxembourgish|Luxembourger; LV: Latvian; LY: Libyan; MA: Moroccan; MC: Monegasque
MD: Moldovan|Moldavian; ME: Montenegrin; MG: Malagasy|Madagascan; MH: Marshallese; MK: Macedonian; ML: Malian
MM: Burmese|Myanmarese; MN: Mongolian; MO: Macanese; MR: Mauritanian; MT: Maltese; MU: Mauritian; MV: Maldivian
MW: Malawian; MX: Mexican; MY: Malaysian; MZ: Mozambican; NA: Namibian; NE: Nigerien; NG: Nigerian; NI: Nicaraguan
NL: Dutch|Dutchman|Dutchmen|Dutchwoman; NO: Norwegian; NP: Nepalese|Nepali; NR: Nauruan; NZ: New Zealander; OM: Omani
PA: Panamanian; PE: Peruvian; PG: Papua New Guinean; PH: Filipino|Philippine|Filipina; PK: Pakistani; PL: Polish|Pole
PR: Puerto Rican; PS: Palestinian; PT: Portuguese; PW: Palauan; PY: Paraguayan; QA: Qatari; RO: Romanian|Rumanian
RS: Serbian|Serb; RU: Russian; RW: Rwandan; SA: Saudi|Saudi Arabian; SC: Seychellois; SD: Sudanese; SE: Swedish|Swede
SG: Singaporean; SI: Slovenian|Slovene; SK: Slovak|Slovakian; SL: Sierra Leonean; SN: Senegalese; SO: Somali|Somalian
SR: Surinamese; SS: South Sudanese; SV: Salvadoran|Salvadorean|Salvadorian; SY: Syrian; SZ: Swazi; TD: Chadian
TG: Togolese; TH: Thai; TJ: Tajik|Tajikistani; TL: Timorese|East Timorese; TM: Turkmen; TN: Tunisian; TO: Tongan
TR: Turkish|Turk; TT: Trinidadian; TV: Tuvaluan; TW: Taiwanese; TZ: Tanzanian; UA: Ukrainian; UG: Ugandan
US: American; UY: Uruguayan; UZ: Uzbek|Uzbekistani; VE: Venezuelan; VN: Vietnamese|South Vietnamese|North Vietnamese
WS: Samoan; XK: Kosovar|Kosovan; YE: Yemeni; ZA: South African; ZM: Zambian; ZW: Zimbabwean|Rhodesian
"""
_REGIONS: Final = """
US/Alabama: Alabaman|Alabamian; US/Alaska: Alaskan; US/Arizona: Arizonan; US/Arkansas: Arkansan
US/California: Californian; US/Colorado: Coloradan; US/Florida: Floridian; US/Hawaii: Hawaiian; US/Idaho: Idahoan
US/Illinois: Illinoisan; US/Iowa: Iowan; US/Kansas: Kansan; US/Kentucky: Kentuckian; US/Michigan: Michigander
US/Minnesota: Minnesotan; US/Mississippi: Mississippian; US/Missouri: Missourian; US/Montana: Montanan
US/Nebraska: Nebraskan; US/Nevada: Nevadan; US/Ohio: Ohioan; US/Oklahoma: Oklahoman; US/Oregon: Oregonian
US/Pennsylvania: Pennsylvanian; US/Tennessee: Tennessean; US/Texas: Texan; US/Utah: Utahn; US/Vermont: Vermonter
US/Virginia: Virginian; US/West Virginia: West Virginian; CA/Alberta: Albertan; CA/Ontario: Ontarian
CA/Quebec: Quebecer; AU/Queensland: Queenslander; AU/Tasmania: Tasmanian; GB/England: English|Englishman|Englishmen
GB/Scotland: Scottish|Scot|Scots; GB/Wales: Welsh|Welshman; GB/Northern Ireland: Northern Irish; IN/Kerala: Keralite
IN/West Bengal: Bengali; IN/Gujarat: Gujarati; IN/Punjab: Punjabi; IN/Assam: Assamese; IN/Jammu and Kashmir: Kashmiri
CN/Tibet: Tibetan; RU/Chechnya: Chechen; RU/Dagestan: Dagestani; RU/Ingushetia: Ingush; RU/Tatarstan: Tatar
RU/Crimea: Crimean
"""
_OTHERS: Final = """
geonames:6255146: African
geonames:6255147: Asian|Asiatic
geonames:6255148: European
geonames:6255149: North American
geonames:6255150: South American
sayso:middle-east: Middle Eastern
sayso:north-africa: North African
sayso:west-africa: West African
sayso:east-africa: East African
sayso:south-asia: South Asian
sayso:southeast-asia: Southeast Asian|South East Asian
sayso:east-asia: East Asian
sayso:central-asia: Central Asian
sayso:caucasus: Caucasian
sayso:balkans: Balkan
sayso:scandinavia: Scandinavian
sayso:eastern-europe: Eastern European|East European
sayso:western-europe: West European|Western European
sayso:latin-america: Latin American
geonames:408665: Darfuri
sayso:transnistria: Transnistrian
sayso:abkhazia: Abkhazian|Abkhaz
sayso:south-ossetia: South Ossetian
sayso:siberia: Siberian
sayso:aceh: Acehnese
sayso:java: Javanese
sayso:bali: Balinese
sayso:tibet: Tibetan
sayso:tigray: Tigrayan
sayso:oromia: Oromo
sayso:catalonia: Catalan
sayso:basque-country: Basque
sayso:corsica: Corsican
sayso:brittany: Breton
sayso:sardinia: Sardinian
sayso:sicily: Sicilian
sayso:tuscany: Tuscan
sayso:bavaria: Bavarian
sayso:flanders: Flemish
sayso:wallonia: Walloon
sayso:crete: Cretan
sayso:midwest: Midwestern
sayso:appalachia: Appalachian
sayso:himalayas: Himalayan
sayso:alps: Alpine
sayso:andes: Andean
sayso:sahara: Saharan
sayso:soviet-union: Soviet|Soviets
sayso:yugoslavia: Yugoslav
sayso:czechoslovakia: Czechoslovak|Czechoslovakian
sayso:east-germany: East German
sayso:ottoman-empire: Ottoman
sayso:austria-hungary: Austro-Hungarian
sayso:arab-world: Arab
"""


_TOWNS: Final = """
FR/Paris: Parisian; FR/Marseille: Marseillais; DE/Berlin: Berliner; DE/Munich: Municher; GB/London: Londoner
US/New York City: New Yorker; US/Boston: Bostonian; US/Chicago: Chicagoan; US/Philadelphia: Philadelphian
RU/Moscow: Muscovite; AT/Vienna: Viennese; IT/Rome: Roman; IT/Milan: Milanese; IT/Venice: Venetian
IT/Naples: Neapolitan; LB/Beirut: Beiruti; IE/Dublin: Dubliner; IR/Tehran: Tehrani; SY/Damascus: Damascene
EG/Cairo: Cairene; IL/Jerusalem: Jerusalemite; SY/Aleppo: Aleppan; AU/Sydney: Sydneysider; CA/Toronto: Torontonian
ES/Madrid: Madrileño; BR/Rio de Janeiro: Carioca; AR/Buenos Aires: Porteño; UA/Kyiv: Kyivan; IN/Delhi: Delhiite
"""


def _entries(text: str) -> dict[str, tuple[str, ...]]:
    """Return the words of each key of a table."""
    pairs = (entry.rpartition(": ") for line in text.strip().splitlines() for entry in line.split("; "))
    return {key: tuple(words.split("|")) for key, _, words in pairs}


# What a word stands for in several tables it stands for in the last: "Georgian" is of the country.
REGION_DEMONYMS: Final = _entries(_REGIONS)
OTHER_DEMONYMS: Final = _entries(_OTHERS)
TOWN_DEMONYMS: Final = _entries(_TOWNS)
COUNTRY_DEMONYMS: Final = _entries(_COUNTRIES)
