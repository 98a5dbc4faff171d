"""English words around and inside names, by which a name is taken apart."""

from __future__ import annotations

from typing import Final

from sayso.lang import words
from sayso.lang.needs.name_parts import NameWords

NAME_PARTS: Final = NameWords(
    article=words("the a an"),
    small=words("of the for and a an in on to at de la du des et del der und e"),
    of=words("of for"),
    whose=("'s",),
    generations={
        form: forms.split()[0]
        for forms in ("jr junior jnr", "sr senior snr", "ii", "iii", "iv", "elder", "younger")
        for form in forms.split()
    },
    degrees=words("md phd dphil mba esq esquire obe cbe mbe kbe qc kc jd rn dds mp mep frs ret"),
    short={
        "intl": "international", "natl": "national", "dept": "department", "govt": "government", "assn": "association",
        "assoc": "association", "bros": "brothers", "univ": "university", "inst": "institute", "mfg": "manufacturing",
        "st": "saint", "mt": "mount", "ft": "fort", "ctr": "center", "centre": "center", "cttee": "committee",
        "organisation": "organization", "labour": "labor", "defence": "defense",
    },
    portfolios=words("state staff war navy commons lords representatives"),
    titles=words("gov amb supt atty insp chmn pres vp pm fm"),
    given_titles=words("dean lance prince earl duke baron major king marshal justice sultan saint bishop pope deacon"),
    ordinal=("st", "nd", "rd", "th"),
    sits=("in",),
    governments=words("government administration authorities"),
    both="and",
    kin=words("bin ibn ben bint"),
)  # fmt: skip
