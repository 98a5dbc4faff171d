"""English words that judge, with their polarity: what labels are found by. Kept by hand; no list of others is in it."""

from __future__ import annotations

from typing import Final

_NAMES_AGAINST: Final = """
abuser accomplice accuser adulterer agent-provocateur aggressor aggressors agitator alarmist anarchist annexationist
antisemite apologist apostate apparatchik appeaser arsonist assailant assassin attacker autocracy autocrat bandit
barbarian beast bigmouth bigot blackmailer blowhard bluffer boaster bogeyman bomber bootlicker brainwasher brute
buffoon bully butcher cabal cancer cannibal carpetbagger cartel charlatan chauvinist cheat cheater clique clown
collaborator colonialist coloniser colonizer conman conspirator convict coward crackpot crank criminal cronies crony
crook crusader culprit cult cultist cutthroat danger deceiver defector degenerate demagogue demon denier deserter
despot destroyer deviant devil dictator dictatorship disgrace dog dotard dropout drug-dealer dupe egomaniac
embarrassment embezzler enabler enemy enforcer evildoer executioner exploiter extortionist extremist failure fake
fanatic fascist fearmonger felon fifth-columnist filth firebrand flip-flopper flop flunky foe fool fraud fraudster
freeloader fugitive fundamentalist gang gangster genocidaire gold-digger goon grifter gunman hack hangman hardliner
has-been hatemonger hater henchman heretic hijacker hireling hitman hoodlum hooligan horde hostage-taker hothead
huckster hypocrite ideologue idiot imbecile imposter impostor incompetent infidel infiltrator informer insurgent
intruder invader islamist jailbird jailer jihadi jihadist junta kidnapper killer kingpin kleptocracy kleptocrat kook
lackey laggard lapdog lawbreaker leech liability liar looter loser lout lunatic madman mafia mafioso maniac marauder
marionette mastermind menace mercenary militant miscreant mob mobster moneylaunderer monster moron mouthpiece murderer
narcissist nazi neo-nazi neofascist nepotist nightmare nitwit nobody nuisance nut nutcase oaf occupier oddball
offender oligarch opportunist oppressor outcast outlaw paedophile parasite pariah partisan pawn paymaster peddler
pedophile perpetrator pervert pirate plague plotter poacher poisoner populist profiteer propagandist provocateur
psychopath puppet puppet-state quisling rabble rabble-rouser racist racketeer radical raider ransomer rapist rat
reactionary renegade riffraff ringleader rioter robber rogue ruffian saboteur sadist satrap savage scammer scapegoat
scaremonger schemer scoundrel scum secessionist separatist sexist shill showman simpleton slanderer slaver smuggler
snake sociopath spoiler spy stalker stooge strongman subversive supremacist swindler sycophant sympathiser sympathizer
terrorist theocracy thief threat thug toady tormentor torturer totalitarian trafficker traitor trash trespasser troll
troublemaker turncoat tyranny tyrant usurper vagrant vandal vassal vermin villain viper vulture wannabe warlord
warmonger weakling white-supremacist wimp witch wolf womanizer wrecker wrongdoer xenophobe zealot
"""
_NAMES_FOR: Final = """
ally angel backbone beacon benefactor brother champion comrade cornerstone defender diplomat-par-excellence expert
fighter-for-freedom freedom-fighter friend genius gentleman guardian heavyweight hero heroine humanitarian icon idol
inspiration jewel king-maker landmark leader-in-exile legend liberator lifesaver lion luminary martyr
mastermind-of-peace mentor model partner patriot peacekeeper peacemaker philanthropist pillar pioneer powerhouse pride
prodigy protector redeemer reformer rescuer role-model saint savior saviour stalwart standard-bearer star statesman
stateswoman superstar supporter survivor torchbearer trailblazer treasure veteran victor virtuoso visionary winner
"""
_NAMES_PLAIN: Final = """
activist alien asylum-seeker billionaire capitalist captive centrist centrists clan colonist combatant communist
conservative critic demonstrator deportee detainee dissenter dissident dissidents dove emigre environmentalist escapee
evacuee exile expatriate feminist fighter figurehead follower foreigner guerrilla gunner hardcore hardliners hawk heir
hermit hostage ideologues immigrant inmate insider internee islamists islander kingmaker layman left-winger leftist
leftists leninist liberal loyalist magnate marxist maverick migrant militia militiaman minority moderate moderates
mogul monarchist mujahid mujahideen nationalist native newcomer outsider pacifist paramilitary peasant pilgrim
pilgrims populists powerbroker prisoner protester protestor rebel recluse refugee resident resister returnee
revolutionary right-winger rival royalist sect secularist settler socialist squatter stowaway technocrat teetotaler
trotskyist tycoon underdog veteran victim vigilante villager whistle-blower whistleblower émigré
"""
_STATES: Final = "regime junta clique entity statelet puppet-government pseudo-state faction gang cult sect mob outfit"

_ADJECTIVES_AGAINST: Final = """
abhorrent abominable abrasive abrupt absurd abusive acrimonious addicted adversarial afraid aggressive alarmed
alarming alien aloof angry annoyed anti-democratic anxious appalled appalling arbitrary arrogant ashamed atrocious
authoritarian autocratic awful awkward backward bad baffling barbaric barbarous baseless beleaguered belligerent beset
biased bigoted bitter bizarre blameworthy blatant bleak bloated bloodthirsty bloody blunt bogus bombastic boring
botched brazen broken brutal bumbling bungling calamitous callous catastrophic cautious chaotic cheap childish clumsy
coercive cold-blooded combative complacent complicit conceited concerned condescending confrontational confused
contemptible contemptuous contentious controversial convicted corrupt corrupted costly cowardly crazed crazy criminal
crippled crippling crooked cruel culpable cunning cynical damaging damning dangerous dark deadly deceitful deceptive
defamatory defective defensive defiant delinquent delusional demented demoralized deplorable depraved deranged
derogatory desperate despicable despotic destructive detestable devastated devastating devious dictatorial difficult
dire dirty disappointed disappointing disastrous discredited discriminatory disgraced disgraceful disgruntled
disgusted disgusting dishonest disingenuous disloyal dismal dismissive disorganized disparaging disruptive
dissatisfied distasteful distressed distressing disturbed disturbing divided divisive dogmatic doomed dreadful dubious
dumb dysfunctional egotistical egregious embarrassed embarrassing embattled embittered empty erratic evasive evil
exaggerated excessive expansionist exploitative explosive extravagant extreme extremist failed failing faithless fake
fallen false fanatical fascist fatal faulty fearful feckless feeble ferocious fickle fierce fiery filthy flagrant
flawed flimsy foolhardy foolish forceful forged fragile frantic fraudulent frightened frightening frivolous frustrated
frustrating furious futile genocidal ghastly graft-ridden greedy grim gross grotesque grudging gruesome guilty
gullible hapless harmful harsh hasty hated hateful hawkish heartless heated heavy-handed heinous helpless heretical
hideous hollow horrendous horrible horrific hostile humiliated humiliating hypocritical hysterical idiotic ignominious
ignorant ill-advised ill-conceived ill-prepared illegal illegitimate illicit immature immoral impatient imperialist
imprudent impulsive inaccurate inadequate inappropriate incapable incoherent incompetent inconsistent incredulous
indecent indecisive indifferent ineffective ineffectual inept inexperienced infamous inferior inflammatory inhuman
inhumane insane insecure insensitive insidious insincere insolent insufficient insulting intolerable intolerant
intransigent invalid irate irrational irresponsible isolated jailed jealous jittery lame lawless lazy lethal lewd
loathsome lousy ludicrous lurid mad malevolent malicious manipulative marginalized mean meaningless menacing merciless
messy militant misguided misleading mistaken monstrous murderous naive nasty nefarious negative neglectful negligent
nervous notorious obnoxious obscene obsolete obstinate obstructionist offensive ominous opaque opportunistic
oppressive outdated outlandish outraged outrageous overbearing overblown overzealous painful paranoid pathetic
perilous pernicious perverse pessimistic petty petulant phony poisonous pompous poor power-hungry powerless predatory
preposterous problematic propagandistic provocative punitive questionable racist radical rash reckless reclusive
reluctant remorseless repellent reprehensible repressive repugnant resentful restless retaliatory ridiculous rigged
risky rogue rude ruinous ruthless sadistic savage scandal-plagued scandalous scared scary scathing sceptical secretive
sectarian self-serving selfish senile senseless severe sexist shady shaky shallow shameful shameless sharp shocked
shocking shoddy short-sighted shortsighted sinful sinister skeptical slanderous sleazy sloppy slow slow-footed
sluggish sly smug sordid spineless spiteful stale stalled stern stubborn stupid subversive superficial suspect
suspicious tainted tarnished tense terrible terrified terrifying terrorist thorny threatened threatening thuggish
timid tired torn totalitarian toxic traitorous treacherous treasonous troubled troubling tumultuous turbulent
tyrannical ugly unable unacceptable unaccountable unauthorized uncertain uncivilized unclear uncomfortable
unconstitutional uncooperative undemocratic undermined undocumented uneasy unethical unfair unfit unfounded unhappy
unhinged unilateral unimportant unjust unjustified unlawful unpatriotic unpopular unprecedented unpredictable
unprepared unprofessional unprovoked unqualified unreasonable unreliable unrepentant unruly unsafe unsavory
unscrupulous unstable unsubstantiated unsuccessful unthinkable untrue untrustworthy unwarranted unwelcome unwilling
unwise unworthy upset useless vague vengeful venomous vicious vile villainous vindictive violent volatile vulgar
vulnerable war-torn wary wasteful weak weakened weary wicked wild witless worried worrisome worrying worse worst
worthless wounded wretched wrong wrongful xenophobic
"""
_ADJECTIVES_FOR: Final = """
able acclaimed accomplished admirable adored amazing amicable authentic awesome balanced beautiful beloved beneficial
benevolent best better big blameless bold brave bright brilliant calm capable careful celebrated charismatic
charitable charming cheerful civilized clean clear clever close comfortable committed compassionate competent composed
conciliatory confident considerate consistent constructive convincing cooperative courageous courteous creative
credible crucial decent decisive dedicated democratic dependable deserving determined devoted dignified diligent
disciplined distinguished dynamic eager earnest effective efficient eloquent eminent encouraging energetic enlightened
enormous enthusiastic esteemed ethical excellent exceptional excited exemplary experienced extraordinary fabulous fair
faithful famous fantastic fearless fine firm flexible formidable forthright free friendly fruitful generous genial
gentle genuine gifted glad glorious good gracious grateful great groundbreaking happy hard-working hardworking healthy
helpful heroic historic honest honorable honored honourable hopeful hospitable humane humble ideal illustrious immense
impartial impeccable important impressive incorruptible incredible independent indispensable industrious influential
informed innocent innovative inspired inspiring instrumental intelligent invaluable just key kind knowledgeable
landmark laudable lawful legendary legitimate liberal likable lively lovely loyal magnificent major marvelous
masterful mature meaningful merciful meritorious mighty moderate modest monumental moral motivated nice noble notable
open optimistic orderly outspoken outstanding passionate patient patriotic peaceful perfect persistent persuasive
pivotal pleasant pleased polite popular positive powerful practical pragmatic praiseworthy prestigious prominent
promising proper prosperous proud prudent punctual ready realistic reasonable receptive reliable remarkable renowned
reputable resilient resolute resourceful respected respectful responsible responsive revered righteous robust safe
seasoned secure selfless sensible serious significant sincere skilled skillful smart solid sophisticated special
spectacular stable staunch steadfast strategic strong stunning successful superb superior supportive supreme sweeping
sympathetic tactful talented tenacious terrific thankful thoughtful tireless tolerant top tough transparent tremendous
trusted trustworthy truthful unbiased understanding unique united unwavering upbeat upright upstanding useful valiant
valid valuable valued venerable viable vibrant victorious vigilant vigorous virtuous vital warm welcome well-known
willing wise wonderful worthy
"""
_VERBS_AGAINST: Final = """
abandon abduct abuse accuse admonish afflict aggravate alienate allege ambush annex annihilate antagonize appease
assail assassinate assault atone attack backfire backpedal ban barricade batter beat befuddle behead belittle berate
besiege betray blackmail blame blast bluff blunder boast bomb bombard botch boycott brag brainwash brandish breach
break bribe bristle bully bungle butcher cave cheat chide clamp clash coerce collapse collude complain concoct condemn
confiscate conspire contradict corrupt covet crack crackdown crash cripple criticise criticize crumble crush curb
curtail damage deceive decimate decry defame defraud defy degrade demean demolish demonise demonize denigrate denounce
deplore deport deprive deride desecrate despise destabilise destabilize destroy detain deteriorate devastate dictate
discredit discriminate disdain disenfranchise disgrace dismantle disobey disparage disregard disrespect disrupt dither
dodge doom dread dump embarrass embezzle enable endanger enrage enslave evade evict exacerbate exaggerate execute
expel exploit extort fabricate fail falsify falter fear feud fire flaunt flee flounder flout force forfeit forge
forsake frighten fuel fumble gag gloat goad grab gripe grumble hack halt hamper harass harm hassle hate haunt hesitate
hijack hinder hoard hoodwink hound humiliate hurt ignore impede imperil imprison incite indict infect infiltrate
inflame inflict infringe infuriate insult interfere intimidate intrude invade jail jeopardise jeopardize kidnap kill
lag lambast lambaste lament languish lash launder leak lie loot lose lurch lure maim malign mangle manipulate
marginalize massacre meddle mislead mismanage mistreat misuse mobilize mock molest murder mutilate neglect obfuscate
obliterate obstruct occupy offend oppress oust outrage overreach overreact overstep overthrow pander panic penalize
perish perpetrate persecute pervert pillage plague plead plot plunder poison pollute pounce pressure prevaricate
procrastinate profit proliferate provoke punish purge quarrel quash quit rage raid rail ransack rant rape rattle
ravage rebuff rebuke recant recoil refuse reject renege repress reprimand reprove resent resign retaliate retreat
revile ridicule rig risk rob rout ruin sabotage sack sap scapegoat scare scheme scoff scold scorn scramble scream
seethe seize shame shatter shelve shirk shoot shout shrug shun sideline silence slam slander slap slash slaughter
smash smear smuggle snatch sneer snub spurn spy squander stab stagger stall starve steal stifle stoke stonewall storm
strangle struggle stumble stymie subjugate subvert suffer sully suppress surrender suspect swindle taint tamper target
tarnish taunt tear tease terrify terrorise terrorize thrash threaten throttle thwart topple torment torpedo torture
traffic trample trap traumatize trespass trick trouble tumble twist undercut undermine unleash unnerve unravel unseat
upset usurp vandalize vanquish victimize vilify violate vow wail wallow wane warn waste waver weaken whine whip
whitewash withhold worry worsen wound wreck yell
"""
_VERBS_FOR: Final = """
accept accommodate accomplish achieve admire adore advance affirm agree aid applaud appreciate approve assist assure
attain avert award befriend benefit bless bolster boost calm care celebrate champion cheer cherish clarify co-operate
collaborate comfort commend compliment comply congratulate console cooperate cultivate defend delight deliver deserve
donate ease embrace empower enact encourage endorse enhance enjoy enlighten enrich ensure excel exonerate extol
flourish forgive foster free fulfil fulfill gain give glorify guarantee guide hail heal help honor honour hope improve
inspire invest laud lavish lead liberate lift love master mediate mend mourn negotiate nurture overcome pardon
persevere pledge praise preserve prevail progress promise promote prosper protect rally reassure rebuild recognize
reconcile rectify reform rejoice relieve rescue resolve respect restore revere reward safeguard salute satisfy save
secure share shine smile solve soothe spare stabilize strengthen succeed support surpass sustain thank thrive tout
triumph trust uphold value vindicate warm welcome win
"""
_NOUNS_AGAINST: Final = """
abduction abuse accusation addiction affront aggression allegation anger animosity anxiety apartheid assault atrocity
attack backlash barbarism betrayal bias bigotry blackmail blame blasphemy blood bloodshed blow blunder bluster bombast
brazenness breach bribe bribery brutality bully carnage cataclysm catastrophe chaos collapse collusion complaint
complicity concern condemnation confrontation confusion conspiracy contempt controversy corruption cover-up coverup
cowardice crackdown crime crisis criticism cruelty cynicism damage danger darkness deadlock deceit deception decline
defeat defiance delusion denial depravity despair desperation destruction deterioration devastation dictatorship
difficulty disarray disaster discontent discord discrimination disdain disgrace dishonesty disinformation dismay
disrespect disruption distortion distrust disunity dogma doubt downfall dread emergency enmity error evil excess
exploitation extortion extremism fabrication failure falsehood fanaticism farce fascism fault fear feud fiasco flaw
folly fraud frenzy frustration fury genocide graft greed grief grievance guilt harassment hardship harm hate hatred
havoc hazard hoax horror hostility humiliation hypocrisy hysteria idiocy ignorance illegality impasse impunity
incitement incompetence indecision indifference indignation infamy infighting infringement injustice insanity
insecurity instability insult insurgency intimidation intolerance intransigence intrigue intrusion irresponsibility
isolation jeopardy lawlessness liability lie looting loss lunacy madness malice malpractice manipulation massacre
meddling mess misconduct misery misinformation mismanagement mistake mistrust misuse mockery murder nationalism
neglect negligence nepotism nightmare nonsense obstruction offence offense oppression outburst outrage panic paranoia
peril perjury persecution persecutor pessimism pitfall plight plot poison poverty predicament prejudice pretense
pretext problem propaganda provocation quagmire racism rage rampage rant recklessness repression resentment
retaliation retreat retribution revenge rhetoric riot risk rivalry sabotage sadism savagery scandal scheme setback
sham shame shock shortcoming sin slander slaughter slavery smear stalemate stigma strife stupidity subversion
suffering suppression suspicion tension terror terrorism theft threat tirade torture tragedy travesty treachery
treason trick trouble turmoil tyranny uncertainty unrest upheaval vandalism vendetta vengeance venom vice victimhood
violation violence vitriol vulgarity warmongering waste weakness witch-hunt woe worry wrath wreckage wrongdoing
xenophobia
"""
_NOUNS_FOR: Final = """
acclaim accomplishment accord achievement admiration advantage affection aid alliance applause approval assistance
assurance authority benefit blessing boldness bravery breakthrough brilliance calm candor care charity clarity
co-operation comfort commitment compassion competence compliment compromise confidence consensus cooperation courage
courtesy credibility credit decency dedication determination devotion dignity diligence diplomacy discipline ease
efficiency empathy encouragement endorsement enthusiasm excellence expertise fairness faith fame favor favour
forgiveness freedom friendship generosity genius glory goodness goodwill grace gratitude greatness guidance happiness
harmony help heroism honesty honor honour hope hospitality humanity humility independence influence ingenuity
innocence innovation insight integrity intelligence joy justice kindness leadership legacy legitimacy liberty love
loyalty luck majesty mercy merit milestone modesty morality nobility openness opportunity optimism passion patience
patriotism peace pledge popularity power praise prestige pride privilege progress promise prosperity protection
prowess prudence readiness reassurance recognition reconciliation recovery reform relief reputation resilience resolve
respect responsibility restraint reward sacrifice safety sanity satisfaction security sincerity skill solidarity
sophistication stability stamina strength success support sympathy tact talent tenacity tolerance transparency tribute
triumph trust truth unity valor victory vigilance vigor virtue vision vitality warmth welcome wisdom wit zeal
"""
_ADVERBS_AGAINST: Final = """
abruptly absurdly aggressively allegedly angrily arbitrarily arrogantly badly bizarrely blatantly bluntly brazenly
brutally callously carelessly clumsily cruelly cynically dangerously deceitfully defiantly deliberately desperately
dishonestly erroneously falsely feebly fiercely foolishly forcibly frantically fraudulently furiously grossly
grudgingly harshly hastily hypocritically illegally illegitimately improperly inexplicably irresponsibly madly
maliciously mercilessly misleadingly naively negligently notoriously ominously outrageously painfully poorly
recklessly reluctantly repeatedly reportedly ruthlessly savagely secretly senselessly severely shamefully shamelessly
sharply stubbornly stupidly suspiciously unfairly unjustly unlawfully viciously violently weakly wildly willfully
wrongfully wrongly
"""
_ADVERBS_FOR: Final = """
admirably beautifully boldly bravely brilliantly calmly carefully competently confidently courageously decisively
deftly diligently effectively elegantly eloquently enthusiastically fairly faithfully fearlessly firmly generously
gently gladly gracefully graciously heroically honestly honorably kindly legally legitimately lovingly loyally
magnificently nobly patiently peacefully politely proudly responsibly rightly sincerely skillfully smartly smoothly
strongly successfully thoughtfully tirelessly truthfully valiantly warmly wisely wonderfully
"""


def _polar(against: str, in_favour: str = "", plain: str = "") -> dict[str, int]:
    """Lemma -> polarity; of a word in two lists the first counts."""
    out: dict[str, int] = {}
    for listed, polarity in ((against, -1), (in_favour, 1), (plain, 0)):
        for word in listed.split():
            out.setdefault(word, polarity)
    return out


NAMES: Final = _polar(_NAMES_AGAINST, _NAMES_FOR, _NAMES_PLAIN)
STATES: Final = _polar(_STATES)
ADJECTIVES: Final = _polar(_ADJECTIVES_AGAINST, _ADJECTIVES_FOR)
VERBS: Final = _polar(_VERBS_AGAINST, _VERBS_FOR)
NOUNS: Final = _polar(_NOUNS_AGAINST, _NOUNS_FOR)
ADVERBS: Final = _polar(_ADVERBS_AGAINST, _ADVERBS_FOR)
