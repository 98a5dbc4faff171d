"""Letters of other scripts in Latin ones: facts of no language, for names that reports write in several scripts.

A letter's sound is in its Unicode name ("HANGUL SYLLABLE JEONG", "DEVANAGARI LETTER NA"); where a letter is named after
an object and not after its sound, the tables here say it. What no rule knows, such as Chinese characters, stays.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

# Script -> the last words of its letters' names and what is written for them; in the order of the alphabet.
_NAMED: Final = {
    "GREEK": "ALPHA a BETA v GAMMA g DELTA d EPSILON e ZETA z ETA i THETA th IOTA i KAPPA k LAMDA l MU m NU n XI x "
    "OMICRON o PI p RHO r SIGMA s TAU t UPSILON y PHI f CHI ch PSI ps OMEGA o",
    "CYRILLIC": "A a BE b VE v GHE g DE d IE e IO yo ZHE zh ZE z I i KA k EL l EM m EN n O o PE p ER r ES s TE t U u "
    "EF f HA kh TSE ts CHE ch SHA sh SHCHA shch SIGN - YERU y E e YU yu YA ya YI yi DJE dj GJE g DZE dz JE j LJE lj "
    "NJE nj TSHE c KJE k DZHE dz SCHWA a",
    "HEBREW": "ALEF a BET b GIMEL g DALET d HE h VAV v ZAYIN z HET ch TET t YOD y KAF k LAMED l MEM m NUN n SAMEKH s "
    "AYIN a PE p TSADI ts QOF k RESH r SHIN sh TAV t",
    "ARABIC": "ALEF a HAMZA - BEH b TEH t MARBUTA a THEH th JEEM j HAH h KHAH kh DAL d THAL dh REH r ZAIN z SEEN s "
    "SHEEN sh SAD s DAD d TAH t ZAH z AIN a GHAIN gh FEH f QAF q KAF k LAM l MEEM m NOON n HEH h WAW w YEH y MAKSURA a "
    "PEH p TCHEH ch JEH zh KEHEH k GAF g FATHA a KASRA i DAMMA u SHADDA - SUKUN - TATWEEL -",
    "GEORGIAN": "AN a BAN b GAN g DON d EN e VIN v ZEN z TAN t IN i KAN k LAS l MAN m NAR n ON o PAR p ZHAR zh RAE r "
    "SAN s TAR t UN u PHAR p KHAR k GHAN gh QAR q SHIN sh CHIN ch CAN ts JIL dz CIL ts CHAR ch XAN kh JHAN j HAE h",
    "ARMENIAN": "AYB a BEN b GIM g DA d ECH e ZA z EH e ET y TO t ZHE zh INI i LIWN l XEH kh CA ts KEN k HO h JA dz "
    "GHAD gh CHEH ch MEN m YI y NOW n SHA sh VO o CHA ch PEH p JHEH j RA r SEH s VEW v TIWN t REH r CO ts YIWN v "
    "PIWR p KEH k OH o FEH f",
}
TABLES: Final = {
    script: dict(zip(listed.split()[::2], listed.split()[1::2], strict=True)) for script, listed in _NAMED.items()
}
# Scripts whose consonants are said with an "a" unless a sign follows.
WITH_VOWEL: Final = frozenset(
    "DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA KHMER MYANMAR".split()
)
SOUND: Final = re.compile(r"(\w+) .*?(?:LETTER|SYLLABLE|CHARACTER|VOWEL SIGN|VOWEL|SIGN) ?(.*)")
SILENT: Final = frozenset(
    "VIRAMA COENG NUKTA ANUSVARA SIGN MARK THANTHAKHAT MAITAIKHU MUUSIKATOAN TRIISAP BANTOC TOANDAKHIAT".split()
)
LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ŋ": "ng", "ə": "a"}
)
APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘`´ʼʻ′", "'"))
# Digits that are written for letters that look like them, inside a word.
DIGIT_INSIDE: Final = re.compile(r"(?<=[a-z])[013459](?=[a-z])")
LOOKS_LIKE: Final = str.maketrans("013459", "oieasg")
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@functools.lru_cache(maxsize=8192)
def _sound(letter: str) -> tuple[str, str]:
    """The script of a letter and how it is written in Latin letters; the letter itself where no rule knows it."""
    try:
        name = unicodedata.name(letter)
    except ValueError:
        return "", letter
    script = name.partition(" ")[0]
    if script in ("CJK", "LATIN", "DIGIT"):
        return script, letter
    found = SOUND.match(name)
    if found is None:
        return script, "" if unicodedata.category(letter)[0] in "ML" and "MARK" in name else letter
    said = found[2].partition(" WITH ")[0].split()
    if not said:
        return script, letter
    table = TABLES.get(script)
    if table is not None:
        known = next((table[word] for word in (*reversed(said), said[0]) if word in table), "")
        return script, known.replace("-", "")
    if said[-1] in SILENT:
        return script, ""
    word = said[-1]
    if script == "THAI" and said[0] != "SARA":
        word = said[0].removesuffix("O")  # KO KAI: the consonant is a k
    return script, word.lower() if word.isalpha() else letter


@functools.lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """Return a text in lower case with Latin letters and no accents, as far as letters say how they sound.

    >>> latin("Łukasz Müller"), latin("Владимир Путин"), latin("김정은")
    ('lukasz muller', 'vladimir putin', 'gimjeongeun')
    """
    if text.isascii():
        return text.lower()
    written: list[str] = []
    open_vowel = False  # an "a" that the next sign may take away
    for letter in unicodedata.normalize("NFKC", text).casefold().translate(LETTERS):
        if letter.isascii():
            written.append(letter)
            open_vowel = False
            continue
        script, said = _sound(letter)
        if script not in WITH_VOWEL and script not in ("HANGUL", "KATAKANA", "HIRAGANA"):
            for part in unicodedata.normalize("NFKD", letter):
                if not unicodedata.combining(part):
                    written.append(part if part.isascii() else _sound(part)[1])
            open_vowel = False
            continue
        sign = unicodedata.category(letter)[0] == "M"
        if sign and open_vowel and written:
            written[-1] = written[-1][:-1]
        written.append(said)
        open_vowel = script in WITH_VOWEL and not sign and len(said) > 1 and said.endswith("a")
    return "".join(written)
