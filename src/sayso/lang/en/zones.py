"""English words of zones: labels of turns, captions, sub-headings that run into the text, ends in mid-sentence."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.needs.zones import ZoneWords

ASKS: Final = re.compile(
    r"(?i:q|a|question|answer|interviewer|reporter|journalist|correspondent|moderator|host|anchor|presenter|speaker|"
    r"unidentified (?:reporter|journalist|speaker))\d?\Z"
)
NO_SPEAKER: Final = frozenset(
    """date time place location photo photos image picture video caption note notes update updated correction source
    sources related tags tag topics category contact email phone tel address price when where who what why how
    which and but here there background summary analysis opinion editorial breaking exclusive watch read listen
    see more result results score scores final weather copyright credit text excerpt warning disclaimer monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december subject from to cc re url http https step part chapter example key total
    published author title reference references links""".split()
)
STAGE: Final = re.compile(
    r"\[+\(*(?i:text|excerpts?|passage.*|words? .*|.*indistinct.*|.*omitted.*|laughter|laughs|applause|"
    r"continued|sic|begin.*|"
    r"end.*|recording|video|speech|statement|interview.*|report|commentary|fbis.*|as .*|crosstalk|pause|inaudible.*|"
    r"chuckles|cheers|\W*|\d.*|.*\bnews conference\b.*|communique.*|announcer.*|editor.*|no .*)\]*\)*\Z"
)
UPPER: Final = r"[A-ZÀ-ÖØ-Þ\u0400-\u042f]"
WORD: Final = r"[\w.’'&-]+"
LABEL: Final = re.compile(
    rf"[*_]{{0,3}}(?P<label>{UPPER}{WORD}?(?:[ ,]{{1,2}}(?:{UPPER}[\w.’'&-]*|al-\w+|of|the|de|van|von|bin|el|"
    rf"for|and|\d{{1,3}})){{0,6}}|"
    rf"{UPPER}|\d)[*_]{{0,3}}\s?[:.](?:[*_]{{0,3}})(?=\s+\S)"
)
RECORDING: Final = re.compile(r"\[BEGIN[^\[\]\n]{0,80}\]", re.IGNORECASE)
RECORDING_END: Final = re.compile(r"\[(?:END|BREAK)[^\[\]\n]{0,80}\]", re.IGNORECASE)
CAPTION: Final = re.compile(
    r"\(?(?i:(?:file )?(?:photo|picture|image|photograph|foto)(?: credit| by| courtesy| from)?\s*[:/])|"
    r"\(?(?i:file photo\b)|"
    r".{3,}\((?:File )?(?i:image|photo|picture|photograph|file)(?: by|\s?[:/]| courtesy)[^()]{2,80}\)\.?\Z|"
    r".{3,}\b(?:AP Photo|"
    r"Getty Images|AFP Photo|Reuters/[A-Z])[^.]{0,60}\)?\.?\Z|.{3,}\[(?i:photo|image)[^\[\]]{2,60}\]\Z"
)
SIGNED_POST: Final = re.compile(
    r"[-–—―]\s?[^\n()]{1,60}\(@\w{1,20}\)(?:[ ,]\s?\w+\.? \d{1,2},? \d{4})?\s*\Z|pic\.twitter\.com/\w+\s*\Z"
)
# What databases of news write before a field of a document, and press offices before what is for editors.
FIELD: Final = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|LOAD-DATE|DATELINE|HEADLINE|HIGHLIGHT|SERIES|BODY|LANGUAGE|PUBLICATION-TYPE|SUBJECT|"
    r"GRAPHIC|URL|CORRECTION(?:-DATE)?|DOCUMENT-TYPE|COPYRIGHT|SOURCE|DISTRIBUTION|TYPE|ACC-NO|JOURNAL-CODE|NOTES|TITLE|"
    r"AUTHOR|(?:(?i:load|publication|document)[- ](?i:date|type))|Byline|Section|Length|Dateline|Headline|Highlight|"
    r"Language|Body|Full [Tt]ext|Publication (?:title|date|year|info)|Word [Cc]ount|Pages|Place of publication|"
    r"Publisher|Classification|Source|Author|Title|Location|(?:Editors?[’']? |Media |Press |Publication )?[Nn]otes?"
    r"(?: (?:to|for) (?:the )?(?:[Ee]ditors?|[Jj]ournalists|[Nn]ewsdesks))?|"
    r"NOTES? (?:TO|FOR) (?:THE )?EDITORS?|(?:Attention|Attn)(?: [Ee]ditors)?|"
    r"(?:(?:[Mm]edia|[Pp]ress|MEDIA|PRESS) )?(?:[Cc]ontacts?|CONTACTS?|[Ee]nquiries|[Ii]nquiries|ENQUIRIES)|"
    r"For (?:more|further) information(?:,? (?:please )?contact)?|Embargo(?:ed)?(?: until)?|EMBARGO(?:ED)?(?: UNTIL)?|"
    r"For (?:immediate )?release|FOR (?:IMMEDIATE )?RELEASE|About [A-Z][^:\n]{1,60}):(?!\S)|"
    r"\s*\d{1,5} of \d{1,5} DOCUMENTS?\s*$",
    re.MULTILINE,
)
# Factiva's codes: two or three of them at the beginnings of lines make an export; these two hold the report
CODE: Final = re.compile(r"(?m)^(?P<code>HD|BY|WC|PD|SN|SC|LA|CY|LP|TD)(?:[ \t]+|\n)(?=\S)")
# "Mr HOLLIS (Tarnford—Minister for Roads) (2.05 pm)—I thank the member": as parliaments print their turns
_TITLED: Final = (
    r"(?:The Hon(?:\.|ourable)|Hon(?:\.|ourable)?|Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Senator|Sen|Prof(?:essor)?|Rev|"
    r"Madam|Baroness|Viscount|Earl)\.?"
)
_CHAIR: Final = (
    r"(?:The )?(?:(?:Acting|Deputy|Madam|Mr|ACTING|DEPUTY|MADAM|MR) )*"
    r"(?:SPEAKER|Speaker|PRESIDENT|CHAIR\w*|CLERK|MEMBERS?|PRIME MINISTER|MINISTER)"
)
DASHED: Final = re.compile(
    rf"(?P<label>{_TITLED}(?: (?:{UPPER}\.?){{1,3}})?(?: {UPPER}[\w’'-]*)?"
    rf"(?: (?:{UPPER}|Mc|Mac|O’|O'|D’)[A-ZÀ-Þ’'-]+){{1,3}}|{_CHAIR}|{_TITLED}(?: {UPPER}[\w’'.-]*){{1,3}}(?= \())"
    r"(?: \([^()\n]{1,80}\)){0,3}\s?(?P<cue>[—–]|--)\s?(?=[A-ZÀ-Þ“\"‘'\[(0-9])"
)
SILENT: Final = re.compile(
    rf"(?:{_TITLED}|(?:Opposition|Government|Honourable)) (?:[\w’'.-]+ ){{1,4}}interject\w*[ .—–-]*\Z"
)
# A sub-heading that runs into the text without a mark: two to six words that hold no verb, then a word in capitals that
# begins a sentence and would not stand so inside one.
OPENER: Final = (
    r"(?:The|In|On|At|It|He|She|They|We|But|A|An|This|These|Those|When|While|After|Before|As|For|According|"
    r"Asked|Meanwhile|"
    r"However|His|Her|Their|There|If|Since|With|Earlier|Some|Many|Most|Also|Although|Despite|During|Speaking|"
    r"Referring)"
)
RUN_IN: Final = re.compile(
    rf"(?P<heading>{UPPER}[\w’'-]*(?:\s[\w’'‘-]+){{1,5}}[?!]?)\s(?P<opener>{OPENER})\s"
    r"(?P<next>[\w’'“\"-]+)(?P<rest>[^.!?]{20,})"
)
FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|be|been|said|"
    r"says|say|told|tells|"
    r"asked|added|wrote|called|made|took|met|visited|urged|warned|announced|reported|quoted|described|calls|"
    r"named|\w+[a-z]{2}ed)\b"
)
BEFORE_NAME: Final = re.compile(
    r"(?:\b(?:of|in|on|at|by|to|for|from|with|and|or|the|a|an|as|per|via|than|that|into|between|against|near|"
    r"daily|newspaper|"
    r"magazine|week|month|year|today|yesterday|time|day|when|while|because|if|where|which|who)|[,’'-])\Z",
    re.IGNORECASE,
)
PAPER: Final = re.compile(r"(?:[A-Z][\w’-]+\s+){1,4}(?:said|reported|wrote|published|says|reports|writes)\b")
# A text that ends in one of these ends in mid-sentence; one that only lacks its full stop (many do) does not.
OPEN_END: Final = frozenset(
    "a an the of in on at to for and or but by with from as that which who whom whose is was are were has had have be "
    "been will would can could may might not his her their its our my than if because while when where between "
    "into".split()
)

ZONES: Final = ZoneWords(
    asks=ASKS,
    no_speaker=NO_SPEAKER,
    stage=STAGE,
    label=LABEL,
    initial_label=re.compile(r"[QA]\d?"),
    recording=RECORDING,
    recording_end=RECORDING_END,
    caption=CAPTION,
    signed_post=SIGNED_POST,
    dashed=DASHED,
    silent=SILENT,
    field=FIELD,
    code=CODE,
    run_in=RUN_IN,
    finite=FINITE,
    before_name=BEFORE_NAME,
    goes_on=re.compile(r"(?:The|A|An|As|In|At|On|For|With|Some|Most|Many)\b"),
    before_paper=frozenset({"The"}),
    paper=PAPER,
    small_names=("al-", "el-", "http", "www"),
    open_end=OPEN_END,
)
