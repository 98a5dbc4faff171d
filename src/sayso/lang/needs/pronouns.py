"""What a pronoun can stand for."""

from __future__ import annotations

from enum import StrEnum, auto


class PronounKind(StrEnum):
    """The kinds of pronouns that coreference tells apart; each is a list of `Pronouns`."""

    HE = auto()
    SHE = auto()
    THEY = auto()
    IT = auto()
    FIRST_SINGULAR = auto()
    FIRST_PLURAL = auto()
    SECOND = auto()
    WHO = auto()


THIRD = frozenset({PronounKind.HE, PronounKind.SHE, PronounKind.THEY, PronounKind.IT})
SPEAKING = frozenset({PronounKind.FIRST_SINGULAR, PronounKind.FIRST_PLURAL, PronounKind.SECOND})
PERSONAL = frozenset({PronounKind.HE, PronounKind.SHE})
