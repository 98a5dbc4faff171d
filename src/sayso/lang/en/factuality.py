"""English words that say whether something happened: one signature a governing verb, noun or adjective, and cues.

A signature tells what becomes of the event under the word:

    +  it happened ("managed to")             -  it did not ("failed to")
    n  not yet, open ("plans to")             p  not yet, likely ("agreed to", "is due to")
    s  possible ("suspected of")              r  probably happened ("is believed to have")
    h  asked or supposed ("whether")          d  doubted ("doubts that")
    u  open, tried ("tried to")               c  told by the voice: as the clause itself says

After a slash stands what becomes of it where the word is denied; without one "+" turns to "-", "-" to "u", "n" and "p"
to denied, the rest to open. Signatures of verbs of implication agree with the judgements of MegaVeridicality
(White and others 2018, MIT); the lists are our own.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.factuality import ClauseWords, FactualityWords, GovernorWords, NounWords, Signs


def _read(lines: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for line in lines.strip().replace("\n  ", " ").splitlines():  # an indented line goes on
        sign, _, listed = line.partition(": ")
        for word in listed.split(","):
            out.setdefault(word.strip(), sign.strip())
    return out


# Over an infinitive, an -ing form or a clause.
_CLAUSES: Final = _read("""
+: manage, remember, happen, succeed, dare, bother, deign, force, compel, oblige, make, get, cause, lead, help,
  enable, prompt, drive, spur, provoke, find, see, hear, watch, catch, continue, keep, go, come, start, begin,
  resume, finish, proceed, rush, hasten, hurry, serve, obey, trick, dupe, fool, convince, persuade, push, induce,
  coerce, let, allow, permit, confirm, prove, use, show, turn, volunteer, gather, afford, condescend, complete, end
-/+: fail, neglect, forget, omit, decline, avoid, refrain, abstain, escape, miss, evade, desist, forgot
-/u: refuse, prevent, block, forbid, prohibit, bar, ban, stop, discourage, dissuade, deter, preclude, hinder,
  restrain, spare, rescue, save, pretend, feign, fake, imagine, fantasize, dream, disallow, fabricate, lie, oppose
-/s: deny
-: refute, disprove, rebut, dismiss, disclaim, disavow, debunk, clear, acquit, exonerate, absolve
+/+: regret, know, realize, realise, learn, discover, notice, recall, admit, acknowledge, concede, resent,
  celebrate, mourn, lament, condemn, deplore, thank, forgive, apologize, praise, blame, criticize, criticise,
  punish, recognize, remind, reveal, disclose, explain, understand, complain, boast, confess, denounce, note,
  observe, witness
n: plan, want, seek, aim, demand, order, urge, call, ask, request, threaten, offer, propose, envisage, hope, intend,
  wish, desire, need, require, mean, strive, struggle, recommend, suggest, advise, encourage, invite, instruct,
  command, direct, insist, press, pressure, beg, plead, appeal, prepare, consider, contemplate, prefer, like, tell,
  petition, advocate, campaign, lobby, long, yearn, aspire, hesitate, authorize, authorise, empower, entitle, train,
  equip, nominate, appoint, assign, hire, pay, raise, elect, select, summon, qualify, caution, counsel, conspire,
  plot, scheme, negotiate, bid, pray, fight, work, look, wait, determine, stand, remain, favor, favour, beseech,
  implore, exhort, delay, postpone, care, bind, await, have, commission, supposed
p: agree, promise, pledge, vow, swear, decide, expect, schedule, set, slate, approve, commit, resolve, predict,
  forecast, anticipate, guarantee, arrange, undertake, consent, choose, opt, project, tip, destine, design,
  sentence, due, assure, foresee, vote
s: suspect, fear, speculate, worry, allege, risk, indict, guess, imply, hint
r: believe, assume, think, appear, seem, presume, deem, estimate, feel, suppose, rumour, rumor, repute, tend
h: wonder, question, inquire, enquire, debate, investigate, discuss, study, examine, explore, check
d: doubt, disbelieve
u: try, attempt, endeavour, endeavor
c: say, state, claim, report, announce, declare, assert, maintain, argue, add, write, testify, reply, answer,
  contend, accuse, charge, stress, emphasize, emphasise, repeat, convict
""")  # fmt: skip

# Over a noun that tells an event: as its object, or with a preposition ("called for").
_OBJECTS: Final = _read("""
-: reject, cancel, abort, avert, avoid, prevent, block, thwart, foil, scrap, veto, deny, lack, miss, escape, crush,
  quash, abandon, shelve, forgo, refuse, decline, rule_out, call_off, turn_down, fend, repel, dismiss, spare
n: demand, seek, want, urge, call, plan, propose, offer, threaten, request, envisage, advocate, favor, favour,
  consider, contemplate, prepare, hope, press, appeal, postpone, delay, await, discuss, debate, negotiate, need,
  require, put_off, order, suggest, recommend, ask, push, aim, intend, lobby, beg, wish, mull, weigh, invite,
  oppose, warn
p: approve, expect, schedule, promise, pledge, vow, predict, forecast, agree, set, authorize, authorise, anticipate,
  foresee, guarantee
s: fear, suspect, allege, risk
+: condemn, denounce, mourn, regret, celebrate, hail, welcome, criticize, criticise, praise
""")  # fmt: skip

# Nouns over an event: "plan to", "threat of".
_NOUNS: Final = _read("""
n: plan, demand, call, threat, proposal, offer, request, desire, wish, hope, intention, intent, aim, goal, effort,
  appeal, order, invitation, bid, need, campaign, pressure, push, motion, deadline, willingness, readiness,
  ambition, ultimatum, option, right, way, chance, opportunity, power, authority, purpose, quest, idea,
  recommendation, plea, plot, scheme, move, mission, mandate, obligation, duty, permission, instruction, pretext,
  struggle, race, drive, preparation, negotiation, talk, warrant, subpoena, petition
p: promise, pledge, vow, agreement, decision, prospect, commitment, expectation, prediction, forecast, deal
s: fear, risk, danger, suspicion, allegation, possibility, likelihood, concern, charge, accusation, rumour, rumor,
  speculation, worry, suspect
-: failure, refusal, inability, lack, absence, reluctance, denial, impossibility, avoidance, rejection, prevention
u: attempt, try, talks, debate, endeavour
d: doubt
+: ability, success
c: claim, report, news, statement, confirmation, admission, announcement, fact
""")  # fmt: skip

# Adjectives over a clause: "ready to", "afraid of".
_ADJECTIVES: Final = _read("""
n: ready, willing, determined, prepared, eager, keen, anxious, reluctant, free, welcome, entitled, desperate,
  impatient, intent, hopeful, necessary, important, essential, vital, crucial, available, required, interested,
  supposed
p: set, due, bound, likely, poised, scheduled, slated, expected, destined, committed
s: afraid, possible, capable, fearful, suspected, worried, concerned
-: unable, unwilling, impossible, unlikely, powerless, incapable, unprepared, unthinkable, untrue, false, baseless,
  unfounded, groundless
h: unsure, unclear, uncertain, unknown
+/+: sorry, glad, proud, happy, sad, pleased, angry, surprised, shocked, grateful, guilty, responsible, aware,
  disappointed, delighted, famous, upset, lucky, able, busy, worth, true
""")  # fmt: skip

# Adjectives on the noun itself.
_MODIFIERS: Final = _read("""
-: attempted, failed, foiled, thwarted, averted, fake, fictitious, false, aborted, cancelled, canceled, abortive,
  unsuccessful, botched, imaginary, nonexistent
n: planned, proposed, threatened, intended, prospective, envisaged, requested, desired, postponed, delayed
p: scheduled, upcoming, forthcoming, expected, impending, imminent, next, future, promised, pending, looming
s: alleged, suspected, possible, potential, apparent, purported, supposed, feared, presumed, eventual, would-be,
  suspect, so-called
r: reported, probable, likely, believed
""")  # fmt: skip

_ADVERBS: Final = _read("""
s: allegedly, possibly, perhaps, maybe, supposedly, purportedly, ostensibly, conceivably, potentially
r: probably, presumably, apparently, seemingly, likely, reportedly, evidently
-: almost, nearly, falsely, wrongly
""")  # fmt: skip

_ORDERS: Final = _read("""
+: obey, follow, heed
-: ignore, disobey, defy, flout
""")

_CLAUSE: Final = ClauseWords(
    negations=words("not n't never no neither nor n’t cannot nowhere"),
    nor=words("nor"),
    no=words("no"),
    no_such=words("no neither"),
    not_=words("not"),
    single=words("one a single"),
    nobody=words("nobody nothing none no neither noone"),
    longer=words("longer"),
    at=words("at"),
    in_vain=frozenset({("in", "vain")}),
    having=words("have get"),
    have=words("have 've ’ve"),
    future=words("will shall 'll wo ’ll sha"),
    would=words("would 'd ’d"),
    may=words("may might could can ca cannot"),
    perhaps=words("may might"),
    cannot=words("cannot"),
    must=words("must should ought need shall"),
    surely=words("must"),
    past_only=words("should could would ought 'd ’d"),
    months=words("may"),
    to=words("to"),
    going=words("going"),
    do=words("do"),
    be=words("be"),
    condition=words("if unless provided providing lest suppose supposing whether assuming"),
    whether=words("whether"),
    even_if=frozenset({("even", "if")}),
    as_long_as=frozenset({("as", "long", "as")}),
    turned=words("had were should"),
    in_case=words("in on"),
    case=words("case event condition"),
    wrongly=words("wrongly falsely mistakenly erroneously"),
    polite=words("like love prefer hate say think suggest recommend appreciate argue"),
    elliptic=words("thank hope love look guess wish get need"),
)

_NOUN: Final = NounWords(
    light=words(
        "hold stage conduct undergo attend launch take make give carry have do lead join mount begin start open "
        "resume pay reach sign issue order impose organize organise perform call fight win lose face commit become be "
        "complete undertake send host"
    ),
    without=words("without barring"),
    of=words("of"),
    instead=words("instead"),
    over=words("of for on against to about"),
    against=words("against"),
    talks=words("talk debate negotiation"),
    behind=words("for on about at with of"),
    for_=words("for"),
    wanted_for=words("call ask press push appeal lobby plan hope prepare plead beg wait wish"),
    about=words("on about"),
    signs_of={"warn": "p", "accuse": "s"},
    signs_about=_read("p: agree\nu: discuss, debate, negotiate"),
    verdicts=_read("s: accuse, suspect\n+: convict\n-: acquit, clear, absolve"),
    accusing=words("accuse"),
    inside=words("in"),
    takes_part=words("participate engage join"),
    definite=words("the this that these those"),
    tries=words("attempt bid effort"),
    answering=words(
        "responsibility responsible involvement involve participation role part hand knowledge awareness aware link "
        "connection connect implicate complicity complicit guilt guilty blame accountable accountability know hear"
    ),
    whose=words("for of in with to about behind"),
    done_by=words("behind"),
    commits=words("carry commit perpetrate order mastermind orchestrate organise organize execute"),
    denies=words("deny dispute"),
    seen=words("report record see register witness observe hear notice document note find"),
    to=words("to"),
    planned_on=words("on to before"),
    agendas=words("agenda table docket card horizon programme program vote referendum ballot"),
    laws=words(
        "bill law decree treaty constitution resolution ordinance act amendment rule regulation statute legislation "
        "provision clause charter code"
    ),
    allows=words("allow permit enable authorise authorize provide foresee ban forbid"),
    discusses=words("discuss debate"),
    accounts=words("report word news record account mention"),
    happening=frozenset({"occur", "happen", "materialise", "materialize", "take place", "go ahead", "transpire"}),
    harms=words(
        "killing murder assassination death massacre attack explosion bombing shooting kidnapping abduction arrest "
        "beating rape torture raid ambush assault invasion war"
    ),
)

_GOVERNOR: Final = GovernorWords(
    aspect=words("stop cease quit halt end finish begin start continue resume keep"),
    over_clauses=words(
        "deny refute disprove rebut dismiss disclaim debunk pretend feign imagine fantasize dream fabricate lie "
        "suspect speculate allege doubt suspicion allegation possibility rumour rumor speculation reject fear "
        "likelihood"
    ),
    contrast=words("but yet"),
    only=words("only"),
    timing=("until", "before", "once", "when", "after"),
    before=words("before"),
    ahead=words("until before"),
    along=words("after since while when"),
    without=words("without instead rather"),
    of=words("of"),
    instead=words("instead"),
    short=words("short"),
    from_=words("from"),
    kept_from=words("keep stop protect save rescue far"),
    prepositions=words("of to with for in at against on about as"),
    by=words("by"),
    against=words("against"),
    order=words("order"),
    tries=words("attempt bid effort try"),
    failing=words("fail collapse"),
    be=words("be"),
    have=words("have"),
    supposing=words("suppose imagine say"),
    showing=words("suggest show indicate prove confirm"),
    true=words("true right correct clear"),
    clear=words("clear"),
    able=words("able"),
    supposed=words("suppose"),
    tells=words("tell suggest insist threaten mean show understand"),
    said_to=words("say report claim allege rumour understand know find"),
    accusing=words("accuse charge indict allege"),
    warn=words("warn"),
    sure=words("sure certain"),
    use=words("use"),
    go=words("go"),
    proofs=words("evidence proof sign indication basis reason"),
    contents=words("claim charge allegation idea accusation report notion suggestion assertion rumour rumor"),
    doubt=words("doubt"),
    punishes=words("sentence"),
    sought=words("want seek"),
)

FACTUALITY: Final = FactualityWords(
    Signs(_CLAUSES, _OBJECTS, _NOUNS, _ADJECTIVES, _MODIFIERS, _ADVERBS, _ORDERS), _CLAUSE, _NOUN, _GOVERNOR
)
