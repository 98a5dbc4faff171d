"""Which verb over which object is what to PLOVER: classes of English words, and a type for pairs of classes.

The lists of ``en_events`` name words; the sets below say when they mean it ("held two men", not "held a vote"). A rule
holds for all pairs of two classes ("lifted the siege", "eased the embargo"). Written for sayso, as the lists are; a
class holds lemmas or words as they stand, with a particle after a space.
"""

from __future__ import annotations

from typing import Final

# A verb of one class over an object of another -> type and mode, where no entry of LINES has more words. Classes are
# below; "@TYPE" is any noun of that type by LINES. The first that fits wins.
RULES: Final = """
end barriers: RETREAT
end curbs: CONCEDE
end @PROTEST: CONCEDE
end @ASSAULT: RETREAT ceasefire
end @COERCE: CONCEDE
end peaceful: SANCTION discontinue
tighten @COERCE: COERCE
tighten barriers: COERCE restrict
impose barriers: SANCTION discontinue
impose @COERCE: COERCE
accept offers: AGREE
accept asked: CONCEDE
break bargains: REJECT
reach bargains: AGREE
sign bargains: SUPPORT
establish bonds: SUPPORT
express warmth: SUPPORT
express anger: ACCUSE disapprove
express will: AGREE
lodge complaints: ACCUSE disapprove
lodge suits: ACCUSE allege
give goods: AID
give refuge: AID
give visas: AID
share knowledge: COOPERATE
send forces: MOBILIZE troops
send arms: MOBILIZE weapons
send officers: MOBILIZE police
send helpers: AID
send inquirers: ACCUSE investigate
send envoys: CONSULT
withdraw forces: RETREAT withdraw
withdraw envoys: SANCTION withdraw
withdraw inquirers: SANCTION withdraw
withdraw helpers: SANCTION withdraw
close passages: COERCE restrict
close embassies: SANCTION withdraw
close media: COERCE censor
close bodies: COERCE ban
open passages: RETREAT access
open embassies: SUPPORT
admit inquirers: RETREAT access
admit helpers: RETREAT access
admit refugees: AID
return belongings: RETREAT return
return captives: RETREAT release
strike bargains: AGREE
launch @ASSAULT: ASSAULT
issue @THREATEN: THREATEN
issue @REQUEST: REQUEST
issue @ACCUSE: ACCUSE
hold @CONSULT: CONSULT
hold @PROTEST: PROTEST
"""

# The words of the classes of RULES.
CLASSES_LINES: Final = """
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


NEED_OBJECT: Final = frozenset(
    "strike hit back side burn smash crush fine charge capture hold question examine sink target wound support "
    "treat defend train storm expel gas stone damage destroy occupy block free close hang seek".split()
)
"""Verbs that mean what LINES say of them only over an object: "struck a convoy", not "struck again"."""

NATURE: Final = frozenset(
    "earthquake quake storm hurricane cyclone flood flooding rain rainfall landslide avalanche wildfire disease "
    "virus epidemic pandemic crash accident crisis recession drought lightning heat tornado typhoon tsunami "
    "volcano eruption blaze rollover illness cancer famine wind wave temperature collision derailment snow "
    "coronavirus cholera".split()
)
"""What harms people without meaning to: no one's attack."""

PEOPLE: Final = frozenset({"exiles", "captives", "rebels", "recruits"})
"""Forms of nouns of LINES that are people."""

SHARES: Final = frozenset("part number dozens hundreds thousands lot worth ton tons tonne tonnes kind series".split())
"""Nouns that say how much of the noun behind "of" is meant."""

OF_PEOPLE: Final = frozenset(
    "hold receive greet host release free treat train question interview summon feed rescue evacuate disturb "
    "save deport exile raid conquer escort harass intimidate".split()
)
"""Verbs that mean what LINES say of them only where they are done to people or a country: "held two students"."""

PERSONS: Final = frozenset(
    "man woman people child person member suspect student worker official leader journalist prisoner hostage "
    "captive detainee refugee migrant civilian soldier troop guest minister president king queen envoy "
    "delegation rebel activist family victim wounded injured sick patient crew passenger monk priest nun doctor "
    "nurse militant guerrilla terrorist pilot policeman guard boy girl citizen national resident villager "
    "witness diplomat criminal recruit volunteer dozen hundred thousand other those them him her us me he she "
    "they we who whom one some many several all anyone group ally delegate representative colleague counterpart "
    "general colonel captain chief head driver mayor governor chancellor premier ambassador secretary "
    "population public crowd animal dissident opponent businessman spy agent staff team youth adult mother "
    "father son daughter wife husband brother sister poor homeless orphan survivor".split()
)
"""Nouns and pronouns for people; those that end in one of PERSONAL are people too."""

PERSONAL: Final = ("ist", "ian", "eer", "yer", "ner", "ter", "ker", "man", "woman", "ant")

NO_KIN: Final = frozenset(
    "equipment fabrication abortion termination training statement station position reception permission "
    "attention portion motion notion nation mention section option action function condition edition tradition "
    "addition building writing hearing standing saving dressing heading ruling filing opening closing apartment "
    "department document moment comment element environment payment segment instrument argument implement "
    "sentiment discount account".split()
)
"""Nouns that do not tell what the verb they are made of tells."""

SAYS: Final = frozenset("say tell announce state declare confirm write add reply explain note promise".split())
"""Verbs that may announce what their subject will do or others must."""

SAID: Final = frozenset(
    "said says say saying told tells tell reported reports report announced announces announce added adds "
    "stated states according".split()
)
"""Forms of words by which something is only told."""

AGREED: Final = frozenset(
    "agree agreed agrees agreeing reach reached reaches conclude concluded settle settled".split()
)
"""Forms of words for what several do with each other."""


THINGS: Final = frozenset(
    "fuel device backpack amount bus valley axis period reason basis rate average history technology equipment "
    "office path location crowd pilgrim ally rocket puppet eye wing king guerrilla laboratory formula theory "
    "thing goal element affair condition position legitimacy tradition politics distinction blueprint periphery "
    "grip aegis ease accordance addition piece term traffic efficiency direction destination signatory "
    "description technique method aspect car truck vehicle ship boat plane aircraft helicopter train weapon gun "
    "rifle pistol bullet knife missile warhead engine machine computer phone camera radio television newspaper "
    "book letter map flag table chair door window wall roof floor house building tower bridge road street "
    "highway railway airport station port dam factory plant mine farm field forest river lake sea ocean coast "
    "island mountain hill desert city town village district province region area zone place site spot country "
    "nation state world continent border frontier capital suburb park square hospital clinic school university "
    "church mosque temple prison jail camp hotel bank shop market restaurant water oil gas electricity energy "
    "food bread wheat rice sugar coffee tea milk meat fish fruit money cash dollar euro gold silver iron steel "
    "wood paper glass stone sand soil air smoke dust heat light color colour sound number figure percent "
    "percentage level size length width height weight volume quantity price cost value degree day week month "
    "year decade century hour minute moment date season summer winter spring autumn night morning evening man "
    "woman person people child boy girl father mother son daughter brother sister wife husband family friend "
    "enemy neighbor neighbour colleague member leader chief head president minister official officer soldier "
    "policeman citizen resident civilian worker student teacher doctor lawyer judge journalist spokesman "
    "spokeswoman expert analyst hand face body blood bone heart brain skin hair foot leg arm back side front "
    "top bottom end edge center centre middle corner part half quarter section share bit kind sort type form "
    "shape way manner mode nature character quality idea concept notion theme topic subject issue matter "
    "question point fact truth detail example instance case situation status stage phase step mean tool "
    "instrument system structure network framework model pattern standard principle rule law bill constitution "
    "article clause text word name title list page document data information evidence proof source reserve "
    "resource capacity capability ability skill knowledge experience tendency trend ambition aspiration "
    "motivation preference respect independence freedom sovereignty security stability unity identity ideology "
    "philosophy religion culture language society economy industry sector business company corporation firm "
    "organization organisation institution agency ministry department parliament congress senate court army "
    "navy force police party group movement union committee commission council team squad unit gift testament "
    "record".split()
)
"""Nouns for things, people, places, measures and thoughts: whatever the network of the sentence, no happening."""

STATES: Final = frozenset(
    "dead willing ready prepared missing wounded injured guilty pregnant hospitalized homeless unconscious ill "
    "sick alive bankrupt absent unwilling reluctant unable able due hurt drunk safe".split()
)
"""Adjectives that tell how someone fares; others describe."""

NAMING: Final = frozenset(
    "allege suspect report neighbor neighbour base concern lead exist remain interest relate involve include "
    "accord suppose call know give surround intend accept so-called own state underlie outstand distinguish "
    "complicate speak center mount grow lack follow regard name head wing minded style size age".split()
)
"""Verbs whose participle before a noun only describes it: "the alleged plan", "neighboring states"."""


def _read_rules() -> list[tuple[str, str, str, str]]:
    """Class of the verb, class of its object or "@TYPE", type, mode."""
    out = []
    for line in RULES.strip().splitlines():
        classes, _, kind = line.partition(": ")
        verb, thing = classes.split()
        name, _, mode = kind.partition(" ")
        out.append((verb, thing, name, mode))
    return out


def _read_classes() -> dict[str, frozenset[str]]:
    """Name of a class -> its words."""
    out = {}
    for line in CLASSES_LINES.strip().replace("\n  ", " ").splitlines():
        name, _, words = line.partition(": ")
        out[name] = frozenset(word.strip() for word in words.split(","))
    return out


RULE_ROWS: Final = _read_rules()
CLASSES: Final = _read_classes()
