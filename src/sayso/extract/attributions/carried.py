"""Who carried what a speaker said once carries what the same speaker says next, until the text says otherwise.

"Dunn told Reuters the dam was full. He said the gates would open": both by way of Reuters. This is decided before it is
known who is who, so a speaker is the same where a name or the chief word of a description comes back, or a pronoun
follows at once.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions.voices import NEAR, Voices
from sayso.values.findings import Attribution, Mention

SENTENCE_END: Final = re.compile(r"[.!?…][\"”’)]*(?=\s)|\n")
REACH: Final = 400  # characters of a sentence beside source and cue
MAX_HEARD: Final = 40  # speakers that are kept in mind
WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Heard:
    """What was last heard of one speaker.

    words   lower-case words that stood for him: of his name, his title, a description
    via     the mentions that carried it; empty where he said it to nobody who carries it
    days    the days that were named with it
    line    where the paragraph begins in which it stands
    """

    words: set[str]
    via: tuple[str, ...]
    days: frozenset[str]
    line: int


def carried_on(made: list[Attribution], voices: Voices) -> None:
    """Give the carriers of a statement to those of the same speaker that follow it; changes the list.

    Somebody else who is told it, another occasion ("at a news conference", "in a letter"), another day, or a paragraph
    in which somebody else spoke ends it.
    """
    mentions = {mention.id: mention for mention in voices.mentions}
    heard: list[Heard] = []  # the one who spoke last stands last
    announced = _announced(voices)
    for number in sorted(range(len(made)), key=lambda n: _start(made[n])):
        said = made[number]
        while announced and announced[0][0] < _start(said):
            heard.append(announced.pop(0)[1])
        if said.inside is not None or said.continues is not None or said.speaker is None or not said.cue:
            continue
        speaker = mentions[said.speaker]
        beside = _beside(said, voices.text)
        days = frozenset(WORD.findall(beside.lower())) & voices.words.days
        line = _line(voices.text, _start(said))
        known = _known(speaker, heard, voices)
        if known is None:
            known, left = Heard(set(), (), days, line), False
        else:
            left = any(other.line not in (known.line, line) for other in heard[heard.index(known) + 1 :])
            heard.remove(known)
        heard.append(known)
        del heard[:-MAX_HEARD]
        known.line = line
        if said.via:
            known.via, known.days = said.via, days
        elif left or _elsewhere(said, beside, mentions, voices) or not days <= known.days:
            known.via = ()
        elif known.via and speaker.id not in known.via:
            made[number] = dataclasses.replace(said, via=known.via)
        if speaker.kind != "pronoun":
            known.words |= _words(" ".join(span.text for span in (speaker.span, *said.source)))


def _start(said: Attribution) -> int:
    return min(span.start for span in (*said.source, *said.cue, *said.content))


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _known(speaker: Mention, heard: Sequence[Heard], voices: Voices) -> Heard | None:
    """The speaker whom a name, description or pronoun takes up again; None where he is new."""
    if speaker.kind == "pronoun":
        return heard[-1] if heard and speaker.span.text.lower() in voices.words.third else None
    head = speaker.head.text.lower()
    return next((told for told in reversed(heard) if head in told.words), None)


def _elsewhere(said: Attribution, beside: str, mentions: dict[str, Mention], voices: Voices) -> bool:
    """Whether it was said on another occasion, or to somebody who carries nothing."""
    told = mentions.get(said.addressee or "")
    return (told is not None and told.kind != "pronoun") or voices.words.elsewhere.search(beside) is not None


def _beside(said: Attribution, text: str) -> str:
    """The words of the sentence around source and cue that are no content."""
    parts = [*said.source, *said.cue]
    low, high = min(span.start for span in parts), max(span.end for span in parts)
    before = [match.end() for match in SENTENCE_END.finditer(text, max(0, low - REACH), low)]
    after = SENTENCE_END.search(text, high, high + REACH)
    at, end = before[-1] if before else max(0, low - REACH), after.start() if after is not None else high + REACH
    out = []
    for span in sorted(said.content, key=lambda span: span.start):
        out.append(text[at : max(at, min(span.start, end))])
        at = max(at, span.end)
    return " ".join([*out, text[at : max(at, end)]])


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def _announced(voices: Voices) -> list[tuple[int, Heard]]:
    """ "[The minister] gave an interview to [Al-Noor]": where somebody spoke before a word of it is told."""
    found: list[tuple[int, Heard]] = []
    for match in voices.words.gave_interview.finditer(voices.text):
        outlet = _last(m for m in voices.starting(match.end(), match.end() + NEAR) if voices.is_outlet(m))
        who = _last(
            m for m in voices.starting(match.start() - NEAR, match.start()) if 0 <= match.start() - m.span.end <= 2
        )
        if outlet is not None and who is not None:
            words = _words(voices.text[max(0, who.span.start - 30) : who.span.end]) if who.kind == "name" else set()
            found.append(
                (
                    match.start(),
                    Heard(words | _words(who.span.text), (outlet.id,), frozenset(), _line(voices.text, match.start())),
                )
            )
    return found


def _last(found: Iterable[Mention]) -> Mention | None:
    return max(found, key=lambda mention: (mention.span.end, -mention.span.start), default=None)
