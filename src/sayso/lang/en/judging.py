"""English words that judge, with their polarity: what labels are found by. Kept by hand; no list of others is in it."""

from __future__ import annotations

from typing import Final

_NAMES_AGAINST: Final = """
abuser accomplice adulterer aggressor aggressors agitator alarmist anarchist annexationist antisemite apologist
apostate apparatchik appeaser arsonist assailant assassin autocracy autocrat bandit barbarian beast bigmouth bigot
blackmailer blowhard bluffer boaster bogeyman bootlicker brainwasher brute buffoon bully butcher cabal cancer cannibal
carpetbagger cartel charlatan chauvinist cheat cheater clique clown collaborator colonialist coloniser colonizer
conman coward crackpot crank criminal cronies crony crook crusader culprit cult cultist cutthroat danger death-squad
deceiver defector degenerate demagogue demon denier deserter despot destroyer deviant devil dictator dictatorship
disgrace dotard dupe egomaniac embarrassment embezzler enabler enemy enforcer evildoer executioner exploiter
extortionist extremist failure fake fanatic fascist fearmonger felon firebrand flip-flopper flop flunky foe fool fraud
fraudster freeloader fugitive fundamentalist gang gangster genocidaire gold-digger goon grifter gunman hangman
hard-liner hardliner has-been hatemonger hater henchman heretic hijacker hireling hitman hoodlum hooligan horde
hostage-taker hothead huckster hypocrite ideologue idiot imbecile imposter impostor incompetent infidel infiltrator
informer insurgent intruder islamist jailbird jailer jihadi jihadist junta kidnapper killer kingpin kleptocracy
kleptocrat kook lackey laggard lapdog lawbreaker leech liability liar looter loser lout lunatic madman mafia mafioso
maniac marauder marionette mastermind menace mercenary militant miscreant mobster moneylaunderer monster moron
mouthpiece murderer narcissist nazi neo-nazi neofascist nepotist nightmare nitwit nuisance nutcase oaf occupier
oddball oligarch opportunist oppressor outcast outlaw paedophile parasite pariah pawn paymaster peddler pedophile
perpetrator pervert pirate plotter poacher poisoner populist profiteer propagandist provocateur psychopath puppet
quisling rabble rabble-rouser racist racketeer raider ransomer rapist reactionary renegade riffraff ringleader rioter
robber rocket-man rogue ruffian saboteur sadist satrap savage scammer scapegoat scaremonger schemer scoundrel scum
sexist shill showman simpleton slanderer slaver smuggler sociopath spoiler spy stalker stooge strongman subversive
supremacist swindler sycophant sympathiser sympathizer terrorist theocracy thief thug toady tormentor torturer
totalitarian trafficker traitor trespasser troll troublemaker turncoat tyranny tyrant usurper vagrant vandal vassal
vermin villain viper vulture wannabe war-criminal warlord warmonger weakling white-supremacist wimp womanizer wrecker
wrongdoer xenophobe zealot
"""
_NAMES_FOR: Final = """
angel backbone beacon benefactor cornerstone freedom-fighter gentleman heavyweight hero heroine humanitarian
inspiration liberator lifesaver luminary martyr patriot peace-maker peacekeeper peacemaker philanthropist pillar
powerhouse pride prisoner-of-conscience prodigy redeemer rescuer role-model saint savior saviour stalwart
standard-bearer statesman stateswoman superstar torchbearer trailblazer victor virtuoso visionary
"""
_NAMES_PLAIN: Final = """
alien asylum-seeker captive colonist deportee detainee dissenter dissident emigre environmentalist escapee evacuee
exile expatriate figurehead foreigner guerrilla hostage immigrant inmate insider internee kingmaker left-winger
leninist loyalist marxist maverick migrant militia militiaman monarchist mujahid mujahideen nationalist pacifist
paramilitary pilgrim powerbroker prisoner rebel recluse refugee resident resister returnee revolutionary right-winger
royalist secularist settler squatter stowaway technocrat teetotaler trotskyist underdog vigilante whistle-blower
whistleblower émigré
"""
_STATES: Final = "regime junta clique entity statelet puppet-government pseudo-state faction gang cult sect mob outfit"

_ADJECTIVES_AGAINST: Final = """
abhorrent abominable abrasive abrupt absurd abusive acrimonious addicted adrift adversarial afraid aggressive
aggrieved ailing alarmed alarming aloof amateurish angry annoyed anti-democratic anti-muslim anti-semitic antisemitic
anxious apoplectic appalled appalling appeasing arbitrary arrogant ashamed atrocious authoritarian autocratic awful
awkward backtracking backward bad baffling barbaric barbarous baseless beleaguered bellicose belligerent beset
bewildered biased bigoted bizarre blameworthy blatant bleak blinkered bloated bloodthirsty bloody blustering blustery
boastful bogus bombastic boring botched brash brazen brooding brutal bullying bumbling bungling cagey calamitous
callous cash-strapped catastrophic cautious chaotic childish clueless clumsy cocky cold-blooded combative complacent
complicit compromised conceited concerned condescending confrontational confused conniving contemptible contemptuous
contentious contrite cornered corrupt corrupted cowardly crazed crazy crestfallen cringing crippled crippling crooked
crude cruel culpable cunning cynical damaging damning dazed deadlocked deceitful deceived deceptive defamatory
defective defensive defiant deflated dejected delinquent delusional demagogic demented demoralized deplorable depraved
deranged derogatory desperate despicable despotic destructive detestable devastated devious dictatorial dire
disappointed disappointing disastrous discomfited discredited discriminatory disgraced disgraceful disgruntled
disgusted disgusting disheartened dishonest disingenuous disloyal dismal dismayed dismissive disorganized disparaging
disruptive dissatisfied distasteful distressed distressing disturbed disturbing divisive dogmatic doomed dour dreadful
dubious dumb dysfunctional eccentric egotistical egregious embarrassed embarrassing embattled embittered enraged
envious erratic evasive evil exaggerated excessive expansionist exploitative explosive extravagant extremist fading
failed failing faithless fanatical fascist fatal faulty fearful feckless feeble ferocious fickle fierce fiery filthy
flagrant flawed flimsy flip flippant foolhardy foolish forceful forged fragile frantic fraudulent frightened
frightening frivolous frustrated frustrating fuming furious futile genocidal ghastly goaded graceless graft-ridden
greedy grim gross grotesque grudging gruesome guilty gullible half-hearted hamstrung hapless harmful harsh hasty hated
hateful haughty hawkish heartless heated heavy-handed heinous hellbent helpless heretical hideous hollow homophobic
horrendous horrible horrific hostile hot-headed humiliated humiliating hyperbolic hypocritical hysterical idiotic
ignominious ignorant ill-advised ill-conceived ill-prepared ill-tempered illegitimate illicit immature immoral
impatient imperialist imperious impetuous imprudent impulsive inaccurate inadequate inappropriate incapable incendiary
incensed incoherent incompetent inconsistent incredulous indecent indecisive indifferent ineffective ineffectual inept
inexperienced infamous inferior inflammatory inflexible inhuman inhumane insane insecure insensitive insidious
insincere insolent insufficient insulted insulting intolerable intolerant intransigent irate irked irrational
irresponsible irreverent islamophobic isolated jailed jealous jittery lackluster lacklustre lame lawless lazy leery
lethal lewd livid loathsome long-threatened long-winded loudmouthed lousy ludicrous lukewarm lurid mad made-up
malevolent malicious manipulative marginalized meaningless megalomaniacal menacing merciless mercurial messy militant
misguided misleading misogynistic mistaken mistrustful monstrous moody muddled murderous mysterious naive nasty
nefarious negative neglectful negligent nervous nonchalant notorious obnoxious obscene obsolete obstinate
obstructionist offensive ominous opaque opportunistic oppressive outdated outgunned outlandish outmaneuvered
outmanoeuvred outraged outrageous overbearing overblown overconfident overzealous painful panicked panicky paranoid
partisan pathetic peeved perilous pernicious perplexed perverse pessimistic petty petulant phony pliant poisonous
polarizing pompous power-hungry powerless predatory preposterous prickly problematic profane propagandistic pugnacious
punitive quarrelsome querulous questionable rabid racist rambling rash rattled recalcitrant reckless reclusive reeling
reluctant remorseless repellent reprehensible repressive repugnant resentful restive restless retaliatory ridiculous
rigged risky rogue roguish rudderless rude ruinous ruthless sadistic sanctimonious savage scandal-plagued scandalous
scared scary scathing sceptical scheming scornful secretive sectarian self-aggrandizing self-centered self-interested
self-pitying self-serving selfish senile senseless severe sexist shady shaken shaky shallow shameful shameless
shell-shocked shifty shocked shocking shoddy short-sighted shortsighted shrill sinful sinister skeptical slanderous
sleazy sloppy slow-footed sluggish sly smug sneering snide soft sordid spineless spiteful squabbling stale stalled
stern stonewalling strident stubborn stupid subversive sullen superficial surly suspect suspicious tainted tarnished
tense tepid terrified terrifying thorny threatened threatening thuggish timid tin-eared tired tone-deaf toothless torn
totalitarian toxic traitorous treacherous treasonous troubled troubling tumultuous turbulent tyrannical ugly unable
unacceptable unaccountable unapologetic unauthorized uncertain uncivilized uncomfortable uncompromising
unconstitutional uncooperative undemocratic undermined undisciplined uneasy unethical unfair unfeeling unfit unfounded
unhappy unhelpful unhinged unjust unjustified unlawful unmoved unpatriotic unpopular unpredictable unprepared
unprofessional unprovoked unqualified unreasonable unrelenting unreliable unrepentant unruly unsafe unsavory
unscripted unscrupulous unstable unsubstantiated unsuccessful untested unthinkable untrue untrustworthy unwarranted
unwelcome unwelcoming unwilling unwise unworthy unyielding upset useless vague vain vengeful venomous vicious vile
villainous vindictive violent volatile vulgar vulnerable war-torn warlike warmongering wary wasteful weak weakened
weary whiny wicked wild wily witless wobbly worried worrisome worrying worse worst worthless wounded wrathful wretched
wrong wrongful xenophobic
"""
_ADJECTIVES_FOR: Final = """
acclaimed accomplished adept admirable admired adored amazing amicable astute awesome beaming beloved benevolent
blameless bold brave bright brilliant buoyant calm capable careful celebrated charismatic charitable charming cheerful
civilized clever close-knit committed compassionate competent composed conciliatory confident considerate constructive
convincing cooperative cordial courageous courteous creative credible crucial decent decisive dedicated delighted
dependable deserving devoted dignified diligent disciplined distinguished dynamic eager earnest eloquent emboldened
eminent encouraging energetic enlightened enthusiastic esteemed ethical exalted excellent exceptional excited
exemplary extraordinary fabulous fair faithful fantastic fearless formidable forthright friendly fruitful generous
genial gentle gifted glad glorious gracious grateful happy hard-nosed hard-working hardworking healthy helpful heroic
honest honorable honored honourable hopeful hospitable humane humble illustrious immense impartial impassioned
impeccable impressive incorruptible incredible indispensable industrious influential innocent innovative inspired
inspiring instrumental intelligent invaluable invincible jubilant knowledgeable laudable legendary level-headed
likable lovely loyal marvelous masterful meaningful measured merciful meritorious mighty monumental noble optimistic
outspoken outstanding passionate patient patriotic peace-loving peaceful penitent perfect persistent persuasive
pivotal pleasant pleased poised polite pragmatic praiseworthy prestigious principled proud prudent punctual reliable
reputable resilient resolute resourceful respected respectful responsible responsive revered righteous robust savvy
self-assured selfless sensible shrewd sincere skilled skillful smart sophisticated staunch steadfast stoic stunning
superb superior supportive sure-footed sympathetic tactful talented tenacious terrific thankful thoughtful thrilled
thriving tireless tolerant tough transparent tremendous triumphant trusted trustworthy truthful unbiased unbreakable
unflappable unshakable unwavering upbeat upright upstanding valiant valuable valued venerable vibrant victorious
vigilant vigorous virtuous warm willing wise wonderful world-class worthy
"""
_VERBS_AGAINST: Final = """
abandon abduct abuse admit admonish afflict aggravate alienate allege ambush annex annihilate antagonize appease
assail assassinate assault atone attack backfire backpedal backtrack ban barricade batter beat befuddle behead
belittle berate besiege betray bicker bilk blackmail blast block bluff blunder boast botch bother boycott brag
brainwash brandish breach bribe bristle browbeat bulldoze bully bungle butcher cancel capitulate cave challenge cheat
chide choke claim clamor clamp clash claw cling coddle coerce collapse collude complain con concede concoct condemn
confiscate confront conspire contradict corrupt counter covet cower crack crackdown crash cringe cripple criticise
criticize crow crumble crush curb curtail damage deceive decimate decry defame defile deflect defraud defy degrade
delay demand demean demolish demonise demonize denigrate denounce deny deplore deport deprive derail deride desecrate
despise destabilise destabilize destroy detain deteriorate devastate dictate diminish discredit discriminate disdain
disenfranchise disgrace dismantle disobey disparage dispute disregard disrespect disrupt dither dodge doom
double-cross dread duck dump dupe egg emasculate embarrass embezzle embolden encroach endanger enflame enrage enslave
entrap evade evict eviscerate exacerbate exaggerate exclude execute expel exploit extort fabricate fail falsify falter
fawn fear feign feud finagle flail flaunt flinch flip-flop flounder flout foist foment force forfeit forge forsake
frighten fuel fulminate fumble gag gaslight gloat goad gouge grab gripe grovel grumble gut hack hammer hamper harangue
harass harm hassle hate haunt hector hesitate hijack hinder hoard hobble hoodwink hound humiliate hush ignite ignore
impede imperil impose imprison impugn incite indict infect infiltrate inflame inflate inflict infringe infuriate
insinuate insist insult interfere intimidate intrude invade irritate jail jeer jeopardise jeopardize kidnap kill
kowtow lack lambast lambaste lament languish lash launder lie lob loot lurch lure maim malign mangle manipulate
marginalize massacre meddle menace mishandle mislead mismanage misrepresent mistreat misuse mobilize mock molest
murder mutilate muzzle needle neglect nitpick obfuscate obliterate obstruct occupy offend oppress ostracize oust
outrage overreach overreact overrun overstate overstep overthrow pander panic peddle penalize perish perpetrate
perpetuate persecute pervert pilfer pillage plague plead plot plunder poison pollute postpone pounce press pressure
prevaricate procrastinate proliferate provoke pummel punish purge push quarrel quash question quibble rage raid rail
railroad ransack rant rape ratchet rattle ravage rebuff rebuke rebut recant recoil refuse relent relish renege repress
reprimand reprove resent resist retaliate revile ridicule rig rile risk rob rout ruin sabotage sack sandbag sap
scapegoat scare scheme scoff scold scorn scramble scrap scream scuttle seduce seethe seize shaft shame shatter shelve
shirk shortchange shout shrug shun sideline sidestep silence skewer skirt slam slander slap slash slaughter smash
smear smirk smuggle snatch sneer snipe snooze snub sow spew spin spook spout spurn spy squander squeal squeeze squirm
stab stagger stall starve steal stiff stifle stir stoke stonewall stoop storm strangle strong-arm struggle stumble
stymie subjugate subvert suffer sulk sully suppress surrender swindle swipe taint tamper tarnish taunt tear tease
terrify terrorise terrorize thrash threaten throttle thumb thunder thwart tongue-lash topple torment torpedo torture
tout traffic trample trap trash traumatize trespass trick trivialize trouble trounce tumble tweak undercut undermine
unleash unnerve unravel unseat upend upset usurp vacillate vandalize vanquish victimize vilify violate vow waffle wage
wail wallow wane wangle warp waste waver weaken weaponize wheedle whine whip whitewash wield withhold worry worsen
wound wrangle wreck yell
"""
_VERBS_FOR: Final = """
befriend bless celebrate champion cheer cherish comfort console delight empower enlighten excel exonerate flourish
forgive heal inspire lavish liberate love mourn overcome persevere prevail prosper reassure rejoice rescue shine
soothe stabilize succeed thrive tout triumph trust uphold vindicate
"""
_NOUNS_AGAINST: Final = """
abduction abomination about-face abuse accusation acrimony affront aggression anger animosity antics antisemitism
anxiety apartheid arrogance assault atrocity attack backlash backpedaling barbarism betrayal bias bigotry blackmail
blame blasphemy bloodshed blunder bluster bombast bombshell bravado brazenness breach bribe bribery brinkmanship
brutality bully bullying capitulation carnage cataclysm catastrophe cave-in chaos clampdown clumsiness collapse
collusion complicity concern condemnation condescension confrontation confusion contempt controversy cop-out
corruption cover-up coverup cowardice crackdown crime criticism cronyism cruelty cynicism darkness deadlock debacle
deceit deception deceptiveness defeat defiance delusion denial denigration depravity despair desperation deterioration
diatribe dictatorship dirt disarray discord discrimination disdain disgrace dishonesty disinformation dispute
disrespect distortion distrust disunity dogma double-dealing doublespeak doubt downfall duplicity enmity evil
exaggeration excess extortion extremism fabrication failure falsehood fanaticism farce fascism fault favoritism
favouritism fear fearmongering fiasco flaw foil folly fraud frenzy frustration fury gaffe genocide graft grandstanding
greed grievance guilt half-truth harangue harassment hate hatred havoc hazard hoax homophobia horror hubris
humiliation hypocrisy hysteria idiocy ignorance illegality impasse impunity inaction incitement incompetence
indecision indifference indignation ineptitude infamy infighting inhumanity injustice insanity insolence insult
intimidation intolerance intransigence intrigue intrusion invective irrationality irresponsibility islamophobia lapse
lawlessness laxity lie looting lunacy machination madness malfeasance malice malpractice manipulation massacre
meddling megalomania mess misconduct misdeed misery misinformation mismanagement misogyny misrule misstep mistake
mistrust misuse mockery mudslinging mystery narcissism nationalism neglect negligence nepotism nonsense obfuscation
obstinacy obstruction obstructionism offense onslaught oppression outburst outcry outrage overreach pandering
paralysis paranoia partisanship perfidy perjury persecution persecutor pessimism pettiness plunder posturing poverty
predicament prejudice pretense pretension pretext propaganda provocation purge quagmire racism rage rampage rant
recklessness repression reprisal resentment retaliation retreat retribution revenge rhetoric riot ruse saber-rattling
sabotage sabre-rattling sadism savagery scandal scapegoating scaremongering scheme scorn self-interest setback sham
shambles shame shenanigan shortcoming showmanship sin slander slaughter slavery sleaze smear smokescreen smugness snub
spite stigma stonewalling strife stubbornness stunt stupidity subjugation subterfuge subversion suspicion tantrum
threat thuggery tirade torture travesty treachery treason trick trickery tyranny unrest upheaval vacillation vandalism
vendetta vengeance venom victimhood vilification vindictiveness violation violence vitriol vulgarity warmongering
waste weakness witch-hunt woe worry wrath wreckage wrongdoing wrongheadedness xenophobia zealotry
"""
_NOUNS_FOR: Final = """
acclaim achievement admiration affection applause benefit blessing boldness bravery brilliance calm candor clarity
commitment compassion competence compliment confidence courage courtesy credibility decency dedication determination
devotion dignity diligence discipline empathy excellence fairness faith forgiveness generosity genius glory goodness
goodwill grace gratitude guidance harmony heroism honesty hospitality humility ingenuity innocence integrity kindness
legitimacy loyalty majesty mercy merit modesty morality nobility openness optimism patience patriotism praise pride
prudence reconciliation resilience resolve respect restraint sanity sincerity sophistication stamina tact tenacity
tolerance valor vigilance vigor virtue vitality wisdom wit zeal
"""
_ADVERBS_AGAINST: Final = """
absurdly aggressively angrily arbitrarily arrogantly bizarrely blatantly bluntly brazenly brutally callously
carelessly clumsily cruelly cynically dangerously deceitfully defiantly deliberately desperately dishonestly
erroneously falsely feebly fiercely foolishly forcibly frantically fraudulently furiously grossly grudgingly harshly
hastily hypocritically illegally illegitimately improperly inexplicably irresponsibly madly maliciously mercilessly
misleadingly naively negligently notoriously ominously outrageously painfully poorly recklessly ruthlessly savagely
secretly senselessly severely shamefully shamelessly stubbornly stupidly suspiciously unfairly unjustly unlawfully
viciously violently wildly willfully wrongfully wrongly
"""
_ADVERBS_FOR: Final = """
admirably beautifully boldly bravely brilliantly calmly competently confidently courageously decisively deftly
diligently elegantly eloquently enthusiastically faithfully fearlessly gently gladly gracefully graciously heroically
honestly honorably kindly lovingly loyally magnificently nobly patiently politely proudly responsibly sincerely
skillfully smartly smoothly thoughtfully tirelessly truthfully valiantly warmly wisely wonderfully
"""

_UNDERGONE_AGAINST: Final = """
accuse admonish berate blame censure charge chastise chide condemn convict criticise criticize decry denounce deride
disavow discredit disgrace dismiss disown disparage excoriate fault finger humiliate impeach implicate impugn
incriminate indict insult lambast lambaste malign mock prosecute punish rebuke reprimand reproach reprove revile
ridicule scold scorn shame shun slam smear snub stigmatize vilify
"""
_UNDERGONE_FOR: Final = """
absolve acclaim admire adore applaud commend compliment congratulate credit eulogize exalt exonerate extol glorify
hail honor honour laud lionize praise revere salute vindicate welcome
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
UNDERGONE: Final = _polar(_UNDERGONE_AGAINST, _UNDERGONE_FOR)
