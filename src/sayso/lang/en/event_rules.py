"""Which verb over which object is what to PLOVER, and what else decides an event's type: tables to read and mend.

RULES is the table of PLOVER. A row says: if a verb of the first class stands over an object of the second, the event
has this type and mode; the sentence is one that the row acts on, and a test of it. The classes are lists of words below
(CLASSES); "@TYPE" is any noun of that type by ``event_lexicon.py``. The first row that fits wins, unless an entry of
the lexicon has as many words ("set fire"); a word may be in several classes. To add a meaning, add a word to a class,
or a row with a sentence.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.en import event_lexicon as lexicon
from sayso.lang.en.senses import SENSES
from sayso.lang.needs.events import KindWords, by_word, read_classes, read_lexicon, read_rules

# verbs   | objects    | type and mode        | as in
RULES: Final = """
end       | barriers   | RETREAT              | The army lifted the siege.
end       | curbs      | CONCEDE              | The government eased the curfew.
end       | @PROTEST   | CONCEDE              | Teachers ended the strike.
end       | @ASSAULT   | RETREAT ceasefire    | Dorvania halted its attacks on the port.
end       | @COERCE    | CONCEDE              | The army ended the occupation of the port.
end       | peaceful   | SANCTION discontinue | Dorvania froze aid to its neighbour.
tighten   | @COERCE    | COERCE               | The ministry toughened its crackdown.
tighten   | barriers   | COERCE restrict      | Kestria extended the embargo.
impose    | barriers   | SANCTION discontinue | Kestria slapped tariffs on timber.
impose    | @COERCE    | COERCE               | The governor declared a curfew.
accept    | offers     | AGREE                | Kestria accepted the proposal.
accept    | asked      | CONCEDE              | Dorvania met the demands of the miners.
break     | bargains   | REJECT               | Kestria violated the truce.
reach     | bargains   | AGREE                | The two sides reached a compromise.
sign      | bargains   | SUPPORT              | Parliament adopted the treaty.
establish | bonds      | SUPPORT              | Kestria restored ties with Dorvania.
express   | warmth     | SUPPORT              | The envoy expressed solidarity.
express   | anger      | ACCUSE disapprove    | The group voiced outrage.
express   | will       | AGREE                | Kestria voiced its readiness to talk.
lodge     | complaints | ACCUSE disapprove    | The embassy lodged a protest.
lodge     | suits      | ACCUSE allege        | The widow filed a lawsuit.
give      | goods      | AID                  | Dorvania sent blankets to the villagers.
give      | refuge     | AID                  | Kestria granted the singer asylum.
give      | visas      | AID                  | Kestria granted the nurses visas.
share     | knowledge  | COOPERATE            | The two ministries exchanged intelligence.
send      | forces     | MOBILIZE troops      | Dorvania sent tanks to the border.
send      | arms       | MOBILIZE weapons     | Dorvania deployed warships off the coast.
send      | officers   | MOBILIZE police      | The governor deployed police in the square.
send      | helpers    | AID                  | Kestria dispatched doctors to the valley.
send      | inquirers  | ACCUSE investigate   | Dorvania sent inspectors to the plant.
send      | envoys     | CONSULT              | Dorvania sent an envoy to the talks.
withdraw  | forces     | RETREAT withdraw     | Dorvania pulled its soldiers out.
withdraw  | envoys     | SANCTION withdraw    | Dorvania recalled its ambassador.
withdraw  | inquirers  | SANCTION withdraw    | Kestria withdrew its monitors.
withdraw  | helpers    | SANCTION withdraw    | The agency withdrew its doctors.
close     | passages   | COERCE restrict      | Kestria closed the crossing.
close     | embassies  | SANCTION withdraw    | Dorvania shut its embassy in Quell.
close     | media      | COERCE censor        | Police shut the newspaper.
close     | bodies     | COERCE ban           | The governor closed the university.
open      | passages   | RETREAT access       | Kestria reopened the crossing.
open      | embassies  | SUPPORT              | Dorvania reopened its embassy in Quell.
admit     | inquirers  | RETREAT access       | Kestria admitted the inspectors.
admit     | helpers    | RETREAT access       | Kestria admitted the peacekeepers.
admit     | refugees   | AID                  | Kestria accepted 500 refugees.
return    | belongings | RETREAT return       | Dorvania returned the ships.
return    | captives   | RETREAT release      | Dorvania handed over the pilots.
strike    | bargains   | AGREE                | The two sides struck a deal.
launch    | @ASSAULT   | ASSAULT              | Rebels launched an attack on the port.
issue     | @THREATEN  | THREATEN             | Dorvania issued a warning.
issue     | @REQUEST   | REQUEST              | The union issued a demand.
issue     | @ACCUSE    | ACCUSE               | The prosecutor brought charges.
hold      | @CONSULT   | CONSULT              | The two ministers held a meeting.
hold      | @PROTEST   | PROTEST              | Students staged a rally in the square.
"""

# The words of the classes of RULES. A line that is indented goes on.
CLASSES: Final = """
end: lift, end, ease, suspend, remove, loosen, relax, halt, stop, call off, cancel, revoke, rescind, repeal,
  abolish, cease, drop, waive, terminate, cut, cut off, freeze, break off, curtail, discontinue, scrap, abandon
barriers: sanctions, sanction, embargo, blockade, siege, boycott, tariff, freeze
curbs: curfew, ban, restriction, censorship, emergency, martial, control, curb, prohibition
peaceful: aid, assistance, cooperation, talks, negotiation, relations, relation, ties, tie, delivery, shipment,
  trade, visit, contact, dialogue, funding, loan, credit, program, programme, flight, export, import, membership,
  supply, payment, sale, alliance, meeting, summit, training, support
tighten: tighten, extend, reinforce, reimpose, strengthen, expand, prolong, renew, toughen, maintain, step up,
  intensify
impose: impose, slap, clamp, declare, enforce, place, proclaim, set
accept: accept, meet, grant, satisfy, fulfil, fulfill, heed, bow, yield, agree, accede, concede, honor, honour
offers: offer, invitation, proposal, plan, deal, mediation
asked: demand, request, condition, claim, call, appeal, plea, reform, election, autonomy, petition
break: break, violate, breach, flout, ignore, scrap, tear up, repudiate, renounce, abrogate, disregard, defy,
  walk out
bargains: deal, accord, agreement, compromise, consensus, pact, understanding, settlement, treaty, ceasefire,
  cease-fire, truce, contract, convention, memorandum, protocol, peace, bargain, arrangement, resolution, promise,
  pledge
reach: reach, strike, conclude, clinch, seal, hammer, finalize, finalise, forge, secure, achieve, make, broker,
  work out
sign: sign, ratify, initial, approve, adopt, endorse, renew
establish: establish, restore, resume, normalize, normalise, forge, open, strengthen, improve, reestablish,
  re-establish, cement, upgrade, build
bonds: ties, tie, relations, relation, links, link, friendship, embassy, contact, bond
express: express, voice, offer, extend, convey, send, show, declare, pay, give, reaffirm, reiterate, pledge,
  announce, lend
warmth: support, condolence, condolences, solidarity, confidence, sympathy, thanks, gratitude, appreciation,
  congratulation, congratulations, regret, apology, tribute, respect, backing, admiration, praise, satisfaction,
  homage
anger: concern, anger, outrage, displeasure, disappointment, alarm, fury, dismay, dissatisfaction, opposition,
  disgust, frustration, indignation, worry, doubt, reservation, unease, disapproval
will: readiness, willingness, interest, intention, determination, desire
lodge: lodge, file, register, submit, deliver, send, hand, raise, bring, make, put, issue, launch, open
complaints: protest, complaint, objection, note
suits: suit, lawsuit, complaint, case, charge, charges, appeal, action, claim, petition
give: give, provide, send, deliver, grant, extend, donate, supply, ship, hand, offer, distribute, fly, contribute,
  pledge, approve, allocate, release, disburse, bring, airlift, earmark, channel, rush, award, transport, promise
goods: aid, assistance, food, medicine, medicines, relief, supplies, supply, loan, loans, credit, credits, fund,
  funds, money, equipment, blanket, blankets, grant, help, fuel, grain, rice, wheat, tent, tents, goods, blood,
  vaccine, vaccines, cash, flour, clothing, drug, drugs, subsidy, protection, training, expertise, care, treatment,
  package, rations, shelter
refuge: asylum, refuge, shelter, sanctuary, citizenship, haven, protection
visas: visa, visas, scholarship, pardon
share: share, exchange, swap, trade, pool, provide, supply, pass, give, hand
knowledge: intelligence, information, evidence, data, expertise, technology, know-how, experience
send: send, deploy, dispatch, move, mass, station, rush, order, position, fly, bring, pour, assemble, ready, alert,
  airlift, redeploy, post, amass, commit, add
forces: troops, troop, soldier, soldiers, army, force, forces, reinforcement, reinforcements, reservist, battalion,
  brigade, division, tank, tanks, marine, marines, paratrooper, unit, units, regiment, commandos, commando,
  warplane, warplanes, fighter, fighters, squadron, fleet, contingent, armor, armour, guard, recruits, volunteers,
  guerrillas, militia
arms: warship, warships, missile, missiles, carrier, submarine, bomber, bombers, frigate, destroyer, weapon,
  weapons, rocket, artillery, gunboat, ship, ships, aircraft, jet, jets
officers: police, policemen, officers, gendarmes, gendarme, constable
helpers: peacekeeper, peacekeepers, peacekeeping, doctor, doctors, medic, medics, rescuer, rescuers, nurse, nurses,
  team, hospital, ambulance, convoy, engineer, engineers, aid worker, relief workers
inquirers: inspector, inspectors, investigator, investigators, monitor, monitors, observer, observers, commission,
  experts, rapporteur, mission
envoys: envoy, envoys, emissary, ambassador, ambassadors, delegation, mediator, negotiator, diplomat, diplomats,
  minister, representative, staff, attache, consul, delegate, delegates
withdraw: withdraw, pull, pull out, remove, recall, evacuate, pull back, bring home, redeploy
close: close, shut, seal, shutter, shut down, close down, suspend, block
passages: border, borders, crossing, crossings, road, roads, port, ports, airport, airspace, frontier, checkpoint,
  bridge, corridor, strait, gate, waterway, highway, route
embassies: embassy, consulate, mission, legation, interests section
media: newspaper, newspapers, station, radio, television, website, broadcaster, magazine, channel, paper, press,
  internet, weekly, daily, network
bodies: university, universities, school, schools, party, parties, office, offices, union, unions, mosque, church,
  club, group
open: open, reopen, re-open, unblock, unseal, clear
admit: admit, accept, welcome, receive, allow, permit, invite, let
refugees: refugee, refugees, migrant, migrants, evacuee, evacuees, immigrant, immigrants, displaced, wounded,
  victims
return: return, restore, hand, hand back, hand over, give back, give, turn over, repay
belongings: property, land, weapons, weapon, equipment, assets, asset, remains, body, bodies, territory, artifact,
  artifacts, treasure, house, houses, farm, farms, ship, plane, vehicle, vehicles
captives: prisoner, prisoners, hostage, hostages, captive, captives, detainee, detainees, pilot, pilots, crew,
  soldiers
strike: strike, cut, do
launch: launch, stage, carry, mount, wage, unleash, conduct, resume, renew, begin, start, intensify, step up, press,
  suffer
issue: issue, make, deliver, send, give, repeat, renew, voice, level, direct, raise, reiterate, launch, release,
  open, bring
hold: hold, conduct, stage, open, begin, start, resume, attend, organize, organise, convene, continue, launch, join,
  lead, call, have, chair, host, undertake
"""

# Endings of a noun and of the verb it is made of; the longest fitting first.
FAMILIES: Final = (
    ("ition", "ish"), ("ification", "ify"), ("ization", "ize"), ("isation", "ise"), ("ation", "ate"), ("ation", "e"),
    ("ation", ""), ("ension", "end"), ("usion", "ude"), ("asion", "ade"), ("ission", "it"), ("ulsion", "el"),
    ("sion", "d"), ("sion", "de"), ("ption", "be"), ("iction", "ict"), ("tion", "te"), ("tion", "t"), ("ion", ""),
    ("ment", ""), ("ment", "e"), ("al", ""), ("al", "e"), ("ance", ""), ("ance", "e"), ("ure", "e"), ("ure", ""),
    ("y", "ize"), ("y", "ise"), ("ing", ""), ("ing", "e"),
)  # fmt: skip

_VERBS, _NOUNS, _PAIRS = read_lexicon(lexicon.LINES)
_WEAPONS, _ASKED, _THREATENED = map(by_word, (lexicon.WEAPONS, lexicon.ASKED, lexicon.THREATENED))

KINDS: Final = KindWords(
    verbs=_VERBS,
    nouns=_NOUNS,
    pairs=_PAIRS,
    classes=read_classes(CLASSES),
    rules=read_rules(RULES),
    modes={"ASSAULT": _WEAPONS, "REQUEST": _ASKED, "REJECT": _ASKED, "THREATEN": _THREATENED},
    contexts=by_word(lexicon.CONTEXTS),
    families=FAMILIES,
    light=words(
        "make take have give hold stage launch carry conduct carry_out commit perform mount begin start open continue "
        "resume complete end finish do suffer undergo order announce declare impose issue express offer pay reach "
        "lodge file plan prepare organize call put place come hold engage bring level host open"
    ),
    loose=words("from for on to with over"),
    need_object=words(
        "strike hit back side burn smash crush fine charge capture hold question examine sink target wound support "
        "treat defend train storm expel gas stone damage destroy occupy block free close hang seek receive"
    ),
    of_people=words(
        "hold receive greet host release free treat train question interview summon feed rescue evacuate disturb save "
        "deport exile raid conquer escort harass intimidate"
    ),
    persons=words(
        "man woman people child person member suspect student worker official leader journalist prisoner hostage "
        "captive detainee refugee migrant civilian soldier troop guest minister president king queen envoy delegation "
        "rebel activist family victim wounded injured sick patient crew passenger monk priest nun doctor nurse "
        "militant guerrilla terrorist pilot policeman guard boy girl citizen national resident villager witness "
        "diplomat criminal recruit volunteer dozen hundred thousand other those them him her us me he she they we who "
        "whom one some many several all anyone group ally delegate representative colleague counterpart general "
        "colonel captain chief head driver mayor governor chancellor premier ambassador secretary population public "
        "crowd animal dissident opponent businessman spy agent staff team youth adult mother father son daughter wife "
        "husband brother sister poor homeless orphan survivor"
    ),
    personal=("ist", "ian", "eer", "yer", "ner", "ter", "ker", "man", "woman", "ant"),
    measures=("meter", "metre", "letter", "matter", "water", "quarter", "winter", "chapter"),
    people=words("exiles captives rebels recruits"),
    plural=("s",),
    no_kin=words(
        "equipment fabrication abortion termination training statement station position reception permission "
        "attention portion motion notion nation mention section option action function condition edition tradition "
        "addition building writing hearing standing saving dressing heading ruling filing opening closing apartment "
        "department document moment comment element environment payment segment instrument argument implement "
        "sentiment discount account commit"
    ),
    nature=words(
        "earthquake quake storm hurricane cyclone flood flooding rain rainfall landslide avalanche wildfire disease "
        "virus epidemic pandemic crash accident crisis recession drought lightning heat tornado typhoon tsunami "
        "volcano eruption blaze rollover illness cancer famine wind wave temperature collision derailment snow "
        "coronavirus cholera"
    ),
    nature_by=words("in by during from after"),
    says=words("say tell announce state declare confirm write add reply explain note promise call dub"),
    duty=words("must should"),
    intent=words("will would 'll wo"),
    shares=words("part number dozens hundreds thousands lot worth ton tons tonne tonnes kind series"),
    of=words("of"),
    under=words("under"),
    inside=words("in"),
    fire=words("fire"),
    showing=words("demonstration"),
    yielding=words("bow yield agree accede consent walk pull cut break"),
    yielded=words("to with off out"),
    senses=SENSES,
)
