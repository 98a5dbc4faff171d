"""English words of praise and blame, as lemmas and as other forms that news has of them, written for sayso.

What a verb does to whom it is done to stands in `relations`; here stands what a word says well or ill of somebody.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words

GOOD: Final = words("""
able acclaim acclaimed accomplish accomplished accomplishment admirable admiration admire adorable advantage affable
affection affectionate amazing amiable appeal appealing applause appreciate appreciation articulate astute authentic
award awesome beautiful beauty beloved beneficial benefit benevolent best better blessing bold boost brave bravery
bright brilliance brilliant calm candid capable captivating caring celebrate celebrated celebration champion
charisma charismatic charitable charity charm charming cheer classy clean clever comfort comfortable commendable
committed compassion compassionate competence competent confidence confident congratulation conscientious consistent
constructive convincing cool courage courageous courteous creative credibility credible cute daring dazzling decency
decent dedicated dedication defend delight delightful deserve deserving determined devoted devotion dignified
dignity diligent diplomatic distinguished dream dynamic eager earnest effective efficient elegant eloquent eminent
empathy encouraging endorse endorsement energetic energy enjoy enlightened enthusiasm enthusiastic esteemed ethical
excel excellence excellent exceptional excited exciting exemplary experienced expert expertise fabulous fair
fairness faithful fame famous fantastic favorable favorite fearless fine flawless flexible formidable fortunate
forward-thinking freedom friendly fun funny generosity generous genius gentle genuine gifted glad glorious glory
good goodness grace graceful gracious grateful gratitude great greatness hail handsome happy hard-working
hardworking harmony heartfelt heartwarming helpful hero heroic heroine heroism honest honesty honor honorable
honored hope hopeful hospitable humane humble humility humor icon iconic ideal illustrious impartial impeccable
important impress impressive improve improvement incredible independent influential ingenious innocent innovative
insightful inspiration inspirational inspire inspiring integrity intellect intellectual intelligence intelligent
invaluable joy joyful just kind kindness knowledgeable landmark laud laureate leadership legend legendary legitimate
liberate lovable love lovely loyal loyalty luck lucky magnificent marvelous masterful mature memorable merciful
mercy merit meticulous moderate modest monumental moral motivated nice noble notable optimism optimistic outstanding
passion passionate patience patient patriot patriotic patriotism peace peaceful peacemaker perfect perfectly
persuasive phenomenal pioneer pioneering pleasant please pleased pleasure poise poised polite popular popularity
positive powerful pragmatic praise praised precious prestigious principled prize productive progress prolific
prominent promising prosper prosperity prosperous proud prudent qualified rational reasonable reassuring recover
reform reliable relief remarkable renowned resilience resilient resolute respect respectable respected respectful
responsible reward righteous rock-solid role-model safe salute savvy secure selfless sensible sensitive serene
sincere sincerity skill skilled skillful smart smile smooth sober solid solidarity soothing sophisticated
soul-stirring special spectacular spirited splendid stable star steadfast steady stellar strength strong stunning
sublime succeed success successful superb superior support supportive surge surpass sympathetic sympathy talent
talented tenacious terrific thank thankful thoughtful thrilled thrive tireless tolerance tolerant top transparent
treasured tremendous triumph triumphant trust trusted trustworthy truth truthful unifying unite unity unwavering
uplifting upright valiant valuable venerable versatile veteran vibrant victorious victory virtue virtuous visionary
vital warm warmth welcome well well-liked well-respected win winner winning wisdom wise witty wonderful worthy
""")

BAD: Final = words("""
abhorrent abnormal abolish abrasive absurd abuse abuser abusive accusation accuse accused aggression aggressive
aggressor agony alarm alarming alienate allegation alleged aloof amateurish ambush anger angry annihilate
anti-american antisemitic antisemitism apathetic apocalypse appalling arrest arrogance arrogant ashamed assault
atrocious atrocity attack authoritarian autocrat autocratic awful awkward backlash bad baffling baseless bash
belligerent berate betray betrayal bias biased bigot bigoted bigotry bitter bizarre blackmail blame bland blast
blatant bleak blunder bogus boring botch botched brainwash brazen break bribe bribery broken brutal brutality brute
bully bullying bungle burden butcher calamity callous careless catastrophe catastrophic chaos chaotic charade
charlatan cheat cheater childish clash clown clueless clumsy coercion cold collapse collusion combative complacent
complain complaint complicit con condemn condemnation condescending confused confusion conman conspiracist
conspiracy contempt contemptible controversial controversy convict convicted corrupt corruption coward cowardice
cowardly crack crackdown crazy creepy crime criminal crisis critic critical criticism criticize crony cronyism crook
crooked cruel cruelty cynical cynicism damage damaging damning danger dangerous dark deadly death debacle decay
deceit deceitful deceive deception deceptive decline deeply-flawed defeat defeated defect defensive defiance defiant
deficient defraud degrade degrading delusion delusional demagogic demagogue demean demeaning demon demonize
denigrate denounce deny deplorable deplore deranged derelict deride despair desperate despicable despise despot
despotic destroy destruction destructive detest devastate devastating deviant devious dictator dictatorial
dictatorship dire dirty disappoint disappointed disappointing disappointment disapproval disapprove disaster
disastrous disbelief discredit discredited discriminate discrimination disdain disgrace disgraced disgraceful
disgruntled disgust disgusted disgusting dishonest dishonesty dishonor disingenuous disloyal dismal dismay disobey
disorder disparage disparaging disrespect disrespectful disrupt disruptive dissatisfied distort distortion distress
distrust disturb disturbing divide divided divisive doom doomed doubt dreadful drunk dubious dumb dysfunction
dysfunctional egomaniac egotistical egregious embarrass embarrassing embarrassment embattled enemy enrage erode
erratic error evasive evil exaggerate exploit exploitation expose extort extortion extreme extremism extremist
fabricate fabricated fail failed failing failure fake fallacy false falsehood fanatic farce fascism fascist fatal
fault faulty fear fearmonger fearmongering feckless feeble felon fiasco fiery filthy flawed flip-flop flop fool
foolish foul fraud fraudulent frighten frightening frustrate frustrated frustrating frustration fugitive furious
fury gaffe genocide ghastly gloomy goon greed greedy grievance grim gross grotesque grudge guilt guilty hack harass
harassment hard-line hardline harm harmful harsh hate hateful hatred haunt hazardous heartless heinous hollow
horrendous horrible horrific horrify horrifying horror hostile hostility humiliate humiliating humiliation hurt
hypocrisy hypocrite hypocritical hysteria idiot idiotic ignorance ignorant ill-advised ill-prepared illegal
illegitimate immature immoral impeach impeachment impotent impulsive inability inadequate inappropriate incapable
incite incitement incoherent incompetence incompetent inconsistent indecent indict indicted indictment indifferent
inept inexcusable inexperienced infamous infidelity inflame inflammatory infuriate inhuman inhumane injustice insane
insensitive insidious insincere insult insulting insurrection intimidate intimidation intolerable intolerant
irrational irresponsible isolate isolated jail jeopardize joke kill killer lack lackluster lame lash lawless lawsuit
lazy liar lie lied lies lose loser losing loss lousy ludicrous lunatic lurid lust lying mad madman malicious malign
manipulate manipulation manipulative mar massacre meddle meddling mediocre menace menacing mess messy mindless
misconduct miserable misery misguided mishandle mislead misleading misogynist misogynistic misogyny mistake mistaken
mistrust mob mobster mock mockery monster monstrous morally-bankrupt moron murder murderer murderous nasty
nationalist nazi negative negligence negligent nepotism nightmare nonsense notorious obnoxious obscene obsess
obsessed obstruct obstruction offend offensive oligarch ominous oppose oppress oppression oppressive oust outburst
outlandish outrage outraged outrageous outsider overreach panic paranoid pariah partisan pathetic perilous perjury
perverse petty petulant phony pitiful plague plagued plot plunder poison poor populist pornographic predator
prejudice prejudiced problem problematic propaganda protest provocation provocative provoke punish punishment puppet
quarrel questionable racism racist radical rage ransack rant rape rapist rash rebuke reckless recklessness regime
regret reject rejection reluctant reprehensible repress repression repugnant resentful resentment resign resist
revenge reviled revolting ridicule ridiculous rigged riot rip risk risky rogue rotten rude ruin ruthless sabotage
sad sadistic savage scam scandal scandal-plagued scandalous scapegoat scare scary scheme scold scorn scrutiny
secretive self-serving selfish senile sexism sexist shady shake sham shame shameful shameless shocking shoddy
short-sighted shove sick sinister skeptical skepticism slam slander sleazy sloppy sly smear smug sordid soulless
spiteful squabble stain stale stall steal stern stigma stubborn stumble stupid stupidity subversive sue suffer
suspect suspicion suspicious swamp swindle tainted tantrum tarnish tension terrible terrified terrify terrifying
terror terrorism terrorist thief threat threaten threatening thug timid tone-deaf torment torture totalitarian toxic
tragedy tragic traitor traitorous treacherous treachery treason trouble troubled troubling tyrannical tyranny tyrant
ugly unacceptable unamerican unbalanced unbearable uncertain unclear unconscionable unconstitutional undemocratic
undermine unethical unfair unfit unforgivable unfortunate unhappy unhinged unjust unjustified unlawful unpatriotic
unpleasant unpopular unpredictable unprepared unqualified unreasonable unreliable unstable unsuccessful
unsustainable untrue untrustworthy unwilling unworthy upset vague vain vandal vengeance vengeful venom venomous
vicious victim vile villain vindictive violate violation violence violent vitriol vitriolic volatile vulgar
vulnerable warmonger waste wasteful weak weakness weird white-supremacist wicked witch-hunt woeful worried worrisome
worry worse worst worthless wreck wretched wrong wrongdoing wrongful xenophobia xenophobic zealot
""")
