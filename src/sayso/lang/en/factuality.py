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


def _read(lines: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for line in lines.strip().replace("\n  ", " ").splitlines():  # an indented line goes on
        sign, _, words = line.partition(": ")
        for word in words.split(","):
            out.setdefault(word.strip(), sign.strip())
    return out


# Over an infinitive, an -ing form or a clause.
CLAUSES: Final = _read("""
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
  sentence, due, assure, foresee
s: suspect, fear, speculate, worry, allege, risk, indict, guess, imply, hint
r: believe, assume, think, appear, seem, presume, deem, estimate, feel, suppose, rumour, rumor, repute, tend
h: wonder, question, inquire, enquire, debate, investigate, discuss, study, examine, explore, check
d: doubt, disbelieve
u: try, attempt, endeavour, endeavor
c: say, state, claim, report, announce, declare, assert, maintain, argue, add, write, testify, reply, answer,
  contend, accuse, charge, stress, emphasize, emphasise, repeat, convict
""")  # fmt: skip

# Over a noun that tells an event: as its object, or with a preposition ("called for").
OBJECTS: Final = _read("""
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
NOUNS: Final = _read("""
n: plan, demand, call, threat, proposal, offer, request, desire, wish, hope, intention, intent, aim, goal, effort,
  appeal, order, invitation, bid, need, campaign, pressure, push, motion, deadline, willingness, readiness,
  ambition, ultimatum, option, right, way, chance, opportunity, power, authority, purpose, quest, idea,
  recommendation, plea, plot, scheme, move, mission, mandate, obligation, duty, permission, instruction, pretext,
  struggle, race, drive, preparation, negotiation, talk
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
ADJECTIVES: Final = _read("""
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
MODIFIERS: Final = _read("""
-: attempted, failed, foiled, thwarted, averted, fake, fictitious, false, aborted, cancelled, canceled, abortive,
  unsuccessful, botched, imaginary, nonexistent
n: planned, proposed, threatened, intended, prospective, envisaged, requested, desired, postponed, delayed
p: scheduled, upcoming, forthcoming, expected, impending, imminent, next, future, promised, pending, looming
s: alleged, suspected, possible, potential, apparent, purported, supposed, feared, presumed, eventual, would-be,
  suspect, so-called
r: reported, probable, likely, believed
""")  # fmt: skip

ADVERBS: Final = _read("""
s: allegedly, possibly, perhaps, maybe, supposedly, purportedly, ostensibly, conceivably, potentially
r: probably, presumably, apparently, seemingly, likely, reportedly, evidently
-: almost, nearly, falsely, wrongly
""")  # fmt: skip

NEGATIONS: Final = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t", "cannot", "nowhere"})
NOBODY: Final = frozenset({"nobody", "nothing", "none", "no", "neither", "noone"})
WITHOUT: Final = frozenset({"without", "instead", "rather"})
FUTURE: Final = frozenset({"will", "shall", "'ll", "wo", "’ll", "sha"})
WOULD: Final = frozenset({"would", "'d", "’d"})
MAY: Final = frozenset({"may", "might", "could", "can", "ca", "cannot"})
MONTHS: Final = frozenset({"may"})  # auxiliaries that are months too, with a capital
MUST: Final = frozenset({"must", "should", "ought", "need", "shall"})
PAST_ONLY: Final = frozenset({"should", "could", "would", "ought", "'d", "’d"})  # with "have": it was not done
IF: Final = frozenset({"if", "unless", "provided", "providing", "lest", "suppose", "supposing", "whether", "assuming"})
HYPOTHETICAL_NOUNS: Final = frozenset({"case", "event", "condition"})
ASPECT: Final = frozenset("stop cease quit halt end finish begin start continue resume keep".split())
LIGHT: Final = frozenset(
    "hold stage conduct undergo attend launch take make give carry have do lead join mount begin start open resume "
    "pay reach sign issue order impose organize organise perform call fight win lose face commit become be complete "
    "undertake send host".split()
)
# Verbs and nouns that keep their sign over a clause with a tense: "denied that they fired", "feared that he was dead".
OVER_CLAUSES: Final = frozenset(
    "deny refute disprove rebut dismiss disclaim debunk pretend feign imagine fantasize dream fabricate lie suspect "
    "speculate allege doubt suspicion allegation possibility rumour rumor speculation reject fear likelihood".split()
)
WRONGLY: Final = frozenset({"wrongly", "falsely", "mistakenly", "erroneously"})
POLITE: Final = frozenset("like love prefer hate say think suggest recommend appreciate argue".split())
STRAY: Final = frozenset({"advcl", "dep", "compound", "auxpass", "nmod"})  # labels that a misread order gets
ORDERS: Final = {"obey": "+", "follow": "+", "heed": "+", "ignore": "-", "disobey": "-", "defy": "-", "flout": "-"}
PROOFS: Final = frozenset({"evidence", "proof", "sign", "indication", "basis", "reason"})
CONTENTS: Final = frozenset(
    "claim charge allegation idea accusation report notion suggestion assertion rumour rumor".split()
)
ELLIPTIC: Final = frozenset("thank hope love look guess wish get need".split())  # "Hope to see you": no orders
