"""Countries by the codes of ISO 3166-1, and by their names: facts of no language."""

from __future__ import annotations

import csv
import functools
from typing import Final

from sayso.world.gazetteer import data_lines, load_gazetteer, split
from sayso.world.scripts import latin

# Both codes of each, in one word: alpha-2, then alpha-3. Kosovo has none in ISO 3166-1; XK and XKX are in common use.
_CODES: Final = """
ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD
BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN
CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU
DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB
GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG
HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN
KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU
LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR
MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL
OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB
RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP
SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN
TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF
ZMZMB ZWZWE XKXKX
"""
ALPHA3: Final = {pair[:2]: pair[2:] for pair in _CODES.split()}
COUNTRIES: Final = frozenset(ALPHA3.values())


@functools.cache
def country_names() -> dict[str, str]:
    """The names of countries, in lower case and Latin letters -> alpha-3; about 400, read once a process.

    Chief names come from the gazetteer, further ones from countries.csv.

    >>> country_names()["france"], country_names()["emirates"]
    ('FRA', 'ARE')
    """
    gazetteer = load_gazetteer()
    found: dict[str, str] = {}
    for row in csv.DictReader(data_lines("countries.csv")):
        code = ALPHA3.get(row["iso"], "")
        place = gazetteer.country_row(row["iso"])
        for name in ((gazetteer.entry(place).name,) if place >= 0 else ()) + split(row["names"]):
            if code:
                found.setdefault(plain_country(name), code)
    return found


def plain_country(name: str) -> str:
    """A name as it is looked up: lower case, Latin letters and no points.

    >>> plain_country("U.A.E."), plain_country("Côte d'Ivoire")
    ('uae', "cote d'ivoire")
    """
    return " ".join(latin(name).replace(".", "").split())
