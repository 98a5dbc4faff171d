"""English forms of words that say plainly what is source, cue and content of a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sayso.lang import words
from sayso.lang.en.reporting import LISTS
from sayso.lang.needs.forms import Forms

_NOUNS: Final = (
    "claim claims allegation allegations assertion assertions belief warning warnings promise promises accusation "
    "accusations statement admission finding findings conviction fear fears suspicion suspicions hope hopes argument "
    "conclusion conclusions assurance assurances prediction predictions suggestion suggestions denial denials "
    "announcement pledge pledges threat threats remark view opinion complaint complaints charge charges report reports "
    "rumour rumours rumor rumors revelation revelations contention insistence demand demands notion idea theory"
)

# verbs of doing that never tell, whoever does it
_MERE: Final = "hir|sack|recruit|arrest|detain|jail|imprison|kidnapp?|deploy|evict|deport"
_WORD: Final = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
_KIND: Final = (
    r"(?:news agency|press agency|newspaper|television|tv|radio|agency|magazine|daily|weekly|website|channel)"
)
# the agency Vatan; Al-Noor television; a bulletin of the Holy Synod
_CARRIER: Final = (
    r"(?P<who>(?:state|national|public) (?:television|tv|radio|media)(?! [A-Z])|"
    r"(?:(?:the|a|an|its|his) )?(?:[a-zà-ÿ-]+ ){0,3}?(?:of )?(?:the )?"
    + _WORD
    + r"(?: (?:(?:of|du|de|des|di|del|della|do|da|the|for|and|el|al) )*"
    + _WORD
    + r")*(?: "
    + _KIND
    + r"(?: "
    + _WORD
    + r")*)?)"
)

# claims that a possessive before them and "that" behind make a statement, whatever else is said of them
_CLAIMS: Final = (
    r"(?:claim|allegation|assertion|contention|insistence|accusation|warning|promise|pledge|threat|denial|prediction|"
    r"assurance|complaint|announcement|demand|admission|finding|conclusion|belief|fear|hope|suspicion)s?"
)


def _any(forms: Iterable[str]) -> str:
    """A pattern for any of some words, the longer first."""
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


_SAYING: Final = rf"as (?:{_any(LISTS.quoted)}|having (?:{_any(LISTS.quoted_done)}))"
# what a speaker does with a matter, beside the verb that says so: "Referring to the dam, he said it was full"
_ASIDE: Final = (
    r"(?:referr|point|comment|allud|touch|respond|react|reply|speak|talk|elaborat|dwell)ing (?:to|on|upon|about|of)|"
    r"(?-i:(?:hail|thank|condemn|denounc|reject|dismiss|lament|announc|appreciat|welcom|congratulat|deplor|regrett|"
    r"remind|refut)ing)"
)
_DAY: Final = r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| yesterday| today| here)"
_ASKS: Final = (
    r"(?:ask|request|insist|demand|declin|refus|wish|want|prefer|fear|spoke|speaking|speak|afraid)"
    r"(?:ed|ing|s|es|red|ring)?"
)
_UNNAMED: Final = (
    r"(?:be(?:ing)? (?:named|identified|quoted|called|cited)|(?:is|are|was|were) (?:named|identified|called)|"
    r"(?:his|her|their) (?:real |full )?(?:names?|identit(?:y|ies))\b[^.;,]{0,20}?\b"
    r"(?:left out|not|withheld|kept|changed|used|published|printed)|anonym\w+|pseudonym)"
)
# a pronoun, then what always tells: "They said the mast had gone", "He denied this", "It blamed the army"
_CLAUSE: Final = (
    r"(?:that|the|an?|he|she|it|they|we|there|his|her|its|their|no|nobody|none|all|some|many|both|two|three|"
    r"[A-Z][\w’'-]+) "
)
_PLAINLY_SAID: Final = (
    r"(?:(?:But|And|Yet|Later|Still|However),? )?"
    r"(?P<owner>(?i:he|she|they|it|both|neither|(?:both|all|the) (?:\d+|two|three|four|men|women|brothers|sisters)))"
    r" (?:(?:also|later|then|both|all|again|\w+ly) )*+"
    r"(?P<cue>(?:(?:has|have|had) (?:(?:also|since|again|\w+ly) )?)?(?="
    r"(?:said|says|say) " + _CLAUSE + r"\S+ \S|"
    r"told (?:(?:(?!that )[\w’'.-]+ ){1,5}?that|(?!him |her |me |us |them )(?:[\w’'.-]+ ){1,3}?(?:he|she|they|there)) |"
    r"asked (?:for|whether|if|why|how|when|who|where) |asked (?:[\w’'.-]+ ){1,4}?to [a-z]+|"
    r"(?:denied|denies|deny|rejected|rejects|reject|disputed|disputes|dispute) "
    r"(?:it|this|that|these|those|any|all|both|the|having|being|wrongdoing|involvement|responsibility|\w+ing)\b|"
    r"(?:confirmed|confirms|confirm) (?:it|this|that|the (?:report|claim|figure|death)s?)\b|"
    r"(?:called|calls|call) (?:it|this|that|the \w+) (?:an?|absurd|false|untrue|unfair|baseless)\b|"
    r"(?:blamed|blames|blame) (?!(?:no one|nobody|it|him|her|them|this|that|me|us)\b)[\w“\"]|"
    r"(?:accused|accuses|accuse) (?:[\w’'.-]+ ){1,8}?of )\w+)"
    r" (?:(?<=told )(?:(?!that |he |she |they |there )[\w’'.-]+ ){1,5})?(?P<opens>\S)"
)

FORMS: Final = Forms(
    quoted_as_saying=re.compile(
        r"(?P<was>\b(?:is|are|was|were|has been|have been|had been)(?: \w+ly| also| later)? (?:quoted|cited))"
        r"(?: (?:on \w+ |yesterday |earlier )?(?:by|in) (?P<by>(?:(?! as |[.;:!?]).){2,60}?))?"
        r" (?P<saying>" + _SAYING + r")\b[:,]?",
        re.I,
    ),
    quoting=re.compile(
        r"\b(?P<cue>quot(?:ed|es|ing)|cit(?:ed|es)) "
        r"(?P<whom>(?!by\b|in\b|on\b|as\b)(?:(?! as |[;:!?“”\"\n]|\. [A-Z]).){2,110}?)"
        r"(?: (?P<saying>" + _SAYING + r")\b[:,]?|(?=" + _DAY + r"*\.(?:\s|\Z)))",
        re.I,
    ),
    had_say=re.compile(
        r"\b(?P<cue>had|has) (?P<whom>him|her|them|(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+) (?P<saying>say)\b"
    ),
    owned_noun=re.compile(
        r"(?P<owner>\b(?:(?:the|a|an|his|her|their|its|our|my) )?(?:[\w-]{1,40} ){0,4}?[\w-]{1,40}(?:['’]s|s['’])|"
        r"\b(?:his|her|their|its))"
        r" (?:\w+ )?(?P<noun>" + _CLAIMS + r") "
        r"(?P<opens>that\b|(?<=threat )to\b|(?<=promise )to\b|(?<=pledge )to\b|(?<=threats )to\b|(?<=promises )to\b)",
        re.I,
    ),
    noun_by=re.compile(
        r"\b(?:(?:the|a|an|any|another) )?(?P<noun>(?:(?:claim|allegation|accusation|warning|promise|pledge|"
        r"threat|assurance|complaint|demand|announcement|statement)s?(?= (?:by|from)\b)|"
        r"(?:hope|fear|complaint|suspicion|belief)s?(?= among\b)))"
        r" (?:by|from|among) (?P<owner>(?:(?!that\b|to\b)[\w’'.-]+ ){1,9})(?P<opens>that\b|(?<!to )to (?=[a-z]+\b))",
        re.I,
    ),
    noun_held=re.compile(
        r"\b(?P<owner>(?:[\w’'-]{1,40} ){0,5}?[\w’'-]{1,40}) "
        r"(?P<noun>(?:has|have|had) (?:only |just )?(?:an?|one|two|three|another|this) (?:\w+ )?"
        r"(?:question|request|demand|message|answer|warning|plea|reply|complaint)s?)"
        r"(?: (?:for|to) [^:.;!?“”\"]{2,60})?:(?=\s)"
    ),
    talk=re.compile(
        r"\b(?P<cue>there (?:is|was|are|were|has been|have been) (?:\w+ )?(?:talk|word|gossip|speculation|rumou?rs?))\b"
        r"[^.,;:]{0,40}?\b(?P<opens>that\b)",
        re.I,
    ),
    asides=words("by during after before upon following when while earlier yesterday today last this here"),
    no_content=re.compile(r"(?:on )?behalf of\b", re.I),
    names=frozenset({"Said"}),
    bare=words("plan schedule custom tradition need age size rank taste law rules tastes needs prices"),
    no_telling=re.compile(
        r"(?:(?:has|have|had|having)(?: \w+)? seen (?!(?:that|how|why|what|whether)\b|\w+ as\b)|"
        r"(?:does|do|did|can|could)(?: not|n['’]t) (?:remember|recall) (?:it|that|this|them|him|her)(?: so)?\Z|"
        r"(?:has |have |had )?read (?:out )?(?:an?|the|his|her|their) [^“”\":]+\Z|"
        r"(?:has |have |had )?sentenced\b|"
        r"(?:has |have |had )?named (?:the|his|her|their|its|a|an|two|three|four|five|six|seven|eight|several)\b|"
        r"(?:has |have |had |also )*named (?:[\w’'.-]+ ){1,4}?"
        r"(?:to (?:lead|head|run|be|replace|succeed|oversee|chair)|as)\b|"
        r"(?:has |have |had |also )*promoted (?:[\w’'.-]+ ){1,4}?to (?:the rank of )?(?:[\w-]+ ){0,3}?"
        r"(?:chief|head|director|president|manager|officer|commander|general|colonel|major|captain|lieutenant|editor|"
        r"partner|minister|secretary|treasurer)\b|"
        r"(?:has |have |had |also )*call(?:ed|s|ing)? (?:an?|the|its|their) (?:\w+ )?"
        r"(?:strike|march|meeting|election|vote|session|summit|referendum|conference|halt|truce|rally|protest|poll|boycott|elections|rallies|"
        r"meetings|strikes)\b|"
        r"(?:has |have |had |also )*(?:dismiss|remov|replac|nam|nominat|appoint|suspend|receiv|greet)(?:ed|es|s) "
        r"(?:the|his|her|their|its|an?|all|two|three|four|five|six) (?:[\w-]+ ){0,2}?"
        r"(?:heads?|chiefs?|directors?|ministers?|commanders?|governors?|generals?|officers?|judges?|mayors?|members?|"
        r"envoys?|ambassadors?|managers?|coach(?:es)?|captains?|secretar(?:y|ies)|premier|cabinet)\b)",
        re.I,
    ),
    nobody=re.compile(r"(?:no|neither|none|nobody|no one|no-one)\b(?! less| fewer| doubt)", re.I),
    denying=re.compile(r"\b(?:den(?:y|ies|ied)|doubts?|doubted|disput(?:e|es|ed)|question(?:s|ed)?)\b", re.I),
    # none that may be an act of speech too: to attack a record, to raise a doubt, to give a reason, to open a debate
    deeds=re.compile(
        rf"\b(?:{_MERE}|appoint|promot|fir|elect|nominat|kill|wound|shot|shoot|"
        r"transferr?|donat|dispatch|releas|free|seiz|captur|buil[dt]|replac|install|plac|"
        r"put|sent|send|expell?|recall|raid|storm|shell|bomb|destroy|"
        r"damag|burn|loot|block|disperse?|beat|injur|host|receiv|visit|defeat|fund|buy|bought|"
        r"sold|sell|sponsor|rescu|evacuat|award|fin|pardon|reinstat)(?:ed|d|s|es|en|ing|n)?\Z",
        re.I,
    ),
    mere_deeds=re.compile(
        rf"\b(?:(?:{_MERE}|summon)(?:ed|s|es|ing)|"
        r"walk(?:ed|s|ing)? (?:out|off))\Z",
        re.I,
    ),
    worded=re.compile(r".*[“”\"«»]|(?:that|whether|if|how|why|what|who|when|where)\b", re.I | re.S),
    worded_inside=re.compile(r"[“”\"«»]|(?:that|whether|if|how|why|what|who|when|where)\b", re.I),
    purpose=re.compile(
        r"(?:(?:march|rall|gather|assembl|strik|struck|walk|travel|block|protest|demonstrat|came|come|went)\w* "
        r"(?:out |off |up )?)?"
        r"to (?:demand|protest|denounce|condemn|mourn|celebrate|commemorate|honou?r)\Z",
        re.I,
    ),
    naming=re.compile(
        r"\b(?:known|discussed)\b|"
        r"\A(?:(?:is|are|was|were|be|been|being|has|have|had|also|now|once|later|often|so|sometimes|\w{4,12}ly) )*"
        r"(?:called|named|titled|entitled|dubbed|nicknamed|termed|renamed|appointed)(?: after| as)?\Z",
        re.I,
    ),
    captions=words("photo photos picture pictures image images caption video graphic map illustration infographic"),
    unproven=re.compile(
        r"(?:no|little|not any) (?:\w+ )?(?:proof|evidence|sign|trace|word|explanation|indication)s?\b", re.I
    ),
    listing=re.compile(
        r"[A-Z]\w{1,40}ing (?:the|a|an|his|her|their|its|some|these|those) (?:(?!that\b|how\b)[\w’'-]++ ?){1,12}+\Z"
    ),
    how=re.compile(r"how \w+\b", re.I),
    joins=words("and"),
    announced=re.compile(
        r"\b(?:in )?(?:this|the following|an exclusive|our) (?:interview|conversation|discussion|q&a)\b", re.I
    ),
    unnamed=re.compile(
        r"\b(?:(?:who|both|all|each|but|and|neither of whom|who \w+) )?(?:[a-z]+ )?\b"
        + _ASKS
        + r"\b[^.;“”\"]{0,60}?\b"
        + _UNNAMED,
        re.I,
    ),
    telling_as=("telling", "warning", "TELLING"),
    telling_whom=LISTS.whom,
    whom=re.compile(
        r"(?:(?!that\b|he\b|she\b|they\b|it\b|we\b|there\b|to\b|of\b|about\b)[\w’'.-]+ ){1,6}"
        r"(?=(?:that|he|she|they|we|there)\b)",
        re.I,
    ),
    no_opening=words("of than is are was were has have had will would"),
    no_ending=words("in at of on from near with"),
    participle=re.compile(
        rf"(?:also |further |later )?(?:{_any(LISTS.aside)}|{_ASIDE})"
        r"(?: (?:out|that|also|further|to|on|about|for|of))?:?",
        re.I,
    ),
    beside=(" with", " to"),
    fronted=re.compile(
        r"(?P<cue>Per|As per|In the words of|In the view of|By the account of) "
        r"(?P<owner>(?!(?:cent|capita|diem)\b)[^,.;:“”\"\n]{3,80}?),(?=\s)"
    ),
    according_to=re.compile(r"(?P<cue>according to)\b", re.I),
    headline_sources=words(
        "report study poll survey expert experts sources source forecasters analysts mps un minister ministers"
    ),
    no_source=words(
        "analysis editorial opinion article book chapter data deal dossier draft email e-mail essay evidence figure "
        "file interview journal law letter message note plan poster record recording review rule script section "
        "sentence statistic story text transcript treaty video photograph website blog bill order paper"
    ),
    citing=re.compile(
        r"(?:(?:,|\u2014|\u2013)\s|(?<![^\n])|(?<=[.!?] ))(?P<cue>[Cc]iting|[Qq]uoting)\s"
        r"(?P<whom>(?:[^,.;:\u2014\u2013()\n\u201c\u201d\"]|"
        r"[\u201c\"][^\u201c\u201d\"\n.]{2,40}[\u201d\"]|\b\w\.(?=\w\.)){3,120})"
    ),
    possessive=re.compile(
        r"(?:[a-z]+ )?(?P<owner>(?:(?:the|a|an|his|her|their|its|our|my)\s)?[\w.’'\s-]+?(?:['’]s|s['’]))\s\w+\Z"
    ),
    statement_nouns=words(_NOUNS),
    nothing=words("nothing little more otherwise"),
    carried=re.compile(
        r"\b(?:(?:[Qq]uoted|[Cc]ited)(?: \w+ly| also)? (?:by|in|on)|as (?:saying|telling) (?:by|in|on)|"
        r"(?:printed|published|carried|aired|broadcast|run|released|quoted) (?:\w+ )?(?:by|in|on))"
        r"(?: (?:yesterday|today|\w+day)[’']s edition of| the website of)? " + _CARRIER,
    ),
    interviewed=re.compile(
        r"\b(?:interview|comments|remarks|talk|[Ss]peaking|spoke) (?:with|to|for|on|given to|published by|"
        r"published in) " + _CARRIER
    ),
    believed=re.compile(
        r"(?<!\bby\s)\b(?P<cue>(?:is|are|was|were) (?:now |still |also )?(?:feared|believed|thought|presumed|rumoured|"
        r"rumored|reported))(?= (?:dead|killed|missing|drowned|trapped|injured|wounded|buried|lost|to be|to have)\b)"
    ),
    clause_end=re.compile(r";|,\s+(?:but|and|while|though|although|which|who)\b| — | – "),
    noun_clause_end=re.compile(r"[,;:—–\n]|\s-\s|\bbut\b"),
    name_and_role=re.compile(
        r", (?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}, (?P<role>(?:a|an|the|his|her|their|its) [^,.;:]{3,90}))\Z"
    ),
    name_start=re.compile(r"(?:[A-Z\u00c0-\u00de\u0400-\u042f]|(?:an?|the|one)\s)"),
    said_that=re.compile(
        rf"(?P<owner>\b(?:(?i:the|a|an|his|her|their) )?(?:[\w’'-]+ ){{0,3}}[\w’'-]+) (?P<cue>{_any(LISTS.telling)}) "
        r"(?P<opens>that\b)"
    ),
    plainly_said=re.compile(_PLAINLY_SAID),
    plainly_told=re.compile(
        rf"(?P<owner>[A-Z][\w’'.-]*(?: (?!(?:{_any(LISTS.telling)}) )[\w’'.-]+){{0,5}}) "
        rf"(?P<cue>(?:(?:has|have|had) )?(?:{_any(LISTS.telling)})) (?P<opens>.+)",
        re.DOTALL,
    ),
    asked=re.compile(
        r"(?:When |After being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) [^.!?“”\"\n]{4,200}, "
        r"(?P<owner>(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+|[Hh]e|[Ss]he|[Tt]he (?:\w+ )?\w+) (?:just |only |simply )?"
        r"(?P<cue>shook (?:his|her) head|nodded|shrugged|smiled|laughed|grinned|sighed|paused|hesitated|frowned|waved)"
        r"(?: [^.!?“”\"\n]{1,60})?[.:]"
    ),
    told_in_part=re.compile(
        r"(?P<owner>(?<![\w’'-])(?:[A-Z][\w’'-]{1,40} ){0,2}[A-Z][\w’'-]{1,40}|"
        r"\b(?:[Tt]he|[Mm]y|[Hh]is|[Hh]er) (?:\w{1,40} )?\w{1,40}) "
        r"(?P<cue>told) (?:me|us|him|her|them|reporters) "
        r"(?P<opens>(?:that )?(?:I|he|she|they|we|it) (?:\w{1,40} ){0,3})\Z"
    ),
    to_whom=re.compile(r"[A-Z][\w’'-]{1,60} to [A-Z][\w’' -]+"),
    behind_head=re.compile(r"\s(?:of|on|in|at|for|from|with|to|near|behind)\s"),
    owner_ending=re.compile(r"[’']s?$"),
    possessive_endings=("'s", "’s"),
    plural="s",
    articles=words("a an the"),
    indefinite=words("a an"),
    definite=words("the"),
    in_names=words("the and"),
    no_name=words("in the a"),
    before_day=words("on"),
    speakers=words("source"),
    outlet_words=words("press news agence prensa"),
    empty_subjects=words("it there"),
    impersonal=re.compile(
        r"\b(?:is|was|were|are|been|being|be)\b|"
        r"\b(?:emerged|emerges|transpired|appears|appeared|seems|seemed|turned out)\b"
    ),
    hearsay_adverb=re.compile(r"\b\w+ly\b", re.I),
    hearsay_aside=re.compile(
        r"[,–—]\s(?P<cue>it (?:is|was|has been) \w+|people say|they say|we (?:are|were) told)(?=[,–—]|\s[–—])", re.I
    ),
)
