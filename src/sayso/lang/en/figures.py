"""English words around a number that tell which count it is, as data: new, in all, a part, suspected, each day."""

from __future__ import annotations

from typing import Final

from sayso.lang.needs.figures import FigureWords


def _kinds(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, text in kinds.items() for word in text.split()}


def _phrases(**kinds: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): kind for kind, text in kinds.items() for phrase in text.split(", ")}


ENGLISH_FIGURES: Final = FigureWords(
    before=_kinds(
        more="another additional further extra more new newly other fresh",
        part="including among",
        first="first initial initially",
        last="last final",
    ),
    behind=_phrases(
        more="more, others, other, additional, further, new",
        part="of them, of whom, of those, of which, of these, among them",
        rate="a day, per day, each day, every day, daily, a week, per week, each week, weekly, a month, per month, "
        "each month, monthly, a year, per year, each year, annually, a head, per person, each, per hour, an hour, "
        "per capita, apiece",
    ),
    beside=_kinds(
        excess="excess",
        suspected="suspect presum possib potenti",
        recovered="recover",
        tested="tested testing",
        planned="target quota ceiling capacit",
        forecast="forecast project predict",
    ),
    part_of=frozenset({"of"}),
    moved_from=frozenset({"from"}),
    moved_to=frozenset({"to"}),
    changes=(
        "rise",
        "rose",
        "fall",
        "fell",
        "grow",
        "grew",
        "increas",
        "decreas",
        "drop",
        "climb",
        "jump",
        "declin",
        "shr",
        "reduc",
        "cut",
        "rais",
        "lower",
        "went",
        "gone",
        "surge",
        "slump",
        "widen",
        "revis",
        "updat",
        "chang",
        "up",
        "down",
        "soar",
        "doubl",
        "expand",
        "dwindl",
        "slid",
    ),
    signs="§#№",
    joins=frozenset({",", "and", "or", "then", ";"}),
    people=frozenset("people persons person individuals men".split()),
    people_ends=("men", "women", "ers", "ors", "ists", "ians", "ees"),
    things=frozenset(
        "papers letters numbers orders containers shelters computers towers centers quarters answers matters meters "
        "barriers borders chapters charters clusters corners counters covers dangers disasters dinners doors "
        "factors floors errors fingers flowers flyers folders freighters helicopters tankers trailers "
        "layers levers loudspeakers markers motors mirrors monitors offers parameters pointers posters powers "
        "printers processors quivers reactors registers rivers rollers routers screwdrivers sensors servers "
        "showers silencers stickers sweaters tractors transformers trousers waters winters "
        "trees fees degrees committees guarantees coffees".split()
    ),
)
