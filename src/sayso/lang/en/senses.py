"""English words by which a strike is one of workers or of warplanes, and an attack is one or a figure of speech."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.senses import SenseWords

SENSES: Final = SenseWords(
    strikes=words("strike"),
    raids=words("raid"),
    labour=words(
        "general hunger wildcat rail railway bus tube train pay wage wages salary solidarity token "
        "indefinite nationwide "
        "industrial sympathy rolling day-long one-day two-day three-day 24-hour 48-hour 72-hour hour day union worker "
        "teacher nurse doctor docker miner pilot driver lecturer student staff employee shopkeeper trader prisoner "
        "inmate detainee farmer trucker postman journalist lawyer cleaner conditions job jobs overtime layoff layoffs "
        "pension pensions dismissal redundancy freeze cut cuts reform privatisation privatization bazaar merchant "
        "federation employer crew controller fireman firefighter steelworker wage-earner civil-servant labour labor "
        "walk-out demand ballot picket"
    ),
    armed=words(
        "air aerial military missile drone rocket artillery precision surgical retaliatory pre-emptive preemptive "
        "preventive nuclear cross-border punitive targeted coalition alliance army navy air-force force forces jet "
        "warplane aircraft helicopter bomber soldier troop troops marine commando militant rebel insurgent guerrilla "
        "gunman bandit fighter terrorist jihadist militia militiaman attacker assailant raider herder pirate rustler "
        "tribesman separatist extremist warlord cattle general commander enemy regime led mercenary gang mob army's"
    ),
    lawful=words(
        "police policeman detective officer constable agent customs inspector investigator prosecutor tax drug drugs "
        "narcotics vice immigration fbi sheriff gendarme gendarmerie authority authorities court "
        "warrant arrest detain "
        "cocaine heroin search squad regulator"
    ),
    settled=words(
        "village town camp post outpost base convoy market barracks position garrison settlement hamlet "
        "school checkpoint "
        "community farm ranch prison mosque church depot"
    ),
    harm=words(
        "kill wound injure destroy flatten level hit damage target pound hammer ravage demolish "
        "obliterate raze devastate "
        "die perish maim strike bomb burn displace leave"
    ),
    services=words(
        "flight service services production traffic economy output travel travellers travelers commuter "
        "passenger port "
        "railway train class classes lesson exports trade business industry delivery schedule operation"
    ),
    against=words("on against at in near"),
    idle=words("on"),
    forces=words(
        "rains floods fire blaze earthquake quake storm hurricane cyclone flood flooding rain rainfall landslide "
        "avalanche "
        "wildfire disease virus "
        "epidemic pandemic crash accident crisis recession drought lightning heat tornado typhoon tsunami volcano "
        "eruption blaze rollover illness cancer famine wind wave temperature collision derailment snow coronavirus "
        "cholera measles outbreak malaria ebola influenza flu plague infection stroke heart poisoning "
        "smoke fog mudslide "
        "mud tremor aftershock heatwave cold frost blizzard inflation price rate fear doubt glut shortage tariff tax "
        "downturn slump deficit unemployment bug parasite bacteria locust pest weather asthma aids hiv covid covid-19 "
        "collapse stampede shipwreck gale hail smoking tobacco alcohol drinking overdose heatstroke dehydration "
        "starvation thirst hunger hypothermia drowning mishap pile-up"
    ),
    vehicles=words(
        "train bus lorry truck tram ferry coach van taxi minibus motorcycle motorbike tractor trailer locomotive car "
        "vehicle boat"
    ),
    blasts=words("explosion blast"),
    mishaps=words("gas boiler methane mine coal firework fireworks dust cylinder grain refinery chemical kitchen"),
    accidents=words(
        "plunge overturn collapse crash derail capsize collide skid swerve sink topple slip careen veer "
        "burst fall erupt "
        "flood slide tumble"
    ),
    untouched=words(
        "bill law plan proposal deal verdict record tax budget epidemic disease virus cancer cholera "
        "inflation poverty "
        "corruption price share stock rate economy profit sale sales currency dollar rial euro game match ball "
        "title lead goal film photo photograph picture video scene documentary hope idea argument claim "
        "report decision "
        "policy savings export import trade heart lung lungs liver brain immune body_weight chart charts league cup "
        "championship trophy record_low pandemic fire blaze flame flames addiction obesity hunger "
        "malnutrition illiteracy "
        "unemployment crime fraud bureaucracy discrimination racism injustice ignorance climate warming pollution "
        "reputation credibility image growth revenue earnings income bond bonds index bank_rate constitution clause "
        "editorial article speech book novel theory ideology rouble ruble yen peso lira rupee naira demand bank market "
        "exporter importer investor saver borrower scheme project motion reform amendment candidacy merger takeover "
        "call claim challenge allegation criticism accusation pressure show album single comedy musical rumour rumor"
    ),
    violent=words(
        "attack shoot hit beat kill strike fight battle clash target punish destroy crush rout fire bomb invade raid "
        "storm blow war invasion assault offensive hammer pound slaughter massacre defend siege wipe_out smash shot "
        "fighting combat murder ambush bombardment shell batter bombard torpedo rock hurt cripple savage maul pummel "
        "explode blast hit-out sink strangle choke"
    ),
    heaped=words(
        "letter question call message complaint email e-mail request advertisement ad offer demand appeal query "
        "telephone praise criticism information"
    ),
    with_=words("with"),
    hurting=words("kill wound injure hurt destroy damage wreck devastate flatten smash maim burn sink"),
    games=words(
        "striker goalkeeper midfielder defender winger penalty half-time halftime kick-off kickoff league referee "
        "offside hat-trick equaliser equalizer goalless semifinal semi-final quarterfinal quarter-final "
        "playoff play-off "
        "tournament championship innings wicket batsman quarterback touchdown homer inning puck tennis "
        "football soccer peloton breakaway "
        "basketball volleyball rugby cricket wrestling futsal medal olympics goal"
    ),
    game_words=words(
        "game match title champion fan cup score coach keeper crossbar season rovers 1-0 2-0 3-0 1-1 "
        "2-1 3-1 3-2 4-0 4-1 "
        "4-2 5-0 5-1 knockout climb stage sprint lap podium"
    ),
    beside_game=words("defence defense win draw final side team half squad player post bar ball stadium club united"),
    playable=words(
        "attack shoot hit beat strike fight battle clash target punish destroy crush rout fire storm "
        "blow war invasion "
        "assault offensive hammer pound defend siege smash shot fighting combat raid"
    ),
    when=words("when after as while"),
)
