"""English words and forms of time expressions, as data.

A text is cut into tokens, each with a class ("month", "day", "unit_week"); a form is a pattern over those classes. Here
is written which words have which class and in which order they may stand; what a form means is the business of
:mod:`sayso.extract.times`.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.en.numbers import ENGLISH_NUMBERS
from sayso.lang.needs.times import MOVING_DAY, LettersByDigits, TimeWords

# class, words, value; where the value is a list, one for each word in order
_WORDS: Final[tuple[tuple[str, str, str | int | list[int] | list[str]], ...]] = (
    ("month", "january february april june july august september october november december",
     [1, 2, 4, 6, 7, 8, 9, 10, 11, 12]),
    ("month_or_verb", "march may", [3, 5]),
    ("month_short", "jan feb mar apr jun jul aug sep sept oct nov dec", [1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12]),
    ("weekday", "monday tuesday wednesday thursday friday saturday sunday", [1, 2, 3, 4, 5, 6, 7]),
    ("weekdays", "mondays tuesdays wednesdays thursdays fridays saturdays sundays", [1, 2, 3, 4, 5, 6, 7]),
    ("weekday_short", "mon tue tues wed thu thur thurs fri sat sun", [1, 2, 2, 3, 4, 4, 4, 5, 6, 7]),
    ("unit_year", "year yr", "Y"),
    ("units_year", "years yrs", "Y"),
    ("unit_month", "month", "M"),
    ("units_month", "months", "M"),
    ("unit_week", "week", "W"),
    ("units_week", "weeks", "W"),
    ("unit_fortnight", "fortnight", "F"),
    ("unit_day", "day", "D"),
    ("units_day", "days", "D"),
    ("unit_decade", "decade", "DE"),
    ("units_decade", "decades", "DE"),
    ("unit_century", "century", "CE"),
    ("units_century", "centuries", "CE"),
    ("unit_hour", "hour hr", "H"),
    ("units_hour", "hours hrs", "H"),
    ("unit_minute", "minute min", "m"),
    ("units_minute", "minutes mins", "m"),
    ("units_second", "seconds secs", "S"),
    ("unit_weekend", "weekend", "WE"),
    ("units_weekend", "weekends", "WE"),
    ("quarter", "quarter", "Q"),
    ("half", "half", "H"),
    ("season", "spring springtime summer summertime autumn winter wintertime",
     ["SP", "SP", "SU", "SU", "FA", "WI", "WI"]),
    ("season_fall", "fall", "FA"),
    ("part", "morning dawn daybreak sunrise", "MO"),
    ("part", "afternoon", "AF"),
    ("part", "daytime", "DT"),
    ("part", "evening dusk sunset", "EV"),
    ("part", "night nighttime", "NI"),
    ("part_adverb", "overnight", "NI"),
    ("parts", "mornings afternoons evenings nights", ["MO", "AF", "EV", "NI"]),
    ("clock", "noon midday midnight", ["12:00", "12:00", "24:00"]),
    ("oclock", "o'clock o’clock", ""),
    ("zone", "gmt utc est edt pst pdt local", ""),
    ("early", "early earlier", "START"),
    ("late", "late later latter", "END"),
    ("mid", "mid", "MID"),
    ("edge", "beginning start onset outset", "START"),
    ("edge", "end close ending", "END"),
    ("edge", "middle midst", "MID"),
    ("the", "the", ""),
    ("a", "a an", ""),
    ("of", "of", ""),
    ("in", "in", ""),
    ("at", "at", ""),
    ("on", "on", ""),
    ("to", "to until till through", ""),
    ("and", "and or &", ""),
    ("away", "from", ""),
    ("from", "between by since during throughout within for into", ""),
    ("last", "last", -1),
    ("past", "past", -1),
    ("previous", "previous preceding prior", -1),
    ("next", "next coming upcoming", 1),
    ("following", "following subsequent ensuing succeeding", 1),
    ("this", "this", 0),
    ("that", "that those", 0),
    ("same", "same", 0),
    ("ago", "ago", -1),
    ("ahead", "afterwards afterward thereafter hence", 1),
    ("back", "beforehand", -1),
    ("before", "before", -1),
    ("after", "after", 1),
    ("every", "every each", ""),
    ("per", "per", ""),
    ("few", "few several some many couple numerous countless dozens hundreds thousands", ""),
    ("numberof", "number", ""),
    ("other", "other", ""),
    ("rest", "rest remainder", ""),
    ("part_of", "part", ""),
    ("approx", "about around approximately roughly circa ca c nearly almost", "APPROX"),
    ("more", "more", "MORE_THAN"),
    ("over", "over", "MORE_THAN"),
    ("less", "less fewer", "LESS_THAN"),
    ("under", "under", "LESS_THAN"),
    ("than", "than", ""),
    ("least", "least", "EQUAL_OR_MORE"),
    ("most", "most", "EQUAL_OR_LESS"),
    ("up", "up", "EQUAL_OR_LESS"),
    ("only", "only just barely exactly full whole entire further another additional mere consecutive little slightly "
     "well lengthy", ""),
    ("long", "long", ""),
    ("old", "old", ""),
    ("age", "age aged ages", ""),
    ("bc", "bc bce b.c. b.c b.c.e.", ""),
    ("ad", "ad ce a.d. a.d c.e.", ""),
    ("today", "today", 0),
    ("yesterday", "yesterday", -1),
    ("tomorrow", "tomorrow", 1),
    ("tonight", "tonight", 0),
    ("now", "now currently nowadays presently", "PRESENT_REF"),
    ("present", "present modern", "PRESENT_REF"),
    ("current", "current", "PRESENT_REF"),
    ("ref", "recently lately formerly", "PAST_REF"),
    ("ref_adjective", "former", "PAST_REF"),
    ("recent", "recent", "PAST_REF"),
    ("future", "future", "FUTURE_REF"),
    ("near", "near foreseeable distant", ""),
    ("time", "time moment", ""),
    ("being", "being", ""),
    ("set", "daily", "XXXX-XX-XX"),
    ("set", "weekly", "XXXX-WXX"),
    ("set", "monthly", "XXXX-XX"),
    ("set", "yearly annually annual", "XXXX"),
    ("set", "nightly", "XXXX-XX-XXTNI"),
    ("holiday", "christmas xmas", "12-25"),
    ("holiday", "halloween", "10-31"),
    ("holiday", "easter pentecost", ["easter", "easter+49"]),
    ("holiday", "ramadan ramadhan ashura ashoura muharram moharram arbaeen mawlid fitr adha",
     ["ramadan", "ramadan", "ashura", "ashura", "muharram", "muharram", "arbaeen", "mawlid", "eid-al-fitr",
      "eid-al-adha"]),
    ("holiday", "passover sukkot", ["passover", "sukkot"]),
    ("holiday", "diwali hanukkah", MOVING_DAY),
    ("holiday_part", "good palm whit ash maundy", ["easter-2", "easter-7", "easter+50", "easter-46", "easter-3"]),
    ("holiday_part", "eid", MOVING_DAY),
    ("holiday_part", "rosh yom", ["rosh-hashanah", "yom-kippur"]),
    ("hashanah", "hashanah kippur", ""),
    ("quarters", "quarters", "Q"),
    ("new", "new", ""),
    ("eve", "eve", ""),
    ("decade_word", "twenties thirties forties fifties sixties seventies eighties nineties",
     [20, 30, 40, 50, 60, 70, 80, 90]),
    ("own", "'s ’s ' ’", ""),
)  # fmt: skip

_UNITS: Final = "year month week day decade century hour minute weekend"
_SETS: Final = {
    "anymonth": "month month_or_verb month_short",
    "unit": " ".join(f"unit_{word}" for word in f"{_UNITS} fortnight".split()),
    "units": " ".join(f"units_{word}" for word in f"{_UNITS} second".split()),
    "number": "day amount number_word three_digits two_digits",
    "dayord": "day ordinal",
    "anyfrom": "from away",
    "lead": "open quote of in at on to from away before after early late last past next this that previous following",
    "ago_or_later": "ago late early ahead back",
}

# the parts that several forms share
_ERA: Final = "(?:bc|ad)"
_REL: Final = "(?:last|past|previous|next|following|this|that|same)"
_JOIN: Final = "(?: dash | to | and | slash | comma and )"
_MOD: Final = (
    "(?: (?:early|late) (?: in the? | on | dash | part_of of )? | the (?:early|late) (?:dash | part_of of)? "
    "| mid dash? | the? edge of | the? rest of )"
)
_OF_YEAR: Final = (
    f"(?: comma? (?:of|in)? year {_ERA}? | comma? of? year_short | comma? of? (?:number|three_digits) bc "
    f"| of? three_digits (?=comma|dot|break|close|dash) "
    f"| comma? (?:of|in)? the? {_REL}{{1,2}} unit_year )"
)
_MONTH: Final = "(?: month | month_or_verb | month_short dot? )"
_WEEKDAY: Final = "(?: (?:weekday|weekday_short) dot? comma? )"
_HEDGE: Final = (
    "(?: approx only? | only{0,2} (?:more|less) than | a? only (?:more|less|over|under) than? | at (?:least|most) "
    "| up to | over | under | only )"
)
_COUNT: Final = (
    "(?: few number | number and a? half | number (?:and|to|dash) number | few few | a few (?:of|numberof)? | few of? "
    "| a numberof of | a? number few? | half a | a half | a )"
)

_FORMS: Final = (
    ("written", "isodate | slashdate | day dash anymonth dash (?:year|two_digits|day|zero_day) "
                "| day slash anymonth slash (?:year|two_digits|day|zero_day) "
                "| zero_day (?:dash|slash) anymonth (?:dash|slash) (?:year|two_digits|day|zero_day) "
                "| anymonth dash (?:day|zero_day) dash (?:year|two_digits|day|zero_day)"),
    ("clocks", "year (?:and|to|dash) year (?:today|zone|units_hour)"),
    ("clock", "clock oclock? zone? | day oclock zone? | year zone | clock_four zone?"),
    ("days_month", f"day month_short two_digits (?!unit|units|plain) "
                   f"| {_WEEKDAY}? the? dayord (?: {_JOIN} the? dayord ){{0,6}} unit_day? of? the? {_MONTH} "
                   f"(?: {_OF_YEAR} | next | last )?"),
    ("month_days", f"{_WEEKDAY}? {_MONTH} the? dayord (?!percent|unit|units) "
                   f"(?: {_JOIN} the? dayord (?!unit|units|percent) ){{0,6}} {_OF_YEAR}?"),
    ("week_of", f"the (?:unit_week|unit_weekend) (?:of|edge) the? (?: dayord of? {_MONTH} | {_MONTH} the? dayord ) "
                f"(?: {_JOIN} dayord (?!unit|units) )? {_OF_YEAR}?"),
    ("months_of", "the? (?:ordinal|last) (?: number )? (?:unit_month|units_month) (?:of|in) "
                  f"(?: year | the? {_REL}{{1,2}} unit_year | the unit_year )"),
    ("months_to", f"the (?: unit_year | number units_month ) to (?: early | late )? {_MONTH} (?: comma? year )?"),
    ("from_day", "(?: number | a | few )? (?:unit|units) away (?:weekday|today|tomorrow|yesterday|now) "
                 "| (?: number | a ) (?:unit_week|units_week) ago on? weekday "
                 "| weekday unit_week (?!dash|plain)"),
    ("nth", f"the? (?:ordinal|last) only? (?: weekday | unit_weekend | unit_week | number units_week | unit_day "
            f"| number units_day ) (?:of|in) the? anymonth {_OF_YEAR}?"),
    ("month", f"{_MOD}? the? {_REL}{{0,2}} {_MONTH} {_OF_YEAR} | {_MOD} the? {_REL}? {_MONTH} "
              f"| the? {_REL}{{1,2}} anymonth | (?<=lead) month_or_verb | month_or_verb (?=dash|to) | month"),
    ("season", f"{_MOD}? the? {_REL}{{0,2}} (?:season|season_fall) {_OF_YEAR} "
               f"| {_MOD}? the? {_REL}{{1,2}} (?:season|season_fall) | {_MOD} the? season | the? season "
               f"| (?<=in) the? season_fall (?!of)"),
    ("quarter", f"the? {_REL}? ordinal (?:quarter|half) (?: {_OF_YEAR} | of the? {_REL}? unit_year )? "
                "| the? ordinal quarter (?!of) | quarter_number (?: comma? of? year )?"),
    ("decade", f"{_MOD}? (?: the {_MOD}? )? (?: decade | decade_short ) {_ERA}? "
               f"| (?: the {_MOD}? | {_MOD} ) (?: decade_word | decade_two )"),
    ("century", f"{_MOD}? (?: the {_MOD}? )? ordinal (?: (?:to|and|dash) the? ordinal )? dash? unit_century {_ERA}?"),
    ("era", f"(?: approx dot? | {_MOD} )? (?:number|year) (?: (?:dash|to|and) (?:number|year) )? bc "
            "| ad (?:number|year) | (?:number|year) ad | approx dot three_digits (?: dash three_digits )? "
            "| the? unit_year (?:three_digits|two_digits|amount)"),
    ("years", "(?: the units_year )? year (?:dash|slash) (?: year | day | zero_day | two_digits )"),
    ("age", "a? number dash? (?:unit|units) dash? old | number (?:unit|units) of age | age of? number"),
    ("shift", f"(?: number | a ) (?:quarter|quarters) ago_or_later | "
              f"{_HEDGE}? {_COUNT} dash? (?:unit|units) (?: and a half )? ago_or_later | units ago_or_later | "
              f"long ago | {_HEDGE}? {_COUNT} (?:unit|units) (?:before|after) (?=comma|dot|break|close)"),
    ("span", f"the? {_REL}{{1,2}} {_HEDGE}? (?: few few | few | number few? ) dash? (?:unit|units) "
             "| the (?:last|past|next|following|previous) units"),
    ("every", "per (?:unit|units) | every (?: other | number | ordinal )? (?:unit|units|weekday|part|season|anymonth)"),
    ("recent", "recent units"),
    ("year", f"(?: {_MOD} | approx dot? )? (?: the? (?:unit_year|units_year) )? year (?!units) | year_short"),
    ("duration", f"{_HEDGE}? (?:the|this|that)? {_COUNT} (?:dash|only)? (?:unit|units) (?: and a half )? "
                 f"| {_HEDGE}? year units | (?:the|this|that) half dash unit | (?:unit|units) dash? long "
                 f"| (?<=anyfrom) units"),
    ("day_near", "the unit_day (?:before|after) (?:yesterday|tomorrow)"),
    ("unit_near", "the (?:unit|part) following (?!the|a|open|in|of|that|this) "
                  "| the (?:unit|part) (?:before|after) (?!plain|the|a|open|in|of|that|this)"),
    ("part", f"{_MOD}? (?: (?:the|this|that) )? the? {_REL}{{0,2}} (?: weekday | weekday_short )? "
             f"(?: part (?: dash time )? | part units_hour (?=of) | parts ) | part_adverb"),
    ("weekday", f"{_MOD}? (?: the? {_REL}{{1,2}} )? weekday | weekdays"),
    ("unit", f"{_MOD}? the? {_REL}{{1,3}} unit | (?: (?:early|late) in? | {_MOD} ) the? unit "
             f"| unit own edge | unit_year dash edge"),
    ("weekend", "the unit_weekend"),
    ("deictic", "today | yesterday | tomorrow | tonight (?: at day )?"),
    ("now", "now | present dash? unit_day | the time being | (?<=at) the present | current"),
    ("reference", "ref | ref_adjective | recent | the? near? future "
                  "| (?<=in) the past (?=break|dot|comma|close|and|of)"),
    ("set", "set"),
    ("holiday", f"(?: holiday weekday | (?:{_REL}|this)? holiday eve? unit_day? | holiday_part weekday "
                f"| holiday_part hashanah | holiday_part plain? dash? holiday "
                f"| new unit_year own (?:eve|unit_day) ) {_OF_YEAR}?"),
    ("ordinal_day", "the ordinal_digits (?=break|dot|comma|to|and|dash|on|in|at|close|quote|plain)"),
)  # fmt: skip


def _by_word() -> dict[str, tuple[str, int | str]]:
    words: dict[str, tuple[str, int | str]] = {}
    for name, text, value in _WORDS:
        for number, word in enumerate(text.split()):
            words[word] = (name, value[number] if isinstance(value, list) else value)
    return words


ENGLISH_TIMES: Final = TimeWords(
    words=_by_word(),
    letters=LettersByDigits(
        ordinal=r"(?:st|nd|rd|th)",
        decade="s",
        half_day=r"[ap](?:\.[ ]?m\.?|m\b)",
        half_days={"a": 0, "p": 12},
        hour=r"(?:hrs|h\b)",
        era=r"b\.?c",
        parts={"q": "Q", "h": "H"},
    ),
    capitals=frozenset("may march mon tue wed sat sun jan mar dec ad good palm ash whit yom".split()),
    sets=_SETS,
    forms=_FORMS,
    core=frozenset(
        "month month_or_verb month_short weekday weekdays season season_fall part parts part_adverb clock oclock "
        "today yesterday tomorrow tonight now present current ref ref_adjective recent future being set holiday "
        "hashanah eve decade_word bc ad ago quarter".split()
    )
    | frozenset(f"{kind}_{unit}" for unit in _UNITS.split() for kind in ("unit", "units"))
    | {"unit_fortnight", "units_second"},
    future=frozenset(
        "will would shall 'll won't scheduled due expected planned plans set intends should until till can could "
        "might leaves arrives begins starts opens flies meets meet resumes returns ends expires votes takes goes "
        "awaits awaiting by-then to-be".split()
    ),
    past=frozenset(
        "was were had did has have been said told met made took came went saw began broke fell rose left held gave "
        "found won lost got kept led sent shot hit put fought brought built bought caught felt grew heard knew paid "
        "ran read sold sought spent spoke stood struck taught thought threw wore wrote became drew drove ate flew "
        "forgave froze hid hung laid lay lent lit meant rang rode sang sank sat set shook shut slept stole swore "
        "swept tore understood woke withdrew".split()
    ),
    past_end="ed",
    tense_word=re.compile(r"'ll|[a-z]+'?t?"),
    numbers=ENGLISH_NUMBERS,
    not_years=frozenset(
        "flight route room channel radio resolution article section page pages p pp no number box highway line dial "
        "building gate unit model camp hill lot act bus law form file decree".split()
    ),
    given=frozenset("april may june august".split()),
    in_a_row=frozenset(
        "session sessions meeting meetings round edition anniversary congress summit conference floor minute minutes "
        "day time place district grade parliament majlis assembly festival exhibition expo fair legislature week month "
        "hour term batch phase stage season match game goal birthday amendment article brigade division regiment "
        "battalion army corps fleet straight consecutive successive annual government cabinet president century "
        "package tranche lap seed person victim attack infantry airborne armoured armored mechanized".split()
    ),
    not_seasons=frozenset(
        "revolution revolutions revolt awakening games olympics olympic paralympics palace festival school hill "
        "gardens park street road hotel".split()
    ),
    no_given=frozenset("fools".split()),
    meant_for=frozenset({"for"}),
    before_month=frozenset(
        "in on since until till during before after last this next that early late mid every each throughout between "
        "through the previous following".split()
    ),
    prefixes=frozenset("post pre".split()),
    counted=frozenset(
        "people men women children troops percent kg km police personnel feet gmt hours fighters".split()
    ),
    since=frozenset("in since by until of from during between before after early late mid the born".split()),
    clause=re.compile(r";|,\s+(?:and|but|while|whereas)\s"),
    bound=re.compile(
        r"(?:was|were|agreed|decided|set|planned|vowed|promised|pledged|invited|asked|ordered|urged|told|postponed|"
        r"delayed|adjourned|slated|called|moved|extended|remanded)\s+(?:\w+\s+)?(?:to|for|until|till)\b(?!\s+the\b)"
    ),
    beside=r",?\s+(?:on\s+)?|\s+of\s+(?:the\s+)?|\s+at\s+",
    range=r"(?:[-‐-―−]|to|and|or|until|till|through|-\s*to|&)\s*(?:the\s+)?",
    listing=frozenset("and or &".split()),
    bracket=frozenset({"between"}),
    of=" of",
    at=" at",
)
