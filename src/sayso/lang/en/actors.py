"""English words that tell who is understood in an event, and whom a phrase stands for.

Written by hand; lemmas unless said otherwise. Used by ``events_understood`` and ``events_actors`` of ``extract``.
"""

from __future__ import annotations

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COMMITS: Final = _set("promise pledge vow assure guarantee undertake swear threaten agree commit decide resolve")
"""Verbs whose subject sees to it: "promised that they would be freed"."""

WILL: Final = _set("will would 'll ’ll shall wo")  # word forms

PLANS: Final = _set(
    "plan decision promise threat offer refusal pledge vow intention intent attempt effort bid agreement move "
    "desire readiness willingness failure commitment wish reluctance ambition scheme campaign vote resolution "
    "undertaking"
)
"""Nouns whose owner is to do it himself: "Kestria's plan to close the camp", "a promise by Kestria to"."""

HOLDS: Final = _set(
    "announce make have unveil reveal draw abandon scrap drop cancel issue repeat renew give keep break honour "
    "honor express confirm declare adopt approve reaffirm reiterate reverse defend launch mount pursue shelve "
    "take voice"
)
"""Verbs whose subject owns the plan that is their object: "announced plans to"."""

DOES: Final = _set(
    "make take have give hold stage launch carry conduct commit perform mount begin start open continue resume "
    "complete end finish do impose express pay reach lodge file organize organise wage render pose intensify "
    "renew repeat escalate halt stop cease attend join form establish voice show provide sign pursue lead play "
    "deliver issue step suspend keep maintain exert exercise execute undertake initiate attempt inflict level "
    "bring send receive cancel postpone promise pledge threaten deny abandon hand enter seek win lose plan "
    "propose offer"
)
"""Verbs whose subject does what their object tells: "launched an attack"."""

SETS: Final = _set(
    "date day deadline time plan order timetable schedule responsibility blame credit preparation call way"
)
"""Objects that stand between someone and what he is to do: "set a date for the closure"."""

ENGAGES: Final = _set("engage participate involve take implicate indulge persist cooperate succeed")
"""Verbs whose subject does what they have "in" before: "were engaged in fighting"."""

SAYING: Final = _set("statement interview speech letter message address remark report tweet post comment note")
"""What someone says something in: "told reporters in an interview"."""

BESIDE: Final = _set("before after while without by since upon despite instead when")
"""Words before an -ing form that shares the subject of the clause it hangs on: "before leaving, she"."""

UNDERGONE: Final = _set(
    "expulsion arrest detention murder killing death release deportation assassination kidnapping abduction "
    "execution imprisonment removal dismissal torture conviction extradition capture displacement eviction "
    "overthrow ouster appointment election trial prosecution indictment impeachment injury wounding "
    "interrogation rescue evacuation repatriation liberation beating conquest destruction demolition closure "
    "beheading hanging rape exile"
)
"""Nouns whose owner undergoes it: "the general's arrest"."""

TRANSFER: Final = _set(
    "send give provide deliver supply ship grant lend return donate hand export sell offer extend transfer "
    "distribute award pay dispatch airlift"
)
"""Verbs that bring a thing to someone: "sent aid to Kestria"."""

MOTION: Final = _set(
    "flee leave enter cross reach visit quit vacate abandon tour approach exit depart pass climb travel arrive go come"
)
"""Verbs whose object is where one goes from, to or through."""

TOWARDS: Final = _set("on upon against with to toward towards at for")
"""Prepositions between what is imposed, signed or launched and whom it meets."""

MEETS: Final = _set("sign conclude ratify")
"""Verbs whose object need be no event: "signed a treaty with Kestria"."""

WITH: Final = _set(
    "talk speak chat converse quarrel argue deal share side fight clash war break sign meet agree cooperate "
    "trade negotiate confer consult discuss collaborate ally join reconcile play compete debate coordinate "
    "correspond communicate collude conspire flirt marry merge unite sympathize sympathise interfere cope "
    "skirmish battle hold reach conclude establish work normalize restore sever suspend open resume strike "
    "conduct exchange make have be charge"
)
"""Verbs that one does with someone who takes part; elsewhere "with a child" says only who was there."""

SHARES: Final = _set(
    "some none many most several few all both each one two three four five six seven eight nine ten dozen "
    "dozens hundred hundreds thousand thousands million millions score scores majority minority half third "
    "quarter rest number handful lot plenty part couple any more others remainder percent proportion"
)
"""Words for how many, before "of" and whom they are of."""

THIRD: Final = _set("he she it they")  # word forms

NOBODY: Final = _set("anyone anybody nobody noone none everyone everybody someone somebody")
"""Words that stand for no one who could be named."""

MEMBERS: Final = _set(
    "member fighter militant supporter follower adherent force troop soldier guerrilla gunman militiaman "
    "partisan warplane gunboat helicopter jet tank unit army military navy"
)
"""Those whose act is that of the group they belong to."""

ORGANS: Final = _set(
    "government cabinet regime administration authority authorities leadership army military navy force forces "
    "troop soldier warplane helicopter jet gunboat"
)
"""What a state acts through."""

OWN: Final = _set(
    "country government nation state party group movement army organization organisation ministry company"
)
"""What "her" or "their" makes the one that someone belongs to or speaks for: "said her country would"."""

PLACES: Final = _set(
    "village town city station hospital clinic school headquarters building airport port camp province district "
    "church mosque house home barracks base bridge prison"
)
"""Places that may act by their people, but are no one where something is done to them by hand."""
