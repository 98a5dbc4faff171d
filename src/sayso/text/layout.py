"""The layout of a text: its paragraphs, sentences and quotations, and which of them holds a position."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import Final

from sayso.lang.needs.text import TextWords
from sayso.text import quotations, sentences
from sayso.text.quotations import Quotation

LONGEST_QUOTATION: Final = 5_000  # characters that a stretch takes in as one
Piece = tuple[int, int]  # a stretch of code points, [start, end)


@dataclass(frozen=True, slots=True)
class Layout:
    """Paragraphs, sentences and quotations of a text, each [start, end) in order and apart."""

    text: str
    paragraphs: list[Piece]
    sentences: list[Piece]
    quotations: list[Quotation]

    @classmethod
    def of(cls, text: str, words: TextWords) -> Layout:
        """Lay out a text.

        words   what the language tells of texts: where a sentence ends
        """
        paragraphs = quotations.paragraph_spans(text)
        found = sentences.sentence_spans(text, paragraphs, words.sentences)
        return cls(text, paragraphs, found, quotations.find_quotations(text, paragraphs))

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph that holds a position, or of the one before it."""
        return max(0, bisect.bisect_right(self.paragraphs, (position, len(self.text) + 1)) - 1)

    def sentence_at(self, position: int) -> Piece:
        """The sentence that holds a position, or the one before it; the whole text where there is none."""
        number = bisect.bisect_right(self.sentences, (position, len(self.text) + 1)) - 1
        return self.sentences[number] if number >= 0 else (0, len(self.text))

    def stretch_at(self, position: int) -> Piece:
        """The quotation that holds a position, else the sentence; of a quotation of pages the sentence too."""
        quotation = self.quotation_at(position)
        if quotation is None or quotation.broken or quotation.end - quotation.start > LONGEST_QUOTATION:
            return self.sentence_at(position)
        return quotation.start, quotation.end

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that holds a position."""
        number = bisect.bisect_right(self.quotations, position, key=lambda quotation: quotation.start) - 1
        found = self.quotations[number] if number >= 0 else None
        return found if found is not None and position < found.end else None

    def run_of(self, quotation: Quotation) -> list[Piece]:
        """A quotation with those that it goes on in."""
        found = [(quotation.start, quotation.end)]
        number = bisect.bisect_left(self.quotations, quotation.start, key=lambda other: other.start)
        while self.quotations[number].continues and number + 1 < len(self.quotations):
            number += 1
            found.append((self.quotations[number].start, self.quotations[number].end))
        return found
