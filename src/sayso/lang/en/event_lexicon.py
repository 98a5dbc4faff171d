"""English words for PLOVER's types and modes of event: an open lexicon, written for sayso.

The types, modes and contexts are those of PLOVER (2021), by the Open Event Data Alliance, CC BY-SA 4.0; the word lists
are our own and are no text of PLOVER's or CAMEO's. A line reads ``TYPE mode: words``; a word may be two of them
("set fire"): then the second is a particle, an object or a preposition's noun. ``+`` before a line makes its words
nouns.
"""

from __future__ import annotations

from typing import Final

LINES: Final = """
AGREE: agree, consent, promise, pledge, vow, undertake, commit to, intend, accept offer, accept invitation,
  accept proposal, give assurance, give consent, give green light, give word, offer, volunteer, prepared, willing,
  ready, concur, assure, propose, express readiness, express willingness, express interest, settle dispute,
  resolve dispute, patch up, strike bargain, come to terms, express intent, guarantee
+AGREE: consent, pledge, promise, vow, commitment, willingness, readiness, undertaking, assurance, guarantee
CONSULT visit: visit, tour, pay visit, arrive visit, make visit, make trip, fly talks, arrive talks, fly to meet,
  pay call, make stopover, stop over, travel to
+CONSULT visit: visit, tour, stopover, state visit, official trip, state trip
CONSULT phone: telephone, phone, call by telephone, speak by telephone, speak by phone, call by phone, ring up
+CONSULT phone: phone call, telephone call, phone conversation, telephone conversation
CONSULT third-party: return talks, travel talks, fly talks, gather summit, return negotiation, shuttle, broker,
  mediate
+CONSULT third-party: mediation, arbitration, good offices
CONSULT: meet, confer, consult, negotiate, discuss, talk, host, receive, greet, hold talks, hold meeting, hold summit,
  have talks, have meeting, speak, debate, brief, converse, hold discussion, hold consultation, resume talks,
  open talks, begin talks, start talks, attend meeting, attend summit, attend conference, attend talks,
  exchange views, liaise, arbitrate, sit down, engage dialogue, dine, lunch, shake hands, convene, huddle, parley,
  hold dialogue, compare notes, get together, come together, see off, entertain, bargain, haggle, deliberate,
  correspond, exchange letters, mend fences
+CONSULT: meeting, talks, talk, summit, negotiation, consultation, discussion, dialogue, conference, reception,
  conversation, deliberation, encounter, bargaining, debate, symposium, seminar, contacts, parley
SUPPORT: support, back, endorse, praise, hail, welcome, applaud, commend, defend, approve, thank, congratulate,
  apologize, apologise, forgive, pardon, recognize, recognise, honor, honour, salute, sympathize, sympathise, ratify,
  establish ties, establish relations, champion, stand by, side, rally support, appreciate, express regret, laud,
  uphold, vote for, bless, reaffirm support, extol, acclaim, cheer, glorify, admire, console, condole, mourn,
  greet victory, compliment, advocate, stick up, throw weight, pay homage, pay tribute, lobby for, campaign for,
  ask forgiveness, beg pardon, sponsor, affirm, express sympathy, express gratitude, voice support, open embassy,
  lend support, give support, give backing, give blessing, win support, speak up for
+SUPPORT: support, endorsement, praise, apology, recognition, backing, solidarity, condolence, tribute, approval,
  ratification, congratulation, thanks, gratitude, applause, acclaim, admiration, sympathy, normalization, accession
CONCEDE: concede, call off strike, call off protest, yield, relent, accede, acquiesce, give in, back down, bow,
  accept demand, accept demands, meet demands, grant demands, allow, permit, legalize, legalise, approve reform,
  introduce reform, compromise, waive, give way, back off, capitulate, restore right, grant right, grant autonomy,
  grant independence, recognize victory, recognise victory, amnesty, reinstate, backtrack, climb down, soften stance,
  make concession, offer concession, restore constitution, restore democracy, share power, unban, decriminalize,
  deregulate, devolve, liberalize, commute, drop charges, drop case, clear name, tolerate, give ground,
  satisfy demand, cave, admit defeat, accept defeat, concede defeat, step back
+CONCEDE: concession, amnesty, legalization, relaxation, liberalization, compromise
COOPERATE: cooperate, collaborate, co-operate, work together, exchange prisoners, trade, join forces,
  conduct exercise, hold exercise, hold maneuvers, hold manoeuvres, launch war games, extradite, form coalition,
  form alliance, launch joint, carry out joint, coordinate, team up, partner, ally, unite, merge, hand over suspect,
  pool resources, link up, band together, sell weapons, sell arms, swap prisoners, conduct patrol, hold drill,
  conduct drill, resume trade, expand trade, increase trade, boost trade, sign contract
+COOPERATE: cooperation, co-operation, collaboration, coordination, war games, partnership, alliance, extradition,
  joint exercise, joint maneuver, military exercise, joint venture, joint patrol, teamwork
AID: aid, assist, donate, train troops, lend, evacuate, rescue, shelter, feed, fund, finance, subsidize, subsidise,
  relieve, help, protect, airlift, arm, supply, treat, save, vaccinate, reconstruct, contribute, bail out, write off,
  cancel debt, forgive debt, reschedule debt, airdrop, parachute, nurse, equip, resettle, chip in, come to aid,
  take in, rebuild, bankroll, underwrite, escort, guard convoy, immunize, immunise, medicate, deliver aid,
  deliver supplies, give refuge, give asylum, give shelter
+AID: aid, assistance, relief, donation, evacuation, airlift, rescue, help, humanitarian aid, humanitarian assistance,
  bailout, subsidy, handout, grant, loan, debt relief, asylum, aid program, aid package, relief operation, aid convoy,
  airdrop
RETREAT withdraw: retreat, pull out, pull back, evacuate troops, complete withdrawal, cede, vacate, leave position,
  abandon, withdraw, abandon position, redeploy, disengage, fall back, hand territory, pull away
+RETREAT withdraw: withdrawal, retreat, pullout, pullback, disengagement, pull-out, troop withdrawal
RETREAT release: free, release, liberate, repatriate, let go, set free, acquit, exonerate, parole, turn loose,
  free on bail, release on bail, hand over prisoner, return prisoner, swap prisoner
+RETREAT release: release, repatriation, liberation, acquittal, parole
RETREAT return: return property, give back, hand back, restore property, pay compensation, compensate, return land,
  return weapons, return remains, reimburse, indemnify, refund, pay damages, pay reparations, return body
+RETREAT return: compensation, reimbursement, restitution, indemnity, reparations
RETREAT disarm: disarm, demobilize, demobilise, surrender, lay down arms, lay arms, hand over weapons,
  hand in weapons, disband, destroy weapons, dismantle, demilitarize, give up, decommission, destroy missile,
  destroy stockpile, denuclearize, freeze program, scrap missile, lay down weapon, turn in weapon, give up arms
+RETREAT disarm: disarmament, demobilization, demobilisation, surrender, decommissioning, demilitarization
RETREAT ceasefire: declare ceasefire, declare truce, observe ceasefire, observe truce, sign ceasefire,
  cease fire, lay siege end, proclaim truce, honor ceasefire, honour ceasefire, respect ceasefire,
  hold fire, end war, end hostilities, cease hostilities, halt hostilities, make peace
+RETREAT ceasefire: ceasefire, cease-fire, truce, armistice
RETREAT access: admit inspectors, allow inspectors, allow access, receive peacekeepers, arrive peacekeepers,
  welcome peacekeepers, open border, reopen border, open corridor, grant access, give access, allow observers,
  admit observers, receive inspectors, accept inspectors, accept observers, accept peacekeepers, allow monitors
RETREAT resign: resign, step down, abdicate, quit, tender resignation, submit resignation, relinquish, stand down,
  leave office, give up power, hand over power, cede power, dissolve government, bow out, stand aside, step aside
+RETREAT resign: resignation, abdication
REQUEST: demand, insist, order, request, press, ask, call upon, call on, call for, urge, appeal, plead, beg, petition,
  solicit, seek, implore, exhort, must, remind, lobby, pressure, push, beseech, invite, issue reminder, summon,
  entreat, clamor, clamour, call out, make case, issue appeal, set conditions, set deadline, set condition,
  claim compensation, claim sovereignty, reiterate call, ask for, press for, push for, appeal for, invoke, entice,
  serve notice, apply for
+REQUEST: demand, appeal, request, plea, call, petition, reminder, insistence, exhortation, entreaty, summons,
  invitation
ACCUSE disapprove: criticize, criticise, condemn, denounce, deplore, decry, blame, slam, blast, lambast, rebuke,
  reprimand, assail, castigate, protest, object, complain, disapprove, reproach, berate, lash, chide, deride, insult,
  mock, attack verbally, lament, scold, censure, slate, warn of, dispute, oppose, call traitor, vilify, brand, regret,
  repudiate, lambaste, admonish, ridicule, scorn, taunt, belittle, bemoan, revile, pillory, excoriate, malign, smear,
  demonize, demonise, take issue, cry foul, express concern, find fault, pour scorn, call liar, call dictator,
  call terrorist, burn flag, burn effigy, shout slogan, boo, jeer, heckle, upbraid, grumble, bristle
+ACCUSE disapprove: criticism, condemnation, denunciation, complaint, rebuke, outcry, censure, reproach, reprimand,
  objection, disapproval, insult, outrage, tirade, displeasure, indignation
ACCUSE allege: accuse, allege, charge, claim against, implicate, hold responsible, sue, indict, prosecute, impeach,
  point finger, bring charges, level accusation, bring case, file charges, press charges, incriminate, arraign,
  take court, take to court, put trial, put on trial, bring to trial, suspect, lay blame, put blame, pin blame,
  hold liable, hold accountable, impugn, litigate, inculpate
+ACCUSE allege: accusation, allegation, indictment, lawsuit, impeachment, charges, prosecution, suit, arraignment
ACCUSE investigate: investigate, probe, inquire, enquire, inspect, interrogate, examine, put investigation,
  put under investigation, look into, question, interview, scrutinize, scrutinise, audit, cross-examine, grill,
  search home, search office, raid office, track down, exhume, autopsy, collect evidence, gather evidence,
  conduct search, look for, monitor compliance, verify compliance, fact-find
+ACCUSE investigate: investigation, probe, inquiry, enquiry, inspection, interrogation, audit, questioning, scrutiny,
  autopsy, fact-finding mission
REJECT: reject, refuse, decline, rebuff, spurn, dismiss, veto, turn down, rule out, deny, defy, boycott talks, resist,
  ignore, disobey, snub, refute, shun, balk, oppose, disregard, flout, violate, breach, renege, break word,
  break promise, break ceasefire, violate ceasefire, rebut, turn away, brush aside, brush off, shrug off, wave aside,
  vote against, overrule, override, repel offer, fail pay, miss deadline, stonewall, scoff, decline offer, thumb nose,
  contravene, infringe, fend off, stand firm, hold out, dig in, cold-shoulder, disavow, disown, gainsay, contradict,
  back out, walk away, go back, backslide, sidestep, obstruct justice, unwilling
+REJECT: rejection, refusal, veto, defiance, denial, rebuff, violation, breach, noncompliance, repudiation,
  disobedience, infringement
THREATEN: threaten, warn, menace, caution, saber-rattle, blackmail, bully, give ultimatum, give deadline,
  promise revenge, vow revenge, vow retaliation, swear revenge, vow avenge, intimidate
+THREATEN: threat, ultimatum, warning, menace, blackmail, intimidation
PROTEST demo: demonstrate, rally, march, stage rally, stage demonstration, stage protest, hold rally,
  hold demonstration, hold protest, protest against, picket, take streets, collect signatures, gather signatures,
  chant, hold vigil, stage sit-in, stage march, organize rally, parade against, throng, converge, stream streets,
  pour streets, flood streets, wave banner, carry banner, mass outside, crowd street, fill square
+PROTEST demo: demonstration, rally, march, protest, sit-in, vigil, picket, demo, procession, dissent,
  civil disobedience
PROTEST riot: riot, loot, rampage, storm building, throw stone, burn tire, burn tyre, hurl stone, set tires, pelt,
  rebel, revolt, mutiny, throw rock, hurl rock, smash window, burn bus, burn car, rise up, overturn car, hurl bottle
+PROTEST riot: riot, rioting, unrest, looting, uprising, rebellion, revolt, mutiny, rampage, intifada, insurrection
PROTEST strike: strike for, strike over, walk out, go strike, stage strike, go on strike, down tools, begin strike,
  start strike, hold strike, launch strike, call strike, observe strike, stop work, walk off job, shut shop
+PROTEST strike: strike, walkout, stoppage, work stoppage, general strike, slowdown, labor action
PROTEST hunger: begin hunger strike, start hunger strike, stage hunger strike, go hunger strike
+PROTEST hunger: hunger strike
PROTEST boycott: boycott
+PROTEST boycott: boycott
PROTEST obstruct: block road, block street, block bridge, block highway, block traffic, barricade, occupy building,
  occupy square, block entrance, block railway, occupy office, occupy embassy, occupy university, occupy factory,
  erect barricade, set up roadblock, chain, seize embassy, blockade road, blockade street
+PROTEST obstruct: roadblock, barricade
SANCTION convict: convict, sentence, find guilty, fine, condemn to death, rule against, penalize, penalise, punish,
  court-martial, impose fine, pass sentence, hand sentence, give sentence, declare guilty, strip citizenship,
  strip immunity
+SANCTION convict: conviction, punishment, court-martial, death sentence, life sentence, prison sentence,
  jail sentence, jail term, prison term
SANCTION expel: expel diplomat, expel ambassador, expel official, expel inspectors, expel, oust, suspend member,
  force out, throw out, drive out, kick out, declare persona, evict agency, send packing, boot out, eject, show door,
  fire minister, sack, depose, remove from office, order leave, order out, excommunicate, suspend membership,
  strip membership, blackball, vote out, unseat, dethrone
+SANCTION expel: expulsion, ouster, ejection, sacking, excommunication
SANCTION withdraw: close embassy, close mission, close consulate, withdraw from, pull out talks, walk out talks,
  withdraw observers, withdraw staff, evacuate embassy, evacuate staff, leave talks, quit talks, leave organization,
  quit organization, leave coalition, quit coalition, leave alliance, bring home, pull staff, storm out
SANCTION discontinue: suspend, cut off, cut ties, sever, break off, break ties, break relations, sever ties,
  sever relations, cancel, discontinue, terminate, scrap, postpone, downgrade, annul, stop aid, freeze relations,
  impose sanctions, impose embargo, embargo, sanction, blacklist, freeze, abrogate, rescind, revoke, scale back,
  withhold aid, call off talks, call off visit, call off meeting, abort, adjourn, curtail, put off, halt talks,
  cool relations, tear up, slap sanctions, slap embargo, reduce aid, slash aid, trim aid, ostracize
+SANCTION discontinue: sanctions, sanction, embargo, suspension, cancellation, postponement, termination, rupture,
  freeze, cutoff, severance, moratorium
MOBILIZE troops: mobilize, mobilise, deploy, mass troops, amass, call up, train, put alert, put on alert,
  place on alert, station, recruit, enlist, parade, patrol, rearm, regroup, conscript, muster, build up, beef up,
  fortify, marshal, call to arms, gear up, dig trenches, go alert, rally troops, set up base, set up checkpoint,
  set up camp, encamp, raise army, raise alert, step up patrol, increase patrol, strengthen defenses,
  strengthen defences, stockpile, prepare for war, reinforce troop, reinforce garrison, reinforce border,
  reinforce position
+MOBILIZE troops: mobilization, mobilisation, deployment, buildup, build-up, maneuver, manoeuvre, alert, recruitment,
  conscription, rearmament, military buildup, show of force, call-up
MOBILIZE weapons: test missile, test-fire, fire missile test, deploy missile, deploy warship, fly sortie, scramble,
  test bomb, test weapon, test nuclear, launch satellite, install missile, conduct test, carry out test,
  explode device, enrich uranium, buy missile
+MOBILIZE weapons: nuclear test, missile test, overflight, sortie
MOBILIZE police: deploy police, send police, step up security, tighten security, beef up security, increase security,
  heighten security, strengthen security, put police
COERCE seize: seize, confiscate, occupy, annex, impound, commandeer, expropriate, capture, nationalize, nationalise,
  take over, requisition, overrun, conquer, hijack ship, impound ship, intercept ship, take control, appropriate,
  repossess, wrest, raid office, loot shop, ransack, demolish, bulldoze, raze, vandalize, vandalise, deface,
  torch house, torch building, torch office, torch church, torch mosque, torch home, torch shop, burn house,
  burn home, burn building, burn office, burn church, burn mosque, burn shop, burn village, burn school, set fire,
  set ablaze, set alight, desecrate
+COERCE seize: seizure, confiscation, occupation, annexation, takeover, expropriation, nationalization, impoundment,
  demolition, arson, vandalism, desecration
COERCE restrict: restrict, blockade, seal off, close border, shut border, close crossing, prevent demonstration,
  prevent, bar, cordon, besiege, encircle, prohibit, hinder, isolate, intimidate, harass, coerce, repress, suppress,
  oppress, persecute, confine, curb, stifle, crack down, clamp down, forbid, stop protest, stop demonstration,
  break up protest, break up demonstration, break up rally, disperse protest, halt demonstration, deny entry,
  refuse entry, deny visa, turn back, strip-search, terrorize, terrorise, subjugate, quell, put down, crush,
  discriminate, segregate, frisk, surround, thwart, check papers, handcuff, muzzle
+COERCE restrict: blockade, siege, restriction, crackdown, repression, harassment, persecution, clampdown, oppression,
  suppression, prohibition, discrimination, encirclement, subjugation, lockdown
COERCE ban: ban, outlaw, proscribe, dissolve, disqualify, criminalize, criminalise, bar party, bar candidate,
  dissolve parliament, dissolve party, declare illegal, declare unlawful
+COERCE ban: ban, dissolution, disqualification
COERCE censor: censor, close newspaper, shut newspaper, block website, jam, gag, close station, close radio,
  shut station, shut radio, close magazine, ban newspaper, ban book, suspend newspaper, black out
+COERCE censor: censorship, news blackout, gag order
COERCE curfew: impose curfew, declare curfew, extend curfew, clamp curfew
+COERCE curfew: curfew
COERCE martial-law: declare martial law, impose martial law, declare emergency, impose emergency, declare state,
  impose state, proclaim emergency, extend emergency, proclaim martial law, suspend constitution
+COERCE martial-law: martial law, state of emergency
COERCE arrest: arrest, detain, jail, imprison, round up, apprehend, hold, incarcerate, take custody, nab, intern,
  remand, place arrest, take into custody, put arrest, lock up, raid, put house arrest, place house arrest,
  hold custody, pick up, haul away, throw jail, put jail, throw in jail, take away, subdue, recapture, rearrest,
  send prison, send jail
+COERCE arrest: arrest, detention, imprisonment, custody, raid, roundup, internment, incarceration, house arrest,
  apprehension, captivity
COERCE deport: deport, banish, exile, evict, displace, forcibly return, expel refugee, expel migrant, expel immigrant,
  expel worker, expel resident, expel family, send back, ship back, forcibly repatriate, relocate forcibly
+COERCE deport: deportation, eviction, exile, banishment, displacement, forced repatriation, forced relocation
COERCE withhold: cut off power, cut off water, cut off supplies, shut off, deprive, withhold, starve, cut electricity,
  cut power, cut water, cut gas, cut supply, cut fuel, turn off, block aid, block convoy, block relief, halt supply
COERCE misinformation: spread misinformation, spread disinformation, forge, falsify
+COERCE misinformation: disinformation, misinformation
COERCE cyber: hack, deface, hack into, hack website
+COERCE cyber: cyberattack, cyber attack, hack, hacking
ASSAULT beat: beat, club, punch, assault, stab, mistreat, maul, batter, manhandle, beat up, rough up, bludgeon, slap,
  whip, flog, kick to death, maltreat, brutalize, brutalise, pummel, thrash, trample, lash out physically, cane
+ASSAULT beat: beating, assault, flogging, brutality, ill-treatment, mistreatment
ASSAULT torture: torture, waterboard, electrocute
+ASSAULT torture: torture
ASSAULT execute: execute, hang, behead, put death, guillotine, garrote, decapitate, put firing squad
+ASSAULT execute: execution, beheading, hanging, decapitation
ASSAULT sexual: rape, molest, sexually assault, sexually abuse
+ASSAULT sexual: rape, sexual assault, sexual violence, sexual abuse
ASSAULT abduct: kidnap, abduct, hijack, take hostage, hold hostage, snatch, take captive, seize hostage,
  commandeer plane
+ASSAULT abduct: kidnapping, abduction, hijacking, kidnap, hostage-taking, hostage taking
ASSAULT assassinate: assassinate, gun down, plot against, attempt life
+ASSAULT assassinate: assassination, assassination attempt
ASSAULT primitive: hack to death, lynch, stone, knife, slash, spear, stone to death, burn alive, burn to death, axe,
  strangle, throttle, dismember, impale
+ASSAULT primitive: stabbing, lynching, stoning, knife attack
ASSAULT firearms: shoot, open fire, fire at, fire on, shoot down, snipe, exchange fire, shoot dead, trade fire,
  fire shot, fire bullet, spray bullets, shoot up, return fire, exchange gunfire, machine-gun, fire into, fire upon
+ASSAULT firearms: shooting, gunfire, shootout, gunbattle, firefight, ambush, gun battle, gunfight, sniping,
  shoot-out, sniper fire, small-arms fire
ASSAULT explosives: bomb, blow up, detonate, explode, go off, plant bomb, mine, plant mine, hurl grenade,
  throw grenade, lob grenade, toss grenade, hurl bomb, throw bomb, plant explosive, set off, lay mine, booby-trap,
  dynamite, car-bomb, firebomb, hurl molotov, throw molotov, torpedo, fire grenade
+ASSAULT explosives: bombing, blast, explosion, car bomb, bomb, car bombing, grenade attack, detonation, bomb attack
ASSAULT suicide-attack: blow himself, blow herself, blow themselves
+ASSAULT suicide-attack: suicide attack, suicide bombing, suicide bomb, suicide bomber
ASSAULT heavy-weapons: shell, bombard, launch artillery, fire rocket, fire missile, fire mortar, launch rocket,
  launch missile, pound, rocket, fire artillery, lob shell, fire shell, cannonade, mortar, fire tank, barrage
+ASSAULT heavy-weapons: shelling, bombardment, artillery fire, rocket attack, mortar attack, barrage,
  artillery barrage, cannonade, salvo, missile attack, artillery attack, fusillade
ASSAULT crowd-control: fire tear gas, tear-gas, use tear gas, fire rubber bullets, disperse, fire teargas,
  use teargas, use water cannon, fire water cannon, charge crowd, charge protester, charge demonstrator, baton-charge,
  pepper-spray
+ASSAULT crowd-control: baton charge, tear gas
ASSAULT destroy: destroy, sabotage, wreck, damage, sink, flatten, devastate, smash, pulverize, level village,
  level town, obliterate, annihilate, scuttle, burn down, torch, set tanker, blow bridge, derail, burn
+ASSAULT destroy: destruction, sabotage, devastation
ASSAULT aerial: strafe, launch airstrike, carry out airstrike, bomb from air, drop bomb, bomb by air, carpet-bomb,
  conduct airstrike, dive-bomb
+ASSAULT aerial: airstrike, air strike, air raid, air attack, aerial bombardment, drone strike, airstrikes, strafing
ASSAULT: attack, strike, kill, fight, murder, slay, massacre, ambush, invade, strike at, battle, wound, injure,
  raid village, raid camp, storm, overthrow, clash, launch operation, use force, mutilate, slaughter, clash troops,
  gas, hit, target, poison, martyr, maim, exchange blows, exterminate, cleanse, engage troops, engage rebels,
  skirmish, wage war, wage campaign, declare war, lay siege, go to war, wipe out, cut down, mow down, pursue rebels,
  take up arms, attempt coup, topple, stage coup, infiltrate, counterattack, counter-attack, retaliate, avenge,
  launch invasion, rout, assail positions, repel attack, hunt down, liquidate, crucify, engage battle,
  penetrate defenses, breach defenses, march on, advance on, push into, press offensive, decimate
+ASSAULT: attack, killing, fighting, murder, massacre, invasion, offensive, battle, war, violence, bloodshed, coup,
  slaughter, genocide, combat, incursion, aggression, clash, assault, raid, skirmish, hostilities, warfare, strife,
  atrocity, ethnic cleansing, cleansing, counterattack, counteroffensive, onslaught, retaliation, reprisal, carnage,
  pogrom, counter-offensive, putsch, extermination, infiltration, commando raid, ground offensive, coup attempt,
  terror attack, terrorist attack, military action, military operation
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
