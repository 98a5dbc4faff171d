"""What a language brings for reading numbers in words: one ``NumberWords(...)``, shared by times and quantities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PluralForms:
    """By which ends a language's nouns in the plural are known, without a parse; lower case.

    ending    how a plural ends: -s
    not_so    how words end that look like plurals and are none: -ss, -us
    peoples   an end that only names of peoples have in the plural: "Yemenis", not "this"
    """

    ending: str
    not_so: tuple[str, ...] = ()
    peoples: str | None = None

    def fits(self, word: str, *, shortest: int) -> bool:
        """Return whether a lower-case word of at least so many letters may be a plural; peoples' names are left out.

        >>> forms = PluralForms("s", ("ss", "us"), "is")
        >>> [forms.fits(word, shortest=3) for word in ("cars", "bus", "glass", "yemenis", "us")]
        [True, False, False, False, False]
        """
        if len(word) < shortest or not word.endswith(self.ending) or word.endswith(self.not_so):
            return False
        return self.peoples is None or not word.endswith(self.peoples)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers, lower case.

    units    words below a hundred -> value ("seven", "twelve", "ninety")
    scales   words that multiply what stands before them ("hundred", "million") -> factor
    short    letters written behind digits that multiply them ("1.2m", "3bn") -> factor
    ordinals words for places in a row -> number ("first", "twenty-first" is made of "twenty" and "first")
    joiner   word that may stand inside a number ("two hundred and six")
    plurals  by which ends a noun that is counted is known
    """

    units: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    ordinals: dict[str, int]
    joiner: str
    plurals: PluralForms

    def continues(self, number: float, unit: int) -> bool:
        """Return whether a word below a hundred can go on a number: "twenty" "five", "hundred" "six", not "six" "five".

        >>> words = NumberWords({}, {}, {}, {}, "and", PluralForms("s"))
        >>> [words.continues(20, 5), words.continues(100, 6), words.continues(6, 5), words.continues(20, 30)]
        [True, True, False, False]
        """
        if number <= 0 or unit <= 0:
            return False
        return number % 100 == 0 or (number % 10 == 0 and number % 100 >= 20 and unit < 10)
