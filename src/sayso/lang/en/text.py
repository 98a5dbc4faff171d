"""English words of texts as such: abbreviations, datelines, bylines, credits, what papers print with every report."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.needs.text import CreditWords, SentenceWords, TextWords
from sayso.world.agencies import AMBIGUOUS, NAME_OF

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,?\s+)?"
DATE: Final = rf"(?i:{WEEKDAY}(?:{MONTH}\s+{DAY}|{DAY}\s+{MONTH})(?:,?\s+(?:\d{{4}}|\d\d))?)(?!\w)"
UPPER: Final = r"[A-ZÀ-ÖØ-Þ]"
CAPITALS: Final = rf"{UPPER}[A-ZÀ-ÖØ-Þ.'’]+(?:[- ]{UPPER}[A-ZÀ-ÖØ-Þ.'’]*){{0,3}}"
NAME: Final = rf"{UPPER}[\w.'’]+(?:[- ](?:de|la|al|el|es|of|the|and|{UPPER}[\w.'’]*)){{0,3}}"
REGION: Final = rf"(?:\s\({UPPER}[\w. ]+\)(?=,)|(?:,\s+{NAME}){{0,2}})"
DASH: Final = r"(?:--+|[-–—―]|(?<= )_)"
SURE: Final = "|".join(sorted((re.escape(form) for form in NAME_OF if form not in AMBIGUOUS), key=len, reverse=True))
ANY: Final = "|".join(sorted(map(re.escape, NAME_OF), key=len, reverse=True))
BESIDE: Final = r"(?:\s?/\s?|\s(?:and|&)\s)"  # between two places of one dateline
DATED: Final = rf"(?:{DATE}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w))"
# PLACE (, REGION) (, DATE) (AGENCY) (, DATE) DASH. In capitals the place may stand alone; else a date or an agency must
# follow, or the gazetteer know it. A colon or a bar may stand for the dash: "KARACHI: ", "LAGOS | May 3 | ".
DATELINE: Final = re.compile(
    rf"(?P<place>(?P<first>(?P<capitals>{CAPITALS})(?!\w)|{NAME}){REGION}"
    rf"(?P<more>(?:{BESIDE}(?:{CAPITALS}(?!\w)|{NAME}){REGION}){{0,2}}))"
    rf"(?:\s?[.,|]?\s{{0,20}}\(?(?P<date>{DATED})\)?)?"
    rf"(?:\s?[.,|]?\s{{0,20}}(?:[(\[/](?P<agency>[^()\[\]\n/]{{2,50}}(?:/[A-Z][^()\[\]\n/]{{1,20}})?)[)\]/]"
    rf"|(?<=[,/|]\s)(?P<bare>{ANY})(?!\w)))?"
    rf"(?:\s?[.,|]?\s{{0,20}}\(?(?P<date2>{DATED})\)?)?"
    rf"(?P<dash>\s{{0,20}}[,.:]?\s{{0,20}}{DASH}\s{{0,20}}|\s?:\s{{1,20}}|\s\|\s|(?<=/)\.\s|(?<=[)\]])\s?(?={UPPER}))(?=\S)"
)
# "May 15 (Reuters) - ", "May 15, 2024 (KHARTOUM) - "
DATE_DASH: Final = re.compile(
    rf"(?P<date>{DATE})\s{{0,20}}[,.]?\s{{0,20}}[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]\s{{0,20}}(?P<dash>(?:{DASH}|:))\s{{0,20}}(?=\S)"
)
# A line that holds a dateline and nothing else.
DATELINE_ALONE: Final = re.compile(
    rf"(?P<place>(?P<capitals>{CAPITALS})(?!\w){REGION})"
    rf"(?:,?\s{{0,20}}\(?(?P<date>{DATE})\)?)?"
    rf"(?:,?\s{{0,20}}[(\[](?P<agency>[^()\[\]\n]{{2,50}})[)\]])?"
    rf"(?P<dash>\s{{0,20}}(?:{DASH}|:)?\s{{0,20}})\Z"
)
# A dateline behind a heading or a byline that runs into its line: only where an agency that is known stands in it.
DATELINE_INSIDE: Final = re.compile(
    rf"(?<=\s)(?:(?P<place>(?P<capitals>{CAPITALS}(?:{BESIDE}{CAPITALS}){{0,2}})(?!\w){REGION})(?:,?\s{{1,20}}(?P<date>{DATE}))?"
    rf"|(?P<date2>{DATE}))\s{{0,20}}[(\[](?P<agency>{ANY})[)\]]\s{{0,20}}(?P<dash>(?:{DASH}))\s{{1,20}}(?={UPPER}|[\"“„«'‘])"
)
AGENCY_DASH: Final = re.compile(rf"\((?P<agency>[^()\n]{{2,40}})\)\s*(?P<dash>{DASH})\s+(?=\S)")
# Words in capitals before a dash that are no place.
NO_PLACE: Final = re.compile(
    r"(?:UPDATE|EXCLUSIVE|BREAKING|CORRECTED|FACTBOX|ANALYSIS|NEWS|OPINION|EXPLAINER|WATCH|VIDEO|PHOTOS?|LIVE|"
    r"INTERVIEW|"
    r"REFILE|WRAPUP|TIMELINE|SPECIAL|REPORT|EDITORIAL|COLUMN|COMMENT|ADVERTISEMENT|READ|RELATED|NOTE|PART|CHAPTER|"
    r"NATO|OPEC|UNESCO|UNICEF|COVID|FIFA|UEFA|IMF|WHO|FBI|CIA|IAEA|BREXIT|QUOTE|QUOTES|EDITOR|BRIEF|SUMMARY|TOP|MORE|"
    r"KEY|FACTS|WARNING|ALERT|URGENT|FLASH|SNAP|CONTEXT|BACKGROUND)\b|"
    r"(?:The Hon|Hon|Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Senator|Dr|Prof)\.? "  # a turn of a parliament
)
# How the words of a speaker begin: "Lincoln: We must go".
SPEAKS: Final = re.compile(r"[\"“„«'‘]|(?:I|I'[a-z]+|I’[a-z]+|We|You|My|Our|Yes|No|Well|Thank)\b")
CONTENT_START: Final = re.compile(rf"[\"“”„«'‘’(\[…\d$€£¥#@]|{UPPER}|[^\W\d_a-z]")
PERSON: Final = rf"{UPPER}[\w.’'-]+(?:\s+(?:{UPPER}[\w.’'-]*|de|da|del|van|von|bin|al|el|la|le)){{1,4}}"
BYLINE: Final = re.compile(
    rf"(?:By|BY|by|Written by|Reported by|Words by)[ :]+(?P<name>{PERSON}(?:(?:,| and| &)\s+{PERSON}){{0,3}})"
    rf"(?:(?:\s*[,|/–—-]\s*|\s+(?:of|for)\s+|\s+)(?P<rest>\S.{{0,60}}))?\Z"
)
DATE_LINE: Final = re.compile(
    rf"(?:(?:Published|Posted|Updated)(?: on)?:?\s+)?(?P<date>{DATE})(?:[ ,|at]+\d\d?:\d\d.*)?\.?\Z"
)
REPORTING: Final = re.compile(
    r"[(\[]?(?:Additional\s+)?[Rr]eporting\s+by\s+[^;()\n]{3,200};\s*(?:[^()\n]{0,200};\s*)?"
    r"(?:Writing|Editing|[Ww]riting and editing|Compiled|Additional reporting)\s+by\s+[^()\n;]{3,120}[)\]]?\.?\s*\Z"
)
SOME: Final = rf"(?:{SURE})(?!\w)"
OTHER: Final = (
    rf"{UPPER}[\w’'-]+(?:\s+{UPPER}[\w’'-]+){{0,3}}\s+(?:News\s+Agency|Press\s+Agency|News|Press\s+Service|Newswire)"
)
ALONE: Final = re.compile(rf"[\s(\[–—/©-]*(?P<agency>{SOME})(?P<more>(?:\s*[/,&+]\s*{SOME})*)[\s)\].]*\Z")
SOURCE: Final = re.compile(
    rf"[(\[–—-]*\s*(?:Source|Sources|SOURCE|Credit|From|Via|Courtesy)\s{{0,20}}(?::|"
    rf"of)?\s{{0,20}}(?:the\s+)?(?P<agency>{SOME}|{OTHER}|(?:{'|'.join(map(re.escape, NAME_OF))})(?!\w))"
    r"[\s)\].]*\Z"
)
TAIL: Final = re.compile(
    rf"[.!?”\"’)…]\s*(?:{DASH}\s*|[(\[]\s*|/\s*)(?P<agency>{SOME})(?P<more>(?:\s*/\s*{SOME})*)[)\]/.]*\s*\Z"
)
HELPED: Final = re.compile(
    rf"\(?(?:With (?:inputs?|reporting|material|information|files|contributions?) (?:from|by)|"
    rf"Based on reporting by)\s+(?:the\s+)?(?P<agency>{SOME})"
)
CONTRIBUTED: Final = re.compile(rf"(?P<agency>{SOME})[^.\n]{{0,60}}\s+contributed to this (?:report|story|article)")
FULL_DATE: Final = re.compile(
    rf"(?i){WEEKDAY}(?:(?P<month>[a-z]+)\.?\s+(?P<day>\d+)|(?P<day2>\d+)(?:st|nd|rd|th)?\s+(?P<month2>[a-z]+)\.?)"
    r"(?:st|nd|rd|th)?,?\s+(?P<year>\d{4}|\d\d)"
)
AGENCY_FORM: Final = re.compile(
    rf"[A-Z][A-Z-]{{1,9}}|{UPPER}[\w’'-]+(?: (?:of |and |the )?{UPPER}[\w’'-]+){{0,4}}|.*\b(?:News|Press|"
    rf"Agency|Wire|Service|Radio|Television|TV)\b.*"
)

# A whole paragraph that says nothing of the matter. English, and what other languages put before a related story.
STOCK: Final = re.compile(
    r"(?i:(?:read|see|watch|listen|learn|view|show|load)\s+(?:more|also|next|now|the full (?:story|"
    r"article))\b.{0,120}|"
    r"(?:related|recommended|advert|more(?: from| on| in| stories)?|also (?:on|read|see)|you (?:may|"
    r"might) (?:also )?like|"
    r"most (?:read|popular|viewed)|trending|don['’]t miss|in other news|advertisement|sponsored|promoted|"
    r"story continues.*|"
    r"article continues.*|(?:continue|keep) reading.*|skip to .{0,40}|share (?:this|on|via)\b.{0,60}|share|"
    r"tweet|print|email|"
    r"follow (?:us|@\w+|.{0,40} on (?:twitter|facebook|instagram))\b.{0,120}|"
    r"(?:sign|signed) up\b.{0,160}|subscribe\b.{0,160}|click here\b.{0,120}|get (?:our|the|"
    r"unlimited)\b.{0,120}(?:newsletter|access|app|inbox).{0,60}|"
    r"(?:©|\(c\)|copyright)\s.{0,200}|all rights reserved\.?|leave a (?:reply|comment)|comments?(?: \(?\d+\)?)?|"
    r"related(?: [\w ]{1,20})?:.{0,120}|like this (?:story|article)\?.{0,80}|also on \S+\.\w+ .{0,160}|"
    r".{0,160}\bclick here\b.{0,60}|"
    r"(?:à lire aussi|lire aussi|lesen sie (?:auch|hier)|mehr zum thema|lee también|leia também|leggi anche|"
    r"lees ook)\b.{0,200}|"
    r"(?:photo|image|picture|video|foto|file photo)(?: credit| by| courtesy)?\s*:.{0,160}|loading\.{0,3}|"
    r"tags?:.{0,200}|filed under:?.{0,200}|"
    r"join the (?:conversation|discussion).{0,120}|download the .{0,60} app.{0,100}|have a (?:tip|story).{0,160}|"
    r"this (?:site|website|page) uses cookies.{0,200}|your email address will not be published.{0,200}))[.!…:»>]*\Z"
)

TEXT: Final = TextWords(
    sentences=SentenceWords(
        abbreviations=words(
            "mr mrs ms dr prof gen col lt sgt capt cmdr adm maj brig rev hon sen rep gov pres st jr sr vs etc no nos "
            "fig vol inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
            "calif fla mass pa e.g i.e a.m p.m u.s u.k u.n e.u u.s.s.r d.c ph.d messrs ayat hojat"
        ),
        with_number=words("no nos"),
        either=words("a.m p.m u.s u.k u.n e.u d.c inc ltd co corp etc jr sr"),
        words_too=words("sun sat mar may co pa mass"),
        alone=words("i"),
    ),
    credits=CreditWords(
        dateline=DATELINE,
        dateline_alone=DATELINE_ALONE,
        dateline_inside=DATELINE_INSIDE,
        date_dash=DATE_DASH,
        agency_dash=AGENCY_DASH,
        speaks=SPEAKS,
        no_place=NO_PLACE,
        content_start=CONTENT_START,
        byline=BYLINE,
        date_line=DATE_LINE,
        full_date=FULL_DATE,
        months=MONTHS,
        reporting=REPORTING,
        reporting_agency="Reuters",
        agency=re.compile(SOME),
        alone=ALONE,
        source=SOURCE,
        tail=TAIL,
        helped=HELPED,
        contributed=CONTRIBUTED,
        foot_hints=("contributed to this", "With ", "Based on"),
        agency_form=AGENCY_FORM,
    ),
    stock=STOCK,
)
