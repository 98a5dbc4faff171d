"""English forms of words that say plainly what is source, cue and content of a statement."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import Forms, words

_NOUNS: Final = (
    "claim claims allegation allegations assertion assertions belief warning warnings promise promises accusation "
    "accusations statement admission finding findings conviction fear fears suspicion suspicions hope hopes argument "
    "conclusion conclusions assurance assurances prediction predictions suggestion suggestions denial denials "
    "announcement pledge pledges threat threats remark view opinion complaint complaints charge charges report reports "
    "rumour rumours rumor rumors revelation revelations contention insistence demand demands notion idea theory"
)

_WORD: Final = r"[^\W\d_a-zà-öø-ÿ][\w.’'-]*"
_KIND: Final = (
    r"(?:news agency|press agency|newspaper|television|tv|radio|agency|magazine|daily|weekly|website|channel)"
)
# the agency Vatan; Al-Noor television; a bulletin of the Holy Synod
_CARRIER: Final = (
    r"(?P<who>(?:(?:the|a|an|its|his) )?(?:[a-zà-ÿ-]+ ){0,3}?(?:of )?(?:the )?"
    + _WORD
    + r"(?: (?:(?:of|du|de|des|di|del|della|do|da|the|for|and|el|al) )*"
    + _WORD
    + r")*(?: "
    + _KIND
    + r")?)"
)

FORMS: Final = Forms(
    quoted_as_saying=re.compile(
        r"(?P<was>\b(?:is|are|was|were|has been|have been|had been)(?: \w+ly| also)? (?:quoted|cited))"
        r"(?: (?:on \w+ |yesterday |earlier )?(?:by|in) (?:(?! as |[.;:!?]).){2,60}?)?"
        r" (?P<saying>as (?:saying|telling|warning|adding|writing|having (?:said|told|warned|written)))\b[:,]?"
    ),
    citing=re.compile(
        r"(?:,|\u2014|\u2013)\s(?P<cue>citing|quoting)\s(?P<whom>(?:[^,.;:\u2014\u2013()\n\u201c\u201d\"]|"
        r"[\u201c\"][^\u201c\u201d\"\n.]{2,40}[\u201d\"]|\b\w\.(?=\w\.)){3,120})"
    ),
    possessive=re.compile(
        r"(?:[a-z]+ )?(?P<owner>(?:(?:the|a|an|his|her|their|its|our|my)\s)?[\w.’'\s-]+?(?:['’]s|s['’]))\s\w+\Z"
    ),
    statement_nouns=words(_NOUNS),
    nothing=words("nothing little more otherwise"),
    carried=re.compile(
        r"\b(?:(?:quoted|cited)(?: \w+ly| also)? (?:by|in|on)|as (?:saying|telling) (?:by|in|on)|"
        r"(?:printed|published|carried|aired|broadcast|run|released|quoted) (?:\w+ )?(?:by|in|on))"
        r"(?: (?:yesterday|today|\w+day)[’']s edition of| the website of)? " + _CARRIER,
    ),
    interviewed=re.compile(
        r"\b(?:interview|comments|remarks|talk|speaking|spoke) (?:with|to|for|on|given to|published by|published in) "
        + _CARRIER
    ),
    believed=re.compile(
        r"(?<!\bby\s)\b(?P<cue>(?:is|are|was|were) (?:now |still |also )?(?:feared|believed|thought|presumed|rumoured|"
        r"rumored|reported))(?= (?:dead|killed|missing|drowned|trapped|injured|wounded|buried|lost|to be|to have)\b)"
    ),
)
