"""English verbs of saying, asking, thinking and the like: one row a verb; every list of them is derived from the rows.

To add a verb, add its row: the lemma; its past (and its past participle behind a slash) or "." where it is regular; its
manner, or "." where it only stands beside another verb; how it names who is spoken to ("whom": told X, "to": said to X,
"."); its sign, "+" where the verb itself praises, "-" where it accuses; its uses. The columns are explained in
``sayso.lang.needs.reporting``.
"""

from __future__ import annotations

from typing import Final, cast

from sayso.lang.needs.reporting import Addressee, ReportingLists, ReportingVerb, Use, reporting_lists
from sayso.values.terms import Manner

_ROWS: Final = """
say          said                   says      to    . speaks inside_they aside quoted
tell         told                   says      whom  . speaks inside_they orders aside quoted insists tells
add          .                      says      .     . speaks inside aside quoted
state        .                      says      to    . speaks inside_he aside
report       .                      says      to    . speaks inside_they
announce     .                      says      to    . speaks inside_he aside
declare      .                      says      to    . speaks aside
explain      .                      says      to    . speaks aside
note         .                      says      to    . speaks inside aside
observe      .                      says      .     . speaks
remark       .                      says      .     . speaks inside aside
comment      .                      says      .     . speaks
mention      .                      says      to    . aside
claim        .                      says      .     . speaks inside_he aside
assert       .                      says      .     . speaks aside
maintain     .                      says      .     . speaks
contend      .                      says      .     . speaks
argue        .                      says      .     . speaks aside
insist       .                      says      .     . speaks inside_he aside insists
stress       .                      says      .     . speaks aside
emphasize    .                      says      .     . speaks aside
emphasise    .                      says      .     . speaks aside
underline    .                      says      .     . aside
underscore   .                      says      .     .
reiterate    .                      says      .     . speaks aside
repeat       .                      says      to    . speaks
confirm      .                      says      to    . speaks inside_he
acknowledge  .                      says      .     . speaks inside
admit        admitted               says      to    . speaks inside
concede      .                      says      .     . speaks
confess      .                      says      to    .
reveal       .                      says      to    . speaks aside
disclose     .                      says      to    . speaks
recall       .                      says      .     . speaks inside aside
recount      .                      says      to    .
relate       .                      says      to    .
describe     .                      says      to    . speaks aside
write        wrote/written          says      to    . speaks inside aside quoted
read         read                   says      .     .
cite         .                      says      .     . speaks
quote        .                      says      .     . speaks
reply        .                      says      to    . speaks
respond      .                      says      to    . speaks
answer       .                      says      .     . speaks
retort       .                      says      .     .
interject    .                      says      .     .
continue     .                      says      .     . speaks
conclude     .                      says      .     . speaks aside
testify      .                      says      .     . speaks
affirm       .                      says      .     .
aver         .                      says      .     .
avow         .                      says      .     .
allege       .                      says      .     - speaks
charge       .                      says      .     - speaks
accuse       .                      says      .     - speaks aside
complain     .                      says      to    . speaks
protest      .                      says      .     . speaks
lament       .                      says      .     . speaks
boast        .                      says      .     . speaks
joke         .                      says      .     . speaks
quip         quipped                says      .     . speaks
shout        .                      says      .     . speaks
cry          .                      says      .     .
whisper      .                      says      .     . speaks
mutter       .                      says      .     .
murmur       .                      says      .     .
exclaim      .                      says      .     .
warn         .                      says      whom  . speaks inside_they orders aside quoted
caution      .                      says      .     . speaks
advise       .                      says      .     .
inform       .                      says      whom  . inside
notify       .                      says      .     .
brief        .                      says      whom  .
assure       .                      says      whom  . inside_he
reassure     .                      says      .     .
tweet        .                      says      .     . speaks
post         .                      says      .     .
blog         blogged                says      .     .
broadcast    broadcast              says      .     .
publish      .                      says      .     .
proclaim     .                      says      .     .
pronounce    .                      says      .     .
profess      .                      says      .     .
preach       .                      says      .     .
predict      .                      says      .     . speaks aside
forecast     .                      says      .     .
project      .                      says      .     .
point        .                      says      .     . aside
indicate     .                      says      .     . speaks
signal       .                      says      .     .
imply        .                      says      .     .
intimate     .                      says      .     .
hint         .                      says      .     .
suggest      .                      says      to    . speaks aside
show         showed/shown           says      .     . inside_they
stipulate    .                      says      .     .
specify      .                      says      .     .
clarify      .                      says      .     .
elaborate    .                      says      .     .
detail       .                      says      .     .
outline      .                      says      .     .
summarize    .                      says      .     .
summarise    .                      says      .     .
address      .                      says      .     .
speak        spoke/spoken           says      to    .
talk         .                      says      to    .
chat         chatted                says      .     .
call         .                      says      .     . speaks aside
term         .                      says      .     .
dub          .                      says      .     .
label        .                      says      .     .
praise       .                      says      .     + aside
hail         .                      says      .     +
welcome      .                      says      .     +
applaud      .                      says      .     +
commend      .                      says      .     +
thank        .                      says      .     +
congratulate .                      says      .     +
criticize    .                      says      .     - aside
criticise    .                      says      .     - aside
blast        .                      says      .     -
slam         slammed                says      .     -
denounce     .                      says      .     -
condemn      .                      says      .     -
lambaste     .                      says      .     -
decry        .                      says      .     -
deplore      .                      says      .     -
rebuke       .                      says      .     -
scold        .                      says      .     -
mock         .                      says      .     -
ridicule     .                      says      .     -
defend       .                      says      .     +
justify      .                      says      .     +
blame        .                      says      .     -
credit       .                      says      .     +
interrupt    .                      says      .     .
shrug        .                      says      .     . speaks
laugh        .                      says      .     .
smile        .                      says      .     .
nod          nodded                 says      .     .
sigh         .                      says      .     .
snap         snapped                says      .     .
grin         .                      says      .     .
opine        .                      says      .     .
muse         .                      says      .     .
venture      .                      says      .     .
volunteer    .                      says      .     .
attest       .                      says      .     .
certify      .                      says      .     .
depose       .                      says      .     .
narrate      .                      says      .     .
recite       .                      says      .     .
rule         .                      says      .     .
find         found                  says      .     .
record       .                      says      .     .
release      .                      says      .     .
issue        .                      says      .     .
relay        .                      says      .     .
recommend    .                      says      .     +
remind       .                      says      whom  .
dictate      .                      says      .     .
teach        taught                 says      .     .
lecture      .                      says      .     .
chant        .                      says      .     .
sing         sang/sung              says      .     .
ask          .                      asks      whom  . speaks inside_he orders aside
inquire      .                      asks      .     . speaks
enquire      .                      asks      .     .
question     .                      asks      .     .
query        .                      asks      .     .
wonder       .                      asks      .     .
quiz         quizzed                asks      .     .
interrogate  .                      asks      .     .
pose         .                      asks      .     .
deny         .                      denies    .     . speaks inside_they
reject       .                      denies    .     . speaks
refute       .                      denies    .     .
dispute      .                      denies    .     .
rebut        rebutted               denies    .     .
dismiss      .                      denies    .     .
disavow      .                      denies    .     .
disclaim     .                      denies    .     .
disown       .                      denies    .     .
repudiate    .                      denies    .     .
contradict   .                      denies    .     .
gainsay      .                      denies    .     .
contest      .                      denies    .     .
discount     .                      denies    .     .
negate       .                      denies    .     .
decline      .                      denies    .     .
refuse       .                      denies    .     .
demand       .                      demands   .     . speaks aside
urge         .                      demands   whom  . speaks inside orders aside
request      .                      demands   .     .
order        .                      demands   .     . inside orders
command      .                      demands   .     .
instruct     .                      demands   .     .
direct       .                      demands   .     .
require      .                      demands   .     .
exhort       .                      demands   .     .
implore      .                      demands   .     .
beg          begged                 demands   .     .
plead        .                      demands   .     .
beseech      besought               demands   .     .
appeal       .                      demands   .     .
press        .                      demands   .     .
petition     .                      demands   .     .
summon       .                      demands   .     .
bid          bade/bidden            demands   .     .
propose      .                      demands   .     .
oppose       .                      demands   .     .
lobby        .                      demands   .     .
entreat      .                      demands   .     .
forbid       forbade/forbidden      demands   .     .
ban          .                      demands   .     .
prohibit     .                      demands   .     .
promise      .                      promises  whom  . speaks inside_he orders aside
pledge       .                      promises  .     . speaks inside orders
vow          .                      promises  .     . speaks inside aside
guarantee    .                      promises  .     .
undertake    undertook/undertaken   promises  .     .
commit       committed              promises  .     .
offer        .                      promises  .     .
agree        .                      promises  .     .
threaten     .                      promises  .     .
swear        swore/sworn            promises  .     .
think        thought                thinks    .     . speaks
believe      .                      thinks    .     . speaks
feel         felt                   thinks    .     .
consider     .                      thinks    .     .
suppose      .                      thinks    .     .
guess        .                      thinks    .     .
reckon       .                      thinks    .     .
assume       .                      thinks    .     .
presume      .                      thinks    .     .
expect       .                      thinks    .     . speaks
hope         .                      thinks    .     . speaks
suspect      .                      thinks    .     .
deem         .                      thinks    .     .
judge        .                      thinks    .     .
regard       .                      thinks    .     .
see          saw/seen               thinks    .     .
view         .                      thinks    .     .
imagine      .                      thinks    .     .
know         knew/known             thinks    .     .
understand   understood             thinks    .     .
realize      .                      thinks    .     .
realise      .                      thinks    .     .
doubt        .                      thinks    .     .
hold         held                   thinks    .     .
anticipate   .                      thinks    .     .
figure       .                      thinks    .     .
estimate     .                      thinks    .     .
calculate    .                      thinks    .     .
speculate    .                      thinks    .     .
intend       .                      thinks    .     .
plan         planned                thinks    .     .
want         .                      thinks    .     .
wish         .                      thinks    .     .
convince     .                      thinks    .     .
conceive     .                      thinks    .     .
trust        .                      thinks    .     .
recognize    .                      thinks    .     .
recognise    .                      thinks    .     .
decide       .                      thinks    .     .
determine    .                      thinks    .     .
dream        dreamed                thinks    .     .
learn        learned                thinks    .     .
hear         heard                  thinks    .     .
gather       .                      thinks    .     .
infer        inferred               thinks    .     .
deduce       .                      thinks    .     .
remember     .                      thinks    .     .
forget       forgot/forgotten       thinks    .     .
foresee      foresaw/foreseen       thinks    .     .
fear         .                      fears     .     . speaks
worry        .                      fears     .     . speaks
dread        .                      fears     .     .
fret         fretted                fears     .     .
agonize      .                      fears     .     .
agonise      .                      fears     .     .
panic        panicked               fears     .     .
alarm        .                      fears     .     .
voice        .                      .         .     . aside
express      .                      .         .     . aside
highlight    .                      .         .     . aside
"""
_SIGNS: Final = {"+": 1, ".": 0, "-": -1}
VOWELS: Final = "aeiou"


def row(line: str) -> ReportingVerb:
    """The verb of one row of the table.

    >>> row("deny . denies . . speaks").past, row("admit admitted says to .").doing
    ('denied', 'admitting')
    """
    lemma, given, manner, addressee, sign, *uses = line.split()
    y = lemma.endswith("y") and lemma[-2] not in VOWELS
    regular = lemma[:-1] + "ied" if y else lemma + ("d" if lemma.endswith("e") else "ed")
    past, _, done = (regular if given == "." else given).partition("/")
    hissing = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    silent = lemma.endswith("e") and not lemma.endswith(("ee", "ye"))
    doubled = past.endswith("ed") and len(past) == len(lemma) + 3 and past[len(lemma)] == past[len(lemma) - 1]
    stem = past[:-2] if doubled or past == lemma + "ked" else lemma[:-1] if silent else lemma
    return ReportingVerb(
        lemma,
        past,
        done or past,
        present=lemma[:-1] + "ies" if y else lemma + ("es" if hissing else "s"),
        doing=stem + "ing",
        manner=None if manner == "." else cast("Manner", manner),
        addressee="none" if addressee == "." else cast("Addressee", addressee),
        sign=_SIGNS[sign],
        uses=frozenset(cast("list[Use]", uses)),
    )


REPORTING: Final = tuple(row(line) for line in _ROWS.strip().splitlines())
LISTS: Final[ReportingLists] = reporting_lists(REPORTING)
