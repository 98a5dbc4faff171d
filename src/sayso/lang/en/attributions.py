"""English words around statements: who is told, who carries the words, what is told inside a statement, its manner."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.forms import FORMS
from sayso.lang.en.reporting import LISTS
from sayso.lang.needs.attributions import AttributionWords, MannerWords, Telling, VoiceWords
from sayso.values.terms import Manner

# nouns and adjectives that tell of a statement; verbs have a row each in reporting.py
_NOUNS: Final[dict[Manner, str]] = {
    "says": "statement remark comment claim assertion report announcement declaration testimony account admission "
    "acknowledgement confession revelation allegation accusation charge complaint warning reply response answer "
    "message letter tweet post interview briefing speech address confirmation prediction forecast suggestion hint "
    "quote quotation words note verdict ruling finding conclusion argument contention insistence explanation "
    "description word news notice information version story",
    "asks": "question inquiry enquiry query",
    "denies": "denial rejection refutation rebuttal dismissal repudiation disavowal refusal",
    "demands": "petition demand request order command appeal plea instruction directive ultimatum proposal urging "
    "exhortation",
    "promises": "pledge promise vow assurance guarantee commitment undertaking offer threat oath agreement",
    "thinks": "belief opinion view thought feeling expectation assumption suspicion impression conviction hope doubt "
    "estimate assessment judgment judgement speculation understanding idea notion theory sense perception hunch guess "
    "convinced persuaded confident",
    "fears": "fear worry concern anxiety dread apprehension alarm afraid fearful",
}
# a verb or noun whose manner hangs on the next word
_WITH_NEXT: Final[dict[Manner, str]] = {
    "demands": "call for|call on|call upon",
    "says": "hold a|hold an|hold talks|hold the|hold on|press conference|press briefing|press release|press statement",
}
MANNERS: Final[dict[str, Manner]] = (
    LISTS.manners
    | {noun: manner for manner, listed in _NOUNS.items() for noun in listed.split()}
    | {pair: manner for manner, listed in _WITH_NEXT.items() for pair in listed.split("|")}
)
# irregular forms that stand in cues and are no past of a reporting verb: "has written", "meant to", "laid the blame"
_LEMMAS: Final = {
    "written": "write",
    "sworn": "swear",
    "meant": "mean",
    "sought": "seek",
    "laid": "lay",
    "gave": "give",
    "made": "make",
    "took": "take",
}
_TOLD: Final = "|".join(sorted(LISTS.told, key=len, reverse=True))

TELLING: Final = Telling(
    parts=re.compile(
        r"(?<!\s),?\s++(?:and|but)\s++(?:(?=that\s)|(?:\w+\s+){0,4}?(?=(?:he|she|they)\s+(?:told|asked|said)\b))"
    ),
    lead=re.compile(r"(?:(?:and|but|that)\s+|[“\"„«]|[‘'](?=\w))+", re.I),
    verbs=LISTS.telling | words("word put"),
    denying=LISTS.denying,
    whom=LISTS.ordering,
    wants=words("to"),
    acting="ing",
    had=words("had has have told"),
    unsaid=words("not n't n’t never would could can will should may might if to was were is are been being"),
    here=words("i we you this that these those which who what one people me us"),
    third=words("he she they it him her them"),
    openers=words(
        "that the a an he she it they we there his her its their this these those no nobody one two some many all "
        "having being ever you i what whether how"
    ),
)

MANNER: Final = MannerWords(
    asked_to=re.compile(
        r"^(?:for|to|that)\b|^(?:(?!\b(?:if|whether|how|what|why)\b)\w+ ){1,4}for (?:an?|the|more|help|\w+s)\b|"
        r"^(?:(?!\b(?:if|whether|how|what|why|when|who)\b)[^.;?]){1,90}?\bto [a-z]+",
        re.I,
    ),
    ordering=LISTS.insisting,
    ordered=re.compile(
        r"(?:(?:him|her|them|me|us|you|it|(?:the|his|her|their|its|all) (?:[\w-]+ )?\w+) )?(?:not )?to [a-z]+|"
        r"that (?:[\w’'-]+ ){1,6}be \w+",
        re.I,
    ),
    questions=words(
        "who whom whose what which when where why how is are was were do does did will would can could should shall "
        "may might must has have had isn't aren't wasn't weren't don't doesn't didn't won't and but so"
    ),
    denied=re.compile(
        r"(?:that )?(?:it(?:['’]s| is| was) (?:not|un)\s?true|(?:it|this|that) isn['’]t true|this is (?:false|a lie)|"
        r"(?:it|he|she|they|we|i|\w+ \w+) (?:has|have) never)\b|that(?:['’]s| is) (?:not true|a lie|false)\b",
        re.I,
    ),
    lemmas=LISTS.lemmas | _LEMMAS,
    endings=("ing", "ed", "es", "s"),
    mute=words("ing ed es"),
    mute_letter="e",
    changed=("i", "y"),
)

VOICES: Final = VoiceWords(
    outlet=re.compile(
        r"\b(?:agency|news|press|television|tv|radio|newspaper|daily|weekly|magazine|times|post|network|channel|"
        r"broadcaster|journal|gazette|herald|tribune|service|broadcasting|bulletin|media|agence|agencia|agenzia|"
        r"quotidien|diario|jornal|zeitung|gazeta|\w*prensa|\w+-?presse?)\b",
        re.I,
    ),
    article=re.compile(r"^the\s+", re.I),
    carried=re.compile(
        r"(?:\b(?:told|tells|telling|with|by|to|on|reached|quoted|citing|via|in)"
        r"|\bsp(?:oke|eaking|oken) (?:to|with|on)|\binterview(?:ed)?(?:\s+(?:with|by|for|given to))?)\s+"
        r"(?:(?:the|a|an|state|official|semi-official|local|private|Iran's|Iranian|[a-z]+-language|newspaper|daily|"
        r"weekly|magazine|news|agency|channel|television|tv|radio|station|broadcaster|network|website)\s+)*$",
        re.I,
    ),
    told=re.compile(
        rf"\b(?:{_TOLD}|spoke to|talking to|speaking to|in remarks to|in comments to)\s+(?:\w+\s+){{0,2}}$", re.I
    ),
    told_name=re.compile(r"\b(?:told|tells|telling)\s+$", re.I),
    kind_behind=re.compile(
        r",\s(?:an?|the|its|[\w’'-]+['’]s)\s(?:[\w-]+\s){0,4}?(?P<kind>newspaper|television|tv|radio|agency|magazine|"
        r"daily|weekly|broadcaster|channel|station|website|network|paper)\b",
        re.I,
    ),
    quotes=re.compile(r"\bquot(?:ed|es|ing)\b|\bcit(?:ed|es|ing)\b", re.I),
    possessive=re.compile(r"['’]s?\b"),
    authored=re.compile(r"\s(?:(?:issued|released|published|signed|written|made|prepared|given) )?(?:from|by)\s", re.I),
    leads=words("of for to from by with and or in at on about against"),
    elsewhere=re.compile(
        r"\b(?:(?:news|press) (?:conference|briefing)|briefing|in (?:an?|the|his|her|their|its) (?:[\w-]+ )?"
        r"(?:statement|letter|tweet|post|speech|ruling|sermon|address|message|video|memo|report|book|e-?mail|verdict)|"
        r"on (?:twitter|x|facebook|telegram|instagram|his blog|her blog)|tweet\w*|wrote|rally|in parliament|"
        r"in court)\b",
        re.I,
    ),
    gave_interview=re.compile(
        r"\b(?:(?:gave|granted|has given|had given) (?:an?|the) (?:[\w-]+ ){0,2}interview to|spoke (?:to|with)|"
        r"sat down with|was interviewed by|appeared on)\b",
        re.I,
    ),
    kinds=words("network paper outlet"),
    third=words("he she they it"),
    days=words("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow"),
    joint=re.compile(r"(?<!\s),?\s+(?:and|as well as|along with|together with|&)\s+(?:also\s+)?|,\s++", re.I),
    both=re.compile(r"both\s+(?:of\s+)?", re.I),
    pair=words("they both"),
    two=words("both"),
    determiners=words("the a an his her its their our my this that these those some many several two three"),
    asker=words("q question"),
    relatives=words("which that"),
)

ATTRIBUTIONS: Final = AttributionWords(forms=FORMS, telling=TELLING, voices=VOICES, manner=MANNER)
