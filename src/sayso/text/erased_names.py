"""Names that a case must not hold any more: found in any text by keyed digests, and blackened letter by letter.

A name is not kept in words. Each run of words of a text is digested with the key of the case and looked for among the
digests, so that a later reading is blackened as the first ones were. Case, accents and scripts of one sound count for
nothing, nor does what stands between two words of a name.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sayso.errors import CaseError
from sayso.world.scripts import latin

BLOCK: Final = "█"
WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*")
UNSEEN: Final = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060]")
SPACE_IN_ADDRESS: Final = "%20"
MAX_BETWEEN: Final = 3  # characters between two words of one name, as in "Aldo, Mira" and over a line's end
MAX_NAME_WORDS: Final = 8  # of a longer name the first so many are looked for
KEY_BYTES: Final = 32
DIGEST_BYTES: Final = 16
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Written:
    """One word of a text: as it is compared, where it stands, and whether it begins with a small letter."""

    plain: str
    start: int
    end: int
    small: bool


def written_words(text: str) -> list[Written]:
    """The words of a text.

    >>> [word.plain for word in written_words("Mirá O'Aldo, mira_aldo.txt")]
    ['mira', 'o', 'aldo', 'mira', 'aldo', 'txt']
    """
    looked = text.replace(SPACE_IN_ADDRESS, " " * len(SPACE_IN_ADDRESS))
    return [
        Written(latin(UNSEEN.sub("", found[0])), found.start(), found.end(), found[0][:1].islower())
        for found in WORD.finditer(looked)
    ]


@dataclass(frozen=True, slots=True)
class ErasedNames:
    """What a case must not hold any more.

    key      secret of the case, with which words are digested
    whole    digests of names, each of all its words in order
    parts    digests of single words of a person's name, which count where the whole name stands too
    lengths  how many words the names of `whole` have
    reports  where the parts count although the whole name does not stand there
    """

    key: bytes = b""
    whole: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    lengths: frozenset[int] = frozenset()
    reports: frozenset[str] = frozenset()
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.whole)

    @classmethod
    def from_json(cls, text: str | None) -> ErasedNames:
        """Read what `to_json` wrote; none of None. CaseError where it is damaged: nothing must be added then."""
        if text is None:
            return cls()
        try:
            held: dict[str, Any] = json.loads(text)
            sets = [frozenset(map(str, held[name])) for name in ("whole", "parts", "reports")]
            return cls(bytes.fromhex(held["key"]), sets[0], sets[1], frozenset(map(int, held["lengths"])), sets[2])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CaseError(
                f"what was erased from this case is damaged ({error}); take it from a copy of the case"
            ) from error

    def to_json(self) -> str:
        """As a case keeps it."""
        held = {name: sorted(getattr(self, name)) for name in ("whole", "parts", "lengths", "reports")}
        return json.dumps({"key": self.key.hex(), **held}, separators=(",", ":"))

    def adding(
        self, whole: Iterable[Sequence[str]], parts: Iterable[str] = (), reports: Iterable[str] = ()
    ) -> ErasedNames:
        """With further names, each as its plain words; the key is made with the first."""
        made = ErasedNames(self.key or secrets.token_bytes(KEY_BYTES))
        names = [tuple(name[:MAX_NAME_WORDS]) for name in whole if name]
        return ErasedNames(
            made.key,
            self.whole | {made.digest(" ".join(name)) for name in names},
            self.parts | {made.digest(part) for part in parts},
            self.lengths | {len(name) for name in names},
            self.reports | set(reports),
        )

    def digest(self, words: str) -> str:
        """The keyed digest of plain words."""
        found = self._known.get(words)
        if found is None:
            found = hashlib.blake2b(
                words.encode("utf-8", "replace"), key=self.key, digest_size=DIGEST_BYTES
            ).hexdigest()
            if len(self._known) < 1 << 20:
                self._known[words] = found
        return found

    def names_in(self, text: str) -> list[Range]:
        """Where the words of whole names stand, word by word, in order."""
        words = written_words(text) if self else []
        held: dict[int, int] = {}
        for count in self.lengths:
            for at in range(len(words) - count + 1):
                run = words[at : at + count]
                if any(b.start - a.end > MAX_BETWEEN for a, b in zip(run, run[1:], strict=False)):
                    continue
                if self.digest(" ".join(word.plain for word in run)) in self.whole:
                    held |= {word.start: word.end for word in run}
        return sorted(held.items())

    def parts_in(self, text: str, besides: Collection[Range] = (), *, small: bool = False) -> list[Range]:
        """Where single words of the names stand.

        besides   ranges of other people's names, in which they stay
        small     whether a word in small letters is one too, as in the name of a file; in a text that has no other
                  letters it is one
        """
        found = []
        small = small or text == text.lower()
        for word in written_words(text) if self.parts else ():
            if (word.small and not small) or any(start <= word.start and word.end <= end for start, end in besides):
                continue
            if self.digest(word.plain) in self.parts:
                found.append((word.start, word.end))
        return found

    def is_part(self, word: str) -> bool:
        """Whether a plain word is one of a name."""
        return self.digest(word) in self.parts

    def line(self, words: str) -> str:
        """A path, a title, an option: without the names and without their single words."""
        if not self or not words:
            return words
        return blackened(words, [*self.names_in(words), *self.parts_in(words, small=True)])


def blackened(text: str, ranges: Iterable[Range]) -> str:
    """The text with a block for each letter of these ranges.

    >>> blackened("Mira Aldo left.", [(0, 4), (5, 9)])
    '████ ████ left.'
    """
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = BLOCK * (end - start)
    return "".join(letters)


def reworded(value: Any, change: Callable[[str], str]) -> Any:
    """A value of JSON with all its words changed, keys too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {change(str(key)): reworded(held, change) for key, held in value.items()}
    return [reworded(part, change) for part in value] if isinstance(value, (list, tuple)) else value


def orders_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The orders in which a person's name is written: as it is, family name first, without middle names, with initials.

    >>> list(orders_of(("mira", "k", "aldo")))
    [('mira', 'k', 'aldo'), ('aldo', 'mira', 'k'), ('mira', 'aldo'), ('aldo', 'mira'), ('m', 'aldo'), ('mirakaldo',)]
    """
    held = tuple(words)
    first, last = held[0], held[-1]
    orders = [held, (last, *held[:-1]), (first, last), (last, first), (first[:1], last), ("".join(held),)]
    yield from dict.fromkeys(order for order in orders if len(held) > 1 or order == held)
