"""English words by which somebody is called something, beside the words that judge (`judging`)."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.judging import ADJECTIVES, ADVERBS, NAMES, NOUNS, STATES, UNDERGONE, VERBS
from sayso.lang.needs.labels import LabelWords

# Adjectives that before a noun only say which one, how much or what kind: "senior officials", "the special counsel".
_WHICH: Final = words(
    "able active alien best better big certain clear close common concerned costly criminal dark difficult divided "
    "early eager effective empty enormous excellent extreme fair fallen false fine firm foreign forged free general "
    "good grand great heavy high historic ideal illegal immense important independent informed invalid just key kind "
    "landmark large late lawful legal legitimate little long low major mean moderate moral negative new nice notable "
    "old open outdated own poor popular positive practical prominent proper pure quick ready real reasonable right "
    "secure senior serious significant slow small solid special stable strategic strong suspect supreme sure tense "
    "tired top total united unique unauthorized uncertain undocumented useful valid vital vulnerable warm weak well "
    "welcome whole willing wounded wrong young militant radical threatened jailed convicted influential experienced "
    "leading famous well-known respected powerful isolated wanted"
)

LABELS: Final = LabelWords(
    names=NAMES,
    states=STATES,
    ruling=words(
        "clerical military apartheid ruling theocratic communist fascist nationalist islamist current former new old "
        "present previous local occupying secular one-party puppet dictatorial"
    ),
    calls=words("call dub brand label term style nickname christen deem declare proclaim pronounce consider name tag"),
    calls_as=words(
        "describe regard denounce condemn brand portray depict characterize characterise paint cast hail dismiss "
        "deride decry designate label know see view treat vilify mock praise classify list blacklist recognize "
        "recognise identify castigate slam lambaste ridicule revere perceive stigmatize present"
    ),
    refers=words("refer"),
    as_=words("as"),
    to=words("to"),
    by=words("by"),
    of=words("of by from"),
    close=words("of with"),
    no=words("no"),
    distance=re.compile(
        r"\b(?:so[- ]called|self[- ](?:styled|proclaimed|appointed|declared|described)|would[- ]be)\s+[\"“”'‘’«]?",
        re.IGNORECASE,
    ),
    be=words("be become remain"),
    no_name=words(
        "name number part way step move time thing day year month week case end result one it that this what result "
        "attempt effort thank thanks due"
    ),
    adjectives=ADJECTIVES,
    before={word: polarity for word, polarity in ADJECTIVES.items() if word not in _WHICH},
    adverbs=ADVERBS,
    verbs=VERBS,
    nouns=NOUNS,
    undergone=UNDERGONE,
    amid=words("in at"),
    owned=words(
        "paymaster puppet master sponsor patron backer lackey stooge proxy agent ally friend henchman handler crony "
        "supporter sympathizer sympathiser servant mercenary mouthpiece accomplice"
    ),
)
