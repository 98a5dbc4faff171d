"""English words for events, as data: what forms of a word are one, and what words may tell one event."""

from __future__ import annotations

from typing import Final

from sayso.lang.needs.same_events import SameEventWords, stem

ENDINGS: Final = (
    "ations", "ingly", "ation", "ments", "ings", "ions", "edly", "ment", "ing", "ion", "ers", "ied", "ies", "er", "ed",
    "es", "s", "e", "y",
)  # fmt: skip
# The word that stands for others, then these.
_IRREGULAR: Final = """
arrest  arrested
begin  began begun
break  broke broken
buy  bought
catch  caught
come  came
die  died death dead
earthquake  quake
fall  fell
feel  felt
fight  fought
find  found
flee  fled
give  gave
go  went gone
grow  grew
hold  held
know  knew
lead  led
leave  left
lose  lost loss
make  made
meet  met
pay  paid
rise  rose
run  ran
say  said
seek  sought
sell  sold
send  sent
shoot  shot
slay  slain
speak  spoke
steal  stole stolen
strike  struck
take  took taken
tell  told
think  thought
throw  threw
win  won
write  wrote written
"""
# A group a line, by general knowledge of words; none was taken from a set of test texts. The last one is of saying.
_KIN: Final = """
kill died die death dead murder slay slain fatal fatality homicide slaughter massacre victim execute
shoot shot shooting gunfire gunshot gunman fire fired firing rampage spree
quake earthquake temblor tremor shake shook jolt seismic
buy bought purchase acquire acquisition takeover deal merger merge
sell sold sale
arrest detain custody capture catch caught apprehend nab hold held seize detention
win won victory award triumph
crash accident collision collide wreck smash
fire blaze burn arson inferno flame
dismiss fire sack oust remove ouster firing departure
launch unveil release introduce announce debut reveal unveiling introduction
appoint hire name replace succeed cast select tap pick choose chosen replacement
sentence jail prison imprison sentencing term
charge indict accuse indictment charged
convict conviction guilty verdict
escape flee fled jailbreak
attack strike struck raid bomb bombing bombard airstrike assault hit
explode explosion blast detonate
injure wound hurt injury injured injuries
protest demonstration demonstrate march rally riot unrest clash
rob robbery heist steal stole stolen theft burglary burgle thief
rehab rehabilitation treatment clinic checkin enter check
resign resignation quit step
wed wedding marry marriage
divorce split separate separation
kidnap abduct abduction hijack hijacking seize
sue lawsuit suit litigation
cut slash reduce reduction layoff lay
retire retirement
return comeback
play portray role star
sink sank capsize
damage destroy destruction devastate collapse
leave depart exit withdraw withdrawal quit pull
join sign signing
hospitalize hospital hospitalise
search hunt manhunt
confess confession admit admission plead
vote elect election
arrive arrival
talk meet meeting talks discuss discussion negotiate negotiation
visit trip travel tour
game match play
beat defeat win loss lose lost
drive drove
crime offense case incident
outage cut disrupt disruption fail
leak spill
recall
suspend suspension ban bar
fine penalty penalize
bid offer propose proposal
stab knife stabbing
trial hearing court appear appearance
host hosting emcee
nominate nomination
say said tell told announce report state add according confirm claim comment statement declare note
"""
IRREGULAR: Final = {form: row.split()[0] for row in _IRREGULAR.strip().splitlines() for form in row.split()[1:]}


def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_KIN.strip().splitlines()):
        for word in row.split():
            found.setdefault(stem(word, ENDINGS, IRREGULAR), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in sorted(found.items())}


ENGLISH_SAME_EVENTS: Final = SameEventWords(
    endings=ENDINGS,
    irregular=IRREGULAR,
    small=frozenset(
        "the a an of in to and for on at by with from was were is are be been has have had that this it its his her "
        "their he she they as but or not who which will would after before over into about more than one two".split()
    ),
    kin=_kin(),
    saying=len(_KIN.strip().splitlines()) - 1,
)
