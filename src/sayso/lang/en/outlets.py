"""Papers, stations and sites that are told things, by the names they have in English text; agencies are in
``sayso.world.agencies``.

An open list: an outlet that is missing is still known by a word of its kind ("the daily X", "X, a channel", "X News").
"""

from __future__ import annotations

from typing import Final

_PRESS: Final = """
bbc|bbc news|bbc radio|bbc persian|bbc arabic|bbc world service|cnn|cnn türk|cnn turk|cnn international|nbc|
abc|cbs|cbc|msnbc|cnbc|npr|pbs|c-span|hbo|fox|fox news|sky|sky news|itv|itn|channel 4|channel 4 news|euronews|
france 24|rfi|tf1|bfmtv|deutsche welle|dw|ard|zdf|rai|rtve|rté|svt|nrk|yle|trt|ntv|nhk|cctv|cgtn|ndtv|geo|
geo tv|geo news|ary|tolo|tolonews|tolo tv|al jazeera|al-jazeera|aljazeera|al jazeera english|al arabiya|
al-arabiya|al-alam|al alam|al-mayadeen|al mayadeen|al-manar|al manar|al-masirah|al masirah|al-hadath|al-hurra|
al-hayat|al-akhbar|an-nahar|annahar|as-safir|al-ahram|al-ahram weekly|al-quds|al-quds al-arabi|
asharq al-awsat|al-sharq al-awsat|al-rai|al-watan|al-riyadh|okaz|al-masry al-youm|al-shorouk|middle east eye|
the national|gulf news|khaleej times|arab news|press tv|irib|irinn|kayhan|keyhan|etemad|etemaad|shargh|
hamshahri|ettela'at|ettelaat|resalat|jomhouri-ye eslami|iran daily|tehran times|khabar online|khabaronline|
tabnak|entekhab|jam-e jam|rudaw|kurdistan 24|kurdistan24|nrt|basnews|shafaq news|haaretz|ha'aretz|ha’aretz|
yedioth ahronoth|yediot ahronot|ynet|maariv|israel hayom|jerusalem post|times of israel|hürriyet|hurriyet|
milliyet|sabah|zaman|cumhuriyet|yeni şafak|yeni safak|sözcü|habertürk|haberturk|dawn|the hindu|indian express|
hindustan times|times of india|le monde|le figaro|libération|liberation|l'express|l'humanité|l’humanité|
le parisien|le point|mediapart|der spiegel|spiegel|die zeit|die welt|bild|frankfurter allgemeine zeitung|
frankfurter allgemeine|süddeutsche zeitung|der standard|die presse|neue zürcher zeitung|el país|el pais|
el mundo|la vanguardia|corriere della sera|la repubblica|repubblica|la stampa|il sole 24 ore|de standaard|
de volkskrant|nrc handelsblad|gazeta wyborcza|rzeczpospolita|pravda|izvestia|izvestiya|kommersant|vedomosti|
rt|russia today|rossiya 24|novaya gazeta|ekho moskvy|echo of moscow|meduza|kyiv independent|folha de s.paulo|
folha de são paulo|o globo|o estado de s. paulo|clarín|clarin|la nación|la nacion|el tiempo|el espectador|
el comercio|el mercurio|la prensa|el universal|excelsior|granma|telesur|caracol|rcn|univision|telemundo|
asahi shimbun|yomiuri shimbun|mainichi shimbun|nikkei|people's daily|people’s daily|global times|caixin|
south china morning post|politico|axios|vox|buzzfeed|buzzfeed news|slate|salon|the atlantic|the economist|
economist|newsweek|time|time magazine|vice|vice news|the intercept|the verge|wired|variety|forbes|fortune|
rolling stone|vanity fair|the new yorker|new yorker|the nation|the guardian|guardian|the observer|
the independent|the telegraph|the sun|the mirror|financial times|ft|wall street journal|wsj|new york times|
nyt|washington post|usa today|los angeles times|la times|boston globe|chicago tribune|the hill|daily beast|
huffpost|huffington post|the huffington post|breitbart|breitbart news|drudge report|daily caller|
foreign policy|foreign affairs|propublica|bloomberg tv|voice of america|voa|radio free europe|rfe/rl|
radio liberty|radio farda|radio free asia|wikinews
"""

PRESS: Final = frozenset(_PRESS.replace("\n", "").split("|"))
