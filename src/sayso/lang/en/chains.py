"""English words that the head of chains is told of."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.chains import ChainWords

OWNING: Final = words("his her its their my our your whose")

CHAINS: Final = ChainWords(
    pointing=words("this that these those"),
    openings=words("the a an this that these those"),
    owning=OWNING,
    indefinite=words("a an some any every no another one two many several most all other"),
    many=words("they them their theirs themselves we us our ours ourselves these those"),
    empty=OWNING
    | words("the a an this that these those of in on at to for with by from as and or who which")
    | frozenset("'s ’s ' ’ , . \" ( ) - : ;".split()),
    equating=words("is are was were be been being become becomes became remains remained remain am"),
    linking=words("of in at for to"),
)
