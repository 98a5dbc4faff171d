"""Report -> what the encoder takes in, and token vectors out of it: one pass, shared by every step that needs it.

Tokens are words and single marks, so that a span over tokens never cuts a word. Each is cut into at most six
wordpieces of an uncased vocabulary; three features are added to the word embeddings: the case of the word, whether it
stands between quotation marks, and whether it begins a paragraph. A long report is cut into windows at paragraph ends,
or at sentence ends inside a paragraph that is longer than a window.

Called by nlp/tagger and by training/attribution, so that a model sees at work just what it saw in training.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError
from sayso.text import quotations

TOKEN: Final = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
PIECES_A_TOKEN: Final = 6  # wordpieces; the rest of a longer word is not looked at
MAX_KNOWN_WORDS: Final = 200_000  # words whose pieces are remembered: a report of junk must not fill the memory
WINDOW: Final = 256  # wordpieces; 400 lost 3 points of LINK, because positions behind 256 were never trained
OTHER_CASE, PADDED_CASE, PADDED_FLAG = 4, 5, 2
NORMAL: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "―": "—"})
ENDS_SENTENCE: Final = frozenset(".!?…")

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def case_class(word: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 a number, 4 a mark."""
    if not word[0].isalnum():
        return OTHER_CASE
    if word[0].isdigit():
        return 3
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[0].isupper() else 0


class Vocabulary:
    """Greedy longest-match wordpieces, uncased and without accents (Devlin et al. 2019), each word looked up once."""

    def __init__(self, words: Iterable[str]) -> None:
        self.ids: dict[str, int] = {word: number for number, word in enumerate(words)}
        try:
            self.start, self.separator = self.ids["[CLS]"], self.ids["[SEP]"]
            self.unknown, self.mask = self.ids["[UNK]"], self.ids["[MASK]"]
        except KeyError as missing:
            raise ModelError(f"the vocabulary lacks {missing}; is it the model's own?") from None
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Read a vocabulary of one wordpiece a line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def __call__(self, token: str) -> tuple[int, ...]:
        """The first six wordpieces of a token; the unknown one where nothing matches."""
        known = self._known.get(token)
        if known is None:
            if len(self._known) > MAX_KNOWN_WORDS:
                self._known.clear()
            known = self._known[token] = self._cut(token)
        return known

    def _cut(self, token: str) -> tuple[int, ...]:
        word = token.translate(NORMAL).lower()
        word = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
        found: list[int] = []
        # an apostrophe parts words in this vocabulary: trump ' s
        for part in re.findall(r"\w+|[^\w\s]", word):
            found += self._longest_matches(part[:64])
        return tuple(found[:PIECES_A_TOKEN]) or (self.unknown,)

    def _longest_matches(self, word: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self.ids.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text with their features; all arrays are as long as there are tokens.

    starts, ends   code points
    pieces         wordpieces of each token
    case, quoted   features of each token
    paragraph      number of the paragraph it stands in, from 0
    """

    starts: Ints
    ends: Ints
    pieces: tuple[tuple[int, ...], ...]
    case: tuple[int, ...]
    quoted: tuple[int, ...]
    paragraph: tuple[int, ...]
    stops: tuple[bool, ...]  # the token ends a sentence, as far as a mark tells

    def __len__(self) -> int:
        return len(self.pieces)


def tokenize(text: str, vocabulary: Vocabulary) -> Tokens:
    """The tokens of a text, with their wordpieces and features."""
    paragraphs = quotations.paragraph_spans(text)
    mask = quotations.quoted_mask(text, quotations.find_quotations(text, paragraphs))
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    numbers: list[int] = []
    for number, (start, end) in enumerate(paragraphs):
        for match in TOKEN.finditer(text, start, end):
            starts.append(match.start())
            ends.append(match.end())
            words.append(match.group())
            numbers.append(number)
    stops = [word in ENDS_SENTENCE for word in words]
    for i in range(1, len(words)):  # a mark that closes a quotation takes the end of the sentence with it
        if stops[i - 1] and words[i] in "\"”»’')]" and starts[i] == ends[i - 1]:
            stops[i - 1], stops[i] = False, True
    return Tokens(
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        pieces=tuple(vocabulary(word) for word in words),
        case=tuple(case_class(word) for word in words),
        quoted=tuple(mask[start] for start in starts),
        paragraph=tuple(numbers),
        stops=tuple(stops),
    )


def windows(tokens: Tokens, size: int = WINDOW, *, first: int | None = None) -> list[tuple[int, int]]:
    """Stretches [start, end) of the tokens, of at most `size` wordpieces, cut at ends of paragraphs or sentences.

    first   size of the first window; training passes another one each time, so that borders differ
    """
    found: list[tuple[int, int]] = []
    start, limit = 0, (first or size) - 2
    while start < len(tokens):
        length, end, at_paragraph, at_sentence = 0, start, 0, 0
        while end < len(tokens):
            begins = end > start and tokens.paragraph[end] != tokens.paragraph[end - 1]
            length += len(tokens.pieces[end]) + begins
            if length > limit:
                break
            end += 1
            if end == len(tokens) or tokens.paragraph[end] != tokens.paragraph[end - 1]:
                at_paragraph = end
            elif tokens.stops[end - 1]:
                at_sentence = end
        if end < len(tokens):
            # a paragraph end that leaves most of the window empty is a worse place than a sentence end
            if at_paragraph - start > (end - start) // 2 or (at_paragraph and not at_sentence):
                end = at_paragraph
            elif at_sentence or at_paragraph:
                end = max(at_sentence, at_paragraph)
        end = max(end, start + 1)
        found.append((start, end))
        start, limit = end, size - 2
    return found


@dataclass(frozen=True, slots=True)
class Batch:
    """What the encoder takes in for several windows: rows are windows, columns wordpieces or tokens.

    ids, case, quoted, begins   (windows, wordpieces) int64
    mask                        (windows, wordpieces) bool: False is padding
    first                       (windows, tokens) int64: column of each token's first wordpiece
    """

    ids: Ints
    case: Ints
    quoted: Ints
    begins: Ints
    mask: npt.NDArray[np.bool_]
    first: Ints

    def feed(self) -> dict[str, npt.NDArray[np.generic]]:
        """The inputs of the encoder by name."""
        return {name: getattr(self, name) for name in self.__slots__}


def collate(items: Sequence[tuple[Tokens, int, int]], vocabulary: Vocabulary, *, multiple: int = 8) -> Batch:
    """The encoder's input for several windows, padded to a common width that is a multiple of `multiple`."""
    rows: list[tuple[list[int], list[int], list[int], list[int], list[int]]] = []
    for tokens, start, end in items:
        ids, case, quoted, begins = [vocabulary.start], [PADDED_CASE], [PADDED_FLAG], [PADDED_FLAG]
        first: list[int] = []
        for i in range(start, end):
            at_start = i == start or tokens.paragraph[i] != tokens.paragraph[i - 1]
            if at_start and i > start:
                ids.append(vocabulary.separator)
                case.append(PADDED_CASE)
                quoted.append(PADDED_FLAG)
                begins.append(PADDED_FLAG)
            first.append(len(ids))
            pieces = tokens.pieces[i]
            ids += pieces
            case += [tokens.case[i]] * len(pieces)
            quoted += [tokens.quoted[i]] * len(pieces)
            begins += [int(at_start)] * len(pieces)
        ids.append(vocabulary.separator)
        case.append(PADDED_CASE)
        quoted.append(PADDED_FLAG)
        begins.append(PADDED_FLAG)
        rows.append((ids, case, quoted, begins, first))
    width = _up(max(len(row[0]) for row in rows), multiple)
    across = _up(max(len(row[4]) for row in rows), multiple)
    mask = np.zeros((len(rows), width), dtype=np.bool_)
    for number, row in enumerate(rows):
        mask[number, : len(row[0])] = True
    return Batch(
        ids=_padded([row[0] for row in rows], width, 0),
        case=_padded([row[1] for row in rows], width, PADDED_CASE),
        quoted=_padded([row[2] for row in rows], width, PADDED_FLAG),
        begins=_padded([row[3] for row in rows], width, PADDED_FLAG),
        mask=mask,
        first=_padded([row[4] for row in rows], across, 0),
    )


def _up(number: int, multiple: int) -> int:
    return -(-number // multiple) * multiple


def _padded(rows: list[list[int]], width: int, fill: int) -> Ints:
    out = np.full((len(rows), width), fill, dtype=np.int64)
    for number, row in enumerate(rows):
        out[number, : len(row)] = row
    return out
