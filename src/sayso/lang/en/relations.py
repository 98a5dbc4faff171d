"""English words by which someone is for or against somebody, written for sayso.

What an event does to somebody is known by its PLOVER type; here stands what has no type, or another sign than it.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.tone import BAD, GOOD
from sayso.lang.needs.events import listed
from sayso.lang.needs.relations import RelationWords, pairs, signed

VERBS: Final = signed(
    plus="""support, back, endorse, praise, hail, applaud, commend, defend, thank, congratulate, honor, honour, salute,
    champion, laud, extol, admire, respect, trust, love, adore, cherish, revere, idolize, embrace, favor, favour,
    befriend, assist, help, aid, protect, rescue, shelter, save, encourage, promote, tout, elect, nominate,
    reelect, re-elect, appoint, fund, finance, bankroll, sponsor, arm, subsidize, exonerate, vindicate, forgive,
    pardon, console, reassure, welcome, appreciate, celebrate, cheer, compliment, credit, sympathize, ally, cooperate,
    collaborate, partner, liberate, reward, comfort, nurture, mentor, empower, strengthen, bolster, boost, rehabilitate,
    accompany, join, shield, uphold, recommend, commemorate, mourn, support, support-vote, advocate""",
    minus="""criticize, criticise, condemn, denounce, deplore, decry, blame, slam, blast, lambast, lambaste, rebuke,
    reprimand, assail, castigate, reproach, berate, chide, deride, insult, mock, scold, censure, vilify, ridicule,
    scorn, taunt, belittle, malign, smear, demonize, demonise, pillory, excoriate, skewer, savage, rip, bash, trash,
    knock, hammer, pan, diss, disparage, denigrate, defame, slander, libel, discredit, humiliate, embarrass, shame,
    accuse, allege, charge, implicate, indict, sue, impeach, prosecute, incriminate, fault, oppose, resist, defy,
    reject, rebuff, spurn, snub, shun, dismiss, repudiate, disavow, disown, undermine, thwart, sabotage, subvert,
    betray, cheat, deceive, mislead, dupe, defraud, exploit, oppress, persecute, harass, bully, intimidate, threaten,
    menace, blackmail, coerce, terrorize, terrorise, torment, torture, abuse, mistreat, attack, assault, bomb, shell,
    kill, murder, assassinate, wound, injure, shoot, beat, stab, strike, invade, raid, ambush, besiege, bombard, fight,
    battle, defeat, crush, overthrow, oust, topple, depose, expel, deport, exile, evict, banish, fire, sack, purge,
    arrest, detain, jail, imprison, kidnap, abduct, hang, execute, sentence, convict, punish, penalize, penalise, fine,
    sanction, blacklist, ban, outlaw, boycott, isolate, ostracize, hate, dislike, despise, loathe, detest, abhor,
    resent, envy, distrust, mistrust, fear, dread, disrespect, disdain, hurt, harm, victimize, victimise, antagonize,
    antagonise, provoke, challenge, confront, contradict, rival, target, besmirch, tarnish, vex, hound, stalk, spy,
    silence, censor, muzzle, suppress, repress, encircle, blockade, block, stonewall, obstruct, hinder, hamper, curb,
    scapegoat, stigmatize, stigmatise, dehumanize, dehumanise, marginalize, marginalise, weaken, swindle, rob, plunder,
    loot, attack-verbally, slap, lash, slate, decapitate, behead, massacre, slaughter, butcher, gas, poison, unseat,
    dethrone, usurp, outflank, backstab, double-cross, desert, abandon, forsake, ignore, disobey, question,
    doubt, disbelieve, warn-off, curse, jeer, heckle, boo, blackball, veto, disqualify, disenfranchise, discriminate,
    underestimate, outlaw, defund, flee, escape""",
    none="""warn, caution, interview, ask, request, inspect, examine, inquire, enquire, urge, call, demand, order,
    appeal, plead, beg, remind, press, insist, must, seek, invite, meet, host, receive, greet, visit, tour, treat,
    lend, evacuate, escort, supply, equip, contribute, must, apply, regret, object, complain, deny, decline, refuse,
    dispute, lament, bemoan, rule, turn, walk, leave, quit, suspend, cancel, postpone, adjourn, question-in,
    audit, monitor, verify, hit, cut, raid-market, engage, push, hold, seize, take, block-off, recall, trade, feed,
    establish, recognize, recognise, affirm, normalize, ratify, approve, vote, side, pledge, promise, approach, probe,
    investigate, interrogate, quiz, grill, search, subpoena, call-on, lose, win, inherit""",
)

PAIRS: Final = pairs(
    [
        *(
            (entry, 1)
            for entry in listed("""side with, stand with, stand by, stand behind, stand up for, stick with,
        stick by, stick up for, agree with, sympathize with, sympathise with, ally with, align with, team up with,
        join forces with, work with, cooperate with, co-operate with, collaborate with, partner with, unite with,
        reconcile with, make peace with, rally behind, rally around, rally to, line up behind, get behind, fall behind,
        vote for, campaign for, campaign with, root for, cheer for, pull for, stump for, lobby for, speak up for,
        speak out for, vouch for, stand in for, look up to, believe in, have faith in, have confidence in,
        express support for, voice support for, throw support behind, throw weight behind, lend support to,
        give support to, pledge support for, pledge support to, pledge allegiance to, swear allegiance to,
        pledge loyalty to, express confidence in, express solidarity with, pay tribute to, pay homage to,
        come to defense of, come to defence of, come to aid of, come out for, come out in, apologize to, apologise to,
        express sympathy for, give credit to, sing praises of, heap praise on, pour praise on, lavish praise on,
        send aid to, provide aid to, give aid to, provide support to, provide help to, sell weapons to, sell arms to,
        supply weapons to, provide weapons to, give shelter to, offer support to, offer help to, be with,
        fight for, fight alongside, march with, care about, care for, root for, enamored of, approve of, think of""")
        ),
        *(
            (entry, -1)
            for entry in listed("""side against, turn against, turn on, speak out against, speak against,
        come out against, campaign against, vote against, run against, rally against, protest against, march against,
        demonstrate against, fight against, fight with, battle with, battle against, struggle against, wage war on,
        wage war against, declare war on, declare war against, go to war with, go to war against, retaliate against,
        plot against, conspire against, collude against, rebel against, revolt against, rise up against, work against,
        lobby against, argue against, testify against, file against, file lawsuit against, file suit against,
        blame on, recall ambassador from, withdraw ambassador from, cut relations with, cut all ties with,
        bring charges against, press charges against, file complaint against, bring case against, rule against,
        discriminate against, warn against, lash out at, lash out against, hit out at, hit back at, fire back at,
        strike back at, strike at, shoot at, fire at, fire on, open fire on, hit back against, push back against,
        push back on, take aim at, take shot at, take swipe at, take issue with, take on, pick fight with,
        pick on, go after, come after, rail against, inveigh against, thunder against, vent at, swing at, snap at,
        yell at, scream at, shout at, sneer at, scoff at, laugh at, poke fun at, make fun of, throw shade at,
        disagree with, break with, split with, split from, clash with, feud with, spar with, argue with, quarrel with,
        wrangle with, compete with, compete against, be at odds with, be at war with, crack down on, clamp down on,
        bear down on, spy on, prey on, cheat on, rat on,  impose sanctions on, slap sanctions on,
        impose sanctions against, put pressure on, pile pressure on, ramp up pressure on, call for ouster of,
        call for resignation of, call for impeachment of, launch attack on, launch attacks on, launch attack against,
        launch offensive against, carry out attack on, carry out attack against, mount attack on, level accusation at,
        level accusations against, point finger at, pin blame on, put blame on, lay blame on, place blame on,
        cast blame on, cast doubt on, cast doubt upon, express doubt about, express doubts about, express concern about,
        express concerns about, raise concern about, raise concerns about, raise question about, raise questions about,
        have doubt about, have doubts about, voice concern about, voice concerns about,
        throw cold water on, pour cold water on, pour scorn on, heap scorn on,
        express anger at, express outrage at, disapprove of, tire of, complain about, complain of, gripe about,
        object to, balk at, bristle at, recoil from, distance from, cut ties with, sever ties with, break ties with,
        break relations with, sever relations with, walk away from, wash hands of, turn back on, stand up to,
        hold accountable, see as threat, gang up on, infringe on, encroach on, trample on, accuse of""")
        ),
    ]
)

MOVING: Final = signed(
    plus="impress, please, delight, inspire, charm, thrill, gratify",
    minus="""anger, infuriate, enrage, outrage, alarm, worry, disappoint, frustrate, alienate, offend, annoy, irritate,
    irk, incense, rankle, rile, upset, appall, appal, disgust, horrify, dismay, disturb, embitter, exasperate, shock,
    unnerve, trouble""",
)

NOUNS: Final = signed(
    plus="""ally, friend, partner, supporter, backer, advocate, admirer, fan, champion, defender, sympathizer,
    sympathiser, loyalist, confidant, confidante, protege, patron, sponsor, benefactor, proponent, follower, disciple,
    comrade, devotee, booster, surrogate, protector, helper, well-wisher, apologist, fundraiser, donor""",
    minus="""enemy, foe, rival, opponent, critic, adversary, nemesis, archenemy, arch-enemy, archrival, arch-rival,
    arch-foe, antagonist, detractor, challenger, accuser, attacker, persecutor, tormentor, oppressor, skeptic, sceptic,
    thorn, opposer, denouncer, foil, competitor""",
)

NAMES: Final = signed(
    plus="hero, heroine, patriot, saint, liberator, savior, saviour, genius, visionary, peacemaker, freedom-fighter",
    minus="""wrecker, traitor, thug, stooge, butcher, tyrant, thief, liar, hypocrite, gangster, mercenary, invader,
    occupier, aggressor, murderer, crook, bully, coward, fascist, nazi, racist, fanatic, clown, idiot, moron, fool,
    charlatan, monster, devil, demon, hangman, henchman, warmonger, parasite, vermin, scum, hooligan, saboteur, infidel,
    heretic, lackey, quisling, provocateur, troublemaker, swindler, plunderer, usurper, oppressor, despot, autocrat,
    demagogue, bigot, lunatic, madman, maniac, villain, conman, imposter, impostor, puppet, rat, snake, paymaster,
    predator, pervert, sexist, misogynist, hatemonger, criminal, terrorist, war-criminal""",
)

RELATIONS: Final = RelationWords(
    names=NAMES,
    calling=words("call brand label dub term describe denounce portray depict"),
    verbs=VERBS,
    pairs=PAIRS,
    moving=MOVING,
    nouns=NOUNS,
    mutual=words(
        "ally friend partner enemy foe rival adversary archenemy arch-enemy archrival arch-rival arch-foe comrade "
        "opponent nemesis competitor"
    ),
    bygone=words("former ex one-time onetime erstwhile old past previous late then sometime would-be potential"),
    linked=words("of to with for against"),
    adjectives={
        adjective: (words(prepositions), sign)
        for sign, lines in (
            (1, "supportive:of loyal:to grateful:to thankful:to friendly:to,with sympathetic:to,with devoted:to "
                "proud:of fond:of allied:to,with aligned:with close:to faithful:to enthusiastic:about "
                "appreciative:of respectful:of protective:of united:with,behind partial:to impressed:by,with "
                "enamored:of,with committed:to favorable:to favourable:to kind:to generous:to"),
            (-1, "critical:of hostile:to,toward,towards opposed:to angry:at,with furious:at,with wary:of "
                 "suspicious:of contemptuous:of dismissive:of disdainful:of skeptical:of sceptical:of mad:at "
                 "frustrated:with,by disappointed:with,by,in afraid:of fearful:of resentful:of intolerant:of "
                 "jealous:of envious:of unhappy:with dissatisfied:with cruel:to disloyal:to distrustful:of "
                 "scornful:of sick:of tired:of fed:with ashamed:of outraged:at,by incensed:at,by "
                 "antagonistic:to,toward "
                 "disrespectful:to,of averse:to unfair:to upset:with,at,by annoyed:with,by,at alarmed:by appalled:by "
                 "disgusted:with,by worried:about concerned:about"),
        )
        for entry in lines.split()
        for adjective, _, joined in (entry.partition(":"),)
        for prepositions in (joined.replace(",", " "),)
    },
    behind=signed(
        plus="backed, supported, sponsored, funded, financed, aligned, allied, trained, armed, supplied, endorsed",
        minus="hating, bashing",
    ),
    leaning=signed(plus="pro", minus="anti"),
    hyphens=frozenset("-‐‑–"),
    copulas=words("be become remain stay"),
    becoming=words("become"),
    not_yet=words(
        "will would shall should may might can could must ought wo ca 'll 'd make want hope wish seek try need expect "
        "plan promise intend threaten if whether unless"
    ),
    doubts=words("deny doubt question ask wonder pretend suggest hint"),
    negations=words("not n't never no neither nor hardly no-longer"),
    of=words("of"),
    good=GOOD,
    bad=BAD,
    pledging=words("promise pledge guarantee assure offer vow grant give extend provide lend"),
    refusing=words("refuse deny withhold"),
    boons=words(
        "safety security support protection aid help assistance asylum refuge shelter sanctuary amnesty backing "
        "loyalty relief arms weapon ammunition passage solidarity"
    ),
    harming=words("touch harm hurt extradite return surrender deport prosecute"),
    noone=words("nobody no-one none"),
    backing=words("backing support protection patronage sponsorship help assistance blessing"),
    under=words("with under through"),
    from_whom=words("of from by"),
    hosting=words("host harbor harbour shelter"),
    belonging=words(
        "member fighter supporter follower soldier troop force officer official police policeman diplomat ambassador "
        "envoy embassy consulate office headquarters position base leader commander spokesman spokeswoman citizen "
        "national gunman militant activist delegate agent spy police-force army"
    ),
    seen=words("see regard consider view describe know count"),
    as_=words("as"),
    guilty=words("responsible guilty culpable"),
    fault=words("responsibility blame fault guilt"),
    lying=words("lie rest"),
    with_=words("with on"),
    for_=words("for of"),
    harms=words(
        "blast explosion bombing attack killing death murder massacre fire crash shooting raid violence bloodshed war "
        "crime failure crisis tragedy disaster assassination strike ambush kidnapping injury loss damage hunger famine"
    ),
    treaties={
        verb: words("treaty pact alliance accord friendship partnership")
        for verb in ("sign", "conclude", "form", "forge", "seal", "make")
    },
    apart=words("clash feud quarrel battle skirmish"),
    ought=words("should must ought"),
    dues=words("try stop remove extradite replace"),
    trusting=words("trust believe"),
    leaving=words("resign"),
    urging=words("urge call demand ask tell order press implore appeal warn"),
    upon=words("on upon to"),
    stopping=words("stop cease end halt refrain desist"),
    writings=words(
        "letter statement report book article post tweet note speech essay column editorial message memo email ad "
        "advertisement video film document resolution petition lawsuit complaint story song advert press-release"
    ),
    courts=words("court judge tribunal jury justices referee"),
    games=words(
        "game match final semi-final semifinal quarter-final quarterfinal league cup tournament season innings goal "
        "playoff set tiebreak coach striker"
    ),
    score=re.compile(r"(?<![\d$€£.,-])\d{1,3}[-–]\d{1,3}(?![\d.,-]*\d)"),
)  # fmt: skip
