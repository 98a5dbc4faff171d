"""English words of quantities, as data: hedges, vague numbers, fractions, units, currencies, and what ends a noun."""

from __future__ import annotations

import re
from typing import Final

from sayso.lang.en.numbers import ENGLISH_NUMBERS
from sayso.lang.needs.quantities import QuantityWords
from sayso.values.terms import QuantityRole


def _phrases(**kinds: str) -> dict[tuple[str, ...], str]:
    signs = {"about": "", "least": ">", "most": "<"}
    return {tuple(phrase.split()): signs[kind] for kind, text in kinds.items() for phrase in text.split(", ")}


def _units() -> dict[tuple[str, ...], tuple[str, QuantityRole]]:
    found: dict[tuple[str, ...], tuple[str, QuantityRole]] = {}
    for word in "year month week day hour minute second decade century fortnight night".split():
        many = "centuries" if word == "century" else f"{word}s"
        found[(word,)] = found[(many,)] = (word, "duration")
    short = {"km": "km", "kilometre": "km", "kilometer": "km", "m": "m", "metre": "m", "meter": "m", "cm": "cm",
             "centimetre": "cm", "centimeter": "cm", "mm": "mm", "millimetre": "mm", "millimeter": "mm", "mile": "mile",
             "foot": "foot", "ft": "foot", "inch": "inch", "yard": "yard", "kg": "kg", "kilogram": "kg", "kilo": "kg",
             "gram": "gram", "ton": "ton", "tonne": "tonne", "ounce": "ounce", "hectare": "hectare", "acre": "acre",
             "litre": "litre", "liter": "litre", "ml": "ml", "gallon": "gallon", "barrel": "barrel", "bbl": "barrel",
             "degree": "degree", "point": "point", "megawatt": "megawatt", "mw": "megawatt", "gigawatt": "gigawatt",
             "watt": "watt", "mph": "mph", "kph": "kph", "knot": "knot", "byte": "byte", "gigabyte": "gigabyte",
             "terabyte": "terabyte", "megabyte": "megabyte", "time": "time", "percentage point": "point",
             "light year": "light-year", "square km": "square km", "square kilometre": "square km",
             "square kilometer": "square km", "square mile": "square mile", "square metre": "square metre",
             "square meter": "square metre", "square foot": "square foot", "cubic metre": "cubic metre",
             "cubic meter": "cubic metre", "cubic foot": "cubic foot", "nautical mile": "nautical mile",
             "basis point": "basis point"}  # fmt: skip
    for word, unit in short.items():
        many = word.replace("foot", "feet") if "foot" in word else "inches" if word == "inch" else f"{word}s"
        for form in (word, many):
            if form not in ("time",):
                found[tuple(form.split())] = (unit, "other")
    return found


_CURRENCIES: Final = {
    "$": "USD", "us$": "USD", "usd": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₪": "ILS", "₽": "RUB", "₩": "KRW", "eur": "EUR", "gbp": "GBP",
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "sterling": "GBP",
    "rial": "IRR", "rials": "IRR", "toman": "toman", "tomans": "toman", "riyal": "SAR", "riyals": "SAR", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
    "rupee": "rupee", "rupees": "rupee", "peso": "peso", "pesos": "peso", "dinar": "dinar", "dinars": "dinar",
    "dirham": "AED", "dirhams": "AED", "franc": "franc", "francs": "franc", "lira": "lira", "liras": "lira",
    "shekel": "ILS", "shekels": "ILS", "mark": "mark", "marks": "mark", "krona": "krona", "kronor": "krona",
    "kroner": "krone", "baht": "THB", "ringgit": "MYR", "naira": "NGN", "rand": "ZAR", "cent": "cent",
    "cents": "cent", "afghani": "AFN", "afghanis": "AFN", "colon": "colon", "colones": "colon",
}  # fmt: skip
_SHARES: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "halves": 2,
}  # fmt: skip

# "(two men) in masks shot dead a judge", "(nine soldiers) captured the town"; what ends with the verb goes on with
# another number. Nobody does anything in "(12 people) died the next day" or "(12 people) were killed".
_ACTS: Final = re.compile(
    r"(?:\s(?:in|with|from|at|of|on|near|wearing)(?:\s[a-z]+){1,3}?)?(?:\s(?:who|that))?(?:\s(?:had|have|has))?(?:\s[a-z]+ly)?"
    r"\s(?:(?:shot|gunned)\s(?:dead|down)"
    r"|(?!died|perished|drowned|disappeared|survived|escaped|surrendered|remained|followed|lived|hundred|need|feed)[a-z]{3,}ed"
    r"|shot|took|held|stole|fought|beat|threw|burnt|hit|struck|led|set)"
    r"(?:\s(?:and|or)\s[a-z]+(?:ed|t)(?:\s(?:dead|down))?)?"
    r"(?:\s*\Z|\s(?:an?|the|his|her|its|their|at\sleast|about|around|some|several|dozens|hundreds|thousands|\d+)\b)"
)
_SPARED: Final = re.compile(
    r"\b(?:(?:father|mother|parent|parents|dad|mum|mom|grandfather|grandmother)\sof|(?:[a-z]+ed|shot|hurt|slain)\s(?:dead\s|down\s)?by)\s\Z"
)
ENGLISH_QUANTITIES: Final = QuantityWords(
    numbers=ENGLISH_NUMBERS,
    vague={
        "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
        "millions": (2 * 10**6, 10**7 - 1), "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1),
        "several": (3, None), "countless": (2, None), "untold": (2, None), "innumerable": (2, None),
        "numerous": (2, None),
    },
    few={"several": (3, 9), "few": (3, 9), "many": (2, 9), "some": (2, 9), "couple": (2, 2)},
    faint=frozenset({"some", "many"}),
    grouped={"dozen": 12, "couple": 2, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
             "trillion": 10**12},
    fractions={form: 1 / part for word, part in _SHARES.items() for form in (word, f"{word}s")},
    heaps={"number": 2, "handful": 3},
    repeat=frozenset({"upon", "and"}),
    moved=frozenset({"from"}),
    negation=frozenset({"not"}),
    odd=frozenset({("-", "odd"), ("and", "some"), ("and", "odd")}),
    at="at",
    age_at=frozenset("retired died dies retires married retire die".split()),
    age_of=frozenset("boy girl man woman child son daughter children kids boys girls youth youths them".split()),
    borrow=frozenset(
        "of to from in by and or but the only just with than for , ; ( were was are is against had have then about "
        "up down when while as another".split()
    ),
    not_times=frozenset("what as the more higher larger bigger greater its that their".split()),
    one="one",
    not_one_behind=frozenset("the this that which no any every each another first last such".split()),
    not_one_before=frozenset("of another".split()),
    only=frozenset("only just".split()),
    clock=frozenset({("o", "'", "clock"), ("o", "’", "clock"), ("gmt",), ("hrs",)}),
    none=frozenset({"no", "zero"}),
    nobody=frozenset({("no", "one"), ("nobody",), ("none",)}),
    articles=frozenset({"a", "an"}),
    single=frozenset({"single", "lone", "sole"}),
    before=_phrases(
        about="about, some, around, nearly, almost, close to, roughly, an estimated, estimated, perhaps, maybe, "
        "possibly, approximately, approx, circa, an average of, somewhere around, just about, up around, nearer, "
        "the nearly, virtually, on the order of, in the region of, in the neighbourhood of",
        least="at least, more than, over, upwards of, upward of, no fewer than, no less than, not less than, in excess "
        "of, well over, well above, just over, slightly more than, a little more than, slightly over, a little over, "
        "above, a minimum of, exceeding, greater than, at the very least, not fewer than, well more than, far "
        "more than, "
        "much more than, as few as, beyond",
        most="up to, as many as, as much as, fewer than, less than, under, at most, no more than, not more than, just "
        "under, below, a maximum of, slightly less than, a little less than, just below, at the most, well under, "
        "a little under, slightly under, just short of, just shy of, not over",
    ),
    behind=_phrases(
        about="or so, or thereabouts",
        least="or more, or above, or over, or older, and over, and up, plus",
        most="or less, "
        "or fewer, or under, or younger, and under, at most",
    ),
    between=frozenset({("between",), ("anywhere", "from"), ("anywhere", "between")}),
    range_join=frozenset({"and", "to"}),
    range_marks=frozenset({"to", "or", "-", "–", "—"}),
    ratio=frozenset({("out", "of"), ("out", "of", "every"), ("in", "every"), ("in",)}),
    percent=frozenset({("%",), ("percent",), ("per", "cent"), ("pct",), ("percentage", "points")}),
    units=_units(),
    tight_units={"m": "m", "km": "km", "kg": "kg", "cm": "cm", "ft": "foot", "mph": "mph", "kph": "kph",
                 "mw": "megawatt",
                 "g": "gram", "ml": "ml", "h": "hour", "min": "minute"},
    currencies=_CURRENCIES,
    age_before=frozenset({"aged", "age", "turned", "turns"}),
    age_behind=frozenset({"old", "olds"}),
    age_decade=frozenset({("in", who) for who in ("his", "her", "their", "my", "our", "its")}),
    names=frozenset(
        "article section resolution room route flight channel radio highway hill lot mount gate platform page "
        "pages p pp "
        "chapter verse paragraph hall building cell camp unit number no box call dial line act law bus train "
        "model form "
        "volume level phase stage part ward district zone sector division brigade battalion regiment squadron "
        "pier dock "
        "exit interstate road street avenue apartment apt suite psalm catch apollo windows boeing airbus type class "
        "grade version issue decree bill amendment protocol annex appendix table figure fig chart shaft mine station "
        "terminal runway warehouse block group top big file case docket".split()
    ),
    stops=frozenset(
        "a an the and or but nor if as at by for from in into of off on onto out over per since than that this these "
        "those through till to toward towards under until up upon via with within without after before during between "
        "among amid against along around across about above below behind beside besides beyond down near inside "
        "outside "
        "is are was were be been being am has have had having do does did will would shall should can could may might "
        "must not n't who whom whose which what when where while why how because so though although unless whether he "
        "she it they we you i him her them us me his its their our your my mine there here then now too also only just "
        "even still yet already ever never again once twice both either neither each every all any some no none one "
        "himself herself themselves itself said says told according including such like whose ago later earlier "
        "today yesterday tomorrow".split()
    ),
    skipped=frozenset("more additional further such".split()),
    word_tail="n['’]t",
    own="s",
    of="of",
    owners=frozenset("the its their his her our my your these those this that all such 's ’s".split()),
    people_ends=("men", "people", "children"),
    adjectives=frozenset("young poor homeless elite".split()),
    people=frozenset(
        "people men women children police troops personnel cattle sheep species aircraft "
        "clergy elite youth staff crew feet teeth mice geese media data criminals folk poor young homeless others "
        "percent basques seats".split()
    ),
    verb_ends=("ed", "en"),
    doing_end="ing",
    verbs=frozenset(
        "died dies die came comes come went goes go fell falls fled flee left leaves leave took takes take gave gives "
        "made makes make got gets get found finds won wins lost loses met meets sat stood began begins rose rises took "
        "killed hurt arrested detained captured freed released short wide long high deep thick tall old "
        "apart away absent stuck short alive aboard worth ahead strong alone behind home".split()
    ),
    states=frozenset("dead wounded injured missing".split()),
    left=frozenset("left leaves leaving leave with".split()),
    parts=(" and ", " but ", ", ", "; ", ": "),
    strong=("strong", "-strong"),
    pronouns=frozenset("them us you which whom whose those these it".split()),
    roles=(
        ("killed", ("kill", "dead", "death", "die", "dying", "murder", "slain", "slay", "perish", "bodies", "corpse",
                    "fatal", "lives", "massacre", "execut", "assassin", "have buried", "martyr", "mourn", "fell at",
                    "behead", "drown", "lynch", "hanged", "gunned down",
                    "took the life", "toll")),
        ("wounded", ("wound", "injur", "hurt", "cut by", "maim", "treat")),
        ("held", ("arrest", "detain", "detention", "held", "captur", "captive", "captor", "prisoner", "imprison",
                  "in prison", "to prison", "hostage", "kidnap", "jail", "abduct", "rounded up", "led away",
                  "in custody", "behind bars")),
        ("members", ("member", "fighters", "troops", "crew", "jury", "workforce", "workers", "residents", "housed")),
    ),
    toll=frozenset({"toll"}),
    measured={"magnitude": "magnitude"},
    comparing=frozenset(
        "more less fewer larger smaller higher lower bigger greater voted said agreed died fled survived lived live "
        "say want support were are is was have had own do did believe think lack need of".split()
    ),
    something=frozenset({"something", "somethings"}),
    harm=("casualt", "fatalit", "victim"),
    charges=frozenset("count counts charge charges".split()),
    things=frozenset(
        "missile missiles rocket rockets bomb bombs shell shells drone drones bullet bullets shot shots round rounds "
        "home homes house houses building buildings vehicle vehicles car cars tent tents tree trees mine mines".split()
    ),
    spared=_SPARED,
    acts=_ACTS,
)  # fmt: skip
