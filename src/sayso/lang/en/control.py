"""English verbs by who does what hangs on them: the one influenced, or the one who speaks. Written by hand."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.control import ControlWords

# Verbs that say someone did what stands behind "of", "for" or "with".
_ACCUSES: Final = (
    "accuse suspect convict acquit blame criticise criticize condemn denounce charge indict prosecute sue fine jail "
    "imprison sentence arrest detain punish censure rebuke slam blast castigate reprimand sanction execute hang try "
    "implicate fault chide berate assail scold clear absolve exonerate deride lambast lambaste investigate"
)

CONTROL: Final = ControlWords(
    influences=words(
        "ask tell order command instruct direct urge press pressure push exhort beg implore beseech entreat plead "
        "appeal call petition lobby invite encourage advise counsel recommend warn caution remind request require "
        "oblige compel force coerce drive lead prompt spur provoke cause get make let allow permit enable authorise "
        "authorize empower entitle forbid persuade convince induce tempt entice trick dupe fool help assist train "
        "teach prepare equip want need expect like prefer intend mean wish leave trust task assign send dispatch "
        "deploy hire appoint name tap elect nominate choose select recruit employ commission pay bribe summon "
        "challenge dare inspire motivate incite free license commit see watch hear find keep catch sentence condemn "
        "designate "
        "believe consider report say know rumour rumor allege suppose"
    )
    - words("summon commit say"),
    asked_by=words("on upon to with for"),
    commits=words("promise threaten vow swear pledge offer propose guarantee undertake agree"),
    blames=words(
        f"{_ACCUSES} praise thank congratulate hail honour honor commend applaud reward forgive pardon excuse prevent "
        "stop keep block bar ban prohibit deter discourage dissuade hinder restrain restrict protect force pressure "
        "talk trick coerce deceive bully shame provoke push goad lure accuse"
    ),
    accuses=words(_ACCUSES),
    charged=words("of for with from into over"),
    beside=words("by after before while without upon since in"),
    responsible=words("responsible liable guilty culpable behind perpetrator culprit mastermind author architect"),
    responsibility=words("responsibility credit blame guilt involvement role part hand knowledge"),
    takes=words("claim take admit confess"),
    carries=words("carry commit perpetrate order mastermind orchestrate organise organize execute plan stage launch"),
    disowns=words("deny dispute disclaim repudiate"),
    behind=words("behind"),
    be=words("be"),
    own_doing=words(
        "resignation visit march retreat arrival departure surrender return escape flight protest rally advance speech "
        "statement decision refusal threat promise pledge warning victory defection abdication demonstration walkout "
        "uprising rebellion revolt"
    ),
    nobody=words("nobody noone none neither nothing"),
    no=words("no neither"),
    to=words("to"),
    conveys=words("take bring fly rush carry airlift evacuate transport transfer send dispatch deploy move drive"),
    upon=words("on upon against"),
    idioms=frozenset(
        "open fire,catch fire,lose life,take place,take part,claim responsibility,take responsibility,take effect,"
        "seek refuge,take refuge".split(",")
    ),
    fires=frozenset({"open fire"}),
)
