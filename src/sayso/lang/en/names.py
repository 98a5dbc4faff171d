"""Given names as they are written in English reports, with the gender they most often go with.

Written by hand from common knowledge of many naming cultures; names given to both are left out, because a wrong gender
costs more than a missing one. Lower case, without accents where the spelling without them is usual.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words

_FEMALE: Final = """
abigail ada adela adelaide adele adriana agatha agnes aileen aimee alana alexandra alexis alice alicia alina alison
allison alma alyssa amanda amber amelia amelie amy ana anastasia andrea angela angelica angelina angie anita ann anna
annabel annabelle anne annemarie annette annie antoinette antonia april ariana arlene ashley astrid athena audrey
augusta aurora ava barbara beatrice beatrix becky belinda bella bernadette bernice bertha bess beth bethany betsy betty
beverly bianca blanche bonnie brenda bridget brigitte britney brittany brooke caitlin camilla candace candice carla
carly carmen carol carole carolina caroline carolyn carrie cassandra cassie catalina catherine cathy cecilia celeste
celia celine charlene charlotte chelsea cherie cheryl chloe christa christiane christina christine cindy claire clara
clarissa claudette claudia clementine colette colleen connie constance cora coretta corinna corinne cornelia courtney
crystal cynthia daisy daniela danielle daphne darlene dawn deanna debbie deborah debra deirdre delia delilah delores
denise diana diane dianne dina dolly dolores donna dora doreen doris dorothea dorothy edith edna edwina eileen elaine
eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie eloise elsa elsie elvira emilia emilie emily emma
erica erika erin erma ernestine esmeralda estelle esther ethel etta eugenia eunice eva evangeline eve evelyn faith
fanny faye felicia felicity fern fiona flora florence frances francesca francine freda frieda gabriela gabriella
gabrielle gail gemma genevieve georgette georgia georgina geraldine germaine gertrude gigi gilda gillian gina ginger
giselle gladys glenda gloria grace greta gretchen griselda gwen gwendolyn gwyneth hailey hannah harriet hattie hazel
heather heidi helen helena helene helga henrietta henriette hermione hilary hilda hillary holly hope ida ilana ilse
imelda imogen ines ingrid irene irina iris irma isabel isabella isabelle isla isolde ivana ivanka jackie jacqueline
jada jana jane janet janice janine jasmine jeanette jeanne jeannie jemima jenna jennifer jenny jessica jill jo joan
joanna joanne jocelyn jodie johanna josefina josephine josie joy joyce juanita judith judy julia juliana julianne
julie juliet juliette june justine kaitlyn kamala kara karen karin karina kate katerina katharine katherine kathleen
kathryn kathy katie katrina katya kayla kelsey kerry kimberly kirsten kirsty kitty klara kristen kristin kristina lana
lara larissa laura lauren laurie lavinia leah leanne leila lena leona leonora leslie leticia lidia lila lilian liliana
lillian lily lina linda lindsay lindsey lisa liza lizzie lois lola loretta lorna lorraine louisa louise lucia lucille
lucinda lucy luisa lulu luna lydia lyn lynda lynette lynne mabel madeleine madeline madison mae maggie maia maisie
malala mamie mandy marcela marcella marcia margaret margarita margaux margery margot marguerite maria mariah marian
mariana marianne marie marilyn marina marion marissa marjorie marlene marsha martha martina mary maryam mathilde
matilda maud maude maura maureen mavis maxine may maya meg megan meghan melania melanie melinda melissa mercedes
meredith meryl mia michaela michele michelle mildred millicent millie mimi mindy minnie mira miranda miriam moira
mollie molly mona monica monika monique muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nell nellie
nettie nichola nicola nicole nikki nina noelle nora noreen norma octavia odette olga olive olivia ophelia oprah paige
pam pamela pansy patrice patricia patsy patti patty paula paulette paulina pauline pearl peggy penelope penny petra
philippa phoebe phyllis pippa polly portia priscilla prudence queenie rachel ramona raquel rebecca regina renata renee
rhoda rhonda rita roberta rosa rosalie rosalind rosalyn rosamund rosanna rose roseanne rosemarie rosemary rosie
rowena roxanne ruby ruth sabine sabrina sadie sally samantha sandra sara sarah saskia savannah scarlett selena selma
serena shakira shannon sharon sheila shelley sherry sheryl shirley sienna sigrid simone sofia sonia sonja sonya sophia
sophie stacey stacy stefanie stella stephanie sue summer susan susanna susannah susanne susie suzanne suzette sybil
sylvia sylvie tabitha tamara tammy tania tanya tara tatiana teresa teri tess tessa thea thelma theodora theresa
therese tiffany tilda tina toni tonya tracey trina trisha trudy uma una ursula valentina valeria valerie vanessa vera
verna veronica vicki vicky victoria vida viola violet virginia vivian vivienne wanda wendy whitney wilhelmina willa
wilma winifred winnie xenia yolanda yvette yvonne zelda zoe zora zsuzsanna agnieszka aleksandra beata bozena danuta
dorota elzbieta ewa grazyna halina hanna iwona jadwiga joanna jolanta justyna kasia katarzyna krystyna magda magdalena
malgorzata marta milena natalya olena oksana paulina renata svetlana tatyana teodora urszula wanda yulia zofia
alla anfisa anya darya ekaterina elizaveta galina kseniya larisa lyubov lyudmila ludmila masha nadezhda natalya nadya
olesya polina raisa sofya tamara tatjana valentina varvara vasilisa vera yana yekaterina yelena yevgenia zhanna zinaida
aisha aicha aysha alia aliya amal amina amira aminata arwa asma asmaa aya azza basma bushra dalal dalia dina duaa eman
fadia fadwa faiza farah fatema fatima fatma fatou ghada hala halima hana hanan hayat heba hiba hind huda iman inas
intisar jamila jihan khadija khadijah lamia latifa leena loubna lubna maha mai malak manal mariam mervat mouna muna
nabila nada nadia naglaa nahla naima najat najwa nawal nesreen noha noor nour noura nura rabia rania rasha reem rima
rola rula sabah safa safia sahar salma samar samia samira sana sawsan shaima shaimaa siham souad suad suha sumaya
tahani tawakkol thuraya wafa widad yasmin yasmine yusra zahra zainab zaynab zeinab zubaida zuleikha
azadeh azar azita bahareh behnaz elaheh elham fahimeh faezeh farahnaz fariba farideh farzaneh fatemeh forough ghazal
golnaz golshifteh hengameh homa jila leyla mahnaz mahsa mahshid mahvash mandana marjan marzieh maryam masih masoumeh
mehrangiz mina minoo mitra mojgan narges nasrin nazanin neda negar niloufar niloofar parastoo parisa parvaneh parvin
pegah roya sepideh setareh shadi shahla shahrnush sheida shirin simin soheila sudabeh soraya tahereh taraneh zahra
zhaleh zohreh
aylin ayse aysel aysegul aynur banu basak belgin bahar burcu canan cigdem defne demet derya dilek ebru elif emel emine
esra fadime filiz gamze gizem gul gulay gulsen gulten hatice hulya ipek leyla meltem meral meryem merve mine muge
nazli nermin nilufer nurcan nuray ozlem pelin pinar seda selin sema semra serpil sevgi sevim sibel songul sule tansu
tuba tugba tulay yeliz yildiz zehra zeynep zubeyde
abha aditi aishwarya amrita anandi anita anjali ankita anushka aparna archana aruna arundhati asha bhavna bina deepa
deepika devi divya gauri geeta gita hema indira indu ishita jaya jayalalithaa jayanti juhi jyoti kalpana kamini kanika
kareena kasturba katrina kavita kavya kiran komal lakshmi lalita lata leela madhuri malini mamata manisha maneka
mayawati medha meena meenakshi meera menaka mohini mridula namrata nandini nandita neelam neha neeta nirmala nisha
nita padma pallavi parvati pooja prachi pratibha preeti priya priyanka puja pushpa radha radhika rajani rani rashmi
reena rekha renu richa ritu rupa sadhana sakshi sangeeta sarita saroja saroj savita seema shabana shalini shanta
sharmila
sheela shilpa shobha shreya shruti shweta smita smriti sneha sonali sonam sucheta sudha sujata sulochana suman sunita
sushila sushma swati tanvi uma urmila usha vandana varsha vasundhara vidya vijaya vimala vineeta yamini
benazir bilquis fauzia hina mukhtaran nargis nusrat razia rubina sadia saima samina shaista shazia tehmina zara zeba
sheikha hasina khaleda rehana rokeya shamima taslima
aiko akiko asami asuka ayaka ayako chieko chiharu chiyo emiko eriko etsuko fumiko hanako haruka haruko harumi hiroko
hitomi junko kaori kazuko keiko kiyoko kumiko kyoko machiko mai maki mami mariko masako mayumi megumi michiko midori
mieko miho miyuki naoko noriko nozomi reiko rie rika risa ryoko sachiko saki sakura satoko sayaka sayuri setsuko shizuka
shizuko sumiko takako tamiko tomoko toshiko yasuko yoko yoshiko yukari yukiko yuko yumi yumiko yuriko
mei meiling lihua xiaoling xiuying yingying yanfei xiaohong meifang guiying lanying fang ailing meiying
eun-ji hye-jin ji-eun ji-hye ji-won ji-young mi-kyung min-ji soo-jin soo-yeon sun-hee yeon-hee young-hee yuna geun-hye
yo-jong sol-ju hyun-ah
adaeze adaobi adama adanna afua akosua akua abena abiola ama aminatou amma awa ayo binta chiamaka chidinma
chimamanda chinwe chioma ebele efua esi fatoumata folake folasade funmi funmilayo graca
hadiza hauwa ifeoma ifeyinwa iman joice khadi kadiatou lindiwe makeda mariama mariam marietou masego
 naledi neema ngozi nkechi nkosazana nneka nomsa nomvula nonhle nosiviwe ntombi nyambura obiageli oluchi
omolara ramatoulaye rokia salamatou saran seynabou sibongile thandeka thandi thandiwe thuli titilayo tsitsi uju
wangari wanjiku wambui yaa yetunde yewande zainabu zanele zodwa zuhura
 suu indah megawati siti dewi fitri lestari puspa ratna rini sri susi wati yanti nurul rahayu
corazon gloria imee leni loida miriam rosario thi thuy hoa
alejandra alma amparo ana-maria anabel araceli asuncion beatriz belen berta blanca carlota cayetana chavela clara
concepcion concha consuelo cristina dilma dolores dulce elena elvira encarnacion esperanza estela eulalia eva fatima
fernanda frida gabriela graciela guadalupe hebe inmaculada irma isabel isidora jimena josefa juana julieta laura leonor
letizia lorena lourdes lucia lupe luz luzmila macarena magdalena maite manuela maricarmen maribel marisa marisol
marta maruja mercedes micaela milagros mireya montserrat natividad nieves nuria ofelia olga paloma paola paz perla
pilar raquel remedios rigoberta rocio rosalia rosaura sara silvia socorro sofia soledad sonsoles susana tatiana
teresa trinidad valentina veronica violeta violeta viviana ximena yanina yesenia yolanda zulema
anais amandine anne-marie aurelie aurore beatrice berangere brigitte capucine chantal christelle clemence clotilde
corinne delphine edith edwige elodie emmanuelle estelle fabienne florence francoise genevieve ghislaine
helene heloise henriette huguette jacqueline jeanne josette josiane laetitia laure laurence leonie liliane lucie
lucienne madeleine magali manon marie-claude marie-france marie-pierre marion marine martine maryse melanie mireille
monique muriel mylene nathalie nicolette odile pascale paulette pierrette raymonde rachida roselyne sandrine segolene
severine simone solange solene sylvie therese valerie veronique virginie viviane yvette
 angela anke anneliese annegret annalena antje barbel birgit britta brunhilde carola christa christel
claudia cordula dagmar dorothee elfriede elke erika ermgard frauke friederike gabi gabriele gerda gerlinde
gisela gudrun hannelore hedwig heike hella helga herta hildegard ilka ilona inge ingeborg irmgard jutta karin karla
katja katrin kerstin lieselotte liesl lotte magda manuela mareike margarete margarethe margrit marlies mechthild
monika nadja nele petra regine renate rosa rosemarie roswitha sabine sahra saskia sieglinde sigrid silke silvia
steffi susanne svenja sylke traute trude ulla ulrike ursula ute uschi verena veronika waltraud wiebke wilhelmine
agneta aino annika astrid birgitta britt dorrit ebba eeva elin erna freja gro gunilla gunhild hege helle inga inger
ingrid jonna jorunn karin kirsti kjersti lene liv lise maj malin margrethe mette pia pernille ragnhild riitta saara
sanna sigrid siri siv solveig soile tarja tove turid ulla unni vigdis
alessandra annamaria antonella barbara bruna carla caterina chiara cinzia claudia costanza daniela donatella elisabetta
emma federica fiammetta filomena flavia francesca gianna ginevra giorgia giovanna giuditta giulia giuliana giuseppina
grazia ilaria lavinia letizia lidia loredana luciana lucrezia luigia mafalda margherita mariagrazia mariella
marilena marinella marzia mirella nicoletta nilde oriana ornella paola patrizia raffaella rosanna rosaria rosella
rossella sabina serena silvana simona simonetta stefania susanna tina valentina virna vittoria
despina dimitra dora eirini eleftheria eleni fotini georgia ioanna kalliopi katerina konstantina kyriaki maria marika
melina niki panagiota photini sofia stavroula vasiliki zoe
aliza avigail ayelet batya dafna dalia dorit einat galit gila golda hadas hagit ilana limor liora merav michal miri
naama nava ofra orly orit osnat pnina rivka ronit ruti sarit shelly shira shulamit sigal smadar tali talia tamar tzipi
tziporah tzipora yael yaffa yifat yocheved zehava zipporah
branka danica dragana dusica emina gordana ivana jadranka jasna jelena jovana katarina kolinda ljiljana ljubica marija
milica mirjana natasa nevena olivera radmila sanja senka slavica snezana stanislava svetlana tanja vesna vjosa zdenka
zorana zuzana ivona
"""

_MALE: Final = """
aaron abel abraham adam adolf adolph adrian aidan alan albert alec alejandro alessandro alexander alexandre alexei
alfonso alfred alistair allan allen alvin ambrose amos anatole anderson andre andreas andrew andy angus anselm anthony
antoine anton antonio antony archibald archie armand arnold arthur arturo augustin augustus austin barack barnaby
barney barry bart bartholomew basil ben benedict benjamin bernard bernardo bernie bert bill billy bob bobby boris brad
bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos cecil cedric cesar chad
charles charlie chester chris christian christoph christophe christopher chuck clarence clark claude claudio clayton
clement cliff clifford clint clinton clive clyde colin conrad craig curtis cyril cyrus damian damien dan daniel danny
darrell darren darryl dave david dean declan denis dennis derek derrick desmond dick diego dietrich dirk dmitri dominic
don donald doug douglas duane dudley duncan dwayne dwight earl ed eddie edgar edmond edmund edouard eduardo edward
edwin egon elias elijah elliot elliott ellis elmer elton elvis emanuel emil emile emmanuel enoch enrico enrique eric
erich erik ernest ernesto ernie ernst erwin ethan eugene evan everett ezra felix ferdinand fergus fernando finn
floyd francis francisco francois frank frankie franklin franz fred freddie frederic frederick friedrich fritz gabriel
gareth garry garth gary gaston gavin gene geoff geoffrey george georges gerald gerard gerhard geronimo gerry gideon
gilbert giles giovanni giuseppe glen glenn godfrey gordon graeme graham grant greg gregor gregory guido guillaume
gunter gunther gus gustav gustave gustavo guy hamish hank hans harold harris harry harvey heinrich hector helmut henri
henrik henry herbert herman hermann homer horace horatio howard hubert hugh hugo humphrey ian ignatius igor immanuel
ira irving isaac isaiah ivan jack jackson jacob jacques jake james jamie jan jared jason jasper javier jay jed jeff
jefferson jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim joaquin joe joel johan johann johannes john
johnny johnson jon jonah jonas jonathan jordan jorge jose josef joseph josh joshua josiah juan jude jules julian julio
julius jurgen justin karl keith ken kenneth kenny kevin kieran kirk klaus kurt kyle lance larry lars laurent laurence
lawrence lee leif len lenny leo leon leonard leonardo leonid leopold leroy les lester lev levi lewis liam lincoln linus
lionel lloyd lorenzo lou louis luc luca lucas lucien ludwig luigi luis lukas luke luther magnus malcolm manfred manny
manuel marc marcel marcello marco marcos marcus mario marius mark marshall martin marty marvin mateo mathew mathieu
matt matteo matthew matthias maurice mauricio max maximilian maxwell mel melvin meyer michael michel miguel mike
mikhail miles milton mitch mitchell mitt mohandas mordecai morgan morris mortimer moses murray nathan nathaniel neal
ned neil nelson nicholas nick nicolas nigel niklas nikolai nikolaus noah noel norbert norman oliver olivier omar
oscar oswald otto owen pablo paddy pascal pat patrick paul paulo pedro percival percy perry pete peter phil philip
philippe phillip phineas pierre preston quentin quincy rafael ralph ramon randall randolph randy raoul raphael raul ray
raymond reginald reinhard rene reuben rex ricardo richard rick ricky rob robert roberto robin rod roderick rodney
rodrigo roger roland rolf roman romeo ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert russell
ryan salvador salvatore sam samson samuel sandro saul scott sean sebastian serge sergei sergio seth seymour shane
shaun sheldon sherman sid sidney siegfried sigmund silas simon solomon spencer stan stanley stefan stefano stephane
stephen steve steven stewart stuart sven ted terence terrence terry thaddeus theo theodor theodore thierry thomas tim
timothy toby todd tom tomas tommy tony travis trevor tristan troy tyler tyrone ulrich ulysses umberto uwe vaughn vernon
victor viktor vince vincent virgil vito vladimir wallace walt walter ward warren wayne wendell werner wesley wilbur
wilfred wilhelm will willem william willie winston wolfgang woodrow xavier yves zachary zack
akira akihiro akio atsushi daisuke eiji fumio goro haruki hideki hideo hideyoshi hiroaki hiroshi hiroyuki ichiro isamu
isao jiro junichi junichiro kaoru katsu kazuo keiichi keisuke keizo ken'ichi kenichi kenji kenta kenzo kiichi kiyoshi
koichi koji makoto masahiro masaki masao masaru masashi minoru mitsuo morihiro naoki naoto nobuo noboru osamu ryo
ryota ryuichi ryutaro saburo satoshi seiji shigeru shin shinichi shintaro shinzo shoichi shoji shuichi susumu tadashi
taichi takahiro takashi takeo takeshi taku takuya taro tatsuya tetsuo tetsuya tomohiro toru toshio toshiro tsutomu
yasuhiro yasuo yasushi yoichi yoshihide yoshihiko yoshihiro yoshio yosuke yuichi yukio yuji yutaka yuta zenko
bo jianguo jiang jinping keqiang jintao rongji xiaoping zedong enlai weiwei xiaobo jiabao qishan
zemin guofeng deming dehuai jianmin zhiqiang guoqiang weiguo xiaoming zhenhua
dae-jung dong-hyun hyun-woo il-sung jae-in jong-il jong-un joon-ho ki-moon min-ho moo-hyun myung-bak sang-hoon
seung-hoon sung-min tae-woo woo-jin yong-nam young-ho young-sam chung-hee doo-hwan
"""

_MALE_OTHER: Final = """
abbas abd abdallah abdel abdelaziz abdelkader abdelrahman abdol abdolkarim abdolreza abdul abdulaziz abdullah
abdullahi abdulrahman abu adel adil adnan ahmad ahmed ahmet ala alaa ali aladdin amin amir ammar amr anas anwar
asaad ashraf assad ayad ayman aziz badr baha bahaa bakr bandar bashar bashir bassam bassem boutros daoud dawood emad
fadel fadi fahad fahd faisal fares farid farouk fathi fawaz fayez fayyad fouad fuad ghassan ghazi habib hadi hafez
haidar haider haitham hakim hamad hamdi hamed hamid hamza hani hariri haroun harun hasan hashem hashim hassan hatem
hazem hesham hisham hosni hossam houari husam hussain hussam hussein ibrahim idris ihab imad imran isam ismail issa
iyad izzat jaafar jabbar jaber jabr jafar jalal jamal jamil jassem jassim jawad kadhim kamal kamel karim kassem
khaled khalid khalifa khalil laith lakhdar lotfi luay maamoun maher mahdi mahmoud mahmud majed majid malik mamdouh
mansour marwan masoud mazen mehdi mohamad mohamed mohammad mohammed moncef moqtada mostafa mouaz moustafa muammar
mubarak muhammad muhsin mukhtar munir muqtada murad musa mustafa muthanna nabih nabil nadim naguib naim naji nasr
nasser nawaf nayef nazar nazim nizar nouri nuri omar osama othman qais qasim qassem qusay rachid rafik rafiq raed
rami ramzi rashad rashid rauf rayan riad riyad saad sabri sadiq sadr saeb saeed safwan said salah salam saleh salem
salim salman sami samir samy saud sayyid shafiq sharif shawki shukri sulaiman suleiman taha tahir talal talib tamer
tarek tariq tawfiq turki uday usama wael waheed wahid waleed walid wassim yahya yaqub yasin yasser yassin yasir
youssef yusuf yusef zaid zakaria zayed ziad zied zine zuhair
akbar ahmadreza alireza aliakbar amirhossein ardeshir arash ardalan asghar ayatollah azim babak bahman bahram bahruz
behrouz behzad bijan borzou dariush darius davoud ebrahim ehsan esfandiar esmail faramarz farhad fariborz farrokh
farshad farzad fereydoun gholam gholamhossein gholamreza hamidreza hashem hooman hormoz hossein hushang iraj javad
jamshid jahangir kambiz kamran kaveh kazem keyvan khosrow kianoush kiarash kourosh mahmood majid manouchehr mansur
masoud mehran mehrdad milad mir-hossein mohsen mojtaba morteza mostafa nader naser nasser navid omid parviz payam
pejman pouya qasem ramin reza rostam rouhollah ruhollah sadegh saeid sajjad salar saman sasan sattar shahin shahram
shapour siamak siavash sina soheil sohrab vahid yadollah yousef zal
adem ahmet alper arda atilla aydin baris bayram bekir berat binali bulent burak can cem cemal cemil cengiz cevdet
 devlet dogan egemen ekrem emrah emre enver erdal erdem erkan erol ersin ertugrul fatih ferhat fethullah
fikret furkan gokhan halil hakan hasan hayri hikmet huseyin ibrahim idris ihsan ilker ismail ismet kadir kemal kenan
kerem levent mehmet melih mert mesut metin mevlut murat mustafa nazim necmettin necdet nejat nihat oguz oktay onur
orhan osman ozan ozgur omer rauf recep riza sabri sedat selahattin selcuk selim serdar serhat serkan sinan suleyman
sukru tahir taner tansel tayfun tayyip tevfik tolga tuncay turgut ugur umit vedat volkan yalcin yasar yavuz yigit
yilmaz yunus yusuf zafer zeki ziya
alyaksandr aleksandar aleksander aleksandr aleksei aleksey alexandr alexey anatoli anatoly andrei andrej andrey
andrij andriy andrzej arkadi arkady arseniy artem artyom bogdan boleslaw borislav bronislaw cezary czeslaw danilo
denis dimitri dimitry dmitriy dmitry dmytro donald dragan dusan eduard evgeni evgeny fedor fyodor gennady georgi
georgiy german gleb goran grigory grzegorz henryk hrvoje ihor ilham ilya iosif ivica ivo jacek jakub jan janusz
jaroslav jaroslaw jerzy jiri josip jovan juri kazimierz kirill konstantin krzysztof lech leonid leszek levan lubomir
ludvik lukasz maciej maksim marek marian marijan mateusz maxim michal mieczyslaw mihail miklos mikheil mikhail mikita
mikolaj mikulas milan milorad milos milovan miroslav miroslaw mladen nebojsa nikita nikola nikolay oleg oleh oleksandr
oleksiy pavel pavle pavlo petar petr petro piotr predrag radek radko radoslav radoslaw radovan rafal ramzan robert
roman ruslan rustam ryszard sasa sergey sergiy serhiy slavko slawomir slobodan sobir stanislav stanislaw stepan
stevan svetozar svyatoslav szymon tadeusz timur todor tomasz tomislav vaclav vadim valentin valeri valery vasil
vasily vasyl viacheslav viktor vitali vitaly vlad vladislav vlado vladyslav vojislav vojtech volodymyr vsevolod
vuk vyacheslav waclaw wieslaw witold wladyslaw wlodzimierz wojciech yakov yaroslav yegor yevgeny yuri yuriy yury
zbigniew zdenek zdzislaw zelimir zeljko zhores zlatko zoltan zoran zurab
abhay abhijit abhinav abhishek adarsh aditya ajay ajit akash akhilesh akshay alok amar amartya amit amitabh amol anand
anil aniruddha ankit anmol anupam anurag arjun arun arvind ashish ashok ashutosh atal atul balaji bharat bhagat bhim
bhupinder biju bipin chandra chandrababu chetan chidambaram darshan deepak devendra dev dharmendra dhiraj digvijay
dilip dinesh gajendra ganesh gaurav gautam girish gopal govind gulzar harish harsh hemant himanshu hrithik inder
jagdish jai jairam jaswant jatin javed jawaharlal jayant jitendra kailash kapil karan karthik kishore krishna kumar
kunal lalit lalu laloo laxman madhav mahatma mahendra mahesh mani manish manmohan manoj mohan mohit morarji mukesh
mulayam murali nagarjuna nand narayan narendra naresh naveen navjot neeraj nikhil nilesh nitin nitish omkar pankaj
parvez pradeep prakash pramod pranab prasad prasanna prashant praveen prem prithviraj rabindranath raghuram rahul
raj rajat rajeev rajendra rajesh rajiv rajnath rakesh ram raman ramesh ranbir ranjit ratan ravi ravindra rishi rohan
rohit sachin sandeep sanjay sanjeev sanjiv santosh satish satya saurabh shailesh shankar sharad shashi shekhar shiv
shivraj shyam siddharth sitaram somnath srinivas subhas subhash subramanian sudhir sundar sunil suraj surendra suresh
sushil swapan tarun tejaswi uday umesh upendra vallabhbhai varun vasant venkat venkaiah vijay vikas vikram vinay vinod
vipin vishal vishnu vishwanath vivek yash yashwant yogendra yogesh
afzal aftab arshad asif asim ayub bilawal faisal fazal gul hafiz hamid hakimullah haqqani ijaz iftikhar imtiaz
iqbal irfan ishaq jahangir javed junaid kamran khurshid khwaja liaquat mansoor maulana mehmood mian mirza mohsin
moin muhammed mushahid mushtaq nadeem naseer nawaz nisar parvez pervez pervaiz qaiser qamar raheel rahimullah
rashid raza rehman sajid salahuddin sardar sarfraz sartaj shabbir shahbaz shahid shaukat sheikh shoaib siraj sohail
syed tahir talat tanvir tariq usman wasim yaqoob yousaf yusaf zaheer zahid zardari zia ziaur zulfikar zulfiqar
mujibur golam abdur enamul shahidul rafiqul gulbuddin burhanuddin sibghatullah
abiodun achille adamu adebayo adekunle ade adewale ahmadou akinwumi alassane albert alhaji alpha amadou amara aminu
ayodele babacar babatunde bakary barnabas bingu blaise boubacar chidi chike chinedu chinua chukwuemeka cyprian
  desire didier djibril ebenezer emeka etienne faure femi festus fidele fodio folarin
 gbenga goodluck hailemariam haile hastings hifikepunye idriss idrissa ifeanyi ikechukwu
jomo josiah juvenal kagiso kamuzu kenneth kgalema kofi koffi kwaku kwabena kwadwo kwame kwasi kwesi lamin laurent
levy lungi macky mahamadou mahamat mamadou meles modibo moise moussa mohammadu muhammadu musa mwai mzee
 ngugi nnamdi nuhu obafemi ochieng odinga okello olusegun oumar ousmane pius raila
sani sekou sekouba senyo seretse shehu sibusiso simeon sipho siaka souleymane tendai thabo themba thierno tijani tito
tunde uche uhuru umaru wole yahaya yakubu yaya yoweri zuberi sizwe siyabonga mandla mangosuthu moeketsi trevor
abelardo adolfo agustin alberto alejo alfredo alonso alvaro amadeo anastasio andres anibal ariel armando arnaldo
arnulfo atilio augusto aurelio baltasar bartolome bautista benito bernabe camilo ciro cristobal dario demetrio
domingo edgardo efrain eladio eleuterio eliseo eloy emilio emiliano epifanio ernesto esteban eugenio eusebio evaristo
evo ezequiel fabian fabio facundo faustino federico felipe fermin fidel florentino franco fulgencio genaro gerardo
german gonzalo gregorio guillermo heriberto hernan hernando hilario hipolito horacio humberto ignacio isidro jacinto
jaime javier jeronimo joaquim jordi jorge josep juanito julian lazaro leandro leonel leopoldo lisandro luciano macario
manolo marcelino mariano martin matias mauro maximo melchor moises narciso nestor nicanor nicolas norberto octavio
orlando osvaldo pancho pascual pascal patricio pepe placido porfirio rafael ramiro raimundo reinaldo rigoberto rodolfo
rogelio rolando roque rosendo rufino salvador santiago santos saturnino segundo severino sigfrido silvio simeon tomas
ubaldo valentin vicente victoriano wenceslao wilfredo zacarias inacio getulio juscelino jair luiz joao jose-maria
aecio aloysio fernao goncalo henrique thiago tiago vasco xanana anibal
alain albin alphonse ambroise amaury arnaud aubin baptiste bastien benoit bertrand boniface brice charles-henri
clovis corentin cyrille denis didier dominique edmond eloi emeric emile etienne fabien fabrice fernand florent
florian gael gaetan gaspard gauthier geoffroy germain gerard ghislain gilles gregoire guilhem herve hippolyte honore
jean jean-baptiste jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel
jean-paul jean-philippe jean-pierre jean-yves joel joffrey jean-christophe lambert laurent leonce lionel loic ludovic
marcel marcelin mathis maxence maxime nicolas noel octave olivier patrice philibert pierre-yves quentin raymond regis
remi remy renaud roch rodolphe romain sylvain tanguy thibault thibaut theophile valentin valery vincent yannick yann
yoann yvan yvon zinedine
achim adalbert alfons alois andreas anselm arnim axel bastian benno bernd bernhard bernt bjorn bodo burkhard carsten
christof claus clemens detlef detlev diether dieter eberhard eckart egon ekkehard ernst eugen ewald falk franz-josef
frank-walter friedhelm gebhard georg gerd gero gottfried gotthard guenter guenther hannes hans-dietrich hans-georg
hans-jurgen hans-peter harald hartmut heiko heiner heinz helmuth hendrik henning heribert hinrich holger horst
hubertus ingo jochen joerg jorg joschka jost juergen jupp kai karl-heinz karl-theodor karsten kaspar konrad lothar
ludger lutz marcel marius markus mathias maximilian meinhard michael moritz norbert oskar ottmar peer philipp rainer
ralf reiner reinhold roderich rolf ruediger rudiger sigmar soren stephan sigfried steffen theodor thilo thomas thorsten
till timo torsten udo ulf urs veit viktor volker volkmar walther wieland wilfried willi willy winfried wolf wolfram
aage aksel anders arne arvid asbjorn bjarne birger borge carl-gustaf dag eino einar erkki espen finn frode geir
gosta gunnar haakon hakan halldor hallvard haavard henning hjalmar ingemar ingvar jarl jens
jari jarmo jukka jussi jyrki kaare kalevi kaj karsten kjell knut kristian kristoffer lasse lauri mads magnus martti
matti mauno mikko mogens morten niels nils odd olaf olav ole olli olof ove paavo pekka pelle poul rasmus risto rune
sauli seppo sigurd simen stein steinar stig sture svein tage tapio tarmo thor thorbjorn thorvald tor torbjorn tore
torstein trygve urho uffe veikko vidar viggo yrjo
aldo alberto alcide aldo alfredo amedeo amintore andrea angelo antonino armando arnaldo arrigo attilio beniamino benito
beppe bettino biagio carlo carmelo carmine cesare ciro claudio corrado cosimo dario domenico donato edoardo elio
emanuele emiliano enzo ermanno ettore eugenio ezio fabrizio fausto federico ferruccio filippo flavio fulvio gaetano
galeazzo gennaro giacinto giacomo gian giancarlo gianfranco gianluca gianluigi gianni gianpaolo gino giordano giorgio
giulio guglielmo innocenzo italo jacopo lamberto leoluca leone libero lino livio luchino luciano lucio marcello
massimo maurizio michelangelo mirko nanni niccolo nicolo nino ottavio palmiro paolo pasquale piero piergiorgio
pierluigi pietro pino primo raffaele renato renzo riccardo rino rocco rodolfo romano romolo rosario ruggero sandro
santo sebastiano silvano silvio stefano tito tommaso ugo valerio vasco vincenzo vittorio walter
alekos alexandros alexis anastasios andonis angelos antonis apostolos aristotle athanasios christos costas dimitrios
dimitris eleftherios evangelos fotis georgios giannis giorgos ioannis kimon konstantinos kostas kyriakos lefteris
leonidas loukas makis manolis michalis mikis nikos odysseas panagiotis panos pavlos petros prokopis sotiris spyros
stathis stavros stelios thanasis theodoros thodoris vangelis vassilis yanis yannis
amnon amos arie ariel arye avi avigdor aviv avraham baruch benny benyamin binyamin boaz chaim chayim dov efraim ehud
eitan elazar eli eliezer ephraim eyal ezer gadi gershon gilad haim hanan hillel ilan isser itamar itzhak levi meir
menachem menahem mordechai moshe motti naftali natan nir noam ofer ofir oren ori oz pinchas reuven rehavam ron roni
shabtai shai shaul shimon shlomo shmuel silvan tuvia tzachi tzvi uri uriel uzi yaakov yair yehoshua yehuda
yigal yisrael yitzhak yoav yochanan yohanan yoram yosef yossi yuval zalman zeev zvi
adnan agim alija besnik edi enver fatos fatmir hashim haris ismail kadri mustafa naim
ramush sali sulejman veton zahir bakir bujar ilir lulzim
bambang budi jusuf joko suharto sukarno susilo wiranto yudhoyono prabowo mahathir najib goh
benigno ferdinand fidel rodrigo tun thein thaksin prayuth abhisit van hun norodom
sihanouk hor ranariddh souphanouvong
halim rurik doran ansel
hamlet gagik levon nikol serzh tigran vazgen armen ashot aram hovhannes vartan garegin
nursultan islam emomali saparmurat kurmanbek askar almazbek sooronbay heydar ramil elmar eldar vagif rauf tofiq
tesfaye abiy isaias afwerki menelik mengistu girma mulatu zenawi kebede bekele tilahun dawit yohannes getachew
dagfinn edvard evald gheorghe ion mihai mircea nicolae traian vasile viorel sorin radu octavian liviu
istvan laszlo gyorgy ferenc gabor janos jozsef tibor viktor zsolt andras bela attila csaba gyula imre karoly lajos
mihaly pal sandor tamas
"""

# More often a surname, a word or a name of both.
_REMOVED: Final = words(
    "april bo can carmen chris dean faith grant gul guy hope jo joy june lee les may pat sri van ward will"
)


def _table() -> dict[str, str]:
    """Name -> "f" or "m"; a name written in both lists, or that is more often a common word, is left out."""
    female, male = words(_FEMALE), words(_MALE) | words(_MALE_OTHER)
    table = dict.fromkeys(female - male, "f") | dict.fromkeys(male - female, "m")
    return {name: gender for name, gender in table.items() if name not in _REMOVED}


FIRST_NAMES: Final[dict[str, str]] = _table()
