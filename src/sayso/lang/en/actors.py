"""English words that tell whom a phrase stands for in an event, and who is understood in it. Written by hand."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.events import ActorWords, UnderstoodWords

ACTORS: Final = ActorWords(
    shares=words(
        "some none many most several few all both each one two three four five six seven eight nine ten dozen dozens "
        "hundred hundreds thousand thousands million millions score scores majority minority half third quarter rest "
        "number handful lot plenty part couple any more others remainder percent proportion"
    ),
    of=words("of"),
    we=words("we us"),
    it=words("it"),
    nobody=words("anyone anybody nobody noone none everyone everybody someone somebody"),
    members=words(
        "member fighter militant supporter follower adherent force troop soldier guerrilla gunman militiaman partisan "
        "warplane gunboat helicopter jet tank unit army military navy"
    ),
    organs=words(
        "government cabinet regime administration authority authorities leadership army military navy force forces "
        "troop soldier warplane helicopter jet gunboat"
    ),
    own=words("country government nation state party group movement army organization organisation ministry company"),
    places=words(
        "village town city station hospital clinic school headquarters building airport port camp province district "
        "church mosque house home barracks base bridge prison"
    ),
    motion=words(
        "flee leave enter cross reach visit quit vacate abandon tour approach exit depart pass climb travel arrive go "
        "come"
    ),
)

UNDERSTOOD: Final = UnderstoodWords(
    commits=words("promise pledge vow assure guarantee undertake swear threaten agree commit decide resolve"),
    will=words("will would 'll ’ll shall wo"),
    plans=words(
        "plan decision promise threat offer refusal pledge vow intention intent attempt effort bid agreement move "
        "desire readiness willingness failure commitment wish reluctance ambition scheme campaign vote resolution "
        "undertaking"
    ),
    holds=words(
        "announce make have unveil reveal draw abandon scrap drop cancel issue repeat renew give keep break honour "
        "honor express confirm declare adopt approve reaffirm reiterate reverse defend launch mount pursue shelve "
        "take voice"
    ),
    does=words(
        "make take have give hold stage launch carry conduct commit perform mount begin start open continue resume "
        "complete end finish do impose express pay reach lodge file organize organise wage render pose intensify "
        "renew repeat escalate halt stop cease attend join form establish voice show provide sign pursue lead play "
        "deliver issue step suspend keep maintain exert exercise execute undertake initiate attempt inflict level "
        "bring send receive cancel postpone promise pledge threaten deny abandon hand enter seek win lose plan "
        "propose offer observe"
    ),
    sets=words("date day deadline time plan order timetable schedule responsibility blame credit preparation call way"),
    engages=words("go be stay remain engage participate involve take implicate indulge persist cooperate succeed"),
    telling=words(
        "say tell report announce add note state declare claim confirm write quote describe explain reply recall "
        "believe think know suggest show indicate reveal"
    ),
    saying=words("statement interview speech letter message address remark report tweet post comment note"),
    beside=words("before after while without by since upon despite instead when"),
    undergone=words(
        "expulsion arrest detention murder killing death release deportation assassination kidnapping abduction "
        "execution imprisonment removal dismissal torture conviction extradition capture displacement eviction "
        "overthrow ouster appointment election trial prosecution indictment impeachment injury wounding interrogation "
        "rescue evacuation repatriation liberation beating conquest destruction demolition closure beheading hanging "
        "rape exile massacre slaughter lynching stabbing hijacking hostage-taking slaying flogging"
    ),
    transfer=words(
        "send give provide deliver supply ship grant lend return donate hand export sell offer extend transfer "
        "distribute award pay dispatch airlift communicate convey"
    ),
    towards=words("on upon against with to toward towards at for"),
    meets=words("sign conclude ratify"),
    together=words(
        "talk speak chat converse quarrel argue deal share side fight clash war break sign meet agree cooperate trade "
        "negotiate confer consult discuss collaborate ally join reconcile play compete debate coordinate correspond "
        "communicate collude conspire flirt marry merge unite sympathize sympathise interfere cope skirmish battle "
        "hold reach conclude establish work normalize restore sever suspend open resume strike conduct exchange make "
        "have be charge"
    ),
    third=words("he she it they"),
    by=words("by"),
    of=words("of"),
    inside=words("in"),
    accompanied=words("with"),
    between=words("by between"),
    giver=words("by from"),
    planned=words("of for to"),
    occasion=words("for on at"),
    definite=words("the this that"),
    told_anew=words("of by against on"),
    infinitive=words("to"),
)
