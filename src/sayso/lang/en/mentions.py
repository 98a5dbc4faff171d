"""English words by which mentions are found, beside the lists of names, roles and bodies."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.numbers import ENGLISH_NUMBERS
from sayso.lang.needs.mentions import MentionWords

MENTIONS: Final = MentionWords(
    may_be_empty=words("it"),
    sites=words(
        "camp fort mount wadi tell tel lake cape jebel jabal ain base port bab umm checkpoint refinery airfield "
        "airbase airport hill gorge raf"
    ),
    site_ends=words(
        "gulf strait straits sea ocean river creek lake mountains peninsula canyon desert plateau canal airport "
        "airports highway reservoir dam"
    ),
    occasions=words(
        "festival award awards prize prizes medal competition championship championships olympics summit agreement "
        "accord accords treaty pact war economy expo exhibition plan convention protocol tournament "
        "jcpoa npt ctbt nafta"
    ),
    storms=words("typhoon hurricane cyclone storm comet asteroid"),
    corps=words("coast national border presidential revolutionary republican home civil royal palace imperial"),
    guards=words("guard"),
    company_ends=words(
        "oil gas energy petroleum motors pharma pharmaceuticals holdings holding steel telecom mining securities "
        "systems technologies foods chemicals insurance financial logistics shipping plc ag gmbh llc airways aviation "
        "electric electronics textiles cement sugar tobacco refining semiconductor semiconductors software biotech"
    ),
    its=words("its"),
    it=words("it"),
    weather=words("rain snow"),
    seeming=words("seem appear turn happen transpire emerge"),
    personal_endings=("man", "woman", "men", "women", "person", "ist", "ists"),
    no_one=words("one none"),
    nobody_known=words("any every each no whatever whichever"),
    new=words("a an"),
    taken_for=words("as"),
    conditions=words("emergency siege war alert mind affairs play health"),
    offices_behind=words("as for of into like"),
    vague_many=words("others"),
    those=words("those"),
    asks=words("q"),
    bare_after=words("to"),
    phrase_ends=words("who whom whose which that where when and or but because"),
    joining=words("by to from and but that which when while as of for on"),
    bound=words("of for from in at on with close near to along by behind"),
    clauses=words("who whom whose which that when where while as because if"),
    counted=words("some many several both most none") | (ENGLISH_NUMBERS.units.keys() - {"zero"}),
    numbered=words("paragraph section article chapter line"),
    of=words("of"),
    small=words("of the for"),
    abstract_endings=("ism", "isms"),
    elided=re.compile(r"(?:d|l|dell|nell|sull|all)['’][A-ZÀ-Ý]\w+\Z"),
    office_surnames=words("king pope prince bishop dean baker cook butcher marshal"),
    not_leading=words("of e"),
    whose=words("of for"),
    goes_on=words("of for on to against in"),
    before_place=words("of to for the"),
    outlet_words=words("news"),
    prefixes=words("co vice ex"),
    suffixes=words("jr jr. sr sr. ii iii iv v"),
    state_nouns=words("government ministry envoy ambassador republic parliament embassy"),
    state_links=words("of to"),
    verb_endings=("ed", "ing", "s"),
)
