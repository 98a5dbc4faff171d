"""English words for PLOVER's types and modes of event: an open lexicon, written for sayso.

The types, modes and contexts are those of PLOVER (2021), by the Open Event Data Alliance, CC BY-SA 4.0; the word lists
are our own and are no text of PLOVER's or CAMEO's. A line reads ``TYPE mode: words``; a word may be two of them
("set fire"): then the second is a particle, an object or a preposition's noun. ``+`` before a line makes its words
nouns.
"""

from __future__ import annotations

from typing import Final

LINES: Final = """
AGREE: agree, consent, promise, pledge, vow, undertake, commit, intend, accept offer, accept invitation, accept
  proposal, reach agreement, reach accord, reach consensus, reach deal, reach compromise, strike deal, give
  assurance, give consent, give green light, offer, volunteer, prepared, willing, ready, concur, assure, propose
+AGREE: consent, pledge, promise, vow, commitment, willingness, readiness
CONSULT visit: visit, tour, pay visit, arrive visit, make visit, make trip, travel, fly talks, arrive talks
+CONSULT visit: visit, trip, tour
CONSULT phone: telephone, phone, call by telephone, speak by telephone
CONSULT third-party: return talks, travel talks, fly talks, gather summit
CONSULT: meet, confer, consult, negotiate, discuss, talk, host, receive, greet, mediate, hold talks, hold meeting,
  hold summit, have talks, have meeting, speak, debate, brief, converse, hold discussion, hold consultation, resume
  talks, open talks, begin talks, start talks, attend meeting, attend summit, attend conference, attend talks,
  exchange views, liaise, arbitrate, sit down, engage dialogue
+CONSULT: meeting, talks, talk, summit, negotiation, consultation, discussion, dialogue, mediation, conference,
  reception
SUPPORT: support, back, endorse, praise, hail, welcome, applaud, commend, defend, approve, thank, congratulate,
  apologize, apologise, forgive, pardon, recognize, recognise, honor, honour, salute, encourage, sympathize, ratify,
  sign agreement, sign treaty, sign accord, sign pact, sign deal, sign memorandum, sign contract, sign, establish
  ties, establish relations, open embassy, restore relations, restore ties, resume relations, normalize, champion,
  stand by, side, rally support, express support, express solidarity, express confidence, express condolence, pay
  tribute, appreciate, express regret, offer condolence, laud, uphold, vote for, bless, reaffirm support
+SUPPORT: support, endorsement, praise, apology, recognition, backing, solidarity, condolence
CONCEDE: concede, yield, relent, accede, acquiesce, give in, back down, bow, accept demand, accept demands, meet
  demands, grant demands, call off, allow, permit, legalize, ease, lift ban, lift censorship, lift restriction,
  relax, approve reform, introduce reform, compromise, waive, give way, back off, capitulate, call off strike, end
  strike, restore right, grant right, grant autonomy, recognize victory, amnesty, reinstate, lift curfew, lift
  emergency
+CONCEDE: concession, amnesty
COOPERATE: cooperate, collaborate, co-operate, work together, share intelligence, share information, share evidence,
  exchange information, exchange prisoners, trade, join forces, conduct exercise, hold exercise, hold maneuvers,
  launch war games, extradite, form coalition, form alliance, launch joint, carry out joint, coordinate, team up,
  partner, ally, unite, merge, hand over suspect
+COOPERATE: cooperation, collaboration, war games, partnership, alliance, extradition
AID: aid, assist, donate, provide aid, provide assistance, give aid, send aid, send food, deliver aid, deliver
  supplies, grant aid, grant asylum, grant loan, lend, evacuate, rescue, shelter, feed, fund, finance, subsidize,
  relieve, help, train troops, protect, send peacekeepers, deploy peacekeepers, airlift, arm, supply, offer asylum,
  grant refuge, grant citizenship, extend loan, extend credit, treat, distribute aid, distribute food, provide,
  save, vaccinate, reconstruct, contribute
+AID: aid, assistance, relief, donation, evacuation, airlift, rescue, help
RETREAT withdraw: retreat, withdraw troops, withdraw forces, withdraw army, withdraw soldiers, pull out, pull back,
  pull troops, evacuate troops, complete withdrawal, cede, vacate, lift blockade, lift siege, leave position,
  abandon, withdraw
+RETREAT withdraw: withdrawal, retreat, pullout, pullback
RETREAT release: free, release, liberate, repatriate, let go, set free, acquit, exonerate, parole
+RETREAT release: release, repatriation, liberation
RETREAT return: return property, give back, hand back, restore property, pay compensation, compensate, return land
RETREAT disarm: disarm, demobilize, surrender, lay down arms, lay arms, hand over weapons, hand in weapons, disband,
  destroy weapons, dismantle, demilitarize, give up
+RETREAT disarm: disarmament, demobilization, surrender
RETREAT ceasefire: declare ceasefire, declare truce, observe ceasefire, observe truce, call truce, sign ceasefire,
  cease fire, halt fighting, stop fighting, lay siege end
+RETREAT ceasefire: ceasefire, cease-fire, truce, armistice
RETREAT access: admit inspectors, allow inspectors, allow access, receive peacekeepers, arrive peacekeepers, open
  border, reopen border, open corridor
RETREAT resign: resign, step down, abdicate, quit, tender resignation, submit resignation, relinquish, stand down
+RETREAT resign: resignation, abdication
RETREAT: lift sanctions, lift embargo, ease sanctions, ease embargo, lift blockade, suspend sanctions, end sanctions
REQUEST: demand, insist, order, request, require, press, ask, call upon, call on, call for, urge, appeal, plead,
  beg, petition, solicit, seek, implore, exhort, must, remind, lobby, pressure, push, beseech, invite, issue
  reminder, make appeal, make request, make demand, apply, summon
+REQUEST: demand, appeal, request, plea, call, petition
ACCUSE disapprove: criticize, criticise, condemn, denounce, deplore, decry, blame, slam, blast, lambast, rebuke,
  reprimand, assail, castigate, protest, object, complain, disapprove, reproach, berate, lash, chide, deride,
  insult, mock, attack verbally, express concern, voice concern, lament, scold, censure, slate, warn of, dispute,
  oppose, call traitor, vilify, lodge protest, lodge complaint, brand, regret, repudiate
+ACCUSE disapprove: criticism, condemnation, denunciation, complaint, rebuke
ACCUSE allege: accuse, allege, charge, claim against, implicate, hold responsible, sue, file suit, file lawsuit,
  file complaint, indict, prosecute, impeach, point finger, bring charges, level accusation, bring case, file
  charges
+ACCUSE allege: accusation, allegation, indictment, lawsuit, impeachment
ACCUSE investigate: investigate, probe, inquire, inspect, interrogate, examine, launch investigation, open
  investigation, open inquiry, launch inquiry, launch probe, put investigation, put under investigation, dispatch
  inspectors, send inspectors, look into, question, open probe, interview
+ACCUSE investigate: investigation, probe, inquiry, inspection
REJECT: reject, refuse, decline, rebuff, spurn, dismiss, veto, turn down, rule out, deny, defy, boycott talks,
  resist, ignore, disobey, snub, refute, shun, balk, oppose, disregard, flout, violate, breach, renege, rule, break
  ceasefire, violate ceasefire
+REJECT: rejection, refusal, veto, defiance, denial
THREATEN: threaten, warn, issue ultimatum, give ultimatum, issue threat, issue warning, deliver ultimatum, menace,
  caution
+THREATEN: threat, ultimatum, warning
PROTEST demo: demonstrate, rally, march, stage rally, stage demonstration, stage protest, hold rally, hold
  demonstration, hold protest, protest against, picket, take streets, collect signatures, gather signatures, chant,
  hold vigil, stage sit-in, stage march, organize rally
+PROTEST demo: demonstration, rally, march, protest, sit-in, vigil, picket
PROTEST riot: riot, clash, loot, rampage, storm building, throw stone, burn tire, hurl stone, set tires, pelt
+PROTEST riot: riot, rioting, unrest, looting, clash
PROTEST strike: strike, walk out, go strike, stage strike, go on strike, down tools, begin strike, start strike,
  hold strike, launch strike, call strike
+PROTEST strike: strike, walkout, stoppage
PROTEST hunger: begin hunger strike, start hunger strike, stage hunger strike, go hunger strike, fast
PROTEST boycott: boycott
+PROTEST boycott: boycott
PROTEST obstruct: block road, block street, block bridge, block highway, block traffic, barricade, occupy building,
  occupy square, block, obstruct
SANCTION convict: convict, sentence, find guilty, fine, condemn to death, rule against
+SANCTION convict: conviction
SANCTION expel: expel diplomat, expel ambassador, expel official, expel inspectors, expel, oust, suspend member,
  force out, throw out, drive out, kick out, declare persona, evict agency
+SANCTION expel: expulsion, ouster
SANCTION withdraw: recall ambassador, withdraw ambassador, recall envoy, close embassy, withdraw diplomat, withdraw
  inspectors, withdraw from, pull out talks, walk out talks, withdraw observers, withdraw staff
SANCTION discontinue: suspend, cut off, cut ties, sever, break off, break ties, break relations, sever ties, sever
  relations, cancel, halt aid, cut aid, freeze aid, suspend aid, suspend talks, halt talks, halt deliveries,
  discontinue, terminate, scrap, postpone, downgrade, annul, stop aid, freeze relations, impose sanctions, impose
  embargo, embargo, sanction, blacklist
+SANCTION discontinue: sanctions, embargo, suspension, cancellation
MOBILIZE troops: mobilize, mobilise, deploy, deploy troops, send troops, mass troops, amass, call up, train, put
  alert, dispatch troops, move troops, station, position, reinforce, send reinforcements, recruit, enlist, parade,
  patrol, rearm, regroup
+MOBILIZE troops: mobilization, mobilisation, deployment, buildup, maneuver, alert
MOBILIZE weapons: test missile, test-fire, fire missile test, deploy missile, deploy warship, fly sortie, scramble
MOBILIZE police: deploy police, send police, step up security, tighten security, beef up
COERCE seize: seize, confiscate, occupy, annex, impound, commandeer, expropriate, capture, nationalize, take over,
  requisition, freeze assets, overrun, conquer
+COERCE seize: seizure, confiscation, occupation, annexation
COERCE restrict: restrict, blockade, impose blockade, seal off, close border, shut border, close crossing, prevent
  demonstration, prevent, bar, cordon, besiege, encircle, tighten blockade, impose restriction, prohibit, hinder,
  impose siege, isolate, impose, intimidate, harass, coerce, repress, suppress, oppress, persecute
+COERCE restrict: blockade, siege, restriction, crackdown, repression, harassment, persecution
COERCE ban: ban, outlaw, proscribe, dissolve, disqualify
+COERCE ban: ban
COERCE censor: censor, close newspaper, shut newspaper, block website, jam, shut down, gag
+COERCE censor: censorship
COERCE curfew: impose curfew, declare curfew, extend curfew, clamp curfew
+COERCE curfew: curfew
COERCE martial-law: declare martial law, impose martial law, declare emergency, impose emergency, declare state,
  impose state
COERCE arrest: arrest, detain, jail, imprison, round up, apprehend, hold, incarcerate, take custody, nab, intern,
  remand, place arrest, take into custody, put arrest, book, lock up, raid
+COERCE arrest: arrest, detention, imprisonment, custody, raid
COERCE deport: deport, extradite, banish, exile, evict, displace, forcibly return
+COERCE deport: deportation, eviction, exile
COERCE withhold: cut off power, cut off water, cut off supplies, shut off, deprive, withhold, starve, cut
  electricity
COERCE misinformation: spread misinformation, spread disinformation, forge
COERCE cyber: hack, deface
+COERCE cyber: cyberattack, hack
ASSAULT beat: beat, club, punch, kick, assault, stab, mistreat, maul, batter, manhandle
+ASSAULT beat: beating, assault
ASSAULT torture: torture
+ASSAULT torture: torture
ASSAULT execute: execute, hang, behead, put death
+ASSAULT execute: execution, beheading, hanging
ASSAULT sexual: rape, molest
+ASSAULT sexual: rape
ASSAULT abduct: kidnap, abduct, hijack, take hostage, hold hostage, snatch, take captive
+ASSAULT abduct: kidnapping, abduction, hijacking
ASSAULT assassinate: assassinate, gun down
+ASSAULT assassinate: assassination
ASSAULT primitive: hack to death, lynch, stone, knife, set fire, burn down, torch, set ablaze
+ASSAULT primitive: stabbing, lynching, arson
ASSAULT firearms: shoot, open fire, fire at, fire on, shoot down, snipe, exchange fire, shoot dead, trade fire
+ASSAULT firearms: shooting, gunfire, shootout, gunbattle, firefight, ambush
ASSAULT explosives: bomb, blow up, detonate, explode, go off, plant bomb, mine, plant mine
+ASSAULT explosives: bombing, blast, explosion, car bomb, bomb
ASSAULT suicide-attack: blow himself, blow herself, blow themselves
+ASSAULT suicide-attack: suicide attack, suicide bombing
ASSAULT heavy-weapons: shell, bombard, launch artillery, fire rocket, fire missile, fire mortar, launch rocket,
  launch missile, pound
+ASSAULT heavy-weapons: shelling, bombardment, artillery fire, rocket attack, mortar attack
ASSAULT crowd-control: fire tear gas, tear-gas, use tear gas, fire rubber bullets, disperse
ASSAULT destroy: destroy, demolish, bulldoze, raze, vandalize, sabotage, ransack, wreck, damage, sink
+ASSAULT destroy: destruction, demolition, sabotage
ASSAULT aerial: strafe, launch airstrike, carry out airstrike, bomb from air
+ASSAULT aerial: airstrike, air strike, air raid
ASSAULT: attack, kill, fight, murder, slay, massacre, ambush, invade, strike at, battle, wound, injure, raid
  village, storm, overthrow, launch attack, launch offensive, launch assault, launch raid, carry out attack, stage
  attack, use force, mutilate, slaughter, clash troops, gas, hit, target, poison, martyr, launch operation, maim
+ASSAULT: attack, killing, fighting, murder, massacre, invasion, offensive, battle, war, violence, bloodshed, coup,
  slaughter, genocide, combat, incursion, aggression
"""

# Words beside an event that set the mode of violence, whatever the verb ("killed by a roadside bomb").
WEAPONS: Final = {
    "explosives": "bomb, explosive, mine, ied, grenade, landmine, device, car-bomb",
    "suicide-attack": "suicide, suicide-bomb",
    "firearms": "gun, rifle, pistol, gunfire, gunman, bullet, gunbattle, gunmen, firearm",
    "primitive": "machete, knife, axe, stone, spear, sword, petrol",
    "heavy-weapons": "artillery, mortar, rocket, missile, tank, shell",
    "aerial": "airstrike, warplane, aircraft, helicopter, jet, drone, bomber",
    "crowd-control": "teargas, truncheon, rubber, cannon",
}

# Nouns and verbs under a verb of demanding or refusing -> the mode of REQUEST and REJECT.
ASKED: Final = {
    "assist": "aid, assistance, help, cooperation, cooperate, support, peacekeeper, troops, protection, asylum, "
    "extradition, provide, send, deploy, trade, information",
    "change": "reform, election, resignation, removal, change, policy, right, rights, autonomy, independence, "
    "recognition, constitution, recognize, repeal, adopt, resign, amend",
    "yield": "release, withdrawal, withdraw, ceasefire, truce, return, free, lift, end, halt, stop, disarm, access, "
    "handover, surrender, leave, sanction",
    "meet": "meeting, talk, talks, negotiation, summit, meet, negotiate, dialogue, agreement, mediation, mediate, "
    "discuss, settlement",
}

# Threatened acts -> the mode of THREATEN.
THREATENED: Final = {
    "restrict": "sanction, sanctions, boycott, embargo, blockade, curfew, restriction, strike, restrict, block, close",
    "ban": "ban, outlaw, dissolve",
    "arrest": "arrest, jail, detain, prosecute, imprison",
    "relations": "relation, relations, tie, ties, negotiation, talk, talks, sever, break, withdraw, suspend, cut",
    "expel": "expel, expulsion, deport",
    "territory": "occupy, annex, seize, invade, occupation",
    "violence": "attack, kill, war, force, bomb, strike, violence, blow, fight, execute, destroy, shoot, terrorist",
}

# Words anywhere in an event's phrases -> its contexts.
CONTEXTS: Final = {
    "military": "army, military, troops, soldier, missile, weapon, forces, militia, navy, warplane, tank",
    "intelligence": "intelligence, spy, espionage, surveillance",
    "legislative": "parliament, senate, congress, bill, legislature, lawmaker",
    "election": "election, ballot, vote, voter, poll, candidate, campaign",
    "legal": "court, judge, trial, lawsuit, law, prosecutor, verdict, sentence, tribunal",
    "refugee": "refugee, displaced",
    "migration": "migrant, immigrant, immigration, migration",
    "asylum": "asylum",
    "humanitarian": "humanitarian, relief, food aid",
    "diplomatic": "ambassador, embassy, diplomat, diplomatic, envoy, summit, treaty",
    "resource": "oil, gas, water, mineral, pipeline",
    "economic": "trade, economic, loan, tariff, investment, sanctions, bank, economy",
    "health": "virus, epidemic, pandemic, vaccine, disease, health, hospital",
    "environment": "climate, environment, pollution, emission",
    "crime": "crime, criminal, robbery, theft, gang, smuggling",
    "disaster": "earthquake, flood, hurricane, storm, wildfire, tsunami, drought",
    "rights": "human rights, rights, freedom",
    "religious": "church, mosque, religious, priest, imam, temple",
    "ethnic": "ethnic",
    "media": "journalist, newspaper, reporter, broadcaster",
    "cyber": "hacker, cyber, malware",
    "terrorism": "terrorist, terrorism, terror",
    "corruption": "corruption, bribe, bribery, graft",
    "peacekeeping": "peacekeeper, peacekeeping",
    "illegal-drugs": "drug, cocaine, heroin, narcotics",
    "gender": "women, gender",
    "lgbt": "gay, same-sex, lgbt, lesbian, transgender",
    "reparations": "reparation, reparations",
}

LIGHT: Final = frozenset(
    "make take have give hold stage launch carry conduct carry_out commit perform mount begin start open continue "
    "resume complete end finish do face suffer undergo order announce declare impose issue express offer pay reach "
    "lodge file plan prepare organize call".split()
)  # verbs whose object tells what is done
"""Verbs that say nothing of their own where the object is an event."""

COMMUNICATION: Final = frozenset(
    "say tell report announce add note state declare claim confirm write quote describe explain reply recall believe "
    "think know suggest show indicate reveal".split()
)


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())]


def _read() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]], dict[str, list[tuple[str, str, str]]]]:
    """Verbs and nouns -> (type, mode), and first word -> [(the other words, type, mode)]."""
    verbs: dict[str, tuple[str, str]] = {}
    nouns: dict[str, tuple[str, str]] = {}
    pairs: dict[str, list[tuple[str, str, str]]] = {}
    for line in LINES.strip().replace("\n  ", " ").splitlines():  # an indented line goes on
        name, _, words = line.partition(": ")
        where = nouns if name.startswith("+") else verbs
        kind, _, mode = name.lstrip("+").partition(" ")
        for word in _words(words):
            first, _, rest = word.partition(" ")
            if rest and where is verbs:
                pairs.setdefault(first, []).append((rest, kind, mode))
            else:
                where.setdefault(word, (kind, mode))
    return verbs, nouns, pairs


VERBS, NOUNS, PAIRS = _read()
WEAPON_MODES: Final = {word: mode for mode, words in WEAPONS.items() for word in _words(words)}
ASKED_MODES: Final = {word: mode for mode, words in ASKED.items() for word in _words(words)}
THREATENED_MODES: Final = {word: mode for mode, words in THREATENED.items() for word in _words(words)}
CONTEXT_WORDS: Final = {word: context for context, words in CONTEXTS.items() for word in _words(words)}
