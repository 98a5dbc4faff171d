"""English for events: which words tell one, which phrases play a part, when it is.

Types stand in ``event_rules.py``, actors in ``actors.py``.
"""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.en.actors import ACTORS, UNDERSTOOD
from sayso.lang.en.control import CONTROL
from sayso.lang.en.event_rules import KINDS
from sayso.lang.en.main_events import MAIN
from sayso.lang.needs.events import CodingWords, EventWords, PartWords, TriggerWords
from sayso.lang.needs.when import WhenWords
from sayso.lang.needs.where import WhereWords
from sayso.values.terms import TimeRelation

TRIGGERS: Final = TriggerWords(
    things=words(
        "fuel device backpack amount bus valley axis period reason basis rate average history technology equipment "
        "office path location crowd pilgrim ally rocket puppet eye wing king guerrilla laboratory formula theory "
        "thing goal element affair condition position legitimacy tradition politics distinction blueprint periphery "
        "grip aegis ease accordance addition piece term traffic efficiency direction destination signatory "
        "description technique method aspect car truck vehicle ship boat plane aircraft helicopter train weapon gun "
        "rifle pistol bullet knife missile warhead engine machine computer phone camera radio television newspaper "
        "book letter map flag table chair door window wall roof floor house building tower bridge road street highway "
        "railway airport station port dam factory plant mine farm field forest river lake sea ocean coast island "
        "mountain hill desert city town village district province region area zone place site spot country nation "
        "state world continent border frontier capital suburb park square hospital clinic school university church "
        "mosque temple prison jail camp hotel bank shop market restaurant water oil gas electricity energy food bread "
        "wheat rice sugar coffee tea milk meat fish fruit money cash dollar euro gold silver iron steel wood paper "
        "glass stone sand soil air smoke dust heat light color colour sound number figure percent percentage level "
        "size length width height weight volume quantity price cost value degree day week month year decade century "
        "hour minute moment date season summer winter spring autumn night morning evening man woman person people "
        "child boy girl father mother son daughter brother sister wife husband family friend enemy neighbor neighbour "
        "colleague member leader chief head president minister official officer soldier policeman citizen resident "
        "civilian worker student teacher doctor lawyer judge journalist spokesman spokeswoman expert analyst hand "
        "face body blood bone heart brain skin hair foot leg arm back side front top bottom end edge center centre "
        "middle corner part half quarter section share bit kind sort type form shape way manner mode nature character "
        "quality idea concept notion theme topic subject issue matter question point fact truth detail example "
        "instance case situation status stage phase step mean tool instrument system structure network framework "
        "model pattern standard principle rule law bill constitution article clause text word name title list page "
        "document data information evidence proof source reserve resource capacity capability ability skill knowledge "
        "experience tendency trend ambition aspiration motivation preference respect independence freedom sovereignty "
        "security stability unity identity ideology philosophy religion culture language society economy industry "
        "sector business company corporation firm organization organisation institution agency ministry department "
        "parliament congress senate court army navy force police party group movement union committee commission "
        "council team squad unit gift testament record"
    ),
    states=words(
        "dead willing ready prepared missing wounded injured guilty pregnant hospitalized homeless unconscious ill "
        "sick alive bankrupt absent unwilling reluctant unable able due hurt drunk safe"
    ),
    adverbs=("ully", "ously", "edly", "ively", "antly", "ently", "ically", "arily", "ately", "ially", "ingly"),
    naming=words(
        "allege suspect report neighbor neighbour base concern lead exist remain interest relate involve include "
        "accord suppose call know give surround intend accept so-called own state underlie outstand distinguish "
        "complicate speak center mount grow lack follow regard name head wing minded style size age"
    ),
    plural=("s",),
    endings=tuple("tion sion ment ing ance ence ure age ery al er or ist ism ity ness ship th y s".split()),
)

PARTS: Final = PartWords(
    endings=tuple("tion sion ment ing al er or ist ance ence ure age th y".split()),
    examples=words("as including like"),
    cut=words("as including like except"),
    such=words("such"),
    origin=words("from off"),
    destination=words("to into onto toward towards for"),
    towards=words("into onto toward towards"),
    instrument=words("with by via using"),
    topic=words("about on over regarding concerning of"),
    against=words("on over"),
    recipient=words("to against with at for towards toward"),
    outcomes=words("death ground ashes rubble pieces justice life jail prison imprisonment year month"),
    around=words("near inside outside across along behind beside beneath throughout opposite"),
    sites=words(
        "scene site spot place area region zone lot house home flat apartment room building hotel restaurant cafe shop "
        "market mall hospital clinic morgue station airport harbour harbor street road highway avenue square corner "
        "bridge town city village district neighborhood neighbourhood suburb province border coast shore beach river "
        "lake sea island mountain hill valley desert forest field farm park garden camp barracks prison jail cell "
        "stadium hall theater theatre museum mosque church temple cemetery hideout venue location"
    ),
    at=words("at in"),
)

_CLAUSES: Final[dict[str, TimeRelation]] = {
    "before": "before", "after": "after", "during": "during", "since": "since", "until": "until", "till": "until",
    "following": "after",
}  # fmt: skip

WHEN: Final = WhenWords(
    relations={
        **_CLAUSES,
        "wake": "after",
        "aftermath": "after",
        "by": "before",
        "throughout": "during",
        "from": "since",
        "within": "during",
    },
    clauses=_CLAUSES,
    soon=words("shortly soon immediately just right moments minutes hours"),
    past=words("had was were has have"),
    perfect=words("has have"),
    frames=words("when while as"),
    occurs=words("take occur happen begin start erupt break last"),
    means=words("by"),
    occasions=words("in at during"),
    definite=words("the that this these those"),
    on=words("on"),
    ranges=words("to until till through - –"),
    others=words("another other separate similar earlier previous meanwhile elsewhere"),
)

WHERE: Final = WhereWords(
    inside=words("in at near inside outside around across within near along"),
    of="of",
    settlements=words(
        "town city village suburb district province region governorate county port camp capital area neighbourhood "
        "neighborhood state island quarter settlement hamlet municipality outskirts streets north south east west "
        "northwest northeast southwest southeast centre center part parts coast shore border heart edge"
    ),
    beside=words("with between against for by about than like as without versus"),
    amid=words("in during amid amidst by at"),
    comes_to=words(
        "enter reach visit tour storm invade occupy capture seize retake recapture besiege overrun liberate"
    ),
    here=words("here"),
    this=words("this"),
    towns=words("city capital town village port"),
    to=words("to"),
    upon=words("on against at"),
    within=words("in into near outside"),
)

CODING: Final = CodingWords(
    told=words(
        "said says say saying told tells tell reported reports report announced announces announce added adds stated "
        "states according"
    ),
    agreed=words("agree agreed agrees agreeing reach reached reaches conclude concluded settle settled"),
    joined="and",
    own_means=("forces", "arms"),
)

EVENTS: Final = EventWords(TRIGGERS, PARTS, ACTORS, UNDERSTOOD, WHEN, KINDS, CODING, WHERE, CONTROL, MAIN)
