"""What English writes around the names of places, and which names are words or surnames first of all.

Written by hand; lower case unless said otherwise. Used by :mod:`sayso.extract.places`.
"""

from __future__ import annotations

import re
from typing import Final

from sayso.lang import words
from sayso.lang.en.demonyms import COUNTRY_DEMONYMS, OTHER_DEMONYMS, REGION_DEMONYMS, TOWN_DEMONYMS
from sayso.lang.needs.places import PlaceWords

_SURNAMES: Final = """
abbas abbott abdullah adams adkins aguilar ahmadinejad albright alexander ali allen alvarez anderson andrews annan
arafat archer armstrong arnold ashcroft assad atkins bacon bailey baker baldwin ball banks barak barber barker barnes
barnett barrett barton bates baxter beck becker bell bennett benson berlusconi berry biden bishop black blackwell
blair blake blatter bolton bond bowen bowman boyd bradford bradley brady brewer briggs brock brooks brown browning
bruce bryan bryant buchanan buckley burke burnett burns burris burton bush butler byrd cain caldwell calhoun cameron
campbell cannon carey carlson carney carpenter carr carroll carson carter casey castillo castro chan chandler chapman
chase chavez chen cheney chirac choi christensen church clark clarke clay clayton clinton cochran cohen cole coleman
collins conley conner connor conrad conway cook cooper copeland costello cox craig crane crawford crosby cross
cummings cunningham curry curtis dalton daniel daniels davenport davidson davis davutoglu dawson day dean decker
delgado dennis diaz dickson dixon dole donovan douglas doyle drake duffy duncan dunlap dunn duran eaton edwards
elliott ellis emerson england english erdogan erickson ernst evans everett farley farmer farrell ferguson fernandez
fields figueroa finley fisher fitzgerald fleming fletcher flores flynn ford foster fowler fox francis frank franklin
franks frazier freeman french friedman frost fuller gaddafi gaines gallagher garcia gardner garner garrett garrison
garza gates gibbs gibson gilbert gill glenn glover gomez gonzales gonzalez goodman goodwin gordon gore graham grant
graves gray green greene greer gregory griffin griffith grimes gross gul gutierrez guzman hale haley hall hammond
hampton hancock hansen hanson hardin harding hardy harmon harper harrell harrington harris harrison hart hartman
harvey hassan hastings hawkins hayden hayes haynes heath henderson hendricks henry henson hernandez herrera hewitt
hickman hicks higgins hill hines hobbs hodge hodges hoffman hogan holden holder holland hollande holloway holmes holt
hood hooper hoover hopkins horn horton howard howe howell hubbard hudson huff huffman hughes hull humphrey hunt hunter
hurley hurst hussein hutchinson ingram irwin ivanov jackson jacobs jacobson james jefferson jenkins jennings jensen
jimenez johnson johnston jones jordan joseph joyce kane karzai kaufman keith keller kelley kelly kemp kennedy kent
kerr kerry key khamenei khan khomeini kim king kirby kirk klein knight knox koch kramer kumar lamb lambert lane lang
larsen larson lavrov lawrence lawson leach lee leon leonard lester levy lewis li lincoln lindsey little livingston
lloyd logan long lopez love lowe lowery lucas lynch lynn lyons macdonald mack macron madden madison maliki malone
mandela mann manning marks marsh marshall martin martinez mason massey mathis matthews maxwell may mayer maynard mbeki
mcbride mccain mccall mccarthy mcclain mcclure mcconnell mccormick mccoy mcdaniel mcdonald mcdowell mcgee mcguire
mcintosh mcintyre mckay mckee mckenzie mckinney mclaughlin mclean mcmahon mcmillan mcpherson meadows medina medvedev
melton mendez mendoza mercado mercer merkel merrill merritt meyer meyers middleton miles miller mills miranda mitchell
molina monroe montgomery montoya moody moon mooney moore morales moran moreno morgan morris morrison morrow morse
morton moses mosley moss mubarak mueller mugabe mullen mullins munoz murdoch murphy murray myers napolitano nash
navarro neal nelson netanyahu newman newton nguyen nichols nicholson nixon noble nolan norman norris norton obama
obrien oconnor odonnell olmert olson oneal oneil oneill orr ortega ortiz osborn osborne owen owens pace pacheco
padilla page palin palmer park parker parks parrish parsons pate patel patrick patterson patton paul payne pearson
peck pelosi pena pennington perez perkins perry peters petersen peterson petrov phelps phillips pierce pittman pitts
pope porter potter potts powell powers pratt price prince proctor pruitt pugh putin qaddafi quinn ramirez ramos ramsey
randall randolph rasmussen ray reagan reed reese reeves reid reyes reynolds rhodes rice rich richard richards
richardson riley rios rivas rivera rivers roach robbins roberts robertson robinson rodgers rodriguez rogers rojas
rollins roman romero romney rosa rosales rosario rose ross roth rouhani rowe rowland roy rubio ruiz rumsfeld rush
russell russo ryan salas salazar saleh salinas sampson sanchez sanders sandoval sanford santana santiago santos
sargent sarkozy saunders savage sawyer schmidt schneider schroeder schultz schwartz scott sears sellers serrano sexton
shaffer shannon sharma sharon sharp shaw shelton shepard shepherd sheppard sherman shields short silva simmons simon
simpson sims singh singleton skinner sloan small smith snow snyder solis solomon sosa soto sparks spears spence
spencer stafford stanley stanton stark steele stein stephens stephenson stevens stevenson stewart stokes stone stout
strickland strong stuart suarez sullivan summers sutton swanson sweeney sweet tanner tate taylor terrell terry thomas
thompson thornton tillman todd torres townsend tran travis trevino trujillo trump tucker turner tyler tyson underwood
valdez valencia valentine vance vargas vasquez vaughan vaughn vazquez vega velasquez vincent wade wagner walker wall
wallace waller walls walsh walter walters walton wang ward ware warner warren waters watkins watson watts weaver webb
weber webster weeks weiss welch wells west wheeler whitaker white whitehead whitney wiggins wilcox wilder wiley
wilkerson wilkins wilkinson williams williamson willis wilson winters wise wolf wolfe wong wood woodard woods woodward
wooten wright wyatt yates young zhang zimmerman zuma
"""
_WORDS: Final = """
a able about academy access act action active adams address after again age agency agriculture aid air airport alert
all allah alliance along also always amazing amazon america an ancient and angel animal any apache apple april arab
arch are area arena arm army art as ash at august aurora avenue award bad bag ball band bank banner bar bare barn
barrier base basin bass bath battle bay be beach bear beaver because bed bell belle belt bend best better beulah
beyond big bill bird birth black bliss block blood bloomberg blue board boeing bolt bon bonanza bond book border both
bottom boulder bow box boy branch brave bread breaking bridge bright broad brother brown brush buck bud buffalo build
bullard burn bus business but butter by cable call calm camp can canal candidate canyon cape capital capitol captain
car carbon care case cash castle cat catholic cave cedar cell center central centre century ceremony chain chair
champion chance change channel chard charity chase chat check cherry chief children choice christian christmas
chronicle church circle city civil class clay clean clear cliff clinic close cloud club coal coast coffee cold college
colony colt com come comfort commerce commission common community company complex concord conference congress
constitution contact convention cook cool copper coral corn corner corps council country county court cove cover cow
crab crane cream credit creek crescent cross crown crystal current custer cut dad dairy dale dam dance dark date dawn
day days dead deal dear december deep deer defiance delight delta democrat den department depot desert design diamond
dick did different discovery district do doctor dome door double down downtown dr draft dream drive drug drugs dry
duck due eagle early earth east easter eastern echo economy edge editor education effort eight elder election electric
elk elm emergency empire energy enterprise equality era error eureka even evening event ever every exchange exit
experiment express eye facebook fair fairy faith fall falls family farm fast fatah father fear february federal felt
fence few field fields fifth fire first fish five flag flat flint flower flying foot football for force ford forest
fork form fort forum fountain four fox free freedom friday friend friends friendship from front frost fruit full fun
future gain galaxy game gap garden gas gate gazette general gentry getaway gift girl girls glass glen glory go goal
god gold golden goldman golf good goods google goose gospel gothic grace grand granite grass gravel gravity gray great
green ground grove guard guardian guards guide gulf gun guys had half hall ham hamas hand hanukkah happy harbor hard
harmony harp harvest has have haven hawk hawks hay he head health heart heaven heights help hen her herald here
heritage hezbollah high highland highway hill hills him his historic hit hold hole holiday holly holy home homeland
hood hook hope horn horse hospital host hot hour house hove how howl hub human hungry hunter hurricane ice ideal if
illegal imagine imperial important in independence independent indian industrial industry inn inside institute intel
interior interlude international interstate into iron is islam islamic islamist island issue it its jail january jesus
jet jewel joy judge july jumbo junction june junior jury justice keep key kid kids kind king kingdom kings knob know
labor ladies lady lake lakes lamb land lane language large last late law lead leader league left legacy legal lehman
let level liberal liberty library licking light lightning like lime line lion list little live living loan local lodge
log lone long look loop lord lost lot love low luck lucky lunch made magazine magic magnet mail main major mall
mammoth man many map maple march marina marine marines market mars mass master match may mayor me mean media medical
meeting member memorial memory men mercy meridian merit message metal metro microsoft middle midtown midway mile
military milk mill mills mind mine mineral minister minor minute mirror miss mission mobile model modern moment monday
money month monument moon more morning most mother motion motor mound mountain mouth movie mr much museum music muslim
must my mystery nation national native nature navy need neighbors net never new news next nice night nine no noble
nokia normal north northeast northeastern northern northwest northwestern not notice novel november now number oak
oaks oasis oath obey observer ocean october odd of off office officer official oil oilers old olive olympic olympics
on once one only open opportunity optimist or orchard order orient original other our out outlook over own pacific
page palace palm panel paper parade paradise parish park parks parliament part party pass past path patience patriot
pay peace peach pearl pen people peoples per perfect person photo piece pilot pine pines pink pioneer pipeline place
plain plains plan plant platform play plaza pleasant plum point pole police policy political pond pony pool poor pop
poplar port post power prairie pre premier present president press pride prime prince princess print prior prison
private prize pro problem program progress project promise property prosper protection public pure purple quality
quarry quarter queen quick quiet quran race radio radium rain rainbow ramadan ranch range rapid rare raven reading
ready real reason record red reef reform refuge region regional relief report republic republican rescue research
reserve rest retreat reuters rich ridge right rim ring river road robin rock rocket rocks rod roll roman rose round
route royal rule run rural rush rustic sacred sad saddam safety sage said saint sale salmon salt same sand sandwich
saturday save school science sea seal season seat second secret section security see senate senior september series
serious service session seven shade shadow shape share she sheep shell shia shiite shine ship shop shore short should
show side signal silence silver sing single sister six sky slate smart smile smoke snow so social society soda soldier
sole solid some son sony sound source south southeast southeastern southern southwest southwestern space spark speaker
special speed spirit splendora split spring springs spur square st staff stage stamp standard star start state states
station steel step still stone stop storm story straight strange stream street strip strong student study style
success such sugar summer summit sun sunday sunni sunny sunrise sunset super support supreme surprise survey sweet
swift system table talent talk tall target task tax tea team tech telegraph temple ten term test than thanks
thanksgiving that the their them then there these they thing third this three through thunder thursday tiger tigers
time times tin tiny titus to today together too top tour tours tower towers town township toyota trade tradition trail
train transit travel treasury treaty tree tri tribune trinity triumph tropic trout truck true trust truth tuesday
tunnel turn twin twitter two uncle under union unit united unity universal university up upper uptown us valley value
van velvet very veterans victory video view village vision visit voice volunteer vote wagon walk wall walmart war ware
warm was wash watch water waterfall wave way we weather web wednesday week welcome well wells west western what wheat
wheel when where whether which white who why wild wilderness will willow win wind windsor wine wing winner winter wire
wisdom wish with without wolf woman women wonder wood woods word work world worth would yard year yellow yes yet you
young your youth zebra zero zion zone
"""
_BODIES: Final = """
academy accord accords administration agency agreement airlines airport airways alliance arena army art ballet bancorp
bank banks baptist bar battalion board books bowl branch brewery brewing brigade broadcasting bureau bus business
cabinet campus cathedral catholic center centre chamber championship championships chapter children's christian church
circuit city classic clinic club coalition coast college commerce commission commissioner commissioners committee
community companies company conference congress conservatory constabulary construction control convention cooperative
corp corporation council councillor councilman councilor counties county court courthouse credit cup daily dairy
declaration delegation democratic democrats department depot derby development diocese district division elections
electric elementary embassy emergency energy enterprises environmental express faculty fair falcons farm farms federal
federation festival finance fire football force forces foreign forum foundation fund games garden gardens gas general
girls golf gop government grand group guard hall health herald heritage high highway historical home homes hospital
hotel house housing human humane inc independent industrial inn institute international investment journal judicial
junior jury justice kings labor lakers law league legislature library lions little local ltd magazine magistrates mall
marathon marine marines market mayor medical memorial methodist metropolitan mid-state middle military mill ministry
mission municipal museum music national national-guard navy new news newspaper newspapers northern observer office
officials open opera orchestra organization parks parliament partners party pension petroleum planning players police
post power prep press prison private process products program protocol public race radio railroad railway rangers
recreation regional register reporter republic republican republicans research reserve resort restaurant review river
road roman rotary royal rural saints sales savings school schools science secondary secretary security senate senator
senior services sheriff sheriff's social society southern sox speedway sports stadium star state station steel stock
street studies summit sun superior supreme symphony systems talk talks tax tea teachers tech technical technology
telegraph television tennis theater theatre times tourism tournament township trail transit transportation treasury
treaty tribune trust turnpike union united university utilities valley veterans vocational volunteer water weekly
western wildlife women's works world ymca youth zoo
"""
_NATURE: Final = """
river creek lake mountain mountains hills valley bay island islands peninsula beach canyon falls forest desert plateau
strait gulf delta sea ocean cape canal coast park reservoir dam bridge
"""

PLACES: Final = PlaceWords(
    before=words("in at near from to outside around across into throughout toward towards via within inside above "
                 "leaving visited visiting visit entering entered reached reaching left invaded through between beyond "
                 "between bordering neighboring neighbouring neighborhood"),
    before_or_verb=words("left"),
    weak_before=words("of for over with against about on off by and or than through"),
    area_before=words("northern southern eastern western north south east west central downtown northeastern "
                      "northwestern southeastern southwestern northeast northwest southeast southwest greater upstate "
                      "suburban rural metropolitan metro mainland inner outer nearby occupied neighboring neighbouring "
                      "post-war war-torn modern ancient northernmost southernmost mid"),
    kinds={
        "city": "town", "town": "town", "village": "town", "suburb": "town", "hamlet": "town", "borough": "town",
        "capital": "town", "port": "town", "municipality": "town", "township": "town", "metropolis": "town",
        "neighborhood": "town", "neighbourhood": "town", "community": "town", "resort": "town",
        "county": "district", "district": "district", "parish": "district", "prefecture": "district",
        "governorate": "region", "subdistrict": "district", "division": "district",
        "province": "region", "region": "region", "state": "region", "republic": "region", "oblast": "region",
        "department": "region", "territory": "region", "emirate": "region", "canton": "region",
        "country": "country", "kingdom": "country", "nation": "country", "area": "", "border": "", "peninsula": "",
    },
    directions=words("north south east west northeast northwest southeast southwest northern southern eastern western "
                     "n s e w nw ne sw se"),
    bodies=words(_BODIES),
    streets=words("street st avenue ave road rd boulevard blvd drive lane ln court way highway hwy parkway pkwy pike "
                  "terrace crescent"),
    nature=words(_NATURE),
    ordinary=words(_WORDS),
    surnames=words(_SURNAMES),
    given=words("israel kenya chad jordan georgia india cuba america ireland malaysia tunisia"),
    days=words("january february march april may june july august september october november december monday tuesday "
               "wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed "
               "thu fri sat sun"),
    languages=words("english french german spanish arabic persian russian chinese portuguese italian japanese korean "
                    "turkish dutch polish swedish hindi bengali tamil welsh irish basque catalan tibetan thai"),
    of_speech=words("speak speaks speaking spoke spoken speakers fluent learn learning translated translate studying "
                    "teach teaching language languages in into"),
    governs=words("said says accused accuses denied denies warned warns wants wanted insists insisted rejects rejected "
                  "condemned condemns announced announces agreed agrees vowed vows urged urges claims claimed calls "
                  "called demands demanded hopes fears believes refused refuses considers denounced blamed blames "
                  "threatened threatens pledged supports supported sees argues argued has is would will had may might "
                  "maintains hailed welcomed dismissed recalled expelled imposed sent regards denies ordered sought "
                  "seeks appears says have signed welcomed severed restored joined backed opposed voted vetoed "
                  "negotiated discussed exchanged summoned retaliated responded replied resumed suspended offered "
                  "proposed approved traded recognised recognized disagreed disagree cooperate concluded ratified "
                  "sealed withdrew protested lodged pulled downplayed shrugged tightened lifted extended deployed "
                  "intends plans planned"),
    houses_govern=words("was were did does has had remained remains declined kept would is"),
    governed=words("accused urged warned blamed condemned criticized criticised pressed told accuses urges warns "
                   "blames denounced lambasted pressured sanctioned"),
    owned=words("government foreign nuclear policy policies demands allies ally ambassador relations regime rulers "
                "envoy leaders stance position decision response refusal support claims claim role influence diplomacy "
                "interests ties intentions ambitions program programme"),
    relations=words("relations ties talks tensions tension dialogue negotiations rift dispute agreement deal standoff "
                    "alliance rapprochement dialogue differences"),
    measures=words("km kms kilometers kilometres kilometer kilometre miles mile mi"),
    nearness=words("near outside off from of"),
    particles=words("of the de la las los le les el al del della di da das do dos du des en upon on sur sous und am an "
                    "der den van von ter op aan au aux bin ibn abu and y e i ez"),
    articles=words("al el as ash ad an ar at az"),
    belongs=words("man woman men women boy girl teen teenager couple family resident residents native natives police "
                  "firefighter firefighters official officials officer officers councillor councillors councilman "
                  "school schools hospital hospitals church mosque synagogue company firm factory plant laboratory "
                  "attorney lawyer lawyers doctor doctors businessman student students voters taxpayers apartment home "
                  "house hotel restaurant office offices court courtroom jail prison store stores airport station port "
                  "stadium suburb suburbs neighborhood neighbourhood area district region province county border "
                  "government authorities mayor governor council parliament legislature lawmakers lawmaker motel "
                  "headquarters branch native teenager driver drivers farm farms farmer farmers bank campus cemetery "
                  "zoo park streets roads mother father husband wife youth metro bureau consulate embassy summit "
                  "talks bombing bombings attack attacks massacre siege uprising offensive"),
    spoilers=words("virus fever flu disease syndrome sausage sausages fries dressing toast bacon steak cheese shepherd "
                   "terrier cattle encephalitis"),
    papers=words("times herald tribune gazette chronicle journal post news observer telegraph guardian mail mirror "
                 "courier star sentinel dispatch reporter register examiner inquirer globe bulletin record review "
                 "press magazine daily today airlines airways"),
    compounds=words("based born area bound style"),
    of="of",
    the="the",
    inside="in",
    between="between",
    own="s",
    owner=words("'s ’s"),
    owner_mark=re.compile(r"['’`][sS]\b|(?<=[sS])['’]"),
    elided=words("d' d’ l' l’"),
    listing=frozenset((", ", " and ", ", and ", " or ", ", or ", "; ", ", in ")),
    pairing=frozenset((", ", " and ", ", and ", " or ", "/", "-", "; ")),
    nearness_alone=words("near outside"),
    two_letters=words("US UK EU U.S U.S. U.K U.K. E.U."),
    country_demonyms=COUNTRY_DEMONYMS,
    region_demonyms=REGION_DEMONYMS,
    other_demonyms=OTHER_DEMONYMS,
    town_demonyms=TOWN_DEMONYMS,
    people_ending="s",
    people_alike=("ese", "sh", "ch", "s", "men"),
    tongues=words("language languages speaking speaker speakers lessons translation teacher teachers"),
    people_before=words("named called aged pitcher quarterback guard forward coach midfielder striker wrestler actor "
                        "actress singer author"),
)  # fmt: skip
